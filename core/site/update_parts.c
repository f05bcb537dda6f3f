#include "site/pages.h"

#include <stdlib.h>
#include <string.h>

#include "view/badge.h"
#include "view/change_text.h"

static void add_person(struct html *html, const char *name, const struct value *value)
{
	if (value->text == NULL)
		return;
	html_fact(html, name);
	html_person(html, value->text);
	html_fact_end(html);
}

/* A date, or what was written in its place. */
static void add_written_date(struct html *html, const struct value *value)
{
	if (value->valid)
		html_date(html, value->as.date);
	else
		html_text(html, value->text);
}

static void add_people(struct html *html, const char *name, const struct list *list)
{
	const struct value *values = LIST_OF(struct value, *list);
	if (list->count == 0)
		return;
	html_fact(html, name);
	for (size_t i = 0; i < list->count; i++) {
		html_put(html, i == 0 ? "" : "<br />\n");
		html_person(html, values[i].text);
	}
	html_fact_end(html);
}

static void add_completion(struct html *html, const struct update *update)
{
	const struct value *agreed = &update->agreed_completion;
	const struct value *forecast = &update->forecast_completion;
	if (agreed->text != NULL) {
		html_fact(html, "Agreed completion");
		add_written_date(html, agreed);
		html_fact_end(html);
	}
	if (forecast->text == NULL)
		return;
	html_fact(html, "Forecast completion");
	add_written_date(html, forecast);
	if (agreed->valid && forecast->valid) {
		int days = date_days(forecast->as.date) - date_days(agreed->as.date);
		if (days == 0)
			html_put(html, ", as agreed");
		else
			html_add(html, ", <strong>%d %s %s than agreed</strong>", abs(days),
			         abs(days) == 1 ? "day" : "days", days > 0 ? "later" : "earlier");
	}
	html_fact_end(html);
}

/* "By whom on 21 August 2023 (reference)". */
static void add_signature(struct html *html, const char *name, const struct signature *signature)
{
	if (signature->by.text == NULL && signature->on.text == NULL)
		return;
	html_fact(html, name);
	html_person(html, signature->by.text != NULL ? signature->by.text : "");
	if (signature->on.text != NULL) {
		html_put(html, ", ");
		add_written_date(html, &signature->on);
	}
	if (signature->ref.text != NULL)
		html_add(html, " (%s)", signature->ref.text);
	html_fact_end(html);
}

static void add_texts(struct html *html, const struct list *list)
{
	const struct value *values = LIST_OF(struct value, *list);
	for (size_t i = 0; i < list->count; i++)
		html_add(html, "%s%s", i == 0 ? "" : ", ", values[i].text);
}

void update_facts(struct html *html, const struct update *update)
{
	const struct value *completed = &update->completed_on;
	html_put(html, "<dl class=\"facts\">\n");
	add_person(html, "Sponsor", &update->sponsor);
	add_people(html, update->managers.count > 1 ? "Managers" : "Manager", &update->managers);
	add_person(html, "Support", &update->support);
	add_completion(html, update);
	add_signature(html, "Change of the agreed date", &update->agreed_change);
	if (update->outlook.text != NULL) {
		html_fact(html, "Outlook");
		html_sentence(html, update->outlook.text);
		html_fact_end(html);
	}
	if (update->route_to_green.text != NULL) {
		html_fact(html, "Route to Green");
		html_lines(html, update->route_to_green.text);
		html_fact_end(html);
	}
	if (update->inherits.count != 0) {
		html_fact(html, "Takes over from close-down");
		add_texts(html, &update->inherits);
		html_fact_end(html);
	}
	add_signature(html, "Signed off by the sponsor", &update->sponsor_signed);
	add_person(html, "Completed by", &update->completed_by);
	if (completed->text != NULL) {
		html_fact(html, "Completed on");
		add_written_date(html, completed);
		html_fact_end(html);
	}
	html_put(html, "</dl>\n");
}

static void add_outcomes(struct html *html, const struct update *update)
{
	const struct plan_outcome *rows = LIST_OF(struct plan_outcome, update->outcomes);
	if (update->outcomes.count == 0)
		return;
	html_put(html, "<h3>Outcomes</h3>\n<ul>\n");
	for (size_t i = 0; i < update->outcomes.count; i++) {
		const char *id = rows[i].id.text != NULL ? rows[i].id.text : "";
		html_add(html, "<li>%s", rows[i].title.text != NULL ? rows[i].title.text : id);
		if (rows[i].status.valid)
			html_add(html, " <span class=\"note\">%s</span>",
			         outcome_status_words((enum outcome_status)rows[i].status.as.word));
		html_put(html, "</li>\n");
	}
	html_put(html, "</ul>\n");
}

