/*
 * Decisions: words for what a committee does with a matter, and for what is still to be done.
 */
#ifndef CANDOUR_DECISION_H
#define CANDOUR_DECISION_H

#include "candour/sentence.h"

/* Where a sentence goes on to another thought: "which", "but", a semicolon. */
bool decision_is_break(const char *text);

/* "agreed", "met", "approval": what says that a committee was at work. */
bool decision_is_verb(const char *text);

/* The same, where the committee is who does it: "gave", "reached". */
bool decision_is_own_verb(const char *text);

/* "approval", "green light": what a committee gives; "support", which others give as well. */
bool decision_is_noun(const struct sentence *sentence, size_t word);

/* What settles a matter: "approved", "approval", and not "considered". */
bool decision_is_decision(const struct sentence *sentence, size_t word);

/* True where the words just before VERB say that it is still to be: "to be agreed". */
bool decision_is_ahead(const struct sentence *sentence, size_t verb);

/* How many words from number WORD on put what follows into the future ("is due"); or 0. */
size_t decision_future(const struct sentence *sentence, size_t word);

#endif
