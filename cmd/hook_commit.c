/* The hooks of those who commit: declared in hook.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/replace.h"
#include "git.h"
#include "hook.h"
#include "record/proposal.h"
#include "view/commit_message.h"

/* Checks what is being committed, and says what to do where that is not well. */
static enum status check_commit(const struct command *command, const char *next)
{
	char *arguments[] = {(char[]){"--staged"}, NULL};
	struct command check = *command;
	check.name = "check";
	check.arguments = "";
	check.options = check_options;
	enum status status = command_check(&check, 1, arguments);
	if (status == STATUS_FINDINGS)
		fprintf(stderr,
		        "Your work is still in the file.\n"
		        "Mend the lines named above, then %s\n",
		        next);
	else if (status != STATUS_CLEAN)
		fprintf(stderr, "Nothing was committed. Your work is still in the file.\n");
	return status;
}

enum status hook_pre_commit(const struct command *command, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return check_commit(command, "add the file (git add FILE) and commit again.");
}

enum status hook_pre_merge_commit(const struct command *command, int argc, char **argv)
{
	(void)argc;
	(void)argv;
	return check_commit(command, "add the file (git add FILE) and finish the merge "
	                             "(git commit).");
}

/* All of a file, which has no NUL in it. */
static int read_message(const char *path, struct buf *text)
{
	char chunk[4096];
	size_t got;
	FILE *file = fopen(path, "rbe");
	if (file == NULL)
		return -1;
	while ((got = fread(chunk, 1, sizeof(chunk), file)) != 0)
		buf_add(text, chunk, got);
	bool failed = ferror(file) != 0 || strlen(text->bytes) != text->length;
	fclose(file);
	return failed ? -1 : 0;
}

/* The character that comments begin with; where git chose it itself, the file tells. */
static char comment_of(struct arena *arena, const char *message)
{
	const char *setting = GIT_LINE(arena, "config", "--get", "core.commentChar");
	if (setting == NULL)
		return '#';
	if (strcmp(setting, "auto") != 0)
		return setting[0];
	const char *first = message + strspn(message, "\n");
	return *first != '\0' ? *first : '#';
}

/* Puts what changed in front of what git has written into the file. */
static int fill(const struct command *command, const char *path, char comment, const char *message,
                struct error *error)
{
	struct repo *repo = NULL;
	struct proposal proposal = {0};
	struct buf text = BUF_INIT, whole = BUF_INIT;
	struct stat status;
	int result = -1;
	if (command_open(command, &repo, error) < 0 || proposal_read(repo, &proposal, error) < 0)
		goto done;
	commit_message(&proposal, &text);
	result = 0;
	if (text.length != 0 && commit_message_place(text.bytes, message, comment, &whole))
		result = replace_file(path, whole.bytes, whole.length,
		                      stat(path, &status) == 0 ? status.st_mode & 0777 : 0666,
		                      error);
done:
	buf_release(&whole);
	buf_release(&text);
	proposal_release(&proposal);
	repo_close(repo);
	return result;
}

enum status hook_prepare_commit_msg(const struct command *command, int argc, char **argv)
{
	struct arena arena = ARENA_INIT;
	struct error error = ERROR_INIT;
	struct buf message = BUF_INIT;
	/* A second argument says where the message comes from: from somebody, then. */
	if (argc != 1)
		return STATUS_CLEAN;
	int result = read_message(argv[0], &message);
	if (result < 0)
		error_set(&error, "%.300s cannot be read", argv[0]);
	else
		result = fill(command, argv[0], comment_of(&arena, message.bytes), message.bytes,
		              &error);
	if (result < 0) {
		command_fail(&error);
		fputs("The commit message was left empty: write what changed yourself.\n", stderr);
	}
	buf_release(&message);
	arena_release(&arena);
	return STATUS_CLEAN;
}
