#include "support/testing.h"

#include <stdio.h>
#include <string.h>

#include "document/rows.h"
#include "document/shape.h"
#include "support/printed.h"

/* A shape with a field of every type. */
struct part {
	struct place place;
	struct value id, note;
};

struct whole {
	struct place place;
	struct value kind; /* of the base */
	struct value text, date, period, rating, slug, word, flag, number;
	struct list list, parts, pairs;
	struct part part;
};

static const struct field base_fields[] = {
	FIELD(whole, kind, "kind", FIELD_TEXT, OPTIONAL, "What it is."),
};
static const struct shape base_shape = SHAPE("base", whole, base_fields, NULL);

static const struct field part_fields[] = {
	FIELD(part, id, "id", FIELD_SLUG, REQUIRED, "Its name."),
	FIELD(part, note, "note", FIELD_TEXT, OPTIONAL, "A note."),
};
static const struct shape part_shape = SHAPE("part", part, part_fields, NULL);

static const char *const words[] = {"delivered", "missed", NULL};

static const struct field whole_fields[] = {
	FIELD(whole, text, "text", FIELD_TEXT, REQUIRED, "Text."),
	FIELD(whole, date, "date", FIELD_DATE, OPTIONAL, "A date."),
	FIELD(whole, period, "period", FIELD_PERIOD, OPTIONAL, "A period."),
	FIELD(whole, rating, "rag", FIELD_RATING, OPTIONAL, "A rating."),
	FIELD(whole, slug, "slug", FIELD_SLUG, OPTIONAL, "A slug."),
	WORDS(whole, word, "status", words, OPTIONAL, "A word."),
	FIELD(whole, flag, "draft", FIELD_FLAG, OPTIONAL, "A flag."),
	FIELD(whole, number, "due_day", FIELD_NUMBER, OPTIONAL, "A number."),
	FIELD(whole, list, "managers", FIELD_LIST, OPTIONAL, "A list."),
	RECORDS(whole, parts, "parts", FIELD_RECORDS, OPTIONAL, &part_shape, "Parts."),
	RECORDS(whole, part, "part", FIELD_RECORD, OPTIONAL, &part_shape, "A part."),
	FIELD(whole, pairs, "severity", FIELD_PAIRS, OPTIONAL, "Pairs."),
};
static const struct shape whole_shape = SHAPE("whole", whole, whole_fields, &base_shape);

static void print_value(struct buf *text, const char *name, const struct value *value)
{
	if (value->place.line == 0)
		return;
	buf_printf(text, "%s %d:%d ", name, value->place.line, value->place.column);
	if (value->text == NULL)
		buf_text(text, "nothing");
	else
		buf_printf(text, "\"%s\"%s", value->text, value->valid ? "" : " invalid");
	buf_byte(text, '\n');
}

static void print_part(struct buf *text, const struct part *part)
{
	buf_printf(text, "part %d:%d\n", part->place.line, part->place.column);
	print_value(text, "  id", &part->id);
	print_value(text, "  note", &part->note);
}

static void print_list(struct buf *text, const struct field *field, const struct list *list)
{
	if (list->place.line == 0)
		return;
	buf_printf(text, "%s %d:%d, %zu\n", field->name, list->place.line, list->place.column,
	           list->count);
	for (size_t i = 0; i < list->count; i++) {
		if (field->type == FIELD_LIST)
			print_value(text, "  item", &LIST_OF(struct value, *list)[i]);
		else if (field->type == FIELD_RECORDS)
			print_part(text, &LIST_OF(struct part, *list)[i]);
		else
			buf_printf(text, "  %s=%s\n", LIST_OF(struct pair, *list)[i].key.text,
			           LIST_OF(struct pair, *list)[i].value.text);
	}
}

static void print_whole(struct buf *text, const struct whole *whole)
{
	const struct field *field;
	for (size_t i = 0; (field = shape_field_at(&whole_shape, i)) != NULL; i++) {
		if (field->type <= FIELD_NUMBER)
			print_value(text, field->name, field_value(field, whole));
		else if (field->type != FIELD_RECORD)
			print_list(text, field, field_list(field, whole));
		else if (field_present(field, whole))
			print_part(text, &whole->part);
	}
}

