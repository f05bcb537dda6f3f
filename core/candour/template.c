/* What a template asked for and nobody took out: declared in candour/ask.h. */
#include "candour/ask.h"
#include "candour/prompt.h"
#include "candour/texts.h"

#include <string.h>

#include "base/text.h"
#include "document/shape.h"

enum {
	MOST_QUOTED = 60,  /* characters */
	MOST_PROMPT = 100, /* bytes between brackets */
};

/* What a prompt in brackets begins with: "[insert date]". */
static const char *const orders[] = {
	"insert",  "enter",    "type",    "describe",  "add",         "delete",  "complete",
	"your",    "please",   "write",   "click",     "select",      "choose",  "provide",
	"put",     "fill",     "explain", "summarise", "summarize",   "outline", "replace",
	"include", "guidance", "example", "sample",    "placeholder", "brief",   "briefly",
	"short",   "list",     "state",   "optional",  NULL};

/* What a blank is called, alone or with "of": "[Name]", "[date of the meeting]". */
static const char *const blanks[] = {
	"name",       "date",       "amount",   "number",     "title",       "text",
	"month",      "period",     "figure",   "rating",     "reason",      "council",
	"workstream", "owner",      "comments", "narrative",  "description", "progress",
	"update",     "sponsor",    "manager",  "details",    "summary",     "organisation",
	"budget",     "milestone",  "risk",     "mitigation", "activities",  "commentary",
	"rationale",  "engagement", NULL};

static bool is_one_of(const char *text, size_t length, const char *const *words)
{
	for (; *words != NULL; words++) {
		size_t i = 0;
		while (i < length && text_lower(text[i]) == (*words)[i])
			i++;
		if (i == length && (*words)[i] == '\0')
			return true;
	}
	return false;
}

static size_t word_length(const char *text, const char *end)
{
	size_t length = 0;
	while (text + length < end &&
	       ((text_lower(text[length]) >= 'a' && text_lower(text[length]) <= 'z')))
		length++;
	return length;
}

/* Leaves out what more brackets and blanks stand at both ends: "[[ insert text ]]". */
static void trim(const char **text, const char **end)
{
	while (*text < *end && strchr(" \t\n[<{", **text) != NULL)
		++*text;
	while (*end > *text && strchr(" \t\n]>}", (*end)[-1]) != NULL)
		--*end;
}

/* The last word that ends at END and does not begin before TEXT. */
static const char *last_word_of(const char *text, const char *end)
{
	while (end > text && word_length(end - 1, end) == 1)
		end--;
	return end;
}

/* True for "Workstream lead to complete", "your words here", "committee name". */
static bool is_prompt_by_its_end(const char *text, const char *end)
{
	enum { FEW_BLANKS = 2 };
	static const char *const ends[] = {"complete", "provide", "add",     "insert", "update",
	                                   "confirm",  "draft",   "comment", NULL};
	const char *last = last_word_of(text, end);
	size_t length = (size_t)(end - last), spaces = 0;
	if (length == 0 || last == text || last[-1] != ' ')
		return false;
	for (const char *at = text; at < end; at++)
		spaces += *at == ' ' ? 1 : 0;
	bool to = last - text > 4 && memcmp(last - 4, " to ", 4) == 0;
	/* "[no date]", "[the sponsor]": words put into a quotation. */
	size_t first = word_length(text, end);
	bool no = is_one_of(text, first, (const char *const[]){"no", "the", "our", "this", NULL}) &&
	          spaces < FEW_BLANKS;
	return (to && is_one_of(last, length, ends)) ||
	       is_one_of(last, length, (const char *const[]){"here", NULL}) ||
	       (!no && spaces <= FEW_BLANKS && is_one_of(last, length, blanks));
}

/* True for "Sponsor's name and job title": several blanks, and whose they are. */
static bool is_list_of_blanks(const char *text, const char *end)
{
	enum { MOST_WORDS = 8 };
	static const char *const whose[] = {"s",    "and",     "or",      "of",   "your", "job",
	                                    "post", "role",    "email",   "lead", "full", "officer",
	                                    "a",    "address", "project", NULL};
	static const char *const last_ones[] = {"name",    "names",    "title",   "post",
	                                        "role",    "date",     "number",  "signature",
	                                        "email",   "address",  "amount",  "comments",
	                                        "details", "initials", "figures", NULL};
	size_t words = 0, length = 0;
	bool blank = false, joined = false;
	const char *last = text;
	for (const char *at = text; at < end; at += length != 0 ? length : 1) {
		length = word_length(at, end);
		if (length == 0) {
			if (strchr(" ,'/\xE2\x80\x99", *at) == NULL)
				return false;
			continue;
		}
		bool is_blank = is_one_of(at, length, blanks) || is_one_of(at, length, last_ones);
		if (!is_blank && !is_one_of(at, length, whose))
			return false;
		joined = joined || is_one_of(at, length, (const char *const[]){"and", "or", NULL});
		blank = blank || is_blank;
		last = at;
		words++;
	}
	return blank && joined && words <= MOST_WORDS &&
	       is_one_of(last, word_length(last, end), last_ones);
}

