/* Documents made to crash, to hang or to deceive: each is judged, and soon. */
#include "support/judging.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "document/source.h"
#include "support/history.h"

/* HEAD, then UNIT so many TIMES, then TAIL. */
struct hostile {
	const char *name;
	const char *head;
	size_t head_length; /* it may hold NUL bytes */
	const char *unit;
	size_t times;
	const char *tail;
};

#define BYTES(name, bytes)                                                                         \
	{                                                                                          \
		name, bytes, sizeof(bytes) - 1, "", 0, ""                                          \
	}
#define MANY(name, head, unit, times, tail)                                                        \
	{                                                                                          \
		name, head, sizeof(head) - 1, unit, times, tail                                    \
	}
#define OPEN "---\nworkstream: a\nperiod: 2023-07\nrag: green\n"
#define BODY OPEN "---\n"

static const struct hostile documents[] = {
	BYTES("nothing", ""),
	BYTES("a line end", "\n"),
	BYTES("a dash", "-"),
	BYTES("a fence alone", "---"),
	BYTES("two fences", "---\n---"),
	BYTES("fences with blanks", "---   \n---\t\n"),
	MANY("fences and nothing else", "", "---\n", 16000, ""),
	MANY("a front matter without an end", "---\n", "a: b\n", 12000, ""),
	BYTES("UTF-16, little end first", "\xff\xfe-\0-\0-\0"),
	BYTES("UTF-16, big end first", "\xfe\xff\0-\0-\0-"),
	BYTES("a mark of the byte order alone", "\xef\xbb\xbf"),
	BYTES("a mark before the mark", "\xef\xbb\xbf\xef\xbb\xbf" BODY),
	BYTES("NUL in a field", "---\nworkstream: a\0b\n---\n"),
	BYTES("NUL behind the end", BODY "\0"),
	MANY("NUL and nothing else", "\0\0\0\0\0\0\0\0", "", 0, ""),
	MANY("bytes that are no text", "", "\xff", 200000, ""),
	BYTES("an overlong slash", BODY "\xc0\xaf"),
	BYTES("half a pair", BODY "\xed\xa0\x80"),
	BYTES("behind the last code point", BODY "\xf4\x90\x80\x80"),
	BYTES("a character cut off", BODY "\xe2\x82"),
	BYTES("an escape sequence", OPEN "sponsor: \x1b]0;owned\x07\n---\n"),
	BYTES("a control character of the second set", OPEN "sponsor: \xc2\x9b[31m\n---\n"),
	BYTES("lines that end in carriage returns", "---\rworkstream: a\r---\r"),
	BYTES("a line separator", OPEN "sponsor: \xe2\x80\xa8rag: red\n---\n"),
	BYTES("text turned round in a field", OPEN "sponsor: \xe2\x80\xaeneerg\n---\n"),
	MANY("text turned round in the body", BODY, "\xe2\x80\xae", 20000, "\n"),
	MANY("marks on one letter", BODY "z", "\xcc\x81", 30000, "\n"),
	BYTES("an escape of NUL", OPEN "sponsor: \"\\0\"\n---\n"),
	BYTES("an escape of half a pair", OPEN "sponsor: \"\\ud800\"\n---\n"),
	BYTES("an escape of an escape", OPEN "sponsor: \"\\e[31m\"\n---\n"),
	BYTES("an escape that is none", OPEN "sponsor: \"\\q\"\n---\n"),
	MANY("lists in lists", "---\na: ", "[", 60000, "\n---\n"),
	MANY("maps in maps", "---\na: ", "{", 60000, "\n---\n"),
	MANY("lists in lists, closed", "---\na: [[[[[[[[[[[[", "", 0, "]]]]]]]]]]]]\n---\n"),
	MANY("dashes in dashes", "---\n", "- ", 30000, "\n---\n"),
	MANY("keys of keys", "---\n", "? ", 30000, "\n---\n"),
	BYTES("a laugh of laughs", "---\na: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\n"
                                   "c: &c [*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c]\n---\n"),
	BYTES("an alias of itself", "---\na: &a [*a]\n---\n"),
	BYTES("a merge key", "---\na: &a {x: 1}\n<<: *a\n---\n"),
	BYTES("a tag that makes objects", "---\na: !!python/object/apply:os.system [ls]\n---\n"),
	MANY("a long tag", "---\na: !", "x", 60000, " y\n---\n"),
	MANY("a long anchor", "---\na: &", "x", 60000, " y\n---\n"),
	BYTES("a directive", "---\n%YAML 1.2\n---\n"),
	BYTES("a second document", "---\na: b\n...\nc: d\n---\n"),
	BYTES("keys that are not text", "---\n? [a, b]\n: c\n? {d: e}\n: f\n---\n"),
	BYTES("a key of nothing", "---\n: a\n\"\": b\n---\n"),
	MANY("one key again and again", "---\n", "a: b\n", 12000, "---\n"),
	MANY("a long key", "---\n", "k", 60000, ": v\n---\n"),
	MANY("a long value", OPEN "sponsor: ", "v", 60000, "\n---\n"),
	MANY("a long folded value", OPEN "sponsor: >\n", "  v\n", 15000, "---\n"),
	MANY("a quotation that never ends", OPEN "sponsor: \"", "x ", 30000, "\n---\n"),
	MANY("blank lines in a quotation", OPEN "sponsor: \"", "\n", 60000, "\"\n---\n"),
	MANY("a comment that never ends", OPEN "#", "#", 60000, "\n---\n"),
	MANY("tabs", "---\n", "\t", 60000, "\n---\n"),
	MANY("many parts", "---\nworkstreams: [", "a,", 30000, "]\n---\n"),
	MANY("many fields that are none", "---\n", "sponso: x\n? y\n", 4000, "---\n"),
	MANY("many milestones of one id", OPEN "milestones:\n", "  - {id: x}\n", 3000, "---\n"),
	MANY("a plan of many workstreams", "---\nkind: plan\nworkstreams:\n", "  - {id: a}\n", 3000,
             "---\n"),
	MANY("a scale of many levels", "---\nkind: plan\nscale:\n  levels:\n", "    - {id: a}\n",
             3000, "---\n"),
	MANY("a rating of many words", "---\nworkstream: a\nperiod: 2023-07\nrag: ", "a/", 4000,
             "\n---\n"),
	MANY("a date of many digits", OPEN "agreed_completion: ", "9", 8000, "\n---\n"),
	BYTES("periods that are none", "---\nworkstream: a\nperiod: 9999-99/0000-00\n---\n"),
	BYTES("fields of other shapes", OPEN "managers: {a: b}\nmilestones: x\nrisks: [[], {}, x]\n"
                                             "imported: [a]\nexplained: {rule: [x]}\n---\n"),
	MANY("a file too large", BODY, "text\n", 60000, ""),
	MANY("a body too large", BODY, "text\n", 14000, ""),
	MANY("brackets", BODY, "[", 60000, "\n"),
	MANY("images in images", BODY, "![[]()", 10000, "\n"),
	MANY("links that never end", BODY, "[a](<b", 10000, "\n"),
	MANY("emphasis", BODY, "*a **b ", 8000, "\n"),
	MANY("emphasis, closed", BODY,
             "a**b"
             "c* ",
             8000, "\n"),
	MANY("code that never ends", BODY, "`a``b```c", 6000, "\n"),
	MANY("quotations in quotations", BODY, ">", 60000, "\n"),
	MANY("lists in lists of the body", BODY, "* ", 30000, "a\n"),
	MANY("lists beside lists", BODY, "* a\n* 1. b\n", 5000, "\n"),
	MANY("headings", BODY, "# a\n", 15000, ""),
	MANY("references", BODY, "[a]: b\n", 8000, "[a]\n"),
	MANY("tags that never end", BODY, "<a b=\"", 10000, "\n"),
	MANY("comments that never end", BODY, "a <!-- ", 8000, "\n"),
	MANY("instructions that never end", BODY, "a <?", 15000, "\n"),
	MANY("declarations that never end", BODY, "a <!A ", 10000, "\n"),
	MANY("sections of characters", BODY, "a <![CDATA[", 5000, "\n"),
	MANY("entities", BODY, "&Aacute;&#x10ffff;&#0;", 2500, "\n"),
	MANY("markers of merges", BODY, "<<<<<<< a\n=======\n>>>>>>> b\n", 2000, ""),
	MANY("backslashes", BODY, "\\", 60000, "\n"),
	MANY("one word", BODY, "a", 60000, "\n"),
	MANY("autolinks", BODY, "<http://a", 6000, "\n"),
	MANY("hostile links", BODY, "[a](java\\script:x) ", 3000, "\n"),
	MANY("rows of dashes", BODY, "a\n---\n", 10000, "\n"),
};

