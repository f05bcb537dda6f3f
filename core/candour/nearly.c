#include "candour/nearly.h"

#include <string.h>

#include "candour/spelling.h"

enum {
	LONG_NAME = 5,      /* words of a name from which one can be missed */
	INITIALS_NAME = 3,  /* words of a name that is known by its initials */
	INITIALS_LEAST = 4, /* letters: shorter ones are like those of anybody else */
	FIRST_NAME_LEAST = 3,
};

/* True where nothing but what stands inside a name parts the words. */
static bool hold_together(const struct kept_words *words, size_t at, size_t count)
{
	if (at + count > words->count)
		return false;
	for (size_t i = 1; i < count; i++)
		if (!words->items[at + i].joined)
			return false;
	return true;
}

/* How many words are the same from the beginning. */
static size_t same_words(const struct kept_words *words, size_t at, const struct name *name,
                         size_t count)
{
	size_t same = 0;
	while (same < count &&
	       strcmp(kept_text(words, at + same), kept_text(&name->words, same)) == 0)
		same++;
	return same;
}

/* All but one word of the middle of the name, in its order. */
static bool leaves_one_out(const struct kept_words *words, size_t at, const struct name *name)
{
	size_t count = name->words.count - 1;
	if (count + 1 < LONG_NAME || !hold_together(words, at, count) ||
	    !kept_capital(words, at + count - 1))
		return false;
	size_t same = same_words(words, at, name, count);
	if (same == 0 || same == count)
		return false;
	for (size_t i = same; i < count; i++)
		if (strcmp(kept_text(words, at + i), kept_text(&name->words, i + 1)) != 0)
			return false;
	return true;
}

/* True where the plan knows the name's owner by the first letters of the name's words. */
static bool has_known_initials(const struct name_register *names, const struct name *name)
{
	for (size_t i = 0; i < names->count; i++) {
		const struct name *other = &names->names[i];
		if (other->type != name->type || other->owner != name->owner || !other->initials ||
		    other->words.count != 1)
			continue;
		const char *letters = kept_text(&other->words, 0);
		size_t same = 0;
		while (same < name->words.count &&
		       letters[same] == kept_text(&name->words, same)[0])
			same++;
		if (same == name->words.count && letters[same] == '\0')
			return true;
	}
	return false;
}

/* The same words but for one, which begins with the same letter. */
static bool has_another_word(const struct name_register *names, const struct kept_words *words,
                             size_t at, const struct name *name)
{
	size_t count = name->words.count, others = 0;
	if (count < INITIALS_NAME || !hold_together(words, at, count))
		return false;
	for (size_t i = 0; i < count; i++) {
		const char *written = kept_text(words, at + i), *own = kept_text(&name->words, i);
		if (!kept_capital(words, at + i) || written[0] != own[0])
			return false;
		others += strcmp(written, own) == 0 ? 0 : 1;
	}
	return others == 1 && has_known_initials(names, name);
}

size_t nearly_name(const struct name_register *names, const struct kept_words *words, size_t at,
                   const struct name *name)
{
	if (name->initials || name->type != NAME_COMMITTEE || !kept_capital(words, at))
		return 0;
	if (leaves_one_out(words, at, name))
		return name->words.count - 1;
	return has_another_word(names, words, at, name) ? name->words.count : 0;
}

/* True where the word was written in capitals alone. */
static bool is_all_capitals(const struct kept_words *words, size_t at)
{
	const struct word *word = &words->sentence->words[words->items[at].word];
	const char *text = words->sentence->passage->text + word->at;
	if (word->type != WORD_LETTERS || word->length < INITIALS_LEAST)
		return false;
	for (size_t i = 0; i < word->length; i++)
		if (text[i] < 'A' || text[i] > 'Z')
			return false;
	return true;
}

/* One letter more, or less, or two that are swapped: not another letter. */
static bool is_slip(const char *a, const char *b)
{
	size_t one = strlen(a), other = strlen(b);
	if (one == other) {
		while (*a != '\0' && *a == *b) {
			a++;
			b++;
		}
		return *a != '\0' && a[0] == b[1] && a[1] == b[0] && strcmp(a + 2, b + 2) == 0;
	}
	return a[0] == b[0] && spelling_within(a, b, 1);
}

static bool is_known_word(const struct name_register *names, const char *word)
{
	for (size_t i = 0; i < names->count; i++)
		for (size_t j = 0; j < names->names[i].words.count; j++)
			if (strcmp(kept_text(&names->names[i].words, j), word) == 0)
				return true;
	return false;
}

bool nearly_initials(const struct name_register *names, const struct kept_words *words, size_t at,
                     const struct name *name)
{
	if (!is_all_capitals(words, at))
		return false;
	const char *written = kept_text(words, at);
	for (size_t i = 0; i < name->words.count; i++)
		if (is_all_capitals(&name->words, i) &&
		    is_slip(written, kept_text(&name->words, i)))
			return !is_known_word(names, written);
	return false;
}

/* First names that are words, months or places too. */
static bool is_word_too(const char *text)
{
	static const char *const others[] = {
		"april", "art",   "august", "bill",  "chase", "dawn", "dean", "faith",
		"frank", "grace", "grant",  "hope",  "jack",  "joy",  "june", "lincoln",
		"mark",  "may",   "miles",  "penny", "rob",   "rose", "sue",  "will"};
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (strcmp(text, others[i]) == 0)
			return true;
	return false;
}

/* A word with a capital beside it, which may be the rest of a name. */
static bool stands_in_name(const struct kept_words *words, size_t at)
{
	return (at > 0 && words->items[at].adjacent && kept_capital(words, at - 1)) ||
	       (at + 1 < words->count && words->items[at + 1].adjacent &&
	        kept_capital(words, at + 1));
}

bool nearly_first_name(const struct kept_words *words, size_t at, const struct name *name)
{
	const char *written = kept_text(words, at);
	return name->type == NAME_PERSON && strcmp(written, kept_text(&name->words, 0)) == 0 &&
	       kept_capital(words, at) && strlen(written) >= FIRST_NAME_LEAST &&
	       !is_word_too(written) && spelling_is_person(&name->words, 0, name->words.count) &&
	       /* What begins a sentence has a capital anyhow: a word that is no name. */
	       (words->items[at].word > 0 || words->count == 1) && !stands_in_name(words, at);
}
