/* Findings in every format, hostile ones too. */
#include "support/validating.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "rules/rules.h"
#include "support/printed.h"
#include "view/findings_view.h"
#include "view/lines.h"

#define COMMIT "0123456789abcdef0123456789abcdef01234567"

static const struct finding usual[] = {
	{.path = "plans/p/a.md",
         .place = {4, 6},
         .severity = SEVERITY_ERROR,
         .rule = "rating-unknown",
         .message = "`geen` is not a rating",
         .answer = NULL,
         .commit = NULL,
         .line = "rag: geen"},
	{.path = "plans/p/a.md",
         .place = {9, 1},
         .severity = SEVERITY_WARNING,
         .rule = "raw-html",
         .message = "HTML is shown",
         .answer = NULL,
         .commit = NULL,
         .line = "é <b>"},
	{.path = "plans/p/b.md",
         .place = {4, 6},
         .severity = SEVERITY_EXPLAINED,
         .rule = "rating-spelling",
         .message = "write `amber`",
         .answer = "So said.",
         .commit = NULL,
         .line = "rag: Amber"},
	{.path = "plans/p/b.md",
         .place = {4, 6},
         .severity = SEVERITY_ERROR,
         .rule = "rating-unknown",
         .message = "not yours to set",
         .answer = NULL,
         .commit = COMMIT,
         .line = NULL},
};

/* Whatever a path, a message or an answer may hold: line ends, commands, colours, bytes. */
static const struct finding hostile[] = {
	{.path = "plans/p/a,b:c%\n::error::x]y;z.md",
         .place = {1, 1},
         .severity = SEVERITY_ERROR,
         .rule = "file-type",
         .message = "100% `\x1b[31m\n::stop-commands::x` ##[group]y ##vso[task.complete "
                    "result=Failed;]z",
         .line = "\x1b[31mred"},
	{.path = "plans/p/\xe2\x80\xae\xff.md",
         .place = {2, 3},
         .severity = SEVERITY_WARNING,
         .rule = "raw-html",
         .message = "##VSO[x]\r\n##[error]"},
	{.path = "plans/p/c d.md",
         .place = {2, 3},
         .severity = SEVERITY_EXPLAINED,
         .rule = "raw-html",
         .message = "`\"]};\\`",
         .answer = "\"##vso[a]\"\n##[b]"},
};

static const struct finding_evidence evidence[] = {
	{"plans/p/b c.md", 7, "2023-07", COMMIT, "agreed completion 31 March 2024"},
	{"plans/p/plan.md", 1, NULL, NULL, "x\n::error::\x1b[31m\xff"},
};

/* Of a rule of candour: with what makes one ask. */
static const struct finding doubted[] = {
	{.path = "plans/p/a.md",
         .place = {4, 6},
         .severity = SEVERITY_WARNING,
         .rule = "green-past-agreed",
         .message = "rated Green, though it is late",
         .workstream = "a",
         .period = {2023 * 12 + 6, 2023 * 12 + 6},
         .evidence = evidence,
         .evidence_count = 2},
};

static struct findings gathered(const struct finding *items, size_t count)
{
	struct findings findings = {0};
	for (size_t i = 0; i < count; i++)
		findings_add(&findings, &items[i]);
	return findings;
}

/* One text at a time: the next call frees the last. */
static const char *told(const char *name, const struct findings *findings,
                        const struct layout *layout)
{
	static struct buf out = BUF_INIT;
	const struct findings_format *format = findings_format_named(name);
	assert_non_null(format);
	buf_release(&out);
	format->add(&(struct findings_told){findings, 3, layout}, &out);
	return out.bytes;
}

static void assert_told(const char *name, const struct finding *items, size_t count,
                        const char *expected)
{
	struct findings findings = gathered(items, count);
	assert_text(told(name, &findings, NULL), expected);
	findings_release(&findings);
}

static void a_line_a_finding_as_text(void **state)
{
	(void)state;
	assert_told("text", usual, COUNT_OF(usual),
	            "plans/p/a.md:4:6: error: `geen` is not a rating [rating-unknown]\n"
	            "plans/p/a.md:9:1: warning: HTML is shown [raw-html]\n"
	            "plans/p/b.md:4:6: explained: write `amber` [rating-spelling] explained: So "
	            "said.\n"
	            "plans/p/b.md:4:6: error: not yours to set [rating-unknown] (landed in "
	            "0123456)\n");
	assert_told("text", NULL, 0, "");
}

