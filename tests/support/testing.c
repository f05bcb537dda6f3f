#include "support/testing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

void testing_compare(const char *actual, const char *expected, const char *file, int line)
{
	if (strcmp(actual, expected) == 0)
		return;
	size_t same = 0, start = 0;
	int number = 1;
	for (; actual[same] != '\0' && actual[same] == expected[same]; same++) {
		if (actual[same] == '\n') {
			number++;
			start = same + 1;
		}
	}
	print_error("--- expected\n%s\n--- but it is\n%s\n--- first difference, line %d\n",
	            expected, actual, number);
	print_error("expected: %.*s\n  but is: %.*s\n", (int)strcspn(expected + start, "\n"),
	            expected + start, (int)strcspn(actual + start, "\n"), actual + start);
	_fail(file, line);
}

void testing_case(int holds, const char *condition, const char *name, const char *file, int line)
{
	if (holds)
		return;
	print_error("%s: not so: %s\n", name, condition);
	_fail(file, line);
}

const char *next_line(const char *text)
{
	text += strcspn(text, "\n");
	return *text == '\n' ? text + 1 : text;
}

double testing_seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

bool testing_is_slow(void)
{
	const char *wrapper = getenv("RAGTRAIL_WRAPPER");
	return wrapper != NULL && wrapper[0] != '\0';
}

void testing_quick(double start, double limit, const char *name, const char *file, int line)
{
	double used = testing_seconds() - start;
#ifdef SANITIZED
	limit *= 10;
#endif
	if (testing_is_slow())
		limit *= 60;
	if (used <= limit)
		return;
	print_error("%s: took %.2f s, more than %.2f s\n", name, used, limit);
	_fail(file, line);
}
