/* Histories of the model: declared in support/model.h. */
#include "support/model_rules.h"

const char *const model_paths[MODEL_PATHS] = {
	"0.md",   "a.md", "a/1.md", "a/2.md", "a/3.md",     "b.md",       "b/1.md",      "b/2.md",
	"b/3.md", "c.md", "c/1.md", "c/2.md", "moved/a.md", "moved/b.md", "overview.md", "z.md",
};
const char *const model_workstreams[MODEL_WORKSTREAMS] = {"overview", "a", "b", "c"};
const char *const model_ratings[MODEL_RATINGS] = {"green", "green-amber", "amber", "amber-red",
                                                  "red"};

bool model_same_file(const struct model_file *a, const struct model_file *b)
{
	if (!a->there || !b->there)
		return a->there == b->there;
	return a->broken == b->broken && a->draft == b->draft && a->rating == b->rating &&
	       a->words == b->words && same_key(key_of(a), key_of(b));
}

/* An unreadable version changes nothing: the file says what it said in the first parent. */
void model_said(const struct model_history *history, int commit,
                struct model_file said[MODEL_PATHS])
{
	const struct model_commit *of = &history->commits[commit];
	struct model_file before[MODEL_PATHS] = {{0}};
	bool broken = false;
	for (int path = 0; path < MODEL_PATHS; path++)
		broken = broken || (of->files[path].there && of->files[path].broken);
	if (broken && of->parent_count != 0)
		model_said(history, of->parents[0], before);
	for (int path = 0; path < MODEL_PATHS; path++)
		said[path] = of->files[path].there && of->files[path].broken ? before[path]
		                                                             : of->files[path];
}

int model_twice(const struct model_file said[MODEL_PATHS])
{
	for (int path = 0; path < MODEL_PATHS; path++)
		for (int other = 0; other < path; other++)
			if (said[path].there && said[other].there &&
			    same_key(key_of(&said[path]), key_of(&said[other])))
				return path;
	return -1;
}

uint64_t model_behind(const struct model_history *history, int commit)
{
	commit_set set = (commit_set)1 << commit;
	for (int at = commit; at >= 0; at--)
		for (int i = 0; in(set, at) && i < history->commits[at].parent_count; i++)
			set |= (commit_set)1 << history->commits[at].parents[i];
	return set;
}

/* The chain of a commit is its first parents. */
int model_chain(const struct model_history *history, int tip, int chain[MODEL_COMMITS])
{
	int count = 0;
	for (int at = tip;; at = history->commits[at].parents[0]) {
		chain[count++] = at;
		if (history->commits[at].parent_count == 0)
			break;
	}
	for (int i = 0; i < count / 2; i++) {
		int swapped = chain[i];
		chain[i] = chain[count - 1 - i];
		chain[count - 1 - i] = swapped;
	}
	return count;
}
