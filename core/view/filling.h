/*
 * What is shown in the place of a body's placeholders: what the record says of the
 * document's period, as if nothing later were on record.
 */
#ifndef VIEW_FILLING_H
#define VIEW_FILLING_H

#include "markup/phrases.h"
#include "record/trend.h"
#include "view/lines.h"

/* Whose body it is, and what is known. */
struct filling {
	const struct record *record;
	const struct plan_record *plan;
	const struct series *series; /* the document's */
	const struct document *document;
	struct period period;
	enum language language; /* of the figures on a page: the plan's */
	struct trend trend;     /* as of that period */
	bool empty;             /* there are no figures: `instead` is said in the place of each */
	enum phrase instead;
	/* For body_html_filled() and body_markdown(); their context is this. */
	struct body_filling in_pages, in_markdown;
};

/*
 * Release with filling_release(). A filling must not move: it points to itself. Where the
 * document has no placeholder nothing is computed.
 */
void filling_read(const struct record *record, const struct plan_record *plan,
                  const struct series *series, const struct document *document,
                  struct period period, struct filling *filling);

/* The same where there are no figures: a sentence stands in the place of each. */
void filling_without(const struct document *document, enum phrase instead, enum language language,
                     struct filling *filling);
void filling_release(struct filling *filling);

/* As lines, each behind so many blanks. */
void filling_as_text(const struct filling *filling, enum placeholder_type type, size_t indent,
                     const struct layout *layout, struct buf *out);

#endif
