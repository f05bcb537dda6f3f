/* The pages of a site, put into its folder: declared in site_run.h. */
#include "site_run.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/mem.h"
#include "base/twin.h"
#include "repo/repo.h"

enum {
	PAGES_AT_ONCE = 4,    /* that a process takes, of pages that have little in common */
	PERIOD_AT_ONCE = 48,  /* of pages of one period, which are made from the same documents */
	WORTH_A_TWIN = 64,    /* pages */
	TWIN_PATIENCE = 5000, /* milliseconds, when all other pages have been made */
};

/* Pages that one process makes after one another. */
struct lot {
	size_t from, to; /* in the order of the work */
};

struct press {
	struct run *run;
	size_t *order; /* of the work: page numbers */
	struct lot *lots;
	size_t count;         /* of lots */
	atomic_size_t *taken; /* how many lots; the processes share it */
	bool *done;           /* by lot */
	size_t failed;    /* the lot at which this process gave up; as many as there are: none */
	bool is_twin;     /* which says nothing */
	struct buf bytes; /* of a page */
};

static bool is_page(const char *path)
{
	size_t length = strlen(path);
	return length > 5 && strcmp(path + length - 5, ".html") == 0;
}

static int put_page(struct press *press, size_t number)
{
	struct run *run = press->run;
	const char *path = site_path(run->site, number);
	const struct page_material material = site_material(run->site, number);
	run->made->pages += is_page(path) ? 1 : 0;
	/* What is kept was proven when it was made, if at all. */
	if (run->proof == NULL && material.known &&
	    staging_keep(run->staging, path, material.digits))
		return 0;
	run->made->made++;
	if (run_make(run, number, &material, &press->bytes) < 0)
		return -1;
	return staging_write(run->staging, path, material.known ? material.digits : NULL,
	                     press->bytes.bytes, press->bytes.length, run->error);
}

static int put_lot(struct press *press, size_t lot)
{
	for (size_t i = press->lots[lot].from; i < press->lots[lot].to; i++) {
		if (!press->is_twin)
			run_tell(press->run, i, false);
		if (put_page(press, press->order[i]) < 0)
			return -1;
	}
	press->done[lot] = true;
	return 0;
}

/* Takes lots until there are none. */
static int put_lots(struct press *press)
{
	for (;;) {
		size_t lot = atomic_fetch_add(press->taken, 1);
		if (lot >= press->count)
			return 0;
		if (put_lot(press, lot) < 0) {
			press->failed = lot;
			/* Those before it have been taken; the others need not be made. */
			atomic_store(press->taken, press->count);
			return -1;
		}
	}
}

/* A twin's words for what it did: two numbers, which lots, and the list of its files. */
static int do_twins_part(void *context, struct buf *out)
{
	struct press *press = context;
	struct site_made *made = press->run->made;
	size_t length;
	press->is_twin = true;
	*made = (struct site_made){0};
	repo_unwatch(press->run->record->repo);
	if (put_lots(press) < 0)
		return -1;
	const char *list = staging_list(press->run->staging, &length);
	buf_add(out, (const char *)made, sizeof(*made));
	buf_add(out, (const char *)press->done, press->count * sizeof(*press->done));
	buf_add(out, list, length);
	return 0;
}

static void adopt(struct press *press, struct twin *twin)
{
	struct site_made made;
	size_t length, head = sizeof(made) + press->count * sizeof(*press->done);
	const char *bytes = twin_wait(twin, TWIN_PATIENCE, &length);
	if (bytes == NULL || length < head)
		return;
	memcpy(&made, bytes, sizeof(made));
	for (size_t i = 0; i < press->count; i++)
		press->done[i] |= bytes[sizeof(made) + i] != 0;
	press->run->made->pages += made.pages;
	press->run->made->made += made.made;
	staging_adopt(press->run->staging, bytes + head, length - head);
}

/*
 * What a twin began and did not bring to its end, is made here. Lots are taken in their order:
 * so the first that fails is the one at which a single process would have given up.
 */
static int put_rest(struct press *press)
{
	for (size_t lot = 0; lot < press->count; lot++) {
		if (press->done[lot])
			continue;
		if (lot == press->failed)
			return -1;
		for (size_t i = press->lots[lot].from; i < press->lots[lot].to; i++)
			staging_withdraw(press->run->staging,
			                 site_path(press->run->site, press->order[i]));
		if (put_lot(press, lot) < 0)
			return -1;
	}
	return 0;
}

/* --- who makes what --- */

struct turn {
	uint64_t group;
	size_t number;
};

static int compare_turns(const void *a, const void *b)
{
	const struct turn *one = a, *other = b;
	if (one->group != other->group)
		return one->group < other->group ? -1 : 1;
	return one->number < other->number ? -1 : one->number > other->number;
}

/* Whether a lot that begins at BEGIN may hold what is at number I too. */
static bool is_of_lot(const struct turn *turns, size_t begin, size_t i)
{
	size_t most = turns[begin].group == 0 ? PAGES_AT_ONCE : PERIOD_AT_ONCE;
	return turns[i].group == turns[begin].group && i - begin < most;
}

/* Large pages, which are made from many documents, come first: so nobody waits for them. */
static void allot(struct press *press)
{
	const struct site *site = press->run->site;
	size_t count = site_count(site);
	struct turn *turns = mem_new(count + 1, sizeof(*turns));
	for (size_t i = 0; i < count; i++)
		turns[i] = (struct turn){site_group(site, i), i};
	qsort(turns, count, sizeof(*turns), compare_turns);
	press->order = mem_new(count + 1, sizeof(*press->order));
	press->lots = mem_new(count + 1, sizeof(*press->lots));
	for (size_t i = 0, begin = 0; i < count; i++) {
		press->order[i] = turns[i].number;
		if (i == 0 || !is_of_lot(turns, begin, i))
			press->lots[press->count++].from = begin = i;
		press->lots[press->count - 1].to = i + 1;
	}
	free(turns);
}

/* A proof is one process's: it knows all pages. */
static size_t twins_wanted(const struct press *press)
{
	return press->run->proof == NULL && site_count(press->run->site) >= WORTH_A_TWIN
	               ? twin_count()
	               : 0;
}

static int put_by_many(struct press *press)
{
	struct twin *twins[TWIN_MOST];
	size_t count = twins_wanted(press);
	for (size_t i = 0; i < count; i++)
		twins[i] = twin_start(do_twins_part, press);
	int result = put_lots(press);
	for (size_t i = 0; i < count; i++) {
		if (twins[i] != NULL)
			adopt(press, twins[i]);
		twin_close(twins[i]);
	}
	if (put_rest(press) < 0)
		result = -1;
	run_tell(press->run, site_count(press->run->site), true);
	return result;
}

int run_put_pages(struct run *run)
{
	void *shared = mmap(NULL, sizeof(atomic_size_t), PROT_READ | PROT_WRITE,
	                    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	struct press press = {.run = run, .bytes = BUF_INIT};
	if (shared == MAP_FAILED)
		return error_set(run->error, "there is no memory for the pages of a site");
	press.taken = shared;
	allot(&press);
	press.failed = press.count;
	press.done = mem_new(press.count + 1, sizeof(*press.done));
	int result = put_by_many(&press);
	free(press.done);
	free(press.lots);
	free(press.order);
	buf_release(&press.bytes);
	munmap(shared, sizeof(atomic_size_t));
	return result;
}
