#include "repo/receipts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "repo/commit.h"
#include "repo/internal.h"
#include "repo/trees.h"

enum { LARGEST_RECEIPT = 4096 };

int receipts_open(struct repo *repo, struct receipts *receipts, struct error *error)
{
	struct arena arena = ARENA_INIT;
	struct commit_texts texts = {&arena, NULL};
	struct commit_links links;
	struct landing facts;
	git_oid oid;
	*receipts = (struct receipts){{{0}}, {{0}}};
	int code = git_reference_name_to_id(&oid, repo->git, RECEIPTS_REF);
	if (code == GIT_ENOTFOUND)
		return 0;
	if (code < 0)
		return repo_fail(error, "the receipts (%s) cannot be read", RECEIPTS_REF);
	receipts->tip = repo_object_id(&oid);
	int result = commit_read(repo, &receipts->tip, &texts, &facts, &links, error);
	if (result == 0)
		receipts->tree = links.tree;
	arena_release(&arena);
	return result;
}

/* The two digits at TEXT, where MARK stands before them; 99 for anything else. */
static int64_t two_digits(const char *text, char mark)
{
	if (text[0] != mark || text[1] < '0' || text[1] > '9' || text[2] < '0' || text[2] > '9')
		return 99;
	return (text[1] - '0') * 10 + (text[2] - '0');
}

int64_t receipts_moment(const char *text)
{
	char day[11];
	struct date date;
	if (strlen(text) != 20 || text[19] != 'Z')
		return 0;
	memcpy(day, text, 10);
	day[10] = '\0';
	int64_t hour = two_digits(text + 10, 'T'), minute = two_digits(text + 13, ':'),
		second = two_digits(text + 16, ':');
	if (!date_parse(day, &date) || hour > 23 || minute > 59 || second > 60)
		return 0;
	return date_days(date) * INT64_C(86400) + hour * 3600 + minute * 60 + second;
}

static void read_line(char *line, struct arena *arena, struct receipt *receipt)
{
	char *colon = strstr(line, ": ");
	if (colon == NULL)
		return;
	*colon = '\0';
	const char *value = colon + 2;
	if (strcmp(line, "received") == 0)
		receipt->received = receipts_moment(value);
	else if (strcmp(line, "push") == 0)
		receipt->push = strtoll(value, NULL, 10);
	else if (strcmp(line, "account") == 0)
		receipt->account = arena_text(arena, value, strlen(value));
	else if (strcmp(line, "ref") == 0)
		receipt->ref = arena_text(arena, value, strlen(value));
	else if (strcmp(line, "late") == 0)
		receipt->late = strcmp(value, "yes") == 0;
}

int receipts_find(struct repo *repo, const struct receipts *receipts, const struct object_id *id,
                  struct arena *arena, struct receipt *receipt, struct error *error)
{
	char hex[OBJECT_HEX_SIZE], folder[3];
	struct object_id tree, blob;
	struct buf bytes = BUF_INIT;
	size_t size;
	*receipt = (struct receipt){0};
	if (object_is_none(&receipts->tree))
		return 0;
	object_hex(id, hex);
	snprintf(folder, sizeof(folder), "%.2s", hex);
	if (trees_find(repo, &receipts->tree, folder, true, &tree, error) < 0 ||
	    trees_find(repo, &tree, hex + 2, false, &blob, error) < 0)
		return -1;
	if (object_is_none(&blob))
		return 0;
	int result = repo_blob(repo, &blob, LARGEST_RECEIPT, &bytes, &size, error);
	char *next = NULL;
	for (char *line = result < 0 ? NULL : strtok_r(bytes.bytes, "\n", &next); line != NULL;
	     line = strtok_r(NULL, "\n", &next))
		read_line(line, arena, receipt);
	if (receipt->received == 0)
		*receipt = (struct receipt){0};
	buf_release(&bytes);
	return result;
}

