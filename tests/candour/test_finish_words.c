/* Whether a document is finished, said in many ways: see test_finish.c too. */
#include "support/testing.h"

#include "support/saying.h"

static const char *const templates_wrong[] = {
	"< insert text >",
	"<< insert text >>",
	"< Sponsor to add comments >",
	"<Workstream lead: summarise progress here>",
	"[ Insert text ]",
	"[[Insert text]]",
	"[Comments from the sponsor go here]",
	"[Text to be supplied by the workstream lead]",
	"[To be completed by the project manager]",
	"[Max 200 words]",
	"[no more than 200 words]",
	"<TEXT>",
	"[TEXT HERE]",
	"{insert summary}",
	"{{summary}}",
	"((insert))",
	"Click here to enter text.",
	"Click or tap to enter a date.",
	"Type here.",
	"Type your text here.",
	"Please provide an overview of the work in this period.",
	"Please complete.",
	"Please use bullet points.",
	"Provide a short summary of progress.",
	"Describe what has been done since the last report.",
	"Guidance: say in plain words what was done.",
	"Guidance for authors: say in plain words what was done.",
	"Guidance note - keep this section short.",
	"Instructions: keep this section to one page.",
	"Note to author: keep this section to one page.",
	"Tip: keep this section to one page.",
	"Help text: keep this section to one page.",
	"Sample text",
	"Dummy text for this section.",
	"This is placeholder text.",
	"Heading goes here",
	"Your text here",
	"Text goes here.",
	"Text here",
	"Add text here.",
	"Add commentary here",
	"Insert commentary",
	"Insert a summary of the key activities.",
	"Insert summary here.",
	"Enter your comments in this box.",
	"Sponsor to complete",
	"To be completed by the sponsor.",
	"This section is for the sponsor's comments.",
	"This section should describe the work done.",
	"Use this section to describe the work done.",
	"In this section, describe the work done.",
	"In no more than 200 words, describe the work done.",
	"Maximum 200 words.",
	"(Maximum 250 words)",
	"(no more than 200 words)",
	"(delete as appropriate)",
	"Yes / No (delete as applicable)",
	"Consectetur adipiscing elit, sed do eiusmod tempor.",
	"Lorem ipsum",
	"Ut enim ad minim veniam.",
	"Briefly set out the position here.",
	"Set out the main activities of the period.",
	"Outline key activities and engagement.",
	"State why the rating was chosen.",
	"Explain here why the rating was chosen.",
	"List the key activities of the month here.",
	"Delete this paragraph before you submit the report.",
	"Remove this text before sending.",
	"Replace this text with your own.",
	"Overwrite this line.",
	"Complete this section once the period has ended.",
	"Record any issues here.",
	"What has been done this month?",
	"[What was done and when?]",
	"<What was done?>",
	"[Name of sponsor]",
	"[sponsor's name]",
	"[DATE]",
	"[Date]",
	"[workstream]",
	NULL};

static const char *const templates_right[] = {
	"We asked staff to complete the form.",
	"Add to this the cost of training.",
	"Guidance was issued to all managers.",
	"The guidance note was read by all.",
	"Example cases were discussed with staff.",
	"Text messages were sent to residents.",
	"State pension advice is given at the desk.",
	"List prices went up.",
	"Outline planning consent was given.",
	"Response times of less than <5 minutes were seen.",
	"Less than < 5 minutes and more than > 3.",
	"Completion of the work is near.",
	"The report was to be completed by the sponsor in May.",
	"The tender is to be completed by the contractor.",
	"Template letters were shortened after readers said so.",
	"A summary of no more than 200 words was sent to members.",
	"What has been done is set out here.",
	"The register [the old one] was read.",
	"He said that it [the plan] was good.",
	"Instructions were issued to the contractor.",
	"Tip sites were closed.",
	"Record numbers came.",
	"Provide is the name of a charity.",
	"Please thank the team.",
	"Insert sheets were printed for the leaflet.",
	"In this section of the road work is complete.",
	"Details of the sponsor are in the plan.",
	"The team will complete this in May.",
	"Can residents see what is spent?",
	"Delete buttons were added to the form.",
	"The insert for the council tax bill was printed and sent out.",
	"Volunteers helped to enter the paper forms into the new system.",
	"Please see the plan for the full list of milestones.",
	"Complete sets of minutes are kept by democratic services.",
	"Guidance for managers was published on the intranet: it runs to four pages.",
	"What was learnt has been passed on to the team that follows.",
	"How the money is spent is checked each week by finance.",
	"Which of the two suppliers is cheaper is not yet clear.",
	"What the auditors said last month has been acted on.",
	"The lease expires on 14 July 2024.",
	"This section is the same as in the overview because nothing has changed.",
	"Questions? Staff can ask the helpdesk.",
	"Why does this matter? Residents pay for it.",
	NULL};

