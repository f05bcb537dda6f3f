#include "record/settings.h"

#include <string.h>

#include "base/buf.h"

/* The plan's own fields that count, whole. */
static const char *const names[] = {
	"starts",   "ends",     "cadence", "due_day", "scale",  "roll_up",
	"requires", "severity", "raters",  "owners",  "exempt",
};

/* Of each workstream; its raters are a setting of their own. */
static const char *const workstream_names[] = {"id", "starts", "ends", "exempt"};

enum {
	NAME_COUNT = sizeof(names) / sizeof(names[0]),
	WORKSTREAM_NAME_COUNT = sizeof(workstream_names) / sizeof(workstream_names[0]),
};

static const char workstreams_name[] = "workstreams", raters_name[] = "raters";

static void add_value(struct buf *out, const struct value *value)
{
	const char *text = value->text != NULL ? value->text : "";
	buf_printf(out, "%zu:%s;", strlen(text), text);
}

static const struct shape *workstream_shape(void)
{
	return shape_field(&plan_shape, workstreams_name)->shape;
}

static void add_shape(struct buf *out, const struct shape *shape, const void *record);

/* Appends what the field says, so that two that say the same give the same bytes. */
static void add_field(struct buf *out, const struct field *field, const void *record)
{
	const struct list *list;
	switch (field->type) {
	case FIELD_RECORD:
		add_shape(out, field->shape, (const unsigned char *)record + field->offset);
		return;
	case FIELD_LIST:
	case FIELD_RECORDS:
	case FIELD_PAIRS:
		break;
	default:
		add_value(out, field_value(field, record));
		return;
	}
	list = field_list(field, record);
	buf_printf(out, "%zu[", list->count);
	for (size_t i = 0; i < list->count; i++)
		if (field->type == FIELD_LIST) {
			add_value(out, &LIST_OF(struct value, *list)[i]);
		} else if (field->type == FIELD_PAIRS) {
			add_value(out, &LIST_OF(struct pair, *list)[i].key);
			add_value(out, &LIST_OF(struct pair, *list)[i].value);
		} else {
			add_shape(out, field->shape,
			          (const unsigned char *)list->items + i * field->shape->size);
		}
	buf_byte(out, ']');
}

static void add_shape(struct buf *out, const struct shape *shape, const void *record)
{
	const struct field *field;
	for (size_t i = 0; (field = shape_field_at(shape, i)) != NULL; i++)
		add_field(out, field, record);
}

static void add_workstreams(struct buf *out, const struct plan *plan)
{
	for (size_t i = 0; i < plan->workstreams.count; i++)
		for (size_t j = 0; j < WORKSTREAM_NAME_COUNT; j++)
			add_field(out, shape_field(workstream_shape(), workstream_names[j]),
			          &LIST_OF(struct workstream, plan->workstreams)[i]);
}

static void add_setting(struct buf *out, const struct setting *setting, const struct plan *plan)
{
	const struct workstream *workstream =
		setting->workstream == NULL ? NULL : plan_workstream(plan, setting->workstream);
	if (workstream != NULL)
		add_field(out, shape_field(workstream_shape(), raters_name), workstream);
	else if (setting->workstream != NULL)
		buf_text(out, "0[]"); /* as for one that names nobody */
	else if (strcmp(setting->name, workstreams_name) == 0)
		add_workstreams(out, plan);
	else
		add_field(out, shape_field(&plan_shape, setting->name), plan);
}

bool setting_same(const struct setting *setting, const struct plan *a, const struct plan *b)
{
	struct buf first = BUF_INIT, second = BUF_INIT;
	if (a == NULL || b == NULL)
		return a == b;
	add_setting(&first, setting, a);
	add_setting(&second, setting, b);
	bool same = strcmp(first.bytes, second.bytes) == 0;
	buf_release(&first);
	buf_release(&second);
	return same;
}

static void compare(struct settings *changed, struct arena *arena, struct setting setting,
                    const struct plan *before, const struct plan *after)
{
	if (setting_same(&setting, before, after))
		return;
	changed->items = arena_grow(arena, changed->items, changed->count, &changed->room,
	                            sizeof(*changed->items));
	changed->items[changed->count++] = setting;
}

static void compare_raters(struct settings *changed, struct arena *arena, const struct plan *listed,
                           const struct plan *skipped, const struct plan *before,
                           const struct plan *after)
{
	for (size_t i = 0; i < listed->workstreams.count; i++) {
		const struct workstream *row = &LIST_OF(struct workstream, listed->workstreams)[i];
		if (row->id.text != NULL && plan_workstream(listed, row->id.text) == row &&
		    (skipped == NULL || plan_workstream(skipped, row->id.text) == NULL))
			compare(changed, arena, (struct setting){raters_name, row->id.text}, before,
			        after);
	}
}

void settings_changed(const struct plan *before, const struct plan *after, struct arena *arena,
                      struct settings *changed)
{
	for (size_t i = 0; i < NAME_COUNT; i++)
		compare(changed, arena, (struct setting){names[i], NULL}, before, after);
	compare(changed, arena, (struct setting){workstreams_name, NULL}, before, after);
	compare_raters(changed, arena, before, NULL, before, after);
	compare_raters(changed, arena, after, before, before, after);
}

struct place setting_place(const struct setting *setting, const struct plan *plan)
{
	const struct workstream *workstream =
		setting->workstream == NULL ? NULL : plan_workstream(plan, setting->workstream);
	if (workstream != NULL)
		return workstream->raters.place.line != 0 ? workstream->raters.place
		                                          : workstream->place;
	return setting->workstream != NULL
	               ? (struct place){0, 0}
	               : field_place(shape_field(&plan_shape, setting->name), plan);
}
