#include "chart/chart.h"

/* So much of its width is left at least, in hundredths: smaller letters are hard to read. */
enum { LEAST = 78, LEAST_STEP = 100 };

void chart_begin(const struct chart *chart, const char *title, const char *description)
{
	html_add(chart->html,
	         "<section class=\"scroll latest\" aria-labelledby=\"%s-name\" tabindex=\"0\">\n"
	         "<svg class=\"chart least-%d\" role=\"img\" "
	         "aria-labelledby=\"%s-name %s-words\" "
	         "viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">\n"
	         "<title id=\"%s-name\">%s</title>\n<desc id=\"%s-words\">%s</desc>\n",
	         chart->id, chart->width * LEAST / 100 / LEAST_STEP, chart->id, chart->id,
	         chart->width, chart->height, chart->width, chart->height, chart->id, title,
	         chart->id, description);
}

void chart_end(const struct chart *chart)
{
	html_put(chart->html, "</svg>\n</section>\n");
}

/* ` class="..."`, or nothing. */
static void add_look(const struct chart *chart, const char *look)
{
	if (look[0] != '\0')
		html_add(chart->html, " class=\"%s\"", look);
}

static void add_anchor(const struct chart *chart, enum chart_anchor anchor)
{
	static const char *const anchors[] = {
		[CHART_START] = "", [CHART_MIDDLE] = "middle", [CHART_END] = "end"};
	if (anchor != CHART_START)
		html_add(chart->html, " text-anchor=\"%s\"", anchors[anchor]);
}

void chart_text(const struct chart *chart, const char *look, enum chart_anchor anchor, int x, int y,
                const char *text)
{
	html_put(chart->html, "<text");
	add_look(chart, look);
	add_anchor(chart, anchor);
	html_add(chart->html, " x=\"%d\" y=\"%d\">%s</text>\n", x, y + CHART_RISE, text);
}

void chart_group(const struct chart *chart, const char *look, enum chart_anchor anchor)
{
	html_put(chart->html, "<g");
	add_look(chart, look);
	add_anchor(chart, anchor);
	html_put(chart->html, ">\n");
}

void chart_group_end(const struct chart *chart)
{
	html_put(chart->html, "</g>\n");
}

void chart_line(const struct chart *chart, const char *look, struct chart_point from,
                struct chart_point to)
{
	html_add(chart->html, "<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" />\n",
	         look, from.x, from.y, to.x, to.y);
}

void chart_box(const struct chart *chart, const char *look, struct chart_point middle, int width,
               int height)
{
	html_add(chart->html,
	         "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" />\n", look,
	         middle.x - width / 2, middle.y - height / 2, width, height);
}

void chart_path(const struct chart *chart, const char *look, const struct buf *path)
{
	if (path->length != 0)
		html_add(chart->html, "<path class=\"%s\" d=\"%s\" />\n", look, path->bytes);
}

void chart_marks(const struct chart *chart, enum chart_mark mark, const struct chart_point *at,
                 size_t count)
{
	static const struct {
		const char *look, *path; /* from the mark's middle */
	} marks[CHART_MARK_COUNT] = {
		[CHART_DOT] = {"full", "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z"},
		[CHART_SQUARE] = {"hollow", "m-7-7h14v14h-14z"},
		[CHART_DIAMOND] = {"full", "m0-8l8 8l-8 8l-8-8z"},
		[CHART_DONE] = {"full", "m-7-7h14v14h-14z"},
		[CHART_CROSS] = {"cross", "m-6-6l12 12m0-12l-12 12"},
	};
	struct buf path = BUF_INIT;
	for (size_t i = 0; i < count; i++)
		buf_printf(&path, "M%d %d%s", at[i].x, at[i].y, marks[mark].path);
	chart_path(chart, marks[mark].look, &path);
	buf_clear(&path);
	for (size_t i = 0; i < count && mark == CHART_DONE; i++)
		buf_printf(&path, "M%d %dm-4 0l3 3l5-6", at[i].x, at[i].y);
	chart_path(chart, "tick", &path);
	buf_release(&path);
}

/* Where the middle of a text stands so that all of it is from LEFT to RIGHT. */
static int held(int x, int width, int left, int right)
{
	if (x + width / 2 > right)
		x = right - width / 2;
	return x - width / 2 < left ? left + width / 2 : x;
}

void chart_ticks(const struct chart *chart, const struct chart_tick *ticks, size_t count, int y,
                 int left, int right)
{
	enum { APART = 10 };
	int end = right;
	for (size_t i = count; i-- > 0;) {
		int width = chart_text_width(ticks[i].text);
		int x = held(ticks[i].x, width, left, right);
		if (x + (width + 1) / 2 > end || width > right - left)
			continue;
		chart_text(chart, "", CHART_MIDDLE, x, y, ticks[i].text);
		end = x - (width + 1) / 2 - APART;
	}
}

void chart_column_label(const struct chart *chart, const struct chart_column *column,
                        enum chart_anchor anchor, int x, int y, int width)
{
	const char *lines[] = {column->first, column->second};
	struct buf text = BUF_INIT;
	for (int i = 0; i < 2; i++) {
		buf_clear(&text);
		chart_fit(&text, lines[i], width);
		chart_text(chart, "", anchor, x, y + i * CHART_LINE, text.bytes);
	}
	buf_release(&text);
}
