/* Rules about one document: declared in rules/judge.h. */
#include "rules/judge.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

bool rule_is_of_reading(const struct rule *rule)
{
	return rule->judge == judge_faults;
}

void judge_faults(const struct judgement *judgement)
{
	const struct faults *faults = &judgement->document->faults;
	for (size_t i = 0; i < faults->count; i++)
		if (strcmp(faults->items[i].rule, judgement->rule->id) == 0)
			judgement_add(judgement, judgement->document->path, faults->items[i].place,
			              "%s", faults->items[i].message);
}

bool is_needed(enum need need, const struct document *document)
{
	return need == REQUIRED ||
	       (need == REQUIRED_UNLESS_IMPORTED && !document_is_imported(document));
}

const char *inner_help(const char *help, char text[HELP_SIZE])
{
	snprintf(text, HELP_SIZE, "%s", help);
	text[0] = text_lower(text[0]);
	size_t length = strlen(text);
	if (length != 0 && text[length - 1] == '.')
		text[length - 1] = '\0';
	return text;
}

/* What stands there could not be read, and reading it has said so. */
static bool is_faulty(const struct judgement *judgement, struct place place)
{
	const struct faults *faults = &judgement->document->faults;
	for (size_t i = 0; i < faults->count; i++)
		if (faults->items[i].place.line == place.line &&
		    faults->items[i].place.column == place.column)
			return true;
	return false;
}

static void report_missing(const struct judgement *judgement, const struct field *field,
                           const struct shape *shape, struct place parent, const void *record)
{
	char help[HELP_SIZE];
	struct place given = field_place(field, record);
	if (is_faulty(judgement, given))
		return;
	if (given.line != 0)
		judgement_add(judgement, judgement->document->path, given,
		              "`%s` is empty; write it (%s)", field->name,
		              inner_help(field->help, help));
	else
		judgement_add(judgement, judgement->document->path, parent,
		              "this %s has no `%s`; add it (%s)", shape->name, field->name,
		              inner_help(field->help, help));
}

/* The fields of a record, and of the records inside it. */
static void check_record(const struct judgement *judgement, const struct shape *shape,
                         const void *record, struct place parent)
{
	const struct field *field;
	for (size_t i = 0; (field = shape_field_at(shape, i)) != NULL; i++) {
		if (is_needed(field->need, judgement->document) && !field_present(field, record))
			report_missing(judgement, field, shape, parent, record);
		if (field->type == FIELD_RECORD && field_present(field, record))
			check_record(judgement, field->shape,
			             (const unsigned char *)record + field->offset,
			             field_place(field, record));
		if (field->type != FIELD_RECORDS)
			continue;
		const struct list *list = field_list(field, record);
		for (size_t j = 0; j < list->count; j++) {
			const void *inner =
				(const unsigned char *)list->items + j * field->shape->size;
			check_record(judgement, field->shape, inner, *(const struct place *)inner);
		}
	}
}

/* What this plan asks of its updates beyond the usual. */
static void check_plan_fields(const struct judgement *judgement, const struct shape *shape,
                              const void *fields)
{
	const struct list *names = &judgement->folder->plan->requires.fields;
	const struct value *values = LIST_OF(struct value, *names);
	for (size_t i = 0; i < names->count; i++) {
		const struct field *field = shape_field(shape, values[i].text);
		if (field != NULL && field->need == OPTIONAL && !field_present(field, fields) &&
		    !document_is_imported(judgement->document))
			report_missing(judgement, field, shape, (struct place){1, 1}, fields);
	}
}

void judge_required_field(const struct judgement *judgement)
{
	const void *fields = document_fields(judgement->document);
	if (fields == NULL)
		return;
	const struct shape *shape = judgement->document->kind->shape;
	check_record(judgement, shape, fields, (struct place){1, 1});
	if (judgement->folder->plan != NULL && judgement->document->update != NULL)
		check_plan_fields(judgement, shape, fields);
}

static const struct scale *scale_of(const struct judgement *judgement)
{
	return judgement->folder->plan != NULL ? &judgement->folder->plan->scale : &scale_default;
}

/* Asks RULE of each rating of a record, and of the records inside it. */
static void ask_ratings(const struct judgement *judgement, const struct shape *shape,
                        const void *record,
                        void (*rule)(const struct judgement *judgement, const struct value *rating))
{
	const struct field *field;
	for (size_t i = 0; (field = shape_field_at(shape, i)) != NULL; i++) {
		if (field->type == FIELD_RATING && field_value(field, record)->text != NULL)
			rule(judgement, field_value(field, record));
		if (field->type != FIELD_RECORDS)
			continue;
		const struct list *list = field_list(field, record);
		for (size_t j = 0; j < list->count; j++)
			ask_ratings(judgement, field->shape,
			            (const unsigned char *)list->items + j * field->shape->size,
			            rule);
	}
}

