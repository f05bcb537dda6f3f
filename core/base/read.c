#include "base/read.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

static char *read_all(int file, size_t size)
{
	char *bytes = mem_resize(NULL, size, 1);
	size_t done = 0;
	while (done < size) {
		ssize_t got = read(file, bytes + done, size - done);
		if (got <= 0)
			break;
		done += (size_t)got;
	}
	if (done == size)
		return bytes;
	free(bytes);
	return NULL;
}

char *read_plain(int folder, const char *path, size_t largest, size_t *length)
{
	struct stat status;
	char *bytes = NULL;
	int file = openat(folder, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (file < 0)
		return NULL;
	if (fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0 &&
	    (size_t)status.st_size <= largest) {
		*length = (size_t)status.st_size;
		bytes = read_all(file, *length);
	}
	close(file);
	return bytes;
}
