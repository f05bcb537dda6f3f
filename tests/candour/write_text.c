/* The sections of updates, and overviews: declared in candour/write.h. */
#include "candour/write.h"

#include <stdio.h>
#include <string.h>

/* Sentences of a section, until they are put together. */
struct talk {
	struct world *world;
	struct page *page;
	const char *items[24];
	size_t count;
};

static void tell(struct talk *talk, const char *sentence)
{
	if (sentence != NULL)
		talk->items[talk->count++] = sentence;
}

static void tell_from(struct talk *talk, const char *const *list)
{
	tell(talk, say(talk->world, talk->page->strand, list, NULL));
}

/* A true claim, with this chance in a hundred. */
static void tell_truth(struct talk *talk, const char *rule, unsigned percent)
{
	if (chance(talk->world, percent))
		tell(talk, claim(talk->world, talk->page, rule, true));
}

/* As a paragraph, or as a list, whose items may all end without a mark. */
static const char *put_together(struct talk *talk, enum section section)
{
	struct buf out = BUF_INIT;
	struct page *page = talk->page;
	bool list = talk->count > 2 && chance(talk->world, 30);
	bool bare = list && chance(talk->world, 30) && page->tail[section] == NULL;
	for (size_t i = 0; i < talk->count; i++) {
		const char *item = talk->items[i];
		size_t length = strlen(item);
		buf_text(&out, i == 0 ? "" : list ? "\n" : " ");
		buf_text(&out, list ? "- " : "");
		buf_add(&out, item, bare && item[length - 1] == '.' ? length - 1 : length);
	}
	if (page->paragraph[section] != NULL)
		buf_printf(&out, "\n\n%s", page->paragraph[section]);
	if (page->tail[section] != NULL)
		buf_printf(&out, "%s%s", list || page->paragraph[section] != NULL ? "\n\n" : " ",
		           page->tail[section]);
	const char *text = arena_text(talk->world->arena, out.bytes, out.length);
	buf_release(&out);
	talk->count = 0;
	return text;
}

static const char *committee_name(struct world *world, const struct committee_row *row)
{
	return row->also != NULL && chance(world, 30) ? row->also : row->name;
}

/* What a meeting decided: the same meeting never the same matter twice. */
static const char *matter_of(const struct world *world, struct date meeting, unsigned strand)
{
	size_t index = 0;
	while (index < world->meeting_count &&
	       date_days(world->meetings[index]) != date_days(meeting))
		index++;
	return matters[(index * 7 + strand) % matter_count];
}

static void tell_meetings(struct talk *talk)
{
	struct world *world = talk->world;
	const struct wording *wording = world->wording;
	const struct page *page = talk->page;
	unsigned number = page->number, strand = page->strand;
	struct date past = meeting_until(world, page->completed_on);
	struct date next = meeting_after(world, page->completed_on);
	const char *name = committee_name(world, &world->board);
	if (!is_before(past, world->starts[number]) && chance(world, 35))
		tell(talk, say(world, strand,
		               chance(world, 70) ? wording->meeting_past : wording->meeting_guides,
		               "committee", name, "matter", matter_of(world, past, strand), "day",
		               spoken_day(world, past), NULL));
	if (chance(world, 15) && (strand == OVERVIEW || is_before(next, page->forecast)))
		tell(talk,
		     say(world, strand, wording->meeting_future, "committee", name, "matter",
		         matter_of(world, next, strand), "day", spoken_day(world, next), NULL));
	if (chance(world, 10))
		tell(talk, say(world, strand, wording->meeting_other, "day",
		               spoken_day(world, day_after(world->starts[number],
		                                           1 + (int)roll(world, 15))),
		               NULL));
}

