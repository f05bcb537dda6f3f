/*
 * The route back to the best rating: declared in candour/ask.h.
 *
 * A sentence says it where it speaks of a way back ("back on track once", "the rating would
 * improve if"), where it says on which condition the best level is reached ("Green depends
 * on", "to return to Green we need"), or until when the present one stays ("Amber until").
 * The best level is no goal where it was left: "from Green to Amber", "it was Green".
 */
#include "candour/ask.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

static bool has_word(const struct sentence *sentence, const char *const *words)
{
	for (size_t i = 0; i < sentence->count; i++)
		if (text_is_one_of(sentence->words[i].text, words))
			return true;
	return false;
}

/* True for the third level and worse of four and more, and for any but the best of fewer. */
static bool is_rated_badly(const struct chapter *chapter)
{
	enum { MANY_LEVELS = 4 };
	int least = chapter->scale->count >= MANY_LEVELS ? 2 : 1;
	return chapter->level >= least;
}

/* What says on its own how the rating is to be better, or worse, again. */
static const char *const routes[] = {"route to green",
                                     "path to green",
                                     "route back",
                                     "path back",
                                     "way back",
                                     "road back",
                                     "green again",
                                     "back on track",
                                     "back on course",
                                     "back on schedule",
                                     "back to plan",
                                     "back to schedule",
                                     "improve the rating",
                                     "raise the rating",
                                     "lift the rating",
                                     "rating to improve",
                                     "would change if",
                                     "would change when",
                                     "recovery depends",
                                     "recovery rests",
                                     "recovery requires",
                                     "recovery needs",
                                     "recovery will",
                                     "improvement depends",
                                     "bring this back",
                                     "bring it back",
                                     "bring the workstream back",
                                     "bring this workstream back",
                                     "would be upgraded",
                                     "will be upgraded",
                                     NULL};

/* The same at the beginning of a sentence. */
static const char *const aims[] = {"to recover",   "to put this", "to put it",    "to put matters",
                                   "to turn this", "to get back", "to come back", "to improve this",
                                   "to remedy",    "to restore",  "to move up",   NULL};

/* Plans of recovery, unless there is none yet. */
static const char *const plans[] = {"recovery plan", "plan to recover", "plan for recovery", NULL};
static const char *const lacking[] = {"no",   "not",      "without", "lacks",       "lack",
                                      "yet",  "awaiting", "await",   "outstanding", "missing",
                                      "late", "never",    NULL};

/* Beside the best level's name, what says on which condition. */
static const char *const conditions[] = {
	"once",    "if",       "unless",    "would",       "improve",   "improves",    "return",
	"returns", "returned", "returning", "recover",     "recovers",  "upgrade",     "raise",
	"restore", "restored", "restores",  "raised",      "become",    "becomes",     "reconsider",
	"needs",   "requires", "need",      "require",     "depends",   "depend",      "rests",
	"hinges",  "hangs",    "must",      "back",        "again",     "reach",       "reaches",
	"reached", "regain",   "regained",  "get",         "getting",   "achieve",     "bring",
	"brings",  "until",    "takes",     "within",      "provided",  "reaching",    "regaining",
	"stands",  "stand",    "move",      "moving",      "go",        "goes",        "hinge",
	"route",   "path",     "way",       "requirement", "condition", "conditional", NULL};
static const char *const times[] = {"when", "after", "by", "before", "from", NULL};
static const char *const future[] = {"will", "expect",   "expected", "can", "should",
                                     "aim",  "forecast", "shall",    NULL};

/* Before the level's name: it is where the rating came from, or is not. */
static const char *const left_before[] = {"from", "was",        "were",     "been",  "than",
                                          "not",  "previously", "formerly", "below", "longer",
                                          "had",  "/",          NULL};
/* Behind it. */
static const char *const left_behind[] = {"/",      "last",    "to",      "gave",       "turned",
                                          "became", "slipped", "fell",    "dropped",    "changed",
                                          "period", "month",   "quarter", "previously", "earlier",
                                          "before", NULL};
static const char *const left_in[] = {"in the last", "in the previous", "in our last",
                                      "in last",     "at the last",     NULL};

/* True where the best level's name at WORD, of so many words, is a goal. */
static bool is_goal(const struct sentence *sentence, size_t word, size_t words)
{
	enum { NOT_NEAR = 3 };
	size_t behind = word + words;
	for (size_t i = word; i-- > 0 && word - i <= NOT_NEAR;)
		if (strcmp(sentence->words[i].text, "not") == 0 ||
		    (i + 1 == word && text_is_one_of(sentence->words[i].text, left_before)))
			return false;
	if (behind >= sentence->count)
		return true;
	for (size_t i = 0; left_in[i] != NULL; i++)
		if (sentence_says(sentence, behind, left_in[i]))
			return false;
	/* "Green Park" is a place. */
	const struct word *next = &sentence->words[behind];
	return !text_is_one_of(next->text, left_behind) &&
	       !(next->capital && sentence->words[word].capital);
}

/* How many of the words at WORD are the label; 0 where it does not stand there. */
static size_t says_label(const struct sentence *sentence, size_t word, const struct sentence *label)
{
	for (size_t i = 0; i < label->count; i++)
		if (word + i >= sentence->count ||
		    strcmp(sentence->words[word + i].text, label->words[i].text) != 0)
			return 0;
	return label->count;
}

