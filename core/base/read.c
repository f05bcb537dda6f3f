#include "base/read.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

static char *read_bytes(int file, size_t offset, size_t length)
{
	char *bytes = mem_resize(NULL, length, 1);
	size_t done = 0;
	while (done < length) {
		ssize_t got = pread(file, bytes + done, length - done, (off_t)(offset + done));
		if (got <= 0)
			break;
		done += (size_t)got;
	}
	if (done == length)
		return bytes;
	free(bytes);
	return NULL;
}

/* The file opened, where it is such a one; else -1. */
static int open_plain(int folder, const char *path, size_t largest, size_t *size)
{
	struct stat status;
	int file = openat(folder, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (file < 0)
		return -1;
	if (fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0 &&
	    (size_t)status.st_size <= largest) {
		*size = (size_t)status.st_size;
		return file;
	}
	close(file);
	return -1;
}

char *read_plain(int folder, const char *path, size_t largest, size_t *length)
{
	int file = open_plain(folder, path, largest, length);
	if (file < 0)
		return NULL;
	char *bytes = read_bytes(file, 0, *length);
	close(file);
	return bytes;
}

char *read_plain_part(int folder, const char *path, size_t largest, size_t offset, size_t length)
{
	size_t size;
	char *bytes = NULL;
	int file = open_plain(folder, path, largest, &size);
	if (file < 0)
		return NULL;
	if (length != 0 && offset <= size && length <= size - offset)
		bytes = read_bytes(file, offset, length);
	close(file);
	return bytes;
}