/* Writes the document at PATH of the repository, judges all, and returns what was said. */
static const char *judge_as(struct sandbox *sandbox, const struct hostile *document,
                            const char *path)
{
	struct buf bytes = BUF_INIT;
	buf_add(&bytes, document->head, document->head_length);
	for (size_t i = 0; i < document->times; i++)
		buf_text(&bytes, document->unit);
	buf_text(&bytes, document->tail);
	sandbox_write_bytes(sandbox, path, bytes.bytes, bytes.length);
	buf_release(&bytes);
	double start = testing_seconds();
	const char *judged = judged_worktree(sandbox, "repository");
	assert_quick(start, 2.0, document->name);
	return judged;
}

static void judge_document(struct sandbox *sandbox, const struct hostile *document)
{
	const char *judged = judge_as(sandbox, document, "repository/plans/p/a.md");
	assert_case(strstr(judged, "plans/p/a.md:") == judged, document->name);
	/* What is printed holds nothing that a terminal obeys. */
	size_t length = strlen(judged), lines = 0;
	assert_case(text_invalid(judged, length) == length, document->name);
	for (size_t at = 0; at < length;) {
		unsigned rune = 0;
		at += text_rune(judged + at, length - at, &rune);
		assert_case(rune == '\n' || (rune >= 0x20 && rune != 0x7f), document->name);
		assert_case(rune < 0x80 || rune >= 0xa0, document->name);
		assert_case(!text_is_hidden_rune(rune), document->name);
		lines += rune == '\n' ? 1 : 0;
	}
	assert_case(lines <= FRONT_MOST_EVENTS, document->name);
}

