#include "view/edition.h"

#include <stdlib.h>
#include <string.h>

#include "view/change_text.h"

/* The version that is shown. */
static void choose(struct edition *edition)
{
	const struct filed_version *published = published_version(edition->filed);
	const struct filed_version *standing = filed_version(edition->filed);
	const struct filed_version *shown = published != NULL ? published : standing;
	edition->published = published != NULL;
	edition->document = shown->document;
	edition->paper = shown->document->paper;
	edition->changed = published != NULL && published != standing &&
	                   published_difference(published->document, standing->document) != 0;
}

/* The record whose figures it shows; NULL with the reason. */
static const struct record *find_record(struct edition *edition)
{
	if (!edition->published)
		return edition->now;
	const char *text = edition->paper->as_of.text;
	enum as_of_type type = as_of_find(edition->now, text, &edition->as_of);
	if (type != AS_OF_FOUND && type != AS_OF_ASIDE) {
		as_of_explain(type, text, &edition->why);
		return NULL;
	}
	return record_read(edition->now->repo, &edition->as_of, DEPTH_WHOLE, &edition->then,
	                   &edition->why) == 0
	               ? edition->then
	               : NULL;
}

const char *edition_plan(const struct edition *edition)
{
	return edition->paper->plan.valid ? edition->paper->plan.text : edition->filed->plan_id;
}

/* The plan with this id, less what is exempt where the public looks. */
static const struct plan_record *find_plan(const struct edition *edition, bool in_public,
                                           const char *id)
{
	if (!in_public)
		return record_plan(edition->record, id);
	for (size_t i = 0; i < edition->site.count; i++)
		if (strcmp(edition->site.plans[i].plan.id, id) == 0)
			return &edition->site.plans[i].plan;
	return NULL;
}

void edition_read(const struct record *now, const struct filed *filed, bool in_public,
                  struct edition *edition)
{
	*edition = (struct edition){.now = now, .filed = filed, .why = ERROR_INIT};
	choose(edition);
	edition->record = find_record(edition);
	if (edition->record != NULL && in_public &&
	    site_view_read_plan(edition->record, edition_plan(edition), &edition->site,
	                        &edition->why) < 0)
		edition->record = NULL;
	if (edition->record == NULL)
		return;
	edition->home = record_plan(edition->record, filed->plan_id);
	edition->plan = find_plan(edition, in_public, edition_plan(edition));
	if (edition->home != NULL)
		edition->registers =
			registers_of_plan(edition->record, edition->home, &edition->arena);
	if (edition->plan != NULL)
		trend_read(edition->plan, &edition->trend);
}

void edition_release(struct edition *edition)
{
	trend_release(&edition->trend);
	site_view_release(&edition->site);
	record_free(edition->then);
	arena_release(&edition->arena);
	*edition = (struct edition){0};
}

const char *paper_committee(const struct edition *edition)
{
	const char *id = edition->paper->committee.text;
	if (id == NULL)
		return "No committee named";
	const struct committee *committee = registers_committee(&edition->registers, id);
	return committee != NULL && committee->name.text != NULL ? committee->name.text : id;
}

/* The last day of its last month. */
static struct date end_of(struct period period)
{
	static const int64_t day = 86400;
	int next = period.last + 1;
	int days = date_days((struct date){next / 12, next % 12 + 1, 1}) - 1;
	return date_from_time(days * day);
}

static void add_age(struct paper_age *age, const char *title, const struct series *series)
{
	const struct standing *standing = latest_standing(series);
	*age = (struct paper_age){.id = series->id, .title = title};
	if (standing == NULL)
		return;
	age->version = standing_version(standing);
	age->ended = end_of(standing->period);
	age->landed = date_from_time(age->version->rated->landing->committer.time);
}

