#include "document/shape.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "document/plain.h"

enum { MOST_NAMES = 64 };

const struct field *shape_field_at(const struct shape *shape, size_t index)
{
	while (shape != NULL && index >= shape->count) {
		index -= shape->count;
		shape = shape->base;
	}
	return shape == NULL ? NULL : &shape->fields[index];
}

const struct field *shape_field(const struct shape *shape, const char *name)
{
	const struct field *field;
	for (size_t i = 0; (field = shape_field_at(shape, i)) != NULL; i++)
		if (text_equal(field->name, name))
			return field;
	return NULL;
}

static bool is_single(const struct field *field)
{
	return field->type <= FIELD_NUMBER;
}

static void *slot(const struct field *field, void *record)
{
	return (unsigned char *)record + field->offset;
}

const struct value *field_value(const struct field *field, const void *record)
{
	return (const struct value *)(const void *)((const unsigned char *)record + field->offset);
}

const struct list *field_list(const struct field *field, const void *record)
{
	return (const struct list *)(const void *)((const unsigned char *)record + field->offset);
}

struct place field_place(const struct field *field, const void *record)
{
	if (is_single(field))
		return field_value(field, record)->place;
	if (field->type == FIELD_RECORD)
		return *(const struct place *)(const void *)((const unsigned char *)record +
		                                             field->offset);
	return field_list(field, record)->place;
}

bool field_present(const struct field *field, const void *record)
{
	if (is_single(field))
		return field_value(field, record)->text != NULL;
	if (field->type == FIELD_RECORD)
		return field_place(field, record).line != 0;
	return field_list(field, record)->count != 0;
}

/* A name that was meant for FIELD: what is wrong with it stands where the field would. */
static void note_meant(const struct field *field, void *record, const struct faults *faults)
{
	struct place *place = NULL;
	if (is_single(field))
		place = &((struct value *)slot(field, record))->place;
	else if (field->type != FIELD_RECORD)
		place = &((struct list *)slot(field, record))->place;
	if (place != NULL && place->line == 0 && faults->count != 0)
		*place = faults->items[faults->count - 1].place;
}

