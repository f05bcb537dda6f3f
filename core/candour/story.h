/*
 * A story: the documents of one plan as a reader has them before him, period by period,
 * each with what was said before.
 *
 * It is what doubts are about. A strand is a workstream, or the programme's own rating; a
 * chapter is the document that speaks of a strand in a period: one that is to be judged as
 * it stands in a tree, or else the version that stands on record. All of a strand's past is
 * there, since a text may speak of any of it; what was written in a chapter is read when
 * somebody asks for it. Who compares texts or dates from period to period goes back no more than
 * STORY_LOOKBACK chapters, so that a long history costs little more than a short one.
 *
 * A story points into the collection and the record it was read from, which must outlive
 * it; the documents that it read itself it owns. It says nothing of scales that changed:
 * use chapter_compare().
 */
#ifndef CANDOUR_STORY_H
#define CANDOUR_STORY_H

#include "candour/sentence.h"
#include "record/collection.h"
#include "record/record.h"

enum { STORY_LOOKBACK = 12 }; /* a year of months */

struct story;

/* What was written in a document, once somebody has asked for it. */
struct reading_matter {
	const struct document *document; /* see chapter_document(); NULL: nobody has asked */
	bool read;
	struct prose prose;
	struct sentences sentences;
	struct claims *claims;      /* see candour/claim.h; NULL: nobody has asked */
	struct spoken_list *spoken; /* see candour/spoken.h; NULL: nobody has asked */
	struct story *story;
};

struct chapter {
	const struct strand *strand;
	struct period period;
	const char *path;                /* of its document */
	const struct landing *landing;   /* that put it on record; NULL where it is not known */
	const struct standing *standing; /* what is on record of the period; NULL: nothing */
	const struct scale *scale;
	int level;                     /* on that scale; SCALE_NONE when it names no level */
	bool judged;                   /* it is asked about, and not only looked back at */
	const struct chapter *before;  /* the last one of the strand; NULL: none */
	struct reading_matter *matter; /* see chapter_sentences() */
};

struct strand {
	const char *id;                    /* the workstream's; "overview" for the programme */
	const char *title;                 /* as the plan spells it */
	const struct workstream *declared; /* NULL where the plan does not list it, and for the
	                                      programme */
	struct chapter *chapters;          /* by period */
	size_t count, room;
};

struct story {
	const char *id; /* the plan's */
	const struct plan *plan;
	const struct document *plan_document;
	struct strand *strands; /* in the plan's order; what it does not list is left out */
	size_t count;
	struct strand programme;
	const struct record *record; /* from which chapters are read; or NULL */
	bool failed;                 /* a chapter could not be read: no answer is of use */
	struct error failure;        /* then: the first one's */
	struct document **owned;
	size_t owned_count, owned_room;
	struct lexicon *lexicon; /* see candour/lexicon.h; NULL: nobody has asked */
	struct arena arena;
};

/* Which chapters of a record are judged. */
enum story_part {
	STORY_LATEST, /* those of the plan's latest period */
	STORY_WHOLE,  /* all that stand */
};

/*
 * The story of a plan's folder: judged are its documents, but for those that stand beside.
 * What it does not hold comes from PAST (NULL: there is no record), of RECORD. The folder
 * must have a plan.
 */
void story_of_folder(const struct folder *folder, const struct record *record,
                     const struct plan_record *past, struct story *story);

/* The story that is on record. */
void story_of_record(const struct record *record, const struct plan_record *past,
                     enum story_part part, struct story *story);

/*
 * The story up to a period, without what is on record of later ones; judged is what speaks
 * of that very period. STORY_LATEST is this, of the plan's latest.
 */
void story_of_period(const struct record *record, const struct plan_record *past,
                     struct period period, struct story *story);

void story_release(struct story *story);

/* The chapter of the strand for this very period, or NULL. */
const struct chapter *strand_chapter(const struct strand *strand, struct period period);

/* The last chapter of the strand that ends before the period begins, or NULL. */
const struct chapter *strand_before(const struct strand *strand, struct period period);

/* The strand of the workstream with this id, or NULL. */
const struct strand *story_strand(const struct story *story, const char *id);

/* The chapter before, where no month lies between the two; or NULL. */
const struct chapter *chapter_last(const struct chapter *chapter);

/* The rating as readers see it: the level's label, or the word as it was written. */
const char *chapter_rating(const struct chapter *chapter);

/*
 * Sets *STEPS to the levels from A to B, positive when B is better. False where they do
 * not compare: a word that is no level, or another scale.
 */
bool chapter_compare(const struct chapter *a, const struct chapter *b, int *steps);

/* True for the best level, and for the one next to it on a scale of four and more. */
bool chapter_is_well(const struct chapter *chapter);

/*
 * The document of a chapter, whole: an update or an overview, with a period. One that is on
 * record is read when it is asked for, since most of a long story is never looked at. Where
 * that fails the story says so, and the document is one that says nothing.
 */
const struct document *chapter_document(const struct chapter *chapter);

/* The update or the overview of a chapter; NULL for the other kind. */
const struct update *chapter_update(const struct chapter *chapter);
const struct overview *chapter_overview(const struct chapter *chapter);

/* The last day of the chapter's period; the day it was completed (year 0: not given). */
struct date chapter_ends(const struct chapter *chapter);
struct date chapter_completed(const struct chapter *chapter);

/* True where the chapter was taken from a paper that gives only part. */
bool chapter_is_imported(const struct chapter *chapter);

/* The sentences of the document's body, and its prose, read once and kept with the story. */
const struct sentences *chapter_sentences(const struct chapter *chapter);
const struct prose *chapter_prose(const struct chapter *chapter);

/* True where the passage stands in a section with this title, such as "RAG rationale". */
bool chapter_in_section(const struct chapter *chapter, const struct passage *passage,
                        const char *title);

/* The value as a day; year 0 where it is none. */
struct date day_of(const struct value *value);

#endif
