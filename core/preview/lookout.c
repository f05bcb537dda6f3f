#include "preview/lookout.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/mem.h"

enum {
	DEEPEST = 16,   /* folders below a place */
	SECOND = 1000,  /* between two rounds, in milliseconds */
	EVENTS = 16384, /* bytes of them that are read at a time */
	MASK = IN_CREATE | IN_DELETE | IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_MOVED_FROM |
	       IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_DONT_FOLLOW |
	       IN_EXCL_UNLINK,
};

struct lookout {
	const struct lookout_place *places;
	size_t count;
	int file;                        /* of inotify; -1: none is to be had */
	const struct lookout_place **of; /* by the number of the watch */
	size_t room;
	bool rounds, asked; /* the folders are gone through; on demand */
	const char *trouble;
	uint64_t seen; /* what the last round saw */
};

/* Called for each folder, and for each file that matters, with the buffer that holds its path. */
typedef void (*visit_function)(struct lookout *lookout, const struct lookout_place *place,
                               const char *path, bool folder);

static void visit(struct lookout *lookout, const struct lookout_place *place, struct buf *path,
                  int depth, visit_function function)
{
	function(lookout, place, path->bytes, true);
	DIR *entries = opendir(path->bytes);
	const struct dirent *entry;
	size_t length = path->length;
	while (entries != NULL && (entry = readdir(entries)) != NULL) {
		struct stat status;
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0 ||
		    fstatat(dirfd(entries), entry->d_name, &status, AT_SYMLINK_NOFOLLOW) < 0)
			continue;
		buf_byte(path, '/');
		buf_text(path, entry->d_name);
		if (!S_ISDIR(status.st_mode)) {
			if (place->matters(entry->d_name))
				function(lookout, place, path->bytes, false);
		} else if (place->deep && depth < DEEPEST) {
			visit(lookout, place, path, depth + 1, function);
		}
		path->length = length;
		path->bytes[length] = '\0';
	}
	if (entries != NULL)
		closedir(entries);
}

static void visit_all(struct lookout *lookout, visit_function function)
{
	struct buf path = BUF_INIT;
	for (size_t i = 0; i < lookout->count; i++) {
		buf_clear(&path);
		buf_text(&path, lookout->places[i].folder);
		visit(lookout, &lookout->places[i], &path, 0, function);
	}
	buf_release(&path);
}

/* --- hearing --- */

static void watch(struct lookout *lookout, const struct lookout_place *place, const char *path,
                  bool folder)
{
	if (!folder || lookout->file < 0)
		return;
	int number = inotify_add_watch(lookout->file, path, MASK);
	if (number < 0) {
		if (errno == ENOSPC || errno == ENOMEM)
			lookout->rounds = true;
		return;
	}
	while ((size_t)number >= lookout->room) {
		size_t room = lookout->room == 0 ? 64 : lookout->room * 2;
		lookout->of = mem_resize(lookout->of, room, sizeof(*lookout->of));
		memset(lookout->of + lookout->room, 0,
		       (room - lookout->room) * sizeof(*lookout->of));
		lookout->room = room;
	}
	lookout->of[number] = place;
}

/* A folder that is a place of several kinds has one watch; the last one has it. */
static bool matters(const struct lookout *lookout, const struct inotify_event *event, bool *folders)
{
	if ((event->mask & IN_Q_OVERFLOW) != 0) {
		*folders = true;
		return true;
	}
	const struct lookout_place *place =
		event->wd >= 0 && (size_t)event->wd < lookout->room ? lookout->of[event->wd] : NULL;
	if (place == NULL || (event->mask & IN_IGNORED) != 0)
		return false;
	if ((event->mask & (IN_DELETE_SELF | IN_MOVE_SELF)) != 0 ||
	    (event->len != 0 && (event->mask & IN_ISDIR) != 0 &&
	     (place->deep || place->matters(event->name)))) {
		*folders = true;
		return true;
	}
	return event->len != 0 && place->matters(event->name);
}

static bool hear_events(struct lookout *lookout)
{
	_Alignas(struct inotify_event) char bytes[EVENTS];
	bool changed = false, folders = false;
	ssize_t got;
	while ((got = read(lookout->file, bytes, sizeof(bytes))) > 0) {
		for (ssize_t at = 0; at < got;) {
			const struct inotify_event *event =
				(const struct inotify_event *)(const void *)(bytes + at);
			changed |= matters(lookout, event, &folders);
			at += (ssize_t)(sizeof(*event) + event->len);
		}
	}
	if (folders) /* those that came must be watched too */
		visit_all(lookout, watch);
	return changed;
}

/* --- going through --- */

static void mix(struct lookout *lookout, const void *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++)
		lookout->seen =
			(lookout->seen ^ ((const unsigned char *)bytes)[i]) * 1099511628211ULL;
}

/* Order matters not: a folder lists its files as it likes. */
static void look(struct lookout *lookout, const struct lookout_place *place, const char *path,
                 bool folder)
{
	struct stat status;
	uint64_t before = lookout->seen;
	(void)place;
	if (folder || lstat(path, &status) < 0)
		return;
	lookout->seen = 14695981039346656037ULL;
	mix(lookout, path, strlen(path));
	mix(lookout, &status.st_mtim, sizeof(status.st_mtim));
	mix(lookout, &status.st_size, sizeof(status.st_size));
	mix(lookout, &status.st_ino, sizeof(status.st_ino));
	lookout->seen += before;
}

static bool hear_round(struct lookout *lookout)
{
	uint64_t before = lookout->seen;
	lookout->seen = 0;
	visit_all(lookout, look);
	return lookout->seen != before;
}

/* --- both --- */

/* Goes over to rounds where the kernel has refused. */
static void settle(struct lookout *lookout)
{
	if (!lookout->rounds || lookout->asked || lookout->trouble != NULL)
		return;
	if (lookout->file >= 0)
		close(lookout->file);
	lookout->file = -1;
	lookout->trouble = "the kernel watches no more folders for this user, so they are gone "
			   "through once a second instead; to raise the limit: sysctl "
			   "fs.inotify.max_user_watches=524288 fs.inotify.max_user_instances=512";
	hear_round(lookout);
}

struct lookout *lookout_open(const struct lookout_place *places, size_t count, bool rounds)
{
	struct lookout *lookout = mem_new(1, sizeof(*lookout));
	lookout->places = places;
	lookout->count = count;
	lookout->file = rounds ? -1 : inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
	lookout->rounds = lookout->file < 0;
	if (rounds)
		hear_round(lookout);
	else
		visit_all(lookout, watch);
	lookout->asked = rounds;
	settle(lookout);
	return lookout;
}

void lookout_close(struct lookout *lookout)
{
	if (lookout == NULL)
		return;
	if (lookout->file >= 0)
		close(lookout->file);
	free(lookout->of);
	free(lookout);
}

int lookout_file(const struct lookout *lookout)
{
	return lookout->file;
}

int lookout_patience(const struct lookout *lookout)
{
	return lookout->rounds ? SECOND : -1;
}

const char *lookout_trouble(const struct lookout *lookout)
{
	return lookout->trouble;
}

bool lookout_hear(struct lookout *lookout)
{
	bool changed = !lookout->rounds ? hear_events(lookout) : hear_round(lookout);
	settle(lookout);
	return changed;
}
