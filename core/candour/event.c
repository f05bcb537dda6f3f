#include "candour/event.h"

#include <string.h>

#include "candour/mention.h"

enum { NEAR_WORDS = 9, FAR_WORDS = 30, VERB_WORDS = 8 };

static bool is_one_of(const char *text, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strcmp(text, *words) == 0)
			return true;
	return false;
}

struct date event_horizon(const struct chapter *chapter)
{
	struct date completed = chapter_completed(chapter);
	return completed.year != 0 ? completed : chapter_ends(chapter);
}

/* --- verbs --- */

static bool is_verb(const char *word)
{
	static const char *const verbs[] = {
		"agreed",      "approved",     "ratified",   "signed",      "considered",
		"endorsed",    "adopted",      "noted",      "decided",     "resolved",
		"accepted",    "received",     "reviewed",   "discussed",   "met",
		"confirmed",   "supported",    "backed",     "passed",      "cleared",
		"voted",       "authorised",   "authorized", "sanctioned",  "debated",
		"scrutinised", "examined",     "heard",      "held",        "granted",
		"recommended", "took",         "taken",      "presented",   "reported",
		"asked",       "went",         "approval",   "endorsement", "agreement",
		"decision",    "ratification", "sign-off",   NULL};
	return is_one_of(word, verbs);
}

/* True where the words just before VERB say that it is still to be: "to be agreed". */
static bool is_ahead(const struct sentence *sentence, size_t verb)
{
	static const char *const before[] = {
		"be",      "to",     "being", "for",   "seek", "seeking", "await",   "awaiting",
		"pending", "before", "need",  "needs", "no",   "not",     "without", NULL};
	size_t at = verb;
	/* An adverb may stand between, and so may another verb. */
	while (at > 0) {
		const char *text = sentence->words[at - 1].text;
		size_t length = strlen(text);
		bool adverb = length > 3 && strcmp(text + length - 2, "ly") == 0;
		if (!adverb && strcmp(text, "and") != 0 &&
		    !(is_verb(text) && at >= 2 && verb - at < 3))
			break;
		at--;
	}
	return at > 0 && is_one_of(sentence->words[at - 1].text, before);
}

size_t event_future(const struct sentence *sentence, size_t word)
{
	static const char *const alone[] = {"will",     "shall",       "we'll", "it'll",
	                                    "upcoming", "forthcoming", NULL};
	static const char *const behind_is[] = {"due",      "to",     "scheduled",  "planned",
	                                        "expected", "booked", "intended",   "programmed",
	                                        "set",      "going",  "timetabled", NULL};
	static const char *const before_to[] = {"due",  "expect", "expects", "plan", "plans", "aim",
	                                        "aims", "intend", "intends", "hope", "hopes", NULL};
	const char *text = sentence->words[word].text;
	const char *next = word + 1 < sentence->count ? sentence->words[word + 1].text : "";
	if (strcmp(text, "is") == 0 || strcmp(text, "are") == 0)
		return is_one_of(next, behind_is) ? 2 : 0;
	if (strcmp(next, "to") == 0 && is_one_of(text, before_to))
		return 2;
	if (strcmp(text, "it's") == 0 && strcmp(next, "due") == 0)
		return 2;
	return is_one_of(text, alone) ? 1 : 0;
}

/* --- one sentence --- */

/* Where a committee is named. */
struct occurrence {
	size_t first, end; /* the words */
	size_t committee;
	bool spoiled; /* its chair, an informal meeting: not the committee itself */
};

enum { MOST_NAMED = 32 };

struct event_reader {
	const struct name_register *names;
	const struct chapter *chapter;
	struct arena *arena;
	struct events *events;
	const struct spoken *spoken;
	const struct sentence *sentence;
	struct occurrence named[MOST_NAMED];
	size_t named_count;
};

static const char *word_at(const struct event_reader *reader, size_t word)
{
	return word < reader->sentence->count ? reader->sentence->words[word].text : "";
}

