/*
 * How long it takes to ask all rules of candour of the latest periods, with nothing kept
 * of the answers: what they add to a trend.
 */
#ifndef BENCH_QUESTIONS_H
#define BENCH_QUESTIONS_H

/* Seconds for all plans of the repository in FOLDER; less than 0 where it cannot be read. */
double questions_seconds(const char *folder);

#endif
