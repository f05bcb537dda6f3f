#include "site/notes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "site/notes_parts.h"
#include "view/site_view.h"

enum { NOWHERE = -1 };

/* --- which finding is about what --- */

static const struct item *find_item(const struct folder *folder, const char *path)
{
	for (size_t i = 0; folder != NULL && i < folder->count; i++)
		if (strcmp(folder->items[i].path, path) == 0)
			return &folder->items[i];
	return NULL;
}

static const struct folder *find_folder(const struct collection *collection, const char *path)
{
	const char *id = strncmp(path, REPO_PLANS "/", sizeof(REPO_PLANS)) == 0
	                         ? path + sizeof(REPO_PLANS)
	                         : "";
	size_t length = strcspn(id, "/");
	for (size_t i = 0; i < collection->count; i++)
		if (strlen(collection->folders[i].id) == length &&
		    strncmp(collection->folders[i].id, id, length) == 0)
			return &collection->folders[i];
	return NULL;
}

/* The section that the line stands in, or NULL. */
static const char *section_at(const struct document *document, int line)
{
	const char *title = NULL;
	for (size_t i = 0; i < document->body.count; i++)
		if (document->body.sections[i].place.line <= line)
			title = document->body.sections[i].title;
	return title;
}

/* The field at the margin that the line belongs to, or NULL. */
static const char *field_at(struct arena *arena, const struct document *document, int line)
{
	for (; line > 1; line--) {
		size_t length, name = 0;
		const char *text = document_line(document, line, &length);
		while (text != NULL && name < length &&
		       ((text[name] >= 'a' && text[name] <= 'z') || text[name] == '_'))
			name++;
		if (name != 0 && name < length && text[name] == ':')
			return arena_text(arena, text, name);
	}
	return NULL;
}

static const char *place_of(struct arena *arena, const struct document *document, int line)
{
	return line >= document->body.line ? section_at(document, line)
	                                   : field_at(arena, document, line);
}

static void add_note(struct notes *notes, const struct finding *finding,
                     const struct collection *collection)
{
	const struct folder *folder = find_folder(collection, finding->path);
	const struct item *item = find_item(folder, finding->path);
	const struct document *document = item != NULL ? item->document : NULL;
	bool known = document != NULL && document->kind != NULL;
	notes->items[notes->count++] = (struct note){
		.finding = finding,
		.plan = folder != NULL ? folder->id : NULL,
		.document = known ? document : NULL,
		.place = known ? place_of(&notes->arena, document, finding->place.line) : NULL,
		.unread = item != NULL && !known,
	};
}

/* Chains the notes of each text together; the first of each is in the map. */
static void chain(struct map *map, struct note *note, const char *key, struct note **next)
{
	*next = map_get(map, key);
	map_set(map, key, note);
}

struct notes *notes_new(const struct findings *findings, const struct collection *collection,
                        const struct notes *before)
{
	struct notes *notes = mem_new(1, sizeof(*notes));
	size_t most = findings != NULL ? findings->count : 0;
	notes->before = before;
	notes->items = arena_new(&notes->arena, (most + 1) * sizeof(*notes->items));
	for (size_t i = 0; i < most; i++)
		if (findings->items[i].severity != SEVERITY_EXPLAINED)
			add_note(notes, &findings->items[i], collection);
	/* From the last on, so that each chain is in the order of findings. */
	for (size_t i = notes->count; i-- > 0;)
		chain(&notes->by_document, &notes->items[i], notes->items[i].finding->path,
		      &notes->items[i].next_of_document);
	return notes;
}

void notes_free(struct notes *notes)
{
	if (notes == NULL)
		return;
	map_release(&notes->by_document);
	map_release(&notes->by_page);
	map_release(&notes->made);
	map_release(&notes->kept);
	free(notes->spans);
	arena_release(&notes->arena);
	free(notes);
}

void notes_keep(struct notes *notes, const char *path)
{
	char *copy = arena_text(&notes->arena, path, strlen(path));
	map_set(&notes->kept, copy, copy);
}

size_t notes_changed(const struct notes *notes)
{
	return notes->changed;
}

uint64_t notes_tag(const struct notes *notes)
{
	return notes->tag;
}

/* --- which page it belongs to --- */

static const struct plan_view *view_of(const struct site_view *site, const char *plan)
{
	for (size_t i = 0; plan != NULL && i < site->count; i++)
		if (strcmp(site->plans[i].plan.id, plan) == 0)
			return &site->plans[i];
	return NULL;
}

/* The name of the document's own page in the plan's folder; "index" where it has none. */
static const char *page_name(const struct plan_view *view, const struct document *document)
{
	const char *id = document != NULL ? document_id(document) : NULL;
	if (id != NULL) {
		const struct paper_view *paper = paper_find(view, document->kind->id, id);
		return paper != NULL ? paper->name : "index";
	}
	const char *workstream = document != NULL && document->update != NULL
	                                 ? document->update->workstream.text
	                                 : NULL;
	for (size_t i = 0; workstream != NULL && i < view->plan.count; i++)
		if (strcmp(view->plan.workstreams[i].id, workstream) == 0)
			return view->names[i];
	return "index";
}

