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
                                     "back into line",
                                     "improve the rating",
                                     "improve our rating",
                                     "improve this rating",
                                     "improvement in the rating",
                                     "improvement in rating",
                                     "improved rating",
                                     "better rating",
                                     "higher rating",
                                     "raise the rating",
                                     "lift the rating",
                                     "rating to improve",
                                     "rating to rise",
                                     "rating depends",
                                     "rating hinges",
                                     "rating turns on",
                                     "rating rests",
                                     "rating hangs",
                                     "would change if",
                                     "would change when",
                                     "recovery depends",
                                     "recovery rests",
                                     "recovery requires",
                                     "recovery needs",
                                     "recovery hinges",
                                     "recovery hangs",
                                     "recovery turns on",
                                     "recovery will",
                                     "recovery is dependent",
                                     "recovery is conditional",
                                     "improvement depends",
                                     "improvement rests",
                                     "improvement hinges",
                                     "bring this back",
                                     "bring it back",
                                     "bring us back",
                                     "bring the work back",
                                     "bring the workstream back",
                                     "bring this workstream back",
                                     "get the work moving",
                                     "get the work back",
                                     "get things moving",
                                     "get us back",
                                     "upgrade the workstream",
                                     "upgrade the rating",
                                     "would be upgraded",
                                     "will be upgraded",
                                     "what would help",
                                     "what it will take",
                                     "what it would take",
                                     "what has to happen",
                                     "what needs to happen",
                                     "what must happen",
                                     "what has to change",
                                     "what needs to change",
                                     "what must change",
                                     "what we need now",
                                     "way out of",
                                     NULL};

/* The same at the beginning of a sentence. */
static const char *const aims[] = {"to recover",         "to put this",
                                   "to put it",          "to put matters",
                                   "to put things",      "to put the",
                                   "to turn this",       "to turn it",
                                   "to turn things",     "to get back",
                                   "to come back",       "to improve this",
                                   "to improve matters", "to improve the position",
                                   "to remedy",          "to restore",
                                   "to move up",         "to move forward",
                                   "to address this",    "to address these",
                                   "to resolve this",    "to resolve these",
                                   "to tackle this",     "to tackle these",
                                   "to deal with this",  "to deal with these",
                                   "to overcome this",   "to overcome these",
                                   "to correct this",    "to rectify",
                                   "to make up",         "to catch up",
                                   "to regain",          "to get this",
                                   "to bring this",      "to bring it",
                                   "to unblock",         "in order to",
                                   "what is needed",     "what we need",
                                   "what is required",   NULL};

/* Plans of recovery, unless there is none yet. */
static const char *const plans[] = {"recovery plan",
                                    "recovery plans",
                                    "plan to recover",
                                    "plan for recovery",
                                    "recovery action",
                                    "recovery actions",
                                    "recovery measures",
                                    "recovery steps",
                                    "actions to recover",
                                    "steps to recover",
                                    "steps to recovery",
                                    "corrective action",
                                    "corrective actions",
                                    "corrective steps",
                                    "remedial action",
                                    "remedial actions",
                                    "remedial steps",
                                    "remedial measures",
                                    "get-well plan",
                                    "get well plan",
                                    "catch-up plan",
                                    "improvement actions",
                                    NULL};
static const char *const lacking[] = {"no",      "not",         "without", "lacks",   "lack",
                                      "yet",     "awaiting",    "await",   "awaited", "awaits",
                                      "late",    "outstanding", "missing", "never",   "none",
                                      "neither", "nor",         "failed",  "cannot",  NULL};

/* Beside the best level's name, what says on which condition. */
static const char *const conditions[] = {
	"once",        "if",          "unless",     "would",        "improve",    "improves",
	"return",      "returns",     "returned",   "returning",    "recover",    "recovers",
	"recovery",    "upgrade",     "raise",      "restore",      "restored",   "restores",
	"raised",      "become",      "becomes",    "reconsider",   "needs",      "requires",
	"need",        "require",     "needed",     "necessary",    "required",   "essential",
	"depends",     "depend",      "dependent",  "rests",        "hinges",     "hangs",
	"must",        "back",        "again",      "reach",        "reaches",    "reached",
	"regain",      "regained",    "get",        "getting",      "achieve",    "bring",
	"brings",      "until",       "takes",      "within",       "provided",   "reaching",
	"regaining",   "stands",      "stand",      "move",         "moving",     "go",
	"goes",        "hinge",       "route",      "path",         "way",        "requirement",
	"condition",   "conditional", "turn",       "turns",        "towards",    "toward",
	"without",     "possible",    "realistic",  "achievable",   "achieved",   "attainable",
	"obstacle",    "hurdle",      "barrier",    "key",          "step",       "steps",
	"actions",     "aiming",      "hope",       "hoping",       "target",     "anticipate",
	"anticipated", "intend",      "assuming",   "subject",      "pending",    "could",
	"lift",        "lifted",      "rise",       "from",         "allow",      "enable",
	"permit",      "warrant",     "justify",    "prevents",     "preventing", "lacking",
	"missing",     "provisional", "conditions", "requirements", NULL};
