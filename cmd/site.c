#include "site.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "ask.h"
#include "repo/kept.h"
#include "site_run.h"

static int open_site(struct run *run)
{
	if (questions_ask(run->record, &run->questions, run->error) < 0)
		return -1;
	if (site_open(run->record, run->questions, &run->site, run->error) < 0)
		return -1;
	if (run->order->address != NULL)
		site_place(run->site, run->order->address);
	return run->order->proven ? site_prove(run->site, &run->proof, run->error) : 0;
}

static void close_site(struct run *run)
{
	proof_free(run->proof);
	site_close(run->site);
	questions_forget(run->record, run->questions);
}

int run_make(const struct run *run, size_t number, const struct page_material *material,
             struct buf *bytes)
{
	buf_clear(bytes);
	if (site_make(run->site, number, material, bytes, run->error) < 0)
		return -1;
	if (run->proof != NULL)
		site_prove_page(run->site, run->proof, number, bytes->bytes, bytes->length);
	return 0;
}

void run_tell(struct run *run, size_t number, bool done)
{
	struct timespec now;
	if (!run->watched || clock_gettime(CLOCK_MONOTONIC, &now) != 0)
		return;
	double seconds = (double)(now.tv_sec - run->begun.tv_sec) +
	                 (double)(now.tv_nsec - run->begun.tv_nsec) / 1e9;
	if (done && run->told != 0)
		dprintf(run->order->watched, "\r\033[K");
	else if (!done && seconds >= run->told + 1) {
		dprintf(run->order->watched, "\rragtrail: %zu of %zu files", number,
		        site_count(run->site));
		run->told = seconds;
	}
}

static int judge(const struct run *run)
{
	return run->proof != NULL ? proof_judge(run->proof, run->error) : 0;
}

/* Waits, where that is wanted, and says so; on a terminal at once: the wait may be long. */
static int open_staging(struct run *run)
{
	const struct site_order *order = run->order;
	int result = staging_open(&run->staging, order->folder, STAGING_SITE, 0, run->error);
	if (result != STAGING_BUSY || order->patience == 0)
		return result;
	dprintf(order->watched > 0 ? order->watched : STDERR_FILENO,
	        "ragtrail: another process is writing %.300s or a folder beside it; waiting\n",
	        order->folder);
	return staging_open(&run->staging, order->folder, STAGING_SITE, order->patience,
	                    run->error);
}

/* What an earlier run kept of this folder, whichever record it was of. */
static void remember(const struct run *run, const char *name)
{
	struct plain_file file;
	if (run->order->anew || !kept_open(run->record->repo, name, &file))
		return;
	char *list = malloc(file.size);
	if (list != NULL && plain_read(&file, 0, list, file.size))
		staging_remember(run->staging, list, file.size);
	free(list);
	plain_close(&file);
}

static int put_site(struct run *run)
{
	struct buf name = BUF_INIT;
	size_t length;
	staging_list_name(run->staging, &name);
	remember(run, name.bytes);
	int result = run_put_pages(run);
	if (result == 0)
		result = judge(run);
	if (result == 0)
		result = staging_commit(run->staging, run->error);
	if (result == 0) {
		const char *list = staging_list(run->staging, &length);
		kept_write(run->record->repo, name.bytes, list, length);
	}
	buf_release(&name);
	return result;
}

static int inspect_pages(const struct run *run, struct inspection *inspection)
{
	struct buf bytes = BUF_INIT;
	int result = 0;
	for (size_t i = 0; i < site_count(run->site) && result == 0; i++) {
		result = run_make(run, i, NULL, &bytes);
		inspection_add(inspection, site_path(run->site, i), bytes.bytes, bytes.length);
	}
	buf_release(&bytes);
	return result == 0 ? judge(run) : result;
}

int site_inspect(const struct record *record, const struct site_order *order, struct buf *out,
                 struct inspected *inspected, struct error *error)
{
	struct run run = {.record = record, .order = order, .error = error};
	struct inspection *inspection = inspection_new();
	int result = open_site(&run);
	if (result == 0)
		result = inspect_pages(&run, inspection);
	if (result == 0)
		*inspected = inspection_tell(inspection, out);
	inspection_free(inspection);
	close_site(&run);
	return result;
}

int site_replace(const struct record *record, const struct site_order *order,
                 struct site_made *made, struct error *error)
{
	struct run run = {.record = record, .order = order, .made = made, .error = error};
	run.watched = order->watched > 0 && clock_gettime(CLOCK_MONOTONIC, &run.begun) == 0;
	int result = -1;
	*made = (struct site_made){0};
	if (open_staging(&run) == 0 && open_site(&run) == 0)
		result = put_site(&run);
	close_site(&run);
	staging_close(run.staging);
	return result;
}
