#include "site/pages.h"

#include <string.h>

#include "view/filling.h"
#include "site/frame.h"
#include "view/badge.h"

/* What one workstream's page is made from. */
struct subject {
	const struct plan_view *view;
	const struct series *series;
	const struct trend_row *row;       /* NULL where the workstream has ended */
	const struct standing *standing;   /* the latest on record, or NULL */
	const struct document *document;   /* its document, or NULL */
	const struct workstream *declared; /* in the plan, or NULL */
};

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
	char words[PERIOD_TEXT_SIZE];
	period_words(latest, words);
	if (was_withdrawn(subject->series, latest))
		html_add(html, "The report for %s was withdrawn: ", words);
	else
		html_add(html, "No %sreport for %s: ",
		         subject->view->exempt_reports != 0 ? "published " : "", words);
	html_put(html, "this is the latest on record.");
}

/* How the rating moved, or why it cannot be said. */
static void add_direction(struct html *html, const struct subject *subject)
{
	const struct period *latest = trend_period(&subject->view->trend);
	html_put(html, "<p class=\"sentence\">");
	if (subject->row == NULL)
		html_put(html, "This workstream is no longer reported on.");
	else if (subject->row->current == NULL && latest != NULL)
		add_missing(html, subject, *latest);
	else
		direction_sentence(html, subject->row);
	html_put(html, "</p>\n");
}

static void add_summary(struct html *html, const struct subject *subject)
{
	const struct standing *standing = subject->standing;
	char words[PERIOD_TEXT_SIZE];
	html_add(html, "<p class=\"lead\">%s</p>\n<div class=\"summary\">\n<p class=\"big\">",
	         period_words(standing->period, words));
	html_rating(html, standing_version(standing));
	rerating_note(html, standing);
	questions_note(html, questions_about(subject->view, subject->series, standing),
	               "#questioned");
	challenge_mark(html, subject->view, subject->series, standing, "#challenged");
	html_put(html, "</p>\n");
	add_direction(html, subject);
	rating_source(html, standing);
	html_put(html, "</div>\n");
}

