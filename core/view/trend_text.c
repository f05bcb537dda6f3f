#include "view/trend_view.h"
#include "view/badge.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "view/action_view.h"
#include "view/challenge_view.h"
#include "view/change_text.h"
#include "view/questions.h"
#include "view/remarks.h"

enum {
	RATING_COLUMN = 13,
	CHANGE_COLUMN = 13,
	CELL = 5,
	REST = 2 * RATING_COLUMN + CHANGE_COLUMN + 8, /* beside the names; "Held" and some air */
	NAME_LEAST = 13,
	NAME_MOST = 50,
	KEY_GAP = 3, /* between entries of the key */
};

/* Names of workstreams get what the ratings leave: 33 columns of 80. */
static size_t name_column(const struct layout *layout)
{
	int width = layout->width - REST;
	return (size_t)(width < NAME_LEAST ? NAME_LEAST : width > NAME_MOST ? NAME_MOST : width);
}

static const char *colour_of(const struct layout *layout, const struct standing *standing)
{
	return standing == NULL ? NULL : lines_colour(layout, standing_version(standing));
}

static const char *label_of(const struct standing *standing)
{
	if (standing == NULL)
		return "–";
	const struct level *level = standing_level(standing);
	return level != NULL ? level->label : standing_version(standing)->reading->rag;
}

static const char *short_of(const struct cell *cell)
{
	if (cell->type == CELL_GAP)
		return "·";
	if (cell->type == CELL_OUTSIDE)
		return "";
	const struct level *level = standing_level(cell->standing);
	return level == NULL                   ? "?"
	       : level->short_label[0] != '\0' ? level->short_label
	                                       : level->label;
}

static void add_heading(const struct record *record, const struct trend *trend,
                        const struct layout *layout, struct buf *out)
{
	char hex[OBJECT_HEX_SIZE], day[DATE_TEXT_SIZE];
	const struct plan *plan = trend->plan->plan;
	struct buf line = BUF_INIT;
	lines_wrap(out, plan->title.text != NULL ? plan->title.text : trend->plan->id, 0,
	           LINES_INDENT, layout);
	if (plan->organisation.text != NULL)
		lines_wrap(out, plan->organisation.text, 0, LINES_INDENT, layout);
	buf_printf(&line, "plans/%s as of commit %.*s of %s", trend->plan->id, OBJECT_SHORT,
	           object_hex(&record->tip.id, hex),
	           date_short(date_from_time(record->tip.committer.time), day));
	lines_wrap(out, line.bytes, 0, LINES_INDENT, layout);
	buf_byte(out, '\n');
	buf_release(&line);
}

static void add_row(const struct trend_row *row, const struct layout *layout, const char *title,
                    struct buf *out)
{
	char held[16] = "";
	lines_column(out, title, name_column(layout), NULL);
	lines_column(out, row->current != NULL ? label_of(row->current) : "no report",
	             RATING_COLUMN, colour_of(layout, row->current));
	lines_column(out, label_of(row->previous), RATING_COLUMN, colour_of(layout, row->previous));
	lines_column(out, direction_word(row->direction), CHANGE_COLUMN, NULL);
	if (row->held > 0)
		snprintf(held, sizeof(held), "%4d", row->held);
	buf_text(out, held);
	lines_end(out);
}

static void add_table(const struct trend *trend, const struct layout *layout, struct buf *out)
{
	lines_column(out, "Workstream", name_column(layout), NULL);
	lines_column(out, "This period", RATING_COLUMN, NULL);
	lines_column(out, "Last period", RATING_COLUMN, NULL);
	lines_column(out, "Change", CHANGE_COLUMN, NULL);
	buf_text(out, "Held");
	lines_end(out);
	for (size_t i = 0; i < trend->count; i++)
		add_row(&trend->rows[i], layout, trend->rows[i].series->title, out);
	buf_byte(out, '\n');
	if (trend->programme.current != NULL) {
		add_row(&trend->programme, layout, TREND_PROGRAMME, out);
		return;
	}
	lines_column(out, TREND_PROGRAMME, name_column(layout), NULL);
	buf_text(out, "not declared\n");
}

/* Where "last period" is not the one before: nobody reported on that. */
static void add_gaps(const struct trend *trend, const struct layout *layout, struct buf *out)
{
	size_t length = out->length;
	struct buf line = BUF_INIT;
	buf_byte(out, '\n');
	for (size_t i = 0; i <= trend->count; i++) {
		const bool whole = i == trend->count;
		const struct trend_row *row = whole ? &trend->programme : &trend->rows[i];
		char period[PERIOD_TEXT_SIZE];
		if (row->previous == NULL || (whole && row->current == NULL) ||
		    !trend_row_skips(trend, row))
			continue;
		buf_clear(&line);
		buf_printf(&line, "%s: the last report before this period is that of %s",
		           whole ? CHANGE_PROGRAMME : row->series->title,
		           period_words(row->previous->period, period));
		lines_wrap(out, line.bytes, 0, LINES_INDENT, layout);
	}
	buf_release(&line);
	if (out->length == length + 1)
		out->bytes[--out->length] = '\0';
}

