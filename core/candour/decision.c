#include "candour/decision.h"

#include <string.h>

#include "base/text.h"

bool decision_is_break(const char *text)
{
	static const char *const breaks[] = {";",     ":",       ".",     "which",  "who",
	                                     "that",  "but",     "while", "before", "after",
	                                     "until", "because", NULL};
	return text_is_one_of(text, breaks);
}

/* --- what is done --- */

static const char *const decisions[] = {
	"agreed",      "approved",   "ratified", "signed",       "endorsed", "adopted",
	"decided",     "resolved",   "accepted", "passed",       "cleared",  "authorised",
	"authorized",  "sanctioned", "granted",  "backed",       "settled",  "approval",
	"endorsement", "agreement",  "decision", "ratification", "sign-off", "go-ahead",
	"adoption",    NULL};

static const char *const others[] = {
	"considered",  "noted",    "received", "reviewed",  "discussed",   "met",   "confirmed",
	"supported",   "voted",    "debated",  "examined",  "scrutinised", "heard", "held",
	"recommended", "took",     "taken",    "presented", "reported",    "asked", "went",
	"determined",  "rejected", "welcomed", "concluded", NULL};

/* Nouns that come from others than a committee as well, and are deeds only beside one. */
static const char *const gifts[] = {"support",    "backing",       "blessing",  "consent",
                                    "assent",     "permission",    "clearance", "resolution",
                                    "acceptance", "authorisation", "vote",      NULL};

static const char *const nouns[] = {"adoption",     "approval", "endorsement",
                                    "agreement",    "decision", "sign-off",
                                    "ratification", "go-ahead", NULL};

bool decision_is_verb(const char *text)
{
	return text_is_one_of(text, decisions) || text_is_one_of(text, others);
}

bool decision_is_own_verb(const char *text)
{
	return decision_is_verb(text) ||
	       text_is_one_of(text, (const char *const[]){
					    "gave", "reached", "opted", "chose", "convened", "sat",
					    "instructed", "directed", "delegated", "commissioned",
					    "appointed", "elected", "amended", "content", NULL});
}

/* "the go ahead", "the green light". */
static bool is_leave(const struct sentence *sentence, size_t word)
{
	const char *last = word > 0 ? sentence->words[word - 1].text : "";
	const char *text = sentence->words[word].text;
	return (strcmp(last, "go") == 0 && strcmp(text, "ahead") == 0) ||
	       (strcmp(last, "green") == 0 && strcmp(text, "light") == 0);
}

bool decision_is_noun(const struct sentence *sentence, size_t word)
{
	return word < sentence->count &&
	       (text_is_one_of(sentence->words[word].text, nouns) ||
	        text_is_one_of(sentence->words[word].text, gifts) || is_leave(sentence, word));
}

bool decision_is_decision(const struct sentence *sentence, size_t word)
{
	return word < sentence->count && (text_is_one_of(sentence->words[word].text, decisions) ||
	                                  decision_is_noun(sentence, word));
}

/* --- what is still to be done --- */

static bool is_adverb(const char *text)
{
	size_t length = strlen(text);
	return length > 3 && strcmp(text + length - 2, "ly") == 0;
}

bool decision_is_ahead(const struct sentence *sentence, size_t verb)
{
	static const char *const before[] = {"be",      "to",    "being",    "for",     "seek",
	                                     "seeking", "await", "awaiting", "pending", "before",
	                                     "need",    "needs", "no",       "not",     "without",
	                                     "awaits",  "seeks", "sought",   NULL};
	static const char *const between[] = {"and", "the", "its",    "their", "a",
	                                      "an",  "our", "formal", "final", NULL};
	size_t at = verb;
	/* An adverb may stand between, and so may another verb. */
	while (at > 0) {
		const char *text = sentence->words[at - 1].text;
		if (!is_adverb(text) && !text_is_one_of(text, between) &&
		    !(decision_is_verb(text) && at >= 2 && verb - at < 3))
			break;
		at--;
	}
	/* "thanks to the approval" */
	if (at > 1 && text_is_one_of(sentence->words[at - 2].text,
	                             (const char *const[]){"thanks", "owing", "according", "put",
	                                                   "came", "went", "led", "given", NULL}))
		return false;
	return at > 0 && text_is_one_of(sentence->words[at - 1].text, before);
}

