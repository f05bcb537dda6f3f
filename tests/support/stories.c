#include "support/stories.h"

#include <string.h>

#include "base/buf.h"
#include "support/judging.h"
#include "view/findings_view.h"

/* The text without the ids of commits, which are another test's. */
static const char *without_ids(struct sandbox *sandbox, const char *text)
{
	static const char word[] = "commit ";
	enum { SHORT_ID = 7 };
	struct buf plain = BUF_INIT;
	for (const char *at; (at = strstr(text, word)) != NULL; text = at) {
		buf_add(&plain, text, (size_t)(at - text) + strlen("commit"));
		at += strlen(word);
		if (strspn(at, "0123456789abcdef") == SHORT_ID)
			at += SHORT_ID;
		else
			at--;
	}
	buf_text(&plain, text);
	const char *copy = arena_text(&sandbox->arena, plain.bytes, plain.length);
	buf_release(&plain);
	return copy;
}

static const char *judged(struct sandbox *sandbox, const char *folder, enum rule_family family,
                          const char *story)
{
	struct findings all, some = {0};
	struct buf text = BUF_INIT;
	struct example example = example_make(sandbox, folder, story);
	judge_candour(sandbox, folder, example.committed, &all);
	for (size_t i = 0; i < all.count; i++)
		if (rule_named(all.items[i].rule)->family == family)
			findings_add(&some, &all.items[i]);
	findings_as_text(&some, &text);
	findings_release(&some);
	findings_release(&all);
	const char *found = without_ids(sandbox, text.bytes);
	buf_release(&text);
	return found;
}

void stories_judge(struct sandbox *sandbox, enum rule_family family, const struct story_row *rows,
                   size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *folder = arena_printf(&sandbox->arena, "%s-%zu", rows[i].name, i);
		const char *found = judged(sandbox, folder, family, rows[i].story);
		const char *expected = rows[i].found != NULL ? rows[i].found : "";
		if (strcmp(found, expected) != 0)
			print_error("%s:\n", rows[i].name);
		assert_text(found, expected);
	}
}
