/* What a revision means: declared in repo/repo.h. */
#include <string.h>

#include "base/date.h"
#include "repo/internal.h"

static int first_object(const git_oid *id, void *context)
{
	(void)id;
	*(bool *)context = true;
	return 1; /* one is enough */
}

/*
 * No reference is left of a branch that has a log, nor in a store of objects that nobody
 * works in: then it is not that nothing was committed, the references are lost.
 */
static bool has_lost_references(struct repo *repo)
{
	git_reference *head = NULL;
	bool lost = false;
	if (git_repository_is_bare(repo->git) == 1) {
		git_odb_foreach(repo->objects, first_object, &lost);
	} else if (git_reference_lookup(&head, repo->git, "HEAD") == 0) {
		const char *branch = git_reference_symbolic_target(head);
		lost = branch != NULL && git_reference_has_log(repo->git, branch) == 1;
	}
	git_reference_free(head);
	git_error_clear();
	return lost;
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
	if (has_lost_references(repo)) {
		error_set(error, "the branch that HEAD names is gone, though it has had commits");
		return error_hint(error, "the repository is damaged: git fsck says what is left");
	}
	if (unborn != NULL) {
		*unborn = true;
		return 0;
	}
	error_set(error, "nothing has been committed yet, so there is no record to read");
	return error_hint(error,
	                  "commit the plan and its updates first: git add plans && git commit");
}

/* Whether the text has an operator of revisions outside of braces. */
static bool has_operator(const char *revision, const char *operator)
{
	int depth = 0;
	for (const char *at = revision; *at != '\0'; at++) {
		depth += *at == '{' ? 1 : *at == '}' ? -1 : 0;
		if (depth == 0 && strncmp(at, operator, strlen(operator)) == 0)
			return true;
	}
	return false;
}

/* The object that a reference of this name leads to. libgit2 takes no name for HEAD. */
static bool find_reference(struct repo *repo, const char *name, struct object_id *id)
{
	git_reference *reference = NULL, *resolved = NULL;
	bool found = name[0] != '\0' && git_reference_dwim(&reference, repo->git, name) == 0 &&
	             git_reference_resolve(&resolved, reference) == 0;
	if (found)
		*id = repo_object_id(git_reference_target(resolved));
	git_reference_free(resolved);
	git_reference_free(reference);
	return found;
}

/* Why a revision that is no reference's name leads to no object. */
static int explain(const char *revision, int code, struct error *error)
{
	struct date day;
	if (code == GIT_EAMBIGUOUS) {
		error_set(error, "`%.200s` is the beginning of several objects' names", revision);
		return error_hint(error, "give more of its digits");
	}
	if (code != GIT_ENOTFOUND && code != GIT_EINVALIDSPEC) {
		repo_fail(error, "`%.200s` cannot be read", revision);
		return error_hint(error, "the repository is damaged: git fsck says where");
	}
	if (strpbrk(revision, "^{") != NULL) {
		repo_fail(error, "`%.200s` is not a revision", revision);
		return error_hint(error, "where git knows it, name the commit by its digits: git "
		                         "rev-parse REVISION");
	}
	error_set(error, "`%.200s` is not a revision: no commit, tag or branch has that name",
	          revision);
	if (date_parse(revision, &day))
		error_hint(error, "a day is given with `--on %s`", revision);
	return -1;
}

/* The object that is meant. A name of forty digits is an object's before a reference's. */
static int find_object(struct repo *repo, const char *revision, git_object **object,
                       struct error *error)
{
	char hex[OBJECT_HEX_SIZE];
	struct object_id id;
	int code;
	if (strspn(revision, "0123456789abcdefABCDEF") == OBJECT_HEX_SIZE - 1 ||
	    !find_reference(repo, revision, &id)) {
		code = git_revparse_single(object, repo->git, revision);
		return code < 0 ? explain(revision, code, error) : 0;
	}
	git_oid oid = repo_oid(&id);
	code = git_object_lookup(object, repo->git, &oid, GIT_OBJECT_ANY);
	if (code == 0)
		return 0;
	repo_fail(error, "the object %s, which `%.200s` names, cannot be read",
	          object_hex(&id, hex), revision);
	return error_hint(error, "the repository is damaged: git fsck says where");
}

/* Finds the object, and the commit that it leads to. */
static int resolve(struct repo *repo, const char *revision, struct object_id *commit,
                   struct error *error)
{
	git_object *object = NULL, *peeled = NULL;
	int result = -1, code;
	if (find_object(repo, revision, &object, error) < 0)
		goto done;
	code = git_object_peel(&peeled, object, GIT_OBJECT_COMMIT);
	if (code == GIT_EPEEL || code == GIT_EINVALIDSPEC) {
		repo_fail(error, "`%.200s` does not lead to a commit", revision);
		goto done;
	}
	if (code < 0) {
		repo_fail(error, "the commit that `%.200s` leads to cannot be read", revision);
		error_hint(error, "the repository is damaged: git fsck says where");
		goto done;
	}
	*commit = repo_object_id(git_object_id(peeled));
	result = 0;
done:
	git_object_free(peeled);
	git_object_free(object);
	return result;
}

int repo_commit(struct repo *repo, const char *revision, struct object_id *commit, bool *unborn,
                struct error *error)
{
	struct buf name = BUF_INIT;
	if (unborn != NULL)
		*unborn = false;
	if (revision == NULL) {
		int head = git_repository_head_unborn(repo->git);
		if (head == 1)
			return check_unborn(repo, unborn, error);
		if (head < 0) {
			repo_fail(error, "HEAD cannot be read");
			return error_hint(error, "the repository is damaged: git fsck says where");
		}
		revision = "HEAD";
	}
	if (has_operator(revision, "^@")) /* libgit2 takes the first */
		return error_set(error, "`%.200s` is not a revision but several", revision);
	/* libgit2 knows `@` alone, but not `@~1`. */
	if (revision[0] == '@' && revision[1] != '{' && strchr("~^:", revision[1]) != NULL)
		buf_printf(&name, "HEAD%s", revision + 1);
	else
		buf_text(&name, revision);
	int result = resolve(repo, name.bytes, commit, error);
	buf_release(&name);
	return result;
}
