#include "view/json.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

enum { REPLACEMENT = 0xfffd };

json_t *json_text(const char *text)
{
	if (text == NULL)
		return json_null();
	size_t length = strlen(text);
	struct buf mended = BUF_INIT;
	for (size_t at = 0; at < length;) {
		unsigned rune = REPLACEMENT;
		size_t step = text_rune(text + at, length - at, &rune);
		bool control = rune >= 0x7f && rune < 0xa0;
		buf_rune(&mended, step == 0 || control ? REPLACEMENT : rune);
		at += step == 0 ? 1 : step;
	}
	json_t *string = json_stringn(mended.bytes, mended.length);
	buf_release(&mended);
	return string;
}

static int add_bytes(const char *bytes, size_t length, void *out)
{
	buf_add(out, bytes, length);
	return 0;
}

void json_write(json_t *root, struct buf *out)
{
	json_dump_callback(root, add_bytes, out, JSON_INDENT(2));
	buf_byte(out, '\n');
	json_decref(root);
}
