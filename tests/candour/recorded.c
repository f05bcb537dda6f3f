#include "candour/recorded.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static struct series *series_of(struct plan_record *plan, const struct document *document)
{
	if (document->overview != NULL)
		return &plan->programme;
	for (size_t i = 0; document->update != NULL && i < plan->count; i++)
		if (strcmp(plan->workstreams[i].id, document->update->workstream.text) == 0)
			return &plan->workstreams[i];
	return NULL;
}

/* The landing number NUMBER, in the month after the period. */
static struct landing *landing_new(struct record *record, size_t number, struct period period)
{
	struct landing *landing = arena_new(&record->arena, sizeof(*landing));
	int month = period.last + 1;
	struct date day = {month / 12, month % 12 + 1, 12};
	int64_t time = (int64_t)date_days(day) * 86400 + (int64_t)number * 60;
	*landing = (struct landing){
		.number = number,
		.author = {"Officer", "officer@council.example", time},
		.committer = {"Officer", "officer@council.example", time},
		.subject = "An update",
	};
	memcpy(&landing->id, &number, sizeof(number));
	return landing;
}

static struct version *version_new(struct record *record, const struct document *document,
                                   struct period period, const struct scale *scale,
                                   const char *rating)
{
	struct version *version = arena_new(&record->arena, sizeof(*version));
	struct reading *reading = arena_new(&record->arena, sizeof(*reading));
	const char *why;
	const struct reading *read = reading_of(document, DEPTH_WHOLE, &record->arena, &why);
	*reading = *read;
	if (rating != NULL)
		reading->rag = rating;
	const struct landing *landing = landing_new(record, record->landings++, period);
	*version = (struct version){
		.landing = landing,
		.rater = landing,
		.path = document->path,
		.reading = reading,
		.scale = scale,
		.level = scale_level(scale, reading->rag),
	};
	version->rated = version;
	return version;
}

static void land(struct record *record, struct series *series, const struct document *document,
                 const char *first_rating)
{
	const struct scale *scale = &record->plans[0].plan->scale;
	struct period period = document->update != NULL ? document->update->period.as.period
	                                                : document->overview->period.as.period;
	series->standings = arena_grow(&record->arena, series->standings, series->count,
	                               &series->room, sizeof(*series->standings));
	struct standing *standing = &series->standings[series->count++];
	*standing = (struct standing){.period = period};
	standing->versions = arena_new(&record->arena, 2 * sizeof(struct version *));
	if (first_rating != NULL)
		standing->versions[standing->count++] =
			version_new(record, document, period, scale, first_rating);
	struct version *version = version_new(record, document, period, scale, NULL);
	version->rerating = first_rating != NULL;
	standing->versions[standing->count++] = version;
}

struct record *recorded_new(const struct corpus_plan *plan, const struct folder *folder)
{
	struct record *record = mem_new(1, sizeof(*record));
	record->plans = arena_new(&record->arena, sizeof(*record->plans));
	record->count = 1;
	struct plan_record *own = record->plans;
	const struct workstream *rows = LIST_OF(struct workstream, folder->plan->workstreams);
	*own = (struct plan_record){.id = plan->id,
	                            .plan = folder->plan,
	                            .count = folder->plan->workstreams.count,
	                            .programme = {.id = "overview", .title = "the programme"}};
	own->workstreams = arena_new(&record->arena, own->count * sizeof(*own->workstreams));
	for (size_t i = 0; i < own->count; i++)
		own->workstreams[i] = (struct series){
			.id = rows[i].id.text, .title = rows[i].title.text, .declared = &rows[i]};
	for (size_t i = 0; i < plan->count; i++) {
		const struct document *document = folder->items[i].document;
		struct series *series = series_of(own, document);
		if (series != NULL && !document_is_draft(document))
			land(record, series, document, plan->files[i].first_rating);
	}
	return record;
}

void recorded_free(struct record *record)
{
	arena_release(&record->arena);
	free(record);
}
