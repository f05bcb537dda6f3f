/* Dates from period to period, and on their side of it: declared in candour/ask.h. */
#include "candour/ask.h"

#include <stdio.h>
#include <string.h>

#include "candour/progress.h"

enum { LEAST_PERIODS = 3, LEAST_STRANDS = 2, MOST_EVIDENCE = 12 };

/* --- dates that move --- */

/* Which of an update's two dates is asked about. */
typedef const struct value *date_of(const struct update *update);

static const struct value *agreed_of(const struct update *update)
{
	return &update->agreed_completion;
}

static const struct value *forecast_of(const struct update *update)
{
	return &update->forecast_completion;
}

/* The last chapter before it that gives the date, not too far back; or NULL. */
static const struct chapter *dated_before(const struct chapter *chapter, date_of *which)
{
	const struct chapter *at = chapter->before;
	for (int looked = 0; at != NULL && looked < STORY_LOOKBACK; looked++) {
		if (which(chapter_update(at))->valid)
			return at;
		at = at->before;
	}
	return NULL;
}

static bool names_decision(const struct update *update)
{
	return update->agreed_change.by.text != NULL && update->agreed_change.on.valid;
}

/* True where the decision is not the one that the update before has named already. */
static bool decision_is_new(const struct update *update, const struct update *before)
{
	return names_decision(update) &&
	       (!names_decision(before) ||
	        date_days(update->agreed_change.on.as.date) !=
	                date_days(before->agreed_change.on.as.date) ||
	        strcmp(update->agreed_change.by.text, before->agreed_change.by.text) != 0);
}

/* How a date has moved from chapter to chapter. */
struct movement {
	const struct chapter *before, *first; /* the last one that gave it, and the first known */
	int moves;                            /* later ones, or any, as it is asked */
	int days, total;                      /* since the last one, and since the first known */
};

/* False where there is nothing before. */
static bool read_movement(const struct chapter *chapter, date_of *which, bool later_alone,
                          struct movement *movement)
{
	struct date now = which(chapter_update(chapter))->as.date, to = now;
	*movement = (struct movement){.before = dated_before(chapter, which)};
	const struct chapter *at = movement->before;
	for (int looked = 0; at != NULL && looked < STORY_LOOKBACK; looked++) {
		int days = date_days(to) - date_days(which(chapter_update(at))->as.date);
		movement->moves += days > 0 || (days < 0 && !later_alone) ? 1 : 0;
		movement->first = at;
		to = which(chapter_update(at))->as.date;
		at = dated_before(at, which);
	}
	if (movement->before == NULL)
		return false;
	movement->days =
		date_days(now) - date_days(which(chapter_update(movement->before))->as.date);
	movement->total = date_days(now) - date_days(to);
	return true;
}

/* "; since May 2023 it has moved 3 times, by 92 days in all", or nothing. */
static const char *total_words(const struct question *question, const struct movement *movement,
                               const char *moved)
{
	char since[PERIOD_TEXT_SIZE], days[DAYS_SIZE];
	struct arena *arena = &question->doubts->arena;
	if (movement->moves < 2)
		return "";
	const char *total = movement->total <= 0 ? ""
	                                         : arena_printf(arena, ", by %s in all",
	                                                        days_words(movement->total, days));
	return arena_printf(arena, "; since %s it has moved %s%d times%s",
	                    period_words(movement->first->period, since), moved, movement->moves,
	                    total);
}

static void point_to_past(const struct question *question, struct doubt *doubt,
                          const struct movement *movement, date_of *which, const char *name)
{
	char day[DATE_TEXT_SIZE];
	const struct chapter *const chapters[] = {movement->before, movement->first};
	for (size_t i = 0; i < 2 && (i == 0 || chapters[1] != chapters[0]); i++) {
		const struct value *value = which(chapter_update(chapters[i]));
		doubt_point(question, doubt, chapters[i], value->place, "%s completion %s", name,
		            date_words(value->as.date, day));
	}
}

