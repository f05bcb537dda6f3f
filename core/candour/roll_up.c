/* How the ratings add up: declared in candour/ask.h. */
#include "candour/ask.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "candour/register.h"
#include "candour/spoken.h"

/* --- the workstreams of an overview's period --- */

/* One workstream as the overview finds it. */
struct rated {
	const struct strand *strand;
	const struct chapter *chapter; /* NULL: no report of the period */
	int level;                     /* on the overview's scale, or SCALE_NONE */
};

/* The workstreams that belong to the period, in the plan's order. */
struct roll {
	struct rated *items;
	size_t count, known;
	int best, worst; /* of those known */
};

/* The last report that ends within the period. */
static const struct chapter *report_of(const struct strand *strand, struct period period)
{
	const struct chapter *found = NULL;
	for (size_t i = 0; i < strand->count; i++)
		if (strand->chapters[i].period.last >= period.first &&
		    strand->chapters[i].period.last <= period.last)
			found = &strand->chapters[i];
	return found;
}

static int month_of(const struct value *day)
{
	return day->as.date.year * 12 + day->as.date.month - 1;
}

/* False for one that begins behind the period, or ended before it. */
static bool is_within(const struct strand *strand, struct period period)
{
	const struct workstream *row = strand->declared;
	return !(row->starts.valid && month_of(&row->starts) > period.last) &&
	       !(row->ends.valid && month_of(&row->ends) < period.first);
}

static void roll_read(const struct question *question, struct arena *arena, struct roll *roll)
{
	const struct story *story = question->story;
	const struct chapter *overview = question->chapter;
	int steps;
	*roll = (struct roll){.items = arena_new(arena, story->count * sizeof(*roll->items))};
	for (size_t i = 0; i < story->count; i++) {
		const struct strand *strand = &story->strands[i];
		const struct chapter *chapter = report_of(strand, overview->period);
		struct rated rated = {strand, chapter, SCALE_NONE};
		if (chapter == NULL && !is_within(strand, overview->period))
			continue;
		if (chapter != NULL && chapter_compare(chapter, overview, &steps)) {
			rated.level = chapter->level;
			roll->best = roll->known == 0 || rated.level < roll->best ? rated.level
			                                                          : roll->best;
			roll->worst = rated.level > roll->worst ? rated.level : roll->worst;
			roll->known++;
		}
		roll->items[roll->count++] = rated;
	}
}

static size_t count_up_to(const struct roll *roll, int level)
{
	size_t count = 0;
	for (size_t i = 0; i < roll->count; i++)
		count += roll->items[i].level != SCALE_NONE && roll->items[i].level <= level;
	return count;
}

/* --- roll-up-better --- */

/*
 * The best level that the plan's rule can give, whatever those without a rating have. Of
 * one that is stated: the best of any workstream's, where all of them are known.
 */
static int best_possible(const struct roll *roll, const struct roll_up *rule)
{
	enum { WHOLE = 100 };
	size_t unknown = roll->count - roll->known;
	if (rule->type == ROLL_UP_STATED)
		return unknown == 0 ? roll->best : 0;
	if (rule->type == ROLL_UP_WORST)
		return roll->worst;
	int level = 0;
	while (level < roll->worst &&
	       (count_up_to(roll, level) + unknown) * WHOLE < roll->count * (size_t)rule->share)
		level++;
	return level;
}

static void add_unknown(const struct roll *roll, struct buf *text)
{
	size_t unknown = roll->count - roll->known;
	if (unknown == 1)
		buf_text(text, "; one workstream has no rating to count, which changes nothing");
	else if (unknown > 1)
		buf_printf(text, "; %zu workstreams have no rating to count, which changes nothing",
		           unknown);
}

