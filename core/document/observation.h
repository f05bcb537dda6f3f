/*
 * The kind `observation`: what an oversight body said at a meeting, the ratings that it
 * challenges, and those that it gives itself.
 */
#ifndef DOCUMENT_OBSERVATION_H
#define DOCUMENT_OBSERVATION_H

#include "document/plan.h"

struct response {
	struct place place;
	struct value by, on, text;
};

struct challenge {
	struct place place;
	struct value id, workstream, period, reason; /* no workstream: the body does not say */
	struct response response;
};

/* A rating that the body gives, beside the officers' own. */
struct independent {
	struct place place;
	struct value workstream, period, rag, reason;
};

enum observation_status { OBSERVATION_OPEN, OBSERVATION_ANSWERED };

struct observation {
	struct common common;
	struct value id, title, committee, date, status, response;
	struct list about;       /* workstreams' ids */
	struct list challenges;  /* struct challenge */
	struct list independent; /* struct independent */
};

extern const struct shape observation_shape;

#endif
