#include "record/trend.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "document/scale.h"

static const struct {
	const char *id, *word;
} directions[DIRECTION_COUNT] = {
	{"improved", "improved"}, {"steady", "steady"},          {"declined", "declined"},
	{"new", "new"},           {"not-reported", "no report"}, {"not-compared", "not compared"},
};

const char *direction_word(enum direction direction)
{
	return directions[direction].word;
}

const char *direction_id(enum direction direction)
{
	return directions[direction].id;
}

const struct level *standing_level(const struct standing *standing)
{
	const struct version *version = standing_version(standing);
	return version->level == SCALE_NONE ? NULL : &version->scale->levels[version->level];
}

/* True for what is on record, and not of a later period than the trend is about. */
static bool counts(const struct trend *trend, const struct standing *standing)
{
	return standing_holds(standing) &&
	       (trend->until.last == 0 || period_compare(standing->period, trend->until) <= 0);
}

static int compare_columns(const void *a, const void *b)
{
	return period_compare(((const struct column *)a)->period,
	                      ((const struct column *)b)->period);
}

/* Every distinct period of the series, added to the columns. */
static void add_periods(struct trend *trend, size_t *room, const struct series *series)
{
	for (size_t i = 0; i < series->count; i++) {
		if (!counts(trend, &series->standings[i]))
			continue;
		trend->columns = arena_grow(&trend->arena, trend->columns, trend->column_count,
		                            room, sizeof(*trend->columns));
		trend->columns[trend->column_count++] =
			(struct column){series->standings[i].period, false};
	}
}

static void sort_columns(struct trend *trend)
{
	size_t kept = 0;
	if (trend->column_count == 0)
		return;
	qsort(trend->columns, trend->column_count, sizeof(*trend->columns), compare_columns);
	for (size_t i = 1; i < trend->column_count; i++)
		if (compare_columns(&trend->columns[kept], &trend->columns[i]) != 0)
			trend->columns[++kept] = trend->columns[i];
	trend->column_count = kept + 1;
}

/* How many months a period of this plan has. */
static int cadence_months(const struct plan *plan)
{
	static const int months[] = {1, 2, 3};
	return plan->cadence.valid ? months[plan->cadence.as.word] : 1;
}

/* Columns for months between the first and the last that no period covers. */
static void add_gaps(struct trend *trend, size_t *room)
{
	int step = cadence_months(trend->plan->plan);
	size_t reported = trend->column_count;
	for (size_t i = 1; i < reported; i++) {
		int covered = trend->columns[i - 1].period.last;
		int missing = trend->columns[i].period.first - 1;
		for (size_t j = i + 1; j < reported; j++)
			if (trend->columns[j].period.first - 1 < missing)
				missing = trend->columns[j].period.first - 1;
		for (int month = covered + 1; month <= missing; month += step) {
			int last = month + step - 1 < missing ? month + step - 1 : missing;
			trend->columns =
				arena_grow(&trend->arena, trend->columns, trend->column_count, room,
			                   sizeof(*trend->columns));
			trend->columns[trend->column_count++] =
				(struct column){{month, last}, true};
		}
	}
	if (trend->column_count > reported)
		qsort(trend->columns, trend->column_count, sizeof(*trend->columns),
		      compare_columns);
}

static int month_of(struct date date)
{
	return date.year * 12 + date.month - 1;
}

/* True when the workstream had begun by the period and had not ended before it. */
static bool is_under_way(const struct plan_record *plan, const struct series *series,
                         struct period period)
{
	const struct value *starts = &plan->plan->starts, *ends = &plan->plan->ends;
	if (series->declared != NULL && series->declared->starts.valid)
		starts = &series->declared->starts;
	if (series->declared != NULL && series->declared->ends.valid)
		ends = &series->declared->ends;
	if (starts->valid && period.last < month_of(starts->as.date))
		return false;
	return !(ends->valid && period.first > month_of(ends->as.date));
}

/* The months of the longest period. Each period of a series has its column. */
static int longest_column(const struct trend *trend)
{
	int longest = 0;
	if (trend->columns == NULL)
		return 0;
	for (size_t i = 0; i < trend->column_count; i++) {
		struct period period = trend->columns[i].period;
		if (period.last - period.first >= longest)
			longest = period.last - period.first + 1;
	}
	return longest;
}

