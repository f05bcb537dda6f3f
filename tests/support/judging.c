#include "support/judging.h"

#include <string.h>
#include <time.h>

#include "base/buf.h"
#include "view/findings_view.h"

/* What is judged, and against what. */
enum subject { WORKTREE, WORKTREE_ON_RECORD, HEAD_TREE, CANDOUR, CANDOUR_ON_RECORD };

static void judge(struct sandbox *sandbox, const char *folder, enum subject subject,
                  struct findings *findings)
{
	struct error error = ERROR_INIT;
	struct collection collection = {0};
	struct repo *repo = NULL;
	struct record *record = NULL;
	struct object_id commit;
	bool candour = subject == CANDOUR || subject == CANDOUR_ON_RECORD;
	bool recorded = subject == WORKTREE_ON_RECORD || subject == CANDOUR_ON_RECORD;
	int result = repo_open(&repo, sandbox_path(sandbox, folder), false, &error);
	if (result == 0 && (recorded || subject == HEAD_TREE))
		result = repo_commit(repo, NULL, &commit, NULL, &error);
	if (result == 0 && recorded)
		result = record_read(repo, &commit, DEPTH_RATINGS, &record, &error);
	if (result == 0)
		result = subject == HEAD_TREE
		                 ? collection_read_commit(repo, &commit, &collection, &error)
		                 : collection_read_worktree(repo, &collection, &error);
	*findings = (struct findings){0};
	if (result == 0)
		rules_judge(&collection, record, findings);
	if (result == 0 && candour)
		result = rules_judge_candour(&collection, record, (struct candour_wanted){0},
		                             findings, &error);
	collection_release(&collection);
	record_free(record);
	repo_close(repo);
	if (result < 0)
		fail_msg("%s: %s", folder, error.what);
}

void judge_worktree(struct sandbox *sandbox, const char *folder, struct findings *findings)
{
	judge(sandbox, folder, WORKTREE, findings);
}

void judge_on_record(struct sandbox *sandbox, const char *folder, struct findings *findings)
{
	judge(sandbox, folder, WORKTREE_ON_RECORD, findings);
}

void judge_candour(struct sandbox *sandbox, const char *folder, bool recorded,
                   struct findings *findings)
{
	judge(sandbox, folder, recorded ? CANDOUR_ON_RECORD : CANDOUR, findings);
}

static const char *judged(struct sandbox *sandbox, const char *folder, enum subject subject)
{
	struct findings findings;
	struct buf text = BUF_INIT;
	judge(sandbox, folder, subject, &findings);
	findings_as_text(&findings, &text);
	findings_release(&findings);
	const char *copy = arena_text(&sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	return copy;
}

const char *judged_worktree(struct sandbox *sandbox, const char *folder)
{
	return judged(sandbox, folder, WORKTREE);
}

const char *judged_on_record(struct sandbox *sandbox, const char *folder)
{
	return judged(sandbox, folder, WORKTREE_ON_RECORD);
}

const char *judged_candour(struct sandbox *sandbox, const char *folder, bool recorded)
{
	return judged(sandbox, folder, recorded ? CANDOUR_ON_RECORD : CANDOUR);
}

const char *judged_head(struct sandbox *sandbox, const char *folder)
{
	return judged(sandbox, folder, HEAD_TREE);
}

/* Judges a range of the repository in FOLDER; release the verdict. */
static void judge_range(struct sandbox *sandbox, const char *folder, const char *from,
                        const char *to, int64_t now, struct range_verdict *verdict)
{
	struct error error = ERROR_INIT;
	struct repo *repo = NULL;
	struct object_id first, last;
	struct range range = {.from = from == NULL ? NULL : &first,
	                      .to = &last,
	                      .gate = {.enforced = true, .now = now}};
	*verdict = (struct range_verdict){0};
	int result = repo_open(&repo, sandbox_path(sandbox, folder), false, &error);
	if (result == 0 && from != NULL)
		result = repo_commit(repo, from, &first, NULL, &error);
	if (result == 0)
		result = repo_commit(repo, to, &last, NULL, &error);
	if (result == 0)
		result = range_judge(repo, &range, verdict, &error);
	repo_close(repo);
	if (result < 0)
		fail_msg("%s: %s", folder, error.what);
}

const char *judged_range(struct sandbox *sandbox, const char *folder, const char *from,
                         const char *to)
{
	struct range_verdict verdict;
	struct buf text = BUF_INIT;
	judge_range(sandbox, folder, from, to, 0, &verdict);
	/* Which commits they are of is another test's. */
	for (size_t i = 0; i < verdict.findings.count; i++)
		verdict.findings.items[i].commit = NULL;
	findings_as_text(&verdict.findings, &text);
	range_release(&verdict);
	const char *copy = arena_text(&sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	return copy;
}

void judge_landing(struct sandbox *sandbox, const char *folder, struct findings *findings)
{
	struct range_verdict verdict;
	judge_range(sandbox, folder, "HEAD~1", "HEAD", (int64_t)time(NULL), &verdict);
	*findings = verdict.findings; /* the caller's to release */
}

const char *replaced(struct sandbox *sandbox, const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);
	if (at == NULL)
		fail_msg("there is no `%s` to replace in: %s", from, text);
	return arena_printf(&sandbox->arena, "%.*s%s%s", (int)(at - text), text, to,
	                    at + strlen(from));
}
