/* The concerns that a plan answers, and what answers them: declared in plan_parts.h. */
#include "site/plan_parts.h"

#include <string.h>

#include "site/frame.h"
#include "view/filed_view.h"

bool has_concerns(const struct plan_view *view)
{
	return view->plan.plan->concerns.count != 0;
}

static const struct concern *concern_at(const struct plan_view *view, size_t number)
{
	return &LIST_OF(struct concern, view->plan.plan->concerns)[number];
}

static bool addresses(const struct series *series, const struct concern *concern)
{
	if (series->declared == NULL || concern->id.text == NULL)
		return false;
	const struct list *list = &series->declared->addresses;
	for (size_t i = 0; i < list->count; i++) {
		const char *id = LIST_OF(struct value, *list)[i].text;
		if (id != NULL && strcmp(id, concern->id.text) == 0)
			return true;
	}
	return false;
}

/* How many workstreams answer it. */
static size_t count_answers(const struct plan_view *view, const struct concern *concern)
{
	size_t count = 0;
	for (size_t i = 0; i < view->plan.count; i++)
		count += addresses(&view->plan.workstreams[i], concern) ? 1 : 0;
	return count;
}

static size_t count_unanswered(const struct plan_view *view)
{
	size_t count = 0;
	for (size_t i = 0; i < view->plan.plan->concerns.count; i++)
		count += count_answers(view, concern_at(view, i)) == 0 ? 1 : 0;
	return count;
}

static void add_title(struct html *html, const struct concern *concern)
{
	html_lines(html, concern->title.text != NULL ? concern->title.text
	                 : concern->id.text != NULL  ? concern->id.text
	                                             : html_phrase(html, PHRASE_PLAN_NOT_GIVEN));
}

/* "External Auditor, 12 Jun 2022" */
static void add_source(struct html *html, const struct concern *concern)
{
	html_text(html, concern->source.text != NULL ? concern->source.text
	                                             : html_phrase(html, PHRASE_PLAN_NOT_GIVEN));
	if (concern->raised.valid) {
		html_put(html, ", ");
		html_short_date(html, concern->raised.as.date);
	}
}

/* --- in brief --- */

static void add_brief_answers(struct html *html, const struct plan_view *view,
                              const struct concern *concern)
{
	size_t count = count_answers(view, concern), shown = 0;
	if (count == 0) {
		html_add(html, "<strong>%s</strong>", html_phrase(html, PHRASE_CONCERN_NOBODY));
		return;
	}
	if (count == view->plan.count && count > 1) {
		html_say(html, PHRASE_CONCERN_EVERY_WORKSTREAM);
		return;
	}
	for (size_t i = 0; i < view->plan.count; i++) {
		if (!addresses(&view->plan.workstreams[i], concern))
			continue;
		html_put(html, shown++ == 0 ? "" : "<br />\n");
		workstream_link(html, view, &view->plan.workstreams[i]);
	}
}

static void add_brief_row(struct html *html, const struct plan_view *view,
                          const char *const *columns, size_t number)
{
	const struct concern *concern = concern_at(view, number);
	html_row(html, columns[0]);
	html_add(html, "<a href=\"concerns.html#concern-%zu\">", number + 1);
	add_title(html, concern);
	html_put(html, "</a></th>\n");
	html_cell(html, columns[1]);
	add_source(html, concern);
	html_put(html, "</td>\n");
	html_cell(html, columns[2]);
	add_brief_answers(html, view, concern);
	html_put(html, "</td>\n</tr>\n");
}

