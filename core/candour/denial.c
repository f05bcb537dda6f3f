/*
 * What the prose says of risks, against the rows: declared in candour/ask.h.
 *
 * A denial is "no risks", "neither risks nor concerns", "not aware of any risks",
 * "risks: none", "nothing to report by way of risks". It counts where nothing narrows it:
 * "no new risks", "no risks about the budget", "no risks beyond those listed" and "no risk is
 * rated high" deny something else, and nobody denies anything who says that "there is no
 * project without any risks". "No concerns" alone is none, and "no concerns or issues" is one.
 */
#include "candour/denial.h"

#include "candour/ask.h"
#include "candour/narrowed.h"
#include "candour/risk_rows.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

enum {
	QUOTED_MOST = 90,
	ANY_NEAR = 7, /* words between "not" and "any" */
	SUCH_NEAR = 4,
};

static const char *word_at(const struct sentence *sentence, size_t word)
{
	return word < sentence->count ? sentence->words[word].text : "";
}

/* "I am pleased to report that", "we can confirm that": where THAT stands. */
static bool is_told(const struct sentence *sentence, size_t that)
{
	static const char *const verbs[] = {
		"glad",  "believes",  "says",    "thinks",    "confirm", "considers", "consider",
		"happy", "confident", "believe", "feel",      "think",   "view",      "clear",
		"find",  "found",     "agree",   "agreed",    "opinion", "conclude",  "concluded",
		"sure",  "say",       "report",  "reports",   "confirm", "confirms",  "note",
		"state", "advise",    "pleased", "satisfied", "record",  "reports",   NULL};
	return that > 0 && text_is_one_of(sentence->words[that - 1].text, verbs);
}

bool denial_is_turned(const struct sentence *sentence, size_t word)
{
	static const char *const turns[] = {"if",     "until",  "unless",     "when", "not",
	                                    "cannot", "almost", "previously", "last", "earlier",
	                                    "would",  "should", "once",       "hope", "hopefully",
	                                    "aim",    "ensure", "soon",       NULL};
	static const char saying[] = "note know say like";
	for (size_t i = 0; i < word; i++) {
		const char *text = sentence->words[i].text;
		/* "Members should note that there are no risks." */
		bool should = text_equal(text, "should") || text_equal(text, "would");
		if (should && word_is_any(&sentence->words[i + 1], saying))
			continue;
		if (text_is_one_of(text, turns) ||
		    (text_equal(text, "that") && !is_told(sentence, i)))
			return true;
	}
	return false;
}

/* "There is no project without any risks", "nobody is ever free of risk". */
static bool is_denied_twice(const struct sentence *sentence, size_t word)
{
	static const char *const denials[] = {"no",    "not",    "nobody",  "none",   "nothing",
	                                      "never", "few",    "hardly",  "rarely", "seldom",
	                                      "nor",   "cannot", "neither", "who",    "such",
	                                      "isn't", "don't",  NULL};
	static const char *const articles[] = {"a", "an", "any", "every", "each", NULL};
	enum { ARTICLE_NEAR = 2 };
	for (size_t i = 0; i < word; i++)
		if (text_is_one_of(sentence->words[i].text, denials) ||
		    (word - i <= ARTICLE_NEAR && text_is_one_of(sentence->words[i].text, articles)))
			return true;
	return false;
}

/* "Not aware of any", "do not have any", "without any": where ANY stands. */
static bool is_negated(const struct sentence *sentence, size_t any)
{
	static const char *const negations[] = {"neither", "nobody", "none",  "nothing", "doesn\'t",
	                                        "hasn\'t", "cannot", "not",   "no",      "cannot",
	                                        "without", "never",  "don't", "aren't",  "haven't",
	                                        "isn't",   "nor",    NULL};
	for (size_t i = any; i-- > 0 && any - i <= ANY_NEAR;) {
		const char *text = sentence->words[i].text;
		if (!text_is_one_of(text, negations))
			continue;
		bool twice = text_equal(text, "without") && is_denied_twice(sentence, i);
		return !twice && !denial_is_turned(sentence, i);
	}
	return false;
}

static bool is_being(const char *word)
{
	static const char *const words[] = {"is",        "are",    "remains", "remain",
	                                    "currently", "now",    "present", "presently",
	                                    "entirely",  "wholly", NULL};
	return text_is_one_of(word, words);
}

/* "Nothing to report by way of risks", "nothing that we would call a risk". */
static bool has_nothing(const struct sentence *sentence, size_t nothing)
{
	static const char *const links[] = {
		"by",        "way",     "of",         "in",        "terms",      "on",
		"the",       "under",   "as",         "regarding", "for",        "to",
		"with",      "regards", "concerning", "regard",    "respect",    "that",
		"we",        "i",       "would",      "could",     "can",        "be",
		"call",      "called",  "regarded",   "a",         "count",      "counts",
		"amounts",   "amount",  "see",        "class",     "classed",    "describe",
		"described", "say",     "has",        "arisen",    "come",       "up",
		"emerged",   "which",   "is",         "consider",  "considered", "currently",
		"now",       "here",    "at",         "present",   "there",      "either",
		"any",       "about",   NULL};
	enum { LINKS_MOST = 9 };
	size_t at = nothing + 1;
	while (at - nothing <= LINKS_MOST &&
	       (text_is_one_of(word_at(sentence, at), links) ||
	        text_is_one_of(word_at(sentence, at), denial_telling)))
		at++;
	return at > nothing + 1 && denial_read_troubles(sentence, &at) &&
	       denial_ends_plainly(sentence, at);
}

