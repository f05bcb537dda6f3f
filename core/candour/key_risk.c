/*
 * What the prose calls the key risk, against the rows: declared in candour/ask.h.
 *
 * "The key risk is the weather", "the weather is the biggest threat to the work", "chief
 * among our risks is the weather", "the risk that worries us most is the weather". What is
 * called so is held against the words of the listed risks; one in common is enough, and so
 * is one of the same kind ("political direction" and "the new cabinet member").
 */
#include "candour/ask.h"
#include "candour/gist.h"
#include "candour/risk_rows.h"

#include <string.h>

#include "base/text.h"

enum {
	QUOTED_MOST = 90,
	MARKED_MOST = 20, /* sentences of a document that call something the key risk */
	ROWS_MOST = 200,  /* risks that such a sentence is held against */
};

static const char *word_at(const struct sentence *sentence, size_t word)
{
	return word < sentence->count ? sentence->words[word].text : "";
}

static size_t count_words(const char *phrase)
{
	size_t count = 1;
	for (; *phrase != '\0'; phrase++)
		count += *phrase == ' ' ? 1 : 0;
	return count;
}

/* How many words the first of these phrases has that stands at WORD, or 0. */
static size_t says_one_of(const struct sentence *sentence, size_t word, const char *const *phrases)
{
	for (; *phrases != NULL; phrases++)
		if (sentence_says(sentence, word, *phrases))
			return count_words(*phrases);
	return 0;
}

static bool is_risk(const char *word)
{
	static const char *const words[] = {"risk", "risks", "threat", "threats", NULL};
	return text_is_one_of(word, words);
}

static bool says_being(const char *word)
{
	static const char *const words[] = {"is",    "are", "remains", "remain", "lies",
	                                    "comes", "be",  ":",       NULL};
	return text_is_one_of(word, words);
}

/* Where something is called so, and what. */
struct marked {
	size_t first, end; /* the words that call it so, such as "main risk" */
	bool before;       /* what is called so stands before them */
	bool bare;         /* it may be said without an "is" */
};

/* --- how it is called so --- */

static const char *const superlatives[] = {"key",
                                           "main",
                                           "biggest",
                                           "greatest",
                                           "principal",
                                           "primary",
                                           "top",
                                           "largest",
                                           "chief",
                                           "gravest",
                                           "foremost",
                                           "worst",
                                           "highest",
                                           "overriding",
                                           "dominant",
                                           "highest-scoring",
                                           "highest-rated",
                                           "paramount",
                                           "number one",
                                           "most significant",
                                           "most serious",
                                           "most important",
                                           "most pressing",
                                           "most acute",
                                           "most immediate",
                                           "most severe",
                                           "most urgent",
                                           "most worrying",
                                           "most material",
                                           NULL};

/* "The main risk to the work", "our biggest single delivery risk". */
static bool find_superlative(const struct sentence *sentence, struct marked *marked)
{
	static const char *const between[] = {
		"single",   "overall",   "current",    "remaining", "outstanding", "delivery",
		"project",  "programme", "strategic",  "present",   "operational", "immediate",
		"residual", "open",      "individual", "known",     NULL};
	static const char *const followers[] = {
		"to",  "is",   "are",   "remains", "remain", "for",   "in",     "at",
		".",   ",",    ";",     ":",       "and",    "which", "facing", "here",
		"now", "this", "comes", "lies",    ")",      "-",     NULL};
	static const char *const with_being[] = {
		"continues", "continue", "that",  "we",    "on",   "with",    "over", "ahead",
		"currently", "today",    "still", "going", "next", "overall", NULL};
	enum { BETWEEN_MOST = 2 };
	for (size_t i = 0; i < sentence->count; i++) {
		size_t words = says_one_of(sentence, i, superlatives);
		if (words == 0)
			continue;
		size_t at = i + words;
		for (int skip = 0;
		     skip < BETWEEN_MOST && text_is_one_of(word_at(sentence, at), between); skip++)
			at++;
		if (!is_risk(word_at(sentence, at)))
			continue;
		*marked = (struct marked){.first = i, .end = at + 1};
		marked->bare = marked->end >= sentence->count ||
		               text_is_one_of(word_at(sentence, marked->end), followers);
		return marked->bare || text_is_one_of(word_at(sentence, marked->end), with_being);
	}
	return false;
}

