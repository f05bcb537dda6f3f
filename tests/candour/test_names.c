/* Names: what is doubted of them, and what looks like it and is not. */
#include "support/testing.h"

#include <string.h>

#include "base/buf.h"
#include "support/history.h"
#include "support/judging.h"
#include "support/saying.h"

#define A SAYING_A
#define B SAYING_B

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
		{"Leadres met on 4 July.", "\"Leadres\" is nearly \"Leaders\""},
		{"On 4 July Leadders considered it.", "\"Leadders\" is nearly \"Leaders\""},
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
	saying_begin(*state);
	SAYING_CHECK(*state, "name-spelling", rows);
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
		{"Leavers were interviewed.", NULL},
		{"Leader of the team is Ann.", NULL},
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
	saying_begin(*state);
	SAYING_CHECK(*state, "name-spelling", rows);
}

static void a_spelling_is_told_of_once_and_with_its_line(void **state)
{
	saying_begin(*state);
	sandbox_write(
		*state, "repo/" A,
		history_update_saying("culture", "2023-07", "green",
	                              "The Confidence, Capacity and Culture group met.\n"
	                              "The Confidence, Capacity and Culture group met again."));
	assert_text(saying_found(*state, "name-spelling", false), A
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
	saying_begin(sandbox);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		sandbox_write(sandbox, "repo/" B,
		              signed_by(sandbox, "2023-07", rows[i].manager, rows[i].completed_by));
		const char *text = saying_found(sandbox, "name-spelling", false);
		if (rows[i].found == NULL ? *text != '\0' : strstr(text, rows[i].found) == NULL)
			fail_msg("`%s`, `%s`: %s", rows[i].manager, rows[i].completed_by, text);
	}
}

static void one_person_in_two_reports_is_written_alike(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repo");
	HISTORY(history, {0, "Office", "plans/better/plan.md", saying_plan(sandbox)},
	        {31, "Ann", B, signed_by(sandbox, "2023-07", "Mike Barrow", "Mike Barrow")});
	history_checkout(history);
	sandbox_write(sandbox, "repo/" B,
	              signed_by(sandbox, "2023-08", "Michael Barrow", "Michael Barrow"));
	const char *text = saying_found(sandbox, "name-spelling", true);
	assert_non_null(strstr(text, B ":6:12: warning: `managers` is \"Michael Barrow\" here and "
	                               "`managers` is \"Mike Barrow\" in the report before; one "
	                               "person is written in one way, so list both spellings under "
	                               "`people` in the plan if both are right [name-spelling]\n"
	                               "    see " B ":6 (July 2023, commit "));
	assert_non_null(strstr(text, "): `managers`: Mike Barrow\n"));
	assert_null(strstr(text, "completed_by"));
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
		assert_non_null(saying_found(sandbox, asked[i], false));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(names_that_are_nearly_right_are_found),
		sandbox_test(names_that_look_like_others_are_left_alone),
		sandbox_test(a_spelling_is_told_of_once_and_with_its_line),
		sandbox_test(one_person_in_two_fields_is_written_alike),
		sandbox_test(one_person_in_two_reports_is_written_alike),
		sandbox_test(odd_plans_and_texts_do_no_harm),
	};
	return cmocka_run_group_tests_name("names", tests, NULL, NULL) != 0;
}
