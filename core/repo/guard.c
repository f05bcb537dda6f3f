/*
 * The guard: a store of objects in front of the repository's own, through which every
 * object passes that libgit2 reads, for itself or for us.
 *
 * libgit2 1.5 never comes back from a loose object that was cut short. So each read is
 * announced in the watch, where a supervisor finds one that stands still.
 */
#include <git2.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/watch.h"
#include "repo/internal.h"

struct guard {
	git_odb_backend backend; /* first: what libgit2 knows of it */
	git_odb *inner;          /* the repository's own store */
	struct repo *repo;
};

/* The largest object of a type that libgit2 reads for itself. */
static size_t largest(git_object_t type)
{
	switch (type) {
	case GIT_OBJECT_COMMIT:
	case GIT_OBJECT_TAG:
		return LARGEST_COMMIT;
	case GIT_OBJECT_TREE:
		return LARGEST_TREE;
	default:
		return LARGEST_BLOB;
	}
}

/* Whether it is small enough; repo_object() looks for itself. */
static int check_size(struct guard *guard, const git_oid *id)
{
	size_t size;
	git_object_t type;
	if (guard->repo->sized)
		return 0;
	int code = git_odb_read_header(&size, &type, guard->inner, id);
	if (code < 0 || size <= largest(type))
		return code;
	git_error_set_str(GIT_ERROR_ODB, "it is larger than any that is read");
	return GIT_EINVALID;
}

/* What git_odb_read() does, but for the hash: the store in front checks it. */
static int read_inner(struct guard *guard, void **data, size_t *size, git_object_t *type,
                      const git_oid *id)
{
	size_t count = git_odb_num_backends(guard->inner);
	for (size_t i = 0; i < count; i++) {
		git_odb_backend *backend;
		int code = git_odb_get_backend(&backend, guard->inner, i);
		if (code < 0)
			return code;
		if (backend->read == NULL)
			continue;
		code = backend->read(data, size, type, backend, id);
		if (code != GIT_PASSTHROUGH && code != GIT_ENOTFOUND)
			return code;
	}
	return GIT_ENOTFOUND;
}

static int guard_read(void **data, size_t *size, git_object_t *type, git_odb_backend *backend,
                      const git_oid *id)
{
	struct guard *guard = (struct guard *)backend;
	watch_enter(guard->repo->watch, id->id);
	int code = check_size(guard, id);
	if (code == 0)
		code = read_inner(guard, data, size, type, id);
	watch_leave(guard->repo->watch);
	return code;
}

static int guard_read_prefix(git_oid *id, void **data, size_t *size, git_object_t *type,
                             git_odb_backend *backend, const git_oid *prefix, size_t digits)
{
	struct guard *guard = (struct guard *)backend;
	int code = git_odb_exists_prefix(id, guard->inner, prefix, digits);
	return code < 0 ? code : guard_read(data, size, type, backend, id);
}

static int guard_read_header(size_t *size, git_object_t *type, git_odb_backend *backend,
                             const git_oid *id)
{
	struct guard *guard = (struct guard *)backend;
	watch_enter(guard->repo->watch, id->id);
	int code = git_odb_read_header(size, type, guard->inner, id);
	watch_leave(guard->repo->watch);
	return code;
}

/* Only receipts are ever written. */
static int guard_write(git_odb_backend *backend, const git_oid *id, const void *data, size_t size,
                       git_object_t type)
{
	git_oid written;
	int code = git_odb_write(&written, ((struct guard *)backend)->inner, data, size, type);
	return code == 0 && !git_oid_equal(&written, id) ? GIT_ERROR : code;
}

static int guard_exists(git_odb_backend *backend, const git_oid *id)
{
	return git_odb_exists(((struct guard *)backend)->inner, id);
}

static int guard_exists_prefix(git_oid *id, git_odb_backend *backend, const git_oid *prefix,
                               size_t digits)
{
	return git_odb_exists_prefix(id, ((struct guard *)backend)->inner, prefix, digits);
}

static int guard_refresh(git_odb_backend *backend)
{
	return git_odb_refresh(((struct guard *)backend)->inner);
}

static int guard_foreach(git_odb_backend *backend, git_odb_foreach_cb function, void *context)
{
	return git_odb_foreach(((struct guard *)backend)->inner, function, context);
}

static void guard_free(git_odb_backend *backend)
{
	struct guard *guard = (struct guard *)backend;
	git_odb_free(guard->inner);
	free(guard);
}

int repo_guard(struct repo *repo)
{
	git_odb *inner = NULL, *front = NULL;
	struct guard *guard = NULL;
	if (git_repository_odb(&inner, repo->git) < 0 || git_odb_new(&front) < 0)
		goto fail;
	guard = mem_new(1, sizeof(*guard));
	if (git_odb_init_backend(&guard->backend, GIT_ODB_BACKEND_VERSION) < 0)
		goto fail;
	guard->backend.read = guard_read;
	guard->backend.read_prefix = guard_read_prefix;
	guard->backend.read_header = guard_read_header;
	guard->backend.write = guard_write;
	guard->backend.exists = guard_exists;
	guard->backend.exists_prefix = guard_exists_prefix;
	guard->backend.refresh = guard_refresh;
	guard->backend.foreach = guard_foreach;
	guard->backend.free = guard_free;
	guard->inner = inner;
	guard->repo = repo;
	if (git_odb_add_backend(front, &guard->backend, 1) < 0)
		goto fail;
	guard = NULL; /* the front store has it now, and the inner one with it */
	inner = NULL;
	if (git_repository_set_odb(repo->git, front) < 0)
		goto fail;
	repo->objects = front;
	return 0;
fail:
	free(guard);
	git_odb_free(front);
	git_odb_free(inner);
	return -1;
}
