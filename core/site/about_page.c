/* How the record works, what its data are and where: declared in site/kinds.h. */
#include "site/kinds.h"

#include <string.h>

#include "base/text.h"
#include "document/scale.h"
#include "site/frame.h"
#include "view/badge.h"

static const char *title_of(const struct plan_view *view)
{
	const char *title = view->plan.plan->title.text;
	return title != NULL ? title : view->plan.id;
}

static void begin_section(struct html *html, const char *id, enum phrase title)
{
	html_add(html, "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">%s</h2>\n", id, id,
	         html_phrase(html, title));
}

static void add_paragraph(struct html *html, enum phrase phrase)
{
	html_put(html, "<p>");
	html_say(html, phrase);
	html_put(html, "</p>\n");
}

/* --- how the record works --- */

static void add_terms(struct html *html)
{
	static const struct {
		enum phrase term, text;
	} terms[] = {
		{PHRASE_ABOUT_PERIOD, PHRASE_ABOUT_PERIOD_TEXT},
		{PHRASE_ABOUT_LANDING, PHRASE_ABOUT_LANDING_TEXT},
		{PHRASE_ABOUT_RATER, PHRASE_ABOUT_RATER_TEXT},
		{PHRASE_ABOUT_RERATING, PHRASE_ABOUT_RERATING_TEXT},
		{PHRASE_ABOUT_DRAFT, PHRASE_ABOUT_DRAFT_TEXT},
		{PHRASE_ABOUT_WITHDRAWN, PHRASE_ABOUT_WITHDRAWN_TEXT},
		{PHRASE_ABOUT_RECEIPT, PHRASE_ABOUT_RECEIPT_TEXT},
		{PHRASE_ABOUT_QUESTIONED, PHRASE_ABOUT_QUESTIONED_TEXT},
		{PHRASE_ABOUT_CHALLENGED, PHRASE_ABOUT_CHALLENGED_TEXT},
		{PHRASE_ABOUT_EXEMPT, PHRASE_ABOUT_EXEMPT_TEXT},
	};
	begin_section(html, "record", PHRASE_ABOUT_RECORD);
	html_put(html, "<dl class=\"facts\">\n");
	for (size_t i = 0; i < sizeof(terms) / sizeof(terms[0]); i++) {
		html_fact(html, html_phrase(html, terms[i].term));
		html_say(html, terms[i].text);
		html_fact_end(html);
	}
	html_add(html, "</dl>\n<p><a href=\"rules.html\">%s</a></p>\n</section>\n",
	         html_phrase(html, PHRASE_ABOUT_RULES));
}

/* --- scales --- */

/* The same to every reader: levels, and what they mean. */
static bool is_same_scale(const struct scale *a, const struct scale *b)
{
	bool same = scale_same(a, b) && strcmp(a->source, b->source) == 0 &&
	            strcmp(a->version, b->version) == 0;
	for (size_t i = 0; same && i < a->count; i++)
		same = strcmp(a->levels[i].label, b->levels[i].label) == 0 &&
		       strcmp(a->levels[i].meaning, b->levels[i].meaning) == 0;
	return same;
}

static const struct scale *scale_of(const struct site_view *site, size_t plan)
{
	return &site->plans[plan].plan.plan->scale;
}

/* "Plan A; Plan B": which plans rate by the scale of plan number FIRST. */
static void add_users(struct buf *names, const struct site_view *site, size_t first)
{
	for (size_t i = first; i < site->count; i++)
		if (is_same_scale(scale_of(site, i), scale_of(site, first)))
			buf_printf(names, "%s%s", names->length != 0 ? "; " : "",
			           title_of(&site->plans[i]));
}

static void add_scale(struct html *html, const struct site_view *site, size_t plan)
{
	const struct scale *scale = scale_of(site, plan);
	const char *const columns[] = {html_phrase(html, PHRASE_ABOUT_LEVEL),
	                               html_phrase(html, PHRASE_ABOUT_MEANING)};
	struct buf names = BUF_INIT;
	add_users(&names, site, plan);
	html_put(html, "<table class=\"" HTML_TEXTS "\">\n<caption>");
	html_tell(html, PHRASE_ABOUT_SCALE_OF, names.bytes);
	html_add(
		html,
		"</caption>\n<thead>\n<tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr>\n"
		"</thead>\n<tbody>\n",
		columns[0], columns[1]);
	for (size_t i = 0; i < scale->count; i++) {
		html_row(html, columns[0]);
		html_level(html, scale, (int)i);
		html_put(html, "</th>\n");
		html_cell(html, columns[1]);
		html_text(html, badge_meaning(html, &scale->levels[i]));
		html_put(html, "</td>\n</tr>\n");
	}
	html_table_end(html);
	if (scale->source[0] != '\0') {
		html_put(html, "<p class=\"note\">");
		html_say(html, PHRASE_ABOUT_SCALE_SOURCE);
		html_put(html, " ");
		scale_origin(html, scale->source);
		html_put(html, ".");
		if (scale->version[0] != '\0') {
			html_put(html, " ");
			html_tell(html, PHRASE_ABOUT_SCALE_VERSION, scale->version);
		}
		html_put(html, "</p>\n");
	}
	buf_release(&names);
}

