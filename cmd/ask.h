/*
 * What is questioned in all plans of a record: shared by commands that tell of it.
 */
#ifndef CMD_ASK_H
#define CMD_ASK_H

#include "rules/rules.h"

/*
 * Asks the rules of candour of every period; *QUESTIONS stands beside record->plans. Free it
 * with questions_forget(), on failure too.
 */
int questions_ask(const struct record *record, struct findings **questions, struct error *error)
	__attribute__((warn_unused_result));
void questions_forget(const struct record *record, struct findings *questions);

#endif
