/*
 * The record of a revision: what was put on record, of which period, when, by whom.
 *
 * It joins the two rooms to its left: the landings of the revision's first-parent
 * chain give order and names, the documents give values. Every rating has two
 * times: the period that it speaks of and the landing that put it on record.
 *
 * The record owns everything that it points to, its copies of landings included;
 * release with record_free(). A version of a file that could not be read is a
 * named hole in the record, never a silent one.
 */
#ifndef RECORD_RECORD_H
#define RECORD_RECORD_H

#include "base/arena.h"
#include "document/document.h"
#include "record/reading.h"
#include "repo/landing.h"
#include "repo/repo.h"

/* One landed version of what is said of a workstream and a period. */
struct version {
	const struct landing *landing;
	const char *path;
	struct object_id blob;
	const struct reading *reading;
	const struct scale *scale; /* the plan's at that landing */
	int level;                 /* on that scale; SCALE_NONE when it names no level */
	bool rerating;             /* changes a rating that was on record already */
	/* The earlier version, or this one, with which the rating got its present
	 * value: its landing's author is the rater. */
	const struct version *rated;
};

/* What is on record of one workstream and one period. */
struct standing {
	struct period period;
	struct version **versions; /* as they landed; at least one */
	size_t count, room;
	const struct landing *withdrawn; /* the landing that took it away, or NULL */
};

/* The history of one workstream's rating, or of the programme's own. */
struct series {
	const char *id;    /* the workstream's; "overview" for the programme */
	const char *title; /* as the plan spells it; the id where it lists no such workstream */
	const struct workstream *declared; /* in the plan at the revision, or NULL */
	struct standing *standings;        /* by period, earliest first */
	size_t count, room;
};

struct plan_record {
	const char *id;            /* the folder's name below plans/ */
	struct document *document; /* plan.md at the revision */
	const struct plan *plan;
	struct series *workstreams; /* in the plan's order, then what it does not list, by id */
	size_t count;
	struct series programme;
};

/* A version that could not be read. */
struct hole {
	const struct landing *landing;
	const char *path, *why;
};

struct record {
	struct repo *repo; /* not owned */
	struct landing tip;
	size_t landings;           /* the length of the chain */
	struct plan_record *plans; /* by id */
	size_t count;
	struct hole *holes;
	size_t hole_count;
	struct arena arena;
};

/* Reads the record of COMMIT. The repository must outlive it. */
int record_read(struct repo *repo, const struct object_id *commit, struct record **record,
                struct error *error) __attribute__((warn_unused_result));

/* RECORD may be NULL. */
void record_free(struct record *record);

/* The plan with this id, or NULL. */
const struct plan_record *record_plan(const struct record *record, const char *id);

/* The version that stands for the period: the last that landed. */
const struct version *standing_version(const struct standing *standing);

/* True when the standing has a version that has not been withdrawn. */
bool standing_holds(const struct standing *standing);

/* The document behind a version, whole. Free with document_free(). */
int record_document(const struct record *record, const struct version *version,
                    struct document **document, struct error *error)
	__attribute__((warn_unused_result));

#endif
