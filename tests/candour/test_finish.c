/* Whether a document is finished: what is doubted, and what looks like it and is not. */
#include "support/stories.h"

#define ACTIVITIES(text) "== plans/demo/procurement.md\n## Key activities\n" text
#define FIELDS(text) "== plans/demo/procurement.md\n" text
#define OVERVIEW(text)                                                                             \
	"== plans/demo/overview.md\nkind: overview\nperiod: 2023-07\nrag: green\n## Summary\n" text

static const struct story_row sentences[] = {
	{"stops at the end",
         ACTIVITIES("The register is complete and in use. We look after it as we move\n"),
         "plans/demo/procurement.md:15:61: warning: the text stops in the middle of a sentence, or lacks its full stop: \"after it as we move\" [sentence-unfinished]\n"},
	{"stops at a small word", ACTIVITIES("The hub opened in July, and the\n"),
         "plans/demo/procurement.md:15:29: warning: the text stops in the middle of a sentence: \"in July, and the\" [sentence-unfinished]\n"},
	{"stops in an overview",
         OVERVIEW("All is well in every workstream. The programme goes on as we\n"),
         "plans/demo/overview.md:11:59: warning: the text stops in the middle of a sentence: \"programme goes on as we\" [sentence-unfinished]\n"},
	{"an item stops",
         ACTIVITIES("- The hub opened\n- The register was handed to the\n- Training began\n"),
         "plans/demo/procurement.md:16:30: warning: the text stops in the middle of a sentence: \"register was handed to the\" [sentence-unfinished]\n"},
	{"one long sentence without its mark",
         ACTIVITIES(
		 "The register is complete and in use by all of the departments now\n\nThe hub opened.\n\nTraining began.\n"),
         "plans/demo/procurement.md:15:63: warning: the text stops in the middle of a sentence, or lacks its full stop: \"all of the departments now\" [sentence-unfinished]\n"},
	{"a field stops",
         FIELDS("risks: [{id: staff, risk: Two posts stay vacant, mitigation: Advertise both posts and the}]\n"),
         "plans/demo/procurement.md:12:62: warning: the text stops in the middle of a sentence: \"Advertise both posts and the\" [sentence-unfinished]\n"},
	{"a title stops",
         FIELDS("milestones: [{id: hub, title: The hub is open to all of, status: delivered}]\n"),
         "plans/demo/procurement.md:12:31: warning: the text stops in the middle of a sentence: \"is open to all of\" [sentence-unfinished]\n"},
	{"what leads into nothing",
         ACTIVITIES("The register is complete. The plan for August is to include:\n"),
         "plans/demo/procurement.md:15:60: warning: the text stops in the middle of a sentence: \"August is to include:\" [sentence-unfinished]\n"},

	{"items without marks",
         ACTIVITIES("- Hub opened\n- Register complete\n- Training begun in two departments\n"),
         NULL},
	{"items joined by a word",
         ACTIVITIES(
		 "The team\n\n- opened the hub in the town hall; and\n- completed the register.\n"),
         NULL},
	{"what leads into a list",
         ACTIVITIES(
		 "The register is complete. In July the team also looked after the\n\n- hub\n- training\n"),
         NULL},
	{"what leads into a table, a code block or a heading",
         ACTIVITIES("The plan for August is to include:\n\n    a code block\n\n## Costs\n"
                    "The register is complete, and it costs:\n\n### July\n\n£100\n"),
         NULL},
	{"a lower heading",
         ACTIVITIES("### The state of the register and of the\n\nIt is complete.\n"), NULL},
	{"a name below",
         ACTIVITIES(
		 "The register is complete and in use by all. The hub opened in July.\nAnn Smith, Lead Director\n"),
         NULL},
	{"a short paragraph", ACTIVITIES("Register complete\n"), NULL},
	{"paragraphs that never have marks",
         ACTIVITIES(
		 "The register is complete and in use by all of the departments now\n\nThe hub opened in July and was visited by many of the suppliers\n"),
         NULL},
	{"an address",
         ACTIVITIES(
		 "The register is complete. It can be read by everybody who works here at https://example.org/register\n"),
         NULL},
	{"a word that may end a sentence",
         ACTIVITIES(
		 "- There are two risks that the Board is aware of\n- It takes political will\n- The team chose option A\n"),
         NULL},
	{"a question",
         ACTIVITIES("Who owns the register? The Board asked that of all departments in July!\n"),
         NULL},
	{"a quotation that ends",
         ACTIVITIES(
		 "The auditors wrote of the register that they \"have found all of it in order.\"\n"),
         NULL},
	{"in brackets",
         ACTIVITIES(
		 "The register is complete and in use by all. (It was handed over on 3 July.)\n"),
         NULL},
	{"an abbreviation",
         ACTIVITIES(
		 "The departments handed in contracts, leases, etc. to the team in the month.\n"),
         NULL},
};

