/* Agreed and forecast completion, report by report: declared in site/workstream_parts.h. */
#include "site/workstream_parts.h"

#include <stdio.h>

#include "chart/dates.h"

enum { MOST_ROWS = 36 };

/* The reports that give a date, and what they give. */
struct completion {
	struct reports reports;
	struct date agreed_first; /* the first baseline; year 0 where none is on record */
	bool changed;             /* not all reports gave the same dates */
	struct arena arena;
};

static bool same_date(struct date a, struct date b)
{
	return a.year == b.year && a.month == b.month && a.day == b.day;
}

/* True where the report gives other dates than the one before. */
static bool is_news(const struct completion *completion, size_t number)
{
	if (number == 0)
		return true;
	const struct reading *now = report_reading(&completion->reports, number);
	const struct reading *before = report_reading(&completion->reports, number - 1);
	return !same_date(now->agreed, before->agreed) ||
	       !same_date(now->forecast, before->forecast);
}

static void read_completion(const struct series *series, struct completion *completion)
{
	struct reports all = reports_of(series, &completion->arena);
	completion->reports = (struct reports){all.items, 0};
	for (size_t i = 0; i < all.count; i++) {
		const struct reading *reading = report_reading(&all, i);
		if (reading->agreed.year == 0 && reading->forecast.year == 0)
			continue;
		if (completion->agreed_first.year == 0)
			completion->agreed_first = reading->agreed;
		completion->reports.items[completion->reports.count++] = all.items[i];
	}
	for (size_t i = 1; i < completion->reports.count; i++)
		completion->changed = completion->changed || is_news(completion, i);
}

/* The agreed date of the report before, if it was another one; year 0 where it was not. */
static struct date moved_from(const struct completion *completion, size_t number)
{
	static const struct date none = {0, 0, 0};
	if (number == 0)
		return none;
	struct date now = report_reading(&completion->reports, number)->agreed;
	struct date before = report_reading(&completion->reports, number - 1)->agreed;
	return now.year == 0 || before.year == 0 || same_date(now, before) ? none : before;
}

/* --- the picture --- */

static struct date_line make_line(struct completion *completion, bool agreed)
{
	const struct reports *reports = &completion->reports;
	struct date_point *points =
		arena_new(&completion->arena, (reports->count + 1) * sizeof(*points));
	struct date_line line = {.points = points};
	size_t last = 0;
	for (size_t i = 0; i < reports->count; i++) {
		const struct reading *reading = report_reading(reports, i);
		struct date date = agreed ? reading->agreed : reading->forecast;
		if (date.year == 0)
			continue;
		enum chart_mark mark = agreed ? CHART_SQUARE : CHART_DOT;
		if (agreed && moved_from(completion, i).year != 0)
			mark = CHART_DIAMOND;
		points[line.count] = (struct date_point){
			.at = report_day(reports, i),
			.date = date_days(date),
			.mark = mark,
			.apart = line.count != 0 && i != last + 1,
		};
		line.count++;
		last = i;
	}
	return line;
}

/* "Agreed 31 Mar 2024" at the line's end. */
static const char *line_name(const struct html *html, struct completion *completion,
                             const struct date_line *line, bool agreed)
{
	struct buf words = BUF_INIT;
	char day[64];
	if (line->count == 0)
		return "";
	struct date date = date_from_time((int64_t)line->points[line->count - 1].date * 86400);
	snprintf(day, sizeof(day), "%d %s %d", date.day,
	         html_phrase(html, (enum phrase)(PHRASE_JAN + date.month - 1)), date.year);
	plain_tell(html, &words, agreed ? PHRASE_HISTORY_END_AGREED : PHRASE_HISTORY_END_FORECAST,
	           day, NULL);
	const char *name = arena_text(&completion->arena, words.bytes, words.length);
	buf_release(&words);
	return name;
}

static void add_chart(struct html *html, struct completion *completion)
{
	const struct reports *reports = &completion->reports;
	struct date_report *days = arena_new(&completion->arena, reports->count * sizeof(*days));
	struct date_line lines[2];
	size_t count = 0;
	bool moved = false;
	for (size_t i = 0; i < reports->count; i++) {
		char words[BADGE_PERIOD_SIZE];
		badge_period_short(html, reports->items[i]->period, words);
		days[i] = (struct date_report){report_day(reports, i),
		                               arena_printf(&completion->arena, "%s", words)};
		moved = moved || moved_from(completion, i).year != 0;
	}
	for (int agreed = 1; agreed >= 0; agreed--) {
		lines[count] = make_line(completion, agreed == 1);
		lines[count].name = line_name(html, completion, &lines[count], agreed == 1);
		count += lines[count].count != 0 ? 1 : 0;
	}
	const struct date_chart dates = {
		.id = "completion-chart",
		.title = html_phrase(html, PHRASE_HISTORY_COMPLETION_CHART),
		.description = html_phrase(html, PHRASE_HISTORY_COMPLETION_WORDS),
		.reports = days,
		.report_count = reports->count,
		.lines = lines,
		.count = count,
	};
	chart_dates(html, &dates);
	html_add(html, "<p class=\"note\">%s", html_phrase(html, PHRASE_HISTORY_COMPLETION_KEY));
	if (moved)
		html_add(html, " %s", html_phrase(html, PHRASE_HISTORY_MOVED_KEY));
	html_put(html, "</p>\n");
	shown_note(html, PHRASE_HISTORY_SHOWN_LATEST,
	           reports->count < DATES_MOST_POINTS ? reports->count : DATES_MOST_POINTS,
	           reports->count);
}

/* --- the table --- */

