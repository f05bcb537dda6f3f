/*
 * Writing all of some bytes to a file, however many calls that takes.
 */
#ifndef BASE_WRITE_H
#define BASE_WRITE_H

#include <stdbool.h>
#include <stddef.h>

/* False, with errno, where not all could be written. */
bool write_all(int file, const char *bytes, size_t length) __attribute__((warn_unused_result));

#endif
