#include "candour/quoted.h"

#include <string.h>

#include "base/text.h"

enum { NEAR = 5 /* words before the claim that say of what kind it is */ };

static const char *word_at(const struct sentence *sentence, size_t word)
{
	return word < sentence->count ? sentence->words[word].text : "";
}

static bool is_near_before(const struct sentence *sentence, size_t word, const char *const *words)
{
	for (size_t i = word; i-- > 0 && word - i <= NEAR;)
		if (text_is_one_of(sentence->words[i].text, words))
			return true;
	return false;
}

/* What is said of the milestone whose words the claim has. */
static enum claim_kind kind_of(const struct sentence *sentence, const struct quoting *claim)
{
	static const char *const delivering[] = {
		"delivered", "delivers", "delivering", "completed", "completes", "completing",
		"achieved",  "achieves", "achieving",  "met",       "meets",     "meeting",
		"finished",  "reached",  "closed",     "fulfilled", "satisfied", "as",
		"is",        "was",      "were",       "called",    NULL};
	static const char *const helping[] = {
		"support", "supports", "supported",   "supporting",  "towards", "toward",
		"helped",  "helps",    "contributes", "contributed", "linked",  "links",
		"part",    "not",      "partly",      "before",      NULL};
	static const char *const so[] = {"so",    "therefore", "thus", "hence",
	                                 "means", "meaning",   NULL};
	static const char *const titles[] = {"(", ":", "\"", NULL};
	static const char *const after[] = {"was", "is", "has", "were", NULL};
	static const char *const done[] = {"delivered", "complete", "completed", "achieved", "met",
	                                   "finished",  "done",     "reached",   "closed",   NULL};
	size_t next = claim->end;
	bool bracket = strcmp(word_at(sentence, next), ")") == 0;
	bool comma = strcmp(word_at(sentence, next), ",") == 0;
	if (text_is_one_of(word_at(sentence, next + (comma ? 1 : 0)), titles))
		return CLAIM_TITLED;
	if (is_near_before(sentence, claim->word, helping))
		return CLAIM_VAGUE;
	if (claim->word > 0 && text_is_one_of(sentence->words[claim->word - 1].text, delivering))
		return CLAIM_OBJECT;
	next += bracket ? 1 : 0;
	if (text_is_one_of(word_at(sentence, next), after))
		next += strcmp(word_at(sentence, next + 1), "been") == 0 ? 2 : 1;
	if (!text_is_one_of(word_at(sentence, next), done))
		return CLAIM_VAGUE;
	return bracket || next == claim->end || is_near_before(sentence, claim->word, so)
	               ? CLAIM_OBJECT
	               : CLAIM_SUBJECT;
}

/* True for "milestones 1, 2 and 4" and the like, which name several. */
static bool names_several(const struct sentence *sentence, size_t end)
{
	const char *next = word_at(sentence, end);
	bool joined = strcmp(next, ",") == 0 || strcmp(next, "and") == 0 ||
	              strcmp(next, "&") == 0 || strcmp(next, "-") == 0 || strcmp(next, "/") == 0 ||
	              strcmp(next, "to") == 0 || strcmp(next, "or") == 0;
	return joined && end + 1 < sentence->count && sentence->words[end + 1].number >= 0;
}

const struct numbered *titles_row(const struct list_of_titles *list, const char *id)
{
	for (size_t i = 0; i < list->count; i++)
		if (list->items[i].id != NULL && strcmp(list->items[i].id, id) == 0)
			return &list->items[i];
	return NULL;
}

static bool speaks_of_next(const struct sentence *sentence, size_t word)
{
	static const char *const next[] = {"next period",    "next month",  "next quarter",
	                                   "coming period",  "next report", "following period",
	                                   "next milestone", NULL};
	return sentence_has(sentence, next) ||
	       (word > 0 && strcmp(sentence->words[word - 1].text, "next") == 0);
}

/* "Number 4 of the milestones", "no. 4 on the list of milestones": where the figure stands, or 0.
 */
