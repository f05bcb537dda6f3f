/*
 * The site as a folder: shared by `render` and the hook post-receive.
 */
#ifndef CMD_SITE_H
#define CMD_SITE_H

#include "record/record.h"
#include "site/inspection.h"

/* What is asked for. */
struct site_order {
	const char *folder;
	unsigned patience; /* seconds, where another process is writing there */
	bool anew;         /* make every page, whatever was kept of an earlier run */
};

/* What came of it. */
struct site_made {
	size_t pages; /* the style sheet is none, nor is what is for programs */
	size_t made;  /* of all files: those that an earlier run had not made from the same */
};

/*
 * Makes every page in memory, writes nothing, and appends a line for each thing that is wrong:
 * see site/inspection.h. What the order says of a folder does not count.
 */
int site_inspect(const struct record *record, const struct site_order *order, struct buf *out,
                 struct inspected *inspected, struct error *error)
	__attribute__((warn_unused_result));

/*
 * Makes the whole site in the folder, or leaves what is there as it was. A page that was made
 * from the same in the run before is not made again.
 */
int site_replace(const struct record *record, const struct site_order *order,
                 struct site_made *made, struct error *error) __attribute__((warn_unused_result));

#endif
