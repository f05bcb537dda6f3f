#include "support/example.h"

#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/date.h"

enum { MOST_FILES = 32, FIRST_DAY = 31 };

/* A file that the next commit, or the working tree, will have. */
struct pending {
	enum example_step step;
	const char *path, *text; /* of a link: where it leads */
};

struct making {
	struct sandbox *sandbox;
	struct example *example;
	const char *folder;
	struct pending files[MOST_FILES];
	size_t count;
	struct buf lines; /* of the last file, as far as they have been read */
	int day;
};

static void add(struct making *making, enum example_step step, const char *path, const char *text)
{
	assert_true(making->count < MOST_FILES);
	making->files[making->count++] = (struct pending){step, path, text};
}

/* Takes the mark out of the text, and keeps where it stood. */
static const char *note_mark(struct making *making, const char *path, const char *text)
{
	const char *mark = strchr(text, '\x01');
	if (mark == NULL)
		return text;
	assert_null(making->example->mark.path);
	making->example->mark = (struct example_mark){path, 1};
	for (const char *at = text; at < mark; at++)
		making->example->mark.line += *at == '\n' ? 1 : 0;
	return arena_printf(&making->sandbox->arena, "%.*s%s", (int)(mark - text), text, mark + 1);
}

/* The lines with the id of the last commit where they ask for it. */
static const char *name_commit(struct making *making, const char *lines)
{
	static const char words[] = "(id of the commit above)";
	struct arena *arena = &making->sandbox->arena;
	char hex[OBJECT_HEX_SIZE];
	const char *at;
	while ((at = strstr(lines, words)) != NULL) {
		struct object_id id = history_id(making->example->history, "HEAD");
		lines = arena_printf(arena, "%.*s%s%s", (int)(at - lines), lines,
		                     object_hex(&id, hex), at + strlen(words));
	}
	return lines;
}

/* What there is to say of the file before has been said. */
static void finish_file(struct making *making)
{
	struct pending *file = making->count == 0 ? NULL : &making->files[making->count - 1];
	if (file != NULL && file->text == NULL && file->step != EXAMPLE_DELETE) {
		const char *lines =
			name_commit(making, arena_text(&making->sandbox->arena, making->lines.bytes,
		                                       making->lines.length));
		const char *text = file->step == EXAMPLE_FILE
		                           ? example_document(making->sandbox, file->path, lines)
		                           : example_unfold(making->sandbox, lines);
		file->text = note_mark(making, file->path, text);
	}
	buf_clear(&making->lines);
}

/* Takes " on 2023-08-31" off the author; the day of the history that it is, else NORMAL. */
static int take_day(struct making *making, const char **author, int normal)
{
	static const char word[] = " on ";
	struct date day;
	const char *at = strstr(*author, word);
	if (at == NULL || !date_parse(at + strlen(word), &day))
		return normal;
	*author = arena_text(&making->sandbox->arena, *author, (size_t)(at - *author));
	return date_days(day) - date_days((struct date){2023, 7, 1});
}

static void commit(struct making *making, const char *author, const char *branch,
                   const char *message)
{
	struct row rows[MOST_FILES];
	int day = take_day(making, &author, making->day);
	for (size_t i = 0; i < making->count; i++) {
		assert_true(making->files[i].step != EXAMPLE_LINK);
		rows[i] = (struct row){0, NULL, making->files[i].path, making->files[i].text};
	}
	if (branch != NULL)
		history_merge_saying(making->example->history, making->day, author, branch, message,
		                     rows, making->count);
	else
		history_commit(making->example->history, &(struct commit){.day = day,
		                                                          .author = author,
		                                                          .rows = rows,
		                                                          .count = making->count});
	making->count = 0;
	making->day++;
	making->example->committed = true;
}

static void take_step(struct making *making, const struct example_line *line)
{
	struct arena *arena = &making->sandbox->arena;
	const char *text =
		example_unfold(making->sandbox, arena_text(arena, line->text, line->length));
	const char *rest = arena_text(arena, line->rest, line->rest_length);
	finish_file(making);
	switch (line->step) {
	case EXAMPLE_LINE:
		break;
	case EXAMPLE_FILE:
	case EXAMPLE_WHOLE:
	case EXAMPLE_DELETE:
		add(making, line->step, text, NULL);
		break;
	case EXAMPLE_LINK:
		add(making, line->step, text, rest);
		break;
	case EXAMPLE_COMMIT:
		commit(making, text, NULL, NULL);
		break;
	case EXAMPLE_BRANCH:
		history_branch(making->example->history, text);
		break;
	case EXAMPLE_SWITCH:
		history_switch(making->example->history, text);
		break;
	case EXAMPLE_MERGE:
		commit(making, rest, text, arena_printf(arena, "Merge branch '%s'\n", text));
		break;
	case EXAMPLE_PULL:
		commit(making, rest, text,
		       arena_printf(arena, "Merge branch '%s' of /srv/plans\n", text));
		break;
	}
}

static void write_files(struct making *making)
{
	for (size_t i = 0; i < making->count; i++) {
		const struct pending *file = &making->files[i];
		const char *path =
			arena_printf(&making->sandbox->arena, "%s/%s", making->folder, file->path);
		const char *absolute = sandbox_path(making->sandbox, path);
		if (file->step == EXAMPLE_DELETE)
			assert_int_equal(unlink(absolute), 0);
		else if (file->step != EXAMPLE_LINK)
			sandbox_write(making->sandbox, path, file->text);
		else
			assert_int_equal(symlink(file->text, absolute), 0);
	}
}

static bool brings_plan(const char *text)
{
	return strstr(text, "plans/demo/") == NULL || strstr(text, " plans/demo/plan.md\n") != NULL;
}

struct example example_make(struct sandbox *sandbox, const char *folder, const char *text)
{
	struct example example = {.history = history_new(sandbox, folder)};
	struct making making = {
		.sandbox = sandbox,
		.example = &example,
		.folder = folder,
		.lines = BUF_INIT,
		.day = FIRST_DAY,
	};
	struct example_line line;
	if (!brings_plan(text))
		add(&making, EXAMPLE_WHOLE, "plans/demo/plan.md",
		    history_plan("procurement governance"));
	for (const char *at = text; example_next(&at, &line);) {
		if (line.step != EXAMPLE_LINE) {
			take_step(&making, &line);
			continue;
		}
		if (line.marked)
			buf_byte(&making.lines, '\x01');
		buf_add(&making.lines, line.text, line.length);
		buf_byte(&making.lines, '\n');
	}
	finish_file(&making);
	buf_release(&making.lines);
	if (example.committed)
		history_checkout(example.history);
	write_files(&making);
	return example;
}
