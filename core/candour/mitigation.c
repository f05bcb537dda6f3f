/*
 * Mitigations that are notes: declared in candour/ask.h.
 *
 * A mitigation says what is being done. One is doubted where every sentence of it states a
 * fact ("there are levels of flexibility", "the policy has been developed", "the impact would
 * be low") or a hope ("it is hoped that", "we do not expect this"), and none has a mark of an
 * action: an imperative, a form in -ing, "will", "to be", "every month". What is neither is
 * left alone, such as "Weekly meetings".
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

/* What is hoped or said of nobody: whatever else the sentence says, unless it gives an order. */
static const char *const hopes[] = {"it is hoped",
                                    "we hope",
                                    "hopefully",
                                    "hoped that",
                                    "it is expected",
                                    "expected that",
                                    "we expect",
                                    "we trust",
                                    "we are confident",
                                    "confident that",
                                    "it is believed",
                                    "we believe",
                                    "no mitigation",
                                    "not applicable",
                                    "nothing can be done",
                                    "should not happen",
                                    "it is anticipated",
                                    "it is assumed",
                                    "we assume",
                                    "with luck",
                                    "fingers crossed",
                                    "time will tell",
                                    "remains to be seen",
                                    "will resolve itself",
                                    "will sort itself",
                                    "hope that",
                                    "hopes that",
                                    "hope for the best",
                                    "cannot be mitigated",
                                    "believe that",
                                    "believes that",
                                    "optimistic that",
                                    "hopeful that",
                                    "relying on",
                                    "counting on",
                                    "no further mitigation",
                                    "no specific mitigation",
                                    "not thought that",
                                    NULL};

/* What is thought or shrugged off: unless the sentence says what is done as well. */
static const char *const shrugs[] = {"unlikely to",
                                     "not likely to",
                                     "no action",
                                     "not expect",
                                     "don't expect",
                                     "not think",
                                     "don't think",
                                     "not believe",
                                     "don't believe",
                                     "not foresee",
                                     "not anticipate",
                                     "not envisage",
                                     "not foreseen",
                                     "not anticipated",
                                     "not expected",
                                     "not envisaged",
                                     "nobody expects",
                                     "no one expects",
                                     "no reason to",
                                     "not thought likely",
                                     "beyond our control",
                                     "outside our control",
                                     "out of our hands",
                                     "beyond the control",
                                     "outside the control",
                                     "outside the council's",
                                     "beyond the council's",
                                     "nothing further",
                                     "nothing more",
                                     "no further action",
                                     "not needed",
                                     "not required",
                                     "none needed",
                                     "none required",
                                     "none is needed",
                                     "little can be",
                                     "little that",
                                     "little we can",
                                     "can do little",
                                     "can do nothing",
                                     "nothing that can",
                                     "cannot be controlled",
                                     "cannot be influenced",
                                     "cannot influence",
                                     "cannot be avoided",
                                     "resolve itself",
                                     "sort itself out",
                                     "too early to",
                                     "wait and see",
                                     "never happened",
                                     "not happened before",
                                     "thought to be",
                                     "believed to be",
                                     "considered to be",
                                     "felt to be",
                                     "deemed to be",
                                     "judged to be",
                                     "assumed to be",
                                     "understood to be",
                                     "expected to be",
                                     "known to be",
                                     "likely to be",
                                     "appears to be",
                                     "seems to be",
                                     "improbable",
                                     NULL};

/* What will be done. */
static const char *const intents[] = {"will",     "shall",   "to be",    "must",
                                      "needs to", "need to", "going to", "is to",
                                      "are to",   "plan to", "plans to", NULL};

/* Marks of an action, in any place. */
static const char *const actions[] = {
	"planned",     "scheduled", "regular",    "regularly",   "weekly",    "monthly",
	"fortnightly", "daily",     "quarterly",  "each",        "every",     "ongoing",
	"on-going",    "under way", "underway",   "in progress", "continues", "continue",
	"contingency", "insurance", "reserve",    "reserves",    "deputy",    "deputies",
	"backup",      "back-up",   "fallback",   "controls",    "checks",    "meetings",
	"reviews",     "reviewed",  "monitored",  "monitors",    "tracked",   "escalated",
	"training",    "procedure", "procedures", "process",     "processes", "cover",
	"meet",        "meets",     NULL};

