/*
 * The frame of a page: everything around its main part.
 *
 * The policy stands first in the head: no script, no style of the page's own (but for the
 * style sheet that a page alone has inside), nothing from another host. Every page says at
 * its foot which commit it shows.
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
	const char *title;        /* the page's heading */
	const char *organisation; /* NULL where plans of several share the page */
	const struct plan *plan;  /* NULL on the page of all plans */
	const char *top;          /* from the page to the site's top: "" or "../" */
	const char *feed;         /* the address of the page's feed, or NULL */
	const char *foot;         /* of every sheet of paper, in a page alone */
	bool alone;               /* there is no site around it: all that it needs is in it */
	/* The pages above this one, the topmost first. */
	struct crumb crumbs[FRAME_MOST_CRUMBS];
	size_t crumb_count;
};

/* Everything up to and with the heading. */
void frame_begin(struct html *html, const struct frame *frame);

void frame_end(struct html *html, const struct frame *frame);

#endif