static void add_scales(struct html *html, const struct site_view *site)
{
	begin_section(html, "scale", PHRASE_ABOUT_SCALE);
	for (size_t i = 0; i < site->count; i++) {
		size_t first = 0;
		while (!is_same_scale(scale_of(site, first), scale_of(site, i)))
			first++;
		if (first == i)
			add_scale(html, site, i);
	}
	html_put(html, "</section>\n");
}

/* --- files --- */

static bool is_web_address(const char *text)
{
	return strncmp(text, "https://", 8) == 0 || strncmp(text, "http://", 7) == 0;
}

static void add_outer_link(struct html *html, const char *address, const char *words)
{
	html_add(html, "<a href=\"%s\" rel=\"noopener noreferrer\">%s</a>", address, words);
}

static void add_file(struct html *html, const struct plan_view *view, const char *file,
                     const char *words)
{
	html_add(html, "<a href=\"%s/%s\">%s</a>", view->folder, file, words);
}

static void add_tables(struct html *html, const struct plan_view *view)
{
	static const struct {
		const char *file;
		enum phrase words;
	} tables[] = {
		{"index.csv", PHRASE_DATA_RATINGS},
		{"index.milestones.csv", PHRASE_DATA_MILESTONES},
		{"index.risks.csv", PHRASE_DATA_RISKS},
		{"index.candour.csv", PHRASE_ABOUT_CANDOUR},
	};
	size_t count = sizeof(tables) / sizeof(tables[0]) - (view->asked ? 0 : 1);
	for (size_t i = 0; i < count; i++) {
		html_put(html, i == 0 ? "" : "<br />\n");
		add_file(html, view, tables[i].file, html_phrase(html, tables[i].words));
	}
}

static void add_licence(struct html *html, const struct plan_view *view)
{
	const char *licence = view->plan.plan->site.licence.text;
	if (licence == NULL)
		html_say(html, PHRASE_ABOUT_NO_LICENCE);
	else if (is_web_address(licence))
		add_outer_link(html, licence, licence);
	else
		html_lines(html, licence);
}

static void add_files(struct html *html, const struct site_view *site)
{
	enum { PLAN, ALL, TABLES, FEED, LICENCE, COLUMNS };
	const char *const columns[COLUMNS] = {
		html_phrase(html, PHRASE_ABOUT_PLAN), html_phrase(html, PHRASE_ABOUT_ALL),
		html_phrase(html, PHRASE_ABOUT_TABLES), html_phrase(html, PHRASE_ABOUT_FEED),
		html_phrase(html, PHRASE_ABOUT_LICENCE)};
	begin_section(html, "files", PHRASE_ABOUT_FILES);
	add_paragraph(html, PHRASE_ABOUT_FILES_TEXT);
	html_table(html, HTML_PAIRS, html_phrase(html, PHRASE_ABOUT_FILES_OF), columns, COLUMNS);
	for (size_t i = 0; i < site->count; i++) {
		const struct plan_view *view = &site->plans[i];
		html_row(html, columns[PLAN]);
		add_file(html, view, "index.html", title_of(view));
		html_put(html, "</th>\n");
		html_cell(html, columns[ALL]);
		add_file(html, view, "index.json", "JSON");
		html_put(html, "</td>\n");
		html_cell(html, columns[TABLES]);
		add_tables(html, view);
		html_put(html, "</td>\n");
		html_cell(html, columns[FEED]);
		add_file(html, view, "index.atom", html_phrase(html, PHRASE_ABOUT_CHANGES));
		html_put(html, "</td>\n");
		html_cell(html, columns[LICENCE]);
		add_licence(html, view);
		html_put(html, "</td>\n</tr>\n");
	}
	html_table_end(html);
	html_add(html, "<p><a href=\"ragtrail.schema.json\">%s</a></p>\n</section>\n",
	         html_phrase(html, PHRASE_ABOUT_SCHEMA));
}

