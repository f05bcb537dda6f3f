#include "site/workstream_parts.h"

#include "base/mem.h"
#include "site/notes.h"
#include "view/badge.h"

#include <stdlib.h>
#include <string.h>

/* A section's own text, under headings one level below its own. */
static void add_text(struct html *html, const struct body *body, int section, int heading,
                     const struct body_filling *filling)
{
	struct buf text = BUF_INIT;
	body_html_filled(body, section, heading > 6 ? 6 : heading, filling, &text);
	if (text.length != 0) {
		html_put(html, "<div class=\"prose\">\n");
		html_markup(html, text.bytes, text.length);
		html_put(html, "</div>\n");
	}
	buf_release(&text);
}

/* The sections that every update has, whose names are the page's as well. */
static const struct {
	const char *title;
	enum phrase phrase;
} usual[] = {
	{"Key activities", PHRASE_BODY_ACTIVITIES},    {"Engagement", PHRASE_BODY_ENGAGEMENT},
	{"Concerns and issues", PHRASE_BODY_CONCERNS}, {"RAG rationale", PHRASE_BODY_RATIONALE},
	{"Sponsor comments", PHRASE_BODY_SPONSOR},
};

void section_title(struct html *html, const struct section *section)
{
	size_t i = 0;
	while (i < sizeof(usual) / sizeof(usual[0]) && strcmp(usual[i].title, section->title) != 0)
		i++;
	if (i < sizeof(usual) / sizeof(usual[0]))
		html_say(html, usual[i].phrase);
	else
		written(html, section->title);
}

static void add_heading(struct html *html, const struct section *section, int heading)
{
	html_add(html, "<h%d>", heading);
	section_title(html, section);
	html_add(html, "</h%d>\n", heading);
}

/* What stands below a section's heading. */
static void add_content(struct html *html, const struct body *body, int number, int heading,
                        const struct body_filling *filling)
{
	notes_at(html, body->sections[number].title);
	if (body->sections[number].empty)
		html_add(html, "<p>%s</p>\n", html_phrase(html, PHRASE_BODY_EMPTY));
	else
		add_text(html, body, number, heading + 1, filling);
}

/* A section that is shown elsewhere; NULL: none is. */
struct moved {
	const char *title, *address;
};

static void add_section(struct html *html, const struct body *body, int number, int heading,
                        const struct body_filling *filling, const struct moved *moved)
{
	add_heading(html, &body->sections[number], heading);
	if (moved != NULL && body_section(body, moved->title) == number)
		html_add(html, "<p><a href=\"%s\">%s</a></p>\n", moved->address,
		         html_phrase(html, PHRASE_BODY_MOVED));
	else
		add_content(html, body, number, heading, filling);
}

void body_preface(struct html *html, const struct document *document,
                  const struct body_filling *filling)
{
	add_text(html, &document->body, BODY_PREFACE, 3, filling);
}

static void add_sections(struct html *html, const struct document *document, int heading,
                         const struct body_filling *filling, const struct moved *moved)
{
	const struct body *body = &document->body;
	bool *shown = mem_new(body->count + 1, sizeof(*shown));
	notes_about(html, document);
	for (size_t i = 0; document->kind != NULL && i < document->kind->section_count; i++) {
		int number = body_section(body, document->kind->sections[i].title);
		if (number == BODY_PREFACE)
			continue;
		shown[number] = true;
		add_section(html, body, number, heading, filling, moved);
	}
	for (size_t i = 0; i < body->count; i++)
		if (!shown[i])
			add_section(html, body, (int)i, heading, filling, moved);
	free(shown);
}

void body_sections(struct html *html, const struct document *document, int heading,
                   const struct body_filling *filling)
{
	add_sections(html, document, heading, filling, NULL);
}

void body_sections_but(struct html *html, const struct document *document, int heading,
                       const struct body_filling *filling, const char *title, const char *address)
{
	const struct moved moved = {title, address};
	add_sections(html, document, heading, filling, &moved);
}

bool body_has(const struct document *document, const char *title)
{
	int number = body_section(&document->body, title);
	return number != BODY_PREFACE && !document->body.sections[number].empty;
}

void body_part(struct html *html, const struct document *document, const char *title, int heading,
               const struct body_filling *filling)
{
	add_content(html, &document->body, body_section(&document->body, title), heading, filling);
}

void document_banners(struct html *html, const struct document *document)
{
	const struct imported *imported = document->update != NULL ? &document->update->imported
	                                  : document->overview != NULL
	                                          ? &document->overview->imported
	                                          : NULL;
	notes_about(html, document);
	if (document_is_draft(document))
		html_add(html, "<p class=\"banner\"><strong>%s</strong>%s</p>\n",
		         html_phrase(html, PHRASE_BANNER_DRAFT),
		         html_phrase(html, PHRASE_BANNER_DRAFT_MEANS));
	if (imported != NULL && imported->source.text != NULL) {
		html_add(html, "<p class=\"banner\"><strong>%s</strong>%s",
		         html_phrase(html, PHRASE_BANNER_TRANSCRIBED),
		         html_phrase(html, PHRASE_BANNER_TRANSCRIBED_FROM));
		written(html, imported->source.text);
		html_put(html, ".</p>\n");
	}
}

void roll_up_note(struct html *html, const struct document *document)
{
	const struct overview *overview = document->overview;
	if (overview == NULL || overview->roll_up_reason.text == NULL)
		return;
	html_add(html, "<p class=\"inset\"><strong>%s</strong> ",
	         html_phrase(html, PHRASE_ROLL_UP_WHY));
	written(html, overview->roll_up_reason.text);
	html_put(html, "</p>\n");
}
