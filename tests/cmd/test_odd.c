/* Repositories as they come: every shape that git makes, and what is left of damaged ones. */
#include "support/odd.h"

#include <stdio.h>
#include <string.h>

#define SAME .output = odd_same

static void check_all(struct sandbox *sandbox, const struct odd *rows, size_t count)
{
	odd_make_good(sandbox);
	for (size_t i = 0; i < count; i++)
		odd_check(sandbox, &rows[i]);
}

static void what_git_makes_is_read(void **state)
{
	static const struct odd rows[] = {
		{"as it is", ":", SAME},
		{"packed", "git repack -adq && git pack-refs --all && git commit-graph write",
	         SAME},
		{"a multi-pack index", "git repack -adq && git multi-pack-index write", SAME},
		{"a detached HEAD", "git checkout -q --detach", SAME},
		{"from below", "cd plans/p", SAME},
		{"from inside .git", "cd .git/refs", SAME},
		{"bare", "cd .. && rm -rf b && git clone -q --bare good b && cd b", SAME},
		{"bare, from below", "cd .. && rm -rf b && git clone -q --bare good b && cd b/refs",
	         SAME},
		{"check in a bare one", "cd .. && rm -rf b && git clone -q --bare good b && cd b",
	         "check", 2, NULL, "no working tree", NULL},
		{"a linked working tree",
	         "rm -rf ../linked && git worktree add -q ../linked && cd ../linked/plans", SAME},
		{"check in a linked working tree",
	         "rm -rf ../linked && git worktree add -q ../linked && cd ../linked/plans", "check",
	         0, NULL, "2 documents: no errors", NULL},
		{"a separate git folder",
	         "rm -rf ../apart && git init -q --separate-git-dir=../apart", SAME},
		{"inside a submodule",
	         "rm -rf ../super && git init -q ../super && cd ../super && git -c "
	         "protocol.file.allow=always submodule --quiet add ../good sub && cd sub/plans",
	         SAME},
		{"beside a submodule",
	         "git -c protocol.file.allow=always submodule --quiet add ../good lib && commit",
	         NULL, 0, "Improvement", NULL, NULL},
		{"a submodule below plans/",
	         "git -c protocol.file.allow=always submodule --quiet add ../good plans/p/lib && "
	         "commit",
	         NULL, 0, "Improvement", NULL, NULL},
		{"alternates", "cd .. && rm -rf b && git clone -q -s good b && cd b", SAME},
		{"replaced commits", "git replace HEAD HEAD~2", SAME},
		{"a replaced file", "git replace HEAD:plans/p/a.md HEAD~2:plans/p/a.md", SAME},
		{"grafts", "git rev-parse HEAD > .git/info/grafts", SAME},
		{"extensions.worktreeConfig",
	         "git config core.repositoryformatversion 1 && git config "
	         "extensions.worktreeConfig true",
	         SAME},
		{"extensions.preciousObjects",
	         "git config core.repositoryformatversion 1 && git config "
	         "extensions.preciousObjects true",
	         SAME},
		{"extensions.partialClone",
	         "git config core.repositoryformatversion 1 && git config "
	         "extensions.partialClone origin",
	         SAME},
		{"a force-moved tag", "git tag -f board HEAD", "trend --at board", 0,
	         "as of commit 6420ca6", NULL, NULL},
		{"a sparse checkout", "git sparse-checkout set none", SAME},
		{"GIT_DIR", "export GIT_DIR=$PWD/.git; cd /", SAME},
		{"GIT_DIR and GIT_WORK_TREE", "export GIT_DIR=$PWD/.git GIT_WORK_TREE=$PWD; cd /",
	         "check", 0, NULL, "2 documents: no errors", NULL},
		{"GIT_WORK_TREE alone", "export GIT_WORK_TREE=.", "check", 0, NULL,
	         "2 documents: no errors", NULL},
		{"another GIT_WORK_TREE", "mkdir -p ../empty; export GIT_WORK_TREE=../empty",
	         "check", 0, "the plan is taken away", "0 documents", NULL},
		{"GIT_COMMON_DIR", "export GIT_COMMON_DIR=.git", SAME},
		{"another GIT_COMMON_DIR", "export GIT_COMMON_DIR=../good/.git", NULL, 2, NULL,
	         "GIT_COMMON_DIR", NULL},
		{"GIT_DIR of nothing", "export GIT_DIR=$PWD/plans", NULL, 2, NULL,
	         "plans`, which is not a git repository", NULL},
	};
	check_all(*state, rows, COUNT_OF(rows));
}

