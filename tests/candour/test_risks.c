/* Risks and issues: what is asked of small stories, and what is not. */
#include "support/doubting.h"

#define STORIES(name) name, COUNT_OF(name)

#define LIMITS                                                                                     \
	"  - {id: limits, risk: Limits for buying are not agreed, mitigation: Agree them with "    \
	"the Board}\n"
#define STAFF "  - {id: staff, risk: Two buyers leave, mitigation: Train two more}\n"
#define CLOSED                                                                                     \
	"  - {id: limits, risk: Limits for buying are not agreed, mitigation: Agree them with "    \
	"the Board, status: closed}\n"

static const struct story_told denied[] = {
	{"above a list",
         {{"2023-07", NULL, "risks:\n" LIMITS STAFF,
           "Currently there are no risks or concerns, the delivery of the plan is on target.",
           NULL}},
         "plans/better/2023-07.md:19:21: warning: says \"Currently there are no risks or concerns, the delivery of the plan is on target.\", and lists 2 open risks [risks-denied]\n"
         "    see plans/better/2023-07.md:13 (July 2023): open risk \"Limits for buying are not agreed\"\n"
         "    see plans/better/2023-07.md:14 (July 2023): open risk \"Two buyers leave\"\n"},
	{"in many words",
         {{"2023-07", NULL, "risks:\n" LIMITS,
           "- At present there are neither risks nor concerns.\n"
           "- We are not aware of any risks at this time.\n"
           "- No concerns or issues to report.\n"
           "- The project is free of risk.\n"
           "- Risks and issues: none.\n"
           "- There are no known risks for this workstream.\n"
           "- All risks have been closed.",
           NULL}},
         "plans/better/2023-07.md:18:24: warning: says \"At present there are neither risks nor concerns.\", and lists 1 open risk [risks-denied]\n"
         "    see plans/better/2023-07.md:13 (July 2023): open risk \"Limits for buying are not agreed\"\n"
         "plans/better/2023-07.md:19:23: warning: says \"We are not aware of any risks at this time.\", and lists 1 open risk [risks-denied]\n"
         "    see plans/better/2023-07.md:13 (July 2023): open risk \"Limits for buying are not agreed\"\n"
         "plans/better/2023-07.md:20:3: warning: says \"No concerns or issues to report.\", and lists 1 open risk [risks-denied]\n"
         "    see plans/better/2023-07.md:13 (July 2023): open risk \"Limits for buying are not agreed\"\n"
         "plans/better/2023-07.md:21:18: warning: says \"The project is free of risk.\", and lists 1 open risk [risks-denied]\n"
         "    see plans/better/2023-07.md:13 (July 2023): open risk \"Limits for buying are not agreed\"\n"
         "plans/better/2023-07.md:22:3: warning: says \"Risks and issues: none.\", and lists 1 open risk [risks-denied]\n"
         "    see plans/better/2023-07.md:13 (July 2023): open risk \"Limits for buying are not agreed\"\n"
         "plans/better/2023-07.md:23:13: warning: says \"There are no known risks for this workstream.\", and lists 1 open risk [risks-denied]\n"
         "    see plans/better/2023-07.md:13 (July 2023): open risk \"Limits for buying are not agreed\"\n"
         "plans/better/2023-07.md:24:3: warning: says \"All risks have been closed.\", and lists 1 open risk [risks-denied]\n"
         "    see plans/better/2023-07.md:13 (July 2023): open risk \"Limits for buying are not agreed\"\n"},
	{"what denies something else",
         {{"2023-07", NULL, "risks:\n" LIMITS,
           "- There are no new risks.\n"
           "- There are no concerns relating to the changes proposed.\n"
           "- No risk is rated high.\n"
           "- There are no concerns at present.\n"
           "- There are no issues.\n"
           "- No risks to the budget were found.\n"
           "- No risks with a high rating are open.\n"
           "- We cannot say that there are no risks.\n"
           "- We hope that by then there are no risks.\n"
           "- No risk owner was named.\n"
           "- No further risks were added.\n"
           "- No risks changed rating.\n"
           "- There are no risks without an owner.\n"
           "- There are no risks that need the Board.\n"
           "- Last month we said there were no risks.\n"
           "- We will make sure that there are no risks to patients.\n"
           "- There are no longer any concerns about staff.\n"
           "- If there are no risks, the review closes.\n"
           "\n"
           "> There are no risks.",
           NULL}},
         ""},
	{"under a heading, and as an answer",
         {{"2023-07", NULL, "risks:\n" LIMITS,
           "Any new risks? None.\n\n## Concerns and issues\n\nNone.\n\nAny risks? None.\n\n"
           "## Anything else\n\nNone.",
           NULL}},
         "plans/better/2023-07.md:22:1: warning: says \"None.\", and lists 1 open risk [risks-denied]\n"
         "    see plans/better/2023-07.md:13 (July 2023): open risk \"Limits for buying are not agreed\"\n"
         "plans/better/2023-07.md:24:12: warning: says \"None.\", and lists 1 open risk [risks-denied]\n"
         "    see plans/better/2023-07.md:13 (July 2023): open risk \"Limits for buying are not agreed\"\n"},
	{"what is closed",
         {{"2023-07", NULL, "risks:\n" CLOSED, "There are no risks or concerns.", NULL}},
         ""},
	{"nothing is listed",
         {{"2023-07", NULL, NULL, "There are no risks or concerns.", NULL}},
         ""},
};

