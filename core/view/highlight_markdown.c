#include "view/highlight.h"

void highlight_as_markdown(const struct highlight *highlight, struct buf *out)
{
	(void)highlight;
	(void)out;
}
