/* What the prose claims, against what is on record. */
#include "support/testing.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "document/source.h"
#include "support/doubting.h"
#include "support/history.h"
#include "support/judging.h"

#define PLAN "repo/plans/p/"

enum { LONGEST_RULE = 16 };

static const struct {
	const char *id, *title, *last, *now, *forecast, *third;
} strands[] = {
	{"governance", "Governance and decision making, also: [Governance]", "green", "green",
         "2024-03-31", "delivered"},
	{"procurement", "Procurement", "green", "green", "2024-03-31", "delivered"},
	{"delivery", "\"Project, planning and delivery\", also: [Project plans and delivery]",
         "green-amber", "green-amber", "2024-05-31", "missed"},
	{"partnership", "Partnership working, also: [Partnerships]", "amber", "green-amber",
         "2024-03-31", "missed"},
	{"culture", "\"Confidence, culture and capacity\", also: [Culture]", "green-amber", "green",
         "2024-02-29", "delivered"},
};

static const char *plan(struct sandbox *sandbox)
{
	const char *rows = "";
	for (size_t i = 0; i < COUNT_OF(strands); i++)
		rows = arena_printf(&sandbox->arena, "%s  - {id: %s, title: %s}\n", rows,
		                    strands[i].id, strands[i].title);
	return arena_printf(&sandbox->arena,
	                    "---\nkind: plan\ntitle: Improvement plan\n"
	                    "organisation: Example Combined Authority\nstarts: 2023-05-01\n"
	                    "ends: 2025-03-31\ncadence: monthly\nworkstreams:\n%s---\n",
	                    rows);
}

/* The update of one strand, with WORDS as its activities. */
static const char *update(struct sandbox *sandbox, size_t strand, bool now, const char *words)
{
	const char *milestones =
		!now ? ""
		     : arena_printf(&sandbox->arena,
	                            "milestones:\n"
	                            "  - {id: a, title: Strategy agreed, status: delivered}\n"
	                            "  - {id: b, title: Hub opened, status: delivered}\n"
	                            "  - {id: c, title: Training bought, status: %s, reason: The "
	                            "supplier withdrew}\n"
	                            "  - {id: d, title: Register published, status: delivered}\n",
	                            strands[strand].third);
	const char *text =
		history_update_saying(strands[strand].id, now ? "2023-08" : "2023-07",
	                              now ? strands[strand].now : strands[strand].last, words);
	text = replaced(sandbox, text, "agreed_completion: 2025-03-31",
	                "agreed_completion: 2024-03-31");
	text = replaced(
		sandbox, text, "forecast_completion: 2025-03-31",
		arena_printf(&sandbox->arena, "forecast_completion: %s", strands[strand].forecast));
	return replaced(sandbox, text, "completed_by:",
	                arena_printf(&sandbox->arena, "%scompleted_by:", milestones));
}

/* A folder with two periods of all strands, and overviews of both. */
static void write_story(struct sandbox *sandbox)
{
	history_new(sandbox, "repo");
	sandbox_write(sandbox, PLAN "plan.md", plan(sandbox));
	for (size_t i = 0; i < COUNT_OF(strands); i++)
		for (int now = 0; now < 2; now++)
			sandbox_write(
				sandbox,
				arena_printf(&sandbox->arena, PLAN "%s-%d.md", strands[i].id, now),
				update(sandbox, i, now != 0, "The steps planned were taken."));
	sandbox_write(sandbox, PLAN "overview-0.md", history_overview("2023-07", "green"));
	sandbox_write(sandbox, PLAN "overview-1.md", history_overview("2023-08", "green"));
}

static const char *overview_saying(struct sandbox *sandbox, const char *words)
{
	const char *text = history_overview("2023-08", "green");
	return arena_printf(&sandbox->arena, "%s\n%s\n", text, words);
}

/* --- sentences, one by one --- */

