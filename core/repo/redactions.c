#include "repo/redactions.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/date.h"
#include "base/text.h"
#include "repo/internal.h"
#include "repo/trees.h"

enum {
	ATTEMPTS = 200,
	PAUSE = 20, /* milliseconds between two attempts */
	LONGEST_WORDS = 200,
	LARGEST = 4096, /* bytes of a file */
};

/* One attempt to write. */
struct writer {
	struct repo *repo;
	const struct redaction *redaction;
	const struct replacement *pairs;
	size_t count;
	struct receipts receipts;
	git_tree_update *updates;
	size_t update_count;
	struct arena arena;
	struct error *error;
};

static void add_line(struct buf *text, const char *name, const char *value)
{
	size_t length = value == NULL ? 0 : strlen(value);
	if (length == 0)
		return;
	buf_printf(text, "%s: ", name);
	text_add_visible(text, value, length < LONGEST_WORDS ? length : LONGEST_WORDS);
	buf_byte(text, '\n');
}

/* Puts a file with this text into the tree that is made. */
static int add_file(struct writer *writer, const char *path, const struct buf *text)
{
	git_tree_update *update = &writer->updates[writer->update_count];
	*update = (git_tree_update){
		.action = GIT_TREE_UPDATE_UPSERT, .filemode = GIT_FILEMODE_BLOB, .path = path};
	if (git_blob_create_from_buffer(&update->id, writer->repo->git, text->bytes, text->length) <
	    0)
		return repo_fail(writer->error, "the redaction cannot be written down");
	writer->update_count++;
	return 0;
}

static int add_redaction(struct writer *writer)
{
	const struct redaction *redaction = writer->redaction;
	char before[OBJECT_HEX_SIZE], after[OBJECT_HEX_SIZE], time[DATE_TEXT_SIZE];
	struct buf text = BUF_INIT;
	buf_printf(&text, "redaction: %s %s\nreceived: %s\n",
	           object_hex(&redaction->before, before), object_hex(&redaction->after, after),
	           date_time_iso(redaction->received, time));
	add_line(&text, "account", redaction->account);
	add_line(&text, "ref", redaction->ref);
	add_line(&text, "who", redaction->who);
	add_line(&text, "why", redaction->why);
	int result = add_file(writer, arena_printf(&writer->arena, REDACTIONS_FOLDER "/%s", after),
	                      &text);
	buf_release(&text);
	return result;
}

/* The file of a receipt, whatever it says; none where there is none. */
static int find_receipt(struct writer *writer, const struct object_id *landing,
                        struct object_id *blob)
{
	char hex[OBJECT_HEX_SIZE];
	struct object_id folder;
	*blob = (struct object_id){{0}};
	if (object_is_none(&writer->receipts.tree))
		return 0;
	object_hex(landing, hex);
	if (trees_find(writer->repo, &writer->receipts.tree,
	               arena_printf(&writer->arena, "%.2s", hex), true, &folder, writer->error) < 0)
		return -1;
	return object_is_none(&folder)
	               ? 0
	               : trees_find(writer->repo, &folder, hex + 2, false, blob, writer->error);
}

/* The receipt of the landing before for the one in its place. */
static int add_receipt(struct writer *writer, const struct replacement *pair)
{
	struct buf text = BUF_INIT;
	struct object_id blob, there;
	char before[OBJECT_HEX_SIZE], after[OBJECT_HEX_SIZE];
	size_t size;
	if (object_equal(&pair->before, &pair->after) ||
	    find_receipt(writer, &pair->before, &blob) < 0 ||
	    find_receipt(writer, &pair->after, &there) < 0)
		return object_equal(&pair->before, &pair->after) ? 0 : -1;
	if (object_is_none(&blob) || !object_is_none(&there))
		return 0;
	int result = repo_blob(writer->repo, &blob, LARGEST, &text, &size, writer->error);
	buf_printf(&text, "redacted: %s\n", object_hex(&pair->before, before));
	object_hex(&pair->after, after);
	if (result == 0)
		result = add_file(writer, arena_printf(&writer->arena, "%.2s/%s", after, after + 2),
		                  &text);
	buf_release(&text);
	return result;
}

static int write_commit(struct writer *writer, git_oid *written)
{
	git_oid old_tip = repo_oid(&writer->receipts.tip);
	git_oid old_root = repo_oid(&writer->receipts.tree), root;
	git_tree *baseline = NULL, *tree = NULL;
	git_commit *parent = NULL;
	git_signature *signature = NULL;
	bool first = object_is_none(&writer->receipts.tip);
	int code = first ? 0 : git_tree_lookup(&baseline, writer->repo->git, &old_root);
	if (code == 0 && !first)
		code = git_commit_lookup(&parent, writer->repo->git, &old_tip);
	if (code == 0)
		code = git_tree_create_updated(&root, writer->repo->git, baseline,
		                               writer->update_count, writer->updates);
	if (code == 0)
		code = git_tree_lookup(&tree, writer->repo->git, &root);
	if (code == 0)
		code = git_signature_new(&signature, "ragtrail", "ragtrail@localhost",
		                         writer->redaction->received, 0);
	const git_commit *parents[] = {parent};
	if (code == 0)
		code = git_commit_create(written, writer->repo->git, NULL, signature, signature,
		                         NULL, "Redaction\n", tree, first ? 0 : 1, parents);
	git_signature_free(signature);
	git_commit_free(parent);
	git_tree_free(tree);
	git_tree_free(baseline);
	return code < 0 ? repo_fail(writer->error, "the redaction cannot be written down") : 0;
}

