/* The page of an observation: declared in view/pages.h. */
#include "site/pages.h"

#include <string.h>

#include "view/filling.h"
#include "site/frame.h"
#include "view/badge.h"
#include "view/said.h"

/* What one page is made from. */
struct told {
	const struct site_view *site;
	const struct plan_view *view;
	const struct filed *filed;
	const struct document *document;
	const struct observation *observation;
	const char *body; /* who met: the committee's name */
	size_t challenges, open;
};

/* The place of a published workstream with this id, or the count of them. */
static size_t workstream_at(const struct plan_view *view, const char *id)
{
	size_t i = 0;
	while (i < view->plan.count &&
	       (id == NULL || strcmp(view->plan.workstreams[i].id, id) != 0))
		i++;
	return i;
}

static void add_about(struct html *html, const struct told *told)
{
	const struct list *list = &told->observation->about;
	bool begun = false;
	for (size_t i = 0; i < list->count; i++) {
		size_t at = workstream_at(told->view, LIST_OF(struct value, *list)[i].text);
		if (at == told->view->plan.count)
			continue;
		if (!begun)
			html_fact(html, html_phrase(html, PHRASE_OBSERVATION_SPOKE_OF));
		html_put(html, begun ? "<br />\n" : "");
		begun = true;
		workstream_link(html, told->view, &told->view->plan.workstreams[at]);
	}
	if (begun)
		html_fact_end(html);
}

static void add_facts(struct html *html, const struct told *told)
{
	const struct filed_version *version = filed_version(told->filed);
	struct html since = html_part(html), changed = html_part(html), commit = html_part(html);
	html_put(html, "<dl class=\"facts\">\n");
	html_fact(html, html_phrase(html, PHRASE_OBSERVATION_BODY));
	html_text(html, told->body);
	html_fact_end(html);
	if (told->observation->date.valid) {
		html_fact(html, html_phrase(html, PHRASE_OBSERVATION_MET_ON));
		html_date(html, told->observation->date.as.date);
		html_fact_end(html);
	}
	add_about(html, told);
	html_fact(html, html_phrase(html, PHRASE_OBSERVATION_SINCE));
	html_day(&since, landing_time(told->filed->versions[0].landing));
	html_day(&changed, landing_time(version->landing));
	landing_link(&commit, told->view, version->landing);
	if (told->filed->count > 1)
		html_weave(html, PHRASE_OBSERVATION_CHANGED, since.text.bytes, changed.text.bytes,
		           commit.text.bytes);
	else
		html_weave(html, PHRASE_OBSERVATION_ONCE, since.text.bytes, commit.text.bytes);
	html_fact_end(html);
	html_put(html, "</dl>\n");
	html_release(&since);
	html_release(&changed);
	html_release(&commit);
}

static void add_state(struct html *html, const struct told *told)
{
	if (told->challenges == 0)
		return;
	html_put(html, "<p class=\"sentence\">");
	html_tally(html, told->challenges, PHRASE_OBSERVATION_CHALLENGE,
	           PHRASE_OBSERVATION_CHALLENGES);
	if (told->open == 0) {
		html_say(html, told->challenges == 1 ? PHRASE_OBSERVATION_ANSWERED
		                                     : PHRASE_OBSERVATION_ALL_ANSWERED);
	} else {
		char number[HTML_NUMBER_SIZE];
		html_put(html, ", <strong>");
		html_tell(html, PHRASE_OBSERVATION_OPEN, html_number(told->open, number));
		html_put(html, "</strong>.");
	}
	html_put(html, "</p>\n");
}

/* Whose rating is questioned. A workstream that is kept back is not named here. */
static void add_rated(struct html *html, const struct told *told,
                      const struct challenged *challenged)
{
	const struct value *period = &challenged->challenge->period;
	char words[BADGE_PERIOD_SIZE];
	if (challenged->series != NULL)
		workstream_link(html, told->view, challenged->series);
	else
		html_say(html, challenged->challenge->workstream.text == NULL
		                       ? PHRASE_OBSERVATION_NOT_NAMED
		                       : PHRASE_OBSERVATION_NOT_PUBLISHED);
	if (period->valid)
		html_add(html, ", %s", badge_period(html, period->as.period, words));
}

/* The rating that stands for the period now, and whether it was changed. */
static void add_standing(struct html *html, const struct challenged *challenged)
{
	const struct value *period = &challenged->challenge->period;
	const struct series *series = challenged->series;
	for (size_t i = series == NULL ? 0 : series->count; i-- > 0;) {
		const struct standing *standing = &series->standings[i];
		if (!standing_holds(standing) ||
		    (period->valid && !period_overlaps(period->as.period, standing->period)))
			continue;
		html_rating(html, standing_version(standing));
		rerating_note(html, standing);
		return;
	}
	html_say(html,
	         series == NULL ? PHRASE_OBSERVATION_NOT_KNOWN : PHRASE_OBSERVATION_NOT_ON_RECORD);
}

