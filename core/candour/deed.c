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
	{PHRASES("completed", "completes", "finished", "finishes", "delivered", "approve",
                 "approved", "cleared", "finalised", "adopt", "adopted", "ratify", "ratified",
                 "endorse", "endorsed", "concludes", "concluded", "implemented", "signed off",
                 "sign off", "be agreed", "in place", "be ready", "go live", "goes live",
                 "going live"),
         false, NAMELESS_NOBODY, OF_ANYTHING},
	{PHRASES("was agreed", "were agreed"), false, NAMELESS_NOBODY, OF_ANYTHING},
	{PHRASES("close", "wrap up"), false, NAMELESS_OURS, OF_WORK},
	{PHRASES("closed", "closes", "closing", "wrapped up", "be done", "be met", "be achieved",
                 "handed over", "ends", "will end", "should end", "come to an end",
                 "comes to an end", "comes to a close"),
         false, NAMELESS_NOBODY, OF_WORK},
	{PHRASES("planned for", "due in", "due on", "due by", "due for", "set for", "scheduled for",
                 "expected in", "expected by", "expected on", "falls in", "follows in"),
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
			    (deed->noun && is_compound(clause->sentence, i + length)) ||
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
		"have will to date was should may";
	return behind >= sentence->count || is_any(sentence, behind, words) ||
	       is_any(sentence, behind, ". ; , : )");
}

/* Nobody else is named before it: "it is now expected that we ...". */
static bool is_ours(const struct clause *clause, size_t word)
{
	static const char ours[] = "we i officers team staff";
	static const char others[] =
		"now do does still currently therefore thus also then however it is was are be been being "
		"will shall should may to that this means expect expects expected anticipate "
		"anticipates anticipated plan plans planned planning aim aims aiming intend intends "
		"intended hope hopes hoped hoping forecast forecasts projected estimated estimate "
		"scheduled due set able on course likely unlikely not before until by in at late "
		"early end of the and our full final overall actual target targeted revised new a an "
		"date for has have had moved slipped as with result latest view ready only working "
		"towards think believe assume very first when need needs require requires";
	const struct sentence *sentence = clause->sentence;
	for (size_t i = word; i-- > clause->from;) {
		if (is_any(sentence, i, ours))
			return true;
		if (sentence->words[i].type == WORD_LETTERS && !is_any(sentence, i, others) &&
		    !date_month_named(sentence->words[i].text, strlen(sentence->words[i].text)))
			return false;
	}
	return true;
}

/* "a project", "the county's project": not this one. */
static bool is_of_others(const struct sentence *sentence, size_t word)
{
	static const char others[] = "a an another other such their its his her";
	if (word == 0)
		return false;
	const char *before = sentence->words[word - 1].text;
	size_t length = strlen(before);
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
	bool result = is_any(sentence, word, results), part = is_any(sentence, word, parts);
	if (is_any(sentence, word, works) || (result && !last))
		return !last && !is_of_others(sentence, word);
	return (result || part) && (stands_before(sentence, word, lasts) ||
	                            (!last && stands_before(sentence, word, "all every finished")));
}

bool clause_is_own(const struct clause *clause, const struct deed *deed, struct words words,
                   const struct own_work *own)
{
	const struct sentence *sentence = clause->sentence;
	size_t word = words.from;
	bool full = word > 0 && is_any(sentence, word - 1, "full final overall complete");
	bool nameless =
		deed->nameless == NAMELESS_OURS || (deed->nameless == NAMELESS_FULL && full);
	if (nameless && is_said_alone(sentence, words.behind) && is_ours(clause, word))
		return true;
	for (size_t i = clause->from; i < clause->to; i++)
		if (names_work(sentence, i, deed->of == OF_LAST) ||
		    (deed->of == OF_ANYTHING && own_work_names(own, &sentence->words[i])))
			return true;
	return false;
}

bool clause_goes_on(const struct clause *clause, struct words *words)
{
	static const char verbs[] = "run runs continue continues last lasts extend extends stretch "
				    "stretches go goes take";
	static const char helpers[] = "will now is are likely expected to may well be therefore "
				      "still planned set due";
	static const char until[] =
		"on until till to into beyond through the end of early late mid "
		"at least";
	const struct sentence *sentence = clause->sentence;
	size_t at = clause->run.first;
	while (at > clause->from && is_any(sentence, at - 1, until))
		at--;
	if (at == clause->run.first || at == clause->from || !is_any(sentence, at - 1, verbs) ||
	    !is_any(sentence, clause->run.first - 1,
	            "until till to into beyond through of early "
	            "late mid"))
		return false;
	*words = (struct words){at - 1, at};
	for (at--; at > clause->from && is_any(sentence, at - 1, helpers);)
		at--;
	if (at < clause->from + 2 || !is_any(sentence, at - 1, "work workstream project theme") ||
	    !is_any(sentence, at - 2, "the this our"))
		return false;
	/* "a survey of the work" is something else. */
	return at == 2 || !is_any(sentence, at - 3, "of for on in with to from by about under");
}
