#include "support/trees.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "base/buf.h"
#include "support/command.h"

static int is_inner(const struct dirent *entry)
{
	return strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
}

static void add_tree(struct sandbox *sandbox, const char *folder, size_t top, struct buf *text)
{
	struct dirent **entries = NULL;
	int count = scandir(sandbox_path(sandbox, folder), &entries, is_inner, alphasort);
	for (int i = 0; i < count; i++) {
		const char *path =
			arena_printf(&sandbox->arena, "%s/%s", folder, entries[i]->d_name);
		struct stat status;
		assert_int_equal(lstat(sandbox_path(sandbox, path), &status), 0);
		buf_printf(text, "=== %s %o\n", path + top, status.st_mode & 0170111);
		if (S_ISDIR(status.st_mode))
			add_tree(sandbox, path, top, text);
		else if (S_ISREG(status.st_mode))
			buf_text(text, sandbox_read(sandbox, path));
		free(entries[i]);
	}
	free(entries);
}

const char *tree_of(struct sandbox *sandbox, const char *folder)
{
	struct buf text = BUF_INIT;
	add_tree(sandbox, folder, strlen(folder), &text);
	const char *copy = arena_text(&sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	return copy;
}

const char *names_in(struct sandbox *sandbox, const char *folder)
{
	struct buf text = BUF_INIT;
	struct dirent **entries = NULL;
	int count = scandir(sandbox_path(sandbox, folder), &entries, is_inner, alphasort);
	for (int i = 0; i < count; i++) {
		buf_printf(&text, "%s ", entries[i]->d_name);
		free(entries[i]);
	}
	free(entries);
	const char *copy = arena_text(&sandbox->arena, text.bytes, text.length);
	buf_release(&text);
	return copy;
}

static double clock_seconds(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void render(struct sandbox *sandbox, const char *revision, const char *folder)
{
	const char *output = sandbox_path(sandbox, folder);
	struct outcome outcome =
		RAGTRAIL(sandbox, "repository", "render", "--at", revision, "--output", output);
	assert_int_equal(outcome.status, 0);
}

void kill_renders(struct sandbox *sandbox, int kills, unsigned seed)
{
	static const char *const revisions[] = {"july", "HEAD"};
	const char *trees[2];
	size_t killed = 0;
	unsigned random = seed;
	render(sandbox, "july", "july");
	render(sandbox, "HEAD", "head");
	double start = clock_seconds();
	render(sandbox, "july", "place/site");
	double whole = clock_seconds() - start;
	trees[0] = tree_of(sandbox, "july");
	trees[1] = tree_of(sandbox, "head");
	for (int i = 0; i < kills; i++) {
		random = random * 1103515245U + 12345U;
		double delay = whole * 1.1 * (double)(random >> 16 & 0x7fff) / 0x7fff;
		struct outcome outcome = command_run(
			sandbox,
			&(struct command){
				.folder = "repository",
				.arguments = (const char *const[]){"render", "--at",
		                                                   revisions[(i + 1) % 2], "-o",
		                                                   "../place/site", NULL},
				.killed_after = delay + 0.0001,
			});
		killed += outcome.status == 137 ? 1 : 0;
		const char *left = tree_of(sandbox, "place/site");
		if (strcmp(left, trees[0]) != 0)
			assert_text(left, trees[1]);
	}
	assert_true(killed > 0);
	/* What the killed ones left beside it goes with the next that is not. */
	render(sandbox, "HEAD", "place/site");
	assert_text(tree_of(sandbox, "place/site"), trees[1]);
	assert_text(names_in(sandbox, "place"), "site ");
}
