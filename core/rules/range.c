#include "rules/range.h"

#include "record/proofs.h"

/* What is wrong with the documents of a commit. */
static int judge_tree(struct repo *repo, const struct object_id *commit,
                      const struct record *record, const struct range *range,
                      struct findings *findings, size_t *documents, struct error *error)
{
	struct candour_wanted wanted = {.errors_alone = true, .landing = range->gate.enforced};
	struct collection collection;
	if (collection_read_commit(repo, commit, &collection, error) < 0)
		return -1;
	*documents = collection.documents;
	rules_judge(&collection, record, findings);
	int result = rules_judge_candour(&collection, record, wanted, findings, error);
	collection_release(&collection);
	return result;
}

/* Leaves out what was wrong at COMMIT already. */
static int drop_standing(struct repo *repo, const struct object_id *commit,
                         const struct range *range, struct range_verdict *verdict,
                         struct error *error)
{
	struct record *record = NULL;
	struct findings before = {0};
	size_t documents;
	if (verdict->findings.count == 0)
		return 0;
	int result = record_read(repo, commit, DEPTH_RATINGS, &record, error);
	if (result == 0)
		result = judge_tree(repo, commit, record, range, &before, &documents, error);
	if (result == 0)
		verdict->standing += findings_drop_standing(&verdict->findings, &before);
	findings_release(&before);
	record_free(record);
	return result;
}

/*
 * Whether each landing can be named: a commit whose date is no number is read here, but
 * not by what looks revisions up, so that nobody would get at the branch any more.
 */
static int find_again(const struct record *record, size_t first, struct error *error)
{
	const struct lineage *lineage = &record->lineage;
	char hex[OBJECT_HEX_SIZE];
	struct object_id found;
	for (size_t i = first; i < lineage->landing_count; i++)
		if (repo_commit(record->repo,
		                object_hex(&lineage->commits[lineage->landings[i]].id, hex), &found,
		                NULL, error) < 0)
			return -1;
	return 0;
}

static int judge_landings(const struct record *record, size_t first, const struct range *range,
                          struct range_verdict *verdict, struct error *error)
{
	struct deeds deeds;
	if (range->gate.enforced && find_again(record, first, error) < 0)
		return -1;
	if (deeds_read(record, first, &deeds, error) < 0)
		return -1;
	verdict->landings = deeds.landings;
	int result = proofs_find(record, &deeds, range->environment, range->arrives, error);
	if (result == 0)
		rules_judge_deeds(record, &deeds, &range->gate, &verdict->findings);
	deeds_release(&deeds);
	return result;
}

int range_judge(struct repo *repo, const struct range *range, struct range_verdict *verdict,
                struct error *error)
{
	struct record *record = NULL;
	size_t first = 0;
	int result = -1;
	*verdict = (struct range_verdict){0};
	if (record_read(repo, range->to, DEPTH_RATINGS, &record, error) < 0 ||
	    judge_tree(repo, range->to, record, range, &verdict->findings, &verdict->documents,
	               error) < 0)
		goto done;
	if (range->from != NULL) {
		if (deeds_first(record, range->from, &first, &verdict->shared, error) < 0)
			goto done;
		/* Where the two went apart; and what the other side has found meanwhile. */
		if (!object_is_none(&verdict->shared) &&
		    drop_standing(repo, &verdict->shared, range, verdict, error) < 0)
			goto done;
		if (!object_equal(&verdict->shared, range->from) &&
		    drop_standing(repo, range->from, range, verdict, error) < 0)
			goto done;
	}
	result = range->form_alone ? 0 : judge_landings(record, first, range, verdict, error);
done:
	record_free(record);
	return result;
}

void range_release(struct range_verdict *verdict)
{
	findings_release(&verdict->findings);
	*verdict = (struct range_verdict){0};
}
