/*
 * What the prose says of risks, against the rows: declared in candour/ask.h.
 *
 * A denial is "no risks", "neither risks nor concerns", "not aware of any risks",
 * "risks: none", "nothing to report by way of risks". It counts where nothing narrows it:
 * "no new risks", "no risks about the budget", "no risks beyond those listed" and "no risk is
 * rated high" deny something else, and nobody denies anything who says that "there is no
 * project without any risks". "No concerns" alone is none, and "no concerns or issues" is one.
 */
#include "candour/ask.h"
#include "candour/narrowed.h"
#include "candour/risk_rows.h"

#include <ctype.h>
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
	static const char *const plain[] = {
		"known",       "identified",  "current",    "open",     "live",     "active",
		"real",        "such",        "present",    "existing", "apparent", "obvious",
		"outstanding", "foreseeable", "unresolved", "evident",  NULL};
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
                                         "currently",
                                         "presently",
                                         "now",
                                         "today",
                                         "here",
                                         "as",
                                         "whatsoever",
                                         "at all",
                                         "exist",
                                         "exists",
                                         "either",
                                         "this time",
                                         "at present",
                                         "at this",
                                         "at the moment",
                                         "at the time",
                                         "at time",
                                         "this period",
                                         "this month",
                                         "this quarter",
                                         "of note",
                                         "of any kind",
                                         "yet",
                                         "so far",
                                         "known",
                                         "identified",
                                         "affecting",
                                         "facing",
                                         "we know of",
                                         "that we know of",
                                         "of which we",
                                         "we are aware",
                                         "that we are aware",
                                         NULL};

/* Behind these, what the denial is about: it may be the work as a whole. */
static const char *const about[] = {"for",    "in",        "on",     "with",
                                    "within", "affecting", "facing", NULL};
static const char *const whole[] = {"workstream", "project", "theme",   "period", "programme",
                                    "work",       "month",   "quarter", "area",   NULL};

/* "To report", "to bring to the Board's attention". */
static const char *const telling[] = {
	"report",  "raise", "flag", "note",     "record", "declare", "highlight", "bring",
	"mention", "share", "draw", "disclose", "log",    "notify",  "speak",     NULL};

/*
 * "Have been raised", "were identified", "are open". Not "have arisen" or "were added": those
 * that are listed may have been there before.
 */
static const char *const found[] = {
	"identified", "raised", "reported",  "recorded",    "noted",    "flagged",     "known",
	"open",       "found",  "apparent",  "evident",     "present",  "foreseen",    "logged",
	"notified",   "seen",   "envisaged", "anticipated", "expected", "outstanding", "registered",
	"live",       "active", "declared",  "highlighted", NULL};

/* What is left over where others are named, or where only what is new is meant. */
static const char *const beyond[] = {"since",  "beyond",     "besides",  "except",  "apart",
                                     "than",   "additional", "excepted", "listed",  "already",
                                     "before", "above",      "addition", "further", "new",
                                     "unless", "until",      "aside",    "save",    NULL};

/* "In this workstream", "for the project". */
static bool is_of_the_whole(const struct sentence *sentence, size_t word)
{
	static const char *const articles[] = {"the", "this", "our", NULL};
	return is_one_of(word_at(sentence, word), about) &&
	       is_one_of(word_at(sentence, word + 1), articles) &&
	       is_one_of(word_at(sentence, word + 2), whole);
}

/* "Have been raised", "were identified", "need to be flagged". */
static bool is_of_finding(const struct sentence *sentence, size_t word)
{
	static const char *const verbs[] = {
		"are", "is", "were",      "was", "have",      "has", "need",    "needs", "been",
		"to",  "be", "currently", "yet", "presently", "at",  "present", NULL};
	size_t at = word;
	while (is_one_of(word_at(sentence, at), verbs))
		at++;
	return at != word && is_one_of(word_at(sentence, at), found);
}

/* True where the part of the sentence that begins at WORD names others, or what is new. */
static bool goes_beyond(const struct sentence *sentence, size_t word)
{
	static const char *const joints[] = {"and", "but", "so", "as", NULL};
	for (size_t i = word; i < sentence->count; i++) {
		const struct word *at = &sentence->words[i];
		if (is_one_of(at->text, beyond))
			return true;
		if (at->type == WORD_MARK || is_one_of(at->text, joints))
			return false;
	}
	return false;
}

