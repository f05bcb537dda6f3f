/* Names: declared in candour/ask.h. The rules about their dates are in dated.c. */
#include "candour/ask.h"

#include <string.h>

#include "base/text.h"
#include "candour/nearly.h"
#include "candour/spelling.h"
#include "candour/spoken.h"
#include "candour/titled.h"

enum { MOST_SPELLINGS = 20, MOST_WORDS = 20000, LONGEST_QUOTED = 120 };

/* What is looked for in one document, and what has been found. */
struct search {
	const struct question *question;
	struct name_register names;
	struct arena *arena;
	const char *told[MOST_SPELLINGS]; /* the spellings that have been doubted */
	size_t told_count;
	size_t looked_at; /* words with a capital */
};

/* The words as they were written, on one line. */
static const char *written(const struct kept_words *words, size_t at, size_t count,
                           struct arena *arena)
{
	const struct sentence *sentence = words->sentence;
	const struct word *first = &sentence->words[words->items[at].word];
	const struct word *last = &sentence->words[words->items[at + count - 1].word];
	size_t length = last->at + last->length - first->at;
	char *text = arena_text(arena, sentence->passage->text + first->at,
	                        length < LONGEST_QUOTED ? length : LONGEST_QUOTED);
	for (char *mark = text; *mark != '\0'; mark++)
		if (*mark == '\n')
			*mark = ' ';
	return text;
}

/* True where nobody has been told of the spelling; notes it. */
static bool is_new(struct search *search, const char *spelling)
{
	for (size_t i = 0; i < search->told_count; i++)
		if (text_equal_folded(search->told[i], spelling))
			return false;
	if (search->told_count == MOST_SPELLINGS)
		return false;
	search->told[search->told_count++] = spelling;
	return true;
}

/* --- against the register --- */

static bool is_near(const struct kept_words *words, size_t at, const struct name *name)
{
	size_t count = name->words.count;
	if (name->type != NAME_PERSON || !spelling_is_person(&name->words, 0, count))
		return spelling_is_near(words, at, name);
	bool goes_on = at + count < words->count && words->items[at + count].adjacent &&
	               kept_capital(words, at + count);
	return !goes_on && spelling_is_person(words, at, count) &&
	       spelling_is_same_person(words, at, &name->words, 0, count);
}

/* The name that stands nearly at word AT, longer than COVERED; the plan's own form first. */
static const struct name *near_name(const struct search *search, const struct kept_words *words,
                                    size_t at, size_t covered)
{
	const struct name *found = NULL;
	for (size_t i = 0; i < search->names.count; i++) {
		const struct name *name = &search->names.names[i];
		if (name->words.count > covered &&
		    (found == NULL || name->words.count > found->words.count) &&
		    is_near(words, at, name))
			found = name;
	}
	return found;
}

static void doubt_spelling(struct search *search, const struct spoken *spoken,
                           const struct kept_words *words, size_t at, size_t count,
                           const struct name *name)
{
	const struct question *question = search->question;
	const char *spelling = written(words, at, count, search->arena);
	if (!is_new(search, spelling))
		return;
	const char *type = name_type_words(name->type);
	struct doubt *doubt = doubt_raise(
		question, spoken_place(question->chapter, spoken, words->items[at].word),
		"\"%s\" is nearly \"%.120s\", which the plan lists as a %s, but not the "
		"same; write it as there, or add it to `also` there if it is right",
		spelling, name->text, type);
	doubt_point(question, doubt, NULL, name->place, "the %s \"%.120s\"", type, name->text);
}

/* Another name than a misspelled one that is meant at AT: its words in *COUNT, or NULL. */
static const struct name *other_name(const struct search *search, const struct kept_words *words,
                                     size_t at, size_t *count)
{
	for (size_t i = 0; i < search->names.count; i++) {
		const struct name *name = &search->names.names[i];
		*count = nearly_name(&search->names, words, at, name);
		if (*count == 0 && (nearly_initials(&search->names, words, at, name) ||
		                    nearly_first_name(words, at, name)))
			*count = 1;
		if (*count != 0)
			return name;
	}
	return NULL;
}

/* How many words a name that stands exactly at AT takes. */
static size_t exact_words(const struct search *search, const struct kept_words *words, size_t at)
{
	const struct name *name = register_find(&search->names, words, at);
	return name == NULL ? 0 : name->words.count;
}

