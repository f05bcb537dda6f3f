/*
 * The page of each rule: why it is there, an example that breaks it and one that does not.
 *
 * A page is one row in the file of its group: pages_form.c, pages_slips.c, pages_tree.c,
 * pages_past.c and so on (another group is another file and a line in
 * page.c). What the rule wants and how a plan or a document answers it come from the rule itself. A
 * test runs every example: the bad one yields findings of this rule and no other, the good one
 * yields none.
 *
 * An example is a text in lines. A line that begins with `== ` is a step:
 *
 *   == plans/demo/procurement.md        a file: a complete document in which the fields and
 *                                       sections below stand in the place of its own (a plan
 *                                       where its name is plan.md, an overview or a plan
 *                                       where a line below says that kind, else an update)
 *   == whole plans/demo/procurement.md  a file that is exactly the lines below
 *   == link PATH -> TARGET              a symbolic link
 *   == delete PATH                      a file is deleted
 *   == commit WHO                       commits the files above; so does a merge
 *   == commit WHO on DATE               the same, dated otherwise
 *   == branch NAME                      a new branch, and goes to it
 *   == switch NAME                      goes to a branch
 *   == merge NAME WHO                   merges it into the branch that one is on
 *   == pull NAME WHO                    the same, as `git pull` calls it
 *
 * What follows the last commit is in the working tree; the example is judged there,
 * against the record of the commits above. Of a rule about landings it is the last
 * commit that is judged, as a push of it would be. A plan `plans/demo/plan.md` with the
 * workstreams procurement and governance, from May 2023 to March 2025, is there unless
 * the example brings one.
 *
 * Any other line is a line of the file above; `=> ` before it marks where the bad
 * example's finding stands. Without a mark that is the first line of a file. In a path
 * or a line `(U+200B)` is a character, `(byte F6)` a byte, `(tab)` a tab,
 * `(9000 letters)` so many letters, and in a line `(id of the commit above)` its forty
 * digits: readers see these words, and the test what they mean.
 */
#ifndef RULES_PAGE_H
#define RULES_PAGE_H

#include <stdbool.h>
#include <stddef.h>

/* How a finding of the rule can be answered. */
enum rule_answer {
	ANSWER_IN_BOTH,     /* `severity:` in the plan, `explained:` in the document */
	ANSWER_IN_PLAN,     /* `severity:` alone: the document cannot be read, or is none */
	ANSWER_IN_DOCUMENT, /* `explained:` alone: there is no plan */
	ANSWER_IN_NEITHER,  /* it must be mended */
};

struct rule_page {
	const char *id;   /* the rule's; NULL in the row behind the last of a group */
	const char *why;  /* whole sentences; code stands in `backquotes` */
	const char *bad;  /* an example */
	const char *good; /* the same, mended */
	enum rule_answer answer;
};

/* The page of the rule with this id, or NULL. */
const struct rule_page *rule_page(const char *id);

enum example_step {
	EXAMPLE_LINE, /* of the file above */
	EXAMPLE_FILE,
	EXAMPLE_WHOLE,
	EXAMPLE_LINK,
	EXAMPLE_DELETE,
	EXAMPLE_COMMIT,
	EXAMPLE_BRANCH,
	EXAMPLE_SWITCH,
	EXAMPLE_MERGE,
	EXAMPLE_PULL,
};

struct example_line {
	enum example_step step;
	bool marked;
	const char *text; /* without the notation: the line, the path, the name */
	size_t length;
	/* Behind the first word of a merge, and behind ` -> ` of a link; else empty. */
	const char *rest;
	size_t rest_length;
};

/* Reads the line at *AT and goes on behind it. False at the example's end. */
bool example_next(const char **at, struct example_line *line);

#endif
