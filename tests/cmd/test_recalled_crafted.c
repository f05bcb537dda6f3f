/*
 * Whole readings in the git folder that somebody has crafted: the checksum is right, the content
 * is not. What no document can say is not taken, and nothing comes to harm by what could be said.
 */
#include "support/testing.h"

#include <string.h>
#include <sys/stat.h>
#include <xxhash.h>

#include "record/recalled_file.h"
#include "support/command.h"
#include "support/rich.h"
#include "support/trees.h"

#define KEPT "repo/.git/ragtrail/readings"

enum { MORE_TEXTS = 64 };

/* --- the file --- */

struct crafted {
	char *bytes;
	size_t length;
	struct recalled_head *head;
	struct recalled_row *rows;
	struct recalled_milestone *milestones;
	struct recalled_risk *risks;
	char *texts;
};

/* A copy of what was kept, with room for another text at its end. */
static struct crafted copy(struct sandbox *sandbox, const char *bytes, size_t length)
{
	struct crafted file = {.bytes = arena_new(&sandbox->arena, length + MORE_TEXTS),
	                       .length = length + MORE_TEXTS};
	memcpy(file.bytes, bytes, length);
	memset(file.bytes + length, 0, MORE_TEXTS);
	file.head = (struct recalled_head *)file.bytes;
	file.rows = (struct recalled_row *)(file.head + 1);
	file.milestones = (struct recalled_milestone *)(file.rows + file.head->rows);
	file.risks = (struct recalled_risk *)(file.milestones + file.head->milestones);
	file.texts = (char *)(file.risks + file.head->risks);
	file.head->texts += MORE_TEXTS;
	assert_ptr_equal(file.texts + file.head->texts, file.bytes + file.length);
	return file;
}

/* The offset of one text more; one file has room for one. */
static uint32_t one_more(const struct crafted *file, const char *text)
{
	uint32_t offset = file->head->texts - MORE_TEXTS;
	strcpy(file->texts + offset, text);
	return offset;
}

/* Puts it in its place, with the checksum that its content has now. */
static void put(struct sandbox *sandbox, const struct crafted *file)
{
	const size_t head = sizeof(*file->head);
	file->head->checksum = XXH3_64bits(file->bytes + head, file->length - head);
	sandbox_write_bytes(sandbox, KEPT, file->bytes, file->length);
}

/* --- asking --- */

static struct outcome ask(struct sandbox *sandbox)
{
	return RAGTRAIL(sandbox, "repo", "export", "--format", "json", "--at", "HEAD");
}

static const char *render(struct sandbox *sandbox)
{
	struct outcome outcome =
		command_script(sandbox, "repo", "rm -rf ../site && ragtrail render -o ../site");
	assert_text(outcome.errors, "");
	assert_int_equal(outcome.status, 0);
	return tree_of(sandbox, "site");
}

static void assert_same(struct sandbox *sandbox, const char *answer, const char *name)
{
	struct outcome outcome = ask(sandbox);
	assert_case(outcome.status == 0 && outcome.errors[0] == '\0', name);
	assert_case(strcmp(outcome.output, answer) == 0, name);
}

/* Whatever it says, it says it by itself. */
static void assert_no_crash(struct outcome outcome, const char *name)
{
	assert_case(outcome.status == 0 || outcome.status == 2, name);
	assert_case((outcome.status == 0) == (outcome.errors[0] == '\0'), name);
	assert_case(strstr(outcome.errors, "crashed") == NULL, name);
}

struct kept {
	const char *bytes;
	size_t length;
	const char *answer; /* of a run that found nothing kept */
};

static struct kept keep(struct sandbox *sandbox)
{
	rich_new(sandbox);
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
	const uint32_t red = one_more(&file, "red");
	for (uint32_t i = 0; i < file.head->rows; i++)
		if (file.rows[i].whole != 0)
			file.rows[i].reading.rag = red;
	put(sandbox, &file);
	assert_string_not_equal(ask(sandbox).output, kept.answer);
	return kept;
}

/* --- what no document can say --- */

