/*
 * A history in the git folder that somebody has crafted: the checksum is right, the content is
 * not. What no repository can say is not taken, and nothing comes to harm by what one could say.
 */
#include "support/testing.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <xxhash.h>

#include "record/stored.h"
#include "support/command.h"
#include "support/lengthy.h"

#define KEPT "repo/.git/ragtrail/record"

/* More commits than it takes to be kept. */
enum { COMMITS = 1100, MORE_TEXTS = 64 };

/* --- the file --- */

struct crafted {
	char *bytes;
	size_t length;
	struct stored_head *head;
	struct stored_commit *commits;
	uint32_t *landings;
	struct stored_link *links;
	struct stored_change *changes;
	uint32_t *paths;
	struct object_id *blobs;
	struct stored_reading *readings;
	char *texts;
};

/* Where the sections stand, by what the head says. */
static void find_sections(struct crafted *file)
{
	const struct stored_head *head = file->head = (struct stored_head *)(void *)file->bytes;
	file->commits = (struct stored_commit *)(file->head + 1);
	file->landings = (uint32_t *)(file->commits + head->to);
	file->links = (struct stored_link *)(file->landings + head->landings);
	file->changes = (struct stored_change *)(file->links + head->links);
	file->paths = (uint32_t *)(file->changes + head->changes);
	file->blobs = (struct object_id *)(file->paths + head->paths);
	file->readings = (struct stored_reading *)(file->blobs + head->blobs);
	file->texts = (char *)(file->readings + head->blobs);
}

/* A copy of what was kept, with room for another text at its end. */
static struct crafted copy(struct sandbox *sandbox, const char *bytes, size_t length)
{
	struct crafted file = {.bytes = arena_new(&sandbox->arena, length + MORE_TEXTS),
	                       .length = length + MORE_TEXTS};
	memcpy(file.bytes, bytes, length);
	memset(file.bytes + length, 0, MORE_TEXTS);
	find_sections(&file);
	file.head->texts += MORE_TEXTS;
	assert_ptr_equal(file.texts + file.head->texts, file.bytes + file.length);
	return file;
}

/* The offset of one text more; one file has room for one. */
static uint32_t one_more(const struct crafted *file, const char *text)
{
	uint32_t offset = (uint32_t)(file->bytes + file->length - MORE_TEXTS - file->texts);
	strcpy(file->texts + offset, text);
	return offset;
}

/* Puts it in its place, with the checksum that its content has now. */
static void put(struct sandbox *sandbox, const struct crafted *file)
{
	const char *sections = (const char *)(file->head + 1);
	size_t left = file->length - sizeof(*file->head);
	size_t length = file->head->texts < left ? file->head->texts : left;
	const struct stored_texts texts = {file->bytes + file->length - length, length};
	file->head->checksum =
		XXH3_64bits_withSeed(sections, left - length, stored_seed(file->head, &texts));
	sandbox_write_bytes(sandbox, KEPT, file->bytes, file->length);
}

/* --- asking --- */

static struct outcome ask(struct sandbox *sandbox)
{
	return RAGTRAIL(sandbox, "repo", "trend", "--format", "json", "--at", "HEAD");
}

struct kept {
	const char *bytes;
	size_t length;
	const char *answer; /* of a run that found nothing kept */
};

static void assert_same(struct sandbox *sandbox, const char *answer, const char *name)
{
	struct outcome outcome = ask(sandbox);
	assert_case(outcome.status == 0 && outcome.errors[0] == '\0', name);
	assert_case(strcmp(outcome.output, answer) == 0, name);
}

/* Who does not take it reads all again, and keeps it. */
static bool is_there(struct sandbox *sandbox, const struct crafted *file)
{
	struct stat status;
	assert_int_equal(stat(sandbox_path(sandbox, KEPT), &status), 0);
	return (size_t)status.st_size == file->length &&
	       memcmp(sandbox_read(sandbox, KEPT), file->bytes, file->length) == 0;
}

static void assert_not_taken(struct sandbox *sandbox, const struct kept *kept,
                             const struct crafted *file, const char *name)
{
	put(sandbox, file);
	assert_same(sandbox, kept->answer, name);
	assert_case(!is_there(sandbox, file), name);
}

/* Whatever it says, it says it by itself. */
static void assert_no_crash(struct outcome outcome, const char *name)
{
	assert_case(outcome.status == 0 || outcome.status == 2, name);
	assert_case((outcome.status == 0) == (outcome.errors[0] == '\0'), name);
	assert_case(strstr(outcome.errors, "crashed") == NULL, name);
}

