/* Rules about whom a plan names: declared in rules/judge.h. */
#include "record/roles.h"
#include "rules/judge.h"

static void judge_list(const struct judgement *judgement, const struct list *list, const char *name)
{
	for (size_t i = 0; i < list->count; i++) {
		const struct value *entry = &LIST_OF(struct value, *list)[i];
		if (entry->text != NULL && !role_is_clear(entry->text))
			judgement_add(
				judgement, judgement->document->path, entry->place,
				"`%.60s` names nobody; write the e-mail address of their commits in "
				"`%s`, such as `jo@example.org` or `key:jo@example.org`",
				entry->text, name);
	}
}

void judge_identities(const struct judgement *judgement)
{
	const struct plan *plan = judgement->document->plan;
	if (plan == NULL)
		return;
	judge_list(judgement, &plan->owners, "owners");
	judge_list(judgement, &plan->raters, "raters");
	for (size_t i = 0; i < plan->workstreams.count; i++)
		judge_list(judgement, &LIST_OF(struct workstream, plan->workstreams)[i].raters,
		           "raters");
}

void judge_unowned(const struct judgement *judgement)
{
	const struct plan *plan = judgement->document->plan;
	if (plan == NULL || roles_named(&plan->owners))
		return;
	const struct list *raters = &plan->raters;
	for (size_t i = 0; i < plan->workstreams.count && !roles_named(raters); i++)
		raters = &LIST_OF(struct workstream, plan->workstreams)[i].raters;
	if (roles_named(raters))
		judgement_add(judgement, judgement->document->path, raters->place,
		              "the plan says who may rate, but not who may change that: "
		              "anybody could name themselves; add `owners`");
}
