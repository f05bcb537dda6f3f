/* Writing receipts: declared in repo/receipts.h. The only writing to git that there is. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/date.h"
#include "base/text.h"
#include "repo/commit.h"
#include "repo/ids.h"
#include "repo/internal.h"
#include "repo/receipts.h"

enum {
	ATTEMPTS = 100,
	LONGEST_PAUSE = 50, /* milliseconds between two attempts */
	LONGEST_ACCOUNT = 200,
};

/* A landing that gets a receipt. */
struct landed {
	struct object_id id;
	const char *ref;
	bool late;
};

struct writer {
	struct repo *repo;
	const struct push *push;
	struct receipts receipts; /* as they are before */
	struct landed *landed;
	size_t count, room;
	struct ids ids; /* of `landed` */
	struct {        /* the blob written last, and of what */
		const char *ref;
		bool late;
		git_oid id;
	} blob;
	struct arena arena;
	struct error *error;
};

/* For chain_read(): where the chain of a branch need not be followed any further. */
struct stop {
	struct writer *writer;
	const struct object_id *before; /* the branch's tip before the push; or NULL */
	bool whole;                     /* it is followed all the same */
	bool received;                  /* it ended at a landing that has a receipt */
	bool failed;
};

static bool is_stop(const struct object_id *id, void *context)
{
	struct stop *stop = context;
	struct writer *writer = stop->writer;
	struct receipt receipt;
	if (stop->whole)
		return false;
	if (receipts_find(writer->repo, &writer->receipts, id, &writer->arena, &receipt,
	                  writer->error) < 0)
		stop->failed = true;
	stop->received = receipt.received != 0;
	return stop->failed || stop->received ||
	       (stop->before != NULL && object_equal(id, stop->before));
}

/* Reads the chain of TIP as far as STOP says. */
static int read_chain(const struct object_id *tip, struct stop *stop, struct chain *chain)
{
	struct writer *writer = stop->writer;
	struct commit_texts texts = {&writer->arena, NULL};
	int result = chain_read(writer->repo, tip, &writer->receipts, &texts, is_stop, stop, chain,
	                        writer->error);
	stop->received = stop->received && !object_is_none(&chain->known);
	if (result < 0 || !stop->failed)
		return result;
	chain_release(chain);
	return -1;
}

static void add_landed(struct writer *writer, const struct object_id *id, const char *ref,
                       bool late)
{
	if (ids_find(&writer->ids, writer->landed, sizeof(*writer->landed), id) != UINT32_MAX)
		return;
	writer->landed = arena_grow(&writer->arena, writer->landed, writer->count, &writer->room,
	                            sizeof(*writer->landed));
	writer->landed[writer->count] = (struct landed){*id, ref, late};
	ids_add(&writer->ids, writer->landed, sizeof(*writer->landed), (uint32_t)writer->count++);
}

/* The landings of a chain, to be found by their ids. */
static void index_chain(const struct chain *chain, struct ids *ids)
{
	for (size_t i = 0; i < chain->count; i++)
		ids_add(ids, &chain->steps[0].landing.id, sizeof(*chain->steps), (uint32_t)i);
}

/*
 * The landings that a branch's move brought, and those of its past that have no receipt
 * though an earlier one has: what came before all receipts gets none.
 */
