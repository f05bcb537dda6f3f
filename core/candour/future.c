/* The future that had passed: declared in candour/ask.h. */
#include "candour/ask.h"

#include <string.h>

#include "candour/decision.h"
#include "candour/mention.h"
#include "candour/spoken.h"

#include "base/text.h"

enum { MOST_WORDS = 24, OPENING_WORDS = 16, MOST_DOUBTS = 10 };

static const char *text_at(const struct sentence *sentence, size_t word)
{
	return word < sentence->count ? sentence->words[word].text : "";
}

static bool ends(const char *text, const char *ending)
{
	size_t length = strlen(text), wanted = strlen(ending);
	return length > wanted && strcmp(text + length - wanted, ending) == 0;
}

/* True where the word only says of what kind the next one is: "the revised limits". */
static bool is_attribute(const struct sentence *sentence, size_t word, size_t start)
{
	static const char *const before[] = {
		"the",   "a",   "an",    "its",  "our",   "their", "this", "these", "any",
		"new",   "all", "each",  "more", "of",    "on",    "to",   "with",  "for",
		"about", "in",  "newly", "into", "fully", "some",  "both", "no",    NULL};
	static const char *const behind[] = {
		"by",   "on",   "in",   "at",      "for",  "to",     "with", "from", "and",
		"that", "last", "this", "earlier", "as",   "during", "its",  "it",   "or",
		"the",  "a",    "an",   "their",   "over", "under",  NULL};
	const char *last = word > 0 ? text_at(sentence, word - 1) : "";
	return word + 1 < sentence->count && sentence->words[word + 1].type == WORD_LETTERS &&
	       !text_is_one_of(text_at(sentence, word + 1), behind) &&
	       !ends(text_at(sentence, word + 1), "ly") &&
	       (text_is_one_of(last, before) || word == start + 1);
}

/* A word for what was done: "agreed", "met"; START: behind the word for the future. */
static bool is_done(const struct sentence *sentence, size_t word, size_t start)
{
	static const char *const words[] = {
		"met",  "held",  "made",    "taken",   "given",  "sent",  "set",  "begun",
		"seen", "won",   "drawn",   "written", "came",   "went",  "took", "gave",
		"saw",  "began", "brought", "told",    "became", "found", "left", "led",
		"paid", "ran",   "said",    "heard",   "kept",   NULL};
	static const char *const others[] = {"red", "hundred", "need", "feed", "shed", "bed", NULL};
	const char *text = text_at(sentence, word);
	if (text_is_one_of(text, words))
		return true;
	return ((ends(text, "ed") && !ends(text, "eed")) || strcmp(text, "agreed") == 0) &&
	       !text_is_one_of(text, others) && !sentence->words[word].capital &&
	       !is_attribute(sentence, word, start);
}

/* "take a decision on it", and not "Cabinet's decision": the word for what is awaited. */
static bool is_to_come(const struct sentence *sentence, size_t word, size_t from)
{
	static const char *const verbs[] = {"take",   "make", "reach", "give", "taking",
	                                    "making", "for",  "await", "a",    "awaits",
	                                    "any",    "no",   NULL};
	enum { NEAR = 4 };
	for (size_t back = 1; back <= NEAR && back <= word; back++)
		if (text_is_one_of(text_at(sentence, word - back), verbs))
			return true;
	return word <= from + 1;
}

/* "the minutes of the meeting on 20 July": the day is the meeting's, which was before. */
static bool is_day_of_sitting(const struct sentence *sentence, size_t from, size_t to)
{
	static const char *const sittings[] = {"meeting",  "workshop", "session", "event",
	                                       "visit",    "hearing",  "seminar", "conference",
	                                       "briefing", "survey",   NULL};
	static const char *const of[] = {"of", "from", "about", "after", NULL};
	size_t at = to;
	while (at > from && (text_is_one_of(text_at(sentence, at - 1),
	                                    (const char *const[]){"on", "the", "held", NULL}) ||
	                     ends(text_at(sentence, at - 1), "day")))
		at--;
	if (at == from || !text_is_one_of(text_at(sentence, at - 1), sittings))
		return false;
	for (size_t back = 2; back <= 5 && from + back <= at; back++)
		if (text_is_one_of(text_at(sentence, at - back), of))
			return true;
	return false;
}

