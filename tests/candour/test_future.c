/* The future that had passed: what is doubted, and what is not. */
#include "support/testing.h"

#include <string.h>

#include "support/history.h"
#include "support/judging.h"
#include "support/saying.h"

#define O SAYING_O

/* Of a day that had passed. */
static const char *const to_come[] = {
	"The survey is expected to be out by the end of July.",
	"The Authority Board will consider the revised spending limits on 26 July.",
	"A report on the draft capital schedule will go to Combined Authority Board on 24 July.",
	"On 23 July Combined Authority Board is going to decide on the staffing restructure.",
	"The Authority Board is due to receive the revised spending limits on 24 July.",
	"We look forward to presenting the pay policy to the Authority Board on 20 July.",
	"The pay policy is on the agenda of the Authority Board for 20 July.",
	"The pay policy goes to the Authority Board on 20 July.",
	"A decision on the pay policy is expected from the Authority Board on 20 July.",
	"The Authority Board will take a decision on the pay policy on 20 July.",
	"The Authority Board will make its decision about the pay policy on 20 July.",
	"The pay policy has yet to be approved: the Authority Board meets on 20 July.",
	"The pay policy remains to be approved by the Authority Board on 20 July.",
	"The pay policy is still to be approved by the Authority Board on 20 July.",
	"The pay policy is shortly to be discussed by the Authority Board on 20 July.",
	"We are preparing the pay policy for the Authority Board on 20 July.",
	"A workshop has been arranged for 20 July.",
	"Consideration of the pay policy has been scheduled for the Authority Board on 20 July.",
	"The pay policy has been scheduled for consideration by the Authority Board on 20 July.",
	"The next meeting of the Authority Board, on 20 July, will consider the pay policy.",
	"The meeting of the Authority Board on 20 July will be asked to approve the pay policy.",
	"The Authority Board meets on 20 July to consider the pay policy.",
	"The Authority Board meets to consider the pay policy on 20 July.",
	"The pay policy will be laid before the Authority Board on 20 July.",
	"The pay policy awaits the decision of the Authority Board on 20 July.",
	"The pay policy will come before the Authority Board on 20 July.",
	"Approval of the pay policy by the Authority Board is anticipated on 20 July.",
	"Approval will be sought from the Authority Board on 20 July.",
	"Approval is to be sought from the Authority Board on 20 July.",
	"The Authority Board intends to look at the pay policy on 20 July.",
	"Members of the Authority Board will be presented with the pay policy on 20 July.",
	"On 20 July we shall ask the Authority Board to adopt the pay policy.",
	"On 20 July the pay policy goes before the Authority Board.",
	"The Authority Board will hear from officers about the pay policy on 20 July.",
	"The Authority Board will receive a report from the sponsor on the pay policy on 20 July.",
	"We plan to bring the pay policy to the Authority Board on 20 July.",
	"The team will take the pay policy to the Authority Board's meeting on 20 July.",
	"It is hoped that the Authority Board will approve the pay policy on 20 July.",
	"The pay policy will be tabled at the Authority Board on 20 July.",
	"The pay policy is scheduled to reach the Authority Board on 20 July.",
	"The pay policy is to go to the Authority Board on 20/07/2023.",
	"Next month the Authority Board will vote on the pay policy on 20 July.",
	"Officers will put the benchmarking exercise for the coming year to Cabinet on 20 July.",
	"The Authority Board is set to rule on the pay policy on 20 July.",
	"The Authority Board will be invited on 20 July to agree the pay policy.",
	"We expect a decision from the Authority Board on 20 July.",
	"We expect the Authority Board to agree the pay policy on 20 July.",
	"The pay policy is listed for the Authority Board on 20 July.",
	"The forthcoming Authority Board on 20 July has the pay policy on its agenda.",
	"The next meeting of the Authority Board, on 20 July, will deal with the pay policy.",
	"The next meeting of the Authority Board on 20 July will cover the pay policy.",
	"The meeting of the Authority Board on 20 July will deal with the pay policy.",
	"The meeting of the Authority Board on 20 July will settle the pay policy.",
	NULL};

