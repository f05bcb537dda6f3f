#include "support/testing.h"

#include "repo/paths.h"

static void documents_are_the_md_files_inside_a_plans_folder(void **state)
{
	(void)state;
	static const char *const documents[] = {
		"plans/better/plan.md",      "plans/better/procurement.md",
		"plans/better/2023/08/x.md", "plans/better/a b.md",
		"plans/better/.md",          "plans/better/procurement.md/x.md",
	};
	static const char *const others[] = {
		"",
		"plans",
		"plans/",
		"plans/readme.md",
		"plans/better",
		"plans/better/",
		"plans/better/notes.txt",
		"plans/better/notes.MD",
		"plans/better/notesmd",
		"plans/better/notes.md/",
		"plans2/better/x.md",
		"Plans/better/x.md",
		"docs/plans/better/x.md",
		"/plans/better/x.md",
		"x.md",
		".md",
	};
	for (size_t i = 0; i < COUNT_OF(documents); i++)
		assert_case(path_is_document(documents[i]), documents[i]);
	for (size_t i = 0; i < COUNT_OF(others); i++)
		assert_case(!path_is_document(others[i]), others[i]);
}

static void honest_paths_are_safe(void **state)
{
	(void)state;
	static const char *const safe[] = {
		"plans/better/procurement.md",
		"plans/better/a b.md",
		"plans/Zoë/é.md",
		"plans/better/...md",
		"plans/better/.github/x.md",
		"plans/better/.gitx/x.md",
		"plans/better/x.git/y.md",
		"plans/better/..a/x.md",
		"plans/better/'\"$(x).md",
		"plans/better/😀.md",
		"plans/better/-x.md",
	};
	for (size_t i = 0; i < COUNT_OF(safe); i++)
		assert_case(path_is_safe(safe[i]), safe[i]);
}

static void paths_that_no_honest_tool_writes_are_not(void **state)
{
	(void)state;
	static const char *const unsafe[] = {
		"",
		"/plans/better/x.md",
		"plans//x.md",
		"plans/better/x.md/",
		"plans/./x.md",
		"plans/../x.md",
		"../x.md",
		"plans/better/..",
		"plans/.git/x.md",
		"plans/.GIT/x.md",
		"plans/.Git/x.md",
		"plans/better\\x.md",
		"plans/better/x\n.md",
		"plans/better/\x1b[31m.md",
		"plans/better/\x7f.md",
		"plans/better/caf\xe9.md",            /* Latin-1 */
		"plans/better/\xc0\xae\xc0\xae/x.md", /* overlong dots */
		"plans/better/a\342\200\256dm.x.md",  /* turned around */
		"plans/better/a\xe2\x80\x8b.md",      /* a blank without width */
		"plans/better/a\xe2\x80\xa8.md",      /* a line separator */
		"plans/better/a\xc2\x85.md",          /* a control character */
		"plans/.g\xe2\x80\x8cit/x.md",        /* what HFS+ reads as .git */
	};
	for (size_t i = 0; i < COUNT_OF(unsafe); i++)
		assert_case(!path_is_safe(unsafe[i]), unsafe[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(documents_are_the_md_files_inside_a_plans_folder),
		cmocka_unit_test(honest_paths_are_safe),
		cmocka_unit_test(paths_that_no_honest_tool_writes_are_not),
	};
	return cmocka_run_group_tests_name("paths", tests, NULL, NULL) != 0;
}
