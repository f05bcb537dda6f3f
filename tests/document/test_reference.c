/*
 * The reference of fields in ragtrail.5 is what the tables say.
 *
 * With UPDATE_GOLDEN=1 the part of the page between its two comments is written
 * anew from the tables; without, it must be equal to them.
 */
#include "support/testing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "document/kinds.h"
#include "document/plan.h"

static const char begins[] = ".\\\" begin fields\n", ends[] = ".\\\" end fields\n";

static const char *type_name(enum field_type type)
{
	static const char *const names[] = {
		[FIELD_TEXT] = "text",     [FIELD_DATE] = "date",
		[FIELD_PERIOD] = "period", [FIELD_RATING] = "rating",
		[FIELD_SLUG] = "id",       [FIELD_WORD] = "word",
		[FIELD_FLAG] = "flag",     [FIELD_NUMBER] = "number",
		[FIELD_LIST] = "list",     [FIELD_RECORDS] = "list of fields",
		[FIELD_RECORD] = "fields", [FIELD_PAIRS] = "names and texts",
	};
	return names[type];
}

static void add_fields(struct buf *page, const struct shape *shape, size_t count)
{
	const struct field *field;
	buf_text(page, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < count && (field = shape_field_at(shape, i)) != NULL; i++) {
		buf_printf(page, ".It Cm %s%s ( %s )\n%s\n", field->name,
		           field->need == REQUIRED                   ? " *"
		           : field->need == REQUIRED_UNLESS_IMPORTED ? " **"
		                                                     : "",
		           type_name(field->type), field->help);
		if (field->words != NULL) {
			buf_text(page, "One of");
			for (size_t j = 0; field->words[j] != NULL; j++)
				buf_printf(page, "%s\n.Ql %s", j == 0 ? "" : " ,", field->words[j]);
			buf_text(page, " .\n");
		}
		if (field->shape != NULL)
			add_fields(page, field->shape, field->shape->count);
	}
	buf_text(page, ".El\n");
}

static void add_reference(struct buf *page)
{
	buf_text(page, ".Ss Every kind\n");
	add_fields(page, &common_shape, common_shape.count);
	for (size_t i = 0; i < KIND_COUNT; i++) {
		buf_printf(page, ".Ss Kind %s\n%s\n", kinds[i].name, kinds[i].help);
		add_fields(page, kinds[i].shape, kinds[i].shape->count);
	}
}

static char *read_page(const char *path)
{
	struct buf page = BUF_INIT;
	char chunk[4096];
	size_t got;
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	while ((got = fread(chunk, 1, sizeof(chunk), file)) > 0)
		buf_add(&page, chunk, got);
	fclose(file);
	return buf_detach(&page);
}

static void write_page(const char *path, const struct buf *page)
{
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	assert_int_equal(fwrite(page->bytes, 1, page->length, file), page->length);
	assert_int_equal(fclose(file), 0);
}

static void the_manual_lists_the_fields_of_the_tables(void **state)
{
	(void)state;
	struct buf path = BUF_INIT, wanted = BUF_INIT;
	buf_printf(&path, "%s/cmd/ragtrail.5", getenv("RAGTRAIL_SOURCE"));
	char *page = read_page(path.bytes);
	const char *begin = strstr(page, begins), *end = strstr(page, ends);
	assert_non_null(begin);
	assert_non_null(end);
	begin += strlen(begins);
	buf_add(&wanted, page, (size_t)(begin - page));
	add_reference(&wanted);
	buf_text(&wanted, end);
	if (getenv("UPDATE_GOLDEN") != NULL)
		write_page(path.bytes, &wanted);
	else
		assert_text(page, wanted.bytes);
	free(page);
	buf_release(&wanted);
	buf_release(&path);
}

int main(void)
{
	setvbuf(stdout, NULL, _IOLBF, 0);
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_manual_lists_the_fields_of_the_tables),
	};
	return cmocka_run_group_tests_name("document/reference", tests, NULL, NULL) != 0;
}
