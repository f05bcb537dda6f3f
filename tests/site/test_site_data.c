/* What stands beside the pages for other programs: the feed, JSON and CSV; and what says so. */
#include "support/command.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/history.h"
#include "support/judging.h"
#include "support/validating.h"

#define PLAN "plans/p/plan.md"

static const char schema[] = "core/view/export.schema.json";

/* The plan with what `site:` says of it. */
static const char *plan_with_site(struct sandbox *sandbox, const char *site)
{
	return history_plan_with("a b", arena_printf(&sandbox->arena, "site: {%s}\n", site));
}

static const char *file_of(struct sandbox *sandbox, const char *path)
{
	return sandbox_read(sandbox, arena_printf(&sandbox->arena, "site/%s", path));
}

static void render(struct sandbox *sandbox)
{
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "render", "-o", "../site");
	assert_text(outcome.errors, "");
	assert_int_equal(outcome.status, 0);
}

/* A first rating, another period, a re-rating, a withdrawal, and names as people have them. */
static struct history *make(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", PLAN, history_plan("a b")},
	        {2, "Ann & \"x\" Ltd", "plans/p/a.md", history_update("a", "2023-07", "amber")},
	        {3, "Ben", "plans/p/b.md", history_update("b", "2023-07", "green")},
	        {4, "ann@example.org", "plans/p/a.md", history_update("a", "2023-08", "green")},
	        {5, "Cy", "plans/p/a.md",
	         history_update_with("a", "2023-08", "red",
	                             "correction: {reason: Costs <rose> & rose, raised_by: "
	                             "auditor@example.org}\n")},
	        {6, "Dora", "plans/p/overview.md", history_overview("2023-08", "amber")},
	        {7, "Ben", "plans/p/b.md", NULL});
	return history;
}

/* What the expression selects in the feed, where a: is Atom's name space. */
static const char *in_feed(struct sandbox *sandbox, const char *expression)
{
	struct outcome outcome = command_script(
		sandbox, "site/p",
		arena_printf(&sandbox->arena,
	                     "sed 's| xmlns=\"[^\"]*\"||' index.atom > ../bare.xml && xmllint "
	                     "--nonet --xpath \"%s\" ../bare.xml",
	                     expression));
	assert_text(outcome.errors, "");
	return outcome.output;
}

static bool has_xmllint(struct sandbox *sandbox)
{
	return command_script(sandbox, NULL, "command -v xmllint").status == 0;
}

/* Skips where a machine has no xmllint; never where everything is checked. */
static void need_xmllint(struct sandbox *sandbox)
{
	const char *ci = getenv("CI");
	if (has_xmllint(sandbox))
		return;
	if (ci != NULL && ci[0] != '\0')
		fail_msg("xmllint is not installed");
	print_message("xmllint is not installed\n");
	sandbox->passed = 1;
	skip();
}

static void assert_valid_feed(struct sandbox *sandbox, const char *path)
{
	struct outcome outcome = command_script(
		sandbox, "site",
		arena_printf(&sandbox->arena, "xmllint --noout --nonet --relaxng '%s' %s 2>&1",
	                     sandbox_source(sandbox, "tests/site/atom.rng"), path));
	assert_text(outcome.output, arena_printf(&sandbox->arena, "%s validates\n", path));
}

static void the_feed_tells_of_ratings_newest_first(void **state)
{
	struct sandbox *sandbox = *state;
	need_xmllint(sandbox);
	make(sandbox);
	render(sandbox);
	assert_valid_feed(sandbox, "p/index.atom");
	assert_text(in_feed(sandbox, "//entry/title/text()"),
	            "B, July 2023: withdrawn; the rating was Green\n"
	            "The programme as a whole, August 2023: Amber, the first rating on record\n"
	            "A, August 2023: Red, re-rated from Green\n"
	            "A, August 2023: Green, improved from Amber\n"
	            "B, July 2023: Green, the first rating on record\n"
	            "A, July 2023: Amber, the first rating on record\n");
	assert_text(in_feed(sandbox, "//entry/updated/text()"),
	            "2023-07-08T12:00:00Z\n2023-07-07T12:00:00Z\n2023-07-06T12:00:00Z\n"
	            "2023-07-05T12:00:00Z\n2023-07-04T12:00:00Z\n2023-07-03T12:00:00Z\n");
	assert_text(in_feed(sandbox, "/feed/updated/text()"), "2023-07-08T12:00:00Z\n");
	assert_text(in_feed(sandbox, "//entry/category/@term"),
	            " term=\"withdrawn\"\n term=\"rating-first\"\n term=\"re-rated\"\n "
	            "term=\"rating-improved\"\n term=\"rating-first\"\n term=\"rating-first\"\n");
	/* Names as committed, with no address whole; the reason as it was written. */
	assert_text(in_feed(sandbox, "//entry/author/name/text()"),
	            "Ben\nDora\nCy\nann@…\nBen\nAnn &amp; \"x\" Ltd\n");
	assert_text(in_feed(sandbox, "//entry[3]/summary/text()"),
	            "Rating set by Cy. Because: Costs &lt;rose&gt; &amp; rose\n");
	assert_null(strstr(file_of(sandbox, "p/index.atom"), "example.org"));
}

