/* The pages of a site made from hostile texts: well-formed, and nothing in them acts. */
#include "support/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/history.h"
#include "support/judging.h"

#define MARKUP "</title><script>alert(1)</script><b onclick='x' style=\\\"y\\\">&amp;&#x41; ]]> -->"

static const char body[] =
	"<script>alert(2)</script>\n"
	"\n"
	"<img src=x onerror=alert(3)> <style>*{}</style> <iframe src=\"https://example.org\">\n"
	"\n"
	"[a](javascript:alert(4)) [b](JaVaScRiPt:alert) [c](data:text/html,x) [d](vbscript:x)\n"
	"[e](//example.org/x) [f](\\\\example.org) [g](java&#10;script:x) [h](&#x6a;avascript:x)\n"
	"![i](https://example.org/i.png) <javascript:alert(5)> [j]\n"
	"[k](https://example.org/?a=1&b=\"2\" \"a 'title'\") [l](notes.md) [m](#part)\n"
	"\n"
	"[j]: javascript:alert(6)\n"
	"\n"
	"```html\" onclick=\"alert(7)\n"
	"</code></pre><script>alert(8)</script>\n"
	"```\n"
	"\n"
	"# A heading of the first level\n"
	"###### of the sixth\n";

static void make_site(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repository");
	const char *plan = replaced(sandbox, history_plan("a b"), "title: A}",
	                            "title: \"" MARKUP "\", sponsor: ann@example.org}");
	plan = replaced(sandbox, plan, "title: Improvement plan\n", "title: \"" MARKUP "\"\n");
	plan = replaced(sandbox, plan, "organisation: Example Combined Authority",
	                "organisation: \"" MARKUP "\"");
	plan = replaced(sandbox, plan, "organisation:",
	                "committees: [{id: board, name: \"" MARKUP "\", also: [\"" MARKUP "\"]}]\n"
	                "organisations: [{id: us, name: \"" MARKUP "\", role: \"" MARKUP "\"}]\n"
	                "people: [{id: fay, name: \"Fay <fay@example.org>\", organisation: us,\n"
	                "  also: [fay@example.org], role: \"" MARKUP "\", note: \"" MARKUP "\"},\n"
	                "  {id: gus, role: gus@example.org, until: 2023-09-30}]\n"
	                "organisation:");
	const char *update = history_update_with(
		"a", "2023-07", "green",
		"milestones: [{id: one, title: \"" MARKUP "\", status: delivered}]\n"
		"risks: [{id: one, risk: \"" MARKUP "\", mitigation: \"" MARKUP "\"}]\n"
		"explained: [{rule: raw-html, reason: \"" MARKUP "\"},\n"
		"  {rule: green-past-agreed, reason: \"" MARKUP "\"},\n"
		"  {rule: \"" MARKUP "\", reason: None}]\n");
	update = replaced(sandbox, update, "The steps planned for 2023-07 were taken.", body);
	update = replaced(sandbox, update,
	                  "agreed_completion: 2025-03-31\nforecast_completion: 2025-03-31",
	                  "agreed_completion: 2024-03-31\nforecast_completion: 2024-05-15");
	update = replaced(sandbox, update, "sponsor: Workstream sponsor",
	                  "sponsor: \"Ann <ann@example.org>\"");
	update = replaced(sandbox, update, "managers: [Project manager]",
	                  "managers: [ben@example.org, \"Dora (dora@example.org)\"]");
	HISTORY(history, {1, "Ann & 'sons' \"Ltd\"", "plans/p/plan.md", plan},
	        {2, "Ann", "plans/p/a.md", update},
	        {3, "ann@example.org", "plans/p/a.md",
	         replaced(sandbox, update, "rag: green", "rag: \"" MARKUP "\"")},
	        {4, "Ann", "plans/p/a.md", replaced(sandbox, update, "2023-07\n", "2023-08\n")},
	        {5, "Ann", "plans/p/b.md", "broken"}, {6, "Ann", "plans/p/<script>.md", "broken"},
	        {7, "Ann", "plans/p/overview.md", history_overview("2023-08", "amber")});
	assert_int_equal(RAGTRAIL(sandbox, "repository", "render", "-o", "../site").status, 0);
}

