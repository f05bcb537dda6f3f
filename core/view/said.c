#include "view/said.h"

#include <stdlib.h>
#include <string.h>

#include "view/badge.h"
#include "view/filed_view.h"

static const char *direction_said(enum language language, enum direction direction)
{
	return phrase_text((enum phrase)((int)PHRASE_SAID_IMPROVED + (int)direction), language);
}

const char *said_direction(const struct html *html, enum direction direction)
{
	return direction_said(html->language, direction);
}

/* --- trends --- */

/* What is written, and in which language. */
struct saying {
	struct buf *text;
	enum language language;
};

static const char *word(const struct saying *saying, enum phrase phrase)
{
	return phrase_text(phrase, saying->language);
}

/* "2 improved", "none declined". */
static void add_count(const struct saying *saying, size_t count, const char *words, bool first)
{
	if (count == 0)
		phrase_tell(saying->text, saying->language,
		            first ? PHRASE_SAID_NONE : PHRASE_SAID_NONE_TOO, words);
	else
		buf_printf(saying->text, "%zu %s", count, words);
}

const char *held_words(enum language language, int periods, struct buf *text)
{
	char number[HTML_NUMBER_SIZE];
	if (periods >= 2 && periods <= 12)
		buf_text(text, phrase_text((enum phrase)((int)PHRASE_SAID_SECOND + periods - 2),
		                           language));
	else
		phrase_tell(text, language, PHRASE_SAID_MANY_PERIODS,
		            html_number((size_t)periods, number));
	return text->bytes;
}

/* "both for a second period" */
static void add_again(const struct saying *saying, const struct trend_best *best)
{
	struct buf held = BUF_INIT, whole = BUF_INIT;
	char number[HTML_NUMBER_SIZE];
	phrase_tell(&whole, saying->language,
	            best->longest > best->shortest ? PHRASE_SAID_OR_LONGER : PHRASE_SAID_FOR_PERIOD,
	            held_words(saying->language, best->shortest, &held));
	buf_text(saying->text, ", ");
	if (best->again < best->count)
		phrase_tell(saying->text, saying->language, PHRASE_SAID_HELD_SOME,
		            html_number(best->again, number), whole.bytes);
	else if (best->count == 1)
		buf_text(saying->text, whole.bytes);
	else
		phrase_tell(saying->text, saying->language,
		            best->count == 2 ? PHRASE_SAID_HELD_BOTH : PHRASE_SAID_HELD_ALL,
		            whole.bytes);
	buf_release(&held);
	buf_release(&whole);
}

/* "3 of 5 Green, 2 of them for a second period" */
static void add_best(const struct saying *saying, const struct trend *trend)
{
	const struct trend_best best = trend_best(trend);
	const struct html html = {.text = BUF_INIT, .language = saying->language};
	const char *label = badge_label(&html, &trend->plan->plan->scale.levels[0]);
	char of[HTML_NUMBER_SIZE], number[HTML_NUMBER_SIZE];
	html_number(trend->count, of);
	if (best.count == 0)
		phrase_tell(saying->text, saying->language, PHRASE_SAID_BEST_NONE, of, label);
	else
		phrase_tell(saying->text, saying->language, PHRASE_SAID_BEST,
		            html_number(best.count, number), of, label);
	if (best.again != 0)
		add_again(saying, &best);
}

/* How many moved which way; what of that there always is, and what there is sometimes. */
static void add_moves(const struct saying *saying, const struct trend *trend)
{
	static const enum direction always[] = {DIRECTION_IMPROVED, DIRECTION_STEADY,
	                                        DIRECTION_DECLINED};
	static const enum direction sometimes[] = {DIRECTION_NEW, DIRECTION_NOT_REPORTED,
	                                           DIRECTION_NOT_COMPARED};
	size_t compared = 0, told = 0;
	for (size_t i = 0; i < 3; i++)
		compared += trend->totals[always[i]];
	for (size_t i = 0; i < 3 && compared != 0; i++, told++) {
		buf_text(saying->text, told == 0 ? "" : ", ");
		add_count(saying, trend->totals[always[i]],
		          direction_said(saying->language, always[i]), told == 0);
	}
	for (size_t i = 0; i < 3; i++) {
		if (trend->totals[sometimes[i]] == 0)
			continue;
		buf_text(saying->text, told++ == 0 ? "" : ", ");
		add_count(saying, trend->totals[sometimes[i]],
		          sometimes[i] == DIRECTION_NOT_REPORTED
		                  ? word(saying, PHRASE_SAID_WITHOUT_REPORT)
		                  : direction_said(saying->language, sometimes[i]),
		          false);
	}
}

