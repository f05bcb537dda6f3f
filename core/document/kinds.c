#include "document/kinds.h"

#include <string.h>

#include "document/actions.h"
#include "document/closedown.h"
#include "document/observation.h"
#include "document/paper.h"
#include "document/update.h"

static const struct section_row update_sections[] = {
	{"Key activities", REQUIRED_UNLESS_IMPORTED, "What was done in the period."},
	{"Engagement", OPTIONAL, "Who was asked, met or told."},
	{"Concerns and issues", OPTIONAL, "What stands in the way."},
	{"RAG rationale", REQUIRED_UNLESS_IMPORTED,
         "Why the rating is what it is, and what would change it."},
	{"Sponsor comments", REQUIRED_UNLESS_IMPORTED, "The sponsor's own view."},
};

static const struct section_row paper_sections[] = {
	{"Purpose", REQUIRED, "What the paper is for."},
	{"Proposal", REQUIRED, "What it reports or proposes, with its tables."},
	{"Background", OPTIONAL, "What was decided before."},
};

const struct kind kinds[KIND_COUNT] = {
	{KIND_PLAN, "plan",
         "An improvement plan: its workstreams, its scale, what it asks of updates.", &plan_shape,
         NULL, 0},
	{KIND_UPDATE, "update", "One workstream's report for one period.", &update_shape,
         update_sections, sizeof(update_sections) / sizeof(update_sections[0])},
	{KIND_OVERVIEW, "overview",
         "The programme's own rating for a period, and its director's words.", &overview_shape,
         NULL, 0},
	{KIND_OBSERVATION, "observation",
         "What an oversight body said at a meeting, and the ratings that it challenged.",
         &observation_shape, NULL, 0},
	{KIND_CLOSEDOWN, "closedown",
         "What becomes of every task when a phase ends, and where it goes on.", &closedown_shape,
         NULL, 0},
	{KIND_ACTIONS, "actions",
         "The recommendations of a review, and the actions that answer them.", &actions_shape, NULL,
         0},
	{KIND_PAPER, "paper",
         "A board or committee paper, whose figures are the record's as of a revision.",
         &paper_shape, paper_sections, sizeof(paper_sections) / sizeof(paper_sections[0])},
};

const struct kind *kind_named(const char *name)
{
	for (size_t i = 0; i < KIND_COUNT; i++)
		if (strcmp(kinds[i].name, name) == 0)
			return &kinds[i];
	return NULL;
}

static bool has_field(const struct shape *shape, const char *name, size_t length)
{
	const struct field *field;
	for (size_t i = 0; (field = shape_field_at(shape, i)) != NULL; i++)
		if ((strncmp(field->name, name, length) == 0 && field->name[length] == '\0') ||
		    (field->shape != NULL && has_field(field->shape, name, length)))
			return true;
	return false;
}

bool kinds_have_field(const char *name, size_t length)
{
	for (size_t i = 0; i < KIND_COUNT && length != 0; i++)
		if (has_field(kinds[i].shape, name, length))
			return true;
	return false;
}
