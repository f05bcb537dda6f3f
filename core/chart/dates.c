#include "chart/dates.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/date.h"
#include "base/mem.h"

enum {
	TOP = 12,
	PLOT = 560,      /* as wide as the field of the lines is */
	LOWEST = 200,    /* as high as it is with few lines */
	MOST_NAME = 300, /* of a line's end */
	LEADER = 34,     /* from the field to the names of the lines */
	INSET = 16,      /* of the first and last report from the field's sides */
	MOST_TICKS = 7,  /* of dates, upwards */
	MONTH = 31,      /* at least so many days stand upwards */
	FOOT = 30,       /* below the field, for the names of the reports */
};

/* The field: days across and upwards, as units of the picture. */
struct field {
	const struct date_chart *dates;
	size_t lines;
	int first, last, low, high; /* days */
	int left, right, top, foot; /* units */
};

static int across(const struct field *field, int day)
{
	long room = field->right - field->left - 2 * INSET;
	if (field->first == field->last)
		return (field->left + field->right) / 2;
	return field->left + INSET +
	       (int)((day - field->first) * room / (field->last - field->first));
}

static int upwards(const struct field *field, int day)
{
	long room = field->foot - field->top;
	return field->foot - (int)((day - field->low) * room / (field->high - field->low));
}

static bool has_diagonal(const struct field *field)
{
	return field->dates->diagonal != NULL && field->first != field->last;
}

static struct chart_point place_of(const struct field *field, const struct date_point *point)
{
	return (struct chart_point){across(field, point->at), upwards(field, point->date)};
}

/* The first point that is drawn. */
static size_t begin_of(const struct field *field, const struct date_line *line)
{
	size_t i = 0;
	while (i < line->count && line->points[i].at < field->first)
		i++;
	return i;
}

static struct date month_of(int month)
{
	return (struct date){month / 12, month % 12 + 1, 1};
}

/* Months since year 0, of the day or, where it is no month's first, of the next one. */
static int month_from(int day)
{
	struct date date = date_from_time((int64_t)day * 86400);
	return date.year * 12 + date.month - 1 + (date.day > 1 ? 1 : 0);
}

/* A grid of months, not too many, each with its name. */
static void add_months(const struct chart *chart, const struct field *field)
{
	static const int steps[] = {1, 2, 3, 6, 12, 24, 60, 120, 600, 1200};
	struct buf rules = BUF_INIT;
	size_t step = 0;
	int months = (field->high - field->low) / 30 + 1;
	while (months / steps[step] > MOST_TICKS && step + 1 < sizeof(steps) / sizeof(steps[0]))
		step++;
	int month = (month_from(field->low) + steps[step] - 1) / steps[step] * steps[step];
	for (;; month += steps[step]) {
		int day = date_days(month_of(month));
		char name[64];
		if (day > field->high)
			break;
		snprintf(name, sizeof(name), "%s %d",
		         html_phrase(chart->html, (enum phrase)(PHRASE_JAN + month % 12)),
		         month / 12);
		int y = upwards(field, day);
		buf_printf(&rules, "M%d %dh%d", field->left, y, field->right - field->left);
		chart_text(chart, "", CHART_END, field->left - 8, y, name);
	}
	chart_path(chart, "rule", &rules);
	buf_release(&rules);
}

static void add_reports(const struct chart *chart, const struct field *field)
{
	struct chart_tick *ticks = mem_new(field->dates->report_count + 1, sizeof(*ticks));
	struct buf axis = BUF_INIT;
	size_t count = 0;
	buf_printf(&axis, "M%d %dh%d", field->left, field->foot, field->right - field->left);
	for (size_t i = 0; i < field->dates->report_count; i++) {
		const struct date_report *report = &field->dates->reports[i];
		if (report->at < field->first)
			continue;
		int x = across(field, report->at);
		buf_printf(&axis, "M%d %dv6", x, field->foot);
		ticks[count++] = (struct chart_tick){x, report->name};
	}
	chart_path(chart, "axis", &axis);
	chart_ticks(chart, ticks, count, field->foot + 10 + CHART_LINE / 2, 0, chart->width);
	buf_release(&axis);
	free(ticks);
}

/* Where what is due is due on the day of the report; its name stands below, beside a sample. */
static void add_diagonal(const struct chart *chart, const struct field *field)
{
	enum { SAMPLE = 28 };
	int y = field->foot + FOOT + CHART_LINE / 2;
	struct chart_point from = {across(field, field->first), upwards(field, field->first)};
	struct chart_point to = {across(field, field->last), upwards(field, field->last)};
	struct buf text = BUF_INIT;
	if (!has_diagonal(field))
		return;
	chart_line(chart, "diagonal", from, to);
	chart_line(chart, "diagonal", (struct chart_point){field->left, y},
	           (struct chart_point){field->left + SAMPLE, y});
	chart_fit(&text, field->dates->diagonal, chart->width - field->left - SAMPLE - 8);
	chart_text(chart, "", CHART_START, field->left + SAMPLE + 8, y, text.bytes);
	buf_release(&text);
}

