/*
 * The parts of the site, and what they are made from: the record as published.
 */
#ifndef VIEW_PAGES_H
#define VIEW_PAGES_H

#include "base/buf.h"
#include "record/challenges.h"
#include "record/filed.h"
#include "record/handover.h"
#include "record/registers.h"
#include "record/trend.h"
#include "rules/finding.h"
#include "view/frame.h"
#include "view/questions.h"

/* A document that is filed beside the ratings. */
struct paper_view {
	const struct filed *filed;
	const char *name; /* of its page, without ".html", in the plan's folder */
};

/* A plan as it is published: the record's, less what is exempt. */
struct plan_view {
	struct plan_record plan;
	const char *folder;        /* of its pages, below the site's */
	const char *const *names;  /* beside plan.workstreams: a page's, without ".html" */
	struct paper_view *papers; /* by kind and id */
	size_t paper_count;
	size_t exempt_workstreams, exempt_reports, exempt_papers;
	struct trend trend;
	bool alone;                   /* all is one document, and its pages are parts of that */
	struct challenges challenges; /* of what is published */
	bool asked;                   /* what is questioned is known, and told */
	struct findings questions;    /* of all periods */
};

/* All plans as they are published. Release with site_view_release(). */
struct site_view {
	const struct record *record; /* must outlive it */
	struct plan_view *plans;
	size_t count, exempt;
	struct cabinet cabinet;
	struct handovers handovers;
	struct arena arena;
};

/* QUESTIONS: what candour has to say of each plan of the record; NULL: it is not told. */
int site_view_read(const struct record *record, const struct findings *questions,
                   struct site_view *site, struct error *error) __attribute__((warn_unused_result));

/*
 * The plan with this id alone, if there is one and it is published; nothing is asked of it,
 * and what is filed with it is left out.
 */
int site_view_read_plan(const struct record *record, const char *id, struct site_view *site,
                        struct error *error) __attribute__((warn_unused_result));
void site_view_release(struct site_view *site);

/* The latest standing that has not been withdrawn, or NULL. */
const struct standing *latest_standing(const struct series *series);

/* True where the series, which may be NULL, has a standing of this very period. */
bool series_has_period(const struct series *series, struct period period);

/* True when a rating of this very period was on record and was taken away. */
bool was_withdrawn(const struct series *series, struct period period);

/* The organisation whose plans these all are, or NULL. */
const char *site_organisation(const struct site_view *site);

/* Whole pages. */
void style_css(struct buf *css);
void report_css(struct buf *css); /* what a document that stands alone has besides */
void index_page(const struct site_view *site, struct buf *html);
void rules_page(const struct site_view *site, struct buf *html);
int plan_page(const struct site_view *site, const struct plan_view *view, struct buf *html,
              struct error *error) __attribute__((warn_unused_result));
int workstream_page(const struct site_view *site, const struct plan_view *view, size_t workstream,
                    struct buf *html, struct error *error) __attribute__((warn_unused_result));

void candour_page(const struct site_view *site, const struct plan_view *view, struct buf *html);

/*
 * The page of a document that is filed beside the ratings, by its kind; NULL for a kind
 * without such pages.
 */
typedef int (*filed_page)(const struct site_view *site, const struct plan_view *view,
                          const struct filed *filed, struct buf *html, struct error *error);
extern const filed_page filed_pages[KIND_COUNT];

int paper_page(const struct site_view *site, const struct plan_view *view,
               const struct filed *filed, struct buf *html, struct error *error)
	__attribute__((warn_unused_result));
int observation_page(const struct site_view *site, const struct plan_view *view,
                     const struct filed *filed, struct buf *html, struct error *error)
	__attribute__((warn_unused_result));
int actions_page(const struct site_view *site, const struct plan_view *view,
                 const struct filed *filed, struct buf *html, struct error *error)
	__attribute__((warn_unused_result));

int closedown_page(const struct site_view *site, const struct plan_view *view,
                   const struct filed *filed, struct buf *html, struct error *error)
	__attribute__((warn_unused_result));

/* The frame of a page that stands below the plan's own; TITLE must live as long. */
struct frame inner_frame(const struct site_view *site, const struct plan_view *view,
                         const char *title);

/* False for a task of a workstream that is kept back from the public. */
bool closedown_task_published(const struct plan_view *view, const struct closedown_task *task);

/*
 * On a page of the plan HERE: where the task goes, as a link where that is published; each leg
 * of its journey, where there are several; the state of the hand-over, and who said what.
 */
void handover_receiver(struct buf *html, const struct site_view *site, const struct plan_view *here,
                       const struct handover *handover);
void handover_journey_list(struct buf *html, const struct site_view *site,
                           const struct plan_view *here, const struct handover *handover);
void handover_state_parts(struct buf *html, const struct site_view *site,
                          const struct handover *handover);

/* What the plan, or one workstream of it, is given by close-downs; nothing where that is nothing.
 */
bool has_taken_over(const struct site_view *site, const struct plan_view *view,
                    const struct series *series);
void taken_over_list(struct buf *html, const struct site_view *site, const struct plan_view *view,
                     const struct series *series);

/* Fills in the documents that are filed with the plan, less what is exempt. */
void site_papers(struct site_view *site, const struct plan_record *plan, struct plan_view *view);

/* The name of ID's page or folder, the same for no other id (NUMBER tells apart what is too
 * long); in the arena. */
const char *site_page_name(struct arena *arena, const char *id, size_t number);

/* What is published of that kind and id, or NULL. */
const struct paper_view *paper_find(const struct plan_view *view, enum kind_id kind,
                                    const char *id);

