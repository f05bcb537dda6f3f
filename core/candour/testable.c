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

#include "base/text.h"

enum { QUOTED_MOST = 70 };

/* What may follow the first words, so that they have no end. */
enum follower {
	ANYTHING,
	OBJECT,     /* "the", "our", a preposition: "support the teams", not "support plan" */
	SOMEBODY,   /* the same, or one who is supported in something */
	DOING,      /* no noun that it belongs to: "progress talks", not "progress report" */
	BEGINNING,  /* the same, and nothing that is seen to begin: not "begin trading" */
	UNFINISHED, /* no product: "develop the culture", not "develop the strategy" */
	ABSTRACT,   /* what has no measure of its own: "improve communication" */
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
	{"carry on", ANYTHING},
	{"press on", ANYTHING},
	{"press ahead", ANYTHING},
	{"push on", ANYTHING},
	{"push ahead", ANYTHING},
	{"push forward", ANYTHING},
	{"move ahead", ANYTHING},
	{"move forward", ANYTHING},
	{"proceed with", ANYTHING},
	{"go on", ANYTHING},
	{"progress", DOING},
	{"progressing", ANYTHING},
	{"progression of", ANYTHING},
	{"make progress", ANYTHING},
	{"making progress", ANYTHING},
	{"support", SOMEBODY},
	{"supporting", SOMEBODY},
	{"support for", ANYTHING},
	{"assist", ANYTHING},
	{"assisting", ANYTHING},
	{"assistance", OBJECT},
	{"maintain", ANYTHING},
	{"maintaining", ANYTHING},
	{"sustain", ANYTHING},
	{"sustaining", ANYTHING},
	{"monitor", ANYTHING},
	{"explore", ANYTHING},
	{"exploring", ANYTHING},
	{"liaise", ANYTHING},
	{"liaising", ANYTHING},
	{"liaison with", ANYTHING},
	{"look at", ANYTHING},
	{"look into", ANYTHING},
	{"looking at", ANYTHING},
	{"looking into", ANYTHING},
	{"work on", ANYTHING},
	{"work with", ANYTHING},
	{"work towards", ANYTHING},
	{"work around", ANYTHING},
	{"working on", ANYTHING},
	{"working with", ANYTHING},
	{"working towards", ANYTHING},
	{"further work", ANYTHING},
	{"further progress", ANYTHING},
	{"further development", UNFINISHED},
	{"help", DOING},
	{"helping", ANYTHING},
	{"facilitate", ANYTHING},
	{"facilitating", ANYTHING},
	{"encourage", ANYTHING},
	{"encouraging", ANYTHING},
	{"enable", ANYTHING},
	{"foster", ABSTRACT},
	{"nurture", ANYTHING},
	{"pursue", ANYTHING},
	{"contribute to", ANYTHING},
	{"engage with", ANYTHING},
	{"engage in", ANYTHING},
	{"engaging with", ANYTHING},
	{"engagement with", ANYTHING},
	{"discussions with", ANYTHING},
	{"discussions on", ANYTHING},
	{"discussions about", ANYTHING},
	{"conversations with", ANYTHING},
	{"dialogue with", ANYTHING},
	{"talks with", ANYTHING},
	{"collaboration with", ANYTHING},
	{"develop", UNFINISHED},
	{"developing", UNFINISHED},
	{"development of", UNFINISHED},
	{"keep", ANYTHING},
	{"keeping", ANYTHING},
	{"embed", OBJECT},
	{"embedding", OBJECT},
	{"embed", ABSTRACT},
	{"embedding of", ANYTHING},
	{"promote", OBJECT},
	{"promote", ABSTRACT},
	{"promoting", ANYTHING},
	{"champion", OBJECT},
	{"champion", ABSTRACT},
	{"drive", OBJECT},
	{"drive", ABSTRACT},
	{"advance", OBJECT},
	{"manage", OBJECT},
	{"oversee", ANYTHING},
	{"coordinate", ANYTHING},
	{"co-ordinate", ANYTHING},
	{"improve", ABSTRACT},
	{"improving", ABSTRACT},
	{"strengthen", ABSTRACT},
	{"strengthening", ABSTRACT},
	{"enhance", ABSTRACT},
	{"enhancing", ABSTRACT},
	{"increase", ABSTRACT},
	{"increasing", ABSTRACT},
	{"deepen", ABSTRACT},
	{"build", ABSTRACT},
	{"building", ABSTRACT},
	{"grow", ABSTRACT},
	{"reinforce", ABSTRACT},
	{"raise awareness", ANYTHING},
	{"raising awareness", ANYTHING},
	{"raise", ABSTRACT},
	{"take forward", ANYTHING},
	{"taking forward", ANYTHING},
	{"begin", BEGINNING},
	{"beginning", BEGINNING},
	{"start", BEGINNING},
	{"starting", BEGINNING},
	{"initiate", ANYTHING},
	{"undertake ongoing", ANYTHING},
	{"undertake further", ANYTHING},
	{"provide ongoing", ANYTHING},
	{"provide support", ANYTHING},
	{"provide continued", ANYTHING},
	{"providing support", ANYTHING},
	{"offer support", ANYTHING},
	{"give support", ANYTHING},
	{"embark on", ANYTHING},
	{"seek", OBJECT},
	{"seek approval", ANYTHING},
	{"seek agreement", ANYTHING},
	{"positive steer", ANYTHING},
};