/* "Chair of the Board", "the Board's working group", "an informal session of the Board". */
static bool is_spoiled(const struct event_reader *reader, size_t first, size_t end)
{
	static const char *const before[] = {
		"informal", "informally",   "chair",    "chairman",  "members",
		"member",   "chairs",       "workshop", "workshops", "briefing",
		"seminar",  "pre-meeting",  "deputy",   "subgroup",  "sub-group",
		"some",     "meeting-free", "shadow",   NULL};
	static const char *const behind[] = {"chair",
	                                     "chairman",
	                                     "chairs",
	                                     "member",
	                                     "members",
	                                     "workshop",
	                                     "briefing",
	                                     "seminar",
	                                     "informal",
	                                     "informally",
	                                     "sub-group",
	                                     "subgroup",
	                                     "sub-committee",
	                                     "subcommittee",
	                                     "working",
	                                     "task",
	                                     "lead",
	                                     "leads",
	                                     "representatives",
	                                     "paper",
	                                     "papers",
	                                     "report",
	                                     "agenda",
	                                     "away",
	                                     "clerk",
	                                     "pre-meeting",
	                                     NULL};
	for (size_t back = 1; back <= 4 && back <= first; back++)
		if (is_one_of(word_at(reader, first - back), before))
			return true;
	const char *next = word_at(reader, end);
	if (strcmp(next, "'s") == 0)
		next = word_at(reader, end + 1);
	if (is_one_of(next, behind))
		return true;
	/* "the Board, meeting informally on ..." */
	for (size_t on = 0; on < 4; on++)
		if (is_one_of(word_at(reader, end + on),
		              (const char *const[]){"informal", "informally", NULL}))
			return true;
	/* A capital right behind: it is only the beginning of a longer name. */
	return end < reader->sentence->count && reader->sentence->words[end].capital &&
	       date_month_named(next, strlen(next)) == 0 && strstr(next, "day") == NULL;
}

static void find_committees(struct event_reader *reader)
{
	struct kept_words words;
	kept_read(reader->sentence, reader->arena, &words);
	reader->named_count = 0;
	for (size_t at = 0; at < words.count && reader->named_count < MOST_NAMED; at++) {
		const struct name *name = register_find(reader->names, &words, at);
		if (name == NULL)
			continue;
		size_t first = words.items[at].word;
		size_t end = words.items[at + name->words.count - 1].word + 1;
		if (name->type == NAME_COMMITTEE && !name->ambiguous)
			reader->named[reader->named_count++] = (struct occurrence){
				first, end, name->owner, is_spoiled(reader, first, end)};
		at += name->words.count - 1;
	}
}

/* Where the sentence goes on to another thought. */
static bool is_break(const char *text)
{
	static const char *const breaks[] = {";",     ":",       ".",     "which",  "who",
	                                     "that",  "but",     "while", "before", "after",
	                                     "until", "because", NULL};
	return is_one_of(text, breaks);
}

/* Words that may stand between a committee and its day. */
static bool is_filler(const char *text)
{
	static const char *const fillers[] = {
		"on",       "the",     "of",       "at",        "in",
		"its",      "their",   "a",        "an",        "meeting",
		"meetings", "met",     "held",     "special",   "extraordinary",
		"ordinary", "regular", "monthly",  "quarterly", "annual",
		"(",        ")",       ",",        "-",         "when",
		"it",       "they",    "session",  "then",      "formal",
		"formally", "both",    "monday",   "tuesday",   "wednesday",
		"thursday", "friday",  "saturday", "sunday",    "was",
		"by",       "last",    "also",     "first",     "latest",
		"most",     "recent",  NULL};
	return is_one_of(text, fillers);
}

static bool only_fillers(const struct event_reader *reader, size_t from, size_t to)
{
	if (to - from > NEAR_WORDS)
		return false;
	for (size_t at = from; at < to; at++) {
		bool inside = false;
		/* The initials of the same committee, in brackets. */
		for (size_t i = 0; i < reader->named_count; i++)
			inside = inside ||
			         (at >= reader->named[i].first && at < reader->named[i].end);
		if (!inside && !is_filler(word_at(reader, at)))
			return false;
	}
	return true;
}

/* The word before the day, but for "the". */
static size_t before_day(const struct event_reader *reader, const struct mention *day)
{
	size_t at = day->word;
	while (at > 0 && (strcmp(word_at(reader, at - 1), "the") == 0 ||
	                  strstr(word_at(reader, at - 1), "day") != NULL))
		at--;
	return at > 0 ? at - 1 : reader->sentence->count;
}

static bool is_on(const struct event_reader *reader, const struct mention *day)
{
	size_t at = before_day(reader, day);
	return at < reader->sentence->count && strcmp(word_at(reader, at), "on") == 0;
}

