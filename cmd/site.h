/*
 * The site as a folder: shared by `render` and the hook post-receive.
 */
#ifndef CMD_SITE_H
#define CMD_SITE_H

#include "record/record.h"

/*
 * Makes the whole site in FOLDER, or leaves what is there as it was. Where another process
 * is writing there, waits for it at most PATIENCE seconds. *PAGES is how many there are.
 */
int site_replace(const struct record *record, const char *folder, unsigned patience, size_t *pages,
                 struct error *error) __attribute__((warn_unused_result));

#endif