/* Later commits change no entry's id, nor does the address of the site. */
static void ids_of_entries_stay(void **state)
{
	struct sandbox *sandbox = *state;
	need_xmllint(sandbox);
	struct history *history = make(sandbox);
	render(sandbox);
	const char *before = in_feed(sandbox, "//id/text()");
	const char *feed = arena_text(&sandbox->arena, before, strcspn(before, "\n") + 1);
	const char *entries = before + strlen(feed);
	assert_non_null(strstr(entries, ":p/b/2023-07/"));
	HISTORY(history, {20, "Ann", PLAN, plan_with_site(sandbox, "base_url: \"https://x.org\"")},
	        {21, "Ann", "plans/p/a.md", history_update("a", "2023-09", "red")});
	render(sandbox);
	const char *after = in_feed(sandbox, "//id/text()");
	assert_int_equal(strncmp(after, feed, strlen(feed)), 0);
	/* One entry more, and it is the first. */
	const char *rest = strchr(after + strlen(feed), '\n');
	assert_non_null(rest);
	assert_text(rest + 1, entries);
	assert_valid_feed(sandbox, "p/index.atom");
}

static void links_are_whole_where_the_address_is_known(void **state)
{
	struct sandbox *sandbox = *state;
	need_xmllint(sandbox);
	struct history *history = make(sandbox);
	/* The page of the change that the entry tells of. */
	char hex[OBJECT_HEX_SIZE];
	const struct object_id id = history_id(history, "HEAD");
	const char *change = arena_printf(&sandbox->arena, "change-%s.html", object_hex(&id, hex));
	render(sandbox);
	assert_text(in_feed(sandbox, "/feed/link/@href | //entry[1]/link/@href"),
	            arena_printf(&sandbox->arena,
	                         " href=\"index.atom\"\n href=\"index.html\"\n href=\"%s\"\n",
	                         change));
	static const char *const addresses[] = {"https://x.org/r", "https://x.org/r/"};
	for (size_t i = 0; i < COUNT_OF(addresses); i++) {
		HISTORY(history,
		        {20 + (int)i, "Ann", PLAN,
		         plan_with_site(sandbox, arena_printf(&sandbox->arena, "base_url: \"%s\"",
		                                              addresses[i]))});
		render(sandbox);
		assert_text(in_feed(sandbox, "/feed/link/@href | //entry[1]/link/@href"),
		            arena_printf(&sandbox->arena,
		                         " href=\"https://x.org/r/p/index.atom\"\n "
		                         "href=\"https://x.org/r/p/index.html\"\n "
		                         "href=\"https://x.org/r/p/%s\"\n",
		                         change));
	}
	/* What is no web address is not put before anything. */
	HISTORY(history,
	        {30, "Ann", PLAN, plan_with_site(sandbox, "base_url: \"javascript:alert(1)\"")});
	render(sandbox);
	assert_null(strstr(file_of(sandbox, "p/index.atom"), "javascript"));
	assert_valid_feed(sandbox, "p/index.atom");
}

static void a_feed_ends_somewhere(void **state)
{
	struct sandbox *sandbox = *state;
	need_xmllint(sandbox);
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", PLAN, history_plan("a b")});
	render(sandbox);
	assert_valid_feed(sandbox, "p/index.atom");
	assert_text(in_feed(sandbox, "count(//entry)"), "0\n");
	for (int i = 0; i < 130; i++)
		HISTORY(history, {2 + i, "Ann", "plans/p/a.md",
		                  history_update("a", "2023-07", i % 2 == 0 ? "red" : "amber")});
	render(sandbox);
	assert_valid_feed(sandbox, "p/index.atom");
	assert_text(in_feed(sandbox, "count(//entry)"), "100\n");
}

/* --- JSON and CSV --- */

