/*
 * What is questioned: the findings of candour beside the rating that they question.
 *
 * A question that its document answers (`explained:`) is told as explained, with the
 * reason, behind those that are open; in a summary it is counted, and none is ever left out.
 */
#ifndef VIEW_QUESTIONS_H
#define VIEW_QUESTIONS_H

#include "rules/finding.h"
#include "view/json.h"
#include "view/lines.h"

/* Of which findings something is said. */
struct about {
	const struct findings *findings; /* NULL: nobody asked, so nothing is questioned */
	const char *workstream;          /* NULL: the plan as a whole */
	struct period period;            /* last 0: whichever */
};

struct questioned {
	size_t open, explained;
};

struct questioned questions_count(struct about about);

/*
 * The next finding that it is about; NULL: no more. *AT, which is 0 at first, keeps the place.
 */
const struct finding *questions_next(struct about about, size_t *at);

/* "questioned: 3 reasons", "questioned: 1 reason, 2 explained", "1 question explained". */
void questions_words(struct questioned questioned, struct buf *text);

/*
 * A list of those that are open; WHOLE: and of those that are explained, and with a line
 * for each place to look at.
 */
void questions_as_text(struct about about, bool whole, const struct layout *layout,
                       struct buf *out);

/* The array "questions": objects as `check` writes them. */
void questions_as_json(struct json_writer *json, struct about about);

#endif
