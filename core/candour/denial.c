/*
 * What the prose says of risks, against the rows: declared in candour/ask.h.
 *
 * A denial is "no risks", "neither risks nor concerns", "not aware of any risks",
 * "risks: none". It counts where nothing narrows it: "no new risks", "no risks about the
 * budget" and "no risk is rated high" deny something else. "No concerns" alone is none,
 * and "no concerns or issues" is one.
 */
#include "candour/ask.h"
#include "candour/narrowed.h"
#include "candour/risk_rows.h"

#include <string.h>

enum {
	QUOTED_MOST = 90,
	ANY_NEAR = 5, /* words between "not" and "any" */
};

static bool is_one_of(const char *word, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strcmp(*words, word) == 0)
			return true;
	return false;
}

static const char *word_at(const struct sentence *sentence, size_t word)
{
	return word < sentence->count ? sentence->words[word].text : "";
}

/* --- no risks --- */

static bool is_risk(const char *word)
{
	return strcmp(word, "risk") == 0 || strcmp(word, "risks") == 0;
}

static bool is_trouble(const char *word)
{
	static const char *const words[] = {"concern",  "concerns", "issue",   "issues", "problem",
	                                    "problems", "worry",    "worries", NULL};
	return is_risk(word) || is_one_of(word, words);
}

/*
 * Reads "risks", "known risks or concerns", "issues or concerns" at *WORD and goes on
 * behind it. True where risks are among them, or two other troubles.
 */
static bool read_troubles(const struct sentence *sentence, size_t *word)
{
	static const char *const plain[] = {"known",       "identified", "current",  "open",
	                                    "live",        "active",     "real",     "such",
	                                    "outstanding", "present",    "existing", NULL};
	static const char *const joints[] = {"or", "and", "nor", "/", ",", "&", NULL};
	bool risks = false;
	size_t troubles = 0, at = *word;
	at += is_one_of(word_at(sentence, at), plain) ? 1 : 0;
	while (is_trouble(word_at(sentence, at))) {
		risks = risks || is_risk(word_at(sentence, at));
		troubles++;
		*word = ++at;
		while (is_one_of(word_at(sentence, at), joints))
			at++;
	}
	return risks || troubles > 1;
}

/* What may follow a denial without narrowing it. */
static const char *const plain_ends[] = {".",
                                         "!",
                                         ",",
                                         ";",
                                         ":",
                                         ")",
                                         "-",
                                         "and",
                                         "but",
                                         "so",
                                         "at present",
                                         "at this time",
                                         "at this stage",
                                         "at this point",
                                         "at the moment",
                                         "currently",
                                         "presently",
                                         "to report",
                                         "to raise",
                                         "to flag",
                                         "to note",
                                         "to record",
                                         "to declare",
                                         "to highlight",
                                         "affecting the workstream",
                                         "affecting this workstream",
                                         "affecting the project",
                                         "were raised",
                                         "have been raised",
                                         "in the period",
                                         "for this workstream",
                                         "for the workstream",
                                         "for this project",
                                         "for the project",
                                         "for this theme",
                                         "in this workstream",
                                         "on this workstream",
                                         "in the workstream",
                                         "with this workstream",
                                         "for the theme",
                                         "on this project",
                                         "with the project",
                                         "with the workstream",
                                         "this period",
                                         "this month",
                                         "this quarter",
                                         "in this period",
                                         "now",
                                         "today",
                                         "here",
                                         "as",
                                         "have been identified",
                                         "are known",
                                         "are open",
                                         "were identified",
                                         "identified",
                                         "known",
                                         "exist",
                                         "whatsoever",
                                         "at all",
                                         NULL};

/* True where what follows does not narrow the denial. */
static bool ends_plainly(const struct sentence *sentence, size_t word)
{
	if (word >= sentence->count)
		return true;
	for (size_t i = 0; plain_ends[i] != NULL; i++)
		if (sentence_says(sentence, word, plain_ends[i]))
			return true;
	return false;
}