/* The outcome's title, or its id where the update lists no such outcome. */
static const char *outcome_title(const struct update *update, const char *id)
{
	const struct plan_outcome *rows = LIST_OF(struct plan_outcome, update->outcomes);
	for (size_t i = 0; i < update->outcomes.count; i++)
		if (rows[i].id.text != NULL && rows[i].title.text != NULL &&
		    strcmp(rows[i].id.text, id) == 0)
			return rows[i].title.text;
	return id;
}

/* What there is to say of a milestone behind its title. */
static void add_details(struct html *html, const struct update *update,
                        const struct milestone *milestone)
{
	const struct value *serves = LIST_OF(struct value, milestone->serves);
	if (milestone->reason.text != NULL) {
		html_put(html, "<span class=\"note\">");
		html_lines(html, milestone->reason.text);
		html_put(html, "</span>");
	}
	if (milestone->into.count != 0) {
		html_put(html, "<span class=\"note\">Into: ");
		add_texts(html, &milestone->into);
		html_put(html, "</span>");
	}
	for (size_t i = 0; i < milestone->serves.count; i++)
		html_add(html, "<span class=\"note\">Serves: %s</span>",
		         outcome_title(update, serves[i].text));
	if (milestone->needs.count != 0) {
		html_put(html, "<span class=\"note\">Waits for: ");
		add_texts(html, &milestone->needs);
		html_put(html, "</span>");
	}
}

static void add_cell_date(struct html *html, const struct value *value, const char *missing)
{
	if (value->text == NULL)
		html_put(html, missing);
	else if (value->valid)
		html_short_date(html, value->as.date);
	else
		html_text(html, value->text);
}

static const char *title_or_id(const struct value *title, const struct value *id)
{
	return title->text != NULL ? title->text : id->text != NULL ? id->text : "Not named";
}

/* A column that no row fills is left out: these say which ones are filled. */
struct filled {
	bool due, delivered;
};

static void add_milestone(struct html *html, const struct update *update,
                          const struct milestone *milestone, const char *const *columns,
                          struct filled filled)
{
	bool delivered =
		milestone->status.valid && milestone->status.as.word == MILESTONE_DELIVERED;
	html_row(html, columns[0]);
	html_lines(html, title_or_id(&milestone->title, &milestone->id));
	add_details(html, update, milestone);
	html_put(html, "</th>\n");
	html_cell(html, columns[1]);
	html_text(html, milestone_words(&milestone->status));
	html_put(html, "</td>\n");
	if (filled.due) {
		html_cell(html, "Due");
		add_cell_date(html, &milestone->due, "Not given");
		html_put(html, "</td>\n");
	}
	if (filled.delivered) {
		html_cell(html, "Delivered on");
		add_cell_date(html, &milestone->delivered_on, delivered ? "Not given" : "–");
		html_put(html, "</td>\n");
	}
	html_put(html, "</tr>\n");
}

static void add_milestones(struct html *html, const struct update *update)
{
	const char *columns[4] = {"Milestone", "Status"};
	const struct milestone *rows = LIST_OF(struct milestone, update->milestones);
	struct filled filled = {false, false};
	size_t count = 2;
	if (update->milestones.count == 0)
		return;
	for (size_t i = 0; i < update->milestones.count; i++) {
		filled.due = filled.due || rows[i].due.text != NULL;
		filled.delivered = filled.delivered || rows[i].delivered_on.text != NULL;
	}
	if (filled.due)
		columns[count++] = "Due";
	if (filled.delivered)
		columns[count++] = "Delivered on";
	html_put(html, "<h3>Milestones this period</h3>\n");
	html_table(html, HTML_PAIRS, "Where each stood at the end of the period", columns, count);
	for (size_t i = 0; i < update->milestones.count; i++)
		add_milestone(html, update, &rows[i], columns, filled);
	html_table_end(html);
}

static void add_next_milestones(struct html *html, const struct update *update)
{
	static const char *const columns[] = {"Milestone", "Due"};
	const struct next_milestone *rows = LIST_OF(struct next_milestone, update->next_milestones);
	if (update->next_milestones.count == 0)
		return;
	html_put(html, "<h3>Milestones planned for the next period</h3>\n");
	html_table(html, HTML_PAIRS, "What will have been done", columns, 2);
	for (size_t i = 0; i < update->next_milestones.count; i++) {
		html_row(html, columns[0]);
		html_lines(html, title_or_id(&rows[i].title, &rows[i].id));
		html_put(html, "</th>\n");
		html_cell(html, columns[1]);
		add_cell_date(html, &rows[i].due, "Not given");
		html_put(html, "</td>\n</tr>\n");
	}
	html_table_end(html);
}

