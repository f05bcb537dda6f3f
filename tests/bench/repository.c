#include "bench/repository.h"

#include <errno.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bench/measure.h"

#define MAIN "refs/heads/main"
#define BASE "refs/bench/base"

/* What is done after the import: a change of it makes the repositories anew. */
static const char recipe[] = "init --bare; repack -adfq; commit-graph write --reachable; 1";

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *walk)
{
	(void)status;
	(void)type;
	(void)walk;
	return remove(path);
}

static void remove_folder(const char *path)
{
	if (nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS) != 0 && errno != ENOENT)
		bench_fail("%s cannot be removed: %s", path, strerror(errno));
}

/* The first line of a file, or "" where there is none. */
static const char *read_line(const char *path, struct arena *arena)
{
	char line[256] = "";
	FILE *file = fopen(path, "r");
	if (file == NULL)
		return "";
	if (fgets(line, sizeof(line), file) == NULL)
		line[0] = '\0';
	fclose(file);
	return arena_text(arena, line, strcspn(line, "\n"));
}

/* The stream goes through a file beside the repository, and git reads at its own pace. */
static FILE *open_stream(const struct repository *repository, struct arena *arena)
{
	const char *path = arena_printf(arena, "%s.stream", repository->folder);
	FILE *stream = fopen(path, "w+");
	if (stream == NULL)
		bench_fail("%s: %s", path, strerror(errno));
	remove(path); /* it lives until it is closed */
	return stream;
}

static void import(const struct repository *repository, FILE *stream)
{
	if (fflush(stream) != 0)
		bench_fail("the stream cannot be written: %s", strerror(errno));
	rewind(stream);
	measure(&(struct run){
		.folder = repository->folder,
		.input = stream,
		.arguments = (const char *const[]){"git", "fast-import", "--quiet", NULL}});
	fclose(stream);
}

static void create(const struct repository *repository, struct arena *arena)
{
	const char *folder = repository->folder;
	struct corpus corpus;
	struct corpus_sink sink = {.file = open_stream(repository, arena)};
	remove_folder(folder);
	RUN(NULL, "git", "init", "--quiet", "--bare", "--initial-branch=main", folder);
	corpus_write(&corpus, repository->shape, &sink);
	import(repository, sink.file);
	RUN(folder, "git", "update-ref", "-d", CORPUS_TOPIC);
	RUN(folder, "git", "update-ref", BASE, MAIN);
	RUN(folder, "git", "repack", "-adfq");
	RUN(folder, "git", "commit-graph", "write", "--reachable", "--no-progress");
	/* After packing, as a commit that was just made. */
	sink.file = open_stream(repository, arena);
	corpus_write_next(&corpus);
	import(repository, sink.file);
	corpus_release(&corpus);
}

/* A working copy is made of it, and every document is checked. */
static void check(const struct repository *repository, const char *ragtrail, struct arena *arena)
{
	const char *copy = arena_printf(arena, "%s.checked", repository->folder);
	remove_folder(copy);
	RUN(NULL, "git", "clone", "--quiet", repository->folder, copy);
	RUN(copy, ragtrail, "check", "--quiet");
	remove_folder(copy);
}

static double pack_megabytes(const struct repository *repository, struct arena *arena)
{
	const char *counted = arena_printf(arena, "%s.counted", repository->folder);
	char line[256];
	double kibibytes = 0;
	measure(&(struct run){.folder = repository->folder,
	                      .output = counted,
	                      .arguments =
	                              (const char *const[]){"git", "count-objects", "-v", NULL}});
	FILE *file = fopen(counted, "r");
	while (file != NULL && fgets(line, sizeof(line), file) != NULL)
		if (strncmp(line, "size-pack: ", 11) == 0)
			kibibytes = strtod(line + 11, NULL);
	if (file != NULL)
		fclose(file);
	remove(counted);
	return kibibytes / 1024;
}

static const char *read_tip(const struct repository *repository, struct arena *arena)
{
	const char *named = arena_printf(arena, "%s.tip", repository->folder);
	measure(&(struct run){
		.folder = repository->folder,
		.output = named,
		.arguments = (const char *const[]){"git", "rev-parse", "--short=12", BASE, NULL}});
	const char *tip = read_line(named, arena);
	remove(named);
	return tip;
}

static void write_stamp(const char *path, const char *stamp)
{
	FILE *file = fopen(path, "w");
	if (file == NULL || fprintf(file, "%s\n", stamp) < 0 || fclose(file) != 0)
		bench_fail("%s cannot be written: %s", path, strerror(errno));
}

void repository_prepare(struct repository *repository, const struct shape_of_corpus *shape,
                        const char *folder, const char *ragtrail, struct arena *arena)
{
	struct corpus corpus;
	struct corpus_sink sink = {.file = NULL};
	*repository = (struct repository){
		.shape = shape,
		.folder = arena_printf(arena, "%s/history-%s.git", folder, shape->name),
		.cache = arena_printf(arena, "%s/history-%s.git/ragtrail", folder, shape->name),
		.updates = shape->plans * shape->workstreams * shape->months,
	};
	/* The stream without git: what it would be, and how much of what is in it. */
	corpus_write(&corpus, shape, &sink);
	repository->commits = corpus.commits;
	repository->merges = corpus.merges;
	repository->outside = corpus.outside;
	repository->versions = corpus.versions;
	corpus_write_next(&corpus);
	corpus_release(&corpus);
	const char *stamp_path = arena_printf(arena, "%s.stamp", repository->folder);
	const char *stamp =
		arena_printf(arena, "%s; %016llx", recipe, (unsigned long long)sink.hash);
	if (strcmp(read_line(stamp_path, arena), stamp) != 0) {
		printf("making a repository of %u commits: %s\n", repository->commits,
		       repository->folder);
		remove(stamp_path);
		create(repository, arena);
		check(repository, ragtrail, arena);
		write_stamp(stamp_path, stamp);
	}
	repository_rewind(repository);
	repository->megabytes = pack_megabytes(repository, arena);
	repository->tip = read_tip(repository, arena);
}

void repository_rewind(const struct repository *repository)
{
	RUN(repository->folder, "git", "update-ref", MAIN, BASE);
}

void repository_advance(const struct repository *repository)
{
	RUN(repository->folder, "git", "update-ref", MAIN, CORPUS_NEXT);
}

void repository_forget(const struct repository *repository)
{
	remove_folder(repository->cache);
}
