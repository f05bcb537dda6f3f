/* The page of a plan of actions: declared in view/pages.h. */
#include "site/pages.h"

#include <string.h>

#include "record/action_history.h"
#include "view/action_view.h"
#include "view/filling.h"
#include "site/actions_words.h"
#include "site/frame.h"
#include "view/badge.h"
#include "view/said.h"

enum { MOST_MONTHS = 24 };

/* What one page is made from. */
struct told {
	const struct site_view *site;
	const struct plan_view *view;
	const struct filed *filed;
	const struct document *document;
	const struct actions *actions;
	struct actions_history history;
	struct recommendations all;
	struct registers registers;
};

static const char *or_dash(const struct html *html, const char *text)
{
	return text != NULL ? text : html_phrase(html, PHRASE_ACTIONS_NOT_GIVEN);
}

static void add_day(struct html *html, const struct value *date)
{
	if (date->valid)
		html_short_date(html, date->as.date);
	else
		html_text(html, or_dash(html, date->text));
}

static void add_state(struct html *html, const struct told *told)
{
	const struct action_month *now = &told->history.now;
	size_t all = now->open + now->done + now->dropped;
	char open[HTML_NUMBER_SIZE], done[HTML_NUMBER_SIZE], number[HTML_NUMBER_SIZE];
	struct html actions = html_part(html), day = html_part(html), late = html_part(html);
	html_tally(&actions, all, PHRASE_ACTIONS_ACTION, PHRASE_ACTIONS_ACTIONS);
	html_date(&day, told->history.day);
	html_put(html, "<p class=\"sentence\">");
	html_weave(html, PHRASE_ACTIONS_COUNTS, actions.text.bytes, html_number(now->open, open),
	           html_number(now->done, done));
	if (now->dropped != 0)
		html_tell(html, PHRASE_ACTIONS_DROPPED, html_number(now->dropped, number));
	if (now->overdue != 0) {
		html_put(&late, "<strong>");
		html_tell(&late, PHRASE_ACTIONS_OVERDUE, html_number(now->overdue, number));
		html_put(&late, "</strong>");
		html_weave(html, PHRASE_ACTIONS_OVERDUE_ON, late.text.bytes, day.text.bytes);
	} else {
		html_weave(html, PHRASE_ACTIONS_NONE_OVERDUE, day.text.bytes);
	}
	html_put(html, "</p>\n");
	html_release(&actions);
	html_release(&day);
	html_release(&late);
}

static void add_facts(struct html *html, const struct told *told)
{
	html_put(html, "<dl class=\"facts\">\n");
	html_fact(html, html_phrase(html, PHRASE_ACTIONS_SOURCE));
	html_lines(html, or_dash(html, told->actions->source.text));
	html_fact_end(html);
	html_fact(html, html_phrase(html, PHRASE_ACTIONS_DATED));
	add_day(html, &told->actions->date);
	html_fact_end(html);
	for (size_t i = 0; i < told->all.count_count; i++) {
		const struct recommendation_group *group = told->all.counts[i].group;
		html_fact(html, group == NULL ? html_phrase(html, PHRASE_ACTIONS_RECOMMENDATIONS)
		                : group->title.text != NULL
		                        ? group->title.text
		                        : html_phrase(html, PHRASE_ACTIONS_A_GROUP));
		recommendations_said(html, &told->all.counts[i]);
		html_fact_end(html);
	}
	html_put(html, "</dl>\n");
}

/* The place of an action among the document's, from 1: what its anchor is called by. */
static size_t number_of(const struct told *told, const struct action *action)
{
	return (size_t)(action - LIST_OF(struct action, told->actions->actions)) + 1;
}

