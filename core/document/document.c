#include "document/document.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/mem.h"
#include "base/text.h"
#include "document/front.h"
#include "document/source.h"

static void report_kind(const struct node *member, struct faults *faults)
{
	const char *names[KIND_COUNT];
	struct buf list = BUF_INIT;
	for (size_t i = 0; i < KIND_COUNT; i++) {
		names[i] = kinds[i].name;
		buf_printf(&list, "%s%s",
		           i == 0                ? ""
		           : i + 1 == KIND_COUNT ? " and "
		                                 : ", ",
		           names[i]);
	}
	const char *meant = text_nearest(member->text, names, KIND_COUNT);
	fault_add(faults, "unknown-kind", member->place,
	          "`%.60s` is not a kind of document%s%s%s; the kinds are %s", member->text,
	          meant ? " (did you mean `" : "", meant ? meant : "", meant ? "`?)" : "",
	          list.bytes);
	buf_release(&list);
}

/* Where a document keeps the fields of each kind. */
static const size_t places_of_fields[KIND_COUNT] = {
	[KIND_PLAN] = offsetof(struct document, plan),
	[KIND_UPDATE] = offsetof(struct document, update),
	[KIND_OVERVIEW] = offsetof(struct document, overview),
	[KIND_OBSERVATION] = offsetof(struct document, observation),
	[KIND_CLOSEDOWN] = offsetof(struct document, closedown),
	[KIND_ACTIONS] = offsetof(struct document, actions),
	[KIND_PAPER] = offsetof(struct document, paper),
};

/* The kind that the front matter names; an update when it names none. */
static const struct kind *find_kind(const struct node *root, struct faults *faults)
{
	for (const struct node *member = root->first; member != NULL; member = member->next) {
		if (strcmp(member->key->text, "kind") != 0)
			continue;
		const struct kind *kind = kind_named(member->text);
		if (kind != NULL)
			return kind;
		report_kind(member, faults);
		return NULL;
	}
	return kind_named("update");
}

static void read_fields(struct document *document, const struct node *root)
{
	const struct shape *shape = document->kind->shape;
	void *fields = arena_new(&document->arena, shape->size);
	shape_read(shape, root, fields, &document->faults);
	/* Pointers to structs are all alike, so that they may be copied. */
	memcpy((unsigned char *)document + places_of_fields[document->kind->id], &fields,
	       sizeof(fields));
	if (document->plan != NULL)
		plan_finish(document->plan, &document->faults);
}

struct document *document_read(const char *path, const char *bytes, size_t length,
                               enum document_part part)
{
	struct document *document = mem_new(1, sizeof(*document));
	struct source source;
	document->faults.arena = &document->arena;
	document->path = arena_text(&document->arena, path, strlen(path));
	document->body = (struct body){.text = "", .line = 1};
	if (length <= SOURCE_LARGEST) {
		bytes = arena_text(&document->arena, bytes, length);
		document->bytes = bytes;
		document->length = length;
	}
	if (!source_read(bytes, length, &source, &document->faults))
		return document;
	const struct node *root = front_read(&source, &document->faults);
	document->body = (struct body){
		.text = source.body, .length = source.body_length, .line = source.body_line};
	if (part == DOCUMENT_WHOLE)
		body_read(&document->body, &document->faults);
	if (root == NULL)
		return document;
	document->kind = find_kind(root, &document->faults);
	if (document->kind != NULL)
		read_fields(document, root);
	return document;
}

struct document *document_presume(const char *path, const char *workstream, struct period period)
{
	struct document *document = mem_new(1, sizeof(*document));
	struct arena *arena = &document->arena;
	const struct value said = {.text = "", .place = {1, 1}, .valid = true, .as.period = period};
	document->faults.arena = arena;
	document->path = arena_text(arena, path, strlen(path));
	document->body = (struct body){.text = "", .line = 1};
	document->kind = kind_named(workstream == NULL ? "overview" : "update");
	if (workstream == NULL) {
		document->overview = arena_new(arena, sizeof(*document->overview));
		document->overview->period = said;
		return document;
	}
	document->update = arena_new(arena, sizeof(*document->update));
	document->update->workstream =
		(struct value){.text = arena_text(arena, workstream, strlen(workstream)),
	                       .place = {1, 1},
	                       .valid = true};
	document->update->period = said;
	return document;
}

void document_free(struct document *document)
{
	if (document == NULL)
		return;
	arena_release(&document->arena);
	free(document);
}

const char *document_line(const struct document *document, int line, size_t *length)
{
	const char *at = document->bytes;
	if (at == NULL || line < 1)
		return NULL;
	const char *end = at + document->length;
	at += source_mark_length(at, document->length);
	for (; line > 1; line--) {
		at = memchr(at, '\n', (size_t)(end - at));
		if (at == NULL)
			return NULL;
		at++;
	}
	const char *stop = memchr(at, '\n', (size_t)(end - at));
	*length = (size_t)((stop != NULL ? stop : end) - at);
	if (*length != 0 && at[*length - 1] == '\r')
		--*length;
	return at;
}

const void *document_fields(const struct document *document)
{
	const void *fields = NULL;
	if (document->kind != NULL)
		memcpy(&fields,
		       (const unsigned char *)document + places_of_fields[document->kind->id],
		       sizeof(fields));
	return fields;
}

const struct common *document_common(const struct document *document)
{
	return document_fields(document);
}

const char *document_id(const struct document *document)
{
	const void *fields = document_fields(document);
	const struct field *id = fields == NULL ? NULL : shape_field(document->kind->shape, "id");
	return id == NULL ? NULL : field_value(id, fields)->text;
}

bool document_is_draft(const struct document *document)
{
	const struct common *common = document_common(document);
	return common != NULL && common->draft.valid && common->draft.as.flag;
}

bool exempt_is_set(const struct value *exempt)
{
	return exempt->text != NULL && exempt->text[0] != '\0' &&
	       (!exempt->valid || exempt->as.flag);
}

bool document_is_exempt(const struct document *document)
{
	const struct common *common = document_common(document);
	return common != NULL && exempt_is_set(&common->exempt);
}

bool document_is_imported(const struct document *document)
{
	if (document->update != NULL)
		return document->update->imported.place.line != 0;
	return document->overview != NULL && document->overview->imported.place.line != 0;
}