/* True where what follows does not narrow the denial. */
static bool ends_plainly(const struct sentence *sentence, size_t word)
{
	static const char *const leads[] = {"to", "worth", NULL};
	static const char *const topics[] = {"on", "about", "regarding", "concerning", NULL};
	if (word >= sentence->count)
		return true;
	if (goes_beyond(sentence, word))
		return false;
	for (size_t i = 0; plain_ends[i] != NULL; i++)
		if (sentence_says(sentence, word, plain_ends[i]) &&
		    !is_one_of(word_at(sentence, word), about))
			return true;
	if (is_of_the_whole(sentence, word) || is_of_finding(sentence, word))
		return true;
	/* "To report", not "to report on the depot". */
	return is_one_of(word_at(sentence, word), leads) &&
	       is_one_of(word_at(sentence, word + 1), telling) &&
	       !is_one_of(word_at(sentence, word + 2), topics);
}

/* "I am pleased to report that", "we can confirm that": where THAT stands. */
static bool is_told(const struct sentence *sentence, size_t that)
{
	static const char *const verbs[] = {"say",    "report",  "reports", "confirm", "confirms",
	                                    "note",   "state",   "advise",  "pleased", "satisfied",
	                                    "record", "reports", NULL};
	return that > 0 && is_one_of(sentence->words[that - 1].text, verbs);
}