static void add_risk_status(struct html *html, const struct risk *risk)
{
	if (risk->status.text == NULL)
		html_put(html, "Open");
	else
		html_sentence(html, risk->status.text);
	if (risk->closed_on.text != NULL) {
		html_put(html, " on ");
		add_cell_date(html, &risk->closed_on, "");
	}
	if (risk->reason.text != NULL) {
		html_put(html, "<span class=\"note\">");
		html_lines(html, risk->reason.text);
		html_put(html, "</span>");
	}
}

/* The columns of the table of risks; the last three only where a risk fills them. */
enum risk_column { RISK, MITIGATION, OWNER, RATING, STATUS, RISK_COLUMNS };

static const char *const risk_columns[RISK_COLUMNS] = {
	"Risk", "Mitigation", "Owner", "Rating", "Status",
};

static const struct value *risk_value(const struct risk *risk, enum risk_column column)
{
	const struct value *values[RISK_COLUMNS] = {&risk->risk, &risk->mitigation, &risk->owner,
	                                            &risk->rating, &risk->status};
	return values[column];
}

static void add_risk(struct html *html, const struct risk *risk, const bool *filled)
{
	html_row(html, risk_columns[RISK]);
	html_lines(html, title_or_id(&risk->risk, &risk->id));
	html_put(html, "</th>\n");
	for (enum risk_column column = MITIGATION; column < RISK_COLUMNS; column++) {
		const struct value *value = risk_value(risk, column);
		if (!filled[column])
			continue;
		html_cell(html, risk_columns[column]);
		if (column == STATUS)
			add_risk_status(html, risk);
		else if (value->text == NULL)
			html_put(html, "Not given");
		else if (column == OWNER)
			html_person(html, value->text);
		else
			html_lines(html, value->text);
		html_put(html, "</td>\n");
	}
	html_put(html, "</tr>\n");
}

static void add_risks(struct html *html, const struct update *update)
{
	const char *columns[RISK_COLUMNS];
	const struct risk *rows = LIST_OF(struct risk, update->risks);
	bool filled[RISK_COLUMNS] = {[RISK] = true, [MITIGATION] = true};
	size_t count = 0;
	if (update->risks.count == 0)
		return;
	for (size_t i = 0; i < update->risks.count; i++) {
		for (enum risk_column column = OWNER; column < RISK_COLUMNS; column++)
			if (risk_value(&rows[i], column)->text != NULL)
				filled[column] = true;
		if (rows[i].closed_on.text != NULL || rows[i].reason.text != NULL)
			filled[STATUS] = true;
	}
	for (enum risk_column column = RISK; column < RISK_COLUMNS; column++)
		if (filled[column])
			columns[count++] = risk_columns[column];
	html_put(html, "<h3>Risks</h3>\n");
	html_table(html, HTML_TEXTS, "What may go wrong, and what is being done about it", columns,
	           count);
	for (size_t i = 0; i < update->risks.count; i++)
		add_risk(html, &rows[i], filled);
	html_table_end(html);
}

void update_purpose(struct html *html, const struct update *update)
{
	if (update->description.text != NULL) {
		html_put(html, "<h3>Description</h3>\n<p>");
		html_lines(html, update->description.text);
		html_put(html, "</p>\n");
	}
	add_outcomes(html, update);
}

void update_parts(struct html *html, const struct update *update)
{
	add_milestones(html, update);
	add_next_milestones(html, update);
	add_risks(html, update);
}

static void add_answers(struct html *html, const struct list *list, const char *heading,
                        const char *top)
{
	const struct explanation *rows = LIST_OF(struct explanation, *list);
	if (list->count == 0)
		return;
	html_put(html, heading);
	html_put(html, "<ul class=\"answers\">\n");
	for (size_t i = 0; i < list->count; i++) {
		html_put(html, "<li>");
		rule_link(html, top, rows[i].rule.text != NULL ? rows[i].rule.text : "");
		html_put(html, ": ");
		html_lines(html, rows[i].reason.text != NULL ? rows[i].reason.text : "");
		html_put(html, "</li>\n");
	}
	html_put(html, "</ul>\n");
}

void update_answers(struct html *html, const struct update *update, const char *top)
{
	add_answers(html, &update->common.explained, "<h3>Findings that the update answers</h3>\n",
	            top);
}

void document_answers(struct html *html, const struct document *document)
{
	const struct common *common = document_common(document);
	if (common != NULL)
		add_answers(html, &common->explained, "<h2>Findings that it answers</h2>\n", "../");
}
