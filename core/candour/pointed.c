#include "candour/pointed.h"

#include <string.h>

#include "base/text.h"

static const size_t near = 3; /* words between "attached" and what is */

/* The word, or "" before the first and behind the last. */
static const char *word_at(const struct sentence *sentence, size_t word)
{
	return word < sentence->count ? sentence->words[word].text : "";
}

static const char *word_before(const struct sentence *sentence, size_t word)
{
	return word > 0 ? word_at(sentence, word - 1) : "";
}

/* True where a part of the sentence is over before the word. */
static bool ends_before(const struct sentence *sentence, size_t word)
{
	return word >= sentence->count || (sentence->words[word].type == WORD_MARK &&
	                                   strchr(".,;:)!?]", sentence->words[word].text[0]));
}

static const char *const papers[] = {
	"report",  "paper",     "note",      "plan",         "letter",     "minutes",  "table",
	"list",    "register",  "document",  "appendix",     "annex",      "schedule", "slides",
	"summary", "evidence",  "chart",     "spreadsheet",  "statement",  "timeline", "log",
	"review",  "file",      "minute",    "presentation", "form",       "map",      "graph",
	"diagram", "programme", "strategy",  "policy",       "template",   "figure",   "data",
	"result",  "copy",      "survey",    "certificate",  "photograph", "photo",    "picture",
	"detail",  "analysis",  "breakdown", "record",       "workbook",   "sheet",    "scan",
	"extract", "copies",    "proof",     "screenshot",   NULL};

static bool is_paper(const char *text)
{
	char one[24];
	size_t length = strlen(text);
	if (text_is_one_of(text, papers))
		return true;
	if (length < 2 || length >= sizeof(one) || text[length - 1] != 's')
		return false;
	memcpy(one, text, length - 1);
	one[length - 1] = '\0';
	return text_is_one_of(one, papers);
}

/* True where one of the words from FROM on, as many as COUNT, is a paper. */
static bool has_paper(const struct sentence *sentence, size_t from, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (is_paper(word_at(sentence, from + i)))
			return true;
	return false;
}

bool pointed_we_attach(const struct sentence *sentence, size_t word)
{
	static const char *const who[] = {"we", "i", NULL};
	static const char *const verbs[] = {"attach", "enclose", "append", NULL};
	static const char *const done[] = {"attached", "enclosed", "appended", NULL};
	static const char *const behind[] = {"is", "are", "please", "you", "find", NULL};
	const char *text = word_at(sentence, word), *last = word_before(sentence, word);
	bool ours = (text_is_one_of(text, verbs) && text_is_one_of(last, who)) ||
	            (text_is_one_of(text, done) && strcmp(last, "have") == 0 && word >= 2 &&
	             text_is_one_of(sentence->words[word - 2].text, who));
	if (word == 0 && text_is_one_of(text, done))
		return text_is_one_of(word_at(sentence, 1), behind);
	return ours && has_paper(sentence, word + 1, near + 1);
}

/* "A", "2". */
static bool is_number(const struct sentence *sentence, size_t word)
{
	return word < sentence->count && sentence->words[word].type != WORD_MARK &&
	       (sentence->words[word].length == 1 || sentence->words[word].type == WORD_FIGURES);
}

/* "A copy is included with this update", "the letter accompanies this report". */
static bool says_with_this(const struct sentence *sentence, size_t word)
{
	static const char *const given[] = {"enclosed", "included", "provided", "supplied",
	                                    "sent",     "filed",    NULL};
	static const char *const comes[] = {"accompany", "accompanies", "accompanying", NULL};
	static const char *const ours[] = {"update", "report", "overview", "paper", NULL};
	const char *text = word_at(sentence, word);
	size_t at = text_is_one_of(text, comes) ? word + 1 : word + 2;
	size_t from = word > 3 * near ? word - 3 * near : 0;
	bool given_with =
		text_is_one_of(text, given) && strcmp(word_at(sentence, word + 1), "with") == 0;
	return (given_with || text_is_one_of(text, comes)) &&
	       strcmp(word_at(sentence, at), "this") == 0 &&
	       text_is_one_of(word_at(sentence, at + 1), ours) &&
	       has_paper(sentence, from, word - from);
}

