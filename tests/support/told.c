/* Histories told in files: see told.h. */
#include "support/told.h"

#include <string.h>

#include "base/date.h"
#include "support/overlay.h"

/* "03-the-rating-is-corrected" becomes "The rating is corrected". */
static const char *subject_of(struct sandbox *sandbox, const char *name)
{
	const char *hyphen = strchr(name, '-');
	char *subject = arena_printf(&sandbox->arena, "%s", hyphen != NULL ? hyphen + 1 : name);
	if (subject[0] >= 'a' && subject[0] <= 'z')
		subject[0] = (char)(subject[0] - 'a' + 'A');
	for (char *at = subject; *at != '\0'; at++)
		if (*at == '-')
			*at = ' ';
	return subject;
}

/* A line of COMMIT: what it says of NAME, or NULL where it is about something else. */
static const char *said_of(const char *name, const char *line)
{
	size_t length = strlen(name);
	return strncmp(line, name, length) == 0 && strncmp(line + length, ": ", 2) == 0
	               ? line + length + 2
	               : NULL;
}

static void read_line(const char *line, struct commit *commit, struct overlay *overlay)
{
	const char *said;
	struct date date = {0};
	if ((said = said_of("author", line)) != NULL) {
		commit->author = said;
	} else if ((said = said_of("subject", line)) != NULL) {
		commit->message = said;
	} else if ((said = said_of("delete", line)) != NULL) {
		overlay_add(overlay, said, NULL);
	} else {
		said = said_of("date", line);
		assert_case(said != NULL && date_parse(said, &date), line);
		commit->day = date_days(date) - HISTORY_EPOCH / HISTORY_DAY;
	}
}

/* Reads the file COMMIT of the folder, where there is one. */
static void read_commit(struct sandbox *sandbox, const char *folder, struct commit *commit,
                        struct overlay *overlay)
{
	const char *path = arena_printf(&sandbox->arena, "%s/COMMIT", folder);
	if (!source_exists(sandbox, path))
		return;
	for (const char *line = sandbox_read_source(sandbox, path); *line != '\0';
	     line = next_line(line))
		read_line(arena_text(&sandbox->arena, line, strcspn(line, "\n")), commit, overlay);
}

static int commit_folder(struct history *history, const char *folder, const char *name, int day)
{
	struct sandbox *sandbox = history->sandbox;
	struct overlay *overlay = overlay_new(sandbox);
	struct commit commit = {
		.day = day, .author = "Programme office", .message = subject_of(sandbox, name)};
	read_commit(sandbox, folder, &commit, overlay);
	for (const char *const *entry = source_list(sandbox, folder); *entry != NULL; entry++) {
		const char *inner = arena_printf(&sandbox->arena, "%s/%s", folder, *entry);
		if (source_is_folder(sandbox, inner))
			overlay_read(overlay, sandbox, inner, *entry);
	}
	commit.message = arena_printf(&sandbox->arena, "%s\n", commit.message);
	commit.rows = overlay->rows;
	commit.count = overlay->count;
	history_commit(history, &commit);
	return commit.day;
}

struct history *told_history(struct sandbox *sandbox, const char *folder, const char *name)
{
	struct history *history = history_new(sandbox, folder);
	const char *told = arena_printf(&sandbox->arena, "tests/golden/%s/history", name);
	const char *const *commits = source_list(sandbox, told);
	int day = -1; /* before the first of July */
	assert_case(*commits != NULL, told);
	for (; *commits != NULL; commits++)
		day = commit_folder(history, arena_printf(&sandbox->arena, "%s/%s", told, *commits),
		                    *commits, day + 1);
	return history;
}
