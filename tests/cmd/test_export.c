/* ragtrail export, as it is run; and its schema, by another program. */
#include "support/command.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "support/judging.h"
#include "support/overlay.h"
#include "support/validating.h"

static struct history *make_plans(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history,
	        {1, "Ann", "plans/p/plan.md",
	         history_plan_with("a", "  - {id: b, title: B, exempt: true}\n"
	                                "severity: {agreed-moved: off, forecast-moved: off}\n")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07/2023-08", "amber")},
	        {3, "=Ben()", "plans/p/b.md",
	         history_update_with("b", "2024-02", "green",
	                             "milestones:\n"
	                             "  - {id: m, title: \"=cmd|' /C calc'!A0\", due: 2024-03-01, "
	                             "status: missed, reason: \"+1\"}\n"
	                             "risks:\n"
	                             "  - {id: r, risk: \"@SUM(1)\", mitigation: \"-1\"}\n")},
	        {4, "Ann", "plans/p/a.md",
	         history_update_with("a", "2023-07/2023-08", "green",
	                             "correction: {reason: \"late, figures\", raised_by: Board}\n"
	                             "exempt: true\n")});
	history_checkout(history);
	return history;
}

static const char *hex_of(struct history *history, const char *revision)
{
	char hex[OBJECT_HEX_SIZE];
	struct object_id id = history_id(history, revision);
	return arena_printf(&history->sandbox->arena, "%s", object_hex(&id, hex));
}

static void every_version_is_a_row(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make_plans(sandbox);
	const char *expected = arena_printf(
		&sandbox->arena,
		"plan,workstream,title,exempt,period,period_start,period_end,rating,rank,"
		"previous_rating,change,rerated,reason,raised_by,sponsor,agreed_completion,"
		"forecast_completion,slip_days,standing,rated_by,rated_at,path,landed_at,commit,"
		"committed_at,received_at\r\n"
		"p,a,A,yes,2023-07/2023-08,2023-07-01,2023-08-31,Amber,3,,,no,,,Workstream sponsor,"
		"2025-03-31,2025-03-31,0,no,Ann,2023-07-03T12:00:00Z,plans/p/a.md,"
		"2023-07-03T12:00:00Z,%s,2023-07-03T12:00:00Z,\r\n"
		"p,a,A,yes,2023-07/2023-08,2023-07-01,2023-08-31,Green,1,Amber,2,yes,"
		"\"late, figures\",Board,Workstream sponsor,2025-03-31,2025-03-31,0,yes,Ann,"
		"2023-07-05T12:00:00Z,plans/p/a.md,2023-07-05T12:00:00Z,%s,"
		"2023-07-05T12:00:00Z,\r\n"
		"p,b,B,yes,2024-02,2024-02-01,2024-02-29,Green,1,,,no,,,Workstream sponsor,"
		"2025-03-31,2025-03-31,0,yes,\"'=Ben()\",2023-07-04T12:00:00Z,plans/p/b.md,"
		"2023-07-04T12:00:00Z,%s,2023-07-04T12:00:00Z,\r\n",
		hex_of(history, "HEAD~2"), hex_of(history, "HEAD"), hex_of(history, "HEAD~1"));
	assert_outcome(RAGTRAIL(sandbox, "repository", "export", "--format", "csv"), 0, expected,
	               "");
	assert_outcome(RAGTRAIL(sandbox, "repository", "export", "--format=csv", "--table=ratings"),
	               0, expected, "");
}

static void milestones_and_risks_are_tables_of_their_own(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make_plans(sandbox);
	const char *id = hex_of(history, "HEAD~1");
	assert_outcome(
		RAGTRAIL(sandbox, "repository", "export", "--format=csv", "--table=milestones"), 0,
		arena_printf(&sandbox->arena,
	                     "plan,workstream,title,exempt,period,period_start,period_end,id,"
	                     "milestone,planned_for,due,status,delivered_on,reason,landed_at,"
	                     "commit\r\n"
	                     "p,b,B,yes,2024-02,2024-02-01,2024-02-29,m,\"'=cmd|' /C calc'!A0\","
	                     "this,2024-03-01,missed,,\"'+1\",2023-07-04T12:00:00Z,%s\r\n",
	                     id),
		"");
	assert_outcome(
		RAGTRAIL(sandbox, "repository", "export", "--format=csv", "--table=risks"), 0,
		arena_printf(&sandbox->arena,
	                     "plan,workstream,title,exempt,period,period_start,period_end,id,"
	                     "risk,mitigation,owner,risk_rating,status,closed_on,reason,"
	                     "landed_at,commit\r\n"
	                     "p,b,B,yes,2024-02,2024-02-01,2024-02-29,r,\"'@SUM(1)\",\"'-1\",,,"
	                     "open,,,2023-07-04T12:00:00Z,%s\r\n",
	                     id),
		"");
}

