/* The files of the working tree: declared in repo/files.h. */
#include "repo/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "repo/internal.h"
#include "repo/paths.h"

/* A walk down the folders of the working tree. */
struct descent {
	struct repo *repo;
	git_index *index;
	struct files *files;
	struct buf path;
	struct error *error;
};

/* -1 on error, 1 when git would leave the file alone: ignored, and not tracked. */
static int is_ignored(struct descent *descent)
{
	int ignored = 0;
	if (git_index_get_bypath(descent->index, descent->path.bytes, 0) != NULL)
		return 0;
	if (git_ignore_path_is_ignored(&ignored, descent->repo->git, descent->path.bytes) < 0)
		return repo_fail(descent->error, "cannot tell whether git ignores %.200s",
		                 descent->path.bytes);
	return ignored;
}

static enum file_type type_of(const struct stat *status, const char *path)
{
	if (!path_is_safe(path))
		return FILE_UNSAFE;
	if (S_ISREG(status->st_mode))
		return FILE_REGULAR;
	return S_ISLNK(status->st_mode) ? FILE_LINK : FILE_SPECIAL;
}

static int add_file(struct descent *descent, enum file_type type)
{
	struct files *files = descent->files;
	int ignored = is_ignored(descent);
	if (ignored != 0)
		return ignored < 0 ? -1 : 0;
	if (files->count == FILES_MOST)
		return error_set(descent->error,
		                 "more than %d files below plans/; that is no improvement plan",
		                 FILES_MOST);
	files->items = arena_grow(&files->arena, files->items, files->count, &files->room,
	                          sizeof(*files->items));
	files->items[files->count++] = (struct file){
		.path = arena_text(&files->arena, descent->path.bytes, descent->path.length),
		.type = type,
	};
	return 0;
}

/* True for a folder that git has as another repository. */
static bool is_submodule(const struct descent *descent)
{
	const git_index_entry *entry = git_index_get_bypath(descent->index, descent->path.bytes, 0);
	return entry != NULL && entry->mode == GIT_FILEMODE_COMMIT;
}

static int descend(struct descent *descent, int parent, const char *name, int depth);

static int visit(struct descent *descent, int folder, const char *name, int depth)
{
	size_t length = descent->path.length;
	struct stat status;
	int result = 0;
	if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0 || strcmp(name, ".git") == 0)
		return 0;
	if (fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) < 0)
		return errno == ENOENT ? 0
		                       : error_set(descent->error, "%.200s/%.200s: %s",
		                                   descent->path.bytes, name, strerror(errno));
	buf_byte(&descent->path, '/');
	buf_text(&descent->path, name);
	const char *path = descent->path.bytes;
	if (S_ISDIR(status.st_mode) && is_submodule(descent))
		result = add_file(descent, FILE_SUBMODULE);
	else if (S_ISDIR(status.st_mode))
		result = depth < FILES_DEEPEST ? descend(descent, folder, name, depth + 1) : 0;
	else if (path_is_document(path) || (S_ISLNK(status.st_mode) && path_is_folder(path)))
		result = add_file(descent, type_of(&status, path));
	descent->path.length = length;
	descent->path.bytes[length] = '\0';
	return result;
}

/* Goes down the folder NAME of PARENT, whose path is descent->path. */
static int descend(struct descent *descent, int parent, const char *name, int depth)
{
	int result = 0;
	int folder = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (folder < 0)
		return errno == ENOENT || errno == ENOTDIR || errno == ELOOP
		               ? 0
		               : error_set(descent->error, "%.200s: %s", descent->path.bytes,
		                           strerror(errno));
	DIR *entries = fdopendir(folder);
	if (entries == NULL) {
		close(folder);
		return error_set(descent->error, "%.200s: %s", descent->path.bytes,
		                 strerror(errno));
	}
	while (result == 0) {
		errno = 0;
		const struct dirent *entry = readdir(entries);
		if (entry == NULL) {
			if (errno != 0)
				result = error_set(descent->error, "%.200s: %s",
				                   descent->path.bytes, strerror(errno));
			break;
		}
		result = visit(descent, folder, entry->d_name, depth);
	}
	closedir(entries);
	return result;
}

