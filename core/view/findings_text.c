/* Findings as text: declared in findings_view.h and finding_text.h. */
#include "view/findings_view.h"

#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/text.h"
#include "view/finding_text.h"
#include "view/lines.h"

enum { SHORT_ID = 7 };

static void add_visible(struct buf *out, const char *text)
{
	text_add_visible(out, text, strlen(text));
}

static void add_landing(struct buf *out, const struct finding *finding)
{
	if (finding->commit != NULL)
		buf_printf(out, " (landed in %.*s)", SHORT_ID, finding->commit);
}

void finding_add_source(struct buf *out, const struct finding_evidence *evidence)
{
	char words[PERIOD_TEXT_SIZE];
	struct period period;
	bool known = evidence->period != NULL && period_parse(evidence->period, &period);
	add_visible(out, evidence->path);
	buf_printf(out, ":%d", evidence->line);
	if (known || evidence->commit != NULL)
		buf_printf(out, " (%s%s", known ? period_words(period, words) : "",
		           known && evidence->commit != NULL ? ", " : "");
	if (evidence->commit != NULL)
		buf_printf(out, "commit %.*s", SHORT_ID, evidence->commit);
	buf_text(out, known || evidence->commit != NULL ? "): " : ": ");
	add_visible(out, evidence->text);
}

void finding_add_message(struct buf *out, const struct finding *finding)
{
	add_visible(out, finding->message);
	add_landing(out, finding);
	for (size_t i = 0; i < finding->evidence_count; i++) {
		buf_text(out, i == 0 ? "; see " : "; and ");
		finding_add_source(out, &finding->evidence[i]);
	}
}

/* Where to look, a line for each piece of evidence. */
static void finding_add_evidence(struct buf *out, const struct finding *finding)
{
	for (size_t i = 0; i < finding->evidence_count; i++) {
		buf_text(out, "    see ");
		finding_add_source(out, &finding->evidence[i]);
		buf_byte(out, '\n');
	}
}

const char *finding_colour(enum severity severity)
{
	static const char *const colours[SEVERITY_COUNT] = {"\x1b[31m", "\x1b[33m", "\x1b[36m", ""};
	return colours[severity];
}

void finding_add_line(struct buf *out, const struct finding *finding, bool colour)
{
	const char *plain = colour ? LINES_PLAIN : "";
	buf_text(out, colour ? "\x1b[1m" : "");
	add_visible(out, finding->path);
	buf_printf(out, ":%d:%d:%s %s%s:%s ", finding->place.line, finding->place.column, plain,
	           colour ? finding_colour(finding->severity) : "",
	           severity_word(finding->severity), plain);
	add_visible(out, finding->message);
	buf_printf(out, " [%s]", finding->rule);
	add_landing(out, finding);
	if (finding->answer != NULL) {
		buf_text(out, " explained: ");
		add_visible(out, finding->answer);
	}
	buf_byte(out, '\n');
}

static void tell(const struct findings_told *told, const struct finding *finding, struct buf *out)
{
	finding_add_line(out, finding, told->layout != NULL && told->layout->colour);
	if (told->layout != NULL && finding->severity != SEVERITY_EXPLAINED)
		finding_add_excerpt(out, finding, told->layout);
	finding_add_evidence(out, finding);
}

/* Findings that one explanation answers: of one rule, in one document, in the same words. */
struct answered {
	size_t first, more; /* the one that is told, and how many follow */
	int from, to;       /* the lines of those */
};

/* What each finding is one of; NULL where it stands alone. */
static struct answered **gather_answered(const struct findings *findings, struct arena *arena)
{
	struct answered **of = arena_new(arena, findings->count * sizeof(struct answered *));
	struct map seen = MAP_INIT;
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->items[i];
		if (finding->severity != SEVERITY_EXPLAINED || finding->answer == NULL)
			continue;
		const char *key = arena_printf(arena, "%s\n%s\n%s", finding->path, finding->rule,
		                               finding->answer);
		of[i] = map_get(&seen, key);
		if (of[i] == NULL) {
			of[i] = arena_new(arena, sizeof(struct answered));
			of[i]->first = i;
			map_set(&seen, key, of[i]);
			continue;
		}
		of[i]->from = of[i]->more++ == 0 ? finding->place.line : of[i]->from;
		of[i]->to = finding->place.line;
	}
	map_release(&seen);
	return of;
}

/* For a person, who need not read the same explanation a hundred times. */
static void tell_a_person(const struct findings_told *told, struct buf *out)
{
	struct arena arena = ARENA_INIT;
	struct answered **of = gather_answered(told->findings, &arena);
	for (size_t i = 0; i < told->findings->count; i++) {
		if (of[i] != NULL && of[i]->first != i)
			continue;
		tell(told, &told->findings->items[i], out);
		if (of[i] == NULL || of[i]->more == 0)
			continue;
		buf_printf(out, "    and %zu more like it, explained by the same words, on ",
		           of[i]->more);
		if (of[i]->from == of[i]->to)
			buf_printf(out, "line %d\n", of[i]->to);
		else
			buf_printf(out, "lines %d to %d\n", of[i]->from, of[i]->to);
	}
	arena_release(&arena);
}

void findings_told_as_text(const struct findings_told *told, struct buf *out)
{
	if (told->layout != NULL) {
		tell_a_person(told, out);
		return;
	}
	for (size_t i = 0; i < told->findings->count; i++)
		tell(told, &told->findings->items[i], out);
}

void findings_as_text(const struct findings *findings, struct buf *out)
{
	findings_told_as_text(&(struct findings_told){.findings = findings}, out);
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
