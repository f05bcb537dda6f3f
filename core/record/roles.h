/*
 * Roles: whom a plan names to set ratings (`raters`) and to change the plan itself
 * (`owners`), and whether a commit is by one of them.
 *
 * An entry is an e-mail address, compared with the author's as git compares addresses:
 * ASCII letters in upper or lower case are the same, all else byte by byte. That is the
 * author's claim. An entry `key:ADDRESS` asks for proof: the author has this address, and
 * git itself verifies the commit's one signature by a key of this address in its file of
 * allowed signers.
 *
 * Roles are those of the plan as it was before the landing: nobody appoints himself.
 */
#ifndef RECORD_ROLES_H
#define RECORD_ROLES_H

#include "document/plan.h"
#include "repo/landing.h"

enum warrant {
	WARRANT_OPEN,     /* the plan names nobody, so anybody may */
	WARRANT_GIVEN,    /* the author is named, and has proved it where that is asked */
	WARRANT_LACKING,  /* the author is not named */
	WARRANT_UNPROVEN, /* the author is named by a key, and the commit proves nothing */
};

/* Who may set the rating of a workstream, or of the programme where that is NULL. */
const struct list *roles_raters(const struct plan *plan, const char *workstream);

/* True where the list names anybody. */
bool roles_named(const struct list *list);

/*
 * Whether the list names this author. WARRANT_UNPROVEN means: by a key alone, so that the
 * commit's signature decides.
 */
enum warrant roles_find(const struct list *list, const char *email);

/* True for an entry that can name somebody. */
bool role_is_clear(const char *entry);

#endif
