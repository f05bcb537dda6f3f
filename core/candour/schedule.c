/* The rating against the dates: declared in candour/ask.h. */
#include "candour/ask.h"

#include <string.h>

#include "candour/progress.h"

enum { MOST_SHOWN = 8, MOST_NEEDS = 100 };

/* True where the agreed day has passed and the work is not done. */
static bool is_past_due(const struct chapter *chapter)
{
	const struct value *agreed = &chapter_update(chapter)->agreed_completion;
	return day_before(day_of(agreed), progress_seen(chapter)) && !progress_finished(chapter);
}

void ask_green_past_agreed(const struct question *question)
{
	char agreed[DATE_TEXT_SIZE], forecast[DATE_TEXT_SIZE], days[DAYS_SIZE];
	const struct chapter *chapter = question->chapter;
	const struct update *update = chapter_update(chapter);
	const struct value *by = &update->agreed_completion, *now = &update->forecast_completion;
	if (!chapter_is_well(chapter) || !day_before(day_of(by), day_of(now)) ||
	    is_past_due(chapter))
		return;
	struct doubt *doubt =
		doubt_raise(question, update->rag.place,
	                    "rated %s, though completion is forecast for %s, %s later than agreed",
	                    chapter_rating(chapter), date_words(now->as.date, forecast),
	                    days_words(date_days(now->as.date) - date_days(by->as.date), days));
	doubt_point(question, doubt, chapter, now->place, "forecast completion %s", forecast);
	doubt_point(question, doubt, chapter, by->place, "agreed completion %s",
	            date_words(by->as.date, agreed));
}

void ask_green_past_due(const struct question *question)
{
	char agreed[DATE_TEXT_SIZE], forecast[DATE_TEXT_SIZE], seen[DATE_TEXT_SIZE],
		days[DAYS_SIZE];
	const struct chapter *chapter = question->chapter;
	const struct update *update = chapter_update(chapter);
	const struct value *by = &update->agreed_completion, *now = &update->forecast_completion;
	if (!chapter_is_well(chapter) || !is_past_due(chapter))
		return;
	struct date today = progress_seen(chapter);
	struct doubt *doubt = doubt_raise(
		question, update->rag.place,
		"rated %s, though completion was agreed for %s, %s before %s, and nothing says "
		"that the work is finished",
		chapter_rating(chapter), date_words(by->as.date, agreed),
		days_words(date_days(today) - date_days(by->as.date), days),
		date_words(today, seen));
	doubt_point(question, doubt, chapter, by->place, "agreed completion %s", agreed);
	if (now->valid)
		doubt_point(question, doubt, chapter, now->place, "forecast completion %s",
		            date_words(now->as.date, forecast));
}

/* " (and 2 more)", or nothing. */
static const char *more_words(size_t count, struct arena *arena)
{
	return count < 2 ? "" : arena_printf(arena, " (and %zu more)", count - 1);
}

/* Put off, and neither why nor until when: nothing says that it is not late. */
static bool is_put_off(const struct milestone *milestone)
{
	return milestone->status.valid && milestone->status.as.word == MILESTONE_CARRIED &&
	       milestone->due.text == NULL && milestone->reason.text == NULL &&
	       milestone->needs.count == 0;
}

static const char *late_words(const struct milestone *milestone, struct arena *arena)
{
	if (!is_put_off(milestone))
		return milestone_late_words(milestone, arena);
	return arena_printf(arena, "%s was put off without a reason or a new day",
	                    milestone_name(&milestone->title, &milestone->id, arena));
}

void ask_green_milestone_late(const struct question *question)
{
	const struct chapter *chapter = question->chapter;
	const struct update *update = chapter_update(chapter);
	const struct milestone *rows = LIST_OF(struct milestone, update->milestones);
	const struct milestone *late[MOST_SHOWN];
	struct arena *arena = &question->doubts->arena;
	bool finished = question->landing || !document_is_draft(chapter_document(chapter));
	size_t count = 0;
	if (!chapter_is_well(chapter))
		return;
	for (size_t i = 0; i < update->milestones.count; i++) {
		bool dropped = rows[i].status.valid && rows[i].status.as.word == MILESTONE_DROPPED;
		bool behind = milestone_is_late(&rows[i], progress_seen(chapter)) ||
		              (finished && is_put_off(&rows[i]));
		if (!behind || (dropped && rows[i].reason.text != NULL))
			continue;
		if (count < MOST_SHOWN)
			late[count] = &rows[i];
		count++;
	}
	if (count == 0)
		return;
	struct doubt *doubt = doubt_raise(question, update->rag.place, "rated %s, though %s%s",
	                                  chapter_rating(chapter), late_words(late[0], arena),
	                                  more_words(count, arena));
	for (size_t i = 0; i < count && i < MOST_SHOWN; i++)
		doubt_point(question, doubt, chapter, late[i]->place, "%s",
		            late_words(late[i], arena));
}

/*
 * The row until whose day the plan's money lasts; NULL: there is none, or no end of it. A row
 * that is only a note ("a bid was sent") is no money.
 */
