/*
 * The kind `paper`: what goes before a board or committee on a day. Its figures are the
 * record's, as of the revision that was published for the meeting.
 */
#ifndef DOCUMENT_PAPER_H
#define DOCUMENT_PAPER_H

#include "document/plan.h"

struct implications {
	struct place place;
	struct value financial, legal, public_health, environmental, other;
};

struct paper {
	struct common common;
	struct value id, committee, date, item, title, report_of, lead_member;
	struct value public_report, key_decision, voting, plan, as_of;
	struct list recommendations, objectives, appendices, background_papers;
	struct implications implications;
};

extern const struct shape paper_shape;

#endif
