/*
 * Mitigations that are notes: declared in candour/ask.h.
 *
 * A mitigation says what is being done. One is doubted where every sentence of it states a
 * fact ("there are levels of flexibility", "the policy has been developed", "the impact would
 * be low") or a hope ("it is hoped that", "we do not expect this"), and none has a mark of an
 * action: an imperative, a form in -ing, "will", "to be", "every month". What is neither is
 * left alone, such as "Weekly meetings".
 */
#include "candour/ask.h"
#include "candour/mitigation_words.h"
#include "candour/risk_rows.h"

#include <string.h>

#include "base/text.h"

enum { QUOTED_MOST = 90, SENTENCES_MOST = 20 };

static bool ends_in_ing(const struct word *word)
{
	size_t length = strlen(word->text);
	return word->type == WORD_LETTERS && length > 4 &&
	       strcmp(word->text + length - 3, "ing") == 0 &&
	       !text_is_one_of(word->text, mitigation_no_actions);
}

/* "Partnerships are deepening (already).": what comes about by itself, and is done to
 * nothing. */
static bool drifts(const struct sentence *sentence, size_t word)
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

/* "Signs are encouraging": where "encouraging" stands. */
static bool is_of_signs(const struct sentence *sentence, size_t word)
{
	bool last = word + 1 >= sentence->count || sentence->words[word + 1].type == WORD_MARK;
	return last && word_is_any(&sentence->words[word],
	                           "encouraging promising reassuring worrying surprising");
}

/* "Agree the limits", not "Support is good": true where an order begins at WORD. */
static bool is_order(const struct sentence *sentence, size_t word)
{
	static const char *const verbs[] = {"is",   "are",   "was",   "were",   "has",
	                                    "have", "had",   "would", "should", "could",
	                                    "may",  "might", "of",    "from",   NULL};
	return text_is_one_of(sentence->words[word].text, mitigation_imperatives) &&
	       (word + 1 >= sentence->count ||
	        !text_is_one_of(sentence->words[word + 1].text, verbs));
}

