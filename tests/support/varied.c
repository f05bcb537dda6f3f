#include "support/varied.h"

#include <stdio.h>
#include <string.h>

#define PLAN "plans/better/plan.md"
#define NEXT "plans/next/plan.md"
#define DRAW(varied, texts) (texts)[draw(varied, sizeof(texts) / sizeof((texts)[0]))]

static unsigned draw(struct varied *varied, size_t below)
{
	/* SplitMix64: the same numbers everywhere. */
	uint64_t word = varied->seed += 0x9e3779b97f4a7c15U;
	word = (word ^ word >> 30) * 0xbf58476d1ce4e5b9U;
	word = (word ^ word >> 27) * 0x94d049bb133111ebU;
	return (unsigned)((word ^ word >> 31) % below);
}

static const char *const ratings[] = {"green", "green-amber", "amber", "amber-red", "red"};
static const char *const periods[] = {"2023-07", "2023-08", "2023-09", "2023-10"};
static const char *const workstreams[] = {"a", "b", "c"};
static const char *const names[] = {"Ann", "Ben", "Dora"};

static void commit(struct varied *varied, const char *path, const char *text)
{
	HISTORY(varied->history, {varied->day, DRAW(varied, names), path, text});
}

static void rate(struct varied *varied)
{
	static const char *const extras[] = {
		"",
		"",
		"",
		"milestones: [{id: hub, title: Hub opened, due: 2023-08-01, status: in-progress}]\n",
		"milestones: [{id: hub, title: Hub opened, due: 2023-12-01, status: in-progress}]\n",
		"risks: [{id: money, risk: It runs out, mitigation: Ask, owner: Treasurer}]\n",
		"correction: {reason: It was asked, raised_by: one}\n",
		"draft: true\n",
		"exempt: true\n",
		"explained: [{rule: sign-off-missing, reason: It is on its way}]\n",
	};
	const char *id = DRAW(varied, workstreams), *period = DRAW(varied, periods);
	const char *text =
		history_update_with(id, period, DRAW(varied, ratings), DRAW(varied, extras));
	if (draw(varied, 4) == 0)
		text = arena_printf(&varied->sandbox->arena,
		                    "%s\n<!-- ragtrail: status-table -->\n", text);
	commit(varied, arena_printf(&varied->sandbox->arena, "plans/better/%s-%s.md", id, period),
	       text);
}

static void declare(struct varied *varied)
{
	const char *period = DRAW(varied, periods);
	commit(varied, arena_printf(&varied->sandbox->arena, "plans/better/all-%s.md", period),
	       history_overview(period, DRAW(varied, ratings)));
}

static void plan(struct varied *varied)
{
	static const char *const ids[] = {"a b", "a b c", "a b c", "b a c"};
	static const char *const extras[] = {
		"",
		"site: {lang: cy}\n",
		"site: {footer: Of the office}\n",
		"committees: [{id: board, name: The Board, type: decide}]\n",
		"concerns: [{id: money, title: Where it goes, source: Audit}]\n",
		"due_day: 10\n",
		("scale: [{id: green, label: On track}, {id: amber, label: At risk}, {id: red, "
	         "label: Off}]\n"),
	};
	commit(varied, PLAN, history_plan_with(DRAW(varied, ids), DRAW(varied, extras)));
}

static void next_plan(struct varied *varied)
{
	static const char *const texts[] = {
		"  - {id: x, title: Go on}\n",
		"  - {id: x, title: Go on, inherits: [better/close#t]}\n",
		"  - {id: x, title: Go on further, inherits: [better/close#t]}\n",
		"  - {id: x, title: Kept back, exempt: true}\n",
	};
	commit(varied, NEXT,
	       arena_printf(&varied->sandbox->arena,
	                    "---\nkind: plan\ntitle: The next plan\n"
	                    "organisation: Example Combined Authority\n"
	                    "starts: 2023-05-01\nends: 2025-03-31\ncadence: monthly\n"
	                    "workstreams:\n%s---\n",
	                    DRAW(varied, texts)));
}

