/* When milestones were due, report by report: declared in site/workstream_parts.h. */
#include "site/workstream_parts.h"

#include <stdlib.h>

#include "chart/dates.h"
#include "record/milestones.h"

enum { MOST_ROWS = 36, MOST_CHANGES = 8 };

/* What one report says of a milestone. */
struct said {
	size_t report;
	const struct milestone_line *line;
};

/* A milestone from report to report. */
struct track {
	const char *title; /* as it was given last */
	struct said *said;
	size_t count, room;
	size_t dated;           /* reports that give a date */
	size_t moves;           /* from one date to another */
	struct date first, now; /* due; year 0 where no date was given */
	size_t number;          /* in the table, from 1 */
};

struct tracks {
	struct reports reports; /* that have milestones */
	struct track *items;
	size_t count, room;
	struct map by_key;
	struct arena arena;
};

static bool same_date(struct date a, struct date b)
{
	return date_days(a) == date_days(b);
}

static struct track *track_of(struct tracks *tracks, const char *key)
{
	/* The place behind its number: items move as they grow. */
	size_t *place = map_get(&tracks->by_key, key);
	if (place != NULL)
		return &tracks->items[*place];
	tracks->items = arena_grow(&tracks->arena, tracks->items, tracks->count, &tracks->room,
	                           sizeof(*tracks->items));
	place = arena_new(&tracks->arena, sizeof(*place));
	*place = tracks->count;
	map_set(&tracks->by_key, key, place);
	tracks->items[tracks->count] = (struct track){.number = tracks->count + 1};
	return &tracks->items[tracks->count++];
}

/* True where the milestone had come to its end in an earlier report already. */
static bool was_over(const struct track *track)
{
	return track->count != 0 && milestone_is_over(track->said[track->count - 1].line);
}

static void add_said(struct tracks *tracks, size_t report, const struct milestone_line *line)
{
	struct track *track = track_of(tracks, line->key);
	if (was_over(track) && milestone_is_over(line))
		return;
	track->said = arena_grow(&tracks->arena, track->said, track->count, &track->room,
	                         sizeof(*track->said));
	track->said[track->count++] = (struct said){report, line};
	track->title = line->title != NULL ? line->title : line->key;
	if (line->due.year == 0)
		return;
	if (track->dated++ == 0)
		track->first = line->due;
	else if (!same_date(track->now, line->due))
		track->moves++;
	track->now = line->due;
}

static void read_tracks(const struct series *series, struct tracks *tracks)
{
	struct reports all = reports_of(series, &tracks->arena);
	tracks->reports = (struct reports){all.items, 0};
	for (size_t i = 0; i < all.count; i++) {
		const struct reading *reading = report_reading(&all, i);
		if (!lists_milestones(reading))
			continue;
		struct milestone_lines lines = milestone_lines(reading, &tracks->arena);
		for (size_t j = 0; j < lines.count; j++)
			add_said(tracks, tracks->reports.count, &lines.items[j]);
		milestone_lines_release(&lines);
		tracks->reports.items[tracks->reports.count++] = all.items[i];
	}
}

/* --- the picture --- */

/* Those that moved most come first, then those that most reports date; then as they came. */
static int compare_tracks(const void *a, const void *b)
{
	const struct track *one = *(const struct track *const *)a;
	const struct track *two = *(const struct track *const *)b;
	if (one->moves != two->moves)
		return one->moves > two->moves ? -1 : 1;
	if (one->dated != two->dated)
		return one->dated > two->dated ? -1 : 1;
	return one->number < two->number ? -1 : 1;
}

static enum chart_mark mark_of(const struct milestone_line *line, bool moved)
{
	if (line->status == MILESTONE_DELIVERED)
		return CHART_DONE;
	if (milestone_is_over(line))
		return CHART_CROSS;
	return moved ? CHART_DIAMOND : CHART_DOT;
}

