#include "candour/repeated.h"

#include "base/buf.h"
#include "base/map.h"

enum { LONG_SENTENCE = 20, MOST_TOLD = 10, MOST_QUOTED = 80 };

/* The words without marks; NULL where they are few. */
static const char *plain_words(const struct sentence *sentence, struct arena *arena)
{
	struct buf words = BUF_INIT;
	size_t count = 0;
	for (size_t i = 0; i < sentence->count; i++)
		if (sentence->words[i].type != WORD_MARK) {
			buf_printf(&words, " %s", sentence->words[i].text);
			count++;
		}
	const char *plain =
		count < LONG_SENTENCE ? NULL : arena_text(arena, words.bytes, words.length);
	buf_release(&words);
	return plain;
}

static void raise(const struct question *question, const struct sentence *sentence,
                  const struct sentence *before, struct arena *arena)
{
	const struct chapter *chapter = question->chapter;
	const char *quote = sentence_quote(sentence, MOST_QUOTED, arena);
	struct place place = sentence_place(chapter_document(chapter), before, 0);
	struct doubt *doubt = doubt_raise(
		question, sentence_place(chapter_document(chapter), sentence, 0),
		"this sentence stands in line %d too, word for word: \"%s\"", place.line, quote);
	doubt_point(question, doubt, chapter, place, "\"%s\"", quote);
}

void ask_repeated(const struct question *question)
{
	struct arena arena = ARENA_INIT;
	struct map seen = MAP_INIT;
	const struct sentences *sentences = chapter_sentences(question->chapter);
	const struct sentence *told = NULL;
	for (size_t i = 0, count = 0; i < sentences->count && count < MOST_TOLD; i++) {
		struct sentence *sentence = &sentences->items[i];
		const char *words =
			sentence->passage->quoted ? NULL : plain_words(sentence, &arena);
		struct sentence *before = words == NULL ? NULL : map_get(&seen, words);
		if (words != NULL && before == NULL)
			map_set(&seen, words, sentence);
		if (before == NULL)
			continue;
		/* A passage that was copied is told of once, at its beginning. */
		if (told == NULL || told + 1 != sentence) {
			raise(question, sentence, before, &arena);
			count++;
		}
		told = sentence;
	}
	map_release(&seen);
	arena_release(&arena);
}