static void a_prompt_is_found_however_it_is_put(void **state)
{
	saying_begin(*state);
	saying_check_each(*state, "template-left", templates_wrong, "is text of a template");
	saying_check_each(*state, "template-left", templates_right, NULL);
}

static const char *const stopped_wrong[] = {
	"We met the team in July. Officers have begun to gather the",
	"We met the team in July. The next step is to bring this to",
	"We met the team in July. The work was led by officers from",
	"We met the team in July. This will be decided when",
	"We met the team in July. Managers were asked for their views on",
	"We met the team in July. There is a need for more",
	"We met the team in July. The register is complete, but",
	"We met the team in July. Colleagues have been asked to",
	"We met the team in July.\n\nOfficers have begun to gather the",
	"We met the team in July.\n\nThe next step is to bring this to",
	"We met the team in July.\n\nThe work was led by officers from",
	"We met the team in July.\n\nThis will be decided when",
	"We met the team in July.\n\nManagers were asked for their views on",
	"We met the team in July.\n\nThe register is complete, but",
	"We met the team in July.\n\nColleagues have been asked to",
	"We met the team in July.\n\nThe team is ready with",
	"We met the team in July.\n\nOnce the contract has been signed, we",
	"We met the team in July.\n\nThe main reason for this is that",
	"We met the team in July.\n\nMuch of this depends on whether",
	"We met the team in July.\n\nThe list of suppliers, which",
	"We met the team in July.\n\nCosts have risen by about",
	"We met the team in July.\n\nDiscussions are under way between",
	"- We met the team in July.\n- Staff were told.\n\nThe next step will be to agree with colleagues in",
	NULL};

static const char *const stopped_right[] = {
	"- We met the team in July\n- The training that we signed up to",
	"- The forms were handed in\n- The system was switched on",
	"- Staff know what they will be working with",
	"- We looked at where the delays come from",
	"- Contracts let before and after",
	"- Nobody was left out",
	"- The offices were closed and the lights turned off",
	"- A question we have no answer to",
	NULL};

static void a_sentence_that_leads_on_is_found(void **state)
{
	saying_begin(*state);
	saying_check_each(*state, "sentence-unfinished", stopped_wrong,
	                  "stops in the middle of a sentence");
	saying_check_each(*state, "sentence-unfinished", stopped_right, NULL);
}

static const char *const left_wrong[] = {"The date of the launch is TBC.",
                                         "The cost is estimated at £XX and will be updated.",
                                         "Launch date: to be confirmed",
                                         "The venue is TBA.",
                                         "The date is t.b.c.",
                                         "The budget is £X million.",
                                         "The budget is £xx,xxx.",
                                         "We trained XX members of staff.",
                                         "The launch is on XX September.",
                                         "The contract is with XXXX.",
                                         "The supplier is ????.",
                                         "The figure is ____.",
                                         "TO"
                                         "DO: add the figures.",
                                         "The date is to be determined.",
                                         "The lead is TBC; the budget is agreed.",
                                         "The figure (TBC) is high.",
                                         "The lead officer (to be confirmed) will start.",
                                         "The new date is awaiting confirmation (tbc).",
                                         "The final cost is to be advised.",
                                         "Savings of XX% are expected.",
                                         "Savings of £xxx are expected.",
                                         "Details to be confirmed.",
                                         "The start date is still to be confirmed.",
                                         "The start date is currently to be confirmed.",
                                         "The name of the lead is not yet known (TBC).",
                                         NULL};

static const char *const left_right[] = {"Model X was chosen.",
                                         "The cost is £1.2m, of which £0.4m has been spent.",
                                         "The x-ray machine at the clinic was replaced.",
                                         "Phase X of the model was left out.",
                                         "The lift is to be repaired by the landlord.",
                                         "A date for the move is to be agreed with the landlord.",
                                         "The new rota has still to be agreed by the unions.",
                                         "Terms are to be agreed between the parties.",
                                         NULL};

