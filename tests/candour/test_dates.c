/* Dates: small stories, and what is found in them. */
#include "support/testing.h"

#include <string.h>

#include "support/telling.h"

#define LIVING "== plans/demo/procurement.md\n"
#define OTHER "== plans/demo/governance.md\nworkstream: governance\n"
#define JULY LIVING "period: 2023-07\n"
#define AUGUST LIVING "period: 2023-08\n"
#define COMMIT "== commit Ann\n"
#define AT "plans/demo/procurement.md:"
#define TELL(state, rule, tellings) tell_all(state, rule, tellings, COUNT_OF(tellings))

static void an_agreed_day_that_moves(void **state)
{
#define AGREED(day) "agreed_completion: " day "\n"
#define BOARD(day) "agreed_change: {by: Board, on: " day "}\n"
	static const struct telling tellings[] = {
		{"in the living file", JULY AGREED("2024-03-31") COMMIT AUGUST AGREED("2024-06-30"),
	         AT "8:20: warning: the agreed completion is 30 June 2024, 91 days later than the "
	            "one in July 2023 (31 March 2024), and no new decision is named "
	            "[agreed-moved]\n"
	            "    see " AT "8 (July 2023, commit): agreed completion 31 March 2024\n"},
		{"in a file per period, again and again",
	         "== plans/demo/procurement-05.md\nperiod: 2023-05\n" AGREED(
			 "2024-01-31") "== plans/demo/procurement-06.md\nperiod: 2023-06\n" AGREED("2024-03-31")
	                 BOARD("2023-06-20") "== plans/demo/procurement-07.md\nperiod: 2023-07\n" AGREED(
				 "2024-03-30"),
	         "plans/demo/procurement-07.md:8:20: warning: the agreed completion is 30 March "
	         "2024, 1 day earlier than the one in June 2023 (31 March 2024), and no new decision "
	         "is named; since May 2023 it has moved 2 times, by 59 days in all [agreed-moved]\n"
	         "    see plans/demo/procurement-06.md:8 (June 2023): agreed completion 31 March "
	         "2024\n"
	         "    see plans/demo/procurement-05.md:8 (May 2023): agreed completion 31 January "
	         "2024\n"},
		{"by a decision that was named before",
	         JULY AGREED("2024-03-31") BOARD("2023-07-20") COMMIT AUGUST AGREED("2024-04-30")
	                 BOARD("2023-07-20"),
	         AT "8:20: warning: the agreed completion is 30 April 2024, 30 days later than the "
	            "one in July 2023 (31 March 2024), and no new decision is named "
	            "[agreed-moved]\n"
	            "    see " AT "8 (July 2023, commit): agreed completion 31 March 2024\n"},
		{"by a new decision",
	         JULY AGREED("2024-03-31") BOARD("2023-07-20") COMMIT AUGUST AGREED("2024-04-30")
	                 BOARD("2023-08-20"),
	         ""},
		{"not at all", JULY AGREED("2024-03-31") COMMIT AUGUST AGREED("2024-03-31"), ""},
		{"no day before", JULY AGREED("TBC") COMMIT AUGUST AGREED("2024-03-31"), ""},
		{"in the same period, mended",
	         JULY AGREED("2024-03-31") COMMIT JULY AGREED("2024-06-30"), ""},
		{"of another workstream",
	         OTHER "period: 2023-07\n" AGREED("2024-03-31") AUGUST AGREED("2024-06-30"), ""},
	};
	TELL(*state, "agreed-moved", tellings);
}

