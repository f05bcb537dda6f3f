#include "support/mutation.h"

#include <string.h>

#include "support/testing.h"

size_t chance_below(struct chance *chance, size_t below)
{
	chance->state ^= chance->state << 13;
	chance->state ^= chance->state >> 7;
	chance->state ^= chance->state << 17;
	return (size_t)((chance->state >> 16) % below);
}

#define TOKEN(text)                                                                                \
	{                                                                                          \
		text, sizeof(text) - 1                                                             \
	}

static const struct token {
	const char *text;
	size_t length;
} tokens[] = {
	TOKEN(": "),
	TOKEN(":"),
	TOKEN(" :"),
	TOKEN("#"),
	TOKEN(" #"),
	TOKEN("# "),
	TOKEN("\""),
	TOKEN("'"),
	TOKEN("''"),
	TOKEN("\\"),
	TOKEN("["),
	TOKEN("]"),
	TOKEN("{"),
	TOKEN("}"),
	TOKEN("{}"),
	TOKEN("[]"),
	TOKEN(","),
	TOKEN(", "),
	TOKEN("- "),
	TOKEN("-"),
	TOKEN("- - "),
	TOKEN("\n- "),
	TOKEN("\n  - "),
	TOKEN("? "),
	TOKEN("?"),
	TOKEN("|"),
	TOKEN(">"),
	TOKEN(">-\n"),
	TOKEN(" |\n"),
	TOKEN(">2\n"),
	TOKEN("&a "),
	TOKEN("*a"),
	TOKEN("!"),
	TOKEN("!!str "),
	TOKEN("%"),
	TOKEN("@"),
	TOKEN("`"),
	TOKEN("~"),
	TOKEN("="),
	TOKEN("<<"),
	TOKEN("\t"),
	TOKEN(" \t"),
	TOKEN("\n"),
	TOKEN("\n\n"),
	TOKEN("\n "),
	TOKEN("\n  "),
	TOKEN("\n    "),
	TOKEN("\n      "),
	TOKEN(" "),
	TOKEN("  "),
	TOKEN(" \n"),
	TOKEN("\r"),
	TOKEN("\r\n"),
	TOKEN("\0"),
	TOKEN("\x01"),
	TOKEN("\x7f"),
	TOKEN("\x80"),
	TOKEN("\xc3"),
	TOKEN("\xc2\x85"),
	TOKEN("\xc2\xa0"),
	TOKEN("\xc2\xad"),
	TOKEN("\xe2\x80\xa8"),
	TOKEN("\xe2\x80\x93"),
	TOKEN("\xe2\x80\x8b"),
	TOKEN("\xef\xbb\xbf"),
	TOKEN("\xef\xbf\xbf"),
	TOKEN("\xed\xa0\x80"),
	TOKEN("\xf0\x9f\x98\x80"),
	TOKEN("---"),
	TOKEN("\n---\n"),
	TOKEN("--- "),
	TOKEN("...\n"),
	TOKEN("\n... "),
	TOKEN("a"),
	TOKEN("x"),
	TOKEN("1"),
	TOKEN("key: key:"),
	TOKEN("a: b\n"),
	TOKEN("\na: b"),
	TOKEN("\na:\n"),
	TOKEN("\n  a: b\n"),
	TOKEN("\n    a: b"),
	TOKEN("{a: b}"),
	TOKEN("{a: b, c: \"d, e\"}"),
	TOKEN("[a, \"b, c\"]"),
	TOKEN("[a,\n  b]"),
	TOKEN("\nrag: "),
	TOKEN("rag: amber\n"),
	TOKEN("period: 2023-08\n"),
	TOKEN("\nsponsor:\n"),
	TOKEN("workstream: \"roads \"\n"),
	TOKEN("draft: true\n"),
	TOKEN("draft: 'false'\n"),
	TOKEN("imported:\n  source: x\n"),
	TOKEN("\nimported:\n"),
	TOKEN("imported: {}\n"),
	TOKEN("imported: "),
	TOKEN("correction:\n  reason: x\n"),
	TOKEN("kind: overview\n"),
	TOKEN("kind: plan\n"),
	TOKEN("kind:\n"),
	TOKEN("<<<<<<< a\n"),
	TOKEN(">>>>>>> a\n"),
};

