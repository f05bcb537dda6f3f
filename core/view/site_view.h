/*
 * The record as it is published: less what is exempt, with what is filed and questioned.
 *
 * Pages, papers and reports are made from it. A view points into the record, which must
 * outlive it, and owns the rest; release with site_view_release().
 */
#ifndef VIEW_SITE_VIEW_H
#define VIEW_SITE_VIEW_H

#include <stdint.h>

#include "markup/phrases.h"
#include "record/challenges.h"
#include "record/filed.h"
#include "record/handover.h"
#include "record/registers.h"
#include "record/shelf.h"
#include "record/trend.h"
#include "rules/finding.h"
#include "view/landings.h"
#include "view/meetings.h"
#include "view/questions.h"
#include "view/silences.h"

/* A document that is filed beside the ratings. */
struct paper_view {
	const struct filed *filed;
	const char *name; /* of its page, without ".html", in the plan's folder */
};

/* What a standing is made of, and the last landing of it: see material_prepare(). */
struct standing_digest {
	uint64_t digest[2];
	const struct landing *shown;
};

/* A plan as it is published: the record's, less what is exempt. */
struct plan_view {
	struct plan_record plan;
	const struct plan_record *whole; /* as it is on record */
	const char *folder;              /* of its pages, below the site's */
	const char *const *names;        /* beside plan.workstreams: a page's, without ".html" */
	struct paper_view *papers;       /* by kind and id */
	size_t paper_count;
	size_t exempt_workstreams, exempt_reports, exempt_papers;
	struct trend trend;
	bool alone;                   /* all is one document, and its pages are parts of that */
	struct challenges challenges; /* of what is published */
	bool asked;                   /* what is questioned is known, and told */
	struct findings questions;    /* of all periods */
	/* The landings that changed anything in the plan's folder, oldest first, what is kept
	 * back from the public among it; the one that gave plan.md its present words, and that. */
	const struct landing **steps;
	size_t step_count, step_room;
	const struct landing *described;
	struct object_id blob;
	uint64_t digest[2]; /* see material_prepare(); zeroes: not made */
	/* Of the standings on record: those of its workstreams, then the programme's; or NULL. */
	struct standing_digest *standings;
	struct landings changes;  /* what each landing changed of what is published */
	struct meetings meetings; /* neither of one plan alone */
};

/* All plans as they are published. Release with site_view_release(). */
struct site_view {
	const struct record *record; /* must outlive it */
	struct plan_view *plans;
	size_t count, exempt;
	struct cabinet cabinet;
	struct handovers handovers;
	const struct hole *const *holes; /* of those of the record what may be told */
	size_t hole_count;
	struct shelf *shelf; /* for documents that neighbouring pages ask for */
	/* While a page is being made: the last landing that changed what it shows; NULL: it is
	 * not known, or the page shows the record as a whole. */
	const struct landing *shown;
	const char *base_url; /* where the site will be, whatever plans say; or NULL */
	uint64_t digest[2];   /* see material_prepare(); zeroes: not made */
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

/* The language of the words around the plan; of those around all plans. */
enum language plan_language(const struct plan_view *view);
enum language plan_record_language(const struct plan_record *plan);
enum language site_language(const struct site_view *site);

/* The organisation whose plans these all are, or NULL. */
const char *site_organisation(const struct site_view *site);

/* The folder whose accent.css fits the pages around the plans: all have that accent; or NULL. */
const char *site_accent(const struct site_view *site);

/* Fills in the documents that are filed with the plan, less what is exempt. */
void site_papers(struct site_view *site, const struct plan_record *plan, struct plan_view *view);

/*
 * Fills in the versions that could not be read, less those of files that ever said `exempt`,
 * speak of a workstream that is exempt or was, or landed while their plan was: what nobody can
 * read nobody can publish.
 */
void site_holes(struct site_view *site, const struct plan_words *words);

/* Fills in which landings changed each plan. */
void site_steps(struct site_view *site);

/* The name of ID's page or folder, the same for no other id (NUMBER tells apart what is too
 * long); in the arena. */
const char *site_page_name(struct arena *arena, const char *id, size_t number);

/* What is published of that kind and id, or NULL. */
const struct paper_view *paper_find(const struct plan_view *view, enum kind_id kind,
                                    const char *id);

/* Fills in what is questioned, of all that was found in the plan; NULL: nobody asked. */
void site_questions(const struct plan_record *plan, const struct findings *all,
                    struct plan_view *view);

/* What is questioned of the series in that period; nothing where STANDING is NULL. */
struct about questions_about(const struct plan_view *view, const struct series *series,
                             const struct standing *standing);

#endif
