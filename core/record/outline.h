/*
 * The outline of a record: which periods stand on record, since which commit and in which
 * file; all that one document is compared with before it is committed.
 *
 * Whoever reads the record of HEAD leaves its outline in the git folder, so that a hook
 * need not read a long history, nor all that is kept of it.
 */
#ifndef RECORD_OUTLINE_H
#define RECORD_OUTLINE_H

#include "record/collection.h"
#include "record/record.h"

/* Keeps the outline of a record, where that is HEAD's and not kept already. */
void outline_keep(struct record *record);

/*
 * The outline of COMMIT, for what is in the collection: the one that was kept of it, or of a
 * landing not long before. NULL where there is none, or it cannot be read.
 *
 * Of a plan there are only its series, of a series its standings, of a standing its holder and
 * one version with its path, its blob, its landing and its rating as written, and no reading. The
 * series of workstreams that documents in the collection are about are there as far as they are
 * known; of others only what the files speak of that stand beside and are not read yet, or that are
 * changed or taken away. What the last landings took off the record is left out in doubt, and so
 * may be what they merged. Release it with record_free().
 */
struct record *outline_read(struct repo *repo, const struct object_id *commit,
                            const struct collection *collection)
	__attribute__((warn_unused_result));

#endif
