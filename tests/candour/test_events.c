/* What committees did on a day: what is doubted, and what is not. */
#include "support/testing.h"

#include <string.h>

#include "support/history.h"
#include "support/judging.h"
#include "support/saying.h"

#define A SAYING_A
#define B SAYING_B

/* --- decision-without-meeting --- */

/* On a day without a meeting. */
static const char *const decided[] = {
	"The Authority Board on the 19th July agreed to recruit.",
	"On 19 July the Authority Board agreed the code.",
	"The code was signed off on 19 July by the Authority Board.",
	"The Authority Board formally endorsed the new code on Wednesday 19 July 2023.",
	"At the Authority Board of 19 July, the new code was finally agreed.",
	"The Authority Board, at its meeting on 19 July, approved the code.",
	"The Authority Board agreed the code at its meeting on 19 July.",
	"Following approval by the Authority Board on 19 July, work began.",
	"At its meeting of 19 July the Authority Board noted the risks.",
	"The Authority Board signed off the pay policy when it met on 19 July.",
	"At its 19 July meeting the Authority Board ratified the pay policy.",
	"The pay policy was approved by the Authority Board at its meeting of 19 July.",
	"The 19 July meeting of the Authority Board endorsed the pay policy.",
	"The Authority Board met on 19 July and gave the pay policy the go-ahead.",
	"The pay policy got the go-ahead from the Authority Board on 19 July.",
	"The pay policy received the green light from the Authority Board on 19 July.",
	"Following the Authority Board's approval of the pay policy on 19 July, work began.",
	"With the pay policy approved by the Authority Board on 19 July, staff can begin.",
	"The Authority Board took the decision on the pay policy on 19 July.",
	"On 19 July, the Authority Board resolved to adopt the pay policy.",
	"The Authority Board resolved on 19 July that the pay policy should go ahead.",
	"The Authority Board on 19 July gave its consent to the pay policy.",
	"It was on 19 July that the Authority Board approved the pay policy.",
	"The pay policy was taken through the Authority Board on 19 July.",
	"The pay policy cleared the Authority Board on 19 July.",
	"The pay policy secured the Authority Board's approval on 19 July.",
	"The pay policy won the backing of the Authority Board on 19 July.",
	"The Authority Board considered and agreed the pay policy on 19 July.",
	"The pay policy was put to the Authority Board on 19 July and approved.",
	"The pay policy was accepted by the Authority Board during its meeting on 19 July.",
	"The pay policy, which the Authority Board agreed on 19 July, is in use.",
	"As agreed by the Authority Board on 19 July, the pay policy is in use.",
	"Since the Authority Board's decision of 19 July on the pay policy, staff were told.",
	"The Authority Board (19 July) approved the pay policy.",
	"The Authority Board approved the pay policy (19 July).",
	"The Authority Board approved, on 19 July, the pay policy.",
	"The Authority Board unanimously agreed to the pay policy on 19 July.",
	"The Authority Board, having heard from officers, approved the pay policy on 19 July.",
	"Approval for the pay policy came from the Authority Board on 19 July.",
	"The go-ahead for the pay policy was received from the Authority Board on 19 July.",
	"The Authority Board gave the pay policy its backing on 19 July.",
	"The Authority Board gave the green light to the pay policy on 19 July.",
	"A decision on the pay policy was taken by the Authority Board on 19 July.",
	"A decision on the pay policy was made by the Authority Board on 19 July.",
	"The go-ahead for the pay policy was given on 19 July by the Authority Board.",
	"Consent to the pay policy was given by the Authority Board on 19 July.",
	"In its session of 19 July, the Authority Board passed the pay policy.",
	"The Authority Board approved the pay policy at its meeting of 19 July.",
	"The Authority Board approved the pay policy during its 19 July meeting.",
	"The Authority Board settled the pay policy on 19 July.",
	"By decision of the Authority Board dated 19 July the pay policy is in use.",
	"The pay policy went through the Authority Board on 19 July.",
	"The Authority Board's meeting on 19 July approved the pay policy.",
	"Having been approved by the Authority Board on 19 July, the pay policy is in use.",
	"The pay policy has been in force since the Authority Board adopted it on 19 July.",
	"The Authority Board's approval on 19 July of the pay policy lets us begin.",
	"We obtained the Authority Board's agreement to the pay policy on 19 July.",
	"The decision of the Authority Board on 19 July about the pay policy will help us.",
	"What the Authority Board decided on 19 July about the pay policy will guide this work.",
	"The pay policy came to the Authority Board and won approval on 19 July.",
	"The pay policy was formally adopted on 19 July when the Authority Board met.",
	"Agreement to the pay policy was reached at the Authority Board on 19 July.",
	"The vote of the Authority Board on 19 July settled the pay policy.",
	"The Authority Board sat on 19 July and approved the pay policy.",
	"The Authority Board confirmed the pay policy on 19 July.",
	"On Wednesday 19 July 2023 the pay policy was approved by the Authority Board.",
	"On 19 July the pay policy was approved by the Authority Board.",
	"On 19/07/2023 approval of the pay policy was given by the Authority Board.",
	NULL};

