/*
 * Fingerprints: findings known again after lines have moved.
 *
 * One is made of the path, the rule, the message (without the numbers of lines in it)
 * and how many like it came before in the same list.
 */
#ifndef VIEW_FINGERPRINT_H
#define VIEW_FINGERPRINT_H

#include "base/arena.h"
#include "base/map.h"
#include "rules/finding.h"

/* {0}, then fingerprints_release(). */
struct fingerprints {
	struct arena arena;
	struct map counts;
};

/* The fingerprint of the next finding of a list. It lives until the release. */
const char *fingerprint_next(struct fingerprints *fingerprints, const struct finding *finding);

void fingerprints_release(struct fingerprints *fingerprints);

#endif
