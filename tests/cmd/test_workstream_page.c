/* The page of a workstream: what a reader finds there, in which order, and what is not there. */
#include "support/command.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "support/history.h"
#include "support/picture.h"

#define PLAN "committees: [{id: board, name: The Board}]\n"

/* What an update is made of, besides a period and a rating. */
struct told {
	int month; /* of 2023, from 1; reported on in that month's middle */
	const char *rag, *agreed, *forecast;
	const char *lists; /* milestones and risks, as front matter */
};

static const char *told_text(struct sandbox *sandbox, const struct told *told)
{
	return arena_printf(&sandbox->arena,
	                    "---\nworkstream: a\nperiod: 2023-%02d\nrag: %s\nsponsor: Director\n"
	                    "managers: [Manager]\nagreed_completion: %s\nforecast_completion: %s\n"
	                    "%scompleted_by: Manager\ncompleted_on: 2023-%02d-28\n---\n\n"
	                    "## Key activities\n\nStep %d was taken.\n\n"
	                    "## RAG rationale\n\nThe reason of month %d.\n\n"
	                    "## Sponsor comments\n\nSeen.\n",
	                    told->month, told->rag, told->agreed, told->forecast, told->lists,
	                    told->month, told->month, told->month);
}

/* From July on, a commit a month. */
static struct history *make_history(struct sandbox *sandbox, const struct told *told, size_t count)
{
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {0, "Office", "plans/p/plan.md", history_plan_with("a b", PLAN)});
	for (size_t i = 0; i < count; i++)
		HISTORY(history, {30 * (told[i].month - 6), "Ann", "plans/p/a.md",
		                  told_text(sandbox, &told[i])});
	return history;
}

static const char *page(struct sandbox *sandbox, const char *name)
{
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "render", "-o", "../site");
	assert_int_equal(outcome.status, 0);
	return sandbox_read(sandbox, arena_printf(&sandbox->arena, "site/p/%s", name));
}

/* The section with this id, up to the next one of the page's own. */
static const char *section(struct sandbox *sandbox, const char *page, const char *id)
{
	const char *begin =
		strstr(page, arena_printf(&sandbox->arena, "<section aria-labelledby=\"%s\"", id));
	if (begin == NULL)
		return NULL;
	const char *end = strstr(begin + 1, "<section aria-labelledby");
	return end == NULL ? begin : arena_text(&sandbox->arena, begin, (size_t)(end - begin));
}

/* The text of a section without its markup and its picture, blanks as one. */
static const char *words(struct sandbox *sandbox, const char *markup)
{
	char *text = arena_new(&sandbox->arena, strlen(markup) + 1);
	size_t length = 0;
	for (const char *at = markup; *at != '\0';) {
		if (strncmp(at, "<svg", 4) == 0)
			at = strstr(at, "</svg>");
		if (*at == '<') {
			at += strcspn(at, ">") + 1;
			continue;
		}
		char sign = *at++;
		if (sign == '\n')
			sign = ' ';
		if (sign != ' ' || (length > 0 && text[length - 1] != ' '))
			text[length++] = sign;
	}
	return text;
}

static void assert_has(const char *text, const char *part)
{
	if (strstr(text, part) == NULL)
		fail_msg("no '%s' in:\n%s", part, text);
}

#define MILESTONES_JULY                                                                            \
	"milestones: [{id: hub, title: The <hub> opens, due: 2023-09-30, status: in-progress},\n"  \
	"  {id: rules, title: Rules signed, due: 2023-08-31, status: in-progress}]\n"              \
	"risks: [{id: staff, risk: Staff leave, mitigation: Ask them, owner: HR, rating: High},\n" \
	"  {id: money, risk: No money, mitigation: Save, owner: Finance, rating: Low}]\n"
#define MILESTONES_AUGUST                                                                          \
	"milestones: [{id: hub, title: The <hub> opens, due: 2023-10-31, status: in-progress},\n"  \
	"  {id: rules, title: Rules signed, due: 2023-08-31, status: delivered,\n"                 \
	"   delivered_on: 2023-08-20}]\n"                                                          \
	"risks: [{id: staff, risk: Staff leave, mitigation: Pay them, owner: HR, rating: High},\n" \
	"  {id: money, risk: No money, mitigation: Save, owner: Finance, rating: Low}]\n"
