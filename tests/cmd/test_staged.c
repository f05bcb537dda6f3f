/* ragtrail check --staged, as the hooks of git itself run it. */
#include "support/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "support/history.h"
#include "support/judging.h"

/*
 * Two workstreams on record, which has been read; every commit is judged before it is made.
 * Beside the repository lie texts of the first one's update: good, better and bad.
 */
static struct history *make_repository(struct sandbox *sandbox)
{
	static const char hook[] = "#!/bin/sh\nexec $RAGTRAIL check --staged\n";
	static const char *const hooks[] = {"pre-commit", "pre-merge-commit"};
	struct history *history = history_of_two(sandbox);
	sandbox_write(sandbox, "good", history_update("a", "2023-08", "amber"));
	sandbox_write(sandbox, "better", history_update("a", "2023-08", "green"));
	sandbox_write(sandbox, "bad", history_update("a", "2023-08", "geen"));
	sandbox_write(sandbox, "bad-b", history_update("b", "2023-08", "geen"));
	assert_outcome(RAGTRAIL(sandbox, "repository", "check", "-q"), 0, "", "");
	GIT(sandbox, "repository", "config", "user.name", "Ann");
	GIT(sandbox, "repository", "config", "user.email", "ann@example.org");
	for (size_t i = 0; i < sizeof(hooks) / sizeof(*hooks); i++) {
		const char *path =
			arena_printf(&sandbox->arena, "repository/.git/hooks/%s", hooks[i]);
		sandbox_write(sandbox, path, hook);
		assert_int_equal(chmod(sandbox_path(sandbox, path), 0755), 0);
	}
	return history;
}

#define A "plans/p/a.md"
#define B "plans/p/2023-07/b.md"
#define RATING                                                                                     \
	":4:6: error: `geen` is not a rating of this plan; did you mean `green`? write green, "    \
	"green-amber, amber, amber-red or red [rating-unknown]\n"
#define REFUSED A RATING "1 document: 1 error\n"
#define MADE "1 document: no errors\n"
#define PUT_BACK "or, if that is meant, say why in the message of the commit [record-withdrawn]\n"
#define TAKEN(path, what)                                                                          \
	path ":1:1: warning: " what                                                                \
	     ": the report is on record (commit X), and this takes it off; "                       \
	     "put the document back as it was " PUT_BACK
#define ALL_TAKEN                                                                                  \
	"plans/p/plan.md:1:1: warning: the plan is taken away, and 2 reports with it that are on " \
	"record; put it back " PUT_BACK
#define HIDE_COMMIT "sed 's/(commit [0-9a-f]*)/(commit X)/' err >&2"
#define UNCOMPARED "not compared with what is on record; `ragtrail check` does that\n"

/* A way to come to a commit. The script runs in the repository, in a shell that stops. */
struct way {
	const char *name, *script;
	int status;
	const char *says;
};

static void compare_way(struct sandbox *sandbox, const struct way *way, const char *folder)
{
	const char *script = arena_printf(&sandbox->arena, "set -e\n%s\n", way->script);
	struct outcome outcome = command_script(sandbox, folder, script);
	if (outcome.status != way->status || strcmp(outcome.errors, way->says) != 0)
		fail_msg("%s: exit %d, and not %d\n%s%s\ninstead of:\n%s", way->name,
		         outcome.status, way->status, outcome.output, outcome.errors, way->says);
}

/* Each in a repository of its own. */
static void compare_ways(struct sandbox *sandbox, const struct way *ways, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		make_repository(sandbox);
		compare_way(sandbox, &ways[i], "repository");
		command_script(sandbox, ".", "rm -rf repository second");
	}
}

#define COMPARE_WAYS(sandbox, ways) compare_ways(sandbox, ways, sizeof(ways) / sizeof((ways)[0]))

