#include "bench/contest.h"

#include <errno.h>
#include <string.h>

#include "bench/questions.h"

const char *const contender_names[CONTENDER_COUNT] = {
	[CONTENDER_LOG] = "git log --raw -- plans",
	[CONTENDER_REV_LIST] = "git rev-list --count HEAD",
	[CONTENDER_SCRIPT] = "script on git log -p -- plans",
	[CONTENDER_COLD] = "ragtrail trend, cold",
	[CONTENDER_WARM] = "ragtrail trend, warm",
};

/* Files that hold what ragtrail wrote: what it should be, and what it is. */
struct outputs {
	const char *base, *next, *actual;
};

static FILE *open_output(const char *path)
{
	FILE *file = fopen(path, "rb");
	if (file == NULL)
		bench_fail("%s: %s", path, strerror(errno));
	return file;
}

static bool same_files(const char *first_path, const char *second_path)
{
	static char first_chunk[16384], second_chunk[16384];
	FILE *first = open_output(first_path), *second = open_output(second_path);
	size_t length;
	bool same;
	do {
		length = fread(first_chunk, 1, sizeof(first_chunk), first);
		same = fread(second_chunk, 1, sizeof(second_chunk), second) == length &&
		       memcmp(first_chunk, second_chunk, length) == 0;
	} while (same && length != 0);
	fclose(first);
	fclose(second);
	return same;
}

/* How many lines of the file hold the text; and how long it is. */
static size_t count_lines(const char *path, const char *text, size_t *total)
{
	char line[4096];
	size_t count = 0;
	FILE *file = open_output(path);
	*total = 0;
	while (fgets(line, sizeof(line), file) != NULL) {
		count += strstr(line, text) != NULL;
		*total += strlen(line);
	}
	fclose(file);
	return count;
}

static struct sample run_ragtrail(const struct contest *contest, const struct programs *programs,
                                  const char *output)
{
	return measure(&(struct run){.folder = contest->repository.folder,
	                             .output = output,
	                             .arguments = (const char *const[]){programs->ragtrail, "trend",
	                                                                "--format", "json", NULL}});
}

/* What ragtrail writes of both states without anything kept: it must be all there. */
static void expect(struct contest *contest, const struct programs *programs,
                   const struct outputs *outputs)
{
	const struct repository *repository = &contest->repository;
	size_t length;
	repository_forget(repository);
	repository_advance(repository);
	run_ragtrail(contest, programs, outputs->next);
	repository_rewind(repository);
	repository_forget(repository);
	run_ragtrail(contest, programs, outputs->base);
	size_t rated = count_lines(outputs->base, "\"state\": \"rated\"", &contest->output_length);
	size_t wanted = repository->updates + repository->shape->plans * repository->shape->months;
	if (rated != wanted ||
	    count_lines(outputs->next, "\"state\": \"rated\"", &length) != wanted)
		bench_fail("%s: ragtrail wrote %zu ratings, and not %zu", outputs->base, rated,
		           wanted);
	if (same_files(outputs->base, outputs->next))
		bench_fail("%s: one commit more makes no difference", outputs->next);
}

static void compare(const char *actual, const char *expected, enum contender contender)
{
	if (!same_files(actual, expected))
		bench_fail("%s wrote something else than before: %s is not %s",
		           contender_names[contender], actual, expected);
}

static struct sample ask_questions(const struct contest *contest)
{
	double wall = questions_seconds(contest->repository.folder);
	if (wall < 0)
		bench_fail("%s: its questions cannot be asked", contest->repository.folder);
	return (struct sample){.wall = wall};
}

/* All write to /dev/null while they are measured: a disk is nobody's merit. */
static struct sample contend(const struct contest *contest, enum contender contender,
                             const struct programs *programs, const struct outputs *outputs)
{
	static const char *const log[] = {"git", "log", "--raw", "--", "plans", NULL};
	static const char *const rev_list[] = {"git", "rev-list", "--count", "HEAD", NULL};
	const char *const script[] = {"perl", programs->script, NULL};
	const struct repository *repository = &contest->repository;
	struct sample sample;
	switch (contender) {
	case CONTENDER_COLD:
		repository_forget(repository);
		return run_ragtrail(contest, programs, NULL);
	case CONTENDER_WARM:
		repository_advance(repository);
		sample = run_ragtrail(contest, programs, NULL);
		run_ragtrail(contest, programs, outputs->actual);
		repository_rewind(repository);
		compare(outputs->actual, outputs->next, contender);
		return sample;
	default:
		return measure(&(struct run){.folder = repository->folder,
		                             .arguments = contender == CONTENDER_LOG ? log
		                                          : contender == CONTENDER_REV_LIST
		                                                  ? rev_list
		                                                  : script});
	}
}

/*
 * Warm is short, and on a virtual machine its first run behind a long one waits for memory
 * that the host had taken back: a few more say what it takes.
 */
static unsigned times_a_round(enum contender contender)
{
	return contender == CONTENDER_WARM ? 3 : 1;
}

/*
 * What is kept now knows of one commit more than main has: it must not be believed.
 * Then it knows all that there is.
 */
static void run_rewound(const struct contest *contest, const struct programs *programs,
                        const struct outputs *outputs)
{
	for (int i = 0; i < 2; i++) {
		run_ragtrail(contest, programs, outputs->actual);
		compare(outputs->actual, outputs->base, CONTENDER_WARM);
	}
	repository_forget(&contest->repository);
	run_ragtrail(contest, programs, outputs->actual);
	compare(outputs->actual, outputs->base, CONTENDER_COLD);
}

void contest_run(struct contest *contest, const struct programs *programs, struct arena *arena)
{
	const char *folder = contest->repository.folder;
	const struct outputs outputs = {arena_printf(arena, "%s.base.json", folder),
	                                arena_printf(arena, "%s.next.json", folder),
	                                arena_printf(arena, "%s.actual.json", folder)};
	expect(contest, programs, &outputs);
	printf("measuring %u commits, %u rounds\n", contest->repository.commits,
	       contest->repository.shape->rounds);
	for (unsigned round = 0; round < contest->repository.shape->rounds; round++) {
		/* Cold comes before warm: it leaves what warm finds. */
		for (enum contender i = 0; i < CONTENDER_COUNT; i++)
			for (unsigned time = 0; time < times_a_round(i); time++)
				series_add(&contest->series[i],
				           contend(contest, i, programs, &outputs));
		series_add(&contest->questions, ask_questions(contest));
	}
	run_rewound(contest, programs, &outputs);
}

double contest_wall(const struct contest *contest, enum contender contender)
{
	return series_wall(&contest->series[contender]).median;
}