/* One attempt: 1 when done, 0 when somebody else was first, -1 on error. */
static int attempt(struct writer *writer)
{
	struct redaction known;
	bool found;
	git_oid tip;
	if (receipts_open(writer->repo, &writer->receipts, writer->error) < 0 ||
	    redaction_find(writer->repo, &writer->receipts, &writer->redaction->after,
	                   &writer->arena, &known, &found, writer->error) < 0)
		return -1;
	if (found)
		return 1;
	writer->updates = arena_new(&writer->arena, (writer->count + 1) * sizeof(*writer->updates));
	if (add_redaction(writer) < 0)
		return -1;
	for (size_t i = 0; i < writer->count; i++)
		if (add_receipt(writer, &writer->pairs[i]) < 0)
			return -1;
	return write_commit(writer, &tip) < 0 ? -1
	                                      : receipts_move(writer->repo, &writer->receipts, &tip,
	                                                      "ragtrail: redaction", writer->error);
}

int redaction_write(struct repo *repo, const struct redaction *redaction,
                    const struct replacement *pairs, size_t count, struct error *error)
{
	int done = 0;
	for (int i = 0; i < ATTEMPTS && done == 0; i++) {
		struct writer writer = {.repo = repo,
		                        .redaction = redaction,
		                        .pairs = pairs,
		                        .count = count,
		                        .error = error};
		done = attempt(&writer);
		arena_release(&writer.arena);
		if (done == 0)
			nanosleep(&(struct timespec){0, PAUSE * 1000000L}, NULL);
	}
	return done > 0   ? 0
	       : done < 0 ? -1
	                  : error_set(error,
	                              "the receipts (%s) cannot be written: the reference stays "
	                              "locked",
	                              RECEIPTS_REF);
}

static void read_line(char *line, struct arena *arena, struct redaction *redaction)
{
	char *colon = strstr(line, ": ");
	git_oid before;
	if (colon == NULL)
		return;
	*colon = '\0';
	const char *value = arena_text(arena, colon + 2, strlen(colon + 2));
	if (strcmp(line, "redaction") == 0 && git_oid_fromstrn(&before, value, 40) == 0)
		redaction->before = repo_object_id(&before);
	else if (strcmp(line, "received") == 0)
		redaction->received = receipts_moment(value);
	else if (strcmp(line, "account") == 0)
		redaction->account = value;
	else if (strcmp(line, "ref") == 0)
		redaction->ref = value;
	else if (strcmp(line, "who") == 0)
		redaction->who = value;
	else if (strcmp(line, "why") == 0)
		redaction->why = value;
}

int redaction_find(struct repo *repo, const struct receipts *receipts, const struct object_id *tip,
                   struct arena *arena, struct redaction *redaction, bool *found,
                   struct error *error)
{
	char hex[OBJECT_HEX_SIZE];
	struct object_id folder, blob;
	struct buf bytes = BUF_INIT;
	size_t size;
	*redaction = (struct redaction){.after = *tip};
	*found = false;
	if (object_is_none(&receipts->tree))
		return 0;
	if (trees_find(repo, &receipts->tree, REDACTIONS_FOLDER, true, &folder, error) < 0)
		return -1;
	if (object_is_none(&folder))
		return 0;
	if (trees_find(repo, &folder, object_hex(tip, hex), false, &blob, error) < 0)
		return -1;
	if (object_is_none(&blob))
		return 0;
	int result = repo_blob(repo, &blob, LARGEST, &bytes, &size, error);
	char *next = NULL;
	for (char *line = result < 0 ? NULL : strtok_r(bytes.bytes, "\n", &next); line != NULL;
	     line = strtok_r(NULL, "\n", &next))
		read_line(line, arena, redaction);
	*found = result == 0 && redaction->received != 0;
	buf_release(&bytes);
	return result;
}

int redactions_list(struct repo *repo, const struct receipts *receipts, struct arena *arena,
                    struct object_id **tips, size_t *count, struct error *error)
{
	struct object_id folder = {{0}};
	git_tree *tree = NULL;
	*tips = NULL;
	*count = 0;
	if (object_is_none(&receipts->tree))
		return 0;
	if (trees_find(repo, &receipts->tree, REDACTIONS_FOLDER, true, &folder, error) < 0)
		return -1;
	if (object_is_none(&folder))
		return 0;
	git_oid id = repo_oid(&folder);
	if (git_tree_lookup(&tree, repo->git, &id) < 0)
		return repo_fail(error, "the redactions cannot be read");
	size_t entries = git_tree_entrycount(tree);
	*tips = arena_new(arena, entries * sizeof(**tips));
	for (size_t i = 0; i < entries; i++) {
		git_oid tip;
		const char *name = git_tree_entry_name(git_tree_entry_byindex(tree, i));
		if (strlen(name) == OBJECT_HEX_SIZE - 1 && git_oid_fromstr(&tip, name) == 0)
			(*tips)[(*count)++] = repo_object_id(&tip);
	}
	git_tree_free(tree);
	return 0;
}
