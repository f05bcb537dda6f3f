/* What a report said when it was first published: declared in plan_parts.h. */
#include "site/plan_parts.h"

#include <stdio.h>
#include <string.h>

#include "site/frame.h"

/* So many changes of one report are told one by one; the rest is counted. */
enum { MOST_STEPS = 12 };

char *period_page_name(struct period period, char name[PERIOD_PAGE_SIZE])
{
	char iso[PERIOD_TEXT_SIZE];
	char *slash = strchr(period_iso(period, iso), '/');
	if (slash != NULL)
		*slash++ = '\0';
	snprintf(name, PERIOD_PAGE_SIZE, "period-%.10s%s%.10s", iso, slash != NULL ? "-to-" : "",
	         slash != NULL ? slash : "");
	return name;
}

char *period_first_name(struct period period, char name[PERIOD_PAGE_SIZE])
{
	size_t length = strlen(period_page_name(period, name));
	snprintf(name + length, PERIOD_PAGE_SIZE - length, "-first");
	return name;
}

void period_link(struct html *html, struct period period)
{
	char name[PERIOD_PAGE_SIZE], words[BADGE_PERIOD_SIZE];
	html_add(html, "<a href=\"%s.html\">%s</a>", period_page_name(period, name),
	         badge_period(html, period, words));
}

/* Standings are sorted by period. */
const struct standing *period_standing(const struct series *series, struct period period)
{
	size_t low = 0, high = series->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (period_compare(series->standings[middle].period, period) <= 0)
			low = middle + 1;
		else
			high = middle;
	}
	while (low-- > 0 && series->standings[low].period.last == period.last)
		if (standing_holds(&series->standings[low]))
			return &series->standings[low];
	return NULL;
}

/* The number of the first version that was not kept back from the public. */
static size_t first_number(const struct standing *standing)
{
	size_t number = 0;
	while (number + 1 < standing->count && standing->versions[number]->reading->exempt)
		number++;
	return number;
}

/*
 * The first version of the standing that was published, where it says something else than
 * the one that stands; else NULL.
 */
static const struct version *first_published(const struct standing *standing)
{
	const struct version *first = standing->versions[first_number(standing)];
	return object_equal(&first->blob, &standing_version(standing)->blob) ? NULL : first;
}

static bool has_changed(const struct series *series, struct period period)
{
	const struct standing *standing = period_standing(series, period);
	return standing != NULL && first_published(standing) != NULL;
}

bool period_has_changed(const struct plan_view *view, struct period period)
{
	for (size_t i = 0; i < view->plan.count; i++)
		if (has_changed(&view->plan.workstreams[i], period))
			return true;
	return has_changed(&view->plan.programme, period);
}

/* --- what became of it, step by step --- */

/* What is told of one report. */
struct steps {
	const struct plan_view *view;
	const struct standing *standing;
	size_t first; /* the number of the version that was first published */
};

/* " on 5 September 2023 by Ann, commit abc1234": the day on which it landed. */
static void add_when(struct html *html, const struct steps *steps, const struct landing *landing,
                     const char *name)
{
	html_add(html, " %s ", html_phrase(html, PHRASE_PLAN_ON));
	html_day(html, landing_time(landing));
	html_add(html, " %s ", html_phrase(html, PHRASE_PLAN_BY));
	html_person(html, name);
	html_add(html, ", %s ", html_phrase(html, PHRASE_PLAN_COMMIT));
	landing_link(html, steps->view, landing);
}

/* ", because: it was late (raised by the Board)" */
static void add_reason(struct html *html, const struct plan_view *view,
                       const struct reading *reading)
{
	if (reading->correction != NULL) {
		html_add(html, ", %s: ", html_phrase(html, PHRASE_REPORT_BECAUSE));
		html_lines(html, reading->correction);
	} else {
		html_add(html, "; %s", html_phrase(html, PHRASE_REPORT_NO_REASON));
	}
	if (reading->raised_by != NULL) {
		html_add(html, " (%s ", html_phrase(html, PHRASE_REPORT_RAISED_BY));
		raised_by_link(html, view, reading->raised_by);
		html_put(html, ")");
	}
}

/* WORDS: how many changes of the text in a row are told as one. */
static void add_version(struct html *html, const struct steps *steps, size_t number, size_t words)
{
	const struct version *version = steps->standing->versions[number];
	html_put(html, "<li>");
	if (number == steps->first) {
		html_say(html, PHRASE_REPORT_FIRST_PUBLISHED);
		html_put(html, " ");
		html_rating(html, version);
		add_when(html, steps, version->landing, version_rater(version)->author.name);
	} else if (version->rerating) {
		html_say(html, PHRASE_REPORT_RERATED);
		html_put(html, " ");
		html_rating(html, version);
		add_when(html, steps, version->landing, version_rater(version)->author.name);
		add_reason(html, steps->view, version->reading);
	} else {
		char count[32];
		snprintf(count, sizeof(count), "%zu", words);
		html_tell(html,
		          words > 1 ? PHRASE_REPORT_TEXT_CHANGED_TIMES : PHRASE_REPORT_TEXT_CHANGED,
		          count);
		add_when(html, steps, version->landing, version->landing->author.name);
	}
	html_put(html, "</li>\n");
}

static bool was_away(const struct standing *standing, size_t number)
{
	for (size_t i = 0; i < standing->withdrawal_count; i++)
		if (standing->withdrawals[i].before == number)
			return true;
	return false;
}

