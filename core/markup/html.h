/*
 * Pieces of HTML: escaped text, dates, people, facts and tables.
 *
 * Whatever comes from a repository is hostile and goes through html_text() or the
 * `%s` of html_add(). What is written is well-formed XML too, so that any XML tool
 * can judge a page. Attributes stand in double quotes. Nothing here writes a style,
 * a script or an outside address, which the pages' policy would block anyway.
 */
#ifndef MARKUP_HTML_H
#define MARKUP_HTML_H

#include "base/buf.h"
#include "base/date.h"
#include "markup/phrases.h"

struct notes;

/* What is being written: markup so far, and the language of the words around the data. */
struct html {
	struct buf text;
	enum language language;
	struct notes *notes; /* what this reader is told besides, see site/notes.h; NULL: nothing */
};

#define HTML_INIT                                                                                  \
	{                                                                                          \
		BUF_INIT, LANGUAGE_ENGLISH, NULL                                                   \
	}

void html_release(struct html *html);

/* Appends markup made by this program, as it is. */
void html_put(struct html *html, const char *markup);

/*
 * A phrase of the page's own, in its language. html_say() appends it escaped; html_phrase()
 * hands it out, to be a `%s` of html_add(). In html_tell() each `%s` of the phrase is given
 * by an argument, as text, and each `%1$s` by that argument: languages differ in order.
 */
void html_say(struct html *html, enum phrase phrase);
const char *html_phrase(const struct html *html, enum phrase phrase);
void html_tell(struct html *html, enum phrase phrase, ...);

/*
 * The same where the arguments are markup of this program's own, such as a date or a link:
 * they stand as they are. html_part() begins such a piece; release it with html_release().
 */
void html_weave(struct html *html, enum phrase phrase, ...);
struct html html_part(const struct html *html);

/* The phrase as plain text, which nobody has escaped: for a title, or what is no page. */
void phrase_tell(struct buf *text, enum language language, enum phrase phrase, ...);

/* The phrase's own words, its places and all, with the nouns as they stand after COUNT. */
void phrase_after(struct buf *text, enum language language, enum phrase phrase, size_t count);

/*
 * Appends LENGTH bytes as text, fit for an attribute too. Invalid bytes, control
 * characters and those that hide or turn text round become U+FFFD.
 */
void html_bytes(struct html *html, const char *bytes, size_t length);
void html_text(struct html *html, const char *text);

/* Text whose line breaks readers should see. */
void html_lines(struct html *html, const char *text);

/*
 * Appends markup made by this program from a format whose every `%s` is escaped.
 * It knows `%s`, `%d`, `%zu` and `%%` only.
 */
void html_add(struct html *html, const char *format, ...) __attribute__((format(printf, 2, 3)));

/*
 * Appends markup that body_html() made. Only characters are replaced: those no
 * page may hold and those that turn text round. Zero-width ones stay: emoji and
 * some scripts need them.
 */
void html_markup(struct html *html, const char *markup, size_t length);

/* The same for any text. */
void html_tame(struct buf *text, const char *bytes, size_t length);

/* The text with its first letter a capital one. */
void html_sentence(struct html *html, const char *text);

/* "21 August 2023" and, in tables, "21 Aug 2023", as a <time>. */
void html_date(struct html *html, struct date date);
void html_short_date(struct html *html, struct date date);

/* "21 August 2023" as text alone, for a title or an argument of html_tell(). Returns TEXT. */
enum { HTML_DATE_SIZE = 40 };
const char *html_date_words(const struct html *html, struct date date, char text[HTML_DATE_SIZE]);
const char *html_short_date_words(const struct html *html, struct date date,
                                  char text[HTML_DATE_SIZE]);

/* The day, in UTC, of a commit's time. */
void html_day(struct html *html, int64_t seconds);
void html_short_day(struct html *html, int64_t seconds);

/*
 * A person or a post, set apart from the words around. An e-mail address loses its host:
 * none is ever published. html_name() is the same as text alone.
 */
void html_person(struct html *html, const char *name);
void html_name(struct html *html, const char *name);

/*
 * What this program says of a document, where backquotes set a field's name apart or what to
 * write: that is code here, without them. The second hides the hosts of addresses, as what is
 * published does.
 */
void html_coded(struct html *html, const char *text);
void html_coded_hostless(struct html *html, const char *text);

/* In any text, of which nothing else changes: what is like an address loses its host. */
void html_hide_hosts(struct buf *text);

/* A number as text, for an argument of html_tell(). Returns TEXT. */
enum { HTML_NUMBER_SIZE = 24 };
const char *html_number(size_t number, char text[HTML_NUMBER_SIZE]);

/* What this program says in English on every page, such as what a rule finds: marked so on others.
 */
void html_english(struct html *html, const char *text);

/* The attribute that marks an element as English, where the page is not. */
const char *html_english_mark(const struct html *html);

/* "1 period", "2 periods", in the language of the page. */
void html_tally(struct html *html, size_t count, enum phrase one, enum phrase many);

/* A section with its heading of level 2, both by this id. */
void html_section(struct html *html, const char *id, enum phrase heading);
void html_section_end(struct html *html);

/* A link into a page's own list of contents: "#id". */
void html_content(struct html *html, const char *id, enum phrase words);

/* The list of contents: what is on this page. */
void html_contents(struct html *html);
void html_contents_end(struct html *html);

/* COUNT phrases as columns of a table. */
void html_columns(const struct html *html, const enum phrase *phrases, size_t count,
                  const char **columns);

/* A fact in a <dl>: its name; then its value goes in, and html_fact_end(). */
void html_fact(struct html *html, const char *name);
void html_fact_end(struct html *html);

/* How a table's rows look as cards: long texts below their column's name, short ones beside it. */
#define HTML_TEXTS "cards"
#define HTML_PAIRS "cards pairs"

/*
 * A table whose rows become cards on a narrow screen. Its first column names the
 * row. A cell repeats its column's name for the card.
 */
void html_table(struct html *html, const char *look, const char *caption,
                const char *const *columns, size_t count);
void html_row(struct html *html, const char *column);
void html_cell(struct html *html, const char *column);
void html_table_end(struct html *html);

/*
 * A table of figures, which stays one on a narrow screen and scrolls sideways there. ID is its
 * caption's.
 */
void html_figures(struct html *html, const char *id, const char *caption,
                  const char *const *columns, size_t count);
void html_figures_end(struct html *html);

#endif
