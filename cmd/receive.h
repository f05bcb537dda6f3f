/*
 * A push as the server judges it, before anything of it is taken in: what hook_receive.c
 * and receive_refs.c share.
 */
#ifndef CMD_RECEIVE_H
#define CMD_RECEIVE_H

#include "command.h"
#include "protect.h"
#include "pushed.h"

struct receive {
	struct repo *repo;
	struct arena *arena;
	struct protect protect;
	const char *const *published; /* patterns of tags that stay where they are; then NULL */
	struct pushed_list pushed;
	int64_t now;
	size_t refused; /* references that may not be changed as the push would */
	struct error *error;
};

/* A line of one kind of word, `error`, `warning` or `hint`, on standard error. */
void receive_say(const char *word, const char *format, ...) __attribute__((format(printf, 2, 3)));

/*
 * Looks at how the push changes a reference, whatever it brings: says so and counts it
 * where that may not be. *JUDGED is set where the reference is a protected branch, so
 * that what lands there is to be judged.
 */
int receive_ref(struct receive *receive, const struct pushed *pushed, bool *judged)
	__attribute__((warn_unused_result));

/* "main" of "refs/heads/main"; any other name whole. */
const char *receive_name(const char *ref);

#endif
