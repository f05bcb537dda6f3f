/*
 * What every test includes first: cmocka after the headers that it needs, and the
 * few comparisons that it lacks.
 */
#ifndef SUPPORT_TESTING_H
#define SUPPORT_TESTING_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <cmocka.h>

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED 1
#endif
#endif

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/* Fails unless the texts are equal, and shows the first line that is not. */
#define assert_text(actual, expected) testing_compare(actual, expected, __FILE__, __LINE__)
void testing_compare(const char *actual, const char *expected, const char *file, int line);

/* Fails unless CONDITION holds, and says of which case in a table it did not. */
#define assert_case(condition, name)                                                               \
	testing_case((condition) ? 1 : 0, #condition, name, __FILE__, __LINE__)
void testing_case(int holds, const char *condition, const char *name, const char *file, int line);

/* Behind the first line of TEXT: the next one, or the text's end. */
const char *next_line(const char *text);

/* The processor time, in seconds, that this program has used. */
double testing_seconds(void);

/* True where programs are run by another that makes them many times slower. */
bool testing_is_slow(void);

/*
 * Fails when more than LIMIT seconds of processor time have passed since START.
 * Programs under a sanitizer or in valgrind are given many times as long.
 */
#define assert_quick(start, limit, name) testing_quick(start, limit, name, __FILE__, __LINE__)
void testing_quick(double start, double limit, const char *name, const char *file, int line);

#endif
