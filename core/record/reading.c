#include "record/reading.h"

#include <string.h>

const struct whole_reading whole_reading_none;

static const char *copy(struct arena *arena, const struct value *value)
{
	return value->text == NULL ? NULL : arena_text(arena, value->text, strlen(value->text));
}

static struct date date_of(const struct value *value)
{
	return value->valid ? value->as.date : (struct date){0};
}

static void read_milestones(const struct update *update, struct arena *arena,
                            struct whole_reading *reading)
{
	size_t now = update->milestones.count, next = update->next_milestones.count;
	struct milestone_reading *rows = arena_new(arena, (now + next) * sizeof(*rows));
	const struct milestone *these = LIST_OF(struct milestone, update->milestones);
	for (size_t i = 0; i < now; i++)
		rows[i] = (struct milestone_reading){
			.id = copy(arena, &these[i].id),
			.title = copy(arena, &these[i].title),
			.due = date_of(&these[i].due),
			.delivered_on = date_of(&these[i].delivered_on),
			.status = these[i].status.valid ? (int)these[i].status.as.word
		                                        : MILESTONE_UNKNOWN,
			.reason = copy(arena, &these[i].reason),
		};
	const struct next_milestone *those =
		LIST_OF(struct next_milestone, update->next_milestones);
	for (size_t i = 0; i < next; i++)
		rows[now + i] = (struct milestone_reading){
			.id = copy(arena, &those[i].id),
			.title = copy(arena, &those[i].title),
			.due = date_of(&those[i].due),
			.status = MILESTONE_UNKNOWN,
			.next = true,
		};
	reading->milestones = rows;
	reading->milestone_count = now + next;
}

static void read_risks(const struct update *update, struct arena *arena,
                       struct whole_reading *reading)
{
	size_t count = update->risks.count;
	struct risk_reading *rows = arena_new(arena, count * sizeof(*rows));
	const struct risk *risks = LIST_OF(struct risk, update->risks);
	for (size_t i = 0; i < count; i++)
		rows[i] = (struct risk_reading){
			.id = copy(arena, &risks[i].id),
			.risk = copy(arena, &risks[i].risk),
			.mitigation = copy(arena, &risks[i].mitigation),
			.owner = copy(arena, &risks[i].owner),
			.rating = copy(arena, &risks[i].rating),
			.reason = copy(arena, &risks[i].reason),
			.closed = risks[i].status.text != NULL &&
		                  strcmp(risks[i].status.text, "closed") == 0,
			.closed_on = date_of(&risks[i].closed_on),
		};
	reading->risks = rows;
	reading->risk_count = count;
}

static const struct whole_reading *read_whole(const struct update *update, struct arena *arena)
{
	struct whole_reading *whole = arena_new(arena, sizeof(*whole));
	*whole = (struct whole_reading){
		.agreed_by = copy(arena, &update->agreed_change.by),
		.agreed_ref = copy(arena, &update->agreed_change.ref),
		.agreed_on = date_of(&update->agreed_change.on),
		.signed_by = copy(arena, &update->sponsor_signed.by),
		.signed_on = date_of(&update->sponsor_signed.on),
	};
	read_milestones(update, arena, whole);
	read_risks(update, arena, whole);
	return whole;
}

static struct reading *read_update(const struct update *update, enum depth depth,
                                   struct arena *arena, const char **why)
{
	*why = !update->workstream.valid  ? "it names no workstream"
	       : !update->period.valid    ? "it has no period"
	       : update->rag.text == NULL ? "it has no rating"
	                                  : NULL;
	if (*why != NULL)
		return NULL;
	struct reading *reading = arena_new(arena, sizeof(*reading));
	*reading = (struct reading){
		.workstream = copy(arena, &update->workstream),
		.period = update->period.as.period,
		.rag = copy(arena, &update->rag),
		.imported = update->imported.place.line != 0,
		.sponsor = copy(arena, &update->sponsor),
		.agreed = date_of(&update->agreed_completion),
		.forecast = date_of(&update->forecast_completion),
		.correction = copy(arena, &update->correction.reason),
		.raised_by = copy(arena, &update->correction.raised_by),
		.whole = depth == DEPTH_WHOLE ? read_whole(update, arena) : &whole_reading_none,
	};
	return reading;
}

static struct reading *read_overview(const struct overview *overview, struct arena *arena,
                                     const char **why)
{
	*why = !overview->period.valid      ? "it has no period"
	       : overview->rag.text == NULL ? "it has no rating"
	                                    : NULL;
	if (*why != NULL)
		return NULL;
	struct reading *reading = arena_new(arena, sizeof(*reading));
	*reading = (struct reading){
		.period = overview->period.as.period,
		.rag = copy(arena, &overview->rag),
		.imported = overview->imported.place.line != 0,
		.correction = copy(arena, &overview->correction.reason),
		.raised_by = copy(arena, &overview->correction.raised_by),
		.whole = &whole_reading_none,
	};
	return reading;
}

struct reading *reading_of(const struct document *document, enum depth depth, struct arena *arena,
                           const char **why)
{
	struct reading *reading = NULL;
	*why = NULL;
	if (document->update != NULL)
		reading = read_update(document->update, depth, arena, why);
	else if (document->overview != NULL)
		reading = read_overview(document->overview, arena, why);
	else if (document->kind == NULL)
		*why = document->faults.count != 0
		               ? arena_printf(arena, "%s", document->faults.items[0].message)
		               : "it cannot be read";
	if (reading != NULL) {
		reading->draft = document_is_draft(document);
		reading->exempt = document_is_exempt(document);
	}
	return reading;
}
