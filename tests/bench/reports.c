#include "bench/reports.h"

#include <stdlib.h>

#include "base/mem.h"
#include "record/record.h"

static int add_report(struct reports *reports, const struct record *record,
                      const struct version *version, struct error *error)
{
	struct document *document;
	if (record_document(record, version, &document, error) < 0)
		return -1;
	reports->items =
		mem_grow(reports->items, reports->count, &reports->room, sizeof(*reports->items));
	struct buf *report = &reports->items[reports->count++];
	*report = (struct buf)BUF_INIT;
	buf_add(report, document->bytes, document->length);
	document_free(document);
	return 0;
}

static int add_series(struct reports *reports, const struct record *record,
                      const struct series *series, struct error *error)
{
	int result = 0;
	for (size_t i = 0; i < series->count && result == 0; i++)
		if (standing_holds(&series->standings[i]))
			result = add_report(reports, record,
			                    standing_version(&series->standings[i]), error);
	return result;
}

static int add_plan(struct reports *reports, const struct record *record,
                    const struct plan_record *plan, struct error *error)
{
	int result = 0;
	for (size_t i = 0; i < plan->count && result == 0; i++)
		result = add_series(reports, record, &plan->workstreams[i], error);
	return result == 0 ? add_series(reports, record, &plan->programme, error) : result;
}

void reports_read(struct reports *reports, const char *folder)
{
	struct error error = ERROR_INIT;
	struct repo *repo = NULL;
	struct record *record = NULL;
	struct object_id tip;
	int result = -1;
	*reports = (struct reports){.items = NULL};
	if (repo_open(&repo, folder, false, &error) == 0 &&
	    repo_commit(repo, NULL, &tip, NULL, &error) == 0)
		result = record_read(repo, &tip, DEPTH_RATINGS, &record, &error);
	for (size_t i = 0; result == 0 && i < record->count; i++)
		result = add_plan(reports, record, &record->plans[i], &error);
	if (result != 0)
		reports_release(reports);
	record_free(record);
	repo_close(repo);
}

void reports_release(struct reports *reports)
{
	for (size_t i = 0; i < reports->count; i++)
		buf_release(&reports->items[i]);
	free(reports->items);
	*reports = (struct reports){.items = NULL};
}
