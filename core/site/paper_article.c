/* The frozen part of a paper's page: declared in site/pages.h. */
#include "site/documents.h"

#include <stdlib.h>
#include <string.h>

#include "site/pages.h"
#include "view/badge.h"

static void add_text_fact(struct html *html, enum phrase name, const struct value *value,
                          const char *missing)
{
	if (value->text == NULL && missing == NULL)
		return;
	html_fact(html, html_phrase(html, name));
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
	const char *not_given = html_phrase(html, PHRASE_PAPER_NOT_GIVEN);
	html_put(html, "<dl class=\"facts\">\n");
	html_fact(html, html_phrase(html, PHRASE_PAPER_COMMITTEE));
	html_text(html, paper->committee.text != NULL
	                        ? paper_committee(edition)
	                        : html_phrase(html, PHRASE_PAPER_NO_COMMITTEE));
	html_fact_end(html);
	html_fact(html, html_phrase(html, PHRASE_PAPER_DATE));
	if (paper->date.valid)
		html_date(html, paper->date.as.date);
	else
		html_text(html, paper->date.text != NULL ? paper->date.text : not_given);
	html_fact_end(html);
	add_text_fact(html, PHRASE_PAPER_ITEM, &paper->item, NULL);
	add_text_fact(html, PHRASE_PAPER_TITLE, &paper->title, edition->filed->id);
	add_text_fact(html, PHRASE_PAPER_REPORT_OF, &paper->report_of, not_given);
	add_text_fact(html, PHRASE_PAPER_LEAD_MEMBER, &paper->lead_member, not_given);
	html_fact(html, html_phrase(html, PHRASE_PAPER_PUBLIC));
	html_say(html, paper->public_report.valid && !paper->public_report.as.flag
	                       ? PHRASE_PAPER_NO
	                       : PHRASE_PAPER_YES);
	html_fact_end(html);
	add_text_fact(html, PHRASE_PAPER_KEY_DECISION, &paper->key_decision, not_given);
	add_text_fact(html, PHRASE_PAPER_VOTING, &paper->voting, not_given);
	html_put(html, "</dl>\n");
}

static void add_heading(struct html *html, enum phrase heading)
{
	html_add(html, "<h2>%s</h2>\n", html_phrase(html, heading));
}

static void add_none(struct html *html)
{
	html_add(html, "<p>%s</p>\n", html_phrase(html, PHRASE_PAPER_NONE));
}

