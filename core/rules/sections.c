/* The sections that a document must have: declared in rules/judge.h. */
#include "rules/judge.h"

#include <string.h>

#include "base/text.h"

enum { LONGEST_HEADING = 200 };

static bool has_fault(const struct document *document, const char *rule)
{
	for (size_t i = 0; i < document->faults.count; i++)
		if (strcmp(document->faults.items[i].rule, rule) == 0)
			return true;
	return false;
}

/* A text that is too large is not read: nobody knows its sections. */
static bool is_unread(const struct document *document)
{
	return document->body.length == 0 && has_fault(document, "too-large");
}

/* The heading that was meant for this one, by its letters; BODY_PREFACE if none. */
static int misspelt(const struct body *body, const char *title)
{
	for (size_t i = 0; i < body->count; i++)
		if (text_nearest(body->sections[i].title, &title, 1) != NULL)
			return (int)i;
	return BODY_PREFACE;
}

/* Takes off what makes a line look like a heading: `**Key activities:**`. */
static void take_looks_off(const char **start, const char **end)
{
	static const char looks[] = "*_:# \t\r";
	while (*start < *end && strchr(looks, **start) != NULL)
		++*start;
	while (*end > *start && strchr(looks, (*end)[-1]) != NULL)
		--*end;
}

/* The line of the text that says TITLE and no more, as pasted headings do; 0 if none. */
static int line_of(const struct body *body, const char *title)
{
	size_t length = strlen(title);
	const char *at = body->text, *stop = at + body->length;
	for (int line = body->line; at < stop && length < LONGEST_HEADING; line++) {
		char text[LONGEST_HEADING];
		const char *next = memchr(at, '\n', (size_t)(stop - at)), *start = at;
		const char *end = next == NULL ? stop : next;
		at = next == NULL ? stop : next + 1;
		take_looks_off(&start, &end);
		if ((size_t)(end - start) != length)
			continue;
		memcpy(text, start, length);
		text[length] = '\0';
		if (text_equal_folded(text, title))
			return line;
	}
	return 0;
}

static void report_missing(const struct judgement *judgement, const char *title, const char *help)
{
	const struct body *body = &judgement->document->body;
	const char *path = judgement->document->path;
	int near = misspelt(body, title), line = line_of(body, title);
	/* A heading that lacks its space was told already. */
	for (size_t i = 0; i < body->unmade_count; i++)
		if (text_equal_folded(body->unmade[i].title, title))
			return;
	if (near != BODY_PREFACE)
		judgement_add(judgement, path, body->sections[near].place,
		              "there is no section `## %s`; if this is it, spell the heading so",
		              title);
	else if (line != 0)
		judgement_add(judgement, path, (struct place){line, 1},
		              "this line is no heading; write `## %s`", title);
	else
		judgement_add(judgement, path, (struct place){body->line, 1},
		              "there is no section `## %s`; add it (%s)", title, help);
}

static void check_section(const struct judgement *judgement, const char *title, const char *help)
{
	char text[HELP_SIZE];
	const struct document *document = judgement->document;
	int section = body_section(&document->body, title);
	inner_help(help, text);
	if (section == BODY_PREFACE)
		report_missing(judgement, title, text);
	else if (document->body.sections[section].empty && !has_fault(document, "merge-marker"))
		/* What a merge left behind looks like headings. */
		judgement_add(judgement, document->path, document->body.sections[section].place,
		              "the section `## %s` is empty; write it (%s)", title, text);
}

void judge_required_section(const struct judgement *judgement)
{
	const struct document *document = judgement->document;
	if (document->kind == NULL || document_fields(document) == NULL || is_unread(document))
		return;
	for (size_t i = 0; i < document->kind->section_count; i++)
		if (is_needed(document->kind->sections[i].need, document))
			check_section(judgement, document->kind->sections[i].title,
			              document->kind->sections[i].help);
	if (judgement->folder->plan == NULL || document->update == NULL ||
	    document_is_imported(document))
		return;
	const struct list *titles = &judgement->folder->plan->requires.sections;
	for (size_t i = 0; i < titles->count; i++)
		check_section(judgement, LIST_OF(struct value, *titles)[i].text,
		              "This plan requires it.");
}
