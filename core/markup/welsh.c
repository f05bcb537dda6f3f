#include "markup/welsh.h"

#include <string.h>

enum mutation { RADICAL, SOFT, SOFT_FEMININE, ASPIRATE };

/* How a noun that begins with the letter begins when it is mutated. */
struct initial {
	const char *letter, *mutated[ASPIRATE + 1];
};

/* A letter of two signs before the one that it begins with: "ch" is no "c". */
static const struct initial initials[] = {
	{"ch", {"ch", "ch", "ch", "ch"}}, {"dd", {"dd", "dd", "dd", "dd"}},
	{"ph", {"ph", "ph", "ph", "ph"}}, {"th", {"th", "th", "th", "th"}},
	{"ll", {"ll", "l", "ll", "ll"}},  {"rh", {"rh", "r", "rh", "rh"}},
	{"c", {"c", "g", "g", "ch"}},     {"p", {"p", "b", "b", "ph"}},
	{"t", {"t", "d", "d", "th"}},     {"g", {"g", "", "", "g"}},
	{"b", {"b", "f", "f", "b"}},      {"d", {"d", "dd", "dd", "d"}},
	{"m", {"m", "f", "f", "m"}},
};

/* What a number does to the noun after it. */
static enum mutation mutation_after(size_t count, bool feminine)
{
	switch (count) {
	case 1: /* un */
		return feminine ? SOFT_FEMININE : RADICAL;
	case 2: /* dau, dwy */
		return SOFT;
	case 3: /* tri, tair */
		return feminine ? RADICAL : ASPIRATE;
	case 6: /* chwe */
		return ASPIRATE;
	default:
		return RADICAL;
	}
}

void welsh_noun(struct buf *text, size_t count, const char *noun, size_t length, bool feminine)
{
	enum mutation mutation = mutation_after(count, feminine);
	for (size_t i = 0; i < sizeof(initials) / sizeof(initials[0]); i++) {
		size_t letter = strlen(initials[i].letter);
		if (letter > length || memcmp(noun, initials[i].letter, letter) != 0)
			continue;
		buf_text(text, initials[i].mutated[mutation]);
		noun += letter;
		length -= letter;
		break;
	}
	buf_add(text, noun, length);
}
