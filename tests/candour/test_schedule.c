/* The rating against the dates: small stories, and what is found in them. */
#include "support/testing.h"

#include "support/telling.h"

#define UPDATE "== plans/demo/procurement.md\nperiod: 2023-07\n"
#define OTHER "== plans/demo/governance.md\nworkstream: governance\n"
#define AT "plans/demo/procurement.md:"
#define TELL(state, rule, tellings) tell_all(state, rule, tellings, COUNT_OF(tellings))

static void a_forecast_behind_the_agreed_day(void **state)
{
	static const struct telling tellings[] = {
		{"a day later",
	         UPDATE "rag: green/amber\nagreed_completion: 2024-03-31\n"
	                "forecast_completion: 2024-04-01\n",
	         AT "4:6: warning: rated Green/Amber, though completion is forecast for 1 April "
	            "2024, 1 day later than agreed [green-past-agreed]\n"
	            "    see " AT "9 (July 2023): forecast completion 1 April 2024\n"
	            "    see " AT "8 (July 2023): agreed completion 31 March 2024\n"},
		{"amber may be late",
	         UPDATE "rag: amber\nagreed_completion: 2024-03-31\n"
	                "forecast_completion: 2024-04-01\n",
	         ""},
		{"a scale of three has one good level",
	         "== plans/demo/plan.md\nscale: {levels: [{id: green, label: Green, meaning: Well}, "
	         "{id: amber, label: Amber, meaning: So}, {id: red, label: Red, meaning: Ill}]}\n" UPDATE
	         "rag: amber\nagreed_completion: 2024-03-31\nforecast_completion: 2024-04-01\n",
	         ""},
		{"earlier than agreed",
	         UPDATE "agreed_completion: 2024-03-31\nforecast_completion: 2024-02-01\n", ""},
		{"a date that is none",
	         UPDATE "agreed_completion: TBC\nforecast_completion: 2024-02-01\n", ""},
	};
	TELL(*state, "green-past-agreed", tellings);
}

static void an_agreed_day_that_has_passed(void **state)
{
#define PASSED UPDATE "agreed_completion: 2023-06-30\nforecast_completion: 2023-09-30\n"
	static const struct telling tellings[] = {
		{"passed by the end of the period", PASSED,
	         AT "4:6: warning: rated Green, though completion was agreed for 30 June 2023, 31 "
	            "days before 31 July 2023, and nothing says that the work is finished "
	            "[green-past-due]\n"
	            "    see " AT "8 (July 2023): agreed completion 30 June 2023\n"
	            "    see " AT "9 (July 2023): forecast completion 30 September 2023\n"},
		{"not yet passed when it was completed",
	         UPDATE "agreed_completion: 2023-07-25\nforecast_completion: 2023-07-25\n"
	                "completed_on: 2023-07-20\n",
	         ""},
		{"the last day of the period is not passed",
	         UPDATE "agreed_completion: 2023-07-31\nforecast_completion: 2023-07-31\n", ""},
		{"all is delivered",
	         PASSED "milestones: [{id: hub, title: Hub opened, status: delivered}]\n", ""},
		{"something is planned next",
	         UPDATE "agreed_completion: 2023-06-30\nforecast_completion: 2023-06-30\n"
	                "milestones: [{id: hub, title: Hub opened, status: delivered}]\n"
	                "next_milestones: [{id: desk, title: Desk opened}]\n",
	         AT "4:6: warning: rated Green, though completion was agreed for 30 June 2023, 31 "
	            "days before 31 July 2023, and nothing says that the work is finished "
	            "[green-past-due]\n"
	            "    see " AT "8 (July 2023): agreed completion 30 June 2023\n"
	            "    see " AT "9 (July 2023): forecast completion 30 June 2023\n"},
		{"the text says that it is done",
	         PASSED "## Key activities\nAll work has been delivered in full.\n", ""},
		{"red is no wonder", PASSED "rag: red\n", ""},
	};
	TELL(*state, "green-past-due", tellings);
	/* Of one fact one rule speaks. */
	assert_text(told(*state, "green-past-agreed", PASSED), "");
	/* All is done. */
	static const char *const done[] = {
		"The workstream is now complete.",
		"The Procurement workstream has been completed and closed.",
		"The workstream has finished and its products have been handed to the service.",
		"Everything that was planned has been delivered.",
		"With the last milestone met the workstream is finished and has been closed.",
		"All of the work is complete, and nothing is outstanding.",
		"All milestones have been delivered.",
		"We have now completed all of the work.",
		"The team has delivered the whole project.",
		"The workstream was formally closed by the Board on 20 June 2023.",
		"This workstream closed on 20 June 2023.",
		"The work has come to an end.",
		"Work is complete.",
		"The board agreed that the workstream is complete.",
		"Nothing remains to be done.",
	};
	/* What is not yet done, or something else, is not finished. */
	static const char *const others[] = {
		"Two of three milestones have been completed.",
		"One of the two milestones was delivered.",
		"2 of the 3 milestones were delivered.",
		"All milestones of the period were delivered on time.",
		"Both milestones have been completed.",
		"The work on the roof was completed on 3 May.",
		"Work with schools is complete.",
		"The contractor's work is complete.",
		"The survey work has been completed.",
		"The workstream has completed its review of contracts.",
		"The workstream plan is complete.",
		"The workstream is 80 per cent complete.",
		"The workstream is complete, apart from the hub.",
		"Once the workstream is complete the hub will open.",
		"We hope that the workstream is complete by March.",
		"The workstream is to be completed in May.",
		"Some of the work is complete.",
		"A project of the county is complete.",
		"We have completed the work on the roof.",
		"The first version of the project plan is complete.",
		"The workstream will be complete in May.",
		"The work is nearly complete.",
		"The work is not complete.",
		"The desk is complete.",
		"The first phase of the project is complete.",
	};
	struct sandbox *sandbox = *state;
	for (size_t i = 0; i < COUNT_OF(done); i++) {
		const char *story =
			arena_printf(&sandbox->arena, PASSED "## Key activities\n%s\n", done[i]);
		assert_case(told(sandbox, "green-past-due", story)[0] == '\0', done[i]);
	}
	for (size_t i = 0; i < COUNT_OF(others); i++) {
		const char *story =
			arena_printf(&sandbox->arena, PASSED "## Key activities\n%s\n", others[i]);
		assert_case(told(sandbox, "green-past-due", story)[0] != '\0', others[i]);
	}
}