static const struct funding *last_money(const struct plan *plan)
{
	const struct funding *rows = LIST_OF(struct funding, plan->funding), *last = NULL;
	for (size_t i = 0; i < plan->funding.count; i++) {
		if (rows[i].until.text == NULL && rows[i].amount.text == NULL)
			continue;
		if (!rows[i].until.valid)
			return NULL;
		if (last == NULL || day_before(last->until.as.date, rows[i].until.as.date))
			last = &rows[i];
	}
	return last;
}

void ask_green_funding_ends(const struct question *question)
{
	char until[DATE_TEXT_SIZE], forecast[DATE_TEXT_SIZE], days[DAYS_SIZE];
	const struct chapter *chapter = question->chapter;
	const struct update *update = chapter_update(chapter);
	const struct value *now = &update->forecast_completion;
	const struct funding *money = last_money(question->story->plan);
	if (money == NULL || !chapter_is_well(chapter) ||
	    !day_before(money->until.as.date, day_of(now)) || progress_finished(chapter))
		return;
	struct doubt *doubt = doubt_raise(
		question, update->rag.place,
		"rated %s, though the plan's money ends on %s, %s before completion is forecast (%s)",
		chapter_rating(chapter), date_words(money->until.as.date, until),
		days_words(date_days(now->as.date) - date_days(money->until.as.date), days),
		date_words(now->as.date, forecast));
	doubt_point(question, doubt, NULL, money->until.place, "funding until %s", until);
	doubt_point(question, doubt, chapter, now->place, "forecast completion %s", forecast);
}

/* --- what others are waited for --- */

/* A milestone that is needed, where it stands in the story. */
struct needed {
	const struct chapter *chapter;
	const struct milestone *milestone;
};

static const struct milestone *milestone_named(const struct chapter *chapter, const char *id)
{
	const struct update *update = chapter_update(chapter);
	const struct milestone *rows = LIST_OF(struct milestone, update->milestones);
	for (size_t i = 0; i < update->milestones.count; i++)
		if (rows[i].id.text != NULL && strcmp(rows[i].id.text, id) == 0)
			return &rows[i];
	return NULL;
}

/* The milestone that NEED (`workstream#milestone`) names, as it last stood by this period. */
static struct needed find_needed(const struct question *question, const char *need)
{
	const struct chapter *chapter = question->chapter;
	const char *hash = need != NULL ? strchr(need, '#') : NULL;
	struct needed found = {NULL, NULL};
	if (hash == NULL || hash == need)
		return found;
	const char *id = arena_text(&question->doubts->arena, need, (size_t)(hash - need));
	const struct strand *strand = story_strand(question->story, id);
	for (size_t i = strand != NULL ? strand->count : 0; i-- > 0 && found.chapter == NULL;)
		if (strand->chapters[i].period.last <= chapter->period.last)
			found.chapter = &strand->chapters[i];
	if (found.chapter != NULL)
		found.milestone = milestone_named(found.chapter, hash + 1);
	return found;
}

/* Collects what the milestone needs and is late; returns how many there are now. */
static size_t collect_needs(const struct question *question, const struct milestone *milestone,
                            struct needed *late, size_t count)
{
	const struct value *needs = LIST_OF(struct value, milestone->needs);
	for (size_t i = 0; i < milestone->needs.count && i < MOST_NEEDS; i++) {
		struct needed needed = find_needed(question, needs[i].text);
		if (needed.milestone != NULL && count < MOST_SHOWN &&
		    milestone_is_late(needed.milestone, progress_seen(needed.chapter)))
			late[count++] = needed;
	}
	return count;
}

void ask_green_needs_late(const struct question *question)
{
	const struct chapter *chapter = question->chapter;
	const struct update *update = chapter_update(chapter);
	const struct milestone *rows = LIST_OF(struct milestone, update->milestones);
	const struct milestone *waiting = NULL;
	struct needed late[MOST_SHOWN];
	struct arena *arena = &question->doubts->arena;
	size_t count = 0, asked = 0;
	if (!chapter_is_well(chapter))
		return;
	for (size_t i = 0; i < update->milestones.count && asked < MOST_NEEDS; i++) {
		asked += rows[i].needs.count != 0 ? 1 : 0;
		if (!milestone_is_open(&rows[i]))
			continue;
		count = collect_needs(question, &rows[i], late, count);
		if (waiting == NULL && count != 0)
			waiting = &rows[i];
	}
	if (count == 0)
		return;
	struct doubt *doubt = doubt_raise(
		question, update->rag.place, "rated %s, though %s waits for %s, where %s%s",
		chapter_rating(chapter), milestone_name(&waiting->title, &waiting->id, arena),
		late[0].chapter->strand->title, milestone_late_words(late[0].milestone, arena),
		more_words(count, arena));
	for (size_t i = 0; i < count; i++)
		doubt_point(question, doubt, late[i].chapter, late[i].milestone->place, "%s",
		            milestone_late_words(late[i].milestone, arena));
	doubt_point(question, doubt, chapter, waiting->needs.place, "%s needs it",
	            milestone_name(&waiting->title, &waiting->id, arena));
}
