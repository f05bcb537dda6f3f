#include "record/answers.h"

#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "base/mem.h"
#include "record/store.h"
#include "repo/kept.h"

enum { PROGRAM_SIZE = 80, MOST_PARTS = 1 << 16 };

/* The file: a head, an entry a part, and the parts. */
struct head {
	char program[PROGRAM_SIZE];
	uint64_t entries;
	uint64_t checksum; /* of all that follows, and of the entries' number */
};

struct answer_entry {
	struct answer_key key;
	uint64_t offset, length;
};

static struct head make_head(const char *program, size_t entries)
{
	struct head head = {.entries = entries};
	struct buf text = BUF_INIT;
	buf_printf(&text, "%s %s", store_program(), program);
	memcpy(head.program, text.bytes, text.length < PROGRAM_SIZE ? text.length : PROGRAM_SIZE);
	buf_release(&text);
	return head;
}

/* --- what could have been read --- */

static void take(XXH3_state_t *digest, const void *bytes, size_t length)
{
	XXH3_128bits_update(digest, bytes, length);
}

static void take_number(XXH3_state_t *digest, int64_t number)
{
	take(digest, &number, sizeof(number));
}

static void take_text(XXH3_state_t *digest, const char *text)
{
	take_number(digest, text == NULL ? -1 : (int64_t)strlen(text));
	if (text != NULL)
		take(digest, text, strlen(text));
}

static void take_landing(XXH3_state_t *digest, const struct landing *landing)
{
	take_number(digest, landing != NULL);
	if (landing == NULL)
		return;
	take(digest, &landing->id, sizeof(landing->id));
	take_number(digest, landing->received);
	take_text(digest, landing->account);
}

/* Of a period everything that is on record: how its rating came to be may be asked about. */
static void take_standing(XXH3_state_t *digest, const struct standing *standing)
{
	take_number(digest, standing->period.first);
	take_number(digest, standing->period.last);
	take_number(digest, (int64_t)standing->count);
	for (size_t i = 0; i < standing->count; i++) {
		const struct version *version = standing->versions[i];
		take_landing(digest, version->landing);
		take_landing(digest, version_rater(version));
		take(digest, &version->blob, sizeof(version->blob));
		take_text(digest, version->path);
		take_number(digest, version->level);
		take_number(digest, version->rerating);
	}
	take_landing(digest, standing->withdrawn);
	take_number(digest, (int64_t)standing->withdrawal_count);
}

static void take_series(XXH3_state_t *digest, const struct series *series)
{
	take_text(digest, series->id);
	for (size_t i = series->count; i-- > 0;)
		take_standing(digest, &series->standings[i]);
}

static void take_document(XXH3_state_t *digest, const struct record *record,
                          const struct plan_record *plan)
{
	take_number(digest, (int64_t)record->depth);
	take_text(digest, plan->id);
	take_text(digest, plan->document->path);
	take_number(digest, (int64_t)plan->document->length);
	if (plan->document->bytes != NULL)
		take(digest, plan->document->bytes, plan->document->length);
}

static void take_plan(XXH3_state_t *digest, const struct record *record,
                      const struct plan_record *plan)
{
	take_document(digest, record, plan);
	for (size_t i = 0; i < plan->count; i++)
		take_series(digest, &plan->workstreams[i]);
	take_series(digest, &plan->programme);
}

struct answer_key answer_key(const struct record *record, const struct plan_record *plan)
{
	XXH3_state_t *digest = XXH3_createState();
	struct answer_key key = {0, 0};
	if (digest == NULL)
		return key;
	XXH3_128bits_reset(digest);
	take_plan(digest, record, plan);
	XXH128_hash_t hash = XXH3_128bits_digest(digest);
	XXH3_freeState(digest);
	return (struct answer_key){hash.low64, hash.high64};
}

/* --- month by month --- */

/* A standing, and the number of its series in the plan. */
struct spot {
	const struct standing *standing;
	size_t series;
};

static const struct series *series_number(const struct plan_record *plan, size_t number)
{
	return number < plan->count ? &plan->workstreams[number] : &plan->programme;
}

static int compare_spots(const void *a, const void *b)
{
	const struct spot *first = a, *second = b;
	int one = first->standing->period.last, other = second->standing->period.last;
	if (one != other)
		return one < other ? -1 : 1;
	if (first->series != second->series)
		return first->series < second->series ? -1 : 1;
	return first->standing < second->standing ? -1 : first->standing > second->standing;
}

/* All that is on record of the plan, by month, and then in the plan's order. */
static struct spot *spots_of(const struct plan_record *plan, size_t *count)
{
	size_t total = 0, at = 0;
	for (size_t i = 0; i <= plan->count; i++)
		total += series_number(plan, i)->count;
	struct spot *spots = mem_new(total + 1, sizeof(*spots));
	for (size_t i = 0; i <= plan->count; i++)
		for (size_t j = 0; j < series_number(plan, i)->count; j++)
			spots[at++] = (struct spot){&series_number(plan, i)->standings[j], i};
	qsort(spots, total, sizeof(*spots), compare_spots);
	*count = total;
	return spots;
}

