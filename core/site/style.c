#include "site/pages.h"

static const char *const lines[] = {
#include "site_css.inc"
};

static const char *const report_lines[] = {
#include "report_css.inc"
};

static void add_lines(struct buf *css, const char *const *from, size_t count)
{
	for (size_t i = 0; i < count; i++)
		buf_text(css, from[i]);
}

void style_css(struct buf *css)
{
	add_lines(css, lines, sizeof(lines) / sizeof(lines[0]));
}

/* In the dark the colour is a shade darker, as that of the style sheet is. */
void accent_css(struct buf *css, struct accent accent)
{
	enum { SHADE = 70 };
	const struct accent dark = accent_darker(accent, SHADE);
	buf_printf(css,
	           ":root {\n\t--accent: #%02x%02x%02x;\n}\n\n"
	           "@media screen and (prefers-color-scheme: dark) {\n"
	           "\t:root {\n\t\t--accent: #%02x%02x%02x;\n\t}\n}\n",
	           accent.red, accent.green, accent.blue, dark.red, dark.green, dark.blue);
}

void report_css(struct buf *css)
{
	add_lines(css, report_lines, sizeof(report_lines) / sizeof(report_lines[0]));
}