/* "Chief among our risks is the weather", "the greatest of the risks". */
static bool find_chief_of(const struct sentence *sentence, struct marked *marked)
{
	static const char *const among[] = {"among", "amongst", "of", NULL};
	static const char *const firsts[] = {"first", "uppermost", NULL};
	static const char *const links[] = {"the", "our", "these", "all", "list", "of", NULL};
	enum { LINKS_MOST = 4 };
	for (size_t i = 0; i < sentence->count; i++) {
		size_t words = says_one_of(sentence, i, superlatives);
		words += words == 0 && text_is_one_of(sentence->words[i].text, firsts) ? 1 : 0;
		size_t at = i + words, skipped = 0;
		if (words == 0 || !text_is_one_of(word_at(sentence, at), among))
			continue;
		for (at++; skipped < LINKS_MOST && text_is_one_of(word_at(sentence, at), links);
		     at++)
			skipped++;
		if (!is_risk(word_at(sentence, at)))
			continue;
		*marked = (struct marked){.first = i, .end = at + 1};
		return true;
	}
	return false;
}

/* "The risk that worries us most is the weather", "the risk we watch most closely". */
static bool find_risk_of_most(const struct sentence *sentence, struct marked *marked)
{
	static const char *const most[] = {"most", "uppermost", "foremost", NULL};
	static const char *const worst[] = {"with the highest score",  "that scores highest",
	                                    "which scores highest",    "that keeps us awake",
	                                    "with the highest rating", NULL};
	enum { MOST_NEAR = 6 };
	for (size_t i = 0; i < sentence->count; i++) {
		if (!is_risk(sentence->words[i].text))
			continue;
		size_t words = says_one_of(sentence, i + 1, worst);
		if (words != 0) {
			*marked = (struct marked){.first = i, .end = i + 1 + words};
			return true;
		}
		for (size_t j = i + 1; j < sentence->count && j - i <= MOST_NEAR; j++) {
			if (says_being(sentence->words[j].text))
				break;
			if (!text_is_one_of(sentence->words[j].text, most))
				continue;
			*marked = (struct marked){.first = i, .end = j + 1};
			return true;
		}
	}
	return false;
}

/* "Of all the risks, the weather is the greatest". */
static bool find_greatest(const struct sentence *sentence, struct marked *marked)
{
	static const char *const among[] = {"among", "amongst", "of", NULL};
	enum { RISK_NEAR = 5 };
	size_t risk = 1, words = 0;
	if (!text_is_one_of(sentence->words[0].text, among))
		return false;
	while (risk < RISK_NEAR && !is_risk(word_at(sentence, risk)))
		risk++;
	if (!is_risk(word_at(sentence, risk)))
		return false;
	for (size_t i = risk + 1; i < sentence->count; i++) {
		words = says_one_of(sentence, i, superlatives);
		if (words == 0)
			continue;
		*marked = (struct marked){.first = i, .end = i + words};
		return true;
	}
	return false;
}

/* "The weather tops the list of risks". */
static bool find_head_of_list(const struct sentence *sentence, struct marked *marked)
{
	static const char *const heads[] = {"heads", "tops", "head", "top", "leads", NULL};
	static const char *const lists[] = {"the list of risks", "our list of risks",
	                                    "the risk list",     "our risk list",
	                                    "the risk register", "our risk register",
	                                    "the risks",         "our risks",
	                                    "the register",      NULL};
	for (size_t i = 1; i < sentence->count; i++) {
		size_t words = text_is_one_of(sentence->words[i].text, heads)
		                       ? says_one_of(sentence, i + 1, lists)
		                       : 0;
		if (words == 0)
			continue;
		*marked = (struct marked){.first = i, .end = i + 1 + words, .before = true};
		return true;
	}
	return false;
}

/* True where it is no longer, or is not, or was. */
static bool is_denied(const struct sentence *sentence, size_t first)
{
	static const char *const denials[] = {"no",  "not",      "longer", "former",
	                                      "was", "were",     "been",   "no-one",
	                                      "if",  "previous", "never",  NULL};
	for (size_t i = first; i-- > 0 && first - i <= 3;)
		if (text_is_one_of(sentence->words[i].text, denials))
			return true;
	return false;
}

/* True where "is", "remains" or "poses" stands shortly before the words "the key risk". */
static bool is_said_of_before(const struct sentence *sentence, size_t first)
{
	static const char *const words[] = {"as",         "being",       "poses",   "presents",
	                                    "represents", "constitutes", "becomes", "became",
	                                    "stays",      NULL};
	static const char *const articles[] = {"the", "our", "its", "a", "this", "one", NULL};
	enum { BEING_NEAR = 4 };
	for (size_t i = first; i-- > 1 && first - i <= BEING_NEAR;) {
		const char *word = sentence->words[i].text;
		/* "To be the main risk", not "to be sure that the main risk is gone". */
		if (strcmp(word, "be") == 0 ? text_is_one_of(sentence->words[i + 1].text, articles)
		                            : says_being(word) || text_is_one_of(word, words))
			return true;
	}
	return false;
}

