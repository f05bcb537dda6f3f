/*
 * Pieces of HTML: escaped text, dates, people, commits and ratings.
 *
 * Whatever comes from a repository is hostile and goes through html_text() or the
 * `%s` of html_add(). What is written is well-formed XML too, so that any XML tool
 * can judge a page. Attributes stand in double quotes. Nothing here writes a style,
 * a script or an outside address, which the pages' policy would block anyway.
 */
#ifndef VIEW_HTML_H
#define VIEW_HTML_H

#include "base/buf.h"
#include "record/record.h"

/*
 * Appends LENGTH bytes as text, fit for an attribute too. Invalid bytes, control
 * characters and those that hide or turn text round become U+FFFD.
 */
void html_bytes(struct buf *html, const char *bytes, size_t length);
void html_text(struct buf *html, const char *text);

/* Text whose line breaks readers should see. */
void html_lines(struct buf *html, const char *text);

/*
 * Appends markup made by this program from a format whose every `%s` is escaped.
 * It knows `%s`, `%d`, `%zu` and `%%` only.
 */
void html_add(struct buf *html, const char *format, ...) __attribute__((format(printf, 2, 3)));

/*
 * Appends markup that body_html() made. Only characters are replaced: those no
 * page may hold and those that turn text round. Zero-width ones stay: emoji and
 * some scripts need them.
 */
void html_markup(struct buf *html, const char *markup, size_t length);

/* The text with its first letter a capital one. */
void html_sentence(struct buf *html, const char *text);

/* "21 August 2023" and, in tables, "21 Aug 2023", as a <time>. */
void html_date(struct buf *html, struct date date);
void html_short_date(struct buf *html, struct date date);

/* The day, in UTC, of a commit's time. */
void html_day(struct buf *html, int64_t seconds);
void html_short_day(struct buf *html, int64_t seconds);

/* A person or a post. An e-mail address loses its host: none is ever published. */
void html_person(struct buf *html, const char *name);

/* A commit's short id, with the full one as its title. */
void html_commit(struct buf *html, const struct object_id *id);

/* "1 period", "2 periods". */
void html_count(struct buf *html, size_t count, const char *one, const char *many);

/* The letters that stand in a coloured cell; hidden from screen readers. */
void html_code(struct buf *html, const struct level *level);

/* A rating as a badge: a coloured cell with letters, and always the words beside it. */
void html_level(struct buf *html, const struct scale *scale, int level);
void html_rating(struct buf *html, const struct version *version);

/* What the rating is called: the level's label, or the text as written. */
const char *rating_words(const struct version *version);

/* A fact in a <dl>: its name; then its value goes in, and html_fact_end(). */
void html_fact(struct buf *html, const char *name);
void html_fact_end(struct buf *html);

/* How a table's rows look as cards: long texts below their column's name, short ones beside it. */
#define HTML_TEXTS "cards"
#define HTML_PAIRS "cards pairs"

/*
 * A table whose rows become cards on a narrow screen. Its first column names the
 * row. A cell repeats its column's name for the card.
 */
void html_table(struct buf *html, const char *look, const char *caption, const char *const *columns,
                size_t count);
void html_row(struct buf *html, const char *column);
void html_cell(struct buf *html, const char *column);
void html_table_end(struct buf *html);

#endif
