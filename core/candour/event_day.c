#include "candour/event_day.h"

#include <string.h>

#include "candour/decision.h"
#include "candour/event_got.h"
#include "candour/event_turn.h"

#include "base/text.h"

enum { NEAR_WORDS = 9, FAR_WORDS = 30, VERB_WORDS = 8, SUBJECT_WORDS = 5 };

static const char *word_at(const struct bodies *bodies, size_t word)
{
	return word < bodies->sentence->count ? bodies->sentence->words[word].text : "";
}

/* Words that may stand between a committee and its day. */
static bool is_filler(const char *text)
{
	static const char *const fillers[] = {
		"on",       "the",     "of",       "at",        "in",
		"its",      "their",   "a",        "an",        "meeting",
		"meetings", "met",     "held",     "special",   "extraordinary",
		"ordinary", "regular", "monthly",  "quarterly", "annual",
		"(",        ")",       ",",        "-",         "when",
		"it",       "they",    "session",  "then",      "formal",
		"formally", "both",    "monday",   "tuesday",   "wednesday",
		"thursday", "friday",  "saturday", "sunday",    "was",
		"by",       "last",    "also",     "first",     "latest",
		"most",     "recent",  "during",   "dated",     "full",
		"public",   "own",     "just",     "back",      "earlier",
		"now",      "open",    "next",     NULL};
	return text_is_one_of(text, fillers);
}

static bool only_fillers(const struct bodies *bodies, size_t from, size_t to)
{
	if (to - from > NEAR_WORDS)
		return false;
	for (size_t at = from; at < to; at++) {
		bool inside = false;
		/* The initials of the same committee, in brackets. */
		for (size_t i = 0; i < bodies->count; i++)
			inside = inside ||
			         (at >= bodies->items[i].first && at < bodies->items[i].end);
		if (!inside && !is_filler(word_at(bodies, at)))
			return false;
	}
	return true;
}

/* The word before the day, but for "the". */
static size_t before_day(const struct bodies *bodies, const struct mention *day)
{
	size_t at = day->word;
	while (at > 0 && (strcmp(word_at(bodies, at - 1), "the") == 0 ||
	                  strstr(word_at(bodies, at - 1), "day") != NULL))
		at--;
	return at > 0 ? at - 1 : bodies->sentence->count;
}

/* "on the 26th", "(26 July)", "its decision of 26 July", "at its 26 July meeting". */
static bool is_on(const struct bodies *bodies, const struct mention *day)
{
	static const char *const sittings[] = {"meeting", "session", "sitting", NULL};
	size_t at = before_day(bodies, day), end = day->word + day->count;
	if (at >= bodies->sentence->count)
		return false;
	const char *text = word_at(bodies, at), *last = at > 0 ? word_at(bodies, at - 1) : "";
	return strcmp(text, "on") == 0 ||
	       (strcmp(text, "(") == 0 && strcmp(word_at(bodies, end), ")") == 0) ||
	       (strcmp(text, "of") == 0 &&
	        (text_is_one_of(last, sittings) ||
	         (at > 0 && decision_is_noun(bodies->sentence, at - 1)))) ||
	       text_is_one_of(word_at(bodies, end), sittings);
}

/* The first verb from FROM to TO, or sentence->count; a break ends the search. */
static size_t verb_behind(const struct bodies *bodies, size_t from, size_t to)
{
	for (size_t at = from; at < to && at < bodies->sentence->count; at++) {
		if (decision_is_break(word_at(bodies, at)))
			break;
		if (decision_is_own_verb(word_at(bodies, at)))
			return at;
	}
	return bodies->sentence->count;
}

/* The last verb before FROM that no break parts from it, or sentence->count. */
static size_t verb_before(const struct bodies *bodies, size_t from, bool nouns)
{
	for (size_t at = from; at-- > 0 && from - at < FAR_WORDS;) {
		if (decision_is_break(word_at(bodies, at)))
			break;
		if (nouns ? decision_is_noun(bodies->sentence, at)
		          : decision_is_verb(word_at(bodies, at)))
			return at;
	}
	return bodies->sentence->count;
}

/* How a committee is tied to a verb before it: "agreed by the Board", "at the Board". */
enum tie { TIE_NONE, TIE_BY, TIE_FROM, TIE_OTHER };

