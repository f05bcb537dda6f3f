#include "candour/event_turn.h"

#include <string.h>

#include "candour/decision.h"

#include "base/text.h"

static const char *word_at(const struct bodies *bodies, size_t word)
{
	return word < bodies->sentence->count ? bodies->sentence->words[word].text : "";
}

bool turn_ends_with(const char *text, const char *ending)
{
	size_t length = strlen(text), wanted = strlen(ending);
	return length > wanted && strcmp(text + length - wanted, ending) == 0;
}

/* What somebody did that is no deed of a committee: "published", "the team began". */
bool turn_is_other_deed(const struct bodies *bodies, size_t word)
{
	static const char *const words[] = {"began", "sent",     "ran", "came",
	                                    "begun", "launched", NULL};
	static const char *const attributed[] = {"the", "and", "a",   "an",  "its", "their",
	                                         "of",  "new", "our", "for", NULL};
	const char *text = word_at(bodies, word);
	const char *last = word > 0 ? word_at(bodies, word - 1) : "";
	/* "its approval was obtained on" */
	if (text_is_one_of(text, (const char *const[]){"obtained", "secured", "gained", NULL}))
		return false;
	return !decision_is_own_verb(text) &&
	       (text_is_one_of(text, words) || turn_ends_with(text, "ed")) &&
	       !text_is_one_of(last, attributed) && !turn_ends_with(last, "ly") &&
	       !bodies->sentence->words[word].capital;
}

/*
 * A deed that is not the committee's own: "accepted the tender received", "agreed it, and
 * the contract was signed". "Heard and agreed" is one thought.
 */
static bool is_second_deed(const struct bodies *bodies, size_t word, bool goes_on)
{
	static const char *const own[] = {"and",   "or",  ",",   "then", "also", "so", "has",
	                                  "have",  "had", "it",  "they", "the",  "a",  "its",
	                                  "their", "any", "all", "of",   NULL};
	static const char *const passive[] = {"was", "were", "been", "be", NULL};
	const char *last = word > 0 ? word_at(bodies, word - 1) : "";
	if (!decision_is_own_verb(word_at(bodies, word)) ||
	    decision_is_noun(bodies->sentence, word))
		return false;
	if (text_is_one_of(last, passive))
		return goes_on;
	return !text_is_one_of(last, own) && !turn_ends_with(last, "ly");
}

/* A sitting of others: "the workshop", "the meeting of residents". */
static bool is_other_sitting(const struct bodies *bodies, size_t word, size_t to)
{
	static const char *const sittings[] = {"workshop",   "event",  "seminar", "visit",
	                                       "conference", "launch", "hearing", NULL};
	const char *text = word_at(bodies, word);
	bool others = strcmp(text, "meeting") == 0 && word + 2 < to &&
	              text_is_one_of(word_at(bodies, word + 1),
	                             (const char *const[]){"of", "with", "for", NULL});
	return others || text_is_one_of(text, sittings);
}

/* "It took the decision to approve the code on", not "it agreed to consider the code on". */
static bool is_decided_to(const struct bodies *bodies, size_t to)
{
	static const char *const deciding[] = {"decision", "decided", "resolved",   "voted",
	                                       "opted",    "chose",   "resolution", NULL};
	static const char *const deeds[] = {"approve", "adopt", "endorse", "ratify", "agree", NULL};
	return to > 0 && text_is_one_of(word_at(bodies, to - 1), deciding) &&
	       text_is_one_of(word_at(bodies, to + 1), deeds);
}

/* "It has approved the code; the decision was made on": the same thought again. */
static bool is_said_again(const struct bodies *bodies, size_t mark)
{
	static const char *const again[] = {"the decision was",  "its decision was",
	                                    "that decision was", "this decision was",
	                                    "the vote was",      "this was done",
	                                    "it did so",         "they did so",
	                                    "the approval was",  "its approval was",
	                                    "this was on",       "that was on",
	                                    "the decision came", NULL};
	for (const char *const *way = again; *way != NULL; way++)
		if (sentence_says(bodies->sentence, mark + 1, *way))
			return true;
	return false;
}

/*
 * True where what stands between may take the day for itself: another thought, another
 * body, or what was still to be done ("agreed it, for Cabinet to ratify on 26 July").
 */
bool turn_away(const struct bodies *bodies, size_t from, size_t to)
{
	static const char *const others[] = {"board",   "committee", "group", "cabinet", "council",
	                                     "meeting", "panel",     "forum", "leaders", NULL};
	static const char *const deeds[] = {"be",      "ratify",  "approve",   "agree",  "consider",
	                                    "endorse", "note",    "adopt",     "decide", "receive",
	                                    "review",  "discuss", "confirm",   "report", "start",
	                                    "begin",   "take",    "open",      "close",  "launch",
	                                    "publish", "hold",    "meet",      "move",   "extend",
	                                    "end",     "return",  "introduce", NULL};
	bool goes_on = false, told = false;
	for (size_t at = from; at < to; at++) {
		const char *text = word_at(bodies, at);
		bool breaks = decision_is_break(text) && !is_said_again(bodies, at);
		if (breaks || is_other_sitting(bodies, at, to) ||
		    (bodies->sentence->words[at].capital && text_is_one_of(text, others)) ||
		    (strcmp(text, "to") == 0 && !is_decided_to(bodies, at) &&
		     text_is_one_of(word_at(bodies, at + 1), deeds)) ||
		    (goes_on && turn_is_other_deed(bodies, at)) ||
		    (told && is_second_deed(bodies, at, goes_on)))
			return true;
		told = told || decision_is_own_verb(text);
		goes_on = goes_on || (strcmp(text, "and") == 0 && at + 1 < to);
	}
	/* "approved the code published on 26 July" */
	size_t on = to;
	while (on > from && text_is_one_of(word_at(bodies, on - 1),
	                                   (const char *const[]){"on", "the", "(", NULL}))
		on--;
	return on > from && (turn_is_other_deed(bodies, on - 1) ||
	                     text_is_one_of(word_at(bodies, on - 1),
	                                    (const char *const[]){"effect", "force", NULL}));
}
