/* Findings that stood before a change. */
#include "support/testing.h"

#include <stdio.h>

#include "rules/finding.h"

static void add(struct findings *findings, const char *path, const char *rule, int line,
                const char *message)
{
	findings_add(findings, &(struct finding){.path = path,
	                                         .place = {line, 1},
	                                         .severity = SEVERITY_ERROR,
	                                         .rule = rule,
	                                         .message = message});
}

static void what_stood_is_dropped_wherever_its_line_is_now(void **state)
{
	struct findings before = {0}, after = {0};
	(void)state;
	add(&before, "a.md", "rule", 1, "stood");
	add(&after, "a.md", "rule", 7, "stood");
	add(&after, "b.md", "rule", 1, "stood");
	add(&after, "a.md", "other", 1, "stood");
	add(&after, "a.md", "rule", 1, "is new");
	assert_int_equal(findings_drop_standing(&after, &before), 1);
	assert_int_equal(after.count, 3);
	assert_int_equal(after.totals[SEVERITY_ERROR], 3);
	assert_text(after.items[0].path, "b.md");
	assert_text(after.items[1].rule, "other");
	assert_text(after.items[2].message, "is new");
	findings_release(&before);
	findings_release(&after);
}

static void it_is_dropped_as_often_as_it_stood(void **state)
{
	struct findings before = {0}, after = {0};
	(void)state;
	for (int i = 0; i < 2; i++)
		add(&before, "a.md", "rule", i, "twice");
	for (int i = 0; i < 3; i++)
		add(&after, "a.md", "rule", i, "twice");
	assert_int_equal(findings_drop_standing(&after, &before), 2);
	assert_int_equal(after.count, 1);
	assert_int_equal(after.items[0].place.line, 2);
	findings_release(&before);
	findings_release(&after);
}

/* A path may hold any byte: the parts of one finding do not run into those of another. */
static void parts_are_not_mixed_up(void **state)
{
	struct findings before = {0}, after = {0};
	(void)state;
	add(&before, "a\nrule\nb", "rule", 1, "c");
	add(&after, "a", "rule", 1, "b\nrule\nc");
	assert_int_equal(findings_drop_standing(&after, &before), 0);
	findings_release(&before);
	findings_release(&after);
}

static void as_many_as_are_kept_are_found_again(void **state)
{
	enum { MANY = FINDINGS_MOST };
	struct findings before = {0}, after = {0};
	char message[32];
	(void)state;
	for (int i = 0; i < MANY; i++) {
		snprintf(message, sizeof(message), "finding %d", i);
		add(&before, "a.md", "rule", i, message);
		snprintf(message, sizeof(message), "finding %d", MANY - i);
		add(&after, "a.md", "rule", i, message);
	}
	assert_int_equal(findings_drop_standing(&after, &before), MANY - 1);
	assert_text(after.items[0].message, "finding 10000");
	findings_release(&before);
	findings_release(&after);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_stood_is_dropped_wherever_its_line_is_now),
		cmocka_unit_test(it_is_dropped_as_often_as_it_stood),
		cmocka_unit_test(parts_are_not_mixed_up),
		cmocka_unit_test(as_many_as_are_kept_are_found_again),
	};
	return cmocka_run_group_tests_name("findings", tests, NULL, NULL) != 0;
}
