/* What the prose claims: declared in candour/ask.h. */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "candour/ask.h"
#include "candour/claim_truth.h"

enum { LONGEST_QUOTE = 100, MOST_NAMED = 8, MOST_EVIDENCE = 24, MOST_CHAPTERS = 4 };

/* --- words --- */

/* The claim's own words, on one line. */
static const char *quote(const struct claim *claim, struct arena *arena)
{
	struct sentence part = *claim->sentence;
	const struct word *first = &part.words[claim->from], *last = &part.words[claim->to - 1];
	part.at = first->at;
	part.length = last->at + last->length - first->at;
	return sentence_quote(&part, LONGEST_QUOTE, arena);
}

static const char *number_words(int number, char text[16])
{
	static const char *const words[] = {"none", "one",    "two",   "three", "four",
	                                    "five", "six",    "seven", "eight", "nine",
	                                    "ten",  "eleven", "twelve"};
	if (number >= 0 && (size_t)number < sizeof(words) / sizeof(words[0]))
		return words[number];
	snprintf(text, 16, "%d", number);
	return text;
}

static int count(uint64_t set)
{
	int number = 0;
	for (; set != 0; set &= set - 1)
		number++;
	return number;
}

/* "Green", or what else says how the strand is rated in the chapter. */
static const char *rating_of(const struct chapter *chapter)
{
	return chapter == NULL ? "not reported" : chapter_rating(chapter);
}

/* "Homes (Amber)": what contradicts the claim of a strand, in brackets. */
static void add_state(struct buf *buf, const struct question *question, const struct claim *claim,
                      const struct strand *strand)
{
	const struct claim_said *said = &claim->said;
	const struct chapter *now = claim_now(strand, question->chapter);
	const struct chapter *last = claim_last(strand, question->chapter);
	char day[DATE_TEXT_SIZE];
	bool known = false;
	int late = said->pace != PACE_NONE && now != NULL ? claim_late(now, &known) : 0;
	if (known)
		buf_printf(buf, "forecast %s, %s",
		           date_words(day_of(&chapter_update(now)->forecast_completion), day),
		           late > 0   ? "late"
		           : late < 0 ? "early"
		                      : "as agreed");
	else if (said->now == 0 && said->either == 0 && said->directions == 0)
		buf_printf(buf, "%s before", rating_of(last));
	else if (said->directions != 0 || said->streak != 0 || said->first || said->last != 0 ||
	         said->again)
		buf_printf(buf, "%s, before %s", rating_of(now), rating_of(last));
	else
		buf_text(buf, rating_of(now));
}

/* The strands of a set with their titles, and with what is so of them. */
static void add_strands(struct buf *buf, const struct question *question, const struct claim *claim,
                        uint64_t set, bool states)
{
	const struct story *story = question->story;
	const char *comma = ", ";
	int named = 0;
	/* "Partnership working; Confidence, culture and capacity" are two. */
	for (size_t i = 0; i < story->count; i++)
		if ((set >> i & 1) != 0 && strchr(story->strands[i].title, ',') != NULL)
			comma = "; ";
	for (size_t i = 0; i < story->count; i++) {
		if ((set >> i & 1) == 0)
			continue;
		if (named == MOST_NAMED) {
			buf_printf(buf, " and %d more", count(set >> i));
			return;
		}
		buf_printf(buf, "%s%s", named++ > 0 ? comma : "", story->strands[i].title);
		if (!states)
			continue;
		buf_text(buf, " (");
		add_state(buf, question, claim, &story->strands[i]);
		buf_byte(buf, ')');
	}
}

/* "two improved (A, B), three were steady (C, D, E), none declined". */
static void add_movements(struct buf *buf, const struct question *question,
                          const struct claim *claim)
{
	static const char *const words[] = {"improved", "held steady", "declined"};
	const struct story *story = question->story;
	uint64_t sets[3] = {0};
	char text[16];
	for (size_t i = 0; i < story->count; i++) {
		const struct chapter *now = claim_now(&story->strands[i], question->chapter);
		const struct chapter *last = claim_last(&story->strands[i], question->chapter);
		int steps;
		if (now != NULL && last != NULL && chapter_compare(last, now, &steps))
			sets[steps > 0 ? 0 : steps < 0 ? 2 : 1] |= (uint64_t)1 << i;
	}
	for (int i = 0; i < 3; i++) {
		buf_printf(buf, "%s%s %s", i > 0 ? ", " : "", number_words(count(sets[i]), text),
		           words[i]);
		if (sets[i] == 0)
			continue;
		buf_text(buf, " (");
		add_strands(buf, question, claim, sets[i], false);
		buf_byte(buf, ')');
	}
}

