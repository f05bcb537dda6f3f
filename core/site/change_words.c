/* Changes of a record as sentences of a page: declared in site/changes.h. */
#include "site/changes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "view/badge.h"

void html_counted(struct html *html, size_t count, enum phrase one, enum phrase many)
{
	char number[24];
	snprintf(number, sizeof(number), "%zu", count);
	html_tell(html, count == 1 ? one : many, number);
}

struct buf plain_phrase(const struct html *html, enum phrase phrase, const char *first,
                        const char *second)
{
	const char *at = html_phrase(html, phrase), *sign;
	struct buf text = BUF_INIT;
	for (; (sign = strstr(at, "%s")) != NULL; at = sign + 2, first = second) {
		buf_add(&text, at, (size_t)(sign - at));
		buf_text(&text, first);
	}
	buf_text(&text, at);
	return text;
}

/* "31 days later", released by the caller. */
static struct buf days_words(const struct html *html, int days)
{
	struct html count = {.text = BUF_INIT, .language = html->language},
		    words = {.text = BUF_INIT, .language = html->language};
	html_counted(&count, (size_t)abs(days), PHRASE_CHANGE_DAY, PHRASE_CHANGE_DAYS);
	html_tell(&words, days > 0 ? PHRASE_CHANGE_LATER : PHRASE_CHANGE_EARLIER, count.text.bytes);
	html_release(&count);
	return words.text;
}

/* "Forecast completion moved 31 days later, to 30 September 2023". */
static void add_move(struct html *html, const struct difference *change, enum phrase phrase)
{
	struct buf days = days_words(html, change->days);
	html_tell(html, phrase, days.bytes);
	html_put(html, " ");
	html_date(html, change->after);
	buf_release(&days);
}

static void add_agreed(struct html *html, const struct difference *change)
{
	add_move(html, change, PHRASE_CHANGE_AGREED_MOVED);
	if (change->by == NULL && change->ref == NULL) {
		html_say(html, PHRASE_CHANGE_NO_APPROVAL);
		return;
	}
	html_say(html, PHRASE_CHANGE_APPROVED_BY);
	html_put(html, " ");
	if (change->by != NULL)
		html_person(html, change->by);
	else
		html_put(html, "–");
	if (change->ref != NULL)
		html_add(html, " (%s)", change->ref);
}

static void add_name(struct html *html, const struct difference *change)
{
	const char *name = change->title != NULL ? change->title : change->id;
	html_put(html, ": ");
	if (name == NULL)
		html_say(html, PHRASE_CHANGE_WITHOUT_NAME);
	else
		html_text(html, name);
}

/* "Milestone delivered on 3 May 2023: Hub in place". */
static void add_item(struct html *html, const struct difference *change, enum phrase phrase)
{
	bool is_new = change->kind == CHANGE_NEW;
	if (change->kind == CHANGE_DUE) {
		add_move(html, change, phrase);
	} else {
		html_say(html, phrase);
		if (change->after.year != 0 && !is_new) {
			html_add(html, " %s ", html_phrase(html, PHRASE_CHANGE_ON));
			html_date(html, change->after);
		}
	}
	add_name(html, change);
	if (is_new && change->after.year != 0) {
		html_say(html, PHRASE_CHANGE_DUE_ON);
		html_put(html, " ");
		html_date(html, change->after);
	}
	if (change->reason != NULL && change->kind != CHANGE_DELIVERED)
		html_add(html, " (%s)", change->reason);
}

static const enum phrase item_phrases[CHANGE_KIND_COUNT] = {
	[CHANGE_DELIVERED] = PHRASE_CHANGE_DELIVERED,
	[CHANGE_REOPENED] = PHRASE_CHANGE_REOPENED,
	[CHANGE_MISSED] = PHRASE_CHANGE_MISSED,
	[CHANGE_DROPPED] = PHRASE_CHANGE_DROPPED,
	[CHANGE_CARRIED] = PHRASE_CHANGE_CARRIED,
	[CHANGE_SPLIT] = PHRASE_CHANGE_SPLIT,
	[CHANGE_MERGED] = PHRASE_CHANGE_MERGED,
	[CHANGE_DUE] = PHRASE_CHANGE_DUE,
	[CHANGE_NEW] = PHRASE_CHANGE_NEW,
	[CHANGE_GONE] = PHRASE_CHANGE_GONE,
	[CHANGE_RISK_OPENED] = PHRASE_CHANGE_RISK_OPENED,
	[CHANGE_RISK_CLOSED] = PHRASE_CHANGE_RISK_CLOSED,
	[CHANGE_RISK_GONE] = PHRASE_CHANGE_RISK_GONE,
};