/* --- how to check --- */

static void add_commands(struct html *html, enum phrase what, const char *commands)
{
	add_paragraph(html, what);
	html_add(html, "<pre>%s</pre>\n", commands);
}

static void add_checks(struct html *html, const struct site_view *site)
{
	char hex[OBJECT_HEX_SIZE];
	struct buf commands = BUF_INIT;
	begin_section(html, "check", PHRASE_ABOUT_CHECK);
	add_paragraph(html, PHRASE_ABOUT_CHECK_TEXT);
	/* Whoever copies a command runs it: no folder's name is part of one but a plain one. */
	for (size_t i = 0; i < site->count; i++)
		if (text_is_slug(site->plans[i].plan.id))
			buf_printf(&commands, "git log --first-parent -p -- " REPO_PLANS "/%s\n",
			           site->plans[i].plan.id);
	if (commands.length != 0)
		add_commands(html, PHRASE_ABOUT_CHECK_LOG, commands.bytes);
	object_hex(&site->record->tip.id, hex);
	buf_clear(&commands);
	buf_printf(&commands, "git show --show-signature %s\n", hex);
	add_commands(html, PHRASE_ABOUT_CHECK_SHOW, commands.bytes);
	buf_clear(&commands);
	buf_printf(&commands, "ragtrail render --at %s -o site\n", hex);
	add_commands(html, PHRASE_ABOUT_CHECK_MAKE, commands.bytes);
	html_put(html, "</section>\n");
	buf_release(&commands);
}

static void add_accessibility(struct html *html, const struct site_view *site)
{
	begin_section(html, "accessibility", PHRASE_ABOUT_ACCESSIBILITY);
	add_paragraph(html, PHRASE_ABOUT_ACCESSIBILITY_TEXT);
	for (size_t i = 0; i < site->count; i++) {
		const char *address = site->plans[i].plan.plan->site.accessibility_statement.text;
		if (address == NULL || !is_web_address(address))
			continue;
		html_add(html, "<p>%s: ", title_of(&site->plans[i]));
		add_outer_link(html, address, html_phrase(html, PHRASE_ABOUT_STATEMENT));
		html_put(html, "</p>\n");
	}
	html_put(html, "</section>\n");
}

static void add_source(struct html *html, const struct record *record)
{
	char hex[OBJECT_HEX_SIZE];
	begin_section(html, "source", PHRASE_ABOUT_THIS);
	html_put(html, "<dl class=\"facts\">\n");
	html_fact(html, html_phrase(html, PHRASE_ABOUT_COMMIT));
	html_add(html, "<code class=\"long\">%s</code>", object_hex(&record->tip.id, hex));
	html_fact_end(html);
	html_fact(html, html_phrase(html, PHRASE_ABOUT_DAY));
	html_day(html, landing_time(&record->tip));
	html_fact_end(html);
	html_fact(html, html_phrase(html, PHRASE_ABOUT_LANDINGS));
	html_add(html, "%zu", record->landings);
	html_fact_end(html);
	html_fact(html, html_phrase(html, PHRASE_ABOUT_PROGRAM));
	html_text(html, "ragtrail " RAGTRAIL_VERSION);
	html_fact_end(html);
	html_put(html, "</dl>\n</section>\n");
}

void list_about(struct leaves *leaves, const struct page_kind *kind, const struct plan_view *view)
{
	if (view == NULL)
		leaves_add(leaves, kind, NULL, 0, "about.html");
}

int make_about(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
               struct error *error)
{
	const struct site_view *site = leaves->site;
	const struct frame frame = {
		.record = site->record,
		.title = html_phrase(html, PHRASE_ABOUT_DATA),
		.organisation = site_organisation(site),
		.accent = site_accent(site),
		.top = "",
		.crumbs = {{html_phrase(html, PHRASE_ABOUT_ALL_PLANS), "index.html"}},
		.crumb_count = 1,
	};
	(void)leaf;
	(void)error;
	frame_begin(html, &frame);
	html_add(html, "<p class=\"lead\">%s</p>\n", html_phrase(html, PHRASE_ABOUT_LEAD));
	add_terms(html);
	add_scales(html, site);
	add_files(html, site);
	add_checks(html, site);
	add_accessibility(html, site);
	add_source(html, site->record);
	frame_end(html, &frame);
	return 0;
}
