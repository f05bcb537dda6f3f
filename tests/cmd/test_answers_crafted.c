/*
 * What is on record, and what was asked about it, in the git folder, as somebody has crafted them:
 * the checksums are right, the content is not. Nothing comes to harm by it.
 */
#include "support/testing.h"

#include <string.h>
#include <sys/stat.h>
#include <xxhash.h>

#include "record/outline_file.h"
#include "support/command.h"
#include "support/rich.h"

#define FOLDER "repo/.git/ragtrail/"
#define STANDING FOLDER "standing"

/* --- asking --- */

/* A trend, an export, and a check of what is staged. */
static struct outcome ask(struct sandbox *sandbox, const char *name)
{
	if (strcmp(name, "standing") == 0)
		return RAGTRAIL(sandbox, "repo", "check", "--staged");
	if (strcmp(name, "questions") == 0)
		return RAGTRAIL(sandbox, "repo", "trend", "--format", "json");
	return RAGTRAIL(sandbox, "repo", "export", "--format", "json");
}

/* Whatever it says, it says it by itself. */
static void assert_no_crash(struct outcome outcome, const char *name)
{
	assert_case(outcome.status >= 0 && outcome.status <= 2, name);
	assert_case(strstr(outcome.errors, "crashed") == NULL, name);
}

static void assert_same(struct sandbox *sandbox, const char *kept, struct outcome expected,
                        const char *name)
{
	struct outcome outcome = ask(sandbox, kept);
	assert_case(outcome.status == expected.status, name);
	assert_case(strcmp(outcome.output, expected.output) == 0, name);
	assert_case(strcmp(outcome.errors, expected.errors) == 0, name);
}

struct kept_file {
	char *bytes;
	size_t length;
};

static struct kept_file read_kept(struct sandbox *sandbox, const char *name)
{
	const char *path = arena_printf(&sandbox->arena, FOLDER "%s", name);
	struct stat status;
	assert_int_equal(stat(sandbox_path(sandbox, path), &status), 0);
	struct kept_file file = {arena_new(&sandbox->arena, (size_t)status.st_size),
	                         (size_t)status.st_size};
	memcpy(file.bytes, sandbox_read(sandbox, path), file.length);
	return file;
}

static struct kept_file copy(struct sandbox *sandbox, struct kept_file file)
{
	struct kept_file copy = {arena_new(&sandbox->arena, file.length), file.length};
	memcpy(copy.bytes, file.bytes, file.length);
	return copy;
}

/*
 * A history of which all is kept, with a question about its last period, and a document that is
 * about to be committed.
 */
static void make_history(struct sandbox *sandbox)
{
	rich_new(sandbox);
	struct outcome outcome = command_script(
		sandbox, "repo",
		"git checkout -q main && git config user.name Ann && git config user.email a@b && "
		"printf '%s\\n' --- 'workstream: a' 'period: 2030-01' 'rag: green' 'sponsor: S' "
		"'managers: [M]' 'agreed_completion: 2023-01-31' 'completed_by: M' "
		"'completed_on: 2030-02-01' --- '' '## Key activities' '' 'Much.' > "
		"plans/better/late.md && git add -A && git commit -qm late && "
		"sed -i s/rag:.*/rag:\\ red/ plans/better/*.md && git add -A && "
		"ragtrail trend > /dev/null && ragtrail export --format json > /dev/null");
	if (outcome.status != 0)
		fail_msg("%d: %s", outcome.status, outcome.errors);
}

/* --- questions --- */

enum { LATE = 2030 * 12 };      /* the last period: see make_history() */
enum { HEAD = 96, ENTRY = 32 }; /* of answers.c: a head with two numbers at its end, an entry */

static uint64_t *number_at(const struct kept_file *file, size_t at)
{
	return (uint64_t *)(void *)(file->bytes + at);
}

static void put_answers(struct sandbox *sandbox, const char *name, const struct kept_file *file)
{
	*number_at(file, HEAD - 8) = XXH3_64bits_withSeed(file->bytes + HEAD, file->length - HEAD,
	                                                  *number_at(file, HEAD - 16));
	sandbox_write_bytes(sandbox, arena_printf(&sandbox->arena, FOLDER "%s", name), file->bytes,
	                    file->length);
}

/* As it was kept it is used: a word in it that is another is told. */
static void assert_used(struct sandbox *sandbox, const char *name, struct kept_file kept,
                        struct outcome expected)
{
	struct kept_file file = copy(sandbox, kept);
	put_answers(sandbox, name, &file);
	assert_same(sandbox, name, expected, "as it was kept");
	for (size_t at = HEAD; at + 8 < file.length; at++)
		if (memcmp(file.bytes + at, " agreed ", 8) == 0)
			memcpy(file.bytes + at, " argued ", 8);
	if (memcmp(file.bytes, kept.bytes, file.length) == 0)
		fail_msg("nothing is kept there that could be another word");
	put_answers(sandbox, name, &file);
	assert_string_not_equal(ask(sandbox, name).output, expected.output);
}

