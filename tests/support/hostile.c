/* The hostile repository: see hostile.h. */
#include "support/hostile.h"

#include <string.h>

#include "base/buf.h"

/* Fits a double-quoted text of YAML, and a list of them. */
static const char words[] =
	"</title></style></textarea><script>alert(1)</script><img src=x onerror=alert(2)>"
	"<svg onload=alert(3)><a href='javascript:alert(4)'>a</a> \\\" onmouseover=\\\"alert(5) "
	"style=\\\"x ' onfocus='alert(6) &amp;&#x41;&lt; ]]> --> <!-- \\u202Eesrever\\u202C "
	"\\u2066b\\u2069 \\u200B\\uFEFF\\0\\a\\e[31m ../../../etc/passwd C:\\\\con\\\\nul "
	"https://example.org/x?a=1&b=2 fay@example.org =cmd|' /C calc'!A0";

static const char body[] =
	"<script>alert(10)</script>\n"
	"\n"
	"<img src=x onerror=alert(11)> <style>*{display:none}</style> "
	"<iframe src=\"https://example.org\"></iframe><base href=\"https://example.org/\">\n"
	"\n"
	"[a](javascript:alert(12)) [b](JaVaScRiPt:alert) [c](data:text/html,x) [d](vbscript:x)\n"
	"[e](//example.org/x) [f](\\\\example.org) [g](java&#10;script:x) [h](&#x6a;avascript:x)\n"
	"[i](feed:javascript:alert(13)) [j](blob:x) [k](file:///etc/passwd) [l](ftp://example.org)\n"
	"![m](https://example.org/m.png) ![n](javascript:alert(14)) <javascript:alert(15)>\n"
	"[o](https://fay:secret@example.org/?a=1&b=\"2\" \"a 'title'\") [p](#main)\n"
	"\n"
	"Text that \xe2\x80\xaeturns round\xe2\x80\xac, \xe2\x81\xa6hides\xe2\x81\xa9 and\xe2\x80\x8b "
	"splits, a\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81, \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f"
	"\x9a\x92, \xef\xb7\xbd.\n"
	"\n"
	"```html\" onclick=\"alert(16)\n"
	"</code></pre><script>alert(17)</script>\n"
	"```\n"
	"\n"
	"# A heading of the first level\n"
	"###### of the sixth\n"
	"\n"
	"> > > > > > > > > > > > > > > > deep\n"
	"\n"
	"- - - - - - - - - - - - - - - - deeper\n"
	"\n";

static const char plan_text[] =
	"---\n"
	"kind: plan\n"
	"title: \"@\"\n"
	"organisation: \"@\"\n"
	"phase: \"@\"\n"
	"starts: 2023-05-01\n"
	"ends: 2025-03-31\n"
	"due_day: 10\n"
	"workstreams:\n"
	"  - {id: a, title: \"@\", also: [\"@\"], sponsor: \"@\", addresses: [worry],\n"
	"     themes: [{id: t, title: \"@\"}]}\n"
	"  - {id: long, title: \"~\", sponsor: \"~\"}\n"
	"concerns: [{id: worry, source: \"@\", raised: 2023-05-01, title: \"@\"},\n"
	"  {id: other, source: \"@\", raised: 2023-05-01, title: \"~\"}]\n"
	"committees: [{id: board, name: \"@\", also: [\"@\"], type: decide}]\n"
	"meetings: [{committee: board, date: 2023-07-26, tag: \"@\"},\n"
	"  {committee: board, date: 2023-08-20, tag: \"board/<script>alert(20)</script>\"},\n"
	"  {committee: board, date: 2023-09-20, tag: board/2023-09-20}]\n"
	"organisations: [{id: us, name: \"@\", role: \"@\"}]\n"
	"people: [{id: fay, name: \"@\", organisation: us, role: \"@\", note: \"@\"},\n"
	"  {id: gus, name: \"~\", role: \"@\"}]\n"
	"objectives: [\"@\", \"~\"]\n"
	"funding: [{amount: \"@\", until: 2024-03-31, note: \"@\"}]\n"
	"unrated: [{id: u, title: \"@\"}]\n"
	"site:\n"
	"  accent: \"#fff;} body{background:url(https://example.org/)} x{\"\n"
	"  header: \"@\"\n"
	"  footer: \"~\"\n"
	"  base_url: \"javascript:alert(21)\"\n"
	"  accessibility_statement: \"https://example.org/\\\" onclick=\\\"alert(22)\"\n"
	"---\n"
	"\n"
	"^";

