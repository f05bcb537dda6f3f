#include "site/workstream_parts.h"

#include <stdlib.h>
#include <string.h>

#include "site/notes.h"
#include "view/badge.h"

/* A fact begins, by the name that it has on the page. */
static void add_name(struct html *html, enum phrase name)
{
	html_fact(html, html_phrase(html, name));
}

/* It ends; FIELD is its name in the document. */
static void end_fact(struct html *html, const char *field)
{
	notes_at(html, field);
	html_fact_end(html);
}

static void add_person(struct html *html, enum phrase name, const struct value *value,
                       const char *field)
{
	if (value->text == NULL)
		return;
	add_name(html, name);
	html_person(html, value->text);
	end_fact(html, field);
}

/* A date, or what was written in its place. */
static void add_written_date(struct html *html, const struct value *value)
{
	if (value->valid)
		html_date(html, value->as.date);
	else
		html_text(html, value->text);
}

static void add_people(struct html *html, enum phrase name, const struct list *list,
                       const char *field)
{
	const struct value *values = LIST_OF(struct value, *list);
	if (list->count == 0)
		return;
	add_name(html, name);
	for (size_t i = 0; i < list->count; i++) {
		html_put(html, i == 0 ? "" : "<br />\n");
		html_person(html, values[i].text);
	}
	end_fact(html, field);
}

/* "12 days later than agreed". */
static void add_slip(struct html *html, int days)
{
	enum phrase phrase = days == 1    ? PHRASE_REPORT_DAY_LATER_THAN_AGREED
	                     : days == -1 ? PHRASE_REPORT_DAY_EARLIER_THAN_AGREED
	                     : days > 0   ? PHRASE_REPORT_DAYS_LATER_THAN_AGREED
	                                  : PHRASE_REPORT_DAYS_EARLIER_THAN_AGREED;
	char count[HTML_NUMBER_SIZE];
	if (days == 0) {
		html_say(html, PHRASE_REPORT_AS_AGREED);
		return;
	}
	html_put(html, "<strong>");
	html_tell(html, phrase, html_number((size_t)abs(days), count));
	html_put(html, "</strong>");
}

static void add_completion(struct html *html, const struct update *update)
{
	const struct value *agreed = &update->agreed_completion;
	const struct value *forecast = &update->forecast_completion;
	if (agreed->text != NULL) {
		add_name(html, PHRASE_REPORT_AGREED);
		add_written_date(html, agreed);
		end_fact(html, "agreed_completion");
	}
	if (forecast->text == NULL)
		return;
	add_name(html, PHRASE_REPORT_FORECAST);
	add_written_date(html, forecast);
	if (agreed->valid && forecast->valid) {
		int days = date_days(forecast->as.date) - date_days(agreed->as.date);
		html_put(html, ", ");
		add_slip(html, days);
	}
	end_fact(html, "forecast_completion");
}

/* "By whom on 21 August 2023 (reference)". */
static void add_signature(struct html *html, enum phrase name, const struct signature *signature,
                          const char *field)
{
	if (signature->by.text == NULL && signature->on.text == NULL)
		return;
	add_name(html, name);
	html_person(html, signature->by.text != NULL ? signature->by.text : "");
	if (signature->on.text != NULL) {
		html_put(html, ", ");
		add_written_date(html, &signature->on);
	}
	if (signature->ref.text != NULL) {
		html_put(html, " (");
		written(html, signature->ref.text);
		html_put(html, ")");
	}
	end_fact(html, field);
}

static void add_texts(struct html *html, const struct list *list)
{
	const struct value *values = LIST_OF(struct value, *list);
	for (size_t i = 0; i < list->count; i++) {
		html_put(html, i == 0 ? "" : ", ");
		written(html, values[i].text);
	}
}

/* The words of `outlook:`, in the order of its field. */
static void add_outlook(struct html *html, const struct value *outlook)
{
	static const enum phrase phrases[] = {PHRASE_REPORT_OUTLOOK_IMPROVING,
	                                      PHRASE_REPORT_OUTLOOK_STEADY,
	                                      PHRASE_REPORT_OUTLOOK_WORSENING};
	if (outlook->valid)
		html_say(html, phrases[outlook->as.word]);
	else
		html_sentence(html, outlook->text);
}

