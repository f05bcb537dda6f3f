/*
 * The readings of a lineage's blobs, each read once however many commits hold it.
 */
#ifndef RECORD_READINGS_H
#define RECORD_READINGS_H

#include "base/map.h"
#include "record/reading.h"
#include "repo/lineage.h"

/* What one blob says. */
struct told {
	const struct reading *reading; /* NULL: no update and no overview, or WHY */
	const char *why; /* it cannot be read as one; NULL where it can, or is a plan */
	bool known;      /* it has been read */
	bool usual_plan; /* it is a plan, and rates by the usual scale */
};

struct recalled;

struct readings {
	struct repo *repo;
	const struct lineage *lineage;
	enum depth depth;
	struct told *items; /* by the blob's number */
	size_t count, room;
	struct recalled *recalled;     /* see recalled.h; or NULL */
	size_t new_commits, new_blobs; /* that were read, since nothing was kept of them */
	struct map texts;              /* words that many readings share */
	/* The words that were shared last, by where they came from. */
	struct {
		const char *from, *shared;
	} recent[256];
	struct buf bytes;
	struct arena *arena; /* of the record */
};

/* What blob number BLOB says; nothing for LINEAGE_NONE. */
int readings_find(struct readings *readings, uint32_t blob, struct told *told, struct error *error)
	__attribute__((warn_unused_result));

/* Room for what every blob of the lineage says. */
void readings_make_room(struct readings *readings);

/* The same word for the same text, for texts that live as long as the record. */
const char *readings_share(struct readings *readings, const char *text);

void readings_release(struct readings *readings);

#endif
