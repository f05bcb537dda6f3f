/* What will or should be early, late or as agreed: declared in candour/lexicon_bits.h. */
#include "candour/lexicon_bits.h"

/* "two weeks": behind it, or AT. */
size_t bits_length(const struct bits *bits, size_t at)
{
	static const char *const some[] = {"a",      "some", "few",   "several",
	                                   "couple", "of",   "about", NULL};
	static const char *const lengths[] = {"day",    "days",      "week", "weeks", "month",
	                                      "months", "fortnight", "way",  NULL};
	size_t next = bits_skip_any(bits, at, some);
	next += bits_at(bits, next)->number > 0 ? 1 : 0;
	bool many = bits_say(bits, at, "days") || bits_say(bits, at, "weeks") ||
	            bits_say(bits, at, "months");
	return (next != at || many) && bits_are_any(bits, next, lengths) ? next + 1 : at;
}

/* True where a date or a timetable is named before AT. */
static bool names_date(const struct bits *bits, size_t at)
{
	static const char *const dates[] = {"date",     "dates",    "timetable",
	                                    "deadline", "schedule", NULL};
	for (size_t i = 1; i <= LONGEST_SPAN && i <= at; i++)
		if (bits_are_any(bits, at - i, dates))
			return true;
	return false;
}

/* "will finish late", "will not be done on time": nobody promises that; behind it, or AT. */
static size_t read_late(const struct bits *bits, size_t at, int *pace)
{
	static const char *const light[] = {"now",  "therefore", "certainly", "probably",
	                                    "take", "us",        "it",        NULL};
	static const char *const verbs[] = {"finish",    "complete",  "completed", "finished",
	                                    "conclude",  "close",     "deliver",   "delivered",
	                                    "end",       "be",        "come",      "fall",
	                                    "concluded", "delivered", "arrive",    "meet",
	                                    "hit",       "run",       "done",      NULL};
	static const char *const miss[] = {"miss", "overrun", "overshoot", NULL};
	size_t next = bits_skip_any(bits, at + 1, light), end;
	static const char *const kept[] = {"met", "kept", "hit", "honoured", "achieved", NULL};
	bool denied = bits_say(bits, next, "not");
	next = bits_skip_any(bits, next + (bits_say(bits, next, "not") ? 1 : 0), light);
	bool lost = bits_say(bits, next, "be") && (denied ? bits_are_any(bits, next + 1, kept)
	                                                  : bits_say(bits, next + 1, "missed"));
	if (lost && names_date(bits, at)) {
		*pace = PACE_BEHIND; /* "the agreed date will not be met" */
		return next + 2;
	}
	if (bits_are_any(bits, next, miss)) {
		*pace = PACE_BEHIND;
		end = bits_timetable(bits, next + 1);
		if (end == next + 1 && bits_at(bits, end)->mark && !bits_say(bits, next, "miss"))
			return denied ? at : end; /* "will overrun" */
		return denied || end == next + 1 ? at : end;
	}
	size_t verb = bits_skip_any(bits, next, verbs);
	if (verb == next)
		return at;
	size_t length = bits_length(bits, verb);
	int said = PACE_NONE;
	end = bits_relation(bits, length, &said);
	if (end == length)
		end = bits_agreed(bits, length, &said);
	if (end == length)
		end = bits_alone(bits, length, &said);
	if (end == length && (bits_say(bits, length, "late") || bits_say(bits, length, "later"))) {
		said = PACE_BEHIND;
		end = length + 1;
	}
	if (end == length && denied && bits_say(bits, length, "by")) {
		end = bits_timetable(bits, length + 1);
		said = end != length + 1 ? PACE_ON_TRACK : PACE_NONE;
	}
	if (end == length && denied && bits_timetable(bits, verb) != verb) {
		end = bits_timetable(bits, verb); /* "will not meet the agreed date" */
		said = PACE_ON_TRACK;
		length = verb;
	}
	if (end == length && denied && bits_say(bits, length, "until") &&
	    bits_say(bits, length + 1, "after")) {
		end = bits_timetable(bits, length + 2);
		said = end != length + 2 ? PACE_ON_TRACK : PACE_NONE;
	}
	*pace = PACE_BEHIND;
	return end != length && said == (denied ? PACE_ON_TRACK : PACE_BEHIND) ? end : at;
}

