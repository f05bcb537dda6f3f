#include "view/record_json.h"

void lists_as_json(struct json_writer *json, const struct reading *reading)
{
	json_open_array(json, "milestones");
	for (size_t i = 0; i < reading->whole->milestone_count; i++) {
		const struct milestone_reading *milestone = &reading->whole->milestones[i];
		json_open_object(json, NULL);
		json_add_text(json, "id", milestone->id);
		json_add_text(json, "title", milestone->title);
		json_add_flag(json, "next", milestone->next);
		json_add_date(json, "due", milestone->due);
		json_add_text(json, "status", milestone_status_id(milestone->status));
		json_add_date(json, "delivered_on", milestone->delivered_on);
		json_add_text(json, "reason", milestone->reason);
		json_close(json);
	}
	json_close(json);
	json_open_array(json, "risks");
	for (size_t i = 0; i < reading->whole->risk_count; i++) {
		const struct risk_reading *risk = &reading->whole->risks[i];
		json_open_object(json, NULL);
		json_add_text(json, "id", risk->id);
		json_add_text(json, "risk", risk->risk);
		json_add_text(json, "mitigation", risk->mitigation);
		json_add_text(json, "owner", risk->owner);
		json_add_text(json, "rating", risk->rating);
		json_add_text(json, "status", risk->closed ? "closed" : "open");
		json_add_date(json, "closed_on", risk->closed_on);
		json_add_text(json, "reason", risk->reason);
		json_close(json);
	}
	json_close(json);
}

static void add_facts(struct json_writer *json, const struct reading *reading)
{
	int slip;
	json_add_flag(json, "imported", reading->imported);
	json_add_text(json, "sponsor", reading->sponsor);
	json_add_date(json, "agreed_completion", reading->agreed);
	json_add_date(json, "forecast_completion", reading->forecast);
	if (reading_slip(reading, &slip))
		json_add_number(json, "slip_days", slip);
	else
		json_add_null(json, "slip_days");
	lists_as_json(json, reading);
}

static void add_version(struct json_writer *json, const struct version *version,
                        const struct version *before, bool more)
{
	json_open_object(json, NULL);
	json_add_rating(json, "rating", version);
	json_add_flag(json, "rerated", version->rerating);
	if (version->rerating)
		json_add_rating(json, "previous", before);
	else
		json_add_null(json, "previous");
	json_add_text(json, "reason", version->reading->correction);
	json_add_text(json, "raised_by", version->reading->raised_by);
	json_add_landing(json, "landed", version->landing);
	json_add_landing(json, "rated", version_rater(version));
	json_add_text(json, "path", version->path);
	if (more)
		add_facts(json, version->reading);
	json_close(json);
}

static void add_standing(struct json_writer *json, const struct standing *standing, bool more)
{
	json_open_object(json, NULL);
	json_add_period(json, "period", standing->period);
	json_add_flag(json, "withdrawn", standing->withdrawn != NULL);
	json_open_array(json, "versions");
	for (size_t i = 0; i < standing->count; i++)
		add_version(json, standing->versions[i], i == 0 ? NULL : standing->versions[i - 1],
		            more);
	json_close(json);
	json_open_array(json, "withdrawals");
	for (size_t i = 0; i < standing->withdrawal_count; i++) {
		json_open_object(json, NULL);
		json_add_number(json, "after_versions", (long long)standing->withdrawals[i].before);
		json_add_landing(json, "landed", standing->withdrawals[i].landing);
		json_close(json);
	}
	json_close(json);
	json_close(json);
}

static void add_draft(struct json_writer *json, const struct draft *draft)
{
	const struct version version = {
		.scale = draft->scale, .level = draft->level, .reading = draft->reading};
	json_open_object(json, NULL);
	json_add_period(json, "period", draft->reading->period);
	json_add_rating(json, "rating", &version);
	json_add_flag(json, "draft", draft->reading->draft);
	json_add_landing(json, "landed", draft->landing);
	json_add_landing(json, "written", draft->commit);
	json_add_text(json, "path", draft->path);
	json_close(json);
}

void standings_as_json(struct json_writer *json, const struct series *series, bool more)
{
	json_open_array(json, "periods");
	for (size_t i = 0; i < series->count; i++)
		add_standing(json, &series->standings[i], more);
	json_close(json);
	json_open_array(json, "drafts");
	for (size_t i = 0; i < series->draft_count; i++)
		add_draft(json, &series->drafts[i]);
	json_close(json);
}
