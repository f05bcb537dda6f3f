/* Dates on the wrong side of the period, the plan or the sign-off: declared in candour/ask.h. */
#include "candour/ask.h"

#include <string.h>

#include "candour/progress.h"

enum { LONG_BEFORE = 28, USUAL_DELAY = 14, MOST_DELAY = 31, MOST_COMMITTEES = 64, MOST_ROWS = 500 };

/* One day that is asked about, and what it may not pass. */
struct side {
	const char *what;          /* `milestone "Hub opened" was delivered on` */
	const struct value *value; /* the day */
	const struct value *limit;
	const struct chapter *chapter; /* where the limit stands; NULL: in the plan */
	const char *limit_words;       /* "the report was completed on" */
	bool before;                   /* it lies before the limit, not after it */
};

static void ask_side(const struct question *question, const struct side *side)
{
	char day[DATE_TEXT_SIZE], limit[DATE_TEXT_SIZE], days[DAYS_SIZE];
	struct date a = day_of(side->value), b = day_of(side->limit);
	if (!(side->before ? day_before(a, b) : day_before(b, a)))
		return;
	int between = side->before ? date_days(b) - date_days(a) : date_days(a) - date_days(b);
	struct doubt *doubt = doubt_raise(question, side->value->place, "%s %s, %s %s %s %s",
	                                  side->what, date_words(a, day), days_words(between, days),
	                                  side->before ? "before" : "after", side->limit_words,
	                                  date_words(b, limit));
	doubt_point(question, doubt, side->chapter, side->limit->place, "%s %s", side->limit_words,
	            limit);
}

/* What has happened cannot be later than the day the report was completed. */
static void ask_past(const struct question *question, const char *what, const struct value *value)
{
	const struct update *update = chapter_update(question->chapter);
	ask_side(question, &(struct side){.what = what,
	                                  .value = value,
	                                  .limit = &update->completed_on,
	                                  .chapter = question->chapter,
	                                  .limit_words = "the report was completed on"});
}

/* What is to come lies within the plan, from its first day or up to its last. */
static void ask_plan(const struct question *question, const char *what, const struct value *value,
                     bool before)
{
	const struct plan *plan = question->story->plan;
	ask_side(question,
	         &(struct side){.what = what,
	                        .value = value,
	                        .limit = before ? &plan->starts : &plan->ends,
	                        .limit_words = before ? "the plan starts on" : "the plan ends on",
	                        .before = before});
}

/* The milestone of the last chapter with this id, or NULL. */
static const struct milestone *last_milestone(const struct chapter *chapter, const char *id)
{
	const struct update *update = chapter_update(chapter);
	const struct milestone *rows = LIST_OF(struct milestone, update->milestones);
	for (size_t i = 0; i < update->milestones.count && id != NULL; i++)
		if (rows[i].id.text != NULL && strcmp(rows[i].id.text, id) == 0)
			return &rows[i];
	return NULL;
}

/*
 * Delivered before this period, on a day that the last report knew of; unless that said the
 * same, in a list that keeps what was delivered.
 */
static void ask_known_before(const struct question *question, const struct milestone *milestone,
                             const char *what)
{
	char day[DATE_TEXT_SIZE], completed[DATE_TEXT_SIZE];
	const struct chapter *chapter = question->chapter, *last = chapter_last(chapter);
	struct date delivered = day_of(&milestone->delivered_on);
	if (last == NULL || !day_before(delivered, chapter_completed(last)) ||
	    !day_before(delivered, chapter_ends(last)))
		return;
	const struct milestone *then = last_milestone(last, milestone->id.text);
	if (then != NULL && then->status.valid && then->status.as.word == MILESTONE_DELIVERED)
		return;
	struct doubt *doubt = doubt_raise(
		question, milestone->delivered_on.place,
		"%s %s, before this period began, and the report before, completed on %s, does not "
		"say so",
		what, date_words(delivered, day), date_words(chapter_completed(last), completed));
	doubt_point(question, doubt, last,
	            then != NULL ? then->place : chapter_update(last)->completed_on.place,
	            then != NULL ? "%s: not delivered" : "%s: completed on this day, without it",
	            then != NULL ? milestone_name(&then->title, &then->id, &question->doubts->arena)
	                         : completed);
}

