#include "site/proof.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "document/source.h"
#include "markup/html.h"
#include "record/plan_versions.h"
#include "repo/paths.h"
#include "site/needles.h"
#include "view/exempt.h"
#include "view/filed_view.h"

struct proof {
	const struct record *record;
	const struct cabinet *cabinet;
	struct needles needles;
	struct arena arena; /* of paths */
};

/* What is done with the texts of the exempt, or with all others. */
struct gathering {
	struct proof *proof;
	bool exempt; /* those of the exempt become needles; else those of others are known */
	struct error *error;
	const struct plan_record *plan; /* whose plan.md is being taken, or NULL */
};

/* A sentence of a body with fewer words says little, and many say it. */
enum { FEWEST_OF_BODY = 4 };

static void know(struct needle *needle, void *context)
{
	(void)context;
	needle->known = true;
}

static void take_bytes(const struct gathering *gathering, const char *source, const char *text,
                       size_t length, size_t fewest)
{
	struct needles *needles = &gathering->proof->needles;
	if (gathering->exempt)
		needles_add(needles, source, text, length, fewest);
	else
		needles_search(needles, text, length, false, know, NULL);
}

static void take_value(const struct gathering *gathering, const char *source,
                       const struct value *value)
{
	if (value->text != NULL)
		take_bytes(gathering, source, value->text, strlen(value->text), 1);
}

static void take_fields(const struct gathering *gathering, const char *source,
                        const struct shape *shape, const void *record);

/* A workstream that is kept back, by what plan.md says here or by what it says now. */
static bool is_exempt_row(const struct gathering *gathering, const struct field *field,
                          const void *item)
{
	if (gathering->plan == NULL || strcmp(field->name, "workstreams") != 0)
		return false;
	const struct workstream *row = item;
	return exempt_is_set(&row->exempt) ||
	       (row->id.text != NULL && exempt_workstream(gathering->plan, row->id.text));
}

static void take_list(const struct gathering *gathering, const char *source,
                      const struct field *field, const void *record)
{
	const struct list *list = field_list(field, record);
	for (size_t i = 0; i < list->count; i++) {
		if (field->type == FIELD_LIST) {
			take_value(gathering, source, &LIST_OF(struct value, *list)[i]);
		} else if (field->type == FIELD_PAIRS) {
			take_value(gathering, source, &LIST_OF(struct pair, *list)[i].value);
		} else {
			const char *item = (const char *)list->items + i * field->shape->size;
			if (gathering->exempt || !is_exempt_row(gathering, field, item))
				take_fields(gathering, source, field->shape, item);
		}
	}
}

static void take_field(const struct gathering *gathering, const char *source,
                       const struct field *field, const void *record)
{
	switch (field->type) {
	case FIELD_TEXT:
	case FIELD_SLUG:
		take_value(gathering, source, field_value(field, record));
		break;
	case FIELD_LIST:
	case FIELD_RECORDS:
	case FIELD_PAIRS:
		take_list(gathering, source, field, record);
		break;
	case FIELD_RECORD:
		take_fields(gathering, source, field->shape, (const char *)record + field->offset);
		break;
	default: /* many documents have the same, and it tells nothing by itself */
		break;
	}
}

static void take_fields(const struct gathering *gathering, const char *source,
                        const struct shape *shape, const void *record)
{
	const struct field *field;
	for (size_t i = 0; (field = shape_field_at(shape, i)) != NULL; i++)
		take_field(gathering, source, field, record);
}

static void take_document(const struct gathering *gathering, const struct document *document)
{
	const char *source =
		arena_text(&gathering->proof->arena, document->path, strlen(document->path));
	const void *fields = document_fields(document);
	take_bytes(gathering, source, source, strlen(source), 1);
	if (document->kind != NULL && fields != NULL)
		take_fields(gathering, source, document->kind->shape, fields);
	take_bytes(gathering, source, document->body.text, document->body.length, FEWEST_OF_BODY);
}

static int take_blob(const struct gathering *gathering, const char *path,
                     const struct object_id *blob)
{
	struct buf bytes = BUF_INIT;
	size_t size;
	int result = repo_blob_small(gathering->proof->record->repo, blob, SOURCE_LARGEST, &bytes,
	                             &size, gathering->error);
	if (result == 0) {
		struct document *document =
			document_read(path, bytes.bytes, bytes.length, DOCUMENT_WHOLE);
		take_document(gathering, document);
		document_free(document);
	}
	buf_release(&bytes);
	return result;
}