/* True where the sentence does not say it of here and now. */
static bool is_turned(const struct sentence *sentence, size_t word)
{
	static const char *const turns[] = {"if",     "until",  "unless",     "when", "not",
	                                    "cannot", "almost", "previously", "last", "earlier",
	                                    "would",  "should", "once",       "hope", "hopefully",
	                                    "aim",    "ensure", "that",       "soon", NULL};
	for (size_t i = 0; i < word; i++)
		if (is_one_of(sentence->words[i].text, turns))
			return true;
	return false;
}

/* "not aware of any", "do not have any", "without any": where ANY stands. */
static bool is_negated(const struct sentence *sentence, size_t any)
{
	static const char *const negations[] = {"not",   "no",     "cannot",  "without", "never",
	                                        "don't", "aren't", "haven't", "isn't",   NULL};
	for (size_t i = any; i-- > 0 && any - i <= ANY_NEAR;)
		if (is_one_of(sentence->words[i].text, negations))
			return !is_turned(sentence, i);
	return false;
}

/* True where a denial begins at WORD. */
static bool denies_at(const struct sentence *sentence, size_t word)
{
	static const char *const none[] = {"none", "nil", "no", NULL};
	const char *text = sentence->words[word].text;
	size_t at = word + 1;
	if ((strcmp(text, "no") == 0 || strcmp(text, "zero") == 0 ||
	     strcmp(text, "neither") == 0) &&
	    !is_turned(sentence, word))
		return read_troubles(sentence, &at) && ends_plainly(sentence, at);
	if (strcmp(text, "any") == 0 && is_negated(sentence, word))
		return read_troubles(sentence, &at) && ends_plainly(sentence, at);
	if (strcmp(text, "free") == 0 && !is_turned(sentence, word) &&
	    (strcmp(word_at(sentence, at), "of") == 0 ||
	     strcmp(word_at(sentence, at), "from") == 0)) {
		at++;
		return read_troubles(sentence, &at) && ends_plainly(sentence, at);
	}
	if (sentence_says(sentence, word, "all risks have been closed") ||
	    sentence_says(sentence, word, "all risks are closed") ||
	    sentence_says(sentence, word, "all the risks are closed"))
		return !is_turned(sentence, word);
	/* "Risks and issues: none." */
	if (word != 0)
		return false;
	at = 0;
	return read_troubles(sentence, &at) &&
	       (strcmp(word_at(sentence, at), ":") == 0 ||
	        strcmp(word_at(sentence, at), "-") == 0) &&
	       is_one_of(word_at(sentence, at + 1), none) && at + 3 >= sentence->count;
}

/* "None." in a section about risks. */
static bool denies_section(const struct chapter *chapter, const struct sentence *sentence)
{
	static const char *const none[] = {"none", "nil", NULL};
	const struct body *body = &chapter->document->body;
	int section = sentence->passage->section;
	if (section == BODY_PREFACE || !is_one_of(sentence->words[0].text, none) ||
	    !ends_plainly(sentence, 1))
		return false;
	const char *title = body->sections[section].title;
	return strstr(title, "Risk") != NULL || strstr(title, "risk") != NULL;
}

/* The word that a denial begins with, or sentence->count. */
static size_t find_denial(const struct chapter *chapter, const struct sentence *sentence)
{
	if (denies_section(chapter, sentence))
		return 0;
	for (size_t i = 0; i < sentence->count; i++)
		if (denies_at(sentence, i))
			return i;
	return sentence->count;
}

void ask_risks_denied(const struct question *question)
{
	const struct chapter *chapter = question->chapter;
	size_t open = risks_open(chapter_update(chapter));
	const struct sentences *sentences = chapter_sentences(chapter);
	struct arena arena = ARENA_INIT;
	for (size_t i = 0; i < sentences->count && open != 0; i++) {
		const struct sentence *sentence = &sentences->items[i];
		size_t word = sentence->passage->quoted ? sentence->count
		                                        : find_denial(chapter, sentence);
		if (word == sentence->count)
			continue;
		struct doubt *doubt = doubt_raise(
			question, sentence_place(chapter->document, sentence, word),
			"says \"%s\", and lists %zu open risk%s",
			sentence_quote(sentence, QUOTED_MOST, &arena), open, open == 1 ? "" : "s");
		risks_point(question, doubt);
	}
	ask_narrowed(question);
	arena_release(&arena);
}