static void add_line(const struct chart *chart, const struct field *field, size_t number)
{
	enum { PATTERNS = 6 };
	const struct date_line *line = &field->dates->lines[number];
	struct buf path = BUF_INIT;
	char look[32];
	snprintf(look, sizeof(look), "line dash-%zu", number % PATTERNS);
	for (size_t begin = begin_of(field, line), i = begin; i < line->count; i++) {
		struct chart_point at = place_of(field, &line->points[i]);
		bool apart = i == begin || line->points[i].apart;
		buf_printf(&path, "%c%d %d", apart ? 'M' : 'L', at.x, at.y);
	}
	chart_path(chart, look, &path);
	buf_release(&path);
}

static void add_marks(const struct chart *chart, const struct field *field,
                      const struct date_line *line)
{
	struct chart_point *at = mem_new(line->count + 1, sizeof(*at));
	for (enum chart_mark mark = 0; mark < CHART_MARK_COUNT; mark++) {
		size_t count = 0;
		for (size_t i = begin_of(field, line); i < line->count; i++)
			if (line->points[i].mark == mark)
				at[count++] = place_of(field, &line->points[i]);
		chart_marks(chart, mark, at, count);
	}
	free(at);
}

/* A line's name, and where it is to stand. */
struct named {
	const char *name;
	struct chart_point end;
};

static int compare_named(const void *a, const void *b)
{
	const struct named *one = a, *two = b;
	if (one->end.y != two->end.y)
		return one->end.y < two->end.y ? -1 : 1;
	return one->end.x != two->end.x ? (one->end.x < two->end.x ? -1 : 1) : 0;
}

/* Beside the field, each as near as may be to its line's end. */
static void add_names(const struct chart *chart, const struct field *field)
{
	struct named named[DATES_MOST_LINES];
	int heights[DATES_MOST_LINES];
	size_t count = 0;
	for (size_t i = 0; i < field->lines; i++) {
		const struct date_line *line = &field->dates->lines[i];
		if (begin_of(field, line) < line->count)
			named[count++] = (struct named){
				line->name, place_of(field, &line->points[line->count - 1])};
	}
	if (count == 0)
		return;
	qsort(named, count, sizeof(named[0]), compare_named);
	for (size_t i = 0; i < count; i++)
		heights[i] = named[i].end.y;
	chart_spread(heights, count, CHART_LINE, CHART_LINE / 2, field->foot);
	for (size_t i = 0; i < count; i++) {
		struct chart_point side = {field->right, named[i].end.y};
		struct chart_point label = {field->right + LEADER - 8, heights[i]};
		struct buf text = BUF_INIT;
		chart_fit(&text, named[i].name, MOST_NAME);
		chart_line(chart, "leader", named[i].end, side);
		chart_line(chart, "leader", side, label);
		chart_text(chart, "", CHART_START, field->right + LEADER, heights[i], text.bytes);
		buf_release(&text);
	}
}

/* How wide the names of the lines are, none wider than there is room for. */
static int names_width(const struct field *field)
{
	int widest = 0;
	for (size_t i = 0; i < field->lines; i++) {
		int width = chart_text_width(field->dates->lines[i].name);
		widest = width > widest ? width : widest;
	}
	return widest < MOST_NAME ? widest : MOST_NAME;
}

/* The first day that a picture of these reports shows. */
static int first_day(const struct date_report *reports, size_t count)
{
	return reports[count > DATES_MOST_POINTS ? count - DATES_MOST_POINTS : 0].at;
}

/* The days that the field must hold. */
static void measure(struct field *field)
{
	const struct date_chart *dates = field->dates;
	bool any = false;
	field->first = first_day(dates->reports, dates->report_count);
	field->last = dates->reports[dates->report_count - 1].at;
	for (size_t i = 0; i < field->lines; i++) {
		const struct date_line *line = &dates->lines[i];
		for (size_t j = begin_of(field, line); j < line->count; j++) {
			int date = line->points[j].date;
			field->low = any && field->low < date ? field->low : date;
			field->high = any && field->high > date ? field->high : date;
			any = true;
		}
	}
	if (dates->diagonal != NULL) {
		field->low = any && field->low < field->first ? field->low : field->first;
		field->high = any && field->high > field->last ? field->high : field->last;
	}
	int spare = (field->high - field->low) / 12;
	spare = spare > MONTH / 2 ? spare : MONTH / 2;
	field->low -= spare;
	field->high += spare;
}

size_t chart_dates(struct html *html, const struct date_chart *dates)
{
	enum { MONTHS_WIDTH = 82 };
	struct field field = {.dates = dates,
	                      .lines = dates->count < DATES_MOST_LINES ? dates->count
	                                                               : DATES_MOST_LINES};
	if (dates->report_count == 0 || field.lines == 0)
		return 0;
	measure(&field);
	int height = (int)(field.lines + 1) * CHART_LINE;
	field.left = MONTHS_WIDTH;
	field.right = MONTHS_WIDTH + PLOT;
	field.top = TOP;
	field.foot = TOP + (height > LOWEST ? height : LOWEST);
	struct chart chart = {html, dates->id, field.right + LEADER + names_width(&field),
	                      field.foot + FOOT + (has_diagonal(&field) ? CHART_LINE + 2 : 0)};
	chart_begin(&chart, dates->title, dates->description);
	add_months(&chart, &field);
	add_reports(&chart, &field);
	add_diagonal(&chart, &field);
	for (size_t i = 0; i < field.lines; i++)
		add_line(&chart, &field, i);
	add_names(&chart, &field);
	for (size_t i = 0; i < field.lines; i++)
		add_marks(&chart, &field, &dates->lines[i]);
	chart_end(&chart);
	return field.lines;
}