/* "early", "sooner than agreed", "two weeks before the agreed date": behind it, or AT. */
static size_t read_early(const struct bits *bits, size_t at)
{
	static const char *const far[] = {"well", "comfortably", "some", "way", NULL};
	size_t next = bits_length(bits, bits_skip_any(bits, at, far));
	int said = PACE_NONE;
	if (bits_say(bits, next, "early") &&
	    (bits_at(bits, next + 1)->mark || bits_at(bits, next + 1)->text[0] == '\0'))
		return next + 1;
	size_t end = bits_relation(bits, next, &said);
	end = end == next ? bits_agreed(bits, next, &said) : end;
	return end != next && said == PACE_AHEAD ? end : at;
}

/* "will finish by the agreed date", "the agreed date will be met": a promise, and as such a
   forecast that is not late; behind it, or AT. */
static size_t read_promise(const struct bits *bits, size_t at, int *pace)
{
	static const char *const light[] = {"still", "now", "all", "certainly", NULL};
	static const char *const verbs[] = {
		"finish",  "complete",  "completed", "finished", "conclude", "close", "concluded",
		"deliver", "delivered", "end",       "done",     "be",       NULL};
	static const char *const keeps[] = {"meet", "hit", "keep", "make", "to", "achieve", NULL};
	static const char *const kept[] = {"met", "kept", "hit", "honoured", "achieved", NULL};
	static const char *const wholes[] = {"the", "this", "our", "all", "of", NULL};
	static const char *const works[] = {"work", "workstream", "project", NULL};
	static const char *const leads[] = {"by", "on", "within", "to", "in", "at", NULL};
	size_t next = bits_skip_any(bits, at + 1, light), end = at;
	*pace = PACE_ON_TRACK;
	if (bits_say(bits, next, "be") && bits_are_any(bits, next + 1, kept))
		return names_date(bits, at) ? next + 2 : at;
	size_t verb = bits_skip_any(bits, next, keeps);
	if (verb != next && !bits_say(bits, next, "to")) {
		end = bits_timetable(bits, verb);
		return end != verb ? end : at;
	}
	verb = bits_skip_any(bits, next, verbs);
	if (verb == next)
		return at;
	size_t early = read_early(bits, verb);
	if (early != verb) {
		*pace = PACE_AHEAD;
		return early;
	}
	if (verb == next + 1 && bits_say(bits, next, "be"))
		return at;
	int said = PACE_NONE;
	size_t all = bits_skip_any(bits, verb, wholes);
	verb = bits_are_any(bits, all, works) ? all + 1 : verb;
	end = bits_relation(bits, verb, &said);
	if (end != verb && said == PACE_ON_TRACK)
		return end;
	if (!bits_are_any(bits, verb, leads))
		return at;
	end = bits_timetable(bits, verb + 1);
	return end != verb + 1 ? end : at;
}

/* "should be finished before the agreed date": nobody has to be early; behind it, or AT. */
static size_t read_should(const struct bits *bits, size_t at, int *pace)
{
	static const char *const light[] = {"now", "therefore", "be", "have", "been", NULL};
	static const char *const verbs[] = {"finish",   "finished", "complete", "completed",
	                                    "conclude", "done",     NULL};
	size_t verb = bits_skip_any(bits, at + 1, light);
	if (!bits_are_any(bits, verb, verbs))
		return at;
	static const char *const far[] = {"well", "comfortably", "some", "way", NULL};
	size_t length = bits_length(bits, bits_skip_any(bits, verb + 1, far));
	size_t end = bits_agreed(bits, length, pace);
	if (end == length)
		end = bits_relation(bits, length, pace);
	return end != length && *pace == PACE_AHEAD ? end : at;
}

size_t bits_promise(const struct bits *bits, size_t at, int *pace)
{
	if (bits_say(bits, at, "should"))
		return read_should(bits, at, pace);
	size_t end = read_late(bits, at, pace);
	return end != at ? end : read_promise(bits, at, pace);
}
