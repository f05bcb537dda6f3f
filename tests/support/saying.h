/*
 * Saying: an update says a sentence, and one rule of candour is asked about it.
 */
#ifndef SUPPORT_SAYING_H
#define SUPPORT_SAYING_H

#include <stdbool.h>
#include <stddef.h>

#include "support/sandbox.h"

/* Documents of the plan that is written. */
#define SAYING_A "plans/better/culture.md"
#define SAYING_B "plans/better/homes.md"
#define SAYING_O "plans/better/overview.md"

/* A plan with committees, their meetings, and people. */
const char *saying_plan(struct sandbox *sandbox);

/* A repository "repo" whose working tree holds the plan alone. */
void saying_begin(struct sandbox *sandbox);

/* What is found by the rule in the working tree, its evidence included. */
const char *saying_found(struct sandbox *sandbox, const char *rule, bool recorded);

/* A sentence of an update, and a part of what the rule says of it; NULL: nothing. */
struct said {
	const char *says, *found;
};

/* Fails the test where an update that says one of them is told anything else. */
void saying_check(struct sandbox *sandbox, const char *rule, const struct said *rows, size_t count);

/* The same of each of the sentences, which end with NULL, with one PART for all. */
void saying_check_each(struct sandbox *sandbox, const char *rule, const char *const *sentences,
                       const char *part);

#define SAYING_CHECK(sandbox, rule, rows)                                                          \
	saying_check(sandbox, rule, rows, sizeof(rows) / sizeof((rows)[0]))

#endif
