#include "record/proofs.h"

#include "repo/signature.h"

/* A deed by the same commit, that was looked at before; or NULL. */
static const struct deed *find_known(const struct deeds *deeds, size_t before,
                                     const struct landing *by)
{
	for (size_t i = before; i-- > 0;)
		if (deeds->items[i].by == by && deeds->items[i].signature_read)
			return &deeds->items[i];
	return NULL;
}

static int prove(const struct record *record, struct deed *deed, const char *const *environment,
                 int64_t arrives, struct error *error)
{
	int64_t arrived = deed->landing->received != 0 ? deed->landing->received : arrives;
	enum proof proof;
	if (signature_prove(record->repo, &deed->by->id, deed->by->author.email, arrived,
	                    environment, &proof, error) < 0)
		return -1;
	deed->signature_read = true;
	deed->warrant = proof == PROOF_GIVEN ? WARRANT_GIVEN : WARRANT_UNPROVEN;
	deed->unproven = proof_words(proof);
	return 0;
}

int proofs_find(const struct record *record, struct deeds *deeds, const char *const *environment,
                int64_t arrives, struct error *error)
{
	for (size_t i = 0; i < deeds->count; i++) {
		struct deed *deed = &deeds->items[i];
		if (deed->warrant != WARRANT_UNPROVEN)
			continue;
		const struct deed *known = find_known(deeds, i, deed->by);
		deed->unproven = "signatures are not looked at here";
		if (environment == NULL)
			continue;
		if (known == NULL) {
			if (prove(record, deed, environment, arrives, error) < 0)
				return -1;
			continue;
		}
		deed->signature_read = true;
		deed->warrant = known->warrant;
		deed->unproven = known->unproven;
	}
	return 0;
}