static void every_shape_of_history_is_read(void **state)
{
	static const struct odd rows[] = {
		{"a merge",
	         "git switch -q -c side HEAD~1 && echo >> plans/p/a.md && commit && git switch -q "
	         "main && git merge -q -X theirs --no-edit side",
	         NULL, 0, "Improvement", NULL, NULL},
		{"an octopus",
	         "for i in 1 2 3 4 5; do git switch -q -c s$i main && echo $i > f$i && commit; "
	         "done; git switch -q main && git merge -q --no-edit s1 s2 s3 s4 s5",
	         NULL, 0, "Improvement", NULL, NULL},
		{"a criss-cross",
	         "git switch -q -c side && echo > s && commit && git switch -q main && echo > m && "
	         "commit && a=$(git rev-parse main) && git merge -q --no-edit side && git switch -q "
	         "side && git merge -q --no-edit $a && git switch -q main && git merge -q "
	         "--no-edit side",
	         NULL, 0, "Improvement", NULL, NULL},
		{"unrelated histories",
	         "git checkout -q --orphan other && git rm -q -r -f plans && echo > f && commit && "
	         "git switch -q main && git merge -q --no-edit --allow-unrelated-histories other",
	         NULL, 0, "Improvement", NULL, NULL},
		{"unrelated histories, the other way round",
	         "git checkout -q --orphan other && git rm -q -r -f plans && echo > f && commit && "
	         "git merge -q --no-edit --allow-unrelated-histories main",
	         NULL, 0, "Improvement", NULL, NULL},
		{"a revert", "git revert --no-edit HEAD", NULL, 0, "Improvement", NULL, NULL},
		{"an empty commit", "git commit -q --allow-empty -m none", NULL, 0, "Improvement",
	         NULL, NULL},
		{"the same parent twice",
	         "move \"$(printf 'tree %s\\nparent %s\\nparent %s\\nauthor A <a@b> 1700000000 "
	         "+0000\\ncommitter A <a@b> 1700000000 +0000\\n\\nm\\n' $(git rev-parse HEAD^{tree} "
	         "HEAD HEAD) | write_raw commit)\"",
	         NULL, 0, "Improvement", NULL, NULL},
		{"the year 33658",
	         "GIT_COMMITTER_DATE='@999999999999 +0000' git commit -q --allow-empty -m late",
	         NULL, 0, "Improvement", NULL, NULL},
	};
	check_all(*state, rows, COUNT_OF(rows));
}

