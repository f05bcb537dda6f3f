/* A report as part of a page: declared in plan_parts.h. */
#include "site/plan_parts.h"

#include "view/filling.h"

/* What stands in the document's body: before its first section, and in its sections. */
static void add_body(struct html *html, const struct told_report *report)
{
	struct filling filling;
	if (report->frozen)
		filling_without(report->document, PHRASE_REPORT_FIGURES_THEN, html->language,
		                &filling);
	else
		filling_read(report->record, &report->view->plan, report->series, report->document,
		             report->standing->period, &filling);
	const struct beside beside = {report->record, report->view, report->document->path,
	                              report->landing};
	beside_fill(&beside, &filling.in_pages);
	body_preface(html, report->document, &filling.in_pages);
	body_sections(html, report->document, 3, &filling.in_pages);
	filling_release(&filling);
}

void overview_in_full(struct html *html, const struct told_report *report)
{
	document_banners(html, report->document);
	roll_up_note(html, report->document);
	add_body(html, report);
}

/* What the facts say where there is one. */
static void add_no_signature(struct html *html, const struct document *document)
{
	if (document->update->sponsor_signed.by.text == NULL && !document_is_imported(document))
		html_add(html, "<p>%s</p>\n", html_phrase(html, PHRASE_REPORT_NOT_SIGNED));
}

void report_in_full(struct html *html, const struct told_report *report)
{
	const struct update *update = report->document->update;
	if (update != NULL) {
		update_purpose(html, update);
		update_facts(html, update);
		add_no_signature(html, report->document);
	}
	if (!report->frozen)
		rating_source_linked(html, report->view, report->standing);
	add_body(html, report);
	if (update != NULL) {
		update_parts(html, update);
		update_answers(html, update, report->top);
	}
}

/* "Declared by the chief executive on 5 September 2023." */
static void add_declared(struct html *html, const struct overview *overview)
{
	if (overview == NULL || overview->director.text == NULL)
		return;
	html_say(html, PHRASE_REPORT_DECLARED_BY);
	html_put(html, " ");
	html_person(html, overview->director.text);
	if (overview->completed_on.valid) {
		html_add(html, " %s ", html_phrase(html, PHRASE_PLAN_ON));
		html_date(html, overview->completed_on.as.date);
	}
	html_put(html, ". ");
}

void programme_summary(struct html *html, const struct plan_view *view,
                       const struct document *overview)
{
	const struct standing *standing = view->trend.programme.current;
	html_add(html, "<p class=\"label\">%s</p>\n",
	         html_phrase(html, PHRASE_PLAN_PROGRAMME_RATING));
	if (standing == NULL) {
		html_add(html, "<p class=\"big\">%s</p>\n",
		         html_phrase(html, PHRASE_PLAN_NOT_DECLARED));
		return;
	}
	html_put(html, "<p class=\"big\">");
	html_rating(html, standing_version(standing));
	rerating_note(html, standing);
	questions_note(html, questions_about(view, &view->plan.programme, standing),
	               standing == latest_standing(&view->plan.programme) ? "candour.html#latest"
	                                                                  : "candour.html#periods");
	html_put(html, "</p>\n");
	if (overview != NULL && overview->overview != NULL &&
	    overview->overview->director.text != NULL) {
		html_put(html, "<p class=\"note\">");
		add_declared(html, overview->overview);
		html_put(html, "</p>\n");
	}
	rating_source_linked(html, view, standing);
}