#define MILESTONES_SEPTEMBER                                                                       \
	"milestones: [{id: hub, title: The <hub> opens, due: 2023-12-31, status: in-progress}]\n"  \
	"agreed_change: {by: The Board, on: 2023-09-20, ref: minute 7}\n"                          \
	"risks: [{id: staff, risk: Staff leave, mitigation: Pay them, owner: Chief, rating: "      \
	"Medium,\n"                                                                                \
	"   status: closed, closed_on: 2023-09-15}]\n"

static const struct told months[] = {
	{7, "green", "2023-12-31", "2023-12-31", MILESTONES_JULY},
	{8, "amber", "2023-12-31", "2024-01-30", MILESTONES_AUGUST},
	{9, "amber", "2024-01-31", "2024-03-01", MILESTONES_SEPTEMBER},
};

static void the_rating_and_its_reason_stand_before_the_report_and_its_history(void **state)
{
	static const char *const order[] = {
		"<p class=\"big\">",         "Why it is rated so",
		"The reason of month 9.",    "On this page",
		"The report for ",           "Step 9 was taken.",
		"Ratings over time</h2>",    "Forecast against agreed</h2>",
		"Milestones over time</h2>", "Risks over time</h2>",
	};
	struct sandbox *sandbox = *state;
	make_history(sandbox, months, COUNT_OF(months));
	const char *at = page(sandbox, "a.html");
	assert_int_equal(picture_counts(at, "The reason of month 9."), 1);
	for (size_t i = 0; i < COUNT_OF(order); i++) {
		const char *next = strstr(at, order[i]);
		assert_case(next != NULL, order[i]);
		at = next;
	}
}

static void completion_dates_are_told_with_how_far_they_slipped(void **state)
{
	struct sandbox *sandbox = *state;
	make_history(sandbox, months, COUNT_OF(months));
	const char *part = section(sandbox, page(sandbox, "a.html"), "completion");
	assert_non_null(part);
	const char *text = words(sandbox, part);
	/* Against agreed, since the last report, since the first agreed date. */
	assert_has(text, "Sep 2023 31 Jan 2024 moved from 31 Dec 2023; agreed by The Board, 20 Sep "
	                 "2023 (minute 7) 1 Mar 2024 30 days later 31 days later 61 days later");
	assert_has(text,
	           "Aug 2023 31 Dec 2023 30 Jan 2024 30 days later 30 days later 30 days later");
	assert_has(text, "Jul 2023 31 Dec 2023 31 Dec 2023 no change – no change");
	assert_has(text, "Diamonds: the agreed date was moved.");
	assert_readable(part, "completion");
	assert_int_equal(picture_says(part, "Agreed 31 Jan 2024"), 1);
	assert_int_equal(picture_says(part, "Forecast 1 Mar 2024"), 1);
}

static void dates_that_never_moved_are_one_sentence(void **state)
{
	static const struct told same[] = {{7, "green", "2023-12-31", "2024-01-01", ""},
	                                   {8, "green", "2023-12-31", "2024-01-01", ""}};
	struct sandbox *sandbox = *state;
	make_history(sandbox, same, COUNT_OF(same));
	const char *part = section(sandbox, page(sandbox, "a.html"), "completion");
	assert_has(part, "<p>Every report gave the same dates: agreed 31 December 2023, forecast 1 "
	                 "January 2024.</p>");
	assert_null(strstr(part, "<svg"));
}

static void milestones_are_told_report_by_report(void **state)
{
	struct sandbox *sandbox = *state;
	make_history(sandbox, months, COUNT_OF(months));
	const char *part = section(sandbox, page(sandbox, "a.html"), "milestones-history");
	assert_non_null(part);
	const char *text = words(sandbox, part);
	assert_has(text,
	           "1 The &lt;hub&gt; opens 30 Sep 2023 (Jul 2023) 31 Oct 2023 (Aug 2023) 31 Dec "
	           "2023 (Sep 2023) 2 times, 92 days later In progress");
	assert_has(text, "2 Rules signed 31 Aug 2023 (Jul 2023 – Aug 2023) not moved Delivered, 20 "
	                 "Aug 2023");
	assert_readable(part, "milestones");
	assert_int_equal(picture_says(part, "1 The <hub> opens"), 1);
	assert_int_equal(picture_says(part, "2 Rules signed"), 1);
	assert_int_equal(picture_counts(part, "class=\"tick\""), 1);
	assert_int_equal(picture_counts(part, "class=\"diagonal\""), 2);
}

