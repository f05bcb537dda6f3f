/*
 * What was kept, taken piece by piece: the whole of it would cost more memory than all that
 * is made of it. The checksum is known at the end. Until then nothing in it is used as a
 * number of anything, and its texts end where they end. It says that the file is undamaged, and
 * nothing of who made it: what no repository can say is not taken.
 */
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "base/mem.h"
#include "record/stored_check.h"

enum { PIECE = 256 << 10 };

struct loading {
	const struct plain_file *file;
	size_t at; /* what is before has been read */
	char *piece;
	XXH3_state_t *checksum;
	struct stored_head head;
	char *bytes;               /* of the texts */
	struct stored_check check; /* of the texts */
	struct lineage *lineage;
	struct readings *readings; /* NULL: nobody asks for them */
	struct reading *rows;      /* of the readings */
	uint32_t *paths;
	uint32_t *homes;       /* of the commits' ids */
	uint64_t link, change; /* the next that a commit, and a link, will have */
	int64_t latest;        /* at which a landing has landed so far */
	bool broken;           /* something in it is what no repository can say */
};

/* The bytes that come next. */
static bool pull(struct loading *loading, void *bytes, size_t length)
{
	if (!plain_read(loading->file, loading->at, bytes, length))
		return false;
	loading->at += length;
	XXH3_64bits_update(loading->checksum, bytes, length);
	return true;
}

/* A time as it is read from a commit, so that the difference of two is one too. */
static bool is_time(int64_t time)
{
	enum { TENFOLD = 10 };
	return time <= INT64_MAX / TENFOLD && time >= INT64_MIN / TENFOLD;
}

static bool is_commit(const struct stored_texts *texts, const struct stored_commit *stored)
{
	const uint32_t flags = COMMIT_BACKWARDS | COMMIT_MERGE | COMMIT_LATE;
	return stored_is_whole(texts, stored->author) &&
	       stored_is_whole(texts, stored->author_mail) &&
	       stored_is_whole(texts, stored->committer) &&
	       stored_is_whole(texts, stored->committer_mail) &&
	       stored_is_whole(texts, stored->subject) && stored_is_whole(texts, stored->account) &&
	       (stored->flags & ~flags) == 0 && is_time(stored->authored) &&
	       is_time(stored->committed) && is_time(stored->received) &&
	       (stored->links > 1) == ((stored->flags & COMMIT_MERGE) != 0);
}

/*
 * A commit before which all are taken is the last of its landing, or one inside, of which no
 * receipt tells.
 */
static bool is_landed(struct loading *loading, size_t at, bool last)
{
	const struct landing *commit = &loading->lineage->commits[at];
	const int64_t time = landing_time(commit);
	if (!last)
		return !commit->backwards && !commit->late && commit->received == 0 &&
		       commit->account == NULL;
	if (commit->number >= loading->head.landings ||
	    commit->backwards != (time < loading->latest))
		return false;
	loading->lineage->landings[commit->number] = (uint32_t)at;
	loading->latest = commit->backwards ? loading->latest : time;
	return true;
}

/* The landing that a commit is of is that of the one before it, or the next. */
static bool goes_on(struct loading *loading, size_t at, size_t number)
{
	if (at == 0)
		return number == 0;
	const size_t before = loading->lineage->commits[at - 1].number;
	return (number == before || number == before + 1) &&
	       is_landed(loading, at - 1, number != before);
}

static void take_commit(struct loading *loading, const void *row, size_t number)
{
	const struct stored_commit *stored = row;
	const struct stored_texts *texts = &loading->check.texts;
	loading->broken |= !is_commit(texts, stored) || !goes_on(loading, number, stored->number);
	loading->lineage->commits[number] = (struct landing){
		.id = stored->id,
		.number = stored->number,
		.author = {stored_text_or_empty(texts, stored->author),
	                   stored_text_or_empty(texts, stored->author_mail), stored->authored},
		.committer = {stored_text_or_empty(texts, stored->committer),
	                      stored_text_or_empty(texts, stored->committer_mail),
	                      stored->committed},
		.subject = stored_text_or_empty(texts, stored->subject),
		.received = stored->received,
		.account = stored_text(texts, stored->account),
		.late = (stored->flags & COMMIT_LATE) != 0,
		.backwards = (stored->flags & COMMIT_BACKWARDS) != 0,
		.merge = (stored->flags & COMMIT_MERGE) != 0,
	};
	loading->homes[number] = ids_home(&stored->id);
	loading->lineage->rows[number] =
		(struct lineage_row){(uint32_t)loading->link, stored->links};
	loading->link += stored->links;
}