/* True where a word from FROM to TO tells of what was done: the day may be that of this. */
static bool tells_of_past(const struct sentence *sentence, size_t from, size_t to)
{
	static const char *const nouns[] = {"minutes",   "letter", "since",    "dated",
	                                    "was",       "were",   "had",      "after",
	                                    "following", "last",   "previous", NULL};
	static const char *const within[] = {"and", "or", ",", "then", "also", "not", NULL};
	/* "be" has come, and its participle with those coupled to it may. */
	bool passive = false, awaited = false;
	for (size_t at = from; at < to; at++) {
		const char *text = text_at(sentence, at);
		bool done = is_done(sentence, at, from);
		bool coupled =
			at > from && text_is_one_of(text_at(sentence, at - 1),
		                                    (const char *const[]){"and", "or", NULL});
		if (text_is_one_of(text, nouns) ||
		    (strcmp(text, "decision") == 0 && !is_to_come(sentence, at, from)) ||
		    (done && !awaited && !(passive && coupled)))
			return true;
		if (strcmp(text, "be") == 0 || strcmp(text, "being") == 0)
			passive = awaited = true;
		else if (!done && !ends(text, "ly") && !text_is_one_of(text, within))
			awaited = false;
	}
	return is_day_of_sitting(sentence, from, to);
}

static bool is_break(const char *text)
{
	static const char *const breaks[] = {";",       ":",     "which", "who",  "but", "while",
	                                     "because", "until", "once",  "when", NULL};
	return text_is_one_of(text, breaks);
}

/* What may come before a day on which something is to be: "on", "by", "due". */
static bool leads_to(const struct sentence *sentence, const struct mention *day)
{
	static const char *const words[] = {"on",  "by", "in",  "at", "for", "before", "due", "the",
	                                    "and", "to", "end", "of", ",",   "(",      NULL};
	static const char *const others[] = {"from", "since", "between", "dated", "after", NULL};
	size_t at = day->word;
	bool lead = false;
	while (at > 0) {
		const char *text = text_at(sentence, at - 1);
		if (text_is_one_of(text, others))
			return false;
		if (strcmp(text, "of") == 0)
			return strcmp(text_at(sentence, at >= 2 ? at - 2 : 0), "end") == 0;
		if (strstr(text, "day") == NULL && !text_is_one_of(text, words))
			break;
		lead = true;
		at--;
	}
	return lead;
}

/* A day that begins the sentence: "On 20 August the paper will go to the Board." */
static bool is_opening(const struct sentence *sentence, const struct mention *day)
{
	static const char *const words[] = {"on", "by", "in", "the", "come", NULL};
	for (size_t at = 0; at < day->word; at++)
		if (!text_is_one_of(text_at(sentence, at), words) &&
		    strstr(text_at(sentence, at), "day") == NULL)
			return false;
	return true;
}

/* "1 July to 30 September": neither is a day on which something is to be. */
static bool is_range(const struct sentence *sentence, const struct mention *day)
{
	static const char *const marks[] = {"to", "-", "until", "till", NULL};
	size_t end = day->word + day->count;
	return text_is_one_of(text_at(sentence, end), marks) && (end + 1 < sentence->count) &&
	       (sentence->words[end + 1].type == WORD_FIGURES ||
	        sentence->words[end + 1].number > 0 ||
	        date_month_named(text_at(sentence, end + 1), strlen(text_at(sentence, end + 1))) !=
	                0);
}

static bool is_on_agenda(const struct sentence *sentence, size_t from, size_t to)
{
	for (size_t at = from; at < to; at++)
		if (strcmp(text_at(sentence, at), "agenda") == 0)
			return true;
	return false;
}

