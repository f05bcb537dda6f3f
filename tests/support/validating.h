/*
 * JSON documents and what describes them, judged by another program (python3-jsonschema).
 */
#ifndef SUPPORT_VALIDATING_H
#define SUPPORT_VALIDATING_H

#include <stdbool.h>

#include "support/sandbox.h"

/* Whether the schema, a file of the project, accepts the document. */
bool schema_accepts(struct sandbox *sandbox, const char *schema, const char *document);

#endif
