/* A section that is read alone is what it is in the whole body, whatever stands around it. */
#include "support/testing.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "document/body.h"

/* Lines whose meaning depends on their neighbours. Rows below DEFINING define a link. */
static const char *const lines[] = {
	"[a]: /b",
	"> [a]: /b",
	"- [c]:",
	"",
	"",
	"## Title",
	"# Title [a]",
	"##",
	"   ## three blanks",
	"    ## four blanks",
	"Title",
	"---",
	"===",
	"- ---",
	"> ## quoted",
	"- ## in a list",
	"- item",
	"  more of it",
	"1. one",
	"> quotation",
	"lazy [a] and ![c][a]",
	"```",
	"~~~ md",
	"    code",
	"<!-- comment",
	"-->",
	"<!-- ragtrail:status -->",
	"<div>",
	"</div>",
	"<pre>",
	"<?php",
	"?>",
	"**bold",
	"and** `code",
	"end`",
	"[text](address",
	"\"title\")",
	"line with two blanks  ",
	"line with a backslash\\",
	"&copy; \xC3\xA9",
	"\ttab",
	"- ",
	"***",
	"\xEF\xBB\xBF# Marked",
	"\xEF\xBB\xBF",
};

enum { DEFINING = 3, MOST_LINES = 24, ROUNDS = 10000 };

static uint64_t next_number(uint64_t *state)
{
	*state = *state * 6364136223846793005U + 1442695040888963407U;
	return *state >> 33;
}

/* Every fourth body may define links; every third has line ends of Windows. */
static void write_body(uint64_t *state, size_t round, struct buf *markdown)
{
	const size_t all = sizeof(lines) / sizeof(lines[0]), from = round % 4 == 0 ? 0 : DEFINING;
	size_t count = next_number(state) % MOST_LINES;
	buf_clear(markdown);
	for (size_t i = 0; i < count; i++)
		buf_printf(markdown, "%s%s", lines[from + next_number(state) % (all - from)],
		           i + 1 == count && round % 2 == 0 ? ""
		           : round % 3 == 0                 ? "\r\n"
		                                            : "\n");
	if (markdown->length == 0)
		buf_text(markdown, "");
}

static void add_block(const struct block *block, void *context)
{
	buf_printf(context, "%d %d [%s] %d %d <%s>\n", block->type, block->depth, block->marker,
	           block->type == BLOCK_PLACEHOLDER ? (int)block->placeholder : 0, block->tight,
	           block->text != NULL ? block->text : "");
}

static void add_everything(const struct body *body, int section, struct buf *out)
{
	buf_clear(out);
	body_html(body, section, 3, out);
	body_markdown(body, section, 3, NULL, out);
	body_blocks(body, section, add_block, out);
	buf_text(out, "");
}

static void sections_read_alone_are_what_they_are_in_the_whole(void **state)
{
	(void)state;
	struct buf markdown = BUF_INIT, alone = BUF_INIT, inside = BUF_INIT;
	uint64_t numbers = 1;
	size_t apart = 0, sections = 0;
	for (size_t round = 0; round < ROUNDS; round++) {
		struct arena arena = ARENA_INIT;
		struct faults faults = {.arena = &arena};
		write_body(&numbers, round, &markdown);
		struct body body = {.text = markdown.bytes, .length = markdown.length, .line = 1};
		body_read(&body, &faults);
		struct body whole = body;
		whole.apart = false;
		apart += body.apart ? 1 : 0;
		for (int i = BODY_PREFACE; i < (int)body.count; i++, sections++) {
			add_everything(&body, i, &alone);
			add_everything(&whole, i, &inside);
			if (strcmp(alone.bytes, inside.bytes) != 0)
				print_message("section %d of round %zu:\n%s\n", i, round,
				              markdown.bytes);
			assert_string_equal(alone.bytes, inside.bytes);
		}
		arena_release(&arena);
	}
	/* Both ways were taken, and of bodies with more than one section. */
	assert_in_range(apart, ROUNDS / 2, ROUNDS - ROUNDS / 10);
	assert_true(sections > ROUNDS + ROUNDS / 2);
	buf_release(&markdown);
	buf_release(&alone);
	buf_release(&inside);
}

/* The texts of all sections, one after the other, are the body. */
static void the_texts_of_sections_are_the_body(void **state)
{
	(void)state;
	static const char markdown[] = "Before\n## One\n\nText\n\nTwo\n---\nMore\n## Three";
	struct arena arena = ARENA_INIT;
	struct faults faults = {.arena = &arena};
	struct body body = {.text = markdown, .length = strlen(markdown), .line = 1};
	struct buf text = BUF_INIT;
	body_read(&body, &faults);
	for (int i = BODY_PREFACE; i < (int)body.count; i++) {
		size_t length;
		const char *section = body_section_text(&body, i, &length);
		buf_printf(&text, "[%.*s]", (int)length, section);
	}
	assert_string_equal(text.bytes,
	                    "[Before\n][## One\n\nText\n\n][Two\n---\nMore\n][## Three]");
	buf_release(&text);
	arena_release(&arena);
}

/* A hundred sections of a long body take no longer than the body itself. */
static void many_sections_of_a_long_body_are_quick(void **state)
{
	(void)state;
	struct buf markdown = BUF_INIT, html = BUF_INIT;
	struct arena arena = ARENA_INIT;
	struct faults faults = {.arena = &arena};
	for (int i = 0; i < BODY_MOST_SECTIONS; i++) {
		buf_text(&markdown, "## a\n\n");
		for (int j = 0; j < 60; j++)
			buf_text(&markdown, "*b* c\n\n");
	}
	struct body body = {.text = markdown.bytes, .length = markdown.length, .line = 1};
	body_read(&body, &faults);
	double start = testing_seconds();
	for (int i = 0; i < (int)body.count; i++)
		body_html(&body, i, 3, &html);
	double alone = testing_seconds() - start;
	body.apart = false;
	start = testing_seconds();
	for (int i = 0; i < (int)body.count; i++)
		body_html(&body, i, 3, &html);
	double whole = testing_seconds() - start;
	assert_true(whole > 5 * alone);
	buf_release(&markdown);
	buf_release(&html);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sections_read_alone_are_what_they_are_in_the_whole),
		cmocka_unit_test(the_texts_of_sections_are_the_body),
		cmocka_unit_test(many_sections_of_a_long_body_are_quick),
	};
	return cmocka_run_group_tests_name("body_apart", tests, NULL, NULL) != 0;
}
