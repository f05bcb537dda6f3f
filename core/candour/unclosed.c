#include "candour/unclosed.h"

#include <string.h>

#include "base/text.h"

enum { MOST_TOLD = 20, MOST_QUOTED = 40 };

static bool is_letter(char byte)
{
	return (text_lower(byte) >= 'a' && text_lower(byte) <= 'z') || (unsigned char)byte >= 0x80;
}

/* A mark at TEXT that begins a quotation: ‘ and ' before a capital, behind a blank. */
static size_t opening(const char *text, const char *at)
{
	static const char curly[] = "\xE2\x80\x98";
	size_t length = *at == '\'' ? 1 : strncmp(at, curly, strlen(curly)) == 0 ? 3 : 0;
	bool begins = at == text || strchr(" \n(", at[-1]) != NULL;
	return length != 0 && begins && at[length] >= 'A' && at[length] <= 'Z' ? length : 0;
}

/* A mark that may end one: ’ and ' behind a letter or a mark, with no letter behind it. */
static bool closes(const char *text, const char *at)
{
	static const char curly[] = "\xE2\x80\x99";
	size_t length = *at == '\'' ? 1 : strncmp(at, curly, strlen(curly)) == 0 ? 3 : 0;
	return length != 0 && at > text && at[-1] != ' ' && at[-1] != '\n' &&
	       !is_letter(at[length]);
}

/* The opening mark that nothing behind it can close, or NULL. */
static const char *find_unclosed(const char *text)
{
	const char *open = NULL;
	for (const char *at = text; *at != '\0'; at++)
		if (open != NULL && closes(text, at))
			open = NULL;
		else if (open == NULL && opening(text, at) != 0)
			open = at;
	return open;
}

void ask_unclosed(const struct question *question)
{
	struct arena arena = ARENA_INIT;
	const struct prose *prose = chapter_prose(question->chapter);
	for (size_t i = 0, told = 0; i < prose->count && told < MOST_TOLD; i++) {
		const struct passage *passage = &prose->passages[i];
		const char *open = passage->quoted ? NULL : find_unclosed(passage->text);
		if (open == NULL)
			continue;
		int line = passage->line;
		for (const char *at = passage->text; at < open; at++)
			line += *at == '\n' ? 1 : 0;
		doubt_raise(question, (struct place){line, 1},
		            "a quotation is opened and not closed: \"%s\"",
		            text_quote(open, MOST_QUOTED, &arena));
		told++;
	}
	arena_release(&arena);
}
