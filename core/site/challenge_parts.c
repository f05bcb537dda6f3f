/* What oversight bodies say, as parts of pages: declared in view/pages.h. */
#include "site/pages.h"

#include <stdlib.h>
#include <string.h>

#include "view/badge.h"
#include "view/said.h"

/* A link to the challenge on the page of its observation, or TEXT alone where that has none. */
static void add_link(struct html *html, const struct plan_view *view, const struct filed *filed,
                     size_t number, const char *text)
{
	const struct paper_view *paper = paper_find(view, filed->kind, filed->id);
	if (paper != NULL)
		html_add(html, "<a href=\"%s.html#challenge-%zu\">%s</a>", paper->name, number + 1,
		         text);
	else
		html_text(html, text);
}

void raised_by_link(struct html *html, const struct plan_view *view, const char *raised_by)
{
	for (size_t i = 0; view != NULL && i < view->challenges.count; i++) {
		const struct challenged *challenged = &view->challenges.items[i];
		const struct challenge_answer *answer = &challenged->answer;
		/* Of several with one id, one that this answers. */
		if (!answer->named || strcmp(answer->rerating->raised_by, raised_by) != 0)
			continue;
		add_link(html, view, challenged->filed, challenged->number, challenged->body);
		return;
	}
	html_person(html, raised_by);
}

/* "Questioned by the board on 20 September 2023: open" */
static void add_note(struct html *html, const struct plan_view *view,
                     const struct challenged *challenged, bool open)
{
	struct html body = html_part(html), day = html_part(html), state = html_part(html);
	add_link(&body, view, challenged->filed, challenged->number, challenged->body);
	html_add(&state, open ? "<strong>%s</strong>" : "%s",
	         html_phrase(html,
	                     open ? PHRASE_OVERSIGHT_STATE_OPEN : PHRASE_OVERSIGHT_STATE_ANSWERED));
	if (challenged->observation->date.valid) {
		html_date(&day, challenged->observation->date.as.date);
		html_weave(html, PHRASE_OVERSIGHT_NOTE_DAY, body.text.bytes, day.text.bytes,
		           state.text.bytes);
	} else {
		html_weave(html, PHRASE_OVERSIGHT_NOTE_OPEN, body.text.bytes, state.text.bytes);
	}
	html_release(&body);
	html_release(&day);
	html_release(&state);
}

void challenge_notes(struct html *html, const struct plan_view *view, const struct series *series,
                     struct period period)
{
	for (size_t i = 0; view != NULL && i < view->challenges.count; i++) {
		const struct challenged *challenged = &view->challenges.items[i];
		bool open = !challenge_answered(&challenged->answer);
		if (!challenge_concerns(challenged, series, period))
			continue;
		html_put(html, "<span class=\"note\">");
		add_note(html, view, challenged, open);
		html_put(html, "</span>");
	}
}

void challenge_mark(struct html *html, const struct plan_view *view, const struct series *series,
                    const struct standing *standing, const char *address)
{
	for (size_t i = 0; i < view->challenges.count; i++) {
		const struct challenged *challenged = &view->challenges.items[i];
		if (!challenge_concerns(challenged, series, standing->period) ||
		    challenge_answered(&challenged->answer))
			continue;
		html_add(html, " <span class=\"note\"><a href=\"%s\">%s</a></span>", address,
		         html_phrase(html, PHRASE_OVERSIGHT_MARK));
		return;
	}
}

/* "re-rated from Green to Amber on 18 January 2024 by Ann" */
static void add_deed(struct html *html, const struct rerating *rerating)
{
	const struct version *version = rerating->version;
	struct html before = html_part(html), now = html_part(html), day = html_part(html),
		    who = html_part(html);
	html_text(&now, badge_words(html, version));
	html_day(&day, version->landing->author.time);
	html_person(&who, version->landing->author.name);
	if (rerating->before != NULL) {
		html_text(&before, badge_words(html, rerating->before));
		html_weave(html, PHRASE_OVERSIGHT_RERATED, before.text.bytes, now.text.bytes,
		           day.text.bytes, who.text.bytes);
	} else {
		html_weave(html, PHRASE_OVERSIGHT_RATED, now.text.bytes, day.text.bytes,
		           who.text.bytes);
	}
	html_release(&before);
	html_release(&now);
	html_release(&day);
	html_release(&who);
}

