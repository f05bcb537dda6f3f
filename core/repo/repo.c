#include "repo/repo.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "repo/internal.h"
#include "repo/kept.h"
#include "repo/trust.h"

git_oid repo_oid(const struct object_id *id)
{
	git_oid oid = {0};
	memcpy(oid.id, id->bytes, OBJECT_ID_SIZE);
	return oid;
}

struct object_id repo_object_id(const git_oid *oid)
{
	struct object_id id;
	memcpy(id.bytes, oid->id, OBJECT_ID_SIZE);
	return id;
}

int repo_fail(struct error *error, const char *format, ...)
{
	char what[512];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(what, sizeof(what), format, arguments);
	va_end(arguments);
	const git_error *reason = git_error_last();
	return error_set(error, "%s: %s", what,
	                 reason != NULL ? reason->message : "no reason given");
}

/* What stands behind a failure to open, in words that say what to do. */
static int explain_open(int code, const struct repo_terms *terms, struct error *error)
{
	const git_error *reason = git_error_last();
	const char *message = reason != NULL ? reason->message : "";
	if (code == GIT_ENOTFOUND && terms->git_dir != NULL)
		return error_set(error, "GIT_DIR is `%.200s`, which is not a git repository",
		                 terms->git_dir);
	if (code == GIT_ENOTFOUND) {
		error_set(error, "not in a git repository (nor is any folder above `%.200s`)",
		          terms->start);
		return error_hint(error, "go to the folder that holds `plans/`, or run: git init");
	}
	if (strstr(message, "objectformat") != NULL)
		return error_set(
			error,
			"this repository names its objects by SHA-256, which ragtrail cannot read");
	if (strstr(message, "refstorage") != NULL)
		return error_set(
			error,
			"this repository keeps its references as a reftable, which ragtrail cannot read");
	return repo_fail(error, "the git repository cannot be opened");
}

static bool is_same_folder(const char *a, const char *b)
{
	char *real_a = realpath(a, NULL), *real_b = realpath(b, NULL);
	bool same = real_a != NULL && real_b != NULL && strcmp(real_a, real_b) == 0;
	free(real_a);
	free(real_b);
	return same;
}

/*
 * Of a repository that does not lie in its working tree, and that GIT_DIR names, libgit2
 * takes the folder above for one.
 */
static bool is_guess(const struct repo *repo)
{
	const char *path = git_repository_path(repo->git), *top = repo_worktree(repo);
	size_t length = top == NULL ? 0 : strlen(top);
	return top != NULL && strncmp(path, top, length) == 0 &&
	       strcmp(path + length, ".git/") != 0 &&
	       strchr(path + length, '/') == path + strlen(path) - 1;
}

/* The working tree is where git's variables say: beside GIT_DIR, git runs hooks in it. */
static int place_worktree(struct repo *repo, const struct repo_terms *terms, struct error *error)
{
	const char *folder = terms->work_tree, *top = repo_worktree(repo);
	if (folder == NULL && terms->git_dir != NULL && is_guess(repo))
		folder = terms->start;
	if (folder == NULL || (top != NULL && is_same_folder(folder, top)))
		return 0;
	if (git_repository_set_workdir(repo->git, folder, 0) < 0)
		return repo_fail(error, "`%.200s` is no working tree", folder);
	return 0;
}

/* Finds the repository, and opens it there and nowhere else once it is trusted. */
static int find_and_open(struct repo *repo, const struct repo_terms *terms, struct error *error)
{
	unsigned flags = terms->from_environment ? GIT_REPOSITORY_OPEN_FROM_ENV
	                                         : GIT_REPOSITORY_OPEN_NO_SEARCH;
	struct place place = PLACE_INIT;
	int result = -1;
	int code = place_find(terms, &place);
	if (code < 0) {
		explain_open(code, terms, error);
		goto done;
	}
	if (place_trust(&place, terms, error) < 0)
		goto done;
	code = git_repository_open_ext(&repo->git,
	                               place.work_tree.length != 0 ? place.work_tree.bytes
	                                                           : place.git_dir.bytes,
	                               flags, NULL);
	if (code < 0)
		explain_open(code, terms, error);
	else if (!is_same_folder(git_repository_path(repo->git), place.git_dir.bytes))
		error_set(error, "the git repository was changed while it was being opened");
	else
		result = 0;
done:
	place_release(&place);
	return result;
}