static void add_overdue(struct html *html, const struct told *told)
{
	enum { ACTION, OWNER, DUE, LATE, MOVED, COLUMNS };
	static const enum phrase said[COLUMNS] = {
		PHRASE_ACTIONS_COLUMN_ACTION, PHRASE_ACTIONS_COLUMN_OWNER,
		PHRASE_ACTIONS_COLUMN_DUE, PHRASE_ACTIONS_COLUMN_LATE, PHRASE_ACTIONS_COLUMN_MOVED};
	const char *columns[COLUMNS];
	if (told->history.now.overdue == 0)
		return;
	html_columns(html, said, COLUMNS, columns);
	html_section(html, "overdue", PHRASE_ACTIONS_OVERDUE_HEADING);
	html_table(html, HTML_PAIRS, html_phrase(html, PHRASE_ACTIONS_OVERDUE_CAPTION), columns,
	           COLUMNS);
	for (size_t i = 0; i < told->history.count; i++) {
		const struct action_history *item = &told->history.items[i];
		if (!item->overdue)
			continue;
		html_row(html, columns[ACTION]);
		html_add(html, "<a href=\"#action-%zu\">%s</a></th>\n",
		         number_of(told, item->action), or_dash(html, item->action->title.text));
		html_cell(html, columns[OWNER]);
		html_person(html, item->action->owner.text != NULL ? item->action->owner.text : "");
		html_put(html, "</td>\n");
		html_cell(html, columns[DUE]);
		add_day(html, &item->action->due);
		html_put(html, "</td>\n");
		html_cell(html, columns[LATE]);
		html_tally(html,
		           (size_t)(date_days(told->history.day) -
		                    date_days(item->action->due.as.date)),
		           PHRASE_ACTIONS_DAY, PHRASE_ACTIONS_DAYS);
		html_put(html, "</td>\n");
		html_cell(html, columns[MOVED]);
		if (item->slips == 0)
			html_say(html, PHRASE_ACTIONS_NEVER_MOVED);
		slip_said(html, item, true);
		html_put(html, "</td>\n</tr>\n");
	}
	html_table_end(html);
	html_put(html, "</section>\n");
}

static void add_answering(struct html *html, const struct told *told,
                          const struct recommended *item)
{
	html_put(html, item->count == 0 ? "" : "<ul>\n");
	for (size_t i = 0; i < item->count; i++)
		html_add(html, "<li><a href=\"#action-%zu\">%s</a></li>\n",
		         number_of(told, item->actions[i]),
		         or_dash(html, item->actions[i]->title.text));
	if (item->count != 0)
		html_put(html, "</ul>\n");
	else if (!item->answered)
		html_add(html, "<strong>%s</strong>", html_phrase(html, PHRASE_ACTIONS_NO_ACTION));
	else
		html_say(html, item->parent == RECOMMENDATION_NONE ? PHRASE_ACTIONS_BY_PARTS
		                                                   : PHRASE_ACTIONS_WITH_WHOLE);
}

static const char *group_title(const struct html *html, const struct told *told,
                               const struct recommendation *wanted)
{
	const struct list *list = &told->actions->groups;
	for (size_t i = 0; i < list->count && wanted->group.text != NULL; i++) {
		const struct recommendation_group *group =
			&LIST_OF(struct recommendation_group, *list)[i];
		if (group->id.text != NULL && strcmp(group->id.text, wanted->group.text) == 0)
			return or_dash(html, group->title.text);
	}
	return "–";
}

/* "part of ..." */
static void add_whole(struct html *html, const struct told *told, size_t whole)
{
	struct html link = html_part(html);
	html_add(&link, "<a href=\"#recommendation-%zu\">%s</a>", whole + 1,
	         or_dash(html, told->all.items[whole].recommendation->title.text));
	html_put(html, "<span class=\"note\">");
	html_weave(html, PHRASE_ACTIONS_PART_OF, link.text.bytes);
	html_put(html, "</span>");
	html_release(&link);
}

