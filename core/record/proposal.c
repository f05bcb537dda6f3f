#include "record/proposal.h"

#include <stdlib.h>
#include <string.h>

#include "document/source.h"
#include "repo/index.h"
#include "repo/paths.h"

/* A document that differs between HEAD and the index. */
struct changed {
	const char *path;
	struct object_id before, after; /* none where there is no plain file */
};

/* What a document says of one workstream and one period. */
struct said {
	const char *plan;
	struct version version;
};

struct said_list {
	struct said *items;
	size_t count, room;
};

struct reader {
	struct repo *repo;
	struct proposal *proposal;
	struct changed *changed;
	size_t changed_count, changed_room;
	struct files files;             /* of HEAD */
	struct said_list before, after; /* of the documents that differ */
	struct said_list standing;      /* of HEAD's documents that do not */
	const char *standing_of;        /* the plan whose documents those are, or NULL */
	struct document *plan;          /* plan.md, of the index or else of HEAD; or NULL */
	const struct scale *old_scale, *new_scale;
	struct buf bytes;
	struct error *error;
};

static int add_changed(const struct change *change, void *context)
{
	struct reader *reader = context;
	struct arena *arena = &reader->proposal->arena;
	if (!path_is_document(change->path))
		return 0; /* something stands in the place of a folder */
	reader->changed = arena_grow(arena, reader->changed, reader->changed_count,
	                             &reader->changed_room, sizeof(*reader->changed));
	struct changed *added = &reader->changed[reader->changed_count++];
	*added = (struct changed){arena_text(arena, change->path, strlen(change->path)),
	                          change->before, change->after};
	if (change->type_after != FILE_REGULAR)
		added->after = (struct object_id){{0}};
	return 0;
}

/* The id of the plan in whose folder the path is. */
static const char *plan_of(struct arena *arena, const char *path)
{
	const char *name = path + strlen(REPO_PLANS "/");
	return arena_text(arena, name, strcspn(name, "/"));
}

static bool is_of_plan(const char *path, const char *plan)
{
	const char *name = path + strlen(REPO_PLANS "/");
	size_t length = strlen(plan);
	return strncmp(name, plan, length) == 0 && name[length] == '/';
}

static int read_document(struct reader *reader, const char *path, const struct object_id *blob,
                         struct document **document)
{
	size_t size;
	*document = NULL;
	if (object_is_none(blob))
		return 0;
	if (repo_blob(reader->repo, blob, SOURCE_LARGEST, &reader->bytes, &size, reader->error) < 0)
		return -1;
	if (size <= SOURCE_LARGEST)
		*document = document_read(path, reader->bytes.bytes, reader->bytes.length,
		                          DOCUMENT_FIELDS);
	return 0;
}

static const struct scale *scale_of(struct arena *arena, const struct document *plan)
{
	return plan != NULL && plan->plan != NULL ? scale_copy(&plan->plan->scale, arena)
	                                          : &scale_default;
}

/* Adds what the document says, where it says something. */
static int add_said(struct reader *reader, const char *path, const struct object_id *blob,
                    const struct scale *scale, struct said_list *list)
{
	struct arena *arena = &reader->proposal->arena;
	struct document *document;
	const char *why;
	if (read_document(reader, path, blob, &document) < 0)
		return -1;
	if (document == NULL)
		return 0;
	const struct reading *reading = reading_of(document, DEPTH_WHOLE, arena, &why);
	document_free(document);
	if (reading == NULL)
		return 0;
	list->items =
		arena_grow(arena, list->items, list->count, &list->room, sizeof(*list->items));
	list->items[list->count++] = (struct said){
		plan_of(arena, path),
		{.path = path,
	         .reading = reading,
	         .scale = scale,
	         .level = scale_level(scale, reading->rag)},
	};
	return 0;
}

static const char *subject_of(const struct said *said)
{
	return said->version.reading->workstream != NULL ? said->version.reading->workstream
	                                                 : "overview";
}

static bool same_subject(const struct said *a, const struct said *b)
{
	return strcmp(a->plan, b->plan) == 0 && strcmp(subject_of(a), subject_of(b)) == 0;
}

static const struct said *find_same(const struct said_list *list, const struct said *said)
{
	for (size_t i = 0; i < list->count; i++)
		if (same_subject(&list->items[i], said) &&
		    period_equal(list->items[i].version.reading->period,
		                 said->version.reading->period))
			return &list->items[i];
	return NULL;
}

