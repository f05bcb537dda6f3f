#include "view/show_view.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "record/trend.h"
#include "view/change_text.h"
#include "view/sections.h"

enum { FACT_COLUMN = 14, STATUS_COLUMN = 15, DUE_COLUMN = 14, LIST_INDENT = 2, ITEM_INDENT = 4 };

static const char *const bold = "\x1b[1m";

void show_heading(struct buf *out, const char *title, const struct layout *layout)
{
	buf_byte(out, '\n');
	buf_text(out, layout->colour ? bold : "");
	lines_wrap(out, title, 0, LINES_INDENT, layout);
	if (layout->colour)
		buf_text(out, LINES_PLAIN);
}

static void add_fact(struct buf *out, const char *name, const char *text,
                     const struct layout *layout)
{
	if (text == NULL || text[0] == '\0')
		return;
	lines_column(out, name, FACT_COLUMN, NULL);
	lines_wrap(out, text, FACT_COLUMN, FACT_COLUMN, layout);
}

static void add_title(const struct shown *shown, const struct layout *layout, struct buf *out)
{
	const struct plan *plan = shown->subject.plan->plan;
	bool programme = shown->subject.series == &shown->subject.plan->programme;
	buf_text(out, layout->colour ? bold : "");
	lines_wrap(out, programme ? "Programme overview" : shown->subject.series->title, 0,
	           LINES_INDENT, layout);
	buf_text(out, layout->colour ? LINES_PLAIN : "");
	if (plan->title.text != NULL)
		lines_wrap(out, plan->title.text, 0, LINES_INDENT, layout);
	if (plan->organisation.text != NULL)
		lines_wrap(out, plan->organisation.text, 0, LINES_INDENT, layout);
	buf_byte(out, '\n');
}

static void add_rating(const struct shown *shown, const struct layout *layout, struct buf *out)
{
	const struct version *version = shown->version;
	const char *colour = lines_colour(layout, version);
	char period[PERIOD_TEXT_SIZE];
	struct buf line = BUF_INIT;
	lines_column(out, "Rating", FACT_COLUMN, NULL);
	buf_text(out, colour != NULL ? colour : "");
	lines_wrap(out, version_label(version), FACT_COLUMN, FACT_COLUMN, layout);
	if (colour != NULL)
		buf_text(out, LINES_PLAIN);
	if (version->level != SCALE_NONE)
		add_fact(out, "", version->scale->levels[version->level].meaning, layout);
	else
		add_fact(out, "", "not a level of the plan's scale", layout);
	const struct version *before =
		version_before(shown->subject.series, shown->standing, shown->record->tip.number);
	enum change_kind kind = change_of_rating(before, version);
	buf_text(&line, change_words(kind));
	if (before != NULL)
		buf_printf(&line, "%s %s (%s)",
		           kind == CHANGE_STEADY ? ", as in the period before:" : ", was",
		           version_label(before), period_words(before->reading->period, period));
	add_fact(out, "Change", line.bytes, layout);
	buf_release(&line);
}

/* "on 5 Sep 2023 by Ann, commit abc1234" */
static void add_landed(struct buf *line, const struct landing *landing)
{
	char day[DATE_TEXT_SIZE], hex[OBJECT_HEX_SIZE];
	buf_printf(line, "on %s by %s, commit %.*s",
	           date_short(date_from_time(landing_time(landing)), day), landing->author.name,
	           OBJECT_SHORT, object_hex(&landing->id, hex));
}

/* Later reports that were withdrawn, where the one shown is only for that the latest. */
static void add_withdrawn_since(const struct shown *shown, const struct layout *layout,
                                struct buf *out)
{
	const struct series *series = shown->subject.series;
	const struct standing *end = series->standings + series->count, *last = NULL;
	char period[PERIOD_TEXT_SIZE];
	struct buf line = BUF_INIT;
	for (const struct standing *later = shown->standing + 1; later < end; later++) {
		if (standing_holds(later))
			return;
		if (later->withdrawn != NULL &&
		    !period_overlaps(later->period, shown->standing->period))
			last = later;
	}
	if (last != NULL && standing_holds(shown->standing)) {
		buf_printf(&line, "the report for %s, ", period_words(last->period, period));
		add_landed(&line, last->withdrawn);
		buf_text(&line, ": this is the latest on record");
		add_fact(out, "Withdrawn", line.bytes, layout);
	}
	buf_release(&line);
}

