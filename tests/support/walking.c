#include "support/walking.h"

#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/map.h"

/* Texts that belong together stand no further from each other, in bytes. */
enum { CLOSE = 400 };

/* --- text --- */

static void add_entity(struct buf *text, const char **at)
{
	static const struct {
		const char *entity, *text;
	} rows[] = {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}};
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		size_t length = strlen(rows[i].entity);
		if (strncmp(*at, rows[i].entity, length) != 0)
			continue;
		buf_text(text, rows[i].text);
		*at += length;
		return;
	}
	buf_byte(text, *(*at)++);
}

static bool ends_block(const char *at)
{
	static const char *const tags[] = {"</td>", "</th>", "</dt>", "</dd>",
	                                   "</li>", "</p>",  "</h",   "<br"};
	for (size_t i = 0; i < COUNT_OF(tags); i++)
		if (strncmp(at, tags[i], strlen(tags[i])) == 0)
			return true;
	return false;
}

/* The main part without tags: one that ends a block, and each run of blanks, as a blank. */
static const char *text_of(struct sandbox *sandbox, const char *html)
{
	struct buf text = BUF_INIT;
	const char *at = strstr(html, "<main"), *end = strstr(html, "</main>");
	assert_true(at != NULL && end != NULL);
	while (at < end) {
		bool blank = *at == ' ' || *at == '\n' || *at == '\t';
		bool block = ends_block(at);
		if ((blank || block) && text.length != 0 && text.bytes[text.length - 1] != ' ')
			buf_byte(&text, ' ');
		if (*at == '<')
			at += strcspn(at, ">") + 1;
		else if (blank)
			at++;
		else
			add_entity(&text, &at);
	}
	const char *copy = arena_text(&sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	return copy;
}

/* --- links --- */

/* Where a link on the page leads: a path in the site; NULL: to no page of it. */
static const char *target_of(struct sandbox *sandbox, const char *page, const char *link,
                             size_t length)
{
	const char *slash = strrchr(page, '/');
	int folder = slash != NULL ? (int)(slash - page) + 1 : 0;
	for (size_t i = 0; i < length; i++)
		if (link[i] == ':' || link[i] == '#')
			length = link[i] == ':' ? 0 : i;
	if (length < 5 || strncmp(link + length - 5, ".html", 5) != 0)
		return NULL;
	/* Folders stand at the top: one step up is all there is. */
	if (strncmp(link, "../", 3) == 0) {
		assert_true(folder != 0);
		return arena_text(&sandbox->arena, link + 3, length - 3);
	}
	return arena_printf(&sandbox->arena, "%.*s%.*s", folder, page, (int)length, link);
}

struct search {
	struct sandbox *sandbox;
	const char *folder;
	struct walk walk;
	size_t room;
	struct map known;
};

static void reach(struct search *search, const char *path, int clicks, const char *from)
{
	const char *place =
		sandbox_path(search->sandbox,
	                     arena_printf(&search->sandbox->arena, "%s/%s", search->folder, path));
	if (map_get(&search->known, path) != NULL)
		return;
	if (access(place, R_OK) != 0)
		fail_msg("%s: a link leads to %s, which is not there", from, path);
	search->walk.pages =
		arena_grow(&search->sandbox->arena, search->walk.pages, search->walk.count,
	                   &search->room, sizeof(*search->walk.pages));
	search->walk.pages[search->walk.count++] = (struct walked){path, NULL, clicks};
	map_set(&search->known, path, search);
}

static void read_page(struct search *search, size_t number)
{
	const struct walked page = search->walk.pages[number];
	const char *html =
		sandbox_read(search->sandbox, arena_printf(&search->sandbox->arena, "%s/%s",
	                                                   search->folder, page.path));
	search->walk.pages[number].text = text_of(search->sandbox, html);
	for (const char *at = html; (at = strstr(at, "<a ")) != NULL; at++) {
		const char *link = strstr(at, "href=\""), *end = strchr(at, '>');
		if (link == NULL || link > end)
			continue;
		link += strlen("href=\"");
		const char *target =
			target_of(search->sandbox, page.path, link, strcspn(link, "\""));
		if (target != NULL)
			reach(search, target, page.clicks + 1, page.path);
	}
}

struct walk walk_site(struct sandbox *sandbox, const char *folder)
{
	struct search search = {.sandbox = sandbox, .folder = folder, .known = MAP_INIT};
	reach(&search, "index.html", 0, "home");
	for (size_t i = 0; i < search.walk.count; i++)
		read_page(&search, i);
	map_release(&search.known);
	return search.walk;
}

/* --- what is said --- */

/* True where the texts stand from AT on, each close behind the one before. */
static bool follow(const char *at, const char *const *texts)
{
	for (; *texts != NULL; texts++) {
		const char *next = strstr(at, *texts);
		if (next == NULL || next - at > CLOSE)
			return false;
		at = next + strlen(*texts);
	}
	return true;
}

static bool says(const struct walked *page, const char *const *texts)
{
	for (const char *at = page->text; (at = strstr(at, texts[0])) != NULL; at++)
		if (follow(at, texts))
			return true;
	return false;
}

const struct walked *walk_find(const struct walk *walk, const char *const *texts)
{
	for (size_t i = 0; i < walk->count; i++)
		if (says(&walk->pages[i], texts))
			return &walk->pages[i];
	return NULL;
}

void walk_assert(const struct walk *walk, int clicks, const char *const *texts, const char *file,
                 int line)
{
	const struct walked *page = walk_find(walk, texts);
	if (page != NULL && page->clicks <= clicks)
		return;
	if (page != NULL)
		print_message("%s says it, %d clicks from home\n", page->path, page->clicks);
	else
		print_message("no page says it\n");
	for (; *texts != NULL; texts++)
		print_message("  %s\n", *texts);
	_fail(file, line);
}
