/* The pages of rules about dates: see rules/page.h. */
#include "rules/pages.h"

const struct rule_page pages_dates[] = {
	{"agreed-moved",
         "The agreed completion is what was promised. Where it changes, readers must be able to "
         "see who agreed to that and when, or every delay can be agreed away. Name the decision "
         "(`agreed_change`); one that an earlier update has named already is not a new one.",
         "== plans/demo/procurement.md\nperiod: 2023-07\nagreed_completion: 2024-03-31\n"
         "forecast_completion: 2024-03-31\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-08\n=> agreed_completion: 2024-06-30\n"
         "forecast_completion: 2024-03-31\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\nagreed_completion: 2024-03-31\n"
         "forecast_completion: 2024-03-31\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-08\nagreed_completion: 2024-06-30\n"
         "forecast_completion: 2024-06-30\nagreed_change: {by: Board, on: 2023-08-30}\n",
         ANSWER_IN_BOTH},
	{"forecast-moved",
         "A forecast may move, and it is candid to say so; but a delay that nobody decided on is "
         "a question for the meeting. The message says by how many days, how often the forecast "
         "has moved later in the last twelve updates at most, and how far in all. It is answered "
         "by a decision (`agreed_change`), or by a reason in `explained`.",
         "== plans/demo/procurement.md\nperiod: 2023-07\nforecast_completion: 2024-03-31\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-08\n=> forecast_completion: 2024-05-15\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\nforecast_completion: 2024-03-31\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-08\nforecast_completion: 2024-05-15\n"
         "agreed_change: {by: Board, on: 2023-08-30}\n",
         ANSWER_IN_BOTH},
	{"forecast-past",
         "A forecast of a day that has gone by says nothing of when the work will be done. Gone "
         "by means before the end of the period, or before `completed_on` where that is earlier. "
         "The work counts as done where all milestones are delivered, split, merged or dropped "
         "and none is planned next, or where a sentence says so; while a milestone is open or "
         "planned next, that must be said of the workstream or of all the work.",
         "== plans/demo/procurement.md\nperiod: 2023-07\n"
         "=> forecast_completion: 2023-06-30\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\nforecast_completion: 2023-06-30\n"
         "## Key activities\nThe workstream is complete: the hub was handed over.\n",
         ANSWER_IN_BOTH},
	{"forecast-never-moves",
         "A forecast is what is expected now, and the agreed date is what was promised. Where "
         "they have been the same day in every workstream for three reports and more, although "
         "some of these were rated below the best or had a milestone late or carried forward, "
         "it may be that nobody forecasts. Troubles are counted only in workstreams whose two days "
         "have not moved in the last three reports, of which there must be two: where the agreed "
         "day was moved, and the forecast with it, somebody has looked. All workstreams that are "
         "not finished must give both dates. A plan in which all is well is not asked; it is said "
         "once, of the plan.",
         "== plans/demo/procurement.md\nperiod: 2023-07\n"
         "== plans/demo/governance.md\nworkstream: governance\nperiod: 2023-07\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-08\nrag: green/amber\n"
         "== plans/demo/governance.md\nworkstream: governance\nperiod: 2023-08\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-09\nrag: green/amber\n"
         "== plans/demo/governance.md\nworkstream: governance\nperiod: 2023-09\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\n"
         "== plans/demo/governance.md\nworkstream: governance\nperiod: 2023-07\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-08\nrag: green/amber\n"
         "== plans/demo/governance.md\nworkstream: governance\nperiod: 2023-08\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-09\nrag: green/amber\n"
         "== plans/demo/governance.md\nworkstream: governance\nperiod: 2023-09\n"
         "forecast_completion: 2025-02-28\n",
         ANSWER_IN_BOTH},
	{"date-past-forecast",
         "Where the text says that the work will be finished, approved or delivered in a month "
         "that lies beyond the forecast, one of the two is wrong. A sentence is doubted where "
         "one clause of it says so, names a day or month wholly beyond the forecast, and is about "
         "the workstream's own work: a word of its title, milestones, outcomes or description, "
         "\"the work\" itself, \"all that we were asked to do\", the last stage or product of it, or nothing else (\"we expect to "
         "finish in May\"). So is a sentence that says that the work goes on until then. What "
         "begins or is only supposed is left alone, and so are money, benefits, training, "
         "surveys, reviews, events and what others do. An update that gives no forecast is held to "
         "that of the report before, where no month lies between the two. At most five sentences "
         "of an update are shown.",
         "== plans/demo/procurement.md\nperiod: 2023-07\nforecast_completion: 2023-09-30\n"
         "next_milestones: [{id: code, title: Procurement code approved}]\n"
         "## Key activities\n"
         "=> Departments are to approve the code in October or November.\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\nforecast_completion: 2023-11-30\n"
         "next_milestones: [{id: code, title: Procurement code approved}]\n"
         "## Key activities\n"
         "Departments are to approve the code in October or November.\n",
         ANSWER_IN_BOTH},
	{"date-misplaced",
         "Dates that cannot all be right make every one of them doubtful. Asked is: what has "
         "happened (a milestone delivered, a risk closed, a decision on the agreed date) is not "
         "later than `completed_on`; what was delivered before the period began was known to the "
         "report before; what is still "
         "open or planned next is due by the forecast completion, unless that has passed itself "
         "(see `forecast-past`), and what is planned next not in this very period; and due days, "
         "the agreed day "
         "and the beginning of the forecast lie within the plan's own dates. A forecast behind "
         "the plan's end is lateness, and other rules speak of it. The first 500 rows of a list "
         "are read.",
         "== plans/demo/procurement.md\nperiod: 2023-07\nmilestones:\n"
         "=>   - {id: hub, title: Hub, status: delivered, delivered_on: 2023-09-12}\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\nmilestones:\n"
         "  - {id: hub, title: Hub, status: delivered, delivered_on: 2023-07-12}\n",
         ANSWER_IN_BOTH},
	{"signed-early",
         "A report that is completed before its period is over cannot know how it ended. "
         "Complete it on the last day of the period or later, or say in it what happened since. "
         "Drafts are not asked.",
         "== plans/demo/procurement.md\nperiod: 2023-07\n=> completed_on: 2023-07-21\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\ncompleted_on: 2023-07-31\n",
         ANSWER_IN_BOTH},
	{"signed-long-before",
         "The plan's register says when a committee that decides meets. Where the first such "
         "meeting after the period comes more than 28 days after the report was completed, it "
         "decides on old news. A meeting so late that the next period's report should be there "
         "is not counted: that is `due_day` days after the next period, or 14 days where the plan "
         "gives none. Bring the report up to date for the meeting.",
         "== plans/demo/plan.md\n"
         "committees: [{id: board, name: Example Board, type: decide}]\n"
         "meetings: [{committee: board, date: 2023-10-11}]\n"
         "== plans/demo/procurement.md\nperiod: 2023-07/2023-08\n=> completed_on: 2023-09-04\n",
         "== plans/demo/plan.md\n"
         "committees: [{id: board, name: Example Board, type: decide}]\n"
         "meetings: [{committee: board, date: 2023-10-11}]\n"
         "== plans/demo/procurement.md\nperiod: 2023-07/2023-08\ncompleted_on: 2023-09-29\n",
         ANSWER_IN_BOTH},
	{0},
};
