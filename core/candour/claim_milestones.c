/* Claims about milestones: declared in candour/claim_truth.h. */
#include <string.h>

#include "candour/claim_truth.h"

enum { MOST_REPLACED = 8 };

static bool is_late(const struct chapter *chapter, const struct milestone *milestone)
{
	struct date due = day_of(&milestone->due), seen = chapter_ends(chapter);
	struct date completed = chapter_completed(chapter);
	if (completed.year != 0 && date_days(completed) < date_days(seen))
		seen = completed;
	return due.year != 0 && date_days(due) < date_days(seen);
}

static enum truth is_on_time(const struct chapter *chapter, const struct milestone *milestone)
{
	struct date due = day_of(&milestone->due), delivered = day_of(&milestone->delivered_on);
	switch (milestone->status.as.word) {
	case MILESTONE_MISSED:
	case MILESTONE_DROPPED:
		return TRUTH_NO;
	case MILESTONE_DELIVERED:
		if (due.year == 0 || delivered.year == 0)
			return TRUTH_MAYBE;
		return date_days(delivered) <= date_days(due) ? TRUTH_YES : TRUTH_NO;
	case MILESTONE_SPLIT:
	case MILESTONE_MERGED:
		return TRUTH_MAYBE;
	default:
		return is_late(chapter, milestone) ? TRUTH_NO : TRUTH_MAYBE;
	}
}

/* Missed by its status; one that is overdue may be called so. */
static enum truth is_missed(const struct chapter *chapter, const struct milestone *milestone)
{
	switch (milestone->status.as.word) {
	case MILESTONE_MISSED:
		return TRUTH_YES;
	case MILESTONE_DELIVERED:
	case MILESTONE_SPLIT:
	case MILESTONE_MERGED:
	case MILESTONE_DROPPED: /* it was given up, and not missed */
		return TRUTH_NO;
	default:
		return is_late(chapter, milestone) ? TRUTH_MAYBE : TRUTH_NO;
	}
}

/* True where the chapter lists the milestone with this id as still to be delivered. */
static bool is_open(const struct update *update, const char *id)
{
	for (size_t i = 0; i < update->next_milestones.count; i++) {
		const struct value *next =
			&LIST_OF(struct next_milestone, update->next_milestones)[i].id;
		if (next->text != NULL && strcmp(next->text, id) == 0)
			return true;
	}
	for (size_t i = 0; i < update->milestones.count; i++) {
		const struct milestone *row = &LIST_OF(struct milestone, update->milestones)[i];
		if (row->id.text != NULL && strcmp(row->id.text, id) == 0)
			return row->status.valid && row->status.as.word != MILESTONE_DELIVERED;
	}
	return false;
}

/* Split or merged: not delivered while that which took its place is not. */
static enum truth is_replaced_delivered(const struct chapter *chapter,
                                        const struct milestone *milestone)
{
	const struct update *update = chapter_update(chapter);
	const struct value *into = LIST_OF(struct value, milestone->into);
	for (size_t i = 0; i < milestone->into.count && i < MOST_REPLACED; i++)
		if (into[i].text != NULL && is_open(update, into[i].text))
			return TRUTH_NO;
	return TRUTH_MAYBE;
}

static enum truth holds(const struct chapter *chapter, const struct milestone *milestone,
                        const struct claim_said *said)
{
	size_t status = milestone->status.as.word;
	bool replaced = status == MILESTONE_SPLIT || status == MILESTONE_MERGED;
	switch (said->outcome) {
	case OUTCOME_DELIVERED:
		return status == MILESTONE_DELIVERED ? TRUTH_YES
		       : replaced                    ? is_replaced_delivered(chapter, milestone)
		                                     : TRUTH_NO;
	case OUTCOME_MISSED:
		return is_missed(chapter, milestone);
	case OUTCOME_CARRIED:
		return status == MILESTONE_CARRIED                                    ? TRUTH_YES
		       : status == MILESTONE_DELIVERED || status == MILESTONE_DROPPED ? TRUTH_NO
		                                                                      : TRUTH_MAYBE;
	case OUTCOME_DROPPED:
		return status == MILESTONE_DROPPED ? TRUTH_YES : replaced ? TRUTH_MAYBE : TRUTH_NO;
	case OUTCOME_OUTSTANDING:
		return status == MILESTONE_DELIVERED             ? TRUTH_NO
		       : replaced || status == MILESTONE_DROPPED ? TRUTH_MAYBE
		                                                 : TRUTH_YES;
	case OUTCOME_ON_TIME:
		return is_on_time(chapter, milestone);
	default:
		return TRUTH_MAYBE;
	}
}

/* Of one milestone of a chapter. */
static enum truth milestone_truth(const struct chapter *chapter, const struct milestone *milestone,
                                  const struct claim_said *said)
{
	if (!milestone->status.valid)
		return TRUTH_MAYBE;
	enum truth truth = holds(chapter, milestone, said);
	return said->denied ? (enum truth)(TRUTH_YES - truth) : truth;
}

uint64_t claim_milestone_strands(const struct story *story, const struct chapter *chapter,
                                 const struct claim *claim)
{
	uint64_t all = 0;
	if (claim->subject.names != 0)
		return claim->subject.names;
	for (size_t i = 0; i < story->count; i++)
		if (chapter_overview(chapter) != NULL || &story->strands[i] == chapter->strand)
			all |= (uint64_t)1 << i;
	return all;
}

struct milestone_truth claim_hold_milestones(const struct story *story,
                                             const struct chapter *chapter,
                                             const struct claim *claim)
{
	struct milestone_truth result = {0};
	uint64_t strands = claim_milestone_strands(story, chapter, claim);
	for (size_t i = 0; i < story->count; i++) {
		const struct chapter *now = claim_now(&story->strands[i], chapter);
		if ((strands >> i & 1) == 0)
			continue;
		if (now == NULL || chapter_is_imported(now))
			return (struct milestone_truth){0};
		const struct list *list = &chapter_update(now)->milestones;
		for (size_t k = 0; k < list->count; k++) {
			const struct milestone *row = &LIST_OF(struct milestone, *list)[k];
			if (claim->subject.due && !is_late(now, row) && row->due.valid)
				continue;
			enum truth truth = milestone_truth(now, row, &claim->said);
			bool strict = claim->subject.quantity == QUANTITY_NONE &&
			              claim->said.outcome == OUTCOME_MISSED && !claim->said.denied;
			if (strict && truth == TRUTH_MAYBE)
				truth = TRUTH_YES;
			result.total++;
			result.yes += truth == TRUTH_YES ? 1 : 0;
			result.no += truth == TRUTH_NO ? 1 : 0;
		}
	}
	result.contradicted =
		result.total != 0 && quantity_contradicted(&claim->subject, (int)result.total,
	                                                   (int)result.yes, (int)result.no);
	return result;
}
