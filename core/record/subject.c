#include "record/subject.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"

static void add(struct subjects *subjects, const struct plan_record *plan,
                const struct series *series)
{
	for (size_t i = 0; i < subjects->count; i++)
		if (subjects->items[i].series == series)
			return;
	subjects->items = mem_grow(subjects->items, subjects->count, &subjects->room,
	                           sizeof(*subjects->items));
	subjects->items[subjects->count++] = (struct subject){plan, series};
}

void subjects_plan(struct subjects *subjects, const struct plan_record *plan)
{
	for (size_t i = 0; i < plan->count; i++)
		add(subjects, plan, &plan->workstreams[i]);
	add(subjects, plan, &plan->programme);
}

void subjects_all(struct subjects *subjects, const struct record *record)
{
	for (size_t i = 0; i < record->count; i++)
		subjects_plan(subjects, &record->plans[i]);
}

void subjects_release(struct subjects *subjects)
{
	free(subjects->items);
	*subjects = (struct subjects){0};
}

typedef bool (*matcher)(const struct series *series, const char *name);

static bool has_id(const struct series *series, const char *name)
{
	return strcmp(series->id, name) == 0;
}

static bool has_title(const struct series *series, const char *name)
{
	if (text_equal_folded(series->title, name))
		return true;
	if (series->declared == NULL)
		return false;
	const struct value *also = LIST_OF(struct value, series->declared->also);
	for (size_t i = 0; i < series->declared->also.count; i++)
		if (also[i].text != NULL && text_equal_folded(also[i].text, name))
			return true;
	return false;
}

/* The plan's series that matches, or NULL. A workstream called `overview` comes first. */
static const struct series *find_in(const struct plan_record *plan, matcher match, const char *name)
{
	for (size_t i = 0; i < plan->count; i++)
		if (match(&plan->workstreams[i], name))
			return &plan->workstreams[i];
	return match(&plan->programme, name) ? &plan->programme : NULL;
}

/* How many plans have such a series; the first of them, and the second one's plan. */
static size_t find(const struct record *record, matcher match, const char *name,
                   struct subject *first, const struct plan_record **second)
{
	size_t found = 0;
	for (size_t i = 0; i < record->count; i++) {
		const struct series *series = find_in(&record->plans[i], match, name);
		if (series == NULL)
			continue;
		if (found == 0)
			*first = (struct subject){&record->plans[i], series};
		else if (found == 1)
			*second = &record->plans[i];
		found++;
	}
	return found;
}

/* The plan before the slash, and in *INNER what stands behind it; or NULL. */
static const struct plan_record *plan_before(const struct record *record, const char *name,
                                             const char **inner)
{
	const char *slash = strchr(name, '/');
	if (slash == NULL)
		return NULL;
	char *id = mem_text(name, (size_t)(slash - name));
	const struct plan_record *plan = record_plan(record, id);
	free(id);
	*inner = slash + 1;
	return plan;
}

/* The nearest id, plan or title to what was written. */
static int fail_unknown(const struct record *record, const struct plan_record *only,
                        const char *name, struct error *error)
{
	const char **words = NULL;
	size_t count = 0, room = 0;
	for (size_t i = 0; i < record->count; i++) {
		const struct plan_record *plan = &record->plans[i];
		if (only != NULL && plan != only)
			continue;
		for (size_t j = 0; j < 2 * (plan->count + 1); j++) {
			const struct series *series =
				j / 2 < plan->count ? &plan->workstreams[j / 2] : &plan->programme;
			words = mem_grow(words, count, &room, sizeof(*words));
			words[count++] = j % 2 == 0 ? series->id : series->title;
		}
		words = mem_grow(words, count, &room, sizeof(*words));
		words[count++] = plan->id;
	}
	const char *meant = text_nearest(name, words, count);
	error_set(error, "there is no workstream or plan `%.100s` on record", name);
	if (meant != NULL)
		error_hint(error, "did you mean `%s`?", meant);
	else
		error_hint(error, "`ragtrail trend` shows what there is");
	free(words);
	return -1;
}

static int fail_shared(const struct subject *first, const struct plan_record *second,
                       const char *name, struct error *error)
{
	error_set(error, "`%.100s` is a workstream of several plans", name);
	return error_hint(error, "write `%.100s/%.100s` or `%.100s/%.100s`", first->plan->id, name,
	                  second->id, name);
}

int subjects_named(struct subjects *subjects, const struct record *record, const char *name,
                   struct error *error)
{
	static const matcher matchers[] = {has_id, has_title};
	const char *inner = NULL;
	const struct plan_record *plan = plan_before(record, name, &inner), *second = NULL;
	struct subject first;
	for (size_t i = 0; i < 2 && plan != NULL; i++) {
		const struct series *series = find_in(plan, matchers[i], inner);
		if (series == NULL)
			continue;
		add(subjects, plan, series);
		return 0;
	}
	if (plan != NULL)
		return fail_unknown(record, plan, inner, error);
	for (size_t i = 0; i < 2; i++) {
		size_t found = find(record, matchers[i], name, &first, &second);
		if (found > 1)
			return fail_shared(&first, second, name, error);
		if (found == 1) {
			add(subjects, first.plan, first.series);
			return 0;
		}
		plan = i == 0 ? record_plan(record, name) : NULL;
		if (plan != NULL) {
			subjects_plan(subjects, plan);
			return 0;
		}
	}
	return fail_unknown(record, NULL, name, error);
}