static void milestones_that_are_late(void **state)
{
	static const struct telling tellings[] = {
		{"overdue, and missed",
	         UPDATE "milestones:\n"
	                "  - {id: hub, title: Hub opened, due: 2023-07-14, status: in-progress}\n"
	                "  - {id: desk, title: Desk opened, status: missed, reason: No room}\n",
	         AT
	         "4:6: warning: rated Green, though \"Hub opened\" was due on 14 July 2023 and is "
	         "in progress (and 1 more) [green-milestone-late]\n"
	         "    see " AT "13 (July 2023): \"Hub opened\" was due on 14 July 2023 and is in "
	         "progress\n"
	         "    see " AT "14 (July 2023): \"Desk opened\" was missed\n"},
		{"dropped without a reason",
	         UPDATE "milestones: [{id: hub, title: Hub opened, status: dropped}]\n",
	         AT "4:6: warning: rated Green, though \"Hub opened\" was dropped without a reason "
	            "[green-milestone-late]\n"
	            "    see " AT "12 (July 2023): \"Hub opened\" was dropped without a reason\n"},
		{"dropped with a reason",
	         UPDATE
	         "milestones: [{id: hub, title: Hub, status: dropped, reason: Not needed}]\n",
	         ""},
		{"delivered after its day",
	         UPDATE "milestones: [{id: hub, title: Hub, due: 2023-07-01, status: delivered}]\n",
	         ""},
		{"due at the end of the period",
	         UPDATE "milestones: [{id: hub, title: Hub, due: 2023-07-31, status: carried}]\n",
	         ""},
		{"due after the report was completed",
	         UPDATE "completed_on: 2023-07-10\n"
	                "milestones: [{id: hub, title: Hub, due: 2023-07-14, status: carried}]\n",
	         ""},
		{"no title, no day, no status",
	         UPDATE "milestones: [{id: hub}, {due: soon, status: late}, {}]\n", ""},
		{"rated for it",
	         UPDATE "rag: amber\nmilestones: [{id: hub, title: Hub, status: missed}]\n", ""},
	};
	TELL(*state, "green-milestone-late", tellings);
}

