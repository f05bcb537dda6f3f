/*
 * The corpus: plans that were never real, with their faults known.
 *
 * A plan is made of a seed and a set of wording alone: the same two give the same bytes.
 * Its documents break no rule of form. A label says which rule must speak of which
 * document; every other word of a rule of candour is a false alarm.
 */
#ifndef CANDOUR_CORPUS_H
#define CANDOUR_CORPUS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum corpus_set { CORPUS_TUNING, CORPUS_SCORING };

struct corpus_file {
	const char *path, *text;
	/* The rating with which it landed first, where that is another one; or NULL. */
	const char *first_rating;
};

enum { CORPUS_EITHER = 3 };

struct corpus_label {
	const char *rule, *path;
	/* Found as well where one of these rules speaks, or at this other path; or NULL. */
	const char *or_rule[CORPUS_EITHER], *or_path;
	/* No fault was planted: it is only no false alarm. */
	bool allowed;
};

struct corpus_plan {
	const char *id;
	struct corpus_file *files; /* by path */
	size_t count, room;
	struct corpus_label *labels;
	size_t label_count, label_room;
	struct arena arena;
};

/* Makes plan NUMBER of the set. Release it. */
void corpus_make(enum corpus_set set, unsigned number, struct corpus_plan *plan);
void corpus_release(struct corpus_plan *plan);

#endif
