/* Tidying: what is mended, what is left alone, and that the values stay what they were. */
#include "support/testing.h"

#include <stdio.h>
#include <string.h>

#include "document/document.h"
#include "document/tidy.h"
#include "support/mutation.h"
#include "support/scanning.h"

#define N "\u00a0"

static const char *tidied(const char *text, size_t length)
{
	static struct buf tidy = BUF_INIT;
	struct buf why = BUF_INIT;
	enum tidied result = tidy_document(text, length, &scale_default, &tidy, &why);
	assert_true((result == TIDY_LEFT) == (why.length != 0));
	if (result == TIDY_LEFT)
		buf_printf(&tidy, "left: %s", why.bytes);
	else
		assert_true((result == TIDY_ALREADY) ==
		            (tidy.length == length && memcmp(tidy.bytes, text, length) == 0));
	buf_release(&why);
	return tidy.bytes;
}

#define assert_tidy(text, expected) assert_text(tidied(text, strlen(text)), expected)
#define assert_front(front, expected)                                                              \
	assert_tidy("---\n" front "---\n\nText\n", "---\n" expected "---\n\nText\n")
#define assert_left(text, why) assert_tidy(text, "left: " why)

static void lines_end_in_line_feeds(void **state)
{
	(void)state;
	static const char expected[] = "---\nrag: red\n---\n\nOne\nTwo\n";
	assert_tidy(expected, expected);
	assert_tidy("---\r\nrag: red\r\n---\r\n\r\nOne\r\nTwo\r\n", expected);
	assert_tidy("---\r\r\nrag: red\r\n---\n\nOne\r\r\r\nTwo", expected);
	assert_tidy("---\r\nrag: red\n---\r\n\nOne\nTwo", expected);
	assert_tidy("---\rrag: red\r---\r\rOne\rTwo\r", expected);
	assert_tidy("\xef\xbb\xbf---\nrag: red\n---\n\nOne\nTwo", expected);
	assert_tidy("---  \nrag: red\n---\t\n\nOne\nTwo\n", expected);
	assert_tidy("---\n---", "---\n---\n");
	/* One carriage return among line feeds may have been anything. */
	assert_left("---\nrag: red\rperiod: 2023-07\n---\n",
	            "line 2: a carriage return without a line feed (U+000D) that nobody can see; "
	            "delete it and type the text again");
}

static void spaces_in_front_matter_are_ordinary_ones(void **state)
{
	(void)state;
	assert_front("period: 2023-07\nrag:" N "red\n", "period: 2023-07\nrag: red\n");
	assert_front("rag: red" N " \nsponsor: Ann" N "Lee\u202f\n",
	             "rag: red\nsponsor: Ann Lee\n");
	assert_front("rag" N ":" N " red\nmanagers:\n" N N "- Ann\n  -" N "Bob \t\n",
	             "rag :  red\nmanagers:\n  - Ann\n  - Bob\n");
	/* Nothing new comes of what stands inside a value. */
	assert_front("sponsor: Ann" N "#1\nsupport: Lead:" N "Ann" N ":x\n",
	             "sponsor: Ann" N "#1\nsupport: Lead:" N "Ann" N ":x\n");
	assert_front("sponsor: Ann  \ndescription: |\n  one  \n   two" N "\n",
	             "sponsor: Ann\ndescription: |\n  one  \n   two \n");
}

static void a_space_behind_a_name_is_put_where_nothing_else_is_meant(void **state)
{
	(void)state;
	assert_front("period: 2023-07\nrag:red\nmilestones:\n  - id:a\n    title: b\n",
	             "period: 2023-07\nrag: red\nmilestones:\n  - id: a\n    title: b\n");
	assert_front("rag:red\nsponsor:Ann\n", "rag: red\nsponsor: Ann\n");
	assert_front("sponsor: see\n  rag:red\n", "sponsor: see\n  rag:red\n");
	assert_left("---\nperiod: 2023-07\n" N "rag:red\n---\n",
	            "line 3: a space of another kind (U+00A0), as Word makes, begins this line; "
	            "take it out, or indent the line with ordinary spaces");
}

