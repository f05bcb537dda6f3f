/*
 * Measuring: programs run to their end, and what each one took.
 */
#ifndef BENCH_MEASURE_H
#define BENCH_MEASURE_H

#include <stdbool.h>
#include <stdio.h>

/* Ends the benchmark: it could not measure. */
_Noreturn void bench_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

struct run {
	const char *folder;           /* where to run; NULL: here */
	const char *const *arguments; /* the program's first, found in PATH; then NULL */
	const char *output;           /* the file for standard output; NULL: /dev/null */
	FILE *input;                  /* standard input; NULL: nothing */
};

/* What a program took, with the programs that it started and waited for. */
struct sample {
	double wall, cpu; /* seconds */
	double memory;    /* MiB: the most that one of them held */
};

/* Runs it; it must exit with 0. */
struct sample measure(const struct run *run);

/* RUN("folder", "git", "gc") runs without measuring. */
#define RUN(where, ...)                                                                            \
	measure(&(struct run){.folder = where,                                                     \
	                      .arguments = (const char *const[]){__VA_ARGS__, NULL}})

/* The same for more than once, and the middle of what it took. */
enum { MOST_SAMPLES = 64 };
struct series {
	struct sample samples[MOST_SAMPLES];
	unsigned count;
};

struct spread {
	double least, median, most;
};

void series_add(struct series *series, struct sample sample);
struct spread series_wall(const struct series *series);
double series_cpu(const struct series *series);    /* the median */
double series_memory(const struct series *series); /* the most */

#endif
