/*
 * A command of ragtrail: one row in the table, one file, one function.
 *
 * To add one: write cmd/<name>.c with a function of the type below, declare it
 * here, add its row to the table in cmd/main.c, and describe it in ragtrail.1.
 * Commands parse, call core, print; the work is done in core.
 */
#ifndef CMD_COMMAND_H
#define CMD_COMMAND_H

#include "base/error.h"
#include "options.h"
#include "record/record.h"

struct buf;
struct terminal;
struct watch;

/* The exit codes, the same for every command. */
enum status {
	STATUS_CLEAN = 0,    /* all is well */
	STATUS_FINDINGS = 1, /* it ran, and found errors in documents */
	STATUS_FAILED = 2,   /* it could not run: usage, repository, input or output */
};

struct command {
	const char *name;
	/* COMMAND is the row of the table, with what there is only in this run. */
	enum status (*run)(const struct command *command, int argc, char **argv);
	const char *arguments;            /* behind the name in the usage line */
	const char *summary;              /* one line */
	const struct option_row *options; /* ends with a row of no name */
	bool paged;                       /* shown through a pager on a terminal */
	bool alone;                       /* starts supervised processes itself, and runs in none */
	const struct terminal *terminal;  /* what standard output is, in this run */
	struct watch *watch;              /* who supervises this run */
	const void *context;              /* what a command hands to one that it starts */
};

/* As of which moment the record is read, and how. All empty: as of HEAD. */
struct as_of {
	const char *revision; /* --at REV */
	const char *day;      /* --on DATE */
	bool verify;          /* --verify */
};

/*
 * The rows of these options, in the values of a command: AS_OF_ROWS(struct
 * log_values, when). A member of offsetof() cannot stand in parentheses.
 */
/* NOLINTBEGIN(bugprone-macro-parentheses) */
#define AS_OF_ROWS(values, member)                                                                 \
	{0, "at", "REV", offsetof(values, member.revision),                                        \
	 "read everything as of this commit, tag or branch"},                                      \
		{0, "on", "DATE", offsetof(values, member.day),                                    \
	         "read everything as of the end of this day, UTC: 2023-09-20"},                    \
	{                                                                                          \
		0, "verify", NULL, offsetof(values, member.verify),                                \
			"hash every object again that is read, and use nothing kept"               \
	}
/* NOLINTEND(bugprone-macro-parentheses) */

enum status command_check(const struct command *command, int argc, char **argv);
enum status command_diff(const struct command *command, int argc, char **argv);
enum status command_due(const struct command *command, int argc, char **argv);
enum status command_explain(const struct command *command, int argc, char **argv);
enum status command_export(const struct command *command, int argc, char **argv);
enum status command_fmt(const struct command *command, int argc, char **argv);
enum status command_handovers(const struct command *command, int argc, char **argv);
enum status command_hook(const struct command *command, int argc, char **argv);
enum status command_log(const struct command *command, int argc, char **argv);
enum status command_new(const struct command *command, int argc, char **argv);
enum status command_preview(const struct command *command, int argc, char **argv);
enum status command_publish(const struct command *command, int argc, char **argv);
enum status command_render(const struct command *command, int argc, char **argv);
enum status command_report(const struct command *command, int argc, char **argv);
enum status command_show(const struct command *command, int argc, char **argv);
enum status command_trend(const struct command *command, int argc, char **argv);

extern const struct option_row check_options[], diff_options[], due_options[], explain_options[],
	export_options[], fmt_options[], handovers_options[], hook_options[], log_options[],
	new_options[], preview_options[], publish_options[], render_options[], report_options[],
	show_options[], trend_options[];

/* Prints one line on standard error: what went wrong and what to do. */
enum status command_fail(const struct error *error);

/* The same, of output that does not get where it is to go. */
enum status command_unwritten(void);

/*
 * Ends this process as the signal would have. Of SIGPIPE, which is held back: a reader who has seen
 * enough, as `head` has, is no error to tell anybody, and git ends so as well.
 */
_Noreturn void command_die(int signal_number);
enum status command_usage(const struct command *command, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/*
 * Reads the command's options into VALUES; the other arguments come first in ARGV
 * then, *COUNT of them. False when the command is over (help was asked for, or
 * the usage was wrong); *STATUS is its exit code.
 */
bool command_options(const struct command *command, int argc, char **argv, void *values, int *count,
                     enum status *status);

/* Opens the repository around the current folder, as git would. */
int command_open(const struct command *command, struct repo **repo, struct error *error);

/* The commit that is meant; *UNBORN, where given, instead when nothing was committed yet. */
int command_commit(struct repo *repo, const struct as_of *when, struct object_id *commit,
                   bool *unborn, struct error *error);

/*
 * Opens the repository and reads the record as of WHEN. Refuses a shallow clone. On
 * failure both may still have to be released.
 */
int command_record(const struct command *command, struct repo **repo, struct record **record,
                   const struct as_of *when, enum depth depth, struct error *error);

/* The day as of which the record is read: the one that was asked for, or its last landing's. */
struct date command_day(const struct record *record, const struct as_of *when);

/* Writes what there is so far to standard output; whether it got there, command_print() sees. */
void command_drain(struct buf *text);

/* Writes the rest to standard output and checks that all of it got there. */
enum status command_print(const struct buf *text);

#endif
