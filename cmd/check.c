/* ragtrail check: what is wrong with the documents. */
#include "check.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "check_range.h"
#include "telling.h"
#include "rules/rules.h"
#include "view/findings_view.h"

struct check_values {
	struct as_of when;
	struct telling telling;
	bool staged, candour, schema;
};

const struct option_row check_options[] = {
	AS_OF_ROWS(struct check_values, when),
	TELLING_ROWS(struct check_values, telling),
	{0, "schema", NULL, offsetof(struct check_values, schema),
         "print the JSON Schema of `--format json`, and read nothing"},
	{0, "candour", NULL, offsetof(struct check_values, candour),
         "hold what is written against the dates, the record and itself as well"},
	{0, "staged", NULL, offsetof(struct check_values, staged),
         "check what is about to be committed, and only what it changes"},
	{0},
};

static bool is_named_revision(const struct as_of *when)
{
	return when->revision != NULL || when->day != NULL;
}

/* --- what an argument means --- */

/* Where nothing says which is meant. */
static bool looks_like_path(const char *argument)
{
	size_t length = strlen(argument);
	return length == 0 || strchr(argument, '/') != NULL ||
	       (length > 3 && strcmp(argument + length - 3, ".md") == 0);
}

/*
 * Whether the first argument is a revision, as git tells: what is both a revision and a
 * path is refused. SURE: `--` stands behind it. Returns 1, 0 or -1.
 */
static int is_revision(struct repo *repo, const char *argument, bool sure, struct error *error)
{
	struct error reason = ERROR_INIT;
	struct object_id commit;
	struct stat status;
	bool revision = repo_commit(repo, argument, &commit, NULL, &reason) == 0;
	bool path = lstat(argument, &status) == 0;
	if (revision && path && !sure) {
		error_set(error, "`%.200s` is both a revision and a path", argument);
		return error_hint(error, "put `--` behind it for the revision, before it for the "
		                         "path");
	}
	if (revision)
		return 1;
	if (!sure && (path || looks_like_path(argument)))
		return 0;
	*error = reason;
	if (error->hint[0] == '\0' && !sure)
		error_hint(error, "and there is no such path");
	return -1;
}

/* Takes a revision off the arguments, into check->when. BEFORE of them stand before `--`. */
static int take_revision(struct check *check, int before, bool separated)
{
	bool named = is_named_revision(&check->when);
	if (before == 0 || (before > 1 && separated))
		return before == 0 ? 0
		                   : error_set(&check->error,
		                               "only one revision can be checked at a time");
	int found = is_revision(check->repo, check->paths[0], separated, &check->error);
	if (found <= 0)
		return found;
	if (named || check->staged) {
		error_set(&check->error, "`%.200s` is a revision, and %s", check->paths[0],
		          check->staged ? "`--staged` is not about one"
		                        : "another one is named by `--at` or `--on`");
		return error_hint(&check->error, "leave one of the two out");
	}
	check->when.revision = check->paths[0];
	check->paths++;
	check->count--;
	return 0;
}

/* --- what is judged --- */

static void say_not_compared(bool quiet, const char *why)
{
	if (!quiet)
		fprintf(stderr, "%s, so nothing is compared with what is on record\n", why);
}

/*
 * The record that documents are judged against, where there is one: nothing may have
 * been committed yet, and of a history that is not all here there is none.
 */
static int read_record(struct check *check, struct object_id *commit)
{
	struct error ignored = ERROR_INIT;
	bool unborn;
	if (command_commit(check->repo, &check->when, commit, &unborn, &check->error) < 0)
		return -1;
	if (unborn)
		return 0;
	if (repo_require_history(check->repo, &ignored) < 0) {
		say_not_compared(check->quiet, "the history is cut off here (a shallow clone)");
		return 0;
	}
	if (record_read(check->repo, commit, DEPTH_RATINGS, &check->record, &check->error) == 0)
		return 0;
	if (!repo_is_partial(check->repo))
		return -1;
	say_not_compared(check->quiet, "older versions are missing here (a partial clone)");
	return 0;
}

