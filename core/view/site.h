/*
 * The HTML site: an index of plans, a page per plan, a page per workstream, one of what
 * is questioned in a plan, and one of the rules that documents are checked by.
 *
 * Pages are made in memory and handed over one by one, always in the same order
 * and, for the same record, with the same bytes: no clock and no locale enters.
 * They need nothing but each other and style.css. What a plan marks `exempt:` is
 * left out, and the pages say that something was.
 */
#ifndef VIEW_SITE_H
#define VIEW_SITE_H

#include "record/record.h"
#include "rules/finding.h"

struct page {
	const char *path; /* below the site's folder: "plan/workstream.html" */
	const char *bytes;
	size_t length;
};

/* Takes one page, whose memory is only lent. Other than 0 ends the making of the site. */
typedef int (*page_function)(const struct page *page, void *context);

/*
 * Makes every page of the site. Returns 0, or -1 when something could not be read
 * (ERROR says what) or EMIT returned other than 0 (ERROR is untouched). QUESTIONS is
 * what candour has to say of each plan of the record, all periods; NULL: that is not told.
 */
int site_render(const struct record *record, const struct findings *questions, page_function emit,
                void *context, struct error *error) __attribute__((warn_unused_result));

#endif
