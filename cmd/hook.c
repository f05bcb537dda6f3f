/* ragtrail hook: installs the hooks that git calls, and is what they call. */
#include "hook.h"

#include <string.h>

#include "supervise.h"

const struct option_row hook_options[] = {
	{0, "chain", NULL, offsetof(struct hook_values, chain),
         "keep a hook that is there already, and run it first"},
	{0, "server", NULL, offsetof(struct hook_values, server),
         "the hooks of a repository that others push to"},
	{0},
};

static const char *const pre_commit[] = {
#include "pre-commit_hook.inc"
	NULL};
static const char *const pre_merge_commit[] = {
#include "pre-merge-commit_hook.inc"
	NULL};
static const char *const prepare_commit_msg[] = {
#include "prepare-commit-msg_hook.inc"
	NULL};
static const char *const pre_receive[] = {
#include "pre-receive_hook.inc"
	NULL};
static const char *const post_receive[] = {
#include "post-receive_hook.inc"
	NULL};

const struct hook hook_table[HOOK_COUNT] = {
	{.name = "pre-commit", .run = hook_pre_commit, .script = pre_commit},
	{.name = "pre-merge-commit", .run = hook_pre_merge_commit, .script = pre_merge_commit},
	{.name = "prepare-commit-msg",
         .mild = true,
         .run = hook_prepare_commit_msg,
         .script = prepare_commit_msg},
	{.name = "pre-receive",
         .server = true,
         .input = true,
         .run = hook_pre_receive,
         .script = pre_receive},
	{.name = "post-receive",
         .server = true,
         .input = true,
         .after = true,
         .alone = true,
         .run = hook_post_receive,
         .script = post_receive},
};

const struct hook *hook_find(const char *name)
{
	for (size_t i = 0; i < HOOK_COUNT; i++)
		if (strcmp(hook_table[i].name, name) == 0)
			return &hook_table[i];
	return NULL;
}

/* Inside a supervised process: all but `run`. */
static enum status run_subcommand(const struct command *command, int argc, char **argv)
{
	static const struct {
		const char *name;
		enum status (*run)(const struct command *command, const struct hook_values *values);
	} rows[] = {
		{"install", hook_install},
		{"status", hook_status},
		{"uninstall", hook_uninstall},
	};
	struct hook_values values = {false, false};
	int count;
	enum status status;
	if (!command_options(command, argc, argv, &values, &count, &status))
		return status;
	if (count == 0)
		return command_usage(command, "say what to do: install, status or uninstall");
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (strcmp(rows[i].name, argv[0]) != 0)
			continue;
		if (count > 1)
			return command_usage(command, "hook %s takes no argument, but got `%.100s`",
			                     argv[0], argv[1]);
		if (values.chain && rows[i].run != hook_install)
			return command_usage(command, "`--chain` goes with install");
		return rows[i].run(command, &values);
	}
	return command_usage(command, "hook cannot do `%.100s`", argv[0]);
}

enum status command_hook(const struct command *command, int argc, char **argv)
{
	struct command running = *command;
	if (argc > 0 && strcmp(argv[0], "run") == 0)
		return hook_run(command, argc - 1, argv + 1);
	running.run = run_subcommand;
	return (enum status)supervise(&running, argc, argv);
}