static void the_line_and_a_caret_for_a_person(void **state)
{
	struct findings findings = gathered(usual, COUNT_OF(usual));
	struct layout layout = {.colour = false, .width = 80};
	(void)state;
	assert_text(told("text", &findings, &layout),
	            "plans/p/a.md:4:6: error: `geen` is not a rating [rating-unknown]\n"
	            "    4 | rag: geen\n"
	            "      |      ^\n"
	            "plans/p/a.md:9:1: warning: HTML is shown [raw-html]\n"
	            "    9 | é <b>\n"
	            "      | ^\n"
	            "plans/p/b.md:4:6: explained: write `amber` [rating-spelling] explained: So "
	            "said.\n"
	            "plans/p/b.md:4:6: error: not yours to set [rating-unknown] (landed in "
	            "0123456)\n");
	layout.colour = true;
	findings.count = 1;
	assert_text(told("text", &findings, &layout),
	            "\x1b[1mplans/p/a.md:4:6:\x1b[0m \x1b[31merror:\x1b[0m `geen` is not a rating "
	            "[rating-unknown]\n"
	            "    4 | rag: geen\n"
	            "      |      \x1b[31m^\x1b[0m\n");
	findings_release(&findings);
}

/* A rule, an explanation and a document that several findings have in common. */
static void one_explanation_is_told_a_person_once(void **state)
{
	static const struct {
		const char *path, *rule, *answer;
		int line;
	} rows[] = {
		{"plans/p/a.md", "action-undated", "No day.", 4},
		{"plans/p/a.md", "action-no-owner", "No day.", 5},
		{"plans/p/a.md", "action-undated", "No day.", 6},
		{"plans/p/a.md", "action-undated", "Not yet.", 7},
		{"plans/p/a.md", "action-undated", "No day.", 8},
		{"plans/p/b.md", "action-undated", "No day.", 4},
		{"plans/p/b.md", "action-undated", NULL, 5},
		{"plans/p/b.md", "action-undated", NULL, 6},
		{"plans/p/b.md", "action-undated", "No day.", 9},
	};
	struct finding items[COUNT_OF(rows)];
	struct layout layout = {.colour = false, .width = 80};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		items[i] = (struct finding){
			.path = rows[i].path,
			.place = {rows[i].line, 1},
			.severity = rows[i].answer == NULL ? SEVERITY_WARNING : SEVERITY_EXPLAINED,
			.rule = rows[i].rule,
			.message = "x",
			.answer = rows[i].answer,
		};
	struct findings findings = gathered(items, COUNT_OF(items));
	assert_text(told("text", &findings, &layout),
	            "plans/p/a.md:4:1: explained: x [action-undated] explained: No day.\n"
	            "    and 2 more like it, explained by the same words, on lines 6 to 8\n"
	            "plans/p/a.md:5:1: explained: x [action-no-owner] explained: No day.\n"
	            "plans/p/a.md:7:1: explained: x [action-undated] explained: Not yet.\n"
	            "plans/p/b.md:4:1: explained: x [action-undated] explained: No day.\n"
	            "    and 1 more like it, explained by the same words, on line 9\n"
	            "plans/p/b.md:5:1: warning: x [action-undated]\n"
	            "plans/p/b.md:6:1: warning: x [action-undated]\n");
	const char *line = told("text", &findings, NULL);
	size_t lines = 0;
	for (; *line != '\0'; line = next_line(line))
		lines++;
	assert_int_equal(lines, COUNT_OF(rows));
	findings_release(&findings);
}