static size_t number_of_list(const struct sentence *sentence, size_t word)
{
	static const char *const numbers[] = {"number", "no", "item", "numbered", "line", NULL};
	static const char *const milestones[] = {"milestone", "milestones", NULL};
	enum { LIST_NEAR = 6 };
	size_t at = word + 1;
	if (!text_is_one_of(sentence->words[word].text, numbers) ||
	    (word > 0 && strcmp(sentence->words[word - 1].text, "milestone") == 0))
		return 0;
	at += strcmp(word_at(sentence, at), ".") == 0 ? 1 : 0;
	if (at >= sentence->count || sentence->words[at].type != WORD_FIGURES)
		return 0;
	for (size_t i = word > LIST_NEAR ? word - LIST_NEAR : 0; i <= at + LIST_NEAR; i++)
		if (text_is_one_of(word_at(sentence, i), milestones))
			return at;
	return 0;
}

/* Where the name of a milestone stands: behind "milestone", "milestone no.", "milestone #". */
static size_t name_of(const struct sentence *sentence, size_t word)
{
	static const char *const between[] = {"no", "number", "numbered", ".", "#", "(", NULL};
	enum { BETWEEN_MOST = 2 };
	if (strcmp(sentence->words[word].text, "milestone") != 0)
		return number_of_list(sentence, word);
	size_t at = word + 1;
	for (int skip = 0; skip < BETWEEN_MOST && text_is_one_of(word_at(sentence, at), between);
	     skip++)
		at++;
	return at;
}

/* "Milestone 4 of last month" is one of another list. */
static bool speaks_of_last(const struct sentence *sentence)
{
	static const char *const last[] = {
		"last month",      "last period",     "last quarter", "last report",
		"previous report", "previous period", "last year",    NULL};
	return sentence_has(sentence, last);
}

/* Reads "milestone 4", "milestone no. 4", "milestone `hub-2`", "number 4 of the milestones". */
static bool read_quoting(const struct list_of_titles *now, const struct list_of_titles *next,
                         const struct sentence *sentence, size_t word, struct quoting *claim)
{
	size_t at = name_of(sentence, word);
	if (at == 0)
		return false;
	if (at >= sentence->count)
		return false;
	const struct word *name = &sentence->words[at];
	*claim = (struct quoting){.word = word, .end = at + 1};
	if (name->type == WORD_FIGURES || name->number > 0)
		claim->number = name->number;
	else if (name->type == WORD_LETTERS && strpbrk(name->text, "-0123456789") != NULL &&
	         (titles_row(now, name->text) != NULL || titles_row(next, name->text) != NULL))
		claim->id = name->text;
	if ((claim->number <= 0 && claim->id == NULL) || names_several(sentence, claim->end) ||
	    speaks_of_last(sentence))
		return false;
	claim->next = speaks_of_next(sentence, word);
	claim->kind = kind_of(sentence, claim);
	return true;
}

/* Reads "milestones 2 and 3" at WORD. */
static bool read_several(const struct sentence *sentence, size_t word, struct quoting *claim)
{
	const char *text = sentence->words[word].text;
	size_t at = word + 1;
	if ((strcmp(text, "milestones") != 0 && strcmp(text, "milestone") != 0) ||
	    at >= sentence->count || sentence->words[at].number <= 0)
		return false;
	*claim = (struct quoting){.word = word, .number = sentence->words[at].number};
	while (names_several(sentence, ++at)) {
		static const char *const joints[] = {",", "and", "&", NULL};
		if (!text_is_one_of(sentence->words[at].text, joints) ||
		    claim->other_count == SEVERAL_MOST)
			return false;
		claim->others[claim->other_count++] = sentence->words[++at].number;
	}
	claim->end = at;
	claim->next = speaks_of_next(sentence, word);
	claim->kind = CLAIM_VAGUE;
	return claim->other_count != 0 && !speaks_of_last(sentence);
}

void quotings_read(const struct list_of_titles *now, const struct list_of_titles *next,
                   const struct sentence *sentence, struct quotings *quotings)
{
	quotings->count = 0;
	for (size_t i = 0; i < sentence->count && quotings->count < NUMBERED_MOST; i++) {
		struct quoting claim;
		if (!read_quoting(now, next, sentence, i, &claim) &&
		    !read_several(sentence, i, &claim))
			continue;
		quotings->items[quotings->count++] = claim;
		i = claim.end - 1;
	}
}
