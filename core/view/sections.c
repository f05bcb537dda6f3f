#include "view/sections.h"

#include "base/text.h"
#include "document/document.h"
#include "view/show_view.h"

enum { INDENT = 2, DEEPEST = 8 };

int sections_at(const struct document *document, size_t place)
{
	const struct body *body = &document->body;
	const struct kind *kind = document->kind;
	size_t known = kind == NULL ? 0 : kind->section_count, at = 0;
	for (size_t i = 0; i < known; i++)
		if (body_section(body, kind->sections[i].title) != BODY_PREFACE && at++ == place)
			return body_section(body, kind->sections[i].title);
	for (size_t i = 0; i < body->count; i++) {
		bool told = false;
		for (size_t j = 0; j < known; j++)
			told = told || body_section(body, kind->sections[j].title) == (int)i;
		if (!told && at++ == place)
			return (int)i;
	}
	return -1;
}

/* Where blocks of the body go. */
struct prose {
	struct buf *out;
	const struct layout *layout;
	bool begun;
	const struct filling *filling;
};

static void add_block(const struct block *block, void *context)
{
	struct prose *prose = context;
	size_t depth = (size_t)(block->depth > DEEPEST ? DEEPEST : block->depth);
	size_t marker = text_width(block->marker), indent = INDENT + depth * LINES_INDENT;
	if (prose->begun && !block->tight)
		buf_byte(prose->out, '\n');
	prose->begun = true;
	if (block->type == BLOCK_PLACEHOLDER) {
		filling_as_text(prose->filling, block->placeholder, indent, prose->layout,
		                prose->out);
		return;
	}
	if (block->type == BLOCK_CODE)
		indent += LINES_INDENT;
	if (marker == 0) {
		lines_add(prose->out, block->text[0] != '\0' ? block->text : "", indent,
		          prose->layout);
		return;
	}
	if (marker + 1 > LINES_INDENT)
		indent += marker + 1 - LINES_INDENT;
	buf_repeat(prose->out, ' ', indent - marker - 1);
	buf_printf(prose->out, "%s ", block->marker);
	lines_wrap(prose->out, block->text, indent, indent, prose->layout);
}

void sections_as_text(const struct filling *filling, const struct layout *layout, struct buf *out)
{
	const struct document *document = filling->document;
	struct prose prose = {.out = out, .layout = layout, .begun = true, .filling = filling};
	int section;
	body_blocks(&document->body, BODY_PREFACE, add_block, &prose);
	for (size_t i = 0; (section = sections_at(document, i)) >= 0; i++) {
		show_heading(out, document->body.sections[section].title, layout);
		prose.begun = false;
		body_blocks(&document->body, section, add_block, &prose);
		if (!prose.begun)
			lines_add(out, "Nothing was written here.", INDENT, layout);
	}
}

/* The text of a section, and what is known for its placeholders. */
struct told {
	struct buf text;
	const struct filling *filling;
};

/* Blocks of a section as one text, an empty line between. */
static void add_told(const struct block *block, void *context)
{
	/* Whoever reads it folds its lines. */
	static const struct layout layout = {.colour = false, .width = 10000};
	struct told *told = context;
	struct buf *text = &told->text;
	if (text->length != 0)
		buf_text(text, block->tight ? "\n" : "\n\n");
	if (block->type == BLOCK_PLACEHOLDER) {
		filling_as_text(told->filling, block->placeholder, 0, &layout, text);
		while (text->length != 0 && text->bytes[text->length - 1] == '\n')
			text->bytes[--text->length] = '\0';
		return;
	}
	buf_printf(text, "%s%s%s", block->marker, block->marker[0] != '\0' ? " " : "", block->text);
}

void sections_as_json(const struct filling *filling, struct json_writer *json)
{
	const struct document *document = filling->document;
	struct told told = {.text = BUF_INIT, .filling = filling};
	json_open_array(json, "sections");
	for (size_t i = 0; i == 0 || sections_at(document, i - 1) >= 0; i++) {
		int section = i == 0 ? BODY_PREFACE : sections_at(document, i - 1);
		buf_clear(&told.text);
		body_blocks(&document->body, section, add_told, &told);
		if (i == 0 && told.text.length == 0)
			continue;
		json_open_object(json, NULL);
		json_add_text(json, "title",
		              i == 0 ? NULL : document->body.sections[section].title);
		json_add_text(json, "text", told.text.bytes);
		json_close(json);
	}
	json_close(json);
	buf_release(&told.text);
}
