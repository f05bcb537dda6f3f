/*
 * The key of facts: what the papers say is on the page, and in the JSON, of the plan or the
 * document that key.tsv names. It reads the project's own plans, as they stand.
 */
#include "support/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/facts.h"
#include "support/overlay.h"
#include "site/pages.h"

enum {
	MOST_FACTS = 1024,
	LEAST_FACTS = 250,
	MOST_PLACES = 64,
};

struct fact {
	const char *paper, *line, *text, *where, *json; /* json: NULL where it says the same */
};

/* A place that the key names: what is read there, and what programs read of it. */
struct place_read {
	const char *where;
	const char *page; /* its text; NULL for a kind that has no pages */
	json_t *json;
};

struct papers {
	struct sandbox *sandbox;
	struct fact facts[MOST_FACTS];
	size_t count;
	struct place_read places[MOST_PLACES];
	size_t place_count;
	json_t *export;
	size_t missed;
};

/* --- reading --- */

/* The text up to the next tab or the line's end; moves *AT behind the tab. */
static const char *cell(struct sandbox *sandbox, const char **at)
{
	size_t length = strcspn(*at, "\t\n");
	const char *text = arena_text(&sandbox->arena, *at, length);
	*at += length + ((*at)[length] == '\t' ? 1 : 0);
	return text;
}

static void read_key(struct papers *papers)
{
	const char *at = sandbox_read_source(papers->sandbox, "tests/papers/key.tsv");
	for (; *at != '\0'; at = next_line(at)) {
		const char *cells[5];
		const char *inner = at;
		if (*at == '#')
			continue;
		for (size_t i = 0; i < COUNT_OF(cells); i++)
			cells[i] = cell(papers->sandbox, &inner);
		assert_true(papers->count < MOST_FACTS);
		papers->facts[papers->count++] =
			(struct fact){cells[0], cells[1], cells[2], cells[3],
		                      cells[4][0] != '\0' ? cells[4] : NULL};
		assert_case(cells[3][0] != '\0', cells[2]);
	}
}

/* What the JSON of `ragtrail show PLAN/WORKSTREAM` or of the export says, less what is asked. */
static json_t *json_of(struct papers *papers, const char *where)
{
	const char *slash = strchr(where, '/');
	char plan[64] = "", kind[16] = "", id[64] = "";
	json_t *item, *found = NULL;
	size_t i, j;
	snprintf(plan, sizeof(plan), "%.*s", (int)strcspn(where, "/"), where);
	json_array_foreach(json_object_get(papers->export, "plans"), i, item)
	{
		json_t *document, *documents = json_object_get(item, "documents");
		if (strcmp(json_string_value(json_object_get(item, "id")), plan) != 0)
			continue;
		if (slash == NULL) {
			found = json_copy(item);
			json_object_del(found, "documents");
			json_object_del(found, "candour");
			return found;
		}
		sscanf(slash, "/%15[a-z]-%63s", kind, id);
		json_array_foreach(
			documents, j,
			document) if (strcmp(json_string_value(json_object_get(document, "kind")),
		                             kind) == 0 &&
		                      strcmp(json_string_value(json_object_get(document, "id")),
		                             id) == 0) return json_incref(document);
	}
	assert_case(slash != NULL, where);
	struct outcome outcome =
		RAGTRAIL(papers->sandbox, "repository", "show", where, "--format", "json");
	found = json_loads(outcome.output, 0, NULL);
	assert_case(found != NULL, where);
	json_object_del(found, "questions");
	return found;
}

/* The page's text, or NULL where documents of that kind have none. */
static const char *page_of(struct papers *papers, const char *where, const json_t *json)
{
	struct sandbox *sandbox = papers->sandbox;
	const json_t *kind = json_object_get(json, "kind");
	const char *slash = strchr(where, '/');
	if (kind != NULL && filed_pages[kind_named(json_string_value(kind))->id] == NULL)
		return NULL;
	if (slash == NULL || strcmp(slash, "/overview") == 0)
		where = arena_printf(&sandbox->arena, "%.*s/index", (int)strcspn(where, "/"),
		                     where);
	return fact_words(sandbox, sandbox_read(sandbox, arena_printf(&sandbox->arena,
	                                                              "site/%s.html", where)));
}

