/*
 * Mutations: a text with small things wrong, from a generator of numbers that gives
 * the same ones for the same seed on every machine.
 */
#ifndef SUPPORT_MUTATION_H
#define SUPPORT_MUTATION_H

#include <stdint.h>

#include "base/buf.h"

struct chance {
	uint64_t state; /* the seed; not 0 */
};

/* A number from 0 to BELOW - 1. */
size_t chance_below(struct chance *chance, size_t below);

/*
 * Changes the text in one to four places: bytes, tokens of YAML and of other trouble,
 * whole lines, indents. Most changes are near the text's beginning.
 */
void mutate(struct buf *text, struct chance *chance);

/* A front matter of such tokens alone, in order of chance, and a short body. */
void mutation_soup(struct buf *text, struct chance *chance);

#endif
