#include "support/testing.h"

#include <stdio.h>
#include <string.h>

#include "document/document.h"
#include "document/source.h"
#include "support/history.h"
#include "support/printed.h"

static struct document *read(const char *text)
{
	return document_read("plans/better/x.md", text, strlen(text), DOCUMENT_WHOLE);
}

/* The faults of a document, and what kind it was read as. */
static void assert_document(const char *bytes, const char *expected)
{
	struct document *document = read(bytes);
	struct buf text = BUF_INIT;
	buf_printf(&text, "%s\n", document->kind != NULL ? document->kind->name : "no kind");
	print_faults(&text, &document->faults);
	assert_text(text.bytes, expected);
	buf_release(&text);
	document_free(document);
}

/* As in the contract of fields. */
static const char update_whole[] =
	"---\n"
	"workstream: procurement\n"
	"period: 2023-07/2023-08\n"
	"rag: green\n"
	"sponsor: Workstream sponsor, Procurement\n"
	"managers: [Project manager, Procurement]\n"
	"support: Programme office\n"
	"agreed_completion: 2023-12-31\n"
	"forecast_completion: 2024-01-31\n"
	"description: New rules for buying\n"
	"outcomes:\n"
	"  - {id: value, title: Better value}\n"
	"milestones:\n"
	"  - {id: strategy, title: Strategy signed off, due: 2023-07-26, status: delivered,\n"
	"     delivered_on: 2023-07-25, serves: [value], needs: governance#constitution}\n"
	"  - {id: training, title: Staff trained, status: split, into: [basics, more], reason: Time}\n"
	"next_milestones:\n"
	"  - {id: hub, title: Procurement hub in place}\n"
	"risks:\n"
	"  - {id: delegation, risk: Authority is not agreed, mitigation: Agree it, owner: Ann,\n"
	"     rating: high, status: closed, closed_on: 2023-08-01, reason: Agreed}\n"
	"outlook: steady\n"
	"route_to_green: Twelve more trained, by May 2024\n"
	"sponsor_signed: {by: Sponsor, on: 2023-08-22}\n"
	"agreed_change: {by: Board, on: 2023-07-20, ref: minute 12}\n"
	"correction: {reason: The audit said so, raised_by: Auditor}\n"
	"inherits: close-one\n"
	"explained: [{rule: late-update, reason: Leave}]\n"
	"draft: false\n"
	"exempt: true\n"
	"completed_by: Project manager\n"
	"completed_on: 2023-08-21\n"
	"---\n"
	"\n"
	"## Key activities\n"
	"Done.\n";

static void an_update_with_every_field_is_read(void **state)
{
	(void)state;
	struct document *document = read(update_whole);
	const struct update *update = document->update;
	assert_int_equal(document->faults.count, 0);
	assert_non_null(update);
	assert_ptr_equal(document_fields(document), update);
	assert_ptr_equal(document_common(document), &update->common);
	assert_null(document->plan);
	assert_null(document->overview);
	assert_string_equal(document->path, "plans/better/x.md");
	assert_string_equal(update->workstream.text, "procurement");
	assert_int_equal(update->managers.count, 2);
	assert_int_equal(update->milestones.count, 2);
	const struct milestone *milestones = LIST_OF(struct milestone, update->milestones);
	assert_int_equal(milestones[0].status.as.word, MILESTONE_DELIVERED);
	assert_int_equal(milestones[0].needs.count, 1);
	assert_int_equal(milestones[1].status.as.word, MILESTONE_SPLIT);
	assert_string_equal(LIST_OF(struct value, milestones[1].into)[1].text, "more");
	assert_string_equal(LIST_OF(struct risk, update->risks)->closed_on.text, "2023-08-01");
	assert_string_equal(update->agreed_change.ref.text, "minute 12");
	assert_string_equal(update->route_to_green.text, "Twelve more trained, by May 2024");
	assert_string_equal(update->correction.raised_by.text, "Auditor");
	assert_string_equal(LIST_OF(struct explanation, update->common.explained)->rule.text,
	                    "late-update");
	assert_true(update->common.exempt.as.flag);
	assert_false(document_is_draft(document));
	assert_false(document_is_imported(document));
	assert_int_equal(document->body.count, 1);
	assert_int_equal(document->body.sections[0].place.line, 35);
	document_free(document);
}

