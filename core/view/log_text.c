#include "view/log_view.h"

#include <string.h>

#include "view/change_text.h"
#include "view/remarks.h"

enum { NAME_INDENT = 4, CHANGE_INDENT = 6 };

static const char *const yellow = "\x1b[33m";

/* "commit 4c2c834  24 Nov 2026  Author" */
static void add_landing(const struct landing *landing, const struct layout *layout, struct buf *out)
{
	char hex[OBJECT_HEX_SIZE], day[DATE_TEXT_SIZE];
	struct buf line = BUF_INIT;
	buf_text(out, layout->colour ? yellow : "");
	buf_printf(out, "commit %.*s", OBJECT_SHORT, object_hex(&landing->id, hex));
	buf_text(out, layout->colour ? LINES_PLAIN : "");
	buf_printf(&line, "  %s  ", date_short(date_from_time(landing->committer.time), day));
	buf_text(out, line.bytes);
	lines_wrap(out, landing->author.name, strlen("commit ") + OBJECT_SHORT + line.length,
	           LINES_INDENT, layout);
	buf_release(&line);
}

/* What must be known of its dates. */
static void add_dates(const struct landing *landing, const struct layout *layout, struct buf *out)
{
	char written[DATE_TEXT_SIZE], landed[DATE_TEXT_SIZE], time[DATE_TEXT_SIZE];
	struct buf line = BUF_INIT;
	date_short(date_from_time(landing->author.time), written);
	date_short(date_from_time(landing->committer.time), landed);
	if (strcmp(written, landed) != 0)
		buf_printf(&line, "written %s; ", written);
	if (landing->received != 0)
		buf_printf(&line, "received %s%s%s%s; ", landing->late ? "by " : "",
		           date_time_iso(landing->received, time),
		           landing->account != NULL ? " from " : "",
		           landing->account != NULL ? landing->account : "");
	if (landing->backwards)
		buf_text(&line, "its date is before that of the landing below it; ");
	if (line.length > 2) {
		line.bytes[line.length - 2] = '\0';
		lines_add(out, line.bytes, NAME_INDENT, layout);
	}
	buf_release(&line);
}

/* The rating's rater where that is not the landing's author, as in a merge. */
static void add_rater(const struct entry *entry, const struct difference *change,
                      const struct layout *layout, struct buf *out)
{
	char hex[OBJECT_HEX_SIZE], day[DATE_TEXT_SIZE];
	const struct landing *rater = change->rater;
	if (rater == NULL || entry->version == NULL || entry->version->rated != entry->version ||
	    object_equal(&rater->id, &entry->landing->id))
		return;
	struct buf line = BUF_INIT;
	buf_printf(&line, "rated by %s on %s, commit %.*s", rater->author.name,
	           date_short(date_from_time(rater->author.time), day), OBJECT_SHORT,
	           object_hex(&rater->id, hex));
	lines_add(out, line.bytes, CHANGE_INDENT, layout);
	buf_release(&line);
}

static bool is_headline(const struct difference *change)
{
	return change_subject(change->kind) == SUBJECT_RATING &&
	       change->kind != CHANGE_BEFORE_LANDING && change->kind != CHANGE_DRAFT;
}

static void add_entry(const struct record *record, const struct entry *entry,
                      const struct layout *layout, struct buf *out)
{
	char period[PERIOD_TEXT_SIZE];
	struct buf line = BUF_INIT;
	const char *between = ": ";
	change_title(&line, record, entry->subject.plan, entry->subject.series);
	buf_printf(&line, ", %s", period_words(entry->period, period));
	for (size_t i = 0; i < entry->count; i++) {
		if (!is_headline(&entry->changes[i]))
			continue;
		buf_text(&line, between);
		change_headline(&line, &entry->changes[i]);
		between = "; ";
	}
	buf_repeat(out, ' ', NAME_INDENT);
	lines_wrap(out, line.bytes, NAME_INDENT, NAME_INDENT + LINES_INDENT, layout);
	for (size_t i = 0; i < entry->count; i++) {
		if (!is_headline(&entry->changes[i]))
			continue;
		if (entry->changes[i].kind == CHANGE_RERATED) {
			buf_clear(&line);
			change_reason(&line, &entry->changes[i]);
			lines_add(out, line.bytes, CHANGE_INDENT, layout);
		}
		add_rater(entry, &entry->changes[i], layout, out);
	}
	change_drafts(out, entry->changes, entry->count, CHANGE_INDENT, layout);
	change_lines(out, entry->changes, entry->count, CHANGE_INDENT, layout);
	buf_release(&line);
}

void log_as_text(const struct record *record, const struct entries *entries,
                 const struct layout *layout, struct buf *out)
{
	const struct landing *landing = NULL;
	for (size_t i = 0; i < entries->count; i++) {
		const struct entry *entry = &entries->items[i];
		if (landing == NULL || landing->number != entry->landing->number) {
			buf_text(out, landing == NULL ? "" : "\n");
			landing = entry->landing;
			add_landing(landing, layout, out);
			add_dates(landing, layout, out);
			lines_add(out, landing->subject, NAME_INDENT, layout);
			buf_byte(out, '\n');
		}
		add_entry(record, entry, layout, out);
	}
	if (entries->count == 0)
		buf_text(out, "Nothing is on record yet.\n");
	remarks_as_text(record, NULL, layout, out);
}
