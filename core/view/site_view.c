#include "view/site_view.h"

#include <string.h>

#include "base/text.h"
#include "view/exempt.h"
#include "view/publish.h"

/* A page's name becomes a file name on every system: at most so many bytes of it. */
enum { LONGEST_NAME = 100 };

/* It begins as the name of a page of that sort does: "paper-". */
static bool begins_with(const char *id, const char *sort)
{
	size_t length = strlen(sort);
	return strncmp(id, sort, length) == 0 && id[length] == '-';
}

/* Names that mean a device on Windows, and pages of the plan's or the site's own. */
static bool is_reserved(const char *id)
{
	static const char *const pages[] = {"index", "candour", "concerns", "ratings", NULL};
	static const char *const sorts[] = {"change", "compare", "period", NULL};
	bool reserved = text_is_one_of(id, pages) || text_is_device(id, strlen(id));
	for (size_t i = 0; sorts[i] != NULL; i++)
		reserved |= begins_with(id, sorts[i]);
	for (size_t i = 0; i < KIND_COUNT; i++)
		reserved |= begins_with(id, kinds[i].name);
	return reserved;
}

/*
 * The name of ID's page or folder. A slug is its own name. In any other id, and
 * for the first byte of a reserved one, `_` and two digits stand for each byte
 * that is not of a slug, so that no two ids share a name, in any case of letters,
 * and none leaves the folder. Where that is too long, its NUMBER is its name.
 */
