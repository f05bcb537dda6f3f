#include "site/pages.h"

#include "view/badge.h"

enum place_in_row { PERIOD, RATING, SET_BY, SET_ON, LANDED_ON, COMMIT, COLUMNS };

static const char *const columns[COLUMNS] = {
	"Period", "Rating", "Set by", "Set on", "On record since", "Commit",
};

/* True when this version gave its period the rating; others changed only its text. */
static bool set_rating(const struct version *version)
{
	return version->rated == version;
}

/* "Green, re-rated Amber on 18 January 2024 by ..., because ...". */
static void add_rerating(struct html *html, const struct plan_view *view,
                         const struct version *before, const struct version *version)
{
	const struct reading *reading = version->reading;
	html_add(html, "<span class=\"note\">%s, re-rated %s on ", rating_words(before),
	         rating_words(version));
	html_day(html, version->landing->author.time);
	html_put(html, " by ");
	html_person(html, version->landing->author.name);
	if (reading->correction != NULL) {
		html_put(html, ", because: ");
		html_lines(html, reading->correction);
	} else {
		html_put(html, "; no reason was given");
	}
	if (reading->raised_by != NULL) {
		html_put(html, " (raised by ");
		raised_by_link(html, view, reading->raised_by);
		html_put(html, ")");
	}
	html_put(html, "</span>");
}

static void add_withdrawn(struct html *html, const struct landing *landing)
{
	html_put(html, "<span class=\"note\"><strong>Withdrawn</strong> on ");
	html_day(html, landing->committer.time);
	html_put(html, " by ");
	html_person(html, landing->author.name);
	html_put(html, ", commit ");
	html_commit(html, &landing->id);
	html_put(html, "</span>");
}

static void add_event(struct html *html, const struct plan_view *view, const struct series *series,
                      const struct standing *standing, size_t number, bool superseded)
{
	const struct version *version = standing->versions[number];
	const struct landing *landing = version->landing;
	char words[PERIOD_TEXT_SIZE];
	html_row(html, columns[PERIOD]);
	html_add(html, "%s</th>\n", period_words(standing->period, words));
	html_cell(html, columns[RATING]);
	html_rating(html, version);
	if (version->rerating)
		add_rerating(html, view, standing->versions[number - 1], version);
	if (superseded)
		html_put(html, "<span class=\"note\">Re-rated later: see above</span>");
	else if (!standing_holds(standing))
		add_withdrawn(html, standing->withdrawn);
	if (!superseded)
		challenge_notes(html, view, series, standing->period);
	html_put(html, "</td>\n");
	html_cell(html, columns[SET_BY]);
	html_person(html, landing->author.name);
	html_put(html, "</td>\n");
	html_cell(html, columns[SET_ON]);
	html_short_day(html, landing->author.time);
	html_put(html, "</td>\n");
	html_cell(html, columns[LANDED_ON]);
	html_short_day(html, landing->committer.time);
	html_put(html, "</td>\n");
	html_cell(html, columns[COMMIT]);
	html_commit(html, &landing->id);
	html_put(html, "</td>\n</tr>\n");
}

void rating_table(struct html *html, const struct plan_view *view, const struct series *series,
                  const char *caption)
{
	html_table(html, HTML_PAIRS, caption, columns, COLUMNS);
	for (size_t i = series->count; i-- > 0;) {
		const struct standing *standing = &series->standings[i];
		bool superseded = false;
		for (size_t j = standing->count; j-- > 0;) {
			if (!set_rating(standing->versions[j]))
				continue;
			add_event(html, view, series, standing, j, superseded);
			superseded = true;
		}
	}
	html_table_end(html);
}
