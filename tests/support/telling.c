#include "support/telling.h"

#include <string.h>

#include "support/example.h"
#include "support/judging.h"

enum { HEX_SHOWN = 7 };

/* TEXT without the ids of commits, which are of no story. */
static const char *without_ids(struct sandbox *sandbox, const char *text)
{
	static const char mark[] = ", commit ";
	for (const char *at = text; (at = strstr(at, mark)) != NULL;) {
		at += strlen(mark) - 1;
		size_t before = (size_t)(at - text);
		text = arena_printf(&sandbox->arena, "%.*s%s", (int)before, text,
		                    at + 1 + HEX_SHOWN);
		at = text + before;
	}
	return text;
}

const char *told(struct sandbox *sandbox, const char *rule, const char *story)
{
	static int number;
	struct arena *arena = &sandbox->arena;
	const char *folder = arena_printf(arena, "story-%d", number++);
	struct example example = example_make(sandbox, folder, story);
	const char *text = judged_candour(sandbox, folder, example.committed), *kept = "";
	const char *mark = arena_printf(arena, "[%s]\n", rule);
	bool ours = false;
	for (const char *line = text; *line != '\0'; line = next_line(line)) {
		const char *one = arena_text(arena, line, (size_t)(next_line(line) - line));
		if (one[0] != ' ')
			ours = strstr(one, mark) != NULL;
		if (ours)
			kept = arena_printf(arena, "%s%s", kept, one);
	}
	return without_ids(sandbox, kept);
}

void tell_all(struct sandbox *sandbox, const char *rule, const struct telling *tellings,
              size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *found = told(sandbox, rule, tellings[i].story);
		if (strcmp(found, tellings[i].found) != 0)
			print_error("%s, %s:\n", rule, tellings[i].name);
		assert_text(found, tellings[i].found);
	}
}
