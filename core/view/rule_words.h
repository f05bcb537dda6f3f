/*
 * What there is to say of a rule, before any form: the words that the terminal, the
 * manual and the site have in common.
 */
#ifndef VIEW_RULE_WORDS_H
#define VIEW_RULE_WORDS_H

#include <stdbool.h>

#include "base/buf.h"
#include "rules/page.h"
#include "rules/rules.h"

/* A line of an example as readers see it. */
struct example_shown {
	bool inner;  /* of a file; else a file's path, or what was done in git */
	bool marked; /* the finding stands there */
	const char *text;
};

typedef void (*example_visitor)(const struct example_shown *line, void *context);

/* Calls VISIT for each line; where only part of a file is given, `...` is a line of it. */
void rule_example(const char *example, example_visitor visit, void *context);

/* What a reader must know of the notation of examples. */
extern const char rule_notation[];

/* How a plan and how a document answers a finding, a sentence or more; and that they cannot. */
extern const char rule_in_plan[], rule_in_document[];
const char *rule_not_answered(const struct rule *rule,
                              enum rule_answer answer); /* NULL where both can */

/*
 * The rules as they are listed, group by group: those of form, then those of candour by what
 * they are about. The group's first rule from number AT on, or rule_count behind the last.
 */
size_t rule_of_group(enum rule_family group, size_t at);

/* "Form" and "Candour: rating against dates": a group's heading. False for one without rules. */
bool rule_group_heading(enum rule_family group, struct buf *out);

bool rule_has_plan_answer(enum rule_answer answer);
bool rule_has_document_answer(enum rule_answer answer);

/* The two lines to write for it, each ended by a line feed. */
void rule_severity_lines(const struct rule *rule, struct buf *out);
void rule_explained_lines(const struct rule *rule, struct buf *out);

#endif
