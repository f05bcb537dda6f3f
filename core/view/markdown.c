#include "view/markdown.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

static bool is_word(char byte)
{
	return isalnum((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

/* True where the character at *AT, which is ASCII, could begin or end markup. */
static bool is_markup(const char *text, size_t at)
{
	char byte = text[at];
	if (byte == '_') /* inside a word it is none, and in an address it must stay */
		return at == 0 || !is_word(text[at - 1]) || !is_word(text[at + 1]);
	if (strchr("\\`*[]<>|~$&", byte) != NULL)
		return true;
	if (at == 0 && strchr("#+-=", byte) != NULL)
		return true;
	/* "1." and "1)" begin a list. */
	return (byte == '.' || byte == ')') && at != 0 && strspn(text, "0123456789") == at;
}

/* One line. */
static void add_line(struct buf *out, const char *line, size_t length)
{
	struct buf shown = BUF_INIT;
	text_add_visible(&shown, line, length);
	const char *text = shown.bytes + strspn(shown.bytes, " ");
	for (size_t at = 0; text[at] != '\0'; at++) {
		if (is_markup(text, at))
			buf_byte(out, '\\');
		buf_byte(out, text[at]);
	}
	buf_release(&shown);
}

void markdown_text(struct buf *out, const char *text)
{
	add_line(out, text, strlen(text));
}

void markdown_lines(struct buf *out, const char *text)
{
	for (;;) {
		size_t length = strcspn(text, "\n");
		add_line(out, text, length);
		text += length;
		text += strspn(text, "\n");
		if (*text == '\0')
			break;
		buf_text(out, "\\\n");
	}
}

void markdown_person(struct buf *out, const char *name)
{
	struct buf shown = BUF_INIT;
	while (*name != '\0') {
		size_t length = strcspn(name, "@");
		buf_add(&shown, name, length);
		name += length;
		if (*name == '\0')
			break;
		size_t host = strcspn(name, " \t\n\r<>()[],;\"'");
		buf_text(&shown, host > 1 ? "@…" : "@");
		name += host;
	}
	markdown_text(out, shown.bytes);
	buf_release(&shown);
}

void markdown_heading(struct buf *out, int level, const char *title)
{
	while (out->length != 0 &&
	       (out->length < 2 || strcmp(out->bytes + out->length - 2, "\n\n") != 0))
		buf_byte(out, '\n');
	buf_repeat(out, '#', (size_t)level);
	buf_byte(out, ' ');
	markdown_text(out, title);
	buf_text(out, "\n\n");
}

void markdown_fact(struct buf *out, const char *name)
{
	buf_printf(out, "- **%s:** ", name);
}

void markdown_table(struct buf *out, const char *const *columns, size_t count)
{
	for (size_t i = 0; i < count; i++)
		buf_printf(out, "%s%s", i == 0 ? "| " : " | ", columns[i]);
	buf_text(out, " |\n");
	for (size_t i = 0; i < count; i++)
		buf_text(out, i == 0 ? "| ---" : " | ---");
	buf_text(out, " |\n");
}

void markdown_cell(struct buf *out, const char *text)
{
	buf_text(out, "| ");
	markdown_text(out, text);
	buf_byte(out, ' ');
}

void markdown_row_end(struct buf *out)
{
	buf_text(out, "|\n");
}
