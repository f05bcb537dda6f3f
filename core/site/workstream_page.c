#include "site/workstream_parts.h"

#include <string.h>

#include "view/filling.h"
#include "site/frame.h"
#include "site/notes.h"
#include "view/badge.h"

/* What one workstream's page is made from. */
struct subject {
	const struct plan_view *view;
	const struct series *series;
	const struct trend_row *row;       /* NULL where the workstream has ended */
	const struct standing *standing;   /* the latest on record, or NULL */
	const struct document *document;   /* its document, or NULL */
	const struct workstream *declared; /* in the plan, or NULL */
	struct filling filling;            /* of the document's placeholders, where there is one */
};

/* The section of an update that says why it is rated as it is. */
#define RATIONALE "RAG rationale"

static const struct trend_row *row_of(const struct plan_view *view, const struct series *series)
{
	for (size_t i = 0; i < view->trend.count; i++)
		if (view->trend.rows[i].series == series)
			return &view->trend.rows[i];
	return NULL;
}

/* Why there is no rating for the plan's latest period. */
static void add_missing(struct html *html, const struct subject *subject, struct period latest)
{
	enum phrase phrase = was_withdrawn(subject->series, latest) ? PHRASE_WORKSTREAM_WITHDRAWN
	                     : subject->view->exempt_reports != 0 ? PHRASE_WORKSTREAM_NOT_PUBLISHED
	                                                          : PHRASE_WORKSTREAM_NO_REPORT;
	char words[BADGE_PERIOD_SIZE];
	html_tell(html, phrase, badge_period(html, latest, words));
}

/* How the rating moved, or why it cannot be said. */
static void add_direction(struct html *html, const struct subject *subject)
{
	const struct period *latest = trend_period(&subject->view->trend);
	html_put(html, "<p class=\"sentence\">");
	if (subject->row == NULL)
		html_say(html, PHRASE_WORKSTREAM_ENDED);
	else if (subject->row->current == NULL && latest != NULL)
		add_missing(html, subject, *latest);
	else
		direction_sentence(html, subject->row);
	html_put(html, "</p>\n");
}

static void add_summary(struct html *html, const struct subject *subject)
{
	const struct standing *standing = subject->standing;
	char words[BADGE_PERIOD_SIZE];
	html_add(html, "<p class=\"lead\">%s</p>\n<div class=\"summary\">\n<p class=\"big\">",
	         badge_period(html, standing->period, words));
	html_rating(html, standing_version(standing));
	rerating_note(html, standing);
	questions_note(html, questions_about(subject->view, subject->series, standing),
	               "#questioned");
	challenge_mark(html, subject->view, subject->series, standing, "#challenged");
	html_put(html, "</p>\n");
	notes_at(html, "rag");
	add_direction(html, subject);
	rating_source(html, standing);
	html_put(html, "</div>\n");
}

static void add_themes(struct html *html, const struct workstream *declared)
{
	const struct named *themes = LIST_OF(struct named, declared->themes);
	if (declared->themes.count == 0)
		return;
	html_fact(html, html_phrase(html, PHRASE_WORKSTREAM_THEMES));
	html_put(html, "<ul>\n");
	for (size_t i = 0; i < declared->themes.count; i++)
		if (themes[i].title.text != NULL) {
			html_put(html, "<li>");
			written(html, themes[i].title.text);
			html_put(html, "</li>\n");
		}
	html_put(html, "</ul>");
	html_fact_end(html);
}

static const char *concern_title(const struct plan *plan, const char *id)
{
	const struct concern *rows = LIST_OF(struct concern, plan->concerns);
	for (size_t i = 0; i < plan->concerns.count; i++)
		if (rows[i].id.text != NULL && rows[i].title.text != NULL &&
		    strcmp(rows[i].id.text, id) == 0)
			return rows[i].title.text;
	return id;
}

static void add_concerns(struct html *html, const struct plan *plan,
                         const struct workstream *declared)
{
	const struct value *ids = LIST_OF(struct value, declared->addresses);
	if (declared->addresses.count == 0)
		return;
	html_fact(html, html_phrase(html, PHRASE_WORKSTREAM_CONCERNS));
	html_put(html, "<ul>\n");
	for (size_t i = 0; i < declared->addresses.count; i++) {
		html_put(html, "<li>");
		written(html, concern_title(plan, ids[i].text));
		html_put(html, "</li>\n");
	}
	html_put(html, "</ul>");
	html_fact_end(html);
}

