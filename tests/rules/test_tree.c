/* Rules about how the files of a plan fit together. */
#include "support/judging.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/history.h"

struct sheet {
	const char *path; /* below plans/ */
	const char *text;
};

/* What is found in a fresh repository with these files; the first row of no path ends them. */
static const char *judge_papers(struct sandbox *sandbox, const struct sheet *papers)
{
	static int number;
	const char *folder = arena_printf(&sandbox->arena, "repository-%d", number++);
	history_new(sandbox, folder);
	for (; papers->path != NULL; papers++)
		sandbox_write(sandbox,
		              arena_printf(&sandbox->arena, "%s/plans/%s", folder, papers->path),
		              papers->text);
	return judged_worktree(sandbox, folder);
}

#define JUDGE(sandbox, ...) judge_papers(sandbox, (const struct sheet[]){__VA_ARGS__, {NULL, NULL}})

static void a_folder_without_a_plan_is_told_so(void **state)
{
	assert_text(
		JUDGE(*state, {"p/a.md", history_update("a", "2023-07", "green")},
	              {"p/b.md", history_update("a", "2023-08", "green")}),
		"plans/p/a.md:1:1: error: the folder plans/p has no plan.md, so ragtrail does not "
		"know the plan's workstreams; add one with `kind: plan` [plan-missing]\n");
	assert_text(
		JUDGE(*state, {"p/plan.md", history_update("a", "2023-07", "green")}),
		"plans/p/plan.md:1:1: error: plan.md must say `kind: plan`; this one is read as "
		"an update [plan-missing]\n");
	assert_text(JUDGE(*state, {"p/plan.md", history_overview("2023-07", "green")}),
	            "plans/p/plan.md:1:1: error: plan.md must say `kind: plan`; this one is an "
	            "overview [plan-missing]\n");
	/* A plan that cannot be read is there: what is wrong with it is said of it alone. */
	assert_text(JUDGE(*state, {"p/plan.md", "kind: plan\n"},
	                  {"p/a.md", history_update("a", "2023-07", "green")}),
	            "plans/p/plan.md:1:1: error: no front matter: the first line must be `---`, "
	            "followed by the fields (workstream, period, rag, ...) and a second line `---` "
	            "[front-matter-missing]\n");
}

static void a_plan_stands_at_the_top_of_its_folder(void **state)
{
	static const char *const moved =
		":2:7: error: a plan is the file plan.md of its own folder; move this one to "
		"plans/<its name>/plan.md [plan-misplaced]\n";
	struct sandbox *sandbox = *state;
	assert_text(JUDGE(sandbox, {"p/plan.md", history_plan("a")},
	                  {"p/sub/plan.md", history_plan("a")}, {"p/old.md", history_plan("a")}),
	            arena_printf(&sandbox->arena, "plans/p/old.md%splans/p/sub/plan.md%s", moved,
	                         moved));
	assert_text(
		JUDGE(sandbox, {"p/plan.md", history_plan("a")}, {"q/plan.md", history_plan("a")}),
		"");
}

static void an_update_is_of_a_workstream_that_the_plan_lists(void **state)
{
	assert_text(
		JUDGE(*state, {"p/plan.md", history_plan("procurement culture")},
	              {"p/a.md", history_update("procurment", "2023-07", "green")},
	              {"q/plan.md", history_plan("procurment")}),
		"plans/p/a.md:2:13: error: the plan has no workstream `procurment`; did you mean "
		"`procurement`? [workstream-unknown]\n");
}

