/*
 * The floor: what no program that makes pages of Markdown can do without.
 */
#ifndef BENCH_FLOOR_H
#define BENCH_FLOOR_H

/* Each file of the folder FROM becomes a page of the new folder TO, by cmark alone. */
int floor_run(const char *from, const char *to);

#endif
