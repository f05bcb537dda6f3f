/*
 * The landings of a plan as they are published: what each changed of it.
 *
 * A landing that changed nothing but what is exempt is none of them, and what is exempt is
 * none of what another changed: by what stands now, and by what the version itself says. A
 * message speaks of all that its commit changed, so that one which changed something exempt
 * too is kept back.
 */
#ifndef VIEW_LANDINGS_H
#define VIEW_LANDINGS_H

#include "record/filed.h"
#include "record/record.h"

struct site_view;
struct plan_view;

enum landed_type {
	LANDED_VERSION,    /* of an update, or of an overview */
	LANDED_WITHDRAWAL, /* of what was on record of a period */
	LANDED_FILED,      /* a version of what is filed beside the ratings */
	LANDED_UNFILED,
	LANDED_PLAN, /* plan.md */
};

/* One document that a landing changed. */
struct landed {
	enum landed_type type;
	const struct landing *landing;
	size_t place;                    /* of what it is about, among all that the plan has */
	const struct series *series;     /* of a rating; else NULL */
	const struct standing *standing; /* of a rating */
	const struct filed *filed;       /* or NULL */
	size_t index;                    /* of the version, or of the withdrawal */
	uint32_t before, after;          /* blobs of the plan.md, as in the lineage */
	/* What changed the same workstream, filed document or plan.md before and after; or NULL. */
	const struct landing *previous, *next;
};

/* What one landing changed. */
struct landing_view {
	const struct landing *landing;
	const struct landed *items; /* the plan's own rating, workstreams in order, then others */
	size_t count;
};

struct landings {
	struct landing_view *items; /* oldest first */
	size_t count;
	struct landed *landed; /* all of them */
	size_t landed_count, landed_room;
	const bool *kept_back; /* by the landing's number: its message is not told */
	const struct lineage *lineage;
};

/* Fills in the landings of every plan of the site, whose documents have been read. */
void site_changes(struct site_view *site);

/* What that landing changed of the plan, or NULL. */
const struct landing_view *landing_find(const struct landings *landings,
                                        const struct landing *landing);

/* The number of the first draft of the series under that landing, or of a later one. */
size_t landing_first_draft(const struct series *series, const struct landing *landing);

/* The plan.md that stood when landing NUMBER was over: a blob, or LINEAGE_NONE. */
uint32_t landings_plan(const struct landings *landings, size_t number);

#endif
