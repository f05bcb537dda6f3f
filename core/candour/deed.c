#include "candour/deed.h"

#include <string.h>

static bool is_any(const struct sentence *sentence, size_t word, const char *words)
{
	return word < sentence->count && word_is_any(&sentence->words[word], words);
}

/* --- what is done --- */

/* Whose a deed is where the clause does not name it. */
enum nameless {
	NAMELESS_NOBODY,
	NAMELESS_FULL, /* the work's, where it is full or final: "full delivery is planned for May"
	                */
	NAMELESS_OURS, /* the work's: "we expect to finish in May" */
	NAMELESS_WE,   /* the same, where "we" or the team stands before: "we hope to be done" */
};

/* Of what a deed must be said to be the workstream's. */
enum needed {
	OF_ANYTHING, /* that the update has a word for */
	OF_WORK,     /* "the work" itself: a list may close, too */
	OF_LAST,     /* the last of it: any milestone may be planned for May */
};

struct deed {
	const char *const *phrases;
	bool noun;
	enum nameless nameless;
	enum needed of;
};

#define PHRASES(...)                                                                               \
	(const char *const[])                                                                      \
	{                                                                                          \
		__VA_ARGS__, NULL                                                                  \
	}

static const struct deed deeds[] = {
	{PHRASES("completion", "end date", "finish date", "end of the work", "end of this work",
                 "end of the workstream", "end of this workstream", "end of the project"),
         true, NAMELESS_OURS, OF_ANYTHING},
	{PHRASES("approval", "approvals", "clearance", "delivery", "sign-off", "adoption",
                 "finalisation", "closure", "handover", "implementation", "ratification",
                 "endorsement", "conclusion"),
         true, NAMELESS_FULL, OF_ANYTHING},
	{PHRASES("complete", "completing", "finish", "finishing", "deliver", "finalise",
                 "conclude"),
         false, NAMELESS_OURS, OF_ANYTHING},
	{PHRASES("finished", "be done", "hand over"), false, NAMELESS_WE, OF_ANYTHING},
	{PHRASES("completed", "completes", "finishes", "delivered", "approve", "approved",
                 "cleared", "finalised", "adopt", "adopted", "ratify", "ratified", "endorse",
                 "endorsed", "concludes", "concluded", "implemented", "signed off", "sign off",
                 "be agreed", "in place", "be ready", "go live", "goes live", "going live"),
         false, NAMELESS_NOBODY, OF_ANYTHING},
	{PHRASES("was agreed", "were agreed"), false, NAMELESS_NOBODY, OF_ANYTHING},
	{PHRASES("close", "wrap", "wrapping up", "wind up", "winding up", "closing down",
                 "crossing the finishing line", "cross the finishing line", "cross the line",
                 "reach the end", "reach our end", "be through", "have everything done",
                 "concluding", "be over", "be at an end", "see everything through"),
         false, NAMELESS_OURS, OF_WORK},
	{PHRASES("an end to", "been met", "been achieved", "been reached", "accepted",
                 "reach its end", "reaches its end", "reach an end", "draw to a close",
                 "draws to a close", "be drawn to a close", "come to its end", "come to a close",
                 "see the work through", "out of the way", "rounded off", "be tied up",
                 "off our hands", "all done", "be behind us", "closing", "finished with",
                 "concluding", "end in", "end on", "end by", "end up in"),
         false, NAMELESS_NOBODY, OF_WORK},
	{PHRASES("closed", "closes", "closing", "wrapped up", "wound up", "be met", "be achieved",
                 "handed over", "to end", "brought to an end", "brought to a close", "ends",
                 "will end", "should end", "come to an end", "comes to an end", "comes to a close"),
         false, NAMELESS_NOBODY, OF_WORK},
	{PHRASES("reached", "arrive", "arrives", "planned for", "due in", "due on", "due by",
                 "due for", "set for", "scheduled for", "expected in", "expected by", "expected on",
                 "falls in", "falls on", "falls by", "follow in", "follow on", "follow by",
                 "follows in", "go to", "goes to", "be presented", "be put to", "be submitted",
                 "come before", "pencilled in", "be produced", "be issued"),
         false, NAMELESS_NOBODY, OF_LAST},
};