void notes_place(struct notes *notes, const struct site_view *site)
{
	notes->tip = site->record->tip.id;
	for (size_t i = notes->count; i-- > 0;) {
		struct note *note = &notes->items[i];
		const struct plan_view *view = view_of(site, note->plan);
		note->page = view == NULL ? "index.html"
		                          : arena_printf(&notes->arena, "%s/%s.html", view->folder,
		                                         page_name(view, note->document));
		chain(&notes->by_page, note, note->page, &note->next_of_page);
	}
}

/* --- a page --- */

void notes_page(struct notes *notes, const char *path)
{
	if (notes == NULL)
		return;
	notes->path = path;
	notes->pages++;
	notes->document = NULL;
	notes->head = notes->banner = notes->top = NOWHERE;
	notes->span_count = 0;
}

void notes_head(struct html *html)
{
	if (html->notes != NULL)
		html->notes->head = (ptrdiff_t)html->text.length;
}

void notes_banner(struct html *html)
{
	if (html->notes != NULL)
		html->notes->banner = (ptrdiff_t)html->text.length;
}

void notes_top(struct html *html)
{
	if (html->notes != NULL)
		html->notes->top = (ptrdiff_t)html->text.length;
}

void notes_about(struct html *html, const struct document *document)
{
	if (html->notes != NULL)
		html->notes->document = document->path;
}

void notes_at(struct html *html, const char *place)
{
	struct notes *notes = html->notes;
	if (notes == NULL || notes->document == NULL)
		return;
	size_t begin = html->text.length;
	for (struct note *note = map_get(&notes->by_document, notes->document); note != NULL;
	     note = note->next_of_document) {
		if (note->place == NULL || note->shown == notes->pages ||
		    strcmp(note->place, place) != 0)
			continue;
		note->shown = notes->pages;
		note_add(html, note, html->text.length == begin);
	}
	if (html->text.length == begin)
		return;
	html_put(html, "</ul>\n");
	notes->spans =
		mem_grow(notes->spans, notes->span_count, &notes->span_room, sizeof(*notes->spans));
	notes->spans[notes->span_count++] = (struct span){begin, html->text.length};
}

/* --- a page that is made --- */

/*
 * FNV-1a of what the page says: without the notes, which may change while it does not, and
 * without the name of the commit that it is made from.
 */
static uint64_t digest(const struct notes *notes, const struct buf *text, size_t begin)
{
	enum { DIGITS = OBJECT_SHORT };
	uint64_t hash = 14695981039346656037ULL;
	char tip[OBJECT_HEX_SIZE];
	size_t span = 0;
	object_hex(&notes->tip, tip);
	for (size_t at = begin; at < text->length; at++) {
		if (span < notes->span_count && at == notes->spans[span].begin) {
			at = notes->spans[span++].end - 1;
			continue;
		}
		if (text->bytes[at] == tip[0] && text->length - at >= DIGITS &&
		    memcmp(text->bytes + at, tip, DIGITS) == 0)
			at += strspn(text->bytes + at, "0123456789abcdef") - 1;
		else
			hash = (hash ^ (unsigned char)text->bytes[at]) * 1099511628211ULL;
	}
	return hash;
}

/* Whether the page differs from what it was. */
static enum page_state compare(struct notes *notes, const struct buf *text)
{
	uint64_t *made = arena_new(&notes->arena, sizeof(*made));
	*made = digest(notes, text, (size_t)notes->top);
	map_set(&notes->made, arena_text(&notes->arena, notes->path, strlen(notes->path)), made);
	if (notes->before == NULL || map_get(&notes->before->kept, notes->path) != NULL)
		return PAGE_SAME;
	const uint64_t *before = map_get(&notes->before->made, notes->path);
	return before == NULL ? PAGE_NEW : *before == *made ? PAGE_SAME : PAGE_CHANGED;
}

/* Puts the part into the page, and empties it. */
static void insert(struct html *html, ptrdiff_t place, struct html *part)
{
	struct buf *text = &html->text, *added = &part->text;
	size_t at = (size_t)place, behind = text->length - at;
	buf_extend(text, added->length);
	memmove(text->bytes + at + added->length, text->bytes + at, behind);
	memcpy(text->bytes + at, added->bytes, added->length);
	buf_clear(added);
}

void notes_finish(struct html *html)
{
	struct notes *notes = html->notes;
	if (notes == NULL)
		return;
	notes->tag = 0;
	if (notes->top == NOWHERE) /* it is no page of the frame */
		return;
	enum page_state state = compare(notes, &html->text);
	struct html part = {.text = BUF_INIT, .language = html->language, .notes = notes};
	notes->changed += state != PAGE_SAME;
	notes->span_count = 0;
	/* From the last place on, so that the others stay where they are. */
	notes_add_top(&part);
	insert(html, notes->top, &part);
	notes_add_banner(&part, state);
	insert(html, notes->banner, &part);
	notes->tag = digest(notes, &html->text, 0);
	notes_add_head(&part);
	insert(html, notes->head, &part);
	html_release(&part);
}