void ask_agreed_moved(const struct question *question)
{
	char now[DATE_TEXT_SIZE], then[DATE_TEXT_SIZE], period[PERIOD_TEXT_SIZE], days[DAYS_SIZE];
	const struct chapter *chapter = question->chapter;
	const struct update *update = chapter_update(chapter);
	const struct value *agreed = &update->agreed_completion;
	struct movement movement;
	if (!agreed->valid || !read_movement(chapter, agreed_of, false, &movement) ||
	    movement.days == 0 || decision_is_new(update, chapter_update(movement.before)))
		return;
	int moved = movement.days < 0 ? -movement.days : movement.days;
	struct doubt *doubt = doubt_raise(
		question, agreed->place,
		"the agreed completion is %s, %s %s than the one in %s (%s), and no new decision is "
		"named%s",
		date_words(agreed->as.date, now), days_words(moved, days),
		movement.days > 0 ? "later" : "earlier",
		period_words(movement.before->period, period),
		date_words(agreed_of(chapter_update(movement.before))->as.date, then),
		total_words(question, &movement, ""));
	point_to_past(question, doubt, &movement, agreed_of, "agreed");
}

void ask_forecast_moved(const struct question *question)
{
	char now[DATE_TEXT_SIZE], then[DATE_TEXT_SIZE], period[PERIOD_TEXT_SIZE], days[DAYS_SIZE];
	const struct chapter *chapter = question->chapter;
	const struct update *update = chapter_update(chapter);
	const struct value *forecast = &update->forecast_completion;
	const struct value *agreed = &update->agreed_completion;
	struct movement movement;
	if (!forecast->valid || !read_movement(chapter, forecast_of, true, &movement) ||
	    movement.days <= 0 || decision_is_new(update, chapter_update(movement.before)))
		return;
	/* It catches up with a date that was agreed before. */
	if (names_decision(update) && agreed->valid &&
	    !day_before(agreed->as.date, forecast->as.date))
		return;
	struct doubt *doubt = doubt_raise(
		question, forecast->place,
		"completion is forecast for %s, %s later than in %s (%s), and no new decision is "
		"named%s",
		date_words(forecast->as.date, now), days_words(movement.days, days),
		period_words(movement.before->period, period),
		date_words(forecast_of(chapter_update(movement.before))->as.date, then),
		total_words(question, &movement, "later "));
	point_to_past(question, doubt, &movement, forecast_of, "forecast");
}

void ask_forecast_past(const struct question *question)
{
	char forecast[DATE_TEXT_SIZE], seen[DATE_TEXT_SIZE], days[DAYS_SIZE];
	const struct chapter *chapter = question->chapter;
	const struct value *value = &chapter_update(chapter)->forecast_completion;
	struct date today = progress_seen(chapter);
	if (!day_before(day_of(value), today) || progress_finished(chapter))
		return;
	struct doubt *doubt = doubt_raise(
		question, value->place,
		"completion is forecast for %s, %s before %s, and nothing says that the work is "
		"finished",
		date_words(value->as.date, forecast),
		days_words(date_days(today) - date_days(value->as.date), days),
		date_words(today, seen));
	bool completed = date_days(today) != date_days(chapter_ends(chapter));
	const struct update *update = chapter_update(chapter);
	doubt_point(question, doubt, chapter,
	            completed ? update->completed_on.place : update->period.place,
	            completed ? "completed on %s" : "the period ends on %s", seen);
}

/* --- a forecast that never moves --- */

/* True where the chapter forecasts what was agreed; sets *DAY to it. */
static bool forecasts_agreed(const struct chapter *chapter, int *day)
{
	const struct update *update = chapter_update(chapter);
	if (!update->agreed_completion.valid || !update->forecast_completion.valid)
		return false;
	*day = date_days(update->forecast_completion.as.date);
	return date_days(update->agreed_completion.as.date) == *day;
}

static bool is_troubled(const struct chapter *chapter)
{
	const struct update *update = chapter_update(chapter);
	const struct milestone *rows = LIST_OF(struct milestone, update->milestones);
	if (chapter->level != SCALE_NONE && chapter->level > 0)
		return true;
	for (size_t i = 0; i < update->milestones.count; i++)
		if (milestone_is_late(&rows[i], progress_seen(chapter)) ||
		    (rows[i].status.valid && rows[i].status.as.word == MILESTONE_CARRIED))
			return true;
	return false;
}

/* What the last reports of all workstreams say. */
struct stillness {
	size_t strands; /* that report, and whose forecast is the agreed day all the time */
	size_t unmoved; /* of these: neither of the two days has moved */
	int periods;    /* for how many reports each of them did */
	int troubled;   /* reports of the unmoved that are late or not rated best */
	bool moves;     /* a workstream forecasts something else, or cannot be told */
	int latest;     /* the last month that is reported */
	const struct chapter *trouble;
};

