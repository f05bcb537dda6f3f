/* Words that the pages of a plan share: declared in plan_parts.h. */
#include "site/plan_parts.h"

#include <stdlib.h>
#include <string.h>

void phrase_columns(const struct html *html, const enum phrase *phrases, size_t count,
                    const char **columns)
{
	for (size_t i = 0; i < count; i++)
		columns[i] = html_phrase(html, phrases[i]);
}

void phrase_fill(const struct html *html, enum phrase phrase, const char *given, struct buf *text)
{
	const char *words = html_phrase(html, phrase), *gap = strstr(words, "%s");
	if (gap == NULL) {
		buf_text(text, words);
		return;
	}
	buf_add(text, words, (size_t)(gap - words));
	buf_text(text, given);
	buf_text(text, gap + 2);
}

enum phrase direction_phrase(enum direction direction)
{
	static const enum phrase words[DIRECTION_COUNT] = {
		[DIRECTION_IMPROVED] = PHRASE_PLAN_IMPROVED,
		[DIRECTION_STEADY] = PHRASE_PLAN_STEADY,
		[DIRECTION_DECLINED] = PHRASE_PLAN_DECLINED,
		[DIRECTION_NEW] = PHRASE_PLAN_NEW,
		[DIRECTION_NOT_REPORTED] = PHRASE_PLAN_NO_REPORT,
		[DIRECTION_NOT_COMPARED] = PHRASE_PLAN_NOT_COMPARED,
	};
	return words[direction];
}

void days_moved(struct html *html, int days, enum phrase none)
{
	if (days == 0) {
		html_say(html, none);
		return;
	}
	html_tally(html, (size_t)abs(days), PHRASE_PLAN_DAY, PHRASE_PLAN_DAYS);
	html_put(html, " ");
	html_say(html, days > 0 ? PHRASE_PLAN_LATER : PHRASE_PLAN_EARLIER);
}