static void tell_steps(struct talk *talk)
{
	struct world *world = talk->world;
	const struct page *page = talk->page;
	unsigned strand = page->strand;
	for (size_t i = 0; i < page->step_count; i++) {
		const struct step *step = &page->steps[i];
		if (step->status != MILESTONE_DELIVERED || !is_given(step->delivered_on) ||
		    is_before(page->completed_on, step->delivered_on) || !chance(world, 30))
			continue;
		char number[12];
		snprintf(number, sizeof(number), "%zu", i + 1);
		tell(talk, say(world, strand,
		               chance(world, 60) ? world->wording->delivered
		                                 : world->wording->delivered_numbered,
		               "step", step->title, "day", spoken_day(world, step->delivered_on),
		               "number", number, NULL));
		break;
	}
	if (page->next_count != 0 && is_given(page->next[0].due) && chance(world, 30) &&
	    is_before(page->next[0].due, page->forecast) &&
	    is_before(page->completed_on, page->next[0].due))
		tell(talk, say(world, strand, world->wording->upcoming, "step", page->next[0].title,
		               "day", spoken_day(world, page->next[0].due), NULL));
	struct date later =
		is_before(page->forecast, page->completed_on) ? page->completed_on : page->forecast;
	later = day_after(later, 40 + (int)roll(world, 90));
	if (chance(world, 12))
		tell(talk, say(world, strand, world->wording->later_other, "when",
		               arena_printf(world->arena, "%s %d", date_month_name(later.month),
		                            later.year),
		               NULL));
}

static void write_activities(struct talk *talk)
{
	struct world *world = talk->world;
	struct page *page = talk->page;
	unsigned more = page->timeless ? 4 : 2 + roll(world, 2);
	if (page->copies && chance(world, 60)) {
		page->text[ACTIVITIES] = page[-1].text[ACTIVITIES];
		return;
	}
	for (unsigned i = 0; i < more; i++)
		tell_from(talk, world->wording->activity);
	if (!page->timeless) {
		if (page->finished)
			tell_from(talk, world->wording->finished);
		tell_steps(talk);
		tell_meetings(talk);
		tell_truth(talk, "claim-milestones", 25);
		if (chance(world, 15))
			tell_from(talk, world->wording->aside);
	}
	tell(talk, page->extra[ACTIVITIES]);
	page->text[ACTIVITIES] = put_together(talk, ACTIVITIES);
}

static void write_engagement(struct talk *talk)
{
	struct world *world = talk->world;
	struct page *page = talk->page;
	if (page->copies && page->text[ACTIVITIES] != page[-1].text[ACTIVITIES]) {
		page->text[ENGAGEMENT] = page[-1].text[ENGAGEMENT];
		return;
	}
	if (!page->timeless && chance(world, 30))
		return;
	for (unsigned i = 0; i < (page->timeless ? 3u : 2u); i++)
		tell_from(talk, world->wording->engagement);
	if (!page->timeless && chance(world, 50))
		tell_from(talk, world->wording->standard);
	if (chance(world, 10) && !page->timeless && !page->unlinked) {
		page->appendix = chance(world, 50);
		tell(talk, say(world, page->strand, world->wording->evidence_linked, "where",
		               page->appendix ? "Appendix A" : "[the plan](../plan.md)", NULL));
	}
	page->text[ENGAGEMENT] = put_together(talk, ENGAGEMENT);
}

static const struct threat *first_open(const struct page *page)
{
	for (size_t i = 0; i < page->threat_count; i++)
		if (!page->threats[i].closed)
			return &page->threats[i];
	return NULL;
}

static void write_concerns(struct talk *talk)
{
	struct world *world = talk->world;
	const struct wording *wording = world->wording;
	struct page *page = talk->page;
	const struct threat *open = first_open(page);
	if (page->draft)
		tell_from(talk, wording->placeholder);
	if (open == NULL && page->risk_row == NULL && chance(world, 60))
		tell_from(talk, wording->no_open_risks);
	bool newer = false; /* a risk that was not there before */
	for (size_t i = 0; page->number > 0 && i < page->threat_count; i++) {
		bool found = false;
		for (size_t j = 0; j < page[-1].threat_count; j++)
			found = found || strcmp(page[-1].threats[j].id, page->threats[i].id) == 0;
		newer = newer || !found;
	}
	if (open != NULL && page->extra[CONCERNS] == NULL) {
		if (page->number > 0 && !newer && chance(world, 35))
			tell_from(talk, wording->no_new_risks);
		else if (chance(world, 50))
			tell(talk, say(world, page->strand, wording->key_risk, "key",
			               open->words->key, NULL));
	}
	if (!page->finished)
		tell_from(talk, wording->concern);
	tell(talk, page->extra[CONCERNS]);
	if (talk->count != 0)
		page->text[CONCERNS] = put_together(talk, CONCERNS);
}

