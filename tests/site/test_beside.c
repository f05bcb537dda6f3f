/* Links of authors to other documents of their plan: they lead to the pages of those. */
#include "support/command.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "support/history.h"
#include "support/trees.h"

#define NEVER_BEHIND " rel=\"noopener noreferrer\">"
#define OBSERVATION                                                                                \
	"---\nkind: observation\nid: one\ncommittee: board\ndate: 2023-09-11\n---\n\n"             \
	"See [the report](2023/b.md).\n"

/* What an author writes in plans/p/2023/b.md, and where it leads; NULL: nowhere. */
static const struct {
	const char *address, *page;
} rows[] = {
	{"../a.md", "a.html"},
	{"../a.md#risks", "a.html"},
	{"./../a.md", "a.html"},
	{"../2023/../a.md", "a.html"},
	{"b.md", "b.html"},
	{"../../p/a.md", "a.html"},
	{"../../../plans/p/a.md", "a.html"},
	{"../plan.md", "index.html"},
	{"../all.md", "index.html"},
	{"../seen.md", "observation-one.html"},
	{"../later.md", NULL},      /* it landed later */
	{"../notes.md", NULL},      /* it is no document */
	{"a.md", NULL},             /* it is in another folder */
	{"../../q/c.md", NULL},     /* another plan's */
	{"../../../../a.md", NULL}, /* out of the repository */
	{"../../../../../plans/p/a.md", NULL},
	{"../a.md?x", NULL},
	{"..//a.md", NULL},
	{"../A.md", NULL},
	{"../a%2emd", NULL},
	{"..", NULL},
	{"../", "../"},
	{"../secret.md", NULL},
};

static const char *links(struct sandbox *sandbox)
{
	struct buf text = BUF_INIT;
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		buf_printf(&text, "[one %zu](%s)\n", i, rows[i].address);
	const char *copy = arena_text(&sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	return copy;
}

static void make_plans(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repo");
	const char *plan = arena_printf(&sandbox->arena, "%s\nRead [the first](a.md).\n",
	                                history_plan("a b d e"));
	const char *overview = arena_printf(&sandbox->arena, "%s\n[Why](2023/b.md#rag)\n",
	                                    history_overview("2023-07", "amber"));
	HISTORY(history, {0, "Office", "plans/q/plan.md", history_plan("c")},
	        {1, "Ann", "plans/q/c.md", history_update("c", "2023-07", "red")},
	        {2, "Office", "plans/p/plan.md", plan},
	        {2, NULL, "plans/p/a.md", history_update("a", "2023-07", "red")},
	        {2, NULL, "plans/p/notes.md", "Notes.\n"},
	        {3, "Ann", "plans/p/seen.md", OBSERVATION},
	        {3, NULL, "plans/p/secret.md",
	         history_update_with("d", "2023-07", "red", "exempt: true\n")},
	        {4, "Ann", "plans/p/2023/b.md",
	         history_update_saying("b", "2023-07", "red", links(sandbox))},
	        {4, NULL, "plans/p/all.md", overview},
	        {5, "Ann", "plans/p/later.md", history_update("e", "2023-07", "red")});
}

static const char *render(struct sandbox *sandbox, const char *prefix)
{
	struct outcome outcome = command_script(
		sandbox, "repo",
		arena_printf(&sandbox->arena, "rm -rf ../site && %s ragtrail render -o ../site",
	                     prefix));
	assert_text(outcome.errors, "");
	assert_int_equal(outcome.status, 0);
	return tree_of(sandbox, "site");
}

static void assert_said(struct sandbox *sandbox, const char *page, const char *text)
{
	assert_case(strstr(sandbox_read(sandbox, page), text) != NULL, text);
}

static void they_lead_to_the_page_of_the_document(void **state)
{
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	render(sandbox, "");
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		assert_said(sandbox, "site/p/b.html",
		            rows[i].page == NULL
		                    ? arena_printf(&sandbox->arena,
		                                   "one %zu <span class=\"host\">(%s)</span>", i,
		                                   rows[i].address)
		                    : arena_printf(&sandbox->arena,
		                                   "<a href=\"%s\"" NEVER_BEHIND "one %zu</a>",
		                                   rows[i].page, i));
	assert_said(sandbox, "site/p/index.html",
	            "<a href=\"a.html\"" NEVER_BEHIND "the first</a>");
	assert_said(sandbox, "site/p/index.html", "<a href=\"b.html\"" NEVER_BEHIND "Why</a>");
	/* By then there was no such report. */
	assert_said(sandbox, "site/p/observation-one.html",
	            "the report <span class=\"host\">(2023/b.md)</span>");
	assert_outcome(command_script(sandbox, "repo", "ragtrail render --check 2> /dev/null"), 0,
	               "", "");
}

/* Whoever makes a page, and whether it is made now or was kept. */
static void they_are_the_same_however_a_page_is_made(void **state)
{
	static const char *const changes[] = {
		"git mv plans/p/a.md plans/p/first.md",
		"git rm -q plans/p/seen.md",
		"git checkout -q HEAD~1 plans/p/seen.md",
		"sed -i '2i exempt: true' plans/p/seen.md",
		"sed -i s,2023/b.md,first.md, plans/p/seen.md",
		"sed -i 2d plans/p/seen.md",
		"sed -i 's/^exempt/draft/' plans/p/secret.md",
	};
	struct sandbox *sandbox = *state;
	make_plans(sandbox);
	render(sandbox, "");
	command_script(sandbox, "repo",
	               "git checkout -qf main && git config user.name Ann && "
	               "git config user.email a@b");
	for (size_t i = 0; i < COUNT_OF(changes); i++) {
		struct outcome outcome = command_script(
			sandbox, "repo",
			arena_printf(
				&sandbox->arena,
				"%s && git commit -qam %zu && ragtrail render -o ../kept 2>&1 > "
				"/dev/null && ragtrail render --check 2> /dev/null",
				changes[i], i));
		assert_text(outcome.output, "");
		assert_case(outcome.status == 0, changes[i]);
		const char *kept = tree_of(sandbox, "kept");
		assert_text(kept, render(sandbox, ""));
		assert_text(kept, render(sandbox, "taskset -pc 0 $$ > /dev/null &&"));
	}
	assert_said(sandbox, "site/p/observation-one.html",
	            "<a href=\"a.html\"" NEVER_BEHIND "the report</a>");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(they_lead_to_the_page_of_the_document),
		sandbox_test(they_are_the_same_however_a_page_is_made),
	};
	return cmocka_run_group_tests_name("beside", tests, NULL, NULL) != 0;
}
