#include "repo/repo.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "repo/internal.h"

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
static int explain_open(int code, const char *start, struct error *error)
{
	const git_error *reason = git_error_last();
	const char *message = reason != NULL ? reason->message : "";
	/* libgit2 1.5 says "not found: safe.directory" where it means another owner. */
	if (code == GIT_EOWNER || strstr(message, "safe.directory") != NULL) {
		error_set(error,
		          "this repository belongs to another user, so git does not trust it");
		return error_hint(
			error,
			"if you trust it: git config --global --add safe.directory <its folder>");
	}
	if (code == GIT_ENOTFOUND) {
		error_set(error, "not in a git repository (nor is any folder above `%.200s`)",
		          start);
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

int repo_open(struct repo **repo, const char *start, bool from_environment, struct error *error)
{
	unsigned flags = from_environment ? GIT_REPOSITORY_OPEN_FROM_ENV : 0;
	struct repo *opened = mem_new(1, sizeof(*opened));
	git_libgit2_init();
	/* Each object is read once, so a cache of all of them costs much and gives nothing. */
	git_libgit2_opts(GIT_OPT_ENABLE_CACHING, 0);
	/* As git does: what is read is not hashed again, unless --verify asks for it. */
	git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
	int code =
		git_repository_open_ext(&opened->git, from_environment ? NULL : start, flags, NULL);
	if (code < 0) {
		explain_open(code, start, error);
		goto fail;
	}
	if (git_repository_odb(&opened->objects, opened->git) < 0) {
		repo_fail(error, "the objects of the repository cannot be opened");
		goto fail;
	}
	*repo = opened;
	return 0;
fail:
	repo_close(opened);
	return -1;
}

void repo_close(struct repo *repo)
{
	if (repo == NULL)
		return;
	for (size_t i = 0; i < sizeof(repo->trees) / sizeof(repo->trees[0]); i++)
		git_odb_object_free(repo->trees[i]);
	git_odb_free(repo->objects);
	git_repository_free(repo->git);
	git_libgit2_shutdown();
	free(repo);
}

void repo_verify(struct repo *repo)
{
	git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 1);
	repo->verifies = true;
}

bool repo_verifies(const struct repo *repo)
{
	return repo->verifies;
}

const char *repo_worktree(const struct repo *repo)
{
	return git_repository_workdir(repo->git);
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

/* HEAD names a branch without commits. libgit2 says so of damaged references too. */
static int check_unborn(struct repo *repo, bool *unborn, struct error *error)
{
	git_reference_iterator *references = NULL;
	const char *name = NULL;
	int code = git_reference_iterator_new(&references, repo->git);
	if (code == 0)
		code = git_reference_next_name(&name, references);
	git_reference_iterator_free(references);
	if (code < 0 && code != GIT_ITEROVER)
		return repo_fail(error, "the references of the repository cannot be read");
	if (code == 0) {
		error_set(error,
		          "HEAD names a branch that does not exist, though there are others");
		return error_hint(error, "check one out: git switch <branch>");
	}
	if (unborn != NULL) {
		*unborn = true;
		return 0;
	}
	error_set(error, "nothing has been committed yet, so there is no record to read");
	return error_hint(error,
	                  "commit the plan and its updates first: git add plans && git commit");
}

int repo_commit(struct repo *repo, const char *revision, struct object_id *commit, bool *unborn,
                struct error *error)
{
	git_object *object = NULL, *peeled = NULL;
	int result = -1;
	int head = git_repository_head_unborn(repo->git);
	if (unborn != NULL)
		*unborn = false;
	if (revision == NULL && head == 1)
		return check_unborn(repo, unborn, error);
	if (git_revparse_single(&object, repo->git, revision != NULL ? revision : "HEAD") < 0) {
		repo_fail(error, "`%.200s` is not a revision",
		          revision != NULL ? revision : "HEAD");
		goto done;
	}
	if (git_object_peel(&peeled, object, GIT_OBJECT_COMMIT) < 0) {
		repo_fail(error, "`%.200s` does not lead to a commit",
		          revision != NULL ? revision : "HEAD");
		goto done;
	}
	*commit = repo_object_id(git_object_id(peeled));
	result = 0;
done:
	git_object_free(peeled);
	git_object_free(object);
	return result;
}

static const char *type_word(git_object_t type)
{
	return type == GIT_OBJECT_COMMIT ? "commit" : type == GIT_OBJECT_TREE ? "folder" : "file";
}

int repo_object(struct repo *repo, const struct object_id *id, git_object_t type, size_t limit,
                git_odb_object **object, struct error *error)
{
	char hex[OBJECT_HEX_SIZE];
	git_oid oid = repo_oid(id);
	*object = NULL;
	if (git_odb_read(object, repo->objects, &oid) < 0)
		return repo_fail(error, "%s %s cannot be read", type_word(type),
		                 object_hex(id, hex));
	bool fits = git_odb_object_type(*object) == type && git_odb_object_size(*object) <= limit;
	if (fits)
		return 0;
	if (git_odb_object_type(*object) != type)
		error_set(error, "object %s is not a %s", object_hex(id, hex), type_word(type));
	else
		error_set(error, "%s %s is too large to be honest", type_word(type),
		          object_hex(id, hex));
	git_odb_object_free(*object);
	*object = NULL;
	return -1;
}

int repo_blob_small(struct repo *repo, const struct object_id *blob, size_t limit,
                    struct buf *bytes, size_t *size, struct error *error)
{
	git_odb_object *object = NULL;
	buf_clear(bytes);
	if (repo_object(repo, blob, GIT_OBJECT_BLOB, SIZE_MAX, &object, error) < 0)
		return -1;
	*size = git_odb_object_size(object);
	if (*size <= limit)
		buf_add(bytes, git_odb_object_data(object), *size);
	git_odb_object_free(object);
	return 0;
}

int repo_blob(struct repo *repo, const struct object_id *blob, size_t limit, struct buf *bytes,
              size_t *size, struct error *error)
{
	char hex[OBJECT_HEX_SIZE];
	git_oid oid = repo_oid(blob);
	git_object_t type;
	buf_clear(bytes);
	if (git_odb_read_header(size, &type, repo->objects, &oid) < 0)
		return repo_fail(error, "file %s cannot be read", object_hex(blob, hex));
	if (type != GIT_OBJECT_BLOB)
		return error_set(error, "object %s is not a file", object_hex(blob, hex));
	if (*size > limit)
		return 0;
	return repo_blob_small(repo, blob, limit, bytes, size, error);
}
