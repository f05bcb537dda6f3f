#include "site/plan_parts.h"

#include <string.h>

#include "document/scale.h"
#include "view/badge.h"

/* So many periods stand side by side on a sheet of A4; with few, the words fit as well. */
enum { MOST_COLUMNS = PLAN_MOST_PERIODS, FEW_COLUMNS = 5 };

/* Some columns of the map, in a table of their own. */
struct strip {
	size_t first, end;
	const char *word_class; /* of the rating's words in a cell */
	bool covered;           /* a cell was reported within another period */
};

static void add_rated(struct html *html, const struct cell *cell, struct strip *strip)
{
	const struct version *version = standing_version(cell->standing);
	char words[BADGE_PERIOD_SIZE];
	if (version->level == SCALE_NONE) {
		html_add(
			html,
			"<td class=\"rag-none\"><span class=\"code\" aria-hidden=\"true\">?</span>");
	} else {
		html_add(html, "<td class=\"rag-%d\">",
		         scale_colour(version->scale, version->level));
		html_code(html, &version->scale->levels[version->level]);
	}
	html_add(html, " <span class=\"%s\">%s", strip->word_class, badge_words(html, version));
	if (version->level == SCALE_NONE)
		html_add(html, " (%s)", html_phrase(html, PHRASE_MAP_NOT_ON_SCALE));
	html_put(html, "</span>");
	if (cell->type == CELL_COVERED) {
		strip->covered = true;
		html_put(html, "<span class=\"code\" aria-hidden=\"true\">*</span>"
		               "<span class=\"hidden\"> ");
		html_tell(html, PHRASE_MAP_IN_REPORT_FOR,
		          badge_period(html, cell->standing->period, words));
		html_put(html, "</span>");
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
		html_add(html,
		         "<td class=\"outside\"><span aria-hidden=\"true\">–</span>"
		         "<span class=\"hidden\">%s</span></td>",
		         html_phrase(html, PHRASE_MAP_NOT_UNDER_WAY));
		break;
	}
	html_put(html, "\n");
}

/* The cells of a row; MISSING says what it means that nothing is on record. */
static void add_cells(struct html *html, const struct trend *trend, const struct trend_row *row,
                      enum phrase missing, struct strip *strip)
{
	for (size_t i = strip->first; i < strip->end; i++) {
		bool withdrawn = was_withdrawn(row->series, trend->columns[i].period);
		enum phrase gap = withdrawn ? PHRASE_MAP_WITHDRAWN : missing;
		add_cell(html, &row->cells[i], html_phrase(html, gap), strip);
	}
	html_put(html, "</tr>\n");
}

/* The months over the year, linked to the period's page in FOLDER; NULL: without a link. */
static void add_column(struct html *html, const struct column *column, const char *folder)
{
	char words[BADGE_PERIOD_SIZE], name[PERIOD_PAGE_SIZE];
	char *year = strrchr(badge_period_short(html, column->period, words), ' ');
	const bool linked = folder != NULL && !column->gap;
	*year++ = '\0';
	html_put(html, "<th scope=\"col\">");
	if (linked)
		html_add(html, "<a href=\"%s%s%s.html\">", folder, folder[0] != '\0' ? "/" : "",
		         period_page_name(column->period, name));
	html_add(html, "%s<br />%s", words, year);
	html_put(html, linked ? "</a></th>\n" : "</th>\n");
}

static void add_head(struct html *html, const struct trend *trend, const struct strip *strip,
                     const char *folder)
{
	html_add(html, "<thead>\n<tr><th scope=\"col\">%s</th>\n",
	         html_phrase(html, PHRASE_PLAN_WORKSTREAM));
	for (size_t i = strip->first; i < strip->end; i++)
		add_column(html, &trend->columns[i], folder);
	html_put(html, "</tr>\n</thead>\n<tbody>\n");
}

static void add_rows(struct html *html, const struct plan_view *view, struct strip *strip)
{
	const struct trend *trend = &view->trend;
	for (size_t i = 0; i < trend->count + trend->ended_count; i++) {
		const struct trend_row *row =
			i < trend->count ? &trend->rows[i] : &trend->ended[i - trend->count];
		html_put(html, "<tr><th scope=\"row\">");
		workstream_link(html, view, row->series);
		html_put(html, "</th>\n");
		add_cells(html, trend, row, PHRASE_MAP_NO_REPORT, strip);
	}
	if (view->plan.programme.count == 0)
		return;
	html_add(html, "<tr class=\"programme\"><th scope=\"row\">%s</th>\n",
	         html_phrase(html, PHRASE_PLAN_PROGRAMME_WHOLE));
	add_cells(html, trend, &trend->programme, PHRASE_MAP_NOT_DECLARED, strip);
}

static void add_strip(struct html *html, const struct plan_view *view, struct strip *strip)
{
	const struct column *columns = view->trend.columns;
	char words[BADGE_PERIOD_SIZE];
	struct period span = {columns[strip->first].period.first,
	                      columns[strip->end - 1].period.last};
	html_add(html,
	         "<section class=\"scroll latest\" aria-labelledby=\"map-%zu\" tabindex=\"0\">\n"
	         "<table class=\"map\">\n<caption id=\"map-%zu\">%s</caption>\n",
	         strip->first, strip->first, badge_period(html, span, words));
	add_head(html, &view->trend, strip, view->alone ? NULL : "");
	add_rows(html, view, strip);
	html_put(html, "</tbody>\n</table>\n</section>\n");
}

bool has_ratings_page(const struct plan_view *view)
{
	return view->trend.column_count > PLAN_MOST_PERIODS && !view->alone;
}

