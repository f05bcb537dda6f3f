/* Findings as JSON of our own: declared in findings_view.h. */
#include "view/findings_view.h"

#include "rules/rules.h"
#include "view/finding_json.h"

static const char *const schema[] = {
#include "check.schema_json.inc"
};

void findings_schema(struct buf *out)
{
	for (size_t i = 0; i < sizeof(schema) / sizeof(schema[0]); i++)
		buf_text(out, schema[i]);
}

static void add_evidence(struct json_writer *json, const struct finding *finding)
{
	json_open_array(json, "evidence");
	for (size_t i = 0; i < finding->evidence_count; i++) {
		const struct finding_evidence *evidence = &finding->evidence[i];
		json_open_object(json, NULL);
		json_add_text(json, "path", evidence->path);
		json_add_number(json, "line", evidence->line);
		json_add_text(json, "period", evidence->period);
		json_add_text(json, "commit", evidence->commit);
		json_add_text(json, "text", evidence->text);
		json_close(json);
	}
	json_close(json);
}

void finding_add_json(struct json_writer *json, const struct finding *finding)
{
	char period[PERIOD_TEXT_SIZE];
	const struct rule *rule = rule_named(finding->rule);
	json_open_object(json, NULL);
	json_add_text(json, "path", finding->path);
	json_add_number(json, "line", finding->place.line);
	json_add_number(json, "column", finding->place.column);
	json_add_text(json, "severity", severity_word(finding->severity));
	json_add_text(json, "rule", finding->rule);
	json_add_text(json, "message", finding->message);
	json_add_text(json, "answer", finding->answer);
	json_add_text(json, "commit", finding->commit);
	json_add_text(json, "family",
	              rule != NULL && rule->family != FAMILY_NONE ? rule_family_words(rule->family)
	                                                          : NULL);
	json_add_text(json, "workstream", finding->workstream);
	json_add_text(json, "period",
	              finding->period.last == 0 ? NULL : period_iso(finding->period, period));
	add_evidence(json, finding);
	json_close(json);
}

void findings_told_as_json(const struct findings_told *told, struct buf *out)
{
	struct json_writer json = {.out = out};
	const struct findings *findings = told->findings;
	json_open_object(&json, NULL);
	json_add_number(&json, "version", 1);
	json_add_number(&json, "documents", (long long)told->documents);
	json_add_number(&json, "errors", (long long)findings->totals[SEVERITY_ERROR]);
	json_add_number(&json, "warnings", (long long)findings->totals[SEVERITY_WARNING]);
	json_add_number(&json, "explained", (long long)findings->totals[SEVERITY_EXPLAINED]);
	json_open_array(&json, "findings");
	for (size_t i = 0; i < findings->count; i++)
		finding_add_json(&json, &findings->items[i]);
	json_close(&json);
	json_close(&json);
}
