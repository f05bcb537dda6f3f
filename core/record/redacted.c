/* What is to know of a history that took the place of another. */
#include "base/date.h"
#include "record/building.h"
#include "repo/redactions.h"

static void remark(struct builder *builder, const struct redaction *redaction, uint32_t commit)
{
	char day[DATE_TEXT_SIZE];
	builder_remark(
		builder,
		(struct remark){
			.type = REMARK_REDACTED,
			.landing = &builder->lineage->commits[commit],
			.text = arena_printf(
				&builder->record->arena,
				"on %s the history up to here took the place of another, in which "
				"words were that had to go (%s, by %s); ratings, dates and authors "
				"are as they were",
				date_words(date_from_time(redaction->received), day),
				redaction->why != NULL ? redaction->why : "no reason given",
				redaction->who != NULL ? redaction->who : "nobody named"),
		});
}

int builder_redactions(struct builder *builder, struct error *error)
{
	struct arena *arena = &builder->record->arena;
	struct repo *repo = builder->record->repo;
	struct receipts receipts;
	struct object_id *tips;
	size_t count;
	if (receipts_open(repo, &receipts, error) < 0 ||
	    redactions_list(repo, &receipts, arena, &tips, &count, error) < 0)
		return -1;
	for (size_t i = 0; i < count; i++) {
		uint32_t commit = lineage_find(builder->lineage, &tips[i]);
		struct redaction redaction;
		bool found;
		if (commit == LINEAGE_NONE)
			continue;
		if (redaction_find(repo, &receipts, &tips[i], arena, &redaction, &found, error) < 0)
			return -1;
		if (found)
			remark(builder, &redaction, commit);
	}
	return 0;
}