/* What a reader should know before anything else. */
static void add_notices(const struct shown *shown, const struct layout *layout, struct buf *out)
{
	const struct update *update = shown->document->update;
	const struct overview *overview = shown->document->overview;
	const struct landing *withdrawn = shown->standing->withdrawn;
	const struct value *source = update != NULL     ? &update->imported.source
	                             : overview != NULL ? &overview->imported.source
	                                                : NULL;
	struct buf line = BUF_INIT;
	if (withdrawn != NULL) {
		add_landed(&line, withdrawn);
		buf_text(&line, ": this is what was on record before");
		add_fact(out, "Withdrawn", line.bytes, layout);
	}
	add_withdrawn_since(shown, layout, out);
	if (source != NULL)
		add_fact(out, "Transcribed", source->text, layout);
	buf_release(&line);
}

static void add_date_fact(struct buf *out, const char *name, const struct value *value,
                          const char *behind, const struct layout *layout)
{
	char day[DATE_TEXT_SIZE];
	struct buf line = BUF_INIT;
	if (value->valid)
		buf_text(&line, date_words(value->as.date, day));
	else if (value->text != NULL)
		buf_text(&line, value->text);
	if (line.length != 0)
		buf_text(&line, behind);
	add_fact(out, name, line.bytes, layout);
	buf_release(&line);
}

static void add_list(struct buf *out, const char *name, const struct list *list,
                     const struct layout *layout)
{
	const struct value *values = LIST_OF(struct value, *list);
	struct buf line = BUF_INIT;
	for (size_t i = 0; i < list->count; i++)
		buf_printf(&line, "%s%s", i == 0 ? "" : "; ",
		           values[i].text != NULL ? values[i].text : "");
	add_fact(out, name, line.bytes, layout);
	buf_release(&line);
}

static void add_completed(struct buf *out, const struct value *by, const struct value *on,
                          const struct layout *layout)
{
	char day[DATE_TEXT_SIZE];
	struct buf line = BUF_INIT;
	if (by->text != NULL)
		buf_text(&line, by->text);
	if (on->text != NULL)
		buf_printf(&line, "%s%s", line.length != 0 ? ", " : "",
		           on->valid ? date_words(on->as.date, day) : on->text);
	add_fact(out, "Completed by", line.bytes, layout);
	buf_release(&line);
}

static void add_facts(const struct shown *shown, const struct layout *layout, struct buf *out)
{
	const struct update *update = shown->document->update;
	const struct overview *overview = shown->document->overview;
	struct buf slip = BUF_INIT;
	int days;
	if (overview != NULL)
		add_completed(out, &overview->director, &overview->completed_on, layout);
	if (update == NULL)
		return;
	if (reading_slip(shown->version->reading, &days)) {
		buf_text(&slip, ", ");
		if (days != 0)
			change_days(&slip, days);
		buf_text(&slip, days != 0 ? " than agreed" : "as agreed");
	}
	add_fact(out, "Sponsor", update->sponsor.text, layout);
	add_list(out, update->managers.count > 1 ? "Managers" : "Manager", &update->managers,
	         layout);
	add_fact(out, "Support", update->support.text, layout);
	add_date_fact(out, "Agreed", &update->agreed_completion, "", layout);
	add_date_fact(out, "Forecast", &update->forecast_completion, slip.bytes, layout);
	add_fact(out, "Outlook", update->outlook.text, layout);
	add_fact(out, "Route back", update->route_to_green.text, layout);
	add_completed(out, &update->completed_by, &update->completed_on, layout);
	buf_release(&slip);
}

static const char *title_or_id(const struct milestone_reading *milestone)
{
	return milestone->title != NULL ? milestone->title
	       : milestone->id != NULL  ? milestone->id
	                                : "without a name";
}

static const char *short_or_dash(struct date date, char text[DATE_TEXT_SIZE])
{
	return date.year == 0 ? "–" : date_short(date, text);
}

static const char *status_words(const struct milestone_reading *milestone)
{
	static const char *const words[] = {
		[MILESTONE_DELIVERED] = "delivered",  [MILESTONE_IN_PROGRESS] = "in progress",
		[MILESTONE_CARRIED] = "carried over", [MILESTONE_SPLIT] = "split",
		[MILESTONE_MERGED] = "merged",        [MILESTONE_MISSED] = "missed",
		[MILESTONE_DROPPED] = "dropped",      [MILESTONE_NOT_STARTED] = "not started",
	};
	return milestone->next                          ? "planned next"
	       : milestone->status == MILESTONE_UNKNOWN ? "not given"
	                                                : words[milestone->status];
}

