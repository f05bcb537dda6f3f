#include "candour/prompt.h"

#include <string.h>

enum { SHORT_WORDS = 20, FEW_WORDS = 5, LABEL_WORDS = 4 };

static bool is_word_of(const struct sentence *sentence, size_t word, const char *const *words)
{
	for (; word < sentence->count && *words != NULL; words++)
		if (strcmp(sentence->words[word].text, *words) == 0)
			return true;
	return false;
}

static bool is_mark(const struct sentence *sentence, size_t word, const char *mark)
{
	return word < sentence->count && sentence->words[word].type == WORD_MARK &&
	       strcmp(sentence->words[word].text, mark) == 0;
}

/* Behind the last word, marks left out. */
static size_t words_end(const struct sentence *sentence)
{
	size_t end = sentence->count;
	while (end > 0 && sentence->words[end - 1].type == WORD_MARK)
		end--;
	return end;
}

/* --- phrases --- */

/* Anywhere in a text. */
static const char *const anywhere[] = {"lorem ipsum",
                                       "dolor sit amet",
                                       "consectetur adipiscing",
                                       "adipiscing elit",
                                       "sed do eiusmod",
                                       "minim veniam",
                                       "incididunt ut labore",
                                       "click or tap",
                                       "click here to enter",
                                       "click here to add",
                                       "delete as appropriate",
                                       "delete as applicable",
                                       "delete as necessary",
                                       "delete this line",
                                       "delete this text",
                                       "delete before",
                                       "placeholder text",
                                       "template text",
                                       "sample text",
                                       "dummy text",
                                       "filler text",
                                       "your text here",
                                       "complete this section",
                                       "fill in this section",
                                       "note to author",
                                       "note to authors",
                                       "note to the author",
                                       "insert here",
                                       "goes here",
                                       "go here",
                                       "dd / mm / yyyy",
                                       "mm / yyyy",
                                       NULL};

/* At the beginning of a short sentence. */
static const char *const beginnings[] = {"insert text",
                                         "enter text",
                                         "add text",
                                         "please describe",
                                         "please insert",
                                         "please enter",
                                         "please complete",
                                         "please provide a",
                                         "please provide details",
                                         "please summarise",
                                         "please state",
                                         "please delete",
                                         "please explain",
                                         "please outline",
                                         "please give",
                                         "please use",
                                         "please provide an",
                                         "please provide the",
                                         "please keep",
                                         "please limit",
                                         "please fill",
                                         "please write",
                                         "please list",
                                         "please set out",
                                         "please include",
                                         "please be brief",
                                         "please do not exceed",
                                         "please add",
                                         "please record",
                                         "please update this",
                                         "briefly describe",
                                         "briefly explain",
                                         "briefly summarise",
                                         "briefly set out",
                                         "briefly outline",
                                         "describe what was",
                                         "use this section",
                                         "use this space",
                                         "use this box",
                                         "use this field",
                                         "choose an item",
                                         "choose a date",
                                         "select one",
                                         "this section should",
                                         "this section must",
                                         "this section is for",
                                         "this section is to",
                                         "this section needs to",
                                         "this box should",
                                         "this box is for",
                                         "this field should",
                                         "this paragraph should",
                                         "two or three sentences",
                                         "one or two sentences",
                                         "a short paragraph on",
                                         "a sentence or two",
                                         "set out what",
                                         "set out the",
                                         "comment on",
                                         "text to follow",
                                         "text to be added",
                                         "text to be inserted",
                                         "text to be supplied",
                                         "text to be provided",
                                         "content to follow",
                                         "content to be added",
                                         "narrative to follow",
                                         "narrative to be added",
                                         "wording to follow",
                                         "commentary to follow",
                                         "comments to follow",
                                         NULL};

/* --- orders --- */

/* What a paragraph tells a writer to do, where it is no item of a list of things to do. */
static const char *const imperatives[] = {
	"describe",  "summarise", "summarize", "explain", "outline", "provide", "give", "state",
	"highlight", "detail",    "insert",    "enter",   "add",     "write",   "type", "list",
	"complete",  "say",       "tell",      "use",     "include", "record",  "put",  "delete",
	"remove",    "replace",   "overwrite", "fill",    NULL};
