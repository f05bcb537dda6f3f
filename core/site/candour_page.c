/* The page of what is questioned in a plan, and how that moved from period to period. */
#include "site/pages.h"

#include "site/frame.h"
#include "view/badge.h"
#include "view/tally.h"

/* --- words --- */

static void add_count(struct html *html, struct questioned questioned)
{
	if (questioned.open + questioned.explained == 0) {
		html_put(html, "<span aria-hidden=\"true\">–</span>"
		               "<span class=\"hidden\">none</span>");
		return;
	}
	html_add(html, "%zu", questioned.open);
	if (questioned.explained != 0)
		html_add(html, " <span class=\"note\">and %zu explained</span>",
		         questioned.explained);
}

/* Against the period before: "2 fewer than in July 2023". */
static void add_movement(struct html *html, const struct tally *before, const struct tally *now)
{
	char words[PERIOD_TEXT_SIZE];
	size_t first = before->all.open, second = now->all.open;
	period_words(before->period, words);
	if (first == second)
		html_add(html, "as many as in %s", words);
	else
		html_add(html, "%zu %s than in %s",
		         first > second ? first - second : second - first,
		         first > second ? "fewer" : "more", words);
}

static void add_words(struct html *html, const struct tallies *tallies)
{
	char words[PERIOD_TEXT_SIZE];
	const struct tally *now = &tallies->items[tallies->count - 1];
	html_add(html, "<p class=\"lead\">%s</p>\n<p class=\"sentence\">",
	         period_words(now->period, words));
	if (now->all.open == 0)
		html_put(html, "No question is open");
	else
		html_count(html, now->all.open, "question is open", "questions are open");
	html_put(html, " about ");
	html_count(html, now->reports, "report", "reports");
	if (tallies->count > 1) {
		html_put(html, ", ");
		add_movement(html, now - 1, now);
	}
	if (now->all.explained != 0)
		html_add(html, "; %zu %s explained", now->all.explained,
		         now->all.explained == 1 ? "is" : "are");
	html_put(html, ".</p>\n");
}

static void add_meaning(struct html *html, const struct plan_view *view)
{
	html_put(
		html,
		"<p>Each report is held to what the plan and earlier reports say: ratings against "
		"dates, milestones from period to period, sentences against the record. What does "
		"not fit is asked about here, with the places to look at. A question is no verdict: "
		"a report may answer it, and the answer is shown beside it. ");
	html_put(html, "<a href=\"../rules.html\">The rules</a> say what is asked and why.</p>\n");
	if (view->exempt_workstreams + view->exempt_reports != 0)
		html_put(html,
		         "<p class=\"banner\">Part of this plan is exempt from publication. "
		         "Questions that touch it are left out of this page and its counts.</p>\n");
}

/* --- tables --- */

static void add_overall(struct html *html, const struct tallies *tallies)
{
	static const char *const columns[] = {"Period", "Reports", "Open", "Explained", "Change"};
	html_table(html, HTML_PAIRS, "Questions in all, newest period first", columns, 5);
	for (size_t i = tallies->count; i-- > 0;) {
		const struct tally *tally = &tallies->items[i];
		char words[PERIOD_TEXT_SIZE];
		html_row(html, columns[0]);
		html_add(html, "%s</th>\n", period_words(tally->period, words));
		html_cell(html, columns[1]);
		html_add(html, "%zu</td>\n", tally->reports);
		html_cell(html, columns[2]);
		html_add(html, "%zu</td>\n", tally->all.open);
		html_cell(html, columns[3]);
		html_add(html, "%zu</td>\n", tally->all.explained);
		html_cell(html, columns[4]);
		if (i > 0)
			add_movement(html, tally - 1, tally);
		else
			html_put(html, "the first period on record");
		html_put(html, "</td>\n</tr>\n");
	}
	html_table_end(html);
}

