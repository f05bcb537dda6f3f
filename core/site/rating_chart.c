#include "site/pages.h"

#include <string.h>

#include "base/text.h"
#include "document/scale.h"
#include "view/badge.h"

/* The picture's measures: a unit is a pixel where there is room for it. */
enum {
	MOST_COLUMNS = 12,
	MARGIN = 132, /* for the levels' names */
	STEP = 68,    /* from period to period */
	ROW = 38,     /* from level to level */
	MARK_WIDTH = 42,
	MARK_HEIGHT = 26,
	FOOT = 48,          /* for the periods' names */
	LONGEST_LABEL = 15, /* in characters: a longer one is given in letters */
};

struct chart {
	const struct column *columns;
	const struct cell *cells;
	size_t count;
	const struct scale *scale; /* of the latest rating: only what is on it is drawn */
	int width, height;
};

/* The version that stands in this column, or NULL where none can be drawn. */
static const struct version *drawn(const struct chart *chart, size_t column)
{
	const struct standing *standing = chart->cells[column].standing;
	if (standing == NULL || standing_level(standing) == NULL)
		return NULL;
	const struct version *version = standing_version(standing);
	return scale_same(version->scale, chart->scale) ? version : NULL;
}

static int column_middle(size_t column)
{
	return MARGIN + (int)column * STEP + STEP / 2;
}

static int level_middle(int level)
{
	return level * ROW + ROW / 2;
}

static void add_line(struct html *html, const char *name, int x1, int y1, int x2, int y2)
{
	html_add(html, "<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" />\n", name, x1,
	         y1, x2, y2);
}

static void add_label(struct html *html, const char *anchor, int x, int y, const char *text)
{
	html_add(html, "<text text-anchor=\"%s\" x=\"%d\" y=\"%d\">%s</text>\n", anchor, x, y,
	         text);
}

static void add_levels(struct html *html, const struct chart *chart)
{
	for (size_t i = 0; i < chart->scale->count; i++) {
		const char *label = chart->scale->levels[i].label;
		int y = level_middle((int)i);
		if (text_characters(label, strlen(label)) > LONGEST_LABEL)
			label = chart->scale->levels[i].short_label;
		add_label(html, "end", MARGIN - 12, y + 5, label);
		add_line(html, "rule", MARGIN, y, chart->width, y);
	}
}

/* Two lines: the months and the year, or the two ends of a period across years. */
static void add_period(struct html *html, const struct chart *chart, size_t column)
{
	struct period period = chart->columns[column].period;
	char words[PERIOD_TEXT_SIZE];
	int x = column_middle(column), y = chart->height - FOOT + 18;
	period_short(period, words);
	size_t length = strlen(words);
	const char *dash = strstr(words, "–");
	char *second = period.first / 12 != period.last / 12 && dash != NULL
	                       ? words + (dash - words) + strlen("–")
	                       : words + length - strlen("2023");
	html_add(html, "<text text-anchor=\"middle\" x=\"%d\" y=\"%d\">", x, y);
	html_bytes(html, words, (size_t)(second - words));
	html_put(html, "</text>\n");
	add_label(html, "middle", x, y + 18, second);
}

static void add_marks(struct html *html, const struct chart *chart)
{
	for (size_t i = 0; i < chart->count; i++) {
		const struct version *version = drawn(chart, i);
		if (version == NULL)
			continue;
		const struct level *level = &version->scale->levels[version->level];
		int x = column_middle(i), y = level_middle(version->level);
		int colour = scale_colour(version->scale, version->level);
		html_add(html,
		         "<rect class=\"rag-%d\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" />\n",
		         colour, x - MARK_WIDTH / 2, y - MARK_HEIGHT / 2, MARK_WIDTH, MARK_HEIGHT);
		html_add(
			html,
			"<text class=\"on-%d\" text-anchor=\"middle\" x=\"%d\" y=\"%d\">%s</text>\n",
			colour, x, y + 5, level->short_label);
	}
}

static void add_steps(struct html *html, const struct chart *chart)
{
	for (size_t i = 1; i < chart->count; i++) {
		const struct version *before = drawn(chart, i - 1), *after = drawn(chart, i);
		if (before != NULL && after != NULL)
			add_line(html, "step", column_middle(i - 1), level_middle(before->level),
			         column_middle(i), level_middle(after->level));
	}
}

static void add_description(struct html *html, const struct chart *chart)
{
	char words[PERIOD_TEXT_SIZE];
	html_put(html, "<desc id=\"chart-words\">");
	for (size_t i = 0; i < chart->count; i++) {
		const struct version *version = drawn(chart, i);
		html_add(html, "%s%s: %s", i == 0 ? "" : "; ",
		         period_words(chart->columns[i].period, words),
		         version != NULL ? rating_words(version) : "no rating to show");
	}
	html_put(html, ".</desc>\n");
}

static struct chart chart_of(const struct trend *trend, const struct trend_row *row)
{
	size_t first = trend->column_count > MOST_COLUMNS ? trend->column_count - MOST_COLUMNS : 0;
	const struct standing *last = latest_standing(row->series);
	struct chart chart = {
		.columns = trend->columns + first,
		.cells = row->cells + first,
		.count = trend->column_count - first,
	};
	if (last == NULL || standing_level(last) == NULL)
		return (struct chart){.count = 0};
	chart.scale = standing_version(last)->scale;
	while (chart.count > 0 && chart.cells[0].standing == NULL) {
		chart.columns++;
		chart.cells++;
		chart.count--;
	}
	chart.width = MARGIN + (int)chart.count * STEP;
	chart.height = (int)chart.scale->count * ROW + FOOT;
	return chart;
}

void rating_chart(struct html *html, const struct trend *trend, const struct trend_row *row)
{
	if (trend->column_count == 0)
		return;
	struct chart chart = chart_of(trend, row);
	size_t marks = 0;
	for (size_t i = 0; i < chart.count; i++)
		marks += drawn(&chart, i) != NULL ? 1 : 0;
	if (marks < 2)
		return;
	html_add(html,
	         "<section class=\"scroll\" aria-label=\"Chart of ratings\" tabindex=\"0\">\n"
	         "<svg class=\"chart\" role=\"img\" aria-labelledby=\"chart-name chart-words\" "
	         "viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">\n"
	         "<title id=\"chart-name\">Ratings by period, the best at the top</title>\n",
	         chart.width, chart.height, chart.width, chart.height);
	add_description(html, &chart);
	add_levels(html, &chart);
	add_steps(html, &chart);
	add_marks(html, &chart);
	for (size_t i = 0; i < chart.count; i++)
		add_period(html, &chart, i);
	html_put(html, "</svg>\n</section>\n");
}
