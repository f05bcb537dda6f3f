/*
 * Mitigations that are notes: declared in candour/ask.h.
 *
 * A mitigation says what is being done. One is doubted where every sentence of it states a
 * fact ("there are levels of flexibility", "the policy has been developed", "the impact would
 * be low") or a hope ("it is hoped that", "we do not expect this"), and none has a mark of an
 * action: an imperative, a form in -ing, "will", "to be", "every month". What is neither is
 * left alone, such as "Weekly meetings". Facts are told by their grammar: mitigation_being.h.
 */
#include "candour/ask.h"
#include "candour/mitigation_being.h"
#include "candour/mitigation_fact.h"
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
		    (!of && ends_in_ing(&sentence->words[i]) && !mitigation_drifts(sentence, i) &&
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

/* "will be asked"; not "too soon to say what this will mean". */
static bool has_intent(const struct sentence *sentence)
{
	static const char *const asked[] = {"what", "how", "whether", NULL};
	size_t question = 0;
	while (question < sentence->count && !text_is_one_of(sentence->words[question].text, asked))
		question++;
	for (size_t i = 0; mitigation_intents[i] != NULL; i++)
		if (sentence_find(sentence, 0, mitigation_intents[i]) < question)
			return true;
	return false;
}

/* "As before": nothing else. */
static bool is_as_ever(const struct sentence *sentence)
{
	static const char *const phrases[] = {"as before",  "as above",   "no change", "unchanged",
	                                      "as ever",    "as usual",   "none",      "nil",
	                                      "same again", "not needed", "ditto",     NULL};
	enum { EVER_MOST = 3 };
	return sentence->count <= EVER_MOST && sentence_has(sentence, phrases);
}

/* True for a sentence that says no action. */
static bool is_idle(const struct sentence *sentence)
{
	if (is_order(sentence, 0))
		return false;
	if (sentence_has(sentence, mitigation_hopes) || is_bare_comfort(sentence) ||
	    mitigation_is_classed(sentence) || is_as_ever(sentence))
		return true;
	if (has_action(sentence))
		return false;
	return sentence_has(sentence, mitigation_shrugs) || looks_back(sentence) ||
	       (!has_intent(sentence) && mitigation_states_fact(sentence));
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