/* The first verb from FROM to TO, or sentence->count; a break ends the search. */
static size_t verb_behind(const struct event_reader *reader, size_t from, size_t to)
{
	for (size_t at = from; at < to && at < reader->sentence->count; at++) {
		if (is_break(word_at(reader, at)))
			break;
		if (is_verb(word_at(reader, at)))
			return at;
	}
	return reader->sentence->count;
}

/* The last verb before FROM that no break parts from it, or sentence->count. */
static size_t verb_before(const struct event_reader *reader, size_t from)
{
	for (size_t at = from; at-- > 0 && from - at < FAR_WORDS;) {
		if (is_break(word_at(reader, at)))
			break;
		if (is_verb(word_at(reader, at)))
			return at;
	}
	return reader->sentence->count;
}

/* How a committee is tied to a verb before it: "agreed by the Board", "at the Board". */
enum tie { TIE_NONE, TIE_BY, TIE_OTHER };

static enum tie tie_of(const struct event_reader *reader, size_t first)
{
	static const char *const by[] = {"by", "at", NULL};
	static const char *const others[] = {"to", "in", "before", "and", ",", "&", "(", NULL};
	static const char *const passed[] = {"the", "both", "our", "its", "a", "meeting", NULL};
	while (first > 0 && (is_one_of(word_at(reader, first - 1), passed) ||
	                     (first > 1 && strcmp(word_at(reader, first - 1), "of") == 0 &&
	                      strcmp(word_at(reader, first - 2), "meeting") == 0)))
		first--;
	if (first == 0)
		return TIE_NONE;
	const char *text = word_at(reader, first - 1);
	return is_one_of(text, by) ? TIE_BY : is_one_of(text, others) ? TIE_OTHER : TIE_NONE;
}

/*
 * True where what stands between may take the day for itself: another thought, another
 * body, or what was still to be done ("agreed it, for Cabinet to ratify on 26 July").
 */
static bool turns_away(const struct event_reader *reader, size_t from, size_t to)
{
	static const char *const bodies[] = {"board",   "committee", "group", "cabinet", "council",
	                                     "meeting", "panel",     "forum", "leaders", NULL};
	static const char *const deeds[] = {"be",      "ratify",  "approve", "agree",  "consider",
	                                    "endorse", "note",    "adopt",   "decide", "receive",
	                                    "review",  "discuss", "confirm", "report", "start",
	                                    "begin",   "take",    NULL};
	for (size_t at = from; at < to; at++) {
		const char *text = word_at(reader, at);
		if (is_break(text) ||
		    (reader->sentence->words[at].capital && is_one_of(text, bodies)) ||
		    (strcmp(text, "to") == 0 && is_one_of(word_at(reader, at + 1), deeds)))
			return true;
	}
	return false;
}

/* The committee that the day belongs to, or NULL; sets *VERB. */
static const struct occurrence *committee_of(const struct event_reader *reader,
                                             const struct mention *day, size_t *verb)
{
	size_t none = reader->sentence->count, end = day->word + day->count;
	const struct occurrence *before = NULL, *behind = NULL;
	for (size_t i = 0; i < reader->named_count; i++) {
		const struct occurrence *named = &reader->named[i];
		if (named->end <= day->word)
			before = named;
		else if (named->first >= end && behind == NULL)
			behind = named;
	}
	*verb = none;
	/* The same committee may be named twice in a row: "Audit Committee (AC)". */
	if (before != NULL && only_fillers(reader, before->end, day->word)) {
		*verb = verb_behind(reader, before->end, day->word);
		if (*verb == none && tie_of(reader, before->first) != TIE_NONE)
			*verb = verb_before(reader, before->first);
		if (*verb == none)
			*verb = verb_behind(reader, end, end + VERB_WORDS);
		return before;
	}
	if (behind != NULL && only_fillers(reader, end, behind->first) &&
	    (only_fillers(reader, 0, day->word) || tie_of(reader, behind->first) == TIE_BY)) {
		*verb = verb_behind(reader, behind->end, behind->end + 4);
		if (*verb == none)
			*verb = verb_before(reader, day->word);
		return behind;
	}
	if (before != NULL && day->word - before->end <= FAR_WORDS && is_on(reader, day)) {
		*verb = verb_behind(reader, before->end, before->end + 4);
		if (*verb == none || turns_away(reader, before->end, day->word))
			return NULL;
		return before;
	}
	return NULL;
}

