/*
 * A commit-graph that is damaged, or that lies, or commits that are not there: the record is
 * what it is without one.
 */
#include "support/testing.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "record/record.h"
#include "support/command.h"
#include "support/graphs.h"
#include "support/printed.h"

static void close_repo(void *repo)
{
	repo_close(repo);
}

struct hearsay {
	struct history *history;
	struct repo *repo;
	const char *good; /* the record, as the commits say */
	unsigned char *bytes;
	size_t length;
};

/* Months of two workstreams, with branches, an octopus and another beginning. */
static void add_commits(struct history *history)
{
	HISTORY(history, {0, "Office", "plans/better/plan.md", history_plan("a b")},
	        {1, "Ann", "plans/better/a.md", history_update("a", "2023-07", "green")},
	        {2, "Ann", "plans/better/b.md", history_update("b", "2023-07", "green")});
	history_branch(history, "topic");
	HISTORY(history, {3, "Bob", "plans/better/a.md", history_update("a", "2023-08", "red")},
	        {4, "Bob", "plans/better/a.md", history_update("a", "2023-08", "amber")});
	history_switch(history, "main");
	history_branch(history, "side");
	HISTORY(history, {5, "Dee", "notes.md", "Notes"});
	history_branch(history, "apart");
	history_commit(
		history,
		&(struct commit){.day = 6, .author = "Eve", .message = "Apart", .parents = ""});
	history_switch(history, "main");
	HISTORY(history, {7, "Ann", "plans/better/b.md", history_update("b", "2023-07", "red")},
	        {4, "Ann", "plans/better/b.md", history_update("b", "2023-08", "amber")});
	HISTORY_MERGE(history, 9, "Cy", "topic", {0});
	history_commit(history, &(struct commit){.day = 10,
	                                         .author = "Cy",
	                                         .message = "Three",
	                                         .parents = "main side apart"});
	HISTORY(history, {11, "Ann", "plans/better/a.md", history_update("a", "2023-09", "green")});
}

