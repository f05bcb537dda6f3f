#include "record/shelf.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* A document is what its bytes and its path make it. */
struct place_on_shelf {
	struct object_id blob;
	struct document *document; /* or NULL */
};

struct shelf {
	struct place_on_shelf places[SHELF_SIZE]; /* what was asked for last is last */
};

struct shelf *shelf_new(void)
{
	return mem_new(1, sizeof(struct shelf));
}

void shelf_free(struct shelf *shelf)
{
	for (size_t i = 0; shelf != NULL && i < SHELF_SIZE; i++)
		document_free(shelf->places[i].document);
	free(shelf);
}

static size_t find(const struct shelf *shelf, const struct version *version)
{
	size_t i = 0;
	while (i < SHELF_SIZE && (shelf->places[i].document == NULL ||
	                          !object_equal(&shelf->places[i].blob, &version->blob) ||
	                          strcmp(shelf->places[i].document->path, version->path) != 0))
		i++;
	return i;
}

/* Puts the document at that place where it will be the last to make room. */
static void renew(struct shelf *shelf, size_t at)
{
	struct place_on_shelf asked = shelf->places[at];
	for (; at + 1 < SHELF_SIZE; at++)
		shelf->places[at] = shelf->places[at + 1];
	shelf->places[SHELF_SIZE - 1] = asked;
}

int shelf_document(struct shelf *shelf, const struct record *record, const struct version *version,
                   const struct document **document, struct error *error)
{
	size_t at = find(shelf, version);
	if (at == SHELF_SIZE) {
		struct document *read;
		if (record_document(record, version, &read, error) < 0)
			return -1;
		at = 0;
		document_free(shelf->places[at].document);
		shelf->places[at] = (struct place_on_shelf){version->blob, read};
	}
	renew(shelf, at);
	*document = shelf->places[SHELF_SIZE - 1].document;
	return 0;
}
