#include "view/fingerprint.h"

#include <inttypes.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"

/* FNV-1a: it tells findings apart, and keeps no secret. */
static uint64_t hash_of(const struct buf *text)
{
	uint64_t hash = 14695981039346656037ULL;
	for (size_t i = 0; i < text->length; i++)
		hash = (hash ^ (unsigned char)text->bytes[i]) * 1099511628211ULL;
	return hash;
}

/* "first on line 12" says the same as "first on line 14". */
static void add_without_lines(struct buf *text, const char *message)
{
	static const char word[] = "line ";
	const char *at;
	while ((at = strstr(message, word)) != NULL) {
		at += strlen(word);
		buf_add(text, message, (size_t)(at - message));
		message = at + strspn(at, "0123456789");
	}
	buf_text(text, message);
}

const char *fingerprint_next(struct fingerprints *fingerprints, const struct finding *finding)
{
	struct buf text = BUF_INIT;
	buf_printf(&text, "%s\n%s\n", finding->path, finding->rule);
	add_without_lines(&text, finding->message);
	const char *base = arena_printf(&fingerprints->arena, "%016" PRIx64, hash_of(&text));
	buf_release(&text);
	size_t *count = map_get(&fingerprints->counts, base);
	if (count == NULL) {
		count = arena_new(&fingerprints->arena, sizeof(*count));
		map_set(&fingerprints->counts, base, count);
	}
	++*count;
	return arena_printf(&fingerprints->arena, "%s-%zu", base, *count);
}

void fingerprints_release(struct fingerprints *fingerprints)
{
	map_release(&fingerprints->counts);
	arena_release(&fingerprints->arena);
}
