/*
 * How long a commit waits: `ragtrail check --staged` of five changed updates, beside what git
 * itself takes to say which files they are, and beside what an office would use otherwise.
 *
 * The programs take turns. From the environment: BENCH_SIZES, RAGTRAIL and BENCH_FOLDER, as
 * in bench_history.c; the size 150 is none of this benchmark's.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench/measure.h"
#include "bench/repository.h"
#include "bench/setting.h"

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

static const struct shape_of_corpus shapes[] = {
	{"6000-80", 8, 10, 14, 31},
	{"150000", 20, 20, 72, 31},
};
static const char *const sizes[COUNT_OF(shapes)] = {"6000", "150000"};

enum { CHANGED = 5, MOST_TIMES = 4 };
static const double MOST_SECONDS = 0.030;

enum contender {
	GIT,        /* git diff --cached --raw: what the others are compared with */
	KNOWN,      /* ragtrail, which knows the record */
	UNKNOWN,    /* ragtrail, with nothing kept from before */
	NOTHING,    /* ragtrail, where no document is staged */
	PRE_COMMIT, /* pre-commit with a hook in Python; from here on where installed */
	MARKDOWNLINT,
	CONTENDERS
};

static const char *const names[CONTENDERS] = {
	[GIT] = "git diff --cached --raw",
	[KNOWN] = "ragtrail check --staged",
	[UNKNOWN] = "the same, with nothing kept",
	[NOTHING] = "the same, with nothing staged",
	[PRE_COMMIT] = "pre-commit, a hook in Python",
	[MARKDOWNLINT] = "markdownlint-cli2",
};

struct trial {
	struct repository repository;
	const char *folder; /* a working copy in which five updates are staged */
	const char *clean;  /* one in which nothing is */
	const char *changed[CHANGED];
	struct series series[CONTENDERS];
};

struct bench {
	struct setting setting;
	struct arena arena;
	struct sheet sheet;
	bool installed[CONTENDERS];
	bool wanted[COUNT_OF(shapes)];
	struct trial trials[COUNT_OF(shapes)];
};

static bool is_installed(const char *program, struct arena *arena)
{
	const char *paths = getenv("PATH");
	while (paths != NULL && *paths != '\0') {
		size_t length = strcspn(paths, ":");
		if (access(arena_printf(arena, "%.*s/%s", (int)length, paths, program), X_OK) == 0)
			return true;
		paths += length + (paths[length] == ':');
	}
	return false;
}

/* --- the working copies --- */

static void append(const char *path, const char *text)
{
	FILE *file = fopen(path, "a");
	if (file == NULL || fputs(text, file) < 0 || fclose(file) != 0)
		bench_fail("%s: %s", path, strerror(errno));
}

static const char *make_copy(const struct bench *bench, const struct trial *trial, const char *name,
                             struct arena *arena)
{
	const char *copy = arena_printf(arena, "%s/%s-%s", bench->setting.folder, name,
	                                trial->repository.shape->name);
	RUN(NULL, "rm", "-rf", copy);
	RUN(NULL, "git", "clone", "--quiet", trial->repository.folder, copy);
	/* Any command that reads the record leaves its outline behind. */
	RUN(copy, bench->setting.ragtrail, "trend");
	return copy;
}

/* Five updates of five plans are edited. */
static void stage(struct trial *trial, struct arena *arena)
{
	for (unsigned i = 0; i < CHANGED; i++) {
		trial->changed[i] = arena_printf(arena, "plans/%s/%s.md", prose_plan_id(i),
		                                 prose_workstream_id(i));
		append(arena_printf(arena, "%s/%s", trial->folder, trial->changed[i]),
		       "\nOne sentence more.\n");
	}
	append(arena_printf(arena, "%s/.git/pre-commit.yaml", trial->folder),
	       "repos:\n- repo: local\n  hooks:\n  - {id: fields, name: fields, language: system, "
	       "entry: python3 .git/front-matter.py, files: '[.]md$'}\n");
	append(arena_printf(arena, "%s/.git/.markdownlint-cli2.yaml", trial->folder),
	       "config: {default: true, MD013: false, MD024: false, MD041: false, MD047: false}\n");
	RUN(trial->folder, "git", "add", "plans");
}

static void prepare(struct bench *bench, struct trial *trial, const struct shape_of_corpus *shape)
{
	struct arena *arena = &bench->arena;
	repository_prepare(&trial->repository, shape, bench->setting.folder,
	                   bench->setting.ragtrail, arena);
	trial->folder = make_copy(bench, trial, "staged", arena);
	trial->clean = make_copy(bench, trial, "clean", arena);
	RUN(NULL, "cp",
	    arena_printf(arena, "%s/tests/bench/front-matter.py", bench->setting.source),
	    arena_printf(arena, "%s/.git/front-matter.py", trial->folder));
	stage(trial, arena);
}

/* --- measuring --- */

static struct sample contend(const struct bench *bench, const struct trial *trial,
                             enum contender contender)
{
	const char *ragtrail = bench->setting.ragtrail, *const *files = trial->changed;
	struct sample sample;
	switch (contender) {
	case KNOWN:
		return RUN(trial->folder, ragtrail, "check", "--staged", "--quiet");
	case UNKNOWN:
		RUN(trial->folder, "mv", ".git/ragtrail", ".git/aside");
		sample = RUN(trial->folder, ragtrail, "check", "--staged", "--quiet");
		RUN(trial->folder, "mv", ".git/aside", ".git/ragtrail");
		return sample;
	case NOTHING:
		return RUN(trial->clean, ragtrail, "check", "--staged", "--quiet");
	case PRE_COMMIT:
		return RUN(trial->folder, "pre-commit", "run", "--config", ".git/pre-commit.yaml",
		           "fields");
	case MARKDOWNLINT:
		return RUN(trial->folder, "markdownlint-cli2", "--config",
		           ".git/.markdownlint-cli2.yaml", files[0], files[1], files[2], files[3],
		           files[4]);
	default:
		return RUN(trial->folder, "git", "diff", "--cached", "--raw");
	}
}