/* Words that end in -ing and are no action. */
static const char *const no_actions[] = {
	"existing",   "including", "during",     "something",   "anything",  "nothing",
	"everything", "being",     "following",  "outstanding", "remaining", "understanding",
	"according",  "regarding", "concerning", "building",    "funding",   "having",
	"morning",    "wellbeing", "housing",    "willing",     "meeting",   "standing",
	"spring",     "evening",   "spending",   NULL};

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
	"incorporated", "understood",  "mentioned",  "known",      "problem",    "cooperative",
	"constructive", "reliable",    NULL};

/* Behind "is", "are" and "would be": how things stand. */
static const char *const states[] = {
	"supportive", "aware",         "confident",   "comfortable",  "hoped",       "expected",
	"likely",     "unlikely",      "low",         "good",         "strong",      "adequate",
	"sufficient", "reflected",     "known",       "understood",   "recognised",  "accepted",
	"embedded",   "included",      "content",     "happy",        "engaged",     "positive",
	"committed",  "clear",         "robust",      "experienced",  "familiar",    "outside",
	"part",       "covered",       "small",       "remote",       "manageable",  "acceptable",
	"tolerable",  "well",          "minimal",     "minor",        "limited",     "slight",
	"negligible", "modest",        "rare",        "excellent",    "sound",       "solid",
	"healthy",    "cordial",       "friendly",    "warm",         "established", "stable",
	"settled",    "mature",        "capable",     "skilled",      "motivated",   "loyal",
	"keen",       "willing",       "cooperative", "co-operative", "fine",        "reasonable",
	"inevitable", "unavoidable",   "beyond",      "external",     "national",    "theoretical",
	"temporary",  "optimistic",    "hopeful",     "doubtful",     "relaxed",     "sympathetic",
	"favourable", "insignificant", "immaterial",  "trivial",      "marginal",    "high",
	"close",      "respected",     "trusted",     "popular",      "welcome",     "dedicated",
	"remembered", "uncommon",      "unusual",     "normal",       "common",      "satisfied",
	"convinced",  "realistic",     "resilient",   "flexible",     "helpful",     "better",
	"improbable", "possible",      "impossible",  "uncertain",    "difficult",   "historical",
	"needed",     "required",      NULL};

/* Other verbs that only say how things stand. */
static const char *const standing[] = {
	"exist",       "exists",      "knows",   "know",    "understands", "understand",
	"believes",    "hopes",       "accepts", "allows",  "recognises",  "acknowledges",
	"recognise",   "acknowledge", "accept",  "think",   "thinks",      "trust",
	"trusts",      "suggests",    "suggest", "rely",    "relies",      "depends",
	"depend",      "happens",     "occurs",  "applies", "appreciate",  "appreciates",
	"appreciated", "expects",     "expect",  "believe", "feel",        "hope",
	"tend",        "tends",       "shows",   NULL};

/* Verbs that do so with one of the states. */
static const char *const seeming[] = {"seems",  "seem",  "appears", "appear", "remains",
                                      "remain", "stays", "looks",   "feels",  NULL};

/* Behind "would", "could", "may", "might" and "should": what comes by itself. */
static const char *const coming[] = {"happen", "occur",  "arise",  "materialise", "resolve",
                                     "pass",   "settle", "fall",   "improve",     "ease",
                                     "recede", "come",   "affect", "matter",      NULL};

/* Behind "has" and "have": what somebody has, or has said. */
static const char *const possessed[] = {
	"goodwill",  "confidence", "experience", "knowledge", "relationships", "relationship",
	"trust",     "faith",      "awareness",  "never",     "expressed",     "voiced",
	"indicated", "said",       "promised",   "assured",   "acknowledged",  "recognised",
	"welcomed",  "understood", "stated",     "shown",     "reputation",    "record",
	"interest",  "worked",     NULL};

/* Words before the verb that make it part of something else. */
static const char *const joints[] = {"that",    "which",   "what",   "who",   "where", "when",
                                     "how",     "whether", "if",     "until", "so",    "to",
                                     "because", "while",   "unless", ",",     ";",     NULL};

