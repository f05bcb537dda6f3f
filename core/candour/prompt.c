#include "candour/prompt.h"

#include "candour/prompt_words.h"

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

/* --- orders --- */

/* What a paragraph tells a writer to do, where it is no item of a list of things to do. */
static const char *const imperatives[] = {
	"describe",  "summarise", "summarize", "explain", "outline", "provide", "give", "state",
	"highlight", "detail",    "insert",    "enter",   "add",     "write",   "type", "list",
	"complete",  "say",       "tell",      "use",     "include", "record",  "put",  "delete",
	"remove",    "replace",   "overwrite", "fill",    "paste",   NULL};
static const char *const objects[] = {
	"the",     "any",   "what", "how",  "why",   "progress", "key",   "your",  "briefly",
	"whether", "a",     "an",   "here", "all",   "details",  "which", "this",  "who",
	"in",      "these", "one",  "two",  "three", "no",       "brief", "short", NULL};

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
	static const char *const keeps[] = {"keep to", "keep this to", "keep it to", NULL};
	size_t at = is_word_of(sentence, 0, (const char *const[]){"in", "use", "write", NULL});
	size_t longest = 0;
	for (size_t i = 0; most[i] != NULL; i++) {
		size_t words = 1;
		for (const char *blank = most[i]; (blank = strchr(blank, ' ')) != NULL; blank++)
			words++;
		if (sentence_says(sentence, at, most[i]) && words > longest)
			longest = words;
	}
	for (size_t i = 0; keeps[i] != NULL; i++)
		if (sentence_says(sentence, 0, keeps[i]))
			longest = i == 0 ? 2 : 3;
	size_t number = at + longest;
	bool limits = longest != 0 && number + 1 < sentence->count &&
	              sentence->words[number].number >= 0 &&
	              is_word_of(sentence, number + 1, units);
	if (limits && sentence_says(sentence, number + 1, "bullet points"))
		number++;
	return limits ? number + 2 : 0;
}

/* "200 words maximum", "Keep to 200 words or fewer" from number WORD on. */
static size_t most_end(const struct sentence *sentence, size_t word)
{
	static const char *const most[] = {"maximum", "max", "limit", NULL};
	if (sentence_says(sentence, word, "or fewer") || sentence_says(sentence, word, "or less"))
		return word + 2;
	return is_word_of(sentence, word, most) ? word + 1 : 0;
}

/* True for "Maximum 200 words." and "In no more than 200 words, describe": no prose has it. */
static bool is_limit(const struct sentence *sentence)
{
	size_t end = limit_end(sentence);
	bool words = is_word_of(sentence, 1, (const char *const[]){"words", "characters", NULL});
	if (end == 0 && words && sentence->words[0].number >= 0)
		end = is_mark(sentence, 2, ":") ? 2 : most_end(sentence, 2);
	if (end == 0)
		return false;
	if (most_end(sentence, end) != 0)
		end = most_end(sentence, end);
	/* "Max. 200 words: what has changed?" */
	if (is_mark(sentence, end, ":") &&
	    is_word_of(sentence, end + 1, (const char *const[]){"what", "how", "why", "who", NULL}))
		return true;
	if (is_mark(sentence, end, ",") || is_mark(sentence, end, ":"))
		end++;
	return end >= words_end(sentence) || is_word_of(sentence, end, imperatives) ||
	       is_word_of(sentence, end, (const char *const[]){"please", "per", "on", NULL});
}

