#include "candour/matter.h"

#include <string.h>

#include "candour/decision.h"

#include "base/text.h"

enum { MOST_WORDS = 80, LAST_WORD = 160, SHORTEST = 3, FEWEST = 2, GAP_WORDS = 24 };

/* Words that mean nothing by themselves, or only that a decision was given and got. */
static const char *const light[] = {
	"the",       "a",       "an",      "its",      "their",   "our",       "this",
	"that",      "these",   "those",   "of",       "to",      "for",       "on",
	"by",        "at",      "in",      "with",     "about",   "from",      "through",
	"and",       "as",      "it",      "is",       "are",     "was",       "were",
	"be",        "been",    "being",   "has",      "have",    "had",       "which",
	"then",      "also",    "now",     "when",     "since",   "after",     "so",
	"off",       "came",    "went",    "won",      "gained",  "got",       "given",
	"gave",      "give",    "secured", "obtained", "taken",   "took",      "made",
	"reached",   "earned",  "put",     "brought",  "full",    "formal",    "final",
	"unanimous", "meeting", "session", "own",      "during",  "over",      "there",
	"we",        "they",    "will",    "today",    "already", "therefore", "because",
	"but",       "while",   "before",  "not",      "no",      "following", "adopt",
	"approve",   "endorse", "ratify",  "accept",   "who",     "where",     NULL};

/* With which a matter can go on: "the pay policy for schools". */
static const char *const joints[] = {"of",   "to",      "for", "with", "about", "in",
                                     "from", "through", "and", "over", "on",    NULL};

static bool is_date_word(const struct word *word)
{
	static const char *const days[] = {"monday", "tuesday",  "wednesday", "thursday",
	                                   "friday", "saturday", "sunday",    NULL};
	return text_is_one_of(word->text, days) || word->type == WORD_FIGURES ||
	       date_month_named(word->text, strlen(word->text)) != 0 ||
	       (word->text[0] >= '0' && word->text[0] <= '9');
}

static bool is_named(const struct event *event, size_t word)
{
	return word >= event->from && word < event->to;
}

static const struct word *word_of(const struct event *event, size_t word)
{
	return &event->spoken.sentence->words[word];
}

/* True for a word that says what something is. */
static bool means(const struct event *event, size_t word)
{
	const struct word *found = word_of(event, word);
	return found->type == WORD_LETTERS && strlen(found->text) >= SHORTEST &&
	       !is_named(event, word) && !text_is_one_of(found->text, light) &&
	       !decision_is_verb(found->text) && !is_date_word(found);
}

/* What no matter goes across: a mark, the committee's name, what it did. */
static bool is_wall(const struct event *event, size_t word)
{
	const struct word *found = word_of(event, word);
	return found->type == WORD_MARK || is_named(event, word) || decision_is_verb(found->text);
}

/* Words of one sentence. */
struct run {
	size_t first, end;
};

/* Leaves out the words without meaning at both ends. */
static struct run trimmed(const struct event *event, struct run run)
{
	while (run.first < run.end && !means(event, run.first))
		run.first++;
	while (run.end > run.first && !means(event, run.end - 1))
		run.end--;
	return run;
}

static size_t meaning_of(const struct event *event, struct run run)
{
	size_t count = 0;
	for (size_t at = run.first; at < run.end; at++)
		count += means(event, at) ? 1 : 0;
	return count;
}

/* True where neither the word before the run nor that behind it belongs to the matter. */
static bool is_whole(const struct event *event, struct run run)
{
	size_t count = event->spoken.sentence->count, next = run.end;
	if (run.first > 0 && means(event, run.first - 1))
		return false;
	if (next == count || is_wall(event, next))
		return true;
	const char *text = word_of(event, next)->text;
	if (next + 1 == count)
		return !means(event, next);
	const struct word *behind = word_of(event, next + 1);
	if (text_is_one_of(text, joints))
		return !means(event, next + 1) &&
		       (is_named(event, next + 1) || is_date_word(behind) ||
		        (next + 2 < count && !means(event, next + 2)));
	/* "unanimously"; or a verb, as before "our", "that": "guides our work" */
	size_t length = strlen(text);
	return !means(event, next) || (length > 3 && strcmp(text + length - 2, "ly") == 0) ||
	       (text[length - 1] == 's' && text_is_one_of(behind->text, light));
}

