#include "view/highlight_markdown.h"

#include <string.h>

#include "record/changes.h"
#include "view/filling.h"
#include "view/highlight.h"
#include "view/badge.h"
#include "view/trend_view.h"
#include "view/sections.h"

enum { PART = 2, SECTION = 3 }; /* levels of headings */

/* "2 improved, ..." becomes "2 improved, ..."; "steady: ..." becomes "Steady: ...". */
static void add_sentence(struct buf *out, struct buf *text)
{
	if (text->bytes[0] >= 'a' && text->bytes[0] <= 'z')
		text->bytes[0] = (char)(text->bytes[0] - 'a' + 'A');
	markdown_text(out, text->bytes);
}

static const char *words_of(const struct standing *standing, const char *missing)
{
	return standing != NULL ? rating_words(standing_version(standing)) : missing;
}

/* "re-rated from Green", where the rating was changed. */
static void add_rerating(struct buf *out, const struct standing *standing)
{
	const struct version *before;
	if (standing == NULL || standing_rerating(standing, &before) == NULL)
		return;
	buf_text(out, ", re-rated from ");
	markdown_text(out, rating_words(before));
}

static void add_day(struct buf *out, const char *between, struct date date)
{
	char words[DATE_TEXT_SIZE];
	buf_printf(out, "%s%s", between, date_words(date, words));
}

static void add_top(struct buf *out, const struct highlight *highlight)
{
	const struct landing *tip = &highlight->site.record->tip;
	const struct plan *plan = highlight->view.plan.plan;
	char words[PERIOD_TEXT_SIZE], hex[OBJECT_HEX_SIZE];
	buf_text(out, "# ");
	markdown_text(out, plan->title.text != NULL ? plan->title.text : highlight->view.plan.id);
	buf_text(out, "\n\n");
	if (plan->organisation.text != NULL) {
		markdown_text(out, plan->organisation.text);
		buf_text(out, "\n\n");
	}
	buf_printf(out, "Programme highlight report for %s. As it stood on record on ",
	           period_words(highlight->period, words));
	add_day(out, "", date_from_time(landing_time(tip)));
	buf_printf(out, ", commit %.*s.\n\n", OBJECT_SHORT, object_hex(&tip->id, hex));
}

static void add_programme(struct buf *out, const struct highlight *highlight)
{
	const struct standing *standing = highlight->view.trend.programme.current;
	const struct overview *overview =
		highlight->overview != NULL ? highlight->overview->overview : NULL;
	struct buf sentence = BUF_INIT;
	buf_text(out, "**Programme rating: ");
	markdown_text(out, words_of(standing, "not declared"));
	buf_text(out, "**");
	add_rerating(out, standing);
	if (overview != NULL && overview->director.text != NULL) {
		buf_text(out, ". Declared by ");
		markdown_person(out, overview->director.text);
		if (overview->completed_on.valid)
			add_day(out, " on ", overview->completed_on.as.date);
	}
	buf_text(out, ".\n\n");
	trend_sentence(&highlight->view.trend, &sentence);
	add_sentence(out, &sentence);
	buf_text(out, ".\n");
	buf_release(&sentence);
}

/* What only readers of the document should know: that it is a draft, or from a paper. */
static void add_banners(struct buf *out, const struct document *document)
{
	const struct imported *imported = document->update != NULL ? &document->update->imported
	                                  : document->overview != NULL
	                                          ? &document->overview->imported
	                                          : NULL;
	if (document_is_draft(document))
		buf_text(out, "**Draft.** This has not been agreed and may change.\n\n");
	if (imported == NULL || imported->source.text == NULL)
		return;
	buf_text(out, "**Transcribed** from: ");
	markdown_text(out, imported->source.text);
	buf_text(out, ".\n\n");
}

static void add_section(struct buf *out, const struct document *document, int section,
                        const struct filling *filling)
{
	const struct body *body = &document->body;
	struct buf text = BUF_INIT;
	if (section != BODY_PREFACE)
		markdown_heading(out, SECTION, body->sections[section].title);
	if (section != BODY_PREFACE && body->sections[section].empty)
		buf_text(&text, "Nothing was written here.\n");
	else
		body_markdown(body, section, SECTION + 1, &filling->in_markdown, &text);
	if (strspn(text.bytes, "\n") != text.length)
		html_tame(out, text.bytes, text.length);
	buf_release(&text);
}

static void add_body(struct buf *out, const struct highlight *highlight,
                     const struct trend_row *row, const struct document *document)
{
	struct filling filling;
	int section;
	filling_read(highlight->site.record, &highlight->view.plan, row->series, document,
	             row->current->period, &filling);
	add_section(out, document, BODY_PREFACE, &filling);
	for (size_t i = 0; (section = sections_at(document, i)) >= 0; i++)
		add_section(out, document, section, &filling);
	filling_release(&filling);
}

static void add_overview(struct buf *out, const struct highlight *highlight)
{
	const struct document *document = highlight->overview;
	if (document == NULL)
		return;
	markdown_heading(out, PART, "Programme overview");
	add_banners(out, document);
	if (document->overview != NULL && document->overview->roll_up_reason.text != NULL) {
		buf_text(out, "**Why the programme is rated so:** ");
		markdown_lines(out, document->overview->roll_up_reason.text);
		buf_text(out, "\n\n");
	}
	add_body(out, highlight, &highlight->view.trend.programme, document);
}

/* --- the status table --- */

static void add_standing(struct buf *out, const struct standing *standing, const char *missing,
                         bool dated)
{
	char words[PERIOD_TEXT_SIZE];
	buf_text(out, "| ");
	markdown_text(out, words_of(standing, missing));
	add_rerating(out, standing);
	if (dated && standing != NULL)
		buf_printf(out, " (%s)", period_short(standing->period, words));
	buf_byte(out, ' ');
}

