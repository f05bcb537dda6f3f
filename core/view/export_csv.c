#include "view/export_view.h"

#include <stdio.h>
#include <string.h>

#include "record/entries.h"
#include "record/ledger.h"
#include "rules/rules.h"
#include "view/csv.h"

static void add_date(struct buf *out, struct date date)
{
	char text[DATE_TEXT_SIZE];
	csv_cell(out, date.year == 0 ? "" : date_iso(date, text));
}

static void add_text(struct buf *out, const char *text)
{
	csv_cell(out, text != NULL ? text : "");
}

static void add_flag(struct buf *out, bool flag)
{
	csv_cell(out, flag ? "yes" : "no");
}

/* A number that means nothing is an empty cell: 0 would count as one in a sum. */
static void add_number(struct buf *out, long number, bool meant)
{
	if (meant)
		csv_number(out, number);
	else
		csv_cell(out, "");
}

static int last_day(int month)
{
	int day = 31;
	while (!date_exists(month / 12, month % 12 + 1, day) && day > 28)
		day--;
	return day;
}

/* The period as it is written, its first day and its last. */
static void add_period(struct buf *out, struct period period)
{
	char text[PERIOD_TEXT_SIZE];
	csv_cell(out, period_iso(period, text));
	snprintf(text, sizeof(text), "%04d-%02d-01", period.first / 12, period.first % 12 + 1);
	csv_cell(out, text);
	snprintf(text, sizeof(text), "%04d-%02d-%02d", period.last / 12, period.last % 12 + 1,
	         last_day(period.last));
	csv_cell(out, text);
}

static void add_key(struct buf *out, const struct exempt *exempt, const struct plan_record *plan,
                    const struct series *series, const struct standing *standing)
{
	csv_cell(out, plan->id);
	csv_cell(out, series->id);
	csv_cell(out, series->title);
	add_flag(out, exempt_standing(exempt, plan, series, standing));
	add_period(out, standing->period);
}

static void add_landed(struct buf *out, const struct landing *landing)
{
	char hex[OBJECT_HEX_SIZE], time[DATE_TEXT_SIZE];
	csv_cell(out, date_time_iso(landing_time(landing), time));
	csv_cell(out, object_hex(&landing->id, hex));
}

static void add_landing(struct buf *out, const struct landing *landing)
{
	add_landed(out, landing);
	csv_end(out);
}

/* The same, with what its committer claims and what the server wrote down. */
static void add_arrival(struct buf *out, const struct landing *landing)
{
	char time[DATE_TEXT_SIZE];
	add_landed(out, landing);
	csv_cell(out, date_time_iso(landing->committer.time, time));
	csv_cell(out, landing->received != 0 ? date_time_iso(landing->received, time) : "");
	csv_end(out);
}

/* What a version's rating is compared with: that which it replaced, or the period before. */
static const struct version *compared_with(const struct series *series,
                                           const struct standing *standing, size_t index)
{
	return index > 0 ? standing->versions[index - 1]
	                 : version_before(series, standing, standing->versions[0]->landing->number);
}

static void add_rating(const struct exempt *exempt, const struct plan_record *plan,
                       const struct series *series, const struct standing *standing, size_t index,
                       struct buf *out)
{
	char time[DATE_TEXT_SIZE];
	const struct version *version = standing->versions[index];
	const struct version *before = compared_with(series, standing, index);
	const struct reading *reading = version->reading;
	enum change_kind kind = change_of_rating(before, version);
	bool compared = before != NULL && kind != CHANGE_NOT_COMPARED;
	int slip = 0;
	bool slips = reading_slip(reading, &slip);
	add_key(out, exempt, plan, series, standing);
	csv_cell(out, version_label(version));
	add_number(out, version->level + 1, version->level != SCALE_NONE);
	add_text(out, before != NULL ? version_label(before) : NULL);
	add_number(out, before != NULL ? before->level - version->level : 0, compared);
	add_flag(out, version->rerating);
	add_text(out, reading->correction);
	add_text(out, reading->raised_by);
	add_text(out, reading->sponsor);
	add_date(out, reading->agreed);
	add_date(out, reading->forecast);
	add_number(out, slip, slips);
	add_flag(out, index + 1 == standing->count && standing_holds(standing));
	add_text(out, version_rater(version)->author.name);
	csv_cell(out, date_time_iso(version_rater(version)->author.time, time));
	add_text(out, version->path);
	add_arrival(out, version->landing);
}

static void add_milestones(const struct exempt *exempt, const struct plan_record *plan,
                           const struct series *series, const struct standing *standing,
                           size_t index, struct buf *out)
{
	const struct version *version = standing->versions[index];
	for (size_t i = 0; i < version->reading->whole->milestone_count; i++) {
		const struct milestone_reading *milestone = &version->reading->whole->milestones[i];
		add_key(out, exempt, plan, series, standing);
		add_text(out, milestone->id);
		add_text(out, milestone->title);
		csv_cell(out, milestone->next ? "next" : "this");
		add_date(out, milestone->due);
		add_text(out, milestone_status_id(milestone->status));
		add_date(out, milestone->delivered_on);
		add_text(out, milestone->reason);
		add_landing(out, version->landing);
	}
}

