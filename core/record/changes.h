/*
 * Changes: what one reading of a workstream says otherwise than another.
 *
 * Values are compared, never lines, and a value that is not given says nothing:
 * an update transcribed from a paper that names no sponsor has not lost its sponsor.
 * Milestones and risks are known by their id, or by their words where they have none.
 * Changes live in an arena and point into the record and its readings.
 */
#ifndef RECORD_CHANGES_H
#define RECORD_CHANGES_H

#include "record/record.h"

enum change_kind {
	/* Of a rating: against that of the period before, or against an earlier one of its own. */
	CHANGE_FIRST,
	CHANGE_IMPROVED,
	CHANGE_STEADY,
	CHANGE_DECLINED,
	CHANGE_NOT_COMPARED,
	CHANGE_RERATED,
	CHANGE_WITHDRAWN,
	CHANGE_RETURNED,
	CHANGE_BEFORE_LANDING, /* what a version said that was replaced before it landed */
	CHANGE_DRAFT,          /* what a document says that calls itself a draft */
	/* Of the workstream. */
	CHANGE_SPONSOR,
	CHANGE_AGREED,
	CHANGE_FORECAST,
	/* Of a milestone. */
	CHANGE_DELIVERED,
	CHANGE_REOPENED,
	CHANGE_MISSED,
	CHANGE_DROPPED,
	CHANGE_CARRIED,
	CHANGE_SPLIT,
	CHANGE_MERGED,
	CHANGE_DUE,
	CHANGE_NEW,
	CHANGE_GONE,
	/* Of a risk. */
	CHANGE_RISK_OPENED,
	CHANGE_RISK_CLOSED,
	CHANGE_RISK_GONE,
	CHANGE_KIND_COUNT,
};

enum change_subject { SUBJECT_RATING, SUBJECT_WORKSTREAM, SUBJECT_MILESTONE, SUBJECT_RISK };

struct difference {
	enum change_kind kind;
	struct period period;        /* of the later reading */
	const char *id, *title;      /* of the milestone or the risk; NULL where not given */
	const char *from, *to;       /* ratings and sponsors; NULL where there is none */
	struct date before, after;   /* dates; year 0 where there is none */
	int days;                    /* from one to the other: later is positive */
	const char *reason, *by;     /* as the document gives them, or NULL */
	const char *ref;             /* of the decision that moved an agreed date, or NULL */
	const struct landing *rater; /* who gave the rating TO, or NULL */
};

struct changes {
	struct difference *items;
	size_t count, room;
	struct arena *arena;
};

/* "milestone-delivered": the word for programs. */
const char *change_id(enum change_kind kind);
enum change_subject change_subject(enum change_kind kind);

/* What is said of a milestone or a risk: "delivered", "gone from the list without being closed". */
const char *change_words(enum change_kind kind);

/* The rating as its scale spells it, or as it was written where it is no level. */
const char *version_label(const struct version *version);
const char *draft_label(const struct draft *draft);

/* The last version of the period that changed its rating, or NULL; *BEFORE is what it changed. */
const struct version *standing_rerating(const struct standing *standing,
                                        const struct version **before);

struct difference *changes_add(struct changes *changes, enum change_kind kind,
                               struct period period);

/* How the rating moved from the period before (BEFORE is NULL for the first on record). */
enum change_kind change_of_rating(const struct version *before, const struct version *now);
void changes_rating(struct changes *changes, const struct version *before,
                    const struct version *now);

/* A rating that was changed after it had landed. */
void changes_rerating(struct changes *changes, const struct version *before,
                      const struct version *now);

/* The sponsor and the two dates. */
void changes_facts(struct changes *changes, const struct reading *before,
                   const struct reading *now);

/* Milestones and risks; BEFORE is NULL for the first report of a workstream. */
void changes_lists(struct changes *changes, const struct reading *before,
                   const struct reading *now);

#endif
