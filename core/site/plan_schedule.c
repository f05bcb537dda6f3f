/* What is due, and what slipped: declared in plan_parts.h. */
#include "site/plan_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "record/milestones.h"

/* A board reads so many; the rest is counted, and stands on the workstreams' pages. */
enum { MOST_DUE = 20, MOST_MOVED = 30 };

/* --- milestones that are due --- */

static int compare_due(const void *a, const void *b)
{
	const struct due_milestone *first = a, *second = b;
	int days = date_days(first->due) - date_days(second->due);
	if (days == 0 && first->series != second->series)
		return first->series < second->series ? -1 : 1;
	return days != 0 ? days : strcmp(first->title, second->title);
}

/* What the latest report of the series still has before it. */
static void add_series(struct due_milestones *due, size_t *room, const struct series *series,
                       struct date day)
{
	const struct standing *latest = latest_standing(series);
	if (latest == NULL)
		return;
	struct milestone_lines lines =
		milestone_lines(standing_version(latest)->reading, &due->arena);
	for (size_t i = 0; i < lines.count; i++) {
		const struct milestone_line *line = &lines.items[i];
		if (line->due.year == 0 || milestone_is_over(line))
			continue;
		due->items =
			arena_grow(&due->arena, due->items, due->count, room, sizeof(*due->items));
		due->items[due->count++] = (struct due_milestone){
			.series = series,
			.title = line->title != NULL ? line->title : line->key,
			.due = line->due,
			.overdue = date_days(line->due) < date_days(day),
		};
	}
	milestone_lines_release(&lines);
}

void due_milestones_read(const struct plan_view *view, struct date day, struct due_milestones *due)
{
	size_t room = 0;
	*due = (struct due_milestones){.items = NULL};
	for (size_t i = 0; i < view->trend.count; i++)
		add_series(due, &room, view->trend.rows[i].series, day);
	if (due->count != 0)
		qsort(due->items, due->count, sizeof(*due->items), compare_due);
	while (due->overdue < due->count && due->items[due->overdue].overdue)
		due->overdue++;
}

void due_milestones_release(struct due_milestones *due)
{
	arena_release(&due->arena);
	*due = (struct due_milestones){.items = NULL};
}

static void add_due_row(struct html *html, const struct plan_view *view, const char *const *columns,
                        const struct due_milestone *milestone, struct date day)
{
	int days = date_days(day) - date_days(milestone->due);
	html_row(html, columns[0]);
	html_lines(html, milestone->title);
	html_put(html, "</th>\n");
	html_cell(html, columns[1]);
	html_short_date(html, milestone->due);
	if (milestone->overdue) {
		html_add(html, " <span class=\"note\"><strong>%s</strong>, ",
		         html_phrase(html, PHRASE_DUE_OVERDUE));
		html_tally(html, (size_t)days, PHRASE_PLAN_DAY, PHRASE_PLAN_DAYS);
		html_put(html, "</span>");
	}
	html_put(html, "</td>\n");
	html_cell(html, columns[2]);
	workstream_link(html, view, milestone->series);
	html_put(html, "</td>\n</tr>\n");
}

void due_milestone_section(struct html *html, const struct plan_view *view,
                           const struct due_milestones *due, struct date day)
{
	static const enum phrase names[] = {PHRASE_PLAN_MILESTONE, PHRASE_DUE_DATE,
	                                    PHRASE_PLAN_WORKSTREAM};
	const char *columns[3];
	if (due->count == 0)
		return;
	phrase_columns(html, names, 3, columns);
	html_section(html, "due", PHRASE_DUE_MILESTONES);
	html_add(html, "<p>%s ", html_phrase(html, PHRASE_DUE_SEEN_FROM));
	html_date(html, day);
	html_put(html, ": ");
	if (due->overdue == 0)
		html_say(html, PHRASE_DUE_NONE_OVERDUE);
	else
		html_tally(html, due->overdue, PHRASE_DUE_OVERDUE_ONE, PHRASE_DUE_OVERDUE_MANY);
	html_put(html, ".</p>\n");
	html_table(html, HTML_PAIRS, html_phrase(html, PHRASE_DUE_MILESTONES_CAPTION), columns, 3);
	for (size_t i = 0; i < due->count && i < MOST_DUE; i++)
		add_due_row(html, view, columns, &due->items[i], day);
	html_table_end(html);
	if (due->count > MOST_DUE)
		html_add(html, "<p class=\"note\">%zu %s</p>\n", due->count - MOST_DUE,
		         html_phrase(html, PHRASE_DUE_MORE));
	html_put(html, "</section>\n");
}

