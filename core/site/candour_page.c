/* The page of what is questioned in a plan, and how that moved from period to period. */
#include "site/pages.h"

#include "site/frame.h"
#include "view/badge.h"
#include "view/said.h"
#include "view/tally.h"

/* --- words --- */

/* A dash, which is read aloud in words. */
static void add_dash(struct html *html, enum phrase words)
{
	html_add(html, "<span aria-hidden=\"true\">–</span><span class=\"hidden\">%s</span>",
	         html_phrase(html, words));
}

static void add_count(struct html *html, struct questioned questioned)
{
	if (questioned.open + questioned.explained == 0) {
		add_dash(html, PHRASE_CANDOUR_NONE);
		return;
	}
	html_add(html, "%zu", questioned.open);
	if (questioned.explained == 0)
		return;
	char number[HTML_NUMBER_SIZE];
	html_put(html, " <span class=\"note\">");
	html_tell(html, PHRASE_CANDOUR_AND_EXPLAINED, html_number(questioned.explained, number));
	html_put(html, "</span>");
}

/* Against the period before: "2 fewer than in July 2023". */
static void add_movement(struct html *html, const struct tally *before, const struct tally *now)
{
	char words[BADGE_PERIOD_SIZE], number[HTML_NUMBER_SIZE];
	size_t first = before->all.open, second = now->all.open;
	badge_period(html, before->period, words);
	if (first == second)
		html_tell(html, PHRASE_CANDOUR_AS_MANY, words);
	else
		html_tell(html, first > second ? PHRASE_CANDOUR_FEWER : PHRASE_CANDOUR_MORE,
		          html_number(first > second ? first - second : second - first, number),
		          words);
}

static void add_words(struct html *html, const struct tallies *tallies)
{
	char words[BADGE_PERIOD_SIZE];
	const struct tally *now = &tallies->items[tallies->count - 1];
	html_add(html, "<p class=\"lead\">%s</p>\n<p class=\"sentence\">",
	         badge_period(html, now->period, words));
	said_open(html, now->all.open, now->reports);
	if (tallies->count > 1) {
		html_put(html, ", ");
		add_movement(html, now - 1, now);
	}
	said_explained(html, now->all.explained);
	html_put(html, ".</p>\n");
}

static void add_meaning(struct html *html, const struct plan_view *view)
{
	struct html link = html_part(html);
	html_add(&link, "<a href=\"../rules.html\">%s</a>",
	         html_phrase(html, PHRASE_CANDOUR_THE_RULES));
	html_add(html, "<p>%s ", html_phrase(html, PHRASE_CANDOUR_MEANING));
	html_weave(html, PHRASE_CANDOUR_RULES, link.text.bytes);
	html_put(html, "</p>\n");
	html_release(&link);
	if (view->exempt_workstreams + view->exempt_reports != 0)
		html_add(html, "<p class=\"banner\">%s</p>\n",
		         html_phrase(html, PHRASE_CANDOUR_EXEMPT));
}

/* --- tables --- */

/* Against the row below: "+2", with a sign that is read aloud. */
static void add_difference(struct html *html, size_t before, size_t now)
{
	html_add(html, "%s%zu",
	         now > before   ? "+"
	         : now < before ? "−"
	                        : "",
	         now > before ? now - before : before - now);
}

static void add_overall(struct html *html, const struct tallies *tallies)
{
	static const enum phrase said[] = {PHRASE_CANDOUR_PERIOD, PHRASE_CANDOUR_REPORTS,
	                                   PHRASE_CANDOUR_OPEN, PHRASE_CANDOUR_EXPLAINED,
	                                   PHRASE_CANDOUR_CHANGE};
	const char *columns[5];
	html_columns(html, said, 5, columns);
	html_figures(html, "in-all", html_phrase(html, PHRASE_CANDOUR_IN_ALL), columns, 5);
	for (size_t i = tallies->count; i-- > 0;) {
		const struct tally *tally = &tallies->items[i];
		char words[BADGE_PERIOD_SIZE];
		html_add(html,
		         "<tr>\n<th scope=\"row\">%s</th>\n<td>%zu</td>\n<td>%zu</td>\n"
		         "<td>%zu</td>\n<td>",
		         badge_period(html, tally->period, words), tally->reports, tally->all.open,
		         tally->all.explained);
		if (i == 0)
			add_dash(html, PHRASE_CANDOUR_FIRST);
		else
			add_difference(html, tally[-1].all.open, tally->all.open);
		html_put(html, "</td>\n</tr>\n");
	}
	html_figures_end(html);
}

