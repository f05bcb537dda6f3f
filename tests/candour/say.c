/* Sentences from their lists: declared in candour/world.h. */
#include "candour/world.h"

#include <ctype.h>
#include <stdarg.h>
#include <string.h>

#include "base/buf.h"

const char *number_word(unsigned number)
{
	static const char *const words[] = {"no",   "one",    "two",   "three", "four",
	                                    "five", "six",    "seven", "eight", "nine",
	                                    "ten",  "eleven", "twelve"};
	return words[number % 13];
}

const char *ordinal_word(unsigned number)
{
	static const char *const words[] = {"zeroth", "first",    "second",  "third",  "fourth",
	                                    "fifth",  "sixth",    "seventh", "eighth", "ninth",
	                                    "tenth",  "eleventh", "twelfth"};
	return words[number % 13];
}

const char *spoken_day(struct world *world, struct date day)
{
	char text[DATE_TEXT_SIZE];
	unsigned lot = roll_aside(world, DICE_DAY, 100);
	if (lot < 12)
		return arena_printf(world->arena, "%02d/%02d/%04d", day.day, day.month, day.year);
	if (lot < 24) {
		int last = day.day % 10;
		const char *end = day.day / 10 == 1 ? "th"
		                  : last == 1       ? "st"
		                  : last == 2       ? "nd"
		                  : last == 3       ? "rd"
		                                    : "th";
		return arena_printf(world->arena, "%d%s %s %d", day.day, end,
		                    date_month_name(day.month), day.year);
	}
	return arena_printf(world->arena, "%s", date_words(day, text));
}

/* The next sentence of the list: each workstream goes through all of them. */
static const char *next_of(struct world *world, unsigned strand, const char *const *list)
{
	struct cursor *cursor = NULL;
	size_t count = 0;
	while (list[count] != NULL)
		count++;
	for (size_t i = 0; i < world->cursor_count && cursor == NULL; i++)
		if (world->cursors[i].strand == strand && world->cursors[i].list == list)
			cursor = &world->cursors[i];
	if (cursor == NULL) {
		cursor = &world->cursors[world->cursor_count++];
		*cursor = (struct cursor){strand, list, roll(world, (unsigned)count)};
	}
	return list[cursor->at++ % count];
}

static void add_value(struct buf *out, const char *value, bool capital)
{
	size_t start = out->length;
	buf_text(out, value);
	if (capital && out->length > start)
		out->bytes[start] = (char)toupper((unsigned char)out->bytes[start]);
}

enum { MOST_KEYS = 16 };

struct keys {
	const char *names[MOST_KEYS], *values[MOST_KEYS];
	size_t count;
};

static void add_key(struct buf *out, const struct keys *keys, const char *key, size_t length)
{
	bool capital = *key == '^';
	key += capital ? 1 : 0;
	length -= capital ? 1 : 0;
	for (size_t i = 0; i < keys->count; i++)
		if (strlen(keys->names[i]) == length && strncmp(keys->names[i], key, length) == 0) {
			add_value(out, keys->values[i], capital);
			return;
		}
	buf_printf(out, "{%.*s}", (int)length, key); /* a test looks for these */
}

/* The text from FROM to END: of alternatives one is taken. */
static void fill(struct world *world, struct buf *out, const struct keys *keys, const char *from,
                 const char *end)
{
	while (from < end) {
		if (*from == '{') {
			const char *close = memchr(from, '}', (size_t)(end - from));
			add_key(out, keys, from + 1, (size_t)(close - from) - 1);
			from = close + 1;
		} else if (*from == '[') {
			const char *close = memchr(from, ']', (size_t)(end - from));
			unsigned ways = 1;
			for (const char *at = from; at < close; at++)
				ways += *at == '|' ? 1 : 0;
			const char *at = from + 1;
			for (unsigned skip = roll(world, ways); skip > 0; skip--)
				at = strchr(at, '|') + 1;
			fill(world, out, keys, at, at + strcspn(at, "|]"));
			from = close + 1;
		} else {
			buf_byte(out, *from++);
		}
	}
}

const char *say(struct world *world, unsigned strand, const char *const *list, ...)
{
	struct keys keys = {.count = 0};
	struct buf out = BUF_INIT;
	const char *name;
	va_list arguments;
	va_start(arguments, list);
	while ((name = va_arg(arguments, const char *)) != NULL) {
		keys.names[keys.count] = name;
		keys.values[keys.count++] = va_arg(arguments, const char *);
	}
	va_end(arguments);
	keys.names[keys.count] = "month";
	keys.values[keys.count++] = world->two_monthly ? "period" : "month";
	keys.names[keys.count] = "lb";
	keys.values[keys.count++] = "[";
	keys.names[keys.count] = "rb";
	keys.values[keys.count++] = "]";
	const char *sentence = next_of(world, strand, list);
	fill(world, &out, &keys, sentence, sentence + strlen(sentence));
	const char *text = arena_text(world->arena, out.bytes, out.length);
	buf_release(&out);
	return text;
}
