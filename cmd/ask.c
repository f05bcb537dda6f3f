#include "ask.h"

#include <stdlib.h>

#include "base/mem.h"

int questions_ask(const struct record *record, struct findings **questions, struct error *error)
{
	*questions = mem_new(record->count + 1, sizeof(**questions));
	for (size_t i = 0; i < record->count; i++)
		if (rules_judge_story(record, &record->plans[i], STORY_WHOLE, &(*questions)[i],
		                      error) < 0)
			return -1;
	return 0;
}

void questions_forget(const struct record *record, struct findings *questions)
{
	for (size_t i = 0; questions != NULL && i < record->count; i++)
		findings_release(&questions[i]);
	free(questions);
}