/* Which rating was changed, as a link to its workstream's; how, and why. */
static void add_rerating(struct html *html, const struct plan_view *view,
                         const struct rerating *rerating)
{
	const struct version *version = rerating->version;
	char words[BADGE_PERIOD_SIZE];
	if (rerating->series != &view->plan.programme)
		html_add(html, "<a href=\"%s.html#ratings\">%s</a>, ",
		         view->names[rerating->series - view->plan.workstreams],
		         rerating->series->title);
	else
		html_add(html, "<a href=\"index.html#programme\">%s</a>, ",
		         html_phrase(html, PHRASE_OVERSIGHT_PROGRAMME));
	html_add(html, "%s, ", badge_period(html, rerating->standing->period, words));
	add_deed(html, rerating);
	if (version->reading->correction != NULL) {
		html_say(html, PHRASE_OVERSIGHT_BECAUSE);
		html_lines(html, version->reading->correction);
	}
}

/* "Ann on 18 January 2024: " */
static void add_answerer(struct html *html, const struct response *response)
{
	struct html who = html_part(html), day = html_part(html);
	html_person(&who, response->by.text != NULL ? response->by.text : "");
	if (response->on.valid) {
		html_date(&day, response->on.as.date);
		html_weave(html, PHRASE_OVERSIGHT_ANSWER_ON, who.text.bytes, day.text.bytes);
	} else {
		html_put(html, who.text.bytes);
		html_put(html, ": ");
	}
	html_release(&who);
	html_release(&day);
}

void challenge_answer_part(struct html *html, const struct plan_view *view,
                           const struct challenged *challenged)
{
	const struct challenge_answer *answer = &challenged->answer;
	const struct response *response = answer->response;
	if (!challenge_answered(answer)) {
		struct html open = html_part(html);
		html_add(&open, "<strong>%s</strong>", html_phrase(html, PHRASE_OVERSIGHT_OPEN));
		html_weave(html, PHRASE_OVERSIGHT_NO_ANSWER, open.text.bytes);
		html_release(&open);
		return;
	}
	if (answer->rerating != NULL) {
		add_rerating(html, view, answer->rerating);
		html_put(html, response != NULL || answer->to_all != NULL ? "<br />\n" : "");
	}
	if (response != NULL) {
		add_answerer(html, response);
		html_lines(html, response->text.text);
	} else if (answer->to_all != NULL) {
		html_say(html, PHRASE_OVERSIGHT_ANSWER_TO_ALL);
		html_lines(html, answer->to_all);
	}
}

bool has_challenges(const struct plan_view *view, const struct series *series)
{
	for (size_t i = 0; i < view->challenges.count; i++)
		if (view->challenges.items[i].series == series)
			return true;
	for (size_t i = 0; i < view->challenges.independent_count; i++)
		if (view->challenges.independent[i].series == series)
			return true;
	return false;
}

enum { PERIOD, QUESTIONED, BY, ANSWER, CHALLENGE_COLUMNS };

static void add_challenges(struct html *html, const struct plan_view *view,
                           const struct series *series)
{
	static const enum phrase said[CHALLENGE_COLUMNS] = {
		PHRASE_OVERSIGHT_PERIOD, PHRASE_OVERSIGHT_QUESTIONED, PHRASE_OVERSIGHT_BY,
		PHRASE_OVERSIGHT_ANSWER};
	const char *columns[CHALLENGE_COLUMNS];
	bool begun = false;
	html_columns(html, said, CHALLENGE_COLUMNS, columns);
	for (size_t i = 0; i < view->challenges.count; i++) {
		const struct challenged *challenged = &view->challenges.items[i];
		const struct value *period = &challenged->challenge->period;
		char words[BADGE_PERIOD_SIZE];
		if (challenged->series != series)
			continue;
		if (!begun)
			html_table(html, HTML_TEXTS, html_phrase(html, PHRASE_OVERSIGHT_EACH),
			           columns, CHALLENGE_COLUMNS);
		begun = true;
		html_row(html, columns[PERIOD]);
		html_text(html, period->valid ? badge_period(html, period->as.period, words)
		                              : html_phrase(html, PHRASE_OVERSIGHT_NO_PERIOD));
		html_put(html, "</th>\n");
		html_cell(html, columns[QUESTIONED]);
		html_lines(html, challenged->challenge->reason.text != NULL
		                         ? challenged->challenge->reason.text
		                         : "");
		html_put(html, "</td>\n");
		html_cell(html, columns[BY]);
		add_link(html, view, challenged->filed, challenged->number, challenged->body);
		if (challenged->observation->date.valid) {
			html_put(html, ", ");
			html_short_date(html, challenged->observation->date.as.date);
		}
		html_put(html, "</td>\n");
		html_cell(html, columns[ANSWER]);
		challenge_answer_part(html, view, challenged);
		html_put(html, "</td>\n</tr>\n");
	}
	if (begun)
		html_table_end(html);
}

