#include "support/testing.h"

#include <stdio.h>
#include <string.h>

#include "document/document.h"
#include "document/scan.h"
#include "document/source.h"
#include "support/mutation.h"
#include "support/scanning.h"

/* What is taken from a front matter, a line each; "declined\n" when nothing is. */
static const char *scanned(const char *bytes, size_t length)
{
	static char text[1000];
	struct scan scan;
	if (!scanning_agrees(bytes, length) || !scan_document(bytes, length, &scan))
		return "declined\n";
	const struct {
		const char *name;
		struct scan_text value;
	} values[] = {
		{"workstream", scan.workstream},
		{"period", scan.period},
		{"rag", scan.rag},
		{"sponsor", scan.sponsor},
		{"agreed", scan.agreed_completion},
		{"forecast", scan.forecast_completion},
	};
	int at = snprintf(text, sizeof(text), "%s%s%s%s\n",
	                  scan.kind == KIND_UPDATE ? "update" : "overview",
	                  scan.draft ? " draft" : "", scan.imported ? " imported" : "",
	                  scan.exempt ? " exempt" : "");
	for (size_t i = 0; i < COUNT_OF(values); i++)
		if (values[i].value.text != NULL)
			at += snprintf(text + at, sizeof(text) - (size_t)at, "%s [%.*s]\n",
			               values[i].name, (int)values[i].value.length,
			               values[i].value.text);
	return text;
}

static const char *scanned_front(const char *front, const char *body)
{
	struct buf text = BUF_INIT;
	buf_printf(&text, "---\n%s---\n%s", front, body);
	const char *result = scanned(text.bytes, text.length);
	buf_release(&text);
	return result;
}

#define SEEN "update\nrag [red]\n"

static void what_officers_write_is_taken(void **state)
{
	(void)state;
	static const struct {
		const char *front, *expected;
	} cases[] = {
		{"", "update\n"},
		{"\n\n", "update\n"},
		{"rag: red\n", SEEN},
		{"rag:   red   \n", SEEN},
		{"rag: \"red\"\n", SEEN},
		{"rag: ' red '  \n", SEEN},
		{"rag: \"\"\n", "update\n"},
		{"rag: '  '\n", "update\n"},
		{"rag:\n", "update\n"},
		{"rag:  \nperiod:\n", "update\n"},
		{"rag: ~\n", "update\nrag [~]\n"},
		{"rag: a#b:c, [d] {e} 'f' \"g\" - ? & * ! | > % @ `\n",
	         "update\nrag [a#b:c, [d] {e} 'f' \"g\" - ? & * ! | > % @ `]\n"},
		{"sponsor: \"Director: Roads # 1\"\n", "update\nsponsor [Director: Roads # 1]\n"},
		{"sponsor: \u00c9milie \u2013 \u201cRoads\u201d\n",
	         "update\nsponsor [\u00c9milie \u2013 \u201cRoads\u201d]\n"},
		{"sponsor: \u00a0x\u00a0\n", "update\nsponsor [\u00a0x\u00a0]\n"},
		{"workstream: roads\nperiod: 2023-07/2023-08\nrag: red\nsponsor: Ann\n"
	         "agreed_completion: 2023-12-31\nforecast_completion: 2024-01-31\n",
	         "update\nworkstream [roads]\nperiod [2023-07/2023-08]\nrag [red]\nsponsor [Ann]\n"
	         "agreed [2023-12-31]\nforecast [2024-01-31]\n"},
		{"kind: update\nrag: red\n", SEEN},
		{"rag: red\nkind: \"overview\"\nworkstream: x\nsponsor: y\nperiod: 2023-08\n",
	         "overview\nperiod [2023-08]\nrag [red]\n"},
		{"draft: true\n", "update draft\n"},
		{"draft: \" true \"\n", "update draft\n"},
		{"draft: false\n", "update\n"},
		{"exempt: true\n", "update exempt\n"},
		{"exempt: yes\n", "update exempt\n"},
		{"exempt: false\n", "update\n"},
		{"exempt: ' '\n", "update\n"},
		{"exempt:\n", "update\n"},
		{"risks:\n  - {id: a, exempt: true}\n", "update\n"},
		{"draft: True\n", "update\n"},
		{"draft:\n", "update\n"},
		{"exempt: true\n", "update exempt\n"},
		{"exempt: \" true \"\n", "update exempt\n"},
		{"exempt: yes\n", "update exempt\n"},
		{"imported:\n  source: A paper\n", "update imported\n"},
		{"imported: {source: A paper}\n", "update imported\n"},
		{"imported: {}\n", "update imported\n"},
		{"imported:\nrag: red\n", SEEN},
		{"managers: [Ann, \"B, C\", 'D']\nrag: red\n", SEEN},
		{"managers: []\nsupport: {  }\nrag: red\n", SEEN},
		{"managers: [ Ann , \n   Bob\n  ]   \nrag: red\n", SEEN},
		{"managers:\n  - Ann\n  - Bob B\nrag: red\n", SEEN},
		{"managers:\n- Ann\n- Bob B\nrag: red\n", SEEN},
		{"milestones:\n  - {id: x, title: Some words, due: 2023-07-26}\nrag: red\n", SEEN},
		{"milestones:\n  - {id: x, needs: [a, b],\n     title: \"a: b\"}\nrag: red\n",
	         SEEN},
		{"milestones:\n  - id: x\n    title: y\n  -   id: z\n      title:\nrag: red\n",
	         SEEN},
		{"risks:\n  - id: x\n    needs:\n    - a\n    - b\n    into:\n      - c\nrag: red\n",
	         SEEN},
		{"sponsor_signed:\n  by: x\n  on: y\nrag: red\n", SEEN},
		{"description: >-\n  a: b # c\n   - d\n\n  e\n\nrag: red\n", SEEN},
		{"description: |\n a\nrag: red\n", SEEN},
		{"risks:\n  - risk: >+\n      rag: green\n    id: x\nrag: red\n", SEEN},
		{"description: a\n  b\n   - c\nrag: red\n", SEEN},
		{"risks:\n  - a\n   b\n  - c\nrag: red\n", SEEN},
		{"a-field: of their own\nrag: red\n", SEEN},
		{"risks:\n  - rag: green\nsupport: {rag: amber}\nrag: red\n", SEEN},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		assert_text(scanned_front(cases[i].front, "\nText\n"), cases[i].expected);
		assert_text(scanned_front(cases[i].front, ""), cases[i].expected);
	}
	assert_text(scanned("---\nrag: red\n---", 16), SEEN);
	assert_text(scanned("---\n---\n---\ntwo", 15), "update\n");
}

