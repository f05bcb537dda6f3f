/* What is questioned, as it is published: less what would tell of what is exempt. */
#include "view/site_view.h"

#include <string.h>

#include "base/text.h"
#include "rules/rules.h"
#include "view/publish.h"

/* What is kept back of a plan. */
struct kept_back {
	const struct plan_record *plan;
	const struct plan_view *view;
	bool any;  /* something of it is exempt */
	bool once; /* or was */
};

static bool is_published_series(const struct kept_back *kept, const struct series *series)
{
	if (series == &kept->plan->programme)
		return true;
	for (size_t i = 0; i < kept->view->plan.count; i++)
		if (strcmp(kept->view->plan.workstreams[i].id, series->id) == 0)
			return true;
	return false;
}

/* The series as it is published, or NULL. */
static const struct series *published(const struct kept_back *kept, const struct series *series)
{
	if (series == &kept->plan->programme)
		return &kept->view->plan.programme;
	for (size_t i = 0; i < kept->view->plan.count; i++)
		if (strcmp(kept->view->plan.workstreams[i].id, series->id) == 0)
			return &kept->view->plan.workstreams[i];
	return NULL;
}

/* True where the file of that period is the series' and not published. */
static bool hides(const struct kept_back *kept, const struct series *series, const char *path,
                  struct period period)
{
	for (size_t i = 0; i < series->count; i++) {
		const struct standing *standing = &series->standings[i];
		if (period_equal(standing->period, period) &&
		    strcmp(standing_version(standing)->path, path) == 0)
			return !series_has_period(published(kept, series), period);
	}
	return false;
}

/* True where the landing put a version in that file on record that is not published. */
static bool landed_hidden(const struct kept_back *kept, const struct series *series,
                          const char *path, const char *commit)
{
	char hex[OBJECT_HEX_SIZE];
	for (size_t i = 0; i < series->count; i++) {
		const struct standing *standing = &series->standings[i];
		for (size_t j = 0; j < standing->count; j++) {
			const struct version *version = standing->versions[j];
			if (strcmp(version->path, path) == 0 &&
			    strcmp(object_hex(&version->landing->id, hex), commit) == 0 &&
			    !is_published(published(kept, series), standing, version))
				return true;
		}
	}
	return false;
}

/* Once it was exempt, whatever stands now. */
static bool was_hidden(const struct kept_back *kept, const char *path, const char *commit)
{
	for (size_t i = 0; commit != NULL && i < kept->plan->count; i++)
		if (landed_hidden(kept, &kept->plan->workstreams[i], path, commit))
			return true;
	return commit != NULL && landed_hidden(kept, &kept->plan->programme, path, commit);
}

static size_t count_versions(const struct plan_record *plan)
{
	size_t count = 0;
	for (size_t i = 0; i <= plan->count; i++) {
		const struct series *series =
			i < plan->count ? &plan->workstreams[i] : &plan->programme;
		for (size_t j = 0; j < series->count; j++)
			count += series->standings[j].count;
	}
	return count;
}

static bool is_hidden(const struct kept_back *kept, const char *path, struct period period)
{
	for (size_t i = 0; i < kept->plan->count; i++)
		if (hides(kept, &kept->plan->workstreams[i], path, period))
			return true;
	return hides(kept, &kept->plan->programme, path, period);
}

/* True where the text names a workstream that is not published. */
static bool names_hidden(const struct kept_back *kept, const char *text)
{
	for (size_t i = 0; text != NULL && i < kept->plan->count; i++) {
		const struct series *series = &kept->plan->workstreams[i];
		if (!is_published_series(kept, series) &&
		    (text_names(text, series->title) || text_names(text, series->id)))
			return true;
	}
	return false;
}

/* What counts over all workstreams counts those too that are exempt. */
static bool counts_all(const struct finding *finding)
{
	const struct rule *rule = rule_named(finding->rule);
	return finding->workstream == NULL || strcmp(finding->workstream, "overview") == 0
	               ? rule == NULL || rule->family == FAMILY_CLAIMS ||
	                         rule->family == FAMILY_ROLL_UP || rule->scope == RULE_OF_STORY
	               : false;
}

static bool is_told(const struct kept_back *kept, const struct finding *finding)
{
	if (!kept->any && !kept->once)
		return true;
	if ((kept->any && counts_all(finding)) || names_hidden(kept, finding->message) ||
	    is_hidden(kept, finding->path, finding->period))
		return false;
	for (size_t i = 0; i < kept->plan->count; i++)
		if (finding->workstream != NULL &&
		    strcmp(kept->plan->workstreams[i].id, finding->workstream) == 0 &&
		    !is_published_series(kept, &kept->plan->workstreams[i]))
			return false;
	for (size_t i = 0; i < finding->evidence_count; i++) {
		const struct finding_evidence *evidence = &finding->evidence[i];
		struct period period = {0, 0};
		bool of_period =
			evidence->period != NULL && period_parse(evidence->period, &period);
		if (names_hidden(kept, evidence->text) ||
		    (of_period && is_hidden(kept, evidence->path, period)) ||
		    was_hidden(kept, evidence->path, evidence->commit))
			return false;
	}
	return true;
}

void site_questions(const struct plan_record *plan, const struct findings *all,
                    struct plan_view *view)
{
	const struct kept_back kept = {
		.plan = plan,
		.view = view,
		.any = view->exempt_workstreams + view->exempt_reports != 0,
		.once = count_versions(plan) != count_versions(&view->plan),
	};
	view->asked = all != NULL;
	for (size_t i = 0; all != NULL && i < all->count; i++)
		if (is_told(&kept, &all->items[i]))
			findings_add(&view->questions, &all->items[i]);
	findings_sort(&view->questions);
	findings_order(&view->questions);
}

struct about questions_about(const struct plan_view *view, const struct series *series,
                             const struct standing *standing)
{
	return (struct about){view->asked && standing != NULL ? &view->questions : NULL, series->id,
	                      standing != NULL ? standing->period : (struct period){0, 0}};
}
