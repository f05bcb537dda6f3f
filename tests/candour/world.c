/* A plan's frame, its ratings, and small questions: declared in candour/world.h. */
#include "candour/world.h"

#include <string.h>

#include "candour/faults.h"

/* splitmix64 */
static unsigned throw_dice(uint64_t *dice, unsigned sides)
{
	uint64_t mixed = *dice += 0x9e3779b97f4a7c15u;
	mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
	mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
	return (unsigned)((mixed ^ (mixed >> 31)) % sides);
}

unsigned roll(struct world *world, unsigned sides)
{
	return throw_dice(&world->dice, sides);
}

unsigned roll_aside(struct world *world, enum side_dice dice, unsigned sides)
{
	return throw_dice(&world->side_dice[dice], sides);
}

bool chance(struct world *world, unsigned percent)
{
	return roll(world, 100) < percent;
}

struct date day_after(struct date day, int days)
{
	return date_from_time((int64_t)(date_days(day) + days) * 86400);
}

bool is_given(struct date day)
{
	return day.year != 0;
}

bool is_before(struct date a, struct date b)
{
	return date_days(a) < date_days(b);
}

struct date last_day_of(int month)
{
	return day_after((struct date){(month + 1) / 12, (month + 1) % 12 + 1, 1}, -1);
}

bool is_well(const struct world *world, int level)
{
	return level <= (world->levels > 3 ? 1 : 0);
}

bool is_bad(const struct world *world, int level)
{
	return level >= (world->levels > 3 ? 2 : 1);
}

const char *label_of(const struct world *world, int level)
{
	static const char *const five[] = {"Green", "Green/Amber", "Amber", "Amber/Red", "Red"};
	static const char *const three[] = {"Green", "Amber", "Red"};
	return world->levels > 3 ? five[level] : three[level];
}

struct date meeting_until(const struct world *world, struct date day)
{
	struct date found = {0};
	for (size_t i = 0; i < world->meeting_count; i++)
		if (!is_before(day, world->meetings[i]))
			found = world->meetings[i];
	return found;
}

struct date meeting_after(const struct world *world, struct date day)
{
	for (size_t i = 0; i < world->meeting_count; i++)
		if (is_before(day, world->meetings[i]))
			return world->meetings[i];
	return (struct date){0};
}

struct corpus_label *label_add(struct world *world, const struct page *page, const char *rule)
{
	struct corpus_plan *plan = world->plan;
	plan->labels = arena_grow(&plan->arena, plan->labels, plan->label_count, &plan->label_room,
	                          sizeof(*plan->labels));
	struct corpus_label *label = &plan->labels[plan->label_count++];
	*label = (struct corpus_label){.rule = rule, .path = page->path};
	return label;
}

/* --- the frame --- */

static void set_periods(struct world *world)
{
	int step = world->two_monthly ? 2 : 1;
	int first = 2021 * 12 + (int)roll(world, 30);
	for (int i = 0; i < PERIODS; i++) {
		struct period *period = &world->periods[i];
		*period = (struct period){first + i * step, first + i * step + step - 1};
		world->starts[i] = day_after(last_day_of(period->first - 1), 1);
		world->ends[i] = last_day_of(period->last);
	}
	int last = world->periods[PERIODS - 1].last;
	world->plan_starts = day_after(world->starts[0], -(int)roll(world, 60));
	world->plan_ends = last_day_of(last + 9 + (int)roll(world, 6));
	world->funding_until = last_day_of(last + 7);
	for (int month = first - 2; month <= last + 3; month++) {
		struct date start = day_after(last_day_of(month - 1), 1);
		world->meetings[world->meeting_count++] =
			day_after(start, 17 + (int)roll(world, 9));
		world->panel_meetings[world->panel_count++] =
			day_after(start, 7 + (int)roll(world, 7));
	}
}

static void set_names(struct world *world)
{
	size_t taken = 0;
	while (taken < world->strands) {
		const struct name_row *row =
			&workstream_names[roll(world, (unsigned)workstream_name_count)];
		bool again = false;
		for (size_t i = 0; i < taken; i++)
			again = again || world->names[i].id == row->id ||
			        (row->title[0] == 'G' && world->names[i].title[0] == 'G') ||
			        (strstr(row->title, " and contracts") != NULL &&
			         strcmp(world->names[i].id, "procurement") == 0) ||
			        (strcmp(row->id, "procurement") == 0 &&
			         strstr(world->names[i].title, " and contracts") != NULL);
		if (!again)
			world->names[taken++] = *row;
	}
	unsigned person = roll(world, (unsigned)people_name_count);
	for (unsigned i = 0; i < world->strands; i++) {
		world->sponsors[i] = people_names[(person + i) % people_name_count];
		world->first_thing[i] = roll(world, (unsigned)milestone_thing_count);
		world->threats[i] = roll(world, 24);
		world->serves[i] = chance(world, 35);
	}
	world->board = committee_names[roll(world, (unsigned)committee_name_count)];
	world->panel = scrutiny_names[roll(world, (unsigned)scrutiny_name_count)];
}

