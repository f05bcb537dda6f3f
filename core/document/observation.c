#include "document/observation.h"

#include "document/rows.h"

static const char *const status_words[] = {"open", "answered", NULL};

static const struct field response_fields[] = {
	FIELD(response, by, "by", FIELD_TEXT, REQUIRED, "Who answers."),
	FIELD(response, on, "on", FIELD_DATE, REQUIRED, "When."),
	FIELD(response, text, "text", FIELD_TEXT, REQUIRED, "What the answer is."),
};
static const struct shape response_shape = SHAPE("response", response, response_fields, NULL);

static const struct field challenge_fields[] = {
	FIELD(challenge, id, "id", FIELD_SLUG, OPTIONAL,
              "A short name, by which a re-rating can say who raised it."),
	REFERRING(challenge, workstream, "workstream", FIELD_SLUG, OPTIONAL, REFERS_WORKSTREAM,
                  "Whose rating is challenged, where the body says so: an id in the plan."),
	FIELD(challenge, period, "period", FIELD_PERIOD, OPTIONAL,
              "The period whose rating is challenged, where the body says so."),
	FIELD(challenge, reason, "reason", FIELD_TEXT, REQUIRED, "What the body questions."),
	RECORDS(challenge, response, "response", FIELD_RECORD, OPTIONAL, &response_shape,
                "The answer to it, where the rating stays as it is."),
};
static const struct shape challenge_shape = SHAPE("challenge", challenge, challenge_fields, NULL);

static const struct field independent_fields[] = {
	REFERRING(independent, workstream, "workstream", FIELD_SLUG, OPTIONAL, REFERS_WORKSTREAM,
                  "The workstream's id; the programme as a whole when not given."),
	FIELD(independent, period, "period", FIELD_PERIOD, REQUIRED, "The period that is rated."),
	FIELD(independent, rag, "rag", FIELD_RATING, REQUIRED,
              "The body's own rating, a level of the plan's scale."),
	FIELD(independent, reason, "reason", FIELD_TEXT, OPTIONAL, "Why."),
};
static const struct shape independent_shape =
	SHAPE("independent rating", independent, independent_fields, NULL);

static const struct field observation_fields[] = {
	FIELD(observation, id, "id", FIELD_SLUG, REQUIRED, "A short name that never changes."),
	FIELD(observation, title, "title", FIELD_TEXT, OPTIONAL, "What readers see."),
	REFERRING(observation, committee, "committee", FIELD_SLUG, REQUIRED, REFERS_COMMITTEE,
                  "The id of the body that met."),
	FIELD(observation, date, "date", FIELD_DATE, REQUIRED, "The day it met."),
	REFERRING(observation, about, "about", FIELD_LIST, OPTIONAL, REFERS_WORKSTREAM,
                  "The ids of the workstreams that it spoke of."),
	RECORDS(observation, challenges, "challenges", FIELD_RECORDS, OPTIONAL, &challenge_shape,
                "The ratings that it questioned."),
	RECORDS(observation, independent, "independent", FIELD_RECORDS, OPTIONAL,
                &independent_shape, "Ratings of its own."),
	WORDS(observation, status, "status", status_words, OPTIONAL,
              "`answered` once nothing is left to answer."),
	FIELD(observation, response, "response", FIELD_TEXT, OPTIONAL,
              "The organisation's answer to all of it."),
};
const struct shape observation_shape =
	SHAPE("observation", observation, observation_fields, &common_shape);