/* "delivery plan", "approval process": not the deed, but something called after it. */
static bool is_compound(const struct sentence *sentence, size_t word)
{
	static const char names[] =
		"plan plans team partner partners model board group officer manager report "
		"lead method structure body unit committee vehicle rate rates";
	return word < sentence->count && word_is_any(&sentence->words[word], names);
}

/* "the finished code": what it is, and not when it is done. */
static bool is_attribute(const struct sentence *sentence, size_t word)
{
	const char *text = sentence->words[word].text;
	size_t length = strlen(text);
	return length > 2 && strcmp(text + length - 2, "ed") == 0 && word > 0 &&
	       is_any(sentence, word - 1, "the a an our its their this these all");
}

/* True where the deed at word number WORD belongs to the run: nothing parts the two. */
static bool belongs(const struct clause *clause, size_t word, const struct deed *deed)
{
	const struct sentence *sentence = clause->sentence;
	size_t from = word < clause->run.first ? word : clause->run.behind;
	size_t to = word < clause->run.first ? clause->run.first : word;
	for (size_t i = from; i < to; i++)
		if (!deed->noun && strcmp(sentence->words[i].text, "and") == 0)
			return false;
	for (size_t i = 0; i < clause->mentions->count; i++)
		if (clause->mentions->items[i].word >= from && clause->mentions->items[i].word < to)
			return false;
	return true;
}

/* How many words the deed takes that begins at word number WORD; 0: it does not. */
static size_t deed_length(const struct sentence *sentence, size_t word, const struct deed *deed)
{
	for (const char *const *phrase = deed->phrases; *phrase != NULL; phrase++) {
		size_t length = 1;
		for (const char *at = *phrase; *at != '\0'; at++)
			length += *at == ' ' ? 1 : 0;
		if (sentence_says(sentence, word, *phrase))
			return length;
	}
	return 0;
}

const struct deed *clause_deed(const struct clause *clause, struct words *words)
{
	for (size_t i = words->from; i < clause->to; i++)
		for (size_t k = 0; k < sizeof(deeds) / sizeof(deeds[0]); k++) {
			const struct deed *deed = &deeds[k];
			size_t length = deed_length(clause->sentence, i, deed);
			if (length == 0 ||
			    (deed->noun ? is_compound(clause->sentence, i + length)
			                : is_attribute(clause->sentence, i)) ||
			    !belongs(clause, i, deed))
				continue;
			*words = (struct words){i, i + length};
			return deed;
		}
	return NULL;
}

/* --- whose work it is --- */

/* "finish in May", "completion is now expected": what is done does not stand behind it. */
static bool is_said_alone(const struct sentence *sentence, size_t behind)
{
	static const char words[] =
		"in by on at before until early mid late during around after now no is ahead has "
		"have will to date was should may cannot would could";
	return behind >= sentence->count || is_any(sentence, behind, words) ||
	       is_any(sentence, behind, ". ; , : )");
}

/* "the sponsor has been told that": it does not matter who. */
static bool is_told(const struct sentence *sentence, size_t that)
{
	return that > 0 && is_any(sentence, that, "that") &&
	       is_any(sentence, that - 1, "told informed advised warned notified alerted");
}

static const char us[] = "we i us officers team staff";

/* True where "we" or the team stands right before the word, or before what colours it. */
static bool is_verb_of_ours(const struct clause *clause, size_t word)
{
	static const char between[] = "now do does not have has are am still had can cannot also";
	const struct sentence *sentence = clause->sentence;
	while (word > clause->from && is_any(sentence, word - 1, between))
		word--;
	return word > clause->from && is_any(sentence, word - 1, "we i team");
}

