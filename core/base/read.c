#include "base/read.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"

bool plain_open(int folder, const char *path, size_t largest, struct plain_file *plain)
{
	struct stat status;
	plain->file = openat(folder, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (plain->file < 0)
		return false;
	if (fstat(plain->file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0 &&
	    (size_t)status.st_size <= largest) {
		plain->size = (size_t)status.st_size;
		return true;
	}
	plain_close(plain);
	return false;
}

bool plain_read(const struct plain_file *plain, size_t offset, void *bytes, size_t length)
{
	size_t done = 0;
	while (done < length) {
		ssize_t got = pread(plain->file, (char *)bytes + done, length - done,
		                    (off_t)(offset + done));
		if (got <= 0)
			return false;
		done += (size_t)got;
	}
	return true;
}

void plain_close(struct plain_file *plain)
{
	close(plain->file);
	plain->file = -1;
}

static char *read_bytes(const struct plain_file *plain, size_t offset, size_t length)
{
	char *bytes = mem_resize(NULL, length, 1);
	if (plain_read(plain, offset, bytes, length))
		return bytes;
	free(bytes);
	return NULL;
}

char *read_plain(int folder, const char *path, size_t largest, size_t *length)
{
	struct plain_file plain;
	if (!plain_open(folder, path, largest, &plain))
		return NULL;
	*length = plain.size;
	char *bytes = read_bytes(&plain, 0, plain.size);
	plain_close(&plain);
	return bytes;
}

char *read_plain_part(int folder, const char *path, size_t largest, size_t offset, size_t length)
{
	struct plain_file plain;
	char *bytes = NULL;
	if (!plain_open(folder, path, largest, &plain))
		return NULL;
	if (length != 0 && offset <= plain.size && length <= plain.size - offset)
		bytes = read_bytes(&plain, offset, length);
	plain_close(&plain);
	return bytes;
}
