/*
 * Stories told as the examples of the rules' pages are (rules/page.h), and what one rule of
 * candour has to say of them.
 */
#ifndef SUPPORT_TELLING_H
#define SUPPORT_TELLING_H

#include "support/sandbox.h"

/* One story of a table. */
struct telling {
	const char *name, *story;
	const char *found; /* the findings of the rule and their evidence; "" for none */
};

/*
 * The findings of the rule alone, each with the lines of its evidence, as `check` prints
 * them; of a commit no more than that there is one.
 */
const char *told(struct sandbox *sandbox, const char *rule, const char *story);

/* Tells each story, and fails at the first in which something else is found. */
void tell_all(struct sandbox *sandbox, const char *rule, const struct telling *tellings,
              size_t count);

#endif