static void commands_of_github(void **state)
{
	(void)state;
	assert_told("github", usual, COUNT_OF(usual),
	            "::error file=plans/p/a.md,line=4,col=6,title=rating-unknown::`geen` is not a "
	            "rating\n"
	            "::error file=plans/p/b.md,line=4,col=6,title=rating-unknown::not yours to set "
	            "(landed in 0123456)\n"
	            "::warning file=plans/p/a.md,line=9,col=1,title=raw-html::HTML is shown\n"
	            "plans/p/a.md:4:6: error: `geen` is not a rating [rating-unknown]\n"
	            "plans/p/a.md:9:1: warning: HTML is shown [raw-html]\n"
	            "plans/p/b.md:4:6: explained: write `amber` [rating-spelling] explained: So "
	            "said.\n"
	            "plans/p/b.md:4:6: error: not yours to set [rating-unknown] (landed in "
	            "0123456)\n");
	assert_told("github", NULL, 0, "");
	assert_told(
		"github", hostile, COUNT_OF(hostile),
		"::error file=plans/p/a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3Ax]y;z.md,line=1,col=1,title="
		"file-type::100%25 `\xef\xbf\xbd[31m ::stop-commands::x` ##[group]y "
		"##vso[task.complete result=Failed;]z\n"
		"::warning file=plans/p/\xef\xbf\xbd\xef\xbf\xbd.md,line=2,col=3,title=raw-html::"
		"##VSO[x]  ##[error]\n"
		"plans/p/a,b:c% ::error::x]y;z.md:1:1: error: 100% `\xef\xbf\xbd[31m "
		"::stop-commands::x` ## [group]y ## vso[task.complete result=Failed;]z "
		"[file-type]\n"
		"plans/p/\xef\xbf\xbd\xef\xbf\xbd.md:2:3: warning: ## VSO[x]  ## [error] "
		"[raw-html]\n"
		"plans/p/c d.md:2:3: explained: `\"]};\\` [raw-html] explained: \"## vso[a]\" "
		"## [b]\n");
}

