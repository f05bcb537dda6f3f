/* An organisation's colour at the top of its pages: what is one, and where it goes. */
#include "support/command.h"

#include <stdio.h>
#include <string.h>

#include "document/accent.h"
#include "support/history.h"
#include "support/judging.h"

static const char *plan_with_accent(struct sandbox *sandbox, const char *accent)
{
	return history_plan_with("a",
	                         arena_printf(&sandbox->arena, "site: {accent: %s}\n", accent));
}

static void render(struct sandbox *sandbox)
{
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "render", "-o", "../site");
	assert_text(outcome.errors, "");
	assert_int_equal(outcome.status, 0);
}

/* Each style sheet that a page of the site is linked to, with the number of pages. */
static const char *sheets(struct sandbox *sandbox)
{
	return command_script(sandbox, "site",
	                      "for page in *.html */*.html; do sed -n 's|.*stylesheet\" "
	                      "href=\"\\([^\"]*\\)\".*|\\1|p' \"$page\" | sed \"s|^|$(dirname "
	                      "\"$page\") |\"; done | sort -u; ls */accent.css 2>&1 | sort")
	        .output;
}

static void contrast_is_that_of_the_guidelines(void **state)
{
	(void)state;
	/* Worked examples of WCAG: white on black, on itself, and the grey next to the limit. */
	static const struct {
		struct accent accent;
		double least, most;
	} cases[] = {
		{{true, 0, 0, 0}, 20.999, 21.001},      {{true, 255, 255, 255}, 0.999, 1.001},
		{{true, 0x77, 0x77, 0x77}, 4.47, 4.49}, {{true, 0x76, 0x76, 0x76}, 4.53, 4.55},
		{{true, 255, 0, 0}, 3.99, 4.00},        {{true, 0, 0, 255}, 8.59, 8.60},
	};
	for (size_t i = 0; i < COUNT_OF(cases); i++) {
		double contrast = accent_contrast(cases[i].accent);
		if (contrast < cases[i].least || contrast > cases[i].most)
			fail_msg("case %zu has a contrast of %f", i, contrast);
	}
}

static void an_accent_is_on_every_page_of_its_plan(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", plan_with_accent(sandbox, "\"#7A1fa2\"")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "amber")});
	render(sandbox);
	assert_text(sheets(sandbox), ". p/accent.css\n. style.css\np ../style.css\np accent.css\n"
	                             "p/accent.css\n");
	const char *sheet = sandbox_read(sandbox, "site/p/accent.css");
	assert_true(strncmp(sheet, ":root {\n\t--accent: #7a1fa2;\n}\n", 29) == 0);
	/* The report stands alone, and has it inside. */
	struct outcome report = RAGTRAIL(sandbox, "repository", "report", "p", "--format", "html");
	assert_int_equal(report.status, 0);
	assert_non_null(strstr(report.output, "--accent: #7a1fa2;"));
	/* The pages around plans of two colours have neither. */
	HISTORY(history, {3, "Ann", "plans/q/plan.md", plan_with_accent(sandbox, "\"#123456\"")},
	        {4, "Ann", "plans/q/a.md", history_update("a", "2023-07", "amber")});
	render(sandbox);
	assert_text(sheets(sandbox), ". style.css\np ../style.css\np accent.css\nq ../style.css\n"
	                             "q accent.css\np/accent.css\nq/accent.css\n");
}

/* What a check refuses changes no page either: it may be on record from earlier. */
static void what_is_no_accent_is_on_no_page(void **state)
{
	struct sandbox *sandbox = *state;
	static const char *const given[] = {
		"navy", "\"#fff\"", "\"#ffcc00\"", "\"#123456;} body{display:none\"", "\"\"",
	};
	struct history *history = history_new(sandbox, "repository");
	for (size_t i = 0; i < COUNT_OF(given); i++) {
		HISTORY(history, {1 + (int)i, "Ann", "plans/p/plan.md",
		                  plan_with_accent(sandbox, given[i])});
		render(sandbox);
		const char *found = sheets(sandbox);
		assert_null(strstr(found, "accent.css\n"));
		assert_non_null(strstr(found, "p ../style.css\n"));
	}
}

/* The page that was there with the colour of before is made again with that of now. */
static void a_new_colour_is_seen_everywhere(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")},
	        {2, "Ann", "plans/p/a.md", history_update("a", "2023-07", "amber")});
	render(sandbox);
	assert_null(strstr(sheets(sandbox), "accent.css\n"));
	HISTORY(history, {3, "Ann", "plans/p/plan.md", plan_with_accent(sandbox, "'#1a65a6'")});
	render(sandbox);
	assert_text(command_script(sandbox, "site",
	                           "grep -L accent.css *.html */*.html; cat p/accent.css | head -2")
	                    .output,
	            ":root {\n\t--accent: #1a65a6;\n");
	HISTORY(history, {4, "Ann", "plans/p/plan.md", history_plan("a")});
	render(sandbox);
	assert_null(strstr(sheets(sandbox), "accent.css\n"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(contrast_is_that_of_the_guidelines),
		sandbox_test(an_accent_is_on_every_page_of_its_plan),
		sandbox_test(what_is_no_accent_is_on_no_page),
		sandbox_test(a_new_colour_is_seen_everywhere),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("accent", tests, NULL, NULL) != 0;
}
