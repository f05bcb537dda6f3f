/* Whose repository is read: git's rule of safe.directory. */
#include "support/odd.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { REFUSED, READ };

struct row {
	const char *name, *script; /* in the folder of the repository `r` */
	int expected;
};

/* Makes `r`, gives it to another user, and runs the row's script. */
static void check_row(struct sandbox *sandbox, const struct row *row)
{
	struct outcome outcome = odd_script(
		sandbox,
		arena_printf(
			&sandbox->arena,
			"rm -rf r home && mkdir home && cp -r good r && chown -R 65534 r && cd "
			"r || exit 99\n"
			"export HOME=$PWD/../home; unset GIT_CONFIG_GLOBAL\n"
			"here=$(pwd -P); %s",
			row->script));
	const char *refusal = arena_printf(
		&sandbox->arena,
		"ragtrail: detected dubious ownership in repository at '%s/r'; it belongs to "
		"another user; if you trust it: git config --global --add safe.directory %s/r\n",
		sandbox->root, sandbox->root);
	if (row->expected == REFUSED ? outcome.status != 2 || outcome.output[0] != '\0' ||
	                                       strcmp(outcome.errors, refusal) != 0
	                             : outcome.status != 0 || outcome.errors[0] != '\0')
		fail_msg("%s: exit %d\n%s%s", row->name, outcome.status, outcome.output,
		         outcome.errors);
}

static void anothers_repository_is_read_where_git_would(void **state)
{
	struct sandbox *sandbox = *state;
	static const struct row rows[] = {
		{"no setting", "ragtrail trend", REFUSED},
		{"from below", "cd plans/p && ragtrail trend", REFUSED},
		{"its own setting",
	         "printf '[safe]\\n\\tdirectory = *\\n' >> .git/config; ragtrail trend", REFUSED},
		{"the user's", "git config --global --add safe.directory $here; ragtrail trend",
	         READ},
		{"the user's, from below",
	         "git config --global --add safe.directory $here; cd plans && ragtrail trend",
	         READ},
		{"the user's, XDG",
	         "mkdir -p ../home/.config/git && printf '[safe]\\n\\tdirectory = %s\\n' $here > "
	         "../home/.config/git/config; ragtrail trend",
	         READ},
		{"all", "git config --global --add safe.directory '*'; ragtrail trend", READ},
		{"at home",
	         "export HOME=${here%/r}; git config --global --add safe.directory '~/r'; ragtrail "
	         "trend",
	         READ},
		{"another folder",
	         "git config --global --add safe.directory $here/plans; ragtrail trend", REFUSED},
		{"reset",
	         "git config --global --add safe.directory $here; git config --global --add "
	         "safe.directory ''; ragtrail trend",
	         REFUSED},
		{"reset and named again",
	         "git config --global --add safe.directory ''; git config --global --add "
	         "safe.directory $here; ragtrail trend",
	         READ},
		{"GIT_CONFIG_GLOBAL",
	         "git config -f ../other safe.directory $here; export GIT_CONFIG_GLOBAL=../other; "
	         "ragtrail trend",
	         READ},
		{"an empty GIT_CONFIG_GLOBAL hides the user's",
	         "git config --global --add safe.directory $here; export GIT_CONFIG_GLOBAL=; "
	         "ragtrail trend",
	         REFUSED},
		{"GIT_CONFIG_SYSTEM",
	         "git config -f ../other safe.directory $here; export GIT_CONFIG_SYSTEM=../other "
	         "GIT_CONFIG_NOSYSTEM=0; ragtrail trend",
	         READ},
		{"GIT_CONFIG_NOSYSTEM",
	         "git config -f ../other safe.directory $here; export GIT_CONFIG_SYSTEM=../other "
	         "GIT_CONFIG_NOSYSTEM=1; ragtrail trend",
	         REFUSED},
		{"GIT_CONFIG_COUNT",
	         "export GIT_CONFIG_COUNT=2 GIT_CONFIG_KEY_0=a.b GIT_CONFIG_VALUE_0=c "
	         "GIT_CONFIG_KEY_1=Safe.Directory GIT_CONFIG_VALUE_1=$here; ragtrail trend",
	         READ},
		{"GIT_CONFIG_COUNT without a value",
	         "export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory; ragtrail trend",
	         REFUSED},
		{"git -c", "git -c safe.directory=\"$here\" -c alias.x='!'\"$RAGTRAIL trend\" x",
	         READ},
		{"git -c of another",
	         "git -c safe.directory=/x -c alias.x='!'\"$RAGTRAIL trend\" x", REFUSED},
		{"GIT_CONFIG_PARAMETERS of an older git",
	         "export GIT_CONFIG_PARAMETERS=\"'safe.directory=*'\"; ragtrail trend", READ},
		{"GIT_CONFIG_PARAMETERS, unended",
	         "export GIT_CONFIG_PARAMETERS=\"'safe.directory'='*\"; ragtrail trend", REFUSED},
		{"GIT_DIR", "export GIT_DIR=.git; ragtrail trend", READ},
		{"the caller of sudo", "export SUDO_UID=65534; ragtrail trend", READ},
		{"another caller of sudo", "export SUDO_UID=65533; ragtrail trend", REFUSED},
		{"no caller of sudo", "export SUDO_UID=65534x; ragtrail trend", REFUSED},
		{"only .git is another's", "chown 0 .; ragtrail trend", REFUSED},
		{"only the folder is another's", "chown -R 0 .git; ragtrail trend", REFUSED},
		{"neither is, but a file", "chown 0 . .git; ragtrail trend", READ},
		{"only the file .git is another's",
	         "chown -R 0 .; rm -rf ../away; mv .git ../away; echo 'gitdir: ../away' > .git; "
	         "chown 65534 .git; ragtrail trend",
	         REFUSED},
		{"what the file .git leads to is another's",
	         "chown -R 0 .; rm -rf ../away; mv .git ../away; echo 'gitdir: ../away' > .git; "
	         "chown 65534 ../away; ragtrail trend",
	         REFUSED},
	};
	if (geteuid() != 0)
		sandbox_skip(sandbox); /* only root can give a folder away */
	odd_make_good(sandbox);
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		check_row(sandbox, &rows[i]);
}

/* Of a folder whose name sh would read in its own way, too. */
static void the_command_that_is_told_works(void **state)
{
	struct sandbox *sandbox = *state;
	if (geteuid() != 0)
		sandbox_skip(sandbox);
	odd_make_good(sandbox);
	assert_outcome(odd_script(sandbox,
	                          "export HOME=$PWD/home; mkdir home; unset GIT_CONFIG_GLOBAL\n"
	                          "mv good \"it's\" && cd \"it's\" && chown -R 65534 . && ragtrail "
	                          "trend 2> ../errors; eval \"$(sed 's/.*trust it: //' "
	                          "../errors)\"; ragtrail trend > /dev/null"),
	               0, "", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(anothers_repository_is_read_where_git_would),
		sandbox_test(the_command_that_is_told_works),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("whose repository", tests, NULL, NULL) != 0;
}
