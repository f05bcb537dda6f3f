/* The hook pre-receive: what a push may not do, and what it may, with real git. */
#include "support/pushing.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define PUSH "git push -q origin main\n"

/* Trees as git itself does not write them; `land TREE` commits one and pushes it. */
#define ODD_TREES                                                                                  \
	"raw() { git hash-object -w -t tree --literally --stdin; }\n"                              \
	"land() { git push -q origin $(as Bob git commit-tree -m x -p main $1):main; }\n"          \
	"folder() { printf '040000 tree %s\\t%s\\n' $2 $1; }\n"                                    \
	"file() { printf '100644 blob %s\\t%s\\n' $2 $1; }\n"                                      \
	"update a 2023-07 red >../red; red=$(git hash-object -w ../red)\n"                         \
	"plan=$(git rev-parse main:$P); plans=$(git rev-parse main:plans)\n"                       \
	"other=$({ file a.md $red; file plan.md $plan; } | git mktree)\n"                          \
	"other=$(folder better $other | git mktree)\n"

#define ODD_TREE "is damaged: git would not have written it like that"

/* A push, and what is said of it: of one that is refused one of the lines. */
struct push {
	const char *name, *script;
	const char *says; /* NULL: it is taken in */
};

static const struct push refused[] = {
	{"a field is missing", "update a 2023-08 green | sed /sponsor/d >$A; change Ann\n" PUSH,
         "error: plans/better/a.md:1:1: this update has no `sponsor`"},
	{"what is still to be filled in",
         "update b 2023-07 green '' 'Training will be at TBC.' >$B; change Bob\n" PUSH,
         "error: plans/better/b.md:16:21: `TBC` stands where something is still to be filled in"},
	{"a link in the place of plans/",
         "git mv plans real; ln -s real plans; change Office\n" PUSH,
         "error: plans:1:1: a symbolic link stands where a folder of documents should be"},
	{"another repository in the place of plans/",
         "git rm -rq --cached plans\n"
         "git update-index --add --cacheinfo 160000,$(git rev-parse HEAD),plans\n"
         "as Office git commit -qm x\n" PUSH,
         "error: plans:1:1: another repository stands where a folder of documents should be"},
	{"a file in the place of plans/", "git rm -rq plans; echo x >plans; change Office\n" PUSH,
         "error: plans:1:1: a file stands where the folder of all plans should be"},
	{"an unknown rating", "update b 2023-07 excellent >$B; change Bob\n" PUSH,
         "error: plans/better/b.md:4:6: `excellent` is not a rating"},
	{"hooks passed over locally", "update b 2023-07 '' >$B; change Bob\n" PUSH,
         "[required-field]"},
	{"back to an earlier commit", "git reset -q --hard HEAD~1\ngit push -q -f origin main\n",
         "error: main: this push would take away what is on record there"},
	{"another commit in its place",
         "update a 2023-07 amber >$A; git add -A; as Ann git commit -q --amend -m x\n"
         "git push -q -f origin main\n",
         "error: main: this push would take away what is on record there"},
	{"another history",
         "git checkout -q --orphan other; change Ann\n"
         "git push -q -f origin other:main\n",
         "error: main: this push would take away"},
	{"the branch deleted", "git push -q origin :main\n",
         "error: main: this branch holds the record, and may not be deleted"},
	{"by an alias of the branch",
         "on_server git symbolic-ref refs/heads/alias refs/heads/main\n"
         "update b 2023-07 excellent >$B; change Bob\ngit push -q origin main:alias\n",
         "error: plans/better/b.md:4:6: `excellent` is not a rating"},
	{"on a side branch first",
         "update b 2023-07 excellent >$B; change Bob\n"
         "git push -q origin main:side; git push -q origin side:main 2>/dev/null || :\n"
         "git fetch -q origin; git push -q origin origin/side:main\n",
         "error: plans/better/b.md:4:6: `excellent` is not a rating"},
	{"along with a good branch",
         "git push -q origin main:good 2>/dev/null; git checkout -q -b better\n"
         "update b 2023-07 green >$B; change Bob; git checkout -q main\n"
         "update b 2023-07 excellent >$B; change Bob\ngit push -q origin main better\n",
         "[rating-unknown]"},
	{"on a new branch that is protected",
         "on_server git config ragtrail.protect main\n"
         "on_server git config --add ragtrail.protect 'release/*'\n"
         "update b 2023-07 excellent >$B; change Bob\ngit push -q origin main:release/1\n",
         "[rating-unknown]"},
	{"on a new protected branch with a history of its own",
         "on_server git config ragtrail.protect '*'\n"
         "git checkout -q --orphan other; change Office; update a 2023-07 red >$A; change Bob\n"
         "git push -q origin other\n",
         "bob@example.org may not change the rating of Alpha"},
	{"where the list of branches is emptied again",
         "on_server git config ragtrail.protect other\n"
         "on_server git config --add ragtrail.protect ''\n"
         "update b 2023-07 excellent >$B; change Bob\n" PUSH,
         "[rating-unknown]"},
	{"with an option to leave out checks",
         "on_server git config receive.advertisePushOptions true\n"
         "update b 2023-07 excellent >$B; change Bob\n"
         "git push -q -o skip-checks -o ragtrail.skip origin main\n",
         "[rating-unknown]"},
	{"an object replaced",
         "update a 2023-07 red >$A; change Bob; new=$(git rev-parse HEAD)\n"
         "git reset -q --hard HEAD~1\n"
         "git push -q origin $new:refs/replace/$(git rev-parse HEAD)\n",
         "nothing on record is replaced by something else"},
	{"receipts by the pusher", "git push -q origin main:refs/ragtrail/receipts\n",
         "error: refs/ragtrail/receipts: the server alone writes what is kept there"},
	{"a published tag moved",
         "git tag -f board/2023-09-20 HEAD~1; git push -q -f origin board/2023-09-20\n",
         "error: refs/tags/board/2023-09-20: what was published stays; its tag may not be moved"},
	{"a published tag deleted", "git push -q origin :board/2023-09-20\n",
         "its tag may not be deleted"},
	{"a tag that the server calls published",
         "git tag minutes/1; git push -q origin minutes/1\n"
         "on_server git config ragtrail.published 'minutes/*'\n"
         "git push -q origin :minutes/1\n",
         "its tag may not be deleted"},
	{"a pull that turns the history round",
         "git checkout -q -b mine HEAD; update b 2023-07 red >$B; change Bob\n"
         "git checkout -q main; update a 2023-08 red >$A; change Ann\n" PUSH
         "git checkout -q mine; as Bob git merge -q -m pull main\ngit push -q origin mine:main\n",
         "error: main: this push would turn the history round"},
	{"a rating changed without a reason", "update a 2023-07 amber >$A; change Ann\n" PUSH,
         "on record as Green, and changed to Amber without a reason"},
	{"and put back behind it",
         "update a 2023-07 amber >$A; change Ann; update a 2023-07 green >$A; change Ann\n" PUSH,
         "on record as Green, and changed to Amber without a reason"},
	{"a rating taken off the record and given again",
         "git rm -q $A; change Ann; update a 2023-07 red >$A; change Ann\n" PUSH,
         "on record as Green, and changed to Red without a reason"},
	{"a reason that answers the finding itself",
         "update a 2023-07 amber "
         "'explained: [{rule: rerating-without-reason, reason: No}]' >$A; change Ann\n" PUSH,
         "[rerating-without-reason]"},
	{"somebody who is not named", "update a 2023-08 green >$A; change Bob\n" PUSH,
         "bob@example.org may not set the rating of Alpha; the plan names ann@example.org"},
	{"somebody who is not named, taking away", "git rm -q $A; change Bob\n" PUSH,
         "bob@example.org may not take away the rating of Alpha"},
	{"somebody who is not named, for another period",
         "update a 2023-07/2023-08 green >$A; change Bob\n" PUSH,
         "bob@example.org may not set the rating of Alpha"},
	{"somebody who is not named, for the programme",
         "overview 2023-07 green >$O; change Ann\n" PUSH,
         "ann@example.org may not set the rating of the programme"},
	{"somebody's draft made a rating by another",
         "update a 2023-08 red 'draft: true' >plans/better/d.md; change Ann\n"
         "update a 2023-08 red >plans/better/d.md; change Bob\n" PUSH,
         "bob@example.org may not set the rating of Alpha"},
	{"in an evil merge",
         "git checkout -q -b topic; update b 2023-07 green >$B; change Ann\n"
         "git checkout -q main; as Bob git merge -q --no-ff --no-commit topic\n"
         "update a 2023-08 green >plans/better/a2.md; change Bob\n" PUSH,
         "bob@example.org may not set the rating of Alpha"},
	{"in an octopus",
         "for i in 1 2 3; do git checkout -q -b t$i main; echo $i >f$i; change Ann; done\n"
         "update a 2023-08 green >plans/better/a2.md; change Bob\n"
         "git checkout -q main; as Ann git merge -q -m many t1 t2 t3\n" PUSH,
         "bob@example.org may not set the rating of Alpha"},
	{"an old rating merged back",
         "update a 2023-07 red 'correction: {reason: One}' >$A; change Ann\n"
         "git checkout -q -b old; echo 1 >f; change Ann; git checkout -q main\n"
         "update a 2023-07 amber 'correction: {reason: Two}' >$A; change Ann\n" PUSH
         "as Bob git merge -q --no-ff --no-commit old; git checkout -q old -- $A; change Bob\n" PUSH,
         "bob@example.org may not change the rating of Alpha"},
	{"who appoints himself in the same commit",
         "RATERS=bob@example.org plan >$P; update a 2023-08 green >$A; change Bob\n" PUSH,
         "bob@example.org may not set the rating of Alpha"},
	{"who appoints himself, rates, and hides it",
         "RATERS=bob@example.org plan >$P; change Bob; update a 2023-08 green >$A; change Bob\n"
         "plan >$P; change Bob\n" PUSH,
         "bob@example.org may not change the `raters` of a"},
	{"who makes himself an owner", "OWNERS=bob@example.org plan >$P; change Bob\n" PUSH,
         "bob@example.org may not change `owners` of this plan"},
	{"who takes the owners away", "plan | sed /owners/d >$P; change Bob\n" PUSH,
         "bob@example.org may not change `owners` of this plan"},
	{"who takes the plan away and brings his own",
         "git rm -q $P; change Bob; OWNERS=bob@example.org plan >$P; change Bob\n" PUSH,
         "bob@example.org may not take this plan away, or make it unreadable"},
	{"who makes the plan unreadable", "echo '---' >$P; change Bob\n" PUSH,
         "bob@example.org may not take this plan away, or make it unreadable"},
	{"who puts a link in the plan's place",
         "plan >plan.md; rm $P; ln -s ../../plan.md $P; change Bob\n" PUSH,
         "bob@example.org may not take this plan away, or make it unreadable"},
	{"who moves the plan elsewhere", "git mv plans/better plans/best; change Bob\n" PUSH,
         "bob@example.org may not take this plan away, or make it unreadable"},
	{"who calls another workstream by its name",
         "RATERS=x@example.org plan | sed 's/id: b/id: c/; s/id: a/id: b/; s/id: c/id: a/' >$P\n"
         "update a 2023-08 green >$A; change Bob\n" PUSH,
         "bob@example.org may not set the rating of Beta"},
	{"who switches the rule off",
         "SEVERITY='rater-not-named: off' plan >$P; update a 2023-08 red >$A; change Bob\n" PUSH,
         "bob@example.org may not change `severity` of this plan"},
	{"who keeps a plan from being published",
         "plan | sed 's/^title/exempt: true\\n&/' >$P; change Bob\n" PUSH,
         "bob@example.org may not change `exempt` of this plan"},
	{"who keeps a workstream from being published",
         "plan | sed 's/title: Beta/&, exempt: true/' >$P; change Bob\n" PUSH,
         "bob@example.org may not change `workstreams` of this plan"},
	{"an owner who switches the rule off in the same push",
         "SEVERITY='rerating-without-reason: off' plan >$P; change Office\n"
         "update a 2023-07 red >$A; change Ann\n" PUSH,
         "[rerating-without-reason]"},
	{"a mailmap that calls one by another's name",
         "printf 'Ann <ann@example.org> <bob@example.org>\\n' >.mailmap\n"
         "update a 2023-08 green >$A; change Bob\n" PUSH,
         "bob@example.org may not set the rating of Alpha"},
	{"a name that looks like an address",
         "update a 2023-08 green >$A; git add -A; GIT_AUTHOR_NAME='Ann <ann@example.org>' "
         "GIT_AUTHOR_EMAIL=bob@example.org GIT_COMMITTER_NAME=Ann "
         "GIT_COMMITTER_EMAIL=ann@example.org git commit -q -m x\n" PUSH,
         "bob@example.org may not set the rating of Alpha"},
	{"a document that is too large",
         "{ update b 2023-07 green; head -c 300000 /dev/zero | tr '\\0' x; } >$B; change Bob\n" PUSH,
         "[too-large]"},
	{"a document of a hundred megabytes", "head -c 100000000 /dev/zero >$B; change Bob\n" PUSH,
         "[too-large]"},
	{"a path that leads elsewhere",
         "blob=$(update b 2023-07 green | git hash-object -w --stdin)\n"
         "in=$(printf '100644 blob %s\\tx.md\\n' $blob | git mktree)\n"
         "up=$(printf '040000 tree %s\\t..\\n' $in | git mktree)\n"
         "all=$(printf '040000 tree %s\\tplans\\n' $up | git mktree)\n"
         "new=$(as Bob git commit-tree -m x -p main $all)\ngit push -q origin $new:main\n",
         "error: plans/"},
	{"two files of one name, of which a clone shows another than the server",
         ODD_TREES "new=$({ file a.md $(git rev-parse main:$A); file a.md $red\n"
                   "file plan.md $plan; } | git mktree)\n"
                   "land $(folder plans $(folder better $new | git mktree) | git mktree)\n",
         ODD_TREE},
	{"two folders of plans",
         ODD_TREES "land $({ folder plans $plans; folder plans $other; } | git mktree)\n",
         ODD_TREE},
	{"a file beside the folder of plans, of the same name",
         ODD_TREES "land $({ file plans $red; folder plans $plans; } | git mktree)\n", ODD_TREE},
	{"a folder that is not in order",
         ODD_TREES "new=$({ git cat-file tree main:plans/better | tail -c +33\n"
                   "git cat-file tree main:plans/better | head -c 32; } | raw)\n"
                   "land $(folder plans $(folder better $new | git mktree) | git mktree)\n",
         ODD_TREE},
	{"a name with a slash in it, which a clone puts below plans",
         ODD_TREES "new=$({ folder plans $plans; file plansXbetterXb.md $red; } | git mktree)\n"
                   "land $(git cat-file tree $new | LC_ALL=C sed 's,X,/,g' | raw)\n",
         ODD_TREE},
	{"a date that nobody can read, so that nobody would get at the branch",
         "update b 2023-07 green >$B; change Bob\n"
         "new=$(git cat-file commit main | sed 's/> [0-9]* /> 99999999999999999999 /' |\n"
         "git hash-object -w -t commit --literally --stdin)\ngit push -q origin $new:main\n",
         "invalid Unix timestamp"},
	{"another repository in a document's place",
         "git update-index --add --cacheinfo 160000,$(git rev-parse HEAD),$B\n"
         "as Bob git commit -q -m x\n" PUSH,
         "[file-type]"},
	{"a server whose branch nobody knows",
         "on_server sh -c 'git rev-parse HEAD >x; mv x HEAD'\n"
         "update b 2023-07 green >$B; change Bob\n" PUSH,
         "error: the server does not know which branch holds the record"},
	{"a server whose branch is not there, so that nothing would be guarded",
         "on_server git symbolic-ref HEAD refs/heads/master\n"
         "update b 2023-07 excellent >$B; change Bob\ngit push -q origin main main:x\n",
         "error: main: this server keeps the record on the branch master, which is not there"},
	{"a history that is cut off",
         "on_server sh -c 'git rev-parse main >shallow'\n"
         "update b 2023-07 green >$B; change Bob\n" PUSH,
         "error: this is a shallow clone"},
};

