#include "site/material.h"

#include <string.h>
#include <xxhash.h>

/* --- values --- */

static void add_bytes(struct material *material, const void *bytes, size_t length)
{
	buf_add(&material->bytes, (const char *)&length, sizeof(length));
	buf_add(&material->bytes, bytes, length);
}

void material_text(struct material *material, const char *text)
{
	static const size_t none = (size_t)-1;
	if (text == NULL)
		buf_add(&material->bytes, (const char *)&none, sizeof(none));
	else
		add_bytes(material, text, strlen(text));
}

void material_number(struct material *material, int64_t number)
{
	buf_add(&material->bytes, (const char *)&number, sizeof(number));
}

void material_id(struct material *material, const struct object_id *id)
{
	buf_add(&material->bytes, (const char *)id->bytes, sizeof(id->bytes));
}

static void add_period(struct material *material, struct period period)
{
	material_number(material, period.first);
	material_number(material, period.last);
}

/* --- landings --- */

/* Of those two the one that landed later; both may be NULL. */
static const struct landing *later_landing(const struct landing *a, const struct landing *b)
{
	return a == NULL || (b != NULL && b->number > a->number) ? b : a;
}

void material_shown(struct material *material, const struct landing *landing)
{
	material->shown = later_landing(material->shown, landing);
}

/* The id stands for all that the commit says; the receipt is beside it. */
static void add_landing(struct material *material, const struct landing *landing)
{
	static const struct object_id none = {{0}};
	material_id(material, landing != NULL ? &landing->id : &none);
	if (landing == NULL)
		return;
	material_number(material, landing->received);
	material_text(material, landing->account);
	material_number(material, (landing->late ? 4 : 0) + (landing->backwards ? 2 : 0) +
	                                  (landing->merge ? 1 : 0));
}

void material_landing(struct material *material, const struct landing *landing)
{
	add_landing(material, landing);
	material_shown(material, landing);
}

void material_tip(struct material *material, const struct record *record)
{
	material_landing(material, &record->tip);
	material->of_tip = true;
}

/* --- a plan and its series --- */

void material_last(struct material *material, const struct plan_view *view)
{
	if (view->step_count != 0)
		material_shown(material, view->steps[view->step_count - 1]);
}

void material_plan(struct material *material, const struct plan_view *view)
{
	material_id(material, &view->blob);
	material_text(material, view->folder);
	material_number(material, (int64_t)view->exempt_workstreams);
	material_number(material, (int64_t)view->exempt_reports);
	material_number(material, (int64_t)view->exempt_papers);
	material_number(material, view->asked ? 1 : 0);
	material_shown(material, view->described);
}

void material_version(struct material *material, const struct version *version)
{
	material_landing(material, version->landing);
	add_landing(material, version->rater);
	add_landing(material, version->rated->landing);
	material_text(material, version->path);
	material_id(material, &version->blob);
	material_number(material, version->level);
	material_number(material, (version->rerating ? 2 : 0) + (version->brought_back ? 1 : 0));
}

void material_standing(struct material *material, const struct standing *standing)
{
	add_period(material, standing->period);
	material_number(material, (int64_t)standing->count);
	for (size_t i = 0; i < standing->count; i++)
		material_version(material, standing->versions[i]);
	material_landing(material, standing->withdrawn);
	material_number(material, (int64_t)standing->withdrawal_count);
	for (size_t i = 0; i < standing->withdrawal_count; i++) {
		material_landing(material, standing->withdrawals[i].landing);
		add_landing(material, standing->withdrawals[i].by);
	}
}

void material_series(struct material *material, const struct series *series)
{
	material_text(material, series->id);
	material_text(material, series->title);
	material_number(material, (int64_t)series->count);
	for (size_t i = 0; i < series->count; i++)
		material_standing(material, &series->standings[i]);
	material_number(material, (int64_t)series->draft_count);
	for (size_t i = 0; i < series->draft_count; i++) {
		material_landing(material, series->drafts[i].landing);
		add_landing(material, series->drafts[i].commit);
		material_id(material, &series->drafts[i].blob);
	}
}

/* --- beside the ratings --- */

void material_filed(struct material *material, const struct filed *filed)
{
	material_number(material, filed->kind);
	material_text(material, filed->id);
	material_number(material, (int64_t)filed->count);
	for (size_t i = 0; i < filed->count; i++) {
		material_landing(material, filed->versions[i].landing);
		material_text(material, filed->versions[i].path);
		material_id(material, &filed->versions[i].blob);
	}
	material_landing(material, filed->withdrawn);
}

/* One question. */
static void material_finding(struct material *material, const struct finding *finding)
{
	material_text(material, finding->path);
	material_number(material, finding->place.line);
	material_number(material, finding->severity);
	material_text(material, finding->rule);
	material_text(material, finding->message);
	material_text(material, finding->answer);
	material_text(material, finding->commit);
	material_text(material, finding->workstream);
	add_period(material, finding->period);
	material_number(material, (int64_t)finding->evidence_count);
	for (size_t i = 0; i < finding->evidence_count; i++) {
		const struct finding_evidence *evidence = &finding->evidence[i];
		material_text(material, evidence->path);
		material_number(material, evidence->line);
		material_text(material, evidence->period);
		material_text(material, evidence->commit);
		material_text(material, evidence->text);
	}
	material_text(material, finding->line);
}

