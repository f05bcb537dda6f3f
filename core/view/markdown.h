/*
 * Pieces of Markdown: text in which nothing is markup, people, tables as GitHub and GitLab
 * have them. Whatever comes from a repository goes through these.
 */
#ifndef VIEW_MARKDOWN_H
#define VIEW_MARKDOWN_H

#include "base/buf.h"
#include "record/record.h"

/* Appends text as part of a line: what would be markup is escaped, a line break is a space. */
void markdown_text(struct buf *out, const char *text);

/* The same, of a text whose line breaks readers should see: not in a table. */
void markdown_lines(struct buf *out, const char *text);

/* A person or a post, as html_person() has it. */
void markdown_person(struct buf *out, const char *name);

/* "## Title" of this level, with an empty line before and after. */
void markdown_heading(struct buf *out, int level, const char *title);

/* "- **Name:** ", a fact in a list; its value follows, and a line end. */
void markdown_fact(struct buf *out, const char *name);

/* The head of a table; then each row is cells and markdown_row_end(), and a line end follows. */
void markdown_table(struct buf *out, const char *const *columns, size_t count);
void markdown_cell(struct buf *out, const char *text);
void markdown_row_end(struct buf *out);

#endif