static struct kept keep(struct sandbox *sandbox)
{
	lengthy_new(sandbox, &(struct lengthy){.commits = COMMITS,
	                                       .first_year = 2000,
	                                       .hours = 1,
	                                       .in_period = 12,
	                                       .sides = true,
	                                       .varied = true});
	struct kept kept = {.answer = ask(sandbox).output};
	struct stat status;
	assert_int_equal(stat(sandbox_path(sandbox, KEPT), &status), 0);
	kept.length = (size_t)status.st_size;
	kept.bytes = sandbox_read(sandbox, KEPT);
	/* A text more that nobody asks for is no harm; that the file is used at all is seen where
	   a rating in it is another. */
	struct crafted file = copy(sandbox, kept.bytes, kept.length);
	put(sandbox, &file);
	assert_same(sandbox, kept.answer, "as it was kept");
	assert_true(is_there(sandbox, &file));
	const uint32_t red = one_more(&file, "red");
	for (uint32_t i = 0; i < file.head->blobs; i++)
		if (file.readings[i].rag != 0)
			file.readings[i].rag = red;
	put(sandbox, &file);
	assert_string_not_equal(ask(sandbox).output, kept.answer);
	assert_true(is_there(sandbox, &file));
	return kept;
}

/* --- what no repository can say --- */

enum part { HEAD, COMMIT, LANDING, LINK, CHANGE, PATH, BLOB, READING };
enum holds { COUNT, NUMBER, PARENT, TEXT, WORD, TIME, DAY, MONTH, MARKS, FLAGS, TYPE, GONE, ID };

struct member {
	const char *name;
	enum part part;
	enum holds holds;
	size_t at;
};

#define MEMBER(part, type, holds, member)                                                          \
	{                                                                                          \
#member, part, holds, offsetof(struct type, member)                                \
	}
#define OF_HEAD(holds, member) MEMBER(HEAD, stored_head, holds, member)
#define OF_COMMIT(holds, member) MEMBER(COMMIT, stored_commit, holds, member)
#define OF_LINK(holds, member) MEMBER(LINK, stored_link, holds, member)
#define OF_CHANGE(holds, member) MEMBER(CHANGE, stored_change, holds, member)
#define OF_READING(holds, member) MEMBER(READING, stored_reading, holds, member)

static const struct member members[] = {
	OF_HEAD(COUNT, whole),
	OF_HEAD(COUNT, from),
	OF_HEAD(COUNT, to),
	OF_HEAD(COUNT, links),
	OF_HEAD(COUNT, changes),
	OF_HEAD(COUNT, paths),
	OF_HEAD(COUNT, blobs),
	OF_HEAD(COUNT, landings),
	OF_HEAD(COUNT, texts),
	OF_COMMIT(ID, id),
	OF_COMMIT(NUMBER, number),
	OF_COMMIT(NUMBER, links),
	OF_COMMIT(TEXT, author),
	OF_COMMIT(TEXT, author_mail),
	OF_COMMIT(TEXT, committer),
	OF_COMMIT(TEXT, committer_mail),
	OF_COMMIT(TEXT, subject),
	OF_COMMIT(TEXT, account),
	OF_COMMIT(MARKS, flags),
	OF_COMMIT(TIME, authored),
	OF_COMMIT(TIME, committed),
	OF_COMMIT(TIME, received),
	{"landings", LANDING, NUMBER, 0},
	OF_LINK(PARENT, parent),
	OF_LINK(NUMBER, changes),
	OF_CHANGE(NUMBER, path),
	OF_CHANGE(NUMBER, before),
	OF_CHANGE(NUMBER, after),
	OF_CHANGE(TYPE, type),
	OF_CHANGE(GONE, gone),
	{"paths", PATH, TEXT, 0},
	OF_READING(WORD, workstream),
	OF_READING(WORD, rag),
	OF_READING(WORD, sponsor),
	OF_READING(WORD, correction),
	OF_READING(WORD, raised_by),
	OF_READING(WORD, why),
	OF_READING(MONTH, first),
	OF_READING(MONTH, last),
	OF_READING(DAY, agreed),
	OF_READING(DAY, forecast),
	OF_READING(FLAGS, flags),
};

