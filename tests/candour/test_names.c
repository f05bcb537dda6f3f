/* Names and days: what is doubted of them, and what looks like it and is not. */
#include "support/testing.h"

#include <string.h>

#include "base/buf.h"
#include "support/history.h"
#include "support/judging.h"

#define A "plans/better/culture.md"
#define B "plans/better/homes.md"
#define O "plans/better/overview.md"

static const char *plan(struct sandbox *sandbox)
{
	const char *text = history_plan_with(
		"culture homes procurement",
		"  - {id: delivery, title: Project plans and delivery}\n"
		"committees:\n"
		"  - {id: board, name: Authority Board, also: [CAB], type: decide}\n"
		"  - id: audit\n"
		"    name: Audit and Governance Committee\n"
		"    also: [\"A&G\"]\n"
		"  - {id: lsm, name: Leaders Strategy Meeting, also: [Leaders]}\n"
		"  - {id: scrutiny, name: Overview and Scrutiny Committee}\n"
		"  - {id: business, name: Business Board, also: [Business]}\n"
		"meetings:\n"
		"  - {committee: board, date: 2023-06-28}\n"
		"  - {committee: board, date: 2023-07-26}\n"
		"  - {committee: audit, date: 2023-07-07}\n"
		"  - {committee: scrutiny, date: 2023-02-02}\n"
		"people:\n"
		"  - {id: ph, name: Peter Harlow, role: Manager}\n"
		"  - {id: finance, name: Director of Finance}\n");
	return replaced(sandbox, text, "title: Culture",
	                "title: \"Confidence, culture and capacity\"");
}

static void begin(struct sandbox *sandbox)
{
	history_new(sandbox, "repo");
	sandbox_write(sandbox, "repo/plans/better/plan.md", plan(sandbox));
}

/* What is found by the rule in the working tree, its evidence included. */
static const char *found(struct sandbox *sandbox, const char *rule, bool recorded)
{
	const char *text = judged_candour(sandbox, "repo", recorded);
	const char *mark = arena_printf(&sandbox->arena, " [%s]\n", rule);
	struct buf out = BUF_INIT;
	bool wanted = false;
	for (const char *line = text; *line != '\0'; line = next_line(line)) {
		size_t length = (size_t)(next_line(line) - line);
		if (strncmp(line, "    ", 4) != 0)
			wanted = length > strlen(mark) &&
			         strncmp(line + length - strlen(mark), mark, strlen(mark)) == 0;
		if (wanted)
			buf_add(&out, line, length);
	}
	const char *copy = arena_text(&sandbox->arena, out.bytes, out.length);
	buf_release(&out);
	return copy;
}

/* A sentence of an update, and a part of what the rule says of it; NULL: nothing. */
struct said {
	const char *says, *found;
};

static void check(struct sandbox *sandbox, const char *rule, const struct said *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		sandbox_write(sandbox, "repo/" A,
		              history_update_saying("culture", "2023-07", "green", rows[i].says));
		const char *text = found(sandbox, rule, false);
		if (rows[i].found == NULL ? *text != '\0' : strstr(text, rows[i].found) == NULL)
			fail_msg("%s: `%s`: %s", rule, rows[i].says, text);
	}
}

#define CHECK(sandbox, rule, rows) check(sandbox, rule, rows, sizeof(rows) / sizeof((rows)[0]))

/* --- name-spelling --- */

static void names_that_are_nearly_right_are_found(void **state)
{
	static const struct said rows[] = {
		{"The Confidence, Capacity and Culture workstream met twice.",
	         "\"Confidence, Capacity and Culture\" is nearly \"Confidence, culture and capacity\", "
	         "which the plan lists as a workstream"},
		{"Culture, Confidence and Capacity is where staff work on it.",
	         "\"Culture, Confidence and Capacity\" is nearly"},
		{"It went to the Leader's Strategy Meeting.",
	         "\"Leader's Strategy Meeting\" is nearly \"Leaders Strategy Meeting\", which the plan "
	         "lists as a committee"},
		{"It went to the Audit and Governence Committee.",
	         "\"Audit and Governence Committee\" is nearly"},
		{"It went to the Audit & Governance Commitee in July.",
	         "\"Audit & Governance Commitee\" is nearly"},
		{"It went to the Governance and Audit Committee.",
	         "\"Governance and Audit Committee\" is nearly"},
		{"The Project, Planning and Delivery group was there.",
	         "\"Project, Planning and Delivery\" is nearly \"Project plans and delivery\""},
		{"Project, Plans and Delivery: it goes well.",
	         "\"Project, Plans and Delivery\" is nearly \"Project plans and delivery\""},
		{"The Procurment team was there.", "\"Procurment\" is nearly \"Procurement\""},
		{"It went to the Authority Bord.",
	         "\"Authority Bord\" is nearly \"Authority Board\""},
		{"It is for Bussiness to say.", "\"Bussiness\" is nearly \"Business\""},
		{"We thank Pete Harlow for it.",
	         "\"Pete Harlow\" is nearly \"Peter Harlow\", which the plan lists as a person"},
		{"We thank Peter Harlowe for it.", "\"Peter Harlowe\" is nearly"},
		{"It went to the Bussiness Board.",
	         "\"Bussiness Board\" is nearly \"Business Board\""},
		{"It went to the Overview and\nScrutiny Comittee.",
	         "\"Overview and Scrutiny Comittee\" is nearly"},
		{"We met.\n\n### The Audit and Governence Committee\n\nIt met too.",
	         "\"Audit and Governence Committee\" is nearly"},
	};
	begin(*state);
	CHECK(*state, "name-spelling", rows);
}

