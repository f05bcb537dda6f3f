/* What pages say of hand-overs: only of what is published itself. */
#include "site/pages.h"

#include <string.h>

#include "view/badge.h"
#include "view/exempt.h"

enum { MOST_LEGS = 16 };

/* The plan as it is published, or NULL. */
static const struct plan_view *view_of(const struct site_view *site, const char *plan_id)
{
	for (size_t i = 0; i < site->count; i++)
		if (strcmp(site->plans[i].plan.id, plan_id) == 0)
			return &site->plans[i];
	return NULL;
}

/* The published workstream with this id, or NULL. */
static const struct series *series_of(const struct plan_view *view, const char *id)
{
	for (size_t i = 0; view != NULL && id != NULL && i < view->plan.count; i++)
		if (strcmp(view->plan.workstreams[i].id, id) == 0)
			return &view->plan.workstreams[i];
	return NULL;
}

bool closedown_task_published(const struct plan_view *view, const struct closedown_task *task)
{
	const char *id = task->workstream.text;
	return id == NULL || !exempt_workstream(view->whole, id);
}

/* The page of the close-down that gives the task away; NULL where one is not published. */
static const struct paper_view *page_of(const struct site_view *site,
                                        const struct handover *handover,
                                        const struct plan_view **view)
{
	*view = view_of(site, handover->filed->plan_id);
	if (*view == NULL || !closedown_task_published(*view, handover->task))
		return NULL;
	return paper_find(*view, KIND_CLOSEDOWN, handover->filed->id);
}

static const char *plan_title(const struct plan_view *view)
{
	return view->plan.plan->title.text != NULL ? view->plan.plan->title.text : view->plan.id;
}

void handover_receiver(struct html *html, const struct site_view *site,
                       const struct plan_view *here, const struct handover *handover)
{
	const struct plan_view *view =
		handover->plan == NULL ? NULL : view_of(site, handover->plan->id);
	const struct series *series =
		series_of(view, handover->series != NULL ? handover->series->id : NULL);
	if (series == NULL) {
		html_text(html, handover->task->to.text != NULL
		                        ? handover->task->to.text
		                        : html_phrase(html, PHRASE_HANDOVER_NOT_GIVEN));
		return;
	}
	html_add(html, "<a href=\"../%s/%s.html\">%s</a>", view->folder,
	         view->names[series - view->plan.workstreams], series->title);
	if (view != here)
		html_add(html, ", %s", plan_title(view));
}

/* "3 July 2023 by Cy" */
static void add_landing(struct html *html, const struct landing *landing)
{
	struct html day = html_part(html), who = html_part(html);
	html_day(&day, landing_time(landing));
	html_person(&who, landing->author.name);
	html_weave(html, PHRASE_HANDOVER_BY, day.text.bytes, who.text.bytes);
	html_release(&day);
	html_release(&who);
}

/* ", to Procurement, Improvement plan" */
static void add_to(struct html *html, const struct site_view *site, const struct plan_view *here,
                   const struct handover *handover)
{
	struct html receiver = html_part(html);
	handover_receiver(&receiver, site, here, handover);
	html_weave(html, PHRASE_HANDOVER_TO, receiver.text.bytes);
	html_release(&receiver);
}

/* The phrase with what STATE says in it takes its place. */
static void wrap(struct html *state, enum phrase phrase)
{
	struct html whole = html_part(state);
	html_weave(&whole, phrase, state->text.bytes);
	html_release(state);
	*state = whole;
}

/* How it stands: "closed, taken up again, and moved again". */
static void add_state(struct html *html, const struct handover *handover)
{
	struct html state = html_part(html);
	char number[HTML_NUMBER_SIZE];
	bool reopened = handover_is_reopened(handover) && handover->state != HANDOVER_REOPENED;
	if (handover->state == HANDOVER_UNDECIDED && handover->task->disposition.count > 1)
		html_tell(&state, PHRASE_HANDOVER_BETWEEN,
		          html_number(handover->task->disposition.count, number));
	else
		html_say(&state,
		         (enum phrase)((int)PHRASE_HANDOVER_UNDECIDED + (int)handover->state));
	if (handover->state == HANDOVER_OFFERED && handover_is_accepted(handover))
		wrap(&state, PHRASE_HANDOVER_THOUGH);
	if (reopened)
		wrap(&state, PHRASE_HANDOVER_TAKEN_AND);
	html_put(html, state.text.bytes);
	html_release(&state);
}

/* A leg of the journey, or that it is kept back. */
static void add_leg(struct html *html, const struct site_view *site, const struct plan_view *here,
                    const struct handover *leg)
{
	const struct plan_view *view;
	const struct paper_view *page = page_of(site, leg, &view);
	if (page == NULL) {
		html_say(html, PHRASE_HANDOVER_EXEMPT);
		return;
	}
	html_add(html, "<a href=\"../%s/%s.html\">%s</a>, ", view->folder, page->name,
	         leg->task->task.text != NULL ? leg->task->task.text : leg->task->id.text);
	html_day(html, landing_time(leg->offered));
	if (leg->receiver != NULL)
		add_to(html, site, here, leg);
}

