#include "candour/matter_words.h"

#include <string.h>

#include "candour/decision.h"

#include "base/text.h"

enum { SHORTEST = 3 };

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
const char *const matter_joints[] = {"of",   "to",      "for", "with", "about", "in",
                                     "from", "through", "and", "over", "on",    NULL};

bool matter_is_light(const char *text)
{
	return text_is_one_of(text, light);
}

bool matter_is_date(const struct word *word)
{
	static const char *const days[] = {"monday", "tuesday",  "wednesday", "thursday",
	                                   "friday", "saturday", "sunday",    NULL};
	return text_is_one_of(word->text, days) || word->type == WORD_FIGURES ||
	       date_month_named(word->text, strlen(word->text)) != 0 ||
	       (word->text[0] >= '0' && word->text[0] <= '9');
}

bool matter_is_named(const struct event *event, size_t word)
{
	return word >= event->from && word < event->to;
}

const struct word *matter_word(const struct event *event, size_t word)
{
	return &event->spoken.sentence->words[word];
}

/* True for a word that says what something is. */
bool matter_means(const struct event *event, size_t word)
{
	const struct word *found = matter_word(event, word);
	return found->type == WORD_LETTERS && strlen(found->text) >= SHORTEST &&
	       !matter_is_named(event, word) && !text_is_one_of(found->text, light) &&
	       !decision_is_verb(found->text) && !matter_is_date(found);
}

/* What no matter goes across: a mark, the committee's name, what it did. */
bool matter_is_wall(const struct event *event, size_t word)
{
	const struct word *found = matter_word(event, word);
	return found->type == WORD_MARK || matter_is_named(event, word) ||
	       decision_is_verb(found->text);
}

/* What the words of one sentence are, looked up once. */
struct looks {
	bool wall[MATTER_WORDS], means[MATTER_WORDS];
	size_t count;
};

static void look(const struct event *event, struct looks *looks)
{
	size_t count = event->spoken.sentence->count;
	looks->count = count < MATTER_WORDS ? count : MATTER_WORDS;
	for (size_t i = 0; i < looks->count; i++) {
		looks->wall[i] = matter_is_wall(event, i);
		looks->means[i] = matter_means(event, i);
	}
}

/* A run that ends at a word of one sentence and at one of the other. */
struct shared {
	size_t length, meaning;
};

/* The run of words in both sentences that means most: in that of A, and in that of B. */
void matter_find_shared(const struct event *a, const struct event *b, struct matter_run *one,
                        struct matter_run *other)
{
	struct shared ends[2][MATTER_WORDS + 1] = {{{0, 0}}};
	struct looks rows, columns;
	size_t best = 0;
	look(a, &rows);
	look(b, &columns);
	for (size_t i = 0; i < rows.count; i++) {
		struct shared *now = ends[i % 2], *last = ends[1 - i % 2];
		for (size_t j = 0; j < columns.count; j++) {
			bool same = !rows.wall[i] && !columns.wall[j] &&
			            strcmp(matter_word(a, i)->text, matter_word(b, j)->text) == 0;
			now[j + 1] =
				same ? (struct shared){last[j].length + 1,
			                               last[j].meaning + (rows.means[i] ? 1 : 0)}
				     : (struct shared){0, 0};
			if (now[j + 1].meaning <= best)
				continue;
			best = now[j + 1].meaning;
			*one = (struct matter_run){i + 1 - now[j + 1].length, i + 1};
			*other = (struct matter_run){j + 1 - now[j + 1].length, j + 1};
		}
	}
}
