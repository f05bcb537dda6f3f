#include "view/paper_view.h"

#include <stdlib.h>
#include <string.h>

#include "view/change_text.h"

static bool is_set(const struct value *flag)
{
	return flag->valid && flag->as.flag;
}

bool paper_is_exempt(const struct paper *paper)
{
	return is_set(&paper->common.exempt) ||
	       (paper->public_report.valid && !paper->public_report.as.flag);
}

/* The version that is shown, and the record that its figures are from. */
static int choose(struct paper_view *view, struct error *error)
{
	const struct filed_version *published = published_version(view->filed);
	const struct filed_version *standing = filed_version(view->filed);
	const struct filed_version *shown = published != NULL ? published : standing;
	view->published = published != NULL;
	view->document = shown->document;
	view->paper = shown->document->paper;
	view->changed = published != NULL && published != standing &&
	                published_difference(published->document, standing->document) != 0;
	view->record = view->now;
	if (!view->published)
		return 0;
	const char *text = view->paper->as_of.text;
	enum as_of_type type = as_of_find(view->now, text, &view->as_of);
	as_of_explain(type, text, &view->why);
	view->record = NULL;
	if (type != AS_OF_FOUND && type != AS_OF_ASIDE)
		return 0;
	if (record_read(view->now->repo, &view->as_of, DEPTH_WHOLE, &view->then, error) < 0)
		return -1;
	view->record = view->then;
	return 0;
}

static const char *plan_id_of(const struct paper_view *view)
{
	return view->paper->plan.valid ? view->paper->plan.text : view->filed->plan_id;
}

/* The plan with this id, less what is exempt where the public looks. */
static const struct plan_record *find_plan(const struct paper_view *view, bool in_public,
                                           const char *id)
{
	if (!in_public)
		return record_plan(view->record, id);
	for (size_t i = 0; i < view->site.count; i++)
		if (strcmp(view->site.plans[i].plan.id, id) == 0)
			return &view->site.plans[i].plan;
	return NULL;
}

int paper_view_read(const struct record *now, const struct filed *filed, bool in_public,
                    struct paper_view *view, struct error *error)
{
	*view = (struct paper_view){.now = now, .filed = filed, .why = ERROR_INIT};
	if (choose(view, error) < 0)
		return -1;
	if (view->record == NULL)
		return 0;
	if (in_public &&
	    site_view_read_plan(view->record, plan_id_of(view), &view->site, error) < 0)
		return -1;
	view->home = record_plan(view->record, filed->plan_id);
	view->plan = find_plan(view, in_public, plan_id_of(view));
	if (view->home != NULL)
		view->registers = registers_of_plan(view->record, view->home, &view->arena);
	if (view->plan != NULL)
		trend_read(view->plan, &view->trend);
	return 0;
}

void paper_view_release(struct paper_view *view)
{
	trend_release(&view->trend);
	site_view_release(&view->site);
	record_free(view->then);
	arena_release(&view->arena);
	*view = (struct paper_view){0};
}

const char *paper_committee(const struct paper_view *view)
{
	const char *id = view->paper->committee.text;
	if (id == NULL)
		return "No committee named";
	const struct committee *committee = registers_committee(&view->registers, id);
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
	*age = (struct paper_age){.title = title};
	if (standing == NULL)
		return;
	age->version = standing_version(standing);
	age->ended = end_of(standing->period);
	age->landed = date_from_time(age->version->rated->landing->committer.time);
}

const struct paper_age *paper_ages(struct paper_view *view, size_t *count)
{
	struct paper_age *ages = arena_new(&view->arena, (view->trend.count + 1) * sizeof(*ages));
	*count = 0;
	if (view->plan == NULL)
		return ages;
	for (size_t i = 0; i < view->trend.count; i++)
		add_age(&ages[(*count)++], view->trend.rows[i].series->title,
		        view->trend.rows[i].series);
	add_age(&ages[(*count)++], CHANGE_PROGRAMME, &view->plan->programme);
	return ages;
}

void paper_days(const struct paper_view *view, struct date date, struct buf *text)
{
	const struct value *meeting = &view->paper->date;
	int days = meeting->valid ? date_days(meeting->as.date) - date_days(date) : 0;
	if (!meeting->valid)
		buf_text(text, "the day of the meeting is not given");
	else if (days == 0)
		buf_text(text, "on the day of the meeting");
	else
		buf_printf(text, "%d %s %s the meeting", abs(days), abs(days) == 1 ? "day" : "days",
		           days > 0 ? "before" : "after");
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

const char *paper_no_figures(const struct paper_view *view)
{
	return view->record == NULL ? "The figures of this paper cannot be read."
	       : view->plan == NULL ? "No such plan was on record, or none that is published."
	                            : "No rating was on record.";
}

static void add_to_page(enum placeholder_type type, void *context, struct buf *html)
{
	struct paper_filling *filling = context;
	if (filling->filled)
		filling->filling.in_pages.add(type, filling->filling.in_pages.context, html);
	else
		buf_printf(html, "<p>%s</p>\n", paper_no_figures(filling->view));
}

void paper_filling_read(const struct paper_view *view, struct paper_filling *filling)
{
	const struct period *period = view->plan == NULL ? NULL : trend_period(&view->trend);
	*filling = (struct paper_filling){.view = view, .in_pages = {add_to_page, filling}};
	if (period == NULL)
		return;
	filling_read(view->record, view->plan, &view->plan->programme, view->document, *period,
	             &filling->filling);
	filling->filled = true;
}

void paper_filling_release(struct paper_filling *filling)
{
	if (filling->filled)
		filling_release(&filling->filling);
}
