/* How much room texts take in a picture: declared in chart/chart.h. */
#include "chart/chart.h"

#include <string.h>

#include "base/text.h"

/* Of the letters: their size, and how much wider they may be, in hundredths. */
enum { FONT = 14, SLACK = 102 };

/* From the blank on, in thousandths of the size: Helvetica's, which its kin share. */
static const short widths[] = {
	278,  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
	556,  556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
	667,  778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
	333,  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
	556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
};

/* What is not in the table, with room to spare: other alphabets, signs, little pictures. */
static int other_width(unsigned rune)
{
	if (rune >= 0x1f000)
		return 1400;
	if (rune >= 0x2010 && rune <= 0x201f)
		return rune == 0x2014 || rune == 0x2015 ? 1000 : 556;
	return rune >= 0xa0 && rune < 0x250 && rune != 0xc6 && rune != 0x152 ? 778 : 1000;
}

/* Of the character at TEXT, which *STEP bytes spell. */
static int width_at(const char *text, size_t length, size_t *step)
{
	unsigned rune = 0;
	*step = text_rune(text, length, &rune);
	if (*step == 0) {
		*step = 1;
		return 1000;
	}
	size_t place = rune - ' ';
	return rune >= ' ' && place < sizeof(widths) / sizeof(widths[0]) ? widths[place]
	                                                                 : other_width(rune);
}

/* In units, of thousandths of the letters' size. */
static int units(int thousandths)
{
	return (int)((long)thousandths * FONT * SLACK / 100000) + 1;
}

/* What any picture may hold, so that a text of any length is measured quickly. */
enum { LONGEST = 2 * CHART_WIDEST * 1000 / FONT };

int chart_text_width(const char *text)
{
	size_t length = strlen(text), step;
	int sum = 0;
	for (size_t at = 0; at < length && sum < LONGEST; at += step)
		sum += width_at(text + at, length - at, &step);
	return units(sum);
}

void chart_fit(struct buf *text, const char *whole, int width)
{
	enum { ELLIPSIS = 1000 };
	size_t length = strlen(whole), step, fits = 0;
	int sum = 0;
	for (size_t at = 0;; at += step) {
		if (at >= length) {
			buf_text(text, whole);
			return;
		}
		sum += width_at(whole + at, length - at, &step);
		if (units(sum) > width)
			break;
		if (units(sum + ELLIPSIS) <= width)
			fits = at + step;
	}
	while (fits > 0 && whole[fits - 1] == ' ')
		fits--;
	buf_add(text, whole, fits);
	buf_text(text, "…");
}

void chart_spread(int *heights, size_t count, int gap, int low, int high)
{
	/* Down from the top, then up again from the bottom. */
	for (size_t i = 0; i < count; i++) {
		int least = i == 0 ? low : heights[i - 1] + gap;
		if (heights[i] < least)
			heights[i] = least;
	}
	for (size_t i = count; i-- > 0;) {
		int most = i + 1 == count ? high : heights[i + 1] - gap;
		if (heights[i] > most)
			heights[i] = most;
	}
}
