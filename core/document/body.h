/*
 * The body of a document: Markdown, read by cmark, as sections and as safe HTML.
 *
 * A heading of level 1 or 2 begins a section. HTML made here never contains
 * markup that an author wrote: raw HTML is shown as text, comments are left out,
 * links go to http, https, mailto, a fragment, or a page or data of the site only, and an
 * image becomes a link to it. A link to another file beside the document leads to its
 * page; where the site has none it is its text and the address. A link inside a link is
 * only its text, and one that leaves the site shows its host. The text must have passed
 * source_read().
 */
#ifndef DOCUMENT_BODY_H
#define DOCUMENT_BODY_H

#include <stdbool.h>
#include <stddef.h>

#include "document/fault.h"
#include "document/placeholder.h"

struct buf;

struct section {
	const char *title; /* the heading's text, without markup */
	struct place place;
	bool empty;  /* nothing but comments below the heading */
	size_t from; /* the byte of the body's text at which its heading begins */
};

/* A link to a file beside the document. */
struct link {
	const char *address;
	struct place place;
};

struct body {
	const char *text;
	size_t length;
	int line; /* of its first byte in the file */
	struct section *sections;
	size_t count;
	bool apart; /* no section needs the others to be understood: nothing defines a link */
	struct section *unmade; /* headings without a space, which Markdown takes for text */
	size_t unmade_count;
	struct placeholder *placeholders; /* the first BODY_MOST_PLACEHOLDERS only */
	size_t placeholder_count;
	struct link *links; /* relative ones, and the first BODY_MOST_LINKS only */
	size_t link_count;
};

/* Sections that are not one of `sections`. */
enum { BODY_PREFACE = -1 /* what stands before the first heading */ };

/* Making each section's HTML may read the whole body again, so their number is bounded. */
enum { BODY_MOST_SECTIONS = 100 };

enum { BODY_MOST_LINKS = 500, BODY_MOST_PLACEHOLDERS = 20 /* of a section are filled in */ };

/*
 * Finds the sections, which live in the faults' arena, and what readers would not
 * see. Headings behind the last section allowed are content of that section.
 */
void body_read(struct body *body, struct faults *faults);

/* The number of the section with this heading, whatever its case; BODY_PREFACE if none. */
int body_section(const struct body *body, const char *title);

/*
 * The section's own bytes, its heading among them, in the body's text; sets *LENGTH. Equal
 * bytes mean the same where both bodies' sections stand apart.
 */
const char *body_section_text(const struct body *body, int section, size_t *length);

/*
 * Appends the section as HTML, its own heading left out. A heading of level 3
 * becomes one of HEADING_LEVEL (1 to 6), lower ones follow, and none stands above.
 */
void body_html(const struct body *body, int section, int heading_level, struct buf *html);

/* What is shown in the place of placeholders, and of the addresses of other documents. */
struct body_filling {
	/* Appends markup of the program's own making; NULL: placeholders are left out. */
	void (*add)(enum placeholder_type type, void *context, struct buf *html);
	void *context;
	/* Appends the address of the page that shows the file at ADDRESS, which is relative and an
	 * author's; false where there is none. NULL: there are no such pages. */
	bool (*find)(const char *address, const void *place, struct buf *page);
	const void *place;
};

/* The same with placeholders filled in and pages found; FILLING may be NULL. */
void body_html_filled(const struct body *body, int section, int heading_level,
                      const struct body_filling *filling, struct buf *html);

/*
 * The same as Markdown, for another reader of Markdown: no HTML, a paragraph on one line,
 * links as in the HTML. FILLING, which may be NULL, appends Markdown.
 */
void body_markdown(const struct body *body, int section, int heading_level,
                   const struct body_filling *filling, struct buf *markdown);

enum block_type {
	BLOCK_TEXT,    /* a paragraph, or one of an item */
	BLOCK_HEADING, /* below the section's own */
	BLOCK_CODE,    /* one line, as it stands */
	BLOCK_PLACEHOLDER,
};

/* A piece of a section as plain text, for a reader without a browser. */
struct block {
	enum block_type type;
	int depth;                         /* in how many lists and quotations it stands */
	const char *marker;                /* "-" or "2." where it begins an item, else "" */
	enum placeholder_type placeholder; /* of BLOCK_PLACEHOLDER, which has no text */
	const char *text; /* without markup; a link's safe address stands behind its text */
	bool tight;       /* it follows the block before without a blank line */
};

/* Calls VISIT for each block of the section. What is passed is gone afterwards. */
void body_blocks(const struct body *body, int section,
                 void (*visit)(const struct block *block, void *context), void *context);

#endif