static void what_may_mean_something_else_is_declined(void **state)
{
	(void)state;
	static const char *const fronts[] = {
		/* other kinds, and what a record wants more of */
		"kind: plan\n",
		"kind: memo\n",
		"kind:\n",
		"kind: \"update \"\n",
		"kind: [update]\n",
		"correction: {reason: x}\n",
		"correction: [x]\n",
		"correction:\n  - x\n",
		"correction:\n  reason: [x]\n",
		"correction:\n  reason:\n    a: b\n",
		"correction:\n  raised_by: >-\n    x\n",
		"kind: overview\ncorrection: x\n",
		/* wanted, and not one line of text */
		"rag: [red]\n",
		"rag: {a: b}\n",
		"rag:\n  red\n",
		"rag:\n  - red\n",
		"rag:\n- red\n",
		"rag:\n  a: b\n",
		"rag: >-\n  red\n",
		"rag: red\n  and amber\n",
		"draft: [true]\n",
		"imported: x\n",
		"imported: [x]\n",
		"imported:\n  - x\n",
		"imported:\n- x\n",
		"imported:\n  x\n",
		"imported: \"\"\n",
		"workstream:\n  a: b\n",
		/* twice */
		"rag: red\nrag: amber\n",
		"x: red\ny: 1\nx: amber\n",
		"m: {x: 1, x: 2}\n",
		"m:\n  x: 1\n  x: 2\n",
		"m:\n  - x: 1\n    x: 2\n",
		"m: [{x: 1, x: 1}]\n",
		"imported:\nimported: {}\n",
		/* other parts of YAML */
		"rag: red # so far\n",
		"# so far\nrag: red\n",
		"rag: red\n  # so far\n",
		"rag: &a red\n",
		"rag: *a\n",
		"rag: !!str red\n",
		"rag: %a\n",
		"rag: @a\n",
		"rag: `a`\n",
		"rag: ? a\n",
		"? rag\n: red\n",
		"rag : red\n",
		"\"rag\": red\n",
		"'rag': red\n",
		"<<: {a: b}\n",
		"rag: - red\n",
		"rag: -1\n",
		"rag: : a\n",
		"%YAML 1.1\n",
		"...\n",
		"--- # a\n",
		"---  \n",
		"m: >2\n  a\n",
		"m: > # a\n  a\n",
		"m: |\n",
		"m: |\n\n  a\n",
		"m: |\n    \n  a\n",
		"m: |\n   a\n  b\n",
		"m: >\na: b\n",
		"rag: \"a\\u0041\"\n",
		"rag: 'it''s'\n",
		"rag: \"a\n  b\"\n",
		"rag: 'a\n  b'\n",
		"rag: \"a\" b\n",
		"rag: \"a\": b\n",
		"rag: \"a\n",
		"rag: 'a\n",
		"rag: a: b\n",
		"rag: a:\n",
		"rag:red\n",
		"red\n",
		"- rag: red\n",
		"{rag: red}\n",
		"[red]\n",
		"m: [a, b\n",
		"m: [a, b,]\n",
		"m: [a b]]\n",
		"m: [a}\n",
		"m: [a] b\n",
		"m: [a]: b\n",
		"m: [a: b]\n",
		"m: [a:b]\n",
		"m: [a?]\n",
		"m: [a # b]\n",
		"m: [a, # b\n  c]\n",
		"m: [, a]\n",
		"m: [a b\n  c]\n",
		"m: [a,\nb]\n",
		"m: [a,\n\n  b]\n",
		"m: [-a]\n",
		"m: [[[a]]]\n",
		"m: {a}\n",
		"m: {a: }\n",
		"m: {a:b}\n",
		"m: {\"a\": b}\n",
		"m: {a: b c: d}\n",
		"m: {a: &b c}\n",
		"m: [*a]\n",
		/* lines that do not line up */
		" rag: red\n",
		"rag: red\n period: x\n",
		"m:\n  a: b\n c: d\n",
		"m:\n  - a\n - b\n",
		"m:\n  - a\n    - b: c\n",
		"m:\n  - a: b\n   c: d\n",
		"m:\n  - a: b\n     c: d\n",
		"m:\n  - a: b\n    - c\n",
		"m:\n  a: b\n  - c\n",
		"m: a\n- b\n",
		"m:\n  - a\n  b: c\n",
		"m:\n  -\n    a\n",
		"m:\n  - - a\n",
		"m:\n  -a\n",
		"m: a\n\n  b\n",
		"m:\n  a\n",
		"a:\n b:\n  c:\n   d:\n    e:\n     f: g\n",
		/* characters */
		"\trag: red\n",
		"rag:\tred\n",
		"rag: red\t\n",
		"rag: a\tb\n",
		"m: |\n  a\tb\n",
		"rag: red\r\n",
		"rag: red\r",
		"  \nrag: red\n",
		"rag: red\n  \n",
		"rag: a\x01\n",
		"rag: a\x7f\n",
		"rag: \"\x1b\"\n",
		"rag: \x80\n",
		"rag: \xc3\n",
		"rag: \xe2\x80\n",
		"rag: \xc2\x85\n",
		"rag: \xc2\xad\n",
		"rag: \xe2\x80\xa8\n",
		"rag: \xe2\x80\xae\n",
		"rag: \xe2\x80\x8b\n",
		"rag: \xef\xbb\xbf\n",
		"rag: \xef\xbf\xbe\n",
		"rag: \xed\xa0\x80\n",
		"rag: \xf4\x90\x80\x80\n",
		"\xef\xbb\xbfrag: red\n",
		"\xc3\xa9: a\n",
		/* a merge that was not finished */
		"<<<<<<< ours\nrag: red\n",
		">>>>>>> theirs\n",
		"=======\n",
		"||||||| base\n",
	};
	for (size_t i = 0; i < COUNT_OF(fronts); i++)
		assert_case(strcmp(scanned_front(fronts[i], ""), "declined\n") == 0, fronts[i]);
	static const char *const bodies[] = {"a\r\n",        "\r",       "\x01",         "\x7f",
	                                     "\x80",         "\xc2\x85", "\xe2\x80\xa8", "\xe2\x80",
	                                     "\xef\xbf\xbf", "\xff",     "\xc0\x80"};
	for (size_t i = 0; i < COUNT_OF(bodies); i++) {
		assert_case(strcmp(scanned_front("rag: red\n", bodies[i]), "declined\n") == 0,
		            bodies[i]);
	}
	static const char *const whole[] = {
		"",
		"-",
		"---",
		"---\n",
		"--- \nrag: red\n---\n",
		"\n---\nrag: red\n---\n",
		"\xef\xbb\xbf---\nrag: red\n---\n",
		"---\nrag: red\n",
		"---\nrag: red\n--",
		"---\nrag: red\n----\n",
		"---\nrag: red\n--- \n",
		"---\nrag: red\n---\r\n",
		"---\nrag: red\n ---\n",
		"---\nrag: red---\n",
		"---\nrag: red",
		"---\nrag: [",
		"----\n",
	};
	for (size_t i = 0; i < COUNT_OF(whole); i++)
		assert_case(strcmp(scanned(whole[i], strlen(whole[i])), "declined\n") == 0,
		            whole[i]);
	assert_text(scanned("---\nrag: r\0d\n---\n", 17), "declined\n");
	assert_text(scanned("---\nrag: red\n---\n\0", 18), "declined\n");
}

