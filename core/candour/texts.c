#include "candour/texts.h"

#include <string.h>

#include "document/shape.h"

struct reading_texts {
	struct arena *arena;
	struct field_texts *texts;
};

static void add(struct reading_texts *reading, const struct value *value, const struct field *field,
                const struct field *list)
{
	struct field_texts *texts = reading->texts;
	if (value->text == NULL)
		return;
	texts->items = arena_grow(reading->arena, texts->items, texts->count, &texts->room,
	                          sizeof(*texts->items));
	texts->items[texts->count++] = (struct field_text){value->text, value->place, field, list};
}

static void read_record(struct reading_texts *reading, const struct shape *shape,
                        const void *record, const struct field *list);

static void read_records(struct reading_texts *reading, const struct field *field,
                         const struct list *rows)
{
	const unsigned char *row = rows->items;
	for (size_t i = 0; i < rows->count; i++, row += field->shape->size)
		read_record(reading, field->shape, row, field);
}

static void read_field(struct reading_texts *reading, const struct field *field, const void *record,
                       const struct field *list)
{
	const struct list *values;
	switch (field->type) {
	case FIELD_TEXT:
		add(reading, field_value(field, record), field, list);
		break;
	case FIELD_LIST:
		values = field_list(field, record);
		for (size_t i = 0; i < values->count; i++)
			add(reading, &LIST_OF(struct value, *values)[i], field, list);
		break;
	case FIELD_RECORDS:
		read_records(reading, field, field_list(field, record));
		break;
	case FIELD_RECORD:
		if (field_present(field, record))
			read_record(reading, field->shape,
			            (const unsigned char *)record + field->offset, list);
		break;
	default: /* no text of the writer's own */
		break;
	}
}

static void read_record(struct reading_texts *reading, const struct shape *shape,
                        const void *record, const struct field *list)
{
	const struct field *field;
	for (size_t i = 0; (field = shape_field_at(shape, i)) != NULL; i++)
		if (strcmp(field->name, "explained") != 0)
			read_field(reading, field, record, list);
}

void field_texts_read(const struct document *document, struct arena *arena,
                      struct field_texts *texts)
{
	struct reading_texts reading = {arena, texts};
	*texts = (struct field_texts){0};
	if (document_fields(document) != NULL)
		read_record(&reading, document->kind->shape, document_fields(document), NULL);
}
