/*
 * A repository as somebody would write it who wants the site to fail: its names, titles, ids,
 * texts, messages, authors and tags are markup, script, addresses that act, paths that leave
 * the folder, names of devices, letters that turn text round, and words without an end.
 */
#ifndef SUPPORT_HOSTILE_H
#define SUPPORT_HOSTILE_H

#include "support/history.h"

/* The folders of its plans below plans/: one with every kind of document, one of bad ids, one
 * of many workstreams; then those whose names are the trap. */
extern const char *const hostile_plans[];
extern const size_t hostile_plan_count;

enum { HOSTILE_WORKSTREAMS = 300, HOSTILE_LONG = 8000 };

/* Makes the repository in FOLDER. */
struct history *hostile_history(struct sandbox *sandbox, const char *folder);

#endif
