#include "rules/finding.h"

#include <stdlib.h>
#include <string.h>

const char *severity_word(enum severity severity)
{
	static const char *const words[SEVERITY_COUNT] = {"error", "warning", "explained", "off"};
	return words[severity];
}

static const char *copy(struct arena *arena, const char *text)
{
	return text == NULL ? NULL : arena_text(arena, text, strlen(text));
}

void findings_add(struct findings *findings, const struct finding *finding)
{
	struct arena *arena = &findings->arena;
	if (finding->severity == SEVERITY_OFF)
		return;
	findings->items = arena_grow(arena, findings->items, findings->count, &findings->room,
	                             sizeof(*findings->items));
	struct finding *added = &findings->items[findings->count++];
	*added = *finding;
	added->path = copy(arena, finding->path);
	added->message = copy(arena, finding->message);
	added->answer = copy(arena, finding->answer);
	findings->totals[finding->severity]++;
}

static int compare(const void *a, const void *b)
{
	const struct finding *first = a, *second = b;
	int order = strcmp(first->path, second->path);
	if (order == 0)
		order = first->place.line - second->place.line;
	if (order == 0)
		order = first->place.column - second->place.column;
	if (order == 0)
		order = strcmp(first->rule, second->rule);
	return order != 0 ? order : strcmp(first->message, second->message);
}

void findings_sort(struct findings *findings)
{
	size_t kept = 0;
	if (findings->count == 0)
		return;
	qsort(findings->items, findings->count, sizeof(*findings->items), compare);
	for (size_t i = 1; i < findings->count; i++) {
		if (compare(&findings->items[kept], &findings->items[i]) == 0)
			findings->totals[findings->items[i].severity]--;
		else
			findings->items[++kept] = findings->items[i];
	}
	findings->count = kept + 1;
}

void findings_release(struct findings *findings)
{
	arena_release(&findings->arena);
	*findings = (struct findings){0};
}
