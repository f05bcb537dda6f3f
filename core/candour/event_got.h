/*
 * What others got from a committee, or brought to it: "we obtained its agreement to the
 * policy", "officers took the policy to the Board, which approved it".
 */
#ifndef CANDOUR_EVENT_GOT_H
#define CANDOUR_EVENT_GOT_H

#include "candour/event_day.h"

/*
 * The word for what was got from the committee: "the agreement" of "we obtained the agreement
 * of the Board"; the sentence's count where none was.
 */
size_t got_from(const struct bodies *bodies, const struct body_named *named);

/*
 * The same where it is told behind the committee: "the agreement of the Board to the policy was
 * obtained"; TO: where the day begins.
 */
size_t got_at_last(const struct bodies *bodies, const struct body_named *named, size_t to);

/* True where the words from FROM to TO only say for what it was got: "to the pay policy". */
bool got_for(const struct bodies *bodies, size_t from, size_t to);

/* The verb of "which approved it", "where it was agreed" at word number WORD; or count. */
size_t got_there(const struct bodies *bodies, size_t word);

/* True where the words from FROM to the committee are "officers took the policy to". */
bool got_brought(const struct bodies *bodies, size_t from, size_t first);

/* True where a word before NOUN, from FROM on, says that it was asked for and not given. */
bool got_asked(const struct bodies *bodies, size_t from, size_t noun);

#endif
