/* What an update's fields say, as Markdown: declared in highlight_markdown.h. */
#include "view/highlight_markdown.h"

#include <stdlib.h>

#include "view/change_text.h"
#include "view/site_view.h"

enum { SECTION = 3 };

static const char *title_or_id(const struct value *title, const struct value *id)
{
	return title->text != NULL ? title->text : id->text != NULL ? id->text : "Not named";
}

static const char *date_or(const struct value *value, char text[DATE_TEXT_SIZE],
                           const char *missing)
{
	return value->text == NULL ? missing
	       : value->valid      ? date_short(value->as.date, text)
	                           : value->text;
}

void markdown_update_purpose(struct buf *out, const struct update *update)
{
	const struct plan_outcome *rows = LIST_OF(struct plan_outcome, update->outcomes);
	if (update->description.text != NULL) {
		markdown_heading(out, SECTION, "Description");
		markdown_lines(out, update->description.text);
		buf_byte(out, '\n');
	}
	if (update->outcomes.count != 0)
		markdown_heading(out, SECTION, "Outcomes");
	for (size_t i = 0; i < update->outcomes.count; i++) {
		buf_text(out, "- ");
		markdown_text(out, title_or_id(&rows[i].title, &rows[i].id));
		if (rows[i].status.valid)
			buf_printf(
				out, " (%s)",
				outcome_status_words((enum outcome_status)rows[i].status.as.word));
		buf_byte(out, '\n');
	}
}

/* --- facts --- */

static void add_person(struct buf *out, const char *name, const struct value *value)
{
	if (value->text == NULL)
		return;
	markdown_fact(out, name);
	markdown_person(out, value->text);
	buf_byte(out, '\n');
}

static void add_people(struct buf *out, const struct list *list)
{
	if (list->count == 0)
		return;
	markdown_fact(out, list->count > 1 ? "Managers" : "Manager");
	for (size_t i = 0; i < list->count; i++) {
		buf_text(out, i == 0 ? "" : "; ");
		markdown_person(out, LIST_OF(struct value, *list)[i].text);
	}
	buf_byte(out, '\n');
}

static void add_date(struct buf *out, const char *name, const struct value *value)
{
	char text[DATE_TEXT_SIZE];
	if (value->text == NULL)
		return;
	markdown_fact(out, name);
	if (value->valid)
		buf_text(out, date_words(value->as.date, text));
	else
		markdown_text(out, value->text);
	buf_byte(out, '\n');
}

static void add_completion(struct buf *out, const struct update *update)
{
	const struct value *agreed = &update->agreed_completion;
	const struct value *forecast = &update->forecast_completion;
	add_date(out, "Agreed completion", agreed);
	add_date(out, "Forecast completion", forecast);
	if (!agreed->valid || !forecast->valid)
		return;
	int days = date_days(forecast->as.date) - date_days(agreed->as.date);
	out->length--; /* it goes on in the line */
	if (days == 0)
		buf_text(out, ", as agreed\n");
	else
		buf_printf(out, ", **%d day%s %s than agreed**\n", abs(days),
		           abs(days) == 1 ? "" : "s", days > 0 ? "later" : "earlier");
}

static void add_signature(struct buf *out, const char *name, const struct signature *signature)
{
	char text[DATE_TEXT_SIZE];
	if (signature->by.text == NULL && signature->on.text == NULL)
		return;
	markdown_fact(out, name);
	markdown_person(out, signature->by.text != NULL ? signature->by.text : "no name given");
	if (signature->on.text != NULL) {
		buf_text(out, ", ");
		markdown_text(out, date_or(&signature->on, text, ""));
	}
	if (signature->ref.text != NULL) {
		buf_text(out, " (");
		markdown_text(out, signature->ref.text);
		buf_byte(out, ')');
	}
	buf_byte(out, '\n');
}

static void add_texts(struct buf *out, const struct list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		buf_text(out, i == 0 ? "" : ", ");
		markdown_text(out, LIST_OF(struct value, *list)[i].text);
	}
}

static void add_words(struct buf *out, const char *name, const struct value *value)
{
	if (value->text == NULL)
		return;
	markdown_fact(out, name);
	markdown_text(out, value->text);
	buf_byte(out, '\n');
}

void markdown_update_facts(struct buf *out, const struct update *update)
{
	markdown_heading(out, SECTION, "People and dates");
	add_person(out, "Sponsor", &update->sponsor);
	add_people(out, &update->managers);
	add_person(out, "Support", &update->support);
	add_completion(out, update);
	add_signature(out, "Change of the agreed date", &update->agreed_change);
	add_words(out, "Outlook", &update->outlook);
	add_words(out, "Route to Green", &update->route_to_green);
	if (update->inherits.count != 0) {
		markdown_fact(out, "Takes over from close-down");
		add_texts(out, &update->inherits);
		buf_byte(out, '\n');
	}
	add_signature(out, "Signed off by the sponsor", &update->sponsor_signed);
	add_person(out, "Completed by", &update->completed_by);
	add_date(out, "Completed on", &update->completed_on);
	buf_byte(out, '\n');
}

/* --- tables --- */

/* What there is to say of a milestone behind its title. */
static void add_details(struct buf *out, const struct milestone *milestone)
{
	const struct {
		const char *name;
		const struct list *list;
	} lists[] = {{"Into", &milestone->into},
	             {"Serves", &milestone->serves},
	             {"Waits for", &milestone->needs}};
	if (milestone->reason.text != NULL) {
		buf_text(out, ". ");
		markdown_text(out, milestone->reason.text);
	}
	for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
		if (lists[i].list->count == 0)
			continue;
		buf_printf(out, ". %s: ", lists[i].name);
		add_texts(out, lists[i].list);
	}
}

