/* How ratings are distributed, what is challenged, and where it all is from: see plan_parts.h. */
#include "site/plan_parts.h"
#include "site/workstream_parts.h"

#include <string.h>

#include "document/scale.h"

/* --- how ratings are distributed --- */

/* How many workstreams there are of each sort in one period. */
struct distribution {
	size_t levels[SCALE_MOST_LEVELS];
	size_t others; /* on no level of the plan's scale */
	size_t none;   /* without a report */
};

static void count_cell(struct distribution *distribution, const struct scale *scale,
                       const struct cell *cell)
{
	if (cell->type == CELL_OUTSIDE)
		return;
	const struct version *version =
		cell->standing != NULL ? standing_version(cell->standing) : NULL;
	if (version == NULL)
		distribution->none++;
	else if (version->level == SCALE_NONE || !scale_same(version->scale, scale))
		distribution->others++;
	else
		distribution->levels[version->level]++;
}

static struct distribution distribution_of(const struct plan_view *view, size_t column)
{
	struct distribution distribution = {{0}, 0, 0};
	const struct scale *scale = &view->plan.plan->scale;
	for (size_t i = 0; i < view->trend.count; i++)
		count_cell(&distribution, scale, &view->trend.rows[i].cells[column]);
	for (size_t i = 0; i < view->trend.ended_count; i++)
		count_cell(&distribution, scale, &view->trend.ended[i].cells[column]);
	return distribution;
}

static bool has_others(const struct plan_view *view)
{
	for (size_t i = 0; i < view->trend.column_count; i++)
		if (distribution_of(view, i).others != 0)
			return true;
	return false;
}

static void add_number(struct html *html, size_t number)
{
	if (number == 0)
		html_put(html, "<td>0</td>");
	else
		html_add(html, "<td><strong>%zu</strong></td>", number);
}

static void add_declared(struct html *html, const struct cell *cell)
{
	html_put(html, "<td>");
	if (cell->standing != NULL)
		html_text(html, badge_words(html, standing_version(cell->standing)));
	else
		html_say(html, PHRASE_MAP_NOT_DECLARED);
	html_put(html, "</td>");
}

static void add_period(struct html *html, const struct plan_view *view, size_t number, bool others)
{
	const struct column *column = &view->trend.columns[number];
	const struct distribution distribution = distribution_of(view, number);
	char words[BADGE_PERIOD_SIZE];
	html_put(html, "<tr><th scope=\"row\">");
	if (column->gap)
		html_text(html, badge_period(html, column->period, words));
	else
		period_link(html, column->period);
	html_put(html, "</th>");
	for (size_t i = 0; i < view->plan.plan->scale.count; i++)
		add_number(html, distribution.levels[i]);
	if (others)
		add_number(html, distribution.others);
	add_number(html, distribution.none);
	if (view->plan.programme.count != 0)
		add_declared(html, &view->trend.programme.cells[number]);
	html_put(html, "</tr>\n");
}

void distribution_section(struct html *html, const struct plan_view *view)
{
	const struct scale *scale = &view->plan.plan->scale;
	const bool others = has_others(view);
	if (view->trend.column_count == 0)
		return;
	html_section(html, "distribution", PHRASE_SPREAD_HEADING);
	distribution_chart(html, view);
	const char *columns[SCALE_MOST_LEVELS + 4] = {html_phrase(html, PHRASE_SPREAD_PERIOD)};
	size_t named = 1;
	for (size_t i = 0; i < scale->count; i++)
		columns[named++] = badge_label(html, &scale->levels[i]);
	if (others)
		columns[named++] = html_phrase(html, PHRASE_SPREAD_OTHERS);
	columns[named++] = html_phrase(html, PHRASE_PLAN_NO_REPORT);
	if (view->plan.programme.count != 0)
		columns[named++] = html_phrase(html, PHRASE_SPREAD_PROGRAMME);
	html_figures(html, "distribution-table", html_phrase(html, PHRASE_SPREAD_CAPTION), columns,
	             named);
	size_t count = view->trend.column_count;
	size_t first = has_ratings_page(view) ? count - PLAN_MOST_PERIODS : 0;
	for (size_t i = count; i-- > first;)
		add_period(html, view, i, others);
	html_figures_end(html);
	shown_note(html, PHRASE_MAP_LATEST, count - first, count);
	html_put(html, "</section>\n");
}

