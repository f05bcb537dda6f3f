/*
 * Findings as lines that a runner of GitHub or Azure takes as its commands: declared in
 * findings_view.h.
 *
 * A runner reads what is printed, and obeys it: `::error` at the beginning of a line,
 * `##[` and `##vso[` anywhere in one. What is in a document must never become one.
 */
#include "view/findings_view.h"

#include <string.h>

#include "base/text.h"
#include "view/finding_text.h"

/* Of each severity, GitHub shows so many annotations a step. */
enum { MOST_SHOWN = 10 };

struct escape {
	char byte;
	const char *text;
};

/* The text safe to show, with some characters escaped. */
static void add_escaped(struct buf *out, const char *text, const struct escape *escapes)
{
	while (*text != '\0') {
		const struct escape *escape = escapes;
		while (escape->byte != '\0' && escape->byte != *text)
			escape++;
		if (escape->byte != '\0') {
			buf_text(out, escape->text);
			text++;
			continue;
		}
		unsigned rune;
		size_t step = text_rune(text, strlen(text), &rune);
		step = step == 0 ? 1 : step;
		text_add_visible(out, text, step);
		text += step;
	}
}

static const struct escape github_data[] = {
	{'%', "%25"}, {'\r', "%0D"}, {'\n', "%0A"}, {'\0', NULL}};
static const struct escape github_property[] = {{'%', "%25"}, {'\r', "%0D"}, {'\n', "%0A"},
                                                {':', "%3A"}, {',', "%2C"},  {'\0', NULL}};
static const struct escape azure_data[] = {
	{'%', "%AZP25"}, {'\r', "%0D"}, {'\n', "%0A"}, {'\0', NULL}};
static const struct escape azure_property[] = {{'%', "%AZP25"}, {'\r', "%0D"}, {'\n', "%0A"},
                                               {']', "%5D"},    {';', "%3B"},  {'\0', NULL}};

static void add_message(struct buf *out, const struct finding *finding,
                        const struct escape *escapes)
{
	struct buf message = BUF_INIT;
	finding_add_message(&message, finding);
	add_escaped(out, message.bytes, escapes);
	buf_byte(out, '\n');
	buf_release(&message);
}

/* Where a runner would look for a command: a blank behind `##` takes that away. */
static bool begins_command(const char *at)
{
	return at[0] == '#' && at[1] == '#' && (at[2] == '[' || text_lower(at[2]) == 'v');
}

/* The finding as a line that no runner takes for a command. */
static void add_plain_line(struct buf *out, const struct finding *finding)
{
	struct buf line = BUF_INIT;
	finding_add_line(&line, finding, false);
	for (const char *at = line.bytes; *at != '\0'; at++) {
		buf_byte(out, *at);
		if (at != line.bytes && begins_command(at - 1))
			buf_byte(out, ' ');
	}
	buf_release(&line);
}

static void add_annotation(struct buf *out, const struct finding *finding)
{
	buf_printf(out, "::%s file=", severity_word(finding->severity));
	add_escaped(out, finding->path, github_property);
	buf_printf(out, ",line=%d,col=%d,title=", finding->place.line, finding->place.column);
	add_escaped(out, finding->rule, github_property);
	buf_text(out, "::");
	add_message(out, finding, github_data);
}

/* Returns how many of this severity are left out. */
static size_t add_annotations(struct buf *out, const struct findings *findings,
                              enum severity severity)
{
	size_t shown = 0;
	for (size_t i = 0; i < findings->count && shown < MOST_SHOWN; i++) {
		if (findings->items[i].severity != severity)
			continue;
		add_annotation(out, &findings->items[i]);
		shown++;
	}
	return findings->totals[severity] - shown;
}

void findings_told_as_github(const struct findings_told *told, struct buf *out)
{
	const struct findings *findings = told->findings;
	size_t left = add_annotations(out, findings, SEVERITY_ERROR);
	left += add_annotations(out, findings, SEVERITY_WARNING);
	if (left != 0)
		buf_printf(out,
		           "::notice title=ragtrail::%zu more %s in the log of this step: GitHub "
		           "marks only the first %d errors and warnings in the files\n",
		           left, left == 1 ? "finding is" : "findings are", MOST_SHOWN);
	for (size_t i = 0; i < findings->count; i++)
		add_plain_line(out, &findings->items[i]);
}

void findings_told_as_azure(const struct findings_told *told, struct buf *out)
{
	for (size_t i = 0; i < told->findings->count; i++) {
		const struct finding *finding = &told->findings->items[i];
		if (finding->severity == SEVERITY_EXPLAINED) {
			add_plain_line(out, finding);
			continue;
		}
		buf_printf(out, "##vso[task.logissue type=%s;sourcepath=",
		           severity_word(finding->severity));
		add_escaped(out, finding->path, azure_property);
		buf_printf(out, ";linenumber=%d;columnnumber=%d;code=", finding->place.line,
		           finding->place.column);
		add_escaped(out, finding->rule, azure_property);
		buf_byte(out, ']');
		add_message(out, finding, azure_data);
	}
}
