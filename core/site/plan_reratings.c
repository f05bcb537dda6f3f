/* Ratings that were changed after they had been published: declared in plan_parts.h. */
#include "site/plan_parts.h"

#include <stdlib.h>

#include "base/mem.h"

enum { MOST_RERATINGS = 12, RERATED = 0, RERATED_FROM, RERATED_BY, RERATED_WHY, RERATED_COLUMNS };

/* A first rating that says who raised it is none, and what was never published is not told. */
static bool is_told(const struct rerating *rerating)
{
	return rerating->before != NULL && !rerating->before->reading->exempt &&
	       !rerating->version->reading->exempt;
}

/* The newest landing first; in one landing as the plan lists them. */
static int compare_reratings(const void *a, const void *b)
{
	const struct rerating *first = *(const struct rerating *const *)a;
	const struct rerating *second = *(const struct rerating *const *)b;
	size_t one = first->version->landing->number, other = second->version->landing->number;
	if (one != other)
		return one > other ? -1 : 1;
	if (first->place != second->place)
		return first->place < second->place ? -1 : 1;
	return period_compare(second->standing->period, first->standing->period);
}

static void add_why(struct html *html, const struct plan_view *view,
                    const struct rerating *rerating)
{
	const char *reason = rerating->version->reading->correction;
	if (reason != NULL)
		html_lines(html, reason);
	else
		html_say(html, PHRASE_RERATING_NO_REASON);
	if (rerating->raised_by == NULL)
		return;
	html_add(html, " <span class=\"note\">%s ", html_phrase(html, PHRASE_RERATING_RAISED_BY));
	raised_by_link(html, view, rerating->raised_by);
	html_put(html, "</span>");
}

static void add_row(struct html *html, const struct plan_view *view, const char *const *columns,
                    const struct rerating *rerating)
{
	const struct version *version = rerating->version;
	html_row(html, columns[RERATED]);
	if (rerating->series == &view->plan.programme)
		html_say(html, PHRASE_PLAN_PROGRAMME_WHOLE);
	else
		workstream_link(html, view, rerating->series);
	html_put(html, ", ");
	period_link(html, rerating->standing->period);
	html_put(html, "</th>\n");
	html_cell(html, columns[RERATED_FROM]);
	html_add(html, "%s → ", badge_words(html, rerating->before));
	html_rating(html, version);
	html_put(html, "</td>\n");
	html_cell(html, columns[RERATED_BY]);
	html_person(html, version_rater(version)->author.name);
	html_put(html, ", ");
	html_short_day(html, landing_time(version->landing));
	html_put(html, " <span class=\"note\">");
	landing_link(html, view, version->landing);
	html_put(html, "</span></td>\n");
	html_cell(html, columns[RERATED_WHY]);
	add_why(html, view, rerating);
	html_put(html, "</td>\n</tr>\n");
}

void rerating_section(struct html *html, const struct plan_view *view)
{
	static const enum phrase names[RERATED_COLUMNS] = {
		PHRASE_RERATING_WHAT, PHRASE_RERATING_HOW, PHRASE_RERATING_BY, PHRASE_RERATING_WHY};
	const struct reratings *all = &view->challenges.reratings;
	const struct rerating **shown = mem_new(all->count + 1, sizeof(struct rerating *));
	const char *columns[RERATED_COLUMNS];
	size_t count = 0;
	for (size_t i = 0; i < all->count; i++)
		if (is_told(&all->items[i]))
			shown[count++] = &all->items[i];
	if (count != 0) {
		qsort(shown, count, sizeof(struct rerating *), compare_reratings);
		phrase_columns(html, names, RERATED_COLUMNS, columns);
		html_section(html, "reratings", PHRASE_RERATING_HEADING);
		html_table(html, HTML_TEXTS, html_phrase(html, PHRASE_RERATING_CAPTION), columns,
		           RERATED_COLUMNS);
		for (size_t i = 0; i < count && i < MOST_RERATINGS; i++)
			add_row(html, view, columns, shown[i]);
		html_table_end(html);
		if (count > MOST_RERATINGS)
			html_add(html, "<p class=\"note\">%zu %s</p>\n", count - MOST_RERATINGS,
			         html_phrase(html, PHRASE_RERATING_MORE));
		html_put(html, "</section>\n");
	}
	free(shown);
}