/* What the rule gives, in words. */
static void add_truth(const struct question *question, const struct roll *roll, int best,
                      struct buf *text)
{
	const struct roll_up *rule = &question->story->plan->rolls_up;
	const char *label = question->chapter->scale->levels[best].label;
	if (rule->type == ROLL_UP_STATED)
		buf_printf(text, "better than every workstream: the best of them is %s", label);
	else if (rule->type == ROLL_UP_WORST)
		buf_printf(text, "but the plan's rule is that of the worst workstream, which is %s",
		           label);
	else
		buf_printf(text,
		           "but the plan's rule is the best level that at least %d%% of the "
		           "workstreams have or better, and that is %s at best (%zu of %zu have "
		           "%s or better)",
		           rule->share, label, count_up_to(roll, question->chapter->level),
		           roll->count, chapter_rating(question->chapter));
	add_unknown(roll, text);
}

static const struct value *rating_of(const struct chapter *chapter)
{
	const struct update *update = chapter_update(chapter);
	return update != NULL ? &update->rag : &chapter_overview(chapter)->rag;
}

/* Points to the ratings that are worse than the programme's. */
static void point_to_worse(const struct question *question, struct doubt *doubt,
                           const struct roll *roll)
{
	enum { MOST_SHOWN = 12 };
	size_t shown = 0;
	for (size_t i = 0; i < roll->count && shown < MOST_SHOWN; i++) {
		const struct rated *rated = &roll->items[i];
		if (rated->level == SCALE_NONE || rated->level <= question->chapter->level)
			continue;
		shown++;
		doubt_point(question, doubt, rated->chapter, rating_of(rated->chapter)->place,
		            "%s is rated %s", rated->strand->title, chapter_rating(rated->chapter));
	}
}

void ask_roll_up_better(const struct question *question)
{
	const struct chapter *chapter = question->chapter;
	const struct overview *overview = chapter_overview(chapter);
	const struct plan *plan = question->story->plan;
	struct arena arena = ARENA_INIT;
	struct buf truth = BUF_INIT;
	struct roll roll;
	if (chapter->level == SCALE_NONE || overview->roll_up_reason.text != NULL)
		return;
	roll_read(question, &arena, &roll);
	int best = roll.known == 0 ? 0 : best_possible(&roll, &plan->rolls_up);
	if (chapter->level < best) {
		add_truth(question, &roll, best, &truth);
		struct doubt *doubt =
			doubt_raise(question, overview->rag.place, "the programme is rated %s, %s",
		                    chapter_rating(chapter), truth.bytes);
		point_to_worse(question, doubt, &roll);
		if (plan->roll_up.place.line != 0)
			doubt_point(question, doubt, NULL, plan->roll_up.place,
			            "the plan's rule: %.60s", plan->roll_up.text);
	}
	buf_release(&truth);
	arena_release(&arena);
}

/* --- roll-up-unsaid --- */

void ask_roll_up_unsaid(const struct question *question)
{
	enum { FEWEST = 2 };
	const struct chapter *chapter = question->chapter;
	const struct overview *overview = chapter_overview(chapter);
	struct arena arena = ARENA_INIT;
	struct roll roll;
	if (chapter->level == SCALE_NONE || overview->roll_up_reason.text != NULL ||
	    question->story->plan->roll_up.text != NULL || chapter_is_imported(chapter))
		return;
	roll_read(question, &arena, &roll);
	size_t worse = roll.known - count_up_to(&roll, chapter->level);
	/* Better than every one of them is another question. */
	if (worse >= FEWEST && worse < roll.known) {
		struct doubt *doubt = doubt_raise(
			question, overview->rag.place,
			"the programme is rated %s, %zu of %zu workstreams are rated worse, and "
			"neither `roll_up` in plan.md nor `roll_up_reason` here says how it follows "
			"from theirs",
			chapter_rating(chapter), worse, roll.known);
		point_to_worse(question, doubt, &roll);
	}
	arena_release(&arena);
}

/* --- bad-news-left-out --- */

/* On the colours of five levels, the third one: Amber. */
enum { BAD_COLOUR = 2 };

/* True for what a reader of the overview should hear of. */
static bool is_bad_news(const struct chapter *chapter)
{
	const struct chapter *last = chapter_last(chapter);
	int steps;
	if (chapter->level == SCALE_NONE)
		return false;
	return scale_colour(chapter->scale, chapter->level) >= BAD_COLOUR ||
	       (last != NULL && chapter_compare(last, chapter, &steps) && steps < 0);
}

