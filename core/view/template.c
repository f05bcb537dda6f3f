#include "view/template_view.h"

#include <string.h>

enum { INDENT = 2, LONGEST_LINE = 78 };

/* What begins a line of the field: blanks, and a `#` where it is not required. */
static void begin(struct buf *out, size_t indent, bool silent)
{
	buf_text(out, silent ? "# " : "");
	buf_repeat(out, ' ', indent);
}

/* The help as a comment, folded between words; silent twice in what is a comment itself. */
static void add_help(struct buf *out, const char *help, size_t indent, bool silent)
{
	size_t column = LONGEST_LINE;
	for (bool first = true; *help != '\0'; first = false) {
		size_t length = strcspn(help, " ");
		if (first || column + 1 + length > LONGEST_LINE) {
			buf_text(out, first ? "" : "\n");
			begin(out, indent, silent && indent != 0);
			buf_text(out, "# ");
			column = indent + 4;
		} else {
			buf_byte(out, ' ');
			column++;
		}
		buf_add(out, help, length);
		column += length;
		help += length + strspn(help + length, " ");
	}
	buf_byte(out, '\n');
}

static void add_words(struct buf *out, const struct field *field, size_t indent, bool silent)
{
	struct buf line = BUF_INIT;
	buf_text(&line, "One of:");
	for (size_t i = 0; field->words[i] != NULL; i++)
		buf_printf(&line, "%s %s", i == 0 ? "" : ",", field->words[i]);
	add_help(out, line.bytes, indent, silent);
	buf_release(&line);
}

/* What stands behind the name of a field without a value. */
static const char *start_of(enum field_type type)
{
	return type == FIELD_LIST ? ": []" : type == FIELD_PAIRS ? ": {}" : ":";
}

/*
 * One field below its help, with one row of its list or its inner fields. All of it is silent
 * where the field is, and so is what is optional; DASH: it is the first of a row.
 */
static void add_field(struct buf *out, const struct field *field, size_t indent, bool silent,
                      bool dash)
{
	add_help(out, field->help, indent, silent);
	if (field->words != NULL)
		add_words(out, field, indent, silent);
	begin(out, dash ? indent - INDENT : indent, silent);
	buf_printf(out, "%s%s%s\n", dash ? "- " : "", field->name, start_of(field->type));
	if (field->shape == NULL)
		return;
	bool rows = field->type == FIELD_RECORDS;
	for (size_t i = 0; i < field->shape->count; i++)
		add_field(out, &field->shape->fields[i], indent + (rows ? 2 * INDENT : INDENT),
		          silent || (i != 0 && field->shape->fields[i].need == OPTIONAL),
		          rows && i == 0);
}

void template_as_text(const struct kind *kind, struct buf *out)
{
	buf_printf(out, "---\nkind: %s\n", kind->name);
	for (size_t i = 0; i < kind->shape->count; i++) {
		const struct field *field = &kind->shape->fields[i];
		add_field(out, field, 0, field->need == OPTIONAL, false);
	}
	buf_text(out, "---\n");
	for (size_t i = 0; i < kind->section_count; i++)
		buf_printf(out, "\n## %s\n\n<!-- %s -->\n", kind->sections[i].title,
		           kind->sections[i].help);
}
