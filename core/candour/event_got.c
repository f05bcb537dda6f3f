#include "candour/event_got.h"

#include <string.h>

#include "candour/decision.h"

#include "base/text.h"

enum { ASKED_WORDS = 6, GOT_WORDS = 4, MATTER_WORDS = 16, THERE_WORDS = 6 };

static const char *const gettings[] = {"obtained", "secured", "gained", "won",  "got", "received",
                                       "given",    "granted", "had",    "have", "has", "achieved",
                                       "earned",   "holds",   "hold",   NULL};

static const char *const articles[] = {"the",  "a",     "an",     "its",  "their",     "our",
                                       "full", "final", "formal", "both", "unanimous", NULL};

static const char *word_at(const struct bodies *bodies, size_t word)
{
	return word < bodies->sentence->count ? bodies->sentence->words[word].text : "";
}

static bool ends_with(const char *text, const char *ending)
{
	size_t length = strlen(text), wanted = strlen(ending);
	return length > wanted && strcmp(text + length - wanted, ending) == 0;
}

bool got_asked(const struct bodies *bodies, size_t from, size_t noun)
{
	static const char *const words[] = {
		"asked",  "asking",  "requested", "requesting", "sought", "seek",   "seeks",
		"unable", "not",     "never",     "failed",     "fail",   "hoped",  "hoping",
		"hope",   "subject", "pending",   "awaiting",   "obtain", "secure", "gain",
		"get",    "no",      "without",   "cannot",     "didn't", "need",   "needs",
		"needed", "lacks",   "lack",      "refused",    NULL};
	for (size_t at = noun; at-- > from && noun - at <= ASKED_WORDS;)
		if (text_is_one_of(word_at(bodies, at), words))
			return true;
	return false;
}

/* True where a word for getting stands right before what was got. */
static bool is_got(const struct bodies *bodies, size_t noun)
{
	size_t at = noun;
	while (at > 0 && noun - at < GOT_WORDS && text_is_one_of(word_at(bodies, at - 1), articles))
		at--;
	return at > 0 && text_is_one_of(word_at(bodies, at - 1), gettings);
}

static size_t skip_articles_back(const struct bodies *bodies, size_t first)
{
	while (first > 0 && text_is_one_of(word_at(bodies, first - 1), articles))
		first--;
	return first;
}

size_t got_from(const struct bodies *bodies, const struct body_named *named)
{
	static const char *const ties[] = {"of", "from", "by", NULL};
	size_t none = bodies->sentence->count, end = named->end;
	size_t at = skip_articles_back(bodies, named->first), noun = none;
	if (strcmp(word_at(bodies, end), "'s") == 0)
		end++;
	if (at >= 2 && text_is_one_of(word_at(bodies, at - 1), ties) &&
	    decision_is_noun(bodies->sentence, at - 2))
		noun = at - 2;
	else if (at >= 1 && decision_is_noun(bodies->sentence, end) &&
	         text_is_one_of(word_at(bodies, at - 1), gettings))
		return got_asked(bodies, 0, at) ? none : end;
	return noun < none && is_got(bodies, noun) && !got_asked(bodies, 0, noun) ? noun : none;
}

/* What happens on a day of its own: it may be what the day is that of. */
static bool is_happening(const char *text)
{
	static const char *const words[] = {
		"start",    "opening",  "launch",     "visit",    "visits",   "closure",
		"workshop", "event",    "conference", "ceremony", "meeting",  "election",
		"hearing",  "strike",   "seminar",    "party",    "briefing", "survey",
		"open",     "festival", "march",      "closing",  "release",  "walkabout",
		"session",  "ballot",   "exhibition", "trip",     "vote",     "referendum",
		"funeral",  "parade",   "fair",       "lease",    "contract", NULL};
	return text_is_one_of(text, words);
}

