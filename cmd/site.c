#include "site.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/staging.h"
#include "ask.h"
#include "repo/kept.h"
#include "site/site.h"

/* One run. */
struct run {
	const struct record *record;
	const struct site_order *order;
	struct site_made *made;
	struct staging *staging;
	struct findings *questions;
	struct site *site;
	struct error *error;
};

static bool is_page(const char *path)
{
	size_t length = strlen(path);
	return length > 5 && strcmp(path + length - 5, ".html") == 0;
}

static int open_site(struct run *run)
{
	if (questions_ask(run->record, &run->questions, run->error) < 0)
		return -1;
	return site_open(run->record, run->questions, &run->site, run->error);
}

/* Waits, where that is wanted, and says so: the wait may be long. */
static int open_staging(struct run *run)
{
	const struct site_order *order = run->order;
	int result = staging_open(&run->staging, order->folder, STAGING_SITE, 0, run->error);
	if (result != STAGING_BUSY || order->patience == 0)
		return result;
	fprintf(stderr,
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

static int put_page(struct run *run, size_t number, struct buf *bytes)
{
	const char *path = site_path(run->site, number);
	char digits[SITE_MATERIAL_SIZE];
	bool known = site_material(run->site, number, digits);
	run->made->pages += is_page(path) ? 1 : 0;
	if (known && staging_keep(run->staging, path, digits))
		return 0;
	buf_clear(bytes);
	run->made->made++;
	if (site_make(run->site, number, bytes, run->error) < 0)
		return -1;
	return staging_write(run->staging, path, known ? digits : NULL, bytes->bytes, bytes->length,
	                     run->error);
}

static int put_pages(struct run *run)
{
	struct buf bytes = BUF_INIT, name = BUF_INIT;
	size_t length;
	int result = 0;
	staging_list_name(run->staging, &name);
	remember(run, name.bytes);
	for (size_t i = 0; i < site_count(run->site) && result == 0; i++)
		result = put_page(run, i, &bytes);
	if (result == 0)
		result = staging_commit(run->staging, run->error);
	if (result == 0) {
		const char *list = staging_list(run->staging, &length);
		kept_write(run->record->repo, name.bytes, list, length);
	}
	buf_release(&bytes);
	buf_release(&name);
	return result;
}

static int inspect_pages(const struct run *run, struct inspection *inspection)
{
	struct buf bytes = BUF_INIT;
	int result = 0;
	for (size_t i = 0; i < site_count(run->site) && result == 0; i++) {
		buf_clear(&bytes);
		result = site_make(run->site, i, &bytes, run->error);
		inspection_add(inspection, site_path(run->site, i), bytes.bytes, bytes.length);
	}
	buf_release(&bytes);
	return result;
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
	site_close(run.site);
	questions_forget(record, run.questions);
	return result;
}

int site_replace(const struct record *record, const struct site_order *order,
                 struct site_made *made, struct error *error)
{
	struct run run = {.record = record, .order = order, .made = made, .error = error};
	int result = -1;
	*made = (struct site_made){0};
	if (open_staging(&run) == 0 && open_site(&run) == 0)
		result = put_pages(&run);
	site_close(run.site);
	questions_forget(record, run.questions);
	staging_close(run.staging);
	return result;
}