static int add_arrival(struct writer *writer, const struct arrival *arrival)
{
	bool existed = !object_is_none(&arrival->before);
	struct stop here = {.writer = writer, .before = existed ? &arrival->before : NULL};
	struct stop there = {.writer = writer};
	struct chain now = {0}, past = {0};
	struct ids ids = {0};
	int result = -1;
	if (object_is_none(&arrival->after))
		return 0;
	if (read_chain(&arrival->after, &here, &now) < 0)
		return -1;
	bool reached = existed && object_equal(&now.known, &arrival->before);
	/* Of a past without receipts, or with one at its tip, there is nothing to make up for. */
	bool settled =
		!existed || (reached && (here.received || object_is_none(&writer->receipts.tree)));
	/* Turned back to before all receipts: what is older than the fork did not come now. */
	there.whole = !reached && !here.received;
	if (!settled && read_chain(&arrival->before, &there, &past) < 0)
		goto done;
	index_chain(&past, &ids);
	for (size_t i = 0; i < now.count; i++) {
		const struct object_id *id = &now.steps[i].landing.id;
		bool late = past.count != 0 && ids_find(&ids, &past.steps[0].landing.id,
		                                        sizeof(*past.steps), id) != UINT32_MAX;
		if (!late || here.received)
			add_landed(writer, id, arrival->ref, late);
	}
	for (size_t i = 0; i < past.count && reached && there.received; i++)
		add_landed(writer, &past.steps[i].landing.id, arrival->ref, true);
	result = 0;
done:
	ids_release(&ids);
	chain_release(&past);
	chain_release(&now);
	return result;
}

/* The number in "Push 17", the first line of a commit of ours; 0 for any other message. */
static int64_t number_in(const char *message)
{
	return strncmp(message, "Push ", 5) == 0 ? strtoll(message + 5, NULL, 10) : 0;
}

/* A walk of all receipts for the largest number. */
struct count {
	struct writer *writer;
	int64_t largest;
};

static int count_receipt(const char *root, const git_tree_entry *entry, void *context)
{
	struct count *count = context;
	struct writer *writer = count->writer;
	struct object_id id;
	struct receipt receipt;
	git_oid oid;
	char hex[OBJECT_HEX_SIZE];
	if (git_tree_entry_type(entry) != GIT_OBJECT_BLOB)
		return 0;
	snprintf(hex, sizeof(hex), "%.2s%.38s", root, git_tree_entry_name(entry));
	if (strlen(hex) != OBJECT_HEX_SIZE - 1 || git_oid_fromstr(&oid, hex) < 0)
		return 0;
	id = repo_object_id(&oid);
	if (receipts_find(writer->repo, &writer->receipts, &id, &writer->arena, &receipt,
	                  writer->error) < 0)
		return GIT_EUSER;
	if (receipt.push > count->largest)
		count->largest = receipt.push;
	return 0;
}

/* The number of the last push. The receipts may have been made by another program. */
static int last_number(struct writer *writer, int64_t *number)
{
	git_oid tip = repo_oid(&writer->receipts.tip), root = repo_oid(&writer->receipts.tree);
	struct count count = {writer, 0};
	git_commit *commit = NULL;
	git_tree *tree = NULL;
	*number = 0;
	if (object_is_none(&writer->receipts.tip))
		return 0;
	if (git_commit_lookup(&commit, writer->repo->git, &tip) < 0)
		return repo_fail(writer->error, "the receipts cannot be read");
	*number = number_in(git_commit_message(commit));
	git_commit_free(commit);
	if (*number > 0)
		return 0;
	int code = git_tree_lookup(&tree, writer->repo->git, &root);
	if (code == 0)
		code = git_tree_walk(tree, GIT_TREEWALK_PRE, count_receipt, &count);
	git_tree_free(tree);
	*number = count.largest;
	return code == GIT_EUSER ? -1
	       : code < 0        ? repo_fail(writer->error, "the receipts cannot be read")
	                         : 0;
}

/* A receipt's blob: all landings of a push on one branch share it. */
static int write_blob(struct writer *writer, const struct landed *landed, int64_t number)
{
	struct buf text = BUF_INIT;
	char time[DATE_TEXT_SIZE];
	if (writer->blob.ref == landed->ref && writer->blob.late == landed->late)
		return 0;
	const char *account = landed->late ? NULL : writer->push->account;
	buf_printf(&text, "received: %s\npush: %lld\n", date_time_iso(writer->push->received, time),
	           (long long)number);
	if (account != NULL && account[0] != '\0') {
		size_t length = strlen(account);
		buf_text(&text, "account: ");
		text_add_visible(&text, account,
		                 length < LONGEST_ACCOUNT ? length : LONGEST_ACCOUNT);
		buf_byte(&text, '\n');
	}
	buf_text(&text, "ref: ");
	text_add_visible(&text, landed->ref, strlen(landed->ref));
	buf_text(&text, landed->late ? "\nlate: yes\n" : "\n");
	int code = git_blob_create_from_buffer(&writer->blob.id, writer->repo->git, text.bytes,
	                                       text.length);
	writer->blob.ref = landed->ref;
	writer->blob.late = landed->late;
	buf_release(&text);
	return code < 0 ? repo_fail(writer->error, "a receipt cannot be written") : 0;
}

