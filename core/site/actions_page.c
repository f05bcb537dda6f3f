/* The page of a plan of actions: declared in view/pages.h. */
#include "site/pages.h"

#include <string.h>

#include "record/action_history.h"
#include "view/action_view.h"
#include "view/filed_view.h"
#include "view/filling.h"
#include "site/frame.h"
#include "view/badge.h"

enum { MOST_MONTHS = 24 };

/* What one page is made from. */
struct told {
	const struct site_view *site;
	const struct plan_view *view;
	const struct document *document;
	const struct actions *actions;
	struct actions_history history;
	struct recommendations all;
	struct registers registers;
};

static void add_day(struct html *html, const struct value *date)
{
	if (date->valid)
		html_short_date(html, date->as.date);
	else
		html_text(html, date->text != NULL ? date->text : "Not given");
}

static const char *or_dash(const char *text)
{
	return text != NULL ? text : "Not given";
}

static void add_state(struct html *html, const struct told *told)
{
	const struct action_month *now = &told->history.now;
	size_t all = now->open + now->done + now->dropped;
	html_put(html, "<p class=\"sentence\">");
	html_count(html, all, "action", "actions");
	html_add(html, ": %zu open, %zu done", now->open, now->done);
	if (now->dropped != 0)
		html_add(html, ", %zu dropped", now->dropped);
	if (now->overdue != 0)
		html_add(html, ". <strong>%zu overdue</strong> on ", now->overdue);
	else
		html_put(html, ". None was overdue on ");
	html_date(html, told->history.day);
	html_put(html, ".</p>\n");
}