/* Reads FRONT, whose first line is 1, into WHOLE; returns it, then the faults, as text. */
static const char *read_into(const char *front, struct whole *whole)
{
	static struct buf text = BUF_INIT;
	static struct arena arena = ARENA_INIT;
	struct faults faults = {.arena = &arena};
	struct source source = {.front = front, .front_length = strlen(front), .front_line = 1};
	buf_release(&text);
	arena_release(&arena);
	*whole = (struct whole){.place = {0, 0}};
	const struct node *map = front_read(&source, &faults);
	assert_non_null(map);
	shape_read(&whole_shape, map, whole, &faults);
	print_whole(&text, whole);
	print_faults(&text, &faults);
	return text.bytes;
}

static void assert_read(const char *front, const char *expected)
{
	struct whole whole;
	assert_text(read_into(front, &whole), expected);
}

static void every_type_is_read_with_its_place_and_meaning(void **state)
{
	(void)state;
	struct whole whole;
	assert_text(read_into("kind: thing\n"
	                      "text: 'a: b'\n"
	                      "date: 2024-02-29\n"
	                      "period: 2023-12/2024-01\n"
	                      "rag: Green / Amber\n"
	                      "slug: data-quality\n"
	                      "status: missed\n"
	                      "draft: true\n"
	                      "due_day: 15\n"
	                      "managers: [Ann, Bob]\n"
	                      "parts:\n"
	                      "  - {id: one, note: first}\n"
	                      "  - id: two\n"
	                      "part: {id: alone}\n"
	                      "severity: {late: warning, copied: off}\n",
	                      &whole),
	            "text 2:7 \"a: b\"\n"
	            "date 3:7 \"2024-02-29\"\n"
	            "period 4:9 \"2023-12/2024-01\"\n"
	            "rag 5:6 \"Green / Amber\"\n"
	            "slug 6:7 \"data-quality\"\n"
	            "status 7:9 \"missed\"\n"
	            "draft 8:8 \"true\"\n"
	            "due_day 9:10 \"15\"\n"
	            "managers 10:11, 2\n"
	            "  item 10:12 \"Ann\"\n"
	            "  item 10:17 \"Bob\"\n"
	            "parts 12:3, 2\n"
	            "part 12:5\n"
	            "  id 12:10 \"one\"\n"
	            "  note 12:21 \"first\"\n"
	            "part 13:5\n"
	            "  id 13:9 \"two\"\n"
	            "part 14:7\n"
	            "  id 14:12 \"alone\"\n"
	            "severity 15:11, 2\n"
	            "  late=warning\n"
	            "  copied=off\n"
	            "kind 1:7 \"thing\"\n");
	assert_true(whole.date.as.date.year == 2024 && whole.date.as.date.day == 29);
	assert_int_equal(whole.period.as.period.last - whole.period.as.period.first, 1);
	assert_int_equal(whole.word.as.word, 1);
	assert_true(whole.flag.as.flag);
	assert_int_equal(whole.number.as.number, 15);
}

static void an_empty_value_is_not_given_but_has_its_place(void **state)
{
	(void)state;
	assert_read("text:\nrag: ''\ndate: \"  \"\nmanagers:\nparts:\npart:\nseverity:\n",
	            "text 1:6 nothing\n"
	            "date 3:7 nothing\n"
	            "rag 2:6 nothing\n"
	            "managers 4:10, 0\n"
	            "parts 5:7, 0\n"
	            "severity 7:10, 0\n");
}

static void blanks_around_a_value_are_left_out(void **state)
{
	(void)state;
	assert_read("text: \"  a b\\t\\n\"\nrag: ' green '\ndate: ' 2023-09-30'\n",
	            "text 1:7 \"a b\"\ndate 3:7 \"2023-09-30\"\nrag 2:6 \"green\"\n");
}

static void a_list_may_be_one_text_or_have_empty_items(void **state)
{
	(void)state;
	assert_read("managers: Ann\n", "managers 1:11, 1\n  item 1:11 \"Ann\"\n");
	assert_read("managers: [Ann, '', Bob]\n",
	            "managers 1:11, 2\n  item 1:12 \"Ann\"\n  item 1:21 \"Bob\"\n");
	assert_read("managers: []\n", "managers 1:11, 0\n");
}

