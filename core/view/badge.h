/*
 * Ratings, commits and periods as pieces of HTML.
 */
#ifndef VIEW_BADGE_H
#define VIEW_BADGE_H

#include "markup/html.h"
#include "record/record.h"

enum { BADGE_PERIOD_SIZE = 80 };

/* A commit's short id, with the full one as its title. */
void html_commit(struct html *html, const struct object_id *id);

/* The letters that stand in a coloured cell; hidden from screen readers. */
void html_code(struct html *html, const struct level *level);

/* A rating as a badge: a coloured cell with letters, and always the words beside it. */
void html_level(struct html *html, const struct scale *scale, int level);
void html_rating(struct html *html, const struct version *version);

/* What the rating is called: the level's label, or the text as written. */
const char *rating_words(const struct version *version);

/*
 * The same in the language of the page. Labels, letters and meanings are translated where they
 * are those of the default scale; a plan that has its own scale has its own words.
 */
const char *badge_words(const struct html *html, const struct version *version);
const char *badge_label(const struct html *html, const struct level *level);
const char *badge_letters(const struct html *html, const struct level *level);
const char *badge_meaning(const struct html *html, const struct level *level);

/* Where a scale comes from; that of the default scale is marked as the English it is. */
void scale_origin(struct html *html, const char *source);

/*
 * "July to August 2023" and "Jul–Aug 2023" in the language of the page. Returns TEXT.
 */
char *badge_period(const struct html *html, struct period period, char text[BADGE_PERIOD_SIZE]);
char *badge_period_short(const struct html *html, struct period period,
                         char text[BADGE_PERIOD_SIZE]);

#endif
