/*
 * The functions behind the rows of the table of rules. Seen by rules.c alone.
 */
#ifndef RULES_JUDGE_H
#define RULES_JUDGE_H

#include "rules/rules.h"

/* What form.c and sections.c share. */
enum { HELP_SIZE = 128 };
bool is_needed(enum need need, const struct document *document);
/* A line of help as part of a sentence. Returns TEXT. */
const char *inner_help(const char *help, char text[HELP_SIZE]);

/* form.c: about one document */
void judge_faults(const struct judgement *judgement);
void judge_required_field(const struct judgement *judgement);
void judge_rating_unknown(const struct judgement *judgement);
void judge_rating_spelling(const struct judgement *judgement);
void judge_duplicate_id(const struct judgement *judgement);
void judge_date_order(const struct judgement *judgement);
void judge_placeholder(const struct judgement *judgement);

/* references.c: about one document */
void judge_reference(const struct judgement *judgement);

/* sections.c: about one document */
void judge_required_section(const struct judgement *judgement);

/* tree.c: about a plan's folder */
void judge_file_type(const struct judgement *judgement);
void judge_plan_missing(const struct judgement *judgement);
void judge_plan_misplaced(const struct judgement *judgement);
void judge_workstream_unknown(const struct judgement *judgement);
void judge_document_twice(const struct judgement *judgement);
void judge_period_twice(const struct judgement *judgement);
void judge_period_overlap(const struct judgement *judgement);
void judge_period_outside(const struct judgement *judgement);

/* closedown.c: about one close-down */
void judge_disposition_missing(const struct judgement *judgement);
void judge_disposition_several(const struct judgement *judgement);
void judge_destination_missing(const struct judgement *judgement);
void judge_destination_unknown(const struct judgement *judgement);
void judge_closed_outstanding(const struct judgement *judgement);
void judge_closed_in_progress(const struct judgement *judgement);
void judge_evidence_unsupported(const struct judgement *judgement);

/* coverage.c: about one document in its plan */
void judge_concern_unanswered(const struct judgement *judgement);
void judge_phase_unaccounted(const struct judgement *judgement);

/* inherited.c: about one document that names tasks of a close-down */
void judge_inherited_unknown(const struct judgement *judgement);
void judge_inherited_elsewhere(const struct judgement *judgement);

/* paths.c: about where documents lie */
void judge_path_reserved(const struct judgement *judgement);
void judge_path_collision(const struct judgement *judgement); /* of the whole collection */
void judge_path_untidy(const struct judgement *judgement);    /* of the whole collection */

/* links.c: about a plan's folder */
void judge_broken_link(const struct judgement *judgement);

/* published.c: about papers */
void judge_meeting(const struct judgement *judgement);
void judge_as_of(const struct judgement *judgement);
void judge_changed_paper(const struct judgement *judgement); /* of the whole collection */

/* "jo@example.org, al@example.org or 3 more". (landing.c) */
void judge_add_named(struct buf *out, const struct list *named);

/* actions.c: about a plan of actions */
void judge_recommendation_count(const struct judgement *judgement);
void judge_recommendation_unanswered(const struct judgement *judgement);
void judge_action_owner(const struct judgement *judgement);
void judge_action_undated(const struct judgement *judgement);
void judge_action_unmeasured(const struct judgement *judgement);
void judge_action_restates(const struct judgement *judgement);
void judge_action_overdue(const struct judgement *judgement);
void judge_action_unproven(const struct judgement *judgement);
void judge_action_dropped(const struct judgement *judgement);
void judge_review_missed(const struct judgement *judgement);

/* observation.c: about the observations of a plan's folder, and the record */
void judge_challenge_open(const struct judgement *judgement);
void judge_challenge_unanswered(const struct judgement *judgement);
void judge_challenge_early(const struct judgement *judgement);

/* past.c: about a plan's folder and the record */
void judge_record_overlap(const struct judgement *judgement);
void judge_record_rerated(const struct judgement *judgement);
void judge_record_withdrawn(const struct judgement *judgement);
void judge_turned(const struct judgement *judgement);
void judge_conflict(const struct judgement *judgement);

/* signoff.c: about one document, then about a plan's folder and the record */
void judge_sign_off_own(const struct judgement *judgement);
void judge_sign_off_early(const struct judgement *judgement);
void judge_sign_off_carried_over(const struct judgement *judgement);

/* identities.c: about whom a plan names */
void judge_identities(const struct judgement *judgement);
void judge_unowned(const struct judgement *judgement);

/* landing.c: about what a landing did */
void judge_rerating(const struct judgement *judgement);
void judge_withdrawal(const struct judgement *judgement);
void judge_rater(const struct judgement *judgement);
void judge_owner(const struct judgement *judgement);
void judge_commit_date(const struct judgement *judgement);

#endif