static void add_recommendations(struct html *html, const struct told *told)
{
	enum { RECOMMENDATION, GROUP, ACTIONS, COLUMNS };
	static const enum phrase said[COLUMNS] = {PHRASE_ACTIONS_RECOMMENDATION,
	                                          PHRASE_ACTIONS_GROUP, PHRASE_ACTIONS_ANSWERED_BY};
	const char *columns[COLUMNS];
	html_columns(html, said, COLUMNS, columns);
	html_section(html, "recommendations", PHRASE_ACTIONS_RECOMMENDATIONS);
	html_table(html, HTML_TEXTS, html_phrase(html, PHRASE_ACTIONS_EACH), columns, COLUMNS);
	for (size_t i = 0; i < told->all.count; i++) {
		const struct recommended *item = &told->all.items[i];
		html_add(html,
		         "<tr id=\"recommendation-%zu\">\n<th scope=\"row\" data-label=\"%s\">",
		         i + 1, columns[RECOMMENDATION]);
		html_lines(html, or_dash(html, item->recommendation->title.text));
		if (item->parent != RECOMMENDATION_NONE)
			add_whole(html, told, item->parent);
		html_put(html, "</th>\n");
		html_cell(html, columns[GROUP]);
		html_text(html, group_title(html, told, item->recommendation));
		html_put(html, "</td>\n");
		html_cell(html, columns[ACTIONS]);
		add_answering(html, told, item);
		html_put(html, "</td>\n</tr>\n");
	}
	html_table_end(html);
	html_put(html, "</section>\n");
}

static void add_change(struct html *html, const struct plan_view *view,
                       const struct action_change *change)
{
	struct html day = html_part(html), who = html_part(html), commit = html_part(html),
		    what = html_part(html);
	html_day(&day, landing_time(change->landing));
	html_person(&who, change->landing->author.name);
	landing_link(&commit, view, change->landing);
	action_change_said(&what, change);
	html_put(html, "<li>");
	html_weave(html, PHRASE_ACTIONS_CHANGE, day.text.bytes, who.text.bytes, commit.text.bytes,
	           what.text.bytes);
	html_put(html, "</li>\n");
	html_release(&day);
	html_release(&who);
	html_release(&commit);
	html_release(&what);
}

static void add_fact(struct html *html, enum phrase name, const struct value *value)
{
	if (value->text == NULL)
		return;
	html_fact(html, html_phrase(html, name));
	html_lines(html, value->text);
	html_fact_end(html);
}

/* The recommendations that an action names, as links. */
static void add_answered(struct html *html, const struct told *told, const struct action *action)
{
	const struct value *ids = LIST_OF(struct value, action->addresses);
	bool begun = false;
	html_fact(html, html_phrase(html, PHRASE_ACTIONS_ANSWERS));
	for (size_t i = 0; i < action->addresses.count; i++) {
		size_t at = ids[i].text == NULL ? RECOMMENDATION_NONE
		                                : recommendations_find(&told->all, ids[i].text);
		if (at == RECOMMENDATION_NONE)
			continue;
		html_put(html, begun ? "" : "<ul>\n");
		html_add(html, "<li><a href=\"#recommendation-%zu\">%s</a></li>\n", at + 1,
		         or_dash(html, told->all.items[at].recommendation->title.text));
		begun = true;
	}
	if (begun)
		html_put(html, "</ul>\n");
	else
		html_say(html, PHRASE_ACTIONS_NO_RECOMMENDATION);
	html_fact_end(html);
}

static void add_when(struct html *html, const struct action_history *item)
{
	const struct action *action = item->action;
	html_fact(html, html_phrase(html, PHRASE_ACTIONS_COLUMN_DUE));
	add_day(html, &action->due);
	html_put(html, item->slips != 0 ? ", " : "");
	slip_said(html, item, false);
	if (item->overdue)
		html_add(html, ", <strong>%s</strong>",
		         html_phrase(html, PHRASE_ACTIONS_WORD_OVERDUE));
	html_fact_end(html);
	html_fact(html, html_phrase(html, PHRASE_ACTIONS_STATUS));
	html_text(html, action_status_said(html,
	                                   action->status.valid ? (int)action->status.as.word
	                                                        : ACTION_STATUS_UNKNOWN,
	                                   PHRASE_ACTIONS_STATUS_NOT_GIVEN));
	if (action->done_on.text != NULL) {
		html_put(html, ", ");
		add_day(html, &action->done_on);
	}
	html_fact_end(html);
}

