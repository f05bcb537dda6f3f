/* Milestones, from period to period: declared in candour/ask.h. */
#include "candour/ask.h"
#include "candour/gist.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"

enum {
	QUOTED_MOST = 70,  /* characters of a title in a message */
	RENAMED_MOST = 64, /* milestones that are compared by their titles */
	POINTED_MOST = 10, /* pieces of evidence for one doubt */
	STATUS_UNKNOWN = -1,
};

/* A milestone of a chapter: it may stand in both lists, and counts once. */
struct row {
	const char *id, *title;
	struct place place;
	const struct milestone *reported; /* NULL: it is only planned */
	int status;                       /* of what is reported; or STATUS_UNKNOWN */
	bool next;
	/* What was said of it last: see look_back(). */
	const struct row *earlier;
	const struct chapter *earlier_chapter;
};

struct rows {
	struct row *items; /* in the document's order; each has an id */
	size_t count, room;
	struct map by_id;
};

static void add_row(struct rows *rows, struct arena *arena, const struct row *row)
{
	rows->items =
		arena_grow(arena, rows->items, rows->count, &rows->room, sizeof(*rows->items));
	rows->items[rows->count] = *row;
	if (row->title == NULL)
		rows->items[rows->count].title = row->id;
	rows->count++;
}

/* Reads both lists. The map points into the rows, so it is made when there are all. */
static struct rows rows_of(const struct update *update, struct arena *arena)
{
	const struct milestone *milestones = LIST_OF(struct milestone, update->milestones);
	const struct next_milestone *next = LIST_OF(struct next_milestone, update->next_milestones);
	struct rows rows = {.by_id = MAP_INIT};
	for (size_t i = 0; i < update->milestones.count; i++)
		if (milestones[i].id.valid)
			add_row(&rows, arena,
			        &(struct row){
					.id = milestones[i].id.text,
					.title = milestones[i].title.text,
					.place = milestones[i].place,
					.reported = &milestones[i],
					.status = milestones[i].status.valid
			                                  ? (int)milestones[i].status.as.word
			                                  : STATUS_UNKNOWN,
				});
	for (size_t i = 0; i < update->next_milestones.count; i++)
		if (next[i].id.valid)
			add_row(&rows, arena,
			        &(struct row){
					.id = next[i].id.text,
					.title = next[i].title.text,
					.place = next[i].place,
					.status = STATUS_UNKNOWN,
					.next = true,
				});
	size_t count = 0;
	for (size_t i = 0; i < rows.count; i++) {
		struct row *same = map_get(&rows.by_id, rows.items[i].id);
		if (same != NULL) {
			same->next = same->next || rows.items[i].next;
			continue;
		}
		rows.items[count] = rows.items[i];
		map_set(&rows.by_id, rows.items[count].id, &rows.items[count]);
		count++;
	}
	rows.count = count;
	return rows;
}

static const char *title_of(const struct row *row, struct arena *arena)
{
	return text_quote(row->title, QUOTED_MOST, arena);
}

static bool is_status_open(int status)
{
	return status == MILESTONE_IN_PROGRESS || status == MILESTONE_CARRIED ||
	       status == MILESTONE_NOT_STARTED;
}

/* "in progress": as a sentence has it. */
static const char *status_words(int status)
{
	static const char *const words[] = {
		[MILESTONE_DELIVERED] = "delivered",  [MILESTONE_IN_PROGRESS] = "in progress",
		[MILESTONE_CARRIED] = "carried over", [MILESTONE_SPLIT] = "split",
		[MILESTONE_MERGED] = "merged",        [MILESTONE_MISSED] = "missed",
		[MILESTONE_DROPPED] = "dropped",      [MILESTONE_NOT_STARTED] = "not started",
	};
	return words[status];
}

/* A draft may have gaps that are yet to be filled; what lands may not. */
static bool is_unfinished(const struct question *question)
{
	return document_is_draft(chapter_document(question->chapter)) && !question->landing;
}