static void skip_without_xmllint(struct sandbox *sandbox)
{
	const char *ci = getenv("CI");
	if (command_script(sandbox, NULL, "command -v xmllint").status == 0)
		return;
	if (ci != NULL && ci[0] != '\0')
		fail_msg("xmllint is not installed");
	print_message("xmllint is not installed\n");
	sandbox->passed = 1;
	skip();
}

/* What a script of sh prints, run for each page, which is "$page". */
static const char *of_pages(struct sandbox *sandbox, const char *script)
{
	struct outcome outcome = command_script(
		sandbox, "site",
		arena_printf(&sandbox->arena,
	                     "find . -name '*.html' | LC_ALL=C sort | while read -r page; do\n%s\n"
	                     "done",
	                     script));
	assert_text(outcome.errors, "");
	assert_int_equal(outcome.status, 0);
	return outcome.output;
}

/* The same, each different line of it once. */
static const char *of_pages_once(struct sandbox *sandbox, const char *script)
{
	sandbox_write(sandbox, "lines", of_pages(sandbox, script));
	return command_script(sandbox, NULL, "LC_ALL=C sort -u lines").output;
}

/* The pages by name; those of the rules and of changes, of which there are many, aside. */
#define PAGES "case $page in */rules-* | */change-*) ;; *) echo \"$page\" ;; esac"

static void every_page_is_well_formed(void **state)
{
	struct sandbox *sandbox = *state;
	skip_without_xmllint(sandbox);
	make_site(sandbox);
	assert_text(of_pages(sandbox, PAGES),
	            "./about.html\n./index.html\n./p/a.html\n./p/b.html\n./p/candour.html\n"
	            "./p/index.html\n./p/period-2023-07-first.html\n./p/period-2023-07.html\n"
	            "./p/period-2023-08.html\n./rules.html\n");
	assert_text(of_pages(sandbox, "xmllint --noout --nonet \"$page\" 2>&1 || echo \"$page\""),
	            "");
}

static void nothing_in_a_page_acts(void **state)
{
	struct sandbox *sandbox = *state;
	skip_without_xmllint(sandbox);
	make_site(sandbox);
	assert_text(
		of_pages_once(
			sandbox,
			"xmllint --nonet --xpath \"count(//script | //style | //iframe | //img "
			"| //object | //embed | //form | //base | //@style | //@src | //@srcset "
			"| //@action | //@*[starts-with(name(), 'on')])\" \"$page\"; echo"),
		"\n0\n");
	/* No other file is fetched than the style, beside the pages. */
	assert_text(of_pages_once(sandbox, "xmllint --nonet --xpath "
	                                   "\"//link[@rel!='alternate']/@href\" \"$page\""),
	            " href=\"../style.css\"\n href=\"style.css\"\n");
	/* The policy is there once, before anything that could be fetched. */
	assert_text(of_pages_once(
			    sandbox,
			    "xmllint --nonet --xpath \"string(//head/*[2][@http-equiv="
			    "'Content-Security-Policy']/@content)\" \"$page\" | grep -c \"^default-"
			    "src 'none'; style-src 'self';\"; grep -c Content-Security-Policy "
			    "\"$page\""),
	            "1\n");
}