/* The record at HEAD, or why there is none. */
static const char *read_record(struct hearsay *hearsay)
{
	struct object_id id = history_id(hearsay->history, "HEAD");
	struct buf text = BUF_INIT;
	struct record *record;
	struct error error = ERROR_INIT;
	if (record_read(hearsay->repo, &id, DEPTH_RATINGS, &record, &error) < 0) {
		buf_printf(&text, "%s; %s\n", error.what, error.hint);
	} else {
		print_record(&text, record);
		for (size_t i = 0; i < record->remark_count; i++)
			buf_printf(&text, "%s %s\n", record->remarks[i].landing->subject,
			           record->remarks[i].text);
		record_free(record);
	}
	const char *copy = arena_text(&hearsay->history->sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	return copy;
}

static struct hearsay begin(struct sandbox *sandbox)
{
	struct hearsay hearsay = {.history = history_new(sandbox, "repo")};
	struct error error = ERROR_INIT;
	add_commits(hearsay.history);
	if (repo_open(&hearsay.repo, hearsay.history->folder, false, &error) < 0)
		fail_msg("%s", error.what);
	sandbox_defer(sandbox, close_repo, hearsay.repo);
	hearsay.good = read_record(&hearsay);
	assert_non_null(strstr(hearsay.good, "2023-09"));
	assert_non_null(strstr(hearsay.good, "dated before"));
	graphs_write_head(hearsay.history, GRAPH_WHOLE);
	FILE *file = fopen(sandbox_path(sandbox, "repo/" GRAPH_FILE), "rb");
	assert_non_null(file);
	hearsay.bytes = arena_new(&sandbox->arena, 8192);
	hearsay.length = fread(hearsay.bytes, 1, 8192, file);
	fclose(file);
	assert_in_range(hearsay.length, 1500, 8191);
	return hearsay;
}

/* The record with the first LENGTH bytes as the commit-graph. */
static const char *read_with(struct hearsay *hearsay, size_t length)
{
	unlink(sandbox_path(hearsay->history->sandbox, "repo/" GRAPH_FILE));
	sandbox_write_bytes(hearsay->history->sandbox, "repo/" GRAPH_FILE,
	                    (const char *)hearsay->bytes, length);
	return read_record(hearsay);
}

/* Every so many bytes: fewer where each run takes long. */
static size_t step(void)
{
	if (testing_is_slow())
		return 97;
#ifdef SANITIZED
	return 7;
#else
	return 1;
#endif
}

static void every_byte_of_it_may_be_another(void **state)
{
	static const unsigned char flips[] = {0xff, 0x01, 0x80};
	struct hearsay hearsay = begin(*state);
	for (size_t at = 0; at < hearsay.length; at += step())
		for (size_t i = 0; i < COUNT_OF(flips); i++) {
			hearsay.bytes[at] ^= flips[i];
			const char *record = read_with(&hearsay, hearsay.length);
			hearsay.bytes[at] ^= flips[i];
			if (strcmp(record, hearsay.good) != 0)
				fail_msg("byte %zu ^ %u:\n%s", at, flips[i], record);
		}
}

static void it_may_be_cut_short_anywhere(void **state)
{
	struct hearsay hearsay = begin(*state);
	for (size_t length = 0; length < hearsay.length; length += step())
		if (strcmp(read_with(&hearsay, length), hearsay.good) != 0)
			fail_msg("cut to %zu bytes: %s", length, read_with(&hearsay, length));
}

static size_t number_at(const unsigned char *at)
{
	return (size_t)at[0] << 24 | (size_t)at[1] << 16 | (size_t)at[2] << 8 | at[3];
}

/* Where the chunk NAME begins. */
static unsigned char *chunk(struct hearsay *hearsay, const char *name)
{
	unsigned char *line = hearsay->bytes + 8;
	while (memcmp(line, name, 4) != 0) {
		assert_true(line + 24 < hearsay->bytes + hearsay->length);
		line += 12;
	}
	return hearsay->bytes + number_at(line + 8);
}

/* The number of a commit, and what is noted of it. */
static size_t number_of(struct hearsay *hearsay, const char *revision)
{
	struct object_id id = history_id(hearsay->history, revision);
	unsigned char *ids = chunk(hearsay, "OIDL"), *end = chunk(hearsay, "CDAT");
	for (unsigned char *at = ids; at < end; at += OBJECT_ID_SIZE)
		if (memcmp(at, id.bytes, OBJECT_ID_SIZE) == 0)
			return (size_t)(at - ids) / OBJECT_ID_SIZE;
	fail_msg("%s is not in the graph", revision);
	return 0;
}

static unsigned char *data_of(struct hearsay *hearsay, const char *revision)
{
	return chunk(hearsay, "CDAT") + number_of(hearsay, revision) * 36;
}

static void put(unsigned char *at, size_t number)
{
	for (int i = 3; i >= 0; i--, number >>= 8)
		at[i] = (unsigned char)number;
}

/* A lie: of whom, about what, and what is said instead. */
struct lie {
	const char *about;
	enum { PARENT_1 = 20, PARENT_2 = 24, TREE = 0, LISTED = -1 } what;
	const char *instead; /* a revision; NULL: none */
};

static void tell(struct hearsay *hearsay, const struct lie *lie)
{
	unsigned char *data = data_of(hearsay, lie->about);
	size_t number = lie->instead == NULL ? 0x70000000 : number_of(hearsay, lie->instead);
	if (lie->what == TREE)
		memcpy(data, data_of(hearsay, lie->instead), OBJECT_ID_SIZE);
	else if (lie->what == LISTED)
		put(chunk(hearsay, "EDGE"), number);
	else
		put(data + lie->what, number);
}

/* HEAD is a commit, HEAD~1 the octopus, HEAD~2 the merge of topic, HEAD~3 and on commits. */
static void it_may_lie(void **state)
{
	static const struct lie lies[] = {
		{"HEAD", PARENT_1, "HEAD~2"},    /* leaves out a landing */
		{"HEAD", PARENT_1, "topic"},     /* follows another chain */
		{"HEAD", PARENT_1, NULL},        /* is cut off */
		{"HEAD", PARENT_2, "side"},      /* brings a parent more */
		{"HEAD~3", PARENT_1, NULL},      /* is cut off later */
		{"HEAD~3", PARENT_1, "HEAD~5"},  /* leaves out a re-rating */
		{"HEAD~2", PARENT_2, NULL},      /* hides a branch */
		{"HEAD~2", PARENT_2, "topic~1"}, /* hides its last commit */
		{"HEAD~2", PARENT_1, "topic"},   /* the branch twice */
		{"topic", PARENT_1, "HEAD~5"},   /* hides a draft */
		{"HEAD~1", LISTED, "topic"},     /* other branches in the octopus */
		{"HEAD~6", PARENT_1, "HEAD"},    /* in a circle */
		{"HEAD", PARENT_1, "HEAD"},      /* in the smallest one */
		{"topic~1", PARENT_1, "topic"},  /* in one inside a landing */
		{"topic", PARENT_1, "HEAD~2"},   /* in one from inside to the landing */
		{"HEAD~4", TREE, "HEAD~5"},      /* another tree: no re-rating */
		{"HEAD", TREE, "HEAD~1"},        /* another tree: no new period */
		{"topic~1", TREE, "topic"},      /* another tree: no draft */
	};
	struct hearsay hearsay = begin(*state);
	unsigned char *truth = arena_new(&hearsay.history->sandbox->arena, hearsay.length);
	memcpy(truth, hearsay.bytes, hearsay.length);
	for (size_t i = 0; i < COUNT_OF(lies); i++) {
		tell(&hearsay, &lies[i]);
		assert_memory_not_equal(truth, hearsay.bytes, hearsay.length);
		if (strcmp(read_with(&hearsay, hearsay.length), hearsay.good) != 0)
			fail_msg("lie %zu, about %s:\n%s", i, lies[i].about,
			         read_with(&hearsay, hearsay.length));
		memcpy(hearsay.bytes, truth, hearsay.length);
	}
	/* The branch turned into the chain: both parents the other way round. */
	unsigned char *parents = data_of(&hearsay, "HEAD~2") + PARENT_1;
	size_t first = number_at(parents);
	put(parents, number_at(parents + 4));
	put(parents + 4, first);
	assert_text(read_with(&hearsay, hearsay.length), hearsay.good);
}

static void a_commit_that_is_only_in_it_is_missing_all_the_same(void **state)
{
	static const char *const lost[] = {"HEAD~4", "topic~1", "HEAD~6"};
	struct hearsay hearsay = begin(*state);
	struct sandbox *sandbox = *state;
	for (size_t i = 0; i < COUNT_OF(lost); i++) {
		char hex[OBJECT_HEX_SIZE];
		struct object_id id = history_id(hearsay.history, lost[i]);
		object_hex(&id, hex);
		const char *file = sandbox_path(
			sandbox,
			arena_printf(&sandbox->arena, "repo/.git/objects/%.2s/%s", hex, hex + 2));
		const char *away = sandbox_path(sandbox, "away");
		assert_int_equal(rename(file, away), 0);
		const char *with = read_with(&hearsay, hearsay.length);
		assert_non_null(strstr(with, hex));
		assert_non_null(strstr(with, "is missing from the repository"));
		unlink(sandbox_path(sandbox, "repo/" GRAPH_FILE));
		assert_text(with, read_record(&hearsay));
		assert_int_equal(rename(away, file), 0);
	}
}

/* A chain of files of which one is gone, is another, or is named by what is no checksum. */
static void a_chain_may_be_broken(void **state)
{
	static const char *const harm[] = {
		"rm $(f 1)",
		"rm $(f 2)",
		": > $(f 1)",
		"cp $(f 1) x && mv x $(f 2)",
		"cp $(f 2) x && mv x $(f 1)",
		"mv $(f 1) x && mv $(f 2) y && mv x $(f 2) && mv y $(f 1)",
		"sed -n 2p $c > x && mv x $c",
		"sed -n '2p;1p' $c > x && mv x $c",
		"sed 's/^./\\//' $c > x && mv x $c",
		"sed 's/^./A/' $c > x && mv x $c",
		"cat $c $c > x && mv x $c",
		"tr -d '\\n' < $c > x && mv x $c",
		": > $c",
		"rm $c && mkdir $c",
		"rm $c && ln -s /dev/zero $c",
	};
	struct hearsay hearsay = begin(*state);
	for (size_t i = 0; i < COUNT_OF(harm); i++) {
		graphs_write_head(hearsay.history, GRAPH_SPLIT);
		struct outcome outcome =
			command_script(*state, "repo/.git/objects/info/commit-graphs",
		                       arena_printf(&hearsay.history->sandbox->arena,
		                                    "c=commit-graph-chain\n"
		                                    "n1=$(sed -n 1p $c) n2=$(sed -n 2p $c)\n"
		                                    "f() { eval \"echo graph-\\$n$1.graph\"; }\n"
		                                    "[ -n \"$n2\" ] && %s",
		                                    harm[i]));
		if (outcome.status != 0)
			fail_msg("%s: %s", harm[i], outcome.errors);
		if (strcmp(read_record(&hearsay), hearsay.good) != 0)
			fail_msg("%s: %s", harm[i], read_record(&hearsay));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(every_byte_of_it_may_be_another),
		sandbox_test(it_may_be_cut_short_anywhere),
		sandbox_test(it_may_lie),
		sandbox_test(a_commit_that_is_only_in_it_is_missing_all_the_same),
		sandbox_test(a_chain_may_be_broken),
	};
	return cmocka_run_group_tests_name("hearsay", tests, NULL, NULL) != 0;
}