static struct history *make_questionable(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repository");
	const char *answer = "explained: [{rule: green-past-agreed, reason: \"=Yes, agreed\"}]\n";
	HISTORY(history,
	        {1, "Ann", "plans/p/plan.md",
	         history_plan_with("a", "  - {id: b, title: B, exempt: true}\n"
	                                "severity: {agreed-moved: off, forecast-moved: off}\n")},
	        {2, "Ann", "plans/p/a.md",
	         replaced(sandbox, history_update("a", "2023-07", "green"),
	                  "agreed_completion: 2025-03-31\nforecast_completion: 2025-03-31",
	                  "agreed_completion: 2024-03-31\nforecast_completion: 2024-05-15")},
	        {3, "Ann", "plans/p/b.md",
	         replaced(sandbox, history_update_with("b", "2023-07", "green", answer),
	                  "agreed_completion: 2025-03-31\nforecast_completion: 2025-03-31",
	                  "agreed_completion: 2024-03-31\nforecast_completion: 2024-05-15")},
	        {4, "Ann", "plans/p/a.md", history_update("a", "2023-08", "green")});
	return history;
}

static void what_is_questioned_is_a_table(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make_questionable(sandbox);
	assert_outcome(
		RAGTRAIL(sandbox, "repository", "export", "--format=csv", "--table=candour"), 0,
		arena_printf(&sandbox->arena,
	                     "plan,workstream,title,exempt,period,period_start,period_end,rule,"
	                     "family,severity,message,answer,path,line,commit\r\n"
	                     "p,a,A,no,2023-07,2023-07-01,2023-07-31,green-past-agreed,Rating "
	                     "against dates,warning,\"rated Green, though completion is forecast "
	                     "for 15 May 2024, 45 days later than agreed\",,plans/p/a.md,4,%s\r\n"
	                     "p,b,B,yes,2023-07,2023-07-01,2023-07-31,green-past-agreed,Rating "
	                     "against dates,explained,\"rated Green, though completion is forecast "
	                     "for 15 May 2024, 45 days later than agreed\",\"'=Yes, agreed\","
	                     "plans/p/b.md,4,%s\r\n",
	                     hex_of(history, "HEAD~2"), hex_of(history, "HEAD~1")),
		"");
}

static void questions_are_counted_in_json(void **state)
{
	make_questionable(*state);
	const char *document = RAGTRAIL(*state, "repository", "export").output;
	json_t *root = json_loads(document, 0, NULL);
	json_t *plan = json_array_get(json_object_get(root, "plans"), 0);
	json_t *candour = json_object_get(plan, "candour");
	json_t *periods = json_object_get(candour, "periods");
	json_t *july = json_array_get(periods, 0);
	assert_int_equal(json_array_size(periods), 2);
	assert_int_equal(json_integer_value(json_object_get(july, "reports")), 2);
	assert_int_equal(json_integer_value(json_object_get(july, "open")), 1);
	assert_int_equal(json_integer_value(json_object_get(july, "explained")), 1);
	assert_int_equal(json_array_size(json_object_get(july, "families")), 1);
	assert_int_equal(json_array_size(json_object_get(candour, "findings")), 2);
	json_decref(root);
	assert_true(schema_accepts(*state, "core/view/export.schema.json", document));
	assert_false(schema_accepts(
		*state, "core/view/export.schema.json",
		replaced(*state, document, "\"family\": \"Rating", "\"house\": \"Rating")));
}

static void all_of_it_goes_into_a_folder(void **state)
{
	static const char says[] =
		"ratings.csv, milestones.csv, risks.csv, candour.csv, ragtrail.json and its schema in data\n";
	static const char *const files[][2] = {{"ratings.csv", "ratings"},
	                                       {"milestones.csv", "milestones"},
	                                       {"risks.csv", "risks"},
	                                       {"candour.csv", "candour"}};
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	for (int i = 0; i < 2; i++)
		assert_outcome(RAGTRAIL(sandbox, "repository", "export", "-o", "data"), 0, says,
		               "");
	for (size_t i = 0; i < COUNT_OF(files); i++)
		assert_text(sandbox_read(sandbox, arena_printf(&sandbox->arena,
		                                               "repository/data/%s", files[i][0])),
		            RAGTRAIL(sandbox, "repository", "export", "--format=csv", "--table",
		                     files[i][1])
		                    .output);
	assert_text(sandbox_read(sandbox, "repository/data/ragtrail.json"),
	            RAGTRAIL(sandbox, "repository", "export").output);
	assert_text(sandbox_read(sandbox, "repository/data/ragtrail.schema.json"),
	            sandbox_read_source(sandbox, "core/view/export.schema.json"));
}

