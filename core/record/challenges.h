/*
 * Challenges: what oversight bodies question, whether that is answered, and what they rate
 * themselves.
 *
 * A challenge is answered by a response, of its own or to the whole observation, or by a
 * re-rating: one whose `correction.raised_by` names it (the observation's id, or
 * `id#challenge`), or one of the workstream and period that it challenges, landed on the
 * day of the observation or later. One that names no workstream is answered by what names
 * it alone.
 */
#ifndef RECORD_CHALLENGES_H
#define RECORD_CHALLENGES_H

#include "base/map.h"
#include "record/filed.h"
#include "record/trend.h"

/*
 * A rating that was changed on record; or the first of its period, where that says itself who
 * raised it.
 */
struct rerating {
	const struct series *series;
	size_t place; /* of the series in the plan; behind all of them for the programme's */
	const struct standing *standing;
	const struct version *before; /* NULL: it is the first */
	const struct version *version;
	const char *raised_by;       /* as the correction gives it, or NULL */
	const struct rerating *next; /* with the same `raised_by`, or NULL */
};

/* All re-ratings of a plan that have not been withdrawn. */
struct reratings {
	struct rerating *items; /* series by series, by period, as they landed */
	size_t count, room;
	struct map raised; /* by `raised_by`: the first */
	struct map series; /* by id, but for the programme's */
	const struct plan_record *plan;
};

/* They live in the arena and point into the record; release with reratings_release(). */
void reratings_read(const struct plan_record *plan, struct arena *arena,
                    struct reratings *reratings);
void reratings_release(struct reratings *reratings);

/* What answers a challenge; all NULL: it is open. */
struct challenge_answer {
	const struct rerating *rerating;
	bool named; /* by the re-rating */
	const struct response *response;
	const char *to_all; /* the observation's own `response` */
};

bool challenge_answered(const struct challenge_answer *answer);

/* What answers the challenge number NUMBER of the observation. */
struct challenge_answer challenge_answer(const struct reratings *reratings,
                                         const struct observation *observation, size_t number);

/* Writes `id#challenge`; false where one of the two has no id, or is no id. */
enum { CHALLENGE_NAME_SIZE = 160 };
bool challenge_name(const struct observation *observation, size_t number,
                    char name[CHALLENGE_NAME_SIZE]);

struct challenged {
	const struct filed *filed;
	const struct observation *observation;
	const struct challenge *challenge;
	size_t number;               /* in its observation, from 0 */
	const char *body;            /* the committee's name, or its id */
	const struct series *series; /* whose rating; NULL where none is named, or none is known */
	struct challenge_answer answer;
};

/* A rating of a body's own. */
struct independent_rating {
	const struct filed *filed;
	const struct observation *observation;
	const struct independent *independent;
	const char *body;
	const struct series *series; /* the programme's where it names no workstream */
	size_t place;                /* as in struct rerating */
	struct period period;
	const char *label;         /* as the plan's scale spells it, or as it was written */
	const struct scale *scale; /* the plan's */
	int level;                 /* on the plan's scale; SCALE_NONE when it names none */
	enum direction direction;  /* from that of the period before */
	int steps;                 /* levels, positive when improved */
};

/* What stands of a plan. */
struct challenges {
	struct challenged *items; /* by the day of the observation, then as it lists them */
	size_t count, room;
	/* By series (the plan's order, the programme last), period and day; where a period has
	 * several the last one stands. */
	struct independent_rating *independent;
	size_t independent_count, independent_room;
	struct reratings reratings;
	struct arena arena;
};

/*
 * Of the plan, which may be a copy of the record's with less in it; but for drafts, and for
 * what is EXEMPT unless that is asked for. Release with challenges_release(). Points into
 * the record and the cabinet.
 */
void challenges_read(const struct record *record, const struct plan_record *plan,
                     const struct cabinet *cabinet, bool exempt, struct challenges *challenges);
void challenges_release(struct challenges *challenges);

/* True where the challenge is about the series, and that period or no particular one. */
bool challenge_concerns(const struct challenged *challenged, const struct series *series,
                        struct period period);

/* The independent rating that stands for the series and period, or NULL. */
const struct independent_rating *challenges_independent(const struct challenges *challenges,
                                                        const struct series *series,
                                                        struct period period);

#endif
