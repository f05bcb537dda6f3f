#include "record/outline.h"

#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "base/map.h"
#include "base/mem.h"
#include "document/source.h"
#include "record/store.h"
#include "repo/commit.h"
#include "repo/kept.h"
#include "repo/receipts.h"

#define KEPT_NAME "standing"

enum { MOST_LANDINGS = 200 }; /* since the one whose outline was kept */

/* --- what is kept: the head, the rows, the texts, whose numbers are their offsets --- */

struct head {
	char magic[8];
	char program[40];
	uint64_t checksum; /* of all that is behind this head */
	struct object_id tip, receipts;
	uint32_t rows, texts;
};

static struct head make_head(void)
{
	struct head head = {.magic = {'r', 'a', 'g', 's', 't', 'a', 'n', '2'}};
	memcpy(head.program, store_program(), strnlen(store_program(), sizeof(head.program)));
	return head;
}

/* One period on record. By plan, then by workstream. */
struct row {
	uint32_t plan, workstream, path; /* no workstream: the overview */
	int32_t first, last;
	struct object_id landing, blob;
};

struct writer {
	struct buf rows, texts;
	struct map offsets;
};

static uint32_t add_text(struct writer *writer, const char *text)
{
	const void *known = map_get(&writer->offsets, text);
	if (known != NULL)
		return (uint32_t)(uintptr_t)known;
	uint32_t offset = (uint32_t)writer->texts.length;
	buf_add(&writer->texts, text, strlen(text) + 1);
	map_set(&writer->offsets, text, (void *)(uintptr_t)offset);
	return offset;
}

static void add_series(struct writer *writer, const char *plan, const char *workstream,
                       const struct series *series)
{
	for (size_t i = 0; i < series->count; i++) {
		const struct standing *standing = &series->standings[i];
		if (!standing_holds(standing))
			continue;
		const struct version *version = standing_version(standing);
		struct row row = {
			.plan = add_text(writer, plan),
			.workstream = workstream == NULL ? 0 : add_text(writer, workstream),
			.path = add_text(writer, version->path),
			.first = standing->period.first,
			.last = standing->period.last,
			.landing = version->landing->id,
			.blob = version->blob,
		};
		buf_add(&writer->rows, (const char *)&row, sizeof(row));
	}
}

static void write_outline(struct record *record)
{
	struct writer writer = {.rows = BUF_INIT, .texts = BUF_INIT};
	struct buf bytes = BUF_INIT;
	struct head head = make_head();
	buf_byte(&writer.texts, '\0');
	for (size_t i = 0; i < record->count; i++) {
		const struct plan_record *plan = &record->plans[i];
		add_series(&writer, plan->id, NULL, &plan->programme);
		for (size_t j = 0; j < plan->count; j++)
			add_series(&writer, plan->id, plan->workstreams[j].id,
			           &plan->workstreams[j]);
	}
	head.tip = record->tip.id;
	head.receipts = record->lineage.receipts;
	head.rows = (uint32_t)(writer.rows.length / sizeof(struct row));
	head.texts = (uint32_t)writer.texts.length;
	buf_add(&bytes, (const char *)&head, sizeof(head));
	buf_add(&bytes, writer.rows.bytes, writer.rows.length);
	buf_add(&bytes, writer.texts.bytes, writer.texts.length);
	head.checksum = XXH3_64bits(bytes.bytes + sizeof(head), bytes.length - sizeof(head));
	memcpy(bytes.bytes, &head, sizeof(head));
	kept_write(record->repo, KEPT_NAME, bytes.bytes, bytes.length);
	buf_release(&bytes);
	buf_release(&writer.rows);
	buf_release(&writer.texts);
	map_release(&writer.offsets);
}

/* The head of what is kept, where it is this program's and whole; NULL otherwise. */
static const struct head *check_kept(const char *bytes, size_t length)
{
	const struct head *head = (const struct head *)(const void *)bytes;
	const struct head ours = make_head();
	if (bytes == NULL || length < sizeof(*head) ||
	    memcmp(head->magic, ours.magic, sizeof(ours.magic)) != 0 ||
	    memcmp(head->program, ours.program, sizeof(ours.program)) != 0 ||
	    length - sizeof(*head) != (size_t)head->rows * sizeof(struct row) + head->texts ||
	    head->texts == 0 || bytes[length - 1] != '\0' ||
	    XXH3_64bits(bytes + sizeof(*head), length - sizeof(*head)) != head->checksum)
		return NULL;
	return head;
}

