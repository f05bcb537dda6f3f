/* The slips of officers in front matter and text: what each is told, and where. */
#include "support/testing.h"

#include <stdio.h>
#include <string.h>

#include "document/document.h"
#include "support/mutation.h"
#include "support/printed.h"
#include "support/scanning.h"

#define N "\u00a0"
#define FMT " type it again with ordinary spaces, or run `ragtrail fmt`\n"
#define LIST_SIGN "begins this line; a list is typed with a hyphen and a space: `- `\n"

/* All that is found in an update of this front matter and text. One text at a time. */
static const char *faults_in(const char *front, const char *body)
{
	static struct buf text = BUF_INIT;
	struct buf whole = BUF_INIT;
	buf_release(&text);
	buf_printf(&whole, "---\n%s---\n%s", front, body);
	struct document *document =
		document_read("a.md", whole.bytes, whole.length, DOCUMENT_WHOLE);
	print_faults(&text, &document->faults);
	document_free(document);
	buf_release(&whole);
	return text.bytes;
}

#define assert_front(front, expected) assert_text(faults_in(front, ""), expected)
#define assert_body(body, expected) assert_text(faults_in("", body), expected)

static void spaces_of_another_kind_are_shown(void **state)
{
	(void)state;
	assert_front(
		"rag:" N "green\n",
		"2:1 wrong-type: the front matter must be fields, each `name: value` on a line "
		"of its own\n");
	assert_front(
		"period: 2023-07\nrag:" N "green\nsponsor: Ann\n",
		"3:5 non-breaking-space: a space of another kind (U+00A0), as Word makes, that "
		"is read as a letter; type an ordinary space over it, or run `ragtrail "
		"fmt`\n");
	assert_front(
		"period: 2023-07\nrag: \u2003green\nsponsor:\u202fAnn\n",
		"3:6 non-breaking-space: a space of another kind (U+2003), as Word makes, that "
		"is read as a letter; type an ordinary space over it, or run `ragtrail "
		"fmt`\n"
		"4:9 non-breaking-space: a space of another kind (U+202F), as Word makes, that "
		"is read as a letter; type an ordinary space over it, or run `ragtrail "
		"fmt`\n");
	assert_front(N "rag: green\n",
	             "2:1 non-breaking-space: a space of another kind, as Word makes, is part of "
	             "this field's name;" FMT);
	assert_front("rag: green" N "/" N "amber\n",
	             "2:6 non-breaking-space: a space of another kind, as Word makes, is part of "
	             "this value;" FMT);
	/* In text they are what readers see as well. */
	assert_front("sponsor: Ann" N "Lee\ndescription: " N "a sum of £5" N "million" N "\n", "");
}

static void curly_quotation_marks_around_a_value_are_shown(void **state)
{
	(void)state;
	assert_front("sponsor: “Ann”\n",
	             "2:10 curly-quotes: the curly quotation marks around this value are read as "
	             "part of it; take them out, or type straight ones: `\"Ann\"`\n");
	assert_front("completed_on: ‘2023-08-21’\n",
	             "2:15 curly-quotes: the curly quotation marks around this value are read as "
	             "part of it; take them out, or type straight ones: `\"2023-08-21\"`\n");
	assert_front("sponsor: “Phase 2: people” # now\n",
	             "2:10 curly-quotes: curly quotation marks, as Word makes, do not hold a value "
	             "together; write `sponsor: \"Phase 2: people\"`\n");
	assert_front("managers: [“Ann: lead”, Bob\n",
	             "2:12 curly-quotes: curly quotation marks, as Word makes, do not hold a value "
	             "together; write `\"Ann: lead\"`\n");
	assert_front("sponsor: The “lead” of ‘all’\nsupport: Ann’s “team” or so\n"
	             "description: \"“All of it”\"\n",
	             "");
}

