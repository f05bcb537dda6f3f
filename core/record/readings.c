#include "record/readings.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "document/source.h"

static int read_blob(struct readings *readings, uint32_t blob, struct told *told,
                     struct error *error)
{
	size_t size;
	if (repo_blob(readings->repo, &readings->lineage->blobs[blob], SOURCE_LARGEST,
	              &readings->bytes, &size, error) < 0)
		return -1;
	*told = (struct told){NULL, NULL, true};
	if (size > SOURCE_LARGEST) {
		told->why = "it is too large for an update";
		return 0;
	}
	struct document *document =
		document_read("", readings->bytes.bytes, readings->bytes.length, DOCUMENT_FIELDS);
	told->reading = reading_of(document, readings->depth, readings->arena, &told->why);
	document_free(document);
	return 0;
}

int readings_find(struct readings *readings, uint32_t blob, struct told *told, struct error *error)
{
	if (blob == LINEAGE_NONE) {
		*told = (struct told){NULL, NULL, true};
		return 0;
	}
	if (readings->count < readings->lineage->blob_count) {
		size_t count = readings->lineage->blob_count;
		readings->items = mem_resize(readings->items, count, sizeof(*readings->items));
		memset(readings->items + readings->count, 0,
		       (count - readings->count) * sizeof(*readings->items));
		readings->count = count;
	}
	struct told *item = &readings->items[blob];
	if (!item->known && read_blob(readings, blob, item, error) < 0)
		return -1;
	*told = *item;
	return 0;
}

void readings_release(struct readings *readings)
{
	free(readings->items);
	map_release(&readings->texts);
	buf_release(&readings->bytes);
}
