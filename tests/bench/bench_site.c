/*
 * How long the pages of a site take, beside others that make pages of Markdown, and beside
 * what nobody can do without: cmark, and writing the files.
 *
 * The programs take turns. From the environment: BENCH_SIZES ("plan ten"), RAGTRAIL and
 * BENCH_FOLDER, as in bench_history.c.
 */
#include <stdlib.h>
#include <string.h>

#include "bench/aside.h"
#include "bench/floor.h"
#include "bench/repository.h"
#include "bench/rivals.h"
#include "bench/setting.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static const struct shape_of_corpus shapes[] = {
	{"plan", 1, 8, 60, 7},
	{"ten", 10, 8, 60, 3},
};

enum contender {
	COLD,    /* a whole site, of a repository of which nothing is kept */
	KEPT,    /* a whole site, of one whose record and questions are kept from before */
	ONE,     /* a site that stands, after one new commit */
	NOTHING, /* the same, when nothing is new */
	CONTENDERS
};

static const char *const names[CONTENDERS] = {
	[COLD] = "ragtrail render, nothing kept",
	[KEPT] = "the same, the record kept",
	[ONE] = "the same, one commit later",
	[NOTHING] = "the same, nothing new",
};

struct trial {
	struct repository repository;
	struct rivals rivals;
	struct weight weight;
	struct series series[CONTENDERS], others[RIVAL_COUNT];
};

struct bench {
	struct setting setting;
	struct arena arena;
	struct sheet sheet;
	bool wanted[COUNT_OF(shapes)];
	struct trial trials[COUNT_OF(shapes)];
};

/* --- measuring --- */

static struct sample render(const struct bench *bench, const struct trial *trial,
                            const char *output)
{
	return RUN(trial->repository.folder, bench->setting.ragtrail, "render", "-o", output);
}

/* A whole site without what is kept of it in the git folder, or with it. */
static struct sample render_whole(const struct bench *bench, const struct trial *trial,
                                  const char *output, bool kept)
{
	aside_put(output, bench->setting.folder);
	if (!kept)
		repository_forget(&trial->repository);
	return render(bench, trial, output);
}

/* The hidden file says which site it is, and nothing of what is in it. */
static void expect_same(const char *actual, const char *expected)
{
	RUN(NULL, "diff", "-rq", "--exclude=.*", expected, actual);
}

/* Once: pages that are kept must be what they are when made anew. */
static void prove(const struct bench *bench, struct trial *trial, struct arena *arena)
{
	const char *site = arena_printf(arena, "%s/site-%s", bench->setting.folder,
	                                trial->repository.shape->name);
	const char *fresh = arena_printf(arena, "%s.fresh", site);
	render_whole(bench, trial, site, false);
	repository_advance(&trial->repository);
	render(bench, trial, site);
	render_whole(bench, trial, fresh, false);
	expect_same(site, fresh);
	render_whole(bench, trial, site, true);
	expect_same(site, fresh);
	repository_rewind(&trial->repository);
	trial->weight = weight_of(fresh);
	aside_put(fresh, bench->setting.folder);
}

static void run_round(const struct bench *bench, struct trial *trial, struct arena *arena)
{
	const char *site = arena_printf(arena, "%s/site-%s", bench->setting.folder,
	                                trial->repository.shape->name);
	struct series *series = trial->series;
	series_add(&series[COLD], render_whole(bench, trial, site, false));
	series_add(&series[KEPT], render_whole(bench, trial, site, true));
	series_add(&series[NOTHING], render(bench, trial, site));
	repository_advance(&trial->repository);
	series_add(&series[ONE], render(bench, trial, site));
	repository_rewind(&trial->repository);
	for (enum rival i = 0; i < RIVAL_COUNT; i++)
		if (trial->rivals.installed[i])
			series_add(&trial->others[i], rivals_run(&trial->rivals, i, arena));
}

static void run(struct bench *bench, struct trial *trial, const struct shape_of_corpus *shape)
{
	struct arena *arena = &bench->arena;
	repository_prepare(&trial->repository, shape, bench->setting.folder,
	                   bench->setting.ragtrail, arena);
	const char *rivals =
		arena_printf(arena, "%s/rivals-%s", bench->setting.folder, shape->name);
	prove(bench, trial, arena);
	aside_put(rivals, bench->setting.folder);
	rivals_prepare(&trial->rivals, trial->repository.folder, rivals, trial->weight.pages,
	               arena);
	printf("measuring %u pages, %u rounds\n", trial->weight.pages, shape->rounds);
	for (unsigned round = 0; round < shape->rounds; round++)
		run_round(bench, trial, arena);
}

/* --- the report --- */

static void program_row(struct bench *bench, const char *name, const struct series *series,
                        unsigned pages)
{
	struct spread wall = series_wall(series);
	sheet_row(&bench->sheet, "%s|%u|%.3f|%.3f - %.3f|%.3f|%.1f|%.1f", name, pages, wall.median,
	          wall.least, wall.most, series_cpu(series), wall.median * 1e6 / pages,
	          series_memory(series));
}