/* Errors first, ten of each severity, and how many are left. */
static void github_is_given_no_more_than_it_shows(void **state)
{
	static const struct {
		int errors, warnings;
		const char *notice;
	} rows[] = {
		{10, 10, NULL},
		{0, 0, NULL},
		{11, 0,
	         "::notice title=ragtrail::1 more finding is in the log of this step: GitHub marks "
	         "only the first 10 errors and warnings in the files\n"},
		{25, 12,
	         "::notice title=ragtrail::17 more findings are in the log of this step: GitHub "
	         "marks only the first 10 errors and warnings in the files\n"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct findings findings = {0};
		struct finding finding = usual[1];
		for (int j = 0; j < rows[i].warnings + rows[i].errors; j++) {
			finding.severity = j < rows[i].warnings ? SEVERITY_WARNING : SEVERITY_ERROR;
			finding.place.line = j + 1;
			findings_add(&findings, &finding);
		}
		int errors = 0, warnings = 0, notices = 0, lines = 0;
		for (const char *line = told("github", &findings, NULL); *line != '\0';
		     line = next_line(line)) {
			if (strncmp(line, "::error ", 8) == 0) {
				errors++;
				assert_true(warnings == 0 && notices == 0 && lines == 0);
			} else if (strncmp(line, "::warning ", 10) == 0) {
				warnings++;
				assert_true(notices == 0 && lines == 0);
			} else if (strncmp(line, "::notice ", 9) == 0) {
				notices++;
				assert_true(lines == 0 && rows[i].notice != NULL &&
				            strncmp(line, rows[i].notice, strlen(rows[i].notice)) ==
				                    0);
			} else {
				lines++;
			}
		}
		assert_int_equal(errors, rows[i].errors < 10 ? rows[i].errors : 10);
		assert_int_equal(warnings, rows[i].warnings < 10 ? rows[i].warnings : 10);
		assert_int_equal(notices, rows[i].notice != NULL);
		assert_int_equal(lines, rows[i].errors + rows[i].warnings);
		findings_release(&findings);
	}
}

static void commands_of_azure(void **state)
{
	(void)state;
	assert_told("azure", usual, COUNT_OF(usual),
	            "##vso[task.logissue type=error;sourcepath=plans/p/a.md;linenumber=4;"
	            "columnnumber=6;code=rating-unknown]`geen` is not a rating\n"
	            "##vso[task.logissue type=warning;sourcepath=plans/p/a.md;linenumber=9;"
	            "columnnumber=1;code=raw-html]HTML is shown\n"
	            "plans/p/b.md:4:6: explained: write `amber` [rating-spelling] explained: So "
	            "said.\n"
	            "##vso[task.logissue type=error;sourcepath=plans/p/b.md;linenumber=4;"
	            "columnnumber=6;code=rating-unknown]not yours to set (landed in 0123456)\n");
	assert_told("azure", NULL, 0, "");
	assert_told(
		"azure", hostile, COUNT_OF(hostile),
		"##vso[task.logissue type=error;sourcepath=plans/p/a,b:c%AZP25%0A::error::x%5Dy%3Bz"
		".md;linenumber=1;columnnumber=1;code=file-type]100%AZP25 `\xef\xbf\xbd[31m "
		"::stop-commands::x` ##[group]y ##vso[task.complete result=Failed;]z\n"
		"##vso[task.logissue type=warning;sourcepath=plans/p/\xef\xbf\xbd\xef\xbf\xbd.md;"
		"linenumber=2;columnnumber=3;code=raw-html]##VSO[x]  ##[error]\n"
		"plans/p/c d.md:2:3: explained: `\"]};\\` [raw-html] explained: \"## vso[a]\" "
		"## [b]\n");
}

/* The first command of a line is ours, and it is the only one that an agent looks for. */
static void no_line_begins_with_what_a_document_says(void **state)
{
	static const char *const formats[] = {"text", "github", "azure"};
	static const char *const begins[] = {
		"plans/", "::error file=", "::warning file=", "##vso[task.logissue type="};
	struct findings findings = gathered(hostile, COUNT_OF(hostile));
	(void)state;
	for (size_t i = 0; i < COUNT_OF(formats); i++) {
		const char *text = told(formats[i], &findings, NULL);
		assert_shows(text, 1000);
		for (const char *line = text; *line != '\0'; line = next_line(line)) {
			bool known = false;
			for (size_t j = 0; j < COUNT_OF(begins); j++)
				known = known || strncmp(line, begins[j], strlen(begins[j])) == 0;
			assert_case(known, line);
		}
	}
	findings_release(&findings);
}

static void documents_that_their_schemas_accept(void **state)
{
	static const char *const schemas[][2] = {{"json", "core/view/check.schema.json"},
	                                         {"sarif", "tests/support/sarif.schema.json"},
	                                         {"gitlab", "tests/support/gitlab.schema.json"}};
	for (size_t i = 0; i < COUNT_OF(schemas); i++) {
		struct findings sets[] = {gathered(NULL, 0), gathered(usual, COUNT_OF(usual)),
		                          gathered(hostile, COUNT_OF(hostile)),
		                          gathered(doubted, COUNT_OF(doubted))};
		for (size_t j = 0; j < COUNT_OF(sets); j++) {
			assert_case(schema_accepts(*state, schemas[i][1],
			                           told(schemas[i][0], &sets[j], NULL)),
			            schemas[i][0]);
			findings_release(&sets[j]);
		}
	}
}

static json_t *related(json_t *root, size_t index)
{
	json_t *run = json_array_get(json_object_get(root, "runs"), 0);
	json_t *result = json_array_get(json_object_get(run, "results"), 0);
	return json_array_get(json_object_get(result, "relatedLocations"), index);
}

static void sarif_leads_to_the_evidence(void **state)
{
	struct findings findings = gathered(doubted, COUNT_OF(doubted));
	json_t *root = json_loads(told("sarif", &findings, NULL), 0, NULL);
	json_t *first = related(root, 0), *second = related(root, 1);
	json_t *place = json_object_get(first, "physicalLocation");
	(void)state;
	assert_text(json_string_value(
			    json_object_get(json_object_get(place, "artifactLocation"), "uri")),
	            "plans/p/b%20c.md");
	assert_int_equal(
		json_integer_value(json_object_get(json_object_get(place, "region"), "startLine")),
		7);
	assert_text(
		json_string_value(json_object_get(json_object_get(first, "message"), "text")),
		"plans/p/b c.md:7 (July 2023, commit 0123456): agreed completion 31 March 2024");
	assert_text(
		json_string_value(json_object_get(json_object_get(first, "properties"), "commit")),
		COMMIT);
	assert_int_equal(json_integer_value(json_object_get(second, "id")), 2);
	assert_null(json_object_get(second, "properties"));
	json_decref(root);
	findings_release(&findings);
}

/* Otherwise they would say nothing. */
static void schemas_refuse_what_they_should(void **state)
{
	static const struct {
		const char *format, *schema, *from, *to;
	} rows[] = {
		{"json", "core/view/check.schema.json", "\"version\": 1", "\"version\": 2"},
		{"json", "core/view/check.schema.json", "\"line\": 4", "\"line\": 0"},
		{"json", "core/view/check.schema.json", "\"error\"", "\"off\""},
		{"json", "core/view/check.schema.json", "\"answer\": null,", ""},
		{"json", "core/view/check.schema.json", COMMIT, "HEAD"},
		{"sarif", "tests/support/sarif.schema.json", "\"2.1.0\"", "\"2.2\""},
		{"sarif", "tests/support/sarif.schema.json", "\"ruleId\"", "\"rule\""},
		{"sarif", "tests/support/sarif.schema.json", "plans/p/a.md", "plans/p/a b.md"},
		{"gitlab", "tests/support/gitlab.schema.json", "\"major\"", "\"error\""},
		{"gitlab", "tests/support/gitlab.schema.json", "\"begin\": 4", "\"begin\": \"4\""},
	};
	struct sandbox *sandbox = *state;
	struct findings findings = gathered(usual, COUNT_OF(usual));
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const char *document = told(rows[i].format, &findings, NULL);
		const char *at = strstr(document, rows[i].from);
		assert_case(at != NULL, rows[i].from);
		assert_case(!schema_accepts(sandbox, rows[i].schema,
		                            arena_printf(&sandbox->arena, "%.*s%s%s",
		                                         (int)(at - document), document, rows[i].to,
		                                         at + strlen(rows[i].from))),
		            rows[i].to);
	}
	findings_release(&findings);
}