/* A column that no row fills is left out. */
static void add_milestones(struct buf *out, const struct update *update)
{
	const char *columns[4] = {"Milestone", "Status"};
	const struct milestone *rows = LIST_OF(struct milestone, update->milestones);
	char text[DATE_TEXT_SIZE];
	bool due = false, dated = false;
	size_t count = 2;
	if (update->milestones.count == 0)
		return;
	for (size_t i = 0; i < update->milestones.count; i++) {
		due = due || rows[i].due.text != NULL;
		dated = dated || rows[i].delivered_on.text != NULL;
	}
	if (due)
		columns[count++] = "Due";
	if (dated)
		columns[count++] = "Delivered on";
	markdown_heading(out, SECTION, "Milestones this period");
	markdown_table(out, columns, count);
	for (size_t i = 0; i < update->milestones.count; i++) {
		bool delivered =
			rows[i].status.valid && rows[i].status.as.word == MILESTONE_DELIVERED;
		buf_text(out, "| ");
		markdown_text(out, title_or_id(&rows[i].title, &rows[i].id));
		add_details(out, &rows[i]);
		buf_byte(out, ' ');
		markdown_cell(out, milestone_words(&rows[i].status));
		if (due)
			markdown_cell(out, date_or(&rows[i].due, text, "Not given"));
		if (dated)
			markdown_cell(out, date_or(&rows[i].delivered_on, text,
			                           delivered ? "Not given" : "–"));
		markdown_row_end(out);
	}
}

static void add_next_milestones(struct buf *out, const struct update *update)
{
	static const char *const columns[] = {"Milestone", "Due"};
	const struct next_milestone *rows = LIST_OF(struct next_milestone, update->next_milestones);
	char text[DATE_TEXT_SIZE];
	if (update->next_milestones.count == 0)
		return;
	markdown_heading(out, SECTION, "Milestones planned for the next period");
	markdown_table(out, columns, sizeof(columns) / sizeof(columns[0]));
	for (size_t i = 0; i < update->next_milestones.count; i++) {
		markdown_cell(out, title_or_id(&rows[i].title, &rows[i].id));
		markdown_cell(out, date_or(&rows[i].due, text, "Not given"));
		markdown_row_end(out);
	}
}

static void add_risk_status(struct buf *out, const struct risk *risk)
{
	char text[DATE_TEXT_SIZE];
	buf_text(out, "| ");
	markdown_text(out, risk->status.text != NULL ? risk->status.text : "open");
	if (risk->closed_on.text != NULL) {
		buf_text(out, " on ");
		markdown_text(out, date_or(&risk->closed_on, text, ""));
	}
	if (risk->reason.text != NULL) {
		buf_text(out, ". ");
		markdown_text(out, risk->reason.text);
	}
	buf_byte(out, ' ');
}

enum risk_column { OWNER, RATING, STATUS, RISK_COLUMNS };

/* Which columns some risk fills, beside the first two. */
static void find_filled(const struct update *update, bool filled[RISK_COLUMNS])
{
	const struct risk *rows = LIST_OF(struct risk, update->risks);
	for (size_t i = 0; i < update->risks.count; i++) {
		filled[OWNER] = filled[OWNER] || rows[i].owner.text != NULL;
		filled[RATING] = filled[RATING] || rows[i].rating.text != NULL;
		filled[STATUS] = filled[STATUS] || rows[i].status.text != NULL ||
		                 rows[i].closed_on.text != NULL || rows[i].reason.text != NULL;
	}
}

static void add_risk(struct buf *out, const struct risk *risk, const bool filled[RISK_COLUMNS])
{
	static const char none[] = "Not given";
	markdown_cell(out, title_or_id(&risk->risk, &risk->id));
	markdown_cell(out, risk->mitigation.text != NULL ? risk->mitigation.text : none);
	if (filled[OWNER]) {
		buf_text(out, "| ");
		markdown_person(out, risk->owner.text != NULL ? risk->owner.text : none);
		buf_byte(out, ' ');
	}
	if (filled[RATING])
		markdown_cell(out, risk->rating.text != NULL ? risk->rating.text : none);
	if (filled[STATUS])
		add_risk_status(out, risk);
	markdown_row_end(out);
}

static void add_risks(struct buf *out, const struct update *update)
{
	static const char *const names[RISK_COLUMNS] = {"Owner", "Rating", "Status"};
	const char *columns[2 + RISK_COLUMNS] = {"Risk", "Mitigation"};
	bool filled[RISK_COLUMNS] = {false};
	size_t count = 2;
	if (update->risks.count == 0)
		return;
	find_filled(update, filled);
	for (enum risk_column column = OWNER; column < RISK_COLUMNS; column++)
		if (filled[column])
			columns[count++] = names[column];
	markdown_heading(out, SECTION, "Risks");
	markdown_table(out, columns, count);
	for (size_t i = 0; i < update->risks.count; i++)
		add_risk(out, &LIST_OF(struct risk, update->risks)[i], filled);
}

void markdown_update_parts(struct buf *out, const struct update *update)
{
	add_milestones(out, update);
	add_next_milestones(out, update);
	add_risks(out, update);
}

void markdown_update_answers(struct buf *out, const struct update *update)
{
	const struct list *list = &update->common.explained;
	const struct explanation *rows = LIST_OF(struct explanation, *list);
	if (list->count == 0)
		return;
	markdown_heading(out, SECTION, "Findings that the update answers");
	for (size_t i = 0; i < list->count; i++) {
		buf_text(out, "- ");
		markdown_text(out, rows[i].rule.text != NULL ? rows[i].rule.text : "");
		buf_text(out, ": ");
		markdown_text(out, rows[i].reason.text != NULL ? rows[i].reason.text : "");
		buf_byte(out, '\n');
	}
}
