#include "narrow.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "named_paths.h"

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

/* Those that are judged. */
static size_t count_documents(const struct collection *collection, const struct buf *named,
                              size_t count)
{
	size_t documents = 0;
	for (size_t i = 0; i < collection->count; i++)
		for (size_t j = 0; j < collection->folders[i].count; j++) {
			const struct item *item = &collection->folders[i].items[j];
			documents += item->document != NULL && !item->beside &&
			             path_is_named(item->path, named, count);
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
		if (path_is_named(findings->items[i].path, named, (size_t)count))
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
