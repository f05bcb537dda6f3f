/* What became of risks, report by report: declared in site/workstream_parts.h. */
#include "site/workstream_parts.h"

#include <string.h>

#include "base/map.h"
#include "chart/spans.h"

enum { MOST_ROWS = 36, MOST_CHANGES = 6 };

/* What one report says of a risk. */
struct said {
	size_t report;
	const struct risk_reading *risk;
};

/* A risk from report to report, up to and with the one that closes it. */
struct track {
	const char *title; /* as it was given last */
	struct said *said;
	size_t count, room;
	size_t number; /* in the table, from 1 */
};

struct tracks {
	struct reports reports; /* that list risks, and later ones that could */
	struct track *items;
	size_t count, room;
	struct map by_key;
	struct arena arena;
};

static struct track *track_of(struct tracks *tracks, const char *key)
{
	/* The place behind its number: items move as they grow. */
	size_t *place = map_get(&tracks->by_key, key);
	if (place != NULL)
		return &tracks->items[*place];
	tracks->items = arena_grow(&tracks->arena, tracks->items, tracks->count, &tracks->room,
	                           sizeof(*tracks->items));
	place = arena_new(&tracks->arena, sizeof(*place));
	*place = tracks->count;
	map_set(&tracks->by_key, key, place);
	tracks->items[tracks->count] = (struct track){.number = tracks->count + 1};
	return &tracks->items[tracks->count++];
}

static const struct said *last_said(const struct track *track)
{
	return &track->said[track->count - 1];
}

static void add_said(struct tracks *tracks, size_t report, const struct risk_reading *risk)
{
	const char *key = risk->id != NULL ? risk->id : risk->risk;
	if (key == NULL)
		return;
	struct track *track = track_of(tracks, key);
	if (track->count != 0 && (last_said(track)->report == report ||
	                          (last_said(track)->risk->closed && risk->closed)))
		return;
	track->said = arena_grow(&tracks->arena, track->said, track->count, &track->room,
	                         sizeof(*track->said));
	track->said[track->count++] = (struct said){report, risk};
	track->title = risk->risk != NULL ? risk->risk : key;
}

