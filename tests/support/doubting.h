/*
 * Doubting: small stories of one workstream, and what a family of rules asks of them.
 */
#ifndef SUPPORT_DOUBTING_H
#define SUPPORT_DOUBTING_H

#include "rules/rules.h"
#include "support/sandbox.h"

enum { TELLINGS_MOST = 4 };

/* An update that breaks no rule, but for what is given. */
struct telling {
	const char *period;    /* NULL: there is no more */
	const char *rag;       /* NULL: green */
	const char *extra;     /* lines of front matter */
	const char *words;     /* in the place of the key activities' text */
	const char *rationale; /* in the place of the rationale's */
};

struct story_told {
	const char *name;
	struct telling tellings[TELLINGS_MOST];
	const char *found; /* "" where nothing is asked */
};

/* What the family asks of the repository in FOLDER, without a record, as text. */
const char *doubted(struct sandbox *sandbox, enum rule_family family, const char *folder);

/*
 * Judges each story in a repository of its own, without a record; the update of a period is
 * plans/better/PERIOD.md. What the family asks must be exactly what is said to be found.
 */
void stories_check(struct sandbox *sandbox, enum rule_family family,
                   const struct story_told *stories, size_t count);

/* Where the sentence stands. */
enum spot { IN_ACTIVITIES, IN_RATIONALE, AS_TITLE, AS_MITIGATION };

/* What one rule asks of one update. */
struct saying {
	const char *rule;
	enum spot spot;
	const char *rag, *extra;
};

/*
 * Puts each sentence into an update of its own: the rule must ask of each of the first
 * list, and of none of the second. Both end with NULL.
 */
void sentences_check(struct sandbox *sandbox, const struct saying *saying, const char *const *asked,
                     const char *const *silent);

#endif