/* What is on record of it, as one sentence. */
static void add_truth(struct buf *buf, const struct question *question, const struct claim *claim,
                      const struct claim_truth *truth)
{
	char text[16];
	if (claim->subject.domain == DOMAIN_PROGRAMME) {
		buf_text(buf, "the programme is ");
		add_state(buf, question, claim, &question->story->programme);
	} else if (claim->said.directions != 0 && claim->subject.counted) {
		buf_text(buf, "on record ");
		add_movements(buf, question, claim);
	} else if (truth->wrong != 0) {
		buf_text(buf, "the record has ");
		add_strands(buf, question, claim, truth->wrong, true);
	} else {
		buf_printf(buf, "the record has %s", number_words(count(truth->yes), text));
		if (truth->yes != 0)
			buf_text(buf, ": ");
		add_strands(buf, question, claim, truth->yes, false);
	}
}

/* --- evidence --- */

static void point_to_chapter(const struct question *question, struct doubt *doubt,
                             const struct claim *claim, const struct chapter *chapter)
{
	char day[DATE_TEXT_SIZE];
	const struct update *update = chapter_update(chapter);
	const struct value *rating =
		update != NULL ? &update->rag : &chapter_overview(chapter)->rag;
	if (claim->said.pace == PACE_NONE || update == NULL) {
		doubt_point(question, doubt, chapter, rating->place, "%s rated %s",
		            chapter->strand->title, chapter_rating(chapter));
		return;
	}
	if (update->forecast_completion.valid)
		doubt_point(question, doubt, chapter, update->forecast_completion.place,
		            "forecast completion %s",
		            date_words(update->forecast_completion.as.date, day));
	if (update->agreed_completion.valid)
		doubt_point(question, doubt, chapter, update->agreed_completion.place,
		            "agreed completion %s",
		            date_words(update->agreed_completion.as.date, day));
}

/* The strand's reports that the claim is about, the newest first. */
static void point_to_strand(const struct question *question, struct doubt *doubt,
                            const struct claim *claim, const struct strand *strand)
{
	const struct claim_said *said = &claim->said;
	const struct chapter *now = claim_now(strand, question->chapter);
	const struct chapter *last = claim_last(strand, question->chapter);
	bool only_last = said->now == 0 && said->either == 0 && said->directions == 0 &&
	                 said->pace == PACE_NONE;
	bool back = said->last != 0 || said->directions != 0 || said->streak != 0 || said->again ||
	            said->first || said->either != 0;
	int most = said->streak > 2 ? said->streak - 1 : 1;
	if (now != NULL && !only_last)
		point_to_chapter(question, doubt, claim, now);
	for (int i = 0; back && last != NULL && i < most && i < MOST_CHAPTERS; i++) {
		point_to_chapter(question, doubt, claim, last);
		last = chapter_last(last);
	}
}

static void point_to_strands(const struct question *question, struct doubt *doubt,
                             const struct claim *claim, const struct claim_truth *truth)
{
	const struct story *story = question->story;
	uint64_t set = claim->subject.counted ? truth->universe : truth->wrong;
	if (claim->subject.domain == DOMAIN_PROGRAMME)
		point_to_strand(question, doubt, claim, &story->programme);
	for (size_t i = 0; i < story->count && doubt->count < MOST_EVIDENCE; i++)
		if ((set >> i & 1) != 0)
			point_to_strand(question, doubt, claim, &story->strands[i]);
}

/* --- milestones --- */

static void point_to_milestones(const struct question *question, struct doubt *doubt,
                                const struct claim *claim)
{
	const struct story *story = question->story;
	uint64_t strands = claim_milestone_strands(story, question->chapter, claim);
	for (size_t i = 0; i < story->count; i++) {
		const struct chapter *now = claim_now(&story->strands[i], question->chapter);
		if ((strands >> i & 1) == 0 || now == NULL)
			continue;
		const struct list *list = &chapter_update(now)->milestones;
		for (size_t k = 0; k < list->count && doubt->count < MOST_EVIDENCE; k++) {
			const struct milestone *row = &LIST_OF(struct milestone, *list)[k];
			doubt_point(question, doubt, now, row->status.place, "%s: %s",
			            row->id.text != NULL ? row->id.text : "a milestone",
			            row->status.text != NULL ? row->status.text : "no status");
		}
	}
}

