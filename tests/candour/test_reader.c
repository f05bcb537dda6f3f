/* What a careful reader of the papers asks beyond the plain cases, and what he leaves alone. */
#include "support/testing.h"

#include <string.h>

#include "support/history.h"
#include "support/judging.h"

/* An update of a plan, and part of what the rule says of it; NULL: nothing. */
struct told {
	const char *says;  /* in the place of what was done */
	const char *extra; /* lines of front matter, or NULL */
	const char *found;
};

static const char *plan(void)
{
	return history_plan_with(
		"a b", "committees:\n"
		       "  - {id: board, name: Authority Board, also: [CAB], type: decide}\n"
		       "  - {id: audit, name: Audit and Governance Committee}\n"
		       "  - id: office\n"
		       "    name: Programme Management Office\n"
		       "    also: [PMO, LCRA Office]\n"
		       "  - {id: homes, name: \"Department for Homes, Places and Local "
		       "Growth\"}\n"
		       "meetings:\n"
		       "  - {committee: board, date: 2023-07-26}\n"
		       "people:\n"
		       "  - {id: ph, name: Peter Harlow}\n"
		       "  - {id: mw, name: Mark Westerby}\n");
}

/* True where a line of TEXT, with its evidence, is of the rule and has WANTED in it. */
static bool finds(const char *text, const char *mark, const char *wanted)
{
	for (const char *line = text; *line != '\0'; line = next_line(line)) {
		const char *end = next_line(line), *at = strstr(line, mark);
		if (at == NULL || at >= end)
			continue;
		const char *part = wanted == NULL ? line : strstr(line, wanted);
		if (part != NULL && part < end)
			return true;
	}
	return false;
}

static void check(struct sandbox *sandbox, const char *rule, const struct told *rows, size_t count)
{
	const char *mark = arena_printf(&sandbox->arena, "[%s]\n", rule);
	history_new(sandbox, "repo");
	sandbox_write(sandbox, "repo/plans/better/plan.md", plan());
	for (size_t i = 0; i < count; i++) {
		const char *extra = rows[i].extra != NULL ? rows[i].extra : "";
		const char *says = rows[i].says != NULL ? rows[i].says : "It was done.";
		const char *text = history_update_with("a", "2023-07", "green", extra);
		text = replaced(sandbox, text, "The steps planned for 2023-07 were taken.", says);
		sandbox_write(sandbox, "repo/plans/better/a.md", text);
		text = judged_candour(sandbox, "repo", false);
		if (finds(text, mark, rows[i].found) != (rows[i].found != NULL))
			fail_msg("%s: `%s` `%s`: %s", rule, says, extra, text);
	}
}

#define CHECK(rule, rows) check(*state, rule, rows, sizeof(rows) / sizeof((rows)[0]))

static void names_that_lack_something(void **state)
{
	static const struct told rows[] = {
		{"It met the Department for Homes and Local Growth.", NULL,
	         "\"Department for Homes and Local Growth\" is nearly \"Department for Homes, Places"},
		{"The Project Management Office has no room.", NULL,
	         "\"Project Management Office\" is nearly \"Programme Management Office\""},
		{"Work goes on across LCMRA.", NULL, "\"LCMRA\" is nearly \"LCRA Office\""},
		{"Work goes on across the LRCA.", NULL, "\"LRCA\" is nearly \"LCRA Office\""},
		{"A colleague and Peter look after it.", NULL,
	         "\"Peter\" is nearly \"Peter Harlow\", which the plan lists as a person"},
		{"The video \"You said, we listened\" is out. Staff saw \"You Said, We've Listened\".",
	         NULL,
	         "\"You Said, We've Listened\" is called \"You said, we listened\" elsewhere"},
		{"The Department for Homes, Places and Local Growth and the PMO met.", NULL, NULL},
		{"The Department for Homes of another county met.", NULL, NULL},
		{"The Department for Homes and Growth met.", NULL, NULL},
		{"The Audit Committee met.", NULL, NULL},
		{"The Project Planning Office of a district met.", NULL, NULL},
		{"The Programme Management Service met, and a project management office.", NULL,
	         NULL},
		{"The LCRB, the LCR, the LCRA and the MCRA met.", NULL, NULL},
		{"Peter Gray met St Peter and Sir Peter, and this is to Mark what was done.", NULL,
	         NULL},
		{"Peterborough and Harlow met.", NULL, NULL},
		{"The \"third milestone\" and \"third milestones\" are \"signed off in May\" and "
	         "\"signed off in June\".",
	         NULL, NULL},
	};
	CHECK("name-spelling", rows);
}