static void run(const struct bench *bench, struct trial *trial)
{
	printf("measuring at %u commits, %u rounds\n", trial->repository.commits,
	       trial->repository.shape->rounds);
	for (unsigned round = 0; round < trial->repository.shape->rounds; round++)
		for (enum contender i = 0; i < CONTENDERS; i++)
			if (bench->installed[i])
				series_add(&trial->series[i], contend(bench, trial, i));
}

/* --- the report --- */

static void report_trial(struct bench *bench, const struct trial *trial)
{
	const struct repository *repository = &trial->repository;
	double git = series_cpu(&trial->series[GIT]);
	sheet_table(&bench->sheet,
	            arena_printf(&bench->arena, "%u commits, %u workstreams, %u rounds",
	                         repository->commits,
	                         repository->shape->plans * repository->shape->workstreams,
	                         repository->shape->rounds),
	            "program|median ms|least - most|processor ms|of git's|peak MiB");
	for (enum contender i = 0; i < CONTENDERS; i++) {
		struct spread wall = series_wall(&trial->series[i]);
		double processor = series_cpu(&trial->series[i]);
		if (bench->installed[i])
			sheet_row(&bench->sheet, "%s|%.2f|%.2f - %.2f|%.2f|%.2f|%.1f", names[i],
			          wall.median * 1e3, wall.least * 1e3, wall.most * 1e3,
			          processor * 1e3, processor / git,
			          series_memory(&trial->series[i]));
	}
}

static void goal(struct bench *bench, const struct trial *trial, const char *what, double figure,
                 double limit)
{
	sheet_row(&bench->sheet, "%s|%u|%.2f|%.2f|%s", what, trial->repository.commits, figure,
	          limit, figure <= limit ? "met" : "NOT met");
}

/* The fastest of what else there is; 0 where nothing is. */
static double fastest_other(const struct bench *bench, const struct trial *trial)
{
	double fastest = 0;
	for (enum contender i = PRE_COMMIT; i < CONTENDERS; i++) {
		double wall = bench->installed[i] ? series_wall(&trial->series[i]).median : 0;
		if (wall != 0 && (fastest == 0 || wall < fastest))
			fastest = wall;
	}
	return fastest;
}

static void report_goals(struct bench *bench)
{
	sheet_table(&bench->sheet, "Goals", "what|commits|measured|at most|so");
	for (size_t i = 0; i < COUNT_OF(shapes); i++) {
		const struct trial *trial = &bench->trials[i];
		if (!bench->wanted[i])
			continue;
		double wall = series_wall(&trial->series[KNOWN]).median;
		double other = fastest_other(bench, trial);
		goal(bench, trial, "processor time, of git's",
		     series_cpu(&trial->series[KNOWN]) / series_cpu(&trial->series[GIT]),
		     MOST_TIMES);
		goal(bench, trial, "median ms", wall * 1e3, MOST_SECONDS * 1e3);
		if (other != 0)
			goal(bench, trial, "median, of the fastest other's", wall / other,
			     1.0 / 15);
	}
	for (enum contender i = PRE_COMMIT; i < CONTENDERS; i++)
		if (!bench->installed[i])
			sheet_note(&bench->sheet, "Not measured: %s, which is not installed here.",
			           names[i]);
}

static void choose(struct bench *bench)
{
	const char *chosen = getenv("BENCH_SIZES");
	for (size_t i = 0; i < COUNT_OF(shapes); i++) {
		size_t length = strlen(sizes[i]);
		bench->wanted[i] = chosen == NULL || chosen[strspn(chosen, " ")] == '\0';
		for (const char *at = chosen; at != NULL && *(at += strspn(at, " ")) != '\0';
		     at += strcspn(at, " "))
			bench->wanted[i] |=
				strcspn(at, " ") == length && strncmp(at, sizes[i], length) == 0;
	}
	for (enum contender i = 0; i < PRE_COMMIT; i++)
		bench->installed[i] = true;
	bench->installed[PRE_COMMIT] = is_installed("pre-commit", &bench->arena);
	bench->installed[MARKDOWNLINT] = is_installed("markdownlint-cli2", &bench->arena);
}

int main(void)
{
	static struct bench bench;
	setvbuf(stdout, NULL, _IOLBF, 0);
	choose(&bench);
	setting_find(&bench.setting, &bench.arena);
	bench.sheet.title = "ragtrail: what a commit waits for";
	bench.sheet.about = bench.setting.about;
	for (size_t i = 0; i < COUNT_OF(shapes); i++) {
		if (!bench.wanted[i])
			continue;
		prepare(&bench, &bench.trials[i], &shapes[i]);
		run(&bench, &bench.trials[i]);
	}
	for (size_t i = 0; i < COUNT_OF(shapes); i++)
		if (bench.wanted[i])
			report_trial(&bench, &bench.trials[i]);
	report_goals(&bench);
	setting_publish(&bench.setting, &bench.sheet, "staged.html");
	sheet_release(&bench.sheet);
	arena_release(&bench.arena);
	return 0;
}