/* Both the columns and the standings of a series are sorted by their last month. */
static void fill_cells(struct trend *trend, struct trend_row *row)
{
	size_t from = 0;
	int longest = longest_column(trend);
	row->cells = arena_new(&trend->arena, trend->column_count * sizeof(*row->cells));
	for (size_t i = 0; i < trend->column_count; i++) {
		struct cell *cell = &row->cells[i];
		struct period period = trend->columns[i].period;
		cell->type =
			is_under_way(trend->plan, row->series, period) ? CELL_GAP : CELL_OUTSIDE;
		while (from < row->series->count &&
		       row->series->standings[from].period.last + longest < period.last)
			from++;
		for (size_t j = from; j < row->series->count; j++) {
			const struct standing *standing = &row->series->standings[j];
			if (standing->period.last - longest > period.last)
				break;
			if (!counts(trend, standing) || !period_overlaps(standing->period, period))
				continue;
			bool same = period_equal(standing->period, period);
			if (same || cell->type != CELL_RATED)
				*cell = (struct cell){same ? CELL_RATED : CELL_COVERED, standing};
		}
	}
}

static bool same_rating(const struct standing *a, const struct standing *b)
{
	const struct version *first = standing_version(a), *second = standing_version(b);
	return first->level != SCALE_NONE && first->level == second->level &&
	       scale_same(first->scale, second->scale);
}

enum direction trend_compare(const struct standing *before, const struct standing *now, int *steps)
{
	*steps = 0;
	if (before == NULL)
		return DIRECTION_NEW;
	const struct version *first = standing_version(before), *second = standing_version(now);
	if (first->level == SCALE_NONE || second->level == SCALE_NONE ||
	    !scale_same(first->scale, second->scale))
		return DIRECTION_NOT_COMPARED;
	*steps = first->level - second->level;
	return *steps > 0 ? DIRECTION_IMPROVED : *steps < 0 ? DIRECTION_DECLINED : DIRECTION_STEADY;
}

static void fill_row(struct trend *trend, const struct series *series, struct trend_row *row)
{
	const struct period *latest = trend_period(trend);
	row->series = series;
	row->direction = DIRECTION_NOT_REPORTED;
	fill_cells(trend, row);
	const struct standing *later = NULL;
	for (size_t i = series->count; i-- > 0;) {
		const struct standing *standing = &series->standings[i];
		if (!counts(trend, standing))
			continue;
		if (later == NULL && latest != NULL && standing->period.last == latest->last) {
			row->current = standing;
			row->held = 1;
		} else if (row->previous == NULL) {
			row->previous = standing;
		}
		bool in_a_row = later != NULL && standing->period.last + 1 == later->period.first &&
		                row->current != NULL && same_rating(standing, row->current);
		if (later != NULL && !in_a_row)
			break;
		row->held += in_a_row ? 1 : 0;
		later = standing;
	}
	if (row->current != NULL)
		row->direction = trend_compare(row->previous, row->current, &row->steps);
}

bool trend_row_skips(const struct trend *trend, const struct trend_row *row)
{
	for (size_t i = 0; i + 1 < trend->column_count; i++)
		if (row->cells[i].type == CELL_GAP &&
		    period_compare(trend->columns[i].period, row->previous->period) > 0)
			return true;
	return false;
}

void trend_read(const struct plan_record *plan, struct trend *trend)
{
	trend_read_until(plan, (struct period){0, 0}, trend);
}

/* The rows, once the columns are known. */
static void fill_rows(struct trend *trend)
{
	const struct plan_record *plan = trend->plan;
	trend->rows = arena_new(&trend->arena, plan->count * sizeof(*trend->rows));
	trend->ended = arena_new(&trend->arena, plan->count * sizeof(*trend->ended));
	for (size_t i = 0; i < plan->count; i++) {
		const struct series *series = &plan->workstreams[i];
		const struct period *latest = trend_period(trend);
		bool over = latest != NULL && !is_under_way(plan, series, *latest);
		/* Only drafts were ever written for it, and the plan does not list it. */
		if (series->declared == NULL && series->count == 0)
			continue;
		struct trend_row *row = &trend->rows[trend->count];
		*row = (struct trend_row){0};
		fill_row(trend, series, row);
		if (over && row->current == NULL) {
			trend->ended[trend->ended_count++] = *row;
			continue;
		}
		trend->totals[row->direction]++;
		trend->count++;
	}
	fill_row(trend, &plan->programme, &trend->programme);
}

void trend_read_until(const struct plan_record *plan, struct period until, struct trend *trend)
{
	size_t room = 0;
	*trend = (struct trend){.plan = plan, .until = until};
	for (size_t i = 0; i < plan->count; i++)
		add_periods(trend, &room, &plan->workstreams[i]);
	add_periods(trend, &room, &plan->programme);
	sort_columns(trend);
	add_gaps(trend, &room);
	fill_rows(trend);
}

