/* Updates, overviews and the plan, put into words: declared in candour/world.h. */
#include "candour/world.h"

#include <string.h>

#include "base/buf.h"
#include "candour/write.h"

static const char *const status_words[] = {"delivered", "in-progress", "carried", "split",
                                           "merged",    "missed",      "dropped", "not-started"};

void write_day(struct buf *out, const char *before, struct date day, const char *after)
{
	char text[DATE_TEXT_SIZE];
	if (is_given(day))
		buf_printf(out, "%s%s%s", before, date_iso(day, text), after);
}

void write_period(struct buf *out, const struct world *world, unsigned number)
{
	char text[PERIOD_TEXT_SIZE];
	buf_printf(out, "period: %s\n", period_iso(world->periods[number], text));
}

static void write_steps(struct buf *out, const struct world *world, const struct page *page)
{
	if (page->step_count != 0)
		buf_text(out, "milestones:\n");
	for (size_t i = 0; i < page->step_count; i++) {
		const struct step *step = &page->steps[i];
		buf_printf(out, "  - {id: %s, title: \"%s\"", step->id, step->title);
		write_day(out, ", due: ", step->due, "");
		buf_printf(out, ", status: %s", status_words[step->status]);
		write_day(out, ", delivered_on: ", step->delivered_on, "");
		if (step->reason != NULL)
			buf_printf(out, ", reason: \"%s\"", step->reason);
		if (step->into != NULL)
			buf_printf(out, ", into: [%s]", step->into);
		if (world->serves[page->strand])
			buf_printf(out, ", serves: [%s]",
			           i == 0       ? "o1, o2"
			           : i % 2 == 0 ? "o1"
			                        : "o2");
		if (step->needs != NULL)
			buf_printf(out, ", needs: [\"%s\"]", step->needs);
		buf_text(out, "}\n");
	}
	if (page->step_row != NULL)
		buf_text(out, page->step_row);
	if (page->next_count != 0)
		buf_text(out, "next_milestones:\n");
	for (size_t i = 0; i < page->next_count; i++) {
		buf_printf(out, "  - {id: %s, title: \"%s\"", page->next[i].id,
		           page->next[i].title);
		write_day(out, ", due: ", page->next[i].due, "");
		buf_text(out, "}\n");
	}
}

static void write_threats(struct buf *out, struct world *world, const struct page *page)
{
	if (page->threat_count != 0 || page->risk_row != NULL)
		buf_text(out, "risks:\n");
	for (size_t i = 0; i < page->threat_count; i++) {
		const struct threat *threat = &page->threats[i];
		buf_printf(out, "  - {id: %s, risk: \"%s\", mitigation: \"%s\"", threat->id,
		           threat->words->risk, threat->mitigation);
		if (threat->closed) {
			write_day(out, ", status: closed, closed_on: ", threat->closed_on, "");
			buf_printf(out, ", reason: \"%s\"",
			           say(world, page->strand, world->wording->reason_closed, NULL));
		} else if (i % 2 == 0) {
			buf_text(out, ", owner: Project manager, status: open");
		}
		buf_text(out, "}\n");
	}
	if (page->risk_row != NULL)
		buf_text(out, page->risk_row);
}

static void write_front(struct buf *out, struct world *world, const struct page *page)
{
	const struct name_row *name = &world->names[page->strand];
	buf_printf(out, "---\nworkstream: %s\n", name->id);
	write_period(out, world, page->number);
	buf_printf(out, "rag: %s\n", label_of(world, page->level));
	if (page->imported) {
		buf_text(out, "imported: {source: \"Highlight report, item 7\"}\n---\n");
		return;
	}
	buf_printf(out, "sponsor: \"%s\"\nmanagers: [\"Project manager\"]\nsupport: \"%s\"\n",
	           page->sponsor, page->support != NULL ? page->support : "Programme office");
	write_day(out, "agreed_completion: ", page->agreed, "\n");
	write_day(out, "forecast_completion: ", page->forecast, "\n");
	if (is_given(page->change_on)) {
		buf_printf(out, "agreed_change: {by: \"%s\"", world->board.name);
		write_day(out, ", on: ", page->change_on, ", ref: Minute 7}\n");
	}
	if (page->corrected)
		buf_printf(out, "correction: {reason: \"%s\"}\n",
		           say(world, page->strand, world->wording->correction, NULL));
	if (world->serves[page->strand])
		buf_printf(out,
		           "outcomes:\n  - {id: o1, title: Decisions are taken in good time}\n"
		           "  - {id: o2, title: Residents can see what is spent}\n%s",
		           page->third_outcome ? "  - {id: o3, title: Partners trust the figures}\n"
		                               : "");
	write_steps(out, world, page);
	write_threats(out, world, page);
	if (page->draft)
		buf_text(out, "draft: true\n");
	buf_text(out, "completed_by: Project manager\n");
	write_day(out, "completed_on: ", page->completed_on, "\n---\n");
}

static void add_file(struct world *world, const char *path, const struct buf *text,
                     const char *first_rating)
{
	struct corpus_plan *plan = world->plan;
	plan->files = arena_grow(&plan->arena, plan->files, plan->count, &plan->room,
	                         sizeof(*plan->files));
	plan->files[plan->count++] = (struct corpus_file){
		path, arena_text(&plan->arena, text->bytes, text->length), first_rating};
}

