/* What many words say in many ways: declared in candour/lexicon_bits.h. */
#include "candour/lexicon_bits.h"

enum { LONGEST_STREAK = 60, MOST_STREAK_WORDS = 4, LONGEST_SPAN = 12 };

static bool says(const struct bits *bits, size_t at, const char *text)
{
	return bit_says(bits_at(bits, at), text);
}

static bool is_any(const struct bits *bits, size_t at, const char *const *words)
{
	return bit_is_any(bits_at(bits, at), words);
}

/* Behind the words of the list from AT on. */
static size_t skip_any(const struct bits *bits, size_t at, const char *const *words)
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
	if (!says(bits, at, "in"))
		return 0;
	if (says(bits, at + 1, "succession") || says(bits, at + 1, "turn"))
		return 2;
	return says(bits, at + 1, "a") && says(bits, at + 2, "row") ? 3 : 0;
}

/* "in both of the last two reports", "throughout the past two months". */
static size_t read_each(const struct bits *bits, size_t at, int *reports)
{
	static const char *const openers[] = {"in", "for", "at",  "each", "both", "all",
	                                      "of", "the", "our", "its",  NULL};
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

size_t bits_streak(const struct bits *bits, size_t from, int *reports)
{
	static const char *const openers[] = {"a",   "the",  "its",  "their",
	                                      "our", "past", "last", NULL};
	static const char *const owners[] = {"its", "their", "our", "'s", NULL};
	static const char *const rows[] = {"consecutive", "successive", "straight", NULL};
	size_t at = from, taken = read_each(bits, at, reports);
	taken = taken != 0 ? taken : read_twice(bits, at, reports);
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
	size_t tail = unit ? read_row(bits, at) : 0;
	row = row || tail != 0;
	if (*reports < 0 && row)
		*reports = 2;
	static const char *const places[] = {"at", "with", NULL};
	bool own = owned && ordinal && unit && is_any(bits, at, places); /* "our second month at" */
	bool told = row || own || (opened && !time && (ordinal || *reports >= 2));
	bool counted = told && (unit || (row && *reports >= 2));
	return counted && *reports >= 2 && *reports <= LONGEST_STREAK ? at + tail - from : 0;
}

/* --- paces --- */

/* "the agreed timetable", "its completion date", "what was agreed": behind it, or AT. */
static size_t skip_timetable(const struct bits *bits, size_t at)
{
	static const char *const words[] = {
		"the",     "its",      "our",       "their",    "this",     "that",
		"agreed",  "original", "current",   "planned",  "approved", "published",
		"own",     "overall",  "revised",   "delivery", "project",  "originally",
		"initial", "proposed", "scheduled", "end",      NULL};
	static const char *const nouns[] = {"schedule",   "timetable", "time",      "plan",
	                                    "plans",      "target",    "date",      "dates",
	                                    "deadline",   "deadlines", "timescale", "timescales",
	                                    "completion", "timeline",  "timings",   "baseline",
	                                    "agreement",  "targets",   NULL};
	static const char *const whats[] = {"was",      "were", "we",      "had",      "it",
	                                    "is",       "been", "have",    "promised", "scheduled",
	                                    "set",      "out",  "planned", "agreed",   "expected",
	                                    "intended", NULL};
	size_t end = at, next = at;
	if (says(bits, at, "what"))
		return skip_any(bits, at + 1, whats) > at + 1 ? skip_any(bits, at + 1, whats) : at;
	for (int i = 0; i < LONGEST_SPAN; i++, next++) {
		if (is_any(bits, next, nouns))
			end = next + 1;
		else if (!is_any(bits, next, words))
			break;
	}
	return end != at && (says(bits, end, "agreed") || says(bits, end, "planned")) ? end + 1
	                                                                              : end;
}

/* "where we planned to be", "where it should be": behind it, or AT. */
static size_t skip_where(const struct bits *bits, size_t at)
{
	static const char *const words[] = {
		"we",       "it",     "they",   "the",   "work",     "workstream", "theme",
		"project",  "things", "should", "ought", "to",       "planned",    "expected",
		"intended", "meant",  "was",    "were",  "had",      "have",       "said",
		"need",     "needed", "wanted", "this",  "supposed", "would",      NULL};
	if (!says(bits, at, "where"))
		return at;
	size_t end = skip_any(bits, at + 1, words);
	return end > at + 2 && (says(bits, end, "be") || says(bits, end, "been")) ? end + 1 : at;
}

static size_t skip_object(const struct bits *bits, size_t at)
{
	size_t end = skip_where(bits, at);
	return end != at ? end : skip_timetable(bits, at);
}

/* "ahead of schedule", "in line with the plan", "later than agreed": behind it, or AT. */
static size_t read_relation(const struct bits *bits, size_t at, int *pace)
{
	static const struct {
		const char *words[3];
		enum pace pace;
		bool open; /* what it is against need not be said */
	} relations[] = {
		{{"ahead", "of"}, PACE_AHEAD, false},
		{{"in", "advance", "of"}, PACE_AHEAD, false},
		{{"early", "against"}, PACE_AHEAD, false},
		{{"earlier", "than"}, PACE_AHEAD, false},
		{{"sooner", "than"}, PACE_AHEAD, false},
		{{"faster", "than"}, PACE_AHEAD, false},
		{{"quicker", "than"}, PACE_AHEAD, false},
		{{"ahead", "than"}, PACE_AHEAD, false},
		{{"running", "early"}, PACE_AHEAD, true},
		{{"in", "line", "with"}, PACE_ON_TRACK, false},
		{{"in", "accordance", "with"}, PACE_ON_TRACK, false},
		{{"in", "keeping", "with"}, PACE_ON_TRACK, false},
		{{"in", "step", "with"}, PACE_ON_TRACK, false},
		{{"according", "to"}, PACE_ON_TRACK, false},
		{{"later", "than"}, PACE_BEHIND, false},
		{{"slower", "than"}, PACE_BEHIND, false},
		{{"late", "against"}, PACE_BEHIND, false},
		{{"got", "ahead", "of"}, PACE_AHEAD, false},
		{{"further", "ahead", "than"}, PACE_AHEAD, false},
		{{"further", "on", "than"}, PACE_AHEAD, false},
		{{"off", "track"}, PACE_BEHIND, true},
		{{"off", "course"}, PACE_BEHIND, true},
		{{"off", "the", "pace"}, PACE_BEHIND, true},
		{{"off"}, PACE_BEHIND, false},
		{{"got", "behind"}, PACE_BEHIND, true},
		{{"fallen", "behind"}, PACE_BEHIND, true},
		{{"fell", "behind"}, PACE_BEHIND, true},
		{{"falling", "behind"}, PACE_BEHIND, true},
		{{"falls", "behind"}, PACE_BEHIND, true},
		{{"running", "behind"}, PACE_BEHIND, true},
		{{"running", "late"}, PACE_BEHIND, true},
		{{"slipped", "behind"}, PACE_BEHIND, true},
		{{"slipping", "behind"}, PACE_BEHIND, true},
		{{"lagging", "behind"}, PACE_BEHIND, true},
		{{"lags", "behind"}, PACE_BEHIND, true},
		{{"dropped", "behind"}, PACE_BEHIND, true},
		{{"drifted", "behind"}, PACE_BEHIND, true},
	};
	static const char *const said[] = {"agreed",   "planned",  "scheduled", "expected",
	                                   "intended", "promised", NULL};
	for (size_t i = 0; i < sizeof(relations) / sizeof(relations[0]); i++) {
		size_t next = at;
		for (int k = 0; k < 3 && relations[i].words[k] != NULL && next == at + (size_t)k;
		     k++)
			next += says(bits, next, relations[i].words[k]) ? 1 : 0;
		if (next == at || (next < at + 3 && relations[i].words[next - at] != NULL))
			continue;
		size_t end = skip_object(bits, next);
		if (end == next && says(bits, next - 1, "than") && is_any(bits, next, said))
			end++;
		*pace = relations[i].pace;
		return end != next || relations[i].open ? end : at;
	}
	return at;
}

/* True where the bit before AT is a verb that a pace may stand behind alone. */
static bool is_behind_verb(const struct bits *bits, size_t at)
{
	static const char *const verbs[] = {"is",      "are",       "'re",     "been",  "was",
	                                    "were",    "remain",    "remains", "still", "now",
	                                    "weeks",   "week",      "days",    "month", "months",
	                                    "already", "currently", "not",     "n't",   "run",
	                                    "runs",    "slightly",  "badly",   "well",  NULL};
	return at > 0 && is_any(bits, at - 1, verbs);
}

/* "late", "delayed", "behind schedule", "on time", "to the timetable": the same. */
static size_t read_alone(const struct bits *bits, size_t at, int *pace)
{
	static const char *const late[] = {"late", "delayed", NULL};
	static const char *const agreed[] = {"planned", "agreed", "scheduled", "intended", NULL};
	static const char *const verbs[] = {"is",          "are",        "remains",   "remain",
	                                    "progressing", "proceeding", "going",     "running",
	                                    "continuing",  "moving",     "continues", NULL};
	static const char *const tracks[] = {"track", "course", "target", "schedule",
	                                     "time",  "plan",   NULL};
	if (says(bits, at, "on") && is_any(bits, at + 1, tracks)) {
		*pace = PACE_ON_TRACK;
		return at + 2;
	}
	if (says(bits, at, "to")) {
		*pace = PACE_ON_TRACK;
		return skip_timetable(bits, at + 1) != at + 1 ? skip_timetable(bits, at + 1) : at;
	}
	if (says(bits, at, "where")) {
		*pace = PACE_ON_TRACK;
		return skip_where(bits, at);
	}
	if (says(bits, at, "as") && at > 0 && is_any(bits, at + 1, agreed) &&
	    is_any(bits, at - 1, verbs)) {
		*pace = PACE_ON_TRACK;
		return at + 2;
	}
	*pace = PACE_BEHIND;
	if (says(bits, at, "behind")) {
		size_t end = skip_object(bits, at + 1);
		return end != at + 1 || is_behind_verb(bits, at) ? end : at;
	}
	return is_any(bits, at, late) && is_behind_verb(bits, at) ? at + 1 : at;
}

/* "to finish as agreed", "for completion on its agreed date": behind it, or AT. */
static size_t skip_finish(const struct bits *bits, size_t at, int *pace)
{
	static const char *const verbs[] = {
		"finish",  "complete",  "completed", "finished", "conclude", "close", "completion",
		"deliver", "delivered", "delivery",  "meet",     "end",      "be",    "its",
		"the",     "hit",       "our",       "full",     NULL};
	static const char *const tail[] = {"on",   "by",       "in",        "at",     "as",
	                                   "when", "the",      "its",       "our",    "it",
	                                   "we",   "agreed",   "planned",   "was",    "were",
	                                   "to",   "promised", "scheduled", "within", NULL};
	static const char *const openers[] = {"the", "its", "our", "be", NULL};
	if (!says(bits, at, "to") && !says(bits, at, "for"))
		return at;
	size_t next = skip_any(bits, at + 1, verbs), end;
	bool object = says(bits, at, "for") && skip_timetable(bits, at + 1) != at + 1;
	while (next > at + 1 && is_any(bits, next - 1, openers))
		next--;
	if (next == at + 1 && !object)
		return at;
	if (says(bits, next, "early") || says(bits, next, "late")) {
		*pace = says(bits, next, "early") ? PACE_AHEAD : PACE_BEHIND;
		return next + 1;
	}
	if (says(bits, next, "before") || says(bits, next, "after")) {
		end = skip_timetable(bits, next + 1);
		if (end != next + 1)
			*pace = says(bits, next, "before") ? PACE_AHEAD : PACE_BEHIND;
		return end != next + 1 ? end : next;
	}
	end = read_relation(bits, next, pace);
	if (end != next)
		return end;
	end = next;
	for (int i = 0; i < LONGEST_SPAN; i++, next++) {
		size_t noun = skip_timetable(bits, next);
		if (noun != next) {
			end = noun;
			next = noun - 1;
			*pace = *pace == PACE_NONE ? PACE_ON_TRACK : *pace;
		} else if (!is_any(bits, next, tail)) {
			break;
		} else if (says(bits, next, "agreed") || says(bits, next, "planned") ||
		           says(bits, next, "promised") || says(bits, next, "scheduled")) {
			end = next + 1;
			*pace = *pace == PACE_NONE ? PACE_ON_TRACK : *pace;
		}
	}
	return end;
}

/* "two weeks": behind it, or AT. */
static size_t skip_length(const struct bits *bits, size_t at)
{
	static const char *const some[] = {"a",      "some", "few",   "several",
	                                   "couple", "of",   "about", NULL};
	static const char *const lengths[] = {"day",    "days",      "week", "weeks", "month",
	                                      "months", "fortnight", "way",  NULL};
	size_t next = skip_any(bits, at, some);
	next += bits_at(bits, next)->number > 0 ? 1 : 0;
	bool many = says(bits, at, "days") || says(bits, at, "weeks") || says(bits, at, "months");
	return (next != at || many) && is_any(bits, next, lengths) ? next + 1 : at;
}

size_t bits_pace(const struct bits *bits, size_t at, int *pace)
{
	static const char *const set[] = {"set", "due", "forecast", "scheduled", NULL};
	size_t next = skip_length(bits, at);
	if (is_any(bits, at, set)) {
		/* "is set to finish early": what is forecast, where the pace is said */
		int finish = PACE_NONE;
		size_t end = skip_finish(bits, at + 1, &finish);
		*pace = finish;
		return end != at + 1 && finish != PACE_NONE ? end - at : 0;
	}
	size_t end = read_relation(bits, next, pace);
	if (end == next)
		end = read_alone(bits, next, pace);
	if (end == next)
		return 0;
	return (*pace == PACE_ON_TRACK ? skip_finish(bits, end, pace) : end) - at;
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