/* What may stand between "is" and what it is: "is now due", "is still to be agreed". */
static bool is_aside(const char *text)
{
	return is_adverb(text) ||
	       text_is_one_of(text, (const char *const[]){"now", "still", "also", "yet", "next",
	                                                  "then", "not", NULL});
}

static const char *text_at(const struct sentence *sentence, size_t word)
{
	return word < sentence->count ? sentence->words[word].text : "";
}

/* "is due", "are still to", "has been arranged for": how many words; or 0. */
static size_t future_behind_be(const struct sentence *sentence, size_t word)
{
	static const char *const states[] = {
		"due",      "to",        "scheduled", "planned",    "expected",   "booked",
		"intended", "set",       "going",     "programmed", "timetabled", "anticipated",
		"awaited",  "hoped",     "slated",    "diarised",   "pencilled",  "preparing",
		"arranged", "yet",       "envisaged", "sought",     "aiming",     "hoping",
		"planning", "intending", "listed",    "tabled",     NULL};
	static const char *const ways[] = {
		"on course to",    "on track to",      "about to",
		"on its way to",   "on the way to",    "our intention to",
		"on their way to", "its intention to", NULL};
	static const char *const readied[] = {"prepared", "written",   "drafted", "made",
	                                      "readied",  "finalised", NULL};
	static const char *const arranged[] = {"scheduled", "arranged",   "booked",     "set",
	                                       "planned",   "timetabled", "programmed", "diarised",
	                                       "pencilled", NULL};
	const char *text = text_at(sentence, word);
	if (strcmp(text, "is") == 0 || strcmp(text, "are") == 0) {
		size_t at = word + 1;
		if (is_aside(text_at(sentence, at)) &&
		    !text_is_one_of(text_at(sentence, at), states))
			at++;
		for (const char *const *way = ways; *way != NULL; way++)
			if (sentence_says(sentence, at, *way))
				return 2;
		/* "We are taking the code to the Board", and not forward. */
		if (sentence_says(sentence, at, "taking the") ||
		    sentence_says(sentence, at, "bringing the") ||
		    sentence_says(sentence, at, "presenting the"))
			return at + 1 - word;
		/* "A paper is being written for the Board" */
		if (strcmp(text_at(sentence, at), "being") == 0 &&
		    text_is_one_of(text_at(sentence, at + 1), readied) &&
		    strcmp(text_at(sentence, at + 2), "for") == 0)
			return at + 3 - word;
		return text_is_one_of(text_at(sentence, at), states) ? at + 1 - word : 0;
	}
	if ((strcmp(text, "has") == 0 || strcmp(text, "have") == 0) &&
	    strcmp(text_at(sentence, word + 1), "been") == 0 &&
	    text_is_one_of(text_at(sentence, word + 2), arranged) &&
	    text_is_one_of(text_at(sentence, word + 3), (const char *const[]){"for", "in", NULL}))
		return 4;
	return 0;
}

size_t decision_future(const struct sentence *sentence, size_t word)
{
	static const char *const alone[] = {"will",       "shall",       "we'll",  "it'll",
	                                    "upcoming",   "forthcoming", "awaits", "expect",
	                                    "anticipate", "expects",     "await",  NULL};
	/* Behind these "plan", "hope" and "aim" are things. */
	static const char *const articles[] = {"the", "a", "our", "its", "their", "this", NULL};
	static const char *const before_to[] = {
		"due",  "expect",   "expects", "plan",  "plans",   "aim",     "aims",   "intend",
		"hope", "intends",  "hopes",   "meets", "remains", "propose", "wishes", "yet",
		"wish", "proposes", "remain",  "ready", "subject", NULL};
	static const char *const goes[] = {"to", "before", "forward", "back", NULL};
	const char *text = text_at(sentence, word), *next = text_at(sentence, word + 1);
	size_t behind_be = future_behind_be(sentence, word);
	if (behind_be != 0)
		return behind_be;
	if (strcmp(next, "to") == 0 && text_is_one_of(text, before_to))
		return word > 0 && text_is_one_of(text_at(sentence, word - 1), articles) ? 0 : 2;
	if ((strcmp(text, "goes") == 0 || strcmp(text, "comes") == 0) && text_is_one_of(next, goes))
		return 2;
	if (strcmp(text, "look") == 0 || strcmp(text, "looking") == 0)
		return strcmp(next, "forward") == 0 ? 2 : 0;
	if (strcmp(text, "it's") == 0 && strcmp(next, "due") == 0)
		return 2;
	return text_is_one_of(text, alone) ? 1 : 0;
}
