#include "view/json_values.h"

void json_add_period(struct json_writer *json, const char *key, struct period period)
{
	char text[PERIOD_TEXT_SIZE];
	json_open_object(json, key);
	json_add_text(json, "id", period_iso(period, text));
	json_add_text(json, "words", period_words(period, text));
	json_close(json);
}

void json_add_rating(struct json_writer *json, const char *key, const struct version *version)
{
	if (version == NULL) {
		json_add_null(json, key);
		return;
	}
	const struct level *level =
		version->level == SCALE_NONE ? NULL : &version->scale->levels[version->level];
	json_open_object(json, key);
	json_add_text(json, "id", level != NULL ? level->id : NULL);
	json_add_text(json, "label", level != NULL ? level->label : version->reading->rag);
	json_add_text(json, "short", level != NULL ? level->short_label : NULL);
	if (level != NULL)
		json_add_number(json, "rank", version->level + 1);
	else
		json_add_null(json, "rank");
	json_close(json);
}

void json_add_date(struct json_writer *json, const char *key, struct date date)
{
	char text[DATE_TEXT_SIZE];
	json_add_text(json, key, date.year == 0 ? NULL : date_iso(date, text));
}

void json_add_time(struct json_writer *json, const char *key, int64_t seconds)
{
	char text[DATE_TEXT_SIZE];
	json_add_text(json, key, date_time_iso(seconds, text));
}

void json_add_commit(struct json_writer *json, const char *key, const struct object_id *id)
{
	char hex[OBJECT_HEX_SIZE];
	json_add_text(json, key, object_hex(id, hex));
}

void json_add_landing(struct json_writer *json, const char *key, const struct landing *landing)
{
	if (landing == NULL) {
		json_add_null(json, key);
		return;
	}
	json_open_object(json, key);
	json_add_commit(json, "commit", &landing->id);
	json_add_text(json, "author", landing->author.name);
	json_add_time(json, "authored_at", landing->author.time);
	json_add_time(json, "landed_at", landing_time(landing));
	if (landing->received != 0) {
		json_add_time(json, "committed_at", landing->committer.time);
		json_add_time(json, "received_at", landing->received);
	}
	json_close(json);
}

void json_add_arrival(struct json_writer *json, const struct landing *landing)
{
	json_add_time(json, "committed_at", landing->committer.time);
	if (landing->received != 0)
		json_add_time(json, "received_at", landing->received);
	else
		json_add_null(json, "received_at");
	json_add_flag(json, "dated_backwards", landing->backwards);
	json_add_text(json, "subject", landing->subject);
}

void json_add_hole(struct json_writer *json, const struct hole *hole)
{
	json_open_object(json, NULL);
	json_add_commit(json, "commit", &hole->landing->id);
	json_add_text(json, "path", hole->path);
	json_add_text(json, "why", hole->why);
	json_close(json);
}

void json_add_remark(struct json_writer *json, const struct remark *remark)
{
	static const char *const types[REMARK_COUNT] = {
		[REMARK_TURNED] = "turned",       [REMARK_CONFLICT] = "conflict",
		[REMARK_SCALE] = "scale-changed", [REMARK_BACKWARDS] = "dated-backwards",
		[REMARK_OVERLAP] = "overlap",     [REMARK_REDACTED] = "redacted",
	};
	json_open_object(json, NULL);
	json_add_text(json, "type", types[remark->type]);
	json_add_commit(json, "commit", &remark->landing->id);
	json_add_text(json, "plan", remark->plan);
	json_add_text(json, "workstream", remark->workstream);
	if (remark->period.last != 0)
		json_add_period(json, "period", remark->period);
	else
		json_add_null(json, "period");
	json_add_text(json, "text", remark->text);
	json_close(json);
}

void json_add_change(struct json_writer *json, const struct difference *change)
{
	enum change_subject subject = change_subject(change->kind);
	json_add_text(json, "kind", change_id(change->kind));
	if (subject == SUBJECT_MILESTONE || subject == SUBJECT_RISK) {
		json_add_text(json, "id", change->id);
		json_add_text(json, "title", change->title);
	}
	if (change->before.year != 0 || change->after.year != 0) {
		json_add_date(json, "from", change->before);
		json_add_date(json, "to", change->after);
	} else {
		json_add_text(json, "from", change->from);
		json_add_text(json, "to", change->to);
	}
	if (change->before.year != 0 && change->after.year != 0)
		json_add_number(json, "days", change->days);
	else
		json_add_null(json, "days");
	if (change->reason != NULL)
		json_add_text(json, "reason", change->reason);
	if (change->by != NULL)
		json_add_text(json, change->kind == CHANGE_AGREED ? "agreed_by" : "raised_by",
		              change->by);
	if (change->ref != NULL)
		json_add_text(json, "ref", change->ref);
	if (change->rater != NULL)
		json_add_landing(json, "rated", change->rater);
}