static void add_themes(struct html *html, const struct workstream *declared)
{
	const struct named *themes = LIST_OF(struct named, declared->themes);
	if (declared->themes.count == 0)
		return;
	html_fact(html, "Themes");
	html_put(html, "<ul>\n");
	for (size_t i = 0; i < declared->themes.count; i++)
		if (themes[i].title.text != NULL)
			html_add(html, "<li>%s</li>\n", themes[i].title.text);
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
	html_fact(html, "Concerns it answers");
	html_put(html, "<ul>\n");
	for (size_t i = 0; i < declared->addresses.count; i++) {
		html_put(html, "<li>");
		html_lines(html, concern_title(plan, ids[i].text));
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

/* What the plan says of the workstream. */
static void add_place(struct html *html, const struct subject *subject)
{
	const struct workstream *declared = subject->declared;
	if (!has_place(declared))
		return;
	html_put(html, "<section aria-labelledby=\"place\">\n"
	               "<h2 id=\"place\">In the plan</h2>\n");
	if (declared == NULL) {
		html_put(html, "<p>The plan does not list this workstream.</p>\n</section>\n");
		return;
	}
	html_put(html, "<dl class=\"facts\">\n");
	if (declared->sponsor.text != NULL) {
		html_fact(html, "Sponsor in the plan");
		html_person(html, declared->sponsor.text);
		html_fact_end(html);
	}
	if (declared->starts.valid) {
		html_fact(html, "Starts");
		html_date(html, declared->starts.as.date);
		html_fact_end(html);
	}
	if (declared->ends.valid) {
		html_fact(html, "Ends");
		html_date(html, declared->ends.as.date);
		html_fact_end(html);
	}
	add_themes(html, declared);
	add_concerns(html, subject->view->plan.plan, declared);
	html_put(html, "</dl>\n</section>\n");
}

static void add_contents(struct html *html, const struct site_view *site,
                         const struct subject *subject, bool questioned)
{
	html_put(html, "<nav class=\"contents\" aria-label=\"On this page\">\n<ul>\n");
	if (questioned)
		html_put(html, "<li><a href=\"#questioned\">What is questioned</a></li>\n");
	if (has_challenges(subject->view, subject->series))
		html_put(html, "<li><a href=\"#challenged\">What oversight bodies said</a></li>\n");
	html_put(html, "<li><a href=\"#report\">The report</a></li>\n"
	               "<li><a href=\"#ratings\">Ratings over time</a></li>\n");
	if (has_taken_over(site, subject->view, subject->series))
		html_put(html,
		         "<li><a href=\"#handed-over\">Handed over by earlier work</a></li>\n");
	if (has_place(subject->declared))
		html_put(html, "<li><a href=\"#place\">In the plan</a></li>\n");
	html_put(html, "</ul>\n</nav>\n");
}

static bool has_questions(const struct subject *subject)
{
	struct questioned questioned =
		questions_count(questions_about(subject->view, subject->series, subject->standing));
	return questioned.open + questioned.explained != 0;
}

static void add_questions(struct html *html, const struct subject *subject)
{
	if (!has_questions(subject))
		return;
	html_put(html, "<section aria-labelledby=\"questioned\">\n"
	               "<h2 id=\"questioned\">What is questioned</h2>\n");
	question_list(html, subject->view, subject->series,
	              questions_about(subject->view, subject->series, subject->standing));
	html_put(html, "<p><a href=\"candour.html\">What is questioned in the whole plan</a></p>\n"
	               "</section>\n");
}

static void add_report(struct html *html, const struct site_view *site,
                       const struct subject *subject)
{
	struct filling filling;
	const struct document *document = subject->document;
	char words[PERIOD_TEXT_SIZE];
	html_add(html,
	         "<section aria-labelledby=\"report\">\n"
	         "<h2 id=\"report\">The report for %s</h2>\n",
	         period_words(subject->standing->period, words));
	if (document->update != NULL)
		update_facts(html, document->update);
	filling_read(site->record, &subject->view->plan, subject->series, document,
	             subject->standing->period, &filling);
	body_preface(html, document, &filling.in_pages);
	if (document->update != NULL) {
		update_purpose(html, document->update);
		update_parts(html, document->update);
	}
	body_sections(html, document, 3, &filling.in_pages);
	filling_release(&filling);
	if (document->update != NULL)
		update_answers(html, document->update, "../");
	html_put(html, "</section>\n");
}

static void add_ratings(struct html *html, const struct subject *subject)
{
	html_put(html, "<section aria-labelledby=\"ratings\">\n"
	               "<h2 id=\"ratings\">Ratings over time</h2>\n");
	if (subject->row != NULL)
		rating_chart(html, &subject->view->trend, subject->row);
	rating_table(html, subject->view, subject->series, "Each rating, newest period first");
	html_put(html, "</section>\n");
}

static void add_parts(struct html *html, const struct site_view *site,
                      const struct subject *subject)
{
	document_banners(html, subject->view->plan.document);
	if (subject->standing == NULL) {
		html_put(html,
		         subject->series->count == 0
		                 ? "<p class=\"lead\">Nothing is on record for this workstream "
		                   "yet.</p>\n"
		                 : "<p class=\"lead\">Every report of this workstream was "
		                   "withdrawn.</p>\n");
		if (subject->series->count != 0)
			add_ratings(html, subject);
		challenge_section(html, subject->view, subject->series);
		taken_over_list(html, site, subject->view, subject->series);
		add_place(html, subject);
		return;
	}
	document_banners(html, subject->document);
	add_summary(html, subject);
	add_contents(html, site, subject, has_questions(subject));
	add_questions(html, subject);
	challenge_section(html, subject->view, subject->series);
	add_report(html, site, subject);
	add_ratings(html, subject);
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
	frame_begin(html, &frame);
	add_parts(html, site, &subject);
	data_links(html, view, series);
	frame_end(html, &frame);
	document_free(document);
	return 0;
}
