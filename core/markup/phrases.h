/*
 * The words of the pages: one table of every phrase that a page says of its own, in each
 * language that a plan may ask for with `site: {lang: cy}`.
 *
 * A phrase is one row of phrases.inc, `PHRASE(NAME, "English", "Cymraeg")`, and is named by
 * PHRASE_NAME. A language more is one column more. `%s` (or `%1$s`, where the order differs)
 * stands for what the page puts there. In Welsh a noun that follows a figure is marked with its
 * gender, `{m:cyfnod}` or `{f:carreg}`, and put in the form for that figure (markup/welsh.h);
 * such a phrase is told or tallied, never said as it is. What an author wrote, and what the rules
 * say of it, is not translated.
 */
#ifndef MARKUP_PHRASES_H
#define MARKUP_PHRASES_H

/* In the order of the words that `lang:` of a plan may have. */
enum language { LANGUAGE_ENGLISH, LANGUAGE_WELSH, LANGUAGE_COUNT };

enum phrase {
#define PHRASE(name, english, welsh) PHRASE_##name,
#include "markup/phrases.inc"
#undef PHRASE
	PHRASE_COUNT,
};

/* The phrase; never NULL. */
const char *phrase_text(enum phrase phrase, enum language language);

/* "en-GB": as `lang=` says it. */
const char *language_tag(enum language language);

#endif
