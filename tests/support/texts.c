/* Texts of documents that break no rule: declared in support/history.h. */
#include "support/history.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "document/period.h"

/* One a program: tests are not threads, and a table may want many texts at once. */
static struct arena texts;

static void release_texts(void)
{
	arena_release(&texts);
}

static struct arena *pool(void)
{
	if (texts.blocks == NULL)
		atexit(release_texts);
	return &texts;
}

/* The fourth day after the period. */
static const char *completed_on(const char *period, char text[DATE_TEXT_SIZE])
{
	struct period read;
	if (!period_parse(period, &read))
		return "2023-09-04";
	int next = read.last + 1;
	return date_iso((struct date){next / 12, next % 12 + 1, 4}, text);
}

/* Another one for each rating of the usual scale, so that a rating moves with its reason. */
static const char *reason_of(const char *rag)
{
	static const struct {
		const char *rag, *reason;
	} rows[] = {
		{"green", "every step was taken in time"},
		{"green-amber", "a step needs more time"},
		{"amber", "some steps wait for a decision"},
		{"amber-red", "the supplier has gone"},
		{"red", "its money is spent"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (strcmp(rows[i].rag, rag) == 0)
			return rows[i].reason;
	return "of what was done";
}

static const char *write_update(const char *workstream, const char *period, const char *rag,
                                const char *extra, const char *words)
{
	char day[DATE_TEXT_SIZE];
	return arena_printf(pool(),
	                    "---\n"
	                    "workstream: %s\n"
	                    "period: %s\n"
	                    "rag: %s\n"
	                    "sponsor: Workstream sponsor\n"
	                    "managers: [Project manager]\n"
	                    "support: Programme office\n"
	                    "agreed_completion: 2025-03-31\n"
	                    "forecast_completion: 2025-03-31\n"
	                    "completed_by: Project manager\n"
	                    "completed_on: %s\n"
	                    "%s"
	                    "---\n"
	                    "\n"
	                    "## Key activities\n"
	                    "\n"
	                    "%s\n"
	                    "\n"
	                    "## RAG rationale\n"
	                    "\n"
	                    "The work of %s in %s is %s because %s, and would change "
	                    "if the next step slipped.\n"
	                    "\n"
	                    "## Sponsor comments\n"
	                    "\n"
	                    "I have read the report for %s and agree with %s.\n",
	                    workstream, period, rag, completed_on(period, day), extra, words,
	                    workstream, period, rag, reason_of(rag), period, rag);
}

const char *history_update_with(const char *workstream, const char *period, const char *rag,
                                const char *extra)
{
	const char *words = arena_printf(pool(), "The steps planned for %s were taken.", period);
	return write_update(workstream, period, rag, extra, words);
}

const char *history_update(const char *workstream, const char *period, const char *rag)
{
	return history_update_with(workstream, period, rag, "");
}

const char *history_update_saying(const char *workstream, const char *period, const char *rag,
                                  const char *words)
{
	return write_update(workstream, period, rag, "", words);
}

const char *history_overview(const char *period, const char *rag)
{
	char day[DATE_TEXT_SIZE];
	return arena_printf(pool(),
	                    "---\n"
	                    "kind: overview\n"
	                    "period: %s\n"
	                    "rag: %s\n"
	                    "director: Lead director\n"
	                    "completed_on: %s\n"
	                    "---\n"
	                    "\n"
	                    "The programme as a whole is %s for %s.\n",
	                    period, rag, completed_on(period, day), rag, period);
}

/* "data-quality" becomes "Data quality". */
static char *title_of(const char *id, size_t length)
{
	char *title = arena_text(pool(), id, length);
	if (title[0] >= 'a' && title[0] <= 'z')
		title[0] = (char)(title[0] - 'a' + 'A');
	for (char *at = title; *at != '\0'; at++)
		if (*at == '-')
			*at = ' ';
	return title;
}

const char *history_plan_with(const char *ids, const char *extra)
{
	const char *workstreams = "";
	for (const char *at = ids; *(at += strspn(at, " ")) != '\0'; at += strcspn(at, " ")) {
		int length = (int)strcspn(at, " ");
		workstreams = arena_printf(pool(), "%s  - {id: %.*s, title: %s}\n", workstreams,
		                           length, at, title_of(at, (size_t)length));
	}
	return arena_printf(pool(),
	                    "---\n"
	                    "kind: plan\n"
	                    "title: Improvement plan\n"
	                    "organisation: Example Combined Authority\n"
	                    "starts: 2023-05-01\n"
	                    "ends: 2025-03-31\n"
	                    "cadence: monthly\n"
	                    "workstreams:\n"
	                    "%s"
	                    "%s"
	                    "---\n",
	                    workstreams, extra);
}

const char *history_plan(const char *ids)
{
	return history_plan_with(ids, "");
}
