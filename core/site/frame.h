/*
 * The frame of a page: everything around its main part.
 *
 * The policy stands first in the head: no script, no style of the page's own (but for the
 * style sheet that a page alone has inside), nothing from another host. A page says at its
 * foot which landing changed last what it shows, so that a new commit leaves every other page
 * as it is; those that show the record as a whole say which commit that is at.
 */
#ifndef SITE_FRAME_H
#define SITE_FRAME_H

#include "markup/html.h"
#include "record/record.h"

struct crumb {
	const char *title, *address;
};

enum { FRAME_MOST_CRUMBS = 2 };

struct frame {
	const struct record *record;
	const char *title;           /* the page's heading */
	const char *organisation;    /* NULL where plans of several share the page */
	const struct plan *plan;     /* NULL on the page of all plans */
	const char *top;             /* from the page to the site's top: "" or "../" */
	const char *accent;          /* the folder of the accent, where `plan` is NULL; or NULL */
	const char *feed;            /* the address of the page's feed, or NULL */
	const char *foot;            /* of every sheet of paper, in a page alone */
	const struct landing *shown; /* the last that changed the page; NULL: it is the record's */
	bool timeless;               /* nothing of the record is shown, and no commit named */
	bool alone;                  /* there is no site around it: all that it needs is in it */
	/* The pages above this one, the topmost first. */
	struct crumb crumbs[FRAME_MOST_CRUMBS];
	size_t crumb_count;
};

/* Everything up to and with the heading. */
void frame_begin(struct html *html, const struct frame *frame);

void frame_end(struct html *html, const struct frame *frame);

#endif
