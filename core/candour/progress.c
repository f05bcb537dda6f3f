#include "candour/progress.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "candour/finished.h"

enum { LONGEST_NAME = 70 };

bool day_before(struct date a, struct date b)
{
	return a.year != 0 && b.year != 0 && date_days(a) < date_days(b);
}

char *days_words(int days, char text[DAYS_SIZE])
{
	snprintf(text, DAYS_SIZE, "%d day%s", days, days == 1 ? "" : "s");
	return text;
}

struct date progress_seen(const struct chapter *chapter)
{
	struct date ends = chapter_ends(chapter), completed = chapter_completed(chapter);
	return day_before(completed, ends) ? completed : ends;
}

/* --- milestones --- */

static bool has_status(const struct milestone *milestone, enum milestone_status status)
{
	return milestone->status.valid && milestone->status.as.word == (size_t)status;
}

bool milestone_is_open(const struct milestone *milestone)
{
	return has_status(milestone, MILESTONE_IN_PROGRESS) ||
	       has_status(milestone, MILESTONE_CARRIED) ||
	       has_status(milestone, MILESTONE_NOT_STARTED);
}

bool milestone_is_late(const struct milestone *milestone, struct date seen)
{
	return has_status(milestone, MILESTONE_MISSED) ||
	       has_status(milestone, MILESTONE_DROPPED) ||
	       (milestone_is_open(milestone) && day_before(day_of(&milestone->due), seen));
}

const char *milestone_name(const struct value *title, const struct value *id, struct arena *arena)
{
	const char *text = title->text != NULL ? title->text : id->text;
	if (text == NULL)
		return "a milestone without a title";
	size_t length = strlen(text), at = 0, shown = 0;
	unsigned rune;
	for (; at < length && shown < LONGEST_NAME; shown++) {
		size_t step = text_rune(text + at, length - at, &rune);
		at += step == 0 ? 1 : step;
	}
	char *name = arena_printf(arena, "\"%.*s%s\"", (int)at, text, at < length ? "…" : "");
	for (char *byte = name; *byte != '\0'; byte++)
		if (*byte == '\n')
			*byte = ' ';
	return name;
}

const char *milestone_late_words(const struct milestone *milestone, struct arena *arena)
{
	char due[DATE_TEXT_SIZE];
	const char *name = milestone_name(&milestone->title, &milestone->id, arena);
	if (has_status(milestone, MILESTONE_MISSED))
		return arena_printf(arena, "%s was missed", name);
	if (has_status(milestone, MILESTONE_DROPPED))
		return arena_printf(arena, "%s was dropped%s", name,
		                    milestone->reason.text == NULL ? " without a reason" : "");
	date_words(milestone->due.as.date, due);
	return arena_printf(arena, "%s was due on %s and is %s", name, due,
	                    has_status(milestone, MILESTONE_CARRIED)       ? "carried forward"
	                    : has_status(milestone, MILESTONE_NOT_STARTED) ? "not started"
	                                                                   : "in progress");
}

/* --- the end of the work --- */

/* True where every milestone is closed, and none is planned. */
static bool all_is_closed(const struct update *update)
{
	const struct milestone *rows = LIST_OF(struct milestone, update->milestones);
	for (size_t i = 0; i < update->milestones.count; i++)
		if (!rows[i].status.valid || milestone_is_open(&rows[i]) ||
		    has_status(&rows[i], MILESTONE_MISSED))
			return false;
	return update->milestones.count != 0 && update->next_milestones.count == 0;
}

/* True where something is still to be done by the lists of the update. */
static bool lists_more(const struct update *update)
{
	const struct milestone *rows = LIST_OF(struct milestone, update->milestones);
	for (size_t i = 0; i < update->milestones.count; i++)
		if (milestone_is_open(&rows[i]))
			return true;
	return update->next_milestones.count != 0;
}

bool progress_finished(const struct chapter *chapter)
{
	const struct update *update = chapter_update(chapter);
	if (update != NULL && all_is_closed(update))
		return true;
	enum finished least = update != NULL && lists_more(update) ? FINISHED_WHOLE : FINISHED_WORK;
	const struct sentences *sentences = chapter_sentences(chapter);
	for (size_t i = 0; i < sentences->count; i++)
		if (!sentences->items[i].passage->quoted &&
		    sentence_finished(&sentences->items[i]) >= least)
			return true;
	return false;
}