static void hidden_characters_and_tabs_are_taken_in_the_body_only(void **state)
{
	(void)state;
	assert_text(scanned_front("rag: red\n", "a\tb \u200b \u00ad \u202e \ufeff \U0001f600\n"),
	            SEEN);
	assert_text(scanned_front("rag: red\n", "<<<<<<< a\n=======\n>>>>>>> b\n---\n"), SEEN);
}

/* Whether LINE, COUNT times and each # in it a number, and a body of so many bytes are taken. */
static bool takes(const char *line, size_t count, size_t body)
{
	struct buf text = BUF_INIT;
	buf_text(&text, "---\n");
	for (size_t i = 0; i < count; i++)
		buf_printf(&text, "%.*s%zu%s", (int)strcspn(line, "#"), line, i,
		           line + strcspn(line, "#") + 1);
	buf_text(&text, "---\n");
	buf_repeat(&text, 'x', body);
	bool taken = scanning_agrees(text.bytes, text.length);
	buf_release(&text);
	return taken;
}

static void what_is_large_is_declined(void **state)
{
	(void)state;
	assert_true(takes("f#: x\n", 48, 0));
	assert_false(takes("f#: x\n", 49, 0));
	assert_true(takes("f#: x\n", 1, SOURCE_LARGEST_BODY));
	assert_false(takes("f#: x\n", 1, SOURCE_LARGEST_BODY + 1));
	assert_false(takes("f#: x\n", 1, SOURCE_LARGEST + 1));
	char front[FRONT_LONGEST_TEXT + 2];
	memset(front, '\n', sizeof(front));
	front[FRONT_LONGEST_TEXT + 1] = '\0';
	assert_text(scanned_front(front, ""), "declined\n");
	assert_text(scanned_front(front + 1, ""), "update\n");
}

