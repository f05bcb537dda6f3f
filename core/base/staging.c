#include "base/staging.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/keeping.h"
#include "base/mem.h"
#include "base/write.h"

enum { DEEPEST_FOLDER = 8, MOST_PARTS = 4 };

static const char *const markers[] = {STAGING_SITE, STAGING_EXPORT};

enum { MARKERS = sizeof(markers) / sizeof(markers[0]) };

struct staging {
	char *target; /* as given, for messages */
	const char *marker;
	char *name;      /* of the target in its parent */
	struct buf next; /* the hidden folder's name */
	struct buf old;  /* where an old folder waits while it is being replaced */
	int parent;      /* the folder that holds the target; locked */
	int folder;      /* the hidden folder */
	int before;      /* the folder that is replaced; -1 where there is none */
	struct keeping keeping;
	struct buf made; /* the folder in it that was asked for last, and is there */
};

static int fail(const struct staging *staging, struct error *error, const char *what)
{
	return error_set(error, "%s %.300s: %s", what, staging->target, strerror(errno));
}

static bool is_marker(const char *name)
{
	for (size_t i = 0; i < MARKERS; i++)
		if (strcmp(name, markers[i]) == 0)
			return true;
	return false;
}

/*
 * Removes a folder and all in it, without following links. The marker goes last: what
 * a killed process leaves of the folder is still known as ours.
 */
static int remove_tree(int parent, const char *name, int depth)
{
	int folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (folder < 0)
		return errno == ENOENT ? 0 : -1;
	DIR *entries = fdopendir(folder);
	if (entries == NULL) {
		close(folder);
		return -1;
	}
	const struct dirent *entry;
	while ((entry = readdir(entries)) != NULL) {
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0 ||
		    (depth == 0 && is_marker(entry->d_name)))
			continue;
		/* A folder is no file that can be unlinked: then it is known for one. */
		if (unlinkat(folder, entry->d_name, 0) < 0 && depth < DEEPEST_FOLDER)
			remove_tree(folder, entry->d_name, depth + 1);
	}
	for (size_t i = 0; i < MARKERS && depth == 0; i++)
		unlinkat(folder, markers[i], 0);
	closedir(entries);
	return unlinkat(parent, name, AT_REMOVEDIR);
}

