/*
 * Walking a rendered site as a reader does: from home, by links alone.
 *
 * What the pages say is read as text: without markup, each run of blanks as one.
 */
#ifndef SUPPORT_WALKING_H
#define SUPPORT_WALKING_H

#include "support/sandbox.h"

/* A page that links lead to. */
struct walked {
	const char *path; /* from the site's folder */
	const char *text; /* of its main part */
	int clicks;       /* from home, which has none */
};

struct walk {
	struct walked *pages; /* nearest first */
	size_t count;
};

/*
 * Reads the site in that folder of the sandbox by breadth-first search. Fails where a link
 * leads to a page that is not there.
 */
struct walk walk_site(struct sandbox *sandbox, const char *folder);

/*
 * The nearest page that says all of TEXTS, which end with NULL, one behind the other and
 * close together; or NULL.
 */
const struct walked *walk_find(const struct walk *walk, const char *const *texts);

/* Fails unless a page at most CLICKS from home says so. */
#define assert_said_within(walk, clicks, ...)                                                      \
	walk_assert(walk, clicks, (const char *const[]){__VA_ARGS__, NULL}, __FILE__, __LINE__)
void walk_assert(const struct walk *walk, int clicks, const char *const *texts, const char *file,
                 int line);

#endif
