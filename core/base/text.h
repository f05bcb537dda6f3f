/*
 * Questions about text: is it UTF-8, how many characters, is it a slug, which
 * known word did the writer mean, how does it look in a terminal.
 *
 * A character is a Unicode code point; columns count characters from 1. Nothing
 * here depends on the locale.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct buf;

/*
 * Reads the code point at TEXT and sets *RUNE. Returns its length in bytes, or
 * 0 where the bytes are not valid UTF-8 (overlong forms and surrogates included)
 * or LENGTH is 0.
 */
size_t text_rune(const char *text, size_t length, unsigned *rune);

/* The offset of the first byte that is not valid UTF-8, or LENGTH when all is. */
size_t text_invalid(const char *text, size_t length);

/* The number of characters in LENGTH bytes; an invalid byte counts as one. */
size_t text_characters(const char *text, size_t length);

/* True where the name stands in the text, and not as part of a word or an id. */
bool text_names(const char *text, const char *name);

/* The columns the text takes in a terminal (wide characters two, marks none). */
size_t text_width(const char *text);

/* True for [a-z0-9][a-z0-9-]{0,63}. */
bool text_is_slug(const char *text);

/* ASCII letters lowered; equal ignoring ASCII case. */
char text_lower(char byte);
bool text_equal_folded(const char *a, const char *b);

/* True for the same text. Most words differ in their first two letters, and long lists are asked.
 */
static inline bool text_equal(const char *a, const char *b)
{
	return a[0] == b[0] && (a[0] == '\0' || (a[1] == b[1] && strcmp(a, b) == 0));
}

/* True where TEXT is one of the list, which ends with NULL, to the letter. */
bool text_is_one_of(const char *text, const char *const *list);

/*
 * The small letter of a Latin, Greek or Cyrillic capital; any other character is its own.
 * Enough to tell which file names a disk without capitals would take for one.
 */
unsigned text_fold(unsigned rune);

/*
 * True for a file's name that means a device on Windows, whatever its capitals and
 * whatever follows its first dot: con, nul.txt, LPT1.
 */
bool text_is_device(const char *name, size_t length);

/* True for characters that change the direction of text or take no space. */
bool text_is_hidden_rune(unsigned rune);

/* True for spaces that look like an ordinary one, and that YAML and Markdown take for text. */
bool text_is_odd_space(unsigned rune);

/*
 * The nearest of COUNT words, or NULL when none is near enough to be meant.
 * Case is ignored; at most a third of the letters, rounded up, may differ.
 */
const char *text_nearest(const char *word, const char *const *words, size_t count);

/*
 * Appends the text so that it is safe to show in a terminal: control characters,
 * bidirectional controls and invalid bytes become U+FFFD; line breaks a space.
 */
void text_add_visible(struct buf *buf, const char *text, size_t length);

#endif