/* The same, in more words; and what is not to come. */
static const char *const other_words_of_the_future[] = {
	"The Authority Board is due to decide on the pay policy on 20 July.",
	"We shall take the pay policy to the Authority Board on 20 July.",
	"The Authority Board will be asked to approve the pay policy when members meet on 20 July.",
	"Officers will present the pay policy at the meeting of the Authority Board on 20 July.",
	"A paper is being written for the Authority Board, which will take it on 20 July.",
	"A paper on pay is being prepared for the Authority Board on 20 July.",
	"The Authority Board's decision is expected on 20 July.",
	"We await the Authority Board's decision on 20 July.",
	"We are to take the pay policy to the Authority Board on 20 July.",
	"We are taking the pay policy to the Authority Board on 20 July.",
	"The pay policy is going to the Authority Board on 20 July.",
	"The pay policy is on its way to the Authority Board on 20 July.",
	"The pay policy comes before the Authority Board on 20 July.",
	"The pay policy is booked in for the Authority Board on 20 July.",
	"It will be for the Authority Board to decide on 20 July.",
	"Members will consider it on 20 July.",
	"Members are due to vote on 20 July.",
	"A vote is to take place on 20 July.",
	"A vote will be held on 20 July.",
	"The vote takes place on 20 July.",
	"Our next meeting is on 20 July.",
	"On 20 July we plan to meet the supplier.",
	"On 20 July we are to meet the supplier.",
	"On 20 July a paper goes to the Authority Board.",
	"On 20 July members will be asked to decide.",
	"Come 20 July, the Authority Board will decide.",
	"By 20 July we will have trained all staff.",
	"All staff are to be trained by 20 July.",
	"The training will be complete by 20 July.",
	"The survey will close on 20 July.",
	"The survey closes on 20 July.",
	"The new system goes live on 20 July.",
	"The new director starts on 20 July.",
	"The new director joins us on 20 July.",
	"The consultation ends on 20 July.",
	"Interviews are on 20 July.",
	"Interviews have been arranged for 20 July.",
	"We look forward to the launch on 20 July.",
	"The launch is planned for 20 July.",
	"We hope to publish on 20 July.",
	"It is our intention to publish on 20 July.",
	"It is intended to publish on 20 July.",
	"We aim to publish on 20 July.",
	"We are on course to publish on 20 July.",
	"We are about to publish the code, on 20 July.",
	"The team intends to bring the pay policy to the Authority Board on 20 July.",
	"Preparations are being made for the Authority Board on 20 July.",
	"The paper is to be ready for 20 July.",
	"The pay policy will next be seen by the Authority Board on 20 July.",
	"Subject to approval by the Authority Board on 20 July, work will begin.",
	"The pay policy has been put on the agenda for 20 July.",
	NULL};

static const char *const other_words_of_the_past[] = {
	"The Authority Board was due to decide on 20 July.",
	"The Authority Board decided on 20 July that work will begin.",
	"The code agreed on 20 July will be printed.",
	"The code that was agreed on 20 July will be printed.",
	"Work that began on 20 July will go on.",
	"The training held on 20 July will be repeated.",
	"The lessons of the workshop on 20 July will be shared.",
	"We will act on what was said on 20 July.",
	"We will write up the visit of 20 July.",
	"Staff will build on the meeting of 20 July.",
	"The minutes of 20 July will be published.",
	"We will reply to the letter of 20 July.",
	"The contract will run from 20 July.",
	"The lease, which began on 20 July, will run for ten years.",
	"Since 20 July the team is expected to report each week.",
	"From 20 July all letters are to be signed.",
	"As of 20 July, forms are to be sent by email.",
	"After 20 July no forms will be taken.",
	"The survey closed on 20 July and results will follow.",
	"The survey closed on 20 July, and we expect results soon.",
	"We met on 20 July and will meet again in August.",
	"The Authority Board met on 20 July and will meet again on 27 September.",
	"It was hoped that the code would be ready on 20 July.",
	"The plan had been to publish on 20 July.",
	"We had planned to publish on 20 July.",
	"We had hoped to publish on 20 July.",
	"We expected to publish on 20 July.",
	"On 20 July we expected a decision.",
	"On 20 July the Authority Board agreed that we will begin.",
	"On 20 July staff were told that the depot will close.",
	"The depot will close, staff were told on 20 July.",
	"The Authority Board was told on 20 July that the depot will close.",
	"A report to the Authority Board on 20 July said that costs will rise.",
	"Our report of 20 July says that costs will rise.",
	"As reported on 20 July, costs will rise.",
	"The will of the late mayor was read on 20 July.",
	"The forecast made on 20 July is expected to hold.",
	"The dates set on 20 July are to stand.",
	"The team has agreed to the dates set on 20 July.",
	"The Authority Board will meet on 27 September.",
	"Figures as at 20 July will be used.",
	"Figures to 20 July will be used.",
	"The price that applied on 20 July will be paid.",
	"We will use the prices of 20 July.",
	"The outcome of the vote on 20 July will be known soon.",
	"The result of the ballot on 20 July is expected soon.",
	"The Authority Board's decision of 20 July is expected to save money.",
	"The new director, who started on 20 July, will lead the work.",
	"Whoever was on the list on 20 July will be invited.",
	"Cases opened before 20 July will be closed.",
	"Staff in post on 20 July will get the rise.",
	"Anyone who is in post on 20 July gets the rise.",
	NULL};

