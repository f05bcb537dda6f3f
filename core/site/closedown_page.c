/* The page of a close-down: what became of every task of a phase, workstream by workstream. */
#include "site/pages.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "record/registers.h"
#include "site/frame.h"
#include "view/badge.h"
#include "view/said.h"

/* What the page is made from. */
struct closing {
	const struct site_view *site;
	const struct plan_view *view;
	const struct filed *filed;
	const struct document *document;
	const struct closedown *closedown;
	struct registers registers;
	size_t exempt; /* tasks of workstreams that are kept back */
};

static const struct closedown_task *task_at(const struct closing *closing, size_t number)
{
	return &LIST_OF(struct closedown_task, closing->closedown->tasks)[number];
}

static bool is_shown(const struct closing *closing, size_t number)
{
	return closedown_task_published(closing->view, task_at(closing, number));
}

/* What the disposition is called: the usual ones have names in each language. */
static const char *disposition_words(const struct html *html, const struct disposition *disposition)
{
	for (size_t i = 0; i < DISPOSITIONS_USUAL; i++)
		if (strcmp(dispositions_usual[i].title, disposition->title) == 0)
			return html_phrase(html, (enum phrase)(PHRASE_DISPOSITION_REVIEW + i));
	return disposition->title;
}

/* What becomes of the task, as a heading for counting: the disposition, or that there is none. */
static const char *fate_of(const struct html *html, const struct closing *closing,
                           const struct closedown_task *task)
{
	struct disposition disposition;
	if (task_disposition(closing->view->plan.plan, task, &disposition))
		return disposition_words(html, &disposition);
	return html_phrase(html, task->disposition.count > 1 ? PHRASE_CLOSEDOWN_SEVERAL
	                                                     : PHRASE_CLOSEDOWN_NO_DISPOSITION);
}

/* How many tasks have each disposition, in the order in which they come. */
static void add_counts(struct html *html, const struct closing *closing)
{
	size_t count = closing->closedown->tasks.count;
	const char **fates = mem_new(count + 1, sizeof(*fates));
	size_t *counts = mem_new(count + 1, sizeof(*counts)), kinds_of = 0, shown = 0;
	for (size_t i = 0; i < count; i++) {
		if (!is_shown(closing, i))
			continue;
		const char *fate = fate_of(html, closing, task_at(closing, i));
		size_t at = 0;
		while (at < kinds_of && strcmp(fates[at], fate) != 0)
			at++;
		if (at == kinds_of)
			fates[kinds_of++] = fate;
		counts[at]++;
		shown++;
	}
	html_put(html, "<p class=\"sentence\">");
	html_tally(html, shown, PHRASE_CLOSEDOWN_TASK, PHRASE_CLOSEDOWN_TASKS);
	html_put(html, "</p>\n<ul>\n");
	for (size_t i = 0; i < kinds_of; i++)
		html_add(html, "<li>%s: %zu</li>\n", fates[i], counts[i]);
	html_put(html, "</ul>\n");
	free(fates);
	free(counts);
}

/* How many of its hand-overs are open. */
static void add_open(struct html *html, const struct closing *closing)
{
	size_t open = 0;
	for (size_t i = 0; i < closing->closedown->tasks.count; i++) {
		const struct handover *handover = handovers_find(
			&closing->site->handovers, closing->filed, task_at(closing, i)->id.text);
		open += is_shown(closing, i) && handover != NULL && handover_is_open(handover) ? 1
		                                                                               : 0;
	}
	if (open == 0) {
		html_add(html, "<p>%s</p>\n", html_phrase(html, PHRASE_CLOSEDOWN_NOTHING_OPEN));
		return;
	}
	char number[HTML_NUMBER_SIZE];
	html_put(html, "<p><strong>");
	html_tell(html, open == 1 ? PHRASE_CLOSEDOWN_OPEN_ONE : PHRASE_CLOSEDOWN_OPEN,
	          html_number(open, number));
	html_add(html, "</strong> %s</p>\n",
	         html_phrase(html, open == 1 ? PHRASE_CLOSEDOWN_OPEN_ONE_WHY
	                                     : PHRASE_CLOSEDOWN_OPEN_WHY));
}

