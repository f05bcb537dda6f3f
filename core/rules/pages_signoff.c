/* Pages of the rules about the sponsor's sign-off: see rules/page.h. */
#include "rules/pages.h"

const struct rule_page pages_signoff[] = {
	{"sign-off-own",
         "A sponsor's sign-off says that somebody else than the writer has read the report and "
         "stands behind its rating. Who wrote it (`completed_by`) cannot give it.",
         "== plans/demo/procurement.md\nperiod: 2023-07\ncompleted_by: Project manager\n"
         "=> sponsor_signed: {by: Project manager, on: 2023-08-07}\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\ncompleted_by: Project manager\n"
         "sponsor_signed: {by: Workstream sponsor, on: 2023-08-07}\n",
         ANSWER_IN_BOTH},
	{"sign-off-early",
         "What was signed is what had been written by then. A sign-off from before the report was "
         "completed (`completed_on`) is of another text, and one from before the period was over "
         "cannot know how it ended. One that was taken over from the report before is another "
         "rule's: `sign-off-carried-over`.",
         "== plans/demo/procurement.md\nperiod: 2023-07\ncompleted_on: 2023-08-04\n"
         "=> sponsor_signed: {by: Workstream sponsor, on: 2023-08-01}\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\ncompleted_on: 2023-08-04\n"
         "sponsor_signed: {by: Workstream sponsor, on: 2023-08-07}\n",
         ANSWER_IN_BOTH},
	{"sign-off-carried-over",
         "A sign-off is for one period. In a file that is written anew each period the last one "
         "is easily left standing: the same person on the same day. The report before is the "
         "workstream's last one on record or beside it, before this period.",
         "== plans/demo/procurement.md\nperiod: 2023-07\n"
         "sponsor_signed: {by: Workstream sponsor, on: 2023-08-07}\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-08\n"
         "=> sponsor_signed: {by: Workstream sponsor, on: 2023-08-07}\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\n"
         "sponsor_signed: {by: Workstream sponsor, on: 2023-08-07}\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-08\n"
         "sponsor_signed: {by: Workstream sponsor, on: 2023-09-06}\n",
         ANSWER_IN_BOTH},
	{0},
};
