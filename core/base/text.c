#include "base/text.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"

enum { REPLACEMENT = 0xfffd, LONGEST_COMPARED = 64 };

size_t text_rune(const char *text, size_t length, unsigned *rune)
{
	if (length == 0)
		return 0;
	const unsigned char *bytes = (const unsigned char *)text;
	unsigned first = bytes[0];
	if (first < 0x80) {
		*rune = first;
		return 1;
	}
	size_t wanted = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
	if (first < 0xc2 || first > 0xf4 || length < wanted)
		return 0;
	unsigned value = first & (0x7fU >> wanted);
	for (size_t i = 1; i < wanted; i++) {
		if ((bytes[i] & 0xc0) != 0x80)
			return 0;
		value = value << 6 | (bytes[i] & 0x3f);
	}
	bool overlong = (wanted == 3 && value < 0x800) || (wanted == 4 && value < 0x10000);
	if (overlong || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff))
		return 0;
	*rune = value;
	return wanted;
}

size_t text_invalid(const char *text, size_t length)
{
	size_t at = 0;
	while (at < length) {
		unsigned rune;
		size_t step = text_rune(text + at, length - at, &rune);
		if (step == 0)
			break;
		at += step;
	}
	return at;
}

size_t text_characters(const char *text, size_t length)
{
	size_t count = 0;
	for (size_t at = 0; at < length; count++) {
		unsigned rune;
		size_t step = text_rune(text + at, length - at, &rune);
		at += step == 0 ? 1 : step;
	}
	return count;
}

struct range {
	unsigned first, last;
};

static bool is_within(const struct range *ranges, size_t count, unsigned rune)
{
	for (size_t i = 0; i < count && rune >= ranges[i].first; i++)
		if (rune <= ranges[i].last)
			return true;
	return false;
}

/* The blocks, and among symbols the ones, that terminals draw two columns wide (UAX 11). */
static bool is_wide(unsigned rune)
{
	static const struct range wide[] = {
		{0x1100, 0x115f}, {0x231a, 0x231b},   {0x23e9, 0x23ec},   {0x23f0, 0x23f0},
		{0x23f3, 0x23f3}, {0x25fd, 0x25fe},   {0x2614, 0x2615},   {0x2648, 0x2653},
		{0x267f, 0x267f}, {0x2693, 0x2693},   {0x26a1, 0x26a1},   {0x26aa, 0x26ab},
		{0x26bd, 0x26be}, {0x26c4, 0x26c5},   {0x26ce, 0x26ce},   {0x26d4, 0x26d4},
		{0x26ea, 0x26ea}, {0x26f2, 0x26f3},   {0x26f5, 0x26f5},   {0x26fa, 0x26fa},
		{0x26fd, 0x26fd}, {0x2705, 0x2705},   {0x270a, 0x270b},   {0x2728, 0x2728},
		{0x274c, 0x274c}, {0x274e, 0x274e},   {0x2753, 0x2755},   {0x2757, 0x2757},
		{0x2795, 0x2797}, {0x27b0, 0x27b0},   {0x27bf, 0x27bf},   {0x2b1b, 0x2b1c},
		{0x2b50, 0x2b50}, {0x2b55, 0x2b55},   {0x2e80, 0xa4cf},   {0xa960, 0xa97f},
		{0xac00, 0xd7a3}, {0xf900, 0xfaff},   {0xfe30, 0xfe6f},   {0xff00, 0xff60},
		{0xffe0, 0xffe6}, {0x1f300, 0x1faff}, {0x20000, 0x3fffd},
	};
	return rune >= wide[0].first && is_within(wide, sizeof(wide) / sizeof(wide[0]), rune);
}

/* Marks that stand on the character before them, and what takes no space at all. */
static bool is_mark(unsigned rune)
{
	static const struct range marks[] = {
		{0x300, 0x36f},   {0x483, 0x489},   {0x591, 0x5bd},   {0x610, 0x61a},
		{0x64b, 0x65f},   {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff}, {0x200b, 0x200f},
		{0x20d0, 0x20ff}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xfeff, 0xfeff},
	};
	return rune >= marks[0].first && is_within(marks, sizeof(marks) / sizeof(marks[0]), rune);
}

static bool is_of_word(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	       (byte >= '0' && byte <= '9') || byte == '-' || (unsigned char)byte >= 0x80;
}

bool text_names(const char *text, const char *name)
{
	size_t length = strlen(name);
	for (const char *at = text; length != 0 && (at = strstr(at, name)) != NULL; at++)
		if ((at == text || !is_of_word(at[-1])) && !is_of_word(at[length]))
			return true;
	return false;
}

size_t text_width(const char *text)
{
	size_t width = 0, length = strlen(text);
	for (size_t at = 0; at < length;) {
		unsigned rune = REPLACEMENT;
		size_t step = text_rune(text + at, length - at, &rune);
		at += step == 0 ? 1 : step;
		width += is_mark(rune) ? 0 : is_wide(rune) ? 2 : 1;
	}
	return width;
}

bool text_is_slug(const char *text)
{
	size_t length = strlen(text);
	if (length == 0 || length > 64 || text[0] == '-')
		return false;
	for (size_t i = 0; i < length; i++) {
		char c = text[i];
		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
			return false;
	}
	return true;
}