static const struct push taken[] = {
	{"an update by whom the plan names", "update a 2023-08 red >$A; change Ann\n" PUSH, NULL},
	{"the same in capitals",
         "update a 2023-08 red >$A; git add -A; as ANN git commit -q -m x\n"
         "as Ann git commit -q --amend --author='Ann <ANN@Example.ORG>' -m x\n" PUSH,
         NULL},
	{"committed for the author by another",
         "update a 2023-08 red >$A; git add -A; as Office git commit -q --author='Ann "
         "<ann@example.org>' -m x\n" PUSH,
         NULL},
	{"words by anybody", "update a 2023-07 green 'support: All' Other >$A; change Bob\n" PUSH,
         NULL},
	{"what is still to be filled in, where the plan does not ask",
         "SEVERITY='placeholder-left: off' plan >$P; change Office\n"
         "update b 2023-07 green '' 'Training will be at TBC.' >$B; change Bob\n" PUSH,
         NULL},
	{"what is still to be filled in, and was before",
         "mv ../server.git/hooks/pre-receive ../hook\n"
         "update b 2023-07 green '' 'Training will be at TBC.' >$B; change Bob\n" PUSH
         "mv ../hook ../server.git/hooks/pre-receive; update a 2023-08 red >$A; change Ann\n" PUSH,
         NULL},
	{"a workstream of anybody", "update b 2023-07 red >$B; change Bob\n" PUSH, NULL},
	{"the programme by its own", "overview 2023-07 red >$O; change Lead\n" PUSH, NULL},
	{"a change with its reason",
         "update a 2023-07 red 'correction: {reason: Asked}' >$A; change Ann\n" PUSH, NULL},
	{"two months in one push",
         "update a 2023-08 red >$A; change Ann; update a 2023-09 red >$A; change Ann\n" PUSH, NULL},
	{"a mistake that was mended",
         "update b 2023-07 excellent >$B; change Bob; update b 2023-07 red >$B; change Bob\n" PUSH,
         NULL},
	{"a branch merged",
         "git checkout -q -b topic; update a 2023-08 red >$A; change Ann\n"
         "update a 2023-08 amber >$A; change Ann; git checkout -q main\n"
         "as Bob git merge -q --no-ff -m merge topic\n" PUSH,
         NULL},
	{"the plan by its owner",
         "RATERS=bob@example.org plan >$P; change Office; update a 2023-08 red >$A; change Bob\n" PUSH,
         NULL},
	{"the plan's title by anybody", "plan | sed 's/Improvement/Better/' >$P; change Bob\n" PUSH,
         NULL},
	{"a file outside of plans", "echo '---' >README.md; change Bob\n" PUSH, NULL},
	{"another branch, forced and deleted",
         "git push -q origin main:x; as Bob git commit -q --amend -m y; git push -q -f origin main:x\n"
         "git push -q origin :x\n",
         NULL},
	{"tags",
         "git tag board/2023-10-20; git tag x; git push -q origin board/2023-10-20 x\n"
         "git push -q origin :x\n",
         NULL},
	{"a new protected branch from where the other is",
         "on_server git config ragtrail.protect '*'\n"
         "update a 2023-07 red 'correction: {reason: Asked}' >$A; change Ann\n" PUSH
         "git push -q origin main~1:refs/heads/release main:other\n",
         NULL},
	{"a new branch that a pattern protects, where HEAD is not protected",
         "on_server git config ragtrail.protect 'release-*'\n"
         "update b 2023-07 green >$B; change Bob; git push -q origin main:release-1\n",
         NULL},
	{"the branch that HEAD names, when it is new, and another one",
         "on_server git symbolic-ref HEAD refs/heads/master\n"
         "git push -q origin main:master main:x\n",
         NULL},
	{"a file that was wrong before",
         "mv ../server.git/hooks/pre-receive ../hook; echo x >$B; change Bob\n" PUSH
         "mv ../hook ../server.git/hooks/pre-receive; update a 2023-08 red >$A; change Ann\n" PUSH,
         NULL},
};