/* "Tip: keep this section to one page": a label, and words about writing. */
static bool is_labelled(const struct sentence *sentence)
{
	static const char *const labels[] = {"guidance", "instruction", "instructions", "tip",
	                                     "tips",     "hint",        "hints",        "prompt",
	                                     "help",     "limit",       "limits",       NULL};
	/* With these nothing else begins: "Drafting note:", "Sample wording:". */
	static const char *const whole[] = {"drafting note",
	                                    "drafting notes",
	                                    "drafting guidance",
	                                    "author's note",
	                                    "author note",
	                                    "note for authors",
	                                    "notes for authors",
	                                    "notes for completion",
	                                    "note for author",
	                                    "example text",
	                                    "example wording",
	                                    "sample wording",
	                                    "model text",
	                                    "suggested wording",
	                                    "suggested text",
	                                    "model wording",
	                                    "notes on completion",
	                                    "guidance for completion",
	                                    NULL};
	static const char *const writing[] = {
		"section", "box",       "words",   "word",     "page",   "line",     "paragraph",
		"bullet",  "bullets",   "text",    "template", "delete", "sentence", "sentences",
		"author",  "authors",   "brief",   "readers",  "report", "say",      "describe",
		"write",   "summarise", "explain", NULL};
	size_t label = 1;
	for (size_t i = 0; whole[i] != NULL; i++)
		if (sentence_says(sentence, 0, whole[i])) {
			for (size_t at = 2; at <= LABEL_WORDS; at++)
				if (is_mark(sentence, at, ":") || is_mark(sentence, at, "-"))
					return true;
		}
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

/* Who fills a template in: how many words of the sentence say so; or 0. */
static size_t roles_end(const struct sentence *sentence)
{
	static const char *const roles[] = {
		"officer",  "officers",  "sponsor", "lead",    "leads",    "manager",
		"managers", "team",      "teams",   "pm",      "pmo",      "workstream",
		"project",  "programme", "author",  "authors", "director", "owner",
		"office",   "the",       "senior",  "each",    NULL};
	size_t at = 0;
	while (at < LABEL_WORDS && is_word_of(sentence, at, roles))
		at++;
	return at;
}

/* "Officers to complete: summary of progress", "Sponsor to add two sentences". */
static bool is_errand_of(const struct sentence *sentence, bool brackets)
{
	static const char *const to_do[] = {"complete", "add",     "insert", "provide", "supply",
	                                    "write",    "confirm", "update", "draft",   "enter",
	                                    "fill",     "comment", NULL};
	static const char *const writing[] = {"section",    "box",       "comment",   "comments",
	                                      "summary",    "sentence",  "sentences", "text",
	                                      "commentary", "paragraph", "narrative", "paragraphs",
	                                      "words",      "template",  "form",      NULL};
	size_t to = roles_end(sentence);
	if (to == 0 || !sentence_says(sentence, to, "to") || !is_word_of(sentence, to + 1, to_do))
		return false;
	if (brackets || to + 2 >= words_end(sentence) || is_mark(sentence, to + 2, ":") ||
	    is_mark(sentence, to + 2, "-"))
		return true;
	for (size_t at = to + 2; at < sentence->count; at++)
		if (is_word_of(sentence, at, writing))
			return words_end(sentence) <= to + 2 + FEW_WORDS;
	return false;
}

/* "Summary to be inserted here", "Commentary to be added". */
static bool is_to_be_put(const struct sentence *sentence)
{
	static const char *const done[] = {"inserted", "added",   "supplied", "provided",
	                                   "written",  "entered", NULL};
	size_t end = words_end(sentence);
	if (end > 0 && strcmp(sentence->words[end - 1].text, "here") == 0)
		end--;
	return end >= 4 && end <= FEW_WORDS && is_word_of(sentence, 0, blanks) &&
	       sentence_says(sentence, end - 3, "to be") && is_word_of(sentence, end - 1, done);
}

/* "You should describe the work here", "Here authors must set out": to who writes. */
static bool is_to_writer(const struct sentence *sentence)
{
	static const char *const who[] = {"you", "authors", NULL};
	static const char *const must[] = {"should", "must", NULL};
	size_t at = is_word_of(sentence, 0, (const char *const[]){"here", NULL}) ? 1 : 0;
	if (is_mark(sentence, at, ","))
		at++;
	return is_word_of(sentence, at, who) && is_word_of(sentence, at + 1, must) &&
	       (is_word_of(sentence, at + 2, imperatives) ||
	        sentence_says(sentence, at + 2, "set out"));
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
	static const char *const asked[] = {"is", "are", "has", "have", "did", "do", "does", NULL};
	return (is_word_of(sentence, 0, asking) || (brackets && is_word_of(sentence, 0, asked))) &&
	       is_mark(sentence, sentence->count - 1, "?") &&
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
	       is_errand_of(sentence, true) || is_to_be_put(sentence) ||
	       prompt_has_beginning(sentence) || prompt_has_phrase(sentence);
}

bool prompt_is_sentence(const struct sentence *sentence, bool item)
{
	if (prompt_has_phrase(sentence))
		return true;
	if (sentence->count > SHORT_WORDS)
		return false;
	if (prompt_has_beginning(sentence) || ends_here(sentence) || is_limit(sentence))
		return true;
	if (item)
		return false;
	return (is_word_of(sentence, 0, imperatives) && is_word_of(sentence, 1, objects)) ||
	       (is_word_of(sentence, 0, fillings) && is_word_of(sentence, 1, blanks)) ||
	       is_labelled(sentence) || is_errand(sentence, false) ||
	       is_errand_of(sentence, false) || is_about_section(sentence) ||
	       is_to_be_put(sentence) || is_to_writer(sentence) || is_question(sentence, false);
}
