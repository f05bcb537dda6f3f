#include "record/recalled.h"

#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "base/mem.h"
#include "base/text.h"
#include "record/recalled_file.h"
#include "record/stored_check.h"
#include "repo/kept.h"

struct recalled {
	const struct recalled_head *head;
	const struct recalled_row *rows;
	const struct recalled_milestone *milestones;
	const struct recalled_risk *risks;
	struct stored_check check; /* of the texts */
	struct ids ids;            /* of the rows */
};

static struct recalled_head empty_head(void)
{
	struct recalled_head head = {.magic = {'r', 'a', 'g', 'r', 'e', 'a', 'd', '1'}};
	const struct stored_head stored = stored_head();
	_Static_assert(sizeof(head.program) == sizeof(stored.program), "as it is there");
	memcpy(head.program, stored.program, sizeof(head.program));
	return head;
}

/* --- opening --- */

static const void *take(const char **at, size_t count, size_t size)
{
	const char *section = *at;
	*at += count * size;
	return section;
}

/* The sections, where the head is ours and says how long they are. */
static bool open_sections(const char *bytes, size_t length, struct recalled *recalled)
{
	const struct recalled_head ours = empty_head();
	const char *at = bytes;
	if (length < sizeof(ours))
		return false;
	const struct recalled_head *head = take(&at, 1, sizeof(*head));
	uint64_t all = sizeof(*head) + (uint64_t)head->rows * sizeof(struct recalled_row) +
	               (uint64_t)head->milestones * sizeof(struct recalled_milestone) +
	               (uint64_t)head->risks * sizeof(struct recalled_risk) + head->texts;
	if (memcmp(head->magic, ours.magic, sizeof(ours.magic)) != 0 ||
	    memcmp(head->program, ours.program, sizeof(ours.program)) != 0 || all != length ||
	    XXH3_64bits(at, length - sizeof(*head)) != head->checksum)
		return false;
	recalled->head = head;
	recalled->rows = take(&at, head->rows, sizeof(struct recalled_row));
	recalled->milestones = take(&at, head->milestones, sizeof(struct recalled_milestone));
	recalled->risks = take(&at, head->risks, sizeof(struct recalled_risk));
	recalled->check.texts = (struct stored_texts){at, head->texts};
	return stored_has_texts(&recalled->check.texts);
}

/* False where two rows are of one blob, or it would take long to find any. */
static bool list_ids(struct recalled *recalled)
{
	const struct recalled_row *rows = recalled->rows;
	const size_t count = recalled->head->rows;
	uint32_t *homes = ids_homes(&rows[0].blob, sizeof(*rows), count);
	bool listed = ids_fill(&recalled->ids, homes, &rows[0].blob, sizeof(*rows), count);
	free(homes);
	return listed;
}

/*
 * The rows by their blobs. False where the milestones or risks of one do not follow those of the
 * row before: a few bytes are not to stand for as many as there are, again and again.
 */
static bool list_rows(struct recalled *recalled)
{
	const struct recalled_head *head = recalled->head;
	uint64_t milestones = 0, risks = 0;
	for (uint32_t i = 0; i < head->rows; i++) {
		const struct recalled_row *row = &recalled->rows[i];
		if (row->milestones != milestones || row->risks != risks)
			return false;
		milestones += row->milestone_count;
		risks += row->risk_count;
		if (milestones > head->milestones || risks > head->risks)
			return false;
	}
	return milestones == head->milestones && risks == head->risks && list_ids(recalled);
}

/* The bytes live as long as the record, and have a NUL behind their end. */
static bool recall(struct readings *readings, const char *bytes, size_t length)
{
	struct recalled *recalled = arena_new(readings->arena, sizeof(*recalled));
	if (open_sections(bytes, length, recalled) && list_rows(recalled)) {
		readings->recalled = recalled;
		return true;
	}
	ids_release(&recalled->ids);
	return false;
}

void recalled_open(struct readings *readings)
{
	struct plain_file file;
	if (readings->depth != DEPTH_WHOLE || !kept_open(readings->repo, KEPT_READINGS, &file))
		return;
	char *bytes = arena_new(readings->arena, file.size + 1);
	if (plain_read(&file, 0, bytes, file.size))
		recall(readings, bytes, file.size);
	plain_close(&file);
}

bool recalled_take(struct readings *readings, const char *bytes, size_t length)
{
	if (readings->recalled != NULL ||
	    !recall(readings, arena_text(readings->arena, bytes, length), length))
		return false;
	/* None of them was kept. */
	readings->new_blobs += readings->recalled->head->rows;
	return true;
}

void recalled_release(struct readings *readings)
{
	if (readings->recalled != NULL)
		ids_release(&readings->recalled->ids);
	readings->recalled = NULL;
}

/* --- what a reading can say, whatever the checksum says --- */

