/* What changed in a document, field by field: declared in site/changes.h. */
#include "site/changes.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "document/document.h"
#include "document/match.h"
#include "document/scale.h"
#include "view/exempt.h"
#include "view/fields.h"

enum {
	MOST_ROWS = 300,
	LONG_TEXT = 40,      /* bytes from which on a text is compared word by word */
	LONGEST_TEXT = 4000, /* bytes of one that are shown */
};

enum place_in_row { FIELD, BEFORE, AFTER, COLUMNS };

/* A table that is being written. */
struct field_run {
	struct html *html;
	struct document_sides *sides;
	const char *columns[COLUMNS];
	struct error *error;
	const char *caption;
	size_t rows;
	bool failed, cut;
};

/* True where the text names a workstream or plan that is kept back from the public. */
static bool names_exempt(const struct site_view *site, const struct plan_view *view,
                         const char *text, bool is_workstream)
{
	struct arena arena = ARENA_INIT;
	const char *slash = strchr(text, '/'), *from = slash == NULL ? text : slash + 1;
	const char *mark = strchr(from, '#');
	bool exempt = false;
	if (!is_workstream && slash == NULL && mark == NULL)
		return false;
	const struct plan_record *plan = view->whole;
	if (slash != NULL)
		plan = record_plan(site->record, arena_text(&arena, text, (size_t)(slash - text)));
	const char *id =
		arena_text(&arena, from, mark != NULL ? (size_t)(mark - from) : strlen(from));
	if (plan != NULL)
		exempt = (slash != NULL && exempt_plan(plan)) || exempt_workstream(plan, id);
	arena_release(&arena);
	return exempt;
}

/* The value of a field, or an empty one where there is no record. */
static const struct value *value_in(const struct field *field, const void *record)
{
	static const struct value none;
	return record == NULL ? &none : field_value(field, record);
}

static const struct list *list_in(const struct field *field, const void *record)
{
	static const struct list none;
	return record == NULL ? &none : field_list(field, record);
}

static void add_text(struct html *html, const char *text)
{
	size_t length = strlen(text);
	html_put(html, "<span>");
	html_written(html, text, length > LONGEST_TEXT ? LONGEST_TEXT : length);
	html_put(html, length > LONGEST_TEXT ? "…</span>" : "</span>");
}

static void add_rating(struct html *html, const struct scale *scale, const char *text)
{
	const struct scale *used = scale != NULL ? scale : &scale_default;
	int level = scale_level(used, text);
	if (level == SCALE_NONE)
		html_text(html, text);
	else
		html_level(html, used, level);
}

static void add_value(struct html *html, const struct field *field, const struct value *value,
                      const struct scale *scale)
{
	char period[BADGE_PERIOD_SIZE];
	if (value->text == NULL)
		html_put(html, "–");
	else if (field->type == FIELD_DATE && value->valid)
		html_short_date(html, value->as.date);
	else if (field->type == FIELD_PERIOD && value->valid)
		html_text(html, badge_period(html, value->as.period, period));
	else if (field->type == FIELD_FLAG && value->valid)
		html_say(html, value->as.flag ? PHRASE_CHANGE_YES : PHRASE_CHANGE_NO);
	else if (field->type == FIELD_RATING)
		add_rating(html, scale, value->text);
	else if (field->type == FIELD_WORD && value->valid)
		html_text(html, field_word(html, value->text));
	else
		add_text(html, value->text);
}

/* True where there is room for one more row; counts it. */
static bool has_room(struct field_run *run)
{
	run->cut |= run->rows == MOST_ROWS || run->html->text.length > run->sides->most;
	return !run->cut && !run->failed;
}

/* Begins a row; the table before the first. */
static void begin_row(struct field_run *run, const char *name)
{
	if (run->rows++ == 0)
		html_table(run->html, HTML_TEXTS, run->caption, run->columns, COLUMNS);
	html_row(run->html, run->columns[FIELD]);
	html_text(run->html, name);
	html_put(run->html, "</th>\n");
}

