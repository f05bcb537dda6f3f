/*
 * What a landing changed of one document, as a section of its page.
 */
#ifndef SITE_CHANGE_PARTS_H
#define SITE_CHANGE_PARTS_H

#include "site/changes.h"

/* What readers call that document. Release it. */
struct buf landed_name(const struct html *html, const struct plan_view *view,
                       const struct landed *landed);

/* So many bytes the sections of a page have at most; each document gets its share. */
enum { CHANGE_LARGEST = 75000 };

/*
 * Appends the section of document NUMBER of the change. Sets *LEFT_OUT where something of it
 * is not told because it is exempt. There must be room left. Returns 0, or -1 with the error
 * filled.
 */
int change_part(struct html *html, const struct site_view *site, const struct plan_view *view,
                const struct landing_view *change, size_t number, bool *left_out,
                struct error *error) __attribute__((warn_unused_result));

/*
 * How the version's rating came to be, behind the rating itself: "re-rated from Green",
 * "improved, was Amber". BEFORE is what stood for the same period, or for the one before.
 */
void rating_move(struct html *html, const struct series *series, const struct standing *standing,
                 size_t index, const struct version **before);

#endif