/* A part of a document, as it reads without line ends and indents. */
static void assert_says(struct sandbox *sandbox, const char *text, const char *part)
{
	struct buf folded = BUF_INIT;
	while (*text != '\0') {
		buf_add(&folded, text, strcspn(text, "\n"));
		text += strcspn(text, "\n");
		text += strspn(text, "\n ");
	}
	const char *copy = arena_text(&sandbox->arena, folded.bytes, folded.length);
	buf_release(&folded);
	assert_case(strstr(copy, part) != NULL, copy);
}

static void sarif_says_all_that_there_is(void **state)
{
	struct findings findings = gathered(usual, COUNT_OF(usual));
	struct sandbox *sandbox = *state;
	const char *text = told("sarif", &findings, NULL);
	for (size_t i = 0; i < rule_count; i++)
		assert_case(strstr(text, arena_printf(&sandbox->arena, "\"id\": \"%s\"",
		                                      rules[i].id)) != NULL,
		            rules[i].id);
	assert_says(sandbox, text,
	            "\"level\": \"error\",\"message\": {\"text\": \"`geen` is not a rating\"}");
	assert_says(
		sandbox, text,
		"\"artifactLocation\": {\"uri\": \"plans/p/a.md\"},\"region\": {\"startLine\": 4,"
		"\"startColumn\": 6}");
	assert_says(sandbox, text,
	            "\"suppressions\": [{\"kind\": \"inSource\",\"status\": \"accepted\","
	            "\"justification\": \"So said.\"}]");
	assert_says(sandbox, text, "\"text\": \"not yours to set (landed in 0123456)\"");
	assert_says(sandbox, text, "\"properties\": {\"commit\": \"" COMMIT "\"}");
	assert_says(sandbox, text,
	            arena_printf(&sandbox->arena, "\"ruleId\": \"raw-html\",\"ruleIndex\": %d,",
	                         (int)(rule_named("raw-html") - rules)));
	findings_release(&findings);
	findings = gathered(hostile, COUNT_OF(hostile));
	text = told("sarif", &findings, NULL);
	assert_says(sandbox, text,
	            "\"uri\": \"plans/p/a%2Cb%3Ac%25%0A%3A%3Aerror%3A%3Ax%5Dy%3Bz.md\"");
	assert_says(sandbox, text, "\"uri\": \"plans/p/%E2%80%AE%FF.md\"");
	findings_release(&findings);
}

