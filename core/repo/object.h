/*
 * The names of git objects, as values that outlive the repository.
 */
#ifndef REPO_OBJECT_H
#define REPO_OBJECT_H

#include <stdbool.h>
#include <stddef.h>

enum { OBJECT_ID_SIZE = 20, OBJECT_HEX_SIZE = 41, OBJECT_SHORT = 7 };

struct object_id {
	unsigned char bytes[OBJECT_ID_SIZE];
};

/* The forty digits. Returns HEX. */
char *object_hex(const struct object_id *id, char hex[OBJECT_HEX_SIZE]);

bool object_equal(const struct object_id *a, const struct object_id *b);
bool object_is_none(const struct object_id *id);

#endif