static void add_summary(struct html *html, const struct closing *closing)
{
	if (closing->closedown->date.valid) {
		html_put(html, "<p class=\"lead\">");
		html_date(html, closing->closedown->date.as.date);
		html_put(html, "</p>\n");
	}
	html_put(html, "<div class=\"summary\">\n");
	add_counts(html, closing);
	if (!document_is_draft(closing->document))
		add_open(html, closing);
	html_put(html, "</div>\n");
	if (closing->exempt != 0) {
		char number[HTML_NUMBER_SIZE];
		html_put(html, "<p class=\"banner\">");
		html_tell(html,
		          closing->exempt == 1 ? PHRASE_CLOSEDOWN_EXEMPT_ONE
		                               : PHRASE_CLOSEDOWN_EXEMPT,
		          html_number(closing->exempt, number));
		html_put(html, "</p>\n");
	}
}

static bool is_web_address(const char *text)
{
	return strncmp(text, "https://", 8) == 0 || strncmp(text, "http://", 7) == 0;
}

static void add_piece(struct html *html, const struct closing *closing,
                      const struct task_evidence *evidence)
{
	const char *committee = evidence->committee.text, *link = evidence->link.text;
	html_put(html, "<li>");
	html_lines(html, evidence->text.text != NULL
	                         ? evidence->text.text
	                         : html_phrase(html, PHRASE_CLOSEDOWN_NOT_DESCRIBED));
	if (committee != NULL || evidence->on.valid) {
		html_put(html, "<span class=\"note\">");
		if (committee != NULL)
			html_text(html, committee_name(&closing->registers, committee));
		if (committee != NULL && evidence->on.valid)
			html_put(html, ", ");
		if (evidence->on.valid)
			html_date(html, evidence->on.as.date);
		html_put(html, "</span>");
	}
	if (link != NULL && is_web_address(link))
		html_add(html,
		         "<span class=\"note long\"><a href=\"%s\" rel=\"noopener "
		         "noreferrer\">%s</a></span>",
		         link, link);
	else if (link != NULL)
		html_add(html, "<span class=\"note long\">%s</span>", link);
	html_put(html, "</li>\n");
}

static void add_evidence(struct html *html, const struct closing *closing,
                         const struct closedown_task *task)
{
	if (task->evidence.count == 0) {
		html_say(html, PHRASE_CLOSEDOWN_NONE_GIVEN);
		return;
	}
	html_put(html, "<ul>\n");
	for (size_t i = 0; i < task->evidence.count; i++)
		add_piece(html, closing, &LIST_OF(struct task_evidence, task->evidence)[i]);
	html_put(html, "</ul>\n");
}

static void add_texts(struct html *html, const struct list *list, enum phrase none)
{
	if (list->count == 0) {
		html_say(html, none);
		return;
	}
	html_put(html, "<ul>\n");
	for (size_t i = 0; i < list->count; i++) {
		const char *text = LIST_OF(struct value, *list)[i].text;
		html_put(html, "<li>");
		html_lines(html, text != NULL ? text : "");
		html_put(html, "</li>\n");
	}
	html_put(html, "</ul>\n");
}

/* The dispositions that a document gives where they are not one. */
static void add_undecided(struct html *html, const struct closing *closing,
                          const struct closedown_task *task)
{
	struct disposition disposition;
	if (task->disposition.count < 2)
		return;
	html_put(html, "<ul>\n");
	for (size_t i = 0; i < task->disposition.count; i++) {
		const char *id = LIST_OF(struct value, task->disposition)[i].text;
		if (id != NULL)
			html_add(html, "<li>%s</li>\n",
			         disposition_named(closing->view->plan.plan, id, &disposition)
			                 ? disposition_words(html, &disposition)
			                 : id);
	}
	html_put(html, "</ul>\n");
}