static void check_known(const struct judgement *judgement, const struct value *rating)
{
	const struct scale *scale = scale_of(judgement);
	const char *ids[SCALE_MOST_LEVELS];
	struct buf labels = BUF_INIT;
	if (scale_level(scale, rating->text) != SCALE_NONE || is_faulty(judgement, rating->place))
		return;
	for (size_t i = 0; i < scale->count; i++) {
		ids[i] = scale->levels[i].id;
		buf_printf(&labels, "%s%s",
		           i == 0                  ? ""
		           : i + 1 == scale->count ? " or "
		                                   : ", ",
		           ids[i]);
	}
	const char *meant = text_nearest(rating->text, ids, scale->count);
	judgement_add(judgement, judgement->document->path, rating->place,
	              "`%.60s` is not a rating of this plan; %s%s%swrite %s", rating->text,
	              meant ? "did you mean `" : "", meant ? meant : "", meant ? "`? " : "",
	              labels.bytes);
	buf_release(&labels);
}

static void check_tidy(const struct judgement *judgement, const struct value *rating)
{
	const struct scale *scale = scale_of(judgement);
	int level = scale_level(scale, rating->text);
	if (level != SCALE_NONE && !scale_is_tidy(scale, level, rating->text))
		judgement_add(judgement, judgement->document->path, rating->place,
		              "`%.60s` is read as %s; write `%s`", rating->text,
		              scale->levels[level].label, scale->levels[level].id);
}

void judge_rating_unknown(const struct judgement *judgement)
{
	const void *fields = document_fields(judgement->document);
	if (fields != NULL)
		ask_ratings(judgement, judgement->document->kind->shape, fields, check_known);
}

void judge_rating_spelling(const struct judgement *judgement)
{
	const void *fields = document_fields(judgement->document);
	if (fields != NULL)
		ask_ratings(judgement, judgement->document->kind->shape, fields, check_tidy);
}

void judge_duplicate_id(const struct judgement *judgement)
{
	const void *fields = document_fields(judgement->document);
	const struct field *field;
	if (fields == NULL)
		return;
	const struct shape *shape = judgement->document->kind->shape;
	for (size_t i = 0; (field = shape_field_at(shape, i)) != NULL; i++) {
		const struct field *id =
			field->type == FIELD_RECORDS ? shape_field(field->shape, "id") : NULL;
		if (id == NULL)
			continue;
		const struct list *list = field_list(field, fields);
		for (size_t j = 1; j < list->count; j++) {
			const unsigned char *items = list->items;
			const struct value *value = field_value(id, items + j * field->shape->size);
			for (size_t k = 0; k < j && value->text != NULL; k++) {
				const struct value *earlier =
					field_value(id, items + k * field->shape->size);
				if (earlier->text == NULL ||
				    strcmp(earlier->text, value->text) != 0)
					continue;
				judgement_add(
					judgement, judgement->document->path, value->place,
					"the id `%.60s` is used twice in `%s`, first on line %d; give each %s its own",
					value->text, field->name, earlier->place.line,
					field->shape->name);
				break;
			}
		}
	}
}

static void check_order(const struct judgement *judgement, const struct value *starts,
                        const struct value *ends)
{
	char first[DATE_TEXT_SIZE], last[DATE_TEXT_SIZE];
	if (starts->valid && ends->valid && date_days(ends->as.date) < date_days(starts->as.date))
		judgement_add(judgement, judgement->document->path, ends->place,
		              "`ends` %s is before `starts` %s; mend the one that is wrong",
		              date_iso(ends->as.date, last), date_iso(starts->as.date, first));
}

void judge_date_order(const struct judgement *judgement)
{
	const struct plan *plan = judgement->document->plan;
	if (plan == NULL)
		return;
	check_order(judgement, &plan->starts, &plan->ends);
	for (size_t i = 0; i < plan->workstreams.count; i++) {
		const struct workstream *workstream =
			&LIST_OF(struct workstream, plan->workstreams)[i];
		check_order(judgement, &workstream->starts, &workstream->ends);
	}
}

void judge_placeholder(const struct judgement *judgement)
{
	const struct document *document = judgement->document;
	if (document->update == NULL && document->overview == NULL && document->paper == NULL)
		return;
	for (size_t i = 0; i < document->body.placeholder_count; i++) {
		const struct placeholder *placeholder = &document->body.placeholders[i];
		if (placeholder->type != PLACEHOLDER_UNKNOWN)
			continue;
		const char *meant = placeholder_meant(placeholder->name);
		judgement_add(judgement, document->path, placeholder->place,
		              "there is no placeholder `%.60s`%s%s%s", placeholder->name,
		              meant != NULL ? "; did you mean `" : "; see: ragtrail explain ",
		              meant != NULL ? meant : judgement->rule->id,
		              meant != NULL ? "`?" : "");
	}
}