static const struct story_told unlisted[] = {
	{"in no row",
         {{"2023-07", NULL, "risks:\n" LIMITS STAFF,
           "The delay of the department's support is the key risk to completing to time.", NULL}},
         "plans/better/2023-07.md:19:46: warning: what is called a key risk, \"The delay of the department's support is the key risk to completing to time.\", shares no word with the 2 risks listed [risk-unlisted]\n"
         "    see plans/better/2023-07.md:13 (July 2023): open risk \"Limits for buying are not agreed\"\n"
         "    see plans/better/2023-07.md:14 (July 2023): open risk \"Two buyers leave\"\n"},
	{"this: what stands before, and what follows",
         {{"2023-07", NULL, "risks:\n" LIMITS,
           "The department cannot help before September. This is the key risk to completion.\n\n"
           "The main risk to the schedule remains the weather.\n\n"
           "The late harvest is now the biggest risk.",
           NULL}},
         "plans/better/2023-07.md:18:58: warning: what is called a key risk, \"The department cannot help before September.\", shares no word with the 1 risk listed [risk-unlisted]\n"
         "    see plans/better/2023-07.md:13 (July 2023): open risk \"Limits for buying are not agreed\"\n"
         "plans/better/2023-07.md:20:5: warning: what is called a key risk, \"The main risk to the schedule remains the weather.\", shares no word with the 1 risk listed [risk-unlisted]\n"
         "    see plans/better/2023-07.md:13 (July 2023): open risk \"Limits for buying are not agreed\"\n"
         "plans/better/2023-07.md:22:29: warning: what is called a key risk, \"The late harvest is now the biggest risk.\", shares no word with the 1 risk listed [risk-unlisted]\n"
         "    see plans/better/2023-07.md:13 (July 2023): open risk \"Limits for buying are not agreed\"\n"},
	{"what is listed, denied or not said",
         {{"2023-07", NULL,
           "risks:\n" LIMITS STAFF
           "  - {id: department, risk: The department's support comes late, mitigation: Ask}\n",
           "- The delay of the department's support is the key risk to completing to time.\n"
           "- The biggest risk is that another buyer leaves.\n"
           "- The key risk is listed below.\n"
           "- Flooding is no longer the key risk.\n"
           "- Flooding was not the main risk.\n"
           "- The key risk register was reviewed with finance.\n"
           "- The key risk of last month, the archive, is closed.\n"
           "- The archive was the main risk until May.\n"
           "- The key risks were reviewed by the archive.\n"
           "- A key risk workshop was held at the archive.\n"
           "- Each key risk has an owner in the ministry.\n"
           "- This is the key risk.",
           NULL}},
         ""},
	{"nothing is listed", {{"2023-07", NULL, NULL, "The weather is the key risk.", NULL}}, ""},
};