static void json_is_what_the_export_gives(void **state)
{
	struct sandbox *sandbox = *state;
	make(sandbox);
	render(sandbox);
	const char *mine = file_of(sandbox, "p/index.json");
	assert_true(schema_accepts(sandbox, schema, mine));
	/* The same values as those of the export, where nothing is kept back and no address in it.
	 */
	json_t *published = json_loads(mine, 0, NULL);
	json_t *exported = json_loads(
		RAGTRAIL(sandbox, "repository", "export", "--format", "json").output, 0, NULL);
	json_t *plan = json_array_get(json_object_get(published, "plans"), 0);
	json_t *whole = json_array_get(json_object_get(exported, "plans"), 0);
	assert_int_equal(json_array_size(json_object_get(published, "plans")), 1);
	const char *key;
	json_t *value;
	json_object_foreach(whole, key, value)
		assert_case(strcmp(key, "workstreams") == 0 || strcmp(key, "candour") == 0 ||
	                            json_equal(json_object_get(plan, key), value),
	                    key);
	json_t *second = json_array_get(json_object_get(plan, "workstreams"), 1);
	assert_true(json_equal(second, json_array_get(json_object_get(whole, "workstreams"), 1)));
	/* A workstream's own file has the same of it. */
	json_t *page = json_loads(file_of(sandbox, "p/b.json"), 0, NULL);
	assert_true(json_equal(json_object_get(page, "workstream"), second));
	json_decref(page);
	json_decref(published);
	json_decref(exported);
}

/* The files of workstreams are a definition of the same schema. */
static void workstreams_are_in_the_schema(void **state)
{
	struct sandbox *sandbox = *state;
	make(sandbox);
	render(sandbox);
	json_t *root = json_loads(file_of(sandbox, "ragtrail.schema.json"), 0, NULL);
	assert_non_null(root);
	assert_text(file_of(sandbox, "ragtrail.schema.json"), sandbox_read_source(sandbox, schema));
	json_object_del(root, "properties");
	json_object_del(root, "required");
	json_object_del(root, "additionalProperties");
	json_object_set_new(root, "$ref", json_string("#/$defs/workstream_page"));
	char *text = json_dumps(root, 0);
	sandbox_write(sandbox, "page.schema.json", text);
	free(text);
	json_decref(root);
	struct outcome outcome = command_script(
		sandbox, NULL,
		"for page in site/p/[ab].json; do\n"
		"/usr/bin/python3 -W ignore -m jsonschema -i $page page.schema.json || exit 1\n"
		"done");
	assert_text(outcome.output, "");
	assert_int_equal(outcome.status, 0);
}

static void tables_are_those_of_the_export(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make(sandbox);
	HISTORY(history, {20, "=cmd()", "plans/p/a.md", history_update("a", "2023-09", "red")});
	render(sandbox);
	static const struct {
		const char *table, *file;
	} tables[] = {{"ratings", "p/index.csv"},
	              {"milestones", "p/index.milestones.csv"},
	              {"risks", "p/index.risks.csv"},
	              {"candour", "p/index.candour.csv"}};
	for (size_t i = 0; i < COUNT_OF(tables); i++) {
		const char *whole = RAGTRAIL(sandbox, "repository", "export", "--format", "csv",
		                             "--table", tables[i].table)
		                            .output;
		if (i == 0) {
			whole = replaced(sandbox, whole, "ann@example.org", "ann@…");
			whole = replaced(sandbox, whole, "auditor@example.org", "auditor@…");
		}
		assert_text(file_of(sandbox, tables[i].file), whole);
	}
	assert_non_null(strstr(file_of(sandbox, "p/index.csv"), ",\"'=cmd()\","));
	/* A workstream's has its own rows alone. */
	const char *rows = file_of(sandbox, "p/b.csv");
	assert_int_equal(strncmp(next_line(rows), "p,b,B,no,2023-07,", 17), 0);
	assert_text(next_line(next_line(rows)), "");
}