static void what_is_staged_is_judged_and_not_the_working_tree(void **state)
{
	static const struct way ways[] = {
		{"bad is staged, good is in the file",
	         "cp ../bad " A "; git add .; cp ../good " A "; git commit -qm x", 1, REFUSED},
		{"good is staged, bad is in the file",
	         "cp ../good " A "; git add .; cp ../bad " A "; git commit -qm x", 0, MADE},
		{"from a folder below", "cp ../bad " A "; git add .; cd plans/p; git commit -qm x",
	         1, REFUSED},
		{"from a folder below, well",
	         "cp ../good " A "; git add .; cp ../bad " A "; cd plans/p; git commit -qm x", 0,
	         MADE},
		{"a new file", "cp ../bad-b plans/p/new.md; git add .; git commit -qm x", 1,
	         "plans/p/new.md" RATING "1 document: 1 error\n"},
		{"git add -p, the good hunk",
	         "sed -e 's/^rag: green/rag: geen/' -e 's/^The steps/All the steps/' " A
	         " > t; mv t " A "; printf 'n\\ny\\n' | git add -p > /dev/null; git commit -qm x",
	         0, MADE},
		{"git add -p, the bad hunk",
	         "sed -e 's/^rag: green/rag: geen/' -e 's/^The steps/All the steps/' " A
	         " > t; mv t " A "; printf 'y\\nn\\n' | git add -p > /dev/null; git commit -qm x",
	         1, REFUSED},
	};
	COMPARE_WAYS(*state, ways);
}

static void git_commit_a_is_judged_by_its_own_index(void **state)
{
	static const struct way ways[] = {
		{"-a takes the bad one", "cp ../bad " A "; git commit -qam x", 1, REFUSED},
		{"-a takes the good one instead of what was staged",
	         "cp ../bad " A "; git add .; cp ../good " A "; git commit -qam x", 0, MADE},
		{"-a from below", "cp ../bad " A "; cd plans/p; git commit -qam x", 1, REFUSED},
	};
	COMPARE_WAYS(*state, ways);
}

static void git_commit_of_a_file_is_judged_by_its_own_index(void **state)
{
	static const struct way ways[] = {
		{"what is staged otherwise is not in this commit",
	         "cp ../bad-b " B "; git add .; cp ../good " A "; git commit -qm x " A, 0, MADE},
		{"the file is", "cp ../bad " A "; git commit -qm x " A, 1, REFUSED},
		{"from below, with a name from there",
	         "cp ../bad-b " B "; git add .; cp ../bad " A "; cd plans; git commit -qm x p/a.md",
	         1, REFUSED},
		{"-i takes both",
	         "cp ../bad-b " B "; git add .; cp ../good " A "; git commit -qm x -i " A, 1,
	         B RATING "2 documents: 1 error\n"},
	};
	COMPARE_WAYS(*state, ways);
}

static void what_git_would_not_commit_is_not_judged(void **state)
{
	static const struct way ways[] = {
		{"git add -N",
	         "cp ../bad-b plans/p/new.md; git add -N plans/p/new.md; cp ../good " A
	         "; git add " A "; git commit -qm x",
	         0, MADE},
		{"git add -N alone, by hand",
	         "cp ../bad-b plans/p/new.md; git add -N plans/p/new.md; $RAGTRAIL check --staged",
	         0, ""},
		{"untracked and ignored",
	         "cp ../bad plans/p/x.md; cp ../bad plans/p/y.md; echo y.md > .gitignore; cp "
	         "../good " A "; git add " A " .gitignore; git commit -qm x",
	         0, MADE},
		{"no document is staged", "echo Hello > README.md; git commit -qam x", 0, ""},
		{"only what is no document",
	         "echo Hello > plans/p/notes.txt; git add .; git commit "
	         "-qm x",
	         0, ""},
		{"the mode alone", "chmod +x " A "; git commit -qam x", 0, ""},
		{"nothing at all", "git commit -q --allow-empty -m x", 0, ""},
	};
	COMPARE_WAYS(*state, ways);
}

static void a_merge_that_is_not_settled_is_a_finding(void **state)
{
	struct sandbox *sandbox = *state;
	static const char script[] =
		"git switch -qc other; cp ../good " A "; git commit -qam x 2> /dev/null\n"
		"git switch -q main; cp ../better " A "; git commit -qam x 2> /dev/null\n"
		"git merge -q other > /dev/null && exit 9\n"
		"$RAGTRAIL check --staged";
	make_repository(sandbox);
	assert_outcome(command_script(sandbox, "repository", script), 1,
	               A ":1:1: error: a merge left several versions of this file; make one text "
	                 "of them, then: git add [file-type]\n",
	               "0 documents: 1 error\n");
}

