/* Risks, from period to period: declared in candour/ask.h. */
#include "candour/ask.h"
#include "candour/gist.h"

#include <string.h>

#include "base/buf.h"
#include "base/map.h"
#include "candour/risk_rows.h"

enum {
	QUOTED_MOST = 70,
	RENAMED_MOST = 64, /* risks that are compared by their words */
};

bool risk_is_open(const struct risk *risk)
{
	enum { OPEN, CLOSED };
	return risk->risk.text != NULL && !(risk->status.valid && risk->status.as.word == CLOSED);
}

size_t risks_open(const struct update *update)
{
	const struct risk *rows = LIST_OF(struct risk, update->risks);
	size_t open = 0;
	for (size_t i = 0; i < update->risks.count; i++)
		open += risk_is_open(&rows[i]) ? 1 : 0;
	return open;
}

void risks_point(const struct question *question, struct doubt *doubt)
{
	const struct update *update = chapter_update(question->chapter);
	const struct risk *rows = LIST_OF(struct risk, update->risks);
	struct arena arena = ARENA_INIT;
	for (size_t i = 0; i < update->risks.count && doubt->count < RISKS_POINTED; i++)
		if (risk_is_open(&rows[i]))
			doubt_point(question, doubt, question->chapter, rows[i].place,
			            "open risk \"%s\"",
			            text_quote(rows[i].risk.text, QUOTED_MOST, &arena));
	arena_release(&arena);
}

/* A draft may have gaps that are yet to be filled; what lands may not. */
static bool is_unfinished(const struct question *question)
{
	return document_is_draft(chapter_document(question->chapter)) && !question->landing;
}

/* --- risks that vanish --- */

struct turn {
	const struct question *question;
	const struct chapter *last;
	struct map now, before; /* rows by id */
	struct arena arena;
};

static void map_risks(const struct update *update, struct map *map)
{
	struct risk *rows = update->risks.items;
	for (size_t i = 0; i < update->risks.count; i++)
		if (rows[i].id.valid)
			map_set(map, rows[i].id.text, &rows[i]);
}

static bool is_lost(const struct turn *turn, const struct risk *risk)
{
	return risk->id.valid && risk_is_open(risk) && map_get(&turn->now, risk->id.text) == NULL;
}

/* A risk of now that is new and has nearly the same words, or NULL. */
static const struct risk *find_renamed(struct turn *turn, const struct risk *lost)
{
	const struct list *list = &chapter_update(turn->question->chapter)->risks;
	const struct risk *rows = LIST_OF(struct risk, *list);
	struct gist gist = gist_of(lost->risk.text, &turn->arena);
	for (size_t i = 0; i < list->count && i < RENAMED_MOST; i++) {
		if (rows[i].id.text == NULL || rows[i].risk.text == NULL ||
		    map_get(&turn->before, rows[i].id.text) != NULL)
			continue;
		struct gist other = gist_of(rows[i].risk.text, &turn->arena);
		if (gist_alike(&gist, &other))
			return &rows[i];
	}
	return NULL;
}

static struct place risks_place(const struct update *update)
{
	return update->risks.place.line != 0 ? update->risks.place : update->period.place;
}

static void tell_lost(struct turn *turn, const struct risk *risk, bool compared)
{
	char period[PERIOD_TEXT_SIZE];
	const struct question *question = turn->question;
	const char *text = text_quote(risk->risk.text, QUOTED_MOST, &turn->arena);
	const struct risk *renamed = compared ? find_renamed(turn, risk) : NULL;
	struct doubt *doubt;
	period_words(turn->last->period, period);
	if (renamed != NULL)
		doubt = doubt_raise(question, renamed->place,
		                    "risk \"%s\" of %s is gone, but looks like this one under "
		                    "another id: `%s` became `%s`",
		                    text, period, risk->id.text, renamed->id.text);
	else
		doubt = doubt_raise(question, risks_place(chapter_update(question->chapter)),
		                    "risk \"%s\" was open in %s, and is neither listed nor "
		                    "closed now",
		                    text, period);
	doubt_point(question, doubt, turn->last, risk->place, "open risk \"%s\"", text);
}