/*
 * What is still to be done is due by the day that the whole is forecast for. Where that day
 * has passed, everything is due behind it, and another rule speaks of the forecast.
 */
static void ask_due(const struct question *question, const char *what, const struct value *due)
{
	const struct update *update = chapter_update(question->chapter);
	bool passed =
		day_before(day_of(&update->forecast_completion), progress_seen(question->chapter));
	if (!passed)
		ask_side(question, &(struct side){.what = what,
		                                  .value = due,
		                                  .limit = &update->forecast_completion,
		                                  .chapter = question->chapter,
		                                  .limit_words = "completion is forecast for"});
	if (passed || !day_before(day_of(&update->forecast_completion), day_of(due)))
		ask_plan(question, what, due, false);
}

static void ask_milestone(const struct question *question, const struct milestone *milestone)
{
	struct arena *arena = &question->doubts->arena;
	const char *name = milestone_name(&milestone->title, &milestone->id, arena);
	const char *due = arena_printf(arena, "%s is due on", name);
	if (milestone->delivered_on.valid) {
		const char *delivered = arena_printf(arena, "%s was delivered on", name);
		ask_past(question, delivered, &milestone->delivered_on);
		ask_known_before(question, milestone, delivered);
	}
	if (milestone_is_open(milestone)) {
		ask_due(question, due, &milestone->due);
		if (milestone->status.as.word != MILESTONE_CARRIED)
			ask_plan(question, due, &milestone->due, true);
	}
}

/* What is due in this very period is none of the next one's. */
static void ask_this_period(const struct question *question, const struct next_milestone *next,
                            const char *what)
{
	char due[DATE_TEXT_SIZE], ends[DATE_TEXT_SIZE];
	const struct chapter *chapter = question->chapter;
	struct date day = day_of(&next->due), last = chapter_ends(chapter);
	if (day.year == 0 || day_before(last, day) ||
	    day_before(day, day_of(&question->story->plan->starts)))
		return;
	struct doubt *doubt =
		doubt_raise(question, next->due.place, "%s %s, and this period ends on %s only",
	                    what, date_words(day, due), date_words(last, ends));
	doubt_point(question, doubt, chapter, chapter_update(chapter)->period.place,
	            "the period ends on %s", ends);
}

static void ask_next(const struct question *question, const struct next_milestone *next)
{
	struct arena *arena = &question->doubts->arena;
	const char *due = arena_printf(arena, "%s is planned next and due on",
	                               milestone_name(&next->title, &next->id, arena));
	ask_due(question, due, &next->due);
	ask_plan(question, due, &next->due, true);
	ask_this_period(question, next, due);
}

void ask_date_misplaced(const struct question *question)
{
	const struct update *update = chapter_update(question->chapter);
	const struct milestone *milestones = LIST_OF(struct milestone, update->milestones);
	const struct next_milestone *next = LIST_OF(struct next_milestone, update->next_milestones);
	const struct risk *risks = LIST_OF(struct risk, update->risks);
	for (size_t i = 0; i < update->milestones.count && i < MOST_ROWS; i++)
		ask_milestone(question, &milestones[i]);
	for (size_t i = 0; i < update->next_milestones.count && i < MOST_ROWS; i++)
		ask_next(question, &next[i]);
	for (size_t i = 0; i < update->risks.count && i < MOST_ROWS; i++)
		ask_past(question, "a risk was closed on", &risks[i].closed_on);
	ask_past(question, "the agreed change was decided on", &update->agreed_change.on);
	ask_plan(question, "completion was agreed for", &update->agreed_completion, true);
	ask_plan(question, "completion was agreed for", &update->agreed_completion, false);
	ask_plan(question, "completion is forecast for", &update->forecast_completion, true);
}