void change_words_of(struct html *html, const struct difference *change)
{
	switch (change->kind) {
	case CHANGE_SPONSOR:
		html_say(html, PHRASE_CHANGE_SPONSOR_NOW);
		html_put(html, " ");
		html_person(html, change->to);
		html_say(html, PHRASE_CHANGE_SPONSOR_WAS);
		html_put(html, " ");
		html_person(html, change->from);
		break;
	case CHANGE_AGREED:
		add_agreed(html, change);
		break;
	case CHANGE_FORECAST:
		add_move(html, change, PHRASE_CHANGE_FORECAST_MOVED);
		break;
	default:
		if (change_subject(change->kind) != SUBJECT_RATING)
			add_item(html, change, item_phrases[change->kind]);
		break;
	}
}

void rerating_reason(struct html *html, const struct plan_view *view, const char *reason,
                     const char *raised_by)
{
	if (reason != NULL) {
		html_say(html, PHRASE_CHANGE_BECAUSE);
		html_put(html, " <span");
		html_put(html, ">");
		html_lines(html, reason);
		html_put(html, "</span>");
	} else {
		html_say(html, PHRASE_CHANGE_NO_REASON);
	}
	if (raised_by == NULL)
		return;
	html_put(html, " (");
	html_say(html, PHRASE_CHANGE_RAISED_BY);
	html_put(html, " ");
	raised_by_link(html, view, raised_by);
	html_put(html, ")");
}

/* The rating with its period, as two arguments of a phrase. */
struct rated {
	const char *label;
	char period[BADGE_PERIOD_SIZE];
};

static struct rated rated_of(const struct html *html, const struct version *version)
{
	struct rated rated = {"", ""};
	if (version != NULL) {
		rated.label = version_label(version);
		badge_period(html, version->reading->period, rated.period);
	}
	return rated;
}

void outcome_words(struct html *html, const struct comparison_row *row)
{
	struct rated before = rated_of(html, row->before), now = rated_of(html, row->now);
	switch (row->outcome) {
	case OUTCOME_IMPROVED:
		html_tell(html, PHRASE_COMPARE_IMPROVED, before.label, now.label, now.period);
		break;
	case OUTCOME_DECLINED:
		html_tell(html, PHRASE_COMPARE_DECLINED, before.label, now.label, now.period);
		break;
	case OUTCOME_STEADY:
		html_tell(html, PHRASE_COMPARE_STEADY, now.label, now.period);
		break;
	case OUTCOME_NOT_COMPARED:
		html_tell(html, PHRASE_COMPARE_NOT_COMPARED, now.label, now.period, before.label);
		break;
	case OUTCOME_NEW:
		html_tell(html, PHRASE_COMPARE_NEW, now.label, now.period);
		break;
	case OUTCOME_UNCHANGED:
		html_tell(html, PHRASE_COMPARE_UNCHANGED, now.label, now.period);
		break;
	case OUTCOME_RERATED:
		html_tell(html, PHRASE_COMPARE_RERATED, before.label, now.label, now.period);
		break;
	case OUTCOME_WITHDRAWN:
		html_tell(html, PHRASE_COMPARE_WITHDRAWN, before.label, before.period);
		if (row->now != NULL)
			html_tell(html, PHRASE_COMPARE_STANDS, now.label, now.period);
		break;
	default:
		html_say(html, PHRASE_COMPARE_NOT_RATED);
		break;
	}
}

/* The row's own sentence may have said so already. */
static bool is_told(const struct comparison_row *row, const struct difference *change,
                    enum outcome outcome)
{
	return row->before != NULL && row->outcome == outcome &&
	       period_equal(row->before->reading->period, change->period);
}

bool past_is_news(const struct comparison_row *row, const struct difference *change)
{
	return change->kind == CHANGE_RERATED ||
	       (change->kind == CHANGE_WITHDRAWN && !is_told(row, change, OUTCOME_WITHDRAWN));
}