/* Goes down plans/ in the folder TOP; what stands in its place instead is a file. */
static int descend_top(struct descent *descent, int top)
{
	struct stat status;
	buf_text(&descent->path, REPO_PLANS);
	if (fstatat(top, REPO_PLANS, &status, AT_SYMLINK_NOFOLLOW) < 0)
		return errno == ENOENT
		               ? 0
		               : error_set(descent->error, "%s: %s", REPO_PLANS, strerror(errno));
	if (!S_ISDIR(status.st_mode))
		return add_file(descent, S_ISLNK(status.st_mode) ? FILE_LINK : FILE_SPECIAL);
	return is_submodule(descent) ? add_file(descent, FILE_SUBMODULE)
	                             : descend(descent, top, REPO_PLANS, 0);
}

/* True where a document of the index is not to be in the working tree. */
static bool is_sparse(git_index *index)
{
	for (size_t i = 0; i < git_index_entrycount(index); i++) {
		const git_index_entry *entry = git_index_get_byindex(index, i);
		if ((entry->flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) != 0 &&
		    path_is_document(entry->path))
			return true;
	}
	return false;
}

static int compare_paths(const void *a, const void *b)
{
	return strcmp(((const struct file *)a)->path, ((const struct file *)b)->path);
}

int files_in_worktree(struct repo *repo, struct files *files, struct error *error)
{
	struct descent descent = {.repo = repo, .files = files, .path = BUF_INIT, .error = error};
	const char *top = repo_worktree(repo);
	int result = -1;
	*files = (struct files){0};
	if (top == NULL) {
		error_set(error,
		          "this repository has no working tree, so there are no files to check");
		return error_hint(error, "name a revision to read instead");
	}
	int code = git_index_open(&descent.index, repo_index_path(repo, &descent.path));
	buf_clear(&descent.path);
	if (code < 0) {
		buf_release(&descent.path);
		return repo_fail(error, "the index of the repository cannot be read");
	}
	int folder = open(top, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (folder < 0) {
		error_set(error, "%.200s: %s", top, strerror(errno));
		goto done;
	}
	result = descend_top(&descent, folder);
	files->sparse = is_sparse(descent.index);
	close(folder);
	if (result == 0 && files->count != 0)
		qsort(files->items, files->count, sizeof(*files->items), compare_paths);
done:
	git_index_free(descent.index);
	buf_release(&descent.path);
	return result;
}

int files_read(struct repo *repo, const struct file *file, size_t limit, struct buf *bytes,
               size_t *size, struct error *error)
{
	struct buf path = BUF_INIT;
	struct stat status;
	int result = -1;
	buf_clear(bytes);
	buf_printf(&path, "%s%s", repo_worktree(repo), file->path);
	int descriptor = open(path.bytes, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (descriptor < 0 || fstat(descriptor, &status) < 0) {
		error_set(error, "%.200s: %s", file->path, strerror(errno));
		goto done;
	}
	if (!S_ISREG(status.st_mode)) {
		error_set(error, "%.200s: not a plain file", file->path);
		goto done;
	}
	*size = (size_t)status.st_size;
	result = 0;
	if (*size > limit)
		goto done;
	char chunk[16384];
	ssize_t got;
	while ((got = read(descriptor, chunk, sizeof(chunk))) > 0 && bytes->length <= limit)
		buf_add(bytes, chunk, (size_t)got);
	if (got < 0)
		result = error_set(error, "%.200s: %s", file->path, strerror(errno));
	*size = bytes->length;
	if (*size > limit) /* it grew meanwhile */
		buf_clear(bytes);
done:
	if (descriptor >= 0)
		close(descriptor);
	buf_release(&path);
	return result;
}