static void texts_made_for_tests_break_no_rule_of_reading(void **state)
{
	(void)state;
	assert_document(history_update("procurement", "2023-07/2023-08", "green"), "update\n");
	assert_document(history_update_with("a", "2023-12", "red", "draft: true\n"), "update\n");
	assert_document(history_update_saying("a", "2023-12", "red", "It rained."), "update\n");
	assert_document(history_overview("2023-08", "amber"), "overview\n");
	assert_document(history_plan("procurement data-quality"), "plan\n");
	assert_document(history_plan_with("a", "roll_up: worst\n"), "plan\n");
}

static void a_document_that_names_no_kind_is_an_update(void **state)
{
	(void)state;
	assert_document("---\nworkstream: a\n---\n", "update\n");
	assert_document("---\n---\n", "update\n");
	assert_document("---\nkind: update\n---\n", "update\n");
	assert_document("---\nkind: overview\ndirector: Ann\n---\n", "overview\n");
	assert_document("---\nkind: plan\ntitle: Better\n---\n", "plan\n");
}

static void an_unknown_kind_is_a_fault_and_has_no_fields(void **state)
{
	(void)state;
	assert_document("---\nworkstream: a\nkind: updates\n---\n",
	                "no kind\n"
	                "3:7 unknown-kind: `updates` is not a kind of document (did you mean "
	                "`update`?); the kinds are plan, update, overview, "
	                "observation, closedown, actions and paper\n");
	assert_document("---\nkind: budget\n---\n",
	                "no kind\n"
	                "2:7 unknown-kind: `budget` is not a kind of document; the kinds are plan, "
	                "update, overview, observation, closedown, actions and paper\n");
	assert_document("---\nkind: Update\n---\n",
	                "no kind\n"
	                "2:7 unknown-kind: `Update` is not a kind of document (did you mean "
	                "`update`?); the kinds are plan, update, overview, "
	                "observation, closedown, actions and paper\n");
	assert_document(
		"---\nkind: [update]\n---\n",
		"no kind\n"
		"2:7 unknown-kind: `` is not a kind of document; the kinds are plan, update, "
		"overview, observation, closedown, actions and paper\n");
}

static void the_rule_for_the_overall_rating_is_one_of_three(void **state)
{
	static const struct {
		const char *text;
		enum roll_up_type type;
		int share; /* -1: a fault */
	} rows[] = {
		{"stated", ROLL_UP_STATED, 0},       {"worst", ROLL_UP_WORST, 0},
		{"share 1%", ROLL_UP_SHARE, 1},      {"share 60%", ROLL_UP_SHARE, 60},
		{"share 100%", ROLL_UP_SHARE, 100},  {"share 0%", ROLL_UP_STATED, -1},
		{"share 101%", ROLL_UP_STATED, -1},  {"share 9999999999%", ROLL_UP_STATED, -1},
		{"share 60", ROLL_UP_STATED, -1},    {"share", ROLL_UP_STATED, -1},
		{"share most%", ROLL_UP_STATED, -1}, {"Worst", ROLL_UP_STATED, -1},
	};
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char text[256];
		int length = snprintf(text, sizeof(text), "---\nkind: plan\nroll_up: %s\n---\n",
		                      rows[i].text);
		struct document *document =
			document_read("plan.md", text, (size_t)length, DOCUMENT_FIELDS);
		assert_case(document->plan->rolls_up.type == rows[i].type, rows[i].text);
		assert_case(document->plan->rolls_up.share ==
		                    (rows[i].share < 0 ? 0 : rows[i].share),
		            rows[i].text);
		assert_case(document->faults.count == (rows[i].share < 0 ? 1U : 0U), rows[i].text);
		document_free(document);
	}
	assert_document("---\nkind: plan\nroll_up: best\n---\n",
	                "plan\n"
	                "3:10 bad-word: `roll_up: best` must be `stated`, `worst`, or a share such "
	                "as `share 60%` (from 1% to 100%)\n");
}