static const char *const objects[] = {"the",  "any",   "what",    "how",     "why",  "progress",
                                      "key",  "your",  "briefly", "whether", "a",    "an",
                                      "here", "all",   "details", "which",   "this", "who",
                                      "in",   "these", NULL};

/* "Insert commentary", "Add comments": orders, and what a blank of a template is for. */
static const char *const fillings[] = {"insert",    "enter", "add",  "type",     "provide", "state",
                                       "summarise", "write", "give", "describe", "outline", NULL};
static const char *const blanks[] = {"text",    "commentary", "comment", "comments",    "narrative",
                                     "details", "summary",    "name",    "names",       "date",
                                     "dates",   "figure",     "figures", "number",      "amount",
                                     "rating",  "reason",     "reasons", "description", "heading",
                                     "title",   "content",    "wording", NULL};

/* Behind these an order that ends with "here" is one of a template. */
static const char *const orders[] = {
	"insert",  "enter",    "type",    "describe",  "add",         "delete",  "complete",
	"your",    "please",   "write",   "click",     "select",      "choose",  "provide",
	"put",     "fill",     "explain", "summarise", "summarize",   "outline", "replace",
	"include", "guidance", "example", "sample",    "placeholder", "brief",   "briefly",
	"short",   "list",     "state",   "record",    "set",         "give",    NULL};

/* "Write your comments here.", "Text here" */
static bool ends_here(const struct sentence *sentence)
{
	size_t end = words_end(sentence);
	if (end < 2 || strcmp(sentence->words[end - 1].text, "here") != 0)
		return false;
	return is_word_of(sentence, 0, orders) ||
	       (end <= FEW_WORDS && is_word_of(sentence, end - 2, blanks));
}

/* "In no more than 200 words", "Maximum 200 words": where in the sentence it ends, or 0. */
static size_t limit_end(const struct sentence *sentence)
{
	static const char *const most[] = {
		"no more than", "not more than", "up to", "maximum of", "maximum",  "max .", "max",
		"at most",      "limit",         "about", "around",     "limit to", NULL};
	static const char *const units[] = {"words",   "characters", "sentences",  "lines", "pages",
	                                    "bullets", "bullet",     "paragraphs", "page",  NULL};
	size_t at = is_word_of(sentence, 0, (const char *const[]){"in", "use", "write", NULL});
	size_t longest = 0;
	for (size_t i = 0; most[i] != NULL; i++) {
		size_t words = 1;
		for (const char *blank = most[i]; (blank = strchr(blank, ' ')) != NULL; blank++)
			words++;
		if (sentence_says(sentence, at, most[i]) && words > longest)
			longest = words;
	}
	size_t number = at + longest;
	bool limits = longest != 0 && number + 1 < sentence->count &&
	              sentence->words[number].number >= 0 &&
	              is_word_of(sentence, number + 1, units);
	return limits ? number + 2 : 0;
}

/* True for "Maximum 200 words." and "In no more than 200 words, describe": no prose has it. */
static bool is_limit(const struct sentence *sentence)
{
	size_t end = limit_end(sentence);
	if (end == 0)
		return false;
	if (is_mark(sentence, end, ","))
		end++;
	return end >= words_end(sentence) || is_word_of(sentence, end, imperatives) ||
	       is_word_of(sentence, end, (const char *const[]){"please", "per", "on", NULL});
}

