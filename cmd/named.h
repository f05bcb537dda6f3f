/*
 * What arguments name: plans, workstreams, a form of output; and what is said where
 * there is no such thing. Functions return 0, or -1 with the error filled.
 */
#ifndef CMD_NAMED_H
#define CMD_NAMED_H

#include "command.h"
#include "record/subject.h"

int command_unknown_plan(const struct record *record, const char *name, struct error *error);

/* Why the record has no plan at all. */
int command_no_plan(const struct record *record, struct error *error);

/* The workstreams that were named, or everything. Refuses a record without a plan. */
int command_subjects(const struct record *record, int count, char **names,
                     struct subjects *subjects, struct error *error)
	__attribute__((warn_unused_result));

/* Reads a period as documents write it. */
int command_period(const char *text, struct period *period, struct error *error);

/* Text or JSON; false with *STATUS for any other word. */
bool command_format(const struct command *command, const char *format, bool *json,
                    enum status *status);

#endif