static void two_documents_may_not_claim_one_period(void **state)
{
	assert_text(
		JUDGE(*state, {"p/plan.md", history_plan("a b")},
	              {"p/a.md", history_update("a", "2023-07", "green")},
	              {"p/a/2023-07.md", history_update("a", "2023-07", "green")},
	              {"p/o.md", history_overview("2023-07", "green")},
	              {"p/overview.md", history_overview("2023-07", "red")}),
		"plans/p/a/2023-07.md:3:9: error: a for July 2023 is already reported in "
		"plans/p/a.md; keep one of the two documents [period-claimed-twice]\n"
		"plans/p/overview.md:3:9: error: the overview for July 2023 is already reported "
		"in plans/p/o.md; keep one of the two documents [period-claimed-twice]\n");
	/* The same period of another workstream, of another plan, or another period. */
	assert_text(JUDGE(*state, {"p/plan.md", history_plan("a b")},
	                  {"p/a.md", history_update("a", "2023-07", "green")},
	                  {"p/b.md", history_update("b", "2023-07", "green")},
	                  {"p/overview.md", history_overview("2023-07", "green")},
	                  {"p/2023-08/a.md", history_update("a", "2023-08", "green")},
	                  {"q/plan.md", history_plan("a")},
	                  {"q/a.md", history_update("a", "2023-07", "green")}),
	            "");
}

static void periods_of_a_workstream_may_not_overlap(void **state)
{
	assert_text(JUDGE(*state, {"p/plan.md", history_plan("a b")},
	                  {"p/a.md", history_update("a", "2023-07/2023-08", "green")},
	                  {"p/old.md", history_update("a", "2023-08/2023-09", "green")},
	                  {"p/b.md", history_update("b", "2023-08", "green")},
	                  {"p/next.md", history_update("a", "2023-10", "green")}),
	            "plans/p/old.md:3:9: error: August to September 2023 overlaps July to August "
	            "2023, which plans/p/a.md reports; a month belongs to one period only "
	            "[period-overlap]\n");
}

static void a_document_is_a_plain_file(void **state)
{
	static const char *const link_there =
		":1:1: error: a symbolic link stands where a document should be; put the text itself "
		"in the file [file-type]\n";
	struct sandbox *sandbox = *state;
	const char *folder = sandbox_path(sandbox, "repository/plans/p");
	history_new(sandbox, "repository");
	sandbox_write(sandbox, "repository/plans/p/plan.md", history_plan("a"));
	sandbox_write(sandbox, "repository/real.md", history_update("a", "2023-07", "green"));
	assert_int_equal(
		symlink("../../real.md", arena_printf(&sandbox->arena, "%s/link.md", folder)), 0);
	assert_int_equal(symlink("/dev/zero", arena_printf(&sandbox->arena, "%s/zero.md", folder)),
	                 0);
	assert_int_equal(mkfifo(arena_printf(&sandbox->arena, "%s/pipe.md", folder), 0600), 0);
	/* A folder with such a name is a folder, and what is no .md is no document. */
	sandbox_write(sandbox, "repository/plans/p/folder.md/notes.txt", "Notes\n");
	assert_text(judged_worktree(sandbox, "repository"),
	            arena_printf(&sandbox->arena,
	                         "plans/p/link.md%splans/p/pipe.md:1:1: error: something that is "
	                         "not a plain file stands where a document should be [file-type]\n"
	                         "plans/p/zero.md%s",
	                         link_there, link_there));
}

static void a_document_has_an_ordinary_path(void **state)
{
	static const char *const unsafe =
		":1:1: error: the path has a part or a character that is not safe everywhere; rename "
		"the file with letters, digits, hyphens and dots [file-type]\n";
	struct sandbox *sandbox = *state;
	const char *text = history_update("a", "2023-07", "green");
	assert_text(JUDGE(sandbox, {"p/plan.md", history_plan("a")}, {"p/x\x1b[31m.md", text},
	                  {"p/y\ny.md", text}, {"p/z\\z.md", text}, {"p/\xff.md", text},
	                  {"p/\xe2\x80\xae.md", text}),
	            arena_printf(&sandbox->arena,
	                         "plans/p/x\xef\xbf\xbd[31m.md%splans/p/y y.md%splans/p/z\\z.md%s"
	                         "plans/p/\xef\xbf\xbd.md%splans/p/\xef\xbf\xbd.md%s",
	                         unsafe, unsafe, unsafe, unsafe, unsafe));
}

