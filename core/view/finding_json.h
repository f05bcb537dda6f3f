/*
 * A finding as an object of JSON, the same wherever there is one: see check.schema.json.
 */
#ifndef VIEW_FINDING_JSON_H
#define VIEW_FINDING_JSON_H

#include "rules/finding.h"
#include "view/json.h"

void finding_add_json(struct json_writer *json, const struct finding *finding);

#endif