static enum tie tie_of(const struct bodies *bodies, size_t first)
{
	static const char *const by[] = {"by", "at", NULL};
	static const char *const others[] = {"to",      "in", "before", "and",     ",",       "&",
	                                     "through", "(",  "passed", "cleared", "reached", NULL};
	static const char *const passed[] = {"the",  "both",   "our",  "its",     "a", "full",
	                                     "last", "recent", "most", "meeting", NULL};
	while (first > 0 && (text_is_one_of(word_at(bodies, first - 1), passed) ||
	                     (first > 1 && strcmp(word_at(bodies, first - 1), "of") == 0 &&
	                      strcmp(word_at(bodies, first - 2), "meeting") == 0)))
		first--;
	if (first == 0)
		return TIE_NONE;
	const char *text = word_at(bodies, first - 1);
	if (text_is_one_of(text, by))
		return TIE_BY;
	/* "the approval of the Board", "it got consent from the Board" */
	if (strcmp(text, "of") == 0)
		return first > 1 && decision_is_noun(bodies->sentence, first - 2) ? TIE_FROM
		                                                                  : TIE_NONE;
	if (strcmp(text, "from") == 0)
		return TIE_FROM;
	return text_is_one_of(text, others) ? TIE_OTHER : TIE_NONE;
}

/* The verb to which the committee named at FIRST is tied, or sentence->count. */
static size_t tied_verb(const struct bodies *bodies, size_t first)
{
	size_t none = bodies->sentence->count, found = none;
	enum tie tie = tie_of(bodies, first);
	if (tie == TIE_BY || tie == TIE_OTHER)
		found = verb_before(bodies, first, false);
	if (found == none && (tie == TIE_BY || tie == TIE_FROM))
		found = verb_before(bodies, first, true);
	/* "approval was sought from the Board": it may not have given it */
	return found < none && tie == TIE_FROM && got_asked(bodies, 0, first) ? none : found;
}

/* True where the day opens the sentence and the committee did it: "On ... it was agreed by". */
static bool is_done_by(const struct bodies *bodies, size_t from, size_t first)
{
	size_t by = first;
	while (by > from && text_is_one_of(word_at(bodies, by - 1),
	                                   (const char *const[]){"the", "our", "its", NULL}))
		by--;
	if (by < from + 3 || strcmp(word_at(bodies, by - 1), "by") != 0)
		return false;
	for (size_t at = from; at < by; at++)
		if (decision_is_break(word_at(bodies, at)) ||
		    (at > from && strcmp(word_at(bodies, at), ",") == 0))
			return false;
	for (size_t at = by - 2; at > from; at--) {
		if (text_is_one_of(word_at(bodies, at - 1),
		                   (const char *const[]){"was", "were", "been", NULL}))
			return true;
		if (strcmp(word_at(bodies, at - 1), "and") != 0 &&
		    !decision_is_verb(word_at(bodies, at - 1)) &&
		    !turn_ends_with(word_at(bodies, at - 1), "ly"))
			break;
	}
	return false;
}

/*
 * True where the day opens the sentence, and something was got from the committee: "On ... we
 * obtained the agreement of", "On ... officers took it to the Board, which agreed".
 */
static bool is_got_since(const struct bodies *bodies, size_t from, const struct body_named *behind)
{
	size_t none = bodies->sentence->count;
	if (got_brought(bodies, from, behind->first))
		return got_there(bodies, behind->end) < none;
	if (got_from(bodies, behind) == none)
		return false;
	for (size_t at = from; at < behind->first; at++)
		if (decision_is_break(word_at(bodies, at)) ||
		    strcmp(word_at(bodies, at), "and") == 0 ||
		    (at > from && strcmp(word_at(bodies, at), ",") == 0))
			return false;
	return true;
}

/* "The paper for the Board was signed off": by somebody else. */
static bool is_done_to(const struct bodies *bodies, const struct body_named *named, size_t verb)
{
	static const char *const sources[] = {"from", "under", NULL};
	static const char *const others[] = {"for", "of", "to", "about", "with", NULL};
	static const char *const passive[] = {"was", "were", "has", "have", "is", "are", NULL};
	size_t at = named->first;
	while (at > 0 && text_is_one_of(word_at(bodies, at - 1),
	                                (const char *const[]){"the", "our", "its", "both", NULL}))
		at--;
	const char *last = at > 0 ? word_at(bodies, at - 1) : "";
	if (decision_is_noun(bodies->sentence, verb) ||
	    (at > 1 && decision_is_noun(bodies->sentence, at - 2)))
		return false;
	return text_is_one_of(last, sources) ||
	       (text_is_one_of(last, others) &&
	        text_is_one_of(word_at(bodies, named->end), passive));
}

/* "The Board's decision became final on", "its approval expires on": another day. */
static bool is_fate_of_decision(const struct bodies *bodies, size_t verb, size_t to)
{
	static const char *const fates[] = {"became", "becomes", "expires",  "called", "lapses",
	                                    "ends",   "takes",   "stands",   "lapsed", "applies",
	                                    "is",     "remains", "followed", NULL};
	for (size_t at = verb + 1; decision_is_noun(bodies->sentence, verb) && at < to; at++)
		if (text_is_one_of(word_at(bodies, at), fates))
			return true;
	return false;
}

