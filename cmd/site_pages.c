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
	PAGES_AT_ONCE = 4,    /* that a process takes: neighbours have much in common */
	WORTH_A_TWIN = 64,    /* pages */
	TWIN_PATIENCE = 5000, /* milliseconds, when all other pages have been made */
};

struct press {
	struct run *run;
	atomic_size_t *taken; /* how many lots; the processes share it */
	size_t lots;
	bool *done;       /* by lot */
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
	size_t from = lot * PAGES_AT_ONCE, count = site_count(press->run->site);
	for (size_t i = from; i < count && i < from + PAGES_AT_ONCE; i++) {
		if (!press->is_twin)
			run_tell(press->run, i, false);
		if (put_page(press, i) < 0)
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
		if (lot >= press->lots)
			return 0;
		if (put_lot(press, lot) < 0) {
			press->failed = lot;
			/* Those before it have been taken; the others need not be made. */
			atomic_store(press->taken, press->lots);
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
	buf_add(out, (const char *)press->done, press->lots * sizeof(*press->done));
	buf_add(out, list, length);
	return 0;
}

static void adopt(struct press *press, struct twin *twin)
{
	struct site_made made;
	size_t length, head = sizeof(made) + press->lots * sizeof(*press->done);
	const char *bytes = twin_wait(twin, TWIN_PATIENCE, &length);
	if (bytes == NULL || length < head)
		return;
	memcpy(&made, bytes, sizeof(made));
	for (size_t i = 0; i < press->lots; i++)
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
	for (size_t lot = 0; lot < press->lots; lot++) {
		if (press->done[lot])
			continue;
		if (lot == press->failed)
			return -1;
		for (size_t i = lot * PAGES_AT_ONCE;
		     i < (lot + 1) * PAGES_AT_ONCE && i < site_count(press->run->site); i++)
			staging_withdraw(press->run->staging, site_path(press->run->site, i));
		if (put_lot(press, lot) < 0)
			return -1;
	}
	return 0;
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
	press.lots = (site_count(run->site) + PAGES_AT_ONCE - 1) / PAGES_AT_ONCE;
	press.failed = press.lots;
	press.done = mem_new(press.lots + 1, sizeof(*press.done));
	int result = put_by_many(&press);
	free(press.done);
	buf_release(&press.bytes);
	munmap(shared, sizeof(atomic_size_t));
	return result;
}