static void report_trial(struct bench *bench, const struct trial *trial)
{
	const struct repository *repository = &trial->repository;
	sheet_table(&bench->sheet,
	            arena_printf(&bench->arena, "%u %s of %u workstreams, %u periods, %u rounds",
	                         repository->shape->plans,
	                         repository->shape->plans == 1 ? "plan" : "plans",
	                         repository->shape->workstreams, repository->shape->months,
	                         repository->shape->rounds),
	            "program|pages|median s|least - most|processor s|microseconds a page|peak MiB");
	for (enum contender i = 0; i < CONTENDERS; i++)
		program_row(bench, names[i], &trial->series[i], trial->weight.pages);
	for (enum rival i = 0; i < RIVAL_COUNT; i++)
		if (trial->rivals.installed[i])
			program_row(bench, rival_names[i], &trial->others[i],
			            trial->rivals.pages[i]);
	sheet_note(&bench->sheet,
	           "The history has %u commits; ragtrail's pages are %.1f MiB. The others' are "
	           "made of the %u reports as they stand, so often that there are as many "
	           "pages; of jekyll's at most %u.",
	           repository->commits, trial->weight.megabytes, trial->rivals.reports, MOST_SLOW);
}

/* The median seconds of something, or of each of several pages. */
struct times {
	double wall, processor;
};

static struct times times_of(const struct series *series, unsigned pages)
{
	return (struct times){series_wall(series).median / pages, series_cpu(series) / pages};
}

/* How many times as long: by the clock, which decides, and by the processor. */
static void goal(struct bench *bench, const struct trial *trial, const char *what, struct times of,
                 struct times to, double limit)
{
	double figure = of.wall / to.wall;
	sheet_row(&bench->sheet, "%s|%u|%.3f|%.3f|%s|%.3f", what, trial->repository.shape->plans,
	          figure, limit, figure <= limit ? "met" : "NOT met", of.processor / to.processor);
}

static void report_goals_of(struct bench *bench, const struct trial *trial)
{
	static const char *const states[] = {[COLD] = "nothing kept", [KEPT] = "the record kept"};
	static const char *const names_short[RIVAL_COUNT] = {"the floor", "hugo", "jekyll"};
	unsigned pages = trial->weight.pages;
	for (enum contender i = COLD; i <= KEPT; i++) {
		struct times whole = times_of(&trial->series[i], pages);
		for (enum rival j = 0; j < RIVAL_COUNT; j++)
			if (trial->rivals.installed[j])
				goal(bench, trial,
				     arena_printf(&bench->arena, "a page, of %s's, %s",
				                  names_short[j], states[i]),
				     whole, times_of(&trial->others[j], trial->rivals.pages[j]),
				     j == RIVAL_FLOOR ? 2 : 1.0 / 3);
		goal(bench, trial,
		     arena_printf(&bench->arena, "one commit later, of all, %s", states[i]),
		     times_of(&trial->series[ONE], pages), whole, 0.1);
	}
}

static void report(struct bench *bench)
{
	const struct trial *any = NULL;
	for (size_t i = 0; i < COUNT_OF(shapes); i++)
		if (bench->wanted[i])
			report_trial(bench, any = &bench->trials[i]);
	sheet_table(&bench->sheet, "Goals", "what|plans|measured|at most|so|by processor time");
	for (size_t i = 0; i < COUNT_OF(shapes); i++)
		if (bench->wanted[i])
			report_goals_of(bench, &bench->trials[i]);
	for (enum rival i = 0; any != NULL && i < RIVAL_COUNT; i++)
		if (!any->rivals.installed[i])
			sheet_note(&bench->sheet, "Not measured: %s, which is not installed here.",
			           rival_names[i]);
	setting_publish(&bench->setting, &bench->sheet, "site.html");
}

static void choose(struct bench *bench)
{
	const char *chosen = getenv("BENCH_SIZES");
	for (size_t i = 0; i < COUNT_OF(shapes); i++) {
		bench->wanted[i] = chosen == NULL || chosen[strspn(chosen, " ")] == '\0';
		for (const char *at = chosen; at != NULL && *(at += strspn(at, " ")) != '\0';
		     at += strcspn(at, " "))
			bench->wanted[i] |= strcspn(at, " ") == strlen(shapes[i].name) &&
			                    strncmp(at, shapes[i].name, strcspn(at, " ")) == 0;
	}
}

int main(int argc, char **argv)
{
	static struct bench bench;
	if (argc == 4 && strcmp(argv[1], "floor") == 0)
		return floor_run(argv[2], argv[3]);
	setvbuf(stdout, NULL, _IOLBF, 0);
	choose(&bench);
	setting_find(&bench.setting, &bench.arena);
	bench.sheet.title = "ragtrail: the pages of a site";
	bench.sheet.about = bench.setting.about;
	for (size_t i = 0; i < COUNT_OF(shapes); i++)
		if (bench.wanted[i])
			run(&bench, &bench.trials[i], &shapes[i]);
	report(&bench);
	for (size_t i = 0; i < COUNT_OF(shapes); i++)
		if (bench.wanted[i])
			aside_empty(bench.trials[i].rivals.folder);
	aside_empty(bench.setting.folder);
	sheet_release(&bench.sheet);
	arena_release(&bench.arena);
	return 0;
}
