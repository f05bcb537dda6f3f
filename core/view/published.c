#include "view/published.h"

#include <string.h>

#include "markup/html.h"
#include "view/exempt.h"
#include "view/export_plan.h"
#include "view/finding_json.h"
#include "view/json_values.h"

/* --- less what is kept back --- */

static bool is_kept_back(const struct plan_record *plan, const struct value *id)
{
	return id->text != NULL && exempt_workstream(plan, id->text);
}

/*
 * A copy of the rows of SIZE bytes without those of workstreams that are kept back, which each
 * row names OFFSET bytes from its beginning.
 */
static struct list without(const struct plan_record *plan, const struct list *list, size_t size,
                           size_t offset, struct arena *arena)
{
	struct list kept = {arena_new(arena, (list->count + 1) * size), 0, list->place};
	for (size_t i = 0; i < list->count; i++) {
		const char *row = (const char *)list->items + i * size;
		const void *id = row + offset;
		if (!is_kept_back(plan, id))
			memcpy((char *)kept.items + size * kept.count++, row, size);
	}
	return kept;
}

#define WITHOUT(plan, list, type, field, arena)                                                    \
	without(plan, list, sizeof(type), offsetof(type, field), arena)

/* The plan's fields without those workstreams. */
static const struct plan *published_fields(const struct plan_record *plan, struct arena *arena)
{
	struct plan *copy = arena_new(arena, sizeof(*copy));
	*copy = *plan->plan;
	copy->workstreams = WITHOUT(plan, &plan->plan->workstreams, struct workstream, id, arena);
	return copy;
}

/* The document without rows about them. */
static const struct document *published_document(const struct plan_record *plan,
                                                 const struct document *document,
                                                 struct arena *arena)
{
	struct document *copy = arena_new(arena, sizeof(*copy));
	*copy = *document;
	if (document->observation != NULL) {
		struct observation *observation = arena_new(arena, sizeof(*observation));
		const struct observation *all = document->observation;
		*observation = *all;
		observation->about = without(plan, &all->about, sizeof(struct value), 0, arena);
		observation->challenges =
			WITHOUT(plan, &all->challenges, struct challenge, workstream, arena);
		observation->independent =
			WITHOUT(plan, &all->independent, struct independent, workstream, arena);
		copy->observation = observation;
	}
	if (document->closedown != NULL) {
		struct closedown *closedown = arena_new(arena, sizeof(*closedown));
		*closedown = *document->closedown;
		closedown->tasks = WITHOUT(plan, &document->closedown->tasks, struct closedown_task,
		                           workstream, arena);
		copy->closedown = closedown;
	}
	return copy;
}

/* The series that stands for it in the copy of its plan. */
static const struct series *in_copy(const struct plan_view *view, const struct plan_record *copy,
                                    const struct series *series)
{
	return series == &view->plan.programme ? &copy->programme : series;
}

/* What oversight bodies said, less what they said of those workstreams. COPY: of its plan. */
static struct challenges published_challenges(const struct plan_view *view,
                                              const struct plan_record *copy, struct arena *arena)
{
	const struct challenges *all = &view->challenges;
	struct challenges kept = *all;
	kept.items = arena_new(arena, (all->count + 1) * sizeof(*kept.items));
	kept.count = 0;
	for (size_t i = 0; i < all->count; i++) {
		if (is_kept_back(view->whole, &all->items[i].challenge->workstream))
			continue;
		kept.items[kept.count] = all->items[i];
		kept.items[kept.count].series = in_copy(view, copy, all->items[i].series);
		kept.count++;
	}
	kept.independent =
		arena_new(arena, (all->independent_count + 1) * sizeof(*kept.independent));
	for (size_t i = 0; i < all->independent_count; i++) {
		kept.independent[i] = all->independent[i];
		kept.independent[i].series = in_copy(view, copy, all->independent[i].series);
	}
	return kept;
}

/* --- JSON --- */

/* True for a remark about the plan that tells of nothing that is kept back. */
static bool is_told(const struct plan_view *view, const struct remark *remark)
{
	if (remark->plan == NULL || remark->workstream == NULL)
		return remark->plan == NULL || strcmp(remark->plan, view->plan.id) == 0;
	for (size_t i = 0; i <= view->plan.count; i++) {
		const struct series *series =
			i < view->plan.count ? &view->plan.workstreams[i] : &view->plan.programme;
		if (strcmp(series->id, remark->workstream) == 0)
			return strcmp(remark->plan, view->plan.id) == 0 &&
			       (remark->period.last == 0 ||
			        series_has_period(series, remark->period));
	}
	return false;
}

