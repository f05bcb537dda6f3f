/*
 * Milestones that the prose calls by number or id: declared in candour/ask.h.
 *
 * "The strategy was signed off, which delivered milestone 4" is held against the titles:
 * the words around the claim share nothing with the fourth title, and something with
 * another. Numbers count in the order of `milestones`, or of `next_milestones` where the
 * sentence speaks of the next period.
 */
#include "candour/ask.h"
#include "candour/gist.h"

#include <stdlib.h>
#include <string.h>

enum {
	NUMBERED_MOST = 40, /* milestones of a list that prose can number */
	CLAIMS_MOST = 100,  /* claims of a document that are looked at */
	VAGUE_LEAST = 2,    /* words another title must share where the claim is vague */
	QUOTED_MOST = 80,
	FITS_WELL = 3, /* words that a milestone shares which is meant instead of those named */
	FITS_BETTER = 2,
	SEVERAL_MOST = 4,
	NEAR = 5, /* words before the claim that say of what kind it is */
};

struct numbered {
	const char *id, *title;
	struct place place;
	struct gist gist;
	bool delivered;
};

struct list_of_titles {
	struct numbered items[NUMBERED_MOST];
	size_t count;
	bool ids_have_numbers;
};

struct reader {
	const struct question *question;
	struct list_of_titles now, next;
	struct arena arena;
	size_t claims;
};

/* What a sentence says of a milestone that it mentions. */
enum claim_kind {
	CLAIM_VAGUE,   /* it is helped along, or worked on: "supports milestone 2" */
	CLAIM_OBJECT,  /* what stands before delivers it, or is it: "which delivered milestone 2" */
	CLAIM_SUBJECT, /* it was delivered: what, stands behind a colon, or is not said */
	CLAIM_TITLED,  /* what it is follows in brackets or quotation marks */
};

/* A mention of one milestone in a sentence, or of several: "milestones 2 and 3". */
struct claim {
	size_t word, end; /* its own words */
	int number;       /* 0: by id */
	int others[SEVERAL_MOST];
	size_t other_count; /* those that are named behind it */
	const char *id;
	bool next; /* of the list of what is planned */
	enum claim_kind kind;
};

struct claims {
	struct claim items[NUMBERED_MOST];
	size_t count;
};

/* Words that milestones of any kind are spoken of with. */
static const char *const deeds[] = {
	"agree",     "approve",    "sign",      "complete", "deliver",   "develop",   "finish",
	"finalise",  "update",     "revise",    "review",   "milestone", "new",       "period",
	"next",      "last",       "month",     "quarter",  "key",       "project",   "programme",
	"work",      "workstream", "undertake", "place",    "put",       "make",      "take",
	"support",   "prepare",    "publish",   "produce",  "issue",     "start",     "begin",
	"report",    "progress",   "further",   "draft",    "final",     "detail",    "full",
	"first",     "second",     "count",     "achieve",  "implement", "establish", "create",
	"set",       "identify",   "record",    "done",     "met",       "meet",      "board",
	"committee", "group",      "part",      "team",     "call",      NULL};

static void add_title(struct list_of_titles *list, const struct value *id,
                      const struct value *title, struct place place, struct arena *arena)
{
	if (list->count == NUMBERED_MOST)
		return;
	struct numbered *row = &list->items[list->count++];
	*row = (struct numbered){id->text, title->text, place, gist_of(title->text, arena), false};
	gist_drop(&row->gist, deeds);
	size_t length = id->text == NULL ? 0 : strlen(id->text);
	if (length != 0 && id->text[length - 1] >= '0' && id->text[length - 1] <= '9')
		list->ids_have_numbers = true;
}

/* What several titles have in common tells none from the others. */
static void drop_common(struct list_of_titles *list)
{
	struct gist common = {.count = 0};
	for (size_t i = 0; i < list->count; i++)
		for (size_t j = 0; j < list->items[i].gist.count; j++) {
			const struct gist one = {{list->items[i].gist.words[j]}, 1};
			size_t titles = 0;
			for (size_t k = 0; k < list->count; k++)
				titles += gist_shared(&one, &list->items[k].gist);
			if (titles > 1 && common.count < GIST_MOST &&
			    gist_shared(&one, &common) == 0)
				common.words[common.count++] = one.words[0];
		}
	for (size_t i = 0; i < list->count; i++)
		gist_drop_shared(&list->items[i].gist, &common);
}

