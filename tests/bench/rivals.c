#include "bench/rivals.h"

#include <errno.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "bench/aside.h"
#include "bench/reports.h"

const char *const rival_names[RIVAL_COUNT] = {
	[RIVAL_FLOOR] = "the floor: cmark, and the files",
	[RIVAL_HUGO] = "hugo",
	[RIVAL_JEKYLL] = "jekyll build",
};

static const char *const folders[RIVAL_COUNT] = {"floor", "hugo/content", "jekyll"};

static void write_file(const char *path, const char *bytes, size_t length)
{
	FILE *file = fopen(path, "wb");
	if (file == NULL || fwrite(bytes, 1, length, file) != length || fclose(file) != 0)
		bench_fail("%s cannot be written: %s", path, strerror(errno));
}

/* --- the Markdown --- */

static void write_pages(const struct rivals *rivals, enum rival rival,
                        const struct reports *reports, struct arena *arena)
{
	const char *folder = arena_printf(arena, "%s/%s", rivals->folder, folders[rival]);
	struct buf path = BUF_INIT;
	RUN(NULL, "mkdir", "-p", folder);
	for (unsigned i = 0; i < rivals->pages[rival]; i++) {
		const struct buf *report = &reports->items[i % reports->count];
		buf_clear(&path);
		buf_printf(&path, "%s/page-%06u.md", folder, i);
		write_file(path.bytes, report->bytes, report->length);
	}
	buf_release(&path);
}

/* --- as plain as they can be set up --- */

static void set_up(const struct rivals *rivals, const char *path, const char *text,
                   struct arena *arena)
{
	const char *whole = arena_printf(arena, "%s/%s", rivals->folder, path);
	RUN(NULL, "mkdir", "-p",
	    arena_printf(arena, "%.*s", (int)(strrchr(whole, '/') - whole), whole));
	write_file(whole, text, strlen(text));
}

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

void rivals_prepare(struct rivals *rivals, const char *repository, const char *folder,
                    unsigned pages, struct arena *arena)
{
	struct reports reports;
	*rivals = (struct rivals){
		.folder = folder,
		.installed = {true, is_installed("hugo", arena), is_installed("jekyll", arena)},
		.pages = {pages, pages, pages < MOST_SLOW ? pages : MOST_SLOW},
	};
	reports_read(&reports, repository);
	if (reports.count == 0)
		bench_fail("%s: its reports cannot be read", repository);
	RUN(NULL, "rm", "-rf", folder);
	for (enum rival i = 0; i < RIVAL_COUNT; i++)
		write_pages(rivals, i, &reports, arena);
	set_up(rivals, "hugo/config.toml",
	       "baseURL = 'https://example.org/'\n"
	       "disableKinds = ['home', 'section', 'taxonomy', 'term', 'RSS', 'sitemap', '404', "
	       "'robotsTXT']\n",
	       arena);
	set_up(rivals, "hugo/layouts/_default/single.html",
	       "<!DOCTYPE html>\n<title>{{ .Title }}</title>\n{{ .Content }}", arena);
	set_up(rivals, "jekyll/_config.yml",
	       "defaults: [{scope: {path: ''}, values: {layout: page}}]\n", arena);
	set_up(rivals, "jekyll/_layouts/page.html",
	       "<!DOCTYPE html>\n<title>{{ page.title }}</title>\n{{ content }}", arena);
	rivals->reports = (unsigned)reports.count;
	reports_release(&reports);
}

/* --- each at work --- */

static struct sample work(const struct rivals *rivals, enum rival rival, const char *output)
{
	switch (rival) {
	case RIVAL_HUGO:
		return RUN(rivals->folder, "hugo", "--quiet", "--source", "hugo", "--destination",
		           output);
	case RIVAL_JEKYLL:
		return RUN(rivals->folder, "jekyll", "build", "--quiet", "--disable-disk-cache",
		           "--source", "jekyll", "--destination", output);
	default:
		return RUN(rivals->folder, "/proc/self/exe", "floor", "floor", output);
	}
}

struct sample rivals_run(const struct rivals *rivals, enum rival rival, struct arena *arena)
{
	const char *output = arena_printf(arena, "%s/made", rivals->folder);
	aside_put(output, rivals->folder);
	struct sample sample = work(rivals, rival, output);
	struct weight made = weight_of(output);
	if (made.pages != rivals->pages[rival])
		bench_fail("%s made %u pages, and not %u", rival_names[rival], made.pages,
		           rivals->pages[rival]);
	return sample;
}

/* --- what was made --- */

/* nftw() gives its visitor nothing. */
static struct weight weighed;

static int weigh(const char *path, const struct stat *status, int type, struct FTW *walk)
{
	size_t length = strlen(path);
	(void)walk;
	if (type == FTW_F && length > 5 && strcmp(path + length - 5, ".html") == 0) {
		weighed.pages++;
		weighed.megabytes += (double)status->st_size / (1 << 20);
	}
	return 0;
}

struct weight weight_of(const char *folder)
{
	weighed = (struct weight){0, 0};
	if (nftw(folder, weigh, 16, FTW_PHYS) != 0)
		bench_fail("%s: %s", folder, strerror(errno));
	return weighed;
}