/* What may stand before them. */
static const char *const leads[] = {"to",       "we",      "will",    "shall", "and", "further",
                                    "actively", "jointly", "closely", "also",  NULL};

/* Behind some noun: "work to continue on culture", "the review continues". */
static const char *const middles[] = {
	"to continue",     "to be continued",     "to commence",      "to be commenced",
	"to progress",     "to proceed",          "to be progressed", "to carry on",
	"to go on",        "to be ongoing",       "continues",        "will continue",
	"is ongoing",      "are ongoing",         "is continuing",    "are continuing",
	"remains ongoing", "to be taken forward", "to keep",          NULL};

static const char *const endings[] = {
	"to commence", "to continue", "/ continue", "/ commence", "or continue", "or go on",
	"to progress", "to proceed",  "to begin",   "to start",   "to go on",    "to be ongoing",
	"commenced",   "continued",   "continues",  "commences",  "continuing",  "progressed",
	"progressing", "begun",       "ongoing",    "on-going",   "under way",   "underway",
	"in progress", "kept up",     "supported",  NULL};

/* "Approval to proceed" is had or not. */
static const char *const leaves[] = {
	"approval", "decision",  "agreement",   "authority", "permission", "consent",
	"licence",  "notice",    "order",       "mandate",   "ready",      "clearance",
	"option",   "readiness", "instruction", "go-ahead",  "warrant",    NULL};

/* Words that say what is there when it is done. */
static const char *const ends[] = {
	"agreed",    "approved",  "signed",   "published",   "completed", "complete",  "delivered",
	"in place",  "adopted",   "issued",   "live",        "appointed", "recruited", "endorsed",
	"ratified",  "submitted", "closed",   "finalised",   "finalized", "concluded", "trained",
	"installed", "reported",  "on site",  "decided",     "handed",    "opened",    "launched",
	"presented", "met",       "filled",   "transferred", "achieved",  "percent",   "per cent",
	"until",     "ready",     "tested",   "held",        "cleared",   "halved",    "awarded",
	"confirmed", "settled",   "replaced", "migrated",    "ended",     NULL};

/* "Work with the county to agree the contract": when it is agreed, it is done. */
static const char *const results[] = {
	"agree",    "sign",    "produce", "publish",  "complete",   "approve", "appoint",
	"adopt",    "issue",   "launch",  "finalise", "finalize",   "close",   "submit",
	"conclude", "replace", "install", "open",     "recruit",    "procure", "buy",
	"secure",   "confirm", "decide",  "ratify",   "commission", "award",   NULL};

/* Behind these a result is only gone on with: "continue to publish". */
static const char *const going_on[] = {"continue", "continues", "continuing", "commence", "begin",
                                       "start",    "ongoing",   "progress",   NULL};

static const char *const objects[] = {"the",   "a",       "an",   "our",  "all",     "with",  "on",
                                      "to",    "towards", "work", "this", "that",    "these", "its",
                                      "their", "each",    "any",  "both", "through", NULL};

/* "Support managers in", "support staff through". */
static const char *const aids[] = {"to", "in", "with", "through", "during", "as", "by", NULL};

/* Who is supported, where nothing else is said: "support managers", not "support officers". */
static const char *const supported[] = {"members",   "managers", "directorates", "departments",
                                        "partners",  "schools",  "suppliers",    "colleagues",
                                        "residents", "families", "leaders",      "councils",
                                        NULL};

/* Nouns that "progress", "start" and "help" may belong to. */
static const char *const belonging[] = {
	"report", "reports", "monitoring", "review",   "reviews", "meeting", "meetings",
	"update", "updates", "tracker",    "tracking", "chart",   "board",   "statement",
	"paper",  "note",    "dashboard",  "log",      "date",    "up",      "of",
	"point",  "line",    "-",          "and",      "against", "desk",    NULL};

/* "Begin trading": all can see the day on which it begins. */
static const char *const openings[] = {"trading", "operating", "operations", NULL};