/* The officers' own rating of that period, or NULL. */
static const struct version *own_rating(const struct series *series, struct period period)
{
	for (size_t i = series == NULL ? 0 : series->count; i-- > 0;)
		if (standing_holds(&series->standings[i]) &&
		    period_overlaps(series->standings[i].period, period))
			return standing_version(&series->standings[i]);
	return NULL;
}

static void add_level(struct html *html, const struct independent_rating *rating)
{
	const struct reading reading = {.rag = rating->label};
	const struct version version = {
		.scale = rating->scale, .level = rating->level, .reading = &reading};
	html_rating(html, &version);
}

/* How a rating of a body's own stands to the officers'. */
static void add_compared(struct html *html, const struct independent_rating *rating,
                         const struct version *own)
{
	if (own == NULL)
		html_say(html, PHRASE_OVERSIGHT_NO_REPORT);
	else
		html_rating(html, own);
	if (own == NULL || own->level == SCALE_NONE || rating->level == SCALE_NONE ||
	    !scale_same(own->scale, rating->scale) || own->level == rating->level)
		return;
	int steps = own->level - rating->level;
	bool one = abs(steps) == 1;
	char number[HTML_NUMBER_SIZE];
	html_put(html, "<span class=\"note\">");
	html_tell(html,
	          steps > 0
	                  ? (one ? PHRASE_OVERSIGHT_LEVEL_WORSE : PHRASE_OVERSIGHT_LEVELS_WORSE)
	                  : (one ? PHRASE_OVERSIGHT_LEVEL_BETTER : PHRASE_OVERSIGHT_LEVELS_BETTER),
	          html_number((size_t)abs(steps), number));
	html_put(html, "</span>");
}

enum { RATED_PERIOD, INDEPENDENT, OWN, CHANGE, RATED_BY, RATED_COLUMNS };

static void add_independent(struct html *html, const struct plan_view *view,
                            const struct independent_rating *rating, bool of_one_body,
                            const char *const columns[RATED_COLUMNS])
{
	char words[BADGE_PERIOD_SIZE];
	const struct paper_view *paper = paper_find(view, rating->filed->kind, rating->filed->id);
	html_row(html, columns[RATED_PERIOD]);
	if (of_one_body)
		html_add(html, "%s, ",
		         rating->series == &view->plan.programme
		                 ? html_phrase(html, PHRASE_OVERSIGHT_PROGRAMME)
		                 : rating->series->title);
	html_add(html, "%s</th>\n", badge_period(html, rating->period, words));
	html_cell(html, columns[INDEPENDENT]);
	add_level(html, rating);
	if (rating->independent->reason.text != NULL) {
		html_put(html, "<span class=\"note\">");
		html_lines(html, rating->independent->reason.text);
		html_put(html, "</span>");
	}
	html_put(html, "</td>\n");
	html_cell(html, columns[OWN]);
	add_compared(html, rating, own_rating(rating->series, rating->period));
	html_put(html, "</td>\n");
	html_cell(html, columns[CHANGE]);
	html_sentence(html, said_direction(html, rating->direction));
	html_put(html, "</td>\n");
	html_cell(html, columns[RATED_BY]);
	if (paper != NULL && !of_one_body)
		html_add(html, "<a href=\"%s.html\">%s</a>", paper->name, rating->body);
	else
		html_text(html, rating->body);
	html_put(html, "</td>\n</tr>\n");
}

void independent_table(struct html *html, const struct plan_view *view, const struct series *series,
                       const struct filed *filed)
{
	static const enum phrase said[RATED_COLUMNS] = {
		PHRASE_OVERSIGHT_PERIOD, PHRASE_OVERSIGHT_BODY_RATING,
		PHRASE_OVERSIGHT_OFFICERS_RATING, PHRASE_OVERSIGHT_CHANGE, PHRASE_OVERSIGHT_BY};
	const char *columns[RATED_COLUMNS];
	bool begun = false;
	html_columns(html, said, RATED_COLUMNS, columns);
	for (size_t i = 0; i < view->challenges.independent_count; i++) {
		const struct independent_rating *rating = &view->challenges.independent[i];
		if ((series != NULL && rating->series != series) ||
		    (filed != NULL && rating->filed != filed))
			continue;
		if (!begun)
			html_table(html, HTML_PAIRS,
			           html_phrase(html, PHRASE_OVERSIGHT_INDEPENDENT), columns,
			           RATED_COLUMNS);
		begun = true;
		add_independent(html, view, rating, filed != NULL, columns);
	}
	if (begun)
		html_table_end(html);
}

void challenge_section(struct html *html, const struct plan_view *view, const struct series *series)
{
	if (!has_challenges(view, series))
		return;
	html_section(html, "challenged", PHRASE_OVERSIGHT_HEADING);
	add_challenges(html, view, series);
	independent_table(html, view, series, NULL);
	html_section_end(html);
}