/* The report that stands for the period is exempt. */
static bool is_closed(const struct series *series, struct period period)
{
	for (size_t i = 0; i < series->count; i++)
		if (period_equal(series->standings[i].period, period))
			return standing_version(&series->standings[i])->reading->exempt;
	return false;
}

static int take_series(const struct gathering *gathering, const struct plan_record *plan,
                       const struct series *series)
{
	bool whole = exempt_series(plan, series);
	int result = 0;
	for (size_t i = 0; i < series->count && result == 0; i++) {
		const struct standing *standing = &series->standings[i];
		bool closed = whole || standing_version(standing)->reading->exempt;
		for (size_t j = 0; j < standing->count && result == 0; j++) {
			const struct version *version = standing->versions[j];
			if ((closed || version->reading->exempt) == gathering->exempt)
				result = take_blob(gathering, version->path, &version->blob);
		}
	}
	for (size_t i = 0; i < series->draft_count && result == 0; i++) {
		const struct draft *draft = &series->drafts[i];
		bool closed = whole || draft->reading->exempt ||
		              is_closed(series, draft->reading->period);
		if (closed == gathering->exempt)
			result = take_blob(gathering, draft->path, &draft->blob);
	}
	return result;
}

static int take_plan(const struct gathering *gathering, const struct plan_record *plan)
{
	int result = take_series(gathering, plan, &plan->programme);
	for (size_t i = 0; i < plan->count && result == 0; i++)
		result = take_series(gathering, plan, &plan->workstreams[i]);
	return result;
}

static void take_filed(const struct gathering *gathering, const struct filed *filed)
{
	bool closed = (filed->plan != NULL && exempt_plan(filed->plan)) || filed_is_exempt(filed);
	for (size_t i = 0; i < filed->count + filed->kept_back; i++) {
		const struct document *document = filed->versions[i].document;
		bool kept = closed || i >= filed->count || exempt_document(document);
		if (kept == gathering->exempt)
			take_document(gathering, document);
	}
}

/* Of a plan.md that is published what it says of workstreams that are not. */
static void take_rows(const struct gathering *gathering, const char *path,
                      const struct document *document)
{
	const struct field *field = shape_field(document->kind->shape, "workstreams");
	const struct list *list = field_list(field, document->plan);
	for (size_t i = 0; i < list->count; i++) {
		const struct workstream *row = &LIST_OF(struct workstream, *list)[i];
		if (is_exempt_row(gathering, field, row))
			take_fields(gathering, path, field->shape, row);
	}
}

/* The plan whose plan.md this is, where it still is on record. */
static const struct plan_record *plan_at(const struct proof *proof, const char *path)
{
	const char *folder = path + strlen(REPO_PLANS) + 1;
	struct arena arena = ARENA_INIT;
	const char *id = arena_text(&arena, folder, strlen(folder) - strlen("/plan.md"));
	const struct plan_record *plan = record_plan(proof->record, id);
	arena_release(&arena);
	return plan;
}

static int take_plan_version(const struct gathering *gathering, const char *path,
                             const struct object_id *blob)
{
	struct gathering of_plan = *gathering;
	struct buf bytes = BUF_INIT;
	size_t size;
	of_plan.plan = plan_at(gathering->proof, path);
	if (of_plan.plan == NULL)
		return 0;
	int result = repo_blob_small(gathering->proof->record->repo, blob, SOURCE_LARGEST, &bytes,
	                             &size, gathering->error);
	if (result == 0) {
		struct document *document =
			document_read(path, bytes.bytes, bytes.length, DOCUMENT_WHOLE);
		bool closed = exempt_plan(of_plan.plan) || document_is_exempt(document);
		if (closed == gathering->exempt)
			take_document(&of_plan, document);
		else if (gathering->exempt && document->plan != NULL)
			take_rows(&of_plan, path, document);
		document_free(document);
	}
	buf_release(&bytes);
	return result;
}

/* Each version of each plan.md that landed. */
static int take_plans(const struct gathering *gathering)
{
	const struct lineage *lineage = &gathering->proof->record->lineage;
	int result = 0;
	for (size_t i = 0; i < lineage->landing_count; i++) {
		const struct lineage_link *link = lineage_landed(lineage, i);
		for (size_t j = 0; j < link->change_count && result == 0; j++) {
			const struct lineage_change *change = &lineage->changes[link->changes + j];
			const char *path = lineage->paths[change->path];
			if (change->after != LINEAGE_NONE && is_plan_path(path))
				result = take_plan_version(gathering, path,
				                           &lineage->blobs[change->after]);
		}
	}
	return result;
}

