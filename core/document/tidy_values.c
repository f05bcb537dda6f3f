/* The spelling of values: declared in document/tidying.h. */
#include "document/tidying.h"

#include <string.h>

#include "base/text.h"

/* One run over the fields; what is behind AT in the old text was not copied yet. */
struct spelling {
	const struct scale *scale;
	const char *at, *line, *end;
	int number; /* of the line */
	struct buf out;
};

/* The byte at the place; places are asked for in their order. */
static const char *byte_at(struct spelling *spelling, struct place place)
{
	const char *at = spelling->line;
	for (; spelling->number < place.line; spelling->number++) {
		const char *next = memchr(at, '\n', (size_t)(spelling->end - at));
		at = next == NULL ? spelling->end : next + 1;
		spelling->line = at;
	}
	for (int column = 1; column < place.column && at < spelling->end; column++) {
		unsigned rune = 0;
		size_t step = text_rune(at, (size_t)(spelling->end - at), &rune);
		at += step == 0 ? 1 : step;
	}
	return at;
}

/* Writes TEXT for the node's value, in quotes or not, if it stands on one line as it is. */
static void spell(struct spelling *spelling, const struct node *node, const char *text)
{
	const char *at = byte_at(spelling, node->place);
	size_t length = strlen(node->text), quotes = node->plain ? 0 : 1;
	if (at < spelling->at || (size_t)(spelling->end - at) < length + 2 * quotes ||
	    memcmp(at + quotes, node->text, length) != 0 || strchr(node->text, '\n') != NULL ||
	    (quotes != 0 && (strchr("\"'", *at) == NULL || at[length + 1] != *at)))
		return;
	buf_add(&spelling->out, spelling->at, (size_t)(at - spelling->at));
	buf_text(&spelling->out, text);
	spelling->at = at + length + 2 * quotes;
}

/* The level that a text means, and not yet by its id; or NULL. */
static const struct level *level_meant(const struct scale *scale, const char *text)
{
	int level = scale == NULL ? SCALE_NONE : scale_level(scale, text);
	return level != SCALE_NONE && strcmp(scale->levels[level].id, text) != 0
	               ? &scale->levels[level]
	               : NULL;
}

/*
 * A date that is read in one way only: the year first and in full, or a month by its
 * name. Never days and months by their order, which is not the same everywhere.
 */
static bool date_meant(const char *text, struct date *date)
{
	struct date known;
	size_t digits = strspn(text, "0123456789");
	bool named = text[strspn(text, "0123456789/.- ")] != '\0';
	const char *last = text + strlen(text);
	size_t year = 0;
	while (last > text && last[-1] >= '0' && last[-1] <= '9') {
		last--;
		year++;
	}
	return !date_parse(text, &known) && date_guess(text, date) &&
	       (digits == 4 || (named && year == 4));
}

/* Months by their names and years in full: numbers of months can be days, or the other way. */
static bool period_meant(const char *text, struct period *period)
{
	struct period known;
	for (const char *at = text; *at != '\0';) {
		size_t digits = strspn(at, "0123456789");
		if (digits != 0 && digits != 4)
			return false;
		at += digits != 0 ? digits : 1;
	}
	return !period_parse(text, &known) && period_guess(text, period);
}

static void spell_fields(struct spelling *spelling, const struct shape *shape,
                         const struct node *map);

static void spell_field(struct spelling *spelling, const struct field *field,
                        const struct node *node)
{
	struct date date;
	struct period period;
	char text[DATE_TEXT_SIZE], iso[PERIOD_TEXT_SIZE];
	const struct level *level;
	if (field->type == FIELD_DATE && node->type == NODE_TEXT && date_meant(node->text, &date))
		spell(spelling, node, date_iso(date, text));
	else if (field->type == FIELD_PERIOD && node->type == NODE_TEXT &&
	         period_meant(node->text, &period))
		spell(spelling, node, period_iso(period, iso));
	else if (field->type == FIELD_RATING && node->type == NODE_TEXT &&
	         (level = level_meant(spelling->scale, node->text)) != NULL)
		spell(spelling, node, level->id);
	else if (field->type == FIELD_RECORD && node->type == NODE_MAP)
		spell_fields(spelling, field->shape, node);
	else if (field->type == FIELD_RECORDS && node->type == NODE_LIST)
		for (const struct node *item = node->first; item != NULL; item = item->next)
			if (item->type == NODE_MAP)
				spell_fields(spelling, field->shape, item);
}

static void spell_fields(struct spelling *spelling, const struct shape *shape,
                         const struct node *map)
{
	for (const struct node *member = map->first; member != NULL; member = member->next) {
		const struct field *field = shape_field(shape, member->key->text);
		if (field != NULL)
			spell_field(spelling, field, member);
	}
}

void tidy_values(const struct kind *kind, const struct node *root, const struct scale *scale,
                 struct buf *front)
{
	struct spelling spelling = {
		.scale = scale,
		.at = front->bytes,
		.line = front->bytes,
		.end = front->bytes + front->length,
		.number = 2,
		.out = BUF_INIT,
	};
	spell_fields(&spelling, kind->shape, root);
	buf_add(&spelling.out, spelling.at, (size_t)(spelling.end - spelling.at));
	buf_clear(front);
	buf_add(front, spelling.out.bytes, spelling.out.length);
	buf_release(&spelling.out);
}

/* The next character that is no space, whatever the space; 0 at the end. */
static unsigned next_rune(const char **at)
{
	unsigned rune = 0;
	size_t step;
	while ((step = text_rune(*at, strlen(*at), &rune)) != 0 && rune != 0) {
		*at += step;
		if (rune != ' ' && rune != '\t' && rune != '\n' && !text_is_odd_space(rune))
			return rune;
	}
	return 0;
}

static bool same_letters(const char *a, const char *b)
{
	for (;;) {
		unsigned first = next_rune(&a), second = next_rune(&b);
		if (first != second)
			return false;
		if (first == 0)
			return true;
	}
}

static bool same_text(const char *before, const char *after, const struct scale *scale)
{
	struct date first, second;
	struct period months, others;
	if (same_letters(before, after))
		return true;
	if (date_guess(before, &first) && date_parse(after, &second))
		return date_days(first) == date_days(second);
	if (period_guess(before, &months) && period_parse(after, &others))
		return period_equal(months, others);
	int level = scale == NULL ? SCALE_NONE : scale_level(scale, before);
	return level != SCALE_NONE && level == scale_level(scale, after);
}

static const struct node *member_like(const struct node *map, const char *key)
{
	for (const struct node *member = map->first; member != NULL; member = member->next)
		if (same_letters(member->key->text, key))
			return member;
	return NULL;
}

bool tidy_same(const struct node *before, const struct node *after, const struct scale *scale)
{
	size_t counts[2] = {0, 0};
	if (before->type != after->type)
		return false;
	if (before->type == NODE_TEXT)
		return same_text(before->text, after->text, scale);
	const struct node *other = after->first;
	for (const struct node *member = before->first; member != NULL; member = member->next) {
		if (before->type == NODE_MAP)
			other = member_like(after, member->key->text);
		if (other == NULL || !tidy_same(member, other, scale))
			return false;
		if (before->type == NODE_LIST)
			other = other->next;
		counts[0]++;
	}
	for (const struct node *member = after->first; member != NULL; member = member->next)
		counts[1]++;
	return counts[0] == counts[1];
}
