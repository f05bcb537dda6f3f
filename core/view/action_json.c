/* Plans of actions over time as JSON: declared in view/action_view.h. */
#include "view/action_view.h"

#include "view/filed_view.h"
#include "view/json_values.h"

static void add_day(struct json_writer *json, const char *key, const struct value *date)
{
	json_add_date(json, key, date->valid ? date->as.date : (struct date){0});
}

static const char *status_id(int status)
{
	static const char *const ids[] = {[ACTION_NOT_STARTED] = "not-started",
	                                  [ACTION_IN_PROGRESS] = "in-progress",
	                                  [ACTION_DONE] = "done",
	                                  [ACTION_DROPPED] = "dropped"};
	return status == ACTION_STATUS_UNKNOWN ? NULL : ids[status];
}

/* "stated", "listed" and "answered", into the object that is open. */
static void add_count(struct json_writer *json, const struct recommendation_count *count)
{
	if (count->stated->valid)
		json_add_number(json, "stated", count->stated->as.number);
	else
		json_add_null(json, "stated");
	json_add_number(json, "listed", (long long)count->listed);
	json_add_number(json, "answered", (long long)count->answered);
}

static void add_counts(struct json_writer *json, const struct recommendations *all)
{
	json_open_object(json, "recommendations");
	add_count(json, &all->counts[all->count_count - 1]);
	json_open_array(json, "unanswered");
	for (size_t i = 0; i < all->count; i++)
		if (!all->items[i].answered)
			json_add_text(json, NULL, all->items[i].recommendation->id.text);
	json_close(json);
	json_close(json);
	json_open_array(json, "groups");
	for (size_t i = 0; i + 1 < all->count_count; i++) {
		json_open_object(json, NULL);
		json_add_text(json, "id", all->counts[i].group->id.text);
		json_add_text(json, "title", all->counts[i].group->title.text);
		add_count(json, &all->counts[i]);
		json_close(json);
	}
	json_close(json);
}

/* What a month counts, into the object that is open. */
static void add_month(struct json_writer *json, const struct action_month *month)
{
	json_add_number(json, "open", (long long)month->open);
	json_add_number(json, "done", (long long)month->done);
	json_add_number(json, "overdue", (long long)month->overdue);
	json_add_number(json, "dropped", (long long)month->dropped);
}

static void add_months(struct json_writer *json, const struct actions_history *history)
{
	json_open_object(json, "now");
	add_month(json, &history->now);
	json_close(json);
	json_open_array(json, "months");
	for (size_t i = 0; i < history->month_count; i++) {
		const struct action_month *month = &history->months[i];
		json_open_object(json, NULL);
		json_add_period(json, "month", (struct period){month->month, month->month});
		add_month(json, month);
		json_close(json);
	}
	json_close(json);
}

static void add_change(struct json_writer *json, const struct action_change *change)
{
	json_open_object(json, NULL);
	json_add_text(json, "change", action_change_id(change->kind));
	json_add_text(json, "from", status_id(change->from));
	json_add_text(json, "to", status_id(change->to));
	json_add_date(json, "due_before", change->before);
	json_add_date(json, "due", change->after);
	json_add_number(json, "days", change->days);
	json_add_landing(json, "landed", change->landing);
	json_close(json);
}

static void add_action(struct json_writer *json, const struct action_history *item)
{
	const struct action *action = item->action;
	json_open_object(json, NULL);
	json_add_text(json, "id", item->id);
	json_add_text(json, "title", action->title.text);
	json_add_text(json, "owner", action->owner.text);
	add_day(json, "due", &action->due);
	json_add_date(json, "first_due", item->first_due);
	json_add_number(json, "slips", (long long)item->slips);
	json_add_number(json, "slip_days", item->slip_days);
	json_add_text(json, "status",
	              status_id(action->status.valid ? (int)action->status.as.word
	                                             : ACTION_STATUS_UNKNOWN));
	json_add_flag(json, "overdue", item->overdue);
	json_add_flag(json, "listed", item->listed);
	json_open_array(json, "history");
	for (size_t i = 0; i < item->count; i++)
		add_change(json, &item->changes[i]);
	json_close(json);
	json_close(json);
}

static void add_reviews(struct json_writer *json, const struct actions_history *history)
{
	const struct list *list = &history->actions->reviews;
	json_open_array(json, "reviews");
	for (size_t i = 0; i < list->count; i++) {
		const struct review *review = &LIST_OF(struct review, *list)[i];
		json_open_object(json, NULL);
		add_day(json, "on", &review->on);
		json_add_text(json, "committee", review->committee.text);
		json_add_text(json, "note", review->note.text);
		add_day(json, "held_on", &review->held_on);
		json_add_flag(json, "overdue", review_is_overdue(review, history->day));
		json_close(json);
	}
	json_close(json);
}

void action_plan_as_json(const struct actions_history *history, const char *key,
                         struct json_writer *json)
{
	struct arena arena = ARENA_INIT;
	struct recommendations all = recommendations_read(history->actions, &arena);
	struct buf title = BUF_INIT;
	filed_title(history->filed, &title);
	json_open_object(json, key);
	json_add_text(json, "id", history->filed->id);
	json_add_text(json, "title", title.bytes);
	json_add_text(json, "source", history->actions->source.text);
	add_day(json, "date", &history->actions->date);
	json_add_flag(json, "exempt", filed_is_exempt(history->filed));
	json_add_date(json, "as_of", history->day);
	add_counts(json, &all);
	add_months(json, history);
	json_open_array(json, "actions");
	for (size_t i = 0; i < history->count; i++)
		add_action(json, &history->items[i]);
	json_close(json);
	add_reviews(json, history);
	json_close(json);
	buf_release(&title);
	arena_release(&arena);
}

void action_plan_add_json(const struct filed *filed, struct date day, struct json_writer *json)
{
	struct arena arena = ARENA_INIT;
	struct actions_history history;
	if (filed->withdrawn == NULL && actions_history_read(filed, day, &arena, &history))
		action_plan_as_json(&history, NULL, json);
	arena_release(&arena);
}

void action_plans_as_json(const struct plan_record *plan, const struct cabinet *cabinet,
                          struct date day, struct json_writer *json)
{
	json_open_array(json, "action_plans");
	for (size_t i = 0; cabinet != NULL && i < cabinet->count; i++)
		if (cabinet->items[i].plan == plan)
			action_plan_add_json(&cabinet->items[i], day, json);
	json_close(json);
}
