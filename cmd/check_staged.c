/* ragtrail check --staged: what the commit that git is making would change. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "git.h"

/* The address of whoever commits, as git has it; NULL where it has none. */
static const char *author_email(struct arena *arena)
{
	const char *email = getenv("GIT_AUTHOR_EMAIL"); /* where git calls a hook */
	if (email != NULL && email[0] != '\0')
		return email;
	const char *line = GIT_LINE(arena, "var", "GIT_AUTHOR_IDENT");
	const char *open = line == NULL ? NULL : strrchr(line, '<');
	return open == NULL ? NULL : arena_text(arena, open + 1, strcspn(open + 1, ">"));
}

static void judge_author(struct check *check, const struct collection *before)
{
	struct arena arena = ARENA_INIT;
	const char *email = author_email(&arena);
	if (email != NULL)
		rules_judge_author(&check->collection, before, email, &check->findings);
	arena_release(&arena);
}

/*
 * Leaves out what stood in HEAD, and looks who is at work. HEAD's documents are read only
 * where there is something to say.
 */
static int compare_before(struct check *check, const struct object_id *head)
{
	struct collection before;
	struct findings findings = {0};
	bool ask = rules_ask_author(&check->collection);
	int result = 0;
	if (check->findings.count == 0 && !ask)
		return 0;
	if (collection_read_before(check->repo, head, &check->collection, &before, &check->error) <
	    0)
		return -1;
	if (check->findings.count != 0) {
		result = check_judge(check, &before, &findings);
		check->stood = findings_drop_standing(&check->findings, &findings);
	}
	if (ask)
		judge_author(check, &before);
	findings_release(&findings);
	collection_release(&before);
	return result;
}

/* Judges it; again, with all documents read, where there is something to say. */
static int judge(struct check *check)
{
	if (check_judge(check, &check->collection, &check->findings) < 0)
		return -1;
	if (check->findings.count == 0)
		return 0;
	findings_release(&check->findings);
	if (collection_read_presumed(check->repo, &check->collection, &check->error) < 0)
		return -1;
	return check_judge(check, &check->collection, &check->findings);
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
	return unborn ? 0 : compare_before(check, &head);
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
