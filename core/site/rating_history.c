#include "site/changes.h"
#include "site/workstream_parts.h"

#include "view/badge.h"

enum place_in_row { PERIOD, RATING, SET_BY, SET_ON, LANDED_ON, COMMIT, COLUMNS };

static const enum phrase names[COLUMNS] = {
	PHRASE_RATING_PERIOD, PHRASE_RATING_RATING,    PHRASE_RATING_SET_BY,
	PHRASE_RATING_SET_ON, PHRASE_RATING_LANDED_ON, PHRASE_RATING_COMMIT,
};

/* The table that is being written. */
struct rating_run {
	struct html *html;
	const struct plan_view *view;
	const struct series *series;
	const char *columns[COLUMNS];
};

/* True when this version gave its period the rating; others changed only its text. */
static bool set_rating(const struct version *version)
{
	return version->rated == version;
}

/* " by Ann" */
static void add_by(struct html *html, const char *name)
{
	html_add(html, " %s ", html_phrase(html, PHRASE_CHANGE_BY));
	html_person(html, name);
}

void rerating_words(struct html *html, const struct plan_view *view, const struct version *before,
                    const struct version *version)
{
	const struct landing *rater = version_rater(version);
	html_tell(html, PHRASE_RATING_RERATED, badge_words(html, before),
	          badge_words(html, version));
	html_put(html, " ");
	html_day(html, rater->author.time);
	add_by(html, rater->author.name);
	html_put(html, version->reading->correction != NULL ? ", " : "; ");
	rerating_reason(html, view, version->reading->correction, version->reading->raised_by);
}

static void add_withdrawn(const struct rating_run *run, const struct landing *landing)
{
	struct html *html = run->html;
	html_add(html, "<span class=\"note\"><strong>%s</strong> %s ",
	         html_phrase(html, PHRASE_RATING_WITHDRAWN), html_phrase(html, PHRASE_CHANGE_ON));
	html_day(html, landing->committer.time);
	add_by(html, landing->author.name);
	html_add(html, "%s ", html_phrase(html, PHRASE_RATING_IN_COMMIT));
	landing_link(html, run->view, landing);
	html_put(html, "</span>");
}

static void add_rating(const struct rating_run *run, const struct standing *standing, size_t number,
                       bool superseded)
{
	const struct version *version = standing->versions[number];
	struct html *html = run->html;
	html_cell(html, run->columns[RATING]);
	html_rating(html, version);
	if (version->rerating) {
		html_put(html, "<span class=\"note\">");
		rerating_words(html, run->view, standing->versions[number - 1], version);
		html_put(html, "</span>");
	}
	if (superseded)
		html_add(html, "<span class=\"note\">%s</span>",
		         html_phrase(html, PHRASE_RATING_SUPERSEDED));
	else if (!standing_holds(standing))
		add_withdrawn(run, standing->withdrawn);
	if (!superseded)
		challenge_notes(html, run->view, run->series, standing->period);
	html_put(html, "</td>\n");
}

static void add_event(const struct rating_run *run, const struct standing *standing, size_t number,
                      bool superseded)
{
	const struct version *version = standing->versions[number];
	const struct landing *landing = version->landing, *rater = version_rater(version);
	struct html *html = run->html;
	char words[BADGE_PERIOD_SIZE];
	html_row(html, run->columns[PERIOD]);
	html_add(html, "%s</th>\n", badge_period(html, standing->period, words));
	add_rating(run, standing, number, superseded);
	html_cell(html, run->columns[SET_BY]);
	html_person(html, rater->author.name);
	html_put(html, "</td>\n");
	html_cell(html, run->columns[SET_ON]);
	html_short_day(html, rater->author.time);
	html_put(html, "</td>\n");
	html_cell(html, run->columns[LANDED_ON]);
	html_short_day(html, landing->committer.time);
	html_put(html, "</td>\n");
	html_cell(html, run->columns[COMMIT]);
	landing_link(html, run->view, landing);
	html_put(html, "</td>\n</tr>\n");
}

/* The earliest period that is shown: a workstream's page has a list of all versions besides,
 * and a plan's the pages of its periods. */
static size_t first_shown(const struct rating_run *run)
{
	enum { MOST_PERIODS = 36 };
	size_t count = run->series->count;
	size_t most = run->series == &run->view->plan.programme ? PLAN_MOST_PERIODS : MOST_PERIODS;
	return count > most ? count - most : 0;
}

void rating_table(struct html *html, const struct plan_view *view, const struct series *series,
                  const char *caption)
{
	struct rating_run run = {.html = html, .view = view, .series = series};
	size_t first = first_shown(&run);
	for (size_t i = 0; i < COLUMNS; i++)
		run.columns[i] = html_phrase(html, names[i]);
	html_table(html, HTML_PAIRS, caption, run.columns, COLUMNS);
	for (size_t i = series->count; i-- > first;) {
		const struct standing *standing = &series->standings[i];
		bool superseded = false;
		for (size_t j = standing->count; j-- > 0;) {
			if (!set_rating(standing->versions[j]))
				continue;
			add_event(&run, standing, j, superseded);
			superseded = true;
		}
	}
	html_table_end(html);
	shown_note(html,
	           series == &view->plan.programme ? PHRASE_MAP_LATEST : PHRASE_HISTORY_RATINGS_CUT,
	           series->count - first, series->count);
}
