#include "rules/page.h"

#include <string.h>

#include "rules/pages.h"

static const struct rule_page *const groups[] = {
	pages_form,     pages_slips,   pages_tree,    pages_published, pages_closedown,
	pages_past,     pages_signoff, pages_landing, pages_actions,   pages_observation,
	pages_schedule, pages_dates,   pages_ledger,  pages_risks,     pages_rationale,
	pages_claims,   pages_names,   pages_finish,  pages_roll_up};

const struct rule_page *rule_page(const char *id)
{
	for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++)
		for (const struct rule_page *page = groups[i]; page->id != NULL; page++)
			if (strcmp(page->id, id) == 0)
				return page;
	return NULL;
}

/* The words of steps; one without a word is a file. BETWEEN parts the text from the rest. */
static const struct {
	const char *word, *between;
	enum example_step step;
} steps[] = {
	{"whole ", NULL, EXAMPLE_WHOLE},   {"link ", " -> ", EXAMPLE_LINK},
	{"delete ", NULL, EXAMPLE_DELETE}, {"commit ", NULL, EXAMPLE_COMMIT},
	{"branch ", NULL, EXAMPLE_BRANCH}, {"switch ", NULL, EXAMPLE_SWITCH},
	{"merge ", " ", EXAMPLE_MERGE},    {"pull ", " ", EXAMPLE_PULL},
	{"", NULL, EXAMPLE_FILE},
};

/* Moves what stands behind BETWEEN from the text to the rest. */
static void divide(struct example_line *line, const char *between)
{
	size_t width = strlen(between);
	for (size_t i = 0; i + width <= line->length; i++) {
		if (memcmp(line->text + i, between, width) != 0)
			continue;
		line->rest = line->text + i + width;
		line->rest_length = line->length - i - width;
		line->length = i;
		return;
	}
}

static void read_step(struct example_line *line)
{
	size_t i = 0;
	while (strncmp(line->text, steps[i].word, strlen(steps[i].word)) != 0)
		i++;
	line->step = steps[i].step;
	line->text += strlen(steps[i].word);
	line->length -= strlen(steps[i].word);
	if (steps[i].between != NULL)
		divide(line, steps[i].between);
}

bool example_next(const char **at, struct example_line *line)
{
	if (**at == '\0')
		return false;
	*line = (struct example_line){EXAMPLE_LINE, false, *at, strcspn(*at, "\n"), "", 0};
	*at += line->length;
	*at += **at == '\n' ? 1 : 0;
	bool step = strncmp(line->text, "== ", 3) == 0;
	line->marked = strncmp(line->text, "=> ", 3) == 0;
	if (step || line->marked) {
		line->text += 3;
		line->length -= 3;
	}
	if (step)
		read_step(line);
	return true;
}
