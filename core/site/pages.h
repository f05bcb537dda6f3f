/*
 * The parts of the site, and what they are made from: the record as published.
 */
#ifndef SITE_PAGES_H
#define SITE_PAGES_H

#include "site/frame.h"
#include "view/badge.h"
#include "view/edition.h"
#include "view/site_view.h"

/* Whole pages. */
void style_css(struct buf *css);
void accent_css(struct buf *css, struct accent accent); /* stands behind style_css() */
void report_css(struct buf *css); /* what a document that stands alone has besides */
int index_page(const struct site_view *site, struct html *html, struct error *error)
	__attribute__((warn_unused_result));
void rules_page(const struct site_view *site, struct html *html);
int plan_page(const struct site_view *site, const struct plan_view *view, struct html *html,
              struct error *error) __attribute__((warn_unused_result));
int workstream_page(const struct site_view *site, const struct plan_view *view, size_t workstream,
                    struct html *html, struct error *error) __attribute__((warn_unused_result));

void candour_page(const struct site_view *site, const struct plan_view *view, struct html *html);

/*
 * The page of a document that is filed beside the ratings, by its kind; NULL for a kind
 * without such pages.
 */
typedef int (*filed_page)(const struct site_view *site, const struct plan_view *view,
                          const struct filed *filed, struct html *html, struct error *error);
extern const filed_page filed_pages[KIND_COUNT];

int paper_page(const struct site_view *site, const struct plan_view *view,
               const struct filed *filed, struct html *html, struct error *error)
	__attribute__((warn_unused_result));
int observation_page(const struct site_view *site, const struct plan_view *view,
                     const struct filed *filed, struct html *html, struct error *error)
	__attribute__((warn_unused_result));
int actions_page(const struct site_view *site, const struct plan_view *view,
                 const struct filed *filed, struct html *html, struct error *error)
	__attribute__((warn_unused_result));

int closedown_page(const struct site_view *site, const struct plan_view *view,
                   const struct filed *filed, struct html *html, struct error *error)
	__attribute__((warn_unused_result));

/* The frame of a page that stands below the plan's own; TITLE must live as long. */
struct frame inner_frame(const struct site_view *site, const struct plan_view *view,
                         const char *title);

/*
 * The page shows a document in whose text the record's figures are filled in, which any
 * landing of the plan may have moved: says so at its foot. DOCUMENT may be NULL.
 */
void frame_of_filled(struct frame *frame, const struct plan_view *view,
                     const struct document *document);

/* False for a task of a workstream that is kept back from the public. */
bool closedown_task_published(const struct plan_view *view, const struct closedown_task *task);

/*
 * On a page of the plan HERE: where the task goes, as a link where that is published; each leg
 * of its journey, where there are several; the state of the hand-over, and who said what.
 */
void handover_receiver(struct html *html, const struct site_view *site,
                       const struct plan_view *here, const struct handover *handover);
void handover_journey_list(struct html *html, const struct site_view *site,
                           const struct plan_view *here, const struct handover *handover);
void handover_state_parts(struct html *html, const struct site_view *site,
                          const struct handover *handover);

/* What the plan, or one workstream of it, is given by close-downs; nothing where that is nothing.
 */
bool has_taken_over(const struct site_view *site, const struct plan_view *view,
                    const struct series *series);
void taken_over_list(struct html *html, const struct site_view *site, const struct plan_view *view,
                     const struct series *series);

/*
 * "The same as data: JSON, CSV", as a paragraph: of the workstream; where SERIES is NULL, of the
 * plan, with its feed.
 */
void data_links(struct html *html, const struct plan_view *view, const struct series *series);

/* A link from one page of the plan to the document's page; its title alone without one. */
void paper_link(struct html *html, const struct paper_view *paper);

/* All of them by kind, below a heading; nothing where there are none. */
void paper_list(struct html *html, const struct plan_view *view);

/* "questioned: 2 reasons" behind a rating, as a link to that address. */
void questions_note(struct html *html, struct about about, const char *address);

/* A list of those that are open, a sentence each. */
void question_sentences(struct html *html, struct about about);

/* Each question with its evidence and its answer, on the page of HERE, which may be NULL. */
void question_list(struct html *html, const struct plan_view *view, const struct series *here,
                   struct about about);

/* The rule's id, linked to its place on the page of rules; TOP as in a frame, or NULL for no link.
 */
void rule_link(struct html *html, const char *top, const char *id);

/* A link from one page of the plan to the page of its workstream, or to that part. */
#define PART_PREFIX "workstream-" /* before its name, of the part in such a document */
void workstream_link(struct html *html, const struct plan_view *view, const struct series *series);

/* The table of workstreams: this period, last period, the change. */
void status_table(struct html *html, const struct plan_view *view);

/* What is missing, late or not signed off, as of the revision's own time. */
int plan_reporting(struct html *html, const struct site_view *site, const struct plan_view *view,
                   struct error *error) __attribute__((warn_unused_result));

/* Workstreams by periods, in colours and letters; nothing while there are no periods. */
void heat_map(struct html *html, const struct plan_view *view, bool all);

