/*
 * Published papers: which version was, and the record that its figures are from.
 *
 * `ragtrail publish` writes `as_of:` into a paper, the full id of the commit whose record the
 * paper shows. From the version that first landed with it a paper is frozen: what follows is
 * no other edition of it, and what is new goes into a paper of its own.
 */
#ifndef RECORD_PUBLISHED_H
#define RECORD_PUBLISHED_H

#include "record/filed.h"

/* The version that was published, or NULL. */
const struct filed_version *published_version(const struct filed *filed);

/*
 * The line, from 1, in which one text differs first from the other, whatever its line ends;
 * 0 where none does.
 */
int published_difference(const struct document *published, const struct document *now);

enum as_of_type {
	AS_OF_FOUND,
	AS_OF_NO_ID,   /* not the forty digits of a commit */
	AS_OF_UNKNOWN, /* this repository has no such commit */
	AS_OF_ASIDE,   /* it has, and the record does not build on it */
};

/* What an `as_of:` leads to, seen from a record; *COMMIT where it is found or aside. */
enum as_of_type as_of_find(const struct record *record, const char *text, struct object_id *commit);

/* Why it leads nowhere: "the commit ... is not in this repository", and what to do. */
void as_of_explain(enum as_of_type type, const char *text, struct error *why);

/*
 * The commit that published: the one that put this version on top of the commit that its
 * `as_of:` names. False where the record has none.
 */
bool published_commit(const struct record *record, const struct filed_version *published,
                      struct object_id *commit);

#endif
