/*
 * Milestones without a day: declared in candour/ask.h.
 *
 * One without a day may stand beside others: not everything can be dated. Where none of
 * several has one, nothing in the report can ever be late.
 */
#include "candour/ask.h"

#include "candour/progress.h"

enum { FEWEST = 3, POINTED_MOST = 8 };

/* What is still to be reached: the rows, and how many there are. */
struct ahead {
	const struct question *question;
	struct doubt *doubt; /* NULL while they are counted */
	size_t count, dated;
};

/* Counts the row, or points to it. */
static void take(struct ahead *ahead, struct place place, const struct value *due, const char *name,
                 const char *stand)
{
	ahead->count++;
	ahead->dated += due->text != NULL ? 1 : 0;
	if (ahead->doubt != NULL && ahead->count <= POINTED_MOST)
		doubt_point(ahead->question, ahead->doubt, ahead->question->chapter, place,
		            "%s is %s, without a day", name, stand);
}

static void take_all(struct ahead *ahead)
{
	const struct question *question = ahead->question;
	const struct update *update = chapter_update(question->chapter);
	const struct milestone *rows = LIST_OF(struct milestone, update->milestones);
	const struct next_milestone *next = LIST_OF(struct next_milestone, update->next_milestones);
	struct arena *arena = &question->doubts->arena;
	for (size_t i = 0; i < update->milestones.count; i++)
		if (milestone_is_open(&rows[i]))
			take(ahead, rows[i].place, &rows[i].due,
			     milestone_name(&rows[i].title, &rows[i].id, arena), "open");
	for (size_t i = 0; i < update->next_milestones.count; i++)
		take(ahead, next[i].place, &next[i].due,
		     milestone_name(&next[i].title, &next[i].id, arena), "planned next");
}

/* The first row that is still to be reached; there is one. */
static struct place first_ahead(const struct update *update)
{
	const struct milestone *rows = LIST_OF(struct milestone, update->milestones);
	for (size_t i = 0; i < update->milestones.count; i++)
		if (milestone_is_open(&rows[i]))
			return rows[i].place;
	return LIST_OF(struct next_milestone, update->next_milestones)[0].place;
}

void ask_milestone_undated(const struct question *question)
{
	const struct chapter *chapter = question->chapter;
	struct ahead ahead = {.question = question};
	if (document_is_draft(chapter_document(chapter)) && !question->landing)
		return;
	take_all(&ahead);
	if (ahead.count < FEWEST || ahead.dated != 0)
		return;
	size_t count = ahead.count;
	ahead = (struct ahead){.question = question};
	ahead.doubt = doubt_raise(
		question, first_ahead(chapter_update(chapter)),
		"none of the %zu milestones that are open or planned next has a day (`due`), so "
		"that none of them can be seen to be late",
		count);
	take_all(&ahead);
}
