/* What is questioned in a period, on its page, before the reports: declared in plan_parts.h. */
#include "site/plan_parts.h"

#include "view/said.h"

/* The row's report is counted in, and what is questioned of it. */
static void count_row(const struct plan_view *view, const struct trend_row *row, size_t *reports,
                      struct questioned *all)
{
	const struct questioned questioned =
		questions_count(questions_about(view, row->series, row->current));
	*reports += row->current != NULL ? 1 : 0;
	all->open += questioned.open;
	all->explained += questioned.explained;
}

static struct questioned count_rows(const struct plan_view *view, size_t *reports)
{
	struct questioned all = {0, 0};
	*reports = 0;
	for (size_t i = 0; i < view->trend.count; i++)
		count_row(view, &view->trend.rows[i], reports, &all);
	count_row(view, &view->trend.programme, reports, &all);
	return all;
}

/* Whose rating it is, which, and why it is questioned. */
static void add_row(struct html *html, const struct plan_view *view, const struct trend_row *row)
{
	const struct about about = questions_about(view, row->series, row->current);
	if (questions_count(about).open == 0)
		return;
	html_put(html, "<li>\n<p>");
	if (row->series == &view->plan.programme)
		html_add(html, "<a href=\"#overview\">%s</a>",
		         html_phrase(html, PHRASE_CANDOUR_WHOLE_PROGRAMME));
	else
		workstream_link(html, view, row->series);
	html_put(html, " ");
	html_rating(html, standing_version(row->current));
	html_put(html, "</p>\n");
	question_sentences(html, about);
	html_put(html, "</li>\n");
}

bool period_is_questioned(const struct plan_view *view)
{
	size_t reports;
	count_rows(view, &reports);
	return view->asked && reports != 0;
}

void period_questions(struct html *html, const struct plan_view *view)
{
	size_t reports;
	const struct questioned all = count_rows(view, &reports);
	if (!view->asked || reports == 0)
		return;
	html_section(html, "questioned", PHRASE_WORKSTREAM_QUESTIONED);
	html_put(html, "<p>");
	said_open(html, all.open, reports);
	said_explained(html, all.explained);
	html_add(html, ". <a href=\"candour.html\">%s</a></p>\n",
	         html_phrase(html, PHRASE_PLAN_QUESTIONED));
	if (all.open != 0) {
		html_put(html, "<ul class=\"questions\">\n");
		for (size_t i = 0; i < view->trend.count; i++)
			add_row(html, view, &view->trend.rows[i]);
		add_row(html, view, &view->trend.programme);
		html_put(html, "</ul>\n");
	}
	html_put(html, "</section>\n");
}