/* The fingerprints, with a blank between, of what GitLab is told. */
static const char *fingerprints(struct sandbox *sandbox, const struct findings *findings)
{
	static const char key[] = "\"fingerprint\": \"";
	struct buf all = BUF_INIT;
	for (const char *at = told("gitlab", findings, NULL); (at = strstr(at, key)) != NULL;) {
		at += strlen(key);
		buf_add(&all, at, strcspn(at, "\""));
		buf_byte(&all, ' ');
	}
	const char *copy = arena_text(&sandbox->arena, all.bytes, all.length);
	buf_release(&all);
	return copy;
}

static void fingerprints_survive_when_lines_move(void **state)
{
	struct finding items[] = {
		{.path = "a.md",
	         .place = {9, 1},
	         .severity = SEVERITY_ERROR,
	         .rule = "duplicate-key",
	         .message = "here and on line 5; keep one"},
		{.path = "a.md",
	         .place = {9, 3},
	         .severity = SEVERITY_WARNING,
	         .rule = "raw-html",
	         .message = "HTML"},
		{.path = "a.md",
	         .place = {9, 7},
	         .severity = SEVERITY_WARNING,
	         .rule = "raw-html",
	         .message = "HTML"},
	};
	struct sandbox *sandbox = *state;
	struct findings findings = gathered(items, COUNT_OF(items));
	const char *before = fingerprints(sandbox, &findings);
	findings_release(&findings);
	/* All of them differ: what is said twice is told apart. */
	for (size_t i = 0; i < COUNT_OF(items); i++)
		for (size_t j = 0; j < i; j++)
			assert_true(strncmp(before + i * 19, before + j * 19, 18) != 0);
	for (size_t i = 0; i < COUNT_OF(items); i++)
		items[i].place.line += 20;
	items[0].message = "here and on line 25; keep one";
	findings = gathered(items, COUNT_OF(items));
	assert_text(fingerprints(sandbox, &findings), before);
	findings_release(&findings);
	/* Another path, rule or message is another finding. */
	const struct finding others[] = {
		{.path = "b.md",
	         .place = {9, 3},
	         .severity = SEVERITY_WARNING,
	         .rule = "raw-html",
	         .message = "HTML"},
		{.path = "a.md",
	         .place = {9, 3},
	         .severity = SEVERITY_WARNING,
	         .rule = "raw-htm",
	         .message = "HTML"},
		{.path = "a.md",
	         .place = {9, 3},
	         .severity = SEVERITY_WARNING,
	         .rule = "raw-html",
	         .message = "HTM"},
	};
	for (size_t i = 0; i < COUNT_OF(others); i++) {
		findings = gathered(&others[i], 1);
		const char *other = fingerprints(sandbox, &findings);
		assert_null(strstr(before, other));
		findings_release(&findings);
	}
}

static void formats_are_known_by_their_names(void **state)
{
	(void)state;
	assert_ptr_equal(findings_format_named(NULL), &findings_formats[0]);
	for (size_t i = 0; i < FINDINGS_FORMATS; i++)
		assert_ptr_equal(findings_format_named(findings_formats[i].name),
		                 &findings_formats[i]);
	assert_null(findings_format_named(""));
	assert_null(findings_format_named("xml"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_line_a_finding_as_text),
		sandbox_test(the_line_and_a_caret_for_a_person),
		sandbox_test(one_explanation_is_told_a_person_once),
		sandbox_test(commands_of_github),
		sandbox_test(github_is_given_no_more_than_it_shows),
		sandbox_test(commands_of_azure),
		sandbox_test(no_line_begins_with_what_a_document_says),
		sandbox_test(documents_that_their_schemas_accept),
		sandbox_test(sarif_leads_to_the_evidence),
		sandbox_test(schemas_refuse_what_they_should),
		sandbox_test(sarif_says_all_that_there_is),
		sandbox_test(fingerprints_survive_when_lines_move),
		sandbox_test(formats_are_known_by_their_names),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("formats of findings", tests, NULL, NULL) != 0;
}
