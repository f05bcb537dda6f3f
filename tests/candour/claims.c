/* Sentences that claim something of the facts, true or false: declared in candour/world.h. */
#include "candour/world.h"

#include <string.h>

struct told {
	struct world *world;
	const struct page *page;
	bool truth;
};

static const struct page *page_of(const struct told *told, unsigned strand)
{
	return &told->world->pages[strand][told->page->number];
}

static int level_at(const struct told *told, unsigned strand)
{
	return page_of(told, strand)->level;
}

static int level_before(const struct told *told, unsigned strand)
{
	return page_of(told, strand)[-1].level;
}

/* How many periods in a row it has had its rating. */
static unsigned held(const struct told *told, unsigned strand)
{
	const struct page *pages = told->world->pages[strand];
	unsigned number = told->page->number, count = 1;
	while (count <= number && pages[number - count].level == pages[number].level)
		count++;
	return count;
}

static unsigned any_strand(const struct told *told)
{
	return roll(told->world, told->world->strands);
}

static int any_level(const struct told *told)
{
	return chance(told->world, 75) ? level_at(told, any_strand(told))
	                               : (int)roll(told->world, (unsigned)told->world->levels);
}

static unsigned count_at(const struct told *told, int level)
{
	unsigned count = 0;
	for (unsigned i = 0; i < told->world->strands; i++)
		count += level_at(told, i) == level ? 1 : 0;
	return count;
}

static const char *number_of(struct world *world, unsigned number, bool figures)
{
	return figures ? arena_printf(world->arena, "%u", number) : number_word(number);
}

static const char *name_of(const struct told *told, unsigned strand)
{
	const struct name_row *row = &told->world->names[strand];
	return row->also != NULL && roll_aside(told->world, DICE_NAME, 100) < 25 ? row->also
	                                                                         : row->title;
}

static const char *label(const struct told *told, int level)
{
	const char *text = label_of(told->world, level);
	unsigned lot = roll_aside(told->world, DICE_LABEL, 100);
	if (lot < 10)
		return arena_printf(told->world->arena, "'%s'", text);
	if (lot < 16)
		return arena_printf(told->world->arena, "**%s**", text);
	return text;
}

/* A number that is not the right one. */
static unsigned wrong_number(const struct told *told, unsigned right, unsigned most)
{
	if (right < most && (right < 2 || chance(told->world, 70)))
		return right + 1 + (right + 1 < most ? roll(told->world, most - right) : 0);
	return right - 1;
}

static const char *say_number(const struct told *told, const char *const *list, unsigned number,
                              const char *key, const char *value)
{
	struct world *world = told->world;
	bool figures = chance(world, 15);
	return say(world, told->page->strand, list, "N", number_of(world, number, figures), "M",
	           number_of(world, world->strands, figures), "are", number == 1 ? "is" : "are",
	           "have", number == 1 ? "has" : "have", key, value, NULL);
}

/* --- counts --- */

static const char *count_of(const struct told *told)
{
	int level = any_level(told);
	unsigned right = count_at(told, level);
	unsigned number = told->truth ? right : wrong_number(told, right, told->world->strands - 1);
	if (number == 0 || number == told->world->strands)
		return NULL;
	return say_number(told, told->world->wording->count_of, number, "L", label(told, level));
}

static const char *all_of(const struct told *told)
{
	int level = any_level(told);
	if ((count_at(told, level) == told->world->strands) != told->truth)
		return NULL;
	return say_number(told, told->world->wording->all_of, told->world->strands, "L",
	                  label(told, level));
}

static const char *none_of(const struct told *told)
{
	int level =
		told->truth ? told->world->levels - 1 - (int)roll(told->world, 2) : any_level(told);
	if ((count_at(told, level) == 0) != told->truth)
		return NULL;
	return say_number(told, told->world->wording->none_of, told->world->strands, "L",
	                  label(told, level));
}

static const char *most_of(const struct told *told)
{
	int level = any_level(told);
	unsigned twice = 2 * count_at(told, level);
	if (twice == told->world->strands || twice / 2 == told->world->strands ||
	    (twice > told->world->strands) != told->truth)
		return NULL;
	return say_number(told, told->world->wording->most_of, 2, "L", label(told, level));
}

static const char *all_but(const struct told *told)
{
	unsigned except = any_strand(told);
	int level = level_at(told, (except + 1) % told->world->strands);
	unsigned count = count_at(told, level);
	if (level_at(told, except) == level || (count == told->world->strands - 1) != told->truth)
		return NULL;
	return say(told->world, told->page->strand, told->world->wording->all_but, "X",
	           name_of(told, except), "L", label(told, level), NULL);
}