static void decisions_on_days_without_a_meeting_are_found(void **state)
{
	static const struct said rows[] = {
		{"The code was approved by the Authority Board on 25 July.",
	         "the plan lists no meeting of the Authority Board on 25 July 2023; the nearest that it "
	         "lists is on 26 July 2023"},
		{"A&G met on the 6th July and the code was agreed.",
	         "no meeting of the Audit and Governance Committee on 6 July 2023"},
		{"The code was approved by A&G on 7th July and the Authority Board on 27th July.",
	         "no meeting of the Authority Board on 27 July 2023"},
		{"The Audit and Governance Committee (A&G) considered it on 10 July.",
	         "no meeting of the Audit and Governance Committee on 10 July 2023"},
		{"It was ratified at the meeting of the Authority Board on 12/07/2023.",
	         "no meeting of the Authority Board on 12 July 2023"},
		{"It was agreed at the Authority Board 22nd June 2023.",
	         "no meeting of the Authority Board on 22 June 2023; the nearest that it lists is on "
	         "28 June 2023"},
	};
	saying_begin(*state);
	SAYING_CHECK(*state, "decision-without-meeting", rows);
	saying_check_each(*state, "decision-without-meeting", decided,
	                  "no meeting of the Authority Board on 19 July 2023");
}

/* Not said to be decided on a day without a meeting. */
static const char *const not_decided[] = {
	"The code was approved by the Authority Board on 26 July.",
	"A&G met on the 7th of July.",
	"The code was approved by the Board on 25 July.",
	"The code will be approved by the Authority Board on 27 September.",
	"The code is to be approved by the Authority Board on 2 August.",
	"The code would have been approved by the Authority Board on 25 July.",
	"The code was sent to the Authority Board on 25 July.",
	"The code went out for approval by the Authority Board on 25 July.",
	"The code is still subject to agreement by the Authority Board on 25 July.",
	"It was agreed on 25 July that the Authority Board would see it.",
	"The team agreed with the Authority Board on 25 July.",
	"Comments were received from the Authority Board on 25 July.",
	"It was agreed with the chair of the Authority Board on 25 July.",
	"Authority Board members agreed it on 25 July.",
	"The Authority Board considered it informally on 25 July.",
	"An informal session of the Authority Board considered it on 25 July.",
	"The Authority Board Working Group agreed it on 25 July.",
	"Scrutiny: the Overview and Scrutiny Committee agreed it on 25 July.",
	"The Leaders Strategy Meeting agreed it on 25 July.",
	"The Authority Board approved the code in July.",
	"After the workshop on 25 July, the Authority Board agreed the code.",
	"The Authority Board agreed the code, which was published on 25 July.",
	"The Authority Board approved it, for Cabinet to ratify on 28 July.",
	"The meeting of the Authority Board was moved from 19 July.",
	"The team agreed its plan on 25 July, and the Authority Board has it.",
	"The code was approved by 25 July and the Authority Board agreed.",
	"On 19 July the pay policy was sent to staff, and the Authority Board approved it.",
	"On 19 July officers met the chair of the Authority Board.",
	"The pay policy will receive the approval of the Authority Board on 19 July.",
	"We had sought the approval of the Authority Board on 19 July.",
	"The pay policy is awaiting the decision of the Authority Board on 19 July.",
	"Comments were received from the Authority Board on 19 July.",
	"Feedback from the Authority Board on 19 July was helpful.",
	"The team received papers from the Authority Board on 19 July.",
	"Support from the Authority Board office ended on 19 July.",
	"The pay policy approved by the Authority Board was published on 19 July.",
	"The Authority Board approved the pay policy with effect from 19 July.",
	"The Authority Board approved the pay policy, published on 19 July.",
	"The project group agreed its own work plan on 19 July.",
	"The working party of the Authority Board agreed it on 19 July.",
	"Officers should seek the agreement of the Authority Board on 19 July.",
	"The Authority Board agreed on 26 July that a workshop should be held on 19 July.",
	"We gave members of the Authority Board a briefing on 19 July.",
	"Subject to the approval of the Authority Board on 19 July, work can begin.",
	"Staff who sit on the Authority Board were trained on 19 July.",
	"The Authority Board was told that the code had been approved by the directors on 19 July.",
	"The Authority Board agreed the minutes of the workshop of 19 July.",
	"Ahead of the Authority Board on 19 July, officers met.",
	"The Authority Board approved the plan for the meeting of residents on 19 July.",
	"The Authority Board approved the pay policy and the team began work on 19 July.",
	"Officers met the Authority Board's advisers on 14 July 2023.",
	"The Authority Board has asked for a report by 14 July 2023.",
	"The Authority Board asked officers on 26 July 2023 to report back.",
	"The Authority Board heard on 26 July 2023 how the pilot had gone since 14 July 2023.",
	"The Authority Board approved the lease that runs from 14 July 2023.",
	"The Authority Board approved the budget for the year that began on 1 April 2023.",
	"The Authority Board was shown the figures of 14 July 2023.",
	"The Authority Board thanked the team that opened the centre on 14 July 2023.",
	"Since 14 July 2023 the Authority Board has had a new chair.",
	"Between 3 July 2023 and 14 July 2023 the Authority Board did not meet.",
	"The Authority Board's new rules came into force on 14 July 2023.",
	"The rules that the Authority Board approved in June have applied since 14 July 2023.",
	"The decision of the Authority Board was published on 14 July 2023.",
	"Minutes of the Authority Board were published on 14 July 2023.",
	"The Authority Board's decision took effect on 14 July 2023.",
	"The Authority Board agreed the terms, and the contract was signed on 14 July 2023.",
	"The Authority Board agreed the terms and officers signed the contract on 14 July 2023.",
	"The Authority Board agreed that the contract could begin on 14 July 2023.",
	"The Authority Board agreed to open the centre on 14 July 2023.",
	"The Authority Board agreed a start date of 14 July 2023.",
	"The Authority Board accepted the tender received on 14 July 2023.",
	"The Authority Board noted the letter of 14 July 2023 from the auditors.",
	"The Authority Board noted the letter from the auditors dated 14 July 2023.",
	"The Authority Board reviewed progress up to 14 July 2023.",
	"The Authority Board approved the accounts to 14 July 2023.",
	"The Authority Board considered the position at 14 July 2023.",
	"The Authority Board discussed the fire of 14 July 2023.",
	"The Authority Board approved spending on 26 July 2023, and orders went out on 28 July 2023.",
	NULL};