char text_lower(char byte)
{
	return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

bool text_equal_folded(const char *a, const char *b)
{
	while (*a != '\0' && text_lower(*a) == text_lower(*b)) {
		a++;
		b++;
	}
	return *a == *b;
}

bool text_is_one_of(const char *text, const char *const *list)
{
	for (; *list != NULL; list++)
		if (text_equal(text, *list))
			return true;
	return false;
}

unsigned text_fold(unsigned rune)
{
	/* By blocks: a capital's small letter is so much further on, or (at 1) the next one. */
	static const struct {
		unsigned first, last, step;
	} blocks[] = {
		{0xc0, 0xd6, 32},    {0xd8, 0xde, 32},   {0x100, 0x12f, 1},  {0x132, 0x137, 1},
		{0x14a, 0x177, 1},   {0x391, 0x3ab, 32}, {0x400, 0x40f, 80}, {0x410, 0x42f, 32},
		{0x460, 0x481, 1},   {0x48a, 0x4bf, 1},  {0x4d0, 0x52f, 1},  {0x1e00, 0x1e95, 1},
		{0x1ea0, 0x1eff, 1},
	};
	if (rune < blocks[0].first)
		return rune >= 'A' && rune <= 'Z' ? rune + 32 : rune;
	for (size_t i = 0; i < sizeof(blocks) / sizeof(blocks[0]); i++) {
		if (rune < blocks[i].first || rune > blocks[i].last)
			continue;
		return blocks[i].step == 1 ? rune | 1 : rune + blocks[i].step;
	}
	return rune;
}

bool text_is_device(const char *name, size_t length)
{
	static const char *const devices[] = {"aux", "con", "conin$", "conout$", "nul", "prn"};
	char stem[8];
	size_t end = 0;
	for (; end < length && name[end] != '.' && name[end] != ' '; end++) {
		if (end == sizeof(stem) - 1)
			return false;
		stem[end] = text_lower(name[end]);
	}
	stem[end] = '\0';
	for (size_t i = 0; i < sizeof(devices) / sizeof(devices[0]); i++)
		if (strcmp(stem, devices[i]) == 0)
			return true;
	return end == 4 && (memcmp(stem, "com", 3) == 0 || memcmp(stem, "lpt", 3) == 0) &&
	       stem[3] >= '0' && stem[3] <= '9';
}

bool text_is_hidden_rune(unsigned rune)
{
	return rune == 0x00ad || rune == 0x061c || (rune >= 0x200b && rune <= 0x200f) ||
	       (rune >= 0x202a && rune <= 0x202e) || (rune >= 0x2060 && rune <= 0x2064) ||
	       (rune >= 0x2066 && rune <= 0x206f) || rune == 0xfeff;
}

bool text_is_odd_space(unsigned rune)
{
	return rune == 0x00a0 || rune == 0x1680 || (rune >= 0x2000 && rune <= 0x200a) ||
	       rune == 0x202f || rune == 0x205f || rune == 0x3000;
}

/*
 * Optimal string alignment: a letter changed, added, left out, or two swapped.
 * A word too long to compare is far from all others.
 */
static size_t distance(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b);
	if (n > LONGEST_COMPARED || m > LONGEST_COMPARED)
		return SIZE_MAX;
	size_t rows[3][LONGEST_COMPARED + 1];
	size_t *before = rows[0], *last = rows[1], *row = rows[2];
	for (size_t j = 0; j <= m; j++)
		last[j] = j;
	for (size_t i = 1; i <= n; i++) {
		row[0] = i;
		for (size_t j = 1; j <= m; j++) {
			bool same = text_lower(a[i - 1]) == text_lower(b[j - 1]);
			size_t best = last[j - 1] + (same ? 0 : 1);
			if (last[j] + 1 < best)
				best = last[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			if (i > 1 && j > 1 && text_lower(a[i - 1]) == text_lower(b[j - 2]) &&
			    text_lower(a[i - 2]) == text_lower(b[j - 1]) &&
			    before[j - 2] + 1 < best)
				best = before[j - 2] + 1;
			row[j] = best;
		}
		size_t *recycled = before;
		before = last;
		last = row;
		row = recycled;
	}
	return last[m];
}

const char *text_nearest(const char *word, const char *const *words, size_t count)
{
	const char *nearest = NULL;
	size_t length = strlen(word);
	size_t limit = (length + 2) / 3;
	for (size_t i = 0; i < count; i++) {
		size_t steps = distance(word, words[i]);
		if (steps <= limit && steps < length) {
			nearest = words[i];
			limit = steps == 0 ? 0 : steps - 1;
			if (steps == 0)
				break;
		}
	}
	return nearest;
}

void text_add_visible(struct buf *buf, const char *text, size_t length)
{
	for (size_t at = 0; at < length;) {
		unsigned rune = REPLACEMENT;
		size_t step = text_rune(text + at, length - at, &rune);
		if (step == 0)
			rune = REPLACEMENT;
		at += step == 0 ? 1 : step;
		if (rune == '\n' || rune == '\r' || rune == '\t' || rune == 0x2028 ||
		    rune == 0x2029)
			rune = ' ';
		else if (rune < 0x20 || (rune >= 0x7f && rune < 0xa0) || text_is_hidden_rune(rune))
			rune = REPLACEMENT;
		buf_rune(buf, rune);
	}
}