/* Each entry stands for the longest part that there is. */
static void share_longest(struct sandbox *sandbox, const char *name, struct kept_file kept,
                          struct outcome expected)
{
	struct kept_file file = copy(sandbox, kept);
	const size_t entries = (size_t)*number_at(&kept, HEAD - 16);
	uint64_t longest[2] = {0, 0};
	for (size_t entry = 0; entry < entries; entry++)
		if (*number_at(&kept, HEAD + entry * ENTRY + 24) > longest[1])
			memcpy(longest, number_at(&kept, HEAD + entry * ENTRY + 16),
			       sizeof(longest));
	for (size_t entry = 0; entry < entries; entry++)
		memcpy(number_at(&file, HEAD + entry * ENTRY + 16), longest, sizeof(longest));
	put_answers(sandbox, name, &file);
	assert_same(sandbox, name, expected, "one part for all");
}

/* No calendar has the period of a question. */
static void assert_no_such_period(struct sandbox *sandbox, const char *name, struct kept_file kept,
                                  struct outcome expected)
{
	static const int32_t months[2] = {LATE, LATE}, others[] = {-5, INT32_MIN, INT32_MAX, 1};
	for (size_t i = 0; i < COUNT_OF(others); i++) {
		struct kept_file file = copy(sandbox, kept);
		const int32_t other[2] = {others[i], others[i]};
		for (size_t at = HEAD; at + sizeof(months) <= file.length; at++)
			if (memcmp(file.bytes + at, months, sizeof(months)) == 0)
				memcpy(file.bytes + at, other, sizeof(other));
		assert_memory_not_equal(file.bytes, kept.bytes, kept.length);
		put_answers(sandbox, name, &file);
		assert_same(sandbox, name, expected, "a month that there is not");
	}
}

/* Fewer where each run takes long. */
static size_t rounds(size_t all)
{
	if (testing_is_slow())
		return 10;
#ifdef SANITIZED
	return all / 4;
#else
	return all;
#endif
}

static void harm_answers(struct sandbox *sandbox, const char *name, size_t steps)
{
	static const uint32_t numbers[] = {UINT32_MAX, UINT32_MAX / 2 + 1, 1};
	make_history(sandbox);
	const struct outcome expected = ask(sandbox, name);
	const struct kept_file kept = read_kept(sandbox, name);
	const size_t entries = (size_t)*number_at(&kept, HEAD - 16);
	assert_used(sandbox, name, kept, expected);
	for (size_t i = 0; i < COUNT_OF(numbers); i++)
		for (size_t member = 0; member < 2; member++) {
			struct kept_file file = copy(sandbox, kept);
			for (size_t entry = 0; entry < entries; entry++)
				*number_at(&file, HEAD + entry * ENTRY + 16 + member * 8) =
					i == 0 ? UINT64_MAX : numbers[i];
			put_answers(sandbox, name, &file);
			assert_same(sandbox, name, expected, "an entry");
		}
	share_longest(sandbox, name, kept, expected);
	assert_no_such_period(sandbox, name, kept, expected);
	const size_t first = HEAD + entries * ENTRY;
	for (size_t i = 0; i < steps; i++) {
		struct kept_file file = copy(sandbox, kept);
		size_t at = first + i * (kept.length - 4 - first) / steps;
		memcpy(file.bytes + at, &numbers[i % COUNT_OF(numbers)], 4);
		put_answers(sandbox, name, &file);
		assert_no_crash(ask(sandbox, name), arena_printf(&sandbox->arena, "%zu", at));
	}
}

static void crafted_questions_are_no_harm(void **state)
{
	harm_answers(*state, "questions", rounds(300));
}

static void crafted_questions_of_all_periods_are_no_harm(void **state)
{
	harm_answers(*state, "questions-all", rounds(300));
}

/* --- what is on record --- */

struct kept_standing {
	struct kept_file file;
	struct outline_head *head;
	struct outline_entry *entry;
	struct outline_row *rows;
	char *texts;
};

/* Of one plan. */
static struct kept_standing standing_of(struct sandbox *sandbox, struct kept_file kept)
{
	struct kept_standing standing = {.file = copy(sandbox, kept)};
	standing.head = (struct outline_head *)(void *)standing.file.bytes;
	standing.entry = (struct outline_entry *)(standing.head + 1);
	standing.rows = (struct outline_row *)(standing.entry + 1);
	standing.texts = (char *)(standing.rows + standing.entry->rows);
	assert_int_equal(standing.head->plans, 1);
	assert_ptr_equal(standing.texts + standing.entry->texts,
	                 standing.file.bytes + standing.file.length);
	return standing;
}

static void put_standing(struct sandbox *sandbox, const struct kept_standing *standing)
{
	const char *part = (const char *)standing->rows;
	standing->entry->checksum =
		XXH3_64bits(part, standing->file.length - (size_t)(part - standing->file.bytes));
	standing->head->checksum = XXH3_64bits_withSeed(
		standing->entry, sizeof(*standing->entry),
		XXH3_64bits(standing->head, offsetof(struct outline_head, checksum)));
	sandbox_write_bytes(sandbox, STANDING, standing->file.bytes, standing->file.length);
}

