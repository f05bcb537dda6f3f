#include "support/changing.h"

#include "support/recording.h"

static void print_change(struct buf *text, const struct difference *change)
{
	buf_printf(text, "  %s", change_id(change->kind));
	if (change->id != NULL)
		buf_printf(text, " %s", change->id);
	if (change->from != NULL || change->to != NULL)
		buf_printf(text, " [%s > %s]", change->from != NULL ? change->from : "-",
		           change->to != NULL ? change->to : "-");
	if (change->days != 0)
		buf_printf(text, " %+d days", change->days);
	if (change->reason != NULL)
		buf_printf(text, " because %s", change->reason);
	if (change->by != NULL)
		buf_printf(text, " by %s", change->by);
	buf_byte(text, '\n');
}

void print_changes(struct buf *text, const struct difference *changes, size_t count)
{
	for (size_t i = 0; i < count; i++)
		print_change(text, &changes[i]);
}

const char *entries_text(struct history *history, const char *name, size_t most)
{
	const struct record *record = recorded(history, "HEAD");
	struct subjects subjects = {0};
	struct entries entries;
	struct error error = ERROR_INIT;
	struct buf text = BUF_INIT;
	char period[PERIOD_TEXT_SIZE];
	if (name == NULL)
		subjects_all(&subjects, record);
	else if (subjects_named(&subjects, record, name, &error) < 0)
		fail_msg("%s", error.what);
	entries_read(&subjects, most, &entries);
	for (size_t i = 0; i < entries.count; i++) {
		const struct entry *entry = &entries.items[i];
		buf_printf(&text, "#%zu %s/%s %s\n", entry->landing->number,
		           entry->subject.plan->id, entry->subject.series->id,
		           period_iso(entry->period, period));
		print_changes(&text, entry->changes, entry->count);
	}
	const char *copy = arena_text(&history->sandbox->arena, text.bytes, text.length);
	entries_release(&entries);
	subjects_release(&subjects);
	buf_release(&text);
	return copy;
}