static void names_that_look_like_others_are_left_alone(void **state)
{
	static const struct said rows[] = {
		{"The Audit and Governance Committee's view was heard.", NULL},
		{"The AUDIT AND GOVERNANCE COMMITTEE met, as did A&G and the CAB.", NULL},
		{"The Audit & Governance Committee met.", NULL},
		{"Audit and Governance took it, and Scrutiny will.", NULL},
		{"The Audit Committee of another council met.", NULL},
		{"The Board met, and the Boards of others.", NULL},
		{"Two Leaders Strategy Meetings were held.", NULL},
		{"We worked on capacity, confidence and culture.", NULL},
		{"Capacity, confidence and culture are what staff ask for.", NULL},
		{"Planning of projects and delivery of plans went on.", NULL},
		{"Project planning and delivery took most of the time.", NULL},
		{"Procurements of others were looked at, and Procuring went on.", NULL},
		{"The Audit Governance Committee met.", NULL},
		{"The project, plans and delivery went well.", NULL},
		{"The Business Broadband Group met.", NULL},
		{"The Businesses Boardroom is open.", NULL},
		{"We thank P. Harlow, Mr Harlow and Peter Harlow.", NULL},
		{"We thank Jane Harlow and Peter Marlow-Smith.", NULL},
		{"The Authority Broadly Speaking group met.", NULL},
		{"The CAG and the AG met, and G&A too.", NULL},
		{"The Director of Finances was there.", NULL},
		{"> The Audit and Governence Committee, as they wrote it.", NULL},
	};
	begin(*state);
	CHECK(*state, "name-spelling", rows);
}

static void a_spelling_is_told_of_once_and_with_its_line(void **state)
{
	begin(*state);
	sandbox_write(
		*state, "repo/" A,
		history_update_saying("culture", "2023-07", "green",
	                              "The Confidence, Capacity and Culture group met.\n"
	                              "The Confidence, Capacity and Culture group met again."));
	assert_text(found(*state, "name-spelling", false), A
	            ":16:5: warning: \"Confidence, Capacity and Culture\" is nearly "
	            "\"Confidence, culture and capacity\", which the plan lists as a workstream, "
	            "but not the same; write it as there, or add it to `also` there if it is right "
	            "[name-spelling]\n"
	            "    see plans/better/plan.md:9: the workstream \"Confidence, culture and "
	            "capacity\"\n");
}

/* An update with other people in it. */
static const char *signed_by(struct sandbox *sandbox, const char *period, const char *manager,
                             const char *completed_by)
{
	const char *text = history_update("homes", period, "green");
	text = replaced(sandbox, text, "managers: [Project manager]",
	                arena_printf(&sandbox->arena, "managers: [%s]", manager));
	return replaced(sandbox, text, "completed_by: Project manager",
	                arena_printf(&sandbox->arena, "completed_by: %s", completed_by));
}