static void write_update(struct world *world, struct page *page, struct buf *out)
{
	static const char *const titles[] = {
		[ACTIVITIES] = "Key activities",    [ENGAGEMENT] = "Engagement",
		[CONCERNS] = "Concerns and issues", [RATIONALE] = "RAG rationale",
		[ROUTE] = "Route to green",         [SPONSOR] = "Sponsor comments"};
	const char *first = NULL;
	buf_clear(out);
	write_front(out, world, page);
	if (!page->imported)
		update_sections(world, page);
	for (enum section section = ACTIVITIES; section < SECTION_COUNT; section++)
		if (page->text[section] != NULL)
			buf_printf(out, "\n## %s\n\n%s\n", titles[section], page->text[section]);
	if (page->appendix)
		buf_text(out, "\n## Appendix A\n\nFigures by ward are kept in the programme "
		              "office's log.\n");
	if (page->rerated)
		first = label_of(world, page->level == 0 ? 1 : page->level - 1);
	add_file(world, page->path, out, first);
}

static void write_overview(struct world *world, struct page *page, struct buf *out)
{
	buf_clear(out);
	buf_text(out, "---\nkind: overview\n");
	write_period(out, world, page->number);
	buf_printf(out, "rag: %s\ndirector: Lead director\n", label_of(world, page->level));
	write_day(out, "completed_on: ", page->completed_on, "\n");
	if (page->roll_up_reason != NULL)
		buf_printf(out, "roll_up_reason: \"%s\"\n", page->roll_up_reason);
	buf_text(out, "---\n\n");
	overview_text(world, page, out);
	add_file(world, page->path, out, NULL);
	int leap = page->number == 0 ? 0 : page->level - page[-1].level;
	if (leap >= 3 || leap <= -3)
		label_add(world, page, "rating-jumped")->allowed = true;
}

static void write_committee(struct buf *out, const char *id, const struct committee_row *row)
{
	buf_printf(out, "  - {id: %s, name: \"%s\", type: %s", id, row->name, row->type);
	if (row->also != NULL)
		buf_printf(out, ", also: [\"%s\"]", row->also);
	buf_text(out, "}\n");
}

static void write_plan(struct world *world, struct buf *out)
{
	buf_clear(out);
	buf_text(out, "---\nkind: plan\ntitle: Improvement plan\norganisation: Example Council\n");
	write_day(out, "starts: ", world->plan_starts, "\n");
	write_day(out, "ends: ", world->plan_ends, "\n");
	buf_printf(out, "cadence: %s\nroll_up: %s\n",
	           world->two_monthly ? "two-monthly" : "monthly",
	           world->worst ? "worst" : "stated");
	if (world->levels == 3)
		buf_text(out, "scale:\n  levels:\n"
		              "    - {id: green, label: Green, short: G, meaning: As planned}\n"
		              "    - {id: amber, label: Amber, short: A, meaning: At risk}\n"
		              "    - {id: red, label: Red, short: R, meaning: Not as planned}\n");
	buf_text(out, "workstreams:\n");
	for (unsigned i = 0; i < world->strands; i++) {
		buf_printf(out, "  - {id: %s, title: \"%s\"", world->names[i].id,
		           world->names[i].title);
		if (world->names[i].also != NULL)
			buf_printf(out, ", also: [\"%s\"]", world->names[i].also);
		buf_text(out, "}\n");
	}
	buf_text(out, "people:\n");
	for (unsigned i = 0; i < world->strands; i++)
		buf_printf(out, "  - {id: p%u, name: \"%s\", role: Workstream sponsor}\n", i + 1,
		           world->sponsors[i]);
	buf_text(out, "committees:\n");
	write_committee(out, "board", &world->board);
	write_committee(out, "panel", &world->panel);
	buf_text(out, "meetings:\n");
	for (size_t i = 0; i < world->meeting_count; i++)
		write_day(out, "  - {committee: board, date: ", world->meetings[i], "}\n");
	for (size_t i = 0; i < world->panel_count; i++)
		write_day(out, "  - {committee: panel, date: ", world->panel_meetings[i], "}\n");
	if (world->further_rows != NULL)
		buf_text(out, world->further_rows);
	buf_text(out, "funding:\n");
	if (chance(world, 40))
		write_day(out, "  - {amount: \"250000\", until: ", world->ends[5], "}\n");
	write_day(out, "  - {amount: \"400000\", until: ", world->funding_until, "}\n---\n");
	add_file(world, arena_printf(world->arena, "plans/%s/plan.md", world->plan->id), out, NULL);
}

void world_write(struct world *world)
{
	struct buf out = BUF_INIT;
	for (unsigned strand = 0; strand <= OVERVIEW; strand++)
		for (unsigned number = 0; number < PERIODS; number++)
			if (strand < world->strands || strand == OVERVIEW)
				fault_of_words(world, &world->pages[strand][number]);
	for (unsigned strand = 0; strand < world->strands; strand++)
		for (unsigned number = 0; number < PERIODS; number++)
			write_update(world, &world->pages[strand][number], &out);
	for (unsigned number = 0; number < PERIODS; number++)
		write_overview(world, &world->pages[OVERVIEW][number], &out);
	write_plan(world, &out);
	buf_release(&out);
}
