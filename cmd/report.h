/*
 * How findings are told: the form that was asked for, on standard output, a summary on
 * standard error, and the exit code that they make. Shared by `check` and the hooks.
 */
#ifndef CMD_REPORT_H
#define CMD_REPORT_H

#include "command.h"
#include "rules/finding.h"

/* STRICT: warnings count as errors. QUIET: no summary. */
enum status report_findings(const struct findings *findings, size_t documents, bool strict,
                            bool quiet);

#endif
