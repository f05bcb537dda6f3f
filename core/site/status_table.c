#include "site/pages.h"

#include <stdlib.h>

#include "document/scale.h"
#include "view/trend_view.h"
#include "view/badge.h"

enum place_in_row { WORKSTREAM, THIS_PERIOD, LAST_PERIOD, CHANGE, HELD, FORECAST, COLUMNS };

static const char *const columns[COLUMNS] = {
	"Workstream", "This period", "Last period", "Change", "Rating held for", "Forecast finish",
};

void workstream_link(struct html *html, const struct plan_view *view, const struct series *series)
{
	const char *name = view->names[series - view->plan.workstreams];
	if (view->alone)
		html_add(html, "<a href=\"#" PART_PREFIX "%s\">%s</a>", name, series->title);
	else
		html_add(html, "<a href=\"%s.html\">%s</a>", name, series->title);
}

/* The rating that a changed one replaced, or NULL. */
static const struct version *replaced(const struct standing *standing)
{
	const struct version *last = NULL;
	for (size_t i = 1; i < standing->count; i++)
		if (standing->versions[i]->rerating)
			last = standing->versions[i - 1];
	return last;
}

void rerating_note(struct html *html, const struct standing *standing)
{
	const struct version *before = replaced(standing);
	if (before != NULL)
		html_add(html, " <span class=\"note rerated\">re-rated from %s</span>",
		         rating_words(before));
}

void direction_sentence(struct html *html, const struct trend_row *row)
{
	struct buf text = BUF_INIT;
	direction_text(&text, row);
	html_sentence(html, text.bytes);
	buf_release(&text);
}

void rating_source(struct html *html, const struct standing *standing)
{
	const struct version *version = standing_version(standing);
	const struct landing *set = version_rater(version);
	html_put(html, "<p class=\"note\">Rating set by ");
	html_person(html, set->author.name);
	html_put(html, " on ");
	html_day(html, set->author.time);
	html_put(html, ", commit ");
	html_commit(html, &set->id);
	if (version != version->rated) {
		html_put(html, ". Text last changed by ");
		html_person(html, version->landing->author.name);
		html_put(html, " on ");
		html_day(html, version->landing->author.time);
		html_put(html, ", commit ");
		html_commit(html, &version->landing->id);
	}
	html_put(html, ".</p>\n");
}

static void add_standing(struct html *html, const struct standing *standing,
                         const struct period *usual)
{
	char words[PERIOD_TEXT_SIZE];
	html_rating(html, standing_version(standing));
	rerating_note(html, standing);
	if (usual == NULL || !period_equal(standing->period, *usual))
		html_add(html, " <span class=\"note\">%s</span>",
		         period_short(standing->period, words));
}

static void add_change(struct html *html, const struct trend_row *row)
{
	int steps = abs(row->steps);
	html_sentence(html, direction_word(row->direction));
	if (steps > 1 && row->direction != DIRECTION_NOT_COMPARED)
		html_add(html, " by %d levels", steps);
}

static void add_forecast(struct html *html, const struct standing *standing)
{
	if (standing == NULL) {
		html_put(html, "No report");
		return;
	}
	const struct reading *reading = standing_version(standing)->reading;
	if (reading->forecast.year == 0) {
		html_put(html, "Not given");
		return;
	}
	html_short_date(html, reading->forecast);
	if (reading->agreed.year == 0)
		return;
	int days = date_days(reading->forecast) - date_days(reading->agreed);
	html_put(html, " <span class=\"note\">");
	if (days == 0)
		html_put(html, "as agreed");
	else
		html_add(html, "%d %s %s than agreed", abs(days), abs(days) == 1 ? "day" : "days",
		         days > 0 ? "later" : "earlier");
	html_put(html, "</span>");
}

/* "questioned: 2 reasons", which leads to them. */
static void add_questions(struct html *html, const struct plan_view *view,
                          const struct trend_row *row)
{
	struct buf address = BUF_INIT;
	if (row == &view->trend.programme)
		buf_text(&address, "candour.html#latest");
	else
		buf_printf(&address, "%s.html#questioned",
		           view->names[row->series - view->plan.workstreams]);
	questions_note(html, questions_about(view, row->series, row->current), address.bytes);
	if (row != &view->trend.programme && row->current != NULL) {
		buf_clear(&address);
		buf_printf(&address, "%s.html#challenged",
		           view->names[row->series - view->plan.workstreams]);
		challenge_mark(html, view, row->series, row->current, address.bytes);
	}
	buf_release(&address);
}

/* The cells that a workstream and the programme both have. */
static void add_cells(struct html *html, const struct plan_view *view, const struct trend_row *row,
                      const char *missing)
{
	const struct period *period = trend_period(&view->trend);
	if (period != NULL && was_withdrawn(row->series, *period))
		missing = "Withdrawn";
	html_cell(html, columns[THIS_PERIOD]);
	if (row->current != NULL)
		add_standing(html, row->current, period);
	else
		html_put(html, missing);
	add_questions(html, view, row);
	html_put(html, "</td>\n");
	html_cell(html, columns[LAST_PERIOD]);
	if (row->previous != NULL)
		add_standing(html, row->previous, NULL);
	else
		html_put(html, "None on record");
	html_put(html, "</td>\n");
	html_cell(html, columns[CHANGE]);
	if (row->current != NULL)
		add_change(html, row);
	else
		html_put(html, missing);
	html_put(html, "</td>\n");
	html_cell(html, columns[HELD]);
	if (row->current != NULL)
		html_count(html, (size_t)row->held, "period", "periods");
	else
		html_put(html, "<span aria-hidden=\"true\">–</span>"
		               "<span class=\"hidden\">not rated</span>");
	html_put(html, "</td>\n");
}

static void add_row(struct html *html, const struct plan_view *view, const struct trend_row *row)
{
	html_row(html, columns[WORKSTREAM]);
	workstream_link(html, view, row->series);
	html_put(html, "</th>\n");
	add_cells(html, view, row, "No report");
	html_cell(html, columns[FORECAST]);
	add_forecast(html, row->current);
	html_put(html, "</td>\n</tr>\n");
}

static void add_programme(struct html *html, const struct plan_view *view)
{
	html_put(html, "<tr class=\"programme\">\n<th scope=\"row\" data-label=\"Programme\">"
	               "Programme as a whole</th>\n");
	add_cells(html, view, &view->trend.programme, "Not declared");
	html_cell(html, columns[FORECAST]);
	html_put(html, "Not stated</td>\n</tr>\n");
}

void status_table(struct html *html, const struct plan_view *view)
{
	const struct period *period = trend_period(&view->trend);
	if (period == NULL) {
		html_put(html, "<p>No update is on record yet. The workstreams:</p>\n<ul>\n");
		for (size_t i = 0; i < view->plan.count; i++) {
			html_put(html, "<li>");
			workstream_link(html, view, &view->plan.workstreams[i]);
			html_put(html, "</li>\n");
		}
		html_put(html, "</ul>\n");
		return;
	}
	struct buf caption = BUF_INIT;
	char words[PERIOD_TEXT_SIZE];
	buf_printf(&caption, "Ratings for %s, beside each workstream's last report before it",
	           period_words(*period, words));
	html_table(html, HTML_PAIRS, caption.bytes, columns, COLUMNS);
	for (size_t i = 0; i < view->trend.count; i++)
		add_row(html, view, &view->trend.rows[i]);
	add_programme(html, view);
	html_table_end(html);
	buf_release(&caption);
}
