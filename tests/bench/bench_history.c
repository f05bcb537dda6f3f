/*
 * How long the walk of a history takes, beside what git itself takes for it.
 *
 * The programs take turns, so that whatever else the machine does falls on all. From
 * the environment: BENCH_SIZES ("150 6000") chooses among the sizes, RAGTRAIL names another
 * program to measure, and BENCH_FOLDER another place than BUILD/bench for what is made.
 */
#include <stdlib.h>
#include <string.h>

#include "bench/contest.h"
#include "bench/setting.h"
#include "bench/sheet.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static const struct shape_of_corpus shapes[] = {
	{"150", 1, 5, 5, 15},
	{"6000", 4, 10, 28, 9},
	{"150000", 20, 20, 72, 5},
};

/* As the goals speak of them. */
enum { SMALL, MIDDLE, LARGE };

struct bench {
	struct setting setting;
	struct programs programs;
	struct arena arena;
	struct sheet sheet;
	struct contest contests[COUNT_OF(shapes)];
	bool measured[COUNT_OF(shapes)];
};

/* The median seconds that something took. */
struct times {
	double wall, processor;
};

/* --- the report --- */

static void report_repositories(struct bench *bench)
{
	sheet_table(&bench->sheet, "Repositories",
	            "commits|merges|outside plans/|plans x workstreams x months|updates|versions "
	            "of them|packs, MiB|tip");
	for (size_t i = 0; i < COUNT_OF(shapes); i++) {
		const struct repository *made = &bench->contests[i].repository;
		if (bench->measured[i])
			sheet_row(&bench->sheet, "%u|%u|%u|%u x %u x %u|%u|%u|%.1f|%s",
			          made->commits, made->merges, made->outside, made->shape->plans,
			          made->shape->workstreams, made->shape->months, made->updates,
			          made->versions, made->megabytes, made->tip);
	}
	sheet_note(&bench->sheet,
	           "An update is one workstream's report for one month; each commit that changes "
	           "it makes a version.");
}

static void report_contest(struct bench *bench, const struct contest *contest)
{
	const struct series *git = &contest->series[CONTENDER_LOG];
	char title[64];
	snprintf(title, sizeof(title), "%u commits, %u rounds", contest->repository.commits,
	         git->count);
	sheet_table(&bench->sheet, arena_text(&bench->arena, title, strlen(title)),
	            "program|median s|least - most|processor s|of git log|processor, of git "
	            "log|peak MiB|over git log");
	for (int i = 0; i < CONTENDER_COUNT; i++) {
		const struct series *series = &contest->series[i];
		struct spread wall = series_wall(series);
		sheet_row(&bench->sheet, "%s|%.4f|%.4f - %.4f|%.4f|%.2f|%.2f|%.1f|%+.1f",
		          contender_names[i], wall.median, wall.least, wall.most,
		          series_cpu(series), wall.median / series_wall(git).median,
		          series_cpu(series) / series_cpu(git), series_memory(series),
		          series_memory(series) - series_memory(git));
	}
	sheet_note(
		&bench->sheet,
		"ragtrail wrote %.1f KiB; warm is %.3f of cold; %.1f microseconds an update, cold",
		(double)contest->output_length / 1024,
		contest_wall(contest, CONTENDER_WARM) / contest_wall(contest, CONTENDER_COLD),
		contest_wall(contest, CONTENDER_COLD) * 1e6 / contest->repository.updates);
}

static void goal_row(struct bench *bench, const char *what, size_t size, double figure,
                     double limit, const char *processor)
{
	sheet_row(&bench->sheet, "%s|%s|%.3f|%.3f|%s|%s", what, shapes[size].name, figure, limit,
	          figure <= limit ? "met" : "NOT met", processor);
}

/* How many times as long: by the clock, which decides, and by the processor. */
static void goal(struct bench *bench, const char *what, size_t size, struct times of,
                 struct times to, double limit)
{
	char processor[32];
	snprintf(processor, sizeof(processor), "%.3f", of.processor / to.processor);
	goal_row(bench, what, size, of.wall / to.wall, limit, processor);
}

static struct times times_of(const struct contest *contest, enum contender contender)
{
	return (struct times){contest_wall(contest, contender),
	                      series_cpu(&contest->series[contender])};
}

