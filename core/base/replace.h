/*
 * A file that is replaced in one step: whoever reads it meets the old bytes or the new.
 */
#ifndef BASE_REPLACE_H
#define BASE_REPLACE_H

#include <stddef.h>
#include <sys/types.h>

#include "base/error.h"

/*
 * Makes PATH a plain file of these bytes and this MODE (what the umask leaves of it). A
 * file or a link that is there is replaced, not written through.
 */
int replace_file(const char *path, const char *bytes, size_t length, mode_t mode,
                 struct error *error) __attribute__((warn_unused_result));

#endif
