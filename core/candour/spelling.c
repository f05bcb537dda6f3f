#include "candour/spelling.h"

#include <string.h>

/* --- words --- */

bool spelling_within(const char *a, const char *b, int most)
{
	while (*a != '\0' && *a == *b) {
		a++;
		b++;
	}
	if (*a == '\0' && *b == '\0')
		return true;
	if (most == 0)
		return false;
	if (*a == '\0' || *b == '\0')
		return spelling_within(*a == '\0' ? a : a + 1, *b == '\0' ? b : b + 1, most - 1);
	if (a[1] == b[0] && a[0] == b[1] && spelling_within(a + 2, b + 2, most - 1))
		return true;
	return spelling_within(a + 1, b + 1, most - 1) || spelling_within(a + 1, b, most - 1) ||
	       spelling_within(a, b + 1, most - 1);
}

enum { SHORT_WORD = 5, LONG_WORD = 9, SINGLE_WORD = 7 };

/* Two letters that stand beside each other the other way round: "Jonh". */
static bool is_swapped(const char *a, const char *b)
{
	while (*a != '\0' && *a == *b) {
		a++;
		b++;
	}
	return *a != '\0' && a[1] != '\0' && a[0] == b[1] && a[1] == b[0] &&
	       strcmp(a + 2, b + 2) == 0;
}

/* "Leader's" and "Leaders" differ in a mark alone. */
static bool same_letters(const char *a, const char *b)
{
	for (;; a++, b++) {
		a += *a == '\'' ? 1 : 0;
		b += *b == '\'' ? 1 : 0;
		if (*a != *b)
			return false;
		if (*a == '\0')
			return true;
	}
}

/* Misspelled: no letter more than one in nine, and none in a short word. */
static bool is_misspelled(const char *written, const char *name)
{
	size_t length = strlen(name);
	if (same_letters(written, name))
		return true;
	if (length < SHORT_WORD || strlen(written) + 1 < SHORT_WORD ||
	    strpbrk(written, "0123456789") != NULL)
		return false;
	return spelling_within(written, name, length >= LONG_WORD ? 2 : 1);
}

/* Another form of the word: "planning" for "plans". */
static bool is_other_form(const char *a, const char *b)
{
	enum { SHORTEST = 4 };
	size_t same = 0, longer = strlen(a) > strlen(b) ? strlen(a) : strlen(b);
	while (a[same] != '\0' && a[same] == b[same])
		same++;
	return same >= SHORTEST && same * 2 >= longer;
}

/* The word without what grammar puts behind it; its length. */
static size_t stem_length(const char *word)
{
	static const char *const endings[] = {"ments", "ment", "ings", "ions", "ing", "ion",
	                                      "ers",   "ies",  "ed",   "es",   "er",  "al",
	                                      "'s",    "s",    "e",    "y"};
	size_t length = strlen(word);
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		size_t ending = strlen(endings[i]);
		if (length > ending + 3 && strcmp(word + length - ending, endings[i]) == 0)
			return length - ending;
	}
	return length;
}

/* True for a plural, a possessive and the like of the same word. */
static bool is_inflection(const char *a, const char *b)
{
	size_t length = stem_length(a);
	return length == stem_length(b) && memcmp(a, b, length) == 0;
}

/* --- names of bodies and workstreams --- */

static bool has_word(const struct kept_words *words, size_t from, size_t count, const char *text)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(kept_text(words, from + i), text) == 0)
			return true;
	return false;
}

/* The same words, all different from each other, in another order. */
static bool is_reordered(const struct kept_words *words, size_t at, const struct name *name)
{
	size_t count = name->words.count;
	bool listed = false;
	for (size_t i = 0; i < count; i++) {
		const char *own = kept_text(&name->words, i);
		listed = listed || name->words.items[i].listed;
		if (!has_word(words, at, count, own) ||
		    has_word(&name->words, i + 1, count - i - 1, own))
			return false;
	}
	/* Two words that no "and" holds together mean something else the other way round. */
	return count > 2 || listed;
}

static bool has_capital(const struct kept_words *words, size_t at, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (kept_capital(words, at + i))
			return true;
	return false;
}

/* True where capitals show that a name is meant, and not the words that it is made of. */
static bool is_meant(const struct kept_words *words, size_t at, size_t count)
{
	return kept_capital(words, at) &&
	       (words->items[at].word > 0 || has_capital(words, at + 1, count - 1));
}

/* A word with a capital beside them, that is no month: they are part of another name. */
static bool is_part(const struct kept_words *words, size_t at, size_t count)
{
	size_t next = at + count;
	const char *last = at > 0 ? kept_text(words, at - 1) : "";
	return (at > 0 && words->items[at].adjacent && words->items[at - 1].word > 0 &&
	        kept_capital(words, at - 1) && date_month_named(last, strlen(last)) == 0) ||
	       (next < words->count && words->items[next].adjacent && kept_capital(words, next));
}

/* How the words differ from those of the name, one by one. */
struct difference {
	size_t misspelled, other_forms;
	bool far, inflected;
	bool parted; /* "and" or a comma stands where the name has nothing */
};

static struct difference compare(const struct kept_words *words, size_t at, const struct name *name)
{
	struct difference difference = {0};
	for (size_t i = 0; i < name->words.count && !difference.far; i++) {
		const char *written = kept_text(words, at + i), *own = kept_text(&name->words, i);
		if (i > 0 && words->items[at + i].listed && name->words.items[i].adjacent)
			difference.parted = true;
		if (strcmp(written, own) == 0)
			continue;
		if (i + 1 == name->words.count && is_inflection(written, own))
			difference.inflected = true;
		else if (is_misspelled(written, own))
			difference.misspelled++;
		else if (is_other_form(written, own))
			difference.other_forms++;
		else
			difference.far = true;
	}
	return difference;
}