static void one_person_in_two_fields_is_written_alike(void **state)
{
	static const struct {
		const char *manager, *completed_by, *found;
	} rows[] = {
		{"Mike Barrow", "Michael Barrow",
	         "`completed_by` is \"Michael Barrow\" here and `managers` is \"Mike Barrow\"; one "
	         "person"},
		{"Sara Oldfield", "Sarah Oldfield", "\"Sarah Oldfield\" here"},
		{"Sara Oldfield", "Sara Oldfeld", "\"Sara Oldfeld\" here"},
		{"Pete Harlow", "Project manager", "\"Pete Harlow\" is nearly \"Peter Harlow\""},
		{"John Barrow", "Jonh Barrow", "\"Jonh Barrow\" here"},
		{"Ann Reid", "Ann Ried", "\"Ann Ried\" here"},
		{"Jane Barrow", "Jake Barrow", NULL},
		{"Mike Barrow", "Mike Harrow-Weald", NULL},
		{"Project Manager", "Project Managers", NULL},
		{"Jean Cole", "Jean Cope", NULL},
		{"Mike Barrow", "mike barrow", NULL},
		{"Mike Barrow", "Mike Barrow", NULL},
	};
	struct sandbox *sandbox = *state;
	begin(sandbox);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		sandbox_write(sandbox, "repo/" B,
		              signed_by(sandbox, "2023-07", rows[i].manager, rows[i].completed_by));
		const char *text = found(sandbox, "name-spelling", false);
		if (rows[i].found == NULL ? *text != '\0' : strstr(text, rows[i].found) == NULL)
			fail_msg("`%s`, `%s`: %s", rows[i].manager, rows[i].completed_by, text);
	}
}

static void one_person_in_two_reports_is_written_alike(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {0, "Office", "plans/better/plan.md", plan(sandbox)},
	        {31, "Ann", B, signed_by(sandbox, "2023-07", "Mike Barrow", "Mike Barrow")});
	history_checkout(history);
	sandbox_write(sandbox, "repo/" B,
	              signed_by(sandbox, "2023-08", "Michael Barrow", "Michael Barrow"));
	const char *text = found(sandbox, "name-spelling", true);
	assert_non_null(strstr(text, B ":6:12: warning: `managers` is \"Michael Barrow\" here and "
	                               "`managers` is \"Mike Barrow\" in the report before; one "
	                               "person is written in one way, so list both spellings under "
	                               "`people` in the plan if both are right [name-spelling]\n"
	                               "    see " B ":6 (July 2023, commit "));
	assert_non_null(strstr(text, "): `managers`: Mike Barrow\n"));
	assert_null(strstr(text, "completed_by"));
}

/* --- decision-without-meeting --- */

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
		{"The Authority Board on the 19th July agreed to recruit.",
	         "no meeting of the Authority Board on 19 July 2023"},
		{"On 19 July the Authority Board agreed the code.",
	         "no meeting of the Authority Board on 19 July 2023"},
		{"The code was signed off on 19 July by the Authority Board.",
	         "no meeting of the Authority Board on 19 July 2023"},
		{"The Audit and Governance Committee (A&G) considered it on 10 July.",
	         "no meeting of the Audit and Governance Committee on 10 July 2023"},
		{"The Authority Board formally endorsed the new code on Wednesday 19 July 2023.",
	         "no meeting of the Authority Board on 19 July 2023"},
		{"It was ratified at the meeting of the Authority Board on 12/07/2023.",
	         "no meeting of the Authority Board on 12 July 2023"},
		{"At the Authority Board of 19 July, the new code was finally agreed.",
	         "no meeting of the Authority Board on 19 July 2023"},
		{"The Authority Board, at its meeting on 19 July, approved the code.",
	         "no meeting of the Authority Board on 19 July 2023"},
		{"The Authority Board agreed the code at its meeting on 19 July.",
	         "no meeting of the Authority Board on 19 July 2023"},
		{"Following approval by the Authority Board on 19 July, work began.",
	         "no meeting of the Authority Board on 19 July 2023"},
		{"At its meeting of 19 July the Authority Board noted the risks.",
	         "no meeting of the Authority Board on 19 July 2023"},
		{"It was agreed at the Authority Board 22nd June 2023.",
	         "no meeting of the Authority Board on 22 June 2023; the nearest that it lists is on "
	         "28 June 2023"},
	};
	begin(*state);
	CHECK(*state, "decision-without-meeting", rows);
}

