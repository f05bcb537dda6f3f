#include "record/published.h"

#include <string.h>

static bool is_id(const char *text)
{
	return strspn(text, "0123456789abcdef") == OBJECT_HEX_SIZE - 1 &&
	       strlen(text) == OBJECT_HEX_SIZE - 1;
}

const struct filed_version *published_version(const struct filed *filed)
{
	for (size_t i = 0; filed->kind == KIND_PAPER && i < filed->count; i++) {
		const struct document *document = filed->versions[i].document;
		if (document->paper != NULL && document->paper->as_of.text != NULL &&
		    is_id(document->paper->as_of.text))
			return &filed->versions[i];
	}
	return NULL;
}

/* The length of a line without its end: git may write another one into a working tree. */
static size_t line_length(const char *text, size_t length)
{
	const char *end = memchr(text, '\n', length);
	size_t found = end == NULL ? length : (size_t)(end - text);
	return found != 0 && text[found - 1] == '\r' ? found - 1 : found;
}

static size_t next_line(const char *text, size_t length)
{
	const char *end = memchr(text, '\n', length);
	return end == NULL ? length : (size_t)(end - text) + 1;
}

int published_difference(const struct document *published, const struct document *now)
{
	const char *a = published->bytes, *b = now->bytes;
	if (a == NULL || b == NULL)
		return a == b ? 0 : 1;
	size_t left = published->length, right = now->length;
	for (int line = 1;; line++) {
		if (left == 0 || right == 0)
			return left == right ? 0 : line;
		size_t length = line_length(a, left);
		if (length != line_length(b, right) || memcmp(a, b, length) != 0)
			return line;
		size_t first = next_line(a, left), second = next_line(b, right);
		a += first;
		left -= first;
		b += second;
		right -= second;
	}
}

enum as_of_type as_of_find(const struct record *record, const char *text, struct object_id *commit)
{
	struct error ignored = ERROR_INIT;
	char hex[OBJECT_HEX_SIZE];
	if (!is_id(text))
		return AS_OF_NO_ID;
	/* The id of a tag leads to a commit too, and is not that commit's. */
	if (repo_commit(record->repo, text, commit, NULL, &ignored) < 0 ||
	    strcmp(object_hex(commit, hex), text) != 0)
		return AS_OF_UNKNOWN;
	return lineage_find(&record->lineage, commit) == LINEAGE_NONE ? AS_OF_ASIDE : AS_OF_FOUND;
}

void as_of_explain(enum as_of_type type, const char *text, struct error *why)
{
	switch (type) {
	case AS_OF_NO_ID:
		error_set(why, "`as_of: %.60s` is not the full id of a commit, forty digits", text);
		error_hint(why, "take it out, and let `ragtrail publish` write it");
		break;
	case AS_OF_UNKNOWN:
		error_set(
			why,
			"`as_of` names commit %.*s, which is not in this repository: it was copied "
			"from another one, or the history has been rewritten since",
			OBJECT_SHORT, text);
		error_hint(why, "fetch the history that it belongs to (git fetch --all --tags)");
		break;
	case AS_OF_ASIDE:
		error_set(
			why,
			"`as_of` names commit %.*s, which this history does not build on: the branch "
			"that it was published on was not merged as it is",
			OBJECT_SHORT, text);
		error_hint(why, "merge that branch without squashing or rebasing it");
		break;
	case AS_OF_FOUND:
		break;
	}
}

static bool brings(const struct lineage *lineage, const struct lineage_link *link,
                   const struct object_id *blob)
{
	for (uint32_t i = 0; i < link->change_count; i++) {
		const struct lineage_change *change = &lineage->changes[link->changes + i];
		if (change->after != LINEAGE_NONE &&
		    object_equal(&lineage->blobs[change->after], blob))
			return true;
	}
	return false;
}

bool published_commit(const struct record *record, const struct filed_version *published,
                      struct object_id *commit)
{
	const struct lineage *lineage = &record->lineage;
	struct object_id as_of;
	if (as_of_find(record, published->document->paper->as_of.text, &as_of) != AS_OF_FOUND)
		return false;
	uint32_t parent = lineage_find(lineage, &as_of);
	for (size_t i = (size_t)parent + 1; i < lineage->count; i++) {
		const struct lineage_row *row = &lineage->rows[i];
		for (uint32_t j = 0; j < row->link_count; j++) {
			const struct lineage_link *link = &lineage->links[row->links + j];
			if (link->parent != parent || !brings(lineage, link, &published->blob))
				continue;
			*commit = lineage->commits[i].id;
			return true;
		}
	}
	return false;
}