/* What officers are told to do: a sentence that begins so is an action. */
static const char *const imperatives[] = {
	"agree",      "appoint",     "approve",    "arrange",  "ask",         "assess",
	"assign",     "audit",       "brief",      "bring",    "build",       "check",
	"clarify",    "communicate", "complete",   "confirm",  "consult",     "create",
	"define",     "delay",       "deliver",    "develop",  "discuss",     "document",
	"do",         "draft",       "draw",       "embed",    "encourage",   "engage",
	"ensure",     "escalate",    "establish",  "explain",  "find",        "focus",
	"follow",     "get",         "give",       "go",       "hire",        "hold",
	"identify",   "implement",   "improve",    "increase", "introduce",   "invite",
	"involve",    "keep",        "launch",     "lead",     "limit",       "liaise",
	"maintain",   "make",        "manage",     "meet",     "monitor",     "move",
	"negotiate",  "obtain",      "offer",      "plan",     "prepare",     "press",
	"prioritise", "produce",     "promote",    "provide",  "publish",     "put",
	"raise",      "recruit",     "reduce",     "refine",   "report",      "request",
	"require",    "resolve",     "review",     "revise",   "run",         "schedule",
	"seek",       "secure",      "see",        "send",     "set",         "share",
	"speak",      "stop",        "strengthen", "support",  "take",        "talk",
	"test",       "track",       "train",      "try",      "update",      "use",
	"verify",     "watch",       "work",       "write",    "reconsider",  "remind",
	"reserve",    "insist",      "look",       "chase",    "validate",    "instruct",
	"commission", "procure",     "advertise",  "buy",      "sign",        "install",
	"visit",      "repeat",      "relax",      "map",      "model",       "fix",
	"cap",        "phase",       "book",       "extend",   "split",       "warn",
	"tell",       "inform",      "notify",     "alert",    "teach",       "coach",
	"inspect",    "rehearse",    "replace",    "renew",    "stagger",     "insure",
	"remove",     "restrict",    "avoid",      "protect",  "store",       "reconcile",
	"analyse",    "evaluate",    "research",   "examine",  "investigate", "scope",
	"specify",    "simplify",    "upgrade",    "rerun",    "re-run",      "lobby",
	"urge",       "persuade",    "attend",     "convene",  "host",        "facilitate",
	"start",      "begin",       "continue",   "commence", "transfer",    "retain",
	"add",        "call",        "record",     "restore",  "stockpile",   "adjust",
	"amend",      NULL};

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

/* "Agree the limits", not "Support is good": true where an order begins at WORD. */
static bool is_order(const struct sentence *sentence, size_t word)
{
	static const char *const verbs[] = {"is",   "are",   "was",   "were",   "has",
	                                    "have", "had",   "would", "should", "could",
	                                    "may",  "might", "of",    "from",   NULL};
	return is_one_of(sentence->words[word].text, imperatives) &&
	       (word + 1 >= sentence->count || !is_one_of(sentence->words[word + 1].text, verbs));
}

