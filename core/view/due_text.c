#include "view/due_view.h"

enum { GROUP_INDENT = 2, ENTRY_INDENT = 4 };

static void add_heading(const struct record *record, const struct calendar *calendar,
                        const struct layout *layout, struct buf *out)
{
	char hex[OBJECT_HEX_SIZE], day[DATE_TEXT_SIZE], today[DATE_TEXT_SIZE];
	const struct plan *plan = calendar->plan->plan;
	struct buf line = BUF_INIT;
	lines_wrap(out, plan->title.text != NULL ? plan->title.text : calendar->plan->id, 0,
	           LINES_INDENT, layout);
	if (plan->organisation.text != NULL)
		lines_wrap(out, plan->organisation.text, 0, LINES_INDENT, layout);
	buf_printf(&line, "plans/%s as of commit %.*s of %s, seen on %s", calendar->plan->id,
	           OBJECT_SHORT, object_hex(&record->tip.id, hex),
	           date_short(date_from_time(record->tip.committer.time), day),
	           date_short(calendar->today, today));
	lines_wrap(out, line.bytes, 0, LINES_INDENT, layout);
	buf_byte(out, '\n');
	buf_clear(&line);
	due_rhythm(calendar, &line);
	lines_wrap(out, line.bytes, 0, 0, layout);
	buf_release(&line);
}

/* "September to October 2023, due 30 November 2023, 12 days ago". */
static void add_group(const struct calendar *calendar, enum due_list list,
                      const struct report_entry *entry, const struct layout *layout,
                      struct buf *out)
{
	char period[PERIOD_TEXT_SIZE], day[DATE_TEXT_SIZE];
	struct buf line = BUF_INIT;
	int ahead = date_days(entry->due) - date_days(calendar->today);
	buf_text(&line, period_words(entry->period, period));
	if (list != DUE_UNSIGNED)
		buf_printf(&line, ", due %s", date_words(entry->due, day));
	if (list == DUE_MISSING)
		buf_printf(&line, ", %d day%s ago", -ahead, ahead == -1 ? "" : "s");
	else if (list == DUE_NEXT && ahead == 0)
		buf_text(&line, ", today");
	else if (list == DUE_NEXT)
		buf_printf(&line, ", in %d day%s", ahead, ahead == 1 ? "" : "s");
	lines_add(out, line.bytes, GROUP_INDENT, layout);
	buf_release(&line);
}

static void add_entry(enum due_list list, const struct report_entry *entry,
                      const struct layout *layout, struct buf *out)
{
	struct buf line = BUF_INIT;
	buf_text(&line, due_title(entry));
	due_note(list, entry, &line);
	lines_add(out, line.bytes, ENTRY_INDENT, layout);
	buf_release(&line);
	if (layout->drain != NULL)
		layout->drain(out);
}

static void add_list(const struct calendar *calendar, enum due_list list,
                     const struct layout *layout, struct buf *out)
{
	const struct report_entry *last = NULL;
	for (size_t i = 0; i < calendar->count; i++) {
		const struct report_entry *entry = &calendar->entries[i];
		if (!due_is_in(list, entry))
			continue;
		if (last == NULL)
			buf_printf(out, "\n%s\n", due_list_title(list));
		if (last == NULL || !period_equal(last->period, entry->period))
			add_group(calendar, list, entry, layout, out);
		add_entry(list, entry, layout, out);
		last = entry;
	}
	if (list == DUE_MISSING && calendar->left_out != 0)
		buf_printf(out, "  and %zu more\n", calendar->left_out);
}

static void add_total(const struct calendar *calendar, const struct layout *layout, struct buf *out)
{
	struct buf line = BUF_INIT;
	size_t missing = calendar->states[REPORT_MISSING], late = calendar->states[REPORT_LATE];
	buf_byte(out, '\n');
	if (missing + late + calendar->unsigned_count == 0)
		buf_text(&line, "Nothing is missing, late or without a sign-off.");
	else
		buf_printf(&line, "%zu missing, %zu late, %zu not signed off by the sponsor.",
		           missing, late, calendar->unsigned_count);
	lines_wrap(out, line.bytes, 0, LINES_INDENT, layout);
	buf_release(&line);
}

void due_as_text(const struct dues_told *told, const struct layout *layout, struct buf *out)
{
	for (size_t i = 0; i < told->count; i++) {
		const struct calendar *calendar = &told->calendars[i];
		if (i != 0)
			buf_text(out, "\n\n");
		add_heading(told->record, calendar, layout, out);
		for (enum due_list list = 0; list < DUE_LISTS; list++)
			add_list(calendar, list, layout, out);
		add_total(calendar, layout, out);
	}
}