static void a_forecast_that_moves(void **state)
{
#define FORECAST(day) "agreed_completion: 2024-12-31\nforecast_completion: " day "\n"
	static const struct telling tellings[] = {
		{"later", JULY FORECAST("2024-03-31") COMMIT AUGUST FORECAST("2024-05-15"),
	         AT "9:22: warning: completion is forecast for 15 May 2024, 45 days later than in "
	            "July 2023 (31 March 2024), and no new decision is named [forecast-moved]\n"
	            "    see " AT "9 (July 2023, commit): forecast completion 31 March 2024\n"},
		{"for the third time, with a month missing, once earlier",
	         LIVING "period: 2023-05\n" FORECAST("2024-01-31") COMMIT LIVING
	         "period: 2023-06\n" FORECAST("2024-02-29") COMMIT JULY FORECAST("2024-02-15")
	                 COMMIT LIVING "period: 2023-09\n" FORECAST("2024-04-30") COMMIT LIVING
	         "period: 2023-10\n" FORECAST("2024-05-01"),
	         AT "9:22: warning: completion is forecast for 1 May 2024, 1 day later than in "
	            "September 2023 (30 April 2024), and no new decision is named; since May 2023 "
	            "it has moved later 3 times, by 91 days in all [forecast-moved]\n"
	            "    see " AT "9 (September 2023, commit): forecast completion 30 April 2024\n"
	            "    see " AT "9 (May 2023, commit): forecast completion 31 January 2024\n"},
		{"earlier", JULY FORECAST("2024-03-31") COMMIT AUGUST FORECAST("2024-03-15"), ""},
		{"with a decision",
	         JULY FORECAST("2024-03-31") COMMIT AUGUST FORECAST("2024-05-15")
	                 BOARD("2023-08-20"),
	         ""},
		{"to what was agreed before",
	         JULY FORECAST("2024-03-31") BOARD("2023-07-20")
	                 COMMIT AUGUST FORECAST("2024-12-31") BOARD("2023-07-20"),
	         ""},
		{"from a draft without one",
	         JULY FORECAST("TBC") "draft: true\n" COMMIT AUGUST FORECAST("2024-12-31"), ""},
	};
	TELL(*state, "forecast-moved", tellings);
}

static void a_forecast_that_has_passed(void **state)
{
#define GONE "forecast_completion: 2023-07-30\n"
	static const struct telling tellings[] = {
		{"by the end of the period", JULY "rag: red\n" GONE,
	         AT "9:22: warning: completion is forecast for 30 July 2023, 1 day before 31 July "
	            "2023, and nothing says that the work is finished [forecast-past]\n"
	            "    see " AT "3 (July 2023): the period ends on 31 July 2023\n"},
		{"by the day it was completed",
	         "== plans/demo/procurement.md\nperiod: 2023-07/2023-08\n" GONE
	         "completed_on: 2023-08-09\n",
	         AT
	         "9:22: warning: completion is forecast for 30 July 2023, 10 days before 9 August "
	         "2023, and nothing says that the work is finished [forecast-past]\n"
	         "    see " AT "11 (July to August 2023): completed on 9 August 2023\n"},
		{"not yet then", JULY GONE "completed_on: 2023-07-30\n", ""},
		{"finished", JULY GONE "milestones: [{id: hub, title: Hub, status: delivered}]\n",
	         ""},
	};
	TELL(*state, "forecast-past", tellings);
}

static void a_forecast_that_never_moves(void **state)
{
#define BOTH(month, more) LIVING "period: " month "\n" more OTHER "period: " month "\n"
#define THREE(month, first, third)                                                                 \
	BOTH(month, first)                                                                         \
	"== plans/demo/estates.md\nworkstream: estates\nperiod: " month "\n" third
#define ESTATES                                                                                    \
	"== plans/demo/plan.md\nworkstreams: [{id: procurement, title: Procurement}, {id: "        \
	"governance, title: Governance}, {id: estates, title: Estates}]\n"
#define MAY "agreed_completion: 2025-05-31\nforecast_completion: 2025-05-31\n"
	static const struct telling tellings[] = {
		{"three periods, one of them troubled",
	         BOTH("2023-06", "") COMMIT BOTH("2023-07", "rag: amber\n")
	                 COMMIT BOTH("2023-08", ""),
	         "plans/demo/plan.md:1:1: warning: in each of the last 3 reports of all 2 "
	         "workstreams the forecast is the day that was agreed, though 1 of these reports is "
	         "rated below the best or has a milestone that is late [forecast-never-moves]\n"
	         "    see " AT
	         "9 (August 2023): Procurement: forecast and agreed completion 31 March "
	         "2025\n"
	         "    see plans/demo/governance.md:9 (August 2023): Governance: forecast and agreed "
	         "completion 31 March 2025\n"
	         "    see " AT "4 (July 2023, commit): Procurement: rated Amber\n"},
		{"all well all the time",
	         BOTH("2023-06", "") COMMIT BOTH("2023-07", "") COMMIT BOTH("2023-08", ""), ""},
		{"two periods", BOTH("2023-07", "rag: amber\n") COMMIT BOTH("2023-08", ""), ""},
		{"moved once, with what was agreed",
	         BOTH("2023-06", "agreed_completion: 2024-12-31\nforecast_completion: 2024-12-31\n")
	                 COMMIT BOTH("2023-07", "rag: amber\n") COMMIT BOTH("2023-08", ""),
	         ""},
		{"moved in one of three, with what was agreed",
	         ESTATES THREE("2023-06", "", "") COMMIT THREE("2023-07", "rag: amber\n", "")
	                 COMMIT THREE("2023-08", "", MAY),
	         "plans/demo/plan.md:1:1: warning: in each of the last 3 reports of all 3 "
	         "workstreams the forecast is the day that was agreed, though 1 of these reports is "
	         "rated below the best or has a milestone that is late [forecast-never-moves]\n"
	         "    see " AT
	         "9 (August 2023): Procurement: forecast and agreed completion 31 March 2025\n"
	         "    see plans/demo/governance.md:9 (August 2023): Governance: forecast and agreed "
	         "completion 31 March 2025\n"
	         "    see plans/demo/estates.md:9 (August 2023): Estates: forecast and agreed "
	         "completion 31 May 2025\n"
	         "    see " AT "4 (July 2023, commit): Procurement: rated Amber\n"},
		{"the trouble is where they have moved",
	         ESTATES THREE("2023-06", "", "") COMMIT THREE("2023-07", "", "rag: amber\n")
	                 COMMIT THREE("2023-08", "", MAY),
	         ""},
		{"one workstream alone",
	         "== plans/demo/plan.md\nworkstreams: [{id: procurement, title: Procurement}]\n" LIVING
	         "period: 2023-06\n" COMMIT JULY "rag: amber\n" COMMIT AUGUST,
	         ""},
		{"one of them reports no more",
	         BOTH("2023-06", "") COMMIT BOTH("2023-07", "rag: amber\n")
	                 COMMIT BOTH("2023-08", "") COMMIT LIVING "period: 2023-09\n",
	         ""},
	};
	TELL(*state, "forecast-never-moves", tellings);
}