static const struct place_read *place_named(struct papers *papers, const char *where)
{
	for (size_t i = 0; i < papers->place_count; i++)
		if (strcmp(papers->places[i].where, where) == 0)
			return &papers->places[i];
	assert_true(papers->place_count < MOST_PLACES);
	struct place_read *place = &papers->places[papers->place_count++];
	*place = (struct place_read){.where = where, .json = json_of(papers, where)};
	place->page = page_of(papers, where, place->json);
	return place;
}

static void release_json(void *context)
{
	struct papers *papers = context;
	for (size_t i = 0; i < papers->place_count; i++)
		json_decref(papers->places[i].json);
	json_decref(papers->export);
}

/* The project's plans in a repository, rendered and exported; and the key. */
static struct papers *papers_read(struct sandbox *sandbox)
{
	struct papers *papers = arena_new(&sandbox->arena, sizeof(*papers));
	papers->sandbox = sandbox;
	sandbox_defer(sandbox, release_json, papers);
	overlay_plans(sandbox, "repository");
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "render", "-o", "../site");
	assert_text(outcome.errors, "");
	outcome = RAGTRAIL(sandbox, "repository", "export", "--format", "json");
	assert_text(outcome.errors, "");
	papers->export = json_loads(outcome.output, 0, NULL);
	assert_non_null(papers->export);
	read_key(papers);
	return papers;
}

static void look_for(struct papers *papers, const struct fact *fact)
{
	struct sandbox *sandbox = papers->sandbox;
	const struct place_read *place = place_named(papers, fact->where);
	struct fact_parts shown = fact_parts(sandbox, fact->text);
	struct fact_parts programs =
		fact_parts(sandbox, fact->json != NULL ? fact->json : fact->text);
	bool on_page = place->page == NULL || fact_is_shown(place->page, &shown);
	bool in_json = fact_is_told(sandbox, place->json, &programs);
	if (on_page && in_json)
		return;
	papers->missed++;
	print_error("paper %s, line %s: %s%s has no \"%s\"\n", fact->paper, fact->line,
	            on_page ? "the JSON of " : "the page of ", fact->where,
	            on_page && fact->json != NULL ? fact->json : fact->text);
}

static void every_fact_is_found(void **state)
{
	struct papers *papers = papers_read(*state);
	assert_true(papers->count >= LEAST_FACTS);
	for (size_t i = 0; i < papers->count; i++)
		look_for(papers, &papers->facts[i]);
	assert_int_equal(papers->missed, 0);
}

/* So that what is found says something: the same facts are not where they don't belong. */
static void a_fact_is_missed_elsewhere(void **state)
{
	static const struct fact wrong[] = {
		{"001", "31", "Procurement Code agreed | 7 July 2023", "cpca-phase-2/governance",
	         "Procurement Code agreed | status: delivered | 2023-07-07"},
		{"001", "19", "31 December 2023", "cpca-phase-2/governance", NULL},
		{"002", "25", "no such task", "cpca-phase-2/closedown-close-down",
	         "task: Risk management framework | disposition: directorate-plan"},
		{"004", "61", "no such action", "ccc-peer-challenge/actions-draft-action-plan",
	         "Training, development and lasting support for members arranged | status: done"},
	};
	struct papers *papers = papers_read(*state);
	for (size_t i = 0; i < COUNT_OF(wrong); i++) {
		const struct place_read *place = place_named(papers, wrong[i].where);
		struct fact_parts shown = fact_parts(papers->sandbox, wrong[i].text);
		const char *json = wrong[i].json != NULL ? wrong[i].json : wrong[i].text;
		struct fact_parts programs = fact_parts(papers->sandbox, json);
		assert_case(place->page == NULL || !fact_is_shown(place->page, &shown),
		            wrong[i].text);
		assert_case(!fact_is_told(papers->sandbox, place->json, &programs), json);
	}
}

/* The text, or those of a list with " and " between; "" where there is none. */
static const char *text_in(struct papers *papers, const json_t *record, const char *key)
{
	const json_t *value = json_object_get(record, key), *item;
	const char *text = json_string_value(value), *all = "";
	size_t i;
	if (!json_is_array(value))
		return text != NULL ? text : "";
	json_array_foreach(value, i, item) all =
		arena_printf(&papers->sandbox->arena, "%s%s%s", all, i == 0 ? "" : " and ",
	                     json_string_value(item));
	return all;
}

static const json_t *list_in(struct papers *papers, const char *where, const char *key)
{
	const json_t *fields = json_object_get(place_named(papers, where)->json, "fields");
	return json_object_get(fields, key);
}