static const char *family_words(const struct html *html, enum rule_family family)
{
	return html_phrase(html, (enum phrase)((int)PHRASE_FAMILY_NONE + (int)family));
}

static void add_family_row(struct html *html, const struct tallies *tallies,
                           const struct tally *tally, const char *title)
{
	html_add(html, "<tr>\n<th scope=\"row\">%s</th>\n", title);
	for (enum rule_family family = 0; family < FAMILY_COUNT; family++) {
		if (!tallies->used[family])
			continue;
		html_put(html, "<td>");
		add_count(html, tally->families[family]);
		html_put(html, "</td>\n");
	}
	html_put(html, "</tr>\n");
}

static void add_families(struct html *html, const struct tallies *tallies)
{
	const char *columns[FAMILY_COUNT + 1] = {html_phrase(html, PHRASE_CANDOUR_PERIOD)};
	size_t count = 1;
	for (enum rule_family family = 0; family < FAMILY_COUNT; family++)
		if (tallies->used[family])
			columns[count++] = family_words(html, family);
	if (count == 1)
		return;
	html_figures(html, "by-family", html_phrase(html, PHRASE_CANDOUR_BY_FAMILY), columns,
	             count);
	for (size_t i = tallies->count; i-- > 0;) {
		char words[BADGE_PERIOD_SIZE];
		add_family_row(html, tallies, &tallies->items[i],
		               badge_period(html, tallies->items[i].period, words));
	}
	const struct tally *whole = &tallies->items[tallies->count];
	if (whole->all.open + whole->all.explained != 0)
		add_family_row(html, tallies, whole, html_phrase(html, PHRASE_CANDOUR_WHOLE_PLAN));
	html_figures_end(html);
}

/* --- the latest period --- */

static void add_series(struct html *html, const struct plan_view *view, const struct trend_row *row)
{
	struct about about = questions_about(view, row->series, row->current);
	struct questioned questioned = questions_count(about);
	if (questioned.open + questioned.explained == 0)
		return;
	html_put(html, "<h3>");
	if (row->series == &view->plan.programme)
		html_add(html, "<a href=\"index.html\">%s</a>",
		         html_phrase(html, PHRASE_CANDOUR_WHOLE_PROGRAMME));
	else
		workstream_link(html, view, row->series);
	html_put(html, "</h3>\n<p class=\"before\">");
	html_rating(html, standing_version(row->current));
	html_put(html, " <span class=\"note\">");
	said_questions(html, questioned);
	html_put(html, "</span></p>\n");
	question_list(html, view, row->series, about);
}

static void add_latest(struct html *html, const struct plan_view *view)
{
	const struct about whole = {&view->questions, NULL, {0, 0}};
	char words[BADGE_PERIOD_SIZE];
	size_t length;
	html_put(html, "<section aria-labelledby=\"latest\">\n<h2 id=\"latest\">");
	html_tell(html, PHRASE_CANDOUR_LATEST,
	          badge_period(html, *trend_period(&view->trend), words));
	html_put(html, "</h2>\n");
	length = html->text.length;
	for (size_t i = 0; i < view->trend.count; i++)
		add_series(html, view, &view->trend.rows[i]);
	add_series(html, view, &view->trend.programme);
	if (questions_count(whole).open + questions_count(whole).explained != 0) {
		html_add(html, "<h3>%s</h3>\n", html_phrase(html, PHRASE_CANDOUR_WHOLE_PLAN));
		question_list(html, view, NULL, whole);
	}
	if (html->text.length == length)
		html_add(html, "<p>%s</p>\n", html_phrase(html, PHRASE_CANDOUR_NOTHING));
	html_put(html, "</section>\n");
}

void candour_page(const struct site_view *site, const struct plan_view *view, struct html *html)
{
	struct arena arena = ARENA_INIT;
	struct tallies tallies;
	struct frame frame = inner_frame(site, view, html_phrase(html, PHRASE_CANDOUR_TITLE));
	tallies_count(&view->plan, &view->questions, &arena, &tallies);
	frame_begin(html, &frame);
	document_banners(html, view->plan.document);
	if (tallies.count != 0)
		add_words(html, &tallies);
	add_meaning(html, view);
	if (tallies.count != 0) {
		add_latest(html, view);
		html_section(html, "periods", PHRASE_CANDOUR_PERIODS);
		add_overall(html, &tallies);
		add_families(html, &tallies);
		html_section_end(html);
	} else {
		html_add(html, "<p>%s</p>\n", html_phrase(html, PHRASE_CANDOUR_NO_RECORD));
	}
	frame_end(html, &frame);
	arena_release(&arena);
}