static bool is_milestone(struct stored_check *check, const struct recalled_milestone *kept)
{
	return STORED_ARE_TEXTS(check, kept->id, kept->title, kept->reason) &&
	       STORED_ARE_DAYS(check, kept->due, kept->delivered_on) &&
	       kept->status >= MILESTONE_UNKNOWN && kept->status <= MILESTONE_NOT_STARTED &&
	       kept->next <= 1;
}

static bool is_risk(struct stored_check *check, const struct recalled_risk *kept)
{
	return STORED_ARE_TEXTS(check, kept->id, kept->risk, kept->mitigation, kept->owner,
	                        kept->rating, kept->reason) &&
	       STORED_ARE_DAYS(check, kept->closed_on) && kept->closed <= 1;
}

static bool is_row(struct recalled *recalled, const struct recalled_row *row)
{
	struct stored_check *check = &recalled->check;
	const bool update =
		(row->reading.flags & READING_SAYS) != 0 && row->reading.workstream != 0;
	if (!stored_is_reading(check, &row->reading) || row->whole != (update ? 1 : 0) ||
	    !STORED_ARE_TEXTS(check, row->agreed_by, row->agreed_ref, row->signed_by) ||
	    !STORED_ARE_DAYS(check, row->agreed_on, row->signed_on))
		return false;
	for (uint32_t i = 0; i < row->milestone_count; i++)
		if (!is_milestone(check, &recalled->milestones[row->milestones + i]))
			return false;
	for (uint32_t i = 0; i < row->risk_count; i++)
		if (!is_risk(check, &recalled->risks[row->risks + i]))
			return false;
	return true;
}

/* --- recalling --- */

static const struct milestone_reading *recall_milestones(const struct recalled *recalled,
                                                         const struct recalled_row *row,
                                                         struct arena *arena)
{
	struct milestone_reading *items = arena_new(arena, row->milestone_count * sizeof(*items));
	const struct recalled_milestone *kept = recalled->milestones + row->milestones;
	for (size_t i = 0; i < row->milestone_count; i++)
		items[i] = (struct milestone_reading){
			.id = stored_text(&recalled->check.texts, kept[i].id),
			.title = stored_text(&recalled->check.texts, kept[i].title),
			.reason = stored_text(&recalled->check.texts, kept[i].reason),
			.due = stored_date(kept[i].due),
			.delivered_on = stored_date(kept[i].delivered_on),
			.status = kept[i].status,
			.next = kept[i].next != 0,
		};
	return items;
}

static const struct risk_reading *recall_risks(const struct recalled *recalled,
                                               const struct recalled_row *row, struct arena *arena)
{
	struct risk_reading *items = arena_new(arena, row->risk_count * sizeof(*items));
	const struct recalled_risk *kept = recalled->risks + row->risks;
	for (size_t i = 0; i < row->risk_count; i++)
		items[i] = (struct risk_reading){
			.id = stored_text(&recalled->check.texts, kept[i].id),
			.risk = stored_text(&recalled->check.texts, kept[i].risk),
			.mitigation = stored_text(&recalled->check.texts, kept[i].mitigation),
			.owner = stored_text(&recalled->check.texts, kept[i].owner),
			.rating = stored_text(&recalled->check.texts, kept[i].rating),
			.reason = stored_text(&recalled->check.texts, kept[i].reason),
			.closed = kept[i].closed != 0,
			.closed_on = stored_date(kept[i].closed_on),
		};
	return items;
}

static const struct whole_reading *recall_whole(const struct recalled *recalled,
                                                const struct recalled_row *row, struct arena *arena)
{
	struct whole_reading *whole = arena_new(arena, sizeof(*whole));
	*whole = (struct whole_reading){
		.agreed_by = stored_text(&recalled->check.texts, row->agreed_by),
		.agreed_ref = stored_text(&recalled->check.texts, row->agreed_ref),
		.agreed_on = stored_date(row->agreed_on),
		.signed_by = stored_text(&recalled->check.texts, row->signed_by),
		.signed_on = stored_date(row->signed_on),
		.milestones = recall_milestones(recalled, row, arena),
		.milestone_count = row->milestone_count,
		.risks = recall_risks(recalled, row, arena),
		.risk_count = row->risk_count,
	};
	return whole;
}

bool recalled_find(struct readings *readings, const struct object_id *blob, struct told *told)
{
	struct recalled *recalled = readings->recalled;
	if (recalled == NULL)
		return false;
	uint32_t number =
		ids_find(&recalled->ids, &recalled->rows[0].blob, sizeof(recalled->rows[0]), blob);
	if (number == UINT32_MAX || !is_row(recalled, &recalled->rows[number]))
		return false;
	const struct recalled_row *row = &recalled->rows[number];
	struct reading *reading = arena_new(readings->arena, sizeof(*reading));
	stored_told(&recalled->check.texts, &row->reading, readings, reading, told);
	if (told->reading != NULL && row->whole != 0)
		reading->whole = recall_whole(recalled, row, readings->arena);
	return true;
}

