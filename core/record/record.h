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
#include "repo/lineage.h"
#include "repo/repo.h"

/* One landed version of what is said of a workstream and a period. */
struct version {
	const struct landing *landing; /* what put it on record */
	/* The commit that introduced the rating's value: the landing itself, or one inside it.
	 * Of the version `rated` below its author is the rater. */
	const struct landing *rater;
	const char *path;
	struct object_id blob;
	const struct reading *reading; /* NULL in an outline, see record/outline.h */
	const char *rag;               /* of an outline: the rating as written */
	const struct scale *scale;     /* the plan's at that landing */
	int level;                     /* on that scale; SCALE_NONE when it names no level */
	bool rerating;                 /* changes a rating that was on record already */
	/* A merge brought back a rating that stood before it was begun: nobody set it inside. */
	bool brought_back;
	/* The earlier version, or this one, with which the rating got its present value. */
	const struct version *rated;
	/* Of what is published: what stood just before it was kept back from the public. */
	bool resumed;
};

/*
 * A version that did not stand when its landing was over: one inside a landing that
 * was replaced or given up before it, or one that says `draft: true`. Never a
 * re-rating; kept, so that nothing is ever dropped.
 */
struct draft {
	const struct landing *landing; /* under which it is shown */
	const struct landing *commit;  /* that holds it: inside the landing, or the landing */
	const char *path;
	struct object_id blob;
	const struct reading *reading;
	const struct scale *scale; /* the plan's at that landing */
	int level;                 /* on that scale; SCALE_NONE when it names no level */
};

/* A landing that took a period off the record. */
struct withdrawal {
	const struct landing *landing;
	const struct landing *by; /* the commit that did it: the landing, or one inside it */
	size_t before;            /* how many of the standing's versions had landed by then */
};

/* What is on record of one workstream and one period. */
struct standing {
	struct period period;
	struct version **versions; /* as they landed; at least one */
	size_t count, room;
	/* Of the record's own revision: the path of the file that holds it there, though its text
	 * may be a draft by now, or unreadable. NULL: the workstream moved on, or it is withdrawn.
	 */
	const char *holder;
	const struct landing *withdrawn; /* the landing that took it away, or NULL */
	struct withdrawal *withdrawals;  /* all of them, those that were undone too */
	size_t withdrawal_count, withdrawal_room;
};

/* The history of one workstream's rating, or of the programme's own. */
struct series {
	const char *id;    /* the workstream's; "overview" for the programme */
	const char *title; /* as the plan spells it; the id where it lists no such workstream */
	const struct workstream *declared; /* in the plan at the revision, or NULL */
	bool kept_back; /* the plan lists it no more, and it was exempt when it last did */
	struct standing *standings; /* by period, earliest first */
	size_t count, room;
	struct draft *drafts; /* in the order of landings, and within one as committed */
	size_t draft_count, draft_room;
};

struct plan_record {
	const char *id;            /* the folder's name below plans/ */
	struct document *document; /* plan.md at the revision */
	const struct plan *plan;
	struct series *workstreams; /* in the plan's order, then what it does not list, by id */
	size_t count;
	struct series programme;
};

/* What a reader of the record must know of how it came to be. */
enum remark_type {
	/* A merge whose first parent was not the branch's own past (a careless `git pull`): what
	 * had landed there before looks like drafts. Receipts, where there are any, mend it. */
	REMARK_TURNED,
	/* Branches rated the same period differently, and the merge kept neither rating. */
	REMARK_CONFLICT,
	/* The plan's scale changed: ratings before and after do not compare. */
	REMARK_SCALE,
	/* A landing is dated before an earlier one. */
	REMARK_BACKWARDS,
	/* A period overlaps another one of its workstream on record. */
	REMARK_OVERLAP,
	/* The history up to here took the place of another, so that personal data could go. */
	REMARK_REDACTED,
	REMARK_COUNT,
};

struct remark {
	enum remark_type type;
	const struct landing *landing;
	const char *plan;       /* its id; NULL where it is about the landing alone */
	const char *workstream; /* NULL where it is about the plan, or the overview */
	struct period period;   /* of a conflict or an overlap; else of zeroes */
	const char *text;       /* a sentence without its full stop */
};

/*
 * A landing put a document on record that rates nothing: an observation, a close-down, a
 * plan of actions or a paper; or took it away. See record/filed.h.
 */
struct filing {
	const struct landing *landing;
	const char *path;
	struct object_id blob;
	bool gone; /* there is no such document at that path any more, and no blob */
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
	/* What was on record of plans without a plan.md at the revision; no document, no plan. */
	struct plan_record *removed;
	size_t removed_count;
	struct hole *holes;
	size_t hole_count;
	struct remark *remarks; /* in the order of landings */
	size_t remark_count;
	struct filing *filings; /* in the order of landings */
	size_t filing_count;
	enum depth depth;
	struct lineage lineage; /* of the revision; landings point into it */
	struct twin *twin;      /* has read a part, or NULL; texts point into its bytes */
	char *kept;             /* texts of an earlier run, or NULL */
	struct arena arena;
};

/* Reads the record of COMMIT to this depth. The repository must outlive it. */
int record_read(struct repo *repo, const struct object_id *commit, enum depth depth,
                struct record **record, struct error *error) __attribute__((warn_unused_result));

/* RECORD may be NULL. */
void record_free(struct record *record);

/* The plan with this id, or NULL. */
const struct plan_record *record_plan(const struct record *record, const char *id);

/* The version that stands for the period: the last that landed. */
const struct version *standing_version(const struct standing *standing);

/* The version that stood for the period when landing NUMBER was over, or NULL. */
const struct version *standing_at(const struct standing *standing, size_t number);

/* The author, as committed, of the commit that gave the rating its present value. */
const struct landing *version_rater(const struct version *version);

/* True when the standing has a version that has not been withdrawn. */
bool standing_holds(const struct standing *standing);

/* The blob of the file that stood at PATH once LANDING had landed; false where there was none. */
bool record_stood(const struct record *record, const struct landing *landing, const char *path,
                  struct object_id *blob);

/* The document behind a version, whole. Free with document_free(). */
int record_document(const struct record *record, const struct version *version,
                    struct document **document, struct error *error)
	__attribute__((warn_unused_result));

/* The same without its body, which is much faster. */
int record_fields(const struct record *record, const struct version *version,
                  struct document **document, struct error *error)
	__attribute__((warn_unused_result));

#endif
