/* The pages of the rules: a list of all, and a page of each family with a place for each rule. */
#include "site/kinds.h"

#include <string.h>

#include "view/rule_words.h"

/* What a rule of form looks at; rules of candour have a family instead. */
enum subject { ALL_OF_FAMILY, READING, DOCUMENT, PLAN, LANDING };

/* A page of rules: those of form by what they look at, those of candour by their family. */
static const struct shelf {
	const char *name; /* "rules-NAME.html" */
	enum phrase title;
	enum rule_family family;
	enum subject subject;
} shelves[] = {
	{"writing", PHRASE_RULES_READING, .subject = READING},
	{"form", PHRASE_RULES_FORM, .subject = DOCUMENT},
	{"plan", PHRASE_RULES_PLAN, .subject = PLAN},
	{"landing", PHRASE_RULES_LANDING, .subject = LANDING},
	{"schedule", PHRASE_RULES_SCHEDULE, .family = FAMILY_SCHEDULE},
	{"dates", PHRASE_RULES_DATES, .family = FAMILY_DATES},
	{"milestones", PHRASE_RULES_LEDGER, .family = FAMILY_LEDGER},
	{"risks", PHRASE_RULES_RISKS, .family = FAMILY_RISKS},
	{"rationale", PHRASE_RULES_RATIONALE, .family = FAMILY_RATIONALE},
	{"claims", PHRASE_RULES_CLAIMS, .family = FAMILY_CLAIMS},
	{"names", PHRASE_RULES_NAMES, .family = FAMILY_NAMES},
	{"finish", PHRASE_RULES_FINISH, .family = FAMILY_FINISH},
	{"roll-up", PHRASE_RULES_ROLL_UP, .family = FAMILY_ROLL_UP},
};
enum { SHELF_COUNT = sizeof(shelves) / sizeof(shelves[0]) };

static enum subject subject_of(const struct rule *rule)
{
	if (rule->family != FAMILY_NONE)
		return ALL_OF_FAMILY;
	if (rule->scope == RULE_OF_LANDING)
		return LANDING;
	if (rule->scope != RULE_OF_DOCUMENT)
		return PLAN;
	return rule_is_of_reading(rule) ? READING : DOCUMENT;
}

static bool stands_on(const struct rule *rule, const struct shelf *shelf)
{
	return rule->family == shelf->family && subject_of(rule) == shelf->subject;
}

/* The page of the rule. A test finds each rule in its place. */
static const char *shelf_of(const struct rule *rule)
{
	size_t i = 0;
	while (i + 1 < SHELF_COUNT && !stands_on(rule, &shelves[i]))
		i++;
	return shelves[i].name;
}

static void add_paragraph(struct html *html, const char *text)
{
	html_put(html, "<p");
	html_put(html, html_english_mark(html));
	html_put(html, ">");
	html_coded(html, text);
	html_put(html, "</p>\n");
}

static void add_example_line(const struct example_shown *line, void *context)
{
	struct html *html = context;
	html_put(html, !line->inner ? "" : line->marked ? "&gt; <strong>" : "  ");
	html_text(html, line->text);
	html_put(html, line->marked ? "</strong>\n" : "\n");
}

static void add_example(struct html *html, enum phrase title, const char *example)
{
	html_add(html, "<p class=\"before\"><strong>%s</strong></p>\n<pre",
	         html_phrase(html, title));
	html_put(html, html_english_mark(html));
	html_put(html, ">");
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

static const char *severity_phrase(const struct html *html, const struct rule *rule)
{
	static const enum phrase words[] = {
		[SEVERITY_ERROR] = PHRASE_RULES_ERROR,
		[SEVERITY_WARNING] = PHRASE_RULES_WARNING,
		[SEVERITY_OFF] = PHRASE_RULES_OFF,
	};
	return html_phrase(html, words[rule->severity]);
}

/* What the rule wants, and how much that weighs. */
static void add_sentence(struct html *html, const struct rule *rule)
{
	html_add(html, "<strong>%s.</strong> <span", severity_phrase(html, rule));
	html_put(html, html_english_mark(html));
	html_put(html, ">");
	html_coded(html, rule->sentence);
	html_put(html, "</span>");
}

static void add_rule(struct html *html, const struct rule *rule)
{
	const struct rule_page *page = rule_page(rule->id);
	html_add(html, "<h2 id=\"%s\"><code>%s</code></h2>\n<p>", rule->id, rule->id);
	add_sentence(html, rule);
	html_put(html, "</p>\n");
	if (page == NULL)
		return;
	add_paragraph(html, page->why);
	add_example(html, PHRASE_RULES_WRONG, page->bad);
	add_example(html, PHRASE_RULES_RIGHT, page->good);
	add_answers(html, rule, page->answer);
}

static struct frame rules_frame(const struct site_view *site, const struct html *html,
                                enum phrase title)
{
	return (struct frame){
		.record = site->record,
		.title = html_phrase(html, title),
		.organisation = site_organisation(site),
		.accent = site_accent(site),
		.top = "",
		.timeless = true,
		.crumbs = {{html_phrase(html, PHRASE_FRAME_ALL_PLANS), "index.html"},
	                   {html_phrase(html, PHRASE_RULES_TITLE), "rules.html"}},
		.crumb_count = title == PHRASE_RULES_TITLE ? 1 : 2,
	};
}

static void list_shelf(struct html *html, const struct shelf *shelf)
{
	html_add(html, "<h2><a href=\"rules-%s.html\">%s</a></h2>\n<ul class=\"rules\">\n",
	         shelf->name, html_phrase(html, shelf->title));
	for (size_t i = 0; i < rule_count; i++) {
		if (!stands_on(&rules[i], shelf))
			continue;
		html_put(html, "<li>");
		rule_link(html, "", rules[i].id);
		html_put(html, " ");
		add_sentence(html, &rules[i]);
		html_put(html, "</li>\n");
	}
	html_put(html, "</ul>\n");
}

void rules_page(const struct site_view *site, struct html *html)
{
	struct frame frame = rules_frame(site, html, PHRASE_RULES_TITLE);
	frame_begin(html, &frame);
	html_put(html, "<p class=\"lead\">");
	html_say(html, PHRASE_RULES_INTRODUCTION);
	html_put(html, "</p>\n<p>");
	html_say(html, PHRASE_RULES_EACH);
	html_put(html, "</p>\n");
	for (size_t i = 0; i < SHELF_COUNT; i++)
		list_shelf(html, &shelves[i]);
	frame_end(html, &frame);
}

void list_shelves(struct leaves *leaves, const struct page_kind *kind, const struct plan_view *view)
{
	for (size_t i = 0; view == NULL && i < SHELF_COUNT; i++)
		leaves_add(leaves, kind, NULL, i,
		           arena_printf(&leaves->arena, "rules-%s.html", shelves[i].name));
}

int make_shelf(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
               struct error *error)
{
	const struct shelf *shelf = &shelves[leaf->number];
	struct frame frame = rules_frame(leaves->site, html, shelf->title);
	(void)error;
	frame_begin(html, &frame);
	add_paragraph(html, rule_notation);
	for (size_t i = 0; i < rule_count; i++)
		if (stands_on(&rules[i], shelf))
			add_rule(html, &rules[i]);
	frame_end(html, &frame);
	return 0;
}

void rule_link(struct html *html, const char *top, const char *id)
{
	const struct rule *rule = rule_named(id);
	if (top != NULL && rule != NULL)
		html_add(html, "<a href=\"%srules-%s.html#%s\"><code>%s</code></a>", top,
		         shelf_of(rule), id, id);
	else
		html_add(html, "<code>%s</code>", id);
}