static void a_linked_working_tree_has_an_index_of_its_own(void **state)
{
	static const struct way ways[] = {
		{"bad here",
	         "git worktree add -q ../second 2> /dev/null; cd ../second; cp ../bad " A
	         "; git add .; git commit -qm x",
	         1, REFUSED},
		{"bad in the other one",
	         "git worktree add -q ../second 2> /dev/null; cp ../bad " A
	         "; git add .; cd ../second; cp ../good " A "; git commit -qam x",
	         0, MADE},
		{"bad here, -a",
	         "git worktree add -q ../second 2> /dev/null; cd ../second/plans; cp "
	         "../../bad p/a.md; git commit -qam x",
	         1, REFUSED},
	};
	COMPARE_WAYS(*state, ways);
}

static void line_ends_are_those_of_the_index(void **state)
{
	static const struct way ways[] = {
		{"autocrlf",
	         "git config core.autocrlf true; sed 's/$/\\r/' ../good > " A
	         "; git commit -qam x 2>&1 | grep -v CRLF >&2; git cat-file -p HEAD:" A
	         " | cmp - ../good",
	         0, MADE},
		{"autocrlf, bad",
	         "git config core.autocrlf true; sed 's/$/\\r/' ../bad > " A
	         "; git -c core.safecrlf=false commit -qam x",
	         1, REFUSED},
		{"line ends of another system on record",
	         "git config core.autocrlf false; sed 's/$/\\r/' ../good > " A
	         "; git commit -qam x",
	         0, MADE},
	};
	COMPARE_WAYS(*state, ways);
}

#define TWICE                                                                                      \
	A ":3:9: error: b for July 2023 is already reported in " B                                 \
	  "; keep one of the two documents [period-claimed-twice]\n"

static void what_a_sparse_checkout_leaves_out_is_in_the_commit(void **state)
{
	static const struct way ways[] = {
		{"one file is checked out",
	         "git sparse-checkout set --no-cone /" A "; test ! -e " B "; cp ../good " A
	         "; git commit -qam x",
	         0, MADE},
		{"what is not checked out is claimed again",
	         "git sparse-checkout set --no-cone /" A "; sed -e 's/^workstream: a/workstream: "
	         "b/' -e s/2023-08/2023-07/ ../good > " A
	         "; git commit -qam x 2> err && exit 9; " HIDE_COMMIT,
	         0, TAKEN(A, "A, July 2023") TWICE "1 document: 1 error, 1 warning\n"},
		{"and staged though it is not checked out",
	         "git sparse-checkout set --no-cone /" A
	         "; git update-index --cacheinfo 100644,$(git hash-object -w ../bad-b)," B
	         "; git commit -qm x",
	         1, B RATING "1 document: 1 error\n"},
		{"a sparse index",
	         "git sparse-checkout set --cone --sparse-index plans/p/none; test ! -e " B
	         "; git ls-files --sparse --stage | grep -q '^040000.*plans/p/2023-07/'; cp ../good " A
	         "; git commit -qam x",
	         0, MADE},
		{"a sparse index that is claimed again",
	         "git sparse-checkout set --cone --sparse-index plans/p/none; sed -e "
	         "'s/^workstream: a/workstream: b/' -e s/2023-08/2023-07/ ../good > " A
	         "; git commit -qam x 2> err && exit 9; " HIDE_COMMIT,
	         0, TAKEN(A, "A, July 2023") TWICE "1 document: 1 error, 1 warning\n"},
	};
	COMPARE_WAYS(*state, ways);
}

#define DAMAGED                                                                                     \
	"ragtrail: git's index (.git/index) is damaged; delete that file, and git makes it again: " \
	"git reset (your own files stay as they are)\n"

static void an_index_of_any_form_is_read_or_refused_in_words(void **state)
{
	static const struct way ways[] = {
		{"version 4",
	         "git update-index --index-version 4; cp ../bad " A "; git commit -qam x", 1,
	         REFUSED},
		{"version 4, well",
	         "git update-index --index-version 4; cp ../good " A "; git commit -qam x", 0,
	         MADE},
		{"untracked cache and flags",
	         "git update-index --untracked-cache --assume-unchanged README.md; git update-index "
	         "--skip-worktree " B "; cp ../bad " A "; git commit -qam x",
	         1, REFUSED},
		{"without a hash at its end",
	         "cp ../bad " A "; git add .; head -c -20 .git/index > t; head -c 20 /dev/zero >> "
	         "t; mv t .git/index; $RAGTRAIL check --staged >&2",
	         1, REFUSED},
		{"split in two",
	         "git update-index --split-index; cp ../good " A "; git add .; git commit -qm x", 1,
	         "ragtrail: git's index is split in two files, which ragtrail cannot read; make it "
	         "one: git update-index --no-split-index\n"},
		{"empty", ": > .git/index; GIT_INDEX_FILE=.git/index $RAGTRAIL check --staged", 2,
	         DAMAGED},
		{"cut short",
	         "head -c 100 .git/index > t; mv t .git/index; GIT_INDEX_FILE=.git/index $RAGTRAIL "
	         "check --staged",
	         2, DAMAGED},
		{"none: everything is deleted", "rm .git/index; $RAGTRAIL check --staged >&2", 0,
	         ALL_TAKEN "0 documents: no errors, 1 warning\n"},
	};
	COMPARE_WAYS(*state, ways);
}

