#include "candour/event.h"

#include <string.h>

#include "candour/decision.h"
#include "candour/event_day.h"
#include "candour/event_loose.h"
#include "candour/mention.h"

#include "base/text.h"

enum { FAR_WORDS = 30 };

/* The day by which the chapter was written: completed, or else the end of its period. */
static struct date event_horizon(const struct chapter *chapter)
{
	struct date completed = chapter_completed(chapter);
	return completed.year != 0 ? completed : chapter_ends(chapter);
}

/* --- one sentence --- */

struct event_reader {
	const struct name_register *names;
	const struct chapter *chapter;
	struct arena *arena;
	struct events *events;
	const struct spoken *spoken;
	const struct sentence *sentence;
	struct bodies bodies;
};

static const char *word_at(const struct event_reader *reader, size_t word)
{
	return word < reader->sentence->count ? reader->sentence->words[word].text : "";
}

/* What is told as only possible, or as moved from one day to another. */
static bool is_unsure(const struct sentence *sentence)
{
	static const char *const phrases[] = {
		"if",        "unless",      "may have",     "postponed",    "rescheduled",
		"cancelled", "moved from",  "moved to",     "originally",   "instead of",
		"adjourned", "rearranged",  "had been due", "was due",      "were due",
		"deferred",  "was to have", "were to have", "did not meet", NULL};
	return sentence_has(sentence, phrases);
}

/* "would have been approved on 26 July"; but "agreed on 26 July that we should". */
static bool is_only_possible(const struct event_reader *reader, size_t verb,
                             const struct mention *day)
{
	static const char *const modals[] = {"would", "could", "might", "should", NULL};
	size_t end = verb < reader->sentence->count && verb > day->word ? verb : day->word;
	for (size_t at = end > FAR_WORDS ? end - FAR_WORDS : 0; at < end; at++)
		if (text_is_one_of(word_at(reader, at), modals))
			return true;
	return false;
}

/* True where a word before the day, in the same thought, puts it into the future. */
static bool looks_ahead(const struct event_reader *reader, size_t verb, size_t to)
{
	if (verb < reader->sentence->count && decision_is_ahead(reader->sentence, verb))
		return true;
	static const char *const told[] = {"was", "were",  "has",  "have",      "had", "having",
	                                   "as",  "since", "once", "following", NULL};
	for (size_t at = to; at-- > 0 && to - at < FAR_WORDS;) {
		/* "We will put it in place, as the Board resolved", "..., approved by the Board" */
		bool aside = strcmp(word_at(reader, at), ",") == 0 &&
		             decision_is_decision(reader->sentence, at + 1);
		if (aside || decision_is_break(word_at(reader, at)) ||
		    text_is_one_of(word_at(reader, at), told))
			break;
		if (decision_future(reader->sentence, at) != 0)
			return true;
	}
	return false;
}

/* The committee that the day belongs to, or that it can only belong to (LOOSE); or NULL. */
static const struct body_named *body_of_day(const struct event_reader *reader,
                                            const struct mentions *days, const struct mention *day,
                                            size_t *verb, bool *loose)
{
	const struct body_named *named =
		day->day ? bodies_of_day(&reader->bodies, day, verb) : NULL;
	*loose = named == NULL || named->spoiled;
	if (!*loose)
		return named;
	*verb = reader->sentence->count;
	return loose_body_of_day(&reader->bodies, days, day);
}

static void read_sentence(struct event_reader *reader)
{
	struct mentions days;
	struct date horizon = event_horizon(reader->chapter);
	mentions_read(reader->sentence, horizon, reader->arena, &days);
	if (days.count == 0 || is_unsure(reader->sentence))
		return;
	bodies_read(reader->names, reader->sentence, reader->arena, &reader->bodies);
	for (size_t i = 0; i < days.count && reader->bodies.count != 0; i++) {
		const struct mention *day = &days.items[i];
		size_t verb;
		bool loose;
		const struct body_named *named = body_of_day(reader, &days, day, &verb, &loose);
		if (named == NULL || reader->events->count == EVENTS_MOST ||
		    is_only_possible(reader, verb, day))
			continue;
		struct events *events = reader->events;
		events->items = arena_grow(reader->arena, events->items, events->count,
		                           &events->room, sizeof(*events->items));
		events->items[events->count++] = (struct event){
			.chapter = reader->chapter,
			.spoken = *reader->spoken,
			.committee = named->committee,
			.name = named->first < day->word ? named->first : day->word,
			.from = named->first,
			.to = named->end,
			.day = day->first,
			.verb = verb,
			.loose = loose,
			.past = date_days(day->first) <= date_days(horizon) &&
		                !looks_ahead(reader, verb, day->word),
		};
	}
}

/* `agreed_change: {by, on}` says that somebody agreed on a day. */
static void read_agreed(struct event_reader *reader, const struct spoken_list *list)
{
	const struct update *update = chapter_update(reader->chapter);
	if (update == NULL || !update->agreed_change.on.valid)
		return;
	for (size_t i = 0; i < list->count; i++) {
		const struct spoken *spoken = &list->items[i];
		if (spoken->type != SPOKEN_POST || strcmp(spoken->field, "agreed_change") != 0 ||
		    reader->events->count == EVENTS_MOST)
			continue;
		reader->sentence = spoken->sentence;
		bodies_read(reader->names, reader->sentence, reader->arena, &reader->bodies);
		if (reader->bodies.count != 1 || reader->bodies.items[0].spoiled)
			continue;
		struct events *events = reader->events;
		events->items = arena_grow(reader->arena, events->items, events->count,
		                           &events->room, sizeof(*events->items));
		events->items[events->count++] = (struct event){
			.chapter = reader->chapter,
			.spoken = *spoken,
			.committee = reader->bodies.items[0].committee,
			.day = update->agreed_change.on.as.date,
			.past = true,
		};
	}
}

void events_read(const struct name_register *names, const struct chapter *chapter,
                 struct arena *arena, struct events *events)
{
	const struct spoken_list *list = chapter_spoken(chapter);
	struct event_reader reader = {
		.names = names, .chapter = chapter, .arena = arena, .events = events};
	for (size_t i = 0; i < list->count; i++) {
		/* A milestone's title says what will have been done, not when. */
		if ((list->items[i].type != SPOKEN_BODY && list->items[i].type != SPOKEN_TEXT) ||
		    (list->items[i].field != NULL && strcmp(list->items[i].field, "title") == 0))
			continue;
		reader.spoken = &list->items[i];
		reader.sentence = list->items[i].sentence;
		read_sentence(&reader);
	}
	read_agreed(&reader, list);
}