/* What was kept, and what is said where nothing is. */
static struct kept_file keep_standing(struct sandbox *sandbox, struct outcome *without)
{
	make_history(sandbox);
	const struct outcome with = ask(sandbox, "standing");
	struct kept_file kept = read_kept(sandbox, "standing");
	sandbox_write_bytes(sandbox, STANDING, "", 0);
	*without = ask(sandbox, "standing");
	assert_string_not_equal(with.output, without->output);
	struct kept_standing standing = standing_of(sandbox, kept);
	put_standing(sandbox, &standing);
	assert_same(sandbox, "standing", with, "as it was kept");
	return kept;
}

static const struct {
	const char *name;
	size_t at, count;
	uint32_t values[5];
} members[] = {
	{"workstream", offsetof(struct outline_row, workstream), 3, {UINT32_MAX, 1 << 24, 2}},
	{"path", offsetof(struct outline_row, path), 4, {UINT32_MAX, 1 << 24, 4, 0}},
	{"rag", offsetof(struct outline_row, rag), 3, {UINT32_MAX, 1 << 24, 2}},
	{"holder", offsetof(struct outline_row, holder), 3, {UINT32_MAX, 1 << 24, 4}},
	{"first",
         offsetof(struct outline_row, first),
         4,
         {UINT32_MAX, UINT32_MAX / 2 + 1, UINT32_MAX / 2, 0}},
	{"last",
         offsetof(struct outline_row, last),
         4,
         {UINT32_MAX, UINT32_MAX / 2 + 1, UINT32_MAX / 2, 0}},
};

static void what_no_record_can_hold_is_not_taken(void **state)
{
	struct sandbox *sandbox = *state;
	struct outcome without;
	const struct kept_file kept = keep_standing(sandbox, &without);
	for (size_t i = 0; i < COUNT_OF(members); i++)
		for (size_t n = 0; n < members[i].count; n++) {
			struct kept_standing standing = standing_of(sandbox, kept);
			for (uint32_t row = 0; row < standing.entry->rows; row++)
				memcpy((char *)&standing.rows[row] + members[i].at,
				       &members[i].values[n], 4);
			put_standing(sandbox, &standing);
			assert_same(sandbox, "standing", without, members[i].name);
		}
	struct kept_standing standing = standing_of(sandbox, kept);
	for (uint32_t row = 0; row < standing.entry->rows; row++)
		standing.rows[row] = standing.rows[0];
	put_standing(sandbox, &standing);
	assert_same(sandbox, "standing", without, "a period twice");
	standing = standing_of(sandbox, kept);
	memset(standing.entry->id, 'a', sizeof(standing.entry->id));
	put_standing(sandbox, &standing);
	assert_same(sandbox, "standing", without, "a name without an end");
}

static void other_sizes_are_no_harm(void **state)
{
	static const uint32_t values[] = {UINT32_MAX, UINT32_MAX / 2 + 1, 1 << 24, 0, 1};
	struct sandbox *sandbox = *state;
	struct outcome without;
	const struct kept_file kept = keep_standing(sandbox, &without);
	for (size_t i = 0; i < COUNT_OF(values) * 4; i++) {
		struct kept_standing standing = standing_of(sandbox, kept);
		uint32_t *const members_of[] = {&standing.head->plans, &standing.entry->offset,
		                                &standing.entry->rows, &standing.entry->texts};
		put_standing(sandbox, &standing);
		*members_of[i % 4] = values[i / 4];
		standing.head->checksum = XXH3_64bits_withSeed(
			standing.entry, sizeof(*standing.entry),
			XXH3_64bits(standing.head, offsetof(struct outline_head, checksum)));
		sandbox_write_bytes(sandbox, STANDING, standing.file.bytes, standing.file.length);
		assert_no_crash(ask(sandbox, "standing"), "a size");
	}
}

static void noise_in_what_is_on_record_is_no_harm(void **state)
{
	struct sandbox *sandbox = *state;
	struct outcome without;
	const struct kept_file kept = keep_standing(sandbox, &without);
	uint64_t seed = 14;
	for (size_t i = 0, count = rounds(100); i < count; i++) {
		struct kept_standing standing = standing_of(sandbox, kept);
		for (int flips = 0; flips < 1 << i % 4; flips++) {
			seed = seed * 6364136223846793005 + 1442695040888963407;
			const size_t from = (size_t)((char *)standing.rows - standing.file.bytes);
			size_t at = from + (size_t)(seed >> 33) % (standing.file.length - from);
			standing.file.bytes[at] =
				(char)(standing.file.bytes[at] ^ 1 << (seed >> 29) % 8);
		}
		put_standing(sandbox, &standing);
		assert_no_crash(ask(sandbox, "standing"),
		                arena_printf(&sandbox->arena, "noise %zu", i));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(crafted_questions_are_no_harm),
		sandbox_test(crafted_questions_of_all_periods_are_no_harm),
		sandbox_test(what_no_record_can_hold_is_not_taken),
		sandbox_test(other_sizes_are_no_harm),
		sandbox_test(noise_in_what_is_on_record_is_no_harm),
	};
	return cmocka_run_group_tests_name("answers, crafted", tests, NULL, NULL) != 0;
}
