#include "document/match.h"

#include <stdint.h>
#include <string.h>

bool same_text(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

bool same_list(const struct field *field, const struct list *a, const struct list *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++) {
		const struct pair *pairs[] = {&LIST_OF(struct pair, *a)[i],
		                              &LIST_OF(struct pair, *b)[i]};
		size_t at = field->type == FIELD_RECORDS ? i * field->shape->size : 0;
		bool same = true;
		if (field->type == FIELD_RECORDS)
			same = same_record(field->shape, (const unsigned char *)a->items + at,
			                   (const unsigned char *)b->items + at);
		else if (field->type == FIELD_PAIRS)
			same = same_text(pairs[0]->key.text, pairs[1]->key.text) &&
			       same_text(pairs[0]->value.text, pairs[1]->value.text);
		else
			same = same_text(LIST_OF(struct value, *a)[i].text,
			                 LIST_OF(struct value, *b)[i].text);
		if (!same)
			return false;
	}
	return true;
}

bool same_field(const struct field *field, const void *a, const void *b)
{
	if (field->type == FIELD_RECORD)
		return same_record(field->shape, (const unsigned char *)a + field->offset,
		                   (const unsigned char *)b + field->offset);
	if (field->type >= FIELD_LIST)
		return same_list(field, field_list(field, a), field_list(field, b));
	return same_text(field_value(field, a)->text, field_value(field, b)->text);
}

bool same_record(const struct shape *shape, const void *a, const void *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	for (size_t i = 0; i < shape->count; i++)
		if (!same_field(&shape->fields[i], a, b))
			return false;
	return true;
}

const void *row_at(const struct field *field, const struct list *list, size_t number)
{
	return (const unsigned char *)list->items + number * field->shape->size;
}

const char *row_name(const struct field *field, const void *row)
{
	for (size_t i = 0; i < field->shape->count; i++) {
		const struct field *own = &field->shape->fields[i];
		if (own->type < FIELD_LIST && field_value(own, row)->text != NULL)
			return field_value(own, row)->text;
	}
	return NULL;
}

static const char *key_of(struct matched *matched, const void *row)
{
	const struct shape *shape = matched->field->shape;
	const char *key = row_name(matched->field, row);
	if (key == NULL || !matched->longer || shape->count < 2 ||
	    shape->fields[1].type >= FIELD_LIST)
		return key;
	const char *more = field_value(&shape->fields[1], row)->text;
	return arena_printf(&matched->arena, "%s %s", key, more != NULL ? more : "");
}

/* Returns false where two rows have one key. */
static bool fill(struct matched *matched, struct matched_side *side)
{
	bool apart = true;
	for (size_t i = 0; i < side->list->count; i++) {
		const char *key = key_of(matched, row_at(matched->field, side->list, i));
		if (key == NULL)
			continue;
		if (map_get(&side->rows, key) == NULL)
			map_set(&side->rows, key, (void *)(uintptr_t)(i + 1));
		else
			apart = false;
	}
	return apart;
}

void match_rows(const struct field *field, const struct list *before, const struct list *after,
                struct matched *matched)
{
	*matched = (struct matched){.field = field, .before.list = before, .after.list = after};
	bool apart = fill(matched, &matched->before);
	apart = fill(matched, &matched->after) && apart;
	if (apart)
		return;
	match_release(matched);
	*matched = (struct matched){
		.field = field, .before.list = before, .after.list = after, .longer = true};
	fill(matched, &matched->before);
	fill(matched, &matched->after);
}

void match_release(struct matched *matched)
{
	map_release(&matched->before.rows);
	map_release(&matched->after.rows);
	arena_release(&matched->arena);
}

const void *match_in(struct matched *matched, const struct matched_side *side, const void *row)
{
	const char *key = key_of(matched, row);
	uintptr_t at = key == NULL ? 0 : (uintptr_t)map_get(&side->rows, key);
	return at == 0 ? NULL : row_at(matched->field, side->list, at - 1);
}
