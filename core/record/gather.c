#include "record/gather.h"

#include "base/twin.h"
#include "record/recalled.h"
#include "record/store.h"
#include "repo/kept.h"

enum {
	WORTH_A_TWIN = 400,    /* commits to compare, before a second process pays */
	WORTH_READING = 100,   /* documents to read whole, before it does */
	WORTH_KEEPING = 1000,  /* commits that were not in what was kept */
	WORTH_RECALLING = 100, /* documents that were not */
	LEAST_PATIENCE = 2000, /* milliseconds, before a twin is thought lost */
};

/* One half of the work. */
struct half {
	struct record *record;
	struct readings *readings;
	struct error *error;
	struct store_base base;
	size_t to;
};

/* Reads all blobs that the changes from number FROM on brought. */
static int read_blobs(const struct half *half, size_t from)
{
	const struct lineage *lineage = &half->record->lineage;
	struct told told;
	for (size_t i = from; i < lineage->change_count; i++)
		if (readings_find(half->readings, lineage->changes[i].after, &told, half->error) <
		    0)
			return -1;
	return 0;
}

static int do_half(const struct half *half)
{
	struct lineage *lineage = &half->record->lineage;
	size_t changes = lineage->change_count;
	if (lineage_compare(half->record->repo, lineage, half->base.from, half->to, half->error) <
	    0)
		return -1;
	return read_blobs(half, changes);
}

static int do_twins_half(void *context, struct buf *out)
{
	const struct half *half = context;
	repo_unwatch(half->record->repo);
	if (do_half(half) < 0)
		return -1;
	store_part(&half->record->lineage, half->readings, &half->base, half->to, out);
	return 0;
}

/*
 * Both halves at once. This process does a little more: the other one, which begins with
 * later and longer documents, has to write down what it found.
 */
static int compare_by_two(struct record *record, struct readings *readings, struct error *error)
{
	struct lineage *lineage = &record->lineage;
	size_t from = lineage->compared;
	size_t middle = from + (lineage->count - from) * 51 / 100;
	struct store_base base = {from, lineage->path_count, lineage->blob_count};
	struct half first = {record, readings, error, base, middle};
	struct half second = {record, readings, error, base, lineage->count};
	second.base.from = middle;
	struct twin *twin = twin_start(do_twins_half, &second);
	if (do_half(&first) < 0) {
		twin_close(twin);
		return -1;
	}
	size_t length = 0;
	const char *bytes = twin == NULL ? NULL : twin_wait(twin, LEAST_PATIENCE, &length);
	if (bytes != NULL && store_adopt(bytes, length, &second.base, lineage, readings)) {
		record->twin = twin;
		return 0;
	}
	twin_close(twin);
	return do_half(&second);
}

/* --- whole readings by two --- */

struct blobs {
	struct readings *readings;
	uint32_t from, to;
};

/* What cannot be read is asked for again where it is needed: then the error is told. */
static void read_ahead(const struct blobs *blobs)
{
	struct told told;
	struct error ignored = ERROR_INIT;
	for (uint32_t i = blobs->from; i < blobs->to; i++)
		if (readings_find(blobs->readings, i, &told, &ignored) < 0)
			return;
}

static int do_twins_blobs(void *context, struct buf *out)
{
	const struct blobs *blobs = context;
	repo_unwatch(blobs->readings->repo);
	read_ahead(blobs);
	recalled_write(blobs->readings, out);
	return 0;
}

/* Reads what every blob says, where nothing is kept of any and a second process may help. */
static void read_ahead_by_two(struct readings *readings)
{
	uint32_t count = (uint32_t)readings->lineage->blob_count, middle = count / 100 * 52;
	struct blobs first = {readings, 0, middle}, second = {readings, middle, count};
	struct twin *twin = NULL;
	size_t length;
	if (readings->recalled == NULL && count >= WORTH_READING)
		twin = twin_start(do_twins_blobs, &second);
	if (twin == NULL)
		return;
	read_ahead(&first);
	const char *bytes = twin_wait(twin, LEAST_PATIENCE, &length);
	if (bytes != NULL)
		recalled_take(readings, bytes, length);
	twin_close(twin);
}