static void add_evidence(struct html *html, const struct list *evidence)
{
	if (evidence->count == 0)
		return;
	html_fact(html, html_phrase(html, PHRASE_ACTIONS_EVIDENCE));
	for (size_t i = 0; i < evidence->count; i++) {
		html_put(html, i == 0 ? "" : "<br />\n");
		html_lines(html, or_dash(html, LIST_OF(struct value, *evidence)[i].text));
	}
	html_fact_end(html);
}

static void add_action(struct html *html, const struct told *told,
                       const struct action_history *item)
{
	const struct action *action = item->action;
	if (item->listed) {
		html_add(html, "<h3 id=\"action-%zu\">%s", number_of(told, action),
		         or_dash(html, action->title.text));
	} else {
		html_put(html, "<h3>");
		html_tell(html, PHRASE_ACTIONS_UNLISTED, or_dash(html, action->title.text));
	}
	html_put(html, "</h3>\n<dl class=\"facts\">\n");
	add_answered(html, told, action);
	html_fact(html, html_phrase(html, PHRASE_ACTIONS_COLUMN_OWNER));
	if (action->owner.text != NULL)
		html_person(html, action->owner.text);
	else
		html_add(html, "<strong>%s</strong>", html_phrase(html, PHRASE_ACTIONS_NOBODY));
	html_fact_end(html);
	add_when(html, item);
	add_fact(html, PHRASE_ACTIONS_MEASURE, &action->measure);
	add_fact(html, PHRASE_ACTIONS_WHY_DROPPED, &action->reason);
	add_evidence(html, &action->evidence);
	html_put(html, "</dl>\n<ul class=\"evidence\">\n");
	for (size_t i = 0; i < item->count; i++)
		add_change(html, told->view, &item->changes[i]);
	html_put(html, "</ul>\n");
}

static void add_actions(struct html *html, const struct told *told)
{
	html_section(html, "actions", PHRASE_ACTIONS_HEADING);
	for (size_t i = 0; i < told->history.count; i++)
		add_action(html, told, &told->history.items[i]);
	html_put(html, "</section>\n");
}

static void add_number(struct html *html, const char *column, size_t number)
{
	html_cell(html, column);
	html_add(html, "%zu</td>\n", number);
}

static void add_months(struct html *html, const struct told *told)
{
	enum { MONTH, OPEN, DONE, OVERDUE, DROPPED, COLUMNS };
	static const enum phrase said[COLUMNS] = {
		PHRASE_ACTIONS_MONTH, PHRASE_ACTIONS_MONTH_OPEN, PHRASE_ACTIONS_MONTH_DONE,
		PHRASE_ACTIONS_MONTH_OVERDUE, PHRASE_ACTIONS_MONTH_DROPPED};
	const char *columns[COLUMNS];
	const struct actions_history *history = &told->history;
	size_t first = history->month_count > MOST_MONTHS ? history->month_count - MOST_MONTHS : 0;
	html_columns(html, said, COLUMNS, columns);
	html_section(html, "months", PHRASE_ACTIONS_MONTHS);
	html_table(html, HTML_PAIRS, html_phrase(html, PHRASE_ACTIONS_MONTHS_CAPTION), columns,
	           COLUMNS);
	for (size_t i = first; i < history->month_count; i++) {
		const struct action_month *month = &history->months[i];
		char words[BADGE_PERIOD_SIZE];
		html_row(html, columns[MONTH]);
		html_add(html, "%s</th>\n",
		         badge_period(html, (struct period){month->month, month->month}, words));
		add_number(html, columns[OPEN], month->open);
		add_number(html, columns[DONE], month->done);
		add_number(html, columns[OVERDUE], month->overdue);
		add_number(html, columns[DROPPED], month->dropped);
		html_put(html, "</tr>\n");
	}
	html_table_end(html);
	html_put(html, "</section>\n");
}