void trend_read_period(const struct plan_record *plan, struct period period, struct trend *trend)
{
	*trend = (struct trend){.plan = plan, .until = period, .column_count = 1};
	trend->columns = arena_new(&trend->arena, sizeof(*trend->columns));
	*trend->columns = (struct column){period, false};
	fill_rows(trend);
}

void trend_release(struct trend *trend)
{
	arena_release(&trend->arena);
	*trend = (struct trend){0};
}

const struct period *trend_period(const struct trend *trend)
{
	return trend->column_count == 0 ? NULL : &trend->columns[trend->column_count - 1].period;
}

const char *trend_ordinal(int number, char text[16])
{
	static const char *const words[] = {"first", "second", "third",    "fourth",
	                                    "fifth", "sixth",  "seventh",  "eighth",
	                                    "ninth", "tenth",  "eleventh", "twelfth"};
	if (number >= 1 && number <= 12)
		return words[number - 1];
	int tens = number % 100;
	const char *ending = tens >= 11 && tens <= 13 ? "th"
	                     : number % 10 == 1       ? "st"
	                     : number % 10 == 2       ? "nd"
	                     : number % 10 == 3       ? "rd"
	                                              : "th";
	snprintf(text, 16, "%d%s", number, ending);
	return text;
}

/* "none declined", "2 improved". */
static void add_count(struct buf *text, size_t count, const char *word)
{
	if (count == 0)
		buf_printf(text, "none %s", word);
	else
		buf_printf(text, "%zu %s", count, word);
}

struct trend_best trend_best(const struct trend *trend)
{
	struct trend_best best = {0};
	const struct scale *scale = &trend->plan->plan->scale;
	for (size_t i = 0; i < trend->count; i++) {
		const struct trend_row *row = &trend->rows[i];
		if (row->current == NULL || standing_version(row->current)->level != 0 ||
		    !scale_same(standing_version(row->current)->scale, scale))
			continue;
		best.count++;
		if (row->held < 2)
			continue;
		best.again++;
		if (best.shortest == 0 || row->held < best.shortest)
			best.shortest = row->held;
		if (row->held > best.longest)
			best.longest = row->held;
	}
	return best;
}

static void add_best(const struct trend *trend, struct buf *text)
{
	const struct trend_best best = trend_best(trend);
	char ordinal[16];
	add_count(text, best.count, "");
	text->bytes[--text->length] = '\0';
	buf_printf(text, " of %zu %s", trend->count, trend->plan->plan->scale.levels[0].label);
	if (best.again == 0)
		return;
	if (best.again == best.count)
		buf_text(text, best.count == 1   ? ", "
		               : best.count == 2 ? ", both "
		                                 : ", all of them ");
	else
		buf_printf(text, ", %zu of them ", best.again);
	buf_printf(text, "for a %s period%s", trend_ordinal(best.shortest, ordinal),
	           best.longest > best.shortest ? " or longer" : "");
}

void trend_sentence(const struct trend *trend, struct buf *text)
{
	static const enum direction always[] = {DIRECTION_IMPROVED, DIRECTION_STEADY,
	                                        DIRECTION_DECLINED};
	static const enum direction sometimes[] = {DIRECTION_NEW, DIRECTION_NOT_REPORTED,
	                                           DIRECTION_NOT_COMPARED};
	if (trend->column_count == 0) {
		buf_text(text, "no report is on record yet");
		return;
	}
	if (trend->count == 0) {
		buf_text(text, "no workstream is under way");
		return;
	}
	bool compared = trend->totals[DIRECTION_IMPROVED] + trend->totals[DIRECTION_STEADY] +
	                        trend->totals[DIRECTION_DECLINED] !=
	                0;
	const char *between = "";
	for (size_t i = 0; compared && i < 3; i++, between = ", ") {
		buf_text(text, between);
		add_count(text, trend->totals[always[i]], direction_word(always[i]));
	}
	for (size_t i = 0; i < 3; i++) {
		if (trend->totals[sometimes[i]] == 0)
			continue;
		buf_text(text, between);
		buf_printf(text, "%zu %s", trend->totals[sometimes[i]],
		           sometimes[i] == DIRECTION_NOT_REPORTED ? "without a report"
		                                                  : direction_word(sometimes[i]));
		between = ", ";
	}
	buf_text(text, "; ");
	add_best(trend, text);
}