static int compare_landed(const void *a, const void *b)
{
	return memcmp(((const struct landed *)a)->id.bytes, ((const struct landed *)b)->id.bytes,
	              OBJECT_ID_SIZE);
}

/* The tree behind NAME in TREE, which may be NULL; NULL where there is none. */
static git_tree *find_tree(struct repo *repo, git_tree *tree, const char *name)
{
	const git_tree_entry *entry = tree == NULL ? NULL : git_tree_entry_byname(tree, name);
	git_tree *found = NULL;
	if (entry != NULL && git_tree_entry_type(entry) == GIT_OBJECT_TREE)
		git_tree_lookup(&found, repo->git, git_tree_entry_id(entry));
	return found;
}

/* Adds to the root the folder of the landings from FIRST on, whose ids begin alike. */
static int write_folder(struct writer *writer, git_tree *old_root, git_treebuilder *root,
                        int64_t number, size_t *first)
{
	char hex[OBJECT_HEX_SIZE], name[3];
	unsigned char byte = writer->landed[*first].id.bytes[0];
	git_treebuilder *folder = NULL;
	git_oid written;
	int result = -1;
	snprintf(name, sizeof(name), "%02x", byte);
	git_tree *old = find_tree(writer->repo, old_root, name);
	if (git_treebuilder_new(&folder, writer->repo->git, old) < 0) {
		repo_fail(writer->error, "the receipts cannot be written");
		goto done;
	}
	for (; *first < writer->count && writer->landed[*first].id.bytes[0] == byte; ++*first) {
		const struct landed *landed = &writer->landed[*first];
		if (write_blob(writer, landed, number) < 0)
			goto done;
		if (git_treebuilder_insert(NULL, folder, object_hex(&landed->id, hex) + 2,
		                           &writer->blob.id, GIT_FILEMODE_BLOB) < 0) {
			repo_fail(writer->error, "the receipts cannot be written");
			goto done;
		}
	}
	if (git_treebuilder_write(&written, folder) < 0 ||
	    git_treebuilder_insert(NULL, root, name, &written, GIT_FILEMODE_TREE) < 0)
		repo_fail(writer->error, "the receipts cannot be written");
	else
		result = 0;
done:
	git_treebuilder_free(folder);
	git_tree_free(old);
	return result;
}

static int write_tree(struct writer *writer, int64_t number, git_oid *tree)
{
	git_oid old = repo_oid(&writer->receipts.tree);
	git_tree *old_root = NULL;
	git_treebuilder *root = NULL;
	int result = -1;
	qsort(writer->landed, writer->count, sizeof(*writer->landed), compare_landed);
	if ((!object_is_none(&writer->receipts.tree) &&
	     git_tree_lookup(&old_root, writer->repo->git, &old) < 0) ||
	    git_treebuilder_new(&root, writer->repo->git, old_root) < 0) {
		repo_fail(writer->error, "the receipts cannot be read");
		goto done;
	}
	result = 0;
	for (size_t first = 0; first < writer->count && result == 0;)
		result = write_folder(writer, old_root, root, number, &first);
	if (result == 0 && git_treebuilder_write(tree, root) < 0)
		result = repo_fail(writer->error, "the receipts cannot be written");
done:
	git_treebuilder_free(root);
	git_tree_free(old_root);
	return result;
}

