#include "base/keeping.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/read.h"
#include "base/write.h"

enum { LARGEST = 1 << 28 }; /* of a file that is compared or copied */

/* A row of the list: by what the file can be known again, and then what it was made from. */
struct known {
	const char *mark, *material;
};

void keeping_begin(struct keeping *keeping, int before, int after, const struct stat *likeness)
{
	*keeping = (struct keeping){
		.before = before, .after = after, .likeness = *likeness, .list = BUF_INIT};
}

void keeping_release(struct keeping *keeping)
{
	map_release(&keeping->known);
	buf_release(&keeping->list);
	arena_release(&keeping->arena);
}

/* The word up to the next blank, which is made its end; *LINE is behind it. NULL: there is none. */
static const char *next_word(char **line)
{
	char *word = *line, *blank = strchr(word, ' ');
	if (blank == NULL || blank == word)
		return NULL;
	*blank = '\0';
	*line = blank + 1;
	return word;
}

void keeping_remember(struct keeping *keeping, const char *list, size_t length)
{
	char *end, *line = arena_text(&keeping->arena, list, length);
	for (; (end = strchr(line, '\n')) != NULL; line = end + 1) {
		*end = '\0';
		struct known *known = arena_new(&keeping->arena, sizeof(*known));
		known->mark = next_word(&line);
		known->material = known->mark == NULL ? NULL : next_word(&line);
		if (known->material != NULL && *line != '\0')
			map_set(&keeping->known, line, known);
	}
}

/* Which file it is, how long, and when somebody wrote to it last. */
enum { MARK_SIZE = 80 };

static void mark_of(const struct stat *status, char mark[MARK_SIZE])
{
	snprintf(mark, MARK_SIZE, "%jx-%jx-%jx.%lx", (uintmax_t)status->st_ino,
	         (uintmax_t)status->st_size, (uintmax_t)status->st_mtim.tv_sec,
	         (unsigned long)status->st_mtim.tv_nsec);
}

/* A plain file that is the owner's and as open as a new one would be. */
static bool is_alike(const struct keeping *keeping, const char *path, struct stat *status)
{
	const struct stat *like = &keeping->likeness;
	return keeping->before >= 0 &&
	       fstatat(keeping->before, path, status, AT_SYMLINK_NOFOLLOW) == 0 &&
	       status->st_mode == like->st_mode && status->st_uid == like->st_uid &&
	       status->st_gid == like->st_gid;
}

/* For file systems without links; with the time stamps of the old file. */
static bool copy_file(const struct keeping *keeping, const char *path, const struct stat *status)
{
	size_t length;
	char *bytes = read_plain(keeping->before, path, LARGEST, &length);
	if (bytes == NULL)
		return false;
	int file = openat(keeping->after, path,
	                  O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
	const struct timespec times[2] = {status->st_atim, status->st_mtim};
	bool whole = file >= 0 && write_all(file, bytes, length) && futimens(file, times) == 0;
	if (file >= 0 && (close(file) != 0 || !whole)) {
		unlinkat(keeping->after, path, 0);
		whole = false;
	}
	free(bytes);
	return whole;
}

static bool put(const struct keeping *keeping, const char *path, const struct stat *status)
{
	return linkat(keeping->before, path, keeping->after, path, 0) == 0 ||
	       copy_file(keeping, path, status);
}

bool keeping_keep(struct keeping *keeping, const char *path, const char *material)
{
	const struct known *known = map_get(&keeping->known, path);
	struct stat status;
	char mark[MARK_SIZE];
	if (known == NULL || strcmp(known->material, material) != 0 ||
	    !is_alike(keeping, path, &status))
		return false;
	mark_of(&status, mark);
	return strcmp(mark, known->mark) == 0 && put(keeping, path, &status);
}

bool keeping_keep_bytes(struct keeping *keeping, const char *path, const char *bytes, size_t length)
{
	struct stat status;
	size_t old_length = 0;
	if (!is_alike(keeping, path, &status) || (uintmax_t)status.st_size != length)
		return false;
	char *old = read_plain(keeping->before, path, LARGEST, &old_length);
	bool same = old != NULL && old_length == length && memcmp(old, bytes, length) == 0;
	free(old);
	return same && put(keeping, path, &status);
}

void keeping_note(struct keeping *keeping, const char *path, const char *material)
{
	struct stat status;
	char mark[MARK_SIZE];
	if (fstatat(keeping->after, path, &status, AT_SYMLINK_NOFOLLOW) != 0)
		return;
	mark_of(&status, mark);
	buf_printf(&keeping->list, "%s %s %s\n", mark, material, path);
}