enum part { HEAD, ROW, MILESTONE, RISK };
enum holds { COUNT, TEXT, DAY, MONTH, FLAGS, YES, WHOLE, STATUS };

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
#define OF_HEAD(holds, member) MEMBER(HEAD, recalled_head, holds, member)
#define OF_ROW(holds, member) MEMBER(ROW, recalled_row, holds, member)
#define OF_MILESTONE(holds, member) MEMBER(MILESTONE, recalled_milestone, holds, member)
#define OF_RISK(holds, member) MEMBER(RISK, recalled_risk, holds, member)

static const struct member members[] = {
	OF_HEAD(COUNT, rows),
	OF_HEAD(COUNT, milestones),
	OF_HEAD(COUNT, risks),
	OF_HEAD(COUNT, texts),
	OF_ROW(TEXT, reading.workstream),
	OF_ROW(TEXT, reading.rag),
	OF_ROW(TEXT, reading.sponsor),
	OF_ROW(TEXT, reading.correction),
	OF_ROW(TEXT, reading.raised_by),
	OF_ROW(TEXT, reading.why),
	OF_ROW(MONTH, reading.first),
	OF_ROW(MONTH, reading.last),
	OF_ROW(DAY, reading.agreed),
	OF_ROW(DAY, reading.forecast),
	OF_ROW(FLAGS, reading.flags),
	OF_ROW(TEXT, agreed_by),
	OF_ROW(TEXT, agreed_ref),
	OF_ROW(TEXT, signed_by),
	OF_ROW(DAY, agreed_on),
	OF_ROW(DAY, signed_on),
	OF_ROW(WHOLE, whole),
	OF_ROW(COUNT, milestones),
	OF_ROW(COUNT, milestone_count),
	OF_ROW(COUNT, risks),
	OF_ROW(COUNT, risk_count),
	OF_MILESTONE(TEXT, id),
	OF_MILESTONE(TEXT, title),
	OF_MILESTONE(TEXT, reason),
	OF_MILESTONE(DAY, due),
	OF_MILESTONE(DAY, delivered_on),
	OF_MILESTONE(STATUS, status),
	OF_MILESTONE(YES, next),
	OF_RISK(TEXT, id),
	OF_RISK(TEXT, risk),
	OF_RISK(TEXT, mitigation),
	OF_RISK(TEXT, owner),
	OF_RISK(TEXT, rating),
	OF_RISK(TEXT, reason),
	OF_RISK(YES, closed),
	OF_RISK(DAY, closed_on),
};

/* Numbers that none of them may be; of texts and counts see value_of(). */
static const struct {
	size_t count;
	uint32_t values[5];
} wrong[] = {
	[COUNT] = {5, {UINT32_MAX, UINT32_MAX / 2 + 1, 1 << 24}},
	[TEXT] = {5, {UINT32_MAX, UINT32_MAX / 2 + 1}},
	[DAY] = {5, {1, UINT32_MAX, UINT32_MAX / 2 + 1, UINT32_MAX / 2, 20230231}},
	[MONTH] = {5, {0, UINT32_MAX, UINT32_MAX / 2 + 1, UINT32_MAX / 2, 2200 * 12}},
	[FLAGS] = {3, {0, READING_SAYS, ~(uint32_t)READING_KNOWN}},
	[YES] = {2, {2, UINT32_MAX}},
	[WHOLE] = {3, {2, UINT32_MAX}},
	[STATUS] = {4, {(uint32_t)-2, 8, UINT32_MAX / 2, UINT32_MAX / 2 + 1}},
};

static uint32_t value_of(const struct crafted *file, enum holds holds, size_t n, uint32_t now)
{
	if (holds == COUNT && n >= 3)
		return n == 3 ? now + 1 : now - 1;
	if (holds == WHOLE && n == 2)
		return now == 0;
	if (holds != TEXT || n < 2)
		return wrong[holds].values[n];
	return n == 2   ? file->head->texts
	       : n == 3 ? one_more(file, "beside") + 2
	                : one_more(file, "not \xff text");
}

