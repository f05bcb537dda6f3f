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
};

struct rule {
	const char *id;
	enum severity severity; /* unless the plan says otherwise */
	enum rule_scope scope;
	const char *sentence; /* what the rule wants */
	void (*judge)(const struct judgement *judgement);
};

extern const struct rule rules[];
extern const size_t rule_count;

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

/* For rules: adds a finding of the rule at a place of the document at PATH. */
void judgement_add(const struct judgement *judgement, const char *path, struct place place,
                   const char *format, ...) __attribute__((format(printf, 4, 5)));

/* For rules about landings: the same, at a place of the document that the deed changed. */
void judgement_of_deed(const struct judgement *judgement, struct place place, const char *format,
                       ...) __attribute__((format(printf, 3, 4)));

#endif