static void merges_are_judged_by_what_they_bring(void **state)
{
	static const struct way ways[] = {
		{"a merge that brings a bad update",
	         "git switch -qc other; cp ../bad " A
	         "; git commit -qam x --no-verify; git switch -q "
	         "main; echo Hello > README.md; git commit -qam x; git merge -q other",
	         1, REFUSED "Not committing merge; use 'git commit' to complete the merge.\n"},
		{"a merge that brings a good one",
	         "git switch -qc other; cp ../good " A "; git commit -qnam x; git switch -q main; "
	         "echo Hello > README.md; git commit -qam x; git merge -q other",
	         0, MADE},
		{"a conflict that is settled badly",
	         "git switch -qc other; cp ../good " A "; git commit -qnam x; git switch -q main; "
	         "cp ../better " A
	         "; git commit -qnam x; git merge -q other > /dev/null || true; cp "
	         "../bad " A "; git add .; git commit -qm x",
	         1, REFUSED},
		{"a conflict that is settled well",
	         "git switch -qc other; cp ../good " A "; git commit -qnam x; git switch -q main; "
	         "cp ../better " A
	         "; git commit -qnam x; git merge -q other > /dev/null || true; cp "
	         "../good " A
	         "; git add .; git commit -qm x 2> err; sed 's/commit [0-9a-f]*/commit "
	         "X/' err >&2",
	         0,
	         A ":4:6: warning: August 2023 is on record as Green (commit X), and here it is "
	           "Amber; say why in `correction: {reason: ...}`, or put the rating back "
	           "[record-rerated]\n1 document: no errors, 1 warning\n"},
		{"markers are left in it",
	         "git switch -qc other; cp ../good " A "; git commit -qnam x; git switch -q main; "
	         "cp ../better " A "; git commit -qnam x; git merge -q other > /dev/null || true; "
	         "git commit -qam x 2> err && exit 9; grep -q ' error: ' err",
	         0, ""},
		{"in the middle of a rebase",
	         "cp ../good " A "; git commit -qnam x; GIT_SEQUENCE_EDITOR='sed -i "
	         "s/^pick/edit/' git rebase -q -i HEAD~1 2> /dev/null; cp ../bad " A
	         "; git commit -qa --amend -m x",
	         1, REFUSED},
		{"in the middle of a rebase, well",
	         "cp ../bad " A "; git commit -qnam x; GIT_SEQUENCE_EDITOR='sed -i "
	         "s/^pick/edit/' git rebase -q -i HEAD~1 2> /dev/null; cp ../good " A
	         "; git commit -qa --amend -m x",
	         0, MADE},
		{"without a branch", "git switch -q --detach; cp ../bad " A "; git commit -qam x",
	         1, REFUSED},
	};
	COMPARE_WAYS(*state, ways);
}

#define STOOD "finding stood before this change; `ragtrail check` lists them\n"