static void dates_on_the_wrong_side(void **state)
{
#define MILESTONE(rest) "milestones: [{id: hub, title: Hub opened, " rest "}]\n"
	static const struct telling tellings[] = {
		{"delivered after the report",
	         JULY MILESTONE("status: delivered, delivered_on: 2023-08-05"),
	         AT
	         "12:76: warning: \"Hub opened\" was delivered on 5 August 2023, 1 day after the "
	         "report was completed on 4 August 2023 [date-misplaced]\n"
	         "    see " AT "11 (July 2023): the report was completed on 4 August 2023\n"},
		{"delivered before the period, and not reported then",
	         JULY MILESTONE("status: carried, reason: Late")
	                 COMMIT AUGUST MILESTONE("status: delivered, delivered_on: 2023-07-12"),
	         AT
	         "12:76: warning: \"Hub opened\" was delivered on 12 July 2023, before this period "
	         "began, and the report before, completed on 4 August 2023, does not say so "
	         "[date-misplaced]\n"
	         "    see " AT "12 (July 2023, commit): \"Hub opened\": not delivered\n"},
		{"delivered between the report and the end of its period",
	         JULY "completed_on: 2023-07-20\n" MILESTONE("status: carried, reason: Late")
	                 COMMIT AUGUST MILESTONE("status: delivered, delivered_on: 2023-07-28"),
	         ""},
		{"a list that keeps what was delivered",
	         JULY MILESTONE("status: delivered, delivered_on: 2023-07-12")
	                 COMMIT AUGUST MILESTONE("status: delivered, delivered_on: 2023-07-12"),
	         ""},
		{"due after the forecast",
	         JULY "forecast_completion: 2023-12-31\n"
	              "next_milestones: [{id: hub, title: Hub opened, due: 2024-01-31}]\n",
	         AT "12:53: warning: \"Hub opened\" is planned next and due on 31 January 2024, 31 "
	            "days after completion is forecast for 31 December 2023 [date-misplaced]\n"
	            "    see " AT "9 (July 2023): completion is forecast for 31 December 2023\n"},
		{"a forecast that has passed is not asked again",
	         JULY "rag: red\nforecast_completion: 2023-06-30\n"
	              "next_milestones: [{id: hub, title: Hub opened, due: 2024-01-31}]\n",
	         ""},
		{"a slip of the year", JULY MILESTONE("due: 2022-08-31, status: not-started"),
	         AT
	         "12:48: warning: \"Hub opened\" is due on 31 August 2022, 243 days before the plan "
	         "starts on 1 May 2023 [date-misplaced]\n"
	         "    see plans/demo/plan.md:5: the plan starts on 1 May 2023\n"},
		{"taken over from the plan before",
	         JULY MILESTONE("due: 2023-03-31, status: carried, reason: Late"), ""},
		{"agreed for a day behind the plan", JULY "agreed_completion: 2025-05-31\n",
	         AT "8:20: warning: completion was agreed for 31 May 2025, 61 days after the plan "
	            "ends on 31 March 2025 [date-misplaced]\n"
	            "    see plans/demo/plan.md:6: the plan ends on 31 March 2025\n"},
		{"a late forecast is no misplaced one",
	         JULY "rag: red\nforecast_completion: 2025-05-31\n", ""},
		{"decided behind the day it was written",
	         JULY "agreed_change: {by: Board, on: 2023-08-07}\n",
	         AT "12:32: warning: the agreed change was decided on 7 August 2023, 3 days after "
	            "the report was completed on 4 August 2023 [date-misplaced]\n"
	            "    see " AT "11 (July 2023): the report was completed on 4 August 2023\n"},
	};
	TELL(*state, "date-misplaced", tellings);
}

