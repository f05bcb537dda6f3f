/* Whether what a text points to is there: declared in candour/ask.h. */
#include "candour/ask.h"

#include <string.h>

#include "base/text.h"

enum {
	NEAR = 3,         /* words between "attached" and what is */
	MOST_QUOTED = 80, /* characters */
	MOST_TOLD = 100,  /* doubts about one document */
};

static bool is_one_of(const char *text, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strcmp(text, *words) == 0)
			return true;
	return false;
}

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

/* --- what is said to be there --- */

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
	if (is_one_of(text, papers))
		return true;
	if (length < 2 || length >= sizeof(one) || text[length - 1] != 's')
		return false;
	memcpy(one, text, length - 1);
	one[length - 1] = '\0';
	return is_one_of(one, papers);
}

/* True where one of the words from FROM on, as many as COUNT, is a paper. */
static bool has_paper(const struct sentence *sentence, size_t from, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (is_paper(word_at(sentence, from + i)))
			return true;
	return false;
}

/* "We attach the minutes", "I have enclosed a copy", "Attached are the figures". */
static bool says_we_attach(const struct sentence *sentence, size_t word)
{
	static const char *const who[] = {"we", "i", NULL};
	static const char *const verbs[] = {"attach", "enclose", "append", NULL};
	static const char *const done[] = {"attached", "enclosed", "appended", NULL};
	static const char *const behind[] = {"is", "are", "please", "you", "find", NULL};
	const char *text = word_at(sentence, word), *last = word_before(sentence, word);
	bool ours = (is_one_of(text, verbs) && is_one_of(last, who)) ||
	            (is_one_of(text, done) && strcmp(last, "have") == 0 && word >= 2 &&
	             is_one_of(sentence->words[word - 2].text, who));
	if (word == 0 && is_one_of(text, done))
		return is_one_of(word_at(sentence, 1), behind);
	return ours && has_paper(sentence, word + 1, NEAR + 1);
}

/* "A copy is enclosed", "the appended report": a paper, for a fence encloses too. */
static bool says_enclosed(const struct sentence *sentence, size_t word)
{
	static const char *const done[] = {"enclosed", "appended", "annexed", NULL};
	static const char *const verbs[] = {"is", "are", "also", "been", "be", NULL};
	const char *last = word_before(sentence, word);
	if (!is_one_of(word_at(sentence, word), done))
		return false;
	if (strcmp(last, "the") == 0)
		return has_paper(sentence, word + 1, NEAR);
	size_t twice = (size_t)2 * NEAR, from = word > twice ? word - twice : 0;
	return is_one_of(last, verbs) && ends_before(sentence, word + 1) &&
	       has_paper(sentence, from, word - from);
}

/* What stands nowhere but in the text, and is called by its name there. */
static const char *const named_below[] = {"recommendations", "recommendation", "findings",
                                          "extracts",        "quotations",     NULL};

/* "attached": a paper, and not importance, conditions or somebody who works elsewhere. */
static bool says_attached(const struct sentence *sentence, size_t word)
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
	if (strcmp(last, "the") == 0 && has_paper(sentence, word + 1, NEAR))
		return true;
	if (is_one_of(last, before))
		return true;
	/* "The conditions are attached": whatever comes before the verb. */
	const char *subject =
		is_one_of(last, verbs) && word >= 2 ? sentence->words[word - 2].text : last;
	return !is_one_of(subject, others) && word > 0 &&
	       (ends_before(sentence, word + 1) || is_one_of(next, behind));
}

/* "A", "2". */
static bool is_number(const struct sentence *sentence, size_t word)
{
	return word < sentence->count && sentence->words[word].type != WORD_MARK &&
	       (sentence->words[word].length == 1 || sentence->words[word].type == WORD_FIGURES);
}

/* "Appendix A", "see the appendix"; not one of another paper, or one that is yet to come. */
static bool says_appendix(const struct sentence *sentence, size_t word)
{
	static const char *const names[] = {"appendix",   "annex",       "appendices", "annexes",
	                                    "attachment", "attachments", NULL};
	static const char *const shows[] = {"gives",    "shows", "sets",    "lists", "holds",
	                                    "contains", "has",   "details", NULL};
	static const char *const elsewhere[] = {"of", "to", "from", "will", "would", "was", NULL};
	static const char *const others[] = {"paper",  "minutes", "item", "report",
	                                     "agenda", "minute",  NULL};
	static const char *const before[] = {"see", "in", "at", "(", "as", NULL};
	if (!is_one_of(word_at(sentence, word), names))
		return false;
	bool numbered = is_number(sentence, word + 1);
	size_t behind = word + (numbered ? 2 : 1), article = word;
	if (strcmp(word_before(sentence, word), "the") == 0)
		article--;
	bool pointed = is_one_of(word_before(sentence, article), before) ||
	               (word >= 2 && sentence_says(sentence, word - 2, "as an")) ||
	               (article < word && is_one_of(word_at(sentence, behind), shows));
	if (!numbered && !pointed)
		return false;
	if (sentence_says(sentence, behind, "to this"))
		return true;
	for (size_t i = 1; i <= NEAR + 1 && i <= word; i++)
		if (is_one_of(sentence->words[word - i].text, others) ||
		    strstr(sentence->words[word - i].text, "'s") != NULL)
			return false;
	return !is_one_of(word_at(sentence, behind), elsewhere);
}

