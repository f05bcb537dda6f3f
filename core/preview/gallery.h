/*
 * A site in memory: its pages by address, made by another process and handed over in a file.
 */
#ifndef PREVIEW_GALLERY_H
#define PREVIEW_GALLERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct gallery;

struct picture {
	const char *path; /* "plan/index.html" */
	const char *bytes;
	size_t length;
	uint64_t tag; /* another one when the page is another one; 0: nobody asked */
};

/* Appends a page to the file. False, with errno, where that fails. */
bool gallery_write(int file, const struct picture *picture) __attribute__((warn_unused_result));

/* All pages of the file, which may be closed then; NULL where it is no whole gallery. */
struct gallery *gallery_read(int file);

/* GALLERY may be NULL. */
void gallery_free(struct gallery *gallery);

size_t gallery_count(const struct gallery *gallery);
struct picture gallery_picture(const struct gallery *gallery, size_t number);

/*
 * What stands at an address: "/plan/", "/plan/index.html"; the part before a `?` alone. Only
 * the very text of a path leads to a page. GALLERY may be NULL. False where there is none.
 */
bool gallery_find(const struct gallery *gallery, const char *address, struct picture *picture);

#endif