/* Nobody else is named before it: "it is now expected that we ...". */
static bool is_ours(const struct clause *clause, size_t word)
{
	static const char others[] =
		"now do does still currently therefore thus also then however it is was are be been being "
		"will shall should may to that this means expect expects expected anticipate "
		"anticipates anticipated plan plans planned planning aim aims aiming intend intends "
		"intended hope hopes hoped hoping forecast forecasts projected estimated estimate "
		"scheduled due set able on course likely unlikely not before until by in at late "
		"early end of the and our full final overall actual target targeted revised new a an "
		"date for has have had moved slipped as with result latest view ready only working "
		"towards think thinks believe believes assume very first when need needs require requires "
		"realistic likeliest probable earliest best sure towards toward certain cannot clear see our current agreed sponsor board promised undertaken committed told "
		"still more most estimate forecast can does";
	const struct sentence *sentence = clause->sentence;
	for (size_t i = word; i-- > clause->from;) {
		if (is_any(sentence, i, us) || is_told(sentence, i))
			return true;
		/* "We reckon on finishing in May" */
		if (sentence->words[i].type == WORD_LETTERS && is_verb_of_ours(clause, i))
			return true;
		if (sentence->words[i].type == WORD_LETTERS && !is_any(sentence, i, others) &&
		    !date_month_named(sentence->words[i].text, strlen(sentence->words[i].text)))
			return false;
	}
	return true;
}

static bool names_us(const struct clause *clause, size_t word)
{
	for (size_t i = clause->from; i < word; i++)
		if (is_any(clause->sentence, i, us))
			return true;
	return false;
}

/* "a project", "the county's project": not this one. */
static bool is_of_others(const struct sentence *sentence, size_t word)
{
	static const char others[] = "a an another other such their its his her";
	/* "the county's own project" */
	if (word > 1 && is_any(sentence, word - 1, "own"))
		word--;
	if (word == 0)
		return false;
	const char *before = sentence->words[word - 1].text;
	size_t length = strlen(before);
	if (is_any(sentence, word - 1, "team's workstream's project's"))
		return false;
	return is_any(sentence, word - 1, others) ||
	       (length > 2 && strcmp(before + length - 2, "'s") == 0);
}

/* True where one of the words stands a little before word number WORD. */
static bool stands_before(const struct sentence *sentence, size_t word, const char *words)
{
	enum { BETWEEN = 4 };
	for (size_t i = word; i-- > 0 && word - i <= BETWEEN;)
		if (is_any(sentence, i, words))
			return true;
	return false;
}

/* "the work", "the last stage", "all remaining actions"; LAST: no other but the last. */
static bool names_work(const struct sentence *sentence, size_t word, bool last)
{
	static const char works[] =
		"work workstream workstream's project project's theme everything";
	static const char results[] =
		"milestone milestones outcomes deliverables deliverable outputs";
	static const char parts[] =
		"product products stage stages phase step steps element elements piece pieces part "
		"parts strand strands action actions item items task tasks report document documents "
		"recommendations measures packages draft version versions tranche aspects component "
		"components activity activities";
	static const char lasts[] = "last final remaining outstanding closing concluding";
	/* "all that was asked of us", "what we set out to do" */
	if (!last && ((is_any(sentence, word, "all everything") &&
	               is_any(sentence, word + 1, "that we our of")) ||
	              sentence_says(sentence, word, "what we") ||
	              sentence_says(sentence, word, "what remains") ||
	              sentence_says(sentence, word, "what is left") ||
	              sentence_says(sentence, word, "what was asked of us")))
		return true;
	bool result = is_any(sentence, word, results), part = is_any(sentence, word, parts);
	if (is_any(sentence, word, works) || (result && !last))
		return !last && !is_of_others(sentence, word);
	return (result || part) && (stands_before(sentence, word, lasts) ||
	                            (!last && stands_before(sentence, word, "all every finished")));
}

/* "The company plans to": not the plan that the update is about. */
static bool is_verb_of_plan(const struct sentence *sentence, size_t word)
{
	return is_any(sentence, word, "plans plan works work aims aim programmes targets") &&
	       is_any(sentence, word + 1, "to on");
}

bool clause_is_own(const struct clause *clause, const struct deed *deed, struct words words,
                   const struct own_work *own)
{
	const struct sentence *sentence = clause->sentence;
	size_t word = words.from;
	bool full = (word > 0 && is_any(sentence, word - 1, "full final overall complete")) ||
	            sentence_says(sentence, words.behind, "in full");
	bool nameless = deed->nameless == NAMELESS_OURS ||
	                (deed->nameless == NAMELESS_FULL && full) ||
	                (deed->nameless == NAMELESS_WE && names_us(clause, word));
	/* "A finish date of 28 October". */
	bool dated = deed->noun && words.behind + 1 == clause->run.first &&
	             is_any(sentence, words.behind, "of");
	if (nameless && (dated || is_said_alone(sentence, words.behind)) && is_ours(clause, word))
		return true;
	for (size_t i = clause->from; i < clause->to; i++)
		if (names_work(sentence, i, deed->of == OF_LAST) ||
		    (deed->of == OF_ANYTHING && !is_verb_of_plan(sentence, i) &&
		     own_work_names(own, &sentence->words[i])))
			return true;
	return false;
}

