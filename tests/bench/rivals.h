/*
 * Others that make a site of Markdown: Hugo, Jekyll, and the floor, which is cmark on every
 * page and nothing but writing the files.
 *
 * Each has the same pages: the reports of a repository as they stand, from the first plan's
 * first on, and again from the first where there are to be more.
 */
#ifndef BENCH_RIVALS_H
#define BENCH_RIVALS_H

#include "base/arena.h"
#include "bench/measure.h"

enum rival { RIVAL_FLOOR, RIVAL_HUGO, RIVAL_JEKYLL, RIVAL_COUNT };

extern const char *const rival_names[RIVAL_COUNT];

struct rivals {
	const char *folder;
	bool installed[RIVAL_COUNT];
	unsigned pages[RIVAL_COUNT], reports; /* to make; and how many differ */
};

/*
 * Writes PAGES pages of Markdown for each of them below FOLDER. Jekyll, a hundred times slower
 * than the floor, has MOST_SLOW at most.
 */
enum { MOST_SLOW = 2400 };
void rivals_prepare(struct rivals *rivals, const char *repository, const char *folder,
                    unsigned pages, struct arena *arena);

/* One makes all of its pages; it must make as many. */
struct sample rivals_run(const struct rivals *rivals, enum rival rival, struct arena *arena);

/* How many pages of HTML there are below FOLDER, and how many bytes in them. */
struct weight {
	unsigned pages;
	double megabytes;
};
struct weight weight_of(const char *folder);

#endif
