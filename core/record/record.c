#include "record/record.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "base/twin.h"
#include "document/source.h"
#include "record/builder.h"
#include "record/gather.h"
#include "record/outline.h"
#include "record/unlisted.h"

int record_read(struct repo *repo, const struct object_id *commit, enum depth depth,
                struct record **record, struct error *error)
{
	struct record *read = mem_new(1, sizeof(*read));
	struct readings readings = {.repo = repo,
	                            .lineage = &read->lineage,
	                            .depth = depth,
	                            .bytes = BUF_INIT,
	                            .arena = &read->arena};
	read->repo = repo;
	read->depth = depth;
	int result = gather(read, commit, &readings, error);
	if (result == 0) {
		read->landings = read->lineage.landing_count;
		read->tip = read->lineage.commits[read->lineage.count - 1];
		result = builder_run(read, &readings, error);
		if (result == 0)
			unlisted_read(read);
		if (result == 0 && depth == DEPTH_WHOLE)
			gather_keep(read, &readings);
		if (result == 0)
			outline_keep(read);
	}
	readings_release(&readings);
	if (result < 0)
		record_free(read);
	else
		*record = read;
	return result;
}

void record_free(struct record *record)
{
	if (record == NULL)
		return;
	for (size_t i = 0; i < record->count; i++)
		document_free(record->plans[i].document);
	lineage_release(&record->lineage);
	twin_close(record->twin);
	free(record->kept);
	arena_release(&record->arena);
	free(record);
}

const struct plan_record *record_plan(const struct record *record, const char *id)
{
	for (size_t i = 0; i < record->count; i++)
		if (strcmp(record->plans[i].id, id) == 0)
			return &record->plans[i];
	return NULL;
}

const struct version *standing_version(const struct standing *standing)
{
	return standing->versions[standing->count - 1];
}

const struct version *standing_at(const struct standing *standing, size_t number)
{
	size_t landed = 0;
	while (landed < standing->count && standing->versions[landed]->landing->number <= number)
		landed++;
	if (landed == 0)
		return NULL;
	for (size_t i = 0; i < standing->withdrawal_count; i++)
		if (standing->withdrawals[i].before == landed &&
		    standing->withdrawals[i].landing->number <= number)
			return NULL;
	return standing->versions[landed - 1];
}

const struct landing *version_rater(const struct version *version)
{
	return version->rated->rater;
}

bool standing_holds(const struct standing *standing)
{
	return standing->withdrawn == NULL;
}

bool record_stood(const struct record *record, const struct landing *landing, const char *path,
                  struct object_id *blob)
{
	const struct lineage *lineage = &record->lineage;
	uint32_t number = 0;
	while (number < lineage->path_count && strcmp(lineage->paths[number], path) != 0)
		number++;
	for (size_t i = landing->number + 1; number < lineage->path_count && i > 0; i--) {
		const struct lineage_link *link = lineage_landed(lineage, i - 1);
		for (uint32_t j = 0; j < link->change_count; j++) {
			const struct lineage_change *change = &lineage->changes[link->changes + j];
			if (change->path != number)
				continue;
			if (change->after != LINEAGE_NONE)
				*blob = lineage->blobs[change->after];
			return change->after != LINEAGE_NONE;
		}
	}
	return false;
}

static int read_document(const struct record *record, const struct version *version,
                         enum document_part part, struct document **document, struct error *error)
{
	struct buf bytes = BUF_INIT;
	size_t size;
	int result =
		repo_blob_small(record->repo, &version->blob, SOURCE_LARGEST, &bytes, &size, error);
	if (result == 0)
		*document = document_read(version->path, bytes.bytes, bytes.length, part);
	buf_release(&bytes);
	return result;
}

int record_document(const struct record *record, const struct version *version,
                    struct document **document, struct error *error)
{
	return read_document(record, version, DOCUMENT_WHOLE, document, error);
}

int record_fields(const struct record *record, const struct version *version,
                  struct document **document, struct error *error)
{
	return read_document(record, version, DOCUMENT_FIELDS, document, error);
}
