#include "rules/rules.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rules/judge.h"

#define FAULT(id, severity, sentence)                                                              \
	{                                                                                          \
		id, severity, RULE_OF_DOCUMENT, sentence, judge_faults                             \
	}
#define FORM(id, severity, sentence, judge)                                                        \
	{                                                                                          \
		id, severity, RULE_OF_DOCUMENT, sentence, judge                                    \
	}
#define LANDING(id, severity, sentence, judge)                                                     \
	{                                                                                          \
		id, severity, RULE_OF_LANDING, sentence, judge                                     \
	}
#define TREE(id, severity, sentence, judge)                                                        \
	{                                                                                          \
		id, severity, RULE_OF_FOLDER, sentence, judge                                      \
	}
#define ALL(id, severity, sentence, judge)                                                         \
	{                                                                                          \
		id, severity, RULE_OF_ALL, sentence, judge                                         \
	}

const struct rule rules[] = {
	/* What reading one document finds. */
	FAULT("front-matter-missing", SEVERITY_ERROR,
              "A document begins with front matter between two lines of `---`."),
	FAULT("front-matter-unclosed", SEVERITY_ERROR,
              "The front matter ends with a line of `---`."),
	FAULT("pointer-file", SEVERITY_ERROR,
              "The text of a document is in git itself, not in a store beside it."),
	FAULT("encoding", SEVERITY_ERROR, "A document is UTF-8 text."),
	FAULT("hidden-character", SEVERITY_ERROR,
              "No character hides from readers or turns text around."),
	FAULT("too-large", SEVERITY_ERROR, "A document is of a size that people read."),
	FAULT("tab", SEVERITY_ERROR, "Front matter is indented with spaces."),
	FAULT("yaml-syntax", SEVERITY_ERROR, "Each field is `name: value`."),
	FAULT("yaml-feature", SEVERITY_ERROR,
              "Front matter holds texts, lists and fields, nothing cleverer."),
	FAULT("duplicate-key", SEVERITY_ERROR, "A field is given once."),
	FAULT("unknown-key", SEVERITY_ERROR, "Every field is one that ragtrail knows."),
	FAULT("unknown-kind", SEVERITY_ERROR, "A document is of a kind that ragtrail knows."),
	FAULT("wrong-type", SEVERITY_ERROR,
              "A field that takes one value has one, and a list is a list."),
	FAULT("bad-date", SEVERITY_ERROR, "Dates are written year-month-day: `2023-09-30`."),
	FAULT("bad-period", SEVERITY_ERROR, "Periods are months: `2023-08` or `2023-07/2023-08`."),
	FAULT("bad-id", SEVERITY_ERROR, "Ids are small letters, digits and hyphens."),
	FAULT("bad-word", SEVERITY_ERROR, "A field with a fixed choice of words has one of them."),
	FAULT("bad-number", SEVERITY_ERROR, "A number is a whole number."),
	FAULT("scale-levels", SEVERITY_ERROR,
              "A scale has from two to nine levels, each with words of its own."),
	FAULT("merge-marker", SEVERITY_ERROR,
              "No marker of an unfinished merge is left in the text."),
	FAULT("raw-html", SEVERITY_WARNING, "The text is Markdown without HTML."),
	FAULT("unsafe-link", SEVERITY_WARNING,
              "Links lead to http, https, mailto or a file beside this one."),
	/* Slips in front matter: what YAML takes for something else than was meant. */
	FAULT("non-breaking-space", SEVERITY_ERROR, "Spaces in front matter are ordinary spaces."),
	FAULT("curly-quotes", SEVERITY_ERROR,
              "A value that is in quotes is in straight ones, as YAML knows them."),
	FAULT("missing-space", SEVERITY_ERROR,
              "A space follows the colon behind a name, and the hyphen before an item."),
	FAULT("missing-colon", SEVERITY_ERROR, "A colon stands between a name and its value."),
	FAULT("text-cut-off", SEVERITY_ERROR,
              "No text is lost behind ` #`, where YAML sees a comment."),
	FAULT("unquoted-colon", SEVERITY_ERROR, "A value with a colon and a space is in quotes."),
	FAULT("unquoted-comma", SEVERITY_ERROR, "A value with a comma, in brackets, is in quotes."),
	FAULT("sign-at-start", SEVERITY_ERROR,
              "A value that begins with a sign such as `@` or `%` is in quotes."),
	FAULT("quotation-mark", SEVERITY_ERROR,
              "A value in quotes begins and ends with the same mark, and has none inside."),
	FAULT("bracket", SEVERITY_ERROR, "A list in brackets is closed, and ends its value."),
	FAULT("indent", SEVERITY_ERROR,
              "Fields line up, and what goes on with a value is indented further."),
	FAULT("bullet", SEVERITY_ERROR, "The items of a list begin with a hyphen and a space."),
	/* Slips in the text: what Markdown takes for something else than was meant. */
	FAULT("pipe-table", SEVERITY_WARNING,
              "Tables are lists in the front matter: Markdown here has none."),
	FAULT("empty-link", SEVERITY_WARNING, "A link leads somewhere."),
	FAULT("heading-space", SEVERITY_ERROR, "A space follows the signs that begin a heading."),
	FAULT("heading-skipped", SEVERITY_WARNING,
              "A heading is one level below the last at most."),
	/* What one document must have. */
	FORM("required-field", SEVERITY_ERROR,
             "Every field that the kind or the plan requires is there.", judge_required_field),
	FORM("required-section", SEVERITY_ERROR,
             "Every section that the kind or the plan requires is there, with text in it.",
             judge_required_section),
	FORM("rating-unknown", SEVERITY_ERROR, "A rating is a level of the plan's scale.",
             judge_rating_unknown),
	FORM("rating-spelling", SEVERITY_WARNING, "A rating is spelled as the plan spells it.",
             judge_rating_spelling),
	FORM("duplicate-id", SEVERITY_ERROR, "An id is used once in its list.", judge_duplicate_id),
	FORM("unknown-reference", SEVERITY_ERROR,
             "An id, rule or field that is referred to exists.", judge_reference),
	FORM("date-order", SEVERITY_ERROR, "What ends does not end before it starts.",
             judge_date_order),
	/* How the documents of a plan fit together. */
	TREE("file-type", SEVERITY_ERROR, "A document is a plain file with an ordinary path.",
             judge_file_type),
	TREE("path-reserved", SEVERITY_ERROR, "A path can be written on every computer.",
             judge_path_reserved),
	ALL("path-collision", SEVERITY_ERROR, "No two paths differ in their capitals only.",
            judge_path_collision),
	ALL("path-untidy", SEVERITY_WARNING,
            "A path is made of small letters, digits, hyphens and dots.", judge_path_untidy),
	TREE("plan-missing", SEVERITY_ERROR, "A folder below plans/ has a plan.md of kind plan.",
             judge_plan_missing),
	TREE("plan-misplaced", SEVERITY_ERROR, "A document of kind plan is its folder's plan.md.",
             judge_plan_misplaced),
	TREE("workstream-unknown", SEVERITY_ERROR,
             "An update's workstream is one that the plan lists.", judge_workstream_unknown),
	TREE("period-claimed-twice", SEVERITY_ERROR,
             "One document speaks of a workstream in a period.", judge_period_twice),
	TREE("period-overlap", SEVERITY_ERROR, "Periods of a workstream do not overlap.",
             judge_period_overlap),
	TREE("period-outside-plan", SEVERITY_WARNING, "A period lies within the plan's dates.",
             judge_period_outside),
	TREE("broken-link", SEVERITY_WARNING, "A link to a document of the plan finds it.",
             judge_broken_link),
	/* How they fit what is on record. */
	TREE("record-overlap", SEVERITY_ERROR,
             "A period does not overlap another one of its workstream on record.",
             judge_record_overlap),
	TREE("record-turned", SEVERITY_WARNING,
             "Work is merged into the shared branch, not the shared branch into somebody's work.",
             judge_turned),
	TREE("record-conflict", SEVERITY_WARNING,
             "A merge of branches that rated a period differently keeps one of their ratings.",
             judge_conflict),
	/* Who may do what. */
	FORM("bad-identity", SEVERITY_ERROR,
             "Whoever may rate, or owns a plan, is named by an e-mail address.", judge_identities),
	FORM("raters-without-owners", SEVERITY_WARNING,
             "A plan that says who may rate says who may change that.", judge_unowned),
	/* What a landing did to the record. */
	LANDING("rerating-without-reason", SEVERITY_ERROR,
                "A rating on record is changed only with a reason.", judge_rerating),
	LANDING("rating-withdrawn", SEVERITY_WARNING, "What is on record stays on record.",
                judge_withdrawal),
	LANDING("rater-not-named", SEVERITY_ERROR,
                "A rating is set by somebody whom the plan names for it.", judge_rater),
	LANDING("owner-not-named", SEVERITY_ERROR,
                "How a plan is judged is changed by one of its owners.", judge_owner),
	LANDING("commit-date-doubtful", SEVERITY_WARNING, "A commit is dated when it was made.",
                judge_commit_date),
};