/* Adds every field that the shape has, with values as an update has them. */
static void write_fields(struct buf *text, const struct shape *shape, const char *indent)
{
	const struct field *field;
	for (size_t i = 0; (field = shape_field_at(shape, i)) != NULL; i++) {
		if (strcmp(field->name, "kind") == 0)
			continue;
		buf_printf(text, "%s%s:", i == 0 && indent[0] != '\0' ? "" : indent, field->name);
		if (field->type == FIELD_LIST) {
			buf_text(text, " [a, \"b, c\"]\n");
		} else if (field->type == FIELD_RECORDS) {
			buf_text(text, "\n  - ");
			write_fields(text, field->shape, "    ");
		} else if (field->type == FIELD_RECORD) {
			buf_text(text, "\n  ");
			write_fields(text, field->shape, "  ");
		} else {
			buf_printf(text, " A %s\n", field->name);
		}
	}
}

static void a_document_with_every_field_is_taken(void **state)
{
	(void)state;
	struct buf front = BUF_INIT;
	write_fields(&front, &update_shape, "");
	assert_text(
		scanned_front(front.bytes, ""),
		"update imported exempt\nworkstream [A workstream]\nperiod [A period]\nrag [A rag]\n"
		"sponsor [A sponsor]\nagreed [A agreed_completion]\n"
		"forecast [A forecast_completion]\n");
	buf_clear(&front);
	buf_text(&front, "kind: overview\n");
	write_fields(&front, &overview_shape, "");
	assert_text(scanned_front(front.bytes, ""),
	            "overview imported exempt\nperiod [A period]\nrag [A rag]\n");
	buf_release(&front);
}

