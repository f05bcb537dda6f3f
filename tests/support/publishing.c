#include "support/publishing.h"

#include "support/command.h"

enum { SEPTEMBER = 62 }; /* the day before its first, from 1 July on */

const char publishing_registers[] =
	"committees:\n"
	"  - {id: board, name: The <Board>, type: decide}\n"
	"  - {id: panel, name: Scrutiny panel, type: scrutinise}\n"
	"meetings:\n"
	"  - {committee: board, date: 2023-09-20}\n"
	"  - {committee: panel, date: 2023-09-27, tag: scrutiny/autumn}\n"
	"objectives: [Good growth, Best value]\n";

const char *publishing_paper(struct sandbox *sandbox, const char *extra)
{
	return arena_printf(&sandbox->arena,
	                    "---\n"
	                    "kind: paper\n"
	                    "id: september\n"
	                    "committee: board\n"
	                    "date: 2023-09-20\n"
	                    "item: 8\n"
	                    "title: Progress in August\n"
	                    "report_of: Interim director\n"
	                    "lead_member: Leader\n"
	                    "key_decision: \"No\"\n"
	                    "voting: No vote is needed\n"
	                    "recommendations:\n"
	                    "  - To note the progress\n"
	                    "  - To note what the panel said\n"
	                    "objectives: [Best value]\n"
	                    "implications: {financial: Within the budget, public_health: None}\n"
	                    "appendices: [The highlight report]\n"
	                    "%s"
	                    "---\n"
	                    "\n"
	                    "## Purpose\n"
	                    "\n"
	                    "To report.\n"
	                    "\n"
	                    "## Proposal\n"
	                    "\n"
	                    "<!-- ragtrail: sentence -->\n"
	                    "\n"
	                    "<!-- ragtrail: status-table -->\n",
	                    extra);
}

struct history *publishing_begin_with(struct sandbox *sandbox, const char *folder,
                                      const char *registers, const char *paper)
{
	struct history *history = history_new(sandbox, folder);
	HISTORY(history, {0, "Office", "plans/better/plan.md", history_plan_with("a b", registers)},
	        {SEPTEMBER - 27, "Ann", "plans/better/a-7.md",
	         history_update("a", "2023-07", "green")},
	        {0, NULL, "plans/better/b-7.md", history_update("b", "2023-07", "green")},
	        {SEPTEMBER + 5, "Ann", "plans/better/a-8.md",
	         history_update("a", "2023-08", "green-amber")},
	        {0, NULL, "plans/better/b-8.md",
	         history_update_with("b", "2023-08", "green",
	                             "milestones: [{id: hub, title: Hub opened, due: 2023-12-01, "
	                             "status: in-progress}]\n")},
	        {SEPTEMBER + 10, "Office", PAPER, paper});
	history_checkout(history);
	GIT(sandbox, folder, "config", "user.name", "Ann");
	GIT(sandbox, folder, "config", "user.email", "ann@example.org");
	return history;
}

struct history *publishing_begin(struct sandbox *sandbox, const char *folder, const char *paper)
{
	return publishing_begin_with(sandbox, folder, publishing_registers, paper);
}

struct outcome publishing_script(struct sandbox *sandbox, const char *folder, const char *script)
{
	return command_script(sandbox, folder,
	                      arena_printf(&sandbox->arena,
	                                   "export GIT_AUTHOR_DATE=2023-09-11T12:00:00Z "
	                                   "GIT_COMMITTER_DATE=2023-09-11T12:00:00Z\n%s",
	                                   script));
}