/* Runs each in a copy of its own. */
static void run_all(struct sandbox *sandbox, const struct push *pushes, size_t count)
{
	pushing_begin(sandbox, "base");
	for (size_t i = 0; i < count; i++) {
		const char *folder = arena_printf(&sandbox->arena, "case-%zu", i);
		pushing_copy(sandbox, "base", folder);
		/* The last push of the script is what is judged. */
		struct outcome outcome = pushing_run(sandbox, folder, pushes[i].script);
		bool failed = outcome.status != 0;
		if (failed != (pushes[i].says != NULL) ||
		    (failed && strstr(outcome.errors, pushes[i].says) == NULL))
			print_error("%s%s\n", outcome.output, outcome.errors);
		assert_case(failed == (pushes[i].says != NULL), pushes[i].name);
		if (!failed)
			continue;
		assert_case(strstr(outcome.errors, pushes[i].says) != NULL, pushes[i].name);
		assert_case(strstr(outcome.errors, "remote: error: nothing was changed") != NULL,
		            pushes[i].name);
		assert_case(strstr(outcome.errors, "remote: hint: ") != NULL, pushes[i].name);
	}
}

static void a_push_that_may_not_be_is_refused(void **state)
{
	run_all(*state, refused, COUNT_OF(refused));
}

static void a_push_that_may_be_is_taken_in(void **state)
{
	run_all(*state, taken, COUNT_OF(taken));
}

