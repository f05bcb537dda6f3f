#include "repo/index.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "repo/internal.h"
#include "repo/paths.h"
#include "repo/trees.h"

enum {
	LARGEST = 1 << 30,
	HEADER = 12,   /* "DIRC", the version, how many entries */
	TRAILER = 20,  /* a hash over all, which git itself does not look at */
	FIXED = 62,    /* the part of an entry before its path */
	DEEPEST = 128, /* folders within folders, in what git notes of them */
};

/* Bits of an entry. */
enum {
	EXTENDED = 0x4000, /* 16 bits more follow */
	STAGE = 0x3000,    /* 0, or which side of a merge that is not settled */
	ANNOUNCED = 0x2000 /* in those: `git add -N` */
};

struct reader {
	struct repo *repo;
	struct index *index;
	const unsigned char *at, *end; /* what is still to be read */
	uint32_t version;
	struct buf path; /* of the entry read last */
	struct error *error;
};

static uint32_t number_at(const unsigned char *at)
{
	return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

/* An empty buffer may have bytes that cannot be written. */
static void cut(struct buf *path, size_t length)
{
	if (length >= path->length)
		return;
	path->length = length;
	path->bytes[length] = '\0';
}

static size_t left(const struct reader *reader)
{
	return (size_t)(reader->end - reader->at);
}

static int fail_damaged(struct reader *reader)
{
	error_set(reader->error, "git's index (%.200s) is damaged",
	          repo_index_path(reader->repo, &reader->path));
	return error_hint(reader->error, "delete that file, and git makes it again: git reset "
	                                 "(your own files stay as they are)");
}

static void add(struct index *index, struct file file)
{
	index->entries = arena_grow(&index->arena, index->entries, index->count, &index->room,
	                            sizeof(*index->entries));
	index->entries[index->count++] = file;
}

/* A file of a folder that a sparse index has as one entry. */
static int add_filled(const struct change *change, void *context)
{
	struct index *index = context;
	add(index, (struct file){arena_text(&index->arena, change->path, strlen(change->path)),
	                         change->type_after, change->after});
	return 0;
}

static void note_folder(struct index *index, const char *path, size_t length,
                        const unsigned char *id)
{
	struct object_id *kept = arena_new(&index->arena, sizeof(*kept));
	memcpy(kept->bytes, id, OBJECT_ID_SIZE);
	map_set(&index->folders, arena_text(&index->arena, path, length), kept);
}

static bool is_below_plans(const char *path)
{
	return strncmp(path, REPO_PLANS "/", strlen(REPO_PLANS) + 1) == 0;
}

/* Takes an entry whose path is in the reader: the mode and the id stand at FIXED. */
static int take_entry(struct reader *reader, const unsigned char *fixed, unsigned stage)
{
	struct index *index = reader->index;
	struct object_id id;
	unsigned mode = number_at(fixed + 24);
	char *path = reader->path.bytes;
	size_t length = reader->path.length;
	if (!is_below_plans(path) && strcmp(path, REPO_PLANS) != 0)
		return 0;
	memcpy(id.bytes, fixed + 40, OBJECT_ID_SIZE);
	if ((mode & 0170000) == 0040000) {
		const char *folder = arena_text(&index->arena, path, length - 1);
		note_folder(index, path, length - 1, id.bytes);
		return trees_list(reader->repo, folder, &id, NULL, add_filled, index,
		                  reader->error);
	}
	if (!path_is_document(path) && !trees_replaces_folder(mode, path))
		return 0;
	const struct file *last = index->count == 0 ? NULL : &index->entries[index->count - 1];
	if (last != NULL && last->type == FILE_UNMERGED && strcmp(last->path, path) == 0)
		return 0; /* the next one of up to three sides */
	if (last != NULL && strcmp(last->path, path) >= 0)
		return fail_damaged(reader); /* git has them in order */
	add(index, (struct file){arena_text(&index->arena, path, length),
	                         stage == 0 ? trees_type(mode, path) : FILE_UNMERGED, id});
	return 0;
}

/* Of version 4: how much of the path before is to be cut off. */
static bool read_cut(struct reader *reader, size_t *count)
{
	if (left(reader) == 0)
		return false;
	unsigned char byte = *reader->at++;
	size_t value = byte & 127U;
	while ((byte & 128) != 0) {
		if (left(reader) == 0 || value > LARGEST)
			return false;
		byte = *reader->at++;
		value = ((value + 1) << 7) | (byte & 127U);
	}
	*count = value;
	return value <= reader->path.length;
}

/* Reads the path of an entry that began at START, and goes on behind it. */
static bool read_path(struct reader *reader, const unsigned char *start)
{
	size_t count = reader->path.length;
	if (reader->version == 4 && !read_cut(reader, &count))
		return false;
	const unsigned char *end = memchr(reader->at, '\0', left(reader));
	if (end == NULL)
		return false;
	cut(&reader->path, reader->path.length - count);
	buf_add(&reader->path, (const char *)reader->at, (size_t)(end - reader->at));
	size_t taken = (size_t)(end - start) + 1;
	if (reader->version < 4)
		taken = (size_t)(end - start + 8) & ~(size_t)7;
	if (taken > (size_t)(reader->end - start))
		return false;
	reader->at = start + taken;
	return true;
}

static int read_entry(struct reader *reader)
{
	const unsigned char *start = reader->at;
	if (left(reader) < FIXED + 2)
		return fail_damaged(reader);
	unsigned flags = number_at(start + 58) & 0xffff, more = 0;
	reader->at += FIXED;
	if ((flags & EXTENDED) != 0) {
		more = number_at(start + 60) & 0xffff;
		reader->at += 2;
	}
	if (!read_path(reader, start))
		return fail_damaged(reader);
	if ((more & ANNOUNCED) != 0)
		return 0;
	return take_entry(reader, start, flags & STAGE);
}

/* The count in digits before MARK; -1 for an entry that git has not noted, -2 for nonsense. */
static long read_count(struct reader *reader, unsigned char mark)
{
	long count = 0;
	if (left(reader) > 2 && reader->at[0] == '-' && reader->at[1] == '1' &&
	    reader->at[2] == mark) {
		reader->at += 3;
		return -1;
	}
	for (; left(reader) != 0 && *reader->at >= '0' && *reader->at <= '9'; reader->at++) {
		if (count > LARGEST)
			return -2;
		count = count * 10 + (*reader->at - '0');
	}
	if (left(reader) == 0 || *reader->at++ != mark)
		return -2;
	return count;
}

/* One folder, with its path in the reader; how many folders are in it, or -1 for nonsense. */
static long read_folder(struct reader *reader)
{
	const unsigned char *name = reader->at, *end = memchr(name, '\0', left(reader));
	if (end == NULL)
		return -1;
	if (reader->path.length != 0)
		buf_byte(&reader->path, '/');
	buf_add(&reader->path, (const char *)name, (size_t)(end - name));
	reader->at = end + 1;
	long entries = read_count(reader, ' ');
	long folders = entries < -1 ? -1 : read_count(reader, '\n');
	if (folders < 0 || entries < 0)
		return folders < 0 ? -1 : folders;
	if (left(reader) < OBJECT_ID_SIZE)
		return -1;
	if (strcmp(reader->path.bytes, REPO_PLANS) == 0 || is_below_plans(reader->path.bytes))
		note_folder(reader->index, reader->path.bytes, reader->path.length, reader->at);
	reader->at += OBJECT_ID_SIZE;
	return folders;
}

/* What git notes of folders; false where it makes no sense. A folder before those in it. */
static bool read_folders(struct reader *reader)
{
	struct {
		long left;     /* folders still to come */
		size_t length; /* of the path */
	} stack[DEEPEST];
	size_t depth = 0;
	buf_clear(&reader->path);
	do {
		long folders = depth == DEEPEST ? -1 : read_folder(reader);
		if (folders < 0)
			return false;
		stack[depth].left = folders;
		stack[depth++].length = reader->path.length;
		while (depth != 0 && stack[depth - 1].left == 0)
			depth--;
		if (depth != 0) {
			stack[depth - 1].left--;
			cut(&reader->path, stack[depth - 1].length);
		}
	} while (depth != 0);
	return left(reader) == 0;
}

static int take_extension(struct reader *reader, const char *name, const unsigned char *end)
{
	if (memcmp(name, "TREE", 4) == 0) {
		struct reader inner = *reader;
		inner.end = end;
		inner.path = (struct buf)BUF_INIT;
		if (!read_folders(&inner))
			map_release(&reader->index->folders); /* it is only a help */
		buf_release(&inner.path);
		return 0;
	}
	if (memcmp(name, "link", 4) == 0) {
		error_set(reader->error,
		          "git's index is split in two files, which ragtrail cannot read");
		return error_hint(reader->error, "make it one: git update-index --no-split-index");
	}
	if ((name[0] >= 'A' && name[0] <= 'Z') || memcmp(name, "sdir", 4) == 0)
		return 0;
	return error_set(reader->error,
	                 "git's index has a part `%.4s`, which ragtrail does not know", name);
}

static int read_extensions(struct reader *reader)
{
	while (left(reader) >= 8) {
		char name[5] = "";
		size_t length = number_at(reader->at + 4);
		memcpy(name, reader->at, 4);
		reader->at += 8;
		if (length > left(reader))
			return fail_damaged(reader);
		const unsigned char *end = reader->at + length;
		if (take_extension(reader, name, end) < 0)
			return -1;
		reader->at = end;
	}
	return left(reader) == 0 ? 0 : fail_damaged(reader);
}

static int read_index(struct reader *reader)
{
	if (left(reader) < HEADER + TRAILER || memcmp(reader->at, "DIRC", 4) != 0)
		return fail_damaged(reader);
	uint32_t count = number_at(reader->at + 8);
	reader->version = number_at(reader->at + 4);
	if (reader->version < 2 || reader->version > 4)
		return error_set(reader->error,
		                 "git's index is of version %u, which ragtrail does not know",
		                 reader->version);
	reader->at += HEADER;
	reader->end -= TRAILER;
	for (uint32_t i = 0; i < count; i++)
		if (read_entry(reader) < 0)
			return -1;
	return read_extensions(reader);
}

/* The bytes of the file; where there is none, that is no error. */
static int read_bytes(const char *path, struct buf *bytes, bool *found, struct error *error)
{
	char chunk[65536];
	ssize_t got = 0;
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (file < 0 && errno == ENOENT)
		return 0;
	while (file >= 0 && (got = read(file, chunk, sizeof(chunk))) > 0 &&
	       bytes->length <= LARGEST)
		buf_add(bytes, chunk, (size_t)got);
	int result = 0;
	if (file < 0 || got < 0)
		result = error_set(error, "git's index (%.200s) cannot be read: %s", path,
		                   strerror(errno));
	else if (bytes->length > LARGEST)
		result = error_set(error, "git's index (%.200s) is too large", path);
	*found = true;
	if (file >= 0)
		close(file);
	return result;
}

int index_read(struct repo *repo, struct index *index, struct error *error)
{
	struct reader reader = {.repo = repo, .index = index, .path = BUF_INIT, .error = error};
	struct buf bytes = BUF_INIT;
	*index = (struct index){.arena = ARENA_INIT};
	bool found = false;
	int result = read_bytes(repo_index_path(repo, &reader.path), &bytes, &found, error);
	buf_clear(&reader.path);
	if (result == 0 && found) {
		reader.at = (const unsigned char *)bytes.bytes;
		reader.end = reader.at + bytes.length;
		result = read_index(&reader);
	}
	buf_release(&reader.path);
	buf_release(&bytes);
	return result;
}

void index_release(struct index *index)
{
	map_release(&index->folders);
	arena_release(&index->arena);
	*index = (struct index){.arena = ARENA_INIT};
}