/* --- open challenges --- */

size_t open_challenges(const struct plan_view *view)
{
	size_t count = 0;
	for (size_t i = 0; i < view->challenges.count; i++)
		count += challenge_answered(&view->challenges.items[i].answer) ? 0 : 1;
	return count;
}

static void add_challenge(struct html *html, const struct plan_view *view,
                          const char *const *columns, const struct challenged *challenged)
{
	const struct value *period = &challenged->challenge->period;
	const struct paper_view *paper =
		paper_find(view, challenged->filed->kind, challenged->filed->id);
	const char *reason = challenged->challenge->reason.text;
	char words[BADGE_PERIOD_SIZE];
	html_row(html, columns[0]);
	html_lines(html, reason != NULL ? reason : html_phrase(html, PHRASE_PLAN_NOT_GIVEN));
	html_put(html, "</th>\n");
	html_cell(html, columns[1]);
	if (challenged->series == NULL)
		html_say(html, PHRASE_CHALLENGE_NOT_NAMED);
	else if (challenged->series == &view->plan.programme)
		html_say(html, PHRASE_PLAN_PROGRAMME_WHOLE);
	else
		workstream_link(html, view, challenged->series);
	if (period->valid)
		html_add(html, ", %s", badge_period_short(html, period->as.period, words));
	html_put(html, "</td>\n");
	html_cell(html, columns[2]);
	if (paper != NULL)
		html_add(html, "<a href=\"%s.html#challenge-%zu\">%s</a>", paper->name,
		         challenged->number + 1, challenged->body);
	else
		html_text(html, challenged->body);
	if (challenged->observation->date.valid) {
		html_put(html, ", ");
		html_short_date(html, challenged->observation->date.as.date);
	}
	html_put(html, "</td>\n</tr>\n");
}

void open_challenge_section(struct html *html, const struct plan_view *view)
{
	static const enum phrase names[] = {PHRASE_CHALLENGE_WHAT, PHRASE_CHALLENGE_WHOSE,
	                                    PHRASE_OPEN_CHALLENGES_BY};
	const char *columns[3];
	if (open_challenges(view) == 0)
		return;
	phrase_columns(html, names, 3, columns);
	html_section(html, "challenges", PHRASE_OPEN_CHALLENGES);
	html_table(html, HTML_TEXTS, html_phrase(html, PHRASE_CHALLENGE_CAPTION), columns, 3);
	for (size_t i = 0; i < view->challenges.count; i++)
		if (!challenge_answered(&view->challenges.items[i].answer))
			add_challenge(html, view, columns, &view->challenges.items[i]);
	html_table_end(html);
	html_put(html, "</section>\n");
}

/* --- source and version --- */

static void add_landing(struct html *html, const struct plan_view *view, enum phrase name,
                        const struct landing *landing)
{
	html_fact(html, html_phrase(html, name));
	html_day(html, landing_time(landing));
	html_add(html, ", %s ", html_phrase(html, PHRASE_PLAN_COMMIT));
	landing_link(html, view, landing);
	html_fact_end(html);
}

void source_section(struct html *html, const struct site_view *site, const struct plan_view *view)
{
	const struct landings *landings = &view->changes;
	html_section(html, "source", PHRASE_SOURCE_HEADING);
	html_add(html, "<p>%s <a href=\"../about.html\">%s</a></p>\n<dl class=\"facts\">\n",
	         html_phrase(html, PHRASE_SOURCE_WORDS), html_phrase(html, PHRASE_SOURCE_ABOUT));
	add_landing(html, view, PHRASE_SOURCE_RECORD, &site->record->tip);
	if (landings->count != 0) {
		add_landing(html, view, PHRASE_SOURCE_FIRST, landings->items[0].landing);
		add_landing(html, view, PHRASE_SOURCE_LAST,
		            landings->items[landings->count - 1].landing);
		html_fact(html, html_phrase(html, PHRASE_SOURCE_LANDINGS));
		html_add(html, "%zu", landings->count);
		html_fact_end(html);
	}
	html_fact(html, html_phrase(html, PHRASE_SOURCE_FOLDER));
	html_add(html, "<code class=\"path\">" REPO_PLANS "/%s</code>", view->plan.id);
	html_fact_end(html);
	html_put(html, "</dl>\n</section>\n");
}