/* "Appended to this update", "annexed at the end": what may stand behind. */
static bool is_put_here(const struct sentence *sentence, size_t word)
{
	static const char *const ends[] = {"to this update",   "to this report",
	                                   "to this paper",    "to this overview",
	                                   "to the update",    "to the report",
	                                   "to our update",    "with this update",
	                                   "with this report", "to this document",
	                                   "at the end",       "at the back",
	                                   "at the foot",      "for information",
	                                   "for ease",         "for reference",
	                                   "for members",      "overleaf",
	                                   "hereto",           "herewith",
	                                   "as evidence",      NULL};
	for (size_t i = 0; ends[i] != NULL; i++)
		if (sentence_says(sentence, word, ends[i]))
			return true;
	return ends_before(sentence, word);
}

bool pointed_enclosed(const struct sentence *sentence, size_t word)
{
	static const char *const done[] = {"enclosed", "appended", "annexed", NULL};
	static const char *const verbs[] = {"is", "are", "also", "been", "be", NULL};
	const char *last = word_before(sentence, word);
	if (says_with_this(sentence, word))
		return true;
	if (!text_is_one_of(word_at(sentence, word), done))
		return false;
	if (strcmp(last, "the") == 0)
		return has_paper(sentence, word + 1, near);
	size_t from = word > 2 * near ? word - 2 * near : 0;
	return text_is_one_of(last, verbs) && is_put_here(sentence, word + 1) &&
	       has_paper(sentence, from, word - from);
}

/* What stands nowhere but in the text, and is called by its name there. */
static const char *const named_below[] = {"recommendations", "recommendation", "findings",
                                          "extracts",        "quotations",     NULL};

bool pointed_attached(const struct sentence *sentence, size_t word)
{
	static const char *const before[] = {"see", "find", "as", "please", "(", NULL};
	static const char *const verbs[] = {"is", "are", "also", "now", "been",
	                                    "be", "was", "were", NULL};
	static const char *const behind[] = {"as",     "at",  "below",    "here",
	                                     "hereto", "for", "overleaf", NULL};
	static const char *const others[] = {"strings",
	                                     "string",
	                                     "conditions",
	                                     "condition",
	                                     "importance",
	                                     "weight",
	                                     "risks",
	                                     "risk",
	                                     "costs",
	                                     "cost",
	                                     "powers",
	                                     "value",
	                                     "priority",
	                                     "terms",
	                                     "funding",
	                                     "money",
	                                     "caveats",
	                                     "caveat",
	                                     "significance",
	                                     "stigma",
	                                     "provisos",
	                                     "requirements",
	                                     "duties",
	                                     "responsibilities",
	                                     "not",
	                                     "grant",
	                                     "status",
	                                     "penalties",
	                                     "targets",
	                                     "deadline",
	                                     NULL};
	const char *last = word_before(sentence, word), *next = word_at(sentence, word + 1);
	if (strcmp(word_at(sentence, word), "attached") != 0)
		return false;
	if (strcmp(next, "to") == 0)
		return sentence_says(sentence, word + 1, "to this report") ||
		       sentence_says(sentence, word + 1, "to this update") ||
		       sentence_says(sentence, word + 1, "to this paper");
	if (strcmp(last, "the") == 0 && has_paper(sentence, word + 1, near))
		return true;
	if (text_is_one_of(last, before))
		return true;
	/* "The conditions are attached": whatever comes before the verb. */
	const char *subject =
		text_is_one_of(last, verbs) && word >= 2 ? sentence->words[word - 2].text : last;
	return !text_is_one_of(subject, others) && word > 0 &&
	       (ends_before(sentence, word + 1) || text_is_one_of(next, behind));
}

bool pointed_appendix(const struct sentence *sentence, size_t word)
{
	static const char *const names[] = {"appendix",   "annex",       "appendices", "annexes",
	                                    "attachment", "attachments", NULL};
	static const char *const shows[] = {"gives",    "shows", "sets",    "lists", "holds",
	                                    "contains", "has",   "details", NULL};
	static const char *const elsewhere[] = {"of", "to", "from", "will", "would", "was", NULL};
	static const char *const others[] = {"paper",  "minutes", "item", "report",
	                                     "agenda", "minute",  NULL};
	static const char *const before[] = {"see", "in", "at", "(", "as", NULL};
	if (!text_is_one_of(word_at(sentence, word), names))
		return false;
	bool numbered = is_number(sentence, word + 1);
	size_t behind = word + (numbered ? 2 : 1), article = word;
	if (strcmp(word_before(sentence, word), "the") == 0)
		article--;
	bool pointed = text_is_one_of(word_before(sentence, article), before) ||
	               (word >= 2 && sentence_says(sentence, word - 2, "as an")) ||
	               (article < word && text_is_one_of(word_at(sentence, behind), shows));
	if (!numbered && !pointed)
		return false;
	if (sentence_says(sentence, behind, "to this"))
		return true;
	for (size_t i = 1; i <= near + 1 && i <= word; i++)
		if (text_is_one_of(sentence->words[word - i].text, others) ||
		    strstr(sentence->words[word - i].text, "'s") != NULL)
			return false;
	return !text_is_one_of(word_at(sentence, behind), elsewhere);
}

