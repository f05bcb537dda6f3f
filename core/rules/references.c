/* Ids, rules and fields that documents refer to: declared in rules/judge.h. */
#include "rules/judge.h"

#include <string.h>

#include "base/text.h"
#include "record/registers.h"

enum { MOST_NAMES = 256 };

/* Says that there is no such NOUN, and which of the NAMES may be meant. */
static void report_name(const struct judgement *judgement, const struct value *value,
                        const char *noun, const char *const *names, size_t count)
{
	const char *meant = text_nearest(value->text, names, count);
	if (meant != NULL)
		judgement_add(judgement, judgement->document->path, value->place,
		              "there is no %s `%.60s`; did you mean `%s`?", noun, value->text,
		              meant);
	else
		judgement_add(judgement, judgement->document->path, value->place,
		              "there is no %s `%.60s`; take it out", noun, value->text);
}

static void check_rule(const struct judgement *judgement, const struct value *id)
{
	const char *ids[MOST_NAMES];
	size_t count = 0;
	if (id->text == NULL || rule_named(id->text) != NULL)
		return;
	for (; count < rule_count && count < MOST_NAMES; count++)
		ids[count] = rules[count].id;
	report_name(judgement, id, "rule", ids, count);
}

static void check_severity(const struct judgement *judgement, const struct value *word)
{
	for (enum severity severity = SEVERITY_ERROR; severity < SEVERITY_COUNT; severity++)
		if (word->text == NULL || (severity != SEVERITY_EXPLAINED &&
		                           strcmp(word->text, severity_word(severity)) == 0))
			return;
	judgement_add(judgement, judgement->document->path, word->place,
	              "`%.60s` is not a severity; write error, warning or off", word->text);
}

static void check_field(const struct judgement *judgement, const struct value *name)
{
	const char *names[MOST_NAMES];
	size_t count = 0;
	const struct field *field;
	if (shape_field(&update_shape, name->text) != NULL)
		return;
	for (; count < MOST_NAMES && (field = shape_field_at(&update_shape, count)) != NULL;
	     count++)
		names[count] = field->name;
	report_name(judgement, name, "field of an update", names, count);
}

/* Where the ids are listed that a field refers to. */
static const struct register_row {
	enum { IN_PLAN, IN_ORGANISATION, IN_DOCUMENT } place;
	const char *field, *noun;
} registers[] = {
	[REFERS_WORKSTREAM] = {IN_PLAN, "workstreams", "workstream"},
	[REFERS_CONCERN] = {IN_PLAN, "concerns", "concern"},
	[REFERS_DISPOSITION] = {IN_PLAN, "dispositions", "disposition"},
	[REFERS_OBJECTIVE] = {IN_PLAN, "objectives", "objective"},
	[REFERS_COMMITTEE] = {IN_ORGANISATION, "committees", "committee"},
	[REFERS_ORGANISATION] = {IN_ORGANISATION, "organisations", "organisation"},
	[REFERS_OUTCOME] = {IN_DOCUMENT, "outcomes", "outcome"},
	[REFERS_GROUP] = {IN_DOCUMENT, "groups", "group"},
	[REFERS_RECOMMENDATION] = {IN_DOCUMENT, "recommendations", "recommendation"},
};

/* A search for an id, and what else was met on the way. */
struct search {
	const char *id;
	bool found;
	const char *names[MOST_NAMES];
	size_t count;
};

static void try_name(struct search *search, const char *name)
{
	search->found = search->found || (name != NULL && strcmp(name, search->id) == 0);
	if (name != NULL && search->count < MOST_NAMES)
		search->names[search->count++] = name;
}

/* Looks at what the field of this name lists in FIELDS, which are of SHAPE. */
static void search_list(struct search *search, const struct shape *shape, const void *fields,
                        const char *name)
{
	const struct field *field = shape_field(shape, name);
	if (field == NULL)
		return;
	const struct list *list = field_list(field, fields);
	const struct field *id =
		field->type == FIELD_RECORDS ? shape_field(field->shape, "id") : NULL;
	size_t size = id == NULL ? sizeof(struct value) : field->shape->size;
	for (size_t i = 0; i < list->count && !search->found; i++) {
		const unsigned char *item = (const unsigned char *)list->items + i * size;
		const struct value *value = id != NULL ? field_value(id, item) : (const void *)item;
		try_name(search, value->text);
	}
}