/* The landings are known by what the commits say already. */
static void take_landing(struct loading *loading, const void *row, size_t number)
{
	const uint32_t *stored = row;
	loading->broken |= *stored != loading->lineage->landings[number];
}

static void take_link(struct loading *loading, const void *row, size_t number)
{
	const struct stored_link *stored = row;
	loading->lineage->links[number] =
		(struct lineage_link){stored->parent, (uint32_t)loading->change, stored->changes};
	loading->change += stored->changes;
}

static void take_change(struct loading *loading, const void *row, size_t number)
{
	const struct stored_change *stored = row;
	loading->broken |= stored->type > FILE_UNSAFE || stored->gone > 1;
	loading->lineage->changes[number] =
		(struct lineage_change){stored->path, stored->before, stored->after,
	                                (enum file_type)stored->type, stored->gone != 0};
}

/* Of what nobody has asked yet nothing is known. */
static bool is_told(struct stored_check *check, const struct stored_reading *stored)
{
	static const struct stored_reading unknown;
	return stored_is_reading(check, stored) || memcmp(stored, &unknown, sizeof(unknown)) == 0;
}

static void take_reading(struct loading *loading, const void *row, size_t number)
{
	struct readings *readings = loading->readings;
	if (readings == NULL)
		return;
	loading->broken |= !is_told(&loading->check, row);
	stored_told(&loading->check.texts, row, readings, &loading->rows[number],
	            &readings->items[number]);
}

/* COUNT rows of SIZE bytes that come next, each to TAKE. */
static bool load_rows(struct loading *loading, size_t count, size_t size,
                      void (*take)(struct loading *loading, const void *row, size_t number))
{
	for (size_t at = 0; at < count;) {
		size_t some = PIECE / size < count - at ? PIECE / size : count - at;
		if (!pull(loading, loading->piece, some * size))
			return false;
		for (size_t i = 0; i < some; i++, at++)
			take(loading, loading->piece + i * size, at);
	}
	return true;
}

/* Room for COUNT items and for those of a few commits more: what need not move is not touched. */
static void *make_array(size_t count, size_t size, size_t *room)
{
	enum { MORE = 256 };
	*room = count + MORE;
	return mem_resize(NULL, *room, size);
}

/* Room for as much as the head says there is. */
static void make_room(struct loading *loading)
{
	const struct stored_head *head = &loading->head;
	struct lineage *lineage = loading->lineage;
	struct readings *readings = loading->readings;
	lineage->count = lineage->first_tree = head->to;
	lineage->commits = make_array(head->to, sizeof(*lineage->commits), &lineage->commit_room);
	lineage->rows = make_array(head->to, sizeof(*lineage->rows), &lineage->row_room);
	lineage->landing_count = head->landings;
	lineage->landings =
		make_array(head->landings, sizeof(*lineage->landings), &lineage->landing_room);
	lineage->link_count = head->links;
	lineage->links = make_array(head->links, sizeof(*lineage->links), &lineage->link_room);
	lineage->change_count = head->changes;
	lineage->changes =
		make_array(head->changes, sizeof(*lineage->changes), &lineage->change_room);
	lineage->blob_count = head->blobs;
	lineage->blobs = make_array(head->blobs, sizeof(*lineage->blobs), &lineage->blob_room);
	loading->paths = mem_resize(NULL, head->paths, sizeof(*loading->paths));
	loading->homes = mem_resize(NULL, head->to, sizeof(*loading->homes));
	if (readings == NULL)
		return;
	readings_make_room(readings);
	loading->rows = arena_new(readings->arena, head->blobs * sizeof(*loading->rows));
}

/* False too where they have not as many landings as the head says. */
static bool load_commits(struct loading *loading)
{
	const size_t count = loading->head.to;
	return load_rows(loading, count, sizeof(struct stored_commit), take_commit) &&
	       !loading->broken && is_landed(loading, count - 1, true) &&
	       loading->lineage->commits[count - 1].number + 1 == loading->head.landings;
}