/* A link from one page of the plan to the document's page; its title alone without one. */
void paper_link(struct buf *html, const struct paper_view *paper);

/* All of them by kind, below a heading; nothing where there are none. */
void paper_list(struct buf *html, const struct plan_view *view);

/* Fills in what is questioned, of all that was found in the plan; NULL: nobody asked. */
void site_questions(const struct plan_record *plan, const struct findings *all,
                    struct plan_view *view);

/* What is questioned of the series in that period; nothing where STANDING is NULL. */
struct about questions_about(const struct plan_view *view, const struct series *series,
                             const struct standing *standing);

/* "questioned: 2 reasons" behind a rating, as a link to that address. */
void questions_note(struct buf *html, struct about about, const char *address);

/* Each question with its evidence and its answer, on the page of HERE, which may be NULL. */
void question_list(struct buf *html, const struct plan_view *view, const struct series *here,
                   struct about about);

/* The rule's id, linked to its place on the page of rules; TOP as in a frame, or NULL for no link.
 */
void rule_link(struct buf *html, const char *top, const char *id);

/* A link from one page of the plan to the page of its workstream, or to that part. */
#define PART_PREFIX "workstream-" /* before its name, of the part in such a document */
void workstream_link(struct buf *html, const struct plan_view *view, const struct series *series);

/* The table of workstreams: this period, last period, the change. */
void status_table(struct buf *html, const struct plan_view *view);

/* What is missing, late or not signed off, as of the revision's own time. */
int plan_reporting(struct buf *html, const struct site_view *site, const struct plan_view *view,
                   struct error *error) __attribute__((warn_unused_result));

/* Workstreams by periods, in colours and letters; nothing while there are no periods. */
void heat_map(struct buf *html, const struct plan_view *view);

/* What each level means; earlier scales too, where ratings on them are shown. */
void legend(struct buf *html, const struct plan_view *view);

/* The plan's own facts, and what stands in its body. */
void plan_facts(struct buf *html, const struct site_view *site, const struct plan_view *view);

/* Who meets when, and who is who: the plan's registers; nothing of those that are empty. */
void plan_registers(struct buf *html, const struct site_view *site, const struct plan_view *view);

/* What the committee of this id is called; the id itself where no register lists it. */
const char *committee_name(const struct registers *registers, const char *id);

/*
 * The versions of PLAN's files that could not be read; nothing if there are none.
 * For NULL: of files in folders that have no plan on record.
 */
bool has_holes(const struct record *record, const char *plan);
void hole_table(struct buf *html, const struct record *record, const char *plan);

/* Every rating of the series, newest first, with who set it, when it landed, who questioned it. */
void rating_table(struct buf *html, const struct plan_view *view, const struct series *series,
                  const char *caption);

/* "challenged, open" behind a rating, as a link to that address; nothing where nothing is open. */
void challenge_mark(struct buf *html, const struct plan_view *view, const struct series *series,
                    const struct standing *standing, const char *address);

/* Who questioned the rating of that period: a note each, linked to the observation's page. */
void challenge_notes(struct buf *html, const struct plan_view *view, const struct series *series,
                     struct period period);

/* What answers a challenge, or that it is open. */
void challenge_answer_part(struct buf *html, const struct plan_view *view,
                           const struct challenged *challenged);

/* Who raised a re-rating: a link to the observation that it names, or the words as written. */
void raised_by_link(struct buf *html, const struct plan_view *view, const char *raised_by);

/* Ratings of oversight bodies beside the officers': the series', or all that FILED gives. */
void independent_table(struct buf *html, const struct plan_view *view, const struct series *series,
                       const struct filed *filed);

/* All that oversight bodies said of a workstream, below a heading; nothing where they did not. */
bool has_challenges(const struct plan_view *view, const struct series *series);
void challenge_section(struct buf *html, const struct plan_view *view, const struct series *series);

/* The row's ratings as a picture; nothing where there are not two to compare. */
void rating_chart(struct buf *html, const struct trend *trend, const struct trend_row *row);

/* "Improved from Amber in June 2023.": how a rating that there is has moved. */
void direction_sentence(struct buf *html, const struct trend_row *row);
void direction_text(struct buf *text, const struct trend_row *row); /* without a capital */

/* Who set the rating, and when the update got the words that it has now. */
void rating_source(struct buf *html, const struct standing *standing);

/* "re-rated from Green", where the standing's rating was changed; else nothing. */
void rerating_note(struct buf *html, const struct standing *standing);

/*
 * What an update's fields say: people and dates; description and outcomes; milestones and
 * risks; answered findings, linked to the page of rules where TOP is not NULL.
 */
void update_facts(struct buf *html, const struct update *update);
const char *milestone_words(const struct value *status);
void update_purpose(struct buf *html, const struct update *update);
void update_parts(struct buf *html, const struct update *update);
void update_answers(struct buf *html, const struct update *update, const char *top);

/* The answered findings of any other document, below a heading of level 2. */
void document_answers(struct buf *html, const struct document *document);

/* What stands before the body's first section; FILLING, which may be NULL, for placeholders. */
void body_preface(struct buf *html, const struct document *document,
                  const struct body_filling *filling);

/*
 * The body's sections under headings of level HEADING: those that the kind lists
 * first, in its order, then the others as they come.
 */
void body_sections(struct buf *html, const struct document *document, int heading,
                   const struct body_filling *filling);

/* Why the programme is rated so, where an overview says it. */
void roll_up_note(struct buf *html, const struct document *document);

/* Says that a document is a draft, or was taken from a paper. */
void document_banners(struct buf *html, const struct document *document);

#endif