static void decisions_without_their_day(void **state)
{
	static const struct told rows[] = {
		{"The code was agreed by the Authority Board on July 2023.", NULL,
	         "\"on July 2023\" lacks its day; the plan lists a meeting of the Authority Board on "
	         "26 July 2023"},
		{"The code was agreed by CAB on June 2023.", NULL,
	         "\"on June 2023\" lacks its day, and the plan lists no meeting of the CAB then"},
		{"The code was agreed by the Authority Board in July 2023.", NULL, NULL},
		{"The Authority Board saw a report on July 2023 spending.", NULL, NULL},
		{"The Authority Board and the PMO agreed on July 2023.", NULL, NULL},
		{"The code was agreed on July 2023.", NULL, NULL},
		{"> The code was agreed by the Authority Board on July 2023.", NULL, NULL},
	};
	CHECK("decision-without-meeting", rows);
}

#define LISTS                                                                                        \
	"milestones:\n"                                                                              \
	"  - {id: team, title: Structure of the buying team agreed, status: delivered}\n"            \
	"  - {id: pay, title: Remuneration policy for scrutiny members agreed, status: delivered}\n" \
	"next_milestones:\n"                                                                         \
	"  - {id: staff, title: Posts of the structure recruited to}\n"                              \
	"  - {id: business, title: Roles of the Business Board agreed}\n"                            \
	"  - {id: guides, title: Officer guides rolled out}\n"

static void milestones_of_the_other_list(void **state)
{
	static const struct told rows[] = {
		{"Remuneration of scrutiny members was looked at - supports milestones 2 and 3 for the "
	         "next period.",
	         LISTS,
	         "the text names milestones of the next period; what it says of them fits milestone 2 of this period, \"Remuneration policy"},
		{"Permanent recruitment to the structure was approved, to deliver milestone 1.",
	         LISTS,
	         "the text has milestone 1 still to come, but in the list it is \"Structure of the buying team agreed\" and counts as delivered; milestone 1 of what"},
		{"Remuneration of scrutiny members was looked at - supports milestones 1 and 3 for the "
	         "next period.",
	         LISTS, NULL},
		{"Scrutiny met its members - supports milestones 2 and 3 for the next period.",
	         LISTS, NULL},
		{"The remuneration policy of scrutiny members helps milestones 1 and 2.", LISTS,
	         NULL},
		{"The structure was approved, which helped to deliver milestone 1.", LISTS, NULL},
		{"A paper was approved, to deliver milestone 1.", LISTS, NULL},
		{"Recruitment was approved, to deliver milestone 1 of the next period.", LISTS,
	         NULL},
		{"Work goes on, to deliver milestones 9 and 10.", LISTS, NULL},
	};
	CHECK("milestone-misquoted", rows);
}

#define DONE(title) "milestones:\n  - {id: x, title: " title ", status: delivered}\n"
#define NEXT(title) "next_milestones:\n  - {id: x, title: " title "}\n"

static void milestones_that_name_no_result(void **state)
{
	static const struct told rows[] = {
		{NULL, NEXT("Seek approval for the framework"), "only \"seek approval\""},
		{NULL, NEXT("Begin the review of the framework"), "only \"begin\""},
		{NULL, NEXT("Positive steer of Leaders on key elements"),
	         "only \"positive steer\""},
		{NULL, DONE("Operating model to be agreed"),
	         "\"Operating model to be agreed\" counts as delivered, and is called \"to be agreed\""},
		{NULL, DONE("Terms of reference being completed"), "called \"being completed\""},
		{NULL, NEXT("Operating model to be agreed"), NULL},
		{NULL, NEXT("Beginners' course published"), NULL},
		{NULL, NEXT("Begin trading"), NULL},
		{NULL, NEXT("Approval for the framework given"), NULL},
		{NULL, DONE("Model agreed that was to be agreed in May"), NULL},
	};
	CHECK("milestone-no-test", rows);
}

#define CARRIED(rest) "milestones:\n  - {id: x, title: Code agreed, status: carried" rest "}\n"

static void what_is_carried_over_and_ends(void **state)
{
	static const struct told rows[] = {
		{NULL, CARRIED(", reason: Moves to the directorate; no further action"),
	         "was carried over, and its reason says that there is no further action"},
		{NULL, CARRIED(", reason: No further action until the Board has met"), NULL},
		{NULL, CARRIED(", reason: The Board has not met"), NULL},
	};
	CHECK("milestone-unreasoned", rows);
}

static void what_is_put_off(void **state)
{
	static const struct told rows[] = {
		{NULL, CARRIED(""), "\"Code agreed\" was put off without a reason or a new day"},
		{NULL, CARRIED(", reason: The Board has not met"), NULL},
		{NULL, CARRIED(", due: 2023-09-30"), NULL},
		{NULL, CARRIED(", needs: [\"b#x\"]"), NULL},
		{NULL, "draft: true\n" CARRIED(""), NULL},
	};
	CHECK("green-milestone-late", rows);
}

