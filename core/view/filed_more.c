/* What the record knows of a filed document beyond its fields: declared in view/filed_view.h. */
#include "view/filed_view.h"

#include "view/action_view.h"
#include "view/challenge_view.h"
#include "view/show_view.h"

enum { INDENT = 2, ITEM = 4 };

/* The document alone, as if nothing else were filed. */
struct alone {
	struct filed filed;
	struct cabinet cabinet;
	struct challenges challenges;
};

/* Release alone->challenges. False where its plan is no longer there. */
static bool read_challenges(const struct filed_shown *shown, struct alone *alone)
{
	if (shown->filed->kind != KIND_OBSERVATION || shown->filed->plan == NULL)
		return false;
	alone->filed = *shown->filed;
	alone->cabinet = (struct cabinet){.items = &alone->filed, .count = 1};
	challenges_read(shown->record, shown->filed->plan, &alone->cabinet, true,
	                &alone->challenges);
	return true;
}

static void challenges_text(const struct challenges *challenges, const struct layout *layout,
                            struct buf *out)
{
	struct buf line = BUF_INIT;
	if (challenges->count != 0)
		show_heading(out, "What answers its challenges", layout);
	for (size_t i = 0; i < challenges->count; i++) {
		const struct challenged *challenged = &challenges->items[i];
		const struct value *period = &challenged->challenge->period;
		char words[PERIOD_TEXT_SIZE];
		buf_clear(&line);
		buf_printf(&line, "%s%s%s: ",
		           challenged->series != NULL ? challenged->series->title
		                                      : "A rating that is not named",
		           period->valid ? ", " : "",
		           period->valid ? period_words(period->as.period, words) : "");
		challenge_state_words(challenged, &line);
		buf_repeat(out, ' ', INDENT);
		lines_wrap(out, line.bytes, INDENT, ITEM, layout);
	}
	buf_release(&line);
}

static void changes_text(const struct actions_history *history, const struct layout *layout,
                         struct buf *out)
{
	struct buf line = BUF_INIT;
	show_heading(out, "How the actions moved", layout);
	for (size_t i = 0; i < history->count; i++) {
		const struct action_history *item = &history->items[i];
		lines_add(out, item->id, INDENT, layout);
		for (size_t j = 0; j < item->count; j++) {
			const struct action_change *change = &item->changes[j];
			char day[DATE_TEXT_SIZE];
			buf_clear(&line);
			buf_printf(&line, "%s, %s: ",
			           date_short(date_from_time(landing_time(change->landing)), day),
			           change->landing->author.name);
			action_change_words(change, &line);
			buf_repeat(out, ' ', ITEM);
			lines_wrap(out, line.bytes, ITEM, ITEM + INDENT, layout);
		}
	}
	buf_release(&line);
}

void filed_more_as_text(const struct filed_shown *shown, const struct layout *layout,
                        struct buf *out)
{
	struct arena arena = ARENA_INIT;
	struct actions_history history;
	struct alone alone;
	if (read_challenges(shown, &alone)) {
		challenges_text(&alone.challenges, layout, out);
		challenges_release(&alone.challenges);
	}
	if (actions_history_read(shown->filed, shown->day, &arena, &history)) {
		show_heading(out, "Month by month", layout);
		action_plan_as_text(&history, layout, out);
		changes_text(&history, layout, out);
	}
	arena_release(&arena);
}

void filed_more_as_json(const struct filed_shown *shown, struct json_writer *json)
{
	struct arena arena = ARENA_INIT;
	struct actions_history history;
	struct alone alone;
	if (read_challenges(shown, &alone)) {
		challenges_all_as_json(json, &alone.challenges);
		challenges_release(&alone.challenges);
	}
	if (actions_history_read(shown->filed, shown->day, &arena, &history))
		action_plan_as_json(&history, "action_plan", json);
	arena_release(&arena);
}
