/* ragtrail check: what is wrong with the documents. */
#include "command.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/mem.h"
#include "record/collection.h"
#include "report.h"
#include "rules/rules.h"

struct check_values {
	struct as_of when;
	bool strict, quiet;
};

const struct option_row check_options[] = {
	AS_OF_ROWS(struct check_values, when),
	{'q', "quiet", NULL, offsetof(struct check_values, quiet), "no summary on standard error"},
	{0, "strict", NULL, offsetof(struct check_values, strict), "warnings count as errors"},
	{0},
};

/* The absolute path without links, but for the last part: a link may be what is wrong. */
static char *resolve(const char *named)
{
	struct stat status;
	if (lstat(named, &status) < 0 || !S_ISLNK(status.st_mode))
		return realpath(named, NULL);
	struct buf path = BUF_INIT;
	const char *slash = strrchr(named, '/');
	buf_add(&path, named, slash == NULL ? 0 : (size_t)(slash - named) + 1);
	char *folder = realpath(slash == NULL ? "." : path.bytes, NULL);
	buf_clear(&path);
	if (folder != NULL)
		buf_printf(&path, "%s/%s", folder, slash == NULL ? named : slash + 1);
	free(folder);
	return path.length == 0 ? NULL : buf_detach(&path);
}

/* The path from the repository's top, below plans/, of a path that was named. */
static int path_in_repo(const struct repo *repo, const char *named, struct buf *path,
                        struct error *error)
{
	char *real = resolve(named);
	if (real == NULL)
		return error_set(error, "%.300s: %s", named, strerror(errno));
	char *top = realpath(repo_worktree(repo), NULL);
	int result = -1;
	size_t length = top == NULL ? 0 : strlen(top);
	if (top == NULL || strncmp(real, top, length) != 0 ||
	    (real[length] != '/' && real[length] != '\0')) {
		error_set(error, "%.300s is outside this repository", named);
		goto done;
	}
	const char *inner = real[length] == '/' ? real + length + 1 : "";
	if (inner[0] != '\0' && strcmp(inner, REPO_PLANS) != 0 &&
	    strncmp(inner, REPO_PLANS "/", strlen(REPO_PLANS) + 1) != 0) {
		error_set(error, "%.300s is not below plans/, where the documents are", named);
		goto done;
	}
	buf_text(path, inner);
	result = 0;
done:
	free(real);
	free(top);
	return result;
}

/* The path of a revision that was named: from the repository's top, as git has it. */
static int path_in_tree(const char *named, struct buf *path, struct error *error)
{
	if (strcmp(named, REPO_PLANS) != 0 &&
	    strncmp(named, REPO_PLANS "/", strlen(REPO_PLANS) + 1) != 0) {
		error_set(error, "%.300s is not below plans/, where the documents are", named);
		return error_hint(error, "with a revision, name it from the repository's top");
	}
	buf_text(path, named);
	while (path->length != 0 && path->bytes[path->length - 1] == '/')
		path->bytes[--path->length] = '\0';
	return 0;
}

static bool is_below(const char *path, const char *folder)
{
	size_t length = strlen(folder);
	return length == 0 || (strncmp(path, folder, length) == 0 &&
	                       (path[length] == '/' || path[length] == '\0'));
}

static bool is_named(const char *path, const struct buf *named, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (is_below(path, named[i].bytes))
			return true;
	return false;
}

static size_t count_documents(const struct collection *collection, const struct buf *named,
                              size_t count)
{
	size_t documents = 0;
	for (size_t i = 0; i < collection->count; i++)
		for (size_t j = 0; j < collection->folders[i].count; j++)
			if (collection->folders[i].items[j].document != NULL &&
			    is_named(collection->folders[i].items[j].path, named, count))
				documents++;
	return documents;
}