static const char update_text[] =
	"---\n"
	"workstream: %\n"
	"period: 2023-07\n"
	"rag: green\n"
	"sponsor: \"@\"\n"
	"managers: [\"@\", \"~\"]\n"
	"support: \"@\"\n"
	"agreed_completion: 2024-03-31\n"
	"forecast_completion: 2024-05-15\n"
	"description: \"@\"\n"
	"outcomes: [{id: o, title: \"@\"}]\n"
	"milestones:\n"
	"  - {id: one, title: \"@\", due: 2023-07-01, status: in-progress, reason: \"@\",\n"
	"     into: [\"@\"], serves: [\"@\"], needs: [\"@\"]}\n"
	"  - {id: two, title: \"~\", due: 2023-09-01, status: not-started}\n"
	"  - {id: \"@\", title: odd, status: delivered}\n"
	"next_milestones: [{id: next, title: \"@\", due: 2023-10-01}]\n"
	"risks: [{id: one, risk: \"@\", mitigation: \"@\", owner: \"@\", rating: \"@\"},\n"
	"  {id: two, risk: \"~\", mitigation: \"~\", owner: \"~\", rating: \"~\"}]\n"
	"completed_by: \"@\"\n"
	"completed_on: 2023-08-04\n"
	"explained: [{rule: green-past-agreed, reason: \"@\"}, {rule: \"@\", reason: \"@\"}]\n"
	"---\n"
	"\n"
	"## Key activities\n\n^"
	"## <script>alert(30)</script> \" onclick=\"alert(31)\n\n^"
	"## RAG rationale\n\n^\n~~\n\n"
	"## Sponsor comments\n\n^";

static const char overview_text[] = "---\n"
				    "kind: overview\n"
				    "period: 2023-08\n"
				    "rag: amber\n"
				    "director: \"@\"\n"
				    "completed_on: 2023-09-04\n"
				    "roll_up_reason: \"@\"\n"
				    "---\n\n^";

static const char observation_text[] =
	"---\n"
	"kind: observation\n"
	"id: heard\n"
	"title: \"@\"\n"
	"committee: board\n"
	"date: 2023-09-11\n"
	"about: [a, \"@\"]\n"
	"challenges:\n"
	"  - {id: c, workstream: a, period: 2023-08, reason: \"@\",\n"
	"     response: {by: \"@\", on: 2023-09-12, text: \"@\"}}\n"
	"  - {workstream: long, period: 2023-08, reason: \"~\"}\n"
	"independent: [{workstream: a, period: 2023-08, rag: amber, reason: \"@\"}]\n"
	"response: \"@\"\n"
	"---\n\n^";

static const char closedown_text[] =
	"---\n"
	"kind: closedown\n"
	"id: end\n"
	"title: \"@\"\n"
	"date: 2023-09-15\n"
	"tasks:\n"
	"  - {id: t, workstream: a, task: \"@\", evidence: [{text: \"@\", committee: board,\n"
	"     on: 2023-09-01, link: \"javascript:alert(40)\"}, {text: \"~\",\n"
	"     link: \"https://example.org/\\\" onclick=\\\"alert(41)\"}],\n"
	"     outstanding: [\"@\", \"~\"], disposition: next-phase, to: \"@\",\n"
	"     accepted: {by: \"@\", on: 2023-09-16}}\n"
	"  - {id: \"@\", workstream: \"@\", task: \"~\", disposition: \"@\"}\n"
	"---\n\n^";

static const char actions_text[] =
	"---\n"
	"kind: actions\n"
	"id: plan\n"
	"title: \"@\"\n"
	"source: \"@\"\n"
	"date: 2023-09-01\n"
	"groups: [{id: g, title: \"@\"}]\n"
	"recommendations: [{id: r, title: \"@\", group: g}, {id: s, title: \"~\", parent: r}]\n"
	"actions: [{id: x, title: \"@\", addresses: [r, \"@\"], owner: \"@\", due: 2023-10-01,\n"
	"  measure: \"@\", status: in-progress, evidence: [\"@\", \"~\"]}]\n"
	"---\n\n^";