static void add_challenges(struct html *html, const struct told *told)
{
	enum { RATED, NOW, REASON, ANSWER, COLUMNS };
	static const enum phrase said[COLUMNS] = {PHRASE_OBSERVATION_RATING, PHRASE_OBSERVATION_NOW,
	                                          PHRASE_OVERSIGHT_QUESTIONED,
	                                          PHRASE_OVERSIGHT_ANSWER};
	const char *columns[COLUMNS];
	if (told->challenges == 0)
		return;
	html_columns(html, said, COLUMNS, columns);
	html_section(html, "challenges", PHRASE_OBSERVATION_CHALLENGED);
	html_table(html, HTML_TEXTS, html_phrase(html, PHRASE_OVERSIGHT_EACH), columns, COLUMNS);
	for (size_t i = 0; i < told->view->challenges.count; i++) {
		const struct challenged *challenged = &told->view->challenges.items[i];
		if (challenged->filed != told->filed)
			continue;
		html_add(html, "<tr id=\"challenge-%zu\">\n<th scope=\"row\" data-label=\"%s\">",
		         challenged->number + 1, columns[RATED]);
		add_rated(html, told, challenged);
		html_put(html, "</th>\n");
		html_cell(html, columns[NOW]);
		add_standing(html, challenged);
		html_put(html, "</td>\n");
		html_cell(html, columns[REASON]);
		html_lines(html, challenged->challenge->reason.text != NULL
		                         ? challenged->challenge->reason.text
		                         : "");
		html_put(html, "</td>\n");
		html_cell(html, columns[ANSWER]);
		challenge_answer_part(html, told->view, challenged);
		html_put(html, "</td>\n</tr>\n");
	}
	html_table_end(html);
	html_put(html, "</section>\n");
}

static void add_independent(struct html *html, const struct told *told)
{
	if (told->observation->independent.count == 0)
		return;
	html_section(html, "independent", PHRASE_OBSERVATION_INDEPENDENT);
	independent_table(html, told->view, NULL, told->filed);
	html_put(html, "</section>\n");
}

static void add_words(struct html *html, const struct told *told)
{
	struct filling filling;
	const struct period *latest = trend_period(&told->view->trend);
	filling_read(told->site->record, &told->view->plan, &told->view->plan.programme,
	             told->document, latest != NULL ? *latest : (struct period){0, 0}, &filling);
	const struct filed_version *version = filed_version(told->filed);
	const struct beside beside = {told->site->record, told->view, version->path,
	                              version->landing};
	beside_fill(&beside, &filling.in_pages);
	body_preface(html, told->document, &filling.in_pages);
	body_sections(html, told->document, 2, &filling.in_pages);
	filling_release(&filling);
	if (told->observation->response.text == NULL)
		return;
	html_section(html, "response", PHRASE_OBSERVATION_RESPONSE);
	html_put(html, "<p>");
	html_lines(html, told->observation->response.text);
	html_put(html, "</p>\n</section>\n");
}

int observation_page(const struct site_view *site, const struct plan_view *view,
                     const struct filed *filed, struct html *html, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct buf title = BUF_INIT;
	struct told told = {
		.site = site, .view = view, .filed = filed, .document = filed_document(filed)};
	(void)error;
	told.observation = told.document->observation;
	struct registers registers = registers_of_plan(site->record, &view->plan, &arena);
	told.body = told.observation->committee.text != NULL
	                    ? committee_name(&registers, told.observation->committee.text)
	                    : html_phrase(html, PHRASE_OBSERVATION_NOT_SAID);
	for (size_t i = 0; i < view->challenges.count; i++) {
		const struct challenged *challenged = &view->challenges.items[i];
		told.challenges += challenged->filed == filed ? 1 : 0;
		told.open += challenged->filed == filed && !challenge_answered(&challenged->answer)
		                     ? 1
		                     : 0;
	}
	said_filed(html, filed, &title);
	struct frame frame = inner_frame(site, view, title.bytes);
	frame_begin(html, &frame);
	document_banners(html, told.document);
	add_state(html, &told);
	add_facts(html, &told);
	add_challenges(html, &told);
	add_independent(html, &told);
	add_words(html, &told);
	document_answers(html, told.document);
	frame_end(html, &frame);
	buf_release(&title);
	arena_release(&arena);
	return 0;
}