/* What a plan keeps back is in no file: in rows of other documents neither. */
static void what_is_exempt_is_in_no_file(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	const char *plan = history_plan_with("a", "  - {id: hush, title: Hush, exempt: true}\n"
	                                          "committees: [{id: board, name: Board}]\n");
	HISTORY(history, {1, "Ann", PLAN, plan},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "amber")},
	        {3, "Ann", "plans/p/h.md", history_update("hush", "2023-07", "red")},
	        {4, "Ann", "plans/p/o.md",
	         "---\nkind: observation\nid: o\ncommittee: board\ndate: 2023-09-20\n"
	         "about: [a, hush]\nchallenges:\n  - {workstream: hush, period: 2023-07, reason: Sh}\n"
	         "  - {workstream: a, period: 2023-07, reason: Is it amber}\n"
	         "independent:\n  - {workstream: hush, period: 2023-07, rag: green}\n---\n\nText.\n"},
	        {5, "Ann", "plans/p/c.md",
	         "---\nkind: closedown\nid: c\ndate: 2023-09-30\ntasks:\n"
	         "  - {id: t, workstream: hush, task: Sh, disposition: completed}\n"
	         "  - {id: u, workstream: a, task: Told, disposition: completed}\n---\n\nText.\n"},
	        {6, "Ann", "plans/p/a.md",
	         history_update_with("a", "2023-08", "red", "exempt: true\n")},
	        {7, "Ann", "plans/p/draft.md",
	         history_update_with("a", "2023-09", "red", "draft: true\n")});
	render(sandbox);
	const char *mine = file_of(sandbox, "p/index.json");
	assert_true(schema_accepts(sandbox, schema, mine));
	assert_null(strstr(mine, "\"o/hush"));
	static const char *const said[] = {"Is it amber", "\"Told\"", "\"2023-07\""};
	for (size_t i = 0; i < COUNT_OF(said); i++)
		assert_case(strstr(mine, said[i]) != NULL, said[i]);
	static const char *const kept[] = {"hush",      "Hush",      "\"Sh\"",
	                                   "2023-08\"", "2023-09\"", "draft.md"};
	static const char *const files[] = {"p/index.json",
	                                    "p/a.json",
	                                    "p/index.csv",
	                                    "p/a.csv",
	                                    "p/index.milestones.csv",
	                                    "p/index.risks.csv",
	                                    "p/index.candour.csv",
	                                    "p/index.atom"};
	for (size_t i = 0; i < COUNT_OF(files); i++)
		for (size_t j = 0; j < COUNT_OF(kept); j++)
			assert_case(strstr(file_of(sandbox, files[i]), kept[j]) == NULL,
			            arena_printf(&sandbox->arena, "%s: %s", files[i], kept[j]));
}

/* --- about the data --- */

static void the_page_about_the_data_leads_to_them(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make(sandbox);
	HISTORY(history,
	        {20, "Ann", PLAN,
	         plan_with_site(sandbox, "licence: \"https://example.org/licence\", "
	                                 "accessibility_statement: \"https://example.org/a11y\"")},
	        {21, "Ann", "plans/q/plan.md", history_plan("c")},
	        {22, "Ann", "plans/$(reboot)/plan.md", history_plan("d")});
	render(sandbox);
	const char *page = file_of(sandbox, "about.html");
	static const char *const said[] = {
		"<a href=\"p/index.json\">JSON</a>",
		"<a href=\"p/index.csv\">ratings (CSV)</a>",
		"<a href=\"p/index.atom\">",
		"<a href=\"https://example.org/licence\" rel=\"noopener noreferrer\">",
		"<a href=\"https://example.org/a11y\" rel=\"noopener noreferrer\">",
		"The plan names no licence",
		"git log --first-parent -p -- plans/p\n",
		"ragtrail " RAGTRAIL_VERSION "</dd>",
	};
	for (size_t i = 0; i < COUNT_OF(said); i++)
		assert_case(strstr(page, said[i]) != NULL, said[i]);
	/* A folder's name is part of no command that somebody may copy. */
	assert_null(strstr(page, "plans/$(reboot)"));
	/* One scale that plans share is told once. */
	const char *scale = strstr(page, "<caption>The scale of ");
	assert_non_null(scale);
	assert_null(strstr(scale + 1, "<caption>The scale of "));
	/* Every page leads here. */
	assert_non_null(strstr(file_of(sandbox, "p/a.html"), "href=\"../about.html\""));
	assert_non_null(strstr(file_of(sandbox, "index.html"), "href=\"about.html\""));
	/* And the plan's page to its feed, for readers of feeds too. */
	assert_non_null(strstr(file_of(sandbox, "p/index.html"),
	                       "<link rel=\"alternate\" type=\"application/atom+xml\" "
	                       "href=\"index.atom\""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(the_feed_tells_of_ratings_newest_first),
		sandbox_test(ids_of_entries_stay),
		sandbox_test(links_are_whole_where_the_address_is_known),
		sandbox_test(a_feed_ends_somewhere),
		sandbox_test(json_is_what_the_export_gives),
		sandbox_test(workstreams_are_in_the_schema),
		sandbox_test(tables_are_those_of_the_export),
		sandbox_test(what_is_exempt_is_in_no_file),
		sandbox_test(the_page_about_the_data_leads_to_them),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("data beside pages", tests, NULL, NULL) != 0;
}