static const char *const times[] = {"when", "after", "by",   "before", "from",
                                    "with", "in",    "next", "as",     NULL};
static const char *const future[] = {"will",     "expect",    "expected",  "can",  "should",  "aim",
                                     "forecast", "shall",     "expecting", "plan", "planned", "due",
                                     "likely",   "confident", "only",      NULL};

/* Before the level's name: it is where the rating came from, or is not. */
static const char *const left_before[] = {
	"was",    "were",   "been",     "than", "not",  "had",    "previously", "formerly", "below",
	"longer", "stayed", "remained", "kept", "held", "former", "reported",   "/",        NULL};
/* A little before it. */
static const char *const not_kept[] = {"not",    "cannot",  "never", "no",   "had",
                                       "stay",   "keep",    "kept",  "hold", "maintain",
                                       "remain", "sustain", NULL};
/* Behind it. */
static const char *const left_behind[] = {"/",      "last",    "to",      "gave",       "turned",
                                          "became", "slipped", "fell",    "dropped",    "changed",
                                          "period", "month",   "quarter", "previously", "earlier",
                                          "before", "until",   "reports", "after",      NULL};
static const char *const left_in[] = {"in the last", "in the previous", "in our last",
                                      "in last",     "at the last",     NULL};

/* "It will not be Green until the lease is signed." */
static bool holds_until(const struct sentence *sentence)
{
	static const char *const until[] = {"until", "unless", "without", "till", NULL};
	return sentence_has(sentence, until) ||
	       sentence_find(sentence, 0, "before") < sentence->count;
}

/* "From Green to Amber", not "what keeps us from Green". */
static bool is_left_from(const struct sentence *sentence, size_t word)
{
	static const char distance[] = "us it back away far step steps workstream this team";
	return word > 0 && strcmp(sentence->words[word - 1].text, "from") == 0 &&
	       !(word > 1 && word_is_any(&sentence->words[word - 2], distance));
}

/* "We could not stay at Green", "it was expected to be Green by now". */
static bool is_refused(const struct sentence *sentence, size_t word)
{
	enum { NOT_NEAR = 5 };
	for (size_t i = word; i-- > 0 && word - i <= NOT_NEAR;) {
		const struct word *before = &sentence->words[i];
		if (word_is_any(before, ", ; : and but"))
			return false;
		if (text_is_one_of(before->text, not_kept))
			return true;
		if (i + 1 < word && word_is_any(before, "was were") &&
		    word_is_any(&sentence->words[i + 1], "expected due hoped meant planned to"))
			return true;
	}
	return false;
}

