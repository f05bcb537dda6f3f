/* Where a sentence stands and how it is quoted: declared in candour/sentence.h. */
#include "candour/sentence.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"

struct place sentence_place(const struct document *document, const struct sentence *sentence,
                            size_t word)
{
	const struct word *found = &sentence->words[word];
	const char *text = sentence->passage->text, *start = text;
	int line = sentence->passage->line;
	size_t length = 0;
	for (const char *at = text; at < text + found->at; at++)
		if (*at == '\n') {
			line++;
			start = at + 1;
		}
	const char *written = document_line(document, line, &length);
	size_t column = 0;
	/* The same word may stand before it in its line: as many are passed as in the text. */
	for (size_t at = 0; written != NULL && at + found->length <= length; at++) {
		if (memcmp(written + at, text + found->at, found->length) != 0)
			continue;
		column = at;
		const char *same = start;
		while (same < text + found->at &&
		       memcmp(same, text + found->at, found->length) != 0)
			same++;
		if (same >= text + found->at)
			break;
		start = same + 1;
	}
	return (struct place){line, column == 0 ? 1 : (int)text_characters(written, column) + 1};
}

static const char *quote(const char *text, size_t length, size_t most, struct arena *arena)
{
	struct buf line = BUF_INIT;
	size_t shown = 0, at = 0;
	while (at < length && shown < most) {
		unsigned rune;
		size_t bytes = text_rune(text + at, length - at, &rune);
		bytes = bytes == 0 ? 1 : bytes;
		buf_add(&line, text[at] == '\n' ? " " : text + at, bytes);
		at += bytes;
		shown++;
	}
	if (at < length)
		buf_text(&line, "…");
	const char *copy = arena_text(arena, line.bytes, line.length);
	buf_release(&line);
	return copy;
}

const char *sentence_quote(const struct sentence *sentence, size_t most, struct arena *arena)
{
	return quote(sentence->passage->text + sentence->at, sentence->length, most, arena);
}

const char *text_quote(const char *text, size_t most, struct arena *arena)
{
	return quote(text, strlen(text), most, arena);
}
