#include "view/trend_view.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

enum { NAME_COLUMN = 33, RATING_COLUMN = 13, CHANGE_COLUMN = 13, CELL = 5 };

static const char *const reset = "\x1b[0m";

/* From best to worst of five, readable on a dark and on a light ground. */
static const char *const colours[] = {"\x1b[32m", "\x1b[36m", "\x1b[33m", "\x1b[35m", "\x1b[31m"};

/* Appends the text cut or padded to WIDTH columns, in COLOUR where not NULL. */
static void add_column(struct buf *out, const char *text, size_t width, const char *colour)
{
	struct buf shown = BUF_INIT;
	text_add_visible(&shown, text, strlen(text));
	while (text_width(shown.bytes) > width - 1) {
		size_t length = shown.length - 1;
		while (length > 0 && ((unsigned char)shown.bytes[length] & 0xc0) == 0x80)
			length--;
		shown.length = length;
		shown.bytes[length] = '\0';
		if (text_width(shown.bytes) <= width - 2) {
			buf_text(&shown, "…");
			break;
		}
	}
	if (colour != NULL)
		buf_text(out, colour);
	buf_text(out, shown.bytes);
	if (colour != NULL)
		buf_text(out, reset);
	buf_repeat(out, ' ', width - text_width(shown.bytes));
	buf_release(&shown);
}

/* Line ends carry no blanks, so that copies and comparisons are exact. */
static void end_line(struct buf *out)
{
	while (out->length != 0 && out->bytes[out->length - 1] == ' ')
		out->bytes[--out->length] = '\0';
	buf_byte(out, '\n');
}