static void what_stood_before_is_counted_and_not_blamed(void **state)
{
	static const struct way ways[] = {
		{"the text of a bad one is changed",
	         "cp ../bad " A "; git commit -qnam x; sed -i 's/^The steps/All the steps/' " A
	         "; git commit -qam x",
	         0, "1 document: no errors\n1 " STOOD},
		{"lines are put before it",
	         "cp ../bad " A "; git commit -qnam x; sed -i '2i# A remark' " A
	         "; git commit -qam x",
	         0, "1 document: no errors\n1 " STOOD},
		{"it is renamed",
	         "cp ../bad " A "; git commit -qnam x; git mv " A " plans/p/c.md; git commit -qm x",
	         0, "1 document: no errors\n1 " STOOD},
		{"the plan is renamed",
	         "cp ../bad " A "; git commit -qnam x; git mv plans/p plans/q; git commit -qm x", 0,
	         ALL_TAKEN "3 documents: no errors, 1 warning\n1 " STOOD},
		{"it is renamed and changed",
	         "cp ../bad " A "; git commit -qnam x; git mv " A
	         " plans/p/c.md; sed -i 's/^The steps/All the steps/' plans/p/c.md; git commit "
	         "-qam x",
	         1, "plans/p/c.md" RATING "1 document: 1 error\n"},
		{"something new is wrong with it",
	         "cp ../bad " A "; git commit -qnam x; sed -i /^sponsor:/d " A
	         "; git commit -qam x",
	         1,
	         A ":1:1: error: this update has no `sponsor`; add it (who answers for the "
	           "workstream) [required-field]\n1 document: 1 error\n1 " STOOD},
		{"another one is bad",
	         "cp ../bad-b " B "; git commit -qnam x; cp ../good " A "; git commit -qam x", 0,
	         MADE},
		{"it is copied: that is new",
	         "cp ../bad " A "; git commit -qnam x; sed s/2023-08/2023-09/ ../bad > "
	         "plans/p/c.md; git add .; git commit -qm x",
	         1, "plans/p/c.md" RATING "1 document: 1 error\n"},
		{"a bad one is mended",
	         "cp ../bad " A "; git commit -qnam x; cp ../good " A "; git commit -qam x", 0,
	         MADE},
	};
	COMPARE_WAYS(*state, ways);
}

static void a_change_is_judged_beside_what_it_leaves_alone(void **state)
{
	static const struct way ways[] = {
		{"the other document comes later by name",
	         "sed -e 's/^workstream: a/workstream: b/' -e s/2023-08/2023-07/ ../good > "
	         "plans/p/1.md; git add .; git commit -qm x",
	         1,
	         B ":3:9: error: b for July 2023 is already reported in plans/p/1.md; keep one of "
	           "the two documents [period-claimed-twice]\n1 document: 1 error\n"},
		{"the plan drops a workstream that is reported on",
	         "sed -i '/id: b,/d' plans/p/plan.md; git commit -qam x", 1,
	         B ":2:13: error: the plan has no workstream `b`; use an id from `workstreams` in "
	           "plan.md, or add it there [workstream-unknown]\n3 documents: 1 error\n"},
		{"plan.md is deleted", "git rm -q plans/p/plan.md; git commit -qm x", 1,
	         B ":1:1: error: the folder plans/p has no plan.md, so ragtrail does not know the "
	           "plan's workstreams; add one with `kind: plan` [plan-missing]\n2 documents: 1 "
	           "error\n"},
		{"an update is deleted", "git rm -q " A "; git commit -qm x 2> err; " HIDE_COMMIT,
	         0, TAKEN(A, "A, July 2023") "0 documents: no errors, 1 warning\n"},
		{"all are", "git rm -rq plans; git commit -qm x", 0,
	         ALL_TAKEN "0 documents: no errors, 1 warning\n"},
		{"an update is deleted, and nothing is known of the record",
	         "rm -r .git/ragtrail; git rm -q " A "; git commit -qm x", 0, UNCOMPARED},
	};
	COMPARE_WAYS(*state, ways);
}

static void a_change_is_compared_with_what_is_known_of_the_record(void **state)
{
	static const struct way ways[] = {
		{"a month that is on record is reported again",
	         "sed 's|2023-08|2023-07/2023-08|' ../good > " A
	         "; git commit -qam x 2> err && exit 9; sed 's/commit [0-9a-f]*/commit X/' err >&2",
	         0,
	         A ":3:9: error: July to August 2023 overlaps July 2023, which is on record since "
	           "commit X; a month belongs to one period only [record-overlap]\n1 document: 1 "
	           "error\n"},
		{"one that has landed since",
	         "cp ../good " A
	         "; git commit -qnam x; sed 's|2023-08|2023-08/2023-09|' ../good > " A
	         "; git commit -qam x 2> err && exit 9; sed 's/commit [0-9a-f]*/commit X/' err >&2",
	         0,
	         A ":3:9: error: August to September 2023 overlaps August 2023, which is on record "
	           "since commit X; a month belongs to one period only [record-overlap]\n1 "
	           "document: 1 error\n"},
		{"a rating on record is typed again",
	         "sed 's|rag: green|rag: amber|' " A " > a; mv a " A
	         "; git commit -qam x 2> err; sed 's/commit [0-9a-f]*/commit X/' err >&2",
	         0,
	         A ":4:6: warning: July 2023 is on record as Green (commit X), and here it is "
	           "Amber; say why in `correction: {reason: ...}`, or put the rating back "
	           "[record-rerated]\n1 document: no errors, 1 warning\n"},
		{"nothing is known of the record",
	         "rm -r .git/ragtrail; sed 's|2023-08|2023-07/2023-08|' ../good > " A
	         "; git commit -qam x",
	         0, MADE UNCOMPARED},
		{"nothing is known, and nothing is judged",
	         "rm -r .git/ragtrail; echo Hello > README.md; git commit -qam x", 0, ""},
		{"the history is cut off",
	         "git clone -q --depth 1 file://$PWD ../second; cd ../second; cp ../good " A
	         "; git add .; $RAGTRAIL check --staged",
	         0, MADE UNCOMPARED},
	};
	COMPARE_WAYS(*state, ways);
}