/*
 * How many reports in a row, this the last, forecast the day that was agreed; UNMOVED: and
 * that the same in all of them.
 */
static int periods_still(const struct chapter *chapter, bool unmoved)
{
	int still = 0, day = 0, first = 0;
	for (const struct chapter *at = chapter; at != NULL && still <= STORY_LOOKBACK;
	     at = chapter_last(at)) {
		if (!forecasts_agreed(at, &day) || (unmoved && still > 0 && day != first))
			break;
		first = day;
		still++;
	}
	return still;
}

static const struct chapter *last_of(const struct strand *strand)
{
	return strand->count == 0 ? NULL : &strand->chapters[strand->count - 1];
}

/* True for a workstream that has nothing more to report. */
static bool is_over(const struct strand *strand, int latest)
{
	const struct chapter *last = last_of(strand);
	struct date ends =
		strand->declared != NULL ? day_of(&strand->declared->ends) : (struct date){0};
	bool ended = ends.year != 0 && ends.year * 12 + ends.month - 1 < latest;
	return ended || (last != NULL && progress_finished(last));
}

/* The last report, where the forecast has long been the agreed day; or NULL. */
static const struct chapter *still_report(const struct strand *strand, int latest)
{
	const struct chapter *last = last_of(strand);
	bool still = last != NULL && last->period.last == latest &&
	             periods_still(last, false) >= LEAST_PERIODS;
	return still ? last : NULL;
}

static void read_strand(const struct strand *strand, struct stillness *all)
{
	const struct chapter *last = still_report(strand, all->latest);
	if (last == NULL) {
		all->moves = !is_over(strand, all->latest);
		return;
	}
	int still = periods_still(last, false);
	all->periods = all->strands == 0 || still < all->periods ? still : all->periods;
	all->strands++;
}

/* Where the agreed day was moved, and the forecast with it, somebody has seen the trouble. */
static void count_trouble(const struct strand *strand, struct stillness *all)
{
	const struct chapter *at = still_report(strand, all->latest);
	int unmoved = at == NULL ? 0 : periods_still(at, true);
	if (unmoved < LEAST_PERIODS)
		return;
	all->unmoved++;
	for (int i = 0; i < all->periods && i < unmoved; i++, at = at->before) {
		if (!is_troubled(at))
			continue;
		all->troubled++;
		all->trouble = all->trouble == NULL ? at : all->trouble;
	}
}

void ask_forecast_never_moves(const struct question *question)
{
	const struct story *story = question->story;
	struct stillness all = {0};
	char day[DATE_TEXT_SIZE];
	for (size_t i = 0; i < story->count; i++) {
		const struct chapter *last = last_of(&story->strands[i]);
		if (last != NULL && last->period.last > all.latest)
			all.latest = last->period.last;
	}
	for (size_t i = 0; i < story->count && !all.moves; i++)
		read_strand(&story->strands[i], &all);
	if (all.moves || all.strands < LEAST_STRANDS)
		return;
	for (size_t i = 0; i < story->count; i++)
		count_trouble(&story->strands[i], &all);
	if (all.troubled == 0 || all.unmoved < LEAST_STRANDS)
		return;
	struct doubt *doubt = doubt_raise(
		question, (struct place){0},
		"in each of the last %d reports of all %zu workstreams the forecast is the day that "
		"was agreed, though %d of these reports %s rated below the best or %s a milestone "
		"that is late",
		all.periods, all.strands, all.troubled, all.troubled == 1 ? "is" : "are",
		all.troubled == 1 ? "has" : "have");
	for (size_t i = 0; i < story->count && doubt->count < MOST_EVIDENCE; i++) {
		const struct chapter *last = still_report(&story->strands[i], all.latest);
		if (last == NULL)
			continue;
		const struct value *value = &chapter_update(last)->forecast_completion;
		doubt_point(question, doubt, last, value->place,
		            "%s: forecast and agreed completion %s", last->strand->title,
		            date_words(value->as.date, day));
	}
	doubt_point(question, doubt, all.trouble, chapter_update(all.trouble)->rag.place,
	            "%s: rated %s", all.trouble->strand->title, chapter_rating(all.trouble));
}
