#include "site/pages.h"

#include <string.h>

#include "view/badge.h"

static void add_fact(struct html *html, const char *name, const struct value *value)
{
	if (value->text == NULL)
		return;
	html_fact(html, name);
	if (value->valid)
		html_lines(html, value->text);
	html_fact_end(html);
}

static void add_dates(struct html *html, const struct plan *plan)
{
	if (plan->starts.valid) {
		html_fact(html, "Starts");
		html_date(html, plan->starts.as.date);
		html_fact_end(html);
	}
	if (plan->ends.valid) {
		html_fact(html, "Ends");
		html_date(html, plan->ends.as.date);
		html_fact_end(html);
	}
}

static void add_cadence(struct html *html, const struct plan *plan)
{
	static const char *const words[] = {"Every month", "Every two months", "Every quarter"};
	if (plan->cadence.valid) {
		html_fact(html, "Updates");
		html_put(html, words[plan->cadence.as.word]);
		if (plan->due_day.valid)
			html_add(html, ", due by day %d of the month after",
			         plan->due_day.as.number);
		html_fact_end(html);
	}
	if (plan->roll_up.text != NULL) {
		html_fact(html, "Programme rating");
		if (strcmp(plan->roll_up.text, "stated") == 0)
			html_put(html, "Stated by the lead director, never computed");
		else if (plan->rolls_up.type == ROLL_UP_WORST)
			html_put(html, "That of the worst workstream");
		else if (plan->rolls_up.type == ROLL_UP_SHARE)
			html_add(html,
			         "The best level that at least %d%% of the workstreams have, "
			         "or better",
			         plan->rolls_up.share);
		else
			html_sentence(html, plan->roll_up.text);
		html_fact_end(html);
	}
}

static void add_list(struct html *html, const char *name, const struct list *list)
{
	const struct value *values = LIST_OF(struct value, *list);
	if (list->count == 0)
		return;
	html_fact(html, name);
	html_put(html, "<ul>\n");
	for (size_t i = 0; i < list->count; i++)
		html_add(html, "<li>%s</li>\n", values[i].text);
	html_put(html, "</ul>");
	html_fact_end(html);
}

/* "£250,000": an amount written in bare digits is in pounds. */
static void add_amount(struct html *html, const char *amount)
{
	size_t digits = strspn(amount, "0123456789");
	if (digits == 0 || amount[digits] != '\0') {
		html_text(html, amount);
		return;
	}
	html_put(html, "£");
	for (size_t i = 0; i < digits; i++) {
		if (i != 0 && (digits - i) % 3 == 0)
			buf_byte(&html->text, ',');
		buf_byte(&html->text, amount[i]);
	}
}

static void add_funding(struct html *html, const struct plan *plan)
{
	const struct funding *rows = LIST_OF(struct funding, plan->funding);
	if (plan->funding.count == 0)
		return;
	html_fact(html, "Funding");
	html_put(html, "<ul>\n");
	for (size_t i = 0; i < plan->funding.count; i++) {
		html_put(html, "<li>");
		if (rows[i].amount.text != NULL)
			add_amount(html, rows[i].amount.text);
		if (rows[i].until.valid) {
			html_put(html, " until ");
			html_date(html, rows[i].until.as.date);
		}
		if (rows[i].note.text != NULL) {
			html_put(html, ". ");
			html_lines(html, rows[i].note.text);
		}
		html_put(html, "</li>\n");
	}
	html_put(html, "</ul>");
	html_fact_end(html);
}

static void add_unrated(struct html *html, const struct plan *plan)
{
	const struct named *rows = LIST_OF(struct named, plan->unrated);
	if (plan->unrated.count == 0)
		return;
	html_fact(html, "Areas that are not rated");
	html_put(html, "<ul>\n");
	for (size_t i = 0; i < plan->unrated.count; i++) {
		const char *title = rows[i].title.text;
		if (title != NULL)
			html_add(html, "<li>%s</li>\n", title);
	}
	html_put(html, "</ul>");
	html_fact_end(html);
}

static bool answers(const struct series *series, const char *concern)
{
	if (series->declared == NULL || concern == NULL)
		return false;
	const struct value *ids = LIST_OF(struct value, series->declared->addresses);
	for (size_t i = 0; i < series->declared->addresses.count; i++)
		if (strcmp(ids[i].text, concern) == 0)
			return true;
	return false;
}

static void add_answers(struct html *html, const struct plan_view *view, const char *concern)
{
	size_t count = 0, shown = 0;
	for (size_t i = 0; i < view->plan.count; i++)
		count += answers(&view->plan.workstreams[i], concern) ? 1 : 0;
	if (count == 0 || (count == view->plan.count && count > 1)) {
		html_put(html, count == 0 ? "No workstream" : "Every workstream");
		return;
	}
	for (size_t i = 0; i < view->plan.count; i++) {
		const struct series *series = &view->plan.workstreams[i];
		if (!answers(series, concern))
			continue;
		html_put(html, shown++ == 0 ? "" : "<br />\n");
		workstream_link(html, view, series);
	}
}