/* Every command that reads the record takes the same care. */
static void every_reader_takes_the_same_care(void **state)
{
	static const char *const readers[] = {"trend",       "log",     "show a",
	                                      "diff HEAD~1", "export",  "render -o ../site",
	                                      "due",         "report p"};
	static const struct {
		const char *name, *script, *says;
	} odds[] = {
		{"shallow",
	         "cd .. && rm -rf b && git clone -q --depth 2 file://$PWD/good b && cd b",
	         "git fetch --unshallow"},
		{"nothing committed", "rm -rf .git && git init -q",
	         "nothing has been committed yet"},
		{"a lost version", "lose HEAD~1:plans/p/a.md", "cannot be read"},
		{"a lost commit", "lose HEAD~1", "cannot be read"},
		{"a version cut short", "shorten HEAD~1:plans/p/a.md 100", "git fsck"},
	};
	struct sandbox *sandbox = *state;
	odd_make_good(sandbox);
	for (size_t i = 0; i < COUNT_OF(odds); i++)
		for (size_t j = 0; j < COUNT_OF(readers); j++) {
			/* A read without end takes its two seconds: two commands show it. */
			if (strcmp(odds[i].name, "a version cut short") == 0 && j != 1 && j != 4)
				continue;
			const struct odd row = {
				.name = arena_printf(&sandbox->arena, "%s, %s", odds[i].name,
			                             readers[j]),
				.script = odds[i].script,
				.arguments = readers[j],
				.status = 2,
				.errors = odds[i].says,
			};
			odd_check(sandbox, &row);
		}
}

static void what_is_cut_off_or_unknown_is_refused(void **state)
{
	static const struct odd rows[] = {
		{"nothing committed", "rm -rf .git && git init -q", NULL, 2, NULL,
	         "nothing has been committed yet", NULL},
		{"nothing committed, checked", "rm -rf .git && git init -q", "check", 0, NULL,
	         "2 documents: no errors", NULL},
		{"no repository", "rm -rf .git", NULL, 2, NULL, "not in a git repository", NULL},
		{"shallow",
	         "cd .. && rm -rf b && git clone -q --depth 2 file://$PWD/good b && cd b", NULL, 2,
	         NULL, "git fetch --unshallow", NULL},
		{"shallow, rendered",
	         "cd .. && rm -rf b && git clone -q --depth 2 file://$PWD/good b && cd b",
	         "render -o ../site", 2, NULL, "git fetch --unshallow", NULL},
		{"shallow, checked",
	         "cd .. && rm -rf b && git clone -q --depth 2 file://$PWD/good b && cd b", "check",
	         0, NULL, "2 documents: no errors", NULL},
		{"a partial clone",
	         "git config uploadpack.allowFilter true && cd .. && rm -rf b && git clone -q "
	         "--filter=blob:none file://$PWD/r b && cd b",
	         NULL, 2, NULL, "git fetch --refetch", NULL},
		{"a partial clone, checked",
	         "git config uploadpack.allowFilter true && cd .. && rm -rf b && git clone -q "
	         "--filter=blob:none file://$PWD/r b && cd b",
	         "check", 0, NULL, "2 documents: no errors", NULL},
		{"SHA-256", "rm -rf .git && git init -q --object-format=sha256 && commit", NULL, 2,
	         NULL, "SHA-256", NULL},
		{"a reftable",
	         "git config core.repositoryformatversion 1 && git config extensions.refStorage "
	         "reftable",
	         NULL, 2, NULL, "reftable", NULL},
		{"an extension that nobody knows",
	         "git config core.repositoryformatversion 1 && git config extensions.wonder 1",
	         NULL, 2, NULL, "extensions.wonder", NULL},
		{"format 2", "git config core.repositoryformatversion 2", NULL, 2, NULL,
	         "version 2", NULL},
	};
	check_all(*state, rows, COUNT_OF(rows));
}