/* "X, Y and Z", of those with the level; of the others one too where it is to be false. */
static const char *count_named(const struct told *told)
{
	int level = any_level(told);
	unsigned count = count_at(told, level), named = 0;
	unsigned wanted = count + (told->truth ? 0 : 1);
	bool stray = !told->truth;
	const char *list = NULL;
	if (count == 0 || wanted < 2 || wanted >= told->world->strands)
		return NULL;
	for (unsigned i = 0; i < told->world->strands && named < wanted; i++) {
		if (level_at(told, i) != level && !stray)
			continue;
		stray = stray && level_at(told, i) == level;
		const char *name = name_of(told, i);
		named++;
		list = list == NULL ? name
		                    : arena_printf(told->world->arena, "%s%s%s", list,
		                                   named == wanted ? " and " : ", ", name);
	}
	return named != wanted
	               ? NULL
	               : say(told->world, told->page->strand, told->world->wording->count_named,
	                     "N", number_word(wanted), "list", list, "L", label(told, level), NULL);
}

/* --- ratings --- */

static int other_level(const struct told *told, int level)
{
	unsigned levels = (unsigned)told->world->levels;
	return (int)(((unsigned)level + 1 + roll(told->world, levels - 1)) % levels);
}

static const char *named_is(const struct told *told)
{
	unsigned strand = any_strand(told);
	int level = level_at(told, strand);
	return say(told->world, told->page->strand, told->world->wording->named_is, "X",
	           name_of(told, strand), "L",
	           label(told, told->truth ? level : other_level(told, level)), NULL);
}

static const char *both_are(const struct told *told)
{
	unsigned first = any_strand(told), second = (first + 1) % told->world->strands;
	if ((level_at(told, first) == level_at(told, second)) != told->truth)
		return NULL;
	const char *name = name_of(told, first);
	return say(told->world, told->page->strand, told->world->wording->both_are, "X", name, "Y",
	           name_of(told, second), "L", label(told, level_at(told, first)), NULL);
}

static const char *programme_is(const struct told *told)
{
	int level = told->page->level;
	return say(told->world, told->page->strand, told->world->wording->programme_is, "L",
	           label(told, told->truth ? level : other_level(told, level)), NULL);
}

static const char *was_before(const struct told *told)
{
	unsigned strand = any_strand(told);
	int now = level_at(told, strand), before = level_before(told, strand);
	int said = told->truth ? before : other_level(told, before);
	if (said == now)
		return NULL;
	const char *earlier = label(told, said);
	return say(told->world, told->page->strand, told->world->wording->was_before, "X",
	           name_of(told, strand), "P", earlier, "L", label(told, now), NULL);
}

static const char *rating_own(const struct told *told)
{
	int level = told->page->level;
	return say(told->world, told->page->strand, told->world->wording->rating_own, "L",
	           label(told, told->truth ? level : other_level(told, level)), NULL);
}

/* --- streaks --- */

static const char *streak_count(const struct told *told)
{
	int level = any_level(told);
	unsigned exact = 0, atleast = 0, length = 2 + roll(told->world, 2);
	if (length > told->page->number + 1)
		return NULL;
	for (unsigned i = 0; i < told->world->strands; i++)
		if (level_at(told, i) == level) {
			exact += held(told, i) == length ? 1 : 0;
			atleast += held(told, i) >= length ? 1 : 0;
		}
	unsigned now = count_at(told, level), number = exact;
	if (told->truth ? exact != atleast || exact == 0 : now <= atleast)
		return NULL;
	if (!told->truth)
		number = now;
	struct world *world = told->world;
	bool figures = chance(world, 10);
	return say(world, told->page->strand, world->wording->streak_count, "N",
	           number_of(world, number, figures), "M",
	           number_of(world, world->strands, figures), "have", number == 1 ? "has" : "have",
	           "are", number == 1 ? "is" : "are", "L", label(told, level), "kth",
	           ordinal_word(length), NULL);
}

static unsigned streak_said(const struct told *told, unsigned strand)
{
	unsigned right = held(told, strand);
	unsigned said = told->truth ? right : right + 1 + roll(told->world, 2);
	return said >= 2 && said <= told->page->number + 1 && said <= 6 ? said : 0;
}

static const char *streak_named(const struct told *told)
{
	unsigned strand = any_strand(told), said = streak_said(told, strand);
	if (said == 0)
		return NULL;
	return say(told->world, told->page->strand, told->world->wording->streak_named, "X",
	           name_of(told, strand), "L", label(told, level_at(told, strand)), "kth",
	           ordinal_word(said), NULL);
}

