#include "redacted.h"

#include "base/arena.h"
#include "repo/commit.h"
#include "repo/redactions.h"

/* The two chains, newest first. */
struct chains {
	struct chain before, now;
};

static int read_chains(struct repo *repo, const struct pushed *pushed,
                       const struct commit_texts *texts, struct chains *chains, struct error *error)
{
	struct receipts receipts;
	if (receipts_open(repo, &receipts, error) < 0 ||
	    chain_read(repo, &pushed->before, &receipts, texts, NULL, NULL, &chains->before,
	               error) < 0 ||
	    chain_read(repo, &pushed->after, &receipts, texts, NULL, NULL, &chains->now, error) < 0)
		return -1;
	if (chains->now.count != chains->before.count + 1)
		return error_set(error, "the history that took the place of another has not as "
		                        "many landings");
	return 0;
}

int redacted_write(struct repo *repo, const struct pushed *pushed, const char *account,
                   int64_t received, struct object_id *last, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct commit_texts texts = {&arena, NULL};
	struct chains chains = {0};
	int result = read_chains(repo, pushed, &texts, &chains, error);
	if (result == 0) {
		size_t count = chains.before.count;
		struct replacement *pairs = arena_new(&arena, count * sizeof(*pairs));
		const struct landing *tip = &chains.now.steps[0].landing;
		for (size_t i = 0; i < count; i++)
			pairs[i] = (struct replacement){chains.before.steps[i].landing.id,
			                                chains.now.steps[i + 1].landing.id};
		const struct redaction redaction = {
			.before = pushed->before,
			.after = pushed->after,
			.received = received,
			.account = account,
			.ref = pushed->ref,
			.who = arena_printf(&arena, "%s <%s>", tip->author.name, tip->author.email),
			.why = tip->subject,
		};
		*last = chains.now.steps[1].landing.id;
		result = redaction_write(repo, &redaction, pairs, count, error);
	}
	chain_release(&chains.before);
	chain_release(&chains.now);
	arena_release(&arena);
	return result;
}