/* What is told as only possible, or as moved from one day to another. */
static bool is_unsure(const struct sentence *sentence)
{
	static const char *const phrases[] = {
		"if",         "would",      "could",       "might",      "unless",       "should",
		"may have",   "postponed",  "rescheduled", "cancelled",  "moved from",   "moved to",
		"originally", "instead of", "adjourned",   "rearranged", "had been due", "was due",
		"were due",   "deferred",   NULL};
	return sentence_has(sentence, phrases);
}

/* True where a word before the day, in the same thought, puts it into the future. */
static bool looks_ahead(const struct event_reader *reader, size_t verb, size_t to)
{
	if (verb < reader->sentence->count && is_ahead(reader->sentence, verb))
		return true;
	static const char *const told[] = {"was", "were", "has", "have", "had", NULL};
	for (size_t at = to; at-- > 0 && to - at < FAR_WORDS;) {
		if (is_break(word_at(reader, at)) || is_one_of(word_at(reader, at), told))
			break;
		if (event_future(reader->sentence, at) != 0)
			return true;
	}
	return false;
}

static void read_sentence(struct event_reader *reader)
{
	struct mentions days;
	struct date horizon = event_horizon(reader->chapter);
	mentions_read(reader->sentence, horizon, reader->arena, &days);
	if (days.count == 0 || is_unsure(reader->sentence))
		return;
	find_committees(reader);
	for (size_t i = 0; i < days.count && reader->named_count != 0; i++) {
		const struct mention *day = &days.items[i];
		size_t verb;
		const struct occurrence *named = day->day ? committee_of(reader, day, &verb) : NULL;
		if (named == NULL || named->spoiled || reader->events->count == EVENTS_MOST)
			continue;
		struct events *events = reader->events;
		events->items = arena_grow(reader->arena, events->items, events->count,
		                           &events->room, sizeof(*events->items));
		events->items[events->count++] = (struct event){
			.chapter = reader->chapter,
			.spoken = *reader->spoken,
			.committee = named->committee,
			.name = named->first < day->word ? named->first : day->word,
			.day = day->first,
			.verb = verb,
			.past = date_days(day->first) <= date_days(horizon) &&
		                !looks_ahead(reader, verb, day->word),
		};
	}
}

/* `agreed_change: {by, on}` says that somebody agreed on a day. */
static void read_agreed(struct event_reader *reader, const struct spoken_list *list)
{
	const struct update *update = chapter_update(reader->chapter);
	if (update == NULL || !update->agreed_change.on.valid)
		return;
	for (size_t i = 0; i < list->count; i++) {
		const struct spoken *spoken = &list->items[i];
		if (spoken->type != SPOKEN_POST || strcmp(spoken->field, "agreed_change") != 0 ||
		    reader->events->count == EVENTS_MOST)
			continue;
		reader->sentence = spoken->sentence;
		find_committees(reader);
		if (reader->named_count != 1 || reader->named[0].spoiled)
			continue;
		struct events *events = reader->events;
		events->items = arena_grow(reader->arena, events->items, events->count,
		                           &events->room, sizeof(*events->items));
		events->items[events->count++] = (struct event){
			.chapter = reader->chapter,
			.spoken = *spoken,
			.committee = reader->named[0].committee,
			.day = update->agreed_change.on.as.date,
			.past = true,
		};
	}
}

void events_read(const struct name_register *names, const struct chapter *chapter,
                 struct arena *arena, struct events *events)
{
	struct spoken_list list;
	struct event_reader reader = {
		.names = names, .chapter = chapter, .arena = arena, .events = events};
	spoken_read(chapter, arena, &list);
	for (size_t i = 0; i < list.count; i++) {
		/* A milestone's title says what will have been done, not when. */
		if ((list.items[i].type != SPOKEN_BODY && list.items[i].type != SPOKEN_TEXT) ||
		    (list.items[i].field != NULL && strcmp(list.items[i].field, "title") == 0))
			continue;
		reader.spoken = &list.items[i];
		reader.sentence = list.items[i].sentence;
		read_sentence(&reader);
	}
	read_agreed(&reader, &list);
}