static const char *colour_of(const struct layout *layout, const struct standing *standing)
{
	if (!layout->colour || standing == NULL || standing_level(standing) == NULL)
		return NULL;
	const struct version *version = standing_version(standing);
	return colours[scale_colour(version->scale, version->level)];
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

static void add_line(struct buf *out, const char *text)
{
	text_add_visible(out, text, strlen(text));
	buf_byte(out, '\n');
}

static void add_heading(const struct record *record, const struct trend *trend, struct buf *out)
{
	char hex[OBJECT_HEX_SIZE], day[DATE_TEXT_SIZE];
	const struct plan *plan = trend->plan->plan;
	add_line(out, plan->title.text != NULL ? plan->title.text : trend->plan->id);
	if (plan->organisation.text != NULL)
		add_line(out, plan->organisation.text);
	buf_printf(out, "plans/%s as of commit %.*s of %s\n\n", trend->plan->id, OBJECT_SHORT,
	           object_hex(&record->tip.id, hex),
	           date_short(date_from_time(record->tip.committer.time), day));
}

static void add_row(const struct trend_row *row, const struct layout *layout, const char *title,
                    struct buf *out)
{
	char held[16] = "";
	add_column(out, title, NAME_COLUMN, NULL);
	add_column(out, row->current != NULL ? label_of(row->current) : "no report", RATING_COLUMN,
	           colour_of(layout, row->current));
	add_column(out, label_of(row->previous), RATING_COLUMN, colour_of(layout, row->previous));
	add_column(out, direction_word(row->direction), CHANGE_COLUMN, NULL);
	if (row->held > 0)
		snprintf(held, sizeof(held), "%4d", row->held);
	buf_text(out, held);
	end_line(out);
}

static void add_table(const struct trend *trend, const struct layout *layout, struct buf *out)
{
	add_column(out, "Workstream", NAME_COLUMN, NULL);
	add_column(out, "This period", RATING_COLUMN, NULL);
	add_column(out, "Last period", RATING_COLUMN, NULL);
	add_column(out, "Change", CHANGE_COLUMN, NULL);
	buf_text(out, "Held");
	end_line(out);
	for (size_t i = 0; i < trend->count; i++)
		add_row(&trend->rows[i], layout, trend->rows[i].series->title, out);
	buf_byte(out, '\n');
	if (trend->programme.current != NULL) {
		add_row(&trend->programme, layout, "Programme, as declared", out);
		return;
	}
	add_column(out, "Programme, as declared", NAME_COLUMN, NULL);
	buf_text(out, "not declared\n");
}

static void add_trail_row(const struct trend_row *row, const struct layout *layout,
                          const char *title, size_t first, size_t count, struct buf *out)
{
	add_column(out, title, NAME_COLUMN, NULL);
	for (size_t i = first; i < count; i++)
		add_column(out, short_of(&row->cells[i]), CELL,
		           colour_of(layout, row->cells[i].standing));
	end_line(out);
}

/* What the short labels stand for. */
static void add_key(const struct scale *scale, struct buf *out)
{
	for (size_t i = 0; i < scale->count; i++) {
		text_add_visible(out, scale->levels[i].short_label,
		                 strlen(scale->levels[i].short_label));
		buf_byte(out, ' ');
		text_add_visible(out, scale->levels[i].label, strlen(scale->levels[i].label));
		buf_text(out, "   ");
	}
	buf_text(out, "· no report\n");
}

/* The latest periods that fit the width, oldest first. */
static void add_trail(const struct trend *trend, const struct layout *layout, struct buf *out)
{
	char from[PERIOD_TEXT_SIZE], to[PERIOD_TEXT_SIZE];
	size_t fitting = ((size_t)layout->width - NAME_COLUMN) / CELL;
	size_t first = trend->column_count > fitting ? trend->column_count - fitting : 0;
	buf_printf(out, "\nTrail, %s to %s", period_short(trend->columns[first].period, from),
	           period_short(*trend_period(trend), to));
	if (first != 0)
		buf_printf(out, " (%zu earlier: --format csv)", first);
	buf_text(out, "\n");
	for (size_t i = 0; i < trend->count; i++)
		add_trail_row(&trend->rows[i], layout, trend->rows[i].series->title, first,
		              trend->column_count, out);
	if (trend->programme.series->count != 0)
		add_trail_row(&trend->programme, layout, "Programme, as declared", first,
		              trend->column_count, out);
	add_key(&trend->plan->plan->scale, out);
}

/* Appends the sentence, wrapped at the layout's width. */
static void add_sentence(const struct trend *trend, const struct layout *layout, struct buf *out)
{
	struct buf sentence = BUF_INIT;
	trend_sentence(trend, &sentence);
	buf_byte(&sentence, '.');
	size_t column = 0;
	for (const char *word = sentence.bytes; *word != '\0';) {
		size_t length = strcspn(word, " ");
		if (column != 0 && column + 1 + length > (size_t)layout->width) {
			buf_byte(out, '\n');
			column = 0;
		}
		if (column != 0)
			buf_byte(out, ' ');
		column += length + (column != 0 ? 1 : 0);
		buf_add(out, word, length);
		word += length + strspn(word + length, " ");
	}
	buf_byte(out, '\n');
	buf_release(&sentence);
}

static void add_holes(const struct record *record, struct buf *out)
{
	char hex[OBJECT_HEX_SIZE];
	if (record->hole_count == 0)
		return;
	buf_text(out, "\nNot on record, since ragtrail could not read it:\n");
	for (size_t i = 0; i < record->hole_count; i++) {
		const struct hole *hole = &record->holes[i];
		buf_printf(out, "  %.*s ", OBJECT_SHORT, object_hex(&hole->landing->id, hex));
		text_add_visible(out, hole->path, strlen(hole->path));
		buf_text(out, ": ");
		add_line(out, hole->why);
	}
}

void trend_as_text(const struct record *record, const struct trend *trends, size_t count,
                   const struct layout *layout, struct buf *out)
{
	for (size_t i = 0; i < count; i++) {
		const struct trend *trend = &trends[i];
		char period[PERIOD_TEXT_SIZE];
		if (i != 0)
			buf_byte(out, '\n');
		add_heading(record, trend, out);
		if (trend->column_count != 0) {
			buf_printf(out, "Period: %s\n\n",
			           period_words(*trend_period(trend), period));
			add_table(trend, layout, out);
			add_trail(trend, layout, out);
			buf_byte(out, '\n');
		}
		add_sentence(trend, layout, out);
	}
	add_holes(record, out);
}