static void nothing_of_a_refused_push_stays_and_the_mended_one_gets_in(void **state)
{
	struct sandbox *sandbox = *state;
	pushing_begin(sandbox, "x");
	const char *before = pushing_server(sandbox, "x");
	struct outcome outcome =
		pushing_run(sandbox, "x",
	                    "update a 2023-08 green | sed /sponsor/d >$A; change Ann\n"
	                    "echo x >more; change Ann; git push -q origin main");
	assert_int_equal(outcome.status, 1);
	const char *line = strstr(outcome.errors, "remote: error: ");
	assert_non_null(line);
	assert_non_null(
		strstr(line, "plans/better/a.md:1:1: this update has no `sponsor`; add it"));
	assert_non_null(strstr(line, "remote: error: nothing was changed on the server"));
	assert_non_null(strstr(line, "remote: hint: your work is still in your own repository: "
	                             "mend it, and push again"));
	assert_text(pushing_server(sandbox, "x"), before);
	outcome = pushing_run(sandbox, "x",
	                      "update a 2023-08 green >$A; change Ann\n" PUSH
	                      "on_server git rev-parse main; git rev-parse HEAD");
	assert_int_equal(outcome.status, 0);
	assert_text(outcome.errors, "");
	assert_memory_equal(outcome.output, outcome.output + 41, 41);
}

