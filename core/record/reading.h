/*
 * A reading: what one version of a document says, as far as the record compares
 * it. Values, never lines: a spelling mended in the text is no new reading.
 */
#ifndef RECORD_READING_H
#define RECORD_READING_H

#include "base/arena.h"
#include "document/document.h"

/* How much of a version is read. */
enum depth {
	DEPTH_RATINGS, /* what a trend needs: ratings, dates, who; no lists */
	DEPTH_WHOLE,   /* milestones and risks too */
};

struct milestone_reading {
	const char *id, *title;        /* NULL where not given */
	struct date due, delivered_on; /* year 0 where not given */
	int status; /* enum milestone_status; MILESTONE_UNKNOWN where not given */
	bool next;  /* one of `next_milestones`, which have no status */
	const char *reason;
};

enum { MILESTONE_UNKNOWN = -1 };

struct risk_reading {
	const char *id, *risk, *mitigation, *owner, *rating, *reason; /* NULL where not given */
	bool closed;
	struct date closed_on;
};

/* What is read of an update at DEPTH_WHOLE only. */
struct whole_reading {
	const char *agreed_by, *agreed_ref; /* of `agreed_change`; NULL where not given */
	struct date agreed_on;
	const char *signed_by; /* its sponsor; NULL where not given */
	struct date signed_on;
	const struct milestone_reading *milestones;
	size_t milestone_count;
	const struct risk_reading *risks;
	size_t risk_count;
};

/* Nothing of that: of an overview, and at DEPTH_RATINGS. */
extern const struct whole_reading whole_reading_none;

/* A long history has many. */
struct reading {
	/* NULL: the programme's own rating, from an overview. In a record the same word for the
	 * same workstream, so that only the words need to be compared. */
	const char *workstream;
	struct period period;
	const char *rag; /* as written */
	bool draft, imported, exempt;
	const char *sponsor;                /* NULL where not given */
	struct date agreed, forecast;       /* year 0 where not given */
	const char *correction, *raised_by; /* of a re-rating; NULL where not given */
	const struct whole_reading *whole;  /* never NULL */
};

/*
 * What the document says, copied into the arena; NULL when it is no update or
 * overview with a workstream, a period and a rating. Then *WHY says what is
 * missing, or is NULL where nothing was to be expected (a plan, a paper).
 */
struct reading *reading_of(const struct document *document, enum depth depth, struct arena *arena,
                           const char **why);

#endif
