/*
 * After a redaction: what the server writes down of it, before the receipts of the push.
 */
#ifndef CMD_REDACTED_H
#define CMD_REDACTED_H

#include <stdint.h>

#include "pushed.h"
#include "repo/repo.h"

/*
 * Writes down that one history took the place of another: who, when and why, and for each
 * landing the receipt of the one in whose place it stands. *LAST is the last of those; the
 * one landing behind it is new, and gets a receipt of its own.
 */
int redacted_write(struct repo *repo, const struct pushed *pushed, const char *account,
                   int64_t received, struct object_id *last, struct error *error)
	__attribute__((warn_unused_result));

#endif