static void observe(struct varied *varied)
{
	static const char *const texts[] = {
		"",
		"challenges: [{workstream: a, period: 2023-08, reason: It is late}]\n",
		"challenges: [{id: one, workstream: b, reason: Who says so?}]\nresponse: We do\n",
		"independent: [{workstream: a, period: 2023-07, rag: red, reason: Seen}]\n",
		"exempt: true\n",
	};
	commit(varied, "plans/better/one.md",
	       arena_printf(&varied->sandbox->arena,
	                    "---\nkind: observation\nid: one\ncommittee: board\n"
	                    "date: 2023-09-11\n%s---\n\nIt met.\n",
	                    DRAW(varied, texts)));
}

static void close_down(struct varied *varied)
{
	static const char *const fields[] = {
		"disposition: moved, to: next/x",
		"disposition: moved, to: next/x, accepted: {by: Head of x, on: 2023-10-02}",
		"disposition: closed",
		"outstanding: A form",
	};
	commit(varied, "plans/better/close.md",
	       arena_printf(&varied->sandbox->arena,
	                    "---\nkind: closedown\nid: close\ndate: 2024-03-31\ntasks:\n"
	                    "  - {id: t, workstream: a, task: Do it, %s}\n---\n",
	                    DRAW(varied, fields)));
}

static void act(struct varied *varied)
{
	static const char *const fields[] = {
		"due: 2023-07-20, status: in-progress, owner: Head",
		"due: 2023-09-20, status: in-progress, owner: Head",
		"due: 2023-07-20, status: done, done_on: 2023-07-19, owner: Head",
	};
	commit(varied, "plans/better/peer.md",
	       arena_printf(&varied->sandbox->arena,
	                    "---\nkind: actions\nid: peer\nsource: A review\ndate: 2023-07-01\n"
	                    "recommendations: [{id: r1, title: Say who decides}]\nactions:\n"
	                    "  - {id: x, title: Do it, addresses: [r1], %s}\n---\n",
	                    DRAW(varied, fields)));
}

static void paper(struct varied *varied)
{
	static const char *const about[] = {"", "plan: next\n"};
	char hex[OBJECT_HEX_SIZE];
	struct object_id tip = history_id(varied->history, "HEAD");
	const char *as_of = draw(varied, 2) == 0
	                            ? ""
	                            : arena_printf(&varied->sandbox->arena, "as_of: %s\n",
	                                           object_hex(&tip, hex));
	commit(varied, "plans/better/september.md",
	       arena_printf(&varied->sandbox->arena,
	                    "---\nkind: paper\nid: september\ncommittee: board\n"
	                    "date: 2023-09-20\ntitle: Progress\nrecommendations: [To note it]\n"
	                    "%s%s---\n\n## Proposal\n\n<!-- ragtrail: status-table -->\n",
	                    DRAW(varied, about), as_of));
}

static void delete (struct varied *varied)
{
	const char *path = arena_printf(&varied->sandbox->arena, "plans/better/%s-%s.md",
	                                DRAW(varied, workstreams), DRAW(varied, periods));
	commit(varied, path, history_update("a", "2023-06", "green"));
	varied->day++;
	commit(varied, path, NULL);
}

static void merge(struct varied *varied)
{
	const char *side = arena_printf(&varied->sandbox->arena, "side-%d", varied->sides++);
	history_branch(varied->history, side);
	rate(varied);
	rate(varied);
	history_switch(varied->history, "main");
	varied->day++;
	HISTORY_MERGE(varied->history, varied->day, "Dora", side, {0});
}

static void elsewhere(struct varied *varied)
{
	commit(varied, "README.md",
	       arena_printf(&varied->sandbox->arena, "Day %d.\n", varied->day));
}

struct varied varied_begin(struct sandbox *sandbox, const char *folder, uint64_t seed)
{
	struct varied varied = {sandbox, history_new(sandbox, folder), seed, 0, 0};
	HISTORY(varied.history, {0, "Office", PLAN, history_plan("a b c")});
	next_plan(&varied);
	return varied;
}

void varied_step(struct varied *varied)
{
	static void (*const steps[])(struct varied *) = {
		rate,    rate,       rate, rate,  rate,   declare, plan,      next_plan,
		observe, close_down, act,  paper, delete, merge,   elsewhere,
	};
	varied->day += (int)draw(varied, 5);
	DRAW(varied, steps)(varied);
}