/* --- completion dates that slipped --- */

/* Completion of a workstream, then and now. */
struct slip {
	struct date first_agreed, agreed, before, forecast; /* year 0 where not given */
};

static struct slip read_slip(const struct series *series)
{
	struct slip slip = {{0, 0, 0}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}};
	for (size_t i = 0; i < series->count && slip.first_agreed.year == 0; i++)
		if (standing_holds(&series->standings[i]))
			slip.first_agreed =
				standing_version(&series->standings[i])->reading->agreed;
	const struct standing *latest = latest_standing(series), *previous = NULL;
	if (latest == NULL)
		return slip;
	for (const struct standing *at = latest; at > series->standings && previous == NULL;)
		previous = standing_holds(--at) ? at : NULL;
	slip.agreed = standing_version(latest)->reading->agreed;
	slip.forecast = standing_version(latest)->reading->forecast;
	if (previous != NULL)
		slip.before = standing_version(previous)->reading->forecast;
	return slip;
}

static void add_date(struct html *html, struct date date)
{
	if (date.year == 0)
		html_say(html, PHRASE_PLAN_NOT_GIVEN);
	else
		html_short_date(html, date);
}

/* The days from one date to a later one, in words. */
static void add_days(struct html *html, struct date from, struct date to)
{
	if (from.year == 0 || to.year == 0)
		html_say(html, PHRASE_PLAN_NOT_COMPARED);
	else
		days_moved(html, date_days(to) - date_days(from), PHRASE_SLIP_NONE);
}

enum { SLIP_WORKSTREAM, FIRST_AGREED, AGREED, FORECAST, SINCE_LAST, SINCE_FIRST, SLIP_COLUMNS };

static void add_slip_row(struct html *html, const struct plan_view *view,
                         const char *const *columns, const struct series *series)
{
	const struct slip slip = read_slip(series);
	const struct date dates[] = {slip.first_agreed, slip.agreed, slip.forecast};
	html_row(html, columns[SLIP_WORKSTREAM]);
	workstream_link(html, view, series);
	html_put(html, "</th>\n");
	for (size_t i = 0; i < 3; i++) {
		html_cell(html, columns[FIRST_AGREED + i]);
		add_date(html, dates[i]);
		html_put(html, "</td>\n");
	}
	html_cell(html, columns[SINCE_LAST]);
	add_days(html, slip.before, slip.forecast);
	html_put(html, "</td>\n");
	html_cell(html, columns[SINCE_FIRST]);
	add_days(html, slip.first_agreed, slip.forecast);
	html_put(html, "</td>\n</tr>\n");
}

static bool gives_dates(const struct series *series)
{
	const struct slip slip = read_slip(series);
	return slip.agreed.year + slip.forecast.year + slip.first_agreed.year != 0;
}

static bool has_slips(const struct plan_view *view)
{
	for (size_t i = 0; i < view->trend.count; i++)
		if (gives_dates(view->trend.rows[i].series))
			return true;
	return false;
}

static void add_slips(struct html *html, const struct plan_view *view)
{
	static const enum phrase names[SLIP_COLUMNS] = {
		PHRASE_PLAN_WORKSTREAM, PHRASE_SLIP_FIRST_AGREED, PHRASE_SLIP_AGREED,
		PHRASE_SLIP_FORECAST,   PHRASE_SLIP_SINCE_LAST,   PHRASE_SLIP_SINCE_FIRST,
	};
	const char *columns[SLIP_COLUMNS];
	phrase_columns(html, names, SLIP_COLUMNS, columns);
	html_table(html, HTML_PAIRS, html_phrase(html, PHRASE_SLIP_CAPTION), columns, SLIP_COLUMNS);
	for (size_t i = 0; i < view->trend.count; i++)
		if (gives_dates(view->trend.rows[i].series))
			add_slip_row(html, view, columns, view->trend.rows[i].series);
	html_table_end(html);
}

/* --- milestones whose due date moved --- */

/* One milestone through all reports of its workstream. */
struct moved {
	const struct series *series;
	const char *title;
	struct date first, now;
	size_t times;
};

struct moves {
	struct moved **items;
	size_t count, room;
	struct arena arena;
};