/* "Tip: keep this section to one page": a label, and words about writing. */
static bool is_labelled(const struct sentence *sentence)
{
	static const char *const labels[] = {"guidance", "instruction", "instructions", "tip",
	                                     "tips",     "hint",        "hints",        "prompt",
	                                     "help",     NULL};
	static const char *const writing[] = {
		"section", "box",       "words",   "word",     "page",   "line",     "paragraph",
		"bullet",  "bullets",   "text",    "template", "delete", "sentence", "sentences",
		"author",  "authors",   "brief",   "readers",  "report", "say",      "describe",
		"write",   "summarise", "explain", NULL};
	size_t label = 1;
	if (!is_word_of(sentence, 0, labels))
		return false;
	while (label < LABEL_WORDS + 1 && !is_mark(sentence, label, ":") &&
	       !is_mark(sentence, label, "-"))
		label++;
	for (size_t at = label; label <= LABEL_WORDS && at < sentence->count; at++)
		if (is_word_of(sentence, at, writing))
			return true;
	return false;
}

/* "To be completed by the sponsor", "Sponsor to complete": who is to write. */
static bool is_errand(const struct sentence *sentence, bool brackets)
{
	static const char *const done[] = {"completed", "supplied", "added",  "inserted", "written",
	                                   "provided",  "drafted",  "filled", "updated",  NULL};
	static const char *const who[] = {"the",       "each",       "your",    "project",
	                                  "sponsor",   "workstream", "manager", "lead",
	                                  "programme", "all",        NULL};
	static const char *const to_do[] = {"complete", "add", "insert", "provide", "supply", NULL};
	size_t end = words_end(sentence), at = sentence_find(sentence, 0, "to be");
	if (brackets && is_word_of(sentence, at + 2, done) && sentence_says(sentence, at + 3, "by"))
		return true;
	if (sentence_says(sentence, 0, "to be") && is_word_of(sentence, 2, done))
		return (brackets && end == 3 &&
		        !is_word_of(sentence, 2, (const char *const[]){"completed", NULL})) ||
		       (sentence_says(sentence, 3, "by") && is_word_of(sentence, 4, who)) ||
		       is_word_of(sentence, 3,
		                  (const char *const[]){"once", "when", "before", NULL});
	return end >= 3 && end <= FEW_WORDS && is_word_of(sentence, end - 1, to_do) &&
	       strcmp(sentence->words[end - 2].text, "to") == 0;
}

/* "What has been done this month?" */
static bool is_question(const struct sentence *sentence, bool brackets)
{
	static const char *const asking[] = {"what", "how", "why", "which", "who", "when", NULL};
	static const char *const spans[] = {"this month", "this period",     "the month",
	                                    "the period", "the last report", "last month",
	                                    "next month", "next period",     NULL};
	return is_word_of(sentence, 0, asking) && is_mark(sentence, sentence->count - 1, "?") &&
	       (brackets || sentence_has(sentence, spans));
}

/* "In this section, describe the work", "Here, say what was done". */
static bool is_about_section(const struct sentence *sentence)
{
	size_t at = sentence_says(sentence, 0, "in this section") ||
	                            sentence_says(sentence, 0, "in this box") ||
	                            sentence_says(sentence, 0, "in this space")
	                    ? 3
	                    : sentence->count;
	if (is_mark(sentence, at, ","))
		at++;
	return is_word_of(sentence, at, imperatives) ||
	       is_word_of(sentence, at, (const char *const[]){"please", "you", "set", NULL});
}

bool prompt_is_in_brackets(const struct sentence *sentence)
{
	return is_limit(sentence) || is_errand(sentence, true) || is_question(sentence, true) ||
	       sentence_has(sentence, anywhere);
}

bool prompt_is_sentence(const struct sentence *sentence, bool item)
{
	if (sentence_has(sentence, anywhere))
		return true;
	if (sentence->count > SHORT_WORDS)
		return false;
	for (size_t i = 0; beginnings[i] != NULL; i++)
		if (sentence_says(sentence, 0, beginnings[i]))
			return true;
	if (ends_here(sentence) || is_limit(sentence))
		return true;
	if (item)
		return false;
	return (is_word_of(sentence, 0, imperatives) && is_word_of(sentence, 1, objects)) ||
	       (is_word_of(sentence, 0, fillings) && is_word_of(sentence, 1, blanks)) ||
	       is_labelled(sentence) || is_errand(sentence, false) || is_about_section(sentence) ||
	       is_question(sentence, false);
}