static void a_report_that_is_signed_too_early(void **state)
{
#define BOARD_PLAN(day, type)                                                                      \
	"== plans/demo/plan.md\ncommittees: [{id: board, name: Board, type: " type "}]\n"          \
	"meetings: [{committee: board, date: " day "}]\n"
	static const struct telling early[] = {
		{"a day", JULY "completed_on: 2023-07-30\n",
	         AT
	         "11:15: warning: completed on 30 July 2023, 1 day before the period ended on 31 "
	         "July 2023, so that it cannot know how it ended [signed-early]\n"
	         "    see " AT "3 (July 2023): the period ends on 31 July 2023\n"},
		{"an overview",
	         "== plans/demo/overview.md\nkind: overview\nperiod: 2023-07\n"
	         "completed_on: 2023-07-21\n",
	         "plans/demo/overview.md:6:15: warning: completed on 21 July 2023, 10 days before "
	         "the period ended on 31 July 2023, so that it cannot know how it ended "
	         "[signed-early]\n"
	         "    see plans/demo/overview.md:3 (July 2023): the period ends on 31 July 2023\n"},
		{"on the last day", JULY "completed_on: 2023-07-31\n", ""},
		{"a draft", JULY "completed_on: 2023-07-30\ndraft: true\n", ""},
	};
	static const struct telling before[] = {
		{"28 days are not long", BOARD_PLAN("2023-09-01", "decide") JULY, ""},
		{"29 days are", BOARD_PLAN("2023-09-02", "decide") JULY,
	         AT "11:15: warning: completed on 4 August 2023, 29 days before the meeting that "
	            "decides on it (2 September 2023) [signed-long-before]\n"
	            "    see plans/demo/plan.md:12: board meets on 2 September 2023\n"},
		{"the next report will be there", BOARD_PLAN("2023-09-20", "decide") JULY, ""},
		{"who only scrutinises", BOARD_PLAN("2023-09-02", "scrutinise") JULY, ""},
		{"a draft", BOARD_PLAN("2023-09-02", "decide") JULY "draft: true\n", ""},
	};
	TELL(*state, "signed-early", early);
	TELL(*state, "signed-long-before", before);
}

/* What an update of an assurance framework says, in one sentence, with a forecast of 30 September
 * 2023. */
static const char *said(struct sandbox *sandbox, const char *sentence)
{
	const char *story = arena_printf(
		&sandbox->arena,
		JULY
		"forecast_completion: 2023-09-30\n"
		"milestones: [{id: saf, title: Assurance framework drafted, status: delivered}]\n"
		"next_milestones: [{id: code, title: Revised code approved by the Board}]\n"
		"## Key activities\n%s\n",
		sentence);
	return told(sandbox, "date-past-forecast", story);
}