static void a_space_that_is_missing_is_shown(void **state)
{
	(void)state;
	assert_front("period: 2023-07\nrag:green\n",
	             "3:5 missing-space: there is no space after `rag:`; write `rag: green`\n");
	assert_front("milestones:\n  - id:a\n    title: b\n",
	             "3:8 missing-space: there is no space after `id:`; write `id: a`\n");
	assert_front("milestones: [{id:a, title: b}]\n",
	             "2:18 missing-space: there is no space after `id:`; write `id: a`\n");
	assert_front("milestones:\n  - id:a\n",
	             "3:8 missing-space: there is no space after `id:`; write `id: a`\n");
	assert_front(
		"managers:\n  -Ann\n  -Bob\n",
		"3:3 missing-space: there is no space after `-`; a list is typed with a hyphen "
		"and a space: `- `\n");
	assert_front("milestones:\n  -id: a\n    title: b\n",
	             "3:4 missing-space: there is no space after `-`; write `- id: a`\n");
	assert_front("sponsor: rag:green\nsupport: at 12:30\ndescription: https://example.org/a:b\n"
	             "managers: [https://example.org/, -5]\noutcomes:\n",
	             "");
}

static void text_behind_a_hash_is_not_lost_in_silence(void **state)
{
	(void)state;
	assert_front(
		"managers: Team #1\n",
		"2:16 text-cut-off: what follows ` #` is not read, so that only `Team` is left; "
		"put the whole value in double quotes, or the remark on a line of its own\n");
	assert_front("managers:\n  - Team é #1\n  - Bob\n",
	             "3:12 text-cut-off: what follows ` #` is not read, so that only `Team é` is "
	             "left; put the whole value in double quotes, or the remark on a line of its "
	             "own\n");
	assert_front("sponsor: Ann\n  and\t# Bob\n",
	             "3:7 text-cut-off: what follows ` #` is not read, so that only `Ann and` is "
	             "left; put the whole value in double quotes, or the remark on a line of its "
	             "own\n");
	assert_front("sponsor: #1 team\n", "2:10 text-cut-off: a value that begins with `#` is not "
	                                   "read; put it in double quotes\n");
	assert_front("managers: [Team #1, Bob]\n",
	             "2:17 text-cut-off: `#1, Bob]` is not read: ` #` begins a comment; put the "
	             "whole value in double quotes\n");
	/* Nothing is lost behind what is more than its letters, and a remark may stand alone. */
	assert_front("rag: green # was amber\nperiod: 2023-07 # July\ndraft: true #x\n"
	             "sponsor: # the director\n# a remark\nsupport: a#b\n"
	             "managers: [Ann, # lead\n  Bob]\ndescription: >- # long\n  x #1\n",
	             "");
}

static void a_value_that_needs_quotes_is_shown_in_them(void **state)
{
	(void)state;
	assert_front("support: Phase 2: people\n",
	             "2:17 unquoted-colon: a colon inside a value that is not in quotes; write "
	             "`support: \"Phase 2: people\"`\n");
	assert_front("support: The \"second\": people\n",
	             "2:22 unquoted-colon: a colon inside a value that is not in quotes; write "
	             "`support: 'The \"second\": people'`\n");
	assert_front("milestones: [{id: a, title: One: two}]\n",
	             "2:32 unquoted-colon: a colon inside a value that is not in quotes; write "
	             "`title: \"One: two\"`\n");
	assert_front(
		"managers:\n  - Lead: Ann\n",
		"3:5 unquoted-colon: the colon makes a field of this value of `managers`; put it "
		"in double quotes: `\"Lead: Ann\"`\n");
	assert_front(
		"milestones: [{id: a, title: One, then two}]\n",
		"2:34 unquoted-comma: the comma before `then two` begins a field of its own; put "
		"the whole value in double quotes\n");
	static const char signs[] = "@%*&|>]},";
	for (const char *sign = signs; *sign != '\0'; sign++) {
		char front[64], expected[200];
		snprintf(front, sizeof(front), "support: %c one\n", *sign);
		snprintf(
			expected, sizeof(expected),
			"2:10 sign-at-start: a value cannot begin with `%c` unless it is in quotes; "
			"write `support: \"%c one\"`\n",
			*sign, *sign);
		assert_front(front, expected);
	}
	assert_front("support: one @ % ` * & ! | > ] } , - two\n", "");
}