bool got_for(const struct bodies *bodies, size_t from, size_t to)
{
	static const char *const first[] = {"to", "for", "on", "about", "of", NULL};
	static const char *const verbs[] = {"is",   "are",  "was",  "were", "has",  "have",
	                                    "had",  "will", "be",   "been", "and",  ",",
	                                    "from", "as",   "when", "if",   "(",    "began",
	                                    "made", "sent", "held", "ran",  "took", NULL};
	static const char *const own[] = {"revised", "updated", "proposed", "improved", "shared",
	                                  "amended", "agreed",  "combined", "detailed", NULL};
	size_t last = to;
	while (last > from && (text_is_one_of(word_at(bodies, last - 1),
	                                      (const char *const[]){"on", "the", NULL}) ||
	                       strstr(word_at(bodies, last - 1), "day") != NULL))
		last--;
	if (last <= from + 1 || last - from > MATTER_WORDS ||
	    !text_is_one_of(word_at(bodies, from), first))
		return false;
	for (size_t at = from; at < last; at++) {
		const char *text = word_at(bodies, at), *before = word_at(bodies, at - 1);
		bool attribute = text_is_one_of(before, articles) || text_is_one_of(text, own);
		if (decision_is_break(text) || text_is_one_of(text, verbs) || is_happening(text) ||
		    (ends_with(text, "ed") && !attribute) ||
		    (at == from + 1 && at < to && !text_is_one_of(text, articles) &&
		     strcmp(word_at(bodies, from), "to") == 0 &&
		     text_is_one_of(word_at(bodies, at + 1), articles))) /* "to hold the ..." */
			return false;
	}
	return true;
}

/* Where "was obtained on" begins, which ends at TO; or TO where nothing of the kind stands there.
 */
static size_t getting_before(const struct bodies *bodies, size_t to)
{
	static const char *const passive[] = {"obtained", "secured", "gained",   "won",
	                                      "received", "given",   "achieved", "earned",
	                                      "got",      "granted", "reached",  NULL};
	static const char *const arrived[] = {"came", "arrived", NULL};
	static const char *const was[] = {"was", "were", "been", NULL};
	size_t at = to;
	while (at > 0 && (text_is_one_of(word_at(bodies, at - 1),
	                                 (const char *const[]){"on", "the", "(", "back", NULL}) ||
	                  ends_with(word_at(bodies, at - 1), "day")))
		at--;
	if (at > 0 && text_is_one_of(word_at(bodies, at - 1), arrived))
		return at - 1;
	if (at < 2 || !text_is_one_of(word_at(bodies, at - 1), passive))
		return to;
	at--;
	while (at > 1 && ends_with(word_at(bodies, at - 1), "ly"))
		at--;
	if (!text_is_one_of(word_at(bodies, at - 1), was))
		return to;
	at--;
	if (strcmp(word_at(bodies, at), "been") != 0)
		return at;
	return at > 0 && text_is_one_of(word_at(bodies, at - 1),
	                                (const char *const[]){"has", "had", "have", NULL})
	               ? at - 1
	               : to;
}

size_t got_at_last(const struct bodies *bodies, const struct body_named *named, size_t to)
{
	static const char *const ties[] = {"of", "from", "by", NULL};
	size_t none = bodies->sentence->count, at = skip_articles_back(bodies, named->first);
	size_t got = getting_before(bodies, to);
	if (got == to || got < named->end || at < 2 ||
	    !text_is_one_of(word_at(bodies, at - 1), ties) ||
	    !decision_is_noun(bodies->sentence, at - 2) || got_asked(bodies, 0, at))
		return none;
	return got == named->end || got_for(bodies, named->end, got) ? at - 2 : none;
}

size_t got_there(const struct bodies *bodies, size_t word)
{
	static const char *const leads[] = {"which", "where", "who", "when", "and", NULL};
	static const char *const not_done[] = {"will",   "would", "shall", "may", "could",
	                                       "should", "to",    "is",    "not", "if",
	                                       "can",    "never", "might", NULL};
	size_t none = bodies->sentence->count;
	if (strcmp(word_at(bodies, word), ",") == 0)
		word++;
	if (!text_is_one_of(word_at(bodies, word), leads))
		return none;
	for (size_t at = word + 1; at < none && at - word <= THERE_WORDS; at++) {
		const char *text = word_at(bodies, at);
		if (text_is_one_of(text, not_done) || decision_is_break(text))
			break;
		if (decision_is_own_verb(text))
			return at;
	}
	return none;
}

bool got_brought(const struct bodies *bodies, size_t from, size_t first)
{
	static const char *const carried[] = {"took",  "brought",   "put",     "presented",
	                                      "taken", "submitted", "carried", "came",
	                                      "went",  "returned",  NULL};
	static const char *const to[] = {"to", "before", NULL};
	size_t end = skip_articles_back(bodies, first);
	bool brought = false;
	if (end <= from || !text_is_one_of(word_at(bodies, end - 1), to))
		return false;
	for (size_t at = from; at + 1 < end; at++) {
		const char *text = word_at(bodies, at);
		if (decision_is_break(text) || (at > from && strcmp(text, ",") == 0))
			return false;
		brought = brought || text_is_one_of(text, carried);
	}
	return brought;
}