static bool load_sections(struct loading *loading)
{
	const struct stored_head *head = &loading->head;
	const struct lineage *lineage = loading->lineage;
	return load_commits(loading) &&
	       load_rows(loading, head->landings, sizeof(uint32_t), take_landing) &&
	       load_rows(loading, head->links, sizeof(struct stored_link), take_link) &&
	       load_rows(loading, head->changes, sizeof(struct stored_change), take_change) &&
	       pull(loading, loading->paths, head->paths * sizeof(uint32_t)) &&
	       pull(loading, lineage->blobs, head->blobs * sizeof(struct object_id)) &&
	       load_rows(loading, head->blobs, sizeof(struct stored_reading), take_reading);
}

static size_t size_of_sections(const struct stored_head *head)
{
	return head->to * sizeof(struct stored_commit) + head->links * sizeof(struct stored_link) +
	       head->changes * sizeof(struct stored_change) +
	       head->blobs * (sizeof(struct object_id) + sizeof(struct stored_reading)) +
	       ((size_t)head->landings + head->paths) * sizeof(uint32_t);
}

/* Reads the head, and the texts that stand last; false where all that is no such file. */
static bool load_texts(struct loading *loading)
{
	struct stored_head *head = &loading->head;
	if (loading->file->size < sizeof(*head) ||
	    !plain_read(loading->file, 0, head, sizeof(*head)) || !stored_is_ours(head) ||
	    !head->whole || head->from != 0 || head->to == 0 ||
	    sizeof(*head) + size_of_sections(head) + head->texts != loading->file->size)
		return false;
	loading->at = sizeof(*head);
	loading->bytes = mem_resize(NULL, (size_t)head->texts + 1, 1);
	loading->bytes[head->texts] = '\0';
	loading->check.texts = (struct stored_texts){loading->bytes, head->texts};
	return plain_read(loading->file, loading->file->size - head->texts, loading->bytes,
	                  head->texts) &&
	       stored_has_texts(&loading->check.texts);
}

static void take_paths(struct loading *loading)
{
	const struct stored_texts *texts = &loading->check.texts;
	for (uint32_t i = 0; i < loading->head.paths; i++) {
		loading->broken |= !stored_is_whole(texts, loading->paths[i]);
		lineage_path(loading->lineage, stored_text_or_empty(texts, loading->paths[i]));
	}
}

/* Whether the sections are what the checksum is of, and the rows of each name those of the next. */
static bool is_whole(const struct loading *loading)
{
	const struct stored_head *head = &loading->head;
	return XXH3_64bits_digest(loading->checksum) == head->checksum && !loading->broken &&
	       loading->link == head->links && loading->change == head->changes;
}

/* Takes the sections; false where they are not what a run has kept. */
static bool load(struct loading *loading)
{
	const struct stored_head *head = &loading->head;
	struct lineage *lineage = loading->lineage;
	XXH3_64bits_reset_withSeed(loading->checksum, stored_seed(head, &loading->check.texts));
	make_room(loading);
	if (!load_sections(loading) || !is_whole(loading) ||
	    !ids_fill(&lineage->commit_ids, loading->homes, lineage->commits,
	              sizeof(*lineage->commits), head->to))
		return false;
	take_paths(loading);
	lineage->compared = head->to;
	lineage->receipts = head->receipts;
	return !loading->broken && lineage->path_count == head->paths && stored_is_lineage(lineage);
}

char *store_load(const struct plain_file *file, struct lineage *lineage, struct readings *readings)
{
	struct loading loading = {
		.file = file, .lineage = lineage, .readings = readings, .latest = INT64_MIN};
	bool loaded = false;
	if (load_texts(&loading)) {
		loading.checksum = XXH3_createState();
		loading.piece = mem_resize(NULL, PIECE, 1);
		loaded = loading.checksum != NULL && load(&loading);
	}
	XXH3_freeState(loading.checksum);
	free(loading.piece);
	free(loading.paths);
	free(loading.homes);
	if (loaded)
		return loading.bytes;
	free(loading.bytes);
	return NULL;
}
