/*
 * The hooks that git calls: what each is called, on which side it runs, what it does.
 *
 * To add one: its script in hooks/, its name in HOOKS of the Makefile, a row in
 * cmd/hook.c and a function of the type below. What must be said before git can go on
 * goes to standard error; the exit code is the hook's.
 */
#ifndef CMD_HOOK_H
#define CMD_HOOK_H

#include "command.h"

struct hook {
	const char *name;
	bool server; /* it runs where others push to */
	bool input;  /* git tells it something on standard input */
	bool after;  /* what it hears of has happened: it can stop nothing */
	bool mild;   /* it helps, and stops nothing either */
	bool alone;  /* starts supervised processes itself, and runs in none */
	/* ARGV is git's, without the hook's own name. */
	enum status (*run)(const struct command *command, int argc, char **argv);
	const char *const *script; /* the lines of hooks/NAME, then NULL */
};

enum { HOOK_COUNT = 5 };

extern const struct hook hook_table[HOOK_COUNT];

/* The hook of this name, or NULL. */
const struct hook *hook_find(const char *name);

enum status hook_pre_commit(const struct command *command, int argc, char **argv);
enum status hook_pre_merge_commit(const struct command *command, int argc, char **argv);
enum status hook_prepare_commit_msg(const struct command *command, int argc, char **argv);
enum status hook_pre_receive(const struct command *command, int argc, char **argv);
enum status hook_post_receive(const struct command *command, int argc, char **argv);

/* The subcommands of `ragtrail hook`. */
struct hook_values {
	bool server, chain;
};

enum status hook_install(const struct command *command, const struct hook_values *values);
enum status hook_uninstall(const struct command *command, const struct hook_values *values);
enum status hook_status(const struct command *command, const struct hook_values *values);

/*
 * `ragtrail hook run NAME ARGUMENT...`. Where NAME is a path, as the scripts give it, a
 * hook NAME.local beside it runs first.
 */
enum status hook_run(const struct command *command, int argc, char **argv);

#endif