static void ratings_dates_and_periods_are_spelled_as_they_are_meant(void **state)
{
	(void)state;
	assert_front("rag: Amber / Green # as before\n", "rag: green-amber # as before\n");
	assert_front("rag: \"G/A\"\n", "rag: green-amber\n");
	assert_front("rag: GREEN\n", "rag: green\n");
	assert_front("rag: geen\n", "rag: geen\n");
	assert_front("agreed_completion: 2023-9-3\nforecast_completion: '30th September 2023'\n",
	             "agreed_completion: 2023-09-03\nforecast_completion: 2023-09-30\n");
	assert_front("milestones:\n  - {id: é, due: 2023/9/3, title: b}\n  - due: 3 Sep 2023\n",
	             "milestones:\n  - {id: é, due: 2023-09-03, title: b}\n  - due: 2023-09-03\n");
	/* Which is the day, and which the month? And which century is meant? */
	assert_front("agreed_completion: 03/04/2024\ncompleted_on: 31/03/2024\n",
	             "agreed_completion: 03/04/2024\ncompleted_on: 31/03/2024\n");
	assert_front("agreed_completion: 3 April 24\ncompleted_on: March 2024\n",
	             "agreed_completion: 3 April 24\ncompleted_on: March 2024\n");
	assert_front("description: 2023-9-3\n", "description: 2023-9-3\n");
	assert_front("period: July 2023 # the first\n", "period: 2023-07 # the first\n");
	assert_front("period: \"Jul-Aug 2023\"\n", "period: 2023-07/2023-08\n");
	assert_front("period: December 2023 to January 2024\n", "period: 2023-12/2024-01\n");
	assert_front("period: 08/2023\n", "period: 08/2023\n");
	assert_front("period: 1 July 2023 - 31 August 2023\n",
	             "period: 1 July 2023 - 31 August 2023\n");
	assert_front("period: 2023\n", "period: 2023\n");
	assert_front("description: July 2023\n", "description: July 2023\n");
	struct buf tidy = BUF_INIT, why = BUF_INIT;
	static const char text[] = "---\nrag: GA\n---\n";
	assert_int_equal(tidy_document(text, strlen(text), NULL, &tidy, &why), TIDY_ALREADY);
	buf_release(&tidy);
}

static void fields_stand_in_the_order_of_the_table(void **state)
{
	(void)state;
	assert_front(
		"# What follows is new.\nrag: red\nworkstream: a\nkind: update\n"
		"milestones:\n  - id: a\n  # b is gone\nperiod: 2023-07\n",
		"kind: update\nworkstream: a\nperiod: 2023-07\n# What follows is new.\nrag: red\n"
		"milestones:\n  - id: a\n  # b is gone\n");
	assert_front("rag: red\n# For July,\n# at last:\nperiod: 2023-07\n",
	             "# For July,\n# at last:\nperiod: 2023-07\nrag: red\n");
	static const char *const unusual[] = {
		"rag: red\n\nperiod: 2023-07\n",
		"rag: red\nperiod: 2023-07\n# and so on\n",
		"rag: red\nmood: good\nperiod: 2023-07\n",
		"rag: red\nrag: green\nperiod: 2023-07\n",
		"rag: &a red\nperiod: 2023-07\n",
		"{rag: red, period: 2023-07}\n",
		"risks:\n- id: a\n# - id: b\nperiod: 2023-07\n",
		" rag: red\n period: 2023-07\n",
		"rag: red\nperiod: 2023-07\n...\n",
		"kind: nothing\nrag: red\nperiod: 2023-07\n",
	};
	for (size_t i = 0; i < COUNT_OF(unusual); i++) {
		struct buf text = BUF_INIT;
		buf_printf(&text, "---\n%s---\n", unusual[i]);
		assert_text(tidied(text.bytes, text.length), text.bytes);
		buf_release(&text);
	}
}

#define assert_body(body, expected) assert_tidy("---\n---\n" body, "---\n---\n" expected)

static void spaces_in_the_text_are_mended_where_nothing_else_changes(void **state)
{
	(void)state;
	assert_body("A sum" N "of £5" N " " N "million.\n", "A sum of £5   million.\n");
	assert_body("##" N "Key\n\n-" N N "one\n-" N "two\n\n1." N "a\n",
	            "## Key\n\n- one\n- two\n\n1. a\n");
	/* In code it is what it is; at a line's ends it would mean something. */
	assert_body("    ##" N "Key\n", "    ## Key\n");
	assert_body(N N N N "a\nb" N N "\nc\n", N N N N "a\nb" N N "\nc\n");
	assert_body("a <b" N "c>\n\n-" N "d e" N "f\n", "a <b" N "c>\n\n- d e" N "f\n");
	assert_body("a\u2009b  \n\tc \n\n\n", "a\u2009b  \n\tc \n\n\n");
}

