/*
 * Events: what a chapter says that a committee did, or will do, on a day.
 *
 *   event     = committee near day | near day committee | day "by" committee
 *             | committee verb ... on day
 *   on day    = "on" day | "(" day ")" | "meeting of" day | "its" day "meeting"
 *   near day  = few words, none of which begins another thought, and the day
 *   verb      = "agreed", "approved", "met" and their like, before or behind both
 *
 * A committee is one that the plan lists, under any of its names; a name that two of them
 * have is none. A day that is tied to none, in a sentence with one committee and one day, is
 * loosely its (event_loose.h). What is said of its chair, of some of its members or of an informal
 * meeting is not said of the committee, and what "may" or "would" be is no event.
 */
#ifndef CANDOUR_EVENT_H
#define CANDOUR_EVENT_H

#include "candour/register.h"
#include "candour/spoken.h"

struct event {
	const struct chapter *chapter;
	struct spoken spoken;
	size_t committee; /* its number in the plan */
	size_t name;      /* the word at which it is named, or the day where that comes first */
	size_t from, to;  /* the words of its name */
	struct date day;
	size_t verb; /* the word; the sentence's count where there is none */
	bool loose;  /* the day can be no other's, but is not tied to the committee */
	bool past;   /* it is told as done, on a day that had come */
};

struct events {
	struct event *items;
	size_t count, room;
};

/* A document that dates more than this is read no further. */
enum { EVENTS_MOST = 500 };

/* Adds what the chapter says, as it stands in body and fields. */
void events_read(const struct name_register *names, const struct chapter *chapter,
                 struct arena *arena, struct events *events);

#endif
