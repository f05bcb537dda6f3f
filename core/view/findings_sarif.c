/* Findings as SARIF 2.1.0: declared in findings_view.h. */
#include "view/findings_view.h"

#include <string.h>

#include "rules/page.h"
#include "rules/rules.h"
#include "view/finding_text.h"
#include "view/fingerprint.h"
#include "view/json.h"

/* What SARIF calls the severities. */
static const char *const levels[SEVERITY_COUNT] = {"error", "warning", "note", "none"};

static void add_text_object(struct json_writer *json, const char *key, const char *text)
{
	json_open_object(json, key);
	json_add_text(json, "text", text);
	json_close(json);
}

static void add_rule(struct json_writer *json, const struct rule *rule)
{
	const struct rule_page *page = rule_page(rule->id);
	struct buf help = BUF_INIT;
	buf_text(&help, rule->sentence);
	if (page != NULL)
		buf_printf(&help, " %s", page->why);
	json_open_object(json, NULL);
	json_add_text(json, "id", rule->id);
	add_text_object(json, "shortDescription", rule->sentence);
	add_text_object(json, "help", help.bytes);
	buf_release(&help);
	json_open_object(json, "defaultConfiguration");
	json_add_text(json, "level", levels[rule->severity]);
	json_close(json);
	json_close(json);
}

static void add_tool(struct json_writer *json)
{
	json_open_object(json, "tool");
	json_open_object(json, "driver");
	json_add_text(json, "name", "ragtrail");
	json_add_text(json, "version", RAGTRAIL_VERSION);
	json_open_array(json, "rules");
	for (size_t i = 0; i < rule_count; i++)
		add_rule(json, &rules[i]);
	json_close(json);
	json_close(json);
	json_close(json);
}

/* The path as a relative URI: whatever is not surely harmless is escaped. */
static void add_uri(struct json_writer *json, const char *path)
{
	static const char harmless[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
				       "0123456789-._~/";
	struct buf uri = BUF_INIT;
	for (; *path != '\0'; path++)
		if (strchr(harmless, *path) != NULL)
			buf_byte(&uri, *path);
		else
			buf_printf(&uri, "%%%02X", (unsigned)(unsigned char)*path);
	json_add_text(json, "uri", uri.bytes);
	buf_release(&uri);
}

/* Column 0: the whole line. */
static void add_place(struct json_writer *json, const char *path, struct place place)
{
	json_open_object(json, "physicalLocation");
	json_open_object(json, "artifactLocation");
	add_uri(json, path);
	json_close(json);
	json_open_object(json, "region");
	json_add_number(json, "startLine", place.line);
	if (place.column > 0)
		json_add_number(json, "startColumn", place.column);
	json_close(json);
	json_close(json);
}

static void add_location(struct json_writer *json, const struct finding *finding)
{
	json_open_array(json, "locations");
	json_open_object(json, NULL);
	add_place(json, finding->path, finding->place);
	json_close(json);
	json_close(json);
}

/* What makes one ask: a place each, in a file as it is on record where a commit is named. */
static void add_related(struct json_writer *json, const struct finding *finding)
{
	if (finding->evidence_count == 0)
		return;
	json_open_array(json, "relatedLocations");
	for (size_t i = 0; i < finding->evidence_count; i++) {
		const struct finding_evidence *evidence = &finding->evidence[i];
		struct buf source = BUF_INIT;
		finding_add_source(&source, evidence);
		json_open_object(json, NULL);
		json_add_number(json, "id", (long long)i + 1);
		add_place(json, evidence->path, (struct place){evidence->line, 0});
		add_text_object(json, "message", source.bytes);
		if (evidence->commit != NULL) {
			json_open_object(json, "properties");
			json_add_text(json, "commit", evidence->commit);
			json_close(json);
		}
		json_close(json);
		buf_release(&source);
	}
	json_close(json);
}

static void add_suppression(struct json_writer *json, const char *answer)
{
	json_open_array(json, "suppressions");
	json_open_object(json, NULL);
	json_add_text(json, "kind", "inSource");
	json_add_text(json, "status", "accepted");
	json_add_text(json, "justification", answer);
	json_close(json);
	json_close(json);
}

static void add_result(struct json_writer *json, const struct finding *finding,
                       const char *fingerprint)
{
	struct buf message = BUF_INIT;
	const struct rule *rule = rule_named(finding->rule);
	finding_add_message(&message, finding);
	json_open_object(json, NULL);
	json_add_text(json, "ruleId", finding->rule);
	if (rule != NULL)
		json_add_number(json, "ruleIndex", rule - rules);
	json_add_text(json, "level", levels[finding->severity]);
	add_text_object(json, "message", message.bytes);
	add_location(json, finding);
	add_related(json, finding);
	json_open_object(json, "partialFingerprints");
	json_add_text(json, "ragtrail/v1", fingerprint);
	json_close(json);
	if (finding->answer != NULL)
		add_suppression(json, finding->answer);
	if (finding->commit != NULL) {
		json_open_object(json, "properties");
		json_add_text(json, "commit", finding->commit);
		json_close(json);
	}
	json_close(json);
	buf_release(&message);
}

void findings_told_as_sarif(const struct findings_told *told, struct buf *out)
{
	struct json_writer json = {.out = out};
	struct fingerprints fingerprints = {0};
	json_open_object(&json, NULL);
	json_add_text(&json, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
	json_add_text(&json, "version", "2.1.0");
	json_open_array(&json, "runs");
	json_open_object(&json, NULL);
	add_tool(&json);
	json_add_text(&json, "columnKind", "unicodeCodePoints");
	json_open_array(&json, "results");
	for (size_t i = 0; i < told->findings->count; i++) {
		const struct finding *finding = &told->findings->items[i];
		add_result(&json, finding, fingerprint_next(&fingerprints, finding));
	}
	json_close(&json);
	json_close(&json);
	json_close(&json);
	json_close(&json);
	fingerprints_release(&fingerprints);
}