static int write_commit(struct writer *writer, int64_t number, const git_oid *tree_id,
                        git_oid *written)
{
	git_oid tip = repo_oid(&writer->receipts.tip);
	git_signature *signature = NULL;
	git_commit *parent = NULL;
	git_tree *tree = NULL;
	char message[64];
	int code = git_signature_new(&signature, "ragtrail", "ragtrail@localhost",
	                             writer->push->received, 0);
	snprintf(message, sizeof(message), "Push %lld: %zu %s\n", (long long)number, writer->count,
	         writer->count == 1 ? "landing" : "landings");
	if (code == 0)
		code = git_tree_lookup(&tree, writer->repo->git, tree_id);
	if (code == 0 && !object_is_none(&writer->receipts.tip))
		code = git_commit_lookup(&parent, writer->repo->git, &tip);
	const git_commit *parents[] = {parent};
	if (code == 0)
		code = git_commit_create(written, writer->repo->git, NULL, signature, signature,
		                         NULL, message, tree, parent == NULL ? 0 : 1, parents);
	git_signature_free(signature);
	git_commit_free(parent);
	git_tree_free(tree);
	return code < 0 ? repo_fail(writer->error, "the receipts cannot be written") : 0;
}

int receipts_move(struct repo *repo, const struct receipts *from, const git_oid *tip,
                  const char *why, struct error *error)
{
	git_oid before = repo_oid(&from->tip);
	git_reference *reference = NULL;
	int code = git_reference_create_matching(&reference, repo->git, RECEIPTS_REF, tip, 1,
	                                         &before, why);
	git_reference_free(reference);
	if (code == 0)
		return 1;
	if (code == GIT_EMODIFIED || code == GIT_ELOCKED || code == GIT_ENOTFOUND ||
	    code == GIT_EEXISTS)
		return 0;
	return repo_fail(error, "the receipts (%s) cannot be written", RECEIPTS_REF);
}

/* One attempt: 1 when done, 0 when somebody else was first, -1 on error. */
static int attempt(struct writer *writer, struct receipts_written *written)
{
	git_oid tree, tip;
	int64_t number;
	if (receipts_open(writer->repo, &writer->receipts, writer->error) < 0)
		return -1;
	for (size_t i = 0; i < writer->push->count; i++)
		if (add_arrival(writer, &writer->push->arrivals[i]) < 0)
			return -1;
	*written = (struct receipts_written){0};
	if (writer->count == 0)
		return 1;
	if (last_number(writer, &number) < 0 || write_tree(writer, number + 1, &tree) < 0 ||
	    write_commit(writer, number + 1, &tree, &tip) < 0)
		return -1;
	written->push = number + 1;
	written->landings = writer->count;
	for (size_t i = 0; i < writer->count; i++)
		written->late += writer->landed[i].late ? 1 : 0;
	return receipts_move(writer->repo, &writer->receipts, &tip, "ragtrail: receipts",
	                     writer->error);
}

static void pause_before(int number)
{
	long milliseconds = number < LONGEST_PAUSE ? number + 1 : LONGEST_PAUSE;
	nanosleep(&(struct timespec){0, milliseconds * 1000000}, NULL);
}

int receipts_write(struct repo *repo, const struct push *push, struct receipts_written *written,
                   struct error *error)
{
	int done = 0;
	git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, 1);
	for (int i = 0; i < ATTEMPTS && done == 0; i++) {
		struct writer writer = {.repo = repo, .push = push, .error = error};
		done = attempt(&writer, written);
		ids_release(&writer.ids);
		arena_release(&writer.arena);
		if (done == 0)
			pause_before(i);
	}
	if (done > 0)
		return 0;
	if (done == 0) {
		error_set(error, "the receipts (%s) cannot be written: the reference stays locked",
		          RECEIPTS_REF);
		error_hint(error,
		           "where no other push is running, remove the file %s.lock in the "
		           "repository",
		           RECEIPTS_REF);
	}
	return -1;
}