static void decisions_that_may_be_right_are_left_alone(void **state)
{
	saying_begin(*state);
	saying_check_each(*state, "decision-without-meeting", not_decided, NULL);
}

static void a_decision_points_to_the_nearest_meeting(void **state)
{
	saying_begin(*state);
	sandbox_write(
		*state, "repo/" A,
		history_update_with("culture", "2023-07", "green",
	                            "agreed_change: {by: Authority Board, on: 2023-07-20}\n"));
	assert_text(saying_found(*state, "decision-without-meeting", false), A
	            ":12:21: warning: the plan lists no meeting of the Authority Board on 20 July "
	            "2023; the nearest that it lists is on 26 July 2023 "
	            "[decision-without-meeting]\n"
	            "    see plans/better/plan.md:23: a meeting of the Authority Board on 26 July "
	            "2023\n");
}

/* --- event-dated-twice --- */

static void one_meeting_on_two_days_is_found(void **state)
{
	static const struct {
		const char *one, *other, *found;
	} rows[] = {
		{"A&G met on 6 July.", "The code was approved by A&G on 7th July.",
	         "the Audit and Governance Committee is dated 6 July 2023 here and 7 July 2023 in the "
	         "update of Homes"},
		{"The Leaders Strategy Meeting on 4 July backed the bid.",
	         "Leaders considered the bid on 5 July.",
	         "the Leaders Strategy Meeting is dated 5 July 2023 here and 4 July 2023 in the update "
	         "of Confidence, culture and capacity"},
		{"The code will go to Leaders on 30 August.",
	         "It is due to go to Leaders on 31 August.",
	         "the Leaders Strategy Meeting is dated 31 August 2023 here"},
		{"The Leaders Strategy Meeting agreed the housing strategy framework on 4 July.",
	         "The housing strategy framework was agreed by Leaders on 14 July.",
	         "the Leaders Strategy Meeting is dated 14 July 2023 here"},
		{"A&G met on 7 July.", "The code was approved by A&G on 7th July.", NULL},
		{"A&G met on 7 July.", "The code was approved by the Authority Board on 6 July.",
	         NULL},
		{"The Leaders Strategy Meeting agreed the housing strategy framework on 4 July.",
	         "The budget for training was agreed by Leaders on 14 July.", NULL},
		{"The Leaders Strategy Meeting considered the housing strategy framework on 4 July.",
	         "The housing strategy framework was agreed by Leaders on 14 July.", NULL},
		{"A&G met on 7 July.", "A&G meets on 8 September.", NULL},
		{"A&G met on 7 July.", "The meeting of A&G was moved from 6 July.", NULL},
	};
	struct sandbox *sandbox = *state;
	saying_begin(sandbox);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		sandbox_write(sandbox, "repo/" A,
		              history_update_saying("culture", "2023-07", "green", rows[i].one));
		sandbox_write(sandbox, "repo/" B,
		              history_update_saying("homes", "2023-07", "green", rows[i].other));
		const char *text = saying_found(sandbox, "event-dated-twice", false);
		if (rows[i].found == NULL ? *text != '\0' : strstr(text, rows[i].found) == NULL)
			fail_msg("`%s` `%s`: %s", rows[i].one, rows[i].other, text);
	}
}