static void quotation_marks_that_do_not_match_are_shown(void **state)
{
	(void)state;
	assert_front("support: 'Ann's team'\n",
	             "2:14 quotation-mark: this apostrophe ends the text in single quotes; write "
	             "`support: \"Ann's team\"`\n");
	assert_front("managers: [Ann, 'Bob's', \"C\"]\n",
	             "2:21 quotation-mark: this apostrophe ends the text in single quotes; write "
	             "`\"Bob's\"`\n");
	assert_front("support: \"Getting\" to good\n",
	             "2:20 quotation-mark: this stands behind the closing quotation mark; write "
	             "`support: '\"Getting\" to good'`\n");
	assert_front("support: \"Ann\nsponsor: Bob\n",
	             "2:10 quotation-mark: this quotation mark is never closed; write `support: "
	             "\"Ann\"`\n");
	assert_front("support: \"C:\\office\"\n",
	             "2:13 quotation-mark: a backslash inside double quotes begins a code; put the "
	             "whole value in single quotes, or none\n");
	assert_front("support: \"Ann\n  and Bob\" # two\nsponsor: 'It''s \"C:\\\"'\n", "");
}

static void brackets_that_are_not_a_list_are_shown(void **state)
{
	(void)state;
	assert_front("support: [TBC] Ann\n",
	             "2:10 bracket: a value that begins with `[` is a list, and this one goes on "
	             "behind its end; write `support: \"[TBC] Ann\"`\n");
	assert_front(
		"managers: [Ann, Bob\nsupport: x\n",
		"2:11 bracket: this `[` is never closed; put `]` behind the last of what is in "
		"it\n");
	assert_front("milestones: [{id: a, title: One [draft] two}]\n",
	             "2:33 bracket: a bracket inside a value that is not in quotes; put the whole "
	             "value in double quotes\n");
	assert_front("managers: [Ann,\n  Bob]\nsupport: Ann [TBC] {x}\n", "");
}

static void signs_of_lists_that_are_not_hyphens_are_shown(void **state)
{
	(void)state;
	assert_front("managers:\n  • Ann\n  • Bob\n", "3:3 bullet: `•` " LIST_SIGN);
	assert_front("milestones:\n  – {id: a}\n  – {id: b}\n", "3:3 bullet: `–` " LIST_SIGN);
	assert_front("milestones:\n  • id: a\n    title: b\n", "3:3 bullet: `•` " LIST_SIGN);
	assert_front("managers:\n  * Ann\n  * Bob\n", "3:3 bullet: `*` " LIST_SIGN);
	assert_front("managers:\n  * Ann\nrisks:\n  * {id: a}\n",
	             "3:3 bullet: `*` " LIST_SIGN "5:3 bullet: `*` " LIST_SIGN);
	assert_front("sponsor: – \nsupport: • Ann\nmanagers: [– Ann]\n", "");
}

static void another_sign_in_place_of_the_colon_is_shown(void **state)
{
	(void)state;
	static const char *const signs[] = {" =", " -", " :", ";", ",", " –", " —", "："};
	for (size_t i = 0; i < COUNT_OF(signs); i++) {
		char text[64], expected[160];
		snprintf(text, sizeof(text), "workstream: a\nrag%s%sgreen\n", signs[i],
		         strcmp(signs[i], " :") == 0 ? "" : " ");
		snprintf(
			expected, sizeof(expected),
			"3:%d missing-colon: behind a field's name stand a colon and a space; write "
			"`rag: green`\n",
			signs[i][0] == ' ' ? 5 : 4);
		assert_front(text, expected);
	}
	assert_front("sponsor: Ann\nand = Bob\n",
	             "3:1 indent: this line is no field; indent it by two spaces if it goes on "
	             "with the line above, or write `name: value`\n");
}

