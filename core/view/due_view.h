/*
 * What a plan's reporting calendar has to show: which reports are missing, late or unsigned,
 * and which are due next; as text for a terminal and as JSON.
 */
#ifndef VIEW_DUE_VIEW_H
#define VIEW_DUE_VIEW_H

#include "base/buf.h"
#include "record/calendar.h"
#include "view/lines.h"

struct dues_told {
	const struct record *record;
	const struct calendar *calendars; /* of the plans that are told of */
	size_t count;
};

typedef void (*due_view)(const struct dues_told *told, const struct layout *layout,
                         struct buf *out);

void due_as_text(const struct dues_told *told, const struct layout *layout, struct buf *out);

/*
 * One JSON document: {"version": 1, "commit", "today", "plans": [{"id", "title",
 * "organisation", "rhythm": {"months", "from", "shown_by"}, "due_day", "counts", "left_out",
 * "reports": [{"workstream", "title", "period", "due", "state", "days", "withdrawn", "draft",
 * "landed", "signature", "signed"}]}]}. Every report is there, those that are well too. States
 * are missing, late, on-time, imported and not-yet-due; a signature is signed, unsigned or
 * not-asked. "landed" is the landing of the first version.
 */
void due_as_json(const struct dues_told *told, const struct layout *layout, struct buf *out);

/* --- what the pages of the site share with them --- */

enum due_list { DUE_MISSING, DUE_LATE, DUE_UNSIGNED, DUE_NEXT, DUE_LISTS };

/* The heading of a list; true where an entry belongs in it. An entry may be in two. */
const char *due_list_title(enum due_list list);
bool due_is_in(enum due_list list, const struct report_entry *entry);

/* "Programme overview", or the workstream's title. */
const char *due_title(const struct report_entry *entry);

/* What there is to say behind an entry's title: ": 5 days late, reported 5 Oct 2023"; or nothing.
 */
void due_note(enum due_list list, const struct report_entry *entry, struct buf *text);

/* "Every two months, counted from May 2023, the plan's first month; ...", a sentence. */
void due_rhythm(const struct calendar *calendar, struct buf *text);

#endif
