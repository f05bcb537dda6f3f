/*
 * Parts of a record as JSON, which `show` and `export` have in common.
 */
#ifndef VIEW_RECORD_JSON_H
#define VIEW_RECORD_JSON_H

#include "record/ledger.h"
#include "view/json_values.h"

/* "ledger": {"agreed_completion", "forecast_completion", "slip_days", "milestones"} */
void ledger_as_json(struct json_writer *json, const struct series *series);

/* "milestones" and "risks" of one reading. */
void lists_as_json(struct json_writer *json, const struct reading *reading);

/*
 * "periods": [{"period", "withdrawn", "versions": [...], "withdrawals": [...]}] and
 * "drafts", of a series, into the object that is open; with MORE, versions carry their
 * sponsor, dates, milestones and risks.
 */
void standings_as_json(struct json_writer *json, const struct series *series, bool more);

#endif
