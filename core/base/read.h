/*
 * Reading a whole file that anybody may have put there, and may change meanwhile.
 */
#ifndef BASE_READ_H
#define BASE_READ_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The bytes of a plain file that is neither empty nor larger than LARGEST; PATH counts from
 * FOLDER, as openat() has it. NULL for anything else, and for a link. Free with free().
 * The file is not mapped: who cuts it short while it is looked at would end the process.
 */
char *read_plain(int folder, const char *path, size_t largest, size_t *length);

/* The LENGTH bytes from OFFSET on of such a file; NULL too where it has fewer. */
char *read_plain_part(int folder, const char *path, size_t largest, size_t offset, size_t length);

/* Such a file, open to be read in pieces. */
struct plain_file {
	int file;
	size_t size; /* as it was when it was opened */
};

/* False where it is none. Close with plain_close(). */
bool plain_open(int folder, const char *path, size_t largest, struct plain_file *plain);

/* Reads the LENGTH bytes from OFFSET on; false where there are fewer now. */
bool plain_read(const struct plain_file *plain, size_t offset, void *bytes, size_t length);

void plain_close(struct plain_file *plain);

#endif