/* --- keeping --- */

static bool is_worth_recalling(const struct readings *readings)
{
	return readings->depth == DEPTH_WHOLE && readings->new_blobs >= WORTH_RECALLING;
}

static int keep(void *context, struct buf *out)
{
	const struct half *half = context;
	struct buf bytes = BUF_INIT;
	(void)out;
	if (half->readings->new_commits >= WORTH_KEEPING) {
		store_whole(&half->record->lineage, half->readings, &bytes);
		kept_write(half->record->repo, KEPT_RECORD, bytes.bytes, bytes.length);
	}
	if (is_worth_recalling(half->readings))
		recalled_keep(half->readings);
	buf_release(&bytes);
	return 0;
}

void gather_keep(struct record *record, struct readings *readings)
{
	struct half all = {.record = record, .readings = readings};
	if (repo_verifies(record->repo) || !kept_may_write(record->repo) ||
	    (readings->new_commits < WORTH_KEEPING && !is_worth_recalling(readings)))
		return;
	/* By a process of its own, while this one goes on. */
	struct twin *keeper = twin_start(keep, &all);
	if (keeper == NULL)
		keep(&all, NULL);
	else
		kept_by(record->repo, keeper);
}

/* Reads the history on top of what is there. */
static int read_history(struct record *record, const struct object_id *commit, bool hearsay,
                        struct readings *readings, struct error *error)
{
	struct lineage *lineage = &record->lineage;
	struct repo *repo = record->repo;
	bool quick = readings->depth == DEPTH_RATINGS;
	if (lineage_read(repo, commit, hearsay, lineage, error) < 0)
		return -1;
	const size_t fresh = readings->new_commits = lineage->count - lineage->compared;
	int result;
	if (quick && fresh >= WORTH_A_TWIN) {
		result = compare_by_two(record, readings, error);
	} else if (quick) {
		struct half all = {record,
		                   readings,
		                   error,
		                   {lineage->compared, lineage->path_count, lineage->blob_count},
		                   lineage->count};
		result = do_half(&all);
	} else {
		result = lineage_compare(repo, lineage, lineage->compared, lineage->count, error);
	}
	if (result == 0 && fresh != 0)
		lineage_date(lineage);
	return result;
}

/* Drops all that was read. */
static void forget(struct record *record, struct readings *readings)
{
	lineage_release(&record->lineage);
	readings_release(readings);
	*readings = (struct readings){.repo = readings->repo,
	                              .lineage = readings->lineage,
	                              .depth = readings->depth,
	                              .bytes = BUF_INIT,
	                              .arena = readings->arena};
}

int gather(struct record *record, const struct object_id *commit, struct readings *readings,
           struct error *error)
{
	struct lineage *lineage = &record->lineage;
	struct repo *repo = record->repo;
	struct plain_file file;
	bool verifies = repo_verifies(repo), quick = readings->depth == DEPTH_RATINGS;
	/* What another record of this run has read is not read again. */
	kept_await(repo);
	if (!verifies && kept_open(repo, KEPT_RECORD, &file)) {
		record->kept = store_load(&file, lineage, quick ? readings : NULL);
		plain_close(&file);
		if (record->kept == NULL)
			forget(record, readings);
	}
	if (!verifies)
		recalled_open(readings);
	int result = read_history(record, commit, !verifies, readings, error);
	if (result < 0 && lineage->hearsay) {
		/* Whether it was that or not, the commits themselves say. */
		forget(record, readings);
		*error = (struct error)ERROR_INIT;
		result = read_history(record, commit, false, readings, error);
	}
	if (result < 0)
		return -1;
	if (quick)
		gather_keep(record, readings);
	else if (!verifies)
		read_ahead_by_two(readings);
	return 0;
}
