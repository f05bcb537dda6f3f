#include "site/pages.h"

#include "base/mem.h"
#include "site/notes.h"
#include "view/badge.h"

#include <stdlib.h>

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

static void add_section(struct html *html, const struct body *body, int number, int heading,
                        const struct body_filling *filling)
{
	const struct section *section = &body->sections[number];
	html_add(html, "<h%d>%s</h%d>\n", heading, section->title, heading);
	notes_at(html, section->title);
	if (section->empty)
		html_put(html, "<p>Nothing was written here.</p>\n");
	else
		add_text(html, body, number, heading + 1, filling);
}

void body_preface(struct html *html, const struct document *document,
                  const struct body_filling *filling)
{
	add_text(html, &document->body, BODY_PREFACE, 3, filling);
}

void body_sections(struct html *html, const struct document *document, int heading,
                   const struct body_filling *filling)
{
	const struct body *body = &document->body;
	bool *shown = mem_new(body->count + 1, sizeof(*shown));
	notes_about(html, document);
	for (size_t i = 0; document->kind != NULL && i < document->kind->section_count; i++) {
		int number = body_section(body, document->kind->sections[i].title);
		if (number == BODY_PREFACE)
			continue;
		shown[number] = true;
		add_section(html, body, number, heading, filling);
	}
	for (size_t i = 0; i < body->count; i++)
		if (!shown[i])
			add_section(html, body, (int)i, heading, filling);
	free(shown);
}

void document_banners(struct html *html, const struct document *document)
{
	const struct imported *imported = document->update != NULL ? &document->update->imported
	                                  : document->overview != NULL
	                                          ? &document->overview->imported
	                                          : NULL;
	if (document_is_draft(document))
		html_put(html,
		         "<p class=\"banner\"><strong>Draft.</strong> This has not been agreed "
		         "and may change.</p>\n");
	if (imported != NULL && imported->source.text != NULL) {
		html_put(html, "<p class=\"banner\"><strong>Transcribed</strong> from: ");
		html_lines(html, imported->source.text);
		html_put(html, ".</p>\n");
	}
}

void roll_up_note(struct html *html, const struct document *document)
{
	const struct overview *overview = document->overview;
	if (overview == NULL || overview->roll_up_reason.text == NULL)
		return;
	html_put(html, "<p class=\"inset\"><strong>Why the programme is rated so:</strong> ");
	html_lines(html, overview->roll_up_reason.text);
	html_put(html, "</p>\n");
}
