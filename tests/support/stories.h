/*
 * Stories: tables of small histories, in the notation of the rules' pages (rules/page.h),
 * with what one family of the rules of candour has to say of each.
 */
#ifndef SUPPORT_STORIES_H
#define SUPPORT_STORIES_H

#include "rules/rules.h"
#include "support/example.h"

struct story_row {
	const char *name, *story;
	const char *found; /* as text, ids of commits left out; NULL: nothing */
};

/* Judges each story by all rules, and compares what those of the family found. */
void stories_judge(struct sandbox *sandbox, enum rule_family family, const struct story_row *rows,
                   size_t count);

#endif
