/* What many words say in many ways: declared in candour/lexicon_bits.h. */
#include "candour/lexicon_bits.h"

enum { LONGEST_STREAK = 60, MOST_STREAK_WORDS = 4 };

/* --- streaks --- */

static const char *const units[] = {"month",     "months",  "period",    "periods", "report",
                                    "reports",   "quarter", "quarters",  "update",  "time",
                                    "times",     "updates", "reporting", "cycle",   "cycles",
                                    "highlight", "round",   "rounds",    NULL};

/* "running", "in a row": how many bits, or 0. */
static size_t read_row(const struct bits *bits, size_t at)
{
	if (bits_say(bits, at, "running"))
		return 1;
	if (bits_say(bits, at, "on"))
		return bits_say(bits, at + 1, "end")                                     ? 2
		       : bits_say(bits, at + 1, "the") && bits_say(bits, at + 2, "trot") ? 3
		                                                                         : 0;
	if (!bits_say(bits, at, "in"))
		return 0;
	if (bits_say(bits, at + 1, "succession") || bits_say(bits, at + 1, "turn") ||
	    bits_say(bits, at + 1, "sequence"))
		return 2;
	return bits_say(bits, at + 1, "a") && bits_say(bits, at + 2, "row") ? 3 : 0;
}

/* "in both of the last two reports", "throughout the past two months". */
static size_t read_each(const struct bits *bits, size_t at, int *reports)
{
	static const char *const openers[] = {"in",   "for", "at",  "each", "both", "all", "across",
	                                      "over", "of",  "the", "our",  "its",  NULL};
	static const char *const past[] = {"last", "past", "previous", "latest", NULL};
	size_t next = at + (bits_say(bits, at, "throughout") ? 1 : 0);
	bool whole = next != at;
	for (int i = 0; i < LONGEST_SPAN && bits_are_any(bits, next, openers); i++, next++)
		whole = whole || bits_say(bits, next, "each") || bits_say(bits, next, "both") ||
		        bits_say(bits, next, "all");
	if (!whole || !bits_are_any(bits, next, past) || bits_at(bits, next + 1)->number < 2 ||
	    !bits_are_any(bits, next + 2, units))
		return 0;
	*reports = bits_at(bits, next + 1)->number;
	return bits_skip_any(bits, next + 2, units) - at;
}

/* "twice running". */
static size_t read_twice(const struct bits *bits, size_t at, int *reports)
{
	size_t row = bits_say(bits, at, "twice") ? read_row(bits, at + 1) : 0;
	*reports = 2;
	return row == 0 ? 0 : 1 + row;
}

/* "for back-to-back months", "a run of three reports". */
static size_t read_run(const struct bits *bits, size_t at, int *reports)
{
	static const char *const nouns[] = {"run", "string", "sequence", "series", NULL};
	size_t next = at + (bits_say(bits, at, "for") || bits_say(bits, at, "in") ? 1 : 0);
	if (bits_say(bits, next, "back") && bits_say(bits, next + 1, "to") &&
	    bits_say(bits, next + 2, "back")) {
		*reports = 2;
		return bits_skip_any(bits, next + 3, units) - at;
	}
	next += bits_say(bits, next, "a") ? 1 : 0;
	if (!bits_are_any(bits, next, nouns) || !bits_say(bits, next + 1, "of"))
		return 0;
	next += bits_say(bits, next + 2, "the") ? 3 : 2;
	*reports = bits_at(bits, next)->number;
	size_t end = bits_skip_any(bits, next + 1, units);
	return *reports >= 2 && end > next + 1 ? end - at : 0;
}

size_t bits_streak(const struct bits *bits, size_t from, int *reports)
{
	static const char *const openers[] = {"a",   "the",  "its",  "their",
	                                      "our", "past", "last", NULL};
	static const char *const owners[] = {"its", "their", "our", "'s", NULL};
	static const char *const rows[] = {"consecutive", "successive", "straight", NULL};
	size_t at = from, taken = read_each(bits, at, reports);
	taken = taken != 0 ? taken : read_twice(bits, at, reports);
	taken = taken != 0 ? taken : read_run(bits, at, reports);
	if (taken != 0)
		return taken;
	bool opened = bits_say(bits, at, "for"), row = false, unit = false, time = false;
	at += opened ? 1 : 0;
	for (int i = 0; i < MOST_STREAK_WORDS && bits_are_any(bits, at, openers); i++)
		at++;
	bool owned = at > 0 && bits_are_any(bits, at - 1, owners);
	const struct bit *number = bits_at(bits, at);
	bool another = bit_says(number, "another") || bit_says(number, "further");
	*reports = another ? 2 : number->number;
	bool ordinal = another || bit_is_ordinal(number);
	at += *reports >= 0 ? 1 : 0;
	for (int i = 0; i < MOST_STREAK_WORDS && !bits_at(bits, at)->mark; i++, at++) {
		if (bits_are_any(bits, at, rows))
			row = true;
		else if (bits_are_any(bits, at, units))
			unit = true;
		else
			break;
		time = time || bits_say(bits, at, "time");
	}
	size_t tail = unit || (ordinal && !row) ? read_row(bits, at) : 0;
	row = row || tail != 0;
	if (*reports < 0 && row)
		*reports = 2;
	static const char *const places[] = {"at", "with", NULL};
	bool own = (owned || another) && ordinal && unit &&
	           bits_are_any(bits, at, places); /* "our second month at" */
	bool told = row || own || (opened && !time && (ordinal || *reports >= 2));
	bool counted = told && (unit || (row && *reports >= 2));
	return counted && *reports >= 2 && *reports <= LONGEST_STREAK ? at + tail - from : 0;
}

/* --- trends --- */

size_t bits_trend(const struct bits *bits, size_t at, int *directions)
{
	static const char *const up[] = {"positive", "upward",     "upwards", "improving",
	                                 "rising",   "favourable", NULL};
	static const char *const down[] = {"negative",  "downward", "downwards",     "declining",
	                                   "worsening", "falling",  "deteriorating", NULL};
	static const char *const same[] = {"steady", "stable", "flat", "level", NULL};
	static const char *const nouns[] = {"trend",     "trends",   "trajectory",
	                                    "path",      "movement", "movements",
	                                    "direction", "course",   NULL};
	size_t next = at + (bits_say(bits, at, "a") || bits_say(bits, at, "an") ? 1 : 0);
	*directions = bits_are_any(bits, next, up)     ? MOVEMENT_IMPROVED
	              : bits_are_any(bits, next, down) ? MOVEMENT_DECLINED
	              : bits_are_any(bits, next, same) ? MOVEMENT_STEADY
	                                               : 0;
	if (*directions == 0 || !bits_are_any(bits, next + 1, nouns))
		return 0;
	bool travel = bits_say(bits, next + 1, "direction") && bits_say(bits, next + 2, "of") &&
	              bits_say(bits, next + 3, "travel");
	return next + (travel ? 4 : 2) - at;
}