/* The field of the shape that people call by this other word, or NULL. */
static const char *other_word(const struct shape *shape, const char *word)
{
	static const struct {
		const char *word, *field;
	} rows[] = {
		{"rating", "rag"},
		{"rag rating", "rag"},
		{"rag_rating", "rag"},
		{"rag status", "rag"},
		{"rag_status", "rag"},
		{"status", "rag"},
		{"colour", "rag"},
		{"month", "period"},
		{"theme", "workstream"},
		{"project", "workstream"},
		{"agreed date", "agreed_completion"},
		{"forecast", "forecast_completion"},
		{"forecast date", "forecast_completion"},
		{"author", "completed_by"},
		{"date", "completed_on"},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (text_equal_folded(rows[i].word, word) &&
		    shape_field(shape, rows[i].field) != NULL)
			return rows[i].field;
	return NULL;
}

static void report_unknown(const struct shape *shape, const struct node *member, void *record,
                           struct faults *faults)
{
	const struct node *key = member->key;
	const char *names[MOST_NAMES];
	size_t count = 0;
	const struct field *field;
	for (size_t i = 0; count < MOST_NAMES && (field = shape_field_at(shape, i)) != NULL; i++)
		names[count++] = field->name;
	const char *name = arena_text(faults->arena, key->text, strcspn(key->text, ":"));
	const char *meant = text_nearest(name, names, count);
	if (meant == NULL)
		meant = other_word(shape, name);
	if (plain_name_reads_well(member, faults)) {
		if (meant != NULL)
			fault_add(faults, "unknown-key", key->place,
			          "`%.60s` is not a field of %s; did you mean `%s`?", key->text,
			          shape->name, meant);
		else
			fault_add(
				faults, "unknown-key", key->place,
				"`%.60s` is not a field of %s; take it out, or write it in the text below",
				key->text, shape->name);
	}
	if (meant != NULL)
		note_meant(shape_field(shape, meant), record, faults);
}

/* What to write in place of a date that could not be read. */
static void report_date(const struct field *field, const struct value *value, struct faults *faults)
{
	struct date guess;
	struct period month;
	char text[DATE_TEXT_SIZE], words[DATE_TEXT_SIZE], period[PERIOD_TEXT_SIZE];
	const char *given = value->text;
	bool in_order = strlen(given) == 10 && strspn(given, "0123456789") == 4 &&
	                given[4] == '-' && given[7] == '-';
	bool two_ways = given[strspn(given, "0123456789/.- ")] == '\0';
	if (date_guess(given, &guess) && two_ways && guess.day <= 12 && guess.day != guess.month &&
	    strspn(given, "0123456789") < 4)
		fault_add(faults, "bad-date", value->place,
		          "`%.60s` may be two different days; if it is %s, write `%s`", given,
		          date_words(guess, words), date_iso(guess, text));
	else if (date_guess(given, &guess))
		fault_add(faults, "bad-date", value->place,
		          "`%.60s` is not a date ragtrail can read; write `%s`", given,
		          date_iso(guess, text));
	else if (period_guess(given, &month) && month.first == month.last)
		fault_add(faults, "bad-date", value->place,
		          "`%.60s` is a month; write the day too, such as `%s-15`", given,
		          period_iso(month, period));
	else if (in_order)
		fault_add(faults, "bad-date", value->place,
		          "the calendar has no day `%.60s`; mend the month or the day", given);
	else
		fault_add(
			faults, "bad-date", value->place,
			"`%.60s` is not a date ragtrail can read; write `%s` as year-month-day, such as "
			"`2023-09-30`",
			given, field->name);
}

static bool read_date(const struct field *field, struct value *value, struct faults *faults)
{
	bool valid = date_parse(value->text, &value->as.date);
	if (!valid)
		report_date(field, value, faults);
	return valid;
}

static bool read_period(struct value *value, struct faults *faults)
{
	if (period_parse(value->text, &value->as.period))
		return true;
	struct period guess;
	char text[PERIOD_TEXT_SIZE];
	if (period_guess(value->text, &guess))
		fault_add(faults, "bad-period", value->place,
		          "`%.60s` is not a period ragtrail can read; write `%s`", value->text,
		          period_iso(guess, text));
	else
		fault_add(
			faults, "bad-period", value->place,
			"`%.60s` is not a period; write a month, `2023-08`, or its first and last month, "
			"`2023-07/2023-08`",
			value->text);
	return false;
}

static bool read_slug(const struct field *field, struct value *value, struct faults *faults)
{
	if (text_is_slug(value->text))
		return true;
	struct buf slug = BUF_INIT;
	for (const char *at = value->text; *at != '\0' && slug.length < 64; at++) {
		char byte = text_lower(*at);
		if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'))
			buf_byte(&slug, byte);
		else if (slug.length != 0 && slug.bytes[slug.length - 1] != '-')
			buf_byte(&slug, '-');
	}
	while (slug.length != 0 && slug.bytes[slug.length - 1] == '-')
		slug.bytes[--slug.length] = '\0';
	fault_add(
		faults, "bad-id", value->place,
		"`%.60s` cannot be used for `%s`: small letters, digits and hyphens only; write `%s`",
		value->text, field->name, slug.length != 0 ? slug.bytes : "a-short-name");
	buf_release(&slug);
	return false;
}

static bool read_word(const struct field *field, struct value *value, struct faults *faults)
{
	struct buf words = BUF_INIT;
	size_t count = 0;
	for (; field->words[count] != NULL; count++) {
		if (strcmp(field->words[count], value->text) == 0) {
			value->as.word = count;
			buf_release(&words);
			return true;
		}
		buf_printf(&words, "%s%s", count == 0 ? "" : ", ", field->words[count]);
	}
	const char *meant = text_nearest(value->text, field->words, count);
	fault_add(faults, "bad-word", value->place, "`%.60s` is not a %s; %s%s%swrite one of: %s",
	          value->text, field->name, meant ? "did you mean `" : "", meant ? meant : "",
	          meant ? "`? " : "", words.bytes);
	buf_release(&words);
	return false;
}

static bool read_flag(const struct field *field, struct value *value, struct faults *faults)
{
	value->as.flag = strcmp(value->text, "true") == 0;
	if (value->as.flag || strcmp(value->text, "false") == 0)
		return true;
	fault_add(faults, "bad-word", value->place, "`%s: %.60s` must be `true` or `false`",
	          field->name, value->text);
	return false;
}

static bool read_number(const struct field *field, struct value *value, struct faults *faults)
{
	int number = 0;
	size_t digits = strspn(value->text, "0123456789");
	if (digits == 0 || digits > 4 || value->text[digits] != '\0') {
		fault_add(faults, "bad-number", value->place, "`%s: %.60s` must be a whole number",
		          field->name, value->text);
		return false;
	}
	for (size_t i = 0; i < digits; i++)
		number = number * 10 + (value->text[i] - '0');
	value->as.number = number;
	return true;
}

/* White space around a text is never meant. */
static const char *trimmed(const char *text, struct faults *faults)
{
	size_t length = strlen(text), start = strspn(text, " \t\n");
	if (start == length)
		return NULL;
	while (length > start && strchr(" \t\n", text[length - 1]) != NULL)
		length--;
	return start == 0 && text[length] == '\0'
	               ? text
	               : arena_text(faults->arena, text + start, length - start);
}

/* A text whose colon made a map of it: one field, without braces. */
static bool is_split_text(const struct node *node)
{
	const struct node *only = node->type == NODE_MAP ? node->first : NULL;
	return only != NULL && only->next == NULL && only->type == NODE_TEXT &&
	       only->key->place.line == node->place.line &&
	       only->key->place.column == node->place.column;
}

static void read_single(const struct field *field, const struct node *node, struct value *value,
                        struct faults *faults)
{
	value->place = node->place;
	if (is_split_text(node)) {
		fault_add(faults, "unquoted-colon", node->place,
		          "the colon makes a field of this value of `%s`; put it in double quotes: "
		          "`\"%.40s: %.40s\"`",
		          field->name, node->first->key->text, node->first->text);
		return;
	}
	if (node->type != NODE_TEXT) {
		fault_add(faults, "wrong-type", node->place, "`%s` takes one value, not a %s",
		          field->name,
		          node->type == NODE_LIST ? "list; write one, without `[` or `- `"
		                                  : "group of fields; write it as text");
		return;
	}
	value->text = trimmed(node->text, faults);
	/* One finding for one slip: what it does to the value is not told again. */
	struct faults silent = {.arena = faults->arena};
	if (!plain_value_reads_well(field, node, value->text, faults))
		faults = &silent;
	if (value->text == NULL) {
		if (node->cut.line != 0)
			value->place = node->cut;
		return;
	}
	switch (field->type) {
	case FIELD_DATE:
		value->valid = read_date(field, value, faults);
		break;
	case FIELD_PERIOD:
		value->valid = read_period(value, faults);
		break;
	case FIELD_SLUG:
		value->valid = read_slug(field, value, faults);
		break;
	case FIELD_WORD:
		value->valid = read_word(field, value, faults);
		break;
	case FIELD_FLAG:
		value->valid = read_flag(field, value, faults);
		break;
	case FIELD_NUMBER:
		value->valid = read_number(field, value, faults);
		break;
	default:
		value->valid = true;
		break;
	}
}

static size_t count_members(const struct node *node)
{
	size_t count = 0;
	for (const struct node *member = node->first; member != NULL; member = member->next)
		count++;
	return count;
}

static bool is_blank(const struct node *node)
{
	return node->type == NODE_TEXT && node->text[strspn(node->text, " \t\n")] == '\0';
}

static void read_list(const struct field *field, const struct node *node, struct list *list,
                      struct faults *faults)
{
	static const char *const none[] = {NULL};
	struct field item = *field;
	item.type = FIELD_TEXT;
	item.words = none;
	list->place = node->place;
	if (node->type == NODE_MAP && !plain_item_reads_well(node, faults))
		return;
	if (node->type == NODE_MAP) {
		fault_add(faults, "wrong-type", node->place,
		          "`%s` takes a text or a list of texts, not a group of fields",
		          field->name);
		return;
	}
	if (is_blank(node))
		return;
	size_t room = node->type == NODE_TEXT ? 1 : count_members(node);
	struct value *values = arena_new(faults->arena, room * sizeof(*values));
	const struct node *member = node->type == NODE_TEXT ? node : node->first;
	for (; member != NULL; member = node->type == NODE_TEXT ? NULL : member->next) {
		read_single(&item, member, &values[list->count], faults);
		if (values[list->count].text != NULL)
			list->count++;
	}
	list->items = values;
}

static void read_records(const struct field *field, const struct node *node, struct list *list,
                         struct faults *faults)
{
	list->place = node->place;
	if (is_blank(node))
		return;
	if (node->type != NODE_LIST && !plain_item_reads_well(node, faults))
		return;
	if (node->type != NODE_LIST) {
		fault_add(faults, "wrong-type", node->place,
		          "`%s` takes a list; begin each %s on a line of its own with `- `",
		          field->name, field->shape->name);
		return;
	}
	unsigned char *items = arena_new(faults->arena, count_members(node) * field->shape->size);
	for (const struct node *member = node->first; member != NULL; member = member->next) {
		if (member->type == NODE_TEXT && !plain_item_reads_well(member, faults))
			continue;
		if (member->type != NODE_MAP) {
			fault_add(faults, "wrong-type", member->place,
			          "a %s is written as fields: `- {%s: ..., ...}`",
			          field->shape->name, field->shape->fields[0].name);
			continue;
		}
		shape_read(field->shape, member, items + list->count++ * field->shape->size,
		           faults);
	}
	list->items = items;
}

static void read_pairs(const struct field *field, const struct node *node, struct list *list,
                       struct faults *faults)
{
	list->place = node->place;
	if (is_blank(node))
		return;
	if (node->type != NODE_MAP) {
		fault_add(faults, "wrong-type", node->place,
		          "`%s` takes lines of the form `name: value`", field->name);
		return;
	}
	struct field item = *field;
	item.type = FIELD_TEXT;
	struct pair *pairs = arena_new(faults->arena, count_members(node) * sizeof(*pairs));
	for (const struct node *member = node->first; member != NULL; member = member->next) {
		struct pair *pair = &pairs[list->count++];
		read_single(&item, member->key, &pair->key, faults);
		read_single(&item, member, &pair->value, faults);
	}
	list->items = pairs;
}

static void read_field(const struct field *field, const struct node *node, void *record,
                       struct faults *faults)
{
	void *target = slot(field, record);
	switch (field->type) {
	case FIELD_LIST:
		read_list(field, node, target, faults);
		break;
	case FIELD_RECORDS:
		read_records(field, node, target, faults);
		break;
	case FIELD_PAIRS:
		read_pairs(field, node, target, faults);
		break;
	case FIELD_RECORD:
		if (node->type == NODE_MAP)
			shape_read(field->shape, node, target, faults);
		else if (!is_blank(node))
			fault_add(faults, "wrong-type", node->place,
			          "`%s` takes fields: put them in braces or on lines of their own",
			          field->name);
		break;
	default:
		read_single(field, node, target, faults);
		break;
	}
}

void shape_read(const struct shape *shape, const struct node *map, void *record,
                struct faults *faults)
{
	struct place *place = record;
	*place = map->place;
	for (const struct node *member = map->first; member != NULL; member = member->next) {
		const struct field *field = shape_field(shape, member->key->text);
		if (field == NULL)
			report_unknown(shape, member, record, faults);
		else
			read_field(field, member, record, faults);
	}
}
