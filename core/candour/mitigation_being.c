#include "candour/mitigation_being.h"

#include <string.h>

#include "base/text.h"

enum { LOOK_AHEAD = 5 };

static const char *text_at(const struct sentence *sentence, size_t word)
{
	return word < sentence->count ? sentence->words[word].text : "";
}

static bool is_any(const struct sentence *sentence, size_t word, const char *list)
{
	return word < sentence->count && word_is_any(&sentence->words[word], list);
}

static bool ends_with(const char *text, const char *ending)
{
	size_t length = strlen(text), wanted = strlen(ending);
	return length > wanted + 1 && strcmp(text + length - wanted, ending) == 0;
}

/* "reviewed", "kept": what somebody has done to it. */
static bool is_participle(const char *text)
{
	static const char *const irregular[] = {
		"kept",   "held",    "set",    "built",    "bought",  "sent",   "put",    "made",
		"met",    "drawn",   "given",  "taken",    "written", "split",  "lent",   "paid",
		"done",   "begun",   "chosen", "found",    "shown",   "sought", "taught", "told",
		"spent",  "brought", "led",    "run",      "cut",     "let",    "laid",   "fed",
		"read",   "dealt",   "bound",  "overseen", "driven",  "sold",   "hidden", "spread",
		"broken", "borne",   "left",   "got",      "won",     "fixed",  "shut",   NULL};
	static const char *const feelings[] = {
		"surprised",     "worried",      "concerned",   "pleased",
		"interested",    "convinced",    "experienced", "relaxed",
		"committed",     "dedicated",    "respected",   "regarded",
		"sighted",       "alarmed",      "motivated",   "united",
		"unaffected",    "unchanged",    "reassured",   "disposed",
		"used",          "well-liked",   "admired",     "valued",
		"talented",      "seasoned",     "unfounded",   "exaggerated",
		"overstated",    "disappointed", "delighted",   "astonished",
		"amazed",        "satisfied",    "shocked",     "unexpected",
		"unprecedented", "liked",        "loved",       "informed",
		"invested",      "involved",     "mixed",       "tired",
		"determined",    "exposed",      NULL};
	return (ends_with(text, "ed") && !text_is_one_of(text, feelings)) ||
	       text_is_one_of(text, irregular);
}

/* Qualities by which a risk is held down, and words that begin a place or a time. */
static bool is_hold(const char *text)
{
	static const char *const words[] = {
		"available",   "ready",       "mandatory",   "compulsory",  "conditional",
		"independent", "payable",     "due",         "dual",        "open",
		"subject",     "responsible", "live",        "operational", "on",
		"in",          "under",       "at",          "with",        "for",
		"from",        "by",          "up",          "down",        "through",
		"off",         "over",        "to",          "back",        "now",
		"there",       "here",        "accountable", "contractual", "statutory",
		"binding",     "renewable",   "spare",       "free",        "able",
		"about",       "as",          "part-time",   "full-time",   "active",
		"complete",    "done",        "online",      "secure",      "double",
		"half",        "optional",    "exempt",      "liable",      NULL};
	return text_is_one_of(text, words);
}

/* Words that only colour what comes behind them. */
static bool is_colour(const char *text)
{
	static const char *const words[] = {
		"not",     "very",     "quite",  "rather",  "so",    "too",    "more",  "most",
		"less",    "much",     "still",  "also",    "never", "seldom", "often", "far",
		"just",    "always",   "as",     "well",    "all",   "both",   "only",  "even",
		"perhaps", "somewhat", "almost", "already", "no",    NULL};
	return text_is_one_of(text, words) || (ends_with(text, "ly") && strlen(text) > 4);
}

static bool is_weak_noun(const char *text)
{
	static const char *const words[] = {
		"risk",     "risks",     "matter",      "matters",   "problem",  "problems",
		"fact",     "facts",     "issue",       "issues",    "feature",  "thing",
		"things",   "something", "one",         "concern",   "worry",    "possibility",
		"part",     "question",  "consequence", "strength",  "comfort",  "pity",
		"shame",    "hazard",    "given",       "nature",    "decision", "lot",
		"pressure", "danger",    "chance",      "prospect",  "sign",     "judgement",
		"area",     "time",      "reality",     "certainty", NULL};
	return text_is_one_of(text, words);
}

static size_t skip_colours(const struct sentence *sentence, size_t word)
{
	while (word < sentence->count && is_colour(text_at(sentence, word)))
		word++;
	return word;
}

/* A weak noun a little behind an article: "a strong one", "one of those things". */
static bool is_weak_phrase(const struct sentence *sentence, size_t word)
{
	for (size_t at = word; at < sentence->count && at <= word + LOOK_AHEAD; at++) {
		if (sentence->words[at].type == WORD_MARK || is_participle(text_at(sentence, at)))
			return false;
		if (is_weak_noun(text_at(sentence, at)))
			return true;
	}
	return false;
}

