/*
 * Milestones that nobody can test: declared in candour/ask.h.
 *
 * A milestone says what will have been done. One that is to commence, continue, progress or
 * support something is never missed, since nobody can say when it is reached. Titles that
 * name what will be there at the end ("agreed", "in place", a number) are left alone,
 * whatever their first word.
 */
#include "candour/ask.h"

#include <string.h>

enum { QUOTED_MOST = 70 };

/* What may follow the first word, so that it is one without an end. */
enum follower {
	ANYTHING,
	OBJECT,     /* "the", "a", "our", a preposition: "support the teams", not "support plan" */
	UNFINISHED, /* anything but a paper: "develop the culture", not "develop the strategy" */
};

static const struct {
	const char *phrase;
	enum follower follower;
} beginnings[] = {
	{"commence", ANYTHING},
	{"commencing", ANYTHING},
	{"commencement of", ANYTHING},
	{"continue", ANYTHING},
	{"continues", ANYTHING},
	{"continuing", ANYTHING},
	{"continued", ANYTHING},
	{"continuation of", ANYTHING},
	{"ongoing", ANYTHING},
	{"on-going", ANYTHING},
	{"progress", OBJECT},
	{"progressing", ANYTHING},
	{"support", OBJECT},
	{"supporting", OBJECT},
	{"maintain", ANYTHING},
	{"maintaining", ANYTHING},
	{"monitor", ANYTHING},
	{"explore", ANYTHING},
	{"exploring", ANYTHING},
	{"liaise", ANYTHING},
	{"work on", ANYTHING},
	{"work with", ANYTHING},
	{"work towards", ANYTHING},
	{"working on", ANYTHING},
	{"working with", ANYTHING},
	{"working towards", ANYTHING},
	{"help", ANYTHING},
	{"facilitate", ANYTHING},
	{"encourage", ANYTHING},
	{"engage with", ANYTHING},
	{"develop", UNFINISHED},
	{"developing", UNFINISHED},
	{"development of", UNFINISHED},
	{"further develop", UNFINISHED},
	{"keep", ANYTHING},
	{"embed", OBJECT},
	{"promote", OBJECT},
	{"drive", OBJECT},
	{"raise awareness", ANYTHING},
	{"take forward", ANYTHING},
	{"start work", ANYTHING},
	{"begin work", ANYTHING},
	{"begin to", ANYTHING},
	{"begin", OBJECT},
	{"seek", OBJECT},
	{"seek approval", ANYTHING},
	{"seek agreement", ANYTHING},
	{"positive steer", ANYTHING},
	{"start to", ANYTHING},
};

static const char *const endings[] = {
	"to commence", "to continue", "/ continue", "/ commence", "or continue", "or go on",
	"to progress", "to proceed",  "to begin",   "to start",   "to go on",    "to be ongoing",
	"commenced",   "continued",   "continues",  "commences",  "continuing",  "progressed",
	"progressing", "begun",       "ongoing",    "on-going",   "under way",   "underway",
	"in progress", "kept up",     "supported",  NULL};

/* Words that say what is there when it is done. */
static const char *const ends[] = {
	"agreed",    "approved",  "signed",  "published",   "completed", "complete",  "delivered",
	"in place",  "adopted",   "issued",  "live",        "appointed", "recruited", "endorsed",
	"ratified",  "submitted", "closed",  "finalised",   "finalized", "concluded", "trained",
	"installed", "reported",  "on site", "decided",     "handed",    "opened",    "launched",
	"presented", "met",       "filled",  "transferred", "achieved",  "percent",   "per cent",
	"all",       "until",     NULL};

static const char *const objects[] = {"the",   "a",       "an",   "our",  "all",     "with",  "on",
                                      "to",    "towards", "work", "this", "that",    "these", "its",
                                      "their", "each",    "any",  "both", "through", NULL};

static const char *const papers[] = {
	"plan",      "plans",      "strategy",   "strategies", "policy",        "policies",
	"framework", "frameworks", "register",   "registers",  "report",        "document",
	"documents", "procedure",  "procedures", "guidance",   "template",      "templates",
	"model",     "dashboard",  "terms",      "code",       "contract",      "case",
	"structure", "toolkit",    "schedule",   "protocol",   "specification", "proposal",
	"proposals", "charter",    "handbook",   "guide",      "draft",         "scorecard",
	NULL};

static bool is_one_of(const char *word, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strcmp(*words, word) == 0)
			return true;
	return false;
}

static size_t count_words(const char *phrase)
{
	size_t count = 1;
	for (; *phrase != '\0'; phrase++)
		count += *phrase == ' ' ? 1 : 0;
	return count;
}

static bool has_figures(const struct sentence *sentence)
{
	for (size_t i = 0; i < sentence->count; i++)
		if (sentence->words[i].type == WORD_FIGURES)
			return true;
	return false;
}

static bool follows(const struct sentence *title, size_t next, enum follower follower)
{
	if (follower == UNFINISHED)
		return !sentence_has(title, papers);
	return follower == ANYTHING || next >= title->count ||
	       (title->words[next].type == WORD_LETTERS &&
	        is_one_of(title->words[next].text, objects));
}

