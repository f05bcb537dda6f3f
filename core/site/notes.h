/*
 * Notes: what somebody who writes is told on the pages, and no other reader: what is wrong
 * with the documents, each finding at its place, and whether a page differs from what is
 * committed.
 *
 * They are data handed to a site with site_annotate(). In an ordinary site there are none:
 * then html->notes is NULL, every function here writes nothing, and no byte differs.
 *
 * A finding stands at the field or the section that it is about, where a page shows that;
 * else at the top of the page of its document; of a document that cannot be read at all, on
 * the pages of its plan and of all plans.
 */
#ifndef SITE_NOTES_H
#define SITE_NOTES_H

#include <stdint.h>

#include "markup/html.h"
#include "record/collection.h"
#include "rules/finding.h"

struct document;
struct site_view;

/* What the pages with notes fetch besides: a style sheet and a script, from one server alone. */
#define NOTES_STYLE "/-/preview.css"
#define NOTES_SCRIPT "/-/preview.js"
#define NOTES_POLICY                                                                               \
	"default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "                \
	"connect-src 'self'; base-uri 'none'; form-action 'none'"

/*
 * Notes of what was found in the collection; both must outlive them. BEFORE are the notes of
 * the site as it was, all of whose pages were made or kept: a page that differs says so. It
 * may be NULL: nothing can differ; and so may the other two: nothing was found. Never NULL.
 */
struct notes *notes_new(const struct findings *findings, const struct collection *collection,
                        const struct notes *before)
	__attribute__((returns_nonnull, warn_unused_result));

/* NOTES may be NULL. */
void notes_free(struct notes *notes);

/* The page at this path is as it will be: it is known without being made. */
void notes_keep(struct notes *notes, const char *path);

/* How many pages that were made differ from those before, or were none of them. */
size_t notes_changed(const struct notes *notes);

/* A number that is another one when the page that was made last is another one. */
uint64_t notes_tag(const struct notes *notes);

/* --- for the site: which page is whose, and around each page; NOTES may be NULL --- */

void notes_place(struct notes *notes, const struct site_view *site);
void notes_page(struct notes *notes, const char *path);
void notes_finish(struct html *html);

/* --- for the frame: in the head; where the banner goes; where the top of the page is --- */

void notes_head(struct html *html);
void notes_banner(struct html *html);
void notes_top(struct html *html);

/* --- for the parts of pages --- */

/* What follows shows this document. */
void notes_about(struct html *html, const struct document *document);

/*
 * What was found at that field ("milestones"), or below that section's heading, of the
 * document that is shown; each finding once a page.
 */
void notes_at(struct html *html, const char *place);

#endif
