/* Whether what a text points to is there: declared in candour/ask.h. */
#include "candour/ask.h"
#include "candour/pointed.h"

#include <string.h>

#include "base/text.h"

enum {
	MOST_QUOTED = 80, /* characters */
	MOST_TOLD = 100,  /* doubts about one document */
};

/* The word, or "" before the first and behind the last. */
static const char *word_at(const struct sentence *sentence, size_t word)
{
	return word < sentence->count ? sentence->words[word].text : "";
}

static const char *word_before(const struct sentence *sentence, size_t word)
{
	return word > 0 ? word_at(sentence, word - 1) : "";
}

/* --- what is there --- */

static bool holds(const struct body *body, const char *text)
{
	return body->text != NULL && memmem(body->text, body->length, text, strlen(text)) != NULL;
}

/* Any link will do: nobody can tell from its address whether it is the one. */
static bool has_link(const struct document *document)
{
	static const char *const signs[] = {"](", "http://", "https://", "www.", "]: ", NULL};
	for (size_t i = 0; signs[i] != NULL; i++)
		if (holds(&document->body, signs[i]))
			return true;
	return false;
}

static bool begins_with(const char *text, const char *start)
{
	for (; *start != '\0'; text++, start++)
		if (text_lower(*text) != *start)
			return false;
	return true;
}

/* A section or a lower heading that is an appendix. */
static bool has_appendix(const struct chapter *chapter)
{
	static const char *const titles[] = {"appendi", "annex", "attach", "evidence", NULL};
	const struct body *body = &chapter_document(chapter)->body;
	const struct prose *prose = chapter_prose(chapter);
	for (size_t i = 0; titles[i] != NULL; i++) {
		for (size_t j = 0; j < body->count; j++)
			if (begins_with(body->sections[j].title, titles[i]))
				return true;
		for (size_t j = 0; j < prose->count; j++)
			if (prose->passages[j].heading &&
			    begins_with(prose->passages[j].text, titles[i]))
				return true;
	}
	return false;
}

/* Where the section of the passage ends in the file: the line behind it; 0: with the file. */
static int section_end(const struct document *document, const struct passage *passage)
{
	int next = passage->section + 1;
	return next < (int)document->body.count ? document->body.sections[next].place.line : 0;
}

/* True for a line of a list, a table, code or HTML. */
static bool shows(const char *line, const char *end)
{
	size_t blanks = 0, length = (size_t)(end - line);
	while (blanks < length && line[blanks] == ' ')
		blanks++;
	return blanks < length && (blanks >= 4 || strchr("-*+|<`~123456789!", line[blanks]));
}

/* Whether a list, a table, code or HTML stands behind the passage in its section. */
static bool shows_behind(const struct document *document, const struct passage *passage)
{
	size_t length;
	int line = passage->line + 1, end = section_end(document, passage);
	for (const char *at = passage->text; *at != '\0'; at++)
		line += *at == '\n' ? 1 : 0;
	const char *at = document_line(document, line, &length);
	const char *stop = document->bytes + document->length;
	for (; at != NULL && at < stop && (end == 0 || line < end); line++) {
		const char *next = memchr(at, '\n', (size_t)(stop - at));
		if (shows(at, next != NULL ? next : stop))
			return true;
		at = next != NULL ? next + 1 : NULL;
	}
	return false;
}

/* Whether anything at all follows: another passage of the section, or what is no prose. */
static bool goes_on(const struct chapter *chapter, const struct passage *passage)
{
	const struct prose *prose = chapter_prose(chapter);
	const struct passage *next = passage + 1;
	return (next < prose->passages + prose->count && next->section == passage->section) ||
	       shows_behind(chapter_document(chapter), passage);
}

static bool shares_stem(const struct sentence *sentence, const char *word)
{
	size_t length = strlen(word);
	for (size_t i = 0; i < sentence->count; i++)
		if (strncmp(sentence->words[i].text, word, length) == 0)
			return true;
	return false;
}

/* Milestones, risks and outcomes stand below the text wherever it is shown. */
static bool is_in_fields(const struct chapter *chapter, const struct sentence *sentence)
{
	const struct update *update = chapter_update(chapter);
	if (update == NULL)
		return false;
	return (update->milestones.count + update->next_milestones.count != 0 &&
	        shares_stem(sentence, "milestone")) ||
	       (update->risks.count != 0 &&
	        (shares_stem(sentence, "risk") || shares_stem(sentence, "issue") ||
	         shares_stem(sentence, "mitigat"))) ||
	       (update->outcomes.count != 0 && shares_stem(sentence, "outcome"));
}

