/* What has landed since an outline was kept: declared in record/outline_build.h. */
#include <string.h>

#include "document/source.h"
#include "record/outline_build.h"
#include "repo/paths.h"

/* Both may be NULL: the overview. */
static bool same_text(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static struct standing *find_standing(struct series *series, struct period period)
{
	for (size_t i = 0; i < series->count; i++)
		if (period_equal(series->standings[i].period, period))
			return &series->standings[i];
	return NULL;
}

/* A file that a landing changes, and what it says now. */
struct changed_file {
	const char *plan, *path;
	struct object_id blob;
	const struct reading *reading; /* NULL: nothing that a record takes */
};

/* The files of a landing, but for those that cannot be read: they change nothing. */
struct changed_files {
	struct outline *outline;
	struct changed_file *items;
	size_t count, room;
};

static int note_file(const struct change *change, void *context)
{
	struct changed_files *files = context;
	struct outline *outline = files->outline;
	struct arena *arena = &outline->record->arena;
	const char *name = change->path + strlen(REPO_PLANS) + 1;
	struct changed_file file = {.plan = arena_text(arena, name, strcspn(name, "/")),
	                            .path = arena_text(arena, change->path, strlen(change->path)),
	                            .blob = change->after};
	if (!object_is_none(&change->after)) {
		const char *why;
		size_t size;
		if (change->type_after != FILE_REGULAR)
			return 0;
		if (repo_blob(outline->repo, &change->after, SOURCE_LARGEST, &outline->bytes, &size,
		              outline->error) < 0)
			return -1;
		struct document *document = document_read("", outline->bytes.bytes,
		                                          outline->bytes.length, DOCUMENT_FIELDS);
		file.reading = reading_of(document, DEPTH_RATINGS, arena, &why);
		document_free(document);
		if (file.reading == NULL && why != NULL)
			return 0;
	}
	files->items =
		arena_grow(arena, files->items, files->count, &files->room, sizeof(*files->items));
	files->items[files->count++] = file;
	return 0;
}

static bool is_about(const struct changed_file *file, const struct series_outline *build)
{
	return file->reading != NULL && strcmp(file->plan, build->plan) == 0 &&
	       same_text(file->reading->workstream, build->workstream);
}

/* A file of the landing speaks of the period, or NULL. */
static const char *other_holder(const struct changed_files *files,
                                const struct series_outline *build, struct period period)
{
	for (size_t i = 0; i < files->count; i++)
		if (is_about(&files->items[i], build) &&
		    period_equal(files->items[i].reading->period, period))
			return files->items[i].path;
	return NULL;
}

/* The workstream moved on to a later period, which was not on record. */
static bool moved_on(const struct changed_files *files, struct series_outline *build,
                     struct period period)
{
	for (size_t i = 0; i < files->count; i++) {
		const struct changed_file *file = &files->items[i];
		if (is_about(file, build) && period_compare(period, file->reading->period) < 0 &&
		    find_standing(&build->series, file->reading->period) == NULL)
			return true;
	}
	return false;
}

/*
 * What the file held before, whichever of its versions said so, and holds no more: it moved on,
 * another file of the landing has it, or it is off the record. In doubt it is taken off: nobody is
 * told that it is there.
 */
static void leave(struct outline *outline, const struct changed_files *files,
                  const struct changed_file *file, struct series_outline *build)
{
	struct series *series = &build->series;
	size_t kept = 0;
	for (size_t i = 0; i < series->count; i++) {
		struct standing *standing = &series->standings[i];
		bool left = standing->holder != NULL && strcmp(standing->holder, file->path) == 0 &&
		            !(is_about(file, build) &&
		              period_equal(file->reading->period, standing->period));
		if (left)
			standing->holder = other_holder(files, build, standing->period);
		if (left && standing->holder == NULL &&
		    (outline->doubtful || !moved_on(files, build, standing->period)))
			outline->doubtful = true;
		else
			series->standings[kept++] = *standing;
	}
	series->count = kept;
}

/* Puts what the file says on record, or gives it another version. */
static void land(struct outline *outline, const struct changed_file *file)
{
	const struct reading *reading = file->reading;
	struct series_outline *build = outline_series(outline, file->plan, reading->workstream);
	struct standing *standing = find_standing(&build->series, reading->period);
	if (standing == NULL)
		standing = outline_add(outline, build, reading->period, NULL);
	else if (object_equal(&standing_version(standing)->blob, &file->blob)) {
		standing->holder = file->path;
		return;
	}
	standing->holder = file->path;
	standing->versions[0] =
		outline_version(outline, outline->landing, file->path, reading->rag, file->blob);
}

/* One landing, in the order in which a record takes it: see record/builder.c. */
static int advance_landing(struct outline *outline, const struct object_id *before,
                           const struct object_id *after)
{
	struct changed_files files = {.outline = outline};
	if (files_changed(outline->repo, before, after, note_file, &files, outline->error) < 0)
		return -1;
	for (size_t i = 0; i < files.count; i++)
		for (size_t j = 0; j < outline->count; j++)
			if (strcmp(outline->list[j]->plan, files.items[i].plan) == 0)
				leave(outline, &files, &files.items[i], outline->list[j]);
	for (size_t i = 0; i < files.count; i++)
		if (files.items[i].reading != NULL && !files.items[i].reading->draft)
			land(outline, &files.items[i]);
	return 0;
}

int outline_advance(struct outline *outline, const struct chain *chain)
{
	struct object_id before = chain->known;
	for (size_t i = chain->count; i-- > 0;) {
		struct landing *landing = arena_new(&outline->record->arena, sizeof(*landing));
		*landing = chain->steps[i].landing;
		outline->landing = landing;
		outline->doubtful |= landing->merge;
		if (advance_landing(outline, &before, &landing->id) < 0)
			return -1;
		before = landing->id;
	}
	return 0;
}
