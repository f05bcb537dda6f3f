/*
 * The rules: one row and one function each.
 *
 * A rule sees a document in its plan and its record, as values; it never sees git. What reading a
 * document found wrong (its faults) becomes findings through rows of the same
 * table. A plan sets the severity of any rule (`severity:`); a document answers a
 * finding with a reason (`explained:`), and the answer is shown, never hidden.
 */
#ifndef RULES_RULES_H
#define RULES_RULES_H

#include "candour/doubt.h"
#include "record/collection.h"
#include "record/deeds.h"
#include "record/record.h"
#include "rules/finding.h"

struct rule;

/* What a rule is asked about, and where its findings go. */
struct judgement {
	const struct rule *rule;
	const struct folder *folder;     /* NULL for a rule about the whole collection */
	const struct record *record;     /* NULL where there is none to compare with */
	const struct document *document; /* NULL for a rule about the whole folder */
	struct findings *findings;
	const struct collection *collection;
	const struct deed *deed; /* of a rule about landings, which has no folder */
	const struct gate *gate; /* of a rule about who may do what */
};

/* How rules about landings are applied. */
struct gate {
	bool enforced; /* where it counts; else what somebody may not do is a warning */
	int64_t now;   /* when the landings arrive; 0: that is past */
};

enum rule_scope {
	RULE_OF_DOCUMENT, /* asked once for each document */
	RULE_OF_FOLDER,   /* asked once for each plan's folder */
	RULE_OF_ALL,      /* asked once */
	RULE_OF_LANDING,  /* asked once for each deed of a landing */
	/* Candour: asked of a story (see candour/story.h). */
	RULE_OF_UPDATE,   /* for each of its updates */
	RULE_OF_OVERVIEW, /* for each of its overviews */
	RULE_OF_CHAPTER,  /* for each of both */
	RULE_OF_STORY,    /* once */
};

/* What rules of candour are about. */
enum rule_family {
	FAMILY_NONE, /* the rule is none of them */
	FAMILY_SCHEDULE,
	FAMILY_DATES,
	FAMILY_LEDGER,
	FAMILY_RISKS,
	FAMILY_RATIONALE,
	FAMILY_CLAIMS,
	FAMILY_NAMES,
	FAMILY_FINISH,
	FAMILY_ROLL_UP,
	FAMILY_COUNT,
};

/* "Rating against dates": a heading. */
const char *rule_family_words(enum rule_family family);

struct rule {
	const char *id;
	const char *sentence;                             /* what the rule wants */
	void (*judge)(const struct judgement *judgement); /* NULL in a rule of candour */
	void (*ask)(const struct question *question);     /* of a rule of candour */
	enum severity severity;                           /* unless the plan says otherwise */
	enum rule_scope scope;
	enum rule_family family; /* of a rule of candour */
	/* Of one that looks at the document alone: where that goes on record it is asked of
	 * drafts too, and an error. */
	bool when_landing;
};

extern const struct rule rules[];
extern const size_t rule_count;

/* True for a rule of what reading one document finds, before anything is asked of it. */
bool rule_is_of_reading(const struct rule *rule);

/* The rule with this id, or NULL. */
const struct rule *rule_named(const char *id);

/*
 * Judges every document of the collection, against the record where that is not NULL;
 * the findings come sorted. Of those that stand beside only what concerns the plan as a
 * whole is judged.
 */
void rules_judge(const struct collection *collection, const struct record *record,
                 struct findings *findings);

/* True where a plan may name who may rate, so that it matters who commits. */
bool rules_ask_author(const struct collection *collection);

/*
 * Warns of ratings and settings of COLLECTION that its author may not change, by what the
 * plans of BEFORE say: those documents as they were. EMAIL: the author's address. A
 * warning, since only where commits arrive can it be a gate.
 */
void rules_judge_author(const struct collection *collection, const struct collection *before,
                        const char *email, struct findings *findings);

/*
 * Judges what landings did to the record. The plan as it was before all decides how
 * severe a finding is, and no document answers one.
 */
void rules_judge_deeds(const struct record *record, const struct deeds *deeds,
                       const struct gate *gate, struct findings *findings);

/* Which rules of candour are asked, and where. */
struct candour_wanted {
	bool errors_alone; /* only those that the plan has made errors */
	bool landing;      /* where documents go on record for good */
};

/*
 * Asks the rules of candour of every document of the collection that does not stand beside,
 * in its plan and after what is on record; the findings come sorted. A plan that cannot be
 * read is passed over. Returns -1 where the record's documents cannot be read.
 */
int rules_judge_candour(const struct collection *collection, const struct record *record,
                        struct candour_wanted wanted, struct findings *findings,
                        struct error *error) __attribute__((warn_unused_result));

/* The same of what is on record of a plan. */
int rules_judge_story(const struct record *record, const struct plan_record *plan,
                      enum story_part part, struct findings *findings, struct error *error)
	__attribute__((warn_unused_result));

/*
 * The same of the whole story, where it is asked of those periods alone that end in one of
 * COUNT months, and of the plan. No rule that is asked of a period looks at a later one, so
 * that what is said of it stays as it is when only later ones change.
 */
int rules_judge_months(const struct record *record, const struct plan_record *plan,
                       const int *months, size_t count, struct findings *findings,
                       struct error *error) __attribute__((warn_unused_result));

/* The same of one period, as if nothing later were on record. */
int rules_judge_period(const struct record *record, const struct plan_record *plan,
                       struct period period, struct findings *findings, struct error *error)
	__attribute__((warn_unused_result));

/* What the plan says of the rule's severity, or the rule itself; PLAN may be NULL. */
enum severity rule_severity(const struct plan *plan, const struct rule *rule);

/* The reason that the document gives for findings of the rule, or NULL. */
const char *rule_answered(const struct document *document, const struct rule *rule);

/* For rules: adds a finding of the rule at a place of the document at PATH. */
void judgement_add(const struct judgement *judgement, const char *path, struct place place,
                   const char *format, ...) __attribute__((format(printf, 4, 5)));

/* For rules about landings: the same, at a place of the document that the deed changed. */
void judgement_of_deed(const struct judgement *judgement, struct place place, const char *format,
                       ...) __attribute__((format(printf, 3, 4)));

#endif
