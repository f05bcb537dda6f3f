/* The pages of rules about whether a document is finished: see rules/page.h. */
#include "rules/pages.h"

const struct rule_page pages_finish[] = {
	{"sentence-unfinished",
         "A sentence that stops in the middle has lost what it was going to say, often the part that "
         "matters. Asked about is the end of each paragraph, item and field that has four words or "
         "more: it may not end with a word such as \"the\", \"and\" or \"of\", and a paragraph "
         "may not be without a mark where the sentence before it in the paragraph has one. A "
         "paragraph that is one sentence may not be without one where every other paragraph has "
         "one, if it has twelve words or, with a verb such as \"is\" or \"has\", six; nor where "
         "any other has one, if its last word leads on (\"asked to\", \"views on\", \"is that\"). "
         "Items of lists, headings, tables, names under a text and lines that lead into a list "
         "need no mark; but a line that ends with a colon may not be the last of its section. A "
         "single quotation mark before a capital may not stay open to the end of its paragraph.",
         "== plans/demo/procurement.md\n"
         "period: 2023-07\n"
         "## Key activities\n"
         "The register of contracts was completed in July. The team will look\n"
         "after it as we\n"
         "=> move\n",
         "== plans/demo/procurement.md\n"
         "period: 2023-07\n"
         "## Key activities\n"
         "The register of contracts was completed in July. The team will look\n"
         "after it as we\n"
         "move into the next stage of the work.\n",
         ANSWER_IN_BOTH},
	{"template-left",
         "Templates tell a writer what to write: `[insert date]`, \"Lorem ipsum\", \"Please describe "
         "what was done\". Where such a line is still there nobody wrote what it asks for. Asked "
         "about are prompts in brackets that begin with such an order or are the name of a blank "
         "(`[name]`, `[date of the meeting]`), `{{...}}`, DD/MM/YYYY, limits of length "
         "(\"Maximum 200 words\"), who is to write (\"Sponsor to complete\"), sentences that begin "
         "with an order to a writer (\"Describe the ...\", \"Tip: keep this section short\", but "
         "not in a list of things to do), questions about the period (\"What was done this "
         "month?\"), and ragtrail's own lines of help.",
         "== plans/demo/procurement.md\n"
         "period: 2023-07\n"
         "## Key activities\n"
         "The register of contracts was completed.\n"
         "\n"
         "=> [Insert a line about training here]\n",
         "== plans/demo/procurement.md\n"
         "period: 2023-07\n"
         "## Key activities\n"
         "The register of contracts was completed.\n"
         "\n"
         "Training begins in August.\n",
         ANSWER_IN_BOTH},
	{"list-empty",
         "An item without words, or one that says only `..`, `-`, `?` or `n/a`, leaves readers in doubt "
         "whether there is nothing or somebody forgot it. Where there is nothing, leave the item "
         "out; a list of a single \"None\" in the text is an answer and may stay. Asked about are "
         "lists in the text and those of the front matter (risks, milestones, outcomes).",
         "== plans/demo/procurement.md\n"
         "period: 2023-07\n"
         "## Key activities\n"
         "- The register of contracts was completed\n"
         "=> -\n"
         "- The hub was opened\n",
         "== plans/demo/procurement.md\n"
         "period: 2023-07\n"
         "## Key activities\n"
         "- The register of contracts was completed\n"
         "- The hub was opened\n",
         ANSWER_IN_BOTH},
	{"placeholder-left",
         "`TBC`, `TBD`, `XX`, `£X`, `..`, `???` or \"to be confirmed\" stand for something that was not "
         "known when the text was written. In a draft (`draft: true`) they may stand. What goes on "
         "record is read for years: there it is an error, in a draft too, when it arrives on a "
         "protected branch. \"To be confirmed by the Board\" says who will do it and may stay; so "
         "may a name whose letters the text spells out (\"Trent Bridge Council (TBC)\"), "
         "and what is in quotation marks.",
         "== plans/demo/procurement.md\n"
         "period: 2023-07\n"
         "## Key activities\n"
         "The register of contracts was completed.\n"
         "=> The training will be held at TBC.\n",
         "== plans/demo/procurement.md\n"
         "period: 2023-07\n"
         "## Key activities\n"
         "The register of contracts was completed.\n"
         "The training will be held at the town hall.\n",
         ANSWER_IN_BOTH},
	{"evidence-missing",
         "A text that calls its evidence attached or enclosed, points to an appendix or to a table below asks "
         "readers to look there. Where the document has no link at all, no section that is an "
         "appendix, and no list or section below, there is nothing to look at. A section counts "
         "as below when its heading has a word of the sentence; milestones, risks and outcomes "
         "count where the sentence speaks of them. An appendix of another paper (\"appendix A of the "
         "July paper\") is not asked for. \"The recommendations below\" (or findings, extracts, "
         "quotations) have to be called so below.",
         "== plans/demo/procurement.md\n"
         "period: 2023-07\n"
         "## Key activities\n"
         "=> The auditors have finished, and their report is attached.\n",
         "== plans/demo/procurement.md\n"
         "period: 2023-07\n"
         "## Key activities\n"
         "The auditors have finished, and [their\n"
         "report](https://example.org/audit) is attached.\n",
         ANSWER_IN_BOTH},
	{0},
};
