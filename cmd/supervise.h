/*
 * Running a command in a child process, under limits.
 *
 * git repositories come from elsewhere, and libgit2 can be made to crash or to spin by a
 * damaged one. A command that ends so must not take its half-done output for an answer.
 */
#ifndef CMD_SUPERVISE_H
#define CMD_SUPERVISE_H

#include "command.h"

/* Runs the command, and returns its exit code; the child ends with it. */
int supervise(const struct command *command, int argc, char **argv);

#endif