static int gather(const struct gathering *gathering)
{
	const struct record *record = gathering->proof->record;
	const struct cabinet *cabinet = gathering->proof->cabinet;
	int result = take_plans(gathering);
	for (size_t i = 0; i < record->count && result == 0; i++)
		result = take_plan(gathering, &record->plans[i]);
	for (size_t i = 0; i < cabinet->count && result == 0; i++)
		take_filed(gathering, &cabinet->items[i]);
	return result;
}

int proof_open(const struct record *record, const struct cabinet *cabinet, struct proof **proof,
               struct error *error)
{
	*proof = mem_new(1, sizeof(**proof));
	(*proof)->record = record;
	(*proof)->cabinet = cabinet;
	return gather(&(struct gathering){.proof = *proof, .exempt = true, .error = error});
}

void proof_free(struct proof *proof)
{
	if (proof == NULL)
		return;
	needles_release(&proof->needles);
	arena_release(&proof->arena);
	free(proof);
}

static void mark(struct needle *needle, void *context)
{
	if (needle->found == NULL)
		needle->found = context;
}

void proof_search(struct proof *proof, const char *path, const char *bytes, size_t length,
                  bool ours)
{
	struct needles *needles = &proof->needles;
	void (*visit)(struct needle *, void *) = ours ? know : mark;
	needles_search(needles, path, strlen(path), false, visit, (void *)path);
	/* As text, where words may be marked; and all of it, for what stands in the marks. */
	needles_search(needles, bytes, length, true, visit, (void *)path);
	needles_search(needles, bytes, length, false, visit, (void *)path);
}

/* Where a task may go, and the pages are: "plan/workstream" of all that are published. */
static void take_addresses(const struct gathering *gathering)
{
	const struct record *record = gathering->proof->record;
	struct buf address = BUF_INIT;
	for (size_t i = 0; i < record->count; i++) {
		const struct plan_record *plan = &record->plans[i];
		for (size_t j = 0; j < plan->count; j++) {
			if (exempt_series(plan, &plan->workstreams[j]))
				continue;
			buf_clear(&address);
			buf_printf(&address, "%s/%s", plan->id, plan->workstreams[j].id);
			take_bytes(gathering, NULL, address.bytes, address.length, 1);
		}
	}
	buf_release(&address);
}

/* The program's own words, in each form that a figure before them gives them. */
static void take_phrase(const struct gathering *gathering, enum phrase phrase,
                        enum language language)
{
	static const size_t figures[] = {0, 1, 2, 3, 6};
	size_t forms = strchr(phrase_text(phrase, language), '{') == NULL
	                       ? 1
	                       : sizeof(figures) / sizeof(figures[0]);
	struct buf text = BUF_INIT;
	for (size_t i = 0; i < forms; i++) {
		buf_clear(&text);
		phrase_after(&text, language, phrase, figures[i]);
		take_bytes(gathering, NULL, text.bytes, text.length, 1);
	}
	buf_release(&text);
}

/* What is no secret: the program's own words, names of who committed, published documents. */
static int learn(struct proof *proof, struct error *error)
{
	const struct gathering gathering = {.proof = proof, .error = error};
	const struct lineage *lineage = &proof->record->lineage;
	for (int i = 0; i < PHRASE_COUNT; i++)
		for (int language = 0; language < LANGUAGE_COUNT; language++)
			take_phrase(&gathering, (enum phrase)i, (enum language)language);
	for (size_t i = 0; i < lineage->count; i++) {
		const char *name = lineage->commits[i].author.name;
		if (name != NULL)
			take_bytes(&gathering, NULL, name, strlen(name), 1);
	}
	take_addresses(&gathering);
	return gather(&gathering);
}

static const struct needle *find_leak(const struct needles *needles)
{
	const struct needle *leak = NULL;
	for (size_t i = 0; i < needles->room; i++) {
		const struct needle *needle = &needles->rows[i];
		if (needle->found == NULL || needle->known)
			continue;
		/* Always the same one, whatever the order of hashes. */
		int order = leak == NULL ? -1 : strcmp(needle->found, leak->found);
		if (order < 0 || (order == 0 && strcmp(needle->source, leak->source) < 0))
			leak = needle;
	}
	return leak;
}

int proof_judge(struct proof *proof, struct error *error)
{
	if (find_leak(&proof->needles) == NULL)
		return 0;
	if (learn(proof, error) < 0)
		return -1;
	const struct needle *leak = find_leak(&proof->needles);
	if (leak == NULL)
		return 0;
	error_set(error, "%.300s would hold words of %.300s that are exempt from publication",
	          leak->found, leak->source);
	return error_hint(error, "nothing was replaced: take them out of what is published, such "
	                         "as the message of a commit");
}
