/* Rules about the sponsor's sign-off: declared in rules/judge.h. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "rules/judge.h"

/* --- whose it is --- */

void judge_sign_off_own(const struct judgement *judgement)
{
	const struct update *update = judgement->document->update;
	if (update == NULL || update->sponsor_signed.by.text == NULL ||
	    update->completed_by.text == NULL ||
	    !text_equal_folded(update->sponsor_signed.by.text, update->completed_by.text))
		return;
	judgement_add(judgement, judgement->document->path, update->sponsor_signed.by.place,
	              "`%.60s` wrote the report (`completed_by`) and cannot sign it off as well; "
	              "have the sponsor sign it, or take `sponsor_signed` out until that is done",
	              update->sponsor_signed.by.text);
}

/* --- what it was given for --- */

/* What a document has to do with sign-offs. */
struct report {
	const struct document *document;
	const char *workstream;
	struct period period;
	bool beside; /* it is not judged itself */
};

struct reports {
	struct report *items; /* by workstream, then by period; to be freed */
	size_t count;
};

static int compare_reports(const void *a, const void *b)
{
	const struct report *first = a, *second = b;
	int order = strcmp(first->workstream, second->workstream);
	return order != 0 ? order : period_compare(first->period, second->period);
}

static struct reports gather(const struct folder *folder)
{
	struct reports reports = {mem_new(folder->count, sizeof(struct report)), 0};
	for (size_t i = 0; i < folder->count; i++) {
		const struct item *item = &folder->items[i];
		const struct update *update =
			item->document != NULL ? item->document->update : NULL;
		/* Of one that was not read, the record knows more. */
		if (update == NULL || item->presumed || update->workstream.text == NULL ||
		    !update->period.valid)
			continue;
		reports.items[reports.count++] =
			(struct report){item->document, update->workstream.text,
		                        update->period.as.period, item->beside};
	}
	if (reports.count != 0)
		qsort(reports.items, reports.count, sizeof(*reports.items), compare_reports);
	return reports;
}

static bool has_signature(const struct document *document)
{
	const struct signature *signature = &document->update->sponsor_signed;
	return signature->by.text != NULL && signature->on.valid;
}

static bool same_signature(const struct document *a, const struct document *b)
{
	return b != NULL && b->update != NULL && has_signature(b) &&
	       date_days(a->update->sponsor_signed.on.as.date) ==
	               date_days(b->update->sponsor_signed.on.as.date) &&
	       text_equal_folded(a->update->sponsor_signed.by.text,
	                         b->update->sponsor_signed.by.text);
}

/* The last period of the workstream on record that comes before this one, or NULL. */
static const struct standing *standing_before(const struct judgement *judgement,
                                              const struct report *report)
{
	const struct plan_record *past =
		judgement->record == NULL ? NULL
					  : record_plan(judgement->record, judgement->folder->id);
	for (size_t i = 0; past != NULL && i < past->count; i++) {
		const struct series *series = &past->workstreams[i];
		if (strcmp(series->id, report->workstream) != 0)
			continue;
		for (size_t j = series->count; j-- > 0;)
			if (standing_holds(&series->standings[j]) &&
			    period_compare(series->standings[j].period, report->period) < 0)
				return &series->standings[j];
	}
	return NULL;
}

/*
 * True where the sign-off is the one that the report before has; *PERIOD is that one's. The
 * report before may stand in the tree, or on record alone. NEIGHBOUR is the one before it in
 * the tree, or NULL.
 */
static bool is_carried_over(const struct judgement *judgement, const struct report *report,
                            const struct report *neighbour, struct period *period)
{
	const struct standing *standing = standing_before(judgement, report);
	struct document *document = NULL;
	struct error ignored = ERROR_INIT;
	if (neighbour != NULL && strcmp(neighbour->workstream, report->workstream) != 0)
		neighbour = NULL;
	if (neighbour != NULL &&
	    (standing == NULL || period_compare(standing->period, neighbour->period) <= 0)) {
		*period = neighbour->period;
		return period_compare(neighbour->period, report->period) < 0 &&
		       same_signature(report->document, neighbour->document);
	}
	if (standing == NULL ||
	    record_document(judgement->record, standing_version(standing), &document, &ignored) < 0)
		return false;
	*period = standing->period;
	bool same = same_signature(report->document, document);
	document_free(document);
	return same;
}

/* Calls JUDGE for each report that is judged and signed; CARRIED: by the one before's sign-off. */
static void ask_each(const struct judgement *judgement,
                     void (*judge)(const struct judgement *judgement, const struct report *report,
                                   const struct period *carried))
{
	struct reports reports = gather(judgement->folder);
	for (size_t i = 0; i < reports.count; i++) {
		const struct report *report = &reports.items[i];
		struct period period;
		if (report->beside || !has_signature(report->document))
			continue;
		bool carried =
			is_carried_over(judgement, report, i != 0 ? report - 1 : NULL, &period);
		judge(judgement, report, carried ? &period : NULL);
	}
	free(reports.items);
}

static void ask_carried(const struct judgement *judgement, const struct report *report,
                        const struct period *carried)
{
	const struct signature *signature = &report->document->update->sponsor_signed;
	char day[DATE_TEXT_SIZE], here[PERIOD_TEXT_SIZE], before[PERIOD_TEXT_SIZE];
	if (carried == NULL)
		return;
	judgement_add(
		judgement, report->document->path, signature->place,
		"the sign-off of %s is the one for %s; the sponsor has not signed %s: have it "
		"signed, or take `sponsor_signed` out until that is done",
		date_words(signature->on.as.date, day), period_words(*carried, before),
		period_words(report->period, here));
}

void judge_sign_off_carried_over(const struct judgement *judgement)
{
	ask_each(judgement, ask_carried);
}

/* The last day of the period. */
static struct date last_day(struct period period)
{
	struct date day = {period.last / 12, period.last % 12 + 1, 31};
	while (day.day > 28 && !date_exists(day.year, day.month, day.day))
		day.day--;
	return day;
}

static void ask_early(const struct judgement *judgement, const struct report *report,
                      const struct period *carried)
{
	const struct update *update = report->document->update;
	const struct value *on = &update->sponsor_signed.on;
	char day[DATE_TEXT_SIZE], limit[DATE_TEXT_SIZE];
	struct date ends = last_day(report->period);
	const struct value *completed = &update->completed_on;
	if (carried != NULL)
		return; /* it is told that it is another one's */
	if (completed->valid && date_days(on->as.date) < date_days(completed->as.date))
		judgement_add(
			judgement, report->document->path, on->place,
			"the sponsor signed on %s, before the report was completed on %s; mend "
			"the date that is wrong, or have what was written signed",
			date_words(on->as.date, day), date_words(completed->as.date, limit));
	else if (date_days(on->as.date) < date_days(ends))
		judgement_add(judgement, report->document->path, on->place,
		              "the sponsor signed on %s, before the period ended on %s, and cannot "
		              "have known how it ended; mend the date, or have the report signed "
		              "again",
		              date_words(on->as.date, day), date_words(ends, limit));
}

void judge_sign_off_early(const struct judgement *judgement)
{
	ask_each(judgement, ask_early);
}
