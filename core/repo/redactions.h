/*
 * Redactions: what a server wrote down of a history that was replaced, so that personal
 * data could go.
 *
 * They are kept beside the receipts, in the tree of refs/ragtrail/receipts, as a file
 * `redactions/<new tip>`: lines `redaction: <old tip> <new tip>`, `received:`, `account:`
 * and `ref:` as a receipt has them, and `who:` and `why:` as the commit at the new tip says
 * them. Each landing of the new history has the receipt of the one in whose place it stands,
 * with a line `redacted: <that landing>`.
 */
#ifndef REPO_REDACTIONS_H
#define REPO_REDACTIONS_H

#include "repo/receipts.h"

#define REDACTIONS_FOLDER "redactions"

/* A landing, and the one that takes its place. */
struct replacement {
	struct object_id before, after;
};

struct redaction {
	struct object_id before, after; /* the tips */
	int64_t received;               /* seconds since 1970 */
	const char *account;            /* from which it was pushed; NULL where not known */
	const char *ref;
	const char *who, *why; /* any bytes */
};

/*
 * Puts a redaction on record: REDACTION and, for each pair of a landing and the one in its
 * place, the receipt again. Does nothing where it is on record already.
 */
int redaction_write(struct repo *repo, const struct redaction *redaction,
                    const struct replacement *pairs, size_t count, struct error *error)
	__attribute__((warn_unused_result));

/* The new tips of all redactions, in the arena. */
int redactions_list(struct repo *repo, const struct receipts *receipts, struct arena *arena,
                    struct object_id **tips, size_t *count, struct error *error)
	__attribute__((warn_unused_result));

/* The redaction whose new tip is this commit, in the arena; *FOUND says whether there is one. */
int redaction_find(struct repo *repo, const struct receipts *receipts, const struct object_id *tip,
                   struct arena *arena, struct redaction *redaction, bool *found,
                   struct error *error) __attribute__((warn_unused_result));

#endif