static void a_field_of_another_kind_is_unknown(void **state)
{
	(void)state;
	assert_document("---\nkind: overview\nworkstream: a\n---\n",
	                "overview\n"
	                "3:1 unknown-key: `workstream` is not a field of overview; take it out, or "
	                "write it in the text below\n");
}

static void a_file_that_cannot_be_read_has_faults_and_no_fields(void **state)
{
	(void)state;
	assert_document("Some notes\n",
	                "no kind\n"
	                "1:1 front-matter-missing: no front matter: the first line must be `---`, "
	                "followed by the fields (workstream, period, rag, ...) and a second line "
	                "`---`\n");
	struct document *document = read("---\na: [b\n---\n## Text\n<b>\n");
	assert_null(document->kind);
	assert_null(document_fields(document));
	assert_null(document_common(document));
	assert_false(document_is_draft(document));
	assert_false(document_is_imported(document));
	assert_int_equal(document->body.count, 1); /* the text is read all the same */
	assert_int_equal(document->faults.count, 2);
	document_free(document);
	document_free(NULL);
}

static void a_file_over_the_limit_is_not_touched(void **state)
{
	(void)state;
	struct document *document =
		document_read("x.md", "", (size_t)SOURCE_LARGEST + 1, DOCUMENT_WHOLE);
	assert_int_equal(document->faults.count, 1);
	assert_string_equal(document->faults.items[0].rule, "too-large");
	document_free(document);
}

static void a_document_keeps_a_copy_of_what_it_was_read_from(void **state)
{
	(void)state;
	char path[] = "plans/a/b.md", bytes[] = "---\nworkstream: a\n---\n## One\ntext\n";
	struct document *document = document_read(path, bytes, strlen(bytes), DOCUMENT_WHOLE);
	memset(path, 'x', sizeof(path) - 1);
	memset(bytes, 'x', sizeof(bytes) - 1);
	struct buf html = BUF_INIT;
	body_html(&document->body, 0, 3, &html);
	assert_string_equal(document->path, "plans/a/b.md");
	assert_string_equal(document->update->workstream.text, "a");
	assert_string_equal(html.bytes, "<p>text</p>\n");
	buf_release(&html);
	document_free(document);
}

