#include "pushed.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"

enum { LARGEST_INPUT = 16 << 20 };

/* Forty digits, and END behind them. */
static bool read_id(const char **at, char end, struct object_id *id)
{
	static const char digits[] = "0123456789abcdef";
	for (size_t i = 0; i < (size_t)OBJECT_ID_SIZE * 2; i++, ++*at) {
		const char *digit = **at == '\0' ? NULL : strchr(digits, **at);
		if (digit == NULL)
			return false;
		id->bytes[i / 2] =
			(unsigned char)(id->bytes[i / 2] << 4 | (unsigned char)(digit - digits));
	}
	return *(*at)++ == end;
}

/* "OLD NEW refs/heads/main" */
static bool read_line(const char *line, struct pushed *pushed)
{
	*pushed = (struct pushed){0};
	if (!read_id(&line, ' ', &pushed->before) || !read_id(&line, ' ', &pushed->after))
		return false;
	pushed->ref = line;
	return line[0] != '\0';
}

static int read_input(struct buf *text, struct error *error)
{
	char chunk[16384];
	ssize_t got;
	do {
		got = read(STDIN_FILENO, chunk, sizeof(chunk));
		if (got > 0)
			buf_add(text, chunk, (size_t)got);
	} while ((got > 0 && text->length <= LARGEST_INPUT) || (got < 0 && errno == EINTR));
	if (got < 0)
		return error_set(error, "what git says of the push cannot be read: %s",
		                 strerror(errno));
	if (text->length > LARGEST_INPUT)
		return error_set(error, "the push has more references than are read");
	return 0;
}

int pushed_read(struct arena *arena, const char *hook, struct pushed_list *list,
                struct error *error)
{
	struct buf text = BUF_INIT;
	char *next = NULL;
	int result = read_input(&text, error);
	char *lines = arena_text(arena, text.bytes, text.length);
	buf_release(&text);
	*list = (struct pushed_list){NULL, 0, 0};
	for (char *line = result < 0 ? NULL : strtok_r(lines, "\n", &next); line != NULL;
	     line = strtok_r(NULL, "\n", &next)) {
		struct pushed pushed;
		if (!read_line(line, &pushed)) {
			error_set(error, "git's line `%.100s` cannot be read", line);
			return error_hint(error, "%s reads lines of OLD NEW REF", hook);
		}
		list->items = arena_grow(arena, list->items, list->count, &list->room,
		                         sizeof(*list->items));
		list->items[list->count++] = pushed;
	}
	return result;
}