/* The same member of every row. */
static void harm(const struct crafted *file, const struct member *member, size_t n)
{
	char *const from[] = {(char *)file->head, (char *)file->rows, (char *)file->milestones,
	                      (char *)file->risks};
	const size_t sizes[] = {sizeof(*file->head), sizeof(*file->rows), sizeof(*file->milestones),
	                        sizeof(*file->risks)};
	const size_t counts[] = {1, file->head->rows, file->head->milestones, file->head->risks};
	for (size_t i = 0; i < counts[member->part]; i++) {
		char *at = from[member->part] + i * sizes[member->part] + member->at;
		uint32_t now;
		memcpy(&now, at, sizeof(now));
		now = value_of(file, member->holds, n, now);
		memcpy(at, &now, sizeof(now));
	}
}

static void what_no_document_can_say_is_not_taken(void **state)
{
	struct sandbox *sandbox = *state;
	const struct kept kept = keep(sandbox);
	for (size_t i = 0; i < COUNT_OF(members); i++)
		for (size_t n = 0; n < wrong[members[i].holds].count; n++) {
			/* All of them take minutes there. */
			if (testing_is_slow() && n != i % wrong[members[i].holds].count)
				continue;
			struct crafted file = copy(sandbox, kept.bytes, kept.length);
			harm(&file, &members[i], n);
			put(sandbox, &file);
			assert_same(sandbox, kept.answer,
			            arena_printf(&sandbox->arena, "%s %zu", members[i].name, n));
		}
}

/* Sections that end elsewhere, in a file that is as long as its head says. */
static void sections_that_end_elsewhere_are_not_taken(void **state)
{
	static const struct {
		const char *name;
		int rows, milestones, risks;
	} moved[] = {
		{"a row more", 1, 0, 0},        {"a milestone more", 0, 1, 0},
		{"a milestone less", 0, -1, 0}, {"a risk more", 0, 0, 1},
		{"a risk less", 0, 0, -1},      {"eight for seven", 0, 8, -7},
		{"no texts", 0, 0, 1 << 20},
	};
	struct sandbox *sandbox = *state;
	const struct kept kept = keep(sandbox);
	for (size_t i = 0; i < COUNT_OF(moved); i++) {
		struct crafted file = copy(sandbox, kept.bytes, kept.length);
		struct recalled_head *head = file.head;
		head->rows += (uint32_t)moved[i].rows;
		head->milestones += (uint32_t)moved[i].milestones;
		head->risks += (uint32_t)moved[i].risks;
		head->texts =
			(uint32_t)(file.length - sizeof(*head) - head->rows * sizeof(*file.rows) -
		                   head->milestones * sizeof(*file.milestones) -
		                   head->risks * sizeof(*file.risks));
		put(sandbox, &file);
		assert_same(sandbox, kept.answer, moved[i].name);
	}
	/* Where that row has no lists, some of its bytes may be taken for texts. */
	struct crafted file = copy(sandbox, kept.bytes, kept.length);
	file.head->rows--;
	file.head->texts += (uint32_t)sizeof(*file.rows);
	put(sandbox, &file);
	assert_no_crash(ask(sandbox), "a row less");
}

/* A few bytes that stand for as many milestones as there are, in each row. */
static void rows_share_no_milestones(void **state)
{
	struct sandbox *sandbox = *state;
	const struct kept kept = keep(sandbox);
	struct crafted file = copy(sandbox, kept.bytes, kept.length);
	for (uint32_t i = 0; i < file.head->rows; i++) {
		file.rows[i].milestones = file.rows[i].risks = 0;
		file.rows[i].milestone_count = file.head->milestones;
		file.rows[i].risk_count = file.head->risks;
	}
	put(sandbox, &file);
	assert_same(sandbox, kept.answer, "each has all");
}