/* True for "to be completed by the sponsor", "max 200 words", "what was done?". */
static bool is_prompt_as_sentence(const char *text, const char *end)
{
	struct arena arena = ARENA_INIT;
	struct sentences sentences = {0};
	sentences_of_text(arena_text(&arena, text, (size_t)(end - text)), &arena, &sentences);
	/* The stop of "Max. 200 words" ends no thought. */
	size_t at = sentences.count > 1 && sentences.items[0].count <= 2 ? 1 : 0;
	bool prompt = (sentences.count != 0 && prompt_is_in_brackets(&sentences.items[0])) ||
	              (at != 0 && prompt_is_in_brackets(&sentences.items[at]));
	arena_release(&arena);
	return prompt;
}

/* True where what stands from TEXT to END is an order to a writer, or a blank's name. */
static bool is_prompt(const char *text, const char *end)
{
	trim(&text, &end);
	size_t first = word_length(text, end);
	if (first == 0)
		return false;
	const char *behind = text + first;
	bool alone = behind == end || (end - behind > 3 && memcmp(behind, " of ", 4) == 0);
	return is_one_of(text, first, orders) || (alone && is_one_of(text, first, blanks)) ||
	       is_prompt_by_its_end(text, end) || is_list_of_blanks(text, end) ||
	       is_prompt_as_sentence(text, end);
}

/* True for several words, none of which belongs to HTML: "<one line on the budget>". */
static bool is_words(const char *text, const char *end)
{
	/* "<budget in May and >budget in June": less, and more. */
	if ((*text == ' ') != (end[-1] == ' '))
		return false;
	trim(&text, &end);
	size_t length = (size_t)(end - text), first = word_length(text, end);
	static const char *const tags[] = {"a",   "img", "div", "span", "p",      "br",     "table",
	                                   "td",  "tr",  "ul",  "li",   "input",  "video",  "font",
	                                   "svg", "b",   "i",   "hr",   "iframe", "script", NULL};
	return first != 0 && memchr(text, ' ', length) != NULL &&
	       memchr(text, '=', length) == NULL && end[-1] != '/' &&
	       memchr(text, '@', length) == NULL && memchr(text, ':', length) == NULL &&
	       !is_one_of(text, first, tags);
}

/* The prompt in brackets of this type from AT on: sets *LENGTH, brackets and all; or NULL. */
static const char *bracketed(const char *at, char opening, char closing, size_t *length)
{
	while ((at = strchr(at, opening)) != NULL) {
		const char *end = at + 1 +
		                  strcspn(at + 1, closing == '>'   ? ">"
		                                  : closing == ']' ? "[]"
		                                                   : "{}");
		bool short_one = *end == closing && end - at <= MOST_PROMPT;
		if (short_one &&
		    (is_prompt(at + 1, end) || (opening == '<' && is_words(at + 1, end)))) {
			*length = (size_t)(end + 1 - at);
			return at;
		}
		at++;
	}
	return NULL;
}

/* What begins with how much there may be. */
static bool is_measure(const char *text, const char *end)
{
	static const char *const words[] = {"maximum", "max", "no", "up", "at", "about", NULL};
	return is_one_of(text, word_length(text, end), words);
}

/* "(insert figure)", "(max 200 words)": other words in round brackets are prose. */
static const char *in_brackets(const char *text, size_t *length)
{
	static const char *const prompts[] = {"insert", "enter", "delete", "click", NULL};
	for (const char *at = text; (at = strchr(at, '(')) != NULL; at++) {
		const char *end = at + 1 + strcspn(at + 1, "()");
		/* "The form (maximum 12 pages) was shortened" goes on. */
		bool inside =
			at > text && *end == ')' && end[1] == ' ' && text_lower(end[2]) == end[2];
		if (*end != ')' || end - at > MOST_PROMPT || (inside && is_measure(at + 1, end)) ||
		    (!is_one_of(at + 1, word_length(at + 1, end), prompts) &&
		     !is_prompt_as_sentence(at + 1, end)))
			continue;
		*length = (size_t)(end + 1 - at);
		return at;
	}
	return NULL;
}