static bool find_marked(const struct sentence *sentence, struct marked *marked)
{
	if (!find_superlative(sentence, marked) && !find_chief_of(sentence, marked) &&
	    !find_risk_of_most(sentence, marked) && !find_head_of_list(sentence, marked) &&
	    !find_greatest(sentence, marked))
		return false;
	marked->before = marked->before || is_said_of_before(sentence, marked->first);
	return !is_denied(sentence, marked->first) && strcmp(sentence->words[0].text, "if") != 0;
}

/* --- what is called so --- */

/* Words that any key risk is spoken of with. */
static const char *const any_risk[] = {
	"risk",        "key",     "main",      "big",      "biggest",     "great",     "greatest",
	"delay",       "late",    "time",      "complete", "finish",      "project",   "programme",
	"workstream",  "work",    "period",    "remain",   "list",        "first",     "register",
	"detail",      "set",     "describe",  "see",      "deliver",     "schedule",  "timetable",
	"plan",        "target",  "date",      "single",   "significant", "largest",   "principal",
	"primary",     "major",   "present",   "current",  "continue",    "further",   "down",
	"report",      "note",    "one",       "two",      "three",       "number",    "consider",
	"say",         "give",    "make",      "take",     "new",         "issue",     "concern",
	"month",       "week",    "success",   "outcome",  "need",        "able",      "due",
	"follow",      "threat",  "unchanged", "same",     "know",        "manage",    "mitigate",
	"control",     "watch",   "close",     "review",   "worst",       "highest",   "chief",
	"foremost",    "serious", "important", "pressing", "possibility", "prospect",  "overall",
	"reduce",      "rate",    "score",     "face",     "chance",      "potential", "nothing",
	"complacency", NULL};

/* "Is reviewed each month", "is now under control": not what it is, but what becomes of it. */
static bool is_dealt_with(const struct sentence *sentence, size_t word)
{
	static const char *const adverbs[] = {"now",  "still",     "also", "currently", "again",
	                                      "well", "regularly", "then", "therefore", NULL};
	static const char *const deeds[] = {
		"not",        "no",        "being",     "reviewed",   "managed",  "discussed",
		"monitored",  "set",       "described", "listed",     "under",    "unchanged",
		"addressed",  "tracked",   "recorded",  "reported",   "shown",    "noted",
		"controlled", "mitigated", "covered",   "dealt",      "known",    "owned",
		"rated",      "scored",    "assessed",  "explained",  "detailed", "registered",
		"kept",       "watched",   "escalated", "on",         "in",       "closed",
		"over",       "gone",      "behind",    "outside",    "as",       "mentioned",
		"with",       "low",       "high",      "lower",      "higher",   "falling",
		"rising",     "easing",    "reduced",   "understood", "subject",  NULL};
	while (text_is_one_of(word_at(sentence, word), adverbs))
		word++;
	return text_is_one_of(word_at(sentence, word), deeds);
}

static size_t find_being(const struct sentence *sentence, size_t word)
{
	while (word < sentence->count && !says_being(sentence->words[word].text))
		word++;
	return word;
}

/* What stands behind "the key risk is"; false where that is not what it is. */
static bool add_behind(const struct sentence *sentence, const struct marked *marked,
                       struct gist *called, struct arena *arena)
{
	size_t being = find_being(sentence, marked->end);
	bool lies = strcmp(word_at(sentence, being), "lies") == 0;
	if ((being == sentence->count && !marked->bare) ||
	    (!lies && is_dealt_with(sentence, being + 1)))
		return false;
	gist_add(called, sentence, being < sentence->count ? being : 0, sentence->count, arena);
	gist_drop(called, any_risk);
	return true;
}

/*
 * The words of what is called so: what stands behind "the key risk is", or before "is the
 * key risk"; and where that is only "this", what follows, or the sentence before. Returns
 * which sentence; NULL where it is not said.
 */
static const struct sentence *read_called(const struct sentence *sentences, size_t index,
                                          const struct marked *marked, struct gist *called,
                                          struct arena *arena)
{
	const struct sentence *sentence = &sentences[index];
	*called = (struct gist){.count = 0};
	if (!marked->before)
		return add_behind(sentence, marked, called, arena) ? sentence : NULL;
	gist_add(called, sentence, 0, marked->first, arena);
	gist_drop(called, any_risk);
	/* "What we see as the main risk is the weather." */
	if (called->count == 0 && find_being(sentence, marked->end) < sentence->count)
		add_behind(sentence, marked, called, arena);
	if (called->count != 0 || index == 0 || sentences[index - 1].passage != sentence->passage)
		return sentence;
	gist_add(called, &sentences[index - 1], 0, sentences[index - 1].count, arena);
	gist_drop(called, any_risk);
	return &sentences[index - 1];
}

