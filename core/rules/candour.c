/* Candour: doubts that a story raises, as findings. Declared in rules/rules.h. */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "rules/rules.h"

const char *rule_family_words(enum rule_family family)
{
	static const char *const words[FAMILY_COUNT] = {
		[FAMILY_NONE] = "Form",
		[FAMILY_SCHEDULE] = "Rating against dates",
		[FAMILY_DATES] = "Dates",
		[FAMILY_LEDGER] = "Milestones",
		[FAMILY_RISKS] = "Risks and issues",
		[FAMILY_RATIONALE] = "Rating against rationale",
		[FAMILY_CLAIMS] = "Claims in prose",
		[FAMILY_NAMES] = "Names and dates across documents",
		[FAMILY_FINISH] = "Tense and finish",
		[FAMILY_ROLL_UP] = "Roll-up",
	};
	return words[family];
}

static bool is_asked_of(const struct rule *rule, const struct chapter *chapter)
{
	return rule->scope == RULE_OF_CHAPTER ||
	       (rule->scope == RULE_OF_UPDATE && chapter_update(chapter) != NULL) ||
	       (rule->scope == RULE_OF_OVERVIEW && chapter_overview(chapter) != NULL);
}

static void ask_strand(const struct rule *rule, struct question *question,
                       const struct strand *strand)
{
	for (size_t i = 0; i < strand->count; i++) {
		question->chapter = &strand->chapters[i];
		if (question->chapter->judged && is_asked_of(rule, question->chapter))
			rule->ask(question);
	}
}

static void ask(const struct rule *rule, const struct story *story, bool landing,
                struct doubts *doubts)
{
	struct question question = {
		.rule = rule->id, .story = story, .doubts = doubts, .landing = landing};
	if (rule->scope == RULE_OF_STORY) {
		rule->ask(&question);
		return;
	}
	for (size_t i = 0; i < story->count; i++)
		ask_strand(rule, &question, &story->strands[i]);
	ask_strand(rule, &question, &story->programme);
}

/* How severe a finding of a rule of candour is here. */
static enum severity severity_here(const struct plan *plan, const struct rule *rule, bool landing)
{
	enum severity severity = rule_severity(plan, rule);
	return landing && rule->when_landing && severity != SEVERITY_OFF ? SEVERITY_ERROR
	                                                                 : severity;
}

/* The doubt as a finding; what it points to is written into ARENA. */
static void add_finding(const struct story *story, bool landing, const struct doubt *doubt,
                        struct arena *arena, struct findings *findings)
{
	const struct rule *rule = rule_named(doubt->rule);
	struct finding_evidence *evidence = arena_new(arena, doubt->count * sizeof(*evidence));
	const struct document *document =
		doubt->chapter != NULL ? chapter_document(doubt->chapter) : story->plan_document;
	for (size_t i = 0; i < doubt->count; i++) {
		const struct evidence *from = &doubt->evidence[i];
		char *hex = arena_new(arena, OBJECT_HEX_SIZE);
		char *period = arena_new(arena, PERIOD_TEXT_SIZE);
		evidence[i] = (struct finding_evidence){
			.path = from->path,
			.line = from->line,
			.period = from->period.last == 0 ? NULL : period_iso(from->period, period),
			.commit =
				from->landing == NULL ? NULL : object_hex(&from->landing->id, hex),
			.text = from->text,
		};
	}
	struct finding finding = {
		.path = doubt->path,
		.place = doubt->place,
		.severity = severity_here(story->plan, rule, landing),
		.rule = rule->id,
		.message = doubt->message,
		.answer = rule_answered(document, rule),
		.workstream = doubt->chapter != NULL ? doubt->chapter->strand->id : NULL,
		.period = doubt->chapter != NULL ? doubt->chapter->period : (struct period){0, 0},
		.evidence = evidence,
		.evidence_count = doubt->count,
	};
	if (finding.answer != NULL && finding.severity != SEVERITY_OFF)
		finding.severity = SEVERITY_EXPLAINED;
	size_t length = 0;
	const char *start = document_line(document, doubt->place.line, &length);
	finding.line = start == NULL ? NULL : arena_text(arena, start, length);
	findings_add(findings, &finding);
}