static void add_milestone(const struct milestone_reading *milestone, const struct layout *layout,
                          struct buf *out)
{
	char day[DATE_TEXT_SIZE];
	size_t column = LIST_INDENT + STATUS_COLUMN + DUE_COLUMN;
	struct buf line = BUF_INIT;
	buf_repeat(out, ' ', LIST_INDENT);
	lines_column(out, status_words(milestone), STATUS_COLUMN, NULL);
	lines_column(out, short_or_dash(milestone->due, day), DUE_COLUMN, NULL);
	buf_text(&line, title_or_id(milestone));
	if (milestone->delivered_on.year != 0)
		buf_printf(&line, " (delivered %s)", date_short(milestone->delivered_on, day));
	lines_wrap(out, line.bytes, column, column, layout);
	if (milestone->reason != NULL)
		lines_add(out, milestone->reason, column + LIST_INDENT, layout);
	buf_release(&line);
}

static void add_milestones(const struct reading *reading, const struct layout *layout,
                           struct buf *out)
{
	if (reading->whole->milestone_count == 0)
		return;
	show_heading(out, "Milestones", layout);
	buf_repeat(out, ' ', LIST_INDENT);
	lines_column(out, "Status", STATUS_COLUMN, NULL);
	lines_column(out, "Due", DUE_COLUMN, NULL);
	buf_text(out, "Milestone\n");
	for (size_t i = 0; i < reading->whole->milestone_count; i++)
		add_milestone(&reading->whole->milestones[i], layout, out);
}

static void add_risk(const struct risk_reading *risk, const struct layout *layout, struct buf *out)
{
	char day[DATE_TEXT_SIZE];
	struct buf line = BUF_INIT;
	buf_printf(&line, "- %s%s%s", risk->rating != NULL ? risk->rating : "",
	           risk->rating != NULL ? ": " : "",
	           risk->risk != NULL ? risk->risk
	           : risk->id != NULL ? risk->id
	                              : "without a name");
	if (risk->closed)
		buf_text(&line, " (closed)");
	if (risk->closed && risk->closed_on.year != 0) {
		line.bytes[--line.length] = '\0';
		buf_printf(&line, " %s)", date_short(risk->closed_on, day));
	}
	buf_repeat(out, ' ', LIST_INDENT);
	lines_wrap(out, line.bytes, LIST_INDENT, ITEM_INDENT, layout);
	buf_clear(&line);
	if (risk->mitigation != NULL)
		buf_printf(&line, "Mitigation: %s", risk->mitigation);
	if (line.length != 0)
		lines_add(out, line.bytes, ITEM_INDENT, layout);
	buf_clear(&line);
	if (risk->owner != NULL)
		buf_printf(&line, "Owner: %s", risk->owner);
	if (line.length != 0)
		lines_add(out, line.bytes, ITEM_INDENT, layout);
	if (risk->reason != NULL)
		lines_add(out, risk->reason, ITEM_INDENT, layout);
	buf_release(&line);
}

static void add_risks(const struct reading *reading, const struct layout *layout, struct buf *out)
{
	if (reading->whole->risk_count == 0)
		return;
	show_heading(out, "Risks", layout);
	for (size_t i = 0; i < reading->whole->risk_count; i++)
		add_risk(&reading->whole->risks[i], layout, out);
}

static void add_origin(const struct shown *shown, const struct layout *layout, struct buf *out)
{
	char hex[OBJECT_HEX_SIZE], day[DATE_TEXT_SIZE];
	const struct landing *landing = shown->version->landing;
	struct buf line = BUF_INIT;
	buf_printf(&line, "commit %.*s of %s, %s", OBJECT_SHORT, object_hex(&landing->id, hex),
	           date_short(date_from_time(landing->committer.time), day), shown->version->path);
	buf_byte(out, '\n');
	lines_wrap(out, line.bytes, 0, LINES_INDENT, layout);
	buf_release(&line);
}

void show_as_text(const struct shown *shown, const struct layout *layout, struct buf *out)
{
	char period[PERIOD_TEXT_SIZE];
	const struct update *update = shown->document->update;
	struct filling filling;
	add_title(shown, layout, out);
	add_fact(out, "Period", period_words(shown->standing->period, period), layout);
	add_notices(shown, layout, out);
	add_rating(shown, layout, out);
	show_challenges(shown, layout, out);
	add_facts(shown, layout, out);
	show_questions(shown, layout, out);
	if (update != NULL && update->description.text != NULL) {
		show_heading(out, "Description", layout);
		lines_add(out, update->description.text, LIST_INDENT, layout);
	}
	add_milestones(shown->version->reading, layout, out);
	add_risks(shown->version->reading, layout, out);
	filling_read(shown->record, shown->subject.plan, shown->subject.series, shown->document,
	             shown->standing->period, &filling);
	sections_as_text(&filling, layout, out);
	filling_release(&filling);
	show_ledger(shown, layout, out);
	show_history(shown, layout, out);
	show_independent(shown, layout, out);
	add_origin(shown, layout, out);
}
