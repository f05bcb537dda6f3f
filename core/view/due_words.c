/* The words of a reporting calendar: declared in due_view.h. */
#include "view/due_view.h"

#include <string.h>

const char *due_list_title(enum due_list list)
{
	static const char *const titles[DUE_LISTS] = {"Missing", "Late", "Not signed off",
	                                              "Due next"};
	return titles[list];
}

bool due_is_in(enum due_list list, const struct report_entry *entry)
{
	switch (list) {
	case DUE_MISSING:
		return entry->state == REPORT_MISSING;
	case DUE_LATE:
		return entry->state == REPORT_LATE;
	case DUE_UNSIGNED:
		return report_unsigned(entry);
	default:
		return entry->state == REPORT_NOT_YET_DUE;
	}
}

const char *due_title(const struct report_entry *entry)
{
	return entry->series->declared == NULL && strcmp(entry->series->id, "overview") == 0
	               ? "Programme overview"
	               : entry->series->title;
}

void due_note(enum due_list list, const struct report_entry *entry, struct buf *text)
{
	char day[DATE_TEXT_SIZE];
	if (list == DUE_LATE)
		buf_printf(text, ": %d day%s late", entry->days, entry->days == 1 ? "" : "s");
	if (list == DUE_LATE || list == DUE_UNSIGNED)
		buf_printf(text, "%s%s", list == DUE_LATE ? ", reported " : ": reported ",
		           date_short(report_landed(entry), day));
	if (entry->withdrawn)
		buf_text(text, ": what was reported was withdrawn");
	else if (entry->drafted)
		buf_text(text, ": there is a draft");
}

static void add_cadence(struct buf *text, int months)
{
	static const char *const words[] = {"Every month", "Every two months", "Every quarter"};
	if (months <= 3)
		buf_text(text, words[months - 1]);
	else
		buf_printf(text, "Every %d months", months);
}

void due_rhythm(const struct calendar *calendar, struct buf *text)
{
	const struct rhythm *rhythm = &calendar->rhythm;
	const struct value *day = &calendar->plan->plan->due_day;
	char words[PERIOD_TEXT_SIZE];
	if (!rhythm->known) {
		buf_text(text, "The plan does not say when it starts, and nothing is on record, so "
		               "that nothing can be due.");
		return;
	}
	add_cadence(text, rhythm->months);
	if (rhythm->months > 1 && rhythm->from_plan)
		buf_printf(text, ", counted from %s, the plan's first month",
		           period_words((struct period){rhythm->first, rhythm->first}, words));
	else if (rhythm->months > 1)
		buf_printf(text, ", as the report for %s has it",
		           period_words(rhythm->seen, words));
	if (!calendar->plan->plan->cadence.valid)
		buf_text(text, " (the plan gives no cadence)");
	if (day->valid && day->as.number >= 1)
		buf_printf(text, "; due by day %d of the month after.", day->as.number);
	else
		buf_text(text, "; due by the end of the month after, since the plan gives no day.");
}