/* The words that end before word number END and are a verb of going on: how many; or 0. */
static size_t verb_of_going_on(const struct sentence *sentence, size_t from, size_t end)
{
	static const char *const phrases[] = {
		"run",           "runs",         "running",   "continue",
		"continues",     "last",         "lasts",     "extend",
		"extended",      "prolonged",    "extends",   "stretch",
		"stretches",     "go",           "goes",      "take",
		"overrun",       "overruns",     "stay open", "remain open",
		"stays open",    "remains open", "take us",   "takes us",
		"occupy us",     "keep us busy", "carry",     "keep us occupied",
		"take the team", "need",         NULL};
	for (const char *const *phrase = phrases; *phrase != NULL; phrase++) {
		size_t length = 1;
		for (const char *at = *phrase; *at != '\0'; at++)
			length += *at == ' ' ? 1 : 0;
		if (end >= from + length && sentence_says(sentence, end - length, *phrase))
			return length;
	}
	return 0;
}

/* "the work", "the rest of the work", "work on the remaining products": what ends before END. */
static bool is_work_up_to(const struct clause *clause, size_t end)
{
	static const char works[] = "work workstream project theme";
	const struct sentence *sentence = clause->sentence;
	if (end == clause->from)
		return false;
	/* "Work is set to go on", "Work on the last of the products": it begins the clause. */
	if (is_any(sentence, clause->from, "work")) {
		bool last = end == clause->from + 1;
		for (size_t i = clause->from + 2; i < end; i++)
			last = last || names_work(sentence, i, true);
		return last &&
		       (end == clause->from + 1 || is_any(sentence, clause->from + 1, "on"));
	}
	if (end < clause->from + 2 || !is_any(sentence, end - 1, works))
		return false;
	size_t at = end - 2;
	if (is_any(sentence, at, "remaining outstanding final") && at > clause->from)
		at--;
	if (!is_any(sentence, at, "the this our all"))
		return false;
	/* "a survey of the work" is something else. */
	return at == 0 || !is_any(sentence, at - 1, "of for on in with to from by about under") ||
	       (at > 1 && is_any(sentence, at - 1, "of") &&
	        is_any(sentence, at - 2, "rest remainder last"));
}

/* "We shall be at work on the last products": what ends before END. */
static bool is_at_work_up_to(const struct clause *clause, size_t end)
{
	const struct sentence *sentence = clause->sentence;
	size_t at = clause->from;
	while (at < end && !sentence_says(sentence, at, "work on") &&
	       !sentence_says(sentence, at, "working on"))
		at++;
	return at > clause->from && at < end && is_any(sentence, clause->from, "we the") &&
	       is_ours(clause, at) && names_work(sentence, end - 1, true);
}

bool clause_goes_on(const struct clause *clause, struct words *words)
{
	static const char helpers[] =
		"will now is are likely expected to may well be therefore still planned set due "
		"shall on going bound almost certainly has have been had";
	static const char until[] =
		"on until till to into beyond through the end of early late mid at least well";
	const struct sentence *sentence = clause->sentence;
	size_t at = clause->run.first;
	bool ends = false;
	for (; at > clause->from && is_any(sentence, at - 1, until); at--)
		ends = ends || is_any(sentence, at - 1, "until till to into beyond through");
	if (!ends || at == clause->from)
		return false;
	size_t length = verb_of_going_on(sentence, clause->from, at);
	if (length == 0) {
		*words = (struct words){at - 1, at};
		return is_any(sentence, at, "until till into") && is_at_work_up_to(clause, at);
	}
	at -= length;
	*words = (struct words){at, at + length};
	while (at > clause->from && is_any(sentence, at - 1, helpers))
		at--;
	return is_work_up_to(clause, at);
}