static void look_at(struct search *search, const struct spoken *spoken)
{
	struct kept_words words;
	kept_read(spoken->sentence, search->arena, &words);
	size_t covered_to = 0;
	for (size_t at = 0; at < words.count && search->looked_at < MOST_WORDS; at++) {
		size_t exact = exact_words(search, &words, at);
		size_t covered = exact != 0 ? exact : at < covered_to ? covered_to - at : 0;
		const struct name *name = NULL;
		size_t count = 0;
		if (kept_capital(&words, at)) {
			search->looked_at++;
			/* Inside a name that is right, only a longer one may be meant. */
			name = near_name(search, &words, at, covered);
			count = name != NULL ? name->words.count : 0;
			if (name == NULL && covered == 0)
				name = other_name(search, &words, at, &count);
		}
		if (name != NULL) {
			doubt_spelling(search, spoken, &words, at, count, name);
			exact = count;
		}
		if (at + exact > covered_to)
			covered_to = at + exact;
	}
}

/* --- one field against another --- */

/* A field that gives somebody's name. */
struct signed_name {
	const struct chapter *chapter;
	const struct spoken *spoken;
	struct kept_words words;
	size_t at, count;
};

enum { MOST_SIGNED = 64 };

/* The names of persons in the fields of a chapter, but for those that the plan lists. */
static size_t read_signed(const struct search *search, const struct chapter *chapter,
                          struct signed_name *names)
{
	struct spoken_list *list = arena_new(search->arena, sizeof(*list));
	size_t count = 0;
	spoken_read_posts(chapter, search->arena, list);
	for (size_t i = 0; i < list->count && count < MOST_SIGNED; i++) {
		struct signed_name name = {.chapter = chapter, .spoken = &list->items[i]};
		kept_read(list->items[i].sentence, search->arena, &name.words);
		while (name.count < name.words.count &&
		       (name.count == 0 || name.words.items[name.count].adjacent))
			name.count++;
		if (spelling_is_person(&name.words, 0, name.count) &&
		    exact_words(search, &name.words, 0) == 0)
			names[count++] = name;
	}
	return count;
}

static bool is_among(const struct signed_name *name, const struct signed_name *others, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct kept_words *words = &others[i].words;
		size_t same = 0;
		while (same < name->count && others[i].count == name->count &&
		       strcmp(kept_text(words, same), kept_text(&name->words, same)) == 0)
			same++;
		if (same == name->count)
			return true;
	}
	return false;
}

static void compare_signed(struct search *search, const struct signed_name *name,
                           const struct signed_name *others, size_t count)
{
	const struct question *question = search->question;
	for (size_t i = 0; i < count; i++) {
		const struct signed_name *other = &others[i];
		if (other->count != name->count ||
		    !spelling_is_same_person(&name->words, 0, &other->words, 0, name->count))
			continue;
		const char *spelling = written(&name->words, 0, name->count, search->arena);
		const char *before = written(&other->words, 0, other->count, search->arena);
		if (!is_new(search, spelling))
			return;
		struct doubt *doubt = doubt_raise(
			question, name->spoken->place,
			"`%s` is \"%s\" here and `%s` is \"%s\"%s; one person is written in one "
			"way, so list both spellings under `people` in the plan if both are right",
			name->spoken->field, spelling, other->spoken->field, before,
			other->chapter == question->chapter ? "" : " in the report before");
		doubt_point(question, doubt, other->chapter, other->spoken->place, "`%s`: %s",
		            other->spoken->field, before);
		return;
	}
}

/* Each against those above it, and then against the report before. */
static void look_at_signed(struct search *search)
{
	const struct chapter *chapter = search->question->chapter;
	struct signed_name *own = arena_new(search->arena, MOST_SIGNED * sizeof(*own));
	struct signed_name *before = arena_new(search->arena, MOST_SIGNED * sizeof(*before));
	size_t count = read_signed(search, chapter, own), before_count = 0;
	if (chapter->before != NULL && !chapter_is_imported(chapter->before))
		before_count = read_signed(search, chapter->before, before);
	for (size_t i = 0; i < count; i++) {
		compare_signed(search, &own[i], own, i);
		/* Two spellings that were there before were told of then. */
		if (!is_among(&own[i], before, before_count))
			compare_signed(search, &own[i], before, before_count);
	}
}

void ask_name_spelling(const struct question *question)
{
	struct arena arena = ARENA_INIT;
	struct search search = {.question = question, .arena = &arena};
	const struct spoken_list *spoken = chapter_spoken(question->chapter);
	register_read(question->story->plan, &arena, &search.names);
	for (size_t i = 0; i < spoken->count; i++)
		look_at(&search, &spoken->items[i]);
	look_at_signed(&search);
	ask_titles(question);
	register_release(&search.names);
	arena_release(&arena);
}