static void money_that_ends(void **state)
{
#define MONEY(rows) "== plans/demo/plan.md\nfunding: [" rows "]\n" UPDATE
#define UNTIL_MAY "agreed_completion: 2024-05-31\nforecast_completion: 2024-05-31\n"
	static const struct telling tellings[] = {
		{"a note is no money",
	         MONEY("{until: 2024-03-31}, {note: A bid was sent}") UNTIL_MAY,
	         AT "4:6: warning: rated Green, though the plan's money ends on 31 March 2024, 61 "
	            "days before completion is forecast (31 May 2024) [green-funding-ends]\n"
	            "    see plans/demo/plan.md:11: funding until 31 March 2024\n"
	            "    see " AT "9 (July 2023): forecast completion 31 May 2024\n"},
		{"before the forecast", MONEY("{until: 2023-12-31}, {until: 2024-03-31}") UNTIL_MAY,
	         AT "4:6: warning: rated Green, though the plan's money ends on 31 March 2024, 61 "
	            "days before completion is forecast (31 May 2024) [green-funding-ends]\n"
	            "    see plans/demo/plan.md:11: funding until 31 March 2024\n"
	            "    see " AT "9 (July 2023): forecast completion 31 May 2024\n"},
		{"on the day", MONEY("{until: 2024-05-31}") UNTIL_MAY, ""},
		{"some has no end", MONEY("{until: 2023-12-31}, {amount: \"£5\"}") UNTIL_MAY, ""},
		{"none", UPDATE UNTIL_MAY, ""},
		{"rated for it", MONEY("{until: 2023-12-31}") "rag: red\n" UNTIL_MAY, ""},
	};
	TELL(*state, "green-funding-ends", tellings);
}

static void milestones_of_others(void **state)
{
#define LIMITS(rest) "milestones: [{id: limits, title: Limits agreed, " rest "}]\n"
#define WAITS "milestones: [{id: hub, title: Hub, status: carried, needs: [governance#limits]}]\n"
	static const struct telling tellings[] = {
		{"missed in its latest update",
	         OTHER "period: 2023-06\n" LIMITS("status: missed, reason: No quorum") UPDATE WAITS,
	         AT
	         "4:6: warning: rated Green, though \"Hub\" waits for Governance, where \"Limits "
	         "agreed\" was missed [green-needs-late]\n"
	         "    see plans/demo/governance.md:12 (June 2023): \"Limits agreed\" was missed\n"
	         "    see " AT "12 (July 2023): \"Hub\" needs it\n"},
		{"on record alone",
	         OTHER "period: 2023-06\n" LIMITS(
			 "due: 2023-06-01, status: carried") "== commit Ann\n" OTHER
	                                                     "period: 2023-08\n" LIMITS(
								     "status: delivered")
	                                                             UPDATE WAITS,
	         AT
	         "4:6: warning: rated Green, though \"Hub\" waits for Governance, where \"Limits "
	         "agreed\" was due on 1 June 2023 and is carried forward [green-needs-late]\n"
	         "    see plans/demo/governance.md:12 (June 2023, commit): \"Limits agreed\" was "
	         "due on 1 June 2023 and is carried forward\n"
	         "    see " AT "12 (July 2023): \"Hub\" needs it\n"},
		{"delivered since",
	         OTHER "period: 2023-06\n" LIMITS(
			 "status: missed, reason: No quorum") "== commit Ann\n" OTHER
	                                                      "period: 2023-07\n" LIMITS(
								      "status: delivered")
	                                                              UPDATE WAITS,
	         ""},
		{"needed no more",
	         OTHER "period: 2023-06\n" LIMITS("status: missed, reason: No quorum") UPDATE
	         "milestones: [{id: hub, title: Hub, status: delivered, needs: "
	         "[governance#limits]}]\n",
	         ""},
		{"what nobody knows",
	         OTHER "period: 2023-06\n" LIMITS("status: missed, reason: No quorum") UPDATE
	         "milestones: [{id: hub, title: Hub, status: carried, needs: [governance, "
	         "governance#desk, other#limits, \"#limits\", \"#\"]}]\n",
	         ""},
	};
	TELL(*state, "green-needs-late", tellings);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_forecast_behind_the_agreed_day),
		sandbox_test(an_agreed_day_that_has_passed),
		sandbox_test(milestones_that_are_late),
		sandbox_test(money_that_ends),
		sandbox_test(milestones_of_others),
	};
	return cmocka_run_group_tests_name("the rating against the dates", tests, NULL, NULL) != 0;
}
