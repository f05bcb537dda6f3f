#include "view/fields.h"

#include <string.h>

#include "base/text.h"
#include "view/json_values.h"

enum {
	FACT_COLUMN = 14, /* of values behind their names */
	ROW_INDENT = 2,
	ROW_VALUE = 4,
};

static void add_value_json(struct json_writer *json, const struct field *field,
                           const struct value *value)
{
	if (value->text == NULL)
		json_add_null(json, field->name);
	else if (field->type == FIELD_FLAG && value->valid)
		json_add_flag(json, field->name, value->as.flag);
	else if (field->type == FIELD_NUMBER && value->valid)
		json_add_number(json, field->name, value->as.number);
	else if (field->type == FIELD_PERIOD && value->valid)
		json_add_period(json, field->name, value->as.period);
	else
		json_add_text(json, field->name, value->text);
}

static void add_list_json(struct json_writer *json, const struct field *field, const void *record)
{
	const struct list *list = field_list(field, record);
	json_open_array(json, field->name);
	for (size_t i = 0; i < list->count; i++) {
		if (field->type == FIELD_LIST) {
			json_add_text(json, NULL, LIST_OF(struct value, *list)[i].text);
			continue;
		}
		json_open_object(json, NULL);
		if (field->type == FIELD_PAIRS) {
			const struct pair *pair = &LIST_OF(struct pair, *list)[i];
			json_add_text(json, "name", pair->key.text);
			json_add_text(json, "value", pair->value.text);
		} else {
			fields_as_json(field->shape,
			               (const unsigned char *)list->items + i * field->shape->size,
			               json);
		}
		json_close(json);
	}
	json_close(json);
}

void fields_as_json(const struct shape *shape, const void *record, struct json_writer *json)
{
	for (size_t i = 0; i < shape->count; i++) {
		const struct field *field = &shape->fields[i];
		if (field->type == FIELD_LIST || field->type == FIELD_RECORDS ||
		    field->type == FIELD_PAIRS) {
			add_list_json(json, field, record);
		} else if (field->type != FIELD_RECORD) {
			add_value_json(json, field, field_value(field, record));
		} else if (field_present(field, record)) {
			json_open_object(json, field->name);
			fields_as_json(field->shape, (const unsigned char *)record + field->offset,
			               json);
			json_close(json);
		} else {
			json_add_null(json, field->name);
		}
	}
}

void field_words(const struct field *field, struct buf *out)
{
	for (const char *at = field->name; *at != '\0'; at++) {
		char byte = *at == '_' ? ' ' : *at;
		bool first = at == field->name && byte >= 'a' && byte <= 'z';
		buf_byte(out, first ? (char)(byte - 'a' + 'A') : byte);
	}
}

/* A value as readers write it. */
static void add_value_words(struct buf *line, const struct field *field, const struct value *value)
{
	char day[DATE_TEXT_SIZE], period[PERIOD_TEXT_SIZE];
	if (field->type == FIELD_DATE && value->valid)
		buf_text(line, date_words(value->as.date, day));
	else if (field->type == FIELD_PERIOD && value->valid)
		buf_text(line, period_words(value->as.period, period));
	else if (field->type == FIELD_FLAG && value->valid)
		buf_text(line, value->as.flag ? "yes" : "no");
	else if (value->text != NULL)
		buf_text(line, value->text);
}

/* The items of a list that is inside a row. */
static void add_texts(struct buf *line, const struct list *list)
{
	for (size_t i = 0; i < list->count; i++) {
		const char *text = LIST_OF(struct value, *list)[i].text;
		buf_printf(line, "%s%s", i == 0 ? "" : "; ", text != NULL ? text : "");
	}
}