void update_facts(struct html *html, const struct update *update)
{
	const struct value *completed = &update->completed_on;
	html_put(html, "<dl class=\"facts\">\n");
	add_person(html, PHRASE_REPORT_SPONSOR, &update->sponsor, "sponsor");
	add_people(html,
	           update->managers.count > 1 ? PHRASE_REPORT_MANAGERS : PHRASE_REPORT_MANAGER,
	           &update->managers, "managers");
	add_person(html, PHRASE_REPORT_SUPPORT, &update->support, "support");
	add_completion(html, update);
	add_signature(html, PHRASE_REPORT_AGREED_CHANGE, &update->agreed_change, "agreed_change");
	if (update->outlook.text != NULL) {
		add_name(html, PHRASE_REPORT_OUTLOOK);
		add_outlook(html, &update->outlook);
		end_fact(html, "outlook");
	}
	if (update->route_to_green.text != NULL) {
		add_name(html, PHRASE_REPORT_ROUTE);
		written(html, update->route_to_green.text);
		end_fact(html, "route_to_green");
	}
	if (update->inherits.count != 0) {
		add_name(html, PHRASE_REPORT_INHERITS);
		add_texts(html, &update->inherits);
		end_fact(html, "inherits");
	}
	add_signature(html, PHRASE_REPORT_SIGNED, &update->sponsor_signed, "sponsor_signed");
	add_person(html, PHRASE_REPORT_COMPLETED_BY, &update->completed_by, "completed_by");
	if (completed->text != NULL) {
		add_name(html, PHRASE_REPORT_COMPLETED_ON);
		add_written_date(html, completed);
		end_fact(html, "completed_on");
	}
	html_put(html, "</dl>\n");
}

static void add_heading(struct html *html, enum phrase heading)
{
	html_add(html, "<h3>%s</h3>\n", html_phrase(html, heading));
}