/* A first push to a server that has nothing: every landing of it is judged. */
static void the_first_push_is_judged_whole(void **state)
{
	struct sandbox *sandbox = *state;
	pushing_begin(sandbox, "x");
	struct outcome outcome = pushing_run(
		sandbox, "x",
		"update a 2023-07 red >$A; change Ann; update b 2023-08 red >$B; change Ann\n"
		"git init -q --bare -b main ../new.git\n"
		"cp ../server.git/hooks/pre-receive ../new.git/hooks\n"
		"git push -q \"file://$PWD/../new.git\" main");
	assert_int_equal(outcome.status, 1);
	assert_non_null(strstr(outcome.errors, "on record as Green, and changed to Red without"));
	outcome = pushing_run(sandbox, "x",
	                      "git reset -q --hard HEAD~2\n"
	                      "git push -q \"file://$PWD/../new.git\" main");
	assert_int_equal(outcome.status, 0);
}

static void many_findings_are_told_in_few_lines(void **state)
{
	struct sandbox *sandbox = *state;
	pushing_begin(sandbox, "x");
	struct outcome outcome = pushing_run(
		sandbox, "x",
		"for i in $(seq 200); do echo x >plans/better/x$i.md; done; change Bob\n" PUSH);
	size_t lines = 0;
	for (const char *at = outcome.errors; *at != '\0'; at = next_line(at))
		lines++;
	assert_int_equal(outcome.status, 1);
	assert_true(lines < 60);
	assert_non_null(strstr(outcome.errors, "hint: 150 more are not shown"));
}

