/*
 * "Nothing that worries us", "nothing on the register": a denial that does not name a risk as
 * such. Declared in candour/denial.h.
 */
#include "candour/denial.h"

#include <string.h>

#include "base/text.h"

enum { HELPERS_MOST = 5 };

static bool is_any(const struct sentence *sentence, size_t word, const char *list)
{
	return word < sentence->count && word_is_any(&sentence->words[word], list);
}

/* "us", "the work", "delivery of this workstream": what may be worried or put at risk. */
static size_t read_object(const struct sentence *sentence, size_t word)
{
	static const char people[] = "us me anyone anybody members delivery completion progress";
	static const char articles[] = "the this our any";
	static const char things[] = "work workstream project programme theme team sponsor board "
				     "delivery completion plan timetable outcome outcomes";
	size_t at = word;
	if (is_any(sentence, at, people)) {
		at++;
	} else if (is_any(sentence, at, articles) && is_any(sentence, at + 1, things)) {
		at += 2;
	} else {
		return word;
	}
	return is_any(sentence, at, "of in to on") ? read_object(sentence, at + 1) == at + 1
	                                                     ? at
	                                                     : read_object(sentence, at + 1)
	                                           : at;
}

/* "a cause for concern", "us concern": where it ends; or WORD. */
static size_t read_concern(const struct sentence *sentence, size_t word)
{
	static const char ways[] = "us me any a cause causes grounds reason for real serious undue";
	static const char concerns[] = "concern worry alarm anxiety unease concerns";
	size_t at = word;
	while (is_any(sentence, at, ways))
		at++;
	return is_any(sentence, at, concerns) ? at + 1 : word;
}

/* What the verb at WORD denies, up to its end; or WORD where it is no such verb. */
static size_t read_worry(const struct sentence *sentence, size_t word)
{
	static const char worries[] =
		"worries worry concerns concern troubles trouble alarms bothers bother threatens "
		"threaten endangers endanger jeopardises jeopardise disturbs unsettles";
	static const char holds[] =
		"poses pose presents present carries carry represents is be "
		"constitutes resembles creates create raises causes cause called";
	static const char puts[] = "puts put places place leaves leave";
	static const char gives[] = "gives give causes cause causing giving is raises of";
	size_t object = read_object(sentence, word + 1), at = word + 1;
	if (is_any(sentence, word, worries) && object != word + 1)
		return object;
	if (is_any(sentence, word, puts) && object != word + 1 &&
	    (sentence_says(sentence, object, "at risk") ||
	     sentence_says(sentence, object, "in danger") ||
	     sentence_says(sentence, object, "in jeopardy") ||
	     sentence_says(sentence, object, "in doubt")))
		return object + 2;
	if (is_any(sentence, word, gives) && read_concern(sentence, at) != at)
		return read_concern(sentence, at);
	at += is_any(sentence, at, "a an any") ? 1 : 0;
	return is_any(sentence, word, holds) && denial_read_troubles(sentence, &at) ? at : word;
}

/* "Nothing here that could put the work at risk": where NOTHING stands. */
static bool is_untroubled(const struct sentence *sentence, size_t nothing)
{
	static const char helpers[] =
		"that which here currently now presently could would can might "
		"may will there really present at is whatsoever so far";
	size_t at = nothing + 1;
	for (; at < sentence->count && at - nothing <= HELPERS_MOST; at++) {
		size_t end = read_worry(sentence, at);
		if (end != at)
			return denial_ends_plainly(sentence, end);
		if (!is_any(sentence, at, helpers))
			return false;
	}
	return false;
}

/* "The risk register", "our log of risks": where it ends; or WORD. */
static size_t read_list(const struct sentence *sentence, size_t word)
{
	static const char *const lists[] = {"risk register",
	                                    "risk log",
	                                    "risk list",
	                                    "risks register",
	                                    "issues log",
	                                    "risks log",
	                                    "risk and issues register",
	                                    NULL};
	static const char *const of_risks[] = {"register of risks", "list of risks", "log of risks",
	                                       NULL};
	for (size_t i = 0; lists[i] != NULL; i++)
		if (sentence_says(sentence, word, lists[i]))
			return word + (strchr(strchr(lists[i], ' ') + 1, ' ') != NULL ? 4 : 2);
	for (size_t i = 0; of_risks[i] != NULL; i++)
		if (sentence_says(sentence, word, of_risks[i]))
			return word + 3;
	return word;
}

/* "has nothing on it", "contains no entries", behind the list. */
static bool holds_nothing(const struct sentence *sentence, size_t word)
{
	static const char verbs[] = "has have holds contains shows lists records carries currently "
				    "now still presently";
	size_t at = word;
	while (is_any(sentence, at, verbs))
		at++;
	if (at == word)
		return false;
	if (sentence_says(sentence, at, "no entries") || sentence_says(sentence, at, "no entry") ||
	    sentence_says(sentence, at, "no items"))
		at += 2;
	else if (is_any(sentence, at, "nothing none"))
		at++;
	else
		return false;
	at += sentence_says(sentence, at, "on it") || sentence_says(sentence, at, "in it") ? 2 : 0;
	return denial_ends_plainly(sentence, at);
}

/* "nothing on the risk register", "no entries in our log of risks". */
static bool is_absent(const struct sentence *sentence, size_t nothing)
{
	size_t at = nothing + 1;
	at += is_any(sentence, nothing, "no") && is_any(sentence, at, "entries entry items") ? 1
	                                                                                     : 0;
	if (at == nothing + 1 && !is_any(sentence, nothing, "nothing"))
		return false;
	if (!is_any(sentence, at, "on in"))
		return false;
	at += is_any(sentence, at + 1, "the our its this") ? 2 : 1;
	size_t end = read_list(sentence, at);
	return end != at && denial_ends_plainly(sentence, end);
}

size_t denial_find_nothing(const struct sentence *sentence)
{
	for (size_t i = 0; i < sentence->count; i++) {
		size_t list = read_list(sentence, i);
		if (denial_is_turned(sentence, i))
			continue;
		if ((list != i && holds_nothing(sentence, list)) ||
		    (is_any(sentence, i, "nothing no") && is_absent(sentence, i)) ||
		    (is_any(sentence, i, "nothing") && is_untroubled(sentence, i)))
			return i;
	}
	return sentence->count;
}
