#include "view/diff_view.h"

#include <string.h>

#include "base/text.h"
#include "view/change_text.h"
#include "view/remarks.h"

enum { ROW_INDENT = 2, CHANGE_INDENT = 4, NAME_MOST = 40 };

static void add_revision(const char *name, size_t column, const struct landing *tip,
                         const struct layout *layout, struct buf *out)
{
	char hex[OBJECT_HEX_SIZE], day[DATE_TEXT_SIZE];
	buf_repeat(out, ' ', ROW_INDENT);
	lines_column(out, name, column, layout->colour ? "\x1b[33m" : NULL);
	buf_printf(out, "commit %.*s of %s\n", OBJECT_SHORT, object_hex(&tip->id, hex),
	           date_short(date_from_time(tip->committer.time), day));
}

static void add_heading(const struct comparison *comparison, const struct diff_names *names,
                        const struct layout *layout, struct buf *out)
{
	struct buf line = BUF_INIT;
	size_t first = text_width(names->before), second = text_width(names->now);
	size_t column = (first > second ? first : second) + 3;
	if (column > NAME_MOST)
		column = NAME_MOST;
	buf_printf(&line, "What changed from %s to %s", names->before, names->now);
	lines_wrap(out, line.bytes, 0, LINES_INDENT, layout);
	buf_byte(out, '\n');
	add_revision(names->before, column, &comparison->before->tip, layout, out);
	add_revision(names->now, column, &comparison->now->tip, layout, out);
	if (!names->related) {
		buf_clear(&line);
		buf_printf(&line,
		           "%s is not among the landings that %s builds on: what landed on one "
		           "side alone looks new or withdrawn.",
		           names->before, names->now);
		buf_byte(out, '\n');
		lines_add(out, line.bytes, ROW_INDENT, layout);
	}
	buf_release(&line);
}

/* "improved from Amber to Green/Amber (July to August 2023)" */
static void diff_outcome(const struct comparison_row *row, struct buf *line)
{
	char period[PERIOD_TEXT_SIZE], earlier[PERIOD_TEXT_SIZE];
	const char *before = row->before != NULL ? version_label(row->before) : "";
	const char *now = row->now != NULL ? version_label(row->now) : "";
	if (row->now != NULL)
		period_words(row->now->reading->period, period);
	if (row->before != NULL)
		period_words(row->before->reading->period, earlier);
	switch (row->outcome) {
	case OUTCOME_IMPROVED:
	case OUTCOME_DECLINED:
		buf_printf(line, "%s from %s to %s (%s)", outcome_id(row->outcome), before, now,
		           period);
		break;
	case OUTCOME_STEADY:
		buf_printf(line, "steady at %s (%s)", now, period);
		break;
	case OUTCOME_NOT_COMPARED:
		buf_printf(line, "now %s (%s), was %s: the two do not compare", now, period,
		           before);
		break;
	case OUTCOME_NEW:
		buf_printf(line, "new, rated %s (%s)", now, period);
		break;
	case OUTCOME_UNCHANGED:
		buf_printf(line, "no report since; stands at %s (%s)", now, period);
		break;
	case OUTCOME_RERATED:
		buf_printf(line, "no report since, but re-rated from %s to %s (%s)", before, now,
		           period);
		break;
	case OUTCOME_WITHDRAWN:
		buf_printf(line, "withdrawn: %s for %s is no longer on record", before, earlier);
		if (row->now != NULL)
			buf_printf(line, "; stands at %s (%s)", now, period);
		break;
	default:
		buf_text(line, "not rated yet");
		break;
	}
}

/*
 * "re-rated for July 2023 from Green to Amber, because: ...": a past rating that changed;
 * nothing where the row's outcome has said so.
 */
