/* Keeps the outline of a record: declared in record/outline.h. */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "base/map.h"
#include "base/text.h"
#include "record/outline.h"
#include "record/outline_file.h"
#include "record/store.h"
#include "repo/kept.h"

struct writer {
	struct buf entries, parts;
	struct buf rows, texts; /* of the plan that is being written */
	struct map offsets;
};

static struct outline_head make_head(void)
{
	struct outline_head head = {.magic = {'r', 'a', 'g', 's', 't', 'a', 'n', '4'}};
	memcpy(head.program, store_program(), strnlen(store_program(), sizeof(head.program)));
	return head;
}

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

static void add_series(struct writer *writer, const char *workstream, const struct series *series)
{
	for (size_t i = 0; i < series->count; i++) {
		const struct standing *standing = &series->standings[i];
		if (!standing_holds(standing))
			continue;
		const struct version *version = standing_version(standing);
		struct outline_row row = {
			.workstream = workstream == NULL ? 0 : add_text(writer, workstream),
			.holder = standing->holder == NULL ? 0 : add_text(writer, standing->holder),
			.path = add_text(writer, version->path),
			.rag = add_text(writer, version->reading->rag),
			.first = standing->period.first,
			.last = standing->period.last,
			.landing = version->landing->id,
			.blob = version->blob,
		};
		buf_add(&writer->rows, (const char *)&row, sizeof(row));
	}
}

static void add_plan(struct writer *writer, const struct plan_record *plan)
{
	struct outline_entry entry = {.offset = (uint32_t)writer->parts.length};
	if (!text_is_slug(plan->id))
		return;
	buf_clear(&writer->rows);
	buf_clear(&writer->texts);
	map_release(&writer->offsets);
	buf_byte(&writer->texts, '\0');
	add_series(writer, NULL, &plan->programme);
	for (size_t i = 0; i < plan->count; i++)
		add_series(writer, plan->workstreams[i].id, &plan->workstreams[i]);
	buf_add(&writer->parts, writer->rows.bytes, writer->rows.length);
	buf_add(&writer->parts, writer->texts.bytes, writer->texts.length);
	memcpy(entry.id, plan->id, strlen(plan->id));
	entry.rows = (uint32_t)(writer->rows.length / sizeof(struct outline_row));
	entry.texts = (uint32_t)writer->texts.length;
	entry.checksum = XXH3_64bits(writer->parts.bytes + entry.offset,
	                             writer->parts.length - entry.offset);
	buf_add(&writer->entries, (const char *)&entry, sizeof(entry));
}

static uint64_t checksum_of(const struct outline_head *head, const char *entries)
{
	return XXH3_64bits_withSeed(entries, head->plans * sizeof(struct outline_entry),
	                            XXH3_64bits(head, offsetof(struct outline_head, checksum)));
}

static void write_outline(struct record *record)
{
	struct writer writer = {BUF_INIT, BUF_INIT, BUF_INIT, BUF_INIT, MAP_INIT};
	struct buf bytes = BUF_INIT;
	struct outline_head head = make_head();
	for (size_t i = 0; i < record->count; i++)
		add_plan(&writer, &record->plans[i]);
	head.tip = record->tip.id;
	head.receipts = record->lineage.receipts;
	head.plans = (uint32_t)(writer.entries.length / sizeof(struct outline_entry));
	head.checksum = checksum_of(&head, writer.entries.bytes);
	buf_add(&bytes, (const char *)&head, sizeof(head));
	buf_add(&bytes, writer.entries.bytes, writer.entries.length);
	buf_add(&bytes, writer.parts.bytes, writer.parts.length);
	kept_write(record->repo, KEPT_STANDING, bytes.bytes, bytes.length);
	buf_release(&bytes);
	buf_release(&writer.entries);
	buf_release(&writer.parts);
	buf_release(&writer.rows);
	buf_release(&writer.texts);
	map_release(&writer.offsets);
}

/* Whether each plan has a name, and none has the name of one before it. */
static bool are_entries(const struct outline_entry *entries, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (memchr(entries[i].id, '\0', sizeof(entries[i].id)) == NULL ||
		    !text_is_slug(entries[i].id) ||
		    (i != 0 && strcmp(entries[i - 1].id, entries[i].id) >= 0))
			return false;
	return true;
}

struct outline_entry *outline_read_list(struct repo *repo, struct outline_head *head)
{
	const struct outline_head ours = make_head();
	char *bytes = kept_read_part(repo, KEPT_STANDING, 0, sizeof(*head));
	if (bytes == NULL)
		return NULL;
	memcpy(head, bytes, sizeof(*head));
	free(bytes);
	if (memcmp(head->magic, ours.magic, sizeof(ours.magic)) != 0 ||
	    memcmp(head->program, ours.program, sizeof(ours.program)) != 0)
		return NULL;
	bytes = kept_read_part(repo, KEPT_STANDING, sizeof(*head),
	                       head->plans * sizeof(struct outline_entry));
	if (bytes != NULL && checksum_of(head, bytes) == head->checksum &&
	    are_entries((const struct outline_entry *)(const void *)bytes, head->plans))
		return (struct outline_entry *)(void *)bytes;
	free(bytes);
	return NULL;
}

static bool is_kept(const struct record *record)
{
	struct outline_head head;
	struct outline_entry *entries = outline_read_list(record->repo, &head);
	bool kept = entries != NULL && object_equal(&head.tip, &record->tip.id) &&
	            object_equal(&head.receipts, &record->lineage.receipts);
	free(entries);
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