static void unknown_names_are_faults_that_name_the_nearest(void **state)
{
	(void)state;
	/* The place of the name is the field's, so that nobody says it is missing too. */
	assert_read("texts: a\n",
	            "text 1:1 nothing\n"
	            "1:1 unknown-key: `texts` is not a field of whole; did you mean `text`?\n");
	assert_read("Kind: a\n",
	            "kind 1:1 nothing\n"
	            "1:1 unknown-key: `Kind` is not a field of whole; did you mean `kind`?\n");
	assert_read("part: {ids: a}\n",
	            "part 1:7\n"
	            "  id 1:8 nothing\n"
	            "1:8 unknown-key: `ids` is not a field of part; did you mean `id`?\n");
	/* What people call it, where that is no field of its own. */
	assert_read(
		"forecast date: 5\nmonth: 5\n",
		"period 2:1 nothing\n"
		"1:1 unknown-key: `forecast date` is not a field of whole; take it out, or write "
		"it in the text below\n"
		"2:1 unknown-key: `month` is not a field of whole; did you mean `period`?\n");
	assert_read("budget: 5\n",
	            "1:1 unknown-key: `budget` is not a field of whole; take it out, "
	            "or write it in the text below\n");
	assert_read("<<: {text: a}\n",
	            "1:1 unknown-key: `<<` is not a field of whole; take it out, "
	            "or write it in the text below\n");
}

static void a_fault_is_one_line_of_valid_text_whatever_it_quotes(void **state)
{
	(void)state;
	assert_read(
		"\"due\\nday\": 1\n",
		"due_day 1:1 nothing\n"
		"1:1 unknown-key: `due day` is not a field of whole; did you mean `due_day`?\n");
	assert_read(
		"aééééééééééééééééééééééééééééééééééé: 1\n",
		"1:1 unknown-key: `aééééééééééééééééééééééééééééé\xef\xbf\xbd` is not a field of "
		"whole; take it out, or write it in the text below\n");
	assert_read("date: \"1\\n2\"\n",
	            "date 1:7 \"1\n2\" invalid\n"
	            "1:7 bad-date: `1 2` is not a date ragtrail can read; write `date` as "
	            "year-month-day, such as `2023-09-30`\n");
}

static void a_date_that_is_none_is_answered_with_what_to_write(void **state)
{
	(void)state;
	assert_read("date: 30th September 2023\n",
	            "date 1:7 \"30th September 2023\" invalid\n"
	            "1:7 bad-date: `30th September 2023` is not a date ragtrail can read; write "
	            "`2023-09-30`\n");
	assert_read("date: 2023-09-31\n",
	            "date 1:7 \"2023-09-31\" invalid\n"
	            "1:7 bad-date: the calendar has no day `2023-09-31`; mend the month or the "
	            "day\n");
	assert_read("date: 31/03/2024\n",
	            "date 1:7 \"31/03/2024\" invalid\n"
	            "1:7 bad-date: `31/03/2024` is not a date ragtrail can read; write "
	            "`2024-03-31`\n");
	assert_read("date: 03/04/2024\n",
	            "date 1:7 \"03/04/2024\" invalid\n"
	            "1:7 bad-date: `03/04/2024` may be two different days; if it is 3 April 2024, "
	            "write `2024-04-03`\n");
	assert_read("date: 2023-9-3\n",
	            "date 1:7 \"2023-9-3\" invalid\n"
	            "1:7 bad-date: `2023-9-3` is not a date ragtrail can read; write "
	            "`2023-09-03`\n");
	assert_read("date: March 2024\n",
	            "date 1:7 \"March 2024\" invalid\n"
	            "1:7 bad-date: `March 2024` is a month; write the day too, such as "
	            "`2024-03-15`\n");
	assert_read("date: ~\n",
	            "date 1:7 \"~\" invalid\n"
	            "1:7 bad-date: `~` is not a date ragtrail can read; write `date` as "
	            "year-month-day, such as `2023-09-30`\n");
}

static void a_period_that_is_none_is_answered_with_what_to_write(void **state)
{
	(void)state;
	assert_read("period: 1 July 2023 - 31 August 2023\n",
	            "period 1:9 \"1 July 2023 - 31 August 2023\" invalid\n"
	            "1:9 bad-period: `1 July 2023 - 31 August 2023` is not a period ragtrail can "
	            "read; write `2023-07/2023-08`\n");
	assert_read(
		"period: 2023\n",
		"period 1:9 \"2023\" invalid\n"
		"1:9 bad-period: `2023` is not a period; write a month, `2023-08`, or its first "
		"and last month, `2023-07/2023-08`\n");
}

