/* Redaction: a history that takes the place of another, so that personal data goes. */
#include "support/pushing.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/*
 * `rewrite COMMAND` runs it on the tree of every commit; `why WHO` adds the commit that says
 * why; `permit` has the server's settings allow what is pushed then by `replace`.
 */
#define REDACT                                                                                         \
	"export FILTER_BRANCH_SQUELCH_WARNING=1\n"                                                     \
	"old=$(git rev-parse origin/main)\n"                                                           \
	"rewrite() { git filter-branch -f --tree-filter \"{ $1; } || :\" main >/dev/null 2>&1; }\n"    \
	"why() { as \"$1\" git commit -q --allow-empty -m \"${2-Name removed, as the law asks}\" "     \
	"--allow-empty-message; }\n"                                                                   \
	"permit() { on_server git config --add ragtrail.redaction \"$old $(git rev-parse main)\"; }\n" \
	"replace() { git push -q -f origin main \"$@\"; }\n"

/* Jo Bloggs is named in the words of a report, and then in a third landing. */
static const char beginning[] =
	"update a 2023-08 red 'support: Jo Bloggs' 'Jo Bloggs did it.' >$A; change Ann\n"
	"git tag -a -m published board/2023-10-18\n"
	"update b 2023-08 amber >$B; change Bob; git push -q origin main board/2023-10-18\n";

struct replacing {
	const char *name, *script;
	const char *says; /* NULL: it is taken in */
};

#define MAY_NOT "error: main: this redaction may not be: "

static const struct replacing replacings[] = {
	{"words alone",
         "rewrite \"sed -i 's/Jo Bloggs/The manager/' $A\"; why Office; permit; replace\n", NULL},
	{"with the tags of what was published",
         "rewrite \"sed -i 's/Jo Bloggs/The manager/' $A\"; why Office; permit\n"
         "git tag -f -a -m published board/2023-10-18 main~2 >/dev/null\n"
         "replace board/2023-10-18\n",
         NULL},
	{"a file's name",
         "rewrite \"test ! -e $B || mv $B plans/better/c.md\"; why Office; permit; replace\n",
         NULL},
	{"not permitted", "rewrite \"sed -i 's/Jo Bloggs/The manager/' $A\"; why Office; replace\n",
         "error: main: this push would take away what is on record there"},
	{"another one permitted",
         "rewrite \"sed -i 's/Jo Bloggs/The manager/' $A\"; why Office; permit\n"
         "rewrite \"sed -i 's/did it/did not/' $A\"; replace\n",
         "error: main: this push would take away what is on record there"},
	{"a tag that goes elsewhere",
         "rewrite \"sed -i 's/Jo Bloggs/The manager/' $A\"; why Office; permit\n"
         "git tag -f board/2023-10-18 main~1 >/dev/null; replace board/2023-10-18\n",
         "its tag may not be moved"},
	{"of a plan that is gone, by nobody who owned it",
         "rm $A; change Ann; rm -r plans; change Office; git push -q origin main; old=$(git rev-parse main)\n"
         "rewrite \"sed -i 's/Jo Bloggs/The manager/' $A\"; why Bob; permit; replace\n",
         MAY_NOT "the commit that says why must be by an owner of the plan better"},
	{"another rating",
         "rewrite \"sed -i 's/^rag: red/rag: green/' $A\"; why Office; permit; replace\n",
         MAY_NOT "a report has another rating, period or date, since commit "},
	{"another date",
         "rewrite \"sed -i 's/^forecast_completion: .*/forecast_completion: 2025-01-31/' $A\"\n"
         "why Office; permit; replace\n",
         MAY_NOT "a report has another rating, period or date"},
	{"another period",
         "rewrite \"sed -i 's/^period: 2023-08/period: 2023-09/' $A\"\n"
         "why Office; permit; replace\n",
         MAY_NOT "a period has other ratings, or was taken away otherwise"},
	{"a report left out", "rewrite \"rm -f $B\"; why Office; permit; replace\n",
         MAY_NOT "a workstream has other periods or drafts"},
	{"a landing left out",
         "git reset -q --hard HEAD~1; echo x >f; change Office; permit; replace\n",
         MAY_NOT "the new history must have as many commits as the old one"},
	{"another author",
         "git filter-branch -f --env-filter 'GIT_AUTHOR_EMAIL=x@example.org' main >/dev/null 2>&1\n"
         "why Office; permit; replace\n",
         MAY_NOT "a commit has another author or date"},
	{"another day",
         "git filter-branch -f --env-filter 'GIT_COMMITTER_DATE=2023-01-01T00:00:00Z' main "
         ">/dev/null 2>&1\nwhy Office; permit; replace\n",
         MAY_NOT "a commit has another author or date"},
	{"other settings", "rewrite \"sed -i 's/office@/bob@/' $P\"; why Bob; permit; replace\n",
         MAY_NOT "a plan has other settings"},
	{"without a commit that says why",
         "rewrite \"sed -i 's/Jo Bloggs/The manager/' $A\"; permit; replace\n",
         MAY_NOT "the new history must have as many commits as the old one"},
	{"with one that says nothing",
         "rewrite \"sed -i 's/Jo Bloggs/The manager/' $A\"; why Office ''; permit; replace\n",
         MAY_NOT "the commit behind the others does not say why"},
	{"with one that does more",
         "rewrite \"sed -i 's/Jo Bloggs/The manager/' $A\"; update b 2023-09 red >$B; change Office\n"
         "permit; replace\n",
         MAY_NOT "the commit behind the others, which says why, changes documents"},
	{"by nobody who owns the plan",
         "rewrite \"sed -i 's/Jo Bloggs/The manager/' $A\"; why Bob; permit; replace\n",
         MAY_NOT "the commit that says why must be by an owner of the plan better"},
	{"that leaves a report without what it must have",
         "rewrite \"sed -i '/^sponsor/d' $A\"; why Office; permit; replace\n",
         "this update has no `sponsor`"},
};

