#include "check_range.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/buf.h"
#include "environment.h"
#include "telling.h"
#include "rules/range.h"

static const char dots[] = "..";

bool is_range(const char *argument)
{
	struct stat status;
	const char *at = strstr(argument, dots);
	/* `../x` and `x/..` are paths whether they are there or not. */
	return at != NULL && at[2] != '/' && (at == argument || at[-1] != '/') &&
	       strcmp(argument, dots) != 0 && lstat(argument, &status) < 0;
}

/* The two sides; an empty one is HEAD. */
static int read_sides(struct repo *repo, const char *range, struct object_id *from,
                      struct object_id *to, struct error *error)
{
	const char *at = strstr(range, dots);
	struct buf left = BUF_INIT;
	int result = -1;
	if (at[2] == '.') {
		error_set(error,
		          "`%.200s` means both sides of a fork, which is no range of "
		          "landings",
		          range);
		return error_hint(error,
		                  "write two dots, with the older revision first: main..topic");
	}
	buf_add(&left, range, (size_t)(at - range));
	if (repo_commit(repo, left.length == 0 ? NULL : left.bytes, from, NULL, error) == 0 &&
	    repo_commit(repo, at[2] == '\0' ? NULL : at + 2, to, NULL, error) == 0)
		result = 0;
	buf_release(&left);
	return result;
}

/* What the findings do not tell. */
static void say_range(const struct range_verdict *verdict)
{
	fprintf(stderr, "%zu landing%s judged", verdict->landings,
	        verdict->landings == 1 ? "" : "s");
	if (verdict->standing != 0)
		fprintf(stderr, "; %zu finding%s stood before and %s left out", verdict->standing,
		        verdict->standing == 1 ? "" : "s", verdict->standing == 1 ? "is" : "are");
	fputc('\n', stderr);
}

enum status check_range(const struct command *command, const char *range,
                        const struct telling *telling)
{
	struct error error = ERROR_INIT;
	struct repo *repo = NULL;
	struct object_id from, to;
	struct range_verdict verdict = {0};
	struct arena arena = ARENA_INIT;
	struct range asked = {.from = &from,
	                      .to = &to,
	                      .gate = {.enforced = true, .now = (int64_t)time(NULL)},
	                      .environment = environment_of_git(&arena)};
	enum status status;
	if (command_open(command, &repo, &error) < 0 || repo_require_history(repo, &error) < 0 ||
	    read_sides(repo, range, &from, &to, &error) < 0 ||
	    range_judge(repo, &asked, &verdict, &error) < 0) {
		status = command_fail(&error);
	} else {
		status = telling_findings(command, telling, &verdict.findings, verdict.documents);
		if (!telling->quiet && status != STATUS_FAILED)
			say_range(&verdict);
	}
	range_release(&verdict);
	repo_close(repo);
	arena_release(&arena);
	return status;
}
