#include "document/body.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"
#include "document/body_tree.h"

enum { OPTIONS = CMARK_OPT_VALIDATE_UTF8, SECTION_LEVEL = 2 };

cmark_node *body_parse(const struct body *body)
{
	/* Without SOURCEPOS a line end inside code or HTML is not counted. */
	return cmark_parse_document(body->text, body->length, OPTIONS | CMARK_OPT_SOURCEPOS);
}

bool body_begins_section(cmark_node *block)
{
	return cmark_node_get_type(block) == CMARK_NODE_HEADING &&
	       cmark_node_get_heading_level(block) <= SECTION_LEVEL;
}

/* Comments and nothing else. "<!-->" is a whole one. */
bool body_is_comment(const char *html)
{
	html += strspn(html, " \n");
	if (*html == '\0')
		return false;
	while (*html != '\0') {
		const char *end = strncmp(html, "<!--", 4) == 0 ? strstr(html + 2, "-->") : NULL;
		if (end == NULL)
			return false;
		html = end + 3 + strspn(end + 3, " \n");
	}
	return true;
}

/* The text of a heading or a link, without its markup. */
void body_add_text(cmark_node *node, struct buf *text)
{
	cmark_iter *iterator = cmark_iter_new(node);
	while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
		cmark_node *inner = cmark_iter_get_node(iterator);
		cmark_node_type type = cmark_node_get_type(inner);
		if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
			buf_text(text, cmark_node_get_literal(inner));
		else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
			buf_byte(text, ' ');
	}
	cmark_iter_free(iterator);
}

bool body_is_placeholder(cmark_node *node, enum placeholder_type *type)
{
	const char *name;
	size_t length;
	if (cmark_node_get_type(node) != CMARK_NODE_HTML_BLOCK ||
	    cmark_node_get_type(cmark_node_parent(node)) != CMARK_NODE_DOCUMENT ||
	    !placeholder_find(cmark_node_get_literal(node), &name, &length))
		return false;
	*type = placeholder_type(name, length);
	return *type != PLACEHOLDER_UNKNOWN;
}

/* Notes a placeholder, whether it is known or not. */
static void note_placeholder(struct body *body, cmark_node *block, struct cursor *cursor,
                             struct arena *arena, size_t *room)
{
	const char *name;
	size_t length;
	if (body->placeholder_count == BODY_MOST_PLACEHOLDERS ||
	    cmark_node_get_type(block) != CMARK_NODE_HTML_BLOCK ||
	    !placeholder_find(cmark_node_get_literal(block), &name, &length))
		return;
	body->placeholders = arena_grow(arena, body->placeholders, body->placeholder_count, room,
	                                sizeof(*body->placeholders));
	body->placeholders[body->placeholder_count++] = (struct placeholder){
		.name = arena_text(arena, name, length),
		.type = placeholder_type(name, length),
		.place = body_place(cursor, block),
	};
}

static void begin_section(struct body *body, cmark_node *heading, struct cursor *cursor,
                          struct arena *arena, size_t *room)
{
	struct buf title = BUF_INIT;
	const char *start = body_line(cursor, cmark_node_get_start_line(heading));
	body_add_text(heading, &title);
	body->sections =
		arena_grow(arena, body->sections, body->count, room, sizeof(*body->sections));
	body->sections[body->count++] = (struct section){
		.title = arena_text(arena, title.bytes, title.length),
		.place = body_place(cursor, heading),
		.empty = true,
		.from = (size_t)(start - body->text),
	};
	buf_release(&title);
}

