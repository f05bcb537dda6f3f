/*
 * Findings: what the rules have to say, each at a place in a file.
 */
#ifndef RULES_FINDING_H
#define RULES_FINDING_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "document/value.h"

enum severity {
	SEVERITY_ERROR,     /* keeps the document off the record */
	SEVERITY_WARNING,   /* worth a look */
	SEVERITY_EXPLAINED, /* answered in the document itself (`explained:`) */
	SEVERITY_OFF,       /* the plan asked not to hear of it */
	SEVERITY_COUNT,
};

/* "error", "warning", "explained", "off". */
const char *severity_word(enum severity severity);

/* Where somebody who doubts a finding can look. */
struct finding_evidence {
	const char *path;
	int line;
	const char *period; /* as a document writes it; NULL: the file is about none */
	const char *commit; /* the landing that put it on record, in hex; NULL: not known */
	const char *text;   /* what stands there, in words */
};

struct finding {
	const char *path;
	struct place place;
	enum severity severity;
	const char *rule; /* its id */
	const char *message;
	const char *answer; /* of SEVERITY_EXPLAINED: the reason given */
	const char *commit; /* the landing that it is about, in hex; NULL: the tree judged */
	/* Of a rule of candour: what it is about, and what makes one ask. */
	const char *workstream; /* "overview" for the programme's own rating; else NULL */
	struct period period;   /* last 0: of none */
	const struct finding_evidence *evidence;
	size_t evidence_count;
	const char *line; /* of the document, as it was judged; NULL where there is none */
};

/* Nobody reads more; of what is beyond only the number is kept. */
enum { FINDINGS_MOST = 10000 };

struct findings {
	struct arena arena;
	struct finding *items;
	size_t count, room;
	size_t totals[SEVERITY_COUNT]; /* those that are not kept among them */
	size_t unkept;
	size_t passed; /* items, from the last on, that an error may no longer replace */
	/* Numbers of the items by workstream, period and number: see findings_order(). */
	uint32_t *order; /* NULL: it is not known */
};

/*
 * Copies the finding; drops one whose severity is off. From FINDINGS_MOST on it is only
 * counted, unless it is an error and another one can make room.
 */
void findings_add(struct findings *findings, const struct finding *finding);

/* What was only counted in FROM counts here too: what it is about is not known any more. */
void findings_carry(struct findings *findings, const struct findings *from);

/* Sorts by path, line, column and rule, and drops what was said twice of one period. */
void findings_sort(struct findings *findings);

/*
 * From here on, until something is added or dropped, findings_about() is quick: of one who
 * asks about each of hundreds of periods.
 */
void findings_order(struct findings *findings);

/*
 * The finding of this very workstream and period that has the number *AT, or comes next, and
 * *AT for the one behind it: to be begun with 0, in the order of the items. NULL: no more.
 */
const struct finding *findings_about(const struct findings *findings, const char *workstream,
                                     struct period period, size_t *at);

/*
 * Drops what already stood before a change: findings whose path, rule and message are
 * among those of BEFORE, as often as they are there (lines move, so they do not count).
 * Returns how many were dropped.
 */
size_t findings_drop_standing(struct findings *findings, const struct findings *before);

void findings_release(struct findings *findings);

#endif
