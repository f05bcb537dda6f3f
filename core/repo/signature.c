#include "repo/signature.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/program.h"
#include "base/text.h"
#include "repo/internal.h"

const char *proof_words(enum proof proof)
{
	static const char *const words[PROOF_COUNT] = {
		[PROOF_GIVEN] = "this one is",
		[PROOF_NOT_SIGNED] = "this one is not signed",
		[PROOF_SEVERAL] = "this one has more than one signature",
		[PROOF_NOT_SSH] = "this one is not signed by an SSH key",
		[PROOF_NOT_GOOD] =
			("git does not find its signature good: the key may not be on the "
	                 "server's list, or no longer valid"),
		[PROOF_OF_ANOTHER] = "this one is signed with the key of somebody else",
		[PROOF_EXPIRED] = "its key was not valid when the server received it",
	};
	return words[proof];
}

/* One proof under way. */
struct prover {
	struct repo *repo;
	git_oid oid;
	char hex[OBJECT_HEX_SIZE];
	const char *address;
	const char *principal; /* the address as the list of allowed signers spells it */
	const char *const *environment;
	struct arena arena;
	struct error *error;
};

/* The lines of the header that begin with this word and a blank. */
static size_t count_lines(const char *header, size_t length, const char *word)
{
	size_t count = 0, size = strlen(word);
	const char *end = header + length;
	for (const char *line = header; line < end && *line != '\n';) {
		const char *next = memchr(line, '\n', (size_t)(end - line));
		if (next == NULL)
			break;
		if ((size_t)(next - line) > size && memcmp(line, word, size) == 0 &&
		    line[size] == ' ')
			count++;
		line = next + 1;
	}
	return count;
}

/* The signature and what it is of, as libgit2 finds them. */
static int read_signature(struct prover *prover, struct buf *signature, struct buf *of,
                          enum proof *proof)
{
	static const char ssh[] = "-----BEGIN SSH SIGNATURE-----";
	git_odb_object *object = NULL;
	git_buf found = {0}, signed_data = {0};
	struct object_id id = repo_object_id(&prover->oid);
	if (repo_object(prover->repo, &id, GIT_OBJECT_COMMIT, LARGEST_COMMIT, &object,
	                prover->error) < 0)
		return -1;
	const char *bytes = git_odb_object_data(object);
	size_t length = git_odb_object_size(object);
	size_t count =
		count_lines(bytes, length, "gpgsig") + count_lines(bytes, length, "gpgsig-sha256");
	git_odb_object_free(object);
	*proof = count == 0 ? PROOF_NOT_SIGNED : count > 1 ? PROOF_SEVERAL : PROOF_GIVEN;
	if (*proof != PROOF_GIVEN)
		return 0;
	if (git_commit_extract_signature(&found, &signed_data, prover->repo->git, &prover->oid,
	                                 "gpgsig") < 0)
		return repo_fail(prover->error, "the signature of commit %s cannot be read",
		                 prover->hex);
	if (found.size < strlen(ssh) || memcmp(found.ptr, ssh, strlen(ssh)) != 0)
		*proof = PROOF_NOT_SSH;
	buf_add(signature, found.ptr, found.size);
	buf_byte(signature, '\n');
	buf_add(of, signed_data.ptr, signed_data.size);
	git_buf_dispose(&found);
	git_buf_dispose(&signed_data);
	return 0;
}

/* Asks git, in the repository that is read here. */
static int ask_git(struct prover *prover, const char *const *words, struct buf *out, int *code)
{
	const char *arguments[16] = {"git"};
	size_t count = 1;
	arguments[count++] = arena_printf(&prover->arena, "--git-dir=%s",
	                                  git_repository_path(prover->repo->git));
	while (*words != NULL && count + 1 < sizeof(arguments) / sizeof(*arguments))
		arguments[count++] = *words++;
	const struct program program = {.arguments = arguments, .environment = prover->environment};
	return program_run(&program, out, code, prover->error);
}

#define ASK_GIT(prover, out, code, ...)                                                            \
	ask_git(prover, (const char *const[]){__VA_ARGS__, NULL}, out, code)