static void a_future_is_found_however_it_is_put(void **state)
{
	saying_begin(*state);
	saying_check_each(*state, "future-past", other_words_of_the_future,
	                  "20 July 2023 is spoken of");
	saying_check_each(*state, "future-past", other_words_of_the_past, NULL);
}

static void a_future_that_had_passed_is_found(void **state)
{
	static const struct said rows[] = {
		{"It is due to go to Leaders on 30 July.",
	         "30 July 2023 is spoken of as still to come, but it had passed when this was completed "
	         "on 4 August 2023"},
		{"It will be presented to the Board on 20 July 2023.", "20 July 2023 is spoken of"},
		{"The papers will be reviewed and agreed by the directors on 20 July.",
	         "20 July 2023 is spoken of"},
		{"On 20 July the code will go to the Board.", "20 July 2023 is spoken of"},
		{"Training is scheduled for 3 August.", "3 August 2023 is spoken of"},
		{"Interviews are to be held on 1 August.", "1 August 2023 is spoken of"},
		{"The workshop is on 3 August.", "3 August 2023 is spoken of"},
		{"The launch is set for 1 August.", "1 August 2023 is spoken of"},
		{"We expect to publish the policy on 28 July.", "28 July 2023 is spoken of"},
		{"The next session takes place on Tuesday 1 August.", "1 August 2023 is spoken of"},
	};
	saying_begin(*state);
	SAYING_CHECK(*state, "future-past", rows);
	saying_check_each(*state, "future-past", to_come, "July 2023 is spoken of");
}

