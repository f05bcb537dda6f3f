#include "rules/latest.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "base/mem.h"
#include "record/store.h"
#include "repo/kept.h"
#include "rules/findings_kept.h"

#define NAME "questions"

/* Which program judged: another may ask other questions. */
#ifndef RAGTRAIL_QUESTIONS
#define RAGTRAIL_QUESTIONS "unknown"
#endif

enum { PROGRAM_SIZE = 80, MOST_PLANS = 1 << 16 };

/* The file: a head, an entry a plan, and what was said of each. */
struct head {
	char program[PROGRAM_SIZE];
	uint64_t entries;
	uint64_t checksum; /* of all that follows, and of the entries' number */
};

struct entry {
	XXH128_hash_t digest; /* of what could have been read */
	uint64_t offset, length;
};

struct kept {
	char *bytes;                 /* the file; NULL: nothing is kept */
	const struct entry *entries; /* in it, by no order */
	size_t count, length;
};

static struct head make_head(size_t entries)
{
	struct head head = {.entries = entries};
	struct buf program = BUF_INIT;
	buf_printf(&program, "%s %s", store_program(), RAGTRAIL_QUESTIONS);
	memcpy(head.program, program.bytes,
	       program.length < PROGRAM_SIZE ? program.length : PROGRAM_SIZE);
	buf_release(&program);
	return head;
}

/* --- what could have been read --- */

struct digest {
	XXH3_state_t *state;
};

static void take(struct digest *digest, const void *bytes, size_t length)
{
	XXH3_128bits_update(digest->state, bytes, length);
}

static void take_number(struct digest *digest, int64_t number)
{
	take(digest, &number, sizeof(number));
}

static void take_text(struct digest *digest, const char *text)
{
	take_number(digest, text == NULL ? -1 : (int64_t)strlen(text));
	if (text != NULL)
		take(digest, text, strlen(text));
}

static void take_landing(struct digest *digest, const struct landing *landing)
{
	take_number(digest, landing != NULL);
	if (landing == NULL)
		return;
	take(digest, &landing->id, sizeof(landing->id));
	take_number(digest, landing->received);
	take_text(digest, landing->account);
}

/* Of a period everything that is on record: how its rating came to be may be asked about. */
static void take_standing(struct digest *digest, const struct standing *standing)
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

/* No fewer of its periods than a story looks back upon. */
static void take_series(struct digest *digest, const struct series *series)
{
	size_t held = 0;
	take_text(digest, series->id);
	for (size_t i = series->count; i-- > 0 && held <= STORY_LOOKBACK;) {
		held += standing_holds(&series->standings[i]) ? 1 : 0;
		take_standing(digest, &series->standings[i]);
	}
}

static XXH128_hash_t digest_of(const struct plan_record *plan, enum depth depth,
                               struct digest *digest)
{
	XXH3_128bits_reset(digest->state);
	take_number(digest, (int64_t)depth);
	take_text(digest, plan->id);
	take_text(digest, plan->document->path);
	take_number(digest, (int64_t)plan->document->length);
	if (plan->document->bytes != NULL)
		take(digest, plan->document->bytes, plan->document->length);
	for (size_t i = 0; i < plan->count; i++)
		take_series(digest, &plan->workstreams[i]);
	take_series(digest, &plan->programme);
	return XXH3_128bits_digest(digest->state);
}

/* --- what is kept --- */

static void open_kept(const struct record *record, struct kept *kept)
{
	struct plain_file file;
	struct head head, ours;
	*kept = (struct kept){NULL, NULL, 0, 0};
	if (repo_verifies(record->repo) || !kept_open(record->repo, NAME, &file))
		return;
	if (file.size > sizeof(head) && plain_read(&file, 0, &head, sizeof(head))) {
		kept->length = file.size - sizeof(head);
		kept->bytes = mem_new(kept->length, 1);
		ours = make_head(head.entries);
		bool whole = plain_read(&file, sizeof(head), kept->bytes, kept->length) &&
		             memcmp(head.program, ours.program, PROGRAM_SIZE) == 0 &&
		             head.entries <= MOST_PLANS &&
		             head.entries * sizeof(struct entry) <= kept->length &&
		             XXH3_64bits_withSeed(kept->bytes, kept->length, head.entries) ==
		                     head.checksum;
		kept->count = whole ? head.entries : 0;
		kept->entries = (const struct entry *)(const void *)kept->bytes;
	}
	plain_close(&file);
}

static bool load(const struct kept *kept, XXH128_hash_t digest, struct findings *findings)
{
	for (size_t i = 0; i < kept->count; i++) {
		const struct entry *entry = &kept->entries[i];
		if (XXH128_isEqual(entry->digest, digest))
			return entry->offset <= kept->length &&
			       entry->length <= kept->length - entry->offset &&
			       findings_load(kept->bytes + entry->offset, entry->length, findings);
	}
	return false;
}

static void write_kept(const struct record *record, const XXH128_hash_t *digests,
                       const struct findings *findings, size_t count)
{
	struct buf entries = BUF_INIT, parts = BUF_INIT, bytes = BUF_INIT;
	size_t first = count * sizeof(struct entry);
	for (size_t i = 0; i < count; i++) {
		struct entry entry = {digests[i], first + parts.length, 0};
		findings_store(&findings[i], &parts);
		entry.length = first + parts.length - entry.offset;
		buf_add(&entries, (const char *)&entry, sizeof(entry));
	}
	buf_add(&entries, parts.bytes, parts.length);
	struct head head = make_head(count);
	head.checksum = XXH3_64bits_withSeed(entries.bytes, entries.length, count);
	buf_add(&bytes, (const char *)&head, sizeof(head));
	buf_add(&bytes, entries.bytes, entries.length);
	kept_write(record->repo, NAME, bytes.bytes, bytes.length);
	buf_release(&entries);
	buf_release(&parts);
	buf_release(&bytes);
}

/* Of another revision than HEAD, and of some plans alone, nothing is worth keeping. */
static bool is_usual(const struct record *record, size_t count)
{
	struct error ignored = ERROR_INIT;
	struct object_id head;
	bool unborn;
	return count >= record->count && count <= MOST_PLANS &&
	       repo_commit(record->repo, NULL, &head, &unborn, &ignored) == 0 && !unborn &&
	       object_equal(&head, &record->tip.id);
}

/* --- asking --- */

static int judge_each(const struct record *record, const struct plan_record *const *plans,
                      size_t count, const XXH128_hash_t *digests, struct findings *findings,
                      struct error *error)
{
	struct kept kept;
	size_t judged = 0;
	int result = 0;
	open_kept(record, &kept);
	for (size_t i = 0; i < count && result == 0; i++) {
		if (load(&kept, digests[i], &findings[i]))
			continue;
		judged++;
		result = rules_judge_story(record, plans[i], STORY_LATEST, &findings[i], error);
	}
	free(kept.bytes);
	if (result == 0 && judged != 0 && is_usual(record, count))
		write_kept(record, digests, findings, count);
	return result;
}

int latest_judge(const struct record *record, const struct plan_record *const *plans, size_t count,
                 struct findings *findings, struct error *error)
{
	struct digest digest = {XXH3_createState()};
	XXH128_hash_t *digests = mem_new(count + 1, sizeof(*digests));
	for (size_t i = 0; digest.state != NULL && i < count; i++)
		digests[i] = digest_of(plans[i], record->depth, &digest);
	int result = judge_each(record, plans, count, digests, findings, error);
	XXH3_freeState(digest.state);
	free(digests);
	return result;
}
