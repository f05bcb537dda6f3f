#include "candour/finished.h"

#include <string.h>

enum { MODIFIERS = 6, ADVERBS = 5 };

/* Who is done: the words from FROM on, the noun the last of them. */
struct subject {
	size_t from, noun;
	bool strand; /* it is the workstream itself, and not what is done in it */
	enum finished finished;
};

static bool is_any(const struct sentence *sentence, size_t word, const char *words)
{
	return word < sentence->count && word_is_any(&sentence->words[word], words);
}

static bool is_end(const struct sentence *sentence, size_t word)
{
	return word >= sentence->count || is_any(sentence, word, ". ! ; : , ( )");
}

/* --- what keeps a sentence from saying so --- */

/* Something is left out, wherever that stands. */
static bool leaves_out(const struct sentence *sentence)
{
	static const char *const phrases[] = {
		"except",       "exception", "exceptions", "apart from", "aside from",
		"other than",   "but for",   "save for",   "subject to", "pending",
		"in principle", "in draft",  "still to",   "not yet",    "so far",
		"to date",      "%",         "per cent",   "percent",    NULL};
	return sentence_has(sentence, phrases);
}

/* "All milestones were delivered this month": of the period, not of the whole. */
static bool is_of_period(const struct sentence *sentence)
{
	static const char *const phrases[] = {"this month",       "this quarter",   "this period",
	                                      "the month",        "the quarter",    "the period",
	                                      "these months",     "as planned",     "on time",
	                                      "these two months", "the two months", NULL};
	return sentence_has(sentence, phrases);
}

/* What is only hoped, asked or awaited, in the words before WORD that belong to it. */
static bool is_doubtful(const struct sentence *sentence, size_t word)
{
	static const char words[] =
		"not no will would could can should must may might if once when until till unless "
		"whether before after nearly almost expect expects expected anticipate anticipated "
		"hope hoped hopes aim aims ensure ensures assuming assume to yet than neither nor";
	for (size_t i = word; i-- > 0 && !is_any(sentence, i, "; : ,");)
		if (is_any(sentence, i, words))
			return true;
	return false;
}

/* --- the subject --- */

/* "the first phase of the workstream", "work on the project": a part, or something beside it. */
static bool is_part(const struct sentence *sentence, size_t from)
{
	static const char prepositions[] =
		"of on in for with to from about under within across at by into through "
		"supporting behind around over";
	if (from == 0 || !is_any(sentence, from - 1, prepositions))
		return false;
	return !is_any(sentence, from - 1, "of") || from < 2 ||
	       !is_any(sentence, from - 2, "all whole rest remainder entirety");
}

/* "the procurement workstream": back to the word that begins it. False: it begins nowhere. */
static bool find_beginning(const struct sentence *sentence, size_t noun, size_t *from)
{
	static const char beginnings[] = "the this our whole entire all";
	static const char breaks[] =
		"a an its their his her your each one two three four five some "
		"most many both another other that ; : , ( )";
	for (size_t i = noun; i-- > 0 && noun - i <= MODIFIERS;) {
		if (is_any(sentence, i, beginnings)) {
			while (i > 0 && is_any(sentence, i - 1, beginnings))
				i--;
			*from = i;
			return true;
		}
		if (is_any(sentence, i, breaks))
			return false;
	}
	*from = 0;
	return noun == 0;
}

/* True where all the words between the two are of the list. */
static bool all_between(const struct sentence *sentence, size_t from, size_t to, const char *words)
{
	for (size_t i = from; i < to; i++)
		if (!is_any(sentence, i, words))
			return false;
	return true;
}

/* "all of the planned work", "every milestone": nothing is left out. */
static bool is_all(const struct sentence *sentence, const struct subject *subject)
{
	static const char fillers[] = "of the our this planned agreed required intended its";
	size_t at = subject->noun;
	while (at > 0 && is_any(sentence, at - 1, fillers))
		at--;
	return at > 0 && is_any(sentence, at - 1, "all every entire whole remaining");
}

/* True where a subject ends at the word. */
static bool read_subject(const struct sentence *sentence, size_t noun, struct subject *subject)
{
	static const char wholes[] = "workstream programme theme";
	static const char works[] = "work project";
	static const char lists[] =
		"milestones milestone deliverables tasks actions products outputs "
		"outcomes activities works";
	*subject = (struct subject){.noun = noun};
	if (is_any(sentence, noun, "everything")) {
		subject->from = noun;
		subject->finished = FINISHED_WORK;
		return true;
	}
	bool whole = is_any(sentence, noun, wholes), work = is_any(sentence, noun, works);
	subject->strand = whole;
	if (!whole && !work && !is_any(sentence, noun, lists))
		return false;
	if (work && noun == 0) {
		subject->finished = FINISHED_WORK;
		return true;
	}
	bool all = is_all(sentence, subject);
	if (!find_beginning(sentence, noun, &subject->from) || is_part(sentence, subject->from) ||
	    (!whole && !all && !(work && is_any(sentence, noun - 1, "the this our whole entire"))))
		return false;
	subject->finished = whole || (work && all) ? FINISHED_WHOLE : FINISHED_WORK;
	return true;
}