/* Pages have the names of workstreams. */
static void no_page_is_written_elsewhere(void **state)
{
	static const char *const names[] = {"../../escaped", "/tmp/escaped", "a/b", "", "A", "a b"};
	struct sandbox *sandbox = *state;
	const struct kept kept = keep(sandbox);
	command_script(sandbox, "repo", "rm -r .git/ragtrail");
	const char *site = render(sandbox);
	for (size_t i = 0; i < (testing_is_slow() ? 1 : COUNT_OF(names)); i++) {
		struct crafted file = copy(sandbox, kept.bytes, kept.length);
		const uint32_t name = one_more(&file, names[i]);
		for (uint32_t row = 0; row < file.head->rows; row++)
			if (file.rows[row].whole != 0)
				file.rows[row].reading.workstream = name;
		put(sandbox, &file);
		assert_text(render(sandbox), site);
		assert_same(sandbox, kept.answer, names[i]);
	}
	assert_text(names_in(sandbox, "."), "repo site ");
}

/* --- whose they are --- */

static void readings_of_nothing_that_is_there_are_no_harm(void **state)
{
	static const char *const ways[] = {"nobody's", "none", "all the same", "as from the end",
	                                   "all alike"};
	struct sandbox *sandbox = *state;
	const struct kept kept = keep(sandbox);
	for (size_t i = 0; i < COUNT_OF(ways); i++) {
		struct crafted file = copy(sandbox, kept.bytes, kept.length);
		for (uint32_t row = 0; row < file.head->rows; row++) {
			struct object_id *id = &file.rows[row].blob;
			if (i == 0)
				id->bytes[row % OBJECT_ID_SIZE] ^= 1;
			else if (i == 1)
				memset(id, 0, sizeof(*id));
			else if (i == 2)
				memset(id, 0xab, sizeof(*id));
			else if (i == 3)
				for (size_t at = 0; at < OBJECT_ID_SIZE; at++)
					id->bytes[at] = (unsigned char)~id->bytes[at];
			else
				memset(id, 7, sizeof(uint64_t));
		}
		put(sandbox, &file);
		assert_same(sandbox, kept.answer, ways[i]);
	}
}

/* Nobody can tell that a document said something else; whoever takes it comes to no harm. */
static void what_could_be_said_is_no_harm(void **state)
{
	struct sandbox *sandbox = *state;
	const struct kept kept = keep(sandbox);
	for (uint32_t by = 1; by < (testing_is_slow() ? 2U : 8U); by++) {
		struct crafted file = copy(sandbox, kept.bytes, kept.length);
		const struct crafted good = copy(sandbox, kept.bytes, kept.length);
		for (uint32_t row = 0; row < file.head->rows; row++)
			file.rows[row].blob = good.rows[(row + by) % file.head->rows].blob;
		put(sandbox, &file);
		assert_no_crash(ask(sandbox), "one row's id at another");
		assert_no_crash(RAGTRAIL(sandbox, "repo", "render", "-o", "../site"), "a site");
	}
}

static void noise_is_no_harm(void **state)
{
	struct sandbox *sandbox = *state;
	const struct kept kept = keep(sandbox);
	uint64_t seed = 14;
	for (int i = 0; i < (testing_is_slow() ? 10 : 100); i++) {
		struct crafted file = copy(sandbox, kept.bytes, kept.length);
		const size_t first = i % 2 == 0 ? sizeof(*file.head)
		                                : (size_t)((char *)file.milestones - file.bytes);
		for (int flips = 0; flips < 1 << i % 8; flips++) {
			seed = seed * 6364136223846793005 + 1442695040888963407;
			size_t at = first + (size_t)(seed >> 33) % (file.length - first);
			file.bytes[at] = (char)(file.bytes[at] ^ 1 << (seed >> 29) % 8);
		}
		put(sandbox, &file);
		assert_no_crash(ask(sandbox), arena_printf(&sandbox->arena, "noise %d", i));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(what_no_document_can_say_is_not_taken),
		sandbox_test(sections_that_end_elsewhere_are_not_taken),
		sandbox_test(rows_share_no_milestones),
		sandbox_test(no_page_is_written_elsewhere),
		sandbox_test(readings_of_nothing_that_is_there_are_no_harm),
		sandbox_test(what_could_be_said_is_no_harm),
		sandbox_test(noise_is_no_harm),
	};
	return cmocka_run_group_tests_name("recalled, crafted", tests, NULL, NULL) != 0;
}
