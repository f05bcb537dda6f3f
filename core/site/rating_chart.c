/* Ratings over time as a picture: declared in site/pages.h. */
#include "site/workstream_parts.h"

#include <stdlib.h>
#include <string.h>

#include "chart/steps.h"
#include "document/scale.h"

/* A series' ratings beside the columns of its trend. */
struct timeline {
	const struct plan_view *view;
	const struct series *series;
	const struct column *columns;
	const struct cell *cells;
	size_t count;
	const struct scale *scale; /* of the latest rating: only what is on it is drawn */
	struct arena arena;
};

/* The version that stands in this column, or NULL where none can be drawn. */
static const struct version *drawn(const struct timeline *timeline, size_t column)
{
	const struct standing *standing = timeline->cells[column].standing;
	if (standing == NULL || standing_level(standing) == NULL)
		return NULL;
	const struct version *version = standing_version(standing);
	return scale_same(version->scale, timeline->scale) ? version : NULL;
}

/* Bit N: the period was rated level N before it was rated as it is. */
static unsigned earlier_levels(const struct timeline *timeline, const struct standing *standing)
{
	unsigned levels = 0;
	for (size_t i = 0; i + 1 < standing->count; i++) {
		const struct version *version = standing->versions[i];
		if (!version->reading->exempt && version->level != SCALE_NONE &&
		    scale_same(version->scale, timeline->scale))
			levels |= 1U << version->level;
	}
	return levels;
}

static bool was_rerated(const struct standing *standing)
{
	for (size_t i = 1; i < standing->count; i++)
		if (standing->versions[i]->rerating && !standing->versions[i - 1]->reading->exempt)
			return true;
	return false;
}

static bool was_challenged(const struct timeline *timeline, const struct standing *standing)
{
	for (size_t i = 0; i < timeline->view->challenges.count; i++)
		if (challenge_concerns(&timeline->view->challenges.items[i], timeline->series,
		                       standing->period))
			return true;
	return false;
}

/* Two lines: the months and the year, or the two ends of a period across years. */
static struct chart_column column_label(const struct html *html, struct period period,
                                        struct arena *arena)
{
	char words[BADGE_PERIOD_SIZE];
	badge_period_short(html, period, words);
	const char *dash = strstr(words, "–");
	size_t first = strlen(words) - strlen(" 2023"), second = first + 1;
	if (period.first / 12 != period.last / 12 && dash != NULL)
		first = second = (size_t)(dash - words) + strlen("–");
	return (struct chart_column){arena_text(arena, words, first),
	                             arena_text(arena, words + second, strlen(words) - second)};
}

static struct step_column step_column(const struct html *html, struct timeline *timeline,
                                      size_t number)
{
	const struct cell *cell = &timeline->cells[number];
	const struct version *version = drawn(timeline, number);
	struct step_column column = {
		.column = column_label(html, timeline->columns[number].period, &timeline->arena),
		.level = version != NULL ? version->level : SCALE_NONE,
	};
	if (cell->type == CELL_GAP)
		column.gap = (struct chart_column){html_phrase(html, PHRASE_HISTORY_NO),
		                                   html_phrase(html, PHRASE_HISTORY_GAP)};
	if (version == NULL)
		return column;
	column.same = number > 0 && timeline->cells[number - 1].standing == cell->standing;
	if (column.same)
		return column;
	column.earlier = earlier_levels(timeline, cell->standing) & ~(1U << version->level);
	if (was_rerated(cell->standing))
		column.notes[0] = html_phrase(html, PHRASE_HISTORY_RERATED);
	if (was_challenged(timeline, cell->standing))
		column.notes[1] = html_phrase(html, PHRASE_HISTORY_CHALLENGED);
	return column;
}

/* The ratings in words, for a reader who does not see them. */
static void describe(const struct html *html, const struct timeline *timeline, struct buf *words)
{
	size_t most = (size_t)STEPS_STRIP * STEPS_STRIPS;
	for (size_t i = timeline->count > most ? timeline->count - most : 0, told = 0;
	     i < timeline->count; i++) {
		const struct version *version = drawn(timeline, i);
		char period[BADGE_PERIOD_SIZE];
		buf_text(words, told++ == 0 ? "" : "; ");
		plain_tell(html, words, PHRASE_HISTORY_RATED,
		           badge_period(html, timeline->columns[i].period, period),
		           version != NULL ? badge_words(html, version)
		                           : html_phrase(html, PHRASE_HISTORY_NO_RATING));
	}
}

static const struct chart_level *levels_of(const struct html *html, struct timeline *timeline)
{
	const struct scale *scale = timeline->scale;
	struct chart_level *levels = arena_new(&timeline->arena, scale->count * sizeof(*levels));
	for (size_t i = 0; i < scale->count; i++)
		levels[i] = (struct chart_level){badge_label(html, &scale->levels[i]),
		                                 badge_letters(html, &scale->levels[i]),
		                                 scale_colour(scale, (int)i)};
	return levels;
}

/* A key to what is out of the ordinary, and what has no room. */
static void add_notes(struct html *html, const struct step_column *columns, size_t count,
                      size_t shown)
{
	bool rerated = false;
	for (size_t i = count - shown; i < count; i++)
		rerated = rerated || columns[i].earlier != 0;
	if (rerated)
		html_add(html, "<p class=\"note\">%s</p>\n",
		         html_phrase(html, PHRASE_HISTORY_RERATED_KEY));
	shown_note(html, PHRASE_HISTORY_SHOWN_LATEST, shown, count);
}

static void draw(struct html *html, struct timeline *timeline)
{
	struct buf words = BUF_INIT;
	struct step_column *columns =
		arena_new(&timeline->arena, timeline->count * sizeof(*columns));
	for (size_t i = 0; i < timeline->count; i++)
		columns[i] = step_column(html, timeline, i);
	describe(html, timeline, &words);
	const struct step_chart steps = {
		.id = "ratings-chart",
		.title = html_phrase(html, PHRASE_HISTORY_RATINGS_CHART),
		.description = words.bytes,
		.levels = levels_of(html, timeline),
		.level_count = timeline->scale->count,
		.columns = columns,
		.count = timeline->count,
	};
	add_notes(html, columns, timeline->count, chart_steps(html, &steps));
	buf_release(&words);
}

void rating_chart(struct html *html, const struct plan_view *view, const struct trend_row *row)
{
	const struct trend *trend = &view->trend;
	const struct standing *last = latest_standing(row->series);
	struct timeline timeline = {
		.view = view,
		.series = row->series,
		.columns = trend->columns,
		.cells = row->cells,
		.count = trend->column_count,
		.arena = ARENA_INIT,
	};
	size_t marks = 0;
	if (last == NULL || standing_level(last) == NULL)
		return;
	timeline.scale = standing_version(last)->scale;
	while (timeline.count > 0 && timeline.cells[0].standing == NULL) {
		timeline.columns++;
		timeline.cells++;
		timeline.count--;
	}
	for (size_t i = 0; i < timeline.count; i++)
		marks += drawn(&timeline, i) != NULL ? 1 : 0;
	if (marks > 1)
		draw(html, &timeline);
	arena_release(&timeline.arena);
}