static void judge_story(const struct story *story, struct candour_wanted wanted,
                        struct findings *findings)
{
	struct doubts doubts = {0};
	struct arena arena = ARENA_INIT;
	for (size_t i = 0; i < rule_count; i++) {
		enum severity severity = severity_here(story->plan, &rules[i], wanted.landing);
		if (rules[i].ask != NULL && severity != SEVERITY_OFF &&
		    (severity == SEVERITY_ERROR || !wanted.errors_alone))
			ask(&rules[i], story, wanted.landing, &doubts);
	}
	for (const struct doubt *doubt = doubts.first; doubt != NULL; doubt = doubt->next)
		add_finding(story, wanted.landing, doubt, &arena, findings);
	doubts_release(&doubts);
	arena_release(&arena);
}

/* True where any rule of candour is an error in the plan, so that it must be asked. */
static bool has_errors(const struct plan *plan)
{
	for (size_t i = 0; i < rule_count; i++)
		if (rules[i].ask != NULL && rule_severity(plan, &rules[i]) == SEVERITY_ERROR)
			return true;
	return false;
}

/* The record that the rules which are asked of the plan look back at; NULL: none does. */
static const struct record *needed_record(const struct record *record, const struct plan *plan,
                                          struct candour_wanted wanted)
{
	return wanted.errors_alone && !has_errors(plan) ? NULL : record;
}

/* Judges the story, and drops it. */
static int judge_read(struct story *story, struct candour_wanted wanted, struct findings *findings,
                      struct error *error)
{
	int result = 0;
	judge_story(story, wanted, findings);
	if (story->failed) {
		*error = story->failure;
		result = -1;
	}
	story_release(story);
	return result;
}

/* The same of all that is on record. */
static int judge_recorded(struct story *story, struct findings *findings, struct error *error)
{
	int result = judge_read(story, (struct candour_wanted){0}, findings, error);
	findings_sort(findings);
	return result;
}

int rules_judge_candour(const struct collection *collection, const struct record *record,
                        struct candour_wanted wanted, struct findings *findings,
                        struct error *error)
{
	int result = 0;
	for (size_t i = 0; i < collection->count && result == 0; i++) {
		const struct folder *folder = &collection->folders[i];
		struct story story = {0};
		if (folder->plan == NULL ||
		    (wanted.errors_alone && !wanted.landing && !has_errors(folder->plan)))
			continue;
		const struct record *past = needed_record(record, folder->plan, wanted);
		story_of_folder(folder, past, past == NULL ? NULL : record_plan(past, folder->id),
		                &story);
		result = judge_read(&story, wanted, findings, error);
	}
	findings_sort(findings);
	return result;
}

int rules_judge_story(const struct record *record, const struct plan_record *plan,
                      enum story_part part, struct findings *findings, struct error *error)
{
	struct story story = {0};
	story_of_record(record, plan, part, &story);
	return judge_recorded(&story, findings, error);
}

static void judge_alone(struct strand *strand, const int *months, size_t count)
{
	for (size_t i = 0; i < strand->count; i++) {
		struct chapter *chapter = &strand->chapters[i];
		chapter->judged = false;
		for (size_t j = 0; j < count && !chapter->judged; j++)
			chapter->judged = chapter->period.last == months[j];
	}
}

int rules_judge_months(const struct record *record, const struct plan_record *plan,
                       const int *months, size_t count, struct findings *findings,
                       struct error *error)
{
	struct story story = {0};
	story_of_record(record, plan, STORY_WHOLE, &story);
	for (size_t i = 0; i < story.count; i++)
		judge_alone(&story.strands[i], months, count);
	judge_alone(&story.programme, months, count);
	return judge_recorded(&story, findings, error);
}

int rules_judge_period(const struct record *record, const struct plan_record *plan,
                       struct period period, struct findings *findings, struct error *error)
{
	struct story story = {0};
	story_of_period(record, plan, period, &story);
	return judge_recorded(&story, findings, error);
}
