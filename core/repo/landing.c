#include "repo/landing.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "repo/commit.h"
#include "repo/graph.h"
#include "repo/receipts.h"

int64_t landing_time(const struct landing *landing)
{
	return landing->received != 0 ? landing->received : landing->committer.time;
}

/* True where the receipt tells when the parent arrived on the branch that HOME arrived on. */
static bool arrived_there(const struct receipt *receipt, const struct receipt *home)
{
	return receipt->received != 0 &&
	       (home->ref == NULL || receipt->ref == NULL || strcmp(receipt->ref, home->ref) == 0);
}

/*
 * The parent that the chain follows. A careless `git pull` makes the others' work the
 * second parent; the receipts tell what arrived first all the same. When a parent arrived
 * on another branch, which is merged here, says nothing of this one.
 */
static int follow(const struct chain_source *source, const struct commit_links *links,
                  size_t *parent, struct error *error)
{
	int64_t first = INT64_MAX;
	struct receipt home = {0};
	*parent = 0;
	if (links->count < 2 || object_is_none(&source->receipts->tree))
		return 0;
	for (size_t i = 0; i < links->count; i++) {
		struct receipt receipt;
		if (receipts_find(source->repo, source->receipts, &links->parents[i],
		                  source->texts->arena, &receipt, error) < 0)
			return -1;
		if (i == 0)
			home = receipt;
		if (!arrived_there(&receipt, &home) || receipt.push >= first)
			continue;
		first = receipt.push;
		*parent = i;
	}
	return 0;
}

int step_read(const struct chain_source *source, const struct object_id *id, struct step *step,
              struct error *error)
{
	step->told = source->graph == NULL ||
	             !graph_links(source->graph, id, source->passing, &step->links);
	if (step->told)
		return commit_read(source->repo, id, source->texts, &step->landing, &step->links,
		                   error);
	step->landing = (struct landing){.id = *id, .merge = step->links.count > 1};
	return 0;
}

/* Reads a step and its receipt. */
static int read_landing(const struct chain_source *source, const struct object_id *id,
                        struct step *step, struct error *error)
{
	struct receipt receipt;
	if (step_read(source, id, step, error) < 0 ||
	    receipts_find(source->repo, source->receipts, id, source->texts->arena, &receipt,
	                  error) < 0)
		return -1;
	step->landing.received = receipt.received;
	step->landing.account = receipt.account;
	step->landing.late = receipt.late;
	return 0;
}

int chain_follow(const struct chain_source *source, const struct object_id *tip, chain_known known,
                 void *context, struct chain *chain, struct error *error)
{
	struct object_id next = *tip;
	*chain = (struct chain){0};
	for (bool more = true; more;) {
		if (known != NULL && known(&next, context)) {
			chain->known = next;
			break;
		}
		chain->steps =
			mem_grow(chain->steps, chain->count, &chain->room, sizeof(*chain->steps));
		struct step *step = &chain->steps[chain->count++];
		size_t parent;
		if (read_landing(source, &next, step, error) < 0 ||
		    follow(source, &step->links, &parent, error) < 0) {
			chain_release(chain);
			return -1;
		}
		more = step->links.count != 0;
		if (more)
			next = step->links.parents[parent];
	}
	return 0;
}

int chain_read(struct repo *repo, const struct object_id *tip, const struct receipts *receipts,
               const struct commit_texts *texts, chain_known known, void *context,
               struct chain *chain, struct error *error)
{
	const struct chain_source source = {.repo = repo, .receipts = receipts, .texts = texts};
	return chain_follow(&source, tip, known, context, chain, error);
}

void chain_release(struct chain *chain)
{
	free(chain->steps);
	*chain = (struct chain){0};
}

int chain_on(struct repo *repo, const struct object_id *tip, struct date day,
             struct object_id *commit, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct map names = MAP_INIT;
	struct commit_texts texts = {&arena, &names};
	struct receipts receipts;
	struct chain chain = {0};
	int64_t end = ((int64_t)date_days(day) + 1) * 86400, latest = INT64_MIN;
	const struct step *found = NULL;
	int result = -1;
	if (receipts_open(repo, &receipts, error) < 0 ||
	    chain_read(repo, tip, &receipts, &texts, NULL, NULL, &chain, error) < 0)
		goto done;
	for (size_t i = chain.count; i-- > 0;) {
		const struct landing *landing = &chain.steps[i].landing;
		if (landing_time(landing) > latest)
			latest = landing_time(landing);
		if (latest < end)
			found = &chain.steps[i];
	}
	if (found != NULL) {
		*commit = found->landing.id;
		result = 0;
	} else {
		char words[DATE_TEXT_SIZE];
		error_set(error, "nothing was on record by the end of %s", date_words(day, words));
	}
done:
	chain_release(&chain);
	map_release(&names);
	arena_release(&arena);
	return result;
}
