#include "candour/claim_truth.h"

static enum truth both(enum truth a, enum truth b)
{
	return a < b ? a : b;
}

static enum truth truth_of(bool holds)
{
	return holds ? TRUTH_YES : TRUTH_NO;
}

/* --- the chapters of a strand --- */

const struct chapter *claim_now(const struct strand *strand, const struct chapter *asked)
{
	const struct chapter *exact = strand_chapter(strand, asked->period), *found = NULL;
	if (exact != NULL)
		return exact;
	/* A shorter one that ends with the period: the last word on it. */
	for (size_t i = 0; i < strand->count; i++)
		if (strand->chapters[i].period.last == asked->period.last &&
		    strand->chapters[i].period.first >= asked->period.first)
			found = &strand->chapters[i];
	return found;
}

const struct chapter *claim_last(const struct strand *strand, const struct chapter *asked)
{
	const struct chapter *now = claim_now(strand, asked);
	if (now != NULL && !period_equal(now->period, asked->period))
		return NULL; /* which report was the last one depends on whom you ask */
	const struct chapter *last = strand_before(strand, asked->period);
	return last != NULL && last->period.last + 1 == asked->period.first ? last : NULL;
}

/* True while the workstream is under way in the period, as far as the plan says. */
static bool is_under_way(const struct strand *strand, const struct chapter *asked)
{
	const struct workstream *declared = strand->declared;
	if (declared == NULL)
		return true;
	struct date starts = day_of(&declared->starts), ends = day_of(&declared->ends);
	return (starts.year == 0 || starts.year * 12 + starts.month - 1 <= asked->period.last) &&
	       (ends.year == 0 || ends.year * 12 + ends.month - 1 >= asked->period.first);
}

/* --- one strand --- */

static enum truth is_among(const struct chapter *chapter, const struct chapter *asked,
                           unsigned levels)
{
	if (chapter == NULL || chapter->level == SCALE_NONE ||
	    !scale_same(chapter->scale, asked->scale))
		return TRUTH_MAYBE;
	return truth_of((levels >> chapter->level & 1) != 0);
}

static enum truth has_held(const struct strand *strand, const struct chapter *asked,
                           unsigned levels, int reports)
{
	enum truth truth = TRUTH_YES;
	const struct chapter *chapter = claim_now(strand, asked);
	for (int i = 0; i < reports && truth == TRUTH_YES; i++) {
		truth = both(truth, is_among(chapter, asked, levels));
		if (chapter != NULL)
			chapter = i == 0 ? claim_last(strand, asked) : chapter_last(chapter);
	}
	return truth;
}

/* Whether an earlier report had one of the levels. */
static enum truth was_among(const struct strand *strand, const struct chapter *asked,
                            unsigned levels)
{
	const struct chapter *chapter = claim_last(strand, asked);
	enum truth truth = chapter == NULL ? TRUTH_MAYBE : TRUTH_NO;
	for (; chapter != NULL && truth != TRUTH_YES; chapter = chapter->before)
		if (is_among(chapter, asked, levels) == TRUTH_YES)
			truth = TRUTH_YES;
	return truth;
}

static enum truth has_moved(const struct strand *strand, const struct chapter *asked,
                            unsigned directions)
{
	const struct chapter *now = claim_now(strand, asked), *last = claim_last(strand, asked);
	int steps;
	if (now == NULL || last == NULL || !chapter_compare(last, now, &steps))
		return TRUTH_MAYBE;
	unsigned direction = steps > 0   ? MOVEMENT_IMPROVED
	                     : steps < 0 ? MOVEMENT_DECLINED
	                                 : MOVEMENT_STEADY;
	return truth_of((directions & direction) != 0);
}

/* True where nothing is left to deliver. */
static bool is_finished(const struct update *update)
{
	const struct milestone *rows = LIST_OF(struct milestone, update->milestones);
	if (update->milestones.count == 0 || update->next_milestones.count != 0)
		return false;
	for (size_t i = 0; i < update->milestones.count; i++)
		if (!rows[i].status.valid || rows[i].status.as.word != MILESTONE_DELIVERED)
			return false;
	return true;
}