static void a_push_of_500_commits_is_quick(void **state)
{
	struct sandbox *sandbox = *state;
	pushing_begin(sandbox, "x");
	struct outcome outcome = pushing_run(
		sandbox, "x",
		"from='from refs/heads/main^0'\n"
		"for i in $(seq 500); do\n"
		"	echo commit refs/heads/main\n"
		"	echo \"committer Bob <bob@example.org> $(($(date +%s) - 500 + i)) +0000\"\n"
		"	printf 'data <<END\\n%s\\nEND\\n%s\\n' $i \"$from\"; from=\n"
		"	printf 'M 100644 inline %s\\ndata <<EOF\\n' $B\n"
		"	update b 2023-07 green 'support: x' \"Said $i.\"; echo EOF\n"
		"done | git fast-import --quiet --force\n"
		"start=$(date +%s); " PUSH "end=$(date +%s); on_server git rev-list --count main\n"
		"echo $((end - start))");
	assert_int_equal(outcome.status, 0);
	assert_text(outcome.errors, "");
	assert_true(strncmp(outcome.output, "502\n", 4) == 0);
	int seconds = -1;
	assert_int_equal(sscanf(outcome.output + 4, "%d", &seconds), 1);
	assert_true(seconds <= 10);
}

/* The hook itself, with what git says to it. */
static void what_cannot_be_checked_is_refused(void **state)
{
	struct sandbox *sandbox = *state;
	pushing_begin(sandbox, "x");
	static const struct {
		const char *input, *says;
	} cases[] = {
		{"nonsense\n", "error: git's line `nonsense` cannot be read"},
		{"0123456789012345678901234567890123456789 "
	         "0123456789012345678901234567890123456789\n",
	         "cannot be read"},
		{"0000000000000000000000000000000000000000 "
	         "0123456789012345678901234567890123456789 refs/heads/main\n",
	         "error: the commit 0123456789012345678901234567890123456789 cannot be read"},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		struct outcome outcome = command_run(
			sandbox, &(struct command){.folder = "x/server.git",
		                                   .input = cases[i].input,
		                                   .arguments = (const char *const[]){
							   "hook", "run", "pre-receive", NULL}});
		assert_case(outcome.status == 2, cases[i].says);
		assert_case(strstr(outcome.errors, cases[i].says) != NULL, outcome.errors);
		assert_case(strstr(outcome.errors, "error: nothing was changed, because") != NULL,
		            outcome.errors);
	}
}

