#include "chart/steps.h"

enum {
	STEP = 72, /* from period to period */
	ROW = 38,  /* from level to level */
	MARK_WIDTH = 44,
	MARK_HEIGHT = 26,
	WIDEST_LABEL = 150,
	APART = 12, /* of labels from what they name */
};

/* A strip of the columns, drawn below the one before. */
struct strip {
	const struct step_chart *steps;
	const struct step_column *columns;
	size_t count;
	int margin, right, top;
};

static int middle_of(const struct strip *strip, size_t column)
{
	return strip->margin + (int)column * STEP + STEP / 2;
}

static int height_of(const struct strip *strip, int level)
{
	return strip->top + level * ROW + ROW / 2;
}

static void add_levels(const struct chart *chart, const struct strip *strip)
{
	struct buf text = BUF_INIT;
	for (size_t i = 0; i < strip->steps->level_count; i++) {
		int y = height_of(strip, (int)i);
		buf_clear(&text);
		chart_fit(&text, strip->steps->levels[i].label, WIDEST_LABEL);
		chart_text(chart, "", CHART_END, strip->margin - APART, y, text.bytes);
		chart_line(chart, "rule", (struct chart_point){strip->margin, y},
		           (struct chart_point){strip->right, y});
	}
	buf_release(&text);
}

/* How many columns the mark at COLUMN stands for. */
static size_t span_of(const struct strip *strip, size_t column)
{
	size_t span = 1;
	while (column + span < strip->count && strip->columns[column + span].same)
		span++;
	return span;
}

static void add_box(const struct chart *chart, const struct strip *strip, size_t column,
                    const char *look, int level)
{
	size_t span = span_of(strip, column);
	struct chart_point middle = {
		(middle_of(strip, column) + middle_of(strip, column + span - 1)) / 2,
		height_of(strip, level)};
	int width = MARK_WIDTH + (int)(span - 1) * STEP;
	struct buf letters = BUF_INIT, name = BUF_INIT;
	chart_box(chart, look, middle, width, MARK_HEIGHT);
	chart_fit(&letters, strip->steps->levels[level].letters, width - 8);
	if (look[0] == 'r')
		buf_printf(&name, "on-%d", strip->steps->levels[level].colour);
	chart_text(chart, name.bytes, CHART_MIDDLE, middle.x, middle.y, letters.bytes);
	buf_release(&letters);
	buf_release(&name);
}

static void add_mark(const struct chart *chart, const struct strip *strip, size_t column)
{
	const struct step_column *at = &strip->columns[column];
	struct buf look = BUF_INIT;
	if (column != 0 && at->same)
		return;
	for (int level = 0; level < (int)strip->steps->level_count; level++)
		if (level != at->level && (at->earlier >> level & 1) != 0) {
			chart_line(chart, "was",
			           (struct chart_point){middle_of(strip, column),
			                                height_of(strip, level)},
			           (struct chart_point){middle_of(strip, column),
			                                height_of(strip, at->level)});
			add_box(chart, strip, column, "hollow", level);
		}
	buf_printf(&look, "rag-%d", strip->steps->levels[at->level].colour);
	add_box(chart, strip, column, look.bytes, at->level);
	buf_release(&look);
}

static void add_gap(const struct chart *chart, const struct strip *strip, size_t column)
{
	int height = (int)strip->steps->level_count * ROW - 8;
	struct chart_point middle = {middle_of(strip, column),
	                             strip->top + (int)strip->steps->level_count * ROW / 2};
	chart_box(chart, "gap", middle, STEP - 8, height);
	chart_column_label(chart, &strip->columns[column].gap, CHART_MIDDLE, middle.x,
	                   middle.y - CHART_LINE / 2, STEP - 12);
}

/* The lines between marks, under them. */
static void add_moves(const struct chart *chart, const struct strip *strip)
{
	for (size_t i = 1; i < strip->count; i++)
		if (strip->columns[i - 1].level >= 0 && strip->columns[i].level >= 0)
			chart_line(
				chart, "step",
				(struct chart_point){middle_of(strip, i - 1),
			                             height_of(strip, strip->columns[i - 1].level)},
				(struct chart_point){middle_of(strip, i),
			                             height_of(strip, strip->columns[i].level)});
}

static void add_foot(const struct chart *chart, const struct strip *strip, size_t column)
{
	const struct step_column *at = &strip->columns[column];
	int y = strip->top + (int)strip->steps->level_count * ROW + CHART_LINE / 2;
	struct buf text = BUF_INIT;
	chart_column_label(chart, &at->column, CHART_MIDDLE, middle_of(strip, column), y, STEP - 4);
	y += CHART_LINE;
	for (int i = 0; i < STEPS_NOTES; i++) {
		if (at->notes[i] == NULL)
			continue;
		buf_clear(&text);
		chart_fit(&text, at->notes[i], STEP);
		chart_text(chart, "noted", CHART_MIDDLE, middle_of(strip, column), y += CHART_LINE,
		           text.bytes);
	}
	buf_release(&text);
}

static void add_strip(const struct chart *chart, const struct strip *strip)
{
	add_levels(chart, strip);
	add_moves(chart, strip);
	for (size_t i = 0; i < strip->count; i++) {
		if (strip->columns[i].level >= 0)
			add_mark(chart, strip, i);
		else if (strip->columns[i].gap.first != NULL)
			add_gap(chart, strip, i);
		add_foot(chart, strip, i);
	}
}

/* Lines of notes below the columns. */
static int notes_of(const struct step_column *columns, size_t count)
{
	int most = 0;
	for (size_t i = 0; i < count; i++) {
		int notes = 0;
		for (int j = 0; j < STEPS_NOTES; j++)
			notes += columns[i].notes[j] != NULL ? 1 : 0;
		most = notes > most ? notes : most;
	}
	return most;
}

static int margin_of(const struct step_chart *steps)
{
	int widest = 0;
	for (size_t i = 0; i < steps->level_count; i++) {
		int width = chart_text_width(steps->levels[i].label);
		widest = width > widest ? width : widest;
	}
	return (widest < WIDEST_LABEL ? widest : WIDEST_LABEL) + APART;
}

size_t chart_steps(struct html *html, const struct step_chart *steps)
{
	enum { MOST = STEPS_STRIP * STEPS_STRIPS };
	size_t shown = steps->count < MOST ? steps->count : MOST;
	size_t strips = (shown + STEPS_STRIP - 1) / STEPS_STRIP;
	if (shown == 0 || steps->level_count == 0 || steps->level_count > STEPS_MOST_LEVELS)
		return 0;
	const struct step_column *columns = steps->columns + (steps->count - shown);
	size_t each = (shown + strips - 1) / strips;
	int rows = (int)steps->level_count * ROW + CHART_LINE / 2;
	int tall = rows + (3 + notes_of(columns, shown)) * CHART_LINE;
	struct strip strip = {.steps = steps, .margin = margin_of(steps)};
	strip.right = strip.margin + (int)each * STEP;
	struct chart chart = {html, steps->id, strip.right, (int)strips * tall - CHART_LINE / 2};
	chart_begin(&chart, steps->title, steps->description);
	for (size_t at = 0; at < shown; at += each) {
		strip.columns = columns + at;
		strip.count = shown - at < each ? shown - at : each;
		add_strip(&chart, &strip);
		strip.top += tall;
	}
	chart_end(&chart);
	return shown;
}
