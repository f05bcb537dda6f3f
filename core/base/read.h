/*
 * Reading a whole file that anybody may have put there, and may change meanwhile.
 */
#ifndef BASE_READ_H
#define BASE_READ_H

#include <stddef.h>

/*
 * The bytes of a plain file that is neither empty nor larger than LARGEST; PATH counts from
 * FOLDER, as openat() has it. NULL for anything else, and for a link. Free with free().
 * The file is not mapped: who cuts it short while it is looked at would end the process.
 */
char *read_plain(int folder, const char *path, size_t largest, size_t *length);

/* The LENGTH bytes from OFFSET on of such a file; NULL too where it has fewer. */
char *read_plain_part(int folder, const char *path, size_t largest, size_t offset, size_t length);

#endif