static void diff_past(const struct comparison_row *row, const struct difference *change,
                      struct buf *line)
{
	char period[PERIOD_TEXT_SIZE];
	bool own =
		row->before != NULL && period_equal(row->before->reading->period, change->period);
	if (change->kind == CHANGE_RERATED) {
		if (!own || row->outcome != OUTCOME_RERATED)
			buf_printf(line, "re-rated for %s from %s to %s, ",
			           period_words(change->period, period), change->from, change->to);
		change_reason(line, change);
	} else if (change->kind == CHANGE_WITHDRAWN &&
	           (!own || row->outcome != OUTCOME_WITHDRAWN)) {
		buf_printf(line, "%s for %s withdrawn", change->from,
		           period_words(change->period, period));
	}
}

/* A past rating that changed: the row's own sentence may have said so already. */
static void add_past(const struct comparison_row *row, const struct difference *change,
                     const struct layout *layout, struct buf *out)
{
	struct buf line = BUF_INIT;
	diff_past(row, change, &line);
	if (line.length != 0) {
		buf_repeat(out, ' ', CHANGE_INDENT);
		lines_wrap(out, line.bytes, CHANGE_INDENT, CHANGE_INDENT + 2, layout);
	}
	buf_release(&line);
}

static void add_row(const struct comparison_plan *plan, const struct comparison_row *row,
                    const char *title, const struct layout *layout, struct buf *out)
{
	char period[PERIOD_TEXT_SIZE];
	struct buf line = BUF_INIT;
	buf_printf(&line, "%s: ", title);
	if (row->added)
		buf_text(&line, "added to the plan; ");
	if (row->removed)
		buf_text(&line, "no longer in the plan; ");
	diff_outcome(row, &line);
	if (row->missing && plan->period != NULL)
		buf_printf(&line, "; no report for %s", period_words(*plan->period, period));
	buf_byte(&line, '.');
	buf_repeat(out, ' ', ROW_INDENT);
	lines_wrap(out, line.bytes, ROW_INDENT, ROW_INDENT + LINES_INDENT, layout);
	for (size_t i = 0; i < row->count; i++)
		if (change_subject(row->changes[i].kind) == SUBJECT_RATING)
			add_past(row, &row->changes[i], layout, out);
	change_lines(out, row->changes, row->count, CHANGE_INDENT, layout);
	buf_release(&line);
}

static void add_plan(const struct comparison_plan *plan, const struct layout *layout,
                     struct buf *out)
{
	const struct plan_record *shown = plan->now != NULL ? plan->now : plan->before;
	const char *title = shown->plan->title.text != NULL ? shown->plan->title.text : shown->id;
	struct buf line = BUF_INIT;
	buf_text(&line, title);
	if (plan->before == NULL)
		buf_text(&line, ": a new plan");
	else if (plan->now == NULL)
		buf_text(&line, ": no longer there");
	buf_byte(out, '\n');
	lines_wrap(out, line.bytes, 0, LINES_INDENT, layout);
	buf_byte(out, '\n');
	for (size_t i = 0; i < plan->count; i++)
		add_row(plan, &plan->rows[i], plan->rows[i].series->title, layout, out);
	if (plan->programme.outcome != OUTCOME_NONE) {
		buf_byte(out, '\n');
		add_row(plan, &plan->programme, CHANGE_PROGRAMME, layout, out);
	}
	buf_release(&line);
}

void diff_as_text(const struct comparison *comparison, const struct diff_names *names,
                  const struct layout *layout, struct buf *out)
{
	struct buf sentence = BUF_INIT;
	add_heading(comparison, names, layout, out);
	for (size_t i = 0; i < comparison->count; i++)
		add_plan(&comparison->plans[i], layout, out);
	comparison_sentence(comparison, &sentence);
	buf_byte(&sentence, '.');
	buf_byte(out, '\n');
	lines_wrap(out, sentence.bytes, 0, 0, layout);
	remarks_as_text(comparison->now,
	                comparison->count == 1 && comparison->plans[0].now != NULL
	                        ? comparison->plans[0].now->id
	                        : NULL,
	                layout, out);
	buf_release(&sentence);
}