/* True for an overview that was imported without its words. */
static bool is_silent(const struct chapter *overview)
{
	return chapter_is_imported(overview) && chapter_sentences(overview)->count == 0;
}

/* Words of titles that say nothing of which workstream is meant. */
static bool is_common(const char *word)
{
	static const char *const common[] = {
		"programme", "project",   "projects", "plan",        "plans",   "service",
		"services",  "work",      "working",  "improvement", "council", "delivery",
		"with",      "from",      "that",     "making",      "better",  "report",
		"overview",  "update",    "member",   "members",     "officer", "officers",
		"resident",  "residents", "people",   "staff",       "risk",    "risks",
		"rating",    "team",      "teams",    "public",      "month",   "period",
	};
	enum { SHORTEST = 4 };
	for (size_t i = 0; i < sizeof(common) / sizeof(common[0]); i++)
		if (strcmp(common[i], word) == 0)
			return true;
	return strlen(word) < SHORTEST;
}

/* True for a word by which a level is called, as in "Green spaces". */
static bool is_rating_word(const struct scale *scale, const char *word)
{
	size_t length = strlen(word);
	for (size_t i = 0; i < scale->count; i++)
		for (const char *label = scale->levels[i].label; *label != '\0'; label++) {
			size_t letters = strcspn(label, " /-"), same = 0;
			while (same < letters && same < length &&
			       text_lower(label[same]) == word[same])
				same++;
			if (letters == length && same == length)
				return true;
			label += letters;
			if (*label == '\0')
				break;
		}
	return false;
}

/* The first word of the title that no other title has, and that says something; or NULL. */
static const char *distinctive(const struct name_register *names, const struct name *title,
                               const struct scale *scale)
{
	for (size_t i = 0; i < title->words.count; i++) {
		const char *word = kept_text(&title->words, i);
		bool shared = is_common(word) || is_rating_word(scale, word);
		for (size_t j = 0; j < names->count && !shared; j++) {
			const struct name *other = &names->names[j];
			for (size_t k = 0; k < other->words.count && other->owner != title->owner &&
			                   other->type == NAME_WORKSTREAM;
			     k++)
				shared = shared || strcmp(kept_text(&other->words, k), word) == 0;
		}
		if (!shared)
			return word;
	}
	return NULL;
}

/* Who is spoken of in an overview. */
struct heard {
	struct name_register names;
	bool *workstreams; /* by their number in the plan */
	bool *sentences;   /* by their number in what is spoken: it names a workstream */
};

/* Marks the workstreams that the name at this place may mean. */
static void hear_name(struct heard *heard, const struct name *name)
{
	if (name->type == NAME_WORKSTREAM)
		heard->workstreams[name->owner] = true;
	for (const struct name *same = name->next; name->ambiguous && same != NULL;
	     same = same->next)
		if (same->type == NAME_WORKSTREAM && text_equal_folded(same->text, name->text))
			heard->workstreams[same->owner] = true;
}

static void hear(struct heard *heard, const struct spoken_list *spoken, size_t number,
                 struct arena *arena)
{
	struct kept_words words;
	kept_read(spoken->items[number].sentence, arena, &words);
	for (size_t at = 0; at < words.count; at++) {
		const struct name *name = register_find(&heard->names, &words, at);
		if (name == NULL)
			continue;
		hear_name(heard, name);
		heard->sentences[number] =
			heard->sentences[number] || name->type == NAME_WORKSTREAM;
	}
}

/*
 * True for a word in small letters that goes on to another: in a sentence about another
 * workstream "data from partners" is not the one for data.
 */