/* --- whether it is listed --- */

/* Words of risks that are of one kind: one may be called by another. */
static const char *const same_kind[][24] = {
	{"politics", "political", "politician", "member", "cabinet", "councillor", "election",
         "elected", "administration", "minister", "government", "mayor", NULL},
	{"staff",     "staffing", "analyst", "recruitment", "recruit",  "retention", "retain",
         "departure", "leave",    "resign",  "turnover",    "vacancy",  "successor", "succession",
         "capacity",  "absence",  "post",    "workforce",   "employee", NULL},
	{"money", "fund", "grant", "cost", "budget", "price", "inflation", "afford", "finance",
         "cash", "overspend", "spend", "contribution", NULL},
	{"supplier", "contractor", "vendor", "provider", "bidder", "tender", "procurement", NULL},
	{"system", "software", "data", "digital", "ledger", "migration", "platform", "cyber",
         "technology", "upgrade", NULL},
	{"opposition", "oppose", "object", "resident", "public", "consultation", "petition",
         "resistance", NULL},
	{"legal", "law", "court", "appeal", "challenge", "judicial", "ruling", "tribunal",
         "ombudsman", "litigation", "counsel", NULL},
	{"weather", "storm", "flood", "ice", "snow", "rain", "rainfall", "winter", NULL},
	{"union", "strike", "ballot", "industrial", NULL},
	{"demand", "volume", "caseload", "backlog", "referral", NULL},
};

static unsigned kinds_of(const struct gist *gist)
{
	unsigned found = 0;
	for (size_t i = 0; i < sizeof(same_kind) / sizeof(same_kind[0]); i++)
		for (const char *const *word = same_kind[i]; *word != NULL; word++)
			if (gist_has(gist, *word)) {
				found |= 1u << i;
				break;
			}
	return found;
}

/* "Accept" and "acceptance", "withdrawn" and "withdrawal". */
static bool is_same_word(const char *a, const char *b)
{
	enum { ALIKE_LEAST = 6, TAIL_MOST = 4 };
	size_t alike = 0;
	while (a[alike] != '\0' && a[alike] == b[alike])
		alike++;
	return alike >= ALIKE_LEAST && strlen(a + alike) <= TAIL_MOST &&
	       strlen(b + alike) <= TAIL_MOST;
}

static bool share_word(const struct gist *a, const struct gist *b)
{
	if (gist_shared(a, b) != 0)
		return true;
	for (size_t i = 0; i < a->count; i++)
		for (size_t j = 0; j < b->count; j++)
			if (is_same_word(a->words[i], b->words[j]))
				return true;
	return false;
}

/* True where a risk of the list, open or closed, has any of the words, or one of the kind. */
static bool is_listed(const struct update *update, const struct gist *called, struct arena *arena)
{
	const struct risk *rows = LIST_OF(struct risk, update->risks);
	unsigned kind = kinds_of(called);
	for (size_t i = 0; i < update->risks.count && i < ROWS_MOST; i++) {
		struct gist row = gist_of(rows[i].risk.text, arena);
		struct gist id = gist_of(rows[i].id.text, arena);
		if (share_word(called, &row) || gist_shared(called, &id) != 0 ||
		    (kind != 0 && (kind & kinds_of(&row)) != 0))
			return true;
	}
	return update->risks.count > ROWS_MOST;
}

void ask_risk_unlisted(const struct question *question)
{
	const struct chapter *chapter = question->chapter;
	const struct update *update = chapter_update(chapter);
	const struct sentences *sentences = chapter_sentences(chapter);
	struct arena arena = ARENA_INIT;
	size_t seen = 0;
	for (size_t i = 0; i < sentences->count && seen < MARKED_MOST; i++) {
		const struct sentence *sentence = &sentences->items[i];
		struct marked marked;
		struct gist called;
		if (update->risks.count == 0 || sentence->passage->quoted ||
		    !find_marked(sentence, &marked))
			continue;
		seen++;
		const struct sentence *said =
			read_called(sentences->items, i, &marked, &called, &arena);
		if (said == NULL || called.count == 0 || is_listed(update, &called, &arena))
			continue;
		struct doubt *doubt = doubt_raise(
			question, sentence_place(chapter_document(chapter), sentence, marked.first),
			"what is called a key risk, \"%s\", shares no word with the %zu risk%s "
			"listed",
			sentence_quote(said, QUOTED_MOST, &arena), update->risks.count,
			update->risks.count == 1 ? "" : "s");
		risks_point(question, doubt);
	}
	arena_release(&arena);
}