bool pointed_below(const struct sentence *sentence, size_t word)
{
	static const char *const shown[] = {"table",      "chart",     "graph",      "list",
	                                    "diagram",    "figure",    "picture",    "image",
	                                    "map",        "timeline",  "photograph", "photo",
	                                    "screenshot", "breakdown", NULL};
	static const char *const behind[] = {"shows",       "sets",     "lists",    "gives",
	                                     "summarises",  "and",      "for",      "which",
	                                     "that",        "is",       "are",      "details",
	                                     "illustrates", "contains", "compares", "presents",
	                                     "provides",    "has",      NULL};
	const char *next = word_at(sentence, word + 1);
	/* "Below is a table of" */
	if (word == 0 && strcmp(word_at(sentence, 0), "below") == 0 &&
	    text_is_one_of(next, (const char *const[]){"is", "are", NULL}))
		return text_is_one_of(word_at(sentence, 2), shown) ||
		       text_is_one_of(word_at(sentence, 3), shown);
	if (strcmp(word_at(sentence, word), "following") == 0)
		return strcmp(word_before(sentence, word), "the") == 0 &&
		       text_is_one_of(next, shown);
	return text_is_one_of(word_at(sentence, word),
	                      (const char *const[]){"below", "overleaf", NULL}) &&
	       text_is_one_of(word_before(sentence, word), shown) &&
	       (ends_before(sentence, word + 1) || text_is_one_of(next, behind));
}

bool pointed_named_below(const struct sentence *sentence, size_t word)
{
	return strcmp(word_at(sentence, word), "below") == 0 && ends_before(sentence, word + 1) &&
	       text_is_one_of(word_before(sentence, word), named_below);
}

bool pointed_follows(const struct sentence *sentence, size_t word)
{
	static const char *const verbs[] = {"see",        "out",      "listed",   "shown",
	                                    "described",  "detailed", "outlined", "given",
	                                    "summarised", "provided", "attached", NULL};
	return strcmp(word_at(sentence, word), "below") == 0 &&
	       text_is_one_of(word_before(sentence, word), verbs) &&
	       ends_before(sentence, word + 1);
}

/* "Click here for the report", "The report is available here". */
static bool says_here(const struct sentence *sentence, size_t word)
{
	static const char *const open[] = {"available", "found",      "read", "viewed",
	                                   "seen",      "downloaded", NULL};
	/* "Click here to enter text" was never filled in: that is another rule's. */
	static const char *const filling[] = {"enter",  "add",    "type", "insert",
	                                      "select", "choose", NULL};
	const char *next = word_at(sentence, word + 1);
	if (text_is_one_of(word_at(sentence, word + 2), filling))
		return false;
	if (word == 1 && strcmp(word_at(sentence, 0), "click") == 0)
		return text_is_one_of(next, (const char *const[]){"for", "to", NULL});
	size_t from = word > 2 * near ? word - 2 * near : 0;
	return text_is_one_of(word_before(sentence, word), open) &&
	       ends_before(sentence, word + 1) && has_paper(sentence, from, word - from);
}

bool pointed_link(const struct sentence *sentence, size_t word)
{
	static const char *const before[] = {"see",    "at",        "via",   "on",      "using",
	                                     "follow", "following", "click", "through", NULL};
	static const char *const behind[] = {"below", "here", "above", "attached", NULL};
	const char *next = word_at(sentence, word + 1);
	if (strcmp(word_at(sentence, word), "here") == 0)
		return says_here(sentence, word);
	if (strcmp(word_at(sentence, word), "link") != 0)
		return false;
	if (text_is_one_of(next, behind))
		return ends_before(sentence, word + 2);
	size_t article = word - (word > 0 ? 1 : 0);
	return (strcmp(word_at(sentence, article), "the") == 0 ||
	        strcmp(word_at(sentence, article), "this") == 0) &&
	       text_is_one_of(word_before(sentence, article), before) &&
	       (ends_before(sentence, word + 1) || strcmp(next, "for") == 0);
}
