/* What many words say in many ways: declared in candour/lexicon_bits.h. */
#include "candour/lexicon_bits.h"

enum { LONGEST_STREAK = 60, MOST_STREAK_WORDS = 4, LONGEST_SPAN = 12 };

static inline bool says(const struct bits *bits, size_t at, const char *text)
{
	return bit_says(bits_at(bits, at), text);
}

static inline bool is_any(const struct bits *bits, size_t at, const char *const *words)
{
	return bit_is_any(bits_at(bits, at), words);
}

/* Behind the words of the list from AT on. */
static inline size_t skip_any(const struct bits *bits, size_t at, const char *const *words)
{
	for (int i = 0; i < LONGEST_SPAN && is_any(bits, at, words); i++)
		at++;
	return at;
}

/* --- streaks --- */

static const char *const units[] = {"month",     "months",  "period",    "periods", "report",
                                    "reports",   "quarter", "quarters",  "update",  "time",
                                    "times",     "updates", "reporting", "cycle",   "cycles",
                                    "highlight", "round",   "rounds",    NULL};

/* "running", "in a row": how many bits, or 0. */
static size_t read_row(const struct bits *bits, size_t at)
{
	if (says(bits, at, "running"))
		return 1;
	if (says(bits, at, "on"))
		return says(bits, at + 1, "end")                                 ? 2
		       : says(bits, at + 1, "the") && says(bits, at + 2, "trot") ? 3
		                                                                 : 0;
	if (!says(bits, at, "in"))
		return 0;
	if (says(bits, at + 1, "succession") || says(bits, at + 1, "turn") ||
	    says(bits, at + 1, "sequence"))
		return 2;
	return says(bits, at + 1, "a") && says(bits, at + 2, "row") ? 3 : 0;
}

/* "in both of the last two reports", "throughout the past two months". */
static size_t read_each(const struct bits *bits, size_t at, int *reports)
{
	static const char *const openers[] = {"in",   "for", "at",  "each", "both", "all", "across",
	                                      "over", "of",  "the", "our",  "its",  NULL};
	static const char *const past[] = {"last", "past", "previous", "latest", NULL};
	size_t next = at + (says(bits, at, "throughout") ? 1 : 0);
	bool whole = next != at;
	for (int i = 0; i < LONGEST_SPAN && is_any(bits, next, openers); i++, next++)
		whole = whole || says(bits, next, "each") || says(bits, next, "both") ||
		        says(bits, next, "all");
	if (!whole || !is_any(bits, next, past) || bits_at(bits, next + 1)->number < 2 ||
	    !is_any(bits, next + 2, units))
		return 0;
	*reports = bits_at(bits, next + 1)->number;
	return skip_any(bits, next + 2, units) - at;
}

/* "twice running". */
static size_t read_twice(const struct bits *bits, size_t at, int *reports)
{
	size_t row = says(bits, at, "twice") ? read_row(bits, at + 1) : 0;
	*reports = 2;
	return row == 0 ? 0 : 1 + row;
}

/* "for back-to-back months", "a run of three reports". */
static size_t read_run(const struct bits *bits, size_t at, int *reports)
{
	static const char *const nouns[] = {"run", "string", "sequence", "series", NULL};
	size_t next = at + (says(bits, at, "for") || says(bits, at, "in") ? 1 : 0);
	if (says(bits, next, "back") && says(bits, next + 1, "to") &&
	    says(bits, next + 2, "back")) {
		*reports = 2;
		return skip_any(bits, next + 3, units) - at;
	}
	next += says(bits, next, "a") ? 1 : 0;
	if (!is_any(bits, next, nouns) || !says(bits, next + 1, "of"))
		return 0;
	next += says(bits, next + 2, "the") ? 3 : 2;
	*reports = bits_at(bits, next)->number;
	size_t end = skip_any(bits, next + 1, units);
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
	bool opened = says(bits, at, "for"), row = false, unit = false, time = false;
	at += opened ? 1 : 0;
	for (int i = 0; i < MOST_STREAK_WORDS && is_any(bits, at, openers); i++)
		at++;
	bool owned = at > 0 && is_any(bits, at - 1, owners);
	const struct bit *number = bits_at(bits, at);
	bool another = bit_says(number, "another") || bit_says(number, "further");
	*reports = another ? 2 : number->number;
	bool ordinal = another || bit_is_ordinal(number);
	at += *reports >= 0 ? 1 : 0;
	for (int i = 0; i < MOST_STREAK_WORDS && !bits_at(bits, at)->mark; i++, at++) {
		if (is_any(bits, at, rows))
			row = true;
		else if (is_any(bits, at, units))
			unit = true;
		else
			break;
		time = time || says(bits, at, "time");
	}
	size_t tail = unit || (ordinal && !row) ? read_row(bits, at) : 0;
	row = row || tail != 0;
	if (*reports < 0 && row)
		*reports = 2;
	static const char *const places[] = {"at", "with", NULL};
	bool own = owned && ordinal && unit && is_any(bits, at, places); /* "our second month at" */
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
	size_t next = at + (says(bits, at, "a") || says(bits, at, "an") ? 1 : 0);
	*directions = is_any(bits, next, up)     ? MOVEMENT_IMPROVED
	              : is_any(bits, next, down) ? MOVEMENT_DECLINED
	              : is_any(bits, next, same) ? MOVEMENT_STEADY
	                                         : 0;
	if (*directions == 0 || !is_any(bits, next + 1, nouns))
		return 0;
	bool travel = says(bits, next + 1, "direction") && says(bits, next + 2, "of") &&
	              says(bits, next + 3, "travel");
	return next + (travel ? 4 : 2) - at;
}
