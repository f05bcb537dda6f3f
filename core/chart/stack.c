#include "chart/stack.h"

enum {
	STEP = 70, /* from period to period */
	BAR = 56,
	UNIT = 24,     /* of one in a bar, where the tallest is not too tall */
	TALLEST = 220, /* the tallest bar */
	PAD = 4,
};

/* Columns that are shown, so many in each strip. */
struct bars {
	const struct stack_chart *stack;
	const struct stack_column *columns;
	size_t count, each;
	size_t most; /* of all columns */
	int rise, tall;
};

static size_t total_of(const struct stack_chart *stack, const struct stack_column *column)
{
	size_t total = 0;
	for (size_t i = 0; i < stack->level_count; i++)
		total += column->counts[i];
	return total;
}

/* How high COUNT of them stand. */
static int rise_of(const struct bars *bars, size_t count)
{
	size_t whole = bars->most * UNIT < TALLEST ? bars->most * UNIT : TALLEST;
	return (int)(count * whole / bars->most);
}

/* Where the middle of the column's foot stands. */
static struct chart_point foot_of(const struct bars *bars, size_t column)
{
	return (struct chart_point){(int)(column % bars->each) * STEP + STEP / 2,
	                            (int)(column / bars->each) * bars->tall + bars->rise + PAD};
}

/* The level's part of the column's bar: its middle, and how high it is. */
static struct chart_point part_of(const struct bars *bars, size_t column, size_t level, int *height)
{
	const size_t *counts = bars->columns[column].counts;
	struct chart_point foot = foot_of(bars, column);
	size_t below = 0;
	for (size_t i = level + 1; i < bars->stack->level_count; i++)
		below += counts[i];
	int from = rise_of(bars, below), to = rise_of(bars, below + counts[level]);
	*height = to - from;
	return (struct chart_point){foot.x, foot.y - (from + to) / 2};
}

/* "G/A 3" */
static void add_count(const struct chart *chart, const struct chart_level *level, size_t count,
                      struct chart_point middle)
{
	char number[HTML_NUMBER_SIZE + 1] = " ";
	struct buf text = BUF_INIT;
	html_number(count, number + 1);
	chart_fit(&text, level->letters, BAR - 4 - chart_text_width(number));
	buf_text(&text, number);
	chart_text(chart, "", CHART_START, middle.x, middle.y, text.bytes);
	buf_release(&text);
}

/* All bars' parts of one level: their boxes, then what stands in those that are high enough. */
static void add_level(const struct chart *chart, const struct bars *bars, size_t level)
{
	const struct chart_level *is = &bars->stack->levels[level];
	struct buf boxes = BUF_INIT, look = BUF_INIT;
	int height;
	for (size_t i = 0; i < bars->count; i++) {
		struct chart_point middle = part_of(bars, i, level, &height);
		if (height != 0)
			buf_printf(&boxes, "M%d %dh%dv%dh%dz", middle.x - BAR / 2,
			           middle.y - height / 2, BAR, height, -BAR);
	}
	buf_printf(&look, "rag-%d", is->colour);
	chart_path(chart, is->colour < 0 ? "hollow" : look.bytes, &boxes);
	buf_clear(&look);
	if (is->colour >= 0)
		buf_printf(&look, "on-%d", is->colour);
	if (boxes.length != 0) {
		chart_group(chart, look.bytes, CHART_MIDDLE);
		for (size_t i = 0; i < bars->count; i++) {
			struct chart_point middle = part_of(bars, i, level, &height);
			if (height >= CHART_LINE)
				add_count(chart, is, bars->columns[i].counts[level], middle);
		}
		chart_group_end(chart);
	}
	buf_release(&boxes);
	buf_release(&look);
}

static void add_feet(const struct chart *chart, const struct bars *bars)
{
	chart_group(chart, "", CHART_MIDDLE);
	for (size_t i = 0; i < bars->count; i++) {
		struct chart_point foot = foot_of(bars, i);
		chart_column_label(chart, &bars->columns[i].column, CHART_START, foot.x,
		                   foot.y + PAD + CHART_LINE / 2, STEP - 4);
	}
	chart_group_end(chart);
}

size_t chart_stack(struct html *html, const struct stack_chart *stack)
{
	enum { MOST = STACK_STRIP * STACK_STRIPS };
	size_t shown = stack->count < MOST ? stack->count : MOST;
	size_t strips = (shown + STACK_STRIP - 1) / STACK_STRIP;
	if (shown == 0 || stack->level_count > STACK_MOST_LEVELS)
		return 0;
	struct bars bars = {
		.stack = stack, .columns = stack->columns + (stack->count - shown), .count = shown};
	for (size_t i = 0; i < shown; i++) {
		size_t total = total_of(stack, &bars.columns[i]);
		bars.most = total > bars.most ? total : bars.most;
	}
	if (bars.most == 0)
		return 0;
	bars.each = (shown + strips - 1) / strips;
	bars.rise = rise_of(&bars, bars.most);
	bars.tall = bars.rise + PAD + 3 * CHART_LINE;
	struct chart chart = {html, stack->id, (int)bars.each * STEP,
	                      (int)strips * bars.tall - CHART_LINE / 2};
	chart_begin(&chart, stack->title, stack->description);
	for (size_t level = 0; level < stack->level_count; level++)
		add_level(&chart, &bars, level);
	add_feet(&chart, &bars);
	chart_end(&chart);
	return shown;
}