static void what_is_due_in_this_period(void **state)
{
	static const struct told rows[] = {
		{NULL, "next_milestones:\n  - {id: x, title: Code agreed, due: 2023-07-31}\n",
	         "\"Code agreed\" is planned next and due on 31 July 2023, and this period ends on 31 "
	         "July 2023 only"},
		{NULL, "next_milestones:\n  - {id: x, title: Code agreed, due: 2023-08-01}\n",
	         NULL},
		{NULL, "next_milestones:\n  - {id: x, title: Code agreed, due: soon}\n", NULL},
	};
	CHECK("date-misplaced", rows);
}

#define RISK(mitigation)                                                                           \
	"risks:\n  - {id: x, risk: The committee says no, mitigation: " mitigation "}\n"

static void concerns_about_one_thing(void **state)
{
	static const struct told rows[] = {
		{"There are no concerns about the changes proposed.",
	         RISK("Talk to it until it is at ease with the proposed changes"),
	         "and the open risk \"The committee says no\" is about that"},
		{"There are no concerns about the changes proposed.", RISK("Talk to it"), NULL},
		{"There are no concerns about the changes proposed to rents, repairs and heating.",
	         RISK("Talk to it until it is at ease with the proposed changes"), NULL},
		{"There are no concerns about the changes proposed, except one.",
	         RISK("Talk to it until it is at ease with the proposed changes"), NULL},
		{"There are no concerns about the changes proposed.", NULL, NULL},
	};
	CHECK("risks-denied", rows);
}

static void what_comes_about_by_itself(void **state)
{
	static const struct told rows[] = {
		{NULL, RISK("Partnerships are deepening already"), "states a fact or a hope"},
		{NULL, RISK("Relations are improving."), "states a fact or a hope"},
		{NULL, RISK("We are improving the guidance"), NULL},
		{NULL, RISK("Improving the guidance"), NULL},
		{NULL, RISK("Officers are strengthening controls"), NULL},
	};
	CHECK("mitigation-no-action", rows);
}

#define LONG                                                                                       \
	"Partners were shown a first version in August, taken through the paper at one of their "  \
	"sessions, and many comments came of it."

static void sentences_that_stand_twice(void **state)
{
	static const struct told rows[] = {
		{"The code is new. " LONG "\n\nSo is the plan. " LONG, NULL,
	         "this sentence stands in line"},
		{LONG "\n\n> " LONG, NULL, NULL},
		{"Partners were shown a first version.\n\nPartners were shown a first version.",
	         NULL, NULL},
	};
	CHECK("text-copied", rows);
}

static void quotations_that_stay_open(void **state)
{
	static const struct told rows[] = {
		{"It takes 'deep dives' into Homes, and will turn to 'Plans and delivery.", NULL,
	         "a quotation is opened and not closed: \"'Plans and delivery.\""},
		{"It will turn to ‘Plans and delivery.", NULL, "a quotation is opened"},
		{"It takes 'Deep dives' into Homes, and will turn to 'Plans and delivery'.", NULL,
	         NULL},
		{"Members' views and the '90s, the team's work and O'Brien's.", NULL, NULL},
		{"It will turn to ‘Plans and delivery’, as the members’ group asked.", NULL, NULL},
	};
	CHECK("sentence-unfinished", rows);
}

static void what_is_called_so_below(void **state)
{
	static const struct told rows[] = {
		{"It takes account of the further recommendations below.\n\nThe group met.", NULL,
	         "nothing below is called so"},
		{"It takes account of the recommendations below.\n\nFirst, it is recommended to meet.",
	         NULL, NULL},
		{"It takes account of the recommendations below.\n\n- Meet\n- Write", NULL, NULL},
		{"It fell below, and recommendations came.", NULL, NULL},
	};
	CHECK("evidence-missing", rows);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(names_that_lack_something),
		sandbox_test(decisions_without_their_day),
		sandbox_test(milestones_of_the_other_list),
		sandbox_test(milestones_that_name_no_result),
		sandbox_test(what_is_carried_over_and_ends),
		sandbox_test(what_is_put_off),
		sandbox_test(what_is_due_in_this_period),
		sandbox_test(concerns_about_one_thing),
		sandbox_test(what_comes_about_by_itself),
		sandbox_test(sentences_that_stand_twice),
		sandbox_test(quotations_that_stay_open),
		sandbox_test(what_is_called_so_below),
	};
	return cmocka_run_group_tests_name("a careful reader", tests, NULL, NULL) != 0;
}
