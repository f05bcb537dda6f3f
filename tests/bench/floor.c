#include "bench/floor.h"

#include <cmark.h>
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "bench/measure.h"

static FILE *open_file(const char *path, const char *mode)
{
	FILE *file = fopen(path, mode);
	if (file == NULL)
		bench_fail("%s: %s", path, strerror(errno));
	return file;
}

static void read_report(const char *path, struct buf *bytes)
{
	char chunk[16384];
	size_t length;
	FILE *file = open_file(path, "rb");
	buf_clear(bytes);
	while ((length = fread(chunk, 1, sizeof(chunk), file)) != 0)
		buf_add(bytes, chunk, length);
	fclose(file);
}

/* Where the text begins, behind the front matter. */
static const char *body_of(const struct buf *report)
{
	const char *end = strncmp(report->bytes, "---\n", 4) == 0
	                          ? strstr(report->bytes + 4, "\n---\n")
	                          : NULL;
	return end != NULL ? end + 5 : report->bytes;
}

static void write_page(const char *path, const struct buf *report)
{
	const char *body = body_of(report);
	char *page = cmark_markdown_to_html(body, strlen(body), CMARK_OPT_DEFAULT);
	FILE *file = open_file(path, "wb");
	if (fputs(page, file) < 0 || fclose(file) != 0)
		bench_fail("%s cannot be written: %s", path, strerror(errno));
	free(page);
}

int floor_run(const char *from, const char *to)
{
	struct buf report = BUF_INIT, path = BUF_INIT;
	const struct dirent *entry;
	DIR *folder = opendir(from);
	if (folder == NULL || mkdir(to, 0777) < 0)
		bench_fail("%s, %s: %s", from, to, strerror(errno));
	while ((entry = readdir(folder)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		buf_clear(&path);
		buf_printf(&path, "%s/%s", from, entry->d_name);
		read_report(path.bytes, &report);
		buf_clear(&path);
		buf_printf(&path, "%s/%s.html", to, entry->d_name);
		write_page(path.bytes, &report);
	}
	closedir(folder);
	buf_release(&report);
	buf_release(&path);
	return 0;
}