/* The prompt between these marks of several bytes, "‹Describe progress›": as bracketed(). */
static const char *marked(const char *at, const char *opening, const char *closing, size_t *length)
{
	for (; (at = strstr(at, opening)) != NULL; at++) {
		const char *words = at + strlen(opening), *end = strstr(words, closing);
		if (end == NULL)
			return NULL;
		if (end - words > MOST_PROMPT || !is_prompt(words, end))
			continue;
		*length = (size_t)(end - at) + strlen(closing);
		return at;
	}
	return NULL;
}

static const char *find_prompt(const char *text, size_t *length)
{
	const char *found = bracketed(text, '<', '>', length);
	if (found == NULL)
		found = bracketed(text, '[', ']', length);
	if (found == NULL)
		found = bracketed(text, '{', '}', length);
	if (found == NULL)
		found = marked(text, "‹", "›", length);
	if (found == NULL)
		found = marked(text, "«", "»", length);
	if (found == NULL)
		found = in_brackets(text, length);
	if (found == NULL && (found = strstr(text, "{{")) != NULL) {
		const char *end = strstr(found, "}}");
		*length = end != NULL ? (size_t)(end + 2 - found) : 0;
		return end != NULL ? found : NULL;
	}
	return found;
}

/* --- asking --- */

/* True for the line of help of a section, which stood where the text should be. */
static bool is_help(const struct document *document, const char *text)
{
	for (size_t i = 0; document->kind != NULL && i < document->kind->section_count; i++)
		if (text_equal_folded(document->kind->sections[i].help, text))
			return true;
	return false;
}

static void raise_left(const struct question *question, struct place place, const char *text,
                       size_t length)
{
	bool cut = length > MOST_QUOTED;
	if (cut)
		for (length = MOST_QUOTED;
		     length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80;)
			length--;
	doubt_raise(question, place, "this is text of a template, not of this document: \"%.*s%s\"",
	            (int)length, text, cut ? "…" : "");
}

/* Asks of a text that stands at PLACE. */
static void ask_text(const struct question *question, const char *text, struct place place,
                     bool item, struct arena *arena)
{
	size_t length;
	struct sentences sentences = {0};
	const char *prompt = find_prompt(text, &length);
	if (prompt != NULL) {
		raise_left(question, place, prompt, length);
		return;
	}
	sentences_of_text(text, arena, &sentences);
	for (size_t i = 0; i < sentences.count; i++)
		if (prompt_is_sentence(&sentences.items[i], item)) {
			raise_left(question, place, text + sentences.items[i].at,
			           sentences.items[i].length);
			return;
		}
}

/* What looks like HTML in the body and is none: a prompt between < and >. */
static void ask_html(const struct question *question, struct arena *arena)
{
	const struct document *document = chapter_document(question->chapter);
	for (size_t i = 0; i < document->faults.count; i++) {
		const struct fault *fault = &document->faults.items[i];
		size_t length = 0, prompt = 0;
		const char *line = document_line(document, fault->place.line, &length);
		if (strcmp(fault->rule, "raw-html") != 0 || line == NULL)
			continue;
		const char *found = bracketed(arena_text(arena, line, length), '<', '>', &prompt);
		if (found != NULL)
			raise_left(question, fault->place, found, prompt);
	}
}

void ask_template_left(const struct question *question)
{
	struct arena arena = ARENA_INIT;
	struct field_texts texts = {0};
	const struct document *document = chapter_document(question->chapter);
	const struct prose *prose = chapter_prose(question->chapter);
	field_texts_read(document, &arena, &texts);
	for (size_t i = 0; i < texts.count; i++) {
		const struct field_text *text = &texts.items[i];
		if (text_equal_folded(text->field->help, text->text))
			raise_left(question, text->place, text->text, strlen(text->text));
		else
			ask_text(question, text->text, text->place, true, &arena);
	}
	for (size_t i = 0; i < prose->count; i++) {
		const struct passage *passage = &prose->passages[i];
		struct place place = {passage->line, 1};
		if (passage->quoted)
			continue;
		if (is_help(document, passage->text))
			raise_left(question, place, passage->text, strlen(passage->text));
		else
			ask_text(question, passage->text, place, passage->item, &arena);
	}
	ask_html(question, &arena);
	arena_release(&arena);
}
