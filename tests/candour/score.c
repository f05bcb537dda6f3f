#include "candour/score.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "candour/recorded.h"

const struct scored_rule scored_rules[] = {
	{"green-past-agreed", FAMILY_SCHEDULE},
	{"green-past-due", FAMILY_SCHEDULE},
	{"green-milestone-late", FAMILY_SCHEDULE},
	{"green-funding-ends", FAMILY_SCHEDULE},
	{"green-needs-late", FAMILY_SCHEDULE},
	{"agreed-moved", FAMILY_DATES},
	{"forecast-moved", FAMILY_DATES},
	{"forecast-past", FAMILY_DATES},
	{"forecast-never-moves", FAMILY_DATES},
	{"date-past-forecast", FAMILY_DATES},
	{"date-misplaced", FAMILY_DATES},
	{"signed-early", FAMILY_DATES},
	{"signed-long-before", FAMILY_DATES},
	{"milestone-lost", FAMILY_LEDGER},
	{"milestone-unreasoned", FAMILY_LEDGER},
	{"milestone-delivered-twice", FAMILY_LEDGER},
	{"milestone-reopened", FAMILY_LEDGER},
	{"milestone-no-test", FAMILY_LEDGER},
	{"milestone-undated", FAMILY_LEDGER},
	{"milestone-misquoted", FAMILY_LEDGER},
	{"outcome-unserved", FAMILY_LEDGER},
	{"risks-denied", FAMILY_RISKS},
	{"risk-unlisted", FAMILY_RISKS},
	{"risk-lost", FAMILY_RISKS},
	{"mitigation-shared", FAMILY_RISKS},
	{"mitigation-no-action", FAMILY_RISKS},
	{"no-route-to-green", FAMILY_RISKS},
	{"rationale-unmoved", FAMILY_RATIONALE},
	{"rating-jumped", FAMILY_RATIONALE},
	{"rerating-unexplained", FAMILY_RATIONALE},
	{"rating-stuck", FAMILY_RATIONALE},
	{"text-copied", FAMILY_RATIONALE},
	{"claim-count", FAMILY_CLAIMS},
	{"claim-rating", FAMILY_CLAIMS},
	{"claim-streak", FAMILY_CLAIMS},
	{"claim-trend", FAMILY_CLAIMS},
	{"claim-schedule", FAMILY_CLAIMS},
	{"claim-milestones", FAMILY_CLAIMS},
	{"name-spelling", FAMILY_NAMES},
	{"decision-without-meeting", FAMILY_NAMES},
	{"event-dated-twice", FAMILY_NAMES},
	{"future-past", FAMILY_NAMES},
	{"sentence-unfinished", FAMILY_FINISH},
	{"template-left", FAMILY_FINISH},
	{"list-empty", FAMILY_FINISH},
	{"placeholder-left", FAMILY_FINISH},
	{"evidence-missing", FAMILY_FINISH},
	{"roll-up-better", FAMILY_ROLL_UP},
	{"bad-news-left-out", FAMILY_ROLL_UP},
};
const size_t scored_rule_count = sizeof(scored_rules) / sizeof(scored_rules[0]);
_Static_assert(sizeof(scored_rules) / sizeof(scored_rules[0]) <= MOST_SCORED, "room for all");

static struct tally *tally_of(struct score *score, const char *rule)
{
	for (size_t i = 0; i < scored_rule_count; i++)
		if (strcmp(scored_rules[i].id, rule) == 0)
			return &score->rules[i];
	return NULL;
}

static bool is_same(const char *a, const char *b)
{
	return a != NULL && strcmp(a, b) == 0;
}

static bool speaks_of(const struct finding *finding, const struct corpus_label *label)
{
	bool rule = is_same(label->rule, finding->rule);
	for (size_t i = 0; i < CORPUS_EITHER; i++)
		rule = rule || is_same(label->or_rule[i], finding->rule);
	return rule &&
	       (is_same(label->path, finding->path) || is_same(label->or_path, finding->path));
}

static void count_labels(const struct corpus_plan *plan, const struct findings *findings,
                         struct score *score)
{
	for (size_t i = 0; i < plan->label_count; i++) {
		const struct corpus_label *label = &plan->labels[i];
		struct tally *tally = tally_of(score, label->rule);
		bool found = false;
		if (label->allowed)
			continue;
		for (size_t j = 0; j < findings->count && !found; j++)
			found = speaks_of(&findings->items[j], label);
		tally->planted++;
		tally->found += found ? 1 : 0;
		if (!found && score->report != NULL)
			score->report(score->context, plan, label, NULL);
	}
}