/* Cold, an update. */
static struct times an_update(const struct contest *contest)
{
	struct times times = times_of(contest, CONTENDER_COLD);
	return (struct times){times.wall / contest->repository.updates,
	                      times.processor / contest->repository.updates};
}

static void report_goals(struct bench *bench)
{
	const struct contest *contests = bench->contests;
	sheet_table(&bench->sheet, "Goals", "what|commits|measured|at most|so|by processor time");
	for (size_t i = 0; i < COUNT_OF(shapes); i++) {
		const struct contest *contest = &contests[i];
		if (!bench->measured[i])
			continue;
		goal(bench, "cold, of git log --raw", i, times_of(contest, CONTENDER_COLD),
		     times_of(contest, CONTENDER_LOG), i == SMALL ? 3.0 : 1.0);
		double git = series_memory(&contest->series[CONTENDER_LOG]);
		goal_row(bench, "peak MiB over git's, cold", i,
		         series_memory(&contest->series[CONTENDER_COLD]) - git, 64, "");
		goal_row(bench, "peak MiB over git's, warm", i,
		         series_memory(&contest->series[CONTENDER_WARM]) - git, 64, "");
	}
	for (size_t i = MIDDLE; i < COUNT_OF(shapes); i++)
		if (bench->measured[i])
			goal_row(bench, "questions asked anew, of cold", i,
			         series_wall(&contests[i].questions).median /
			                 contest_wall(&contests[i], CONTENDER_COLD),
			         0.5, "");
	if (bench->measured[MIDDLE] && bench->measured[LARGE])
		goal(bench, "time an update, of that at 6000", LARGE, an_update(&contests[LARGE]),
		     an_update(&contests[MIDDLE]), 1.6);
	if (bench->measured[LARGE])
		goal(bench, "warm, of cold", LARGE, times_of(&contests[LARGE], CONTENDER_WARM),
		     times_of(&contests[LARGE], CONTENDER_COLD), 0.05);
	sheet_note(
		&bench->sheet,
		"Ratios are of median seconds by the clock; beside them, by processor time, which "
		"other work on the machine disturbs less. From 6000 commits on, the aim for cold "
		"is 0.4.");
}

static void report(struct bench *bench)
{
	report_repositories(bench);
	for (size_t i = 0; i < COUNT_OF(shapes); i++)
		if (bench->measured[i])
			report_contest(bench, &bench->contests[i]);
	report_goals(bench);
	setting_publish(&bench->setting, &bench->sheet, "index.html");
}

/* --- what to measure, and where --- */

static void choose_sizes(struct bench *bench)
{
	const char *wanted = getenv("BENCH_SIZES");
	if (wanted == NULL || wanted[strspn(wanted, " ")] == '\0')
		wanted = "150 6000 150000";
	for (const char *at = wanted; *(at += strspn(at, " ")) != '\0'; at += strcspn(at, " ")) {
		size_t length = strcspn(at, " "), i = 0;
		while (i < COUNT_OF(shapes) && (strlen(shapes[i].name) != length ||
		                                strncmp(shapes[i].name, at, length) != 0))
			i++;
		if (i == COUNT_OF(shapes))
			bench_fail("BENCH_SIZES: there is no size `%.*s`; the sizes are 150, 6000 "
			           "and 150000",
			           (int)length, at);
		bench->measured[i] = true;
	}
}

int main(void)
{
	static struct bench bench;
	setvbuf(stdout, NULL, _IOLBF, 0);
	choose_sizes(&bench);
	setting_find(&bench.setting, &bench.arena);
	bench.programs = (struct programs){
		bench.setting.ragtrail,
		arena_printf(&bench.arena, "%s/tests/bench/log-p.pl", bench.setting.source)};
	bench.sheet.title = "ragtrail: the walk of a history";
	bench.sheet.about = bench.setting.about;
	for (size_t i = 0; i < COUNT_OF(shapes); i++) {
		if (!bench.measured[i])
			continue;
		repository_prepare(&bench.contests[i].repository, &shapes[i], bench.setting.folder,
		                   bench.programs.ragtrail, &bench.arena);
		contest_run(&bench.contests[i], &bench.programs, &bench.arena);
	}
	report(&bench);
	sheet_release(&bench.sheet);
	arena_release(&bench.arena);
	return 0;
}