static void a_day_in_the_text_beyond_the_forecast(void **state)
{
	static const char *const doubted[] = {
		"Approval of the framework by departments is sought in September, October or November.",
		"Directors are asked to approve the framework in September/ October/ November, with "
		"an estimated 4-6 weeks being required.",
		"A timeframe ensures clearance of the framework before the November Board meeting.",
		"Advice has been received, and a clear timeframe agreed to ensure clearance of the "
		"framework ahead of the November Board.",
		"The code will be signed off on 12 October 2023.",
		"Completion is now expected in December.",
		"We expect to finish by the end of October.",
		"The work will not be delivered until mid-October.",
		"By November, the framework will be in place.",
		"Sign-off of the code has moved from September to November.",
		"In October the Board will be asked to adopt the code.",
		"The remaining milestones will be completed in March 2024.",
		"The final frameworks go live on 01/11/2023.",
		/* The work by another name, or by none. */
		"The final product will be approved by 21 December 2023.",
		"The last stage is scheduled to finish in December 2023.",
		"Full delivery of the workstream is planned for January 2024.",
		"Full delivery is now planned for January 2024.",
		"The workstream will not be completed before November 2023.",
		"It will be November 2023 before the workstream is complete.",
		"All remaining actions should be closed by November 2023.",
		"Everything should be finished by December 2023.",
		"Our aim is to have the last deliverable signed off in November 2023.",
		"The end date is now 15 December 2023.",
		"A completion date of November 2023 is now realistic.",
		"Completion has slipped to November 2023.",
		"We anticipate finishing in November 2023.",
		"The team expects to complete in November 2023.",
		"The work will run until November 2023.",
		"This workstream is now likely to continue into November 2023.",
		"We are planning to close the workstream in December 2023.",
		"The workstream should be wrapped up by December 2023.",
		"The project is expected to come to an end in December 2023.",
		"The outstanding tasks will be done by November 2023.",
		"Final sign-off is due in November 2023.",
		"We do not expect to conclude before November 2023.",
		"The last of the milestones will be met in November 2023.",
		"Work on this should be complete by the end of November 2023.",
		"Delivery of the final milestone is now anticipated in November 2023.",
		"The revised target for completing this workstream is November 2023.",
		"The final elements will not be in place until January 2024.",
		"It is now likely that the work will finish in January 2024.",
		"Work is expected to conclude in January 2024.",
		"The remaining work is due for completion by 12 January 2024.",
		"We are aiming for completion in January 2024.",
		"We are working towards finishing by January 2024.",
		"The workstream is scheduled for completion in January 2024.",
		"The workstream is on course to finish in January 2024.",
		"Realistically, the work will take until January 2024.",
		"Closure of the workstream is planned for January 2024.",
		"Closing the workstream is planned for 12 January 2024.",
		"The whole programme of work will be finished by January 2024.",
		"January 2024 is when we expect to finish.",
		"By January 2024 the workstream will have been completed.",
		"The team plans to have everything delivered by January 2024.",
		"The workstream will reach completion in January 2024.",
		"We have agreed with the supplier that the last tranche will be delivered in January 2024.",
		"Implementation of the last recommendations will be complete in January 2024.",
		"All outputs will be signed off by January 2024.",
		"Officers expect to bring the work to a close in January 2024.",
		"The workstream comes to an end in January 2024.",
		"Our present estimate is that everything will be done by January 2024.",
		"The concluding report will be adopted in January 2024.",
		"The concluding stage is planned for January 2024.",
		"The workstream's products will be approved by 12 January 2024.",
		"The last milestone will be delivered on 12 January 2024.",
		"The last milestone is planned for January 2024.",
		"We need until January 2024 to finish.",
		"The work cannot be finished until January 2024.",
		"It will take until January 2024 to complete the work.",
		"Final delivery is set for January 2024.",
		"The end of the work is planned for January 2024.",
		"The workstream now ends in January 2024.",
		"Approval of the closing report is set for January 2024.",
		"The project will conclude in January 2024, as discussed with the sponsor.",
		"Handover of the finished products is planned for January 2024.",
	};
	static const char *const left[] = {
		/* Not beyond. */
		"The framework will be approved in September.",
		"The framework will be approved by the end of September 2023.",
		"The framework will be cleared before October.",
		"The framework was approved in November 2022.",
		/* Something else. */
		"Funding for the framework has been approved and runs until March 2024.",
		"Benefits of the framework will be measured from November, once it is in place.",
		"The staff conference on the framework will be delivered in October.",
		"The next review of the code will be completed in November.",
		"Training on the code continues until December.",
		"Delivery of training on the code is planned for November.",
		"A staff survey will be completed in October.",
		"The new manager of the framework starts in November.",
		"The reporting calendar has been approved up to March 2024.",
		"The code was approved in July and will be printed in November.",
		"The code was approved, and staff will move to new desks in November.",
		"Phase 2 of the project will be delivered in 2024, from May on.",
		"The regional bus timetable will be approved in November.",
		"The delivery plan names the code for November.",
		/* Only supposed, or no end. */
		"If departments were late, approval of the framework would move to November.",
		"The framework would be completed in November.",
		"Approval of the framework was brought forward from November.",
		"The code will be approved in August rather than in November.",
		"The code was originally to be approved in November.",
		"> Departments will approve the framework in November.",
		/* What others do. */
		"The national inquiry is expected to publish its findings in November 2023.",
		"The neighbouring county's bypass should finish in November 2023.",
		"The bypass should finish in November 2023.",
		"A project of the county will be completed in November 2023.",
		"The county's project will be completed in November 2023.",
		"A separate programme of work will be completed by the hospital in November 2023.",
		"The regulator expects to complete its programme of work in November 2023.",
		"Parliament is due to approve the code in November 2023.",
		"The lease of the printers, which is not part of this work, runs to November 2023.",
		"The contract for cleaning ends in November 2023.",
		"Applications for the code fund close in November 2023.",
		"The contractor will hand over the bypass in November 2023.",
		"Bus fares will continue to be frozen until November 2023.",
		"Their move to the new depot will be finished by November 2023.",
		"The survey of the work will run until November 2023.",
		"The term of the chair ends in November 2023.",
		"Practical completion of the bypass is expected in November 2023.",
		"The Boundary Commission will publish its final recommendations in January 2024.",
		"The ministry will close its consultation in January 2024.",
		"The county's elections are in January 2024.",
		"The Government intends to complete its reform of audit by January 2024.",
		"The lease of the present offices comes to an end in January 2024.",
		"The grant scheme closes to new applicants in January 2024.",
		"The new bypass opens in January 2024.",
		"A neighbouring council plans to finish its own programme by January 2024.",
		"The water company expects to complete its pipe in January 2024.",
		"The school term ends in January 2024.",
		"The statute comes into force in January 2024.",
		"The term of the present monitoring officer runs until January 2024.",
		"The hospital trust will deliver its own plan in January 2024.",
		"Roadworks outside the depot are due to finish in January 2024.",
		"The national pay talks should conclude in January 2024.",
		"The external auditor will finish the audit of accounts in January 2024.",
		"The Combined Authority's mayoral election takes place in January 2024.",
		"The census results will be completed by the statistics office in January 2024.",
		"The Office for Statistics plans to deliver new figures in January 2024.",
		"The electricity company will hand over the substation in January 2024.",
		"The current framework agreement of the region lapses in January 2024.",
		"The regional library scheme, run by others, is to be finished in January 2024.",
		"The benefits are expected to be delivered in full by January 2024.",
		"The contract of the interim director ends in January 2024.",
		"The local plan inquiry should be completed in January 2024.",
		"The old system will be switched off by the supplier in January 2024.",
		"After the workstream is complete, the service will report savings in January 2024.",
		"Once the code is in place staff will be trained until January 2024.",
	};
	for (size_t i = 0; i < COUNT_OF(doubted); i++)
		assert_case(said(*state, doubted[i])[0] != '\0', doubted[i]);
	for (size_t i = 0; i < COUNT_OF(left); i++)
		assert_case(said(*state, left[i])[0] == '\0', left[i]);
	assert_text(said(*state, "Work goes on.\nThe revised code is for\napproval in November."),
	            AT "19:13: warning: the text says \"approval\" and names November 2023, though "
	               "completion is forecast for 30 September 2023: \"The revised code is for "
	               "approval in November.\" [date-past-forecast]\n"
	               "    see " AT "9 (July 2023): forecast completion 30 September 2023\n");
}