void heat_map(struct html *html, const struct plan_view *view, bool all)
{
	size_t end = view->trend.column_count, most = all ? end : PLAN_MOST_PERIODS;
	const size_t stop = end > most && has_ratings_page(view) ? end - most : 0;
	struct strip strip = {.word_class = end <= FEW_COLUMNS ? "word" : "hidden"};
	if (end == 0)
		return;
	html_section(html, "periods", PHRASE_MAP_HEADING);
	while (end > stop) {
		strip.first = end > MOST_COLUMNS ? end - MOST_COLUMNS : 0;
		strip.end = end;
		add_strip(html, view, &strip);
		end = strip.first;
	}
	if (strip.covered)
		html_add(html, "<p class=\"note\">* %s</p>\n",
		         html_phrase(html, PHRASE_MAP_COVERED));
	if (stop != 0)
		html_add(html, "<p><a href=\"ratings.html\">%s</a></p>\n",
		         html_phrase(html, PHRASE_MAP_EVERY_PERIOD));
	html_put(html, "</section>\n");
}

void programme_strip(struct html *html, const struct plan_view *view, size_t number)
{
	const struct trend *trend = &view->trend;
	struct strip strip = {
		.end = trend->column_count,
		.first =
			trend->column_count > MOST_COLUMNS ? trend->column_count - MOST_COLUMNS : 0,
		.word_class = trend->column_count <= FEW_COLUMNS ? "word" : "hidden",
	};
	if (view->plan.programme.count == 0 || trend->column_count == 0)
		return;
	html_add(html,
	         "<section class=\"scroll latest\" aria-labelledby=\"strip-%zu\" tabindex=\"0\">\n"
	         "<table class=\"map\">\n<caption id=\"strip-%zu\">%s</caption>\n"
	         "<thead>\n<tr><th scope=\"col\">%s</th>\n",
	         number, number, html_phrase(html, PHRASE_MAP_STRIP),
	         html_phrase(html, PHRASE_MAP_PERIOD));
	for (size_t i = strip.first; i < strip.end; i++)
		add_column(html, &trend->columns[i], view->folder);
	html_add(html,
	         "</tr>\n</thead>\n<tbody>\n<tr class=\"programme\"><th scope=\"row\">%s</th>\n",
	         html_phrase(html, PHRASE_PLAN_PROGRAMME));
	add_cells(html, trend, &trend->programme, PHRASE_MAP_NOT_DECLARED, &strip);
	html_put(html, "</tbody>\n</table>\n</section>\n");
}

/* "Source: the board's paper." */
static void add_origin(struct html *html, enum phrase name, const char *words)
{
	if (words[0] == '\0')
		return;
	html_add(html, "%s: ", html_phrase(html, name));
	scale_origin(html, words);
	html_put(html, ". ");
}

static void add_scale(struct html *html, const struct scale *scale, enum phrase caption)
{
	static const enum phrase names[] = {PHRASE_PLAN_RATING, PHRASE_LEGEND_MEANING};
	const char *columns[2];
	phrase_columns(html, names, 2, columns);
	html_table(html, HTML_TEXTS, html_phrase(html, caption), columns, 2);
	for (size_t i = 0; i < scale->count; i++) {
		html_row(html, columns[0]);
		html_level(html, scale, (int)i);
		html_put(html, "</th>\n");
		html_cell(html, columns[1]);
		html_lines(html, badge_meaning(html, &scale->levels[i]));
		html_put(html, "</td>\n</tr>\n");
	}
	html_table_end(html);
	if (scale->source[0] == '\0' && scale->version[0] == '\0')
		return;
	html_put(html, "<p class=\"note\">");
	add_origin(html, PHRASE_LEGEND_SOURCE, scale->source);
	add_origin(html, PHRASE_LEGEND_VERSION, scale->version);
	html_put(html, "</p>\n");
}

/* The plan's scale, then the others that ratings are on. */
struct scales {
	const struct scale *items[16];
	size_t count;
};

static void gather_scale(struct scales *scales, const struct scale *scale)
{
	size_t i = 0;
	while (i < scales->count && !scale_same(scales->items[i], scale))
		i++;
	if (i == scales->count && i < sizeof(scales->items) / sizeof(scales->items[0]))
		scales->items[scales->count++] = scale;
}

static void gather_scales(struct scales *scales, const struct series *series)
{
	for (size_t i = 0; i < series->count; i++)
		for (size_t j = 0; j < series->standings[i].count; j++)
			gather_scale(scales, series->standings[i].versions[j]->scale);
}

static void add_scales(struct html *html, const struct scales *scales)
{
	html_section(html, "meanings", PHRASE_LEGEND_HEADING);
	add_scale(html, scales->items[0], PHRASE_LEGEND_SCALE);
	for (size_t i = 1; i < scales->count; i++)
		add_scale(html, scales->items[i], PHRASE_LEGEND_EARLIER_SCALE);
	html_put(html, "</section>\n");
}

void legend(struct html *html, const struct plan_view *view)
{
	struct scales scales = {{&view->plan.plan->scale}, 1};
	for (size_t i = 0; i < view->plan.count; i++)
		gather_scales(&scales, &view->plan.workstreams[i]);
	gather_scales(&scales, &view->plan.programme);
	add_scales(html, &scales);
}

void legend_of_period(struct html *html, const struct plan_view *view)
{
	struct scales scales = {{&view->plan.plan->scale}, 1};
	for (size_t i = 0; i <= view->trend.count; i++) {
		const struct trend_row *row =
			i < view->trend.count ? &view->trend.rows[i] : &view->trend.programme;
		for (size_t j = 0; row->current != NULL && j < row->current->count; j++)
			gather_scale(&scales, row->current->versions[j]->scale);
		if (row->previous != NULL)
			gather_scale(&scales, standing_version(row->previous)->scale);
	}
	add_scales(html, &scales);
}