/* True for a file below the plan's folder. */
static bool is_of(const struct plan_view *view, const struct hole *hole)
{
	const char *rest = hole->path + strlen(REPO_PLANS) + 1;
	size_t length = strlen(view->plan.id);
	return strncmp(rest, view->plan.id, length) == 0 && rest[length] == '/';
}

/* The last landing that changed anything of the plan, so that no other changes its file. */
static const struct landing *last_of(const struct site_view *site, const struct plan_view *view)
{
	return view->step_count != 0 ? view->steps[view->step_count - 1] : &site->record->tip;
}

static void add_plan(struct json_writer *json, const struct site_view *site,
                     const struct plan_view *view)
{
	const struct landing *last = last_of(site, view);
	struct arena arena = ARENA_INIT;
	const struct plan_record *plan = view->whole;
	struct plan_record published = view->plan;
	struct filed_shown *filed = arena_new(&arena, (view->paper_count + 1) * sizeof(*filed));
	published.plan = published_fields(plan, &arena);
	for (size_t i = 0; i < view->paper_count; i++) {
		const struct filed *one = view->papers[i].filed;
		filed[i] = (struct filed_shown){
			.record = site->record,
			.filed = one,
			.day = date_from_time(landing_time(last)),
			.published = &view->plan,
			.document = published_document(plan, filed_version(one)->document, &arena),
		};
	}
	const struct challenges challenges = published_challenges(view, &published, &arena);
	const struct export_plan told = {
		.plan = &published,
		.challenges = &challenges,
		.filed = filed,
		.filed_count = view->paper_count,
		.questions = &view->questions,
	};
	export_plan_as_json(json, &told);
	arena_release(&arena);
}

void published_as_json(const struct site_view *site, const struct plan_view *view, struct buf *out)
{
	const struct record *record = site->record;
	struct buf text = BUF_INIT;
	struct json_writer json = {.out = &text, .close_set = true};
	json_open_object(&json, NULL);
	export_head_as_json(&json, last_of(site, view));
	json_open_array(&json, "plans");
	add_plan(&json, site, view);
	json_close(&json);
	json_open_array(&json, "remarks");
	for (size_t i = 0; i < record->remark_count; i++)
		if (is_told(view, &record->remarks[i]))
			json_add_remark(&json, &record->remarks[i]);
	json_close(&json);
	json_open_array(&json, "holes");
	for (size_t i = 0; i < site->hole_count; i++)
		if (is_of(view, site->holes[i]))
			json_add_hole(&json, site->holes[i]);
	json_close(&json);
	json_close(&json);
	html_hide_hosts(&text);
	buf_add(out, text.bytes, text.length);
	buf_release(&text);
}

void published_workstream_as_json(const struct site_view *site, const struct plan_view *view,
                                  const struct series *series, struct buf *out)
{
	const struct plan *plan = view->plan.plan;
	const struct export_plan told = {.plan = &view->plan, .challenges = &view->challenges};
	struct buf text = BUF_INIT;
	struct json_writer json = {.out = &text, .close_set = true};
	json_open_object(&json, NULL);
	export_head_as_json(&json, site->shown != NULL ? site->shown : &site->record->tip);
	json_open_object(&json, "plan");
	json_add_text(&json, "id", view->plan.id);
	json_add_text(&json, "title", plan->title.text);
	json_add_text(&json, "organisation", plan->organisation.text);
	json_close(&json);
	export_scale_as_json(&json, &plan->scale);
	export_series_as_json(&json, "workstream", &told, series);
	json_open_array(&json, "findings");
	for (size_t i = 0; i < view->questions.count; i++) {
		const struct finding *finding = &view->questions.items[i];
		if (finding->workstream != NULL && strcmp(finding->workstream, series->id) == 0)
			finding_add_json(&json, finding);
	}
	json_close(&json);
	json_close(&json);
	html_hide_hosts(&text);
	buf_add(out, text.bytes, text.length);
	buf_release(&text);
}

/* --- CSV --- */

void published_as_csv(const struct export_table *table, const struct plan_view *view,
                      const struct series *series, struct buf *out)
{
	struct buf text = BUF_INIT;
	export_columns(table, &text);
	export_plan_as_csv(table, NULL, &view->plan, series, &view->questions, &text);
	html_hide_hosts(&text);
	buf_add(out, text.bytes, text.length);
	buf_release(&text);
}