static void a_slug_that_is_none_is_answered_with_one(void **state)
{
	(void)state;
	assert_read(
		"slug: Data Quality (29)\n",
		"slug 1:7 \"Data Quality (29)\" invalid\n"
		"1:7 bad-id: `Data Quality (29)` cannot be used for `slug`: small letters, digits "
		"and hyphens only; write `data-quality-29`\n");
	assert_read("slug: ---x\n", "slug 1:7 \"---x\" invalid\n"
	                            "1:7 bad-id: `---x` cannot be used for `slug`: small letters, "
	                            "digits and hyphens only; write `x`\n");
	assert_read("slug: é\n", "slug 1:7 \"é\" invalid\n"
	                         "1:7 bad-id: `é` cannot be used for `slug`: small letters, digits "
	                         "and hyphens only; write `a-short-name`\n");
}

static void the_slug_of_a_long_text_is_as_long_as_one_may_be(void **state)
{
	(void)state;
	assert_read(
		"slug: A title that goes on and on until it is far longer than any name need be\n",
		"slug 1:7 \"A title that goes on and on until it is far longer than any name "
		"need be\" invalid\n"
		"1:7 bad-id: `A title that goes on and on until it is far longer than any ` cannot "
		"be used for `slug`: small letters, digits and hyphens only; write "
		"`a-title-that-goes-on-and-on-until-it-is-far-longer-than-any-name`\n");
}

static void a_word_must_be_one_of_its_fields(void **state)
{
	(void)state;
	assert_read(
		"status: Delivered\n",
		"status 1:9 \"Delivered\" invalid\n"
		"1:9 bad-word: `Delivered` is not a status; did you mean `delivered`? write one "
		"of: delivered, missed\n");
	assert_read("status: late\n", "status 1:9 \"late\" invalid\n"
	                              "1:9 bad-word: `late` is not a status; write one of: "
	                              "delivered, missed\n");
}

static void a_flag_is_true_or_false_and_nothing_else(void **state)
{
	(void)state;
	struct whole whole;
	assert_text(read_into("draft: false\n", &whole), "draft 1:8 \"false\"\n");
	assert_false(whole.flag.as.flag);
	static const char *const others[] = {"yes", "no", "True", "on", "1", "~"};
	for (size_t i = 0; i < COUNT_OF(others); i++) {
		char front[32], expected[200];
		snprintf(front, sizeof(front), "draft: %s\n", others[i]);
		snprintf(expected, sizeof(expected),
		         "draft 1:8 \"%s\" invalid\n"
		         "1:8 bad-word: `draft: %s` must be `true` or `false`\n",
		         others[i], others[i]);
		assert_read(front, expected);
	}
}

static void a_number_has_up_to_four_digits(void **state)
{
	(void)state;
	struct whole whole;
	read_into("due_day: 0009\n", &whole);
	assert_true(whole.number.valid && whole.number.as.number == 9);
	static const char *const others[] = {"12345", "-1", "1_000", "1.5", "five", "0x1f", "1 2"};
	for (size_t i = 0; i < COUNT_OF(others); i++) {
		char front[32], expected[200];
		snprintf(front, sizeof(front), "due_day: %s\n", others[i]);
		snprintf(expected, sizeof(expected),
		         "due_day 1:10 \"%s\" invalid\n"
		         "1:10 bad-number: `due_day: %s` must be a whole number\n",
		         others[i], others[i]);
		assert_read(front, expected);
	}
}

