/*
 * A day in the text beyond the forecast: declared in candour/ask.h.
 *
 * A sentence is doubted where, in one clause, it speaks of finishing, approving or
 * delivering, names a day or month that lies wholly beyond the forecast, and is about the
 * workstream's own work: it shares a word with what the update calls its work, says "the
 * work", "the last stage", or names nobody ("completion", "we expect to finish"). So is one
 * that says that the work goes on until then. What is only supposed, and what begins, goes on
 * or is known to be something else (money, benefits, training, a conference, what others do),
 * is left alone. An update without a forecast is held to that of the report before.
 */
#include "candour/ask.h"

#include <string.h>

#include "candour/deed.h"
#include "candour/progress.h"

enum {
	REACH = 18,       /* words between what is done and its day */
	MOST_ASKED = 200, /* sentences that name a day beyond */
	MOST_DOUBTS = 5,
	LONGEST_QUOTE = 120,
};

/* --- the run of days --- */

/* True where only what joins days stands between the words FROM and TO. */
static bool joins(const struct sentence *sentence, size_t from, size_t to)
{
	static const char joints[] = "/ , - or and to &";
	enum { MOST_JOINTS = 2 };
	if (to - from > MOST_JOINTS)
		return false;
	for (size_t i = from; i < to; i++)
		if (!word_is_any(&sentence->words[i], joints))
			return false;
	return true;
}

static struct run run_at(const struct sentence *sentence, const struct mentions *mentions,
                         size_t first)
{
	struct run run = {.first = mentions->items[first].word, .last = first};
	for (;;) {
		const struct mention *last = &mentions->items[run.last];
		run.behind = last->word + last->count;
		if (run.last + 1 == mentions->count ||
		    !joins(sentence, run.behind, mentions->items[run.last + 1].word))
			return run;
		run.last++;
	}
}

/* True when one of the phrases ends right before word number WORD, or one word before it. */
static bool follows(const struct sentence *sentence, size_t word, const char *const *phrases)
{
	for (; *phrases != NULL; phrases++) {
		size_t length = 1;
		for (const char *at = *phrases; *at != '\0'; at++)
			length += *at == ' ' ? 1 : 0;
		for (size_t gap = 0; gap < 2; gap++)
			if (word >= length + gap &&
			    sentence_says(sentence, word - length - gap, *phrases))
				return true;
	}
	return false;
}

/* The first day that the run leaves: one before it where all is to be done before it. */
static int first_day(const struct clause *clause)
{
	static const char *const before[] = {"before",      "ahead of",      "prior to",
	                                     "in time for", "in advance of", NULL};
	const struct mention *last = &clause->mentions->items[clause->run.last];
	return date_days(last->first) -
	       (follows(clause->sentence, clause->run.first, before) ? 1 : 0);
}

/* "from November", "rather than November", "originally in November". */
static bool is_no_end(const struct clause *clause)
{
	static const char *const others[] = {"from",   "since",  "than",     "instead of", "not in",
	                                     "not on", "not by", "starting", "after the",  NULL};
	static const char moves[] =
		"moved slipped deferred postponed delayed pushed rescheduled moves slips "
		"extended";
	const struct sentence *sentence = clause->sentence;
	if (!follows(sentence, clause->run.first, others))
		return false;
	/* "has moved from September to November" ends in November. */
	bool moved = false;
	for (size_t i = clause->from; i < clause->to; i++)
		moved = moved || word_is_any(&sentence->words[i], moves);
	const struct mention *last = &clause->mentions->items[clause->run.last];
	return !moved || last->word == clause->run.first ||
	       !sentence_says(sentence, last->word - 1, "to");
}

/* --- the clause --- */

static bool breaks(const struct word *word)
{
	static const char words[] =
		"; : ( ) , which but while whilst although though because where";
	return word_is_any(word, words);
}

/* "... to approve it; people are kept free for it in November": what it is stands before. */
static bool refers_back(const struct sentence *sentence, size_t from, const struct clause *clause)
{
	for (size_t i = from; i + 1 < clause->run.first; i++)
		if (sentence_says(sentence, i, "for it") || sentence_says(sentence, i, "for this"))
			return true;
	return false;
}

/* "XX March": the day is still to be filled in. */
static bool lacks_day(const struct clause *clause)
{
	const struct mention *mention = &clause->mentions->items[clause->run.last];
	return !mention->day && clause->run.first > 0 &&
	       word_is_any(&clause->sentence->words[clause->run.first - 1],
	                   "xx xxx x dd tbc tbd ] > ? _");
}