void body_read(struct body *body, struct faults *faults)
{
	enum placeholder_type placeholder;
	cmark_node *root = body_parse(body);
	struct cursor cursor = body_cursor(body);
	size_t room = 0, placeholder_room = 0;
	bool crowded = false;
	body->sections = NULL;
	body->placeholders = NULL;
	body->count = body->placeholder_count = 0;
	for (cmark_node *block = cmark_node_first_child(root); block;
	     block = cmark_node_next(block)) {
		note_placeholder(body, block, &cursor, faults->arena, &placeholder_room);
		if (body_begins_section(block) && body->count == BODY_MOST_SECTIONS && !crowded) {
			crowded = true;
			fault_add(faults, "too-large", body_place(&cursor, block),
			          "more than %d sections; a report that people read has fewer",
			          BODY_MOST_SECTIONS);
		}
		if (body_begins_section(block) && body->count < BODY_MOST_SECTIONS) {
			begin_section(body, block, &cursor, faults->arena, &room);
		} else if (body->count != 0 &&
		           (body_is_placeholder(block, &placeholder) ||
		            !(body_is_html(block) &&
		              body_is_comment(cmark_node_get_literal(block))))) {
			body->sections[body->count - 1].empty = false;
		}
	}
	/* A definition of `[label]` may stand anywhere, in a list or a quotation too. */
	body->apart = memmem(body->text, body->length, "]:", 2) == NULL;
	body_find_slips(body, root, faults);
	cmark_node_free(root);
}

const char *body_section_text(const struct body *body, int section, size_t *length)
{
	size_t from = section == BODY_PREFACE ? 0 : body->sections[section].from,
	       next = section == BODY_PREFACE ? 0 : (size_t)section + 1,
	       to = next < body->count ? body->sections[next].from : body->length;
	*length = to - from;
	return body->text + from;
}

int body_section(const struct body *body, const char *title)
{
	for (size_t i = 0; i < body->count; i++) {
		const char *given = body->sections[i].title;
		size_t length = strlen(given);
		while (length != 0 && strchr(": .", given[length - 1]) != NULL)
			length--;
		if (length == strlen(title)) {
			size_t at = 0;
			while (at < length && text_lower(given[at]) == text_lower(title[at]))
				at++;
			if (at == length)
				return (int)i;
		}
	}
	return BODY_PREFACE;
}

/* What stands behind the scheme, or NULL where the address has another. */
static const char *behind_scheme(const char *address, const char *scheme)
{
	for (; *scheme != '\0'; address++, scheme++)
		if (text_lower(*address) != *scheme)
			return NULL;
	return address;
}

/* The host and what follows it, of an address that leaves the site; or NULL. */
static const char *host_of(const char *address)
{
	const char *host = behind_scheme(address, "https://");
	return host != NULL ? host : behind_scheme(address, "http://");
}

/*
 * http, https, mailto, a fragment, or a relative address that cannot be read as a
 * scheme. Browsers take a backslash for a slash, and skip tabs and line ends.
 */
bool body_is_safe_address(const char *address)
{
	if (strpbrk(address, "\\\t\n\r") != NULL || address[0] == '/')
		return false;
	if (host_of(address) != NULL || behind_scheme(address, "mailto:") != NULL)
		return true;
	for (const char *at = address; *at != '\0' && *at != '/' && *at != '?' && *at != '#'; at++)
		if (*at == ':' || *at == '&' || *at == '%' || (unsigned char)*at <= ' ')
			return false;
	return true;
}

static void add_escaped(struct buf *html, const char *text)
{
	for (; *text != '\0'; text++) {
		switch (*text) {
		case '&':
			buf_text(html, "&amp;");
			break;
		case '<':
			buf_text(html, "&lt;");
			break;
		case '>':
			buf_text(html, "&gt;");
			break;
		case '"':
			buf_text(html, "&quot;");
			break;
		case '\'':
			buf_text(html, "&#39;");
			break;
		default:
			buf_byte(html, *text);
			break;
		}
	}
}

/* Beside a link's text, in brackets, what readers should see of where it leads. */
static void add_beside(struct buf *html, const char *words, size_t length)
{
	struct buf text = BUF_INIT;
	buf_add(&text, words, length);
	buf_text(html, " <span class=\"host\">(");
	add_escaped(html, text.bytes);
	buf_text(html, ")</span>");
	buf_release(&text);
}

/* Of a link that leaves the site its host. */
static void add_host(struct buf *html, const char *address)
{
	const char *host = host_of(address);
	if (host == NULL)
		return;
	size_t length = strcspn(host, "/?#");
	const char *behind_user = memrchr(host, '@', length);
	const char *from = behind_user != NULL ? behind_user + 1 : host;
	add_beside(html, from, (size_t)(host + length - from));
}

/*
 * A file beside the document is in the repository and not on the site, unless it looks like
 * one of the site's: a page, data or a folder.
 */
