/* What is kept in the git folder: files that were in the making when their process was killed. */
#include "support/testing.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "repo/kept.h"
#include "support/history.h"
#include "support/trees.h"

#define FOLDER "repo/.git/ragtrail"

static struct repo *open_repo(struct sandbox *sandbox)
{
	struct error error = ERROR_INIT;
	struct repo *repo = NULL;
	history_new(sandbox, "repo");
	if (repo_open(&repo, sandbox_path(sandbox, "repo"), false, &error) < 0)
		fail_msg("%s", error.what);
	return repo;
}

/* FOLDER/.NAME.PID of this very process. */
static const char *own(struct sandbox *sandbox, const char *name)
{
	return arena_printf(&sandbox->arena, "%s/.%s.%ld", FOLDER, name, (long)getpid());
}

static void assert_kept(struct repo *repo, const char *name, const char *text)
{
	struct plain_file file;
	char bytes[64] = "";
	assert_true(kept_open(repo, name, &file));
	assert_int_equal(file.size, strlen(text));
	assert_true(plain_read(&file, 0, bytes, file.size));
	plain_close(&file);
	assert_string_equal(bytes, text);
}

/* Numbers of processes come again: who had this one's before was killed. */
static void what_had_this_process_s_number_is_no_hindrance(void **state)
{
	struct sandbox *sandbox = *state;
	struct repo *repo = open_repo(sandbox);
	sandbox_write(sandbox, own(sandbox, KEPT_RECORD), "half a rec");
	sandbox_write(sandbox, own(sandbox, KEPT_READINGS), "half a read");
	kept_write(repo, KEPT_RECORD, "first", 5);
	assert_kept(repo, KEPT_RECORD, "first");
	/* That of another file stays until that is written. */
	assert_text(names_in(sandbox, FOLDER),
	            arena_printf(&sandbox->arena, ".readings.%ld record ", (long)getpid()));
	kept_write(repo, KEPT_READINGS, "second", 6);
	assert_kept(repo, KEPT_READINGS, "second");
	assert_kept(repo, KEPT_RECORD, "first");
	assert_text(names_in(sandbox, FOLDER), "readings record ");
	repo_close(repo);
}

/* A link by that name is no way out of the folder. */
static void what_a_link_leads_to_is_not_written(void **state)
{
	struct sandbox *sandbox = *state;
	struct repo *repo = open_repo(sandbox);
	sandbox_write(sandbox, "elsewhere", "as it was");
	kept_write(repo, KEPT_RECORD, "first", 5);
	assert_int_equal(symlink(sandbox_path(sandbox, "elsewhere"),
	                         sandbox_path(sandbox, own(sandbox, KEPT_RECORD))),
	                 0);
	kept_write(repo, KEPT_RECORD, "second", 6);
	assert_kept(repo, KEPT_RECORD, "second");
	assert_text(sandbox_read(sandbox, "elsewhere"), "as it was");
	assert_text(names_in(sandbox, FOLDER), "record ");
	repo_close(repo);
}

/* Where that is a folder nothing is written, and what was kept is there. */
static void a_folder_of_that_name_is_left(void **state)
{
	struct sandbox *sandbox = *state;
	struct repo *repo = open_repo(sandbox);
	kept_write(repo, KEPT_RECORD, "first", 5);
	assert_int_equal(mkdir(sandbox_path(sandbox, own(sandbox, KEPT_RECORD)), 0777), 0);
	kept_write(repo, KEPT_RECORD, "second", 6);
	assert_kept(repo, KEPT_RECORD, "first");
	repo_close(repo);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(what_had_this_process_s_number_is_no_hindrance),
		sandbox_test(what_a_link_leads_to_is_not_written),
		sandbox_test(a_folder_of_that_name_is_left),
	};
	return cmocka_run_group_tests_name("kept files", tests, NULL, NULL) != 0;
}