/* True where the text behind the sentence uses the word before BELOW again, or its stem. */
static bool is_named_behind(const struct chapter *chapter, const struct sentence *sentence,
                            size_t below)
{
	enum { STEM = 6 };
	const struct sentences *sentences = chapter_sentences(chapter);
	const struct prose *prose = chapter_prose(chapter);
	const char *named = word_before(sentence, below);
	for (size_t i = (size_t)(sentence - sentences->items) + 1; i < sentences->count; i++)
		for (size_t j = 0; j < sentences->items[i].count; j++)
			if (strncmp(sentences->items[i].words[j].text, named, STEM) == 0)
				return true;
	for (const struct passage *at = sentence->passage + 1; at < prose->passages + prose->count;
	     at++)
		if (at->heading && begins_with(at->text, "recommend"))
			return true;
	return false;
}

/* True where a section behind this one has a word of the sentence in its heading. */
static bool has_section(const struct chapter *chapter, const struct sentence *sentence)
{
	const struct body *body = &chapter_document(chapter)->body;
	enum { LONG_WORD = 4 };
	for (size_t i = (size_t)sentence->passage->section + 1; i < body->count; i++) {
		char folded[MOST_QUOTED];
		size_t length = 0;
		for (const char *at = body->sections[i].title;
		     *at != '\0' && length + 1 < sizeof(folded); at++)
			folded[length++] = text_lower(*at);
		folded[length] = '\0';
		for (size_t j = 0; j < sentence->count; j++)
			if (sentence->words[j].length >= LONG_WORD &&
			    strstr(folded, sentence->words[j].text) != NULL)
				return true;
	}
	return false;
}

/* --- asking --- */

static bool is_followed(const struct chapter *chapter, const struct sentence *sentence)
{
	return is_in_fields(chapter, sentence) || has_section(chapter, sentence);
}

/* What a text can point to, with what is told where it is not there. */
static const struct {
	bool (*says)(const struct sentence *sentence, size_t word);
	const char *why;
	bool appended; /* any appendix may be what is meant */
} pointers[] = {
	{pointed_attached, "no link leads to it, and no section holds it", true},
	{pointed_we_attach, "no link leads to it, and no section holds it", true},
	{pointed_enclosed, "no link leads to it, and no section holds it", true},
	{pointed_appendix, "no link leads to it, and no section holds it", true},
	{pointed_link, "there is no link", false},
	{pointed_below, "nothing of the kind stands below", false},
	{pointed_follows, "nothing stands below", false},
	{pointed_named_below, "nothing below is called so", false},
};

enum { POINTERS = sizeof(pointers) / sizeof(pointers[0]) };

/* The first word of the sentence that points to something, and how. */
static size_t find_pointer(const struct sentence *sentence, size_t *pointer)
{
	for (size_t word = 0; word < sentence->count; word++)
		for (*pointer = 0; *pointer < POINTERS; ++*pointer)
			if (pointers[*pointer].says(sentence, word))
				return word;
	return sentence->count;
}

static bool is_there(const struct chapter *chapter, const struct sentence *sentence, size_t pointer,
                     size_t word)
{
	const struct passage *passage = sentence->passage;
	if (pointers[pointer].says == pointed_below)
		return shows_behind(chapter_document(chapter), passage) ||
		       is_followed(chapter, sentence);
	if (pointers[pointer].says == pointed_follows)
		return goes_on(chapter, passage) || is_followed(chapter, sentence);
	if (pointers[pointer].says == pointed_named_below)
		return shows_behind(chapter_document(chapter), passage) ||
		       is_named_behind(chapter, sentence, word);
	return false;
}

void ask_evidence_missing(const struct question *question)
{
	struct arena arena = ARENA_INIT;
	const struct chapter *chapter = question->chapter;
	const struct sentences *sentences = chapter_sentences(chapter);
	/* Any link, and any appendix, may be what is meant. */
	size_t count = has_link(chapter_document(chapter)) ? 0 : sentences->count, told = 0;
	bool appendix = count != 0 && has_appendix(chapter);
	for (size_t i = 0; i < count && told < MOST_TOLD; i++) {
		const struct sentence *sentence = &sentences->items[i];
		size_t pointer, word = find_pointer(sentence, &pointer);
		if (word == sentence->count || sentence->passage->quoted ||
		    (appendix && pointers[pointer].appended) ||
		    is_there(chapter, sentence, pointer, word))
			continue;
		told++;
		doubt_raise(question, sentence_place(chapter_document(chapter), sentence, word),
		            "\"%s\" points to something that is not here: %s",
		            sentence_quote(sentence, MOST_QUOTED, &arena), pointers[pointer].why);
	}
	arena_release(&arena);
}
