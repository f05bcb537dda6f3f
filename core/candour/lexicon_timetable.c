/* What a pace is against: declared in candour/lexicon_bits.h. */
#include "candour/lexicon_bits.h"

/* "the agreed timetable", "its completion date", "what was agreed": behind it, or AT. */
size_t bits_timetable(const struct bits *bits, size_t at)
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
	if (bits_say(bits, at, "what"))
		return bits_skip_any(bits, at + 1, whats) > at + 1
		               ? bits_skip_any(bits, at + 1, whats)
		               : at;
	if (at != 0 && bits_say(bits, at - 1, "to") && bits_say(bits, at, "date"))
		return at; /* "delivery to date": so far */
	for (int i = 0; i < LONGEST_SPAN; i++, next++) {
		bool one = bits_say(bits, next, "one") && next > at &&
		           bits_say(bits, next - 1, "agreed"); /* "the agreed one" */
		if (one || bits_are_any(bits, next, nouns))
			end = next + 1;
		else if (!bits_are_any(bits, next, words))
			break;
	}
	static const char *const deeds[] = {"agreed", "planned", "promised", "set", NULL};
	static const char *const links[] = {"that", "which", "we",   "was",        "were",
	                                    "had",  "have",  "been", "originally", NULL};
	static const char *const asks[] = {"requires", "required", "demands", "shows",
	                                   "says",     "allows",   NULL};
	next = bits_skip_any(bits, end, asks);
	if (end != at && next == end + 1)
		return next; /* "than the timetable requires" */
	next = bits_skip_any(bits, end, links);
	return end != at && bits_are_any(bits, next, deeds) ? next + 1 : end;
}

/* "where we planned to be", "where it should be": behind it, or AT. */
size_t bits_where(const struct bits *bits, size_t at)
{
	static const char *const words[] = {
		"we",       "it",     "they",   "the",   "work",     "workstream", "theme",
		"project",  "things", "should", "ought", "to",       "planned",    "expected",
		"intended", "meant",  "was",    "were",  "had",      "have",       "said",
		"need",     "needed", "wanted", "this",  "supposed", "would",      NULL};
	if (!bits_say(bits, at, "where"))
		return at;
	size_t end = bits_skip_any(bits, at + 1, words);
	return end > at + 2 && (bits_say(bits, end, "be") || bits_say(bits, end, "been")) ? end + 1
	                                                                                  : at;
}
