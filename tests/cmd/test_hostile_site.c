/* The site of a repository that wants it to fail: see support/hostile.h. */
#include "support/command.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "support/hostile.h"

enum { LONGEST_NAME = 120 };

static void make_site(struct sandbox *sandbox)
{
	hostile_history(sandbox, "repository");
	struct outcome outcome = RAGTRAIL(sandbox, "repository", "render", "-o", "../out/site");
	assert_text(outcome.errors, "");
	assert_int_equal(outcome.status, 0);
}

/* What a script of sh prints in the folder of the site. */
static const char *of_site(struct sandbox *sandbox, const char *script)
{
	struct outcome outcome = command_script(sandbox, "out/site", script);
	assert_text(outcome.errors, "");
	return outcome.output;
}

static bool is_safe_name(const char *name, size_t length)
{
	if (length == 0 || length >= LONGEST_NAME || name[0] == '.' || name[0] == '-' ||
	    name[length - 1] == '.' || text_is_device(name, length))
		return false;
	for (size_t i = 0; i < length; i++)
		if (!islower((unsigned char)name[i]) && !isdigit((unsigned char)name[i]) &&
		    strchr("_.-", name[i]) == NULL)
			return false;
	return true;
}

/* All names are good on every system, and differ there too: none has a capital letter. */
static void names_are_good_everywhere(void **state)
{
	struct sandbox *sandbox = *state;
	make_site(sandbox);
	assert_text(of_site(sandbox, "ls -A .."), "site\n");
	const char *paths =
		of_site(sandbox, "find . -mindepth 1 ! -name '.ragtrail-*' -printf '%P\\0' "
	                         "| LC_ALL=C sort -z | tr '\\0\\n' '\\n?'");
	size_t count = 0;
	for (const char *path = paths; *path != '\0'; path = next_line(path), count++) {
		const char *end = path + strcspn(path, "\n");
		for (const char *part = path; part < end;) {
			size_t length = strcspn(part, "/\n");
			if (!is_safe_name(part, length))
				fail_msg("no name for every system: %.*s", (int)(end - path), path);
			part += length + 1;
		}
	}
	assert_true(count > HOSTILE_WORKSTREAMS);
}

/* Each plan has its folder, and each workstream its page. */
static void nothing_shares_a_page(void **state)
{
	struct sandbox *sandbox = *state;
	make_site(sandbox);
	struct outcome trend = RAGTRAIL(sandbox, "repository", "trend", "--format", "json");
	assert_int_equal(trend.status, 0);
	sandbox_write(sandbox, "trend.json", trend.output);
	assert_text(of_site(sandbox,
	                    "python3 -c '\n"
	                    "import json, pathlib\n"
	                    "plans = json.load(open(\"../../trend.json\"))[\"plans\"]\n"
	                    "print(len(plans) - len(list(pathlib.Path().glob(\"*/index.html\"))))\n"
	                    "'"),
	            "0\n");
}

static void every_page_is_well_formed(void **state)
{
	struct sandbox *sandbox = *state;
	make_site(sandbox);
	assert_text(of_site(sandbox, "find . -name '*.html' -print0 | "
	                             "xargs -0 xmllint --noout --nonet 2>&1 | head"),
	            "");
}

/* Whatever acts in a page would be an element, an attribute or an address of these. */
static void nothing_in_a_page_acts(void **state)
{
	struct sandbox *sandbox = *state;
	make_site(sandbox);
	assert_text(of_site(sandbox,
	                    "grep -r -l -i -E '<(script|style|iframe|img|object|embed|form|base|"
	                    "input|button|audio|video|math|foreignObject|animate|set|use)[ />]' "
	                    "--include='*.html' . || :"),
	            "");
	/* Inside of text, a quotation mark is escaped: so these are attributes. */
	assert_text(of_site(sandbox,
	                    "grep -r -o -h -i -E ' (on[a-z]+|style|src|srcset|action|"
	                    "xlink:href|formaction|http-equiv)=\"[^\"]*' --include='*.html' . "
	                    "| sort -u"),
	            " http-equiv=\"Content-Security-Policy\n");
	assert_text(of_site(sandbox,
	                    "grep -r -o -h -E ' href=\"[^\"]*' --include='*.html' . | sort -u | "
	                    "grep -v -E '^ href=\"(https?://|mailto:|[a-z0-9_./-]*(#[^\"]*)?$)'"
	                    " || :"),
	            "");
}

/* Nothing that turns text round, and no control character. */
static void nothing_hides_in_a_page(void **state)
{
	struct sandbox *sandbox = *state;
	make_site(sandbox);
	assert_text(of_site(sandbox,
	                    "LC_ALL=C.UTF-8 grep -r -l -P '[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}"
	                    "\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]' --include='*.html' . || :"),
	            "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(names_are_good_everywhere), sandbox_test(nothing_shares_a_page),
		sandbox_test(every_page_is_well_formed), sandbox_test(nothing_in_a_page_acts),
		sandbox_test(nothing_hides_in_a_page),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