/* What becomes of the task, where it goes, and whether it arrived. */
static void add_fate(struct html *html, const struct closing *closing,
                     const struct closedown_task *task)
{
	const struct handover *handover =
		handovers_find(&closing->site->handovers, closing->filed, task->id.text);
	html_add(html, "<p><strong>%s</strong></p>\n", fate_of(html, closing, task));
	add_undecided(html, closing, task);
	if (task->to.text != NULL || (handover != NULL && handover->receiver != NULL)) {
		html_put(html, "<p>");
		html_say(html, handover != NULL && handover_is_reopened(handover)
		                       ? PHRASE_CLOSEDOWN_TAKEN_UP
		                       : PHRASE_CLOSEDOWN_TO);
		if (handover != NULL)
			handover_receiver(html, closing->site, closing->view, handover);
		else
			html_text(html, task->to.text);
		html_put(html, "</p>\n");
	}
	if (task->reason.text != NULL) {
		html_put(html, "<p class=\"note\">");
		html_lines(html, task->reason.text);
		html_put(html, "</p>\n");
	}
	if (handover == NULL)
		return;
	if (handover->state != HANDOVER_CLOSED && handover->state != HANDOVER_UNDECIDED)
		handover_state_parts(html, closing->site, handover);
	handover_journey_list(html, closing->site, closing->view, handover);
}

enum { TASK, DONE, OUTSTANDING, FATE, COLUMNS };

static void add_task(struct html *html, const struct closing *closing,
                     const struct closedown_task *task, const char *const columns[COLUMNS])
{
	html_row(html, columns[TASK]);
	html_lines(html, task->task.text != NULL ? task->task.text
	                                         : html_phrase(html, PHRASE_CLOSEDOWN_NOT_NAMED));
	html_put(html, "</th>\n");
	html_cell(html, columns[DONE]);
	add_evidence(html, closing, task);
	html_put(html, "</td>\n");
	html_cell(html, columns[OUTSTANDING]);
	add_texts(html, &task->outstanding, PHRASE_CLOSEDOWN_NOTHING_GIVEN);
	html_put(html, "</td>\n");
	html_cell(html, columns[FATE]);
	add_fate(html, closing, task);
	html_put(html, "</td>\n</tr>\n");
}

static const char *workstream_of(const struct closing *closing, size_t number)
{
	const char *id = task_at(closing, number)->workstream.text;
	return id != NULL ? id : "";
}

/* The tasks of one workstream from number FIRST on, below its name; marks them as told. */
static void add_workstream(struct html *html, const struct closing *closing, size_t first,
                           bool *told)
{
	static const enum phrase said[COLUMNS] = {
		PHRASE_CLOSEDOWN_COLUMN_TASK, PHRASE_CLOSEDOWN_COLUMN_DONE,
		PHRASE_CLOSEDOWN_COLUMN_OUTSTANDING, PHRASE_CLOSEDOWN_COLUMN_FATE};
	const char *columns[COLUMNS];
	const struct plan_view *view = closing->view;
	const char *id = workstream_of(closing, first);
	size_t at = 0;
	while (at < view->plan.count && strcmp(view->plan.workstreams[at].id, id) != 0)
		at++;
	html_add(html, "<section aria-labelledby=\"tasks-%zu\">\n<h2 id=\"tasks-%zu\">", first,
	         first);
	if (at < view->plan.count)
		workstream_link(html, view, &view->plan.workstreams[at]);
	else
		html_text(html,
		          id[0] != '\0' ? id : html_phrase(html, PHRASE_CLOSEDOWN_NO_WORKSTREAM));
	html_put(html, "</h2>\n");
	html_columns(html, said, COLUMNS, columns);
	html_table(html, HTML_TEXTS, html_phrase(html, PHRASE_CLOSEDOWN_CAPTION), columns, COLUMNS);
	for (size_t i = first; i < closing->closedown->tasks.count; i++) {
		if (told[i] || strcmp(workstream_of(closing, i), id) != 0)
			continue;
		add_task(html, closing, task_at(closing, i), columns);
		told[i] = true;
	}
	html_table_end(html);
	html_put(html, "</section>\n");
}

