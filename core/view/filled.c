#include "view/filled.h"

#include <stdlib.h>
#include <string.h>

#include "document/update.h"
#include "record/ledger.h"
#include "view/badge.h"
#include "view/said.h"

static struct filled_row *add_row(struct filled *filled)
{
	filled->rows = arena_grow(&filled->arena, filled->rows, filled->count, &filled->room,
	                          sizeof(*filled->rows));
	filled->rows[filled->count] = (struct filled_row){.cells = {NULL}};
	return &filled->rows[filled->count++];
}

static const char *copy(struct filled *filled, const struct buf *text)
{
	return arena_text(&filled->arena, text->bytes, text->length);
}

/* The phrase as it stands. */
static const char *said(const struct filled *filled, enum phrase phrase)
{
	return phrase_text(phrase, filled->language);
}

/* The phrase with one text in it. */
static const char *told(struct filled *filled, enum phrase phrase, const char *what)
{
	struct buf text = BUF_INIT;
	phrase_tell(&text, filled->language, phrase, what);
	const char *kept = copy(filled, &text);
	buf_release(&text);
	return kept;
}

static const char *counted(struct filled *filled, size_t count, enum phrase one, enum phrase many)
{
	char number[HTML_NUMBER_SIZE];
	return told(filled, count == 1 ? one : many, html_number(count, number));
}

static const struct html *in_language(const struct filled *filled, struct html *html)
{
	*html = (struct html){.text = BUF_INIT, .language = filled->language};
	return html;
}

static const char *in_period(const struct filling *filling, struct filled *filled, enum phrase what)
{
	char words[BADGE_PERIOD_SIZE];
	struct html html;
	return told(filled, what, badge_period(in_language(filled, &html), filling->period, words));
}

static void set_columns(struct filled *filled, const enum phrase *columns, size_t count)
{
	struct html html;
	filled->column_count = count;
	html_columns(in_language(filled, &html), columns, count, filled->columns);
}

/* --- ratings --- */

static void compute_sentence(const struct filling *filling, struct filled *filled)
{
	struct buf text = BUF_INIT;
	trend_words(filled->language, &filling->trend, &text);
	add_row(filled)->cells[0] = copy(filled, &text);
	buf_release(&text);
}

/* "improved"; "improved since Aug 2023" where the last report is not of the period before. */
static const char *change_of(const struct filling *filling, struct filled *filled,
                             const struct trend_row *row)
{
	char words[BADGE_PERIOD_SIZE];
	struct html html;
	const char *change = said_direction(in_language(filled, &html), row->direction);
	if (row->previous == NULL || !trend_row_skips(&filling->trend, row))
		return change;
	struct buf text = BUF_INIT;
	phrase_tell(&text, filled->language, PHRASE_FILLED_SINCE, change,
	            badge_period_short(&html, row->previous->period, words));
	const char *kept = copy(filled, &text);
	buf_release(&text);
	return kept;
}

static void compute_status(const struct filling *filling, struct filled *filled)
{
	static const enum phrase columns[FILLED_COLUMNS] = {
		PHRASE_FILLED_WORKSTREAM, PHRASE_FILLED_THIS, PHRASE_FILLED_LAST,
		PHRASE_FILLED_CHANGE, PHRASE_FILLED_HELD};
	filled->caption = in_period(filling, filled, PHRASE_FILLED_RATINGS);
	set_columns(filled, columns, FILLED_COLUMNS);
	for (size_t i = 0; i < filling->trend.count; i++) {
		const struct trend_row *row = &filling->trend.rows[i];
		struct filled_row *to = add_row(filled);
		to->cells[0] = row->series->title;
		to->cells[1] = said(filled, PHRASE_FILLED_NO_REPORT);
		to->cells[2] = said(filled, PHRASE_FILLED_NONE);
		to->ratings[1] = row->current != NULL ? standing_version(row->current) : NULL;
		to->ratings[2] = row->previous != NULL ? standing_version(row->previous) : NULL;
		to->cells[3] = change_of(filling, filled, row);
		to->cells[4] = row->held == 0
		                       ? "–"
		                       : counted(filled, (size_t)row->held, PHRASE_FILLED_PERIOD,
		                                 PHRASE_FILLED_PERIODS);
	}
}

static bool is_same_streak(const struct trend_row *a, const struct trend_row *b)
{
	const struct version *first = standing_version(a->current);
	const struct version *second = standing_version(b->current);
	return a->held == b->held && first->level == second->level &&
	       scale_same(first->scale, second->scale);
}