/* The day is not said to be still to come. */
static const char *const not_to_come[] = {
	"It is due to go to Leaders on 30 August.",
	"It will be presented on 4 August.",
	"It was due to go to Leaders on 30 July.",
	"It would be presented on 20 July if Leaders met.",
	"We will build on the plan that Leaders agreed on 20 July.",
	"We will publish the minutes of 20 July.",
	"The pilot will run from 1 July to 30 September.",
	"We will report on the workshop held on 20 July.",
	"We will publish the policy agreed by Leaders on 20 July.",
	"The group, which met on 20 July, will meet again in September.",
	"Work began on 20 July and will end in September.",
	"The workshop took place on 20 July, and the next is in September.",
	"As planned, it was published on 20 July.",
	"It is on the website since 20 July.",
	"The plan that was agreed is on track for 20 September.",
	"In July Leaders saw how staff are to be asked.",
	"Leaders met on 20 July and will meet again on 20 September.",
	"The code was approved on 20 July and will be published soon.",
	"Staff will be briefed on matters approved by the Authority Board on 20 July.",
	"Staff will be briefed on the pay policy, approved by the Authority Board on 20 July.",
	"The pay policy, approved by the Authority Board on 20 July, will guide the next stage.",
	"The decision of the Authority Board on 20 July about the pay policy will help us.",
	"What the Authority Board decided on 20 July about the pay policy will guide this work.",
	"The approval that the Authority Board gave on 20 July will let us begin.",
	"The workshop on 20 July will help us.",
	"We will act on the Authority Board's decision on 20 July.",
	"On 20 July the Authority Board approved changes and they will begin soon.",
	"The meeting of the Authority Board on 20 July will be remembered for its debate.",
	"We will publish the notes of the workshop on 20 July.",
	"We will use feedback from the session on 20 July.",
	"Following the approval of the Authority Board on 20 July, staff will be told.",
	"Credit goes to the team, which finished on 20 July.",
	"The pay policy was approved on 20 July and is to be published.",
	"The Authority Board considered on 20 July how it will review the pay policy.",
	"The Authority Board agreed on 20 July to review the pay policy.",
	"Since the Authority Board approved it on 20 July, the pay policy is to be used by all.",
	"The pay policy is in force from 20 July.",
	"As agreed on 20 July, the team will begin in September.",
	"Work to be done next was set out on 20 July.",
	"The milestone due on 20 July was delivered.",
	"The plan to open the centre on 20 July was kept.",
	"Officers will explain the pay policy now that the Authority Board agreed it on 20 July.",
	"The code is now due to be printed, having been approved by the Authority Board on 20 July.",
	"The team is planning its work after the meeting on 20 July.",
	"The rating is expected to hold, as it has since 20 July.",
	"The changes are set out in the paper of 20 July.",
	"The Authority Board's approval on 20 July will let us go on.",
	"The new code, which goes to all staff, was agreed on 20 July.",
	"On 14 July 2023 the team moved into its new office.",
	"Work on the depot will build on what was done between 3 July 2023 and 14 July 2023.",
	"The team will keep to the timetable that was set on 14 July 2023.",
	"Lessons from the review of 14 July 2023 will be used in the next stage.",
	"The next stage is to use the findings published on 14 July 2023.",
	"The contract, signed on 14 July 2023, is to run for two years.",
	"The new manager, who joined on 14 July 2023, will lead the next stage.",
	"Staff who were trained on 14 July 2023 are expected to train others.",
	"Residents will be told about the changes that took effect on 14 July 2023.",
	"The milestone of 14 July 2023 was met and the next is due on 14 September 2023.",
	"The work is due to finish on 31 December 2023, having begun on 14 July 2023.",
	"The funding agreed on 14 July 2023 will last until spring.",
	"We will report on the visit of 14 July 2023 in the next update.",
	"The review begun on 14 July 2023 will end in autumn.",
	"The programme will use the baseline of 14 July 2023.",
	"From 14 July 2023 all invoices will be paid within ten days.",
	"As of 14 July 2023 there are 12 open cases.",
	"It has been on the website since 14 July 2023 and will stay there.",
	"The figures are those at 14 July 2023.",
	"The team intends to repeat the survey held on 14 July 2023.",
	"The plan is to repeat the exercise of 14 July 2023 each quarter.",
	"The changes agreed at the next meeting, on 20 July, will help us.",
	"The workshop on 20 July will cover its own costs.",
	"The decision of the meeting on 20 July will deal with the backlog.",
	NULL};

static void a_future_that_may_be_right_is_left_alone(void **state)
{
	saying_begin(*state);
	saying_check_each(*state, "future-past", not_to_come, NULL);
}

static void an_overview_is_asked_too(void **state)
{
	saying_begin(*state);
	const char *text = history_overview("2023-07", "green");
	sandbox_write(*state, "repo/" O,
	              replaced(*state, text, "The programme",
	                       "It will go to Leaders on 30 July. The programme"));
	assert_text(saying_found(*state, "future-past", false), O
	            ":9:26: warning: 30 July 2023 is spoken of as still to come, but it had passed "
	            "when this was completed on 4 August 2023 [future-past]\n"
	            "    see " O ":6 (July 2023): completed on 4 August 2023\n");
	/* What was not completed can still look ahead. */
	sandbox_write(*state, "repo/" O,
	              replaced(*state, sandbox_read(*state, "repo/" O),
	                       "completed_on: 2023-08-04\n", ""));
	assert_text(saying_found(*state, "future-past", false), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_future_that_had_passed_is_found),
		sandbox_test(a_future_is_found_however_it_is_put),
		sandbox_test(a_future_that_may_be_right_is_left_alone),
		sandbox_test(an_overview_is_asked_too),
	};
	return cmocka_run_group_tests_name("future", tests, NULL, NULL) != 0;
}