static void what_is_no_plain_file_is_a_finding(void **state)
{
	static const struct way ways[] = {
		{"a link", "ln -sf ../../README.md " A "; git add .; git commit -qm x", 1,
	         A ":1:1: error: a symbolic link stands where a document should be; put the text "
	           "itself in the file [file-type]\n0 documents: 1 error\n"},
		{"a repository",
	         "git update-index --add --cacheinfo 160000,$(git rev-parse HEAD),plans/p/c.md; git "
	         "commit -qm x",
	         1,
	         "plans/p/c.md:1:1: error: another repository stands where a document should be; "
	         "put a plain file there [file-type]\n0 documents: 1 error\n"},
		{"a pointer",
	         "printf 'version https://git-lfs.github.com/spec/v1\\noid sha256:%064d\\nsize "
	         "1\\n' 0 > " A "; git commit -qam x 2> err && exit 9; grep -q '^" A
	         ":1:1: error: ' err",
	         0, ""},
	};
	COMPARE_WAYS(*state, ways);
}

#define PLACE(path) path ":1:1: error: "
#define LINKED                                                                                     \
	"a symbolic link stands where a folder of documents should be; put the folder itself there"
#define NESTED                                                                                     \
	"another repository stands where a folder of documents should be, so that they are not "   \
	"on record here; put the files themselves there"

/* Or all of its documents would be gone, and nobody told. */
static void a_folder_is_committed_as_a_folder(void **state)
{
	static const struct way ways[] = {
		{"a link in the place of plans/",
	         "git mv plans real; ln -s real plans; git add .; git commit -qm x", 1,
	         PLACE("plans") LINKED " [file-type]\n" ALL_TAKEN
	                               "0 documents: 1 error, 1 warning\n"},
		{"a repository there",
	         "git rm -rq --cached plans; git update-index --add --cacheinfo 160000,$(git "
	         "rev-parse HEAD),plans; git commit -qm x",
	         1,
	         PLACE("plans") NESTED " [file-type]\n" ALL_TAKEN
	                               "0 documents: 1 error, 1 warning\n"},
		{"a file there", "git rm -rq plans; echo x > plans; git add .; git commit -qm x", 1,
	         PLACE("plans") "a file stands where the folder of all plans should be; give it "
	                        "another name [file-type]\n" ALL_TAKEN
	                        "0 documents: 1 error, 1 warning\n"},
		{"a document there",
	         "cp " A
	         " ../moved; git rm -rq plans; cp ../moved plans; git add .; git commit -qm x",
	         1,
	         PLACE("plans") "a file stands where the folder of all plans should be; give it "
	                        "another name [file-type]\n" ALL_TAKEN
	                        "0 documents: 1 error, 1 warning\n"},
		{"a link in the place of a plan",
	         "git mv plans/p real; ln -s ../real plans/p; git add .; git commit -qm x", 1,
	         PLACE("plans/p") LINKED " [file-type]\n" ALL_TAKEN
	                                 "0 documents: 1 error, 1 warning\n"},
		{"one more repository",
	         "git update-index --add --cacheinfo 160000,$(git rev-parse HEAD),plans/p/more; "
	         "git commit -qm x",
	         1, PLACE("plans/p/more") NESTED " [file-type]\n0 documents: 1 error\n"},
		{"one that stood before is mended",
	         "git mv plans real; ln -s real plans; git add .; git commit -qnm x; rm plans; git "
	         "mv real plans; git add .; git commit -qm y 2>err; sed -n '/file-type/p' err >&2",
	         0, ""},
		{"one that stood before stands",
	         "ln -s p plans/other; git add .; git commit -qnm x; cp ../good " A
	         "; git commit -qam y",
	         0, MADE},
		{"the working tree has one, and it is not staged",
	         "cp ../good " A "; git add .; mv plans real; ln -s real plans; git commit -qm x",
	         0, MADE},
	};
	COMPARE_WAYS(*state, ways);
}