const size_t rule_count = sizeof(rules) / sizeof(rules[0]);

const struct rule *rule_named(const char *id)
{
	for (size_t i = 0; i < rule_count; i++)
		if (strcmp(rules[i].id, id) == 0)
			return &rules[i];
	return NULL;
}

/* The plan's word for a rule, or the rule's own severity. */
static enum severity severity_in(const struct plan *plan, const struct rule *rule)
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

/* The document at PATH, or NULL. */
static const struct document *document_at(const struct folder *folder, const char *path)
{
	const struct item wanted = {.path = path};
	const struct item *item =
		bsearch(&wanted, folder->items, folder->count, sizeof(*item), compare_paths);
	return item == NULL ? NULL : item->document;
}

/* The reason that the document gives for a finding of the rule, or NULL. */
static const char *answer_in(const struct document *document, const struct rule *rule)
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
		.severity = severity_in(judgement->folder->plan, judgement->rule),
		.rule = judgement->rule->id,
		.message = message,
		.answer = answer_in(document, judgement->rule),
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

void rules_judge(const struct collection *collection, const struct record *record,
                 struct findings *findings)
{
	for (size_t i = 0; i < collection->count; i++)
		judge_folder(collection, &collection->folders[i], record, findings);
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
	enum severity severity = severity_in(judgement->deed->strict, judgement->rule);
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
