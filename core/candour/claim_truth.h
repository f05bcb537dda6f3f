/*
 * Claims against the story: whether what a claim says is so, and of whom.
 *
 * A truth may be neither: where a workstream has no report for the period, or none before,
 * or the scale changed in between, nothing is known, and a claim that could be so is no
 * contradiction.
 */
#ifndef CANDOUR_CLAIM_TRUTH_H
#define CANDOUR_CLAIM_TRUTH_H

#include "candour/claim.h"

/* Sets of strands by number. */
struct claim_truth {
	bool contradicted;
	uint64_t universe; /* whom the claim could be about */
	uint64_t yes, no;  /* of whom it is so, and is not; nothing is known of the rest */
	bool rated;        /* the rating of this report alone contradicts it, whatever was before */
	bool named;        /* the count is right, but not for those that it names */
	bool others;       /* it is so of others than those that alone it should be so of */
	uint64_t wrong;    /* those that are named, or meant, and contradict it */
};

/* What claims before this one in the same passage spoke of. */
struct claim_context {
	const struct passage *passage;
	uint64_t covered;
};

/* Holds a claim about ratings or dates to the story of the chapter that makes it. */
struct claim_truth claim_hold(const struct story *story, const struct chapter *chapter,
                              const struct claim *claim, struct claim_context *context);

/* The strand's chapter of the period, and the one before that, without a gap; or NULL. */
const struct chapter *claim_now(const struct strand *strand, const struct chapter *asked);
const struct chapter *claim_last(const struct strand *strand, const struct chapter *asked);

/* Days by which the update's completion is later than agreed; sets *KNOWN. */
int claim_late(const struct chapter *chapter, bool *known);

/* A claim about milestones. */
struct milestone_truth {
	bool contradicted;
	size_t total, yes, no; /* of the milestones that the claim could be about */
};

struct milestone_truth claim_hold_milestones(const struct story *story,
                                             const struct chapter *chapter,
                                             const struct claim *claim);

enum truth { TRUTH_NO, TRUTH_MAYBE, TRUTH_YES };

/* The strands whose milestones the claim is about. */
uint64_t claim_milestone_strands(const struct story *story, const struct chapter *chapter,
                                 const struct claim *claim);

/* True where the quantity cannot be so of TOTAL things, of which YES are and NO are not. */
bool quantity_contradicted(const struct claim_subject *subject, int total, int yes, int no);

#endif
