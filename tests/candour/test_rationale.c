/* The rating against its reasons: what is doubted, and what looks like it and is not. */
#include "support/stories.h"

#define A "plans/demo/procurement.md"
#define DOCUMENT "== " A "\n"
#define COMMIT "== commit Ann\n"
#define JULY DOCUMENT "period: 2023-07\n"
#define AUGUST DOCUMENT "period: 2023-08\n"
#define SEPTEMBER DOCUMENT "period: 2023-09\n"
#define OCTOBER DOCUMENT "period: 2023-10\n"
#define RATIONALE "## RAG rationale\n"
#define ACTIVITIES "## Key activities\n"

/* Twenty-nine words. */
#define DONE                                                                                       \
	"The team met the departments and went through their contracts. Most were found and "      \
	"entered in the register. The others will be looked for in the weeks to come.\n"

static const struct story_row unmoved[] = {
	{"the same words under another rating",
         JULY "rag: green\n" RATIONALE
              "The register is complete and the July tenders are out.\n" COMMIT AUGUST
              "rag: amber\n" RATIONALE "The register is complete and the August tenders are out.\n",
         "plans/demo/procurement.md:18:1: warning: the rating moved from Green to Amber, and its rationale is nearly word for word that of July 2023 [rationale-unmoved]\n"
         "    see plans/demo/procurement.md:4 (July 2023, commit): rated Green\n"
         "    see plans/demo/procurement.md:18 (July 2023, commit): the rationale: The register is complete and the July tenders are out.\n"},
	{"the reason is another",
         JULY "rag: green\n" RATIONALE
              "The register is complete and the July tenders are out.\n" COMMIT AUGUST
              "rag: amber\n" RATIONALE
              "Two of the August tenders had no bidder and must be written again.\n",
         NULL},
	{"the rating is the same",
         JULY "rag: green\n" RATIONALE
              "The register is complete and the July tenders are out.\n" COMMIT AUGUST
              "rag: Green\n" RATIONALE "The register is complete and the August tenders are out.\n",
         NULL},
	{"no more than a word",
         JULY "rag: green\n" RATIONALE "See the comments below.\n" COMMIT AUGUST
              "rag: amber\n" RATIONALE "See the comments below.\n",
         NULL},
	{"a word that turns it round",
         JULY "rag: green\n" RATIONALE "The plan is on time and in budget.\n" COMMIT AUGUST
              "rag: amber\n" RATIONALE "The plan is not on time and in budget.\n",
         NULL},
	{"a scale that changed",
         "== plans/demo/plan.md\nscale: {levels: [{id: green, label: Green, meaning: Good}, {id: "
         "amber, label: Amber, meaning: Poor}]}\nworkstreams: [{id: procurement, title: "
         "Procurement}]\n" JULY "rag: green\n" RATIONALE
         "The register is complete and the tenders are out.\n" COMMIT
         "== plans/demo/plan.md\nworkstreams: [{id: procurement, title: Procurement}]\n" AUGUST
         "rag: amber\n" RATIONALE "The register is complete and the tenders are out.\n",
         NULL},
};

static void a_rating_that_moves_has_a_reason_that_moves(void **state)
{
	stories_judge(*state, FAMILY_RATIONALE, unmoved, COUNT_OF(unmoved));
}

static const struct story_row jumped[] = {
	{"three levels down",
         JULY "rag: green\n" COMMIT AUGUST "rag: amber-red\n" RATIONALE
              "The supplier has gone; a new contract would bring the work back.\n",
         "plans/demo/procurement.md:4:6: warning: the rating fell 3 levels at once, from Green in July 2023 to Amber/Red [rating-jumped]\n"
         "    see plans/demo/procurement.md:4 (July 2023, commit): rated Green\n"},
	{"four levels up", JULY "rag: red\n" COMMIT AUGUST "rag: green\n",
         "plans/demo/procurement.md:4:6: warning: the rating rose 4 levels at once, from Red in July 2023 to Green [rating-jumped]\n"
         "    see plans/demo/procurement.md:4 (July 2023, commit): rated Red\n"},
	{"two levels",
         JULY "rag: green\n" COMMIT AUGUST "rag: amber\n" RATIONALE
              "The supplier may go; a new contract would bring the work back.\n",
         NULL},
	{"three levels, over a period without a report",
         JULY "rag: red\n" COMMIT SEPTEMBER "rag: green-amber\n", NULL},
};

static void a_rating_does_not_jump(void **state)
{
	stories_judge(*state, FAMILY_RATIONALE, jumped, COUNT_OF(jumped));
}

#define CORRECTED "correction: {reason: The auditors found two contracts that were missed}\n"

