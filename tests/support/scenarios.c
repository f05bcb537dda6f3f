/* The table of scenarios: declared in support/scenario.h. */
#include "support/scenario.h"

/* Ann's first update, landing 1, before branches part. */
#define ANN                                                                                        \
	"write a.md a 2023-07 green\n"                                                             \
	"commit 2023-08-02 Ann\n"
#define ANN_LANDED "better a 2023-07 green #1 Ann\n"

/* Bob rates b twice on a branch. */
#define BOB                                                                                        \
	"git checkout -q -b topic\n"                                                               \
	"write b.md b 2023-07 green\n"                                                             \
	"commit 2023-08-03 Bob\n"                                                                  \
	"write b.md b 2023-07 amber\n"                                                             \
	"commit 2023-08-04 Bob\n"                                                                  \
	"git checkout -q main\n"

/* Bob rates b on a branch, Ann the same period otherwise on main; Cy begins the merge. */
#define BOTH                                                                                       \
	ANN "git checkout -q -b topic\n"                                                           \
	    "write b.md b 2023-07 red\n"                                                           \
	    "commit 2023-08-03 Bob\n"                                                              \
	    "git checkout -q main\n"                                                               \
	    "write b.md b 2023-07 green\n"                                                         \
	    "commit 2023-08-04 Ann\n"                                                              \
	    "as 2023-08-05 Cy\n"                                                                   \
	    "merging topic\n"

/* Ann's re-ratings have landed while Bob was at work in a clone; he pulls as anybody does. */
#define FOXTROT                                                                                    \
	ANN "git clone -q . ../bob\n"                                                              \
	    "write a.md a 2023-07 amber\n"                                                         \
	    "commit 2023-08-11 Ann\n"                                                              \
	    "write a.md a 2023-07 red\n"                                                           \
	    "commit 2023-08-12 Ann\n"                                                              \
	    "cd ../bob\n"                                                                          \
	    "write b.md b 2023-07 red\n"                                                           \
	    "commit 2023-08-10 Bob\n"                                                              \
	    "as 2023-08-13 Bob\n"                                                                  \
	    "git pull -q --no-rebase --no-edit\n"                                                  \
	    "cd -\n"                                                                               \
	    "git pull -q --ff-only ../bob main\n"