/* True when there is something to say of the workstream's place in the plan. */
static bool has_place(const struct workstream *declared)
{
	return declared == NULL || declared->sponsor.text != NULL || declared->starts.valid ||
	       declared->ends.valid || declared->themes.count + declared->addresses.count != 0;
}

static void add_day(struct html *html, enum phrase name, const struct value *day)
{
	if (!day->valid)
		return;
	html_fact(html, html_phrase(html, name));
	html_date(html, day->as.date);
	html_fact_end(html);
}

/* What the plan says of the workstream. */
static void add_place(struct html *html, const struct subject *subject)
{
	const struct workstream *declared = subject->declared;
	if (!has_place(declared))
		return;
	part_begin(html, "place", PHRASE_WORKSTREAM_PLACE);
	if (declared == NULL) {
		html_add(html, "<p>%s</p>\n</section>\n",
		         html_phrase(html, PHRASE_WORKSTREAM_UNLISTED));
		return;
	}
	html_put(html, "<dl class=\"facts\">\n");
	if (declared->sponsor.text != NULL) {
		html_fact(html, html_phrase(html, PHRASE_WORKSTREAM_SPONSOR));
		html_person(html, declared->sponsor.text);
		html_fact_end(html);
	}
	add_day(html, PHRASE_WORKSTREAM_STARTS, &declared->starts);
	add_day(html, PHRASE_WORKSTREAM_ENDS, &declared->ends);
	add_themes(html, declared);
	add_concerns(html, subject->view->plan.plan, declared);
	html_put(html, "</dl>\n</section>\n");
}

static bool has_questions(const struct subject *subject)
{
	struct questioned questioned =
		questions_count(questions_about(subject->view, subject->series, subject->standing));
	return questioned.open + questioned.explained != 0;
}

static bool has_rationale(const struct subject *subject)
{
	return subject->document->update != NULL && body_has(subject->document, RATIONALE);
}

/* A reader who has ten seconds reads the rating and this. */
static void add_rationale(struct html *html, const struct subject *subject)
{
	if (!has_rationale(subject))
		return;
	part_begin(html, "why", PHRASE_WORKSTREAM_WHY);
	body_part(html, subject->document, RATIONALE, 2, &subject->filling.in_pages);
	html_put(html, "</section>\n");
}

static void add_contents(struct html *html, const struct site_view *site,
                         const struct subject *subject)
{
	struct history_parts history = history_parts(subject->series);
	const struct {
		const char *id;
		enum phrase phrase;
		bool there;
	} parts[] = {
		{"questioned", PHRASE_WORKSTREAM_QUESTIONED, has_questions(subject)},
		{"challenged", PHRASE_WORKSTREAM_CHALLENGED,
	         has_challenges(subject->view, subject->series)},
		{"report", PHRASE_WORKSTREAM_REPORT, true},
		{"ratings", PHRASE_HISTORY_RATINGS, true},
		{"completion", PHRASE_HISTORY_COMPLETION, history.completion},
		{"milestones-history", PHRASE_HISTORY_MILESTONES, history.milestones},
		{"risks-history", PHRASE_HISTORY_RISKS, history.risks},
		{"versions", PHRASE_VERSIONS_HEADING, true},
		{"handed-over", PHRASE_WORKSTREAM_TAKEN_OVER,
	         has_taken_over(site, subject->view, subject->series)},
		{"place", PHRASE_WORKSTREAM_PLACE, has_place(subject->declared)},
	};
	html_add(html, "<nav class=\"contents\" aria-label=\"%s\">\n<ul>\n",
	         html_phrase(html, PHRASE_WORKSTREAM_CONTENTS));
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (parts[i].there)
			html_add(html, "<li><a href=\"#%s\">%s</a></li>\n", parts[i].id,
			         html_phrase(html, parts[i].phrase));
	html_put(html, "</ul>\n</nav>\n");
}

