#include "view/exempt.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

bool exempt_document(const struct document *document)
{
	const struct common *common = document_common(document);
	const struct value *public_report =
		document->paper != NULL ? &document->paper->public_report : NULL;
	/* `public: no` is no flag, and still does not mean that it is. */
	bool closed = public_report != NULL && public_report->text != NULL &&
	              !(public_report->valid && public_report->as.flag);
	return closed || (common != NULL && exempt_is_set(&common->exempt));
}

bool exempt_plan(const struct plan_record *plan)
{
	return exempt_is_set(&plan->plan->common.exempt);
}

bool exempt_series(const struct plan_record *plan, const struct series *series)
{
	return exempt_plan(plan) || series->kept_back ||
	       (series->declared != NULL && exempt_is_set(&series->declared->exempt));
}

bool exempt_workstream(const struct plan_record *plan, const char *id)
{
	for (size_t i = 0; i < plan->count; i++)
		if (strcmp(plan->workstreams[i].id, id) == 0)
			return exempt_series(plan, &plan->workstreams[i]);
	return false;
}

static size_t count_standings(const struct plan_record *plan)
{
	size_t count = plan->programme.count;
	for (size_t i = 0; i < plan->count; i++)
		count += plan->workstreams[i].count;
	return count;
}

static void read_series(const struct series *series, bool **flag)
{
	for (size_t i = 0; i < series->count; i++)
		*(*flag)++ = standing_version(&series->standings[i])->reading->exempt;
}

void exempt_read(const struct record *record, struct exempt *exempt)
{
	*exempt = (struct exempt){record, mem_new(record->count + 1, sizeof(bool *))};
	for (size_t i = 0; i < record->count; i++) {
		const struct plan_record *plan = &record->plans[i];
		bool *flag = exempt->series[i] = mem_new(count_standings(plan) + 1, sizeof(*flag));
		for (size_t j = 0; j < plan->count; j++)
			read_series(&plan->workstreams[j], &flag);
		read_series(&plan->programme, &flag);
	}
}

void exempt_release(struct exempt *exempt)
{
	for (size_t i = 0; exempt->series != NULL && i < exempt->record->count; i++)
		free(exempt->series[i]);
	free(exempt->series);
	*exempt = (struct exempt){NULL, NULL};
}

bool exempt_standing(const struct exempt *exempt, const struct plan_record *plan,
                     const struct series *series, const struct standing *standing)
{
	if (exempt == NULL)
		return exempt_series(plan, series);
	const bool *flags = exempt->series[plan - exempt->record->plans];
	for (size_t i = 0; i < plan->count && &plan->workstreams[i] != series; i++)
		flags += plan->workstreams[i].count;
	return exempt_series(plan, series) || flags[standing - series->standings];
}