static void write_rationale(struct talk *talk)
{
	struct world *world = talk->world;
	const struct wording *wording = world->wording;
	struct page *page = talk->page;
	bool bad = is_bad(world, page->level);
	const char *rating = label_of(world, page->level);
	int leap = page->number == 0 ? 0 : page->level - page[-1].level;
	/* Whoever moves a rating gives a reason for the move. */
	bool worry = leap > 0 || (leap == 0 && bad);
	const char *reason =
		say(world, page->strand, worry ? wording->reason_bad : wording->reason_well, NULL);
	bool section = bad && chance(world, 50);
	if (page->plain && page->number > 0 && page[-1].plain) {
		page->text[RATIONALE] = page[-1].text[RATIONALE];
		section = bad;
	} else if (page->plain) {
		tell_from(talk, wording->why_plain);
		page->text[RATIONALE] = put_together(talk, RATIONALE);
		section = bad;
	} else {
		const char *const *list = leap > 0   ? wording->why_down
		                          : leap < 0 ? wording->why_up
		                          : bad      ? wording->why_bad
		                                     : wording->why_well;
		tell(talk, say(world, page->strand, list, "L", rating, "reason", reason, "P",
		               label_of(world, page->level - leap), NULL));
		tell_from(talk, wording->why_more);
		tell_truth(talk, "claim-schedule", 40);
		tell_truth(talk, "claim-rating", 15);
		tell_truth(talk, "claim-streak", 15);
		if (chance(world, 30))
			tell_from(talk, wording->standard);
		if (bad && !section && !page->unrouted)
			tell_from(talk, wording->route);
		tell(talk, page->extra[RATIONALE]);
		page->text[RATIONALE] = put_together(talk, RATIONALE);
	}
	if (section && !page->unrouted) {
		tell_from(talk, wording->route);
		page->text[ROUTE] = put_together(talk, ROUTE);
	}
}

void update_sections(struct world *world, struct page *page)
{
	struct talk talk = {.world = world, .page = page};
	write_activities(&talk);
	write_engagement(&talk);
	write_concerns(&talk);
	write_rationale(&talk);
	tell_from(&talk, world->wording->sponsor);
	tell_from(&talk, world->wording->sponsor);
	tell_truth(&talk, "claim-trend", 20);
	tell(&talk, page->extra[SPONSOR]);
	page->text[SPONSOR] = put_together(&talk, SPONSOR);
}

/* --- overviews --- */

static void mention(struct talk *talk, unsigned strand)
{
	struct world *world = talk->world;
	const struct wording *wording = world->wording;
	const struct page *page = &world->pages[strand][talk->page->number];
	bool bad = is_bad(world, page->level);
	bool down = page->number > 0 && page->level > page[-1].level;
	if ((!bad && !down && !chance(world, 25)) ||
	    (talk->page->unmentioned && strand == talk->page->silent))
		return;
	const char *name = world->names[strand].title;
	if (world->names[strand].also != NULL && chance(world, 25))
		name = world->names[strand].also;
	tell(talk, say(world, OVERVIEW,
	               down  ? wording->mention_down
	               : bad ? wording->mention_bad
	                     : wording->mention_well,
	               "X", name, "L", label_of(world, page->level), "P",
	               page->number > 0 ? label_of(world, page[-1].level) : "", "reason",
	               say(world, OVERVIEW,
	                   bad || down ? wording->reason_bad : wording->reason_well, NULL),
	               NULL));
}

void overview_text(struct world *world, struct page *page, struct buf *out)
{
	struct talk talk = {.world = world, .page = page};
	tell_from(&talk, world->wording->opening);
	if (!page->unmentioned) {
		for (unsigned more = 1 + roll(world, 3); more > 0; more--)
			tell_truth(&talk, NULL, 100);
		tell_meetings(&talk);
	}
	buf_printf(out, "%s\n\n", put_together(&talk, ROUTE));
	for (unsigned strand = 0; strand < world->strands; strand++)
		mention(&talk, strand);
	if (!page->unmentioned && chance(world, 25)) {
		unsigned strand = roll(world, world->strands);
		tell(&talk, say(world, OVERVIEW, world->wording->hope, "X",
		                world->names[strand].title, NULL));
	}
	if (chance(world, 25))
		tell_from(&talk, world->wording->place_name);
	tell_from(&talk, world->wording->closing);
	tell(&talk, page->extra[ACTIVITIES]);
	buf_printf(out, "%s\n", put_together(&talk, ACTIVITIES));
}
