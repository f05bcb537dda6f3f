#include "site/frame.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

#include "view/badge.h"
#include "site/notes.h"
#include "site/pages.h"

/* Where scripts, styles and pictures may come from. */
static const char *policy(const struct html *html, const struct frame *frame)
{
	if (html->notes != NULL)
		return NOTES_POLICY;
	/* No markup of an author's reaches a page, so a style inside can only be ours. */
	return frame->alone ? "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; "
	                      "form-action 'none'"
	                    : "default-src 'none'; style-src 'self'; img-src 'self'; base-uri "
	                      "'none'; form-action 'none'";
}

enum { REPLACEMENT = 0xfffd };

/* What stands at the foot of a sheet; any text, since all but plain letters are numbers. */
static void add_foot(struct html *html, const char *text)
{
	html_put(html, "@media print { @page { @bottom-left { content: \"");
	for (size_t left = strlen(text), step; left != 0; text += step, left -= step) {
		unsigned rune = REPLACEMENT;
		size_t length = text_rune(text, left, &rune);
		step = length == 0 ? 1 : length;
		bool plain = rune < 0x80 && (isalnum((int)rune) ||
		                             (rune != 0 && strchr(" ,.:", (int)rune) != NULL));
		if (text_is_hidden_rune(rune) || rune < 0x20)
			rune = REPLACEMENT;
		if (plain)
			buf_byte(&html->text, (char)rune);
		else
			buf_printf(&html->text, "\\%X ", rune);
	}
	html_put(html, "\" } } }\n");
}

/* Where the colour of the organisation is, if it has one: no page may have a style inside. */
static void add_accent(struct html *html, const struct frame *frame)
{
	if (frame->plan != NULL && frame->plan->accent.given)
		html_put(html, "<link rel=\"stylesheet\" href=\"accent.css\" />\n");
	else if (frame->accent != NULL)
		html_add(html, "<link rel=\"stylesheet\" href=\"%s/accent.css\" />\n",
		         frame->accent);
}

static void add_style(struct html *html, const struct frame *frame)
{
	if (!frame->alone) {
		html_add(html, "<link rel=\"stylesheet\" href=\"%sstyle.css\" />\n", frame->top);
		add_accent(html, frame);
		return;
	}
	html_put(html, "<style>\n");
	style_css(&html->text);
	if (frame->plan != NULL && frame->plan->accent.given)
		accent_css(&html->text, frame->plan->accent);
	report_css(&html->text);
	if (frame->foot != NULL)
		add_foot(html, frame->foot);
	html_put(html, "</style>\n");
}

static void add_head(struct html *html, const struct frame *frame)
{
	html_put(html, "<!DOCTYPE html>\n"
	               "<html lang=\"");
	html_put(html, language_tag(html->language));
	html_put(html, "\">\n<head>\n"
	               "<meta charset=\"utf-8\" />\n"
	               "<meta http-equiv=\"Content-Security-Policy\" content=\"");
	html_put(html, policy(html, frame));
	html_put(html,
	         "\" />\n"
	         "<meta name=\"referrer\" content=\"no-referrer\" />\n"
	         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
	         "<meta name=\"color-scheme\" content=\"light dark\" />\n");
	html_add(html, "<title>%s", frame->title);
	for (size_t i = frame->crumb_count; i-- > 1;)
		html_add(html, " – %s", frame->crumbs[i].title);
	if (frame->crumb_count < FRAME_MOST_CRUMBS && frame->organisation != NULL)
		html_add(html, " – %s", frame->organisation);
	html_put(html, "</title>\n");
	if (frame->feed != NULL)
		html_add(html,
		         "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"%s\" "
		         "title=\"%s\" />\n",
		         frame->feed, html_phrase(html, PHRASE_FEED_LINK));
	add_style(html, frame);
	notes_head(html);
	html_put(html, "</head>\n");
}

static void add_crumbs(struct html *html, const struct frame *frame)
{
	if (frame->crumb_count == 0)
		return;
	html_add(html, "<nav class=\"crumbs\" aria-label=\"%s\">\n<ol>\n",
	         html_phrase(html, PHRASE_FRAME_CRUMBS));
	for (size_t i = 0; i < frame->crumb_count; i++)
		html_add(html, "<li><a href=\"%s\">%s</a></li>\n", frame->crumbs[i].address,
		         frame->crumbs[i].title);
	html_add(html, "<li aria-current=\"page\">%s</li>\n</ol>\n</nav>\n", frame->title);
}

