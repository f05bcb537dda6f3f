#include "view/badge.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "document/scale.h"

void html_commit(struct html *html, const struct object_id *id)
{
	char hex[OBJECT_HEX_SIZE];
	object_hex(id, hex);
	html_add(html, "<code title=\"%s\">", hex);
	buf_add(&html->text, hex, OBJECT_SHORT);
	html_put(html, "</code>");
}

/* Which level of the default scale it is, to the letter: its place, or -1. */
static int default_place(const struct level *level)
{
	for (size_t i = 0; i < scale_default.count; i++) {
		const struct level *known = &scale_default.levels[i];
		if (strcmp(known->id, level->id) == 0 && strcmp(known->label, level->label) == 0)
			return (int)i;
	}
	return -1;
}

/* What the level says, as the page's language has it where it is the default scale's. */
static const char *translated(const struct html *html, const struct level *level, enum phrase green,
                              const char *written)
{
	int place = html->language == LANGUAGE_ENGLISH ? -1 : default_place(level);
	if (place < 0)
		return written;
	enum phrase phrase = (enum phrase)((int)green + place);
	return strcmp(phrase_text(phrase, LANGUAGE_ENGLISH), written) == 0
	               ? html_phrase(html, phrase)
	               : written;
}

const char *badge_label(const struct html *html, const struct level *level)
{
	return translated(html, level, PHRASE_GREEN, level->label);
}

const char *badge_letters(const struct html *html, const struct level *level)
{
	return translated(html, level, PHRASE_GREEN_LETTERS, level->short_label);
}

const char *badge_meaning(const struct html *html, const struct level *level)
{
	return translated(html, level, PHRASE_GREEN_MEANING, level->meaning);
}

const char *badge_words(const struct html *html, const struct version *version)
{
	return version->level == SCALE_NONE
	               ? version->reading->rag
	               : badge_label(html, &version->scale->levels[version->level]);
}

void scale_origin(struct html *html, const char *source)
{
	if (strcmp(source, scale_default.source) == 0)
		html_english(html, source);
	else
		html_text(html, source);
}

void html_code(struct html *html, const struct level *level)
{
	const char *letters = badge_letters(html, level);
	html_put(html, "<span class=\"code\" aria-hidden=\"true\">");
	if (letters[0] != '\0') {
		html_text(html, letters);
	} else {
		unsigned rune;
		html_bytes(html, level->label,
		           text_rune(level->label, strlen(level->label), &rune));
	}
	html_put(html, "</span>");
}

void html_level(struct html *html, const struct scale *scale, int level)
{
	html_add(html, "<span class=\"rag rag-%d\">", scale_colour(scale, level));
	html_code(html, &scale->levels[level]);
	html_add(html, " <span class=\"word\">%s</span></span>",
	         badge_label(html, &scale->levels[level]));
}

void html_rating(struct html *html, const struct version *version)
{
	if (version->level != SCALE_NONE) {
		html_level(html, version->scale, version->level);
		return;
	}
	html_put(html, "<span class=\"rag rag-none\"><span class=\"code\" "
	               "aria-hidden=\"true\">?</span> <span class=\"word\">");
	html_tell(html, PHRASE_NOT_ON_THE_SCALE, version->reading->rag);
	html_put(html, "</span></span>");
}

const char *rating_words(const struct version *version)
{
	return version->level == SCALE_NONE ? version->reading->rag
	                                    : version->scale->levels[version->level].label;
}

/* The months in words from JANUARY on, which JOIN (the short form, "%s–%s") puts together. */
static char *add_period(const struct html *html, struct period period, enum phrase january,
                        enum phrase join, char text[BADGE_PERIOD_SIZE])
{
	struct buf words = BUF_INIT;
	int year = period.last / 12;
	const char *last = html_phrase(html, (enum phrase)((int)january + period.last % 12));
	const char *first = html_phrase(html, (enum phrase)((int)january + period.first % 12));
	char begin[BADGE_PERIOD_SIZE], end[BADGE_PERIOD_SIZE];
	snprintf(end, sizeof(end), "%s %d", last, year);
	if (period.first / 12 == year)
		snprintf(begin, sizeof(begin), "%s", first);
	else
		snprintf(begin, sizeof(begin), "%s %d", first, period.first / 12);
	if (period.first == period.last)
		buf_text(&words, end);
	else
		phrase_tell(&words, html->language, join, begin, end);
	snprintf(text, BADGE_PERIOD_SIZE, "%s", words.bytes);
	buf_release(&words);
	return text;
}

char *badge_period(const struct html *html, struct period period, char text[BADGE_PERIOD_SIZE])
{
	return add_period(html, period, PHRASE_JANUARY, PHRASE_MONTH_TO_MONTH, text);
}

char *badge_period_short(const struct html *html, struct period period,
                         char text[BADGE_PERIOD_SIZE])
{
	return add_period(html, period, PHRASE_JAN, PHRASE_MONTH_DASH_MONTH, text);
}
