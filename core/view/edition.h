/*
 * A paper as its meeting sees it: its words, and the figures of one revision.
 *
 * What was published is frozen: it is made from the version that was published and from the
 * record of the commit which that names, and from nothing else, so that it has the same
 * bytes whenever it is made. Days on which something landed are the commits' own for that
 * reason: a server's receipt may be written later.
 */
#ifndef VIEW_EDITION_H
#define VIEW_EDITION_H

#include "record/published.h"
#include "record/registers.h"
#include "view/filling.h"
#include "view/site_view.h"

struct edition {
	const struct record *now; /* the record that is read */
	const struct filed *filed;
	const struct document *document; /* as it was published, or as it stands */
	const struct paper *paper;
	bool published;
	bool changed;                   /* what stands is not what was published */
	struct object_id as_of;         /* of one that was published, where it can be read */
	struct record *then;            /* of that commit; NULL where there is none */
	struct error why;               /* why there is none */
	const struct record *record;    /* whose figures are shown; NULL: none can be */
	struct site_view site;          /* the plan as published then, where that was asked for */
	const struct plan_record *home; /* the plan that it is filed in, in that record; or NULL */
	const struct plan_record *plan; /* the plan that it reports on; or NULL */
	struct trend trend;             /* of that plan */
	struct registers registers;
	struct arena arena;
};

/*
 * Reads what the paper shows. IN_PUBLIC: without what was exempt from publication in that
 * record. Where the figures cannot be read that is part of the edition. Release it with
 * edition_release().
 */
void edition_read(const struct record *now, const struct filed *filed, bool in_public,
                  struct edition *edition);
void edition_release(struct edition *edition);

/* The committee's name; its id where no plan lists it. */
const char *paper_committee(const struct edition *edition);

/* The id of the plan that it reports on. */
const char *edition_plan(const struct edition *edition);

/* One of the plan's strategic objectives, or one that the paper adds. */
struct paper_objective {
	const char *title;
	bool served; /* by this paper */
};

/* The plan's in its order, then those that it does not list; in the arena. */
const struct paper_objective *paper_objectives(struct edition *edition, size_t *count);

/* How old a figure was on the day of the meeting. */
struct paper_age {
	const char *id;                /* of the workstream; "overview" */
	const char *title;             /* of the workstream; "Programme" */
	const struct version *version; /* its standing rating; NULL: none */
	struct date ended, landed;     /* the last day that it speaks of; when it was rated so */
};

/* One for each workstream that is reported on, then the programme's own; in the arena. */
const struct paper_age *paper_ages(struct edition *edition, size_t *count);

/* "20 days before the meeting"; TEXT is appended. */
void paper_days(const struct edition *edition, struct date date, struct buf *text);

/* An implication: what it is called, and what is said of it. */
struct paper_implication {
	const char *title;
	const char *text; /* "Not stated" where nothing is */
};

enum { PAPER_IMPLICATIONS = 5 };

void paper_implications(const struct paper *paper,
                        struct paper_implication implications[PAPER_IMPLICATIONS]);

/* "A" for 0, "Z" for 25, then "AA". */
const char *paper_letter(size_t number, char text[16]);

/* What stands in the place of its placeholders. Release it; it must not move. */
void edition_fill(const struct edition *edition, struct filling *filling);

/* What is said where there are no figures. */
enum phrase paper_no_figures(const struct edition *edition);

/* Of the page that was published: that of its plan then, whatever the plan's is now. */
enum language edition_language(const struct edition *edition);

/*
 * "figures": {"published", "changed_since", "commit", "unreadable", "ages": [{"workstream",
 * "title", "rating", "period", "ended", "ended_days_before", "rated", "rated_days_before"}]},
 * into the object that is open.
 */
void paper_as_json(struct edition *edition, struct json_writer *json);

/* The whole paper for a terminal. */
void paper_as_text(struct edition *edition, const struct layout *layout, struct buf *out);

#endif
