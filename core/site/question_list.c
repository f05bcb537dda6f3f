/* What is questioned, as HTML: declared in view/pages.h. */
#include "site/pages.h"

#include <string.h>

#include "site/workstream_parts.h"
#include "view/badge.h"
#include "view/said.h"

enum { SHORT_ID = 7 };

/* The page of whose document stands at PATH for the period; NULL: of none. */
static const struct series *series_at(const struct plan_view *view, const char *path,
                                      struct period period)
{
	for (size_t i = 0; i <= view->plan.count; i++) {
		const struct series *series =
			i < view->plan.count ? &view->plan.workstreams[i] : &view->plan.programme;
		for (size_t j = 0; j < series->count; j++)
			if (period_equal(series->standings[j].period, period) &&
			    strcmp(standing_version(&series->standings[j])->path, path) == 0)
				return series;
	}
	return NULL;
}

/* What a rule says, which is in English on every page. */
static void add_as_found(struct html *html, const char *text)
{
	bool marked = html->language != LANGUAGE_ENGLISH;
	html_put(html, marked ? "<span lang=\"en\"><bdi>" : "<bdi>");
	html_coded_hostless(html, text);
	html_put(html, marked ? "</bdi></span>" : "</bdi>");
}

/* Whose document it is, as a link where it is another page's. */
static void add_owner(struct html *html, const struct plan_view *view, const struct series *series,
                      enum phrase report)
{
	if (series == NULL)
		html_say(html, report);
	else if (series == &view->plan.programme)
		html_add(html, "<a href=\"index.html\">%s</a>",
		         html_phrase(html, PHRASE_QUESTION_OVERVIEW));
	else
		workstream_link(html, view, series);
}

/* "(plans/p/a.md, line 9, commit abc1234): " */
static void add_place(struct html *html, const struct finding_evidence *evidence)
{
	char number[HTML_NUMBER_SIZE];
	html_add(html, " (<span class=\"path\">%s</span>, ", evidence->path);
	html_tell(html, PHRASE_QUESTION_LINE, html_number((size_t)evidence->line, number));
	if (evidence->commit != NULL) {
		struct html commit = html_part(html);
		html_add(&commit, "<code title=\"%s\">", evidence->commit);
		html_bytes(&commit, evidence->commit, strnlen(evidence->commit, SHORT_ID));
		html_put(&commit, "</code>");
		html_put(html, ", ");
		html_weave(html, PHRASE_QUESTION_COMMIT, commit.text.bytes);
		html_release(&commit);
	}
	html_put(html, "): ");
}

/* "Procurement, July 2023 (plans/p/a.md, line 9, commit abc1234): agreed completion ..." */
static void add_evidence(struct html *html, const struct plan_view *view, const struct series *here,
                         const struct finding *finding, size_t index)
{
	const struct finding_evidence *evidence = &finding->evidence[index];
	char words[BADGE_PERIOD_SIZE];
	struct period period = {0, 0};
	bool known = evidence->period != NULL && period_parse(evidence->period, &period);
	bool same = known && period_equal(period, finding->period);
	const struct series *series = known ? series_at(view, evidence->path, period) : NULL;
	html_put(html, "<li>");
	if (!known)
		html_add(html, "<a href=\"index.html#about\">%s</a>",
		         html_phrase(html, PHRASE_QUESTION_PLAN));
	else if (series != NULL && series == here)
		html_say(html, same ? PHRASE_QUESTION_THIS_REPORT : PHRASE_QUESTION_REPORT);
	else
		add_owner(html, view, series, PHRASE_QUESTION_DOCUMENT);
	if (known && !(same && series == here)) {
		badge_period(html, period, words);
		if (series == here)
			html_tell(html, PHRASE_QUESTION_FOR, words);
		else
			html_add(html, ", %s", words);
	}
	add_place(html, evidence);
	add_as_found(html, evidence->text);
	html_put(html, "</li>\n");
}

