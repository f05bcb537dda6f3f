#include "site/plan_parts.h"

#include <stdio.h>
#include <stdlib.h>

#include "document/scale.h"
#include "view/badge.h"
#include "view/said.h"

enum place_in_row { WORKSTREAM, THIS_PERIOD, LAST_PERIOD, CHANGE, HELD, FORECAST, COLUMNS };

static const enum phrase column_phrases[COLUMNS] = {
	PHRASE_PLAN_WORKSTREAM, PHRASE_STATUS_THIS_PERIOD, PHRASE_STATUS_LAST_PERIOD,
	PHRASE_STATUS_CHANGE,   PHRASE_STATUS_HELD_FOR,    PHRASE_STATUS_FORECAST,
};

/* What the rows of the table are made from. */
struct status {
	const struct plan_view *view;
	const char *columns[COLUMNS];
};

void workstream_link(struct html *html, const struct plan_view *view, const struct series *series)
{
	const char *name = view->names[series - view->plan.workstreams];
	if (view->alone)
		html_add(html, "<a href=\"#" PART_PREFIX "%s\">%s</a>", name, series->title);
	else
		html_add(html, "<a href=\"%s.html\">%s</a>", name, series->title);
}

/* The published rating that a changed one replaced, or NULL. */
static const struct version *replaced(const struct standing *standing)
{
	const struct version *last = NULL;
	for (size_t i = 1; i < standing->count; i++)
		if (standing->versions[i]->rerating && !standing->versions[i - 1]->reading->exempt)
			last = standing->versions[i - 1];
	return last;
}

void rerating_note(struct html *html, const struct standing *standing)
{
	const struct version *before = replaced(standing);
	if (before != NULL) {
		html_put(html, " <span class=\"note rerated\">");
		html_tell(html, PHRASE_STATUS_RERATED_FROM, badge_words(html, before));
		html_put(html, "</span>");
	}
}

void direction_sentence(struct html *html, const struct trend_row *row)
{
	said_move(html, row);
}

/* " Ann on 21 August 2023, commit abc1234" */
static void add_commit(struct html *html, const struct plan_view *view,
                       const struct landing *landing)
{
	html_put(html, " ");
	html_person(html, landing->author.name);
	html_put(html, " ");
	html_say(html, PHRASE_PLAN_ON);
	html_put(html, " ");
	html_day(html, landing->author.time);
	html_put(html, ", ");
	html_say(html, PHRASE_PLAN_COMMIT);
	html_put(html, " ");
	if (view != NULL)
		landing_link(html, view, landing);
	else
		html_commit(html, &landing->id);
}

void rating_source_linked(struct html *html, const struct plan_view *view,
                          const struct standing *standing)
{
	const struct version *version = standing_version(standing);
	const struct landing *set = version_rater(version);
	html_put(html, "<p class=\"note\">");
	html_say(html, PHRASE_STATUS_SET_BY);
	add_commit(html, view, set);
	if (version != version->rated) {
		html_put(html, ". ");
		html_say(html, PHRASE_STATUS_TEXT_CHANGED_BY);
		add_commit(html, view, version->landing);
	}
	html_put(html, ".</p>\n");
}

void rating_source(struct html *html, const struct standing *standing)
{
	rating_source_linked(html, NULL, standing);
}

static void add_standing(struct html *html, const struct standing *standing,
                         const struct period *usual)
{
	char words[BADGE_PERIOD_SIZE];
	html_rating(html, standing_version(standing));
	rerating_note(html, standing);
	if (usual == NULL || !period_equal(standing->period, *usual))
		html_add(html, " <span class=\"note\">%s</span>",
		         badge_period_short(html, standing->period, words));
}

static void add_change(struct html *html, const struct trend_row *row)
{
	int steps = abs(row->steps);
	html_say(html, direction_phrase(row->direction));
	if (steps > 1 && row->direction != DIRECTION_NOT_COMPARED) {
		char number[16];
		snprintf(number, sizeof(number), "%d", steps);
		html_put(html, " ");
		html_tell(html, PHRASE_STATUS_BY_LEVELS, number);
	}
}

static void add_forecast(struct html *html, const struct standing *standing)
{
	if (standing == NULL) {
		html_say(html, PHRASE_PLAN_NO_REPORT);
		return;
	}
	const struct reading *reading = standing_version(standing)->reading;
	if (reading->forecast.year == 0) {
		html_say(html, PHRASE_PLAN_NOT_GIVEN);
		return;
	}
	html_short_date(html, reading->forecast);
	if (reading->agreed.year == 0)
		return;
	int days = date_days(reading->forecast) - date_days(reading->agreed);
	html_put(html, " <span class=\"note\">");
	days_moved(html, days, PHRASE_STATUS_AS_AGREED);
	if (days != 0) {
		html_put(html, " ");
		html_say(html, PHRASE_STATUS_THAN_AGREED);
	}
	html_put(html, "</span>");
}

