/*
 * The kind `plan`: what a plan is, who is in it, and what it asks of its updates.
 */
#ifndef DOCUMENT_PLAN_H
#define DOCUMENT_PLAN_H

#include "document/accent.h"
#include "document/scale.h"
#include "document/shape.h"

/* Fields that every kind has, at the start of its struct. */
struct common {
	struct place place;
	struct value kind, draft, exempt;
	struct list explained; /* struct explanation */
};

struct explanation {
	struct place place;
	struct value rule, reason;
};

struct workstream {
	struct place place;
	struct value id, title, sponsor, starts, ends, exempt;
	struct list also, addresses, raters, inherits;
	struct list themes; /* struct named */
};

/* An id and a title: themes, areas that are not rated. */
struct named {
	struct place place;
	struct value id, title;
};

struct scale_level_fields {
	struct place place;
	struct value id, label, short_label, meaning;
};

struct scale_fields {
	struct place place;
	struct value source, version;
	struct list levels; /* struct scale_level_fields */
};

struct requirements {
	struct place place;
	struct list fields, sections;
};

struct concern {
	struct place place;
	struct value id, source, raised, title;
};

struct committee {
	struct place place;
	struct value id, name, type;
	struct list also;
};

struct meeting {
	struct place place;
	struct value committee, date, tag;
};

/* A post: who holds it, if anybody. The order of the words of `status:`. */
enum post_status { POST_FILLED, POST_INTERIM, POST_VACANT };

struct person {
	struct place place;
	struct value id, name, role, note, organisation, status, until;
	struct list also;
};

/* A body that the plan deals with: the one whose plan it is, a partner, an auditor. */
struct organisation {
	struct place place;
	struct value id, name, role;
	struct list also;
};

/* What may become of a task when a phase is closed; see document/closedown.h. */
struct disposition_fields {
	struct place place;
	struct value id, title, means;
};

struct funding {
	struct place place;
	struct value amount, until, note;
};

struct site_fields {
	struct place place;
	struct value accent, header, footer, base_url, accessibility_statement, licence, lang;
};

/* How the programme's rating follows from those of the workstreams. */
enum roll_up_type {
	ROLL_UP_STATED, /* it does not: the director states it */
	ROLL_UP_WORST,  /* it is that of the worst */
	ROLL_UP_SHARE,  /* it is the best level that so many of them have, or better */
};

struct roll_up {
	enum roll_up_type type;
	int share; /* of ROLL_UP_SHARE: from 1 to 100, in hundredths */
};

struct plan {
	struct common common;
	struct value title, organisation, starts, ends, phase, cadence, due_day, roll_up;
	struct list workstreams; /* struct workstream */
	struct scale_fields scale_fields;
	struct requirements requires;
	struct list severity; /* struct pair: rule, word */
	struct list raters, owners;
	struct list concerns;      /* struct concern */
	struct list committees;    /* struct committee */
	struct list meetings;      /* struct meeting */
	struct list people;        /* struct person */
	struct list organisations; /* struct organisation */
	struct list objectives;
	struct list funding;      /* struct funding */
	struct list dispositions; /* struct disposition_fields */
	struct list unrated;      /* struct named */
	struct site_fields site;
	/* From the fields: the plan's scale, or the default. */
	struct scale scale;
	struct roll_up rolls_up; /* stated, where `roll_up` is not given or cannot be read */
	struct accent accent;    /* of its pages; none where it is not given or of no use */
};

extern const struct shape common_shape, plan_shape;

/* Builds plan->scale, plan->rolls_up and plan->accent from the fields; what makes none is a fault.
 */
void plan_finish(struct plan *plan, struct faults *faults);

/* The workstream with this id, or NULL. */
const struct workstream *plan_workstream(const struct plan *plan, const char *id);

#endif
