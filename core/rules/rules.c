#include "rules/rules.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "rules/judge.h"

const struct rule *rule_named(const char *id)
{
	/* A finding mostly has the very text of the table. */
	for (size_t i = 0; i < rule_count; i++)
		if (rules[i].id == id)
			return &rules[i];
	for (size_t i = 0; i < rule_count; i++)
		if (text_equal(rules[i].id, id))
			return &rules[i];
	return NULL;
}

enum severity rule_severity(const struct plan *plan, const struct rule *rule)
{
	if (plan == NULL)
		return rule->severity;
	const struct pair *pairs = LIST_OF(struct pair, plan->severity);
	for (size_t i = 0; i < plan->severity.count; i++) {
		if (pairs[i].key.text == NULL || strcmp(pairs[i].key.text, rule->id) != 0 ||
		    pairs[i].value.text == NULL)
			continue;
		for (enum severity severity = SEVERITY_ERROR; severity < SEVERITY_COUNT; severity++)
			if (severity != SEVERITY_EXPLAINED &&
			    strcmp(severity_word(severity), pairs[i].value.text) == 0)
				return severity;
	}
	return rule->severity;
}

static int compare_paths(const void *a, const void *b)
{
	return strcmp(((const struct item *)a)->path, ((const struct item *)b)->path);
}

/* The document at PATH, or NULL: also where a folder is judged of which nothing is left. */
static const struct document *document_at(const struct folder *folder, const char *path)
{
	if (folder->count == 0)
		return NULL;
	const struct item wanted = {.path = path};
	const struct item *item =
		bsearch(&wanted, folder->items, folder->count, sizeof(*item), compare_paths);
	return item == NULL ? NULL : item->document;
}

const char *rule_answered(const struct document *document, const struct rule *rule)
{
	const struct common *common = document == NULL ? NULL : document_common(document);
	if (common == NULL)
		return NULL;
	const struct explanation *answers = LIST_OF(struct explanation, common->explained);
	for (size_t i = 0; i < common->explained.count; i++)
		if (answers[i].rule.text != NULL && answers[i].reason.text != NULL &&
		    strcmp(answers[i].rule.text, rule->id) == 0)
			return answers[i].reason.text;
	return NULL;
}

void judgement_add(const struct judgement *judgement, const char *path, struct place place,
                   const char *format, ...)
{
	char message[1024];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	const struct document *document = document_at(judgement->folder, path);
	struct buf line = BUF_INIT;
	struct finding finding = {
		.path = path,
		.place = place.line == 0 ? (struct place){1, 1} : place,
		.severity = rule_severity(judgement->folder->plan, judgement->rule),
		.rule = judgement->rule->id,
		.message = message,
		.answer = rule_answered(document, judgement->rule),
	};
	if (judgement->gate != NULL) {
		/* A gate takes no document's word, and one that only looks on refuses nothing. */
		finding.answer = NULL;
		if (!judgement->gate->enforced && finding.severity == SEVERITY_ERROR)
			finding.severity = SEVERITY_WARNING;
	}
	if (finding.answer != NULL && finding.severity != SEVERITY_OFF)
		finding.severity = SEVERITY_EXPLAINED;
	size_t length = 0;
	const char *start =
		document == NULL ? NULL : document_line(document, finding.place.line, &length);
	if (start != NULL) {
		buf_add(&line, start, length);
		finding.line = line.bytes;
	}
	findings_add(judgement->findings, &finding);
	buf_release(&line);
}

static void judge_folder(const struct collection *collection, const struct folder *folder,
                         const struct record *record, struct findings *findings)
{
	for (size_t i = 0; i < rule_count; i++) {
		struct judgement judgement = {.rule = &rules[i],
		                              .folder = folder,
		                              .record = record,
		                              .findings = findings,
		                              .collection = collection};
		if (rules[i].scope == RULE_OF_FOLDER)
			rules[i].judge(&judgement);
		for (size_t j = 0; j < folder->count && rules[i].scope == RULE_OF_DOCUMENT; j++) {
			judgement.document = folder->items[j].document;
			if (judgement.document != NULL && !folder->items[j].beside)
				rules[i].judge(&judgement);
		}
	}
}

/* The plans on record of which the working tree has nothing any more. */
static void judge_emptied(const struct collection *collection, const struct record *record,
                          struct findings *findings)
{
	for (size_t i = 0; record != NULL && i < record->count; i++) {
		const struct folder emptied = {.id = record->plans[i].id};
		if (collection_folder(collection, emptied.id) == NULL)
			judge_folder(collection, &emptied, record, findings);
	}
}

void rules_judge(const struct collection *collection, const struct record *record,
                 struct findings *findings)
{
	for (size_t i = 0; i < collection->count; i++)
		judge_folder(collection, &collection->folders[i], record, findings);
	if (collection->worktree)
		judge_emptied(collection, record, findings);
	for (size_t i = 0; i < rule_count; i++) {
		struct judgement judgement = {.rule = &rules[i],
		                              .record = record,
		                              .findings = findings,
		                              .collection = collection};
		if (rules[i].scope == RULE_OF_ALL)
			rules[i].judge(&judgement);
	}
	findings_sort(findings);
}

/* A gate that only looks on does not refuse what somebody may not do. */
static enum severity severity_of_deed(const struct judgement *judgement)
{
	enum severity severity = rule_severity(judgement->deed->strict, judgement->rule);
	bool personal =
		judgement->rule->judge == judge_rater || judgement->rule->judge == judge_owner;
	return personal && !judgement->gate->enforced && severity == SEVERITY_ERROR
	               ? SEVERITY_WARNING
	               : severity;
}

void judgement_of_deed(const struct judgement *judgement, struct place place, const char *format,
                       ...)
{
	const struct deed *deed = judgement->deed;
	char message[1024], hex[OBJECT_HEX_SIZE];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(message, sizeof(message), format, arguments);
	va_end(arguments);
	findings_add(judgement->findings,
	             &(struct finding){
			     .path = deed->path,
			     .place = place.line == 0 ? (struct place){1, 1} : place,
			     .severity = severity_of_deed(judgement),
			     .rule = judgement->rule->id,
			     .message = message,
			     .commit = object_hex(&deed->by->id, hex),
		     });
}

void rules_judge_deeds(const struct record *record, const struct deeds *deeds,
                       const struct gate *gate, struct findings *findings)
{
	for (size_t i = 0; i < deeds->count; i++)
		for (size_t j = 0; j < rule_count; j++) {
			struct judgement judgement = {.rule = &rules[j],
			                              .record = record,
			                              .findings = findings,
			                              .deed = &deeds->items[i],
			                              .gate = gate};
			if (rules[j].scope == RULE_OF_LANDING)
				rules[j].judge(&judgement);
		}
	findings_sort(findings);
}
