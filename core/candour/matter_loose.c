#include "candour/matter_loose.h"

#include <string.h>

#include "candour/decision.h"

#include "base/text.h"

enum { CLAUSE_WORDS = 3, OBJECT_WORDS = 4, LONG_RUN = 4 };

static const char *text_at(const struct event *event, size_t word)
{
	return word < event->spoken.sentence->count ? matter_word(event, word)->text : "";
}

static bool ends_with(const char *text, const char *ending)
{
	size_t length = strlen(text), wanted = strlen(ending);
	return length > wanted + 1 && strcmp(text + length - wanted, ending) == 0;
}

/* --- where a matter ends --- */

/* "is", "can", "have": the matter is over, and something is said of it. */
static bool is_helper(const char *text)
{
	static const char *const words[] = {"is",    "are",   "was",   "were",  "has",    "have",
	                                    "had",   "will",  "would", "can",   "could",  "should",
	                                    "shall", "may",   "might", "must",  "cannot", "did",
	                                    "does",  "do",    "went",  "came",  "began",  "took",
	                                    "got",   "found", "gave",  "means", NULL};
	return text_is_one_of(text, words);
}

/* Done to a matter, or by it. */
static bool is_doing(const char *text)
{
	static const char *const qualities[] = {"revised",  "amended",    "updated",  "proposed",
	                                        "detailed", "shared",     "combined", "improved",
	                                        "extended", "simplified", "limited",  NULL};
	return (ends_with(text, "ed") || ends_with(text, "ing")) &&
	       !text_is_one_of(text, qualities);
}

/* What stands right before a matter, and does not belong to it. */
static bool leads_in(const struct event *event, size_t word)
{
	static const char *const verbs[] = {
		"out",       "up",      "over",   "into",     "onto",    "upon",   "towards",
		"toward",    "under",   "around", "behind",   "between", "of",     "put",
		"once",      "now",     "with",   "whether",  "while",   "soon",   "implement",
		"introduce", "launch",  "told",   "place",    "let",     "begun",  "begin",
		"start",     "saw",     "effect", "practice", "made",    "favour", "led",
		"behind",    "reflect", "carry",  "get",      "see",     "know",   NULL};
	static const char *const before[] = {"to", "we", "i", "they", "can", "will", "and", NULL};
	const char *text = text_at(event, word);
	/* "to introduce the office move"; not "to senior staff" */
	bool done = word > 0 && text_is_one_of(text_at(event, word - 1), before) &&
	            text_is_one_of(text_at(event, word + 1),
	                           (const char *const[]){"the", "its", "our", "this", NULL});
	return text_is_one_of(text, verbs) || is_doing(text) || done;
}

/* What ends a matter in the middle of a thought. */
static bool leads_out(const struct event *event, size_t word)
{
	static const char *const words[] = {
		"without", "once",      "until", "unless", "yesterday", "earlier", "today",
		"last",    "this",      "if",    "than",   "next",      "under",   "into",
		"across",  "alongside", "early", "here",   "ahead",     "forward", "carried",
		"took",    "moved",     "ready", "became", NULL};
	const char *text = text_at(event, word);
	size_t length = strlen(text);
	return text_is_one_of(text, words) || is_helper(text) || is_doing(text) ||
	       (length > 3 && ends_with(text, "ly")) ||
	       (length > 3 && text[length - 1] == 's' && matter_is_light(text_at(event, word + 1)));
}

/* "and managers have been told": another thought, and no more of the matter. */
static bool is_clause(const struct event *event, size_t word)
{
	for (size_t at = word; at < word + CLAUSE_WORDS; at++)
		if (is_helper(text_at(event, at)))
			return true;
	return false;
}

/* "into effect", "to staff", "at its meeting": behind a matter, and not of it. */
static bool is_aside(const struct event *event, size_t joint)
{
	static const char *const asides[] = {
		"effect",    "practice",   "force",     "place",     "full",     "line",
		"action",    "motion",     "amendment", "debate",    "meeting",  "session",
		"sitting",   "vote",       "members",   "committee", "staff",    "managers",
		"officers",  "colleagues", "hand",      "time",      "work",     "part",
		"public",    "detail",     "writing",   "everybody", "everyone", "us",
		"suppliers", "earnest",    "good",      "favour",    "hearing",  "behalf",
		"sight",     "mind",       "course",    "january",   NULL};
	size_t at = joint + 1, count = event->spoken.sentence->count;
	while (at < count && !matter_is_wall(event, at) && !matter_means(event, at))
		at++;
	return at >= count || matter_is_wall(event, at) || matter_is_date(matter_word(event, at)) ||
	       text_is_one_of(text_at(event, at), asides);
}