/* --- milestones that do not come back --- */

struct turn {
	const struct question *question;
	const struct chapter *last;
	struct rows before, now;
	struct map into; /* what milestones of now were split or merged into */
	struct arena arena;
};

static bool is_expected(const struct row *row)
{
	if (row->reported == NULL || is_status_open(row->status))
		return true;
	return row->next && (row->status == MILESTONE_MISSED || row->status == STATUS_UNKNOWN);
}

static bool is_lost(const struct turn *turn, const struct row *row)
{
	return is_expected(row) && map_get(&turn->now.by_id, row->id) == NULL &&
	       map_get(&turn->into, row->id) == NULL;
}

/* A milestone of now that is new and has nearly the same title, or NULL. */
static const struct row *find_renamed(struct turn *turn, const struct row *lost)
{
	struct gist gist = gist_of(lost->title, &turn->arena);
	for (size_t i = 0; i < turn->now.count && i < RENAMED_MOST; i++) {
		const struct row *row = &turn->now.items[i];
		if (map_get(&turn->before.by_id, row->id) != NULL)
			continue;
		struct gist other = gist_of(row->title, &turn->arena);
		if (gist_alike(&gist, &other))
			return row;
	}
	return NULL;
}

static void point_to_lost(struct turn *turn, struct doubt *doubt, const struct row *row)
{
	const char *title = title_of(row, &turn->arena);
	bool open = row->reported != NULL && row->status != STATUS_UNKNOWN && !row->next;
	if (open)
		doubt_point(turn->question, doubt, turn->last, row->place, "\"%s\" was %s", title,
		            status_words(row->status));
	else
		doubt_point(turn->question, doubt, turn->last, row->place,
		            "\"%s\" was planned for the next period", title);
}

/* Where the lists stand of which something is missing. */
static struct place lists_place(const struct update *update)
{
	if (update->milestones.place.line != 0)
		return update->milestones.place;
	return update->next_milestones.place.line != 0 ? update->next_milestones.place
	                                               : update->period.place;
}

static void tell_lost(struct turn *turn, const struct row *row, bool compared)
{
	char period[PERIOD_TEXT_SIZE];
	const struct question *question = turn->question;
	const char *title = title_of(row, &turn->arena);
	const struct row *renamed = compared ? find_renamed(turn, row) : NULL;
	bool open = row->reported != NULL && row->status != STATUS_UNKNOWN && !row->next;
	period_words(turn->last->period, period);
	struct doubt *doubt;
	if (renamed != NULL)
		doubt = doubt_raise(question, renamed->place,
		                    "milestone \"%s\" of %s is gone, but looks like \"%s\" under "
		                    "another id: `%s` became `%s`",
		                    title, period, title_of(renamed, &turn->arena), row->id,
		                    renamed->id);
	else if (open)
		doubt = doubt_raise(question, lists_place(chapter_update(question->chapter)),
		                    "milestone \"%s\" was %s in %s, and is listed neither for this "
		                    "period nor for the next",
		                    title, status_words(row->status), period);
	else
		doubt = doubt_raise(
			question, lists_place(chapter_update(question->chapter)),
			"milestone \"%s\" was planned next in %s, and is listed neither "
			"for this period nor for the next",
			title, period);
	point_to_lost(turn, doubt, row);
}

/* The update has no milestone at all: that is said once. */
static void tell_all_lost(struct turn *turn, size_t lost)
{
	char period[PERIOD_TEXT_SIZE];
	size_t pointed = 0;
	struct doubt *doubt =
		doubt_raise(turn->question, lists_place(chapter_update(turn->question->chapter)),
	                    "%zu milestones were open or planned next in %s, and no milestone "
	                    "is listed now",
	                    lost, period_words(turn->last->period, period));
	for (size_t i = 0; i < turn->before.count && pointed < POINTED_MOST; i++)
		if (is_lost(turn, &turn->before.items[i])) {
			point_to_lost(turn, doubt, &turn->before.items[i]);
			pointed++;
		}
}

