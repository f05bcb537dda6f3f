/*
 * ragtrail-rules.7 is what the rules and their pages say.
 *
 * With UPDATE_GOLDEN=1 it is written anew; without, it must be equal.
 */
#include "support/sandbox.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "view/rule_words.h"

#define MANUAL "cmd/ragtrail-rules.7"

static const char head[] =
	".\\\" Written by tests/view/test_rules_manual.c from core/rules/pages_*.c:\n"
	".\\\" make update-golden TESTS=rules_manual\n"
	".Dd November 24, 2026\n"
	".Dt RAGTRAIL-RULES 7\n"
	".Os\n"
	".Sh NAME\n"
	".Nm ragtrail-rules\n"
	".Nd what ragtrail checks, and why\n"
	".Sh DESCRIPTION\n"
	".Ic ragtrail check\n"
	"judges every document by the rules of form below, and names the rule in brackets behind each\n"
	"finding; with\n"
	".Fl \\-candour\n"
	"by all of them.\n"
	".Ic ragtrail explain Ar rule\n"
	"prints what is said here of one of them.\n"
	".Pp\n";

static const char foot[] = ".Sh SEE ALSO\n"
			   ".Xr ragtrail 1 ,\n"
			   ".Xr ragtrail 5\n";

/* A line of text, in which no character means anything to roff. */
static void add_plain(struct buf *page, const char *text, size_t length)
{
	if (length != 0 && (text[0] == '.' || text[0] == '\''))
		buf_text(page, "\\&");
	for (size_t i = 0; i < length; i++) {
		if (text[i] == '\\')
			buf_text(page, "\\e");
		else if (text[i] == '-')
			buf_text(page, "\\-");
		else
			buf_byte(page, text[i]);
	}
}

/* Prose with code in backquotes, a sentence a line. */
static void add_prose(struct buf *page, const char *text)
{
	bool code = false;
	for (; *text != '\0'; text++) {
		if (*text == '`') {
			buf_text(page, code ? "\\fP" : "\\fB");
			code = !code;
		} else if (code) {
			add_plain(page, text, 1);
		} else if (strncmp(text, ". ", 2) == 0) {
			buf_text(page, ".\n");
			text++;
		} else {
			buf_byte(page, *text);
		}
	}
	buf_byte(page, '\n');
}

static void add_example_line(const struct example_shown *line, void *context)
{
	struct buf *page = context;
	if (line->text[0] != '\0' || line->marked) {
		buf_text(page, !line->inner ? "" : line->marked ? "> " : "\\&  ");
		add_plain(page, line->text, strlen(line->text));
	}
	buf_byte(page, '\n');
}

static void add_example(struct buf *page, const char *title, const char *example)
{
	buf_printf(page, ".Pp\n%s:\n.Bd -literal -offset indent\n", title);
	rule_example(example, add_example_line, page);
	buf_text(page, ".Ed\n");
}

static void add_lines(struct buf *page, struct buf *lines)
{
	buf_text(page, ".Bd -literal -offset indent\n");
	for (const char *line = lines->bytes; *line != '\0'; line = next_line(line)) {
		add_plain(page, line, strcspn(line, "\n"));
		buf_byte(page, '\n');
	}
	buf_text(page, ".Ed\n");
	buf_clear(lines);
}

static void add_answers(struct buf *page, const struct rule *rule, enum rule_answer answer)
{
	struct buf lines = BUF_INIT;
	if (rule_has_plan_answer(answer)) {
		buf_text(page, ".Pp\n");
		add_prose(page, rule_in_plan);
		rule_severity_lines(rule, &lines);
		add_lines(page, &lines);
	}
	if (rule_has_document_answer(answer)) {
		buf_text(page, ".Pp\n");
		add_prose(page, rule_in_document);
		rule_explained_lines(rule, &lines);
		add_lines(page, &lines);
	}
	if (rule_not_answered(rule, answer) != NULL) {
		buf_text(page, ".Pp\n");
		add_prose(page, rule_not_answered(rule, answer));
	}
	buf_release(&lines);
}

static void add_rule(struct buf *page, const struct rule *rule)
{
	const struct rule_page *said = rule_page(rule->id);
	assert_case(said != NULL, rule->id);
	buf_printf(page, ".Ss %s ( %s )\n", rule->id, severity_word(rule->severity));
	add_prose(page, rule->sentence);
	buf_text(page, ".Pp\n");
	add_prose(page, said->why);
	add_example(page, "Wrong", said->bad);
	add_example(page, "Right", said->good);
	add_answers(page, rule, said->answer);
}

/* A section: its name in capitals, as is usual in manuals. */
static void add_group(struct buf *page, enum rule_family group)
{
	struct buf heading = BUF_INIT;
	if (rule_group_heading(group, &heading)) {
		for (char *at = heading.bytes; *at != '\0'; at++)
			*at = (char)toupper((unsigned char)*at);
		buf_printf(page, ".Sh %s\n", heading.bytes);
	}
	buf_release(&heading);
	for (size_t i = 0; (i = rule_of_group(group, i)) < rule_count; i++)
		add_rule(page, &rules[i]);
}

static void the_manual_of_the_rules_is_what_their_pages_say(void **state)
{
	struct sandbox *sandbox = *state;
	struct buf page = BUF_INIT;
	buf_text(&page, head);
	add_prose(&page, rule_notation);
	for (enum rule_family group = 0; group < FAMILY_COUNT; group++)
		add_group(&page, group);
	buf_text(&page, foot);
	if (getenv("UPDATE_GOLDEN") != NULL) {
		FILE *file = fopen(sandbox_source(sandbox, MANUAL), "w");
		assert_non_null(file);
		assert_int_equal(fwrite(page.bytes, 1, page.length, file), page.length);
		assert_int_equal(fclose(file), 0);
	} else {
		assert_text(sandbox_read_source(sandbox, MANUAL), page.bytes);
	}
	buf_release(&page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(the_manual_of_the_rules_is_what_their_pages_say),
	};
	return cmocka_run_group_tests_name("manual of the rules", tests, NULL, NULL) != 0;
}
