#include "view/pages.h"

#include <stdlib.h>

#include "document/scale.h"
#include "view/html.h"

enum place_in_row { WORKSTREAM, THIS_PERIOD, LAST_PERIOD, CHANGE, HELD, FORECAST, COLUMNS };

static const char *const columns[COLUMNS] = {
	"Workstream", "This period", "Last period", "Change", "Rating held for", "Forecast finish",
};

void workstream_link(struct buf *html, const struct plan_view *view, const struct series *series)
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

void rerating_note(struct buf *html, const struct standing *standing)
{
	const struct version *before = replaced(standing);
	if (before != NULL)
		html_add(html, " <span class=\"note rerated\">re-rated from %s</span>",
		         rating_words(before));
}

void direction_text(struct buf *text, const struct trend_row *row)
{
	char words[PERIOD_TEXT_SIZE], ordinal[16];
	const struct standing *before = row->previous;
	switch (row->direction) {
	case DIRECTION_IMPROVED:
	case DIRECTION_DECLINED:
		buf_printf(text, "%s from %s in %s.", direction_word(row->direction),
		           rating_words(standing_version(before)),
		           period_words(before->period, words));
		break;
	case DIRECTION_STEADY:
		buf_printf(text, "steady: %s", rating_words(standing_version(row->current)));
		if (row->held > 1)
			buf_printf(text, " for a %s period in a row.",
			           trend_ordinal(row->held, ordinal));
		else
			buf_printf(text, " in %s too, the last report before a gap.",
			           period_words(before->period, words));
		break;
	case DIRECTION_NEW:
		buf_text(text, "new: the first rating on record.");
		break;
	default:
		buf_text(text, "not compared with the report before: the scale has changed, or a "
		               "rating is not on it.");
		break;
	}
}

void direction_sentence(struct buf *html, const struct trend_row *row)
{
	struct buf text = BUF_INIT;
	direction_text(&text, row);
	html_sentence(html, text.bytes);
	buf_release(&text);
}

void rating_source(struct buf *html, const struct standing *standing)
{
	const struct version *version = standing_version(standing);
	const struct landing *set = version_rater(version);
	buf_text(html, "<p class=\"note\">Rating set by ");
	html_person(html, set->author.name);
	buf_text(html, " on ");
	html_day(html, set->author.time);
	buf_text(html, ", commit ");
	html_commit(html, &set->id);
	if (version != version->rated) {
		buf_text(html, ". Text last changed by ");
		html_person(html, version->landing->author.name);
		buf_text(html, " on ");
		html_day(html, version->landing->author.time);
		buf_text(html, ", commit ");
		html_commit(html, &version->landing->id);
	}
	buf_text(html, ".</p>\n");
}

static void add_standing(struct buf *html, const struct standing *standing,
                         const struct period *usual)
{
	char words[PERIOD_TEXT_SIZE];
	html_rating(html, standing_version(standing));
	rerating_note(html, standing);
	if (usual == NULL || !period_equal(standing->period, *usual))
		html_add(html, " <span class=\"note\">%s</span>",
		         period_short(standing->period, words));
}

static void add_change(struct buf *html, const struct trend_row *row)
{
	int steps = abs(row->steps);
	html_sentence(html, direction_word(row->direction));
	if (steps > 1 && row->direction != DIRECTION_NOT_COMPARED)
		html_add(html, " by %d levels", steps);
}

static void add_forecast(struct buf *html, const struct standing *standing)
{
	if (standing == NULL) {
		buf_text(html, "No report");
		return;
	}
	const struct reading *reading = standing_version(standing)->reading;
	if (reading->forecast.year == 0) {
		buf_text(html, "Not given");
		return;
	}
	html_short_date(html, reading->forecast);
	if (reading->agreed.year == 0)
		return;
	int days = date_days(reading->forecast) - date_days(reading->agreed);
	buf_text(html, " <span class=\"note\">");
	if (days == 0)
		buf_text(html, "as agreed");
	else
		html_add(html, "%d %s %s than agreed", abs(days), abs(days) == 1 ? "day" : "days",
		         days > 0 ? "later" : "earlier");
	buf_text(html, "</span>");
}

/* "questioned: 2 reasons", which leads to them. */
static void add_questions(struct buf *html, const struct plan_view *view,
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
static void add_cells(struct buf *html, const struct plan_view *view, const struct trend_row *row,
                      const char *missing)
{
	const struct period *period = trend_period(&view->trend);
	if (period != NULL && was_withdrawn(row->series, *period))
		missing = "Withdrawn";
	html_cell(html, columns[THIS_PERIOD]);
	if (row->current != NULL)
		add_standing(html, row->current, period);
	else
		buf_text(html, missing);
	add_questions(html, view, row);
	buf_text(html, "</td>\n");
	html_cell(html, columns[LAST_PERIOD]);
	if (row->previous != NULL)
		add_standing(html, row->previous, NULL);
	else
		buf_text(html, "None on record");
	buf_text(html, "</td>\n");
	html_cell(html, columns[CHANGE]);
	if (row->current != NULL)
		add_change(html, row);
	else
		buf_text(html, missing);
	buf_text(html, "</td>\n");
	html_cell(html, columns[HELD]);
	if (row->current != NULL)
		html_count(html, (size_t)row->held, "period", "periods");
	else
		buf_text(html, "<span aria-hidden=\"true\">–</span>"
		               "<span class=\"hidden\">not rated</span>");
	buf_text(html, "</td>\n");
}

static void add_row(struct buf *html, const struct plan_view *view, const struct trend_row *row)
{
	html_row(html, columns[WORKSTREAM]);
	workstream_link(html, view, row->series);
	buf_text(html, "</th>\n");
	add_cells(html, view, row, "No report");
	html_cell(html, columns[FORECAST]);
	add_forecast(html, row->current);
	buf_text(html, "</td>\n</tr>\n");
}

static void add_programme(struct buf *html, const struct plan_view *view)
{
	buf_text(html, "<tr class=\"programme\">\n<th scope=\"row\" data-label=\"Programme\">"
	               "Programme as a whole</th>\n");
	add_cells(html, view, &view->trend.programme, "Not declared");
	html_cell(html, columns[FORECAST]);
	buf_text(html, "Not stated</td>\n</tr>\n");
}

void status_table(struct buf *html, const struct plan_view *view)
{
	const struct period *period = trend_period(&view->trend);
	if (period == NULL) {
		buf_text(html, "<p>No update is on record yet. The workstreams:</p>\n<ul>\n");
		for (size_t i = 0; i < view->plan.count; i++) {
			buf_text(html, "<li>");
			workstream_link(html, view, &view->plan.workstreams[i]);
			buf_text(html, "</li>\n");
		}
		buf_text(html, "</ul>\n");
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