static void add_family_row(struct html *html, const struct tallies *tallies,
                           const struct tally *tally, const char *title)
{
	html_row(html, "Period");
	html_add(html, "%s</th>\n", title);
	for (enum rule_family family = 0; family < FAMILY_COUNT; family++) {
		if (!tallies->used[family])
			continue;
		html_cell(html, rule_family_words(family));
		add_count(html, tally->families[family]);
		html_put(html, "</td>\n");
	}
	html_put(html, "</tr>\n");
}

static void add_families(struct html *html, const struct tallies *tallies)
{
	const char *columns[FAMILY_COUNT + 1] = {"Period"};
	size_t count = 1;
	for (enum rule_family family = 0; family < FAMILY_COUNT; family++)
		if (tallies->used[family])
			columns[count++] = rule_family_words(family);
	if (count == 1)
		return;
	html_table(html, HTML_TEXTS, "Open questions by what they are about, newest period first",
	           columns, count);
	for (size_t i = tallies->count; i-- > 0;) {
		char words[PERIOD_TEXT_SIZE];
		add_family_row(html, tallies, &tallies->items[i],
		               period_words(tallies->items[i].period, words));
	}
	const struct tally *whole = &tallies->items[tallies->count];
	if (whole->all.open + whole->all.explained != 0)
		add_family_row(html, tallies, whole, "The plan as a whole");
	html_table_end(html);
}

/* --- the latest period --- */

static void add_series(struct html *html, const struct plan_view *view, const struct trend_row *row)
{
	struct about about = questions_about(view, row->series, row->current);
	struct questioned questioned = questions_count(about);
	struct buf words = BUF_INIT;
	if (questioned.open + questioned.explained == 0)
		return;
	html_put(html, "<h3>");
	if (row->series == &view->plan.programme)
		html_put(html, "<a href=\"index.html\">The programme as a whole</a>");
	else
		workstream_link(html, view, row->series);
	html_put(html, "</h3>\n<p class=\"before\">");
	html_rating(html, standing_version(row->current));
	questions_words(questioned, &words);
	html_add(html, " <span class=\"note\">%s</span></p>\n", words.bytes);
	question_list(html, view, row->series, about);
	buf_release(&words);
}

static void add_latest(struct html *html, const struct plan_view *view)
{
	const struct about whole = {&view->questions, NULL, {0, 0}};
	char words[PERIOD_TEXT_SIZE];
	size_t length;
	html_add(html,
	         "<section aria-labelledby=\"latest\">\n"
	         "<h2 id=\"latest\">What is questioned in %s</h2>\n",
	         period_words(*trend_period(&view->trend), words));
	length = html->text.length;
	for (size_t i = 0; i < view->trend.count; i++)
		add_series(html, view, &view->trend.rows[i]);
	add_series(html, view, &view->trend.programme);
	if (questions_count(whole).open + questions_count(whole).explained != 0) {
		html_put(html, "<h3>The plan as a whole</h3>\n");
		question_list(html, view, NULL, whole);
	}
	if (html->text.length == length)
		html_put(html, "<p>Nothing.</p>\n");
	html_put(html, "</section>\n");
}

void candour_page(const struct site_view *site, const struct plan_view *view, struct html *html)
{
	struct arena arena = ARENA_INIT;
	struct tallies tallies;
	struct frame frame = inner_frame(site, view, "What is questioned");
	tallies_count(&view->plan, &view->questions, &arena, &tallies);
	frame_begin(html, &frame);
	document_banners(html, view->plan.document);
	if (tallies.count != 0)
		add_words(html, &tallies);
	add_meaning(html, view);
	if (tallies.count != 0) {
		add_latest(html, view);
		html_put(html, "<section aria-labelledby=\"periods\">\n"
		               "<h2 id=\"periods\">From period to period</h2>\n");
		add_overall(html, &tallies);
		add_families(html, &tallies);
		html_put(html, "</section>\n");
	} else {
		html_put(html, "<p>Nothing is on record yet, so nothing is questioned.</p>\n");
	}
	frame_end(html, &frame);
	arena_release(&arena);
}
