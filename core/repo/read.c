/* Reading one object: declared in repo/repo.h and repo/internal.h. */
#include <string.h>

#include "repo/internal.h"

static const char *type_name(git_object_t type)
{
	return type == GIT_OBJECT_BLOB ? "file" : git_object_type2string(type);
}

/*
 * Not there, or there and damaged: in both cases nothing can be read, but what helps
 * is not the same.
 */
static int fail_to_read(const git_oid *id, git_object_t type, int code, struct error *error)
{
	char hex[OBJECT_HEX_SIZE];
	struct object_id object = repo_object_id(id);
	object_hex(&object, hex);
	if (code == GIT_ENOTFOUND) {
		error_set(error, "the %s %s cannot be read: it is missing from the repository",
		          type_name(type), hex);
		return error_hint(
			error, "in a partial clone: git fetch --refetch; in any other: git fsck");
	}
	repo_fail(error, "the %s %s cannot be read", type_name(type), hex);
	return error_hint(error, "the repository is damaged: git fsck says where");
}

/* Asks for the size and the type, and fails for another TYPE. */
static int read_header(struct repo *repo, const git_oid *id, git_object_t type, size_t *size,
                       struct error *error)
{
	char hex[OBJECT_HEX_SIZE];
	struct object_id object = repo_object_id(id);
	git_object_t found;
	int code = git_odb_read_header(size, &found, repo->objects, id);
	if (code < 0)
		return fail_to_read(id, type, code, error);
	if (found != type)
		return error_set(error, "object %s is not a %s", object_hex(&object, hex),
		                 type_name(type));
	return 0;
}

static int read_sized(struct repo *repo, const git_oid *id, git_odb_object **object)
{
	repo->sized = true;
	int code = git_odb_read(object, repo->objects, id);
	repo->sized = false;
	return code;
}

static int check_object(const git_odb_object *object, git_object_t type, size_t limit,
                        struct error *error)
{
	char hex[OBJECT_HEX_SIZE];
	struct object_id id = repo_object_id(git_odb_object_id((git_odb_object *)object));
	size_t size = git_odb_object_size((git_odb_object *)object);
	object_hex(&id, hex);
	if (git_odb_object_type((git_odb_object *)object) != type)
		return error_set(error, "object %s is not a %s", hex, type_name(type));
	if (size > limit)
		return error_set(error, "the %s %s is larger than any that is read: %zu bytes",
		                 type_name(type), hex, size);
	return 0;
}

/* Fails for what is too large before any of it is unpacked. */
static int check_header(struct repo *repo, const git_oid *oid, git_object_t type, size_t limit,
                        struct error *error)
{
	char hex[OBJECT_HEX_SIZE];
	struct object_id id = repo_object_id(oid);
	size_t size;
	if (read_header(repo, oid, type, &size, error) < 0)
		return -1;
	if (size > limit)
		return error_set(error, "the %s %s is larger than any that is read: %zu bytes",
		                 type_name(type), object_hex(&id, hex), size);
	return 0;
}

int repo_object(struct repo *repo, const struct object_id *id, git_object_t type, size_t limit,
                git_odb_object **object, struct error *error)
{
	git_oid oid = repo_oid(id);
	*object = NULL;
	if (repo->distrusts && check_header(repo, &oid, type, limit, error) < 0)
		return -1;
	int code = read_sized(repo, &oid, object);
	if (code < 0)
		return fail_to_read(&oid, type, code, error);
	if (check_object(*object, type, limit, error) == 0)
		return 0;
	git_odb_object_free(*object);
	*object = NULL;
	return -1;
}

int repo_blob_small(struct repo *repo, const struct object_id *blob, size_t limit,
                    struct buf *bytes, size_t *size, struct error *error)
{
	git_odb_object *object = NULL;
	git_oid id = repo_oid(blob);
	buf_clear(bytes);
	if (repo->distrusts) {
		if (read_header(repo, &id, GIT_OBJECT_BLOB, size, error) < 0)
			return -1;
		if (*size > limit)
			return 0;
	}
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
	git_oid id = repo_oid(blob);
	buf_clear(bytes);
	if (read_header(repo, &id, GIT_OBJECT_BLOB, size, error) < 0)
		return -1;
	if (*size > limit)
		return 0;
	return repo_blob_small(repo, blob, limit, bytes, size, error);
}
