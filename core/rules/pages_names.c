/* The pages of rules about names and dates across documents: see rules/page.h. */
#include "rules/pages.h"

#define BOARD                                                                                      \
	"== plans/demo/plan.md\n"                                                                  \
	"committees:\n  - {id: board, name: Authority Board, type: decide}\n"
#define BOARD_MET BOARD "meetings:\n  - {committee: board, date: 2023-07-26}\n"
#define UPDATE "== plans/demo/procurement.md\nperiod: 2023-07\n"
#define ACTIVITIES "## Key activities\n\n"

const struct rule_page pages_names[] = {
	{"name-spelling",
         "A reader who meets two spellings does not know whether they are two things, and a search "
         "for one misses the other. What is written with capitals, in the text or in a field such "
         "as `sponsor`, is compared with the names that the plan lists: its workstreams, "
         "`committees` and `people`, each with its other spellings in `also`. There is a finding "
         "for the same words in another order, and for a word that is misspelled: one letter, or "
         "two in a word of nine letters and more. So there is for a committee's name of five words and "
         "more from whose middle one is left out, and for one whose initials the plan lists and "
         "these words have too, though one of them is another. Initials of four letters and more "
         "are doubted where one letter is too many, missing or swapped, and a first name that "
         "stands alone where the plan lists the person. Other short forms and plurals are left "
         "alone. A title in quotation marks, of three words and more, that the document writes in "
         "two ways is found without a list. Two fields that give one person's name in two ways, in one report or in that of "
         "the period before, are found without a list.",
         "== plans/demo/plan.md\n"
         "committees:\n  - {id: audit, name: Audit and Governance Committee, type: scrutinise}\n" UPDATE
                 ACTIVITIES "=> The new rules went to the Audit and Governence Committee.\n",
         "== plans/demo/plan.md\n"
         "committees:\n  - {id: audit, name: Audit and Governance Committee, type: scrutinise}\n" UPDATE
                 ACTIVITIES "The new rules went to the Audit and Governance Committee.\n",
         ANSWER_IN_BOTH},
	{"decision-without-meeting",
         "A decision is made at a meeting, and whoever looks for its minute needs the right day. "
         "Where a committee of the plan is said to have agreed, considered or approved something "
         "on a day, or to have met, the plan's `meetings` should list a meeting of that day. The "
         "rule is silent where the list is not kept: where it has no meeting of the committee in "
         "the same quarter of the year, nor meetings both before and after in the same year. "
         "Informal meetings, working groups and what the chair did are left alone. \"On September "
         "2023\" in a sentence that names one committee lacks its day, which is said too.",
         BOARD_MET UPDATE ACTIVITIES
         "=> The new rules were approved by the Authority Board on 25 July.\n",
         BOARD_MET UPDATE ACTIVITIES
         "The new rules were approved by the Authority Board on 26 July.\n",
         ANSWER_IN_BOTH},
	{"event-dated-twice",
         "One meeting cannot have been on two days, nor one decision. The reports of a period, and "
         "the sentences of each, are compared where they date what a committee of the plan did or "
         "will do. Two days that lie three days apart at most are taken for one meeting, unless "
         "the plan lists a meeting on each. On days up to twenty days apart, listed or not, the "
         "committee may not be said to have decided the same matter: one that both call by the "
         "same words, to which neither adds (\"the pay policy\" is not \"the pay policy "
         "for schools\"). What else a sentence says does not matter, unless a word of it may mean "
         "another occasion or stage, such as \"again\", \"draft\", \"declined\" or "
         "\"consultation\".",
         BOARD UPDATE ACTIVITIES
         "The new rules were approved by the Authority Board on 25 July.\n"
         "== plans/demo/governance.md\nworkstream: governance\nperiod: 2023-07\n" ACTIVITIES
         "=> The Authority Board met on 26 July.\n",
         BOARD UPDATE ACTIVITIES
         "The new rules were approved by the Authority Board on 26 July.\n"
         "== plans/demo/governance.md\nworkstream: governance\nperiod: 2023-07\n" ACTIVITIES
         "The Authority Board met on 26 July.\n",
         ANSWER_IN_BOTH},
	{"future-past",
         "A text that says of a day before its own `completed_on` that something will happen then "
         "was written earlier, or copied, and nobody looked again. Readers cannot tell whether it "
         "happened. What was due, or would be so if something else happened, is left alone.",
         UPDATE "completed_on: 2023-08-04\n" ACTIVITIES
                "=> The new rules will be presented to the directors on 28 July.\n",
         UPDATE "completed_on: 2023-08-04\n" ACTIVITIES
                "The new rules will be presented to the directors on 28 August.\n",
         ANSWER_IN_BOTH},
	{0},
};
