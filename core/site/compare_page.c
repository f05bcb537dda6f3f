/* The pages of what changed from one meeting to the next. */
#include <stdio.h>
#include <string.h>

#include "site/changes.h"
#include "site/kinds.h"
#include "view/exempt.h"
#include "view/meeting_compare.h"

enum place_in_row { WORKSTREAM, THEN, NOW, CHANGE, COLUMNS };

static const enum phrase names[COLUMNS] = {PHRASE_MEETINGS_WORKSTREAM, PHRASE_MEETINGS_THEN,
                                           PHRASE_MEETINGS_NOW, PHRASE_MEETINGS_CHANGE};

/* A page that is being written. */
struct compare_run {
	struct html *html;
	const struct plan_view *view;
	size_t number; /* of the meeting that it begins with */
	const struct meeting_comparison *compared;
	const char *columns[COLUMNS];
};

static bool is_last(const struct meetings *meetings, size_t number)
{
	return number + 1 == meetings->count;
}

/* "Board, 20 September 2023", or the tag where no register has the meeting. Release it. */
static struct buf meeting_label(const struct html *html, const struct meetings *meetings,
                                size_t number)
{
	const struct marked_meeting *tag = &meetings->items[number];
	const struct meeting *meeting = tag->meeting;
	struct buf label = BUF_INIT;
	if (meeting == NULL || meeting->committee.text == NULL || !meeting->date.valid) {
		buf_text(&label, tag->name);
		return label;
	}
	struct date date = meeting->date.as.date;
	buf_printf(&label, "%s, %d %s %d",
	           committee_name(&meetings->registers, meeting->committee.text), date.day,
	           html_phrase(html, (enum phrase)((int)PHRASE_JANUARY + date.month - 1)),
	           date.year);
	return label;
}

/* "What changed from Board, 26 July 2023 to Board, 20 September 2023". Release it. */
static struct buf comparison_title(const struct html *html, const struct meetings *meetings,
                                   size_t number, enum phrase between, enum phrase since)
{
	struct buf from = meeting_label(html, meetings, number), to = BUF_INIT;
	if (!is_last(meetings, number))
		to = meeting_label(html, meetings, number + 1);
	struct buf title = plain_phrase(html, is_last(meetings, number) ? since : between,
	                                from.bytes, to.bytes);
	buf_release(&from);
	buf_release(&to);
	return title;
}

static void add_end(const struct compare_run *run, enum phrase name, bool end)
{
	const struct meetings *meetings = &run->view->meetings;
	const struct landing *landing = end ? run->compared->to : run->compared->from;
	size_t number = run->number + (end ? 1 : 0);
	struct html *html = run->html;
	html_fact(html, html_phrase(html, name));
	if (number == meetings->count) {
		html_say(html, PHRASE_MEETINGS_LATEST);
	} else {
		struct buf label = meeting_label(html, meetings, number);
		html_text(html, label.bytes);
		if (strcmp(label.bytes, meetings->items[number].name) != 0)
			html_add(html, " (<code class=\"long\">%s</code>)",
			         meetings->items[number].name);
		buf_release(&label);
	}
	html_add(html, ", %s ", html_phrase(html, PHRASE_MEETINGS_COMMIT));
	landing_link(html, run->view, landing);
	html_put(html, ", ");
	html_day(html, landing->committer.time);
	html_fact_end(html);
}

static void add_version(const struct compare_run *run, enum place_in_row column,
                        const struct version *version)
{
	struct html *html = run->html;
	char period[BADGE_PERIOD_SIZE];
	html_cell(html, run->columns[column]);
	if (version == NULL) {
		html_say(html, PHRASE_MEETINGS_NONE_THEN);
	} else {
		html_rating(html, version);
		html_add(html, "<span class=\"note\">%s</span>",
		         badge_period_short(html, version->reading->period, period));
	}
	html_put(html, "</td>\n");
}