static struct date_line line_of(struct tracks *tracks, const struct track *track)
{
	struct date_point *points = arena_new(&tracks->arena, track->count * sizeof(*points));
	struct date_line line = {.points = points};
	struct date due = {0, 0, 0};
	size_t last = 0;
	for (size_t i = 0; i < track->count; i++) {
		const struct said *said = &track->said[i];
		bool moved = said->line->due.year != 0 && due.year != 0 &&
		             !same_date(said->line->due, due);
		due = said->line->due.year != 0 ? said->line->due : due;
		struct date date =
			said->line->delivered_on.year != 0 ? said->line->delivered_on : due;
		if (date.year == 0)
			continue;
		points[line.count] = (struct date_point){
			.at = report_day(&tracks->reports, said->report),
			.date = date_days(date),
			.mark = mark_of(said->line, moved),
			.apart = line.count != 0 && said->report != last + 1,
		};
		line.count++;
		last = said->report;
	}
	line.name = arena_printf(&tracks->arena, "%zu %s", track->number, track->title);
	return line;
}

static void draw(struct html *html, struct tracks *tracks, const struct date_line *lines,
                 size_t shown, size_t count)
{
	struct date_report *days = arena_new(&tracks->arena, tracks->reports.count * sizeof(*days));
	for (size_t i = 0; i < tracks->reports.count; i++) {
		char words[BADGE_PERIOD_SIZE];
		badge_period_short(html, tracks->reports.items[i]->period, words);
		days[i] = (struct date_report){report_day(&tracks->reports, i),
		                               arena_printf(&tracks->arena, "%s", words)};
	}
	const struct date_chart dates = {
		.id = "milestones-chart",
		.title = html_phrase(html, PHRASE_HISTORY_MILESTONES_CHART),
		.description = html_phrase(html, PHRASE_HISTORY_MILESTONES_WORDS),
		.reports = days,
		.report_count = tracks->reports.count,
		.lines = lines,
		.count = shown,
		.diagonal = html_phrase(html, PHRASE_HISTORY_DIAGONAL),
	};
	chart_dates(html, &dates);
	html_add(html, "<p class=\"note\">%s</p>\n",
	         html_phrase(html, PHRASE_HISTORY_MILESTONES_KEY));
	shown_note(html, PHRASE_HISTORY_SHOWN_MILESTONES, shown, count);
}

/* A line for each milestone that two reports or more date, if there is one. */
static void add_chart(struct html *html, struct tracks *tracks)
{
	struct track **chosen =
		arena_new(&tracks->arena, (tracks->count + 1) * sizeof(struct track *));
	struct date_line lines[DATES_MOST_LINES];
	size_t count = 0, shown = 0;
	for (size_t i = 0; i < tracks->count; i++)
		if (tracks->items[i].dated > 1)
			chosen[count++] = &tracks->items[i];
	qsort(chosen, count, sizeof(*chosen), compare_tracks);
	for (; shown < count && shown < DATES_MOST_LINES; shown++)
		lines[shown] = line_of(tracks, chosen[shown]);
	if (shown != 0)
		draw(html, tracks, lines, shown, count);
}

/* --- the table --- */

enum place_in_row { MILESTONE, DUE_DATES, MOVED, WHERE, COLUMNS };

/* The months of the reports from FIRST to LAST, which say the same. */
static void add_reports(struct html *html, const struct tracks *tracks, size_t first, size_t last)
{
	char words[BADGE_PERIOD_SIZE];
	html_text(html, badge_period_short(html, tracks->reports.items[first]->period, words));
	if (last != first)
		html_add(html, " – %s",
		         badge_period_short(html, tracks->reports.items[last]->period, words));
}

/* Behind the reports from number FROM on that gave the same date. */
static size_t run_end(const struct track *track, size_t from)
{
	const struct date due = track->said[from].line->due;
	size_t end = from + 1;
	for (; end < track->count; end++) {
		const struct date other = track->said[end].line->due;
		if ((due.year == 0) != (other.year == 0) ||
		    (due.year != 0 && !same_date(due, other)))
			break;
	}
	return end;
}

static void add_run(struct html *html, const struct tracks *tracks, const struct track *track,
                    size_t from, size_t end)
{
	const struct date due = track->said[from].line->due;
	html_put(html, "<li>");
	if (due.year != 0)
		html_short_date(html, due);
	else
		html_say(html, PHRASE_HISTORY_NO_DATE);
	html_put(html, " (");
	add_reports(html, tracks, track->said[from].report, track->said[end - 1].report);
	html_put(html, ")</li>\n");
}