static bool is_plain_word(const struct sentence *sentence, size_t word)
{
	static const char *const ends[] = {"is",    "are",        "was",    "were",  "has", "have",
	                                   "and",   "workstream", "theme",  "where", "or",  "both",
	                                   "which", "remains",    "remain", NULL};
	/* The first word of a sentence has its capital for that. */
	if ((sentence->words[word].capital && word > 0) || word + 1 == sentence->count ||
	    sentence->words[word + 1].type != WORD_LETTERS)
		return false;
	for (size_t i = 0; ends[i] != NULL; i++)
		if (strcmp(sentence->words[word + 1].text, ends[i]) == 0)
			return false;
	return true;
}

/* True where the sentence has the workstream's id, or the word that its title has alone. */
static bool calls(const struct sentence *sentence, const char *id, const char *word,
                  bool about_another)
{
	size_t length = word != NULL ? strlen(word) : 0;
	for (size_t at = 0; at < sentence->count; at++) {
		bool called =
			(id != NULL && sentence_says(sentence, at, id)) ||
			(word != NULL && strncmp(sentence->words[at].text, word, length) == 0);
		if (called && !(about_another && is_plain_word(sentence, at)))
			return true;
	}
	return false;
}

static bool is_spoken_of(const struct heard *heard, const struct spoken_list *spoken,
                         const struct strand *strand, const struct scale *scale)
{
	const struct plan *plan = heard->names.plan;
	size_t owner = (size_t)(strand->declared - LIST_OF(struct workstream, plan->workstreams));
	const char *word = NULL;
	if (heard->workstreams[owner])
		return true;
	for (size_t i = 0; i < heard->names.count && word == NULL; i++)
		if (heard->names.names[i].owner == owner && heard->names.names[i].main &&
		    heard->names.names[i].type == NAME_WORKSTREAM)
			word = distinctive(&heard->names, &heard->names.names[i], scale);
	for (size_t i = 0; i < spoken->count; i++)
		if (spoken->items[i].field == NULL &&
		    calls(spoken->items[i].sentence, strand->id, word, heard->sentences[i]))
			return true;
	return false;
}

static void add_news(const struct chapter *chapter, struct buf *text)
{
	const struct chapter *last = chapter_last(chapter);
	int steps;
	buf_printf(text, "%s%s (%s", text->length == 0 ? "" : ", ", chapter->strand->title,
	           chapter_rating(chapter));
	if (last != NULL && chapter_compare(last, chapter, &steps) && steps < 0)
		buf_printf(text, ", down from %s", chapter_rating(last));
	buf_text(text, ")");
}

void ask_bad_news_left_out(const struct question *question)
{
	enum { MOST_TOLD = 8 };
	const struct story *story = question->story;
	const struct chapter *overview = question->chapter, *told[MOST_TOLD];
	struct arena arena = ARENA_INIT;
	struct heard heard;
	const struct spoken_list *spoken = chapter_spoken(overview);
	struct buf news = BUF_INIT;
	size_t count = 0;
	register_read(story->plan, &arena, &heard.names);
	heard.workstreams = arena_new(&arena, story->plan->workstreams.count * sizeof(bool));
	heard.sentences = arena_new(&arena, spoken->count * sizeof(bool));
	for (size_t i = 0; i < spoken->count; i++)
		if (spoken->items[i].field == NULL)
			hear(&heard, spoken, i, &arena);
	for (size_t i = 0; i < story->count && count < MOST_TOLD && !is_silent(overview); i++) {
		const struct chapter *chapter = report_of(&story->strands[i], overview->period);
		if (chapter == NULL || !is_bad_news(chapter) ||
		    is_spoken_of(&heard, spoken, &story->strands[i], chapter->scale))
			continue;
		add_news(chapter, &news);
		told[count++] = chapter;
	}
	if (count != 0) {
		struct doubt *doubt =
			doubt_raise(question, chapter_overview(overview)->rag.place,
		                    "the overview says nothing of bad news from %s", news.bytes);
		for (size_t i = 0; i < count; i++)
			doubt_point(question, doubt, told[i], rating_of(told[i])->place,
			            "%s is rated %s", told[i]->strand->title,
			            chapter_rating(told[i]));
	}
	register_release(&heard.names);
	buf_release(&news);
	arena_release(&arena);
}
