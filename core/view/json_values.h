/*
 * The values of a record as JSON: the same words in every document that has them.
 */
#ifndef VIEW_JSON_VALUES_H
#define VIEW_JSON_VALUES_H

#include "record/changes.h"
#include "view/json.h"

/* {"id": "2023-07/2023-08", "words": "July to August 2023"} */
void json_add_period(struct json_writer *json, const char *key, struct period period);

/* {"id", "label", "short", "rank"}, rank 1 the best; null where VERSION is NULL. */
void json_add_rating(struct json_writer *json, const char *key, const struct version *version);

/* "2023-08-31"; null where the year is 0. */
void json_add_date(struct json_writer *json, const char *key, struct date date);

/* "2023-08-31T12:00:00Z" */
void json_add_time(struct json_writer *json, const char *key, int64_t seconds);

/* The forty digits. */
void json_add_commit(struct json_writer *json, const char *key, const struct object_id *id);

/*
 * {"commit", "author", "authored_at", "landed_at"}; where it has a receipt "committed_at"
 * and "received_at" too; null where LANDING is NULL.
 */
void json_add_landing(struct json_writer *json, const char *key, const struct landing *landing);

/*
 * What a landing has besides, into the object that is open: "committed_at",
 * "received_at", "dated_backwards", "subject".
 */
void json_add_arrival(struct json_writer *json, const struct landing *landing);

/* {"commit", "path", "why"} */
void json_add_hole(struct json_writer *json, const struct hole *hole);

/* {"type", "commit", "plan", "workstream", "period", "text"} */
void json_add_remark(struct json_writer *json, const struct remark *remark);

/* "kind", "from", "to", "days" and what else the change has, into the object that is open. */
void json_add_change(struct json_writer *json, const struct difference *change);

#endif
