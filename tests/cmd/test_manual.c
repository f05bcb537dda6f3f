/* The manual: every command and every option that there is, and no other. */
#include "support/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/overlay.h"

enum { MOST_COMMANDS = 32, MOST_OPTIONS = 32 };

struct words {
	const char *items[MOST_OPTIONS];
	size_t count;
};

/* The commands that `ragtrail --help` lists. */
static void read_commands(struct sandbox *sandbox, struct words *commands)
{
	const char *line = strstr(RAGTRAIL(sandbox, NULL, "--help").output, "\ncommands:\n");
	assert_non_null(line);
	commands->count = 0;
	for (line += strlen("\ncommands:\n"); strncmp(line, "  ", 2) == 0; line = next_line(line)) {
		assert_true(commands->count < MOST_COMMANDS);
		commands->items[commands->count++] =
			arena_text(&sandbox->arena, line + 2, strcspn(line + 2, " "));
	}
	assert_true(commands->count >= 3);
}

/* The options that a command's --help lists, each as mdoc spells it: "q", "-quiet". */
static void read_options(struct sandbox *sandbox, const char *command, struct words *options)
{
	const char *line =
		strstr(RAGTRAIL(sandbox, NULL, command, "--help").output, "\noptions:\n");
	assert_non_null(line);
	options->count = 0;
	for (line += strlen("\noptions:\n"); strncmp(line, "  ", 2) == 0; line = next_line(line)) {
		const char *name = strstr(line, "--");
		assert_true(name != NULL && options->count + 2 <= MOST_OPTIONS);
		if (line[2] == '-')
			options->items[options->count++] = arena_text(&sandbox->arena, line + 3, 1);
		options->items[options->count++] =
			arena_text(&sandbox->arena, name + 1, strcspn(name + 1, " ,\n"));
	}
	assert_true(options->count > 0);
}

/* The part of the manual from the line that begins with HEADING to the next of its kind. */
static const char *part_of(struct sandbox *sandbox, const char *manual, const char *heading)
{
	const char *start = strstr(manual, arena_printf(&sandbox->arena, "\n%s", heading));
	if (start == NULL)
		fail_msg("cmd/ragtrail.1 has no `%s`", heading);
	const char *end = strstr(start + strlen(heading), "\n.S");
	size_t length = end != NULL ? (size_t)(end - start) : strlen(start);
	return arena_text(&sandbox->arena, start, length);
}

static bool is_among(const struct words *words, const char *word, size_t length)
{
	for (size_t i = 0; i < words->count; i++)
		if (strlen(words->items[i]) == length &&
		    strncmp(words->items[i], word, length) == 0)
			return true;
	return false;
}

/* True where the text has `Fl NAME`. */
static bool has_flag(const char *text, const char *name)
{
	size_t length = strlen(name);
	for (const char *at = text; (at = strstr(at, "Fl ")) != NULL;) {
		at += strlen("Fl ");
		if (strncmp(at, name, length) == 0 && strchr(" \n", at[length]) != NULL)
			return true;
	}
	return false;
}

static void every_command_has_its_part(void **state)
{
	struct sandbox *sandbox = *state;
	struct words commands;
	const char *manual = sandbox_read_source(sandbox, "cmd/ragtrail.1");
	const char *synopsis = part_of(sandbox, manual, ".Sh SYNOPSIS");
	read_commands(sandbox, &commands);
	for (size_t i = 0; i < commands.count; i++) {
		const char *command = commands.items[i];
		part_of(sandbox, manual, arena_printf(&sandbox->arena, ".Ss %s ", command));
		const char *named = arena_printf(&sandbox->arena, "\n.Cm %s\n", command);
		assert_case(strstr(synopsis, named) != NULL, command);
	}
}

static void every_option_is_described_with_its_command(void **state)
{
	struct sandbox *sandbox = *state;
	struct words commands, options;
	const char *manual = sandbox_read_source(sandbox, "cmd/ragtrail.1");
	const char *of_all = part_of(sandbox, manual, ".Sh COMMANDS");
	read_commands(sandbox, &commands);
	for (size_t i = 0; i < commands.count; i++) {
		const char *heading = arena_printf(&sandbox->arena, ".Ss %s ", commands.items[i]);
		const char *part = part_of(sandbox, manual, heading);
		read_options(sandbox, commands.items[i], &options);
		for (size_t j = 0; j < options.count; j++)
			assert_case(has_flag(part, options.items[j]) ||
			                    has_flag(of_all, options.items[j]),
			            options.items[j]);
	}
}

static void no_option_is_described_that_does_not_exist(void **state)
{
	struct sandbox *sandbox = *state;
	struct words commands, options;
	const char *manual = sandbox_read_source(sandbox, "cmd/ragtrail.1");
	read_commands(sandbox, &commands);
	for (size_t i = 0; i < commands.count; i++) {
		const char *heading = arena_printf(&sandbox->arena, ".Ss %s ", commands.items[i]);
		const char *at = part_of(sandbox, manual, heading);
		read_options(sandbox, commands.items[i], &options);
		while ((at = strstr(at, "Fl ")) != NULL) {
			at += strlen("Fl ");
			size_t length = strcspn(at, " \n");
			assert_case(is_among(&options, at, length),
			            arena_text(&sandbox->arena, at, length));
		}
	}
}

static void the_exit_codes_are_stated(void **state)
{
	struct sandbox *sandbox = *state;
	const char *manual = sandbox_read_source(sandbox, "cmd/ragtrail.1");
	const char *part = part_of(sandbox, manual, ".Sh EXIT STATUS");
	static const char *const codes[] = {"\n.It 0\n", "\n.It 1\n", "\n.It 2\n"};
	for (size_t i = 0; i < COUNT_OF(codes); i++)
		assert_case(strstr(part, codes[i]) != NULL, codes[i]);
	assert_null(strstr(part, "\n.It 3\n"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(every_command_has_its_part),
		sandbox_test(every_option_is_described_with_its_command),
		sandbox_test(no_option_is_described_that_does_not_exist),
		sandbox_test(the_exit_codes_are_stated),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("manual", tests, NULL, NULL) != 0;
}
