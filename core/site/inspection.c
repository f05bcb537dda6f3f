#include "site/inspection.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/text.h"

/* From where all of the site must be found. */
#define HOME "index.html"

struct link {
	const char *written;       /* as in the page */
	const char *path, *anchor; /* of the file that is meant; NULL: it leaves the folder, none */
	const struct link *next;   /* of the same file */
};

struct file {
	const char *path;
	size_t length;
	struct map ids;     /* to themselves */
	struct map written; /* the links, each once */
	const struct link *links, **last;
	const char *twice; /* the first id that is there twice, or NULL */
	bool page, reached;
};

struct inspection {
	struct file **files;
	size_t count, room;
	struct map paths;
	struct arena arena;
};

struct inspection *inspection_new(void)
{
	return mem_new(1, sizeof(struct inspection));
}

void inspection_free(struct inspection *inspection)
{
	if (inspection == NULL)
		return;
	for (size_t i = 0; i < inspection->count; i++) {
		map_release(&inspection->files[i]->ids);
		map_release(&inspection->files[i]->written);
	}
	map_release(&inspection->paths);
	arena_release(&inspection->arena);
	free(inspection->files);
	free(inspection);
}

static bool ends_with(const char *path, const char *end)
{
	size_t length = strlen(path), less = strlen(end);
	return length > less && strcmp(path + length - less, end) == 0;
}

/* A reference as the writers of these pages make them; else a plain `&`. Its length, or 1. */
static size_t add_reference(const char *text, size_t length, struct buf *out)
{
	static const struct {
		const char *name;
		char means;
	} rows[] = {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		size_t name = strlen(rows[i].name);
		if (name <= length && memcmp(text, rows[i].name, name) == 0) {
			buf_byte(out, rows[i].means);
			return name;
		}
	}
	buf_byte(out, '&');
	return 1;
}

/* What the value of an attribute means, in the arena. */
static const char *read_value(struct arena *arena, const char *text, size_t length)
{
	struct buf value = BUF_INIT;
	for (size_t i = 0; i < length;)
		if (text[i] == '&')
			i += add_reference(text + i, length - i, &value);
		else
			buf_byte(&value, text[i++]);
	const char *copy = arena_text(arena, value.bytes, value.length);
	buf_release(&value);
	return copy;
}

static int digit_of(char digit)
{
	const char *digits = "0123456789abcdef", *at = strchr(digits, text_lower(digit));
	return digit != '\0' && at != NULL ? (int)(at - digits) : -1;
}

/* The part of an address without its %41. */
static const char *decode(struct arena *arena, const char *text, size_t length)
{
	char *copy = arena_text(arena, text, length), *to = copy;
	for (const char *at = copy; *at != '\0'; at++) {
		int high = at[0] == '%' ? digit_of(at[1]) : -1;
		int low = high >= 0 ? digit_of(at[2]) : -1;
		*to++ = low >= 0 ? (char)(high * 16 + low) : *at;
		at += low >= 0 ? 2 : 0;
	}
	*to = '\0';
	return copy;
}

