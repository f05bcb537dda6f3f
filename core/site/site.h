/*
 * The HTML site: every page of it, as rows of one table of kinds of page.
 *
 * Pages are made in memory, one by one, always in the same order and, for the same
 * record, with the same bytes: no clock and no locale enters. They need nothing but each
 * other and style.css. What a plan marks `exempt:` is left out, and the pages say that
 * something was.
 *
 * A site points into the record and the questions that it is opened with; close it with
 * site_close().
 */
#ifndef SITE_SITE_H
#define SITE_SITE_H

#include <stdint.h>

#include "markup/phrases.h"
#include "record/record.h"
#include "rules/finding.h"

struct notes;
struct site;

/*
 * Lists the pages of the record. QUESTIONS is what candour has to say of each plan of it,
 * all periods; NULL: that is not told. Returns 0, or -1 with the error filled.
 */
int site_open(const struct record *record, const struct findings *questions, struct site **site,
              struct error *error) __attribute__((warn_unused_result));

/*
 * From here on the pages are made for one who writes, with these notes (site/notes.h), which
 * must outlive the site's use. Without, nothing of them is in any page.
 */
void site_annotate(struct site *site, struct notes *notes);

/* The site will be at this address, whatever plans say: it gets a sitemap.xml. */
void site_place(struct site *site, const char *address);

/* True for an address that a site may have: of http or https, without a query. */
bool sitemap_takes(const char *address);

/* SITE may be NULL. */
void site_close(struct site *site);

/* The language of the words around all plans. */
enum language site_words(const struct site *site);

size_t site_count(const struct site *site);

/* Where page NUMBER stands below the site's folder: "plan/workstream.html". */
const char *site_path(const struct site *site, size_t number);

/*
 * A number that the pages have in common which are mostly made from the same documents, those of
 * one period of a plan; 0: that page is made from many. Who makes the pages of a group after one
 * another need not read its documents again.
 */
uint64_t site_group(const struct site *site, size_t number);

/* The kind of that page: "workstream". */
const char *site_kind(const struct site *site, size_t number);

/* What a page is made from. */
struct page_material {
	/* As digits: where they are the same as in an earlier record, so are the page's bytes. */
	char digits[33];
	bool known; /* false where only the page itself can tell */
	const struct landing
		*shown; /* the last that changed what the page shows; NULL: not known */
};
struct page_material site_material(const struct site *site, size_t number);

/*
 * Appends the bytes of page NUMBER. MATERIAL is what site_material() says of it, or NULL where
 * nobody has asked. Returns 0, or -1 with the error filled.
 */
int site_make(const struct site *site, size_t number, const struct page_material *material,
              struct buf *bytes, struct error *error) __attribute__((warn_unused_result));

/*
 * Begins the proof that nothing exempt is in the pages, see site/proof.h; and hands it page
 * NUMBER, whose bytes these are.
 */
struct proof;
int site_prove(const struct site *site, struct proof **proof, struct error *error)
	__attribute__((warn_unused_result));
void site_prove_page(const struct site *site, struct proof *proof, size_t number, const char *bytes,
                     size_t length);

struct page {
	const char *path;
	const char *bytes;
	size_t length;
};

/* Takes one page, whose memory is only lent. Other than 0 ends the making of the site. */
typedef int (*page_function)(const struct page *page, void *context);

/*
 * Makes every page of the site. Returns 0, or -1 when something could not be read
 * (ERROR says what) or EMIT returned other than 0 (ERROR is untouched).
 */
int site_render(const struct record *record, const struct findings *questions, page_function emit,
                void *context, struct error *error) __attribute__((warn_unused_result));

#endif
