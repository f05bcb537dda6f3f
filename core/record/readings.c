#include "record/readings.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/text.h"
#include "document/scan.h"
#include "document/source.h"
#include "record/recalled.h"

/* The text, kept once however many readings say it; NULL where nothing is given. */
static const char *share(struct readings *readings, struct scan_text text)
{
	char copy[256];
	if (text.text == NULL)
		return NULL;
	if (text.length >= sizeof(copy))
		return arena_text(readings->arena, text.text, text.length);
	memcpy(copy, text.text, text.length);
	copy[text.length] = '\0';
	char *kept = map_get(&readings->texts, copy);
	if (kept == NULL) {
		kept = arena_text(readings->arena, copy, text.length);
		map_set(&readings->texts, kept, kept);
	}
	return kept;
}

const char *readings_share(struct readings *readings, const char *text)
{
	if (text == NULL)
		return NULL;
	size_t row = ((uintptr_t)text >> 3 ^ (uintptr_t)text) %
	             (sizeof(readings->recent) / sizeof(readings->recent[0]));
	if (readings->recent[row].from == text)
		return readings->recent[row].shared;
	const char *shared = map_get(&readings->texts, text);
	if (shared == NULL) {
		shared = text;
		map_set(&readings->texts, text, (void *)(uintptr_t)text);
	}
	readings->recent[row].from = text;
	readings->recent[row].shared = shared;
	return shared;
}

static struct date date_in(struct scan_text text)
{
	char copy[DATE_TEXT_SIZE];
	struct date date;
	if (text.text == NULL || text.length >= sizeof(copy))
		return (struct date){0};
	memcpy(copy, text.text, text.length);
	copy[text.length] = '\0';
	return date_parse(copy, &date) ? date : (struct date){0};
}

static bool period_in(struct scan_text text, struct period *period)
{
	char copy[PERIOD_TEXT_SIZE];
	if (text.text == NULL || text.length >= sizeof(copy))
		return false;
	memcpy(copy, text.text, text.length);
	copy[text.length] = '\0';
	return period_parse(copy, period);
}

/*
 * What a plain front matter says, without the document being made. False where it is
 * not plain, or lacks what a reading needs: then the document says why.
 */
static bool read_quickly(struct readings *readings, struct told *told)
{
	struct scan scan;
	struct period period;
	if (readings->depth != DEPTH_RATINGS ||
	    !scan_document(readings->bytes.bytes, readings->bytes.length, &scan) ||
	    scan.rag.text == NULL || !period_in(scan.period, &period))
		return false;
	const char *workstream = readings_share(readings, share(readings, scan.workstream));
	if (scan.kind == KIND_UPDATE && (workstream == NULL || !text_is_slug(workstream)))
		return false;
	struct reading *reading = arena_new(readings->arena, sizeof(*reading));
	*reading = (struct reading){
		.workstream = scan.kind == KIND_UPDATE ? workstream : NULL,
		.period = period,
		.rag = share(readings, scan.rag),
		.draft = scan.draft,
		.exempt = scan.exempt,
		.imported = scan.imported,
		.sponsor = share(readings, scan.sponsor),
		.agreed = date_in(scan.agreed_completion),
		.forecast = date_in(scan.forecast_completion),
		.correction = share(readings, scan.correction),
		.raised_by = share(readings, scan.raised_by),
		.whole = &whole_reading_none,
	};
	told->reading = reading;
	return true;
}

static int read_blob(struct readings *readings, uint32_t blob, struct told *told,
                     struct error *error)
{
	const struct object_id *id = &readings->lineage->blobs[blob];
	size_t size;
	if (recalled_find(readings, id, told))
		return 0;
	if (repo_blob_small(readings->repo, id, SOURCE_LARGEST, &readings->bytes, &size, error) < 0)
		return -1;
	readings->new_blobs++;
	*told = (struct told){.known = true};
	if (size > SOURCE_LARGEST) {
		told->why = "it is too large for an update";
		return 0;
	}
	if (read_quickly(readings, told))
		return 0;
	struct document *document =
		document_read("", readings->bytes.bytes, readings->bytes.length, DOCUMENT_FIELDS);
	struct reading *reading =
		reading_of(document, readings->depth, readings->arena, &told->why);
	if (reading != NULL)
		reading->workstream = readings_share(readings, reading->workstream);
	told->reading = reading;
	told->usual_plan =
		document->plan != NULL && document->plan->scale.levels == scale_default.levels;
	document_free(document);
	return 0;
}

void readings_make_room(struct readings *readings)
{
	size_t count = readings->lineage->blob_count;
	if (readings->count >= count)
		return;
	if (readings->room < count) {
		readings->room = count + count / 2;
		readings->items =
			mem_resize(readings->items, readings->room, sizeof(*readings->items));
	}
	memset(readings->items + readings->count, 0,
	       (count - readings->count) * sizeof(*readings->items));
	readings->count = count;
}

int readings_find(struct readings *readings, uint32_t blob, struct told *told, struct error *error)
{
	if (blob == LINEAGE_NONE) {
		*told = (struct told){.known = true};
		return 0;
	}
	readings_make_room(readings);
	struct told *item = &readings->items[blob];
	if (!item->known && read_blob(readings, blob, item, error) < 0)
		return -1;
	*told = *item;
	return 0;
}

void readings_release(struct readings *readings)
{
	recalled_release(readings);
	free(readings->items);
	map_release(&readings->texts);
	buf_release(&readings->bytes);
}
