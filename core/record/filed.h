/*
 * What is filed beside the ratings: observations, close-downs, plans of actions and
 * papers, each with every version that landed.
 *
 * A document of these kinds is known by its plan, its kind and its `id:`, never by its path.
 * The versions own their documents; the record must outlive them.
 */
#ifndef RECORD_FILED_H
#define RECORD_FILED_H

#include "record/record.h"

struct filed_version {
	const struct landing *landing;
	const char *path;
	struct object_id blob;
	struct document *document;  /* whole */
	const struct landing *left; /* took it away, before another landed or for good; or NULL */
	bool resumed;               /* of what is published: the version before was exempt */
};

struct filed {
	const char *plan_id;
	const struct plan_record *plan; /* NULL where the plan is no longer there */
	enum kind_id kind;
	const char *id;
	struct filed_version *versions; /* as they landed; at least one */
	size_t count, room;
	/* Of what is published: so many more behind them, which are exempt or were replaced
	 * within a silence; and whether nothing of it was ever open. */
	size_t kept_back;
	bool unpublished;
	const struct landing *withdrawn; /* the landing that took it away, or NULL */
};

struct cabinet {
	struct filed *items; /* by plan, kind and id */
	size_t count, room;
	struct arena arena;
};

/* Reads all that was ever filed. Release with cabinet_release(), on failure too. */
int cabinet_read(const struct record *record, struct cabinet *cabinet, struct error *error)
	__attribute__((warn_unused_result));

void cabinet_release(struct cabinet *cabinet);

/* The one with this id in the plan, or NULL. */
const struct filed *cabinet_find(const struct cabinet *cabinet, const char *plan_id,
                                 enum kind_id kind, const char *id);

/*
 * The one that NAME means, an id or `plan/id`, of any kind: how many there are of that name.
 * *FOUND is the first.
 */
size_t cabinet_named(const struct cabinet *cabinet, const char *name, const struct filed **found);

/* The version that stands: the last that landed. */
const struct filed_version *filed_version(const struct filed *filed);

/* The document that stands, or NULL where it was withdrawn. */
const struct document *filed_document(const struct filed *filed);

#endif
