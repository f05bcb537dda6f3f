/* Every version of a series that landed: declared in site/pages.h. */
#include <stdlib.h>

#include "base/mem.h"
#include "record/entries.h"
#include "site/change_parts.h"

/* A version, or a period that was taken off the record. */
struct event {
	const struct landing *landing;
	const struct standing *standing;
	size_t index;
	bool withdrawal;
};

/* Newest landing first; in one landing the latest period first. */
static int newest_first(const void *first, const void *second)
{
	const struct event *a = first, *b = second;
	if (a->landing->number != b->landing->number)
		return a->landing->number > b->landing->number ? -1 : 1;
	int order = period_compare(b->standing->period, a->standing->period);
	if (order != 0)
		return order;
	return a->index > b->index ? -1 : a->index < b->index ? 1 : 0;
}

static struct event *gather(const struct series *series, size_t *count)
{
	struct event *events;
	size_t most = 0;
	for (size_t i = 0; i < series->count; i++)
		most += series->standings[i].count + series->standings[i].withdrawal_count;
	events = mem_new(most + 1, sizeof(*events));
	*count = 0;
	for (size_t i = 0; i < series->count; i++) {
		const struct standing *standing = &series->standings[i];
		for (size_t j = 0; j < standing->count; j++)
			if (!standing->versions[j]->reading->exempt)
				events[(*count)++] = (struct event){standing->versions[j]->landing,
				                                    standing, j, false};
		for (size_t j = 0; j < standing->withdrawal_count; j++)
			events[(*count)++] =
				(struct event){standing->withdrawals[j].landing, standing, j, true};
	}
	qsort(events, *count, sizeof(*events), newest_first);
	return events;
}

/* "1 forecast later, 2 milestones delivered"; what a version says in other words only. */
static void add_totals(struct html *html, const struct event *event, const struct version *before)
{
	const struct version *version = event->standing->versions[event->index];
	struct comparison totals = {.arena = ARENA_INIT};
	struct changes changes = {.arena = &totals.arena};
	if (before != NULL && !before->reading->exempt) {
		changes_facts(&changes, before->reading, version->reading);
		changes_lists(&changes, before->reading, version->reading);
	}
	for (size_t i = 0; i < changes.count; i++) {
		const struct difference *change = &changes.items[i];
		totals.changes[change->kind]++;
		if (change->kind == CHANGE_FORECAST && change->days > 0)
			totals.later++;
		else if (change->kind == CHANGE_FORECAST)
			totals.earlier++;
	}
	struct html words = {.text = BUF_INIT, .language = html->language};
	comparison_totals(&words, &totals);
	if (words.text.length != 0)
		html_put(html, ", ");
	else if (event->index != 0 && !version->rerating)
		html_add(html, ", %s", html_phrase(html, PHRASE_VERSIONS_WORDS));
	buf_add(&html->text, words.text.bytes, words.text.length);
	html_release(&words);
	comparison_release(&totals);
}

static void add_what(struct html *html, const struct series *series, const struct event *event)
{
	const struct version *before;
	if (event->withdrawal) {
		size_t landed = event->standing->withdrawals[event->index].before;
		html_tell(html, PHRASE_VERSIONS_WITHDRAWN,
		          landed != 0 ? badge_words(html, event->standing->versions[landed - 1])
		                      : "–");
		return;
	}
	html_add(html, "<strong>%s</strong>, ",
	         badge_words(html, event->standing->versions[event->index]));
	rating_move(html, series, event->standing, event->index, &before);
	add_totals(html, event, before);
}

void version_list(struct html *html, const struct plan_view *view, const struct series *series)
{
	struct arena arena = ARENA_INIT;
	char period[BADGE_PERIOD_SIZE];
	size_t count;
	struct event *events = gather(series, &count);
	if (count != 0)
		html_add(html,
		         "<section aria-labelledby=\"versions\">\n<h2 id=\"versions\">%s</h2>\n"
		         "<ol class=\"versions\" reversed=\"reversed\">\n",
		         html_phrase(html, PHRASE_VERSIONS_HEADING));
	for (size_t i = 0; i < count; i++) {
		const struct event *event = &events[i];
		const char *page = landing_page(&arena, view, event->landing);
		badge_period(html, event->standing->period, period);
		if (page != NULL)
			html_add(html, "<li><a href=\"%s\">%s</a>: ", page, period);
		else
			html_add(html, "<li>%s: ", period);
		add_what(html, series, event);
		html_put(html, " <span class=\"note\">");
		html_person(html, event->landing->author.name);
		html_put(html, ", ");
		html_short_day(html, landing_time(event->landing));
		html_put(html, "</span></li>\n");
	}
	if (count != 0)
		html_put(html, "</ol>\n</section>\n");
	free(events);
	arena_release(&arena);
}