static void a_push_whose_signature_does_not_hold_is_refused(void **state)
{
	struct sandbox *sandbox = *state;
	static const char *const certificates[][3] = {
		{"GIT_PUSH_CERT=1", "GIT_PUSH_CERT_STATUS=B", "GIT_PUSH_CERT_NONCE_STATUS=OK"},
		{"GIT_PUSH_CERT=1", "GIT_PUSH_CERT_STATUS=N", "GIT_PUSH_CERT_NONCE_STATUS=OK"},
		{"GIT_PUSH_CERT=1", "GIT_PUSH_CERT_STATUS=G", "GIT_PUSH_CERT_NONCE_STATUS=SLOP"},
		{"GIT_PUSH_CERT=1", "GIT_PUSH_CERT_STATUS=G", "GIT_PUSH_CERT_NONCE_STATUS=OK"},
		{"GIT_PUSH_CERT", "GIT_PUSH_CERT_STATUS=B", "GIT_PUSH_CERT_NONCE_STATUS=OK"},
	};
	pushing_begin(sandbox, "x");
	for (size_t i = 0; i < COUNT_OF(certificates); i++) {
		struct outcome outcome = command_run(
			sandbox,
			&(struct command){
				.folder = "x/server.git",
				.environment = (const char *const[]){certificates[i][0],
		                                                     certificates[i][1],
		                                                     certificates[i][2], NULL},
				.arguments =
					(const char *const[]){"hook", "run", "pre-receive", NULL}});
		assert_int_equal(outcome.status, i < 3 ? 1 : 0);
	}
}

