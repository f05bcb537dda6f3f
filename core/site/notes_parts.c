#include "site/notes_parts.h"

#include <stdio.h>
#include <string.h>

#include "site/pages.h"

/* Nobody reads more at the top of one page; the others are counted. */
enum { MOST_AT_TOP = 100 };

static enum phrase severity_phrase(enum severity severity)
{
	return severity == SEVERITY_ERROR ? PHRASE_PREVIEW_ERROR : PHRASE_PREVIEW_WARNING;
}

/* From the page that is made to the site's top. */
static const char *top_of(const struct notes *notes)
{
	return strchr(notes->path, '/') != NULL ? "../" : "";
}

/* "plans/better/plan.md:3:1", as an editor goes there; "line 3" where the file is plain. */
static void add_where(struct html *html, const struct finding *finding, bool path)
{
	char line[16];
	snprintf(line, sizeof(line), "%d", finding->place.line);
	if (!path) {
		html_tell(html, PHRASE_PREVIEW_LINE, line);
		return;
	}
	html_text(html, finding->path);
	if (finding->place.line > 0)
		html_add(html, ":%d:%d", finding->place.line, finding->place.column);
}

static void add_finding(struct html *html, const struct finding *finding, bool path)
{
	html_add(html, "<li class=\"%s\"><strong>%s</strong> ", severity_word(finding->severity),
	         html_phrase(html, severity_phrase(finding->severity)));
	html_put(html, "<span");
	html_put(html, html_english_mark(html));
	html_put(html, ">");
	html_coded(html, finding->message);
	html_put(html, "</span> <span class=\"note\">");
	add_where(html, finding, path);
	html_put(html, " · ");
	rule_link(html, top_of(html->notes), finding->rule);
	html_put(html, "</span></li>\n");
}

void note_add(struct html *html, const struct note *note, bool first)
{
	html_put(html, first ? "<ul class=\"findings\">\n" : "");
	add_finding(html, note->finding, false);
}

static void begin_list(struct html *html, size_t count, enum phrase heading)
{
	if (count != 0)
		return;
	html_put(html, "<h2>");
	html_say(html, heading);
	html_put(html, "</h2>\n<ul class=\"findings\">\n");
}

static void end_list(struct html *html, size_t count)
{
	char left[24];
	if (count > MOST_AT_TOP) {
		snprintf(left, sizeof(left), "%zu", count - MOST_AT_TOP);
		html_put(html, "<li>");
		html_tell(html, PHRASE_PREVIEW_MORE, left);
		html_put(html, "</li>\n");
	}
	html_put(html, count != 0 ? "</ul>\n" : "");
}

/* What is about this page, or, where it is that of all plans, what cannot be read. */
static void add_own(struct html *html)
{
	struct notes *notes = html->notes;
	size_t count = 0;
	for (struct note *note = map_get(&notes->by_page, notes->path); note != NULL;
	     note = note->next_of_page) {
		if (note->shown == notes->pages)
			continue;
		begin_list(html, count, PHRASE_PREVIEW_ABOUT_THIS);
		if (count++ < MOST_AT_TOP)
			add_finding(html, note->finding, true);
		note->shown = notes->pages;
	}
	end_list(html, count);
}

static void add_unread(struct html *html)
{
	struct notes *notes = html->notes;
	size_t count = 0;
	for (size_t i = 0; i < notes->count; i++) {
		if (!notes->items[i].unread || notes->items[i].shown == notes->pages)
			continue;
		begin_list(html, count, PHRASE_PREVIEW_UNREAD);
		if (count++ < MOST_AT_TOP)
			add_finding(html, notes->items[i].finding, true);
		notes->items[i].shown = notes->pages;
	}
	end_list(html, count);
}

static void add_numbers(struct html *html, size_t errors, size_t warnings)
{
	char number[24];
	if (errors != 0) {
		snprintf(number, sizeof(number), "%zu", errors);
		html_tell(html, errors == 1 ? PHRASE_PREVIEW_ONE_ERROR : PHRASE_PREVIEW_ERRORS,
		          number);
	}
	html_put(html, errors != 0 && warnings != 0 ? ", " : "");
	if (warnings != 0) {
		snprintf(number, sizeof(number), "%zu", warnings);
		html_tell(html,
		          warnings == 1 ? PHRASE_PREVIEW_ONE_WARNING : PHRASE_PREVIEW_WARNINGS,
		          number);
	}
}

/* The pages that findings are about, each with how many: on the page of all plans. */
static void add_pages(struct html *html)
{
	const struct notes *notes = html->notes;
	size_t listed = 0;
	for (size_t i = 0; i < notes->count; i++) {
		const struct note *note = &notes->items[i];
		if (map_get(&notes->by_page, note->page) != note ||
		    strcmp(note->page, notes->path) == 0)
			continue;
		size_t numbers[SEVERITY_COUNT] = {0};
		for (const struct note *other = note; other != NULL; other = other->next_of_page)
			numbers[other->finding->severity]++;
		begin_list(html, listed, PHRASE_PREVIEW_PAGES);
		if (listed++ >= MOST_AT_TOP)
			continue;
		html_add(html, "<li><a href=\"%s\">%s</a> <span class=\"note\">", note->page,
		         note->page);
		add_numbers(html, numbers[SEVERITY_ERROR], numbers[SEVERITY_WARNING]);
		html_put(html, "</span></li>\n");
	}
	end_list(html, listed);
}

void notes_add_top(struct html *html)
{
	add_own(html);
	if (strcmp(html->notes->path, "index.html") == 0) {
		add_unread(html);
		add_pages(html);
	}
}

void notes_add_banner(struct html *html, enum page_state state)
{
	static const enum phrase states[] = {
		[PAGE_SAME] = PHRASE_PREVIEW_SAME,
		[PAGE_CHANGED] = PHRASE_PREVIEW_CHANGED,
		[PAGE_NEW] = PHRASE_PREVIEW_NEW,
	};
	const struct notes *notes = html->notes;
	size_t numbers[SEVERITY_COUNT] = {0};
	for (size_t i = 0; i < notes->count; i++)
		if (notes->items[i].shown == notes->pages)
			numbers[notes->items[i].finding->severity]++;
	html_add(html, "<aside class=\"preview\" aria-label=\"%s\">\n<p><strong>%s</strong> ",
	         html_phrase(html, PHRASE_PREVIEW), html_phrase(html, PHRASE_PREVIEW_BANNER));
	html_add(html, "<span class=\"%s\">%s</span>", state == PAGE_SAME ? "same" : "changed",
	         html_phrase(html, states[state]));
	if (numbers[SEVERITY_ERROR] + numbers[SEVERITY_WARNING] != 0) {
		html_put(html, " ");
		html_say(html, PHRASE_PREVIEW_FOUND);
		html_put(html, " ");
		add_numbers(html, numbers[SEVERITY_ERROR], numbers[SEVERITY_WARNING]);
		html_put(html, ".");
	}
	html_add(html, "</p>\n<output data-ended=\"%s\" data-failed=\"%s\"></output>\n</aside>\n",
	         html_phrase(html, PHRASE_PREVIEW_ENDED), html_phrase(html, PHRASE_PREVIEW_FAILED));
}

void notes_add_head(struct html *html)
{
	char tag[24];
	snprintf(tag, sizeof(tag), "%016llx", (unsigned long long)html->notes->tag);
	html_put(html, "<link rel=\"stylesheet\" href=\"" NOTES_STYLE "\" />\n");
	html_add(html, "<script src=\"%s\" defer=\"defer\" data-tag=\"%s\"></script>\n",
	         NOTES_SCRIPT, tag);
}