static void add_risks(const struct exempt *exempt, const struct plan_record *plan,
                      const struct series *series, const struct standing *standing, size_t index,
                      struct buf *out)
{
	const struct version *version = standing->versions[index];
	for (size_t i = 0; i < version->reading->whole->risk_count; i++) {
		const struct risk_reading *risk = &version->reading->whole->risks[i];
		add_key(out, exempt, plan, series, standing);
		add_text(out, risk->id);
		add_text(out, risk->risk);
		add_text(out, risk->mitigation);
		add_text(out, risk->owner);
		add_text(out, risk->rating);
		csv_cell(out, risk->closed ? "closed" : "open");
		add_date(out, risk->closed_on);
		add_text(out, risk->reason);
		add_landing(out, version->landing);
	}
}

/* The series that the finding is about, and what is on record of its period, or NULL. */
static const struct series *series_of(const struct plan_record *plan, const struct finding *finding,
                                      const struct standing **standing)
{
	const struct series *series = NULL;
	*standing = NULL;
	for (size_t i = 0; finding->workstream != NULL && i <= plan->count; i++) {
		series = i < plan->count ? &plan->workstreams[i] : &plan->programme;
		if (strcmp(series->id, finding->workstream) != 0)
			continue;
		for (size_t j = 0; j < series->count; j++)
			if (period_equal(series->standings[j].period, finding->period))
				*standing = &series->standings[j];
		return series;
	}
	return NULL;
}

static void add_finding(const struct exempt *exempt, const struct plan_record *plan,
                        const struct finding *finding, struct buf *out)
{
	char hex[OBJECT_HEX_SIZE];
	const struct standing *standing;
	const struct series *series = series_of(plan, finding, &standing);
	const struct rule *rule = rule_named(finding->rule);
	csv_cell(out, plan->id);
	add_text(out, finding->workstream);
	csv_cell(out, series != NULL ? series->title : "");
	add_flag(out, standing != NULL ? exempt_standing(exempt, plan, series, standing)
	                               : exempt_plan(plan));
	if (finding->period.last != 0)
		add_period(out, finding->period);
	else
		for (int i = 0; i < 3; i++)
			csv_cell(out, "");
	csv_cell(out, finding->rule);
	csv_cell(out, rule != NULL ? rule_family_words(rule->family) : "");
	csv_cell(out, severity_word(finding->severity));
	csv_cell(out, finding->message);
	add_text(out, finding->answer);
	csv_cell(out, finding->path);
	csv_number(out, finding->place.line);
	csv_cell(out,
	         standing == NULL ? "" : object_hex(&standing_version(standing)->landing->id, hex));
	csv_end(out);
}

#define KEY "plan,workstream,title,exempt,period,period_start,period_end,"

const struct export_table export_tables[EXPORT_TABLES] = {
	{"ratings",
         KEY "rating,rank,previous_rating,change,rerated,reason,raised_by,sponsor,"
             "agreed_completion,forecast_completion,slip_days,standing,rated_by,rated_at,path,"
             "landed_at,commit,committed_at,received_at",
         add_rating, NULL},
	{"milestones",
         KEY "id,milestone,planned_for,due,status,delivered_on,reason,landed_at,commit",
         add_milestones, NULL},
	{"risks",
         KEY "id,risk,mitigation,owner,risk_rating,status,closed_on,reason,landed_at,commit",
         add_risks, NULL},
	{"candour", KEY "rule,family,severity,message,answer,path,line,commit", NULL, add_finding},
};

static void add_series(const struct export_table *table, const struct exempt *exempt,
                       const struct plan_record *plan, const struct series *series, struct buf *out)
{
	for (size_t i = 0; i < series->count; i++)
		for (size_t j = 0; j < series->standings[i].count; j++)
			table->add(exempt, plan, series, &series->standings[i], j, out);
}

void export_plan_as_csv(const struct export_table *table, const struct exempt *exempt,
                        const struct plan_record *plan, const struct series *only,
                        const struct findings *questions, struct buf *out)
{
	for (size_t i = 0; table->add_finding != NULL && i < questions->count; i++)
		table->add_finding(exempt, plan, &questions->items[i], out);
	for (size_t i = 0; table->add != NULL && i <= plan->count; i++) {
		const struct series *series =
			i < plan->count ? &plan->workstreams[i] : &plan->programme;
		if (only == NULL || only == series)
			add_series(table, exempt, plan, series, out);
	}
}

void export_columns(const struct export_table *table, struct buf *out)
{
	buf_text(out, table->columns);
	csv_end(out);
}

void export_as_csv(const struct export_table *table, const struct exempt *exempt,
                   const struct findings *questions, struct buf *out)
{
	const struct record *record = exempt->record;
	export_columns(table, out);
	for (size_t i = 0; i < record->count; i++)
		export_plan_as_csv(table, exempt, &record->plans[i], NULL, &questions[i], out);
}