/* Each date, and the reports that gave it: the first and the last, where there are very many. */
static void add_dates(struct html *html, const struct tracks *tracks, const struct track *track)
{
	size_t runs = 0, number = 0;
	for (size_t i = 0; i < track->count; i = run_end(track, i))
		runs++;
	html_put(html, "<ul>\n");
	for (size_t i = 0, end; i < track->count; i = end, number++) {
		end = run_end(track, i);
		if (number == 0 || number + MOST_CHANGES > runs)
			add_run(html, tracks, track, i, end);
		else if (number == 1)
			html_put(html, "<li>…</li>\n");
	}
	html_put(html, "</ul>");
}

static void add_moves(struct html *html, const struct track *track)
{
	char times[HTML_NUMBER_SIZE], days[DAYS_TEXT_SIZE];
	if (track->moves == 0) {
		html_say(html, track->dated == 0 ? PHRASE_HISTORY_NO_DATE : PHRASE_HISTORY_NEVER);
		return;
	}
	days_text(html, date_days(track->now) - date_days(track->first), days);
	if (track->moves == 1)
		html_tell(html, PHRASE_HISTORY_ONCE, days);
	else
		html_tell(html, PHRASE_HISTORY_TIMES, html_number(track->moves, times), days);
}

static void add_where(struct html *html, const struct tracks *tracks, const struct track *track)
{
	const struct said *last = &track->said[track->count - 1];
	const struct milestone_line *line = last->line;
	char words[BADGE_PERIOD_SIZE];
	if (line->status != MILESTONE_UNKNOWN)
		html_say(html, milestone_phrase(line->status));
	else
		html_say(html, line->next ? PHRASE_HISTORY_PLANNED : PHRASE_REPORT_NOT_GIVEN);
	if (line->status == MILESTONE_DELIVERED && line->delivered_on.year != 0) {
		html_put(html, ", ");
		html_short_date(html, line->delivered_on);
	}
	if (last->report + 1 == tracks->reports.count)
		return;
	html_put(html, "<span class=\"note\">");
	html_tell(html, PHRASE_HISTORY_LAST_SAID,
	          badge_period(html, tracks->reports.items[last->report]->period, words));
	html_put(html, "</span>");
}

static void add_row(struct html *html, const struct tracks *tracks, const struct track *track,
                    const char *const *columns)
{
	html_row(html, columns[MILESTONE]);
	html_add(html, "%zu ", track->number);
	written_brief(html, track->title);
	html_put(html, "</th>\n");
	html_cell(html, columns[DUE_DATES]);
	add_dates(html, tracks, track);
	html_put(html, "</td>\n");
	html_cell(html, columns[MOVED]);
	add_moves(html, track);
	html_put(html, "</td>\n");
	html_cell(html, columns[WHERE]);
	add_where(html, tracks, track);
	html_put(html, "</td>\n</tr>\n");
}

static void add_table(struct html *html, const struct tracks *tracks)
{
	const char *const columns[COLUMNS] = {
		[MILESTONE] = html_phrase(html, PHRASE_REPORT_MILESTONE),
		[DUE_DATES] = html_phrase(html, PHRASE_HISTORY_DUE_DATES),
		[MOVED] = html_phrase(html, PHRASE_HISTORY_MOVED),
		[WHERE] = html_phrase(html, PHRASE_HISTORY_WHERE),
	};
	/* The latest that came up, where there is no room for all. */
	size_t shown = tracks->count < MOST_ROWS ? tracks->count : MOST_ROWS;
	html_table(html, HTML_TEXTS, html_phrase(html, PHRASE_HISTORY_MILESTONES_CAPTION), columns,
	           COLUMNS);
	for (size_t i = tracks->count - shown; i < tracks->count; i++)
		add_row(html, tracks, &tracks->items[i], columns);
	html_table_end(html);
	shown_note(html, PHRASE_HISTORY_TABLE_CUT, shown, tracks->count);
}

void milestone_history(struct html *html, const struct series *series)
{
	struct tracks tracks = {.by_key = MAP_INIT, .arena = ARENA_INIT};
	read_tracks(series, &tracks);
	if (tracks.reports.count > 1) {
		part_begin(html, "milestones-history", PHRASE_HISTORY_MILESTONES);
		add_chart(html, &tracks);
		add_table(html, &tracks);
		html_put(html, "</section>\n");
	}
	map_release(&tracks.by_key);
	arena_release(&tracks.arena);
}