static void tell_all_lost(struct turn *turn, size_t lost)
{
	char period[PERIOD_TEXT_SIZE];
	const struct update *before = chapter_update(turn->last);
	const struct risk *rows = LIST_OF(struct risk, before->risks);
	struct doubt *doubt =
		doubt_raise(turn->question, risks_place(chapter_update(turn->question->chapter)),
	                    "%zu risks were open in %s, and none is listed now, not even as closed",
	                    lost, period_words(turn->last->period, period));
	for (size_t i = 0; i < before->risks.count && doubt->count < RISKS_POINTED; i++)
		if (is_lost(turn, &rows[i]))
			doubt_point(turn->question, doubt, turn->last, rows[i].place,
			            "open risk \"%s\"",
			            text_quote(rows[i].risk.text, QUOTED_MOST, &turn->arena));
}

void ask_risk_lost(const struct question *question)
{
	const struct chapter *chapter = question->chapter, *last = chapter_last(chapter);
	if (last == NULL || chapter_is_imported(chapter) || chapter_is_imported(last))
		return;
	const struct update *before = chapter_update(last), *update = chapter_update(chapter);
	const struct risk *rows = LIST_OF(struct risk, before->risks);
	bool none = update->risks.count == 0;
	struct turn turn = {
		.question = question, .last = last, .now = MAP_INIT, .before = MAP_INIT};
	size_t lost = 0, told = 0;
	map_risks(update, &turn.now);
	map_risks(before, &turn.before);
	for (size_t i = 0; i < before->risks.count; i++)
		lost += is_lost(&turn, &rows[i]) ? 1 : 0;
	if (none && is_unfinished(question))
		lost = 0;
	if (none && lost > 1)
		tell_all_lost(&turn, lost);
	else
		for (size_t i = 0; i < before->risks.count && lost != 0; i++)
			if (is_lost(&turn, &rows[i]))
				tell_lost(&turn, &rows[i], told++ < RENAMED_MOST);
	map_release(&turn.now);
	map_release(&turn.before);
	arena_release(&turn.arena);
}

/* --- one mitigation for several risks --- */

/* The words of the mitigation, without marks; NULL where it says nothing. */
static const char *plain_words(const char *text, struct arena *arena)
{
	static const char *const nothing[] = {"tbc", "tbd", "none", "n", "na", "nil", NULL};
	struct sentences sentences = {0};
	struct buf words = BUF_INIT;
	size_t count = 0;
	sentences_of_text(text, arena, &sentences);
	for (size_t i = 0; i < sentences.count; i++)
		for (size_t j = 0; j < sentences.items[i].count; j++)
			if (sentences.items[i].words[j].type != WORD_MARK) {
				buf_printf(&words, " %s", sentences.items[i].words[j].text);
				count++;
			}
	bool says = count > 1 || (count == 1 && sentences.items[0].count <= 2 &&
	                          !sentence_has(&sentences.items[0], nothing));
	const char *plain = says ? arena_text(arena, words.bytes, words.length) : NULL;
	buf_release(&words);
	return plain;
}

struct mitigation {
	const struct risk *first;
	struct doubt *doubt;
	size_t count;
};

static void add_shared(const struct question *question, struct mitigation *shared,
                       const struct risk *risk, struct arena *arena)
{
	const char *first = text_quote(shared->first->risk.text, QUOTED_MOST, arena);
	if (shared->doubt == NULL) {
		shared->doubt = doubt_raise(
			question, risk->mitigation.place,
			"the same mitigation, \"%s\", is given for this risk and for \"%s\"",
			text_quote(risk->mitigation.text, QUOTED_MOST, arena), first);
		doubt_point(question, shared->doubt, question->chapter,
		            shared->first->mitigation.place, "mitigation of \"%s\"", first);
	}
	if (shared->doubt->count < RISKS_POINTED)
		doubt_point(question, shared->doubt, question->chapter, risk->mitigation.place,
		            "mitigation of \"%s\"",
		            text_quote(risk->risk.text, QUOTED_MOST, arena));
}

void ask_mitigation_shared(const struct question *question)
{
	const struct update *update = chapter_update(question->chapter);
	const struct risk *rows = LIST_OF(struct risk, update->risks);
	struct map by_words = MAP_INIT;
	struct arena arena = ARENA_INIT;
	for (size_t i = 0; i < update->risks.count; i++) {
		if (!risk_is_open(&rows[i]) || rows[i].mitigation.text == NULL)
			continue;
		const char *words = plain_words(rows[i].mitigation.text, &arena);
		if (words == NULL)
			continue;
		struct mitigation *shared = map_get(&by_words, words);
		if (shared == NULL) {
			shared = arena_new(&arena, sizeof(*shared));
			shared->first = &rows[i];
			map_set(&by_words, words, shared);
		} else {
			add_shared(question, shared, &rows[i], &arena);
		}
	}
	map_release(&by_words);
	arena_release(&arena);
}