/* The message as a sentence. */
static void add_message(struct html *html, const char *message)
{
	struct buf text = BUF_INIT;
	buf_text(&text, message);
	if (text.length != 0 && message[0] >= 'a' && message[0] <= 'z')
		text.bytes[0] = (char)(message[0] - 'a' + 'A');
	add_as_found(html, text.bytes);
	buf_byte(&html->text, '.');
	buf_release(&text);
}

/* "Rated Green, though completion is forecast for ..." and the rule that asks. */
static void add_asked(struct html *html, const struct finding *finding)
{
	add_message(html, finding->message);
	html_put(html, " <span class=\"note\">");
	rule_link(html, "../", finding->rule);
	html_put(html, "</span>");
}

static void add_question(struct html *html, const struct plan_view *view, const struct series *here,
                         const struct finding *finding)
{
	bool explained = finding->severity == SEVERITY_EXPLAINED;
	buf_printf(&html->text, "<li%s>\n<p>", explained ? " class=\"explained\"" : "");
	add_asked(html, finding);
	html_put(html, "</p>\n");
	if (explained && finding->answer != NULL) {
		html_add(html, "<p class=\"inset\"><strong>%s</strong> ",
		         html_phrase(html, PHRASE_QUESTION_EXPLAINED));
		html_person(html, finding->answer);
		html_put(html, "</p>\n");
	}
	if (finding->evidence_count != 0)
		html_put(html, "<ul class=\"evidence\">\n");
	for (size_t i = 0; i < finding->evidence_count; i++)
		add_evidence(html, view, here, finding, i);
	if (finding->evidence_count != 0)
		html_put(html, "</ul>\n");
	html_put(html, "</li>\n");
}

void question_list(struct html *html, const struct plan_view *view, const struct series *here,
                   struct about about)
{
	struct questioned questioned = questions_count(about);
	const struct finding *finding;
	if (questioned.open + questioned.explained == 0)
		return;
	html_put(html, "<ul class=\"questions\">\n");
	for (int explained = 0; explained < 2; explained++)
		for (size_t at = 0; (finding = questions_next(about, &at)) != NULL;)
			if ((finding->severity == SEVERITY_EXPLAINED) == (explained == 1))
				add_question(html, view, here, finding);
	html_put(html, "</ul>\n");
}

void question_fold(struct html *html, const struct plan_view *view, const struct series *here,
                   struct about about)
{
	struct questioned questioned = questions_count(about);
	const struct finding *finding;
	char count[HTML_NUMBER_SIZE];
	for (int explained = 0; explained < 2; explained++) {
		if ((explained == 0 ? questioned.open : questioned.explained) == 0)
			continue;
		if (explained == 1) {
			html_put(html, "<details>\n<summary>");
			html_tell(html,
			          questioned.explained == 1 ? PHRASE_WORKSTREAM_ANSWERED_ONE
			                                    : PHRASE_WORKSTREAM_ANSWERED_MANY,
			          html_number(questioned.explained, count));
			html_put(html, "</summary>\n");
		}
		html_put(html, "<ul class=\"questions\">\n");
		for (size_t at = 0; (finding = questions_next(about, &at)) != NULL;)
			if ((finding->severity == SEVERITY_EXPLAINED) == (explained == 1))
				add_question(html, view, here, finding);
		html_put(html, explained == 1 ? "</ul>\n</details>\n" : "</ul>\n");
	}
}

void question_sentences(struct html *html, struct about about)
{
	const struct finding *finding;
	html_put(html, "<ul>\n");
	for (size_t at = 0; (finding = questions_next(about, &at)) != NULL;) {
		if (finding->severity == SEVERITY_EXPLAINED)
			continue;
		html_put(html, "<li>");
		add_asked(html, finding);
		html_put(html, "</li>\n");
	}
	html_put(html, "</ul>\n");
}

void questions_note(struct html *html, struct about about, const char *address)
{
	struct questioned questioned = questions_count(about);
	if (questioned.open + questioned.explained == 0)
		return;
	html_add(html, " <a class=\"note questioned\" href=\"%s\">", address);
	said_questions(html, questioned);
	html_put(html, "</a>");
}
