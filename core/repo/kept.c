#include "repo/kept.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/write.h"
#include "repo/internal.h"

enum {
	LARGEST = 1 << 30,
	PATIENCE = 20000, /* milliseconds */
};

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

/*
 * Removes what processes have left that were killed while they wrote: PREFIX and a number. What
 * has the number of this process was left by an earlier one.
 */
static void sweep(int folder, const char *prefix)
{
	const size_t length = strlen(prefix);
	int again = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *entries = again < 0 ? NULL : fdopendir(again);
	if (entries == NULL) {
		if (again >= 0)
			close(again);
		return;
	}
	const struct dirent *entry;
	while ((entry = readdir(entries)) != NULL) {
		const char *digits = entry->d_name + length;
		if (strncmp(entry->d_name, prefix, length) != 0 || *digits < '1' || *digits > '9' ||
		    digits[strspn(digits, "0123456789")] != '\0')
			continue;
		long process = strtol(digits, NULL, 10);
		if (process <= INT_MAX &&
		    (process == getpid() || (kill((pid_t)process, 0) < 0 && errno == ESRCH)))
			unlinkat(folder, entry->d_name, 0);
	}
	closedir(entries);
}

void kept_write(struct repo *repo, const char *name, const char *bytes, size_t length)
{
	char fresh[64];
	if (repo->quarantined)
		return;
	int folder = open_folder(repo, true);
	if (folder < 0)
		return;
	/* No name that anything is kept under begins like that. */
	snprintf(fresh, sizeof(fresh), ".%.32s.", name);
	sweep(folder, fresh);
	snprintf(fresh, sizeof(fresh), ".%.32s.%ld", name, (long)getpid());
	int file =
		openat(folder, fresh, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
	if (file >= 0) {
		bool whole = write_all(file, bytes, length);
		if (close(file) != 0 || !whole || renameat(folder, fresh, folder, name) < 0)
			unlinkat(folder, fresh, 0);
	}
	close(folder);
}

bool kept_may_write(const struct repo *repo)
{
	return !repo->quarantined;
}

void kept_by(struct repo *repo, struct twin *keeper)
{
	kept_await(repo);
	repo->keeper = keeper;
}

void kept_await(struct repo *repo)
{
	size_t length;
	if (repo->keeper == NULL)
		return;
	twin_wait(repo->keeper, PATIENCE, &length);
	twin_close(repo->keeper);
	repo->keeper = NULL;
}

void kept_forget(struct repo *repo)
{
	static const char *const names[] = {KEPT_RECORD, KEPT_READINGS, KEPT_STANDING,
	                                    KEPT_QUESTIONS, KEPT_QUESTIONS_ALL};
	kept_await(repo);
	int folder = open_folder(repo, false);
	if (folder < 0)
		return;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		unlinkat(folder, names[i], 0);
	close(folder);
}