static const struct story_row rerated[] = {
	{"about to be changed", JULY "rag: green\n" COMMIT JULY "rag: green-amber\n", NULL},
	{"changed on record", JULY "rag: green\n" COMMIT JULY "rag: green-amber\n" COMMIT,
         "plans/demo/procurement.md:4:6: warning: the rating of July 2023 was changed from Green to Green/Amber when it was on record, and no `correction` says why [rerating-unexplained]\n"
         "    see plans/demo/procurement.md:1 (July 2023, commit): rated Green by Ann on 1 August 2023\n"
         "    see plans/demo/procurement.md:1 (July 2023, commit): rated Green/Amber by Ann on 2 August 2023\n"},
	{"changed on record, and since edited",
         JULY "rag: green\n" COMMIT JULY "rag: green-amber\n" COMMIT JULY
              "rag: green-amber\nsupport: Project office\n",
         "plans/demo/procurement.md:4:6: warning: the rating of July 2023 was changed from Green to Green/Amber when it was on record, and no `correction` says why [rerating-unexplained]\n"
         "    see plans/demo/procurement.md:1 (July 2023, commit): rated Green by Ann on 1 August 2023\n"
         "    see plans/demo/procurement.md:1 (July 2023, commit): rated Green/Amber by Ann on 2 August 2023\n"},
	{"explained", JULY "rag: green\n" COMMIT JULY "rag: green-amber\n" CORRECTED, NULL},
	{"explained on record",
         JULY "rag: green\n" COMMIT JULY "rag: green-amber\n" CORRECTED COMMIT, NULL},
	{"explained when it was changed, and edited since",
         JULY "rag: green\n" COMMIT JULY "rag: green-amber\n" CORRECTED COMMIT JULY
              "rag: green-amber\n",
         NULL},
	{"the spelling changed", JULY "rag: green-amber\n" COMMIT JULY "rag: Green/Amber\n" COMMIT,
         NULL},
	{"the next period", JULY "rag: green\n" COMMIT AUGUST "rag: green-amber\n" COMMIT, NULL},
	{"a draft", JULY "rag: green\n" COMMIT JULY "rag: green-amber\ndraft: true\n", NULL},
	{"an overview re-rated",
         "== plans/demo/overview.md\nkind: overview\nperiod: 2023-07\nrag: green\n" COMMIT
         "== plans/demo/overview.md\nkind: overview\nperiod: 2023-07\nrag: green-amber\n" COMMIT,
         "plans/demo/overview.md:4:6: warning: the rating of July 2023 was changed from Green to Green/Amber when it was on record, and no `correction` says why [rerating-unexplained]\n"
         "    see plans/demo/overview.md:1 (July 2023, commit): rated Green by Ann on 1 August 2023\n"
         "    see plans/demo/overview.md:1 (July 2023, commit): rated Green/Amber by Ann on 2 August 2023\n"},
};

static void a_rating_on_record_is_changed_with_a_reason(void **state)
{
	stories_judge(*state, FAMILY_RATIONALE, rerated, COUNT_OF(rerated));
}

#define RISK(mitigation)                                                                           \
	"risks: [{id: staff, risk: Two posts stay vacant, mitigation: " mitigation "}]\n"
#define ADVERTISE RISK("Advertise both posts")
#define THREE(fields) JULY fields COMMIT AUGUST fields COMMIT SEPTEMBER fields

static const struct story_row stuck[] = {
	{"three times", THREE("rag: amber\n" ADVERTISE),
         "plans/demo/procurement.md:4:6: warning: rated Amber 3 times in a row since July 2023, and in that time no date, milestone or risk has changed [rating-stuck]\n"
         "    see plans/demo/procurement.md:4 (July 2023, commit): rated Amber, with the same dates, milestones and risks\n"},
	{"four times", THREE("rag: red\n" ADVERTISE) COMMIT OCTOBER "rag: red\n" ADVERTISE,
         "plans/demo/procurement.md:4:6: warning: rated Red 4 times in a row since July 2023, and in that time no date, milestone or risk has changed [rating-stuck]\n"
         "    see plans/demo/procurement.md:4 (July 2023, commit): rated Red, with the same dates, milestones and risks\n"},
	{"twice", JULY "rag: amber\n" ADVERTISE COMMIT AUGUST "rag: amber\n" ADVERTISE, NULL},
	{"a good rating", THREE("rag: green-amber\n" ADVERTISE), NULL},
	{"something else is done",
         JULY "rag: amber\n" ADVERTISE COMMIT AUGUST "rag: amber\n" ADVERTISE COMMIT SEPTEMBER
              "rag: amber\n" RISK("Ask an agency for two people"),
         NULL},
	{"the forecast moved",
         JULY "rag: amber\n" ADVERTISE COMMIT AUGUST "rag: amber\n" ADVERTISE COMMIT SEPTEMBER
              "rag: amber\nagreed_completion: 2025-02-28\nforecast_completion: 2025-02-28\n"
              "agreed_change: {by: Programme board, on: 2023-09-20}\n" ADVERTISE,
         NULL},
	{"a period without a report",
         JULY "rag: amber\n" ADVERTISE COMMIT AUGUST "rag: amber\n" ADVERTISE COMMIT OCTOBER
              "rag: amber\n" ADVERTISE,
         NULL},
	{"nothing that could change", THREE("rag: amber\n"), NULL},
	{"imported", THREE("rag: amber\nimported: {source: Item 7}\n"), NULL},
};

