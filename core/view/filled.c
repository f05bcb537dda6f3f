#include "view/filled.h"

#include <stdlib.h>
#include <string.h>

#include "document/update.h"
#include "record/ledger.h"
#include "view/badge.h"

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

static const char *in_period(const struct filling *filling, struct filled *filled, const char *what)
{
	char words[PERIOD_TEXT_SIZE];
	return arena_printf(&filled->arena, "%s %s", what, period_words(filling->period, words));
}

/* --- ratings --- */

static void compute_sentence(const struct filling *filling, struct filled *filled)
{
	struct buf text = BUF_INIT;
	trend_sentence(&filling->trend, &text);
	buf_byte(&text, '.');
	if (text.bytes[0] >= 'a' && text.bytes[0] <= 'z')
		text.bytes[0] = (char)(text.bytes[0] - 'a' + 'A');
	add_row(filled)->cells[0] = copy(filled, &text);
	buf_release(&text);
}

static void compute_status(const struct filling *filling, struct filled *filled)
{
	static const char *const columns[] = {"Workstream", "This period", "Last period", "Change",
	                                      "Held for"};
	filled->caption = in_period(filling, filled, "Ratings for");
	filled->column_count = FILLED_COLUMNS;
	memcpy(filled->columns, columns, sizeof(columns));
	for (size_t i = 0; i < filling->trend.count; i++) {
		const struct trend_row *row = &filling->trend.rows[i];
		struct filled_row *to = add_row(filled);
		to->cells[0] = row->series->title;
		to->cells[1] = "no report";
		to->cells[2] = "none on record";
		to->ratings[1] = row->current != NULL ? standing_version(row->current) : NULL;
		to->ratings[2] = row->previous != NULL ? standing_version(row->previous) : NULL;
		to->cells[3] = direction_word(row->direction);
		to->cells[4] = row->held == 0 ? "–"
		                              : arena_printf(&filled->arena, "%d %s", row->held,
		                                             row->held == 1 ? "period" : "periods");
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
	char ordinal[16];
	struct buf text = BUF_INIT;
	buf_printf(&text, "%s for a %s period: %s", rating_words(standing_version(row->current)),
	           trend_ordinal(row->held, ordinal), row->series->title);
	for (size_t i = first + 1; i < trend->count; i++)
		if (has_streak(&trend->rows[i]) && is_same_streak(row, &trend->rows[i]))
			buf_printf(&text, "; %s", trend->rows[i].series->title);
	add_row(filled)->cells[0] = copy(filled, &text);
	buf_release(&text);
}

static void compute_streaks(const struct filling *filling, struct filled *filled)
{
	const struct trend *trend = &filling->trend;
	for (size_t i = 0; i < trend->count; i++) {
		bool told = !has_streak(&trend->rows[i]);
		for (size_t j = 0; j < i && !told; j++)
			told = has_streak(&trend->rows[j]) &&
			       is_same_streak(&trend->rows[j], &trend->rows[i]);
		if (!told)
			add_streak(trend, i, filled);
	}
	if (filled->count == 0)
		add_row(filled)->cells[0] = "No rating has been held for a second period.";
}

/* --- milestones --- */

static const char *name_of(const struct value *title, const struct value *id)
{
	return title->text != NULL ? title->text : id->text != NULL ? id->text : "without a name";
}

static void add_day(struct buf *text, const char *word, const struct value *day)
{
	char words[DATE_TEXT_SIZE];
	if (day->valid)
		buf_printf(text, "%s%s", word, date_words(day->as.date, words));
}

/* "The pilot: delivered, 30 August 2023". */
static void list_milestones(const struct update *update, struct filled *filled)
{
	const struct milestone *these = LIST_OF(struct milestone, update->milestones);
	const struct next_milestone *those =
		LIST_OF(struct next_milestone, update->next_milestones);
	struct buf text = BUF_INIT;
	for (size_t i = 0; i < update->milestones.count; i++) {
		const struct milestone *milestone = &these[i];
		buf_clear(&text);
		buf_printf(&text, "%s: ", name_of(&milestone->title, &milestone->id));
		for (const char *at = milestone->status.valid ? milestone->status.text
		                                              : "no status";
		     *at != '\0'; at++)
			buf_byte(&text, *at == '-' ? ' ' : *at);
		if (milestone->delivered_on.valid)
			add_day(&text, ", ", &milestone->delivered_on);
		else
			add_day(&text, ", due ", &milestone->due);
		add_row(filled)->cells[0] = copy(filled, &text);
	}
	for (size_t i = 0; i < update->next_milestones.count; i++) {
		buf_clear(&text);
		buf_printf(&text, "%s: planned next", name_of(&those[i].title, &those[i].id));
		add_day(&text, ", due ", &those[i].due);
		add_row(filled)->cells[0] = copy(filled, &text);
	}
	if (filled->count == 0)
		add_row(filled)->cells[0] = "No milestones.";
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
		to->cells[i + 1] =
			known ? arena_printf(&filled->arena, "%zu", counts[i]) : "no report";
	document_free(document);
}

static void compute_milestones(const struct filling *filling, struct filled *filled)
{
	static const char *const columns[] = {"Workstream", "Delivered", "Open", "Set aside",
	                                      "Planned next"};
	if (filling->document->update != NULL) {
		list_milestones(filling->document->update, filled);
		return;
	}
	filled->caption = in_period(filling, filled, "Milestones in");
	filled->column_count = FILLED_COLUMNS;
	memcpy(filled->columns, columns, sizeof(columns));
	for (size_t i = 0; i < filling->trend.count; i++)
		count_row(filling, &filling->trend.rows[i], filled);
}

/* --- dates --- */

static const char *day_of(struct filled *filled, struct date date)
{
	char words[DATE_TEXT_SIZE];
	return date.year == 0 ? "not given"
	                      : arena_printf(&filled->arena, "%s", date_short(date, words));
}

static void add_slip(const struct trend_row *row, struct filled *filled)
{
	struct filled_row *to = add_row(filled);
	int days;
	to->cells[0] = row->series->title;
	to->cells[1] = to->cells[2] = to->cells[3] = "no report";
	if (row->current == NULL)
		return;
	const struct reading *reading = standing_version(row->current)->reading;
	to->cells[1] = day_of(filled, reading->agreed);
	to->cells[2] = day_of(filled, reading->forecast);
	to->cells[3] = !reading_slip(reading, &days) ? "–"
	               : days == 0                   ? "as agreed"
	                           : arena_printf(&filled->arena, "%d %s %s", abs(days),
	                                          abs(days) == 1 ? "day" : "days",
	                                          days > 0 ? "later" : "earlier");
}

static void compute_slips(const struct filling *filling, struct filled *filled)
{
	static const char *const columns[] = {"Workstream", "Agreed", "Forecast", "Forecast is"};
	bool all = filling->document->update == NULL;
	filled->caption = in_period(filling, filled, "Completion, as of");
	filled->column_count = 4;
	memcpy(filled->columns, columns, sizeof(columns));
	for (size_t i = 0; i < filling->trend.count; i++)
		if (all || filling->trend.rows[i].series == filling->series)
			add_slip(&filling->trend.rows[i], filled);
}

void filled_compute(const struct filling *filling, enum placeholder_type type,
                    struct filled *filled)
{
	static void (*const compute[PLACEHOLDER_COUNT])(const struct filling *filling,
	                                                struct filled *filled) = {
		[PLACEHOLDER_SENTENCE] = compute_sentence,
		[PLACEHOLDER_STATUS_TABLE] = compute_status,
		[PLACEHOLDER_STREAKS] = compute_streaks,
		[PLACEHOLDER_MILESTONES] = compute_milestones,
		[PLACEHOLDER_SLIPS] = compute_slips,
	};
	*filled = (struct filled){.count = 0};
	if (type < PLACEHOLDER_COUNT)
		compute[type](filling, filled);
}
