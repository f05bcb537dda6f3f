/*
 * What was kept, taken piece by piece: the whole of it would cost more memory than all that
 * is made of it. The checksum is known at the end. Until then nothing in it is used as a
 * number of anything, and its texts end where they end.
 */
#include <stdlib.h>
#include <xxhash.h>

#include "base/mem.h"
#include "record/stored.h"

enum { PIECE = 256 << 10 };

struct loading {
	const struct plain_file *file;
	size_t at; /* what is before has been read */
	char *piece;
	XXH3_state_t *checksum;
	struct stored_head head;
	char *bytes; /* of the texts */
	struct stored_texts texts;
	struct lineage *lineage;
	struct readings *readings; /* NULL: nobody asks for them */
	struct reading *rows;      /* of the readings */
	uint32_t *paths;
	uint32_t *commit_rows, *blob_rows;
	uint32_t link, change; /* the next that a commit, and a link, will have */
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

static void take_commit(struct loading *loading, const void *row, size_t number)
{
	const struct stored_commit *stored = row;
	const struct stored_texts *texts = &loading->texts;
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
	loading->lineage->rows[number] = (struct lineage_row){loading->link, stored->links};
	loading->link += stored->links;
}

static void take_link(struct loading *loading, const void *row, size_t number)
{
	const struct stored_link *stored = row;
	loading->lineage->links[number] =
		(struct lineage_link){stored->parent, loading->change, stored->changes};
	loading->change += stored->changes;
}

static void take_change(struct loading *loading, const void *row, size_t number)
{
	const struct stored_change *stored = row;
	loading->lineage->changes[number] =
		(struct lineage_change){stored->path, stored->before, stored->after,
	                                (enum file_type)stored->type, stored->gone != 0};
}

static void take_reading(struct loading *loading, const void *row, size_t number)
{
	struct readings *readings = loading->readings;
	if (readings != NULL)
		stored_told(&loading->texts, row, readings, &loading->rows[number],
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
	loading->commit_rows = mem_resize(NULL, head->commit_rows, sizeof(uint32_t));
	loading->blob_rows = mem_resize(NULL, head->blob_rows, sizeof(uint32_t));
	if (readings == NULL)
		return;
	readings_make_room(readings);
	loading->rows = arena_new(readings->arena, head->blobs * sizeof(*loading->rows));
}

static bool load_sections(struct loading *loading)
{
	const struct stored_head *head = &loading->head;
	const struct lineage *lineage = loading->lineage;
	return load_rows(loading, head->to, sizeof(struct stored_commit), take_commit) &&
	       pull(loading, lineage->landings, head->landings * sizeof(uint32_t)) &&
	       load_rows(loading, head->links, sizeof(struct stored_link), take_link) &&
	       load_rows(loading, head->changes, sizeof(struct stored_change), take_change) &&
	       pull(loading, loading->paths, head->paths * sizeof(uint32_t)) &&
	       pull(loading, lineage->blobs, head->blobs * sizeof(struct object_id)) &&
	       load_rows(loading, head->blobs, sizeof(struct stored_reading), take_reading) &&
	       pull(loading, loading->commit_rows, head->commit_rows * sizeof(uint32_t)) &&
	       pull(loading, loading->blob_rows, head->blob_rows * sizeof(uint32_t));
}

static size_t size_of_sections(const struct stored_head *head)
{
	return head->to * sizeof(struct stored_commit) + head->links * sizeof(struct stored_link) +
	       head->changes * sizeof(struct stored_change) +
	       head->blobs * (sizeof(struct object_id) + sizeof(struct stored_reading)) +
	       ((size_t)head->landings + head->paths + head->commit_rows + head->blob_rows) *
	               sizeof(uint32_t);
}

/* Reads the head, and the texts that stand last; false where all that is no such file. */
static bool load_texts(struct loading *loading)
{
	struct stored_head *head = &loading->head;
	if (loading->file->size < sizeof(*head) ||
	    !plain_read(loading->file, 0, head, sizeof(*head)) || !stored_is_ours(head) ||
	    !head->whole || head->from != 0 ||
	    sizeof(*head) + size_of_sections(head) + head->texts != loading->file->size)
		return false;
	loading->at = sizeof(*head);
	loading->bytes = mem_resize(NULL, (size_t)head->texts + 1, 1);
	loading->bytes[head->texts] = '\0';
	loading->texts = (struct stored_texts){loading->bytes, head->texts};
	return plain_read(loading->file, loading->file->size - head->texts, loading->bytes,
	                  head->texts);
}

/* Takes the sections; false where they are not what the checksum is of. */
static bool load(struct loading *loading)
{
	const struct stored_head *head = &loading->head;
	struct lineage *lineage = loading->lineage;
	XXH3_64bits_reset_withSeed(loading->checksum, stored_seed(head, &loading->texts));
	make_room(loading);
	if (!load_sections(loading) || XXH3_64bits_digest(loading->checksum) != head->checksum)
		return false;
	lineage->compared = head->to;
	lineage->receipts = head->receipts;
	ids_restore(&lineage->commit_ids, loading->commit_rows, head->commit_rows, head->to);
	ids_restore(&lineage->blob_ids, loading->blob_rows, head->blob_rows, head->blobs);
	loading->commit_rows = loading->blob_rows = NULL;
	for (uint32_t i = 0; i < head->paths; i++)
		lineage_path(lineage, stored_text_or_empty(&loading->texts, loading->paths[i]));
	return true;
}

char *store_load(const struct plain_file *file, struct lineage *lineage, struct readings *readings)
{
	struct loading loading = {.file = file, .lineage = lineage, .readings = readings};
	bool loaded = false;
	if (load_texts(&loading)) {
		loading.checksum = XXH3_createState();
		loading.piece = mem_resize(NULL, PIECE, 1);
		loaded = loading.checksum != NULL && load(&loading);
	}
	XXH3_freeState(loading.checksum);
	free(loading.piece);
	free(loading.paths);
	free(loading.commit_rows);
	free(loading.blob_rows);
	if (loaded)
		return loading.bytes;
	free(loading.bytes);
	return NULL;
}