static void begin(struct sandbox *sandbox, const char *folder)
{
	pushing_begin(sandbox, folder);
	struct outcome outcome = pushing_run(sandbox, folder, beginning);
	if (outcome.status != 0)
		fail_msg("%s", outcome.errors);
}

static void words_may_go_and_nothing_else(void **state)
{
	struct sandbox *sandbox = *state;
	begin(sandbox, "base");
	for (size_t i = 0; i < COUNT_OF(replacings); i++) {
		const char *folder = arena_printf(&sandbox->arena, "case-%zu", i);
		pushing_copy(sandbox, "base", folder);
		struct outcome outcome = pushing_run(
			sandbox, folder,
			arena_printf(&sandbox->arena, REDACT "%s", replacings[i].script));
		bool failed = outcome.status != 0;
		bool right = failed == (replacings[i].says != NULL) &&
		             (!failed || strstr(outcome.errors, replacings[i].says) != NULL);
		if (!right)
			print_error("%s%s\n", outcome.output, outcome.errors);
		assert_case(right, replacings[i].name);
	}
}

/* Who, when and why stands beside the receipts, and each landing keeps its own. */
static void it_is_written_down_and_what_landed_when_stays(void **state)
{
	struct sandbox *sandbox = *state;
	pushing_begin(sandbox, "x");
	struct outcome outcome = pushing_run(
		sandbox, "x",
		"sed s/pre-receive/post-receive/ ../server.git/hooks/pre-receive >../hook\n"
		"chmod +x ../hook; mv ../hook ../server.git/hooks/post-receive\n"
		"update a 2023-08 red 'support: Jo Bloggs' >$A; change Ann\n"
		"git push -q origin main 2>/dev/null\n"
		"update b 2023-08 amber >$B; change Bob; git push -q origin main 2>/dev/null\n"
		"receipt() { on_server git show refs/ragtrail/receipts:$(echo $1 | cut -c1-2)/"
		"$(echo $1 | cut -c3-); }\n" REDACT
		"receipt $old~1 2>/dev/null || :; before=$(git rev-parse main~1)\n"
		"on_server sh -c 'mkdir -p ragtrail; for name in record readings standing questions "
		"questions-all site-x; do echo Jo Bloggs >ragtrail/$name; done'\n"
		"rewrite \"sed -i 's/Jo Bloggs/The manager/' $A\"; why Office; permit; replace\n"
		"on_server sh -c 'grep -l Bloggs ragtrail/*' | sed 's/^/it is left in /'\n"
		"receipt $before >../old; receipt $(git rev-parse main~2) >../new\n"
		"diff ../old ../new || :\n"
		"on_server git show refs/ragtrail/receipts:redactions/$(git rev-parse main)\n"
		"receipt $(git rev-parse main) | sed 1d\n"
		"on_server ragtrail trend | tail -n 4; on_server git log --format=%s main | head -n 1\n");
	assert_int_equal(outcome.status, 0);
	assert_non_null(
		strstr(outcome.errors, "the redaction is written down beside the receipts"));
	/* What was read of documents before is gone with the words. */
	assert_non_null(strstr(outcome.output, "it is left in ragtrail/site-x\n"));
	assert_null(strstr(outcome.output, "it is left in ragtrail/r"));
	assert_null(strstr(outcome.output, "it is left in ragtrail/q"));
	assert_null(strstr(outcome.output, "it is left in ragtrail/st"));
	const char *at = strstr(outcome.output, "> redacted: ");
	assert_non_null(at);
	at = strstr(at, "\nredaction: ");
	assert_non_null(at);
	assert_non_null(strstr(at, "\nref: refs/heads/main\n"));
	assert_non_null(strstr(at, "\nwho: Office <office@example.org>\n"));
	assert_non_null(strstr(at, "\nwhy: Name removed, as the law asks\n"));
	assert_non_null(strstr(at, "\npush: 3\n"));
	assert_non_null(strstr(at, "the history up to here took the place of"));
	/* The next push goes on from there as from any other. */
	outcome = pushing_run(sandbox, "x",
	                      "update a 2023-09 red >$A; change Ann; git push -q origin main\n");
	assert_int_equal(outcome.status, 0);
	assert_null(strstr(outcome.errors, "redaction"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(words_may_go_and_nothing_else),
		sandbox_test(it_is_written_down_and_what_landed_when_stays),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("redaction", tests, NULL, NULL) != 0;
}
