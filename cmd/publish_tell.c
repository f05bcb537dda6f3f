/* What came of publishing, in words or as JSON: declared in publish.h. */
#include "publish.h"

#include <string.h>

#include "base/text.h"
#include "view/json_values.h"

static void add_path(struct buf *out, const struct publication *publication)
{
	const char *path = publication->version->path;
	text_add_visible(out, path, strlen(path));
}

static void tell_in_words(const struct publication *publication, const struct outcome *outcome,
                          struct buf *out)
{
	char hex[OBJECT_HEX_SIZE];
	for (size_t i = 0; i < outcome->doubt_count; i++) {
		add_path(out, publication);
		buf_text(out, ": ");
		text_add_visible(out, outcome->doubts[i], strlen(outcome->doubts[i]));
		buf_byte(out, '\n');
	}
	if (outcome->doubt_count != 0)
		return;
	add_path(out, publication);
	buf_printf(out, " %s\n  tag      %s\n  commit   %.*s\n  figures  of commit %.*s\n",
	           outcome->words, outcome->tag, OBJECT_SHORT, object_hex(&outcome->commit, hex),
	           OBJECT_SHORT, outcome->as_of);
	if (outcome->bytes != 0)
		buf_printf(out, "  page     %zu bytes, the same from the tag and from HEAD\n",
		           outcome->bytes);
	else
		buf_text(out, "Push both, and do not squash or rebase: git push --follow-tags\n");
}

static void tell_as_json(const struct publication *publication, const struct outcome *outcome,
                         struct buf *out)
{
	struct json_writer json = {.out = out};
	json_open_object(&json, NULL);
	json_add_number(&json, "version", 1);
	json_add_text(&json, "plan", publication->filed->plan_id);
	json_add_text(&json, "id", publication->filed->id);
	json_add_text(&json, "path", publication->version->path);
	json_add_text(&json, "tag", outcome->tag);
	if (object_is_none(&outcome->commit))
		json_add_null(&json, "commit");
	else
		json_add_commit(&json, "commit", &outcome->commit);
	json_add_text(&json, "as_of", outcome->as_of);
	json_add_flag(&json, "proved", outcome->bytes != 0 && outcome->doubt_count == 0);
	json_open_array(&json, "doubts");
	for (size_t i = 0; i < outcome->doubt_count; i++)
		json_add_text(&json, NULL, outcome->doubts[i]);
	json_close(&json);
	json_close(&json);
}

enum status publication_tell(const struct publication *publication, const struct outcome *outcome)
{
	struct buf out = BUF_INIT;
	if (publication->json)
		tell_as_json(publication, outcome, &out);
	else
		tell_in_words(publication, outcome, &out);
	enum status status = command_print(&out);
	buf_release(&out);
	return status == STATUS_CLEAN && outcome->doubt_count != 0 ? STATUS_FINDINGS : status;
}
