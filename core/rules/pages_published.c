/* The pages of rules about papers and what was published: see rules/page.h. */
#include "rules/pages.h"

/* A plan whose board meets, and a paper for it but for the date and what follows that. */
#define PLAN(day)                                                                                  \
	"== plans/demo/plan.md\ncommittees: [{id: board, name: Board}]\n"                          \
	"meetings: [{committee: board, date: " day "}]\n"
#define PAPER(date)                                                                                \
	"== whole plans/demo/progress.md\n---\nkind: paper\nid: progress\n"                        \
	"committee: board\n" date "\ntitle: Progress\nreport_of: Director\n"                       \
	"recommendations: [Note the progress]\n"
#define TEXT(proposal) "---\n\n## Purpose\n\nTo report.\n\n## Proposal\n\n" proposal "\n"
#define PUBLISHED                                                                                  \
	PLAN("2023-09-20")                                                                         \
	PAPER("date: 2023-09-20")                                                                  \
	TEXT("All is well.")                                                                       \
	"== commit Ann\n" PAPER("date: 2023-09-20") "as_of: (id of the commit above)\n" TEXT(      \
		"All is well.")

const struct rule_page pages_published[] = {
	{"paper-unregistered-meeting",
         "A plan lists its meetings (`meetings:`) so that one can tell what each of them saw. A "
         "paper for a meeting that is not listed was given a wrong date or a wrong committee, "
         "or the list is behind.",
         PLAN("2023-09-20") PAPER("=> date: 2023-09-21") TEXT("All is well."),
         PLAN("2023-09-20") PAPER("date: 2023-09-20") TEXT("All is well."), ANSWER_IN_BOTH},
	{"paper-revision-unknown",
         "The figures of a published paper are those of one commit, which `as_of:` names in full. "
         "Where this history has no such commit nobody can see those figures again. Let "
         "`ragtrail publish` write the line, and merge the branch as it is: a squash or a "
         "rebase makes other commits.",
         PLAN("2023-09-20") "== commit Ann\n" PAPER(
		 "date: 2023-09-20") "=> as_of: 0123456789012345678901234567890123456789\n" TEXT("All is well."),
         PLAN("2023-09-20") "== commit Ann\n" PAPER(
		 "date: 2023-09-20") "as_of: (id of the commit above)\n" TEXT("All is well."),
         ANSWER_IN_BOTH},
	{"paper-changed-since-published",
         "What a meeting saw is not written anew. A paper is frozen from the commit that "
         "published it; what is new goes into a paper of its own, and what was wrong into one "
         "that says so.",
         PUBLISHED "== commit Ann\n" PAPER(
		 "date: 2023-09-20") "=> as_of: (id of the commit above)\n" TEXT("All is better."),
         PUBLISHED "== commit Ann\n"
                   "== plans/demo/governance.md\nworkstream: governance\n",
         ANSWER_IN_BOTH},
	{0},
};