/* As a sentence that begins with a capital letter. */
static void add_outcome(struct html *html, const struct comparison_row *row)
{
	struct html words = {.text = BUF_INIT, .language = html->language};
	if (row->added)
		html_say(&words, PHRASE_SINCE_ADDED);
	if (row->removed)
		html_say(&words, PHRASE_SINCE_REMOVED);
	outcome_words(&words, row);
	if (words.text.bytes[0] >= 'a' && words.text.bytes[0] <= 'z')
		words.text.bytes[0] = (char)(words.text.bytes[0] - 'a' + 'A');
	html_put(html, "<strong>");
	buf_add(&html->text, words.text.bytes, words.text.length);
	html_put(html, "</strong>");
	html_release(&words);
}

/* Ratings that were not on record then, and were changed again before the end. */
static void add_reratings(const struct compare_run *run, const struct comparison_row *row)
{
	size_t from = run->compared->from->number;
	struct html *html = run->html;
	char period[BADGE_PERIOD_SIZE];
	for (size_t i = row->series->count; i-- > 0;) {
		const struct standing *standing = &row->series->standings[i];
		if (standing->versions[0]->landing->number <= from)
			continue;
		for (size_t j = 1; j < standing->count; j++) {
			if (!standing->versions[j]->rerating)
				continue;
			html_add(html, "<span class=\"note\">%s: ",
			         badge_period(html, standing->period, period));
			rerating_words(html, run->view, standing->versions[j - 1],
			               standing->versions[j]);
			html_put(html, "</span>\n");
		}
	}
}

static void add_row(const struct compare_run *run, const struct comparison_row *row,
                    bool is_programme)
{
	const struct comparison_plan *plan = &run->compared->comparison.plans[0];
	struct html *html = run->html;
	const struct series *shown = NULL;
	char period[BADGE_PERIOD_SIZE];
	for (size_t i = 0; i < run->view->plan.count && !is_programme; i++)
		if (strcmp(run->view->plan.workstreams[i].id, row->series->id) == 0)
			shown = &run->view->plan.workstreams[i];
	html_row(html, run->columns[WORKSTREAM]);
	if (is_programme)
		html_say(html, PHRASE_SINCE_PROGRAMME);
	else if (shown != NULL)
		workstream_link(html, run->view, shown);
	else
		html_text(html, row->series->title);
	html_put(html, "</th>\n");
	add_version(run, THEN, row->before);
	add_version(run, NOW, row->now);
	html_cell(html, run->columns[CHANGE]);
	add_outcome(html, row);
	if (row->missing && plan->period != NULL) {
		html_put(html, "; ");
		html_tell(html, PHRASE_MEETINGS_NO_REPORT,
		          badge_period(html, *plan->period, period));
	}
	add_reratings(run, row);
	comparison_changes(html, run->view, row);
	html_put(html, "</td>\n</tr>\n");
}

static void add_comparison(const struct compare_run *run)
{
	const struct comparison *comparison = &run->compared->comparison;
	struct html *html = run->html;
	bool news = false;
	if (comparison->count == 0 || comparison->plans[0].before == NULL ||
	    comparison->plans[0].now == NULL) {
		html_add(html, "<p>%s</p>\n", html_phrase(html, PHRASE_CHANGE_PLAN_KEPT));
		return;
	}
	const struct comparison_plan *plan = &comparison->plans[0];
	for (size_t i = 0; i < plan->count; i++)
		news |= comparison_is_news(&plan->rows[i]);
	news |= comparison_is_news(&plan->programme);
	html_put(html, "<p class=\"sentence\">");
	if (news)
		comparison_totals(html, comparison);
	else
		html_say(html, PHRASE_MEETINGS_NOTHING);
	html_put(html, news ? ".</p>\n" : "</p>\n");
	html_table(html, HTML_TEXTS, html_phrase(html, PHRASE_MEETINGS_TABLE), run->columns,
	           COLUMNS);
	for (size_t i = 0; i < plan->count; i++)
		add_row(run, &plan->rows[i], false);
	if (plan->programme.outcome != OUTCOME_NONE)
		add_row(run, &plan->programme, true);
	html_table_end(html);
}

/* The first version in the time that is compared that may be shown; NULL: there is none. */
static const struct filed_version *filed_since(const struct meeting_comparison *compared,
                                               const struct filed *filed)
{
	for (size_t i = 0; i < filed->count; i++) {
		size_t number = filed->versions[i].landing->number;
		if (number > compared->to->number || (number <= compared->from->number))
			continue;
		if (!exempt_document(filed->versions[i].document))
			return &filed->versions[i];
	}
	return NULL;
}

