/* Whom a plan names by a key: what proves that a commit is theirs, and what does not. */
#include "support/pushing.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define PUSH "git push -q origin main\n"

/*
 * Ann rates a, and the office owns the plan, with keys of their own. `key NAME` is the path
 * of a key; `signed WHO KEY` commits all as WHO, signed with that key.
 */
#define KEYS                                                                                           \
	"key() { echo \"$PWD/../keys/$1\"; }\n"                                                        \
	"signed() { git add -A; as \"$1\" git -c gpg.format=ssh -c user.signingkey=\"$(key $2).pub\" " \
	"commit -q --no-verify -S -m \"By $1\"; }\n"                                                   \
	"allow() { echo \"$1 $(cut -d' ' -f1,2 $(key $2).pub)\" >>../keys/allowed; }\n"                \
	"export RATERS=key:ann@example.org OWNERS=key:office@example.org\n"

static const char beginning[] = KEYS
	"mkdir ../keys; for name in ann bob old office stranger any; do\n"
	"	ssh-keygen -q -t ed25519 -N '' -C $name -f $(key $name); done\n"
	"allow ann@example.org ann; allow bob@example.org bob; allow office@example.org office\n"
	"allow 'ann@example.org valid-before=\"20230901\"' old\n"
	"allow '*@example.org' any\n"
	"on_server git config gpg.ssh.allowedSignersFile \"$PWD/../keys/allowed\"\n"
	"plan >$P; change Office; git push -q origin main\n";

struct push {
	const char *name, *script;
	const char *says; /* NULL: it is taken in */
};

#define ANN "ann@example.org may set the rating of Alpha with a signed commit alone, and "

static const struct push pushes[] = {
	{"signed by whom the plan names", "update a 2023-08 red >$A; signed Ann ann\n" PUSH, NULL},
	{"not signed", "update a 2023-08 red >$A; change Ann\n" PUSH, ANN "this one is not signed"},
	{"signed by somebody else", "update a 2023-08 red >$A; signed Ann bob\n" PUSH,
         ANN "this one is signed with the key of somebody else"},
	{"signed by somebody else in his own name",
         "update a 2023-08 red >$A; signed Bob bob\n" PUSH,
         "bob@example.org may not set the rating of Alpha"},
	{"signed with a key that nobody knows",
         "update a 2023-08 red >$A; signed Ann stranger\n" PUSH,
         ANN "git does not find its signature good"},
	{"signed with a key that is anybody's", "update a 2023-08 red >$A; signed Ann any\n" PUSH,
         ANN "this one is signed with the key of somebody else"},
	{"a signature from elsewhere",
         "update b 2023-08 red >$B; signed Ann ann; git cat-file commit HEAD >../good\n"
         "git reset -q --hard HEAD~1; update a 2023-08 red >$A; git add -A\n"
         "new=$(sed \"s/^tree .*/tree $(git write-tree)/\" ../good | "
         "git hash-object -t commit -w --stdin)\ngit push -q origin $new:main\n",
         ANN "git does not find its signature good"},
	{"two signatures",
         "update a 2023-08 red >$A; signed Ann ann; git cat-file commit HEAD >../one\n"
         "new=$(awk '/^gpgsig/ {inside=1} inside && /^[^ g]/ {inside=0} inside {kept=kept $0 "
         "\"\\n\"} /^$/ && !done {printf \"%s\", kept; done=1} {print}' ../one | "
         "git hash-object -t commit -w --stdin)\ngit push -q origin $new:main\n",
         ANN "this one has more than one signature"},
	{"a signature of another kind",
         "update a 2023-08 red >$A; change Ann; git cat-file commit HEAD >../one\n"
         "new=$(sed 's/^committer .*/&\\ngpgsig -----BEGIN PGP SIGNATURE-----\\n "
         "-----END PGP SIGNATURE-----/' ../one | git hash-object -t commit -w --stdin)\n"
         "git push -q origin $new:main\n",
         ANN "this one is not signed by an SSH key"},
	{"a signature of something else than a commit",
         "update a 2023-08 red >$A; change Ann; git cat-file commit HEAD >../one\n"
         "ssh-keygen -q -Y sign -n file -f $(key ann) ../one; sig=$(sed '1!s/^/ /' ../one.sig)\n"
         "new=$(awk -v sig=\"$sig\" '{print} /^committer/ {print \"gpgsig \" sig}' ../one | "
         "git hash-object -t commit -w --stdin)\ngit push -q origin $new:main\n",
         ANN "git does not find its signature good"},
	{"a signed one in its place on the server",
         "update a 2023-08 red >$A; signed Ann ann; good=$(git rev-parse HEAD)\n"
         "git push -q origin main:side; git reset -q --hard HEAD~1\n"
         "update a 2023-08 red >$A; change Ann; bad=$(git rev-parse HEAD)\n"
         "git push -q origin main:side2; on_server git replace $bad $good\n" PUSH,
         ANN "this one is not signed"},
	{"a key that has expired", "update a 2023-08 red >$A; signed Ann old\n" PUSH,
         ANN "git does not find its signature good"},
	{"a key that has expired, dated before it did",
         "export GIT_AUTHOR_DATE=2023-08-30T12:00:00Z GIT_COMMITTER_DATE=2023-08-30T12:00:00Z\n"
         "update a 2023-08 red >$A; signed Ann old\n" PUSH,
         ANN "its key was not valid when the server received it"},
	{"the same on a branch from long ago",
         "git checkout -q -b old; GIT_AUTHOR_DATE=2023-08-30T12:00:00Z\n"
         "export GIT_AUTHOR_DATE GIT_COMMITTER_DATE=2023-08-30T12:00:00Z\n"
         "update a 2023-08 red >$A; signed Ann old; unset GIT_AUTHOR_DATE GIT_COMMITTER_DATE\n"
         "git checkout -q main; as Bob git merge -q --no-ff -m merge old\n" PUSH,
         ANN "its key was not valid when the server received it"},
	{"a key that was revoked",
         "on_server git config gpg.ssh.revocationFile \"$(key ann).pub\"\n"
         "update a 2023-08 red >$A; signed Ann ann\n" PUSH,
         ANN "git does not find its signature good"},
	{"a server without a list of keys",
         "on_server git config --unset gpg.ssh.allowedSignersFile\n"
         "update a 2023-08 red >$A; signed Ann ann\n" PUSH,
         ANN "git does not find its signature good"},
	{"merged by anybody",
         "git checkout -q -b topic; update a 2023-08 red >$A; signed Ann ann\n"
         "git checkout -q main; as Bob git merge -q --no-ff -m merge topic\n" PUSH,
         NULL},
	{"who is named by an address too",
         "RATERS='ann@example.org, key:ann@example.org' plan >$P; signed Office office\n"
         "update a 2023-08 red >$A; change Ann\n" PUSH,
         ANN "this one is not signed"},
	{"the plan by its owner", "OWNERS=office@example.org plan >$P; signed Office office\n" PUSH,
         NULL},
	{"the plan by whoever calls himself its owner",
         "OWNERS=office@example.org plan >$P; change Office\n" PUSH,
         "office@example.org may change `owners` of this plan with a signed commit alone, and "
         "this one is not signed"},
	{"words by anybody", "update a 2023-07 green 'support: All' Other >$A; change Bob\n" PUSH,
         NULL},
};

