/* The page of a landing: who changed what, when and why. */
#include "site/changes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "record/entries.h"
#include "repo/commit.h"
#include "site/change_parts.h"
#include "site/kinds.h"

enum { MOST_BODY = 4000, MOST_NAMES = 2 };

void html_written(struct html *html, const char *text, size_t length)
{
	static const char ends[] = " \t\n,;<>()[]\"";
	for (size_t at = 0; at < length;) {
		size_t from = at;
		while (at < length && text[at] != '@' && text[at] != '\n')
			at++;
		html_bytes(html, text + from, at - from);
		if (at == length)
			break;
		if (text[at++] == '\n') {
			html_put(html, "<br />\n");
			continue;
		}
		from = at;
		while (at < length && strchr(ends, text[at]) == NULL)
			at++;
		html_put(html, at != from ? "@…" : "@");
	}
}

/* The day of a commit as the text of a title: "21 August 2023". Release it. */
static struct buf day_words(const struct html *html, int64_t seconds)
{
	struct date date = date_from_time(seconds);
	struct buf text = BUF_INIT;
	buf_printf(&text, "%d %s %d", date.day,
	           html_phrase(html, (enum phrase)((int)PHRASE_JANUARY + date.month - 1)),
	           date.year);
	return text;
}

const char *landing_page(struct arena *arena, const struct plan_view *view,
                         const struct landing *landing)
{
	char hex[OBJECT_HEX_SIZE];
	if (view == NULL || view->alone || landing_find(&view->changes, landing) == NULL)
		return NULL;
	return arena_printf(arena, "change-%s.html", object_hex(&landing->id, hex));
}

void landing_link(struct html *html, const struct plan_view *view, const struct landing *landing)
{
	struct arena arena = ARENA_INIT;
	const char *page = landing_page(&arena, view, landing);
	if (page != NULL)
		html_add(html, "<a href=\"%s\">", page);
	html_commit(html, &landing->id);
	html_put(html, page != NULL ? "</a>" : "");
	arena_release(&arena);
}

static const struct value *value_of(const struct document *document, const char *name)
{
	static const struct value none;
	const struct field *field = shape_field(document->kind->shape, name);
	return field == NULL ? &none : field_value(field, document_fields(document));
}

/* Its title; "Observation, 30 August 2023" for one without. */
static void add_filed_name(const struct html *html, const struct filed *filed, enum phrase kind,
                           struct buf *name)
{
	const struct document *document = filed_version(filed)->document;
	const struct value *title = value_of(document, "title"), *date = value_of(document, "date");
	if (title->text != NULL) {
		buf_text(name, title->text);
		return;
	}
	buf_text(name, html_phrase(html, kind));
	if (date->valid)
		buf_printf(name, ", %d %s %d", date->as.date.day,
		           html_phrase(html, (enum phrase)((int)PHRASE_JANUARY +
		                                           date->as.date.month - 1)),
		           date->as.date.year);
}

struct buf landed_name(const struct html *html, const struct plan_view *view,
                       const struct landed *landed)
{
	static const enum phrase kinds_of[KIND_COUNT] = {
		[KIND_OBSERVATION] = PHRASE_CHANGE_OBSERVATION,
		[KIND_CLOSEDOWN] = PHRASE_CHANGE_CLOSEDOWN,
		[KIND_ACTIONS] = PHRASE_CHANGE_ACTIONS,
		[KIND_PAPER] = PHRASE_CHANGE_PAPER,
	};
	struct buf name = BUF_INIT;
	if (landed->filed != NULL)
		add_filed_name(html, landed->filed, kinds_of[landed->filed->kind], &name);
	else if (landed->series == NULL)
		buf_text(&name, html_phrase(html, PHRASE_CHANGE_PLAN));
	else if (landed->series == &view->plan.programme)
		buf_text(&name, html_phrase(html, PHRASE_CHANGE_PROGRAMME));
	else
		buf_text(&name, landed->series->title);
	return name;
}