int check_judge(struct check *check, const struct collection *collection, struct findings *findings)
{
	struct candour_wanted wanted = {.errors_alone = !check->candour};
	rules_judge(collection, check->record, findings);
	return rules_judge_candour(collection, check->record, wanted, findings, &check->error);
}

/* The documents of the working tree, or of the revision that was named. */
static int check_all(struct check *check)
{
	struct object_id commit;
	bool named = is_named_revision(&check->when);
	check->in = named ? NARROW_IN_COMMIT : NARROW_IN_WORKTREE;
	if (read_record(check, &commit) < 0)
		return -1;
	int result =
		named ? collection_read_commit(check->repo, &commit, &check->collection,
	                                       &check->error)
		      : collection_read_worktree(check->repo, &check->collection, &check->error);
	if (result < 0)
		return -1;
	if (check_judge(check, &check->collection, &check->findings) < 0)
		return -1;
	if (check->collection.count == 0 && check->findings.count == 0) {
		error_set(&check->error, "there is nothing to check: no document below plans/ %s",
		          named ? "in this revision" : "at the top of this repository");
		return named ? -1
		             : error_hint(&check->error, "a plan begins with: ragtrail new plan > "
		                                         "plans/NAME/plan.md");
	}
	return 0;
}

static enum status run(const struct command *command, struct check *check,
                       const struct check_values *values)
{
	size_t documents;
	if ((check->staged ? check_staged(check) : check_all(check)) < 0)
		return command_fail(&check->error);
	/* Of a commit that changes no document there is nothing to say to people. */
	bool silent = check->staged && values->telling.format == NULL;
	if (silent && check->collection.count == 0)
		return STATUS_CLEAN;
	if (narrow(check->repo, &check->collection, check->in, check->count, check->paths,
	           &check->findings, &documents, &check->error) < 0)
		return command_fail(&check->error);
	enum status status = STATUS_CLEAN;
	if (!silent || documents != 0 || check->findings.count != 0)
		status = telling_findings(command, &values->telling, &check->findings, documents);
	if (check->staged && !values->telling.quiet)
		check_staged_remarks(check);
	return status;
}

static enum status print_schema(void)
{
	struct buf out = BUF_INIT;
	findings_schema(&out);
	enum status status = command_print(&out);
	buf_release(&out);
	return status;
}

/* BEHIND: how many of the arguments stand behind `--`; -1 where there is none. */
static enum status check_what(const struct command *command, struct check *check,
                              const struct check_values *values, int behind)
{
	int before = check->count - (behind < 0 ? 0 : behind);
	bool named = values->staged || is_named_revision(&values->when);
	if (before != 0 && is_range(check->paths[0]))
		return check->count > 1 || named
		               ? command_usage(command,
		                               "with the range `%.100s` nothing else can be named",
		                               check->paths[0])
		               : check_range(command, check->paths[0], &values->telling);
	if (values->staged && is_named_revision(&values->when))
		return command_usage(command, "`--staged` is about the next commit, so `--at` and "
		                              "`--on` have no meaning with it");
	if (command_open(command, &check->repo, &check->error) < 0 ||
	    take_revision(check, before, behind >= 0) < 0)
		return command_fail(&check->error);
	return run(command, check, values);
}

enum status command_check(const struct command *command, int argc, char **argv)
{
	struct check_values values = {.schema = false};
	struct check check = {.paths = argv};
	enum status status;
	int behind = options_behind(command->options, argc, argv);
	if (!command_options(command, argc, argv, &values, &check.count, &status))
		return status;
	if (values.schema)
		return print_schema();
	if (!telling_understood(command, &values.telling, &status))
		return status;
	check.when = values.when;
	check.staged = values.staged;
	check.candour = values.candour;
	check.quiet = values.telling.quiet;
	status = check_what(command, &check, &values, behind);
	findings_release(&check.findings);
	collection_release(&check.collection);
	record_free(check.record);
	repo_close(check.repo);
	return status;
}
