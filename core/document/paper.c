#include "document/paper.h"

#include "document/rows.h"

static const struct field implication_fields[] = {
	FIELD(implications, financial, "financial", FIELD_TEXT, OPTIONAL, "For money."),
	FIELD(implications, legal, "legal", FIELD_TEXT, OPTIONAL, "In law."),
	FIELD(implications, public_health, "public_health", FIELD_TEXT, OPTIONAL,
              "For the public's health."),
	FIELD(implications, environmental, "environmental", FIELD_TEXT, OPTIONAL,
              "For the environment and the climate."),
	FIELD(implications, other, "other", FIELD_TEXT, OPTIONAL, "Any other of weight."),
};
static const struct shape implications_shape =
	SHAPE("list of implications", implications, implication_fields, NULL);

static const struct field paper_fields[] = {
	FIELD(paper, id, "id", FIELD_SLUG, REQUIRED, "A short name that never changes."),
	REFERRING(paper, committee, "committee", FIELD_SLUG, REQUIRED, REFERS_COMMITTEE,
                  "The id of the body that it goes to."),
	FIELD(paper, date, "date", FIELD_DATE, REQUIRED, "The day of the meeting."),
	FIELD(paper, item, "item", FIELD_TEXT, OPTIONAL, "Its number on the agenda."),
	FIELD(paper, title, "title", FIELD_TEXT, REQUIRED, "What readers see."),
	FIELD(paper, report_of, "report_of", FIELD_TEXT, REQUIRED, "Whose report it is."),
	FIELD(paper, lead_member, "lead_member", FIELD_TEXT, OPTIONAL,
              "The member who leads on the matter."),
	FIELD(paper, public_report, "public", FIELD_FLAG, OPTIONAL,
              "`false` for one that is not for the public; `true` when not given."),
	FIELD(paper, key_decision, "key_decision", FIELD_TEXT, OPTIONAL,
              "Whether it asks for a key decision: `No`, or its reference."),
	FIELD(paper, voting, "voting", FIELD_TEXT, OPTIONAL, "How the body decides on it."),
	FIELD(paper, recommendations, "recommendations", FIELD_LIST, REQUIRED,
              "What the body is asked to do."),
	REFERRING(paper, objectives, "objectives", FIELD_LIST, OPTIONAL, REFERS_OBJECTIVE,
                  "The plan's strategic objectives that it serves."),
	RECORDS(paper, implications, "implications", FIELD_RECORD, OPTIONAL, &implications_shape,
                "What follows from it; say `None` where nothing does."),
	FIELD(paper, appendices, "appendices", FIELD_LIST, OPTIONAL, "What comes with it."),
	FIELD(paper, background_papers, "background_papers", FIELD_LIST, OPTIONAL,
              "What it relies on."),
	FIELD(paper, plan, "plan", FIELD_SLUG, OPTIONAL,
              "The plan that it reports on; that of its folder when not given."),
	FIELD(paper, as_of, "as_of", FIELD_TEXT, OPTIONAL,
              "The commit whose record its figures are: written by `ragtrail publish`."),
};
const struct shape paper_shape = SHAPE("paper", paper, paper_fields, &common_shape);
