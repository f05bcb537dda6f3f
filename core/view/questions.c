#include "view/questions.h"

#include <string.h>

#include "view/finding_json.h"
#include "view/finding_text.h"

enum { INDENT = 2, TEXT_INDENT = 4, SOURCE_INDENT = 6 };

static const struct finding *next_of_workstream(struct about about, size_t *at)
{
	while (*at < about.findings->count) {
		const struct finding *finding = &about.findings->items[(*at)++];
		if (finding->workstream != NULL &&
		    strcmp(about.workstream, finding->workstream) == 0)
			return finding;
	}
	return NULL;
}

const struct finding *questions_next(struct about about, size_t *at)
{
	if (about.findings == NULL)
		return NULL;
	if (about.workstream != NULL && about.period.last == 0)
		return next_of_workstream(about, at);
	return findings_about(about.findings, about.workstream, about.period, at);
}

static bool is_explained(const struct finding *finding)
{
	return finding->severity == SEVERITY_EXPLAINED;
}

struct questioned questions_count(struct about about)
{
	struct questioned questioned = {0, 0};
	const struct finding *finding;
	for (size_t at = 0; (finding = questions_next(about, &at)) != NULL;) {
		questioned.open += is_explained(finding) ? 0 : 1;
		questioned.explained += is_explained(finding) ? 1 : 0;
	}
	return questioned;
}

void questions_words(struct questioned questioned, struct buf *text)
{
	if (questioned.open != 0)
		buf_printf(text, "questioned: %zu reason%s", questioned.open,
		           questioned.open == 1 ? "" : "s");
	if (questioned.open != 0 && questioned.explained != 0)
		buf_printf(text, ", %zu explained", questioned.explained);
	else if (questioned.explained != 0)
		buf_printf(text, "%zu question%s explained", questioned.explained,
		           questioned.explained == 1 ? "" : "s");
}

static void add_question(const struct finding *finding, bool evidence, const struct layout *layout,
                         struct buf *out)
{
	struct buf line = BUF_INIT;
	buf_printf(&line, "- %s [%s]", finding->message, finding->rule);
	if (is_explained(finding) && finding->answer != NULL)
		buf_printf(&line, "; explained: %s", finding->answer);
	buf_repeat(out, ' ', INDENT);
	lines_wrap(out, line.bytes, INDENT, TEXT_INDENT, layout);
	for (size_t i = 0; evidence && i < finding->evidence_count; i++) {
		buf_clear(&line);
		buf_text(&line, "see ");
		finding_add_source(&line, &finding->evidence[i]);
		buf_repeat(out, ' ', TEXT_INDENT);
		lines_wrap(out, line.bytes, TEXT_INDENT, SOURCE_INDENT, layout);
	}
	buf_release(&line);
}

void questions_as_text(struct about about, bool whole, const struct layout *layout, struct buf *out)
{
	const struct finding *finding;
	for (int explained = 0; explained < (whole ? 2 : 1); explained++)
		for (size_t at = 0; (finding = questions_next(about, &at)) != NULL;)
			if (is_explained(finding) == (explained == 1))
				add_question(finding, whole, layout, out);
}

void questions_as_json(struct json_writer *json, struct about about)
{
	const struct finding *finding;
	json_open_array(json, "questions");
	for (size_t at = 0; (finding = questions_next(about, &at)) != NULL;)
		finding_add_json(json, finding);
	json_close(json);
}