/* A link leads to another page, to a part of this one, or to where its author wrote. */
static void links_lead_where_they_may(void **state)
{
	struct sandbox *sandbox = *state;
	skip_without_xmllint(sandbox);
	make_site(sandbox);
	const char *links = of_pages(
		sandbox, "xmllint --nonet --xpath '//a/@href' \"$page\" | sed 's/^ href=//'");
	static const char *const allowed[] = {"index.html",
	                                      "../index.html",
	                                      "p/index.html",
	                                      "a.html",
	                                      "b.html",
	                                      "period-2023-0",
	                                      "p/period-2023-0",
	                                      "change-",
	                                      "compare-",
	                                      "candour.html#periods\"",
	                                      "p/a.html",
	                                      "p/candour.html\"",
	                                      "change-",
	                                      "candour.html\"",
	                                      "candour.html#latest\"",
	                                      "rules.html\"",
	                                      "about.html\"",
	                                      "../about.html\"",
	                                      "index.json\"",
	                                      "a.json\"",
	                                      "b.json\"",
	                                      "index.csv\"",
	                                      "a.csv\"",
	                                      "b.csv\"",
	                                      "index.milestones.csv\"",
	                                      "index.risks.csv\"",
	                                      "index.candour.csv\"",
	                                      "index.atom\"",
	                                      "p/index.json\"",
	                                      "p/index.csv\"",
	                                      "p/index.milestones.csv\"",
	                                      "p/index.risks.csv\"",
	                                      "p/index.candour.csv\"",
	                                      "p/index.atom\"",
	                                      "ragtrail.schema.json\"",
	                                      "../rules.html\"",
	                                      "../rules-",
	                                      "rules-",
	                                      "notes.md",
	                                      "https://example.org/i.png",
	                                      "https://example.org/?a=1&amp;b="};
	for (const char *line = links; *line != '\0'; line = next_line(line)) {
		bool known = strncmp(line, "\"#", 2) == 0;
		for (size_t i = 0; i < COUNT_OF(allowed); i++)
			known = known || strncmp(line + 1, allowed[i], strlen(allowed[i])) == 0;
		assert_case(known, line);
	}
	assert_non_null(strstr(links, "\"../rules-writing.html#raw-html\""));
	/* The pages of the site that are linked to exist. */
	assert_text(
		of_pages(
			sandbox,
			"xmllint --nonet --xpath '//a/@href' \"$page\" | sed -n 's/^ "
			"href=\"\\([^:#\"]*\\.\\(html\\|json\\|csv\\|atom\\)\\)[#\"].*/\\1/p' | while read -r to; do [ -e "
			"\"$(dirname \"$page\")/$to\" ] || echo \"$page: $to\"; done"),
		"");
	/* So do the parts. */
	assert_text(
		of_pages(sandbox,
	                 "xmllint --nonet --xpath '//a/@href' \"$page\" | sed -n 's/^ "
	                 "href=\"#\\([^\"]*\\)\".*/\\1/p' | grep -v '^part$' | while read -r to; "
	                 "do grep -q \"id=\\\"$to\\\"\" \"$page\" || echo \"$page: $to\"; done"),
		"");
}

/* Each rule has its place on a page of rules, to which the list of all and answers are linked. */
static void every_rule_has_its_place(void **state)
{
	struct sandbox *sandbox = *state;
	skip_without_xmllint(sandbox);
	make_site(sandbox);
	for (size_t i = 0; i < rule_count; i++) {
		struct outcome outcome = command_script(
			sandbox, "site",
			arena_printf(&sandbox->arena,
		                     "page=$(grep -o 'href=\"rules-[a-z-]*.html#%s\"' rules.html | "
		                     "sed 's/^href=\"//; s/#.*//')\n"
		                     "grep -c '<h2 id=\"%s\">' \"$page\"",
		                     rules[i].id, rules[i].id));
		assert_case(strcmp(outcome.output, "1\n") == 0, rules[i].id);
	}
}

static void no_address_of_a_person_is_published(void **state)
{
	struct sandbox *sandbox = *state;
	make_site(sandbox);
	/* The pages of the rules have examples of addresses, and nothing of the plans. */
	assert_text(command_script(
			    sandbox, "site",
			    "grep -r '@[a-z0-9]' --exclude='rules*.html' --exclude='*.css' . || :")
	                    .output,
	            "");
	assert_non_null(strstr(of_pages(sandbox, "cat \"$page\""), "Dora"));
}

