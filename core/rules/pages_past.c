/* The pages of rules about how documents fit what is on record: see rules/page.h. */
#include "rules/pages.h"

const struct rule_page pages_past[] = {
	{"record-overlap",
         "A month on record has one rating. Reported again as part of another period, it would "
         "have two. To change a rating on record, change it for the same period: that is a "
         "re-rating, and shown as one.",
         "== plans/demo/procurement.md\nperiod: 2023-07/2023-08\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\n=> period: 2023-08\n",
         "== plans/demo/procurement.md\nperiod: 2023-07/2023-08\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-09\n",
         ANSWER_IN_BOTH},
	{"record-rerated",
         "A rating on record has been read, and decisions rest on it. To correct it is right, and "
         "whoever reads the record is owed the reason. This warns before the commit, where the "
         "reason is easily added; a server refuses it (`rerating-without-reason`).",
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: green\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-07\n=> rag: amber\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: green\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: amber\n"
         "correction: {reason: The board saw that the contract was not signed}\n",
         ANSWER_IN_BOTH},
	{"record-withdrawn",
         "A rating goes off the record when its document is deleted, or speaks of an earlier "
         "period. That is rarely meant. This warns before the commit, where the document is "
         "easily put back; where it is meant, the message of the commit is the place for the "
         "reason, since the log and the site show it beside what was taken away. A server says "
         "it again (`rating-withdrawn`).",
         "== plans/demo/procurement.md\nperiod: 2023-07\n"
         "== commit Ann\n"
         "== delete plans/demo/procurement.md\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-08\n",
         ANSWER_IN_PLAN},
	{"record-turned",
         "The record follows the shared branch. A `git pull` that merges it into one's own work "
         "and is then pushed makes what others had put on record look like drafts of that "
         "work. Pull with `git pull --rebase`, or merge on the shared branch.",
         "== plans/demo/procurement.md\nperiod: 2023-07\n"
         "== commit Office\n"
         "== branch mine\n"
         "== plans/demo/governance.md\nworkstream: governance\nperiod: 2023-07\n"
         "== commit Bob\n"
         "== switch main\n"
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: amber\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: red\n"
         "== commit Ann\n"
         "== switch mine\n"
         "== pull main Bob\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\n"
         "== commit Office\n"
         "== branch mine\n"
         "== plans/demo/governance.md\nworkstream: governance\nperiod: 2023-07\n"
         "== commit Bob\n"
         "== switch main\n"
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: amber\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: red\n"
         "== commit Ann\n"
         "== merge mine Bob\n",
         ANSWER_IN_BOTH},
	{"record-conflict",
         "Two people rated the same months differently, each on a branch. A merge may choose "
         "either; a third rating was given by nobody who wrote a report, and hides that they "
         "disagreed.",
         "== plans/demo/procurement.md\nperiod: 2023-06\n"
         "== commit Office\n"
         "== branch topic\n"
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: red\n"
         "== commit Bob\n"
         "== switch main\n"
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: green\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: amber\n"
         "== merge topic Office\n",
         "== plans/demo/procurement.md\nperiod: 2023-06\n"
         "== commit Office\n"
         "== branch topic\n"
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: red\n"
         "== commit Bob\n"
         "== switch main\n"
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: green\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: red\n"
         "== merge topic Office\n",
         ANSWER_IN_BOTH},
	{0},
};
