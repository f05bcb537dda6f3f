/* Rules about where documents lie: declared in rules/judge.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "rules/judge.h"

enum { REASON_SIZE = 128 };

static const struct place top = {1, 1};

/* The path of a document as a disk without capitals knows it. */
struct key {
	const char *folded;
	const struct item *item;
	const struct folder *folder;
};

struct keys {
	struct arena arena;
	struct key *items; /* by the folded path, then by the path */
	size_t count;
};

/* What stands below plans/, where everything lies. */
static const char *inner_path(const char *path)
{
	const char *slash = strchr(path, '/');
	return slash != NULL ? slash + 1 : "";
}

static const char *fold(struct arena *arena, const char *path)
{
	struct buf folded = BUF_INIT;
	size_t length = strlen(path);
	for (size_t at = 0; at < length;) {
		unsigned rune = 0;
		size_t step = text_rune(path + at, length - at, &rune);
		at += step == 0 ? 1 : step;
		buf_rune(&folded, text_fold(rune));
	}
	const char *copy = arena_text(arena, folded.bytes, folded.length);
	buf_release(&folded);
	return copy;
}

static int compare_keys(const void *a, const void *b)
{
	const struct key *first = a, *second = b;
	int order = strcmp(first->folded, second->folded);
	return order != 0 ? order : strcmp(first->item->path, second->item->path);
}

/* Of a path that is not safe nothing more is said. */
static struct keys keys_of(const struct collection *collection)
{
	size_t most = 0;
	for (size_t i = 0; i < collection->count; i++)
		most += collection->folders[i].count;
	struct keys keys = {.items = mem_new(most, sizeof(struct key))};
	for (size_t i = 0; i < collection->count; i++) {
		const struct folder *folder = &collection->folders[i];
		for (size_t j = 0; j < folder->count; j++) {
			const struct item *item = &folder->items[j];
			if (item->type != FILE_UNSAFE)
				keys.items[keys.count++] =
					(struct key){fold(&keys.arena, item->path), item, folder};
		}
	}
	if (keys.count != 0)
		qsort(keys.items, keys.count, sizeof(*keys.items), compare_keys);
	return keys;
}

static void keys_release(struct keys *keys)
{
	arena_release(&keys->arena);
	free(keys->items);
}

static bool same_key(const struct keys *keys, size_t a, size_t b)
{
	return a < keys->count && b < keys->count &&
	       strcmp(keys->items[a].folded, keys->items[b].folded) == 0;
}

/* The judgement with the folder in which the document lies, whose plan weighs its findings. */
static struct judgement of_folder(const struct judgement *judgement, const struct key *key)
{
	struct judgement inner = *judgement;
	inner.folder = key->folder;
	return inner;
}

void judge_path_collision(const struct judgement *judgement)
{
	struct keys keys = keys_of(judgement->collection);
	for (size_t i = 1; i < keys.count; i++) {
		struct judgement inner = of_folder(judgement, &keys.items[i]);
		if (same_key(&keys, i - 1, i))
			judgement_add(
				&inner, keys.items[i].item->path, top,
				"%.200s differs from this path in its capitals only, and many "
				"computers can keep only one of the two; rename one of them",
				keys.items[i - 1].item->path);
	}
	keys_release(&keys);
}

/* The length of the character at TEXT that not every system may have in a name, or 0. */
static size_t forbidden_at(const char *text)
{
	unsigned rune = 0;
	size_t step = text_rune(text, strlen(text), &rune);
	bool mark = rune >= 0x300 && rune <= 0x36f;
	return mark || (rune < 0x80 && strchr("<>:\"|?*", (int)rune) != NULL) ? step : 0;
}

/* What is wrong with a part of a path on another system; NULL where nothing is. */
static const char *reserved_reason(const char *part, size_t length, char text[REASON_SIZE])
{
	if (text_is_device(part, length)) {
		snprintf(text, REASON_SIZE, "`%.*s` is the name of a device on Windows",
		         (int)length, part);
		return text;
	}
	if (length == 5 && text_lower(part[0]) == 'g' && text_lower(part[1]) == 'i' &&
	    text_lower(part[2]) == 't' && memcmp(part + 3, "~1", 2) == 0)
		return "on Windows `git~1` is another name of git's own folder";
	if (part[length - 1] == '.' || part[length - 1] == ' ')
		return "a name that ends with a dot or a blank loses it on Windows";
	for (size_t i = 0; i < length; i++) {
		size_t step = forbidden_at(part + i);
		if (step > 1)
			return "a letter and its accent are two characters here, and one on other "
			       "computers";
		if (step == 1) {
			snprintf(text, REASON_SIZE, "Windows allows no `%c` in a name", part[i]);
			return text;
		}
	}
	return NULL;
}

static const char *reserved_in(const char *path, char text[REASON_SIZE])
{
	for (const char *part = inner_path(path); *part != '\0';) {
		size_t length = strcspn(part, "/");
		const char *reason = reserved_reason(part, length, text);
		if (reason != NULL)
			return reason;
		part += length + (part[length] == '/' ? 1 : 0);
	}
	return NULL;
}

void judge_path_reserved(const struct judgement *judgement)
{
	for (size_t i = 0; i < judgement->folder->count; i++) {
		const struct item *item = &judgement->folder->items[i];
		char text[REASON_SIZE];
		const char *reason =
			item->type == FILE_UNSAFE ? NULL : reserved_in(item->path, text);
		if (reason != NULL)
			judgement_add(judgement, item->path, top,
			              "%s; rename the file, or the folder that it lies in", reason);
	}
}

static bool is_tidy(const char *path)
{
	return path[strspn(path, "abcdefghijklmnopqrstuvwxyz0123456789-_./")] == '\0';
}

/* The path as it could be; false where letters beyond the alphabet leave that to people. */
static bool tidy_path(const char *path, struct buf *tidy)
{
	for (; *path != '\0'; path++) {
		char one[] = {text_lower(*path), '\0'};
		char before = tidy->length == 0 ? '/' : tidy->bytes[tidy->length - 1];
		if ((unsigned char)one[0] >= 0x80)
			return false;
		if (!is_tidy(one))
			one[0] = '-';
		if (one[0] == '-' && (before == '-' || before == '/'))
			continue;
		if (before == '-' && (one[0] == '.' || one[0] == '/'))
			tidy->bytes[--tidy->length] = '\0';
		buf_byte(tidy, one[0]);
	}
	return true;
}

static void report_untidy(const struct judgement *judgement, const char *path)
{
	struct buf tidy = BUF_INIT;
	if (tidy_path(path, &tidy))
		judgement_add(judgement, path, top,
		              "the path has capitals, blanks or signs that are easily mistyped; "
		              "rename it to %.200s",
		              tidy.bytes);
	else
		judgement_add(judgement, path, top,
		              "the path has letters that are not easily typed everywhere; use "
		              "small letters from a to z, digits, hyphens and dots");
	buf_release(&tidy);
}

void judge_path_untidy(const struct judgement *judgement)
{
	struct keys keys = keys_of(judgement->collection);
	for (size_t i = 0; i < keys.count; i++) {
		const char *path = keys.items[i].item->path;
		struct judgement inner = of_folder(judgement, &keys.items[i]);
		bool collides = same_key(&keys, i, i + 1) || (i != 0 && same_key(&keys, i - 1, i));
		char text[REASON_SIZE];
		/* What must be renamed anyway is told so once. */
		if (!is_tidy(inner_path(path)) && !collides && reserved_in(path, text) == NULL)
			report_untidy(&inner, path);
	}
	keys_release(&keys);
}