static const char *remains(const struct told *told)
{
	unsigned strand = any_strand(told);
	if ((held(told, strand) >= 2) != told->truth)
		return NULL;
	return say(told->world, told->page->strand, told->world->wording->remains, "X",
	           name_of(told, strand), "L", label(told, level_at(told, strand)), NULL);
}

static const char *streak_own(const struct told *told)
{
	unsigned said = streak_said(told, told->page->strand);
	if (said == 0)
		return NULL;
	return say(told->world, told->page->strand, told->world->wording->streak_own, "L",
	           label(told, told->page->level), "kth", ordinal_word(said), NULL);
}

/* --- trends --- */

static unsigned count_moved(const struct told *told, int direction)
{
	unsigned count = 0;
	for (unsigned i = 0; i < told->world->strands; i++)
		count += direction * (level_at(told, i) - level_before(told, i)) > 0 ? 1 : 0;
	return count;
}

static const char *trend_count(const struct told *told)
{
	unsigned right = count_moved(told, -1);
	unsigned number = told->truth ? right : wrong_number(told, right, told->world->strands);
	if (number == 0 || number >= told->world->strands)
		return NULL;
	return say_number(told, told->world->wording->trend_count, number, "L", "");
}

static const char *trend_all(const struct told *told)
{
	if ((count_moved(told, -1) == told->world->strands) != told->truth)
		return NULL;
	return say_number(told, told->world->wording->trend_all, told->world->strands, "L", "");
}

static const char *none_declined(const struct told *told)
{
	if ((count_moved(told, 1) == 0) != told->truth)
		return NULL;
	return say_number(told, told->world->wording->none_declined, told->world->strands, "L", "");
}

static const char *unchanged(const struct told *told)
{
	if ((count_moved(told, 1) + count_moved(told, -1) == 0) != told->truth)
		return NULL;
	return say_number(told, told->world->wording->unchanged, told->world->strands, "L", "");
}

static const char *named_moved(const struct told *told)
{
	bool up = chance(told->world, 65);
	unsigned strand = any_strand(told);
	int leap = level_at(told, strand) - level_before(told, strand);
	if ((up ? leap < 0 : leap > 0) != told->truth)
		return NULL;
	return say(told->world, told->page->strand,
	           up ? told->world->wording->named_up : told->world->wording->named_down, "X",
	           name_of(told, strand), NULL);
}

static const char *moved(const struct told *told)
{
	unsigned strand = any_strand(told);
	int now = level_at(told, strand), before = level_before(told, strand);
	int said = told->truth ? before : other_level(told, before);
	if (said == now)
		return NULL;
	const char *earlier = label(told, said);
	return say(told->world, told->page->strand, told->world->wording->moved, "X",
	           name_of(told, strand), "P", earlier, "L", label(told, now), NULL);
}

static const char *trend_own(const struct told *told)
{
	unsigned strand = told->page->strand;
	int now = level_at(told, strand), before = level_before(told, strand);
	int said = told->truth ? before : other_level(told, before);
	if (said <= now)
		return NULL;
	const char *earlier = label(told, said);
	return say(told->world, strand, told->world->wording->trend_own, "P", earlier, "L",
	           label(told, now), NULL);
}

/* --- dates and milestones --- */

/* Which of "on track" (0), "ahead" (1) and "behind" (2) is to be said, or -1. */
static int schedule_said(const struct told *told, const struct page *page)
{
	if (page->imported || page->finished)
		return -1;
	int ahead = date_days(page->agreed) - date_days(page->forecast);
	bool late = page_is_late(told->world, page);
	bool due = is_before(page->forecast, day_after(told->world->ends[page->number], 5)) ||
	           is_before(page->agreed, day_after(told->world->ends[page->number], 5));
	int lot = (int)roll(told->world, 3);
	if (due)
		return -1;
	if (told->truth)
		return ahead < 0                                  ? (lot == 2 ? 2 : -1)
		       : late || is_bad(told->world, page->level) ? -1
		       : lot == 1 && ahead >= 7                   ? 1
		       : lot == 0                                 ? 0
		                                                  : -1;
	if (ahead < 0)
		return lot < 2 ? lot : -1;
	return lot == 1 && ahead == 0                                                 ? 1
	       : lot == 2 && ahead >= 7 && !late && is_well(told->world, page->level) ? 2
	                                                                              : -1;
}