/* --- keeping --- */

struct keeper {
	struct buf rows, milestones, risks;
	struct stored_writer texts;
	uint32_t row_count, milestone_count, risk_count;
};

static void keep_milestones(struct keeper *keeper, const struct whole_reading *whole,
                            struct recalled_row *row)
{
	row->milestone_count = (uint32_t)whole->milestone_count;
	keeper->milestone_count += row->milestone_count;
	for (size_t i = 0; i < whole->milestone_count; i++) {
		const struct milestone_reading *item = &whole->milestones[i];
		const struct recalled_milestone kept = {
			.id = stored_share(&keeper->texts, item->id),
			.title = stored_share(&keeper->texts, item->title),
			.reason = stored_share(&keeper->texts, item->reason),
			.due = stored_number(item->due),
			.delivered_on = stored_number(item->delivered_on),
			.status = item->status,
			.next = item->next ? 1 : 0,
		};
		buf_add(&keeper->milestones, (const char *)&kept, sizeof(kept));
	}
}

static void keep_risks(struct keeper *keeper, const struct whole_reading *whole,
                       struct recalled_row *row)
{
	row->risk_count = (uint32_t)whole->risk_count;
	keeper->risk_count += row->risk_count;
	for (size_t i = 0; i < whole->risk_count; i++) {
		const struct risk_reading *item = &whole->risks[i];
		const struct recalled_risk kept = {
			.id = stored_share(&keeper->texts, item->id),
			.risk = stored_share(&keeper->texts, item->risk),
			.mitigation = stored_share(&keeper->texts, item->mitigation),
			.owner = stored_share(&keeper->texts, item->owner),
			.rating = stored_share(&keeper->texts, item->rating),
			.reason = stored_share(&keeper->texts, item->reason),
			.closed = item->closed ? 1 : 0,
			.closed_on = stored_number(item->closed_on),
		};
		buf_add(&keeper->risks, (const char *)&kept, sizeof(kept));
	}
}

static void keep_row(struct keeper *keeper, const struct object_id *blob, const struct told *told)
{
	struct recalled_row row = {
		.blob = *blob, .milestones = keeper->milestone_count, .risks = keeper->risk_count};
	row.reading = stored_reading(&keeper->texts, told);
	if (told->reading != NULL && told->reading->whole != &whole_reading_none) {
		const struct whole_reading *whole = told->reading->whole;
		row.whole = 1;
		row.agreed_by = stored_share(&keeper->texts, whole->agreed_by);
		row.agreed_ref = stored_share(&keeper->texts, whole->agreed_ref);
		row.signed_by = stored_share(&keeper->texts, whole->signed_by);
		row.agreed_on = stored_number(whole->agreed_on);
		row.signed_on = stored_number(whole->signed_on);
		keep_milestones(keeper, whole, &row);
		keep_risks(keeper, whole, &row);
	}
	keeper->row_count++;
	buf_add(&keeper->rows, (const char *)&row, sizeof(row));
}

void recalled_write(const struct readings *readings, struct buf *out)
{
	struct keeper keeper = {.rows = BUF_INIT, .milestones = BUF_INIT, .risks = BUF_INIT};
	struct recalled_head head = empty_head();
	stored_begin(&keeper.texts);
	for (size_t i = 0; i < readings->count; i++)
		if (readings->items[i].known)
			keep_row(&keeper, &readings->lineage->blobs[i], &readings->items[i]);
	head.rows = keeper.row_count;
	head.milestones = keeper.milestone_count;
	head.risks = keeper.risk_count;
	head.texts = (uint32_t)keeper.texts.bytes.length;
	buf_clear(out);
	buf_add(out, (const char *)&head, sizeof(head));
	buf_add(out, keeper.rows.bytes, keeper.rows.length);
	buf_add(out, keeper.milestones.bytes, keeper.milestones.length);
	buf_add(out, keeper.risks.bytes, keeper.risks.length);
	buf_add(out, keeper.texts.bytes.bytes, keeper.texts.bytes.length);
	head.checksum = XXH3_64bits(out->bytes + sizeof(head), out->length - sizeof(head));
	memcpy(out->bytes, &head, sizeof(head));
	buf_release(&keeper.rows);
	buf_release(&keeper.milestones);
	buf_release(&keeper.risks);
	stored_end(&keeper.texts);
}

void recalled_keep(const struct readings *readings)
{
	struct buf out = BUF_INIT;
	recalled_write(readings, &out);
	kept_write(readings->repo, KEPT_READINGS, out.bytes, out.length);
	buf_release(&out);
}
