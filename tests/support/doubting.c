#include "support/doubting.h"

#include <string.h>

#include "base/buf.h"
#include "support/history.h"
#include "support/judging.h"
#include "view/findings_view.h"

/* Whatever reason the default text gives, another one. */
static const char *with_rationale(struct sandbox *sandbox, const char *text, const char *words)
{
	static const char heading[] = "## RAG rationale\n\n";
	const char *start = strstr(text, heading);
	assert_non_null(start);
	start += strlen(heading);
	const char *reason = arena_text(&sandbox->arena, start, strcspn(start, "\n"));
	return replaced(sandbox, text, reason, words);
}

static const char *text_of(struct sandbox *sandbox, const struct telling *telling)
{
	const char *rag = telling->rag != NULL ? telling->rag : "green";
	const char *text = history_update_with("a", telling->period, rag,
	                                       telling->extra != NULL ? telling->extra : "");
	if (telling->words != NULL)
		text = replaced(sandbox, text,
		                arena_printf(&sandbox->arena,
		                             "The steps planned for %s were taken.",
		                             telling->period),
		                telling->words);
	return telling->rationale != NULL ? with_rationale(sandbox, text, telling->rationale)
	                                  : text;
}

const char *doubted(struct sandbox *sandbox, enum rule_family family, const char *folder)
{
	struct findings findings, kept = {0};
	struct buf text = BUF_INIT;
	judge_candour(sandbox, folder, false, &findings);
	for (size_t i = 0; i < findings.count; i++)
		if (rule_named(findings.items[i].rule)->family == family)
			findings_add(&kept, &findings.items[i]);
	findings_as_text(&kept, &text);
	findings_release(&kept);
	findings_release(&findings);
	const char *copy = arena_text(&sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	return copy;
}

static void check(struct sandbox *sandbox, enum rule_family family, const struct story_told *story,
                  const char *folder)
{
	history_new(sandbox, folder);
	sandbox_write(sandbox, arena_printf(&sandbox->arena, "%s/plans/better/plan.md", folder),
	              history_plan("a b"));
	for (size_t i = 0; i < TELLINGS_MOST && story->tellings[i].period != NULL; i++)
		sandbox_write(sandbox,
		              arena_printf(&sandbox->arena, "%s/plans/better/%.7s.md", folder,
		                           story->tellings[i].period),
		              text_of(sandbox, &story->tellings[i]));
	const char *found = doubted(sandbox, family, folder);
	if (strcmp(found, story->found) != 0)
		print_error("%s\n", story->name);
	assert_text(found, story->found);
}

void stories_check(struct sandbox *sandbox, enum rule_family family,
                   const struct story_told *stories, size_t count)
{
	for (size_t i = 0; i < count; i++)
		check(sandbox, family, &stories[i], arena_printf(&sandbox->arena, "%zu", i));
}

static const char *text_saying(struct sandbox *sandbox, const struct saying *saying,
                               const char *sentence)
{
	const char *extra = saying->extra != NULL ? saying->extra : "";
	if (saying->spot == AS_TITLE)
		extra = arena_printf(&sandbox->arena,
		                     "next_milestones:\n  - {id: m, title: \"%s\"}\n", sentence);
	if (saying->spot == AS_MITIGATION)
		extra = arena_printf(&sandbox->arena,
		                     "risks:\n  - {id: r, risk: It is late, mitigation: \"%s\"}\n",
		                     sentence);
	const char *text = history_update_with("a", "2023-07", saying->rag, extra);
	if (saying->spot == IN_ACTIVITIES)
		return replaced(sandbox, text, "The steps planned for 2023-07 were taken.",
		                sentence);
	if (saying->spot != IN_RATIONALE)
		return text;
	return with_rationale(sandbox, text, sentence);
}

static bool is_asked(struct sandbox *sandbox, const struct saying *saying, const char *sentence)
{
	struct findings findings;
	bool asked = false;
	sandbox_write(sandbox, "repository/plans/better/a.md",
	              text_saying(sandbox, saying, sentence));
	judge_candour(sandbox, "repository", false, &findings);
	for (size_t i = 0; i < findings.count; i++)
		asked = asked || strcmp(findings.items[i].rule, saying->rule) == 0;
	findings_release(&findings);
	return asked;
}

void sentences_check(struct sandbox *sandbox, const struct saying *saying, const char *const *asked,
                     const char *const *silent)
{
	history_new(sandbox, "repository");
	sandbox_write(sandbox, "repository/plans/better/plan.md", history_plan("a"));
	/* All that is wrong is told, not the first alone. */
	size_t wrong = 0;
	for (; *asked != NULL; asked++)
		if (!is_asked(sandbox, saying, *asked) && ++wrong != 0)
			print_error("not asked: %s\n", *asked);
	for (; *silent != NULL; silent++)
		if (is_asked(sandbox, saying, *silent) && ++wrong != 0)
			print_error("asked: %s\n", *silent);
	assert_int_equal(wrong, 0);
}
