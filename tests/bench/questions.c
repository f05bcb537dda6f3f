#include "bench/questions.h"

#include <time.h>

#include "rules/rules.h"

static double seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int ask(const struct record *record, struct error *error)
{
	int result = 0;
	for (size_t i = 0; i < record->count && result == 0; i++) {
		struct findings findings = {.count = 0};
		result = rules_judge_story(record, &record->plans[i], STORY_LATEST, &findings,
		                           error);
		findings_release(&findings);
	}
	return result;
}

double questions_seconds(const char *folder)
{
	struct error error = ERROR_INIT;
	struct repo *repo = NULL;
	struct record *record = NULL;
	struct object_id tip;
	double took = -1;
	if (repo_open(&repo, folder, false, &error) == 0 &&
	    repo_commit(repo, NULL, &tip, NULL, &error) == 0 &&
	    record_read(repo, &tip, DEPTH_RATINGS, &record, &error) == 0) {
		double begun = seconds();
		took = ask(record, &error) == 0 ? seconds() - begun : -1;
	}
	record_free(record);
	repo_close(repo);
	return took;
}