const struct scenario scenarios[] = {
	{
		"a straight history",
		ANN "write b.md b 2023-07 amber\n"
		    "commit 2023-08-03 Bob\n"
		    "write a.md a 2023-08 red\n"
		    "commit 2023-09-02 Ann\n"
		    "write overview.md overview 2023-08 amber\n"
		    "commit 2023-09-05 Dir\n",
		ANN_LANDED "better a 2023-08 red #3 Ann\n"
			   "better b 2023-07 amber #2 Bob\n"
			   "better overview 2023-08 amber #4 Dir\n",
	},
	{
		"a rating that was challenged and corrected",
		ANN "write a.md a 2023-07 amber \\\n"
		    "	'correction: {reason: No evidence, raised_by: Improvement board}'\n"
		    "commit 2023-09-20 Bob\n",
		ANN_LANDED "better a 2023-07 amber #2 Bob re-rated\n",
	},
	{
		"drafts on a branch that land as one",
		ANN BOB "as 2023-08-05 Cy\n"
			"merge topic\n",
		ANN_LANDED "better b 2023-07 amber #2 Cy rated #2 by Bob\n"
			   "better b 2023-07 draft green #2 Bob\n",
	},
	{
		"June and July that arrive in one merge",
		ANN "git checkout -q -b topic\n"
		    "write b.md b 2023-06 red\n"
		    "commit 2023-07-03 Bob\n"
		    "write b.md b 2023-06 green\n"
		    "commit 2023-07-04 Dee\n"
		    "write b.md b 2023-07 amber\n"
		    "commit 2023-08-03 Bob\n"
		    "git checkout -q main\n"
		    "as 2023-08-05 Cy\n"
		    "merge topic\n",
		ANN_LANDED "better b 2023-06 green #2 Cy rated #2 by Dee\n"
			   "better b 2023-07 amber #2 Cy rated #2 by Bob\n"
			   "better b 2023-06 draft red #2 Bob\n",
	},
	{
		"a merge that keeps our rating",
		BOTH "write b.md b 2023-07 green\n"
		     "commit 2023-08-05 Cy\n",
		ANN_LANDED "better b 2023-07 green #2 Ann\n"
			   "better b 2023-07 draft red #3 Bob\n",
	},
	{
		"a merge that takes their rating",
		BOTH "write b.md b 2023-07 red\n"
		     "commit 2023-08-05 Cy\n",
		ANN_LANDED "better b 2023-07 green #2 Ann\n"
			   "better b 2023-07 red #3 Cy re-rated rated #3 by Bob\n",
	},
	{
		"a merge that keeps neither rating",
		BOTH "write b.md b 2023-07 amber\n"
		     "commit 2023-08-05 Cy\n",
		ANN_LANDED "better b 2023-07 green #2 Ann\n"
			   "better b 2023-07 amber #3 Cy re-rated\n"
			   "better b 2023-07 draft red #3 Bob\n"
			   "remark #3 conflict b\n",
	},
	{
		"a merge of two ratings that keeps no document",
		BOTH "git rm -q -f --ignore-unmatch plans/better/b.md\n"
		     "rm -f plans/better/b.md\n"
		     "commit 2023-08-05 Cy\n",
		ANN_LANDED "better b 2023-07 green #2 Ann\n"
			   "better b 2023-07 withdrawn #3\n"
			   "better b 2023-07 draft red #3 Bob\n"
			   "remark #3 conflict b\n",
	},
	{
		"a plain git pull that turns the chain around",
		FOXTROT,
		ANN_LANDED "better a 2023-07 red #3 Bob re-rated rated #3 by Ann\n"
			   "better a 2023-07 draft amber #3 Ann\n"
			   "better b 2023-07 red #2 Bob\n"
			   "remark #3 turned\n",
	},
	{
		"the same with the server's receipts",
		FOXTROT "receive 1 2023-07-01 office HEAD^2~3\n"
			"receive 2 2023-08-02 ann HEAD^2~2\n"
			"receive 3 2023-08-11 ann HEAD^2~1\n"
			"receive 4 2023-08-12 ann HEAD^2\n"
			"receive 5 2023-08-13 bob HEAD\n",
		ANN_LANDED "better a 2023-07 amber #2 Ann re-rated\n"
			   "better a 2023-07 red #3 Ann re-rated\n"
			   "better b 2023-07 red #4 Bob rated #4 by Bob\n",
	},
	{
		"receipts of pushes of several commits, and of both sides",
		FOXTROT "receive 17 2023-08-12 ann HEAD^2\n"
			"receive 18 2023-08-13 bob HEAD^1\n"
			"receive 19 2023-08-13 bob HEAD\n",
		ANN_LANDED "better a 2023-07 amber #2 Ann re-rated\n"
			   "better a 2023-07 red #3 Ann re-rated\n"
			   "better b 2023-07 red #4 Bob rated #4 by Bob\n",
	},
	{
		"a branch with receipts of its own, merged into another",
		ANN "git switch -q -c release\n"
		    "write b.md b 2023-07 red\n"
		    "commit 2023-08-10 Bob\n"
		    "git switch -q main\n"
		    "write a.md a 2023-07 amber\n"
		    "commit 2023-08-11 Ann\n"
		    "as 2023-08-13 Cy\n"
		    "merge release\n"
		    "receive 1 2023-07-01 office HEAD^1~2\n"
		    "receive 2 2023-08-02 ann HEAD^1~1\n"
		    "receive 3 2023-08-10 bob HEAD^2 release\n"
		    "receive 4 2023-08-11 ann HEAD^1\n"
		    "receive 5 2023-08-13 cy HEAD\n",
		ANN_LANDED "better a 2023-07 amber #2 Ann re-rated\n"
			   "better b 2023-07 red #3 Cy rated #3 by Bob\n",
	},
	{
		"a file that was moved",
		ANN "mkdir plans/better/archive\n"
		    "git mv plans/better/a.md plans/better/archive/a.md\n"
		    "commit 2023-08-03 Bob\n"
		    "write archive/a.md a 2023-07 amber\n"
		    "commit 2023-08-04 Bob\n",
		ANN_LANDED "better a 2023-07 amber #3 Bob re-rated\n",
	},
	{
		"a file a period",
		"write a/2023-07.md a 2023-07 green\n"
		"commit 2023-08-02 Ann\n"
		"write a/2023-08.md a 2023-08 amber\n"
		"commit 2023-09-02 Ann\n",
		ANN_LANDED "better a 2023-08 amber #2 Ann\n",
	},
	{
		"a rating that was reverted",
		ANN "write a.md a 2023-07 amber\n"
		    "commit 2023-08-03 Bob\n"
		    "as 2023-08-04 Cy\n"
		    "git revert --no-edit HEAD\n",
		ANN_LANDED "better a 2023-07 amber #2 Bob re-rated\n"
			   "better a 2023-07 green #3 Cy re-rated\n",
	},
	{
		"a document that was withdrawn and came back",
		ANN "git rm -q plans/better/a.md\n"
		    "commit 2023-08-03 Bob\n"
		    "write back.md a 2023-07 green\n"
		    "commit 2023-08-04 Cy\n",
		ANN_LANDED "better a 2023-07 withdrawn #2\n"
			   "better a 2023-07 green #3 Cy rated #1 by Ann\n",
	},
	{
		"periods of two months beside those of one",
		"write a.md a 2023-06 green\n"
		"commit 2023-07-04 Ann\n"
		"write a.md a 2023-07/2023-08 amber\n"
		"commit 2023-09-02 Ann\n"
		"write b.md b 2023-07 green\n"
		"commit 2023-09-03 Bob\n"
		"write b.md b 2023-08 red\n"
		"commit 2023-09-04 Bob\n",
		"better a 2023-06 green #1 Ann\n"
		"better a 2023-07/2023-08 amber #2 Ann\n"
		"better b 2023-07 green #3 Bob\n"
		"better b 2023-08 red #4 Bob\n",
	},
	{
		"a scale that changes between two periods",
		ANN "sed -i '$d' plans/better/plan.md\n"
		    "cat >>plans/better/plan.md <<'END'\n"
		    "scale:\n"
		    "  levels:\n"
		    "    - {id: good, label: Good, short: Good, meaning: Nothing to do}\n"
		    "    - {id: poor, label: Poor, short: Poor, meaning: Much to do}\n"
		    "---\n"
		    "END\n"
		    "commit 2023-08-20 Office\n"
		    "write a.md a 2023-08 good\n"
		    "commit 2023-09-02 Ann\n",
		ANN_LANDED "better a 2023-08 good #3 Ann\n"
			   "remark #2 scale\n",
	},
	{
		"a period that overlaps one on record",
		ANN "write both.md a 2023-07/2023-08 amber\n"
		    "commit 2023-09-02 Ann\n",
		ANN_LANDED "better a 2023-07/2023-08 amber #2 Ann\n"
			   "remark #2 overlap a\n",
	},
	{
		"dates that run backwards",
		ANN "write a.md a 2023-08 red\n"
		    "commit 2023-07-15 Ann\n"
		    "write a.md a 2023-09 red\n"
		    "commit 2023-07-20 Ann\n"
		    "write a.md a 2023-10 green\n"
		    "commit 2023-11-02 Ann\n",
		ANN_LANDED "better a 2023-08 red #2 Ann\n"
			   "better a 2023-09 red #3 Ann\n"
			   "better a 2023-10 green #4 Ann\n"
			   "remark #2 backwards\n",
	},
	{
		"a branch that was fast-forwarded",
		ANN BOB "git merge -q --ff-only topic\n",
		ANN_LANDED "better b 2023-07 green #2 Bob\n"
			   "better b 2023-07 amber #3 Bob re-rated\n",
	},
	{
		"a branch that was squashed",
		ANN BOB "git merge -q --squash topic\n"
			"commit 2023-08-05 Cy\n",
		ANN_LANDED "better b 2023-07 amber #2 Cy\n",
	},
	{
		"an octopus",
		ANN "git checkout -q -b one\n"
		    "write b.md b 2023-07 red\n"
		    "commit 2023-08-03 Bob\n"
		    "git checkout -q -b two main\n"
		    "write overview.md overview 2023-07 amber\n"
		    "commit 2023-08-03 Dir\n"
		    "git checkout -q main\n"
		    "write a.md a 2023-08 green\n"
		    "commit 2023-08-04 Ann\n"
		    "as 2023-08-05 Cy\n"
		    "merge one two\n",
		ANN_LANDED "better a 2023-08 green #2 Ann\n"
			   "better b 2023-07 red #3 Cy rated #3 by Bob\n"
			   "better overview 2023-07 amber #3 Cy rated #3 by Dir\n",
	},
	{
		"a criss-cross",
		ANN "git checkout -q -b topic\n"
		    "write b.md b 2023-07 red\n"
		    "commit 2023-08-03 Bob\n"
		    "git checkout -q main\n"
		    "write overview.md overview 2023-07 amber\n"
		    "commit 2023-08-04 Dir\n"
		    "git branch before\n"
		    "as 2023-08-05 Cy\n"
		    "merge topic\n"
		    "git checkout -q topic\n"
		    "as 2023-08-06 Bob\n"
		    "merge before\n"
		    "write b.md b 2023-07 amber\n"
		    "commit 2023-08-07 Bob\n"
		    "git checkout -q main\n"
		    "as 2023-08-08 Cy\n"
		    "merge topic\n",
		ANN_LANDED "better b 2023-07 red #3 Cy rated #3 by Bob\n"
			   "better b 2023-07 amber #4 Cy re-rated rated #4 by Bob\n"
			   "better overview 2023-07 amber #2 Dir\n",
	},
	{
		"an evil merge",
		ANN "git checkout -q -b topic\n"
		    "echo Nothing >notes.md\n"
		    "commit 2023-08-03 Bob\n"
		    "git checkout -q main\n"
		    "merging topic\n"
		    "write a.md a 2023-07 red\n"
		    "commit 2023-08-05 Cy\n",
		ANN_LANDED "better a 2023-07 red #2 Cy re-rated\n",
	},
	{
		"a history that began elsewhere",
		ANN "git checkout -q --orphan elsewhere\n"
		    "git rm -q -r -f .\n"
		    "write b.md b 2023-07 red\n"
		    "commit 2023-08-03 Bob\n"
		    "git checkout -q main\n"
		    "as 2023-08-05 Cy\n"
		    "merge --allow-unrelated-histories elsewhere\n",
		ANN_LANDED "better b 2023-07 red #2 Cy rated #2 by Bob\n",
	},
	{
		"a branch that was merged and given up",
		ANN "git checkout -q -b topic\n"
		    "write b.md b 2023-07 red\n"
		    "commit 2023-08-03 Bob\n"
		    "write a.md a 2023-07 amber\n"
		    "commit 2023-08-04 Bob\n"
		    "git checkout -q main\n"
		    "as 2023-08-05 Cy\n"
		    "merge -s ours topic\n",
		ANN_LANDED "better a 2023-07 draft amber #2 Bob\n"
			   "better b 2023-07 draft red #2 Bob\n",
	},
	{
		"a draft that was published",
		"write a.md a 2023-07 red 'draft: true'\n"
		"commit 2023-07-30 Bob\n" ANN,
		"better a 2023-07 green #2 Ann\n"
		"better a 2023-07 draft red #1 Bob\n",
	},
	{
		"two branches that moved on from different ratings",
		ANN "git checkout -q -b one\n"
		    "write b.md b 2023-06 red\n"
		    "commit 2023-07-03 Bob\n"
		    "write b.md b 2023-07 red\n"
		    "commit 2023-08-03 Bob\n"
		    "git checkout -q -b two main\n"
		    "write b.md b 2023-06 green\n"
		    "commit 2023-07-04 Dee\n"
		    "write b.md b 2023-07 green\n"
		    "commit 2023-08-04 Dee\n"
		    "as 2023-08-05 Dee\n"
		    "merging one\n"
		    "write b.md b 2023-07 green\n"
		    "commit 2023-08-05 Dee\n"
		    "git checkout -q main\n"
		    "as 2023-08-06 Cy\n"
		    "merge two\n",
		ANN_LANDED "better b 2023-07 green #2 Cy rated #2 by Dee\n"
			   "better b 2023-06 draft green #2 Dee\n"
			   "better b 2023-06 draft red #2 Bob\n"
			   "better b 2023-07 draft red #2 Bob\n"
			   "remark #2 conflict b\n",
	},
	{
		"two branches that moved on from the same rating",
		ANN "git checkout -q -b one\n"
		    "write b.md b 2023-06 red\n"
		    "commit 2023-07-03 Bob\n"
		    "git checkout -q -b two\n"
		    "write b.md b 2023-07 green\n"
		    "commit 2023-08-03 Dee\n"
		    "git checkout -q one\n"
		    "write b.md b 2023-07 red\n"
		    "commit 2023-08-04 Bob\n"
		    "git checkout -q main\n"
		    "as 2023-08-06 Cy\n"
		    "merge one\n"
		    "merging two\n"
		    "write b.md b 2023-07 green\n"
		    "commit 2023-08-07 Cy\n",
		ANN_LANDED "better b 2023-06 red #2 Cy rated #2 by Bob\n"
			   "better b 2023-07 red #2 Cy rated #2 by Bob\n"
			   "better b 2023-07 green #3 Cy re-rated rated #3 by Dee\n",
	},
	{
		"the next period begun as a draft in the living file",
		ANN "write a.md a 2023-08 red 'draft: true'\n"
		    "commit 2023-08-20 Bob\n"
		    "write a.md a 2023-08 amber\n"
		    "commit 2023-09-02 Ann\n",
		ANN_LANDED "better a 2023-08 amber #3 Ann\n"
			   "better a 2023-08 draft red #2 Bob\n",
	},
	{
		"an update on record that is made a draft, and then goes back in time",
		ANN "write a.md a 2023-07 red 'draft: true'\n"
		    "commit 2023-08-20 Bob\n"
		    "write a.md a 2023-06 red 'draft: true'\n"
		    "commit 2023-08-21 Bob\n",
		ANN_LANDED "better a 2023-07 withdrawn #3\n"
			   "better a 2023-07 draft red #2 Bob\n"
			   "better a 2023-06 draft red #3 Bob\n",
	},
	{
		"a file moved on a branch",
		ANN "git checkout -q -b topic\n"
		    "git mv plans/better/a.md plans/better/moved.md\n"
		    "commit 2023-08-03 Bob\n"
		    "git checkout -q main\n"
		    "as 2023-08-05 Cy\n"
		    "merge topic\n",
		ANN_LANDED,
	},
	{
		"a branch taken over from a fork by git pull",
		ANN "git clone -q . ../bob\n"
		    "write b.md b 2023-07 green\n"
		    "commit 2023-08-03 Ann\n"
		    "git -C ../bob checkout -q -b topic\n"
		    "cd ../bob\n"
		    "write a.md a 2023-08 red\n"
		    "commit 2023-09-03 Bob\n"
		    "cd -\n"
		    "as 2023-09-04 Cy\n"
		    "git pull -q --no-rebase --no-edit ../bob topic\n",
		ANN_LANDED "better a 2023-08 red #3 Cy rated #3 by Bob\n"
			   "better b 2023-07 green #2 Ann\n",
	},
	{
		"a broken version on a branch that moves on",
		ANN "git checkout -q -b topic\n"
		    "write b.md b 2023-06 red\n"
		    "commit 2023-07-03 Bob\n"
		    "sed -i '/^rag/d' plans/better/b.md\n"
		    "commit 2023-07-04 Bob\n"
		    "write b.md b 2023-07 amber\n"
		    "commit 2023-08-03 Bob\n"
		    "git checkout -q main\n"
		    "as 2023-08-05 Cy\n"
		    "merge topic\n",
		ANN_LANDED "better b 2023-06 red #2 Cy rated #2 by Bob\n"
			   "better b 2023-07 amber #2 Cy rated #2 by Bob\n"
			   "hole #2 plans/better/b.md: it has no rating\n",
	},
	{
		"a broken version in between",
		ANN "sed -i '/^rag/d' plans/better/a.md\n"
		    "commit 2023-08-03 Bob\n"
		    "write a.md a 2023-07 red\n"
		    "commit 2023-08-04 Cy\n",
		ANN_LANDED "better a 2023-07 red #3 Cy re-rated\n"
			   "hole #2 plans/better/a.md: it has no rating\n",
	},
};

const size_t scenario_count = COUNT_OF(scenarios);
