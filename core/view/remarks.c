#include "view/remarks.h"

#include <string.h>

#include "view/json_values.h"

static void add_remark(const struct remark *remark, const struct layout *layout, struct buf *out)
{
	char hex[OBJECT_HEX_SIZE];
	struct buf line = BUF_INIT;
	buf_printf(&line, "%.*s ", OBJECT_SHORT, object_hex(&remark->landing->id, hex));
	if (remark->plan != NULL)
		buf_printf(&line, "%s%s%s: ", remark->plan, remark->workstream != NULL ? "/" : "",
		           remark->workstream != NULL ? remark->workstream : "");
	buf_text(&line, remark->text);
	buf_text(out, "  ");
	lines_wrap(out, line.bytes, 2, LINES_INDENT, layout);
	buf_release(&line);
}

void remarks_as_text(const struct record *record, const char *plan, const struct layout *layout,
                     struct buf *out)
{
	const char *heading = "\nTo know of this record:\n";
	for (size_t i = 0; i < record->remark_count; i++) {
		const struct remark *remark = &record->remarks[i];
		if (plan != NULL && remark->plan != NULL && strcmp(plan, remark->plan) != 0)
			continue;
		buf_text(out, heading);
		heading = "";
		add_remark(remark, layout, out);
	}
}

void remarks_as_json(const struct record *record, struct json_writer *json)
{
	json_open_array(json, "remarks");
	for (size_t i = 0; i < record->remark_count; i++)
		json_add_remark(json, &record->remarks[i]);
	json_close(json);
}
