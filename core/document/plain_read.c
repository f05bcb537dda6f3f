/* Slips in what can be read, but says something else: declared in document/plain.h. */
#include "document/plain_slips.h"

#include <string.h>

#include "base/text.h"
#include "document/shape.h"

/* A value that was read, and whether it means more than its letters. */
struct given {
	const struct node *node;
	const char *text, *end;
	bool typed;
};

static bool is_odd(const char *text, const char *end)
{
	for (; text < end; text++)
		if (plain_odd_space(text, end) != 0)
			return true;
	return false;
}

static bool find_curly_quotes(const struct given *given, struct faults *faults)
{
	const char *start = given->text, *end = given->end;
	if (!given->node->plain || !plain_is_curly(&start, &end))
		return false;
	fault_add(faults, "curly-quotes", given->node->place,
	          "the curly quotation marks around this value are read as part of it; take them "
	          "out, or type straight ones: `\"%.*s\"`",
	          (int)(end - start < 60 ? end - start : 60), start);
	return true;
}

static bool find_odd_space(const struct given *given, struct faults *faults)
{
	if (!given->typed || !is_odd(given->text, given->end))
		return false;
	fault_add(faults, "non-breaking-space", given->node->place,
	          "a space of another kind, as Word makes, is part of this value; type it again "
	          "with ordinary spaces, or run `ragtrail fmt`");
	return true;
}

static bool find_cut(const struct given *given, struct faults *faults)
{
	if (given->typed || given->node->cut.line == 0)
		return false;
	if (given->text < given->end)
		fault_add(faults, "text-cut-off", given->node->cut,
		          "what follows ` #` is not read, so that only `%.60s` is left; put the "
		          "whole value in double quotes, or the remark on a line of its own",
		          given->text);
	else
		fault_add(faults, "text-cut-off", given->node->cut,
		          "a value that begins with `#` is not read; put it in double quotes");
	return true;
}

/* Whether the value begins on a line below its name, as a list would. */
static bool is_below_name(const struct node *node)
{
	return node->key != NULL && node->key->place.line < node->place.line;
}

static bool find_bullet(const struct given *given, struct faults *faults)
{
	size_t length = plain_bullet(given->text, given->end);
	if (!given->node->plain || length == 0 || !is_below_name(given->node))
		return false;
	fault_add(faults, "bullet", given->node->place,
	          "`%.*s` begins this line; a list is typed with a hyphen and a space: `- `",
	          (int)length, given->text);
	return true;
}

static bool find_stuck_hyphen(const struct given *given, struct faults *faults)
{
	const char *text = given->text;
	if (!given->node->plain || !is_below_name(given->node) || given->end - text < 2 ||
	    text[0] != '-' || (text[1] >= '0' && text[1] <= '9') || strchr("- .", text[1]) != NULL)
		return false;
	fault_add(faults, "missing-space", given->node->place,
	          "there is no space after `-`; a list is typed with a hyphen and a space: `- `");
	return true;
}

static const struct {
	bool (*find)(const struct given *given, struct faults *faults);
} rows[] = {
	{find_curly_quotes}, {find_odd_space}, {find_cut}, {find_bullet}, {find_stuck_hyphen},
};

static bool ask(const struct given *given, struct faults *faults)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rows[i].find(given, faults))
			return true;
	return false;
}

bool plain_value_reads_well(const struct field *field, const struct node *node, const char *text,
                            struct faults *faults)
{
	struct given given = {node, text != NULL ? text : "", NULL, field->type != FIELD_TEXT};
	given.end = given.text + strlen(given.text);
	return !ask(&given, faults);
}

static bool find_stuck_name(const char *text, const struct node *node, struct faults *faults)
{
	size_t length = plain_stuck_name(text, text + strlen(text));
	if (!node->plain || length == 0)
		return false;
	struct place place = node->place;
	place.column += (int)length + 1;
	fault_add(faults, "missing-space", place,
	          "there is no space after `%.*s:`; write `%.*s: %.60s`", (int)length, text,
	          (int)length, text, text + length + 1);
	return true;
}

bool plain_begins_item(const char *text)
{
	return plain_bullet(text, text + strlen(text)) != 0;
}

bool plain_item_reads_well(const struct node *node, struct faults *faults)
{
	/* `• id: a` is a field of the name `• id`. */
	if (node->type == NODE_MAP) {
		struct node name = {.type = NODE_TEXT, .plain = true, .place = node->place};
		name.key = node->key;
		name.text = node->first != NULL ? node->first->key->text : "";
		struct given item = {&name, name.text, name.text + strlen(name.text), false};
		return !find_bullet(&item, faults);
	}
	struct given given = {node, node->text, node->text + strlen(node->text), false};
	return !find_bullet(&given, faults) && !find_stuck_hyphen(&given, faults) &&
	       !find_stuck_name(node->text, node, faults);
}

bool plain_name_reads_well(const struct node *node, struct faults *faults)
{
	const char *name = node->key->text, *end = name + strlen(name);
	if (is_odd(name, end)) {
		fault_add(faults, "non-breaking-space", node->key->place,
		          "a space of another kind, as Word makes, is part of this field's name; "
		          "type it again with ordinary spaces, or run `ragtrail fmt`");
		return false;
	}
	if (node->flow && strchr(name, ' ') != NULL && node->type == NODE_TEXT &&
	    node->text[0] == '\0') {
		fault_add(faults, "unquoted-comma", node->key->place,
		          "the comma before `%.60s` begins a field of its own; put the whole value "
		          "in double quotes",
		          name);
		return false;
	}
	return !find_stuck_name(name, node->key, faults);
}