/* Numbers that none of them may be, in all rows or in one; of others see value_of(). */
static const struct {
	size_t count, size;
	uint64_t values[5];
} wrong[] = {
	[COUNT] = {5, 4, {UINT32_MAX, UINT32_MAX / 2 + 1, 1 << 24}},
	[NUMBER] = {5, 4, {UINT32_MAX - 1, UINT32_MAX / 2 + 1, 1 << 24}},
	[PARENT] = {4, 4, {UINT32_MAX - 1, UINT32_MAX / 2 + 1, COMMITS, COMMITS - 1}},
	[TEXT] = {4, 4, {UINT32_MAX, UINT32_MAX / 2 + 1}},
	[WORD] = {5, 4, {UINT32_MAX, UINT32_MAX / 2 + 1}},
	[TIME] = {2, 8, {INT64_MAX, (uint64_t)INT64_MAX + 1}},
	[DAY] = {5, 4, {1, UINT32_MAX, UINT32_MAX / 2 + 1, UINT32_MAX / 2, 20230231}},
	[MONTH] = {5, 4, {0, UINT32_MAX, UINT32_MAX / 2 + 1, UINT32_MAX / 2, 2200 * 12}},
	[MARKS] = {3, 4, {UINT32_MAX, 8, COMMIT_LATE | COMMIT_MERGE | COMMIT_BACKWARDS}},
	[FLAGS] = {3, 4, {READING_SAYS, READING_PLAN, ~(uint32_t)READING_KNOWN}},
	[TYPE] = {3, 1, {5, 255, 1}},
	[GONE] = {3, 1, {2, 255, 1}},
	[ID] = {1, 8, {0}},
};

static uint64_t value_of(const struct crafted *file, enum holds holds, size_t n, uint64_t now)
{
	if ((holds == COUNT || holds == NUMBER) && n >= 3)
		return (uint32_t)(n == 3 ? now + 1 : now - 1);
	if ((holds != TEXT && holds != WORD) || n < 2)
		return wrong[holds].values[n];
	return n == 2   ? file->head->texts
	       : n == 3 ? one_more(file, "beside") + 2
	                : one_more(file, "not \xff text");
}

/* The same member of every row, or of ONE in the middle. False: that one says nothing here. */
static bool harm(const struct crafted *file, const struct member *member, size_t n, bool one)
{
	const struct stored_head head = *file->head;
	char *const from[] = {(char *)file->head,  (char *)file->commits, (char *)file->landings,
	                      (char *)file->links, (char *)file->changes, (char *)file->paths,
	                      (char *)file->blobs, (char *)file->readings};
	const size_t sizes[] = {
		sizeof(head),         sizeof(*file->commits), sizeof(*file->landings),
		sizeof(*file->links), sizeof(*file->changes), sizeof(*file->paths),
		sizeof(*file->blobs), sizeof(*file->readings)};
	const size_t counts[] = {1,          head.to,    head.landings, head.links, head.changes,
	                         head.paths, head.blobs, head.blobs};
	const size_t count = counts[member->part], size = wrong[member->holds].size;
	for (size_t i = one ? count / 2 : 0; i < (one ? count / 2 + 1 : count); i++) {
		uint64_t now = 0;
		char *at = from[member->part] + i * sizes[member->part] + member->at;
		memcpy(&now, at, size);
		now = value_of(file, member->holds, n, now);
		if (one && member->part == READING && file->readings[i].rag == 0)
			return false;
		memcpy(at, &now, size);
	}
	return true;
}

static void harm_all(struct sandbox *sandbox, bool one)
{
	const struct kept kept = keep(sandbox);
	for (size_t i = 0; i < COUNT_OF(members); i++)
		for (size_t n = 0; n < wrong[members[i].holds].count; n++) {
			const struct member *member = &members[i];
			/* All of them take minutes there. */
			if (testing_is_slow() && n != i % wrong[member->holds].count)
				continue;
			struct crafted file = copy(sandbox, kept.bytes, kept.length);
			/* `whole` is yes or no; one path may be another's end, one id any. */
			if ((one && (member->part == HEAD || member->holds == ID)) ||
			    (member->at == offsetof(struct stored_head, whole) &&
			     member->part == HEAD && n != 4) ||
			    !harm(&file, member, n, one))
				continue;
			assert_not_taken(sandbox, &kept, &file,
			                 arena_printf(&sandbox->arena, "%s %zu%s", member->name, n,
			                              one ? ", in one" : ""));
		}
}

static void what_no_repository_can_say_is_not_taken(void **state)
{
	harm_all(*state, false);
}

static void nor_is_it_where_one_row_says_it(void **state)
{
	harm_all(*state, true);
}

/* A link that no landing is by, and changes two files. */
static struct stored_change *two_beside(const struct crafted *file)
{
	uint32_t link = 0, change = 0;
	for (uint32_t at = 0; at < file->head->to; at++)
		for (uint32_t i = 0; i < file->commits[at].links; i++) {
			if (i != 0 && file->links[link].changes == 2)
				return &file->changes[change];
			change += file->links[link++].changes;
		}
	fail_msg("there is none");
	return NULL;
}