/* "Homes, November 2023: re-rated from Green on 12 Dec 2023 by Ben Cole, because: ..." */
static void add_rerating(const char *title, const struct standing *standing,
                         const struct layout *layout, struct buf *out)
{
	char period[PERIOD_TEXT_SIZE], day[DATE_TEXT_SIZE];
	const struct version *before;
	const struct version *version =
		standing != NULL ? standing_rerating(standing, &before) : NULL;
	if (version == NULL)
		return;
	const struct difference change = {.reason = version->reading->correction,
	                                  .by = version->reading->raised_by};
	struct buf line = BUF_INIT;
	buf_printf(&line, "%s, %s: re-rated from %s on %s by %s, ", title,
	           period_words(standing->period, period), version_label(before),
	           date_short(date_from_time(landing_time(version->landing)), day),
	           version_rater(version)->author.name);
	change_reason(&line, &change);
	lines_wrap(out, line.bytes, 0, LINES_INDENT, layout);
	buf_release(&line);
}

/* What became of the ratings in the table after they had landed. */
static void add_reratings(const struct trend *trend, const struct layout *layout, struct buf *out)
{
	size_t length = out->length;
	buf_byte(out, '\n');
	for (size_t i = 0; i <= trend->count; i++) {
		const struct trend_row *row =
			i < trend->count ? &trend->rows[i] : &trend->programme;
		const char *title =
			i < trend->count ? trend->rows[i].series->title : CHANGE_PROGRAMME;
		add_rerating(title, row->previous, layout, out);
		add_rerating(title, row->current, layout, out);
	}
	if (out->length == length + 1)
		out->bytes[--out->length] = '\0';
}

static bool concerns_table(const struct trend *trend, const struct challenged *challenged)
{
	for (size_t i = 0; i < trend->count; i++) {
		const struct trend_row *row = &trend->rows[i];
		if ((row->current != NULL &&
		     challenge_concerns(challenged, row->series, row->current->period)) ||
		    (row->previous != NULL &&
		     challenge_concerns(challenged, row->series, row->previous->period)))
			return true;
	}
	return false;
}

/* What oversight bodies question: what is open, and of the table what is answered too. */
static void add_challenges(const struct trend *trend, const struct challenges *challenges,
                           const struct layout *layout, struct buf *out)
{
	struct buf line = BUF_INIT;
	bool begun = false;
	for (size_t i = 0; challenges != NULL && i < challenges->count; i++) {
		const struct challenged *challenged = &challenges->items[i];
		const struct value *period = &challenged->challenge->period;
		char words[PERIOD_TEXT_SIZE];
		if (challenge_answered(&challenged->answer) && !concerns_table(trend, challenged))
			continue;
		buf_text(out, begun ? "" : "\n");
		begun = true;
		buf_clear(&line);
		buf_printf(&line, "%s%s%s: challenged ",
		           challenged->series != NULL ? challenged->series->title
		                                      : "A rating that is not named",
		           period->valid ? ", " : "",
		           period->valid ? period_words(period->as.period, words) : "");
		challenge_words(challenged, &line);
		lines_wrap(out, line.bytes, 0, LINES_INDENT, layout);
	}
	buf_release(&line);
}

static bool was_rerated(const struct cell *cell)
{
	const struct version *before;
	return cell->standing != NULL && standing_rerating(cell->standing, &before) != NULL;
}

/* Returns whether a rating of the row was changed after it had landed. */
static bool add_trail_row(const struct trend_row *row, const struct layout *layout,
                          const char *title, size_t first, size_t count, struct buf *out)
{
	bool marked = false;
	struct buf text = BUF_INIT;
	lines_column(out, title, name_column(layout), NULL);
	for (size_t i = first; i < count; i++) {
		bool rerated = was_rerated(&row->cells[i]);
		buf_clear(&text);
		buf_printf(&text, "%s%s", short_of(&row->cells[i]), rerated ? "*" : "");
		lines_column(out, text.bytes, CELL, colour_of(layout, row->cells[i].standing));
		marked = marked || rerated;
	}
	lines_end(out);
	buf_release(&text);
	return marked;
}

