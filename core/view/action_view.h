/*
 * Plans of actions over time, as text and as JSON: how many actions are open, done and overdue,
 * month by month, and which are overdue.
 */
#ifndef VIEW_ACTION_VIEW_H
#define VIEW_ACTION_VIEW_H

#include "record/action_history.h"
#include "view/json.h"
#include "view/lines.h"

/* Those of the plan that stand, as of a day: each below a heading of its own. */
void action_plans_as_text(const struct plan_record *plan, const struct cabinet *cabinet,
                          struct date day, const struct layout *layout, struct buf *out);

/* One of them, without its heading. */
void action_plan_as_text(const struct actions_history *history, const struct layout *layout,
                         struct buf *out);

/* "in progress, was not started", "due 30 Sep 2023, was 31 Aug 2023: 30 days later" */
void action_change_words(const struct action_change *change, struct buf *line);

/* The object that is one of the array below, under KEY. */
void action_plan_as_json(const struct actions_history *history, const char *key,
                         struct json_writer *json);

/* The same of what is filed, into the array that is open; nothing where there is none to tell. */
void action_plan_add_json(const struct filed *filed, struct date day, struct json_writer *json);

/*
 * "action_plans": [{"id", "title", "source", "date", "exempt", "as_of", "recommendations",
 * "groups", "now", "months", "actions", "reviews"}], into the object that is open.
 */
void action_plans_as_json(const struct plan_record *plan, const struct cabinet *cabinet,
                          struct date day, struct json_writer *json);

/* True for a review that was set for a day before DAY and was not held. */
bool review_is_overdue(const struct review *review, struct date day);

#endif