static const char *outcome_words(const struct claim_said *said)
{
	static const char *const words[] = {
		[OUTCOME_NONE] = "",
		[OUTCOME_DELIVERED] = "delivered",
		[OUTCOME_MISSED] = "missed or overdue",
		[OUTCOME_CARRIED] = "carried over",
		[OUTCOME_DROPPED] = "dropped",
		[OUTCOME_OUTSTANDING] = "outstanding",
		[OUTCOME_ON_TIME] = "on time",
	};
	return words[said->outcome];
}

static void doubt_milestones(const struct question *question, const struct claim *claim,
                             struct arena *arena)
{
	char number[16], total[16];
	struct milestone_truth truth =
		claim_hold_milestones(question->story, question->chapter, claim);
	if (!truth.contradicted)
		return;
	const struct document *document = chapter_document(question->chapter);
	bool on_time = claim->said.outcome == OUTCOME_ON_TIME;
	struct doubt *doubt = doubt_raise(
		question, sentence_place(document, claim->sentence, claim->from),
		"the text says \"%s\", but of the %s milestone%s listed %s %s %s%s",
		quote(claim, arena), number_words((int)truth.total, total),
		truth.total == 1 ? "" : "s",
		number_words((int)(on_time ? truth.no : truth.yes), number),
		(on_time ? truth.no : truth.yes) == 1 ? "is" : "are",
		on_time || claim->said.denied ? "not " : "", outcome_words(&claim->said));
	point_to_milestones(question, doubt, claim);
}

/* --- asking --- */

enum claim_rule {
	RULE_COUNT,
	RULE_RATING,
	RULE_STREAK,
	RULE_TREND,
	RULE_SCHEDULE,
	RULE_MILESTONES
};

/* Which rule a claim is held to: it is about a movement before it is about a rating. */
static enum claim_rule rule_of(const struct claim *claim, const struct claim_truth *truth)
{
	const struct claim_said *said = &claim->said;
	if (claim->subject.domain == DOMAIN_MILESTONES)
		return RULE_MILESTONES;
	if (said->pace != PACE_NONE)
		return RULE_SCHEDULE;
	if (said->directions != 0 || (said->last != 0 && said->now != 0))
		return RULE_TREND;
	bool streak = said->streak != 0 || said->first || said->again;
	if (streak && !said->loose && (!truth->contradicted || !truth->rated))
		return RULE_STREAK;
	return (claim->subject.counted && !truth->named) || truth->others ? RULE_COUNT
	                                                                  : RULE_RATING;
}

/* Asks of the claims that are held to this rule. */
static void ask_claims(const struct question *question, enum claim_rule rule)
{
	struct arena arena = ARENA_INIT;
	struct claim_context context = {0};
	const struct claims *claims = chapter_claims(question->story, question->chapter);
	for (const struct claim *claim = claims->first; claim != NULL; claim = claim->next) {
		if (claim->subject.domain == DOMAIN_MILESTONES) {
			if (rule == RULE_MILESTONES)
				doubt_milestones(question, claim, &arena);
			continue;
		}
		struct claim_truth truth =
			claim_hold(question->story, question->chapter, claim, &context);
		if (!truth.contradicted || rule_of(claim, &truth) != rule)
			continue;
		struct buf buf = BUF_INIT;
		add_truth(&buf, question, claim, &truth);
		struct doubt *doubt = doubt_raise(
			question,
			sentence_place(chapter_document(question->chapter), claim->sentence,
		                       claim->from),
			"the text says \"%s\", but %s", quote(claim, &arena), buf.bytes);
		point_to_strands(question, doubt, claim, &truth);
		buf_release(&buf);
	}
	arena_release(&arena);
}

void ask_claim_count(const struct question *question)
{
	ask_claims(question, RULE_COUNT);
}

void ask_claim_rating(const struct question *question)
{
	ask_claims(question, RULE_RATING);
}

void ask_claim_streak(const struct question *question)
{
	ask_claims(question, RULE_STREAK);
}

void ask_claim_trend(const struct question *question)
{
	ask_claims(question, RULE_TREND);
}

void ask_claim_schedule(const struct question *question)
{
	ask_claims(question, RULE_SCHEDULE);
}

void ask_claim_milestones(const struct question *question)
{
	ask_claims(question, RULE_MILESTONES);
}