static void read_into(struct turn *turn, const struct update *update)
{
	const struct milestone *milestones = LIST_OF(struct milestone, update->milestones);
	for (size_t i = 0; i < update->milestones.count; i++) {
		const struct value *into = LIST_OF(struct value, milestones[i].into);
		for (size_t j = 0; j < milestones[i].into.count; j++)
			if (into[j].text != NULL)
				map_set(&turn->into, into[j].text, turn);
	}
}

/* True for what was taken from a paper that gives no milestones. */
static bool has_no_lists(const struct chapter *chapter)
{
	const struct update *update = chapter_update(chapter);
	return chapter_is_imported(chapter) && update->milestones.count == 0 &&
	       update->next_milestones.count == 0;
}

void ask_milestone_lost(const struct question *question)
{
	const struct chapter *chapter = question->chapter, *last = chapter_last(chapter);
	if (last == NULL || has_no_lists(chapter))
		return;
	struct turn turn = {.question = question, .last = last, .into = MAP_INIT};
	size_t lost = 0, told = 0;
	turn.before = rows_of(chapter_update(last), &turn.arena);
	turn.now = rows_of(chapter_update(chapter), &turn.arena);
	read_into(&turn, chapter_update(chapter));
	for (size_t i = 0; i < turn.before.count; i++)
		lost += is_lost(&turn, &turn.before.items[i]) ? 1 : 0;
	if (turn.now.count == 0 && lost > 1 && !is_unfinished(question))
		tell_all_lost(&turn, lost);
	else if (turn.now.count != 0 || !is_unfinished(question))
		for (size_t i = 0; i < turn.before.count; i++)
			if (is_lost(&turn, &turn.before.items[i]))
				tell_lost(&turn, &turn.before.items[i], told++ < RENAMED_MOST);
	map_release(&turn.into);
	map_release(&turn.before.by_id);
	map_release(&turn.now.by_id);
	arena_release(&turn.arena);
}

/* --- milestones without a reason --- */

/* "No further action": nothing that is carried over. "… until May" is something else. */
static bool says_no_more(const struct value *reason, struct arena *arena)
{
	static const char *const bounds[] = {"until", "before", "unless", "except", "other", NULL};
	static const char phrase[] = "no further action";
	struct sentences sentences = {0};
	if (reason->text != NULL)
		sentences_of_text(reason->text, arena, &sentences);
	for (size_t i = 0; i < sentences.count; i++)
		if (sentence_find(&sentences.items[i], 0, phrase) < sentences.items[i].count &&
		    !sentence_has(&sentences.items[i], bounds))
			return true;
	return false;
}

static void tell_no_more(const struct question *question, const struct milestone *row,
                         struct arena *arena)
{
	const char *title = text_quote(row->title.text, QUOTED_MOST, arena);
	struct doubt *doubt = doubt_raise(question, row->reason.place,
	                                  "milestone \"%s\" was carried over, and its reason "
	                                  "says that there is no further action",
	                                  title);
	doubt_point(question, doubt, question->chapter, row->place, "\"%s\", `status: %s`", title,
	            row->status.text);
}

void ask_milestone_unreasoned(const struct question *question)
{
	const struct update *update = chapter_update(question->chapter);
	const struct milestone *rows = LIST_OF(struct milestone, update->milestones);
	struct arena arena = ARENA_INIT;
	if (is_unfinished(question))
		return;
	for (size_t i = 0; i < update->milestones.count; i++) {
		if (!rows[i].status.valid || rows[i].title.text == NULL)
			continue;
		int status = (int)rows[i].status.as.word;
		bool moved = status == MILESTONE_CARRIED || status == MILESTONE_MISSED ||
		             status == MILESTONE_DROPPED;
		bool became = status == MILESTONE_SPLIT || status == MILESTONE_MERGED;
		if (status == MILESTONE_CARRIED && says_no_more(&rows[i].reason, &arena))
			tell_no_more(question, &rows[i], &arena);
		if (!(moved && rows[i].reason.text == NULL) && !(became && rows[i].into.count == 0))
			continue;
		const char *title = text_quote(rows[i].title.text, QUOTED_MOST, &arena);
		struct doubt *doubt =
			doubt_raise(question, rows[i].status.place,
		                    moved ? "milestone \"%s\" was %s, and no reason is given"
		                          : "milestone \"%s\" was %s, and it is not said into what",
		                    title, status_words(status));
		doubt_point(question, doubt, question->chapter, rows[i].place,
		            "\"%s\", `status: %s`", title, rows[i].status.text);
	}
	arena_release(&arena);
}

