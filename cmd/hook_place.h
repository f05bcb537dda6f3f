/*
 * The folder that git looks for hooks in, and what stands there.
 */
#ifndef CMD_HOOK_PLACE_H
#define CMD_HOOK_PLACE_H

#include "base/arena.h"
#include "hook.h"

enum hook_state {
	HOOK_MISSING,
	HOOK_INSTALLED, /* as this program would write it */
	HOOK_OLDER,     /* an earlier version of ours */
	HOOK_NEWER,     /* a later version of ours */
	HOOK_CHANGED,   /* ours, but somebody has written into it */
	HOOK_CALLING,   /* somebody else's, which calls ragtrail */
	HOOK_FRAMEWORK, /* of the program pre-commit, which writes and replaces it itself */
	HOOK_FOREIGN,   /* somebody else's */
};

struct hook_place {
	struct arena *arena;
	const char *folder; /* absolute */
	const char *shared; /* the folder that core.hooksPath names; NULL where git's own is used */
	bool bare;
};

/*
 * Finds the folder, which may not be there yet. Fails where it lies in the working tree:
 * whoever can push could then run programs on the machines of all who pull.
 */
int hook_place_find(const struct command *command, struct arena *arena, struct hook_place *place,
                    struct error *error) __attribute__((warn_unused_result));

/* The path of the hook, and of the one that it runs first. */
const char *hook_path(const struct hook_place *place, const struct hook *hook);
const char *hook_chained_path(const struct hook_place *place, const struct hook *hook);

/* What stands at the hook's path. What cannot be read is somebody else's. */
enum hook_state hook_state(const struct hook_place *place, const struct hook *hook);

/* Whether there is another one that it runs first. */
bool hook_is_chained(const struct hook_place *place, const struct hook *hook);

/* The script of the hook as one text. */
const char *hook_script(struct arena *arena, const struct hook *hook);

/* Where PATH has the program `ragtrail`, or NULL. */
const char *hook_program(struct arena *arena);

#endif
