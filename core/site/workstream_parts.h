/*
 * Parts of a workstream's page: its report, and how ratings, dates, milestones and risks moved
 * from report to report.
 */
#ifndef SITE_WORKSTREAM_PARTS_H
#define SITE_WORKSTREAM_PARTS_H

#include "site/pages.h"

/* What an author wrote, in the language that it was written in: English. */
void written(struct html *html, const char *text);

/* So much of it as a table of its history has room for; a table or a report has it whole. */
void written_brief(struct html *html, const char *text);

/* Appends a phrase as plain text, FIRST and SECOND (or NULL) in the places of its `%s`. */
void plain_tell(const struct html *html, struct buf *text, enum phrase phrase, const char *first,
                const char *second);

/* "12 days later", in the language of the page, as plain text. Returns TEXT. */
enum { DAYS_TEXT_SIZE = 80 };
const char *days_text(const struct html *html, int days, char text[DAYS_TEXT_SIZE]);

/* A section of level 2, up to and with its heading; ends with `</section>`. */
void part_begin(struct html *html, const char *id, enum phrase heading);

/* "The picture shows the latest 36 of 60 periods"; nothing where it shows all. */
void shown_note(struct html *html, enum phrase phrase, size_t shown, size_t all);

/* The page's words for where a milestone stands, by its enum milestone_status. */
enum phrase milestone_phrase(int status);

/* The reports on record of a series that were not withdrawn, earliest first. */
struct reports {
	const struct standing **items;
	size_t count;
};

struct reports reports_of(const struct series *series, struct arena *arena);
const struct reading *report_reading(const struct reports *reports, size_t number);

/* The last day of the report's period, in days since 1970. */
int report_day(const struct reports *reports, size_t number);

/*
 * True where the report belongs to the history of milestones, or of risks. BEFORE reports did:
 * once risks were listed, a report without any says that there are none, unless it was
 * transcribed from a paper that need not have them.
 */
bool lists_milestones(const struct reading *reading);
bool lists_risks(const struct reading *reading, size_t before);

/* True where the body has something in the section named TITLE; body_part() shows it, without
 * its heading of level HEADING. */
bool body_has(const struct document *document, const char *title);
void body_part(struct html *html, const struct document *document, const char *title, int heading,
               const struct body_filling *filling);

/* All sections, of which the one named TITLE only says that it stands at ADDRESS. */
void body_sections_but(struct html *html, const struct document *document, int heading,
                       const struct body_filling *filling, const char *title, const char *address);

/* Questions as question_list() has them; those that are answered are folded away, and counted. */
void question_fold(struct html *html, const struct plan_view *view, const struct series *here,
                   struct about about);

/* How many workstreams had each rating, period by period, as a picture; nothing without two. */
void distribution_chart(struct html *html, const struct plan_view *view);

/*
 * From report to report, each as a section below a heading: completion dates, due dates of
 * milestones, risks. Nothing where there are not two reports to compare, as the first says.
 */
struct history_parts {
	bool completion, milestones, risks;
};
struct history_parts history_parts(const struct series *series);
void completion_history(struct html *html, const struct series *series);
void milestone_history(struct html *html, const struct series *series);
void risk_history(struct html *html, const struct series *series);

#endif