/* The latest of the list before the period of SAID, if it is later than FOUND. */
static const struct said *find_earlier(const struct said_list *list, const struct said *said,
                                       const struct said *found)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct reading *reading = list->items[i].version.reading;
		if (same_subject(&list->items[i], said) && !reading->draft &&
		    period_compare(reading->period, said->version.reading->period) < 0 &&
		    (found == NULL ||
		     period_compare(reading->period, found->version.reading->period) > 0))
			found = &list->items[i];
	}
	return found;
}

static bool is_followed(const struct said_list *list, const struct said *said)
{
	for (size_t i = 0; i < list->count; i++)
		if (same_subject(&list->items[i], said) &&
		    period_compare(list->items[i].version.reading->period,
		                   said->version.reading->period) > 0)
			return true;
	return false;
}

static const struct changed *find_changed(const struct reader *reader, const char *path)
{
	for (size_t i = 0; i < reader->changed_count; i++)
		if (strcmp(reader->changed[i].path, path) == 0)
			return &reader->changed[i];
	return NULL;
}

/* What the documents of the plan say that HEAD and the index have alike. */
static int read_standing(struct reader *reader, const char *plan)
{
	if (reader->standing_of != NULL && strcmp(reader->standing_of, plan) == 0)
		return 0;
	reader->standing.count = 0;
	reader->standing_of = plan;
	for (size_t i = 0; i < reader->files.count; i++) {
		const struct file *file = &reader->files.items[i];
		if (file->type == FILE_REGULAR && is_of_plan(file->path, plan) &&
		    find_changed(reader, file->path) == NULL &&
		    add_said(reader, file->path, &file->blob, reader->old_scale,
		             &reader->standing) < 0)
			return -1;
	}
	return 0;
}

static void add_row(struct reader *reader, const struct said *said, const struct changes *changes)
{
	struct proposal *proposal = reader->proposal;
	const struct document *plan = reader->plan;
	const char *id = said->version.reading->workstream, *title = id;
	if (changes->count == 0)
		return;
	if (id != NULL && plan != NULL && plan->plan != NULL) {
		const struct workstream *declared = plan_workstream(plan->plan, id);
		if (declared != NULL && declared->title.text != NULL)
			title = arena_text(&proposal->arena, declared->title.text,
			                   strlen(declared->title.text));
	}
	proposal->rows = arena_grow(&proposal->arena, proposal->rows, proposal->count,
	                            &proposal->room, sizeof(*proposal->rows));
	proposal->rows[proposal->count++] = (struct proposal_row){
		said->plan,     subject_of(said), title, said->version.reading->period,
		changes->items, changes->count};
}

static bool same_rating(const struct version *a, const struct version *b)
{
	return strcmp(a->reading->rag, b->reading->rag) == 0 ||
	       (a->level != SCALE_NONE && a->level == b->level && scale_same(a->scale, b->scale));
}

/* What is newly said of a period. */
static int compare_new(struct reader *reader, struct said *said)
{
	struct changes changes = {.arena = &reader->proposal->arena};
	const struct said *old = find_same(&reader->before, said);
	struct version *now = &said->version;
	now->rated = now;
	if (now->reading->draft) {
		if (old == NULL || !same_rating(&old->version, now))
			changes_add(&changes, CHANGE_DRAFT, now->reading->period)->to =
				version_label(now);
		add_row(reader, said, &changes);
		return 0;
	}
	if (old != NULL && !old->version.reading->draft) {
		if (!same_rating(&old->version, now))
			changes_rerating(&changes, &old->version, now);
	} else {
		if (read_standing(reader, said->plan) < 0)
			return -1;
		if (find_same(&reader->standing, said) != NULL)
			return 0; /* a file of its own says it already: a finding, no news */
		old = find_earlier(&reader->before, said, NULL);
		old = find_earlier(&reader->after, said, old);
		old = find_earlier(&reader->standing, said, old);
		changes_rating(&changes, old == NULL ? NULL : &old->version, now);
	}
	if (old != NULL) {
		changes_facts(&changes, old->version.reading, now->reading);
		changes_lists(&changes, old->version.reading, now->reading);
	}
	add_row(reader, said, &changes);
	return 0;
}

/* What is no longer said of a period, and was on record. */
static int compare_old(struct reader *reader, const struct said *said)
{
	struct changes changes = {.arena = &reader->proposal->arena};
	if (said->version.reading->draft || find_same(&reader->after, said) != NULL ||
	    is_followed(&reader->after, said))
		return 0;
	if (read_standing(reader, said->plan) < 0)
		return -1;
	if (find_same(&reader->standing, said) != NULL)
		return 0;
	changes_add(&changes, CHANGE_WITHDRAWN, said->version.reading->period)->from =
		version_label(&said->version);
	add_row(reader, said, &changes);
	return 0;
}