static void add_facts(struct html *html, const struct told *told)
{
	html_put(html, "<dl class=\"facts\">\n");
	html_fact(html, "Source");
	html_lines(html, or_dash(told->actions->source.text));
	html_fact_end(html);
	html_fact(html, "Dated");
	add_day(html, &told->actions->date);
	html_fact_end(html);
	for (size_t i = 0; i < told->all.count_count; i++) {
		const struct recommendation_group *group = told->all.counts[i].group;
		struct buf words = BUF_INIT;
		recommendation_words(&told->all.counts[i], &words);
		html_fact(html, group == NULL               ? "Recommendations"
		                : group->title.text != NULL ? group->title.text
		                                            : "A group");
		html_text(html, words.bytes);
		html_fact_end(html);
		buf_release(&words);
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
	static const char *const columns[COLUMNS] = {"Action", "Owner", "Due", "Late by",
	                                             "Its date before"};
	if (told->history.now.overdue == 0)
		return;
	html_put(html, "<section aria-labelledby=\"overdue\">\n"
	               "<h2 id=\"overdue\">What is overdue</h2>\n");
	html_table(html, HTML_PAIRS, "Open actions whose day has passed", columns, COLUMNS);
	for (size_t i = 0; i < told->history.count; i++) {
		const struct action_history *item = &told->history.items[i];
		struct buf slip = BUF_INIT;
		if (!item->overdue)
			continue;
		html_row(html, columns[ACTION]);
		html_add(html, "<a href=\"#action-%zu\">%s</a></th>\n",
		         number_of(told, item->action), or_dash(item->action->title.text));
		html_cell(html, columns[OWNER]);
		html_person(html, item->action->owner.text != NULL ? item->action->owner.text : "");
		html_put(html, "</td>\n");
		html_cell(html, columns[DUE]);
		add_day(html, &item->action->due);
		html_put(html, "</td>\n");
		html_cell(html, columns[LATE]);
		html_count(html,
		           (size_t)(date_days(told->history.day) -
		                    date_days(item->action->due.as.date)),
		           "day", "days");
		html_put(html, "</td>\n");
		html_cell(html, columns[MOVED]);
		slip_words(item, &slip);
		html_sentence(html, slip.length != 0 ? slip.bytes : "never moved later");
		html_put(html, "</td>\n</tr>\n");
		buf_release(&slip);
	}
	html_table_end(html);
	html_put(html, "</section>\n");
}

static void add_answering(struct html *html, const struct told *told,
                          const struct recommended *item)
{
	for (size_t i = 0; i < item->count; i++) {
		html_put(html, i == 0 ? "" : "<br />\n");
		html_add(html, "<a href=\"#action-%zu\">%s</a>", number_of(told, item->actions[i]),
		         or_dash(item->actions[i]->title.text));
	}
	if (item->count != 0)
		return;
	html_put(html, !item->answered                       ? "<strong>No action</strong>"
	               : item->parent == RECOMMENDATION_NONE ? "By actions for parts of it"
	                                                     : "With what it is a part of");
}

static const char *group_title(const struct told *told, const struct recommendation *wanted)
{
	const struct list *list = &told->actions->groups;
	for (size_t i = 0; i < list->count && wanted->group.text != NULL; i++) {
		const struct recommendation_group *group =
			&LIST_OF(struct recommendation_group, *list)[i];
		if (group->id.text != NULL && strcmp(group->id.text, wanted->group.text) == 0)
			return or_dash(group->title.text);
	}
	return "–";
}

static void add_recommendations(struct html *html, const struct told *told)
{
	enum { RECOMMENDATION, GROUP, ACTIONS, COLUMNS };
	static const char *const columns[COLUMNS] = {"Recommendation", "Group", "Answered by"};
	html_put(html, "<section aria-labelledby=\"recommendations\">\n"
	               "<h2 id=\"recommendations\">Recommendations</h2>\n");
	html_table(html, HTML_TEXTS, "Each recommendation, and the actions that answer it", columns,
	           COLUMNS);
	for (size_t i = 0; i < told->all.count; i++) {
		const struct recommended *item = &told->all.items[i];
		html_add(html,
		         "<tr id=\"recommendation-%zu\">\n<th scope=\"row\" data-label=\"%s\">",
		         i + 1, columns[RECOMMENDATION]);
		html_lines(html, or_dash(item->recommendation->title.text));
		if (item->parent != RECOMMENDATION_NONE)
			html_add(html,
			         "<span class=\"note\">part of <a href=\"#recommendation-%zu\">"
			         "%s</a></span>",
			         item->parent + 1,
			         or_dash(told->all.items[item->parent].recommendation->title.text));
		html_put(html, "</th>\n");
		html_cell(html, columns[GROUP]);
		html_text(html, group_title(told, item->recommendation));
		html_put(html, "</td>\n");
		html_cell(html, columns[ACTIONS]);
		add_answering(html, told, item);
		html_put(html, "</td>\n</tr>\n");
	}
	html_table_end(html);
	html_put(html, "</section>\n");
}

static void add_status_words(struct html *html, int status)
{
	html_text(html, status == ACTION_STATUS_UNKNOWN
	                        ? "not given"
	                        : action_status_words((enum action_status)status));
}

static void add_change(struct html *html, const struct action_change *change)
{
	struct buf words = BUF_INIT;
	action_change_words(change, &words);
	html_put(html, "<li>");
	html_day(html, landing_time(change->landing));
	html_put(html, ", ");
	html_person(html, change->landing->author.name);
	html_put(html, ", commit ");
	html_commit(html, &change->landing->id);
	html_add(html, ": %s</li>\n", words.bytes);
	buf_release(&words);
}

static void add_fact(struct html *html, const char *name, const struct value *value)
{
	if (value->text == NULL)
		return;
	html_fact(html, name);
	html_lines(html, value->text);
	html_fact_end(html);
}

/* The recommendations that an action names, as links. */
static void add_answered(struct html *html, const struct told *told, const struct action *action)
{
	const struct value *ids = LIST_OF(struct value, action->addresses);
	bool begun = false;
	html_fact(html, "Answers");
	for (size_t i = 0; i < action->addresses.count; i++) {
		size_t at = ids[i].text == NULL ? RECOMMENDATION_NONE
		                                : recommendations_find(&told->all, ids[i].text);
		if (at == RECOMMENDATION_NONE)
			continue;
		html_put(html, begun ? "<br />\n" : "");
		html_add(html, "<a href=\"#recommendation-%zu\">%s</a>", at + 1,
		         or_dash(told->all.items[at].recommendation->title.text));
		begun = true;
	}
	html_put(html, begun ? "" : "No recommendation");
	html_fact_end(html);
}

static void add_when(struct html *html, const struct action_history *item)
{
	const struct action *action = item->action;
	struct buf slip = BUF_INIT;
	html_fact(html, "Due");
	add_day(html, &action->due);
	slip_words(item, &slip);
	if (slip.length != 0)
		html_add(html, ", %s", slip.bytes);
	html_put(html, item->overdue ? ", <strong>overdue</strong>" : "");
	html_fact_end(html);
	html_fact(html, "Status");
	add_status_words(html, action->status.valid ? (int)action->status.as.word
	                                            : ACTION_STATUS_UNKNOWN);
	if (action->done_on.text != NULL) {
		html_put(html, ", ");
		add_day(html, &action->done_on);
	}
	html_fact_end(html);
	buf_release(&slip);
}

static void add_evidence(struct html *html, const struct list *evidence)
{
	if (evidence->count == 0)
		return;
	html_fact(html, "Evidence");
	for (size_t i = 0; i < evidence->count; i++) {
		html_put(html, i == 0 ? "" : "<br />\n");
		html_lines(html, or_dash(LIST_OF(struct value, *evidence)[i].text));
	}
	html_fact_end(html);
}

static void add_action(struct html *html, const struct told *told,
                       const struct action_history *item)
{
	const struct action *action = item->action;
	if (item->listed)
		html_add(html, "<h3 id=\"action-%zu\">%s</h3>\n", number_of(told, action),
		         or_dash(action->title.text));
	else
		html_add(html, "<h3>%s (no longer listed)</h3>\n", or_dash(action->title.text));
	html_put(html, "<dl class=\"facts\">\n");
	add_answered(html, told, action);
	html_fact(html, "Owner");
	if (action->owner.text != NULL)
		html_person(html, action->owner.text);
	else
		html_put(html, "<strong>Nobody</strong>");
	html_fact_end(html);
	add_when(html, item);
	add_fact(html, "Measure of success", &action->measure);
	add_fact(html, "Why it was dropped", &action->reason);
	add_evidence(html, &action->evidence);
	html_put(html, "</dl>\n<ul class=\"evidence\">\n");
	for (size_t i = 0; i < item->count; i++)
		add_change(html, &item->changes[i]);
	html_put(html, "</ul>\n");
}

static void add_actions(struct html *html, const struct told *told)
{
	html_put(html, "<section aria-labelledby=\"actions\">\n"
	               "<h2 id=\"actions\">Actions, and how they moved</h2>\n");
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
	static const char *const columns[COLUMNS] = {"Month", "Open", "Done", "Overdue", "Dropped"};
	const struct actions_history *history = &told->history;
	size_t first = history->month_count > MOST_MONTHS ? history->month_count - MOST_MONTHS : 0;
	html_put(html, "<section aria-labelledby=\"months\">\n"
	               "<h2 id=\"months\">Month by month</h2>\n");
	html_table(html, HTML_PAIRS, "How things stood when the month was over", columns, COLUMNS);
	for (size_t i = first; i < history->month_count; i++) {
		const struct action_month *month = &history->months[i];
		char words[PERIOD_TEXT_SIZE];
		html_row(html, columns[MONTH]);
		html_add(html, "%s</th>\n",
		         period_words((struct period){month->month, month->month}, words));
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
	static const char *const columns[COLUMNS] = {"Set for", "Body", "What it looks at", "Held"};
	const struct list *list = &told->actions->reviews;
	if (list->count == 0)
		return;
	html_put(html, "<section aria-labelledby=\"reviews\">\n"
	               "<h2 id=\"reviews\">Reviews</h2>\n");
	html_table(html, HTML_PAIRS, "When somebody looks at it again", columns, COLUMNS);
	for (size_t i = 0; i < list->count; i++) {
		const struct review *review = &LIST_OF(struct review, *list)[i];
		const char *id = review->committee.text;
		html_row(html, columns[SET]);
		add_day(html, &review->on);
		html_put(html, "</th>\n");
		html_cell(html, columns[BODY]);
		html_text(html, id != NULL ? committee_name(&told->registers, id) : or_dash(id));
		html_put(html, "</td>\n");
		html_cell(html, columns[NOTE]);
		html_lines(html, or_dash(review->note.text));
		html_put(html, "</td>\n");
		html_cell(html, columns[HELD]);
		if (review->held_on.text != NULL)
			add_day(html, &review->held_on);
		else
			html_put(html, review_is_overdue(review, told->history.day)
			                       ? "<strong>Not held</strong>"
			                       : "Not yet");
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
	body_preface(html, told->document, &filling.in_pages);
	body_sections(html, told->document, 2, &filling.in_pages);
	filling_release(&filling);
}

static void add_contents(struct html *html, const struct told *told)
{
	html_put(html, "<nav class=\"contents\" aria-label=\"On this page\">\n<ul>\n");
	if (told->history.now.overdue != 0)
		html_put(html, "<li><a href=\"#overdue\">What is overdue</a></li>\n");
	html_put(html, "<li><a href=\"#recommendations\">Recommendations</a></li>\n"
	               "<li><a href=\"#actions\">Actions, and how they moved</a></li>\n"
	               "<li><a href=\"#months\">Month by month</a></li>\n");
	if (told->actions->reviews.count != 0)
		html_put(html, "<li><a href=\"#reviews\">Reviews</a></li>\n");
	html_put(html, "</ul>\n</nav>\n");
}

int actions_page(const struct site_view *site, const struct plan_view *view,
                 const struct filed *filed, struct html *html, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct buf title = BUF_INIT;
	struct told told = {.site = site, .view = view, .document = filed_document(filed)};
	(void)error;
	/* Of one that never landed but as a draft there is no history, and nothing to count. */
	told.actions = actions_history_read(filed, record_day(site->record), &arena, &told.history)
	                       ? told.history.actions
	                       : told.document->actions;
	told.all = recommendations_read(told.actions, &arena);
	told.registers = registers_of_plan(site->record, &view->plan, &arena);
	filed_title(filed, &title);
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