/* True where what stands at WORD says of what kind something is. */
static bool is_quality(const struct sentence *sentence, size_t word)
{
	static const char articles[] = "a an the one another its their our his her";
	static const char places[] = "against beyond behind out outside unlike like within past";
	static const char *const phrases[] = {"in the hands of", "in good spirits", "in our favour",
	                                      "in our gift",     "up to",           "on our side",
	                                      "on board",        "at stake",        "in favour",
	                                      "in the lap of",   "in good health",  "of the view",
	                                      "of the same",     "in two minds",    "down to",
	                                      "in agreement",    "in sympathy",     "for others to",
	                                      "at ease",         "on good terms",   NULL};
	size_t at = skip_colours(sentence, word);
	const char *text = text_at(sentence, at);
	for (size_t i = 0; phrases[i] != NULL; i++)
		if (sentence_says(sentence, at, phrases[i]))
			return true;
	if (at >= sentence->count || sentence->words[at].type != WORD_LETTERS)
		return false;
	if (is_any(sentence, at, articles))
		return is_weak_phrase(sentence, at);
	if (is_any(sentence, at, places))
		return true;
	return sentence->words[at].number < 0 && !is_participle(text) && !is_hold(text) &&
	       !ends_with(text, "ing");
}

/* "No order is placed without a quote", "nothing is paid until it is checked". */
static bool is_held_back(const struct sentence *sentence)
{
	static const char *const holds[] = {"without",  "until",  "unless", "before",
	                                    "provided", "except", NULL};
	return sentence_has(sentence, holds);
}

bool mitigation_is_being(const struct sentence *sentence, size_t word)
{
	size_t at = word + 1;
	bool seems = is_any(sentence, word,
	                    "seem seems seemed appear appears appeared sounds remain remains");
	if (seems && sentence_says(sentence, at, "to be"))
		at += 2;
	return (seems || is_any(sentence, word, "is are was were")) && is_quality(sentence, at) &&
	       !is_held_back(sentence);
}

bool mitigation_is_supposed(const struct sentence *sentence, size_t word)
{
	if (!is_any(sentence, word, "would could may might should can") || is_held_back(sentence))
		return false;
	size_t at = skip_colours(sentence, word + 1);
	if (is_any(sentence, at, "be"))
		return is_quality(sentence, at + 1);
	return is_any(sentence, at,
	              "have cause make seem appear feel mean suffer cope manage hurt bear") ||
	       (at > word + 1 && is_any(sentence, word + 1, "not never hardly well"));
}

bool mitigation_has_been(const struct sentence *sentence, size_t word)
{
	return is_any(sentence, word, "has have had") && !is_held_back(sentence) &&
	       ((is_any(sentence, word + 1, "been") && is_quality(sentence, word + 2)) ||
	        (is_colour(text_at(sentence, word + 1)) && is_any(sentence, word + 2, "been") &&
	         is_quality(sentence, word + 3)));
}

bool mitigation_is_of_itself(const struct sentence *sentence)
{
	static const char things[] =
		"demand price prices cost costs rate rates market markets weather winter winters "
		"summer numbers turnover inflation economy interest sickness levels morale "
		"relations chances odds likelihood probability experience history signs trends "
		"feeling opinion mood confidence goodwill events circumstances bids rents";
	enum { SUBJECT_MOST = 4 };
	size_t at = 0;
	while (at < sentence->count && at < SUBJECT_MOST && !is_any(sentence, at, things))
		at++;
	/* A thing, then what it does: nothing between that is done to it. */
	if (!is_any(sentence, at, things) || is_held_back(sentence) ||
	    (at > 0 && is_participle(text_at(sentence, 0))))
		return false;
	size_t verb = skip_colours(sentence, at + 1);
	for (size_t i = verb + 1; i < sentence->count; i++)
		if (is_participle(text_at(sentence, i)) &&
		    is_any(sentence, i - 1, "is are was were be been being"))
			return false;
	return is_any(sentence, verb,
	              "is are was were has have had do rose fell came went tend drop "
	              "fall rise recover settle ease vary change") ||
	       (ends_with(text_at(sentence, verb), "s") && !is_any(sentence, verb, "plans"));
}

bool mitigation_is_denied(const struct sentence *sentence, size_t word)
{
	/* "cannot be ruled out" */
	if (is_any(sentence, word, "cannot") && is_any(sentence, word + 1, "be"))
		return !is_held_back(sentence);
	return is_any(sentence, word, "do does did") && is_any(sentence, word + 1, "not") &&
	       !is_held_back(sentence);
}

bool mitigation_is_of_all(const struct sentence *sentence)
{
	static const char all[] = "nobody no-one everyone everybody none few";
	bool all_concerned = sentence_says(sentence, 0, "all concerned") ||
	                     sentence_says(sentence, 0, "no one") ||
	                     sentence_says(sentence, 0, "no other") ||
	                     sentence_says(sentence, 0, "all parties");
	if ((!is_any(sentence, 0, all) && !all_concerned) || is_held_back(sentence))
		return false;
	for (size_t at = 1; at < sentence->count; at++)
		if (is_any(sentence, at, "has have") &&
		    !is_any(sentence, 0, "nobody no-one none few no"))
			return is_any(sentence, at + 1, "been") && is_quality(sentence, at + 2);
		else if (is_any(sentence, at, "is are was were"))
			return !is_participle(text_at(sentence, skip_colours(sentence, at + 1)));
		else if (is_any(sentence, at, "will must gets meets attends"))
			return false;
	return true;
}

bool mitigation_is_classed(const struct sentence *sentence)
{
	/* "This is for the county to deal with" */
	if (is_any(sentence, 0, "this it that") && sentence_says(sentence, 1, "is for"))
		return true;
	return is_any(sentence, 0, "this it that these those such") &&
	       is_any(sentence, 1, "is are was were") &&
	       is_any(sentence, skip_colours(sentence, 2), "a an one the something just") &&
	       is_weak_phrase(sentence, 2);
}
