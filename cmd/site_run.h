/*
 * One run that makes a site: shared by site.c and site_pages.c.
 */
#ifndef CMD_SITE_RUN_H
#define CMD_SITE_RUN_H

#include <stdbool.h>
#include <time.h>

#include "base/buf.h"
#include "base/staging.h"
#include "site.h"
#include "site/proof.h"
#include "site/site.h"

struct run {
	const struct record *record;
	const struct site_order *order;
	struct site_made *made;
	struct staging *staging;
	struct findings *questions;
	struct site *site;
	bool watched; /* on a terminal */
	double told;  /* seconds from the beginning to what was said last; 0: nothing */
	struct timespec begun;
	struct proof *proof; /* or NULL: nobody asked for one */
	struct error *error;
};

/* Makes page NUMBER, of which site_material() says MATERIAL, and hands it to the proof. */
int run_make(const struct run *run, size_t number, const struct page_material *material,
             struct buf *bytes) __attribute__((warn_unused_result));

/* Says on a terminal how far it is, once it has taken a second; DONE: takes that back. */
void run_tell(struct run *run, size_t number, bool done);

/*
 * Makes all pages in the staging folder, by as many processes as there are processors. No
 * page depends on which of them made it.
 */
int run_put_pages(struct run *run) __attribute__((warn_unused_result));

#endif
