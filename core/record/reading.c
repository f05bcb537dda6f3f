#include "record/reading.h"

#include <string.h>

static const char *copy(struct arena *arena, const struct value *value)
{
	return value->text == NULL ? NULL : arena_text(arena, value->text, strlen(value->text));
}

static struct date date_of(const struct value *value)
{
	return value->valid ? value->as.date : (struct date){0};
}

static struct reading *read_update(const struct update *update, struct arena *arena,
                                   const char **why)
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
	};
	return reading;
}

struct reading *reading_of(const struct document *document, struct arena *arena, const char **why)
{
	struct reading *reading = NULL;
	*why = NULL;
	if (document->update != NULL)
		reading = read_update(document->update, arena, why);
	else if (document->overview != NULL)
		reading = read_overview(document->overview, arena, why);
	else if (document->plan == NULL)
		*why = document->faults.count != 0
		               ? arena_printf(arena, "%s", document->faults.items[0].message)
		               : "it cannot be read";
	if (reading != NULL)
		reading->draft = document_is_draft(document);
	return reading;
}
