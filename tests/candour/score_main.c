/* `make candour`: prints what the rules of candour find in the corpus. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "candour/score.h"

static const char usage[] =
	"usage: score [--rules] [--tuning] [--plans N] [--show] [--rule ID] [--print N] [--forms]\n"
	"  --rules    the table by rule, not by family\n"
	"  --tuning   of the wording that rules may be tuned to\n"
	"  --plans N  so many plans, instead of 500\n"
	"  --show     each miss and each false alarm, with its document; of the tuning set\n"
	"             unless --scoring says otherwise\n"
	"  --rule ID  only those of this rule\n"
	"  --print N  the documents and the labels of plan N\n"
	"  --forms    judge the forms too\n";

struct options {
	enum corpus_set set;
	unsigned plans;
	long print;
	bool rules, show, chosen, forms;
	const char *rule;
};

static bool read_options(int count, char **words, struct options *options)
{
	*options = (struct options){.set = CORPUS_SCORING, .plans = 500, .print = -1};
	for (int i = 1; i < count; i++) {
		const char *word = words[i], *value = i + 1 < count ? words[i + 1] : NULL;
		if (strcmp(word, "--rules") == 0) {
			options->rules = true;
		} else if (strcmp(word, "--forms") == 0) {
			options->forms = true;
		} else if (strcmp(word, "--show") == 0) {
			options->show = true;
			options->set = options->chosen ? options->set : CORPUS_TUNING;
		} else if (strcmp(word, "--tuning") == 0 || strcmp(word, "--scoring") == 0) {
			options->set = word[2] == 't' ? CORPUS_TUNING : CORPUS_SCORING;
			options->chosen = true;
		} else if (value != NULL && strcmp(word, "--plans") == 0) {
			options->plans = (unsigned)strtoul(value, NULL, 10);
			i++;
		} else if (value != NULL && strcmp(word, "--print") == 0) {
			options->print = strtol(value, NULL, 10);
			i++;
		} else if (value != NULL && strcmp(word, "--rule") == 0) {
			options->rule = value;
			i++;
		} else {
			return false;
		}
	}
	return true;
}

static const char *text_of(const struct corpus_plan *plan, const char *path)
{
	for (size_t i = 0; i < plan->count; i++)
		if (strcmp(plan->files[i].path, path) == 0)
			return plan->files[i].text;
	return "";
}

static void report(void *context, const struct corpus_plan *plan, const struct corpus_label *label,
                   const struct finding *finding)
{
	const struct options *options = context;
	const char *rule = label != NULL ? label->rule : finding->rule;
	const char *path = label != NULL ? label->path : finding->path;
	if (options->rule != NULL && strcmp(options->rule, rule) != 0)
		return;
	if (label != NULL)
		printf("==== missed: %s in %s\n", rule, path);
	else
		printf("==== false alarm: %s:%d: %s [%s]\n", path, finding->place.line,
		       finding->message, rule);
	for (size_t i = 0; finding != NULL && i < finding->evidence_count; i++)
		printf("     %s:%d: %s\n", finding->evidence[i].path, finding->evidence[i].line,
		       finding->evidence[i].text);
	printf("%s\n", text_of(plan, path));
}

static int print_plan(const struct options *options)
{
	struct corpus_plan plan;
	corpus_make(options->set, (unsigned)options->print, &plan);
	for (size_t i = 0; i < plan.count; i++)
		printf("==== %s\n%s\n", plan.files[i].path, plan.files[i].text);
	for (size_t i = 0; i < plan.label_count; i++)
		printf("%s: %s in %s%s%s\n", plan.labels[i].allowed ? "allowed" : "planted",
		       plan.labels[i].rule, plan.labels[i].path,
		       plan.labels[i].or_path != NULL ? " or " : "",
		       plan.labels[i].or_path != NULL ? plan.labels[i].or_path : "");
	corpus_release(&plan);
	return 0;
}

int main(int count, char **words)
{
	struct options options;
	struct buf out = BUF_INIT;
	bool well = true;
	if (!read_options(count, words, &options)) {
		fputs(usage, stderr);
		return 2;
	}
	if (options.print >= 0)
		return print_plan(&options);
	struct score score = {.forms = options.forms,
	                      .report = options.show ? report : NULL,
	                      .context = &options};
	score_plans(options.set, 0, options.plans, &score);
	score_table(&score, options.rules, &out);
	printf("%u plans of %s wording, %u documents\n\n%s", score.plans,
	       options.set == CORPUS_TUNING ? "the tuning" : "the scoring", score.documents,
	       out.bytes);
	if (options.forms)
		printf("\n%u faults of form\n", score.faults_of_form);
	if (score.others != 0)
		printf("\n%u findings of rules that are not scored\n", score.others);
	buf_release(&out);
	for (enum rule_family family = FAMILY_NONE + 1; family < FAMILY_COUNT; family++) {
		struct tally tally = score_family(&score, family);
		if (!tally_is_well(&tally)) {
			printf("%s: misses the goal of %.2f and %.2f\n", rule_family_words(family),
			       GOAL_RECALL, GOAL_PRECISION);
			well = false;
		}
	}
	return well ? 0 : 1;
}
