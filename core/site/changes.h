/*
 * What changed, as parts of pages: of a record, of a document's fields, of its words.
 *
 * All words of the program's own are phrases. What authors wrote is marked as theirs.
 */
#ifndef SITE_CHANGES_H
#define SITE_CHANGES_H

#include "record/comparison.h"
#include "repo/word_diff.h"
#include "site/pages.h"

/* A phrase with a number in it. */
void html_counted(struct html *html, size_t count, enum phrase one, enum phrase many);

/*
 * A phrase with two texts in it, in this order, as they are: for a title, which is escaped
 * where it goes. Release it.
 */
struct buf plain_phrase(const struct html *html, enum phrase phrase, const char *first,
                        const char *second);

/* Text of authors with its line ends; of an e-mail address only the part before its host. */
void html_written(struct html *html, const char *text, size_t length);

/* A change of anything but a rating: "Milestone delivered on 3 May 2023: Hub in place". */
void change_words_of(struct html *html, const struct difference *change);

/* "because: ... (raised by ...)", or that no reason was given. */
void rerating_reason(struct html *html, const struct plan_view *view, const char *reason,
                     const char *raised_by);

/* "Green, re-rated Amber on 18 January 2024 by ..., because: ...". */
void rerating_words(struct html *html, const struct plan_view *view, const struct version *before,
                    const struct version *version);

/* "improved from Amber to Green/Amber (July to August 2023)". */
void outcome_words(struct html *html, const struct comparison_row *row);

/* A rating of the past that changed, where the row's outcome has not said so: as a sentence. */
bool past_is_news(const struct comparison_row *row, const struct difference *change);
void past_words(struct html *html, const struct plan_view *view, const struct comparison_row *row,
                const struct difference *change);

/* True where there is anything to say of the row but that it stands as it was. */
bool comparison_is_news(const struct comparison_row *row);

/* A list of all that changed in the row but its outcome; nothing where nothing did. */
void comparison_changes(struct html *html, const struct plan_view *view,
                        const struct comparison_row *row);

/* "2 improved, 1 forecast later": what there is, without a full stop. */
void comparison_totals(struct html *html, const struct comparison *comparison);

/* Both sides of a document; BEFORE is NULL where there is nothing to compare with. */
struct document_sides {
	const struct site_view *site;
	const struct plan_view *view;
	const struct document *before, *after;
	const struct scale *scale_before, *scale_after; /* of ratings; NULL: the default */
	size_t most;   /* bytes that the page may have when all of this has been written */
	bool left_out; /* comes back true where something is not told because it is exempt */
};

/* A table of the fields that changed; nothing where none did. Returns how many rows. */
size_t field_table(struct html *html, struct document_sides *sides, const char *caption,
                   struct error *error);

/* What AFTER says in its own fields, its lists as numbers, as a list of facts. */
void field_facts(struct html *html, struct document_sides *sides);

/* What a field is called, by the name that documents give it. Release it. */
struct buf field_label(const struct html *html, const struct field *field);

/* What a word of a FIELD_WORD is called: the word itself in English. */
const char *field_word(const struct html *html, const char *word);

/*
 * The sections whose words changed, each below a heading of level 4, word by word; those that
 * did not are named.
 */
int prose_changes(struct html *html, struct document_sides *sides, struct error *error)
	__attribute__((warn_unused_result));

/* One side of a comparison in a line: what is the same, and what is only there. */
void words_of_side(struct html *html, const struct word_diff *diff, enum word_fate side);

/* The page of a landing, from the plan's folder: in the arena; NULL where it has none. */
const char *landing_page(struct arena *arena, const struct plan_view *view,
                         const struct landing *landing);

#endif