bool matter_stands_alone(const struct event *event, struct matter_run run, size_t meaning)
{
	size_t count = event->spoken.sentence->count, next = run.end;
	if (run.first > 0 && matter_means(event, run.first - 1) && !leads_in(event, run.first - 1))
		return false;
	if (next == count || matter_is_wall(event, next))
		return true;
	const char *text = text_at(event, next);
	if (strcmp(text, "and") == 0)
		return !matter_means(event, next + 1 < count ? next + 1 : next) ||
		       is_clause(event, next + 1);
	if (text_is_one_of(text, matter_joints))
		return is_aside(event, next) ||
		       (meaning >= LONG_RUN &&
		        word_is_any(matter_word(event, next), "to with from"));
	return !matter_means(event, next) || leads_out(event, next);
}

/* --- whether it was decided --- */

/* Words for the same matter, for whoever decided, and for deciding. */
static bool is_generic(const char *text)
{
	static const char *const words[] = {"paper",
	                                    "papers",
	                                    "report",
	                                    "reports",
	                                    "recommendation",
	                                    "recommendations",
	                                    "proposal",
	                                    "proposals",
	                                    "motion",
	                                    "resolution",
	                                    "document",
	                                    "scheme",
	                                    "change",
	                                    "changes",
	                                    "matter",
	                                    "question",
	                                    "item",
	                                    "request",
	                                    "application",
	                                    "members",
	                                    "member",
	                                    "officers",
	                                    "officers'",
	                                    "favour",
	                                    "weight",
	                                    "behind",
	                                    "support",
	                                    "backing",
	                                    "proposed",
	                                    "presented",
	                                    "carried",
	                                    "vote",
	                                    "votes",
	                                    "unanimously",
	                                    "majority",
	                                    "proceed",
	                                    "start",
	                                    "begin",
	                                    "introduce",
	                                    "implement",
	                                    "launch",
	                                    "adoption",
	                                    "formally",
	                                    "finally",
	                                    "ahead",
	                                    "light",
	                                    "green",
	                                    "leave",
	                                    "permission",
	                                    "place",
	                                    "effect",
	                                    "amendment",
	                                    "debate",
	                                    "what",
	                                    "that",
	                                    "should",
	                                    "say",
	                                    "said",
	                                    "yes",
	                                    "nod",
	                                    "blessing",
	                                    "consent",
	                                    "case",
	                                    "unanimous",
	                                    "principles",
	                                    "whole",
	                                    "without",
	                                    "could",
	                                    "clear",
	                                    "carry",
	                                    "seeking",
	                                    "introduction",
	                                    "implementation",
	                                    "unamended",
	                                    "outright",
	                                    "content",
	                                    "once",
	                                    "soon",
	                                    "can",
	                                    NULL};
	return text_is_one_of(text, words) || ends_with(text, "ly");
}

static bool is_settling(const struct event *event, size_t word)
{
	static const char *const words[] = {
		"voted",      "concluded",   "determined", "content", "authority", "confirmed",
		"favour",     "carried",     "opted",      "chose",   "nod",       "leave",
		"permission", "weight",      "yes",        "name",    "consented", "assented",
		"green-lit",  "unanimously", "blessed",    "ahead",   "okayed",    "vote",
		"waved",      NULL};
	/* "carried over", "voted down" */
	if (word + 1 < event->spoken.sentence->count &&
	    word_is_any(matter_word(event, word + 1), "over down off against forward"))
		return false;
	return decision_is_decision(event->spoken.sentence, word) ||
	       text_is_one_of(text_at(event, word), words);
}

/* "was approved", "has since been agreed" */
static bool is_passive_behind(const struct event *event, size_t word)
{
	size_t count = event->spoken.sentence->count, at = word;
	while (at < count &&
	       (word_is_any(matter_word(event, at), "was were has have had been since "
	                                            "now then also") ||
	        ends_with(text_at(event, at), "ly")))
		at++;
	return at != word && at < count && decision_is_verb(text_at(event, at));
}

