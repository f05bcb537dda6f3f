/*
 * A push as the server judges it, before anything of it is taken in: what hook_receive.c
 * and receive_refs.c share.
 */
#ifndef CMD_RECEIVE_H
#define CMD_RECEIVE_H

#include "command.h"
#include "protect.h"
#include "pushed.h"
#include "repo/redactions.h"
#include "rules/finding.h"

struct receive {
	struct repo *repo;
	struct arena *arena;
	struct protect protect;
	const char *const *published; /* patterns of tags that stay where they are; then NULL */
	struct pushed_list pushed;
	int64_t now;
	size_t refused; /* what keeps the push out */
	/* Of a redaction: each landing, and the one that takes its place; else NULL. */
	const struct replacement *pairs;
	size_t pair_count;
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

/* True for a branch that is protected under this name. */
bool receive_is_protected(struct receive *receive, const struct pushed *pushed);

/*
 * Refuses branches pushed to a server whose HEAD names one that is not there, where nobody
 * has said which are protected: nothing would be.
 */
int receive_guarded(struct receive *receive) __attribute__((warn_unused_result));

/* Says what was found, errors first and not too much of it, and counts the errors. */
void receive_findings(struct receive *receive, const struct findings *findings);

/* Whether the server's settings permit exactly this replacement of a branch. */
bool receive_is_permitted(struct arena *arena, const struct pushed *pushed);

/* Judges a replacement that is permitted; keeps its pairs of landings where it may be. */
int receive_redaction(struct receive *receive, const struct pushed *pushed)
	__attribute__((warn_unused_result));

/* True for a landing, and the one that takes its place. */
bool receive_is_replaced(const struct receive *receive, const struct object_id *before,
                         const struct object_id *after);

/* "main" of "refs/heads/main"; any other name whole. */
const char *receive_name(const char *ref);

#endif