/* What git says of the signature. */
static int ask_verdict(struct prover *prover, enum proof *proof)
{
	struct buf out = BUF_INIT;
	int code = 0, result = -1;
	*proof = PROOF_NOT_GOOD;
	if (ASK_GIT(prover, &out, &code, "verify-commit", prover->hex) < 0)
		goto done;
	buf_clear(&out);
	if (code == 0 && ASK_GIT(prover, &out, &code, "show", "--no-patch", "--no-notes",
	                         "--format=%G?%n%GS", prover->hex) < 0)
		goto done;
	result = 0;
	if (code != 0 || strncmp(out.bytes, "G\n", 2) != 0)
		goto done;
	prover->principal = arena_text(&prover->arena, out.bytes + 2, strcspn(out.bytes + 2, "\n"));
	*proof = text_equal_folded(prover->principal, prover->address) ? PROOF_GIVEN
	                                                               : PROOF_OF_ANOTHER;
done:
	buf_release(&out);
	return result;
}

/* The value of a setting, in the prover's arena; NULL where git knows of none. */
static int ask_setting(struct prover *prover, const char *type, const char *name,
                       const char **value)
{
	struct buf out = BUF_INIT;
	int code;
	*value = NULL;
	int result = ASK_GIT(prover, &out, &code, "config", type, "--get", name);
	if (result == 0 && code == 0 && out.length > 1)
		*value = arena_text(&prover->arena, out.bytes, strcspn(out.bytes, "\n"));
	buf_release(&out);
	return result;
}

/* "20230901100000", of a process whose time is UTC. */
static const char *verify_time(struct prover *prover, int64_t time)
{
	char text[DATE_TEXT_SIZE], digits[DATE_TEXT_SIZE];
	size_t count = 0;
	date_time_iso(time, text);
	for (const char *at = text; *at != '\0'; at++)
		if (*at >= '0' && *at <= '9')
			digits[count++] = *at;
	digits[count] = '\0';
	return arena_printf(&prover->arena, "-Overify-time=%s", digits);
}

/* git asks whether the key was valid when the commit says that it was made; here it is asked again.
 */
static int ask_validity(struct prover *prover, const struct buf *signature, const struct buf *of,
                        int64_t arrived, enum proof *proof)
{
	const char *signers, *keygen;
	struct buf out = BUF_INIT;
	int code;
	if (ask_setting(prover, "--type=path", "gpg.ssh.allowedSignersFile", &signers) < 0 ||
	    ask_setting(prover, "--type=path", "gpg.ssh.program", &keygen) < 0)
		return -1;
	const char *const arguments[] = {keygen != NULL ? keygen : "ssh-keygen",
	                                 "-Y",
	                                 "verify",
	                                 "-n",
	                                 "git",
	                                 "-f",
	                                 signers != NULL ? signers : "/dev/null",
	                                 "-I",
	                                 prover->principal,
	                                 "-s",
	                                 PROGRAM_FILE,
	                                 verify_time(prover, arrived),
	                                 NULL};
	const struct program program = {.arguments = arguments,
	                                .environment = prover->environment,
	                                .input = of,
	                                .file = signature};
	int result = program_run(&program, &out, &code, prover->error);
	if (result == 0 && code != 0)
		*proof = PROOF_EXPIRED;
	buf_release(&out);
	return result;
}

int signature_prove(struct repo *repo, const struct object_id *commit, const char *address,
                    int64_t arrived, const char *const *environment, enum proof *proof,
                    struct error *error)
{
	struct prover prover = {.repo = repo,
	                        .oid = repo_oid(commit),
	                        .address = address,
	                        .environment = environment,
	                        .error = error};
	struct buf signature = BUF_INIT, of = BUF_INIT;
	object_hex(commit, prover.hex);
	int result = read_signature(&prover, &signature, &of, proof);
	if (result == 0 && *proof == PROOF_GIVEN)
		result = ask_verdict(&prover, proof);
	if (result == 0 && *proof == PROOF_GIVEN && arrived != 0)
		result = ask_validity(&prover, &signature, &of, arrived, proof);
	buf_release(&signature);
	buf_release(&of);
	arena_release(&prover.arena);
	return result;
}
