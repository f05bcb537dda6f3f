#include "site/plan_parts.h"

#include <stdio.h>
#include <string.h>

#include "view/badge.h"

static void add_fact(struct html *html, enum phrase name, const struct value *value)
{
	if (value->text == NULL)
		return;
	html_fact(html, html_phrase(html, name));
	if (value->valid)
		html_lines(html, value->text);
	html_fact_end(html);
}

static void add_dates(struct html *html, const struct plan *plan)
{
	if (plan->starts.valid) {
		html_fact(html, html_phrase(html, PHRASE_PLAN_STARTS));
		html_date(html, plan->starts.as.date);
		html_fact_end(html);
	}
	if (plan->ends.valid) {
		html_fact(html, html_phrase(html, PHRASE_PLAN_ENDS));
		html_date(html, plan->ends.as.date);
		html_fact_end(html);
	}
}

static void add_cadence(struct html *html, const struct plan *plan)
{
	static const enum phrase words[] = {PHRASE_CADENCE_MONTHLY, PHRASE_CADENCE_TWO_MONTHLY,
	                                    PHRASE_CADENCE_QUARTERLY};
	char number[16];
	if (!plan->cadence.valid)
		return;
	html_fact(html, html_phrase(html, PHRASE_PLAN_UPDATES));
	html_say(html, words[plan->cadence.as.word]);
	if (plan->due_day.valid) {
		snprintf(number, sizeof(number), "%d", plan->due_day.as.number);
		html_tell(html, PHRASE_PLAN_DUE_DAY, number);
	}
	html_fact_end(html);
}

/* How the programme's rating comes about. */
static void add_roll_up(struct html *html, const struct plan *plan)
{
	char number[16];
	if (plan->roll_up.text == NULL)
		return;
	html_fact(html, html_phrase(html, PHRASE_PLAN_PROGRAMME_RATING));
	snprintf(number, sizeof(number), "%d%%", plan->rolls_up.share);
	if (strcmp(plan->roll_up.text, "stated") == 0)
		html_say(html, PHRASE_PLAN_ROLL_UP_STATED);
	else if (plan->rolls_up.type == ROLL_UP_WORST)
		html_say(html, PHRASE_PLAN_ROLL_UP_WORST);
	else if (plan->rolls_up.type == ROLL_UP_SHARE)
		html_tell(html, PHRASE_PLAN_ROLL_UP_SHARE, number);
	else
		html_sentence(html, plan->roll_up.text);
	html_fact_end(html);
}

static void add_list(struct html *html, enum phrase name, const struct list *list)
{
	const struct value *values = LIST_OF(struct value, *list);
	if (list->count == 0)
		return;
	html_fact(html, html_phrase(html, name));
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
	html_fact(html, html_phrase(html, PHRASE_PLAN_FUNDING));
	html_put(html, "<ul>\n");
	for (size_t i = 0; i < plan->funding.count; i++) {
		html_put(html, "<li>");
		if (rows[i].amount.text != NULL)
			add_amount(html, rows[i].amount.text);
		if (rows[i].until.valid) {
			html_add(html, " %s ", html_phrase(html, PHRASE_PLAN_UNTIL));
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
	html_fact(html, html_phrase(html, PHRASE_PLAN_UNRATED));
	html_put(html, "<ul>\n");
	for (size_t i = 0; i < plan->unrated.count; i++) {
		const char *title = rows[i].title.text;
		if (title != NULL)
			html_add(html, "<li>%s</li>\n", title);
	}
	html_put(html, "</ul>");
	html_fact_end(html);
}

static void add_body(struct html *html, const struct site_view *site, const struct plan_view *view)
{
	struct document whole = *view->plan.document;
	struct arena arena = ARENA_INIT;
	struct faults faults = {.arena = &arena};
	/* The record keeps the plan's text, but has not looked for its sections. */
	body_read(&whole.body, &faults);
	const struct beside beside = {site->record, view, whole.path, view->described};
	struct body_filling filling = {.add = NULL};
	beside_fill(&beside, &filling);
	body_preface(html, &whole, &filling);
	body_sections(html, &whole, 3, &filling);
	arena_release(&arena);
}

void plan_facts(struct html *html, const struct site_view *site, const struct plan_view *view)
{
	const struct plan *plan = view->plan.plan;
	html_section(html, "about", PHRASE_PLAN_ABOUT);
	html_put(html, "<dl class=\"facts\">\n");
	add_fact(html, PHRASE_PLAN_ORGANISATION, &plan->organisation);
	add_fact(html, PHRASE_PLAN_PHASE, &plan->phase);
	add_dates(html, plan);
	add_cadence(html, plan);
	add_roll_up(html, plan);
	add_funding(html, plan);
	add_list(html, PHRASE_PLAN_OBJECTIVES, &plan->objectives);
	add_unrated(html, plan);
	html_put(html, "</dl>\n");
	add_body(html, site, view);
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

static bool has_holes(const struct site_view *site, const char *plan)
{
	for (size_t i = 0; i < site->hole_count; i++)
		if (is_of(site->record, site->holes[i]->path, plan))
			return true;
	return false;
}

/* A message as a sentence. */
static void add_reason(struct html *html, const char *why)
{
	struct buf text = BUF_INIT;
	buf_text(&text, why);
	if (text.length != 0 && why[0] >= 'a' && why[0] <= 'z')
		text.bytes[0] = (char)(why[0] - 'a' + 'A');
	html_coded(html, text.bytes);
	buf_release(&text);
}

static void add_hole(struct html *html, const char *const *columns, const struct hole *hole)
{
	html_row(html, columns[0]);
	html_add(html, "<code class=\"path\">%s</code></th>\n", hole->path);
	html_cell(html, columns[1]);
	html_put(html, "<span");
	html_put(html, html_english_mark(html));
	html_put(html, ">");
	add_reason(html, hole->why);
	html_put(html, "</span></td>\n");
	html_cell(html, columns[2]);
	html_short_day(html, hole->landing->committer.time);
	html_put(html, "</td>\n");
	html_cell(html, columns[3]);
	html_commit(html, &hole->landing->id);
	html_put(html, "</td>\n</tr>\n");
}

void hole_table(struct html *html, const struct site_view *site, const char *plan)
{
	static const enum phrase names[] = {PHRASE_HOLES_FILE, PHRASE_HOLES_WHY,
	                                    PHRASE_HOLES_LANDED_ON, PHRASE_HOLES_COMMIT};
	const char *columns[4];
	if (!has_holes(site, plan))
		return;
	phrase_columns(html, names, 4, columns);
	html_section(html, "holes", PHRASE_HOLES_HEADING);
	html_table(html, HTML_TEXTS, html_phrase(html, PHRASE_HOLES_CAPTION), columns, 4);
	for (size_t i = 0; i < site->hole_count; i++)
		if (is_of(site->record, site->holes[i]->path, plan))
			add_hole(html, columns, site->holes[i]);
	html_table_end(html);
	html_put(html, "</section>\n");
}
