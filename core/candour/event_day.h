/*
 * Which of the committees that a sentence names a day in it belongs to: what event.h says of
 * events, read word by word.
 */
#ifndef CANDOUR_EVENT_DAY_H
#define CANDOUR_EVENT_DAY_H

#include "candour/event_body.h"

/*
 * The committee that the day belongs to, or NULL. Sets *VERB to the word for what it did
 * then, or to the sentence's count where there is none.
 */
const struct body_named *bodies_of_day(const struct bodies *bodies, const struct mention *day,
                                       size_t *verb);

#endif
