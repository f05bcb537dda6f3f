/* The README: what it shows is what happens, and what it names is there. */
#include "support/command.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "support/overlay.h"

enum { MOST_LINES = 512 };

struct lines {
	const char *items[MOST_LINES];
	size_t count;
};

/* The length of a commit's id at TEXT, whole or short; 0 where there is none. */
static size_t id_length(const char *text)
{
	size_t length = strspn(text, "0123456789abcdef");
	return (length == 7 || length == 40) && !isalnum((unsigned char)text[length]) ? length : 0;
}

/* The length of a date at TEXT, "24 Nov 2026" or "2026-11-24T12:00:00Z"; else 0. */
static size_t date_length(const char *text)
{
	char month[4], zone;
	int day, year, length = 0;
	if (sscanf(text, "%2d %3[A-Za-z] %4d%n", &day, month, &year, &length) == 3 &&
	    strlen(month) == 3 && year > 1900)
		return (size_t)length;
	length = 0;
	if (sscanf(text, "%4d-%*2d-%*2dT%*2d:%*2d:%*2d%c%n", &year, &zone, &length) == 2 &&
	    zone == 'Z')
		return (size_t)length;
	return 0;
}

/* The line without what another history would say otherwise. */
static const char *normal(struct sandbox *sandbox, const char *line)
{
	struct buf text = BUF_INIT;
	for (const char *at = line; *at != '\0';) {
		bool begins = at == line || !isalnum((unsigned char)at[-1]);
		size_t id = begins ? id_length(at) : 0, date = begins ? date_length(at) : 0;
		if (id != 0)
			buf_text(&text, "ID");
		else if (date != 0)
			buf_text(&text, "DATE");
		else
			buf_byte(&text, *at);
		at += id != 0 ? id : date != 0 ? date : 1;
	}
	const char *copy = arena_text(&sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	return copy;
}

static void split(struct sandbox *sandbox, const char *text, struct lines *lines)
{
	for (lines->count = 0; *text != '\0'; text = next_line(text)) {
		assert_true(lines->count < MOST_LINES);
		lines->items[lines->count++] =
			normal(sandbox, arena_text(&sandbox->arena, text, strcspn(text, "\n")));
	}
}

/* Whether the lines from I on are as shown from J on, where `...` is any lines. */
static bool is_shown(const struct lines *actual, size_t i, const struct lines *shown, size_t j)
{
	if (j == shown->count)
		return i == actual->count;
	if (strcmp(shown->items[j], "...") == 0) {
		for (size_t k = i; k <= actual->count; k++)
			if (is_shown(actual, k, shown, j + 1))
				return true;
		return false;
	}
	return i < actual->count && strcmp(actual->items[i], shown->items[j]) == 0 &&
	       is_shown(actual, i + 1, shown, j + 1);
}

/* Runs the command, and compares what it prints on both outputs. */
static void run_shown(struct sandbox *sandbox, const char *command, const char *output)
{
	struct lines actual, shown;
	struct outcome outcome = command_script(
		sandbox, "repository", arena_printf(&sandbox->arena, "{ %s\n} 2>&1", command));
	split(sandbox, outcome.output, &actual);
	split(sandbox, output, &shown);
	if (is_shown(&actual, 0, &shown, 0))
		return;
	print_error("README.md: $ %s\n--- it shows\n%s--- but what is printed is\n%s", command,
	            output, outcome.output);
	fail();
}

/* The command without the folder of the build; NULL where it is none of ours. */
static const char *command_of(const char *line)
{
	if (strncmp(line, "$ ./build/ragtrail", 18) == 0)
		return line + strlen("$ ./build/");
	return strncmp(line, "$ ragtrail", 10) == 0 ? line + strlen("$ ") : NULL;
}

static size_t run_block(struct sandbox *sandbox, const char *block)
{
	size_t commands = 0;
	while (*block != '\0') {
		const char *line = arena_text(&sandbox->arena, block, strcspn(block, "\n"));
		const char *output = next_line(block), *end = output;
		while (*end != '\0' && strncmp(end, "$ ", 2) != 0)
			end = next_line(end);
		if (command_of(line) != NULL) {
			run_shown(sandbox, command_of(line),
			          arena_text(&sandbox->arena, output, (size_t)(end - output)));
			commands++;
		}
		block = end;
	}
	return commands;
}

static void its_commands_print_what_it_shows(void **state)
{
	static const char begin[] = "\n```console\n", end[] = "\n```\n";
	struct sandbox *sandbox = *state;
	size_t commands = 0;
	overlay_plans(sandbox, "repository");
	const char *at = sandbox_read_source(sandbox, "README.md");
	while ((at = strstr(at, begin)) != NULL) {
		at += strlen(begin);
		const char *close = strstr(at, end);
		assert_non_null(close);
		size_t length = (size_t)(close - at) + 1;
		commands += run_block(sandbox, arena_text(&sandbox->arena, at, length));
		at = close;
	}
	assert_true(commands >= 3);
}

/* A path of ours and nothing else: no blank, no <name> of the reader's choice. */
static bool is_path(const char *text)
{
	static const char *const tops[] = {"cmd/",   "core/", "tests/",   "plans/",
	                                   "hooks/", ".ci/",  "Makefile", "LICENSE"};
	if (text[strspn(text,
	                "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._/-")] !=
	    '\0')
		return false;
	for (size_t i = 0; i < COUNT_OF(tops); i++)
		if (strncmp(text, tops[i], strlen(tops[i])) == 0)
			return true;
	return false;
}

/* The first word behind `make ` that is a target, of a command as the README gives it. */
static const char *target_of(struct sandbox *sandbox, const char *command)
{
	if (strncmp(command, "make ", 5) != 0)
		return NULL;
	command += 5;
	size_t length = strcspn(command, " \n`");
	return memchr(command, '=', length) != NULL ? NULL
	                                            : arena_text(&sandbox->arena, command, length);
}

static void assert_target(struct sandbox *sandbox, const char *makefile, const char *command)
{
	const char *target = target_of(sandbox, command);
	if (target != NULL)
		assert_case(strstr(makefile, arena_printf(&sandbox->arena, "\n%s:", target)) !=
		                    NULL,
		            command);
}

static void what_it_names_is_there(void **state)
{
	struct sandbox *sandbox = *state;
	const char *text = sandbox_read_source(sandbox, "README.md");
	const char *makefile = sandbox_read_source(sandbox, "Makefile");
	bool fenced = false;
	size_t paths = 0;
	while (*text != '\0') {
		const char *line = arena_text(&sandbox->arena, text, strcspn(text, "\n"));
		text = next_line(text);
		if (strncmp(line, "```", 3) == 0) {
			fenced = !fenced;
			continue;
		}
		if (fenced) {
			assert_target(sandbox, makefile, line);
			continue;
		}
		for (const char *at = line; (at = strchr(at, '`')) != NULL;) {
			const char *close = strchr(at + 1, '`');
			if (close == NULL)
				break;
			const char *code =
				arena_text(&sandbox->arena, at + 1, (size_t)(close - at) - 1);
			assert_target(sandbox, makefile, code);
			if (is_path(code)) {
				assert_case(source_exists(sandbox, code), code);
				paths++;
			}
			at = close + 1;
		}
	}
	assert_true(paths > 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(its_commands_print_what_it_shows),
		sandbox_test(what_it_names_is_there),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("README", tests, NULL, NULL) != 0;
}
