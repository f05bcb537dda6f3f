/*
 * A second process that does half of the work, and hands over what it found as bytes.
 *
 * It sees the memory of this one as it was when it began. What it cannot do, this
 * process does itself: a twin that dies, fails or takes too long is no error.
 */
#ifndef BASE_TWIN_H
#define BASE_TWIN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

struct twin;

/* The twin's work: returns 0 with OUT filled, or -1. */
typedef int (*twin_function)(void *context, struct buf *out);

/* How many twins have a processor beside this process's own; TWIN_MOST at most. */
enum { TWIN_MOST = 7 };
size_t twin_count(void);

/* Starts a twin; NULL where that cannot be, or where there is one processor alone. */
struct twin *twin_start(twin_function function, void *context);

/*
 * Waits at most PATIENCE milliseconds for the twin to be done. Returns its bytes, which live
 * until twin_close(), or NULL. To be called once.
 */
const char *twin_wait(struct twin *twin, int patience, size_t *length);

/* Ends the twin, if need be, and frees what it handed over. TWIN may be NULL. */
void twin_close(struct twin *twin);

#endif
