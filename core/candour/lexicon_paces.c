/* Paces: what is early, late or as agreed; declared in candour/lexicon_bits.h. */
#include "candour/lexicon_bits.h"

/* What is expected is forecast, and can be held to the forecast. */
static const char *const expecting[] = {"expect",      "expects",     "expecting", "anticipate",
                                        "anticipates", "forecasting", NULL};

static size_t skip_object(const struct bits *bits, size_t at)
{
	size_t end = bits_where(bits, at);
	return end != at ? end : bits_timetable(bits, at);
}

/* What may be early, late or as agreed, against which timetable. */
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
	{{"no", "later", "than"}, PACE_ON_TRACK, false},
	{{"not", "later", "than"}, PACE_ON_TRACK, false},
	{{"in", "front", "of"}, PACE_AHEAD, false},
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
	{{"lagging"}, PACE_BEHIND, true},
	{{"trailing", "behind"}, PACE_BEHIND, true},
	{{"trailing"}, PACE_BEHIND, false},
	{{"overrunning"}, PACE_BEHIND, true},
	{{"adrift"}, PACE_BEHIND, true},
	{{"adrift", "of"}, PACE_BEHIND, true},
	{{"out", "of", "step"}, PACE_BEHIND, false},
	{{"losing", "time"}, PACE_BEHIND, true},
	{{"lost", "time"}, PACE_BEHIND, true},
	{{"beating"}, PACE_AHEAD, false},
	{{"beats"}, PACE_AHEAD, false},
	{{"to", "beat"}, PACE_AHEAD, false},
	{{"to", "overrun"}, PACE_BEHIND, true},
	{{"gained", "time"}, PACE_AHEAD, true},
	{{"gaining", "time"}, PACE_AHEAD, true},
	{{"for", "early", "completion"}, PACE_AHEAD, true},
	{{"finishing", "early"}, PACE_AHEAD, true},
	{{"completing", "early"}, PACE_AHEAD, true},
	{{"finishing", "late"}, PACE_BEHIND, true},
	{{"completing", "late"}, PACE_BEHIND, true},
	{{"before", "time"}, PACE_AHEAD, true},
	{{"outpacing"}, PACE_AHEAD, false},
	{{"time", "in", "hand"}, PACE_AHEAD, true},
	{{"time", "to", "spare"}, PACE_AHEAD, true},
	{{"abreast", "of"}, PACE_ON_TRACK, false},
	{{"keeping", "pace", "with"}, PACE_ON_TRACK, false},
	{{"kept", "pace", "with"}, PACE_ON_TRACK, false},
	{{"keeps", "pace", "with"}, PACE_ON_TRACK, false},
	{{"up", "with"}, PACE_ON_TRACK, false},
	{{"as", "per"}, PACE_ON_TRACK, false},
	{{"just", "as"}, PACE_ON_TRACK, false},
};