static void a_sentence_comes_to_its_end(void **state)
{
	stories_judge(*state, FAMILY_FINISH, sentences, COUNT_OF(sentences));
}

static const struct story_row templates[] = {
	{"a prompt in brackets",
         ACTIVITIES("The register is complete.\n\n[Insert two lines on training]\n"),
         "plans/demo/procurement.md:17:1: warning: this is text of a template, not of this document: \"[Insert two lines on training]\" [template-left]\n"},
	{"a blank", ACTIVITIES("The register was handed to [name] in the month.\n"),
         "plans/demo/procurement.md:15:1: warning: this is text of a template, not of this document: \"[name]\" [template-left]\n"},
	{"a prompt that looks like HTML",
         ACTIVITIES("The register is complete. <insert date of training>\n"),
         "plans/demo/procurement.md:15:27: warning: this is text of a template, not of this document: \"<insert date of training>\" [template-left]\n"},
	{"a prompt that is no HTML", FIELDS("sponsor: <Name of the sponsor>\n"),
         "plans/demo/procurement.md:5:10: warning: this is text of a template, not of this document: \"<Name of the sponsor>\" [template-left]\n"},
	{"an order", ACTIVITIES("Insert text here.\n"),
         "plans/demo/procurement.md:15:1: warning: this is text of a template, not of this document: \"Insert text here.\" [template-left]\n"},
	{"Latin", OVERVIEW("Lorem ipsum dolor sit amet.\n"),
         "plans/demo/overview.md:11:1: warning: this is text of a template, not of this document: \"Lorem ipsum dolor sit amet.\" [template-left]\n"},
	{"ragtrail's own line", ACTIVITIES("What was done in the period.\n"),
         "plans/demo/procurement.md:15:1: warning: this is text of a template, not of this document: \"What was done in the period.\" [template-left]\n"},
	{"a field's own line", FIELDS("description: What the workstream is for.\n"),
         "plans/demo/procurement.md:12:14: warning: this is text of a template, not of this document: \"What the workstream is for.\" [template-left]\n"},

	{"an order in a paragraph",
         ACTIVITIES("Describe the steps that were taken in the period.\n"),
         "plans/demo/procurement.md:15:1: warning: this is text of a template, not of this document: \"Describe the steps that were taken in the period.\" [template-left]\n"},
	{"an order that ends with here", ACTIVITIES("- Write your comments here\n"),
         "plans/demo/procurement.md:15:1: warning: this is text of a template, not of this document: \"Write your comments here\" [template-left]\n"},
	{"a blank of something", ACTIVITIES("The letter of [date of the meeting] was read.\n"),
         "plans/demo/procurement.md:15:1: warning: this is text of a template, not of this document: \"[date of the meeting]\" [template-left]\n"},
	{"braces", FIELDS("support: \"{{support}}\"\n"),
         "plans/demo/procurement.md:7:10: warning: this is text of a template, not of this document: \"{{support}}\" [template-left]\n"},
	{"letters of a date", ACTIVITIES("The hub opens on DD/MM/YYYY.\n"),
         "plans/demo/procurement.md:15:1: warning: this is text of a template, not of this document: \"The hub opens on DD/MM/YYYY.\" [template-left]\n"},
	{"an order to the author",
         OVERVIEW("Please summarise progress in no more than 200 words.\n"),
         "plans/demo/overview.md:11:1: warning: this is text of a template, not of this document: \"Please summarise progress in no more than 200 words.\" [template-left]\n"},

	{"somebody is to complete it", ACTIVITIES("[Workstream lead to complete]\n"),
         "plans/demo/procurement.md:15:1: warning: this is text of a template, not of this document: \"[Workstream lead to complete]\" [template-left]\n"},
	{"a blank with its kind", ACTIVITIES("The [committee name] met in July.\n"),
         "plans/demo/procurement.md:15:1: warning: this is text of a template, not of this document: \"[committee name]\" [template-left]\n"},
	{"round brackets", ACTIVITIES("The hub cost (insert figure) in the period.\n"),
         "plans/demo/procurement.md:15:1: warning: this is text of a template, not of this document: \"(insert figure)\" [template-left]\n"},
	{"an order to enter", ACTIVITIES("Enter a short summary of progress.\n"),
         "plans/demo/procurement.md:15:1: warning: this is text of a template, not of this document: \"Enter a short summary of progress.\" [template-left]\n"},

	{"a letter without a date", ACTIVITIES("A letter [no date] was found.\n"), NULL},
	{"a remark in round brackets",
         ACTIVITIES("The register (complete since May) was read (list attached to the minutes).\n"),
         NULL},
	{"a noun that is an order too",
         ACTIVITIES("State aid rules apply. Use of the hub has doubled.\n"), NULL},
	{"things to do",
         ACTIVITIES("- Describe the operating model\n- Provide a course for managers\n"), NULL},
	{"what was described",
         ACTIVITIES("Described the steps to the Board, and explained what comes next.\n"), NULL},
	{"what is here", ACTIVITIES("The team is complete, and the new manager is here.\n"), NULL},
	{"a link in square brackets",
         ACTIVITIES("The register is complete; see [name of the page](https://example.org).\n"),
         NULL},
	{"a remark in brackets",
         ACTIVITIES(
		 "The letter was sent to [name withheld] in the month, and answered [added by the clerk].\n"),
         NULL},
	{"less and more", ACTIVITIES("Spending is < 5 % below and > 2 % above the plan.\n"), NULL},
	{"work on a text",
         ACTIVITIES("The Board agreed to insert text on delegation into the constitution.\n"),
         NULL},
	{"a milestone that is an order",
         FIELDS("milestones: [{id: model, title: Describe the operating model, status: delivered}]\n"),
         NULL},
	{"an address of mail", FIELDS("support: Programme office <office@example.org>\n"), NULL},
};

