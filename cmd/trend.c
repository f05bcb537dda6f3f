/* ragtrail trend: how the ratings move. */
#include "command.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "named.h"
#include "terminal.h"
#include "record/trend.h"
#include "rules/latest.h"
#include "view/trend_view.h"

struct trend_values {
	const char *format, *colour;
	struct as_of when;
};

const struct option_row trend_options[] = {
	AS_OF_ROWS(struct trend_values, when),
	{0, "format", "FORMAT", offsetof(struct trend_values, format),
         "text (the default), json or csv"},
	{0, "color", "WHEN", offsetof(struct trend_values, colour),
         "auto (the default), always or never"},
	{0},
};

static const struct {
	const char *name;
	trend_view view;
} formats[] = {{"text", trend_as_text}, {"json", trend_as_json}, {"csv", trend_as_csv}};

static trend_view find_view(const char *name)
{
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (name == NULL || strcmp(formats[i].name, name) == 0)
			return formats[i].view;
	return NULL;
}

/* The plans that were named, or all. */
static int choose(const struct record *record, int count, char **names, struct trend **trends,
                  size_t *chosen, struct error *error)
{
	*chosen = 0;
	*trends = NULL;
	if (record->count == 0)
		return command_no_plan(record, error);
	size_t wanted = count == 0 ? record->count : (size_t)count;
	*trends = mem_new(wanted, sizeof(**trends));
	for (size_t i = 0; i < wanted; i++) {
		const struct plan_record *plan =
			count == 0 ? &record->plans[i] : record_plan(record, names[i]);
		if (count != 0 && plan == NULL)
			return command_unknown_plan(record, names[i], error);
		trend_read(plan, &(*trends)[(*chosen)++]);
	}
	return 0;
}

/* What is questioned of each. The caller's to release. */
static int question(const struct record *record, const struct trend *trends, size_t count,
                    struct findings **questions, struct error *error)
{
	const struct plan_record **plans = mem_new(count + 1, sizeof(*plans));
	*questions = mem_new(count + 1, sizeof(**questions));
	for (size_t i = 0; i < count; i++)
		plans[i] = trends[i].plan;
	int result = latest_judge(record, plans, count, *questions, error);
	free(plans);
	return result;
}

/* What is filed with the plans, and what of it challenges their ratings. */
static int read_filed(const struct record *record, const struct trend *trends, size_t count,
                      struct cabinet *cabinet, struct challenges **challenges, struct error *error)
{
	if (cabinet_read(record, cabinet, error) < 0)
		return -1;
	*challenges = mem_new(count + 1, sizeof(**challenges));
	for (size_t i = 0; i < count; i++)
		challenges_read(record, trends[i].plan, cabinet, true, &(*challenges)[i]);
	return 0;
}

static void release(struct trend *trends, struct findings *questions, struct challenges *challenges,
                    size_t count)
{
	for (size_t i = 0; i < count; i++)
		trend_release(&trends[i]);
	for (size_t i = 0; questions != NULL && i < count; i++)
		findings_release(&questions[i]);
	for (size_t i = 0; challenges != NULL && i < count; i++)
		challenges_release(&challenges[i]);
	free(trends);
	free(questions);
	free(challenges);
}

enum status command_trend(const struct command *command, int argc, char **argv)
{
	struct trend_values values = {NULL, NULL, {NULL, NULL, false}};
	struct error error = ERROR_INIT;
	struct layout layout;
	struct repo *repo = NULL;
	struct record *record = NULL;
	struct trend *trends = NULL;
	struct findings *questions = NULL;
	struct challenges *challenges = NULL;
	struct cabinet cabinet = {.arena = ARENA_INIT};
	struct buf out = BUF_INIT;
	size_t chosen = 0;
	int count;
	enum status status;
	if (!command_options(command, argc, argv, &values, &count, &status))
		return status;
	trend_view view = find_view(values.format);
	if (view == NULL)
		return command_usage(command, "`--format %.60s` must be text, json or csv",
		                     values.format);
	if (terminal_layout(command->terminal, values.colour, &layout, &error) < 0 ||
	    command_record(command, &repo, &record, &values.when, DEPTH_RATINGS, &error) < 0 ||
	    choose(record, count, argv, &trends, &chosen, &error) < 0 ||
	    question(record, trends, chosen, &questions, &error) < 0 ||
	    read_filed(record, trends, chosen, &cabinet, &challenges, &error) < 0) {
		status = command_fail(&error);
	} else {
		view(&(struct trends_told){record, trends, questions, chosen, challenges, &cabinet,
		                           command_day(record, &values.when)},
		     &layout, &out);
		status = command_print(&out);
	}
	release(trends, questions, challenges, chosen);
	cabinet_release(&cabinet);
	buf_release(&out);
	record_free(record);
	repo_close(repo);
	return status;
}
