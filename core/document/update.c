#include "document/update.h"

#include "document/rows.h"

static const char *const milestone_words[] = {"delivered", "in-progress", "carried",
                                              "split",     "merged",      "missed",
                                              "dropped",   "not-started", NULL};
static const char *const risk_words[] = {"open", "closed", NULL};
static const char *const outlook_words[] = {"improving", "steady", "worsening", NULL};

static const char *const outcome_words[] = {"not-started", "under-way", "achieved", NULL};

static const struct field outcome_fields[] = {
	FIELD(plan_outcome, id, "id", FIELD_SLUG, REQUIRED, "A short name that never changes."),
	FIELD(plan_outcome, title, "title", FIELD_TEXT, REQUIRED, "What will be so."),
	WORDS(plan_outcome, status, "status", outcome_words, OPTIONAL,
              "`not-started` for one that no milestone serves yet, and that is known."),
};
static const struct shape outcome_shape = SHAPE("outcome", plan_outcome, outcome_fields, NULL);

static const struct field milestone_fields[] = {
	FIELD(milestone, id, "id", FIELD_SLUG, REQUIRED,
              "A short name that the milestone keeps from period to period."),
	FIELD(milestone, title, "title", FIELD_TEXT, REQUIRED, "What will have been done."),
	FIELD(milestone, due, "due", FIELD_DATE, OPTIONAL, "The day it is due."),
	WORDS(milestone, status, "status", milestone_words, REQUIRED,
              "Where it stands at the end of the period."),
	FIELD(milestone, delivered_on, "delivered_on", FIELD_DATE, OPTIONAL,
              "The day it was delivered."),
	FIELD(milestone, reason, "reason", FIELD_TEXT, OPTIONAL,
              "Why it was carried, split, merged, missed or dropped."),
	FIELD(milestone, into, "into", FIELD_LIST, OPTIONAL,
              "The ids that it was split or merged into."),
	REFERRING(milestone, serves, "serves", FIELD_LIST, OPTIONAL, REFERS_OUTCOME,
                  "The ids of the outcomes that it serves."),
	FIELD(milestone, needs, "needs", FIELD_LIST, OPTIONAL,
              "Milestones it waits for: `workstream#milestone`."),
};
static const struct shape milestone_shape = SHAPE("milestone", milestone, milestone_fields, NULL);

static const struct field next_milestone_fields[] = {
	FIELD(next_milestone, id, "id", FIELD_SLUG, REQUIRED, "The id it will have next period."),
	FIELD(next_milestone, title, "title", FIELD_TEXT, REQUIRED, "What will have been done."),
	FIELD(next_milestone, due, "due", FIELD_DATE, OPTIONAL, "The day it is due."),
};
static const struct shape next_milestone_shape =
	SHAPE("planned milestone", next_milestone, next_milestone_fields, NULL);

static const struct field risk_fields[] = {
	FIELD(risk, id, "id", FIELD_SLUG, REQUIRED,
              "A short name that the risk keeps from period to period."),
	FIELD(risk, risk, "risk", FIELD_TEXT, REQUIRED, "What may go wrong, and what it would do."),
	FIELD(risk, mitigation, "mitigation", FIELD_TEXT, REQUIRED, "What is being done about it."),
	FIELD(risk, owner, "owner", FIELD_TEXT, OPTIONAL, "Who answers for it."),
	FIELD(risk, rating, "rating", FIELD_TEXT, OPTIONAL,
              "How bad it is, in the organisation's own words."),
	WORDS(risk, status, "status", risk_words, OPTIONAL, "`open` when not given."),
	FIELD(risk, closed_on, "closed_on", FIELD_DATE, OPTIONAL, "The day it was closed."),
	FIELD(risk, reason, "reason", FIELD_TEXT, OPTIONAL, "Why it was closed."),
};
static const struct shape risk_shape = SHAPE("risk", risk, risk_fields, NULL);

static const struct field signature_fields[] = {
	FIELD(signature, by, "by", FIELD_TEXT, REQUIRED, "Who."),
	FIELD(signature, on, "on", FIELD_DATE, REQUIRED, "When."),
};
static const struct shape signature_shape = SHAPE("sign-off", signature, signature_fields, NULL);

static const struct field decision_fields[] = {
	FIELD(signature, by, "by", FIELD_TEXT, REQUIRED,
              "The body or post that agreed the change."),
	FIELD(signature, on, "on", FIELD_DATE, REQUIRED, "When."),
	FIELD(signature, ref, "ref", FIELD_TEXT, OPTIONAL, "The minute or paper that records it."),
};
static const struct shape decision_shape = SHAPE("agreed change", signature, decision_fields, NULL);

static const struct field correction_fields[] = {
	FIELD(correction, reason, "reason", FIELD_TEXT, REQUIRED,
              "Why the rating of this period was changed."),
	FIELD(correction, raised_by, "raised_by", FIELD_TEXT, OPTIONAL,
              "Who questioned it; where an observation did, its id, or `id#challenge`."),
};
static const struct shape correction_shape =
	SHAPE("correction", correction, correction_fields, NULL);