/* A row of what oversight bodies rated themselves; nothing where they did not. */
static void add_independent_row(const struct trend *trend, const struct series *series,
                                const struct challenges *challenges, const struct layout *layout,
                                size_t first, struct buf *out)
{
	bool alone = series == trend->programme.series && series->count == 0;
	bool any = false;
	for (size_t i = first; challenges != NULL && i < trend->column_count; i++)
		any = any ||
		      challenges_independent(challenges, series, trend->columns[i].period) != NULL;
	if (!any)
		return;
	lines_column(out, alone ? "Programme, rated independently" : "  rated independently",
	             name_column(layout), NULL);
	for (size_t i = first; i < trend->column_count; i++) {
		const struct independent_rating *rating =
			challenges_independent(challenges, series, trend->columns[i].period);
		const struct level *level = rating == NULL || rating->level == SCALE_NONE
		                                    ? NULL
		                                    : &rating->scale->levels[rating->level];
		lines_column(out,
		             rating == NULL                  ? ""
		             : level == NULL                 ? "?"
		             : level->short_label[0] != '\0' ? level->short_label
		                                             : level->label,
		             CELL, NULL);
	}
	lines_end(out);
}

/* An entry of the key, on the next line where this one is full. */
static size_t add_entry(struct buf *out, const char *short_label, const char *label, size_t column,
                        const struct layout *layout)
{
	struct buf entry = BUF_INIT;
	text_add_visible(&entry, short_label, strlen(short_label));
	buf_byte(&entry, ' ');
	text_add_visible(&entry, label, strlen(label));
	size_t columns = text_width(entry.bytes), limit = (size_t)layout->width;
	if (column != 0 && column + KEY_GAP + columns > limit) {
		lines_end(out);
		column = 0;
	}
	if (column != 0) {
		buf_repeat(out, ' ', KEY_GAP);
		column += KEY_GAP;
	}
	if (columns > limit)
		lines_column(out, entry.bytes, limit, NULL);
	else
		buf_text(out, entry.bytes);
	buf_release(&entry);
	return column + columns;
}

/* What the short labels stand for. */
static void add_key(const struct scale *scale, bool marked, const struct layout *layout,
                    struct buf *out)
{
	size_t column = 0;
	for (size_t i = 0; i < scale->count; i++)
		column = add_entry(out, scale->levels[i].short_label, scale->levels[i].label,
		                   column, layout);
	column = add_entry(out, "·", "no report", column, layout);
	if (marked)
		add_entry(out, "*", "re-rated: see ragtrail log", column, layout);
	lines_end(out);
}

/* The latest periods that fit the width, oldest first. */
static void add_trail(const struct trend *trend, const struct challenges *challenges,
                      const struct layout *layout, struct buf *out)
{
	char from[PERIOD_TEXT_SIZE], to[PERIOD_TEXT_SIZE];
	size_t fitting = ((size_t)layout->width - name_column(layout)) / CELL;
	size_t first = trend->column_count > fitting ? trend->column_count - fitting : 0;
	buf_printf(out, "\nTrail, %s", period_short(trend->columns[first].period, from));
	if (first + 1 < trend->column_count)
		buf_printf(out, " to %s", period_short(*trend_period(trend), to));
	if (first != 0)
		buf_printf(out, " (%zu earlier: --format csv)", first);
	buf_text(out, "\n");
	bool marked = false;
	for (size_t i = 0; i < trend->count; i++) {
		const struct series *series = trend->rows[i].series;
		marked |= add_trail_row(&trend->rows[i], layout, series->title, first,
		                        trend->column_count, out);
		add_independent_row(trend, series, challenges, layout, first, out);
	}
	if (trend->programme.series->count != 0)
		marked |= add_trail_row(&trend->programme, layout, TREND_PROGRAMME, first,
		                        trend->column_count, out);
	add_independent_row(trend, trend->programme.series, challenges, layout, first, out);
	add_key(&trend->plan->plan->scale, marked, layout, out);
}

static void add_sentence(const struct trend *trend, const struct layout *layout, struct buf *out)
{
	struct buf sentence = BUF_INIT;
	trend_sentence(trend, &sentence);
	buf_byte(&sentence, '.');
	lines_wrap(out, sentence.bytes, 0, 0, layout);
	buf_release(&sentence);
}

/*
 * "Homes: Green, questioned: 2 reasons, 1 explained", and the reasons. Returns whether there
 * is anything.
 */
static bool add_questioned(const char *title, const struct standing *standing, struct about about,
                           const struct layout *layout, struct buf *out)
{
	struct questioned questioned = questions_count(about);
	struct buf line = BUF_INIT;
	if (questioned.open + questioned.explained == 0)
		return false;
	buf_printf(&line, "%s: %s%s", title, standing != NULL ? label_of(standing) : "",
	           standing != NULL ? ", " : "");
	questions_words(questioned, &line);
	lines_wrap(out, line.bytes, 0, LINES_INDENT, layout);
	questions_as_text(about, false, layout, out);
	buf_release(&line);
	return true;
}

