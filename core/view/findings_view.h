/*
 * Findings as people and other programs read them, in one of several formats.
 *
 * A format is a row in the table of findings_formats.c and a function that appends to a
 * buffer. In each of them lines and columns count from 1, columns in characters, and
 * what comes from a repository can neither move a cursor nor be read as a command of
 * the program that takes the output.
 */
#ifndef VIEW_FINDINGS_VIEW_H
#define VIEW_FINDINGS_VIEW_H

#include "base/buf.h"
#include "rules/finding.h"

struct layout;

/* Findings, and how they are told. */
struct findings_told {
	const struct findings *findings;
	size_t documents;            /* how many were judged */
	const struct layout *layout; /* of what a person reads; NULL where a program does */
};

struct findings_format {
	const char *name;
	void (*add)(const struct findings_told *told, struct buf *out);
};

enum { FINDINGS_FORMATS = 6 };

/* The first is the usual one: `text`. */
extern const struct findings_format findings_formats[FINDINGS_FORMATS];

/* The format of this name, the usual one where NAME is NULL; NULL where there is none. */
const struct findings_format *findings_format_named(const char *name);

/*
 * `path:line:column: severity: message [rule]`, a line each; the landing that it is about
 * and the answer that was given follow, and a line for each piece of evidence. For a person the
 * line of the document stands below, with a caret under the column, unless it is explained; and
 * what one explanation answers in one document is told once, with how many more there are.
 */
void findings_told_as_text(const struct findings_told *told, struct buf *out);

/* The same for a program. */
void findings_as_text(const struct findings *findings, struct buf *out);

/* One JSON document, which findings_schema() describes. */
void findings_told_as_json(const struct findings_told *told, struct buf *out);

/* The JSON Schema, draft 2020-12. */
void findings_schema(struct buf *out);

/* SARIF 2.1.0, with every rule that there is. */
void findings_told_as_sarif(const struct findings_told *told, struct buf *out);

/*
 * Workflow commands of GitHub Actions, errors first and no more than are shown of a step;
 * how many are not; and every finding as text.
 */
void findings_told_as_github(const struct findings_told *told, struct buf *out);

/* The code quality report of GitLab. */
void findings_told_as_gitlab(const struct findings_told *told, struct buf *out);

/* Logging commands of Azure Pipelines; an answered finding as text. */
void findings_told_as_azure(const struct findings_told *told, struct buf *out);

/* "12 documents: 5 errors, 1 warning"; "12 documents: no errors". */
void findings_summary(const struct findings *findings, size_t documents, struct buf *out);

#endif
