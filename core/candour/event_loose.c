#include "candour/event_loose.h"

#include <string.h>

#include "candour/decision.h"
#include "candour/event_got.h"
#include "candour/event_turn.h"

#include "base/text.h"

enum { OWN_WORDS = 4, LEAD_WORDS = 8, REACH = 30 };

static const char *word_at(const struct bodies *bodies, size_t word)
{
	return word < bodies->sentence->count ? bodies->sentence->words[word].text : "";
}

static bool is_any(const struct bodies *bodies, size_t word, const char *list)
{
	return word < bodies->sentence->count && word_is_any(&bodies->sentence->words[word], list);
}

/* "came down in favour", "put its name to", "voted": what a committee did. */
static bool is_deed(const struct bodies *bodies, size_t word)
{
	static const char deeds[] =
		"came put said threw lent saw found made left let swung cast stood fell won spoke given "
		"granted lined";
	return decision_is_own_verb(word_at(bodies, word)) || is_any(bodies, word, deeds) ||
	       (turn_ends_with(word_at(bodies, word), "ed") &&
	        !is_any(bodies, word, "based needed published launched started opened closed"));
}

/* "Members of the Board voted": all of them, where nothing stands before. */
static bool is_membership(const struct bodies *bodies, const struct body_named *named)
{
	size_t at = named->first;
	while (at > 0 && is_any(bodies, at - 1, "the our"))
		at--;
	if (at < 2 || !is_any(bodies, at - 1, "of") || !is_any(bodies, at - 2, "members"))
		return false;
	at -= 2;
	if (at > 0 && is_any(bodies, at - 1, "the"))
		at--;
	const struct word *before = at > 0 ? &bodies->sentence->words[at - 1] : NULL;
	return is_deed(bodies, named->end) &&
	       (before == NULL || before->type == WORD_FIGURES ||
	        word_is_any(before, ", when where as after since once") ||
	        date_month_named(before->text, strlen(before->text)) != 0);
}

/* The one committee of the sentence, under whatever names; or NULL. */
static const struct body_named *sole_body(const struct bodies *bodies)
{
	for (size_t i = 0; i < bodies->count; i++)
		if (bodies->items[i].committee != bodies->items[0].committee ||
		    (bodies->items[i].spoiled && !is_membership(bodies, &bodies->items[i])))
			return NULL;
	return bodies->count != 0 ? &bodies->items[0] : NULL;
}

static bool is_sole_day(const struct mentions *days, const struct mention *day)
{
	for (size_t i = 0; i < days->count; i++)
		if (days->items[i].day && date_days(days->items[i].first) != date_days(day->first))
			return false;
	return true;
}

/*
 * Where "on", "at its meeting of", "when it met on" begins, which leads to the day; the
 * day's own word where nothing of the kind does.
 */
static size_t lead_of(const struct bodies *bodies, const struct mention *day)
{
	static const char joints[] = "the its a full held on of dated from at in during session "
				     "meeting sitting when it they met sat (";
	size_t at = day->word, lead = at;
	while (at > 0 &&
	       (turn_ends_with(word_at(bodies, at - 1), "day") || is_any(bodies, at - 1, joints)) &&
	       day->word - at < LEAD_WORDS) {
		at--;
		if (is_any(bodies, at, "on at in during when ("))
			lead = at;
	}
	return lead;
}

/* "the Board came down on 26 July in favour", with the deed right behind the committee. */
static bool acts_before(const struct bodies *bodies, const struct body_named *named, size_t lead)
{
	size_t from = named->end, end = from + OWN_WORDS;
	for (size_t at = from; at < lead && at < end; at++) {
		if (decision_is_break(word_at(bodies, at)) ||
		    is_any(bodies, at, ", and will is are"))
			return false;
		if (is_deed(bodies, at))
			return !turn_away(bodies, from, lead);
	}
	return false;
}

/* "the motion was carried by the Board for the code on 26 July" */
static bool is_done_for(const struct bodies *bodies, const struct body_named *named, size_t day)
{
	size_t at = named->first;
	while (at > 0 && is_any(bodies, at - 1, "the our its"))
		at--;
	return at > 1 && is_any(bodies, at - 1, "by at from of") && is_deed(bodies, at - 2) &&
	       got_for(bodies, named->end, day);
}

/* "On 26 July, after a short debate, the Board": where the aside that begins at FROM ends. */
static size_t behind_aside(const struct bodies *bodies, size_t from, size_t first)
{
	if (!is_any(bodies, from, ",") ||
	    !is_any(bodies, from + 1, "after following having with despite in at and to by"))
		return from;
	for (size_t at = from + 1; at < first; at++)
		if (is_any(bodies, at, ","))
			return at;
	return from;
}

/* "On 26 July we had the code approved by the Board", with nothing between that turns away. */
static bool acts_behind(const struct bodies *bodies, const struct body_named *named, size_t from)
{
	size_t first = named->first;
	from = behind_aside(bodies, from, first);
	for (size_t at = from; at < first; at++)
		if (decision_is_break(word_at(bodies, at)) || turn_is_other_deed(bodies, at) ||
		    is_any(bodies, at, "and staff told heard") ||
		    (at > from && is_any(bodies, at, ",")))
			return false;
	while (first > from && is_any(bodies, first - 1, "the our its"))
		first--;
	if (first > from && is_any(bodies, first - 1, "by at from"))
		return true;
	for (size_t at = named->end; at < named->end + OWN_WORDS; at++)
		if (is_deed(bodies, at))
			return first == from || is_any(bodies, first - 1, "of , saw");
	return first > from && is_any(bodies, first - 1, "saw");
}

/* True where nothing but "on", "at its meeting of" stands before the day. */
static bool opens(const struct bodies *bodies, const struct mention *day)
{
	size_t lead = lead_of(bodies, day);
	return lead == 0 || (lead == 1 && is_any(bodies, 0, "then back"));
}

const struct body_named *loose_body_of_day(const struct bodies *bodies, const struct mentions *days,
                                           const struct mention *day)
{
	const struct body_named *named = sole_body(bodies);
	size_t end = day->word + day->count;
	if (named == NULL || !day->day || !is_sole_day(days, day))
		return NULL;
	if (named->first >= end)
		return opens(bodies, day) && acts_behind(bodies, named, end) ? named : NULL;
	size_t lead = lead_of(bodies, day);
	if (lead == day->word || lead < named->end || lead - named->end > REACH)
		return NULL;
	return acts_before(bodies, named, lead) || is_done_for(bodies, named, lead) ? named : NULL;
}