/* False where nobody can say: the plans that may list it are not here. */
static bool search_register(const struct judgement *judgement, const struct register_row *row,
                            struct search *search)
{
	const struct document *document = judgement->document;
	const struct plan *plan = judgement->folder->plan;
	struct arena arena = ARENA_INIT;
	if (row->place == IN_DOCUMENT) {
		search_list(search, document->kind->shape, document_fields(document), row->field);
		return true;
	}
	if (plan == NULL)
		return false;
	struct registers shared =
		registers_of_folder(judgement->collection, judgement->folder, &arena);
	for (size_t i = 0; i < (row->place == IN_PLAN ? 1 : shared.count); i++)
		search_list(search, &plan_shape, shared.plans[i], row->field);
	if (row == &registers[REFERS_DISPOSITION] && plan->dispositions.count == 0)
		for (size_t i = 0; i < DISPOSITIONS_USUAL; i++)
			try_name(search, dispositions_usual[i].id);
	arena_release(&arena);
	return row->place == IN_PLAN || search->found || !judgement->collection->partial;
}

static void check_reference(const struct judgement *judgement, const struct value *value,
                            const struct register_row *row)
{
	struct search search = {.id = value->text};
	if (value->text == NULL || !search_register(judgement, row, &search) || search.found)
		return;
	const char *meant = text_nearest(value->text, search.names, search.count);
	if (meant != NULL)
		judgement_add(judgement, judgement->document->path, value->place,
		              "there is no %s `%.60s`; did you mean `%s`?", row->noun, value->text,
		              meant);
	else
		judgement_add(judgement, judgement->document->path, value->place,
		              "there is no %s `%.60s`; use one from `%s`%s, or add it there",
		              row->noun, value->text, row->field,
		              row->place == IN_DOCUMENT ? "" : " in plan.md");
}

static void check_field_refers(const struct judgement *judgement, const struct field *field,
                               const void *record)
{
	const struct register_row *row = &registers[field->refers];
	if (field->type != FIELD_LIST) {
		check_reference(judgement, field_value(field, record), row);
		return;
	}
	const struct list *list = field_list(field, record);
	for (size_t i = 0; i < list->count; i++)
		check_reference(judgement, &LIST_OF(struct value, *list)[i], row);
}

/* The fields of a record, and of the records inside it. */
static void check_references(const struct judgement *judgement, const struct shape *shape,
                             const void *record)
{
	const struct field *field;
	for (size_t i = 0; (field = shape_field_at(shape, i)) != NULL; i++) {
		if (field->refers != REFERS_NOTHING)
			check_field_refers(judgement, field, record);
		if (field->type == FIELD_RECORD && field_present(field, record))
			check_references(judgement, field->shape,
			                 (const unsigned char *)record + field->offset);
		if (field->type != FIELD_RECORDS)
			continue;
		const struct list *list = field_list(field, record);
		for (size_t j = 0; j < list->count; j++)
			check_references(judgement, field->shape,
			                 (const unsigned char *)list->items +
			                         j * field->shape->size);
	}
}

static void check_plan(const struct judgement *judgement, const struct plan *plan)
{
	for (size_t i = 0; i < plan->severity.count; i++) {
		const struct pair *pair = &LIST_OF(struct pair, plan->severity)[i];
		check_rule(judgement, &pair->key);
		check_severity(judgement, &pair->value);
	}
	for (size_t i = 0; i < plan->requires.fields.count; i++)
		check_field(judgement, &LIST_OF(struct value, plan->requires.fields)[i]);
}

void judge_reference(const struct judgement *judgement)
{
	const struct document *document = judgement->document;
	const struct common *common = document_common(document);
	if (common == NULL)
		return;
	for (size_t i = 0; i < common->explained.count; i++)
		check_rule(judgement, &LIST_OF(struct explanation, common->explained)[i].rule);
	if (document->plan != NULL)
		check_plan(judgement, document->plan);
	check_references(judgement, document->kind->shape, common);
}