static const char *schedule_named(const struct told *told)
{
	const struct wording *wording = told->world->wording;
	const char *const *const lists[] = {wording->on_track_named, wording->ahead_named,
	                                    wording->behind_named};
	unsigned strand = any_strand(told);
	int said = schedule_said(told, page_of(told, strand));
	return said < 0 ? NULL
	                : say(told->world, told->page->strand, lists[said], "X",
	                      name_of(told, strand), NULL);
}

static const char *schedule_own(const struct told *told)
{
	const struct wording *wording = told->world->wording;
	const char *const *const lists[] = {wording->on_track, wording->ahead, wording->behind};
	int said = schedule_said(told, told->page);
	return said < 0 ? NULL : say(told->world, told->page->strand, lists[said], NULL);
}

static const char *milestones_own(const struct told *told)
{
	struct world *world = told->world;
	unsigned strand = told->page->strand;
	unsigned all = (unsigned)told->page->step_count,
		 right = page_count(told->page, MILESTONE_DELIVERED);
	bool missed = page_count(told->page, MILESTONE_MISSED) != 0;
	if (told->page->step_row != NULL || all > 12)
		return NULL;
	switch (roll(world, 3)) {
	case 0:
		return (right == all) != told->truth
		               ? NULL
		               : say(world, strand, world->wording->all_delivered, "M",
		                     number_word(all), NULL);
	case 1: {
		unsigned said = told->truth ? right : wrong_number(told, right, all - 1);
		bool figures = chance(world, 20);
		return said == 0 || said >= all
		               ? NULL
		               : say(world, strand, world->wording->count_delivered, "N",
		                     number_of(world, said, figures), "M",
		                     number_of(world, all, figures), "were",
		                     said == 1 ? "was" : "were", "have", said == 1 ? "has" : "have",
		                     NULL);
	}
	default:
		return missed == told->truth || (told->truth && (page_is_late(world, told->page) ||
		                                                 page_was_late(told->page)))
		               ? NULL
		               : say(world, strand, world->wording->none_missed, NULL);
	}
}

/* --- all of them --- */

static const char *const or_trend[] = {"claim-trend", "claim-streak", NULL};
static const char *const or_rating[] = {"claim-rating", "claim-trend", NULL};
static const char *const or_count[] = {"claim-rating", NULL};
static const char *const or_nothing[] = {NULL};

static const struct {
	const char *rule;
	bool overview;
	const char *(*tell)(const struct told *told);
	const char *const *either;
} kinds[] = {
	{"claim-count", true, count_of, or_nothing},
	{"claim-count", true, all_of, or_nothing},
	{"claim-count", true, none_of, or_nothing},
	{"claim-count", true, most_of, or_nothing},
	{"claim-count", true, all_but, or_nothing},
	{"claim-count", true, count_named, or_count},
	{"claim-rating", true, named_is, or_nothing},
	{"claim-rating", true, both_are, or_nothing},
	{"claim-rating", true, programme_is, or_nothing},
	{"claim-rating", true, was_before, or_trend},
	{"claim-rating", false, rating_own, or_nothing},
	{"claim-streak", true, streak_count, or_nothing},
	{"claim-streak", true, streak_named, or_nothing},
	{"claim-streak", true, remains, or_rating},
	{"claim-streak", false, streak_own, or_nothing},
	{"claim-trend", true, trend_count, or_nothing},
	{"claim-trend", true, trend_all, or_nothing},
	{"claim-trend", true, none_declined, or_nothing},
	{"claim-trend", true, unchanged, or_nothing},
	{"claim-trend", true, named_moved, or_nothing},
	{"claim-trend", true, moved, or_rating},
	{"claim-trend", false, trend_own, or_rating},
	{"claim-schedule", true, schedule_named, or_nothing},
	{"claim-schedule", false, schedule_own, or_nothing},
	{"claim-milestones", false, milestones_own, or_nothing},
};

const char *claim(struct world *world, const struct page *page, const char *rule, bool truth)
{
	enum { TRIES = 80 };
	const struct told told = {world, page, truth};
	for (unsigned try = 0; try < TRIES; try++) {
		size_t i = roll(world, sizeof(kinds) / sizeof(kinds[0]));
		if (kinds[i].overview != (page->strand == OVERVIEW) || page->number == 0 ||
		    (rule != NULL && strcmp(kinds[i].rule, rule) != 0))
			continue;
		const char *sentence = kinds[i].tell(&told);
		world->claim_or = kinds[i].either;
		if (sentence != NULL)
			return sentence;
	}
	return NULL;
}
