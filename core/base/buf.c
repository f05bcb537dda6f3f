#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

const char buf_empty[1] = "";

void buf_release(struct buf *buf)
{
	if (buf->room != 0)
		free(buf->bytes);
	buf->bytes = (char *)buf_empty;
	buf->length = buf->room = 0;
}

void buf_clear(struct buf *buf)
{
	buf->length = 0;
	if (buf->room != 0)
		buf->bytes[0] = '\0';
}

/* Makes room for LENGTH more bytes and the NUL. */
static void reserve(struct buf *buf, size_t length)
{
	size_t wanted = buf->length + length + 1;
	if (wanted <= buf->room)
		return;
	size_t room = buf->room < 64 ? 64 : buf->room * 2;
	if (room < wanted)
		room = wanted;
	buf->bytes = mem_resize(buf->room == 0 ? NULL : buf->bytes, room, 1);
	buf->room = room;
}

void buf_add(struct buf *buf, const char *bytes, size_t length)
{
	if (length == 0)
		return;
	reserve(buf, length);
	memcpy(buf->bytes + buf->length, bytes, length);
	buf->length += length;
	buf->bytes[buf->length] = '\0';
}

char *buf_extend(struct buf *buf, size_t length)
{
	reserve(buf, length);
	char *start = buf->bytes + buf->length;
	buf->length += length;
	buf->bytes[buf->length] = '\0';
	return start;
}

void buf_text(struct buf *buf, const char *text)
{
	buf_add(buf, text, strlen(text));
}

void buf_byte(struct buf *buf, char byte)
{
	buf_add(buf, &byte, 1);
}

void buf_repeat(struct buf *buf, char byte, size_t count)
{
	if (count == 0)
		return;
	reserve(buf, count);
	memset(buf->bytes + buf->length, byte, count);
	buf->length += count;
	buf->bytes[buf->length] = '\0';
}

void buf_printf(struct buf *buf, const char *format, ...)
{
	va_list arguments, again;
	va_start(arguments, format);
	va_copy(again, arguments);
	int length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	if (length > 0) {
		reserve(buf, (size_t)length);
		vsnprintf(buf->bytes + buf->length, (size_t)length + 1, format, again);
		buf->length += (size_t)length;
	}
	va_end(again);
}

void buf_rune(struct buf *buf, unsigned rune)
{
	if (rune < 0x80) {
		buf_byte(buf, (char)rune);
	} else if (rune < 0x800) {
		buf_byte(buf, (char)(0xc0 | rune >> 6));
		buf_byte(buf, (char)(0x80 | (rune & 0x3f)));
	} else if (rune < 0x10000) {
		buf_byte(buf, (char)(0xe0 | rune >> 12));
		buf_byte(buf, (char)(0x80 | (rune >> 6 & 0x3f)));
		buf_byte(buf, (char)(0x80 | (rune & 0x3f)));
	} else {
		buf_byte(buf, (char)(0xf0 | rune >> 18));
		buf_byte(buf, (char)(0x80 | (rune >> 12 & 0x3f)));
		buf_byte(buf, (char)(0x80 | (rune >> 6 & 0x3f)));
		buf_byte(buf, (char)(0x80 | (rune & 0x3f)));
	}
}

char *buf_detach(struct buf *buf)
{
	char *bytes = buf->room == 0 ? mem_text("", 0) : buf->bytes;
	buf->bytes = (char *)buf_empty;
	buf->length = buf->room = 0;
	return bytes;
}
