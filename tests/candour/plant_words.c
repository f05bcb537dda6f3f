/* Faults of words: declared in candour/faults.h. */
#include <ctype.h>
#include <string.h>

#include "candour/faults.h"

static void add(struct world *world, struct page *page, enum section section, const char *sentence)
{
	const char **extra = &page->extra[page->strand == OVERVIEW ? ACTIVITIES : section];
	*extra = *extra == NULL ? sentence : arena_printf(world->arena, "%s %s", *extra, sentence);
}

static enum section any_section(struct world *world)
{
	static const enum section sections[] = {ACTIVITIES, RATIONALE, SPONSOR};
	return sections[roll_aside(world, DICE_SECTION, 3)];
}

static const char *board_name(struct world *world)
{
	bool briefly = world->board.also != NULL && roll_aside(world, DICE_BOARD, 100) < 30;
	return briefly ? world->board.also : world->board.name;
}

/* A matter that nobody else speaks of. */
static const char *own_matter(struct world *world)
{
	static const char *const parts[] = {"for the northern area", "for leaseholders",
	                                    "for the coming year",   "for frontline teams",
	                                    "for the coastal wards", "for smaller suppliers"};
	const char *matter = matters[roll_aside(world, DICE_MATTER, (unsigned)matter_count)];
	return arena_printf(world->arena, "%s %s", matter,
	                    parts[roll_aside(world, DICE_MATTER, 6)]);
}

bool plant_past_forecast(struct world *world, struct page *page)
{
	char text[DATE_TEXT_SIZE];
	if (page->finished || page->imported || page->step_count == 0)
		return false;
	struct date day = day_after(page->forecast, 45 + (int)roll(world, 120));
	const char *when =
		chance(world, 50)
			? arena_printf(world->arena, "%s %d", date_month_name(day.month), day.year)
			: arena_printf(world->arena, "%s", date_words(day, text));
	add(world, page, any_section(world),
	    say(world, page->strand, world->wording->past_forecast, "when", when, NULL));
	return true;
}

bool plant_misquoted(struct world *world, struct page *page)
{
	if (page->step_count < 2 || page->step_row != NULL)
		return false;
	unsigned count = (unsigned)page->step_count;
	unsigned number = roll(world, count);
	unsigned other = (number + 1 + roll(world, count - 1)) % count;
	add(world, page, any_section(world),
	    say(world, page->strand, world->wording->misquoted, "number",
	        arena_printf(world->arena, "%u", number + 1), "step", page->steps[other].title,
	        NULL));
	return true;
}

static bool has_open_threat(const struct page *page)
{
	for (size_t i = 0; i < page->threat_count; i++)
		if (!page->threats[i].closed)
			return true;
	return false;
}

bool plant_denied(struct world *world, struct page *page)
{
	if (!has_open_threat(page))
		return false;
	add(world, page, CONCERNS, say(world, page->strand, world->wording->risks_denied, NULL));
	return true;
}

bool plant_unlisted(struct world *world, struct page *page)
{
	if (!has_open_threat(page))
		return false;
	add(world, page, CONCERNS, say(world, page->strand, world->wording->risk_unlisted, NULL));
	return true;
}

bool plant_claim(struct world *world, struct page *page)
{
	const char *sentence = claim(world, page, page->fault->rule, false);
	if (sentence == NULL)
		return false;
	struct corpus_label *label = label_add(world, page, page->fault->rule);
	for (size_t i = 0; i < CORPUS_EITHER && world->claim_or[i] != NULL; i++)
		label->or_rule[i] = world->claim_or[i];
	add(world, page, any_section(world), sentence);
	return true;
}

/* The name with one letter lost, doubled or changed places, within its longest word. */
static const char *misspell(struct world *world, const char *name)
{
	size_t start = 0, length = 0;
	for (size_t at = 0; name[at] != '\0';) {
		size_t letters = 0;
		while (isalpha((unsigned char)name[at + letters]))
			letters++;
		if (letters > length) {
			start = at;
			length = letters;
		}
		at += letters + (name[at + letters] != '\0' ? 1 : 0);
	}
	if (length < 7)
		return NULL;
	char *text = arena_printf(world->arena, "%s ", name);
	char *at = text + start + 2 + roll(world, (unsigned)length - 4);
	size_t rest = strlen(at);
	unsigned lot = roll(world, 3);
	if (lot == 0 && at[0] != at[1]) {
		char first = at[0];
		at[0] = at[1];
		at[1] = first;
	} else if (lot == 1 && at[0] != at[1] && at[0] != at[-1]) {
		memmove(at + 1, at, rest - 1); /* the blank at the end makes room */
		return text;
	} else {
		memmove(at, at + 1, rest);
	}
	text[strlen(text) - 1] = '\0';
	return text;
}

bool plant_misspelled(struct world *world, struct page *page)
{
	unsigned strand = page->strand == OVERVIEW ? roll(world, world->strands) : page->strand;
	unsigned lot = roll(world, 3);
	const char *name = lot == 0                               ? world->board.name
	                   : lot == 1 && page->strand != OVERVIEW ? world->sponsors[strand]
	                                                          : world->names[strand].title;
	const char *wrong = misspell(world, name);
	if (wrong == NULL)
		return false;
	if (lot == 0) {
		struct date day = meeting_until(world, world->ends[page->number]);
		add(world, page, any_section(world),
		    say(world, page->strand, world->wording->meeting_past, "committee", wrong,
		        "matter", own_matter(world), "day", spoken_day(world, day), NULL));
	} else if (lot == 1 && page->strand != OVERVIEW) {
		page->sponsor = wrong;
	} else {
		add(world, page, any_section(world),
		    say(world, page->strand, world->wording->hope, "X", wrong, NULL));
	}
	return true;
}