static void add_questions(const struct trend *trend, const struct findings *questions,
                          const struct layout *layout, struct buf *out)
{
	size_t length = out->length;
	bool any = false;
	buf_byte(out, '\n');
	for (size_t i = 0; i <= trend->count; i++) {
		const struct trend_row *row =
			i < trend->count ? &trend->rows[i] : &trend->programme;
		const char *title = i < trend->count ? row->series->title : TREND_PROGRAMME;
		any |= add_questioned(title, row->current,
		                      (struct about){questions, row->series->id, {0, 0}}, layout,
		                      out);
	}
	any |= add_questioned("The plan as a whole", NULL, (struct about){questions, NULL, {0, 0}},
	                      layout, out);
	if (any)
		lines_wrap(out, "`ragtrail show` gives the evidence, and what is explained.", 0, 0,
		           layout);
	else
		out->bytes[out->length = length] = '\0';
}

static bool is_called(const struct plan_record *plan, const char *name, size_t length)
{
	return strlen(plan->id) == length && memcmp(plan->id, name, length) == 0;
}

bool trend_view_hole(const struct trends_told *told, const struct hole *hole)
{
	const struct record *record = told->record;
	const char *folder = hole->path + strlen(REPO_PLANS) + 1;
	size_t length = strcspn(folder, "/");
	for (size_t i = 0; i < told->count; i++)
		if (is_called(told->trends[i].plan, folder, length))
			return true;
	for (size_t i = 0; i < record->count; i++)
		if (is_called(&record->plans[i], folder, length))
			return false;
	return true;
}

static void add_holes(const struct trends_told *told, const struct layout *layout, struct buf *out)
{
	const struct record *record = told->record;
	char hex[OBJECT_HEX_SIZE];
	struct buf line = BUF_INIT;
	const char *heading = "\nNot on record, since ragtrail could not read it:\n";
	for (size_t i = 0; i < record->hole_count; i++) {
		const struct hole *hole = &record->holes[i];
		if (!trend_view_hole(told, hole))
			continue;
		buf_text(out, heading);
		heading = "";
		buf_clear(&line);
		buf_printf(&line, "%.*s %s: %s", OBJECT_SHORT, object_hex(&hole->landing->id, hex),
		           hole->path, hole->why);
		buf_text(out, "  ");
		lines_wrap(out, line.bytes, 2, LINES_INDENT, layout);
	}
	buf_release(&line);
}

void trend_as_text(const struct trends_told *told, const struct layout *layout, struct buf *out)
{
	for (size_t i = 0; i < told->count; i++) {
		const struct trend *trend = &told->trends[i];
		const struct challenges *challenges =
			told->challenges != NULL ? &told->challenges[i] : NULL;
		char period[PERIOD_TEXT_SIZE];
		if (i != 0)
			buf_byte(out, '\n');
		add_heading(told->record, trend, layout, out);
		if (trend->column_count != 0) {
			buf_printf(out, "Period: %s\n\n",
			           period_words(*trend_period(trend), period));
			add_table(trend, layout, out);
			add_gaps(trend, layout, out);
			add_reratings(trend, layout, out);
			add_challenges(trend, challenges, layout, out);
			add_questions(trend, told->questions != NULL ? &told->questions[i] : NULL,
			              layout, out);
			add_trail(trend, challenges, layout, out);
			buf_byte(out, '\n');
		}
		add_sentence(trend, layout, out);
		action_plans_as_text(trend->plan, told->cabinet, told->day, layout, out);
	}
	add_holes(told, layout, out);
	remarks_as_text(told->record, told->count == 1 ? told->trends[0].plan->id : NULL, layout,
	                out);
}

void direction_text(struct buf *text, const struct trend_row *row)
{
	char words[PERIOD_TEXT_SIZE], ordinal[16];
	const struct standing *before = row->previous;
	switch (row->direction) {
	case DIRECTION_IMPROVED:
	case DIRECTION_DECLINED:
		buf_printf(text, "%s from %s in %s.", direction_word(row->direction),
		           rating_words(standing_version(before)),
		           period_words(before->period, words));
		break;
	case DIRECTION_STEADY:
		buf_printf(text, "steady: %s", rating_words(standing_version(row->current)));
		if (row->held > 1)
			buf_printf(text, " for a %s period in a row.",
			           trend_ordinal(row->held, ordinal));
		else
			buf_printf(text, " in %s too, the last report before a gap.",
			           period_words(before->period, words));
		break;
	case DIRECTION_NEW:
		buf_text(text, "new: the first rating on record.");
		break;
	default:
		buf_text(text, "not compared with the report before: the scale has changed, or a "
		               "rating is not on it.");
		break;
	}
}