/* "The workshop is on 3 May": the present, of a day. */
static bool is_present(const struct sentence *sentence, const struct mention *day)
{
	static const char *const verbs[] = {"is",     "are",     "meets",   "meet",  "starts",
	                                    "begins", "opens",   "closes",  "place", "start",
	                                    "begin",  "sits",    "takes",   "ends",  "finishes",
	                                    "joins",  "expires", "reopens", NULL};
	size_t at = day->word;
	while (at > 0 && (strcmp(text_at(sentence, at - 1), "the") == 0 ||
	                  strstr(text_at(sentence, at - 1), "day") != NULL))
		at--;
	/* "It is on the agenda of the Board for 20 July." */
	size_t from = at > MOST_WORDS ? at - MOST_WORDS : 0;
	if (at >= 2 && strcmp(text_at(sentence, at - 1), "for") == 0 &&
	    is_on_agenda(sentence, from, at) && !tells_of_past(sentence, from, at))
		return true;
	/* "The next meeting is 20 July." */
	if (at >= 2 && strcmp(text_at(sentence, at - 1), "is") == 0)
		return sentence_find(sentence, 0, "next") < at;
	if (at > 2 && strcmp(text_at(sentence, at - 1), "on") == 0 &&
	    (sentence_says(sentence, at - 3, "goes live") ||
	     sentence_says(sentence, at - 3, "joins us")))
		return true;
	if (at < 2 || strcmp(text_at(sentence, at - 1), "on") != 0 ||
	    !text_is_one_of(text_at(sentence, at - 2), verbs))
		return false;
	return strcmp(text_at(sentence, at - 2), "place") != 0 ||
	       (at > 2 && strcmp(text_at(sentence, at - 3), "takes") == 0);
}

/* "The next meeting of the Board, on": whatever it is to do is still to come. */
static bool is_next_sitting(const struct sentence *sentence, size_t from, size_t to)
{
	static const char *const sittings[] = {"meeting", "sitting", "session", NULL};
	for (size_t at = from; at + 1 < to; at++)
		if (strcmp(text_at(sentence, at), "next") == 0 &&
		    text_is_one_of(text_at(sentence, at + 1), sittings))
			return true;
	return false;
}

/*
 * "The meeting of the Board on 20 July will consider it": what the meeting itself is to do.
 * "The workshop on 20 July will help us" looks back.
 */
static size_t future_of_sitting(const struct sentence *sentence, const struct mention *day)
{
	static const char *const acts[] = {"consider", "discuss", "decide",    "receive", "review",
	                                   "approve",  "agree",   "debate",    "hear",    "note",
	                                   "examine",  "vote",    "look",      "ratify",  "endorse",
	                                   "be",       "take",    "determine", "sign",    "deal",
	                                   "settle",   "choose",  "elect",     NULL};
	static const char *const asked[] = {"asked", "invited", "held", "told", "presented", NULL};
	size_t at = day->word + day->count;
	while (at < sentence->count &&
	       text_is_one_of(text_at(sentence, at), (const char *const[]){",", ")", NULL}))
		at++;
	size_t words = at < sentence->count ? decision_future(sentence, at) : 0;
	const char *act = text_at(sentence, at + words);
	size_t from = day->word > MOST_WORDS ? day->word - MOST_WORDS : 0;
	if (words == 0 || tells_of_past(sentence, from, day->word))
		return sentence->count;
	if (is_next_sitting(sentence, from, day->word))
		return at;
	if (!text_is_one_of(act, acts) ||
	    (strcmp(act, "be") == 0 && !text_is_one_of(text_at(sentence, at + words + 1), asked)))
		return sentence->count;
	return at;
}