static bool has_streak(const struct trend_row *row)
{
	return row->current != NULL && row->held >= 2;
}

/* "Green for a third period: Procurement; Governance". */
static void add_streak(const struct trend *trend, size_t first, struct filled *filled)
{
	const struct trend_row *row = &trend->rows[first];
	struct buf text = BUF_INIT, held = BUF_INIT;
	struct html html;
	phrase_tell(&text, filled->language, PHRASE_FILLED_STREAK,
	            badge_words(in_language(filled, &html), standing_version(row->current)),
	            held_words(filled->language, row->held, &held), row->series->title);
	for (size_t i = first + 1; i < trend->count; i++)
		if (has_streak(&trend->rows[i]) && is_same_streak(row, &trend->rows[i]))
			buf_printf(&text, "; %s", trend->rows[i].series->title);
	add_row(filled)->cells[0] = copy(filled, &text);
	buf_release(&text);
	buf_release(&held);
}

static void compute_streaks(const struct filling *filling, struct filled *filled)
{
	const struct trend *trend = &filling->trend;
	for (size_t i = 0; i < trend->count; i++) {
		bool known = !has_streak(&trend->rows[i]);
		for (size_t j = 0; j < i && !known; j++)
			known = has_streak(&trend->rows[j]) &&
			        is_same_streak(&trend->rows[j], &trend->rows[i]);
		if (!known)
			add_streak(trend, i, filled);
	}
	if (filled->count == 0)
		add_row(filled)->cells[0] = said(filled, PHRASE_FILLED_NO_STREAK);
}

/* --- milestones --- */

static const char *name_of(const struct filled *filled, const struct value *title,
                           const struct value *id)
{
	return title->text != NULL ? title->text
	       : id->text != NULL  ? id->text
	                           : said(filled, PHRASE_FILLED_WITHOUT_NAME);
}

/* ", due 30 August 2023" */
static void add_due(const struct filled *filled, struct buf *text, const struct value *day)
{
	char words[HTML_DATE_SIZE];
	struct html html;
	if (day->valid)
		phrase_tell(text, filled->language, PHRASE_FILLED_DUE,
		            html_date_words(in_language(filled, &html), day->as.date, words));
}

/* "The pilot: delivered, 30 August 2023". */
static void list_milestone(const struct milestone *milestone, struct filled *filled)
{
	struct buf text = BUF_INIT;
	char words[HTML_DATE_SIZE];
	struct html html;
	buf_printf(&text, "%s: %s", name_of(filled, &milestone->title, &milestone->id),
	           said(filled, milestone->status.valid
	                                ? (enum phrase)((int)PHRASE_FILLED_STATUS_DELIVERED +
	                                                (int)milestone->status.as.word)
	                                : PHRASE_FILLED_NO_STATUS));
	if (milestone->delivered_on.valid)
		buf_printf(&text, ", %s",
		           html_date_words(in_language(filled, &html),
		                           milestone->delivered_on.as.date, words));
	else
		add_due(filled, &text, &milestone->due);
	add_row(filled)->cells[0] = copy(filled, &text);
	buf_release(&text);
}

static void list_milestones(const struct update *update, struct filled *filled)
{
	const struct next_milestone *those =
		LIST_OF(struct next_milestone, update->next_milestones);
	struct buf text = BUF_INIT;
	for (size_t i = 0; i < update->milestones.count; i++)
		list_milestone(&LIST_OF(struct milestone, update->milestones)[i], filled);
	for (size_t i = 0; i < update->next_milestones.count; i++) {
		buf_clear(&text);
		phrase_tell(&text, filled->language, PHRASE_FILLED_NEXT,
		            name_of(filled, &those[i].title, &those[i].id));
		add_due(filled, &text, &those[i].due);
		add_row(filled)->cells[0] = copy(filled, &text);
	}
	if (filled->count == 0)
		add_row(filled)->cells[0] = said(filled, PHRASE_FILLED_NO_MILESTONES);
	buf_release(&text);
}

enum { DELIVERED, OPEN, SETTLED, PLANNED, COUNTS };

static void count_milestones(const struct update *update, size_t counts[COUNTS])
{
	const struct milestone *rows = LIST_OF(struct milestone, update->milestones);
	for (size_t i = 0; i < update->milestones.count; i++) {
		enum milestone_status status =
			rows[i].status.valid ? (enum milestone_status)rows[i].status.as.word
					     : MILESTONE_IN_PROGRESS;
		bool settled = status == MILESTONE_SPLIT || status == MILESTONE_MERGED ||
		               status == MILESTONE_DROPPED;
		counts[status == MILESTONE_DELIVERED ? DELIVERED : settled ? SETTLED : OPEN]++;
	}
	counts[PLANNED] += update->next_milestones.count;
}

