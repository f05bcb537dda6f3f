/* ragtrail check: what is wrong with the documents. */
#include "cmd/command.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "record/collection.h"
#include "rules/rules.h"
#include "view/findings_view.h"

struct check_values {
	bool strict, quiet;
};

const struct option_row check_options[] = {
	{'q', "quiet", NULL, offsetof(struct check_values, quiet), "no summary on standard error"},
	{0, "strict", NULL, offsetof(struct check_values, strict), "warnings count as errors"},
	{0},
};

/* The path from the repository's top, below plans/, of a path that was named. */
static int path_in_repo(const struct repo *repo, const char *named, struct buf *path,
                        struct error *error)
{
	char *real = realpath(named, NULL);
	char *top = realpath(repo_worktree(repo), NULL);
	int result = -1;
	if (real == NULL) {
		error_set(error, "%.300s: %s", named, strerror(errno));
		goto done;
	}
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

static bool is_below(const char *path, const char *folder)
{
	size_t length = strlen(folder);
	return length == 0 || (strncmp(path, folder, length) == 0 &&
	                       (path[length] == '/' || path[length] == '\0'));
}

/* Keeps the findings of the paths that were named. */
static int narrow(const struct repo *repo, int count, char **named, struct findings *findings,
                  struct error *error)
{
	struct findings kept = {0};
	int result = 0;
	for (int i = 0; i < count && result == 0; i++) {
		struct buf path = BUF_INIT;
		result = path_in_repo(repo, named[i], &path, error);
		for (size_t j = 0; j < findings->count && result == 0; j++)
			if (is_below(findings->items[j].path, path.bytes))
				findings_add(&kept, &findings->items[j]);
		buf_release(&path);
	}
	findings_sort(&kept);
	findings_release(findings);
	*findings = kept;
	return result;
}

static enum status report(const struct findings *findings, size_t documents,
                          const struct check_values *values)
{
	struct buf out = BUF_INIT, summary = BUF_INIT;
	findings_as_text(findings, &out);
	findings_summary(findings, documents, &summary);
	enum status status = command_print(&out);
	if (!values->quiet)
		fputs(summary.bytes, stderr);
	size_t counted = findings->totals[SEVERITY_ERROR];
	if (values->strict)
		counted += findings->totals[SEVERITY_WARNING];
	if (status == STATUS_CLEAN && counted != 0)
		status = STATUS_FINDINGS;
	buf_release(&out);
	buf_release(&summary);
	return status;
}

enum status command_check(const struct command *command, int argc, char **argv)
{
	struct check_values values = {false, false};
	struct error error = ERROR_INIT;
	struct repo *repo = NULL;
	struct collection collection = {0};
	struct findings findings = {0};
	int count;
	enum status status;
	if (!command_options(command, argc, argv, &values, &count, &status))
		return status;
	if (command_open(&repo, &error) < 0 ||
	    collection_read_worktree(repo, &collection, &error) < 0) {
		status = command_fail(&error);
		goto done;
	}
	if (collection.count == 0) {
		error_set(
			&error,
			"there is nothing to check: no document below plans/ at the top of this repository");
		status = command_fail(&error);
		goto done;
	}
	rules_judge(&collection, &findings);
	if (count != 0 && narrow(repo, count, argv, &findings, &error) < 0)
		status = command_fail(&error);
	else
		status = report(&findings, collection.documents, &values);
done:
	findings_release(&findings);
	collection_release(&collection);
	repo_close(repo);
	return status;
}
