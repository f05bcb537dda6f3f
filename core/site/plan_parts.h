/*
 * Parts of the pages that show a plan as a whole: home, the plan's own page, its periods and
 * its concerns.
 */
#ifndef SITE_PLAN_PARTS_H
#define SITE_PLAN_PARTS_H

#include "site/kinds.h"
#include "site/pages.h"

/* --- words --- */

/* The names of a table's columns, in the language of the page. */
void phrase_columns(const struct html *html, const enum phrase *phrases, size_t count,
                    const char **columns);

/* Appends the phrase as plain text, with GIVEN in the place of its `%s`: for a caption. */
void phrase_fill(const struct html *html, enum phrase phrase, const char *given, struct buf *text);

/* "Improved", "No report": the direction as a word of its own. */
enum phrase direction_phrase(enum direction direction);

/* "12 days later", "1 day earlier"; NONE where it is none. */
void days_moved(struct html *html, int days, enum phrase none);

/* --- pages by period --- */

enum { PERIOD_PAGE_SIZE = 64 };

/* "period-2023-07-to-2023-08", without ".html". Returns NAME. */
char *period_page_name(struct period period, char name[PERIOD_PAGE_SIZE]);

/* "period-2023-07-to-2023-08-first": of the page of what was first published. */
char *period_first_name(struct period period, char name[PERIOD_PAGE_SIZE]);

/* The nearest column before (STEP is -1) or behind number NUMBER that has a page, or NULL. */
const struct column *period_neighbour(const struct trend *trend, size_t number, int step);

/* True where something that is about the period is kept back from the public. */
bool period_leaves_out(const struct site_view *site, const struct plan_view *view,
                       struct period period);

/* What the levels mean that the trend's latest ratings are on. */
void legend_of_period(struct html *html, const struct plan_view *view);

/* The period in words as a link to its page, which stands beside this one. */
void period_link(struct html *html, struct period period);

/* A row of the programme's ratings in the last periods; nothing where it was never declared. */
void programme_strip(struct html *html, const struct plan_view *view, size_t number);

/* --- a report as it was published --- */

/* A report on a page: whose it is, and what it says. */
struct told_report {
	const struct record *record;
	const struct plan_view *view;
	const struct series *series;
	const struct standing *standing;
	const struct document *document;
	bool frozen;     /* an earlier version: figures counted from today's record are left out */
	const char *top; /* as in a frame, or NULL: no link to the rules */
	const struct landing *landing; /* of a struct beside; or NULL */
};

/* The director's words, with what stands above them. */
void overview_in_full(struct html *html, const struct told_report *report);

/* All of an update's report but for its rating. */
void report_in_full(struct html *html, const struct told_report *report);

/* The programme's rating of the trend's period, and whose word it is; OVERVIEW may be NULL. */
void programme_summary(struct html *html, const struct plan_view *view,
                       const struct document *overview);

/* As rating_source(), with links to what each landing changed, where VIEW has such pages. */
void rating_source_linked(struct html *html, const struct plan_view *view,
                          const struct standing *standing);

/* --- what was different when it was first published --- */

/* The published standing that the series has for a period's page, or NULL. */
const struct standing *period_standing(const struct series *series, struct period period);

/* True where a report of the period says something else than when it first landed. */
bool period_has_changed(const struct plan_view *view, struct period period);

/* What became of a report from its first published version on; nothing where that stands. */
void published_steps(struct html *html, const struct plan_view *view,
                     const struct standing *standing);

/* --- the sections of the plan's page; each is nothing where there is nothing to say --- */

void meeting_material(struct material *material, const struct site_view *site,
                      const struct plan_view *view); /* where its tags lead */
void meeting_section(struct html *html, const struct site_view *site, const struct plan_view *view);

/* Agreed and forecast completion, then and now; milestones whose due date moved. */
void slip_section(struct html *html, const struct plan_view *view);

/* What is overdue on DAY, and what is due next. */
struct due_milestones {
	struct due_milestone *items; /* by due date */
	size_t count, overdue;
	struct arena arena;
};

struct due_milestone {
	const struct series *series;
	const char *title;
	struct date due;
	bool overdue;
};

void due_milestones_read(const struct plan_view *view, struct date day, struct due_milestones *due);
void due_milestones_release(struct due_milestones *due);
void due_milestone_section(struct html *html, const struct plan_view *view,
                           const struct due_milestones *due, struct date day);

/* Reports that were due and are missing; those of the latest period that came late. */
struct late_reports {
	size_t missing, late;
};

int plan_late_reports(const struct site_view *site, const struct plan_view *view,
                      struct late_reports *late, struct error *error)
	__attribute__((warn_unused_result));

/*
 * What is questioned of the latest period's reports, and not answered by them: a sentence each.
 * Nothing where nobody asked, or there is no report to ask about.
 */
bool period_is_questioned(const struct plan_view *view);
void period_questions(struct html *html, const struct plan_view *view);

/* What oversight bodies question and nobody has answered. */
size_t open_challenges(const struct plan_view *view);
void open_challenge_section(struct html *html, const struct plan_view *view);

/* Every rating that was changed after it was published: by whom, when, why. */
void rerating_section(struct html *html, const struct plan_view *view);

/* How many workstreams had each rating, period by period, with a link to each period's page. */
void distribution_section(struct html *html, const struct plan_view *view);

/* The commit that the record is of, when it began, and how much there is. */
void source_section(struct html *html, const struct site_view *site, const struct plan_view *view);

/* Those of the published plans of the organisation, since another may be kept back; in the arena.
 */
struct registers published_registers(const struct site_view *site, const struct plan_view *view,
                                     struct arena *arena);

/* --- concerns --- */

bool has_concerns(const struct plan_view *view);

/* In brief, for the plan's page: what nobody answers, and where the rest stands. */
void concern_brief(struct html *html, const struct plan_view *view);

/* --- kinds of page: see kinds.h --- */

void list_periods(struct leaves *leaves, const struct page_kind *kind,
                  const struct plan_view *view);
int make_period(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                struct error *error) __attribute__((warn_unused_result));
void material_of_period(const struct leaves *leaves, const struct leaf *leaf,
                        struct material *material);
void list_first_published(struct leaves *leaves, const struct page_kind *kind,
                          const struct plan_view *view);
int make_first_published(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                         struct error *error) __attribute__((warn_unused_result));
void list_concerns(struct leaves *leaves, const struct page_kind *kind,
                   const struct plan_view *view);
int make_concerns(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                  struct error *error) __attribute__((warn_unused_result));

#endif
