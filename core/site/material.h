/*
 * What a page is made from, told without making it: as bytes of which only equality counts,
 * and as the last landing that changed any of it.
 *
 * A page whose material is that of an earlier render is not made again, so what is left out
 * here is a page that stays wrong. There are two ways. Of a kind with few pages, take
 * material_history(): it stands for whatever the plan's folder ever held, and cannot forget.
 * Of a kind with a page for each landing or period, name each thing that the page shows; then
 * a new commit leaves the others alone. The language, the path, the program and what the
 * frame shows of the plan are added for every page.
 */
#ifndef SITE_MATERIAL_H
#define SITE_MATERIAL_H

#include "base/buf.h"
#include "view/site_view.h"

struct material {
	struct buf bytes;
	const struct landing *shown; /* the last one that was named; NULL: none was */
	bool of_tip;                 /* it depends on the commit of the record, or on its day */
};

/* Plain values. TEXT may be NULL. */
void material_text(struct material *material, const char *text);
void material_number(struct material *material, int64_t number);
void material_id(struct material *material, const struct object_id *id);

/* Moves `shown` on, and adds nothing. LANDING may be NULL. */
void material_shown(struct material *material, const struct landing *landing);

/* A landing that the page names, with its receipt, or NULL; moves `shown` on. */
void material_landing(struct material *material, const struct landing *landing);

/* What plan.md says: its blob, and the names and counts of what is published. */
void material_plan(struct material *material, const struct plan_view *view);

/*
 * One version, a standing with all its versions and withdrawals, a whole series with its
 * drafts; who rated and when, and each document by its blob.
 */
void material_version(struct material *material, const struct version *version);
void material_standing(struct material *material, const struct standing *standing);
/* A standing, of which the digest is KNOWN; NULL: it is not. */
void material_known_standing(struct material *material, const struct standing *standing,
                             const struct standing_digest *known);
void material_series(struct material *material, const struct series *series);

/* A document that is filed, with every version. */
void material_filed(struct material *material, const struct filed *filed);

/* What is questioned, as the page says it. Costs as much as there is; not the whole plan's. */
void material_questions(struct material *material, struct about about);

/* What oversight bodies said of the series, each observation with every version. */
void material_challenges(struct material *material, const struct plan_view *view,
                         const struct series *series);

/*
 * All that is on record of the plan, and of others what its pages may show: the registers and
 * titles of their plans, and each hand-over. Moves nothing on: say what is shown.
 */
void material_history(struct material *material, const struct site_view *site,
                      const struct plan_view *view);

/*
 * Takes what many pages have in common, material_plans(), material_history() and every standing
 * on record, into digests of the site, of each plan and of the standings, once for all pages.
 */
void material_prepare(struct site_view *site);

/* The commit of the record and its time, on which it depends what is late: then the page says
 * that it shows the record as of that commit. */
void material_tip(struct material *material, const struct record *record);

/* The last landing that changed anything of the plan, where nothing less is sure. */
void material_last(struct material *material, const struct plan_view *view);

/* What a page says of other plans: which are published, and what plan.md of each says. */
void material_plans(struct material *material, const struct site_view *site);

/* Of a landing's page; of a workstream's; of a paper's, an observation's and so on. */
void change_material(const struct site_view *site, const struct plan_view *view, size_t number,
                     struct material *material);
void workstream_material(const struct site_view *site, const struct plan_view *view,
                         size_t workstream, struct material *material);
void paper_material(const struct site_view *site, const struct plan_view *view,
                    const struct filed *filed, struct material *material);

#endif