static void add_papers(const struct compare_run *run)
{
	struct html *html = run->html;
	size_t count = 0;
	for (size_t i = 0; i < run->view->paper_count; i++) {
		const struct paper_view *paper = &run->view->papers[i];
		const struct filed_version *version = filed_since(run->compared, paper->filed);
		if (version == NULL)
			continue;
		if (count++ == 0)
			html_add(html,
			         "<section aria-labelledby=\"filed\">\n<h2 id=\"filed\">%s</h2>\n"
			         "<ul>\n",
			         html_phrase(html, PHRASE_MEETINGS_PAPERS));
		html_put(html, "<li>");
		paper_link(html, paper);
		html_put(html, " <span class=\"note\">");
		if (version != paper->filed->versions)
			html_add(html, "%s ", html_phrase(html, PHRASE_MEETINGS_PAPER_CHANGED));
		landing_link(html, run->view, version->landing);
		html_put(html, ", ");
		html_short_day(html, landing_time(version->landing));
		html_put(html, "</span></li>\n");
	}
	if (count != 0)
		html_put(html, "</ul>\n</section>\n");
}

static void add_neighbours(const struct compare_run *run)
{
	const struct meetings *meetings = &run->view->meetings;
	const struct {
		bool there;
		size_t number;
		enum phrase words;
		const char *rel;
	} sides[] = {
		{run->number != 0, run->number - 1, PHRASE_MEETINGS_EARLIER, "prev"},
		{run->number + 1 < meetings->count, run->number + 1, PHRASE_MEETINGS_LATER, "next"},
	};
	struct html *html = run->html;
	if (meetings->count < 2)
		return;
	html_add(html, "<nav class=\"contents beside\" aria-label=\"%s\">\n<ul>\n",
	         html_phrase(html, PHRASE_MEETINGS_HEADING));
	for (size_t i = 0; i < 2; i++) {
		if (!sides[i].there)
			continue;
		struct buf title =
			comparison_title(html, meetings, sides[i].number, PHRASE_MEETINGS_FROM_TO,
		                         PHRASE_MEETINGS_TO_NOW);
		html_add(html, "<li>%s <a href=\"%s\" rel=\"%s\">%s</a></li>\n",
		         html_phrase(html, sides[i].words), meetings->pages[sides[i].number],
		         sides[i].rel, title.bytes);
		buf_release(&title);
	}
	html_put(html, "</ul>\n</nav>\n");
}

static void add_page(const struct compare_run *run)
{
	struct html *html = run->html;
	html_put(html, "<dl class=\"facts\">\n");
	add_end(run, PHRASE_MEETINGS_FROM, false);
	add_end(run, PHRASE_MEETINGS_TO, true);
	html_put(html, "</dl>\n");
	add_neighbours(run);
	add_comparison(run);
	if (run->compared->left_out)
		html_add(html, "<p class=\"note\">%s</p>\n",
		         html_phrase(html, PHRASE_MEETINGS_LEFT_OUT));
	add_papers(run);
}

void list_comparisons(struct leaves *leaves, const struct page_kind *kind,
                      const struct plan_view *view)
{
	for (size_t i = 0; view != NULL && i < view->meetings.count; i++)
		leaves_add(leaves, kind, view, i,
		           arena_printf(&leaves->arena, "%s/%s", view->folder,
		                        view->meetings.pages[i]));
}

int make_comparison(const struct leaves *leaves, const struct leaf *leaf, struct html *html,
                    struct error *error)
{
	struct meeting_comparison compared;
	struct compare_run run = {html, leaf->view, leaf->number, &compared, {0}};
	if (meeting_compare(leaves->site, leaf->view, leaf->number, &compared, error) < 0)
		return -1;
	for (size_t i = 0; i < COLUMNS; i++)
		run.columns[i] = html_phrase(html, names[i]);
	struct buf title = comparison_title(html, &leaf->view->meetings, leaf->number,
	                                    PHRASE_MEETINGS_TITLE, PHRASE_MEETINGS_TITLE_NOW);
	struct frame frame = inner_frame(leaves->site, leaf->view, title.bytes);
	frame_begin(html, &frame);
	add_page(&run);
	frame_end(html, &frame);
	buf_release(&title);
	meeting_comparison_release(&compared);
	return 0;
}

