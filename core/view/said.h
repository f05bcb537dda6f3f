/*
 * What the record says, in the language of a page: the sentences that trend.h, questions.h and
 * others have in English for a terminal.
 */
#ifndef VIEW_SAID_H
#define VIEW_SAID_H

#include "markup/html.h"
#include "record/filed.h"
#include "record/trend.h"
#include "view/questions.h"

/*
 * The trend as a sentence: "2 improved, 3 steady, none declined; 3 of 5 Green." The second
 * appends plain text.
 */
void said_trend(struct html *html, const struct trend *trend);
void trend_words(enum language language, const struct trend *trend, struct buf *text);

/* "improved" */
const char *said_direction(const struct html *html, enum direction direction);

/* "Improved from Amber in June 2023.": how a rating that there is has moved. */
void said_move(struct html *html, const struct trend_row *row);

/* Appends "a second period", "13 periods": how long a rating has been held, from 2 periods on. */
const char *held_words(enum language language, int periods, struct buf *text);

/* "questioned: 3 reasons, 2 explained"; nothing where nothing is. */
void said_questions(struct html *html, struct questioned questioned);

/* "3 questions are open about 5 reports": those of a period, or of the plan. */
void said_open(struct html *html, size_t open, size_t reports);

/* "; 2 are explained", behind those that are open; nothing where none is. */
void said_explained(struct html *html, size_t explained);

/* "3 days later"; of less than 0, "earlier". */
void said_days(struct html *html, int days);

/* What readers call a document that is filed: its title, or its kind and its day. */
void said_filed(const struct html *html, const struct filed *filed, struct buf *title);

#endif
