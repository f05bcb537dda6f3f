#include "candour/matter.h"

#include <string.h>

#include "candour/decision.h"
#include "candour/matter_loose.h"

#include "base/text.h"

enum { FEWEST = 2, GAP_WORDS = 24 };

/* Leaves out the words without meaning at both ends. */
static struct matter_run trimmed(const struct event *event, struct matter_run run)
{
	while (run.first < run.end && !matter_means(event, run.first))
		run.first++;
	while (run.end > run.first && !matter_means(event, run.end - 1))
		run.end--;
	return run;
}

static size_t meaning_of(const struct event *event, struct matter_run run)
{
	size_t count = 0;
	for (size_t at = run.first; at < run.end; at++)
		count += matter_means(event, at) ? 1 : 0;
	return count;
}

/* True where neither the word before the run nor that behind it belongs to the matter. */
static bool is_whole(const struct event *event, struct matter_run run)
{
	size_t count = event->spoken.sentence->count, next = run.end;
	if (run.first > 0 && matter_means(event, run.first - 1))
		return false;
	if (next == count || matter_is_wall(event, next))
		return true;
	const char *text = matter_word(event, next)->text;
	if (next + 1 == count)
		return !matter_means(event, next);
	const struct word *behind = matter_word(event, next + 1);
	if (text_is_one_of(text, matter_joints))
		return !matter_means(event, next + 1) &&
		       (matter_is_named(event, next + 1) || matter_is_date(behind) ||
		        (next + 2 < count && !matter_means(event, next + 2)));
	/* "unanimously"; or a verb, as before "our", "that": "guides our work" */
	size_t length = strlen(text);
	return !matter_means(event, next) || (length > 3 && strcmp(text + length - 2, "ly") == 0) ||
	       (text[length - 1] == 's' && matter_is_light(behind->text));
}

/* "The office move began after the Board agreed to it": of what the sentence begins with. */
static bool is_decided_as_it(const struct event *event, struct matter_run run)
{
	const struct sentence *sentence = event->spoken.sentence;
	for (size_t at = 0; at < run.first; at++)
		if (matter_means(event, at) || matter_is_wall(event, at))
			return false;
	for (size_t at = run.end; at + 1 < sentence->count && at < MATTER_WORDS; at++) {
		size_t it = at + 1;
		if (!decision_is_decision(sentence, at))
			continue;
		if (text_is_one_of(matter_word(event, it)->text,
		                   (const char *const[]){"to", "on", NULL}))
			it++;
		if (it < sentence->count && strcmp(matter_word(event, it)->text, "it") == 0)
			return true;
	}
	return false;
}

/* True where a word for a decision stands beside the run, with nothing between that means. */
static bool is_decided(const struct event *event, struct matter_run run)
{
	const struct sentence *sentence = event->spoken.sentence;
	for (size_t at = run.first; at-- > 0 && run.first - at <= GAP_WORDS;) {
		if (decision_is_decision(sentence, at))
			return true;
		if (matter_means(event, at))
			break;
	}
	for (size_t at = run.end; at < sentence->count && at - run.end <= GAP_WORDS; at++) {
		if (decision_is_decision(sentence, at) && !matter_has_object(event, at))
			return true;
		if (matter_means(event, at))
			break;
	}
	return is_decided_as_it(event, run);
}

/* How a sentence is about a matter. */
enum closeness {
	CLOSENESS_NONE,
	CLOSENESS_LOOSE,
	CLOSENESS_FULL, /* with nothing beside the matter but the decision */
};

static enum closeness read_matter(const struct event *event, struct matter_run run)
{
	size_t meaning = meaning_of(event, run);
	if (matter_is_of_another(event, run))
		return CLOSENESS_NONE;
	if (is_whole(event, run) && is_decided(event, run))
		return CLOSENESS_FULL;
	return (is_whole(event, run) || matter_stands_alone(event, run, meaning)) &&
	                       (is_decided(event, run) || matter_is_settled(event, run))
	               ? CLOSENESS_LOOSE
	               : CLOSENESS_NONE;
}

bool matter_is_same(const struct event *a, const struct event *b)
{
	struct matter_run one = {0, 0}, other = {0, 0};
	if (a->spoken.type == SPOKEN_POST || b->spoken.type == SPOKEN_POST)
		return false;
	matter_find_shared(a, b, &one, &other);
	one = trimmed(a, one);
	other = trimmed(b, other);
	if (meaning_of(a, one) < FEWEST)
		return false;
	enum closeness first = read_matter(a, one), second = read_matter(b, other);
	if (first == CLOSENESS_NONE || second == CLOSENESS_NONE)
		return false;
	bool tied = !a->loose && !b->loose;
	return (tied && first == CLOSENESS_FULL && second == CLOSENESS_FULL) ||
	       (!matter_is_other_time(a, one) && !matter_is_other_time(b, other));
}