/* "The training, agreed by the Board, was held on": where ", was" stands. */
static bool is_aside_of_other(const struct bodies *bodies, size_t word)
{
	return sentence_says(bodies->sentence, word, ", was") ||
	       sentence_says(bodies->sentence, word, ", were");
}

/* The deed of a committee named before its day, with other words between; or count. */
static size_t far_verb(const struct bodies *bodies, const struct body_named *before, size_t day)
{
	size_t none = bodies->sentence->count, from = before->end;
	/* "It was the Board that approved it on" */
	if (sentence_says(bodies->sentence, 0, "it was") &&
	    strcmp(word_at(bodies, from), "that") == 0)
		from++;
	size_t verb = verb_behind(bodies, from, from + SUBJECT_WORDS);
	if (is_aside_of_other(bodies, from))
		return none;
	if (verb < none && !turn_away(bodies, from, day) && !is_done_to(bodies, before, verb) &&
	    !is_fate_of_decision(bodies, verb, day))
		return verb;
	verb = got_from(bodies, before);
	return verb < none && got_for(bodies, before->end, day) ? verb
	                                                        : got_at_last(bodies, before, day);
}

/* True where only what joins the two stands between the committee and its day. */
static bool is_near(const struct bodies *bodies, const struct body_named *before, size_t day)
{
	size_t from = before->end;
	if (is_aside_of_other(bodies, from))
		return false;
	/* "the Board, which met on"; "has had the approval of the Board since" */
	if (sentence_says(bodies->sentence, from, ", which met"))
		from += 2;
	if (strcmp(word_at(bodies, from), "since") == 0 &&
	    got_from(bodies, before) < bodies->sentence->count)
		from++;
	if (text_is_one_of(word_at(bodies, from), (const char *const[]){"came", "follows", NULL}) &&
	    tied_verb(bodies, before->first) < bodies->sentence->count)
		from++;
	return from <= day && only_fillers(bodies, from, day);
}

/* True where what stands between a day and a committee behind it ties the two. */
static bool leads_back(const struct bodies *bodies, const struct mention *day,
                       const struct body_named *behind)
{
	size_t end = day->word + day->count;
	bool opens = only_fillers(bodies, 0, day->word);
	/* "It was on 26 July that", "the 26 July decision of" */
	bool it_was =
		strcmp(word_at(bodies, 0), "it") == 0 && strcmp(word_at(bodies, end), "that") == 0;
	if (it_was || (decision_is_noun(bodies->sentence, end) && end < behind->first))
		end++;
	if (opens && (is_done_by(bodies, end, behind->first) || is_got_since(bodies, end, behind)))
		return true;
	return end <= behind->first && only_fillers(bodies, end, behind->first) &&
	       (opens || tie_of(bodies, behind->first) == TIE_BY ||
	        sentence_says(bodies->sentence, end, "when") ||
	        sentence_says(bodies->sentence, end, ", when"));
}

const struct body_named *bodies_of_day(const struct bodies *bodies, const struct mention *day,
                                       size_t *verb)
{
	size_t none = bodies->sentence->count, end = day->word + day->count;
	const struct body_named *before = NULL, *behind = NULL;
	for (size_t i = 0; i < bodies->count; i++) {
		const struct body_named *named = &bodies->items[i];
		if (named->end <= day->word)
			before = named;
		else if (named->first >= end && behind == NULL)
			behind = named;
	}
	*verb = none;
	/* The same committee may be named twice in a row: "Audit Committee (AC)". */
	if (before != NULL && is_near(bodies, before, day->word)) {
		*verb = verb_behind(bodies, before->end, day->word);
		if (*verb == none)
			*verb = tied_verb(bodies, before->first);
		if (*verb == none)
			*verb = verb_behind(bodies, end, end + VERB_WORDS);
		if (*verb == none && strcmp(word_at(bodies, end), "and") != 0)
			*verb = got_there(bodies, end);
		return before;
	}
	if (behind != NULL && leads_back(bodies, day, behind)) {
		*verb = verb_behind(bodies, behind->end, behind->end + SUBJECT_WORDS);
		if (*verb == none)
			*verb = verb_before(bodies, behind->first, false);
		if (*verb == none)
			*verb = verb_before(bodies, behind->first, true);
		if (*verb == none)
			*verb = got_there(bodies, behind->end);
		return behind;
	}
	if (before != NULL && day->word - before->end <= FAR_WORDS && is_on(bodies, day)) {
		*verb = far_verb(bodies, before, day->word);
		return *verb < none ? before : NULL;
	}
	return NULL;
}
