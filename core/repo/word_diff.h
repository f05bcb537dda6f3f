/*
 * What changed between two texts, word by word, as `git diff --word-diff` tells it: the
 * library compares them with a word on each line.
 *
 * A word is what stands between blanks; a line end is a word of its own, so that paragraphs
 * can be told. A word that is the same between two long changes is told with them, since
 * nobody reads a sentence through crumbs of it.
 */
#ifndef REPO_WORD_DIFF_H
#define REPO_WORD_DIFF_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"

enum word_fate { WORD_SAME, WORD_REMOVED, WORD_ADDED };

/* A word of either text, into which it points. */
struct word {
	const char *text;
	size_t length; /* a line end is one byte */
};

/* Words in a row that share their fate. */
struct word_run {
	enum word_fate fate;
	const struct word *words;
	size_t count;
};

struct word_diff {
	struct word_run *runs; /* as they are read: what was removed before what took its place */
	size_t count, room;
	size_t removed, added; /* words */
	/* There were too many words to compare: what is between the first and the last that
	 * differ counts as changed. */
	bool coarse;
	struct arena arena;
};

/* So many words in both texts together are compared; of more only the ends are. */
enum { WORD_DIFF_MOST = 24000 };

/*
 * Compares two texts of LENGTH bytes, which must outlive it; any bytes. Release it with
 * word_diff_release(), on failure too.
 */
int word_diff_read(struct word before, struct word after, struct word_diff *diff,
                   struct error *error) __attribute__((warn_unused_result));

void word_diff_release(struct word_diff *diff);

#endif