/* No more than five sentences are shown, however many there are, and none takes long. */
static void many_days_beyond_the_forecast(void **state)
{
	struct sandbox *sandbox = *state;
	enum { MANY = 1000, SHOWN = 5 };
	static const char sentence[] = "The code will be approved in November. ";
	char *many = arena_new(&sandbox->arena, MANY * strlen(sentence) + 1);
	for (size_t i = 0; i < MANY; i++)
		memcpy(many + i * strlen(sentence), sentence, strlen(sentence));
	double start = testing_seconds();
	const char *found = said(sandbox, many);
	size_t count = 0;
	for (const char *at = found; (at = strstr(at, "[date-past-forecast]")) != NULL; at++)
		count++;
	assert_int_equal(count, SHOWN);
	assert_quick(start, 3, "many days");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(an_agreed_day_that_moves),
		sandbox_test(a_forecast_that_moves),
		sandbox_test(a_forecast_that_has_passed),
		sandbox_test(a_forecast_that_never_moves),
		sandbox_test(dates_on_the_wrong_side),
		sandbox_test(a_report_that_is_signed_too_early),
		sandbox_test(a_day_in_the_text_beyond_the_forecast),
		sandbox_test(many_days_beyond_the_forecast),
	};
	return cmocka_run_group_tests_name("dates", tests, NULL, NULL) != 0;
}
