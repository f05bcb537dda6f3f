#include "view/filed_view.h"

#include "view/edition.h"
#include "view/exempt.h"
#include "view/fields.h"
#include "view/json_values.h"
#include "view/sections.h"
#include "view/show_view.h"

enum { FACT_COLUMN = 14 };

static const struct value *value_of(const struct document *document, const char *name)
{
	static const struct value none = {0};
	const struct field *field = shape_field(document->kind->shape, name);
	return field == NULL ? &none : field_value(field, document_fields(document));
}

void filed_title(const struct filed *filed, struct buf *out)
{
	static const char *const words[KIND_COUNT] = {
		[KIND_OBSERVATION] = "Observation",
		[KIND_CLOSEDOWN] = "Close-down",
		[KIND_ACTIONS] = "Plan of actions",
		[KIND_PAPER] = "Paper",
	};
	const struct document *document = filed_version(filed)->document;
	const struct value *title = value_of(document, "title"), *date = value_of(document, "date");
	char day[DATE_TEXT_SIZE];
	if (title->text != NULL) {
		buf_text(out, title->text);
		return;
	}
	buf_text(out, words[filed->kind]);
	if (date->valid)
		buf_printf(out, " of %s", date_words(date->as.date, day));
}

bool filed_is_exempt(const struct filed *filed)
{
	return filed->unpublished || exempt_document(filed_version(filed)->document);
}

/* The document that is shown of one that is no paper. */
static const struct document *document_of(const struct filed_shown *shown)
{
	return shown->document != NULL ? shown->document : filed_version(shown->filed)->document;
}

/* What its placeholders stand for: the latest period of its plan. */
static void fill(const struct filed_shown *shown, struct filling *filling)
{
	static const struct plan_record no_plan = {.id = ""};
	const struct plan_record *plan = shown->published != NULL     ? shown->published
	                                 : shown->filed->plan == NULL ? &no_plan
	                                                              : shown->filed->plan;
	struct period latest = {0, 0};
	for (size_t i = 0; i <= plan->count; i++) {
		const struct series *series =
			i < plan->count ? &plan->workstreams[i] : &plan->programme;
		for (size_t j = 0; j < series->count; j++)
			if (standing_holds(&series->standings[j]) &&
			    period_compare(series->standings[j].period, latest) > 0)
				latest = series->standings[j].period;
	}
	filling_read(shown->record, plan, &plan->programme, document_of(shown), latest, filling);
}

static void add_version(const struct filed_version *version, const struct layout *layout,
                        struct buf *out)
{
	char day[DATE_TEXT_SIZE], hex[OBJECT_HEX_SIZE];
	struct buf line = BUF_INIT;
	buf_printf(&line, "%s, %s, commit %.*s, %s",
	           date_short(date_from_time(landing_time(version->landing)), day),
	           version->landing->author.name, OBJECT_SHORT,
	           object_hex(&version->landing->id, hex), version->path);
	lines_add(out, line.bytes, 2, layout);
	buf_release(&line);
}

static void add_versions(const struct filed *filed, const struct layout *layout, struct buf *out)
{
	show_heading(out, "Versions", layout);
	for (size_t i = filed->count; i-- > 0;)
		add_version(&filed->versions[i], layout, out);
}

/* A paper shows what was published, with the figures of then. */
static void add_paper(const struct filed_shown *shown, const struct layout *layout, struct buf *out)
{
	struct edition edition;
	edition_read(shown->record, shown->filed, false, &edition);
	paper_as_text(&edition, layout, out);
	edition_release(&edition);
	add_versions(shown->filed, layout, out);
}

void filed_as_text(const struct filed_shown *shown, const struct layout *layout, struct buf *out)
{
	if (shown->filed->kind == KIND_PAPER) {
		add_paper(shown, layout, out);
		return;
	}
	const struct filed *filed = shown->filed;
	const struct document *document = filed_version(filed)->document;
	struct buf title = BUF_INIT;
	struct filling filling;
	char day[DATE_TEXT_SIZE];
	filed_title(filed, &title);
	lines_add(out, title.bytes, 0, layout);
	lines_column(out, "Kind", FACT_COLUMN, NULL);
	lines_wrap(out, kinds[filed->kind].name, FACT_COLUMN, FACT_COLUMN, layout);
	if (filed->withdrawn != NULL) {
		lines_column(out, "Withdrawn", FACT_COLUMN, NULL);
		lines_wrap(out, date_words(date_from_time(landing_time(filed->withdrawn)), day),
		           FACT_COLUMN, FACT_COLUMN, layout);
	}
	fields_as_text(document->kind->shape, document_fields(document), layout, out);
	fill(shown, &filling);
	sections_as_text(&filling, layout, out);
	filling_release(&filling);
	filed_more_as_text(shown, layout, out);
	add_versions(filed, layout, out);
	buf_release(&title);
}

