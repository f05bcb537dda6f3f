/*
 * A growing text buffer. Views write into one; nothing in core prints.
 *
 * `bytes` is never NULL and always NUL-terminated, so an empty buffer reads as "".
 * Start with BUF_INIT, end with buf_release(); a released buffer is usable again.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>

struct buf {
	char *bytes;
	size_t length;
	size_t room; /* 0 while `bytes` is the shared empty text */
};

extern const char buf_empty[1];

#define BUF_INIT                                                                                   \
	{                                                                                          \
		(char *)buf_empty, 0, 0                                                            \
	}

void buf_release(struct buf *buf);

/* Empties the buffer and keeps its memory. */
void buf_clear(struct buf *buf);

void buf_add(struct buf *buf, const char *bytes, size_t length);
void buf_text(struct buf *buf, const char *text);

/* Makes the text LENGTH bytes longer, and returns where they begin: the caller fills them. */
char *buf_extend(struct buf *buf, size_t length) __attribute__((returns_nonnull));

void buf_byte(struct buf *buf, char byte);
void buf_repeat(struct buf *buf, char byte, size_t count);
void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Appends the code point as UTF-8. */
void buf_rune(struct buf *buf, unsigned rune);

/*
 * Passes on what there is so far and empties the buffer, so that what is long need never
 * be in memory whole.
 */
typedef void (*buf_drain)(struct buf *buf);

/* Hands over the bytes; the caller frees them. The buffer is empty again. */
char *buf_detach(struct buf *buf) __attribute__((returns_nonnull, warn_unused_result));

#endif
