/*
 * A record under construction: what builder.c, inside.c and finish.c share, and
 * nobody else sees.
 */
#ifndef RECORD_BUILDING_H
#define RECORD_BUILDING_H

#include "base/map.h"
#include "record/readings.h"
#include "record/record.h"

/* A document's path, and what stands there at the landing that is being read. */
struct slot {
	const char *path;
	struct plan_build *plan; /* NULL: the path is not to be trusted */
	bool is_plan;            /* it is the plan.md of its plan */
	bool filed;              /* a document that rates nothing stands there */
	const struct reading
		*reading; /* of its last version that could be read; NULL when absent */
	uint32_t blob;
	struct slot *next_touched;
	const struct reading *before; /* its reading before this landing */
	/* Of drafts.c: the last commit that was seen to change it, and for how many parents. */
	uint32_t seen_by, seen_times;
};

/* A series under construction, and who holds each of its periods now. */
struct series_build {
	struct series series;
	struct slot **holders; /* beside series.standings; NULL when nobody holds it */
	size_t holder_room;
};

struct plan_build {
	const char *id;
	bool exists; /* plan.md is there */
	bool read;   /* a plan has been read: the scale is its own */
	bool unread; /* the document of the blob has not been needed so far */
	uint32_t blob;
	struct document *document; /* of that blob; NULL where it cannot be read as a plan */
	const struct scale *scale;
	/* Ratings looked up on that scale lately, by the word itself: there are few. */
	struct {
		const char *rag;
		int level;
	} levels[8];
	struct series_build **workstreams;
	size_t count, room;
	struct series_build programme;
	struct slot **slots; /* every file seen in this plan's folder */
	size_t slot_count, slot_room;
};

/* A period that a landing's tree no longer holds. */
struct left {
	struct slot *slot;
	const struct reading *reading;
	bool moved_on; /* the document speaks of a later period now */
};

struct builder {
	struct record *record;
	const struct lineage *lineage;
	struct readings *readings;
	struct error *error;
	struct map plans;
	struct plan_build **plan_list;
	size_t plan_count, plan_room;
	struct slot **slots; /* by the number of the path */
	size_t hole_room, remark_room, filing_room;
	struct slot *touched; /* by this landing */
	struct left *left;    /* by this landing */
	size_t left_count, left_room;
	size_t number; /* of this landing */
	bool drafted;  /* a document of it says `draft: true` */
};

/* What is claimed: a workstream (NULL: the overview) of a plan, and a period. */
struct key {
	struct plan_build *plan;
	const char *workstream; /* the word of a reading, as below */
	struct period period;
};

/* The slot of a path; its plan is NULL where the path is not to be trusted. */
struct slot *builder_slot(struct builder *builder, uint32_t path);

/* The landing that is being read. */
const struct landing *builder_landing(const struct builder *builder);

struct series_build *builder_series(struct builder *builder, struct plan_build *plan,
                                    const char *workstream, bool make);

/* The number of the period's standing; where there is none, the number of standings. */
size_t builder_standing(const struct series *series, struct period period);

/* Puts a version on record, and returns it; NULL where it was there already. */
struct version *builder_land(struct builder *builder, struct series_build *build,
                             const struct slot *slot, uint32_t blob, const struct reading *reading);

/* A landing changed the plan.md that the slot is of. (plan_files.c) */
int builder_plan(struct builder *builder, struct slot *slot, const struct lineage_change *change);

/* Reads the plans at the revision that have not been read: of most only the last version is. */
int builder_last_plans(struct builder *builder);

/* The level of a rating on the plan's scale as it is at this landing. */
int builder_level(struct plan_build *plan, const char *rag);

/* True when what is on record for the key has not been withdrawn. */
bool builder_holds(struct builder *builder, const struct key *key);

/* True when both speak of the same workstream and period; either may be NULL. */
bool same_key(const struct reading *a, const struct reading *b);

/*
 * The rating as written is what a person put on record: neither a new spelling of
 * the same level nor another scale around the same words makes it another rating.
 */
bool same_rating(const struct scale *scale, const char *a, const char *b);

/* A commit after which its branch no longer held a period. */
struct departure {
	struct key key;
	uint32_t commit; /* the last that held it */
	uint32_t after;  /* the one that did not */
	const struct slot *slot;
	uint32_t blob;
	const struct reading *reading;
	bool moved_on, beaten;
};

struct departures {
	struct departure *items;
	size_t count, room;
};

/* One side of a change: what the file said before, or says after. */
struct side {
	const struct slot *slot;
	uint32_t blob;
	const struct reading *reading; /* NULL where it says nothing that a record takes */
};

/*
 * What one side of a change says; where that version cannot be read, what the file said
 * before it. (sides.c)
 */
int side_of(struct builder *builder, const struct lineage_link *link,
            const struct lineage_change *change, bool after, struct side *side,
            struct error *error);

/*
 * Looks among the changes of a link for the side that speaks of the key; drafts count
 * where DRAFTS. (sides.c)
 */
int side_find(struct builder *builder, const struct lineage_link *link, bool after,
              const struct key *key, bool drafts, struct side *found, bool *is_found,
              struct error *error);

/* Notes a version that cannot be read, under this landing. */
void builder_hole(struct builder *builder, const char *path, const char *why);

void builder_remark(struct builder *builder, struct remark remark);

/*
 * What the commits inside this landing did, once its own tree has been settled: lands
 * the periods that moved on inside it, and notes them among what was left; remarks on
 * what the merge did not settle. (inside.c)
 */
int builder_inside(struct builder *builder, struct error *error);

/* Branches rated the key differently; HOW says what the merge made of it. (conflicts.c) */
void builder_conflict(struct builder *builder, const struct key *key, const char *how);

/* Looks at each key that the merge itself changed or took away. (conflicts.c) */
int builder_conflicts(struct builder *builder, const struct departures *departures,
                      struct error *error);

/* Remarks on a merge by which the branch's own past became the other side. (conflicts.c) */
void builder_turn(struct builder *builder);

/* True when a document of the landing's tree holds the key. */
bool builder_in_tree(struct builder *builder, const struct key *key);

/* Keeps the drafts of this landing. (drafts.c) */
int builder_drafts(struct builder *builder, struct error *error);

/* Who gave VERSION, which has just landed, its rating; from commit FROM on. (inside.c) */
int builder_rater(struct builder *builder, const struct key *key, struct version *version,
                  uint32_t from, struct error *error);

/* Which commit of this landing took the key away. (inside.c) */
int builder_remover(struct builder *builder, const struct key *key, const struct landing **by,
                    struct error *error);

/* Remarks on each history that took the place of another. (redacted.c) */
int builder_redactions(struct builder *builder, struct error *error);

/* Makes the plans of the record from what was built. (finish.c) */
void builder_finish(struct builder *builder);

#endif