/* Of what a plan keeps back nothing is written, not even a page of its name. */
static void what_is_exempt_is_not_published(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	const char *plan = replaced(sandbox, history_plan("open secret"), "title: Secret}",
	                            "title: Hush, exempt: true}");
	plan = replaced(sandbox, plan, "organisation:",
	                "people: [{id: fay, role: Auditor, organisation: kept-back}]\n"
	                "organisation:");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", plan},
	        {2, "Ann", "plans/p/a.md", history_update("open", "2023-07", "green")},
	        {3, "Ann", "plans/p/b.md", history_update("secret", "2023-07", "red")},
	        {4, "Ann", "plans/hidden/plan.md",
	         history_plan_with("hush", "exempt: true\n"
	                                   "organisations: [{id: kept-back, name: Hush Ltd}]\n")},
	        {5, "Ann", "plans/hidden/a.md", history_update("hush", "2023-07", "red")},
	        {6, "Ann", "plans/p/a.md",
	         history_update_with("open", "2023-08", "amber-red", "exempt: true\n")});
	assert_int_equal(RAGTRAIL(sandbox, "repository", "render", "-o", "../site").status, 0);
	assert_text(of_pages(sandbox, PAGES),
	            "./about.html\n./index.html\n./p/candour.html\n./p/index.html\n./p/open.html\n"
	            "./p/period-2023-07.html\n./rules.html\n");
	/* Nor is it in the data beside the pages. */
	assert_text(
		command_script(sandbox, "site", "grep -r -i -l -e hush -e secret -e hidden/ . || :")
			.output,
		"");
}

/* The number of a fact with this name, as the page says it. */
static const char *fact(struct sandbox *sandbox, const char *page, const char *name)
{
	const char *text = sandbox_read(sandbox, page);
	const char *at = strstr(text, arena_printf(&sandbox->arena, "<dt>%s</dt><dd>", name));
	if (at == NULL)
		fail_msg("%s does not say: %s", page, name);
	at = strstr(at, "<dd>") + strlen("<dd>");
	return arena_text(&sandbox->arena, at, strcspn(at, "<"));
}

static void each_page_says_whose_landings_it_counts(void **state)
{
	struct sandbox *sandbox = *state;
	struct history *history = history_new(sandbox, "repository");
	HISTORY(history, {1, "Ann", "plans/p/plan.md", history_plan("a")},
	        {2, "Ann", "notes.txt", "No plan's.\n"},
	        {3, "Ann", "plans/p/a.md", history_update("a", "2023-07", "green")},
	        {4, "Ann", "plans/q/plan.md", history_plan("b")});
	assert_int_equal(RAGTRAIL(sandbox, "repository", "render", "-o", "../site").status, 0);
	assert_text(fact(sandbox, "site/about.html",
	                 "Landings of the whole repository, whatever they changed"),
	            "4");
	assert_text(fact(sandbox, "site/p/index.html",
	                 "Landings that changed what is published of this plan"),
	            "2");
	assert_text(fact(sandbox, "site/q/index.html",
	                 "Landings that changed what is published of this plan"),
	            "1");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(every_page_is_well_formed),
		sandbox_test(nothing_in_a_page_acts),
		sandbox_test(links_lead_where_they_may),
		sandbox_test(every_rule_has_its_place),
		sandbox_test(no_address_of_a_person_is_published),
		sandbox_test(what_is_exempt_is_not_published),
		sandbox_test(each_page_says_whose_landings_it_counts),
	};
	setvbuf(stdout, NULL, _IOLBF, 0);
	return cmocka_run_group_tests_name("pages", tests, NULL, NULL) != 0;
}