static void decisions_that_may_be_right_are_left_alone(void **state)
{
	static const struct said rows[] = {
		{"The code was approved by the Authority Board on 26 July.", NULL},
		{"A&G met on the 7th of July.", NULL},
		{"The code was approved by the Board on 25 July.", NULL},
		{"The code will be approved by the Authority Board on 27 September.", NULL},
		{"The code is to be approved by the Authority Board on 2 August.", NULL},
		{"The code would have been approved by the Authority Board on 25 July.", NULL},
		{"The code was sent to the Authority Board on 25 July.", NULL},
		{"The code went out for approval by the Authority Board on 25 July.", NULL},
		{"The code is still subject to agreement by the Authority Board on 25 July.", NULL},
		{"It was agreed on 25 July that the Authority Board would see it.", NULL},
		{"The team agreed with the Authority Board on 25 July.", NULL},
		{"Comments were received from the Authority Board on 25 July.", NULL},
		{"It was agreed with the chair of the Authority Board on 25 July.", NULL},
		{"Authority Board members agreed it on 25 July.", NULL},
		{"The Authority Board considered it informally on 25 July.", NULL},
		{"An informal session of the Authority Board considered it on 25 July.", NULL},
		{"The Authority Board Working Group agreed it on 25 July.", NULL},
		{"Scrutiny: the Overview and Scrutiny Committee agreed it on 25 July.", NULL},
		{"The Leaders Strategy Meeting agreed it on 25 July.", NULL},
		{"The Authority Board approved the code in July.", NULL},
		{"After the workshop on 25 July, the Authority Board agreed the code.", NULL},
		{"The Authority Board agreed the code, which was published on 25 July.", NULL},
		{"The Authority Board approved it, for Cabinet to ratify on 28 July.", NULL},
		{"The meeting of the Authority Board was moved from 19 July.", NULL},
		{"The team agreed its plan on 25 July, and the Authority Board has it.", NULL},
		{"The code was approved by 25 July and the Authority Board agreed.", NULL},
	};
	begin(*state);
	CHECK(*state, "decision-without-meeting", rows);
}

static void a_decision_points_to_the_nearest_meeting(void **state)
{
	begin(*state);
	sandbox_write(
		*state, "repo/" A,
		history_update_with("culture", "2023-07", "green",
	                            "agreed_change: {by: Authority Board, on: 2023-07-20}\n"));
	assert_text(found(*state, "decision-without-meeting", false), A
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
	begin(sandbox);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		sandbox_write(sandbox, "repo/" A,
		              history_update_saying("culture", "2023-07", "green", rows[i].one));
		sandbox_write(sandbox, "repo/" B,
		              history_update_saying("homes", "2023-07", "green", rows[i].other));
		const char *text = found(sandbox, "event-dated-twice", false);
		if (rows[i].found == NULL ? *text != '\0' : strstr(text, rows[i].found) == NULL)
			fail_msg("`%s` `%s`: %s", rows[i].one, rows[i].other, text);
	}
}

static void a_meeting_told_twice_points_to_the_other_sentence(void **state)
{
	begin(*state);
	sandbox_write(*state, "repo/" A,
	              history_update_saying("culture", "2023-07", "green",
	                                    "Leaders met on 4 July.\nLeaders met on 6 July."));
	assert_text(found(*state, "event-dated-twice", false), A
	            ":17:1: warning: the Leaders Strategy Meeting is dated 6 July 2023 here and 4 "
	            "July 2023 elsewhere in this document [event-dated-twice]\n"
	            "    see " A ":16 (July 2023): Leaders met on 4 July.\n");
	/* Another period may tell of the same month. */
	sandbox_write(
		*state, "repo/" A,
		history_update_saying("culture", "2023-07", "green", "Leaders met on 4 July."));
	sandbox_write(*state, "repo/" B,
	              history_update_saying("homes", "2023-08", "green", "Leaders met on 6 July."));
	assert_text(found(*state, "event-dated-twice", false), "");
}

/* --- future-past --- */

static void a_future_that_had_passed_is_found(void **state)
{
	/* Completed on 4 August. */
	static const struct said rows[] = {
		{"It is due to go to Leaders on 30 July.",
	         "30 July 2023 is spoken of as still to come, but it had passed when this was completed "
	         "on 4 August 2023"},
		{"It will be presented to the Board on 20 July 2023.", "20 July 2023 is spoken of"},
		{"The papers will be reviewed and agreed by the directors on 20 July.",
	         "20 July 2023 is spoken of"},
		{"On 20 July the code will go to the Board.", "20 July 2023 is spoken of"},
		{"Training is scheduled for 3 August.", "3 August 2023 is spoken of"},
		{"The survey is expected to be out by the end of July.", "July 2023 is spoken of"},
		{"Interviews are to be held on 1 August.", "1 August 2023 is spoken of"},
		{"The workshop is on 3 August.", "3 August 2023 is spoken of"},
		{"The launch is set for 1 August.", "1 August 2023 is spoken of"},
		{"We expect to publish the policy on 28 July.", "28 July 2023 is spoken of"},
		{"The next session takes place on Tuesday 1 August.", "1 August 2023 is spoken of"},
	};
	begin(*state);
	CHECK(*state, "future-past", rows);
}