/* "Green depends on", "to return to Green we need". */
static bool names_goal(const struct sentence *sentence, const struct sentence *best)
{
	bool conditional = has_word(sentence, conditions) ||
	                   (has_word(sentence, times) && has_word(sentence, future));
	for (size_t i = 0; conditional && i < sentence->count; i++) {
		size_t words = says_label(sentence, i, best);
		if (words != 0 && is_goal(sentence, i, words))
			return true;
	}
	return false;
}

/* True where "until" follows soon behind WORD, and gives no reason for something else. */
static bool is_until(const struct sentence *sentence, size_t word)
{
	static const char *const until[] = {"until", "unless", "till", "pending", NULL};
	static const char *const reasons[] = {"because", "since", "as", ":", "that", ";", NULL};
	enum { UNTIL_NEAR = 8 };
	for (size_t i = word; i < sentence->count && i - word <= UNTIL_NEAR; i++) {
		if (text_is_one_of(sentence->words[i].text, until))
			return true;
		if (text_is_one_of(sentence->words[i].text, reasons))
			return false;
	}
	return false;
}

/* "The rating would improve if", "Amber until the county signs". */
static bool names_condition(const struct sentence *sentence, const struct sentence *present)
{
	static const char *const rating[] = {"rating", "rag", "rated", "status", "position", NULL};
	static const char *const better[] = {
		"improve", "improves",   "return",       "returns", "recover",   "recovers",
		"upgrade", "upgraded",   "raise",        "raised",  "restore",   "restored",
		"change",  "reconsider", "reconsidered", "revisit", "revisited", "rise",
		"lift",    "lifted",     "move",         NULL};
	static const char *const whens[] = {
		"once",   "if", "when",    "would",  "will",   "until",    "after", "can",
		"should", "by", "depends", "unless", "expect", "expected", "could", NULL};
	bool improves = has_word(sentence, better) && has_word(sentence, whens);
	/* "Until the contract is signed it stays at Amber." */
	bool until = word_is_any(&sentence->words[0], "until unless till pending");
	for (size_t i = 0; i < sentence->count; i++) {
		if (text_is_one_of(sentence->words[i].text, rating) &&
		    (improves || until || is_until(sentence, i)))
			return true;
		if (says_label(sentence, i, present) != 0 && (until || is_until(sentence, i)))
			return true;
	}
	return false;
}

static bool says_plan(const struct sentence *sentence)
{
	return sentence_has(sentence, plans) && !has_word(sentence, lacking);
}

static bool begins_with_aim(const struct sentence *sentence)
{
	for (size_t i = 0; aims[i] != NULL; i++)
		if (sentence_says(sentence, 0, aims[i]))
			return true;
	return false;
}

/* The words of a level's label; none where it has none. */
static struct sentence label_words(const char *label, struct arena *arena)
{
	struct sentences words = {0};
	if (label != NULL)
		sentences_of_text(label, arena, &words);
	return words.count != 0 ? words.items[0] : (struct sentence){.count = 0};
}

static bool says_route(const struct chapter *chapter)
{
	const struct sentences *sentences = chapter_sentences(chapter);
	struct arena arena = ARENA_INIT;
	struct sentence best = label_words(chapter->scale->levels[0].label, &arena);
	struct sentence present = label_words(chapter_rating(chapter), &arena);
	bool says = false;
	for (size_t i = 0; i < sentences->count && !says; i++) {
		const struct sentence *sentence = &sentences->items[i];
		says = sentence_has(sentence, routes) || begins_with_aim(sentence) ||
		       says_plan(sentence) || names_goal(sentence, &best) ||
		       names_condition(sentence, &present);
	}
	arena_release(&arena);
	return says;
}

/* True for a section such as "Path to green" or "Recovery". */
static bool has_section(const struct body *body)
{
	static const char *const titles[] = {"to green", "recover", "way back", "route back"};
	enum { TITLE_MOST = 80 };
	for (int i = 0; i < (int)body->count; i++) {
		char small[TITLE_MOST];
		size_t length = 0;
		const char *title = body->sections[i].title;
		for (; title[length] != '\0' && length + 1 < sizeof(small); length++)
			small[length] = (char)tolower((unsigned char)title[length]);
		small[length] = '\0';
		for (size_t j = 0; j < sizeof(titles) / sizeof(titles[0]); j++)
			if (strstr(small, titles[j]) != NULL)
				return true;
	}
	return false;
}

void ask_no_route_to_green(const struct question *question)
{
	const struct chapter *chapter = question->chapter;
	const struct update *update = chapter_update(chapter);
	const struct body *body = &chapter->document->body;
	/* A draft may have gaps that are yet to be filled; what lands may not. */
	bool unfinished = document_is_draft(chapter->document) && !question->landing;
	if (!is_rated_badly(chapter) || chapter_is_imported(chapter) || unfinished ||
	    update->route_to_green.text != NULL || has_section(body) || says_route(chapter))
		return;
	struct doubt *doubt = doubt_raise(question, update->rag.place,
	                                  "rated %s, and neither `route_to_green` nor the text "
	                                  "says what would bring it back to %s",
	                                  chapter_rating(chapter), chapter->scale->levels[0].label);
	int rationale = body_section(body, "RAG rationale");
	if (rationale != BODY_PREFACE)
		doubt_point(question, doubt, chapter, body->sections[rationale].place,
		            "the rationale says nothing of it");
	else
		doubt_point(question, doubt, chapter, update->rag.place, "rated %s",
		            chapter_rating(chapter));
}
