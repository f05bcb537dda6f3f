#include "view/rule_words.h"

#include <string.h>

const char rule_notation[] =
	"A line with `>` before it is where the finding stands; `...` is the rest of a complete "
	"document. Words in brackets such as `(U+200B)`, `(tab)` or `(9000 letters)` stand for "
	"what cannot be shown.";

const char rule_in_plan[] =
	"A plan says in its plan.md how much the rule weighs there: `error`, `warning` or `off`.";

const char rule_in_document[] =
	"A document answers the finding with a reason. The answer is shown beside it, and it is "
	"no longer an error or a warning.";

bool rule_has_plan_answer(enum rule_answer answer)
{
	return answer == ANSWER_IN_BOTH || answer == ANSWER_IN_PLAN;
}

bool rule_has_document_answer(enum rule_answer answer)
{
	return answer == ANSWER_IN_BOTH || answer == ANSWER_IN_DOCUMENT;
}

const char *rule_not_answered(const struct rule *rule, enum rule_answer answer)
{
	switch (answer) {
	case ANSWER_IN_PLAN:
		if (rule->scope == RULE_OF_LANDING)
			return "No document answers it, since it is about what a commit did.";
		return "The document cannot answer it, since its fields are not read: mend it.";
	case ANSWER_IN_DOCUMENT:
		return "There is no plan that could turn the rule off.";
	case ANSWER_IN_NEITHER:
		return "It cannot be turned off or answered: mend what it found.";
	case ANSWER_IN_BOTH:
		break;
	}
	return NULL;
}

void rule_severity_lines(const struct rule *rule, struct buf *out)
{
	buf_printf(
		out, "severity:\n  %s: %s\n", rule->id,
		severity_word(rule->severity == SEVERITY_ERROR ? SEVERITY_WARNING : SEVERITY_OFF));
}

void rule_explained_lines(const struct rule *rule, struct buf *out)
{
	buf_printf(out, "explained:\n  - {rule: %s, reason: Why it is right as it is}\n", rule->id);
}

/* An example on its way to the reader. */
struct showing {
	example_visitor visit;
	void *context;
	bool partial; /* the file above is shown in part */
	bool dots;    /* the line above is `...` */
	struct buf text;
};

static void show(struct showing *showing, bool inner, bool marked)
{
	struct example_shown line = {inner, marked, showing->text.bytes};
	showing->visit(&line, showing->context);
	showing->dots = false;
	buf_clear(&showing->text);
}

static void show_dots(struct showing *showing)
{
	if (!showing->partial || showing->dots)
		return;
	buf_text(&showing->text, "...");
	show(showing, true, false);
	showing->dots = true;
}

static void show_step(struct showing *showing, const struct example_line *line)
{
	static const struct {
		const char *before, *between, *after;
	} words[] = {
		[EXAMPLE_LINE] = {"", "", ""},
		[EXAMPLE_FILE] = {"", "", ""},
		[EXAMPLE_WHOLE] = {"", "", ""},
		[EXAMPLE_LINK] = {"", ", a symbolic link to ", ""},
		[EXAMPLE_DELETE] = {"", "", " is deleted"},
		[EXAMPLE_COMMIT] = {"(committed by ", "", ")"},
		[EXAMPLE_BRANCH] = {"(on a new branch, ", "", ")"},
		[EXAMPLE_SWITCH] = {"(on the branch ", "", ")"},
		[EXAMPLE_MERGE] = {"(git merge ", ", by ", ")"},
		[EXAMPLE_PULL] = {"(git pull of ", ", by ", ")"},
	};
	buf_text(&showing->text, words[line->step].before);
	buf_add(&showing->text, line->text, line->length);
	buf_text(&showing->text, words[line->step].between);
	buf_add(&showing->text, line->rest, line->rest_length);
	buf_text(&showing->text, words[line->step].after);
	show(showing, false, false);
}

void rule_example(const char *example, example_visitor visit, void *context)
{
	struct showing showing = {visit, context, false, false, BUF_INIT};
	struct example_line line;
	while (example_next(&example, &line)) {
		if (line.step != EXAMPLE_LINE) {
			show_dots(&showing);
			show_step(&showing, &line);
			showing.partial = line.step == EXAMPLE_FILE;
			show_dots(&showing);
			continue;
		}
		if (line.length >= 3 && memcmp(line.text, "## ", 3) == 0)
			show_dots(&showing);
		buf_add(&showing.text, line.text, line.length);
		show(&showing, true, line.marked);
	}
	show_dots(&showing);
	buf_release(&showing.text);
}

size_t rule_of_group(enum rule_family group, size_t at)
{
	while (at < rule_count && rules[at].family != group)
		at++;
	return at;
}

bool rule_group_heading(enum rule_family group, struct buf *out)
{
	const char *words = rule_family_words(group);
	if (rule_of_group(group, 0) == rule_count)
		return false;
	if (group == FAMILY_NONE) {
		buf_text(out, words);
		return true;
	}
	buf_text(out, "Candour: ");
	buf_byte(out, (char)(words[0] >= 'A' && words[0] <= 'Z' ? words[0] - 'A' + 'a' : words[0]));
	buf_text(out, words + 1);
	return true;
}
