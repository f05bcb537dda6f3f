/* ragtrail fmt: mends what has one right answer. */
#include "command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/mem.h"
#include "base/replace.h"
#include "base/text.h"
#include "document/document.h"
#include "document/source.h"
#include "document/tidy.h"
#include "named_paths.h"
#include "repo/files.h"

struct fmt_values {
	bool check;
};

const struct option_row fmt_options[] = {
	{0, "check", NULL, offsetof(struct fmt_values, check),
         "change nothing; list what would be changed"},
	{0},
};

/* One run. */
struct fmt {
	struct repo *repo;
	struct files files;
	struct buf *named; /* paths; none: all */
	size_t named_count;
	bool check;
	struct document *plan; /* of the folder that is gone over */
	struct buf out;
	bool left;    /* some file could not be read */
	bool changed; /* some file is to be changed, or was */
};

/* "plans/<plan>": its length; or of what stands in the place of plans/. */
static size_t folder_length(const char *path)
{
	size_t plans = strcspn(path, "/");
	return path[plans] == '\0' ? plans : plans + 1 + strcspn(path + plans + 1, "/");
}

static bool same_folder(const char *a, const char *b)
{
	size_t length = folder_length(a);
	return length == folder_length(b) && memcmp(a, b, length) == 0;
}

static void add_line(struct fmt *fmt, const char *path, const char *words, const char *why)
{
	text_add_visible(&fmt->out, path, strlen(path));
	buf_printf(&fmt->out, ": %s%s\n", words, why);
}

static void leave_alone(struct fmt *fmt, const char *path, const char *why)
{
	add_line(fmt, path, "left alone: ", why);
	fmt->left = true;
}

/* The plan as it will be once it is tidy, so that its updates are mended in the same run. */
static int read_plan(struct fmt *fmt, const struct file *file, struct error *error)
{
	struct buf bytes = BUF_INIT, tidy = BUF_INIT, why = BUF_INIT;
	size_t size = 0;
	int result = files_read(fmt->repo, file, SOURCE_LARGEST, &bytes, &size, error);
	if (result == 0 && size <= SOURCE_LARGEST) {
		bool left =
			tidy_document(bytes.bytes, bytes.length, NULL, &tidy, &why) == TIDY_LEFT;
		const struct buf *text = left ? &bytes : &tidy;
		fmt->plan = document_read(file->path, text->bytes, text->length, DOCUMENT_FIELDS);
	}
	buf_release(&bytes);
	buf_release(&tidy);
	buf_release(&why);
	return result;
}

/* Finds the plan.md of the folder that begins with the file number FIRST. */
static int find_plan(struct fmt *fmt, size_t first, struct error *error)
{
	const struct file *files = fmt->files.items;
	size_t length = folder_length(files[first].path);
	document_free(fmt->plan);
	fmt->plan = NULL;
	for (size_t i = first;
	     i < fmt->files.count && same_folder(files[i].path, files[first].path); i++)
		if (strcmp(files[i].path + length, "/plan.md") == 0 &&
		    files[i].type == FILE_REGULAR)
			return read_plan(fmt, &files[i], error);
	return 0;
}

/* Writes the file, if nobody else has written it meanwhile, and keeps its mode. */
static int write_file(struct fmt *fmt, const struct file *file, const struct buf *before,
                      const struct buf *tidy, struct error *error)
{
	struct buf path = BUF_INIT, now = BUF_INIT;
	struct stat status;
	size_t size = 0;
	int result = -1;
	buf_printf(&path, "%s%s", repo_worktree(fmt->repo), file->path);
	if (lstat(path.bytes, &status) < 0 || !S_ISREG(status.st_mode) ||
	    files_read(fmt->repo, file, SOURCE_LARGEST, &now, &size, error) < 0 ||
	    now.length != before->length || memcmp(now.bytes, before->bytes, now.length) != 0) {
		error_set(error, "%.200s changed while it was read", file->path);
		error_hint(error, "save it, and run ragtrail fmt again");
		goto done;
	}
	mode_t mask = umask(0);
	result = replace_file(path.bytes, tidy->bytes, tidy->length, status.st_mode & 07777, error);
	umask(mask);
done:
	buf_release(&path);
	buf_release(&now);
	return result;
}

