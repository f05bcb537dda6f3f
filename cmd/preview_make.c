/* The site of what is not committed yet: declared in preview.h. */
#include "preview.h"

#include <errno.h>
#include <string.h>
#include <time.h>

#include "ask.h"
#include "base/buf.h"
#include "preview/gallery.h"
#include "record/collection.h"
#include "repo/imagined.h"
#include "rules/rules.h"
#include "site/notes.h"
#include "site/site.h"

enum { DAY = 24 * 60 * 60 };

/* What the pages are made from. */
struct making {
	struct repo *repo;
	struct collection collection;
	struct arena arena;
	struct object_id head;
	bool unborn;
	size_t changes;              /* documents that differ from HEAD */
	struct record *now, *before; /* BEFORE is NULL where nothing was committed yet */
	struct findings findings;
	struct notes *notes, *notes_before;
	int pages;
	struct error *error;
};

/*
 * It is as if everything were committed today. The time is that of the day's beginning, so
 * that what is made twice a day is the same.
 */
static int64_t today(void)
{
	int64_t now = (int64_t)time(NULL);
	return now - now % DAY;
}

/* The documents of the working tree, which are sorted by path. */
static struct imagined_file *list_files(struct making *making, size_t *count)
{
	const struct collection *collection = &making->collection;
	struct imagined_file *files =
		arena_new(&making->arena, (collection->files.count + 1) * sizeof(*files));
	*count = 0;
	for (size_t i = 0; i < collection->count; i++)
		for (size_t j = 0; j < collection->folders[i].count; j++) {
			const struct item *item = &collection->folders[i].items[j];
			const struct document *document = item->document;
			files[(*count)++] = (struct imagined_file){
				.path = item->path,
				.bytes = document != NULL ? document->bytes : NULL,
				.length = document != NULL ? document->length : 0,
			};
		}
	return files;
}

/* The records after all is committed, and after nothing is: one where that is the same. */
static int read_records(struct making *making)
{
	struct object_id commit = making->head;
	const struct object_id *head = making->unborn ? NULL : &making->head;
	int64_t when = today();
	size_t count;
	const struct imagined_file *files = list_files(making, &count);
	if (imagined_commit(making->repo, head, files, count, when, &commit, &making->changes,
	                    making->error) < 0)
		return -1;
	if (making->changes == 0 && head != NULL)
		commit = *head;
	if (record_read(making->repo, &commit, DEPTH_WHOLE, &making->now, making->error) < 0)
		return -1;
	if (making->changes == 0 || head == NULL)
		return 0;
	if (imagined_pause(making->repo, head, when, &commit, making->error) < 0)
		return -1;
	return record_read(making->repo, &commit, DEPTH_WHOLE, &making->before, making->error);
}

/* What `check` finds in the working tree. */
static int judge(struct making *making)
{
	static const struct candour_wanted wanted = {.errors_alone = true};
	const struct record *record = making->before;
	if (record == NULL && !making->unborn)
		record = making->now;
	rules_judge(&making->collection, record, &making->findings);
	return rules_judge_candour(&making->collection, record, wanted, &making->findings,
	                           making->error);
}

/* Makes all pages with these notes; of a site that nobody sees only the notes remember them. */
static int make_pages(struct making *making, const struct record *record, struct notes *notes,
                      int file)
{
	struct findings *questions = NULL;
	struct site *site = NULL;
	struct buf bytes = BUF_INIT;
	struct paths paths = {0};
	int result = questions_ask(record, &questions, making->error);
	if (result == 0)
		result = site_open(record, questions, &site, making->error);
	if (result == 0)
		site_annotate(site, notes);
	for (size_t i = 0; result == 0 && i < site_count(site); i++) {
		buf_clear(&bytes);
		result = site_make(site, i, &bytes, making->error);
		const struct picture picture = {site_path(site, i), bytes.bytes, bytes.length,
		                                notes_tag(notes)};
		paths.items = arena_grow(&making->arena, paths.items, paths.count, &paths.room,
		                         sizeof(*paths.items));
		paths.items[paths.count++] = picture.path;
		if (result == 0 && file >= 0 && !gallery_write(file, &picture))
			result = error_set(making->error, "the pages cannot be kept in memory: %s",
			                   strerror(errno));
	}
	if (result == 0 && file >= 0 && preview_add_own(file, &paths, site_words(site)) < 0)
		result = error_set(making->error, "the pages cannot be kept in memory: %s",
		                   strerror(errno));
	buf_release(&bytes);
	site_close(site);
	questions_forget(record, questions);
	return result;
}

static int make_site(struct making *making)
{
	if (making->changes != 0)
		making->notes_before = notes_new(NULL, NULL, NULL);
	if (making->before != NULL &&
	    make_pages(making, making->before, making->notes_before, -1) < 0)
		return -1;
	making->notes = notes_new(&making->findings, &making->collection, making->notes_before);
	return make_pages(making, making->now, making->notes, making->pages);
}

static int read_working_tree(const struct command *command, struct making *making)
{
	if (command_open(command, &making->repo, making->error) < 0)
		return -1;
	if (repo_worktree(making->repo) == NULL) {
		error_set(making->error,
		          "this repository has no working tree, so nobody writes in it");
		return error_hint(making->error, "see what is committed: ragtrail render");
	}
	if (repo_imagine(making->repo, making->error) < 0 ||
	    repo_commit(making->repo, NULL, &making->head, &making->unborn, making->error) < 0)
		return -1;
	if (!making->unborn && repo_require_history(making->repo, making->error) < 0)
		return -1;
	return collection_read_worktree(making->repo, &making->collection, making->error);
}

static void add_count(struct buf *line, size_t count, const char *one, const char *many)
{
	buf_printf(line, ", %zu %s", count, count == 1 ? one : many);
}

static enum status report(const struct making *making)
{
	const size_t *totals = making->findings.totals;
	struct buf line = BUF_INIT;
	buf_printf(&line, "%zu %s not committed", making->changes,
	           making->changes == 1 ? "document" : "documents");
	add_count(&line, notes_changed(making->notes), "page changed", "pages changed");
	add_count(&line, totals[SEVERITY_ERROR], "error", "errors");
	add_count(&line, totals[SEVERITY_WARNING], "warning", "warnings");
	buf_byte(&line, '\n');
	enum status status = command_print(&line);
	buf_release(&line);
	return status;
}

enum status preview_make(const struct command *command, int argc, char **argv)
{
	const struct preview_work *work = command->context;
	struct error error = ERROR_INIT;
	struct making making = {.pages = work->pages, .error = &error};
	(void)argc;
	(void)argv;
	enum status status = read_working_tree(command, &making) < 0 || read_records(&making) < 0 ||
	                                     judge(&making) < 0 || make_site(&making) < 0
	                             ? command_fail(&error)
	                             : report(&making);
	notes_free(making.notes);
	notes_free(making.notes_before);
	findings_release(&making.findings);
	record_free(making.before);
	record_free(making.now);
	collection_release(&making.collection);
	arena_release(&making.arena);
	repo_close(making.repo);
	return status;
}
