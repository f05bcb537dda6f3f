#include "support/saying.h"

#include <string.h>

#include "base/buf.h"
#include "support/history.h"
#include "support/judging.h"
#include "support/testing.h"

const char *saying_plan(struct sandbox *sandbox)
{
	const char *text = history_plan_with(
		"culture homes procurement",
		"  - {id: delivery, title: Project plans and delivery}\n"
		"committees:\n"
		"  - {id: board, name: Authority Board, also: [CAB], type: decide}\n"
		"  - id: audit\n"
		"    name: Audit and Governance Committee\n"
		"    also: [\"A&G\"]\n"
		"  - {id: lsm, name: Leaders Strategy Meeting, also: [Leaders]}\n"
		"  - {id: scrutiny, name: Overview and Scrutiny Committee}\n"
		"  - {id: business, name: Business Board, also: [Business]}\n"
		"meetings:\n"
		"  - {committee: board, date: 2023-06-28}\n"
		"  - {committee: board, date: 2023-07-26}\n"
		"  - {committee: audit, date: 2023-07-07}\n"
		"  - {committee: scrutiny, date: 2023-02-02}\n"
		"people:\n"
		"  - {id: ph, name: Peter Harlow, role: Manager}\n"
		"  - {id: finance, name: Director of Finance}\n");
	return replaced(sandbox, text, "title: Culture",
	                "title: \"Confidence, culture and capacity\"");
}

void saying_begin(struct sandbox *sandbox)
{
	history_new(sandbox, "repo");
	sandbox_write(sandbox, "repo/plans/better/plan.md", saying_plan(sandbox));
}

const char *saying_found(struct sandbox *sandbox, const char *rule, bool recorded)
{
	const char *text = judged_candour(sandbox, "repo", recorded);
	const char *mark = arena_printf(&sandbox->arena, " [%s]\n", rule);
	struct buf out = BUF_INIT;
	bool wanted = false;
	for (const char *line = text; *line != '\0'; line = next_line(line)) {
		size_t length = (size_t)(next_line(line) - line);
		if (strncmp(line, "    ", 4) != 0)
			wanted = length > strlen(mark) &&
			         strncmp(line + length - strlen(mark), mark, strlen(mark)) == 0;
		if (wanted)
			buf_add(&out, line, length);
	}
	const char *copy = arena_text(&sandbox->arena, out.bytes, out.length);
	buf_release(&out);
	return copy;
}

void saying_check(struct sandbox *sandbox, const char *rule, const struct said *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		sandbox_write(sandbox, "repo/" SAYING_A,
		              history_update_saying("culture", "2023-07", "green", rows[i].says));
		const char *text = saying_found(sandbox, rule, false);
		if (rows[i].found == NULL ? *text != '\0' : strstr(text, rows[i].found) == NULL)
			fail_msg("%s: `%s`: %s", rule, rows[i].says, text);
	}
}

void saying_check_each(struct sandbox *sandbox, const char *rule, const char *const *sentences,
                       const char *part)
{
	for (; *sentences != NULL; sentences++)
		saying_check(sandbox, rule, &(struct said){*sentences, part}, 1);
}
