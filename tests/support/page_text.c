#include "support/page_text.h"

#include <string.h>
#include <unistd.h>

#include "base/arena.h"

/* What the page has instead of these characters. */
static size_t entity(const char *at, char *byte)
{
	static const struct {
		const char *name;
		char byte;
	} rows[] = {
		{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''},
	};
	for (size_t i = 0; i < COUNT_OF(rows); i++)
		if (strncmp(at, rows[i].name, strlen(rows[i].name)) == 0) {
			*byte = rows[i].byte;
			return strlen(rows[i].name);
		}
	*byte = *at;
	return 1;
}

const char *page_text(struct sandbox *sandbox, const char *path)
{
	const char *html = sandbox_read(sandbox, path);
	char *text = arena_new(&sandbox->arena, strlen(html) + 1), *to = text;
	for (const char *at = html; *at != '\0';) {
		if (*at == '<') {
			at += strcspn(at, ">") + 1;
		} else if (strchr(" \t\n", *at) == NULL) {
			at += entity(at, to++);
		} else {
			if (to != text && to[-1] != ' ')
				*to++ = ' ';
			at++;
		}
	}
	*to = '\0';
	return text;
}

void page_says(struct sandbox *sandbox, const char *path, const char *words)
{
	const char *text = page_text(sandbox, path);
	if (strstr(text, words) == NULL)
		fail_msg("%s does not say: %s\n%s", path, words, text);
}

void page_keeps_from(struct sandbox *sandbox, const char *path, const char *words)
{
	const char *text = page_text(sandbox, path);
	if (strstr(text, words) != NULL)
		fail_msg("%s says: %s\n%s", path, words, text);
}

const char *change_path(struct sandbox *sandbox, const char *folder, struct object_id commit)
{
	char hex[OBJECT_HEX_SIZE];
	return arena_printf(&sandbox->arena, "site/%s/change-%s.html", folder,
	                    object_hex(&commit, hex));
}

int page_is_there(struct sandbox *sandbox, const char *path)
{
	return access(sandbox_path(sandbox, path), F_OK) == 0;
}
