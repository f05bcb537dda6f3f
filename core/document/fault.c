#include "document/fault.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"

void fault_add(struct faults *faults, const char *rule, struct place place, const char *format, ...)
{
	if (faults->count == FAULTS_MOST)
		return;
	char message[1024];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	/* What it quotes may have line breaks, and may be cut in the middle of a character. */
	struct buf visible = BUF_INIT;
	text_add_visible(&visible, message, strlen(message));
	faults->items = arena_grow(faults->arena, faults->items, faults->count, &faults->room,
	                           sizeof(*faults->items));
	faults->items[faults->count++] = (struct fault){
		.rule = rule,
		.place = place,
		.message = arena_text(faults->arena, visible.bytes, visible.length),
	};
	buf_release(&visible);
}
