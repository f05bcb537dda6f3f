#include "view/rules_view.h"

#include <string.h>

#include "view/rule_words.h"

enum { INDENT = 2, FILE_INDENT = 4, SEVERITY_WIDTH = 9 };

static const char *const bold = "\x1b[1m";

static size_t widest_id(void)
{
	size_t widest = 0;
	for (size_t i = 0; i < rule_count; i++)
		if (strlen(rules[i].id) > widest)
			widest = strlen(rules[i].id);
	return widest;
}

static void add_heading(struct buf *out, const char *title, const struct layout *layout)
{
	buf_printf(out, "%s%s%s%s\n", out->length != 0 ? "\n" : "", layout->colour ? bold : "",
	           title, layout->colour ? LINES_PLAIN : "");
}

void rules_as_text(const struct layout *layout, struct buf *out)
{
	size_t width = widest_id() + 2, column = width + SEVERITY_WIDTH;
	for (enum rule_family group = 0; group < FAMILY_COUNT; group++) {
		struct buf heading = BUF_INIT;
		if (rule_group_heading(group, &heading))
			add_heading(out, heading.bytes, layout);
		buf_release(&heading);
		for (size_t i = 0; (i = rule_of_group(group, i)) < rule_count; i++) {
			lines_column(out, rules[i].id, width, layout->colour ? bold : NULL);
			lines_column(out, severity_word(rules[i].severity), SEVERITY_WIDTH, NULL);
			lines_wrap(out, rules[i].sentence, column, column, layout);
		}
	}
}

struct output {
	struct buf *out;
	const struct layout *layout;
};

/* A line of an example. It stands as it is written, and is not folded. */
static void add_example_line(const struct example_shown *line, void *context)
{
	struct output *output = context;
	bool marked = line->marked && output->layout->colour;
	buf_repeat(output->out, ' ', INDENT);
	if (line->inner)
		buf_text(output->out, line->marked ? "> " : "  ");
	buf_printf(output->out, "%s%s%s", marked ? bold : "", line->text,
	           marked ? LINES_PLAIN : "");
	lines_end(output->out);
}

static void add_example(struct buf *out, const char *title, const char *example,
                        const struct layout *layout)
{
	struct output output = {out, layout};
	add_heading(out, title, layout);
	rule_example(example, add_example_line, &output);
}

/* Lines to be copied, each indented. */
static void add_lines(struct buf *out, const char *lines)
{
	while (*lines != '\0') {
		size_t length = strcspn(lines, "\n");
		buf_repeat(out, ' ', FILE_INDENT);
		buf_add(out, lines, length);
		buf_byte(out, '\n');
		lines += length + 1;
	}
}

static void add_answers(const struct rule *rule, enum rule_answer answer,
                        const struct layout *layout, struct buf *out)
{
	struct buf lines = BUF_INIT;
	add_heading(out, "To turn it off, or to answer it", layout);
	if (rule_has_plan_answer(answer)) {
		lines_add(out, rule_in_plan, INDENT, layout);
		rule_severity_lines(rule, &lines);
		add_lines(out, lines.bytes);
		buf_clear(&lines);
	}
	if (rule_has_document_answer(answer)) {
		lines_add(out, rule_in_document, INDENT, layout);
		rule_explained_lines(rule, &lines);
		add_lines(out, lines.bytes);
	}
	if (rule_not_answered(rule, answer) != NULL)
		lines_add(out, rule_not_answered(rule, answer), INDENT, layout);
	buf_release(&lines);
}

void rule_as_text(const struct rule *rule, const struct layout *layout, struct buf *out)
{
	const struct rule_page *page = rule_page(rule->id);
	buf_printf(out, "%s%s%s (%s)\n", layout->colour ? bold : "", rule->id,
	           layout->colour ? LINES_PLAIN : "", severity_word(rule->severity));
	lines_add(out, rule->sentence, INDENT, layout);
	if (page == NULL)
		return;
	add_heading(out, "Why", layout);
	lines_add(out, page->why, INDENT, layout);
	add_example(out, "Wrong", page->bad, layout);
	add_example(out, "Right", page->good, layout);
	add_answers(rule, page->answer, layout, out);
}