static void risks_are_told_from_their_opening_to_their_end(void **state)
{
	struct sandbox *sandbox = *state;
	make_history(sandbox, months, COUNT_OF(months));
	const char *part = section(sandbox, page(sandbox, "a.html"), "risks-history");
	assert_non_null(part);
	const char *text = words(sandbox, part);
	assert_has(text,
	           "1 Staff leave Jul 2023 High Medium (Sep 2023) Aug 2023 HR Chief (Sep 2023) "
	           "Closed, 15 Sep 2023");
	assert_has(text,
	           "2 No money Jul 2023 Low not changed Finance No longer reported after August "
	           "2023, and not closed");
	assert_readable(part, "risks");
}

static void a_rating_that_was_changed_and_challenged_is_marked(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = make_history(sandbox, months, 2);
	struct told again = months[1];
	again.rag = "red\ncorrection: {reason: Asked to look again, raised_by: letter}";
	HISTORY(history,
	        {65, "Clerk", "plans/p/letter.md",
	         "---\nkind: observation\nid: letter\ncommittee: board\ndate: 2023-09-04\n"
	         "challenges: [{workstream: a, period: 2023-08, reason: Too good}]\n---\n\n"
	         "It met.\n"},
	        {70, "Ann", "plans/p/a.md", told_text(sandbox, &again)});
	const char *part = section(sandbox, page(sandbox, "a.html"), "ratings");
	assert_readable(part, "ratings");
	assert_int_equal(picture_says(part, "re-rated"), 1);
	assert_int_equal(picture_says(part, "challenged"), 1);
	assert_int_equal(picture_counts(part, "<rect class=\"hollow\""), 1);
	assert_int_equal(picture_says(part, "A"), 1);
	assert_int_equal(picture_says(part, "R"), 1);
	assert_has(part, "A box with a broken outline is the rating that stood before");
}

static void one_report_has_no_history(void **state)
{
	struct sandbox *sandbox = *state;
	make_history(sandbox, months, 1);
	const char *whole = page(sandbox, "a.html");
	assert_null(strstr(whole, "<svg"));
	assert_null(section(sandbox, whole, "completion"));
	assert_null(section(sandbox, whole, "milestones-history"));
	assert_null(section(sandbox, whole, "risks-history"));
	assert_null(strstr(whole, "href=\"#completion\""));
}

/* Every link to a part of the page leads to one, whatever there is. */
static void each_part_that_is_named_is_there(void **state)
{
	struct sandbox *sandbox = *state;
	static const struct told some[] = {{7, "green", "2023-12-31", "2023-12-31",
	                                    "risks: [{id: r, risk: R, mitigation: M}]\n"},
	                                   {8, "amber", "2023-12-31", "2024-01-30",
	                                    "milestones: [{id: m, title: M, due: "
	                                    "2023-09-30, status: in-progress}]\n"}};
	make_history(sandbox, some, COUNT_OF(some));
	const char *whole = page(sandbox, "a.html");
	for (const char *at = strstr(whole, "href=\"#"); at != NULL;
	     at = strstr(at + 1, "href=\"#")) {
		const char *name = at + strlen("href=\"#");
		const char *id = arena_printf(&sandbox->arena, "id=\"%.*s\"",
		                              (int)strcspn(name, "\""), name);
		assert_case(strstr(whole, id) != NULL, id);
	}
}

static void questions_that_are_answered_are_folded_away(void **state)
{
	struct sandbox *sandbox = *state;
	struct told told = months[1];
	told.rag = "green";
	told.lists = "explained: [{rule: green-past-agreed, reason: The end is agreed}]\n";
	make_history(sandbox, &told, 1);
	const char *part = section(sandbox, page(sandbox, "a.html"), "questioned");
	assert_non_null(part);
	const char *fold = strstr(part, "<details>");
	assert_non_null(fold);
	assert_has(fold, "<summary>1 question that the report answers</summary>");
	assert_has(fold, "The end is agreed");
	/* What is open stands before, in sight. */
	const char *open = strstr(part, "<ul class=\"questions\">");
	if (open != NULL && open < fold)
		assert_null(strstr(arena_text(&sandbox->arena, part, (size_t)(fold - part)),
		                   "The end is agreed"));
}

