#include "chart/stack.h"

#include <stdio.h>

enum {
	STEP = 70, /* from period to period */
	BAR = 56,
	UNIT = 24,     /* of one in a bar, where the tallest is not too tall */
	TALLEST = 240, /* the tallest bar */
	PAD = 4,
};

/* The counts of a column, one above the other. */
struct bars {
	const struct stack_chart *stack;
	size_t most; /* of all columns */
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

static void add_part(const struct chart *chart, const struct bars *bars,
                     const struct stack_column *column, size_t level, int x, int from, int to)
{
	const struct chart_level *is = &bars->stack->levels[level];
	struct chart_point middle = {x, (from + to) / 2};
	struct buf text = BUF_INIT, look = BUF_INIT;
	if (is->colour < 0)
		buf_text(&look, "hollow");
	else
		buf_printf(&look, "rag-%d", is->colour);
	html_add(chart->html,
	         "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" />\n", look.bytes,
	         x - BAR / 2, to, BAR, from - to);
	buf_clear(&look);
	if (is->colour >= 0)
		buf_printf(&look, "on-%d", is->colour);
	if (from - to >= CHART_LINE) {
		char count[24];
		struct buf letters = BUF_INIT;
		snprintf(count, sizeof(count), " %zu", column->counts[level]);
		chart_fit(&letters, is->letters, BAR - 4 - chart_text_width(count));
		buf_printf(&text, "%s%s", letters.bytes, count);
		chart_text(chart, look.bytes, CHART_MIDDLE, middle.x, middle.y, text.bytes);
		buf_release(&letters);
	}
	buf_release(&text);
	buf_release(&look);
}

static void add_bar(const struct chart *chart, const struct bars *bars,
                    const struct stack_column *column, int x, int foot)
{
	size_t below = 0;
	for (size_t level = bars->stack->level_count; level-- > 0;) {
		size_t count = column->counts[level];
		if (count != 0)
			add_part(chart, bars, column, level, x, foot - rise_of(bars, below),
			         foot - rise_of(bars, below + count));
		below += count;
	}
	chart_column_label(chart, &column->column, x, foot + PAD + CHART_LINE / 2, STEP - 4);
}

size_t chart_stack(struct html *html, const struct stack_chart *stack)
{
	enum { MOST = STACK_STRIP * STACK_STRIPS };
	size_t shown = stack->count < MOST ? stack->count : MOST;
	const struct stack_column *columns = stack->columns + (stack->count - shown);
	size_t strips = (shown + STACK_STRIP - 1) / STACK_STRIP;
	struct bars bars = {stack, 0};
	for (size_t i = 0; i < shown; i++) {
		size_t total = total_of(stack, &columns[i]);
		bars.most = total > bars.most ? total : bars.most;
	}
	if (bars.most == 0 || stack->level_count > STACK_MOST_LEVELS)
		return 0;
	size_t each = (shown + strips - 1) / strips;
	int rise = rise_of(&bars, bars.most), tall = rise + PAD + 3 * CHART_LINE;
	struct chart chart = {html, stack->id, (int)each * STEP,
	                      (int)strips * tall - CHART_LINE / 2};
	chart_begin(&chart, stack->title, stack->description);
	for (size_t i = 0; i < shown; i++) {
		int foot = (int)(i / each) * tall + rise + PAD;
		if (i % each == 0)
			chart_line(&chart, "axis", (struct chart_point){0, foot},
			           (struct chart_point){chart.width, foot});
		add_bar(&chart, &bars, &columns[i], (int)(i % each) * STEP + STEP / 2, foot);
	}
	chart_end(&chart);
	return shown;
}