static bool is_off_site(const char *address)
{
	static const char *const ours[] = {".html", ".json", ".csv", ".atom", "/"};
	size_t length = strcspn(address, "?#");
	for (size_t i = 0; i < sizeof(ours) / sizeof(ours[0]); i++) {
		size_t end = strlen(ours[i]);
		if (length >= end && memcmp(address + length - end, ours[i], end) == 0)
			return false;
	}
	return length != 0 && host_of(address) == NULL && behind_scheme(address, "mailto:") == NULL;
}

void body_unwrap(cmark_node *node)
{
	cmark_node *child;
	while ((child = cmark_node_last_child(node)) != NULL) {
		cmark_node_unlink(child);
		cmark_node_insert_after(node, child);
	}
	cmark_node_unlink(node);
	cmark_node_free(node);
}

void body_replace(cmark_node *node, cmark_node *replacement)
{
	cmark_node *child;
	while ((child = cmark_node_first_child(node)) != NULL) {
		cmark_node_unlink(child);
		cmark_node_append_child(replacement, child);
	}
	cmark_node_insert_before(node, replacement);
	cmark_node_unlink(node);
	cmark_node_free(node);
}

/* What stands before and behind a link's own TEXT, which leads to ADDRESS, or to that PAGE. */
static void write_link(const char *address, const char *text, const char *page, struct buf *open,
                       struct buf *close)
{
	bool off_site = page == NULL && is_off_site(address), same = strcmp(text, address) == 0;
	if (!off_site) {
		buf_text(open, "<a href=\"");
		add_escaped(open, page != NULL ? page : address);
		buf_text(open, "\" rel=\"noopener noreferrer\">");
	}
	if (text[0] == '\0')
		add_escaped(open, address);
	buf_text(close, off_site ? "" : "</a>");
	if (text[0] == '\0' || same)
		return;
	if (off_site)
		add_beside(close, address, strlen(address));
	else
		add_host(close, address);
}

/*
 * A link or an image becomes an anchor of our own; inside another, only its text. Where it
 * would lead nowhere readers see what its author named.
 */
static void tame_link(cmark_node *node, const struct body_filling *filling)
{
	const char *address = cmark_node_get_url(node);
	if (!body_is_safe_address(address) || cmark_node_get_user_data(node) != NULL) {
		body_unwrap(node);
		return;
	}
	struct buf text = BUF_INIT, page = BUF_INIT, open = BUF_INIT, close = BUF_INIT;
	body_add_text(node, &text);
	bool found = is_off_site(address) && filling != NULL && filling->find != NULL &&
	             filling->find(address, filling->place, &page);
	write_link(address, text.length == 0 ? "" : text.bytes, found ? page.bytes : NULL, &open,
	           &close);
	cmark_node *shown = cmark_node_new(CMARK_NODE_CUSTOM_INLINE);
	cmark_node_set_on_enter(shown, open.length == 0 ? "" : open.bytes);
	cmark_node_set_on_exit(shown, close.length == 0 ? "" : close.bytes);
	body_replace(node, shown);
	buf_release(&text);
	buf_release(&page);
	buf_release(&open);
	buf_release(&close);
}

/* HTML that an author wrote is shown as the text that it is; a comment is left out. */
static void tame_html(cmark_node *node)
{
	const char *literal = cmark_node_get_literal(node);
	bool block = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK;
	if (!body_is_comment(literal)) {
		cmark_node *shown = cmark_node_new(block ? CMARK_NODE_CODE_BLOCK : CMARK_NODE_CODE);
		cmark_node_set_literal(shown, literal);
		cmark_node_insert_before(node, shown);
	}
	cmark_node_unlink(node);
	cmark_node_free(node);
}

/*
 * A heading of a section's own level becomes one of HIGHEST, and none stands above that, nor
 * more than one level below the heading before it, which was of level LAST. Its level.
 */
static int shift_heading(cmark_node *heading, int highest, int last)
{
	int level = cmark_node_get_heading_level(heading) + highest - (SECTION_LEVEL + 1);
	int lowest = last < 6 ? last + 1 : 6;
	level = level < highest ? highest : level > lowest ? lowest : level;
	cmark_node_set_heading_level(heading, level);
	return level;
}