/* Its fields and its sections; of a paper as it was published. */
static void add_words(struct json_writer *json, const struct filed_shown *shown)
{
	const struct document *document = document_of(shown);
	struct edition edition = {.now = NULL};
	struct filling filling;
	if (shown->filed->kind == KIND_PAPER) {
		edition_read(shown->record, shown->filed, shown->published != NULL, &edition);
		document = edition.document;
		edition_fill(&edition, &filling);
	} else {
		fill(shown, &filling);
	}
	json_open_object(json, "fields");
	fields_as_json(document->kind->shape, document_fields(document), json);
	json_close(json);
	sections_as_json(&filling, json);
	if (shown->filed->kind == KIND_PAPER)
		paper_as_json(&edition, json);
	filling_release(&filling);
	edition_release(&edition);
}

void filed_add_json(struct json_writer *json, const struct filed_shown *shown)
{
	const struct filed *filed = shown->filed;
	struct buf title = BUF_INIT;
	filed_title(filed, &title);
	json_add_text(json, "plan", filed->plan_id);
	json_add_text(json, "kind", kinds[filed->kind].name);
	json_add_text(json, "id", filed->id);
	json_add_text(json, "title", title.bytes);
	json_add_text(json, "path", filed_version(filed)->path);
	json_add_flag(json, "exempt", filed_is_exempt(filed));
	json_add_landing(json, "withdrawn", filed->withdrawn);
	add_words(json, shown);
	json_open_array(json, "versions");
	for (size_t i = 0; i < filed->count; i++)
		json_add_landing(json, NULL, filed->versions[i].landing);
	json_close(json);
	buf_release(&title);
}

void filed_as_json(const struct filed_shown *shown, const struct layout *layout, struct buf *out)
{
	struct json_writer json = {.out = out};
	(void)layout;
	json_open_object(&json, NULL);
	json_add_number(&json, "version", 1);
	json_add_commit(&json, "commit", &shown->record->tip.id);
	filed_add_json(&json, shown);
	filed_more_as_json(shown, &json);
	json_close(&json);
}

/* The plan's text; the record has not looked for its sections. Release the arena. */
static void read_plan(const struct record *record, const struct plan_record *plan,
                      struct document *whole, struct faults *faults, struct filling *filling)
{
	*whole = *plan->document;
	body_read(&whole->body, faults);
	filling_read(record, plan, &plan->programme, whole, (struct period){0, 0}, filling);
}

void plan_as_text(const struct record *record, const struct plan_record *plan,
                  const struct layout *layout, struct buf *out)
{
	struct arena arena = ARENA_INIT;
	struct faults faults = {.arena = &arena};
	struct document whole;
	struct filling filling;
	const struct value *title = &plan->plan->title;
	lines_add(out, title->text != NULL ? title->text : plan->id, 0, layout);
	lines_column(out, "Kind", FACT_COLUMN, NULL);
	lines_wrap(out, "plan", FACT_COLUMN, FACT_COLUMN, layout);
	lines_column(out, "Id", FACT_COLUMN, NULL);
	lines_wrap(out, plan->id, FACT_COLUMN, FACT_COLUMN, layout);
	fields_as_text(&plan_shape, plan->plan, layout, out);
	read_plan(record, plan, &whole, &faults, &filling);
	sections_as_text(&filling, layout, out);
	filling_release(&filling);
	arena_release(&arena);
}

void plan_as_json(const struct record *record, const struct plan_record *plan, struct buf *out)
{
	struct json_writer json = {.out = out};
	struct arena arena = ARENA_INIT;
	struct faults faults = {.arena = &arena};
	struct document whole;
	struct filling filling;
	json_open_object(&json, NULL);
	json_add_number(&json, "version", 1);
	json_add_commit(&json, "commit", &record->tip.id);
	json_add_text(&json, "plan", plan->id);
	json_add_text(&json, "kind", kinds[KIND_PLAN].name);
	json_add_text(&json, "title", plan->plan->title.text);
	json_open_object(&json, "fields");
	fields_as_json(&plan_shape, plan->plan, &json);
	json_close(&json);
	read_plan(record, plan, &whole, &faults, &filling);
	sections_as_json(&filling, &json);
	filling_release(&filling);
	json_close(&json);
	arena_release(&arena);
}