/* Two long texts, with what is only in one of them marked in its cell. */
static void add_texts(struct field_run *run, const char *before, const char *after)
{
	struct word_diff diff;
	if (word_diff_read((struct word){before, strlen(before)},
	                   (struct word){after, strlen(after)}, &diff, run->error) < 0)
		run->failed = true;
	for (int i = 0; i < 2; i++) {
		html_cell(run->html, run->columns[i == 0 ? BEFORE : AFTER]);
		html_put(run->html, "<span>");
		words_of_side(run->html, &diff, i == 0 ? WORD_REMOVED : WORD_ADDED);
		html_put(run->html, "</span></td>\n");
	}
	word_diff_release(&diff);
}

static void compare_values(struct field_run *run, const struct field *field, const char *name,
                           const struct value *before, const struct value *after)
{
	if (same_text(before->text, after->text) || !has_room(run))
		return;
	begin_row(run, name);
	if (field->type == FIELD_TEXT && before->text != NULL && after->text != NULL &&
	    strlen(before->text) > LONG_TEXT && strlen(after->text) > LONG_TEXT &&
	    strlen(before->text) <= LONGEST_TEXT && strlen(after->text) <= LONGEST_TEXT) {
		add_texts(run, before->text, after->text);
	} else {
		html_cell(run->html, run->columns[BEFORE]);
		add_value(run->html, field, before, run->sides->scale_before);
		html_put(run->html, "</td>\n");
		html_cell(run->html, run->columns[AFTER]);
		add_value(run->html, field, after, run->sides->scale_after);
		html_put(run->html, "</td>\n");
	}
	html_put(run->html, "</tr>\n");
}

/* The items of a list of texts, but for what is exempt. */
static struct buf list_text(const struct field *field, const struct list *list,
                            struct document_sides *sides)
{
	struct buf text = BUF_INIT;
	for (size_t i = 0; i < list->count; i++) {
		if (field->type == FIELD_PAIRS) {
			const struct pair *pair = &LIST_OF(struct pair, *list)[i];
			buf_printf(&text, "%s%s: %s", text.length == 0 ? "" : "\n",
			           pair->key.text != NULL ? pair->key.text : "",
			           pair->value.text != NULL ? pair->value.text : "");
			continue;
		}
		const char *item = LIST_OF(struct value, *list)[i].text;
		if (item == NULL)
			continue;
		if (names_exempt(sides->site, sides->view, item,
		                 field->refers == REFERS_WORKSTREAM)) {
			sides->left_out = true;
			continue;
		}
		buf_printf(&text, "%s%s", text.length == 0 ? "" : "\n", item);
	}
	return text;
}

static void compare_lists(struct field_run *run, const struct field *field, const char *name,
                          const struct list *before, const struct list *after)
{
	if (same_list(field, before, after))
		return;
	struct buf texts[] = {list_text(field, before, run->sides),
	                      list_text(field, after, run->sides)};
	if (strcmp(texts[0].bytes, texts[1].bytes) != 0 && has_room(run)) {
		begin_row(run, name);
		for (int i = 0; i < 2; i++) {
			html_cell(run->html, run->columns[i == 0 ? BEFORE : AFTER]);
			if (texts[i].length == 0)
				html_put(run->html, "–");
			else
				add_text(run->html, texts[i].bytes);
			html_put(run->html, "</td>\n");
		}
		html_put(run->html, "</tr>\n");
	}
	buf_release(&texts[0]);
	buf_release(&texts[1]);
}

static void compare_shape(struct field_run *run, const struct shape *shape, const char *prefix,
                          const void *before, const void *after);

/* What readers call a row: the field behind its id, or its key. */
static const char *title_of(const struct field *field, const void *row)
{
	const struct shape *shape = field->shape;
	bool named = shape->count > 1 && shape->fields[0].type == FIELD_SLUG &&
	             shape->fields[1].type == FIELD_TEXT;
	const char *title = named ? field_value(&shape->fields[1], row)->text : NULL;
	return title != NULL ? title : row_name(field, row);
}

/* A row that says itself that it is exempt, or that is about what is. */
static bool row_is_exempt(const struct document_sides *sides, const struct field *field,
                          const void *row)
{
	const struct shape *shape = field->shape;
	for (size_t i = 0; row != NULL && i < shape->count; i++) {
		const struct field *own = &shape->fields[i];
		if (own->type >= FIELD_LIST)
			continue;
		const struct value *value = field_value(own, row);
		if (strcmp(own->name, "exempt") == 0 && value->valid && value->as.flag)
			return true;
		bool workstream =
			own->refers == REFERS_WORKSTREAM ||
			(strcmp(field->name, "workstreams") == 0 && strcmp(own->name, "id") == 0);
		if (value->text != NULL &&
		    names_exempt(sides->site, sides->view, value->text, workstream))
			return true;
	}
	return false;
}

