#include "site/needles.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"

/* --- words --- */

/* Reads words one by one. */
struct reader {
	const char *at, *end;
	bool tags;
	/* of the word that was read last */
	uint64_t hash;
	size_t length; /* bytes; 0: there was none */
	bool begins;   /* a sentence, a cell or an item of a list ended before it */
};

/* What the next few bytes mean. */
struct sign {
	char bytes[5]; /* of the character, or "" for what parts words */
	size_t taken;
};

static bool starts(const struct reader *reader, const char *at, const char *text)
{
	size_t length = strlen(text);
	return (size_t)(reader->end - at) >= length && memcmp(at, text, length) == 0;
}

static int digit_of(char digit)
{
	if (digit >= '0' && digit <= '9')
		return digit - '0';
	if (digit >= 'a' && digit <= 'f')
		return digit - 'a' + 10;
	return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
}

/* The number of at most MOST digits; *AT moves behind it. */
static unsigned read_number(const char **at, const char *end, int base, int most)
{
	unsigned number = 0;
	for (int digit; most > 0 && *at < end && (digit = digit_of(**at)) >= 0 && digit < base;
	     (*at)++, most--)
		number = number * (unsigned)base + (unsigned)digit;
	return number;
}

static void set_rune(struct sign *sign, unsigned rune)
{
	struct buf bytes = BUF_INIT;
	if (rune == 0 || rune > 0x10ffff || (rune >= 0xd800 && rune < 0xe000))
		return;
	buf_rune(&bytes, rune);
	memcpy(sign->bytes, bytes.bytes, bytes.length);
	buf_release(&bytes);
}

/* `&amp;quot;` and the like, escaped as often as may be. */
static void read_reference(const struct reader *reader, struct sign *sign)
{
	static const char *const names[] = {"lt;", "gt;", "quot;", "apos;", "nbsp;"};
	const char *at = reader->at + 1;
	while (starts(reader, at, "amp;"))
		at += 4;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (starts(reader, at, names[i])) {
			sign->taken = (size_t)(at - reader->at) + strlen(names[i]);
			return;
		}
	if (starts(reader, at, "#")) {
		bool hex = starts(reader, at, "#x") || starts(reader, at, "#X");
		at += hex ? 2 : 1;
		set_rune(sign, read_number(&at, reader->end, hex ? 16 : 10, 8));
		at += at < reader->end && *at == ';' ? 1 : 0;
	}
	sign->taken = (size_t)(at - reader->at);
}

/* `\n` and the like part words, and their letter is none. */
static void read_backslash(const struct reader *reader, struct sign *sign)
{
	const char *at = reader->at + 1;
	if (at < reader->end && *at == 'u' && reader->end - at > 4) {
		at++;
		set_rune(sign, read_number(&at, reader->end, 16, 4));
		sign->taken = (size_t)(at - reader->at);
	} else if (at < reader->end && *at != '\0' && strchr("nrtbf", *at) != NULL) {
		sign->taken = 2;
	}
}

static void read_percent(const struct reader *reader, struct sign *sign)
{
	int high = reader->end - reader->at > 2 ? digit_of(reader->at[1]) : -1;
	int low = high >= 0 ? digit_of(reader->at[2]) : -1;
	if (low < 0)
		return;
	sign->bytes[0] = (char)(high * 16 + low);
	sign->taken = 3;
}

static struct sign read_sign(const struct reader *reader)
{
	struct sign sign = {.taken = 1};
	if (*reader->at == '&')
		read_reference(reader, &sign);
	else if (*reader->at == '\\')
		read_backslash(reader, &sign);
	else if (*reader->at == '%')
		read_percent(reader, &sign);
	else
		sign.bytes[0] = *reader->at;
	return sign;
}

/* The byte as it counts in a word, letters small; 0 where it parts words. */
static unsigned char of_word(char byte)
{
	unsigned char value = (unsigned char)byte;
	if (value >= 'A' && value <= 'Z')
		return (unsigned char)(value - 'A' + 'a');
	bool counts =
		(value >= 'a' && value <= 'z') || (value >= '0' && value <= '9') || value >= 0x80;
	return counts ? value : 0;
}

/* The quotation marks and dashes of UTF-8, and its blank and pound sign. */
static size_t is_mark(const struct reader *reader)
{
	if (starts(reader, reader->at, "\xe2\x80") && reader->end - reader->at > 2)
		return 3;
	return starts(reader, reader->at, "\xc2\xa0") || starts(reader, reader->at, "\xc2\xa3") ? 2
	                                                                                        : 0;
}

/* True where a sentence ends between words: `. `, an empty line, a cell, an item, a link. */
static bool ends_sentence(const struct reader *reader)
{
	char byte = *reader->at, next = reader->end - reader->at > 1 ? reader->at[1] : '\n';
	bool blank = next == ' ' || next == '\n';
	return byte == '|' || (byte == ']' && next == '(') ||
	       (strchr(".!?", byte) != NULL && byte != '\0' && blank) ||
	       (byte == '\n' && (next == '\n' || next == '-' || next == '*' || next == '#' ||
	                         next == '>' || (next >= '0' && next <= '9')));
}

static uint64_t mix(uint64_t hash, uint64_t value)
{
	hash = (hash ^ value) * UINT64_C(0x9e3779b97f4a7c15);
	return hash ^ (hash >> 29);
}