static void a_line_in_the_wrong_column_is_shown(void **state)
{
	(void)state;
	assert_front(
		"rag: green\n  sponsor: Ann\n",
		"3:3 indent: `sponsor:` is indented further than the field above it; begin both "
		"in the same column\n");
	assert_front(
		"sponsor: Ann\nand Bob\n",
		"3:1 indent: this line is no field; indent it by two spaces if it goes on with "
		"the line above, or write `name: value`\n");
	assert_front("managers:\n  -\tAnn\n", "3:4 tab: a tab stands where a space must be; use "
	                                      "spaces instead\n");
}

static void slips_are_told_together_and_none_twice(void **state)
{
	(void)state;
	assert_front(
		"support: @ann\nrag:green\nsponsor: 'It's\nmanagers: [a\n",
		"2:10 sign-at-start: a value cannot begin with `@` unless it is in quotes; write "
		"`support: \"@ann\"`\n"
		"3:5 missing-space: there is no space after `rag:`; write `rag: green`\n"
		"4:13 quotation-mark: this apostrophe ends the text in single quotes; write "
		"`sponsor: \"It's\"`\n"
		"5:11 bracket: this `[` is never closed; put `]` behind the last of what is in "
		"it\n");
	/* A slip below what libyaml cannot read does not explain it. */
	assert_front(
		"a:\n  - b\n c: d\nrag:green\n",
		"5:5 missing-space: there is no space after `rag:`; write `rag: green`\n"
		"4:2 yaml-syntax: the front matter cannot be read here: the fields do not line "
		"up, or a quotation mark inside a quoted value; check the indent and use double "
		"quotes around the value\n");
	/* What stands in a block of text is text. */
	assert_front(
		"description: |\n  rag:green\n  'it's\n  [a\n  x: y: z\n  • b\nsupport: @a\n",
		"8:10 sign-at-start: a value cannot begin with `@` unless it is in quotes; write "
		"`support: \"@a\"`\n");
}

#define BAR                                                                                        \
	" pipe-table: a table drawn with `|` is shown as plain text; write a list here, or "       \
	"`milestones:` and `risks:` in the front matter\n"

static void slips_in_the_text_are_shown(void **state)
{
	(void)state;
	assert_body("## A\n\n| a | b |\n|---|:-:|\n| 1 | 2 |\n", "6:1" BAR);
	assert_body("- a\n\n  a | b\n  - | -\n", "");
	assert_body("> a | b\n> --- | ---\n", "4:3" BAR);
	assert_body("    | a |\n    |---|\n\n```\n|---|\n```\na | b\n\n---\n", "");
	assert_body(
		"See [it]() and ![]( ).\n",
		"3:5 empty-link: a link to nothing; write its address between the brackets `(` and "
		"`)`, or take the link out\n"
		"3:16 empty-link: a link to nothing; write its address between the brackets `(` "
		"and `)`, or take the link out\n");
	assert_body(
		"##Key\ntext\n###  \n####Éa\n#1 is `##x`\n#######No\n\n    ##No\n",
		"3:1 heading-space: a heading needs an ordinary space after `##`; write `## Key`\n"
		"5:1 heading-skipped: a heading of `###` where the one above is of `#`; write "
		"`##`\n"
		"6:1 heading-space: a heading needs an ordinary space after `####`; write `#### "
		"Éa`\n");
	assert_body("#" N "Key\n",
	            "3:1 heading-space: a heading needs an ordinary space after `#`; "
	            "write `# Key`\n");
	assert_body(
		"## A\n\n#### B\n\n###### C\n\n# D\n\n## E\n\n### F\n",
		"5:1 heading-skipped: a heading of `####` where the one above is of `##`; write "
		"`###`\n"
		"7:1 heading-skipped: a heading of `######` where the one above is of `####`; "
		"write `#####`\n");
}