static void lost_references_are_no_empty_record(void **state)
{
	static const struct odd rows[] = {
		{"HEAD to no branch", "git symbolic-ref HEAD refs/heads/trunk", NULL, 2, NULL,
	         "names a branch that does not exist", NULL},
		{"HEAD empty", ": > .git/HEAD", NULL, 2, NULL, "HEAD", NULL},
		{"HEAD garbage", "echo garbage > .git/HEAD", NULL, 2, NULL, "HEAD", NULL},
		{"HEAD missing", "rm .git/HEAD", NULL, 2, NULL, "not in a git repository", NULL},
		{"the branch empty", ": > .git/refs/heads/main", NULL, 2, NULL, "HEAD", NULL},
		{"the branch garbage", "echo garbage > .git/refs/heads/main", NULL, 2, NULL, "HEAD",
	         NULL},
		{"the branch cut short", "printf 0123456789 > .git/refs/heads/main", NULL, 2, NULL,
	         "HEAD", NULL},
		{"the branch gone, with others", "rm .git/refs/heads/main", NULL, 2, NULL,
	         "names a branch that does not exist", NULL},
		{"all branches gone", "rm -r .git/refs/heads .git/refs/tags; mkdir .git/refs/heads",
	         NULL, 2, NULL, "though it has had commits", NULL},
		{"all branches of a bare one gone",
	         "cd .. && rm -rf b && git clone -q --bare good b && cd b && : > packed-refs", NULL,
	         2, NULL, "though it has had commits", NULL},
		{"packed references empty", "git pack-refs --all && : > .git/packed-refs", NULL, 2,
	         NULL, "though it has had commits", NULL},
		{"the branch to an object that is missing",
	         "echo 0123456789012345678901234567890123456789 > .git/refs/heads/main", NULL, 2,
	         NULL, "object 0123456789012345678901234567890123456789", NULL},
	};
	check_all(*state, rows, COUNT_OF(rows));
}

static void what_is_missing_or_damaged_is_named(void **state)
{
	static const char update[] = "HEAD:plans/p/a.md";
	static const struct odd rows[] = {
		{"HEAD's commit missing", "lose HEAD", NULL, 2, NULL, "cannot be read", NULL},
		{"an earlier commit missing", "lose HEAD~2", NULL, 2, NULL, "", "HEAD~2"},
		{"HEAD's tree missing", "lose HEAD^{tree}", NULL, 2, NULL, "", "HEAD^{tree}"},
		{"an earlier tree missing", "lose HEAD~1^{tree}", NULL, 2, NULL, "",
	         "HEAD~1^{tree}"},
		{"plans/ missing", "lose HEAD:plans", NULL, 2, NULL, "", "HEAD:plans"},
		{"a plan's folder missing", "lose HEAD~1:plans/p", NULL, 2, NULL, "",
	         "HEAD~1:plans/p"},
		{"an update missing", "lose HEAD:plans/p/a.md", NULL, 2, NULL, "git fsck", update},
		{"a commit damaged", "spoil HEAD~1", NULL, 2, NULL, "", "HEAD~1"},
		{"a tree damaged", "spoil HEAD~1^{tree}", NULL, 2, NULL, "", NULL},
		{"an update damaged", "spoil HEAD:plans/p/a.md", NULL, 2, NULL, "", update},
		{"an update damaged, rendered", "spoil HEAD:plans/p/a.md", "render -o ../site", 2,
	         NULL, "", update},
		{"HEAD's commit empty", "shorten HEAD 0", NULL, 2, NULL, "cannot be read", NULL},
		{"an update empty", "shorten HEAD:plans/p/a.md 0", NULL, 2, NULL, "", update},
		{"an update cut short", "shorten HEAD:plans/p/a.md 150", NULL, 2, NULL,
	         "came to no end", update},
		{"a commit cut short", "shorten HEAD~1 100", NULL, 2, NULL, "came to no end",
	         "HEAD~1"},
		{"HEAD's commit cut short", "shorten HEAD 100", NULL, 2, NULL, "came to no end",
	         "HEAD"},
		{"alternates gone",
	         "cd .. && rm -rf b && git clone -q -s good b && echo /nowhere > "
	         "b/.git/objects/info/alternates && cd b",
	         NULL, 2, NULL, "cannot be", NULL},
		{"a settings file that cannot be read", "echo [core > .git/config", NULL, 2, NULL,
	         "cannot be opened", NULL},
	};
	check_all(*state, rows, COUNT_OF(rows));
}

