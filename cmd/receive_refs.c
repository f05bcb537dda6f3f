/* Which references a push may change, and how: declared in receive.h. */
#include <fnmatch.h>
#include <string.h>

#include "receive.h"
#include "repo/references.h"

#define BRANCHES "refs/heads/"

const char *receive_name(const char *ref)
{
	return strncmp(ref, BRANCHES, strlen(BRANCHES)) == 0 ? ref + strlen(BRANCHES) : ref;
}

static bool is_new(const struct pushed *pushed)
{
	return object_is_none(&pushed->before);
}

static bool is_deleted(const struct pushed *pushed)
{
	return object_is_none(&pushed->after);
}

static bool is_below(const char *ref, const char *folder)
{
	return strncmp(ref, folder, strlen(folder)) == 0;
}

static bool is_replacement(const struct receive *receive, const char *ref)
{
	(void)receive;
	return is_below(ref, "refs/replace/");
}

static bool is_ours(const struct receive *receive, const char *ref)
{
	(void)receive;
	return is_below(ref, "refs/ragtrail/");
}

static bool is_published(const struct receive *receive, const char *ref)
{
	for (size_t i = 0; receive->published[i] != NULL; i++)
		if (fnmatch(receive->published[i], ref, 0) == 0)
			return true;
	return false;
}

static bool is_protected(const struct receive *receive, const char *ref)
{
	return protect_holds(&receive->protect, ref);
}

/* Says why a reference may not be changed. */
static int refuse(struct receive *receive, const char *ref, const char *why, const char *hint)
{
	receive_say("error", "%s: %s", receive_name(ref), why);
	receive_say("hint", "%s", hint);
	receive->refused++;
	return 0;
}

static int judge_replacement(struct receive *receive, const struct pushed *pushed, bool *judged)
{
	(void)judged;
	return refuse(receive, pushed->ref, "nothing on record is replaced by something else",
	              "push without it; to correct a rating, commit the correction");
}

static int judge_ours(struct receive *receive, const struct pushed *pushed, bool *judged)
{
	(void)judged;
	return refuse(receive, pushed->ref, "the server alone writes what is kept there",
	              "push without it");
}

/* It marks the landing that took the place of the one that it marked before. */
static int is_redacted(struct receive *receive, const struct pushed *pushed, bool *redacted)
{
	char before[OBJECT_HEX_SIZE], after[OBJECT_HEX_SIZE];
	struct object_id old, new;
	*redacted = false;
	if (receive->pairs == NULL || is_deleted(pushed))
		return 0;
	if (repo_commit(receive->repo, object_hex(&pushed->before, before), &old, NULL,
	                receive->error) < 0 ||
	    repo_commit(receive->repo, object_hex(&pushed->after, after), &new, NULL,
	                receive->error) < 0)
		return -1;
	*redacted = receive_is_replaced(receive, &old, &new);
	return 0;
}

static int judge_published(struct receive *receive, const struct pushed *pushed, bool *judged)
{
	bool redacted = false;
	(void)judged;
	if (is_new(pushed))
		return 0;
	if (is_redacted(receive, pushed, &redacted) < 0)
		return -1;
	if (redacted)
		return 0;
	return refuse(receive, pushed->ref,
	              is_deleted(pushed) ? "what was published stays; its tag may not be deleted"
	                                 : "what was published stays; its tag may not be moved",
	              "give what is published now a tag of its own");
}

static int refuse_course(struct receive *receive, const struct pushed *pushed, enum course course)
{
	const char *name = receive_name(pushed->ref);
	if (course == COURSE_REWIND)
		return refuse(receive, pushed->ref,
		              "this push would take away what is on record there",
		              arena_printf(receive->arena,
		                           "put your work behind it: git fetch origin, git rebase "
		                           "origin/%s, and push again without --force",
		                           name));
	return refuse(receive, pushed->ref,
	              "this push would turn the history round, so that what is on record looks "
	              "like drafts of yours",
	              arena_printf(receive->arena,
	                           "put your work behind it: git fetch origin, git rebase "
	                           "origin/%s, and push again; or merge it the other way round, "
	                           "your branch into %s",
	                           name, name));
}

static int judge_protected(struct receive *receive, const struct pushed *pushed, bool *judged)
{
	enum course course = COURSE_ON;
	if (is_deleted(pushed))
		return refuse(receive, pushed->ref,
		              "this branch holds the record, and may not be deleted",
		              "to end a plan, commit that it has ended");
	if (!is_new(pushed) && course_find(receive->repo, &pushed->before, &pushed->after, &course,
	                                   receive->error) < 0)
		return -1;
	if (course != COURSE_ON && receive_is_permitted(receive->arena, pushed))
		return receive_redaction(receive, pushed);
	if (course != COURSE_ON)
		return refuse_course(receive, pushed, course);
	*judged = true;
	return 0;
}

int receive_guarded(struct receive *receive)
{
	const char *head = receive->protect.shown;
	struct object_id tip;
	const struct pushed *other = NULL;
	if (!receive->protect.assumed)
		return 0;
	if (reference_commit(receive->repo, head, &tip, receive->error) < 0)
		return -1;
	if (!object_is_none(&tip))
		return 0;
	for (size_t i = 0; i < receive->pushed.count; i++) {
		const struct pushed *pushed = &receive->pushed.items[i];
		if (is_deleted(pushed) || !is_below(pushed->ref, BRANCHES))
			continue;
		if (is_protected(receive, pushed->ref))
			return 0;
		other = other == NULL ? pushed : other;
	}
	if (other == NULL)
		return 0;
	return refuse(receive, other->ref,
	              arena_printf(receive->arena,
	                           "this server keeps the record on the branch %s, which is not "
	                           "there yet, so nothing would guard this one",
	                           receive_name(head)),
	              arena_printf(receive->arena,
	                           "push %s first; or where another branch is meant, on the "
	                           "server: git symbolic-ref HEAD refs/heads/main",
	                           receive_name(head)));
}

/* The first row that a reference belongs to has the say. */
static const struct row {
	bool (*holds)(const struct receive *receive, const char *ref);
	int (*judge)(struct receive *receive, const struct pushed *pushed, bool *judged);
} rows[] = {
	{is_replacement, judge_replacement},
	{is_ours, judge_ours},
	{is_published, judge_published},
	{is_protected, judge_protected},
};

bool receive_is_protected(struct receive *receive, const struct pushed *pushed)
{
	return is_protected(receive, pushed->ref);
}

int receive_ref(struct receive *receive, const struct pushed *pushed, bool *judged)
{
	struct pushed real = *pushed;
	*judged = false;
	if (reference_real(receive->repo, pushed->ref, receive->arena, &real.ref, receive->error) <
	    0)
		return -1;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rows[i].holds(receive, real.ref))
			return rows[i].judge(receive, &real, judged);
	return 0;
}