static void hostile_documents_are_judged_soon(void **state)
{
	struct sandbox *sandbox = *state;
	assert_true(COUNT_OF(documents) >= 60);
	history_new(sandbox, "repository");
	sandbox_write(sandbox, "repository/plans/p/plan.md", history_plan("a"));
	for (size_t i = 0; i < COUNT_OF(documents); i++)
		judge_document(sandbox, &documents[i]);
}

/* The same as the plan itself, on which all other documents of the folder depend. */
static void hostile_plans_are_judged_soon(void **state)
{
	struct sandbox *sandbox = *state;
	history_new(sandbox, "repository");
	sandbox_write(sandbox, "repository/plans/p/b.md", history_update("a", "2023-07", "green"));
	for (size_t i = 0; i < COUNT_OF(documents); i++) {
		const char *judged = judge_as(sandbox, &documents[i], "repository/plans/p/plan.md");
		assert_case(judged[0] != '\0', documents[i].name);
	}
}

/* What is found in an update in which FROM is replaced by so many letters. */
static const char *judge_letters(struct sandbox *sandbox, const char *from, size_t letters)
{
	struct buf text = BUF_INIT;
	buf_repeat(&text, 'x', letters);
	const char *update = history_update("a", "2023-07", "green");
	sandbox_write(sandbox, "repository/plans/p/a.md",
	              replaced(sandbox, update, from, text.bytes));
	buf_release(&text);
	return judged_worktree(sandbox, "repository");
}