/* What is said of the row's rating elsewhere, and where that stands: the latest on its page. */
static void add_questions(struct html *html, const struct plan_view *view,
                          const struct trend_row *row)
{
	struct buf address = BUF_INIT;
	const bool programme = row == &view->trend.programme;
	const bool latest = row->current != NULL && row->current == latest_standing(row->series);
	if (!latest)
		buf_text(&address, "candour.html#periods");
	else if (programme)
		buf_text(&address, "candour.html#latest");
	else
		buf_printf(&address, "%s.html#questioned",
		           view->names[row->series - view->plan.workstreams]);
	questions_note(html, questions_about(view, row->series, row->current), address.bytes);
	if (!programme && row->current != NULL) {
		buf_clear(&address);
		buf_printf(&address, "%s.html#challenged",
		           view->names[row->series - view->plan.workstreams]);
		challenge_mark(html, view, row->series, row->current, address.bytes);
	}
	buf_release(&address);
}

static void add_held(struct html *html, const struct trend_row *row)
{
	if (row->current != NULL)
		html_tally(html, (size_t)row->held, PHRASE_PLAN_PERIOD, PHRASE_PLAN_PERIODS);
	else
		html_add(html,
		         "<span aria-hidden=\"true\">–</span><span class=\"hidden\">%s</span>",
		         html_phrase(html, PHRASE_STATUS_NOT_RATED));
}

/* The cells that a workstream and the programme both have. */
static void add_cells(struct html *html, const struct status *status, const struct trend_row *row,
                      enum phrase missing)
{
	const struct period *period = trend_period(&status->view->trend);
	if (period != NULL && was_withdrawn(row->series, *period))
		missing = PHRASE_PLAN_WITHDRAWN;
	html_cell(html, status->columns[THIS_PERIOD]);
	if (row->current != NULL)
		add_standing(html, row->current, period);
	else
		html_say(html, missing);
	add_questions(html, status->view, row);
	html_put(html, "</td>\n");
	html_cell(html, status->columns[LAST_PERIOD]);
	if (row->previous != NULL)
		add_standing(html, row->previous, NULL);
	else
		html_say(html, PHRASE_STATUS_NONE_ON_RECORD);
	html_put(html, "</td>\n");
	html_cell(html, status->columns[CHANGE]);
	if (row->current != NULL)
		add_change(html, row);
	else
		html_say(html, missing);
	html_put(html, "</td>\n");
	html_cell(html, status->columns[HELD]);
	add_held(html, row);
	html_put(html, "</td>\n");
}

static void add_row(struct html *html, const struct status *status, const struct trend_row *row)
{
	html_row(html, status->columns[WORKSTREAM]);
	workstream_link(html, status->view, row->series);
	html_put(html, "</th>\n");
	add_cells(html, status, row, PHRASE_PLAN_NO_REPORT);
	html_cell(html, status->columns[FORECAST]);
	add_forecast(html, row->current);
	html_put(html, "</td>\n</tr>\n");
}

static void add_programme(struct html *html, const struct status *status)
{
	html_add(html, "<tr class=\"programme\">\n<th scope=\"row\" data-label=\"%s\">%s</th>\n",
	         html_phrase(html, PHRASE_PLAN_PROGRAMME),
	         html_phrase(html, PHRASE_PLAN_PROGRAMME_WHOLE));
	add_cells(html, status, &status->view->trend.programme, PHRASE_PLAN_NOT_DECLARED);
	html_cell(html, status->columns[FORECAST]);
	html_say(html, PHRASE_STATUS_NOT_STATED);
	html_put(html, "</td>\n</tr>\n");
}

static void add_unreported(struct html *html, const struct plan_view *view)
{
	html_add(html, "<p>%s</p>\n<ul>\n", html_phrase(html, PHRASE_STATUS_NO_UPDATE));
	for (size_t i = 0; i < view->plan.count; i++) {
		html_put(html, "<li>");
		workstream_link(html, view, &view->plan.workstreams[i]);
		html_put(html, "</li>\n");
	}
	html_put(html, "</ul>\n");
}

void status_table(struct html *html, const struct plan_view *view)
{
	const struct period *period = trend_period(&view->trend);
	struct status status = {.view = view};
	struct buf caption = BUF_INIT;
	char words[BADGE_PERIOD_SIZE];
	if (period == NULL) {
		add_unreported(html, view);
		return;
	}
	phrase_columns(html, column_phrases, COLUMNS, status.columns);
	phrase_fill(html, PHRASE_STATUS_CAPTION, badge_period(html, *period, words), &caption);
	html_table(html, HTML_PAIRS, caption.bytes, status.columns, COLUMNS);
	for (size_t i = 0; i < view->trend.count; i++)
		add_row(html, &status, &view->trend.rows[i]);
	add_programme(html, &status);
	html_table_end(html);
	buf_release(&caption);
}