/* Two reports of July, and whether they date one decision on two days. */
static const struct {
	const char *one, *other;
	bool found;
} decisions[] = {
	{"The Leaders Strategy Meeting agreed the new rules for leaseholders on 14 July.",
         "We are acting on the new rules for leaseholders, agreed by Leaders on 7 July.", true},
	{"The Leaders Strategy Meeting agreed the new rules for leaseholders on 14 July.",
         "Since Leaders approved the new rules for leaseholders on 7 July, staff have been briefed.",
         true},
	{"The Leaders Strategy Meeting agreed the new rules for leaseholders on 14 July.",
         "The new rules for leaseholders, approved by Leaders on 7 July, have been explained to staff.",
         true},
	{"The new rules for leaseholders received the approval of Leaders on 14 July.",
         "Leaders approved the new rules for leaseholders at its meeting on 7 July.", true},
	{"Agreement to the new rules for leaseholders was given by Leaders on 14 July.",
         "On 7 July Leaders approved the new rules for leaseholders.", true},
	{"Leaders met on 14 July and gave the new rules for leaseholders the go-ahead.",
         "At its meeting of 7 July Leaders ratified the new rules for leaseholders.", true},
	{"The go-ahead for the code of practice for the coming year was given by Leaders on 14 July.",
         "With the code of practice for the coming year agreed by Leaders on 7 July, we trained staff.",
         true},
	{"Leaders approved the pension contribution rate for leaseholders on 14 July.",
         "Following the decision of Leaders on 7 July on the pension contribution rate for leaseholders, letters went out.",
         true},
	{"Leaders approved the pension contribution rate for leaseholders on 14 July.",
         "The approval of the pension contribution rate for leaseholders by Leaders on 7 July lets us begin.",
         true},
	{"Leaders approved the pension contribution rate for leaseholders on 14 July.",
         "The pension contribution rate for leaseholders, on which Leaders decided on 7 July, now guides our work.",
         true},
	{"Leaders approved the office move for frontline teams on 14 July.",
         "The office move for frontline teams has been under way since Leaders agreed to it on 7 July.",
         true},
	{"Leaders approved the office move for frontline teams on 14 July.",
         "The office move for frontline teams was signed off by Leaders on 7 July and is now in hand.",
         true},
	{"Leaders approved the office move for frontline teams on 14 July.",
         "As Leaders resolved on 7 July to adopt the office move for frontline teams, officers have begun.",
         true},
	{"Leaders approved the office move for frontline teams on 14 July.",
         "The 7 July decision of Leaders on the office move for frontline teams has been passed on.",
         true},
	{"Leaders approved the office move for frontline teams on 14 July.",
         "Staff know of the office move for frontline teams, which Leaders endorsed on 7 July.",
         true},
	{"Leaders approved the office move for frontline teams on 14 July.",
         "We obtained the agreement of Leaders to the office move for frontline teams on 7 July.",
         true},
	{"On 14 July we took the office move for frontline teams to Leaders, which gave its agreement.",
         "We obtained the agreement of Leaders to the office move for frontline teams on 7 July.",
         true},
	{"On 14 July we took the office move for frontline teams to Leaders, which gave its agreement.",
         "Leaders approved the office move for frontline teams on 7 July.", true},
	{"On 14 July officers brought the office move for frontline teams before Leaders, who agreed it.",
         "Leaders approved the office move for frontline teams on 7 July.", true},
	{"We secured the approval of Leaders for the office move for frontline teams on 14 July.",
         "Leaders approved the office move for frontline teams on 7 July.", true},
	{"After hearing from officers, Leaders agreed the office move for frontline teams on 14 July.",
         "The office move for frontline teams got the go-ahead from Leaders on 7 July.", true},
	{"We are now putting into effect the office move for frontline teams, which Leaders approved on 14 July.",
         "Leaders, meeting on 7 July, agreed the office move for frontline teams.", true},
	{"The approval that Leaders gave to the office move for frontline teams on 14 July allows us to plan ahead.",
         "On 7 July the decision was taken by Leaders to approve the office move for frontline teams.",
         true},
	{"Leaders gave the go-ahead to the office move for frontline teams on 14 July, and we have begun to act on it.",
         "Leaders met on 7 July and approved the office move for frontline teams.", true},
	{"Managers have been told about the office move for frontline teams, which Leaders agreed on 14 July.",
         "Leaders signed off the office move for frontline teams on 7 July.", true},
	{"We obtained the agreement of Leaders to the office move for frontline teams on 14 July.",
         "We obtained the agreement of Leaders to the rent consultation on 7 July.", false},
	{"On 14 July we took the office move for frontline teams to Leaders, which gave its agreement.",
         "On 7 July we took the office move for leaseholders to Leaders, which gave its agreement.",
         false},
	{"On 14 July we took the office move for frontline teams to Leaders, which gave its agreement.",
         "On 7 July we took the draft office move for frontline teams to Leaders, which asked for changes.",
         false},
	{"We obtained the agreement of Leaders to the office move for frontline teams on 14 July.",
         "We sought the agreement of Leaders to the office move for frontline teams on 7 July.",
         false},
	{"Leaders approved the office move for frontline teams on 14 July.",
         "Leaders considered the office move for frontline teams on 7 July.", false},
	{"Leaders approved the office move for frontline teams on 14 July.",
         "Leaders agreed to consult on the office move for frontline teams on 7 July.", false},
	{"Leaders approved the office move for frontline teams on 14 July.",
         "Leaders approved the office move on 7 July.", false},
	{"Leaders approved the office move for frontline teams on 14 July.",
         "Leaders approved the office move for leaseholders on 7 July.", false},
	{"Leaders approved the revised spending limits on 14 July.",
         "Leaders approved the draft spending limits on 7 July.", false},
	{"Leaders approved the spending limits on 14 July.",
         "Leaders approved the draft spending limits on 7 July.", false},
	{"Leaders approved the office move for frontline teams on 14 July.",
         "Leaders approved the office move for frontline teams on 14 July.", false},
	{"Leaders approved the office move for frontline teams on 14 July.",
         "Leaders will approve the office move for frontline teams on 27 July.", false},
	{"Leaders approved the office move for frontline teams on 14 July.",
         "A&G approved the office move for frontline teams on 7 July.", false},
	{"Leaders approved the revised spending limits on 14 July.",
         "Leaders approved the rent consultation on 7 July.", false},
	{"Leaders agreed the budget for training on 14 July.",
         "Leaders agreed the budget for training and travel on 7 July.", false},
	{"Leaders agreed the second phase of the office move on 14 July.",
         "Leaders agreed the first phase of the office move on 7 July.", false},
	{"Leaders came down in favour of the office move for frontline teams on 14 July.",
         "Leaders approved the office move for frontline teams on 7 July.", true},
	{"On 14 July members of Leaders voted to adopt the office move for frontline teams.",
         "Leaders approved the office move for frontline teams on 7 July.", true},
	{"Leaders put its name to the office move for frontline teams on 14 July.",
         "Leaders approved the office move for frontline teams on 7 July.", true},
	{"Leaders said on 14 July that the office move for frontline teams could go ahead.",
         "Leaders approved the office move for frontline teams on 7 July.", true},
	{"The motion to adopt the office move for frontline teams was carried by Leaders on 14 July.",
         "Leaders approved the office move for frontline teams on 7 July.", true},
	{"Officers were given leave by Leaders on 14 July to proceed with the office move for frontline teams.",
         "Leaders approved the office move for frontline teams on 7 July.", true},
	{"Leaders settled on the office move for frontline teams at the meeting held on 14 July.",
         "Leaders approved the office move for frontline teams on 7 July.", true},
	{"On 14 July we had the office move for frontline teams approved by Leaders.",
         "Leaders approved the office move for frontline teams on 7 July.", true},
	{"Having debated the matter, Leaders threw its weight behind the office move for frontline teams on 14 July.",
         "Leaders approved the office move for frontline teams on 7 July.", true},
	{"Letters about the office move for frontline teams went out as soon as Leaders had agreed to it on 14 July.",
         "Leaders approved the office move for frontline teams on 7 July.", true},
	{"Thanks to the approval of the office move for frontline teams by Leaders on 14 July we can now place orders.",
         "Leaders approved the office move for frontline teams on 7 July.", true},
	{"We will put the office move for frontline teams in place, as Leaders resolved on 14 July.",
         "Leaders approved the office move for frontline teams on 7 July.", true},
	{"The office move for frontline teams has been in hand since 14 July, when Leaders agreed to it.",
         "Leaders approved the office move for frontline teams on 7 July.", true},
	{"Much of our time has gone on the office move for frontline teams following its adoption by Leaders on 14 July.",
         "Leaders approved the office move for frontline teams on 7 July.", true},
	{"Managers were told about the office move for frontline teams once Leaders had approved the paper on 14 July.",
         "Leaders approved the office move for frontline teams on 7 July.", true},
	{"Leaders will look at the office move for frontline teams again on 14 July.",
         "Leaders approved the office move for frontline teams on 7 July.", false},
	{"Leaders heard on 14 July how the office move for frontline teams was going.",
         "Leaders approved the office move for frontline teams on 7 July.", false},
	{"Leaders declined to approve the office move for frontline teams on 14 July.",
         "Leaders approved the office move for frontline teams on 7 July.", false},
	{"Leaders discussed the office move for frontline teams on 14 July and approved the rest of the agenda.",
         "Leaders approved the office move for frontline teams on 7 July.", false},
	{"Leaders approved the budget on 14 July and discussed the office move for frontline teams.",
         "Leaders approved the office move for frontline teams on 7 July.", false},
	{"Leaders approved a further paper on the office move for frontline teams on 14 July.",
         "Leaders approved the office move for frontline teams on 7 July.", false},
	{"A leaflet on the office move for frontline teams was approved by Leaders on 14 July.",
         "Leaders approved the office move for frontline teams on 7 July.", false},
	{"Training for the office move for frontline teams, agreed by Leaders, was held on 14 July.",
         "Leaders approved the office move for frontline teams on 7 July.", false},
	{"Leaders carried over the office move for frontline teams on 14 July.",
         "Leaders approved the office move for frontline teams on 7 July.", false},
	{"Leaders came down against the office move for frontline teams on 14 July.",
         "Leaders approved the office move for frontline teams on 7 July.", false},
	{"We published the office move for frontline teams on 14 July once Leaders had approved it.",
         "Leaders approved the office move for frontline teams on 7 July.", false},
	{"The chair of Leaders came down in favour of the office move for frontline teams on 14 July.",
         "Leaders approved the office move for frontline teams on 7 July.", false},
	{"Leaders approved the office move for frontline teams in schools of the east on 14 July.",
         "Leaders approved the office move for frontline teams on 7 July.", false},
	{"Leaders approved the timetable for the office move for frontline teams on 14 July.",
         "Leaders approved the office move for frontline teams on 7 July.", false},
};