/* What took it off the record after its first NUMBER versions. */
static void add_withdrawals(struct html *html, const struct steps *steps, size_t number)
{
	const struct standing *standing = steps->standing;
	for (size_t i = 0; i < standing->withdrawal_count; i++) {
		if (standing->withdrawals[i].before != number)
			continue;
		html_add(html, "<li>%s", html_phrase(html, PHRASE_PLAN_WITHDRAWN));
		add_when(html, steps, standing->withdrawals[i].landing,
		         standing->withdrawals[i].by->author.name);
		html_put(html, "</li>\n");
	}
}

/* How many versions from number AT on change no more than words; none is behind a withdrawal. */
static size_t same_rating(const struct standing *standing, size_t at)
{
	size_t end = at;
	while (end < standing->count && !standing->versions[end]->rerating &&
	       !standing->versions[end]->reading->exempt && (end == at || !was_away(standing, end)))
		end++;
	return end - at;
}

static void add_steps(struct html *html, const struct steps *steps)
{
	const struct standing *standing = steps->standing;
	size_t left = standing->count - steps->first;
	size_t skipped = left > MOST_STEPS ? left - MOST_STEPS : 0;
	html_put(html, "<ul class=\"steps\">\n");
	add_version(html, steps, steps->first, 0);
	if (skipped != 0) {
		html_put(html, "<li>");
		html_tally(html, skipped, PHRASE_REPORT_MORE_CHANGE, PHRASE_REPORT_MORE_CHANGES);
		html_put(html, "</li>\n");
	}
	for (size_t i = steps->first + 1 + skipped; i < standing->count;) {
		size_t words = same_rating(standing, i);
		add_withdrawals(html, steps, i);
		i += words > 1 ? words - 1 : 0;
		if (!standing->versions[i]->reading->exempt)
			add_version(html, steps, i, words);
		i++;
	}
	html_put(html, "</ul>\n");
}

void published_steps(struct html *html, const struct plan_view *view,
                     const struct standing *standing)
{
	const struct steps steps = {view, standing, first_number(standing)};
	if (steps.first + 1 < standing->count)
		add_steps(html, &steps);
}

/* --- the page --- */

void list_first_published(struct leaves *leaves, const struct page_kind *kind,
                          const struct plan_view *view)
{
	char name[PERIOD_PAGE_SIZE];
	for (size_t i = 0; view != NULL && i < view->trend.column_count; i++) {
		const struct column *column = &view->trend.columns[i];
		if (!column->gap && period_has_changed(view, column->period))
			leaves_add(leaves, kind, view, i,
			           arena_printf(&leaves->arena, "%s/%s.html", view->folder,
			                        period_first_name(column->period, name)))
				->near = column->period.last;
	}
}

/* What one page is made from. */
struct told {
	const struct site_view *site;
	const struct plan_view *view;
	struct period period;
};

/* The report of a series as it was first published; nothing where that stands. */
static int add_report(struct html *html, const struct told *told, const struct series *series,
                      struct error *error)
{
	const struct standing *standing = period_standing(series, told->period);
	const struct version *first = standing != NULL ? first_published(standing) : NULL;
	const struct document *document;
	if (first == NULL)
		return 0;
	if (shelf_document(told->site->shelf, told->site->record, first, &document, error) < 0)
		return -1;
	const bool programme = series == &told->view->plan.programme;
	const char *name =
		programme ? "overview" : told->view->names[series - told->view->plan.workstreams];
	html_add(html,
	         "<section class=\"part\" aria-labelledby=\"" PART_PREFIX
	         "%s\">\n<h2 id=\"" PART_PREFIX
	         "%s\">%s</h2>\n<div class=\"summary\">\n<p class=\"big\">",
	         name, name, programme ? html_phrase(html, PHRASE_REPORT_OVERVIEW) : series->title);
	html_rating(html, first);
	html_put(html, "</p>\n");
	published_steps(html, told->view, standing);
	html_put(html, "</div>\n");
	const struct told_report report = {
		.record = told->site->record,
		.view = told->view,
		.series = series,
		.standing = standing,
		.document = document,
		.frozen = true,
		.top = "../",
	};
	if (programme) {
		overview_in_full(html, &report);
	} else {
		document_banners(html, document);
		report_in_full(html, &report);
	}
	html_put(html, "</section>\n");
	return 0;
}

int make_first_published(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                         struct error *error)
{
	const struct told told = {leaves->site, leaf->view,
	                          leaf->view->trend.columns[leaf->number].period};
	char words[BADGE_PERIOD_SIZE];
	struct buf title = BUF_INIT;
	phrase_fill(html, PHRASE_REPORT_FIRST_TITLE, badge_period(html, told.period, words),
	            &title);
	struct frame frame = inner_frame(told.site, told.view, title.bytes);
	int result = 0;
	frame_begin(html, &frame);
	html_add(html, "<p class=\"lead\">%s</p>\n<p>",
	         html_phrase(html, PHRASE_REPORT_FIRST_LEAD));
	html_say(html, PHRASE_REPORT_AS_THEY_STAND);
	html_put(html, " ");
	period_link(html, told.period);
	html_put(html, "</p>\n");
	size_t length = html->text.length;
	result = add_report(html, &told, &told.view->plan.programme, error);
	for (size_t i = 0; i < told.view->plan.count && result == 0; i++)
		result = add_report(html, &told, &told.view->plan.workstreams[i], error);
	if (html->text.length == length)
		html_add(html, "<p>%s</p>\n", html_phrase(html, PHRASE_REPORT_NOTHING_CHANGED));
	frame_end(html, &frame);
	buf_release(&title);
	return result;
}
