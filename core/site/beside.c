/* The pages of what stands beside a document: declared in site/pages.h. */
#include "site/pages.h"

#include <string.h>

/* Takes the last name off the path; false where there is none. */
static bool go_up(struct buf *path)
{
	if (path->length == 0)
		return false;
	const char *slash = memrchr(path->bytes, '/', path->length);
	path->length = slash != NULL ? (size_t)(slash - path->bytes) : 0;
	path->bytes[path->length] = '\0';
	return true;
}

/* The path that ADDRESS means in the document at FROM; false where it leads out or is none. */
static bool follow(const char *from, const char *address, struct buf *path)
{
	buf_text(path, from);
	go_up(path);
	for (const char *at = address; *at != '\0' && *at != '#';) {
		size_t length = strcspn(at, "/#");
		if (length == 0 || memchr(at, '?', length) != NULL)
			return false;
		if (length == 2 && memcmp(at, "..", 2) == 0) {
			if (!go_up(path))
				return false;
		} else if (length != 1 || at[0] != '.') {
			buf_text(path, path->length != 0 ? "/" : "");
			buf_add(path, at, length);
		}
		at += length;
		at += *at == '/' ? 1 : 0;
	}
	return true;
}

/* Whose page is asked for: of the version with this blob that landed last by then. */
struct wanted {
	struct object_id blob;
	size_t until, landed; /* numbers of landings */
	const char *name;     /* of the page, without ".html"; NULL: none yet */
};

static void look_at(struct wanted *wanted, const struct object_id *blob,
                    const struct landing *landing, const char *name)
{
	if (landing->number > wanted->until ||
	    (wanted->name != NULL && landing->number < wanted->landed) ||
	    !object_equal(blob, &wanted->blob))
		return;
	wanted->name = name;
	wanted->landed = landing->number;
}

static void look_in(struct wanted *wanted, const struct series *series, const char *name)
{
	for (size_t i = 0; i < series->count; i++)
		for (size_t j = 0; j < series->standings[i].count; j++) {
			const struct version *version = series->standings[i].versions[j];
			look_at(wanted, &version->blob, version->landing, name);
		}
}

static void look_everywhere(struct wanted *wanted, const struct plan_view *view)
{
	for (size_t i = 0; i < view->plan.count; i++)
		look_in(wanted, &view->plan.workstreams[i], view->names[i]);
	look_in(wanted, &view->plan.programme, "index");
	for (size_t i = 0; i < view->paper_count; i++) {
		const struct filed *filed = view->papers[i].filed;
		for (size_t j = 0; j < filed->count && filed_pages[filed->kind] != NULL; j++)
			look_at(wanted, &filed->versions[j].blob, filed->versions[j].landing,
			        view->papers[i].name);
	}
}

/* True for a path in the plan's own folder: what another plan says has pages elsewhere. */
static bool is_in(const struct plan_view *view, const char *path)
{
	size_t folder =
		(size_t)(strrchr(view->plan.document->path, '/') + 1 - view->plan.document->path);
	return strncmp(path, view->plan.document->path, folder) == 0;
}

static bool find(const char *address, const void *place, struct buf *page)
{
	const struct beside *beside = place;
	struct buf path = BUF_INIT;
	struct wanted wanted = {.until = beside->landing->number};
	if (follow(beside->path, address, &path) && is_in(beside->view, path.bytes) &&
	    record_stood(beside->record, beside->landing, path.bytes, &wanted.blob)) {
		if (strcmp(path.bytes, beside->view->plan.document->path) == 0)
			wanted.name = "index";
		else
			look_everywhere(&wanted, beside->view);
	}
	buf_release(&path);
	if (wanted.name != NULL)
		buf_printf(page, "%s.html", wanted.name);
	return wanted.name != NULL;
}

void beside_fill(const struct beside *beside, struct body_filling *filling)
{
	if (beside->landing == NULL)
		return;
	filling->find = find;
	filling->place = beside;
}
