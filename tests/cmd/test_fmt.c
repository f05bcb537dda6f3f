/* ragtrail fmt, as it is run; and the mistakes that the manual shows. */
#include "support/command.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "support/history.h"
#include "support/judging.h"
#include "support/overlay.h"

#define N "\u00a0"
#define A "repository/plans/p/a.md"

/* A plan with two updates in the working tree of `repository`, all of them tidy. */
static void make_plan(struct sandbox *sandbox)
{
	history_new(sandbox, "repository");
	sandbox_write(sandbox, "repository/plans/p/plan.md", history_plan("a b"));
	sandbox_write(sandbox, A, history_update("a", "2023-07", "green"));
	sandbox_write(sandbox, "repository/plans/p/2023-07/b.md",
	              history_update("b", "2023-07", "amber"));
}

static const char *untidy(struct sandbox *sandbox)
{
	return replaced(sandbox, history_update("a", "2023-07", "green"), "rag: green",
	                "rag:" N "Amber / Green  ");
}

static const char *tidy(struct sandbox *sandbox)
{
	return replaced(sandbox, history_update("a", "2023-07", "green"), "rag: green",
	                "rag: green-amber");
}

static void what_is_tidy_is_not_written(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	struct stat before, after;
	assert_int_equal(stat(sandbox_path(sandbox, A), &before), 0);
	assert_outcome(RAGTRAIL(sandbox, "repository", "fmt"), 0, "", "");
	assert_outcome(RAGTRAIL(sandbox, "repository", "fmt", "--check"), 0, "", "");
	assert_int_equal(stat(sandbox_path(sandbox, A), &after), 0);
	assert_true(before.st_ino == after.st_ino);
}

static void what_is_not_is_mended_once(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	sandbox_write(sandbox, A, untidy(sandbox));
	assert_int_equal(chmod(sandbox_path(sandbox, A), 0664), 0);
	assert_outcome(RAGTRAIL(sandbox, "repository", "fmt", "--check"), 1,
	               "plans/p/a.md: would be changed\n", "");
	assert_text(sandbox_read(sandbox, A), untidy(sandbox));
	assert_outcome(RAGTRAIL(sandbox, "repository", "fmt"), 0, "plans/p/a.md: changed\n", "");
	assert_text(sandbox_read(sandbox, A), tidy(sandbox));
	struct stat status;
	assert_int_equal(stat(sandbox_path(sandbox, A), &status), 0);
	assert_int_equal(status.st_mode & 07777, 0664);
	assert_outcome(RAGTRAIL(sandbox, "repository", "fmt"), 0, "", "");
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "-q"), 0, "", "");
	/* Nothing of the writing is left. */
	assert_text(GIT(sandbox, "repository", "status", "--porcelain", "-uall", "plans/p/2023-07",
	                "plans/p"),
	            "?? plans/p/2023-07/b.md\n?? plans/p/a.md\n?? plans/p/plan.md\n");
}

/* The plan's own spelling counts, even where the plan is mended in the same run. */
static void a_rating_is_spelled_as_its_plan_spells_it(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	sandbox_write(sandbox, "repository/plans/p/plan.md",
	              replaced(sandbox, history_plan("a b"), "cadence: monthly\n",
	                       "cadence:" N "monthly\nscale:\n  levels:\n"
	                       "    - {id: good, label: Green, short: G, meaning: Good}\n"
	                       "    - {id: bad, label: Red, short: R, meaning: Bad}\n"));
	assert_outcome(RAGTRAIL(sandbox, "repository", "fmt"), 0,
	               "plans/p/a.md: changed\nplans/p/plan.md: changed\n", "");
	assert_non_null(strstr(sandbox_read(sandbox, A), "\nrag: good\n"));
	assert_outcome(RAGTRAIL(sandbox, "repository", "fmt"), 0, "", "");
	/* Without a plan nobody knows the scale. */
	sandbox_write(sandbox, "repository/plans/p/plan.md", "No plan\n");
	sandbox_write(sandbox, A, history_update("a", "2023-07", "GREEN"));
	assert_outcome(RAGTRAIL(sandbox, "repository", "fmt", "plans/p/a.md"), 0, "", "");
}

static void a_path_narrows_what_is_mended(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	sandbox_write(sandbox, A, untidy(sandbox));
	assert_outcome(RAGTRAIL(sandbox, "repository", "fmt", "plans/p/2023-07"), 0, "", "");
	assert_outcome(RAGTRAIL(sandbox, "repository/plans/p/2023-07", "fmt", "../a.md"), 0,
	               "plans/p/a.md: changed\n", "");
	assert_outcome(RAGTRAIL(sandbox, "repository", "fmt", ".."), 2, "",
	               "ragtrail: .. is outside this repository\n");
	assert_outcome(RAGTRAIL(sandbox, "repository", "fmt", "nowhere.md"), 2, "",
	               "ragtrail: nowhere.md: No such file or directory\n");
}

static void what_cannot_be_mended_is_left_alone_and_said(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	const char *broken = replaced(sandbox, untidy(sandbox), "support: Programme office",
	                              "support: Office: north");
	sandbox_write(sandbox, A, broken);
	sandbox_write(sandbox, "elsewhere.md", untidy(sandbox));
	assert_int_equal(symlink("../../../elsewhere.md",
	                         sandbox_path(sandbox, "repository/plans/p/link.md")),
	                 0);
	static const char expected[] =
		"plans/p/a.md: left alone: line 7: a colon inside a value that is not in quotes; "
		"write `support: \"Office: north\"`\n"
		"plans/p/link.md: left alone: it is not a plain file\n";
	assert_outcome(RAGTRAIL(sandbox, "repository", "fmt"), 1, expected, "");
	assert_outcome(RAGTRAIL(sandbox, "repository", "fmt", "--check"), 1, expected, "");
	assert_text(sandbox_read(sandbox, A), broken);
	assert_text(sandbox_read(sandbox, "elsewhere.md"), untidy(sandbox));
}