/* Passes over a mark, or over a tag where these are passed over; false at anything else. */
static bool pass(struct reader *reader)
{
	size_t mark = is_mark(reader);
	if (mark == 0 && reader->tags && *reader->at == '<') {
		const char *end = memchr(reader->at, '>', (size_t)(reader->end - reader->at));
		mark = (size_t)((end != NULL ? end + 1 : reader->end) - reader->at);
	}
	reader->at += mark;
	return mark != 0;
}

/* False when there is no further word. */
static bool read_word(struct reader *reader)
{
	reader->begins = false;
	reader->hash = reader->length = 0;
	while (reader->at < reader->end) {
		bool parted = pass(reader);
		if (!parted) {
			struct sign sign = read_sign(reader);
			parted = of_word(sign.bytes[0]) == 0;
			reader->begins |= parted && reader->length == 0 && ends_sentence(reader);
			for (const char *byte = sign.bytes; !parted && *byte != '\0'; byte++) {
				reader->hash = mix(reader->hash, of_word(*byte));
				reader->length++;
			}
			if (!parted || reader->length == 0)
				reader->at += sign.taken;
		}
		if (parted && reader->length != 0)
			return true; /* what parted it is read again: it may end a sentence */
	}
	return reader->length != 0;
}

/* --- needles --- */

void needles_release(struct needles *needles)
{
	free(needles->rows);
	*needles = (struct needles){NULL, 0, 0, {0}};
}

static struct needle *find(const struct needles *needles, uint64_t hash)
{
	size_t at = (size_t)hash & (needles->room - 1);
	while (needles->rows[at].source != NULL && needles->rows[at].hash != hash)
		at = (at + 1) & (needles->room - 1);
	return &needles->rows[at];
}

static void grow(struct needles *needles)
{
	struct needles grown = *needles;
	if (needles->room > 2 * needles->count)
		return;
	grown.room = needles->room == 0 ? 1024 : 2 * needles->room;
	grown.rows = mem_new(grown.room, sizeof(*grown.rows));
	for (size_t i = 0; i < needles->room; i++)
		if (needles->rows[i].source != NULL)
			*find(&grown, needles->rows[i].hash) = needles->rows[i];
	free(needles->rows);
	*needles = grown;
}

/* The word's bit in `last`. */
static uint64_t *bits_of(struct needles *needles, uint64_t word, uint64_t *bit)
{
	*bit = UINT64_C(1) << (word & 63);
	return &needles->last[(word >> 6) & 1023];
}

/* COUNT words, at most NEEDLE_WORDS. From the last to the first, as a search goes. */
static void add_words(struct needles *needles, const char *source, const uint64_t *words,
                      size_t count)
{
	uint64_t hash = 0, bit;
	for (size_t i = count; i-- > 0;)
		hash = mix(hash, words[i]);
	grow(needles);
	struct needle *needle = find(needles, hash);
	if (needle->source != NULL)
		return;
	*needle = (struct needle){.hash = hash, .source = source};
	needles->count++;
	uint64_t *bits = bits_of(needles, words[count - 1], &bit);
	*bits |= bit;
}

/* A sentence's words so far; of a long one the last few. */
struct sentence {
	uint64_t words[NEEDLE_WORDS];
	size_t count, longest;
	bool whole; /* it was long, and its parts have been added */
};

static void end_sentence(struct needles *needles, const char *source, size_t fewest,
                         struct sentence *sentence)
{
	bool enough = sentence->count > 1 || sentence->longest >= NEEDLE_SHORTEST;
	if (!sentence->whole && sentence->count != 0 && sentence->count >= fewest && enough)
		add_words(needles, source, sentence->words, sentence->count);
	*sentence = (struct sentence){.count = 0};
}

void needles_add(struct needles *needles, const char *source, const char *text, size_t length,
                 size_t fewest)
{
	struct reader reader = {.at = text, .end = text + length};
	struct sentence sentence = {.count = 0};
	while (read_word(&reader)) {
		if (reader.begins)
			end_sentence(needles, source, fewest, &sentence);
		if (sentence.count == NEEDLE_WORDS) {
			memmove(sentence.words, sentence.words + 1,
			        (NEEDLE_WORDS - 1) * sizeof(sentence.words[0]));
			sentence.count--;
		}
		sentence.words[sentence.count++] = reader.hash;
		if (reader.length > sentence.longest)
			sentence.longest = reader.length;
		if (sentence.count == NEEDLE_WORDS) {
			add_words(needles, source, sentence.words, NEEDLE_WORDS);
			sentence.whole = true;
		}
	}
	end_sentence(needles, source, fewest, &sentence);
}

void needles_search(struct needles *needles, const char *bytes, size_t length, bool tags,
                    void (*visit)(struct needle *needle, void *context), void *context)
{
	struct reader reader = {.at = bytes, .end = bytes + length, .tags = tags};
	uint64_t words[NEEDLE_WORDS] = {0}, bit;
	for (size_t count = 0; needles->count != 0 && read_word(&reader);) {
		words[count++ % NEEDLE_WORDS] = reader.hash;
		if ((*bits_of(needles, reader.hash, &bit) & bit) == 0)
			continue;
		uint64_t hash = 0;
		for (size_t i = 1; i <= NEEDLE_WORDS && i <= count; i++) {
			hash = mix(hash, words[(count - i) % NEEDLE_WORDS]);
			struct needle *needle = find(needles, hash);
			if (needle->source != NULL)
				visit(needle, context);
		}
	}
}
