#include "rules/findings_kept.h"

#include <limits.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "record/stored_check.h"
#include "rules/rules.h"

/* --- writing --- */

static void add_number(struct buf *out, size_t number)
{
	uint32_t value = (uint32_t)number;
	buf_add(out, (const char *)&value, sizeof(value));
}

/* Its length and one, or 0 for none; then the text with its end. */
static void add_text(struct buf *out, const char *text)
{
	size_t room = text == NULL ? 0 : strlen(text) + 1;
	add_number(out, room);
	if (room != 0)
		buf_add(out, text, room);
}

static void add_finding(struct buf *out, const struct finding *finding)
{
	add_text(out, finding->path);
	add_number(out, (size_t)finding->place.line);
	add_number(out, (size_t)finding->place.column);
	add_number(out, (size_t)finding->severity);
	add_text(out, finding->rule);
	add_text(out, finding->message);
	add_text(out, finding->answer);
	add_text(out, finding->commit);
	add_text(out, finding->workstream);
	add_number(out, (size_t)finding->period.first);
	add_number(out, (size_t)finding->period.last);
	add_text(out, finding->line);
	add_number(out, finding->evidence_count);
	for (size_t i = 0; i < finding->evidence_count; i++) {
		add_text(out, finding->evidence[i].path);
		add_number(out, (size_t)finding->evidence[i].line);
		add_text(out, finding->evidence[i].period);
		add_text(out, finding->evidence[i].commit);
		add_text(out, finding->evidence[i].text);
	}
}

bool findings_store(const struct findings *findings, struct buf *out)
{
	if (findings->unkept != 0)
		return false;
	add_number(out, findings->count);
	for (size_t i = 0; i < findings->count; i++)
		add_finding(out, &findings->items[i]);
	return true;
}

bool findings_store_of(const struct findings *findings, int last, struct buf *out)
{
	size_t count = 0;
	if (findings->unkept != 0)
		return false;
	for (size_t i = 0; i < findings->count; i++)
		count += findings->items[i].period.last == last ? 1 : 0;
	add_number(out, count);
	for (size_t i = 0; i < findings->count; i++)
		if (findings->items[i].period.last == last)
			add_finding(out, &findings->items[i]);
	return true;
}

/* --- reading: what no run can have kept is not taken, whatever the checksum says --- */

struct reader {
	const char *at, *end;
	bool broken;
};

static uint32_t take_number(struct reader *reader)
{
	uint32_t value = 0;
	if ((size_t)(reader->end - reader->at) < sizeof(value)) {
		reader->broken = true;
		return 0;
	}
	memcpy(&value, reader->at, sizeof(value));
	reader->at += sizeof(value);
	return value;
}

/* A line or a column. */
static int take_place(struct reader *reader)
{
	uint32_t number = take_number(reader);
	reader->broken |= number > INT_MAX;
	return reader->broken ? 0 : (int)number;
}

static const char *take_text(struct reader *reader)
{
	size_t room = take_number(reader);
	const char *text = reader->at;
	if (room == 0)
		return NULL;
	if ((size_t)(reader->end - text) < room || text[room - 1] != '\0' ||
	    text_invalid(text, room - 1) != room - 1) {
		reader->broken = true;
		return NULL;
	}
	reader->at += room;
	return text;
}

/* The id of a commit, or none. */
static const char *take_commit(struct reader *reader)
{
	const char *hex = take_text(reader);
	reader->broken |= hex != NULL && (strlen(hex) != OBJECT_HEX_SIZE - 1 ||
	                                  hex[strspn(hex, "0123456789abcdef")] != '\0');
	return hex;
}

static const char *take_path(struct reader *reader)
{
	const char *path = take_text(reader);
	reader->broken |= path == NULL || !stored_is_path(path);
	return path;
}

/* The paths of pages are made from it. */
static const char *take_workstream(struct reader *reader)
{
	const char *workstream = take_text(reader);
	reader->broken |= workstream != NULL && !text_is_slug(workstream);
	return workstream;
}

static struct period take_period(struct reader *reader)
{
	struct period period = {.first = (int)take_number(reader)};
	period.last = (int)take_number(reader);
	reader->broken |= (period.first != 0 || period.last != 0) && !stored_is_period(period);
	return period;
}

static const struct finding_evidence *take_evidence(struct reader *reader, size_t count,
                                                    struct arena *arena)
{
	enum { LEAST = 5 * sizeof(uint32_t) };
	if ((size_t)(reader->end - reader->at) / LEAST < count) {
		reader->broken = true;
		return NULL;
	}
	struct finding_evidence *evidence = arena_new(arena, count * sizeof(*evidence));
	for (size_t i = 0; i < count; i++) {
		evidence[i].path = take_path(reader);
		evidence[i].line = take_place(reader);
		evidence[i].period = take_text(reader);
		evidence[i].commit = take_commit(reader);
		evidence[i].text = take_text(reader);
		reader->broken |= evidence[i].text == NULL;
	}
	return evidence;
}

static void take_finding(struct reader *reader, struct findings *findings)
{
	struct arena arena = ARENA_INIT;
	struct finding finding = {.path = take_path(reader)};
	finding.place.line = take_place(reader);
	finding.place.column = take_place(reader);
	finding.severity = (enum severity)take_number(reader);
	const char *id = take_text(reader);
	const struct rule *rule = id == NULL ? NULL : rule_named(id);
	finding.message = take_text(reader);
	finding.answer = take_text(reader);
	finding.commit = take_commit(reader);
	finding.workstream = take_workstream(reader);
	finding.period = take_period(reader);
	finding.line = take_text(reader);
	finding.evidence_count = take_number(reader);
	finding.evidence = take_evidence(reader, finding.evidence_count, &arena);
	reader->broken |=
		finding.message == NULL || rule == NULL || finding.severity >= SEVERITY_OFF;
	if (!reader->broken) {
		finding.rule = rule->id;
		findings_add(findings, &finding);
	}
	arena_release(&arena);
}

bool findings_load(const char *bytes, size_t length, struct findings *findings)
{
	struct reader reader = {bytes, bytes + length, false};
	size_t count = take_number(&reader);
	for (size_t i = 0; i < count && !reader.broken; i++)
		take_finding(&reader, findings);
	if (!reader.broken && reader.at == reader.end)
		return true;
	findings_release(findings);
	return false;
}
