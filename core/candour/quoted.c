/*
 * Milestones that the prose calls by number or id: declared in candour/ask.h.
 *
 * "The strategy was signed off, which delivered milestone 4" is held against the titles:
 * the words around the claim share nothing with the fourth title, and something with
 * another. Where a whole title stands beside the number ("milestone 4, strategy signed off,
 * is late"), that is what it is held against. Numbers count in the order of `milestones`, or
 * of `next_milestones` where the sentence speaks of the next period.
 */
#include "candour/quoted.h"

#include "candour/ask.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum {
	CLAIMS_MOST = 100, /* claims of a document that are looked at */
	VAGUE_LEAST = 2,   /* words another title must share where the claim is vague */
	TITLE_LEAST = 2,   /* words of a title that is known as a whole */
	QUOTED_MOST = 80,
	FITS_WELL = 3, /* words that a milestone shares which is meant instead of those named */
	FITS_BETTER = 2,
};

struct reader {
	const struct question *question;
	struct list_of_titles now, next;
	struct arena arena;
	size_t claims;
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
	*row = (struct numbered){.id = id->text,
	                         .title = title->text,
	                         .place = place,
	                         .gist = gist_of(title->text, arena)};
	struct sentences words = {0};
	if (title->text != NULL)
		sentences_of_text(title->text, arena, &words);
	if (words.count == 1)
		row->words = words.items[0];
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

/* --- judging --- */

static const char *word_at(const struct sentence *sentence, size_t word)
{
	return word < sentence->count ? sentence->words[word].text : "";
}

/* The milestone that is meant, or NULL where that is not certain. */
static const struct numbered *named_row(const struct list_of_titles *list,
                                        const struct quoting *claim)
{
	if (claim->id != NULL)
		return titles_row(list, claim->id);
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

/* Where what the milestone is begins, behind its mention; or TO. */
static size_t title_start(const struct sentence *sentence, const struct quoting *claim, size_t to)
{
	static const char *const starts[] = {":", "-", "when", "as", "with", "since", NULL};
	size_t at = claim->end;
	while (claim->kind == CLAIM_SUBJECT && at < to &&
	       !text_is_one_of(sentence->words[at].text, starts))
		at++;
	return at;
}

/* What the sentence says of the claim: the words of its part, or of the sentence before. */
static void read_said(struct reader *reader, const struct sentence *sentences, size_t index,
                      const struct quotings *claims, size_t which, struct gist *said)
{
	const struct sentence *sentence = &sentences[index];
	const struct quoting *claim = &claims->items[which];
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

/* True where the words of the title stand at WORD; sets *END behind them. Marks are passed. */
static bool says_title(const struct sentence *sentence, size_t word, const struct sentence *title,
                       size_t *end)
{
	size_t told = 0, at = word;
	for (size_t i = 0; i < title->count; i++) {
		if (title->words[i].type == WORD_MARK)
			continue;
		while (told != 0 && at < sentence->count && sentence->words[at].type == WORD_MARK)
			at++;
		if (at >= sentence->count ||
		    strcmp(sentence->words[at].text, title->words[i].text) != 0)
			return false;
		at++;
		told++;
	}
	*end = at;
	return told >= TITLE_LEAST;
}

/* Where a title would begin that stands behind the claim. */
static size_t title_behind(const struct sentence *sentence, const struct quoting *claim)
{
	static const char *const links[] = {
		",",          ":",      "(",        "[",     "\"", "'",         "-",      ")",
		"the",        "called", "namely",   "which", "is", "i",         "e",      ".",
		"titled",     "on",     "entitled", "about", "of", "that",      "list",   "our",
		"milestones", "named",  "in",       "/",     "as", "described", "listed", NULL};
	enum { LINKS_MOST = 6 };
	size_t at = claim->end;
	/* "The strategy (milestone 4), the policy (milestone 2)". */
	if (claim->word > 0 && strcmp(sentence->words[claim->word - 1].text, "(") == 0 &&
	    strcmp(word_at(sentence, at), ":") != 0)
		return sentence->count;
	while (at - claim->end < LINKS_MOST && text_is_one_of(word_at(sentence, at), links))
		at++;
	return at;
}

/* Where a title would end that stands before it: "Strategy signed off (milestone 4)"; or 0. */
static size_t title_before(const struct sentence *sentence, const struct quoting *claim)
{
	static const char *const marks[] = {"\"", "'", ",", "-", ")", NULL};
	static const char *const links[] = {"is", "was", "(", "[",     "being", "as", "our",
	                                    "i",  "e",   ".", "which", "the",   NULL};
	size_t at = claim->word, linked = 0;
	while (at > 0 && (text_is_one_of(sentence->words[at - 1].text, links) ||
	                  text_is_one_of(sentence->words[at - 1].text, marks))) {
		at--;
		linked += text_is_one_of(sentence->words[at].text, links) ? 1 : 0;
	}
	/* "After the strategy, milestone 4 can begin." */
	bool apart = strcmp(word_at(sentence, claim->end), ",") == 0 && at != claim->word;
	return linked != 0 || apart ? at : 0;
}

/* True where the whole title of the row stands beside the claim. */
static bool is_titled(const struct sentence *sentence, const struct quoting *claim,
                      const struct numbered *row)
{
	static const char *const aside[] = {"after", "following", "once",   "since",     "before",
	                                    "with",  "until",     "beside", "alongside", NULL};
	size_t end, behind = title_behind(sentence, claim), before = title_before(sentence, claim);
	if (row->words.count == 0)
		return false;
	if (says_title(sentence, behind, &row->words, &end))
		return true;
	size_t most = 2 * row->words.count;
	for (size_t from = before > most ? before - most : 0; from < before; from++)
		if (says_title(sentence, from, &row->words, &end) && end == before)
			return from == 0 || !text_is_one_of(sentence->words[from - 1].text, aside);
	return false;
}

/* The row of the list whose whole title stands beside the claim; the longest, or NULL. */
static const struct numbered *find_titled(const struct list_of_titles *list,
                                          const struct sentence *sentence,
                                          const struct quoting *claim)
{
	const struct numbered *found = NULL;
	for (size_t i = 0; i < list->count; i++)
		if ((found == NULL || list->items[i].words.count > found->words.count) &&
		    is_titled(sentence, claim, &list->items[i]))
			found = &list->items[i];
	return found;
}

static bool is_same_title(const struct numbered *a, const struct numbered *b)
{
	return a != NULL && b != NULL && a->title != NULL && b->title != NULL &&
	       strcmp(a->title, b->title) == 0;
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

/* "After the strategy, milestone 4 can begin", "the strategy follows milestone 4". */
static bool is_of_another(const struct sentence *sentence, const struct quoting *claim)
{
	static const char beginnings[] = "after following once since before with until when";
	static const char relations[] = "follows follow followed after before behind than "
					"precedes needs requires awaits unlocks enables until";
	return claim->kind == CLAIM_VAGUE && claim->word > 0 &&
	       (word_is_any(&sentence->words[0], beginnings) ||
	        word_is_any(&sentence->words[claim->word - 1], relations));
}

/* The row that is meant where the words around the claim are not of NAMED; or NULL. */
static const struct numbered *find_meant(struct reader *reader, const struct sentence *sentences,
                                         size_t index, const struct quotings *claims, size_t which,
                                         const struct numbered *named)
{
	const struct quoting *claim = &claims->items[which];
	const struct list_of_titles *list = claim->next ? &reader->next : &reader->now;
	const struct list_of_titles *beside = claim->next ? &reader->now : &reader->next;
	const struct numbered *other = named_row(beside, claim);
	const struct numbered *titled = find_titled(list, &sentences[index], claim);
	struct gist said;
	if (is_titled(&sentences[index], claim, named))
		return NULL;
	if (titled != NULL)
		return is_same_title(titled, named) || is_same_title(titled, other) ? NULL : titled;
	if (named->gist.count == 0 || is_of_another(&sentences[index], claim) ||
	    find_titled(beside, &sentences[index], claim) != NULL)
		return NULL;
	read_said(reader, sentences, index, claims, which, &said);
	if (gist_shared(&named->gist, &said) != 0 ||
	    (other != NULL && gist_shared(&other->gist, &said) != 0))
		return NULL;
	return find_nearest(list, &said, claim->kind == CLAIM_VAGUE ? VAGUE_LEAST : 1);
}

/* --- what fits another one far better --- */

/* How many words the milestones that the claim names share at most with what is said. */
static size_t most_named(const struct list_of_titles *list, const struct quoting *claim,
                         const struct gist *said)
{
	size_t most = 0;
	for (size_t i = 0; i <= claim->other_count; i++) {
		struct quoting one = *claim;
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
                        const struct quoting *claim, const struct gist *said)
{
	const struct question *question = reader->question;
	const struct list_of_titles *list = claim->next ? &reader->next : &reader->now;
	const struct list_of_titles *beside = claim->next ? &reader->now : &reader->next;
	size_t most = most_named(list, claim, said);
	for (size_t i = 0; i <= claim->other_count; i++) {
		struct quoting one = *claim;
		one.number = i == 0 ? claim->number : claim->others[i - 1];
		const struct numbered *row = named_row(beside, &one);
		size_t shared = row == NULL ? 0 : gist_shared(&row->gist, said);
		if (row == NULL || row->title == NULL || shared < FITS_WELL ||
		    shared < most + FITS_BETTER)
			continue;
		const char *title = text_quote(row->title, QUOTED_MOST, &reader->arena);
		struct doubt *doubt = doubt_raise(
			question,
			sentence_place(chapter_document(question->chapter), sentence, claim->word),
			"the text names milestones of %s; what it says of them fits milestone %d of "
			"%s, \"%s\", better",
			claim->next ? "the next period" : "this period", one.number,
			claim->next ? "this period" : "what is planned next", title);
		doubt_point(question, doubt, question->chapter, row->place, "\"%s\"", title);
		return;
	}
}

/* ", to deliver milestone 1": it is still to be delivered. */
static bool lies_ahead(const struct sentence *sentence, const struct quoting *claim)
{
	static const char *const deliver[] = {"deliver", "complete", "achieve", "meet", NULL};
	static const char *const before[] = {",", "-", "(", ";", "is", "are", "still", NULL};
	size_t word = claim->word;
	return word >= 3 && text_is_one_of(sentence->words[word - 1].text, deliver) &&
	       strcmp(sentence->words[word - 2].text, "to") == 0 &&
	       text_is_one_of(sentence->words[word - 3].text, before);
}

/* What is to come, of a number that counts as delivered: that of the next list is meant. */
static void ask_ahead(struct reader *reader, const struct sentence *sentence,
                      const struct quoting *claim, const struct gist *said)
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
		question,
		sentence_place(chapter_document(question->chapter), sentence, claim->word),
		"the text has milestone %d still to come, but in the list it is \"%s\" and counts as "
		"delivered; milestone %d of what is planned next, \"%s\", fits better",
		claim->number, title, claim->number,
		text_quote(next->title, QUOTED_MOST, &reader->arena));
	doubt_point(question, doubt, question->chapter, named->place, "\"%s\"", title);
	doubt_point(question, doubt, question->chapter, next->place, "\"%s\"",
	            text_quote(next->title, QUOTED_MOST, &reader->arena));
}

static void ask_claim(struct reader *reader, const struct sentence *sentences, size_t index,
                      const struct quotings *claims, size_t which)
{
	const struct sentence *sentence = &sentences[index];
	const struct quoting *claim = &claims->items[which];
	const struct question *question = reader->question;
	const struct list_of_titles *list = claim->next ? &reader->next : &reader->now;
	const struct numbered *named = named_row(list, claim);
	if (named == NULL || named->title == NULL)
		return;
	if (named->gist.count != 0) {
		struct gist said;
		read_said(reader, sentences, index, claims, which, &said);
		if (claim->other_count != 0)
			ask_several(reader, sentence, claim, &said);
		else
			ask_ahead(reader, sentence, claim, &said);
	}
	if (claim->other_count != 0)
		return;
	const struct numbered *meant = find_meant(reader, sentences, index, claims, which, named);
	if (meant == NULL || meant->title == NULL)
		return;
	const char *title = text_quote(named->title, QUOTED_MOST, &reader->arena);
	struct doubt *doubt = doubt_raise(
		question,
		sentence_place(chapter_document(question->chapter), sentence, claim->word),
		"\"milestone %s\" is \"%s\" in the list%s; what is said here fits milestone %d, "
		"\"%s\", better",
		claim->id != NULL ? claim->id : sentence->words[claim->end - 1].text, title,
		claim->next ? " of what is planned next" : "", (int)(meant - list->items) + 1,
		text_quote(meant->title, QUOTED_MOST, &reader->arena));
	doubt_point(question, doubt, question->chapter, named->place, "\"%s\"", title);
	doubt_point(question, doubt, question->chapter, meant->place, "\"%s\"",
	            text_quote(meant->title, QUOTED_MOST, &reader->arena));
}

void ask_milestone_misquoted(const struct question *question)
{
	const struct sentences *sentences = chapter_sentences(question->chapter);
	struct reader reader = {.question = question};
	struct quotings claims;
	read_lists(&reader);
	for (size_t i = 0; i < sentences->count && reader.claims < CLAIMS_MOST; i++) {
		if (reader.now.count + reader.next.count == 0 ||
		    sentences->items[i].passage->quoted)
			continue;
		quotings_read(&reader.now, &reader.next, &sentences->items[i], &claims);
		reader.claims += claims.count;
		for (size_t j = 0; j < claims.count; j++)
			ask_claim(&reader, sentences->items, i, &claims, j);
	}
	arena_release(&reader.arena);
}