static void follow(struct moves *moves, struct map *known, const struct series *series,
                   const struct milestone_line *line)
{
	struct moved *moved = map_get(known, line->key);
	if (line->due.year == 0)
		return;
	if (moved == NULL) {
		moved = arena_new(&moves->arena, sizeof(*moved));
		*moved = (struct moved){.series = series, .first = line->due, .now = line->due};
		map_set(known, line->key, moved);
		moves->items = arena_grow(&moves->arena, moves->items, moves->count, &moves->room,
		                          sizeof(struct moved *));
		moves->items[moves->count++] = moved;
	}
	moved->times += date_days(moved->now) != date_days(line->due) ? 1 : 0;
	moved->now = line->due;
	moved->title = line->title != NULL ? line->title : line->key;
}

static void follow_series(struct moves *moves, const struct series *series)
{
	struct map known = {0};
	for (size_t i = 0; i < series->count; i++) {
		if (!standing_holds(&series->standings[i]))
			continue;
		struct milestone_lines lines = milestone_lines(
			standing_version(&series->standings[i])->reading, &moves->arena);
		for (size_t j = 0; j < lines.count; j++)
			follow(moves, &known, series, &lines.items[j]);
		milestone_lines_release(&lines);
	}
	map_release(&known);
}

static int moved_days(const struct moved *moved)
{
	return date_days(moved->now) - date_days(moved->first);
}

/* The furthest from their first date come first. */
static int compare_moves(const void *a, const void *b)
{
	const struct moved *first = *(struct moved *const *)a, *second = *(struct moved *const *)b;
	int days = moved_days(second) - moved_days(first);
	if (days != 0)
		return days;
	if (first->series != second->series)
		return first->series < second->series ? -1 : 1;
	return strcmp(first->title, second->title);
}

static void add_move(struct html *html, const struct plan_view *view, const char *const *columns,
                     const struct moved *moved)
{
	html_row(html, columns[0]);
	html_lines(html, moved->title);
	html_put(html, "</th>\n");
	html_cell(html, columns[1]);
	workstream_link(html, view, moved->series);
	html_put(html, "</td>\n");
	html_cell(html, columns[2]);
	html_short_date(html, moved->first);
	html_put(html, "</td>\n");
	html_cell(html, columns[3]);
	html_short_date(html, moved->now);
	html_put(html, "</td>\n");
	html_cell(html, columns[4]);
	html_tally(html, moved->times, PHRASE_SLIP_ONCE, PHRASE_SLIP_TIMES);
	html_put(html, "</td>\n");
	html_cell(html, columns[5]);
	days_moved(html, moved_days(moved), PHRASE_SLIP_NONE);
	html_put(html, "</td>\n</tr>\n");
}

static void read_moves(struct moves *moves, const struct plan_view *view)
{
	size_t kept = 0;
	for (size_t i = 0; i < view->trend.count; i++)
		follow_series(moves, view->trend.rows[i].series);
	for (size_t i = 0; i < moves->count; i++)
		if (moves->items[i]->times != 0)
			moves->items[kept++] = moves->items[i];
	moves->count = kept;
	if (kept != 0)
		qsort(moves->items, kept, sizeof(struct moved *), compare_moves);
}

static void add_moves(struct html *html, const struct plan_view *view, const struct moves *moves)
{
	static const enum phrase names[] = {PHRASE_PLAN_MILESTONE, PHRASE_PLAN_WORKSTREAM,
	                                    PHRASE_SLIP_FIRST_DUE, PHRASE_SLIP_DUE_NOW,
	                                    PHRASE_SLIP_HOW_OFTEN, PHRASE_SLIP_IN_ALL};
	const char *columns[6];
	phrase_columns(html, names, 6, columns);
	html_add(html, "<h3>%s</h3>\n", html_phrase(html, PHRASE_SLIP_MOVED));
	html_table(html, HTML_PAIRS, html_phrase(html, PHRASE_SLIP_MOVED_CAPTION), columns, 6);
	for (size_t i = 0; i < moves->count && i < MOST_MOVED; i++)
		add_move(html, view, columns, moves->items[i]);
	html_table_end(html);
	if (moves->count > MOST_MOVED)
		html_add(html, "<p class=\"note\">%zu %s</p>\n", moves->count - MOST_MOVED,
		         html_phrase(html, PHRASE_DUE_MORE));
}

void slip_section(struct html *html, const struct plan_view *view)
{
	struct moves moves = {.items = NULL};
	read_moves(&moves, view);
	if (has_slips(view) || moves.count != 0) {
		html_section(html, "slips", PHRASE_SLIP_HEADING);
		if (has_slips(view))
			add_slips(html, view);
		if (moves.count != 0)
			add_moves(html, view, &moves);
		html_put(html, "</section>\n");
	}
	arena_release(&moves.arena);
}