enum place_in_row { PERIOD, AGREED, FORECAST, SLIP, SINCE_LAST, SINCE_FIRST, COLUMNS };

static void add_date_cell(struct html *html, const char *column, struct date date)
{
	html_cell(html, column);
	if (date.year != 0)
		html_short_date(html, date);
	else
		html_say(html, PHRASE_REPORT_NOT_GIVEN);
}

/* How far the one date is from the other, where there are both. */
static void add_days_cell(struct html *html, const char *column, struct date from, struct date to)
{
	char text[DAYS_TEXT_SIZE];
	html_cell(html, column);
	if (from.year == 0 || to.year == 0)
		html_put(html, "–");
	else
		html_text(html, days_text(html, date_days(to) - date_days(from), text));
	html_put(html, "</td>\n");
}

/* From when the agreed date was moved, and on whose word. */
static void add_move(struct html *html, const struct completion *completion, size_t number)
{
	const struct whole_reading *whole = report_reading(&completion->reports, number)->whole;
	struct date before = moved_from(completion, number);
	if (before.year == 0)
		return;
	html_put(html, " <span class=\"note\">");
	html_say(html, PHRASE_HISTORY_AGREED_MOVED);
	html_short_date(html, before);
	html_put(html, "; ");
	if (whole->agreed_by == NULL) {
		html_say(html, PHRASE_HISTORY_AGREED_BY_NOBODY);
	} else {
		html_say(html, PHRASE_HISTORY_AGREED_BY);
		html_person(html, whole->agreed_by);
		if (whole->agreed_on.year != 0) {
			html_put(html, ", ");
			html_short_date(html, whole->agreed_on);
		}
		if (whole->agreed_ref != NULL) {
			html_put(html, " (");
			written_brief(html, whole->agreed_ref);
			html_put(html, ")");
		}
	}
	html_put(html, "</span>");
}

static void add_row(struct html *html, const struct completion *completion, size_t number,
                    const char *const *columns)
{
	static const struct date none = {0, 0, 0};
	const struct reading *reading = report_reading(&completion->reports, number);
	char words[BADGE_PERIOD_SIZE];
	html_row(html, columns[PERIOD]);
	html_add(html, "%s</th>\n",
	         badge_period_short(html, completion->reports.items[number]->period, words));
	add_date_cell(html, columns[AGREED], reading->agreed);
	add_move(html, completion, number);
	html_put(html, "</td>\n");
	add_date_cell(html, columns[FORECAST], reading->forecast);
	html_put(html, "</td>\n");
	add_days_cell(html, columns[SLIP], reading->agreed, reading->forecast);
	add_days_cell(html, columns[SINCE_LAST],
	              number == 0 ? none
	                          : report_reading(&completion->reports, number - 1)->forecast,
	              reading->forecast);
	add_days_cell(html, columns[SINCE_FIRST], completion->agreed_first, reading->forecast);
	html_put(html, "</tr>\n");
}

static void add_table(struct html *html, const struct completion *completion)
{
	const char *const columns[COLUMNS] = {
		[PERIOD] = html_phrase(html, PHRASE_HISTORY_PERIOD),
		[AGREED] = html_phrase(html, PHRASE_HISTORY_AGREED),
		[FORECAST] = html_phrase(html, PHRASE_HISTORY_FORECAST),
		[SLIP] = html_phrase(html, PHRASE_HISTORY_SLIP),
		[SINCE_LAST] = html_phrase(html, PHRASE_HISTORY_SINCE_LAST),
		[SINCE_FIRST] = html_phrase(html, PHRASE_HISTORY_SINCE_FIRST),
	};
	size_t news = 0, shown = 0;
	for (size_t i = 0; i < completion->reports.count; i++)
		news += is_news(completion, i) ? 1 : 0;
	html_table(html, HTML_PAIRS, html_phrase(html, PHRASE_HISTORY_COMPLETION_CAPTION), columns,
	           COLUMNS);
	for (size_t i = completion->reports.count; i-- > 0 && shown < MOST_ROWS;) {
		if (!is_news(completion, i))
			continue;
		add_row(html, completion, i, columns);
		shown++;
	}
	html_table_end(html);
	shown_note(html, PHRASE_HISTORY_TABLE_CUT, shown, news);
}

static void add_date_text(const struct html *html, struct buf *text, struct date date)
{
	if (date.year != 0)
		buf_printf(text, "%d %s %d", date.day,
		           html_phrase(html, (enum phrase)(PHRASE_JANUARY + date.month - 1)),
		           date.year);
	else
		buf_text(text, html_phrase(html, PHRASE_HISTORY_NO_DATE));
}

/* Nothing moved: one sentence says it all. */
static void add_unchanged(struct html *html, const struct completion *completion)
{
	const struct reading *reading = report_reading(&completion->reports, 0);
	struct buf agreed = BUF_INIT, forecast = BUF_INIT;
	add_date_text(html, &agreed, reading->agreed);
	add_date_text(html, &forecast, reading->forecast);
	html_put(html, "<p>");
	html_tell(html, PHRASE_HISTORY_COMPLETION_SAME, agreed.bytes, forecast.bytes);
	html_put(html, "</p>\n");
	buf_release(&agreed);
	buf_release(&forecast);
}

void completion_history(struct html *html, const struct series *series)
{
	struct completion completion = {.arena = ARENA_INIT};
	read_completion(series, &completion);
	if (completion.reports.count > 1) {
		part_begin(html, "completion", PHRASE_HISTORY_COMPLETION);
		if (completion.changed) {
			add_chart(html, &completion);
			add_table(html, &completion);
		} else {
			add_unchanged(html, &completion);
		}
		html_put(html, "</section>\n");
	}
	arena_release(&completion.arena);
}
