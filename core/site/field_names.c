/* What fields, and the words that some may have, are called: declared in site/changes.h. */
#include "site/changes.h"

#include <string.h>

#include "view/fields.h"

struct buf field_label(const struct html *html, const struct field *field)
{
	static const struct {
		const char *name;
		enum phrase phrase;
	} rows[] = {
#define PHRASE(name, english, welsh) {#name, PHRASE_##name},
#include "markup/phrases_fields.inc"
#undef PHRASE
	};
	struct buf label = BUF_INIT;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]) && label.length == 0; i++)
		if (strcmp(rows[i].name + strlen("FIELD_"), field->name) == 0)
			buf_text(&label, html_phrase(html, rows[i].phrase));
	if (label.length == 0)
		field_words(field, &label);
	return label;
}

const char *field_word(const struct html *html, const char *word)
{
	static const enum phrase phrases[] = {
#define PHRASE(name, english, welsh) PHRASE_##name,
#include "markup/phrases_words.inc"
#undef PHRASE
	};
	for (size_t i = 0; i < sizeof(phrases) / sizeof(phrases[0]); i++)
		if (strcmp(phrase_text(phrases[i], LANGUAGE_ENGLISH), word) == 0)
			return html_phrase(html, phrases[i]);
	return word;
}
