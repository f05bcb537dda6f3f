#include "repo/commit.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "repo/internal.h"

/* The lines of a commit that are still to be read. */
struct lines {
	const char *at, *end;
};

/* The rest of the next line, where it begins with NAME and a blank; else NULL. */
static const char *take_line(struct lines *lines, const char *name, size_t *length)
{
	size_t named = strlen(name);
	size_t left = (size_t)(lines->end - lines->at);
	if (left <= named || memcmp(lines->at, name, named) != 0 || lines->at[named] != ' ')
		return NULL;
	const char *value = lines->at + named + 1;
	const char *end = memchr(value, '\n', left - named - 1);
	if (end == NULL)
		return NULL;
	*length = (size_t)(end - value);
	lines->at = end + 1;
	return value;
}

static bool read_id(const char *hex, size_t length, struct object_id *id)
{
	/* One more than the digit's value; 0 for what is no digit. */
	static const unsigned char digits[256] = {
		['0'] = 1,  ['1'] = 2,  ['2'] = 3,  ['3'] = 4,  ['4'] = 5,  ['5'] = 6,
		['6'] = 7,  ['7'] = 8,  ['8'] = 9,  ['9'] = 10, ['a'] = 11, ['b'] = 12,
		['c'] = 13, ['d'] = 14, ['e'] = 15, ['f'] = 16,
	};
	if (length != OBJECT_HEX_SIZE - 1)
		return false;
	bool valid = true;
	for (size_t i = 0; i < OBJECT_ID_SIZE; i++) {
		unsigned high = digits[(unsigned char)hex[i * 2]];
		unsigned low = digits[(unsigned char)hex[i * 2 + 1]];
		valid &= high != 0 && low != 0;
		id->bytes[i] = (unsigned char)((high - 1) << 4 | (low - 1));
	}
	return valid;
}

static const char *keep(const struct commit_texts *texts, const char *text, size_t length)
{
	char copy[128];
	if (texts->names == NULL || length >= sizeof(copy) || memchr(text, '\0', length) != NULL)
		return arena_text(texts->arena, text, length);
	memcpy(copy, text, length);
	copy[length] = '\0';
	char *kept = map_get(texts->names, copy);
	if (kept == NULL) {
		kept = arena_text(texts->arena, text, length);
		map_set(texts->names, kept, kept);
	}
	return kept;
}

/* Seconds since 1970, as written; 0 where that is no number, as git has it. */
static int64_t read_time(const char *text, const char *end)
{
	bool negative = text < end && *text == '-';
	int64_t time = 0;
	for (text += negative ? 1 : 0; text < end && *text >= '0' && *text <= '9'; text++) {
		if (time > INT64_MAX / 100)
			return 0;
		time = time * 10 + (*text - '0');
	}
	return negative ? -time : time;
}

/* "Name <mail> 1688212800 +0100": the last brackets count, since a name may hold some. */
static bool read_identity(const char *line, size_t length, const struct commit_texts *texts,
                          struct commit_identity *identity)
{
	const char *open = memrchr(line, '<', length), *close = memrchr(line, '>', length);
	if (open == NULL || close == NULL || close < open)
		return false;
	size_t name = (size_t)(open - line);
	while (name > 0 && line[name - 1] == ' ')
		name--;
	while (name > 0 && *line == ' ') {
		line++;
		name--;
	}
	const char *time = close + 1, *end = line + length;
	while (time < end && *time == ' ')
		time++;
	identity->name = keep(texts, line, name);
	identity->email = keep(texts, open + 1, (size_t)(close - open - 1));
	identity->time = read_time(time, end);
	return true;
}

/* Goes to the first line of the message that is not empty. */
static void find_subject(struct lines *lines)
{
	/* What other lines of the header say (encoding, signature) is no subject. */
	while (lines->at < lines->end && *lines->at != '\n') {
		const char *end = memchr(lines->at, '\n', (size_t)(lines->end - lines->at));
		lines->at = end == NULL ? lines->end : end + 1;
	}
	while (lines->at < lines->end && *lines->at == '\n')
		lines->at++;
}