static void add_questions(struct html *html, const struct subject *subject)
{
	if (!has_questions(subject))
		return;
	part_begin(html, "questioned", PHRASE_WORKSTREAM_QUESTIONED);
	question_fold(html, subject->view, subject->series,
	              questions_about(subject->view, subject->series, subject->standing));
	html_add(html, "<p><a href=\"candour.html\">%s</a></p>\n</section>\n",
	         html_phrase(html, PHRASE_WORKSTREAM_QUESTIONED_PLAN));
}

static void add_report(struct html *html, const struct subject *subject)
{
	const struct document *document = subject->document;
	const struct body_filling *filling = &subject->filling.in_pages;
	char words[BADGE_PERIOD_SIZE];
	html_put(html, "<section aria-labelledby=\"report\">\n<h2 id=\"report\">");
	html_tell(html, PHRASE_WORKSTREAM_REPORT_FOR,
	          badge_period(html, subject->standing->period, words));
	html_put(html, "</h2>\n");
	if (document->update != NULL)
		update_facts(html, document->update);
	body_preface(html, document, filling);
	if (document->update != NULL) {
		update_purpose(html, document->update);
		update_parts(html, document->update);
	}
	if (has_rationale(subject))
		body_sections_but(html, document, 3, filling, RATIONALE, "#why");
	else
		body_sections(html, document, 3, filling);
	if (document->update != NULL)
		update_answers(html, document->update, "../");
	html_put(html, "</section>\n");
}

static void add_ratings(struct html *html, const struct subject *subject)
{
	part_begin(html, "ratings", PHRASE_HISTORY_RATINGS);
	if (subject->row != NULL)
		rating_chart(html, subject->view, subject->row);
	rating_table(html, subject->view, subject->series,
	             html_phrase(html, PHRASE_HISTORY_RATINGS_CAPTION));
	html_put(html, "</section>\n");
}

/* Nothing stands on record: what was there, and what the plan says. */
static void add_nothing(struct html *html, const struct site_view *site,
                        const struct subject *subject)
{
	html_add(html, "<p class=\"lead\">%s</p>\n",
	         html_phrase(html, subject->series->count == 0 ? PHRASE_WORKSTREAM_NOTHING
	                                                       : PHRASE_WORKSTREAM_ALL_WITHDRAWN));
	if (subject->series->count != 0)
		add_ratings(html, subject);
	challenge_section(html, subject->view, subject->series);
	taken_over_list(html, site, subject->view, subject->series);
	add_place(html, subject);
}

/* First what a reader wants to know in ten seconds, then the report, then its history. */
static void add_parts(struct html *html, const struct site_view *site,
                      const struct subject *subject)
{
	document_banners(html, subject->document);
	add_summary(html, subject);
	add_rationale(html, subject);
	add_contents(html, site, subject);
	add_questions(html, subject);
	challenge_section(html, subject->view, subject->series);
	add_report(html, subject);
	add_ratings(html, subject);
	completion_history(html, subject->series);
	milestone_history(html, subject->series);
	risk_history(html, subject->series);
	version_list(html, subject->view, subject->series);
	taken_over_list(html, site, subject->view, subject->series);
	add_place(html, subject);
}

int workstream_page(const struct site_view *site, const struct plan_view *view, size_t workstream,
                    struct html *html, struct error *error)
{
	const struct series *series = &view->plan.workstreams[workstream];
	struct document *document = NULL;
	struct subject subject = {
		.view = view,
		.series = series,
		.row = row_of(view, series),
		.standing = latest_standing(series),
		.declared = series->declared,
	};
	struct frame frame = inner_frame(site, view, series->title);
	if (subject.standing != NULL &&
	    record_document(site->record, standing_version(subject.standing), &document, error) < 0)
		return -1;
	subject.document = document;
	frame_of_filled(&frame, view, document);
	frame_begin(html, &frame);
	document_banners(html, view->plan.document);
	if (document != NULL) {
		filling_read(site->record, &view->plan, series, document, subject.standing->period,
		             &subject.filling);
		const struct version *version = standing_version(subject.standing);
		const struct beside beside = {site->record, view, version->path, version->landing};
		beside_fill(&beside, &subject.filling.in_pages);
		add_parts(html, site, &subject);
		filling_release(&subject.filling);
	} else {
		add_nothing(html, site, &subject);
	}
	data_links(html, view, series);
	frame_end(html, &frame);
	document_free(document);
	return 0;
}