/* Keeps the findings of the paths that were named, and counts their documents. */
static int narrow(const struct repo *repo, const struct collection *collection, bool worktree,
                  int count, char **paths, struct findings *findings, size_t *documents,
                  struct error *error)
{
	struct findings kept = {0};
	struct buf *named = mem_new((size_t)count, sizeof(*named));
	int result = 0;
	for (int i = 0; i < count; i++) {
		named[i] = (struct buf)BUF_INIT;
		if (result == 0)
			result = worktree ? path_in_repo(repo, paths[i], &named[i], error)
			                  : path_in_tree(paths[i], &named[i], error);
	}
	for (size_t i = 0; i < findings->count && result == 0; i++)
		if (is_named(findings->items[i].path, named, (size_t)count))
			findings_add(&kept, &findings->items[i]);
	findings_carry(&kept, findings);
	*documents = count_documents(collection, named, (size_t)count);
	for (int i = 0; i < count; i++)
		buf_release(&named[i]);
	free(named);
	findings_release(findings);
	*findings = kept;
	return result;
}

static void say_not_compared(bool quiet, const char *why)
{
	if (!quiet)
		fprintf(stderr, "%s, so nothing is compared with what is on record\n", why);
}

/*
 * The record that documents are judged against, where there is one: nothing may have
 * been committed yet, and of a history that is not all here there is none.
 */
static int read_record(struct repo *repo, const struct as_of *when, bool quiet,
                       struct record **record, struct object_id *commit, struct error *error)
{
	struct error ignored = ERROR_INIT;
	bool unborn;
	*record = NULL;
	if (command_commit(repo, when, commit, &unborn, error) < 0)
		return -1;
	if (unborn)
		return 0;
	if (repo_require_history(repo, &ignored) < 0) {
		say_not_compared(quiet, "the history is cut off here (a shallow clone)");
		return 0;
	}
	if (record_read(repo, commit, DEPTH_RATINGS, record, error) == 0)
		return 0;
	if (!repo_is_partial(repo))
		return -1;
	say_not_compared(quiet, "older versions are missing here (a partial clone)");
	return 0;
}

static bool is_named_revision(const struct as_of *when)
{
	return when->revision != NULL || when->day != NULL;
}

/* The documents to judge: of the working tree, or of the revision that was named. */
static int read_collection(struct repo *repo, const struct as_of *when,
                           const struct object_id *commit, struct collection *collection,
                           struct error *error)
{
	bool named = is_named_revision(when);
	int result = named ? collection_read_commit(repo, commit, collection, error)
	                   : collection_read_worktree(repo, collection, error);
	if (result == 0 && collection->count == 0)
		return error_set(error,
		                 named ? "there is nothing to check: no document below plans/ in "
		                         "this revision"
		                       : "there is nothing to check: no document below plans/ at "
		                         "the top of this repository");
	return result;
}

enum status command_check(const struct command *command, int argc, char **argv)
{
	struct check_values values = {{NULL, NULL, false}, false, false};
	struct error error = ERROR_INIT;
	struct repo *repo = NULL;
	struct record *record = NULL;
	struct object_id commit;
	struct collection collection = {0};
	struct findings findings = {0};
	int count;
	enum status status;
	if (!command_options(command, argc, argv, &values, &count, &status))
		return status;
	if (command_open(command, &repo, &error) < 0 ||
	    read_record(repo, &values.when, values.quiet, &record, &commit, &error) < 0 ||
	    read_collection(repo, &values.when, &commit, &collection, &error) < 0) {
		status = command_fail(&error);
		goto done;
	}
	rules_judge(&collection, record, &findings);
	size_t documents = collection.documents;
	if (count != 0 && narrow(repo, &collection, !is_named_revision(&values.when), count, argv,
	                         &findings, &documents, &error) < 0)
		status = command_fail(&error);
	else
		status = report_findings(&findings, documents, values.strict, values.quiet);
done:
	findings_release(&findings);
	collection_release(&collection);
	record_free(record);
	repo_close(repo);
	return status;
}