static void add_item_fields(struct field_run *run, const struct shape *shape, const void *row,
                            size_t *count);

/* A field of a row that one side has alone: "Due: 3 May 2023". */
static void add_item_field(struct field_run *run, const struct field *field, const void *row,
                           size_t *count)
{
	struct html *html = run->html;
	if (!field_present(field, row) || html->text.length > run->sides->most)
		return;
	if (field->type == FIELD_RECORD) {
		add_item_fields(run, field->shape, (const unsigned char *)row + field->offset,
		                count);
		return;
	}
	struct buf label = field_label(html, field);
	html_put(html, (*count)++ == 0 ? "" : "<br />\n");
	html_add(html, "%s: ", label.bytes);
	if (field->type == FIELD_RECORDS || field->type == FIELD_PAIRS) {
		html_add(html, "%zu", field_list(field, row)->count);
	} else if (field->type == FIELD_LIST) {
		struct buf text = list_text(field, field_list(field, row), run->sides);
		add_text(html, text.bytes);
		buf_release(&text);
	} else {
		add_value(html, field, field_value(field, row), run->sides->scale_after);
	}
	buf_release(&label);
}

/* What a row says, but what it is called by. */
static void add_item_fields(struct field_run *run, const struct shape *shape, const void *row,
                            size_t *count)
{
	for (size_t i = 0; i < shape->count; i++) {
		const struct field *field = &shape->fields[i];
		bool named = i == 0 && field->type < FIELD_LIST && shape->count > 1;
		bool titled = i == 1 && field->type == FIELD_TEXT &&
		              shape->fields[0].type == FIELD_SLUG && shape->count > 2;
		if (!named && !titled)
			add_item_field(run, field, row, count);
	}
}

/* A row that only one side has, whole. */
static void add_item(struct field_run *run, const struct field *field, const char *name,
                     const void *before, const void *after)
{
	struct html *html = run->html;
	if (!has_room(run))
		return;
	begin_row(run, name);
	for (int i = 0; i < 2; i++) {
		const void *row = i == 0 ? before : after;
		size_t count = 0;
		html_cell(html, run->columns[i == 0 ? BEFORE : AFTER]);
		if (row != NULL)
			add_item_fields(run, field->shape, row, &count);
		if (row == NULL)
			html_put(html, "–");
		else if (count == 0)
			html_say(html, PHRASE_CHANGE_LISTED);
		html_put(html, "</td>\n");
	}
	html_put(html, "</tr>\n");
}

/* "Milestones: Hub in place – " */
static void compare_rows(struct field_run *run, const struct field *field, const char *label,
                         const void *before, const void *after)
{
	struct buf name = BUF_INIT;
	const void *row = after != NULL ? after : before;
	const char *title = title_of(field, row);
	if (row_is_exempt(run->sides, field, before) || row_is_exempt(run->sides, field, after)) {
		run->sides->left_out |= !same_record(field->shape, before, after);
		return;
	}
	buf_printf(&name, "%s: %.120s%s", label, title != NULL ? title : "",
	           title != NULL && strlen(title) > 120 ? "…" : "");
	if (before == NULL || after == NULL)
		add_item(run, field, name.bytes, before, after);
	else
		compare_shape(run, field->shape, name.bytes, before, after);
	buf_release(&name);
}

static void compare_records(struct field_run *run, const struct field *field, const char *label,
                            const struct list *before, const struct list *after)
{
	struct matched matched;
	match_rows(field, before, after, &matched);
	for (size_t i = 0; i < after->count && has_room(run); i++) {
		const void *row = row_at(field, after, i);
		compare_rows(run, field, label, match_in(&matched, &matched.before, row), row);
	}
	for (size_t i = 0; i < before->count && has_room(run); i++) {
		const void *row = row_at(field, before, i);
		if (match_in(&matched, &matched.after, row) == NULL)
			compare_rows(run, field, label, row, NULL);
	}
	match_release(&matched);
}

static const void *part_of(const struct field *field, const void *record)
{
	return record == NULL ? NULL : (const unsigned char *)record + field->offset;
}