/* The tags at both ends, and those of the comparisons beside it. */
static void add_tags(struct material *material, const struct meetings *meetings, size_t number)
{
	for (size_t i = number == 0 ? 0 : number - 1; i < meetings->count && i <= number + 2; i++) {
		material_text(material, meetings->items[i].name);
		material_text(material, meetings->pages[i]);
	}
}

/* Which reports are published, of those that had landed by then. */
static void add_published(struct material *material, const struct series *series, size_t number)
{
	material_text(material, series->title);
	for (size_t i = 0; i < series->count; i++)
		if (series->standings[i].versions[0]->landing->number <= number) {
			material_number(material, series->standings[i].period.first);
			material_number(material, series->standings[i].period.last);
		}
}

void material_of_comparison(const struct leaves *leaves, const struct leaf *leaf,
                            struct material *material)
{
	const struct site_view *site = leaves->site;
	const struct plan_view *view = leaf->view;
	const struct meetings *meetings = &view->meetings;
	size_t number = leaf->number, end = site->record->tip.number;
	if (!is_last(meetings, number))
		end = meetings->items[number + 1].landing->number;
	for (size_t i = 0; i < site->count; i++)
		material_id(material, &site->plans[i].blob);
	add_tags(material, meetings, number);
	material_landing(material, meetings->items[number].landing);
	if (is_last(meetings, number))
		material_tip(material, site->record);
	else
		material_landing(material, meetings->items[number + 1].landing);
	for (size_t i = 0; i < view->step_count; i++)
		if (view->steps[i]->number <= end)
			material_landing(material, view->steps[i]);
	for (size_t i = 0; i < view->plan.count; i++)
		add_published(material, &view->plan.workstreams[i], end);
	add_published(material, &view->plan.programme, end);
	for (size_t i = 0; i < view->paper_count; i++) {
		material_text(material, view->papers[i].name);
		for (size_t j = 0; j < view->papers[i].filed->count; j++)
			material_id(material, &view->papers[i].filed->versions[j].blob);
	}
}

static void add_aside(struct html *html, const struct meetings *meetings)
{
	char older[24];
	if (meetings->older != 0) {
		snprintf(older, sizeof(older), "%zu", meetings->older);
		html_put(html, "<p class=\"note\">");
		html_tell(html, PHRASE_MEETINGS_OLDER, older);
		html_put(html, "</p>\n");
	}
	if (meetings->aside_count == 0)
		return;
	html_add(html, "<p class=\"note\">%s ", html_phrase(html, PHRASE_MEETINGS_ASIDE));
	for (size_t i = 0; i < meetings->aside_count && i < MEETINGS_MOST; i++)
		html_add(html, "%s<code class=\"long\">%s</code>", i == 0 ? "" : ", ",
		         meetings->aside[i]);
	html_put(html, meetings->aside_count > MEETINGS_MOST ? ", …</p>\n" : ".</p>\n");
}

void compare_list(struct html *html, const struct plan_view *view)
{
	const struct meetings *meetings = &view->meetings;
	if (meetings->count + meetings->aside_count == 0)
		return;
	html_add(html, "<section aria-labelledby=\"compared\">\n<h2 id=\"compared\">%s</h2>\n",
	         html_phrase(html, PHRASE_MEETINGS_HEADING));
	html_put(html, meetings->count != 0 ? "<ul>\n" : "");
	for (size_t i = meetings->count; i-- > 0;) {
		struct buf title = comparison_title(html, meetings, i, PHRASE_MEETINGS_FROM_TO,
		                                    PHRASE_MEETINGS_TO_NOW);
		html_add(html, "<li><a href=\"%s\">%s</a></li>\n", meetings->pages[i], title.bytes);
		buf_release(&title);
	}
	html_put(html, meetings->count != 0 ? "</ul>\n" : "");
	add_aside(html, meetings);
	html_put(html, "</section>\n");
}