/* On a Welsh page the frame is Welsh, and what authors wrote stays as it is. */
static void a_welsh_page_has_a_welsh_frame(void **state)
{
	static const char *const english[] = {
		"Why it is rated so", "On this page",  "The report for",
		"Ratings over time",  "Forecast",      "Agreed",
		"Milestone",          "Mitigation",    "days later",
		"Delivered",          "Sponsor",       "Completed",
		"Key activities",     "RAG rationale", "Closed",
		"last reported",      "Ticks:",        "Arrows:",
		"In progress",        "once,",         "not changed",
	};
	struct sandbox *sandbox = *state;
	struct history *history = make_history(sandbox, months, COUNT_OF(months));
	HISTORY(history, {100, "Office", "plans/p/plan.md",
	                  history_plan_with("a b", PLAN "site: {lang: cy}\n")});
	const char *whole = page(sandbox, "a.html");
	assert_has(whole, "<html lang=\"cy\"");
	static const char *const ids[] = {"why", "report", "completion", "milestones-history",
	                                  "risks-history"};
	for (size_t i = 0; i < COUNT_OF(ids); i++) {
		const char *part = section(sandbox, whole, ids[i]);
		assert_case(part != NULL, ids[i]);
		for (size_t j = 0; j < COUNT_OF(english); j++)
			if (strstr(part, english[j]) != NULL)
				fail_msg("%s has '%s':\n%s", ids[i], english[j],
				         strstr(part, english[j]));
	}
	assert_has(whole, "<div class=\"prose\">\n<p>The reason of month 9.</p>");
	assert_has(whole, "2 Rules signed");
	assert_has(whole, "31 Ionawr 2024");
	assert_has(whole, "symudwyd o <time datetime=\"2023-12-31\">31 Rhag 2023</time>");
	assert_has(whole, "30 diwrnod yn hwyrach");
}

/* Titles of 10,000 characters, twenty milestones and thirty reports: the page stays a page. */
static void a_long_and_wordy_history_stays_small(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	struct buf lists = BUF_INIT;
	HISTORY(history, {0, "Office", "plans/p/plan.md", history_plan("a b")});
	for (int i = 0; i < 36; i++) {
		int month = 2023 * 12 + 6 + i;
		buf_clear(&lists);
		buf_text(&lists, "milestones:\n");
		for (int j = 0; j < 40; j++) {
			buf_printf(&lists, "  - {id: m%d, title: ", j);
			buf_repeat(&lists, 'x', j == 0 ? 10000 : 80);
			buf_printf(&lists, " %d, due: %d-%02d-28, status: in-progress}\n", j,
			           (month + j + i % 3) / 12, (month + j + i % 3) % 12 + 1);
		}
		buf_text(&lists, "risks:\n");
		for (int j = 0; j < 40; j++)
			buf_printf(&lists,
			           "  - {id: r%d, risk: Risk %d, mitigation: Do %d, owner: Owner "
			           "%d, rating: %d}\n",
			           j, j, i % 7, i % 5, i % 3);
		const char *period =
			arena_printf(&sandbox->arena, "%d-%02d", month / 12, month % 12 + 1);
		const char *text = history_update_with("a", period, "green", lists.bytes);
		HISTORY(history, {30 * (i + 1), "Ann", "plans/p/a.md", text});
	}
	buf_release(&lists);
	const char *whole = page(sandbox, "a.html");
	static const char *const ids[] = {"milestones-history", "risks-history"};
	for (size_t i = 0; i < COUNT_OF(ids); i++) {
		const char *part = section(sandbox, whole, ids[i]);
		assert_case(part != NULL, ids[i]);
		assert_readable(part, ids[i]);
		if (strlen(part) > 60000)
			fail_msg("%s: %zu bytes", ids[i], strlen(part));
	}
	const char *milestones = section(sandbox, whole, "milestones-history");
	assert_has(milestones, "The picture shows 12 of 40 milestones");
	assert_has(milestones, "The table shows the latest 36 of 40 rows.");
	assert_has(section(sandbox, whole, "risks-history"),
	           "The picture shows the first 20 of 40 risks");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(the_rating_and_its_reason_stand_before_the_report_and_its_history),
		sandbox_test(completion_dates_are_told_with_how_far_they_slipped),
		sandbox_test(dates_that_never_moved_are_one_sentence),
		sandbox_test(milestones_are_told_report_by_report),
		sandbox_test(risks_are_told_from_their_opening_to_their_end),
		sandbox_test(a_rating_that_was_changed_and_challenged_is_marked),
		sandbox_test(one_report_has_no_history),
		sandbox_test(each_part_that_is_named_is_there),
		sandbox_test(questions_that_are_answered_are_folded_away),
		sandbox_test(a_welsh_page_has_a_welsh_frame),
		sandbox_test(a_long_and_wordy_history_stays_small),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