/* "the table below": something that is no prose. */
static bool says_below(const struct sentence *sentence, size_t word)
{
	static const char *const shown[] = {"table",   "chart",    "graph",   "list",
	                                    "diagram", "figure",   "picture", "image",
	                                    "map",     "timeline", NULL};
	static const char *const behind[] = {"shows", "sets",    "lists", "gives", "summarises",
	                                     "and",   "for",     "which", "that",  "is",
	                                     "are",   "details", NULL};
	const char *next = word_at(sentence, word + 1);
	if (strcmp(word_at(sentence, word), "following") == 0)
		return strcmp(word_before(sentence, word), "the") == 0 && is_one_of(next, shown);
	return is_one_of(word_at(sentence, word),
	                 (const char *const[]){"below", "overleaf", NULL}) &&
	       is_one_of(word_before(sentence, word), shown) &&
	       (ends_before(sentence, word + 1) || is_one_of(next, behind));
}

/* "the additional recommendations below": something that is called so. */
static bool says_named_below(const struct sentence *sentence, size_t word)
{
	return strcmp(word_at(sentence, word), "below") == 0 && ends_before(sentence, word + 1) &&
	       is_one_of(word_before(sentence, word), named_below);
}

/* "set out below": prose can follow too. */
static bool says_follows(const struct sentence *sentence, size_t word)
{
	static const char *const verbs[] = {"see",        "out",      "listed",   "shown",
	                                    "described",  "detailed", "outlined", "given",
	                                    "summarised", "provided", "attached", NULL};
	return strcmp(word_at(sentence, word), "below") == 0 &&
	       is_one_of(word_before(sentence, word), verbs) && ends_before(sentence, word + 1);
}

/* "see the link": an address. */
static bool says_link(const struct sentence *sentence, size_t word)
{
	static const char *const before[] = {"see",    "at",        "via",   "on",      "using",
	                                     "follow", "following", "click", "through", NULL};
	static const char *const behind[] = {"below", "here", "above", "attached", NULL};
	const char *next = word_at(sentence, word + 1);
	if (strcmp(word_at(sentence, word), "link") != 0)
		return false;
	if (is_one_of(next, behind))
		return ends_before(sentence, word + 2);
	size_t article = word - (word > 0 ? 1 : 0);
	return (strcmp(word_at(sentence, article), "the") == 0 ||
	        strcmp(word_at(sentence, article), "this") == 0) &&
	       is_one_of(word_before(sentence, article), before) && ends_before(sentence, word + 1);
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
	const struct body *body = &chapter->document->body;
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
	       shows_behind(chapter->document, passage);
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
	const struct body *body = &chapter->document->body;
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
	{says_attached, "no link leads to it, and no section holds it", true},
	{says_we_attach, "no link leads to it, and no section holds it", true},
	{says_enclosed, "no link leads to it, and no section holds it", true},
	{says_appendix, "no link leads to it, and no section holds it", true},
	{says_link, "there is no link", false},
	{says_below, "nothing of the kind stands below", false},
	{says_follows, "nothing stands below", false},
	{says_named_below, "nothing below is called so", false},
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
	if (pointers[pointer].says == says_below)
		return shows_behind(chapter->document, passage) || is_followed(chapter, sentence);
	if (pointers[pointer].says == says_follows)
		return goes_on(chapter, passage) || is_followed(chapter, sentence);
	if (pointers[pointer].says == says_named_below)
		return shows_behind(chapter->document, passage) ||
		       is_named_behind(chapter, sentence, word);
	return false;
}

void ask_evidence_missing(const struct question *question)
{
	struct arena arena = ARENA_INIT;
	const struct chapter *chapter = question->chapter;
	const struct sentences *sentences = chapter_sentences(chapter);
	/* Any link, and any appendix, may be what is meant. */
	size_t count = has_link(chapter->document) ? 0 : sentences->count, told = 0;
	bool appendix = count != 0 && has_appendix(chapter);
	for (size_t i = 0; i < count && told < MOST_TOLD; i++) {
		const struct sentence *sentence = &sentences->items[i];
		size_t pointer, word = find_pointer(sentence, &pointer);
		if (word == sentence->count || sentence->passage->quoted ||
		    (appendix && pointers[pointer].appended) ||
		    is_there(chapter, sentence, pointer, word))
			continue;
		told++;
		doubt_raise(question, sentence_place(chapter->document, sentence, word),
		            "\"%s\" points to something that is not here: %s",
		            sentence_quote(sentence, MOST_QUOTED, &arena), pointers[pointer].why);
	}
	arena_release(&arena);
}
