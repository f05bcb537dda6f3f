/*
 * Odd repositories: copies of one that is sound, each with something done to it by git
 * or to git's files, and what ragtrail makes of them.
 */
#ifndef SUPPORT_ODD_H
#define SUPPORT_ODD_H

#include "support/command.h"

/* What is printed where nothing is wrong: the same as of the sound repository. */
extern const char odd_same[];

struct odd {
	const char *name;
	/*
	 * A script of sh that runs in the copy `r`; beside it is `good`. It has the functions
	 * below, and those of odd_script().
	 */
	const char *script;
	const char *arguments; /* of ragtrail, as sh reads them; NULL: trend */
	int status;
	const char *output; /* odd_same, or a part of it; NULL: nothing is printed */
	const char *errors; /* a part of it; NULL: nothing is printed */
	const char *names;  /* a revision of `good` whose id stands in the errors too */
};

/* Makes the folder `good`: three versions of an update, all objects loose, a tag `board`. */
void odd_make_good(struct sandbox *sandbox);

/* Makes the repository, runs ragtrail in it and compares. */
void odd_check(struct sandbox *sandbox, const struct odd *row);

/*
 * Runs a script in the root of the sandbox, in which `commit` commits all; `file REV` is the
 * file of a loose object; `lose REV` removes it; `shorten REV N` leaves N bytes of it;
 * `spoil REV` changes a byte in its middle; `write_raw TYPE` stores what it reads as an object
 * without a look at it, and `move ID` makes `main` point to that.
 */
struct outcome odd_script(struct sandbox *sandbox, const char *script);

#endif