/* --- sign-off --- */

static const struct value *completed_value(const struct chapter *chapter)
{
	const struct update *update = chapter_update(chapter);
	return update != NULL ? &update->completed_on : &chapter_overview(chapter)->completed_on;
}

static const struct value *period_value(const struct chapter *chapter)
{
	const struct update *update = chapter_update(chapter);
	return update != NULL ? &update->period : &chapter_overview(chapter)->period;
}

void ask_signed_early(const struct question *question)
{
	char completed[DATE_TEXT_SIZE], ends[DATE_TEXT_SIZE], days[DAYS_SIZE];
	const struct chapter *chapter = question->chapter;
	struct date on = chapter_completed(chapter), last = chapter_ends(chapter);
	if (!day_before(on, last) || document_is_draft(chapter_document(chapter)))
		return;
	struct doubt *doubt = doubt_raise(
		question, completed_value(chapter)->place,
		"completed on %s, %s before the period ended on %s, so that it cannot know how it "
		"ended",
		date_words(on, completed), days_words(date_days(last) - date_days(on), days),
		date_words(last, ends));
	doubt_point(question, doubt, chapter, period_value(chapter)->place, "the period ends on %s",
	            ends);
}

/* True where the committee of the meeting decides. */
static bool decides(const struct plan *plan, const struct meeting *meeting)
{
	const struct committee *rows = LIST_OF(struct committee, plan->committees);
	if (meeting->committee.text == NULL)
		return false;
	for (size_t i = 0; i < plan->committees.count && i < MOST_COMMITTEES; i++)
		if (rows[i].id.text != NULL && rows[i].type.valid &&
		    strcmp(rows[i].type.text, "decide") == 0 &&
		    strcmp(rows[i].id.text, meeting->committee.text) == 0)
			return true;
	return false;
}

/* The first meeting after the day at which something can be decided; or NULL. */
static const struct meeting *first_meeting(const struct plan *plan, struct date after)
{
	const struct meeting *rows = LIST_OF(struct meeting, plan->meetings), *first = NULL;
	for (size_t i = 0; i < plan->meetings.count; i++) {
		struct date on = day_of(&rows[i].date);
		if (day_before(after, on) &&
		    (first == NULL || day_before(on, first->date.as.date)) &&
		    decides(plan, &rows[i]))
			first = &rows[i];
	}
	return first;
}

/* The day by which the report of the next period should be there, which a later meeting uses. */
static int next_report_day(const struct plan *plan, const struct chapter *chapter)
{
	int months = chapter->period.last - chapter->period.first + 1;
	int behind_next = chapter->period.last + months + 1; /* the month behind that period */
	int delay = plan->due_day.valid ? plan->due_day.as.number : USUAL_DELAY;
	struct date behind = {behind_next / 12, behind_next % 12 + 1, 1};
	return date_days(behind) - 1 + (delay < 0 || delay > MOST_DELAY ? MOST_DELAY : delay);
}

void ask_signed_long_before(const struct question *question)
{
	char completed[DATE_TEXT_SIZE], met[DATE_TEXT_SIZE], days[DAYS_SIZE];
	const struct chapter *chapter = question->chapter;
	const struct plan *plan = question->story->plan;
	struct date on = chapter_completed(chapter);
	const struct meeting *meeting = first_meeting(plan, chapter_ends(chapter));
	if (on.year == 0 || meeting == NULL || document_is_draft(chapter_document(chapter)))
		return;
	int day = date_days(meeting->date.as.date), between = day - date_days(on);
	if (between <= LONG_BEFORE || day > next_report_day(plan, chapter))
		return;
	struct doubt *doubt =
		doubt_raise(question, completed_value(chapter)->place,
	                    "completed on %s, %s before the meeting that decides on it (%s)",
	                    date_words(on, completed), days_words(between, days),
	                    date_words(meeting->date.as.date, met));
	doubt_point(question, doubt, NULL, meeting->date.place, "%s meets on %s",
	            meeting->committee.text, met);
}