static void a_template_is_filled_in(void **state)
{
	stories_judge(*state, FAMILY_FINISH, templates, COUNT_OF(templates));
}

static const struct story_row lists[] = {
	{"an item without text", ACTIVITIES("- The hub opened\n-\n- Training began\n"),
         "plans/demo/procurement.md:16:1: warning: an item of this list says nothing [list-empty]\n"},
	{"a numbered item without text", ACTIVITIES("1. The hub opened\n2.\n"),
         "plans/demo/procurement.md:16:1: warning: an item of this list says nothing [list-empty]\n"},
	{"a list that is one empty item", ACTIVITIES("The hub opened.\n\n*\n"),
         "plans/demo/procurement.md:17:1: warning: an item of this list says nothing [list-empty]\n"},
	{"dots", ACTIVITIES("- The hub opened\n- ..\n"),
         "plans/demo/procurement.md:16:1: warning: an item of this list says only `..` [list-empty]\n"},
	{"none among others", ACTIVITIES("- The hub opened\n- n/a\n"),
         "plans/demo/procurement.md:16:1: warning: an item of this list says only `n/a` [list-empty]\n"},
	{"a risk of dots",
         FIELDS("risks: [{id: staff, risk: \"..\", mitigation: Advertise both posts}]\n"),
         "plans/demo/procurement.md:12:27: warning: `risk` of an item of `risks` says only `..` [list-empty]\n"},
	{"a risk that is none",
         FIELDS("risks: [{id: none, risk: None, mitigation: Advertise both posts}]\n"),
         "plans/demo/procurement.md:12:26: warning: `risk` of an item of `risks` says only `None` [list-empty]\n"},
	{"a milestone that is none", FIELDS("next_milestones: [{id: none, title: n/a}]\n"),
         "plans/demo/procurement.md:12:37: warning: `title` of an item of `next_milestones` says only `n/a` [list-empty]\n"},
	{"a mitigation of a hyphen",
         FIELDS("risks: [{id: staff, risk: Two posts stay vacant, mitigation: \"-\"}]\n"),
         "plans/demo/procurement.md:12:62: warning: `mitigation` of an item of `risks` says only `-` [list-empty]\n"},

	{"none alone", ACTIVITIES("- None.\n"), NULL},
	{"a heading underlined", ACTIVITIES("The hub opened.\n\nTraining\n-\n\nIt began.\n"), NULL},
	{"a line between", ACTIVITIES("The hub opened.\n\n---\n\nTraining began.\n"), NULL},
	{"text on the next line", ACTIVITIES("-\n  The hub opened\n- Training began\n"), NULL},
	{"in code", ACTIVITIES("The hub opened.\n\n```\n-\n```\n"), NULL},
	{"in a comment", ACTIVITIES("The hub opened.\n\n<!--\n-\n-->\n"), NULL},
	{"an empty list of fields", FIELDS("risks: []\n"), NULL},
	{"no rating of a risk",
         FIELDS("risks: [{id: staff, risk: Two posts stay vacant, mitigation: Advertise both posts, owner: None}]\n"),
         NULL},
};