/* The phrase without an end that the title begins with, or NULL. */
static const char *find_beginning(const struct sentence *title)
{
	for (size_t i = 0; i < sizeof(beginnings) / sizeof(beginnings[0]); i++) {
		const char *phrase = beginnings[i].phrase;
		if (sentence_says(title, 0, phrase) &&
		    follows(title, count_words(phrase), beginnings[i].follower))
			return phrase;
	}
	return NULL;
}

/* The one it ends with, what stands behind in brackets left out; or NULL. */
static const char *find_ending(const struct sentence *title)
{
	size_t end = sentence_find(title, 0, "(");
	while (end > 0 && title->words[end - 1].type == WORD_MARK)
		end--;
	for (size_t i = 0; endings[i] != NULL; i++) {
		size_t words = count_words(endings[i]);
		if (words < end && sentence_says(title, end - words, endings[i]))
			return endings[i];
	}
	return NULL;
}

/* What makes the title one that nobody can test, or NULL. */
static const char *find_untestable(const struct sentence *title)
{
	const char *ending = find_ending(title);
	if (ending != NULL && !sentence_has(title, ends))
		return ending;
	if (sentence_has(title, ends) || has_figures(title))
		return NULL;
	return find_beginning(title);
}

/* "… to be agreed", "… being completed", at its end: what a delivered one no longer is. */
static const char *find_undone(const struct sentence *title)
{
	static const char *const undone[] = {"to be agreed",
	                                     "to be approved",
	                                     "to be completed",
	                                     "to be signed off",
	                                     "to be finalised",
	                                     "to be confirmed",
	                                     "to be decided",
	                                     "to be delivered",
	                                     "being agreed",
	                                     "being completed",
	                                     "being developed",
	                                     "being drafted",
	                                     "being finalised",
	                                     "being prepared",
	                                     "being written",
	                                     "being procured",
	                                     "not yet agreed",
	                                     "not yet complete",
	                                     NULL};
	size_t end = title->count;
	while (end > 0 && title->words[end - 1].type == WORD_MARK)
		end--;
	for (size_t i = 0; undone[i] != NULL; i++) {
		size_t words = count_words(undone[i]);
		if (words < end && sentence_says(title, end - words, undone[i]))
			return undone[i];
	}
	return NULL;
}

static void ask_delivered(const struct question *question, const struct milestone *row)
{
	enum { DELIVERED = 0 };
	struct arena arena = ARENA_INIT;
	struct sentences sentences = {0};
	if (row->title.text != NULL && row->status.valid && row->status.as.word == DELIVERED)
		sentences_of_text(row->title.text, &arena, &sentences);
	const char *phrase = sentences.count != 1 ? NULL : find_undone(&sentences.items[0]);
	if (phrase != NULL) {
		const char *quote = text_quote(row->title.text, QUOTED_MOST, &arena);
		struct doubt *doubt =
			doubt_raise(question, row->title.place,
		                    "milestone \"%s\" counts as delivered, and is called \"%s\"",
		                    quote, phrase);
		doubt_point(question, doubt, question->chapter, row->status.place, "`status: %s`",
		            row->status.text);
	}
	arena_release(&arena);
}

static void ask_title(const struct question *question, const struct value *title,
                      struct place place)
{
	struct arena arena = ARENA_INIT;
	struct sentences sentences = {0};
	if (title->text != NULL)
		sentences_of_text(title->text, &arena, &sentences);
	const char *phrase = sentences.count != 1 ? NULL : find_untestable(&sentences.items[0]);
	if (phrase != NULL) {
		const char *quote = text_quote(title->text, QUOTED_MOST, &arena);
		struct doubt *doubt =
			doubt_raise(question, title->place,
		                    "milestone \"%s\" names no result that could be tested, only "
		                    "\"%s\"",
		                    quote, phrase + strspn(phrase, "/ "));
		doubt_point(question, doubt, question->chapter, place, "\"%s\"", quote);
	}
	arena_release(&arena);
}

/* True where the id stands in the list of the period too, which has been asked about. */
static bool is_reported(const struct update *update, const struct value *id)
{
	enum { COMPARED_MOST = 200 };
	const struct milestone *rows = LIST_OF(struct milestone, update->milestones);
	for (size_t i = 0; i < update->milestones.count && i < COMPARED_MOST; i++)
		if (id->text != NULL && rows[i].id.text != NULL &&
		    strcmp(rows[i].id.text, id->text) == 0)
			return true;
	return false;
}

void ask_milestone_no_test(const struct question *question)
{
	const struct update *update = chapter_update(question->chapter);
	const struct milestone *rows = LIST_OF(struct milestone, update->milestones);
	const struct next_milestone *next = LIST_OF(struct next_milestone, update->next_milestones);
	for (size_t i = 0; i < update->milestones.count; i++) {
		ask_title(question, &rows[i].title, rows[i].place);
		ask_delivered(question, &rows[i]);
	}
	for (size_t i = 0; i < update->next_milestones.count; i++)
		if (!is_reported(update, &next[i].id))
			ask_title(question, &next[i].title, next[i].place);
}
