/* The hook pre-receive: declared in hook.h. What cannot be checked is refused. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "base/text.h"
#include "environment.h"
#include "git.h"
#include "hook.h"
#include "receive.h"
#include "repo/references.h"
#include "rules/range.h"

#define TAGS "refs/tags/"

enum { MOST_SHOWN = 50 }; /* of findings, a push */

void receive_say(const char *word, const char *format, ...)
{
	struct buf line = BUF_INIT;
	char said[2048];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(said, sizeof(said), format, arguments);
	va_end(arguments);
	buf_printf(&line, "%s: ", word);
	text_add_visible(&line, said, strlen(said));
	fprintf(stderr, "%s\n", line.bytes);
	buf_release(&line);
}

static void say_finding(const struct finding *finding)
{
	char commit[32] = "";
	if (finding->commit != NULL)
		snprintf(commit, sizeof(commit), "commit %.*s: ", OBJECT_SHORT, finding->commit);
	receive_say(severity_word(finding->severity), "%s:%d:%d: %s%s [%s]", finding->path,
	            finding->place.line, finding->place.column, commit, finding->message,
	            finding->rule);
}

/* Errors first: of warnings, as many as there is room for. */
void receive_findings(struct receive *receive, const struct findings *findings)
{
	size_t shown = 0,
	       told = findings->totals[SEVERITY_ERROR] + findings->totals[SEVERITY_WARNING];
	for (enum severity severity = SEVERITY_ERROR; severity <= SEVERITY_WARNING; severity++)
		for (size_t i = 0; i < findings->count && shown < MOST_SHOWN; i++)
			if (findings->items[i].severity == severity) {
				say_finding(&findings->items[i]);
				shown++;
			}
	for (size_t i = 0; i < findings->count; i++)
		if (findings->items[i].severity == SEVERITY_ERROR &&
		    findings->items[i].commit != NULL) {
			receive_say("hint",
			            "where a line names a commit, mend that commit (git commit "
			            "--amend, or git rebase -i): another one behind it does "
			            "not undo what it did");
			break;
		}
	if (shown < told)
		receive_say("hint",
		            "%zu more are not shown; git fetch, then ragtrail check, shows "
		            "those in the files",
		            told - shown);
	receive->refused += findings->totals[SEVERITY_ERROR];
}

/* A branch that is new is judged from where it leaves the one that there is. */
static int find_start(struct receive *receive, const struct pushed *pushed, struct object_id *from)
{
	const char *const *names;
	*from = pushed->before;
	if (!object_is_none(from))
		return 0;
	if (receive->protect.shown != NULL &&
	    reference_commit(receive->repo, receive->protect.shown, from, receive->error) < 0)
		return -1;
	if (!object_is_none(from))
		return 0;
	if (references_list(receive->repo, receive->arena, &names, receive->error) < 0)
		return -1;
	for (size_t i = 0; names[i] != NULL && object_is_none(from); i++)
		if (protect_holds(&receive->protect, names[i]) &&
		    reference_commit(receive->repo, names[i], from, receive->error) < 0)
			return -1;
	return 0;
}

/* Judges what lands on a protected branch. */
static int judge_branch(struct receive *receive, const struct pushed *pushed)
{
	struct range_verdict verdict;
	struct object_id from;
	if (find_start(receive, pushed, &from) < 0)
		return -1;
	struct range range = {.from = object_is_none(&from) ? NULL : &from,
	                      .to = &pushed->after,
	                      .gate = {.enforced = true, .now = receive->now},
	                      .environment = environment_of_git(receive->arena),
	                      .arrives = receive->now};
	int result = range_judge(receive->repo, &range, &verdict, receive->error);
	if (result == 0 && !object_is_none(&pushed->before) &&
	    !object_equal(&verdict.shared, &pushed->before)) {
		/* By its first parents it is in order; by the receipts it is not. */
		receive_say("error",
		            "%s: by what the server has received, this push would turn the "
		            "history round",
		            receive_name(pushed->ref));
		receive_say("hint",
		            "do not merge what is on that branch already; git rebase "
		            "origin/%s leaves such merges out",
		            receive_name(pushed->ref));
		receive->refused++;
	}
	if (result == 0)
		receive_findings(receive, &verdict.findings);
	range_release(&verdict);
	return result;
}

