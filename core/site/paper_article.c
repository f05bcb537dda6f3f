/* The frozen part of a paper's page: declared in site/pages.h. */
#include "site/documents.h"

#include <string.h>

#include "site/pages.h"
#include "view/badge.h"

static void add_text_fact(struct html *html, const char *name, const struct value *value,
                          const char *missing)
{
	if (value->text == NULL && missing == NULL)
		return;
	html_fact(html, name);
	if (value->text != NULL)
		html_lines(html, value->text);
	else
		html_text(html, missing);
	html_fact_end(html);
}

/* What stands at the head of a paper. */
static void add_head(const struct edition *edition, struct html *html)
{
	const struct paper *paper = edition->paper;
	html_put(html, "<dl class=\"facts\">\n");
	html_fact(html, "Committee");
	html_text(html, paper_committee(edition));
	html_fact_end(html);
	html_fact(html, "Date");
	if (paper->date.valid)
		html_date(html, paper->date.as.date);
	else
		html_text(html, paper->date.text != NULL ? paper->date.text : "not given");
	html_fact_end(html);
	add_text_fact(html, "Agenda item", &paper->item, NULL);
	add_text_fact(html, "Title", &paper->title, edition->filed->id);
	add_text_fact(html, "Report of", &paper->report_of, "not given");
	add_text_fact(html, "Lead member", &paper->lead_member, "not given");
	html_fact(html, "Public report");
	html_put(html, paper->public_report.valid && !paper->public_report.as.flag ? "No" : "Yes");
	html_fact_end(html);
	add_text_fact(html, "Key decision", &paper->key_decision, "not given");
	add_text_fact(html, "Voting arrangements", &paper->voting, "not given");
	html_put(html, "</dl>\n");
}

static void add_recommendations(const struct paper *paper, struct html *html)
{
	const struct value *items = LIST_OF(struct value, paper->recommendations);
	html_put(html, "<h2>Recommendations</h2>\n");
	if (paper->recommendations.count == 0) {
		html_put(html, "<p>None.</p>\n");
		return;
	}
	html_put(html, "<ol type=\"A\">\n");
	for (size_t i = 0; i < paper->recommendations.count; i++) {
		html_put(html, "<li>");
		html_lines(html, items[i].text != NULL ? items[i].text : "");
		html_put(html, "</li>\n");
	}
	html_put(html, "</ol>\n");
}

static void add_objectives(struct edition *edition, struct html *html)
{
	size_t count;
	const struct paper_objective *rows = paper_objectives(edition, &count);
	if (count == 0)
		return;
	html_put(html, "<h2>Strategic objectives</h2>\n<ul class=\"marks\">\n");
	for (size_t i = 0; i < count; i++)
		html_add(html,
		         "<li><span class=\"mark\" aria-hidden=\"true\">%s</span> <span "
		         "class=\"hidden\">%s: </span>%s</li>\n",
		         rows[i].served ? "☒" : "☐", rows[i].served ? "Served" : "Not served",
		         rows[i].title);
	html_put(html, "</ul>\n");
}

static void add_body(const struct edition *edition, struct html *html)
{
	struct filling filling;
	edition_fill(edition, &filling);
	body_preface(html, edition->document, &filling.in_pages);
	body_sections(html, edition->document, 2, &filling.in_pages);
	filling_release(&filling);
}

static void add_implications(const struct paper *paper, struct html *html)
{
	struct paper_implication said[PAPER_IMPLICATIONS];
	paper_implications(paper, said);
	html_put(html, "<h2>Implications</h2>\n");
	for (size_t i = 0; i < PAPER_IMPLICATIONS; i++) {
		html_add(html, "<h3>%s</h3>\n<p>", said[i].title);
		html_lines(html, said[i].text);
		html_put(html, "</p>\n");
	}
}

static void add_list(struct html *html, const char *title, const struct list *list)
{
	const struct value *items = LIST_OF(struct value, *list);
	html_add(html, "<h2>%s</h2>\n", title);
	html_put(html, list->count == 0 ? "<p>None.</p>\n" : "<ul>\n");
	for (size_t i = 0; i < list->count; i++) {
		html_put(html, "<li>");
		html_lines(html, items[i].text != NULL ? items[i].text : "");
		html_put(html, "</li>\n");
	}
	if (list->count != 0)
		html_put(html, "</ul>\n");
}

static void add_day(const struct edition *edition, struct date date, struct html *html)
{
	struct buf days = BUF_INIT;
	html_short_date(html, date);
	paper_days(edition, date, &days);
	html_add(html, ", %s", days.bytes);
	buf_release(&days);
}

static void add_age(const struct edition *edition, const struct paper_age *age,
                    const char *const columns[5], struct html *html)
{
	char words[PERIOD_TEXT_SIZE];
	html_row(html, columns[0]);
	html_text(html, age->title);
	html_put(html, "</th>\n");
	for (size_t i = 1; i < 5; i++) {
		html_cell(html, columns[i]);
		if (age->version == NULL)
			html_put(html, i == 1 ? "Not rated" : "–");
		else if (i == 1)
			html_rating(html, age->version);
		else if (i == 2)
			html_text(html, period_short(age->version->reading->period, words));
		else
			add_day(edition, i == 3 ? age->ended : age->landed, html);
		html_put(html, "</td>\n");
	}
	html_put(html, "</tr>\n");
}

/* For each figure what it speaks of and since when it stands, against the meeting. */
static void add_ages(struct edition *edition, struct html *html)
{
	static const char *const columns[5] = {"Workstream", "Rating", "Speaks of", "Which ended",
	                                       "Rated so since"};
	size_t count;
	const struct paper_age *ages = paper_ages(edition, &count);
	html_put(html, "<h2 id=\"ages\">How old each figure was</h2>\n");
	if (count == 0) {
		html_add(html, "<p>%s</p>\n", paper_no_figures(edition));
		return;
	}
	html_table(html, HTML_PAIRS,
	           "The ratings that stood, and their age on the day of the meeting", columns, 5);
	for (size_t i = 0; i < count; i++)
		add_age(edition, &ages[i], columns, html);
	html_table_end(html);
}

static void add_source(const struct edition *edition, struct html *html)
{
	if (!edition->published || edition->record == NULL)
		return;
	html_put(html, "<p class=\"note\">The figures are those on record at commit ");
	html_commit(html, &edition->record->tip.id);
	html_put(html, " of ");
	html_day(html, edition->record->tip.committer.time);
	html_put(html, ".</p>\n");
}

void paper_article(struct edition *edition, struct html *html)
{
	html_put(html, "<article class=\"paper\">\n");
	document_banners(html, edition->document);
	add_head(edition, html);
	add_recommendations(edition->paper, html);
	add_objectives(edition, html);
	add_body(edition, html);
	add_implications(edition->paper, html);
	add_list(html, "Appendices", &edition->paper->appendices);
	add_list(html, "Background papers", &edition->paper->background_papers);
	add_ages(edition, html);
	add_source(edition, html);
	html_put(html, "</article>\n");
}

void paper_frozen(struct edition *edition, struct buf *out)
{
	struct html html = HTML_INIT;
	paper_article(edition, &html);
	buf_add(out, html.text.bytes, html.text.length);
	html_release(&html);
}