static const struct story_told lost[] = {
	{"neither listed nor closed",
         {{"2023-07", NULL, "risks:\n" LIMITS STAFF, NULL, NULL},
          {"2023-08", NULL, "risks:\n" LIMITS, NULL, NULL}},
         "plans/better/2023-08.md:13:3: warning: risk \"Two buyers leave\" was open in July 2023, and is neither listed nor closed now [risk-lost]\n"
         "    see plans/better/2023-07.md:14 (July 2023): open risk \"Two buyers leave\"\n"},
	{"under another id",
         {{"2023-07", NULL, "risks:\n" LIMITS STAFF, NULL, NULL},
          {"2023-08", NULL,
           "risks:\n" LIMITS
           "  - {id: buyers, risk: Two of the buyers leave, mitigation: Train two more}\n",
           NULL, NULL}},
         "plans/better/2023-08.md:14:5: warning: risk \"Two buyers leave\" of July 2023 is gone, but looks like this one under another id: `staff` became `buyers` [risk-lost]\n"
         "    see plans/better/2023-07.md:14 (July 2023): open risk \"Two buyers leave\"\n"},
	{"all of them",
         {{"2023-07", NULL, "risks:\n" LIMITS STAFF, NULL, NULL},
          {"2023-08", NULL, NULL, NULL, NULL}},
         "plans/better/2023-08.md:3:9: warning: 2 risks were open in July 2023, and none is listed now, not even as closed [risk-lost]\n"
         "    see plans/better/2023-07.md:13 (July 2023): open risk \"Limits for buying are not agreed\"\n"
         "    see plans/better/2023-07.md:14 (July 2023): open risk \"Two buyers leave\"\n"},
	{"closed before, closed now, in other words",
         {{"2023-06", NULL, "risks:\n" CLOSED STAFF, NULL, NULL},
          {"2023-07", NULL,
           "risks:\n  - {id: staff, risk: The team shrinks, mitigation: Train two more}\n", NULL,
           NULL},
          {"2023-08", NULL,
           "risks:\n  - {id: staff, risk: The team shrinks, mitigation: Train two more,\n"
           "     status: closed, reason: Two were trained}\n",
           NULL, NULL}},
         ""},
	{"a month lies between; a draft",
         {{"2023-05", NULL, "risks:\n" LIMITS STAFF, NULL, NULL},
          {"2023-07", NULL, "risks:\n" LIMITS, NULL, NULL},
          {"2023-08", NULL, "draft: true\n", NULL, NULL}},
         ""},
};

static const struct story_told shared[] = {
	{"the same words",
         {{"2023-07", NULL,
           "risks:\n" STAFF "  - {id: b, risk: The office floods, mitigation: train two more.}\n"
           "  - {id: c, risk: The roof leaks, mitigation: Train two more}\n",
           NULL, NULL}},
         "plans/better/2023-07.md:14:50: warning: the same mitigation, \"train two more.\", is given for this risk and for \"Two buyers leave\" [mitigation-shared]\n"
         "    see plans/better/2023-07.md:13 (July 2023): mitigation of \"Two buyers leave\"\n"
         "    see plans/better/2023-07.md:14 (July 2023): mitigation of \"The office floods\"\n"
         "    see plans/better/2023-07.md:15 (July 2023): mitigation of \"The roof leaks\"\n"},
	{"other words, closed, or nothing said",
         {{"2023-07", NULL,
           "risks:\n" LIMITS CLOSED STAFF
           "  - {id: b, risk: The office floods, mitigation: Train three more}\n"
           "  - {id: c, risk: The roof leaks, mitigation: TBC}\n"
           "  - {id: d, risk: The door sticks, mitigation: TBC}\n",
           NULL, NULL}},
         ""},
};

#define RISK(id, mitigation)                                                                       \
	"  - {id: " id ", risk: Part " id " is late, mitigation: \"" mitigation "\"}\n"

static const struct story_told notes[] = {
	{"facts and hopes",
         {{"2023-07", NULL,
           "risks:\n" RISK("a", "There are levels of flexibility agreed in the constitution, this "
                                "is also reflected in the framework.")
                   RISK("b", "The policy has been developed in partnership with experts")
                           RISK("c", "It is hoped that the Board will agree") RISK(
				   "d",
				   "A performance culture has been built into another workstream.")
                                   RISK("e",
                                        "The committee is supportive. Members are aware of this."),
           NULL, NULL}},
         "plans/better/2023-07.md:13:47: warning: the mitigation \"There are levels of flexibility agreed in the constitution, this is also reflected in the …\" states a fact or a hope, and no action [mitigation-no-action]\n"
         "    see plans/better/2023-07.md:13 (July 2023): open risk \"Part a is late\"\n"
         "plans/better/2023-07.md:14:47: warning: the mitigation \"The policy has been developed in partnership with experts\" states a fact or a hope, and no action [mitigation-no-action]\n"
         "    see plans/better/2023-07.md:14 (July 2023): open risk \"Part b is late\"\n"
         "plans/better/2023-07.md:15:47: warning: the mitigation \"It is hoped that the Board will agree\" states a fact or a hope, and no action [mitigation-no-action]\n"
         "    see plans/better/2023-07.md:15 (July 2023): open risk \"Part c is late\"\n"
         "plans/better/2023-07.md:16:47: warning: the mitigation \"A performance culture has been built into another workstream.\" states a fact or a hope, and no action [mitigation-no-action]\n"
         "    see plans/better/2023-07.md:16 (July 2023): open risk \"Part d is late\"\n"
         "plans/better/2023-07.md:17:47: warning: the mitigation \"The committee is supportive. Members are aware of this.\" states a fact or a hope, and no action [mitigation-no-action]\n"
         "    see plans/better/2023-07.md:17 (July 2023): open risk \"Part e is late\"\n"},
	{"actions, and what cannot be told",
         {{"2023-07", NULL,
           "risks:\n" RISK("a", "Work with the committee to agree its role") RISK(
		   "b", "Working closely with the Board") RISK("c",
                                                               "Lead officers to meet both teams")
                   RISK("d", "The policy has been developed with experts, and is being reviewed") RISK(
			   "e",
			   "Engagement with the Chief Executive") RISK("f",
                                                                       "A deputy has been appointed")
                           RISK("g", "There is a weekly meeting with the supplier") RISK(
				   "h", "Wider support to be sought. First talks have been held")
                                   RISK("i",
                                        "The limits were discussed in May. The Board will agree them in June")
                                           RISK("j", "Ensure the framework is understood") RISK(
						   "k", "External support was engaged in May")
                                                   RISK("l", "Clearly define what is in scope") RISK(
							   "m", "We have engaged two experts")
                                                           RISK("n", "Dual running until May") RISK(
								   "o",
								   "There is a plan to hire two more")
                                                                   RISK("p", "Reserve list kept by HR") RISK(
									   "q",
									   "Funding has been set aside for overtime")
                                                                           RISK("r",
                                                                                "The plan has been agreed and is monitored weekly")
                                                                                   RISK("s",
                                                                                        "The sponsor reviews progress with both teams"),
           NULL, NULL}},
         ""},
};

