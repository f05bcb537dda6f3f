#include "record/plan_versions.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "document/source.h"
#include "repo/paths.h"

/* One change of a plan.md on the chain. */
struct turn {
	uint32_t path, blob;
	size_t number; /* of the landing */
};

struct plan_versions {
	struct repo *repo;
	const struct lineage *lineage;
	struct turn *turns; /* in the order of landings */
	size_t turn_count, turn_room;
	struct document **documents; /* by blob; NULL where not read, or no plan */
	bool *known;
};

bool is_plan_path(const char *path)
{
	if (!path_is_safe(path) || !path_is_document(path))
		return false;
	const char *name = strchr(path + strlen(REPO_PLANS) + 1, '/');
	return strcmp(name, "/plan.md") == 0;
}

static void find_turns(struct plan_versions *versions)
{
	const struct lineage *lineage = versions->lineage;
	bool *is_plan = mem_new(lineage->path_count, sizeof(*is_plan));
	for (size_t i = 0; i < lineage->path_count; i++)
		is_plan[i] = is_plan_path(lineage->paths[i]);
	for (size_t i = 0; i < lineage->landing_count; i++) {
		const struct lineage_link *link = lineage_landed(lineage, i);
		for (uint32_t j = 0; j < link->change_count; j++) {
			const struct lineage_change *change = &lineage->changes[link->changes + j];
			if (!is_plan[change->path])
				continue;
			versions->turns = mem_grow(versions->turns, versions->turn_count,
			                           &versions->turn_room, sizeof(*versions->turns));
			versions->turns[versions->turn_count++] =
				(struct turn){change->path, change->after, i};
		}
	}
	free(is_plan);
}

struct plan_versions *plan_versions_new(struct repo *repo, const struct lineage *lineage)
{
	struct plan_versions *versions = mem_new(1, sizeof(*versions));
	versions->repo = repo;
	versions->lineage = lineage;
	versions->documents = mem_new(lineage->blob_count, sizeof(struct document *));
	versions->known = mem_new(lineage->blob_count, sizeof(*versions->known));
	find_turns(versions);
	return versions;
}

void plan_versions_free(struct plan_versions *versions)
{
	if (versions == NULL)
		return;
	for (size_t i = 0; i < versions->lineage->blob_count; i++)
		document_free(versions->documents[i]);
	free(versions->documents);
	free(versions->known);
	free(versions->turns);
	free(versions);
}

static int read_plan(struct plan_versions *versions, uint32_t blob, struct error *error)
{
	struct buf bytes = BUF_INIT;
	size_t size;
	struct document *document = NULL;
	int result = repo_blob_small(versions->repo, &versions->lineage->blobs[blob],
	                             SOURCE_LARGEST, &bytes, &size, error);
	if (result == 0 && size <= SOURCE_LARGEST)
		document = document_read("plan.md", bytes.bytes, bytes.length, DOCUMENT_FIELDS);
	if (document != NULL && document->plan == NULL) {
		document_free(document);
		document = NULL;
	}
	versions->documents[blob] = document;
	versions->known[blob] = result == 0;
	buf_release(&bytes);
	return result;
}

int plan_versions_find(struct plan_versions *versions, uint32_t blob, const struct plan **plan,
                       struct error *error)
{
	*plan = NULL;
	if (blob == LINEAGE_NONE)
		return 0;
	if (!versions->known[blob] && read_plan(versions, blob, error) < 0)
		return -1;
	if (versions->documents[blob] != NULL)
		*plan = versions->documents[blob]->plan;
	return 0;
}

int plan_versions_before(struct plan_versions *versions, uint32_t path, size_t number,
                         const struct plan **plan, struct error *error)
{
	*plan = NULL;
	for (size_t i = versions->turn_count; i-- > 0 && *plan == NULL;) {
		const struct turn *turn = &versions->turns[i];
		if (turn->path != path || turn->number >= number)
			continue;
		if (plan_versions_find(versions, turn->blob, plan, error) < 0)
			return -1;
	}
	return 0;
}
