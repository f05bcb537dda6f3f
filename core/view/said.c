#include "view/said.h"

#include <stdlib.h>
#include <string.h>

#include "view/badge.h"
#include "view/filed_view.h"

const char *said_direction(const struct html *html, enum direction direction)
{
	return html_phrase(html, (enum phrase)((int)PHRASE_SAID_IMPROVED + (int)direction));
}

/* The text of an html that holds no markup, as bytes that are escaped already. */
static void append(struct html *html, const struct html *part)
{
	buf_add(&html->text, part->text.bytes, part->text.length);
}

/* --- trends --- */

/* "2 improved", "none declined". */
static void add_count(struct html *html, size_t count, const char *words, bool first)
{
	char number[HTML_NUMBER_SIZE];
	if (count == 0) {
		html_tell(html, first ? PHRASE_SAID_NONE : PHRASE_SAID_NONE_TOO, words);
		return;
	}
	html_text(html, html_number(count, number));
	html_put(html, " ");
	html_text(html, words);
}

void said_held(struct html *html, int periods)
{
	char number[HTML_NUMBER_SIZE];
	if (periods >= 2 && periods <= 12)
		html_say(html, (enum phrase)((int)PHRASE_SAID_SECOND + periods - 2));
	else
		html_tell(html, PHRASE_SAID_MANY_PERIODS, html_number((size_t)periods, number));
}

/* "both for a second period" */
static void add_again(struct html *html, const struct trend_best *best)
{
	struct html held = html_part(html), whole = html_part(html);
	char number[HTML_NUMBER_SIZE];
	said_held(&held, best->shortest);
	html_weave(&whole,
	           best->longest > best->shortest ? PHRASE_SAID_OR_LONGER : PHRASE_SAID_FOR_PERIOD,
	           held.text.bytes);
	html_put(html, ", ");
	if (best->again < best->count)
		html_weave(html, PHRASE_SAID_HELD_SOME, html_number(best->again, number),
		           whole.text.bytes);
	else if (best->count == 1)
		append(html, &whole);
	else
		html_weave(html, best->count == 2 ? PHRASE_SAID_HELD_BOTH : PHRASE_SAID_HELD_ALL,
		           whole.text.bytes);
	html_release(&held);
	html_release(&whole);
}

/* "3 of 5 Green, 2 of them for a second period" */
static void add_best(struct html *html, const struct trend *trend)
{
	const struct trend_best best = trend_best(trend);
	const char *label = badge_label(html, &trend->plan->plan->scale.levels[0]);
	char of[HTML_NUMBER_SIZE], number[HTML_NUMBER_SIZE];
	html_number(trend->count, of);
	if (best.count == 0)
		html_tell(html, PHRASE_SAID_BEST_NONE, of, label);
	else
		html_tell(html, PHRASE_SAID_BEST, html_number(best.count, number), of, label);
	if (best.again != 0)
		add_again(html, &best);
}

void said_trend(struct html *html, const struct trend *trend)
{
	static const enum direction always[] = {DIRECTION_IMPROVED, DIRECTION_STEADY,
	                                        DIRECTION_DECLINED};
	static const enum direction sometimes[] = {DIRECTION_NEW, DIRECTION_NOT_REPORTED,
	                                           DIRECTION_NOT_COMPARED};
	size_t compared = 0, told = 0;
	if (trend->column_count == 0 || trend->count == 0) {
		html_say(html, trend->column_count == 0 ? PHRASE_SAID_NOTHING_YET
		                                        : PHRASE_SAID_NO_WORKSTREAM);
		return;
	}
	for (size_t i = 0; i < 3; i++)
		compared += trend->totals[always[i]];
	for (size_t i = 0; i < 3 && compared != 0; i++, told++) {
		html_put(html, told == 0 ? "" : ", ");
		add_count(html, trend->totals[always[i]], said_direction(html, always[i]),
		          told == 0);
	}
	for (size_t i = 0; i < 3; i++) {
		if (trend->totals[sometimes[i]] == 0)
			continue;
		html_put(html, told++ == 0 ? "" : ", ");
		add_count(html, trend->totals[sometimes[i]],
		          sometimes[i] == DIRECTION_NOT_REPORTED
		                  ? html_phrase(html, PHRASE_SAID_WITHOUT_REPORT)
		                  : said_direction(html, sometimes[i]),
		          false);
	}
	html_put(html, "; ");
	add_best(html, trend);
	html_put(html, ".");
}

/* --- the rest --- */

void said_questions(struct html *html, struct questioned questioned)
{
	char open[HTML_NUMBER_SIZE], explained[HTML_NUMBER_SIZE];
	html_number(questioned.open, open);
	html_number(questioned.explained, explained);
	if (questioned.open != 0)
		html_tell(html,
		          questioned.open == 1 ? PHRASE_SAID_QUESTIONED_ONE
		                               : PHRASE_SAID_QUESTIONED,
		          open);
	if (questioned.open != 0 && questioned.explained != 0)
		html_tell(html, PHRASE_SAID_EXPLAINED_TOO, explained);
	else if (questioned.explained != 0)
		html_tell(html,
		          questioned.explained == 1 ? PHRASE_SAID_EXPLAINED_ONE
		                                    : PHRASE_SAID_EXPLAINED,
		          explained);
}

void said_days(struct html *html, int days)
{
	char number[HTML_NUMBER_SIZE];
	bool one = abs(days) == 1;
	html_tell(html,
	          days > 0 ? (one ? PHRASE_SAID_DAY_LATER : PHRASE_SAID_DAYS_LATER)
	                   : (one ? PHRASE_SAID_DAY_EARLIER : PHRASE_SAID_DAYS_EARLIER),
	          html_number((size_t)abs(days), number));
}

/* The day that the document says it is of, where it is one. */
static bool find_day(const struct filed *filed, struct date *day)
{
	const struct document *document = filed_version(filed)->document;
	const struct field *field = shape_field(document->kind->shape, "date");
	const struct value *value =
		field != NULL ? field_value(field, document_fields(document)) : NULL;
	if (value == NULL || !value->valid)
		return false;
	*day = value->as.date;
	return true;
}

static bool has_title(const struct filed *filed)
{
	const struct document *document = filed_version(filed)->document;
	const struct field *field = shape_field(document->kind->shape, "title");
	return field != NULL && field_value(field, document_fields(document))->text != NULL;
}

void said_filed(const struct html *html, const struct filed *filed, struct buf *title)
{
	static const enum phrase kinds_of[KIND_COUNT] = {
		[KIND_OBSERVATION] = PHRASE_SAID_OBSERVATION,
		[KIND_CLOSEDOWN] = PHRASE_SAID_CLOSEDOWN,
		[KIND_ACTIONS] = PHRASE_SAID_ACTIONS,
		[KIND_PAPER] = PHRASE_SAID_PAPER,
	};
	struct html words = html_part(html);
	struct date day;
	char text[HTML_DATE_SIZE];
	if (has_title(filed)) {
		filed_title(filed, title);
		return;
	}
	if (find_day(filed, &day))
		html_tell(&words, PHRASE_SAID_OF_DAY, html_phrase(html, kinds_of[filed->kind]),
		          html_date_words(html, day, text));
	else
		html_say(&words, kinds_of[filed->kind]);
	buf_add(title, words.text.bytes, words.text.length);
	html_release(&words);
}