static bool has_marker(int folder, const char *marker)
{
	return faccessat(folder, marker, F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

/*
 * 1 when the folder is empty or has this marker (any where it is NULL), 0 when it has
 * not, -1 when it cannot be read.
 */
static int is_ours(int parent, const char *name, const char *marker)
{
	int ours = 1;
	int folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (folder < 0)
		return -1;
	for (size_t i = 0; i < MARKERS; i++) {
		if ((marker != NULL && strcmp(marker, markers[i]) != 0) ||
		    !has_marker(folder, markers[i]))
			continue;
		close(folder);
		return 1;
	}
	DIR *entries = fdopendir(folder);
	if (entries == NULL) {
		close(folder);
		return -1;
	}
	const struct dirent *entry;
	while ((entry = readdir(entries)) != NULL)
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			ours = 0;
	closedir(entries);
	return ours;
}

/* Makes the folders above the target, as mkdir -p does. */
static int make_parents(char *path)
{
	for (char *at = path + 1; *at != '\0'; at++) {
		if (*at != '/')
			continue;
		*at = '\0';
		int made = mkdir(path, 0777);
		*at = '/';
		if (made < 0 && errno != EEXIST)
			return -1;
	}
	return 0;
}

/* Locks the parent; another process may hold it for all of PATIENCE seconds. */
static bool lock(int parent, unsigned patience)
{
	enum { PAUSE = 50 }; /* milliseconds */
	for (unsigned tried = 0; flock(parent, LOCK_EX | LOCK_NB) < 0; tried++) {
		if (errno != EWOULDBLOCK || tried >= patience * (1000 / PAUSE))
			return false;
		nanosleep(&(struct timespec){0, PAUSE * 1000000L}, NULL);
	}
	return true;
}

/* Opens and locks the target's parent; a target that is a link means what it leads to. */
static int open_parent(struct staging *staging, const char *target, unsigned patience,
                       struct error *error)
{
	char *real = realpath(target, NULL);
	char *path = mem_text(real != NULL ? real : target, strlen(real != NULL ? real : target));
	int result = -1;
	free(real);
	size_t length = strlen(path);
	while (length > 1 && path[length - 1] == '/')
		path[--length] = '\0';
	char *slash = strrchr(path, '/');
	staging->name = mem_text(slash != NULL ? slash + 1 : path,
	                         strlen(slash != NULL ? slash + 1 : path));
	if (staging->name[0] == '\0' || strcmp(staging->name, ".") == 0 ||
	    strcmp(staging->name, "..") == 0) {
		error_set(error,
		          "%.300s cannot be replaced; name a folder of its own for the output",
		          target);
		goto done;
	}
	if (slash != NULL && make_parents(path) < 0) {
		fail(staging, error, "cannot make the folders above");
		goto done;
	}
	if (slash != NULL)
		slash[slash == path ? 1 : 0] = '\0';
	staging->parent = open(slash != NULL ? path : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (staging->parent < 0) {
		fail(staging, error, "cannot open the folder above");
		goto done;
	}
	if (!lock(staging->parent, patience)) {
		error_set(error, "another process is writing %.300s or a folder beside it",
		          staging->target);
		error_hint(error, "wait until it has finished, then run this again");
		result = STAGING_BUSY;
		goto done;
	}
	result = 0;
done:
	free(path);
	return result;
}

/* Removes what a killed process left, and puts back an old folder that it had moved away. */
static void repair(const struct staging *staging)
{
	struct stat status;
	if (fstatat(staging->parent, staging->name, &status, AT_SYMLINK_NOFOLLOW) < 0 &&
	    errno == ENOENT)
		renameat(staging->parent, staging->old.bytes, staging->parent, staging->name);
	if (is_ours(staging->parent, staging->old.bytes, NULL) == 1)
		remove_tree(staging->parent, staging->old.bytes, 0);
	if (is_ours(staging->parent, staging->next.bytes, NULL) == 1)
		remove_tree(staging->parent, staging->next.bytes, 0);
}

static int check_target(const struct staging *staging, struct error *error)
{
	struct stat status, above;
	if (fstatat(staging->parent, staging->name, &status, AT_SYMLINK_NOFOLLOW) < 0)
		return errno == ENOENT ? 0 : fail(staging, error, "cannot look at");
	if (!S_ISDIR(status.st_mode))
		return error_set(error,
		                 "%.300s is not a folder; name a folder of its own for the output",
		                 staging->target);
	if (fstat(staging->parent, &above) == 0 && above.st_dev != status.st_dev) {
		error_set(error, "%.300s is where a disk is mounted, and cannot be replaced",
		          staging->target);
		return error_hint(error, "name a folder in it");
	}
	int ours = is_ours(staging->parent, staging->name, staging->marker);
	if (ours < 0)
		return fail(staging, error, "cannot read");
	if (ours == 0 && is_ours(staging->parent, staging->name, NULL) == 1) {
		error_set(error,
		          "%.300s was made by another command of ragtrail, so it is left alone",
		          staging->target);
		return error_hint(error, "name a new or an empty folder");
	}
	if (ours == 0) {
		error_set(error,
		          "%.300s holds files that ragtrail did not make, so it is left alone",
		          staging->target);
		return error_hint(error, "name a new or an empty folder");
	}
	return 0;
}

/* *LIKENESS: what a file is like that is made now. */
static int write_marker(const struct staging *staging, struct stat *likeness)
{
	static const char note[] = "This folder is made by ragtrail, which replaces it whole.\n";
	int marker = openat(staging->folder, staging->marker,
	                    O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	bool written =
		marker >= 0 && write(marker, note, sizeof(note) - 1) == (ssize_t)(sizeof(note) - 1);
	written = written && fstat(marker, likeness) == 0;
	return marker < 0 || close(marker) < 0 || !written ? -1 : 0;
}

/* Makes the hidden folder, and opens the one that it will replace. */
static int make_folder(struct staging *staging, struct error *error)
{
	struct stat likeness;
	if (mkdirat(staging->parent, staging->next.bytes, 0777) < 0)
		return fail(staging, error, "cannot make a folder beside");
	staging->folder = openat(staging->parent, staging->next.bytes,
	                         O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (staging->folder < 0)
		return fail(staging, error, "cannot open the folder beside");
	if (write_marker(staging, &likeness) < 0)
		return fail(staging, error, "cannot write beside");
	staging->before = openat(staging->parent, staging->name,
	                         O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	keeping_begin(&staging->keeping, staging->before, staging->folder, &likeness);
	return 0;
}

int staging_open(struct staging **staging, const char *target, const char *marker,
                 unsigned patience, struct error *error)
{
	struct staging *opened = mem_new(1, sizeof(*opened));
	*opened = (struct staging){.target = mem_text(target, strlen(target)),
	                           .marker = marker,
	                           .next = BUF_INIT,
	                           .old = BUF_INIT,
	                           .parent = -1,
	                           .folder = -1,
	                           .before = -1,
	                           .keeping = {.list = BUF_INIT},
	                           .made = BUF_INIT};
	int result = open_parent(opened, target, patience, error);
	if (result == 0) {
		buf_printf(&opened->next, ".%s.next", opened->name);
		buf_printf(&opened->old, ".%s.old", opened->name);
		repair(opened);
		result = check_target(opened, error);
	}
	if (result == 0)
		result = make_folder(opened, error);
	if (result == 0)
		*staging = opened;
	else
		staging_close(opened);
	return result;
}

static bool is_safe_part(const char *part, size_t length)
{
	if (length == 0 || length > 200 || part[0] == '.')
		return false;
	for (size_t i = 0; i < length; i++) {
		char byte = part[i];
		bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
		              (byte >= '0' && byte <= '9');
		if (!letter && byte != '.' && byte != '_' && byte != '-')
			return false;
	}
	return true;
}

/* False where PATH is no safe name, or leads too deep. */
static bool is_safe_path(const char *path)
{
	int parts = 1;
	for (const char *part = path;; part++, parts++) {
		size_t length = strcspn(part, "/");
		if (!is_safe_part(part, length) || parts > MOST_PARTS)
			return false;
		part += length;
		if (*part == '\0')
			return true;
	}
}

/* Makes the folders in PATH below the hidden one; files come folder by folder. */
static int make_folders(struct staging *staging, const char *path, struct error *error)
{
	const char *slash = strrchr(path, '/');
	size_t length = slash == NULL ? 0 : (size_t)(slash - path);
	if (!is_safe_path(path))
		return error_set(error, "`%.200s` is not a safe name for a file of the output",
		                 path);
	if (length == 0 ||
	    (staging->made.length == length && memcmp(staging->made.bytes, path, length) == 0))
		return 0;
	for (size_t i = 1; i <= length; i++) {
		if (path[i] != '/')
			continue;
		buf_clear(&staging->made);
		buf_add(&staging->made, path, i);
		if (mkdirat(staging->folder, staging->made.bytes, 0777) < 0 && errno != EEXIST)
			return fail(staging, error, "cannot make a folder in");
	}
	return 0;
}

static int write_file(const struct staging *staging, const char *path, const char *bytes,
                      size_t length, struct error *error)
{
	int file = openat(staging->folder, path,
	                  O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
	if (file < 0)
		return fail(staging, error, "cannot write a file of");
	if (!write_all(file, bytes, length)) {
		fail(staging, error, "cannot write a file of");
		close(file);
		return -1;
	}
	return close(file) < 0 ? fail(staging, error, "cannot write a file of") : 0;
}

int staging_write(struct staging *staging, const char *path, const char *material,
                  const char *bytes, size_t length, struct error *error)
{
	if (make_folders(staging, path, error) < 0)
		return -1;
	if (!keeping_keep_bytes(&staging->keeping, path, bytes, length) &&
	    write_file(staging, path, bytes, length, error) < 0)
		return -1;
	if (material != NULL)
		keeping_note(&staging->keeping, path, material);
	return 0;
}

bool staging_keep(struct staging *staging, const char *path, const char *material)
{
	struct error ignored;
	if (make_folders(staging, path, &ignored) < 0 ||
	    !keeping_keep(&staging->keeping, path, material))
		return false;
	keeping_note(&staging->keeping, path, material);
	return true;
}

void staging_withdraw(struct staging *staging, const char *path)
{
	if (is_safe_path(path))
		unlinkat(staging->folder, path, 0);
}

void staging_adopt(struct staging *staging, const char *list, size_t length)
{
	buf_add(&staging->keeping.list, list, length);
}

const char *staging_list(const struct staging *staging, size_t *length)
{
	*length = staging->keeping.list.length;
	return staging->keeping.list.bytes;
}

void staging_list_name(const struct staging *staging, struct buf *name)
{
	struct stat status = {0};
	fstat(staging->parent, &status);
	buf_printf(name, "site-%jx-%jx-%.60s", (uintmax_t)status.st_dev, (uintmax_t)status.st_ino,
	           staging->name);
}

void staging_remember(struct staging *staging, const char *list, size_t length)
{
	keeping_remember(&staging->keeping, list, length);
}

/* For file systems that cannot exchange two folders. */
static int rename_twice(const struct staging *staging)
{
	if (renameat(staging->parent, staging->name, staging->parent, staging->old.bytes) < 0)
		return -1;
	if (renameat(staging->parent, staging->next.bytes, staging->parent, staging->name) < 0) {
		int reason = errno;
		renameat(staging->parent, staging->old.bytes, staging->parent, staging->name);
		errno = reason;
		return -1;
	}
	return 0;
}

int staging_commit(struct staging *staging, struct error *error)
{
	if (syncfs(staging->folder) < 0)
		return fail(staging, error, "cannot write to the disk of");
	int moved = renameat2(staging->parent, staging->next.bytes, staging->parent, staging->name,
	                      RENAME_EXCHANGE);
	if (moved < 0 && errno == ENOENT)
		moved = renameat(staging->parent, staging->next.bytes, staging->parent,
		                 staging->name);
	else if (moved < 0 && (errno == EINVAL || errno == ENOSYS))
		moved = rename_twice(staging);
	if (moved < 0)
		return fail(staging, error, "cannot put the new output in the place of");
	fsync(staging->parent);
	remove_tree(staging->parent, staging->next.bytes, 0);
	remove_tree(staging->parent, staging->old.bytes, 0);
	close(staging->folder);
	staging->folder = -1;
	return 0;
}

void staging_close(struct staging *staging)
{
	if (staging == NULL)
		return;
	if (staging->folder >= 0) {
		close(staging->folder);
		remove_tree(staging->parent, staging->next.bytes, 0);
	}
	if (staging->before >= 0)
		close(staging->before);
	if (staging->parent >= 0)
		close(staging->parent);
	keeping_release(&staging->keeping);
	buf_release(&staging->made);
	buf_release(&staging->next);
	buf_release(&staging->old);
	free(staging->target);
	free(staging->name);
	free(staging);
}