static void read_tracks(const struct series *series, struct tracks *tracks)
{
	struct reports all = reports_of(series, &tracks->arena);
	tracks->reports = (struct reports){all.items, 0};
	for (size_t i = 0; i < all.count; i++) {
		const struct reading *reading = report_reading(&all, i);
		const struct whole_reading *whole = reading->whole;
		if (!lists_risks(reading, tracks->reports.count))
			continue;
		for (size_t j = 0; j < whole->risk_count; j++)
			add_said(tracks, tracks->reports.count, &whole->risks[j]);
		tracks->reports.items[tracks->reports.count++] = all.items[i];
	}
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static enum span_end end_of(const struct tracks *tracks, const struct track *track)
{
	const struct said *last = last_said(track);
	if (last->risk->closed)
		return SPAN_DONE;
	return last->report + 1 == tracks->reports.count ? SPAN_OPEN : SPAN_GONE;
}

/* --- the picture --- */

static struct span_row row_of(struct tracks *tracks, const struct track *track)
{
	struct span_part *parts = arena_new(&tracks->arena, track->count * sizeof(*parts));
	size_t *marked = arena_new(&tracks->arena, track->count * sizeof(*marked));
	struct span_row row = {.parts = parts, .marked = marked, .end = end_of(tracks, track)};
	row.name = arena_printf(&tracks->arena, "%zu %s", track->number, track->title);
	for (size_t i = 0; i < track->count; i++) {
		const struct said *said = &track->said[i];
		const struct said *before = i == 0 ? NULL : &track->said[i - 1];
		if (before != NULL && !same_text(before->risk->mitigation, said->risk->mitigation))
			marked[row.marked_count++] = said->report;
		if (before != NULL && before->report + 1 == said->report &&
		    same_text(before->risk->rating, said->risk->rating))
			parts[row.count - 1].last = said->report;
		else
			parts[row.count++] =
				(struct span_part){said->report, said->report, said->risk->rating};
	}
	return row;
}

static void add_chart(struct html *html, struct tracks *tracks)
{
	struct span_row *rows = arena_new(&tracks->arena, tracks->count * sizeof(*rows));
	const char **columns = arena_new(&tracks->arena, tracks->reports.count * sizeof(*columns));
	for (size_t i = 0; i < tracks->count; i++)
		rows[i] = row_of(tracks, &tracks->items[i]);
	for (size_t i = 0; i < tracks->reports.count; i++) {
		char words[BADGE_PERIOD_SIZE];
		badge_period_short(html, tracks->reports.items[i]->period, words);
		columns[i] = arena_printf(&tracks->arena, "%s", words);
	}
	const struct span_chart spans = {
		.id = "risks-chart",
		.title = html_phrase(html, PHRASE_HISTORY_RISKS_CHART),
		.description = html_phrase(html, PHRASE_HISTORY_RISKS_WORDS),
		.columns = columns,
		.column_count = tracks->reports.count,
		.rows = rows,
		.count = tracks->count,
	};
	size_t shown = chart_spans(html, &spans);
	html_add(html, "<p class=\"note\">%s</p>\n", html_phrase(html, PHRASE_HISTORY_RISKS_KEY));
	shown_note(html, PHRASE_HISTORY_SHOWN_RISKS, shown, tracks->count);
	shown_note(html, PHRASE_HISTORY_SHOWN_PERIODS,
	           tracks->reports.count < SPANS_MOST_COLUMNS ? tracks->reports.count
	                                                      : SPANS_MOST_COLUMNS,
	           tracks->reports.count);
}

/* --- the table --- */

enum place_in_row { RISK, OPENED, RATINGS, MITIGATION, OWNER, NOW, COLUMNS };

static void add_period(struct html *html, const struct tracks *tracks, const struct said *said)
{
	char words[BADGE_PERIOD_SIZE];
	html_text(html,
	          badge_period_short(html, tracks->reports.items[said->report]->period, words));
}

/* One field of a risk. */
typedef const char *(*field_of)(const struct risk_reading *risk);

/* The first report from number FROM on that gives the field another value than BEFORE. */
static size_t next_value(const struct track *track, size_t from, field_of field, const char *before)
{
	while (from < track->count && (field(track->said[from].risk) == NULL ||
	                               same_text(field(track->said[from].risk), before)))
		from++;
	return from;
}

/*
 * What the field was, each time that it changed, with the first report that said so: the first
 * and the last, where there are very many.
 */
static void add_values(struct html *html, const struct tracks *tracks, const struct track *track,
                       field_of field, void (*add)(struct html *html, const char *text))
{
	const char *now = NULL;
	size_t changes = 0, number = 0;
	for (size_t i = 0; (i = next_value(track, i, field, now)) < track->count; changes++)
		now = field(track->said[i].risk);
	if (changes == 0)
		html_say(html, PHRASE_REPORT_NOT_GIVEN);
	now = NULL;
	for (size_t i = 0; (i = next_value(track, i, field, now)) < track->count; number++) {
		now = field(track->said[i].risk);
		if (number == 1 && number + MOST_CHANGES <= changes)
			html_put(html, "<br />\n…");
		if (number != 0 && number + MOST_CHANGES <= changes)
			continue;
		html_put(html, number != 0 ? "<br />\n" : "");
		add(html, now);
		if (number == 0)
			continue;
		html_put(html, " (");
		add_period(html, tracks, &track->said[i]);
		html_put(html, ")");
	}
}

static const char *rating_of(const struct risk_reading *risk)
{
	return risk->rating;
}

static const char *owner_of(const struct risk_reading *risk)
{
	return risk->owner;
}

/* The reports that gave another mitigation than the one before. */
static void add_mitigation(struct html *html, const struct tracks *tracks,
                           const struct track *track)
{
	size_t told = 0;
	for (size_t i = 1; i < track->count; i++) {
		if (same_text(track->said[i - 1].risk->mitigation, track->said[i].risk->mitigation))
			continue;
		html_put(html, told == 0 ? "" : ", ");
		if (told++ == MOST_CHANGES) {
			html_put(html, "…");
			return;
		}
		add_period(html, tracks, &track->said[i]);
	}
	if (told == 0)
		html_say(html, PHRASE_HISTORY_UNCHANGED);
}

static void add_now(struct html *html, const struct tracks *tracks, const struct track *track)
{
	const struct said *last = last_said(track);
	const struct risk_reading *risk = last->risk;
	char words[BADGE_PERIOD_SIZE];
	switch (end_of(tracks, track)) {
	case SPAN_OPEN:
		html_say(html, PHRASE_REPORT_RISK_OPEN);
		break;
	case SPAN_DONE:
		html_say(html, PHRASE_REPORT_RISK_CLOSED);
		html_put(html, ", ");
		if (risk->closed_on.year != 0)
			html_short_date(html, risk->closed_on);
		else
			add_period(html, tracks, last);
		break;
	case SPAN_GONE:
		html_tell(html, PHRASE_HISTORY_RISK_GONE,
		          badge_period(html, tracks->reports.items[last->report]->period, words));
		break;
	}
	if (risk->reason != NULL) {
		html_put(html, "<span class=\"note\">");
		written_brief(html, risk->reason);
		html_put(html, "</span>");
	}
}

static void add_row(struct html *html, const struct tracks *tracks, const struct track *track,
                    const char *const *columns)
{
	html_row(html, columns[RISK]);
	html_add(html, "%zu ", track->number);
	written_brief(html, track->title);
	html_put(html, "</th>\n");
	html_cell(html, columns[OPENED]);
	add_period(html, tracks, &track->said[0]);
	html_put(html, "</td>\n");
	html_cell(html, columns[RATINGS]);
	add_values(html, tracks, track, rating_of, written_brief);
	html_put(html, "</td>\n");
	html_cell(html, columns[MITIGATION]);
	add_mitigation(html, tracks, track);
	html_put(html, "</td>\n");
	html_cell(html, columns[OWNER]);
	add_values(html, tracks, track, owner_of, html_person);
	html_put(html, "</td>\n");
	html_cell(html, columns[NOW]);
	add_now(html, tracks, track);
	html_put(html, "</td>\n</tr>\n");
}

static void add_table(struct html *html, const struct tracks *tracks)
{
	const char *const columns[COLUMNS] = {
		[RISK] = html_phrase(html, PHRASE_REPORT_RISK),
		[OPENED] = html_phrase(html, PHRASE_HISTORY_OPENED),
		[RATINGS] = html_phrase(html, PHRASE_HISTORY_RISK_RATINGS),
		[MITIGATION] = html_phrase(html, PHRASE_HISTORY_MITIGATION),
		[OWNER] = html_phrase(html, PHRASE_REPORT_RISK_OWNER),
		[NOW] = html_phrase(html, PHRASE_HISTORY_RISK_NOW),
	};
	size_t shown = tracks->count < MOST_ROWS ? tracks->count : MOST_ROWS;
	html_table(html, HTML_TEXTS, html_phrase(html, PHRASE_HISTORY_RISKS_CAPTION), columns,
	           COLUMNS);
	for (size_t i = tracks->count - shown; i < tracks->count; i++)
		add_row(html, tracks, &tracks->items[i], columns);
	html_table_end(html);
	shown_note(html, PHRASE_HISTORY_TABLE_CUT, shown, tracks->count);
}

void risk_history(struct html *html, const struct series *series)
{
	struct tracks tracks = {.by_key = MAP_INIT, .arena = ARENA_INIT};
	read_tracks(series, &tracks);
	if (tracks.reports.count > 1) {
		part_begin(html, "risks-history", PHRASE_HISTORY_RISKS);
		add_chart(html, &tracks);
		add_table(html, &tracks);
		html_put(html, "</section>\n");
	}
	map_release(&tracks.by_key);
	arena_release(&tracks.arena);
}