/* "The office move began after the Board agreed to it": of what the sentence begins with. */
static bool is_decided_as_it(const struct event *event, struct run run)
{
	const struct sentence *sentence = event->spoken.sentence;
	for (size_t at = 0; at < run.first; at++)
		if (means(event, at) || is_wall(event, at))
			return false;
	for (size_t at = run.end; at + 1 < sentence->count && at < MOST_WORDS; at++) {
		size_t it = at + 1;
		if (!decision_is_decision(sentence, at))
			continue;
		if (text_is_one_of(word_of(event, it)->text,
		                   (const char *const[]){"to", "on", NULL}))
			it++;
		if (it < sentence->count && strcmp(word_of(event, it)->text, "it") == 0)
			return true;
	}
	return false;
}

/* True where a word for a decision stands beside the run, with nothing between that means. */
static bool is_decided(const struct event *event, struct run run)
{
	const struct sentence *sentence = event->spoken.sentence;
	for (size_t at = run.first; at-- > 0 && run.first - at <= GAP_WORDS;) {
		if (decision_is_decision(sentence, at))
			return true;
		if (means(event, at))
			break;
	}
	for (size_t at = run.end; at < sentence->count && at - run.end <= GAP_WORDS; at++) {
		if (decision_is_decision(sentence, at))
			return true;
		if (means(event, at))
			break;
	}
	return is_decided_as_it(event, run);
}

/* What the words of one sentence are, looked up once. */
struct looks {
	bool wall[MOST_WORDS], means[MOST_WORDS];
	size_t count;
};

static void look(const struct event *event, struct looks *looks)
{
	size_t count = event->spoken.sentence->count;
	looks->count = count < MOST_WORDS ? count : MOST_WORDS;
	for (size_t i = 0; i < looks->count; i++) {
		looks->wall[i] = is_wall(event, i);
		looks->means[i] = means(event, i);
	}
}

/* A run that ends at a word of one sentence and at one of the other. */
struct shared {
	size_t length, meaning;
};

/* The run of words in both sentences that means most: in that of A, and in that of B. */
static void find_shared(const struct event *a, const struct event *b, struct run *one,
                        struct run *other)
{
	struct shared ends[2][MOST_WORDS + 1] = {{{0, 0}}};
	struct looks rows, columns;
	size_t best = 0;
	look(a, &rows);
	look(b, &columns);
	for (size_t i = 0; i < rows.count; i++) {
		struct shared *now = ends[i % 2], *last = ends[1 - i % 2];
		for (size_t j = 0; j < columns.count; j++) {
			bool same = !rows.wall[i] && !columns.wall[j] &&
			            strcmp(word_of(a, i)->text, word_of(b, j)->text) == 0;
			now[j + 1] =
				same ? (struct shared){last[j].length + 1,
			                               last[j].meaning + (rows.means[i] ? 1 : 0)}
				     : (struct shared){0, 0};
			if (now[j + 1].meaning <= best)
				continue;
			best = now[j + 1].meaning;
			*one = (struct run){i + 1 - now[j + 1].length, i + 1};
			*other = (struct run){j + 1 - now[j + 1].length, j + 1};
		}
	}
}

/* True where a word for a decision stands in the sentence at all. */
static bool has_decision(const struct event *event)
{
	const struct sentence *sentence = event->spoken.sentence;
	for (size_t i = 0; i < sentence->count && i < LAST_WORD; i++)
		if (decision_is_decision(sentence, i))
			return true;
	return false;
}

bool matter_is_same(const struct event *a, const struct event *b)
{
	struct run one = {0, 0}, other = {0, 0};
	if (a->spoken.type == SPOKEN_POST || b->spoken.type == SPOKEN_POST || !has_decision(a) ||
	    !has_decision(b))
		return false;
	find_shared(a, b, &one, &other);
	one = trimmed(a, one);
	other = trimmed(b, other);
	return meaning_of(a, one) >= FEWEST && is_whole(a, one) && is_whole(b, other) &&
	       is_decided(a, one) && is_decided(b, other);
}
