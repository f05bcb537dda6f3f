/*
 * The file in which an outline is kept: a head, a list of plans, and for each its rows and then its
 * texts, whose numbers are their offsets. Each part has a checksum, so that one can be read alone.
 *
 * Seen by outline.c, which reads it, and outline_keep.c, which writes it.
 */
#ifndef RECORD_OUTLINE_FILE_H
#define RECORD_OUTLINE_FILE_H

#include <stdint.h>

#include "repo/object.h"
#include "repo/repo.h"

struct outline_head {
	char magic[8];
	char program[40];
	struct object_id tip, receipts;
	uint32_t plans, nothing;
	uint64_t checksum; /* of the list and of what is above */
};

struct outline_entry {
	char id[72]; /* a plan's whose name is a slug; of others nothing is kept */
	uint32_t offset, rows, texts;
	uint32_t nothing;
	uint64_t checksum; /* of its rows and texts */
};

/* One period on record. By workstream. */
struct outline_row {
	uint32_t workstream; /* none: the overview */
	uint32_t path, rag;
	uint32_t holder; /* a path as well; none: it moved on */
	int32_t first, last;
	struct object_id landing, blob;
};

/* The head of what is kept, and the list, to be freed; NULL where it is none of this program. */
struct outline_entry *outline_read_list(struct repo *repo, struct outline_head *head);

#endif