static bool is_kept(struct record *record)
{
	size_t length;
	char *bytes = kept_read(record->repo, KEPT_NAME, &length);
	const struct head *head = check_kept(bytes, length);
	bool kept = head != NULL && object_equal(&head->tip, &record->tip.id) &&
	            object_equal(&head->receipts, &record->lineage.receipts);
	free(bytes);
	return kept;
}

void outline_keep(struct record *record)
{
	struct error ignored = ERROR_INIT;
	struct object_id head;
	bool unborn;
	if (repo_commit(record->repo, NULL, &head, &unborn, &ignored) == 0 && !unborn &&
	    object_equal(&head, &record->tip.id) && !is_kept(record))
		write_outline(record);
}

/* --- what has landed since --- */

/* The rows of a series, as they are being changed. */
struct series_outline {
	const char *plan, *workstream; /* no workstream: NULL */
	struct series series;          /* one version a standing */
};

struct outline {
	struct repo *repo;
	const struct collection *collection;
	struct record *record;
	struct map series; /* struct series_outline, by plan and workstream */
	struct series_outline **list;
	size_t count, room;
	const struct landing *landing; /* that is being read */
	bool doubtful; /* what is on record may not all be in the outline any more */
	struct buf key, bytes;
	struct error *error;
};

static struct series_outline *series_of(struct outline *outline, const char *plan,
                                        const char *workstream)
{
	struct arena *arena = &outline->record->arena;
	buf_clear(&outline->key);
	buf_printf(&outline->key, "%s/%s", plan, workstream == NULL ? "" : workstream);
	struct series_outline *series = map_get(&outline->series, outline->key.bytes);
	if (series != NULL)
		return series;
	series = arena_new(arena, sizeof(*series));
	series->plan = arena_text(arena, plan, strlen(plan));
	if (workstream != NULL)
		series->workstream = arena_text(arena, workstream, strlen(workstream));
	series->series.id = workstream == NULL ? "overview" : series->workstream;
	map_set(&outline->series, arena_text(arena, outline->key.bytes, outline->key.length),
	        series);
	outline->list = arena_grow(arena, outline->list, outline->count, &outline->room,
	                           sizeof(struct series_outline *));
	outline->list[outline->count++] = series;
	return series;
}

