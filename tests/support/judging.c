#include "support/judging.h"

#include <string.h>

#include "base/buf.h"
#include "view/findings_view.h"

static void judge(struct sandbox *sandbox, const char *folder, bool head, struct findings *findings)
{
	struct error error = ERROR_INIT;
	struct collection collection = {0};
	struct repo *repo = NULL;
	struct object_id commit;
	int result = repo_open(&repo, sandbox_path(sandbox, folder), false, &error);
	if (result == 0 && head)
		result = repo_commit(repo, NULL, &commit, NULL, &error);
	if (result == 0)
		result = head ? collection_read_commit(repo, &commit, &collection, &error)
		              : collection_read_worktree(repo, &collection, &error);
	*findings = (struct findings){0};
	if (result == 0)
		rules_judge(&collection, findings);
	collection_release(&collection);
	repo_close(repo);
	if (result < 0)
		fail_msg("%s: %s", folder, error.what);
}

void judge_worktree(struct sandbox *sandbox, const char *folder, struct findings *findings)
{
	judge(sandbox, folder, false, findings);
}

static const char *judged(struct sandbox *sandbox, const char *folder, bool head)
{
	struct findings findings;
	struct buf text = BUF_INIT;
	judge(sandbox, folder, head, &findings);
	findings_as_text(&findings, &text);
	findings_release(&findings);
	const char *copy = arena_text(&sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	return copy;
}

const char *judged_worktree(struct sandbox *sandbox, const char *folder)
{
	return judged(sandbox, folder, false);
}

const char *judged_head(struct sandbox *sandbox, const char *folder)
{
	return judged(sandbox, folder, true);
}

const char *replaced(struct sandbox *sandbox, const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);
	if (at == NULL)
		fail_msg("there is no `%s` to replace in: %s", from, text);
	return arena_printf(&sandbox->arena, "%.*s%s%s", (int)(at - text), text, to,
	                    at + strlen(from));
}