static void read_lists(struct reader *reader)
{
	const struct update *update = chapter_update(reader->question->chapter);
	const struct milestone *rows = LIST_OF(struct milestone, update->milestones);
	const struct next_milestone *next = LIST_OF(struct next_milestone, update->next_milestones);
	for (size_t i = 0; i < update->milestones.count; i++) {
		add_title(&reader->now, &rows[i].id, &rows[i].title, rows[i].place, &reader->arena);
		if (i < NUMBERED_MOST)
			reader->now.items[i].delivered =
				rows[i].status.valid &&
				rows[i].status.as.word == MILESTONE_DELIVERED;
	}
	for (size_t i = 0; i < update->next_milestones.count; i++)
		add_title(&reader->next, &next[i].id, &next[i].title, next[i].place,
		          &reader->arena);
	drop_common(&reader->now);
	drop_common(&reader->next);
}

/* --- claims --- */

static bool is_one_of(const char *word, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strcmp(*words, word) == 0)
			return true;
	return false;
}

static const char *word_at(const struct sentence *sentence, size_t word)
{
	return word < sentence->count ? sentence->words[word].text : "";
}

static bool is_near_before(const struct sentence *sentence, size_t word, const char *const *words)
{
	for (size_t i = word; i-- > 0 && word - i <= NEAR;)
		if (is_one_of(sentence->words[i].text, words))
			return true;
	return false;
}

/* What is said of the milestone whose words the claim has. */
static enum claim_kind kind_of(const struct sentence *sentence, const struct claim *claim)
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
	if (is_one_of(word_at(sentence, next + (comma ? 1 : 0)), titles))
		return CLAIM_TITLED;
	if (is_near_before(sentence, claim->word, helping))
		return CLAIM_VAGUE;
	if (claim->word > 0 && is_one_of(sentence->words[claim->word - 1].text, delivering))
		return CLAIM_OBJECT;
	next += bracket ? 1 : 0;
	if (is_one_of(word_at(sentence, next), after))
		next += strcmp(word_at(sentence, next + 1), "been") == 0 ? 2 : 1;
	if (!is_one_of(word_at(sentence, next), done))
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

/* The row with this id, or NULL. */
static const struct numbered *row_of_id(const struct list_of_titles *list, const char *id)
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

/* Reads "milestone 4", "milestone no. 4", "milestone `hub-2`" at WORD. */
static bool read_claim(const struct reader *reader, const struct sentence *sentence, size_t word,
                       struct claim *claim)
{
	if (strcmp(sentence->words[word].text, "milestone") != 0)
		return false;
	size_t at = word + 1;
	if (strcmp(word_at(sentence, at), "no") == 0 ||
	    strcmp(word_at(sentence, at), "number") == 0)
		at++;
	at += strcmp(word_at(sentence, at), ".") == 0 ? 1 : 0;
	if (at >= sentence->count)
		return false;
	const struct word *name = &sentence->words[at];
	*claim = (struct claim){.word = word, .end = at + 1};
	if (name->type == WORD_FIGURES || name->number > 0)
		claim->number = name->number;
	else if (name->type == WORD_LETTERS && strpbrk(name->text, "-0123456789") != NULL &&
	         (row_of_id(&reader->now, name->text) != NULL ||
	          row_of_id(&reader->next, name->text) != NULL))
		claim->id = name->text;
	if ((claim->number <= 0 && claim->id == NULL) || names_several(sentence, claim->end))
		return false;
	claim->next = speaks_of_next(sentence, word);
	claim->kind = kind_of(sentence, claim);
	return true;
}

/* Reads "milestones 2 and 3" at WORD. */
static bool read_several(const struct sentence *sentence, size_t word, struct claim *claim)
{
	const char *text = sentence->words[word].text;
	size_t at = word + 1;
	if ((strcmp(text, "milestones") != 0 && strcmp(text, "milestone") != 0) ||
	    at >= sentence->count || sentence->words[at].number <= 0)
		return false;
	*claim = (struct claim){.word = word, .number = sentence->words[at].number};
	while (names_several(sentence, ++at)) {
		static const char *const joints[] = {",", "and", "&", NULL};
		if (!is_one_of(sentence->words[at].text, joints) ||
		    claim->other_count == SEVERAL_MOST)
			return false;
		claim->others[claim->other_count++] = sentence->words[++at].number;
	}
	claim->end = at;
	claim->next = speaks_of_next(sentence, word);
	claim->kind = CLAIM_VAGUE;
	return claim->other_count != 0;
}

static void find_claims(const struct reader *reader, const struct sentence *sentence,
                        struct claims *claims)
{
	claims->count = 0;
	for (size_t i = 0; i < sentence->count && claims->count < NUMBERED_MOST; i++) {
		struct claim claim;
		if (!read_claim(reader, sentence, i, &claim) && !read_several(sentence, i, &claim))
			continue;
		claims->items[claims->count++] = claim;
		i = claim.end - 1;
	}
}