/* "ahead of schedule", "in line with the plan", "later than agreed": behind it, or AT. */
size_t bits_relation(const struct bits *bits, size_t at, int *pace)
{
	static const char *const auxiliaries[] = {"was",  "were",       "we",    "had", "have",
	                                          "been", "originally", "first", "is",  NULL};
	static const char *const said[] = {"agreed",   "planned",  "scheduled", "expected",
	                                   "intended", "promised", NULL};
	for (size_t i = 0; i < sizeof(relations) / sizeof(relations[0]); i++) {
		size_t next = at;
		for (int k = 0; k < 3 && relations[i].words[k] != NULL && next == at + (size_t)k;
		     k++)
			next += bits_say(bits, next, relations[i].words[k]) ? 1 : 0;
		if (next == at || (next < at + 3 && relations[i].words[next - at] != NULL))
			continue;
		size_t end = skip_object(bits, next);
		size_t deed = bits_skip_any(bits, next, auxiliaries);
		if (end == next && bits_say(bits, next - 1, "than") &&
		    bits_are_any(bits, deed, said))
			end = deed +
			      (bits_say(bits, deed + 1, "to") && bits_say(bits, deed + 2, "be")
			               ? 3
			               : 1);
		*pace = (int)relations[i].pace;
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
	return at > 0 && bits_are_any(bits, at - 1, verbs);
}

/* "before the agreed date": only where what was agreed is named. */
size_t bits_agreed(const struct bits *bits, size_t at, int *pace)
{
	static const struct {
		const char *word;
		enum pace pace;
	} sides[] = {{"before", PACE_AHEAD},     {"after", PACE_BEHIND},
	             {"beyond", PACE_BEHIND},    {"past", PACE_BEHIND},
	             {"meeting", PACE_ON_TRACK}, {"matches", PACE_ON_TRACK},
	             {"within", PACE_ON_TRACK}};
	static const char *const agreed[] = {"agreed",  "original", "planned", "scheduled",
	                                     "initial", "approved", NULL};
	for (size_t i = 0; i < sizeof(sides) / sizeof(sides[0]); i++) {
		if (!bits_say(bits, at, sides[i].word))
			continue;
		size_t end = bits_timetable(bits, at + 1);
		for (size_t next = at + 1; next < end; next++)
			if (bits_are_any(bits, next, agreed)) {
				*pace = (int)sides[i].pace;
				return end;
			}
	}
	return at;
}

/* "two weeks in hand", "a month early": how far ahead; behind it, or AT. */
static size_t read_spare(const struct bits *bits, size_t at, int *pace)
{
	static const char *const ends[] = {"early", "ahead", NULL};
	*pace = PACE_AHEAD;
	if (bits_are_any(bits, at, ends))
		return bits_say(bits, at + 1, "of") ? at : at + 1;
	bool hand = bits_say(bits, at, "in") && bits_say(bits, at + 1, "hand");
	bool spare = bits_say(bits, at, "to") && bits_say(bits, at + 1, "spare");
	return hand || spare ? at + 2 : at;
}

/* "late", "delayed", "behind schedule", "on time", "to the timetable": the same. */
size_t bits_alone(const struct bits *bits, size_t at, int *pace)
{
	static const char *const late[] = {"late", "delayed", NULL};
	static const char *const agreed[] = {"planned", "agreed", "scheduled", "intended", NULL};
	static const char *const verbs[] = {"is",          "are",        "remains",   "remain",
	                                    "progressing", "proceeding", "going",     "running",
	                                    "continuing",  "moving",     "continues", NULL};
	static const char *const tracks[] = {"track", "course", "target", "schedule",
	                                     "time",  "plan",   NULL};
	static const char *const very[] = {"bang", "dead", "right", "spot", "smack", NULL};
	size_t on = bits_are_any(bits, at, very) ? at + 1 : at;
	if (bits_say(bits, on, "on") && bits_are_any(bits, on + 1, tracks)) {
		bool early = bits_say(bits, on + 4, "early");
		bool when = bits_say(bits, on + 2, "for") &&
		            bits_at(bits, on + 3)->text[0] == 'a' &&
		            (early || bits_say(bits, on + 4, "late"));
		*pace = !when ? PACE_ON_TRACK : early ? PACE_AHEAD : PACE_BEHIND;
		return when ? on + 6 : on + 2; /* "on course for an early finish" */
	}
	if (bits_say(bits, on, "on") && bits_timetable(bits, on + 1) > on + 2) {
		*pace = PACE_ON_TRACK; /* "on the agreed timetable" */
		return bits_timetable(bits, on + 1);
	}
	if (bits_say(bits, at, "to")) {
		*pace = PACE_ON_TRACK;
		return bits_timetable(bits, at + 1) != at + 1 ? bits_timetable(bits, at + 1) : at;
	}
	if (bits_say(bits, at, "where")) {
		*pace = PACE_ON_TRACK;
		return bits_where(bits, at);
	}
	if (bits_say(bits, at, "as") && at > 0 && bits_are_any(bits, at + 1, agreed) &&
	    bits_are_any(bits, at - 1, verbs)) {
		*pace = PACE_ON_TRACK;
		return at + 2;
	}
	*pace = PACE_BEHIND;
	if (bits_say(bits, at, "behind")) {
		size_t end = skip_object(bits, at + 1);
		return end != at + 1 || is_behind_verb(bits, at) ? end : at;
	}
	if (bits_say(bits, at, "early") && is_behind_verb(bits, at) &&
	    (bits_at(bits, at + 1)->mark || bits_at(bits, at + 1)->text[0] == '\0')) {
		*pace = PACE_AHEAD;
		return at + 1;
	}
	return bits_are_any(bits, at, late) && is_behind_verb(bits, at) ? at + 1 : at;
}

/* "not expected", "do not expect": what stands before AT, which is denied. */
static bool is_denied(const struct bits *bits, size_t at)
{
	for (size_t i = 0; i < 4 && i < at; i++)
		if (bits_say(bits, at - 1 - i, "not") || bits_say(bits, at - 1 - i, "n't"))
			return true;
	return false;
}

static const char *const openers[] = {"the", "its", "our", "be", NULL};

/* "to finish as agreed", "for completion on its agreed date": behind it, or AT. */
static size_t skip_finish(const struct bits *bits, size_t at, int *pace)
{
	static const char *const verbs[] = {
		"finish",     "complete", "completed", "finished", "conclude", "close",
		"completion", "deliver",  "delivered", "delivery", "meet",     "end",
		"be",         "its",      "the",       "hit",      "our",      "full",
		"a",          "date",     "done",      NULL};
	static const char *const tail[] = {"on",      "by",   "in",   "at", "as",       "when",
	                                   "the",     "its",  "our",  "it", "we",       "agreed",
	                                   "planned", "was",  "were", "to", "promised", "scheduled",
	                                   "within",  "that", NULL};
	if (!bits_say(bits, at, "to") && !bits_say(bits, at, "for"))
		return at;
	size_t next = bits_skip_any(bits, at + 1, verbs), end;
	bool object = bits_say(bits, at, "for") && bits_timetable(bits, at + 1) != at + 1;
	while (next > at + 1 && bits_are_any(bits, next - 1, openers))
		next--;
	if (bits_say(bits, at, "for") && next == at + 1) {
		/* "is forecast for later than agreed" */
		end = bits_relation(bits, next, pace);
		end = end == next ? bits_agreed(bits, next, pace) : end;
		if (end != next)
			return end;
	}
	if (bits_say(bits, next, "until") && bits_say(bits, next + 1, "after") &&
	    is_denied(bits, at)) {
		/* "not expected to finish until after": on time is what it is not */
		end = bits_timetable(bits, next + 2);
		*pace = end != next + 2 ? PACE_ON_TRACK : PACE_NONE;
		return end != next + 2 ? end : at;
	}
	if (next == at + 1 && !object)
		return at;
	if (bits_say(bits, next, "early") || bits_say(bits, next, "late")) {
		*pace = bits_say(bits, next, "early") ? PACE_AHEAD : PACE_BEHIND;
		return next + 1;
	}
	if (bits_say(bits, next, "before") || bits_say(bits, next, "after")) {
		end = bits_timetable(bits, next + 1);
		if (end != next + 1)
			*pace = bits_say(bits, next, "before") ? PACE_AHEAD : PACE_BEHIND;
		return end != next + 1 ? end : next;
	}
	end = bits_relation(bits, next, pace);
	if (end != next)
		return end;
	end = next;
	for (int i = 0; i < LONGEST_SPAN; i++, next++) {
		size_t noun = bits_timetable(bits, next);
		if (noun != next) {
			end = noun;
			next = noun - 1;
			*pace = *pace == PACE_NONE ? PACE_ON_TRACK : *pace;
		} else if (!bits_are_any(bits, next, tail)) {
			break;
		} else if (bits_say(bits, next, "agreed") || bits_say(bits, next, "planned") ||
		           bits_say(bits, next, "promised") || bits_say(bits, next, "scheduled")) {
			end = next + 1;
			*pace = *pace == PACE_NONE ? PACE_ON_TRACK : *pace;
		}
	}
	return end;
}

/* True where AT stands behind "expect" and whom it is expected of. */
static bool bits_expecting(const struct bits *bits, size_t at)
{
	for (int i = 0; i < LONGEST_SPAN && at > 0 && !bits_at(bits, at - 1)->mark; i++, at--)
		if (bits_are_any(bits, at - 1, expecting))
			return at < 2 || !bits_say(bits, at - 2, "a");
	return false;
}

size_t bits_expects(const struct bits *bits, size_t at)
{
	if (!bits_are_any(bits, at, expecting))
		return 0;
	for (size_t next = at + 1; next < at + LONGEST_SPAN && !bits_at(bits, next)->mark; next++) {
		int pace = PACE_NONE;
		if (bits_pace(bits, next, &pace) != 0)
			return 1;
	}
	return 0;
}

/* "forecast within the agreed timescale", "expected on time": behind "forecast"; or AT. */
static size_t read_forecast(const struct bits *bits, size_t at, int *pace)
{
	size_t end = bits_relation(bits, at, pace);
	if (end == at)
		end = bits_agreed(bits, at, pace);
	if (end == at && bits_say(bits, at, "on"))
		end = bits_alone(bits, at, pace);
	if (end == at && bits_say(bits, at, "by") && bits_timetable(bits, at + 1) != at + 1) {
		*pace = PACE_ON_TRACK;
		end = bits_timetable(bits, at + 1);
	}
	return end;
}

static const char *const promising[] = {"will", "'ll", "shall", NULL};

size_t bits_pace(const struct bits *bits, size_t at, int *pace)
{
	static const char *const set[] = {"set",         "due",       "forecast",
	                                  "scheduled",   "expected",  "projected",
	                                  "anticipated", "predicted", NULL};
	size_t next = bits_length(bits, at);
	if (bits_are_any(bits, at, promising) || bits_say(bits, at, "should"))
		return bits_promise(bits, at, pace) - at;
	if (bits_say(bits, at, "going") && bits_say(bits, at + 1, "to")) {
		size_t promised = bits_promise(bits, at + 1, pace);
		return promised != at + 1 ? promised - at : 0;
	}
	if (bits_are_any(bits, at, set)) {
		/* "is set to finish early": what is forecast, where the pace is said */
		int finish = PACE_NONE;
		size_t end = skip_finish(bits, at + 1, &finish);
		if (end == at + 1 || finish == PACE_NONE)
			end = read_forecast(bits, at + 1, &finish);
		*pace = finish;
		return end != at + 1 && finish != PACE_NONE ? end - at : 0;
	}
	size_t end = next != at ? read_spare(bits, next, pace) : next;
	if (end == next)
		end = bits_relation(bits, next, pace);
	if (end == next)
		end = bits_agreed(bits, next, pace);
	if (end == next)
		end = bits_alone(bits, next, pace);
	if (end == next && bits_say(bits, at, "to") && bits_expecting(bits, at)) {
		*pace = PACE_NONE; /* "we expect Homes to finish late" */
		end = skip_finish(bits, at, pace);
		return *pace == PACE_NONE ? 0 : end - at;
	}
	if (end == next)
		return 0;
	return (*pace == PACE_ON_TRACK ? skip_finish(bits, end, pace) : end) - at;
}