void concern_brief(struct html *html, const struct plan_view *view)
{
	static const enum phrase names[] = {PHRASE_CONCERN, PHRASE_CONCERN_RAISED_BY,
	                                    PHRASE_CONCERN_ANSWERED_BY};
	const char *columns[3];
	if (!has_concerns(view))
		return;
	phrase_columns(html, names, 3, columns);
	html_section(html, "concerns", PHRASE_CONCERN_HEADING);
	html_table(html, HTML_PAIRS, html_phrase(html, PHRASE_CONCERN_CAPTION), columns, 3);
	/* What nobody answers stands first. */
	for (int answered = 0; answered < 2; answered++)
		for (size_t i = 0; i < view->plan.plan->concerns.count; i++)
			if ((count_answers(view, concern_at(view, i)) != 0) == (answered == 1))
				add_brief_row(html, view, columns, i);
	html_table_end(html);
	html_add(html, "<p><a href=\"concerns.html\">%s</a></p>\n</section>\n",
	         html_phrase(html, PHRASE_CONCERN_TITLE));
}

/* --- the page --- */

void list_concerns(struct leaves *leaves, const struct page_kind *kind,
                   const struct plan_view *view)
{
	if (view != NULL && has_concerns(view))
		leaves_add(leaves, kind, view, 0,
		           arena_printf(&leaves->arena, "%s/concerns.html", view->folder));
}

static const struct trend_row *row_of(const struct plan_view *view, const struct series *series)
{
	for (size_t i = 0; i < view->trend.count; i++)
		if (view->trend.rows[i].series == series)
			return &view->trend.rows[i];
	return NULL;
}

/* The rating that it has, of whichever period, and what is said of it. */
static void add_rating(struct html *html, const struct plan_view *view, const struct series *series)
{
	const struct standing *latest = latest_standing(series);
	const char *name = view->names[series - view->plan.workstreams];
	char words[BADGE_PERIOD_SIZE];
	struct buf address = BUF_INIT;
	if (latest == NULL) {
		html_say(html, PHRASE_PLAN_NO_REPORT);
		return;
	}
	html_rating(html, standing_version(latest));
	rerating_note(html, latest);
	html_add(html, " <span class=\"note\">%s</span>",
	         badge_period_short(html, latest->period, words));
	buf_printf(&address, "%s.html#questioned", name);
	questions_note(html, questions_about(view, series, latest), address.bytes);
	buf_clear(&address);
	buf_printf(&address, "%s.html#challenged", name);
	challenge_mark(html, view, series, latest, address.bytes);
	buf_release(&address);
}

static void add_workstream(struct html *html, const struct plan_view *view,
                           const char *const *columns, const struct series *series)
{
	const struct trend_row *row = row_of(view, series);
	html_row(html, columns[0]);
	workstream_link(html, view, series);
	html_put(html, "</th>\n");
	html_cell(html, columns[1]);
	add_rating(html, view, series);
	html_put(html, "</td>\n");
	html_cell(html, columns[2]);
	html_say(html, row != NULL ? direction_phrase(row->direction) : PHRASE_CONCERN_ENDED);
	html_put(html, "</td>\n");
	html_cell(html, columns[3]);
	if (row != NULL && row->held > 0)
		html_tally(html, (size_t)row->held, PHRASE_PLAN_PERIOD, PHRASE_PLAN_PERIODS);
	else
		html_say(html, PHRASE_STATUS_NOT_RATED);
	html_put(html, "</td>\n</tr>\n");
}

static void add_workstreams(struct html *html, const struct plan_view *view,
                            const struct concern *concern)
{
	static const enum phrase names[] = {PHRASE_PLAN_WORKSTREAM, PHRASE_CONCERN_RATING_NOW,
	                                    PHRASE_STATUS_CHANGE, PHRASE_STATUS_HELD_FOR};
	const char *columns[4];
	if (count_answers(view, concern) == 0) {
		html_add(html, "<p class=\"banner\"><strong>%s</strong></p>\n",
		         html_phrase(html, PHRASE_CONCERN_NOBODY_LONG));
		return;
	}
	phrase_columns(html, names, 4, columns);
	html_table(html, HTML_PAIRS, html_phrase(html, PHRASE_CONCERN_WORKSTREAMS), columns, 4);
	for (size_t i = 0; i < view->plan.count; i++)
		if (addresses(&view->plan.workstreams[i], concern))
			add_workstream(html, view, columns, &view->plan.workstreams[i]);
	html_table_end(html);
}

