#include "support/printed.h"

#include <string.h>

#include "base/text.h"
#include "support/testing.h"

static void print_fault(struct buf *text, const struct fault *fault, int with_message)
{
	buf_printf(text, "%d:%d %s", fault->place.line, fault->place.column, fault->rule);
	if (with_message)
		buf_printf(text, ": %s", fault->message);
	buf_byte(text, '\n');
}

void print_faults(struct buf *text, const struct faults *faults)
{
	for (size_t i = 0; i < faults->count; i++)
		print_fault(text, &faults->items[i], 1);
}

void print_places(struct buf *text, const struct faults *faults)
{
	for (size_t i = 0; i < faults->count; i++)
		print_fault(text, &faults->items[i], 0);
}

static void print_members(struct buf *text, const struct node *parent, size_t depth);

static void print_member(struct buf *text, const struct node *node, size_t depth)
{
	buf_repeat(text, ' ', depth * 2);
	if (node->key != NULL)
		buf_printf(text, "%s %d:%d ", node->key->text, node->key->place.line,
		           node->key->place.column);
	buf_printf(text, "%d:%d ", node->place.line, node->place.column);
	if (node->type == NODE_TEXT)
		buf_printf(text, "\"%s\"\n", node->text);
	else
		buf_text(text, node->type == NODE_LIST ? "list\n" : "map\n");
	print_members(text, node, depth + 1);
}

static void print_members(struct buf *text, const struct node *parent, size_t depth)
{
	for (const struct node *node = parent->first; node != NULL; node = node->next)
		print_member(text, node, depth);
}

void print_node(struct buf *text, const struct node *node)
{
	print_members(text, node, 0);
}

/* The level's id, or the text where it names none. */
static const char *rating_at(int level, const struct scale *scale, const struct reading *reading)
{
	return level == SCALE_NONE ? reading->rag : scale->levels[level].id;
}

static const char *rating_of(const struct version *version)
{
	return rating_at(version->level, version->scale, version->reading);
}

static void print_version(struct buf *text, const struct standing *standing, size_t index)
{
	const struct version *version = standing->versions[index];
	buf_printf(text, " %s #%zu %s", rating_of(version), version->landing->number,
	           version->landing->author.name);
	if (version->level == SCALE_NONE)
		buf_text(text, " (no level)");
	if (version->rerating)
		buf_text(text, " re-rated");
	if (version->rated != version || version->rater != version->landing)
		buf_printf(text, " rated #%zu by %s", version->rated->landing->number,
		           version_rater(version)->author.name);
}

/* The withdrawals behind the first LANDED versions. */
static void print_withdrawn(struct buf *text, const struct plan_record *plan,
                            const struct series *series, const struct standing *standing,
                            size_t landed)
{
	char period[PERIOD_TEXT_SIZE];
	for (size_t i = 0; i < standing->withdrawal_count; i++)
		if (standing->withdrawals[i].before == landed)
			buf_printf(text, "%s %s %s withdrawn #%zu\n", plan->id, series->id,
			           period_iso(standing->period, period),
			           standing->withdrawals[i].landing->number);
}

static void print_series(struct buf *text, const struct plan_record *plan,
                         const struct series *series)
{
	char period[PERIOD_TEXT_SIZE];
	for (size_t i = 0; i < series->count; i++) {
		const struct standing *standing = &series->standings[i];
		const char *name = period_iso(standing->period, period);
		for (size_t j = 0; j < standing->count; j++) {
			buf_printf(text, "%s %s %s", plan->id, series->id, name);
			print_version(text, standing, j);
			buf_byte(text, '\n');
			print_withdrawn(text, plan, series, standing, j + 1);
		}
	}
	for (size_t i = 0; i < series->draft_count; i++)
		buf_printf(text, "%s %s %s draft %s #%zu %s\n", plan->id, series->id,
		           period_iso(series->drafts[i].reading->period, period),
		           rating_at(series->drafts[i].level, series->drafts[i].scale,
		                     series->drafts[i].reading),
		           series->drafts[i].landing->number,
		           series->drafts[i].commit->author.name);
}

void print_record(struct buf *text, const struct record *record)
{
	for (size_t i = 0; i < record->count; i++) {
		const struct plan_record *plan = &record->plans[i];
		for (size_t j = 0; j < plan->count; j++)
			print_series(text, plan, &plan->workstreams[j]);
		print_series(text, plan, &plan->programme);
	}
	for (size_t i = 0; i < record->hole_count; i++)
		buf_printf(text, "hole #%zu %s: %s\n", record->holes[i].landing->number,
		           record->holes[i].path, record->holes[i].why);
	for (size_t i = 0; i < record->remark_count; i++) {
		static const char *const types[REMARK_COUNT] = {
			[REMARK_TURNED] = "turned",   [REMARK_CONFLICT] = "conflict",
			[REMARK_SCALE] = "scale",     [REMARK_BACKWARDS] = "backwards",
			[REMARK_OVERLAP] = "overlap", [REMARK_REDACTED] = "redacted",
		};
		const struct remark *remark = &record->remarks[i];
		buf_printf(text, "remark #%zu %s%s%s\n", remark->landing->number,
		           types[remark->type], remark->workstream != NULL ? " " : "",
		           remark->workstream != NULL ? remark->workstream : "");
	}
}

static void print_cell(struct buf *text, const struct cell *cell)
{
	const struct level *level = cell->standing != NULL ? standing_level(cell->standing) : NULL;
	const char *name = level != NULL ? level->short_label : "?";
	switch (cell->type) {
	case CELL_RATED:
		buf_text(text, name);
		break;
	case CELL_COVERED:
		buf_printf(text, "(%s)", name);
		break;
	case CELL_GAP:
		buf_text(text, "gap");
		break;
	case CELL_OUTSIDE:
		buf_text(text, "-");
		break;
	}
}

static void print_row(struct buf *text, const struct trend *trend, const struct trend_row *row)
{
	buf_printf(text, "%s:", row->series->id);
	for (size_t i = 0; i < trend->column_count; i++) {
		buf_byte(text, ' ');
		print_cell(text, &row->cells[i]);
	}
	buf_printf(text, ", %s", direction_id(row->direction));
	if (row->steps != 0)
		buf_printf(text, " %+d", row->steps);
	buf_printf(text, ", held %d\n", row->held);
}

void print_trend(struct buf *text, const struct trend *trend)
{
	buf_text(text, "periods:");
	for (size_t i = 0; i < trend->column_count; i++) {
		char period[PERIOD_TEXT_SIZE];
		buf_printf(text, " %s%s", period_iso(trend->columns[i].period, period),
		           trend->columns[i].gap ? "(gap)" : "");
	}
	buf_byte(text, '\n');
	for (size_t i = 0; i < trend->count; i++)
		print_row(text, trend, &trend->rows[i]);
	if (trend->programme.series->count != 0)
		print_row(text, trend, &trend->programme);
}

void assert_shows(const char *text, size_t width)
{
	while (*text != '\0') {
		struct buf line = BUF_INIT, shown = BUF_INIT;
		buf_add(&line, text, strcspn(text, "\n"));
		text_add_visible(&shown, line.bytes, line.length);
		assert_case(strcmp(line.bytes, shown.bytes) == 0, shown.bytes);
		assert_case(text_width(line.bytes) <= width, line.bytes);
		assert_case(line.length == 0 || line.bytes[line.length - 1] != ' ', line.bytes);
		buf_release(&line);
		buf_release(&shown);
		text = next_line(text);
	}
}