const char *site_page_name(struct arena *arena, const char *id, size_t number)
{
	struct buf name = BUF_INIT;
	const char *at = id;
	if (is_reserved(id))
		buf_printf(&name, "_%02x", (unsigned char)*at++);
	for (; *at != '\0' && name.length <= LONGEST_NAME; at++) {
		bool plain = (*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9') ||
		             (*at == '-' && name.length != 0);
		if (plain)
			buf_byte(&name, *at);
		else
			buf_printf(&name, "_%02x", (unsigned char)*at);
	}
	if (name.length == 0 || name.length > LONGEST_NAME) {
		buf_clear(&name);
		buf_printf(&name, "_n%zu", number);
	}
	const char *copy = arena_text(arena, name.bytes, name.length);
	buf_release(&name);
	return copy;
}

/* Returns how many reports are left out. */
static size_t publish(struct site_view *site, const struct plan_words *words,
                      const struct plan_record *plan, const struct series *series,
                      struct series *published)
{
	const char *id = series == &plan->programme ? NULL : series->id;
	const struct silences silences = silences_of(words, plan, id, &site->arena);
	return publish_series(series, &silences, &site->arena, published);
}

static void publish_plan(struct site_view *site, const struct plan_words *words,
                         const struct plan_record *plan, struct plan_view *view)
{
	const char **names = arena_new(&site->arena, plan->count * sizeof(char *));
	view->whole = plan;
	view->plan = *plan;
	view->plan.workstreams =
		arena_new(&site->arena, plan->count * sizeof(*view->plan.workstreams));
	view->plan.count = 0;
	for (size_t i = 0; i < plan->count; i++) {
		const struct series *series = &plan->workstreams[i];
		if (exempt_series(plan, series)) {
			view->exempt_workstreams++;
			continue;
		}
		size_t number = view->plan.count++;
		names[number] = site_page_name(&site->arena, series->id, i);
		view->exempt_reports +=
			publish(site, words, plan, series, &view->plan.workstreams[number]);
	}
	view->names = names;
	view->exempt_reports += publish(site, words, plan, &plan->programme, &view->plan.programme);
	trend_read(&view->plan, &view->trend);
}

static int read_cabinet(const struct record *record, const struct plan_words *words,
                        struct site_view *site, struct error *error)
{
	const struct plan_record *plan = NULL;
	struct silences silences = {NULL, 0, 0}, none = {NULL, 0, 0};
	if (cabinet_read(record, &site->cabinet, error) < 0)
		return -1;
	for (size_t i = 0; i < site->cabinet.count; i++) {
		struct filed *filed = &site->cabinet.items[i];
		/* Of a plan that is not open now nothing is told anyway. */
		bool open = filed->plan != NULL && !exempt_plan(filed->plan);
		if (open && filed->plan != plan)
			silences = silences_of(words, filed->plan, NULL, &site->arena);
		plan = open ? filed->plan : plan;
		publish_filed(filed, open ? &silences : &none);
	}
	return handovers_read(record, &site->cabinet, &site->handovers, error);
}

/* All plans, or the ONLY one with this id. */
static int read_plans(const struct record *record, const struct findings *questions,
                      const char *only, struct site_view *site, struct error *error)
{
	struct plan_words *words = NULL;
	*site = (struct site_view){.record = record, .shelf = shelf_new()};
	if (plan_words_read(record, &words, error) < 0 ||
	    (only == NULL && read_cabinet(record, words, site, error) < 0)) {
		plan_words_free(words);
		site_view_release(site);
		return -1;
	}
	site->plans = arena_new(&site->arena, record->count * sizeof(*site->plans));
	for (size_t i = 0; i < record->count; i++) {
		const struct plan_record *plan = &record->plans[i];
		if (only != NULL && strcmp(plan->id, only) != 0)
			continue;
		if (exempt_plan(plan)) {
			site->exempt++;
			continue;
		}
		struct plan_view *view = &site->plans[site->count];
		view->folder = site_page_name(&site->arena, plan->id, i);
		publish_plan(site, words, plan, view);
		site_papers(site, plan, view);
		challenges_read(record, &view->plan, &site->cabinet, false, &view->challenges);
		site_questions(plan, questions != NULL ? &questions[i] : NULL, view);
		site->count++;
	}
	if (only == NULL)
		site_holes(site, words);
	plan_words_free(words);
	if (only != NULL)
		return 0;
	site_steps(site);
	site_changes(site);
	if (site_meetings(site, error) == 0)
		return 0;
	site_view_release(site);
	return -1;
}

int site_view_read(const struct record *record, const struct findings *questions,
                   struct site_view *site, struct error *error)
{
	return read_plans(record, questions, NULL, site, error);
}

int site_view_read_plan(const struct record *record, const char *id, struct site_view *site,
                        struct error *error)
{
	return read_plans(record, NULL, id, site, error);
}

void site_view_release(struct site_view *site)
{
	for (size_t i = 0; i < site->count; i++) {
		trend_release(&site->plans[i].trend);
		challenges_release(&site->plans[i].challenges);
		findings_release(&site->plans[i].questions);
	}
	handovers_release(&site->handovers);
	cabinet_release(&site->cabinet);
	shelf_free(site->shelf);
	arena_release(&site->arena);
	*site = (struct site_view){0};
}

const struct standing *latest_standing(const struct series *series)
{
	for (size_t i = series->count; i-- > 0;)
		if (standing_holds(&series->standings[i]))
			return &series->standings[i];
	return NULL;
}

bool series_has_period(const struct series *series, struct period period)
{
	for (size_t i = 0; series != NULL && i < series->count; i++)
		if (period_equal(series->standings[i].period, period))
			return true;
	return false;
}

bool was_withdrawn(const struct series *series, struct period period)
{
	for (size_t i = 0; i < series->count; i++)
		if (!standing_holds(&series->standings[i]) &&
		    period_equal(series->standings[i].period, period))
			return true;
	return false;
}

const char *site_organisation(const struct site_view *site)
{
	const char *name = NULL;
	for (size_t i = 0; i < site->count; i++) {
		const char *given = site->plans[i].plan.plan->organisation.text;
		if (given == NULL || (name != NULL && strcmp(name, given) != 0))
			return NULL;
		name = given;
	}
	return name;
}

static bool same_accent(struct accent a, struct accent b)
{
	return a.given && b.given && a.red == b.red && a.green == b.green && a.blue == b.blue;
}

const char *site_accent(const struct site_view *site)
{
	for (size_t i = 0; i < site->count; i++)
		if (!same_accent(site->plans[0].plan.plan->accent,
		                 site->plans[i].plan.plan->accent))
			return NULL;
	return site->count != 0 ? site->plans[0].folder : NULL;
}

enum language plan_record_language(const struct plan_record *plan)
{
	const struct value *language = plan->plan != NULL ? &plan->plan->site.lang : NULL;
	return language != NULL && language->valid ? (enum language)language->as.word
	                                           : LANGUAGE_ENGLISH;
}

enum language plan_language(const struct plan_view *view)
{
	return plan_record_language(&view->plan);
}

enum language site_language(const struct site_view *site)
{
	for (size_t i = 1; i < site->count; i++)
		if (plan_language(&site->plans[i]) != plan_language(&site->plans[0]))
			return LANGUAGE_ENGLISH;
	return site->count != 0 ? plan_language(&site->plans[0]) : LANGUAGE_ENGLISH;
}