void trend_words(enum language language, const struct trend *trend, struct buf *text)
{
	const struct saying saying = {text, language};
	if (trend->column_count == 0 || trend->count == 0) {
		buf_text(text, word(&saying, trend->column_count == 0 ? PHRASE_SAID_NOTHING_YET
		                                                      : PHRASE_SAID_NO_WORKSTREAM));
		return;
	}
	add_moves(&saying, trend);
	buf_text(text, "; ");
	add_best(&saying, trend);
	buf_text(text, ".");
}

void said_trend(struct html *html, const struct trend *trend)
{
	struct buf words = BUF_INIT;
	trend_words(html->language, trend, &words);
	html_text(html, words.bytes);
	buf_release(&words);
}

void said_move(struct html *html, const struct trend_row *row)
{
	char words[BADGE_PERIOD_SIZE];
	struct buf held = BUF_INIT;
	const struct version *now = standing_version(row->current);
	const struct standing *before = row->previous;
	const char *then = before != NULL ? badge_words(html, standing_version(before)) : "";
	const char *period = before != NULL ? badge_period(html, before->period, words) : "";
	switch (row->direction) {
	case DIRECTION_IMPROVED:
		html_tell(html, PHRASE_SAID_IMPROVED_FROM, then, period);
		break;
	case DIRECTION_DECLINED:
		html_tell(html, PHRASE_SAID_DECLINED_FROM, then, period);
		break;
	case DIRECTION_STEADY:
		if (row->held > 1)
			html_tell(html, PHRASE_SAID_STEADY_HELD, badge_words(html, now),
			          held_words(html->language, row->held, &held));
		else
			html_tell(html, PHRASE_SAID_STEADY_GAP, badge_words(html, now), period);
		break;
	case DIRECTION_NEW:
		html_say(html, PHRASE_SAID_FIRST_RATING);
		break;
	default:
		html_say(html, PHRASE_SAID_NO_COMPARISON);
		break;
	}
	buf_release(&held);
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

void said_open(struct html *html, size_t open, size_t reports)
{
	struct html counted = html_part(html);
	char number[HTML_NUMBER_SIZE];
	html_tally(&counted, reports, PHRASE_CANDOUR_REPORT, PHRASE_CANDOUR_REPORTS_OF);
	if (open == 0)
		html_weave(html, PHRASE_CANDOUR_NO_QUESTION, counted.text.bytes);
	else
		html_weave(html, open == 1 ? PHRASE_CANDOUR_QUESTION : PHRASE_CANDOUR_QUESTIONS,
		           html_number(open, number), counted.text.bytes);
	html_release(&counted);
}

void said_explained(struct html *html, size_t explained)
{
	char number[HTML_NUMBER_SIZE];
	if (explained != 0)
		html_tell(html,
		          explained == 1 ? PHRASE_CANDOUR_ONE_EXPLAINED
		                         : PHRASE_CANDOUR_SOME_EXPLAINED,
		          html_number(explained, number));
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
	struct date day;
	char text[HTML_DATE_SIZE];
	const char *kind = html_phrase(html, kinds_of[filed->kind]);
	if (has_title(filed))
		filed_title(filed, title);
	else if (find_day(filed, &day))
		phrase_tell(title, html->language, PHRASE_SAID_OF_DAY, kind,
		            html_date_words(html, day, text));
	else
		buf_text(title, kind);
}