static bool is_meeting(const struct world *world, struct date day)
{
	for (size_t i = 0; i < world->meeting_count; i++)
		if (date_days(world->meetings[i]) == date_days(day))
			return true;
	return false;
}

void allow_second_day(struct world *world, struct page *page, struct date day)
{
	enum { FEW_DAYS = 3 };
	for (int days = -FEW_DAYS; days <= FEW_DAYS; days++)
		if (is_meeting(world, day_after(day, days))) {
			label_add(world, page, "event-dated-twice")->allowed = true;
			return;
		}
}

bool plant_decision(struct world *world, struct page *page)
{
	struct date day = meeting_until(world, world->ends[page->number]);
	day = day_after(day,
	                chance(world, 50) ? -1 - (int)roll(world, 6) : 1 + (int)roll(world, 4));
	if (is_meeting(world, day) || is_before(page->completed_on, day) ||
	    is_before(day, world->starts[page->number]) ||
	    day.year != world->ends[page->number].year)
		return false;
	add(world, page, any_section(world),
	    say(world, page->strand, world->wording->decision, "committee", board_name(world),
	        "matter", own_matter(world), "day", spoken_day(world, day), NULL));
	label_add(world, page, page->fault->rule);
	allow_second_day(world, page, day);
	return true;
}

bool plant_dated_twice(struct world *world, struct page *page)
{
	struct date day = meeting_until(world, world->ends[page->number]);
	struct date other = day_after(day, -6 - (int)roll(world, 3));
	unsigned first = roll(world, world->strands);
	struct page *second = NULL;
	for (unsigned i = 0; i < world->strands && second == NULL; i++) {
		struct page *at = &world->pages[(first + i) % world->strands][page->number];
		if (at != page && at->fault == NULL && !at->imported && !at->draft && !at->plain &&
		    !at->timeless && !at->finished)
			second = at;
	}
	if (second == NULL || is_meeting(world, other) ||
	    is_before(other, world->starts[page->number]))
		return false;
	const char *matter = own_matter(world), *name = board_name(world);
	char iso[DATE_TEXT_SIZE];
	world->further_rows = arena_printf(world->arena, "%s  - {committee: board, date: %s}\n",
	                                   world->further_rows != NULL ? world->further_rows : "",
	                                   date_iso(other, iso));
	add(world, page, ACTIVITIES,
	    say(world, page->strand, world->wording->decision, "committee", name, "matter", matter,
	        "day", spoken_day(world, day), NULL));
	add(world, second, ACTIVITIES,
	    say(world, second->strand, world->wording->decision_again, "committee", name, "matter",
	        matter, "day", spoken_day(world, other), NULL));
	label_add(world, page, page->fault->rule)->or_path = second->path;
	return true;
}

bool plant_future_past(struct world *world, struct page *page)
{
	struct date day = meeting_until(world, world->ends[page->number]);
	if (is_before(page->completed_on, day_after(day, 2)))
		return false;
	add(world, page, any_section(world),
	    say(world, page->strand, world->wording->future_past, "committee", board_name(world),
	        "matter", own_matter(world), "day", spoken_day(world, day), NULL));
	return true;
}

static const char **place_of(struct world *world, struct page *page, const char **texts)
{
	return &texts[page->strand == OVERVIEW ? ACTIVITIES : any_section(world)];
}

bool plant_unfinished(struct world *world, struct page *page)
{
	*place_of(world, page, page->tail) =
		say(world, page->strand, world->wording->unfinished, NULL);
	return true;
}

bool plant_template(struct world *world, struct page *page)
{
	*place_of(world, page, page->paragraph) =
		say(world, page->strand, world->wording->template_left, NULL);
	return true;
}

bool plant_empty_item(struct world *world, struct page *page)
{
	static const char *const empty[] = {"-", "-", "- ..", "* ", "- -", "- n/a"};
	const char *mark = empty[roll(world, 6)];
	const char *bullet = *mark == '*' ? "*" : "-";
	const char *first = say(world, page->strand, world->wording->activity, NULL);
	const char *second = say(world, page->strand, world->wording->activity, NULL);
	*place_of(world, page, page->paragraph) =
		chance(world, 50) ? arena_printf(world->arena, "%s %s\n%s %s\n%s", bullet, first,
	                                         bullet, second, mark)
				  : arena_printf(world->arena, "%s %s\n%s\n%s %s", bullet, first,
	                                         mark, bullet, second);
	if (strstr(mark, "..") != NULL || strstr(mark, "n/a") != NULL)
		label_add(world, page, "placeholder-left")->allowed = true;
	label_add(world, page, page->fault->rule);
	return true;
}

bool plant_placeholder(struct world *world, struct page *page)
{
	if (page->strand != OVERVIEW && chance(world, 20)) {
		page->support = chance(world, 50) ? "TBC" : "To be confirmed";
		return true;
	}
	add(world, page, any_section(world),
	    say(world, page->strand, world->wording->placeholder, NULL));
	return true;
}

bool plant_evidence(struct world *world, struct page *page)
{
	page->unlinked = true;
	add(world, page, any_section(world),
	    say(world, page->strand, world->wording->evidence, NULL));
	return true;
}
