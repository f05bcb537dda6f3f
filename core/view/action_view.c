#include "view/action_view.h"

#include "view/change_text.h"
#include "view/filed_view.h"
#include "view/show_view.h"

enum {
	MOST_MONTHS = 12, /* of which the text tells */
	MONTH_COLUMN = 12,
	DUE_COLUMN = 13,
	INDENT = 2,
};

/* "2 stated, 2 listed, 1 answered by an action"; what is not stated is left out. */
static void recommendation_words(const struct recommendation_count *count, struct buf *line)
{
	if (count->stated->valid)
		buf_printf(line, "%d stated, ", count->stated->as.number);
	buf_printf(line, "%zu listed, %zu answered by an action", count->listed, count->answered);
}

/* "moved later once, 30 days later in all"; nothing where it never moved later. */
static void slip_words(const struct action_history *action, struct buf *line)
{
	if (action->slips == 0)
		return;
	if (action->slips == 1)
		buf_text(line, "moved later once");
	else
		buf_printf(line, "moved later %zu times", action->slips);
	if (action->slip_days == 0)
		return;
	buf_text(line, ", ");
	change_days(line, action->slip_days);
	buf_text(line, " than at first");
}

bool review_is_overdue(const struct review *review, struct date day)
{
	return review->on.valid && review->held_on.text == NULL &&
	       date_days(review->on.as.date) < date_days(day);
}

static void add_months(const struct actions_history *history, const struct layout *layout,
                       struct buf *out)
{
	size_t first = history->month_count > MOST_MONTHS ? history->month_count - MOST_MONTHS : 0;
	lines_column(out, "Month", MONTH_COLUMN, NULL);
	buf_text(out, " Open  Done  Overdue  Dropped\n");
	for (size_t i = first; i < history->month_count; i++) {
		const struct action_month *month = &history->months[i];
		char words[PERIOD_TEXT_SIZE];
		lines_column(out, period_short((struct period){month->month, month->month}, words),
		             MONTH_COLUMN, NULL);
		buf_printf(out, "%5zu %5zu %8zu %8zu\n", month->open, month->done, month->overdue,
		           month->dropped);
	}
	if (first != 0)
		lines_add(out, "Earlier months: ragtrail trend --format json", 0, layout);
}

static void add_overdue_action(const struct action_history *item, const struct layout *layout,
                               struct buf *out)
{
	char due[DATE_TEXT_SIZE];
	struct buf line = BUF_INIT, slip = BUF_INIT;
	const struct action *action = item->action;
	buf_printf(&line, "%s: %s", item->id,
	           action->title.text != NULL ? action->title.text : "without a title");
	buf_printf(&line, " (%s", action->owner.text != NULL ? action->owner.text : "no owner");
	slip_words(item, &slip);
	buf_printf(&line, "%s%s)", slip.length != 0 ? "; " : "", slip.bytes);
	buf_repeat(out, ' ', INDENT);
	lines_column(out, date_short(action->due.as.date, due), DUE_COLUMN, NULL);
	lines_wrap(out, line.bytes, INDENT + DUE_COLUMN, INDENT + DUE_COLUMN, layout);
	buf_release(&line);
	buf_release(&slip);
}

static void add_overdue(const struct actions_history *history, const struct layout *layout,
                        struct buf *out)
{
	char day[DATE_TEXT_SIZE];
	struct buf line = BUF_INIT;
	date_short(history->day, day);
	if (history->now.overdue == 0)
		buf_printf(&line, "Nothing was overdue on %s.", day);
	else
		buf_printf(&line, "Overdue on %s: %zu of %zu open", day, history->now.overdue,
		           history->now.open);
	lines_wrap(out, line.bytes, 0, LINES_INDENT, layout);
	for (size_t i = 0; i < history->count; i++)
		if (history->items[i].overdue)
			add_overdue_action(&history->items[i], layout, out);
	buf_release(&line);
}

static void add_reviews(const struct actions_history *history, const struct layout *layout,
                        struct buf *out)
{
	const struct list *list = &history->actions->reviews;
	char day[DATE_TEXT_SIZE];
	struct buf line = BUF_INIT;
	for (size_t i = 0; i < list->count; i++) {
		const struct review *review = &LIST_OF(struct review, *list)[i];
		if (!review_is_overdue(review, history->day))
			continue;
		buf_clear(&line);
		buf_printf(&line, "The review set for %s was not held%s%s",
		           date_short(review->on.as.date, day),
		           review->note.text != NULL ? ": " : ".",
		           review->note.text != NULL ? review->note.text : "");
		lines_wrap(out, line.bytes, 0, LINES_INDENT, layout);
	}
	buf_release(&line);
}

static const char *status_words(int status)
{
	return status == ACTION_STATUS_UNKNOWN ? "without a status"
	                                       : action_status_words((enum action_status)status);
}

static void add_due(struct date date, struct buf *line)
{
	char day[DATE_TEXT_SIZE];
	buf_text(line, date.year != 0 ? date_short(date, day) : "on no day");
}

void action_change_words(const struct action_change *change, struct buf *line)
{
	switch (change->kind) {
	case ACTION_LISTED:
		buf_printf(line, "listed, %s", status_words(change->to));
		return;
	case ACTION_UNLISTED:
		buf_printf(line, "gone from the list, %s", status_words(change->from));
		return;
	case ACTION_MOVED:
		buf_printf(line, "%s, was %s", status_words(change->to),
		           status_words(change->from));
		return;
	default:
		buf_text(line, "due ");
		add_due(change->after, line);
		buf_text(line, ", was ");
		add_due(change->before, line);
		if (change->days == 0)
			return;
		buf_text(line, ": ");
		change_days(line, change->days);
	}
}

void action_plan_as_text(const struct actions_history *history, const struct layout *layout,
                         struct buf *out)
{
	struct arena arena = ARENA_INIT;
	struct recommendations all = recommendations_read(history->actions, &arena);
	struct buf line = BUF_INIT;
	for (size_t i = 0; i < all.count_count; i++) {
		const struct recommendation_group *group = all.counts[i].group;
		buf_clear(&line);
		buf_printf(&line, "%s: ",
		           group == NULL               ? "Recommendations"
		           : group->title.text != NULL ? group->title.text
		                                       : "A group");
		recommendation_words(&all.counts[i], &line);
		lines_wrap(out, line.bytes, 0, LINES_INDENT, layout);
	}
	buf_byte(out, '\n');
	add_months(history, layout, out);
	buf_byte(out, '\n');
	add_overdue(history, layout, out);
	add_reviews(history, layout, out);
	buf_release(&line);
	arena_release(&arena);
}

void action_plans_as_text(const struct plan_record *plan, const struct cabinet *cabinet,
                          struct date day, const struct layout *layout, struct buf *out)
{
	for (size_t i = 0; cabinet != NULL && i < cabinet->count; i++) {
		const struct filed *filed = &cabinet->items[i];
		struct arena arena = ARENA_INIT;
		struct actions_history history;
		struct buf title = BUF_INIT;
		if (filed->plan == plan && filed->withdrawn == NULL &&
		    actions_history_read(filed, day, &arena, &history)) {
			buf_text(&title, "Actions: ");
			filed_title(filed, &title);
			show_heading(out, title.bytes, layout);
			action_plan_as_text(&history, layout, out);
		}
		buf_release(&title);
		arena_release(&arena);
	}
}