/* The plan's own page shows so many periods, the latest; with more, there is a page of all. */
enum { PLAN_MOST_PERIODS = 12 };
bool has_ratings_page(const struct plan_view *view);

/* What each level means; earlier scales too, where ratings on them are shown. */
void legend(struct html *html, const struct plan_view *view);

/* The plan's own facts, and what stands in its body. */
void plan_facts(struct html *html, const struct site_view *site, const struct plan_view *view);

/* Who meets when, and who is who: the plan's registers; nothing of those that are empty. */
void plan_registers(struct html *html, const struct site_view *site, const struct plan_view *view);

/* What the committee of this id is called; the id itself where no register lists it. */
const char *committee_name(const struct registers *registers, const char *id);

/*
 * The versions of PLAN's files that could not be read; nothing if there are none.
 * For NULL: of files in folders that have no plan on record.
 */
void hole_table(struct html *html, const struct site_view *site, const char *plan);

/* Every rating of the series, newest first, with who set it, when it landed, who questioned it. */
void rating_table(struct html *html, const struct plan_view *view, const struct series *series,
                  const char *caption);

/* "challenged, open" behind a rating, as a link to that address; nothing where nothing is open. */
void challenge_mark(struct html *html, const struct plan_view *view, const struct series *series,
                    const struct standing *standing, const char *address);

/* Who questioned the rating of that period: a note each, linked to the observation's page. */
void challenge_notes(struct html *html, const struct plan_view *view, const struct series *series,
                     struct period period);

/* What answers a challenge, or that it is open. */
void challenge_answer_part(struct html *html, const struct plan_view *view,
                           const struct challenged *challenged);

/* Who raised a re-rating: a link to the observation that it names, or the words as written. */
void raised_by_link(struct html *html, const struct plan_view *view, const char *raised_by);

/* Ratings of oversight bodies beside the officers': the series', or all that FILED gives. */
void independent_table(struct html *html, const struct plan_view *view, const struct series *series,
                       const struct filed *filed);

/* All that oversight bodies said of a workstream, below a heading; nothing where they did not. */
bool has_challenges(const struct plan_view *view, const struct series *series);
void challenge_section(struct html *html, const struct plan_view *view,
                       const struct series *series);

/* The row's ratings as a picture; nothing where there are not two to compare. */
void rating_chart(struct html *html, const struct plan_view *view, const struct trend_row *row);

/* "Improved from Amber in June 2023.": how a rating that there is has moved. */
void direction_sentence(struct html *html, const struct trend_row *row);

/* Who set the rating, and when the update got the words that it has now. */
void rating_source(struct html *html, const struct standing *standing);

/* "re-rated from Green", where the standing's rating was changed; else nothing. */
void rerating_note(struct html *html, const struct standing *standing);

/*
 * What an update's fields say: people and dates; description and outcomes; milestones and
 * risks; answered findings, linked to the page of rules where TOP is not NULL.
 */
void update_facts(struct html *html, const struct update *update);
void update_purpose(struct html *html, const struct update *update);
void update_parts(struct html *html, const struct update *update);
void update_answers(struct html *html, const struct update *update, const char *top);

/* The answered findings of any other document, below a heading of level 2. */
void document_answers(struct html *html, const struct document *document);

/*
 * Whose links to other documents of the plan lead to their pages: what the document at PATH says
 * since LANDING. It means what stood beside it by then, so that what lands later leaves its page
 * as it is. LANDING may be NULL: then they lead nowhere.
 */
struct beside {
	const struct record *record;
	const struct plan_view *view;
	const char *path;
	const struct landing *landing;
};

/* BESIDE must outlive the filling's use. */
void beside_fill(const struct beside *beside, struct body_filling *filling);

/* What stands before the body's first section; FILLING, which may be NULL, for placeholders. */
void body_preface(struct html *html, const struct document *document,
                  const struct body_filling *filling);

/*
 * The body's sections under headings of level HEADING: those that the kind lists
 * first, in its order, then the others as they come.
 */
void body_sections(struct html *html, const struct document *document, int heading,
                   const struct body_filling *filling);

/* What a section is called: the usual ones have names in each language. */
void section_title(struct html *html, const struct section *section);

/* Why the programme is rated so, where an overview says it. */
void roll_up_note(struct html *html, const struct document *document);

/* Says that a document is a draft, or was taken from a paper. */
void document_banners(struct html *html, const struct document *document);

/* The frozen part, as an <article>. */
void paper_article(struct edition *edition, struct html *html);

/*
 * What has changed on record since the commit whose figures are shown, as a section. NOW:
 * the plan as it is published; NULL where it is not.
 */
void paper_since(const struct edition *edition, const struct plan_view *now, struct html *html);

/* The commit of a landing, as a link to the page of what it changed where VIEW has one. */
void landing_link(struct html *html, const struct plan_view *view, const struct landing *landing);

/* Every version of the series that landed, newest first, as a list of links. */
void version_list(struct html *html, const struct plan_view *view, const struct series *series);

/* What changed between meetings: links to those pages, below a heading; nothing without any. */
void compare_list(struct html *html, const struct plan_view *view);

#endif
