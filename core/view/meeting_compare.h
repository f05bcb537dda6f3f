/*
 * What changed on record of a plan from one meeting to the next, as it is published.
 */
#ifndef VIEW_MEETING_COMPARE_H
#define VIEW_MEETING_COMPARE_H

#include "record/comparison.h"
#include "view/site_view.h"

/* What a comparison is made from; release with meeting_comparison_release(). */
struct meeting_comparison {
	struct comparison comparison; /* of one plan */
	const struct landing *from, *to;
	struct record records[2]; /* then and now, of that plan alone */
	struct plan_record plans[2];
	struct document *documents[2]; /* plan.md then, and now */
	bool left_out;                 /* something is exempt at either time, or now */
	struct arena arena;
};

/*
 * Compares what stood at meeting NUMBER with what stood at the next; with what stands now
 * after the last. Less what is exempt at either time, or now.
 */
int meeting_compare(const struct site_view *site, const struct plan_view *view, size_t number,
                    struct meeting_comparison *compared, struct error *error)
	__attribute__((warn_unused_result));
void meeting_comparison_release(struct meeting_comparison *compared);

#endif
