/* A paper for readers without a browser: declared in view/edition.h. */
#include "view/edition.h"

#include <string.h>

#include "view/badge.h"
#include "view/sections.h"
#include "view/show_view.h"

enum { FACT = 14, INDENT = 2, MARK = 4 };

static void add_fact(struct buf *out, const char *name, const char *text,
                     const struct layout *layout)
{
	lines_column(out, name, FACT, NULL);
	lines_wrap(out, text, FACT, FACT, layout);
}

static const char *said(const struct value *value)
{
	return value->text != NULL ? value->text : "not given";
}

static void add_head(const struct edition *edition, const struct layout *layout, struct buf *out)
{
	const struct paper *paper = edition->paper;
	char day[DATE_TEXT_SIZE];
	bool closed = paper->public_report.valid && !paper->public_report.as.flag;
	lines_add(out, paper->title.text != NULL ? paper->title.text : edition->filed->id, 0,
	          layout);
	buf_byte(out, '\n');
	add_fact(out, "Committee", paper_committee(edition), layout);
	add_fact(out, "Date",
	         paper->date.valid ? date_words(paper->date.as.date, day) : said(&paper->date),
	         layout);
	if (paper->item.text != NULL)
		add_fact(out, "Agenda item", paper->item.text, layout);
	add_fact(out, "Report of", said(&paper->report_of), layout);
	add_fact(out, "Lead member", said(&paper->lead_member), layout);
	add_fact(out, "Public report", closed ? "No" : "Yes", layout);
	add_fact(out, "Key decision", said(&paper->key_decision), layout);
	add_fact(out, "Voting", said(&paper->voting), layout);
}

/* Where its figures are from. */
static void add_state(const struct edition *edition, const struct layout *layout, struct buf *out)
{
	const struct filed_version *published = published_version(edition->filed);
	const struct landing *withdrawn = edition->filed->withdrawn;
	struct buf line = BUF_INIT;
	char hex[OBJECT_HEX_SIZE], day[DATE_TEXT_SIZE];
	if (withdrawn != NULL)
		add_fact(out, "Withdrawn", date_words(date_from_time(landing_time(withdrawn)), day),
		         layout);
	if (published == NULL) {
		add_fact(out, "Published", "not yet: its figures are those of the record as it is",
		         layout);
		return;
	}
	buf_printf(&line, "in commit %.*s of %s, with the figures of commit %.*s", OBJECT_SHORT,
	           object_hex(&published->landing->id, hex),
	           date_short(date_from_time(published->landing->committer.time), day),
	           OBJECT_SHORT, edition->paper->as_of.text);
	add_fact(out, "Published", line.bytes, layout);
	if (edition->changed)
		add_fact(out, "Changed", "since; what follows is what was published", layout);
	if (edition->record == NULL)
		add_fact(out, "Figures", edition->why.what, layout);
	buf_release(&line);
}

static void add_marked(struct buf *out, const char *mark, const char *text,
                       const struct layout *layout)
{
	buf_repeat(out, ' ', INDENT);
	lines_column(out, mark, MARK, NULL);
	lines_wrap(out, text, INDENT + MARK, INDENT + MARK, layout);
}

static void add_recommendations(const struct paper *paper, const struct layout *layout,
                                struct buf *out)
{
	char letters[16];
	show_heading(out, "Recommendations", layout);
	for (size_t i = 0; i < paper->recommendations.count; i++)
		add_marked(out, paper_letter(i, letters),
		           said(&LIST_OF(struct value, paper->recommendations)[i]), layout);
}

static void add_objectives(struct edition *edition, const struct layout *layout, struct buf *out)
{
	size_t count;
	const struct paper_objective *rows = paper_objectives(edition, &count);
	if (count != 0)
		show_heading(out, "Strategic objectives", layout);
	for (size_t i = 0; i < count; i++)
		add_marked(out, rows[i].served ? "x" : "-", rows[i].title, layout);
}

static void add_implications(const struct paper *paper, const struct layout *layout,
                             struct buf *out)
{
	struct paper_implication implications[PAPER_IMPLICATIONS];
	paper_implications(paper, implications);
	show_heading(out, "Implications", layout);
	for (size_t i = 0; i < PAPER_IMPLICATIONS; i++) {
		lines_add(out, implications[i].title, INDENT, layout);
		lines_add(out, implications[i].text, INDENT + MARK, layout);
	}
}

static void add_list(struct buf *out, const char *title, const struct list *list,
                     const struct layout *layout)
{
	show_heading(out, title, layout);
	if (list->count == 0)
		lines_add(out, "None", INDENT, layout);
	for (size_t i = 0; i < list->count; i++)
		add_marked(out, "-", said(&LIST_OF(struct value, *list)[i]), layout);
}

/* "July to August 2023, which ended 20 days before the meeting; rated so ...". */
static void add_age(const struct edition *edition, const struct paper_age *age,
                    const struct layout *layout, struct buf *out)
{
	struct buf line = BUF_INIT;
	char period[PERIOD_TEXT_SIZE], day[DATE_TEXT_SIZE];
	if (age->version == NULL) {
		buf_printf(&line, "%s: not rated", age->title);
	} else {
		buf_printf(&line, "%s: %s for %s, which ended ", age->title,
		           rating_words(age->version),
		           period_words(age->version->reading->period, period));
		paper_days(edition, age->ended, &line);
		buf_printf(&line, "; rated so on %s, ", date_words(age->landed, day));
		paper_days(edition, age->landed, &line);
	}
	buf_repeat(out, ' ', INDENT);
	lines_wrap(out, line.bytes, INDENT, INDENT + LINES_INDENT, layout);
	buf_release(&line);
}

static void add_ages(struct edition *edition, const struct layout *layout, struct buf *out)
{
	size_t count;
	const struct paper_age *ages = paper_ages(edition, &count);
	show_heading(out, "How old each figure was", layout);
	if (count == 0)
		lines_add(out, phrase_text(paper_no_figures(edition), LANGUAGE_ENGLISH), INDENT,
		          layout);
	for (size_t i = 0; i < count; i++)
		add_age(edition, &ages[i], layout, out);
}

void paper_as_text(struct edition *edition, const struct layout *layout, struct buf *out)
{
	struct filling filling;
	add_head(edition, layout, out);
	add_state(edition, layout, out);
	add_recommendations(edition->paper, layout, out);
	add_objectives(edition, layout, out);
	edition_fill(edition, &filling);
	sections_as_text(&filling, layout, out);
	filling_release(&filling);
	add_implications(edition->paper, layout, out);
	add_list(out, "Appendices", &edition->paper->appendices, layout);
	add_list(out, "Background papers", &edition->paper->background_papers, layout);
	add_ages(edition, layout, out);
}