/* Of what must be renamed anyway nothing more is said. */
static void a_path_can_be_written_everywhere(void **state)
{
	static const struct {
		const char *path, *reason;
	} rows[] = {
		{"NUL.md", "`NUL.md` is the name of a device on Windows"},
		{"com1/A report.md", "`com1` is the name of a device on Windows"},
		{"git~1/a.md", "on Windows `git~1` is another name of git's own folder"},
		{"sub./a.md", "a name that ends with a dot or a blank loses it on Windows"},
		{"sub /a.md", "a name that ends with a dot or a blank loses it on Windows"},
		{"a:b.md", "Windows allows no `:` in a name"},
		{"what?.md", "Windows allows no `?` in a name"},
		{"cafe\xcc\x81.md",
	         "a letter and its accent are two characters here, and one on other "
	         "computers"},
	};
	struct sandbox *sandbox = *state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_text(
			JUDGE(sandbox, {"p/plan.md", history_plan("a")},
		              {arena_printf(&sandbox->arena, "p/%s", rows[i].path),
		               history_update("a", "2023-07", "green")}),
			arena_printf(&sandbox->arena,
		                     "plans/p/%s:1:1: error: %s; rename the file, or the folder "
		                     "that it lies in [path-reserved]\n",
		                     rows[i].path, rows[i].reason));
	assert_text(JUDGE(sandbox, {"p/plan.md", history_plan("a")},
	                  {"p/null.md", history_update("a", "2023-07", "green")},
	                  {"p/.git~1/com10.md", history_update("a", "2023-08", "green")}),
	            "plans/p/.git~1/com10.md:1:1: warning: the path has capitals, blanks or signs "
	            "that are easily mistyped; rename it to plans/p/.git-1/com10.md "
	            "[path-untidy]\n");
}

#define DIFFERS                                                                                    \
	" differs from this path in its capitals only, and many computers can keep only one of "   \
	"the two; rename one of them [path-collision]\n"

static void two_paths_differ_by_more_than_capitals(void **state)
{
	assert_text(JUDGE(*state, {"p/plan.md", history_plan("a b")},
	                  {"P/plan.md", history_plan("a b")},
	                  {"p/A.md", history_update("a", "2023-07", "green")},
	                  {"p/a.md", history_update("a", "2023-08", "green")},
	                  {"p/\xc3\x89.md", history_update("b", "2023-07", "green")},
	                  {"p/\xc3\xa9.md", history_update("b", "2023-08", "green")}),
	            "plans/p/a.md:1:1: error: plans/p/A.md" DIFFERS
	            "plans/p/plan.md:1:1: error: plans/P/plan.md" DIFFERS
	            "plans/p/\xc3\xa9.md:1:1: error: plans/p/\xc3\x89.md" DIFFERS);
	/* Other folders, other letters. */
	assert_text(JUDGE(*state, {"p/plan.md", history_plan("a")},
	                  {"p/a/a.md", history_update("a", "2023-07", "green")},
	                  {"p/b/a.md", history_update("a", "2023-08", "green")},
	                  {"q/plan.md", history_plan("a")}),
	            "");
}

static void an_untidy_path_is_told_a_better_one(void **state)
{
	assert_text(
		JUDGE(*state, {"p/plan.md", history_plan("a")},
	              {"p/Sub Folder/A  report (final).md",
	               history_update("a", "2023-07", "green")},
	              {"p/caf\xc3\xa9.md", history_update("a", "2023-08", "green")},
	              {"p/tidy_file-2.0.md", history_update("a", "2023-09", "green")}),
		"plans/p/Sub Folder/A  report (final).md:1:1: warning: the path has capitals, "
		"blanks or signs that are easily mistyped; rename it to "
		"plans/p/sub-folder/a-report-final.md [path-untidy]\n"
		"plans/p/caf\xc3\xa9.md:1:1: warning: the path has letters that are not easily typed "
		"everywhere; use small letters from a to z, digits, hyphens and dots "
		"[path-untidy]\n");
	/* A plan that does not mind, says so. */
	assert_text(JUDGE(*state,
	                  {"p/plan.md", history_plan_with("a", "severity: {path-untidy: off}\n")},
	                  {"p/A.md", history_update("a", "2023-07", "green")}),
	            "");
}

static void a_commit_may_hold_other_repositories(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")});
	history_add_as(
		history, 0160000,
		(struct row){2, "Ann", "plans/p/a.md", "1111111111111111111111111111111111111111"});
	assert_text(
		judged_head(sandbox, "repository"),
		"plans/p/a.md:1:1: error: another repository stands where a document should be; "
		"put a plain file there [file-type]\n");
}