/* Comparing the receipts of two moments. */
struct agreement {
	struct repo *repo;
	receipts_matter matter;
	void *context;
};

static git_tree *open_tree(struct repo *repo, const git_oid *id)
{
	git_tree *tree = NULL;
	return id != NULL && git_tree_lookup(&tree, repo->git, id) == 0 ? tree : NULL;
}

/* Whether the receipt that this entry of a folder holds is of a commit that matters. */
static bool matters(const struct agreement *agreement, const char *folder,
                    const git_tree_entry *entry)
{
	char hex[OBJECT_HEX_SIZE];
	git_oid oid;
	const char *name = git_tree_entry_name(entry);
	if (strlen(folder) + strlen(name) != OBJECT_HEX_SIZE - 1)
		return false; /* nobody looks there */
	snprintf(hex, sizeof(hex), "%.2s%.38s", folder, name);
	if (git_oid_fromstr(&oid, hex) < 0)
		return false;
	struct object_id id = repo_object_id(&oid);
	return agreement->matter(&id, agreement->context);
}

/* Whether all that A has and B has not, or has otherwise, is of no matter. */
static bool folder_agrees(const struct agreement *agreement, const char *folder, git_tree *a,
                          git_tree *b)
{
	size_t count = a == NULL ? 0 : git_tree_entrycount(a);
	for (size_t i = 0; i < count; i++) {
		const git_tree_entry *entry = git_tree_entry_byindex(a, i);
		const git_tree_entry *other =
			b == NULL ? NULL : git_tree_entry_byname(b, git_tree_entry_name(entry));
		if ((other == NULL ||
		     !git_oid_equal(git_tree_entry_id(entry), git_tree_entry_id(other))) &&
		    matters(agreement, folder, entry))
			return false;
	}
	return true;
}

static bool root_agrees(const struct agreement *agreement, git_tree *a, git_tree *b)
{
	size_t count = a == NULL ? 0 : git_tree_entrycount(a);
	bool agrees = true;
	for (size_t i = 0; i < count && agrees; i++) {
		const git_tree_entry *entry = git_tree_entry_byindex(a, i);
		const char *name = git_tree_entry_name(entry);
		const git_tree_entry *other = b == NULL ? NULL : git_tree_entry_byname(b, name);
		const git_oid *id = git_tree_entry_id(entry);
		if (other != NULL && git_oid_equal(id, git_tree_entry_id(other)))
			continue;
		git_tree *mine = open_tree(agreement->repo, id);
		git_tree *theirs =
			open_tree(agreement->repo, other == NULL ? NULL : git_tree_entry_id(other));
		agrees = mine != NULL && folder_agrees(agreement, name, mine, theirs);
		git_tree_free(mine);
		git_tree_free(theirs);
	}
	return agrees;
}

bool receipts_agree(struct repo *repo, const struct object_id *before, const struct receipts *now,
                    receipts_matter matter, void *context)
{
	const struct agreement agreement = {repo, matter, context};
	struct arena arena = ARENA_INIT;
	struct commit_texts texts = {&arena, NULL};
	struct commit_links links;
	struct landing facts;
	struct error ignored = ERROR_INIT;
	git_tree *old = NULL, *new = NULL;
	bool agrees = true;
	if (!object_is_none(before)) {
		agrees = commit_read(repo, before, &texts, &facts, &links, &ignored) == 0;
		if (agrees) {
			git_oid oid = repo_oid(&links.tree);
			old = open_tree(repo, &oid);
			agrees = old != NULL;
		}
	}
	if (agrees && !object_is_none(&now->tree)) {
		git_oid oid = repo_oid(&now->tree);
		new = open_tree(repo, &oid);
		agrees = new != NULL;
	}
	agrees = agrees && root_agrees(&agreement, new, old) && root_agrees(&agreement, old, new);
	git_tree_free(old);
	git_tree_free(new);
	arena_release(&arena);
	return agrees;
}