static int open_named(struct repo *repo, const struct repo_terms *terms, struct error *error)
{
	unsigned flags = GIT_REPOSITORY_OPEN_FROM_ENV; /* reads GIT_DIR itself */
	int code = git_repository_open_ext(&repo->git, NULL, flags, NULL);
	return code < 0 ? explain_open(code, terms, error) : 0;
}

int repo_open_on(struct repo **repo, const struct repo_terms *terms, struct error *error)
{
	struct repo *opened = mem_new(1, sizeof(*opened));
	opened->watch = terms->watch;
	if (terms->index_file != NULL)
		opened->index_file = mem_text(terms->index_file, strlen(terms->index_file));
	opened->quarantined = terms->quarantined;
	if (repo_library_start(error) < 0) {
		free(opened->index_file);
		free(opened);
		return -1;
	}
	int result = terms->git_dir != NULL ? open_named(opened, terms, error)
	                                    : find_and_open(opened, terms, error);
	if (result < 0 || place_worktree(opened, terms, error) < 0)
		goto fail;
	if (terms->common_dir != NULL &&
	    !is_same_folder(terms->common_dir, git_repository_commondir(opened->git))) {
		error_set(error,
		          "GIT_COMMON_DIR names another folder than the repository's own, which "
		          "ragtrail cannot read");
		goto fail;
	}
	if (repo_guard(opened) < 0) {
		repo_fail(error, "the objects of the repository cannot be opened");
		goto fail;
	}
	*repo = opened;
	return 0;
fail:
	repo_close(opened);
	return -1;
}

int repo_open(struct repo **repo, const char *start, bool from_environment, struct error *error)
{
	const struct repo_terms terms = {.start = start, .from_environment = from_environment};
	return repo_open_on(repo, &terms, error);
}

void repo_close(struct repo *repo)
{
	if (repo == NULL)
		return;
	kept_await(repo);
	for (size_t i = 0; i < sizeof(repo->trees) / sizeof(repo->trees[0]); i++)
		git_odb_object_free(repo->trees[i]);
	git_odb_free(repo->objects);
	git_repository_free(repo->git);
	repo_library_stop();
	free(repo->index_file);
	free(repo);
}

void repo_verify(struct repo *repo)
{
	git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 1);
	repo->verifies = true;
}

void repo_distrust(struct repo *repo)
{
	repo->distrusts = true;
}

void repo_unwatch(struct repo *repo)
{
	repo->watch = NULL;
}

bool repo_verifies(const struct repo *repo)
{
	return repo->verifies;
}

const char *repo_worktree(const struct repo *repo)
{
	return git_repository_workdir(repo->git);
}

const char *repo_index_path(const struct repo *repo, struct buf *path)
{
	buf_clear(path);
	if (repo->index_file != NULL)
		buf_text(path, repo->index_file);
	else
		buf_printf(path, "%sindex", git_repository_path(repo->git));
	return path->bytes;
}

bool repo_is_partial(const struct repo *repo)
{
	git_config *config = NULL;
	git_config_iterator *settings = NULL;
	git_config_entry *entry = NULL;
	bool partial = false;
	if (git_repository_config_snapshot(&config, repo->git) == 0 &&
	    git_config_iterator_glob_new(&settings, config, "^remote\\..*\\.promisor$") == 0)
		while (git_config_next(&entry, settings) == 0)
			partial = partial || strcmp(entry->value, "true") == 0;
	git_config_iterator_free(settings);
	git_config_free(config);
	return partial;
}

int repo_require_history(struct repo *repo, struct error *error)
{
	int shallow = git_repository_is_shallow(repo->git);
	if (shallow == 0)
		return 0;
	if (shallow < 0)
		return repo_fail(error, "cannot tell whether the history is whole");
	error_set(error,
	          "this is a shallow clone: its history is cut off, so a trend would be wrong");
	return error_hint(error, "fetch the rest: git fetch --unshallow");
}