/* "All of the risks have now been closed": where ALL stands. */
static bool closes_all(const struct sentence *sentence, size_t all)
{
	static const char *const links[] = {"of",    "the",        "our", "these",
	                                    "known", "identified", NULL};
	static const char *const verbs[] = {"have", "has",  "been", "are", "is",
	                                    "now",  "were", "all",  NULL};
	static const char *const closed[] = {"closed",  "resolved", "eliminated", "gone",
	                                     "removed", "overcome", "passed",     "lifted",
	                                     "retired", "cleared",  NULL};
	size_t at = all + 1;
	while (text_is_one_of(word_at(sentence, at), links))
		at++;
	if (!denial_is_risk(word_at(sentence, at)))
		return false;
	size_t verb = ++at;
	while (text_is_one_of(word_at(sentence, at), verbs))
		at++;
	return at != verb && text_is_one_of(word_at(sentence, at), closed) &&
	       !denial_goes_beyond(sentence, at);
}

/* "Risks and issues: none", "on risks there is nothing to report", "of risks there are none". */
static bool answers_none(const struct sentence *sentence)
{
	static const char *const leads[] = {
		"on",      "as",    "for",    "to",      "of",         "regarding", "in",
		"terms",   "with",  "regard", "respect", "concerning", "under",     "by",
		"way",     "about", "the",    "our",     "regards",    "touching",  "question",
		"subject", "topic", "matter", "front",   NULL};
	static const char *const none[] = {"none", "nil", "nothing", NULL};
	static const char *const links[] = {
		":",      "-",     ",",    "there", "is",        "are",     "we",      "have",
		"has",    "the",   "team", "both",  "currently", "at",      "present", "again",
		"remain", "still", "this", "month", "period",    "quarter", "for",     NULL};
	enum { LEADS_MOST = 5, LINKS_MOST = 6 };
	size_t at = 0;
	while (at < LEADS_MOST && text_is_one_of(word_at(sentence, at), leads))
		at++;
	if (!denial_read_troubles(sentence, &at))
		return false;
	size_t from = at;
	bool mark =
		text_equal(word_at(sentence, at), ":") || text_equal(word_at(sentence, at), "-");
	while (at - from < LINKS_MOST && text_is_one_of(word_at(sentence, at), links))
		at++;
	return (at != from && text_is_one_of(word_at(sentence, at), none) &&
	        denial_ends_plainly(sentence, at + 1)) ||
	       (mark && text_equal(word_at(sentence, from + 1), "no") &&
	        from + 3 >= sentence->count);
}

/* "Nil return on risks": where NIL stands. */
static bool returns_nil(const struct sentence *sentence, size_t nil)
{
	static const char leads[] = "on for under against the";
	size_t at = nil + 2;
	if (!text_equal(word_at(sentence, nil + 1), "return"))
		return false;
	while (at < sentence->count && word_is_any(&sentence->words[at], leads))
		at++;
	return at > nil + 2 && denial_read_troubles(sentence, &at);
}

/* What begins a denial, and what it must be followed by. */
static bool denies_at(const struct sentence *sentence, size_t word)
{
	static const char *const no[] = {"no", "zero", "nil", "neither", NULL};
	static const char *const clear[] = {"free", "clear", "devoid", NULL};
	static const char *const from[] = {"of", "from", NULL};
	static const char *const whole[] = {"any", "all", NULL};
	static const char *const single[] = {"not a single", "not one", NULL};
	static const char *const all[] = {"all", "every", "each", NULL};
	static const char *const running[] = {"running", "runs",  "proceeding", "progressing",
	                                      "forward", "ahead", "be",         NULL};
	const char *text = sentence->words[word].text;
	const char *before = word == 0 ? "" : sentence->words[word - 1].text;
	size_t at = word + 1;
	if (word == 0 && answers_none(sentence))
		return true;
	if (text_equal(text, "any"))
		return is_negated(sentence, word) && denial_read_troubles(sentence, &at) &&
		       denial_ends_plainly(sentence, at);
	if (denial_is_turned(sentence, word))
		return false;
	for (size_t i = 0; text_equal(text, "not") && single[i] != NULL; i++)
		if (sentence_says(sentence, word, single[i])) {
			at = word + (i == 0 ? 3 : 2);
			return denial_read_troubles(sentence, &at) &&
			       denial_ends_plainly(sentence, at);
		}
	if (text_equal(text, "nil") && returns_nil(sentence, word))
		return true;
	if (text_is_one_of(text, no))
		return denial_read_troubles(sentence, &at) && denial_ends_plainly(sentence, at);
	if (text_is_one_of(text, clear) && text_is_one_of(word_at(sentence, at), from)) {
		at += text_is_one_of(word_at(sentence, at + 1), whole) ? 2 : 1;
		return !is_denied_twice(sentence, word) && denial_read_troubles(sentence, &at) &&
		       denial_ends_plainly(sentence, at);
	}
	/* "This is a workstream without risks." */
	bool such = word <= SUCH_NEAR && sentence_says(sentence, 0, "this is a");
	if ((such || is_being(before) || text_is_one_of(before, running)) &&
	    text_equal(text, "without"))
		return denial_read_troubles(sentence, &at) && denial_ends_plainly(sentence, at) &&
		       (such || !is_denied_twice(sentence, word));
	if (is_being(before) && text_equal(text, "risk-free"))
		return denial_ends_plainly(sentence, at) && !is_denied_twice(sentence, word);
	return (text_equal(text, "nothing") && has_nothing(sentence, word)) ||
	       (text_is_one_of(text, all) && closes_all(sentence, word)) ||
	       (sentence_says(sentence, word, "the risks have all") && closes_all(sentence, word));
}