void past_words(struct html *html, const struct plan_view *view, const struct comparison_row *row,
                const struct difference *change)
{
	char period[BADGE_PERIOD_SIZE];
	badge_period(html, change->period, period);
	if (change->kind == CHANGE_WITHDRAWN) {
		html_tell(html, PHRASE_COMPARE_PAST_WITHDRAWN, change->from, period);
		return;
	}
	if (is_told(row, change, OUTCOME_RERATED))
		html_say(html, PHRASE_CHANGE_RERATED_WORD);
	else
		html_tell(html, PHRASE_COMPARE_PAST_RERATED, period, change->from, change->to);
	if (change->rater != NULL) {
		html_add(html, " %s ", html_phrase(html, PHRASE_CHANGE_ON));
		html_day(html, change->rater->author.time);
		html_add(html, " %s ", html_phrase(html, PHRASE_CHANGE_BY));
		html_person(html, change->rater->author.name);
	}
	html_put(html, ", ");
	rerating_reason(html, view, change->reason, change->by);
}

void comparison_totals(struct html *html, const struct comparison *comparison)
{
	const size_t *outcomes = comparison->outcomes, *changes = comparison->changes;
	const struct {
		size_t count;
		enum phrase one, many;
	} parts[] = {
		{outcomes[OUTCOME_IMPROVED], PHRASE_TOTAL_IMPROVED, PHRASE_TOTAL_IMPROVED},
		{outcomes[OUTCOME_DECLINED], PHRASE_TOTAL_DECLINED, PHRASE_TOTAL_DECLINED},
		{outcomes[OUTCOME_STEADY], PHRASE_TOTAL_STEADY, PHRASE_TOTAL_STEADY},
		{outcomes[OUTCOME_NEW], PHRASE_TOTAL_NEW, PHRASE_TOTAL_NEW},
		{outcomes[OUTCOME_NOT_COMPARED], PHRASE_TOTAL_NOT_COMPARED,
	         PHRASE_TOTAL_NOT_COMPARED},
		{outcomes[OUTCOME_UNCHANGED], PHRASE_TOTAL_UNCHANGED, PHRASE_TOTAL_UNCHANGED},
		{comparison->missing, PHRASE_TOTAL_MISSING, PHRASE_TOTAL_MISSING},
		{changes[CHANGE_RERATED], PHRASE_TOTAL_RERATED, PHRASE_TOTAL_RERATED_MANY},
		{changes[CHANGE_WITHDRAWN], PHRASE_TOTAL_WITHDRAWN, PHRASE_TOTAL_WITHDRAWN_MANY},
		{changes[CHANGE_AGREED], PHRASE_TOTAL_AGREED, PHRASE_TOTAL_AGREED_MANY},
		{comparison->later, PHRASE_TOTAL_LATER, PHRASE_TOTAL_LATER_MANY},
		{comparison->earlier, PHRASE_TOTAL_EARLIER, PHRASE_TOTAL_EARLIER_MANY},
		{changes[CHANGE_DELIVERED], PHRASE_TOTAL_DELIVERED, PHRASE_TOTAL_DELIVERED_MANY},
		{changes[CHANGE_MISSED], PHRASE_TOTAL_MISSED, PHRASE_TOTAL_MISSED_MANY},
		{changes[CHANGE_DROPPED], PHRASE_TOTAL_DROPPED, PHRASE_TOTAL_DROPPED_MANY},
		{changes[CHANGE_CARRIED], PHRASE_TOTAL_CARRIED, PHRASE_TOTAL_CARRIED_MANY},
		{changes[CHANGE_GONE], PHRASE_TOTAL_GONE, PHRASE_TOTAL_GONE_MANY},
		{changes[CHANGE_RISK_OPENED], PHRASE_TOTAL_RISKS, PHRASE_TOTAL_RISKS_MANY},
		{changes[CHANGE_RISK_CLOSED], PHRASE_TOTAL_RISK_CLOSED,
	         PHRASE_TOTAL_RISK_CLOSED_MANY},
		{changes[CHANGE_RISK_GONE], PHRASE_TOTAL_RISK_GONE, PHRASE_TOTAL_RISK_GONE_MANY},
	};
	const char *between = "";
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		if (parts[i].count == 0)
			continue;
		html_put(html, between);
		html_counted(html, parts[i].count, parts[i].one, parts[i].many);
		between = ", ";
	}
}
