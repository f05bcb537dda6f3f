#include "candour/titled.h"

#include <string.h>

#include "candour/spelling.h"

enum { LEAST_WORDS = 3, MOST_WORDS = 10, MOST_TITLES = 40, LONG_WORD = 5, MOST_QUOTED = 90 };

/* The words between two quotation marks, but for other marks. */
struct title {
	const struct sentence *sentence;
	size_t first; /* word of the sentence */
	const char *words[MOST_WORDS];
	size_t count;
	const char *text; /* as it was written */
};

struct titles {
	struct title items[MOST_TITLES];
	size_t count;
};

static bool is_quote(const struct word *word)
{
	return word->type == WORD_MARK &&
	       (strcmp(word->text, "\"") == 0 || strcmp(word->text, "“") == 0 ||
	        strcmp(word->text, "”") == 0);
}

/* Reads what stands behind the mark at word OPENS; the word of the closing mark, or 0. */
static size_t read_title(const struct sentence *sentence, size_t opens, struct arena *arena,
                         struct title *title)
{
	*title = (struct title){.sentence = sentence, .first = opens + 1};
	for (size_t i = opens + 1; i < sentence->count; i++) {
		const struct word *word = &sentence->words[i];
		if (is_quote(word)) {
			size_t from = sentence->words[opens + 1].at;
			struct sentence part = *sentence;
			part.at = from;
			part.length = word->at - from;
			title->text = sentence_quote(&part, MOST_QUOTED, arena);
			return i;
		}
		if (word->type == WORD_FIGURES || title->count == MOST_WORDS)
			return 0;
		if (word->type == WORD_LETTERS)
			title->words[title->count++] = word->text;
	}
	return 0;
}

/* "we" and "we've", "listened" and "listend": the same word, written otherwise. */
static bool is_nearly_word(const char *a, const char *b)
{
	size_t one = strlen(a), other = strlen(b), shorter = one < other ? one : other;
	const char *longer = one < other ? b : a;
	return (strncmp(a, b, shorter) == 0 && longer[shorter] == '\'') ||
	       (shorter >= LONG_WORD && spelling_within(a, b, 1));
}

static bool is_nearly(const struct title *a, const struct title *b)
{
	size_t others = 0;
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++) {
		if (strcmp(a->words[i], b->words[i]) == 0)
			continue;
		if (!is_nearly_word(a->words[i], b->words[i]))
			return false;
		others++;
	}
	return others == 1;
}

static void compare(const struct question *question, const struct titles *above,
                    const struct title *title)
{
	const struct chapter *chapter = question->chapter;
	for (size_t i = 0; i < above->count; i++) {
		const struct title *other = &above->items[i];
		if (!is_nearly(other, title))
			continue;
		struct doubt *doubt = doubt_raise(
			question,
			sentence_place(chapter_document(chapter), title->sentence, title->first),
			"\"%s\" is called \"%s\" elsewhere in this document", title->text,
			other->text);
		doubt_point(
			question, doubt, chapter,
			sentence_place(chapter_document(chapter), other->sentence, other->first),
			"\"%s\"", other->text);
		return;
	}
}

void ask_titles(const struct question *question)
{
	struct arena arena = ARENA_INIT;
	const struct sentences *sentences = chapter_sentences(question->chapter);
	struct titles *titles = arena_new(&arena, sizeof(*titles));
	for (size_t i = 0; i < sentences->count && titles->count < MOST_TITLES; i++) {
		const struct sentence *sentence = &sentences->items[i];
		for (size_t j = 0; j < sentence->count && titles->count < MOST_TITLES; j++) {
			struct title title;
			size_t closes = is_quote(&sentence->words[j])
			                        ? read_title(sentence, j, &arena, &title)
			                        : 0;
			if (closes == 0)
				continue;
			j = closes;
			if (title.count < LEAST_WORDS)
				continue;
			compare(question, titles, &title);
			titles->items[titles->count++] = title;
		}
	}
	arena_release(&arena);
}
