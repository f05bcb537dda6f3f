/* What has changed since a paper was published: declared in view/edition.h. */
#include <string.h>

#include "site/changes.h"

/* A series of both sides, and what the public sees of it now; NULL where it sees nothing. */
struct sides {
	const struct series *whole, *shown;
};

static const struct series *series_of(const struct plan_record *plan, const char *id)
{
	for (size_t i = 0; plan != NULL && i < plan->count; i++)
		if (strcmp(plan->workstreams[i].id, id) == 0)
			return &plan->workstreams[i];
	return NULL;
}

/* What was shown then, less what is exempt from publication by now. */
static struct series keep_public(struct arena *arena, const struct series *then, struct sides now)
{
	struct series kept = *then;
	kept.standings = arena_new(arena, then->count * sizeof(*kept.standings));
	kept.count = 0;
	for (size_t i = 0; i < then->count; i++) {
		struct period period = then->standings[i].period;
		if (!series_has_period(now.whole, period) || series_has_period(now.shown, period))
			kept.standings[kept.count++] = then->standings[i];
	}
	return kept;
}

/* The same of a plan; workstreams that are exempt by now are gone from it. */
static struct plan_record keep_plan(struct arena *arena, const struct plan_record *then,
                                    const struct plan_record *whole,
                                    const struct plan_record *shown)
{
	struct plan_record kept = *then;
	kept.workstreams = arena_new(arena, then->count * sizeof(*kept.workstreams));
	kept.count = 0;
	for (size_t i = 0; i < then->count; i++) {
		const struct series *series = &then->workstreams[i];
		struct sides now = {series_of(whole, series->id), series_of(shown, series->id)};
		if (now.whole == NULL || now.shown != NULL)
			kept.workstreams[kept.count++] = keep_public(arena, series, now);
	}
	kept.programme = keep_public(arena, &then->programme,
	                             (struct sides){&whole->programme, &shown->programme});
	return kept;
}

/* A record of that one plan. */
static struct record alone(const struct record *record, struct plan_record *plan)
{
	struct record one = *record;
	one.plans = plan;
	one.count = 1;
	return one;
}

bool comparison_is_news(const struct comparison_row *row)
{
	return row->count != 0 || row->added || row->removed ||
	       (row->outcome != OUTCOME_UNCHANGED && row->outcome != OUTCOME_NONE);
}

static void add_change(struct html *html, const struct plan_view *view,
                       const struct comparison_row *row, const struct difference *change)
{
	struct html words = {.text = BUF_INIT, .language = html->language};
	if (change_subject(change->kind) != SUBJECT_RATING)
		change_words_of(&words, change);
	else if (past_is_news(row, change))
		past_words(&words, view, row, change);
	if (words.text.length != 0) {
		html_put(html, "<li>");
		buf_add(&html->text, words.text.bytes, words.text.length);
		html_put(html, "</li>\n");
	}
	html_release(&words);
}

void comparison_changes(struct html *html, const struct plan_view *view,
                        const struct comparison_row *row)
{
	struct html changes = {.text = BUF_INIT, .language = html->language};
	for (size_t i = 0; i < row->count; i++)
		add_change(&changes, view, row, &row->changes[i]);
	if (changes.text.length != 0) {
		html_put(html, "\n<ul>\n");
		buf_add(&html->text, changes.text.bytes, changes.text.length);
		html_put(html, "</ul>\n");
	}
	html_release(&changes);
}

static void add_row(const struct comparison_row *row, const char *title, struct html *html)
{
	if (!comparison_is_news(row))
		return;
	html_add(html, "<li>%s: ", title);
	if (row->added)
		html_say(html, PHRASE_SINCE_ADDED);
	if (row->removed)
		html_say(html, PHRASE_SINCE_REMOVED);
	outcome_words(html, row);
	comparison_changes(html, NULL, row);
	html_put(html, "</li>\n");
}

static void add_comparison(const struct comparison *comparison, struct html *html)
{
	const struct comparison_plan *plan = &comparison->plans[0];
	struct html rows = {.text = BUF_INIT, .language = html->language};
	for (size_t i = 0; i < plan->count; i++)
		add_row(&plan->rows[i], plan->rows[i].series->title, &rows);
	add_row(&plan->programme, html_phrase(html, PHRASE_SINCE_PROGRAMME), &rows);
	if (rows.text.length == 0) {
		html_add(html, "<p>%s</p>\n", html_phrase(html, PHRASE_SINCE_NOTHING));
	} else {
		html_put(html, "<p>");
		comparison_totals(html, comparison);
		html_put(html, ".</p>\n<ul>\n");
		buf_add(&html->text, rows.text.bytes, rows.text.length);
		html_put(html, "</ul>\n");
	}
	html_release(&rows);
}

static void add_end(struct html *html, const struct landing *tip)
{
	html_put(html, " ");
	html_commit(html, &tip->id);
	html_add(html, " %s ", html_phrase(html, PHRASE_SINCE_OF));
	html_day(html, tip->committer.time);
}

static void add_ends(const struct edition *edition, const struct plan_view *now, struct html *html)
{
	const struct landing *last =
		now != NULL && now->step_count != 0 ? now->steps[now->step_count - 1] : NULL;
	html_add(html, "<p class=\"note\">%s", html_phrase(html, PHRASE_SINCE_FROM));
	add_end(html, &edition->then->tip);
	html_say(html, PHRASE_SINCE_FIGURES);
	if (last != NULL) {
		html_say(html, PHRASE_SINCE_TO);
		add_end(html, last);
		html_say(html, PHRASE_SINCE_LAST);
	}
	html_put(html, ".</p>\n");
}

void paper_since(const struct edition *edition, const struct plan_view *view, struct html *html)
{
	struct arena arena = ARENA_INIT;
	struct comparison comparison;
	const struct plan_record *now = view != NULL ? &view->plan : NULL;
	if (edition->then == NULL)
		return;
	html_add(html, "<section aria-labelledby=\"since\">\n<h2 id=\"since\">%s</h2>\n",
	         html_phrase(html, PHRASE_SINCE_HEADING));
	add_ends(edition, view, html);
	const struct plan_record *whole = now == NULL ? NULL : record_plan(edition->now, now->id);
	if (edition->plan == NULL || whole == NULL) {
		html_add(html, "<p>%s</p>\n", html_phrase(html, PHRASE_SINCE_NO_PLAN));
	} else {
		struct plan_record before = keep_plan(&arena, edition->plan, whole, now);
		struct plan_record after = *now;
		struct record then = alone(edition->then, &before),
			      today = alone(edition->now, &after);
		comparison_read(&then, &today, NULL, &comparison);
		add_comparison(&comparison, html);
		comparison_release(&comparison);
	}
	html_put(html, "</section>\n");
	arena_release(&arena);
}
