/* What is said of actions and how they moved: declared in site/actions_words.h. */
#include "site/actions_words.h"

#include "view/said.h"

const char *action_status_said(const struct html *html, int status, enum phrase none)
{
	return html_phrase(
		html, status == ACTION_STATUS_UNKNOWN
			      ? none
			      : (enum phrase)((int)PHRASE_ACTIONS_STATUS_NOT_STARTED + status));
}

void recommendations_said(struct html *html, const struct recommendation_count *count)
{
	char listed[HTML_NUMBER_SIZE], answered[HTML_NUMBER_SIZE], stated[HTML_NUMBER_SIZE];
	if (count->stated->valid)
		html_tell(html, PHRASE_ACTIONS_STATED,
		          html_number((size_t)count->stated->as.number, stated));
	html_tell(html, PHRASE_ACTIONS_LISTED, html_number(count->listed, listed),
	          html_number(count->answered, answered));
}

void slip_said(struct html *html, const struct action_history *action, bool first)
{
	struct html days = html_part(html);
	char number[HTML_NUMBER_SIZE];
	if (action->slips == 1)
		html_say(html, first ? PHRASE_ACTIONS_MOVED_ONCE : PHRASE_ACTIONS_TOO_MOVED_ONCE);
	else if (action->slips != 0)
		html_tell(html, first ? PHRASE_ACTIONS_MOVED : PHRASE_ACTIONS_TOO_MOVED,
		          html_number(action->slips, number));
	if (action->slips != 0 && action->slip_days != 0) {
		said_days(&days, action->slip_days);
		html_weave(html, PHRASE_ACTIONS_THAN_FIRST, days.text.bytes);
	}
	html_release(&days);
}

static void add_due(struct html *html, struct date date)
{
	if (date.year != 0)
		html_short_date(html, date);
	else
		html_say(html, PHRASE_ACTIONS_NO_DAY);
}

/* "due 30 Sep 2023, was 31 Aug 2023: 30 days later" */
static void add_dates(struct html *html, const struct action_change *change)
{
	struct html after = html_part(html), before = html_part(html);
	add_due(&after, change->after);
	add_due(&before, change->before);
	html_weave(html, PHRASE_ACTIONS_DUE_WAS, after.text.bytes, before.text.bytes);
	if (change->days != 0) {
		html_put(html, ": ");
		said_days(html, change->days);
	}
	html_release(&after);
	html_release(&before);
}

void action_change_said(struct html *html, const struct action_change *change)
{
	const char *to = action_status_said(html, change->to, PHRASE_ACTIONS_WITHOUT_STATUS);
	const char *from = action_status_said(html, change->from, PHRASE_ACTIONS_WITHOUT_STATUS);
	switch (change->kind) {
	case ACTION_LISTED:
		html_tell(html, PHRASE_ACTIONS_NEWLY_LISTED, to);
		return;
	case ACTION_UNLISTED:
		html_tell(html, PHRASE_ACTIONS_GONE, from);
		return;
	case ACTION_MOVED:
		html_tell(html, PHRASE_ACTIONS_STATUS_WAS, to, from);
		return;
	default:
		add_dates(html, change);
	}
}
