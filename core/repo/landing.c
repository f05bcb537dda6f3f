#include "repo/landing.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "repo/internal.h"

int64_t landing_time(const struct landing *landing)
{
	return landing->received != 0 ? landing->received : landing->committer.time;
}

static void reverse(struct chain *chain)
{
	for (size_t i = 0, j = chain->count; i + 1 < j; i++, j--) {
		struct object_id swapped = chain->ids[i];
		chain->ids[i] = chain->ids[j - 1];
		chain->ids[j - 1] = swapped;
	}
}

int chain_read(struct repo *repo, const struct object_id *tip, struct chain *chain,
               struct error *error)
{
	size_t room = 0;
	*chain = (struct chain){NULL, 0};
	git_oid next = repo_oid(tip);
	for (bool more = true; more;) {
		char hex[OBJECT_HEX_SIZE];
		struct object_id id = repo_object_id(&next);
		git_commit *commit = NULL;
		if (git_commit_lookup(&commit, repo->git, &next) < 0) {
			repo_fail(error, "commit %s cannot be read", object_hex(&id, hex));
			free(chain->ids);
			*chain = (struct chain){NULL, 0};
			return -1;
		}
		chain->ids = mem_grow(chain->ids, chain->count, &room, sizeof(*chain->ids));
		chain->ids[chain->count++] = id;
		more = git_commit_parentcount(commit) != 0;
		if (more)
			next = *git_commit_parent_id(commit, 0);
		git_commit_free(commit);
	}
	reverse(chain);
	return 0;
}

static struct commit_identity copy_identity(const git_signature *signature, struct arena *arena)
{
	return (struct commit_identity){
		.name = arena_text(arena, signature->name, strlen(signature->name)),
		.email = arena_text(arena, signature->email, strlen(signature->email)),
		.time = signature->when.time,
	};
}

int landing_read(struct repo *repo, const struct object_id *id, struct arena *arena,
                 struct landing *landing, struct error *error)
{
	char hex[OBJECT_HEX_SIZE];
	git_oid oid = repo_oid(id);
	git_commit *commit = NULL;
	if (git_commit_lookup(&commit, repo->git, &oid) < 0)
		return repo_fail(error, "commit %s cannot be read", object_hex(id, hex));
	const char *message = git_commit_message(commit);
	*landing = (struct landing){
		.id = *id,
		.author = copy_identity(git_commit_author(commit), arena),
		.committer = copy_identity(git_commit_committer(commit), arena),
		.subject = arena_text(arena, message, strcspn(message, "\n")),
	};
	git_commit_free(commit);
	return 0;
}

int history_on(struct repo *repo, const struct object_id *tip, struct date day,
               struct object_id *commit, struct error *error)
{
	struct chain chain;
	struct arena arena = ARENA_INIT;
	int64_t end = ((int64_t)date_days(day) + 1) * 86400, latest = INT64_MIN;
	bool found = false;
	int result = -1;
	if (chain_read(repo, tip, &chain, error) < 0)
		return -1;
	for (size_t i = 0; i < chain.count; i++) {
		struct landing landing;
		if (landing_read(repo, &chain.ids[i], &arena, &landing, error) < 0)
			goto done;
		if (landing_time(&landing) > latest)
			latest = landing_time(&landing);
		if (latest < end) {
			*commit = chain.ids[i];
			found = true;
		}
		arena_release(&arena);
	}
	char words[DATE_TEXT_SIZE];
	result = found ? 0
	               : error_set(error, "nothing was on record by the end of %s",
	                           date_words(day, words));
done:
	arena_release(&arena);
	free(chain.ids);
	return result;
}