/* Characters stand at each place of what is looked at many bytes at a time. */
static void a_character_is_judged_alike_wherever_it_stands(void **state)
{
	(void)state;
	char text[200];
	for (unsigned byte = 0; byte < 0x80; byte++) {
		bool refused = (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7f;
		for (size_t at = 0; at < 130; at++) {
			memset(text, 'x', sizeof(text));
			text[at] = (char)byte;
			assert_true(source_is_clean(text, 140, false) == !refused);
			assert_true(source_is_clean(text, 140, true) == (!refused && byte != '\t'));
			text[at] = (char)(0x80 + byte);
			assert_false(source_is_clean(text, 140, false));
			memcpy(text + at, "\u2013", 3);
			assert_true(source_is_clean(text, 140, true));
			memcpy(text + at, "\u2029", 3);
			assert_false(source_is_clean(text, 140, false));
			assert_false(source_is_clean(text, at + 2, false));
		}
	}
}

/* A document that a fast look is for, or one that nobody can read. */
static bool is_rating(const char *text)
{
	struct document *document = document_read("text.md", text, strlen(text), DOCUMENT_FIELDS);
	bool rates = document->kind == NULL || document->kind->id == KIND_UPDATE ||
	             document->kind->id == KIND_OVERVIEW;
	document_free(document);
	return rates;
}

static void the_projects_documents_are_taken(void **state)
{
	struct scanning_texts texts = scanning_texts(*state);
	size_t taken = 0, ratings = 0;
	assert_true(texts.own > 80);
	for (size_t i = 0; i < texts.count; i++) {
		const struct scanning_text *text = &texts.items[i];
		bool is_taken = scanning_agrees(text->text, strlen(text->text));
		bool is_own = i < texts.own, rates = is_rating(text->text);
		taken += is_own && is_taken;
		ratings += is_own && rates;
		bool is_ordinary = strncmp(text->name, "plans/", 6) == 0 && rates;
		assert_case(is_taken || !(is_ordinary || !is_own), text->name);
	}
	assert_true(ratings > 70);
	assert_true(taken * 10 > ratings * 8);
}

static void with_anything_changed_the_two_readings_agree(void **state)
{
	struct scanning_texts texts = scanning_texts(*state);
	struct chance chance = {20230821};
	size_t rounds = 200000, taken = 0;
#ifdef SANITIZED
	rounds /= 4;
#endif
	if (testing_is_slow())
		rounds /= 20;
	struct buf text = BUF_INIT;
	for (size_t i = 0; i < rounds; i++) {
		const char *whole = texts.items[i % texts.count].text;
		buf_clear(&text);
		if (i % 4 == 3) {
			mutation_soup(&text, &chance);
		} else {
			buf_text(&text, whole);
			mutate(&text, &chance);
		}
		taken += scanning_agrees(text.bytes, text.length);
	}
	buf_release(&text);
	assert_true(taken * 20 > rounds);
	assert_true(taken * 20 < rounds * 19);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_officers_write_is_taken),
		cmocka_unit_test(what_may_mean_something_else_is_declined),
		cmocka_unit_test(hidden_characters_and_tabs_are_taken_in_the_body_only),
		cmocka_unit_test(what_is_large_is_declined),
		cmocka_unit_test(a_document_with_every_field_is_taken),
		cmocka_unit_test(a_character_is_judged_alike_wherever_it_stands),
		sandbox_test(the_projects_documents_are_taken),
		sandbox_test(with_anything_changed_the_two_readings_agree),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
