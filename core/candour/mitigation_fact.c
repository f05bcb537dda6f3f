#include "candour/mitigation_fact.h"

#include <string.h>

#include "candour/mitigation_being.h"
#include "candour/mitigation_words.h"

#include "base/text.h"

/* "Partnerships are deepening (already).": what comes about by itself, and is done to
 * nothing. */
bool mitigation_drifts(const struct sentence *sentence, size_t word)
{
	static const char *const ways[] = {"deepening", "improving", "strengthening", "growing",
	                                   "maturing",  "easing",    "settling",      NULL};
	static const char *const behind[] = {"already", "well", "steadily", "now", NULL};
	size_t next = word + 1;
	if (word == 0 || word >= sentence->count ||
	    !text_is_one_of(sentence->words[word].text, ways))
		return false;
	const char *before = sentence->words[word - 1].text;
	next += next < sentence->count && text_is_one_of(sentence->words[next].text, behind) ? 1
	                                                                                     : 0;
	return (strcmp(before, "is") == 0 || strcmp(before, "are") == 0 ||
	        text_is_one_of(before, behind)) &&
	       (next >= sentence->count || sentence->words[next].type == WORD_MARK);
}

/* True where one of the words stands at WORD, or behind what only colours it. */
static bool says_next(const struct sentence *sentence, size_t word, const char *const *words)
{
	static const char *const adverbs[] = {
		"already", "also",      "all",        "both",      "fully",    "now",
		"very",    "well",      "widely",     "not",       "quite",    "fairly",
		"so",      "rather",    "relatively", "extremely", "highly",   "entirely",
		"largely", "generally", "still",      "currently", "probably", "considered",
		"thought", "believed",  "felt",       "deemed",    "judged",   "regarded",
		"seen",    "rated",     "assessed",   "as",        "usually",  "always",
		"broadly", "mostly",    "to",         "be",        "a",        "an",
		"only",    "of",        "in",         "too",       "more",     "most",
		"less",    "much",      "equally",    "good",      "strong",   "proven",
		"long",    NULL};
	while (word < sentence->count && text_is_one_of(sentence->words[word].text, adverbs) &&
	       !text_is_one_of(sentence->words[word].text, words))
		word++;
	/* "Access is limited to named users" limits it. */
	static const char *const limits[] = {"limited", "required", "covered", NULL};
	static const char *const behind[] = {"to", "by", NULL};
	return word < sentence->count && text_is_one_of(sentence->words[word].text, words) &&
	       !(word + 1 < sentence->count && text_is_one_of(sentence->words[word].text, limits) &&
	         text_is_one_of(sentence->words[word + 1].text, behind));
}

/* "This is a national matter", "it is not something that we can change". */
static bool calls_it_something(const struct sentence *sentence)
{
	static const char *const subjects[] = {"this", "it", "that", "these", "those", NULL};
	static const char *const verbs[] = {"is", "are", "was", "were", NULL};
	static const char *const articles[] = {"a",       "an",   "one", "not",
	                                       "nothing", "only", "no",  NULL};
	return sentence->count > 2 && text_is_one_of(sentence->words[0].text, subjects) &&
	       text_is_one_of(sentence->words[1].text, verbs) &&
	       text_is_one_of(sentence->words[2].text, articles);
}

/* "Accepted.", "Noted": nothing else. */
static bool is_bare_word(const struct sentence *sentence)
{
	static const char *const words[] = {"accepted",   "tolerated", "noted", "acknowledged",
	                                    "understood", "known",     NULL};
	enum { BARE_MOST = 2 };
	return sentence->count <= BARE_MOST && text_is_one_of(sentence->words[0].text, words);
}

/* "Nothing can be done", not "nothing is paid before the audit". */
static bool begins_with_nothing(const struct sentence *sentence)
{
	static const char behind[] = "can could more much further needs suggests has else";
	return sentence->count > 1 && strcmp(sentence->words[0].text, "nothing") == 0 &&
	       word_is_any(&sentence->words[1], behind);
}

/* "No problems so far", "no effect on the budget". */
static bool says_no_trouble(const struct sentence *sentence)
{
	static const char *const troubles[] = {
		"problem", "problems",   "issue",        "issues",   "cause",   "need",
		"reason",  "sign",       "indication",   "evidence", "concern", "concerns",
		"impact",  "difficulty", "difficulties", "effect",   "choice",  "alternative",
		"option",  "trouble",    "worries",      "change",   "further", NULL};
	return sentence->count > 1 && strcmp(sentence->words[0].text, "no") == 0 &&
	       text_is_one_of(sentence->words[1].text, troubles);
}

static const char *const modal[] = {"would", "could", "may", "might", "should", NULL};

/* True where the verb at WORD only says how things stand, or what is over or may come. */
static bool verb_states(const struct sentence *sentence, size_t word, bool *is_verb)
{
	static const char *const being[] = {"is", "are", NULL};
	static const char *const past[] = {"was", "were", NULL};
	static const char *const having[] = {"has", "have", "had", NULL};
	static const char *const been[] = {"been", NULL};
	const char *text = sentence->words[word].text;
	*is_verb = true;
	if (mitigation_is_being(sentence, word) || mitigation_is_supposed(sentence, word) ||
	    mitigation_is_denied(sentence, word) || mitigation_has_been(sentence, word))
		return true;
	if (text_is_one_of(text, being))
		return says_next(sentence, word + 1, mitigation_states) ||
		       mitigation_drifts(sentence, word + 1) ||
		       mitigation_drifts(sentence, word + 2);
	if (text_is_one_of(text, past))
		return says_next(sentence, word + 1, mitigation_done);
	if (text_is_one_of(text, modal))
		return says_next(sentence, word + 1, mitigation_states) ||
		       says_next(sentence, word + 1, mitigation_coming);
	if (text_is_one_of(text, having)) {
		if (!says_next(sentence, word + 1, been))
			return says_next(sentence, word + 1, mitigation_possessed);
		return says_next(sentence, sentence_find(sentence, word, "been") + 1,
		                 mitigation_done) &&
		       !sentence_says(sentence, sentence_find(sentence, word, "been") + 1,
		                      "agreed with");
	}
	*is_verb = text_is_one_of(text, mitigation_standing);
	return *is_verb || (text_is_one_of(text, mitigation_seeming) &&
	                    says_next(sentence, word + 1, mitigation_states));
}

/* True for a sentence whose first verb only says how things stand, or what is over. */
bool mitigation_states_fact(const struct sentence *sentence)
{
	static const char *const no_verb[] = {"unlikely",   "low",  "minimal", "negligible",
	                                      "improbable", "slim", "remote",  NULL};
	for (size_t i = 0; mitigation_existence[i] != NULL; i++)
		if (sentence_says(sentence, 0, mitigation_existence[i]))
			return sentence_find(sentence, 0, "plan") == sentence->count;
	if (mitigation_is_of_all(sentence) || mitigation_is_of_itself(sentence) ||
	    calls_it_something(sentence) || text_is_one_of(sentence->words[0].text, no_verb) ||
	    is_bare_word(sentence) || begins_with_nothing(sentence) || says_no_trouble(sentence))
		return true;
	for (size_t i = 0; i < sentence->count; i++) {
		bool is_verb;
		const char *text = sentence->words[i].text;
		bool so = strcmp(text, "so") == 0 && !sentence_says(sentence, i, "so far");
		if (so || text_is_one_of(text, mitigation_joints))
			return false;
		if (i == 0 && !text_is_one_of(text, modal))
			continue;
		bool state = verb_states(sentence, i, &is_verb);
		if (is_verb || state)
			return state;
	}
	return false;
}