static void require_keys(struct sandbox *sandbox)
{
	if (command_script(sandbox, ".", "command -v ssh-keygen").status != 0)
		sandbox_skip(sandbox);
}

static void a_signature_proves_who_it_was_or_does_not(void **state)
{
	struct sandbox *sandbox = *state;
	require_keys(sandbox);
	pushing_begin(sandbox, "base");
	struct outcome outcome = pushing_run(sandbox, "base", beginning);
	if (outcome.status != 0)
		fail_msg("%s", outcome.errors);
	for (size_t i = 0; i < COUNT_OF(pushes); i++) {
		const char *folder = arena_printf(&sandbox->arena, "case-%zu", i);
		pushing_copy(sandbox, "base", folder);
		outcome = pushing_run(sandbox, folder,
		                      arena_printf(&sandbox->arena, KEYS "%s", pushes[i].script));
		bool failed = outcome.status != 0;
		bool right = failed == (pushes[i].says != NULL) &&
		             (!failed || strstr(outcome.errors, pushes[i].says) != NULL);
		if (!right)
			print_error("%s%s\n", outcome.output, outcome.errors);
		assert_case(right, pushes[i].name);
	}
}

/* Later, where nobody knows when a commit arrived, its own date has to do. */
static void in_a_range_the_commits_date_counts_where_there_is_no_receipt(void **state)
{
	struct sandbox *sandbox = *state;
	require_keys(sandbox);
	pushing_begin(sandbox, "x");
	struct outcome outcome = pushing_run(sandbox, "x", beginning);
	assert_int_equal(outcome.status, 0);
	outcome = pushing_run(
		sandbox, "x",
		KEYS "git config gpg.ssh.allowedSignersFile \"$PWD/../keys/allowed\"\n"
		     "export GIT_AUTHOR_DATE=2023-08-30T12:00:00Z\n"
		     "export GIT_COMMITTER_DATE=2023-08-30T12:00:00Z\n"
		     "update a 2023-08 red >$A; signed Ann old; ragtrail check -q HEAD~1..HEAD\n"
		     "update a 2023-09 red >$A; change Ann; ! ragtrail check -q HEAD~1..HEAD");
	assert_int_equal(outcome.status, 0);
	assert_non_null(strstr(outcome.output, ANN "this one is not signed"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_signature_proves_who_it_was_or_does_not),
		sandbox_test(in_a_range_the_commits_date_counts_where_there_is_no_receipt),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("signatures", tests, NULL, NULL) != 0;
}
