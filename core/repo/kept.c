#include "repo/kept.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/write.h"
#include "repo/internal.h"

enum { LARGEST = 1 << 30 };

/* The folder itself, opened; -1 where there is none and none was made. */
static int open_folder(struct repo *repo, bool make)
{
	struct buf path = BUF_INIT;
	buf_printf(&path, "%sragtrail", git_repository_commondir(repo->git));
	if (make)
		mkdir(path.bytes, 0777);
	int folder = open(path.bytes, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	buf_release(&path);
	return folder;
}

bool kept_open(struct repo *repo, const char *name, struct plain_file *file)
{
	int folder = open_folder(repo, false);
	if (folder < 0)
		return false;
	bool open = plain_open(folder, name, LARGEST, file);
	close(folder);
	return open;
}

char *kept_read_part(struct repo *repo, const char *name, size_t offset, size_t length)
{
	int folder = open_folder(repo, false);
	if (folder < 0)
		return NULL;
	char *bytes = read_plain_part(folder, name, LARGEST, offset, length);
	close(folder);
	return bytes;
}

void kept_write(struct repo *repo, const char *name, const char *bytes, size_t length)
{
	char fresh[64];
	if (repo->quarantined)
		return;
	int folder = open_folder(repo, true);
	if (folder < 0)
		return;
	snprintf(fresh, sizeof(fresh), "%.32s.%ld", name, (long)getpid());
	int file =
		openat(folder, fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
	if (file >= 0) {
		bool whole = write_all(file, bytes, length);
		if (close(file) != 0 || !whole || renameat(folder, fresh, folder, name) < 0)
			unlinkat(folder, fresh, 0);
	}
	close(folder);
}