static void add_outcomes(struct html *html, const struct update *update)
{
	static const enum phrase statuses[] = {
		[OUTCOME_NOT_STARTED] = PHRASE_REPORT_OUTCOME_NOT_STARTED,
		[OUTCOME_UNDER_WAY] = PHRASE_REPORT_OUTCOME_UNDER_WAY,
		[OUTCOME_ACHIEVED] = PHRASE_REPORT_OUTCOME_ACHIEVED,
	};
	const struct plan_outcome *rows = LIST_OF(struct plan_outcome, update->outcomes);
	if (update->outcomes.count == 0)
		return;
	add_heading(html, PHRASE_REPORT_OUTCOMES);
	notes_at(html, "outcomes");
	html_put(html, "<ul class=\"outcomes\">\n");
	for (size_t i = 0; i < update->outcomes.count; i++) {
		const char *id = rows[i].id.text != NULL ? rows[i].id.text : "";
		html_put(html, "<li>");
		written(html, rows[i].title.text != NULL ? rows[i].title.text : id);
		if (rows[i].status.valid)
			html_add(html, " <span class=\"note\">%s</span>",
			         html_phrase(html, statuses[rows[i].status.as.word]));
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

static void add_note(struct html *html, enum phrase begin, const struct list *list)
{
	if (list->count == 0)
		return;
	html_add(html, "<span class=\"note\">%s", html_phrase(html, begin));
	add_texts(html, list);
	html_put(html, "</span>");
}

/* What there is to say of a milestone behind its title. */
static void add_details(struct html *html, const struct update *update,
                        const struct milestone *milestone)
{
	const struct value *serves = LIST_OF(struct value, milestone->serves);
	if (milestone->reason.text != NULL) {
		html_put(html, "<span class=\"note\">");
		written(html, milestone->reason.text);
		html_put(html, "</span>");
	}
	add_note(html, PHRASE_REPORT_INTO, &milestone->into);
	for (size_t i = 0; i < milestone->serves.count; i++) {
		html_add(html, "<span class=\"note\">%s", html_phrase(html, PHRASE_REPORT_SERVES));
		written(html, outcome_title(update, serves[i].text));
		html_put(html, "</span>");
	}
	add_note(html, PHRASE_REPORT_WAITS, &milestone->needs);
}

static void add_cell_date(struct html *html, const struct value *value, const char *missing)
{
	if (value->text == NULL)
		html_text(html, missing);
	else if (value->valid)
		html_short_date(html, value->as.date);
	else
		html_text(html, value->text);
}

static void add_title(struct html *html, const struct value *title, const struct value *id)
{
	if (title->text != NULL || id->text != NULL)
		written(html, title->text != NULL ? title->text : id->text);
	else
		html_say(html, PHRASE_REPORT_NOT_NAMED);
}

/* A column that no row fills is left out: these say which ones are filled. */
struct filled {
	const char *milestone, *status, *due, *delivered; /* the columns' names, or NULL */
};

static void add_milestone_status(struct html *html, const struct value *status)
{
	if (status->valid)
		html_say(html, milestone_phrase((int)status->as.word));
	else if (status->text != NULL)
		html_text(html, status->text);
	else
		html_say(html, PHRASE_REPORT_NOT_GIVEN);
}

static void add_milestone(struct html *html, const struct update *update,
                          const struct milestone *milestone, struct filled filled)
{
	bool delivered =
		milestone->status.valid && milestone->status.as.word == MILESTONE_DELIVERED;
	const char *not_given = html_phrase(html, PHRASE_REPORT_NOT_GIVEN);
	html_row(html, filled.milestone);
	add_title(html, &milestone->title, &milestone->id);
	add_details(html, update, milestone);
	html_put(html, "</th>\n");
	html_cell(html, filled.status);
	add_milestone_status(html, &milestone->status);
	html_put(html, "</td>\n");
	if (filled.due != NULL) {
		html_cell(html, filled.due);
		add_cell_date(html, &milestone->due, not_given);
		html_put(html, "</td>\n");
	}
	if (filled.delivered != NULL) {
		html_cell(html, filled.delivered);
		add_cell_date(html, &milestone->delivered_on, delivered ? not_given : "–");
		html_put(html, "</td>\n");
	}
	html_put(html, "</tr>\n");
}

static void add_milestones(struct html *html, const struct update *update)
{
	const struct milestone *rows = LIST_OF(struct milestone, update->milestones);
	struct filled filled = {.milestone = html_phrase(html, PHRASE_REPORT_MILESTONE),
	                        .status = html_phrase(html, PHRASE_REPORT_STATUS)};
	if (update->milestones.count == 0)
		return;
	for (size_t i = 0; i < update->milestones.count; i++) {
		if (rows[i].due.text != NULL)
			filled.due = html_phrase(html, PHRASE_REPORT_DUE);
		if (rows[i].delivered_on.text != NULL)
			filled.delivered = html_phrase(html, PHRASE_REPORT_DELIVERED_ON);
	}
	const char *columns[4] = {filled.milestone, filled.status};
	size_t count = 2;
	if (filled.due != NULL)
		columns[count++] = filled.due;
	if (filled.delivered != NULL)
		columns[count++] = filled.delivered;
	add_heading(html, PHRASE_REPORT_MILESTONES);
	notes_at(html, "milestones");
	html_table(html, HTML_PAIRS, html_phrase(html, PHRASE_REPORT_MILESTONES_CAPTION), columns,
	           count);
	for (size_t i = 0; i < update->milestones.count; i++)
		add_milestone(html, update, &rows[i], filled);
	html_table_end(html);
}

static void add_next_milestones(struct html *html, const struct update *update)
{
	const char *const columns[] = {html_phrase(html, PHRASE_REPORT_MILESTONE),
	                               html_phrase(html, PHRASE_REPORT_DUE)};
	const struct next_milestone *rows = LIST_OF(struct next_milestone, update->next_milestones);
	if (update->next_milestones.count == 0)
		return;
	add_heading(html, PHRASE_REPORT_NEXT);
	notes_at(html, "next_milestones");
	html_table(html, HTML_PAIRS, html_phrase(html, PHRASE_REPORT_NEXT_CAPTION), columns, 2);
	for (size_t i = 0; i < update->next_milestones.count; i++) {
		html_row(html, columns[0]);
		add_title(html, &rows[i].title, &rows[i].id);
		html_put(html, "</th>\n");
		html_cell(html, columns[1]);
		add_cell_date(html, &rows[i].due, html_phrase(html, PHRASE_REPORT_NOT_GIVEN));
		html_put(html, "</td>\n</tr>\n");
	}
	html_table_end(html);
}

static void add_risk_status(struct html *html, const struct risk *risk)
{
	if (risk->status.text == NULL)
		html_say(html, PHRASE_REPORT_RISK_OPEN);
	else if (risk->status.valid)
		html_say(html, risk->status.as.word == 0 ? PHRASE_REPORT_RISK_OPEN
		                                         : PHRASE_REPORT_RISK_CLOSED);
	else
		html_sentence(html, risk->status.text);
	if (risk->closed_on.text != NULL) {
		html_say(html, PHRASE_REPORT_RISK_ON);
		add_cell_date(html, &risk->closed_on, "");
	}
	if (risk->reason.text != NULL) {
		html_put(html, "<span class=\"note\">");
		written(html, risk->reason.text);
		html_put(html, "</span>");
	}
}

/* The columns of the table of risks; the last three only where a risk fills them. */
enum risk_column { RISK, MITIGATION, OWNER, RATING, STATUS, RISK_COLUMNS };

static const enum phrase risk_columns[RISK_COLUMNS] = {
	[RISK] = PHRASE_REPORT_RISK,          [MITIGATION] = PHRASE_REPORT_RISK_MITIGATION,
	[OWNER] = PHRASE_REPORT_RISK_OWNER,   [RATING] = PHRASE_REPORT_RISK_RATING,
	[STATUS] = PHRASE_REPORT_RISK_STATUS,
};

static const struct value *risk_value(const struct risk *risk, enum risk_column column)
{
	const struct value *values[RISK_COLUMNS] = {&risk->risk, &risk->mitigation, &risk->owner,
	                                            &risk->rating, &risk->status};
	return values[column];
}

static void add_risk(struct html *html, const struct risk *risk, const bool *filled)
{
	html_row(html, html_phrase(html, risk_columns[RISK]));
	add_title(html, &risk->risk, &risk->id);
	html_put(html, "</th>\n");
	for (enum risk_column column = MITIGATION; column < RISK_COLUMNS; column++) {
		const struct value *value = risk_value(risk, column);
		if (!filled[column])
			continue;
		html_cell(html, html_phrase(html, risk_columns[column]));
		if (column == STATUS)
			add_risk_status(html, risk);
		else if (value->text == NULL)
			html_say(html, PHRASE_REPORT_NOT_GIVEN);
		else if (column == OWNER)
			html_person(html, value->text);
		else
			written(html, value->text);
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
			columns[count++] = html_phrase(html, risk_columns[column]);
	add_heading(html, PHRASE_REPORT_RISKS);
	notes_at(html, "risks");
	html_table(html, HTML_TEXTS, html_phrase(html, PHRASE_REPORT_RISKS_CAPTION), columns,
	           count);
	for (size_t i = 0; i < update->risks.count; i++)
		add_risk(html, &rows[i], filled);
	html_table_end(html);
}

void update_purpose(struct html *html, const struct update *update)
{
	if (update->description.text != NULL) {
		add_heading(html, PHRASE_REPORT_DESCRIPTION);
		notes_at(html, "description");
		html_put(html, "<p>");
		written(html, update->description.text);
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

static void add_answers(struct html *html, const struct list *list, int level, enum phrase heading,
                        const char *top)
{
	const struct explanation *rows = LIST_OF(struct explanation, *list);
	if (list->count == 0)
		return;
	html_add(html, "<h%d>%s</h%d>\n<ul class=\"answers\">\n", level, html_phrase(html, heading),
	         level);
	for (size_t i = 0; i < list->count; i++) {
		html_put(html, "<li>");
		rule_link(html, top, rows[i].rule.text != NULL ? rows[i].rule.text : "");
		html_put(html, ": ");
		written(html, rows[i].reason.text != NULL ? rows[i].reason.text : "");
		html_put(html, "</li>\n");
	}
	html_put(html, "</ul>\n");
}

void update_answers(struct html *html, const struct update *update, const char *top)
{
	add_answers(html, &update->common.explained, 3, PHRASE_REPORT_ANSWERS, top);
}

void document_answers(struct html *html, const struct document *document)
{
	const struct common *common = document_common(document);
	if (common != NULL)
		add_answers(html, &common->explained, 2, PHRASE_REPORT_DOCUMENT_ANSWERS, "../");
}