int claim_late(const struct chapter *chapter, bool *known)
{
	const struct update *update = chapter_update(chapter);
	struct date agreed = day_of(&update->agreed_completion);
	struct date forecast = day_of(&update->forecast_completion);
	*known = agreed.year != 0 && forecast.year != 0;
	if (!*known)
		return 0;
	int late = date_days(forecast) - date_days(agreed);
	struct date seen = chapter_ends(chapter), completed = chapter_completed(chapter);
	if (completed.year != 0 && date_days(completed) < date_days(seen))
		seen = completed;
	int passed = date_days(seen) - date_days(agreed);
	return late == 0 && passed > 0 && !is_finished(update) ? passed : late;
}

static enum truth is_paced(const struct strand *strand, const struct chapter *asked, enum pace pace)
{
	const struct chapter *now = claim_now(strand, asked);
	bool known = false;
	int late = now == NULL ? 0 : claim_late(now, &known);
	if (!known)
		return TRUTH_MAYBE;
	if (pace == PACE_AHEAD)
		return truth_of(late < 0);
	if (late == 0)
		return TRUTH_MAYBE; /* milestones may be early or late */
	return truth_of((late > 0) == (pace == PACE_BEHIND));
}

static enum truth hold_strand(const struct strand *strand, const struct chapter *asked,
                              const struct claim_said *said)
{
	enum truth truth = TRUTH_YES;
	if (said->now != 0)
		truth = both(truth, is_among(claim_now(strand, asked), asked, said->now));
	if (said->last != 0)
		truth = both(truth, is_among(claim_last(strand, asked), asked, said->last));
	if (said->streak != 0)
		truth = both(truth, has_held(strand, asked, said->now, said->streak));
	else if (said->again)
		truth = both(truth, was_among(strand, asked, said->now));
	if (said->first)
		truth = both(truth, (enum truth)(TRUTH_YES - was_among(strand, asked, said->now)));
	if (said->directions != 0)
		truth = both(truth, has_moved(strand, asked, said->directions));
	if (said->pace != PACE_NONE) {
		enum truth paced = is_paced(strand, asked, said->pace);
		truth = both(truth, said->denied ? (enum truth)(TRUTH_YES - paced) : paced);
	}
	return truth;
}

/* --- how many --- */

static bool is_exactly_contradicted(const struct claim_subject *subject, int yes, int maybe)
{
	return subject->number < yes || subject->number > yes + maybe;
}

/* Of a part of them, not said which: only too many can be seen. */
static bool is_part_contradicted(const struct claim_subject *subject, int most)
{
	switch (subject->quantity) {
	case QUANTITY_EXACTLY:
	case QUANTITY_AT_LEAST:
		return subject->number > most;
	case QUANTITY_ALL:
		return subject->except_count == 0 && subject->except == 0 && subject->total > most;
	default:
		return false;
	}
}

bool quantity_contradicted(const struct claim_subject *subject, int total, int yes, int no)
{
	int maybe = total - yes - no, most = yes + maybe;
	if (subject->total >= 0 && subject->total != total)
		return subject->total < total && is_part_contradicted(subject, most);
	switch (subject->quantity) {
	case QUANTITY_EXACTLY:
		return is_exactly_contradicted(subject, yes, maybe);
	case QUANTITY_AT_LEAST:
		return most < subject->number;
	case QUANTITY_AT_MOST:
		return yes > subject->number;
	case QUANTITY_ALL:
		return no > subject->except_count || no + maybe < subject->except_count;
	case QUANTITY_NOT_ALL:
		return yes == total;
	case QUANTITY_NONE:
		return yes > 0;
	case QUANTITY_MOST:
		return 2 * most <= total;
	case QUANTITY_FEW:
		return 2 * yes >= total;
	case QUANTITY_HALF:
		return 2 * yes > total + 1 || 2 * most < total - 1;
	default:
		return false;
	}
}