/* True where the comma at number WORD has a verb behind it: it ends an aside. */
static bool closes_aside(const struct sentence *sentence, size_t word)
{
	return strcmp(sentence->words[word].text, ",") == 0 && word + 1 < sentence->count &&
	       word_is_any(&sentence->words[word + 1], "is are will should has have");
}

/* True where the comma at number WORD begins the aside that ends at CLOSING. */
static bool is_opening(const struct sentence *sentence, size_t word, size_t closing)
{
	for (size_t i = word + 1; i < closing; i++)
		if (strcmp(sentence->words[i].text, ",") == 0)
			return false;
	return true;
}

/* The words around the run up to what parts sentences, and no further than they reach. */
static void find_clause(struct clause *clause)
{
	const struct sentence *sentence = clause->sentence;
	size_t from = clause->run.first, to = clause->run.behind, aside = 0;
	while (from > 0 && clause->run.first - from < REACH) {
		/* "The handover, and with it the end of our work, is planned for November" */
		if (aside == 0 && closes_aside(sentence, from - 1))
			aside = from - 1;
		bool around = aside != 0 && strcmp(sentence->words[from - 1].text, ",") == 0 &&
		              (from - 1 == aside || is_opening(sentence, from - 1, aside));
		if (!around && breaks(&sentence->words[from - 1]) &&
		    !refers_back(sentence, from, clause))
			break;
		from--;
	}
	/* "By November, the framework ...": what begins a sentence goes on behind its comma. */
	if (from == 0 && clause->run.first < 3 && to < sentence->count &&
	    strcmp(sentence->words[to].text, ",") == 0)
		to++;
	while (to < sentence->count && to - clause->run.behind < REACH &&
	       (!breaks(&sentence->words[to]) || sentence_says(sentence, to - 1, "by which") ||
	        sentence_says(sentence, to - 1, "on which")))
		to++;
	clause->from = from;
	clause->to = to;
}

/* "I would not expect": it is expected. */
static bool is_guess(const struct sentence *sentence, size_t word)
{
	size_t at = word + 1;
	if (word == 0 || !word_is_any(&sentence->words[word], "would") ||
	    !word_is_any(&sentence->words[word - 1], "i we"))
		return false;
	at += at < sentence->count && word_is_any(&sentence->words[at], "not now") ? 1 : 0;
	return at < sentence->count &&
	       word_is_any(&sentence->words[at], "expect anticipate think say hope");
}

/* What is only supposed, goes on, begins, or is known to be something else. */
static bool is_something_else(const struct clause *clause)
{
	static const char others[] =
		"originally previously initially formerly if would could might unless "
		"otherwise subject start starts starting begin begins beginning commence "
		"commences commencing commencement continue continues continuing continued "
		"runs running remain remains expire expires lapse lapses funding funded fund "
		"funds grant grants money budget budgets benefit benefits savings measured "
		"conference conferences review reviews reviewed survey surveys training "
		"trained course courses induction seminar seminars workshop workshops session "
		"sessions event events recruitment starters recruits joins reporting calendar "
		"newsletter election elections audit audits accounts evaluation evaluated "
		"lessons lease licence insurance annual quarterly anniversary inspection "
		"holiday holidays successor follow-on follow-up next second-phase future "
		"legislation bill government's supplier's national ministry minister ministers "
		"parliament regulator regulators regulator's inspectorate ombudsman inquiry census "
		"court tribunal university landlord landlord's neighbour neighbours neighbouring "
		"another separate unrelated elsewhere";
	static const char *const phrases[] = {"next phase", "second phase",       "third phase",
	                                      "phase two",  "phase three",        "phase 2",
	                                      "phase 3",    "later phase",        "not part of",
	                                      "outside of", "central government", "the government",
	                                      "its own",    "their own",          NULL};
	const struct sentence *sentence = clause->sentence;
	for (size_t i = clause->from; i < clause->to; i++) {
		/* "I would not expect us to finish" */
		if (is_guess(sentence, i))
			continue;
		bool course = i > 0 && strcmp(sentence->words[i].text, "course") == 0 &&
		              word_is_any(&sentence->words[i - 1], "on of");
		if (!course && word_is_any(&sentence->words[i], others))
			return true;
		for (const char *const *phrase = phrases; *phrase != NULL; phrase++)
			if (sentence_says(sentence, i, *phrase))
				return true;
	}
	return false;
}

/* --- asking --- */

/* The chapter whose forecast holds: its own, or the one before where it gives none. Or NULL. */
static const struct chapter *forecaster(const struct chapter *chapter)
{
	const struct chapter *last = chapter_last(chapter);
	if (chapter_update(chapter)->forecast_completion.text != NULL)
		return chapter;
	return last != NULL && chapter_update(last)->forecast_completion.valid ? last : NULL;
}

