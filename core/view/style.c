#include "view/pages.h"

static const char *const lines[] = {
#include "site_css.inc"
};

void style_css(struct buf *css)
{
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		buf_text(css, lines[i]);
}