/* plan.md as HEAD has it, and as the index has it. */
static int read_plan_document(struct reader *reader, const char *plan)
{
	struct arena *arena = &reader->proposal->arena;
	const char *path = arena_printf(arena, REPO_PLANS "/%s/plan.md", plan);
	const struct changed *changed = find_changed(reader, path);
	struct object_id before = {{0}};
	for (size_t i = 0; i < reader->files.count; i++)
		if (strcmp(reader->files.items[i].path, path) == 0)
			before = reader->files.items[i].blob;
	document_free(reader->plan);
	if (read_document(reader, path, &before, &reader->plan) < 0)
		return -1;
	reader->old_scale = reader->new_scale = scale_of(arena, reader->plan);
	if (changed == NULL || object_is_none(&changed->after))
		return 0;
	document_free(reader->plan);
	if (read_document(reader, path, &changed->after, &reader->plan) < 0)
		return -1;
	reader->new_scale = scale_of(arena, reader->plan);
	return 0;
}

/* The proposal of one plan, whose changed documents begin at *AT. */
static int read_plan(struct reader *reader, const char *plan, size_t *at)
{
	reader->before.count = reader->after.count = 0;
	if (read_plan_document(reader, plan) < 0)
		return -1;
	for (; *at < reader->changed_count && is_of_plan(reader->changed[*at].path, plan); ++*at) {
		const struct changed *changed = &reader->changed[*at];
		if (add_said(reader, changed->path, &changed->before, reader->old_scale,
		             &reader->before) < 0 ||
		    add_said(reader, changed->path, &changed->after, reader->new_scale,
		             &reader->after) < 0)
			return -1;
	}
	for (size_t i = 0; i < reader->after.count; i++)
		if (compare_new(reader, &reader->after.items[i]) < 0)
			return -1;
	for (size_t i = 0; i < reader->before.count; i++)
		if (compare_old(reader, &reader->before.items[i]) < 0)
			return -1;
	return 0;
}

static int compare_rows(const void *a, const void *b)
{
	const struct proposal_row *left = a, *right = b;
	int order = strcmp(left->plan, right->plan);
	if (order == 0)
		order = strcmp(left->workstream, right->workstream);
	return order != 0 ? order : period_compare(left->period, right->period);
}

/* Whether HEAD and the index together have more than one plan. */
static bool has_several(const struct reader *reader, const char *plan)
{
	for (size_t i = 0; i < reader->files.count; i++)
		if (path_is_document(reader->files.items[i].path) &&
		    !is_of_plan(reader->files.items[i].path, plan))
			return true;
	for (size_t i = 0; i < reader->changed_count; i++)
		if (!is_of_plan(reader->changed[i].path, plan))
			return true;
	return false;
}

/* What differs between HEAD and the index, and what HEAD has besides. */
static int read_trees(struct reader *reader)
{
	struct index index = {0};
	struct object_id head;
	bool unborn;
	if (repo_commit(reader->repo, NULL, &head, &unborn, reader->error) < 0)
		return -1;
	int result = index_read(reader->repo, &index, reader->error);
	if (result == 0)
		result = index_compare(reader->repo, unborn ? NULL : &head, &index, add_changed,
		                       reader, reader->error);
	index_release(&index);
	return result < 0 || unborn || reader->changed_count == 0
	               ? result
	               : files_at(reader->repo, &head, &reader->files, reader->error);
}

int proposal_read(struct repo *repo, struct proposal *proposal, struct error *error)
{
	struct reader reader = {
		.repo = repo, .proposal = proposal, .bytes = BUF_INIT, .error = error};
	*proposal = (struct proposal){0};
	int result = read_trees(&reader);
	for (size_t at = 0; at < reader.changed_count && result == 0;) {
		const char *plan = plan_of(&proposal->arena, reader.changed[at].path);
		proposal->several = has_several(&reader, plan);
		result = read_plan(&reader, plan, &at);
	}
	if (proposal->count != 0)
		qsort(proposal->rows, proposal->count, sizeof(*proposal->rows), compare_rows);
	document_free(reader.plan);
	files_release(&reader.files);
	buf_release(&reader.bytes);
	return result;
}

void proposal_release(struct proposal *proposal)
{
	arena_release(&proposal->arena);
	*proposal = (struct proposal){0};
}