/* What the digest of a month holds goes on into that of the next. */
static size_t digest_months(XXH3_state_t *digest, const struct spot *spots, size_t total,
                            struct answer_month *months)
{
	size_t count = 0;
	for (size_t i = 0; i < total; i++) {
		int last = spots[i].standing->period.last;
		take_number(digest, (int64_t)spots[i].series);
		take_standing(digest, spots[i].standing);
		if (i + 1 < total && spots[i + 1].standing->period.last == last)
			continue;
		XXH128_hash_t hash = XXH3_128bits_digest(digest);
		months[count++] = (struct answer_month){last, {hash.low64, hash.high64}};
	}
	return count;
}

size_t answer_months(const struct record *record, const struct plan_record *plan,
                     struct answer_month **months)
{
	size_t total, count = 0;
	struct spot *spots = spots_of(plan, &total);
	XXH3_state_t *digest = XXH3_createState();
	*months = mem_new(total + 1, sizeof(**months));
	if (digest != NULL) {
		XXH3_128bits_reset(digest);
		take_document(digest, record, plan);
		for (size_t i = 0; i <= plan->count; i++)
			take_text(digest, series_number(plan, i)->id);
		count = digest_months(digest, spots, total, *months);
		XXH3_freeState(digest);
	}
	free(spots);
	return count;
}

/* --- reading --- */

static bool is_whole(const struct answers *answers, const struct head *head, const char *program)
{
	const struct head ours = make_head(program, head->entries);
	return memcmp(head->program, ours.program, PROGRAM_SIZE) == 0 &&
	       head->entries <= MOST_PARTS &&
	       head->entries * sizeof(struct answer_entry) <= answers->length &&
	       XXH3_64bits_withSeed(answers->bytes, answers->length, head->entries) ==
	               head->checksum;
}

/* Each part follows the one before it: a few bytes are not to stand for many, again and again. */
static bool are_entries(const struct answers *answers, size_t count)
{
	uint64_t offset = count * sizeof(struct answer_entry);
	for (size_t i = 0; i < count; i++) {
		const struct answer_entry *entry = &answers->entries[i];
		if (entry->offset != offset || entry->length > answers->length - offset)
			return false;
		offset += entry->length;
	}
	return offset == answers->length;
}

void answers_open(const struct record *record, const char *name, const char *program,
                  struct answers *answers)
{
	struct plain_file file;
	struct head head;
	*answers = (struct answers){NULL, NULL, 0, 0};
	if (repo_verifies(record->repo) || !kept_open(record->repo, name, &file))
		return;
	if (file.size > sizeof(head) && plain_read(&file, 0, &head, sizeof(head))) {
		answers->length = file.size - sizeof(head);
		answers->bytes = mem_new(answers->length, 1);
		answers->entries = (const struct answer_entry *)(const void *)answers->bytes;
		if (plain_read(&file, sizeof(head), answers->bytes, answers->length) &&
		    is_whole(answers, &head, program) && are_entries(answers, head.entries))
			answers->count = head.entries;
	}
	plain_close(&file);
}

void answers_close(struct answers *answers)
{
	free(answers->bytes);
	*answers = (struct answers){NULL, NULL, 0, 0};
}

const char *answers_find(const struct answers *answers, struct answer_key key, size_t *length)
{
	for (size_t i = 0; i < answers->count; i++) {
		const struct answer_entry *entry = &answers->entries[i];
		if (entry->key.low != key.low || entry->key.high != key.high)
			continue;
		*length = entry->length;
		return answers->bytes + entry->offset;
	}
	return NULL;
}

/* --- writing --- */

static bool is_of_head(const struct record *record)
{
	struct error ignored = ERROR_INIT;
	struct object_id head;
	bool unborn;
	return repo_commit(record->repo, NULL, &head, &unborn, &ignored) == 0 && !unborn &&
	       object_equal(&head, &record->tip.id);
}

void answers_keep(const struct record *record, const char *name, const char *program,
                  const struct answer_key *keys, const struct buf *parts, size_t count)
{
	struct buf rest = BUF_INIT, bytes = BUF_INIT;
	uint64_t offset = count * sizeof(struct answer_entry);
	if (count > MOST_PARTS || repo_verifies(record->repo) || !is_of_head(record))
		return;
	for (size_t i = 0; i < count; i++) {
		struct answer_entry entry = {keys[i], offset, parts[i].length};
		offset += parts[i].length;
		buf_add(&rest, (const char *)&entry, sizeof(entry));
	}
	for (size_t i = 0; i < count; i++)
		buf_add(&rest, parts[i].bytes, parts[i].length);
	struct head head = make_head(program, count);
	head.checksum = XXH3_64bits_withSeed(rest.bytes, rest.length, count);
	buf_add(&bytes, (const char *)&head, sizeof(head));
	buf_add(&bytes, rest.bytes, rest.length);
	kept_write(record->repo, name, bytes.bytes, bytes.length);
	buf_release(&rest);
	buf_release(&bytes);
}