static void what_cannot_be_read_is_left_alone(void **state)
{
	(void)state;
	assert_left("", "line 1: no front matter: the first line must be `---`, followed by the "
	                "fields (workstream, period, rag, ...) and a second line `---`");
	assert_left(
		"---\r\nsponsor: A: b\r\n---\r\n",
		"line 2: a colon inside a value that is not in quotes; write `sponsor: \"A: b\"`");
	assert_left("---\nsponsor: \xff\n---\n",
	            "line 2: byte 0xff is not UTF-8 text; save the file again as UTF-8");
	assert_left(
		"---\n<<<<<<< a\n---\n",
		"line 2: a conflict marker that a merge left behind; decide which text stands and "
		"delete the marker lines");
}

/* What the record would hold of a version. */
static void add_values(struct buf *text, const struct document *document)
{
	const struct update *update = document->update;
	if (update == NULL)
		return;
	const struct value *values[] = {&update->workstream, &update->period, &update->sponsor,
	                                &update->support, &update->completed_by};
	for (size_t i = 0; i < COUNT_OF(values); i++)
		buf_printf(text, "%s|", values[i]->text != NULL ? values[i]->text : "");
	const struct value *dates[] = {&update->agreed_completion, &update->forecast_completion};
	for (size_t i = 0; i < COUNT_OF(dates); i++)
		if (dates[i]->valid)
			buf_printf(text, "%d|", date_days(dates[i]->as.date));
	if (update->rag.text != NULL)
		buf_printf(text, "%d|", scale_level(&scale_default, update->rag.text));
	buf_printf(text, "%zu %zu %zu %d %d", update->managers.count, update->milestones.count,
	           update->risks.count, document_is_draft(document),
	           document_is_imported(document));
}

static bool has_odd_space(const char *text)
{
	return strstr(text, "\xc2\xa0") != NULL;
}

/* The property: twice is once, and what could be read is read the same. */
static void check_property(const struct buf *text)
{
	struct buf tidy = BUF_INIT, twice = BUF_INIT, why = BUF_INIT, before = BUF_INIT,
		   after = BUF_INIT;
	enum tidied result = tidy_document(text->bytes, text->length, &scale_default, &tidy, &why);
	if (result == TIDY_LEFT)
		goto done;
	result = tidy_document(tidy.bytes, tidy.length, &scale_default, &twice, &why);
	if (result != TIDY_ALREADY)
		print_error("tidied twice, and not once:\n%s\n[end]\n", text->bytes);
	assert_text(twice.bytes, tidy.bytes);
	struct document *old = document_read("a.md", text->bytes, text->length, DOCUMENT_FIELDS);
	struct document *new = document_read("a.md", tidy.bytes, tidy.length, DOCUMENT_FIELDS);
	assert_non_null(new);
	add_values(&before, old);
	add_values(&after, new);
	/* A date that could not be read may be one now, and spaces ordinary. */
	bool dates = old->faults.count != 0;
	if (old->update != NULL && !dates && !has_odd_space(text->bytes))
		assert_text(after.bytes, before.bytes);
	document_free(old);
	document_free(new);
done:
	buf_release(&tidy);
	buf_release(&twice);
	buf_release(&why);
	buf_release(&before);
	buf_release(&after);
}

static void with_anything_changed_the_values_stay(void **state)
{
	struct scanning_texts texts = scanning_texts(*state);
	struct chance chance = {20230926};
	struct buf text = BUF_INIT;
	for (size_t i = 0; i < texts.count; i++) {
		buf_clear(&text);
		buf_text(&text, texts.items[i].text);
		check_property(&text);
	}
	for (size_t i = 0; i < 20000; i++) {
		buf_clear(&text);
		if (i % 4 == 3) {
			mutation_soup(&text, &chance);
		} else {
			buf_text(&text, texts.items[i % texts.count].text);
			mutate(&text, &chance);
		}
		check_property(&text);
	}
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_end_in_line_feeds),
		cmocka_unit_test(spaces_in_front_matter_are_ordinary_ones),
		cmocka_unit_test(a_space_behind_a_name_is_put_where_nothing_else_is_meant),
		cmocka_unit_test(ratings_dates_and_periods_are_spelled_as_they_are_meant),
		cmocka_unit_test(fields_stand_in_the_order_of_the_table),
		cmocka_unit_test(spaces_in_the_text_are_mended_where_nothing_else_changes),
		cmocka_unit_test(what_cannot_be_read_is_left_alone),
		sandbox_test(with_anything_changed_the_values_stay),
	};
	return cmocka_run_group_tests_name("tidy", tests, NULL, NULL) != 0;
}
