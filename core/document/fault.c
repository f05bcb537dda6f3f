#include "document/fault.h"

#include <stdarg.h>
#include <stdio.h>

void fault_add(struct faults *faults, const char *rule, struct place place, const char *format, ...)
{
	if (faults->count == FAULTS_MOST)
		return;
	char message[1024];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	faults->items = arena_grow(faults->arena, faults->items, faults->count, &faults->room,
	                           sizeof(*faults->items));
	faults->items[faults->count++] = (struct fault){
		.rule = rule,
		.place = place,
		.message = arena_printf(faults->arena, "%s", message),
	};
}