/* True where the id is that of a published workstream which answers the concern. */
static bool names_answer(const struct plan_view *view, const struct concern *concern,
                         const struct value *id)
{
	for (size_t i = 0; id->text != NULL && i < view->plan.count; i++)
		if (strcmp(view->plan.workstreams[i].id, id->text) == 0)
			return addresses(&view->plan.workstreams[i], concern);
	return false;
}

/* An observation is about those workstreams; a plan of actions answers the same source. */
static bool speaks_of(const struct plan_view *view, const struct concern *concern,
                      const struct document *document)
{
	const struct observation *observation = document->observation;
	if (document->actions != NULL)
		return document->actions->source.text != NULL && concern->source.text != NULL &&
		       strcmp(document->actions->source.text, concern->source.text) == 0;
	if (observation == NULL)
		return false;
	for (size_t i = 0; i < observation->about.count; i++)
		if (names_answer(view, concern, &LIST_OF(struct value, observation->about)[i]))
			return true;
	for (size_t i = 0; i < observation->challenges.count; i++)
		if (names_answer(view, concern,
		                 &LIST_OF(struct challenge, observation->challenges)[i].workstream))
			return true;
	return false;
}

static void add_papers(struct html *html, const struct plan_view *view,
                       const struct concern *concern)
{
	bool begun = false;
	for (size_t i = 0; i < view->paper_count; i++) {
		const struct document *document = filed_version(view->papers[i].filed)->document;
		if (!speaks_of(view, concern, document))
			continue;
		if (!begun)
			html_add(html, "<h3>%s</h3>\n<ul>\n",
			         html_phrase(html, PHRASE_CONCERN_PAPERS));
		begun = true;
		html_put(html, "<li>");
		paper_link(html, &view->papers[i]);
		html_put(html, "</li>\n");
	}
	if (begun)
		html_put(html, "</ul>\n");
}

static void add_concern(struct html *html, const struct plan_view *view, size_t number)
{
	const struct concern *concern = concern_at(view, number);
	html_add(html, "<section aria-labelledby=\"concern-%zu\">\n<h2 id=\"concern-%zu\">",
	         number + 1, number + 1);
	add_title(html, concern);
	html_add(html,
	         "</h2>\n<p class=\"note\">%s: ", html_phrase(html, PHRASE_CONCERN_RAISED_BY));
	add_source(html, concern);
	html_put(html, "</p>\n");
	add_workstreams(html, view, concern);
	add_papers(html, view, concern);
	html_put(html, "</section>\n");
}

int make_concerns(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                  struct error *error)
{
	const struct plan_view *view = leaf->view;
	size_t count = view->plan.plan->concerns.count, unanswered = count_unanswered(view);
	struct frame frame =
		inner_frame(leaves->site, view, html_phrase(html, PHRASE_CONCERN_TITLE));
	(void)error;
	frame_begin(html, &frame);
	document_banners(html, view->plan.document);
	html_put(html, "<p class=\"sentence\">");
	html_tally(html, count, PHRASE_CONCERN_ONE, PHRASE_CONCERN_MANY);
	html_put(html, "; ");
	if (unanswered == 0)
		html_say(html, PHRASE_CONCERN_ALL_ANSWERED);
	else
		html_tally(html, unanswered, PHRASE_CONCERN_UNANSWERED_ONE,
		           PHRASE_CONCERN_UNANSWERED_MANY);
	html_put(html, ".</p>\n");
	for (int answered = 0; answered < 2; answered++)
		for (size_t i = 0; i < count; i++)
			if ((count_answers(view, concern_at(view, i)) != 0) == (answered == 1))
				add_concern(html, view, i);
	frame_end(html, &frame);
	return 0;
}