/* Both days are listed: then it is what was decided that tells. */
static void one_decision_on_two_days_is_found(void **state)
{
	static const char wanted[] = "one decision of the Leaders Strategy Meeting is dated 7 July "
				     "2023 here and 14 July 2023 in the update of Confidence, "
				     "culture and capacity";
	struct sandbox *sandbox = *state;
	saying_begin(sandbox);
	sandbox_write(sandbox, "repo/plans/better/plan.md",
	              replaced(sandbox, saying_plan(sandbox), "meetings:\n",
	                       "meetings:\n  - {committee: lsm, date: 2023-07-07}\n"
	                       "  - {committee: lsm, date: 2023-07-14}\n"
	                       "  - {committee: lsm, date: 2023-07-27}\n"));
	for (size_t i = 0; i < sizeof(decisions) / sizeof(decisions[0]); i++) {
		sandbox_write(
			sandbox, "repo/" A,
			history_update_saying("culture", "2023-07", "green", decisions[i].one));
		sandbox_write(
			sandbox, "repo/" B,
			history_update_saying("homes", "2023-07", "green", decisions[i].other));
		const char *text = saying_found(sandbox, "event-dated-twice", false);
		if (decisions[i].found ? strstr(text, wanted) == NULL : *text != '\0')
			fail_msg("`%s` `%s`: %s", decisions[i].one, decisions[i].other, text);
	}
}

