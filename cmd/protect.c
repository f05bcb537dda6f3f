#include "protect.h"

#include <fnmatch.h>
#include <string.h>

#include "git.h"

#define BRANCHES "refs/heads/"

void protect_read(struct arena *arena, struct protect *protect)
{
	const char *const *settings = git_settings(arena, "ragtrail.protect");
	const char *head = GIT_LINE(arena, "symbolic-ref", "-q", "HEAD");
	size_t count = 0, most = 0;
	while (settings[most] != NULL)
		most++;
	const char **patterns = arena_new(arena, (most + 2) * sizeof(*patterns));
	for (size_t i = 0; i < most; i++)
		if (settings[i][0] == '\0') /* as everywhere in git: forget those before */
			count = 0;
		else
			patterns[count++] =
				strncmp(settings[i], "refs/", 5) == 0
					? settings[i]
					: arena_printf(arena, BRANCHES "%s", settings[i]);
	if (count == 0)
		patterns[0] = head;
	patterns[count == 0 ? 1 : count] = NULL;
	*protect = (struct protect){patterns, NULL, count == 0};
	/* HEAD's branch, or where that is not protected the first that is and has a name. */
	if (head != NULL && protect_holds(protect, head))
		protect->shown = head;
	for (size_t i = 0; protect->shown == NULL && patterns[i] != NULL; i++)
		if (strpbrk(patterns[i], "*?[\\") == NULL)
			protect->shown = patterns[i];
}

bool protect_holds(const struct protect *protect, const char *ref)
{
	for (size_t i = 0; protect->patterns[i] != NULL; i++)
		if (fnmatch(protect->patterns[i], ref, 0) == 0)
			return true;
	return false;
}