/* True where something is being done, or done every month. */
static bool has_action(const struct sentence *sentence)
{
	if (sentence_has(sentence, mitigation_actions))
		return true;
	for (size_t i = 0; i < sentence->count; i++) {
		const char *text = sentence->words[i].text;
		bool begins = i == 0 || strcmp(sentence->words[i - 1].text, ";") == 0 ||
		              strcmp(sentence->words[i - 1].text, ":") == 0;
		bool of = i > 0 && strcmp(sentence->words[i - 1].text, "of") == 0;
		if ((begins && is_order(sentence, i)) ||
		    (!of && ends_in_ing(&sentence->words[i]) && !drifts(sentence, i) &&
		     !is_of_signs(sentence, i)))
			return true;
		/* "The policy is being reviewed." */
		if (strcmp(text, "being") == 0 && i > 0 &&
		    (strcmp(sentence->words[i - 1].text, "is") == 0 ||
		     strcmp(sentence->words[i - 1].text, "are") == 0))
			return true;
	}
	return false;
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

/* "Strong support from members", "good working relationships". */
static bool is_bare_comfort(const struct sentence *sentence)
{
	static const char *const praise[] = {"good",  "strong", "excellent", "close",  "positive",
	                                     "warm",  "broad",  "wide",      "solid",  "sound",
	                                     "great", "high",   "general",   "mutual", NULL};
	static const char *const comforts[] = {"relationships",
	                                       "relationship",
	                                       "goodwill",
	                                       "support",
	                                       "understanding",
	                                       "links",
	                                       "experience",
	                                       "confidence",
	                                       "trust",
	                                       "rapport",
	                                       "will",
	                                       "relations",
	                                       "awareness",
	                                       "commitment",
	                                       "feeling",
	                                       "faith",
	                                       NULL};
	enum { COMFORT_NEAR = 3, COMFORT_MOST = 12 };
	size_t from = text_is_one_of(sentence->words[0].text, praise) ? 1 : 0;
	if (sentence->count > COMFORT_MOST || sentence_has(sentence, mitigation_actions))
		return false;
	if (strcmp(sentence->words[0].text, "goodwill") == 0)
		return true;
	for (size_t i = from; from != 0 && i < sentence->count && i <= COMFORT_NEAR; i++)
		if (text_is_one_of(sentence->words[i].text, comforts))
			return true;
	return false;
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
	if (text_is_one_of(text, being))
		return says_next(sentence, word + 1, mitigation_states) ||
		       drifts(sentence, word + 1) || drifts(sentence, word + 2);
	if (text_is_one_of(text, past))
		return says_next(sentence, word + 1, mitigation_done);
	if (text_is_one_of(text, modal))
		return says_next(sentence, word + 1, mitigation_states) ||
		       says_next(sentence, word + 1, mitigation_coming);
	if (text_is_one_of(text, having)) {
		if (!says_next(sentence, word + 1, been))
			return says_next(sentence, word + 1, mitigation_possessed);
		return says_next(sentence, sentence_find(sentence, word, "been") + 1,
		                 mitigation_done);
	}
	*is_verb = text_is_one_of(text, mitigation_standing);
	return *is_verb || (text_is_one_of(text, mitigation_seeming) &&
	                    says_next(sentence, word + 1, mitigation_states));
}

/* True for a sentence whose first verb only says how things stand, or what is over. */
static bool states_fact(const struct sentence *sentence)
{
	static const char *const no_verb[] = {"unlikely",   "low",    "minimal", "negligible",
	                                      "improbable", "nobody", "no-one",  "slim",
	                                      "remote",     NULL};
	for (size_t i = 0; mitigation_existence[i] != NULL; i++)
		if (sentence_says(sentence, 0, mitigation_existence[i]))
			return sentence_find(sentence, 0, "plan") == sentence->count;
	if (calls_it_something(sentence) || text_is_one_of(sentence->words[0].text, no_verb) ||
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

/* "Similar councils have not had this problem", "we have dealt with such problems in the past":
 * what was, as a comfort. */
static bool looks_back(const struct sentence *sentence)
{
	static const char *const times[] = {"in the past",       "in previous", "in earlier",
	                                    "in past years",     "in recent",   "on previous",
	                                    "on past occasions", NULL};
	static const char *const verbs[] = {
		"dealt",  "managed",  "coped",    "handled", "seen",     "had",       "happened",
		"faced",  "overcome", "survived", "arisen",  "occurred", "come",      "worked",
		"helped", "been",     "arose",    "did",     "lived",    "succeeded", NULL};
	static const char *const phrases[] = {"has not had",
	                                      "have not had",
	                                      "had not had",
	                                      "has not seen",
	                                      "have not seen",
	                                      "has not experienced",
	                                      "have not experienced",
	                                      "not suffered",
	                                      "has not happened",
	                                      "has not arisen",
	                                      "has not occurred",
	                                      "has never been",
	                                      "have never had",
	                                      "has never had",
	                                      "have never seen",
	                                      "have never been",
	                                      "been a problem",
	                                      "no history of",
	                                      "been stable",
	                                      "been steady",
	                                      "been quiet",
	                                      "been manageable",
	                                      "been low",
	                                      "been few",
	                                      "coped with",
	                                      "has coped",
	                                      "have coped",
	                                      "managed without",
	                                      "come through",
	                                      "dealt with similar",
	                                      "dealt with such",
	                                      "handled similar",
	                                      "handled such",
	                                      "managed similar",
	                                      "overcome similar",
	                                      "faced similar",
	                                      "ridden out",
	                                      "weathered",
	                                      "historically",
	                                      "track record",
	                                      NULL};
	/* "The clauses that let us down in the past have been rewritten". */
	for (size_t i = 0; i < sentence->count; i++)
		if (text_is_one_of(sentence->words[i].text, mitigation_joints) &&
		    !word_is_any(&sentence->words[i], ", to"))
			return false;
	if (sentence_has(sentence, mitigation_intents))
		return false;
	if (sentence_has(sentence, phrases))
		return true;
	for (size_t i = 0; sentence_has(sentence, times) && i < sentence->count; i++)
		if (text_is_one_of(sentence->words[i].text, verbs))
			return true;
	return false;
}

/* True for a sentence that says no action. */
static bool is_idle(const struct sentence *sentence)
{
	if (is_order(sentence, 0))
		return false;
	if (sentence_has(sentence, mitigation_hopes) || is_bare_comfort(sentence))
		return true;
	if (has_action(sentence))
		return false;
	return sentence_has(sentence, mitigation_shrugs) || looks_back(sentence) ||
	       (!sentence_has(sentence, mitigation_intents) && states_fact(sentence));
}

/* True where every sentence is a fact or a hope, and none says what is done. */
static bool is_note(const struct sentences *sentences)
{
	if (sentences->count == 0 || sentences->count > SENTENCES_MOST)
		return false;
	for (size_t i = 0; i < sentences->count; i++)
		if (!is_idle(&sentences->items[i]))
			return false;
	return true;
}

void ask_mitigation_no_action(const struct question *question)
{
	const struct update *update = chapter_update(question->chapter);
	const struct risk *rows = LIST_OF(struct risk, update->risks);
	for (size_t i = 0; i < update->risks.count; i++) {
		struct arena arena = ARENA_INIT;
		struct sentences sentences = {0};
		const struct value *mitigation = &rows[i].mitigation;
		if (risk_is_open(&rows[i]) && mitigation->text != NULL)
			sentences_of_text(mitigation->text, &arena, &sentences);
		if (is_note(&sentences)) {
			struct doubt *doubt = doubt_raise(
				question, mitigation->place,
				"the mitigation \"%s\" states a fact or a hope, and no action",
				text_quote(mitigation->text, QUOTED_MOST, &arena));
			doubt_point(question, doubt, question->chapter, rows[i].place,
			            "open risk \"%s\"",
			            text_quote(rows[i].risk.text, QUOTED_MOST, &arena));
		}
		arena_release(&arena);
	}
}
