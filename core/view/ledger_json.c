#include "view/record_json.h"

static void add_dates(struct json_writer *json, const char *key, const struct ledger_dates *dates)
{
	struct date first = {0}, last = {0};
	int total = 0;
	if (dates->count != 0) {
		first = dates->moves[0].to;
		last = dates->moves[dates->count - 1].to;
		total = dates->moves[dates->count - 1].total;
	}
	json_open_object(json, key);
	json_add_date(json, "first", first);
	json_add_date(json, "last", last);
	json_add_number(json, "changes", dates->count > 1 ? (long long)dates->count - 1 : 0);
	json_add_number(json, "days", total);
	json_open_array(json, "moves");
	for (size_t i = 1; i < dates->count; i++) {
		const struct ledger_move *move = &dates->moves[i];
		const struct reading *reading = move->version->reading;
		json_open_object(json, NULL);
		json_add_date(json, "from", move->from);
		json_add_date(json, "to", move->to);
		json_add_number(json, "days", move->days);
		json_add_number(json, "total_days", move->total);
		json_add_period(json, "period", reading->period);
		json_add_landing(json, "landed", move->version->landing);
		json_add_text(json, "approved_by", reading->whole->agreed_by);
		json_add_date(json, "approved_on", reading->whole->agreed_on);
		json_add_text(json, "approved_ref", reading->whole->agreed_ref);
		json_close(json);
	}
	json_close(json);
	json_close(json);
}

static void add_point(struct json_writer *json, const struct ledger_point *point)
{
	json_open_object(json, NULL);
	json_add_period(json, "period", point->version->reading->period);
	json_add_text(json, "title", point->line.title);
	json_add_date(json, "due", point->line.due);
	json_add_text(json, "status", milestone_status_id(point->line.status));
	json_add_flag(json, "next", point->line.next);
	json_add_date(json, "delivered_on", point->line.delivered_on);
	json_add_text(json, "reason", point->line.reason);
	json_close(json);
}

void ledger_as_json(struct json_writer *json, const struct series *series)
{
	struct ledger ledger;
	ledger_read(series, &ledger);
	json_open_object(json, "ledger");
	add_dates(json, "agreed_completion", &ledger.agreed);
	add_dates(json, "forecast_completion", &ledger.forecast);
	if (ledger.slips)
		json_add_number(json, "slip_days", ledger.slip);
	else
		json_add_null(json, "slip_days");
	json_open_array(json, "milestones");
	for (size_t i = 0; i < ledger.count; i++) {
		json_open_object(json, NULL);
		json_add_text(json, "id", ledger.milestones[i].id);
		json_add_text(json, "title", ledger.milestones[i].title);
		json_open_array(json, "periods");
		for (size_t j = 0; j < ledger.milestones[i].count; j++)
			add_point(json, &ledger.milestones[i].points[j]);
		json_close(json);
		json_close(json);
	}
	json_close(json);
	json_close(json);
	ledger_release(&ledger);
}
