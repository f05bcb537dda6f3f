#include "document/body.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"

enum { OPTIONS = CMARK_OPT_VALIDATE_UTF8, SECTION_LEVEL = 2, MOST_MARKERS = 10 };

static cmark_node *parse(const struct body *body)
{
	return cmark_parse_document(body->text, body->length, OPTIONS);
}

static bool begins_section(cmark_node *block)
{
	return cmark_node_get_type(block) == CMARK_NODE_HEADING &&
	       cmark_node_get_heading_level(block) <= SECTION_LEVEL;
}

static bool is_comment(const char *html)
{
	html += strspn(html, " \n");
	return strncmp(html, "<!--", 4) == 0 && strstr(html, "-->") != NULL &&
	       strstr(html, "-->")[3 + strspn(strstr(html, "-->") + 3, " \n")] == '\0';
}

static bool is_html(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	return type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE;
}

/* The text of a heading or a link, without its markup. */
static void add_text(cmark_node *node, struct buf *text)
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

/* The place of a block. cmark counts columns in bytes, but no block starts behind text. */
static struct place place_of(const struct body *body, cmark_node *node)
{
	while (cmark_node_get_start_line(node) == 0 && cmark_node_parent(node) != NULL)
		node = cmark_node_parent(node);
	int column = cmark_node_get_start_column(node);
	return (struct place){body->line + cmark_node_get_start_line(node) - 1,
	                      column > 0 ? column : 1};
}

/* A merge that was never finished leaves its markers in the text. */
static void find_merge_markers(const struct body *body, struct faults *faults)
{
	int line = body->line, found = 0;
	for (size_t at = 0; at < body->length && found < MOST_MARKERS; line++) {
		const char *start = body->text + at;
		size_t rest = body->length - at;
		if (rest >= 8 &&
		    (memcmp(start, "<<<<<<< ", 8) == 0 || memcmp(start, ">>>>>>> ", 8) == 0)) {
			fault_add(
				faults, "merge-marker", (struct place){line, 1},
				"a conflict marker that a merge left behind; decide which text stands and "
				"delete the marker lines");
			found++;
		}
		const char *end = memchr(start, '\n', rest);
		at = end == NULL ? body->length : (size_t)(end - body->text) + 1;
	}
}

static bool is_safe_address(const char *address);

static void find_unseen(const struct body *body, cmark_node *root, struct faults *faults)
{
	cmark_iter *iterator = cmark_iter_new(root);
	cmark_event_type event;
	while ((event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iterator);
		cmark_node_type type = cmark_node_get_type(node);
		if (event != CMARK_EVENT_ENTER)
			continue;
		if (is_html(node) && !is_comment(cmark_node_get_literal(node)))
			fault_add(faults, "raw-html", place_of(body, node),
			          "HTML is shown to readers as plain text; write it in Markdown");
		else if (type == CMARK_NODE_LINK && !is_safe_address(cmark_node_get_url(node)))
			fault_add(
				faults, "unsafe-link", place_of(body, node),
				"a link to `%.60s` is not published; link to http, https, mailto or a file beside "
				"this one",
				cmark_node_get_url(node));
	}
	cmark_iter_free(iterator);
}

