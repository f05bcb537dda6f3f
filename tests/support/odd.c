#include "support/odd.h"

#include <string.h>

#include "support/history.h"

const char odd_same[] = "the same";

static const char functions[] =
	"export GIT_AUTHOR_NAME=Ann GIT_AUTHOR_EMAIL=a@example.org\n"
	"export GIT_COMMITTER_NAME=Ann GIT_COMMITTER_EMAIL=a@example.org\n"
	"commit() { git add -A && git commit -q -m \"${1:-more}\"; }\n"
	"file() { printf '.git/objects/%s' \"$(git rev-parse \"$1\" | sed 's,^..,&/,')\"; }\n"
	"lose() { rm -f \"$(file \"$1\")\"; }\n"
	"shorten() { f=$(file \"$1\"); chmod u+w \"$f\"; truncate -s \"$2\" \"$f\"; }\n"
	"spoil() { f=$(file \"$1\"); chmod u+w \"$f\"; n=$(($(wc -c < \"$f\") / 2))\n"
	"	printf '\\125' | dd of=\"$f\" bs=1 seek=$n conv=notrunc 2> /dev/null; }\n"
	"write_raw() { git hash-object -t \"$1\" -w --stdin --literally; }\n"
	"move() { echo \"$1\" > .git/refs/heads/main; }\n";

struct outcome odd_script(struct sandbox *sandbox, const char *script)
{
	return command_script(sandbox, NULL,
	                      arena_printf(&sandbox->arena, "%s%s", functions, script));
}

void odd_make_good(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "good");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "red")},
	        {3, "Ben", "plans/p/a.md", history_update("a", "2023-08", "amber")});
	history_tag(history, "board");
	HISTORY(history, {4, "Ann", "plans/p/a.md", history_update("a", "2023-09", "green")});
	history_checkout(history);
}

static void fail_row(const struct odd *row, struct outcome outcome, const char *why)
{
	fail_msg("%s: %s: exit %d\n--- output\n%s--- errors\n%s", row->name, why, outcome.status,
	         outcome.output, outcome.errors);
}

static int has(const char *text, const char *part)
{
	return part == NULL ? text[0] == '\0' : strstr(text, part) != NULL;
}

void odd_check(struct sandbox *sandbox, const struct odd *row)
{
	const char *arguments = row->arguments != NULL ? row->arguments : "trend";
	struct outcome outcome = odd_script(
		sandbox, arena_printf(&sandbox->arena,
	                              "rm -rf r && cp -r good r && cd r || exit 99\n"
	                              "{ %s\n} > ../made 2>&1 || { cat ../made; exit 98; }\n"
	                              "ragtrail %s",
	                              row->script, arguments));
	const char *expected = row->output;
	if (outcome.status != row->status)
		fail_row(row, outcome, "not the exit code");
	if (expected == odd_same)
		expected = odd_script(sandbox, arena_printf(&sandbox->arena,
		                                            "cd good && ragtrail %s", arguments))
		                   .output;
	if (row->output == odd_same ? strcmp(outcome.output, expected) != 0
	                            : !has(outcome.output, expected))
		fail_row(row, outcome, "not the output");
	if (!has(outcome.errors, row->errors))
		fail_row(row, outcome, "not the errors");
	if (row->status == 2 &&
	    (strncmp(outcome.errors, "ragtrail: ", 10) != 0 || *next_line(outcome.errors) != '\0'))
		fail_row(row, outcome, "not one sentence");
	if (row->names == NULL)
		return;
	const char *id = GIT(sandbox, "good", "rev-parse", row->names);
	id = arena_text(&sandbox->arena, id, strcspn(id, "\n"));
	if (strstr(outcome.errors, id) == NULL)
		fail_row(row, outcome, arena_printf(&sandbox->arena, "%s is not named", id));
}