static void the_first_commit_is_judged_whole(void **state)
{
	struct sandbox *sandbox = *state;
	static const struct way ways[] = {
		{"bad", "cp ../bad " A "; git add .; git commit -qm x", 1,
	         A RATING "4 documents: 1 error\n"},
		{"good", "cp ../good " A "; git add .; git commit -qm x", 0,
	         "3 documents: no errors\n"},
		{"then", "cp ../bad " A "; git add .; git commit -qm x", 1, REFUSED UNCOMPARED},
	};
	make_repository(sandbox);
	GIT(sandbox, "repository", "update-ref", "-d", "refs/heads/main");
	sandbox_write(sandbox, "repository/plans/p/c.md", history_update("b", "2023-09", "green"));
	GIT(sandbox, "repository", "add", ".");
	compare_way(sandbox, &ways[0], "repository");
	GIT(sandbox, "repository", "rm", "-qf", "plans/p/c.md");
	compare_way(sandbox, &ways[1], "repository");
	compare_way(sandbox, &ways[2], "repository");
}

static void paths_narrow_what_is_staged(void **state)
{
	static const struct way ways[] = {
		{"one of two",
	         "cp ../bad " A "; cp ../bad-b " B "; git add .; $RAGTRAIL check --staged " B
	         " >&2",
	         1, B RATING "1 document: 1 error\n"},
		{"one that is not in the working tree any more",
	         "cp ../bad " A "; git add .; rm " A "; cd plans/p; $RAGTRAIL check --staged a.md "
	         ">&2",
	         1, REFUSED},
		{"one that is not below plans/",
	         "cp ../bad " A "; git add .; $RAGTRAIL check --staged README.md", 2,
	         "ragtrail: README.md is not below plans/, where the documents are\n"},
		{"quietly", "cp ../bad " A "; git add .; $RAGTRAIL check --staged -q", 1, ""},
		{"as of another commit", "$RAGTRAIL check --staged --at HEAD", 2,
	         "ragtrail: `--staged` is about the next commit, so `--at` and `--on` have no "
	         "meaning with it; see: ragtrail check --help\n"},
		{"as of another day", "$RAGTRAIL check --staged --on 2023-09-01", 2,
	         "ragtrail: `--staged` is about the next commit, so `--at` and `--on` have no "
	         "meaning with it; see: ragtrail check --help\n"},
		{"of another commit", "$RAGTRAIL check --staged HEAD", 2,
	         "ragtrail: `HEAD` is a revision, and `--staged` is not about one; leave one of the "
	         "two out\n"},
	};
	COMPARE_WAYS(*state, ways);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(what_is_staged_is_judged_and_not_the_working_tree),
		sandbox_test(git_commit_a_is_judged_by_its_own_index),
		sandbox_test(git_commit_of_a_file_is_judged_by_its_own_index),
		sandbox_test(what_git_would_not_commit_is_not_judged),
		sandbox_test(a_merge_that_is_not_settled_is_a_finding),
		sandbox_test(a_linked_working_tree_has_an_index_of_its_own),
		sandbox_test(line_ends_are_those_of_the_index),
		sandbox_test(what_a_sparse_checkout_leaves_out_is_in_the_commit),
		sandbox_test(an_index_of_any_form_is_read_or_refused_in_words),
		sandbox_test(merges_are_judged_by_what_they_bring),
		sandbox_test(what_stood_before_is_counted_and_not_blamed),
		sandbox_test(a_change_is_judged_beside_what_it_leaves_alone),
		sandbox_test(a_change_is_compared_with_what_is_known_of_the_record),
		sandbox_test(what_is_no_plain_file_is_a_finding),
		sandbox_test(a_folder_is_committed_as_a_folder),
		sandbox_test(the_first_commit_is_judged_whole),
		sandbox_test(paths_narrow_what_is_staged),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("ragtrail check --staged", tests, NULL, NULL) != 0;
}