static void count_row(const struct filling *filling, const struct trend_row *row,
                      struct filled *filled)
{
	struct error ignored = ERROR_INIT;
	struct document *document = NULL;
	size_t counts[COUNTS] = {0};
	struct filled_row *to = add_row(filled);
	to->cells[0] = row->series->title;
	bool known = row->current != NULL &&
	             record_document(filling->record, standing_version(row->current), &document,
	                             &ignored) == 0 &&
	             document->update != NULL;
	if (known)
		count_milestones(document->update, counts);
	for (size_t i = 0; i < COUNTS; i++)
		to->cells[i + 1] = known ? arena_printf(&filled->arena, "%zu", counts[i])
		                         : said(filled, PHRASE_FILLED_NO_REPORT);
	document_free(document);
}

static void compute_milestones(const struct filling *filling, struct filled *filled)
{
	static const enum phrase columns[FILLED_COLUMNS] = {
		PHRASE_FILLED_WORKSTREAM, PHRASE_FILLED_DELIVERED, PHRASE_FILLED_OPEN,
		PHRASE_FILLED_SETTLED, PHRASE_FILLED_PLANNED};
	if (filling->document->update != NULL) {
		list_milestones(filling->document->update, filled);
		return;
	}
	filled->caption = in_period(filling, filled, PHRASE_FILLED_MILESTONES);
	set_columns(filled, columns, FILLED_COLUMNS);
	for (size_t i = 0; i < filling->trend.count; i++)
		count_row(filling, &filling->trend.rows[i], filled);
}

/* --- dates --- */

static const char *day_of(struct filled *filled, struct date date)
{
	struct html html;
	char words[HTML_DATE_SIZE];
	if (date.year == 0)
		return said(filled, PHRASE_FILLED_NOT_GIVEN);
	return arena_printf(&filled->arena, "%s",
	                    html_short_date_words(in_language(filled, &html), date, words));
}

static void add_slip(const struct trend_row *row, struct filled *filled)
{
	struct filled_row *to = add_row(filled);
	int days;
	to->cells[0] = row->series->title;
	to->cells[1] = to->cells[2] = to->cells[3] = said(filled, PHRASE_FILLED_NO_REPORT);
	if (row->current == NULL)
		return;
	const struct reading *reading = standing_version(row->current)->reading;
	to->cells[1] = day_of(filled, reading->agreed);
	to->cells[2] = day_of(filled, reading->forecast);
	to->cells[3] = !reading_slip(reading, &days) ? "–"
	               : days == 0                   ? said(filled, PHRASE_FILLED_AS_AGREED)
	               : days > 0 ? counted(filled, (size_t)days, PHRASE_SAID_DAY_LATER,
	                                    PHRASE_SAID_DAYS_LATER)
	                          : counted(filled, (size_t)-days, PHRASE_SAID_DAY_EARLIER,
	                                    PHRASE_SAID_DAYS_EARLIER);
}

static void compute_slips(const struct filling *filling, struct filled *filled)
{
	static const enum phrase columns[] = {PHRASE_FILLED_WORKSTREAM, PHRASE_FILLED_AGREED,
	                                      PHRASE_FILLED_FORECAST, PHRASE_FILLED_FORECAST_IS};
	bool all = filling->document->update == NULL;
	filled->caption = in_period(filling, filled, PHRASE_FILLED_COMPLETION);
	set_columns(filled, columns, sizeof(columns) / sizeof(columns[0]));
	for (size_t i = 0; i < filling->trend.count; i++)
		if (all || filling->trend.rows[i].series == filling->series)
			add_slip(&filling->trend.rows[i], filled);
}

void filled_compute(const struct filling *filling, enum placeholder_type type,
                    enum language language, struct filled *filled)
{
	static void (*const compute[PLACEHOLDER_COUNT])(const struct filling *filling,
	                                                struct filled *filled) = {
		[PLACEHOLDER_SENTENCE] = compute_sentence,
		[PLACEHOLDER_STATUS_TABLE] = compute_status,
		[PLACEHOLDER_STREAKS] = compute_streaks,
		[PLACEHOLDER_MILESTONES] = compute_milestones,
		[PLACEHOLDER_SLIPS] = compute_slips,
	};
	*filled = (struct filled){.language = language};
	if (type < PLACEHOLDER_COUNT)
		compute[type](filling, filled);
}
