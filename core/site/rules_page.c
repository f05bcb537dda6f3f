/* The page of the rules, with a place for each that a link can lead to. */
#include "site/pages.h"

#include <string.h>

#include "site/frame.h"
#include "view/badge.h"
#include "view/rule_words.h"

/* Text in which code stands in backquotes. */
static void add_marked(struct html *html, const char *text)
{
	for (bool code = false; *text != '\0'; code = !code) {
		size_t length = strcspn(text, "`");
		if (code)
			html_put(html, "<code>");
		html_bytes(html, text, length);
		if (code)
			html_put(html, "</code>");
		text += length + (text[length] == '`' ? 1 : 0);
	}
}

static void add_paragraph(struct html *html, const char *text)
{
	html_put(html, "<p>");
	add_marked(html, text);
	html_put(html, "</p>\n");
}

static void add_example_line(const struct example_shown *line, void *context)
{
	struct html *html = context;
	html_put(html, !line->inner ? "" : line->marked ? "&gt; <strong>" : "  ");
	html_text(html, line->text);
	html_put(html, line->marked ? "</strong>\n" : "\n");
}

static void add_example(struct html *html, const char *title, const char *example)
{
	html_add(html, "<p class=\"before\">%s:</p>\n<pre>", title);
	rule_example(example, add_example_line, html);
	html_put(html, "</pre>\n");
}

static void add_lines(struct html *html, struct buf *lines)
{
	html_add(html, "<pre>%s</pre>\n", lines->bytes);
	buf_clear(lines);
}

static void add_answers(struct html *html, const struct rule *rule, enum rule_answer answer)
{
	struct buf lines = BUF_INIT;
	if (rule_has_plan_answer(answer)) {
		add_paragraph(html, rule_in_plan);
		rule_severity_lines(rule, &lines);
		add_lines(html, &lines);
	}
	if (rule_has_document_answer(answer)) {
		add_paragraph(html, rule_in_document);
		rule_explained_lines(rule, &lines);
		add_lines(html, &lines);
	}
	if (rule_not_answered(rule, answer) != NULL)
		add_paragraph(html, rule_not_answered(rule, answer));
	buf_release(&lines);
}

static void add_rule(struct html *html, const struct rule *rule)
{
	const struct rule_page *page = rule_page(rule->id);
	html_add(html, "<h3 id=\"%s\"><code>%s</code></h3>\n<p><strong>", rule->id, rule->id);
	html_sentence(html, severity_word(rule->severity));
	html_put(html, ".</strong> ");
	add_marked(html, rule->sentence);
	html_put(html, "</p>\n");
	if (page == NULL)
		return;
	add_paragraph(html, page->why);
	add_example(html, "Wrong", page->bad);
	add_example(html, "Right", page->good);
	add_answers(html, rule, page->answer);
}

static void add_links(struct html *html, enum rule_family group)
{
	struct buf heading = BUF_INIT;
	if (rule_group_heading(group, &heading)) {
		html_add(html, "<p class=\"label\">%s</p>\n<ul>\n", heading.bytes);
		for (size_t i = 0; (i = rule_of_group(group, i)) < rule_count; i++)
			html_add(html, "<li><a href=\"#%s\"><code>%s</code></a></li>\n",
			         rules[i].id, rules[i].id);
		html_put(html, "</ul>\n");
	}
	buf_release(&heading);
}

static void add_group(struct html *html, enum rule_family group)
{
	struct buf heading = BUF_INIT;
	if (rule_group_heading(group, &heading))
		html_add(html, "<h2>%s</h2>\n", heading.bytes);
	for (size_t i = 0; (i = rule_of_group(group, i)) < rule_count; i++)
		add_rule(html, &rules[i]);
	buf_release(&heading);
}

void rules_page(const struct site_view *site, struct html *html)
{
	struct frame frame = {
		.record = site->record,
		.title = "Rules for updates",
		.organisation = site_organisation(site),
		.top = "",
		.timeless = true,
		.crumbs = {{"All plans", "index.html"}},
		.crumb_count = 1,
	};
	frame_begin(html, &frame);
	add_paragraph(html, "Every document is checked by the rules of form before it goes on "
	                    "record. An error keeps it off the record; a warning is worth a look. "
	                    "The rules of candour hold a report to what the plan and earlier "
	                    "reports say, and ask about what does not fit.");
	add_paragraph(html, rule_notation);
	html_put(html, "<nav class=\"rules\" aria-label=\"Rules\">\n");
	for (enum rule_family group = 0; group < FAMILY_COUNT; group++)
		add_links(html, group);
	html_put(html, "</nav>\n");
	for (enum rule_family group = 0; group < FAMILY_COUNT; group++)
		add_group(html, group);
	frame_end(html, &frame);
}

void rule_link(struct html *html, const char *top, const char *id)
{
	if (top != NULL && rule_named(id) != NULL)
		html_add(html, "<a href=\"%srules.html#%s\"><code>%s</code></a>", top, id, id);
	else
		html_add(html, "<code>%s</code>", id);
}