static void count_findings(const struct corpus_plan *plan, const struct findings *findings,
                           struct score *score)
{
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->items[i];
		struct tally *tally = tally_of(score, finding->rule);
		bool right = false;
		for (size_t j = 0; j < plan->label_count && !right; j++)
			right = speaks_of(finding, &plan->labels[j]);
		if (tally == NULL) {
			score->others++;
		} else {
			tally->right += right ? 1 : 0;
			tally->wrong += right ? 0 : 1;
		}
		if (!right && score->report != NULL)
			score->report(score->context, plan, NULL, finding);
	}
}

static void judge_plan(const struct corpus_plan *plan, struct score *score)
{
	struct error error = ERROR_INIT;
	struct findings findings = {0};
	struct folder folder = {.id = plan->id, .count = plan->count};
	folder.items = mem_new(plan->count, sizeof(*folder.items));
	for (size_t i = 0; i < plan->count; i++) {
		const struct corpus_file *file = &plan->files[i];
		struct document *document =
			document_read(file->path, file->text, strlen(file->text), DOCUMENT_WHOLE);
		folder.items[i] = (struct item){.path = file->path, .document = document};
		if (document->plan != NULL) {
			folder.plan = document->plan;
			folder.plan_document = document;
		}
	}
	struct collection collection = {.folders = &folder, .count = 1, .documents = plan->count};
	struct record *record = recorded_new(plan, &folder);
	if (score->forms) {
		rules_judge(&collection, NULL, &findings);
		score->faults_of_form += (unsigned)findings.count;
		for (size_t i = 0; i < findings.count && score->report != NULL; i++)
			score->report(score->context, plan, NULL, &findings.items[i]);
		findings_release(&findings);
		findings = (struct findings){0};
	}
	if (rules_judge_candour(&collection, record, (struct candour_wanted){0}, &findings,
	                        &error) < 0)
		fprintf(stderr, "%s: %s\n", plan->id, error.what);
	count_labels(plan, &findings, score);
	count_findings(plan, &findings, score);
	score->plans++;
	score->documents += (unsigned)plan->count;
	findings_release(&findings);
	recorded_free(record);
	for (size_t i = 0; i < folder.count; i++)
		document_free(folder.items[i].document);
	free(folder.items);
}

void score_plans(enum corpus_set set, unsigned first, unsigned count, struct score *score)
{
	for (unsigned number = first; number < first + count; number++) {
		struct corpus_plan plan;
		corpus_make(set, number, &plan);
		judge_plan(&plan, score);
		corpus_release(&plan);
	}
}

/* --- sums --- */

static void tally_add(struct tally *sum, const struct tally *tally)
{
	sum->planted += tally->planted;
	sum->found += tally->found;
	sum->right += tally->right;
	sum->wrong += tally->wrong;
}

struct tally score_family(const struct score *score, enum rule_family family)
{
	struct tally sum = {0};
	for (size_t i = 0; i < scored_rule_count; i++)
		if (scored_rules[i].family == family)
			tally_add(&sum, &score->rules[i]);
	return sum;
}

struct tally score_total(const struct score *score)
{
	struct tally sum = {0};
	for (size_t i = 0; i < scored_rule_count; i++)
		tally_add(&sum, &score->rules[i]);
	return sum;
}

double tally_recall(const struct tally *tally)
{
	return tally->planted == 0 ? 1 : (double)tally->found / tally->planted;
}

double tally_precision(const struct tally *tally)
{
	unsigned all = tally->right + tally->wrong;
	return all == 0 ? 1 : (double)tally->right / all;
}

bool tally_is_well(const struct tally *tally)
{
	return tally_recall(tally) >= GOAL_RECALL && tally_precision(tally) >= GOAL_PRECISION;
}

/* Cut, never rounded up: 0.949 is no 0.95. */
static double cut(double share)
{
	return (double)(int)(share * 1000 + 1e-6) / 1000;
}

static void add_row(struct buf *out, const char *name, const struct tally *tally)
{
	buf_printf(out, "| %-32s | %7u | %5u | %6.3f | %12u | %9.3f |\n", name, tally->planted,
	           tally->found, cut(tally_recall(tally)), tally->wrong,
	           cut(tally_precision(tally)));
}

void score_table(const struct score *score, bool by_rule, struct buf *out)
{
	buf_printf(out, "| %-32s | Planted | Found | Recall | False alarms | Precision |\n",
	           by_rule ? "Rule" : "Family");
	buf_text(out, "| -------------------------------- | ------: | ----: | -----: | "
	              "-----------: | --------: |\n");
	for (size_t i = 0; by_rule && i < scored_rule_count; i++)
		add_row(out, scored_rules[i].id, &score->rules[i]);
	for (enum rule_family family = FAMILY_NONE + 1; !by_rule && family < FAMILY_COUNT;
	     family++) {
		struct tally tally = score_family(score, family);
		add_row(out, rule_family_words(family), &tally);
	}
	struct tally total = score_total(score);
	add_row(out, "All", &total);
}