/* "Procurement, Culture and 2 more: what changed on 21 August 2023" */
static struct buf page_title(const struct html *html, const struct plan_view *view,
                             const struct landing_view *change)
{
	struct buf list = BUF_INIT, day = day_words(html, landing_time(change->landing));
	size_t count = 0;
	char more[24];
	for (size_t i = 0; i < change->count; i++) {
		if (i != 0 && change->items[i].place == change->items[i - 1].place)
			continue;
		struct buf name = landed_name(html, view, &change->items[i]);
		if (count++ < MOST_NAMES)
			buf_printf(&list, "%s%s", list.length == 0 ? "" : ", ", name.bytes);
		buf_release(&name);
	}
	if (count > MOST_NAMES) {
		snprintf(more, sizeof(more), "%zu", count - MOST_NAMES);
		struct buf names = plain_phrase(html, PHRASE_CHANGE_AND_MORE, list.bytes, more);
		buf_release(&list);
		list = names;
	}
	struct buf title = plain_phrase(html, PHRASE_CHANGE_TITLE, list.bytes, day.bytes);
	buf_release(&list);
	buf_release(&day);
	return title;
}

static void begin_fact(struct html *html, enum phrase name)
{
	html_fact(html, html_phrase(html, name));
}

static void add_landed_on(struct html *html, const struct landing *landing)
{
	begin_fact(html, PHRASE_CHANGE_LANDED_ON);
	html_day(html, landing_time(landing));
	if (landing->received != 0) {
		html_add(html, ", %s", html_phrase(html, PHRASE_CHANGE_RECEIPT));
		if (landing->account != NULL) {
			html_add(html, "%s ", html_phrase(html, PHRASE_CHANGE_RECEIPT_FROM));
			html_person(html, landing->account);
		}
		if (landing->late)
			html_say(html, PHRASE_CHANGE_LATE);
	}
	html_fact_end(html);
}

static int add_message(struct html *html, const struct site_view *site,
                       const struct landing *landing, bool kept_back, struct error *error)
{
	struct buf body = BUF_INIT;
	bool cut = false;
	int result = 0;
	begin_fact(html, PHRASE_CHANGE_MESSAGE);
	if (kept_back) {
		html_say(html, PHRASE_CHANGE_MESSAGE_KEPT);
	} else {
		result = commit_body(site->record->repo, &landing->id, MOST_BODY, &body, &cut,
		                     error);
		html_put(html, "<span><strong>");
		if (landing->subject[0] == '\0')
			html_say(html, PHRASE_CHANGE_NO_MESSAGE);
		html_written(html, landing->subject, strlen(landing->subject));
		html_put(html, "</strong>");
		if (body.length != 0) {
			html_put(html, "<br />\n");
			html_written(html, body.bytes, body.length);
		}
		html_put(html, cut ? "…</span>" : "</span>");
	}
	html_fact_end(html);
	buf_release(&body);
	return result;
}

static int add_facts(struct html *html, const struct site_view *site, const struct landing *landing,
                     bool kept_back, struct error *error)
{
	char hex[OBJECT_HEX_SIZE];
	html_put(html, "<dl class=\"facts\">\n");
	begin_fact(html, PHRASE_CHANGE_WHO);
	html_person(html, landing->author.name);
	html_fact_end(html);
	if (strcmp(landing->author.name, landing->committer.name) != 0) {
		begin_fact(html, PHRASE_CHANGE_COMMITTED_BY);
		html_person(html, landing->committer.name);
		html_fact_end(html);
	}
	begin_fact(html, PHRASE_CHANGE_WRITTEN_ON);
	html_day(html, landing->author.time);
	html_fact_end(html);
	add_landed_on(html, landing);
	int result = add_message(html, site, landing, kept_back, error);
	begin_fact(html, PHRASE_CHANGE_COMMIT);
	html_add(html, "<code class=\"long\">%s</code>", object_hex(&landing->id, hex));
	html_fact_end(html);
	html_put(html, "</dl>\n");
	return result;
}

static void add_neighbour(struct html *html, const struct plan_view *view,
                          const struct landing *landing, enum phrase words, const char *rel)
{
	struct arena arena = ARENA_INIT;
	html_add(html, "<a href=\"%s\" rel=\"%s\">%s ", landing_page(&arena, view, landing), rel,
	         html_phrase(html, words));
	html_day(html, landing_time(landing));
	html_put(html, "</a>");
	arena_release(&arena);
}