static void a_poor_rating_does_not_stand_still(void **state)
{
	stories_judge(*state, FAMILY_RATIONALE, stuck, COUNT_OF(stuck));
}

static const struct story_row copied[] = {
	{"word for word", JULY ACTIVITIES DONE COMMIT AUGUST ACTIVITIES DONE,
         "plans/demo/procurement.md:14:1: warning: the section `Key activities` (29 words) is word for word that of July 2023 [text-copied]\n"
         "    see plans/demo/procurement.md:14 (July 2023, commit): The team met the departments and went through their contracts.\n"},
	{"nearly",
         JULY ACTIVITIES DONE COMMIT AUGUST ACTIVITIES
         "In August the team met the departments and went through their contracts. Most were "
         "found and entered in the register. The others will be looked for in the months to "
         "come.\n",
         "plans/demo/procurement.md:14:1: warning: the section `Key activities` (31 words) is nearly word for word that of July 2023 [text-copied]\n"
         "    see plans/demo/procurement.md:14 (July 2023, commit): The team met the departments and went through their contracts.\n"},
	{"after a period without a report", JULY ACTIVITIES DONE COMMIT SEPTEMBER ACTIVITIES DONE,
         "plans/demo/procurement.md:14:1: warning: the section `Key activities` (29 words) is word for word that of July 2023 [text-copied]\n"
         "    see plans/demo/procurement.md:14 (July 2023, commit): The team met the departments and went through their contracts.\n"},
	{"an overview",
         "== plans/demo/overview.md\nkind: overview\nperiod: 2023-07\nrag: green\n## Progress\n" DONE
                 COMMIT
         "== plans/demo/overview.md\nkind: overview\nperiod: 2023-08\nrag: green\n## Progress\n" DONE,
         "plans/demo/overview.md:10:1: warning: the section `Progress` (29 words) is word for word that of July 2023 [text-copied]\n"
         "    see plans/demo/overview.md:10 (July 2023, commit): The team met the departments and went through their contracts.\n"},
	{"in another order, of a rationale under the same rating",
         JULY
         "rag: green\n" RATIONALE DONE COMMIT AUGUST "rag: green\n" RATIONALE
         "The others will be looked for in the weeks to come. The team met the departments and "
         "went through their contracts. Most were found and entered in the register.\n",
         "plans/demo/procurement.md:18:1: warning: the section `RAG rationale` (29 words) is nearly word for word that of July 2023 [text-copied]\n"
         "    see plans/demo/procurement.md:18 (July 2023, commit): The team met the departments and went through their contracts.\n"},
	{"a section about what the work is",
         JULY "## Purpose and scope\n" DONE COMMIT AUGUST "## Purpose and scope\n" DONE, NULL},
	{"a short section",
         JULY ACTIVITIES "The team met the departments.\n" COMMIT AUGUST ACTIVITIES
                         "The team met the departments.\n",
         NULL},
	{"a quotation", JULY ACTIVITIES "> " DONE COMMIT AUGUST ACTIVITIES "> " DONE, NULL},
	{"a standard sentence",
         JULY ACTIVITIES
         "The team met the departments and went through their contracts. Most "
         "were found and entered in the register, which now has 240 rows.\n" COMMIT AUGUST
                 ACTIVITIES
         "The team met the departments and went through their contracts. The last of "
         "them were handed in, and training began for those who will use the register.\n",
         NULL},
	{"another section", JULY ACTIVITIES DONE COMMIT AUGUST "## Engagement\n" DONE, NULL},
	{"three new figures",
         JULY ACTIVITIES
         "The team read 120 contracts of 14 departments in the month, entered 96 "
         "of them in the register, and sent the others back to whoever had signed them.\n" COMMIT
                 AUGUST ACTIVITIES
         "The team read 80 contracts of 9 departments in the month, entered 71 "
         "of them in the register, and sent the others back to whoever had signed them.\n",
         NULL},
};

static void a_period_has_words_of_its_own(void **state)
{
	stories_judge(*state, FAMILY_RATIONALE, copied, COUNT_OF(copied));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_rating_that_moves_has_a_reason_that_moves),
		sandbox_test(a_rating_does_not_jump),
		sandbox_test(a_rating_on_record_is_changed_with_a_reason),
		sandbox_test(a_poor_rating_does_not_stand_still),
		sandbox_test(a_period_has_words_of_its_own),
	};
	return cmocka_run_group_tests_name("the rating against its reasons", tests, NULL, NULL) !=
	       0;
}