/* True where something is being done, or done every month. */
static bool has_action(const struct sentence *sentence)
{
	if (sentence_has(sentence, actions))
		return true;
	for (size_t i = 0; i < sentence->count; i++) {
		const char *text = sentence->words[i].text;
		bool begins = i == 0 || strcmp(sentence->words[i - 1].text, ";") == 0 ||
		              strcmp(sentence->words[i - 1].text, ":") == 0;
		bool of = i > 0 && strcmp(sentence->words[i - 1].text, "of") == 0;
		if ((begins && is_order(sentence, i)) ||
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

/* True where one of the words stands at WORD, or behind what only colours it. */
static bool says_next(const struct sentence *sentence, size_t word, const char *const *words)
{
	static const char *const adverbs[] = {
		"already", "also",      "all",        "both",      "fully",    "now",
		"very",    "well",      "widely",     "not",       "quite",    "fairly",
		"so",      "rather",    "relatively", "extremely", "highly",   "entirely",
		"largely", "generally", "still",      "currently", "probably", "considered",
		"thought", "believed",  "felt",       "deemed",    "judged",   "regarded",
		"seen",    "rated",     "assessed",   "as",        "usually",  "always",
		"broadly", "mostly",    "to",         "be",        "a",        "an",
		"only",    "of",        "in",         "too",       "more",     "most",
		"less",    "much",      "equally",    "good",      "strong",   "proven",
		"long",    NULL};
	while (word < sentence->count && is_one_of(sentence->words[word].text, adverbs) &&
	       !is_one_of(sentence->words[word].text, words))
		word++;
	/* "Access is limited to named users" limits it. */
	static const char *const limits[] = {"limited", "required", "covered", NULL};
	static const char *const behind[] = {"to", "by", NULL};
	return word < sentence->count && is_one_of(sentence->words[word].text, words) &&
	       !(word + 1 < sentence->count && is_one_of(sentence->words[word].text, limits) &&
	         is_one_of(sentence->words[word + 1].text, behind));
}

/* "This is a national matter", "it is not something that we can change". */
static bool calls_it_something(const struct sentence *sentence)
{
	static const char *const subjects[] = {"this", "it", "that", "these", "those", NULL};
	static const char *const verbs[] = {"is", "are", "was", "were", NULL};
	static const char *const articles[] = {"a",       "an",   "one", "not",
	                                       "nothing", "only", "no",  NULL};
	return sentence->count > 2 && is_one_of(sentence->words[0].text, subjects) &&
	       is_one_of(sentence->words[1].text, verbs) &&
	       is_one_of(sentence->words[2].text, articles);
}

/* True where the verb at WORD only says how things stand, or what is over or may come. */
static bool verb_states(const struct sentence *sentence, size_t word, bool *is_verb)
{
	static const char *const being[] = {"is", "are", NULL};
	static const char *const past[] = {"was", "were", NULL};
	static const char *const having[] = {"has", "have", NULL};
	static const char *const modal[] = {"would", "could", "may", "might", "should", NULL};
	static const char *const been[] = {"been", NULL};
	const char *text = sentence->words[word].text;
	*is_verb = true;
	if (is_one_of(text, being))
		return says_next(sentence, word + 1, states) || drifts(sentence, word + 1) ||
		       drifts(sentence, word + 2);
	if (is_one_of(text, past))
		return says_next(sentence, word + 1, done);
	if (is_one_of(text, modal))
		return says_next(sentence, word + 1, states) ||
		       says_next(sentence, word + 1, coming);
	if (is_one_of(text, having)) {
		if (!says_next(sentence, word + 1, been))
			return says_next(sentence, word + 1, possessed);
		return says_next(sentence, sentence_find(sentence, word, "been") + 1, done);
	}
	*is_verb = is_one_of(text, standing);
	return *is_verb || (is_one_of(text, seeming) && says_next(sentence, word + 1, states));
}

/* True for a sentence whose first verb only says how things stand, or what is over. */
static bool states_fact(const struct sentence *sentence)
{
	static const char *const no_verb[] = {"unlikely",   "low",        "minimal",
	                                      "negligible", "improbable", NULL};
	for (size_t i = 0; existence[i] != NULL; i++)
		if (sentence_says(sentence, 0, existence[i]))
			return sentence_find(sentence, 0, "plan") == sentence->count;
	if (calls_it_something(sentence) || is_one_of(sentence->words[0].text, no_verb))
		return true;
	for (size_t i = 0; i < sentence->count; i++) {
		bool is_verb;
		if (is_one_of(sentence->words[i].text, joints))
			return false;
		if (i == 0)
			continue;
		bool state = verb_states(sentence, i, &is_verb);
		if (is_verb || state)
			return state;
	}
	return false;
}

/* True for a sentence that says no action. */
static bool is_idle(const struct sentence *sentence)
{
	if (is_order(sentence, 0))
		return false;
	if (sentence_has(sentence, hopes))
		return true;
	if (has_action(sentence))
		return false;
	return sentence_has(sentence, shrugs) ||
	       (!sentence_has(sentence, intents) && states_fact(sentence));
}

/* True where every sentence is a fact or a hope, and none says what is done. */
static bool is_note(const struct sentences *sentences)
{
	if (sentences->count == 0 || sentences->count > SENTENCES_MOST)
		return false;
	for (size_t i = 0; i < sentences->count; i++)
		if (!is_idle(&sentences->items[i]))
			return false;
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