/* No slip is seen in what people wrote well. */
static void the_projects_documents_have_no_slips(void **state)
{
	struct scanning_texts texts = scanning_texts(*state);
	assert_true(texts.own != 0);
	for (size_t i = 0; i < texts.own; i++) {
		if (strstr(texts.items[i].name, "broken") != NULL)
			continue;
		struct document *document = document_read(
			"a.md", texts.items[i].text, strlen(texts.items[i].text), DOCUMENT_WHOLE);
		for (size_t j = 0; j < document->faults.count; j++) {
			const char *rule = document->faults.items[j].rule;
			assert_case(strcmp(rule, "raw-html") == 0 ||
			                    strcmp(rule, "unsafe-link") == 0,
			            document->faults.items[j].message);
		}
		document_free(document);
	}
}

/*
 * Whatever stands there: a slip has a place in the text, and libyaml's own words come only
 * where no slip stands above them.
 */
static void with_anything_changed_a_slip_is_told_in_its_place(void **state)
{
	struct scanning_texts texts = scanning_texts(*state);
	struct chance chance = {20240118};
	struct buf text = BUF_INIT;
	size_t explained = 0, rounds = 20000;
	for (size_t i = 0; i < rounds; i++) {
		buf_clear(&text);
		buf_text(&text, texts.items[i % texts.own].text);
		mutate(&text, &chance);
		struct document *document =
			document_read("a.md", text.bytes, text.length, DOCUMENT_FIELDS);
		int lines = 1;
		for (size_t j = 0; j < text.length; j++)
			lines += text.bytes[j] == '\n' ? 1 : 0;
		const struct faults *faults = &document->faults;
		for (size_t j = 0; j < faults->count; j++) {
			const struct fault *fault = &faults->items[j];
			assert_true(fault->place.line >= 1 && fault->place.line <= lines);
			assert_true(fault->place.column >= 1);
			explained += document->kind == NULL ? 1 : 0;
			for (size_t k = 0; k < j && strcmp(fault->rule, "yaml-syntax") == 0; k++)
				assert_true(faults->items[k].place.line > fault->place.line ||
				            document->kind != NULL ||
				            strcmp(faults->items[k].rule, "duplicate-key") == 0 ||
				            strcmp(faults->items[k].rule, "yaml-feature") == 0 ||
				            strcmp(faults->items[k].rule, "hidden-character") == 0);
		}
		document_free(document);
	}
	buf_release(&text);
	assert_true(explained > rounds / 20);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spaces_of_another_kind_are_shown),
		cmocka_unit_test(curly_quotation_marks_around_a_value_are_shown),
		cmocka_unit_test(a_space_that_is_missing_is_shown),
		cmocka_unit_test(text_behind_a_hash_is_not_lost_in_silence),
		cmocka_unit_test(a_value_that_needs_quotes_is_shown_in_them),
		cmocka_unit_test(quotation_marks_that_do_not_match_are_shown),
		cmocka_unit_test(brackets_that_are_not_a_list_are_shown),
		cmocka_unit_test(signs_of_lists_that_are_not_hyphens_are_shown),
		cmocka_unit_test(another_sign_in_place_of_the_colon_is_shown),
		cmocka_unit_test(a_line_in_the_wrong_column_is_shown),
		cmocka_unit_test(slips_are_told_together_and_none_twice),
		cmocka_unit_test(slips_in_the_text_are_shown),
		sandbox_test(the_projects_documents_have_no_slips),
		sandbox_test(with_anything_changed_a_slip_is_told_in_its_place),
	};
	return cmocka_run_group_tests_name("plain words", tests, NULL, NULL) != 0;
}