/* Whoever follows the files that a commit touched would come to no end. */
static void a_commit_changes_a_file_once(void **state)
{
	struct sandbox *sandbox = *state;
	const struct kept kept = keep(sandbox);
	struct crafted file = copy(sandbox, kept.bytes, kept.length);
	struct stored_change *change = two_beside(&file);
	change[1].path = change[0].path;
	assert_not_taken(sandbox, &kept, &file, "beside");
	file = copy(sandbox, kept.bytes, kept.length);
	for (uint32_t i = 0; i < file.head->changes; i++)
		file.changes[i].path = 0;
	assert_not_taken(sandbox, &kept, &file, "all the same");
}

static void paths_are_of_documents(void **state)
{
	static const char *const names[] = {
		"", "p", "plans", "plans/better.md", "plans/better/a", "README.md"};
	struct sandbox *sandbox = *state;
	const struct kept kept = keep(sandbox);
	for (size_t i = 0; i < COUNT_OF(names); i++) {
		struct crafted file = copy(sandbox, kept.bytes, kept.length);
		file.paths[0] = one_more(&file, names[i]);
		assert_not_taken(sandbox, &kept, &file, names[i]);
	}
	struct crafted file = copy(sandbox, kept.bytes, kept.length);
	file.paths[1] = file.paths[0];
	assert_not_taken(sandbox, &kept, &file, "twice the same");
}

/* The map of a million ids that begin alike would be slow to make. */
static void ids_are_not_made_up_to_be_slow(void **state)
{
	struct sandbox *sandbox = *state;
	const struct kept kept = keep(sandbox);
	struct crafted file = copy(sandbox, kept.bytes, kept.length);
	for (uint32_t i = 0; i < file.head->to; i++)
		memset(&file.commits[i].id, 7, 8);
	assert_not_taken(sandbox, &kept, &file, "commits");
	file = copy(sandbox, kept.bytes, kept.length);
	for (uint32_t i = 0; i < file.head->to; i++)
		file.commits[i].id = file.commits[i / 2].id;
	assert_not_taken(sandbox, &kept, &file, "twice each");
}

/* --- what could be said --- */

/* What is kept of a history, and of blobs that nobody finds again, where more is committed. */
static void other_ids_are_no_harm(void **state)
{
	struct sandbox *sandbox = *state;
	const struct kept kept = keep(sandbox);
	command_script(sandbox, "repo",
	               "git checkout -q main && sed -i s/Number/Figure/ plans/better/a.md && "
	               "git -c user.name=Ann -c user.email=a@b commit -qam more");
	for (int way = 0; way < 3; way++) {
		struct crafted file = copy(sandbox, kept.bytes, kept.length);
		for (uint32_t i = 0; i < file.head->blobs && way != 2; i++)
			memset(&file.blobs[i], 7, way == 0 ? OBJECT_ID_SIZE : 8);
		memset(&file.head->receipts, way == 2 ? 7 : 0, sizeof(file.head->receipts));
		put(sandbox, &file);
		assert_no_crash(ask(sandbox), "a trend");
		assert_no_crash(RAGTRAIL(sandbox, "repo", "log", "--at", "HEAD"), "a log");
	}
}

/* Flips some bits from byte FIRST on. */
static void flip(const struct crafted *file, size_t first, int flips, uint64_t *seed)
{
	for (; flips > 0; flips--) {
		*seed = *seed * 6364136223846793005 + 1442695040888963407;
		size_t at = first + (size_t)(*seed >> 33) % (file->length - first);
		file->bytes[at] = (char)(file->bytes[at] ^ 1 << (*seed >> 29) % 8);
	}
}

static void noise_is_no_harm(void **state)
{
	struct sandbox *sandbox = *state;
	const struct kept kept = keep(sandbox);
	uint64_t seed = 14;
	for (int i = 0; i < (testing_is_slow() ? 10 : 150); i++) {
		struct crafted file = copy(sandbox, kept.bytes, kept.length);
		const char *const from[] = {(char *)file.commits, (char *)file.links,
		                            (char *)file.changes, (char *)file.readings,
		                            file.texts};
		flip(&file, (size_t)(from[i % 5] - file.bytes), 1 << i % 3, &seed);
		put(sandbox, &file);
		const char *name = arena_printf(&sandbox->arena, "noise %d", i);
		assert_no_crash(ask(sandbox), name);
		if (i % 8 != 0)
			continue;
		put(sandbox, &file);
		assert_no_crash(RAGTRAIL(sandbox, "repo", "log", "--at", "HEAD"), name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(what_no_repository_can_say_is_not_taken),
		sandbox_test(nor_is_it_where_one_row_says_it),
		sandbox_test(a_commit_changes_a_file_once),
		sandbox_test(paths_are_of_documents),
		sandbox_test(ids_are_not_made_up_to_be_slow),
		sandbox_test(other_ids_are_no_harm),
		sandbox_test(noise_is_no_harm),
	};
	return cmocka_run_group_tests_name("record, crafted", tests, NULL, NULL) != 0;
}