/* Puts LENGTH bytes in the place of GONE bytes at AT. */
static void replace(struct buf *text, size_t at, size_t gone, const char *bytes, size_t length)
{
	struct buf changed = BUF_INIT;
	buf_add(&changed, text->bytes, at);
	buf_add(&changed, bytes, length);
	buf_add(&changed, text->bytes + at + gone, text->length - at - gone);
	buf_clear(text);
	buf_add(text, changed.bytes, changed.length);
	buf_release(&changed);
}

static size_t choose_place(struct buf *text, struct chance *chance)
{
	size_t reach = text->length + 1;
	if (chance_below(chance, 4) != 0 && reach > 400)
		reach = 400;
	return chance_below(chance, reach);
}

static size_t line_start(const struct buf *text, size_t at)
{
	while (at > 0 && text->bytes[at - 1] != '\n')
		at--;
	return at;
}

static size_t line_length(const struct buf *text, size_t start)
{
	const char *end = memchr(text->bytes + start, '\n', text->length - start);
	return end == NULL ? text->length - start : (size_t)(end - text->bytes) + 1 - start;
}

/* Takes a line out, gives it a second time, or moves it. */
static void change_line(struct buf *text, struct chance *chance)
{
	size_t start = line_start(text, choose_place(text, chance));
	size_t length = line_length(text, start);
	size_t what = chance_below(chance, 3);
	struct buf line = BUF_INIT;
	buf_add(&line, text->bytes + start, length);
	if (what != 1)
		replace(text, start, length, "", 0);
	if (what != 0)
		replace(text, line_start(text, choose_place(text, chance)), 0, line.bytes,
		        line.length);
	buf_release(&line);
}

static void change_indent(struct buf *text, struct chance *chance)
{
	size_t start = line_start(text, choose_place(text, chance));
	size_t spaces = strspn(text->bytes + start, " ");
	size_t less = chance_below(chance, 2) == 0 ? 0 : chance_below(chance, spaces + 1);
	replace(text, start, less, "      ", less != 0 ? 0 : chance_below(chance, 6));
}

static const struct token *any_token(struct chance *chance)
{
	return &tokens[chance_below(chance, COUNT_OF(tokens))];
}

static void mutate_once(struct buf *text, struct chance *chance)
{
	size_t at = choose_place(text, chance);
	const struct token *token = any_token(chance);
	char byte;
	switch (chance_below(chance, 8)) {
	case 0:
		change_line(text, chance);
		break;
	case 1:
		change_indent(text, chance);
		break;
	case 2: /* one bit is another */
		if (at < text->length) {
			byte = (char)(text->bytes[at] ^ (1 << chance_below(chance, 8)));
			replace(text, at, 1, &byte, 1);
		}
		break;
	case 3:
		if (at < text->length)
			replace(text, at, 1, "", 0);
		break;
	case 4:
		if (at < text->length)
			replace(text, at, 1, token->text, token->length);
		break;
	case 5: /* behind the name of a field, where values begin */
		at = line_start(text, at);
		at += strcspn(text->bytes + at, ":\n") + 2;
		if (at <= text->length)
			replace(text, at, 0, token->text, token->length);
		break;
	default:
		replace(text, at, 0, token->text, token->length);
		break;
	}
}

void mutate(struct buf *text, struct chance *chance)
{
	for (size_t times = 1 + chance_below(chance, 4); times > 0; times--)
		mutate_once(text, chance);
}

void mutation_soup(struct buf *text, struct chance *chance)
{
	buf_text(text, "---\n");
	for (size_t count = chance_below(chance, 12); count > 0; count--) {
		const struct token *token = any_token(chance);
		buf_add(text, token->text, token->length);
		if (chance_below(chance, 6) == 0)
			buf_printf(text, "\nk%zu: ", count);
	}
	buf_text(text, "\n---\n\nText\n");
}