/* What has no measure of its own. */
static const char *const abstracts[] = {
	"relationship",  "relationships",  "culture",       "morale",
	"trust",         "confidence",     "skills",        "capacity",
	"capability",    "understanding",  "awareness",     "engagement",
	"communication", "communications", "working",       "collaboration",
	"partnership",   "partnerships",   "links",         "behaviours",
	"behaviour",     "leadership",     "knowledge",     "resilience",
	"quality",       "practice",       "participation", "dialogue",
	"ownership",     "visibility",     "momentum",      "commitment",
	"consistency",   "cooperation",    "co-operation",  "networks",
	"ties",          "openness",       "transparency",  "accountability",
	"maturity",      "teamwork",       "wellbeing",     "ways",
	"focus",         "involvement",    "contact",       "insight",
	"expertise",     "standards",      "performance",   "efficiency",
	"effectiveness", "improvement",    "improvements",  NULL};

static const char *const papers[] = {
	"plan",      "plans",      "strategy",   "strategies", "policy",        "policies",
	"framework", "frameworks", "register",   "registers",  "report",        "document",
	"documents", "procedure",  "procedures", "guidance",   "template",      "templates",
	"model",     "dashboard",  "terms",      "code",       "contract",      "case",
	"structure", "toolkit",    "schedule",   "protocol",   "specification", "proposal",
	"proposals", "charter",    "handbook",   "guide",      "draft",         "scorecard",
	"system",    "tool",       "portal",     "website",    "app",           "database",
	"course",    "module",     "materials",  "package",    "pack",          "map",
	"catalogue", "directory",  "checklist",  "form",       "forms",         "brief",
	"bid",       "paper",      "budget",     "roadmap",    "timetable",     "agreement",
	"manual",    "site",       "service",    "calendar",   "survey",        "standard",
	NULL};

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

static bool is_letters(const struct sentence *title, size_t word)
{
	return word < title->count && title->words[word].type == WORD_LETTERS;
}

static bool follows(const struct sentence *title, size_t next, enum follower follower)
{
	bool last = next >= title->count;
	const char *word = last ? "" : title->words[next].text;
	bool object = last || (is_letters(title, next) && text_is_one_of(word, objects));
	switch (follower) {
	case ANYTHING:
		return true;
	case OBJECT:
		return object;
	case SOMEBODY:
		object = object || text_is_one_of(word, supported);
		for (size_t i = next + 1; !object && i < title->count; i++)
			object = text_is_one_of(title->words[i].text, aids);
		return object;
	case BEGINNING:
		return last || !(text_is_one_of(word, belonging) || text_is_one_of(word, openings));
	case DOING:
		return last || !text_is_one_of(word, belonging);
	case UNFINISHED:
		return !sentence_has(title, papers);
	case ABSTRACT:
		return sentence_has(title, abstracts) && !sentence_has(title, papers);
	}
	return false;
}

/* True for "to agree", behind something that is no "continue". */
static bool names_result(const struct sentence *title)
{
	for (size_t i = 2; i < title->count; i++) {
		const char *before = title->words[i - 1].text;
		if ((strcmp(before, "to") == 0 || strcmp(before, "and") == 0) &&
		    text_is_one_of(title->words[i].text, results) &&
		    !text_is_one_of(title->words[i - 2].text, going_on))
			return true;
	}
	return false;
}

/* The phrase without an end that the title begins with, or NULL. */
static const char *find_beginning(const struct sentence *title)
{
	enum { LEADS_MOST = 3 };
	for (size_t from = 0; from < LEADS_MOST; from++) {
		for (size_t i = 0; i < sizeof(beginnings) / sizeof(beginnings[0]); i++) {
			const char *phrase = beginnings[i].phrase;
			if (sentence_says(title, from, phrase) &&
			    follows(title, from + count_words(phrase), beginnings[i].follower))
				return phrase;
		}
		if (from >= title->count || !text_is_one_of(title->words[from].text, leads))
			break;
	}
	return NULL;
}

/* "Approval to proceed", "ready to start": where "to" is at WORD. */
static bool is_left_to(const struct sentence *title, size_t word)
{
	return word > 0 && text_is_one_of(title->words[word - 1].text, leaves);
}

/* The one that stands behind its first noun, or NULL. */
static const char *find_middle(const struct sentence *title)
{
	for (size_t i = 0; middles[i] != NULL; i++) {
		size_t at = sentence_find(title, 1, middles[i]);
		if (at < title->count && !is_left_to(title, at))
			return middles[i];
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
		if (words < end && sentence_says(title, end - words, endings[i]) &&
		    !is_left_to(title, end - words))
			return endings[i];
	}
	return NULL;
}

/* What makes the title one that nobody can test, or NULL. */
static const char *find_untestable(const struct sentence *title)
{
	if (sentence_has(title, ends))
		return NULL;
	const char *phrase = find_ending(title);
	if (phrase != NULL || has_figures(title))
		return phrase;
	if (!names_result(title))
		phrase = find_beginning(title);
	return phrase != NULL ? phrase : find_middle(title);
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
		                    "\"%s%s\"",
		                    quote, strncmp(phrase, "or ", 3) == 0 ? "… " : "",
		                    phrase + strspn(phrase, "/ "));
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