/* "https:", or "//host": it is not for this site to say what is there. */
static bool leads_away(const char *address)
{
	size_t scheme = strspn(address, "abcdefghijklmnopqrstuvwxyz"
	                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-");
	return (scheme != 0 && address[scheme] == ':') || strncmp(address, "//", 2) == 0;
}

/* The path that is meant from the file at BASE, or NULL where it leaves the folder. */
static const char *resolve(struct arena *arena, const char *base, const char *path)
{
	struct buf whole = BUF_INIT;
	const char *slash = strrchr(base, '/');
	bool inside = path[0] != '/';
	if (slash != NULL)
		buf_add(&whole, base, (size_t)(slash + 1 - base));
	while (*path != '\0' && inside) {
		size_t part = strcspn(path, "/");
		bool up = part == 2 && strncmp(path, "..", 2) == 0;
		if (up) {
			inside = whole.length != 0;
			while (whole.length != 0 && --whole.length != 0 &&
			       whole.bytes[whole.length - 1] != '/')
				continue;
			if (inside)
				whole.bytes[whole.length] = '\0';
		} else if (part != 0 && !(part == 1 && *path == '.')) {
			buf_add(&whole, path, part);
			if (path[part] == '/')
				buf_byte(&whole, '/');
		}
		path += part + (path[part] == '/' ? 1 : 0);
	}
	if (whole.length == 0 || whole.bytes[whole.length - 1] == '/')
		buf_text(&whole, HOME);
	const char *copy = inside ? arena_text(arena, whole.bytes, whole.length) : NULL;
	buf_release(&whole);
	return copy;
}

static void add_link(struct inspection *inspection, struct file *file, const char *written)
{
	struct arena *arena = &inspection->arena;
	if (leads_away(written) || map_get(&file->written, written) != NULL)
		return;
	struct link *link = arena_new(arena, sizeof(*link));
	size_t path = strcspn(written, "?#");
	const char *anchor = strchr(written, '#');
	*link = (struct link){.written = written, .path = file->path};
	if (path != 0)
		link->path = resolve(arena, file->path, decode(arena, written, path));
	if (anchor != NULL && anchor[1] != '\0')
		link->anchor = decode(arena, anchor + 1, strlen(anchor + 1));
	map_set(&file->written, written, link);
	*file->last = link;
	file->last = (const struct link **)&link->next;
}

/* "one two": ids of this page, as if they were links to it. */
static void add_named(struct inspection *inspection, struct file *file, const char *ids)
{
	for (ids += strspn(ids, " "); *ids != '\0'; ids += strspn(ids, " ")) {
		size_t length = strcspn(ids, " ");
		add_link(inspection, file,
		         arena_printf(&inspection->arena, "#%.*s", (int)length, ids));
		ids += length;
	}
}

static void add_id(struct inspection *inspection, struct file *file, const char *id)
{
	(void)inspection;
	if (map_get(&file->ids, id) == NULL)
		map_set(&file->ids, id, (void *)id);
	else if (file->twice == NULL)
		file->twice = id;
}

static void add_attribute(struct inspection *inspection, struct file *file, const char *name,
                          size_t length, const char *value)
{
	static const struct {
		const char *name;
		void (*add)(struct inspection *inspection, struct file *file, const char *value);
	} rows[] = {{"href", add_link},
	            {"src", add_link},
	            {"id", add_id},
	            {"aria-labelledby", add_named},
	            {"aria-describedby", add_named},
	            {"headers", add_named},
	            {"for", add_named}};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (strlen(rows[i].name) == length && strncmp(name, rows[i].name, length) == 0)
			rows[i].add(inspection, file, value);
}

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\n' || byte == '\t';
}

/* A tag whose `<` has been read; returns what is behind it. */
static const char *read_tag(struct inspection *inspection, struct file *file, const char *at,
                            const char *end)
{
	while (at < end && !is_blank(*at) && *at != '>')
		at++;
	while (at < end && *at != '>') {
		const char *name = at;
		while (at < end && *at != '=' && *at != '>' && !is_blank(*at))
			at++;
		size_t length = (size_t)(at - name);
		if (at + 1 >= end || at[0] != '=' || at[1] != '"') {
			at += at < end && *at != '>' ? 1 : 0;
			continue;
		}
		const char *value = at + 2;
		const char *quote = memchr(value, '"', (size_t)(end - value));
		if (quote == NULL)
			return end;
		add_attribute(inspection, file, name, length,
		              read_value(&inspection->arena, value, (size_t)(quote - value)));
		at = quote + 1;
	}
	return at;
}

void inspection_add(struct inspection *inspection, const char *path, const char *bytes,
                    size_t length)
{
	struct file *file = arena_new(&inspection->arena, sizeof(*file));
	const char *at = bytes, *end = bytes + length;
	inspection->files = mem_grow(inspection->files, inspection->count, &inspection->room,
	                             sizeof(struct file *));
	inspection->files[inspection->count++] = file;
	file->path = arena_text(&inspection->arena, path, strlen(path));
	file->length = length;
	file->page = ends_with(path, ".html");
	file->last = &file->links;
	map_set(&inspection->paths, file->path, file);
	if (!file->page && !ends_with(path, ".atom"))
		return;
	while (at < end && (at = memchr(at, '<', (size_t)(end - at))) != NULL)
		at = read_tag(inspection, file, at + 1, end);
}

