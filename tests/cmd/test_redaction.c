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

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(words_may_go_and_nothing_else),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("redaction", tests, NULL, NULL) != 0;
}