/* --- milestones that were delivered before --- */

/* Finds for each row what was said of it last, in the chapters before. */
static void look_back(const struct chapter *chapter, struct rows *rows, struct arena *arena)
{
	const struct chapter *before = chapter->before;
	for (int i = 0; i < STORY_LOOKBACK && before != NULL; i++, before = before->before) {
		struct rows said = rows_of(chapter_update(before), arena);
		for (size_t j = 0; j < said.count; j++) {
			struct row *row = map_get(&rows->by_id, said.items[j].id);
			if (row != NULL && row->earlier == NULL) {
				row->earlier = &said.items[j];
				row->earlier_chapter = before;
			}
		}
		map_release(&said.by_id);
	}
}

/* Asks TELL about each milestone of the chapter that was last said to be delivered. */
static void ask_delivered(const struct question *question,
                          void (*tell)(const struct question *question, const struct row *row,
                                       struct arena *arena))
{
	struct arena arena = ARENA_INIT;
	struct rows rows = rows_of(chapter_update(question->chapter), &arena);
	look_back(question->chapter, &rows, &arena);
	for (size_t i = 0; i < rows.count; i++) {
		const struct row *earlier = rows.items[i].earlier;
		if (earlier != NULL && earlier->status == MILESTONE_DELIVERED)
			tell(question, &rows.items[i], &arena);
	}
	map_release(&rows.by_id);
	arena_release(&arena);
}

static void point_to_delivery(const struct question *question, struct doubt *doubt,
                              const struct row *row, struct arena *arena)
{
	char day[DATE_TEXT_SIZE];
	const struct row *earlier = row->earlier;
	const struct value *on = &earlier->reported->delivered_on;
	if (on->valid)
		doubt_point(question, doubt, row->earlier_chapter, earlier->place,
		            "\"%s\" was delivered on %s", title_of(earlier, arena),
		            date_words(on->as.date, day));
	else
		doubt_point(question, doubt, row->earlier_chapter, earlier->place,
		            "\"%s\" was delivered", title_of(earlier, arena));
}

/* True where the two tell of one delivery: a list may go on showing what is done. */
static bool is_same_delivery(const struct row *row)
{
	const struct value *on = &row->reported->delivered_on;
	const struct value *before = &row->earlier->reported->delivered_on;
	if (!on->valid)
		return false;
	if (before->valid)
		return date_days(on->as.date) == date_days(before->as.date);
	return date_days(on->as.date) <= date_days(chapter_ends(row->earlier_chapter));
}

static void tell_twice(const struct question *question, const struct row *row, struct arena *arena)
{
	char period[PERIOD_TEXT_SIZE];
	if (row->status != MILESTONE_DELIVERED || is_same_delivery(row))
		return;
	struct doubt *doubt = doubt_raise(
		question, row->place,
		"milestone \"%s\" counts as delivered now, and was delivered in %s already",
		title_of(row, arena), period_words(row->earlier_chapter->period, period));
	point_to_delivery(question, doubt, row, arena);
}

void ask_milestone_delivered_twice(const struct question *question)
{
	ask_delivered(question, tell_twice);
}

