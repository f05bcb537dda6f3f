/*
 * Mitigations that are notes: declared in candour/ask.h.
 *
 * A mitigation says what is being done. One is doubted where every sentence of it states a
 * fact ("there are levels of flexibility", "the policy has been developed") or a hope ("it
 * is hoped that"), and none has a mark of an action: an imperative, a form in -ing, "will",
 * "to be", "every month". What is neither is left alone, such as "Weekly meetings".
 */
#include "candour/ask.h"
#include "candour/risk_rows.h"

#include <string.h>

enum { QUOTED_MOST = 90, SENTENCES_MOST = 20 };

static bool is_one_of(const char *word, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strcmp(*words, word) == 0)
			return true;
	return false;
}

/* What is hoped or said of nobody: whatever else the sentence says. */
static const char *const hopes[] = {"it is hoped",    "we hope",           "hopefully",
                                    "hoped that",     "it is expected",    "expected that",
                                    "we expect",      "we trust",          "we are confident",
                                    "confident that", "it is believed",    "we believe",
                                    "no mitigation",  "not applicable",    "nothing can be done",
                                    "no action",      "should not happen", "unlikely to",
                                    "not likely to",  "it is anticipated", NULL};

/* Marks of an action, in any place. */
static const char *const actions[] = {
	"will",      "shall",      "to be",       "must",      "needs to",  "need to",
	"going to",  "is to",      "are to",      "plan to",   "plans to",  "planned",
	"scheduled", "regular",    "regularly",   "weekly",    "monthly",   "fortnightly",
	"daily",     "quarterly",  "each",        "every",     "ongoing",   "on-going",
	"under way", "underway",   "in progress", "continues", "continue",  "contingency",
	"insurance", "reserve",    "reserves",    "deputy",    "deputies",  "backup",
	"back-up",   "fallback",   "controls",    "checks",    "meetings",  "reviews",
	"reviewed",  "monitored",  "monitors",    "tracked",   "escalated", "training",
	"procedure", "procedures", "process",     "processes", "cover",     "meet",
	"meets",     NULL};

/* Words that end in -ing and are no action. */
static const char *const no_actions[] = {
	"existing",  "including",     "during",    "something", "anything",
	"nothing",   "everything",    "being",     "following", "outstanding",
	"remaining", "understanding", "according", "regarding", "concerning",
	"building",  "funding",       "having",    "morning",   "wellbeing",
	"housing",   "willing",       "meeting",   "standing",  NULL};

/* A statement begins with one of these, or with a noun that these stand behind. */
static const char *const existence[] = {"there is",   "there are",      "there was",
                                        "there were", "there has been", "there have been",
                                        NULL};

/* Behind "has been", "have been", "was" and "were": what is done, and is over. */
static const char *const done[] = {
	"developed",    "agreed",      "built",      "discussed",  "considered", "noted",
	"raised",       "highlighted", "identified", "recognised", "recognized", "consulted",
	"written",      "drafted",     "shared",     "informed",   "reflected",  "explained",
	"acknowledged", "included",    "embedded",   "prepared",   "reported",   "received",
	"made",         "designed",    "approved",   "produced",   "published",  "created",
	"supportive",   "aware",       "positive",   "good",       "helpful",    "accepted",
	"welcomed",     "involved",    "completed",  "issued",     "signed",     "well",
	"incorporated", "understood",  "mentioned",  "known",      NULL};

/* Behind "is" and "are": how things stand. */
static const char *const states[] = {
	"supportive", "aware",     "confident", "comfortable", "hoped",      "expected",
	"likely",     "unlikely",  "low",       "good",        "strong",     "adequate",
	"sufficient", "reflected", "known",     "understood",  "recognised", "accepted",
	"embedded",   "included",  "content",   "happy",       "engaged",    "positive",
	"committed",  "clear",     "robust",    "experienced", "familiar",   "outside",
	"part",       "covered",   "small",     "remote",      "manageable", "acceptable",
	"tolerable",  "well",      NULL};

/* Other verbs that only say how things stand. */
static const char *const standing[] = {
	"exist", "exists",     "knows",        "know",    "understands", "understand", "believes",
	"hopes", "recognises", "acknowledges", "accepts", "allows",      NULL};

/* Words before the verb that make it part of something else. */
static const char *const joints[] = {"that",    "which",   "what",   "who",   "where", "when",
                                     "how",     "whether", "if",     "until", "so",    "to",
                                     "because", "while",   "unless", ",",     ";",     NULL};

/* What officers are told to do: a sentence that begins so is an action. */
static const char *const imperatives[] = {
	"agree",     "appoint",    "approve",  "arrange",    "ask",       "assess",   "assign",
	"audit",     "brief",      "bring",    "build",      "check",     "clarify",  "communicate",
	"complete",  "confirm",    "consult",  "create",     "define",    "delay",    "deliver",
	"develop",   "discuss",    "document", "do",         "draft",     "draw",     "embed",
	"encourage", "engage",     "ensure",   "escalate",   "establish", "explain",  "find",
	"focus",     "follow",     "get",      "give",       "go",        "hire",     "hold",
	"identify",  "implement",  "improve",  "increase",   "introduce", "invite",   "involve",
	"keep",      "launch",     "lead",     "limit",      "liaise",    "maintain", "make",
	"manage",    "meet",       "monitor",  "move",       "negotiate", "obtain",   "offer",
	"plan",      "prepare",    "press",    "prioritise", "produce",   "promote",  "provide",
	"publish",   "put",        "raise",    "recruit",    "reduce",    "refine",   "report",
	"request",   "require",    "resolve",  "review",     "revise",    "run",      "schedule",
	"seek",      "secure",     "see",      "send",       "set",       "share",    "speak",
	"stop",      "strengthen", "support",  "take",       "talk",      "test",     "track",
	"train",     "try",        "update",   "use",        "verify",    "watch",    "work",
	"write",     "reconsider", "remind",   "reserve",    "insist",    "look",     "chase",
	NULL};