/* True where the title has these letters, small or capital. */
static bool title_has(const char *title, const char *letters)
{
	size_t length = strlen(letters), alike;
	for (; *title != '\0'; title++) {
		for (alike = 0; alike < length; alike++)
			if (tolower((unsigned char)title[alike]) != letters[alike])
				break;
		if (alike == length)
			return true;
	}
	return false;
}

/* "None." in a section about risks, or about concerns and issues, that answers nothing else. */
static bool denies_section(const struct chapter *chapter, const struct sentence *sentences,
                           size_t index)
{
	static const char *const none[] = {"none", "nil", "nothing", NULL};
	const struct body *body = &chapter_document(chapter)->body;
	const struct sentence *sentence = &sentences[index];
	int section = sentence->passage->section;
	bool first = index == 0 || sentence[-1].passage != sentence->passage;
	if (!first || section == BODY_PREFACE || !text_is_one_of(sentence->words[0].text, none) ||
	    !denial_ends_plainly(sentence, 1))
		return false;
	const char *title = body->sections[section].title;
	return title_has(title, "risk") ||
	       (title_has(title, "concern") && title_has(title, "issue"));
}

/* "Any risks? None." */
static bool answers_question(const struct sentence *sentences, size_t index)
{
	static const char none[] = "none nil no nothing";
	static const char others[] = "new further other additional change changes changed closed";
	enum { QUESTION_MOST = 8, ANSWER_MOST = 4 };
	const struct sentence *answer = &sentences[index], *asked = answer - 1;
	if (index == 0 || asked->passage != answer->passage || asked->count > QUESTION_MOST ||
	    answer->count > ANSWER_MOST || !word_is_any(&answer->words[0], none) ||
	    !text_equal(asked->words[asked->count - 1].text, "?"))
		return false;
	bool risks = false;
	for (size_t i = 0; i < asked->count; i++) {
		risks = risks || denial_is_risk(asked->words[i].text);
		if (word_is_any(&asked->words[i], others))
			return false;
	}
	return risks;
}

/* "The risk register is empty": the word that it begins with, or sentence->count. */
static size_t find_empty_list(const struct sentence *sentence)
{
	static const char *const lists[] = {"risk register", "list of risks",     "risk list",
	                                    "risk log",      "register of risks", NULL};
	static const char being[] = "is stands remains currently presently now still at present";
	static const char empty[] = "empty blank clear bare";
	for (size_t i = 0; lists[i] != NULL; i++) {
		size_t found = sentence_find(sentence, 0, lists[i]), at = found + 2;
		while (at < sentence->count && !word_is_any(&sentence->words[at], empty) &&
		       (at == found + 2 || word_is_any(&sentence->words[at], being)))
			at++;
		bool last = at + 1 >= sentence->count || sentence->words[at + 1].type == WORD_MARK;
		if (last && at < sentence->count && at > found + 2 &&
		    word_is_any(&sentence->words[at], empty) && !denial_is_turned(sentence, found))
			return found;
	}
	return sentence->count;
}

/* The word that a denial begins with, or sentence->count. */
static size_t find_denial(const struct chapter *chapter, const struct sentence *sentences,
                          size_t index)
{
	const struct sentence *sentence = &sentences[index];
	if (denies_section(chapter, sentences, index) || answers_question(sentences, index))
		return 0;
	for (size_t i = 0; i < sentence->count; i++)
		if (denies_at(sentence, i))
			return i;
	size_t empty = find_empty_list(sentence);
	return empty < sentence->count ? empty : denial_find_nothing(sentence);
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
		                                        : find_denial(chapter, sentences->items, i);
		if (word == sentence->count)
			continue;
		struct doubt *doubt = doubt_raise(
			question, sentence_place(chapter_document(chapter), sentence, word),
			"says \"%s\", and lists %zu open risk%s",
			sentence_quote(sentence, QUOTED_MOST, &arena), open, open == 1 ? "" : "s");
		risks_point(question, doubt);
	}
	ask_narrowed(question);
	arena_release(&arena);
}