static void set_pages(struct world *world)
{
	for (unsigned strand = 0; strand <= OVERVIEW; strand++)
		for (unsigned number = 0; number < PERIODS; number++) {
			int month = world->periods[number].last;
			world->pages[strand][number] = (struct page){
				.strand = strand,
				.number = number,
				.path = arena_printf(
					world->arena, "plans/%s/%s/%04d-%02d.md", world->plan->id,
					strand == OVERVIEW ? "overview" : world->names[strand].id,
					month / 12, month % 12 + 1),
			};
		}
	/* What is no story of the usual sort. */
	if (chance(world, 8))
		for (unsigned strand = 0; strand < world->strands; strand++) {
			world->pages[strand][0].imported = true;
			world->pages[strand][0].reserved = true;
		}
	unsigned last = PERIODS - 1, chosen = 1 + roll(world, world->strands - 1);
	if (chance(world, 10)) {
		world->pages[chosen][last].finished = true;
		for (unsigned number = 0; number < PERIODS; number++)
			world->pages[chosen][number].reserved = true;
	} else if (chance(world, 12)) {
		world->pages[chosen][last].draft = true;
		world->pages[chosen][last].reserved = true;
	}
}

void world_begin(struct world *world, const struct wording *wording, uint64_t seed,
                 struct corpus_plan *plan)
{
	*world = (struct world){
		.dice = seed, .wording = wording, .plan = plan, .arena = &plan->arena};
	for (unsigned i = 0; i < SIDE_DICE; i++)
		world->side_dice[i] = seed + ((uint64_t)(i + 1) << 40);
	world->strands = 3 + roll(world, 4);
	world->levels = chance(world, 25) ? 3 : 5;
	world->two_monthly = chance(world, 20);
	world->worst = chance(world, 35);
	set_periods(world);
	set_names(world);
	set_pages(world);
}

/* --- ratings --- */

static int walk(struct world *world, int level)
{
	unsigned step = roll(world, 100);
	int next = level + (step < 60 ? 0 : step < 80 ? -1 : step < 95 ? 1 : 2);
	if (next < 0)
		return level + 1;
	return next >= world->levels ? level - 1 : next;
}

static bool leaps(const struct page *page)
{
	return page->fault != NULL && page->fault->need == NEED_JUMP;
}

/* Keeps the levels around what was set from leaping. */
static void calm(struct page *pages, int from, int to)
{
	for (int i = to + 1; i < PERIODS && !leaps(&pages[i]); i++) {
		int leap = pages[i].level - pages[i - 1].level;
		pages[i].level -= leap > 2 ? leap - 2 : leap < -2 ? leap + 2 : 0;
	}
	for (int i = from - 1; i >= 0 && !leaps(&pages[i + 1]); i--) {
		int leap = pages[i].level - pages[i + 1].level;
		pages[i].level -= leap > 2 ? leap - 2 : leap < -2 ? leap + 2 : 0;
	}
}

static void set_level(struct world *world, struct page *pages, int number, enum fault_need need)
{
	int worst = world->levels - 1, bad = world->levels > 3 ? 2 : 1;
	int *level = &pages[number].level;
	int from = number;
	switch (need) {
	case NEED_WELL:
		*level = is_well(world, *level) ? *level : bad - 1;
		break;
	case NEED_BAD:
	case NEED_SLIPPED:
		*level = is_bad(world, *level) ? *level : bad + (int)roll(world, 2);
		break;
	case NEED_MOVE:
		from = number - 1;
		if (pages[from].level == *level)
			*level += *level == worst ? -1 : *level == 0 || chance(world, 60) ? 1 : -1;
		break;
	case NEED_JUMP:
		from = number - 1;
		*level = chance(world, 70) ? 3 + (int)roll(world, 2) : (int)roll(world, 2);
		pages[from].level = *level >= 3 ? *level - 3 : *level + 3;
		break;
	case NEED_STUCK:
		from = number - 2;
		*level = 2 + (world->levels > 3 ? (int)roll(world, 2) : 0);
		pages[number - 1].level = pages[from].level = *level;
		break;
	case NEED_DECLINE:
		from = number - 1;
		*level = 2 + (int)roll(world, (unsigned)(worst - 1));
		pages[from].level = *level - 1;
		break;
	case NEED_ANY:
		break;
	}
	calm(pages, from, number);
}

static void rate_programme(struct world *world)
{
	for (unsigned number = 0; number < PERIODS; number++) {
		struct page *page = &world->pages[OVERVIEW][number];
		int worst = 0, sum = 0;
		for (unsigned i = 0; i < world->strands; i++) {
			int level = world->pages[i][number].level;
			worst = level > worst ? level : worst;
			sum += level;
		}
		page->level = world->worst ? worst
		                           : (sum + (int)world->strands / 2) / (int)world->strands;
	}
}

void world_rate(struct world *world)
{
	for (unsigned strand = 0; strand < world->strands; strand++) {
		struct page *pages = world->pages[strand];
		pages[0].level = (int)roll(world, world->levels > 3 ? 4 : 3);
		for (int i = 1; i < PERIODS; i++)
			pages[i].level = walk(world, pages[i - 1].level);
		for (int i = 0; i < PERIODS; i++)
			if (pages[i].fault != NULL || pages[i].misses)
				set_level(world, pages, i,
				          pages[i].misses ? NEED_BAD : pages[i].fault->need);
		if (pages[PERIODS - 1].finished)
			set_level(world, pages, PERIODS - 1, NEED_WELL);
	}
	rate_programme(world);
}
