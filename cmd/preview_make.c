/* The site of what is not committed yet: declared in preview.h. */
#include "preview.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "ask.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/mem.h"
#include "preview/gallery.h"
#include "record/collection.h"
#include "repo/files.h"
#include "repo/imagined.h"
#include "rules/rules.h"
#include "site/notes.h"
#include "site/site.h"

enum { DAY = 24 * 60 * 60 };

/* A record as a site. */
struct view {
	struct findings *questions;
	struct site *site;
};

/* What the pages are made from. */
struct making {
	struct repo *repo;
	struct collection collection;
	struct arena arena;
	struct object_id head;
	bool unborn;
	size_t changes;              /* documents that differ from HEAD */
	struct record *now, *before; /* BEFORE is NULL where nothing can differ from it */
	struct view site_now, site_before;
	struct map touched; /* the ids of plans with a change */
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

static int note_plan(const struct change *change, void *context)
{
	struct making *making = context;
	const char *id = change->path + sizeof(REPO_PLANS);
	char *copy = arena_text(&making->arena, id, strcspn(id, "/"));
	map_set(&making->touched, copy, copy);
	return 0;
}

/*
 * What candour asks of the record as it was. Asking takes longer than all else, so of a plan
 * without a change it is what was asked of it now.
 */
static int ask_before(struct making *making)
{
	const struct record *before = making->before, *now = making->now;
	struct view *view = &making->site_before;
	if (files_changed(making->repo, &before->tip.id, &now->tip.id, note_plan, making,
	                  making->error) < 0)
		return -1;
	view->questions = mem_new(before->count + 1, sizeof(*view->questions));
	for (size_t i = 0; i < before->count; i++) {
		const struct plan_record *plan = &before->plans[i];
		const struct plan_record *same = record_plan(now, plan->id);
		if (same != NULL && map_get(&making->touched, plan->id) == NULL)
			view->questions[i] = making->site_now.questions[same - now->plans];
		else if (rules_judge_story(before, plan, STORY_WHOLE, &view->questions[i],
		                           making->error) < 0)
			return -1;
	}
	return 0;
}

/* What was asked of it now is released with the other site. */
static void forget_before(struct making *making)
{
	struct findings *questions = making->site_before.questions;
	for (size_t i = 0; questions != NULL && i < making->before->count; i++) {
		const char *id = making->before->plans[i].id;
		if (map_get(&making->touched, id) != NULL || record_plan(making->now, id) == NULL)
			findings_release(&questions[i]);
	}
	free(questions);
	map_release(&making->touched);
}

static int open_sites(struct making *making)
{
	struct view *now = &making->site_now, *before = &making->site_before;
	if (questions_ask(making->now, &now->questions, making->error) < 0 ||
	    site_open(making->now, now->questions, &now->site, making->error) < 0)
		return -1;
	if (making->before == NULL)
		return 0;
	return ask_before(making) < 0
	               ? -1
	               : site_open(making->before, before->questions, &before->site, making->error);
}

static void close_sites(struct making *making)
{
	site_close(making->site_before.site);
	site_close(making->site_now.site);
	forget_before(making);
	if (making->now != NULL)
		questions_forget(making->now, making->site_now.questions);
}

/* Whether the page is made from the same in both sites. NUMBERS has, by path, 1 and more. */
static bool is_same(const struct view *now, const struct map *numbers, const struct view *before,
                    size_t page)
{
	const size_t *number = map_get(numbers, site_path(before->site, page));
	if (number == NULL)
		return false;
	const struct page_material was = site_material(before->site, page);
	const struct page_material is = site_material(now->site, *number);
	return was.known && is.known && strcmp(was.digits, is.digits) == 0;
}

/*
 * What the pages said before: only those are made, and looked at by nobody, of which that
 * cannot be told otherwise.
 */
static int remember_pages(struct making *making)
{
	const struct view *now = &making->site_now, *before = &making->site_before;
	struct map numbers = MAP_INIT;
	struct buf bytes = BUF_INIT;
	int result = 0;
	size_t *items = arena_new(&making->arena, (site_count(now->site) + 1) * sizeof(*items));
	for (size_t i = 0; i < site_count(now->site); i++) {
		items[i] = i;
		map_set(&numbers, site_path(now->site, i), &items[i]);
	}
	/* Of pages with notes nobody says what they are made from. */
	bool *same = arena_new(&making->arena, (site_count(before->site) + 1) * sizeof(*same));
	for (size_t i = 0; i < site_count(before->site); i++)
		same[i] = is_same(now, &numbers, before, i);
	site_annotate(before->site, making->notes_before);
	for (size_t i = 0; i < site_count(before->site) && result == 0; i++) {
		buf_clear(&bytes);
		if (same[i])
			notes_keep(making->notes_before, site_path(before->site, i));
		else
			result = site_make(before->site, i, NULL, &bytes, making->error);
	}
	buf_release(&bytes);
	map_release(&numbers);
	return result;
}

static int fail_to_keep(struct making *making)
{
	return error_set(making->error, "the pages cannot be kept in memory: %s", strerror(errno));
}

/* All pages, and those of the server's own behind them. */
static int write_pages(struct making *making)
{
	struct site *site = making->site_now.site;
	struct buf bytes = BUF_INIT;
	size_t count = site_count(site);
	const char **paths = arena_new(&making->arena, (count + 1) * sizeof(*paths));
	int result = 0;
	site_annotate(site, making->notes);
	for (size_t i = 0; i < count && result == 0; i++) {
		buf_clear(&bytes);
		paths[i] = site_path(site, i);
		result = site_make(site, i, NULL, &bytes, making->error);
		const struct picture picture = {paths[i], bytes.bytes, bytes.length,
		                                notes_tag(making->notes)};
		if (result == 0 && !gallery_write(making->pages, &picture))
			result = fail_to_keep(making);
	}
	buf_release(&bytes);
	if (result == 0 && preview_add_own(making->pages, paths, count, site_words(site)) < 0)
		result = fail_to_keep(making);
	return result;
}

static int make_site(struct making *making)
{
	if (making->changes != 0)
		making->notes_before = notes_new(NULL, NULL, NULL);
	making->notes = notes_new(&making->findings, &making->collection, making->notes_before);
	if (open_sites(making) < 0)
		return -1;
	if (making->before != NULL && remember_pages(making) < 0)
		return -1;
	return write_pages(making);
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
	close_sites(&making);
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