void body_read(struct body *body, struct faults *faults)
{
	cmark_node *root = parse(body);
	size_t room = 0;
	body->sections = NULL;
	body->count = 0;
	for (cmark_node *block = cmark_node_first_child(root); block;
	     block = cmark_node_next(block)) {
		if (begins_section(block)) {
			struct buf title = BUF_INIT;
			add_text(block, &title);
			body->sections = arena_grow(faults->arena, body->sections, body->count,
			                            &room, sizeof(*body->sections));
			body->sections[body->count++] = (struct section){
				.title = arena_text(faults->arena, title.bytes, title.length),
				.place = place_of(body, block),
				.empty = true,
			};
			buf_release(&title);
		} else if (body->count != 0 &&
		           !(is_html(block) && is_comment(cmark_node_get_literal(block)))) {
			body->sections[body->count - 1].empty = false;
		}
	}
	find_unseen(body, root, faults);
	find_merge_markers(body, faults);
	cmark_node_free(root);
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

/* http, https, mailto, a fragment, or a relative address that cannot be read as a scheme. */
static bool is_safe_address(const char *address)
{
	static const char *const schemes[] = {"http://", "https://", "mailto:"};
	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
		size_t length = strlen(schemes[i]);
		size_t at = 0;
		while (at < length && text_lower(address[at]) == schemes[i][at])
			at++;
		if (at == length)
			return true;
	}
	if (address[0] == '/' || address[0] == '\\')
		return false;
	for (const char *at = address; *at != '\0' && *at != '/' && *at != '?' && *at != '#'; at++)
		if (*at == ':' || *at == '&' || *at == '%' || *at == '\\' ||
		    (unsigned char)*at <= ' ')
			return false;
	return strpbrk(address, "\\\t\n\r") == NULL;
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

/* Readers should see where a link that leaves the site goes to. */
static void add_host(struct buf *html, const char *address)
{
	const char *host = strstr(address, "://");
	if (host == NULL)
		return;
	host += 3;
	struct buf name = BUF_INIT;
	buf_add(&name, host, strcspn(host, "/?#"));
	const char *behind_user = strrchr(name.bytes, '@');
	buf_text(html, " <span class=\"host\">(");
	add_escaped(html, behind_user != NULL ? behind_user + 1 : name.bytes);
	buf_text(html, ")</span>");
	buf_release(&name);
}

/* Moves NODE's children behind it as plain content and drops NODE. */
static void unwrap(cmark_node *node)
{
	cmark_node *child;
	while ((child = cmark_node_last_child(node)) != NULL) {
		cmark_node_unlink(child);
		cmark_node_insert_after(node, child);
	}
	cmark_node_unlink(node);
	cmark_node_free(node);
}

static void replace(cmark_node *node, cmark_node *replacement)
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

/* A link or an image becomes an anchor of our own, or only its text. */
static void tame_link(cmark_node *node)
{
	const char *address = cmark_node_get_url(node);
	if (!is_safe_address(address)) {
		unwrap(node);
		return;
	}
	struct buf text = BUF_INIT, open = BUF_INIT, close = BUF_INIT;
	add_text(node, &text);
	buf_text(&open, "<a href=\"");
	add_escaped(&open, address);
	buf_text(&open, "\" rel=\"noopener noreferrer\">");
	if (text.length == 0)
		add_escaped(&open, address);
	buf_text(&close, "</a>");
	if (strstr(text.bytes, "://") == NULL && text.length != 0)
		add_host(&close, address);
	cmark_node *anchor = cmark_node_new(CMARK_NODE_CUSTOM_INLINE);
	cmark_node_set_on_enter(anchor, open.bytes);
	cmark_node_set_on_exit(anchor, close.bytes);
	replace(node, anchor);
	buf_release(&text);
	buf_release(&open);
	buf_release(&close);
}

/* HTML that an author wrote is shown as the text that it is; a comment is left out. */
static void tame_html(cmark_node *node)
{
	const char *literal = cmark_node_get_literal(node);
	bool block = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK;
	if (!is_comment(literal)) {
		cmark_node *shown = cmark_node_new(block ? CMARK_NODE_CODE_BLOCK : CMARK_NODE_CODE);
		cmark_node_set_literal(shown, literal);
		cmark_node_insert_before(node, shown);
	}
	cmark_node_unlink(node);
	cmark_node_free(node);
}

/* The nodes to change are gathered first: a tree is not changed while it is walked. */
static void tame(cmark_node *root, int shift)
{
	cmark_node **found = NULL;
	size_t count = 0, room = 0;
	cmark_iter *iterator = cmark_iter_new(root);
	cmark_event_type event;
	while ((event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iterator);
		cmark_node_type type = cmark_node_get_type(node);
		bool leaf = is_html(node);
		if (type == CMARK_NODE_HEADING && event == CMARK_EVENT_ENTER) {
			int level = cmark_node_get_heading_level(node) + shift;
			cmark_node_set_heading_level(node, level < 1 ? 1 : level > 6 ? 6 : level);
		}
		if ((type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
		            ? event == CMARK_EVENT_EXIT
		            : leaf) {
			found = mem_grow(found, count, &room, sizeof(cmark_node *));
			found[count++] = node;
		}
	}
	cmark_iter_free(iterator);
	for (size_t i = 0; i < count; i++) {
		if (is_html(found[i]))
			tame_html(found[i]);
		else
			tame_link(found[i]);
	}
	free(found);
}

/* The document with everything but one section unlinked. */
static cmark_node *parse_section(const struct body *body, int section)
{
	cmark_node *root = parse(body);
	int current = BODY_PREFACE;
	cmark_node *block = cmark_node_first_child(root);
	while (block != NULL) {
		cmark_node *next = cmark_node_next(block);
		bool heading = begins_section(block);
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

void body_html(const struct body *body, int section, int heading_level, struct buf *html)
{
	cmark_node *root = parse_section(body, section);
	tame(root, heading_level - (SECTION_LEVEL + 1));
	char *rendered = cmark_render_html(root, OPTIONS);
	buf_text(html, rendered);
	free(rendered);
	cmark_node_free(root);
}
