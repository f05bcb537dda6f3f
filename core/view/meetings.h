/*
 * What meetings saw of a plan: the tags that mark it, in the order of the history, and what
 * changed from one to the next.
 *
 * A tag counts that a meeting in the plan's register names, that `ragtrail publish` gives to
 * a paper of the plan, or whose name begins with `board/`.
 */
#ifndef VIEW_MEETINGS_H
#define VIEW_MEETINGS_H

#include "record/registers.h"

struct site_view;
struct plan_view;

struct marked_meeting {
	const char *name;              /* of the tag, without "refs/tags/" */
	const char *page;              /* that name as a part of a page's name */
	const struct meeting *meeting; /* as the register has it; NULL where it does not */
	const struct landing *landing;
};

/* Of more tags than these only the newest count. */
enum { MEETINGS_MOST = 24 };

struct meetings {
	struct marked_meeting *items; /* oldest first; each of another landing */
	const char *
		*pages; /* beside the items: of what changed to the next; to now after the last */
	size_t count;
	size_t older;       /* that are not among them */
	const char **aside; /* those that are on no landing of this history */
	size_t aside_count;
	struct registers registers;
};

/* The landing that the reference of this whole name is on; NULL: it is on none of the record. */
const struct landing *meeting_landing(const struct record *record, const char *reference);

/* Fills in the meetings of every plan, whose landings have been found. */
int site_meetings(struct site_view *site, struct error *error) __attribute__((warn_unused_result));

#endif
