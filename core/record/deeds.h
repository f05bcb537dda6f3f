/*
 * Deeds: what the landings of a range did to the record, each with the commit whose
 * author did it and with whom the plan named for it beforehand.
 *
 * They are what rules about the integrity of the record judge: ratings set, changed and
 * taken off the record, and settings of a plan changed. A draft is no deed. Who may do
 * what says the last plan that could be read before the landing: nobody appoints himself.
 */
#ifndef RECORD_DEEDS_H
#define RECORD_DEEDS_H

#include "record/record.h"
#include "record/roles.h"
#include "record/settings.h"

enum deed_kind {
	DEED_RATED,     /* the first rating of a period */
	DEED_RERATED,   /* another rating for a period that had one */
	DEED_WITHDRAWN, /* a rating was taken off the record */
	DEED_SET,       /* a setting of a plan was changed */
};

struct deed {
	enum deed_kind kind;
	const struct landing *landing;
	const struct landing *by; /* the commit that did it: the landing, or one inside it */
	/* The landing before, the latest receipt until then; NULL and 0 where there is none. */
	const struct landing *previous;
	int64_t received;
	const struct plan *plan; /* as it was before the landing; NULL where there was none */
	/* As it was before the whole range, so that a push cannot switch off its own gate; that
	 * of before the landing where the range brings the plan. */
	const struct plan *strict;
	const char *path;
	/* Of ratings. */
	const struct series *series;
	bool programme;
	struct period period;
	const struct version *before, *now; /* NULL where there is none */
	/* Of a setting; its name is NULL where plan.md itself went, or cannot be read. */
	struct setting setting;
	struct place place;
	/* Whether the author may. */
	const struct list *named;
	enum warrant warrant;
	bool signature_read;  /* it was looked at, see record/proofs.h */
	const char *unproven; /* of WARRANT_UNPROVEN: why the signature proves nothing */
};

struct deeds {
	struct deed *items; /* in the order of landings */
	size_t count, room;
	size_t landings; /* how many the range has */
	struct plan_versions *plans;
	struct arena arena;
};

/*
 * The number of the first landing of RECORD that does not belong to the chain of FROM;
 * *SHARED is the last one that does, none where they share nothing.
 */
int deeds_first(const struct record *record, const struct object_id *from, size_t *first,
                struct object_id *shared, struct error *error) __attribute__((warn_unused_result));

/* What the landings from number FIRST on did. The record must outlive the deeds. */
int deeds_read(const struct record *record, size_t first, struct deeds *deeds, struct error *error)
	__attribute__((warn_unused_result));

void deeds_release(struct deeds *deeds);

#endif
