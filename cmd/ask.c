#include "ask.h"

#include <stdlib.h>

#include "base/mem.h"
#include "rules/latest.h"

int questions_ask(const struct record *record, struct findings **questions, struct error *error)
{
	*questions = mem_new(record->count + 1, sizeof(**questions));
	return whole_judge(record, *questions, error);
}

void questions_forget(const struct record *record, struct findings *questions)
{
	for (size_t i = 0; questions != NULL && i < record->count; i++)
		findings_release(&questions[i]);
	free(questions);
}