bool matter_is_of_another(const struct event *event, struct matter_run run)
{
	size_t at = run.first;
	while (at > 0 && word_is_any(matter_word(event, at - 1), "the a an its our this their"))
		at--;
	if (at < 2 || !word_is_any(matter_word(event, at - 1), "on for about of to in") ||
	    !is_passive_behind(event, run.end))
		return false;
	return matter_means(event, at - 2) && !is_generic(text_at(event, at - 2));
}

/* True where nothing from FROM to TO is another thing that may have been decided. */
static bool only_generic(const struct event *event, size_t from, size_t to)
{
	for (size_t at = from; at < to; at++)
		if (matter_means(event, at) && !is_generic(text_at(event, at)))
			return false;
	return true;
}

static bool is_end_of_object(const struct event *event, size_t word)
{
	static const char *const words[] = {"on", "at",  "in",    "by",    "when",
	                                    "so", "and", "after", "which", NULL};
	return matter_word(event, word)->type == WORD_MARK || matter_is_named(event, word) ||
	       matter_is_date(matter_word(event, word)) ||
	       text_is_one_of(text_at(event, word), words);
}

/* "approved the budget": the decision behind a matter is about something else. */
bool matter_has_object(const struct event *event, size_t word)
{
	size_t count = event->spoken.sentence->count;
	for (size_t at = word + 1; at < count && at <= word + OBJECT_WORDS; at++) {
		if (is_end_of_object(event, at))
			return false;
		if (matter_means(event, at) && !is_generic(text_at(event, at)))
			return true;
	}
	return false;
}

/* "..., and the budget was approved": another subject stands before the decision. */
static bool has_subject(const struct event *event, size_t from, size_t word)
{
	bool goes_on = false;
	for (size_t at = from; at < word; at++) {
		const char *text = text_at(event, at);
		goes_on = goes_on || text_is_one_of(text, (const char *const[]){"and", ";", "while",
		                                                                "but", NULL});
		if (goes_on && matter_means(event, at) && !is_generic(text))
			return true;
	}
	return false;
}

bool matter_is_settled(const struct event *event, struct matter_run run)
{
	size_t count = event->spoken.sentence->count;
	for (size_t at = 0; at < count && at < MATTER_WORDS; at++) {
		if ((at >= run.first && at < run.end) || matter_is_named(event, at) ||
		    !is_settling(event, at) || decision_is_ahead(event->spoken.sentence, at))
			continue;
		if (at < run.first
		            ? only_generic(event, at + 1, run.first)
		            : !matter_has_object(event, at) && !has_subject(event, run.end, at))
			return true;
	}
	return false;
}

/* --- another time --- */

bool matter_is_other_time(const struct event *event, struct matter_run run)
{
	static const char *const words[] = {
		"again",       "further",       "second",       "third",       "reconvened",
		"adjourned",   "previous",      "previously",   "draft",       "drafts",
		"outline",     "interim",       "consult",      "consulted",   "consultation",
		"principle",   "minutes",       "review",       "reviewed",    "progress",
		"update",      "updated",       "rest",         "remainder",   "phase",
		"declined",    "refused",       "rejected",     "deferred",    "postponed",
		"withheld",    "opposed",       "not",          "never",       "unable",
		"asked",       "reconsider",    "reconsidered", "re-approved", "reaffirmed",
		"revisited",   "amended",       "modified",     "extend",      "extended",
		"extension",   "annual",        "quarterly",    "noted",       "earlier",
		"originally",  "subsequently",  "reversed",     "withdrawn",   "informally",
		"provisional", "provisionally", "shortlist",    "initially",   "returned",
		"discussed",   "sought",        "seek",         "seeking",     "subject",
		"pending",     "await",         "awaits",       "awaiting",    "awaited",
		"requested",   "scrutiny",      "scrutinised",  NULL};
	for (size_t at = 0; at < event->spoken.sentence->count; at++)
		if ((at < run.first || at >= run.end) && text_is_one_of(text_at(event, at), words))
			return true;
	return false;
}
