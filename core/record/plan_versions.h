/*
 * The versions of the plans of a lineage: each plan.md that is asked for, read once.
 */
#ifndef RECORD_PLAN_VERSIONS_H
#define RECORD_PLAN_VERSIONS_H

#include "document/document.h"
#include "repo/lineage.h"

struct plan_versions;

struct plan_versions *plan_versions_new(struct repo *repo, const struct lineage *lineage);
void plan_versions_free(struct plan_versions *versions);

/* *PLAN of blob number BLOB: NULL for LINEAGE_NONE, and where it cannot be read as a plan. */
int plan_versions_find(struct plan_versions *versions, uint32_t blob, const struct plan **plan,
                       struct error *error) __attribute__((warn_unused_result));

/*
 * The plan whose plan.md is path number PATH, as it was before landing NUMBER: the last
 * version on the chain that could be read. *PLAN is NULL where there was none.
 */
int plan_versions_before(struct plan_versions *versions, uint32_t path, size_t number,
                         const struct plan **plan, struct error *error)
	__attribute__((warn_unused_result));

/* True for plans/<plan>/plan.md, of a path that is safe. */
bool is_plan_path(const char *path);

#endif
