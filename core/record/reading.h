/*
 * A reading: what one version of a document says, as far as the record compares
 * it. Values, never lines: a spelling mended in the text is no new reading.
 */
#ifndef RECORD_READING_H
#define RECORD_READING_H

#include "base/arena.h"
#include "document/document.h"

struct reading {
	const char *workstream; /* NULL: the programme's own rating, from an overview */
	struct period period;
	const char *rag; /* as written */
	bool draft, imported;
	const char *sponsor;                /* NULL where not given */
	struct date agreed, forecast;       /* year 0 where not given */
	const char *correction, *raised_by; /* of a re-rating; NULL where not given */
};

/*
 * What the document says, copied into the arena; NULL when it is no update or
 * overview with a workstream, a period and a rating. Then *WHY says what is
 * missing, or is NULL where nothing was to be expected (a plan).
 */
struct reading *reading_of(const struct document *document, struct arena *arena, const char **why);

#endif