static void add_recommendations(const struct paper *paper, struct html *html)
{
	const struct value *items = LIST_OF(struct value, paper->recommendations);
	add_heading(html, PHRASE_PAPER_RECOMMENDATIONS);
	if (paper->recommendations.count == 0) {
		add_none(html);
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
	add_heading(html, PHRASE_PAPER_OBJECTIVES);
	html_put(html, "<ul class=\"marks\">\n");
	for (size_t i = 0; i < count; i++)
		html_add(html,
		         "<li><span class=\"mark\" aria-hidden=\"true\">%s</span> <span "
		         "class=\"hidden\">%s</span>%s</li>\n",
		         rows[i].served ? "☒" : "☐",
		         html_phrase(html, rows[i].served ? PHRASE_PAPER_SERVED
		                                          : PHRASE_PAPER_NOT_SERVED),
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
	const struct {
		enum phrase title;
		const char *text;
	} said[] = {
		{PHRASE_PAPER_FINANCIAL, paper->implications.financial.text},
		{PHRASE_PAPER_LEGAL, paper->implications.legal.text},
		{PHRASE_PAPER_PUBLIC_HEALTH, paper->implications.public_health.text},
		{PHRASE_PAPER_ENVIRONMENTAL, paper->implications.environmental.text},
		{PHRASE_PAPER_OTHER, paper->implications.other.text},
	};
	add_heading(html, PHRASE_PAPER_IMPLICATIONS_HEADING);
	for (size_t i = 0; i < sizeof(said) / sizeof(said[0]); i++) {
		html_add(html, "<h3>%s</h3>\n<p>", html_phrase(html, said[i].title));
		html_lines(html, said[i].text != NULL ? said[i].text
		                                      : html_phrase(html, PHRASE_PAPER_NOT_STATED));
		html_put(html, "</p>\n");
	}
}

static void add_list(struct html *html, enum phrase title, const struct list *list)
{
	const struct value *items = LIST_OF(struct value, *list);
	add_heading(html, title);
	if (list->count == 0)
		add_none(html);
	else
		html_put(html, "<ul>\n");
	for (size_t i = 0; i < list->count; i++) {
		html_put(html, "<li>");
		html_lines(html, items[i].text != NULL ? items[i].text : "");
		html_put(html, "</li>\n");
	}
	if (list->count != 0)
		html_put(html, "</ul>\n");
}

/* "14 Jul 2023, 20 days before the meeting" */
static void add_day(const struct edition *edition, struct date date, struct html *html)
{
	const struct value *meeting = &edition->paper->date;
	int days = meeting->valid ? date_days(meeting->as.date) - date_days(date) : 0;
	char number[HTML_NUMBER_SIZE];
	bool one = abs(days) == 1;
	html_short_date(html, date);
	html_put(html, ", ");
	if (days == 0)
		html_say(html,
		         meeting->valid ? PHRASE_PAPER_ON_THE_DAY : PHRASE_PAPER_NO_MEETING_DAY);
	else
		html_tell(html,
		          days > 0 ? (one ? PHRASE_PAPER_DAY_BEFORE : PHRASE_PAPER_DAYS_BEFORE)
		                   : (one ? PHRASE_PAPER_DAY_AFTER : PHRASE_PAPER_DAYS_AFTER),
		          html_number((size_t)abs(days), number));
}

static void add_age(const struct edition *edition, const struct paper_age *age,
                    const char *const columns[5], struct html *html)
{
	char words[BADGE_PERIOD_SIZE];
	bool programme = edition->plan != NULL && age->id == edition->plan->programme.id;
	html_row(html, columns[0]);
	html_text(html, programme ? html_phrase(html, PHRASE_PAPER_PROGRAMME) : age->title);
	html_put(html, "</th>\n");
	for (size_t i = 1; i < 5; i++) {
		html_cell(html, columns[i]);
		if (age->version == NULL)
			html_text(html, i == 1 ? html_phrase(html, PHRASE_PAPER_NOT_RATED) : "–");
		else if (i == 1)
			html_rating(html, age->version);
		else if (i == 2)
			html_text(html,
			          badge_period_short(html, age->version->reading->period, words));
		else
			add_day(edition, i == 3 ? age->ended : age->landed, html);
		html_put(html, "</td>\n");
	}
	html_put(html, "</tr>\n");
}

/* For each figure what it speaks of and since when it stands, against the meeting. */
static void add_ages(struct edition *edition, struct html *html)
{
	static const enum phrase said[5] = {PHRASE_PAPER_AGE_WORKSTREAM, PHRASE_PAPER_AGE_RATING,
	                                    PHRASE_PAPER_AGE_SPEAKS_OF, PHRASE_PAPER_AGE_ENDED,
	                                    PHRASE_PAPER_AGE_SINCE};
	const char *columns[5];
	size_t count;
	const struct paper_age *ages = paper_ages(edition, &count);
	html_add(html, "<h2 id=\"ages\">%s</h2>\n", html_phrase(html, PHRASE_PAPER_AGES));
	if (count == 0) {
		html_add(html, "<p>%s</p>\n", html_phrase(html, paper_no_figures(edition)));
		return;
	}
	html_columns(html, said, 5, columns);
	html_table(html, HTML_PAIRS, html_phrase(html, PHRASE_PAPER_AGES_CAPTION), columns, 5);
	for (size_t i = 0; i < count; i++)
		add_age(edition, &ages[i], columns, html);
	html_table_end(html);
}

static void add_source(const struct edition *edition, struct html *html)
{
	if (!edition->published || edition->record == NULL)
		return;
	struct html commit = html_part(html), day = html_part(html);
	html_commit(&commit, &edition->record->tip.id);
	html_day(&day, edition->record->tip.committer.time);
	html_put(html, "<p class=\"note\">");
	html_weave(html, PHRASE_PAPER_SOURCE, commit.text.bytes, day.text.bytes);
	html_put(html, "</p>\n");
	html_release(&commit);
	html_release(&day);
}

/* Its words stay in the language that they were published in, whatever the page around says. */
void paper_article(struct edition *edition, struct html *html)
{
	enum language around = html->language;
	html->language = edition_language(edition);
	html_put(html, "<article class=\"paper\"");
	if (html->language != around)
		html_add(html, " lang=\"%s\"", language_tag(html->language));
	html_put(html, ">\n");
	document_banners(html, edition->document);
	add_head(edition, html);
	add_recommendations(edition->paper, html);
	add_objectives(edition, html);
	add_body(edition, html);
	add_implications(edition->paper, html);
	add_list(html, PHRASE_PAPER_APPENDICES, &edition->paper->appendices);
	add_list(html, PHRASE_PAPER_BACKGROUND, &edition->paper->background_papers);
	add_ages(edition, html);
	add_source(edition, html);
	html_put(html, "</article>\n");
	html->language = around;
}

void paper_frozen(struct edition *edition, struct buf *out)
{
	struct html html = {.text = BUF_INIT, .language = edition_language(edition)};
	paper_article(edition, &html);
	buf_add(out, html.text.bytes, html.text.length);
	html_release(&html);
}