void frame_begin(struct html *html, const struct frame *frame)
{
	const struct plan *plan = frame->plan;
	add_head(html, frame);
	html_add(html, "<body>\n<a class=\"skip\" href=\"#main\">%s</a>\n",
	         html_phrase(html, PHRASE_FRAME_SKIP));
	notes_banner(html);
	html_add(html, "<header>\n<div>\n<p class=\"organisation\">%s</p>\n",
	         frame->organisation != NULL ? frame->organisation
	                                     : html_phrase(html, PHRASE_FRAME_NOBODY));
	if (plan != NULL && plan->site.header.text != NULL) {
		html_put(html, "<p>");
		html_lines(html, plan->site.header.text);
		html_put(html, "</p>\n");
	}
	html_put(html, "</div>\n</header>\n");
	add_crumbs(html, frame);
	html_add(html, "<main id=\"main\" tabindex=\"-1\">\n<h1>%s</h1>\n", frame->title);
	notes_top(html);
}

static bool is_web_address(const char *address)
{
	return strncmp(address, "https://", 8) == 0 || strncmp(address, "http://", 7) == 0;
}

/* Of which landing's doing the page is, or of which commit the record is shown. */
static void add_source(struct html *html, const struct frame *frame)
{
	const struct landing *landing = frame->shown != NULL ? frame->shown : &frame->record->tip;
	char hex[OBJECT_HEX_SIZE];
	if (frame->timeless)
		return;
	html_add(html, "<p>%s: ",
	         html_phrase(html,
	                     frame->shown != NULL ? PHRASE_FRAME_CHANGED : PHRASE_FRAME_RECORD));
	html_day(html, landing->committer.time);
	html_add(html, ", %s ", html_phrase(html, PHRASE_FRAME_COMMIT));
	html_commit(html, &landing->id);
	html_add(html, ". %s: <code class=\"long\">%s</code>.</p>\n",
	         html_phrase(html, PHRASE_FRAME_IN_FULL), object_hex(&landing->id, hex));
}

static void add_statement(struct html *html, const struct plan *plan)
{
	const char *statement = plan != NULL ? plan->site.accessibility_statement.text : NULL;
	if (statement != NULL && is_web_address(statement))
		html_add(html, "<p><a href=\"%s\" rel=\"noopener noreferrer\">%s</a></p>\n",
		         statement, html_phrase(html, PHRASE_FRAME_STATEMENT));
}

void frame_end(struct html *html, const struct frame *frame)
{
	const struct plan *plan = frame->plan;
	html_put(html, "</main>\n<footer>\n<div>\n");
	if (plan != NULL && plan->site.footer.text != NULL) {
		html_put(html, "<p>");
		html_lines(html, plan->site.footer.text);
		html_put(html, "</p>\n");
	}
	add_statement(html, plan);
	add_source(html, frame);
	html_add(html, "<p>%s</p>\n", html_phrase(html, PHRASE_FRAME_MADE));
	if (!frame->alone)
		html_add(html,
		         "<p><a href=\"%sabout.html\">%s</a></p>\n"
		         "<p><a href=\"%srules.html\">%s</a></p>\n",
		         frame->top, html_phrase(html, PHRASE_ABOUT_DATA), frame->top,
		         html_phrase(html, PHRASE_FRAME_RULES));
	html_put(html, "</div>\n</footer>\n</body>\n</html>\n");
}

struct frame inner_frame(const struct site_view *site, const struct plan_view *view,
                         const char *title)
{
	const struct plan *plan = view->plan.plan;
	return (struct frame){
		.record = site->record,
		.title = title,
		.organisation = plan->organisation.text,
		.plan = plan,
		.top = "../",
		.shown = site->shown,
		.crumbs = {{phrase_text(PHRASE_FRAME_ALL_PLANS, plan_language(view)),
	                    "../index.html"},
	                   {plan->title.text != NULL ? plan->title.text : view->plan.id,
	                    "index.html"}},
		.crumb_count = 2,
	};
}

void frame_of_filled(struct frame *frame, const struct plan_view *view,
                     const struct document *document)
{
	if (frame->shown != NULL && document != NULL && document->body.placeholder_count != 0 &&
	    view->step_count != 0)
		frame->shown = view->steps[view->step_count - 1];
}