static const char *said_words(const struct sentence *sentence, struct words words,
                              struct arena *arena)
{
	const char *said = sentence->words[words.from].text;
	for (size_t i = words.from + 1; i < words.behind; i++)
		said = arena_printf(arena, "%s %s", said, sentence->words[i].text);
	return said;
}

static void raise(const struct question *question, const struct clause *clause, struct words words)
{
	char forecast[DATE_TEXT_SIZE], named[DATE_TEXT_SIZE];
	const struct chapter *chapter = question->chapter;
	const struct sentence *sentence = clause->sentence;
	const struct chapter *teller = forecaster(chapter);
	const struct value *now = &chapter_update(teller)->forecast_completion;
	struct arena *arena = &question->doubts->arena;
	struct doubt *doubt = doubt_raise(
		question, sentence_place(chapter_document(chapter), sentence, clause->run.first),
		"the text says \"%s\" and names %s, though %s for %s: \"%s\"",
		said_words(sentence, words, arena),
		mention_words(&clause->mentions->items[clause->run.last], named),
		teller == chapter ? "completion is forecast"
				  : "the last report forecasts completion",
		date_words(now->as.date, forecast), sentence_quote(sentence, LONGEST_QUOTE, arena));
	doubt_point(question, doubt, teller, now->place, "forecast completion %s", forecast);
}

/* "Was approved in March", of a March that by the year it is given would lie ahead. */
static bool is_last_years(const struct question *question, const struct clause *clause,
                          struct words words)
{
	const struct mention *last = &clause->mentions->items[clause->run.last];
	const struct word *verb = &clause->sentence->words[words.from];
	bool past = word_is_any(verb, "was were") ||
	            (words.from > clause->from && word_is_any(verb - 1, "was were"));
	return past && !last->year && day_before(chapter_ends(question->chapter), last->first) &&
	       !day_before(last->first, chapter_completed(question->chapter));
}

/* True where the clause says that the workstream's own work is done by then. */
static bool is_done_then(const struct question *question, const struct clause *clause,
                         struct own_work *own, struct words *words)
{
	const struct deed *deed;
	if (clause_goes_on(clause, words))
		return true;
	if (is_something_else(clause) || is_no_end(clause))
		return false;
	for (words->from = clause->from; (deed = clause_deed(clause, words)) != NULL;
	     words->from++) {
		if (!own->read)
			own_work_read(question->chapter, own, &question->doubts->arena);
		if (clause_is_own(clause, deed, *words, own) &&
		    !is_last_years(question, clause, *words))
			return true;
	}
	return false;
}

/* True where a day of the sentence is doubted; it is then said. */
static bool ask_sentence(const struct question *question, const struct sentence *sentence,
                         const struct mentions *mentions, struct date until, struct own_work *own)
{
	int forecast = date_days(until);
	for (size_t i = 0; i < mentions->count;) {
		struct clause clause = {.sentence = sentence, .mentions = mentions};
		struct words words;
		clause.run = run_at(sentence, mentions, i);
		i = clause.run.last + 1;
		if (first_day(&clause) <= forecast || lacks_day(&clause))
			continue;
		find_clause(&clause);
		if (!is_done_then(question, &clause, own, &words))
			continue;
		raise(question, &clause, words);
		return true;
	}
	return false;
}

void ask_date_past_forecast(const struct question *question)
{
	const struct chapter *chapter = question->chapter;
	const struct chapter *teller = forecaster(chapter);
	struct date forecast = {0};
	struct own_work own = {.read = false};
	struct arena arena = ARENA_INIT;
	size_t asked = 0, raised = 0;
	if (teller != NULL)
		forecast = day_of(&chapter_update(teller)->forecast_completion);
	/* A forecast that has passed is another question, where it is the update's own. */
	if (forecast.year == 0 ||
	    (teller == chapter && day_before(forecast, progress_seen(chapter))))
		return;
	const struct sentences *sentences = chapter_sentences(chapter);
	for (size_t i = 0; i < sentences->count && asked < MOST_ASKED && raised < MOST_DOUBTS;
	     i++) {
		const struct sentence *sentence = &sentences->items[i];
		struct mentions mentions;
		if (sentence->passage->quoted)
			continue;
		mentions_read(sentence, chapter_ends(chapter), &arena, &mentions);
		bool beyond = false;
		for (size_t k = 0; k < mentions.count; k++)
			beyond = beyond || day_before(forecast, mentions.items[k].first);
		asked += beyond ? 1 : 0;
		raised += beyond && ask_sentence(question, sentence, &mentions, forecast, &own) ? 1
		                                                                                : 0;
	}
	arena_release(&arena);
}