static void an_item_says_something(void **state)
{
	stories_judge(*state, FAMILY_FINISH, lists, COUNT_OF(lists));
}

static const struct story_row placeholders[] = {
	{"TBC", ACTIVITIES("Training will be held at TBC.\n"),
         "plans/demo/procurement.md:15:26: warning: `TBC` stands where something is still to be filled in: \"Training will be held at TBC.\" [placeholder-left]\n"},
	{"small", ACTIVITIES("- Venue of the training: tbc\n"),
         "plans/demo/procurement.md:15:26: warning: `tbc` stands where something is still to be filled in: \"Venue of the training: tbc\" [placeholder-left]\n"},
	{"in a field", FIELDS("sponsor: TBD\n"),
         "plans/demo/procurement.md:5:10: warning: `TBD` stands where something is still to be filled in: \"TBD\" [placeholder-left]\n"},
	{"in a list of a field", FIELDS("managers: [Project manager, TBC]\n"),
         "plans/demo/procurement.md:6:29: warning: `TBC` stands where something is still to be filled in: \"TBC\" [placeholder-left]\n"},
	{"in a risk",
         FIELDS("risks: [{id: staff, risk: Two posts stay vacant, mitigation: TBC with HR}]\n"),
         "plans/demo/procurement.md:12:62: warning: `TBC` stands where something is still to be filled in: \"TBC with HR\" [placeholder-left]\n"},
	{"crosses", ACTIVITIES("The tenders cost £XXk in the month.\n"),
         "plans/demo/procurement.md:15:19: warning: `XXk` stands where something is still to be filled in: \"The tenders cost £XXk in the month.\" [placeholder-left]\n"},
	{"crosses of a date", ACTIVITIES("Training begins on XX/09/2023.\n"),
         "plans/demo/procurement.md:15:20: warning: `XX` stands where something is still to be filled in: \"Training begins on XX/09/2023.\" [placeholder-left]\n"},
	{"in words", ACTIVITIES("The date of the training is to be confirmed.\n"),
         "plans/demo/procurement.md:15:29: warning: `to be confirmed` stands where something is still to be filled in: \"The date of the training is to be confirmed.\" [placeholder-left]\n"},
	{"in words alone", FIELDS("support: To be agreed\n"),
         "plans/demo/procurement.md:7:10: warning: `To be agreed` stands where something is still to be filled in: \"To be agreed\" [placeholder-left]\n"},
	{"two dots", ACTIVITIES("The reviews are managed closely.. officers stand beside them.\n"),
         "plans/demo/procurement.md:15:32: warning: `..` stands where words are missing: \"The reviews are managed closely.. officers stand beside them…\" [placeholder-left]\n"},
	{"three dots in a gap", ACTIVITIES("Training begins on ... 2023 in the town hall.\n"),
         "plans/demo/procurement.md:15:20: warning: `...` stands where words are missing: \"Training begins on ...\" [placeholder-left]\n"},
	{"questions", ACTIVITIES("Training costs ??? for each department.\n"),
         "plans/demo/procurement.md:15:16: warning: `???` stands where words are missing: \"Training costs ??? for each department.\" [placeholder-left]\n"},
	{"in the overview", OVERVIEW("The date of the next review is TBC.\n"),
         "plans/demo/overview.md:11:32: warning: `TBC` stands where something is still to be filled in: \"The date of the next review is TBC.\" [placeholder-left]\n"},

	{"a draft",
         FIELDS("draft: true\nsupport: TBC\n## Key activities\nTraining will be held at TBC.\n"),
         NULL},
	{"somebody will confirm it",
         ACTIVITIES("The date is to be confirmed by the Board in September.\n"), NULL},
	{"it is expected", ACTIVITIES("The new rules are expected to be confirmed.\n"), NULL},
	{"a name with these letters",
         ACTIVITIES("The team met Trent Bridge Council (TBC) twice. TBC will join.\n"), NULL},
	{"a name in the plan",
         "== plans/demo/plan.md\ncommittees: [{id: tbc, name: Tender Board for Contracts, also: [TBC]}]\n" ACTIVITIES(
		 "The TBC met in July.\n"),
         NULL},
	{"spoken of", ACTIVITIES("No \"TBC\" is left in the register.\n"), NULL},
	{"a number", ACTIVITIES("The Board read Schedule XX of the code.\n"), NULL},
	{"dots that trail off", ACTIVITIES("Departments, suppliers, unions... all were asked.\n"),
         NULL},
	{"dots of an omission",
         ACTIVITIES("The auditors found \"a register [...] in good order\".\n"), NULL},
	{"a path", ACTIVITIES("The register lies in ../register of the team's folder.\n"), NULL},
	{"what is to be agreed", ACTIVITIES("The fees remain to be agreed.\n"), NULL},
};

