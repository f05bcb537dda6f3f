/* Slips in a body, and what readers would not see: declared in document/body_tree.h. */
#include "document/body_tree.h"

#include <string.h>

#include "base/buf.h"
#include "base/text.h"

/* One run over the tree. */
struct search {
	struct body *body;
	struct faults *faults;
	struct cursor cursor, lines; /* of nodes, and of the lines of paragraphs */
	size_t unmade_room, link_room;
	int level; /* of the last heading */
};

bool body_is_html(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	return type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE;
}

bool body_is_link(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	return type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE;
}

static void find_html(struct search *search, cmark_node *node)
{
	const struct faults *faults = search->faults;
	const char *text = cmark_node_get_literal(node);
	/* What opens and what closes is one mistake. */
	bool told = strncmp(text, "</", 2) == 0 && faults->count != 0 &&
	            strcmp(faults->items[faults->count - 1].rule, "raw-html") == 0;
	if (!told && !body_is_comment(text))
		fault_add(search->faults, "raw-html", body_place(&search->cursor, node),
		          "HTML is shown to readers as plain text; write it in Markdown");
}

/* A link that stays within the repository, whose file can be looked for. */
static void note_link(struct search *search, const char *address, struct place place)
{
	struct body *body = search->body;
	if (address[0] == '#' || address[strcspn(address, ":/?#")] == ':' ||
	    body->link_count == BODY_MOST_LINKS)
		return;
	body->links = arena_grow(search->faults->arena, body->links, body->link_count,
	                         &search->link_room, sizeof(*body->links));
	body->links[body->link_count++] =
		(struct link){arena_text(search->faults->arena, address, strlen(address)), place};
}

static void find_link(struct search *search, cmark_node *node)
{
	const char *address = cmark_node_get_url(node);
	struct place place = body_place(&search->cursor, node);
	if (address[0] == '\0')
		fault_add(
			search->faults, "empty-link", place,
			"a link to nothing; write its address between the brackets `(` and `)`, or "
			"take the link out");
	else if (!body_is_safe_address(address))
		fault_add(
			search->faults, "unsafe-link", place,
			"a link to `%.60s` is not published; link to http, https, mailto or a file beside "
			"this one",
			address);
	else
		note_link(search, address, place);
}

static void find_heading(struct search *search, cmark_node *node)
{
	static const char signs[] = "######";
	int level = cmark_node_get_heading_level(node), last = search->level;
	search->level = level;
	if (level <= last + 1)
		return;
	fault_add(search->faults, "heading-skipped", body_place(&search->cursor, node),
	          "a heading of `%.*s` where the one above is of `%.*s`; write `%.*s`", level,
	          signs, last, signs, last + 1, signs);
}

/* Behind the blanks and the signs of quotation before a line's text. */
static const char *line_text(const char *at, const char *end)
{
	while (at < end && (*at == ' ' || *at == '\t' || *at == '>'))
		at++;
	return at;
}

static bool has_bar(const char *at, const char *end)
{
	while (at < end && *at != '|')
		at++;
	return at < end;
}

/* `|---|:--|`: the second line of a table. */
static bool is_table_rule(const char *at, const char *end)
{
	size_t bars = 0, dashes = 0;
	for (; at < end; at++) {
		bars += *at == '|' ? 1 : 0;
		dashes += *at == '-' ? 1 : 0;
		if (strchr("|-: \t\r", *at) == NULL)
			return false;
	}
	return bars != 0 && dashes != 0;
}

/* The title behind signs without an ordinary space after them; NULL where that is none. */
static const char *unmade_title(const char *at, const char *end)
{
	size_t count = 0;
	unsigned rune = 0;
	while (at + count < end && at[count] == '#')
		count++;
	at += count;
	size_t step = text_rune(at, (size_t)(end - at), &rune);
	if (count > 6 || step == 0)
		return NULL;
	if (text_is_odd_space(rune) && count >= 1)
		return at + step;
	bool letter = (rune | 0x20) >= 'a' && (rune | 0x20) <= 'z';
	return count >= 2 && (letter || rune >= 0xc0) ? at : NULL;
}

static void add_unmade(struct search *search, const char *text, const char *title, const char *end,
                       struct place place)
{
	struct body *body = search->body;
	size_t length = (size_t)(end - title);
	while (length != 0 && strchr(" \t\r#", title[length - 1]) != NULL)
		length--;
	size_t signs = strspn(text, "#");
	body->unmade = arena_grow(search->faults->arena, body->unmade, body->unmade_count,
	                          &search->unmade_room, sizeof(*body->unmade));
	body->unmade[body->unmade_count++] = (struct section){
		.title = arena_text(search->faults->arena, title, length), .place = place};
	fault_add(search->faults, "heading-space", place,
	          "a heading needs an ordinary space after `%.*s`; write `%.*s %.*s`", (int)signs,
	          text, (int)signs, text, (int)(length < 60 ? length : 60), title);
}

/* A paragraph may be what was to be a table or a heading. */
static void find_paragraph(struct search *search, cmark_node *node)
{
	const struct body *body = search->body;
	int last = cmark_node_get_end_line(node);
	bool bars = false; /* in the line above */
	for (int line = cmark_node_get_start_line(node); line <= last && line != 0; line++) {
		const char *start = body_line(&search->lines, line);
		const char *end = memchr(start, '\n', (size_t)(body->text + body->length - start));
		end = end == NULL ? body->text + body->length : end;
		const char *text = line_text(start, end);
		struct place place = {body->line + line - 1,
		                      (int)text_characters(start, (size_t)(text - start)) + 1};
		if (bars && is_table_rule(text, end)) {
			fault_add(
				search->faults, "pipe-table", place,
				"a table drawn with `|` is shown as plain text; write a list here, "
				"or `milestones:` and `risks:` in the front matter");
			return;
		}
		bars = has_bar(text, end);
		const char *title = unmade_title(text, end);
		if (title != NULL && search->faults->count < FAULTS_MOST)
			add_unmade(search, text, title, end, place);
	}
}

void body_find_slips(struct body *body, cmark_node *root, struct faults *faults)
{
	struct cursor top = body_cursor(body);
	struct search search = {
		.body = body, .faults = faults, .cursor = top, .lines = top, .level = 1};
	cmark_iter *iterator = cmark_iter_new(root);
	cmark_event_type event;
	while ((event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE &&
	       faults->count < FAULTS_MOST) {
		cmark_node *node = cmark_iter_get_node(iterator);
		if (event != CMARK_EVENT_ENTER)
			continue;
		if (body_is_html(node))
			find_html(&search, node);
		else if (body_is_link(node))
			find_link(&search, node);
		else if (cmark_node_get_type(node) == CMARK_NODE_HEADING)
			find_heading(&search, node);
		else if (cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH)
			find_paragraph(&search, node);
	}
	cmark_iter_free(iterator);
}
