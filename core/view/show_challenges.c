/* What oversight bodies say of a rating: declared in view/show_view.h. */
#include "view/show_view.h"

#include "view/challenge_view.h"

enum { FACT_COLUMN = 14, INDENT = 2, ITEM = 4 };

static void add_fact(struct buf *out, const char *name, const struct buf *text,
                     const struct layout *layout)
{
	lines_column(out, name, FACT_COLUMN, NULL);
	lines_wrap(out, text->bytes, FACT_COLUMN, FACT_COLUMN, layout);
}

void show_challenges(const struct shown *shown, const struct layout *layout, struct buf *out)
{
	const struct challenges *all = shown->challenges;
	const struct series *series = shown->subject.series;
	struct buf line = BUF_INIT;
	for (size_t i = 0; all != NULL && i < all->count; i++) {
		if (!challenge_concerns(&all->items[i], series, shown->standing->period))
			continue;
		buf_clear(&line);
		challenge_words(&all->items[i], &line);
		add_fact(out, "Challenged", &line, layout);
	}
	const struct independent_rating *rating =
		all == NULL ? NULL : challenges_independent(all, series, shown->standing->period);
	if (rating != NULL) {
		buf_clear(&line);
		independent_words(rating, &line);
		add_fact(out, "Independent", &line, layout);
	}
	buf_release(&line);
}

void show_independent(const struct shown *shown, const struct layout *layout, struct buf *out)
{
	const struct challenges *all = shown->challenges;
	char period[PERIOD_TEXT_SIZE];
	bool begun = false;
	struct buf line = BUF_INIT;
	for (size_t i = all == NULL ? 0 : all->independent_count; i-- > 0;) {
		const struct independent_rating *rating = &all->independent[i];
		if (rating->series != shown->subject.series)
			continue;
		if (!begun)
			show_heading(out, "Independent ratings", layout);
		begun = true;
		buf_clear(&line);
		buf_printf(&line, "%s: ", period_words(rating->period, period));
		independent_words(rating, &line);
		buf_repeat(out, ' ', INDENT);
		lines_wrap(out, line.bytes, INDENT, ITEM, layout);
	}
	buf_release(&line);
}
