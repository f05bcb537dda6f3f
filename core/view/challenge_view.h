/*
 * What oversight bodies question and what they rate themselves, as text and as JSON.
 */
#ifndef VIEW_CHALLENGE_VIEW_H
#define VIEW_CHALLENGE_VIEW_H

#include "record/challenges.h"
#include "view/json.h"
#include "view/lines.h"

/*
 * "by the Board on 11 Sep 2023: It looks late; open", or what answers it behind the
 * semicolon.
 */
void challenge_words(const struct challenged *challenged, struct buf *line);

/* "open", or "answered: " and what does: the end of those words. */
void challenge_state_words(const struct challenged *challenged, struct buf *line);

/* "rated Amber by the Board on 11 Sep 2023, declined: It looks late" */
void independent_words(const struct independent_rating *rating, struct buf *line);

/*
 * "challenges": [{"observation", "id", "body", "date", "period", "reason", "status",
 * "response", "response_to_all", "rerating"}], into the object that is open: those of the
 * series, or for NULL those that name no workstream of the plan.
 */
void challenges_as_json(struct json_writer *json, const struct challenges *challenges,
                        const struct series *series);

/* The same of all of them, each with its "workstream". */
void challenges_all_as_json(struct json_writer *json, const struct challenges *challenges);

/*
 * "independent": [{"observation", "body", "date", "period", "rating", "direction", "steps",
 * "reason"}] of the series, by period.
 */
void independent_as_json(struct json_writer *json, const struct challenges *challenges,
                         const struct series *series);

#endif