static size_t subject_length(const struct lines *lines)
{
	size_t length = 0, left = (size_t)(lines->end - lines->at);
	while (length < left && lines->at[length] != '\n' && lines->at[length] != '\0')
		length++;
	return length;
}

static const char *read_subject(struct lines *lines, const struct commit_texts *texts)
{
	find_subject(lines);
	size_t length = subject_length(lines);
	return arena_text(texts->arena, lines->at, length);
}

static bool read_parents(struct lines *lines, struct arena *arena, struct commit_links *links)
{
	size_t room = 0, length;
	const char *hex;
	links->parents = NULL;
	links->count = 0;
	while ((hex = take_line(lines, "parent", &length)) != NULL) {
		links->parents = arena_grow(arena, links->parents, links->count, &room,
		                            sizeof(*links->parents));
		if (!read_id(hex, length, &links->parents[links->count++]))
			return false;
	}
	return true;
}

/* NULL, or what is wrong with the commit's bytes. */
static const char *read_header(struct lines *lines, const struct commit_texts *texts,
                               struct landing *facts, struct commit_links *links)
{
	size_t length = 0;
	const char *value = take_line(lines, "tree", &length);
	if (value == NULL || !read_id(value, length, &links->tree))
		return "it names no tree";
	if (!read_parents(lines, texts->arena, links))
		return "it does not name its parents";
	value = take_line(lines, "author", &length);
	if (value == NULL || !read_identity(value, length, texts, &facts->author))
		return "it does not say who wrote it";
	value = take_line(lines, "committer", &length);
	if (value == NULL || !read_identity(value, length, texts, &facts->committer))
		return "it does not say who committed it";
	return NULL;
}

int commit_read(struct repo *repo, const struct object_id *id, const struct commit_texts *texts,
                struct landing *facts, struct commit_links *links, struct error *error)
{
	char hex[OBJECT_HEX_SIZE];
	git_odb_object *object = NULL;
	*facts = (struct landing){.id = *id};
	if (repo_object(repo, id, GIT_OBJECT_COMMIT, LARGEST_COMMIT, &object, error) < 0)
		return -1;
	struct lines lines = {git_odb_object_data(object), NULL};
	lines.end = lines.at + git_odb_object_size(object);
	const char *wrong = read_header(&lines, texts, facts, links);
	if (wrong == NULL)
		facts->subject = read_subject(&lines, texts);
	git_odb_object_free(object);
	facts->merge = links->count > 1;
	if (wrong == NULL)
		return 0;
	error_set(error, "commit %s is damaged: %s", object_hex(id, hex), wrong);
	return error_hint(error, "see: git fsck");
}

static bool is_space(char byte)
{
	return byte == '\n' || byte == '\r' || byte == ' ' || byte == '\t';
}

int commit_body(struct repo *repo, const struct object_id *id, size_t limit, struct buf *body,
                bool *cut, struct error *error)
{
	git_odb_object *object = NULL;
	*cut = false;
	if (repo_object(repo, id, GIT_OBJECT_COMMIT, LARGEST_COMMIT, &object, error) < 0)
		return -1;
	struct lines lines = {git_odb_object_data(object), NULL};
	lines.end = lines.at + git_odb_object_size(object);
	find_subject(&lines);
	lines.at += subject_length(&lines);
	while (lines.at < lines.end && is_space(*lines.at))
		lines.at++;
	size_t length = strnlen(lines.at, (size_t)(lines.end - lines.at));
	while (length != 0 && is_space(lines.at[length - 1]))
		length--;
	*cut = length > limit;
	buf_add(body, lines.at, *cut ? limit : length);
	git_odb_object_free(object);
	return 0;
}
