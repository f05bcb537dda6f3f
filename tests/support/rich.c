#include "support/rich.h"

#include <stdio.h>
#include <string.h>

enum { OWN_SCALE = 60, USUAL_SCALE = 110 };

#define PICK(texts, number) (texts)[(size_t)(number) % COUNT_OF(texts)]

/* `%d` is another number in each version. */
static const char *const milestones[] = {
	"",
	"milestones:\n"
	"  - {id: hub, title: Hub %d, due: 2024-03-01, status: in-progress}\n",
	"milestones:\n"
	"  - {id: hub, title: Hub %d, due: 2024-04-01, status: carried, reason: The roof}\n"
	"  - {id: lab, title: The lab, due: 2023-12-01, status: delivered, delivered_on: "
	"2023-12-03}\n",
	"milestones:\n"
	"  - {id: hub, title: Hub %d, due: 2024-04-01, status: split, into: [lab, yard], reason: Two}\n"
	"  - {id: yard, title: 'Yard: \"new\" & <wide>', status: not-started}\n",
	"milestones: [{id: lab, title: Lab %d, due: 2024-01-01, status: missed, reason: Ill}]\n",
	"milestones: [{id: lab, title: Lab %d, due: soon, status: well under way}]\n",
	"milestones: [{title: Nameless %d, status: dropped, reason: Nobody asked}, {id: hub}]\n",
	"milestones: [{id: lab, title: \"Labordy %d \\u0175 \\0 end\", status: merged, reason: ''}]\n",
};
static const char *const next[] = {
	"",
	"next_milestones: [{id: roof, title: Roof %d, due: 2024-05-31}]\n",
	"next_milestones: [{id: hub, title: Hub}, {title: Door %d, due: 2024-06-30}]\n",
};
static const char *const risks[] = {
	"risks: [{id: money, risk: It runs out %d, mitigation: Ask, owner: Treasurer}]\n",
	("risks:\n"
         "  - {id: money, risk: It runs out, mitigation: Ask %d, owner: Board, rating: red}\n"
         "  - {id: staff, risk: They go, mitigation: Stay, rating: amber, reason: Two went}\n"),
	("risks: [{id: money, risk: Run out %d, mitigation: Asked, status: closed, closed_on: "
         "2024-01-09, reason: It came}]\n"),
	"",
	"risks: [{risk: Nameless %d, mitigation: None, status: open}, {id: money}]\n",
};
static const char *const agreed[] = {
	"",
	"agreed_change: {by: The Board, on: 2023-09-01, ref: Minute %d}\n",
	"",
	"agreed_change: {by: Sponsor %d}\n",
	"agreed_change: {on: 2023-10-01, ref: Minute %d}\n",
};
static const char *const signatures[] = {
	"",
	"sponsor_signed: {by: Sponsor %d, on: 2023-09-05}\n",
	"sponsor_signed: {on: 2023-09-05}\n",
	"sponsor_signed: {by: Sponsor %d}\n",
};
static const char *const others[] = {
	"", "draft: true\n",
	"", "exempt: true\n",
	"", "correction: {reason: Asked %d, raised_by: Ann}\n",
	"", "imported: {source: Paper %d}\n",
	"",
};
/* What is no update, or none that can be read. */
static const char *const broken[] = {
	"---\nworkstream: [a %d\n---\n",
	"Number %d has no front matter.\n",
	"---\nworkstream: a\nperiod: no-%d\nrag: red\n---\n",
	"---\nworkstream: a\nperiod: 2023-08\n---\n\nNumber %d has no rating.\n",
	"---\nkind: paper\nid: paper\ncommittee: board\ndate: 2023-09-20\ntitle: Progress %d\n---\n",
	"---\nkind: observation\nid: one\ncommittee: board\ndate: 2023-09-11\n---\n\nIt met %d.\n",
	"", /* one that is too large */
};

static const char *numbered(struct sandbox *sandbox, const char *text, int number)
{
	const char *at = strstr(text, "%d");
	return at == NULL ? text
	                  : arena_printf(&sandbox->arena, "%.*s%d%s", (int)(at - text), text,
	                                 number, at + 2);
}