/* The milestone that is meant, or NULL where that is not certain. */
static const struct numbered *named_row(const struct list_of_titles *list,
                                        const struct claim *claim)
{
	if (claim->id != NULL)
		return row_of_id(list, claim->id);
	if (!list->ids_have_numbers)
		return (size_t)claim->number <= list->count ? &list->items[claim->number - 1]
		                                            : NULL;
	const struct numbered *found = NULL;
	for (size_t i = 0; i < list->count; i++) {
		const char *id = list->items[i].id;
		size_t start = id == NULL ? 0 : strcspn(id, "0123456789");
		if (id == NULL || id[start] == '\0' ||
		    strspn(id + start, "0123456789") != strlen(id + start) ||
		    strtol(id + start, NULL, 10) != claim->number)
			continue;
		if (found != NULL)
			return NULL;
		found = &list->items[i];
	}
	return found;
}

/* --- judging --- */

/* Where what the milestone is begins, behind its mention; or TO. */
static size_t title_start(const struct sentence *sentence, const struct claim *claim, size_t to)
{
	static const char *const starts[] = {":", "-", "when", "as", "with", "since", NULL};
	size_t at = claim->end;
	while (claim->kind == CLAIM_SUBJECT && at < to &&
	       !is_one_of(sentence->words[at].text, starts))
		at++;
	return at;
}

/* What the sentence says of the claim: the words of its part, or of the sentence before. */
static void read_said(struct reader *reader, const struct sentence *sentences, size_t index,
                      const struct claims *claims, size_t which, struct gist *said)
{
	const struct sentence *sentence = &sentences[index];
	const struct claim *claim = &claims->items[which];
	bool first = which == 0, last = which + 1 == claims->count;
	size_t from = first ? 0 : claims->items[which - 1].end;
	size_t to = last ? sentence->count : claims->items[which + 1].word;
	*said = (struct gist){.count = 0};
	if (claim->kind == CLAIM_TITLED || claim->kind == CLAIM_SUBJECT) {
		gist_add(said, sentence, title_start(sentence, claim, to), to, &reader->arena);
		gist_drop(said, deeds);
		return;
	}
	gist_add(said, sentence, from, claim->word, &reader->arena);
	gist_drop(said, deeds);
	if (last && (first || said->count == 0))
		gist_add(said, sentence, claim->end, to, &reader->arena);
	gist_drop(said, deeds);
	/* "That delivered milestone 2": what did, stands before. */
	if (said->count == 0 && index > 0 && first &&
	    sentences[index - 1].passage == sentence->passage &&
	    sentence_find(&sentences[index - 1], 0, "milestone") == sentences[index - 1].count) {
		gist_add(said, &sentences[index - 1], 0, sentences[index - 1].count,
		         &reader->arena);
		gist_drop(said, deeds);
	}
}

/* The row that shares most with what is said; NULL where none shares LEAST words. */
static const struct numbered *find_nearest(const struct list_of_titles *list,
                                           const struct gist *said, size_t least)
{
	const struct numbered *nearest = NULL;
	size_t most = 0;
	for (size_t i = 0; i < list->count; i++) {
		size_t shared = gist_shared(&list->items[i].gist, said);
		if (shared >= least && shared > most) {
			most = shared;
			nearest = &list->items[i];
		}
	}
	return nearest;
}

/* --- what fits another one far better --- */

/* How many words the milestones that the claim names share at most with what is said. */
static size_t most_named(const struct list_of_titles *list, const struct claim *claim,
                         const struct gist *said)
{
	size_t most = 0;
	for (size_t i = 0; i <= claim->other_count; i++) {
		struct claim one = *claim;
		one.number = i == 0 ? claim->number : claim->others[i - 1];
		const struct numbered *row = named_row(list, &one);
		if (row == NULL || row->title == NULL)
			return GIST_MOST;
		size_t shared = gist_shared(&row->gist, said);
		most = shared > most ? shared : most;
	}
	return most;
}

/* The same number of the other list shares three words with what is said, and two more. */
static void ask_several(struct reader *reader, const struct sentence *sentence,
                        const struct claim *claim, const struct gist *said)
{
	const struct question *question = reader->question;
	const struct list_of_titles *list = claim->next ? &reader->next : &reader->now;
	const struct list_of_titles *beside = claim->next ? &reader->now : &reader->next;
	size_t most = most_named(list, claim, said);
	for (size_t i = 0; i <= claim->other_count; i++) {
		struct claim one = *claim;
		one.number = i == 0 ? claim->number : claim->others[i - 1];
		const struct numbered *row = named_row(beside, &one);
		size_t shared = row == NULL ? 0 : gist_shared(&row->gist, said);
		if (row == NULL || row->title == NULL || shared < FITS_WELL ||
		    shared < most + FITS_BETTER)
			continue;
		const char *title = text_quote(row->title, QUOTED_MOST, &reader->arena);
		struct doubt *doubt = doubt_raise(
			question,
			sentence_place(question->chapter->document, sentence, claim->word),
			"what is said here fits milestone %d of %s, \"%s\", better than those of "
			"the list that is named",
			one.number, claim->next ? "this period" : "what is planned next", title);
		doubt_point(question, doubt, question->chapter, row->place, "\"%s\"", title);
		return;
	}
}