static void what_is_to_be_confirmed_is_confirmed(void **state)
{
	stories_judge(*state, FAMILY_FINISH, placeholders, COUNT_OF(placeholders));
}

static const struct story_row evidence[] = {
	{"attached", ACTIVITIES("The auditors have finished, and their report is attached.\n"),
         "plans/demo/procurement.md:15:49: warning: \"The auditors have finished, and their report is attached.\" points to something that is not here: no link leads to it, and no section holds it [evidence-missing]\n"},
	{"the attached", ACTIVITIES("The attached delivery plan shows the steps.\n"),
         "plans/demo/procurement.md:15:5: warning: \"The attached delivery plan shows the steps.\" points to something that is not here: no link leads to it, and no section holds it [evidence-missing]\n"},
	{"see attached", ACTIVITIES("The auditors have finished (see attached).\n"),
         "plans/demo/procurement.md:15:33: warning: \"The auditors have finished (see attached).\" points to something that is not here: no link leads to it, and no section holds it [evidence-missing]\n"},
	{"attached below", ACTIVITIES("The cases shown to the Board in July are attached below.\n"),
         "plans/demo/procurement.md:15:42: warning: \"The cases shown to the Board in July are attached below.\" points to something that is not here: no link leads to it, and no section holds it [evidence-missing]\n"},
	{"attached to this report", ACTIVITIES("The minutes are attached to this report.\n"),
         "plans/demo/procurement.md:15:17: warning: \"The minutes are attached to this report.\" points to something that is not here: no link leads to it, and no section holds it [evidence-missing]\n"},
	{"an appendix", ACTIVITIES("The steps are set out in Appendix A.\n"),
         "plans/demo/procurement.md:15:26: warning: \"The steps are set out in Appendix A.\" points to something that is not here: no link leads to it, and no section holds it [evidence-missing]\n"},
	{"see the annex", ACTIVITIES("For the steps see the annex.\n"),
         "plans/demo/procurement.md:15:23: warning: \"For the steps see the annex.\" points to something that is not here: no link leads to it, and no section holds it [evidence-missing]\n"},
	{"a table", ACTIVITIES("The steps stand in the table below.\n"),
         "plans/demo/procurement.md:15:30: warning: \"The steps stand in the table below.\" points to something that is not here: nothing of the kind stands below [evidence-missing]\n"},
	{"set out below",
         "== plans/demo/procurement.md\n## Sponsor comments\nThe steps are set out below.\n",
         "plans/demo/procurement.md:23:23: warning: \"The steps are set out below.\" points to something that is not here: nothing stands below [evidence-missing]\n"},
	{"a link", ACTIVITIES("For the register see the link below.\n"),
         "plans/demo/procurement.md:15:26: warning: \"For the register see the link below.\" points to something that is not here: there is no link [evidence-missing]\n"},

	{"with a link",
         ACTIVITIES("The auditors' [report](https://example.org/audit) is attached.\n"), NULL},
	{"with a section",
         ACTIVITIES(
		 "The steps are set out in Appendix A.\n\n## Appendix A: steps\n\nFirst the hub.\n"),
         NULL},
	{"an appendix of another paper",
         ACTIVITIES("The Board agreed appendix A of the July paper.\n"), NULL},
	{"an appendix that is another's",
         ACTIVITIES("The Board read the July paper, Appendix B, and agreed.\n"), NULL},
	{"importance", ACTIVITIES("The Board attached great importance to training.\n"), NULL},
	{"conditions",
         ACTIVITIES("The conditions attached to the grant were met, and none is attached.\n"),
         "plans/demo/procurement.md:15:60: warning: \"The conditions attached to the grant were met, and none is attached.\" points to something that is not here: no link leads to it, and no section holds it [evidence-missing]\n"},
	{"conditions alone", ACTIVITIES("The grant was given with conditions attached.\n"), NULL},
	{"an officer", ACTIVITIES("The officer attached to the hub began in July.\n"), NULL},
	{"below in number",
         ACTIVITIES("Spending was below the plan, and 4 % below that of June.\n"), NULL},
	{"a list below",
         ACTIVITIES("The steps are set out below:\n\n- The hub opens\n- Training begins\n"), NULL},
	{"risks below",
         FIELDS("risks: [{id: staff, risk: Two posts stay vacant, mitigation: Advertise both posts}]\n## Sponsor comments\nThe risks are listed below.\n"),
         NULL},
	{"a section below",
         ACTIVITIES("The steps are set out below.\n\n## Next steps\n\nFirst the hub.\n"), NULL},
	{"a link between",
         ACTIVITIES("The Board asked to see the link between the hub and training.\n"), NULL},
};

static void evidence_is_there(void **state)
{
	stories_judge(*state, FAMILY_FINISH, evidence, COUNT_OF(evidence));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_sentence_comes_to_its_end),
		sandbox_test(a_template_is_filled_in),
		sandbox_test(an_item_says_something),
		sandbox_test(what_is_to_be_confirmed_is_confirmed),
		sandbox_test(evidence_is_there),
	};
	return cmocka_run_group_tests_name("finish", tests, NULL, NULL) != 0;
}