static void add_concerns(struct html *html, const struct plan_view *view)
{
	static const char *const columns[] = {"Concern", "Raised by", "Answered by"};
	const struct list *list = &view->plan.plan->concerns;
	const struct concern *rows = LIST_OF(struct concern, *list);
	if (list->count == 0)
		return;
	html_put(html, "<h3>Concerns that the plan answers</h3>\n");
	html_table(html, HTML_PAIRS, "Each concern and the workstreams that answer it", columns, 3);
	for (size_t i = 0; i < list->count; i++) {
		const char *id = rows[i].id.text != NULL ? rows[i].id.text : "";
		html_row(html, columns[0]);
		html_lines(html, rows[i].title.text != NULL ? rows[i].title.text : id);
		html_put(html, "</th>\n");
		html_cell(html, columns[1]);
		html_text(html, rows[i].source.text != NULL ? rows[i].source.text : "Not given");
		if (rows[i].raised.valid) {
			html_put(html, ", ");
			html_short_date(html, rows[i].raised.as.date);
		}
		html_put(html, "</td>\n");
		html_cell(html, columns[2]);
		add_answers(html, view, rows[i].id.text);
		html_put(html, "</td>\n</tr>\n");
	}
	html_table_end(html);
}

static void add_body(struct html *html, const struct plan_view *view)
{
	struct document whole = *view->plan.document;
	struct arena arena = ARENA_INIT;
	struct faults faults = {.arena = &arena};
	/* The record keeps the plan's text, but has not looked for its sections. */
	body_read(&whole.body, &faults);
	body_preface(html, &whole, NULL);
	body_sections(html, &whole, 3, NULL);
	arena_release(&arena);
}

void plan_facts(struct html *html, const struct site_view *site, const struct plan_view *view)
{
	const struct plan *plan = view->plan.plan;
	html_put(html, "<section aria-labelledby=\"about\">\n"
	               "<h2 id=\"about\">About the plan</h2>\n<dl class=\"facts\">\n");
	add_fact(html, "Organisation", &plan->organisation);
	add_fact(html, "Phase", &plan->phase);
	add_dates(html, plan);
	add_cadence(html, plan);
	add_funding(html, plan);
	add_list(html, "Objectives", &plan->objectives);
	add_unrated(html, plan);
	html_put(html, "</dl>\n");
	add_body(html, view);
	add_concerns(html, view);
	plan_registers(html, site, view);
	html_put(html, "</section>\n");
}

/* True for a file of the plan; for NULL, of a folder that is no plan on record. */
static bool is_of(const struct record *record, const char *path, const char *plan)
{
	const char *rest = path + strlen(REPO_PLANS) + 1;
	size_t length = strcspn(rest, "/");
	if (plan != NULL)
		return strlen(plan) == length && strncmp(plan, rest, length) == 0;
	struct buf folder = BUF_INIT;
	buf_add(&folder, rest, length);
	bool lost = record_plan(record, folder.bytes) == NULL;
	buf_release(&folder);
	return lost;
}

bool has_holes(const struct record *record, const char *plan)
{
	for (size_t i = 0; i < record->hole_count; i++)
		if (is_of(record, record->holes[i].path, plan))
			return true;
	return false;
}

static void add_hole(struct html *html, const char *const *columns, const struct hole *hole)
{
	html_row(html, columns[0]);
	html_add(html, "<code class=\"path\">%s</code></th>\n", hole->path);
	html_cell(html, columns[1]);
	html_sentence(html, hole->why);
	html_put(html, "</td>\n");
	html_cell(html, columns[2]);
	html_short_day(html, hole->landing->committer.time);
	html_put(html, "</td>\n");
	html_cell(html, columns[3]);
	html_commit(html, &hole->landing->id);
	html_put(html, "</td>\n</tr>\n");
}

void hole_table(struct html *html, const struct record *record, const char *plan)
{
	static const char *const columns[] = {"File", "Why", "Landed on", "Commit"};
	if (!has_holes(record, plan))
		return;
	html_put(html, "<section aria-labelledby=\"holes\">\n"
	               "<h2 id=\"holes\">Holes in the record</h2>\n");
	html_table(html, HTML_TEXTS,
	           "Versions that could not be read, so no rating comes from them", columns, 4);
	for (size_t i = 0; i < record->hole_count; i++)
		if (is_of(record, record->holes[i].path, plan))
			add_hole(html, columns, &record->holes[i]);
	html_table_end(html);
	html_put(html, "</section>\n");
}