/* --- what is wrong --- */

/* Marks what links lead to from home, nearest first. */
static void reach(struct inspection *inspection)
{
	struct file **queue = mem_new(inspection->count + 1, sizeof(struct file *));
	size_t first = 0, end = 0;
	struct file *home = map_get(&inspection->paths, HOME);
	if (home != NULL) {
		home->reached = true;
		queue[end++] = home;
	}
	while (first < end)
		for (const struct link *link = queue[first++]->links; link != NULL;
		     link = link->next) {
			struct file *file =
				link->path != NULL ? map_get(&inspection->paths, link->path) : NULL;
			if (file == NULL || file->reached)
				continue;
			file->reached = true;
			queue[end++] = file;
		}
	free(queue);
}

struct telling {
	struct inspected counts;
	struct buf *out;
};

static void begin(struct telling *telling, const struct file *file, bool error)
{
	telling->counts.errors += error ? 1 : 0;
	telling->counts.warnings += error ? 0 : 1;
	buf_printf(telling->out, "%s: %s: ", file->path, error ? "error" : "warning");
}

static void tell_link(const struct inspection *inspection, const struct file *file,
                      const struct link *link, struct telling *telling)
{
	const struct file *target =
		link->path != NULL ? map_get(&inspection->paths, link->path) : NULL;
	if (target != NULL &&
	    (link->anchor == NULL || !target->page || map_get(&target->ids, link->anchor) != NULL))
		return;
	begin(telling, file, true);
	buf_text(telling->out, "the link `");
	text_add_visible(telling->out, link->written, strlen(link->written));
	if (link->path == NULL)
		buf_text(telling->out, "` leads out of the site's folder\n");
	else if (target == NULL)
		buf_text(telling->out, "` leads to a file that is not there\n");
	else
		buf_printf(telling->out, "` leads to a part that %s does not have\n",
		           target == file ? "the page" : target->path);
}

/* What comes with the page: the style sheets that it names. */
static size_t weight(const struct inspection *inspection, const struct file *file)
{
	size_t sum = file->length;
	for (const struct link *link = file->links; link != NULL; link = link->next) {
		const struct file *style = link->path != NULL && ends_with(link->path, ".css")
		                                   ? map_get(&inspection->paths, link->path)
		                                   : NULL;
		sum += style != NULL ? style->length : 0;
	}
	return sum;
}

static void tell_file(const struct inspection *inspection, const struct file *file,
                      struct telling *telling)
{
	for (const struct link *link = file->links; link != NULL; link = link->next)
		tell_link(inspection, file, link, telling);
	if (file->twice != NULL) {
		begin(telling, file, true);
		buf_text(telling->out, "more than one part has the id `");
		text_add_visible(telling->out, file->twice, strlen(file->twice));
		buf_text(telling->out, "`\n");
	}
	/* Programs look for a map of the site by its name. */
	if (!file->reached && strcmp(file->path, "sitemap.xml") != 0) {
		begin(telling, file, true);
		buf_text(telling->out, "no link leads here from " HOME "\n");
	}
	if (file->page && weight(inspection, file) > INSPECTION_HEAVY) {
		begin(telling, file, false);
		buf_printf(telling->out,
		           "%zu kB with its style sheet; more than %d kB is slow on a "
		           "phone\n",
		           (weight(inspection, file) + 999) / 1000, INSPECTION_HEAVY / 1000);
	}
}

struct inspected inspection_tell(struct inspection *inspection, struct buf *out)
{
	struct telling telling = {.counts = {.files = inspection->count}, .out = out};
	reach(inspection);
	for (size_t i = 0; i < inspection->count; i++)
		tell_file(inspection, inspection->files[i], &telling);
	return telling.counts;
}