static void what_is_too_large_is_told_how_large_it_may_be(void **state)
{
	static const char sponsor[] = "Workstream sponsor", words[] = "The steps planned";
	struct sandbox *sandbox = *state;
	const char *update = history_update("a", "2023-07", "green");
	size_t body = strlen(strstr(update, "---\n\n") + strlen("---\n"));
	size_t letters = SOURCE_LARGEST_BODY - (body - strlen(words));
	history_new(sandbox, "repository");
	sandbox_write(sandbox, "repository/plans/p/plan.md", history_plan("a"));
	assert_text(judge_letters(sandbox, sponsor, FRONT_LONGEST_TEXT), "");
	assert_text(judge_letters(sandbox, sponsor, FRONT_LONGEST_TEXT + 1),
	            "plans/p/a.md:5:10: error: a value of 8193 bytes; more than 8192 belong in the "
	            "sections below the front matter [too-large]\n");
	assert_text(judge_letters(sandbox, words, letters), "");
	assert_text(
		judge_letters(sandbox, words, letters + 1),
		"plans/p/a.md:13:1: error: the text has 65537 bytes, more than the 65536 that one "
		"update may have; shorten it or move it into a paper of its own [too-large]\n");
}

/* HEAD holds the plan, and so many documents, their paths beginning with NAME; what is found in it.
 */
static const char *judge_many(struct sandbox *sandbox, const char *folder, const char *name,
                              size_t count, const char *text, double limit)
{
	struct history *history = history_new(sandbox, folder);
	struct raw_entry *entries = arena_new(&sandbox->arena, (count + 1) * sizeof(*entries));
	const char *blob = history_blob(history, text);
	for (size_t i = 0; i < count; i++)
		entries[i] = (struct raw_entry){
			0100644, arena_printf(&sandbox->arena, "%s%05zu.md", name, i), blob};
	entries[count] =
		(struct raw_entry){0100644, "plan.md", history_blob(history, history_plan("a"))};
	const char *plan = history_raw_tree(history, entries, count + 1);
	const char *plans = history_raw_tree(history, &(struct raw_entry){040000, "p", plan}, 1);
	const char *tree =
		history_raw_tree(history, &(struct raw_entry){040000, "plans", plans}, 1);
	history_commit(history, &(struct commit){.day = 1, .author = "Ann", .tree = tree});
	double start = testing_seconds();
	const char *judged = judged_head(sandbox, folder);
	assert_quick(start, limit, folder);
	return judged;
}

static size_t lines_of(const char *text)
{
	size_t lines = 0;
	for (; *text != '\0'; text = next_line(text))
		lines++;
	return lines;
}

/* Each of them claims what all the others claim: no pair of them is looked at twice. */
static void many_documents_of_one_claim_are_judged_soon(void **state)
{
	enum { MANY_FILES = 12000 };
	const char *judged = judge_many(*state, "same", "a-", MANY_FILES,
	                                history_update("a", "2023-07", "green"), 4.0);
	assert_int_equal(lines_of(judged), FINDINGS_MOST);
	assert_non_null(strstr(judged, "plans/p/a-00001.md:3:9: error: a for July 2023 is already "
	                               "reported in plans/p/a-00000.md;"));
}

static void many_untidy_paths_are_judged_soon(void **state)
{
	enum { MANY_FILES = 12000 };
	const char *judged = judge_many(*state, "untidy", "A \xc3\x89 ", MANY_FILES, "none", 4.0);
	/* Of so many findings the errors are kept: a warning is lost for each. */
	assert_int_equal(lines_of(judged), FINDINGS_MOST);
	assert_null(strstr(judged, "[path-untidy]"));
}

/* A large file costs nothing: how large it is stands before it. */
static void large_files_are_not_read(void **state)
{
	enum { MANY_FILES = 300, LARGE = 12 << 20 };
	struct sandbox *sandbox = *state;
	struct buf text = BUF_INIT;
	buf_repeat(&text, 'a', LARGE);
	const char *judged = judge_many(sandbox, "large", "a-", MANY_FILES, text.bytes, 0.5);
	buf_release(&text);
	assert_int_equal(lines_of(judged), MANY_FILES);
	assert_non_null(strstr(judged,
	                       "plans/p/a-00299.md:1:1: error: the file has 12582912 bytes, "
	                       "more than the 262144 that one update may have;"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(hostile_documents_are_judged_soon),
		sandbox_test(hostile_plans_are_judged_soon),
		sandbox_test(many_documents_of_one_claim_are_judged_soon),
		sandbox_test(many_untidy_paths_are_judged_soon),
		sandbox_test(large_files_are_not_read),
		sandbox_test(what_is_too_large_is_told_how_large_it_may_be),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("hostile documents", tests, NULL, NULL) != 0;
}
