/*
 * What the parts of the model share: what it knows of a history while it goes through
 * its landings. (support/model.h)
 */
#ifndef SUPPORT_MODEL_RULES_H
#define SUPPORT_MODEL_RULES_H

#include "support/model.h"

typedef uint64_t commit_set;

enum { MOST_KEYS = 256, MOST_VERSIONS = 32, MOST_DRAFTS = 1024, MOST_REMARKS = 256 };

struct key {
	int workstream;
	struct period period;
};

struct model_version {
	struct model_file file;
	int landing, rater; /* commits */
	int number;         /* of the landing */
	int rated;          /* which version of the key gave the rating its value */
	bool rerating;
};

/* All that is on record of one workstream and period. */
struct on_record {
	struct key key;
	struct model_version versions[MOST_VERSIONS];
	int count;
	bool withdrawn;
	int withdrawals[MOST_VERSIONS], before[MOST_VERSIONS], withdrawal_count;
	/* Of the landing that is being judged: */
	bool stood;       /* on record and not withdrawn before it */
	bool keeps, kept; /* the record is held by this key, after and before it */
	bool moved_on;    /* its last version inside the landing was left for a later period */
	bool conflict;    /* a remark is due */
	int from, path;   /* the commit inside, and the path, from which it lands; or -1 */
};

struct model_draft {
	struct model_file file;
	int commit, number;
};

struct model_remark {
	int number;
	char text[40];
};

struct model {
	const struct model_history *history;
	commit_set reach[MODEL_COMMITS]; /* itself and everything behind it */
	struct model_file said[MODEL_COMMITS][MODEL_PATHS];
	struct on_record keys[MOST_KEYS];
	int key_count;
	struct model_draft drafts[MOST_DRAFTS];
	int draft_count;
	struct model_remark remarks[MOST_REMARKS];
	int remark_count;
	struct buf holes;
	bool dated_backwards;
	/* The landing that is being judged. */
	int last;                    /* landing's number */
	int number, landing, before; /* commits; -1: nothing had landed before */
	commit_set landed, inside;
	int order[MODEL_COMMITS], order_count;
};

static inline bool in(commit_set set, int commit)
{
	return (set >> commit & 1) != 0;
}

static inline bool same_key(struct key a, struct key b)
{
	return a.workstream == b.workstream && a.period.first == b.period.first &&
	       a.period.last == b.period.last;
}

/* Periods sort by their last month, then by their first. */
static inline bool is_later(struct period a, struct period b)
{
	return a.last != b.last ? a.last > b.last : a.first > b.first;
}

static inline struct key key_of(const struct model_file *file)
{
	return (struct key){file->workstream, file->period};
}

static inline bool stands(const struct on_record *record)
{
	return record->count != 0 && !record->withdrawn;
}

/* A commit introduces a version that none of its parents has at that path. */
bool model_introduces(const struct model *model, int commit, int path);

/* What a reader must know of the landing, once it has been judged. (model_remarks.c) */
void model_remark(struct model *model, const int *chain);

/* Every two periods that stand in the end and share a month. (model_remarks.c) */
void model_remark_overlaps(struct model *model);

/* The record as text. (model_text.c) */
void model_print(const struct model *model, struct buf *text);

#endif