#define LATE "The register is two weeks late, and two buyers have left."

static const struct story_told routes[] = {
	{"a rating that only moved",
         {{"2023-07", "amber", NULL, NULL,
           "The rating moved from Green to Amber when the supplier failed. It was Green until "
           "June."}},
         "plans/better/2023-07.md:4:6: warning: rated Amber, and neither `route_to_green` nor the text says what would bring it back to Green [no-route-to-green]\n"
         "    see plans/better/2023-07.md:18 (July 2023): the rationale says nothing of it\n"},
	{"conditions",
         {{"2023-06", "amber", NULL, NULL, "It stays Amber until the county signs."},
          {"2023-07", "amber", NULL, NULL, "It will be Green again by May."},
          {"2023-08", "amber", NULL, NULL, "Green depends on the answer of the county."}},
         ""},
	{"no way back",
         {{"2023-07", "amber", NULL, NULL, LATE}},
         "plans/better/2023-07.md:4:6: warning: rated Amber, and neither `route_to_green` nor the text says what would bring it back to Green [no-route-to-green]\n"
         "    see plans/better/2023-07.md:18 (July 2023): the rationale says nothing of it\n"},
	{"a field", {{"2023-07", "red", "route_to_green: Two buyers by May\n", NULL, LATE}}, ""},
	{"a sentence",
         {{"2023-07", "amber", NULL, NULL, LATE " It returns to Green once both are replaced."},
          {"2023-08", "red", NULL, "The rating would improve if the Board agreed.", LATE}},
         ""},
	{"a section",
         {{"2023-07", "amber", NULL, NULL, LATE "\n\n## Route to Green\n\nTwo more buyers."}},
         ""},
	{"well enough, or only part of a paper",
         {{"2023-07", "green-amber", NULL, NULL, LATE},
          {"2023-08", "amber", "imported: {source: A paper}\n", NULL, LATE}},
         ""},
};

static void a_denial_above_open_risks_is_doubted(void **state)
{
	stories_check(*state, FAMILY_RISKS, STORIES(denied));
}

static void a_key_risk_is_in_the_list(void **state)
{
	stories_check(*state, FAMILY_RISKS, STORIES(unlisted));
}

static void an_open_risk_does_not_vanish(void **state)
{
	stories_check(*state, FAMILY_RISKS, STORIES(lost));
}

static void a_mitigation_is_for_one_risk(void **state)
{
	stories_check(*state, FAMILY_RISKS, STORIES(shared));
}

static void a_mitigation_is_an_action(void **state)
{
	stories_check(*state, FAMILY_RISKS, STORIES(notes));
}

static void amber_has_a_way_back(void **state)
{
	stories_check(*state, FAMILY_RISKS, STORIES(routes));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_denial_above_open_risks_is_doubted),
		sandbox_test(a_key_risk_is_in_the_list),
		sandbox_test(an_open_risk_does_not_vanish),
		sandbox_test(a_mitigation_is_for_one_risk),
		sandbox_test(a_mitigation_is_an_action),
		sandbox_test(amber_has_a_way_back),
	};
	return cmocka_run_group_tests_name("risks", tests, NULL, NULL) != 0;
}
