/* How ratings are distributed, as a picture: declared in site/workstream_parts.h. */
#include "site/workstream_parts.h"

#include <string.h>

#include "chart/stack.h"
#include "document/scale.h"

static void count_cells(const struct trend_row *rows, size_t count, size_t column,
                        const struct scale *scale, size_t *counts)
{
	for (size_t i = 0; i < count; i++) {
		const struct cell *cell = &rows[i].cells[column];
		if (cell->type == CELL_OUTSIDE || cell->standing == NULL)
			continue;
		const struct version *version = standing_version(cell->standing);
		bool same = version->level != SCALE_NONE && scale_same(version->scale, scale);
		counts[same ? (size_t)version->level : scale->count]++;
	}
}

/* The column's ratings by level; those that are not on the scale stand behind it. */
static size_t *count_levels(const struct trend *trend, const struct scale *scale, size_t column,
                            struct arena *arena)
{
	size_t *counts = arena_new(arena, (scale->count + 1) * sizeof(*counts));
	count_cells(trend->rows, trend->count, column, scale, counts);
	count_cells(trend->ended, trend->ended_count, column, scale, counts);
	return counts;
}

void distribution_chart(struct html *html, const struct plan_view *view)
{
	const struct trend *trend = &view->trend;
	const struct scale *scale = &view->plan.plan->scale;
	struct arena arena = ARENA_INIT;
	const size_t first = has_ratings_page(view) ? trend->column_count - PLAN_MOST_PERIODS : 0;
	const size_t count = trend->column_count - first;
	struct chart_level levels[SCALE_MOST_LEVELS + 1];
	struct stack_column *columns = arena_new(&arena, (count + 1) * sizeof(*columns));
	for (size_t i = 0; i < scale->count; i++)
		levels[i] = (struct chart_level){badge_label(html, &scale->levels[i]),
		                                 badge_letters(html, &scale->levels[i]),
		                                 scale_colour(scale, (int)i)};
	levels[scale->count] =
		(struct chart_level){html_phrase(html, PHRASE_HISTORY_OTHER_LEVEL), "?", -1};
	for (size_t i = 0; i < count; i++) {
		char words[BADGE_PERIOD_SIZE];
		char *year = strrchr(
			badge_period_short(html, trend->columns[first + i].period, words), ' ');
		*year++ = '\0';
		columns[i].column = (struct chart_column){arena_text(&arena, words, strlen(words)),
		                                          arena_text(&arena, year, strlen(year))};
		columns[i].counts = count_levels(trend, scale, first + i, &arena);
	}
	const struct stack_chart stack = {
		.id = "distribution-chart",
		.title = html_phrase(html, PHRASE_HISTORY_DISTRIBUTION),
		.description = html_phrase(html, PHRASE_HISTORY_DISTRIBUTION_WORDS),
		.levels = levels,
		.level_count = scale->count + 1,
		.columns = columns,
		.count = count,
	};
	if (count > 1 && trend->count + trend->ended_count > 1)
		shown_note(html, PHRASE_HISTORY_SHOWN_PERIODS, chart_stack(html, &stack), count);
	arena_release(&arena);
}
