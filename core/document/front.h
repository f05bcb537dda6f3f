/*
 * Front matter as a tree of nodes, read by libyaml's events.
 *
 * A small, strict part of YAML: texts, lists and maps of texts. Anchors, aliases,
 * tags, several documents, keys that are not text, duplicate keys and nesting
 * deeper than FRONT_DEEPEST are faults. Every node keeps its place in the file. Where
 * libyaml cannot go on, the fault is the slip that explains it (document/plain.h), or
 * else what libyaml says in other words.
 */
#ifndef DOCUMENT_FRONT_H
#define DOCUMENT_FRONT_H

#include <stdbool.h>

#include "document/fault.h"
#include "document/source.h"

enum {
	FRONT_DEEPEST = 8,
	FRONT_MOST_EVENTS = 20000,
	FRONT_MOST_MEMBERS = 500, /* of one map: looking for duplicates is quadratic in it */
	FRONT_LONGEST_TEXT = 8192,
};

enum node_type { NODE_TEXT, NODE_LIST, NODE_MAP };

struct node {
	enum node_type type;
	bool plain; /* a NODE_TEXT that is not in quotes, nor of a block */
	bool flow;  /* a map's member in brackets */
	struct place place;
	struct place cut;       /* the ` #` that cuts a plain text off; line 0: none */
	const char *text;       /* of a NODE_TEXT; never NULL */
	const struct node *key; /* of a map's member */
	struct node *first;     /* of a list's or map's members */
	struct node *next;      /* the next member of the same list or map */
};

/* The root map, or NULL where FAULTS says why not. Lives in the faults' arena. */
const struct node *front_read(const struct source *source, struct faults *faults);

#endif