/* True where the sentence does not say it of here and now. */
static bool is_turned(const struct sentence *sentence, size_t word)
{
	static const char *const turns[] = {"if",     "until",  "unless",     "when", "not",
	                                    "cannot", "almost", "previously", "last", "earlier",
	                                    "would",  "should", "once",       "hope", "hopefully",
	                                    "aim",    "ensure", "soon",       NULL};
	for (size_t i = 0; i < word; i++) {
		const char *text = sentence->words[i].text;
		if (is_one_of(text, turns) || (strcmp(text, "that") == 0 && !is_told(sentence, i)))
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
		if (is_one_of(sentence->words[i].text, denials) ||
		    (word - i <= ARTICLE_NEAR && is_one_of(sentence->words[i].text, articles)))
			return true;
	return false;
}

/* "Not aware of any", "do not have any", "without any": where ANY stands. */
static bool is_negated(const struct sentence *sentence, size_t any)
{
	static const char *const negations[] = {"not",   "no",    "cannot", "without",
	                                        "never", "don't", "aren't", "haven't",
	                                        "isn't", "nor",   NULL};
	for (size_t i = any; i-- > 0 && any - i <= ANY_NEAR;) {
		const char *text = sentence->words[i].text;
		if (!is_one_of(text, negations))
			continue;
		bool twice = strcmp(text, "without") == 0 && is_denied_twice(sentence, i);
		return !twice && !is_turned(sentence, i);
	}
	return false;
}

static bool is_being(const char *word)
{
	static const char *const words[] = {"is",        "are",    "remains", "remain",
	                                    "currently", "now",    "present", "presently",
	                                    "entirely",  "wholly", NULL};
	return is_one_of(word, words);
}

/* "Nothing to report by way of risks": where NOTHING stands. */
static bool has_nothing(const struct sentence *sentence, size_t nothing)
{
	static const char *const links[] = {"by",     "way",     "of",    "in",      "terms",
	                                    "on",     "the",     "under", "as",      "regarding",
	                                    "for",    "to",      "with",  "regards", "concerning",
	                                    "regard", "respect", NULL};
	size_t at = nothing + 3;
	if (strcmp(word_at(sentence, nothing + 1), "to") != 0 ||
	    !is_one_of(word_at(sentence, nothing + 2), telling))
		return false;
	while (is_one_of(word_at(sentence, at), links))
		at++;
	return at > nothing + 3 && read_troubles(sentence, &at) && ends_plainly(sentence, at);
}

/* "All of the risks have now been closed": where ALL stands. */
static bool closes_all(const struct sentence *sentence, size_t all)
{
	static const char *const links[] = {"of",    "the",        "our", "these",
	                                    "known", "identified", NULL};
	static const char *const verbs[] = {"have", "has", "been", "are",
	                                    "is",   "now", "were", NULL};
	static const char *const closed[] = {"closed", "resolved", "eliminated", "gone", NULL};
	size_t at = all + 1;
	while (is_one_of(word_at(sentence, at), links))
		at++;
	if (!is_risk(word_at(sentence, at)))
		return false;
	size_t verb = ++at;
	while (is_one_of(word_at(sentence, at), verbs))
		at++;
	return at != verb && is_one_of(word_at(sentence, at), closed) && !goes_beyond(sentence, at);
}

/* "Risks and issues: none." */
static bool answers_none(const struct sentence *sentence)
{
	static const char *const none[] = {"none", "nil", "nothing", NULL};
	size_t at = 0;
	if (!read_troubles(sentence, &at) ||
	    (strcmp(word_at(sentence, at), ":") != 0 && strcmp(word_at(sentence, at), "-") != 0))
		return false;
	return (is_one_of(word_at(sentence, at + 1), none) && ends_plainly(sentence, at + 2)) ||
	       (strcmp(word_at(sentence, at + 1), "no") == 0 && at + 3 >= sentence->count);
}

/* What begins a denial, and what it must be followed by. */
static bool denies_at(const struct sentence *sentence, size_t word)
{
	static const char *const no[] = {"no", "zero", "nil", "neither", NULL};
	static const char *const from[] = {"of", "from", NULL};
	static const char *const all[] = {"all", "every", "each", NULL};
	const char *text = sentence->words[word].text;
	const char *before = word == 0 ? "" : sentence->words[word - 1].text;
	size_t at = word + 1;
	if (word == 0 && answers_none(sentence))
		return true;
	if (strcmp(text, "any") == 0)
		return is_negated(sentence, word) && read_troubles(sentence, &at) &&
		       ends_plainly(sentence, at);
	if (is_turned(sentence, word))
		return false;
	if (is_one_of(text, no))
		return read_troubles(sentence, &at) && ends_plainly(sentence, at);
	if (strcmp(text, "free") == 0 && is_one_of(word_at(sentence, at), from)) {
		at++;
		return !is_denied_twice(sentence, word) && read_troubles(sentence, &at) &&
		       ends_plainly(sentence, at);
	}
	if (is_being(before) && strcmp(text, "without") == 0)
		return read_troubles(sentence, &at) && ends_plainly(sentence, at) &&
		       !is_denied_twice(sentence, word);
	if (is_being(before) && strcmp(text, "risk-free") == 0)
		return ends_plainly(sentence, at) && !is_denied_twice(sentence, word);
	return (strcmp(text, "nothing") == 0 && has_nothing(sentence, word)) ||
	       (is_one_of(text, all) && closes_all(sentence, word));
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

/* "None." in a section about risks, or about concerns and issues. */
static bool denies_section(const struct chapter *chapter, const struct sentence *sentence)
{
	static const char *const none[] = {"none", "nil", "nothing", NULL};
	const struct body *body = &chapter->document->body;
	int section = sentence->passage->section;
	if (section == BODY_PREFACE || !is_one_of(sentence->words[0].text, none) ||
	    !ends_plainly(sentence, 1))
		return false;
	const char *title = body->sections[section].title;
	return title_has(title, "risk") ||
	       (title_has(title, "concern") && title_has(title, "issue"));
}

/* "The risk register is empty": the word that it begins with, or sentence->count. */
static size_t find_empty_list(const struct sentence *sentence)
{
	static const char *const phrases[] = {
		"risk register is empty",     "list of risks is empty", "risk list is empty",
		"register of risks is empty", "risk register is blank", NULL};
	for (size_t i = 0; phrases[i] != NULL; i++) {
		size_t at = sentence_find(sentence, 0, phrases[i]);
		if (at < sentence->count && !is_turned(sentence, at))
			return at;
	}
	return sentence->count;
}

/* The word that a denial begins with, or sentence->count. */
static size_t find_denial(const struct chapter *chapter, const struct sentence *sentence)
{
	if (denies_section(chapter, sentence))
		return 0;
	for (size_t i = 0; i < sentence->count; i++)
		if (denies_at(sentence, i))
			return i;
	return find_empty_list(sentence);
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