static void a_value_of_the_wrong_form_is_told_what_it_should_be(void **state)
{
	(void)state;
	assert_read(
		"text: [a]\n",
		"text 1:7 nothing\n"
		"1:7 wrong-type: `text` takes one value, not a list; write one, without `[` or `- `\n");
	assert_read(
		"rag: {a: b}\n",
		"rag 1:6 nothing\n"
		"1:6 wrong-type: `rag` takes one value, not a group of fields; write it as text\n");
	assert_read("managers: {a: b}\n", "managers 1:11, 0\n"
	                                  "1:11 wrong-type: `managers` takes a text or a list of "
	                                  "texts, not a group of fields\n");
	assert_read(
		"managers: [Ann, [Bob]]\n",
		"managers 1:11, 1\n"
		"  item 1:12 \"Ann\"\n"
		"1:17 wrong-type: `managers` takes one value, not a list; write one, without `[` or `- `\n");
	assert_read("parts: one\n",
	            "parts 1:8, 0\n"
	            "1:8 wrong-type: `parts` takes a list; begin each part on a line "
	            "of its own with `- `\n");
	assert_read("parts: {id: one}\n",
	            "parts 1:8, 0\n"
	            "1:8 wrong-type: `parts` takes a list; begin each part on a "
	            "line of its own with `- `\n");
	assert_read("parts: [one, {id: two}]\n",
	            "parts 1:8, 1\n"
	            "part 1:14\n"
	            "  id 1:19 \"two\"\n"
	            "1:9 wrong-type: a part is written as fields: `- {id: ..., ...}`\n");
	assert_read("part: one\n", "1:7 wrong-type: `part` takes fields: put them in braces or on "
	                           "lines of their own\n");
	assert_read("severity: off\n", "severity 1:11, 0\n"
	                               "1:11 wrong-type: `severity` takes lines of the form `name: "
	                               "value`\n");
}

static void fields_are_found_by_name_and_number_base_last(void **state)
{
	(void)state;
	assert_string_equal(shape_field(&whole_shape, "kind")->help, "What it is.");
	assert_string_equal(shape_field(&whole_shape, "rag")->help, "A rating.");
	assert_null(shape_field(&whole_shape, "Rag"));
	assert_null(shape_field(&whole_shape, ""));
	assert_string_equal(shape_field_at(&whole_shape, 0)->name, "text");
	assert_string_equal(shape_field_at(&whole_shape, COUNT_OF(whole_fields))->name, "kind");
	assert_null(shape_field_at(&whole_shape, COUNT_OF(whole_fields) + 1));
}

static void a_field_is_present_when_it_says_something(void **state)
{
	(void)state;
	struct whole whole;
	read_into("text:\nrag: x\nmanagers: []\nparts: [{id: a}]\npart: {}\ndue_day: 5\n", &whole);
	static const struct {
		const char *name;
		int present, line;
	} cases[] = {
		{"text", 0, 1}, {"rag", 1, 2},  {"managers", 0, 3}, {"parts", 1, 4},
		{"part", 1, 5}, {"date", 0, 0}, {"due_day", 1, 6},  {"severity", 0, 0},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		const struct field *field = shape_field(&whole_shape, cases[i].name);
		assert_case(field_present(field, &whole) == cases[i].present, cases[i].name);
		assert_case(field_place(field, &whole).line == cases[i].line, cases[i].name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_type_is_read_with_its_place_and_meaning),
		cmocka_unit_test(an_empty_value_is_not_given_but_has_its_place),
		cmocka_unit_test(blanks_around_a_value_are_left_out),
		cmocka_unit_test(a_list_may_be_one_text_or_have_empty_items),
		cmocka_unit_test(unknown_names_are_faults_that_name_the_nearest),
		cmocka_unit_test(a_fault_is_one_line_of_valid_text_whatever_it_quotes),
		cmocka_unit_test(a_date_that_is_none_is_answered_with_what_to_write),
		cmocka_unit_test(a_period_that_is_none_is_answered_with_what_to_write),
		cmocka_unit_test(a_slug_that_is_none_is_answered_with_one),
		cmocka_unit_test(the_slug_of_a_long_text_is_as_long_as_one_may_be),
		cmocka_unit_test(a_word_must_be_one_of_its_fields),
		cmocka_unit_test(a_flag_is_true_or_false_and_nothing_else),
		cmocka_unit_test(a_number_has_up_to_four_digits),
		cmocka_unit_test(a_value_of_the_wrong_form_is_told_what_it_should_be),
		cmocka_unit_test(fields_are_found_by_name_and_number_base_last),
		cmocka_unit_test(a_field_is_present_when_it_says_something),
	};
	return cmocka_run_group_tests_name("shape", tests, NULL, NULL) != 0;
}
