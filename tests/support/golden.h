/*
 * Golden files: whole outputs, kept in tests/golden and compared byte by byte.
 */
#ifndef SUPPORT_GOLDEN_H
#define SUPPORT_GOLDEN_H

#include <stddef.h>

/*
 * Fails unless the bytes are those of tests/golden/NAME, and shows the difference;
 * what they are instead stays in NAME.actual under the build's folder. With
 * UPDATE_GOLDEN=1 in the environment the golden file is written instead. NAME may
 * stand in folders of its own: "page/no-updates.html".
 */
void golden_check(const char *name, const char *bytes, size_t length);

#endif
