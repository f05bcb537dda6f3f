/*
 * The score: what the rules of candour find of what is known to be wrong in the corpus.
 */
#ifndef CANDOUR_SCORE_H
#define CANDOUR_SCORE_H

#include "base/buf.h"
#include "candour/corpus.h"
#include "rules/rules.h"

/* What is asked of every family. */
#define GOAL_RECALL 0.95
#define GOAL_PRECISION 0.98

/* A rule of which the corpus has faults, whether it is written yet or not. */
struct scored_rule {
	const char *id;
	enum rule_family family;
};

extern const struct scored_rule scored_rules[];
extern const size_t scored_rule_count;

struct tally {
	unsigned planted, found;
	unsigned right, wrong; /* findings: that were planted or allowed, and false alarms */
};

enum { MOST_SCORED = 64 };

struct score {
	struct tally rules[MOST_SCORED]; /* as in scored_rules */
	unsigned others;                 /* findings of rules that are not among them */
	unsigned plans, documents;
	unsigned faults_of_form; /* where the forms were judged too */
	/* Told of each miss (FINDING is NULL) and each false alarm (LABEL is); may be NULL. */
	void (*report)(void *context, const struct corpus_plan *plan,
	               const struct corpus_label *label, const struct finding *finding);
	void *context;
	bool forms; /* judge the forms too */
};

/* Judges the plans from number FIRST on, and adds them to the score. */
void score_plans(enum corpus_set set, unsigned first, unsigned count, struct score *score);

struct tally score_family(const struct score *score, enum rule_family family);
struct tally score_total(const struct score *score);

/* 1 where nothing was planted, or found. */
double tally_recall(const struct tally *tally);
double tally_precision(const struct tally *tally);

/* True where the tally reaches both goals. */
bool tally_is_well(const struct tally *tally);

/* A table as Markdown, by family or by rule. */
void score_table(const struct score *score, bool by_rule, struct buf *out);

#endif
