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

void report_css(struct buf *css)
{
	add_lines(css, report_lines, sizeof(report_lines) / sizeof(report_lines[0]));
}