static void add_named(struct buf *out, const struct field *field, const struct buf *value,
                      size_t indent, const struct layout *layout)
{
	struct buf name = BUF_INIT;
	field_words(field, &name);
	if (indent == 0) {
		/* A name that is wider than its column has at least a blank behind it. */
		size_t width = text_width(name.bytes) + 1;
		size_t column = width > FACT_COLUMN ? width : FACT_COLUMN;
		lines_column(out, name.bytes, column, NULL);
		lines_wrap(out, value->bytes, column, FACT_COLUMN, layout);
	} else {
		buf_text(&name, ": ");
		buf_add(&name, value->bytes, value->length);
		lines_add(out, name.bytes, indent, layout);
	}
	buf_release(&name);
}

/* The line that begins a row: its first field; its id and the field behind. Returns how many. */
static size_t add_row_head(const struct shape *shape, const void *row, const struct layout *layout,
                           struct buf *out)
{
	struct buf line = BUF_INIT;
	const struct field *first = &shape->fields[0];
	bool named =
		first->type == FIELD_SLUG && shape->count > 1 && shape->fields[1].type < FIELD_LIST;
	add_value_words(&line, first, field_value(first, row));
	if (named) {
		buf_text(&line, ": ");
		add_value_words(&line, &shape->fields[1], field_value(&shape->fields[1], row));
	}
	buf_repeat(out, ' ', ROW_INDENT);
	buf_text(out, "- ");
	lines_wrap(out, line.bytes, ROW_VALUE, ROW_VALUE, layout);
	buf_release(&line);
	return named ? 2 : 1;
}

static void add_fields(const struct shape *shape, size_t from, const void *record, size_t indent,
                       const struct layout *layout, struct buf *out);

static void add_rows(const struct field *field, const void *record, size_t indent,
                     const struct layout *layout, struct buf *out)
{
	const struct list *list = field_list(field, record);
	struct buf name = BUF_INIT;
	field_words(field, &name);
	if (indent == 0)
		buf_byte(out, '\n');
	else
		buf_byte(&name, ':');
	lines_add(out, name.bytes, indent, layout);
	for (size_t i = 0; i < list->count; i++) {
		if (field->type == FIELD_RECORDS) {
			const unsigned char *row =
				(const unsigned char *)list->items + i * field->shape->size;
			size_t heads = add_row_head(field->shape, row, layout, out);
			add_fields(field->shape, heads, row, ROW_VALUE, layout, out);
			continue;
		}
		const struct value *value = &LIST_OF(struct value, *list)[i];
		buf_repeat(out, ' ', ROW_INDENT);
		buf_text(out, "- ");
		lines_wrap(out, value->text != NULL ? value->text : "", ROW_VALUE, ROW_VALUE,
		           layout);
	}
	buf_release(&name);
}

static void add_fields(const struct shape *shape, size_t from, const void *record, size_t indent,
                       const struct layout *layout, struct buf *out)
{
	struct buf value = BUF_INIT;
	for (size_t i = from; i < shape->count; i++) {
		const struct field *field = &shape->fields[i];
		bool listed = field->type == FIELD_LIST || field->type == FIELD_RECORDS;
		bool above = indent == 0 && strcmp(field->name, "title") == 0;
		if (!field_present(field, record) || field->type == FIELD_PAIRS || above)
			continue;
		if (listed && (field->type == FIELD_RECORDS || indent == 0)) {
			add_rows(field, record, indent, layout, out);
		} else if (field->type == FIELD_RECORD) {
			buf_clear(&value);
			add_named(out, field, &value, indent, layout);
			add_fields(field->shape, 0, (const unsigned char *)record + field->offset,
			           indent == 0 ? ROW_VALUE : indent + ROW_INDENT, layout, out);
		} else {
			buf_clear(&value);
			if (listed)
				add_texts(&value, field_list(field, record));
			else
				add_value_words(&value, field, field_value(field, record));
			add_named(out, field, &value, indent, layout);
		}
	}
	buf_release(&value);
}

void fields_as_text(const struct shape *shape, const void *record, const struct layout *layout,
                    struct buf *out)
{
	add_fields(shape, 0, record, 0, layout, out);
}
