/* What pages say of hand-overs: only of what is published itself. */
#include "site/pages.h"

#include <string.h>

#include "view/filed_view.h"
#include "view/handovers_view.h"
#include "view/badge.h"

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
	const struct workstream *declared =
		id == NULL ? NULL : plan_workstream(view->plan.plan, id);
	return declared == NULL || !declared->exempt.valid || !declared->exempt.as.flag;
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
		html_text(html,
		          handover->task->to.text != NULL ? handover->task->to.text : "Not given");
		return;
	}
	html_add(html, "<a href=\"../%s/%s.html\">%s</a>", view->folder,
	         view->names[series - view->plan.workstreams], series->title);
	if (view != here)
		html_add(html, ", %s", plan_title(view));
}

static void add_landing(struct html *html, const struct landing *landing)
{
	html_day(html, landing_time(landing));
	html_put(html, " by ");
	html_person(html, landing->author.name);
}

/* A leg of the journey, or that it is kept back. */
static void add_leg(struct html *html, const struct site_view *site, const struct plan_view *here,
                    const struct handover *leg)
{
	const struct plan_view *view;
	const struct paper_view *page = page_of(site, leg, &view);
	if (page == NULL) {
		html_put(html, "a task that is exempt from publication");
		return;
	}
	html_add(html, "<a href=\"../%s/%s.html\">%s</a>, ", view->folder, page->name,
	         leg->task->task.text != NULL ? leg->task->task.text : leg->task->id.text);
	html_day(html, landing_time(leg->offered));
	if (leg->receiver == NULL)
		return;
	html_put(html, ", to ");
	handover_receiver(html, site, here, leg);
}

void handover_journey_list(struct html *html, const struct site_view *site,
                           const struct plan_view *here, const struct handover *handover)
{
	const struct handover *legs[MOST_LEGS];
	size_t count = handover_journey(handover, legs, MOST_LEGS);
	if (count < 2)
		return;
	html_put(html, "<p class=\"note\">The whole journey:</p>\n<ol class=\"note\">\n");
	for (size_t i = 0; i < count && i < MOST_LEGS; i++) {
		html_put(html, "<li>");
		add_leg(html, site, here, legs[i]);
		html_put(html, "</li>\n");
	}
	if (count > MOST_LEGS)
		html_add(html, "<li>and %zu more</li>\n", count - MOST_LEGS);
	html_put(html, "</ol>\n");
}

void handover_state_parts(struct html *html, const struct site_view *site,
                          const struct handover *handover)
{
	struct buf words = BUF_INIT;
	handover_words(handover, &words);
	html_put(html, "<p>");
	if (handover_is_open(handover)) {
		html_put(html, "<strong>Open:</strong> ");
		html_text(html, words.bytes);
	} else {
		html_sentence(html, words.bytes);
	}
	if (handover->state == HANDOVER_ACCEPTED)
		html_put(html, ", so that nothing is open");
	html_put(html, "</p>\n");
	if (handover->named != NULL && series_of(view_of(site, handover->named->plan->id),
	                                         handover->named->workstream) != NULL) {
		html_put(html, "<p class=\"note\">Named there since ");
		add_landing(html, handover->named->landing);
		html_put(html, "</p>\n");
	}
	if (handover->accepted != NULL) {
		html_put(html, "<p class=\"note\">Accepted by ");
		html_person(html, handover->task->accepted.by.text);
		html_put(html, ", ");
		html_date(html, handover->task->accepted.on.as.date);
		html_put(html, "</p>\n");
	}
	buf_release(&words);
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
	struct buf words = BUF_INIT;
	const struct plan_view *view;
	const struct paper_view *page = page_of(site, handover, &view);
	html_put(html, "<li>");
	html_add(html, "<a href=\"../%s/%s.html\">%s</a>", view->folder, page->name,
	         handover->task->task.text != NULL ? handover->task->task.text
	                                           : handover->task->id.text);
	html_add(html, ", %s", view == here ? "an earlier phase" : plan_title(view));
	if (whole) {
		html_put(html, ", to ");
		handover_receiver(html, site, here, handover);
	}
	handover_words(handover, &words);
	html_add(html, ": %s</li>\n", words.bytes);
	buf_release(&words);
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
	html_put(html, "<section aria-labelledby=\"handed-over\">\n<h2 id=\"handed-over\">Handed "
	               "over by earlier work</h2>\n<ul>\n");
	for (size_t i = 0; i < site->handovers.count; i++) {
		const struct handover *handover = site->handovers.sorted[i];
		if (is_taken(view, series, handover) && page_of(site, handover, &giver) != NULL)
			add_taken(html, site, view, series == NULL, handover);
	}
	html_put(html, "</ul>\n</section>\n");
}
