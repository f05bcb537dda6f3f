#include "document/actions.h"

#include "document/rows.h"

static const char *const status_words[] = {"not-started", "in-progress", "done", "dropped", NULL};

static const struct field group_fields[] = {
	FIELD(recommendation_group, id, "id", FIELD_SLUG, REQUIRED,
              "The name that recommendations give in `group`."),
	FIELD(recommendation_group, title, "title", FIELD_TEXT, REQUIRED, "What readers see."),
	FIELD(recommendation_group, stated, "stated", FIELD_NUMBER, OPTIONAL,
              "How many of them the source says there are."),
};
static const struct shape group_shape =
	SHAPE("group of recommendations", recommendation_group, group_fields, NULL);

static const struct field recommendation_fields[] = {
	FIELD(recommendation, id, "id", FIELD_SLUG, REQUIRED,
              "The name that actions give in `addresses`."),
	FIELD(recommendation, title, "title", FIELD_TEXT, REQUIRED, "What is recommended."),
	REFERRING(recommendation, group, "group", FIELD_SLUG, OPTIONAL, REFERS_GROUP,
                  "The id of one of the `groups` that the source counts."),
	REFERRING(recommendation, parent, "parent", FIELD_SLUG, OPTIONAL, REFERS_RECOMMENDATION,
                  "The id of the recommendation that this is a part of."),
};
static const struct shape recommendation_shape =
	SHAPE("recommendation", recommendation, recommendation_fields, NULL);

static const struct field action_fields[] = {
	FIELD(action, id, "id", FIELD_SLUG, REQUIRED, "A short name that never changes."),
	FIELD(action, title, "title", FIELD_TEXT, REQUIRED, "What somebody will have done."),
	REFERRING(action, addresses, "addresses", FIELD_LIST, REQUIRED, REFERS_RECOMMENDATION,
                  "The ids of the recommendations that it answers."),
	FIELD(action, owner, "owner", FIELD_TEXT, OPTIONAL, "Who answers for it."),
	FIELD(action, due, "due", FIELD_DATE, OPTIONAL, "The day it is due."),
	FIELD(action, measure, "measure", FIELD_TEXT, OPTIONAL,
              "By what anybody can tell that it has worked."),
	WORDS(action, status, "status", status_words, REQUIRED, "Where it stands."),
	FIELD(action, done_on, "done_on", FIELD_DATE, OPTIONAL, "The day it was done."),
	FIELD(action, reason, "reason", FIELD_TEXT, OPTIONAL, "Why it was dropped."),
	FIELD(action, evidence, "evidence", FIELD_LIST, OPTIONAL, "What shows it."),
};
static const struct shape action_shape = SHAPE("action", action, action_fields, NULL);

static const struct field review_fields[] = {
	FIELD(review, on, "on", FIELD_DATE, REQUIRED, "The day it is set for."),
	REFERRING(review, committee, "committee", FIELD_SLUG, OPTIONAL, REFERS_COMMITTEE,
                  "The id of the body that looks at it."),
	FIELD(review, note, "note", FIELD_TEXT, OPTIONAL, "What it is to look at."),
	FIELD(review, held_on, "held_on", FIELD_DATE, OPTIONAL, "The day it took place."),
};
static const struct shape review_shape = SHAPE("review", review, review_fields, NULL);

static const struct field actions_fields[] = {
	FIELD(actions, id, "id", FIELD_SLUG, REQUIRED, "A short name that never changes."),
	FIELD(actions, title, "title", FIELD_TEXT, OPTIONAL, "What readers see."),
	FIELD(actions, source, "source", FIELD_TEXT, REQUIRED,
              "The review whose recommendations these are."),
	FIELD(actions, date, "date", FIELD_DATE, REQUIRED, "The day of the plan of actions."),
	FIELD(actions, stated_recommendations, "stated_recommendations", FIELD_NUMBER, OPTIONAL,
              "How many recommendations the source says there are, in all."),
	RECORDS(actions, groups, "groups", FIELD_RECORDS, OPTIONAL, &group_shape,
                "Recommendations that the source counts together."),
	RECORDS(actions, recommendations, "recommendations", FIELD_RECORDS, REQUIRED,
                &recommendation_shape, "What the source recommends."),
	RECORDS(actions, actions, "actions", FIELD_RECORDS, REQUIRED, &action_shape,
                "What is done about it."),
	RECORDS(actions, reviews, "reviews", FIELD_RECORDS, OPTIONAL, &review_shape,
                "When somebody looks at it again."),
};
const struct shape actions_shape = SHAPE("plan of actions", actions, actions_fields, &common_shape);

const char *action_status_words(enum action_status status)
{
	static const char *const words[] = {"not started", "in progress", "done", "dropped"};
	return words[status];
}
