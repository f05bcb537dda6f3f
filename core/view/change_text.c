#include "view/change_text.h"

#include <stdlib.h>
#include <string.h>

void change_days(struct buf *text, int days)
{
	buf_printf(text, "%d %s %s", abs(days), abs(days) == 1 ? "day" : "days",
	           days > 0 ? "later" : "earlier");
}

void change_headline(struct buf *text, const struct difference *change)
{
	const char *from = change->from != NULL ? change->from : "";
	const char *to = change->to != NULL ? change->to : "";
	switch (change->kind) {
	case CHANGE_IMPROVED:
	case CHANGE_DECLINED:
	case CHANGE_NOT_COMPARED:
		buf_printf(text, "%s (%s, was %s)", to, change_words(change->kind), from);
		break;
	case CHANGE_RERATED:
		buf_printf(text, "re-rated %s (was %s)", to, from);
		break;
	case CHANGE_WITHDRAWN:
		buf_printf(text, "withdrawn (was %s)", from);
		break;
	default:
		buf_printf(text, "%s (%s)", to, change_words(change->kind));
		break;
	}
}

void change_reason(struct buf *text, const struct difference *change)
{
	if (change->reason != NULL)
		buf_printf(text, "because: %s", change->reason);
	else
		buf_text(text, "no reason was given");
	if (change->by != NULL)
		buf_printf(text, " (raised by %s)", change->by);
}

static void add_date_move(struct buf *text, const struct difference *change)
{
	char day[DATE_TEXT_SIZE];
	buf_printf(text, "%s moved ", change_words(change->kind));
	change_days(text, change->days);
	buf_printf(text, ", to %s", date_short(change->after, day));
	if (change->kind != CHANGE_AGREED)
		return;
	if (change->by == NULL && change->ref == NULL)
		buf_text(text, "; no approval is on record");
	else
		buf_printf(text, "; approved by %s", change->by != NULL ? change->by : "–");
	if (change->ref != NULL)
		buf_printf(text, " (%s)", change->ref);
}

static void add_item(struct buf *text, const struct difference *change, const char *what)
{
	char day[DATE_TEXT_SIZE];
	const char *title = change->title != NULL ? change->title
	                    : change->id != NULL  ? change->id
	                                          : "without a name";
	if (change->kind == CHANGE_NEW || change->kind == CHANGE_RISK_OPENED) {
		buf_printf(text, "new %s: %s", what, title);
	} else if (change->kind == CHANGE_DUE) {
		buf_printf(text, "%s due ", what);
		change_days(text, change->days);
		buf_printf(text, ", on %s: %s", date_short(change->after, day), title);
	} else {
		buf_printf(text, "%s %s", what, change_words(change->kind));
		if (change->after.year != 0)
			buf_printf(text, " on %s", date_short(change->after, day));
		buf_printf(text, ": %s", title);
	}
	if (change->kind == CHANGE_NEW && change->after.year != 0)
		buf_printf(text, ", due %s", date_short(change->after, day));
	if (change->reason != NULL && change->kind != CHANGE_DELIVERED)
		buf_printf(text, " (%s)", change->reason);
}

void change_sentence(struct buf *text, const struct difference *change)
{
	switch (change_subject(change->kind)) {
	case SUBJECT_RATING:
		change_headline(text, change);
		break;
	case SUBJECT_WORKSTREAM:
		if (change->kind == CHANGE_SPONSOR)
			buf_printf(text, "sponsor now %s (was %s)", change->to, change->from);
		else
			add_date_move(text, change);
		break;
	case SUBJECT_MILESTONE:
		add_item(text, change, "milestone");
		break;
	case SUBJECT_RISK:
		add_item(text, change, "risk");
		break;
	}
}

void change_lines(struct buf *out, const struct difference *changes, size_t count, size_t indent,
                  const struct layout *layout)
{
	struct buf line = BUF_INIT;
	for (size_t i = 0; i < count; i++) {
		if (change_subject(changes[i].kind) == SUBJECT_RATING)
			continue;
		buf_clear(&line);
		change_sentence(&line, &changes[i]);
		buf_repeat(out, ' ', indent);
		lines_wrap(out, line.bytes, indent, indent + 2, layout);
	}
	buf_release(&line);
}

/* "Green, then Amber"; returns how many there were. */
static size_t add_series(struct buf *line, const struct difference *changes, size_t count,
                         enum change_kind kind)
{
	size_t found = 0;
	for (size_t i = 0; i < count; i++)
		if (changes[i].kind == kind)
			buf_printf(line, "%s%s", found++ == 0 ? "" : ", then ", changes[i].to);
	return found;
}

/* True when all that was said before landing is what landed then. */
static bool says_nothing_else(const struct difference *changes, size_t count)
{
	const char *landed = NULL;
	size_t drafts = 0;
	for (size_t i = 0; i < count; i++) {
		if (changes[i].kind == CHANGE_BEFORE_LANDING)
			drafts++;
		else if (landed == NULL && change_subject(changes[i].kind) == SUBJECT_RATING)
			landed = changes[i].to;
	}
	for (size_t i = 0; i < count; i++)
		if (changes[i].kind == CHANGE_BEFORE_LANDING)
			return drafts == 1 && landed != NULL && strcmp(landed, changes[i].to) == 0;
	return true;
}

void change_drafts(struct buf *out, const struct difference *changes, size_t count, size_t indent,
                   const struct layout *layout)
{
	struct buf line = BUF_INIT;
	if (!says_nothing_else(changes, count)) {
		add_series(&line, changes, count, CHANGE_BEFORE_LANDING);
		buf_text(&line, ", before landing");
		lines_add(out, line.bytes, indent, layout);
	}
	buf_clear(&line);
	if (add_series(&line, changes, count, CHANGE_DRAFT) != 0) {
		buf_text(&line, ", as a draft: not agreed yet");
		lines_add(out, line.bytes, indent, layout);
	}
	buf_release(&line);
}

void change_title(struct buf *text, const struct record *record, const struct plan_record *plan,
                  const struct series *series)
{
	buf_text(text, series == &plan->programme ? CHANGE_PROGRAMME : series->title);
	if (record->count > 1)
		buf_printf(text, " (%s)", plan->id);
}

const char *milestone_words(const struct value *status)
{
	static const char *const words[] = {
		"Delivered", "In progress", "Carried forward", "Split",
		"Merged",    "Missed",      "Dropped",         "Not started",
	};
	return status->text == NULL ? "Not given"
	       : status->valid      ? words[status->as.word]
	                            : status->text;
}