static void a_file_that_cannot_be_written_is_an_error(void **state)
{
	struct sandbox *sandbox = *state;
	make_plan(sandbox);
	char words[2000] = "";
	memset(words, 'x', sizeof(words) - 1);
	const char *large = replaced(sandbox, untidy(sandbox), "The steps planned", words);
	sandbox_write(sandbox, A, large);
	struct outcome outcome =
		command_script(sandbox, "repository", "(ulimit -f 1; ragtrail fmt) 2>&1 | cat");
	assert_non_null(strstr(outcome.output, "ragtrail: cannot write "));
	assert_text(sandbox_read(sandbox, A), large);
	assert_text(GIT(sandbox, "repository", "ls-files", "-o", "plans/p/a*"), "plans/p/a.md\n");
}

/* A version that would not pass today is on record all the same, as it was read before. */
static void what_is_refused_today_stays_on_record(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	const char *update = replaced(sandbox, history_update("a", "2023-07", "amber"),
	                              "sponsor: Workstream sponsor", "sponsor: Team #1");
	update = replaced(sandbox, update, "support: Programme office", "support: “Office”");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")},
	        {2, "Ann", "plans/p/a.md", update});
	history_checkout(history);
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "show", "a");
	assert_int_equal(outcome.status, 0);
	assert_non_null(strstr(outcome.output, "Amber"));
	assert_non_null(strstr(outcome.output, "Team\n"));
	assert_int_equal(RAGTRAIL(sandbox, "repository", "check", "-q").status, 1);
}

/* The next block of `.Bd -literal` behind AT, as it is shown; moves AT behind it. */
static const char *next_block(struct sandbox *sandbox, const char **at)
{
	static const struct {
		const char *written;
		char shown;
	} escapes[] = {{"\\(ga", '`'}, {"\\-", '-'}, {"\\\n", 0}};
	const char *start = strstr(*at, "\n.Bd -literal"), *end;
	if (start == NULL || (end = strstr(start, "\n.Ed\n")) == NULL)
		return NULL;
	struct buf text = BUF_INIT;
	start = strchr(start + 1, '\n') + 1;
	*at = end + 1;
	while (start <= end) {
		size_t i = 0, taken = 1;
		while (i < COUNT_OF(escapes) &&
		       strncmp(start, escapes[i].written, strlen(escapes[i].written)) != 0)
			i++;
		if (i < COUNT_OF(escapes))
			taken = strlen(escapes[i].written);
		char shown = i < COUNT_OF(escapes) ? escapes[i].shown : *start;
		if (shown != 0)
			buf_byte(&text, shown);
		start += taken;
	}
	const char *copy = arena_text(&sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	return copy;
}

/*
 * The update with the LINES in the place of its own: those from the one with the name of
 * the first line to the one that is the last.
 */
static const char *typed(struct sandbox *sandbox, const char *update, const char *lines)
{
	size_t name = strcspn(lines, ":"), length = strlen(lines);
	const char *last = lines + length - 1;
	while (last > lines && last[-1] != '\n')
		last--;
	const char *start =
		strstr(update, arena_printf(&sandbox->arena, "\n%.*s:", (int)name, lines));
	assert_non_null(start);
	const char *end = last == lines ? start + 1 : strstr(start, last);
	assert_non_null(end);
	end = strchr(end, '\n') + 1;
	return arena_printf(&sandbox->arena, "%.*s\n%s%s", (int)(start - update), update, lines,
	                    end);
}

static void the_mistakes_in_the_manual_are_told_so(void **state)
{
	struct sandbox *sandbox = *state;
	const char *manual = sandbox_read_source(sandbox, "cmd/ragtrail.1");
	const char *at = strstr(manual, "\n.Sh WHAT AN OFFICER SEES");
	assert_non_null(at);
	const char *part =
		arena_text(&sandbox->arena, at, (size_t)(strstr(at + 1, "\n.Sh ") - at) + 1);
	const char *lines, *said;
	size_t count = 0;
	history_new(sandbox, "repository");
	sandbox_write(sandbox, "repository/plans/better/plan.md", history_plan("procurement"));
	for (at = part; (lines = next_block(sandbox, &at)) != NULL; count++) {
		said = next_block(sandbox, &at);
		assert_non_null(said);
		sandbox_write(
			sandbox, "repository/plans/better/procurement.md",
			typed(sandbox, history_update("procurement", "2023-07", "green"), lines));
		assert_outcome(RAGTRAIL(sandbox, "repository", "check", "-q"), 1, said, "");
	}
	assert_int_equal(count, 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(what_is_tidy_is_not_written),
		sandbox_test(what_is_not_is_mended_once),
		sandbox_test(a_rating_is_spelled_as_its_plan_spells_it),
		sandbox_test(a_path_narrows_what_is_mended),
		sandbox_test(what_cannot_be_mended_is_left_alone_and_said),
		sandbox_test(a_file_that_cannot_be_written_is_an_error),
		sandbox_test(what_is_refused_today_stays_on_record),
		sandbox_test(the_mistakes_in_the_manual_are_told_so),
	};
	return cmocka_run_group_tests_name("fmt", tests, NULL, NULL) != 0;
}
