#include "named_paths.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/*
 * The absolute path without links, but for the last part: a link may be what is wrong. GONE:
 * it need not be there.
 */
static char *resolve(const char *named, bool gone)
{
	struct stat status;
	bool there = lstat(named, &status) == 0;
	if (there ? !S_ISLNK(status.st_mode) : !gone)
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

int path_in_repo(const struct repo *repo, const char *named, bool gone, struct buf *path,
                 struct error *error)
{
	char *real = resolve(named, gone);
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

static bool is_below(const char *path, const char *folder)
{
	size_t length = strlen(folder);
	return length == 0 || (strncmp(path, folder, length) == 0 &&
	                       (path[length] == '/' || path[length] == '\0'));
}

bool path_is_named(const char *path, const struct buf *named, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (is_below(path, named[i].bytes))
			return true;
	return false;
}
