#include "preview/gallery.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "base/map.h"
#include "base/mem.h"
#include "base/write.h"

/* Before each page in the file; the path with its NUL follows, then the bytes. */
struct label {
	uint64_t path, bytes, tag;
};

struct gallery {
	char *bytes;
	size_t length;
	struct picture *pictures;
	size_t count, room;
	struct map by_path;
};

bool gallery_write(int file, const struct picture *picture)
{
	const struct label label = {strlen(picture->path) + 1, picture->length, picture->tag};
	return write_all(file, (const char *)&label, sizeof(label)) &&
	       write_all(file, picture->path, label.path) &&
	       write_all(file, picture->bytes, picture->length);
}

/* Takes one page off; false where what is left is none. */
static bool take(struct gallery *gallery, size_t *at)
{
	struct label label;
	size_t left = gallery->length - *at;
	if (left < sizeof(label))
		return false;
	memcpy(&label, gallery->bytes + *at, sizeof(label));
	left -= sizeof(label);
	const char *path = gallery->bytes + *at + sizeof(label);
	if (label.path == 0 || label.path > left || label.bytes > left - label.path ||
	    path[label.path - 1] != '\0')
		return false;
	gallery->pictures = mem_grow(gallery->pictures, gallery->count, &gallery->room,
	                             sizeof(*gallery->pictures));
	gallery->pictures[gallery->count++] =
		(struct picture){path, path + label.path, label.bytes, label.tag};
	*at += sizeof(label) + label.path + label.bytes;
	return true;
}

struct gallery *gallery_read(int file)
{
	struct stat status;
	if (fstat(file, &status) < 0 || status.st_size <= 0)
		return NULL;
	void *bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
	if (bytes == MAP_FAILED)
		return NULL;
	struct gallery *gallery = mem_new(1, sizeof(*gallery));
	gallery->bytes = bytes;
	gallery->length = (size_t)status.st_size;
	size_t at = 0;
	while (at < gallery->length && take(gallery, &at))
		;
	if (at < gallery->length) {
		gallery_free(gallery);
		return NULL;
	}
	for (size_t i = 0; i < gallery->count; i++)
		map_set(&gallery->by_path, gallery->pictures[i].path, &gallery->pictures[i]);
	return gallery;
}

void gallery_free(struct gallery *gallery)
{
	if (gallery == NULL)
		return;
	map_release(&gallery->by_path);
	free(gallery->pictures);
	munmap(gallery->bytes, gallery->length);
	free(gallery);
}

size_t gallery_count(const struct gallery *gallery)
{
	return gallery->count;
}

struct picture gallery_picture(const struct gallery *gallery, size_t number)
{
	return gallery->pictures[number];
}

bool gallery_find(const struct gallery *gallery, const char *address, struct picture *picture)
{
	size_t length = strcspn(address, "?#");
	if (gallery == NULL || address[0] != '/')
		return false;
	bool folder = address[length - 1] == '/';
	char *path = mem_new(length + sizeof("index.html"), 1);
	memcpy(path, address + 1, length - 1);
	memcpy(path + length - 1, "index.html", folder ? sizeof("index.html") : 0);
	const struct picture *found = map_get(&gallery->by_path, path);
	free(path);
	if (found != NULL)
		*picture = *found;
	return found != NULL;
}
