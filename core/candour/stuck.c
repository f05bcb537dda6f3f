/* A rating at which nothing moves: declared in candour/ask.h. */
#include "candour/ask.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

enum { FEWEST = 3 /* chapters in a row */ };

static const char *known(const struct value *value)
{
	return value->text != NULL ? value->text : "";
}

/* What is said of the work in fields, a line each: equal where nothing has changed. */
struct state {
	char **lines;
	size_t count, room;
	size_t moving; /* milestones and risks: without any nobody can tell */
};

static void add_line(struct state *state, struct arena *arena, const char *type,
                     const struct value *const *values, size_t count)
{
	const char *line = type;
	for (size_t i = 0; i < count; i++)
		line = arena_printf(arena, "%s\x1f%s", line, known(values[i]));
	state->lines =
		arena_grow(arena, state->lines, state->count, &state->room, sizeof(*state->lines));
	state->lines[state->count++] = arena_text(arena, line, strlen(line));
}

static int compare_lines(const void *a, const void *b)
{
	char *const *first = a, *const *second = b;
	return strcmp(*first, *second);
}

static void add_milestones(struct state *state, const struct update *update, struct arena *arena)
{
	const struct milestone *milestones = LIST_OF(struct milestone, update->milestones);
	for (size_t i = 0; i < update->milestones.count; i++) {
		const struct milestone *at = &milestones[i];
		add_line(state, arena, "milestone",
		         (const struct value *const[]){&at->id, &at->due, &at->status}, 3);
		state->moving++;
	}
	const struct next_milestone *next = LIST_OF(struct next_milestone, update->next_milestones);
	for (size_t i = 0; i < update->next_milestones.count; i++)
		add_line(state, arena, "next",
		         (const struct value *const[]){&next[i].id, &next[i].due}, 2);
}

static struct state state_of(const struct chapter *chapter, struct arena *arena)
{
	struct state state = {0};
	const struct update *update = chapter_update(chapter);
	const struct risk *risks = LIST_OF(struct risk, update->risks);
	add_line(&state, arena, "dates",
	         (const struct value *const[]){&update->agreed_completion,
	                                       &update->forecast_completion},
	         2);
	add_milestones(&state, update, arena);
	for (size_t i = 0; i < update->risks.count; i++) {
		const struct risk *at = &risks[i];
		add_line(&state, arena, "risk",
		         (const struct value *const[]){&at->id, &at->risk, &at->mitigation,
		                                       &at->rating, &at->status},
		         5);
		state.moving++;
	}
	qsort(state.lines, state.count, sizeof(*state.lines), compare_lines);
	return state;
}

static bool same_state(const struct state *a, const struct state *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (strcmp(a->lines[i], b->lines[i]) != 0)
			return false;
	return true;
}

/* How far back the rating and the state are this chapter's; sets *FIRST to the first of them. */
static int unchanged(const struct chapter *chapter, struct arena *arena,
                     const struct chapter **first)
{
	int count = 0, steps;
	struct state now = state_of(chapter, arena);
	if (now.moving == 0)
		return 0;
	for (const struct chapter *at = chapter; at != NULL && count < STORY_LOOKBACK;
	     at = chapter_last(at)) {
		struct state then = state_of(at, arena);
		if (!chapter_compare(at, chapter, &steps) || steps != 0 || !same_state(&now, &then))
			break;
		*first = at;
		count++;
	}
	return count;
}

void ask_rating_stuck(const struct question *question)
{
	char period[PERIOD_TEXT_SIZE];
	struct arena arena = ARENA_INIT;
	const struct chapter *chapter = question->chapter, *first = chapter;
	const struct update *update = chapter_update(chapter);
	if (chapter->level == SCALE_NONE || chapter_is_well(chapter))
		return;
	int count = unchanged(chapter, &arena, &first);
	arena_release(&arena);
	if (count < FEWEST)
		return;
	struct doubt *doubt = doubt_raise(
		question, update->rag.place,
		"rated %.60s %d times in a row since %s, and in that time no date, milestone or "
		"risk has changed",
		chapter_rating(chapter), count, period_words(first->period, period));
	doubt_point(question, doubt, first, chapter_update(first)->rag.place,
	            "rated %.60s, with the same dates, milestones and risks",
	            chapter_rating(first));
}
