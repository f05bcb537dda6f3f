/* Links from one document to another: declared in rules/judge.h. */
#include "rules/judge.h"

#include <string.h>

#include "base/buf.h"

static int hex_digit(char byte)
{
	static const char digits[] = "0123456789abcdef";
	const char *found = byte == '\0' ? NULL : strchr(digits, byte | ' ');
	return found == NULL ? -1 : (int)(found - digits);
}

/* Appends LENGTH bytes of an address with their `%20` and the like read. */
static void add_decoded(struct buf *path, const char *address, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		int high = i + 2 < length && address[i] == '%' ? hex_digit(address[i + 1]) : -1;
		int low = high < 0 ? -1 : hex_digit(address[i + 2]);
		buf_byte(path, low < 0 ? address[i] : (char)(high * 16 + low));
		i += low < 0 ? 0 : 2;
	}
}

/* Takes the last part off the path. False where there is none. */
static bool go_up(struct buf *path)
{
	const char *slash = strrchr(path->bytes, '/');
	if (path->length == 0)
		return false;
	path->length = slash == NULL ? 0 : (size_t)(slash - path->bytes);
	path->bytes[path->length] = '\0';
	return true;
}

/* The path that the address means in the document at FROM; false outside the repository. */
static bool resolve(const char *from, const char *address, struct buf *path)
{
	buf_text(path, from);
	go_up(path);
	size_t length = strcspn(address, "?#");
	for (size_t at = 0; at < length;) {
		size_t part = strcspn(address + at, "/?#");
		bool up = part == 2 && strncmp(address + at, "..", 2) == 0;
		bool stay = part == 0 || (part == 1 && address[at] == '.');
		if (up && !go_up(path))
			return false;
		if (!up && !stay) {
			buf_byte(path, '/');
			add_decoded(path, address + at, part);
		}
		at += part + 1;
	}
	return true;
}

/* True for a document of this folder: what else there is, nobody has looked at. */
static bool is_document_of(const struct folder *folder, const char *path)
{
	size_t plans = strlen(REPO_PLANS), id = strlen(folder->id), length = strlen(path);
	return length > plans + id + 5 && strncmp(path, REPO_PLANS "/", plans + 1) == 0 &&
	       strncmp(path + plans + 1, folder->id, id) == 0 && path[plans + 1 + id] == '/' &&
	       strcmp(path + length - 3, ".md") == 0;
}

static bool is_there(const struct folder *folder, const char *path)
{
	for (size_t i = 0; i < folder->count; i++)
		if (strcmp(folder->items[i].path, path) == 0)
			return true;
	return false;
}

void judge_broken_link(const struct judgement *judgement)
{
	const struct folder *folder = judgement->folder;
	struct buf path = BUF_INIT;
	for (size_t i = 0; i < folder->count; i++) {
		const struct document *document = folder->items[i].document;
		for (size_t j = 0; document != NULL && j < document->body.link_count; j++) {
			const struct link *link = &document->body.links[j];
			buf_clear(&path);
			if (resolve(document->path, link->address, &path) &&
			    is_document_of(folder, path.bytes) && !is_there(folder, path.bytes))
				judgement_add(
					judgement, document->path, link->place,
					"the link `%.60s` leads to %.200s, where no document is; "
					"mend it, or take it out",
					link->address, path.bytes);
		}
	}
	buf_release(&path);
}
