#include "narrow.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/mem.h"

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

/*
 * The path from the repository's top, below plans/, of a path that was named. GONE: what is
 * staged may not be in the working tree any more.
 */
static int path_in_repo(const struct repo *repo, const char *named, bool gone, struct buf *path,
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

/* Those that are judged. */
static size_t count_documents(const struct collection *collection, const struct buf *named,
                              size_t count)
{
	size_t documents = 0;
	for (size_t i = 0; i < collection->count; i++)
		for (size_t j = 0; j < collection->folders[i].count; j++) {
			const struct item *item = &collection->folders[i].items[j];
			documents += item->document != NULL && !item->beside &&
			             is_named(item->path, named, count);
		}
	return documents;
}

static int find_path(const struct repo *repo, enum narrow_in in, const char *named,
                     struct buf *path, struct error *error)
{
	if (in == NARROW_IN_COMMIT || repo_worktree(repo) == NULL)
		return path_in_tree(named, path, error);
	return path_in_repo(repo, named, in == NARROW_IN_INDEX, path, error);
}

int narrow(const struct repo *repo, const struct collection *collection, enum narrow_in in,
           int count, char **paths, struct findings *findings, size_t *documents,
           struct error *error)
{
	struct findings kept = {0};
	int result = 0;
	*documents = collection->documents;
	if (count == 0)
		return 0;
	struct buf *named = mem_new((size_t)count, sizeof(*named));
	for (int i = 0; i < count; i++) {
		named[i] = (struct buf)BUF_INIT;
		if (result == 0)
			result = find_path(repo, in, paths[i], &named[i], error);
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