#define LINKED                                                                                     \
	":1:1: error: a symbolic link stands where a folder of documents should be; put the "      \
	"folder itself there [file-type]\n"
#define NESTED                                                                                     \
	":1:1: error: another repository stands where a folder of documents should be, so "        \
	"that they are not on record here; put the files themselves there [file-type]\n"

/* Documents behind such a folder would be missing, and nobody told. */
static void a_folder_is_a_folder(void **state)
{
	static const char elsewhere[] = "1111111111111111111111111111111111111111";
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")});
	history_add_as(history, 0160000, (struct row){2, "Ann", "plans/nested", elsewhere});
	history_add_as(history, 0160000, (struct row){3, "Ann", "plans/p/sub", elsewhere});
	history_add_as(history, 0120000, (struct row){4, "Ann", "plans/linked", "p"});
	history_add_as(history, 0120000, (struct row){5, "Ann", "plans/p/latest", "sub"});
	/* A picture may be a link. */
	history_add_as(history, 0120000, (struct row){6, "Ann", "plans/p/map.png", "../map.png"});
	history_checkout(history);
	assert_text(judged_head(sandbox, "repository"),
	            "plans/linked" LINKED "plans/nested" NESTED "plans/p/latest" LINKED
	            "plans/p/sub" NESTED);
	assert_text(judged_worktree(sandbox, "repository"), judged_head(sandbox, "repository"));
}

/* Nor is anything else plans/ itself. */
static void what_stands_in_the_place_of_all_plans_is_told(void **state)
{
	static const char elsewhere[] = "1111111111111111111111111111111111111111";
	static const struct {
		unsigned mode;
		const char *text, *says;
	} rows[] = {
		{0120000, "real", "plans" LINKED},
		{0160000, elsewhere, "plans" NESTED},
		{0100755, "x",
	         "plans:1:1: error: a file stands where the folder of all plans should be; give it "
	         "another name [file-type]\n"},
	};
	struct sandbox *sandbox = *state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		const char *folder = arena_printf(&sandbox->arena, "repository-%zu", i);
		struct history *history = history_new(sandbox, folder);
		HISTORY(history, {1, "Ann", "real/p/plan.md", history_plan("a")});
		history_add_as(history, rows[i].mode,
		               (struct row){2, "Ann", "plans", rows[i].text});
		history_checkout(history);
		assert_text(judged_head(sandbox, folder), rows[i].says);
		assert_text(judged_worktree(sandbox, folder), rows[i].says);
	}
}

/* The working tree and the commit of it are judged alike. */
static void a_commit_is_judged_as_its_working_tree(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a b")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "geen")},
	        {3, "Ann", "plans/p/b.md", history_update("c", "2023-07", "G/A")},
	        {4, "Ann", "plans/q/b.md", "no front matter"});
	history_checkout(history);
	const char *judged = judged_worktree(sandbox, "repository");
	assert_text(judged_head(sandbox, "repository"), judged);
	assert_string_not_equal(judged, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_folder_without_a_plan_is_told_so),
		sandbox_test(a_plan_stands_at_the_top_of_its_folder),
		sandbox_test(an_update_is_of_a_workstream_that_the_plan_lists),
		sandbox_test(two_documents_may_not_claim_one_period),
		sandbox_test(periods_of_a_workstream_may_not_overlap),
		sandbox_test(a_document_is_a_plain_file),
		sandbox_test(a_document_has_an_ordinary_path),
		sandbox_test(a_path_can_be_written_everywhere),
		sandbox_test(two_paths_differ_by_more_than_capitals),
		sandbox_test(an_untidy_path_is_told_a_better_one),
		sandbox_test(a_commit_may_hold_other_repositories),
		sandbox_test(a_folder_is_a_folder),
		sandbox_test(what_stands_in_the_place_of_all_plans_is_told),
		sandbox_test(a_commit_is_judged_as_its_working_tree),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("rules of the tree", tests, NULL, NULL) != 0;
}
