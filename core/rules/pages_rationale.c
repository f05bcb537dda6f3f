/* The pages of rules about the rating against its reasons: see rules/page.h. */
#include "rules/pages.h"

const struct rule_page pages_rationale[] = {
	{"rationale-unmoved",
         "A rating that moves has a reason, and readers look for it in the RAG rationale. Where that "
         "is the text of the last period again they cannot tell what changed. Compared are the "
         "words, whatever their order of sentences; dates, numbers and the names of the ratings "
         "do not count. It is the same text from 90 in 100 on, unless three figures or more are "
         "new, or there is a \"not\" more or less. Rationales of fewer than five words are left "
         "alone.",
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: green\n## RAG rationale\n"
         "The contracts register is complete and the July tenders are out.\n== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-08\nrag: amber\n=> ## RAG rationale\n"
         "The contracts register is complete and the August tenders are out.\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: green\n## RAG rationale\n"
         "The contracts register is complete and the July tenders are out.\n== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-08\nrag: amber\n"
         "## RAG rationale\n"
         "Two of the August tenders had no bidder and must be written again.\n",
         ANSWER_IN_BOTH},
	{"rating-jumped",
         "Work seldom goes from good to lost within one period. A rating that moves three levels or "
         "more from one period to the next, in either direction, was too good or too bad before, "
         "or is now; readers will want to know which. On a scale of two or three levels nothing is "
         "said.",
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: green\n== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-08\n=> rag: amber-red\n"
         "## RAG rationale\nThe supplier has gone, and the work is Amber/Red. The new tender "
         "in September would make it Amber.\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: green\n== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-08\nrag: green-amber\n"
         "## RAG rationale\nThe supplier may go, and the work is Green/Amber. Bids for its work "
         "are in.\n",
         ANSWER_IN_BOTH},
	{"rerating-unexplained",
         "A rating that is on record has been read and acted upon. Whoever changes it for a period "
         "that was rated already says so in `correction`: `reason`, and `raised_by` where somebody "
         "questioned it. Before the commit this warns of a rating in a document that differs from "
         "the one on record; afterwards it tells readers of changes that nobody explained.",
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: green\n== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-07\n=> rag: green-amber\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: green\n== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: green-amber\n"
         "correction: {reason: The auditors found two contracts that are not in the register, "
         "raised_by: Audit Committee}\n",
         ANSWER_IN_BOTH},
	{"rating-stuck",
         "Amber means that something is wrong and is being put right. Where a rating stays at the "
         "third level or worse for three periods in a row, and no date, milestone or risk changes, "
         "either nothing is done or nobody writes it down. On a scale of two or three levels it is "
         "any rating but the best. An update without milestones and risks is left alone.",
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: amber\n"
         "risks: [{id: staff, risk: Two posts stay vacant, mitigation: Advertise both posts}]\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-08\nrag: amber\n"
         "risks: [{id: staff, risk: Two posts stay vacant, mitigation: Advertise both posts}]\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-09\n=> rag: amber\n"
         "risks: [{id: staff, risk: Two posts stay vacant, mitigation: Advertise both posts}]\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: amber\n"
         "risks: [{id: staff, risk: Two posts stay vacant, mitigation: Advertise both posts}]\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-08\nrag: amber\n"
         "risks: [{id: staff, risk: Two posts stay vacant, mitigation: Advertise both posts}]\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-09\nrag: amber\n"
         "risks: [{id: staff, risk: Two posts stay vacant, mitigation: Take on two people from "
         "an agency}]\n",
         ANSWER_IN_BOTH},
	{"text-copied",
         "A section that says again what it said last time tells nothing of this period. Compared "
         "are the words of a section with those under the same heading in the period before, "
         "whatever the order of the sentences; dates, numbers and the names of the ratings do not "
         "count. It is a copy from 90 in 100 on, unless three figures or more are new, or there "
         "is a \"not\" more or less. Sections of fewer than 25 words are left alone, and so are "
         "quotations and what stays the same by its nature (headings such as Purpose, Scope, "
         "Background).",
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: green\n## Key activities\n"
         "The team met the departments in July and went through their contracts. Most were found "
         "and entered in the register. The others will be looked for in the coming weeks.\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-08\nrag: green\n=> ## Key activities\n"
         "The team met the departments in August and went through their contracts. Most were "
         "found and entered in the register. The others will be looked for in the coming weeks.\n",
         "== plans/demo/procurement.md\nperiod: 2023-07\nrag: green\n## Key activities\n"
         "The team met the departments in July and went through their contracts. Most were found "
         "and entered in the register. The others will be looked for in the coming weeks.\n"
         "== commit Ann\n"
         "== plans/demo/procurement.md\nperiod: 2023-08\nrag: green\n## Key activities\n"
         "The last departments handed in their contracts in August, and the register is complete. "
         "Training for its users began, with 24 people in the first two courses. "
         "The others will be looked for in the coming weeks.\n",
         ANSWER_IN_BOTH},
	{0},
};