static void compare_field(struct field_run *run, const struct field *field, const char *name,
                          const void *before, const void *after)
{
	switch (field->type) {
	case FIELD_LIST:
	case FIELD_PAIRS:
		compare_lists(run, field, name, list_in(field, before), list_in(field, after));
		break;
	case FIELD_RECORDS:
		compare_records(run, field, name, list_in(field, before), list_in(field, after));
		break;
	case FIELD_RECORD:
		compare_shape(run, field->shape, name, part_of(field, before),
		              part_of(field, after));
		break;
	default:
		compare_values(run, field, name, value_in(field, before), value_in(field, after));
		break;
	}
}

/* What a row or a document is told apart by is no change of it; and no title's second time. */
static bool is_told_above(const struct field *field, const char *prefix)
{
	return strcmp(field->name, "kind") == 0 ||
	       (prefix != NULL && field->type == FIELD_SLUG && strcmp(field->name, "id") == 0);
}

static void compare_shape(struct field_run *run, const struct shape *shape, const char *prefix,
                          const void *before, const void *after)
{
	const struct field *field;
	for (size_t i = 0; (field = shape_field_at(shape, i)) != NULL && has_room(run); i++) {
		/* Most are the same: nothing is to be made of those. */
		if (is_told_above(field, prefix) ||
		    (before != NULL && after != NULL && same_field(field, before, after)))
			continue;
		struct buf label = field_label(run->html, field), name = BUF_INIT;
		if (prefix != NULL)
			buf_printf(&name, "%s – ", prefix);
		buf_text(&name, label.bytes);
		compare_field(run, field, name.bytes, before, after);
		buf_release(&label);
		buf_release(&name);
	}
}

size_t field_table(struct html *html, struct document_sides *sides, const char *caption,
                   struct error *error)
{
	struct field_run run = {
		.html = html,
		.sides = sides,
		.columns = {html_phrase(html, PHRASE_CHANGE_FIELD),
	                    html_phrase(html, PHRASE_CHANGE_BEFORE),
	                    html_phrase(html, PHRASE_CHANGE_AFTER)},
		.error = error,
		.caption = caption,
	};
	if (sides->before->kind != sides->after->kind || sides->after->kind == NULL)
		return 0;
	compare_shape(&run, sides->after->kind->shape, NULL, document_fields(sides->before),
	              document_fields(sides->after));
	if (run.rows != 0)
		html_table_end(html);
	if (run.cut) {
		html_put(html, "<p class=\"note\">");
		html_say(html, PHRASE_CHANGE_CUT);
		html_put(html, "</p>\n");
	}
	return run.rows;
}

/* How many there are of a list, or what a field says. */
static void add_fact(struct html *html, struct document_sides *sides, const struct field *field,
                     const void *record)
{
	if (field->type == FIELD_RECORDS || field->type == FIELD_PAIRS) {
		html_add(html, "%zu", field_list(field, record)->count);
	} else if (field->type == FIELD_LIST) {
		struct buf text = list_text(field, field_list(field, record), sides);
		add_text(html, text.length != 0 ? text.bytes : "–");
		buf_release(&text);
	} else {
		add_value(html, field, field_value(field, record), sides->scale_after);
	}
}

/* What the heading and the badge above say already. */
static bool is_in_heading(const struct field *field)
{
	static const char *const told[] = {"kind", "id", "workstream", "period", "rag", NULL};
	return text_is_one_of(field->name, told);
}

void field_facts(struct html *html, struct document_sides *sides)
{
	const struct shape *shape = sides->after->kind == NULL ? NULL : sides->after->kind->shape;
	const void *record = document_fields(sides->after);
	const struct field *field;
	if (shape == NULL || record == NULL)
		return;
	html_put(html, "<dl class=\"facts\">\n");
	for (size_t i = 0; (field = shape_field_at(shape, i)) != NULL; i++) {
		if (!field_present(field, record) || field->type == FIELD_RECORD ||
		    is_in_heading(field) || html->text.length > sides->most)
			continue;
		struct buf label = field_label(html, field);
		html_fact(html, label.bytes);
		add_fact(html, sides, field, record);
		html_fact_end(html);
		buf_release(&label);
	}
	html_put(html, "</dl>\n");
}
