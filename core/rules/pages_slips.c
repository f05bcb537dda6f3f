/* The pages of rules about what YAML or Markdown takes for something else: see rules/page.h. */
#include "rules/pages.h"

#define UPDATE "== plans/demo/procurement.md\n"
#define OVERVIEW(rag, director, text)                                                              \
	"== whole plans/demo/overview.md\n"                                                        \
	"---\n"                                                                                    \
	"kind: overview\n"                                                                         \
	"period: 2023-07\n" rag "\n" director "\n"                                                 \
	"completed_on: 2023-08-04\n"                                                               \
	"---\n\n" text "\n"
#define RAG "rag: green"
#define DIRECTOR "director: Lead director"
#define TEXT "All five workstreams report progress."

const struct rule_page pages_slips[] = {
	{"non-breaking-space",
         "A word processor writes spaces that look like any other, and are letters to YAML. "
         "Behind `rag:` such a space hides the field; inside a rating or a date it makes two "
         "values differ that look alike. `ragtrail fmt` types ordinary ones.",
         OVERVIEW("=> rag:(U+00A0)green", DIRECTOR, TEXT), OVERVIEW(RAG, DIRECTOR, TEXT),
         ANSWER_IN_PLAN},
	{"curly-quotes",
         "YAML knows straight quotation marks. Curly ones around a value, as word processors "
         "type them, are read as part of it, and hold nothing together. Inside a text they are "
         "fine.",
         UPDATE "=> support: “Programme office”\n", UPDATE "support: The “programme” office\n",
         ANSWER_IN_BOTH},
	{"missing-space",
         "YAML ends a name at a colon and a space, and begins an item at a hyphen and a space. "
         "Without the space the line is a text like any other.",
         OVERVIEW("=> rag:green", DIRECTOR, TEXT), OVERVIEW(RAG, DIRECTOR, TEXT), ANSWER_IN_PLAN},
	{"missing-colon",
         "A name ends at a colon that stands right behind it. With another sign, or with a space "
         "before the colon and none behind it, the line is a text like any other.",
         OVERVIEW("=> rag = green", DIRECTOR, TEXT), OVERVIEW(RAG, DIRECTOR, TEXT), ANSWER_IN_PLAN},
	{"text-cut-off",
         "A space and `#` begin a remark that no reader sees: `Team #1` would be on record as "
         "`Team`. In double quotes it is all text. A remark may stand on a line of its own; "
         "behind a rating or a date it does no harm.",
         UPDATE "=> support: Team #1\n",
         UPDATE "support: \"Team #1\"\n# One of two.\nperiod: 2023-07 # July\n", ANSWER_IN_BOTH},
	{"unquoted-colon",
         "A colon and a space end a name. A second one in the same line makes it unclear where "
         "the value begins; in double quotes the value is plain text. A colon without a space, "
         "as in `12:30` or an address, is fine.",
         OVERVIEW(RAG, "=> director: Phase 2: the lead director", TEXT),
         OVERVIEW(RAG, "director: \"Phase 2: the lead director\"", TEXT), ANSWER_IN_PLAN},
	{"unquoted-comma",
         "Between braces a comma parts the fields, so that what follows it is taken for the "
         "next one.",
         UPDATE "=> outcomes: [{id: ask, title: Ask, then decide}]\n",
         UPDATE "outcomes: [{id: ask, title: \"Ask, then decide\"}]\n", ANSWER_IN_BOTH},
	{"sign-at-start",
         "Some signs mean something to YAML when a value begins with them. In double quotes "
         "they are text. Elsewhere in a value they always are.",
         OVERVIEW(RAG, "=> director: @lead", TEXT), OVERVIEW(RAG, "director: \"@lead\"", TEXT),
         ANSWER_IN_PLAN},
	{"quotation-mark",
         "A value that begins with a quotation mark ends at the next one of its kind. An "
         "apostrophe ends a value in single quotes in the middle of a word; double quotes do "
         "not mind it.",
         OVERVIEW(RAG, "=> director: 'The board's director'", TEXT),
         OVERVIEW(RAG, "director: \"The board's director\"", TEXT), ANSWER_IN_PLAN},
	{"bracket",
         "A value that begins with `[` or `{` is a list or a group of fields, and ends with "
         "the bracket that closes it. A text that only begins so needs quotes.",
         OVERVIEW(RAG, "=> director: [to be confirmed] Lead director", TEXT),
         OVERVIEW(RAG, "director: \"[to be confirmed] Lead director\"", TEXT), ANSWER_IN_PLAN},
	{"indent",
         "What stands below what is told by the column in which a line begins. A field that is "
         "indented further than the one above becomes part of its value.",
         OVERVIEW(RAG, "=>   director: Lead director", TEXT), OVERVIEW(RAG, DIRECTOR, TEXT),
         ANSWER_IN_PLAN},
	{"bullet",
         "A word processor turns a hyphen at the start of a line into a bullet or a dash. The "
         "lines are then one long text to YAML, and no list.",
         UPDATE "managers:\n=>   • Project manager\n  • Deputy\n",
         UPDATE "managers:\n  - Project manager\n  - Deputy\n", ANSWER_IN_BOTH},
	{"pipe-table",
         "The Markdown of these documents is the common one, which has no tables: readers would "
         "see bars and hyphens. Milestones and risks have fields of their own, from which the "
         "site makes tables, and from which a trend can be told.",
         OVERVIEW(RAG, DIRECTOR, "| Risk | Owner |\n=> | --- | --- |\n| Delay | Finance |"),
         OVERVIEW(RAG, DIRECTOR, "- Delay: Finance answers for it."), ANSWER_IN_BOTH},
	{"empty-link", "Readers would see a link and get nowhere.",
         OVERVIEW(RAG, DIRECTOR, "=> See the [minutes]()."),
         OVERVIEW(RAG, DIRECTOR, "See the [minutes](https://example.org/minutes)."),
         ANSWER_IN_BOTH},
	{"broken-link",
         "A report that points to another one as its evidence should find it. The document may "
         "have been renamed, or never committed. Only links to documents of the same plan are "
         "looked at.",
         OVERVIEW(RAG, DIRECTOR, "=> As [procurement](procurment.md) says.") UPDATE
         "workstream: procurement\n",
         OVERVIEW(RAG, DIRECTOR, "As [procurement](procurement.md) says.") UPDATE
         "workstream: procurement\n",
         ANSWER_IN_BOTH},
	{"heading-space",
         "Without the space a heading is a line of text: the section it was to begin is missing, "
         "and what it says stands in the one above.",
         OVERVIEW(RAG, DIRECTOR, "=> ##Outlook\n\nSteady."),
         OVERVIEW(RAG, DIRECTOR, "## Outlook\n\nSteady."), ANSWER_IN_BOTH},
	{"heading-skipped",
         "People who listen to a page go by its headings, and take a level that is left out for "
         "a part that they missed.",
         OVERVIEW(RAG, DIRECTOR, "## Outlook\n\n=> #### Staff\n\nSteady."),
         OVERVIEW(RAG, DIRECTOR, "## Outlook\n\n### Staff\n\nSteady."), ANSWER_IN_BOTH},
	{0},
};
