/* A history that takes the place of another, so that personal data goes: declared in receive.h. */
#include <string.h>

#include "environment.h"
#include "git.h"
#include "record/plan_versions.h"
#include "record/redaction.h"
#include "record/roles.h"
#include "receive.h"
#include "repo/signature.h"
#include "rules/range.h"

bool receive_is_permitted(struct arena *arena, const struct pushed *pushed)
{
	char before[OBJECT_HEX_SIZE], after[OBJECT_HEX_SIZE];
	const char *const *settings = git_settings(arena, "ragtrail.redaction");
	const char *asked = arena_printf(arena, "%s %s", object_hex(&pushed->before, before),
	                                 object_hex(&pushed->after, after));
	for (size_t i = 0; settings[i] != NULL; i++)
		if (strcmp(settings[i], asked) == 0)
			return true;
	return false;
}

static int refuse(struct receive *receive, const struct pushed *pushed, const char *why,
                  const char *hint)
{
	receive_say("error", "%s: this redaction may not be: %s", receive_name(pushed->ref), why);
	receive_say("hint", "%s", hint);
	receive->refused++;
	return 0;
}

/* The commit behind the others must be by an owner of the plan. */
static int judge_owner(struct receive *receive, const struct pushed *pushed,
                       const struct landing *last, const char *id, const struct list *owners)
{
	enum proof proof = PROOF_NOT_SIGNED;
	enum warrant warrant = roles_find(owners, last->author.email);
	if (warrant == WARRANT_OPEN || warrant == WARRANT_GIVEN)
		return 0;
	if (warrant == WARRANT_UNPROVEN) {
		if (signature_prove(receive->repo, &last->id, last->author.email, receive->now,
		                    environment_of_git(receive->arena), &proof, receive->error) < 0)
			return -1;
		if (proof == PROOF_GIVEN)
			return 0;
	}
	return refuse(
		receive, pushed,
		arena_printf(receive->arena,
	                     "the commit that says why must be by an owner of the plan %s%s%s", id,
	                     warrant == WARRANT_UNPROVEN ? ", and " : "",
	                     warrant == WARRANT_UNPROVEN ? proof_words(proof) : ""),
		"an owner adds that commit behind the others: git commit --allow-empty");
}

/* A plan that is gone, or cannot be read any more, keeps the owners that it had last. */
static int judge_owners(struct receive *receive, const struct pushed *pushed,
                        const struct record *before, const struct record *now,
                        const struct plan_record *plans, size_t count)
{
	struct plan_versions *versions = plan_versions_new(before->repo, &before->lineage);
	int result = 0;
	for (size_t i = 0; i < count && result == 0; i++) {
		const struct plan *plan = NULL;
		const void *path = map_get(
			&before->lineage.path_ids,
			arena_printf(receive->arena, "%s/%s/plan.md", REPO_PLANS, plans[i].id));
		if (path == NULL || !redaction_touches(before, now, plans[i].id))
			continue;
		result = plan_versions_before(versions, (uint32_t)((uintptr_t)path - 1),
		                              before->lineage.landing_count, &plan, receive->error);
		if (result == 0 && plan != NULL)
			result =
				judge_owner(receive, pushed, &now->tip, plans[i].id, &plan->owners);
	}
	plan_versions_free(versions);
	return result;
}

static void keep_landings(struct receive *receive, const struct record *before,
                          const struct record *now)
{
	size_t count = before->lineage.landing_count;
	struct replacement *pairs = arena_new(receive->arena, count * sizeof(*pairs));
	for (size_t i = 0; i < count; i++) {
		pairs[i].before = before->lineage.commits[before->lineage.landings[i]].id;
		pairs[i].after = now->lineage.commits[now->lineage.landings[i]].id;
	}
	receive->pairs = pairs;
	receive->pair_count = count;
}

static int judge_records(struct receive *receive, const struct pushed *pushed,
                         const struct record *before, const struct record *now)
{
	struct buf difference = BUF_INIT;
	size_t refused = receive->refused;
	int result = 0;
	redaction_compare(before, now, &difference);
	if (difference.length != 0)
		refuse(receive, pushed, difference.bytes,
		       "ratings, periods, dates, authors and the order of commits stay as they are: "
		       "change words alone");
	if (difference.length == 0 &&
	    (judge_owners(receive, pushed, before, now, before->plans, before->count) < 0 ||
	     judge_owners(receive, pushed, before, now, before->removed, before->removed_count) <
	             0))
		result = -1;
	if (result == 0 && receive->refused == refused)
		keep_landings(receive, before, now);
	buf_release(&difference);
	return result;
}

/* What is wrong with the documents now, and was not before. */
static int judge_form(struct receive *receive, const struct pushed *pushed)
{
	struct range_verdict verdict;
	struct range range = {.from = &pushed->before,
	                      .to = &pushed->after,
	                      .gate = {.enforced = true},
	                      .form_alone = true};
	int result = range_judge(receive->repo, &range, &verdict, receive->error);
	if (result == 0)
		receive_findings(receive, &verdict.findings);
	range_release(&verdict);
	return result;
}

int receive_redaction(struct receive *receive, const struct pushed *pushed)
{
	struct record *before = NULL, *now = NULL;
	int result = -1;
	if (record_read(receive->repo, &pushed->before, DEPTH_WHOLE, &before, receive->error) ==
	            0 &&
	    record_read(receive->repo, &pushed->after, DEPTH_WHOLE, &now, receive->error) == 0)
		result = judge_records(receive, pushed, before, now);
	if (result == 0 && receive->pairs != NULL)
		result = judge_form(receive, pushed);
	record_free(before);
	record_free(now);
	return result;
}

bool receive_is_replaced(const struct receive *receive, const struct object_id *before,
                         const struct object_id *after)
{
	for (size_t i = 0; i < receive->pair_count; i++)
		if (object_equal(&receive->pairs[i].before, before) &&
		    object_equal(&receive->pairs[i].after, after))
			return true;
	return false;
}