/* The rule in the brackets that end the finding's line, without "claim-". */
static void read_rule(const char *line, char rule[LONGEST_RULE])
{
	const char *end = strchr(line, '\n'), *start = end;
	while (start > line && *start != '[')
		start--;
	rule[0] = '\0';
	if (strncmp(start, "[claim-", 7) == 0)
		snprintf(rule, LONGEST_RULE, "%.*s", (int)(end - start - 8), start + 7);
}

/* The rules of claims found at LINE of the file at PATH, with blanks between; "-": none. */
static const char *rules_at(struct sandbox *sandbox, const char *found, const char *path, int line)
{
	const char *place = arena_printf(&sandbox->arena, "%s:%d:", path, line), *names = "-";
	for (const char *at = found; *at != '\0'; at = next_line(at)) {
		char rule[LONGEST_RULE];
		if (strncmp(at, place, strlen(place)) != 0)
			continue;
		read_rule(at, rule);
		if (rule[0] != '\0')
			names = strcmp(names, "-") == 0 || strcmp(names, rule) == 0
			                ? arena_printf(&sandbox->arena, "%s", rule)
			                : arena_printf(&sandbox->arena, "%s %s", names, rule);
	}
	return names;
}

/* The sentences of a list, a paragraph each, and nothing else of its lines. */
static const char *paragraphs(struct sandbox *sandbox, const char *list)
{
	struct buf buf = BUF_INIT;
	for (const char *at = list; *at != '\0'; at = next_line(at)) {
		if (*at == '#')
			continue;
		const char *sentence = strchr(at, ' ') + 1;
		buf_add(&buf, sentence, (size_t)(next_line(at) - sentence));
		buf_byte(&buf, '\n');
	}
	const char *copy = arena_text(&sandbox->arena, buf.bytes, buf.length);
	buf_release(&buf);
	return copy;
}

/* The number of the line on which the first paragraph stands. */
static int line_of(const char *text, const char *paragraph)
{
	int line = 1;
	const char *at = strstr(text, paragraph);
	assert_non_null(at);
	for (const char *byte = text; byte < at; byte++)
		line += *byte == '\n' ? 1 : 0;
	return line;
}

/* Each sentence of the list is doubted by the rule that stands before it, or by none. */
static void judge_list(struct sandbox *sandbox, const char *list, const char *path,
                       const char *text, const char *words)
{
	assert_true(strlen(text) < SOURCE_LARGEST_BODY);
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "repo/%s", path), text);
	const char *found = judged_candour(sandbox, "repo", false);
	int line = line_of(text, words), wrong = 0;
	for (const char *at = list; *at != '\0'; at = next_line(at)) {
		if (*at == '#')
			continue;
		const char *names = rules_at(sandbox, found, path, line);
		size_t length = strcspn(at, " ");
		if (strlen(names) != length || strncmp(names, at, length) != 0) {
			wrong++;
			print_error("not %.*s but %s: %.*s", (int)length, at, names,
			            (int)(next_line(at) - at - (ptrdiff_t)length), at + length + 1);
		}
		line += 2;
	}
	assert_int_equal(wrong, 0);
}

static void sentences_of_an_overview(void **state)
{
	static const char *const lists[] = {"overview", "ratings",     "movements",
	                                    "nothing",  "look_alikes", "wholes"};
	for (size_t i = 0; i < COUNT_OF(lists); i++) {
		const char *list = sandbox_read_source(
			*state, arena_printf(&((struct sandbox *)*state)->arena,
		                             "tests/candour/claims_of_%s.txt", lists[i]));
		write_story(*state);
		const char *words = paragraphs(*state, list);
		judge_list(*state, list, "plans/p/overview-1.md", overview_saying(*state, words),
		           words);
	}
}