static void add_reviews(struct html *html, const struct told *told)
{
	enum { SET, BODY, NOTE, HELD, COLUMNS };
	static const enum phrase said[COLUMNS] = {
		PHRASE_ACTIONS_SET_FOR, PHRASE_ACTIONS_REVIEW_BODY, PHRASE_ACTIONS_REVIEW_NOTE,
		PHRASE_ACTIONS_REVIEW_HELD};
	const char *columns[COLUMNS];
	const struct list *list = &told->actions->reviews;
	if (list->count == 0)
		return;
	html_columns(html, said, COLUMNS, columns);
	html_section(html, "reviews", PHRASE_ACTIONS_REVIEWS);
	html_table(html, HTML_PAIRS, html_phrase(html, PHRASE_ACTIONS_REVIEWS_CAPTION), columns,
	           COLUMNS);
	for (size_t i = 0; i < list->count; i++) {
		const struct review *review = &LIST_OF(struct review, *list)[i];
		const char *id = review->committee.text;
		html_row(html, columns[SET]);
		add_day(html, &review->on);
		html_put(html, "</th>\n");
		html_cell(html, columns[BODY]);
		html_text(html,
		          id != NULL ? committee_name(&told->registers, id) : or_dash(html, id));
		html_put(html, "</td>\n");
		html_cell(html, columns[NOTE]);
		html_lines(html, or_dash(html, review->note.text));
		html_put(html, "</td>\n");
		html_cell(html, columns[HELD]);
		if (review->held_on.text != NULL)
			add_day(html, &review->held_on);
		else if (review_is_overdue(review, told->history.day))
			html_add(html, "<strong>%s</strong>",
			         html_phrase(html, PHRASE_ACTIONS_NOT_HELD));
		else
			html_say(html, PHRASE_ACTIONS_NOT_YET);
		html_put(html, "</td>\n</tr>\n");
	}
	html_table_end(html);
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
}

static void add_contents(struct html *html, const struct told *told)
{
	html_contents(html);
	if (told->history.now.overdue != 0)
		html_content(html, "overdue", PHRASE_ACTIONS_OVERDUE_HEADING);
	html_content(html, "recommendations", PHRASE_ACTIONS_RECOMMENDATIONS);
	html_content(html, "actions", PHRASE_ACTIONS_HEADING);
	html_content(html, "months", PHRASE_ACTIONS_MONTHS);
	if (told->actions->reviews.count != 0)
		html_content(html, "reviews", PHRASE_ACTIONS_REVIEWS);
	html_contents_end(html);
}

int actions_page(const struct site_view *site, const struct plan_view *view,
                 const struct filed *filed, struct html *html, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct buf title = BUF_INIT;
	struct told told = {
		.site = site, .view = view, .filed = filed, .document = filed_document(filed)};
	(void)error;
	/* Of one that never landed but as a draft there is no history, and nothing to count. */
	told.actions = actions_history_read(filed, record_day(site->record), &arena, &told.history)
	                       ? told.history.actions
	                       : told.document->actions;
	told.all = recommendations_read(told.actions, &arena);
	told.registers = registers_of_plan(site->record, &view->plan, &arena);
	said_filed(html, filed, &title);
	struct frame frame = inner_frame(site, view, title.bytes);
	frame_begin(html, &frame);
	document_banners(html, told.document);
	add_state(html, &told);
	add_facts(html, &told);
	add_contents(html, &told);
	add_words(html, &told);
	add_overdue(html, &told);
	add_recommendations(html, &told);
	add_actions(html, &told);
	add_months(html, &told);
	add_reviews(html, &told);
	document_answers(html, told.document);
	frame_end(html, &frame);
	buf_release(&title);
	arena_release(&arena);
	return 0;
}