/* A push that claims to be signed is signed, and for this server, now. */
static void check_certificate(struct receive *receive)
{
	const char *blob = getenv("GIT_PUSH_CERT"), *status = getenv("GIT_PUSH_CERT_STATUS");
	const char *nonce = getenv("GIT_PUSH_CERT_NONCE_STATUS");
	if (blob == NULL || blob[0] == '\0')
		return;
	if (status != NULL && strcmp(status, "G") == 0 && nonce != NULL && strcmp(nonce, "OK") == 0)
		return;
	receive_say("error", "the signature of this push does not hold, or is not of now");
	receive_say("hint", "push again with a key that this server knows: git push --signed");
	receive->refused++;
}

/* Judges the references that are protected branches, or all others. */
static int judge_references(struct receive *receive, bool branches)
{
	for (size_t i = 0; i < receive->pushed.count; i++) {
		const struct pushed *pushed = &receive->pushed.items[i];
		bool judged;
		if (receive_is_protected(receive, pushed) != branches)
			continue;
		if (receive_ref(receive, pushed, &judged) < 0 ||
		    (judged && judge_branch(receive, pushed) < 0))
			return -1;
	}
	return 0;
}

static int judge_push(struct receive *receive)
{
	check_certificate(receive);
	if (receive_guarded(receive) < 0)
		return -1;
	/* Branches first: a tag may follow one that is redacted. */
	return judge_references(receive, true) < 0 ? -1 : judge_references(receive, false);
}

/* Full names, or those of tags; meetings are published as tags board/... by default. */
static const char *const *read_published(struct arena *arena)
{
	static const char *const usual[] = {TAGS "board/*", NULL};
	const char *const *settings = git_settings(arena, "ragtrail.published");
	size_t count = 0;
	while (settings[count] != NULL)
		count++;
	if (count == 0)
		return usual;
	const char **patterns = arena_new(arena, (count + 1) * sizeof(*patterns));
	for (size_t i = 0; i < count; i++)
		patterns[i] = strncmp(settings[i], "refs/", strlen("refs/")) == 0
		                      ? settings[i]
		                      : arena_printf(arena, TAGS "%s", settings[i]);
	return patterns;
}

/* What must be asked of git while its environment is whole. */
static int read_settings(struct receive *receive)
{
	protect_read(receive->arena, &receive->protect);
	receive->published = read_published(receive->arena);
	if (receive->protect.patterns[0] != NULL)
		return 0;
	error_set(receive->error, "the server does not know which branch holds the record");
	return error_hint(receive->error,
	                  "on the server: git config ragtrail.protect main, or point HEAD to it");
}

static enum status end(struct receive *receive, int result)
{
	if (result < 0) {
		receive_say("error", "%s", receive->error->what);
		if (receive->error->hint[0] != '\0')
			receive_say("hint", "%s", receive->error->hint);
		receive_say("error", "nothing was changed, because this push could not be checked");
		return STATUS_FAILED;
	}
	if (receive->refused == 0)
		return STATUS_CLEAN;
	receive_say("error", "nothing was changed on the server");
	receive_say("hint", "your work is still in your own repository: mend it, and push again");
	return STATUS_FINDINGS;
}

enum status hook_pre_receive(const struct command *command, int argc, char **argv)
{
	struct arena arena = ARENA_INIT;
	struct error error = ERROR_INIT;
	struct receive receive = {.arena = &arena, .now = (int64_t)time(NULL), .error = &error};
	(void)argc;
	(void)argv;
	int result = pushed_read(&arena, "pre-receive", &receive.pushed, &error);
	if (result == 0)
		result = read_settings(&receive);
	if (result == 0)
		result = command_open(command, &receive.repo, &error);
	if (result == 0) {
		repo_distrust(receive.repo);
		result = repo_require_history(receive.repo, &error);
	}
	if (result == 0)
		result = judge_push(&receive);
	enum status status = end(&receive, result);
	repo_close(receive.repo);
	arena_release(&arena);
	return status;
}