static void a_future_that_may_be_right_is_left_alone(void **state)
{
	static const struct said rows[] = {
		{"It is due to go to Leaders on 30 August.", NULL},
		{"It will be presented on 4 August.", NULL},
		{"It was due to go to Leaders on 30 July.", NULL},
		{"It would be presented on 20 July if Leaders met.", NULL},
		{"We will build on the plan that Leaders agreed on 20 July.", NULL},
		{"We will publish the minutes of 20 July.", NULL},
		{"The pilot will run from 1 July to 30 September.", NULL},
		{"We will report on the workshop held on 20 July.", NULL},
		{"We will publish the policy agreed by Leaders on 20 July.", NULL},
		{"The group, which met on 20 July, will meet again in September.", NULL},
		{"Work began on 20 July and will end in September.", NULL},
		{"The workshop took place on 20 July, and the next is in September.", NULL},
		{"As planned, it was published on 20 July.", NULL},
		{"It is on the website since 20 July.", NULL},
		{"The plan that was agreed is on track for 20 September.", NULL},
		{"In July Leaders saw how staff are to be asked.", NULL},
		{"Leaders met on 20 July and will meet again on 20 September.", NULL},
		{"The code was approved on 20 July and will be published soon.", NULL},
	};
	begin(*state);
	CHECK(*state, "future-past", rows);
}

static void an_overview_is_asked_too(void **state)
{
	begin(*state);
	const char *text = history_overview("2023-07", "green");
	sandbox_write(*state, "repo/" O,
	              replaced(*state, text, "The programme",
	                       "It will go to Leaders on 30 July. The programme"));
	assert_text(found(*state, "future-past", false), O
	            ":9:26: warning: 30 July 2023 is spoken of as still to come, but it had passed "
	            "when this was completed on 4 August 2023 [future-past]\n"
	            "    see " O ":6 (July 2023): completed on 4 August 2023\n");
	/* What was not completed can still look ahead. */
	sandbox_write(*state, "repo/" O,
	              replaced(*state, sandbox_read(*state, "repo/" O),
	                       "completed_on: 2023-08-04\n", ""));
	assert_text(found(*state, "future-past", false), "");
}

/* --- what nobody writes --- */

static void odd_plans_and_texts_do_no_harm(void **state)
{
	struct sandbox *sandbox = *state;
	static const char *const asked[] = {"name-spelling", "decision-without-meeting",
	                                    "event-dated-twice", "future-past"};
	struct buf text = BUF_INIT;
	history_new(sandbox, "repo");
	sandbox_write(
		sandbox, "repo/plans/better/plan.md",
		history_plan_with("culture homes",
	                          "committees:\n  - {id: board}\n  - {name: \"&\", also: [\"\", "
	                          "\",\", \"'\"]}\n  - {also: [\"-\"]}\n  - {name: Board}\n"
	                          "meetings:\n  - {committee: board}\n  - {date: 2023-07-26}\n"
	                          "  - {committee: none, date: x}\n"
	                          "people:\n  - {id: x}\n  - {name: \"(\"}\n  - {name: X Y}\n"));
	for (int i = 0; i < 3000; i++)
		buf_text(&text, "Board 'Bord' on 26 July, Homés & \xE2\x80\x99s will ");
	sandbox_write(sandbox, "repo/" A,
	              history_update_saying("culture", "2023-07", "green", text.bytes));
	buf_release(&text);
	sandbox_write(sandbox, "repo/" B, "---\nworkstream: homes\nperiod: 2023-07\n---\n");
	for (size_t i = 0; i < sizeof(asked) / sizeof(asked[0]); i++)
		assert_non_null(found(sandbox, asked[i], false));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(names_that_are_nearly_right_are_found),
		sandbox_test(names_that_look_like_others_are_left_alone),
		sandbox_test(a_spelling_is_told_of_once_and_with_its_line),
		sandbox_test(one_person_in_two_fields_is_written_alike),
		sandbox_test(one_person_in_two_reports_is_written_alike),
		sandbox_test(decisions_on_days_without_a_meeting_are_found),
		sandbox_test(decisions_that_may_be_right_are_left_alone),
		sandbox_test(a_decision_points_to_the_nearest_meeting),
		sandbox_test(one_meeting_on_two_days_is_found),
		sandbox_test(a_meeting_told_twice_points_to_the_other_sentence),
		sandbox_test(a_future_that_had_passed_is_found),
		sandbox_test(a_future_that_may_be_right_is_left_alone),
		sandbox_test(an_overview_is_asked_too),
		sandbox_test(odd_plans_and_texts_do_no_harm),
	};
	return cmocka_run_group_tests_name("names", tests, NULL, NULL) != 0;
}
