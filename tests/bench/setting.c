#include "bench/setting.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "bench/measure.h"

static const char *whole_path(const char *path, struct arena *arena)
{
	char *whole = realpath(path, NULL);
	if (whole == NULL)
		bench_fail("%s: %s", path, strerror(errno));
	const char *copy = arena_text(arena, whole, strlen(whole));
	free(whole);
	return copy;
}

/* What the environment says, or OTHERWISE. */
static const char *variable(const char *name, const char *otherwise)
{
	const char *value = getenv(name);
	return value != NULL && *value != '\0' ? value : otherwise;
}

static const char *describe(const struct setting *setting, struct arena *arena)
{
	char version[128] = "git";
	struct utsname system;
	const char *path = arena_printf(arena, "%s/version", setting->folder);
	measure(&(struct run){.output = path,
	                      .arguments = (const char *const[]){"git", "--version", NULL}});
	FILE *file = fopen(path, "r");
	if (file != NULL && fgets(version, sizeof(version), file) != NULL)
		version[strcspn(version, "\n")] = '\0';
	if (file != NULL)
		fclose(file);
	remove(path);
	uname(&system);
	return arena_printf(arena, "ragtrail %s, %s, %s %s, %ld processors", RAGTRAIL_VERSION,
	                    version, system.sysname, system.machine, sysconf(_SC_NPROCESSORS_ONLN));
}

void setting_find(struct setting *setting, struct arena *arena)
{
	const char *built = variable("RAGTRAIL_BINARY", "build/ragtrail");
	const char *folder =
		variable("BENCH_FOLDER", arena_printf(arena, "%.*s/bench",
	                                              (int)(strrchr(built, '/') - built), built));
	if (mkdir(folder, 0777) < 0 && errno != EEXIST)
		bench_fail("%s: %s", folder, strerror(errno));
	*setting = (struct setting){
		.ragtrail = whole_path(variable("RAGTRAIL", built), arena),
		.source = whole_path(variable("RAGTRAIL_SOURCE", "."), arena),
		.folder = whole_path(folder, arena),
	};
	setting->about = describe(setting, arena);
}

void setting_publish(const struct setting *setting, const struct sheet *sheet, const char *name)
{
	struct buf text = BUF_INIT, page = BUF_INIT, path = BUF_INIT;
	sheet_as_text(sheet, &text);
	sheet_as_html(sheet, &page);
	fputs(text.bytes, stdout);
	buf_printf(&path, "%s/%s", setting->folder, name);
	FILE *file = fopen(path.bytes, "w");
	if (file == NULL || fwrite(page.bytes, 1, page.length, file) != page.length ||
	    fclose(file) != 0)
		bench_fail("%s cannot be written: %s", path.bytes, strerror(errno));
	printf("\nthe same as a page: %s\n", path.bytes);
	buf_release(&path);
	buf_release(&text);
	buf_release(&page);
}