const struct paper_age *paper_ages(struct edition *edition, size_t *count)
{
	struct paper_age *ages =
		arena_new(&edition->arena, (edition->trend.count + 1) * sizeof(*ages));
	*count = 0;
	if (edition->plan == NULL)
		return ages;
	for (size_t i = 0; i < edition->trend.count; i++)
		add_age(&ages[(*count)++], edition->trend.rows[i].series->title,
		        edition->trend.rows[i].series);
	add_age(&ages[(*count)++], CHANGE_PROGRAMME, &edition->plan->programme);
	return ages;
}

void paper_days(const struct edition *edition, struct date date, struct buf *text)
{
	const struct value *meeting = &edition->paper->date;
	int days = meeting->valid ? date_days(meeting->as.date) - date_days(date) : 0;
	if (!meeting->valid)
		buf_text(text, "the day of the meeting is not given");
	else if (days == 0)
		buf_text(text, "on the day of the meeting");
	else
		buf_printf(text, "%d %s %s the meeting", abs(days), abs(days) == 1 ? "day" : "days",
		           days > 0 ? "before" : "after");
}

static bool is_listed(const struct list *list, const char *text)
{
	for (size_t i = 0; i < list->count; i++) {
		const char *other = LIST_OF(struct value, *list)[i].text;
		if (other != NULL && strcmp(other, text) == 0)
			return true;
	}
	return false;
}

const struct paper_objective *paper_objectives(struct edition *edition, size_t *count)
{
	static const struct list none = {.count = 0};
	const struct list *served = &edition->paper->objectives;
	const struct list *listed =
		edition->home != NULL ? &edition->home->plan->objectives : &none;
	struct paper_objective *rows =
		arena_new(&edition->arena, (listed->count + served->count) * sizeof(*rows));
	*count = 0;
	for (size_t i = 0; i < listed->count; i++) {
		const char *text = LIST_OF(struct value, *listed)[i].text;
		if (text != NULL)
			rows[(*count)++] = (struct paper_objective){text, is_listed(served, text)};
	}
	for (size_t i = 0; i < served->count; i++) {
		const char *text = LIST_OF(struct value, *served)[i].text;
		if (text != NULL && !is_listed(listed, text))
			rows[(*count)++] = (struct paper_objective){text, true};
	}
	return rows;
}

void paper_implications(const struct paper *paper,
                        struct paper_implication implications[PAPER_IMPLICATIONS])
{
	const struct implications *said = &paper->implications;
	const struct paper_implication all[PAPER_IMPLICATIONS] = {
		{"Financial implications", said->financial.text},
		{"Legal implications", said->legal.text},
		{"Public health implications", said->public_health.text},
		{"Environmental and climate change implications", said->environmental.text},
		{"Other significant implications", said->other.text},
	};
	for (size_t i = 0; i < PAPER_IMPLICATIONS; i++) {
		implications[i] = all[i];
		if (all[i].text == NULL)
			implications[i].text = "Not stated";
	}
}

const char *paper_letter(size_t number, char text[16])
{
	char *at = text + 15;
	*at = '\0';
	for (number++; number != 0 && at > text; number = (number - 1) / 26)
		*--at = (char)('A' + (number - 1) % 26);
	return at;
}

/* --- figures in the text --- */

enum phrase paper_no_figures(const struct edition *edition)
{
	return edition->record == NULL ? PHRASE_PAPER_UNREADABLE
	       : edition->plan == NULL ? PHRASE_PAPER_NO_PLAN
	                               : PHRASE_PAPER_NO_RATING;
}

enum language edition_language(const struct edition *edition)
{
	return edition->home != NULL ? plan_record_language(edition->home) : LANGUAGE_ENGLISH;
}

void edition_fill(const struct edition *edition, struct filling *filling)
{
	const struct period *period = edition->plan == NULL ? NULL : trend_period(&edition->trend);
	if (period == NULL) {
		filling_without(edition->document, paper_no_figures(edition),
		                edition_language(edition), filling);
		return;
	}
	filling_read(edition->record, edition->plan, &edition->plan->programme, edition->document,
	             *period, filling);
	filling->language = edition_language(edition);
}