/* True where the reason says that it was delivered, and is open again. */
static bool owns_up(const struct row *row, struct arena *arena)
{
	static const char *const words[] = {"reopened",  "re-opened", "reopen",    "again",
	                                    "back",      "returned",  "rejected",  "premature",
	                                    "wrongly",   "mistake",   "error",     "delivered",
	                                    "withdrawn", "undone",    "revisited", "corrected",
	                                    "failed",    "earlier",   NULL};
	struct sentences sentences = {0};
	if (row->reported == NULL || row->reported->reason.text == NULL)
		return false;
	sentences_of_text(row->reported->reason.text, arena, &sentences);
	for (size_t i = 0; i < sentences.count; i++)
		if (sentence_has(&sentences.items[i], words))
			return true;
	return false;
}

static void tell_reopened(const struct question *question, const struct row *row,
                          struct arena *arena)
{
	char period[PERIOD_TEXT_SIZE];
	bool planned = row->reported == NULL;
	bool open = is_status_open(row->status) || row->status == MILESTONE_MISSED;
	if ((!planned && !open) || owns_up(row, arena))
		return;
	period_words(row->earlier_chapter->period, period);
	struct doubt *doubt = doubt_raise(
		question, row->place, "milestone \"%s\" is %s, though it was delivered in %s",
		title_of(row, arena), planned ? "planned again" : status_words(row->status),
		period);
	point_to_delivery(question, doubt, row, arena);
}

void ask_milestone_reopened(const struct question *question)
{
	ask_delivered(question, tell_reopened);
}

/* --- outcomes --- */

/* Marks what the milestones of this chapter, and of those before, serve. */
static void read_served(const struct chapter *chapter, struct map *served)
{
	for (int i = 0; i <= STORY_LOOKBACK && chapter != NULL; i++, chapter = chapter->before) {
		const struct list *list = &chapter_update(chapter)->milestones;
		const struct milestone *rows = LIST_OF(struct milestone, *list);
		for (size_t j = 0; j < list->count; j++) {
			const struct value *serves = LIST_OF(struct value, rows[j].serves);
			for (size_t k = 0; k < rows[j].serves.count; k++)
				if (serves[k].text != NULL)
					map_set(served, serves[k].text, served);
		}
	}
}

/* One that is said not to have been started needs no milestone yet. */
static bool is_unserved(const struct plan_outcome *outcome, const struct map *served)
{
	bool waits = outcome->status.valid && outcome->status.as.word == OUTCOME_NOT_STARTED;
	return outcome->id.valid && !waits && map_get(served, outcome->id.text) == NULL;
}

void ask_outcome_unserved(const struct question *question)
{
	const struct update *update = chapter_update(question->chapter);
	const struct plan_outcome *rows = LIST_OF(struct plan_outcome, update->outcomes);
	struct map served = MAP_INIT;
	struct arena arena = ARENA_INIT;
	struct doubt *doubt = NULL;
	size_t unserved = 0;
	if (is_unfinished(question))
		return;
	read_served(question->chapter, &served);
	for (size_t i = 0; i < update->outcomes.count; i++)
		unserved += is_unserved(&rows[i], &served) ? 1 : 0;
	for (size_t i = 0; i < update->outcomes.count && served.count != 0; i++) {
		if (!is_unserved(&rows[i], &served))
			continue;
		const char *title =
			rows[i].title.text != NULL ? rows[i].title.text : rows[i].id.text;
		title = text_quote(title, QUOTED_MOST, &arena);
		if (doubt == NULL && unserved == 1)
			doubt = doubt_raise(question, rows[i].place,
			                    "no milestone serves the outcome \"%s\"", title);
		else if (doubt == NULL)
			doubt = doubt_raise(question, rows[i].place,
			                    "no milestone serves %zu of the %zu outcomes", unserved,
			                    update->outcomes.count);
		if (doubt->count < POINTED_MOST)
			doubt_point(question, doubt, question->chapter, rows[i].place,
			            "no milestone serves \"%s\" (`%s`)", title, rows[i].id.text);
	}
	map_release(&served);
	arena_release(&arena);
}