/* From each thing that changed to its changes before and after. */
static void add_neighbours(struct html *html, const struct plan_view *view,
                           const struct landing_view *change)
{
	html_add(html, "<nav class=\"contents beside\" aria-label=\"%s\">\n<ul>\n",
	         html_phrase(html, PHRASE_CHANGE_NEIGHBOURS));
	for (size_t i = 0; i < change->count; i++) {
		const struct landed *landed = &change->items[i];
		if (i != 0 && landed->place == change->items[i - 1].place)
			continue;
		struct buf name = landed_name(html, view, landed);
		html_add(html, "<li>%s: ", name.bytes);
		buf_release(&name);
		if (landed->previous != NULL)
			add_neighbour(html, view, landed->previous, PHRASE_CHANGE_PREVIOUS, "prev");
		if (landed->previous != NULL && landed->next != NULL)
			html_put(html, "; ");
		if (landed->next != NULL)
			add_neighbour(html, view, landed->next, PHRASE_CHANGE_NEXT, "next");
		if (landed->previous == NULL && landed->next == NULL)
			html_say(html, PHRASE_CHANGE_ONLY);
		html_put(html, "</li>\n");
	}
	html_put(html, "</ul>\n</nav>\n");
}

/* An import lands hundreds of reports at once. */
static void add_rest(struct html *html, size_t count)
{
	html_put(html, "<p>");
	html_counted(html, count, PHRASE_CHANGE_REST, PHRASE_CHANGE_REST_MANY);
	html_put(html, "</p>\n");
}

static int change_page(const struct site_view *site, const struct plan_view *view, size_t number,
                       struct html *html, struct error *error)
{
	const struct landing_view *change = &view->changes.items[number];
	struct html parts = {.text = BUF_INIT, .language = html->language};
	bool left_out = false;
	struct buf title = page_title(html, view, change);
	struct frame frame = inner_frame(site, view, title.bytes);
	int result = 0;
	for (size_t i = 0; i < change->count && result == 0; i++) {
		if (parts.text.length >= CHANGE_LARGEST) {
			add_rest(&parts, change->count - i);
			break;
		}
		result = change_part(&parts, site, view, change, i, &left_out, error);
	}
	if (result == 0) {
		bool kept = left_out || view->changes.kept_back[change->landing->number];
		frame_begin(html, &frame);
		result = add_facts(html, site, change->landing, kept, error);
		add_neighbours(html, view, change);
		buf_add(&html->text, parts.text.bytes, parts.text.length);
		frame_end(html, &frame);
	}
	html_release(&parts);
	buf_release(&title);
	return result;
}

/* A change of the plan, by what it is about and when. */
struct turn {
	size_t place, number;
};

static int compare_turns(const void *a, const void *b)
{
	const struct turn *one = a, *other = b;
	if (one->place != other->place)
		return one->place < other->place ? -1 : 1;
	return one->number < other->number ? -1 : one->number > other->number;
}

/* Those of one workstream follow one another: the reports that they compare are the same. */
void list_changes(struct leaves *leaves, const struct page_kind *kind, const struct plan_view *view)
{
	if (view == NULL || view->changes.count == 0)
		return;
	const struct landings *changes = &view->changes;
	struct turn *turns = mem_new(changes->count, sizeof(*turns));
	for (size_t i = 0; i < changes->count; i++)
		turns[i] = (struct turn){changes->items[i].items[0].place, i};
	qsort(turns, changes->count, sizeof(*turns), compare_turns);
	for (size_t i = 0; i < changes->count; i++) {
		const struct landing *landing = changes->items[turns[i].number].landing;
		const struct standing *standing = changes->items[turns[i].number].items[0].standing;
		leaves_add(leaves, kind, view, turns[i].number,
		           arena_printf(&leaves->arena, "%s/%s", view->folder,
		                        landing_page(&leaves->arena, view, landing)))
			->near = standing != NULL ? standing->period.last : 0;
	}
	free(turns);
}

int make_change(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                struct error *error)
{
	return change_page(leaves->site, leaf->view, leaf->number, html, error);
}

void material_of_change(const struct leaves *leaves, const struct leaf *leaf,
                        struct material *material)
{
	change_material(leaves->site, leaf->view, leaf->number, material);
}