static const char paper_text[] =
	"---\n"
	"kind: paper\n"
	"id: sept\n"
	"committee: board\n"
	"date: 2023-09-20\n"
	"item: \"@\"\n"
	"title: \"@\"\n"
	"report_of: \"@\"\n"
	"lead_member: \"@\"\n"
	"public: true\n"
	"key_decision: \"@\"\n"
	"voting: \"@\"\n"
	"recommendations: [\"@\", \"~\"]\n"
	"objectives: [\"@\"]\n"
	"implications: {financial: \"@\", legal: \"~\", public_health: \"@\", environmental: \"@\"}\n"
	"appendices: [\"@\"]\n"
	"background_papers: [\"@\"]\n"
	"plan: odd\n"
	"---\n\n<!-- ragtrail: status-table -->\n\n<!-- ragtrail: \"><script>alert(50)</script> -->\n\n^";

/* The template with each `@` the hostile words, `~` as long a word as a value may have, `^` a
 * hostile body and `%` ID. */
static const char *filled(struct sandbox *sandbox, const char *template, const char *id)
{
	struct buf text = BUF_INIT;
	for (const char *at = template; *at != '\0'; at++) {
		if (*at == '@')
			buf_text(&text, words);
		else if (*at == '^')
			buf_text(&text, body);
		else if (*at == '%')
			buf_text(&text, id);
		else if (*at == '~')
			for (size_t i = 0; i < HOSTILE_LONG; i++)
				buf_byte(&text, 'W');
		else
			buf_byte(&text, *at);
	}
	const char *copy = arena_text(&sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	return copy;
}

const char *const hostile_plans[] = {
	"odd",
	"ids",
	"many",
	"con",
	"COM1.x",
	"index",
	"Odd",
	"o\xd1\x81"
	"dd",
	"..odd",
	"odd.",
	" odd ",
	"style.css",
	"<b onclick=alert(60)>",
	"a\\..\\b",
	"\xe2\x80\xae"
	"ddo",
};
const size_t hostile_plan_count = sizeof(hostile_plans) / sizeof(hostile_plans[0]);

/* Ids that no slug is, or that are the name of something else; as YAML writes them. */
static const char *const bad_ids[] = {
	"\"../../escape\"",
	"\"..\"",
	"\".\"",
	"\"\"",
	"con",
	"nul",
	"aux.txt",
	"lpt1",
	"index",
	"candour",
	"concerns",
	"period-2023-07",
	"change-0",
	"compare-a-to-b",
	"paper-sept",
	"\"A\"",
	"a",
	"\"\xd0\xb0\"",
	"\"a.\"",
	"\"a \"",
	"\"a/b\"",
	"\"a\\\\b\"",
	"\"a\\0b\"",
	"\"a\\u202Eb\"",
	"\"%2e%2e%2f\"",
	"\"_61\"",
	"\"<script>alert(70)</script>\"",
	"\"\\\" onclick=\\\"alert(71)\"",
	"\"javascript:alert(72)\"",
	"\"a\\nb\"",
	"\"\xf0\x9f\x9a\xa8\"",
	"\"ａ\"",
};
enum { BAD_IDS = sizeof(bad_ids) / sizeof(bad_ids[0]) };

/* The plan `ids`, an update for each of its workstreams, and two whose ids differ at their end. */
static void commit_ids(struct history *history)
{
	struct sandbox *sandbox = history->sandbox;
	struct row rows[BAD_IDS + 3];
	struct buf plan = BUF_INIT;
	const char *ids[BAD_IDS + 2];
	memcpy(ids, bad_ids, sizeof(bad_ids));
	ids[BAD_IDS] = filled(sandbox, "\"~1\"", "");
	ids[BAD_IDS + 1] = filled(sandbox, "\"~2\"", "");
	buf_text(&plan, "---\nkind: plan\ntitle: Odd ids\norganisation: Example\n"
	                "starts: 2023-05-01\nends: 2025-03-31\nworkstreams:\n");
	for (size_t i = 0; i < BAD_IDS + 2; i++) {
		buf_printf(&plan, "  - {id: %s, title: Odd %zu}\n", ids[i], i);
		rows[i + 1] = (struct row){
			.path = arena_printf(&sandbox->arena, "plans/ids/u%zu.md", i),
			.text = history_update(ids[i], "2023-08", "green"),
		};
	}
	buf_text(&plan, "---\n");
	rows[0] = (struct row){3, "Ann", "plans/ids/plan.md",
	                       arena_text(&sandbox->arena, plan.bytes, plan.length)};
	buf_release(&plan);
	history_add(history, rows, BAD_IDS + 3);
}

/* The plan `many`: an update for each of so many workstreams. */
static void commit_many(struct history *history)
{
	struct sandbox *sandbox = history->sandbox;
	struct row *rows = arena_new(&sandbox->arena, (HOSTILE_WORKSTREAMS + 1) * sizeof(*rows));
	const char *ids = "";
	for (size_t i = 0; i < HOSTILE_WORKSTREAMS; i++) {
		const char *id = arena_printf(&sandbox->arena, "w%zu", i);
		ids = arena_printf(&sandbox->arena, "%s %s", ids, id);
		rows[i + 1] = (struct row){
			.path = arena_printf(&sandbox->arena, "plans/many/%s.md", id),
			.text = history_update(id, "2023-08", i % 3 == 0 ? "amber" : "green"),
		};
	}
	rows[0] = (struct row){4, "Ann", "plans/many/plan.md", history_plan(ids)};
	history_add(history, rows, HOSTILE_WORKSTREAMS + 1);
}

/* A plan in each folder whose name is the trap. */
static void commit_folders(struct history *history)
{
	struct sandbox *sandbox = history->sandbox;
	for (size_t i = 3; i < hostile_plan_count; i++)
		HISTORY(history,
		        {5, "Ann",
		         arena_printf(&sandbox->arena, "plans/%s/plan.md", hostile_plans[i]),
		         history_plan("a")},
		        {.path = arena_printf(&sandbox->arena, "plans/%s/a.md", hostile_plans[i]),
		         .text = history_update("a", "2023-08", "green")});
}

struct history *hostile_history(struct sandbox *sandbox, const char *folder)
{
	struct history *history = history_new(sandbox, folder);
	const char *name = "Fay &lt;script&gt; \" onclick=\"alert(80) & \"'sons' \xe2\x80\xae@";
	const char *update = filled(sandbox, update_text, "a");
	const char *later = filled(sandbox, update_text, "a");
	char *august = strstr(later, "2023-07");
	august[6] = '8';
	const char *message =
		filled(sandbox, "</pre><script>alert(81)</script> \"'&\n\n^\n~\n", "");
	struct row first[] = {
		{.path = "plans/odd/plan.md", .text = filled(sandbox, plan_text, "")},
		{.path = "plans/odd/a.md", .text = update},
		{.path = "plans/odd/long.md", .text = filled(sandbox, update_text, "long")},
		{.path = "plans/odd/<img src=x onerror=alert(82)>.md", .text = "broken"},
	};
	struct row second[] = {
		{.path = "plans/odd/a.md", .text = later},
		{.path = "plans/odd/overview.md", .text = filled(sandbox, overview_text, "")},
		{.path = "plans/odd/heard.md", .text = filled(sandbox, observation_text, "")},
		{.path = "plans/odd/end.md", .text = filled(sandbox, closedown_text, "")},
		{.path = "plans/odd/actions.md", .text = filled(sandbox, actions_text, "")},
		{.path = "plans/odd/sept.md", .text = filled(sandbox, paper_text, "")},
	};
	history_commit(
		history,
		&(struct commit){
			.day = 1, .author = name, .message = message, .rows = first, .count = 4});
	history_tag(history, "board/<script>alert(20)</script>");
	history_commit(
		history,
		&(struct commit){
			.day = 2, .author = name, .message = message, .rows = second, .count = 6});
	history_tag(history, "board/2023-09-20");
	commit_ids(history);
	commit_many(history);
	commit_folders(history);
	return history;
}