/* What an honest tool never writes, and somebody may. */
static void what_was_made_to_hurt_is_refused(void **state)
{
#define RAW_COMMIT(author)                                                                         \
	"move \"$(printf 'tree %s\\nparent %s\\n" author "\\n\\nm\\n' $(git rev-parse "            \
	"HEAD^{tree} HEAD) | write_raw commit)\""
	static const struct odd rows[] = {
		{"a commit of 3 MB",
	         "move $({ git cat-file commit HEAD; head -c 3000000 /dev/zero | tr '\\0' x; } | "
	         "write_raw commit)",
	         NULL, 2, NULL, "larger than any that is read", NULL},
		{"a tree of 20 MB",
	         "t=$(head -c 20000000 /dev/zero | write_raw tree) && move \"$(printf 'tree "
	         "%s\\nauthor A <a@b> 1 +0000\\ncommitter A <a@b> 1 +0000\\n\\nm\\n' $t | write_raw "
	         "commit)\"",
	         NULL, 2, NULL, "larger than any that is read", NULL},
		{"a tree bomb",
	         "t=$(git rev-parse HEAD:plans/p/a.md) && k=blob m=100644 && for i in 1 2 3 4 5 6 "
	         "7; do t=$(for n in 0 1 2 3 4 5 6 7 8 9; do printf '%s %s %s\\td%s.md\\n' $m $k $t "
	         "$n; done | git mktree); k=tree m=040000; done && t=$(printf '040000 tree "
	         "%s\\tp\\n' $t | git mktree) && t=$(printf '040000 tree %s\\tplans\\n' $t | git "
	         "mktree) && move $(git commit-tree -p HEAD -m bomb $t)",
	         NULL, 2, NULL, "more than 200000 files", NULL},
		{"a file of 100 MB for an update", "truncate -s 100000000 plans/p/a.md && commit",
	         NULL, 0, "Improvement", NULL, NULL},
		{"a file of 100 MB, checked", "truncate -s 100000000 plans/p/a.md", "check", 1,
	         "plans/p/a.md", "", NULL},
		{"no author", RAW_COMMIT("committer A <a@b> 1 +0000"), NULL, 2, NULL,
	         "cannot be read", NULL},
		{"no committer", RAW_COMMIT("author A <a@b> 1 +0000"), NULL, 2, NULL,
	         "cannot be read", NULL},
		{"a time that is none",
	         RAW_COMMIT("author A <a@b> now +0000\\ncommitter A <a@b> now +0000"), NULL, 2,
	         NULL, "cannot be read", NULL},
		{"a time beyond all numbers",
	         RAW_COMMIT("author A <a@b> 99999999999999999999 +0000\\ncommitter A <a@b> "
	                    "99999999999999999999 +0000"),
	         NULL, 2, NULL, "cannot be read", NULL},
		{"a tree for a commit", "move $(git rev-parse HEAD^{tree})", NULL, 2, NULL,
	         "commit", NULL},
		{"a file for a commit", "move $(git rev-parse HEAD:plans/p/a.md)", NULL, 2, NULL,
	         "commit", NULL},
		{"a file for a tree",
	         "move \"$(printf 'tree %s\\nauthor A <a@b> 1 +0000\\ncommitter A <a@b> 1 "
	         "+0000\\n\\nm\\n' $(git rev-parse HEAD:plans/p/a.md) | write_raw commit)\"",
	         NULL, 2, NULL, "", NULL},
	};
#undef RAW_COMMIT
	check_all(*state, rows, COUNT_OF(rows));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(what_git_makes_is_read),
		sandbox_test(every_shape_of_history_is_read),
		sandbox_test(every_reader_takes_the_same_care),
		sandbox_test(what_is_cut_off_or_unknown_is_refused),
		sandbox_test(lost_references_are_no_empty_record),
		sandbox_test(what_is_missing_or_damaged_is_named),
		sandbox_test(what_was_made_to_hurt_is_refused),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("odd repositories", tests, NULL, NULL) != 0;
}
