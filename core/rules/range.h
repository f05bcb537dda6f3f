/*
 * Judging a range: what the landings of one revision that are not landings of another
 * bring, as a pull request or a push does.
 *
 * The form of documents is judged in the last tree alone, since a mended mistake is no
 * mistake, and what stood before is not blamed on the range. What happened to the record
 * is judged at every landing.
 */
#ifndef RULES_RANGE_H
#define RULES_RANGE_H

#include "rules/rules.h"

struct range {
	const struct object_id *from; /* NULL: every landing of TO */
	const struct object_id *to;
	struct gate gate;
	const char *const *environment; /* of git, which verifies signatures; NULL: it does not */
	/* When a landing without a receipt arrives; 0: nobody knows, and a key counts that was
	 * valid when the commit says it was made. */
	int64_t arrives;
	bool form_alone; /* the landings are not judged */
};

struct range_verdict {
	struct findings findings; /* sorted */
	size_t landings, documents;
	size_t standing;         /* findings that stood before, and were left out */
	struct object_id shared; /* the last landing that both have; none where there is none */
};

/* Release the verdict with range_release(), on failure too. */
int range_judge(struct repo *repo, const struct range *range, struct range_verdict *verdict,
                struct error *error) __attribute__((warn_unused_result));

void range_release(struct range_verdict *verdict);

#endif
