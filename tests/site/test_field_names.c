/* What fields are called on pages. */
#include "support/testing.h"

#include <string.h>

#include "document/kinds.h"
#include "site/changes.h"

/* Each word that the field may have is said in Welsh, but for tags of languages. */
static void assert_words_named(const struct html *welsh, const struct field *field)
{
	const struct html english = {.text = BUF_INIT, .language = LANGUAGE_ENGLISH};
	for (const char *const *word = field->words; *word != NULL; word++) {
		assert_string_equal(field_word(&english, *word), *word);
		assert_case(strcmp(field->name, "lang") == 0 ||
		                    strcmp(field_word(welsh, *word), *word) != 0,
		            *word);
	}
}

/* Each field, and each of the records in it: a name of its own in both languages. */
static void assert_named(const struct shape *shape)
{
	const struct html english = {.text = BUF_INIT, .language = LANGUAGE_ENGLISH};
	const struct html welsh = {.text = BUF_INIT, .language = LANGUAGE_WELSH};
	const struct field *field;
	for (size_t i = 0; (field = shape_field_at(shape, i)) != NULL; i++) {
		struct buf one = field_label(&english, field), two = field_label(&welsh, field);
		assert_case(one.length != 0 && two.length != 0, field->name);
		/* A word of no phrase is its own name in both. */
		bool borrowed = strcmp(one.bytes, two.bytes) == 0;
		assert_case(!borrowed || strcmp(field->name, "tag") == 0 ||
		                    strcmp(field->name, "label") == 0,
		            field->name);
		buf_release(&one);
		buf_release(&two);
		if (field->type == FIELD_WORD)
			assert_words_named(&welsh, field);
		if (field->shape != NULL)
			assert_named(field->shape);
	}
}

static void every_field_has_a_name_in_each_language(void **state)
{
	(void)state;
	for (size_t i = 0; i < KIND_COUNT; i++)
		assert_named(kinds[i].shape);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_field_has_a_name_in_each_language),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
