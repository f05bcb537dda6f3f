/*
 * What is asked of a chapter: the functions behind the rows of candour in the table of
 * rules. Each is asked once for each chapter of its scope, or once for the whole story.
 */
#ifndef CANDOUR_ASK_H
#define CANDOUR_ASK_H

#include "candour/doubt.h"

/* schedule.c: the rating against the dates */
void ask_green_past_agreed(const struct question *question);
void ask_green_past_due(const struct question *question);
void ask_green_milestone_late(const struct question *question);
void ask_green_funding_ends(const struct question *question);
void ask_green_needs_late(const struct question *question);

/* dates.c, sides.c, beyond.c: dates */
void ask_agreed_moved(const struct question *question);
void ask_forecast_moved(const struct question *question);
void ask_forecast_past(const struct question *question);
void ask_forecast_never_moves(const struct question *question);
void ask_date_misplaced(const struct question *question);
void ask_signed_early(const struct question *question);
void ask_signed_long_before(const struct question *question);
void ask_date_past_forecast(const struct question *question);

/* ledger.c, testable.c, quoted.c, quoted_claim.c, undated.c: milestones, period by period */
void ask_milestone_lost(const struct question *question);
void ask_milestone_unreasoned(const struct question *question);
void ask_milestone_delivered_twice(const struct question *question);
void ask_milestone_reopened(const struct question *question);
void ask_milestone_no_test(const struct question *question);
void ask_milestone_undated(const struct question *question);
void ask_milestone_misquoted(const struct question *question);
void ask_outcome_unserved(const struct question *question);

/* risks.c, denial.c, key_risk.c, mitigation.c, route.c: risks and issues */
void ask_risks_denied(const struct question *question);
void ask_risk_unlisted(const struct question *question);
void ask_risk_lost(const struct question *question);
void ask_mitigation_shared(const struct question *question);
void ask_mitigation_no_action(const struct question *question);
void ask_no_route_to_green(const struct question *question);

/* rationale.c, stuck.c: the rating against its reasons */
void ask_rationale_unmoved(const struct question *question);
void ask_rating_jumped(const struct question *question);
void ask_rerating_unexplained(const struct question *question);
void ask_rating_stuck(const struct question *question);
void ask_text_copied(const struct question *question);

/* claims.c, unmeasured.c: what the prose claims */
void ask_claim_count(const struct question *question);
void ask_claim_rating(const struct question *question);
void ask_claim_streak(const struct question *question);
void ask_claim_trend(const struct question *question);
void ask_claim_schedule(const struct question *question);
void ask_claim_milestones(const struct question *question);
void ask_trend_unmeasured(const struct question *question);

/* names.c, dated.c: names and dates across documents */
void ask_name_spelling(const struct question *question);
void ask_decision_without_meeting(const struct question *question);
void ask_event_dated_twice(const struct question *question);
void ask_future_past(const struct question *question);

/* finish.c, leftover.c, template.c, attached.c: whether it is finished */
void ask_sentence_unfinished(const struct question *question);
void ask_list_empty(const struct question *question);
void ask_template_left(const struct question *question);
void ask_placeholder_left(const struct question *question);
void ask_evidence_missing(const struct question *question);

/* roll_up.c: how the ratings add up */
void ask_roll_up_better(const struct question *question);
void ask_roll_up_unsaid(const struct question *question);
void ask_bad_news_left_out(const struct question *question);

#endif