static const struct field imported_fields[] = {
	FIELD(imported, source, "source", FIELD_TEXT, REQUIRED,
              "The paper that this was taken from."),
};
static const struct shape imported_shape = SHAPE("import", imported, imported_fields, NULL);

static const struct field update_fields[] = {
	FIELD(update, workstream, "workstream", FIELD_SLUG, REQUIRED,
              "The workstream's id in the plan."),
	FIELD(update, period, "period", FIELD_PERIOD, REQUIRED,
              "The month or months: `2023-08` or `2023-07/2023-08`."),
	FIELD(update, rag, "rag", FIELD_RATING, REQUIRED,
              "The rating, a level of the plan's scale."),
	FIELD(update, sponsor, "sponsor", FIELD_TEXT, REQUIRED_UNLESS_IMPORTED,
              "Who answers for the workstream."),
	FIELD(update, managers, "managers", FIELD_LIST, REQUIRED_UNLESS_IMPORTED,
              "Who manages it."),
	FIELD(update, support, "support", FIELD_TEXT, OPTIONAL,
              "Who supports it in the programme office."),
	FIELD(update, agreed_completion, "agreed_completion", FIELD_DATE, REQUIRED_UNLESS_IMPORTED,
              "The completion date that was agreed."),
	FIELD(update, forecast_completion, "forecast_completion", FIELD_DATE,
              REQUIRED_UNLESS_IMPORTED, "The completion date expected now."),
	FIELD(update, description, "description", FIELD_TEXT, OPTIONAL,
              "What the workstream is for."),
	RECORDS(update, outcomes, "outcomes", FIELD_RECORDS, OPTIONAL, &outcome_shape,
                "What it is to achieve."),
	RECORDS(update, milestones, "milestones", FIELD_RECORDS, OPTIONAL, &milestone_shape,
                "Milestones of this period."),
	RECORDS(update, next_milestones, "next_milestones", FIELD_RECORDS, OPTIONAL,
                &next_milestone_shape, "Milestones planned for the next period."),
	RECORDS(update, risks, "risks", FIELD_RECORDS, OPTIONAL, &risk_shape,
                "Risks, with what is done about them."),
	WORDS(update, outlook, "outlook", outlook_words, OPTIONAL, "Where the rating is heading."),
	FIELD(update, route_to_green, "route_to_green", FIELD_TEXT, OPTIONAL,
              "What would bring the rating back to the best level, and by when."),
	RECORDS(update, sponsor_signed, "sponsor_signed", FIELD_RECORD, OPTIONAL, &signature_shape,
                "The sponsor's sign-off."),
	RECORDS(update, agreed_change, "agreed_change", FIELD_RECORD, OPTIONAL, &decision_shape,
                "The decision that moved the agreed completion date."),
	RECORDS(update, correction, "correction", FIELD_RECORD, OPTIONAL, &correction_shape,
                "Why the rating of a period already on record was changed."),
	FIELD(update, inherits, "inherits", FIELD_LIST, OPTIONAL,
              "Close-down tasks that it takes over: `plan/closedown#task`."),
	RECORDS(update, imported, "imported", FIELD_RECORD, OPTIONAL, &imported_shape,
                "Where it was taken from, when the paper gives only part of an update."),
	FIELD(update, completed_by, "completed_by", FIELD_TEXT, REQUIRED_UNLESS_IMPORTED,
              "Who wrote the update."),
	FIELD(update, completed_on, "completed_on", FIELD_DATE, REQUIRED_UNLESS_IMPORTED,
              "When it was finished."),
};
const struct shape update_shape = SHAPE("update", update, update_fields, &common_shape);

static const struct field overview_fields[] = {
	FIELD(overview, period, "period", FIELD_PERIOD, REQUIRED,
              "The month or months it speaks of."),
	FIELD(overview, rag, "rag", FIELD_RATING, REQUIRED, "The programme's own rating."),
	FIELD(overview, director, "director", FIELD_TEXT, REQUIRED_UNLESS_IMPORTED,
              "Whose words these are."),
	FIELD(overview, completed_on, "completed_on", FIELD_DATE, REQUIRED_UNLESS_IMPORTED,
              "When they were finished."),
	FIELD(overview, roll_up_reason, "roll_up_reason", FIELD_TEXT, OPTIONAL,
              "Why the overall rating differs from the plan's rule."),
	RECORDS(overview, correction, "correction", FIELD_RECORD, OPTIONAL, &correction_shape,
                "Why the rating of a period already on record was changed."),
	RECORDS(overview, imported, "imported", FIELD_RECORD, OPTIONAL, &imported_shape,
                "Where it was taken from."),
};
const struct shape overview_shape = SHAPE("overview", overview, overview_fields, &common_shape);

const char *outcome_status_words(enum outcome_status status)
{
	static const char *const words[] = {"not started", "under way", "achieved"};
	return words[status];
}