static int count(uint64_t set)
{
	int number = 0;
	for (; set != 0; set &= set - 1)
		number++;
	return number;
}

/* --- a claim --- */

static void hold_counted(const struct claim *claim, uint64_t reported,
                         const struct claim_context *context, struct claim_truth *truth)
{
	struct claim_subject subject = claim->subject;
	uint64_t among = truth->universe & ~subject.except;
	if (subject.quantity == QUANTITY_REST) {
		among &= ~context->covered;
		truth->contradicted =
			(context->covered | subject.except) != 0 && (truth->no & among) != 0;
		truth->wrong = truth->no & among;
		return;
	}
	if (subject.total == count(reported))
		among &= reported;
	if (subject.total >= 0 && subject.except != 0 &&
	    (subject.total == count(among | subject.except)))
		subject.total = count(among);
	truth->contradicted = quantity_contradicted(
		&subject, count(among), count(truth->yes & among), count(truth->no & among));
	if (subject.quantity == QUANTITY_ALL)
		truth->wrong = truth->no & among;
	uint64_t spared = subject.quantity == QUANTITY_NONE ? truth->no : truth->yes;
	if ((subject.these & truth->no) != 0 || (subject.except & spared) != 0) {
		truth->named = !truth->contradicted;
		truth->wrong = (subject.these & truth->no) | (subject.except & spared);
		truth->contradicted = true;
	}
}

static struct claim_truth hold(const struct story *story, const struct chapter *chapter,
                               const struct claim *claim, const struct claim_said *said,
                               const struct claim_context *context)
{
	struct claim_truth truth = {0};
	uint64_t reported = 0;
	if (claim->subject.domain == DOMAIN_PROGRAMME) {
		truth.contradicted = hold_strand(&story->programme, chapter, said) == TRUTH_NO;
		return truth;
	}
	for (size_t i = 0; i < story->count; i++) {
		const struct strand *strand = &story->strands[i];
		uint64_t bit = (uint64_t)1 << i;
		enum truth holds = hold_strand(strand, chapter, said);
		if (claim_now(strand, chapter) != NULL)
			reported |= bit;
		else if (!is_under_way(strand, chapter) && holds == TRUTH_MAYBE)
			continue;
		truth.universe |= bit;
		truth.yes |= holds == TRUTH_YES ? bit : 0;
		truth.no |= holds == TRUTH_NO ? bit : 0;
	}
	if (claim->subject.counted) {
		hold_counted(claim, reported, context, &truth);
		return truth;
	}
	truth.wrong = claim->subject.names & truth.no;
	if (claim->subject.only) {
		truth.others = truth.wrong == 0;
		truth.wrong |= truth.yes & ~claim->subject.names;
	}
	truth.contradicted = truth.wrong != 0;
	return truth;
}

struct claim_truth claim_hold(const struct story *story, const struct chapter *chapter,
                              const struct claim *claim, struct claim_context *context)
{
	struct claim_said said = claim->said;
	if (context->passage != claim->sentence->passage)
		*context = (struct claim_context){.passage = claim->sentence->passage};
	said.now |= said.either;
	struct claim_truth truth = hold(story, chapter, claim, &said, context);
	if (truth.contradicted && claim->said.either != 0) {
		struct claim_said before = claim->said;
		before.last |= before.either;
		truth.contradicted = hold(story, chapter, claim, &before, context).contradicted;
	}
	if (truth.contradicted && said.loose) {
		said.streak = 0;
		struct claim_truth loose = hold(story, chapter, claim, &said, context);
		truth = loose.contradicted ? loose : (struct claim_truth){.yes = loose.yes};
	}
	if (truth.contradicted && !claim->subject.counted) {
		struct claim_said alone = {.now = said.now};
		truth.rated = said.now != 0 && !said.stated &&
		              hold(story, chapter, claim, &alone, context).contradicted;
	}
	context->covered |=
		claim->subject.counted ? truth.yes | claim->subject.these : claim->subject.names;
	return truth;
}
