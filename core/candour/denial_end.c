#include "candour/denial.h"

#include <string.h>

#include "base/text.h"

static const char *word_at(const struct sentence *sentence, size_t word)
{
	return word < sentence->count ? sentence->words[word].text : "";
}

bool denial_is_risk(const char *word)
{
	return strcmp(word, "risk") == 0 || strcmp(word, "risks") == 0;
}

static bool is_trouble(const char *word)
{
	static const char *const words[] = {"concern",      "concerns",      "issue",    "issues",
	                                    "problem",      "problems",      "worry",    "worries",
	                                    "threat",       "threats",       "danger",   "dangers",
	                                    "difficulties", "obstacles",     "matters",  "hazards",
	                                    "doubts",       "uncertainties", "blockers", NULL};
	return denial_is_risk(word) || text_is_one_of(word, words);
}

bool denial_read_troubles(const struct sentence *sentence, size_t *word)
{
	static const char *const plain[] = {
		"known",       "identified",  "current",    "open",     "live",     "active",
		"real",        "such",        "present",    "existing", "apparent", "obvious",
		"outstanding", "foreseeable", "unresolved", "evident",  NULL};
	static const char *const joints[] = {"or", "and",   "nor", "/", ",",  "&", "(",
	                                     "no", "other", "any", "a", "an", NULL};
	bool risks = false;
	size_t troubles = 0, at = *word;
	at += text_is_one_of(word_at(sentence, at), plain) ? 1 : 0;
	while (is_trouble(word_at(sentence, at))) {
		risks = risks || denial_is_risk(word_at(sentence, at));
		troubles++;
		*word = ++at;
		/* "matters of risk" */
		if (strcmp(word_at(sentence, at), "of") == 0 &&
		    is_trouble(word_at(sentence, at + 1)))
			at++;
		while (text_is_one_of(word_at(sentence, at), joints))
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
                                         "we know of",
                                         "that we know of",
                                         "of which we",
                                         "we are aware",
                                         "that we are aware",
                                         "whatever",
                                         "of any sort",
                                         "on our side",
                                         "on our part",
                                         "on this occasion",
                                         "on record",
                                         "on the horizon",
                                         "on our radar",
                                         "on the radar",
                                         "from our side",
                                         "from us",
                                         "this time",
                                         "this year",
                                         "just now",
                                         "right now",
                                         "for now",
                                         "for the moment",
                                         "for the time",
                                         "in sight",
                                         "in view",
                                         "in prospect",
                                         "to hand",
                                         "come to mind",
                                         "spring to mind",
                                         "or otherwise",
                                         "worthy of",
                                         "large or small",
                                         "great or small",
                                         "big or small",
                                         "going forward",
                                         "throughout",
                                         "anywhere",
                                         "in the period",
                                         "in this period",
                                         "in the month",
                                         "in the quarter",
                                         "attach to this",
                                         "attaches to this",
                                         "hang over the work",
                                         "hang over this",
                                         "lie ahead",
                                         "when asked",
                                         "trouble us",
                                         "troubles us",
                                         "worry us",
                                         "worries us",
                                         "concern us",
                                         "arise",
                                         "arises",
                                         "present themselves",
                                         "presents itself",
                                         "suggest themselves",
                                         "apply",
                                         "applies",
                                         "to add here",
                                         NULL};

/* These end it, with nothing behind that narrows it. */
static const char *const last_words[] = {"outstanding", "open",    "remain", "remains",
                                         "left",        "pending", "ahead",  "known",
                                         "identified",  "live",    NULL};

/* Behind these, what the denial is about: it may be the work as a whole. */
static const char *const about[] = {
	"for",       "in",         "on",       "with",    "within",   "affecting",   "facing",
	"to",        "associated", "relating", "related", "relation", "connected",   "attached",
	"attaching", "arising",    "from",     "about",   "around",   "surrounding", "surround",
	"regarding", "concerning", "across",   "of",      NULL};
static const char *const whole[] = {
	"workstream", "project", "theme",  "period",     "programme", "work",        "month",
	"quarter",    "area",    "strand", "delivery",   "plan",      "team",        "completion",
	"report",     "update",  "us",     "initiative", "stage",     "undertaking", NULL};

/* "To report", "worth reporting", "to bring to the Board's attention". */
const char *const denial_telling[] = {
	"report",  "raise",     "flag",    "note",     "record",    "declare",   "highlight",
	"bring",   "mention",   "share",   "draw",     "disclose",  "log",       "notify",
	"speak",   "reporting", "raising", "flagging", "noting",    "recording", "mentioning",
	"sharing", "tell",      "signal",  "relate",   "volunteer", NULL};

/*
 * "Have been raised", "were identified", "are open". Not "have arisen" or "were added": see
 * is_of_coming().
 */
static const char *const found[] = {
	"identified",  "raised",      "reported",   "recorded", "noted",     "flagged",
	"known",       "open",        "found",      "apparent", "evident",   "present",
	"foreseen",    "logged",      "notified",   "seen",     "envisaged", "anticipated",
	"expected",    "outstanding", "registered", "live",     "active",    "declared",
	"highlighted", "brought",     "drawn",      "picked",   "spotted",   "detected",
	NULL};

/* What is left over where others are named, or where only what is new is meant. */
static const char *const beyond[] = {"since",  "beyond",     "besides",  "except",  "apart",
                                     "than",   "additional", "excepted", "listed",  "already",
                                     "before", "above",      "addition", "further", "new",
                                     "unless", "until",      "aside",    "save",    NULL};

/* "In this workstream", "to delivery", "associated with the project". */
static bool is_of_the_whole(const struct sentence *sentence, size_t word)
{
	static const char *const articles[] = {"the", "this", "our", NULL};
	static const char bare[] = "delivery completion us";
	enum { ABOUT_MOST = 4 };
	size_t at = word;
	while (at - word < ABOUT_MOST && text_is_one_of(word_at(sentence, at), about))
		at++;
	if (at == word || at >= sentence->count)
		return false;
	if (word_is_any(&sentence->words[at], bare))
		return true;
	return text_is_one_of(sentence->words[at].text, articles) &&
	       text_is_one_of(word_at(sentence, at + 1), whole);
}

/*
 * "Have come to light", "have arisen": of late, where a time is named, and those that are
 * listed may have been there before.
 */
static bool is_of_coming(const struct sentence *sentence, size_t word)
{
	static const char verbs[] = "have has";
	static const char coming[] = "come came arisen arose emerged surfaced";
	static const char times[] =
		"month period quarter week since last year during then recently "
		"lately far today new meeting between";
	size_t at = word;
	at += at < sentence->count && word_is_any(&sentence->words[at], verbs) ? 1 : 0;
	if (at >= sentence->count || !word_is_any(&sentence->words[at], coming))
		return false;
	for (; at < sentence->count; at++)
		if (word_is_any(&sentence->words[at], times) ||
		    strcmp(word_at(sentence, at), "not") == 0)
			return false;
	return true;
}

/* "Have been raised", "were identified", "need to be flagged". */
static bool is_of_finding(const struct sentence *sentence, size_t word)
{
	static const char *const verbs[] = {
		"are", "is", "were",      "was", "have",      "has", "need",    "needs", "been",
		"to",  "be", "currently", "yet", "presently", "at",  "present", NULL};
	size_t at = word;
	while (text_is_one_of(word_at(sentence, at), verbs))
		at++;
	return at != word && text_is_one_of(word_at(sentence, at), found);
}

bool denial_goes_beyond(const struct sentence *sentence, size_t word)
{
	static const char *const joints[] = {"and", "but", "so", "as", NULL};
	for (size_t i = word; i < sentence->count; i++) {
		const struct word *at = &sentence->words[i];
		if (text_is_one_of(at->text, beyond))
			return true;
		if (at->type == WORD_MARK || text_is_one_of(at->text, joints))
			return false;
	}
	return false;
}

/* "That we know of", "that the Board should be aware of", "of which I am aware". */
static bool is_known_to_us(const struct sentence *sentence, size_t word)
{
	static const char begins[] = "that which of we i";
	static const char knows[] =
		"know knows knew aware hear told known mention report raise flag note bring mentioning reporting";
	enum { KNOWN_NEAR = 8 };
	if (word >= sentence->count || !word_is_any(&sentence->words[word], begins))
		return false;
	for (size_t i = word + 1; i < sentence->count && i - word <= KNOWN_NEAR; i++)
		if (strcmp(sentence->words[i].text, "not") == 0)
			return false;
		else if (word_is_any(&sentence->words[i], knows))
			return true;
	return false;
}

/* "That need attention", "requiring the Board's attention", "that merit a mention". */
static bool asks_attention(const struct sentence *sentence, size_t word)
{
	static const char asks[] =
		"need needs require requires warrant warrants merit merits deserve "
		"deserves requiring needing warranting meriting call calls "
		"concern worry trouble";
	static const char bodies[] =
		"board members us me anyone anybody committee council cabinet you";
	static const char ends[] = "attention mention action reporting intervention";
	enum { ASKED_NEAR = 6 };
	size_t at = word;
	at += at < sentence->count && word_is_any(&sentence->words[at], "that which") ? 1 : 0;
	at += at < sentence->count && word_is_any(&sentence->words[at],
	                                          "currently would should could might")
	              ? 1
	              : 0;
	if (at >= sentence->count || !word_is_any(&sentence->words[at], asks))
		return false;
	bool worries = word_is_any(&sentence->words[at], "concern worry trouble");
	for (size_t i = at + 1; i < sentence->count && i - at <= ASKED_NEAR; i++)
		if (word_is_any(&sentence->words[i], worries ? bodies : ends))
			return denial_ends_plainly(sentence, i + 1);
	return false;
}

/* "On our register", and no more. */
static bool is_on_list(const struct sentence *sentence, size_t word)
{
	static const char *const lists[] = {"on our register", "on the register", "in our register",
	                                    "in the register", "on our list",     NULL};
	size_t end = word + 3;
	for (size_t i = 0; lists[i] != NULL; i++)
		if (sentence_says(sentence, word, lists[i]))
			return end >= sentence->count || sentence->words[end].type == WORD_MARK;
	return false;
}

bool denial_ends_plainly(const struct sentence *sentence, size_t word)
{
	static const char *const leads[] = {"to", "worth", NULL};
	static const char *const topics[] = {"on", "about", "regarding", "concerning", NULL};
	if (word >= sentence->count)
		return true;
	if (denial_goes_beyond(sentence, word))
		return false;
	for (size_t i = 0; plain_ends[i] != NULL; i++)
		if (sentence_says(sentence, word, plain_ends[i]))
			return true;
	if (text_is_one_of(word_at(sentence, word), last_words))
		return denial_ends_plainly(sentence, word + 1);
	if (is_of_the_whole(sentence, word) || is_of_finding(sentence, word) ||
	    is_of_coming(sentence, word))
		return true;
	if (is_known_to_us(sentence, word) || is_on_list(sentence, word) ||
	    asks_attention(sentence, word))
		return true;
	/* "To report", not "to report on the depot". */
	return text_is_one_of(word_at(sentence, word), leads) &&
	       text_is_one_of(word_at(sentence, word + 1), denial_telling) &&
	       !text_is_one_of(word_at(sentence, word + 2), topics);
}