static int tidy_file(struct fmt *fmt, const struct file *file, struct error *error)
{
	struct buf bytes = BUF_INIT, tidy = BUF_INIT, why = BUF_INIT;
	const struct scale *scale =
		fmt->plan != NULL && fmt->plan->plan != NULL ? &fmt->plan->plan->scale : NULL;
	size_t size = 0;
	int result = files_read(fmt->repo, file, SOURCE_LARGEST, &bytes, &size, error);
	if (result < 0)
		goto done;
	/* Of a file over the limit there are no bytes: its size is why it is left alone. */
	size_t length = size > SOURCE_LARGEST ? size : bytes.length;
	switch (tidy_document(bytes.bytes, length, scale, &tidy, &why)) {
	case TIDY_ALREADY:
		break;
	case TIDY_CHANGED:
		if (!fmt->check)
			result = write_file(fmt, file, &bytes, &tidy, error);
		fmt->changed = true;
		if (result == 0)
			add_line(fmt, file->path, fmt->check ? "would be changed" : "changed", "");
		break;
	case TIDY_LEFT:
		leave_alone(fmt, file->path, why.bytes);
		break;
	}
done:
	buf_release(&bytes);
	buf_release(&tidy);
	buf_release(&why);
	return result;
}

static int tidy_all(struct fmt *fmt, struct error *error)
{
	const struct file *files = fmt->files.items;
	for (size_t i = 0; i < fmt->files.count; i++) {
		if ((i == 0 || !same_folder(files[i].path, files[i - 1].path)) &&
		    find_plan(fmt, i, error) < 0)
			return -1;
		if (fmt->named_count != 0 &&
		    !path_is_named(files[i].path, fmt->named, fmt->named_count))
			continue;
		if (files[i].type != FILE_REGULAR)
			leave_alone(fmt, files[i].path, "it is not a plain file");
		else if (tidy_file(fmt, &files[i], error) < 0)
			return -1;
	}
	return 0;
}

static int name_paths(struct fmt *fmt, int count, char **paths, struct error *error)
{
	fmt->named = mem_new((size_t)count + 1, sizeof(*fmt->named));
	for (int i = 0; i < count; i++) {
		fmt->named[i] = (struct buf)BUF_INIT;
		fmt->named_count++;
		if (path_in_repo(fmt->repo, paths[i], false, &fmt->named[i], error) < 0)
			return -1;
	}
	return 0;
}

enum status command_fmt(const struct command *command, int argc, char **argv)
{
	struct fmt_values values = {false};
	struct fmt fmt = {.out = BUF_INIT};
	struct error error = ERROR_INIT;
	int count;
	enum status status;
	if (!command_options(command, argc, argv, &values, &count, &status))
		return status;
	fmt.check = values.check;
	bool ran = command_open(command, &fmt.repo, &error) == 0 &&
	           files_in_worktree(fmt.repo, &fmt.files, &error) == 0 &&
	           name_paths(&fmt, count, argv, &error) == 0 && tidy_all(&fmt, &error) == 0;
	/* What was changed before something failed is told as well. */
	status = command_print(&fmt.out);
	if (!ran)
		status = command_fail(&error);
	else if (status == STATUS_CLEAN && (fmt.left || (fmt.changed && values.check)))
		status = STATUS_FINDINGS;
	for (size_t i = 0; i < fmt.named_count; i++)
		buf_release(&fmt.named[i]);
	free(fmt.named);
	document_free(fmt.plan);
	files_release(&fmt.files);
	buf_release(&fmt.out);
	repo_close(fmt.repo);
	return status;
}
