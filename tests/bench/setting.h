/*
 * The setting of a benchmark: which program is measured, and where.
 */
#ifndef BENCH_SETTING_H
#define BENCH_SETTING_H

#include "base/arena.h"
#include "bench/sheet.h"

struct setting {
	const char *ragtrail; /* the program: RAGTRAIL in the environment, or the one built */
	const char *source;   /* the project's own folder */
	const char *folder;   /* for what is made: BENCH_FOLDER, or `bench` beside what is built */
	const char *about;    /* what the figures depend on */
};

/* All paths are absolute. Ends the benchmark where something is missing. */
void setting_find(struct setting *setting, struct arena *arena);

/* Prints the sheet, and writes it as a page into the folder. */
void setting_publish(const struct setting *setting, const struct sheet *sheet, const char *name);

#endif