/*
 * The nodes to change are gathered first: a tree is not changed while it is walked.
 * The outer of two links comes first, and the inner is marked.
 */
void body_tame(cmark_node *root, int heading_level, const struct body_filling *filling,
               void (*link)(cmark_node *node, const struct body_filling *filling))
{
	cmark_node **found = NULL;
	size_t count = 0, room = 0, open_links = 0;
	int last_level = heading_level - 1;
	cmark_iter *iterator = cmark_iter_new(root);
	cmark_event_type event;
	while ((event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iterator);
		if (event == CMARK_EVENT_EXIT) {
			open_links -= body_is_link(node) ? 1 : 0;
			continue;
		}
		if (cmark_node_get_type(node) == CMARK_NODE_HEADING)
			last_level = shift_heading(node, heading_level, last_level);
		if (!body_is_link(node) && !body_is_html(node))
			continue;
		if (body_is_link(node) && open_links++ != 0)
			cmark_node_set_user_data(node, root);
		found = mem_grow(found, count, &room, sizeof(cmark_node *));
		found[count++] = node;
	}
	cmark_iter_free(iterator);
	for (size_t i = 0; i < count; i++) {
		if (body_is_html(found[i]))
			tame_html(found[i]);
		else
			link(found[i], filling);
	}
	free(found);
}

/* Reads nothing but the section, heading and all; NULL where it might need the others. */
static cmark_node *parse_section(const struct body *body, int section)
{
	if (!body->apart || section >= (int)body->count)
		return NULL;
	struct body part = {.line = 1};
	part.text = body_section_text(body, section, &part.length);
	/* At the beginning of a text a byte order mark is none of it. */
	if (section != BODY_PREFACE && part.length >= 3 &&
	    memcmp(part.text, "\xEF\xBB\xBF", 3) == 0)
		return NULL;
	cmark_node *root = body_parse(&part);
	if (section == BODY_PREFACE)
		return root;
	cmark_node *heading = cmark_node_first_child(root);
	if (heading == NULL || !body_begins_section(heading)) {
		cmark_node_free(root);
		return NULL;
	}
	cmark_node_unlink(heading);
	cmark_node_free(heading);
	return root;
}

cmark_node *body_tree(const struct body *body, int section)
{
	cmark_node *root = parse_section(body, section);
	if (root != NULL)
		return root;
	root = body_parse(body);
	int current = BODY_PREFACE;
	cmark_node *block = cmark_node_first_child(root);
	while (block != NULL) {
		cmark_node *next = cmark_node_next(block);
		bool heading = body_begins_section(block) && current + 1 < BODY_MOST_SECTIONS;
		if (heading)
			current++;
		if (heading || current != section) {
			cmark_node_unlink(block);
			cmark_node_free(block);
		}
		block = next;
	}
	return root;
}

void body_fill(cmark_node *root, const struct body_filling *filling)
{
	struct buf html = BUF_INIT;
	cmark_node *next;
	size_t count = 0;
	for (cmark_node *block = cmark_node_first_child(root); block != NULL; block = next) {
		enum placeholder_type type;
		next = cmark_node_next(block);
		if (!body_is_placeholder(block, &type) || count++ >= BODY_MOST_PLACEHOLDERS)
			continue;
		cmark_node *filled = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
		buf_clear(&html);
		filling->add(type, filling->context, &html);
		cmark_node_set_on_enter(filled, html.bytes);
		cmark_node_replace(block, filled);
		cmark_node_free(block);
	}
	buf_release(&html);
}

void body_html(const struct body *body, int section, int heading_level, struct buf *html)
{
	body_html_filled(body, section, heading_level, NULL, html);
}

void body_html_filled(const struct body *body, int section, int heading_level,
                      const struct body_filling *filling, struct buf *html)
{
	cmark_node *root = body_tree(body, section);
	if (filling != NULL && filling->add != NULL)
		body_fill(root, filling);
	body_tame(root, heading_level, filling, tame_link);
	char *rendered = cmark_render_html(root, OPTIONS);
	buf_text(html, rendered);
	free(rendered);
	cmark_node_free(root);
}
