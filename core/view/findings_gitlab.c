/* Findings as GitLab's code quality report: declared in findings_view.h. */
#include "view/findings_view.h"

#include "view/finding_text.h"
#include "view/fingerprint.h"
#include "view/json.h"

static const char *const severities[SEVERITY_COUNT] = {"major", "minor", "info", "info"};

static void add_finding(struct json_writer *json, const struct finding *finding,
                        const char *fingerprint)
{
	struct buf message = BUF_INIT;
	finding_add_message(&message, finding);
	json_open_object(json, NULL);
	json_add_text(json, "description", message.bytes);
	json_add_text(json, "check_name", finding->rule);
	json_add_text(json, "fingerprint", fingerprint);
	json_add_text(json, "severity", severities[finding->severity]);
	json_open_object(json, "location");
	json_add_text(json, "path", finding->path);
	json_open_object(json, "lines");
	json_add_number(json, "begin", finding->place.line);
	json_close(json);
	json_close(json);
	json_close(json);
	buf_release(&message);
}

void findings_told_as_gitlab(const struct findings_told *told, struct buf *out)
{
	struct json_writer json = {.out = out};
	struct fingerprints fingerprints = {0};
	json_open_array(&json, NULL);
	for (size_t i = 0; i < told->findings->count; i++) {
		const struct finding *finding = &told->findings->items[i];
		add_finding(&json, finding, fingerprint_next(&fingerprints, finding));
	}
	json_close(&json);
	fingerprints_release(&fingerprints);
}