/*
 * A name of one word: one letter, and no other form of it. A shorter one must stand for
 * itself; where the sentence begins with it, it must be no other letter that differs, as
 * between two words of the language ("Leavers", "Leaders").
 */
static bool is_near_word(const struct kept_words *words, size_t at, const struct name *name)
{
	const char *written = kept_text(words, at), *own = kept_text(&name->words, 0);
	if (strcmp(written, own) == 0 || !spelling_within(written, own, 1) ||
	    is_inflection(written, own))
		return false;
	bool begins = words->items[at].word == 0, other = strlen(written) == strlen(own);
	return strlen(own) >= LONG_WORD ||
	       (strlen(own) >= SINGLE_WORD && written[0] == own[0] && !is_part(words, at, 1) &&
	        (!begins || !other || is_swapped(written, own)));
}

bool spelling_is_near(const struct kept_words *words, size_t at, const struct name *name)
{
	enum { MANY_WORDS = 3 };
	size_t count = name->words.count;
	if (name->initials || at + count > words->count || !kept_capital(words, at))
		return false;
	for (size_t i = 1; i < count; i++)
		if (!words->items[at + i].joined)
			return false;
	if (count == 1)
		return is_near_word(words, at, name);
	struct difference difference = compare(words, at, name);
	size_t changed = difference.misspelled + difference.other_forms;
	if (!difference.far && changed == 0)
		return difference.parted && count >= MANY_WORDS && is_meant(words, at, count);
	if (difference.far)
		return is_reordered(words, at, name) && is_meant(words, at, count);
	if (count < MANY_WORDS)
		return changed == 1 && difference.other_forms == 0 && !difference.parted &&
		       !difference.inflected && !is_part(words, at, count);
	return difference.other_forms == 0 ? changed <= 2
	                                   : changed == 1 && is_meant(words, at, count);
}

/* --- people --- */

bool spelling_is_person(const struct kept_words *words, size_t at, size_t count)
{
	/* What posts, bodies and places are called by. */
	static const char *const others[] = {
		"director", "manager",   "officer",    "head",     "sponsor",  "lead",
		"office",   "chief",     "executive",  "team",     "project",  "programme",
		"board",    "committee", "group",      "cabinet",  "council",  "councillor",
		"leader",   "leaders",   "workstream", "deputy",   "interim",  "acting",
		"mayor",    "chair",     "secretary",  "panel",    "services", "service",
		"vacant",   "of",        "the",        "for",      "to",       "by",
		"finance",  "audit",     "planning",   "strategy", "support",  "senior",
		"assistant"};
	if (at + count > words->count || count < 2 || count > 3)
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct word *word = &words->sentence->words[words->items[at + i].word];
		if (word->type != WORD_LETTERS || !word->capital || word->length < 2 ||
		    (i > 0 && !words->items[at + i].adjacent))
			return false;
		for (size_t j = 0; j < sizeof(others) / sizeof(others[0]); j++)
			if (strcmp(word->text, others[j]) == 0)
				return false;
	}
	return true;
}

static bool is_short_form(const char *a, const char *b)
{
	static const char *const known[][2] = {
		{"andy", "andrew"},     {"ben", "benjamin"},   {"bill", "william"},
		{"bob", "robert"},      {"dave", "david"},     {"debbie", "deborah"},
		{"ed", "edward"},       {"geoff", "geoffrey"}, {"jim", "james"},
		{"kate", "katherine"},  {"kate", "catherine"}, {"liz", "elizabeth"},
		{"mike", "michael"},    {"nick", "nicholas"},  {"steve", "stephen"},
		{"steve", "steven"},    {"sue", "susan"},      {"tom", "thomas"},
		{"tony", "anthony"},    {"will", "william"},   {"jen", "jennifer"},
		{"pat", "patricia"},    {"vicky", "victoria"}, {"becky", "rebecca"},
		{"katie", "katherine"},
	};
	enum { SHORTEST = 3 };
	size_t length = strlen(a) < strlen(b) ? strlen(a) : strlen(b);
	if (length >= SHORTEST && memcmp(a, b, length) == 0)
		return true;
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if ((strcmp(a, known[i][0]) == 0 && strcmp(b, known[i][1]) == 0) ||
		    (strcmp(b, known[i][0]) == 0 && strcmp(a, known[i][1]) == 0))
			return true;
	return false;
}

/* One letter, in a word long enough; in a short one a letter more or less, behind the first. */
static bool is_one_letter(const char *a, const char *b)
{
	enum { SHORTEST = 3 };
	size_t shorter = strlen(a) < strlen(b) ? strlen(a) : strlen(b);
	if (shorter < SHORTEST || !spelling_within(a, b, 1))
		return false;
	return shorter >= SHORT_WORD || is_swapped(a, b) ||
	       (strlen(a) != strlen(b) && a[0] == b[0]);
}

bool spelling_is_same_person(const struct kept_words *a, size_t at, const struct kept_words *b,
                             size_t from, size_t count)
{
	size_t changed = 0;
	for (size_t i = 0; i < count; i++) {
		const char *one = kept_text(a, at + i), *other = kept_text(b, from + i);
		if (strcmp(one, other) == 0)
			continue;
		changed++;
		if (!(i == 0 && is_short_form(one, other)) && !is_one_letter(one, other))
			return false;
		/* Another letter in a surname that is short names somebody else. */
		if (i + 1 == count && strlen(other) < SHORT_WORD && !is_swapped(one, other))
			return false;
	}
	return changed == 1;
}