/* The word of the future that the day belongs to, or sentence->count. */
static size_t future_of(const struct sentence *sentence, const struct mention *day)
{
	size_t end = day->word + day->count;
	if (is_opening(sentence, day)) {
		for (size_t at = end; at < sentence->count && at - end < OPENING_WORDS; at++) {
			if (is_break(text_at(sentence, at)) ||
			    is_done(sentence, at, sentence->count))
				break;
			if (decision_future(sentence, at) != 0)
				return at;
		}
		return sentence->count;
	}
	size_t sitting = future_of_sitting(sentence, day);
	if (sitting < sentence->count)
		return sitting;
	if (!leads_to(sentence, day))
		return sentence->count;
	if (is_present(sentence, day))
		return day->word;
	for (size_t at = day->word; at-- > 0 && day->word - at < MOST_WORDS;) {
		if (is_break(text_at(sentence, at)))
			break;
		size_t words = decision_future(sentence, at);
		if (words != 0)
			return tells_of_past(sentence, at + words, day->word) ? sentence->count
			                                                      : at;
	}
	return sentence->count;
}

/* "Whether it will go on 3 May is unclear", not "the Board will decide whether to adopt it". */
static bool doubts_whether(const struct sentence *sentence)
{
	static const char *const deciding[] = {
		"decide",    "consider", "determine", "discuss",  "say",   "vote",
		"on",        "asked",    "judge",     "debate",   "agree", "choose",
		"recommend", "settle",   "rule",      "deciding", NULL};
	for (size_t i = 0; i < sentence->count; i++)
		if (strcmp(text_at(sentence, i), "whether") == 0 &&
		    !(i > 0 && text_is_one_of(text_at(sentence, i - 1), deciding)))
			return true;
	return false;
}

/* "was due to", and what is only possible. */
static bool is_unsure(const struct sentence *sentence)
{
	static const char *const phrases[] = {"if",
	                                      "would",
	                                      "could",
	                                      "might",
	                                      "unless",
	                                      "should",
	                                      "was due",
	                                      "were due",
	                                      "had been due",
	                                      "was to",
	                                      "were to",
	                                      "was planned",
	                                      "was scheduled",
	                                      "were scheduled",
	                                      "were planned",
	                                      "was expected",
	                                      "were expected",
	                                      "now due",
	                                      "was going to",
	                                      "originally",
	                                      NULL};
	return sentence_has(sentence, phrases) || doubts_whether(sentence);
}

static void look_at(const struct question *question, const struct spoken *spoken,
                    struct arena *arena, size_t *count)
{
	char day[DATE_TEXT_SIZE], completed[DATE_TEXT_SIZE];
	const struct chapter *chapter = question->chapter;
	const struct sentence *sentence = spoken->sentence;
	struct date horizon = chapter_completed(chapter);
	struct mentions mentions;
	mentions_read(sentence, horizon, arena, &mentions);
	if (mentions.count == 0 || is_unsure(sentence))
		return;
	for (size_t i = 0; i < mentions.count && *count < MOST_DOUBTS; i++) {
		const struct mention *mention = &mentions.items[i];
		size_t word = sentence->count;
		if (date_days(mention->last) < date_days(horizon) && !is_range(sentence, mention))
			word = future_of(sentence, mention);
		if (word == sentence->count)
			continue;
		struct doubt *doubt = doubt_raise(
			question, spoken_place(chapter, spoken, mention->word),
			"%s is spoken of as still to come, but it had passed when this was completed "
			"on %s",
			mention_words(mention, day), date_words(horizon, completed));
		const struct update *update = chapter_update(chapter);
		doubt_point(question, doubt, chapter,
		            update != NULL ? update->completed_on.place
		                           : chapter_overview(chapter)->completed_on.place,
		            "completed on %s", completed);
		(*count)++;
		return;
	}
}

void ask_future_past(const struct question *question)
{
	struct arena arena = ARENA_INIT;
	size_t count = 0;
	if (chapter_completed(question->chapter).year == 0)
		return;
	const struct spoken_list *list = chapter_spoken(question->chapter);
	for (size_t i = 0; i < list->count; i++) {
		const struct spoken *spoken = &list->items[i];
		bool told = spoken->type == SPOKEN_BODY ||
		            (spoken->type == SPOKEN_TEXT && strcmp(spoken->field, "title") != 0);
		if (told)
			look_at(question, spoken, &arena, &count);
	}
	arena_release(&arena);
}