/* Both may be NULL: the overview. */
static bool same_text(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* Puts the period on record, or gives it another version. */
static void put(struct outline *outline, struct series_outline *build, struct period period,
                const struct version *said)
{
	struct arena *arena = &outline->record->arena;
	struct series *series = &build->series;
	struct version *version = arena_new(arena, sizeof(*version));
	*version = *said;
	version->rated = version;
	size_t at = 0;
	while (at < series->count && !period_equal(series->standings[at].period, period))
		at++;
	if (at == series->count) {
		series->standings = arena_grow(arena, series->standings, series->count,
		                               &series->room, sizeof(*series->standings));
		series->standings[series->count++] = (struct standing){
			.period = period, .versions = arena_new(arena, sizeof(version))};
	}
	series->standings[at].versions[0] = version;
	series->standings[at].count = 1;
}

/*
 * Takes off what a file may have taken off that said BEFORE: this, whichever file it is on
 * record from, and all that it ever said; where nobody knows what it said, everything.
 */
static void drop(struct outline *outline, const char *plan, const char *path,
                 const struct reading *before)
{
	for (size_t i = 0; i < outline->count; i++) {
		struct series_outline *build = outline->list[i];
		struct series *series = &build->series;
		size_t kept = 0;
		if (strcmp(build->plan, plan) != 0)
			continue;
		bool its_own = before != NULL && same_text(build->workstream, before->workstream);
		for (size_t j = 0; j < series->count; j++) {
			const struct standing *standing = &series->standings[j];
			bool dropped = before == NULL ||
			               strcmp(standing->versions[0]->path, path) == 0 ||
			               (its_own && period_equal(standing->period, before->period));
			outline->doubtful |= dropped;
			if (!dropped)
				series->standings[kept++] = *standing;
		}
		series->count = kept;
	}
}

/* What a blob says; NULL where it is none, or says nothing that a record takes. */
static int read_side(struct outline *outline, const struct object_id *blob,
                     const struct reading **reading)
{
	const char *why;
	size_t size;
	*reading = NULL;
	if (object_is_none(blob))
		return 0;
	if (repo_blob(outline->repo, blob, SOURCE_LARGEST, &outline->bytes, &size, outline->error) <
	    0)
		return -1;
	struct document *document =
		document_read("", outline->bytes.bytes, outline->bytes.length, DOCUMENT_FIELDS);
	*reading = reading_of(document, DEPTH_RATINGS, &outline->record->arena, &why);
	document_free(document);
	return 0;
}

static bool is_on_record(struct outline *outline, const char *plan, const struct reading *reading)
{
	const struct series *series = &series_of(outline, plan, reading->workstream)->series;
	for (size_t i = 0; i < series->count; i++)
		if (period_equal(series->standings[i].period, reading->period))
			return true;
	return false;
}

/*
 * Whether a file that said BEFORE left it on record when it came to say AFTER: that is the
 * same period, or a later one that was not on record.
 */
static bool goes_on(struct outline *outline, const char *plan, const struct reading *before,
                    const struct reading *after)
{
	if (before == NULL || after == NULL || !same_text(before->workstream, after->workstream))
		return false;
	return period_equal(before->period, after->period) ||
	       (period_compare(before->period, after->period) < 0 && !outline->doubtful &&
	        !is_on_record(outline, plan, after));
}

/* A file of a landing. In doubt a period is taken off: nobody is told that it is there. */
static int advance_file(const struct change *change, void *context)
{
	struct outline *outline = context;
	struct arena *arena = &outline->record->arena;
	const struct reading *before, *after;
	const char *name = change->path + strlen(REPO_PLANS) + 1;
	const char *plan = arena_text(arena, name, strcspn(name, "/"));
	const char *path = arena_text(arena, change->path, strlen(change->path));
	if (read_side(outline, &change->before, &before) < 0 ||
	    read_side(outline, &change->after, &after) < 0)
		return -1;
	if (!object_is_none(&change->before) && !goes_on(outline, plan, before, after))
		drop(outline, plan, path, before);
	if (after != NULL && !after->draft)
		put(outline, series_of(outline, plan, after->workstream), after->period,
		    &(struct version){
			    .landing = outline->landing, .path = path, .blob = change->after});
	return 0;
}

/* Where to stop. */
struct search {
	struct object_id tip;
	unsigned left;
};

static bool is_over(const struct object_id *id, void *context)
{
	struct search *search = context;
	return object_equal(id, &search->tip) || search->left-- == 0;
}

/* --- reading it --- */

static const char *text_at(const struct head *head, const char *texts, uint32_t offset)
{
	return offset < head->texts ? texts + offset : "";
}

static bool is_wanted(const struct collection *collection, const char *plan)
{
	for (size_t i = 0; i < collection->count; i++)
		if (strcmp(collection->folders[i].id, plan) == 0)
			return true;
	return false;
}

/* The rows that were kept of the plans in the collection. */
static void take_rows(struct outline *outline, const struct head *head)
{
	struct arena *arena = &outline->record->arena;
	const struct row *rows = (const struct row *)(const void *)(head + 1);
	const char *texts = (const char *)(rows + head->rows);
	struct series_outline *series = NULL;
	for (uint32_t i = 0; i < head->rows; i++) {
		const struct row *row = &rows[i];
		const char *plan = text_at(head, texts, row->plan);
		bool same_plan = i != 0 && row->plan == row[-1].plan;
		if (!same_plan)
			series = NULL;
		if (same_plan ? series == NULL : !is_wanted(outline->collection, plan))
			continue;
		if (series == NULL || row->workstream != row[-1].workstream)
			series = series_of(outline, plan,
			                   row->workstream == 0
			                           ? NULL
			                           : text_at(head, texts, row->workstream));
		struct landing *landing = arena_new(arena, sizeof(*landing));
		landing->id = row->landing;
		put(outline, series, (struct period){row->first, row->last},
		    &(struct version){.landing = landing,
		                      .path = text_at(head, texts, row->path),
		                      .blob = row->blob});
	}
}

static int advance(struct outline *outline, const struct chain *chain)
{
	struct object_id before = chain->known;
	for (size_t i = chain->count; i-- > 0;) {
		struct landing *landing = arena_new(&outline->record->arena, sizeof(*landing));
		*landing = chain->steps[i].landing;
		outline->landing = landing;
		outline->doubtful |= landing->merge;
		if (files_changed(outline->repo, &before, &landing->id, advance_file, outline,
		                  outline->error) < 0)
			return -1;
		before = landing->id;
	}
	return 0;
}

static int compare_series(const void *a, const void *b)
{
	const struct series_outline *const *first = a, *const *second = b;
	int order = strcmp((*first)->plan, (*second)->plan);
	if (order != 0 || (*first)->workstream == NULL || (*second)->workstream == NULL)
		return order != 0
		               ? order
		               : ((*first)->workstream != NULL) - ((*second)->workstream != NULL);
	return strcmp((*first)->workstream, (*second)->workstream);
}

static void make_plans(struct outline *outline)
{
	struct record *record = outline->record;
	struct series *series = arena_new(&record->arena, outline->count * sizeof(*series));
	record->plans = arena_new(&record->arena, outline->count * sizeof(*record->plans));
	if (outline->count != 0)
		qsort(outline->list, outline->count, sizeof(*outline->list), compare_series);
	for (size_t i = 0; i < outline->count; i++) {
		const struct series_outline *built = outline->list[i];
		if (i == 0 || strcmp(built->plan, outline->list[i - 1]->plan) != 0)
			record->plans[record->count++] =
				(struct plan_record){.id = built->plan,
			                             .programme = {.id = "overview"},
			                             .workstreams = series + i};
		struct plan_record *plan = &record->plans[record->count - 1];
		if (built->workstream == NULL)
			plan->programme = built->series;
		else
			plan->workstreams[plan->count++] = built->series;
	}
}

/* The landings since the one whose outline was kept; false where that is not near. */
static bool find_landings(struct outline *outline, const struct object_id *commit,
                          const struct head *head, struct chain *chain)
{
	struct commit_texts texts = {&outline->record->arena, NULL};
	struct search search = {head->tip, MOST_LANDINGS};
	struct receipts receipts;
	/* Other receipts may have turned the chain elsewhere. */
	return receipts_open(outline->repo, &receipts, outline->error) == 0 &&
	       object_equal(&receipts.tip, &head->receipts) &&
	       chain_read(outline->repo, commit, &receipts, &texts, is_over, &search, chain,
	                  outline->error) == 0 &&
	       object_equal(&chain->known, &head->tip);
}

struct record *outline_read(struct repo *repo, const struct object_id *commit,
                            const struct collection *collection)
{
	struct error ignored = ERROR_INIT;
	struct record *record = mem_new(1, sizeof(*record));
	struct outline outline = {.repo = repo,
	                          .collection = collection,
	                          .record = record,
	                          .key = BUF_INIT,
	                          .bytes = BUF_INIT,
	                          .error = &ignored};
	struct chain chain = {0};
	size_t length;
	record->repo = repo;
	record->kept = kept_read(repo, KEPT_NAME, &length); /* texts point into it */
	const struct head *head = check_kept(record->kept, length);
	bool found = head != NULL && find_landings(&outline, commit, head, &chain);
	if (found) {
		take_rows(&outline, head);
		found = advance(&outline, &chain) == 0;
		make_plans(&outline);
	}
	if (!found) {
		record_free(record);
		record = NULL;
	}
	chain_release(&chain);
	map_release(&outline.series);
	buf_release(&outline.key);
	buf_release(&outline.bytes);
	return record;
}
