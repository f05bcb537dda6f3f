/* ragtrail check --staged: what the commit that git is making would change. */
#include "check.h"

#include <stdio.h>

/* Leaves out what stood in HEAD. That is read only where there is something to say. */
static int drop_standing(struct check *check, const struct object_id *head)
{
	struct collection before;
	struct findings findings = {0};
	if (check->findings.count == 0)
		return 0;
	if (collection_read_before(check->repo, head, &check->collection, &before, &check->error) <
	    0)
		return -1;
	rules_judge(&before, check->record, &findings);
	check->stood = findings_drop_standing(&check->findings, &findings);
	findings_release(&findings);
	collection_release(&before);
	return 0;
}

/* Judges it; again, with all documents read, where there is something to say. */
static int judge(struct check *check)
{
	rules_judge(&check->collection, check->record, &check->findings);
	if (check->findings.count == 0)
		return 0;
	findings_release(&check->findings);
	if (collection_read_presumed(check->repo, &check->collection, &check->error) < 0)
		return -1;
	rules_judge(&check->collection, check->record, &check->findings);
	return 0;
}

int check_staged(struct check *check)
{
	struct object_id head;
	bool unborn;
	check->in = NARROW_IN_INDEX;
	if (command_commit(check->repo, &check->when, &head, &unborn, &check->error) < 0 ||
	    collection_read_staged(check->repo, unborn ? NULL : &head, &check->collection,
	                           &check->record, &check->error) < 0)
		return -1;
	if (check->collection.count == 0)
		return 0;
	check->uncompared = !unborn && check->record == NULL;
	if (judge(check) < 0)
		return -1;
	return unborn ? 0 : drop_standing(check, &head);
}

void check_staged_remarks(const struct check *check)
{
	if (check->stood != 0)
		fprintf(stderr,
		        "%zu finding%s stood before this change; `ragtrail check` lists them\n",
		        check->stood, check->stood == 1 ? "" : "s");
	if (check->uncompared)
		fputs("not compared with what is on record; `ragtrail check` does that\n", stderr);
}