/* 19 tasks, each with the disposition that the paper gives: one with two, one with none. */
static void the_tasks_go_where_the_paper_sends_them(void **state)
{
	static const struct {
		const char *disposition, *to;
		size_t count;
	} rows[] = {
		{"next-phase", "cpca-phase-3/continuous-improvement", 5},
		{"directorate-plan", "Directorate Business Plan 2024/25", 6},
		{"next-phase", "cpca-phase-3/cultural-change", 4},
		{"next-phase", "cpca-phase-3/strategic-ambitions", 1},
		{"completed", "", 1},
		{"directorate-plan and completed", "Directorate Business Plan 2024/25", 1},
		{"", "", 1},
	};
	struct papers *papers = papers_read(*state);
	const json_t *tasks = list_in(papers, "cpca-phase-2/closedown-close-down", "tasks");
	size_t counts[COUNT_OF(rows)] = {0}, i, row;
	json_t *task;
	json_array_foreach(tasks, i, task)
	{
		const char *to = text_in(papers, task, "to");
		for (row = 0; row < COUNT_OF(rows); row++)
			if (strcmp(text_in(papers, task, "disposition"), rows[row].disposition) ==
			            0 &&
			    strncmp(to, rows[row].to, strlen(rows[row].to)) == 0 &&
			    (to[0] == '\0') == (rows[row].to[0] == '\0'))
				break;
		assert_case(row < COUNT_OF(rows), text_in(papers, task, "id"));
		counts[row]++;
	}
	for (row = 0; row < COUNT_OF(rows); row++)
		assert_int_equal(counts[row], rows[row].count);
	assert_int_equal(json_array_size(tasks), 19);
}

/* What phase 3 takes over is what phase 2 sends there, and nothing else. */
static void each_task_is_taken_over_where_it_goes(void **state)
{
	struct papers *papers = papers_read(*state);
	const json_t *tasks = list_in(papers, "cpca-phase-2/closedown-close-down", "tasks");
	const json_t *themes = list_in(papers, "cpca-phase-3", "workstreams");
	size_t i, j, named, taken = 0, sent = 0;
	json_t *task, *theme, *name;
	json_array_foreach(themes, i, theme) taken +=
		json_array_size(json_object_get(theme, "inherits"));
	json_array_foreach(tasks, i, task)
	{
		const char *wanted =
			arena_printf(&papers->sandbox->arena, "cpca-phase-2/close-down#%s",
		                     text_in(papers, task, "id"));
		if (strcmp(text_in(papers, task, "disposition"), "next-phase") != 0)
			continue;
		sent++;
		named = 0;
		json_array_foreach(themes, j, theme)
		{
			size_t k;
			bool here = strcmp(text_in(papers, task, "to") + strlen("cpca-phase-3/"),
			                   text_in(papers, theme, "id")) == 0;
			json_array_foreach(json_object_get(theme, "inherits"), k, name) named +=
				here && strcmp(json_string_value(name), wanted) == 0 ? 1 : 0;
		}
		assert_case(named == 1, wanted);
	}
	assert_int_equal(sent, 10);
	assert_int_equal(taken, sent);
}

/* Stated: 11 key recommendations and 5 on shared services. In the table: 11 and 2. */
static void the_recommendations_are_those_of_the_table(void **state)
{
	struct papers *papers = papers_read(*state);
	const json_t *list =
		list_in(papers, "ccc-peer-challenge/actions-draft-action-plan", "recommendations");
	size_t i, key = 0, shared = 0, parts = 0;
	json_t *recommendation;
	json_array_foreach(list, i, recommendation)
	{
		const char *group = text_in(papers, recommendation, "group");
		bool part = text_in(papers, recommendation, "parent")[0] != '\0';
		parts += part ? 1 : 0;
		key += !part && strcmp(group, "key") == 0 ? 1 : 0;
		shared += !part && strcmp(group, "shared-services") == 0 ? 1 : 0;
	}
	assert_int_equal(key, 11);
	assert_int_equal(shared, 2);
	assert_int_equal(parts, 4);
	assert_int_equal(key + shared + parts, json_array_size(list));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(every_fact_is_found),
		sandbox_test(a_fact_is_missed_elsewhere),
		sandbox_test(the_tasks_go_where_the_paper_sends_them),
		sandbox_test(each_task_is_taken_over_where_it_goes),
		sandbox_test(the_recommendations_are_those_of_the_table),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("the key of facts", tests, NULL, NULL) != 0;
}