static void judge_update(struct sandbox *sandbox, const char *path, size_t strand)
{
	const char *list = sandbox_read_source(sandbox, path);
	write_story(sandbox);
	const char *words = paragraphs(sandbox, list);
	judge_list(sandbox, list,
	           arena_printf(&sandbox->arena, "plans/p/%s-1.md", strands[strand].id),
	           update(sandbox, strand, true, words), words);
}

static void sentences_of_an_update(void **state)
{
	judge_update(*state, "tests/candour/claims_of_update.txt", 3);
}

static void sentences_of_an_update_that_is_late(void **state)
{
	judge_update(*state, "tests/candour/claims_of_late_update.txt", 2);
}

static void sentences_of_an_update_that_is_early(void **state)
{
	judge_update(*state, "tests/candour/claims_of_early_update.txt", 4);
}

/* --- what is said of them --- */

/* What is doubted of the overview that says WORDS. */
static const char *judged_saying(struct sandbox *sandbox, const char *words)
{
	write_story(sandbox);
	sandbox_write(sandbox, PLAN "overview-1.md", overview_saying(sandbox, words));
	return doubted(sandbox, FAMILY_CLAIMS, "repo");
}

/* What both point to. */
#define RATINGS                                                                                             \
	"    see plans/p/governance-1.md:4 (August 2023): Governance and decision making rated Green\n"     \
	"    see plans/p/governance-0.md:4 (July 2023): Governance and decision making rated Green\n"       \
	"    see plans/p/procurement-1.md:4 (August 2023): Procurement rated Green\n"                       \
	"    see plans/p/procurement-0.md:4 (July 2023): Procurement rated Green\n"                         \
	"    see plans/p/delivery-1.md:4 (August 2023): Project, planning and delivery rated Green/Amber\n" \
	"    see plans/p/delivery-0.md:4 (July 2023): Project, planning and delivery rated Green/Amber\n"   \
	"    see plans/p/partnership-1.md:4 (August 2023): Partnership working rated Green/Amber\n"         \
	"    see plans/p/partnership-0.md:4 (July 2023): Partnership working rated Amber\n"                 \
	"    see plans/p/culture-1.md:4 (August 2023): Confidence, culture and capacity rated Green\n"      \
	"    see plans/p/culture-0.md:4 (July 2023): Confidence, culture and capacity rated Green/Amber\n"

static void a_streak_is_told_with_its_evidence(void **state)
{
	const char *found = judged_saying(
		*state, "Three of the themes report 'Green' for a second consecutive month.");
	assert_text(
		found,
		"plans/p/overview-1.md:11:1: warning: the text says \"Three of the themes report "
		"'Green' for a second consecutive month\", but the record has two: "
		"Governance and decision making, Procurement [claim-streak]\n" RATINGS);
}

static void a_trend_is_told_with_its_evidence(void **state)
{
	assert_text(
		judged_saying(*state, "We see positive trends across all five themes."),
		"plans/p/overview-1.md:11:8: warning: the text says \"positive trends across all "
		"five themes\", but on record two improved (Partnership working; Confidence, "
		"culture and capacity), three held steady (Governance and decision making; "
		"Procurement; Project, planning and delivery), none declined [claim-trend]\n" RATINGS);
}

/* --- what is not known --- */

static void what_nobody_reported_is_left_alone(void **state)
{
	history_new(*state, "none");
	sandbox_write(*state, "none/plans/p/plan.md", plan(*state));
	sandbox_write(*state, "none/plans/p/a.md", update(*state, 1, true, "Done."));
	sandbox_write(*state, "none/plans/p/overview.md",
	              overview_saying(*state, "Four of the five themes are Green.\n\n"
	                                      "Procurement is Green for a third month running.\n\n"
	                                      "Procurement has improved.\n\n"
	                                      "Culture is Red, and was Amber last month.\n\n"
	                                      "All milestones were delivered.\n"));
	assert_text(judged_candour(*state, "none", false), "");
}

