/*
 * Faults: what is wrong inside one document, found while reading it.
 *
 * A fault names the rule that it breaks; the rules room turns it into a finding
 * with that rule's severity. Messages are complete sentences in plain English
 * that say what to do instead, on one line of visible text whatever they quote.
 * Memory belongs to the arena given.
 */
#ifndef DOCUMENT_FAULT_H
#define DOCUMENT_FAULT_H

#include <stddef.h>

#include "base/arena.h"
#include "document/value.h"

struct fault {
	const char *rule; /* static */
	struct place place;
	const char *message;
};

struct faults {
	struct arena *arena;
	struct fault *items;
	size_t count, room;
};

/* A file that breaks everything is told its first faults, not a million. */
enum { FAULTS_MOST = 1000 };

void fault_add(struct faults *faults, const char *rule, struct place place, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

#endif
