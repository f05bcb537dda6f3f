/*
 * What the ways to check have in common: a run of `ragtrail check`.
 */
#ifndef CMD_CHECK_H
#define CMD_CHECK_H

#include "command.h"
#include "narrow.h"
#include "record/collection.h"
#include "rules/rules.h"

/* Its parts are released by command_check(). */
struct check {
	struct as_of when;
	bool staged, candour, quiet;
	int count; /* of paths that were named */
	char **paths;
	enum narrow_in in; /* what these are of */
	struct repo *repo;
	struct record *record; /* NULL: there is none to compare with */
	struct collection collection;
	struct findings findings;
	size_t stood;    /* findings that stood before the change, and are left out */
	bool uncompared; /* there is a record, but it could not be read at once */
	struct error error;
};

/*
 * Judges the collection by every rule: by those of candour where that was asked for, or
 * where a plan has made errors of them.
 */
int check_judge(struct check *check, const struct collection *collection, struct findings *findings)
	__attribute__((warn_unused_result));

/*
 * Judges what a commit of the index would change. The collection is empty where that is
 * nothing. Returns 0, or -1 with check->error filled.
 */
int check_staged(struct check *check) __attribute__((warn_unused_result));

/* Says on standard error what was left out, and why. */
void check_staged_remarks(const struct check *check);

#endif
