/* Milestones that have no end or another number, said in many ways, and look-alikes. */
#include "support/doubting.h"

#define STEPS                                                                                      \
	"milestones:\n"                                                                            \
	"  - {id: strategy, title: Procurement strategy signed off, status: delivered}\n"          \
	"  - {id: register, title: Contract register in place, status: delivered}\n"               \
	"  - {id: offer, title: Apprenticeship offer published, status: delivered}\n"              \
	"next_milestones:\n"                                                                       \
	"  - {id: pack, title: Budget monitoring pack in print}\n"

static const char *const title_asked[] = {"Begin discussions with suppliers",
                                          "Keep partners informed",
                                          "Further work on the culture programme",
                                          "Work continues on data quality",
                                          "Build relationships with town councils",
                                          "Improve communication with residents",
                                          "Strengthen partnership working",
                                          "Take forward the recommendations of the audit",
                                          "Look into options for the depot",
                                          "Carry on with staff briefings",
                                          "Progressing actions from the peer review",
                                          "Continued roll-out of training",
                                          "To continue working with partners",
                                          "Discussions with trade unions to continue",
                                          "Start work on the new policy",
                                          "Ongoing review of contracts",
                                          "Support teams in adopting new ways of working",
                                          "Engagement with residents",
                                          "Assist directorates with their plans",
                                          "Maintain momentum",
                                          "Progress work on the estate",
                                          "Commence recruitment",
                                          "Commencing the roll-out",
                                          "Liaise with the county council",
                                          "Support members",
                                          "Help services to change",
                                          "Developing leadership skills",
                                          "Embed the new values",
                                          "Raise awareness of the code",
                                          "Promote good practice",
                                          "Make progress with digital services",
                                          "Continue to monitor spending",
                                          "Monitor progress",
                                          "Work with the department on the grant",
                                          "Team to carry on with visits",
                                          "Drive improvement across services",
                                          "Undertake ongoing engagement",
                                          "Further develop the performance culture",
                                          "Explore joint working",
                                          "Advance the conversation about devolution",
                                          "Keep up dialogue with the regulator",
                                          "Support to schools",
                                          "Working group meetings to continue",
                                          "Recruitment is ongoing",
                                          "Deepen collaboration",
                                          "Sustain the pace of change",
                                          "Continue",
                                          "Progress",
                                          "Pursue closer cooperation",
                                          "Push ahead with reform",
                                          "Encourage take-up",
                                          "Coordinate activity between teams",
                                          NULL};

static const char *const title_silent[] = {"Progress report to the Board",
                                           "Support contract let",
                                           "Start of the new contract",
                                           "Start date confirmed",
                                           "Decision to proceed",
                                           "Approval to commence works",
                                           "Development plan approved",
                                           "Help desk",
                                           "Begin the pilot with 40 users",
                                           "Build the depot",
                                           "Improve the junction at Mill Road",
                                           "Work with the county to agree the contract",
                                           "Support officers appointed",
                                           "Development control manual live",
                                           "Commencement order ready for audit",
                                           "Supporting papers for the tender tested",
                                           "Continuing-learning bursary handed over",
                                           "Progress-tracking tool issued",
                                           "Working group set up and first meeting held",
                                           "Ongoing costs agreed",
                                           "Maintenance backlog figures issued",
                                           "Keep-fit course launched",
                                           "Develop the case management system",
                                           "Raise the rent by April 2024",
                                           "Engagement strategy published",
                                           "Engagement report",
                                           "Discussion paper",
                                           "Support plan",
                                           "Progress review",
                                           "Building control service transferred",
                                           "Strengthened bridge opened",
                                           "Promotion board",
                                           "Monitoring framework",
                                           "Management accounts for June",
                                           "Help line number published",
                                           "Manager handbook",
                                           "Work plan",
                                           "Advance payment scheme",
                                           "Enabling works complete",
                                           "Exploration licence granted",
                                           "Draft strategy to Cabinet",
                                           NULL};

static void a_title_without_an_end_in_many_words(void **state)
{
	static const struct saying saying = {"milestone-no-test", AS_TITLE, "green", NULL};
	sentences_check(*state, &saying, title_asked, title_silent);
}

static const char *const number_asked[] = {
	"Milestone 1 (Contract register in place) took most of our time.",
	"Milestone 2, Apprenticeship offer published, needs the most attention.",
	"As to milestone 3, 'Contract register in place', partners were consulted.",
	"Milestone 1 – Contract register in place – was discussed.",
	"Milestone 2: “Procurement strategy signed off” was the focus.",
	"Our work on milestone 3, Procurement strategy signed off, went on.",
	"Milestone no. 2 (Procurement strategy signed off) is done.",
	"Milestone number 2, Procurement strategy signed off, is done.",
	"The focus was on Contract register in place (milestone 1).",
	"\"Contract register in place\" (milestone 3) took most of our time.",
	"Contract register in place, which is milestone 3, took most of our time.",
	"Contract register in place, milestone 3, took most of our time.",
	"Number 3 of the milestones, Contract register in place, was hard.",
	"Of the milestones, number 3 (Contract register in place) was hard.",
	"Most effort went into milestone 1, that is Contract register in place.",
	"Under milestone 1 (Contract register in place) we met partners.",
	"Milestone 1 on the list, \"Contract register in place\", was hard.",
	"We spent time on milestone 1, namely Contract register in place.",
	"Contract register in place was milestone 3.",
	"Milestone 1 is Contract register in place.",
	"For milestone three, Contract register in place, we met partners.",
	"Milestone #3 (Contract register in place) was hard.",
	"Progress on milestone 1 - Contract register in place - has been steady.",
	"Partners helped with milestone 1, \"contract register in place\".",
	"Milestone 1, known as \"Contract register in place\", was hard.",
	"Milestone 1, about the Contract register, was hard.",
	"Much was done for milestone 3 (\"Contract register in place\").",
	"Milestone 1, which concerns \"Contract register in place\", was hard.",
	NULL};

static const char *const number_silent[] = {
	"Milestone 2 (Contract register in place) took most of our time.",
	"Milestone 2, Contract register in place, was hard; milestone 1, Procurement strategy signed off, was not.",
	"Contract register in place (milestone 2), Procurement strategy signed off (milestone 1).",
	"After Procurement strategy signed off, milestone 2 can begin.",
	"With \"Procurement strategy signed off\" done, milestone 2 was begun.",
	"Milestone 1 of last month, Contract register in place, was reported.",
	"Next comes milestone 1, Budget monitoring pack in print.",
	"Milestone 1, Budget monitoring pack in print, is next.",
	"We delivered milestones 1, 2 and 3, Contract register in place among them.",
	"Milestone 3 was carried over.",
	"Milestone 1 was delivered, and so was Contract register in place.",
	"Contract register in place follows milestone 1.",
	"Milestone 2, the register, is done.",
	"Milestone 1 (strategy) and milestone 2 (register) are done.",
	"Item 1 of the agenda was Contract register in place, a milestone.",
	NULL};

static void a_wrong_number_in_many_words(void **state)
{
	static const struct saying saying = {"milestone-misquoted", IN_ACTIVITIES, "green", STEPS};
	sentences_check(*state, &saying, number_asked, number_silent);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_title_without_an_end_in_many_words),
		sandbox_test(a_wrong_number_in_many_words),
	};
	return cmocka_run_group_tests_name("ledger said", tests, NULL, NULL) != 0;
}