/* Workstreams in the order in which the close-down comes to them. */
static void add_tasks(struct html *html, const struct closing *closing)
{
	size_t count = closing->closedown->tasks.count;
	bool *told = mem_new(count + 1, sizeof(*told));
	for (size_t i = 0; i < count; i++)
		told[i] = !is_shown(closing, i);
	for (size_t i = 0; i < count; i++)
		if (!told[i])
			add_workstream(html, closing, i, told);
	free(told);
}

/* Findings that the close-down answers itself. */
static void add_answers(struct html *html, const struct closing *closing)
{
	const struct list *list = &document_common(closing->document)->explained;
	if (list->count == 0)
		return;
	html_section(html, "answers", PHRASE_CLOSEDOWN_ANSWERS);
	html_put(html, "<ul>\n");
	for (size_t i = 0; i < list->count; i++) {
		const struct explanation *row = &LIST_OF(struct explanation, *list)[i];
		if (row->rule.text == NULL || row->reason.text == NULL)
			continue;
		html_put(html, "<li>");
		rule_link(html, "../", row->rule.text);
		html_put(html, ": ");
		html_lines(html, row->reason.text);
		html_put(html, "</li>\n");
	}
	html_put(html, "</ul>\n</section>\n");
}

static void add_versions(struct html *html, const struct closing *closing)
{
	const struct filed *filed = closing->filed;
	html_section(html, "versions", PHRASE_CLOSEDOWN_VERSIONS);
	html_put(html, "<ul>\n");
	for (size_t i = filed->count; i-- > 0;) {
		const struct landing *landing = filed->versions[i].landing;
		struct html day = html_part(html), who = html_part(html), commit = html_part(html);
		html_day(&day, landing_time(landing));
		html_person(&who, landing->author.name);
		landing_link(&commit, closing->view, landing);
		html_put(html, "<li>");
		html_weave(html, PHRASE_CLOSEDOWN_VERSION, day.text.bytes, who.text.bytes,
		           commit.text.bytes);
		if (document_is_draft(filed->versions[i].document))
			html_say(html, PHRASE_CLOSEDOWN_DRAFT);
		html_put(html, "</li>\n");
		html_release(&day);
		html_release(&who);
		html_release(&commit);
	}
	html_put(html, "</ul>\n");
	html_section_end(html);
}

int closedown_page(const struct site_view *site, const struct plan_view *view,
                   const struct filed *filed, struct html *html, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct buf title = BUF_INIT;
	struct closing closing = {
		.site = site,
		.view = view,
		.filed = filed,
		.document = filed_document(filed),
		.registers = registers_of_plan(site->record, filed->plan, &arena),
	};
	closing.closedown = closing.document->closedown;
	for (size_t i = 0; i < closing.closedown->tasks.count; i++)
		closing.exempt += is_shown(&closing, i) ? 0 : 1;
	said_filed(html, filed, &title);
	struct frame frame = inner_frame(site, view, title.bytes);
	(void)error;
	frame_begin(html, &frame);
	document_banners(html, closing.document);
	add_summary(html, &closing);
	const struct filed_version *version = filed_version(filed);
	const struct beside beside = {site->record, view, version->path, version->landing};
	struct body_filling filling = {.add = NULL};
	beside_fill(&beside, &filling);
	body_preface(html, closing.document, &filling);
	add_tasks(html, &closing);
	body_sections(html, closing.document, 2, &filling);
	add_answers(html, &closing);
	add_versions(html, &closing);
	frame_end(html, &frame);
	buf_release(&title);
	arena_release(&arena);
	return 0;
}