/* Where there are receipts, a commit cannot have been made before what it follows arrived. */
static void a_date_that_cannot_be_is_told(void **state)
{
	struct sandbox *sandbox = *state;
	pushing_begin(sandbox, "x");
	struct outcome outcome = pushing_run(
		sandbox, "x",
		"sed s/pre-receive/post-receive/ ../server.git/hooks/pre-receive >../hook\n"
		"chmod +x ../hook; mv ../hook ../server.git/hooks/post-receive\n"
		"update b 2023-07 green >$B; change Bob; git push -q origin main 2>/dev/null\n"
		"export GIT_COMMITTER_DATE=2023-08-02T12:00:00Z\n"
		"update b 2023-08 green >$B; change Bob; git push -q origin main");
	assert_int_equal(outcome.status, 0);
	assert_non_null(strstr(outcome.errors, "remote: warning: plans/better/b.md:1:1: commit "));
	assert_non_null(strstr(outcome.errors, ": the commit is dated 2023-08-02T12:00:00Z, before "
	                                       "the server received the one that it follows ("));
	/* A plan can have it refused. */
	outcome = pushing_run(sandbox, "x",
	                      "SEVERITY='commit-date-doubtful: error' plan >$P; change Office\n"
	                      "git push -q origin main 2>/dev/null\n"
	                      "export GIT_COMMITTER_DATE=2099-08-02T12:00:00Z\n"
	                      "update b 2023-09 green >$B; change Bob; git push -q origin main");
	assert_int_equal(outcome.status, 1);
	assert_non_null(strstr(outcome.errors, ": the commit is dated 2099-08-02T12:00:00Z, in the "
	                                       "future; set the clock right"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_push_that_may_not_be_is_refused),
		sandbox_test(a_push_that_may_be_is_taken_in),
		sandbox_test(nothing_of_a_refused_push_stays_and_the_mended_one_gets_in),
		sandbox_test(the_first_push_is_judged_whole),
		sandbox_test(many_findings_are_told_in_few_lines),
		sandbox_test(a_push_of_500_commits_is_quick),
		sandbox_test(what_cannot_be_checked_is_refused),
		sandbox_test(a_push_whose_signature_does_not_hold_is_refused),
		sandbox_test(a_date_that_cannot_be_is_told),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("receive", tests, NULL, NULL) != 0;
}