static void another_scale_is_left_alone(void **state)
{
	const char *scale = "scale: {levels: [{id: green, label: Green, short: G, meaning: Good}, "
			    "{id: amber, label: Amber, short: A, meaning: Fair}, "
			    "{id: red, label: Red, short: R, meaning: Poor}]}\n";
	struct history *history = history_new(*state, "scaled");
	HISTORY(history, {31, "Ann", "plans/p/plan.md", history_plan("homes roads")},
	        {31, NULL, "plans/p/homes.md", history_update("homes", "2023-07", "green-amber")},
	        {31, NULL, "plans/p/roads.md", history_update("roads", "2023-07", "amber")});
	history_checkout(history);
	sandbox_write(*state, "scaled/plans/p/plan.md", history_plan_with("homes roads", scale));
	sandbox_write(*state, "scaled/plans/p/homes.md",
	              history_update("homes", "2023-08", "green"));
	sandbox_write(*state, "scaled/plans/p/roads.md",
	              history_update("roads", "2023-08", "amber"));
	sandbox_write(*state, "scaled/plans/p/overview.md",
	              overview_saying(*state, "Homes was Amber last month.\n\n"
	                                      "Both workstreams improved.\n\n"
	                                      "Roads is Green for a second month running.\n"));
	const char *found = judged_candour(*state, "scaled", true);
	assert_text(arena_text(&((struct sandbox *)*state)->arena, found,
	                       (size_t)(next_line(found) - found)),
	            "plans/p/overview.md:15:1: warning: the text says \"Roads is Green for a "
	            "second month running\", but the record has Roads (Amber, before Amber) "
	            "[claim-streak]\n");
}

static void what_is_quoted_is_somebody_elses(void **state)
{
	assert_text(judged_saying(*state, "> All five workstreams are Green.\n\n"
	                                  "## All five workstreams are Green\n\n"
	                                  "The Board said \"all five workstreams are Green\".\n"),
	            "");
}

/* One very long sentence, and many names: reading them takes no longer than it must. */
static void a_long_text_is_read_quickly(void **state)
{
	static const char *const pieces[] = {"three of the ",
	                                     "Green and ",
	                                     "for a the a the ",
	                                     "Procurement, ",
	                                     "'",
	                                     "(",
	                                     "Procurement (Green, ",
	                                     "was Amber and ",
	                                     "all but ",
	                                     "now now ",
	                                     "key key ",
	                                     "the ratings and ",
	                                     "no change in any ",
	                                     "ahead of the agreed ",
	                                     "it is and ",
	                                     "to finish on the agreed ",
	                                     "Green as is Procurement ",
	                                     "if ",
	                                     "Procurement is Green; ",
	                                     "Procurement is Green and ",
	                                     "Green and is a ",
	                                     "as Procurement "};
	write_story(*state);
	for (size_t i = 0; i < COUNT_OF(pieces); i++) {
		struct buf buf = BUF_INIT;
		while (buf.length < 60000)
			buf_text(&buf, pieces[i]);
		sandbox_write(*state, PLAN "overview-1.md", overview_saying(*state, buf.bytes));
		buf_release(&buf);
		double start = testing_seconds();
		judged_candour(*state, "repo", false);
		assert_quick(start, 1.0, pieces[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(sentences_of_an_overview),
		sandbox_test(sentences_of_an_update),
		sandbox_test(sentences_of_an_update_that_is_late),
		sandbox_test(sentences_of_an_update_that_is_early),
		sandbox_test(a_streak_is_told_with_its_evidence),
		sandbox_test(a_trend_is_told_with_its_evidence),
		sandbox_test(what_nobody_reported_is_left_alone),
		sandbox_test(another_scale_is_left_alone),
		sandbox_test(what_is_quoted_is_somebody_elses),
		sandbox_test(a_long_text_is_read_quickly),
	};
	return cmocka_run_group_tests_name("claims", tests, NULL, NULL) != 0;
}
