/*
 * A scan of plain front matter under way: what scan.c, which goes from line to line, and
 * scan_value.c, which reads a name or a value, share. Seen by these two alone.
 */
#ifndef DOCUMENT_SCANNER_H
#define DOCUMENT_SCANNER_H

#include <stdint.h>

#include "document/scan.h"

enum {
	DEEPEST_BLOCK = 5,
	DEEPEST_FLOW = 2,
	MOST_NAMES = 48, /* of one map */
	SLOTS = 64,
};

enum wanted {
	WANTED_KIND,
	WANTED_DRAFT,
	WANTED_EXEMPT,
	WANTED_WORKSTREAM,
	WANTED_PERIOD,
	WANTED_RAG,
	WANTED_SPONSOR,
	WANTED_AGREED,
	WANTED_FORECAST,
	WANTED_REASON, /* these two of the correction */
	WANTED_RAISED_BY,
	WANTED_TEXTS, /* the number of those above; below, what is no text */
	WANTED_IMPORTED = WANTED_TEXTS,
	WANTED_CORRECTION,
	UNWANTED,
};

/* The names of one map, to find one that is given twice. */
struct names {
	uint64_t used; /* a bit a slot; the other slots are not even zeroed */
	unsigned count;
	const char *slots[SLOTS];
};

/* A list or map, each item or name of which begins its line at the same indent. */
struct level {
	size_t indent;
	bool is_list;
	struct names names; /* of a map */
};

/*
 * LIMIT is behind the last line feed: as no loop here passes a line feed unseen, none
 * but those that go from line to line must look for the end.
 */
struct scanner {
	const char *at, *limit, *end;
	const char *line;  /* where the line began */
	enum wanted field; /* the last name; UNWANTED below the top */
	bool pending;      /* a name whose value, if any, is on the lines below */
	bool imported;
	bool in_correction; /* the second level is that of `correction` */
	unsigned depth;
	struct level levels[DEEPEST_BLOCK];
	struct scan_text texts[WANTED_TEXTS];
};

static inline void skip_spaces(struct scanner *scanner)
{
	while (*scanner->at == ' ')
		scanner->at++;
}

static inline struct level *top(struct scanner *scanner)
{
	return &scanner->levels[scanner->depth - 1];
}

/* The length of the name at AT, behind which stands `: ` or `:` and the line's end; or 0. */
size_t scan_name(const char *at);

/* False when the map has the name already, or too many. */
bool scan_add_name(struct names *names, const char *name, size_t length);

/* The value at AT, which must be one line's text when TEXT is not NULL. */
bool scan_value(struct scanner *scanner, struct scan_text *text);

#endif
