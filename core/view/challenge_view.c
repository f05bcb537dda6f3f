#include "view/challenge_view.h"

#include <string.h>

#include "view/json_values.h"

static void add_on(struct buf *line, const struct value *date)
{
	char day[DATE_TEXT_SIZE];
	if (date->valid)
		buf_printf(line, " on %s", date_short(date->as.date, day));
}

static const char *or_nothing(const char *text)
{
	return text != NULL ? text : "";
}

/* "re-rated from Green to Amber on 18 Jan 2024, commit 1234567" */
static void add_rerating(struct buf *line, const struct challenged *challenged)
{
	char day[DATE_TEXT_SIZE], hex[OBJECT_HEX_SIZE], period[PERIOD_TEXT_SIZE];
	const struct rerating *rerating = challenged->answer.rerating;
	const struct landing *landing = rerating->version->landing;
	const struct value *about = &challenged->challenge->period;
	bool elsewhere = rerating->series != challenged->series;
	if (elsewhere)
		buf_printf(line, "%s ", rerating->series->title);
	if (elsewhere || !about->valid ||
	    !period_equal(about->as.period, rerating->standing->period))
		buf_printf(line, "%s ", period_words(rerating->standing->period, period));
	if (rerating->before != NULL)
		buf_printf(line, "re-rated from %s to %s", version_label(rerating->before),
		           version_label(rerating->version));
	else
		buf_printf(line, "rated %s", version_label(rerating->version));
	buf_printf(line, " on %s, commit %.*s",
	           date_short(date_from_time(landing_time(landing)), day), OBJECT_SHORT,
	           object_hex(&landing->id, hex));
}

void challenge_state_words(const struct challenged *challenged, struct buf *line)
{
	const struct challenge_answer *answer = &challenged->answer;
	if (!challenge_answered(answer)) {
		buf_text(line, "open");
		return;
	}
	buf_text(line, "answered: ");
	if (answer->rerating != NULL)
		add_rerating(line, challenged);
	if (answer->response != NULL) {
		buf_printf(line, "%s%s", answer->rerating != NULL ? "; " : "",
		           or_nothing(answer->response->by.text));
		add_on(line, &answer->response->on);
		buf_printf(line, ": %s", or_nothing(answer->response->text.text));
	} else if (answer->to_all != NULL) {
		buf_printf(line, "%s%s", answer->rerating != NULL ? "; " : "", answer->to_all);
	}
}

void challenge_words(const struct challenged *challenged, struct buf *line)
{
	buf_printf(line, "by %s", challenged->body);
	add_on(line, &challenged->observation->date);
	buf_printf(line, ": %s; ", or_nothing(challenged->challenge->reason.text));
	challenge_state_words(challenged, line);
}

void independent_words(const struct independent_rating *rating, struct buf *line)
{
	buf_printf(line, "rated %s by %s", rating->label, rating->body);
	add_on(line, &rating->observation->date);
	if (rating->direction != DIRECTION_NEW)
		buf_printf(line, ", %s", direction_word(rating->direction));
	if (rating->independent->reason.text != NULL)
		buf_printf(line, ": %s", rating->independent->reason.text);
}

static void add_date(struct json_writer *json, const char *key, const struct value *date)
{
	json_add_date(json, key, date->valid ? date->as.date : (struct date){0});
}

static void add_response(struct json_writer *json, const struct response *response)
{
	if (response == NULL) {
		json_add_null(json, "response");
		return;
	}
	json_open_object(json, "response");
	json_add_text(json, "by", response->by.text);
	add_date(json, "on", &response->on);
	json_add_text(json, "text", response->text.text);
	json_close(json);
}

static void add_rerating_json(struct json_writer *json, const struct challenge_answer *answer)
{
	const struct rerating *rerating = answer->rerating;
	if (rerating == NULL) {
		json_add_null(json, "rerating");
		return;
	}
	json_open_object(json, "rerating");
	json_add_text(json, "workstream", rerating->series->id);
	json_add_period(json, "period", rerating->standing->period);
	json_add_rating(json, "from", rerating->before);
	json_add_rating(json, "to", rerating->version);
	json_add_flag(json, "named", answer->named);
	json_add_landing(json, "landed", rerating->version->landing);
	json_close(json);
}

/* Into the object that is open, which it closes. */
static void add_challenge(struct json_writer *json, const struct challenged *challenged)
{
	const struct challenge *challenge = challenged->challenge;
	json_add_text(json, "observation", challenged->filed->id);
	json_add_text(json, "id", challenge->id.text);
	json_add_text(json, "body", challenged->body);
	add_date(json, "date", &challenged->observation->date);
	if (challenge->period.valid)
		json_add_period(json, "period", challenge->period.as.period);
	else
		json_add_null(json, "period");
	json_add_text(json, "reason", challenge->reason.text);
	json_add_text(json, "status",
	              challenge_answered(&challenged->answer) ? "answered" : "open");
	add_response(json, challenged->answer.response);
	json_add_text(json, "response_to_all", challenged->answer.to_all);
	add_rerating_json(json, &challenged->answer);
	json_close(json);
}

void challenges_as_json(struct json_writer *json, const struct challenges *challenges,
                        const struct series *series)
{
	json_open_array(json, "challenges");
	for (size_t i = 0; challenges != NULL && i < challenges->count; i++)
		if (challenges->items[i].series == series) {
			json_open_object(json, NULL);
			add_challenge(json, &challenges->items[i]);
		}
	json_close(json);
}

void challenges_all_as_json(struct json_writer *json, const struct challenges *challenges)
{
	json_open_array(json, "challenges");
	for (size_t i = 0; i < challenges->count; i++) {
		const struct series *series = challenges->items[i].series;
		json_open_object(json, NULL);
		json_add_text(json, "workstream", series != NULL ? series->id : NULL);
		add_challenge(json, &challenges->items[i]);
	}
	json_close(json);
}

void independent_as_json(struct json_writer *json, const struct challenges *challenges,
                         const struct series *series)
{
	json_open_array(json, "independent");
	for (size_t i = 0; challenges != NULL && i < challenges->independent_count; i++) {
		const struct independent_rating *rating = &challenges->independent[i];
		if (rating->series != series)
			continue;
		const struct reading reading = {.rag = rating->label};
		const struct version version = {
			.scale = rating->scale, .level = rating->level, .reading = &reading};
		json_open_object(json, NULL);
		json_add_text(json, "observation", rating->filed->id);
		json_add_text(json, "body", rating->body);
		add_date(json, "date", &rating->observation->date);
		json_add_period(json, "period", rating->period);
		json_add_rating(json, "rating", &version);
		json_add_text(json, "direction", direction_id(rating->direction));
		json_add_number(json, "steps", rating->steps);
		json_add_text(json, "reason", rating->independent->reason.text);
		json_close(json);
	}
	json_close(json);
}
