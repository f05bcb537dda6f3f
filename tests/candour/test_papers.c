/*
 * The papers: documents that claim what published papers claimed, faults and all
 * (tests/candour/papers), and the list of the faults that a careful reader finds in them
 * (tests/candour/papers.md). The list is held to what is found, both ways.
 */
#include "support/command.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LIST "tests/candour/papers.md"

enum { MOST_PLACES = 600, PLACE_LENGTH = 200 };

/* A place and a rule: "improvement-phase-2/plan.md:1 signed-early". */
struct places {
	char items[MOST_PLACES][PLACE_LENGTH];
	size_t count;
};

static void places_add(struct places *places, const char *place, size_t length, const char *rule,
                       size_t rule_length)
{
	assert_true(places->count < MOST_PLACES);
	int written = snprintf(places->items[places->count++], PLACE_LENGTH, "%.*s %.*s",
	                       (int)length, place, (int)rule_length, rule);
	assert_true(written > 0 && written < PLACE_LENGTH);
}

static size_t places_count(const struct places *places, const char *item)
{
	size_t count = 0;
	for (size_t i = 0; i < places->count; i++)
		count += strcmp(places->items[i], item) == 0 ? 1 : 0;
	return count;
}

/* What `check` printed: "plans/PATH:LINE:COLUMN: warning: MESSAGE [RULE]". */
static void read_findings(const char *output, struct places *found)
{
	static const char top[] = "plans/";
	for (const char *line = output; *line != '\0'; line = next_line(line)) {
		if (strncmp(line, top, strlen(top)) != 0)
			continue;
		const char *place = line + strlen(top);
		const char *colon = strstr(place, ".md:");
		assert_non_null(colon);
		size_t length = (size_t)(colon - place) + strlen(".md:");
		length += strspn(place + length, "0123456789");
		const char *end = strchr(line, '\n'), *rule = end;
		assert_non_null(end);
		assert_true(end[-1] == ']');
		while (rule[-1] != '[')
			rule--;
		places_add(found, place, length, rule, (size_t)(end - 1 - rule));
	}
}

/* The next cell of a line of a table, without the blanks around it. */
static const char *next_cell(const char **at, size_t *length)
{
	const char *start = *at + strspn(*at, " ");
	const char *end = strpbrk(start, "|\n");
	assert_non_null(end);
	*at = *end == '|' ? end + 1 : end;
	while (end > start && end[-1] == ' ')
		end--;
	*length = (size_t)(end - start);
	return start;
}

/* `a` in a cell: what stands between the marks, or NULL. Moves *AT behind it. */
static const char *next_code(const char **at, const char *end, size_t *length)
{
	const char *start = memchr(*at, '`', (size_t)(end - *at));
	if (start == NULL)
		return NULL;
	const char *stop = memchr(start + 1, '`', (size_t)(end - start - 1));
	assert_non_null(stop);
	*at = stop + 1;
	*length = (size_t)(stop - start - 1);
	return start + 1;
}

/* Why no rule finds a fault: how the fourth cell of its row begins. */
static const char *const reasons[] = {"Left alone", "Needs understanding", "Needs the kind",
                                      "Has no field"};

struct list {
	struct places wanted; /* what is to be found */
	int rows, caught;
	int by_reason[COUNT_OF(reasons)];
};

static void count_reason(const char *cell, struct list *list)
{
	for (size_t i = 0; i < COUNT_OF(reasons); i++)
		if (strncmp(cell, reasons[i], strlen(reasons[i])) == 0) {
			list->by_reason[i]++;
			return;
		}
	assert_case(false, cell);
}

/* | number | paper | fault | rule, or why none | where | */
static void read_fault(const char *line, struct list *list)
{
	const char *cells[5];
	size_t lengths[5], length;
	line++;
	for (size_t i = 0; i < COUNT_OF(cells); i++)
		cells[i] = next_cell(&line, &lengths[i]);
	list->rows++;
	assert_int_equal(atoi(cells[0]), list->rows);
	if (cells[3][0] != '`') {
		count_reason(cells[3], list);
		return;
	}
	list->caught++;
	const char *place, *at = cells[4], *end = cells[4] + lengths[4];
	while ((place = next_code(&at, end, &length)) != NULL)
		places_add(&list->wanted, place, length, cells[3] + 1, lengths[3] - 2);
	assert_case(at > cells[4], cells[4]);
}

/* | rule | where | why | */
static void read_other(const char *line, struct list *list)
{
	size_t rule_length, where_length, length;
	line++;
	const char *rule = next_cell(&line, &rule_length);
	const char *at = next_cell(&line, &where_length), *end = at + where_length, *place;
	while ((place = next_code(&at, end, &length)) != NULL)
		places_add(&list->wanted, place, length, rule + 1, rule_length - 2);
}

static void read_list(const char *text, struct list *list)
{
	for (const char *line = text; *line != '\0'; line = next_line(line))
		if (strncmp(line, "| `", 3) == 0)
			read_other(line, list);
		else if (line[0] == '|' && line[2] >= '0' && line[2] <= '9')
			read_fault(line, list);
}

/* A place and a rule that stand in several rows are found as many times. */
static int say_differences(const struct places *wanted, const struct places *found)
{
	int differences = 0;
	for (size_t i = 0; i < wanted->count; i++)
		if (places_count(found, wanted->items[i]) <
		    places_count(wanted, wanted->items[i])) {
			print_message("listed, not found: %s\n", wanted->items[i]);
			differences++;
		}
	for (size_t i = 0; i < found->count; i++)
		if (places_count(wanted, found->items[i]) < places_count(found, found->items[i])) {
			print_message("found, not listed: %s\n", found->items[i]);
			differences++;
		}
	return differences;
}

static void what_is_listed_is_found_and_what_is_found_is_listed(void **state)
{
	static struct places found;
	static struct list list;
	struct sandbox *sandbox = *state;
	const char *text = sandbox_read_source(sandbox, LIST);
	found = (struct places){0};
	list = (struct list){0};
	struct command make = {.program = "sh",
	                       .arguments = (const char *const[]){
				       sandbox_source(sandbox, "tests/candour/papers/repository"),
				       "papers", NULL}};
	struct outcome outcome = command_run(sandbox, &make);
	assert_text(outcome.errors, "");
	assert_int_equal(outcome.status, 0);
	outcome = RAGTRAIL(sandbox, "papers", "check");
	assert_int_equal(outcome.status, 0);
	read_findings(outcome.output, &found);
	assert_int_equal(found.count, 0);
	outcome = RAGTRAIL(sandbox, "papers", "check", "--candour");
	assert_int_equal(outcome.status, 0);
	read_findings(outcome.output, &found);
	read_list(text, &list);
	assert_int_equal(say_differences(&list.wanted, &found), 0);
	const char *sum = arena_printf(
		&sandbox->arena, "Of %d faults, %d are found. %s: %d. %s: %d.\n%s: %d. %s: %d.\n",
		list.rows, list.caught, reasons[0], list.by_reason[0], reasons[1],
		list.by_reason[1], reasons[2], list.by_reason[2], reasons[3], list.by_reason[3]);
	assert_case(strstr(text, sum) != NULL, sum);
	print_message("%d in 100. %s", list.caught * 100 / list.rows, sum);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(what_is_listed_is_found_and_what_is_found_is_listed),
	};
	return cmocka_run_group_tests_name("the papers", tests, NULL, NULL) != 0;
}
