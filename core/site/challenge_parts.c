/* What oversight bodies say, as parts of pages: declared in view/pages.h. */
#include "site/pages.h"

#include <string.h>

#include "view/badge.h"

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

void challenge_notes(struct html *html, const struct plan_view *view, const struct series *series,
                     struct period period)
{
	for (size_t i = 0; view != NULL && i < view->challenges.count; i++) {
		const struct challenged *challenged = &view->challenges.items[i];
		bool open = !challenge_answered(&challenged->answer);
		if (!challenge_concerns(challenged, series, period))
			continue;
		html_put(html, "<span class=\"note\">Questioned by ");
		add_link(html, view, challenged->filed, challenged->number, challenged->body);
		if (challenged->observation->date.valid) {
			html_put(html, " on ");
			html_date(html, challenged->observation->date.as.date);
		}
		html_put(html, open ? ": <strong>open</strong></span>" : ": answered</span>");
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
		html_add(html, " <span class=\"note\"><a href=\"%s\">challenged, open</a></span>",
		         address);
		return;
	}
}

/* "Re-rated from Green to Amber on 18 January 2024 by Ann", which leads to the workstream. */
static void add_rerating(struct html *html, const struct plan_view *view,
                         const struct rerating *rerating)
{
	const struct version *version = rerating->version;
	char words[PERIOD_TEXT_SIZE];
	if (rerating->series != &view->plan.programme) {
		html_add(html, "<a href=\"%s.html#ratings\">%s</a>, ",
		         view->names[rerating->series - view->plan.workstreams],
		         rerating->series->title);
	} else {
		html_put(html, "<a href=\"index.html#programme\">The programme</a>, ");
	}
	html_add(html, "%s, ", period_words(rerating->standing->period, words));
	if (rerating->before != NULL)
		html_add(html, "re-rated from %s to %s on ", rating_words(rerating->before),
		         rating_words(version));
	else
		html_add(html, "rated %s on ", rating_words(version));
	html_day(html, version->landing->author.time);
	html_put(html, " by ");
	html_person(html, version->landing->author.name);
	if (version->reading->correction != NULL) {
		html_put(html, ", because: ");
		html_lines(html, version->reading->correction);
	}
}

void challenge_answer_part(struct html *html, const struct plan_view *view,
                           const struct challenged *challenged)
{
	const struct challenge_answer *answer = &challenged->answer;
	const struct response *response = answer->response;
	if (!challenge_answered(answer)) {
		html_put(html, "<strong>Open</strong>: nobody has answered it.");
		return;
	}
	if (answer->rerating != NULL) {
		add_rerating(html, view, answer->rerating);
		html_put(html, response != NULL || answer->to_all != NULL ? "<br />\n" : "");
	}
	if (response != NULL) {
		html_person(html, response->by.text != NULL ? response->by.text : "");
		if (response->on.valid) {
			html_put(html, " on ");
			html_date(html, response->on.as.date);
		}
		html_put(html, ": ");
		html_lines(html, response->text.text);
	} else if (answer->to_all != NULL) {
		html_put(html, "In the answer to the whole observation: ");
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
	static const char *const columns[CHALLENGE_COLUMNS] = {"Period", "What is questioned", "By",
	                                                       "Answer"};
	bool begun = false;
	for (size_t i = 0; i < view->challenges.count; i++) {
		const struct challenged *challenged = &view->challenges.items[i];
		const struct value *period = &challenged->challenge->period;
		char words[PERIOD_TEXT_SIZE];
		if (challenged->series != series)
			continue;
		if (!begun)
			html_table(html, HTML_TEXTS, "Each challenge, and what answers it", columns,
			           CHALLENGE_COLUMNS);
		begun = true;
		html_row(html, columns[PERIOD]);
		html_text(html, period->valid ? period_words(period->as.period, words)
		                              : "None in particular");
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
		html_put(html, "No report");
	else
		html_rating(html, own);
	if (own == NULL || own->level == SCALE_NONE || rating->level == SCALE_NONE ||
	    !scale_same(own->scale, rating->scale) || own->level == rating->level)
		return;
	int steps = own->level - rating->level;
	html_add(html, "<span class=\"note\">%d %s %s than the body's</span>",
	         steps > 0 ? steps : -steps, steps == 1 || steps == -1 ? "level" : "levels",
	         steps > 0 ? "worse" : "better");
}

enum { RATED_PERIOD, INDEPENDENT, OWN, CHANGE, RATED_BY, RATED_COLUMNS };

void independent_table(struct html *html, const struct plan_view *view, const struct series *series,
                       const struct filed *filed)
{
	static const char *const columns[RATED_COLUMNS] = {"Period", "The body's rating",
	                                                   "The officers' rating", "Change", "By"};
	bool begun = false;
	for (size_t i = 0; i < view->challenges.independent_count; i++) {
		const struct independent_rating *rating = &view->challenges.independent[i];
		char words[PERIOD_TEXT_SIZE];
		if ((series != NULL && rating->series != series) ||
		    (filed != NULL && rating->filed != filed))
			continue;
		if (!begun)
			html_table(
				html, HTML_PAIRS,
				"Ratings of oversight bodies beside the officers' own, by period",
				columns, RATED_COLUMNS);
		begun = true;
		html_row(html, columns[RATED_PERIOD]);
		if (filed != NULL)
			html_add(html, "%s, ",
			         rating->series == &view->plan.programme ? "The programme"
			                                                 : rating->series->title);
		html_add(html, "%s</th>\n", period_words(rating->period, words));
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
		html_sentence(html, direction_word(rating->direction));
		html_put(html, "</td>\n");
		html_cell(html, columns[RATED_BY]);
		const struct paper_view *paper =
			paper_find(view, rating->filed->kind, rating->filed->id);
		if (paper != NULL && filed == NULL)
			html_add(html, "<a href=\"%s.html\">%s</a>", paper->name, rating->body);
		else
			html_text(html, rating->body);
		html_put(html, "</td>\n</tr>\n");
	}
	if (begun)
		html_table_end(html);
}

void challenge_section(struct html *html, const struct plan_view *view, const struct series *series)
{
	if (!has_challenges(view, series))
		return;
	html_put(html, "<section aria-labelledby=\"challenged\">\n"
	               "<h2 id=\"challenged\">What oversight bodies said</h2>\n");
	add_challenges(html, view, series);
	independent_table(html, view, series, NULL);
	html_put(html, "</section>\n");
}