static void a_line_is_what_was_read(void **state)
{
	static const struct {
		const char *bytes;
		int line;
		const char *expected; /* NULL where there is no such line */
	} rows[] = {
		{"one\ntwo\n", 1, "one"},
		{"one\ntwo\n", 2, "two"},
		{"one\ntwo\n", 3, ""},
		{"one\ntwo\n", 4, NULL},
		{"one\ntwo", 2, "two"},
		{"one\ntwo", 0, NULL},
		{"", 1, ""},
		{"\xef\xbb\xbfone\r\ntwo\r\n", 1, "one"},
		{"\xef\xbb\xbfone\r\ntwo\r\n", 2, "two"},
		{"one\rstill one\r\r\n", 1, "one\rstill one\r"},
		{"\xff\xfe one", 1, "\xff\xfe one"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct document *document = read(rows[i].bytes);
		size_t length = 99;
		const char *line = document_line(document, rows[i].line, &length);
		assert_case((line == NULL) == (rows[i].expected == NULL), rows[i].bytes);
		if (line != NULL)
			assert_case(length == strlen(rows[i].expected) &&
			                    memcmp(line, rows[i].expected, length) == 0,
			            rows[i].bytes);
		document_free(document);
	}
	struct document *large =
		document_read("x.md", NULL, (size_t)SOURCE_LARGEST + 1, DOCUMENT_WHOLE);
	size_t length;
	assert_null(document_line(large, 1, &length));
	document_free(large);
}

static void the_fields_alone_can_be_asked_for(void **state)
{
	(void)state;
	static const char text[] = "---\nworkstream: a\n---\n## One\n<b>\n";
	struct document *document = document_read("x.md", text, strlen(text), DOCUMENT_FIELDS);
	assert_string_equal(document->update->workstream.text, "a");
	assert_int_equal(document->body.count, 0);
	assert_int_equal(document->faults.count, 0);
	document_free(document);
}

static void drafts_and_imports_say_so(void **state)
{
	(void)state;
	struct document *document = read("---\ndraft: true\nimported: {source: A paper}\n---\n");
	assert_true(document_is_draft(document));
	assert_true(document_is_imported(document));
	document_free(document);
	document = read("---\nkind: overview\ndraft: true\nimported: {source: A paper}\n---\n");
	assert_true(document_is_draft(document));
	assert_true(document_is_imported(document));
	document_free(document);
	document = read("---\ndraft: yes\nimported:\n---\n");
	assert_false(document_is_draft(document));
	assert_false(document_is_imported(document));
	document_free(document);
}

/* The levels of the plan's scale by id, and its faults. */
static void assert_scale(const char *scale, const char *expected)
{
	struct document *document = read(history_plan_with("a", scale));
	struct buf text = BUF_INIT;
	const struct scale *read_scale = &document->plan->scale;
	buf_printf(&text, "[%s] [%s]", read_scale->source, read_scale->version);
	for (size_t i = 0; i < read_scale->count; i++)
		buf_printf(&text, " %s(%s)", read_scale->levels[i].id,
		           read_scale->levels[i].short_label);
	buf_byte(&text, '\n');
	print_faults(&text, &document->faults);
	assert_text(text.bytes, expected);
	buf_release(&text);
	document_free(document);
}

#define DEFAULT_SCALE                                                                              \
	"[Improvement Plan highlight report, July and August 2023] [2023-05] green(G) "            \
	"green-amber(G/A) amber(A) amber-red(A/R) red(R)\n"

static void a_plan_has_the_scale_that_it_declares_or_the_default(void **state)
{
	(void)state;
	assert_scale("", DEFAULT_SCALE);
	assert_scale("scale:\n"
	             "  source: Board paper 7\n"
	             "  version: 2\n"
	             "  levels:\n"
	             "    - {id: good, label: On track, short: G, meaning: All is well}\n"
	             "    - {id: fair, label: At risk, short: A, meaning: It may slip}\n"
	             "    - {id: bad, label: Off track, short: R, meaning: It slipped}\n",
	             "[Board paper 7] [2] good(G) fair(A) bad(R)\n");
	assert_scale(
		"scale:\n  levels:\n    - {id: good, label: Good}\n    - {id: bad, label: Bad}\n",
		"[] [] good() bad()\n");
}

static void a_scale_has_at_most_nine_levels(void **state)
{
	(void)state;
	char scale[1024] = "scale:\n  levels:\n";
	size_t length = strlen(scale);
	for (int level = 1; level <= 10; level++) {
		length += (size_t)snprintf(scale + length, sizeof(scale) - length,
		                           "    - {id: l%d, label: Level %d}\n", level, level);
		struct document *document = read(history_plan_with("a", scale));
		size_t expected = level < 2 || level > 9 ? scale_default.count : (size_t)level;
		assert_int_equal(document->plan->scale.count, expected);
		document_free(document);
	}
}

static void levels_that_make_no_scale_are_faults(void **state)
{
	(void)state;
	assert_scale("scale: {source: A paper}\n", DEFAULT_SCALE
	             "10:8 scale-levels: a scale needs from 2 to 9 levels, best first; "
	             "this one has 0\n");
	assert_scale("scale:\n  levels:\n    - {id: good, label: Good}\n", DEFAULT_SCALE
	             "11:3 scale-levels: a scale needs from 2 to 9 levels, best first; "
	             "this one has 1\n");
	assert_scale("scale:\n"
	             "  levels:\n"
	             "    - {id: green-amber, label: Green/Amber}\n"
	             "    - {id: mixed, label: Amber / Green}\n",
	             "[] [] green-amber() mixed()\n"
	             "13:7 scale-levels: `Amber / Green` reads the same as a level above it; give "
	             "each level its own words\n");
	assert_scale("scale:\n  levels:\n    - {id: good, label: Good}\n    - {id: bad}\n",
	             DEFAULT_SCALE);
}

static void a_plan_finds_its_workstreams_by_id(void **state)
{
	(void)state;
	struct document *document = read(history_plan("procurement data-quality"));
	const struct plan *plan = document->plan;
	assert_string_equal(plan_workstream(plan, "data-quality")->title.text, "Data quality");
	assert_null(plan_workstream(plan, "Data-quality"));
	assert_null(plan_workstream(plan, ""));
	document_free(document);
}

static void a_file_that_breaks_everything_is_told_its_first_faults(void **state)
{
	(void)state;
	struct buf text = BUF_INIT;
	buf_text(&text, "---\nmanagers: [");
	for (size_t i = 0; i < FAULTS_MOST + 500; i++)
		buf_text(&text, "!a b, ");
	buf_text(&text, "c]\n---\n");
	for (size_t i = 0; i < 2000; i++)
		buf_text(&text, "<b>\n");
	struct document *document = read(text.bytes);
	assert_int_equal(document->faults.count, FAULTS_MOST);
	document_free(document);
	buf_release(&text);
}

static void the_largest_document_is_read_quickly(void **state)
{
	(void)state;
	struct buf text = BUF_INIT;
	buf_text(&text, "---\nrisks:\n");
	while (text.length < SOURCE_LARGEST_FRONT - 100)
		buf_text(&text, "  - {id: \"Bad id\", risks: x, mitigation: y}\n");
	buf_text(&text, "---\n");
	for (size_t i = 0; i + 6 <= SOURCE_LARGEST_BODY; i += 6)
		buf_text(&text, "![[]()");
	double start = testing_seconds();
	struct document *document = read(text.bytes);
	assert_quick(start, 2.0, "the largest document");
	assert_non_null(document->update);
	document_free(document);
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_update_with_every_field_is_read),
		cmocka_unit_test(texts_made_for_tests_break_no_rule_of_reading),
		cmocka_unit_test(a_document_that_names_no_kind_is_an_update),
		cmocka_unit_test(an_unknown_kind_is_a_fault_and_has_no_fields),
		cmocka_unit_test(the_rule_for_the_overall_rating_is_one_of_three),
		cmocka_unit_test(a_field_of_another_kind_is_unknown),
		cmocka_unit_test(a_file_that_cannot_be_read_has_faults_and_no_fields),
		cmocka_unit_test(a_file_over_the_limit_is_not_touched),
		cmocka_unit_test(a_document_keeps_a_copy_of_what_it_was_read_from),
		cmocka_unit_test(a_line_is_what_was_read),
		cmocka_unit_test(the_fields_alone_can_be_asked_for),
		cmocka_unit_test(drafts_and_imports_say_so),
		cmocka_unit_test(a_plan_has_the_scale_that_it_declares_or_the_default),
		cmocka_unit_test(a_scale_has_at_most_nine_levels),
		cmocka_unit_test(levels_that_make_no_scale_are_faults),
		cmocka_unit_test(a_plan_finds_its_workstreams_by_id),
		cmocka_unit_test(a_file_that_breaks_everything_is_told_its_first_faults),
		cmocka_unit_test(the_largest_document_is_read_quickly),
	};
	return cmocka_run_group_tests_name("document", tests, NULL, NULL) != 0;
}