void material_questions(struct material *material, struct about about)
{
	size_t at = 0;
	const struct finding *finding;
	while ((finding = questions_next(about, &at)) != NULL)
		material_finding(material, finding);
	material_number(material, (int64_t)at);
}

void material_challenges(struct material *material, const struct plan_view *view,
                         const struct series *series)
{
	const struct filed *last = NULL;
	for (size_t i = 0; i < view->challenges.count; i++) {
		const struct challenged *challenged = &view->challenges.items[i];
		if (challenged->series != series || challenged->filed == last)
			continue;
		last = challenged->filed;
		material_filed(material, last);
	}
	for (size_t i = 0; i < view->challenges.independent_count; i++) {
		const struct independent_rating *rating = &view->challenges.independent[i];
		if (rating->series != series || rating->filed == last)
			continue;
		last = rating->filed;
		material_filed(material, last);
	}
}

static void add_handover(struct material *material, const struct handover *handover)
{
	material_text(material, handover->name);
	material_number(material, handover->state);
	material_text(material, handover->receiver);
	add_landing(material, handover->offered);
	if (handover->named != NULL) {
		material_text(material, handover->named->workstream);
		add_landing(material, handover->named->landing);
	}
	add_landing(material, handover->accepted);
	material_text(material, handover->next != NULL ? handover->next->name : NULL);
	material_number(material, handover->beside_open ? 1 : 0);
	add_landing(material, filed_version(handover->filed)->landing);
}

/* --- everything --- */

static void add_plans(struct material *material, const struct site_view *site)
{
	material_number(material, (int64_t)site->exempt);
	for (size_t i = 0; i < site->count; i++) {
		material_id(material, &site->plans[i].blob);
		material_text(material, site->plans[i].folder);
		for (size_t j = 0; j < site->plans[i].plan.count; j++)
			material_text(material, site->plans[i].names[j]);
	}
}

static void add_handovers(struct material *material, const struct site_view *site)
{
	for (size_t i = 0; i < site->handovers.count; i++)
		add_handover(material, &site->handovers.items[i]);
}

static void add_history(struct material *material, const struct site_view *site,
                        const struct plan_view *view)
{
	const struct record *record = site->record;
	add_plans(material, site);
	add_handovers(material, site);
	for (size_t i = 0; i < view->step_count; i++)
		add_landing(material, view->steps[i]);
	for (size_t i = 0; i < view->questions.count; i++)
		material_finding(material, &view->questions.items[i]);
	for (size_t i = 0; i < site->hole_count; i++) {
		material_text(material, site->holes[i]->path);
		material_text(material, site->holes[i]->why);
	}
	for (size_t i = 0; i < record->remark_count; i++)
		add_landing(material, record->remarks[i].landing);
}

static void add_digest(struct material *material, const uint64_t digest[2])
{
	buf_add(&material->bytes, (const char *)digest, 2 * sizeof(digest[0]));
}

static bool is_made(const uint64_t digest[2])
{
	return digest[0] != 0 || digest[1] != 0;
}

void material_plans(struct material *material, const struct site_view *site)
{
	if (is_made(site->digest))
		add_digest(material, site->digest);
	else
		add_plans(material, site);
}

void material_history(struct material *material, const struct site_view *site,
                      const struct plan_view *view)
{
	if (is_made(view->digest))
		add_digest(material, view->digest);
	else
		add_history(material, site, view);
}

static void digest_of(struct material *material, uint64_t digest[2])
{
	XXH128_hash_t hash = XXH3_128bits(material->bytes.bytes, material->bytes.length);
	digest[0] = hash.low64;
	digest[1] = hash.high64;
	buf_clear(&material->bytes);
}

void material_known_standing(struct material *material, const struct standing *standing,
                             const struct standing_digest *known)
{
	if (known == NULL) {
		material_standing(material, standing);
		return;
	}
	add_digest(material, known->digest);
	material_shown(material, known->shown);
}

static struct standing_digest *take_standings(const struct series *series,
                                              struct standing_digest *next)
{
	struct material material = {.bytes = BUF_INIT};
	for (size_t i = 0; i < series->count; i++, next++) {
		material.shown = NULL;
		material_standing(&material, &series->standings[i]);
		digest_of(&material, next->digest);
		next->shown = material.shown;
	}
	buf_release(&material.bytes);
	return next;
}

/* Of the record's own: what became exempt was shown before. */
static struct standing_digest *digests_of(const struct plan_record *plan, struct arena *arena)
{
	size_t count = plan->programme.count;
	for (size_t i = 0; i < plan->count; i++)
		count += plan->workstreams[i].count;
	struct standing_digest *digests = arena_new(arena, count * sizeof(*digests)),
			       *next = digests;
	for (size_t i = 0; i < plan->count; i++)
		next = take_standings(&plan->workstreams[i], next);
	take_standings(&plan->programme, next);
	return digests;
}

void material_prepare(struct site_view *site)
{
	struct material material = {.bytes = BUF_INIT};
	add_plans(&material, site);
	digest_of(&material, site->digest);
	for (size_t i = 0; i < site->count; i++) {
		add_history(&material, site, &site->plans[i]);
		digest_of(&material, site->plans[i].digest);
		site->plans[i].standings =
			digests_of(record_plan(site->record, site->plans[i].plan.id), &site->arena);
	}
	buf_release(&material.bytes);
}