static bool ends_in_ing(const struct word *word)
{
	size_t length = strlen(word->text);
	return word->type == WORD_LETTERS && length > 4 &&
	       strcmp(word->text + length - 3, "ing") == 0 && !is_one_of(word->text, no_actions);
}

/* "Partnerships are deepening (already).": what comes about by itself, and is done to nothing. */
static bool drifts(const struct sentence *sentence, size_t word)
{
	static const char *const ways[] = {"deepening", "improving", "strengthening", "growing",
	                                   "maturing",  "easing",    "settling",      NULL};
	static const char *const behind[] = {"already", "well", "steadily", "now", NULL};
	size_t next = word + 1;
	if (word == 0 || word >= sentence->count || !is_one_of(sentence->words[word].text, ways))
		return false;
	const char *before = sentence->words[word - 1].text;
	next += next < sentence->count && is_one_of(sentence->words[next].text, behind) ? 1 : 0;
	return (strcmp(before, "is") == 0 || strcmp(before, "are") == 0 ||
	        is_one_of(before, behind)) &&
	       (next >= sentence->count || sentence->words[next].type == WORD_MARK);
}

static bool has_action(const struct sentence *sentence)
{
	if (sentence_has(sentence, actions))
		return true;
	for (size_t i = 0; i < sentence->count; i++) {
		const char *text = sentence->words[i].text;
		bool begins = i == 0 || strcmp(sentence->words[i - 1].text, ";") == 0 ||
		              strcmp(sentence->words[i - 1].text, ":") == 0;
		bool of = i > 0 && strcmp(sentence->words[i - 1].text, "of") == 0;
		if ((begins && is_one_of(text, imperatives)) ||
		    (!of && ends_in_ing(&sentence->words[i]) && !drifts(sentence, i)))
			return true;
		/* "The policy is being reviewed." */
		if (strcmp(text, "being") == 0 && i > 0 &&
		    (strcmp(sentence->words[i - 1].text, "is") == 0 ||
		     strcmp(sentence->words[i - 1].text, "are") == 0))
			return true;
	}
	return false;
}

static bool says_next(const struct sentence *sentence, size_t word, const char *const *words)
{
	static const char *const adverbs[] = {"already", "also",   "all",  "both",   "fully",
	                                      "now",     "very",   "well", "widely", "not",
	                                      "quite",   "fairly", NULL};
	while (word < sentence->count && is_one_of(sentence->words[word].text, adverbs) &&
	       !(word + 1 >= sentence->count && is_one_of(sentence->words[word].text, words)))
		word++;
	return word < sentence->count && is_one_of(sentence->words[word].text, words);
}

/* True for a sentence whose first verb only says how things stand, or what is over. */
static bool states_fact(const struct sentence *sentence)
{
	static const char *const been[] = {"been", NULL};
	for (size_t i = 0; existence[i] != NULL; i++)
		if (sentence_says(sentence, 0, existence[i]))
			return sentence_find(sentence, 0, "plan") == sentence->count;
	for (size_t i = 0; i < sentence->count; i++) {
		const char *text = sentence->words[i].text;
		if (is_one_of(text, joints))
			return false;
		if (i == 0)
			continue;
		if (strcmp(text, "is") == 0 || strcmp(text, "are") == 0)
			return says_next(sentence, i + 1, states) || drifts(sentence, i + 1) ||
			       drifts(sentence, i + 2);
		if (strcmp(text, "was") == 0 || strcmp(text, "were") == 0)
			return says_next(sentence, i + 1, done);
		if (strcmp(text, "has") == 0 || strcmp(text, "have") == 0)
			return says_next(sentence, i + 1, been) &&
			       says_next(sentence, sentence_find(sentence, i, "been") + 1, done);
		if (is_one_of(text, standing))
			return true;
	}
	return false;
}

/* True where every sentence is a fact or a hope, and none says what is done. */
static bool is_note(const struct sentences *sentences)
{
	if (sentences->count == 0 || sentences->count > SENTENCES_MOST)
		return false;
	for (size_t i = 0; i < sentences->count; i++) {
		const struct sentence *sentence = &sentences->items[i];
		if (!sentence_has(sentence, hopes) &&
		    (has_action(sentence) || !states_fact(sentence)))
			return false;
	}
	return true;
}

void ask_mitigation_no_action(const struct question *question)
{
	const struct update *update = chapter_update(question->chapter);
	const struct risk *rows = LIST_OF(struct risk, update->risks);
	for (size_t i = 0; i < update->risks.count; i++) {
		struct arena arena = ARENA_INIT;
		struct sentences sentences = {0};
		const struct value *mitigation = &rows[i].mitigation;
		if (risk_is_open(&rows[i]) && mitigation->text != NULL)
			sentences_of_text(mitigation->text, &arena, &sentences);
		if (is_note(&sentences)) {
			struct doubt *doubt = doubt_raise(
				question, mitigation->place,
				"the mitigation \"%s\" states a fact or a hope, and no action",
				text_quote(mitigation->text, QUOTED_MOST, &arena));
			doubt_point(question, doubt, question->chapter, rows[i].place,
			            "open risk \"%s\"",
			            text_quote(rows[i].risk.text, QUOTED_MOST, &arena));
		}
		arena_release(&arena);
	}
}