static void what_is_left_to_fill_in_is_found(void **state)
{
	saying_begin(*state);
	saying_check_each(*state, "placeholder-left", left_wrong, " stands where ");
	saying_check_each(*state, "placeholder-left", left_right, NULL);
}

static const char *const pointed_wrong[] = {"Evidence of completion is attached.",
                                            "The full log can be found in Appendix C.",
                                            "Please see the attached spreadsheet for the detail.",
                                            "See the appendix for the survey results.",
                                            "The evidence is appended.",
                                            "A copy of the report is attached.",
                                            "A copy is enclosed.",
                                            "The enclosed report gives the detail.",
                                            "We attach the minutes.",
                                            "We have attached the minutes.",
                                            "I attach a copy of the letter.",
                                            "Attached is the list of contracts.",
                                            "Attached are the figures by ward.",
                                            "Please find attached the list of contracts.",
                                            "The survey results are at Annex 2.",
                                            "Annex B holds the survey results.",
                                            "The detail is given in the appendix.",
                                            "The detail is in Appendix 1 to this report.",
                                            "Supporting evidence is attached as a spreadsheet.",
                                            "The attached log gives the detail.",
                                            "The attached file sets out the costs.",
                                            "The attached figures show the fall.",
                                            "The signed form is attached for reference.",
                                            "The certificate is attached to this update.",
                                            "The certificate is included as an attachment.",
                                            "See attachment 2 for the figures.",
                                            "The attachment gives the figures.",
                                            "Figures are in the attached.",
                                            "As the attached minutes show, it was agreed.",
                                            "The results are shown in the chart below.",
                                            "The following table gives the results.",
                                            "The results can be seen in the table overleaf.",
                                            "The report can be read by following this link.",
                                            "Appendix D lists the cases.",
                                            "A list of cases is at Appendix D.",
                                            "The paper (attached) gives the detail.",
                                            NULL};

static const char *const pointed_right[] = {
	"Two officers were attached to the team.",
	"An appendix was added to the constitution.",
	"Young people attached great weight to this.",
	"Members became attached to the old building.",
	"The annex of the town hall was closed.",
	"The team works in the annexe.",
	"Conditions were attached.",
	"The letters enclosed a form, which residents filled in.",
	"We attach importance to training.",
	"The appendix to the contract was signed.",
	"Staff can attach documents to a case.",
	"Email attachments are scanned.",
	"The field is enclosed by a fence.",
	"The appendix to the contract was rewritten by lawyers.",
	"A form was attached to each letter so that people could reply.",
	"Two analysts have been attached to the service until spring.",
	"Great weight was attached to the views of carers.",
	"No conditions are attached to the grant.",
	"Young people are attached to the youth club and want it kept.",
	"The table below deck was mended.",
	"The risk register is kept below in the plan.",
	"Spending is well below the budget.",
	NULL};

static void what_is_said_to_be_there_is_looked_for(void **state)
{
	saying_begin(*state);
	saying_check_each(*state, "evidence-missing", pointed_wrong,
	                  "points to something that is not here");
	saying_check_each(*state, "evidence-missing", pointed_right, NULL);
}

static const char *const items_wrong[] = {"- We met\n- ..",
                                          "- We met\n- n/a",
                                          "- We met\n-",
                                          "- We met\n- –",
                                          "- We met\n- Nil",
                                          "- We met\n- None",
                                          "- We met\n- N/A.",
                                          "- We met\n- ...",
                                          "* We met\n*",
                                          "1. We met\n2.",
                                          "- We met\n- *",
                                          "- We met\n- not applicable",
                                          "- We met\n- (none)",
                                          "+ We met\n+",
                                          "- We met\n- _",
                                          "- We met\n- ?",
                                          NULL};

static void an_item_that_says_nothing_is_found(void **state)
{
	saying_begin(*state);
	saying_check_each(*state, "list-empty", items_wrong, "an item of this list says");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(a_prompt_is_found_however_it_is_put),
		sandbox_test(a_sentence_that_leads_on_is_found),
		sandbox_test(what_is_left_to_fill_in_is_found),
		sandbox_test(what_is_said_to_be_there_is_looked_for),
		sandbox_test(an_item_that_says_nothing_is_found),
	};
	return cmocka_run_group_tests_name("finished words", tests, NULL, NULL) != 0;
}