/* --- what is said of it --- */

/* "The workstream has completed its review": what is done is named, and is something else. */
static bool has_object(const struct sentence *sentence, size_t word)
{
	static const char behind[] = "and on in as by at with ahead within";
	return !is_end(sentence, word) && !is_any(sentence, word, behind);
}

/* "complete by March", "finished for the month": not all, or not yet. */
static bool is_limited(const struct sentence *sentence, size_t end, bool now)
{
	return is_any(sentence, end + 1, "except but bar up so for enough subject") ||
	       (now && is_any(sentence, end + 1, "by in until when once to"));
}

/* "is now complete", "has been delivered", "has finished", "closed on 3 May". */
static bool is_predicate(const struct sentence *sentence, size_t from)
{
	static const char helpers[] = "is are was were has have been stands";
	static const char adverbs[] =
		"now fully all therefore thus formally already finally officially entirely "
		"completely successfully also both as a whole itself in full then today";
	static const char ends[] = "complete completed finished closed concluded delivered ended "
				   "accomplished achieved";
	bool helped = false, present = false, been = false;
	size_t at = from;
	for (; at < sentence->count && at - from <= ADVERBS; at++) {
		bool helper = is_any(sentence, at, helpers);
		helped = helped || helper;
		present = present || is_any(sentence, at, "is are");
		been = been || is_any(sentence, at, "is are was were been stands");
		if (!helper && !is_any(sentence, at, adverbs))
			break;
	}
	if (sentence_says(sentence, at, "come to an end") ||
	    sentence_says(sentence, at, "come to a close") ||
	    sentence_says(sentence, at, "drawn to a close") ||
	    sentence_says(sentence, at, "at an end"))
		return helped;
	if (!is_any(sentence, at, ends))
		return false;
	if (!helped)
		return at == from && is_any(sentence, at, "finished closed concluded ended") &&
		       is_any(sentence, at + 1, "on in at");
	return !is_limited(sentence, at, present) && (been || !has_object(sentence, at + 1));
}

/* "Everything that was planned has been delivered": the words behind it that belong to it. */
static size_t behind_subject(const struct sentence *sentence, const struct subject *subject)
{
	size_t at = subject->noun + 1;
	if (is_any(sentence, subject->noun, "everything") && is_any(sentence, at, "that we")) {
		while (at < sentence->count && !is_any(sentence, at, "planned promised agreed due"))
			at++;
		at++;
	}
	return at;
}

/* "We have now completed all of the work": a person does it. */
static bool is_done_by_us(const struct sentence *sentence, const struct subject *subject)
{
	static const char verbs[] = "completed finished concluded closed delivered";
	static const char between[] = "all of the whole entire have has now fully also formally "
				      "successfully completed finished concluded closed delivered";
	size_t at = subject->from;
	while (at > 0 && is_any(sentence, at - 1, "all of"))
		at--;
	if (at == 0 || !is_any(sentence, at - 1, verbs) ||
	    is_any(sentence, subject->noun + 1, "on of to for with in at under that by plan"))
		return false;
	size_t who = at - 1;
	while (who > 0 && is_any(sentence, who - 1, between))
		who--;
	return who > 0 && is_any(sentence, who - 1, "we officers team staff colleagues") &&
	       all_between(sentence, who, at, between);
}

enum finished sentence_finished(const struct sentence *sentence)
{
	static const char *const nothing[] = {"nothing remains to be done", "nothing is left to do",
	                                      "nothing is left to be done", "no work remains",
	                                      "no work is outstanding",     NULL};
	enum finished best = FINISHED_NOT;
	if (leaves_out(sentence))
		return FINISHED_NOT;
	if (sentence_has(sentence, nothing))
		return FINISHED_WHOLE;
	for (size_t i = 0; i < sentence->count; i++) {
		struct subject subject;
		if (!read_subject(sentence, i, &subject) || subject.finished <= best ||
		    is_doubtful(sentence, subject.from) ||
		    (!subject.strand && is_of_period(sentence)))
			continue;
		if (is_predicate(sentence, behind_subject(sentence, &subject)) ||
		    is_done_by_us(sentence, &subject))
			best = subject.finished;
	}
	return best;
}
