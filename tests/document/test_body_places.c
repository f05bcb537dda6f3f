/* Where the faults of a body are, in lines that are not the first of their paragraph. */
#include "support/testing.h"

#include <string.h>

#include "base/text.h"
#include "document/body.h"

/* What stands at the place, which counts from 1. */
static const char *at_place(const char *text, struct place place)
{
	unsigned rune;
	for (int line = 1; line < place.line; line++)
		text = next_line(text);
	for (int column = 1; column < place.column; column++)
		text += text_rune(text, strlen(text), &rune);
	return text;
}

/* In each text every `<b>` and every `[x](y:z)` is a fault, and nothing else is. */
static void a_fault_is_where_it_is_in_a_line_that_goes_on(void **state)
{
	static const char *const texts[] = {
		"é <b> [x](y:z)\n🎉 é <b> [x](y:z)\n   é <b>\n\tz\u0301 <b> [x](y:z)\n",
		"- é <b>\n  é <b>\nlazy é <b>\n\n  é <b>\n    - 🎉 <b>\n      🎉 [x](y:z)\n",
		"> é <b>\n>   🎉 <b>\n<b> é <b>\n> > 🎉 <b>\n>> é <b>\n> é [x](y:z) <b>\n",
		"1. é\t<b>\n\té <b>\n\n\té <b>\n  é <b>\n",
		"## é <b> é <b>\n\n  é <b>\n   🎉 <b>\n---\n",
		"é `code\n  é` <b> é\n  <b> [x](y:z)\n",
		"é <!-- c\n  é --> é <b>\n  🎉 <b> <b>\n",
		"é *a\n  é* <b> **[x](y:z)\n é** <b>\n",
		"é  \n  🎉 <b>  \n<b>\n",
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(texts); i++) {
		struct arena arena = ARENA_INIT;
		struct faults faults = {.arena = &arena};
		struct body body = {.text = texts[i], .length = strlen(texts[i]), .line = 1};
		size_t expected = 0;
		for (const char *at = texts[i]; *at != '\0'; at++)
			expected += strncmp(at, "<b>", 3) == 0 || strncmp(at, "[x](", 4) == 0;
		body_read(&body, &faults);
		assert_case(faults.count == expected, texts[i]);
		for (size_t j = 0; j < faults.count; j++) {
			bool link = strcmp(faults.items[j].rule, "unsafe-link") == 0;
			const char *at = at_place(texts[i], faults.items[j].place);
			assert_case(strncmp(at, link ? "[x](" : "<b>", link ? 4 : 3) == 0, at);
		}
		arena_release(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_fault_is_where_it_is_in_a_line_that_goes_on),
	};
	return cmocka_run_group_tests_name("places in a body", tests, NULL, NULL) != 0;
}