/* True where the best level's name at WORD, of so many words, is a goal. */
static bool is_goal(const struct sentence *sentence, size_t word, size_t words)
{
	size_t behind = word + words;
	if (is_left_from(sentence, word) ||
	    (word > 0 && text_is_one_of(sentence->words[word - 1].text, left_before)) ||
	    (is_refused(sentence, word) && !holds_until(sentence)))
		return false;
	if (is_refused(sentence, word))
		return true;
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
static bool names_goal(const struct sentence *sentence, const struct sentence *better)
{
	bool conditional = sentence_has(sentence, conditions) ||
	                   (sentence_has(sentence, times) && sentence_has(sentence, future));
	for (size_t i = 0; conditional && i < sentence->count; i++) {
		size_t words = says_label(sentence, i, better);
		if (words != 0 && is_goal(sentence, i, words))
			return true;
	}
	return false;
}

/* "As long as the posts are vacant". */
static bool says_as_long(const struct sentence *sentence, size_t word)
{
	return sentence_says(sentence, word, "as long as") ||
	       sentence_says(sentence, word, "so long as");
}

/* "Until that changes": nothing that could be done is named. */
static bool is_vague(const struct sentence *sentence, size_t until)
{
	static const char *const what[] = {"that", "this", "it", "things", "matters", NULL};
	static const char *const better[] = {"changes", "change", "improves", "improve", NULL};
	return until + 2 < sentence->count &&
	       text_is_one_of(sentence->words[until + 1].text, what) &&
	       text_is_one_of(sentence->words[until + 2].text, better);
}

/* True where "until" follows soon behind WORD, and gives no reason for something else. */
static bool is_until(const struct sentence *sentence, size_t word)
{
	static const char *const until[] = {"until", "unless", "till", "pending", NULL};
	static const char *const reasons[] = {"because", "since", "as", ":", "that", ";", NULL};
	enum { UNTIL_NEAR = 8 };
	for (size_t i = word; i < sentence->count && i - word <= UNTIL_NEAR; i++) {
		if ((text_is_one_of(sentence->words[i].text, until) && !is_vague(sentence, i)) ||
		    says_as_long(sentence, i))
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
		"rises",   "lift",       "lifted",       "move",    "reassess",  "re-assess",
		"re-rate", "review",     "climb",        "upwards", "better",    "higher",
		"exit",    NULL};
	static const char *const whens[] = {
		"once",     "if",       "when",    "would",    "will",    "until",
		"after",    "can",      "should",  "by",       "depends", "unless",
		"expect",   "could",    "soon",    "expected", "needs",   "require",
		"requires", "provided", "subject", "assuming", NULL};
	bool improves = sentence_has(sentence, better) && sentence_has(sentence, whens);
	/* "Until the contract is signed it stays at Amber." */
	bool until = (word_is_any(&sentence->words[0], "until unless till pending") &&
	              !is_vague(sentence, 0)) ||
	             says_as_long(sentence, 0) || says_as_long(sentence, 1);
	for (size_t i = 0; i < sentence->count; i++) {
		if (text_is_one_of(sentence->words[i].text, rating) &&
		    (improves || until || is_until(sentence, i)))
			return true;
		if (says_label(sentence, i, present) != 0 && (until || is_until(sentence, i)))
			return true;
	}
	return false;
}

/* "The work can resume as soon as the lease is signed", "the lost weeks will be made up". */
static bool names_recovery(const struct sentence *sentence)
{
	static const char *const recoveries[] = {"catch up",
	                                         "caught up",
	                                         "make up",
	                                         "made up",
	                                         "making up",
	                                         "lost time",
	                                         "time lost",
	                                         "lost ground",
	                                         "ground lost",
	                                         "lost weeks",
	                                         "weeks lost",
	                                         "resume",
	                                         "recover",
	                                         "recovered",
	                                         "regain",
	                                         "moving again",
	                                         "move again",
	                                         "on track again",
	                                         "put right",
	                                         "put this right",
	                                         "put it right",
	                                         "put things right",
	                                         "turn this round",
	                                         "turn this around",
	                                         "turn it round",
	                                         "turn it around",
	                                         "back up to speed",
	                                         "up to speed",
	                                         "ease",
	                                         NULL};
	static const char *const whens[] = {
		"once", "if",     "when", "until", "after", "soon", "unless",  "provided", "will",
		"by",   "should", "can",  "would", "must",  "are",  "subject", NULL};
	/* What is recovered may be money. */
	static const char *const money[] = {"cost", "costs", "debt",    "debts", "money", "fee",
	                                    "fees", "sums",  "arrears", "tax",   "grant", NULL};
	return sentence_has(sentence, whens) && sentence_has(sentence, recoveries) &&
	       (!sentence_has(sentence, lacking) || holds_until(sentence)) &&
	       !sentence_has(sentence, money);
}

static bool says_plan(const struct sentence *sentence)
{
	return sentence_has(sentence, plans) && !sentence_has(sentence, lacking);
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

/* True where a level that is better than the present one is spoken of as a goal. */
static bool names_better(const struct sentence *sentence, const struct sentence *labels,
                         size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (names_goal(sentence, &labels[i]))
			return true;
	return false;
}

static bool says_route(const struct chapter *chapter)
{
	enum { BETTER_MOST = 8 };
	const struct sentences *sentences = chapter_sentences(chapter);
	struct arena arena = ARENA_INIT;
	struct sentence better[BETTER_MOST];
	size_t count = 0;
	for (; count < BETTER_MOST && (int)count < chapter->level; count++)
		better[count] = label_words(chapter->scale->levels[count].label, &arena);
	struct sentence present = label_words(chapter_rating(chapter), &arena);
	bool says = false;
	for (size_t i = 0; i < sentences->count && !says; i++) {
		const struct sentence *sentence = &sentences->items[i];
		says = sentence_has(sentence, routes) || begins_with_aim(sentence) ||
		       says_plan(sentence) || names_better(sentence, better, count) ||
		       names_condition(sentence, &present) || names_recovery(sentence);
	}
	arena_release(&arena);
	return says;
}

/* True for a section such as "Path to green" or "Recovery". */
static bool has_section(const struct body *body)
{
	static const char *const titles[] = {
		"to green",       "recover",       "way back",           "route back",
		"path back",      "getting back",  "corrective",         "remedial",
		"what is needed", "what needs to", "improve the rating", "next level"};
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
	const struct body *body = &chapter_document(chapter)->body;
	/* A draft may have gaps that are yet to be filled; what lands may not. */
	bool unfinished = document_is_draft(chapter_document(chapter)) && !question->landing;
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