/* ", to deliver milestone 1": it is still to be delivered. */
static bool lies_ahead(const struct sentence *sentence, const struct claim *claim)
{
	static const char *const deliver[] = {"deliver", "complete", "achieve", "meet", NULL};
	static const char *const before[] = {",", "-", "(", ";", "is", "are", "still", NULL};
	size_t word = claim->word;
	return word >= 3 && is_one_of(sentence->words[word - 1].text, deliver) &&
	       strcmp(sentence->words[word - 2].text, "to") == 0 &&
	       is_one_of(sentence->words[word - 3].text, before);
}

/* What is to come, of a number that counts as delivered: that of the next list is meant. */
static void ask_ahead(struct reader *reader, const struct sentence *sentence,
                      const struct claim *claim, const struct gist *said)
{
	const struct question *question = reader->question;
	const struct numbered *named = named_row(&reader->now, claim);
	const struct numbered *next = named_row(&reader->next, claim);
	if (claim->next || named == NULL || !named->delivered || named->title == NULL ||
	    next == NULL || next->title == NULL || !lies_ahead(sentence, claim) ||
	    gist_shared(&next->gist, said) == 0)
		return;
	const char *title = text_quote(named->title, QUOTED_MOST, &reader->arena);
	struct doubt *doubt = doubt_raise(
		question, sentence_place(question->chapter->document, sentence, claim->word),
		"milestone %d, \"%s\", counts as delivered, and is still to be here; that of what "
		"is planned next fits, \"%s\"",
		claim->number, title, text_quote(next->title, QUOTED_MOST, &reader->arena));
	doubt_point(question, doubt, question->chapter, named->place, "\"%s\"", title);
	doubt_point(question, doubt, question->chapter, next->place, "\"%s\"",
	            text_quote(next->title, QUOTED_MOST, &reader->arena));
}

static void ask_claim(struct reader *reader, const struct sentence *sentences, size_t index,
                      const struct claims *claims, size_t which)
{
	const struct sentence *sentence = &sentences[index];
	const struct claim *claim = &claims->items[which];
	const struct question *question = reader->question;
	const struct list_of_titles *list = claim->next ? &reader->next : &reader->now;
	const struct list_of_titles *beside = claim->next ? &reader->now : &reader->next;
	const struct numbered *named = named_row(list, claim), *other = named_row(beside, claim);
	struct gist said;
	if (named == NULL || named->title == NULL || named->gist.count == 0)
		return;
	read_said(reader, sentences, index, claims, which, &said);
	if (claim->other_count != 0) {
		ask_several(reader, sentence, claim, &said);
		return;
	}
	ask_ahead(reader, sentence, claim, &said);
	if (gist_shared(&named->gist, &said) != 0 ||
	    (other != NULL && gist_shared(&other->gist, &said) != 0))
		return;
	const struct numbered *nearest =
		find_nearest(list, &said, claim->kind == CLAIM_VAGUE ? VAGUE_LEAST : 1);
	if (nearest == NULL || nearest->title == NULL)
		return;
	const char *title = text_quote(named->title, QUOTED_MOST, &reader->arena);
	struct doubt *doubt = doubt_raise(
		question, sentence_place(question->chapter->document, sentence, claim->word),
		"\"milestone %s\" is \"%s\" in the list%s; what is said here fits milestone %d, "
		"\"%s\", better",
		claim->id != NULL ? claim->id : sentence->words[claim->end - 1].text, title,
		claim->next ? " of what is planned next" : "", (int)(nearest - list->items) + 1,
		text_quote(nearest->title, QUOTED_MOST, &reader->arena));
	doubt_point(question, doubt, question->chapter, named->place, "\"%s\"", title);
	doubt_point(question, doubt, question->chapter, nearest->place, "\"%s\"",
	            text_quote(nearest->title, QUOTED_MOST, &reader->arena));
}

void ask_milestone_misquoted(const struct question *question)
{
	const struct sentences *sentences = chapter_sentences(question->chapter);
	struct reader reader = {.question = question};
	struct claims claims;
	read_lists(&reader);
	for (size_t i = 0; i < sentences->count && reader.claims < CLAIMS_MOST; i++) {
		if (reader.now.count + reader.next.count == 0 ||
		    sentences->items[i].passage->quoted)
			continue;
		find_claims(&reader, &sentences->items[i], &claims);
		reader.claims += claims.count;
		for (size_t j = 0; j < claims.count; j++)
			ask_claim(&reader, sentences->items, i, &claims, j);
	}
	arena_release(&reader.arena);
}
