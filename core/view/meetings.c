#include "view/meetings.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "repo/references.h"
#include "view/site_view.h"

static const char tags[] = "refs/tags/";

/* A tag of the repository; on a landing of the record, or not. */
struct tag {
	const char *name;
	const struct landing *landing; /* NULL: it is on none */
};

struct tag_list {
	struct tag *items;
	size_t count, room;
};

const struct landing *meeting_landing(const struct record *record, const char *reference)
{
	struct error ignored = ERROR_INIT;
	struct object_id id;
	if (reference_commit(record->repo, reference, &id, &ignored) < 0 || object_is_none(&id))
		return NULL;
	uint32_t commit = lineage_find(&record->lineage, &id);
	return commit != LINEAGE_NONE && lineage_is_landing(&record->lineage, commit)
	               ? &record->lineage.commits[commit]
	               : NULL;
}

/* By place in the history, then by name. */
static int by_landing(const void *first, const void *second)
{
	const struct tag *a = first, *b = second;
	size_t one = a->landing == NULL ? SIZE_MAX : a->landing->number;
	size_t two = b->landing == NULL ? SIZE_MAX : b->landing->number;
	if (one != two)
		return one < two ? -1 : 1;
	return strcmp(a->name, b->name);
}

static int read_tags(struct site_view *site, struct tag_list *list, struct error *error)
{
	const char *const *names;
	if (references_list(site->record->repo, &site->arena, &names, error) < 0)
		return -1;
	for (; *names != NULL; names++) {
		if (strncmp(*names, tags, strlen(tags)) != 0)
			continue;
		list->items = arena_grow(&site->arena, list->items, list->count, &list->room,
		                         sizeof(*list->items));
		list->items[list->count++] =
			(struct tag){*names + strlen(tags), meeting_landing(site->record, *names)};
	}
	if (list->count != 0)
		qsort(list->items, list->count, sizeof(*list->items), by_landing);
	return 0;
}

/* The two names that `ragtrail publish` knows a meeting by, each with and without a paper. */
static void add_names(struct map *names, struct arena *arena, const struct meeting *meeting,
                      const char *paper)
{
	char day[DATE_TEXT_SIZE];
	const char *own[] = {meeting->tag.text, NULL};
	if (meeting->committee.text != NULL && meeting->date.valid)
		own[1] = arena_printf(arena, "%s/%s", meeting->committee.text,
		                      date_iso(meeting->date.as.date, day));
	for (size_t i = 0; i < 2; i++) {
		if (own[i] == NULL)
			continue;
		const char *name =
			paper == NULL ? own[i] : arena_printf(arena, "%s-%s", own[i], paper);
		if (map_get(names, name) == NULL)
			map_set(names, name, (void *)meeting);
	}
}

/* The meetings that the register has. */
static void add_meetings(struct map *names, struct arena *arena, const struct registers *registers)
{
	for (size_t i = 0; i < registers->count; i++) {
		const struct list *list = &registers->plans[i]->meetings;
		for (size_t j = 0; j < list->count; j++)
			add_names(names, arena, &LIST_OF(struct meeting, *list)[j], NULL);
	}
}

/* The meetings that papers of the plan go to. */
static void add_papers(struct map *names, struct arena *arena, const struct plan_view *view,
                       const struct registers *registers)
{
	for (size_t i = 0; i < view->paper_count; i++) {
		const struct document *document = filed_document(view->papers[i].filed);
		const struct paper *paper = document == NULL ? NULL : document->paper;
		if (paper == NULL || paper->committee.text == NULL || !paper->date.valid)
			continue;
		const struct meeting *known =
			registers_meeting(registers, paper->committee.text, paper->date.as.date);
		struct meeting *meeting = arena_new(arena, sizeof(*meeting));
		*meeting = (struct meeting){.committee = paper->committee, .date = paper->date};
		if (known != NULL)
			*meeting = *known;
		add_names(names, arena, meeting, NULL);
		add_names(names, arena, meeting, view->papers[i].filed->id);
	}
}

static bool is_of_board(const char *name)
{
	return strncmp(name, "board/", strlen("board/")) == 0;
}

/* Two pairs of tags may make one name: "a" to "b-to-c", and "a-to-b" to "c". */
static bool is_taken(const struct meetings *meetings, size_t count, const char *page)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(meetings->pages[i], page) == 0)
			return true;
	return false;
}

static void name_pages(struct meetings *meetings, struct arena *arena)
{
	meetings->pages = arena_new(arena, meetings->count * sizeof(char *));
	for (size_t i = 0; i < meetings->count; i++) {
		bool last = i + 1 == meetings->count;
		const char *page =
			arena_printf(arena, "compare-%s-to-%s.html", meetings->items[i].page,
		                     last ? "now" : meetings->items[i + 1].page);
		if (is_taken(meetings, i, page))
			page = arena_printf(arena, "compare-%zu-%s", i + 1, page);
		meetings->pages[i] = page;
	}
}

static void read_meetings(struct site_view *site, struct plan_view *view,
                          const struct tag_list *list)
{
	struct meetings *meetings = &view->meetings;
	struct arena *arena = &site->arena;
	struct map names = MAP_INIT;
	size_t shown = 0;
	meetings->registers = registers_of_plan(site->record, &view->plan, arena);
	add_papers(&names, arena, view, &meetings->registers);
	add_meetings(&names, arena, &meetings->registers);
	struct marked_meeting *all = arena_new(arena, list->count * sizeof(*all));
	meetings->aside = arena_new(arena, list->count * sizeof(char *));
	for (size_t i = 0; i < list->count; i++) {
		const struct tag *tag = &list->items[i];
		const struct meeting *meeting = map_get(&names, tag->name);
		if (meeting == NULL && !is_of_board(tag->name))
			continue;
		if (tag->landing == NULL)
			meetings->aside[meetings->aside_count++] = tag->name;
		else if ((shown == 0 || all[shown - 1].landing != tag->landing) &&
		         landings_plan(&view->changes, tag->landing->number) != LINEAGE_NONE)
			all[shown++] = (struct marked_meeting){
				tag->name,
				strcmp(tag->name, "now") == 0 ? "_6eow"
							      : site_page_name(arena, tag->name, i),
				meeting, tag->landing};
	}
	meetings->older = shown > MEETINGS_MOST ? shown - MEETINGS_MOST : 0;
	meetings->items = all + meetings->older;
	meetings->count = shown - meetings->older;
	name_pages(meetings, arena);
	map_release(&names);
}

int site_meetings(struct site_view *site, struct error *error)
{
	struct tag_list list = {NULL, 0, 0};
	if (site->count == 0)
		return 0;
	if (read_tags(site, &list, error) < 0)
		return -1;
	for (size_t i = 0; i < site->count; i++)
		read_meetings(site, &site->plans[i], &list);
	return 0;
}