static void add_row(struct buf *out, const struct trend_row *row, const char *title,
                    const char *missing)
{
	char text[DATE_TEXT_SIZE];
	struct date forecast = {0, 0, 0};
	markdown_cell(out, title);
	add_standing(out, row->current, missing, false);
	add_standing(out, row->previous, "none on record", true);
	markdown_cell(out, row->current != NULL ? direction_word(row->direction) : missing);
	if (row->held > 0)
		buf_printf(out, "| %d period%s ", row->held, row->held == 1 ? "" : "s");
	else
		buf_text(out, "| – ");
	if (row->current != NULL)
		forecast = standing_version(row->current)->reading->forecast;
	markdown_cell(out, forecast.year != 0 ? date_short(forecast, text) : "not given");
	markdown_row_end(out);
}

static void add_status(struct buf *out, const struct highlight *highlight)
{
	static const char *const columns[] = {"Workstream", "This period", "Last period",
	                                      "Change",     "Held for",    "Forecast finish"};
	const struct plan_view *view = &highlight->view;
	markdown_heading(out, PART, "Status of the workstreams");
	markdown_table(out, columns, sizeof(columns) / sizeof(columns[0]));
	for (size_t i = 0; i < view->trend.count; i++)
		add_row(out, &view->trend.rows[i], view->trend.rows[i].series->title, "no report");
	add_row(out, &view->trend.programme, "Programme as a whole", "not declared");
	if (view->exempt_workstreams + view->exempt_reports != 0)
		buf_printf(
			out,
			"\nWhat is exempt from publication is left out: %zu workstream%s and, of "
			"all periods, %zu report%s.\n",
			view->exempt_workstreams, view->exempt_workstreams == 1 ? "" : "s",
			view->exempt_reports, view->exempt_reports == 1 ? "" : "s");
}

/* --- workstreams --- */

static void add_source(struct buf *out, const struct standing *standing)
{
	const struct version *version = standing_version(standing);
	const struct landing *set = version_rater(version), *last = version->landing;
	char hex[OBJECT_HEX_SIZE];
	buf_text(out, "Rating set by ");
	markdown_person(out, set->author.name);
	add_day(out, " on ", date_from_time(set->author.time));
	buf_printf(out, ", commit %.*s", OBJECT_SHORT, object_hex(&set->id, hex));
	if (version != version->rated) {
		buf_text(out, ". Text last changed by ");
		markdown_person(out, last->author.name);
		add_day(out, " on ", date_from_time(last->author.time));
		buf_printf(out, ", commit %.*s", OBJECT_SHORT, object_hex(&last->id, hex));
	}
	buf_text(out, ".\n\n");
}

static void add_report(struct buf *out, const struct highlight *highlight,
                       const struct trend_row *row, const struct document *document)
{
	struct buf sentence = BUF_INIT;
	add_banners(out, document);
	buf_text(out, "**");
	markdown_text(out, words_of(row->current, ""));
	buf_text(out, "**");
	add_rerating(out, row->current);
	buf_text(out, ". ");
	direction_text(&sentence, row);
	add_sentence(out, &sentence);
	buf_text(out, "\n\n");
	buf_release(&sentence);
	if (document->update != NULL) {
		markdown_update_purpose(out, document->update);
		markdown_update_facts(out, document->update);
		if (document->update->sponsor_signed.by.text == NULL &&
		    !document_is_imported(document))
			buf_text(out, "No sign-off by the sponsor is on record.\n\n");
	}
	add_source(out, row->current);
	add_body(out, highlight, row, document);
	if (document->update != NULL) {
		markdown_update_parts(out, document->update);
		markdown_update_answers(out, document->update);
	}
}

static void add_missing(struct buf *out, const struct highlight *highlight,
                        const struct trend_row *row)
{
	char words[PERIOD_TEXT_SIZE];
	buf_printf(out, "%s for %s.", highlight_missing(highlight, row),
	           period_words(highlight->period, words));
	if (row->previous != NULL) {
		buf_text(out, " The last rating before it: ");
		markdown_text(out, words_of(row->previous, ""));
		buf_printf(out, " for %s.", period_words(row->previous->period, words));
	}
	buf_byte(out, '\n');
}

static void add_meanings(struct buf *out, const struct scale *scale)
{
	static const char *const columns[] = {"Rating", "What it means"};
	markdown_heading(out, PART, "What the ratings mean");
	markdown_table(out, columns, 2);
	for (size_t i = 0; i < scale->count; i++) {
		markdown_cell(out, scale->levels[i].label);
		markdown_cell(out, scale->levels[i].meaning);
		markdown_row_end(out);
	}
	if (scale->source[0] != '\0') {
		buf_text(out, "\nSource: ");
		markdown_text(out, scale->source);
		buf_text(out, ".\n");
	}
	if (scale->version[0] != '\0') {
		buf_text(out, "\nVersion: ");
		markdown_text(out, scale->version);
		buf_text(out, ".\n");
	}
}

void highlight_as_markdown(const struct highlight *highlight, struct buf *out)
{
	const struct trend *trend = &highlight->view.trend;
	add_top(out, highlight);
	add_programme(out, highlight);
	add_overview(out, highlight);
	add_status(out, highlight);
	for (size_t i = 0; i < trend->count; i++) {
		markdown_heading(out, PART, trend->rows[i].series->title);
		if (highlight->documents[i] != NULL)
			add_report(out, highlight, &trend->rows[i], highlight->documents[i]);
		else
			add_missing(out, highlight, &trend->rows[i]);
	}
	add_meanings(out, &highlight->view.plan.plan->scale);
}