void handover_journey_list(struct html *html, const struct site_view *site,
                           const struct plan_view *here, const struct handover *handover)
{
	const struct handover *legs[MOST_LEGS];
	size_t count = handover_journey(handover, legs, MOST_LEGS);
	if (count < 2)
		return;
	html_add(html, "<p class=\"note\">%s</p>\n<ol class=\"note\">\n",
	         html_phrase(html, PHRASE_HANDOVER_JOURNEY));
	for (size_t i = 0; i < count && i < MOST_LEGS; i++) {
		html_put(html, "<li>");
		add_leg(html, site, here, legs[i]);
		html_put(html, "</li>\n");
	}
	if (count > MOST_LEGS) {
		char number[HTML_NUMBER_SIZE];
		html_put(html, "<li>");
		html_tell(html, PHRASE_HANDOVER_MORE, html_number(count - MOST_LEGS, number));
		html_put(html, "</li>\n");
	}
	html_put(html, "</ol>\n");
}

/* It becomes a sentence. */
static void capitalise(struct html *state)
{
	char *first = state->text.bytes;
	if (*first >= 'a' && *first <= 'z')
		*first = (char)(*first - 'a' + 'A');
}

/* Since when the receiving side names it. */
static void add_naming(struct html *html, const struct site_view *site,
                       const struct handover *handover)
{
	struct html landing = html_part(html);
	if (handover->named != NULL && series_of(view_of(site, handover->named->plan->id),
	                                         handover->named->workstream) != NULL) {
		add_landing(&landing, handover->named->landing);
		html_put(html, "<p class=\"note\">");
		html_weave(html, PHRASE_HANDOVER_NAMED_SINCE, landing.text.bytes);
		html_put(html, "</p>\n");
	}
	html_release(&landing);
}

static void add_acceptance(struct html *html, const struct handover *handover)
{
	struct html who = html_part(html), day = html_part(html);
	if (handover->accepted != NULL) {
		html_person(&who, handover->task->accepted.by.text);
		html_date(&day, handover->task->accepted.on.as.date);
		html_put(html, "<p class=\"note\">");
		html_weave(html, PHRASE_HANDOVER_ACCEPTED_BY, who.text.bytes, day.text.bytes);
		html_put(html, "</p>\n");
	}
	html_release(&who);
	html_release(&day);
}

void handover_state_parts(struct html *html, const struct site_view *site,
                          const struct handover *handover)
{
	struct html state = html_part(html);
	add_state(&state, handover);
	html_put(html, "<p>");
	if (handover_is_open(handover))
		html_add(html, "<strong>%s</strong> ", html_phrase(html, PHRASE_HANDOVER_OPEN));
	else
		capitalise(&state);
	if (handover->state == HANDOVER_ACCEPTED)
		html_weave(html, PHRASE_HANDOVER_NOTHING_OPEN, state.text.bytes);
	else
		html_put(html, state.text.bytes);
	html_put(html, "</p>\n");
	html_release(&state);
	add_naming(html, site, handover);
	add_acceptance(html, handover);
}

/* True where the published workstream (NULL: any of the plan) has the task, or is given it. */
static bool is_taken(const struct plan_view *view, const struct series *series,
                     const struct handover *handover)
{
	if (handover->plan == NULL || handover->series == NULL ||
	    strcmp(handover->plan->id, view->plan.id) != 0)
		return false;
	return series != NULL ? strcmp(handover->series->id, series->id) == 0
	                      : series_of(view, handover->series->id) != NULL;
}

static void add_taken(struct html *html, const struct site_view *site, const struct plan_view *here,
                      bool whole, const struct handover *handover)
{
	const struct plan_view *view;
	const struct paper_view *page = page_of(site, handover, &view);
	html_put(html, "<li>");
	html_add(html, "<a href=\"../%s/%s.html\">%s</a>", view->folder, page->name,
	         handover->task->task.text != NULL ? handover->task->task.text
	                                           : handover->task->id.text);
	html_add(html, ", %s",
	         view == here ? html_phrase(html, PHRASE_HANDOVER_EARLIER_PHASE)
	                      : plan_title(view));
	if (whole)
		add_to(html, site, here, handover);
	html_put(html, ": ");
	add_state(html, handover);
	html_put(html, "</li>\n");
}

bool has_taken_over(const struct site_view *site, const struct plan_view *view,
                    const struct series *series)
{
	const struct plan_view *giver;
	for (size_t i = 0; i < site->handovers.count; i++)
		if (is_taken(view, series, site->handovers.sorted[i]) &&
		    page_of(site, site->handovers.sorted[i], &giver) != NULL)
			return true;
	return false;
}

void taken_over_list(struct html *html, const struct site_view *site, const struct plan_view *view,
                     const struct series *series)
{
	const struct plan_view *giver;
	if (!has_taken_over(site, view, series))
		return;
	html_section(html, "handed-over", PHRASE_HANDOVER_HEADING);
	html_put(html, "<ul>\n");
	for (size_t i = 0; i < site->handovers.count; i++) {
		const struct handover *handover = site->handovers.sorted[i];
		if (is_taken(view, series, handover) && page_of(site, handover, &giver) != NULL)
			add_taken(html, site, view, series == NULL, handover);
	}
	html_put(html, "</ul>\n</section>\n");
}
