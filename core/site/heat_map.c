#include "site/pages.h"

#include <string.h>

#include "document/scale.h"
#include "view/badge.h"

/* So many periods stand side by side on a sheet of A4; with few, the words fit as well. */
enum { MOST_COLUMNS = 12, FEW_COLUMNS = 5 };

/* Some columns of the map, in a table of their own. */
struct strip {
	size_t first, end;
	const char *word_class; /* of the rating's words in a cell */
	bool covered;           /* a cell was reported within another period */
};

static void add_rated(struct html *html, const struct cell *cell, struct strip *strip)
{
	const struct version *version = standing_version(cell->standing);
	char words[PERIOD_TEXT_SIZE];
	if (version->level == SCALE_NONE) {
		html_add(
			html,
			"<td class=\"rag-none\"><span class=\"code\" aria-hidden=\"true\">?</span>");
	} else {
		html_add(html, "<td class=\"rag-%d\">",
		         scale_colour(version->scale, version->level));
		html_code(html, &version->scale->levels[version->level]);
	}
	html_add(html, " <span class=\"%s\">%s", strip->word_class, rating_words(version));
	if (version->level == SCALE_NONE)
		html_put(html, " (not on the scale)");
	html_put(html, "</span>");
	if (cell->type == CELL_COVERED) {
		strip->covered = true;
		html_add(html,
		         "<span class=\"code\" aria-hidden=\"true\">*</span>"
		         "<span class=\"hidden\"> in the report for %s</span>",
		         period_words(cell->standing->period, words));
	}
	html_put(html, "</td>");
}

static void add_cell(struct html *html, const struct cell *cell, const char *gap,
                     struct strip *strip)
{
	switch (cell->type) {
	case CELL_RATED:
	case CELL_COVERED:
		add_rated(html, cell, strip);
		break;
	case CELL_GAP:
		html_add(html, "<td class=\"gap\">%s</td>", gap);
		break;
	case CELL_OUTSIDE:
		html_put(html, "<td class=\"outside\"><span aria-hidden=\"true\">–</span>"
		               "<span class=\"hidden\">not under way</span></td>");
		break;
	}
	html_put(html, "\n");
}

/* The cells of a row; MISSING says what it means that nothing is on record. */
static void add_cells(struct html *html, const struct trend *trend, const struct trend_row *row,
                      const char *missing, struct strip *strip)
{
	for (size_t i = strip->first; i < strip->end; i++) {
		bool withdrawn = was_withdrawn(row->series, trend->columns[i].period);
		add_cell(html, &row->cells[i], withdrawn ? "withdrawn" : missing, strip);
	}
	html_put(html, "</tr>\n");
}

static void add_head(struct html *html, const struct trend *trend, const struct strip *strip)
{
	html_put(html, "<thead>\n<tr><th scope=\"col\">Workstream</th>\n");
	for (size_t i = strip->first; i < strip->end; i++) {
		char words[PERIOD_TEXT_SIZE];
		char *year = strrchr(period_short(trend->columns[i].period, words), ' ');
		*year++ = '\0';
		html_add(html, "<th scope=\"col\">%s<br />%s</th>\n", words, year);
	}
	html_put(html, "</tr>\n</thead>\n<tbody>\n");
}

static void add_rows(struct html *html, const struct plan_view *view, struct strip *strip)
{
	const struct trend *trend = &view->trend;
	for (size_t i = 0; i < trend->count; i++) {
		html_put(html, "<tr><th scope=\"row\">");
		workstream_link(html, view, trend->rows[i].series);
		html_put(html, "</th>\n");
		add_cells(html, trend, &trend->rows[i], "no report", strip);
	}
	if (view->plan.programme.count == 0)
		return;
	html_put(html, "<tr class=\"programme\"><th scope=\"row\">Programme as a whole</th>\n");
	add_cells(html, trend, &trend->programme, "not declared", strip);
}

static void add_strip(struct html *html, const struct plan_view *view, struct strip *strip)
{
	const struct column *columns = view->trend.columns;
	char words[PERIOD_TEXT_SIZE];
	struct period span = {columns[strip->first].period.first,
	                      columns[strip->end - 1].period.last};
	html_add(html,
	         "<section class=\"scroll\" aria-labelledby=\"map-%zu\" tabindex=\"0\">\n"
	         "<table class=\"map\">\n<caption id=\"map-%zu\">%s</caption>\n",
	         strip->first, strip->first, period_words(span, words));
	add_head(html, &view->trend, strip);
	add_rows(html, view, strip);
	html_put(html, "</tbody>\n</table>\n</section>\n");
}

void heat_map(struct html *html, const struct plan_view *view)
{
	size_t end = view->trend.column_count;
	struct strip strip = {.word_class = end <= FEW_COLUMNS ? "word" : "hidden"};
	if (end == 0)
		return;
	html_put(html, "<section aria-labelledby=\"periods\">\n"
	               "<h2 id=\"periods\">Ratings by period</h2>\n");
	while (end > 0) {
		strip.first = end > MOST_COLUMNS ? end - MOST_COLUMNS : 0;
		strip.end = end;
		add_strip(html, view, &strip);
		end = strip.first;
	}
	if (strip.covered)
		html_put(html, "<p class=\"note\">* Reported within a longer or a shorter period."
		               "</p>\n");
	html_put(html, "</section>\n");
}

static void add_scale(struct html *html, const struct scale *scale, const char *caption)
{
	static const char *const columns[] = {"Rating", "What it means"};
	html_table(html, HTML_TEXTS, caption, columns, 2);
	for (size_t i = 0; i < scale->count; i++) {
		html_row(html, columns[0]);
		html_level(html, scale, (int)i);
		html_put(html, "</th>\n");
		html_cell(html, columns[1]);
		html_lines(html, scale->levels[i].meaning);
		html_put(html, "</td>\n</tr>\n");
	}
	html_table_end(html);
	if (scale->source[0] != '\0' || scale->version[0] != '\0') {
		html_put(html, "<p class=\"note\">");
		if (scale->source[0] != '\0')
			html_add(html, "Source: %s. ", scale->source);
		if (scale->version[0] != '\0')
			html_add(html, "Version: %s.", scale->version);
		html_put(html, "</p>\n");
	}
}

/* The scales that ratings of the series are on and that are not listed yet. */
static size_t gather_scales(const struct series *series, const struct scale **scales, size_t count,
                            size_t room)
{
	for (size_t i = 0; i < series->count; i++) {
		for (size_t j = 0; j < series->standings[i].count && count < room; j++) {
			const struct scale *scale = series->standings[i].versions[j]->scale;
			size_t k = 0;
			while (k < count && !scale_same(scales[k], scale))
				k++;
			if (k == count)
				scales[count++] = scale;
		}
	}
	return count;
}

void legend(struct html *html, const struct plan_view *view)
{
	const struct scale *scales[16] = {&view->plan.plan->scale};
	size_t room = sizeof(scales) / sizeof(scales[0]), count = 1;
	for (size_t i = 0; i < view->plan.count; i++)
		count = gather_scales(&view->plan.workstreams[i], scales, count, room);
	count = gather_scales(&view->plan.programme, scales, count, room);
	html_put(html, "<section aria-labelledby=\"meanings\">\n"
	               "<h2 id=\"meanings\">What the ratings mean</h2>\n");
	add_scale(html, scales[0], "The scale, best first");
	for (size_t i = 1; i < count; i++)
		add_scale(html, scales[i], "A scale that earlier ratings are on, best first");
	html_put(html, "</section>\n");
}
