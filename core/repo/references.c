#include "repo/references.h"

#include <string.h>

#include "repo/commit.h"
#include "repo/internal.h"

enum { DEEPEST = 10 }; /* a symbolic reference that leads on further is none of git's */

int reference_real(struct repo *repo, const char *name, struct arena *arena, const char **real,
                   struct error *error)
{
	*real = arena_text(arena, name, strlen(name));
	for (int i = 0; i < DEEPEST; i++) {
		git_reference *reference = NULL;
		int code = git_reference_lookup(&reference, repo->git, *real);
		const char *target = code < 0 ? NULL : git_reference_symbolic_target(reference);
		if (target != NULL)
			*real = arena_text(arena, target, strlen(target));
		git_reference_free(reference);
		if (code == GIT_ENOTFOUND || (code == 0 && target == NULL))
			return 0;
		if (code < 0)
			return repo_fail(error, "the reference %.200s cannot be read", name);
	}
	return error_set(error, "the reference %.200s leads in a circle", name);
}

int reference_commit(struct repo *repo, const char *name, struct object_id *commit,
                     struct error *error)
{
	char hex[OBJECT_HEX_SIZE];
	git_oid oid;
	*commit = (struct object_id){{0}};
	int code = git_reference_name_to_id(&oid, repo->git, name);
	if (code == GIT_ENOTFOUND)
		return 0;
	if (code < 0)
		return repo_fail(error, "the reference %.200s cannot be read", name);
	struct object_id id = repo_object_id(&oid);
	return repo_commit(repo, object_hex(&id, hex), commit, NULL, error);
}

int references_list(struct repo *repo, struct arena *arena, const char *const **names,
                    struct error *error)
{
	git_reference_iterator *references = NULL;
	const char **list = arena_new(arena, sizeof(*list)), *name;
	size_t count = 0, room = 1;
	int code = git_reference_iterator_new(&references, repo->git);
	while (code == 0 && (code = git_reference_next_name(&name, references)) == 0) {
		list[count++] = arena_text(arena, name, strlen(name));
		list = arena_grow(arena, list, count, &room, sizeof(*list));
		list[count] = NULL;
	}
	git_reference_iterator_free(references);
	*names = list;
	return code == GIT_ITEROVER
	               ? 0
	               : repo_fail(error, "the references of the repository cannot be read");
}

/* Whether the chain of first parents from AFTER leads to BEFORE. */
static int is_on_chain(struct repo *repo, const struct object_id *before,
                       const struct object_id *after, bool *found, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct commit_texts texts = {&arena, NULL};
	struct object_id at = *after;
	int result = 0;
	*found = object_equal(&at, before);
	while (!*found) {
		struct landing facts;
		struct commit_links links;
		result = commit_read(repo, &at, &texts, &facts, &links, error);
		if (result < 0 || links.count == 0)
			break;
		at = links.parents[0];
		*found = object_equal(&at, before);
		arena_release(&arena);
	}
	arena_release(&arena);
	return result;
}

int course_find(struct repo *repo, const struct object_id *before, const struct object_id *after,
                enum course *course, struct error *error)
{
	bool found;
	git_oid old = repo_oid(before), new = repo_oid(after);
	if (is_on_chain(repo, before, after, &found, error) < 0)
		return -1;
	*course = COURSE_ON;
	if (found)
		return 0;
	int code = git_graph_descendant_of(repo->git, &new, &old);
	if (code < 0)
		return repo_fail(error, "the history of the push cannot be read");
	*course = code == 1 ? COURSE_ASIDE : COURSE_REWIND;
	return 0;
}
