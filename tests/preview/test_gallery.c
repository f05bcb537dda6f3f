/* Pages handed from one process to another, and files that are none. */
#include "support/testing.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "preview/gallery.h"

static int new_file(void)
{
	int file = memfd_create("gallery", MFD_CLOEXEC);
	assert_true(file >= 0);
	return file;
}

static void put(int file, const char *path, const char *text, uint64_t tag)
{
	const struct picture picture = {path, text, strlen(text), tag};
	assert_true(gallery_write(file, &picture));
}

static struct gallery *hang(void)
{
	int file = new_file();
	put(file, "index.html", "all plans", 1);
	put(file, "plan/index.html", "a plan", 2);
	put(file, "plan/empty.json", "", 3);
	struct gallery *gallery = gallery_read(file);
	close(file);
	assert_non_null(gallery);
	return gallery;
}

static void an_address_is_a_path_and_nothing_else(void **state)
{
	static const struct {
		const char *address, *bytes; /* NULL: there is none */
	} rows[] = {
		{"/", "all plans"},
		{"/index.html", "all plans"},
		{"/index.html?x=/../y", "all plans"},
		{"/plan/", "a plan"},
		{"/plan/#part", "a plan"},
		{"/plan/empty.json", ""},
		{"", NULL},
		{"index.html", NULL},
		{"/plan", NULL},
		{"//", NULL},
		{"//index.html", NULL},
		{"/plan/../index.html", NULL},
		{"/./index.html", NULL},
		{"/INDEX.HTML", NULL},
	};
	struct gallery *gallery = hang();
	struct picture picture = {0};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		bool found = gallery_find(gallery, rows[i].address, &picture);
		assert_case(found == (rows[i].bytes != NULL), rows[i].address);
		if (found)
			assert_case(picture.length == strlen(rows[i].bytes) &&
			                    memcmp(picture.bytes, rows[i].bytes, picture.length) ==
			                            0,
			            rows[i].address);
	}
	assert_false(gallery_find(NULL, "/", &picture));
	assert_int_equal(gallery_count(gallery), 3);
	assert_string_equal(gallery_picture(gallery, 1).path, "plan/index.html");
	assert_int_equal(gallery_picture(gallery, 1).tag, 2);
	gallery_free(gallery);
}

/* The process that wrote it may have been ended at any byte. */
static void a_file_that_was_cut_short_is_no_gallery(void **state)
{
	int file = new_file();
	(void)state;
	assert_null(gallery_read(file));
	put(file, "a.html", "first", 1);
	off_t first = lseek(file, 0, SEEK_CUR);
	put(file, "b.html", "second", 2);
	off_t length = lseek(file, 0, SEEK_CUR);
	for (off_t at = length - 1; at > 0; at--) {
		assert_int_equal(ftruncate(file, at), 0);
		struct gallery *gallery = gallery_read(file);
		assert_true((gallery != NULL) == (at == first));
		gallery_free(gallery);
	}
	close(file);
}

static void lengths_that_cannot_be_are_refused(void **state)
{
	static const uint64_t labels[][3] = {
		{0, 0, 0},    {UINT64_MAX, 1, 0}, {2, UINT64_MAX, 0}, {2, UINT64_MAX - 1, 0},
		{3, 1000, 0},
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(labels); i++) {
		int file = new_file();
		assert_int_equal(write(file, labels[i], sizeof(labels[i])), sizeof(labels[i]));
		assert_int_equal(write(file, "a\0bcdefgh", 9), 9);
		assert_null(gallery_read(file));
		close(file);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_address_is_a_path_and_nothing_else),
		cmocka_unit_test(a_file_that_was_cut_short_is_no_gallery),
		cmocka_unit_test(lengths_that_cannot_be_are_refused),
	};
	return cmocka_run_group_tests_name("gallery", tests, NULL, NULL) != 0;
}
