#include "repo/object.h"

#include <string.h>

char *object_hex(const struct object_id *id, char hex[OBJECT_HEX_SIZE])
{
	static const char digits[] = "0123456789abcdef";
	for (size_t i = 0; i < OBJECT_ID_SIZE; i++) {
		hex[i * 2] = digits[id->bytes[i] >> 4];
		hex[i * 2 + 1] = digits[id->bytes[i] & 15];
	}
	hex[OBJECT_HEX_SIZE - 1] = '\0';
	return hex;
}

bool object_equal(const struct object_id *a, const struct object_id *b)
{
	return memcmp(a->bytes, b->bytes, OBJECT_ID_SIZE) == 0;
}

bool object_is_none(const struct object_id *id)
{
	static const struct object_id none = {{0}};
	return object_equal(id, &none);
}
