/* ragtrail new: blank documents, as they are printed and as they are read again. */
#include "support/command.h"

#include <string.h>

#include "base/buf.h"
#include "document/document.h"
#include "support/judging.h"
#include "support/testing.h"

static void every_kind_has_a_template(void **state)
{
	struct sandbox *sandbox = *state;
	for (size_t i = 0; i < KIND_COUNT; i++) {
		struct outcome outcome = RAGTRAIL(sandbox, NULL, "new", kinds[i].name);
		assert_int_equal(outcome.status, 0);
		struct document *document = document_read("plans/p/it.md", outcome.output,
		                                          strlen(outcome.output), DOCUMENT_WHOLE);
		assert_true(document->kind == &kinds[i]);
		for (size_t j = 0; j < document->faults.count; j++)
			assert_text(document->faults.items[j].message, "");
		/* Nothing is said yet. */
		const struct field *field;
		for (size_t j = 0; (field = shape_field_at(kinds[i].shape, j)) != NULL; j++) {
			bool rows = field->type == FIELD_RECORDS;
			if (strcmp(field->name, "kind") != 0 && !rows)
				assert_case(!field_present(field, document_fields(document)),
				            field->name);
		}
		assert_int_equal(document->body.count, kinds[i].section_count);
		document_free(document);
	}
}

/* TEXT without the `# ` that begins a line and silences it. */
static const char *with_all_said(struct sandbox *sandbox, const char *text)
{
	struct buf said = BUF_INIT;
	for (const char *line = text; *line != '\0';) {
		size_t length = strcspn(line, "\n") + 1;
		/* A line of help is no name with a colon behind it. */
		bool silent = strncmp(line, "# ", 2) == 0;
		size_t name = silent ? strspn(line + 2, "abcdefghijklmnopqrstuvwxyz_") : 0;
		bool field = silent && (line[2] == ' ' || (name != 0 && line[2 + name] == ':'));
		buf_add(&said, line + (field ? 2 : 0), length - (field ? 2 : 0));
		line += length;
	}
	const char *copy = arena_text(&sandbox->arena, said.bytes, said.length);
	buf_release(&said);
	return copy;
}

static void what_is_optional_can_be_uncommented(void **state)
{
	struct sandbox *sandbox = *state;
	for (size_t i = 0; i < KIND_COUNT; i++) {
		const char *text = with_all_said(
			sandbox, RAGTRAIL(sandbox, NULL, "new", kinds[i].name).output);
		struct document *document =
			document_read("plans/p/it.md", text, strlen(text), DOCUMENT_WHOLE);
		assert_true(document->kind == &kinds[i]);
		for (size_t j = 0; j < document->faults.count; j++)
			/* One row of a scale is not enough, and says no more. */
			if (strcmp(document->faults.items[j].rule, "scale-levels") != 0)
				assert_text(document->faults.items[j].message, "");
		for (size_t j = 0; j < kinds[i].shape->count; j++) {
			const struct field *field = &kinds[i].shape->fields[j];
			assert_case(field_place(field, document_fields(document)).line != 0,
			            field->name);
		}
		document_free(document);
	}
}

/* Who fills in what is asked for, and nothing else, has a plan that can be read. */
static void a_plan_needs_no_more_than_is_asked_for(void **state)
{
	struct sandbox *sandbox = *state;
	static const char *const given[][2] = {{"\ntitle:", "\ntitle: Recovery"},
	                                       {"\norganisation:", "\norganisation: A council"},
	                                       {"\nstarts:", "\nstarts: 2026-01-01"},
	                                       {"\nends:", "\nends: 2026-12-31"},
	                                       {"\n  - id:", "\n  - id: care"},
	                                       {"\n    title:", "\n    title: Care"}};
	const char *text = RAGTRAIL(sandbox, NULL, "new", "plan").output;
	for (size_t i = 0; i < sizeof(given) / sizeof(*given); i++)
		text = replaced(sandbox, text, given[i][0], given[i][1]);
	GIT(sandbox, NULL, "init", "-q", "-b", "main", "council");
	sandbox_write(sandbox, "council/plans/care/plan.md", text);
	assert_outcome(RAGTRAIL(sandbox, "council", "check"), 0, "", "1 document: no errors\n");
}

static void other_words_are_refused(void **state)
{
	struct sandbox *sandbox = *state;
	assert_outcome(RAGTRAIL(sandbox, NULL, "new"), 2, "",
	               "ragtrail: say what kind of document: `ragtrail new plan`, `ragtrail new "
	               "update` and so on; see: ragtrail new --help\n");
	assert_outcome(RAGTRAIL(sandbox, NULL, "new", "update", "housing"), 2, "",
	               "ragtrail: give the kind alone, since all else goes into the file: ragtrail "
	               "new update > plans/PLAN/NAME.md; see: ragtrail new --help\n");
	assert_outcome(RAGTRAIL(sandbox, NULL, "new", "papers"), 2, "",
	               "ragtrail: there is no kind of document `papers`; did you mean `paper`?\n");
	assert_outcome(RAGTRAIL(sandbox, NULL, "new", "budget"), 2, "",
	               "ragtrail: there is no kind of document `budget`; the kinds are: plan, "
	               "update, overview, observation, closedown, actions, paper\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(every_kind_has_a_template),
		sandbox_test(what_is_optional_can_be_uncommented),
		sandbox_test(a_plan_needs_no_more_than_is_asked_for),
		sandbox_test(other_words_are_refused),
	};
	return cmocka_run_group_tests_name("ragtrail new", tests, NULL, NULL) != 0;
}