static void a_meeting_told_twice_points_to_the_other_sentence(void **state)
{
	saying_begin(*state);
	sandbox_write(*state, "repo/" A,
	              history_update_saying("culture", "2023-07", "green",
	                                    "Leaders met on 4 July.\nLeaders met on 6 July."));
	assert_text(saying_found(*state, "event-dated-twice", false), A
	            ":17:1: warning: the Leaders Strategy Meeting is dated 6 July 2023 here and 4 "
	            "July 2023 elsewhere in this document [event-dated-twice]\n"
	            "    see " A ":16 (July 2023): Leaders met on 4 July.\n");
	/* Another period may tell of the same month. */
	sandbox_write(
		*state, "repo/" A,
		history_update_saying("culture", "2023-07", "green", "Leaders met on 4 July."));
	sandbox_write(*state, "repo/" B,
	              history_update_saying("homes", "2023-08", "green", "Leaders met on 6 July."));
	assert_text(saying_found(*state, "event-dated-twice", false), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(decisions_on_days_without_a_meeting_are_found),
		sandbox_test(decisions_that_may_be_right_are_left_alone),
		sandbox_test(a_decision_points_to_the_nearest_meeting),
		sandbox_test(one_meeting_on_two_days_is_found),
		sandbox_test(one_decision_on_two_days_is_found),
		sandbox_test(a_meeting_told_twice_points_to_the_other_sentence),
	};
	return cmocka_run_group_tests_name("events", tests, NULL, NULL) != 0;
}