/* The two dates of all updates of the other tests are as good as none here. */
static const char *with_dates(struct sandbox *sandbox, const char *text, int n)
{
	const char *from = strstr(text, "agreed_completion:"), *to = strstr(text, "completed_by:");
	const char *forecast =
		n % 16 == 3 ? "later" : arena_printf(&sandbox->arena, "2025-%02d-28", n % 12 + 1);
	return arena_printf(&sandbox->arena,
	                    "%.*sagreed_completion: 2025-%02d-28\nforecast_completion: %s\n%s",
	                    (int)(from - text), text, n / 4 % 12 + 1, forecast, to);
}

static const char *update(struct sandbox *sandbox, int n, const char *workstream,
                          const char *period)
{
	static const char *const ratings[] = {"green", "amber", "red", "amber-red", "amber"};
	const char *extra = arena_printf(
		&sandbox->arena, "%s%s%s%s%s%s", numbered(sandbox, PICK(milestones, n / 2), n),
		numbered(sandbox, PICK(next, n / 3), n), numbered(sandbox, PICK(risks, n / 4), n),
		numbered(sandbox, PICK(agreed, n / 2), n),
		numbered(sandbox, PICK(signatures, n), n), numbered(sandbox, PICK(others, n), n));
	const char *text = history_update_with(workstream, period, PICK(ratings, n * n / 7), extra);
	return arena_printf(&sandbox->arena, "%s\nNumber %d.\n", with_dates(sandbox, text, n), n);
}

const char *rich_plan(bool own_scale)
{
	return history_plan_with(
		"a b c",
		own_scale
			? "scale:\n  levels:\n    - {id: green, label: Well}\n    - {id: amber, "
			  "label: So so}\n    - {id: red, label: Ill}\n"
			: "due_day: 10\ncommittees: [{id: board, name: The Board, type: decide}]\n");
}

/* Two living documents, and of a third workstream one for each period; the overview. */
static struct row row_of(struct sandbox *sandbox, int n)
{
	int month = n / 9;
	const char *period = arena_printf(&sandbox->arena, "%d-%02d", 2023 + (month + 6) / 12,
	                                  (month + 6) % 12 + 1);
	const char *path = "plans/better/a.md", *text;
	if (n == 0 || n == OWN_SCALE || n == USUAL_SCALE) {
		path = "plans/better/plan.md";
		text = n == 0 ? history_plan("a b c") : rich_plan(n == OWN_SCALE);
	} else if (n % 12 == 7) {
		path = n % 24 == 7 ? "plans/better/odd.md" : "plans/better/b.md";
		text = numbered(sandbox, PICK(broken, n / 12), n);
		if (text[0] == '\0')
			text = arena_printf(&sandbox->arena, "%s%*d",
			                    update(sandbox, n, "b", period), 300000, n);
	} else if (n % 12 == 9) {
		path = "plans/better/all.md";
		text = arena_printf(&sandbox->arena, "%s\nNumber %d.\n",
		                    history_overview(period, n % 5 == 0 ? "red" : "amber"), n);
	} else if (n % 3 == 2) {
		path = arena_printf(&sandbox->arena, "plans/better/c-%s.md", period);
		text = update(sandbox, n, "c", period);
	} else {
		path = n % 3 == 0 ? "plans/better/b.md" : path;
		text = update(sandbox, n, n % 3 == 0 ? "b" : "a", period);
	}
	return (struct row){n * 3, n % 4 == 0 ? "Ben" : "Ann", path, text};
}

struct history *rich_new(struct sandbox *sandbox)
{
	struct history *history = history_new(sandbox, "repo");
	for (int n = 0; n < RICH_COMMITS; n++) {
		struct row row = row_of(sandbox, n);
		history_add(history, &row, 1);
	}
	return history;
}

void rich_go_on(struct history *history, int from, int count)
{
	for (int n = from; n < from + count; n++)
		HISTORY(history, {n * 3, "Ann", "plans/better/a.md",
		                  update(history->sandbox, n, "a", "2024-12")});
}