/* Neither a stranger's folder nor the site is replaced. */
static void another_folder_is_left_alone(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	sandbox_write(sandbox, "repository/mine/notes", "mine");
	assert_outcome(RAGTRAIL(sandbox, "repository", "export", "-o", "mine"), 2, "",
	               "ragtrail: mine holds files that ragtrail did not make, so it is left "
	               "alone; name a new or an empty folder\n");
	assert_int_equal(RAGTRAIL(sandbox, "repository", "render", "-o", "site").status, 0);
	assert_outcome(RAGTRAIL(sandbox, "repository", "export", "-o", "site"), 2, "",
	               "ragtrail: site was made by another command of ragtrail, so it is left "
	               "alone; name a new or an empty folder\n");
	assert_int_equal(access(sandbox_path(sandbox, "repository/site/index.html"), F_OK), 0);
}

static void wrong_usage_is_refused(void **state)
{
	static const struct {
		const char *arguments[6];
		const char *says;
	} rows[] = {
		{{"export", "p"}, "export takes no argument, but got `p`"},
		{{"export", "--format", "xml"}, "`--format xml` must be json or csv"},
		{{"export", "--table", "risks"}, "`--table` goes with `--format csv`"},
		{{"export", "--format=csv", "--table=all"},
	         "`--table all` must be ratings, milestones, risks or candour"},
		{{"export", "-o", "data", "--format=csv"},
	         "`--output` writes every form: leave out `--format` and `--table`"},
		{{"export", "-o", ""}, "say where the files go: `-o DIR`"},
	};
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct command command = {.folder = "repository", .arguments = rows[i].arguments};
		assert_outcome(command_run(sandbox, &command), 2, "",
		               arena_printf(&sandbox->arena,
		                            "ragtrail: %s; see: ragtrail export --help\n",
		                            rows[i].says));
	}
}

static const char schema[] = "core/view/export.schema.json";

static void the_schema_describes_the_export(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	assert_text(RAGTRAIL(sandbox, NULL, "export", "--schema").output,
	            sandbox_read_source(sandbox, schema));
	const char *document = RAGTRAIL(sandbox, "repository", "export").output;
	assert_true(schema_accepts(sandbox, schema, document));
	for (const char *const *name = source_list(sandbox, "tests/golden"); *name != NULL;
	     name++) {
		const char *path =
			arena_printf(&sandbox->arena, "tests/golden/%s/export.json", *name);
		if (source_exists(sandbox, path))
			assert_case(
				schema_accepts(sandbox, schema, sandbox_read_source(sandbox, path)),
				path);
	}
}

/* Otherwise it would describe nothing. */
static void the_schema_refuses_what_is_no_export(void **state)
{
	static const struct {
		const char *from, *to;
	} rows[] = {
		{"\"version\": 1", "\"version\": 2"},
		{"\"rerated\": true", "\"rerated\": \"yes\""},
		{"\"plans\"", "\"plan\""},
		{"\"status\": \"missed\"", "\"status\": \"lost\""},
		{"\"2024-03-01\"", "\"1 March 2024\""},
		{"\"rank\": 1", "\"rank\": 1, \"more\": 1"},
	};
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	const char *document = RAGTRAIL(sandbox, "repository", "export").output;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_case(!schema_accepts(sandbox, schema,
		                            replaced(sandbox, document, rows[i].from, rows[i].to)),
		            rows[i].to);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(every_version_is_a_row),
		sandbox_test(milestones_and_risks_are_tables_of_their_own),
		sandbox_test(what_is_questioned_is_a_table),
		sandbox_test(questions_are_counted_in_json),
		sandbox_test(all_of_it_goes_into_a_folder),
		sandbox_test(another_folder_is_left_alone),
		sandbox_test(wrong_usage_is_refused),
		sandbox_test(the_schema_describes_the_export),
		sandbox_test(the_schema_refuses_what_is_no_export),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("ragtrail export", tests, NULL, NULL) != 0;
}
