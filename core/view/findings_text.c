#include "view/findings_view.h"

#include <string.h>

#include "base/text.h"

static void add_visible(struct buf *out, const char *text)
{
	text_add_visible(out, text, strlen(text));
}

void findings_as_text(const struct findings *findings, struct buf *out)
{
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->items[i];
		add_visible(out, finding->path);
		buf_printf(out, ":%d:%d: %s: ", finding->place.line, finding->place.column,
		           severity_word(finding->severity));
		add_visible(out, finding->message);
		buf_printf(out, " [%s]", finding->rule);
		if (finding->answer != NULL) {
			buf_text(out, " explained: ");
			add_visible(out, finding->answer);
		}
		buf_byte(out, '\n');
	}
}

static void add_count(struct buf *out, size_t count, const char *noun)
{
	buf_printf(out, "%zu %s%s", count, noun, count == 1 ? "" : "s");
}

void findings_summary(const struct findings *findings, size_t documents, struct buf *out)
{
	add_count(out, documents, "document");
	buf_text(out, ": ");
	if (findings->totals[SEVERITY_ERROR] == 0)
		buf_text(out, "no errors");
	else
		add_count(out, findings->totals[SEVERITY_ERROR], "error");
	if (findings->totals[SEVERITY_WARNING] != 0) {
		buf_text(out, ", ");
		add_count(out, findings->totals[SEVERITY_WARNING], "warning");
	}
	if (findings->totals[SEVERITY_EXPLAINED] != 0)
		buf_printf(out, ", %zu explained", findings->totals[SEVERITY_EXPLAINED]);
	if (findings->unkept != 0)
		buf_printf(out, "; %zu of them are not shown: mend the first, and check again",
		           findings->unkept);
	buf_byte(out, '\n');
}
